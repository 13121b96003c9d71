import { addDays, daysBetween, monthsAfter } from '@huanbao/calendar';

export type Rhythm = 'month' | 'quarter' | 'half-year' | 'year';
export const MONTHS_OF: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

export interface Span {
  readonly from: string;
  /** Last day, included. */
  readonly to: string;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** The first day of the month that lies `months` after the month of `day`. */
function monthStart(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}-01`;
}

/** The calendar period a day lies in. */
export function periodOf(rhythm: Rhythm, day: string): Span {
  const months = MONTHS_OF[rhythm];
  const from = monthStart(day, -((Number(day.slice(5, 7)) - 1) % months));
  return { from, to: addDays(monthStart(from, months), -1) };
}

/** Every calendar period that touches the span, in order. */
export function periodsIn(rhythm: Rhythm, span: Span): Span[] {
  const periods: Span[] = [];
  for (let day = span.from; day <= span.to; ) {
    const period = periodOf(rhythm, day);
    periods.push(period);
    day = addDays(period.to, 1);
  }
  return periods;
}

/** Day `n` of the month after the period; the month's last day where it is shorter. */
export function dayAfterPeriod(period: Span, n: number): string {
  const first = addDays(period.to, 1);
  const last = addDays(monthStart(first, 1), -1);
  const day = `${first.slice(0, 8)}${pad(n)}`;
  return day > last ? last : day;
}

/** `MM-DD` of the year after the period; 02-29 becomes the last of February. */
export function dayNextYear(period: Span, monthDay: string): string {
  const year = Number(period.to.slice(0, 4)) + 1;
  const last = addDays(monthStart(`${year}-${monthDay.slice(0, 2)}-01`, 1), -1);
  const day = `${year}-${monthDay}`;
  return day > last ? last : day;
}

export const daysOf = (span: Span): number => daysBetween(span.from, span.to) + 1;
/** Whether the span is shorter than so many months: from 1 October to 31 December are three. */
export const isShorterThan = (span: Span, months: number): boolean => monthsAfter(span.from, months) > addDays(span.to, 1);
export const overlap = (a: Span, b: Span): Span | null => {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
};
export const covers = (outer: Span, inner: Span): boolean => outer.from <= inner.from && outer.to >= inner.to;
