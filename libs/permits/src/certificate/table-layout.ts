import type { CertificateTable } from './content';

/** Between the margins of an upright A4 page, in points. */
export const PAGE_WIDTH = 495;

/** More columns than this would be unreadable on an upright page: the rest goes into a further table that repeats the first two. */
const COLUMNS = 8;
const REPEATED = 2;

export function partsOf(table: CertificateTable): CertificateTable[] {
  if (table.columns.length <= COLUMNS) return [table];
  const step = COLUMNS - REPEATED;
  const count = Math.ceil((table.columns.length - REPEATED) / step);
  // evenly, so that the last part is not one lonely column
  const even = Math.ceil((table.columns.length - REPEATED) / count);
  const parts: CertificateTable[] = [];
  for (let from = REPEATED; from < table.columns.length; from += even) {
    const pick = <T>(cells: readonly T[]): T[] => [...cells.slice(0, REPEATED), ...cells.slice(from, from + even)];
    parts.push({ caption: table.caption, columns: pick(table.columns), rows: table.rows.map(pick) });
  }
  return parts;
}

const LEAST = 38;
const MOST_SIGNS = 26;

/** Widths by what stands in the columns: a code needs little, a sentence much. They add up to the page. */
export function widthsOf(table: CertificateTable, width: number): number[] {
  const wishes = table.columns.map((title, index) => {
    const cells = table.rows.map(row => signs(row[index] ?? ''));
    return Math.min(MOST_SIGNS, Math.max(signs(title) / 2, 4, ...cells));
  });
  const all = wishes.reduce((sum, one) => sum + one, 0);
  const free = width - LEAST * wishes.length;
  const widths = wishes.map(one => LEAST + Math.floor((free * one) / all));
  const used = widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === widths.length - 1 ? one + width - used : one));
}

/** How wide a text is, counted in Chinese characters. */
const signs = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u0000-\u00ff]/.test(sign) ? 0.55 : 1), 0);
