import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, systemActor } from '@huanbao/platform';
import { In } from 'typeorm';
import { Bid, type Reason, type Rejection, ServiceTask } from './marketplace.entity';
import { taskEnded } from './marketplace.events';
import { BidBond } from './methods/procedure.entity';
import { TaskRecords } from './task.records';

const PANEL = systemActor('evaluation');

/** What a panel decides about bids and the market carries out. No route leads here: neither the enterprise nor the bureau puts a bid aside. In the caller's transaction. */
@Injectable()
export class PanelDecisions {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The bid is out: it is neither scored nor chosen, and its price counts for nobody. */
  async reject(bidId: string, rejection: Rejection): Promise<void> {
    await this.db.repo(Bid).update({ id: bidId }, { rejectedAt: this.clock.now(), rejection: { ...rejection } });
  }

  /** Before the same question is decided again. */
  async restore(taskId: string, stage: Rejection['stage']): Promise<void> {
    const rejected = await this.db.repo(Bid).findBy({ taskId, state: 'opened' });
    const ids = rejected.filter(bid => bid.rejection?.stage === stage).map(bid => bid.id);
    if (ids.length > 0) await this.db.repo(Bid).update({ id: In(ids) }, { rejectedAt: null, rejection: null });
  }

  /** The procurement ends without an award; the task is under lock. */
  async fail(task: ServiceTask, words: Reason): Promise<void> {
    task.endedReason = words.zh;
    await this.records.step(task, 'fail');
    await this.records.tell({ actor: PANEL, task }, 'fail', { ...words, audience: 'public' });
    await this.outbox.publish(taskEnded, { taskId: task.id });
  }

  /** Firms whose bid bond is recorded, with the day of payment. */
  async bondsOf(taskId: string): Promise<ReadonlyMap<string, string>> {
    const bonds = await this.db.repo(BidBond).findBy({ taskId });
    return new Map(bonds.map(bond => [bond.firmId, bond.paidOn]));
  }
}
