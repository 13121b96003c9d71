import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { CreditRun } from '../credit.entity';
import { regionsOf } from '../entries/entry.queries';
import type { CreditRunExportDto, CreditRunListDto, CreditRunRowsDto } from './run.dto';
import { CreditRunDayView, CreditRunDetailView, CreditRunRowView, CreditRunView, runView } from './run.view';

const COLUMNS: readonly SheetColumn<CreditRunRowView>[] = [
  { header: '主体', width: 36, of: row => row.subjectName },
  { header: '现行得分', width: 10, of: row => row.beforeScore },
  { header: '现行等级', width: 22, of: row => row.beforeGrade },
  { header: '模拟得分', width: 10, of: row => row.afterScore },
  { header: '模拟等级', width: 22, of: row => row.afterGrade },
  { header: '分差', width: 10, of: row => row.delta },
  { header: '等级变化', width: 12, of: row => (row.moved === 0 ? '不变' : row.moved > 0 ? `降 ${row.moved} 级` : `升 ${-row.moved} 级`) },
];

/** Runs and what they came to. A run of the whole house is seen by every bureau, a simulation by those of its region. */
@Injectable()
export class RunQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, query: CreditRunListDto): Promise<Page<CreditRunView>> {
    const limit = query.limit ?? 20;
    const rows = this.db.repo(CreditRun).createQueryBuilder('r').where(`(r.region_code = '' OR r.region_code LIKE ANY (:regions))`, { regions: regionsOf(actor) });
    if (query.kind) rows.andWhere('r.kind = :kind', { kind: query.kind });
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere('r.id < CAST(:after AS uuid)', { after: after[0] });
    return toPage(await rows.orderBy('r.id', 'DESC').limit(limit + 1).getMany(), limit, one => [one.id], runView);
  }

  async detail(actor: Actor, id: string): Promise<CreditRunDetailView> {
    const run = await this.seen(actor, id);
    const rows = await this.db.query<{ day: string; from: string | null; to: string; moved: number; count: number }>(
      `SELECT day::text, before_grade AS "from", after_grade AS "to", sign(moved)::int AS moved, count(*)::int AS count FROM credit_run_row WHERE run_id = $1 GROUP BY day, before_grade, after_grade, before_place, after_place, sign(moved) ORDER BY day DESC, before_place, after_place`, [id]);
    const summary = run.kind === 'simulate' ? run.days.map((day): CreditRunDayView => {
      const own = rows.filter(row => row.day === day);
      const sum = (sign: number): number => own.filter(row => row.moved === sign).reduce((total, row) => total + row.count, 0);
      return { day, up: sum(-1), down: sum(1), same: sum(0), moves: own.map(({ from, to, count }) => ({ from, to, count })) };
    }) : [];
    return { ...runView(run), summary };
  }

  async rows(actor: Actor, id: string, query: CreditRunRowsDto): Promise<Page<CreditRunRowView>> {
    const run = await this.seen(actor, id);
    const limit = query.limit ?? 20;
    const values: unknown[] = [id, query.day ?? run.days[0]];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const where = ['run_id = $1', 'day = $2::date'];
    if (query.moved) where.push({ down: 'moved > 0', up: 'moved < 0', same: 'moved = 0' }[query.moved]);
    if (query.q) where.push(`position(lower(${put(query.q)}) IN lower(subject_name)) > 0`);
    const isDown = query.sort === '-delta';
    const after = decodeCursor(query.cursor, 2);
    if (after) where.push(`(delta, subject_id) ${isDown ? '<' : '>'} (CAST(${put(after[0])} AS numeric), CAST(${put(after[1])} AS uuid))`);
    const order = isDown ? 'DESC' : 'ASC';
    const found = await this.db.query<CreditRunRowView & object>(
      `SELECT subject_id AS "subjectId", subject_name AS "subjectName", before_score::text AS "beforeScore", before_grade AS "beforeGrade", after_score::text AS "afterScore", after_grade AS "afterGrade", delta::text, moved
         FROM credit_run_row WHERE ${where.join(' AND ')} ORDER BY delta ${order}, subject_id ${order} LIMIT ${limit + 1}`, values);
    return toPage(found, limit, row => [row.delta, row.subjectId], row => row);
  }

  async export(actor: Actor, id: string, query: CreditRunExportDto): Promise<StreamableFile> {
    await this.seen(actor, id);
    await this.audit.record({ actor, action: 'credit-run.export', subject: { type: 'credit-run', id }, details: { day: query.day ?? null, limit: SHEET_ROWS } });
    return spreadsheet({ name: '方案模拟结果', title: '方案模拟结果', columns: COLUMNS }, allPages((cursor, limit) => this.rows(actor, id, { ...query, cursor, limit })));
  }

  private async seen(actor: Actor, id: string): Promise<CreditRun> {
    const run = await this.db.repo(CreditRun).findOneBy({ id });
    if (!run || (run.regionCode !== '' && !actor.regions.some(region => run.regionCode.startsWith(region)))) throw notFound();
    return run;
  }
}
