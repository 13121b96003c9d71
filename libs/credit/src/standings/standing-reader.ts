import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import type { ReferenceRow } from '@huanbao/reference';
import { listedOn } from '../register/listings';
import { stricter } from '../consequences/stricter';
import { Consequences, measureOf } from '../consequences/consequences.service';
import type { Measure } from '../consequences/shipped';
import type { KeptResult } from '../credit.entity';
import type { SubjectKind } from '../engine/scheme';
import { LedgerStore } from '../ledger/ledger-store';
import { CHANGES, SchemeBook } from '../schemes/scheme-book';
import { compute } from './compute';
import { isSubjectKind } from './standings.service';

export interface StandingOn {
  readonly scheme: string;
  readonly schemeTitle: string;
  readonly score: string;
  readonly grade: string;
  readonly gradeTitle: string;
  readonly colour: string;
  readonly vetoes: readonly string[];
  /** The same in words of the scheme. */
  readonly vetoTitles: readonly string[];
  /** Lists of other rooms on which the subject stands that day. */
  readonly listings: readonly ListedAs[];
  /** What grade and lists bring on that day, by the dated rows; the stricter where both say something. */
  readonly measures: ReadonlyMap<Measure, ReferenceRow>;
}

export interface ListedAs {
  readonly list: string;
  readonly title: string;
  readonly documentNo: string;
}

interface Asked {
  readonly kind: string;
  readonly kept: KeptResult | null;
  readonly listings: readonly ListedAs[];
}

const ASKED = `
  SELECT o.kind, s.results -> 0 AS kept,
         coalesce((SELECT jsonb_agg(jsonb_build_object('list', l.list, 'title', l.title, 'documentNo', l.document_no) ORDER BY l.id) FROM credit_listing l WHERE l.subject_id = o.id AND ${listedOn('$2::date')}), '[]') AS listings
    FROM organisation o
    LEFT JOIN credit_standing s ON $3 AND s.subject_id = o.id AND s.as_of <= $2::date AND (s.next_change_on IS NULL OR s.next_change_on > $2::date)
              AND (s.as_of = $2::date OR NOT (${CHANGES('s.as_of', '$2::date')}))
   WHERE o.id = $1`;

const KEPT_OF_MANY = `
  SELECT s.subject_id AS "subjectId", s.results -> 0 AS result FROM credit_standing s
   WHERE s.subject_id = ANY ($1::uuid[]) AND s.as_of <= $2::date AND (s.next_change_on IS NULL OR s.next_change_on > $2::date) AND (s.as_of = $2::date OR NOT (${CHANGES('s.as_of', '$2::date')}))`;

/** How a subject stands on a day: the question other rooms ask. */
@Injectable()
export class CreditStandings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly store: LedgerStore,
    private readonly book: SchemeBook,
    private readonly consequences: Consequences,
  ) {}

  /** Null for who has no credit: offices, banks, unknown ones, days before any scheme. */
  async standingOf(subjectId: string, day: string): Promise<StandingOn | null> {
    const asked = await this.asked(subjectId, day);
    if (!asked || !isSubjectKind(asked.kind)) return null;
    const held = asked.kept ?? compute(await this.book.on(day, asked.kind), await this.store.of(subjectId)).results[0];
    if (!held) return null;
    const { scheme, schemeTitle, score, grade, gradeTitle, colour, vetoes } = held;
    return { scheme, schemeTitle, score, grade, gradeTitle, colour, vetoes, vetoTitles: await this.titlesOf(vetoes, { scheme, day, kind: asked.kind }), listings: asked.listings, measures: measuresOf(await this.consequences.holding(day), [`${scheme}:${grade}:`, ...asked.listings.map(listedRule)]) };
  }

  private async titlesOf(vetoes: readonly string[], { scheme, day, kind }: { readonly scheme: string; readonly day: string; readonly kind: SubjectKind }): Promise<string[]> {
    if (vetoes.length === 0) return [];
    const loaded = (await this.book.on(day, kind)).schemes.find(one => one.scheme.key === scheme);
    return vetoes.map(code => loaded?.rows.find(row => row.kind === 'veto' && row.code === code)?.title ?? code);
  }

  /** One measure of many subjects, as it holds today: for draws and lists. Who has no kept standing of today is reckoned one by one. */
  async measureOfMany(subjectIds: readonly string[], measure: Measure): Promise<Map<string, { readonly gradeTitle: string; readonly value: string | null }>> {
    const day = this.clock.today();
    const kept = await this.db.query<{ subjectId: string; result: KeptResult }>(KEPT_OF_MANY, [[...subjectIds], day]);
    const rows = await this.consequences.holding(day);
    const listed = await this.db.query<{ subjectId: string; list: string; title: string }>(`SELECT l.subject_id AS "subjectId", l.list, l.title FROM credit_listing l WHERE l.subject_id = ANY ($1::uuid[]) AND ${listedOn('$2::date')}`, [[...subjectIds], day]);
    const answers = new Map(kept.map(({ subjectId, result }) => {
      const lists = listed.filter(one => one.subjectId === subjectId);
      const value = measuresOf(rows, [`${result.scheme}:${result.grade}:`, ...lists.map(listedRule)]).get(measure)?.value ?? null;
      return [subjectId, { gradeTitle: [result.gradeTitle, ...lists.map(one => one.title)].join('，'), value }];
    }));
    for (const id of subjectIds.filter(one => !answers.has(one))) {
      const standing = await this.standingOf(id, day);
      if (standing) answers.set(id, { gradeTitle: standing.gradeTitle, value: standing.measures.get(measure)?.value ?? null });
    }
    return answers;
  }

  /**
   * The kind of the subject, and its kept row: that answers for today as long as nothing has begun or ended since it was computed. One trip,
   * for bids ask this in the last minute.
   */
  private async asked(subjectId: string, day: string): Promise<Asked | undefined> {
    const [row] = await this.db.prepared<Asked>('credit-standing-on', ASKED, [subjectId, day, day === this.clock.today()]);
    return row;
  }
}

const listedRule = ({ list }: Pick<ListedAs, 'list'>): string => `${list}:listed:`;

/** The rows of these rules by measure. */
function measuresOf(rows: readonly ReferenceRow[], rules: readonly string[]): Map<Measure, ReferenceRow> {
  const measures = new Map<Measure, ReferenceRow>();
  for (const rule of rules) for (const row of rows) if (row.key.startsWith(rule)) measures.set(measureOf(row) as Measure, stricter(measures.get(measureOf(row) as Measure), row));
  return measures;
}
