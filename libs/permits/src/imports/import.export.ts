import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, shanghaiDate } from '@huanbao/platform';
import type { ImportExportQuery } from './import.dto';
import { ImportQueries } from './imports.queries';
import type { PermitImportView } from './import.view';

const STATE: Readonly<Record<PermitImportView['state'], string>> = { judging: '正在核对', unreadable: '没有读成', judged: '已核对，待导入', applying: '正在导入', applied: '已导入', undoing: '正在撤回', undone: '已撤回', discarded: '已放弃' };
const day = (at: Date | null): string | null => at && shanghaiDate(at);

const COLUMNS: readonly SheetColumn<PermitImportView>[] = [
  { header: '文件', width: 36, of: row => row.name },
  { header: '名单日期', width: 12, of: row => row.sourceOn },
  { header: '进度', width: 16, of: row => STATE[row.state] },
  { header: '行数', width: 8, of: row => row.rowsTotal },
  { header: '新增', width: 8, of: row => row.created },
  { header: '有变化', width: 8, of: row => row.changed },
  { header: '一致', width: 8, of: row => row.same },
  { header: '未通过', width: 8, of: row => row.refused },
  { header: '已导入', width: 8, of: row => row.applied },
  { header: '上传人', width: 14, of: row => row.createdByName },
  { header: '上传日期', width: 12, of: row => day(row.createdAt) },
  { header: '导入人', width: 14, of: row => row.appliedByName },
  { header: '导入日期', width: 12, of: row => day(row.appliedAt) },
  { header: '撤回人', width: 14, of: row => row.undoneByName },
  { header: '撤回日期', width: 12, of: row => day(row.undoneAt) },
];

/** The lists handed in as a spreadsheet, written while it is read. Each export is recorded. */
@Injectable()
export class ImportExport {
  constructor(
    private readonly queries: ImportQueries,
    private readonly audit: Audit,
  ) {}

  async file(actor: Actor, filter: ImportExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'permit-import.export', subject: { type: 'permit-import', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '许可证名单导入', title: '许可证名单导入', columns: COLUMNS }, allPages((cursor, limit) => this.queries.list(actor, { ...filter, cursor, limit })));
  }
}
