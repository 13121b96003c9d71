import { describe, expect, it } from 'vitest';
import { bodyOf, draftOf, fieldOf } from './sheet-draft';

const SHEET = { seat: 1, scores: [{ bidId: 'b', criterionId: 'c', score: '40', reason: '完整' }], priceVotes: [{ bidId: 'b', reasonable: true, reason: '可信' }], comment: '好' };

describe('the sheet as it is typed', () => {
  it('goes out as it came in, and leaves out what is empty', () => {
    const { seat: _seat, ...sent } = SHEET;
    expect(bodyOf(draftOf(SHEET))).toEqual(sent);
    expect(bodyOf({ points: { b_c: '' }, reasons: { b_c: 'x' }, votes: { b: { reasonable: null, reason: '' } }, comment: ' ' })).toEqual({ scores: [], priceVotes: [], comment: '' });
  });

  it.each([
    ['/scores/0/score', 'score-b_c'],
    ['/scores/0/reason', 'reason-b_c'],
    ['/scores/x/y', 'score-x_y'],
    ['/priceVotes/0/reason', 'vote-b'],
    ['/priceVotes/x', 'vote-x'],
    ['/comment', undefined],
  ])('%s leads to %s', (pointer, field) => {
    expect(fieldOf(pointer, bodyOf(draftOf(SHEET)))).toBe(field);
  });
});
