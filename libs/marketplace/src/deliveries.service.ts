import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Clock, Db, newId, notFound, Outbox } from '@huanbao/platform';
import { Delivery, ServiceTask } from './marketplace.entity';
import { deliveryFirmStanding, deliveryReviewedAlready, filesNotYours } from './marketplace.errors';
import { deliveryReviewed, deliverySubmitted } from './marketplace.events';
import { FirmStandings } from './standing-check';
import { advance } from './task.flow';
import { TaskGuards } from './task-guards';
import { TaskRecords } from './task.records';
import { TaskContracts } from './work-contracts';

/** Results handed over by the firm and accepted, or sent back, by the enterprise. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly files: Files,
    private readonly contracts: TaskContracts,
    private readonly standings: FirmStandings,
    private readonly guards: TaskGuards,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  deliver(actor: Actor, taskId: string, input: { summary: string; fileIds: string[]; milestoneId?: string | null }): Promise<Delivery> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.deliver');
      advance(task.state, 'deliver'); // what is not to be delivered now says so before its contract is asked
      await this.guards.beforePerform(taskId);
      await this.assertFiles(taskId, input.fileIds);
      const milestoneId = input.milestoneId ?? null;
      await this.contracts.handedOver(actor, taskId, milestoneId);
      const round = (await this.db.repo(Delivery).countBy({ taskId })) + 1; // under the task's lock
      const delivery = this.db.repo(Delivery).create({
        id: newId(), taskId, round, summary: input.summary, fileIds: input.fileIds, state: 'submitted',
        comment: null, submittedBy: actor.userId, submittedAt: this.clock.now(), reviewedAt: null, milestoneId,
      });
      await this.db.repo(Delivery).insert(delivery);
      await this.records.step(task, 'deliver');
      await this.records.tell({ actor, task }, 'deliver', { zh: `第 ${round} 次提交成果`, en: `Delivery ${round} submitted` }, { deliveryId: delivery.id, fileIds: input.fileIds });
      await this.outbox.publish(deliverySubmitted, { taskId, deliveryId: delivery.id });
      return delivery;
    });
  }

  /** @param standingReason on what it rests that the work was done lawfully, where the firm's standing does not hold today */
  accept(actor: Actor, taskId: string, deliveryId: string, { comment, standingReason = null }: { comment: string; standingReason?: string | null }): Promise<Delivery> {
    return this.review(actor, { taskId, deliveryId, verdict: 'accept', comment, standingReason });
  }

  rework(actor: Actor, taskId: string, deliveryId: string, comment: string): Promise<Delivery> {
    return this.review(actor, { taskId, deliveryId, verdict: 'rework', comment, standingReason: null });
  }

  /** The task's deliveries for its two sides and the bureau. */
  async visibleTo(actor: Actor, taskId: string): Promise<Delivery[]> {
    await this.records.find(actor, taskId, 'task.deliveries');
    return this.db.repo(Delivery).find({ where: { taskId }, order: { round: 'DESC' } });
  }

  private review(actor: Actor, input: { taskId: string; deliveryId: string; verdict: 'accept' | 'rework'; comment: string; standingReason: string | null }): Promise<Delivery> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, input.taskId, 'task.accept');
      const delivery = await this.db.lock(Delivery, { id: input.deliveryId, taskId: input.taskId });
      if (!delivery) throw notFound();
      advance(task.state, input.verdict);
      if (delivery.state !== 'submitted') throw deliveryReviewedAlready();
      const now = this.clock.now();
      const accepted = input.verdict === 'accept';
      if (accepted) await this.assertStanding(actor, task, input.standingReason);
      const { more } = await this.contracts.reviewed(actor, task.id, { milestoneId: delivery.milestoneId, accepted });
      const ends = accepted && !more;
      if (ends) task.acceptedAt = now;
      await this.records.step(task, accepted && more ? 'milestone' : input.verdict);
      Object.assign(delivery, { state: accepted ? 'accepted' : 'rework', comment: input.comment, reviewedAt: now });
      await this.db.repo(Delivery).save(delivery);
      const text = accepted ? { zh: `验收通过：${input.comment}`, en: `Accepted: ${input.comment}` } : { zh: `要求返工：${input.comment}`, en: `Rework asked for: ${input.comment}` };
      await this.records.tell({ actor, task }, input.verdict, text, { deliveryId: delivery.id });
      await this.outbox.publish(deliveryReviewed, { taskId: input.taskId, deliveryId: delivery.id });
      return delivery;
    });
  }

  /** A firm that lost its standing may have worked while it held: the enterprise says so in writing, and the bureau reads it. */
  private async assertStanding(actor: Actor, task: ServiceTask, reason: string | null): Promise<void> {
    const verdict = await this.standings.ofTask(task, task.awardedFirmId as string);
    if (verdict.ok) return;
    if (reason === null || reason.trim() === '') throw deliveryFirmStanding(verdict.reasons);
    const why = { zh: verdict.reasons.map(one => one.zh).join('；'), en: verdict.reasons.map(one => one.en).join('; ') };
    await this.records.tell({ actor, task }, 'accept-despite', { zh: `机构资格现不符合（${why.zh}），企业说明后验收：${reason.trim()}`, en: `The firm’s standing does not hold (${why.en}); accepted on the enterprise’s statement: ${reason.trim()}` }, { reasons: verdict.reasons });
  }

  private async assertFiles(taskId: string, fileIds: readonly string[]): Promise<void> {
    const known = new Set((await this.files.list('service-task', taskId)).map(file => file.id));
    if (fileIds.some(id => !known.has(id))) throw filesNotYours('/fileIds');
  }
}
