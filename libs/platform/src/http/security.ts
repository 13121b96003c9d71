import { randomBytes } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Env } from '../config/env';
import { registerBodyLimits } from './body-limit';
import { answerBadAddress, answerUnreadable } from './unreadable';

/** A route that must take more says so itself with `@BodyLimit`. */
const JSON_LIMIT_BYTES = 1024 * 1024;
/** The largest upload over a slow line of the country (1 Mbit/s) takes eight minutes; whoever needs longer only holds a connection. */
const REQUEST_MS = 600_000;
/** No byte for so long: nobody is there. Live events beat more often. */
const SILENCE_MS = 120_000;
/** Answers of the API only: assets are compressed by the build, files are sealed or compressed already, events must not wait in a buffer. */
const COMPRESSED = /^application\/(problem\+)?json/;

/** Settings of the HTTP server itself. */
export function fastifyOptions(env: Env): FastifyServerOptions {
  return {
    bodyLimit: JSON_LIMIT_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: SILENCE_MS,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerBadAddress,
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

/**
 * Security headers, cookies, limits of uploads, compression. What a compressed answer could give away about a secret in it
 * needs a foreign page that makes our browser ask with its cookies: they are `SameSite=Strict`.
 */
export async function registerSecurity(app: NestFastifyApplication, env: Env): Promise<void> {
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: env.HB_UPLOAD_LIMIT_MB * 1024 * 1024 + 1, files: 1, fields: 10, parts: 12, headerPairs: 50 }, throwFileSizeLimit: true });
  await app.register(compress, { encodings: ['gzip', 'identity'], threshold: 2048, customTypes: COMPRESSED, zlibOptions: { level: 4 } });
  await app.register(helmet, { contentSecurityPolicy: false, hsts: env.HB_SECURE_COOKIES ? undefined : false, referrerPolicy: { policy: 'same-origin' }, crossOriginEmbedderPolicy: false });
  registerBodyLimits(app, JSON_LIMIT_BYTES);
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store').header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    done();
  });
  // Who still sends a file that was refused reads the answer only afterwards: what comes is let go by, for as long as a request may take.
  server.addHook('onResponse', (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
    request.raw.unpipe().resume();
    done();
  });
}
