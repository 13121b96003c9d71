import type { Criterion, PriceVote, Score, SeatBid, Sheet } from './model';

/** What is typed, letter for letter, by bid and criterion. */
export interface Draft {
  readonly points: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly votes: Readonly<Record<string, { readonly reasonable: boolean | null; readonly reason: string }>>;
  readonly comment: string;
}

interface Body {
  readonly scores: readonly Score[];
  readonly priceVotes: readonly PriceVote[];
  readonly comment: string;
}

export const keyOf = (bidId: string, criterionId: string): string => `${bidId}_${criterionId}`;

export function draftOf(sheet: Sheet | null): Draft {
  const scores = sheet?.scores ?? [];
  return {
    points: Object.fromEntries(scores.map(one => [keyOf(one.bidId, one.criterionId), one.score])),
    reasons: Object.fromEntries(scores.map(one => [keyOf(one.bidId, one.criterionId), one.reason])),
    votes: Object.fromEntries((sheet?.priceVotes ?? []).map(({ bidId, reasonable, reason }) => [bidId, { reasonable, reason }])),
    comment: sheet?.comment ?? '',
  };
}

/** Whether a bid has all its points and, where its price was asked about, the vote on it. */
export const isScored = ({ points, votes }: Draft, bid: Pick<SeatBid, 'bidId' | 'enquiry'>, criteria: readonly Pick<Criterion, 'id'>[]): boolean =>
  criteria.every(one => (points[keyOf(bid.bidId, one.id)] ?? '') !== '') && (bid.enquiry === null || (votes[bid.bidId]?.reasonable ?? null) !== null);

/** What is sent: only what was filled; a gap is named by the API when the sheet is handed in. */
export function bodyOf({ points, reasons, votes, comment }: Draft): Body {
  const scores = Object.entries(points).filter(([, score]) => score !== '').map(([key, score]) => {
    const [bidId = '', criterionId = ''] = key.split('_');
    return { bidId, criterionId, score, reason: (reasons[key] ?? '').trim() };
  });
  const priceVotes = Object.entries(votes).flatMap(([bidId, { reasonable, reason }]) => (reasonable === null ? [] : [{ bidId, reasonable, reason: reason.trim() }]));
  return { scores, priceVotes, comment: comment.trim() };
}

/** The id of the field a pointer of the API means: by place for what was sent, by bid and criterion for what is missing. */
export function fieldOf(pointer: string, body: Body): string | undefined {
  const [, list, first = '', second] = pointer.split('/');
  if (list === 'scores') {
    const sent = /^\d+$/.test(first) ? body.scores[Number(first)] : undefined;
    if (sent) return `${second === 'reason' ? 'reason' : 'score'}-${keyOf(sent.bidId, sent.criterionId)}`;
    return second ? `score-${keyOf(first, second)}` : undefined;
  }
  if (list === 'priceVotes') return `vote-${/^\d+$/.test(first) ? (body.priceVotes[Number(first)]?.bidId ?? '') : first}`;
  return undefined;
}
