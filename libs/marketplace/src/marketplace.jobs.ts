import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Clock, Db, Delivery as JobDelivery, Handles, systemActor } from '@huanbao/platform';
import { Bid, ServiceTask } from './marketplace.entity';
import { closeTask, publishDueRatings, renderFirstRecord, renderOpeningRecord } from './marketplace.jobs.definitions';
import { Closing } from './methods/closing';
import { OpeningRecord } from './opening/opening-record';
import { OpeningShares } from './opening/shares.service';
import { RatingsService } from './ratings.service';

const SYSTEM = systemActor('marketplace');

/** Work of the market in the background. */
@Injectable()
export class MarketplaceJobs {
  constructor(
    private readonly db: Db,
    private readonly record: OpeningRecord,
    private readonly files: Files,
    private readonly ratings: RatingsService,
    private readonly closing: Closing,
    private readonly shares: OpeningShares,
    private readonly clock: Clock,
  ) {}

  /** At the deadline: with enough bids the task waits for the opening, without any it fails. Does nothing when it moved on already. */
  @Handles(closeTask)
  async close({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    await delivery.complete(async () => {
      const task = await this.db.lock(ServiceTask, { id: taskId });
      // an objection that waits for its answer stops the clock: its answer sets a later deadline and its own job
      if (!task || task.state !== 'published' || task.pausedAt !== null || this.clock.now().getTime() < task.bidDeadline.getTime()) return;
      await this.closing.atDeadline(SYSTEM, task);
    });
  }

  /** 唱标记录: the opened prices as a document, kept with the task. */
  @Handles(renderOpeningRecord)
  async openingRecord({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    const pdf = await this.record.render(task, await this.db.repo(Bid).find({ where: [{ taskId, state: 'opened' }, { taskId, state: 'unreadable' }], order: { receivedAt: 'ASC' } }), { shares: await this.shares.given(task), losses: await this.shares.losses(taskId) });
    await delivery.complete(async () => {
      const file = await this.keep(pdf, task, { name: '开标记录', subjectType: 'task-opening' });
      await this.db.repo(ServiceTask).update({ id: task.id }, { openingRecordFileId: file.id });
    });
  }

  /** What the first of two rounds brought, those among it who did not come back: the last record names only the offers that count. */
  @Handles(renderFirstRecord)
  async firstRecord({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    const bids = await this.db.repo(Bid).createQueryBuilder('b').where(`b.taskId = :taskId AND b.sealedRound = 1 AND (b.priceYuan IS NOT NULL OR b.state = 'unreadable')`, { taskId }).orderBy('b.receivedAt', 'ASC').getMany();
    const pdf = await this.record.render(task, bids, { shares: await this.shares.given({ id: taskId, bidRound: 1 }), losses: await this.shares.losses(taskId) }, 'first');
    await delivery.complete(async () => {
      const file = await this.keep(pdf, task, { name: '首轮开标记录', subjectType: 'task-first-opening' });
      await this.db.repo(ServiceTask).update({ id: task.id }, { firstOpeningRecordFileId: file.id });
    });
  }

  private keep(pdf: Buffer, task: ServiceTask, { name, subjectType }: { readonly name: string; readonly subjectType: string }): Promise<{ id: string }> {
    return this.files.store(pdf, { name: `${name}-${task.number ?? task.id}.pdf`, mediaType: 'application/pdf', subjectType, subjectId: task.id, purpose: 'opening-record', ownerOrgId: task.enterpriseId, uploadedBy: SYSTEM.userId });
  }

  @Handles(publishDueRatings)
  async publishRatings(_: Record<string, never>, delivery: JobDelivery): Promise<void> {
    await delivery.complete(() => this.ratings.publishDue());
  }
}
