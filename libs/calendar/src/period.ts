import { dayKind, type Calendar } from './calendar';
import { addDays, daysBetween, yearOf, type CivilDate } from './civil-date';

/** The last day of a period, and whether unpublished holiday years were passed on the way. */
export interface PeriodEnd {
  readonly date: CivilDate;
  readonly provisional: boolean;
  readonly provisionalYears: readonly number[];
}

function endOf(date: CivilDate, years: ReadonlySet<number>): PeriodEnd {
  return { date, provisional: years.size > 0, provisionalYears: [...years].sort((a, b) => a - b) };
}

/**
 * The n-th working day after `date`. The day itself does not count; the next one is day 1 (民法典 art. 201).
 * Zero days end on the day itself. @throws RangeError for a negative or broken number.
 */
export function addWorkingDays(date: CivilDate, days: number, calendar: Calendar): PeriodEnd {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${days}`);
  const years = new Set<number>();
  let at = date;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    const kind = dayKind(at, calendar);
    if (kind.provisional) years.add(yearOf(at));
    if (kind.working) left -= 1;
  }
  return endOf(at, years);
}

/**
 * `days` calendar days after `date`, not counting the day itself; when the last day is a day off, the period ends on the
 * next working day (民法典 art. 203).
 */
export function addCalendarDays(date: CivilDate, days: number, calendar: Calendar): PeriodEnd {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${days}`);
  const years = new Set<number>();
  let at = addDays(date, days);
  for (;;) {
    const kind = dayKind(at, calendar);
    if (kind.provisional) years.add(yearOf(at));
    if (kind.working || days === 0) return endOf(at, years);
    at = addDays(at, 1);
  }
}

/** The latest day that lies `days` calendar days before `date` (e.g. 60 日前 of an expiry). No roll-over: earlier is safe. */
export function subtractCalendarDays(date: CivilDate, days: number): CivilDate {
  return addDays(date, -days);
}

export function addPeriod(date: CivilDate, period: { readonly days: number; readonly dayType: 'workday' | 'calendar' }, calendar: Calendar): PeriodEnd {
  return period.dayType === 'workday' ? addWorkingDays(date, period.days, calendar) : addCalendarDays(date, period.days, calendar);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: Calendar): number {
  if (daysBetween(from, to) < 0) return -workingDaysBetween(to, from, calendar) || 0;
  let count = 0;
  for (let at = from; at < to; ) {
    at = addDays(at, 1);
    if (dayKind(at, calendar).working) count += 1;
  }
  return count;
}
