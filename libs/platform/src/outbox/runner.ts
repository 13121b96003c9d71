import { Inject, Injectable, Logger } from '@nestjs/common';
import { Db } from '../database/db';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { Metrics } from '../observability/metrics';
import { redactText } from '../observability/redact';
import { withTrace } from '../observability/trace';
import { jobNamed } from './definitions';
import { AlreadyDone, Delivery, OutboxRow } from './delivery';
import { HandlerRegistry } from './handlers';

/** How a run ended; the numbers go to the metrics. */
export type RunOutcome = 'done' | 'skipped' | 'failed' | 'buried';

/**
 * Runs one outbox row: takes the lease, calls the handler, completes. PostgreSQL decides who runs a row;
 * the queue only says "now". A worker killed in the middle loses its lease and the row is sent again.
 */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('jobs');

  constructor(
    private readonly db: Db,
    private readonly handlers: HandlerRegistry,
    private readonly metrics: Metrics,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Never rejects for a job that fails: that is a row's outcome, not the queue's. @throws Error when the database does not answer */
  async run(id: string): Promise<RunOutcome> {
    const row = await this.claim(id);
    if (!row) return 'skipped';
    const started = performance.now();
    const heartbeat = setInterval(() => void this.renew(id), (this.env.HB_JOB_LEASE_SECONDS * 1000) / 3);
    try {
      const outcome = await withTrace(row.traceparent, () => this.attempt(row), { job: row.job, outboxId: row.id });
      this.metrics.observeJob({ job: row.job, outcome }, (performance.now() - started) / 1000);
      return outcome;
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async attempt(row: OutboxRow): Promise<RunOutcome> {
    try {
      await this.deliver(row);
      return 'done';
    } catch (error) {
      if (error instanceof AlreadyDone) return 'skipped';
      return this.fail(row, error as Error);
    }
  }

  private async deliver(row: OutboxRow): Promise<void> {
    const handler = this.handlers.handlerOf(row.job);
    if (!handler) throw new Error(`No handler for job ${row.job} in this process`);
    const delivery = new Delivery(this.db, row);
    await handler(row.payload, delivery);
    if (!delivery.isCompleted) await delivery.complete(async () => undefined);
  }

  private async claim(id: string): Promise<OutboxRow | undefined> {
    const rows = await this.db.query<OutboxRow>(
      `UPDATE outbox SET locked_until = now() + make_interval(secs => $2)
        WHERE id = $1 AND done_at IS NULL AND dead_at IS NULL AND (locked_until IS NULL OR locked_until < now())
        RETURNING id, job, queue, payload, attempts, traceparent`,
      [id, this.env.HB_JOB_LEASE_SECONDS],
    );
    return rows[0];
  }

  private async renew(id: string): Promise<void> {
    try {
      await this.db.query(`UPDATE outbox SET locked_until = now() + make_interval(secs => $2) WHERE id = $1 AND done_at IS NULL`, [
        id,
        this.env.HB_JOB_LEASE_SECONDS,
      ]);
    } catch (error) {
      this.log.warn(`lease of ${id} not renewed: ${(error as Error).message}`);
    }
  }

  /** Exponential back-off 2 s … 10 min with the attempts counted in the row; after the last one the row is buried. */
  private async fail(row: OutboxRow, error: Error): Promise<RunOutcome> {
    const attempts = row.attempts + 1;
    const buried = attempts >= (jobNamed(row.job)?.attempts ?? 1);
    const waitSeconds = Math.min(600, 2 ** attempts);
    this.log.error({ msg: 'job failed', job: row.job, id: row.id, attempts, buried, error: error.message, stack: error.stack });
    await this.db.query(
      `UPDATE outbox SET attempts = $2, error = $3, sent_at = NULL, locked_until = NULL,
              not_before = now() + make_interval(secs => $4), dead_at = CASE WHEN $5 THEN now() END
        WHERE id = $1 AND done_at IS NULL`,
      [row.id, attempts, redactText(error.message.slice(0, 2000)), waitSeconds, buried],
    );
    return buried ? 'buried' : 'failed';
  }
}
