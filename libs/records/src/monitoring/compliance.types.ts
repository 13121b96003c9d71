/** A limit as it stood on the day of the sample, in the unit results are kept in. */
export interface LimitOfDay {
  readonly value: string;
  readonly standard: string | null;
}

/** The lower end of what is limited on both sides, with its law. */
export interface LowerBound {
  readonly value: string;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** Base oxygen with its law. */
export interface BaseOxygenRow {
  readonly value: string;
  readonly legalBasis: string;
  readonly verified: boolean;
}
