import { Worker } from 'node:worker_threads';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type Extraction = { readonly ok: true; readonly text: string; readonly pages: number | null } | { readonly ok: false; readonly reason: string };

export const TEXT_LIMIT = 2_000_000;
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 512;

/** Compiled beside this file; under the tests' compiler the built copy is used. */
function workerFile(): string {
  const beside = join(__dirname, 'extract.worker.js');
  return existsSync(beside) ? beside : join(__dirname.replace(/libs([\\/])documents/, 'dist$1libs$1documents'), 'extract.worker.js');
}

/**
 * Reads the text of a document in a thread of its own with limits of time and memory, so that a file made to hang or to
 * swell ends its thread and nothing else.
 */
export function extractInThread(bytes: Buffer, mediaType: string): Promise<Extraction> {
  return new Promise(resolve => {
    const worker = new Worker(workerFile(), { workerData: { bytes, mediaType, limit: TEXT_LIMIT }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } });
    const finish = (result: Extraction): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => finish({ ok: false, reason: 'took too long' }), TIME_LIMIT_MS);
    worker.once('message', (result: Extraction) => finish(result));
    worker.once('error', error => finish({ ok: false, reason: error.message.slice(0, 300) }));
    worker.once('exit', () => finish({ ok: false, reason: 'ended without an answer' }));
  });
}
