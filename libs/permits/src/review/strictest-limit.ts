import Decimal from 'decimal.js';
import type { LimitMedium, LimitRow, LimitTier } from './rule';
import { fitOf, LimitQuestion } from './limit-fit';

export type { LimitQuestion } from './limit-fit';

export interface StrictestLimit {
  /** The strictest applicable row that was compared with the standard's text and surely applies. */
  readonly verified: LimitRow | undefined;
  /** The strictest of all; differs from `verified` when an unverified or uncertain row is stricter. */
  readonly strictest: LimitRow | undefined;
  /** All applicable rows, strictest first. */
  readonly applicable: readonly LimitRow[];
}

export const BASE_UNIT: Readonly<Record<LimitMedium, string>> = { air: 'mg/m³', fugitive: 'mg/m³', water: 'mg/L', noise: 'dB(A)' };
const FACTORS: Readonly<Record<string, string>> = {
  'mg/m³': '1', 'mg/m3': '1', 'g/m³': '1000', 'μg/m³': '0.001', 'µg/m³': '0.001', 'μg/m3': '0.001', 'ug/m3': '0.001', 'ng/m³': '0.000001',
  'mg/L': '1', 'g/L': '1000', 'μg/L': '0.001', 'µg/L': '0.001', 'MPN/L': '1', '个/L': '1', '': '1', 无量纲: '1', 倍: '1', 级: '1', 'dB(A)': '1',
};
/** Oxygen of the air in percent by volume (GB 13271-2014 art. 5.2). */
const AIR_OXYGEN = 21;

/** The value in mg/m³ (air), mg/L (water) or dB(A); counts and pH as they are. Undefined for a unit that cannot be compared. */
export function limitInBaseUnit(row: Pick<LimitRow, 'value' | 'unit'>): Decimal | undefined {
  const factor = FACTORS[row.unit];
  return factor === undefined ? undefined : new Decimal(row.value).mul(factor);
}

/** A value of the base unit in the unit a claim is written in; as it is where the two do not convert. */
export const inClaimUnit = (value: Decimal, unit: string): Decimal => value.div(FACTORS[unit] ?? 1);

/** Units in which a limit of this medium can be entered. */
export function unitsOf(medium: LimitMedium): readonly string[] {
  if (medium === 'noise') return ['dB(A)'];
  return medium === 'water' ? ['mg/L', 'μg/L', 'MPN/L', '倍', '无量纲'] : ['mg/m³', 'μg/m³', 'ng/m³', '无量纲', '级'];
}

/** The unit a limit of the pollutant is compared in: the medium's own unless it is counted otherwise. */
export const comparedUnit = (row: Pick<LimitRow, 'medium' | 'unit'>): string => (['MPN/L', '个/L', '倍', '无量纲', '级', ''].includes(row.unit) ? row.unit : BASE_UNIT[row.medium]);

const ORDER: Readonly<Record<LimitTier, number>> = { national: 0, special: 1, provincial: 2, 'ultra-low': 3, approval: 4 };

/** The oxygen to which all candidates are brought: of the national standard, else of the first that names one. */
export function commonOxygen(rows: readonly LimitRow[]): string | null {
  const named = rows.filter(row => row.baseOxygen != null).sort((a, b) => ORDER[a.tier] - ORDER[b.tier] || a.standard.localeCompare(b.standard));
  return named[0]?.baseOxygen ?? null;
}

/** The value in the common unit and at the common oxygen: C × (21 − O common) ÷ (21 − O own). A row without base oxygen stays as it is. */
export function comparable(row: LimitRow, oxygen: string | null): Decimal | undefined {
  const value = limitInBaseUnit(row);
  if (!value || row.medium !== 'air' || row.baseOxygen == null || oxygen === null) return value;
  return value.mul(new Decimal(AIR_OXYGEN).sub(oxygen)).div(new Decimal(AIR_OXYGEN).sub(row.baseOxygen));
}

interface Compared {
  readonly row: LimitRow;
  readonly value: Decimal;
  readonly certain: boolean;
}

/** The rows that hold, with their values made comparable, strictest first; of equals a verified and certain one first. */
export function comparedLimits(rows: readonly LimitRow[], question: LimitQuestion): Compared[] {
  const fitting = rows.flatMap(row => {
    const fit = fitOf(row, question);
    return fit.applies ? [{ row, certain: fit.certain }] : [];
  });
  const oxygen = commonOxygen(fitting.map(one => one.row));
  return fitting
    .flatMap(one => {
      const value = comparable(one.row, oxygen);
      return value ? [{ ...one, value }] : [];
    })
    .sort((a, b) => a.value.cmp(b.value) || Number(b.row.verified) - Number(a.row.verified) || Number(b.certain) - Number(a.certain) || ORDER[a.row.tier] - ORDER[b.row.tier]);
}

/** The reference limits that hold on the day, strictest first (排污许可管理条例 art. 11 (2): standards, and stricter ones where the area demands it). */
export function strictestLimit(rows: readonly LimitRow[], question: LimitQuestion): StrictestLimit {
  const compared = comparedLimits(rows, question);
  return { applicable: compared.map(one => one.row), strictest: compared[0]?.row, verified: compared.find(one => one.row.verified && one.certain)?.row };
}

export const TIER_WORDS: Readonly<Record<LimitTier, { readonly zh: string; readonly en: string }>> = {
  national: { zh: '国家标准', en: 'National standard' },
  special: { zh: '特别排放限值', en: 'Special limit' },
  provincial: { zh: '地方标准', en: 'Provincial standard' },
  'ultra-low': { zh: '超低排放要求', en: 'Ultra-low requirement' },
  approval: { zh: '环评批复', en: 'Environmental approval' },
};

/** One line a person can check: standard, kind, value, and whether it has been verified. */
export function explainLimit(row: LimitRow): string {
  return `${row.standard}（${TIER_WORDS[row.tier].zh}）${row.value} ${row.unit || BASE_UNIT[row.medium]}${row.verified ? '' : '，数值尚未核对标准原文'}`;
}
