import { describe, expect, test } from 'vitest';
import { addMonths, isMonth, lastDay, weeksOf } from './month';

describe('months', () => {
  test('go over the year, both ways', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-03', 24)]).toEqual(['2027-01', '2025-12', '2028-03']);
  });
  test('end on their last day', () => expect([lastDay('2028-02'), lastDay('2027-02'), lastDay('2026-12')]).toEqual(['2028-02-29', '2027-02-28', '2026-12-31']));
  test('are whole weeks from Monday to Sunday', () => {
    for (const month of ['2026-02', '2026-11', '2027-01', '2027-08', '2028-02']) {
      const weeks = weeksOf(month);
      expect(weeks.every(week => week.length === 7)).toBe(true);
      expect(new Date(`${weeks[0]?.[0]}T00:00:00Z`).getUTCDay()).toBe(1);
      expect((weeks[0] ?? []).some(day => day.startsWith(month)) && (weeks.at(-1) ?? []).some(day => day.startsWith(month))).toBe(true);
      expect(weeks.flat().includes(`${month}-01`) && weeks.flat().includes(lastDay(month))).toBe(true);
    }
  });
  test('are told from what is none', () => expect(['2026-13', '2026-1', undefined, '2026-02-01', '2026-02'].map(isMonth)).toEqual([false, false, false, false, true]));
});
