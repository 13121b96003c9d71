import { Injectable, StreamableFile } from '@nestjs/common';
import { CaseRecord, CaseViews } from '@huanbao/casework';
import { CreditReckoning, type Reckoned } from '@huanbao/credit';
import { allPages, Files, SHEET_ROWS, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, delegatingPrincipals, notFound, Page, toPage } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { Results } from './checking/results';
import type { EvaluationExportDto, EvaluationListDto } from './dto';
import { CreditEvaluation, CreditEvaluationObjection, EvaluationLetter, EvaluationParticipant, EvaluationReport, EvaluationYear } from './evaluation.entity';
import { evaluationPolicy, MATTER } from './evaluation.policy';
import { EvaluationBook } from './evaluation.reference';
import { COMMITMENT } from './reporting/report-copies';
import { LISTING_WORDS } from './rules/listing';
import { STAGE_DUE_SQL, STAGE_SQL } from './rules/stages';
import { actionsNow } from './views/actions';
import type { AnnualEvaluationItemView, AnnualEvaluationView } from './views/evaluation.view';
import { correctionView, indicatorViews, type ItemFacts, itemView, objectionView, resultView, showsResult, type Sight, todayView, voluntaryViews } from './views/shape';

const COLUMNS: readonly SheetColumn<AnnualEvaluationItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '企业', width: 36, of: row => row.subjectName },
  { header: '统一社会信用代码', width: 22, of: row => row.uscc },
  { header: '评价年度', width: 10, of: row => row.year },
  { header: '行业', width: 24, of: row => row.industryName },
  { header: '乡镇街道', width: 14, of: row => row.town },
  { header: '阶段', width: 14, of: row => row.stageZh },
  { header: '期限', width: 12, of: row => row.dueOn },
  { header: '是否逾期', width: 10, of: row => (row.overdue ? '是' : '') },
  { header: '自报情况', width: 12, of: row => (row.notReported ? '未自报' : row.late ? '逾期自报' : '') },
  { header: '得分', width: 10, of: row => row.score },
  { header: '等级', width: 22, of: row => row.gradeTitle },
];

type Row = ItemFacts & { readonly state: string; readonly caseDue: string | null; readonly reportUntil: string; readonly checkUntil: string; readonly reviewUntil: string; readonly publishBy: string; readonly publicityDays: number };

const SQL = `SELECT e.id, e.year_id AS "yearId", e.year, e.number, e.subject_id AS "subjectId", e.subject_name AS "subjectName", e.uscc, e.industry_code AS "industryCode", e.industry_name AS "industryName", e.town, e.returned, e.late, e.not_reported AS "notReported",
    e.score::text, e.grade, e.grade_title AS "gradeTitle", e.colour, e.public_until::text AS "publicUntil", e.publish_due::text AS "publishDue", e.published_at AS "publishedAt", e.merged_into AS "mergedInto", e.corrects, e.corrected_at AS "correctedAt", k.state, k.due_on::text AS "caseDue",
    y.report_until::text AS "reportUntil", y.check_until::text AS "checkUntil", y.review_until::text AS "reviewUntil", y.publish_by::text AS "publishBy", y.publicity_days AS "publicityDays"
  FROM credit_evaluation e JOIN case_record k ON k.id = e.id JOIN evaluation_year y ON y.id = e.year_id`;

/** Evaluations as lists, as a spreadsheet and one by one. */
@Injectable()
export class EvaluationQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cases: CaseViews,
    private readonly files: Files,
    private readonly results: Results,
    private readonly reckoning: CreditReckoning,
    private readonly book: EvaluationBook,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, query: EvaluationListDto): Promise<Page<AnnualEvaluationItemView>> {
    const limit = query.limit ?? 20;
    const sight = this.sightOf(actor);
    const values: unknown[] = [];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const where = [sight.isBureau ? `e.region_code LIKE ANY (${put(actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`))})` : `e.subject_id = ANY (${put([...(actor.orgId === null ? [] : [actor.orgId]), ...delegatingPrincipals(actor, MATTER)])})`, ...conditions(query, { put, today: sight.today, isBureau: sight.isBureau })];
    // what is not public yet is not told by order either
    const byScore = sight.isBureau && (query.sort === 'score' || query.sort === '-score');
    const [column, type] = byScore ? ['coalesce(e.score, -1)', 'numeric'] : ['e.subject_name', 'text'];
    const isDown = query.sort?.startsWith('-') ?? false;
    const after = decodeCursor(query.cursor, 3);
    if (after) where.push(`(${column}, e.year, e.id) ${isDown ? '<' : '>'} (CAST(${put(after[0])} AS ${type}), CAST(${put(after[1])} AS integer), CAST(${put(after[2])} AS uuid))`);
    const order = isDown ? 'DESC' : 'ASC';
    const rows = await this.db.query<Row & object>(`${SQL} WHERE ${where.join(' AND ')} ORDER BY ${column} ${order}, e.year ${order}, e.id ${order} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => [byScore ? (row.score ?? '-1') : row.subjectName, row.year, row.id], row => itemView(row, { state: row.state, caseDue: row.caseDue, year: row }, sight));
  }

  async export(actor: Actor, query: EvaluationExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'credit-evaluation.export', subject: { type: 'credit-evaluation-list', id: query.yearId ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '年度环境信用评价', title: '年度环境信用评价清单', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<AnnualEvaluationView> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id, kind: 'credit-evaluation' });
    evaluationPolicy.require(actor, 'credit-evaluation.read', c);
    const row = await this.db.repo(CreditEvaluation).findOneBy({ id });
    if (!row) throw notFound();
    const year = await this.db.repo(EvaluationYear).findOneByOrFail({ id: row.yearId });
    const sight = this.sightOf(actor);
    const shown = showsResult(c.state, sight);
    const results = shown ? await this.results.of(id) : [];
    const silence = await this.book.silence();
    const at = { state: c.state, caseDue: c.dueOn, year };
    return {
      ...itemView(row, at, sight), asOf: year.asOf, reportUntil: year.reportUntil, checkUntil: year.checkUntil, reviewUntil: year.reviewUntil, publishBy: year.publishBy, recordVersion: row.version, version: c.version,
      reasons: await this.reasons(row), indicators: await this.indicators(row, year, shown), levels: (await this.book.levels()).map(one => ({ ...one })), voluntary: voluntaryViews(row, shown),
      silence: `${silence.title} ${silence.value} ${silence.unit}`, silenceVerified: silence.verified, commitment: COMMITMENT, submissions: await this.submissions(id), returned: row.returned, ...(shown ? persons(row) : NOBODY_YET),
      publicFrom: row.publicFrom, publicUntil: row.publicUntil, changedOn: row.changedOn, approvedByName: sight.isBureau ? row.approvedByName : null, approvedAt: row.approvedAt?.toISOString() ?? null, publishDue: row.publishDue,
      results: results.map(resultView), objections: (await this.db.repo(CreditEvaluationObjection).find({ where: { evaluationId: id }, order: { madeAt: 'ASC' } })).map(objectionView), letter: await this.letter(id), mergedInto: await this.named(row.mergedInto), corrects: await this.named(row.corrects), correction: correctionView(row, shown), openCorrection: await this.openCorrection(id), correctedAt: row.correctedAt?.toISOString() ?? null,
      today: c.state === 'published' && row.mergedInto === null ? await this.today(row, year, results.at(-1)?.results[0] ?? null) : null, case: await this.cases.detail(id, actor), actions: actionsNow(actor, c, { row, year, today: sight.today }),
    };
  }

  private async today({ subjectId }: CreditEvaluation, { asOf }: EvaluationYear, annual: Reckoned | null): Promise<AnnualEvaluationView['today']> {
    const now = await this.reckoning.today(subjectId);
    return now && todayView(now, { day: this.clock.today(), asOf, annual });
  }

  private async indicators(row: CreditEvaluation, year: EvaluationYear, shown: boolean): Promise<AnnualEvaluationView['indicators']> {
    const scheme = year.schemes.find(one => one.method === 'indicators');
    return indicatorViews(row, { rows: scheme ? await this.reckoning.indicators(scheme.id) : [], files: await this.files.list('credit-evaluation', row.id), shown });
  }

  private async reasons({ participantId }: CreditEvaluation): Promise<AnnualEvaluationView['reasons']> {
    const participant = await this.db.repo(EvaluationParticipant).findOneByOrFail({ id: participantId });
    return participant.reasons.map(({ rule, words }) => ({ zh: `${LISTING_WORDS[rule].zh}：${words}`, en: `${LISTING_WORDS[rule].en}: ${words}` }));
  }

  private async submissions(evaluationId: string): Promise<AnnualEvaluationView['submissions']> {
    const rows = await this.db.repo(EvaluationReport).find({ where: { evaluationId }, order: { nth: 'ASC' } });
    return rows.map(({ nth, submittedAt, submittedByName, late, signatureId }) => ({ nth, at: submittedAt.toISOString(), byName: submittedByName, late, signatureId }));
  }

  private async letter(id: string): Promise<AnnualEvaluationView['letter']> {
    const one = await this.db.repo(EvaluationLetter).findOneBy({ id });
    return one && { number: one.number, code: one.code, fileId: one.fileId, issuedOn: one.issuedOn };
  }

  private async openCorrection(id: string): Promise<AnnualEvaluationView['openCorrection']> {
    const open = await this.db.repo(CreditEvaluation).findOne({ select: { id: true, number: true }, where: { corrects: id, correctionEndedAt: IsNull() } });
    return open && { id: open.id, number: open.number };
  }

  private async named(id: string | null): Promise<AnnualEvaluationView['mergedInto']> {
    return id === null ? null : this.db.repo(CreditEvaluation).findOneOrFail({ select: { id: true, number: true }, where: { id } }).then(({ id, number }) => ({ id, number }));
  }

  private sightOf(actor: Actor): Sight {
    return { isBureau: actor.orgKind === 'bureau', today: this.clock.today() };
  }
}

type Persons = Pick<AnnualEvaluationView, 'checkedByName' | 'checkedAt' | 'checkNote' | 'reviewedByName' | 'reviewedAt' | 'reviewNote'>;
const NOBODY_YET: Persons = { checkedByName: null, checkedAt: null, checkNote: null, reviewedByName: null, reviewedAt: null, reviewNote: null };
const persons = ({ checkedByName, checkedAt, checkNote, reviewedByName, reviewedAt, reviewNote }: CreditEvaluation): Persons => ({ checkedByName, checkedAt: checkedAt?.toISOString() ?? null, checkNote, reviewedByName, reviewedAt: reviewedAt?.toISOString() ?? null, reviewNote });

interface Put {
  readonly put: (value: unknown) => string;
  readonly today: string;
  readonly isBureau: boolean;
}

function conditions(query: EvaluationListDto, { put, today, isBureau }: Put): string[] {
  const where: string[] = [];
  if (query.yearId) where.push(`e.year_id = ${put(query.yearId)}`);
  if (query.year) where.push(`e.year = ${put(query.year)}`);
  if (query.stage) where.push(`${STAGE_SQL} = ${put(query.stage)}`);
  if (query.colour) where.push(`e.colour = ${put(query.colour)}${isBureau ? '' : ` AND k.state IN ('publicity', 'objection', 'approved', 'published')`}`);
  if (query.town) where.push(`e.town = ${put(query.town)}`);
  if (query.industry) where.push(`regexp_replace(e.industry_code, '^[A-Z]', '') LIKE ${put(`${query.industry.replace(/^[A-Z]/, '')}%`)}`);
  if (query.overdue) where.push(`k.state <> 'publicity' AND ${STAGE_DUE_SQL} < ${put(today)}::date`);
  if (query.reported) where.push(query.reported === 'late' ? 'e.late' : 'e.not_reported');
  if (query.subjectId) where.push(`e.subject_id = ${put(query.subjectId)}`);
  if (query.q) where.push(containsWords('e.search', put(query.q)));
  return where;
}
