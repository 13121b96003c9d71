import type { ReviewVote } from './model';

/** What is ticked and typed of one bid. */
export interface Opinion {
  readonly failed: readonly string[];
  readonly reason: string;
}

export type Opinions = Readonly<Record<string, Opinion>>;

export const NOTHING: Opinion = { failed: [], reason: '' };

export const opinionsOf = (votes: readonly ReviewVote[]): Opinions => Object.fromEntries(votes.map(({ bidId, failed, reason }) => [bidId, { failed, reason }]));

/** Only bids of which something was said; a gap is named by the API when the findings are handed in. */
export const votesOf = (opinions: Opinions): ReviewVote[] =>
  Object.entries(opinions).filter(([, one]) => one.failed.length > 0 || one.reason.trim() !== '').map(([bidId, one]) => ({ bidId, failed: [...one.failed], reason: one.reason.trim() }));

/** The id of the field a pointer of the API means: by place for what was sent, by bid for what is missing. */
export function reviewFieldOf(pointer: string, votes: readonly ReviewVote[]): string | undefined {
  const [, list, first = ''] = pointer.split('/');
  if (list !== 'votes') return undefined;
  return `review-${/^\d+$/.test(first) ? (votes[Number(first)]?.bidId ?? '') : first}`;
}
