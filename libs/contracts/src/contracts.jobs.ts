import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { AwardedWorks } from '@huanbao/marketplace';
import { Db, Delivery, Handles, systemActor } from '@huanbao/platform';
import type { SignedSubject } from '@huanbao/signatures';
import { Contract, ContractSignature } from './contract.entity';
import { ContractPaper } from './contract.paper';
import { closeDueContracts, expectContract, remindContracts, renderContract, undoContractSignature } from './contracts.jobs.definitions';
import { DraftingService } from './drafting.service';
import { ContractClosings } from './closing/closing.service';
import { ContractReminders } from './reminders';
import { SigningService } from './signing.service';

const SYSTEM = systemActor('contracts');

/** Work of the contracts in the background. */
@Injectable()
export class ContractsJobs {
  constructor(
    private readonly db: Db,
    private readonly works: AwardedWorks,
    private readonly drafting: DraftingService,
    private readonly signing: SigningService,
    private readonly reminders: ContractReminders,
    private readonly closings: ContractClosings,
    private readonly paper: ContractPaper,
    private readonly files: Files,
  ) {}

  @Handles(expectContract)
  async expect({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    const work = await this.works.of(taskId);
    await delivery.complete(async () => {
      if (work && (work.state === 'awarded' || work.state === 'delivered' || work.state === 'rework')) await this.drafting.expect(work);
    });
  }

  @Handles(renderContract)
  async render({ contractId }: { contractId: string }, delivery: Delivery): Promise<void> {
    const contract = await this.db.repo(Contract).findOneByOrFail({ id: contractId });
    const { terms } = contract;
    if (!terms) return delivery.complete(() => Promise.resolve()); // taken back meanwhile
    const pdf = await this.paper.render(contract, terms, await this.db.repo(ContractSignature).findBy({ contractId }));
    await delivery.complete(async () => {
      const name = `合同-${contract.number ?? contract.id}${contract.revision > 1 ? `-第${contract.revision}版` : ''}.pdf`;
      const file = await this.files.store(pdf, { name, mediaType: 'application/pdf', subjectType: 'contract-paper', subjectId: contractId, purpose: 'contract', ownerOrgId: contract.enterpriseId, uploadedBy: SYSTEM.userId });
      await this.db.repo(Contract).update({ id: contractId }, { paperFileId: file.id });
    });
  }

  @Handles(undoContractSignature)
  async undo({ subjectType, subjectId, recordId }: SignedSubject, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      if (subjectType === 'contract') await this.signing.undo(SYSTEM, subjectId, recordId);
    });
  }

  /** Each contract in a transaction of its own. */
  @Handles(closeDueContracts)
  async closeDue(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await this.closings.round();
    await delivery.complete(async () => undefined);
  }

  @Handles(remindContracts)
  async remind(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.reminders.round());
  }
}
