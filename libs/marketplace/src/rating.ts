import type { ReferenceRow } from '@huanbao/reference';
import Decimal from 'decimal.js';

export const DIMENSIONS = ['quality', 'timeliness', 'compliance', 'service', 'price'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Scores = Readonly<Record<Dimension, number>>;

/** Kind of the reference data. */
export const RATING_KIND = 'rating';
const row = (key: string, title: string, value: string, unit: string): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: '2026-01-01', effectiveTo: null, legalBasis: '本平台约定，法律未作规定', verified: false, origin: '平台起步值，待主管部门核定', note: null,
});

/** No law gives these numbers: dated rows that nobody has confirmed. */
export const RATING_VALUES: readonly ReferenceRow[] = [
  row('weight.quality', '互评权重：质量', '30', '%'), row('weight.timeliness', '互评权重：时效', '20', '%'), row('weight.compliance', '互评权重：合规', '30', '%'), row('weight.service', '互评权重：服务', '10', '%'), row('weight.price', '互评权重：价格', '10', '%'),
  row('blind-days', '一方评价后另一方没有评价的，多少日后公开', '7', '日'),
];

/** How the five marks weigh, and how long the first rating waits for the other. */
export interface RatingTerms {
  readonly weights: Scores;
  readonly blindDays: number;
  readonly verified: boolean;
}

/** The terms of a day; a value that is no positive number, or weights without any, keep what ships. */
export function ratingTermsOn(rows: readonly ReferenceRow[], day: string): RatingTerms {
  const on = (from: readonly ReferenceRow[], key: string): ReferenceRow | undefined => from.find(one => one.key === key && one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo));
  const of = (key: string): { value: number; verified: boolean } => {
    const shipped = RATING_VALUES.find(one => one.key === key) as ReferenceRow;
    const { value, verified } = on(rows, key) ?? shipped;
    return /^\d+(\.\d+)?$/.test(value) ? { value: Number(value), verified } : { value: Number(shipped.value), verified: false };
  };
  const weights = DIMENSIONS.map(one => of(`weight.${one}`));
  const blind = of('blind-days');
  return { weights: Object.fromEntries(DIMENSIONS.map((one, nth) => [one, weights[nth]?.value ?? 0])) as Record<Dimension, number>, blindDays: Math.max(1, Math.round(blind.value)), verified: [...weights, blind].every(one => one.verified) };
}

/** Mean of the five marks (1–5) by their weights, whatever they add up to; two decimals, as an exact decimal string. Without any weight all count alike. */
export function ratingScore(scores: Scores, weights: Scores): string {
  const total = DIMENSIONS.reduce((sum, one) => sum.plus(weights[one]), new Decimal(0));
  const weight = (one: Dimension): Decimal => (total.isZero() ? new Decimal(1) : new Decimal(weights[one]));
  return DIMENSIONS.reduce((sum, one) => sum.plus(weight(one).times(scores[one])), new Decimal(0)).div(total.isZero() ? DIMENSIONS.length : total).toFixed(2);
}
