import type { Scheme } from './compile';
import { evaluate } from './evaluate';
import type { Ledger, LedgerEvent, Severity } from './ledger';
import type { Outcome } from './outcome';

export interface Supposed {
  readonly type: string;
  readonly severity: Severity;
  readonly title: string;
  readonly on: string;
  readonly points: string | null;
}

export interface SupposedReading {
  readonly indicator: string;
  /** null: it would not apply. */
  readonly measure: string | null;
  readonly score: string | null;
}

/** What somebody imagines: nothing of it is kept. */
export interface Supposition {
  /** Keys of events that would be repaired from the day on. */
  readonly repair: readonly string[];
  /** Keys of events that would be revoked, as if they had never been. */
  readonly remove: readonly string[];
  readonly add: readonly Supposed[];
  readonly readings: readonly SupposedReading[];
}

const NEVER = '9999-12-31T23:59:59.999Z';

export function supposed(ledger: Ledger, { repair, remove, add, readings }: Supposition, day: string): Ledger {
  const event = (key: string, over: Partial<LedgerEvent>): LedgerEvent => ({
    key, type: 'reading', severity: 'minor', title: '', legalBasis: '', evidenceFileId: null, indicator: null, measure: null, score: null, points: null, occurredOn: day, validFrom: day, validUntil: null, recordedAt: NEVER, ...over,
  });
  const imagined = add.map(({ type, severity, title, on, points }, nth) => event(`~what-if:${String(nth).padStart(3, '0')}`, { type, severity, title, points, occurredOn: on, validFrom: on }));
  // a key that comes last, so that an imagined reading outweighs a real one of the same day
  const read = readings.map(({ indicator, measure, score }, nth) => event(`~what-if-reading:${String(nth).padStart(3, '0')}`, { indicator, measure, score }));
  const change = (eventKey: string, status: 'repaired' | 'revoked', effectiveOn: string) => ({ key: `~what-if:${status}:${eventKey}`, eventKey, status, effectiveOn, recordedAt: NEVER });
  return {
    events: [...ledger.events, ...imagined, ...read],
    changes: [...ledger.changes, ...repair.map(key => change(key, 'repaired', day)), ...remove.map(key => change(key, 'revoked', '0001-01-01'))],
  };
}

export function whatIf(scheme: Scheme, ledger: Ledger, { day, supposition }: { readonly day: string; readonly supposition: Supposition }): { readonly before: Outcome; readonly after: Outcome } {
  return { before: evaluate(scheme, ledger, day), after: evaluate(scheme, supposed(ledger, supposition, day), day) };
}
