import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, Outbox, violatedConstraint } from '@huanbao/platform';
import { ServiceTask } from '../marketplace.entity';
import { deadlineTooSoon } from '../marketplace.errors';
import { taskAmended, taskClosed, taskEnded } from '../marketplace.events';
import { advance } from '../task.flow';
import { TaskGuards } from '../task-guards';
import { TaskRecords } from '../task.records';
import { Closing } from './closing';
import { Invitations } from './invitations.service';
import { approvalNeeded, followedAlready, shortStepRefused } from './methods.errors';
import { METHODS, ShortStep } from './methods';
import { tellProcedure } from './procedure.jobs';
import { shortOptions } from './shortfall';

/** Least time firms are given, as at the publication. */
const MINIMUM_MS = 5000;

/** The way on when too few have bid. */
@Injectable()
export class Shortfalls {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly closing: Closing,
    private readonly invitations: Invitations,
    private readonly guards: TaskGuards,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Takes bids again until the new deadline; further firms may be asked. */
  prolong(actor: Actor, taskId: string, input: { bidDeadline: Date; reason: string; invitedFirmIds: readonly string[] }): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.short(actor, taskId, 'prolong');
      if (input.bidDeadline.getTime() < this.clock.now().getTime() + MINIMUM_MS) throw deadlineTooSoon();
      if (METHODS[task.method].who === 'invited' && task.bidRound === 1) await this.invitations.add(task, input.invitedFirmIds);
      Object.assign(task, { bidDeadline: input.bidDeadline, closedAt: null, fellShortAt: null });
      await this.records.step(task, 'prolong');
      await this.records.tell({ actor, task }, 'prolong', { zh: `延长征集：${input.reason}`, en: `Prolonged: ${input.reason}`, audience: 'public' }, { bidDeadline: input.bidDeadline.toISOString(), invited: input.invitedFirmIds });
      await this.outbox.enqueue(tellProcedure, { taskId, notice: 'prolonged', ref: String(input.bidDeadline.getTime()) });
      await this.outbox.publish(taskAmended, { taskId });
      await this.closing.schedule(task);
      return task;
    });
  }

  /** Goes on with the bids that came, where the rules allow it. */
  proceed(actor: Actor, taskId: string, input: { reason: string; approvalNumber: string | null }): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.short(actor, taskId, 'proceed');
      const option = shortOptions(task).find(one => one.step === 'proceed');
      if (option?.needs !== 'reason' && !input.approvalNumber) throw approvalNeeded();
      Object.assign(task, { shortReason: input.reason, shortApproval: input.approvalNumber });
      await this.records.step(task, 'proceed');
      const number = input.approvalNumber ? `（${input.approvalNumber}）` : '';
      await this.records.tell({ actor, task }, 'proceed', { zh: `家数不足仍继续${number}：${input.reason}`, en: `Going on with fewer bids ${number}: ${input.reason}`, audience: 'public' });
      await this.outbox.enqueue(tellProcedure, { taskId, notice: 'proceeding', ref: String(task.bidDeadline.getTime()) });
      await this.outbox.publish(taskClosed, { taskId });
      return task;
    });
  }

  /** A new draft of the same need. Bids sealed for this one are never opened. */
  async again(actor: Actor, taskId: string): Promise<ServiceTask> {
    try {
      return await this.db.transaction(async () => {
        const task = await this.records.lock(actor, taskId, 'task.procedure');
        if (task.state === 'short') await this.end(actor, task);
        if (task.state !== 'failed' && task.state !== 'cancelled') advance(task.state, 'prolong'); // says what is possible now
        return this.copy(actor, task);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'service_task_follows_once') throw followedAlready();
      throw error;
    }
  }

  private async copy(actor: Actor, task: ServiceTask): Promise<ServiceTask> {
    const now = this.clock.now();
    const { title, kind, stage, description, requirements, deliverables, requiredQualifications, budgetYuan, durationDays, priceWeight, serviceCode, serviceVersion, requirement } = task;
    const { enterpriseId, enterpriseName, regionCode, method, funds, subject, approvalNumber, approvalReason, bondYuan } = task;
    const taken = task.publishedAt && task.attempt + 1;
    const length = task.bidDeadline.getTime() - (task.publishedAt ?? task.createdAt).getTime();
    const draft = this.db.repo(ServiceTask).create({
      title, kind, stage, description, requirements, deliverables, requiredQualifications, budgetYuan, durationDays, priceWeight, serviceCode, serviceVersion, requirement,
      enterpriseId, enterpriseName, regionCode, method, funds, subject, approvalNumber, approvalReason, bondYuan,
      id: newId(), state: 'draft', version: 1, bidDeadline: new Date(now.getTime() + length), attempt: taken ?? task.attempt, followsTaskId: task.id, shortfalls: task.shortfalls + (task.fellShortAt ? 1 : 0), createdBy: actor.userId, createdAt: now, updatedAt: now,
    });
    await this.db.repo(ServiceTask).insert(draft);
    await this.invitations.askAgain(draft, task.id);
    await this.guards.afterAgain(task, draft);
    await this.records.tell({ actor, task: draft }, 'create', { zh: `由 ${task.number ?? '草稿'} 重新组织，第 ${draft.attempt} 次`, en: `Begun anew from ${task.number ?? 'a draft'}, attempt ${draft.attempt}`, audience: 'owner' }, { follows: task.id });
    return this.db.repo(ServiceTask).findOneByOrFail({ id: draft.id });
  }

  private async end(actor: Actor, task: ServiceTask): Promise<void> {
    task.endedReason = '家数不足，重新组织采购，已收到的密封报价不开启';
    await this.records.step(task, 'fail');
    await this.records.tell({ actor, task }, 'fail', { zh: task.endedReason, en: 'Too few bids: begun anew, the sealed bids are not opened', audience: 'public' });
    await this.outbox.publish(taskEnded, { taskId: task.id });
  }

  private async short(actor: Actor, taskId: string, step: Exclude<ShortStep, 'again'>): Promise<ServiceTask> {
    const task = await this.records.lock(actor, taskId, 'task.procedure');
    advance(task.state, step);
    if (!shortOptions(task).some(one => one.step === step)) throw shortStepRefused();
    return task;
  }
}
