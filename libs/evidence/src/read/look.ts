import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentPage } from '../facts/facts';
import type { PhotoFacts } from '../fingerprint/exif';

interface Mark {
  readonly page: number;
  readonly hash: string;
}

/** What a look into a PDF or a picture gives. */
export interface Looked {
  readonly pages: readonly DocumentPage[];
  readonly images: readonly Mark[];
  readonly stamps: readonly Mark[];
  /** Pages without words, as grey maps in the folder given, for a recogniser. */
  readonly scans: readonly { readonly page: number; readonly file: string }[];
  readonly photo: PhotoFacts | null;
  readonly author: string | null;
  readonly pageCount: number;
}

export type Look = { readonly found: Looked } | { readonly failed: string };

const MILLISECONDS = 120_000;
const MEMORY_MB = 900;
const HEAP_MB = 384;
const WATCH_MS = 200;
const KB_PER_MB = 1024;

/** Compiled beside this file; under the tests' compiler the built copy is used. */
function childFile(): string {
  const beside = join(__dirname, 'look.child.js');
  return existsSync(beside) ? beside : join(__dirname.replace(/libs([\\/])evidence/, 'dist$1libs$1evidence'), 'look.child.js');
}

/**
 * Looks into a document in a process of its own, without our settings and keys, with limits of time and memory: decoders of
 * pictures are where files made to do harm do it.
 */
export function look(path: string, mediaType: string, folder: string, milliseconds = MILLISECONDS): Promise<Look> {
  return new Promise(resolve => {
    const child = fork(childFile(), [path, mediaType, folder], { env: {}, execArgv: [`--max-old-space-size=${HEAP_MB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const finish = (result: Look): void => {
      clearTimeout(timer);
      clearInterval(watch);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(result);
    };
    const timer = setTimeout(() => finish({ failed: 'too-long' }), milliseconds);
    const watch = setInterval(() => {
      if (residentMb(child.pid) > MEMORY_MB) finish({ failed: 'too-large' });
    }, WATCH_MS);
    child.once('message', message => finish(message as Look));
    child.once('error', () => finish({ failed: 'damaged' }));
    child.once('close', (code, signal) => finish({ failed: signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 ? 'too-large' : 'damaged' }));
  });
}

/** Memory a process holds, where the system tells (Linux); buffers of pictures lie outside the heap's own limit. */
function residentMb(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / KB_PER_MB;
  } catch {
    return 0;
  }
}
