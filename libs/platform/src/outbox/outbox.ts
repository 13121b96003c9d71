import { Injectable } from '@nestjs/common';
import { Db } from '../database/db';
import { currentTrace } from '../observability/trace';
import { EventDefinition, JobDefinition, jobsOn } from './definitions';

interface EnqueueOptions {
  /** Not before this instant (replaces the queue's delay, so that it survives the loss of the queue). */
  readonly notBefore?: Date;
  /** At most one open row per job and key; a second one is dropped. */
  readonly key?: string;
}

export const OUTBOX_CHANNEL = 'huanbao_outbox';

/**
 * Writes what is to happen next as rows in the business transaction. Nothing is ever enqueued inside a request:
 * the relay in the worker sends the rows on after the commit.
 */
@Injectable()
export class Outbox {
  constructor(private readonly db: Db) {}

  /** One row for each job that listens to the event. Only inside a transaction. */
  async publish<P extends object>(event: EventDefinition<P>, payload: P): Promise<void> {
    for (const job of jobsOn(event.name)) await this.insert(job, payload, {});
    this.wake();
  }

  /** One row for one job. Only inside a transaction. */
  async enqueue<P extends object>(job: JobDefinition<P>, payload: P, options: EnqueueOptions = {}): Promise<void> {
    await this.insert(job as JobDefinition<object>, payload, options);
    this.wake();
  }

  private async insert(job: JobDefinition<object>, payload: object, options: EnqueueOptions): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`Outbox row for ${job.name} written outside a transaction`);
    await this.db.query(
      `INSERT INTO outbox (job, queue, payload, not_before, dedup_key, traceparent)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (job, dedup_key) WHERE dedup_key IS NOT NULL AND done_at IS NULL AND dead_at IS NULL DO NOTHING`,
      [job.name, job.queue, JSON.stringify(payload), options.notBefore ?? null, options.key ?? null, currentTrace() ?? null],
    );
  }

  /** Identical notifications of one transaction are merged by PostgreSQL, so this costs one message. */
  private wake(): void {
    this.db.withCommit('outbox-wake', () => this.db.send('outbox-wake', `SELECT pg_notify('${OUTBOX_CHANNEL}', '')`, []));
  }
}
