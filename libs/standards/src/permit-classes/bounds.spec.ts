import fc from 'fast-check';
import { boundOf, questionsOf } from './bounds';
import { catalogueOn } from './catalogues';
import { classify, entryFor } from './classify';
import type { Answers } from './evaluate';
import { type Catalogue, LEVELS, type PermitLevel } from './types';

const catalogue = catalogueOn('2026-11-30') as Catalogue;
const bound = (industry: string, answers: Answers, declared: PermitLevel = 'simplified'): { level: PermitLevel | null; asks: readonly string[] } => boundOf(catalogue, industry, { answers, declared });
const rank = (level: PermitLevel | null): number => (level === null ? LEVELS.length : LEVELS.indexOf(level));

describe('what is certain of a class', () => {
  it.each<[string, string, Answers, PermitLevel | null, readonly string[]]>([
    ['beds decide a hospital', '8411', { beds: '500' }, 'key', []],
    ['nobody counted the beds', '8411', {}, 'registration', ['beds']],
    ['coking is always key', '2521', {}, 'key', []],
    ['a furnace raises what only registers', '2013', { 'furnace-other': true }, 'simplified', ['key-discharger']],
  ])('%s', (_title, industry, answers, level, asks) => {
    const found = bound(industry, answers);
    expect([found.level, asks.every(one => found.asks.includes(one))]).toEqual([level, true]);
    if (level === 'key') expect(boundOf(catalogue, industry, { answers, declared: 'key' }).asks).toEqual([]);
  });

  it('never says more than the whole of the answers decides', () => {
    const answer = (name: string): fc.Arbitrary<boolean | string> => (catalogue.questions[name]?.kind === 'yes-no' ? fc.boolean() : fc.constantFrom('0', '1', '15', '600', '25000', '200000'));
    const industries = ['8411', '8415', '3011', '3031', '4430', '4620', '1512', '2013', '3360', '2929', '7722'];
    fc.assert(fc.property(fc.constantFrom(...industries).chain(industry => {
      const asked = [...new Set([entryFor(catalogue, industry), ...catalogue.entries.filter(entry => entry.no >= 108)].flatMap(questionsOf))];
      return fc.record({ industry: fc.constant(industry), whole: fc.record(Object.fromEntries(asked.map(name => [name, answer(name)]))), kept: fc.subarray(asked) });
    }), ({ industry, whole, kept }) => {
      const outcome = classify(catalogue, [industry], whole);
      if (outcome.state !== 'decided') throw new Error('everything was answered');
      const partly = Object.fromEntries(kept.map(name => [name, whole[name]]));
      expect(rank(bound(industry, partly).level)).toBeGreaterThanOrEqual(rank(outcome.level));
      expect(bound(industry, whole).level).toBe(outcome.level);
      const early = classify(catalogue, [industry], partly);
      if (early.state === 'decided') expect(bound(industry, partly).level).toBe(early.level);
      // with nothing left to ask for, nothing stricter than what was declared and what is certain can come of it
      const { level, asks } = bound(industry, partly);
      if (asks.length === 0) expect(rank(outcome.level)).toBeGreaterThanOrEqual(Math.min(rank('simplified'), rank(level)));
    }), { numRuns: 400 });
  });
});
