import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** One column: its heading, its width in characters and what stands in it. Texts stay texts; nothing is run as a formula. */
export interface SheetColumn<T> {
  readonly header: string;
  readonly width: number;
  readonly of: (row: T) => string | number | null;
}

interface Sheet<T> {
  /** File name without ending; Chinese is fine. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly SheetColumn<T>[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More rows than this are not a list any more; the reader narrows the filter. */
export const SHEET_ROWS = 10_000;

/** Rows as an .xlsx download, written while they are read: neither side holds the whole list. */
export function spreadsheet<T>(sheet: Sheet<T>, rows: AsyncIterable<T>): StreamableFile {
  const out = new PassThrough();
  write(out, sheet, rows).catch((error: Error) => out.destroy(error));
  return new StreamableFile(out, { type: XLSX, disposition: `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(`${sheet.name}.xlsx`)}` });
}

/** All pages of a keyset list one after another, at most {@link SHEET_ROWS} rows. */
export async function* allPages<T>(page: (cursor: string | undefined, limit: number) => Promise<{ items: T[]; nextCursor: string | null }>): AsyncGenerator<T> {
  const PAGE = 100;
  let cursor: string | undefined;
  for (let sent = 0; sent < SHEET_ROWS; ) {
    const { items, nextCursor } = await page(cursor, Math.min(PAGE, SHEET_ROWS - sent));
    yield* items;
    sent += items.length;
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

async function write<T>(out: PassThrough, { title, columns }: Sheet<T>, rows: AsyncIterable<T>): Promise<void> {
  const { stream: excel } = await import('exceljs');
  const book = new excel.xlsx.WorkbookWriter({ stream: out });
  const page = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = columns.map(({ header, width }) => ({ header, width }));
  page.getRow(1).font = { bold: true };
  for await (const row of rows) page.addRow(columns.map(column => column.of(row))).commit();
  page.commit();
  await book.commit();
}
