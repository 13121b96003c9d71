import { addDays, daysBetween } from '@huanbao/calendar';
import type { Stage } from '../evaluation.machine';

/** What the last day of a stage is reckoned from. */
export interface StageFacts {
  readonly state: string;
  readonly returned: number;
  readonly publicUntil: string | null;
  readonly publishDue: string | null;
  /** Of the running clock of the case: the re-check of an objection. */
  readonly caseDue: string | null;
}

export interface StageDays {
  readonly reportUntil: string;
  readonly checkUntil: string;
  readonly reviewUntil: string;
  readonly publishBy: string;
  readonly publicityDays: number;
}

/** Last day of the stage an evaluation is in; null where none runs. Pure; `STAGE_DUE_SQL` says the same. */
export function stageDue({ state, returned, publicUntil, publishDue, caseDue }: StageFacts, year: StageDays): string | null {
  const due: Partial<Record<Stage, string | null>> = {
    reporting: returned > 0 ? year.checkUntil : year.reportUntil, checking: year.checkUntil, reviewing: year.reviewUntil, reviewed: addDays(year.publishBy, -(year.publicityDays + 1)), publicity: publicUntil, objection: caseDue, correcting: caseDue, deciding: caseDue, approved: publishDue,
  };
  return due[state as Stage] ?? null;
}

/** The same over the rows `e` (evaluation), `k` (case) and `y` (year). */
export const STAGE_DUE_SQL = `CASE k.state WHEN 'reporting' THEN CASE WHEN e.returned > 0 THEN y.check_until ELSE y.report_until END WHEN 'checking' THEN y.check_until WHEN 'reviewing' THEN y.review_until
  WHEN 'reviewed' THEN y.publish_by - (y.publicity_days + 1) WHEN 'publicity' THEN e.public_until WHEN 'objection' THEN k.due_on WHEN 'correcting' THEN k.due_on WHEN 'deciding' THEN k.due_on WHEN 'approved' THEN e.publish_due END`;

/** Whether the published result `e` is being put right: it is not shown as if it stood. */
export const UNDER_CORRECTION = `EXISTS (SELECT 1 FROM credit_evaluation n WHERE n.corrects = e.id AND n.correction_ended_at IS NULL)`;

/** The stage as it is listed: what was published and merged into another one since counts no more. */
export const STAGE_SQL = `CASE WHEN e.merged_into IS NULL THEN k.state ELSE 'dropped' END`;

/** The end of the publicity is the day from which it may be approved: nobody is late with it. */
export const isOverdue = (state: string, due: string | null, today: string): boolean => due !== null && state !== 'publicity' && due < today;

export const daysLeft = (due: string | null, today: string): number | null => (due === null ? null : daysBetween(today, due));
