import { describe, expect, it } from 'vitest';
import { addressOf, answersBefore, answersIn, industriesIn } from './address';

describe('the address of a self-check', () => {
  it.each([
    [['2521', '3012'], { beds: '120', 'key-discharger': false, clinker: true }],
    [['8411'], { beds: '0.5' }],
    [[], {}],
  ])('gives back what was put in: %j %j', (industries, answers) => {
    const address = addressOf(industries, answers);
    expect([industriesIn(address), answersIn(address)]).toEqual([industries, answers]);
  });

  it.each(['beds:-1', 'beds:1e9', 'beds:<script>', 'beds', ':y', 'BEDS:y', 'a:y:n', 'beds:1234567890123'])('leaves out what cannot be an answer: %s', written => expect(answersIn({ answers: written })).toEqual({}));

  it('keeps each industry once, eight at most', () => {
    expect(industriesIn({ industries: '2521,2521,x,99999,3012' })).toEqual(['2521', '3012']);
    expect(industriesIn({ industries: Array.from({ length: 20 }, (_, index) => 1000 + index).join() })).toHaveLength(8);
  });

  it('forgets the answers after the one that is changed', () => expect(answersBefore({ a: true, b: '1', c: false }, 'b')).toEqual({ a: true }));
});
