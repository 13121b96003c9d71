import fc from 'fast-check';
import { intensityPercentile, type MonthHours, onlineHours, onlineRate, onlineSpan, twelveMonths } from './kept-parts';

const month = (fromOn: string, exceed: string | null, run: string | null): MonthHours[] => [...(exceed === null ? [] : [{ fromOn, kind: 'exceed' as const, hours: exceed }]), ...(run === null ? [] : [{ fromOn, kind: 'run' as const, hours: run }])];

describe('online', () => {
  it('counts only months of which both numbers are known, to the last digit', () => {
    expect(onlineHours([...month('2026-01-01', '0.1', '700'), ...month('2026-02-01', '0.2', '600.5'), ...month('2026-03-01', '5', null), ...month('2026-04-01', null, '700')])).toEqual({ months: 2, exceed: '0.3', run: '1300.5' });
    expect(onlineHours([])).toEqual({ months: 0, exceed: '0', run: '0' });
  });

  it.each([['0', '8000', '100.00'], ['40', '8000', '99.50'], ['1', '3', '66.67'], ['8000', '8000', '0.00'], ['9000', '8000', '0.00'], ['0', '0', null]])('%s h above of %s h run are %s', (exceed, run, rate) => {
    expect(onlineRate({ exceed, run })).toBe(rate);
  });

  it.each([['2026-11-23', '2025-11-01', '2026-10-31'], ['2026-01-31', '2025-01-01', '2025-12-31'], ['2024-03-01', '2023-03-01', '2024-02-29']])('the months before %s are %s – %s', (day, from, to) => {
    expect(twelveMonths(day)).toEqual({ from, to });
  });
});

describe('the twelve months that count', () => {
  const known = month('2026-11-01', '1', '700');
  it.each([
    ['on the first of a month, while its hours may still come', '2026-12-01', [], '2025-11-01', '2026-10-31'],
    ['with half of them', '2026-12-10', month('2026-11-01', '1', null), '2025-11-01', '2026-10-31'],
    ['as soon as they are there', '2026-12-01', known, '2025-12-01', '2026-11-30'],
    ['on the last day on which they may come', '2026-12-31', [], '2025-11-01', '2026-10-31'],
    ['when they did not come in time', '2027-01-01', known, '2025-12-01', '2026-11-30'],
  ] as const)('%s', (_, day, rows, from, to) => expect(onlineSpan(day, rows, 31)).toEqual({ from, to }));

  it('are the newest again, and say what is missing, once the days are over', () => expect(onlineSpan('2027-01-15', [], 14)).toEqual({ from: '2026-01-01', to: '2026-12-31' }));
});

describe('carbon intensity within the industry', () => {
  it.each<[string, string, string[], number, string | null]>([
    ['the lowest', '0.5', ['0.6', '0.7', '0.8', '0.9'], 5, '100.00'],
    ['the highest', '0.9', ['0.5', '0.6', '0.7', '0.8'], 5, '0.00'],
    ['in the middle', '0.7', ['0.5', '0.6', '0.8', '0.9'], 5, '50.00'],
    ['all equal', '0.7', ['0.7', '0.70', '0.700'], 4, '50.00'],
    ['one better of three', '0.7', ['0.6', '0.8', '0.9'], 4, '66.67'],
    ['too few', '0.7', ['0.6', '0.8', '0.9'], 5, null],
    ['alone, whatever the rule', '0.7', [], 1, null],
    ['decimals that a float would confuse', '0.3', ['0.30000000000000001', '0.1'], 2, '50.00'],
  ])('%s', (_, own, others, least, percentile) => expect(intensityPercentile(own, others, least)).toBe(percentile));

  it('lies within 0 and 100 and never falls when the own intensity does', () => {
    const value = fc.integer({ min: 0, max: 1000 }).map(String);
    fc.assert(fc.property(value, fc.array(value, { minLength: 1 }), fc.nat(500), (own, others, less) => {
      const [before, after] = [own, String(Math.max(0, Number(own) - less))].map(one => Number(intensityPercentile(one, others, 2)));
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before).toBeLessThanOrEqual(100);
      expect(after).toBeGreaterThanOrEqual(before as number);
    }));
  });
});
