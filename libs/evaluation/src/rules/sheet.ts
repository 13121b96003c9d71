import Decimal from 'decimal.js';
import type { FieldProblem } from '@huanbao/platform';
import type { Criterion } from './criteria';

export interface Score {
  readonly bidId: string;
  readonly criterionId: string;
  /** At most one decimal. */
  readonly score: string;
  readonly reason: string;
}

/** What the member thinks of the explanation of an abnormally low price. */
export interface PriceVote {
  readonly bidId: string;
  readonly reasonable: boolean;
  readonly reason: string;
}

export interface Sheet {
  readonly scores: readonly Score[];
  readonly priceVotes: readonly PriceVote[];
  readonly comment: string;
}

export interface SheetFrame {
  readonly criteria: readonly Criterion[];
  readonly bidIds: readonly string[];
  /** Bids whose low price is to be decided on. */
  readonly lowPriceBidIds: readonly string[];
  /** Bids the review has put aside: nobody scores them. */
  readonly rejectedBidIds: readonly string[];
}

/** A score below this share of the most points, or none at all, must be explained. Our own choice. */
export const REASON_BELOW = 0.6;
const REASON_MIN = 4;

const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** What is wrong in what was entered so far; a draft may still have gaps. */
export function entryProblems(sheet: Sheet, frame: SheetFrame): FieldProblem[] {
  const known = new Map(frame.criteria.map(one => [one.id, one]));
  const seen = new Set<string>();
  const scores = sheet.scores.flatMap((one, index): FieldProblem[] => {
    const criterion = known.get(one.criterionId);
    const key = `${one.bidId} ${one.criterionId}`;
    if (frame.rejectedBidIds.includes(one.bidId)) return [at(`/scores/${index}`, 'rejected', '这份报价经审查不符合要求，不再评分，请刷新页面', 'The review has put this bid aside: it is not scored. Reload the page.')];
    if (!criterion || !frame.bidIds.includes(one.bidId)) return [at(`/scores/${index}`, 'unknown', '这一项不在本次评审范围内，请刷新页面', 'Not part of this evaluation. Reload the page.')];
    if (seen.has(key)) return [at(`/scores/${index}`, 'twice', '同一项打了两次分，请只保留一个', 'Scored twice. Keep one.')];
    seen.add(key);
    const score = new Decimal(one.score);
    if (score.isNegative() || score.gt(criterion.max) || score.decimalPlaces() > 1) return [at(`/scores/${index}/score`, 'range', `请填 0 到 ${criterion.max}，最多一位小数`, `Give 0 to ${criterion.max}, at most one decimal.`)];
    return [];
  });
  const votes = sheet.priceVotes.flatMap((one, index) => (frame.lowPriceBidIds.includes(one.bidId) ? [] : [at(`/priceVotes/${index}`, 'unknown', '这份报价不需要判断价格说明，请刷新页面', 'This bid’s price is not in question. Reload the page.')]));
  const doubled = new Set(sheet.priceVotes.map(one => one.bidId)).size < sheet.priceVotes.length ? [at('/priceVotes', 'twice', '同一份报价判断了两次，请只保留一个', 'Judged twice. Keep one.')] : [];
  return [...scores, ...votes, ...doubled];
}

/** What is still missing before the sheet can be handed in. */
export function gaps(sheet: Sheet, frame: SheetFrame): FieldProblem[] {
  const given = new Map(sheet.scores.map((one, index) => [`${one.bidId} ${one.criterionId}`, { one, index }]));
  const scores = frame.bidIds.flatMap(bidId => frame.criteria.flatMap((criterion): FieldProblem[] => {
    const found = given.get(`${bidId} ${criterion.id}`);
    if (!found) return [at(`/scores/${bidId}/${criterion.id}`, 'missing', `请为“${criterion.name}”打分`, `Score “${criterion.name}”.`)];
    if (needsReason(found.one.score, criterion.max) && found.one.reason.trim().length < REASON_MIN) return [at(`/scores/${found.index}/reason`, 'reason', `“${criterion.name}”低于满分的六成，请写明理由`, `“${criterion.name}” is below 60 %: say why.`)];
    return [];
  }));
  const votes = frame.lowPriceBidIds.flatMap((bidId): FieldProblem[] => {
    const index = sheet.priceVotes.findIndex(one => one.bidId === bidId);
    if (index < 0) return [at(`/priceVotes/${bidId}`, 'missing', '请判断这份异常低价的说明是否合理', 'Judge the explanation of the low price.')];
    return (sheet.priceVotes[index]?.reason.trim().length ?? 0) < REASON_MIN ? [at(`/priceVotes/${index}/reason`, 'reason', '请写明判断低价说明的理由', 'Say why.')] : [];
  });
  return [...scores, ...votes];
}

/** The first place where a correction touches what is not to be scored again; null when it does not. Who has no sheet yet scores everything. */
export function lockedChange(before: Sheet | null, now: Sheet, open: readonly string[]): string | null {
  const fixed = (sheet: Sheet): string[] => sheet.scores.filter(one => !open.includes(one.criterionId)).map(one => JSON.stringify([one.bidId, one.criterionId, one.score, one.reason])).sort();
  const votes = (sheet: Sheet): string[] => sheet.priceVotes.map(one => JSON.stringify([one.bidId, one.reasonable, one.reason])).sort();
  if (before === null) return null;
  if (JSON.stringify(fixed(before)) !== JSON.stringify(fixed(now))) return '/scores';
  return JSON.stringify(votes(before)) === JSON.stringify(votes(now)) ? null : '/priceVotes';
}

export const needsReason = (score: string, max: number): boolean => new Decimal(score).lt(new Decimal(max).times(REASON_BELOW));
