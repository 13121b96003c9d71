import { readFile } from 'node:fs/promises';
import { tooMuch } from '../sheets.errors';
import { SheetCell, SheetLine } from './cell';
import { Sheet } from './xlsx';

const MOST_BYTES = 64 * 1024 * 1024;
/** Rows handed on before other work of the process may go on. */
const BREATH = 2000;

/** Text as it was meant: marked UTF-8 or UTF-16, else UTF-8 if it is whole, else what Chinese Excel writes (GBK). */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A .csv as a workbook of one sheet. */
export async function openCsv(path: string, name: string): Promise<{ readonly sheets: readonly Sheet[]; readonly close: () => void }> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) throw tooMuch();
  const text = decodeText(bytes);
  const sheet: Sheet = {
    name: name.replace(/\.[^.]*$/, ''),
    hidden: false,
    merges: () => [],
    async *rows() {
      let given = 0;
      for (const row of csvRows(text)) {
        if (++given % BREATH === 0) await new Promise(resolve => setImmediate(resolve));
        yield row;
      }
    },
  };
  return { sheets: [sheet], close: () => undefined };
}

/** Rows of delimited text (RFC 4180; comma, semicolon or tab by the first line). Numbers of rows count what people see in Excel. */
export function* csvRows(text: string): Generator<SheetLine> {
  const mark = delimiterOf(text);
  let [at, line] = [0, 0];
  while (at < text.length) {
    line += 1;
    const cells = new Map<number, SheetCell>();
    for (let column = 1; ; column++) {
      const [value, next] = fieldAt(text, at, mark);
      if (value.trim() !== '') cells.set(column, { kind: 'text', text: unguarded(value) });
      at = next;
      if (text[at] !== mark) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    if (cells.size > 0) yield { line, hidden: false, cells };
  }
}

/** The apostrophe that exports put before what a spreadsheet would run. */
const unguarded = (value: string): string => (/^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value);

function delimiterOf(text: string): string {
  const first = text.slice(0, 5000).split(/\r?\n/).find(line => line.trim() !== '') ?? '';
  const counted = [',', '\t', ';'].map(mark => [mark, first.split(mark).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** The field that begins at `from`, and where its end is. */
function fieldAt(text: string, from: number, mark: string): readonly [string, number] {
  if (text[from] !== '"') {
    let end = from;
    while (end < text.length && text[end] !== mark && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return [text.slice(from, end), end];
  }
  let [value, at] = ['', from + 1];
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [value + text.slice(at), text.length];
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      // anything between the closing quote and the mark belongs to the field
      at = quote + 1;
      while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') value += text[at++];
      return [value, at];
    }
    value += '"';
    at = quote + 2;
  }
}
