import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { notFound } from '../http/app-error';
import { Measured } from './measured';
import { Storage, StoredBlob } from './storage';

const HASH = /^[0-9a-f]{64}$/;

/** Blobs as files `ab/cd/<hash>` under one folder; written aside, flushed and renamed, so a crash leaves no half file. */
export class DiskStorage extends Storage {
  private readonly root: string;

  constructor(folder: string) {
    super();
    this.root = resolve(folder);
  }

  async put(source: Readable, limitBytes: number): Promise<StoredBlob> {
    const aside = join(this.root, 'incoming', randomUUID());
    await mkdir(dirname(aside), { recursive: true });
    const measured = new Measured(limitBytes);
    try {
      await pipeline(source, measured, createWriteStream(aside, { flags: 'wx', mode: 0o600 }));
      const blob = measured.result();
      await this.settle(aside, this.pathOf(blob.hash));
      return blob;
    } finally {
      await rm(aside, { force: true });
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
    const handle = await open(aside, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await mkdir(dirname(target), { recursive: true });
    await rename(aside, target);
  }

  private pathOf(hash: string): string {
    return join(this.root, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}
