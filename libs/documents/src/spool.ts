import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTooLarge } from '@huanbao/platform';

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
  const path = join(tmpdir(), `huanbao-upload-${randomUUID()}`);
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
