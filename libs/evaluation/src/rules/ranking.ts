import Decimal from 'decimal.js';
import type { Criterion } from './criteria';
import { PriceFormula, PriceResult, priceScores } from './price-score';
import type { Sheet } from './sheet';

export interface Offer {
  readonly bidId: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly priceYuan: string;
}

export interface SeatSheet {
  readonly seat: number;
  readonly sheet: Sheet;
}

export interface CriterionMean {
  readonly criterionId: string;
  /** Mean of the committee, two decimals. */
  readonly mean: string;
  /** Seats whose score is further from the mean than {@link DEVIATION}. */
  readonly deviating: readonly number[];
}

export interface RankLine extends Offer {
  readonly rank: number;
  readonly priceScore: string;
  readonly means: readonly CriterionMean[];
  readonly technical: string;
  readonly total: string;
}

export interface Rejected extends Offer {
  readonly reasonable: number;
  readonly unreasonable: number;
  readonly reasons: readonly string[];
}

export interface Ranking {
  readonly price: PriceResult;
  readonly lines: readonly RankLine[];
  readonly rejected: readonly Rejected[];
}

/** A score further than this share of the most points from the mean of the committee is marked in the report. Our own choice. */
export const DEVIATION = 0.3;
/** 招标投标法实施条例 第五十三条: not more than three candidates. */
export const MOST_CANDIDATES = 3;

const two = (value: Decimal): string => value.toFixed(2, Decimal.ROUND_HALF_UP);

interface Input {
  readonly offers: readonly Offer[];
  readonly sheets: readonly SeatSheet[];
  readonly criteria: readonly Criterion[];
  readonly formula: PriceFormula;
  readonly priceWeight: number;
}

/**
 * Rejections by the majority of the committee, points, totals and places. Places: total, then the lower price, then the
 * better technical part (政府采购货物和服务招标投标管理办法 第五十七条); who is still equal shares the place.
 */
export function rank({ offers, sheets, criteria, formula, priceWeight }: Input): Ranking {
  const rejected = offers.flatMap(offer => rejectionOf(offer, sheets));
  const standing = offers.filter(offer => !rejected.some(one => one.bidId === offer.bidId));
  const price = priceScores(formula, priceWeight, standing);
  const unplaced = standing.map((offer, index) => {
    const means = criteria.map(criterion => meanOf(offer, criterion, sheets));
    const technical = means.reduce((sum, one) => sum.plus(one.mean), new Decimal(0));
    const priceScore = price.lines[index]?.points ?? '0.00';
    return { ...offer, priceScore, means, technical: two(technical), total: two(technical.plus(priceScore)) };
  });
  const sorted = unplaced.sort((a, b) => better(a, b) || (a.bidId < b.bidId ? -1 : 1));
  const lines = sorted.map(line => ({ ...line, rank: 1 + sorted.filter(other => better(other, line) < 0).length }));
  return { price, lines, rejected };
}

type Placed = Omit<RankLine, 'rank'>;

/** Negative when `a` stands before `b`. */
const better = (a: Placed, b: Placed): number => new Decimal(b.total).cmp(a.total) || new Decimal(a.priceYuan).cmp(b.priceYuan) || new Decimal(b.technical).cmp(a.technical);

function meanOf(offer: Offer, criterion: Criterion, sheets: readonly SeatSheet[]): CriterionMean {
  const scores = sheets.map(({ seat, sheet }) => ({ seat, score: new Decimal(sheet.scores.find(one => one.bidId === offer.bidId && one.criterionId === criterion.id)?.score ?? 0) }));
  const mean = scores.reduce((sum, one) => sum.plus(one.score), new Decimal(0)).div(scores.length);
  const far = new Decimal(criterion.max).times(DEVIATION);
  return { criterionId: criterion.id, mean: two(mean), deviating: scores.filter(one => one.score.minus(mean).abs().gt(far)).map(one => one.seat) };
}

/** The majority of those who voted; a tie keeps the bid. */
function rejectionOf(offer: Offer, sheets: readonly SeatSheet[]): Rejected[] {
  const votes = sheets.flatMap(({ sheet }) => sheet.priceVotes.filter(one => one.bidId === offer.bidId));
  const against = votes.filter(one => !one.reasonable);
  if (against.length * 2 <= votes.length) return [];
  return [{ ...offer, reasonable: votes.length - against.length, unreasonable: against.length, reasons: against.map(one => one.reason) }];
}

/** The candidates: the first three places. */
export const candidatesOf = (ranking: Ranking): readonly RankLine[] => ranking.lines.filter(line => line.rank <= MOST_CANDIDATES).slice(0, Math.max(MOST_CANDIDATES, ranking.lines.filter(line => line.rank === 1).length));
