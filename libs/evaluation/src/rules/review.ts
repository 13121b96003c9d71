import type { FieldProblem } from '@huanbao/platform';
import type { Condition } from './conditions';
import type { CompetitionVote } from './left';
import type { Offer } from './ranking';

/** What one member found of one bid. */
export interface ReviewVote {
  readonly bidId: string;
  /** Ids of the conditions that are not met; none: the bid is responsive. */
  readonly failed: readonly string[];
  readonly reason: string;
}

export interface ReviewFrame {
  readonly conditions: readonly Condition[];
  readonly bidIds: readonly string[];
}

export interface SeatReview {
  readonly seat: number;
  readonly votes: readonly ReviewVote[];
}

export interface ConditionTally {
  readonly conditionId: string;
  /** How many members find it not met. */
  readonly against: number;
}

/** What the panel found of one bid. */
export interface Finding extends Offer {
  readonly responsive: boolean;
  /** Conditions that at least one member finds not met. */
  readonly tally: readonly ConditionTally[];
  /** Those the majority finds not met: for them the bid is rejected. */
  readonly failed: readonly string[];
  readonly reasons: readonly { readonly seat: number; readonly failed: readonly string[]; readonly reason: string }[];
}

/** What stands when all findings are in: one row for each bid, and what follows from how many are left. */
export interface Review {
  readonly conditions: readonly Condition[];
  readonly findings: readonly Finding[];
  readonly left: number;
  /** Fewest responsive bids by the dated row of that day, its article, and whether somebody has compared it. */
  readonly least: number;
  readonly basis: string;
  readonly verified: boolean;
  readonly verdict: 'go-on' | 'competition' | 'fail';
  /** Where fewer were left: whether they still compete. */
  readonly competition: { readonly stands: boolean; readonly votes: readonly (CompetitionVote & { readonly seat: number })[] } | null;
}

export const responsiveIds = (review: Review | null): readonly string[] | null => review && review.findings.filter(one => one.responsive).map(one => one.bidId);

const REASON_MIN = 4;
const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** What is wrong in what was entered; a draft may still have gaps. */
export function reviewProblems(votes: readonly ReviewVote[], { conditions, bidIds }: ReviewFrame): FieldProblem[] {
  const known = new Set(conditions.map(one => one.id));
  const seen = new Set<string>();
  return votes.flatMap((vote, index): FieldProblem[] => {
    if (!bidIds.includes(vote.bidId)) return [at(`/votes/${index}`, 'unknown', '这份报价不在本次审查范围内，请刷新页面', 'Not part of this review. Reload the page.')];
    if (seen.has(vote.bidId)) return [at(`/votes/${index}`, 'twice', '同一份报价审查了两次，请只保留一个', 'Reviewed twice. Keep one.')];
    seen.add(vote.bidId);
    return vote.failed.some(id => !known.has(id)) ? [at(`/votes/${index}/failed`, 'condition', '只能按发布时确定的条件审查，请刷新页面', 'Only the conditions fixed at the publication count. Reload the page.')] : [];
  });
}

/** What is missing before the finding can be handed in: one with a reason for each bid. */
export function reviewGaps(votes: readonly ReviewVote[], { bidIds }: ReviewFrame): FieldProblem[] {
  return bidIds.flatMap((bidId): FieldProblem[] => {
    const index = votes.findIndex(one => one.bidId === bidId);
    const vote = votes[index];
    if (!vote) return [at(`/votes/${bidId}`, 'missing', '请逐条核对这份报价并写明理由', 'Go through the conditions of this bid and say why.')];
    return vote.reason.trim().length < REASON_MIN ? [at(`/votes/${index}/reason`, 'reason', `请写明${vote.failed.length > 0 ? '不符合的事实和理由' : '认为符合的理由'}，至少 4 个字`, 'Say why, in at least four characters.')] : [];
  });
}

/** More than half of the members must find the same condition not met: different doubts of different members put nobody aside. */
export function conclude(offers: readonly Offer[], conditions: readonly Condition[], reviews: readonly SeatReview[]): Finding[] {
  return offers.map(offer => {
    const votes = reviews.flatMap(({ seat, votes: all }) => all.filter(one => one.bidId === offer.bidId).map(({ failed, reason }) => ({ seat, failed, reason })));
    const tally = conditions.map(({ id }) => ({ conditionId: id, against: votes.filter(one => one.failed.includes(id)).length })).filter(one => one.against > 0);
    const failed = tally.filter(one => one.against * 2 > reviews.length).map(one => one.conditionId);
    return { ...offer, responsive: failed.length === 0, tally, failed, reasons: votes };
  });
}

/** What the bidder is told: the conditions by their words, and the reasons of those who found one of them not met. */
export function rejectionWords({ failed, reasons }: Finding, conditions: readonly Condition[]): { readonly zh: string; readonly en: string } {
  const named = conditions.filter(one => failed.includes(one.id));
  const why = reasons.filter(one => one.failed.some(id => failed.includes(id))).map(one => one.reason).join('；');
  return { zh: `不符合：${named.map(one => `${one.zh}（${one.basis}）`).join('；')}。理由：${why}`, en: `Not met: ${named.map(one => one.en).join('; ')}. Reasons: ${why}` };
}
