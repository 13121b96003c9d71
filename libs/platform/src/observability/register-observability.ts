import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestWithActor } from '../access/actor';
import { Metrics } from './metrics';
import { currentTrace, withTrace } from './trace';

/** Asked every few seconds by machines. */
const QUIET = /^\/(health\/|metrics)/;
const NO_ROUTE = 'none';

/**
 * Gives each request its id (answered as `x-request-id`) and its trace, one log line at its end, and its time to the
 * figures. The line names the account by id and the address it came from (GB/T 22239 8.1.4.3 asks for both), nothing else of a person.
 */
export function registerObservability(app: NestFastifyApplication): void {
  const log = new Logger('http');
  const metrics = app.get(Metrics);
  const traces = new WeakMap<FastifyRequest, string>();
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    void reply.header('x-request-id', request.id);
    const sent = request.headers['traceparent'];
    const goOn = (): void => {
      traces.set(request, currentTrace() ?? '');
      done();
    };
    withTrace(typeof sent === 'string' ? sent : null, goOn, { requestId: request.id });
  });
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const route = request.is404 ? NO_ROUTE : (request.routeOptions.url ?? NO_ROUTE);
    const labels = { method: request.method, route, status: reply.statusCode };
    // a stream of events lasts as long as its page is open
    if (!String(reply.getHeader('content-type') ?? '').startsWith('text/event-stream')) metrics.observeRequest(labels, reply.elapsedTime / 1000);
    const path = request.url.split('?')[0] ?? '/';
    const actor = (request as FastifyRequest & Partial<RequestWithActor>).actor;
    const line = { msg: 'request', ...labels, path, ms: Math.round(reply.elapsedTime), address: request.ip, userId: actor?.userId };
    withTrace(traces.get(request), () => (QUIET.test(path) ? log.debug(line) : log.log(line)), { requestId: request.id });
    done();
  });
}
