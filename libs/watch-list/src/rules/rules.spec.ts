import * as fc from 'fast-check';
import { TRIGGER_ROWS } from '../reference.rows';
import { fitsTerm, spanOf } from './term';
import { triggersOf } from './triggers';

const TERMS = { least: 12, most: 36, removal: 12 };

describe('the term on the list', () => {
  it.each([[11, false], [12, true], [36, true], [37, false]])('of %i months is allowed: %s', (months, allowed) => {
    expect(fitsTerm(TERMS, months)).toBe(allowed);
  });

  it.each([
    ['2026-11-23', 12, '2027-11-22', '2027-11-22'],
    ['2026-11-23', 24, '2028-11-22', '2027-11-23'],
    // the last of February has no 31st
    ['2027-01-31', 13, '2028-02-28', '2028-01-31'],
  ])('from %s for %i months ends on %s, removal from %s', (served, months, until, removalFrom) => {
    expect(spanOf(served, months, TERMS)).toEqual({ until, removalFrom });
  });

  it('never lets removal be asked for after the end, whatever the rows say', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (days, months, removal) => {
      const served = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
      const span = spanOf(served, months, { removal });
      expect(span.removalFrom <= span.until && span.until >= served).toBe(true);
    }));
  });
});

describe('triggers of a day', () => {
  const row = (key: string, value: string, from = '2021-07-15', to: string | null = null) => ({ key, value, effectiveFrom: from, effectiveTo: to });

  it('reads the rows that ship', () => {
    const table = triggersOf(TRIGGER_ROWS, '2026-11-23');
    expect([...table.colours]).toEqual(['red', 'black']);
    expect(Object.fromEntries(table.events)).toEqual({ crime: 'crime', 'refuse-perform': 'refuse-perform', 'hidden-pipe': 'hidden-pipe', 'hazardous-dump': 'hazardous-dump', 'firm.fraud': 'data-fraud', 'repair.false': 'repair-false' });
    expect(table.unpaidDays).toBe(60);
  });

  it.each([
    ['a row that has ended', [row('event:crime', 'crime', '2021-07-15', '2026-11-22')]],
    ['a row that has not begun', [row('event:crime', 'crime', '2026-11-24')]],
    ['a trigger nobody knows', [row('event:crime', 'rumour')]],
  ])('says nothing by %s', (_, rows) => {
    expect(triggersOf(rows, '2026-11-23').events.size).toBe(0);
  });

  it.each([[[], null], [[row('unpaid', 'soon')], null], [[row('unpaid', '-1')], null], [[row('unpaid', '0')], 0], [[row('unpaid', '30')], 30]])('of unpaid penalties by %j: %s', (rows, days) => {
    expect(triggersOf(rows, '2026-11-23').unpaidDays).toBe(days);
  });
});
