import { PassThrough } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Actor, Audit, csvCell, shanghaiDate } from '@huanbao/platform';
import { ExportQueryDto, QueueQueryDto } from '../dto/case.dto';
import { CaseRowView } from './case.view';
import { CasesQuery } from './cases.query';

/** More rows than this are not a list any more; the reader narrows the filter. */
export const EXPORT_LIMIT = 10_000;
const PAGE = 200;

const COLUMNS: readonly { readonly header: string; readonly width: number; readonly of: (row: CaseRowView) => string | number | null }[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '事项', width: 18, of: row => row.kindTitle.zh },
  { header: '名称', width: 36, of: row => row.title },
  { header: '申请单位', width: 36, of: row => row.partyName },
  { header: '代办机构', width: 28, of: row => row.agentName },
  { header: '状态', width: 12, of: row => row.stateLabel.zh },
  { header: '经办人', width: 12, of: row => row.claimedByName },
  { header: '提交日期', width: 12, of: row => row.submittedAt && shanghaiDate(row.submittedAt) },
  { header: '到期日', width: 12, of: row => row.dueOn },
  { header: '剩余天数', width: 10, of: row => row.remainingDays },
  { header: '备注', width: 12, of: row => (row.clockPaused ? '计时暂停' : row.dueProvisional ? '日期暂估' : null) },
];

/** The officers' queue as a file, streamed page by page, capped, and recorded as a sensitive read. */
@Injectable()
export class QueueExport {
  constructor(
    private readonly cases: CasesQuery,
    private readonly audit: Audit,
  ) {}

  async open(actor: Actor, query: ExportQueryDto): Promise<PassThrough> {
    const { format = 'xlsx', ...filter } = query;
    await this.audit.record({ actor, action: 'case.export', subject: { type: 'case-queue', id: filter.tab ?? 'all' }, details: { format, kind: filter.kind, state: filter.state, due: filter.due, businessType: filter.businessType, category: filter.category, limit: EXPORT_LIMIT } });
    const out = new PassThrough();
    const writing = format === 'csv' ? this.writeCsv(out, this.rows(actor, filter)) : this.writeXlsx(out, this.rows(actor, filter));
    writing.catch((error: Error) => out.destroy(error));
    return out;
  }

  private async *rows(actor: Actor, filter: QueueQueryDto): AsyncGenerator<CaseRowView> {
    let cursor: string | undefined;
    for (let sent = 0; sent < EXPORT_LIMIT; ) {
      const page = await this.cases.queue(actor, { ...filter, cursor, limit: Math.min(PAGE, EXPORT_LIMIT - sent) });
      yield* page.items;
      sent += page.items.length;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }

  private async writeXlsx(out: PassThrough, rows: AsyncGenerator<CaseRowView>): Promise<void> {
    const { stream: excel } = await import('exceljs');
    const book = new excel.xlsx.WorkbookWriter({ stream: out });
    const sheet = book.addWorksheet('办件', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = COLUMNS.map(({ header, width }) => ({ header, width }));
    for await (const row of rows) sheet.addRow(COLUMNS.map(column => column.of(row))).commit();
    sheet.commit();
    await book.commit();
  }

  private async writeCsv(out: PassThrough, rows: AsyncGenerator<CaseRowView>): Promise<void> {
    // The byte order mark makes spreadsheet programs read UTF-8.
    await write(out, `\uFEFF${COLUMNS.map(column => csvCell(column.header)).join(',')}\r\n`);
    for await (const row of rows) await write(out, `${COLUMNS.map(column => csvCell(column.of(row))).join(',')}\r\n`);
    out.end();
  }
}

/** Waits for the reader when its buffer is full; stops when the reader has gone. */
function write(out: PassThrough, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (out.destroyed) return reject(new Error('The reader has gone'));
    if (out.write(text)) return resolve();
    const onDrain = (): void => settle(resolve);
    const onClose = (): void => settle(() => reject(new Error('The reader has gone')));
    const settle = (finish: () => void): void => {
      out.off('drain', onDrain);
      out.off('close', onClose);
      finish();
    };
    out.on('drain', onDrain);
    out.on('close', onClose);
  });
}
