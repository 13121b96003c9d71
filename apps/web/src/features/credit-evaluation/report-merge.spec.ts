import { describe, expect, it } from 'vitest';
import { bodyOf, clashes, knownOf, same, STEPS, type Value } from './report-merge';

const value = (measure: number | null, over: object = {}): Value => ({ applies: true, measure, level: null, score: null, words: null, ...over });
const step = (title: string): Value => [{ title, doneOn: '2026-01-01', words: null }];

describe('a report two people fill in', () => {
  it.each([
    ['nobody else touched it', value(95), value(90), value(90), false],
    ['both typed the same', value(95), value(90), value(95), false],
    ['another value', value(95), value(90), value(88), true],
    ['filled in meanwhile', value(95), null, value(88), true],
    ['other words', value(95), value(95), value(95, { words: 'x' }), true],
    ['other steps', step('a'), [], step('b'), true],
    ['the same steps', step('a'), [], step('a'), false],
  ] as const)('%s', (_, mine, base, theirs, asked) => {
    expect(clashes({ member: '1', mine, base }, theirs)).toBe(asked);
  });

  it('what this page saved itself is no clash: the next value was typed before the answer came', () => {
    expect(clashes({ member: '1', mine: value(96), base: value(90) }, value(95), value(95))).toBe(false);
    expect(clashes({ member: '1', mine: value(96), base: value(90) }, value(88), value(95))).toBe(true);
  });

  it('what does not apply has no value', () => {
    expect(same(value(95, { applies: false }), value(null, { applies: false }))).toBe(true);
  });

  it('knows and sends by member', () => {
    const known = knownOf({ indicators: [{ code: '1', answer: value(95) }] as never, voluntary: [{ title: 'a', doneOn: '2026-01-01', words: null, accepted: null, reason: null }] as never });
    expect(known).toEqual({ 1: value(95), [STEPS]: step('a') });
    expect(bodyOf({ member: '1', mine: value(95), base: null })).toEqual({ answers: [{ indicator: '1', ...(value(95) as object) }] });
    expect(bodyOf({ member: STEPS, mine: [], base: [] })).toEqual({ answers: [], voluntary: [] });
  });
});
