import { daysBetween } from '@huanbao/calendar';

/** Days before the last day of a stage (positive) and after it (negative) at which somebody is reminded. */
export type Thresholds = readonly number[];

/** What a dated row says: `7,3,1,-1,-7,-15`. What is no whole number is left out. */
export const thresholdsOf = (value: string): Thresholds => value.split(/[,，、\s]+/).filter(one => /^-?\d{1,3}$/.test(one)).map(Number).sort((a, b) => b - a);

/**
 * The threshold a day has reached: the last one passed, so that a night without a round is made up for and no earlier one is told late.
 * Null before the first. Pure.
 */
export function reached(due: string, today: string, thresholds: Thresholds): number | null {
  const left = daysBetween(today, due);
  return thresholds.filter(one => left <= one).at(-1) ?? null;
}

export interface WaitingStage {
  readonly state: string;
  readonly due: string;
}

/** Who is to act in a stage, and what is asked. `onlyLate`: before its day there is nothing to do. */
export const REMINDED: Readonly<Record<string, { readonly role: string; readonly onlyLate?: boolean; readonly zh: string; readonly en: string }>> = {
  checking: { role: 'bureau.reviewer', zh: '县级初核', en: 'County check' },
  reviewing: { role: 'bureau.approver', zh: '市级复核', en: 'City review' },
  reviewed: { role: 'bureau.supervisor', zh: '开始公示', en: 'Begin the publicity' },
  publicity: { role: 'bureau.supervisor', onlyLate: true, zh: '公示期满，待审定', en: 'Publicity over, to be approved' },
  approved: { role: 'bureau.supervisor', zh: '审定后公布', en: 'Publish what was approved' },
  /** Of the whole year: not everything is published by 30 April. */
  'publish-by': { role: 'bureau.supervisor', zh: '结果公布', en: 'Publication of the year' },
};

/** What to remind of today; null where nothing is due, or nothing can be done before the day. */
export function reminderOf({ state, due }: WaitingStage, today: string, thresholds: Thresholds): { readonly threshold: number; readonly left: number } | null {
  const stage = REMINDED[state];
  const threshold = stage && reached(due, today, thresholds);
  const left = daysBetween(today, due);
  if (threshold == null || (stage?.onlyLate === true && left >= 0)) return null;
  return { threshold, left };
}
