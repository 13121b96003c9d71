import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, Outbox } from '@huanbao/platform';
import { Bid, ServiceTask } from '../marketplace.entity';
import { deadlineTooSoon } from '../marketplace.errors';
import { taskAmended } from '../marketplace.events';
import { localTime } from '../opening/opening-record';
import { advance } from '../task.flow';
import { TaskRecords } from '../task.records';
import { Closing } from './closing';
import { notABidder, talksMissing, tooFewFinalists, wrongMethod } from './methods.errors';
import { METHODS } from './methods';
import { tellProcedure } from './procedure.jobs';
import { TaskTalk } from './procedure.entity';
import { shortOptions } from './shortfall';

const MINIMUM_MS = 5000;

export interface FinalCall {
  readonly bidDeadline: Date;
  readonly text: string;
  readonly shortReason?: string;
  readonly approvalNumber?: string;
}

/** Between the first opening and the final offers: the talks of a negotiation, and the call. */
@Injectable()
export class FinalRound {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly closing: Closing,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A bidder reads its own talks only: what others said is theirs (财库〔2014〕214 号 第二十三条). */
  async talks(actor: Actor, taskId: string): Promise<(TaskTalk & { firmName: string })[]> {
    const task = await this.records.find(actor, taskId, 'task.talks');
    const own = actor.orgKind === 'firm' && actor.orgId !== task.enterpriseId;
    const talks = await this.db.repo(TaskTalk).find({ where: { taskId, ...(own ? { firmId: actor.orgId as string } : {}) }, order: { recordedAt: 'ASC', id: 'ASC' } });
    const names = new Map((await this.firstBids(taskId)).map(bid => [bid.firmId, bid.firmName]));
    return talks.map(talk => ({ ...talk, firmName: names.get(talk.firmId) ?? '' }));
  }

  record(actor: Actor, taskId: string, input: { firmId: string; text: string }): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.procedure');
      if (task.method !== 'negotiation') throw wrongMethod(task.method);
      advance(task.state, 'call-final');
      const bidder = (await this.firstBids(taskId)).find(bid => bid.firmId === input.firmId && bid.eligible);
      if (!bidder) throw notABidder();
      const now = this.clock.now();
      await this.db.repo(TaskTalk).insert({ id: newId(), taskId, firmId: input.firmId, text: input.text, heldAt: now, recordedBy: actor.userId, recordedAt: now });
      await this.records.tell({ actor, task }, 'talk', { zh: `与${bidder.firmName}磋商`, en: `Talk with ${bidder.firmName}`, audience: 'owner' }, { firmId: input.firmId });
    });
  }

  /** All whose first offer stands seal a final one to the same opening key before the deadline. */
  call(actor: Actor, taskId: string, input: FinalCall): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.procedure');
      if (!METHODS[task.method].final) throw wrongMethod(task.method);
      advance(task.state, 'call-final');
      if (input.bidDeadline.getTime() < this.clock.now().getTime() + MINIMUM_MS) throw deadlineTooSoon();
      await this.assertReady(task, input);
      Object.assign(task, { bidRound: 2, bidDeadline: input.bidDeadline, closedAt: null });
      await this.records.step(task, 'call-final');
      await this.records.tell({ actor, task }, 'call-final', { zh: `发起最终报价，截止 ${localTime(input.bidDeadline)}：${input.text}`, en: `Final offers are due by ${localTime(input.bidDeadline)}: ${input.text}`, audience: 'parties' }, { bidDeadline: input.bidDeadline.toISOString() });
      await this.outbox.enqueue(tellProcedure, { taskId, notice: 'final-called', ref: '2' });
      await this.outbox.publish(taskAmended, { taskId });
      await this.closing.schedule(task);
      return task;
    });
  }

  /** Enough first offers stand, and each bidder of a negotiation was talked to (财库〔2014〕214 号 第十七条). */
  private async assertReady(task: ServiceTask, input: FinalCall): Promise<void> {
    const standing = (await this.firstBids(task.id)).filter(bid => bid.eligible);
    if (standing.length < task.fewestBids && task.shortReason === null) this.goOnWithFewer(task, standing.length, input);
    if (task.method !== 'negotiation') return;
    const met = new Set((await this.db.repo(TaskTalk).findBy({ taskId: task.id })).map(talk => talk.firmId));
    const missing = standing.filter(bid => !met.has(bid.firmId)).map(bid => bid.firmName);
    if (missing.length > 0) throw talksMissing(missing);
  }

  /** By the same rule as at the deadline: a reason, or an approval where the law wants one. */
  private goOnWithFewer(task: ServiceTask, standing: number, { shortReason, approvalNumber }: FinalCall): void {
    const option = shortOptions(task).find(one => one.step === 'proceed');
    const enough = option !== undefined && standing > 0 && shortReason !== undefined && (option.needs === 'reason' || approvalNumber !== undefined);
    if (!enough) throw tooFewFinalists(standing, task.fewestBids, option !== undefined);
    Object.assign(task, { shortReason, shortApproval: approvalNumber ?? null });
  }

  private firstBids(taskId: string): Promise<Bid[]> {
    return this.db.repo(Bid).find({ where: { taskId, sealedRound: 1, state: 'opened' }, order: { receivedAt: 'ASC' } });
  }
}
