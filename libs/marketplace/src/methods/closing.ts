import { Injectable } from '@nestjs/common';
import { Actor, Db, Outbox } from '@huanbao/platform';
import { Bid, ServiceTask } from '../marketplace.entity';
import { taskClosed, taskEnded } from '../marketplace.events';
import { closeTask } from '../marketplace.jobs.definitions';
import { TaskRecords } from '../task.records';
import { METHODS } from './methods';
import { tellProcedure } from './procedure.jobs';
import { TaskOffer } from './procedure.entity';
import { verdictAtDeadline } from './shortfall';

/** What happens when the deadline has passed: one rule for the job and for who opens before it has run. */
@Injectable()
export class Closing {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly outbox: Outbox,
  ) {}

  /** The row waits until the deadline; each deadline has its own, since the former ones find nothing to do. */
  async schedule(task: ServiceTask): Promise<void> {
    await this.outbox.enqueue(closeTask, { taskId: task.id }, { notBefore: task.bidDeadline, key: `${task.id}:${task.bidDeadline.getTime()}` });
  }

  /** Sealed bids of the round that is running, and what follows from their number. */
  async verdict(task: ServiceTask): Promise<{ bids: number; verdict: 'close' | 'short' | 'fail' }> {
    const bids = await this.db.repo(Bid).countBy({ taskId: task.id, state: 'sealed', sealedRound: task.bidRound });
    return { bids, verdict: verdictAtDeadline({ method: task.method, regime: task.regime, round: task.bidRound, bids, fewest: task.fewestBids }) };
  }

  /** Under the task's lock, after the deadline. */
  async atDeadline(actor: Actor, task: ServiceTask): Promise<void> {
    task.closedAt = task.bidDeadline;
    if (METHODS[task.method].who === 'one') return this.lapse(actor, task);
    const { verdict } = await this.verdict(task);
    if (verdict !== 'close' && task.bidRound === 1) task.fellShortAt ??= task.bidDeadline;
    if (verdict === 'fail') task.endedReason = '截止时没有收到报价';
    await this.records.step(task, verdict === 'short' ? 'fall-short' : verdict);
    await this.records.tell({ actor, task }, 'close', { ...words(verdict, task), audience: 'public' }, { verdict, fewest: task.fewestBids });
    if (verdict === 'short') await this.outbox.enqueue(tellProcedure, { taskId: task.id, notice: 'short', ref: `${task.bidDeadline.getTime()}` });
    else await this.outbox.publish(verdict === 'fail' ? taskEnded : taskClosed, { taskId: task.id });
  }

  private async lapse(actor: Actor, task: ServiceTask): Promise<void> {
    await this.db.repo(TaskOffer).update({ taskId: task.id, state: 'open' }, { state: 'lapsed' });
    task.endedReason = '答复期限内没有成交';
    await this.records.step(task, 'fail');
    await this.records.tell({ actor, task }, 'close', { zh: '答复期限内没有成交，委托失效', en: 'The offer was not accepted in time and lapsed', audience: 'public' });
    await this.outbox.publish(taskEnded, { taskId: task.id });
  }
}

/** No number: it is told with the opening, and never when there is none (招标投标法 第二十二条). */
function words(verdict: 'close' | 'short' | 'fail', task: ServiceTask): { zh: string; en: string } {
  const final = task.bidRound === 2;
  if (verdict === 'fail') return { zh: '截止时没有收到报价，本次流标', en: 'No bid by the deadline: the task failed' };
  if (verdict === 'short') return { zh: `截止时密封报价少于 ${task.fewestBids} 家，不开标`, en: `Fewer than ${task.fewestBids} sealed bids by the deadline: not opened` };
  return { zh: `${final ? '最终报价' : '报价'}截止，等待开标`, en: `${final ? 'Final bidding' : 'Bidding'} closed; the opening follows` };
}
