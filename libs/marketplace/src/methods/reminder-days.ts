import { daysBetween } from '@huanbao/calendar';

/** What is to be done by a day, and how often the morning round says so. */
export type Pace = 'objection' | 'bond' | 'opening' | 'keys' | 'after-award';

interface Plan {
  /** Days left on which it is said. */
  readonly before: readonly number[];
  /** Every how many days once the day has passed. */
  readonly after: number;
}

/** Objections have three days and hold up everybody: each morning from the eve. Bonds and late openings are said again each week. */
const PLANS: Readonly<Record<Pace, Plan>> = {
  objection: { before: [1, 0], after: 1 },
  bond: { before: [3, 1, 0], after: 7 },
  opening: { before: [], after: 3 },
  keys: { before: [1, 0], after: 1 },
  'after-award': { before: [3, 1, 0], after: 7 },
};

export type Moment = 'soon' | 'today' | 'overdue';

/** Whether this morning is one on which it is said, and how it stands then. */
export function reminderOn(pace: Pace, today: string, due: string): { moment: Moment; days: number } | null {
  const left = daysBetween(today, due);
  const { before, after } = PLANS[pace];
  if (left >= 0) return before.includes(left) ? { moment: left === 0 ? 'today' : 'soon', days: left } : null;
  return (-left - 1) % after === 0 ? { moment: 'overdue', days: -left } : null;
}
