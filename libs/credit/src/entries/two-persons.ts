import type { Severity } from '../engine/ledger';

/** What an entry by hand brings about, beside what the schemes say of its type. */
export interface EntryWeight {
  readonly kind: 'record' | 'revoke';
  readonly severity: Severity;
  /** The class the type has by itself. */
  readonly usual: Severity;
  /** A scheme lets the type bring a veto or a lower grade. */
  readonly bringsGrade: boolean;
  /** Last day that was written down; null: as the scheme says. */
  readonly validUntil: string | null;
  /** The latest of the last days by the schemes; null where none has one. */
  readonly schemeUntil: string | null;
}

const WEIGHT: Readonly<Record<Severity, number>> = { minor: 0, general: 1, serious: 2 };

/**
 * No single person brings about a veto or a lower grade; nor spares anybody what the rules say: by taking back what is more than minor, by a class
 * below the usual one, or by an end before that of the scheme. Pure.
 */
export function twoPersonsNeeded({ kind, severity, usual, bringsGrade, validUntil, schemeUntil }: EntryWeight): boolean {
  const heavier = Math.max(WEIGHT[severity], WEIGHT[usual]);
  if (bringsGrade || heavier === WEIGHT.serious) return true;
  if (kind === 'revoke') return heavier > WEIGHT.minor;
  return WEIGHT[severity] < WEIGHT[usual] || (validUntil !== null && schemeUntil !== null && validUntil < schemeUntil);
}
