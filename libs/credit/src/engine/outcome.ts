import Decimal from 'decimal.js';
import type { EventStatus, LedgerEvent } from './ledger';
import type { SchemeRow } from './scheme';

export const LINE_KINDS = ['start', 'indicator', 'event', 'measure', 'limit', 'veto', 'downgrade', 'gate', 'tier'] as const;

/** One line of the explanation. Contributions add up to the score. */
export interface Line {
  readonly kind: (typeof LINE_KINDS)[number];
  readonly code: string;
  readonly title: string;
  /** What the line adds to the score; null for lines that act on the grade. */
  readonly contribution: string | null;
  readonly weight: string | null;
  readonly score: string | null;
  /** Keys of the events the line rests on. */
  readonly events: readonly string[];
  readonly legalBasis: string;
  readonly verified: boolean;
  readonly note: 'default' | 'not-applicable' | 'reading' | 'effect' | null;
}

/** An event as it stands on the day under this scheme. */
export interface Standing {
  readonly event: LedgerEvent;
  readonly status: EventStatus;
  readonly until: string | null;
  /** First day on which repair may be asked for; null when it cannot, or need not. */
  readonly repairFrom: string | null;
}

export interface Outcome {
  readonly day: string;
  readonly scheme: string;
  readonly score: string;
  readonly grade: string;
  /** By the score alone, before vetoes, downgrades and gates. */
  readonly gradeByScore: string;
  readonly vetoes: readonly string[];
  readonly lines: readonly Line[];
  readonly standings: readonly Standing[];
  /** The next day on which something changes by itself. */
  readonly nextChangeOn: string | null;
}

export interface Scored {
  readonly score: Decimal;
  readonly lines: readonly Line[];
  /** Every indicator that applies has full marks. */
  readonly isFull: boolean;
}

/** Shown and decided on with two decimals: what is read is what decides. */
export const shown = (value: Decimal): string => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);

export const lineOf = (row: SchemeRow, kind: Line['kind'], over: Partial<Line> = {}): Line => ({
  kind, code: row.code, title: row.title, contribution: null, weight: null, score: null, events: [], legalBasis: row.legalBasis, verified: row.verified, note: null, ...over,
});
