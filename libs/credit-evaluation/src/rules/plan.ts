import { addDays, daysBetween } from '@huanbao/calendar';

/** Days by which a year's evaluation goes forward. All civil days, Asia/Shanghai, each the last of its stage. */
export interface YearPlan {
  readonly reportUntil: string;
  readonly checkUntil: string;
  readonly reviewUntil: string;
  /** Length of the publicity in calendar days, counted from the day after it begins. */
  readonly publicityDays: number;
  /** Working days from the approval to the publication at the most. */
  readonly publishWorkdays: number;
  /** Last day for the publication, 4 月底前. */
  readonly publishBy: string;
}

/** The dated rows a plan is made from: `MM-DD` of the year after the one that is evaluated, and shortest stages in days. */
export interface PlanRows {
  readonly reportUntil: string;
  readonly checkUntil: string;
  readonly reviewUntil: string;
  readonly publishBy: string;
  readonly publicityDays: number;
  readonly publishWorkdays: number;
  readonly leastReport: number;
  readonly leastCheck: number;
  readonly leastReview: number;
}

/** The publicity has to begin within so many days. */
const SOON_DAYS = 7;

const latest = (a: string, b: string): string => (a > b ? a : b);

/** The dates that are proposed: those of the rows, or later where a stage would be shorter than its least length. Pure. */
export function proposedPlan(year: number, rows: PlanRows, today: string): YearPlan {
  const on = (monthDay: string): string => `${year + 1}-${monthDay}`;
  const reportUntil = latest(on(rows.reportUntil), addDays(today, rows.leastReport));
  const checkUntil = latest(on(rows.checkUntil), addDays(reportUntil, rows.leastCheck));
  const reviewUntil = latest(on(rows.reviewUntil), addDays(checkUntil, rows.leastReview));
  return { reportUntil, checkUntil, reviewUntil, publicityDays: rows.publicityDays, publishWorkdays: rows.publishWorkdays, publishBy: on(rows.publishBy) };
}

export interface PlanFault {
  readonly pointer: 'reportUntil' | 'checkUntil' | 'reviewUntil';
  readonly code: 'past' | 'order';
}

/** What is wrong with dates an officer typed: the report cannot end before today, and stages follow each other. */
export function planFaults({ reportUntil, checkUntil, reviewUntil }: Pick<YearPlan, 'reportUntil' | 'checkUntil' | 'reviewUntil'>, today: string): PlanFault[] {
  const faults: PlanFault[] = [];
  if (reportUntil < today) faults.push({ pointer: 'reportUntil', code: 'past' });
  if (checkUntil < reportUntil) faults.push({ pointer: 'checkUntil', code: 'order' });
  if (reviewUntil < checkUntil) faults.push({ pointer: 'reviewUntil', code: 'order' });
  return faults;
}

/** Last day of a publicity that begins today. */
export const publicityUntil = (today: string, days: number): string => addDays(today, days);

export const WARNINGS = ['too-late', 'late-already', 'begin-publicity', 'publish-now'] as const;
export type Warning = (typeof WARNINGS)[number];

export interface Outlook {
  readonly warning: Warning | null;
  /** The first day on which everything could be published, if every stage took its whole time from here on. */
  readonly earliest: string;
  /** Last day on which the publicity has to begin so that it can be published in time. */
  readonly publicityBy: string;
}

/** How far what is left has come: the slowest one decides. */
export const SLOWEST = ['listing', 'reporting', 'checking', 'reviewing', 'reviewed', 'publicity', 'approved', 'done'] as const;
export type Slowest = (typeof SLOWEST)[number];

interface Now {
  readonly today: string;
  readonly slowest: Slowest;
  /** Last day of the longest publicity that runs. */
  readonly publicUntil: string | null;
}

/** Whether the publication can still be in time. The approval is taken to come on the day after the publicity, and the publication with it. Pure. */
export function outlookOf(plan: YearPlan, { today, slowest, publicUntil }: Now): Outlook {
  const publicityBy = addDays(plan.publishBy, -(plan.publicityDays + 1));
  const earliest = earliestOf(plan, { today, slowest, publicUntil });
  return { earliest, publicityBy, warning: warningOf(plan, { today, slowest, earliest, publicityBy }) };
}

function earliestOf(plan: YearPlan, { today, slowest, publicUntil }: Now): string {
  if (slowest === 'approved' || slowest === 'done') return today;
  if (slowest === 'publicity') return latest(today, addDays(publicUntil ?? today, 1));
  const begins = slowest === 'reviewed' ? today : latest(today, plan.reviewUntil);
  return addDays(publicityUntil(begins, plan.publicityDays), 1);
}

function warningOf({ publishBy }: YearPlan, { today, slowest, earliest, publicityBy }: { readonly today: string; readonly slowest: Slowest; readonly earliest: string; readonly publicityBy: string }): Warning | null {
  if (slowest === 'done') return null;
  if (today > publishBy) return 'late-already';
  if (slowest === 'approved') return 'publish-now';
  if (earliest > publishBy) return 'too-late';
  return slowest === 'reviewed' && daysBetween(today, publicityBy) <= SOON_DAYS ? 'begin-publicity' : null;
}

/**
 * Last day of the publicity of a result that an objection changed today. `days` of a dated row: 0 means that it is not made public again.
 * It never ends before the publicity that runs would have.
 */
export const renewedUntil = (today: string, days: number, running: string): string => (days > 0 ? latest(publicityUntil(today, days), running) : running);
