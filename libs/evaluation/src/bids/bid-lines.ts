import Decimal from 'decimal.js';
import type { EvaluationResultView, ResponsivenessView } from '../views/evaluation.view';
import type { BidOrder } from './bids.dto';
import type { JudgedBidView } from './bids.view';

/** What the reader may know of an evaluation. */
export interface Known {
  readonly review: ResponsivenessView | null;
  readonly result: EvaluationResultView | null;
}

/**
 * One line for each bid the reader may know something of: made of nothing but what the reader is shown, so that no list tells more than the page. Pure.
 * @param prices in yuan, by bid: of bids that were reviewed and never scored
 */
export function bidLines({ review, result }: Known, prices: ReadonlyMap<string, string>): JudgedBidView[] {
  const lines = new Map<string, JudgedBidView>();
  const unscored = { rank: null, technical: null, priceScore: null, total: null };
  for (const { bidId, firmName, responsive } of review?.findings ?? []) lines.set(bidId, { bidId, firmName, priceYuan: prices.get(bidId) ?? null, outcome: responsive ? 'passed' : 'unresponsive', ...unscored });
  for (const { bidId, firmName, priceYuan } of result?.rejected ?? []) lines.set(bidId, { bidId, firmName, priceYuan, outcome: 'low-price', ...unscored });
  for (const { bidId, firmName, priceYuan, rank, technical, priceScore, total } of result?.lines ?? []) lines.set(bidId, { bidId, firmName, priceYuan, outcome: 'ranked', rank, technical, priceScore, total });
  return [...lines.values()];
}

type Place = Pick<JudgedBidView, 'bidId' | 'firmName' | 'rank' | 'priceYuan'>;
type Compare = (one: Place, other: Place) => number;

/** What has none comes last, whichever way it is sorted. */
const withNone = <T>(value: (row: Place) => T | null, sign: 1 | -1, compare: (one: T, other: T) => number): Compare => (one, other) => {
  const [a, b] = [value(one), value(other)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * compare(a, b);
};

const KEYS: Readonly<Record<'rank' | 'price' | 'firm', (sign: 1 | -1) => Compare>> = {
  rank: sign => withNone(row => row.rank, sign, (a, b) => a - b),
  price: sign => withNone(row => row.priceYuan, sign, (a, b) => new Decimal(a).cmp(b)),
  firm: sign => (one, other) => sign * one.firmName.localeCompare(other.firmName, 'zh-CN'),
};

/** The order of a list; equal ones by their id, so that a page never shows one twice. */
export function inOrder(sort: BidOrder): Compare {
  const sign = sort.startsWith('-') ? -1 : 1;
  const first = KEYS[sort.replace('-', '') as keyof typeof KEYS](sign);
  return (one, other) => first(one, other) || (one.bidId < other.bidId ? -1 : Number(one.bidId > other.bidId));
}

/** Where a page ended, as its cursor says: whatever somebody wrote into one, it is a place. */
export function placeOf([rank, priceYuan, firmName, bidId]: readonly (string | number | null)[]): Place {
  return { rank: typeof rank === 'number' ? rank : null, priceYuan: /^\d{1,12}(\.\d+)?$/.test(String(priceYuan)) ? String(priceYuan) : null, firmName: String(firmName), bidId: String(bidId) };
}

/** So many bids stand on the page of the evaluation itself; all of them are in the list. */
const AT_FIRST = 20;

/** The first bids of each kind, with the sheets on those alone: an evaluation of five hundred bids is no answer of ten megabytes. Pure. */
export function atFirst({ review, result }: Known): Known & { readonly bidCount: number } {
  const lines = result?.lines.slice(0, AT_FIRST) ?? [];
  const rejected = result?.rejected.slice(0, AT_FIRST) ?? [];
  const shown = new Set([...lines, ...rejected].map(one => one.bidId));
  const sheets = result?.sheets.map(one => ({ ...one, scores: one.scores.filter(each => shown.has(each.bidId)), priceVotes: one.priceVotes.filter(each => shown.has(each.bidId)) })) ?? [];
  return {
    bidCount: bidLines({ review, result }, new Map()).length,
    review: review && { ...review, findings: review.findings.slice(0, AT_FIRST) },
    result: result && { ...result, lines, rejected, sheets },
  };
}
