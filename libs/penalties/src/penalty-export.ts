import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, shanghaiDate } from '@huanbao/platform';
import type { PenaltyExportQuery } from './lists.dto';
import { PenaltyQueries } from './penalty.queries';
import type { PenaltyItemView } from './penalty.view';
import { CLUE_WORDS, type ClueKind, PURSUIT_WORDS } from './words';

const COLUMNS: readonly SheetColumn<PenaltyItemView>[] = [
  { header: '案件编号', width: 18, of: row => row.number }, { header: '当事人', width: 30, of: row => row.partyName }, { header: '线索来源', width: 16, of: row => CLUE_WORDS[row.clueKind as ClueKind].zh },
  { header: '违法行为', width: 36, of: row => row.violationTitle ?? '' }, { header: '状态', width: 14, of: row => row.stateZh }, { header: '期限', width: 12, of: row => row.dueOn ?? '' }, { header: '经办人', width: 12, of: row => row.claimedByName ?? '' },
  { header: '登记日期', width: 12, of: row => shanghaiDate(new Date(row.openedAt)) }, { header: '决定书文号', width: 24, of: row => row.decisionNumber ?? '' }, { header: '罚款（元）', width: 14, of: row => row.fineYuan ?? '' },
  { header: '执行', width: 14, of: row => (row.pursuitEnded ? PURSUIT_WORDS[row.pursuitEnded as keyof typeof PURSUIT_WORDS].zh : '') },
  { header: '公开期限', width: 12, of: row => row.publishDue ?? '' }, { header: '公开日期', width: 12, of: row => (row.publishedAt ? shanghaiDate(new Date(row.publishedAt)) : '') },
];

/** The list of cases as a spreadsheet; each export is recorded. */
@Injectable()
export class PenaltyExport {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly audit: Audit,
  ) {}

  async export(actor: Actor, query: PenaltyExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'penalty.export', subject: { type: 'penalty-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '行政处罚案件', title: '行政处罚案件清单', columns: COLUMNS }, allPages((cursor, limit) => this.queries.list(actor, { ...query, cursor, limit })));
  }
}
