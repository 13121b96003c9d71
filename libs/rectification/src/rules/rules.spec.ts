import { HOLIDAY_SEED } from '@huanbao/calendar';
import fc from 'fast-check';
import { extraDays, hasOverdue, isLate, lastDue } from './deadlines';
import { rateOf, yearBefore } from './rate';

const calendar = HOLIDAY_SEED;
const item = (state: 'open' | 'done' | 'passed', dueOn: string | null): { state: 'open' | 'done' | 'passed'; dueOn: string | null } => ({ state, dueOn });

describe('deadlines of a rectification', () => {
  it.each([
    ['2026-12-01', '2026-12-01', false],
    ['2026-12-02', '2026-12-01', true],
    ['2026-12-02', null, false],
  ])('on %s something due on %s is late: %s', (on, due, late) => expect(isLate(on, due)).toBe(late));

  it('ends with the last thing that has not passed', () => {
    expect(lastDue([item('open', '2026-12-01'), item('done', '2026-12-05'), item('passed', '2026-12-31')])).toBe('2026-12-05');
    expect(lastDue([item('passed', '2026-12-31')])).toBeNull();
  });

  it('is overdue by what was not handed in, not by what waits for an officer', () => {
    expect(hasOverdue([item('done', '2026-12-01')], '2026-12-02')).toBe(false);
    expect(hasOverdue([item('open', '2026-12-01'), item('open', '2026-12-09')], '2026-12-02')).toBe(true);
    expect(hasOverdue([item('open', '2026-12-01')], '2026-12-01')).toBe(false);
  });

  it.each(['calendar', 'workday'] as const)('finds the shortest extension in %s days that reaches a day', dayType => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), (have, later) => {
      const until = new Date(Date.UTC(2026, 2, 2 + have + later)).toISOString().slice(0, 10);
      const { days, endsOn } = extraDays('2026-03-02', { have, dayType, until }, calendar);
      expect(endsOn >= until || days === 1).toBe(true);
      expect(days).toBeGreaterThanOrEqual(1);
    }), { numRuns: 50 });
  });
});

describe('the rate of rectifications in time', () => {
  const window = { from: '2025-11-23', to: '2026-11-23' };
  const row = (overdueOn: string | null, closedOn: string | null): { dueOn: string; overdueOn: string | null; closedOn: string | null } => ({ dueOn: '2026-06-01', overdueOn, closedOn });

  it.each([
    ['nothing', [], { total: 0, inTime: 0, rate: null }],
    ['one in time', [row(null, '2026-06-01')], { total: 1, inTime: 1, rate: '100.00' }],
    ['late and closed afterwards', [row('2026-06-02', '2026-06-09')], { total: 1, inTime: 0, rate: '0.00' }],
    ['late and still open', [row('2026-06-02', null)], { total: 1, inTime: 0, rate: '0.00' }],
    ['running in time', [row(null, null)], { total: 0, inTime: 0, rate: null }],
    ['before the window', [row(null, '2025-11-22')], { total: 0, inTime: 0, rate: null }],
    ['two of three', [row(null, '2026-06-01'), row(null, '2025-11-23'), row('2026-11-23', null)], { total: 3, inTime: 2, rate: '66.67' }],
  ])('counts %s', (_what, rows, expected) => expect(rateOf(rows, window)).toEqual(expected));

  it.each([['2026-11-23', '2025-11-23'], ['2028-02-29', '2027-02-28'], ['2027-03-31', '2026-03-31']])('twelve months before %s is %s', (day, before) => expect(yearBefore(day)).toBe(before));

  it('never leaves 0 to 100', () => {
    const day = fc.constantFrom(null, '2025-01-01', '2026-01-01', '2026-11-23', '2026-11-24');
    fc.assert(fc.property(fc.array(fc.record({ dueOn: day, overdueOn: day, closedOn: day })), rows => {
      const { rate, total, inTime } = rateOf(rows, window);
      expect(inTime).toBeLessThanOrEqual(total);
      expect(rate === null ? total === 0 : Number(rate) >= 0 && Number(rate) <= 100).toBe(true);
    }));
  });
});
