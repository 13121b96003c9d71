import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit } from '@huanbao/platform';
import type { FirmExportQuery, QualificationExportQuery } from './dto/providers.dto';
import { Providers } from './providers.queries';
import type { FirmItemView, QualificationView } from './providers.view';

const STATES: Readonly<Record<string, string>> = { pending: '待核验', verified: '已核验', rejected: '未通过', expired: '已过期', suspended: '已暂停' };
const CONFIDENCE: Readonly<Record<string, string>> = { low: '低', medium: '中', high: '高' };
const INTEGRITY: Readonly<Record<string, string>> = { clear: '无', warned: '警示', restricted: '限制' };

const FIRM_COLUMNS: readonly SheetColumn<FirmItemView>[] = [
  { header: '服务机构', width: 36, of: row => row.firmName },
  { header: '服务项目', width: 50, of: row => row.services.map(service => service.title).join('、') || null },
  { header: '有效资质', width: 36, of: row => row.qualificationKinds.join('、') || null },
  { header: '可同时承接', width: 12, of: row => row.capacityTasks },
  { header: '在办任务', width: 10, of: row => row.openTasks },
  { header: '失信记分', width: 10, of: row => INTEGRITY[row.integrity] ?? row.integrity },
  { header: '评分', width: 8, of: row => row.score },
  { header: '评价次数', width: 10, of: row => row.ratings },
  { header: '信度', width: 8, of: row => CONFIDENCE[row.confidence] ?? null },
  { header: '造假标注期至', width: 14, of: row => row.vetoedUntil },
  { header: '简介', width: 60, of: row => row.intro },
];

const QUALIFICATION_COLUMNS: readonly SheetColumn<QualificationView>[] = [
  { header: '服务机构', width: 36, of: row => row.firmName },
  { header: '资质', width: 18, of: row => row.kind },
  { header: '证书编号', width: 24, of: row => row.number },
  { header: '范围', width: 40, of: row => row.scope },
  { header: '发证机关', width: 28, of: row => row.issuer },
  { header: '有效期起', width: 12, of: row => row.validFrom },
  { header: '有效期止', width: 12, of: row => row.validTo ?? '长期' },
  { header: '状态', width: 10, of: row => STATES[row.state] ?? row.state },
  { header: '未通过原因', width: 40, of: row => row.reason },
];

/** The register of firms and the bureau's list of qualifications as spreadsheets, recorded. */
@Injectable()
export class ProvidersExport {
  constructor(
    private readonly providers: Providers,
    private readonly audit: Audit,
  ) {}

  async firms(actor: Actor, query: FirmExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'firm.export', subject: { type: 'firm-register', id: 'listed' }, details: { kind: query.kind, stage: query.stage, limit: SHEET_ROWS } });
    return spreadsheet({ name: '服务机构', title: '服务机构', columns: FIRM_COLUMNS }, allPages((cursor, limit) => this.providers.register({ ...query, cursor, limit })));
  }

  async qualifications(actor: Actor, query: QualificationExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'qualification.export', subject: { type: 'qualification-list', id: query.state ?? 'pending' }, details: { limit: SHEET_ROWS } });
    return spreadsheet({ name: '机构资质', title: '机构资质', columns: QUALIFICATION_COLUMNS }, allPages((cursor, limit) => this.providers.queue(actor, { ...query, cursor, limit })));
  }
}
