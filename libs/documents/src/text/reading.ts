/** What a reader found in one document. */
export interface Reading {
  readonly text: string;
  readonly pages: number | null;
  readonly warnings: readonly string[];
}
