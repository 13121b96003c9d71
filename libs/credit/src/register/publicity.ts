import type { ReferenceRow } from '@huanbao/reference';
import { dayAfter, monthsAfter, type Severity } from '../engine/ledger';

export const PUBLICITY_KIND = 'credit-publicity';

const BASIS = '信用修复管理办法（2026年4月1日施行）';
const row = (key: Severity, title: string, value: string, note: string): ReferenceRow => ({ key, title, value, unit: '个月', effectiveFrom: '2026-04-01', effectiveTo: null, legalBasis: BASIS, verified: false, origin: '二手资料转述，待核原文', note });

/** How long events are published at the longest, by class. */
export const PUBLICITY_ROWS: readonly ReferenceRow[] = [
  row('minor', '轻微失信信息最长公示期', '0', '原则上不公示'),
  row('general', '一般失信信息最长公示期', '12', '最短三个月，修复后停止公示'),
  row('serious', '严重失信信息最长公示期', '36', '最短一年，修复后停止公示'),
];

/** Last day of publication: of the event itself or of its class, whichever is first; null when it is not published at all. */
export function publishedUntil({ severity, validFrom, until }: { readonly severity: Severity; readonly validFrom: string; readonly until: string | null }, rows: readonly ReferenceRow[]): string | null {
  const months = Number(rows.find(one => one.key === severity)?.value ?? '0');
  if (!(months > 0)) return null;
  const longest = dayAfter(monthsAfter(validFrom, months), -1);
  return until !== null && until < longest ? until : longest;
}
