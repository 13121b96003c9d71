import { monthsAfter } from '@huanbao/credit';

const MONTHS = 12;

/** The day, and the same day of each of the twelve months before it, or the last one of a shorter month: a whole year, on whichever day of a month it is asked. */
export function trendDays(day: string): string[] {
  return Array.from({ length: MONTHS + 1 }, (_, nth) => monthsAfter(day, nth - MONTHS));
}
