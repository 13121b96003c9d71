import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, notFound, Outbox } from '@huanbao/platform';
import { Engagements } from '@huanbao/providers';
import { Prices } from '@huanbao/services';
import { Bid, ServiceTask } from './marketplace.entity';
import { taskAwardCancelled, taskAwarded, taskEnded } from './marketplace.events';
import { BidBond } from './methods/procedure.entity';
import { advance } from './task.flow';
import { TaskGuards } from './task-guards';
import { TaskRecords } from './task.records';
import { TaskContracts } from './work-contracts';

/** What was awarded, kept by the caller so that it can be put back as it was. */
export interface UndoneAward {
  readonly bidId: string | null;
  readonly firmId: string;
  readonly firmName: string;
  readonly priceYuan: string;
  readonly reason: string;
  readonly at: Date;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Takes an award back when no contract comes of it, and puts it back when that was wrong. All in the caller's transaction. */
@Injectable()
export class AwardUndoing {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly guards: TaskGuards,
    private readonly engagements: Engagements,
    private readonly prices: Prices,
    private readonly contracts: TaskContracts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The award of a task that waits for its contract, the task under lock. @throws 409 once work was handed over, or it is no longer awarded */
  async awardOf(taskId: string): Promise<UndoneAward & { readonly task: ServiceTask }> {
    const task = await this.db.lock(ServiceTask, { id: taskId });
    if (!task) throw notFound();
    advance(task.state, 'cancel-award');
    const { awardedBidId: bidId, awardedFirmId: firmId, awardedFirmName: firmName, awardedPriceYuan: priceYuan, awardReason, awardedAt: at } = task;
    if (!firmId || !firmName || !priceYuan || !at) throw notFound();
    return { task, bidId, firmId, firmName, priceYuan, reason: awardReason ?? '', at };
  }

  /** The choice is open again; the bid that was chosen is out of it. */
  async cancel(actor: Actor, task: ServiceTask, words: Words): Promise<void> {
    if (task.awardedBidId) await this.db.repo(Bid).update({ id: task.awardedBidId }, { awardCancelledAt: this.clock.now() });
    await this.takeBack(actor, task, words);
    await this.guards.awardCancelled(actor, task);
  }

  /** The award is found void, and its contract with it; who ruled it says what follows. The bid is out only where it was the one at fault: another evaluation judges it anew. */
  async annul(actor: Actor, task: ServiceTask, { bidIsOut, ...words }: Words & { readonly bidIsOut: boolean }): Promise<void> {
    const { awardedBidId: bidId, awardedFirmId: firmId, awardedFirmName: firmName, awardedPriceYuan: priceYuan, awardedAt: at } = task;
    if (!firmId || !firmName || !priceYuan || !at) throw notFound();
    const bid = bidId === null ? null : await this.db.repo(Bid).findOneBy({ id: bidId });
    await this.contracts.annul(actor, { taskId: task.id, bidId, durationDays: bid?.durationDays ?? task.durationDays, firmId, firmName, priceYuan, at }, words);
    if (bidIsOut && bidId) await this.db.repo(Bid).update({ id: bidId }, { awardCancelledAt: this.clock.now() });
    await this.takeBack(actor, task, words);
  }

  private async takeBack(actor: Actor, task: ServiceTask, words: Words): Promise<void> {
    Object.assign(task, { awardedBidId: null, awardedFirmId: null, awardedFirmName: null, awardedPriceYuan: null, awardReason: null, awardedAt: null });
    await this.records.step(task, 'cancel-award');
    await this.records.tell({ actor, task }, 'cancel-award', { ...words, audience: 'public' });
    await this.engagements.forget(task.id);
    await this.prices.forget(task.id);
    await this.outbox.publish(taskAwardCancelled, { taskId: task.id });
  }

  /** As it was before the cancellation. */
  async restore(actor: Actor, taskId: string, { award, words }: { award: UndoneAward; words: Words }): Promise<void> {
    const task = await this.db.lock(ServiceTask, { id: taskId });
    if (!task) throw notFound();
    if (award.bidId) await this.db.repo(Bid).update({ id: award.bidId }, { awardCancelledAt: null });
    Object.assign(task, { awardedBidId: award.bidId, awardedFirmId: award.firmId, awardedFirmName: award.firmName, awardedPriceYuan: award.priceYuan, awardReason: award.reason, awardedAt: award.at });
    await this.records.step(task, 'restore-award');
    await this.records.tell({ actor, task }, 'restore-award', { ...words, audience: 'public' });
    await this.guards.awardRestored(task);
    await this.outbox.publish(taskAwarded, { taskId });
  }

  /** The enterprise itself would not sign: the procurement ends, nobody else is chosen in the firm's place. */
  async abandon(actor: Actor, task: ServiceTask, words: Words): Promise<void> {
    await this.cancel(actor, task, words);
    task.endedReason = words.zh;
    await this.records.step(task, 'fail');
    await this.outbox.publish(taskEnded, { taskId: task.id });
  }

  rulingPending(taskId: string, pending: boolean): Promise<void> {
    return this.guards.rulingPending(taskId, pending);
  }

  /** The bid bond is kept. @returns its amount; null where the firm had none, or it was given back before */
  async forfeit(taskId: string, firmId: string): Promise<string | null> {
    const bond = await this.db.lock(BidBond, { taskId, firmId });
    if (!bond || bond.returnedOn !== null) return null;
    await this.db.repo(BidBond).update({ id: bond.id }, { forfeitedOn: this.clock.today() });
    return bond.amountYuan;
  }

  async release(taskId: string, firmId: string): Promise<void> {
    await this.db.repo(BidBond).update({ taskId, firmId }, { forfeitedOn: null });
  }
}
