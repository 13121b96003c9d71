import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { crews, lotOf, ranked, Weighted } from './lots';
import { sm3 } from '@huanbao/platform';

const seedOf = (nth: number): string => sm3(`seed ${nth}`);
/** χ² that is exceeded once in a thousand by chance, by degrees of freedom. */
const CRITICAL: Readonly<Record<number, number>> = { 4: 18.47, 5: 20.52, 7: 24.32 };

const POOL: readonly Weighted[] = ['0.5', '0.5', '1', '1', '2', '2', '3', '6'].map((weight, nth) => ({ code: `91141181MA0TEST${nth}`, weight }));
const SUM = POOL.reduce((sum, one) => sum + Number(one.weight), 0);

const chiSquare = (observed: readonly number[], expected: readonly number[]): number => observed.reduce((sum, count, nth) => sum + (count - (expected[nth] as number)) ** 2 / (expected[nth] as number), 0);

describe('lots', () => {
  it('are HMAC-SM3 as openssl computes it', () => {
    const [seed, code] = [seedOf(1), '91141181MA0DEM001X'];
    let said: string;
    try {
      said = execFileSync('openssl', ['dgst', '-sm3', '-mac', 'HMAC', '-macopt', `hexkey:${seed}`], { input: code }).toString();
    } catch {
      return; // a machine without openssl, or with one without SM3
    }
    expect(said.trim().split(' ').pop()).toBe(lotOf(seed, code));
  });

  it('follow the weights: the first of 4,000 draws, χ² with 7 degrees of freedom', () => {
    const draws = 4000;
    const hits = new Map(POOL.map(one => [one.code, 0]));
    for (let nth = 0; nth < draws; nth++) {
      const first = ranked(seedOf(nth), POOL)[0]?.code as string;
      hits.set(first, (hits.get(first) ?? 0) + 1);
    }
    const statistic = chiSquare(POOL.map(one => hits.get(one.code) as number), POOL.map(one => (draws * Number(one.weight)) / SUM));
    expect(statistic).toBeLessThan(CRITICAL[7] as number);
    // and the test can fail: against equal weights the same draws are far off
    expect(chiSquare([...hits.values()], POOL.map(() => draws / POOL.length))).toBeGreaterThan(1000);
  });

  it('follow the weights in the second place as well, given the first', () => {
    const draws = 4000;
    const rest = POOL.slice(0, 6);
    const hits = new Map(rest.map(one => [one.code, 0]));
    let counted = 0;
    for (let nth = 0; nth < draws; nth++) {
      // given that the two heaviest come first and second, the third is one of the rest by their weights
      const order = ranked(seedOf(nth), POOL).map(one => one.code);
      if (![order[0], order[1]].every(code => POOL.slice(6).some(one => one.code === code))) continue;
      counted++;
      hits.set(order[2] as string, (hits.get(order[2] as string) ?? 0) + 1);
    }
    const sum = rest.reduce((total, one) => total + Number(one.weight), 0);
    expect(counted).toBeGreaterThan(500);
    expect(chiSquare([...hits.values()], rest.map(one => (counted * Number(one.weight)) / sum))).toBeLessThan(CRITICAL[5] as number);
  });

  it('are the same for the same seed, whatever the order of the list, and a longer sample begins with the shorter one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.shuffledSubarray([...POOL], { minLength: 2 }), (nth, some) => {
        const [one, other] = [ranked(seedOf(nth), some), ranked(seedOf(nth), [...some].reverse())];
        expect(other).toEqual(one);
        const without = ranked(seedOf(nth), some.slice(1)).map(each => each.code);
        expect(one.map(each => each.code).filter(code => code !== some[0]?.code)).toEqual(without);
      }),
      { numRuns: 60 },
    );
  });
});

describe('crews', () => {
  const officers = ['A1', 'A2', 'A3', 'A4', 'A5'];

  it('are two who may go, spread evenly, the same for the same seed', () => {
    const visits = Array.from({ length: 20 }, (_, nth) => `v${nth}`);
    const may = (visit: string, officer: string): boolean => !(visit === 'v3' && officer === 'A1');
    const made = crews(seedOf(5), visits, { officers, may, size: 2 });
    expect(made).toEqual(crews(seedOf(5), visits, { officers, may, size: 2 }));
    expect(made.every(one => new Set(one.officers).size === 2)).toBe(true);
    expect(made.find(one => one.visit === 'v3')?.officers).not.toContain('A1');
    const loads = officers.map(officer => made.filter(one => one.officers.includes(officer)).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  it('are chosen by chance: over 3,000 seeds each officer goes first equally often, χ² with 4 degrees of freedom', () => {
    const hits = new Map(officers.map(one => [one, 0]));
    for (let nth = 0; nth < 3000; nth++) {
      const [first] = crews(seedOf(nth), ['v'], { officers, may: () => true, size: 2 })[0]?.officers ?? [];
      hits.set(first as string, (hits.get(first as string) ?? 0) + 1);
    }
    expect(chiSquare([...hits.values()], officers.map(() => 600))).toBeLessThan(CRITICAL[4] as number);
  });
});
