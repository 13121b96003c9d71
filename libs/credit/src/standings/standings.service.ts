import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Clock, Db, newId, Outbox } from '@huanbao/platform';
import { In } from 'typeorm';
import { CreditSnapshot, CreditStanding, type KeptResult, type SnapshotCause } from '../credit.entity';
import { creditChanged, creditGradeChanged } from '../credit.events';
import type { SubjectKind } from '../engine/scheme';
import { LedgerStore } from '../ledger/ledger-store';
import { type DaySchemes, SchemeBook } from '../schemes/scheme-book';
import { compute, type Computed } from './compute';

export interface Subject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly regionCode: string;
}

export interface Cause {
  readonly cause: SnapshotCause;
  readonly keys: readonly string[];
}

export const isSubjectKind = (kind: string): kind is SubjectKind => kind === 'enterprise' || kind === 'firm';

/** What the ledger comes to, kept: one row a subject for the register, a snapshot for each change. */
@Injectable()
export class Standings {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly store: LedgerStore,
    private readonly book: SchemeBook,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One subject anew, in the running transaction. Whoever changes its ledger meanwhile waits. */
  async recompute(subjectId: string, cause: Cause): Promise<void> {
    const organisation = await this.directory.organisation(subjectId);
    if (!organisation || !isSubjectKind(organisation.kind)) return;
    const { kind, regionCode } = organisation;
    await this.recomputeAll([{ id: subjectId, kind, regionCode }], cause, await this.book.on(this.clock.today(), kind));
  }

  /** Subjects of one kind anew. @returns how many moved to another grade */
  async recomputeAll(subjects: readonly Subject[], cause: Cause, schemes: DaySchemes): Promise<number> {
    if (subjects.length === 0 || schemes.schemes.length === 0) return 0;
    const ids = subjects.map(one => one.id).sort();
    await this.db.query(`SELECT pg_advisory_xact_lock(hashtextextended(id::text, 7142)) FROM unnest($1::uuid[]) WITH ORDINALITY AS s(id, nth) ORDER BY nth`, [ids]);
    const ledgers = await this.store.ofAll(ids, { lean: true });
    const before = new Map((await this.db.repo(CreditStanding).findBy({ subjectId: In(ids) })).map(one => [one.subjectId, one]));
    const rows = subjects.map(subject => this.rowOf(subject, compute(schemes, ledgers.get(subject.id) ?? { events: [], changes: [] }), { before: before.get(subject.id), day: schemes.day }));
    const snapshots = rows.flatMap(row => this.snapshotOf(row, before.get(row.subjectId), cause));
    await this.upsert(rows);
    for (let from = 0; from < snapshots.length; from += 500) await this.db.repo(CreditSnapshot).insert(snapshots.slice(from, from + 500) as object[]);
    for (const { id, subjectId, cause: why, beforeGrade, grade } of snapshots) {
      if (why === 'first' && cause.cause !== 'event') continue;
      await this.outbox.publish(creditChanged, { subjectId, snapshotId: id });
      if (beforeGrade !== null && beforeGrade !== grade) await this.outbox.publish(creditGradeChanged, { subjectId, snapshotId: id });
    }
    return snapshots.filter(one => one.beforeGrade !== null && one.beforeGrade !== one.grade).length;
  }

  private rowOf(subject: Subject, computed: Computed, { before, day }: { readonly before: CreditStanding | undefined; readonly day: string }): CreditStanding {
    const [result] = computed.results as [KeptResult];
    const isSame = before?.schemeKey === result.scheme && before.grade === result.grade;
    return {
      subjectId: subject.id, subjectKind: subject.kind, regionCode: subject.regionCode, schemeKey: result.scheme, score: result.score, grade: result.grade, place: result.place, vetoes: [...result.vetoes],
      activeEvents: computed.activeEvents, results: [...computed.results], nextChangeOn: computed.nextChangeOn, asOf: day, computedAt: this.clock.now(), gradeSince: isSame ? before.gradeSince : day,
    };
  }

  /** A change of the ledger always leaves one; a day or a scheme only where something moved. */
  private snapshotOf(row: CreditStanding, before: CreditStanding | undefined, { cause, keys }: Cause): CreditSnapshot[] {
    const moved = !before || JSON.stringify(before.results.map(core)) !== JSON.stringify(row.results.map(core));
    if (!moved && cause !== 'event' && cause !== 'change') return [];
    const { subjectId, asOf, computedAt, schemeKey, score, grade, place, vetoes, results } = row;
    const why = before || cause === 'event' ? cause : 'first';
    return [{ id: newId(), subjectId, asOf, computedAt, schemeKey, score, grade, place, vetoes, results, cause: why, causeKeys: [...keys].slice(0, 50), beforeScore: before?.score ?? null, beforeGrade: before?.grade ?? null }];
  }

  private async upsert(rows: readonly CreditStanding[]): Promise<void> {
    await this.db.query(
      `INSERT INTO credit_standing (subject_id, subject_kind, region_code, scheme_key, score, grade, place, vetoes, active_events, results, next_change_on, as_of, computed_at, grade_since)
       SELECT "subjectId", "subjectKind", "regionCode", "schemeKey", score, grade, place, ARRAY(SELECT jsonb_array_elements_text(vetoes)), "activeEvents", results, "nextChangeOn", "asOf", "computedAt", "gradeSince"
         FROM jsonb_to_recordset($1::jsonb) AS r("subjectId" uuid, "subjectKind" text, "regionCode" text, "schemeKey" text, score numeric, grade text, place integer, vetoes jsonb, "activeEvents" integer, results jsonb, "nextChangeOn" date, "asOf" date, "computedAt" timestamptz, "gradeSince" date)
       ON CONFLICT (subject_id) DO UPDATE SET region_code = excluded.region_code, scheme_key = excluded.scheme_key, score = excluded.score, grade = excluded.grade, place = excluded.place, vetoes = excluded.vetoes, active_events = excluded.active_events,
         results = excluded.results, next_change_on = excluded.next_change_on, as_of = excluded.as_of, computed_at = excluded.computed_at, grade_since = excluded.grade_since`,
      [JSON.stringify(rows)],
    );
  }
}

/** What makes two results the same: the order of members in jsonb is PostgreSQL's own. */
const core = ({ scheme, score, grade, vetoes, inForce }: KeptResult): string => [scheme, score, grade, vetoes.join('+'), inForce].join('|');
