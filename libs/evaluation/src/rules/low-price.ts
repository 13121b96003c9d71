import Decimal from 'decimal.js';
import type { Priced } from './price-score';

export interface Thresholds {
  /** Percent of the mean of all valid prices below which a price is asked about. */
  readonly meanPercent: string;
  /** Percent of the enterprise's limit (budget). */
  readonly limitPercent: string;
}

export interface LowPrice {
  readonly bidId: string;
  readonly grounds: readonly { readonly zh: string; readonly en: string }[];
}

/** Prices that must be explained. It only asks: what becomes of the bid, the committee decides. */
export function abnormallyLow(bids: readonly Priced[], limitYuan: string | null, { meanPercent, limitPercent }: Thresholds): LowPrice[] {
  if (bids.length === 0) return [];
  const mean = bids.reduce((sum, bid) => sum.plus(bid.priceYuan), new Decimal(0)).div(bids.length);
  return bids.flatMap(bid => {
    const price = new Decimal(bid.priceYuan);
    const below = (base: Decimal, percent: string): boolean => price.times(100).lt(base.times(percent));
    const share = (base: Decimal): string => price.div(base).times(100).toFixed(1, Decimal.ROUND_HALF_UP);
    const grounds = [
      ...(bids.length > 1 && below(mean, meanPercent) ? [{ zh: `报价为全部有效报价平均值的 ${share(mean)}%，低于 ${meanPercent}%`, en: `${share(mean)}% of the mean price, below ${meanPercent}%` }] : []),
      ...(limitYuan !== null && below(new Decimal(limitYuan), limitPercent) ? [{ zh: `报价为预算的 ${share(new Decimal(limitYuan))}%，低于 ${limitPercent}%`, en: `${share(new Decimal(limitYuan))}% of the budget, below ${limitPercent}%` }] : []),
    ];
    return grounds.length > 0 ? [{ bidId: bid.bidId, grounds }] : [];
  });
}
