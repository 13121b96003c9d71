import Decimal from 'decimal.js';
import fc from 'fast-check';
import { type FInput, type FPart, type FRules, fScore, PARTS, type Part, performancePoints } from './f-score';

const RULES: FRules = {
  weights: { credit: '0.45', online: '0.15', performance: '0.15', rectify: '0.10', carbon: '0.10', insurance: '0.05' },
  performance: { A: '100', B: '80', C: '60', D: '30' }, missing: 'reweight', leastWeight: '0.40', yellowCap: '70', verified: false,
  bands: [{ from: '0', advice: '人工' }, { from: '60', advice: '限额' }, { from: '70', advice: '基准' }, { from: '85', advice: '下浮' }],
};
const WHY = { zh: '没有', en: 'none' };
const parts = (given: Partial<Record<Part, string>>): Record<Part, FPart> => Object.fromEntries(PARTS.map(part => [part, { value: given[part] ?? null, why: given[part] === undefined ? WHY : null }])) as Record<Part, FPart>;
const input = (given: Partial<Record<Part, string>>, over: Partial<FInput> = {}): FInput => ({ parts: parts(given), colour: 'green', listed: false, ...over });
const ALL = { credit: '90', online: '98.5', performance: '80', rectify: '100', carbon: '60', insurance: '50' };

describe('F', () => {
  it.each<[string, Partial<Record<Part, string>>, Partial<FInput>, string | null, string | null]>([
    // 40.5 + 14.775 + 12 + 10 + 6 + 2.5
    ['all parts', ALL, {}, '85.78', '下浮'],
    ['credit alone, its weight becomes all', { credit: '83.337' }, {}, '83.34', '基准'],
    ['credit and performance', { credit: '60', performance: '100' }, {}, '70.00', '基准'],
    ['a border belongs to the higher band', { credit: '85' }, {}, '85.00', '下浮'],
    ['just below a border', { credit: '84.994' }, {}, '84.99', '基准'],
    ['too little is known', { online: '100', carbon: '100' }, {}, null, null],
    ['nothing is known', {}, {}, null, null],
    ['yellow caps', { credit: '95' }, { colour: 'yellow' }, '70.00', '基准'],
    ['yellow below the cap', { credit: '65.5' }, { colour: 'yellow' }, '65.50', '限额'],
    ['red refuses, whatever F', { credit: '99' }, { colour: 'red' }, '99.00', null],
    ['black refuses', { credit: '10' }, { colour: 'black' }, '10.00', null],
    ['the list refuses', { credit: '99' }, { listed: true }, '99.00', null],
    ['not known whether listed: no advice', { credit: '99' }, { listed: null }, '99.00', null],
    ['not known whether listed, and red', { credit: '99' }, { listed: null, colour: 'red' }, '99.00', null],
    ['values stay within 0 and 100', { credit: '140' }, {}, '100.00', '下浮'],
  ])('%s', (_, given, over, f, advice) => {
    const score = fScore(RULES, input(given, over));
    expect([score.f, score.advice]).toEqual([f, advice]);
  });

  it('says gate, collateral and why', () => {
    expect(fScore(RULES, input({ credit: '95' }, { colour: 'yellow' }))).toMatchObject({ gate: 'cap', collateral: true, uncapped: '95.00', knownWeight: '0.45' });
    expect(fScore(RULES, input({ credit: '95' }, { colour: 'red' }))).toMatchObject({ gate: 'refuse-new', collateral: false });
    expect(fScore(RULES, input({ credit: '95' })).notes[0]?.zh).toContain('45%');
    expect(fScore(RULES, input(ALL)).notes).toEqual([]);
    expect(fScore(RULES, input(ALL, { listed: null })).notes.map(one => one.zh)).toEqual(['名单未授权，硬门槛未核，不给出建议']);
    expect(fScore(RULES, input({ ...ALL, credit: '95' }, { listed: null, colour: 'yellow' })).notes.map(one => one.zh.slice(0, 5))).toEqual(['名单未授权', '信用等级为']);
  });

  it('is not given with a part missing where the rule refuses', () => {
    expect(fScore({ ...RULES, missing: 'refuse' }, input({ ...ALL, carbon: undefined })).f).toBeNull();
    expect(fScore({ ...RULES, missing: 'refuse' }, input(ALL)).f).toBe('85.78');
  });

  it.each([['A', '100'], ['B', '80'], ['C', '60'], ['D', '30'], ['X', null], [null, null]])('performance %s is %s', (grade, points) => {
    expect(performancePoints(RULES, grade)).toBe(points);
  });

  const value = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(n => new Decimal(n).div(10_000).toFixed()), { nil: undefined });
  const some = fc.record(Object.fromEntries(PARTS.map(part => [part, value])) as Record<Part, typeof value>).map(given => ({ ...given, credit: given.credit ?? '50' }));

  it('lies between the least and the greatest part, and its lines add up to it', () => {
    fc.assert(fc.property(some, given => {
      const score = fScore(RULES, input(given as Partial<Record<Part, string>>));
      const known = PARTS.flatMap(part => (given[part] === undefined ? [] : [Number(given[part])]));
      const f = Number(score.f);
      expect(f).toBeGreaterThanOrEqual(Math.min(...known) - 0.005);
      expect(f).toBeLessThanOrEqual(Math.max(...known) + 0.005);
      const sum = score.lines.reduce((total, one) => total.plus(one.contribution ?? 0), new Decimal(0));
      expect(sum.minus(score.f as string).abs().toNumber()).toBeLessThanOrEqual(0.0054);
      const weights = score.lines.reduce((total, one) => total.plus(one.usedWeight ?? 0), new Decimal(0));
      expect(weights.minus(1).abs().toNumber()).toBeLessThanOrEqual(0.0005);
    }));
  });

  it('never falls when a part gets better, and a yellow grade never lifts it', () => {
    fc.assert(fc.property(some, fc.constantFrom(...PARTS), fc.integer({ min: 0, max: 100 }), (given, part, more) => {
      const base = { ...given, [part]: given[part] ?? '10' } as Partial<Record<Part, string>>;
      const better = { ...base, [part]: new Decimal(base[part] as string).plus(more).toFixed() };
      const [before, after] = [fScore(RULES, input(base)), fScore(RULES, input(better))];
      expect(Number(after.f)).toBeGreaterThanOrEqual(Number(before.f));
      const yellow = fScore(RULES, input(base, { colour: 'yellow' }));
      expect(Number(yellow.f)).toBeLessThanOrEqual(Math.min(70, Number(before.f)));
    }));
  });
});
