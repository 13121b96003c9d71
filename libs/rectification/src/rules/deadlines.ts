import { addPeriod, type Calendar } from '@huanbao/calendar';

type DayType = 'workday' | 'calendar';

interface DueItem {
  readonly state: 'open' | 'done' | 'passed';
  readonly dueOn: string | null;
}

/** The latest day of what has not passed yet; null when there is none. Pure. */
export const lastDue = (items: readonly DueItem[]): string | null => items.filter(one => one.state !== 'passed' && one.dueOn !== null).map(one => one.dueOn as string).sort().at(-1) ?? null;

/** The last day counts whole (民法典 第二百零三条): what comes on the day after is late. `on` is a civil day in Asia/Shanghai. Pure. */
export const isLate = (on: string, dueOn: string | null): boolean => dueOn !== null && on > dueOn;

/** Whether something that was not handed in has passed its day. Pure. */
export const hasOverdue = (items: readonly DueItem[], today: string): boolean => items.some(one => one.state === 'open' && isLate(today, one.dueOn));

/**
 * How many days a period of `have` days from `from` must be longer so that it ends on `until` or later. Pure.
 * @returns the days to add and the day on which it then ends: a calendar period that would end on a day off ends on the next working day
 */
export function extraDays(from: string, { have, dayType, until }: { readonly have: number; readonly dayType: DayType; readonly until: string }, calendar: Calendar): { readonly days: number; readonly endsOn: string } {
  for (let days = 1; ; days += 1) {
    const endsOn = addPeriod(from, { days: have + days, dayType }, calendar).date;
    if (endsOn >= until) return { days, endsOn };
  }
}
