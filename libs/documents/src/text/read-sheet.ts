import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Reading } from './reading';

/** Row by row, so that a table of a million lines ends at the limit and not at the memory. */
export async function readSheet(bytes: Buffer, limit: number): Promise<Reading> {
  const lines: string[] = [];
  let length = 0;
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([bytes]), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' });
  for await (const worksheet of reader)
    for await (const row of worksheet) {
      const line = (row.values as readonly unknown[]).slice(1).map(cellText).join('\t');
      lines.push(line);
      length += line.length + 1;
      if (length >= limit) return { text: lines.join('\n'), pages: null, warnings: [] };
    }
  return { text: lines.join('\n'), pages: null, warnings: [] };
}

/** A cell as people read it: the words of rich text and links, the result of a formula. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'object') return String(cell);
  const { richText, text, result, error } = cell as { richText?: readonly { text: string }[]; text?: unknown; result?: unknown; error?: string };
  if (richText) return richText.map(part => part.text).join('');
  return cellText(text ?? result ?? error ?? '');
}
