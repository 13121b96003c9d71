import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, newId, notFound, Page, toPage } from '@huanbao/platform';
import { In } from 'typeorm';
import { CaseRecord } from '../case.entity';
import { alreadyAnswered } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import type { ClockReading } from '../clock/reading';
import { CaseMessages } from '../engine/case-messages';
import { Timeline } from '../engine/timeline';
import { rowView } from '../views/rows';
import { Supervision } from './supervision.entity';
import type { SupervisionView } from './supervision.view';

const DEFAULT_LIMIT = 20;

export interface SupervisionFilter {
  readonly state?: 'open' | 'answered';
  readonly level?: Supervision['level'];
  readonly sort?: 'oldest' | 'newest';
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Raises what a supervisor has to answer, once for each period and level, and keeps the answers. */
@Injectable()
export class Supervisions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly timeline: Timeline,
    private readonly messages: CaseMessages,
  ) {}

  /** Whether it is new. Only inside the transaction of the warning. Time that runs against the applicant is not the bureau's to answer for. */
  async raise(c: CaseRecord, reading: ClockReading, level: Supervision['level']): Promise<boolean> {
    if (!c.holder.startsWith('bureau')) return false;
    const raised = await this.db.query<{ id: string }>(
      `INSERT INTO supervision (id, case_id, clock, run, level, due_on, raised_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
      [newId(), c.id, reading.clock, reading.run, level, level === 'pause-over' ? reading.expectedOn : reading.dueOn, this.clock.now()],
    );
    if (raised.length === 0) return false;
    if (level === 'due-soon') await this.messages.escalated(c, reading);
    if (level === 'pause-over') await this.messages.pausedTooLong(c, reading);
    return true;
  }

  /** Of the supervisor's regions: what waits for an answer, longest first, or what was answered, newest first. */
  async list(actor: Actor, filter: SupervisionFilter): Promise<Page<SupervisionView>> {
    const [limit, open] = [filter.limit ?? DEFAULT_LIMIT, filter.state !== 'answered'];
    const oldest = (filter.sort ?? (open ? 'oldest' : 'newest')) === 'oldest';
    const query = this.db.repo(Supervision).createQueryBuilder('s').innerJoin(CaseRecord, 'c', 'c.id = s.caseId')
      .where('c.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) })
      .andWhere(open ? 's.answeredAt IS NULL' : 's.answeredAt IS NOT NULL')
      .orderBy('s.id', oldest ? 'ASC' : 'DESC').limit(limit + 1);
    if (filter.level) query.andWhere('s.level = :level', { level: filter.level });
    if (filter.q) query.andWhere(containsWords(`coalesce(c.number, '') || ' ' || c.party_name || ' ' || c.title`, ':q'), { q: filter.q });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere(oldest ? 's.id > :after' : 's.id < :after', { after: after[0] });
    const rows = await query.getMany();
    const cases = new Map((await this.db.repo(CaseRecord).findBy({ id: In(rows.map(row => row.caseId)) })).map(c => [c.id, c]));
    return toPage(rows, limit, row => [row.id], row => viewOf(row, cases.get(row.caseId)));
  }

  /** Once. @throws 409 `supervision.answered` */
  answer(actor: Actor, id: string, text: string): Promise<SupervisionView> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Supervision, { id });
      const c = row && (await this.db.lock(CaseRecord, { id: row.caseId }));
      casePolicy.require(actor, 'case.supervise', c);
      if (!row || !c) throw notFound();
      if (row.answeredAt !== null) throw alreadyAnswered(row.answeredByName ?? '');
      const change = { answer: text, answeredBy: actor.userId, answeredByName: actor.name, answeredAt: this.clock.now() };
      await this.db.repo(Supervision).update({ id }, change);
      await this.timeline.write(c, {
        kind: 'noted', actor, text: { zh: `督办：${text}`, en: `Supervision: ${text}` }, auditAction: 'case.supervise', versionBefore: c.version, visibility: 'bureau', details: { supervisionId: id },
      });
      await this.messages.supervised(c, { id, text });
      return viewOf({ ...row, ...change }, c);
    });
  }
}

function viewOf(row: Supervision, c: CaseRecord | undefined): SupervisionView {
  const { id, caseId, clock, level, dueOn, raisedAt, answer, answeredByName, answeredAt } = row;
  return { id, caseId, clock, level, dueOn, raisedAt, answer, answeredByName, answeredAt, case: c ? rowView(c) : null };
}
