import type { ReferenceRow } from '@huanbao/reference';
import type { LowerBound } from './compliance.types';

/** Kind of the reference data. */
export const LOWEST_PH_KIND = 'lowest-ph';

/**
 * pH is a range, and a permit writes its upper end: the lower one is the same in the discharge standards for water. Dated, for a standard
 * that sets another one from a day on.
 */
export const LOWEST_PH: readonly ReferenceRow[] = [
  { key: 'pH', title: 'pH 值下限', value: '6', unit: '无量纲', effectiveFrom: '1998-01-01', effectiveTo: null, legalBasis: 'GB 8978-1996 表4；GB 18918-2002 表1（pH 6～9）', origin: '抄自转载文本', verified: false, note: null },
];

/** What a result of the day may not lie below; null for pollutants that have no lower end. */
export function lowestOf(rows: readonly ReferenceRow[], pollutant: string, day: string): LowerBound | null {
  const row = rows.find(one => one.key === pollutant && one.effectiveFrom <= day && (one.effectiveTo === null || one.effectiveTo >= day));
  return row ? { value: row.value, legalBasis: row.legalBasis ?? '', verified: row.verified } : null;
}
