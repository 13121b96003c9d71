import fc from 'fast-check';
import Decimal from 'decimal.js';
import { detect } from './detect';
import type { BidFacts, TaskFacts } from './facts';
import { grainOf, variation } from './prices';
import { chanceOfTurns, overlap, rotationSignal } from './rotation';
import { overall } from './signal';
import { alike, sketchOf, wordsOf } from './text';
import { thresholdsOn, THRESHOLDS } from './thresholds';

const LIMITS = thresholdsOn(THRESHOLDS, '2026-11-28');

function bid(nth: number, over: Partial<BidFacts> = {}): BidFacts {
  return {
    firmId: `firm-${nth}`, firmName: `第${'甲乙丙丁戊己'[nth] as string}环境监测有限公司`, submittedBy: `user-${nth}`, receivedAt: new Date(Date.UTC(2026, 10, 20 + nth)), priceYuan: null, proposal: '', files: [],
    trace: { address: null, prefix: null, device: null }, party: { legalRepresentative: `负责人${nth}`, address: `街 ${nth} 号`, phone: null }, ...over,
  };
}
const task = (bids: readonly BidFacts[], over: Partial<TaskFacts> = {}): TaskFacts => ({ budgetYuan: null, enterpriseName: '孝义石灰', ownText: '', ownFiles: [], commonHashes: new Set(), bids, links: [], ...over });
const prices = (...list: string[]): TaskFacts => task(list.map((priceYuan, nth) => bid(nth, { priceYuan })));
const said = (facts: TaskFacts): string[] => detect(facts, LIMITS).map(each => `${each.code} ${each.strength}`).sort();

describe('prices', () => {
  it.each([
    ['crooked prices in even steps', ['98765.43', '101777.43', '104789.43', '107801.43'], ['price-series strong']],
    ['three of them, to the cent', ['88123.17', '91234.51', '94345.85'], ['price-series strong']],
    ['by one factor, to the hundred', ['80000.00', '84000.00', '88200.00'], []],
    ['by one crooked factor', ['80123.00', '84930.38', '90026.20', '95427.77'], ['price-series strong']],
    ['round steps between round prices', ['90000', '95000', '100000'], []],
    ['round steps between crooked prices', ['98765.43', '99765.43', '102765.43'], ['price-spread medium']],
    ['almost one price', ['50000', '50130', '50290'], ['price-close medium']],
    ['apart', ['78000', '86500', '99100'], []],
    ['two only', ['88123.17', '91234.51'], []],
  ])('%s', (_, list, expected) => expect(said(prices(...list))).toEqual(expected));

  it('close to a ceiling is weak', () => {
    expect(said({ ...prices('99000', '99300', '99700'), budgetYuan: '100000.00' })).toEqual(['price-close weak']);
  });

  it('the grain fits all, the variation knows no unit, and order does not matter', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 100_00, max: 999_999_99 }), { minLength: 3, maxLength: 8 }), cents => {
      const list = cents.map(each => new Decimal(each).div(100));
      const grain = grainOf(list);
      const facts = prices(...list.slice(0, 6).map(each => each.toFixed(2)));
      return list.every(each => each.mod(grain).isZero()) && variation(list).minus(variation(list.map(each => each.times(1000)))).abs().lt(1e-12) && said(facts).join() === said({ ...facts, bids: [...facts.bids].reverse() }).join();
    }));
  });
});

describe('texts', () => {
  const own = (seed: number, length = 400): string => Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((seed * 7919 + at * at * 31 + at * seed) % 8000))).join('');

  it('is like itself, unlike another, and nothing without words of its own', () => {
    const [a, b] = [sketchOf(own(1), new Set()), sketchOf(own(2), new Set())];
    if (!a || !b) throw new Error('too short');
    expect(alike(a, a)).toBe(1);
    expect(alike(a, b)).toBeLessThan(0.05);
    expect(sketchOf(own(1), wordsOf(own(1)))).toBeNull();
    expect(sketchOf('按规范完成', new Set())).toBeNull();
  });

  it('the estimate of long texts keeps near the truth', () => {
    const [long, tail] = [own(3, 6000), own(4, 6000)];
    const [one, other] = [sketchOf(long + tail.slice(0, 500), new Set()), sketchOf(long + tail.slice(3000, 3500), new Set())];
    if (!one || !other) throw new Error('too short');
    const [a, b] = [wordsOf(long + tail.slice(0, 500)), wordsOf(long + tail.slice(3000, 3500))];
    const truth = [...a].filter(mark => b.has(mark)).length / new Set([...a, ...b]).size;
    expect(Math.abs(alike(one, other) - truth)).toBeLessThan(0.04);
    expect(alike(one, other)).toBe(alike(other, one));
  });

  it('without the words of the task and its forms', () => {
    const text = own(5);
    expect(said(task([bid(0, { proposal: text }), bid(1, { proposal: text })]))).toEqual(['near-text strong']);
    expect(said(task([bid(0, { proposal: text }), bid(1, { proposal: text })], { ownText: text }))).toEqual([]);
    const form = { name: '表', hash: 'h', text, properties: null };
    expect(said(task([bid(0, { files: [form] }), bid(1, { files: [form] })]))).toEqual(['same-file strong']);
    expect(said(task([bid(0, { files: [form] }), bid(1, { files: [form] })], { ownFiles: [form] }))).toEqual([]);
    expect(said(task([bid(0, { files: [form] }), bid(1, { files: [form] })], { commonHashes: new Set(['h']) }))).toEqual([]);
  });
});

describe('files, origin and parties', () => {
  const made = (author: string | null, lastModifiedBy: string | null, company: string | null = null) => [{ name: '方案.docx', hash: `${String(author)}${String(lastModifiedBy)}${String(company)}${Math.random()}`, text: '', properties: { author, lastModifiedBy, company, createdAt: null } }];
  it.each([
    ['one author', made('赵工', null), made('赵工', null), ['same-author weak']],
    ['one editor', made('甲', '赵工'), made('乙', '赵工'), ['same-author medium']],
    ['a program', made('Administrator', 'WPS Office'), made('Administrator', 'WPS Office'), []],
    ['the other’s company', made(null, null, '第乙环境监测有限公司'), made(null, null, '丙'), ['same-author strong']],
    ['the enterprise as author', made('孝义石灰', null), made('孝义石灰', null), []],
  ])('%s', (_, one, other, expected) => expect(said(task([bid(0, { files: one }), bid(1, { files: other })]))).toEqual(expected));

  const trace = (address: string | null, prefix: string | null, device: string | null = null) => ({ address, prefix, device });
  it.each([
    ['device', { trace: trace('a', 'p', 'd') }, { trace: trace('b', 'q', 'd') }, ['same-device strong']],
    ['line, days apart', { trace: trace('a', 'p') }, { trace: trace('a', 'p') }, ['same-network weak']],
    ['line, minutes apart', { trace: trace('a', 'p') }, { trace: trace('a', 'p'), receivedAt: new Date(Date.UTC(2026, 10, 20, 0, 10)) }, ['same-network medium']],
    ['neighbourhood', { trace: trace('a', 'p') }, { trace: trace('b', 'p') }, ['same-network weak']],
    ['nothing known', {}, {}, []],
    ['account', { submittedBy: 'x' }, { submittedBy: 'x' }, ['same-submitter strong']],
    ['head', { party: { legalRepresentative: '张伟', address: 'a', phone: null } }, { party: { legalRepresentative: '张伟', address: 'b', phone: null } }, ['related-parties medium']],
    ['head and phone', { party: { legalRepresentative: '张伟', address: 'a', phone: '1' } }, { party: { legalRepresentative: '张伟', address: 'b', phone: '1' } }, ['related-parties strong']],
    ['street', { party: { legalRepresentative: '张', address: '振兴街', phone: null } }, { party: { legalRepresentative: '李', address: '振兴街', phone: null } }, ['related-parties weak']],
    ['a name in the words', { proposal: '第乙环境监测有限公司承诺按期完成' }, {}, ['foreign-name medium']],
  ] as [string, Partial<BidFacts>, Partial<BidFacts>, string[]][])('%s', (_, one, other, expected) => expect(said(task([bid(0, one), bid(1, other)]))).toEqual(expected));

  it('a phone is compared and never shown', () => {
    const party = { legalRepresentative: '张', address: 'a', phone: '13900001234' };
    const [signal] = detect(task([bid(0, { party }), bid(1, { party: { ...party, legalRepresentative: '李', address: 'b' } })]), LIMITS);
    expect(JSON.stringify(signal)).not.toContain('13900001234');
    expect(signal?.measure.zh).toContain('联系电话相同');
  });

  it('three weak kinds are a medium one; one bid alone is nothing', () => {
    const weak = (code: 'same-network' | 'same-author' | 'price-close') => ({ code, strength: 'weak' as const });
    expect(overall([weak('same-network'), weak('same-author')])).toBe('weak');
    expect(overall([weak('same-network'), weak('same-network'), weak('same-author')])).toBe('weak');
    expect(overall([weak('same-network'), weak('same-author'), weak('price-close')])).toBe('medium');
    expect(said(task([bid(0)]))).toEqual([]);
  });
});

describe('turns', () => {
  it('by chance', () => {
    expect(chanceOfTurns(['a', 'b', 'a', 'a'], 2)).toBeNull();
    expect(chanceOfTurns(['a', 'b', 'c', 'a', 'b', 'c'], 3)).toBeCloseTo((6 / 27) * (1 / 27), 10);
    expect(chanceOfTurns(['a', 'b', 'c', 'b', 'a'], 3)).toBeCloseTo((2 / 3) ** 4, 10);
    expect(overlap(['a', 'b'], ['b', 'c'])).toBeCloseTo(1 / 3);
  });

  it('only of those who bid together', () => {
    const award = (nth: number, firmIds: string[], winnerId: string) => ({ taskNumber: `RW-${nth}`, at: '2026-01-01', firmIds, winnerId });
    const turns = ['a', 'b', 'c', 'a', 'b', 'c', 'a'].map((winner, nth) => award(nth, ['a', 'b', 'c'], winner));
    expect(rotationSignal(turns, LIMITS)).toMatchObject({ code: 'rotation', strength: 'medium', firmIds: ['a', 'b', 'c'] });
    expect(rotationSignal(turns.map(each => ({ ...each, firmIds: [each.winnerId, 'x', 'y', 'z'] })), LIMITS)).toBeNull();
    expect(rotationSignal(turns.slice(0, 3), LIMITS)).toBeNull();
    expect(rotationSignal([], LIMITS)).toBeNull();
  });

  it('thresholds are rows of their day', () => {
    const rows = [...THRESHOLDS, { ...THRESHOLDS[0]!, value: '0.9', effectiveFrom: '2027-01-01' }].map(row => (row.key === 'text-medium' && row.value === '0.85' ? { ...row, effectiveTo: '2026-12-31' } : row));
    expect([thresholdsOn(rows, '2026-12-31').textMedium, thresholdsOn(rows, '2027-01-01').textMedium]).toEqual([0.85, 0.9]);
  });
});
