import type { FieldProblem } from '@huanbao/platform';
import { instantOf } from './row';

/** A line of a sheet of results with its place in the workbook. */
export interface ResultLine {
  readonly line: number;
  readonly row: Readonly<Record<string, unknown>>;
}

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The one of two results nobody can tell apart: same place, pollutant and instant. Empty while the time cannot be read. */
function keyOf({ row }: ResultLine): string {
  const at = instantOf(row['sampledAt']);
  return at ? [words(row['place']), words(row['pollutant']), row['method'] === 'auto' ? 'auto' : 'manual', at.getTime()].join('|') : '';
}

/** Lines that say a place, pollutant and time for a second time, whatever their value: which of them holds, only the firm knows. */
export function repeatedLines(lines: readonly ResultLine[]): Map<number, FieldProblem> {
  const first = new Map<string, number>();
  const repeated = new Map<number, FieldProblem>();
  for (const one of lines) {
    const key = keyOf(one);
    const before = first.get(key);
    if (key === '') continue;
    if (before === undefined) first.set(key, one.line);
    else repeated.set(one.line, { pointer: '/sampledAt', code: 'repeated', zh: `与第 ${before} 行的点位、因子和采样时间相同，请删去一行，或更正采样时间`, en: `Place, pollutant and time are those of line ${before}. Remove one of them, or correct the time.` });
  }
  return repeated;
}
