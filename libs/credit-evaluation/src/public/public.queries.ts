import { Injectable, StreamableFile } from '@nestjs/common';
import { gradeHeldBack } from '@huanbao/credit';
import { allPages, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { Clock, containsWords, Db, decodeCursor, notFound, Page, shanghaiDate, toPage } from '@huanbao/platform';
import type { ObjectionKeyDto, PublicEvaluationExportDto, PublicEvaluationListDto } from '../dto';
import { CreditEvaluation, CreditEvaluationObjection } from '../evaluation.entity';
import { EvaluationBook } from '../evaluation.reference';
import { UNDER_CORRECTION } from '../rules/stages';
import type { ObjectionTrackView, PublicEvaluationItemView, PublicEvaluationYearsView } from '../views/public.view';

const COLUMNS: readonly SheetColumn<PublicEvaluationItemView>[] = [
  { header: '企业', width: 36, of: row => row.subjectName },
  { header: '评价年度', width: 10, of: row => row.year },
  { header: '等级', width: 24, of: row => row.gradeTitle ?? (row.underCorrection ? '更正办理中' : '异议复核中') },
  { header: '状态', width: 12, of: row => (row.phase === 'published' ? (row.isCorrection ? '更正后公布' : '已公布') : row.changedOn || row.isCorrection ? '更正后公示' : '公示中') },
  { header: '公布日期', width: 12, of: row => row.publishedOn },
];

interface PublicRow {
  readonly id: string;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly year: number;
  readonly state: string;
  readonly gradeTitle: string;
  readonly colour: string;
  readonly publicUntil: string;
  readonly changedOn: string | null;
  readonly publishedAt: Date | null;
  readonly heldBack: boolean;
  readonly underCorrection: boolean;
  readonly isCorrection: boolean;
}

/** An appeal against an event on which grades of the enterprise rest holds back the grade of a year too. */
const HELD_BACK = `(${gradeHeldBack('e.subject_id', '$1::date')} OR ${UNDER_CORRECTION})`;
const SHOWN = `k.state IN ('publicity', 'objection', 'approved', 'published') AND e.merged_into IS NULL`;

/** Annual grades for everybody: in publicity, and published ones of the years for which they are shown. */
@Injectable()
export class PublicEvaluations {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly book: EvaluationBook,
  ) {}

  async years(): Promise<PublicEvaluationYearsView> {
    const shownYears = await this.book.number('public-years');
    const items = await this.db.query<{ year: number; publicity: number; published: number }>(
      `SELECT e.year, count(*) FILTER (WHERE k.state <> 'published')::int AS publicity, count(*) FILTER (WHERE k.state = 'published')::int AS published
         FROM credit_evaluation e JOIN case_record k ON k.id = e.id WHERE ${SHOWN} AND ${within('$1', '$2')} GROUP BY 1 ORDER BY 1 DESC`, [this.clock.today(), shownYears]);
    return { items, shownYears };
  }

  async list(query: PublicEvaluationListDto): Promise<Page<PublicEvaluationItemView>> {
    const limit = query.limit ?? 20;
    const values: unknown[] = [this.clock.today(), await this.book.number('public-years')];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const where = [SHOWN, within('$1', '$2')];
    if (query.year !== undefined) where.push(`e.year = ${put(query.year)}`);
    if (query.phase) where.push(query.phase === 'published' ? `k.state = 'published'` : `k.state <> 'published'`);
    if (query.colour) where.push(`e.colour = ${put(query.colour)} AND k.state <> 'objection' AND NOT ${HELD_BACK}`);
    if (query.q) where.push(containsWords('e.search', put(query.q)));
    const isDown = query.sort === '-name';
    const after = decodeCursor(query.cursor, 2);
    if (after) where.push(`(e.subject_name, e.id) ${isDown ? '<' : '>'} (CAST(${put(after[0])} AS text), CAST(${put(after[1])} AS uuid))`);
    const order = isDown ? 'DESC' : 'ASC';
    const rows = await this.db.query<PublicRow & object>(
      `SELECT e.id, e.subject_id AS "subjectId", e.subject_name AS "subjectName", e.year, k.state, e.grade_title AS "gradeTitle", e.colour, e.public_until::text AS "publicUntil", e.changed_on::text AS "changedOn", e.published_at AS "publishedAt", ${HELD_BACK} AS "heldBack", ${UNDER_CORRECTION} AS "underCorrection", e.corrects IS NOT NULL AS "isCorrection"
         FROM credit_evaluation e JOIN case_record k ON k.id = e.id WHERE ${where.join(' AND ')} ORDER BY e.subject_name ${order}, e.id ${order} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => [row.subjectName, row.id], itemView);
  }

  export(query: PublicEvaluationExportDto): StreamableFile {
    return spreadsheet({ name: '企业环境信用年度评价结果', title: '企业环境信用年度评价结果', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...query, cursor, limit })));
  }

  /** A wrong code and an unknown number answer alike. */
  async track({ number, code }: ObjectionKeyDto): Promise<ObjectionTrackView> {
    const one = await this.db.repo(CreditEvaluationObjection).findOneBy({ number: number.toUpperCase(), code: code.toUpperCase().replace(/[\s-]/g, ''), side: 'public' });
    const evaluation = one && (await this.db.repo(CreditEvaluation).findOneBy({ id: one.evaluationId }));
    if (!one || !evaluation) throw notFound();
    return { number: one.number, subjectName: evaluation.subjectName, year: evaluation.year, madeAt: one.madeAt.toISOString(), words: one.words, verdict: one.verdict, answer: one.answer, answeredAt: one.answeredAt?.toISOString() ?? null };
  }
}

/** What was published longer ago than the dated row says is not shown any more. */
const within = (today: string, years: string): string => `(e.published_at IS NULL OR (e.published_at AT TIME ZONE 'Asia/Shanghai')::date > ${today}::date - make_interval(years => ${years}::int))`;

function itemView({ id, subjectId, subjectName, year, state, gradeTitle, colour, publicUntil, changedOn, publishedAt, heldBack, underCorrection, isCorrection }: PublicRow): PublicEvaluationItemView {
  const underObjection = state === 'objection' || heldBack;
  const isPublished = state === 'published';
  return { id, subjectId, subjectName, year, phase: isPublished ? 'published' : 'publicity', gradeTitle: underObjection ? null : gradeTitle, colour: underObjection ? 'grey' : colour, publicUntil: isPublished ? null : publicUntil, changedOn: isPublished || underObjection ? null : changedOn, publishedOn: publishedAt && shanghaiDate(publishedAt), underObjection, underCorrection, isCorrection };
}
