import { Injectable } from '@nestjs/common';
import { Clock, Db, Storage } from '@huanbao/platform';
import { BlobKeepers } from './blob-keepers';

/** Longer than any upload or job that has bytes but no row yet. */
const GRACE_MS = 60 * 60 * 1000;
const BATCH = 500;

/**
 * Bytes in the store that may belong to no file: each hash is written down before its bytes are laid into the store and
 * when a file is taken away. The sweep looks at them later; until then nobody removes bytes, so two uploads of
 * the same content cannot take each other's away.
 */
@Injectable()
export class BlobLeases {
  constructor(
    private readonly db: Db,
    private readonly storage: Storage,
    private readonly keepers: BlobKeepers,
    private readonly clock: Clock,
  ) {}

  async take(hash: string): Promise<void> {
    await this.db.query('INSERT INTO blob_lease (hash, taken_at) VALUES ($1, $2) ON CONFLICT (hash) DO UPDATE SET taken_at = EXCLUDED.taken_at', [hash, this.clock.now()]);
  }

  /** Removes the bytes nobody needs. @returns how many blobs were removed */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - GRACE_MS);
    const due = await this.db.query<{ hash: string }>('SELECT hash FROM blob_lease WHERE taken_at < $1 ORDER BY taken_at LIMIT $2', [before, BATCH]);
    let removed = 0;
    for (const { hash } of due) if (await this.settle(hash, before)) removed += 1;
    return removed;
  }

  /** Under the lease's row lock, which an upload of the same bytes has to wait for: only so the removal belongs into the transaction. */
  private settle(hash: string, before: Date): Promise<boolean> {
    return this.db.transaction(async () => {
      const [lease] = await this.db.query('SELECT hash FROM blob_lease WHERE hash = $1 AND taken_at < $2 FOR UPDATE SKIP LOCKED', [hash, before]);
      if (!lease) return false;
      const [inUse] = await this.db.query('SELECT 1 FROM stored_file WHERE hash = $1 AND removed_at IS NULL LIMIT 1', [hash]);
      const isNeeded = inUse !== undefined || (await this.keepers.anyKeeps(hash));
      if (!isNeeded) await this.storage.remove(hash);
      await this.db.query('DELETE FROM blob_lease WHERE hash = $1', [hash]);
      return !isNeeded;
    });
  }
}
