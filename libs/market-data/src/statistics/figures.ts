import Decimal from 'decimal.js';
import type { MarketFigureView } from './statistics.view';

/** Sums of one group as the database gives them: numerics as exact texts. */
export interface FigureRow {
  readonly key: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly published: number;
  readonly opened: number;
  readonly awarded: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly bids: number;
  readonly awardYuan: string | null;
  /** Of awarded tasks with a budget. */
  readonly budgetYuan: string | null;
  readonly againstYuan: string | null;
  readonly medianDays: string | null;
}

/** As the typical prices: fewer awards than this describe single contracts, not a market. */
export const LEAST_AWARDS = 5;

/** Exact sums and shares of a group. */
export function figureOf(row: FigureRow): MarketFigureView {
  const { awardYuan, budgetYuan, againstYuan, medianDays, ...rest } = row;
  const saved = budgetYuan !== null && againstYuan !== null ? new Decimal(budgetYuan).minus(againstYuan) : null;
  return {
    ...rest, bidsPerTask: row.opened === 0 ? null : new Decimal(row.bids).div(row.opened).toFixed(1),
    awardYuan: awardYuan && new Decimal(awardYuan).toFixed(2), budgetYuan: budgetYuan && new Decimal(budgetYuan).toFixed(2),
    savedYuan: saved && saved.toFixed(2), savedPercent: saved && budgetYuan && !new Decimal(budgetYuan).isZero() ? saved.div(budgetYuan).times(100).toFixed(1) : null,
    medianDays: medianDays && new Decimal(medianDays).toFixed(1), isSmall: row.awarded < LEAST_AWARDS,
  };
}

/** What the public sees of a group: numbers always, amounts and times only of enough awards. */
export function forPublic(figure: MarketFigureView): MarketFigureView {
  return figure.isSmall ? { ...figure, awardYuan: null, budgetYuan: null, savedYuan: null, savedPercent: null, medianDays: null } : figure;
}

/**
 * Amounts of one hidden group could be reckoned as the total less the others: then the smallest shown one is hidden as well.
 */
export function withoutRemainder(groups: readonly MarketFigureView[]): MarketFigureView[] {
  const hidden = groups.filter(group => group.isSmall && group.awarded > 0);
  if (hidden.length !== 1) return [...groups];
  const shown = groups.filter(group => !group.isSmall);
  const least = shown.reduce<MarketFigureView | null>((smallest, group) => (smallest === null || group.awarded < smallest.awarded ? group : smallest), null);
  return groups.map(group => (group === least ? { ...group, isSmall: true } : group));
}
