import fc from 'fast-check';
import { allOfKinds, describe as inWords, HeldQualification, proves, Requirement, shortfall, together } from './requirement';

const held = (over: Partial<HeldQualification> = {}): HeldQualification => ({ kind: 'CMA', state: 'verified', scope: '水和废水、土壤', validFrom: '2026-01-01', validTo: '2026-12-31', ...over });
const DAY = '2026-11-23';

describe('a requirement as data', () => {
  it.each<[string, HeldQualification[], boolean]>([
    ['the kind with a word of the scope', [held()], true],
    ['another scope', [held({ scope: '噪声' })], false],
    ['the alternative', [held({ kind: '辐射安全许可', scope: '' })], true],
    ['nothing', [], false],
    ['an ended one', [held({ validTo: '2026-11-22' })], false],
    ['one without an end', [held({ validTo: null })], true],
    ['one that begins tomorrow', [held({ validFrom: '2026-11-24' })], false],
    ['a suspended one', [held({ state: 'suspended' })], false],
  ])('is proved by %s: %s', (_what, list, expected) => expect(proves(list, { anyOf: [{ kind: 'CMA', scope: ['土壤', '地下水'] }, { kind: '辐射安全许可' }] }, DAY)).toBe(expected));

  it.each<[string, HeldQualification[], RegExp]>([
    ['nothing is there', [], /缺少“CMA”（范围含土壤）资质/],
    ['the scope does not cover it', [held({ scope: '噪声' })], /范围不含“CMA”（范围含土壤）/],
    ['it is suspended', [held({ state: 'suspended' })], /已被暂停/],
    ['it is being verified', [held({ state: 'pending' })], /正在核验/],
    ['it has ended', [held({ validTo: '2026-11-22' })], /不在有效期内/],
  ])('says what to do when %s', (_what, list, words) => expect(shortfall(list, { anyOf: [{ kind: 'CMA', scope: ['土壤'] }] }, DAY)?.zh).toMatch(words));

  it('is described in one sentence', () => {
    expect(inWords([]).zh).toBe('不要求特定资质');
    expect(inWords([{ anyOf: [{ kind: '环保工程设计' }, { kind: '环保工程施工' }] }, { anyOf: [{ kind: 'CMA', scope: ['噪声'] }] }]).zh).toBe('“环保工程设计”或“环保工程施工”，并且“CMA”（范围含噪声）');
  });

  const requirement: fc.Arbitrary<Requirement> = fc.array(fc.record({ anyOf: fc.array(fc.record({ kind: fc.constantFrom('A', 'B', 'C'), scope: fc.uniqueArray(fc.constantFrom('x', 'y'), { maxLength: 2 }) }), { minLength: 1, maxLength: 3 }) }), { maxLength: 4 });
  const list = fc.array(fc.record({ kind: fc.constantFrom('A', 'B', 'C'), state: fc.constantFrom('verified', 'pending', 'suspended'), scope: fc.constantFrom('', 'x', 'xy'), validFrom: fc.constant('2026-01-01'), validTo: fc.constantFrom(null, '2026-11-22', '2027-01-01') }), { maxLength: 6 });

  it('never becomes easier by more clauses, nor harder by more qualifications', () =>
    fc.assert(
      fc.property(requirement, requirement, list, list, (one, more, some, others) => {
        const ok = (need: Requirement, has: HeldQualification[]): boolean => need.every(clause => proves(has, clause, DAY));
        if (ok(together(one, more), some)) expect(ok(one, some)).toBe(true);
        if (ok(one, some)) expect(ok(one, [...some, ...others])).toBe(true);
      }),
    ));

  it('put together twice is the same', () => fc.assert(fc.property(requirement, need => expect(together(together(need, need), need)).toEqual(together(need, [])))));
  it('of a list of kinds asks for each once', () => expect(allOfKinds(['A', 'B', 'A'])).toEqual([{ anyOf: [{ kind: 'A' }] }, { anyOf: [{ kind: 'B' }] }]));
});
