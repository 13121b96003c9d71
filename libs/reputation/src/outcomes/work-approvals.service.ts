import { Injectable } from '@nestjs/common';
import { ContractApprovals } from '@huanbao/contracts';
import { Db, systemActor } from '@huanbao/platform';
import { OutcomeReading } from './facts.service';

const SYSTEM = systemActor('reputation');

/** What the bureau approved makes milestones payable that wait for it: the client has named where the results went, the bureau has decided. */
@Injectable()
export class WorkApprovals {
  constructor(
    private readonly db: Db,
    private readonly outcomes: OutcomeReading,
    private readonly contracts: ContractApprovals,
  ) {}

  /** From the facts as they are: after a decision, a delivery or a name given late. Said twice, it holds once. */
  settle(taskIds: readonly string[]): Promise<void> {
    return this.db.transaction(async () => {
      for (const taskId of taskIds) {
        const use = await this.outcomes.approvedUse(taskId);
        if (use) await this.contracts.approved(SYSTEM, taskId, use.title);
      }
    });
  }
}
