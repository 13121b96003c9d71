import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, shanghaiDate } from '@huanbao/platform';
import type { OwnRectificationExportQuery, RectificationExportQuery } from './rectification.dto';
import type { RectificationSource } from './entities';
import { RectificationQueries } from './rectification.queries';
import type { RectificationItemView } from './rectification.view';

const SOURCE_WORDS: Readonly<Record<RectificationSource, string>> = { inspection: '执法检查', duty: '逾期事项', complaint: '投诉举报', manual: '执法人员登记' };
const COLUMNS: readonly SheetColumn<RectificationItemView>[] = [
  { header: '编号', width: 18, of: row => row.number }, { header: '企业', width: 30, of: row => row.enterpriseName }, { header: '来源', width: 14, of: row => SOURCE_WORDS[row.source as RectificationSource] }, { header: '来源编号', width: 24, of: row => row.sourceNumber ?? '' },
  { header: '部位', width: 24, of: row => row.place }, { header: '问题', width: 36, of: row => row.summary }, { header: '状态', width: 12, of: row => row.stateZh }, { header: '整改期限', width: 12, of: row => row.dueOn ?? '' }, { header: '逾期日期', width: 12, of: row => row.overdueOn ?? '' },
  { header: '挂牌督办', width: 10, of: row => (row.isSupervised ? '是' : '') }, { header: '核查未通过次数', width: 14, of: row => row.rejections }, { header: '登记日期', width: 12, of: row => shanghaiDate(new Date(row.openedAt)) },
];

/** The lists as spreadsheets; each export is recorded. */
@Injectable()
export class RectificationSheets {
  constructor(
    private readonly queries: RectificationQueries,
    private readonly audit: Audit,
  ) {}

  async bureau(actor: Actor, query: RectificationExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'rectification.export', subject: { type: 'rectification-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '整改清单', title: '整改清单', columns: COLUMNS }, allPages((cursor, limit) => this.queries.list(actor, { ...query, cursor, limit })));
  }

  async own(actor: Actor, query: OwnRectificationExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'own-rectification.export', subject: { type: 'own-rectification-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '整改清单', title: '本企业的整改清单', columns: COLUMNS }, allPages((cursor, limit) => this.queries.own(actor, { ...query, cursor, limit })));
  }
}
