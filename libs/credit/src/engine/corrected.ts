import { knownAt, type Ledger, type LedgerChange, type LedgerEvent } from './ledger';

/** By which words a result of a day that is over is reckoned again. Instants in ISO form. */
export interface Correction {
  /** When the result was reckoned first. What took the place of an event since holds from the first day of that event: the day that is over had been told wrongly. */
  readonly since: string;
  /** What became known later is left out; null: everything that is known now. */
  readonly knownUntil: string | null;
  /** Facts told later are left out unless they took the place of one that counted; null: none are. */
  readonly factsUntil?: string | null;
}

/**
 * The ledger by which an annual result is put right. A later fact that took the place of one that counted (a fine lowered by a court) stands on
 * the days of that one, with what was said of it; revocations hold from their own day, which for a fact that never was is its first. Pure.
 */
export function correctedLedger(ledger: Ledger, { since, knownUntil, factsUntil = null }: Correction): Ledger {
  const known = withoutLate(knownUntil === null ? ledger : knownAt(ledger, knownUntil), factsUntil);
  const byKey = new Map(known.events.map(event => [event.key, event]));
  const later = known.events.filter(event => event.replaces != null && event.recordedAt > since && byKey.has(event.replaces));
  return later.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).reduce((now, next) => inPlace(now, next.key), known);
}

const withoutLate = ({ events, changes }: Ledger, until: string | null): Ledger => ({ events: until === null ? events : events.filter(event => event.recordedAt <= until || event.replaces != null), changes });

function inPlace({ events, changes }: Ledger, key: string): Ledger {
  const next = events.find(event => event.key === key) as LedgerEvent;
  const before = events.find(event => event.key === next.replaces);
  if (!before) return { events, changes };
  const stands: LedgerEvent = { ...next, validFrom: before.validFrom, replaces: before.replaces ?? null };
  return { events: [...events.filter(event => event !== next && event !== before), stands], changes: changes.flatMap(word => moved(word, { before, next })) };
}

/** The word by which the first fact gave way is no word about the second; every other one is. */
function moved(word: LedgerChange, { before, next }: { readonly before: LedgerEvent; readonly next: LedgerEvent }): LedgerChange[] {
  if (word.eventKey === before.key) return word.status === 'revoked' && word.effectiveOn >= next.validFrom ? [] : [{ ...word, eventKey: next.key }];
  if (word.eventKey === next.key && word.status === 'revoked' && word.effectiveOn <= next.validFrom) return [{ ...word, effectiveOn: before.validFrom }];
  return [word];
}
