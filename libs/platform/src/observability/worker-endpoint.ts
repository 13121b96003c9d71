import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { Metrics } from './metrics';
import { maySeeMetrics } from './metrics-gate';
import { ReadinessProbe } from './readiness';

/** A worker speaks no HTTP of its own; with `HB_WORKER_PORT` it answers for its health and its figures, nothing else. */
@Injectable()
export class WorkerEndpoint {
  private server?: Server;

  constructor(
    private readonly metrics: Metrics,
    private readonly probe: ReadinessProbe,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Does nothing without the setting. @returns the port, or null */
  async start(): Promise<number | null> {
    if (!this.env.HB_WORKER_PORT) return null;
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.env.HB_WORKER_PORT, this.env.HB_HOST, resolve));
    return this.env.HB_WORKER_PORT;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>(resolve => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const [status, text] = await this.page(request);
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    } catch {
      response.writeHead(503).end();
    }
  }

  private async page(request: IncomingMessage): Promise<[number, string]> {
    if (request.url === '/health/live') return [200, 'ok'];
    if (request.url === '/health/ready') return [200, (await this.probe.check()).status];
    if (request.url === '/metrics' && maySeeMetrics(request, this.env.HB_METRICS_TOKEN)) return [200, await this.metrics.text()];
    return [404, ''];
  }
}
