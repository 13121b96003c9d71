import { addDays, daysBetween } from '@huanbao/calendar';

/** The last day for mending what was in time: never before the due day, and the days for which the bureau had it are not counted. */
export function mendingDay(dueOn: string, { returnedOn, days }: { readonly returnedOn: string; readonly days: number }): string {
  const until = addDays(returnedOn, days);
  return until > dueOn ? until : dueOn;
}

/** Days after the day until which it could be done; 0 in time. */
export const lateDaysOf = ({ dueOn, mendBy }: { readonly dueOn: string; readonly mendBy: string | null }, on: string): number => Math.max(0, daysBetween(mendBy ?? dueOn, on));
