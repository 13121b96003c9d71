import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Env } from '../config/env';
import { AppError } from './app-error';
import { toProblem } from './problem.filter';
import { newTrace, withTrace } from '../observability/trace';

const JSON_LIMIT_BYTES = 1024 * 1024;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Settings of the HTTP server itself. */
export function fastifyOptions(env: Env): FastifyServerOptions {
  return {
    bodyLimit: JSON_LIMIT_BYTES,
    trustProxy: env.HB_TRUSTED_PROXIES === 0 ? false : env.HB_TRUSTED_PROXIES,
    requestIdHeader: false,
    genReqId: request => requestId(request.headers['x-request-id']),
    forceCloseConnections: true,
    logger: false,
    routerOptions: { maxParamLength: 300 },
  };
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomBytes(16).toString('hex');
}

/** Headers, cookies, uploads and the trace of each request. */
export async function registerSecurity(app: NestFastifyApplication, env: Env): Promise<void> {
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: env.HB_UPLOAD_LIMIT_MB * 1024 * 1024, files: 1, fields: 10, parts: 12, headerPairs: 50 }, throwFileSizeLimit: true });
  await app.register(helmet, { contentSecurityPolicy: false, hsts: env.HB_SECURE_COOKIES ? undefined : false, referrerPolicy: { policy: 'same-origin' }, crossOriginEmbedderPolicy: false });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store').header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    const sent = request.headers['traceparent'];
    withTrace(typeof sent === 'string' ? sent : newTrace(), done);
  });
}

/**
 * Refuses forged requests: what a browser sends with our cookies must repeat our readable token in a header, and must
 * not come from another site. Programs with a bearer token carry nothing a foreign page could abuse.
 */
export function registerCsrf(app: NestFastifyApplication, env: Env): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preValidation', async (request: FastifyRequest, reply: FastifyReply) => {
    if (SAFE.has(request.method) || !request.url.startsWith('/api/') || request.headers.authorization) return;
    const cookies = (request as { cookies?: Record<string, string | undefined> }).cookies ?? {};
    const fromElsewhere = ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site'] ?? ''));
    const signedIn = Boolean(cookies['hb_at'] ?? cookies['hb_rt']);
    if (!fromElsewhere && (!signedIn || isOurToken(cookies['hb_csrf'], request.headers['x-csrf-token'], env.HB_TOKEN_SECRET))) return;
    const problem = toProblem(forged(), request.url.split('?')[0] ?? '/');
    await reply.status(403).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  });
}

function isOurToken(cookieValue: string | undefined, header: string | string[] | undefined, secret: string): boolean {
  if (!cookieValue || cookieValue !== header) return false;
  const [random = '', mac = ''] = cookieValue.split('.');
  const expected = Buffer.from(createHmac('sha256', secret).update(`csrf ${random}`).digest('hex'));
  return expected.length === mac.length && timingSafeEqual(expected, Buffer.from(mac));
}

const forged = (): AppError => new AppError('forbidden', 'csrf', { zh: '请求校验没有通过，请刷新页面后重试', en: 'The request could not be verified. Reload the page and try again.' });
