import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, Outbox, shanghaiDate, stale } from '@huanbao/platform';
import { doneByReport, dutyClosed, dutyNotBegun, evidenceNeeded } from '../duties.errors';
import { dutyDone } from '../duties.events';
import { dutyPolicy } from '../duties.policy';
import { ReferenceBook } from '@huanbao/reference';
import { DUTY_KIND, type EvidenceRule, evidenceRule, valueOn } from '../engine/reference';
import { lateDaysOf, mendingDay } from '../engine/mending';
import { DutyFiles } from './duty.files';
import { type CoveredLine, type DoneWay, Obligation } from './obligation.entity';
import { OverdueTasks } from './overdue-tasks';

/** What a duty is done by. */
interface Doing {
  readonly note: string;
  readonly way: DoneWay;
  readonly at?: Date;
  readonly facts?: CoveredLine[] | null;
  readonly evidenceFileId?: string | null;
}

/** What people do with duties. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly db: Db,
    private readonly tasks: OverdueTasks,
    private readonly evidence: DutyFiles,
    private readonly book: ReferenceBook,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * The holder says that it is done, and shows it where the table of kinds asks for a file. Reports are done by handing them in.
   * @throws 422 before its period begins, with the first day; 422 `duty.evidence-needed`; 400 for a file that is not this duty's
   */
  complete(actor: Actor, id: string, { note, evidenceFileId, version }: { note: string; evidenceFileId?: string; version: number }): Promise<Obligation> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Obligation, { id });
      dutyPolicy.require(actor, 'duty.do', row);
      if (row.version !== version) throw stale();
      if (row.kind.startsWith('report-')) throw doneByReport();
      if (this.clock.today() < row.periodFrom) throw dutyNotBegun(row.periodFrom);
      if (evidenceFileId === undefined && (await this.evidenceOf(row)) === 'required') throw evidenceNeeded();
      if (evidenceFileId !== undefined) await this.evidence.assertOf(row, evidenceFileId);
      return this.finish(actor, row, { note, way: evidenceFileId === undefined ? 'note' : 'evidence', evidenceFileId });
    });
  }

  /** Whether a file must be there when somebody says that it is done. */
  async evidenceOf({ kind }: Pick<Obligation, 'kind'>): Promise<EvidenceRule> {
    return evidenceRule(kind, this.clock.today(), await this.book.rows(DUTY_KIND));
  }

  /** Under the caller's lock, in the caller's transaction; `at` is when it was done. @throws 409 when it is done or not demanded */
  async finish(actor: Actor, row: Obligation, { note, way, at = this.clock.now(), facts = null, evidenceFileId = null }: Doing): Promise<Obligation> {
    if (row.status === 'done' || row.status === 'excused' || row.kind === 'retention') throw dutyClosed(row.status);
    const lateDays = lateDaysOf(row, shanghaiDate(at));
    const change = { status: 'done' as const, doneAt: at, doneBy: actor.userId, doneByName: actor.name, doneNote: note, doneWay: way, doneFacts: facts, evidenceFileId, lateDays, version: row.version + 1 };
    await this.db.repo(Obligation).update({ id: row.id }, change);
    await this.audit.record({ actor, action: 'duty.done', subject: { type: 'obligation', id: row.id }, details: { key: row.key, dueOn: row.dueOn, lateDays, note, way, evidenceFileId }, onBehalfOf: row.enterpriseId === actor.orgId ? null : row.enterpriseId });
    await this.outbox.publish(dutyDone, { obligationId: row.id, permitId: row.permitId, enterpriseId: row.enterpriseId, lateDays });
    return { ...row, ...change };
  }

  /**
   * What it was done by does not hold (a report was returned, a signature was void). Under the caller's lock. Past its day
   * it is overdue at once, with its task of enforcement; before that the daily round goes on with it.
   */
  async reopen(actor: Actor, row: Obligation, { why, mendBy = null }: { why: string; mendBy?: string | null }): Promise<void> {
    if (row.status !== 'done') return;
    const today = this.clock.today();
    const isOverdue = row.dueOn < today && (mendBy === null || mendBy <= today);
    await this.db.repo(Obligation).update({ id: row.id }, { status: isOverdue ? 'overdue' : 'upcoming', mendBy, doneAt: null, doneBy: null, doneByName: null, doneNote: null, doneWay: null, doneFacts: null, evidenceFileId: null, lateDays: null, version: row.version + 1 });
    if (isOverdue) await this.tasks.open(row);
    await this.audit.record({ actor, action: 'duty.reopen', subject: { type: 'obligation', id: row.id }, details: { key: row.key, dueOn: row.dueOn, mendBy, why, was: row.doneWay } });
  }

  /** The bureau sent it back. What had been in time is late only after the days for mending; what had been late counts from its own day. */
  async returned(actor: Actor, row: Obligation, why: string): Promise<void> {
    const today = this.clock.today();
    const days = Number(valueOn('report.mending-days', today, await this.book.rows(DUTY_KIND)).value);
    await this.reopen(actor, row, { why, mendBy: row.lateDays === 0 ? mendingDay(row.dueOn, { returnedOn: today, days }) : null });
  }
}
