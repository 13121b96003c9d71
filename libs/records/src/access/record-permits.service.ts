import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, type SheetColumn, spreadsheet } from '@huanbao/documents';
import type { Permit } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, Page } from '@huanbao/platform';
import type { LedgerPermitView } from '../ledger/ledger.view';
import type { MonitoringPermitView } from '../monitoring/monitoring.view';
import { permitHead } from './permit-head';
import { PermitList } from './permit-list';
import type { LedgerListDto, LedgerListExportDto, MonitoringListDto, MonitoringListExportDto } from './permit-list.dto';

interface Facts {
  readonly id: string;
  readonly last: string | null;
  readonly open: string;
}

const STANDING: Readonly<Record<LedgerPermitView['status'], string>> = { valid: '有效', expired: '已过有效期', revoked: '已撤销', forfeited: '已吊销', withdrawn: '已撤回', cancelled: '已注销' };

const HEAD: readonly SheetColumn<LedgerPermitView>[] = [
  { header: '企业', width: 32, of: row => row.enterpriseName },
  { header: '场所', width: 26, of: row => row.siteName },
  { header: '许可证编号', width: 26, of: row => row.number },
  { header: '行业类别', width: 22, of: row => row.industryName },
  { header: '许可证状态', width: 12, of: row => STANDING[row.status] },
  { header: '有效期至', width: 12, of: row => row.validTo },
  { header: '提前终止日期', width: 14, of: row => row.endedOn },
];
const LEDGERS: readonly SheetColumn<LedgerPermitView>[] = [...HEAD, { header: '最近一条台账的日期', width: 18, of: row => row.lastEntryOn }];
const MONITORED: readonly SheetColumn<MonitoringPermitView>[] = [
  ...HEAD,
  { header: '最近监测', width: 12, of: row => row.lastEntryOn },
  { header: '待说明的超标（条）', width: 18, of: row => row.openExceedances },
];

/** Permits with what stands in their records, as lists and as files. */
@Injectable()
export class RecordPermits {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitList,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async ledgers(actor: Actor, filter: LedgerListDto): Promise<Page<LedgerPermitView>> {
    const page = await this.permits.page(actor, filter);
    const last = await this.lastEntries(page.items.map(one => one.id));
    return { items: page.items.map(permit => ({ ...permitHead(permit, this.clock.today()), lastEntryOn: last.get(permit.id) ?? null })), nextCursor: page.nextCursor };
  }

  async monitored(actor: Actor, filter: MonitoringListDto): Promise<Page<MonitoringPermitView>> {
    const page = await this.permits.page(actor, filter);
    const facts = await this.facts(page.items.map(one => one.id));
    return { items: page.items.map(permit => this.monitoredView(permit, facts.get(permit.id))), nextCursor: page.nextCursor };
  }

  async exportLedgers(actor: Actor, filter: LedgerListExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'ledger.export-list', subject: { type: 'permit', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '台账清单', title: '台账', columns: LEDGERS }, allPages((cursor, limit) => this.ledgers(actor, { ...filter, cursor, limit })));
  }

  async exportMonitored(actor: Actor, filter: MonitoringListExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'monitoring.export-list', subject: { type: 'permit', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '台账与监测清单', title: '台账与监测', columns: MONITORED }, allPages((cursor, limit) => this.monitored(actor, { ...filter, cursor, limit })));
  }

  /** Of one permit, for its own page. */
  async monitoredOne(permit: Permit): Promise<MonitoringPermitView> {
    return this.monitoredView(permit, (await this.facts([permit.id])).get(permit.id));
  }

  /** Day of the newest entry, by permit. */
  async lastEntries(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; last: string }>(
      `SELECT p.id, last.day AS last FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (SELECT business_date::text AS day FROM ledger_entry WHERE permit_id = p.id ORDER BY business_date DESC, id DESC LIMIT 1) last`, [ids],
    );
    return new Map(rows.map(row => [row.id, row.last]));
  }

  private monitoredView(permit: Permit, facts: Facts | undefined): MonitoringPermitView {
    return { ...permitHead(permit, this.clock.today()), lastEntryOn: facts?.last ?? null, openExceedances: Number(facts?.open ?? 0) };
  }

  private async facts(ids: readonly string[]): Promise<Map<string, Facts>> {
    const rows = await this.db.query<Facts>(
      `SELECT p.id, (SELECT sampled_on::text FROM monitoring_result WHERE permit_id = p.id ORDER BY sampled_on DESC, id DESC LIMIT 1) AS last,
              (SELECT count(*) FROM exceedance WHERE permit_id = p.id AND state = 'open') AS open FROM unnest($1::uuid[]) AS p(id)`,
      [ids],
    );
    return new Map(rows.map(row => [row.id, row]));
  }
}
