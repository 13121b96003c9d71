import { addDays } from '@huanbao/calendar';
import type { PlannedDuty, Words } from './duty';
import { DUE_WINDOW_DAYS } from './reference';

export type DutyStatus = 'upcoming' | 'due' | 'done' | 'overdue' | 'excused';

/** A duty as it is stored. `excusedBy: rule` is the plan's own word and may be taken back by the plan. */
export interface StoredDuty extends Omit<PlannedDuty, 'excuse'> {
  readonly status: DutyStatus;
  readonly excusedBy: 'rule' | 'officer' | null;
  readonly excuse: Words | null;
}

const WITHDRAWN: Words = { zh: '许可证的现行版本（或终止决定）不再要求这一项', en: 'No longer demanded by the permit as it stands' };

/**
 * What the rows of a permit become under a new plan. The past stays as it was: nothing due before `today`, nothing
 * done, overdue or excused by an officer is touched. Applied twice it changes nothing more.
 * @param since nothing due before this day is ever added: duties of before the platform knew the permit
 */
export function reconcile(stored: readonly StoredDuty[], planned: readonly PlannedDuty[], { today, since }: { readonly today: string; readonly since: string }): StoredDuty[] {
  const byKey = new Map(stored.map(one => [one.key, one]));
  const rows = new Map<string, StoredDuty>();
  for (const one of stored) rows.set(one.key, isOpen(one, today) ? withdrawn(one) : one);
  for (const duty of planned) {
    const old = byKey.get(duty.key);
    if (old && !isOpen(old, today)) continue;
    if (duty.dueOn < today && (old || duty.dueOn < since || NEVER_PAST.has(duty.kind))) continue;
    rows.set(duty.key, asStored(duty, today));
  }
  return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Planned a year ahead, so none is missing; one whose day is over would only accuse of what nobody had asked for. */
const NEVER_PAST: ReadonlySet<string> = new Set(['ledger']);

const isOpen = (row: StoredDuty, today: string): boolean => row.dueOn >= today && (row.status === 'upcoming' || row.status === 'due' || row.excusedBy === 'rule');

const withdrawn = (row: StoredDuty): StoredDuty => ({ ...row, status: 'excused', excusedBy: 'rule', excuse: WITHDRAWN });

function asStored(duty: PlannedDuty, today: string): StoredDuty {
  if (duty.excuse) return { ...duty, status: 'excused', excusedBy: 'rule' };
  // What is overdue already becomes so by the daily round, which opens the task with it.
  return { ...duty, status: duty.dueOn <= addDays(today, DUE_WINDOW_DAYS) ? 'due' : 'upcoming', excusedBy: null };
}
