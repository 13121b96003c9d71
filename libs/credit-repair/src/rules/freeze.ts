import { addWorkingDays, type Calendar } from '@huanbao/calendar';

export interface FreezeRules {
  /** Working days for which publication rests at the longest. */
  readonly workdays: number;
  /** A second appeal against the same event does not make it rest again. */
  readonly once: boolean;
  readonly hidesGrade: boolean;
}

export interface Freeze {
  readonly until: string;
  readonly hidesGrade: boolean;
}

/** Whether, and until when, publication rests from the acceptance of an appeal on; null: it does not. Pure. */
export function freezeOf({ workdays, once, hidesGrade }: FreezeRules, { acceptedOn, before, calendar }: { readonly acceptedOn: string; readonly before: number; readonly calendar: Calendar }): Freeze | null {
  if (workdays <= 0 || (once && before > 0)) return null;
  return { until: addWorkingDays(acceptedOn, workdays, calendar).date, hidesGrade };
}
