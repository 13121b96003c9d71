import fc from 'fast-check';
import { addCalendarDays, addDays, addWorkingDays, dayKind, daysBetween, evaluateClock, HOLIDAY_SEED, isCivilDate, isWorkingDay, monthsAfter, subtractCalendarDays, whatIfPause, workingDaysBetween } from './index';

const calendar = HOLIDAY_SEED;
const article = '排污许可管理条例 第十二条';
const rule = { days: 20, dayType: 'workday' } as const;
const day = fc.integer({ min: 0, max: 700 }).map(n => addDays('2025-01-02', n));

describe('working days', () => {
  it.each([[2025, 365 - 104 - 13 + 0], [2026, 248]])('has the published number in %i', (year, expected) => {
    const count = workingDaysBetween(addDays(`${year}-01-01`, -1), `${year}-12-31`, calendar);
    expect(count).toBe(year === 2025 ? 248 : expected);
  });

  it.each([
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-09-18', 20, '2026-10-22'],
    ['2026-09-18', 30, '2026-11-05'],
    ['2026-09-18', 45, '2026-11-26'],
    ['2026-11-23', 20, '2026-12-21'],
  ])('from %s, %i working days end on %s', (from, n, end) => expect(addWorkingDays(from, n, calendar)).toEqual({ date: end, provisional: false, provisionalYears: [] }));

  it('marks a period through an unpublished year as provisional', () => {
    expect(addWorkingDays('2026-12-21', 10, calendar)).toMatchObject({ provisional: true, provisionalYears: [2027] });
    expect(dayKind('2027-01-01', calendar)).toEqual({ working: true, provisional: true });
  });

  it('puts the latest day of a renewal 60 calendar days before the end', () => expect(subtractCalendarDays('2027-03-01', 60)).toBe('2026-12-31'));

  it.each([
    ['2026-09-18', 7, '2026-09-28', 'the last day is in the Mid-Autumn holiday'],
    ['2026-09-18', 2, '2026-09-20', 'a worked Sunday is a working day'],
    ['2026-09-24', 1, '2026-09-28', 'a holiday and its weekend'],
    ['2026-11-23', 30, '2026-12-23', 'an ordinary day'],
  ])('calendar days from %s + %i end on %s: %s', (from, n, end) => expect(addCalendarDays(from, n, calendar).date).toBe(end));

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '', '2026-1-1'])('refuses %p as a date', text => expect(isCivilDate(text)).toBe(false));

  it('adds up: a then b is a + b', () =>
    fc.assert(fc.property(day, fc.nat(40), fc.nat(40), (from, a, b) => expect(addWorkingDays(addWorkingDays(from, a, calendar).date, b, calendar).date).toBe(addWorkingDays(from, a + b, calendar).date))));

  it('ends on a working day, later for more days, and counts back to the same number', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const { date } = addWorkingDays(from, n, calendar);
        expect(isWorkingDay(date, calendar)).toBe(true);
        expect(date > addWorkingDays(from, n - 1, calendar).date).toBe(true);
        expect(workingDaysBetween(from, date, calendar)).toBe(n);
        expect(workingDaysBetween(date, from, calendar)).toBe(-n);
      }),
    ));
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'], ['2026-02-28', 1, '2026-03-28'], ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'], ['2026-12-15', 1, '2027-01-15'], ['2027-12-31', 2, '2028-02-29'], ['2026-03-31', -1, '2026-02-28'], ['2024-03-31', -1, '2024-02-29'], ['2026-01-15', -13, '2024-12-15'],
    ['2026-01-01', -1, '2025-12-01'], ['2026-11-28', 0, '2026-11-28'], ['2099-12-31', 2, '2100-02-28'], ['2026-12-05', 12, '2027-12-05'],
  ])('%s and %i months is %s', (date, months, expected) => expect(monthsAfter(date, months)).toBe(expected));

  it('keep the number of the day, or end on the last of the month, and never leave the month', () => {
    fc.assert(fc.property(day, fc.integer({ min: -300, max: 300 }), (date, months) => {
      const then = monthsAfter(date, months);
      const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(count(then) - count(date)).toBe(months);
      if (then.slice(8) !== date.slice(8)) expect([addDays(then, 1).slice(8), then.slice(8) < date.slice(8)]).toEqual(['01', true]);
    }));
  });

  it('no civil date has none', () => expect(() => monthsAfter('2026-02-30', 1)).toThrow(RangeError));
});

describe('statutory clock', () => {
  const start = { date: '2026-09-18', kind: 'start', article } as const;

  it('says when it ends and how much is left', () => {
    expect(evaluateClock([start], rule, calendar, '2026-09-22')).toMatchObject({ state: 'running', dueDate: '2026-10-22', remaining: 17, elapsed: 3, provisional: false });
    expect(evaluateClock([start], rule, calendar, '2026-10-22')).toMatchObject({ state: 'running', remaining: 0 });
    expect(evaluateClock([start], rule, calendar, '2026-10-23')).toMatchObject({ state: 'overdue', dueDate: '2026-10-22', remaining: -1 });
  });

  it('stands still while paused and goes on the day after the resumption', () => {
    const pause = { date: '2026-09-22', kind: 'pause', article: '行政许可法 第四十五条', noticeNumber: '孝环告〔2026〕1号' } as const;
    expect(evaluateClock([start, pause], rule, calendar, '2026-10-15')).toMatchObject({ state: 'paused', dueDate: null, remaining: 17 });
    const resume = { date: '2026-10-15', kind: 'resume', article } as const;
    const reading = evaluateClock([start, pause, resume], rule, calendar, '2026-10-16');
    expect(reading).toMatchObject({ state: 'running', remaining: 16, dueDate: addWorkingDays('2026-10-15', 17, calendar).date });
    expect(reading.steps.map(step => step.countedDays)).toEqual([3, 0, 1]);
  });

  it('is longer after an extension and over after a stop', () => {
    const extend = { date: '2026-09-25', kind: 'extend', days: 10, article } as const;
    expect(evaluateClock([start, extend], rule, calendar, '2026-09-28').dueDate).toBe('2026-11-05');
    expect(evaluateClock([start, extend], rule, calendar, '2026-09-28').elapsed).toBe(workingDaysBetween('2026-09-18', '2026-09-28', calendar));
    expect(evaluateClock([start, { date: '2026-09-28', kind: 'stop', article }], rule, calendar, '2026-12-01')).toMatchObject({ state: 'ended', elapsed: 6, dueDate: null });
  });

  it('refuses a ledger without a start', () => expect(() => evaluateClock([], rule, calendar, '2026-01-01')).toThrow(RangeError));

  it('moves the end by exactly the working days of a pause, whenever it is made and asked', () =>
    fc.assert(
      fc.property(day, fc.nat(19), fc.nat(40), (from, used, away) => {
        const begin = { date: from, kind: 'start', article } as const;
        const pauseOn = addWorkingDays(from, used, calendar).date;
        const resumeOn = addDays(pauseOn, away);
        const { before, after } = whatIfPause([begin], rule, calendar, { from: pauseOn, resumeOn, article });
        const lost = workingDaysBetween(pauseOn, resumeOn, calendar);
        expect(after.dueDate).toBe(addWorkingDays(before.dueDate as string, lost, calendar).date);
        expect(after.remaining).toBe(20 - used);
      }),
    ));

  it('always agrees: counted + remaining = total', () =>
    fc.assert(
      fc.property(day, fc.nat(200), (from, n) => {
        const reading = evaluateClock([{ date: from, kind: 'start', article }], rule, calendar, addDays(from, n));
        expect(reading.elapsed + reading.remaining).toBe(20);
        expect(daysBetween(from, reading.dueDate as string)).toBeGreaterThanOrEqual(20);
      }),
    ));
});
