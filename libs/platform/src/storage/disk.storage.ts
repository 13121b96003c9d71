import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { notFound } from '../http/app-error';
import { Measured } from './measured';
import { Storage, StoredBlob } from './storage';

/** No upload takes that long. */
const ABANDONED_MS = 24 * 3_600_000;
const HASH = /^[0-9a-f]{64}$/;

/** Blobs as files `ab/cd/<hash>` under one folder; written aside, flushed and renamed, so a crash leaves no half file. */
export class DiskStorage extends Storage {
  private readonly root: string;
  private cleared?: Promise<void>;

  constructor(folder: string) {
    super();
    this.root = resolve(folder);
  }

  async put(source: Readable, limitBytes: number): Promise<StoredBlob> {
    const aside = join(this.root, 'incoming', randomUUID());
    this.cleared ??= this.clearIncoming();
    await this.cleared;
    const measured = new Measured(limitBytes);
    try {
      // flushed before it is closed: in the minute before a deadline each further trip to the disk is one that others wait for
      await pipeline(source, measured, createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }));
      const blob = measured.result();
      await this.settle(aside, this.pathOf(blob.hash));
      return blob;
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }

  async open(hash: string): Promise<Readable> {
    if (!(await this.has(hash))) throw notFound();
    return createReadStream(this.pathOf(hash));
  }

  async has(hash: string): Promise<boolean> {
    if (!HASH.test(hash)) return false;
    return access(this.pathOf(hash)).then(
      () => true,
      () => false,
    );
  }

  async remove(hash: string): Promise<void> {
    if (HASH.test(hash)) await rm(this.pathOf(hash), { force: true });
  }

  private async settle(aside: string, target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true });
    await rename(aside, target);
    // the new name is on the disk only when the folder is; Windows cannot open folders
    if (process.platform !== 'win32') await flushFolder(dirname(target));
  }

  /** What a killed process left half written is cleared away by the next one. */
  private async clearIncoming(): Promise<void> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }));
      if (performance.timeOrigin + performance.now() - mtimeMs > ABANDONED_MS) await rm(join(folder, name), { force: true });
    }
  }

  private pathOf(hash: string): string {
    return join(this.root, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}

async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
