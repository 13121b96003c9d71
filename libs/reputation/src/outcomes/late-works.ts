import { Injectable } from '@nestjs/common';
import { ContractOutcomes } from '@huanbao/contracts';
import { ServiceTask } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { ReputationParameters } from '../parameters.service';
import { DUE_BY_OFFER, FIRST_HANDED_OVER } from './offer-days';

/** One part of a work that was handed over after its day and accepted. */
export interface LateWork {
  /** Of the milestone, or of the task where nothing was written. */
  readonly key: string;
  readonly firmId: string;
  readonly taskId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly deliveredOn: string;
  readonly lateDays: number;
}

type Part = Pick<LateWork, 'key' | 'dueOn' | 'deliveredOn' | 'lateDays'> & { readonly name: string | null };

/**
 * What came late, by the days agreed, for the room of credit: days are counted, nobody has to judge them. A part counts by its first hand-over: what the client took to look at it
 * and what was mended after it are not the firm's delay, and neither is another part. What was sent back counts as that.
 */
@Injectable()
export class LateWorks {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractOutcomes,
    private readonly parameters: ReputationParameters,
  ) {}

  /** Of a task, as long as the dated row of the day of the delivery takes it for late. */
  async of(taskId: string): Promise<LateWork[]> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task?.awardedFirmId) return [];
    const late: LateWork[] = [];
    for (const { name, ...part } of await this.parts(taskId)) {
      const least = (await this.parameters.on(part.deliveredOn))('late-event-days').toNumber();
      if (part.lateDays > 0 && part.lateDays >= least) late.push({ ...part, firmId: task.awardedFirmId, taskId, title: [task.title, name].filter(Boolean).join('，') });
    }
    return late;
  }

  private async parts(taskId: string): Promise<Part[]> {
    const contract = await this.contracts.ofTask(taskId);
    if (!contract || contract.milestones.length === 0) return this.byOffer(taskId);
    return contract.milestones.flatMap(({ id, name, dueOn, firstDeliveredOn, accepted, lateDays }) => (accepted && firstDeliveredOn !== null ? [{ key: id, name, dueOn, deliveredOn: firstDeliveredOn, lateDays }] : []));
  }

  private byOffer(taskId: string): Promise<Part[]> {
    return this.db.query<Part & Record<string, unknown>>(
      `SELECT t.id AS key, NULL AS name, ${DUE_BY_OFFER}::text AS "dueOn", ${FIRST_HANDED_OVER}::text AS "deliveredOn", ${FIRST_HANDED_OVER} - ${DUE_BY_OFFER} AS "lateDays"
         FROM service_task t LEFT JOIN bid b ON b.id = t.awarded_bid_id
        WHERE t.id = $1 AND ${DUE_BY_OFFER} IS NOT NULL AND EXISTS (SELECT 1 FROM delivery d WHERE d.task_id = t.id AND d.state = 'accepted')`,
      [taskId],
    );
  }
}
