import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page } from '@huanbao/platform';
import type { ReportListQuery, StewardReportExportQuery } from '../lists.dto';
import { StewardReport } from '../entities';
import { ownSide, pageOf } from '../lists';
import { stewardPolicy } from '../stewardship.policy';
import { partiesOf, reportItem, StewardReportItemView, StewardReportView, reportView } from './report.view';

const COLUMNS: readonly SheetColumn<StewardReportItemView>[] = [
  { header: '月份', width: 10, of: row => row.month },
  { header: '企业', width: 32, of: row => row.enterpriseName },
  { header: '服务机构', width: 32, of: row => row.firmName },
  { header: '版本', width: 8, of: row => row.revision },
  { header: '应签发日期', width: 12, of: row => row.dueOn },
  { header: '签发日期', width: 12, of: row => row.signedOn },
  { header: '状态', width: 14, of: row => row.stateZh },
];

/** Monthly reports as the two sides read them; a draft is the firm's alone. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: ReportListQuery): Promise<Page<StewardReportItemView>> {
    const rows = this.db.repo(StewardReport).createQueryBuilder('s').where(ownSide(actor, 's'), { own: actor.orgId });
    if (actor.orgKind !== 'firm') rows.andWhere(`s.state <> 'draft'`);
    for (const name of ['state', 'month', 'retainerId'] as const) if (query[name]) rows.andWhere(`s.${name} = :${name}`, { [name]: query[name] });
    if (query.q) rows.andWhere(containsWords('s.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 's.month', type: 'text', of: row => row.month }, isDown: query.sort !== 'month', limit: query.limit ?? 20, cursor: query.cursor, view: reportItem(this.clock.today()) });
  }

  async export(actor: Actor, query: StewardReportExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'steward-report.export', subject: { type: 'steward-report-list', id: query.month ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '环保管家月报', title: '环保管家月报', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async find(actor: Actor, id: string): Promise<StewardReport> {
    const report = await this.db.repo(StewardReport).findOneBy({ id });
    stewardPolicy.require(actor, 'stewardship.read', report && partiesOf(report));
    if (!report) throw notFound();
    return report;
  }

  async detail(actor: Actor, id: string): Promise<StewardReportView> {
    const report = await this.find(actor, id);
    const { retainerId, enterpriseId, month } = report;
    return reportView(actor, report, await this.db.repo(StewardReport).find({ where: { retainerId, enterpriseId, month }, order: { revision: 'DESC' } }), this.clock.today());
  }
}
