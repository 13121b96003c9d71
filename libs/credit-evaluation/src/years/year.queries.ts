import { Injectable, StreamableFile } from '@nestjs/common';
import { CreditReckoning } from '@huanbao/credit';
import { allPages, SHEET_ROWS, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, Page, PageQuery, toPage } from '@huanbao/platform';
import type { ParticipantExportDto, ParticipantListDto } from '../dto';
import { EvaluationParticipant, EvaluationRun, EvaluationYear } from '../evaluation.entity';
import { evaluationMachine, type Stage, STAGES } from '../evaluation.machine';
import { yearPolicy } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { outlookOf, type Slowest } from '../rules/plan';
import { STAGE_DUE_SQL, STAGE_SQL } from '../rules/stages';
import { EvaluationProposalView, EvaluationYearItemView, EvaluationYearView, outlookView, participantView, ParticipantView, planView, runView, schemeViews, yearItem } from '../views/year.view';
import { EvaluationRuns } from './runs.service';
import { Years } from './years.service';

const RUNS_SHOWN = 10;
const TOWNS_SHOWN = 200;
/** The stage that is furthest back decides whether a year can be published in time; an open objection is of one enterprise alone. */
const ORDER: readonly Stage[] = ['reporting', 'checking', 'reviewing', 'reviewed', 'publicity', 'approved'];

const COLUMNS: readonly SheetColumn<ParticipantView>[] = [
  { header: '企业', width: 36, of: row => row.subjectName },
  { header: '统一社会信用代码', width: 22, of: row => row.uscc },
  { header: '行业', width: 24, of: row => row.industryName },
  { header: '乡镇街道', width: 14, of: row => row.town },
  { header: '列入原因', width: 60, of: row => row.reasons.map(one => `${one.zh}：${one.words}`).join('；') },
  { header: '列入人', width: 12, of: row => row.addedByName },
  { header: '移出原因', width: 40, of: row => row.removedReason },
];

interface StageCount {
  readonly stage: Stage;
  readonly count: number;
  readonly overdue: number;
  readonly publicUntil: string | null;
}

/** Years with their figures, and who is on their lists. */
@Injectable()
export class YearQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly years: Years,
    private readonly runs: EvaluationRuns,
    private readonly book: EvaluationBook,
    private readonly reckoning: CreditReckoning,
    private readonly audit: Audit,
  ) {}

  async proposal(year: number): Promise<EvaluationProposalView> {
    const today = this.clock.today();
    const plan = await this.years.proposal(year);
    const rows = (await this.book.planRows()).map(({ key, title, value, unit, legalBasis, verified }) => ({ key, title, value, unit, legalBasis, verified }));
    return { ...planView(plan), year, rows, schemes: schemeViews(await this.reckoning.freeze(today)), warning: outlookOf(plan, { today, slowest: 'listing', publicUntil: null }).warning };
  }

  async list(actor: Actor, { limit = 20, cursor }: PageQuery): Promise<Page<EvaluationYearItemView>> {
    const rows = this.db.repo(EvaluationYear).createQueryBuilder('y').where('y.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    const after = decodeCursor(cursor, 2);
    if (after) rows.andWhere('(y.year, y.id) < (CAST(:year AS integer), CAST(:id AS uuid))', { year: after[0], id: after[1] });
    const found = await rows.orderBy('y.year', 'DESC').addOrderBy('y.id', 'DESC').limit(limit + 1).getMany();
    const counts = await this.db.query<{ id: string; participants: number; published: number }>(
      `SELECT p.year_id AS id, count(*)::int AS participants, count(*) FILTER (WHERE e.published_at IS NOT NULL)::int AS published
         FROM evaluation_participant p LEFT JOIN credit_evaluation e ON e.id = p.evaluation_id WHERE p.year_id = ANY ($1) AND p.removed_at IS NULL GROUP BY 1`, [found.map(one => one.id)]);
    return toPage(found, limit, row => [row.year, row.id], row => yearItem(row, counts.find(one => one.id === row.id) ?? { participants: 0, published: 0 }));
  }

  async detail(actor: Actor, id: string): Promise<EvaluationYearView> {
    const year = await this.years.seen(actor, id);
    const today = this.clock.today();
    const stages = await this.stages(id, today);
    const [figures] = await this.db.query<{ participants: number; published: number; late: number; notReported: number; objections: number }>(
      `SELECT count(*)::int AS participants, count(*) FILTER (WHERE e.published_at IS NOT NULL)::int AS published, count(*) FILTER (WHERE e.late)::int AS late, count(*) FILTER (WHERE e.not_reported)::int AS "notReported",
              (SELECT count(*)::int FROM credit_evaluation_objection o JOIN credit_evaluation c ON c.id = o.evaluation_id WHERE c.year_id = $1) AS objections
         FROM evaluation_participant p LEFT JOIN credit_evaluation e ON e.id = p.evaluation_id WHERE p.year_id = $1 AND p.removed_at IS NULL`, [id]);
    const grades = await this.db.query<{ gradeTitle: string; colour: string; count: number }>(`SELECT e.grade_title AS "gradeTitle", e.colour, count(*)::int AS count FROM credit_evaluation e JOIN case_record k ON k.id = e.id WHERE e.year_id = $1 AND e.grade IS NOT NULL AND ${STAGE_SQL} <> 'dropped' AND (e.corrects IS NULL OR e.published_at IS NOT NULL) GROUP BY 1, 2 ORDER BY 3 DESC, 1`, [id]);
    const towns = await this.db.query<{ town: string }>(`SELECT DISTINCT town FROM evaluation_participant WHERE year_id = $1 AND town IS NOT NULL ORDER BY 1 LIMIT ${TOWNS_SHOWN}`, [id]);
    const runs = await this.db.repo(EvaluationRun).find({ where: { yearId: id }, order: { id: 'DESC' }, take: RUNS_SHOWN });
    const { participants = 0, published = 0, late = 0, notReported = 0, objections = 0 } = figures ?? {};
    const publicUntil = stages.find(one => one.stage === 'publicity')?.publicUntil ?? null;
    return {
      ...yearItem(year, { participants, published }), version: year.version, schemes: schemeViews(year.schemes), late, notReported, objections, grades, towns: towns.map(one => one.town),
      stages: stages.map(({ stage, count, overdue }) => ({ stage, stageZh: evaluationMachine.states[stage].label.zh, stageEn: evaluationMachine.states[stage].label.en, count, overdue })),
      ...outlookView(outlookOf(year, { today, slowest: slowestOf(year, stages), publicUntil })), ready: await this.runs.ready(id), runs: runs.map(runView), actions: actionsOf(actor, year),
    };
  }

  async participants(actor: Actor, id: string, query: ParticipantListDto): Promise<Page<ParticipantView>> {
    await this.years.seen(actor, id);
    const limit = query.limit ?? 20;
    const rows = this.db.repo(EvaluationParticipant).createQueryBuilder('p').where('p.yearId = :id', { id });
    if (query.tab) rows.andWhere(query.tab === 'on' ? 'p.removedAt IS NULL' : 'p.removedAt IS NOT NULL');
    if (query.rule) rows.andWhere('p.reasons @> CAST(:rule AS jsonb)', { rule: JSON.stringify([{ rule: query.rule }]) });
    if (query.town) rows.andWhere('p.town = :town', { town: query.town });
    if (query.q) rows.andWhere(containsWords('p.search', ':q'), { q: query.q });
    const isDown = query.sort === '-name';
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(p.subjectName, p.id) ${isDown ? '<' : '>'} (CAST(:name AS text), CAST(:after AS uuid))`, { name: after[0], after: after[1] });
    return toPage(await rows.orderBy('p.subjectName', isDown ? 'DESC' : 'ASC').addOrderBy('p.id', isDown ? 'DESC' : 'ASC').limit(limit + 1).getMany(), limit, row => [row.subjectName, row.id], participantView);
  }

  async export(actor: Actor, id: string, query: ParticipantExportDto): Promise<StreamableFile> {
    const year = await this.years.seen(actor, id);
    await this.audit.record({ actor, action: 'evaluation-year.export', subject: { type: 'evaluation-year', id }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: `${year.year}年度环境信用评价参评名单`, title: `${year.year} 年度环境信用评价参评名单`, columns: COLUMNS }, allPages((cursor, limit) => this.participants(actor, id, { ...query, cursor, limit })));
  }

  private stages(yearId: string, today: string): Promise<StageCount[]> {
    return this.db.query<StageCount & object>(
      `SELECT ${STAGE_SQL} AS stage, count(*)::int AS count, count(*) FILTER (WHERE k.state <> 'publicity' AND ${STAGE_DUE_SQL} < $2::date)::int AS overdue, max(e.public_until)::text AS "publicUntil"
         FROM credit_evaluation e JOIN case_record k ON k.id = e.id JOIN evaluation_year y ON y.id = e.year_id WHERE e.year_id = $1 AND k.state = ANY ($3) AND (e.corrects IS NULL OR e.published_at IS NOT NULL) AND e.corrected_at IS NULL GROUP BY 1`, [yearId, today, [...STAGES]])
      .then(rows => [...rows].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)));
  }
}

function slowestOf({ state }: EvaluationYear, stages: readonly StageCount[]): Slowest {
  if (state === 'listing') return 'listing';
  return (ORDER.find(stage => stages.some(one => one.stage === stage)) as Slowest | undefined) ?? 'done';
}

function actionsOf(actor: Actor, year: EvaluationYear): string[] {
  const may = (action: 'evaluation-year.list' | 'evaluation-year.run' | 'evaluation-year.approve' | 'evaluation-year.publish'): boolean => yearPolicy.may(actor, action, year);
  const running = year.state === 'running';
  return [...(may('evaluation-year.list') ? ['list'] : []), ...(may('evaluation-year.run') ? [running ? 'publicity' : 'announce'] : []), ...(running && may('evaluation-year.approve') ? ['approve'] : []), ...(running && may('evaluation-year.publish') ? ['publish'] : [])];
}
