import Decimal from 'decimal.js';
import type { LimitRow } from './rule';

export interface LimitQuestion {
  readonly medium: 'air' | 'water';
  readonly source: string;
  readonly pollutant: string;
  /** Civil date whose law applies. */
  readonly date: string;
  readonly inKeyRegion: boolean;
}

export interface StrictestLimit {
  /** The strictest applicable row that was compared with the standard's text. */
  readonly verified: LimitRow | undefined;
  /** The strictest of all; differs from `verified` when an unverified row is stricter. */
  readonly strictest: LimitRow | undefined;
  /** All applicable rows, strictest first. */
  readonly applicable: readonly LimitRow[];
}

const BASE_UNIT = { air: 'mg/m³', water: 'mg/L' } as const;
const FACTORS: Readonly<Record<string, string>> = { 'mg/m³': '1', 'mg/m3': '1', 'μg/m³': '0.001', 'µg/m³': '0.001', 'μg/m3': '0.001', 'ug/m3': '0.001', 'mg/L': '1', 'μg/L': '0.001', 'µg/L': '0.001', 'MPN/L': '1', '': '1', 无量纲: '1', 倍: '1' };

/** The value in mg/m³ (air) or mg/L (water); counts and pH as they are. Undefined for a unit that cannot be compared. */
export function limitInBaseUnit(row: LimitRow): Decimal | undefined {
  const factor = FACTORS[row.unit];
  return factor === undefined ? undefined : new Decimal(row.value).mul(factor);
}

/** The reference limits that hold on the day, strictest first (排污许可管理条例 art. 11 (2): standards, and stricter ones where the area demands it). */
export function strictestLimit(rows: readonly LimitRow[], question: LimitQuestion): StrictestLimit {
  const applicable = rows
    .filter(row => applies(row, question))
    .flatMap(row => {
      const value = limitInBaseUnit(row);
      return value ? [{ row, value }] : [];
    })
    .sort((a, b) => a.value.cmp(b.value) || Number(b.row.verified) - Number(a.row.verified))
    .map(one => one.row);
  return { applicable, strictest: applicable[0], verified: applicable.find(row => row.verified) };
}

function applies(row: LimitRow, question: LimitQuestion): boolean {
  return (
    row.medium === question.medium &&
    row.source === question.source &&
    row.pollutant === question.pollutant &&
    row.validFrom <= question.date &&
    (row.validTo === null || row.validTo >= question.date) &&
    (row.tier !== 'special' || question.inKeyRegion)
  );
}

const TIER: Record<LimitRow['tier'], string> = { national: '国家标准', special: '特别排放限值', provincial: '地方标准', 'ultra-low': '超低排放要求' };

/** One line a person can check: standard, kind, value, and whether it has been verified. */
export function explainLimit(row: LimitRow): string {
  return `${row.standard}（${TIER[row.tier]}）${row.value} ${row.unit || BASE_UNIT[row.medium]}${row.verified ? '' : '，数值尚未核对标准原文'}`;
}
