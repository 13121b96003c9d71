/** One printed table: a caption, headings with units, and cells in words. */
export interface CertificateTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
