/** How a grade comes about: from weighted indicators, or from points taken off a start. */
export type Method = 'indicators' | 'points';
export type SubjectKind = 'enterprise' | 'firm';

export const ROW_KINDS = ['parameter', 'indicator', 'effect', 'deduction', 'measure', 'veto', 'downgrade', 'gate', 'tier', 'repair'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** From `from` (included) on; between `from` and `to` the value runs from `low` to `high`. */
export interface Band {
  readonly from: string;
  readonly to: string;
  readonly low: string;
  readonly high: string;
}

/** What a row needs besides its value. */
export interface RowAttributes {
  /** Types of events the row is about; left out, the code of the row is the type. */
  readonly types?: readonly string[];
  /** The indicator an effect is on. */
  readonly indicator?: string;
  /** How long an event counts from the day it became valid, when the event itself names no end. */
  readonly months?: number;
  /** All events of the row together move the score by no more than this. */
  readonly most?: string;
  readonly bands?: readonly Band[];
  /** A gate that is reached keeps the grade at this tier or below. */
  readonly tier?: string;
  /** A tier that asks for full marks everywhere and so many voluntary steps. */
  readonly allFull?: boolean;
  readonly voluntary?: number;
  readonly colour?: string;
  readonly group?: string;
}

/** One dated line of a scheme. */
export interface SchemeRow {
  readonly kind: RowKind;
  readonly code: string;
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly attributes: RowAttributes;
  readonly legalBasis: string;
  readonly verified: boolean;
  readonly note: string | null;
}

export interface SchemeDefinition {
  readonly key: string;
  readonly method: Method;
  readonly rows: readonly SchemeRow[];
}

export interface SchemeFault {
  readonly code: 'sum' | 'decimal' | 'tiers' | 'double' | 'unknown-tier' | 'unknown-indicator' | 'initial' | 'bands';
  /** Row it is about, by kind and code; null for the whole. */
  readonly row: string | null;
  readonly zh: string;
  readonly en: string;
}
