import { builtFile, Limits, Reader } from '../reader/reader';
import type { DocumentProperties } from './reading';

/** What was found in a document. `no-text`: a scan or picture, its words come by OCR later. */
export interface Extraction {
  readonly state: 'ready' | 'no-text' | 'failed';
  readonly text: string;
  /** Why it failed: `encrypted`, `damaged`, `too-long` (time), `too-large` (memory). */
  readonly reason: string | null;
  readonly pages: number | null;
  readonly warnings: readonly string[];
  /** null where the file says nothing or could not be read. */
  readonly properties: DocumentProperties | null;
}

interface Task {
  readonly path: string;
  readonly mediaType: string;
}

/** Characters kept of one document. */
export const TEXT_LIMIT = 2_000_000;
const LIMITS: Limits = { milliseconds: 60_000, memoryMb: 700 };

/** Word and Excel files get a process each: what unpacks them is built less strictly than the reader of PDF. */
const READER = new Reader<Task, Extraction>({ thread: builtFile(__dirname, 'extract.thread.js'), staysAfter: ({ mediaType }, { state }) => mediaType === 'application/pdf' && state !== 'failed' });

export const failed = (reason: string): Extraction => ({ state: 'failed', text: '', reason, pages: null, warnings: [], properties: null });

/** Reads the text of a document, apart from us and within limits. */
export async function extract(path: string, mediaType: string, limits: Limits = LIMITS): Promise<Extraction> {
  const answer = await READER.read({ path, mediaType }, limits);
  return 'ended' in answer ? failed(answer.ended) : answer.result;
}
