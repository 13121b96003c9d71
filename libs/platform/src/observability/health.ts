import { Controller, Get, HttpCode, Inject, Injectable, Module, Req } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Public } from '../access/access.guard';
import { Db } from '../database/db';
import { AppError, notFound } from '../http/app-error';

export class HealthView {
  /** `ok`, or `degraded` when work waits but nothing is lost. */
  status!: 'ok' | 'degraded';
  /** Age of the oldest unsent row of the outbox, seconds. */
  outboxAgeSeconds!: number;
}

const DEGRADED_AFTER_SECONDS = 120;

/** Figures for Prometheus. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly open = new Gauge({ name: 'huanbao_outbox_open', help: 'Outbox rows not done', registers: [this.registry] });
  private readonly dead = new Gauge({ name: 'huanbao_outbox_dead', help: 'Outbox rows buried after their last attempt', registers: [this.registry] });
  private readonly age = new Gauge({ name: 'huanbao_outbox_oldest_seconds', help: 'Age of the oldest due outbox row', registers: [this.registry] });

  constructor(private readonly db: Db) {
    collectDefaultMetrics({ register: this.registry });
  }

  async outbox(): Promise<{ open: number; dead: number; ageSeconds: number }> {
    const [row] = await this.db.query<{ open: string; dead: string; age: string | null }>(
      `SELECT count(*) FILTER (WHERE done_at IS NULL AND dead_at IS NULL) AS open, count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
              extract(epoch FROM now() - min(coalesce(not_before, created_at)) FILTER (WHERE done_at IS NULL AND dead_at IS NULL AND coalesce(not_before, created_at) <= now())) AS age
         FROM outbox WHERE done_at IS NULL`,
    );
    return { open: Number(row?.open ?? 0), dead: Number(row?.dead ?? 0), ageSeconds: Math.round(Number(row?.age ?? 0)) };
  }

  async text(): Promise<string> {
    const { open, dead, ageSeconds } = await this.outbox();
    this.open.set(open);
    this.dead.set(dead);
    this.age.set(ageSeconds);
    return this.registry.metrics();
  }
}

@Controller()
@Public()
export class HealthController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    private readonly db: Db,
  ) {}

  /** The process runs; touches nothing else. */
  @Get('health/live') @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers and is migrated. A queue that is down only delays work, so it degrades and does not fail. */
  @Get('health/ready')
  async ready(): Promise<HealthView> {
    const [row] = await this.db.query<{ n: string }>('SELECT count(*) AS n FROM migrations');
    if (Number(row?.n ?? 0) === 0) throw new AppError('unavailable', 'not-migrated', { zh: '数据库尚未完成升级', en: 'The database is not migrated.' });
    const { ageSeconds } = await this.metrics.outbox();
    return { status: ageSeconds > DEGRADED_AFTER_SECONDS ? 'degraded' : 'ok', outboxAgeSeconds: ageSeconds };
  }

  /** Prometheus, only for the own machine: a reverse proxy does not pass it on. */
  @Get('metrics')
  async show(@Req() request: { ip: string }): Promise<string> {
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) throw notFound();
    return this.metrics.text();
  }
}

@Module({ controllers: [HealthController], providers: [Metrics], exports: [Metrics] })
export class HealthHttpModule {}
