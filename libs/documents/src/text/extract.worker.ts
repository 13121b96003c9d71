import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import type { Extraction } from './extract';

interface Input {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly limit: number;
}

const MOST_ROWS = 50_000;

async function pdf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { text, pages: totalPages };
}

async function word(bytes: Uint8Array): Promise<{ text: string; pages: null }> {
  return { text: (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value, pages: null };
}

async function sheet(bytes: Uint8Array): Promise<{ text: string; pages: null }> {
  const lines: string[] = [];
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), { worksheets: 'emit', sharedStrings: 'cache', styles: 'ignore', hyperlinks: 'ignore', entries: 'ignore' });
  for await (const worksheet of reader)
    for await (const row of worksheet) {
      lines.push((row.values as unknown[]).slice(1).map(cell => (cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell))).join('\t'));
      if (lines.length >= MOST_ROWS) return { text: lines.join('\n'), pages: null };
    }
  return { text: lines.join('\n'), pages: null };
}

async function extract({ bytes, mediaType, limit }: Input): Promise<Extraction> {
  try {
    const read = mediaType === 'application/pdf' ? pdf : mediaType.includes('wordprocessing') ? word : sheet;
    const { text, pages } = await read(bytes);
    return { ok: true, text: text.replaceAll('\u0000', '').slice(0, limit), pages };
  } catch (error) {
    return { ok: false, reason: (error as Error).message.slice(0, 300) };
  }
}

void extract(workerData as Input).then(result => parentPort?.postMessage(result));
