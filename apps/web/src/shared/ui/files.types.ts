/** A stored file as the API describes it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** `unscanned`: no virus scanner is configured; people are told so. */
  readonly scanState: 'pending' | 'clean' | 'infected' | 'unscanned';
  /** What a reader should know before opening, e.g. `pdf-javascript`. */
  readonly warnings?: readonly string[];
  /** What it is for, e.g. the kind of material. */
  readonly purpose?: string;
  readonly createdAt: string;
}

const KB = 1024;

/** Size for people: 3.2 MB. */
export function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  if (bytes < KB * KB) return `${Math.round(bytes / KB)} KB`;
  return `${(bytes / (KB * KB)).toFixed(1)} MB`;
}
