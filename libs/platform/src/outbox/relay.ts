import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { Db } from '../database/db';
import { PgListener } from '../database/pg-listener';
import { QueueName } from './definitions';
import { OUTBOX_CHANNEL } from './outbox';
import { QueueSender } from '../queue/queues';

interface DueRow {
  readonly id: string;
  readonly queue: QueueName;
  readonly sends: number;
}

const POLL_MS = 1000;
const BATCH = 500;
/** The pause before a further send doubles so often and then stays. */
const DOUBLINGS = 3;

/**
 * Moves committed outbox rows to the queue. Rows whose send was lost (queue emptied, worker killed) come due again
 * after twice the lease, so losing all of the queue only delays work. What is only waiting in a long queue must not be buried
 * under copies of itself: each further send waits twice as long, up to eight times.
 */
@Injectable()
export class OutboxRelay {
  private readonly log = new Logger('relay');
  private running = false;
  private timer?: NodeJS.Timeout;
  private wakeAgain = false;
  private stopped = false;
  /** Makes the first hop immediate; the poll is the safety net while this connection is lost. */
  private readonly listener: PgListener;

  constructor(
    private readonly db: Db,
    private readonly sender: QueueSender,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.listener = new PgListener({ databaseUrl: env.DATABASE_URL, channel: OUTBOX_CHANNEL, applicationName: 'huanbao-relay', onMessage: () => void this.tick() });
  }

  async start(): Promise<void> {
    await this.listener.start();
    this.timer = setInterval(() => void this.tick(), POLL_MS);
    void this.tick();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.listener.stop();
  }

  /** Sends everything that is due; a failure is logged and tried again at the next tick. */
  private async tick(): Promise<void> {
    if (this.stopped) return;
    if (this.running) {
      this.wakeAgain = true;
      return;
    }
    this.running = true;
    try {
      while ((await this.flush()) === BATCH) continue;
    } catch (error) {
      this.log.warn(`relay: ${(error as Error).message}`);
    } finally {
      this.running = false;
      if (this.wakeAgain) {
        this.wakeAgain = false;
        setImmediate(() => void this.tick());
      }
    }
  }

  /** One batch: claim, send, and take the claim back when the queue did not answer. Returns how many. */
  async flush(): Promise<number> {
    const rows = await this.claimDue();
    if (rows.length === 0) return 0;
    try {
      await this.sender.send(rows.map(row => ({ id: row.id, queue: row.queue, jobId: `${row.id}-${row.sends}` })));
    } catch (error) {
      await this.db.query(`UPDATE outbox SET sent_at = NULL WHERE id = ANY($1) AND done_at IS NULL`, [rows.map(row => row.id)]);
      throw error;
    }
    return rows.length;
  }

  private claimDue(): Promise<DueRow[]> {
    return this.db.query<DueRow>(
      `UPDATE outbox SET sent_at = now(), sends = sends + 1
        WHERE id IN (
          SELECT id FROM outbox
           WHERE done_at IS NULL AND dead_at IS NULL
             AND (not_before IS NULL OR not_before <= now())
             AND (locked_until IS NULL OR locked_until < now())
             AND (sent_at IS NULL OR sent_at < now() - make_interval(secs => $1 * 2 ^ least(greatest(sends - 1, 0), ${DOUBLINGS})))
           ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING id, queue, sends`,
      [this.env.HB_JOB_LEASE_SECONDS * 2],
    );
  }
}
