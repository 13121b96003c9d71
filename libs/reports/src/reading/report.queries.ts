import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, ownRows, type Page, shanghaiMinute, toPage } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { ReportExportDto, ReportListDto } from '../dto/report.dto';
import { ExecutionReport } from '../report.entity';
import { MATTER } from '../reports.policy';
import type { ReportRowView } from '../views/report.view';
import { rowView } from './report-views';

const DEFAULT_LIMIT = 20;
const KINDS: Readonly<Record<string, string>> = { annual: '年报', quarterly: '季报', monthly: '月报' };
const STATES: Readonly<Record<string, string>> = { draft: '填报中', submitted: '待审核', returned: '退回更正', accepted: '审核通过', amending: '更正中' };

const COLUMNS: readonly SheetColumn<ReportRowView>[] = [
  { header: '企业', width: 30, of: row => row.enterpriseName },
  { header: '场所', width: 24, of: row => row.siteName },
  { header: '许可证编号', width: 26, of: row => row.permitNumber },
  { header: '报告', width: 30, of: row => row.title.zh },
  { header: '类型', width: 8, of: row => KINDS[row.kind] ?? row.kind },
  { header: '报告期', width: 26, of: row => `${row.periodFrom} 至 ${row.periodTo}` },
  { header: '截止日期', width: 12, of: row => row.dueOn },
  { header: '状态', width: 10, of: row => STATES[row.state] ?? row.state },
  { header: '提交时间', width: 20, of: row => row.submittedAt && shanghaiMinute(row.submittedAt) },
  { header: '逾期天数', width: 10, of: row => row.lateDays },
  { header: '提交次数', width: 10, of: row => row.revision },
];

/** Reports as they are listed: own ones, those of principals by mandate, and for officers what was handed in in their region. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: ReportListDto): Promise<Page<ReportRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = filtered(scoped(this.db.repo(ExecutionReport).createQueryBuilder('r'), actor), filter).limit(limit + 1);
    const sort = filter.sort ?? '-dueOn';
    const [column, down] = [sort.replace('-', '') as 'dueOn' | 'submittedAt', sort.startsWith('-')];
    if (column === 'submittedAt') query.andWhere('r.submittedAt IS NOT NULL');
    query.orderBy(`r.${column}`, down ? 'DESC' : 'ASC').addOrderBy('r.id', down ? 'DESC' : 'ASC');
    const after = decodeCursor(filter.cursor, 2);
    if (after) query.andWhere(`(r.${column}, r.id) ${down ? '<' : '>'} (CAST(:at AS ${column === 'dueOn' ? 'date' : 'timestamptz'}), CAST(:id AS uuid))`, { at: after[0], id: after[1] });
    const today = this.clock.today();
    return toPage(await query.getMany(), limit, row => [column === 'dueOn' ? row.dueOn : (row.submittedAt?.toISOString() ?? ''), row.id], row => rowView(row, today));
  }

  async export(actor: Actor, filter: ReportExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'execution-report.export', subject: { type: 'execution-report', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '执行报告', title: '执行报告', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }
}

function scoped(query: SelectQueryBuilder<ExecutionReport>, actor: Actor): SelectQueryBuilder<ExecutionReport> {
  if (actor.orgKind === 'bureau') return query.where('r.submittedAt IS NOT NULL AND r.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
  const { sql, values } = ownRows(actor, MATTER, { enterprise: 'r.enterprise_id', site: 'r.site_id' });
  return query.where(sql(':own', ':given'), { own: values[0], given: values[1] });
}

function filtered(query: SelectQueryBuilder<ExecutionReport>, filter: ReportListDto): SelectQueryBuilder<ExecutionReport> {
  if (filter.state) query.andWhere('r.state = :state', { state: filter.state });
  if (filter.kind) query.andWhere('r.kind = :kind', { kind: filter.kind });
  if (filter.permitId) query.andWhere('r.permitId = :permitId', { permitId: filter.permitId });
  if (filter.dutyId) query.andWhere('r.obligationId = :dutyId', { dutyId: filter.dutyId });
  if (filter.timeliness) query.andWhere(filter.timeliness === 'late' ? 'r.lateDays > 0' : 'r.lateDays = 0');
  if (filter.from) query.andWhere('r.dueOn >= :from', { from: filter.from });
  if (filter.to) query.andWhere('r.dueOn <= :to', { to: filter.to });
  if (filter.q) query.andWhere(containsWords('r.search', ':q'), { q: filter.q });
  return query;
}
