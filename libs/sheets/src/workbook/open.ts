import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { inspect, spooled } from '@huanbao/documents';
import { notASheet, oldWorkbook } from '../sheets.errors';
import { openCsv } from './csv';
import { openXlsx, Sheet } from './xlsx';

/** An uploaded workbook larger than this is not a table people fill in. */
export const MOST_FILE_MB = 20;
const MB = 1024 * 1024;
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const HEAD_BYTES = 4096;

export interface Workbook {
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

/**
 * Lays an upload aside, judges it by its content and lets `use` read it. Nothing of it is kept.
 * @throws AppError 413 beyond {@link MOST_FILE_MB}; 415 for macros, bombs, damaged files, old Excel and anything that is no table
 */
export function withWorkbook<T>(upload: { readonly filename: string; readonly stream: Readable }, use: (book: Workbook) => Promise<T>): Promise<T> {
  return spooled(upload.stream, MOST_FILE_MB * MB, async ({ path }) => {
    const book = await opened(path, upload.filename);
    try {
      return await use({ name: upload.filename, sheets: book.sheets });
    } finally {
      book.close();
    }
  });
}

async function opened(path: string, filename: string): Promise<{ readonly sheets: readonly Sheet[]; readonly close: () => void }> {
  const bytes = await readFile(path);
  const head = bytes.subarray(0, HEAD_BYTES);
  if (head.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) throw oldWorkbook();
  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    const { mediaType } = await inspect(path, filename.replace(/\.[^.]*$/, '.xlsx'));
    if (!mediaType.includes('spreadsheet')) throw notASheet();
    return openXlsx(path);
  }
  if (!/\.(csv|txt)$/i.test(filename) || (head.includes(0) && !isUtf16(head)) || /^\s*</.test(head.toString('latin1')) || head.length === 0) throw notASheet();
  return openCsv(path, filename);
}

const isUtf16 = (head: Buffer): boolean => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
