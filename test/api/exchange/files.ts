import ExcelJS from 'exceljs';
import { exchange } from '../../harness/http';
import { Answer, Any, Person, PermitWorld } from '../permits/world';

/** Sends a file as people's browsers do. */
export async function sendFile(world: PermitWorld, person: Person, path: string, { bytes, name = '数据.xlsx', version }: { bytes: Buffer; name?: string; version?: number }): Promise<Answer<Any>> {
  const boundary = 'hb-sheet-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const reply = await exchange(world.api, {
    method: 'POST', url: `/api/v1${path}`, payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { ...person.headers, 'content-type': `multipart/form-data; boundary=${boundary}`, ...(version === undefined ? {} : { 'if-match': `"v${version}"` }) },
  });
  return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
}

/** A downloaded workbook, changed by hand and saved. */
export async function edited(bytes: Buffer, change: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = await opened(bytes);
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

/** A workbook of one sheet. */
export const sheetOf = (name: string, rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(name);
  rows.forEach(row => page.addRow([...row]));
  return book.xlsx.writeBuffer().then(Buffer.from);
};
