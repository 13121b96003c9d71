import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, Page, pageOf, shanghaiDate, shanghaiInstant, shanghaiMinute } from '@huanbao/platform';
import { addDays } from '@huanbao/calendar';
import { OutageCovers } from './outage-covers.service';
import { PermitRecords } from '../access/permit-records';
import { scoped } from '../access/scoped';
import { planOf } from '../monitoring/plan';
import { SampleDemands } from '../monitoring/sample-demands';
import { pollutantTitle } from '../monitoring/words';
import { monitoringPolicy } from '../records.policy';
import type { OutageExportDto, OutageListDto } from './outage.dto';
import { MonitoringOutage } from './outage.entity';
import { OutageDetailView, OutageMarkView, OutageView, outageView } from './outage.view';

const STATE: Readonly<Record<MonitoringOutage['state'], string>> = { running: '故障中', over: '已恢复', withdrawn: '已撤回' };
const civil = (at: string | null): string | null => at && shanghaiMinute(new Date(at));

const COLUMNS: readonly SheetColumn<OutageView>[] = [
  { header: '企业', width: 30, of: row => row.enterpriseName },
  { header: '场所', width: 24, of: row => row.siteName },
  { header: '许可证编号', width: 26, of: row => row.permitNumber },
  { header: '点位', width: 12, of: row => row.place },
  { header: '因子', width: 30, of: row => row.pollutantTitles.map(one => one.zh).join('、') },
  { header: '故障开始', width: 18, of: row => civil(row.startedAt) },
  { header: '恢复', width: 18, of: row => civil(row.endedAt) },
  { header: '原因', width: 40, of: row => row.cause },
  { header: '状态', width: 10, of: row => STATE[row.state] },
  { header: '应恢复日（待核）', width: 16, of: row => row.repairBy },
  { header: '超期', width: 8, of: row => (row.repairLate ? '是' : '') },
  { header: '报告时间', width: 18, of: row => civil(row.reportedAt) },
  { header: '报告人', width: 12, of: row => row.reportedByName },
  { header: '恢复或撤回说明', width: 40, of: row => row.closingNote },
];

/** Failures of automatic monitoring as they are read: own ones, those of principals by mandate, those of the officer's region. */
@Injectable()
export class OutageQueries {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly covers: OutageCovers,
    private readonly samples: SampleDemands,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: OutageListDto): Promise<Page<OutageView>> {
    const query = scoped(this.db.repo(MonitoringOutage).createQueryBuilder('o'), actor, 'o');
    if (filter.permitId) query.andWhere('o.permitId = :permitId', { permitId: filter.permitId });
    if (filter.state) query.andWhere('o.state = :state', { state: filter.state });
    if (filter.repair) query.andWhere(`o.state <> 'withdrawn' AND o.repairBy < coalesce((o.endedAt AT TIME ZONE 'Asia/Shanghai')::date, :today)`, { today: this.clock.today() });
    if (filter.from) query.andWhere('o.startedAt >= :from', { from: shanghaiInstant(filter.from) });
    if (filter.to) query.andWhere('o.startedAt < :to', { to: shanghaiInstant(addDays(filter.to, 1)) });
    if (filter.q) query.andWhere(containsWords('o.search', ':q'), { q: filter.q });
    const sort = filter.sort ?? '-reported';
    const by = sort.endsWith('started') ? 'startedAt' : 'reportedAt';
    return pageOf(query, { key: { sql: `o.${by}`, type: 'timestamptz', of: row => row[by].toISOString() }, isDown: sort.startsWith('-'), limit: filter.limit, cursor: filter.cursor, view: row => this.view(actor, row) });
  }

  async export(actor: Actor, filter: OutageExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'monitoring-outage.export', subject: { type: 'monitoring-outage', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '自动监测故障', title: '自动监测故障', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  /** With what was to be sampled by hand up to now. */
  async detail(actor: Actor, id: string): Promise<OutageDetailView> {
    const row = await this.db.repo(MonitoringOutage).findOneBy({ id });
    monitoringPolicy.require(actor, 'monitoring.read', row);
    const { basis, verified } = (await this.samples.outages())(shanghaiDate(row.startedAt));
    const needs = row.state === 'withdrawn' ? [] : await this.covers.needsOf(row, this.clock.now());
    return {
      ...this.view(actor, row), basis, basisVerified: verified,
      needs: needs.map(({ pollutant, hours, isByPermit, needed, missing, gaps }) => ({
        pollutant, pollutantTitle: { ...pollutantTitle(pollutant) }, hoursApart: hours, hoursFrom: isByPermit ? 'permit' : 'reference', needed, taken: needed - missing, missing,
        gaps: gaps.map(one => ({ from: one.from.toISOString(), to: one.to.toISOString() })),
      })),
    };
  }

  /** Where something is measured automatically by the plan of today. */
  async places(actor: Actor, permitId: string): Promise<OutageMarkView[]> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    const inTime = await this.records.inTime(permit);
    const lines = planOf(inTime.formOn(this.clock.today()) ?? inTime.newest).filter(line => line.method === 'auto');
    return [...new Set(lines.map(line => line.place))].map(place => {
      const own = lines.filter(line => line.place === place);
      return { place, placeName: own[0]?.placeName ?? '', pollutants: own.map(line => line.pollutant), pollutantTitles: own.map(line => ({ ...pollutantTitle(line.pollutant) })) };
    });
  }

  /** @param row just written, or read */
  view(actor: Actor, row: MonitoringOutage): OutageView {
    return outageView(actor, row, this.clock.today(), row.endedAt && shanghaiDate(row.endedAt));
  }
}
