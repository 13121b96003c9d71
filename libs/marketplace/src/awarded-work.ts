import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { type Eligibility, Engagements } from '@huanbao/providers';
import { DraftsService } from './drafts.service';
import { ServiceTask } from './marketplace.entity';
import { ProcurementLaw } from './methods/procurement-law.service';
import { advance } from './task.flow';
import { taskWorkEnded } from './marketplace.events';
import { FirmStandings } from './standing-check';
import { TaskGuards } from './task-guards';
import { TaskRecords } from './task.records';

const DAY_MS = 86_400_000;
/** Days for bids on what is left of a work; the enterprise may change them before it publishes. */
const SUCCESSOR_DAYS = 14;

/** What was awarded: what a contract is drawn up from. */
export interface AwardedWork {
  readonly taskId: string;
  readonly title: string;
  readonly kind: ServiceTask['kind'];
  readonly description: string;
  readonly deliverables: readonly string[];
  readonly state: ServiceTask['state'];
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly regionCode: string;
  readonly serviceCode: string | null;
  readonly number: string | null;
  readonly method: ServiceTask['method'];
  readonly regime: 'voluntary' | 'bidding-law' | 'government';
  /** Null until there is an award. */
  readonly award: { readonly firmId: string; readonly firmName: string; readonly priceYuan: string; readonly durationDays: number; readonly at: Date } | null;
}

interface Row extends Omit<AwardedWork, 'award'> {
  readonly firmId: string | null;
  readonly firmName: string | null;
  readonly priceYuan: string | null;
  readonly durationDays: number;
  readonly awardedAt: Date | null;
}

/** The award for the rooms above, and the end of work that no acceptance ends. */
@Injectable()
export class AwardedWorks {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly engagements: Engagements,
    private readonly standings: FirmStandings,
    private readonly drafts: DraftsService,
    private readonly law: ProcurementLaw,
    private readonly guards: TaskGuards,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A task awarded without a sealed bid (直接委托) carries price, firm and period itself. */
  async of(taskId: string): Promise<AwardedWork | null> {
    const [row] = await this.db.query<Row>(
      `SELECT t.id AS "taskId", t.title, t.kind, t.description, t.deliverables, t.state, t.enterprise_id AS "enterpriseId", t.enterprise_name AS "enterpriseName", t.region_code AS "regionCode",
              t.service_code AS "serviceCode", t.number, t.method, t.regime, t.awarded_firm_id AS "firmId", t.awarded_at AS "awardedAt",
              t.awarded_firm_name AS "firmName", t.awarded_price_yuan::text AS "priceYuan", coalesce(b.duration_days, t.duration_days) AS "durationDays"
         FROM service_task t LEFT JOIN bid b ON b.id = t.awarded_bid_id WHERE t.id = $1`,
      [taskId],
    );
    if (!row) return null;
    const { firmId, firmName, priceYuan, durationDays, awardedAt, ...task } = row;
    const award = firmId && firmName && priceYuan && awardedAt ? { firmId, firmName, priceYuan, durationDays, at: awardedAt } : null;
    return { ...task, award };
  }

  /** Whether the awarded firm still holds what the task asks for; null for a task that is gone. */
  async standing(taskId: string): Promise<Eligibility | null> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    return task?.awardedFirmId ? this.standings.ofTask(task, task.awardedFirmId) : null;
  }

  /** Whether another room holds the contract back, such as a suspended procedure. @throws 409 */
  assertSignable(taskId: string): Promise<void> {
    return this.guards.beforeSign(taskId);
  }

  /** Whether another room has the contract stand still. @throws 409 */
  assertPerformable(taskId: string): Promise<void> {
    return this.guards.beforePerform(taskId);
  }

  /** A change of the contract to this price, against the law the task was published under. @throws 400 */
  async assertPrice(taskId: string, priceYuan: string, pointer: string): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    await this.law.assertPrice(task, priceYuan, { moment: 'change', pointer });
  }

  /** A draft for what is left of the work, for another firm: the words of the task, the deliverables that are still missing, the same money under the same law. */
  async again(actor: Actor, taskId: string, left: { readonly note: string; readonly deliverables: readonly string[]; readonly budgetYuan: string | null }): Promise<string> {
    const task = await this.records.find(actor, taskId, 'task.award');
    const { kind, stage, requirements, requiredQualifications, serviceCode, durationDays, priceWeight, funds, subject } = task;
    const draft = await this.drafts.create(actor, {
      title: `${task.title}（续）`.slice(0, 100), kind, stage, description: `${left.note}\n\n${task.description}`.slice(0, 5000), requirements, deliverables: [...left.deliverables], requiredQualifications, serviceCode,
      budgetYuan: left.budgetYuan, funds, subject, durationDays, bidDeadline: new Date(this.clock.now().getTime() + SUCCESSOR_DAYS * DAY_MS).toISOString(), priceWeight,
    });
    return draft.id;
  }

  /** The contract has ended before the work was done. In the caller's transaction; does nothing for a task that is over. */
  async end(actor: Actor, taskId: string, reason: string): Promise<void> {
    const task = await this.db.lock(ServiceTask, { id: taskId });
    if (!task || task.state === 'accepted' || task.state === 'cancelled') return;
    advance(task.state, 'terminate');
    task.endedReason = reason;
    await this.records.step(task, 'terminate');
    await this.records.tell({ actor, task }, 'terminate', { zh: `合同解除，任务终止：${reason}`, en: `The contract was ended, and the task with it: ${reason}` });
    await this.engagements.end(taskId, this.clock.now());
    await this.outbox.publish(taskWorkEnded, { taskId });
  }
}
