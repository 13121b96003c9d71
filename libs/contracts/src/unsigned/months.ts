import { addDays, monthsAfter } from '@huanbao/calendar';

/** The last day of an effect that begins on the day and lasts so many months. */
export const lastDayOf = (day: string, months: number): string => addDays(monthsAfter(day, months), -1);
