import { describe, expect, it } from 'vitest';
import { opinionsOf, reviewFieldOf, votesOf } from './review-draft';

const VOTES = [{ bidId: 'a', failed: ['form'], reason: '没有盖章' }, { bidId: 'b', failed: [], reason: '逐项核对' }];

describe('the findings as they are typed', () => {
  it('go out as they came in, and leave out bids of which nothing was said', () => {
    expect(votesOf(opinionsOf(VOTES))).toEqual(VOTES);
    expect(votesOf({ a: { failed: [], reason: ' ' }, b: { failed: ['form'], reason: '' } })).toEqual([{ bidId: 'b', failed: ['form'], reason: '' }]);
  });

  it.each([['/votes/1/reason', 'review-b'], ['/votes/x', 'review-x'], ['/handIn', undefined]])('%s leads to %s', (pointer, field) => {
    expect(reviewFieldOf(pointer, VOTES)).toBe(field);
  });
});
