import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { OmitType } from '@nestjs/swagger';

export const MARKET_GROUPS = ['kind', 'stage', 'service', 'firm', 'month'] as const;
export type MarketGroup = (typeof MARKET_GROUPS)[number];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_TEXT = { message: '请填写日期，例如 2026-11-01 | A date, e.g. 2026-11-01' };

export class MarketStatisticsQuery {
  /** Published from this civil date on. */
  @IsOptional() @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) from?: string;
  /** Published until this civil date, itself included. */
  @IsOptional() @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) to?: string;
  @IsOptional() @IsIn(MARKET_GROUPS) by?: MarketGroup;
}

export class PublicMarketStatisticsQuery extends OmitType(MarketStatisticsQuery, ['by']) {
  /** No figures of single firms. */
  @IsOptional() @IsIn(['kind', 'stage', 'month']) by?: 'kind' | 'stage' | 'month';
}

/** Figures of one group. Of sealed bids nothing is counted before the opening. */
export class MarketFigureView {
  key!: string;
  labelZh!: string;
  labelEn!: string;
  published!: number;
  opened!: number;
  awarded!: number;
  failed!: number;
  cancelled!: number;
  /** Bids of opened tasks. */
  bids!: number;
  /** Bids for each opened task, one decimal; null when none is open. */
  bidsPerTask!: string | null;
  /** Sum of all awards in yuan. */
  awardYuan!: string | null;
  /** Of awarded tasks that named a budget: both sums, what was saved (negative: above), and how much of the budget in percent. */
  budgetYuan!: string | null;
  savedYuan!: string | null;
  savedPercent!: string | null;
  /** Days from the publication to the award, median, one decimal. */
  medianDays!: string | null;
  /** Too few awards: amounts and times are not shown to the public. */
  isSmall!: boolean;
}

export class MarketStatisticsView {
  from!: string | null;
  to!: string | null;
  total!: MarketFigureView;
  groups!: MarketFigureView[];
  /** Groups with fewer awards than this show no amounts to the public; null for officers. */
  leastAwards!: number | null;
}
