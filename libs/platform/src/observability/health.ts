import { Controller, Get, Header, HttpCode, Inject, Module, Req } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { Public } from '../access/access.guard';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { notFound } from '../http/app-error';
import { Metrics } from './metrics';
import { maySeeMetrics } from './metrics-gate';
import { ReadinessProbe } from './readiness';

export class HealthView {
  /** `ok`, or `degraded` when work waits but nothing is lost. */
  status!: 'ok' | 'degraded';
  /** Age of the oldest unsent row of the outbox, seconds. */
  outboxAgeSeconds!: number;
}

@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly metrics: Metrics,
    private readonly probe: ReadinessProbe,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The process runs; touches nothing else. */
  @Get('health/live') @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers and is migrated. A queue that is down only delays work, so it degrades and does not fail. */
  @Get('health/ready')
  ready(): Promise<HealthView> {
    return this.probe.check();
  }

  /** Prometheus: with the token of `HB_METRICS_TOKEN`, or from the own machine without a proxy in between. */
  @Get('metrics') @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8') @ApiExcludeEndpoint()
  async show(@Req() request: { raw: Parameters<typeof maySeeMetrics>[0] }): Promise<string> {
    if (!maySeeMetrics(request.raw, this.env.HB_METRICS_TOKEN)) throw notFound();
    return this.metrics.text();
  }
}

@Module({ controllers: [HealthController], providers: [ReadinessProbe], exports: [ReadinessProbe] })
export class HealthHttpModule {}
