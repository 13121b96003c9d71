import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Clock, Db, Delivery as JobDelivery, Handles, systemActor } from '@huanbao/platform';
import { Bid, ServiceTask } from './marketplace.entity';
import { closeTask, publishDueRatings, renderOpeningRecord } from './marketplace.jobs.definitions';
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
      const file = await this.files.store(pdf, {
        name: `开标记录-${task.number ?? task.id}.pdf`,
        mediaType: 'application/pdf',
        subjectType: 'task-opening',
        subjectId: task.id,
        purpose: 'opening-record',
        ownerOrgId: task.enterpriseId,
        uploadedBy: SYSTEM.userId,
      });
      await this.db.repo(ServiceTask).update({ id: task.id }, { openingRecordFileId: file.id });
    });
  }

  @Handles(publishDueRatings)
  async publishRatings(_: Record<string, never>, delivery: JobDelivery): Promise<void> {
    await delivery.complete(() => this.ratings.publishDue());
  }
}
