import { trendDays } from './trend-days';

describe('the days of a trend', () => {
  it.each([
    ['2026-11-30', '2025-11-30', '2026-10-30'],
    ['2026-12-01', '2025-12-01', '2026-11-01'],
    ['2026-01-01', '2025-01-01', '2025-12-01'],
    ['2026-03-31', '2025-03-31', '2026-02-28'],
    ['2024-02-29', '2023-02-28', '2024-01-29'],
  ])('of %s reach back to %s, whichever day of a month it is', (day, first, before) => {
    const days = trendDays(day);
    expect([days.length, days[0], days.at(-2), days.at(-1)]).toEqual([13, first, before, day]);
    expect([...days].sort()).toEqual(days);
  });
});
