/** Days before the end of a qualification at which its firm is reminded, and the last day itself. */
export const REMIND_DAYS = [90, 60, 30, 7, 0] as const;

/** The step whose reminder is due, given the days left: a round that missed its day sends the nearest step, once. Null outside. */
export function reminderStep(daysLeft: number): number | null {
  if (daysLeft < 0 || daysLeft > REMIND_DAYS[0]) return null;
  return [...REMIND_DAYS].reverse().find(step => daysLeft <= step) ?? null;
}
