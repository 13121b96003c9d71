/** A row of reference data as the work list shows it, wherever it is stored. */
export interface ReferenceItem {
  /** Names the row within its kind. */
  readonly key: string;
  readonly title: string;
  /** English wording, where the row is a text that people read. */
  readonly titleEn?: string | null;
  readonly value: string;
  readonly unit: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly legalBasis: string;
  readonly verified: boolean;
  /** Where the value was taken from, while nobody has compared it. */
  readonly origin: string | null;
  readonly note: string | null;
}
