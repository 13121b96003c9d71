import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SheetColumn, spreadsheet } from '@huanbao/documents';
import { BYTE_ORDER_MARK, csvLine } from '@huanbao/platform';
import type { PermitRowView } from '../views/permit.view';
import { RegisterQueries } from './register.queries';
import type { RegisterExportDto } from './register.dto';

const STATUS: Readonly<Record<PermitRowView['status'], string>> = { valid: '有效', expired: '已过有效期', revoked: '已撤销', forfeited: '已吊销', withdrawn: '已撤回', cancelled: '已注销' };

/** Only what the list shows to everyone: nothing out of the content, so that no secret can be among it. */
export const PERMIT_COLUMNS: readonly SheetColumn<PermitRowView>[] = [
  { header: '许可证编号', width: 26, of: row => row.number },
  { header: '单位名称', width: 36, of: row => row.enterpriseName },
  { header: '生产经营场所', width: 28, of: row => row.siteName },
  { header: '行业类别', width: 24, of: row => row.industryName },
  { header: '管理类别', width: 12, of: row => (row.managementCategory === 'key' ? '重点管理' : '简化管理') },
  { header: '发证机关', width: 28, of: row => row.issuer },
  { header: '发证日期', width: 12, of: row => row.issuedOn },
  { header: '有效期起', width: 12, of: row => row.validFrom },
  { header: '有效期止', width: 12, of: row => row.validTo },
  { header: '状态', width: 12, of: row => STATUS[row.status] },
  { header: '剩余天数', width: 10, of: row => row.remainingDays },
];

const NAME = '排污许可公开清单';

/** The list of the register as a file, written while it is read; at most as many rows as a spreadsheet of this platform has. */
@Injectable()
export class RegisterExport {
  constructor(private readonly queries: RegisterQueries) {}

  file({ format, ...filter }: RegisterExportDto): StreamableFile {
    const rows = allPages((cursor, limit) => this.queries.list({ ...filter, cursor, limit }));
    if (format !== 'csv') return spreadsheet({ name: NAME, title: '排污许可', columns: PERMIT_COLUMNS }, rows);
    return new StreamableFile(Readable.from(lines(rows)), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="permits.csv"; filename*=UTF-8''${encodeURIComponent(`${NAME}.csv`)}` });
  }
}

async function* lines(rows: AsyncIterable<PermitRowView>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(PERMIT_COLUMNS.map(column => column.header));
  for await (const row of rows) yield csvLine(PERMIT_COLUMNS.map(column => column.of(row)));
}
