import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Clock, Db, Delivery as JobDelivery, Handles, Outbox, systemActor } from '@huanbao/platform';
import { Bid, ServiceTask } from './marketplace.entity';
import { taskClosed, taskEnded } from './marketplace.events';
import { closeTask, publishDueRatings, renderOpeningRecord } from './marketplace.jobs.definitions';
import { OpeningRecord } from './opening-record';
import { RatingsService } from './ratings.service';
import { TaskRecords } from './task.records';

const SYSTEM = systemActor('marketplace');

/** Work of the market in the background. */
@Injectable()
export class MarketplaceJobs {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly record: OpeningRecord,
    private readonly files: Files,
    private readonly ratings: RatingsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** At the deadline: with bids the task waits for the opening, without any it fails. Does nothing when it moved on already. */
  @Handles(closeTask)
  async close({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    await delivery.complete(async () => {
      const task = await this.db.lock(ServiceTask, { id: taskId });
      if (!task || task.state !== 'published' || this.clock.now().getTime() < task.bidDeadline.getTime()) return;
      const bids = await this.db.repo(Bid).countBy({ taskId, state: 'sealed' });
      task.closedAt = task.bidDeadline;
      if (bids === 0) task.endedReason = '截止时没有收到报价';
      await this.records.step(task, bids === 0 ? 'fail' : 'close');
      const text = bids === 0 ? { zh: '截止时没有收到报价，本次流标', en: 'No bid by the deadline: the task failed' } : { zh: `报价截止，共收到 ${bids} 份密封报价`, en: `Bidding closed with ${bids} sealed bids` };
      await this.records.tell({ actor: SYSTEM, task }, 'close', { ...text, audience: 'public' }, { bids });
      await this.outbox.publish(bids === 0 ? taskEnded : taskClosed, { taskId });
    });
  }

  /** 唱标记录: the opened prices as a document, kept with the task. */
  @Handles(renderOpeningRecord)
  async openingRecord({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    const pdf = await this.record.render(task, await this.db.repo(Bid).find({ where: [{ taskId, state: 'opened' }, { taskId, state: 'unreadable' }], order: { receivedAt: 'ASC' } }));
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
