/** Who made a document and when, as the document itself says; nobody vouches for it. */
export interface DocumentProperties {
  readonly author: string | null;
  readonly lastModifiedBy: string | null;
  readonly company: string | null;
  /** As written in the document, with the second. */
  readonly createdAt: string | null;
}

/** What a reader found in one document. */
export interface Reading {
  readonly text: string;
  readonly pages: number | null;
  readonly warnings: readonly string[];
}
