import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { isLowest } from './bid-content';
import { METHODS } from './methods/methods';
import { lowestOnly } from './methods/methods.errors';
import { ProcurementLaw } from './methods/procurement-law.service';
import { Bid, ServiceTask } from './marketplace.entity';
import { bidNotAwardable, notEligible, reasonNeeded } from './marketplace.errors';
import { taskAwarded, taskEnded } from './marketplace.events';
import { advance } from './task.flow';
import { FirmStandings } from './standing-check';
import { TaskGuards } from './task-guards';
import { TaskRecords } from './task.records';

const REASON_MIN = 10;

/** The enterprise chooses one opened bid, or none. */
@Injectable()
export class AwardService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly standings: FirmStandings,
    private readonly guards: TaskGuards,
    private readonly law: ProcurementLaw,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws 422 for a bid that is unreadable, ineligible or whose firm has lost its standing; a reason is due when not the lowest. */
  award(actor: Actor, taskId: string, input: { bidId: string; reason: string }): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.award');
      advance(task.state, 'award'); // a task that is not open for the choice says so before its bids are looked at
      const opened = await this.db.repo(Bid).findBy({ taskId, state: 'opened', awardCancelledAt: IsNull() });
      const chosen = opened.find(bid => bid.id === input.bidId);
      if (!chosen?.priceYuan || !chosen.eligible || chosen.rejectedAt !== null) throw bidNotAwardable();
      const others = opened.filter(bid => bid.eligible && bid.rejectedAt === null && bid.id !== chosen.id).map(bid => bid.priceYuan as string);
      if (!isLowest(chosen.priceYuan, others) && METHODS[task.method].lowestUnderLaw && task.regime === 'government') throw lowestOnly();
      if (!isLowest(chosen.priceYuan, others) && input.reason.trim().length < REASON_MIN) throw reasonNeeded();
      await this.law.assertPrice(task, chosen.priceYuan, { moment: 'award', pointer: '/bidId' });
      const standing = await this.standings.qualified(task, chosen.firmId);
      if (!standing.ok) throw notEligible(standing.reasons);
      await this.guards.beforeAward(actor, task, { bid: chosen, reason: input.reason });
      Object.assign(task, { awardedBidId: chosen.id, awardedFirmId: chosen.firmId, awardedFirmName: chosen.firmName, awardedPriceYuan: chosen.priceYuan, listed: task.listed || task.regime !== 'voluntary', awardReason: input.reason.trim() || '最低有效报价', awardedAt: this.clock.now() });
      await this.records.step(task, 'award');
      await this.records.tell({ actor, task }, 'award', { zh: `定标：${chosen.firmName}，${chosen.priceYuan} 元`, en: `Awarded to ${chosen.firmName}, CNY ${chosen.priceYuan}`, audience: 'public' }, { bidId: chosen.id, reason: task.awardReason });
      await this.outbox.publish(taskAwarded, { taskId });
      return task;
    });
  }

  /** Ends the task without an award, with a reason the bidders are told. */
  refuseAll(actor: Actor, taskId: string, { reason, approvalNumber = null }: { readonly reason: string; readonly approvalNumber?: string | null }): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.award');
      advance(task.state, 'fail');
      await this.guards.beforeFail(task, { approvalNumber });
      task.endedReason = approvalNumber === null ? reason : `${reason}（批准文号：${approvalNumber}）`;
      await this.records.step(task, 'fail');
      await this.records.tell({ actor, task }, 'fail', { zh: `本次不定标：${task.endedReason}`, en: `No award: ${task.endedReason}`, audience: 'public' }, { approvalNumber });
      await this.outbox.publish(taskEnded, { taskId });
      return task;
    });
  }
}
