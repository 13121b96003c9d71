import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Db } from '../database/db';
import { defineJob, defineSchedule } from './definitions';
import { Handles } from './handlers';

const DAY_MS = 86_400_000;
/** Long enough to look back over a weekend at what was sent. Buried rows stay until a person has decided. */
const KEEP_DONE_DAYS = 7;
/** A client repeats a lost request within hours, not days. */
const KEEP_KEYS_DAYS = 2;
/** Small steps hold no locks for long and let vacuum follow. */
const STEP = 5000;

export const tidyUp = defineJob<Record<string, never>>('platform.tidy-up', { queue: 'quick' });
defineSchedule(tidyUp, { dailyAt: '03:20' });

/** Removes what the platform itself needs no more. Records of the rooms and the audit chain are not touched. */
@Injectable()
export class Housekeeping {
  private readonly log = new Logger('tidy-up');

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Handles(tidyUp)
  async tidyUp(_payload: Record<string, never>): Promise<void> {
    const now = this.clock.now().getTime();
    const outbox = await this.remove('outbox', 'done_at', new Date(now - KEEP_DONE_DAYS * DAY_MS));
    const keys = await this.remove('idempotency_key', 'created_at', new Date(now - KEEP_KEYS_DAYS * DAY_MS));
    this.log.log({ msg: 'tidied up', outbox, keys });
  }

  private async remove(table: 'outbox' | 'idempotency_key', column: 'done_at' | 'created_at', before: Date): Promise<number> {
    for (let removed = 0; ; ) {
      const rows = await this.db.query(
        `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${column} < $1 LIMIT ${STEP} FOR UPDATE SKIP LOCKED)) RETURNING 1`,
        [before],
      );
      removed += rows.length;
      if (rows.length < STEP) return removed;
    }
  }
}
