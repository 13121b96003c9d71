import { addDays } from '@huanbao/calendar';

/** The last day of an effect that begins on the day and lasts so many months. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return addDays(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10), -1);
}
