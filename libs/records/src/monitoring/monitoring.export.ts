import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, shanghaiMinute } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import { monitoringPolicy } from '../records.policy';
import type { ResultExportDto } from './monitoring.dto';
import { MonitoringQueries } from './monitoring.queries';
import type { ResultView } from './monitoring.view';

const VERDICTS: Readonly<Record<string, string>> = { met: '达标', exceeded: '超标', 'no-limit': '无限值', 'not-comparable': '不能判定' };

const COLUMNS: readonly SheetColumn<ResultView>[] = [
  { header: '采样时间', width: 18, of: row => shanghaiMinute(new Date(row.sampledAt)) },
  { header: '点位', width: 18, of: row => row.place },
  { header: '监测因子', width: 14, of: row => row.pollutantTitle.zh },
  { header: '样品编号', width: 16, of: row => row.sampleNo },
  { header: '监测值', width: 12, of: row => (row.voided ? '（撤销）' : row.reported) },
  { header: '单位', width: 10, of: row => row.unit },
  { header: '实测含氧量（%）', width: 14, of: row => row.oxygenPercent },
  { header: '基准含氧量（%）', width: 14, of: row => row.baseOxygenPercent },
  { header: '比较浓度', width: 14, of: row => row.comparedValue },
  { header: '许可限值', width: 12, of: row => row.limitValue },
  { header: '判定', width: 10, of: row => VERDICTS[row.verdict] ?? row.verdict },
  { header: '流量（废气 m³/h，废水 m³/d）', width: 24, of: row => row.flow },
  { header: '测定方法', width: 18, of: row => row.technique },
  { header: '检测机构', width: 28, of: row => row.laboratory },
  { header: 'CMA 编号', width: 16, of: row => row.cma },
  { header: '报告编号', width: 18, of: row => row.reportNo },
  { header: '更正原因', width: 30, of: row => row.reason },
  { header: '已被更正', width: 10, of: row => (row.correctedById ? '是' : null) },
];

/** Results as a spreadsheet; each export is recorded. */
@Injectable()
export class MonitoringExport {
  constructor(
    private readonly queries: MonitoringQueries,
    private readonly records: PermitRecords,
    private readonly audit: Audit,
  ) {}

  async results(actor: Actor, permitId: string, filter: ResultExportDto): Promise<StreamableFile> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    await this.audit.record({ actor, action: 'monitoring.export', subject: { type: 'permit', id: permitId }, details: { from: filter.from, to: filter.to, limit: SHEET_ROWS } });
    return spreadsheet({ name: `${permit.siteName}自行监测`, title: '自行监测', columns: COLUMNS }, allPages((cursor, limit) => this.queries.list(actor, permitId, { ...filter, cursor, limit })));
  }
}
