export { monthsAfter } from '@huanbao/calendar';

/** What an event is worth on a day. `suspended`: an appeal stops it from counting until somebody has answered. */
export const STATUSES = ['active', 'suspended', 'repaired', 'expired', 'revoked'] as const;
export type EventStatus = (typeof STATUSES)[number];
export type Severity = 'minor' | 'general' | 'serious';

/** Something that happened, once and for all. Numbers are texts: they stay exact. */
export interface LedgerEvent {
  /** Names the fact at its source; the same fact comes once however often it is told. */
  readonly key: string;
  readonly type: string;
  readonly severity: Severity;
  readonly title: string;
  readonly legalBasis: string;
  readonly evidenceFileId: string | null;
  /** For readings: the indicator that was measured or judged. */
  readonly indicator: string | null;
  readonly measure: string | null;
  readonly score: string | null;
  /** Points the source itself fixed; null: the scheme says. */
  readonly points: string | null;
  readonly occurredOn: string;
  readonly validFrom: string;
  /** From this day its validity, its publicity and the time until repair are counted, where that is not the day it counts from: it took the place of an earlier fact. */
  readonly periodFrom?: string | null;
  /** Key of the event whose place it took, as when a fine was lowered. */
  readonly replaces?: string | null;
  /** Last day; null: as long as the scheme says. */
  readonly validUntil: string | null;
  readonly recordedAt: string;
}

/** A later word about an event, effective from a day on. Rows are added, never changed. */
export interface LedgerChange {
  readonly key: string;
  readonly eventKey: string;
  readonly status: EventStatus;
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

export interface Ledger {
  readonly events: readonly LedgerEvent[];
  readonly changes: readonly LedgerChange[];
}

/** Of two changes of one day the later in this list decides: so the order in which they came makes no difference. */
const PRECEDENCE: Readonly<Record<EventStatus, number>> = { suspended: 0, active: 1, repaired: 2, expired: 3, revoked: 4 };

/** The same for SQL. */
export const PRECEDENCE_SQL = (change: string): string => `array_position(ARRAY[${Object.entries(PRECEDENCE).sort(([, a], [, b]) => a - b).map(([status]) => `'${status}'`).join(', ')}], ${change}.status)`;

/** What was known at an instant (ISO, inclusive). */
export function knownAt({ events, changes }: Ledger, instant: string): Ledger {
  return { events: events.filter(event => event.recordedAt <= instant), changes: changes.filter(change => change.recordedAt <= instant) };
}

/**
 * The status on a day, or null before its first day. What is revoked is revoked for good, from the effective day on; what was repaired may be
 * taken up again by a later change. The end by time needs no row.
 */
export function statusOn(event: Pick<LedgerEvent, 'validFrom'>, until: string | null, { changes, day }: { readonly changes: readonly LedgerChange[]; readonly day: string }): EventStatus | null {
  if (day < event.validFrom) return null;
  let last: LedgerChange | null = null;
  for (const change of changes) {
    if (change.effectiveOn > day) continue;
    if (change.status === 'revoked') return 'revoked';
    if (!last || change.effectiveOn > last.effectiveOn || (change.effectiveOn === last.effectiveOn && PRECEDENCE[change.status] > PRECEDENCE[last.status])) last = change;
  }
  if (last && (last.status === 'repaired' || last.status === 'expired')) return last.status;
  if (until !== null && day > until) return 'expired';
  return last?.status ?? 'active';
}

/** The day from which periods of an event run. */
export const periodStart = ({ periodFrom, validFrom }: Pick<LedgerEvent, 'periodFrom' | 'validFrom'>): string => periodFrom ?? validFrom;

/** Events in the order of what happened, whatever the order in which they were told. */
export function inOrder(events: readonly LedgerEvent[]): LedgerEvent[] {
  return [...events].sort((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.key, b.key));
}

export function changesByEvent(changes: readonly LedgerChange[]): Map<string, LedgerChange[]> {
  const map = new Map<string, LedgerChange[]>();
  for (const change of changes) {
    const list = map.get(change.eventKey);
    if (list) list.push(change);
    else map.set(change.eventKey, [change]);
  }
  return map;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
