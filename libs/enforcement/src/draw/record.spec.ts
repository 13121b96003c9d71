import fc from 'fast-check';
import { sm3 } from '@huanbao/platform';
import type { FrozenOfficer } from '../enforcement.entity';
import { commitmentOf, outcomeOf, poolHashOf } from './record';

const officers: FrozenOfficer[] = ['Z1', 'Z2', 'Z3'].map(certificateNo => ({ id: certificateNo, userId: certificateNo, name: certificateNo, certificateNo }));
const candidate = (nth: number, over: object = {}) => ({ code: `C${String(nth).padStart(2, '0')}`, targetClass: nth % 3 === 0 ? ('key' as const) : ('general' as const), weight: '1', leftOut: null, avoided: [] as string[], ...over });
const pool = Array.from({ length: 12 }, (_, nth) => candidate(nth));
const wants = { wantKey: 2, wantGeneral: 3, wantSpecial: 0 };

describe('the record of a draw', () => {
  it('has one digest for one pool, whatever the order and the form of the numbers, and another for any other', () => {
    const hash = poolHashOf(pool, officers);
    expect(poolHashOf([...pool].reverse(), [...officers].reverse())).toBe(hash);
    expect(poolHashOf(pool.map(one => ({ ...one, weight: '1.00' })), officers)).toBe(hash);
    expect(poolHashOf(pool.map((one, nth) => (nth === 4 ? { ...one, weight: '2' } : one)), officers)).not.toBe(hash);
    expect(poolHashOf(pool, officers.slice(1))).not.toBe(hash);
    expect(poolHashOf(pool.map(one => ({ ...one, weight: '10' })), officers)).not.toBe(hash); // zeros before the point stay
  });

  it('gives the same result for the same seed: as many as wanted of each class, none of those left out, two officers who may go', () => {
    fc.assert(
      fc.property(fc.integer(), fc.subarray(pool.map(one => one.code), { maxLength: 5 }), fc.constantFrom(...officers.map(one => one.certificateNo)), (nth, out, tied) => {
        const some = pool.map(one => ({ ...one, leftOut: out.includes(one.code) ? ('cap' as const) : null, avoided: one.code === 'C01' ? [tied] : [] }));
        const seed = sm3(String(nth));
        const { order, visits } = outcomeOf(seed, some, officers, wants);
        expect(outcomeOf(seed, [...some].reverse(), [...officers].reverse(), wants).visits).toEqual(visits);
        expect(visits.length).toBe(['key', 'general'].reduce((sum, of, at) => sum + Math.min([2, 3][at] as number, some.filter(one => one.targetClass === of && one.leftOut === null).length), 0));
        expect(visits.some(one => out.includes(one.code))).toBe(false);
        expect([...order.keys()].some(code => out.includes(code))).toBe(false);
        expect(visits.every(one => new Set(one.officers).size === 2)).toBe(true);
        expect(visits.find(one => one.code === 'C01')?.officers ?? []).not.toContain(tied);
      }),
      { numRuns: 60 },
    );
  });

  it('commits to a seed by the SM3 of its hex text', () => {
    expect(commitmentOf('a'.repeat(64))).toBe(sm3('a'.repeat(64)));
  });
});

describe('who fell out since the pool was frozen', () => {
  const seed = 'a'.repeat(64);
  const officers = ['1', '2', '3'].map(certificateNo => ({ id: certificateNo, userId: certificateNo, name: certificateNo, certificateNo }));
  const pool = Array.from({ length: 6 }, (_, nth) => ({ code: `C${nth}`, targetClass: 'general' as const, weight: '1', leftOut: null, avoided: [] as string[] }));
  const wants = { wantKey: 0, wantGeneral: 2, wantSpecial: 0 };

  it('is not drawn, the others keep their order, and the digest of the pool is the same', () => {
    const before = outcomeOf(seed, pool, officers, wants);
    const [first] = before.visits;
    const after = pool.map(one => (one.code === first?.code ? { ...one, fallen: 'cap' as const } : one));
    const again = outcomeOf(seed, after, officers, wants);
    expect(again.visits.map(one => one.code)).not.toContain(first?.code);
    expect(again.visits).toHaveLength(2);
    expect(again.visits[0]?.code).toBe(before.visits[1]?.code);
    expect(poolHashOf(after, officers)).toBe(poolHashOf(pool, officers));
  });

  it('is not visited by who keeps away since', () => {
    const away = pool.map(one => ({ ...one, avoidedSince: ['2'] }));
    expect(outcomeOf(seed, away, officers, wants).visits.every(one => !one.officers.includes('2'))).toBe(true);
  });
});
