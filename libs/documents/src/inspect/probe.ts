import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const HEAD_BYTES = 4096;
/** A ZIP directory ends within this distance from the end of the file (22 bytes and a comment of up to 65 535). */
const TAIL_BYTES = 65_557;
const OVERLAP = 128;

/** The two ends of a file, enough to tell what it is without holding all of it. */
export interface Probe {
  readonly path: string;
  readonly sizeBytes: number;
  readonly head: Buffer;
  readonly tail: Buffer;
}

export async function probe(path: string): Promise<Probe> {
  const handle = await open(path, 'r');
  try {
    const sizeBytes = (await handle.stat()).size;
    const read = async (from: number, length: number): Promise<Buffer> => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await handle.read(buffer, 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    return { path, sizeBytes, head: await read(0, Math.min(HEAD_BYTES, sizeBytes)), tail: await read(Math.max(0, sizeBytes - TAIL_BYTES), Math.min(TAIL_BYTES, sizeBytes)) };
  } finally {
    await handle.close();
  }
}

/** Which of the patterns occur anywhere in the bytes, read as Latin-1 in pieces that overlap. */
export async function occurring<K extends string>(path: string, patterns: Readonly<Record<K, RegExp>>): Promise<Set<K>> {
  const open_ = new Map(Object.entries(patterns) as [K, RegExp][]);
  const found = new Set<K>();
  let rest = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = rest + (chunk as Buffer).toString('latin1');
    for (const [key, pattern] of open_)
      if (pattern.test(text)) {
        found.add(key);
        open_.delete(key);
      }
    rest = text.slice(-OVERLAP);
  }
  return found;
}
