import { Inject, Injectable, Logger } from '@nestjs/common';
import { Job, Queue, setDefaultBackendFactory, createPostgresBackend, Worker } from 'bullmq';
import IORedis from 'ioredis';
import { Pool } from 'pg';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { SteadyClient } from '../database/steady-client';
import { QueueName, QUEUES } from '../outbox/definitions';

/** The queue carries only the row's id: the truth stays in PostgreSQL. */
export interface QueueMessage {
  readonly id: string;
}

export interface Dispatch {
  readonly id: string;
  readonly queue: QueueName;
  readonly jobId: string;
}

export const QUEUE_PREFIX = 'huanbao';
const SEND_TIMEOUT_MS = 10_000;
/** A dead worker's stalled job is found after this; equal everywhere because Redis obeys the dead worker's own value. */
const STALLED_MS = 15_000;

/** Chooses BullMQ's backend once, by the form of `QUEUE_URL`: PostgreSQL by default, Redis when asked for. */
export class QueueBackend {
  readonly kind: 'postgres' | 'redis';
  private readonly pool?: Pool;
  private readonly redis?: IORedis;

  constructor(env: Env) {
    const url = env.QUEUE_URL ?? env.DATABASE_URL;
    this.kind = url.startsWith('redis') ? 'redis' : 'postgres';
    if (this.kind === 'redis') {
      setDefaultBackendFactory();
      this.redis = new IORedis(url, { maxRetriesPerRequest: null, lazyConnect: true });
      this.redis.on('error', () => undefined); // BullMQ reports its own; this only keeps the process alive
    } else {
      setDefaultBackendFactory(createPostgresBackend);
      this.pool = new Pool({ Client: SteadyClient, connectionString: url, max: 8, application_name: 'huanbao-queue', options: '-c search_path=bullmq' });
      this.pool.on('error', () => undefined); // an idle connection lost at a database restart is replaced at the next use
    }
  }

  get connection(): never {
    return (this.redis ?? this.pool) as never;
  }

  async close(): Promise<void> {
    await this.pool?.end();
    this.redis?.disconnect();
  }
}

/** Sends rows on to the queue, never inside a request. */
@Injectable()
export class QueueSender {
  private readonly queues = new Map<QueueName, Queue<QueueMessage>>();

  constructor(private readonly backend: QueueBackend) {}

  /** @throws Error when the queue does not answer within 10 s; the caller takes its claim back. */
  async send(rows: readonly Dispatch[]): Promise<void> {
    for (const name of QUEUES) {
      const mine = rows.filter(row => row.queue === name);
      if (mine.length === 0) continue;
      await withTimeout(
        this.queue(name).addBulk(
          mine.map(row => ({
            name: 'run',
            data: { id: row.id },
            opts: { jobId: row.jobId, removeOnComplete: true, removeOnFail: true, attempts: 1 },
          })),
        ),
      );
    }
  }

  async close(): Promise<void> {
    for (const queue of this.queues.values()) await queue.close();
  }

  private queue(name: QueueName): Queue<QueueMessage> {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = new Queue<QueueMessage>(`${QUEUE_PREFIX}-${name}`, { connection: this.backend.connection });
    queue.on('error', () => undefined); // the send itself rejects or times out; this keeps the emitter quiet
    this.queues.set(name, queue);
    return queue;
  }
}

/** One BullMQ worker for each queue; each message is a row id for the runner. */
@Injectable()
export class QueueConsumer {
  private readonly log = new Logger('queue');
  private workers: Worker<QueueMessage>[] = [];

  constructor(
    private readonly backend: QueueBackend,
    @Inject(ENV) private readonly env: Env,
  ) {}

  start(run: (id: string) => Promise<unknown>): void {
    this.workers = QUEUES.map(name => {
      const worker = new Worker<QueueMessage>(`${QUEUE_PREFIX}-${name}`, async (job: Job<QueueMessage>) => void (await run(job.data.id)), {
        connection: this.backend.connection,
        concurrency: this.env.HB_JOB_CONCURRENCY,
        stalledInterval: STALLED_MS,
        maxStalledCount: 10,
      });
      worker.on('error', error => this.log.warn(`queue ${name}: ${error.message}`));
      return worker;
    });
  }

  /** Waits for running jobs, at most `graceMs`; what is cut off loses its lease and runs again elsewhere. */
  async stop(graceMs: number): Promise<void> {
    const closing = Promise.all(this.workers.map(worker => worker.close()));
    await Promise.race([closing, new Promise(resolve => setTimeout(resolve, graceMs).unref())]);
  }
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`queue did not answer within ${SEND_TIMEOUT_MS} ms`)), SEND_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
