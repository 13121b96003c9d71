import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, Outbox } from '@huanbao/platform';
import { ServiceTask } from '../marketplace.entity';
import { deadlinePassed } from '../marketplace.errors';
import { taskAmended } from '../marketplace.events';
import { localTime } from '../opening/opening-record';
import { advance } from '../task.flow';
import { TaskRecords } from '../task.records';
import { Closing } from './closing';
import { earlierDeadline, nothingAmended, wrongMethod } from './methods.errors';
import { METHODS } from './methods';
import { deadlineAfterAmendment } from './periods';
import { tellProcedure } from './procedure.jobs';
import { Change, TaskAmendment } from './procedure.entity';
import { ProcurementLaw } from './procurement-law.service';

/** What may be amended while bids are taken. Criteria, qualifications and budget stay as they were published. */
export const AMENDABLE = ['description', 'requirements', 'deliverables', 'durationDays'] as const;
type Amendable = Partial<Pick<ServiceTask, (typeof AMENDABLE)[number]>>;

export interface AmendmentInput {
  readonly reason: string;
  readonly content: Amendable;
  readonly bidDeadline: Date | null;
}

/** Clarifying amendments to a published task, for all bidders alike (招标投标法 art. 23). Bids sealed before stay, or are replaced. */
@Injectable()
export class Amendments {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly law: ProcurementLaw,
    private readonly closing: Closing,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, taskId: string): Promise<TaskAmendment[]> {
    await this.records.find(actor, taskId);
    return this.ofPublic(taskId);
  }

  ofPublic(taskId: string): Promise<TaskAmendment[]> {
    return this.db.repo(TaskAmendment).find({ where: { taskId }, order: { version: 'DESC' } });
  }

  /** Writes the change and moves the deadline as far as the law wants it, whatever was asked for. */
  amend(actor: Actor, taskId: string, input: AmendmentInput): Promise<TaskAmendment> {
    return this.db.transaction(async () => {
      const task = await this.amendable(actor, taskId, input.bidDeadline);
      const changes = changesOf(task, input.content);
      if (Object.keys(changes).length === 0 && !(input.bidDeadline && input.bidDeadline > task.bidDeadline)) throw nothingAmended();
      const before = task.bidDeadline;
      const { deadline, moved } = await this.deadline(task, changes, input.bidDeadline);
      Object.assign(task, input.content, { bidDeadline: deadline, documentsVersion: task.documentsVersion + 1 });
      await this.records.save(task);
      const amendment = this.db.repo(TaskAmendment).create({ id: newId(), taskId, version: task.documentsVersion, reason: input.reason, changes, deadlineBefore: before, deadlineAfter: deadline, madeAt: this.clock.now() });
      await this.db.repo(TaskAmendment).insert({ ...amendment, changes: amendment.changes as object });
      await this.tell(actor, task, { amendment, moved });
      if (deadline > before) await this.closing.schedule(task);
      return amendment;
    });
  }

  private async amendable(actor: Actor, taskId: string, asked: Date | null): Promise<ServiceTask> {
    const task = await this.records.lock(actor, taskId, 'task.procedure');
    if (METHODS[task.method].who === 'one' || task.bidRound === 2) throw wrongMethod(task.method);
    if (task.state !== 'published') advance(task.state, 'fall-short'); // says what is possible now
    if (this.clock.now() >= task.bidDeadline && task.pausedAt === null) throw deadlinePassed(task.bidDeadline);
    if (asked && asked < task.bidDeadline) throw earlierDeadline();
    return task;
  }

  /** A later deadline alone shortens nobody's time; a changed content has to be early enough. */
  private async deadline(task: ServiceTask, changes: object, asked: Date | null): Promise<{ deadline: Date; moved: boolean }> {
    if (Object.keys(changes).length === 0) return { deadline: asked as Date, moved: false };
    return deadlineAfterAmendment(task, asked, this.clock.now(), await this.law.almanac());
  }

  private async tell(actor: Actor, task: ServiceTask, { amendment, moved }: { amendment: TaskAmendment; moved: boolean }): Promise<void> {
    const later = amendment.deadlineAfter > amendment.deadlineBefore;
    const deadline = later ? { zh: `；截止时间${moved ? '按规定' : ''}顺延到 ${localTime(amendment.deadlineAfter)}`, en: `; the deadline moves to ${localTime(amendment.deadlineAfter)}` } : { zh: '', en: '' };
    await this.records.tell({ actor, task }, 'amend', { zh: `第 ${amendment.version} 版文件：${amendment.reason}${deadline.zh}`, en: `Documents version ${amendment.version}: ${amendment.reason}${deadline.en}`, audience: 'public' }, { version: amendment.version, changed: Object.keys(amendment.changes), moved });
    await this.outbox.enqueue(tellProcedure, { taskId: task.id, notice: 'amended', ref: String(amendment.version) });
    await this.outbox.publish(taskAmended, { taskId: task.id });
  }
}

function changesOf(task: ServiceTask, content: Amendable): Record<string, Change> {
  const entries = (Object.keys(content) as (keyof Amendable)[]).map(field => [field, { before: task[field], after: content[field] }] as const);
  return Object.fromEntries(entries.filter(([, { before, after }]) => JSON.stringify(before) !== JSON.stringify(after)));
}
