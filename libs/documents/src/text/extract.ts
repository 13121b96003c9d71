import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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

export interface Limits {
  readonly milliseconds: number;
  readonly memoryMb: number;
}

/** Characters kept of one document. */
export const TEXT_LIMIT = 2_000_000;
const LIMITS: Limits = { milliseconds: 60_000, memoryMb: 700 };
const HEAP_MB = 384;

/** Compiled beside this file; under the tests' compiler the built copy is used. */
function childFile(): string {
  const beside = join(__dirname, 'extract.child.js');
  return existsSync(beside) ? beside : join(__dirname.replace(/libs([\\/])documents/, 'dist$1libs$1documents'), 'extract.child.js');
}

export const failed = (reason: string): Extraction => ({ state: 'failed', text: '', reason, pages: null, warnings: [], properties: null });

/**
 * Reads the text of a document in a process of its own: without our settings and keys in its environment, with limits of
 * time and memory, so that a file made to hang, to swell or to break its reader ends that process and nothing else.
 */
export function extract(path: string, mediaType: string, limits: Limits = LIMITS): Promise<Extraction> {
  return new Promise(resolve => {
    const child = fork(childFile(), [path, mediaType, String(limits.memoryMb)], { env: {}, execArgv: [`--max-old-space-size=${HEAP_MB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const finish = (result: Extraction): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(result);
    };
    const timer = setTimeout(() => finish(failed('too-long')), limits.milliseconds);
    child.once('message', message => finish(message as Extraction));
    child.once('error', () => finish(failed('damaged')));
    // a reader that dies without a word has run out of memory or tripped over the file
    child.once('close', (code, signal) => finish(failed(signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 ? 'too-large' : 'damaged')));
  });
}
