import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTooLarge } from '@huanbao/platform';

const PREFIX = 'huanbao-upload-';
/** No upload and no reading takes that long, by the machine's own clock: these are its files. */
const ABANDONED_MS = 2 * 3_600_000;

export interface Spooled {
  readonly path: string;
  /** SHA-256, lower-case hex: the name the bytes will have in the store. */
  readonly hash: string;
  readonly sizeBytes: number;
}

/**
 * Lays a stream aside as a private temporary file while `use` looks at it; the file is gone afterwards. What is refused
 * has never been in the store.
 * @throws AppError 413 beyond `limitBytes`
 */
export async function spooled<T>(source: Readable, limitBytes: number, use: (file: Spooled) => Promise<T>): Promise<T> {
  const path = join(tmpdir(), `${PREFIX}${process.pid}-${randomUUID()}`);
  const sha256 = createHash('sha256');
  let sizeBytes = 0;
  const measure = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) throw fileTooLarge(limitBytes);
      sha256.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await use({ path, hash: sha256.digest('hex'), sizeBytes });
  } finally {
    await rm(path, { force: true });
  }
}

/** Removes what processes that were killed have left aside. @returns how many files */
export async function clearAbandoned(): Promise<number> {
  let removed = 0;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(tmpdir(), name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (performance.timeOrigin + performance.now() - mtimeMs < ABANDONED_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
