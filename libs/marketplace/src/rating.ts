import Decimal from 'decimal.js';

export const DIMENSIONS = ['quality', 'timeliness', 'compliance', 'service', 'price'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Scores = Readonly<Record<Dimension, number>>;

/** Weights of the five dimensions in percent (质量30 时效20 合规30 服务10 价格10). */
export const RATING_WEIGHTS: Scores = { quality: 30, timeliness: 20, compliance: 30, service: 10, price: 10 };

/** Both ratings are shown when both are given, or this long after the acceptance. */
export const BLIND_DAYS = 7;

/** Weighted mean of the five marks (1–5), two decimals, as an exact decimal string. */
export function ratingScore(scores: Scores): string {
  return DIMENSIONS.reduce((sum, d) => sum.plus(new Decimal(scores[d]).times(RATING_WEIGHTS[d])), new Decimal(0))
    .div(100)
    .toFixed(2);
}

