import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Db } from '../database/db';

export interface OutboxFigures {
  readonly open: number;
  readonly dead: number;
  /** Age of the oldest row that is due and not done, seconds; 0 when there is none. */
  readonly ageSeconds: number;
}

/** Figures of one process for Prometheus. Labels are route templates and job names, never ids or addresses. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private hasDefaults = false;
  private readonly open = new Gauge({ name: 'huanbao_outbox_open', help: 'Outbox rows not done', registers: [this.registry] });
  private readonly dead = new Gauge({ name: 'huanbao_outbox_dead', help: 'Outbox rows buried after their last attempt', registers: [this.registry] });
  private readonly age = new Gauge({ name: 'huanbao_outbox_oldest_seconds', help: 'Age of the oldest due outbox row', registers: [this.registry] });
  private readonly http = new Histogram({
    name: 'huanbao_http_request_seconds',
    help: 'Time from request to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly jobs = new Histogram({
    name: 'huanbao_job_seconds',
    help: 'Time of one run of a job, by outcome: done, skipped, failed, buried',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
    registers: [this.registry],
  });

  constructor(private readonly db: Db) {}

  observeRequest(labels: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void {
    this.http.observe(labels, seconds);
  }

  observeJob(labels: { readonly job: string; readonly outcome: string }, seconds: number): void {
    this.jobs.observe(labels, seconds);
  }

  async outbox(): Promise<OutboxFigures> {
    const [row] = await this.db.query<{ open: string; dead: string; age: string | null }>(
      `SELECT count(*) FILTER (WHERE dead_at IS NULL) AS open, count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
              extract(epoch FROM now() - min(coalesce(not_before, created_at)) FILTER (WHERE dead_at IS NULL AND coalesce(not_before, created_at) <= now())) AS age
         FROM outbox WHERE done_at IS NULL`,
    );
    return { open: Number(row?.open ?? 0), dead: Number(row?.dead ?? 0), ageSeconds: Math.round(Number(row?.age ?? 0)) };
  }

  /** Prometheus text. The figures of the outbox are the database's, so each process reports the same. */
  async text(): Promise<string> {
    // at the first question only: the command-line tools never ask
    if (!this.hasDefaults) collectDefaultMetrics({ register: this.registry });
    this.hasDefaults = true;
    const { open, dead, ageSeconds } = await this.outbox();
    this.open.set(open);
    this.dead.set(dead);
    this.age.set(ageSeconds);
    return this.registry.metrics();
  }
}
