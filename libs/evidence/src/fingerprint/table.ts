import type { DocumentPage } from '../facts/facts';
import { plain } from '../facts/words';

export interface NumberRow {
  readonly page: number;
  /** The numbers of the row in order, joined. */
  readonly key: string;
  readonly quote: string;
}

const NUMBERS = /(?<![\d.\-/年月])\d{1,7}(?:\.\d{1,5})?(?![\d.\-/年月日号])/g;
const MOST_ROWS = 300;

/** A number that was measured rather than set: three significant digits and no round one. */
const isMeasured = (number: string): boolean => {
  const digits = number.replace('.', '').replace(/^0+/, '');
  return digits.length >= 3 && number.includes('.') && !/0{2,}$/.test(digits);
};

/**
 * Rows of measured values. Limits, codes and dates are the same everywhere by law: a row counts only with three numbers of three
 * significant digits, which two samplings do not share by chance.
 */
export function numberRows(pages: readonly DocumentPage[]): NumberRow[] {
  const rows: NumberRow[] = [];
  const seen = new Set<string>();
  for (const { page, text } of pages)
    for (const line of plain(text).split('\n')) {
      const measured = (line.match(NUMBERS) ?? []).filter(isMeasured);
      if (measured.length < 3 || rows.length >= MOST_ROWS) continue;
      const key = measured.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      rows.push({ page, key, quote: line.replace(/\s+/g, ' ').trim().slice(0, 200) });
    }
  return rows;
}
