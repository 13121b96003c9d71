import fc from 'fast-check';
import { CountingPoint, integrityStanding } from './points';

const RULE = { warnPoints: 10, restrictPoints: 20, cycleMonths: 12, restrictMonths: 6 };
const at = (occurredOn: string, points: number): CountingPoint => ({ occurredOn, points });

describe('integrity points', () => {
  it.each<[string, CountingPoint[], string, Partial<ReturnType<typeof integrityStanding>>]>([
    ['none', [], '2026-06-01', { points: 0, warnedFrom: null, restrictedFrom: null }],
    ['nine', [at('2026-03-01', 9)], '2026-06-01', { points: 9, warnedFrom: null }],
    ['ten', [at('2026-03-01', 5), at('2026-04-01', 5)], '2026-06-01', { points: 10, warnedFrom: '2026-04-01', warnedUntil: '2027-02-28', restrictedFrom: null }],
    ['twenty at once', [at('2026-03-01', 20)], '2026-06-01', { points: 20, restrictedFrom: '2026-03-01', restrictedUntil: '2026-08-31' }],
    ['twenty in the cycle', [at('2026-01-10', 10), at('2026-12-31', 10)], '2027-01-01', { points: 20, restrictedFrom: '2026-12-31', restrictedUntil: '2027-06-29' }],
    ['twenty, but a year apart', [at('2026-01-10', 10), at('2027-01-10', 10)], '2027-01-10', { points: 10, restrictedFrom: null, warnedFrom: '2027-01-10' }],
    ['again at the limit', [at('2026-01-10', 20), at('2026-05-01', 2)], '2026-06-01', { restrictedFrom: '2026-05-01', restrictedUntil: '2026-10-31' }],
    ['the cycle is over', [at('2026-01-10', 9)], '2027-01-10', { points: 0 }],
  ])('%s', (_what, points, on, expected) => expect(integrityStanding(points, RULE, on)).toMatchObject(expected));

  const day = fc.integer({ min: 0, max: 1500 }).map(days => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
  const points = fc.array(fc.record({ occurredOn: day, points: fc.integer({ min: 1, max: 20 }) }), { maxLength: 8 });

  it('do not depend on the order in which they were entered', () => fc.assert(fc.property(points, day, (list, on) => expect(integrityStanding([...list].reverse(), RULE, on)).toEqual(integrityStanding(list, RULE, on)))));
  it('warn before they restrict, and every span has an end after its beginning', () =>
    fc.assert(
      fc.property(points, day, (list, on) => {
        const now = integrityStanding(list, RULE, on);
        if (now.restrictedFrom) expect(now.warnedFrom).not.toBeNull();
        for (const [from, until] of [[now.warnedFrom, now.warnedUntil], [now.restrictedFrom, now.restrictedUntil]]) if (from) expect(String(until) >= from).toBe(true);
      }),
    ));
});
