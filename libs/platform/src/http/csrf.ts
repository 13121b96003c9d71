import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '../config/env';
import { AppError } from './app-error';
import { preferredLanguage } from './language';
import { PROBLEM_TYPE, toProblem } from './problem.filter';

type Cookies = Readonly<Record<string, string | undefined>>;

/** What the hook must know about sessions in cookies; the identity room provides it. */
export interface CookieSessions {
  /** The session that the cookies of a browser belong to, unverified; null when there is none, '' when it cannot be read. */
  sessionOf(cookies: Cookies): string | null;
  /** Removes the session's cookies from the browser. */
  clear(reply: FastifyReply): void;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const COOKIE = 'hb_csrf';
const HEADER = 'x-csrf-token';

/** The readable token of a session: random, and signed together with the session, so that nobody plants one of their own. */
export function csrfToken(secret: string, sessionId: string): string {
  const random = randomBytes(16).toString('hex');
  return `${random}.${macOf(secret, sessionId, random)}`;
}

/**
 * Refuses forged requests: what a browser sends with our cookies must repeat our readable token in a header, and must
 * not come from another site. Programs with a bearer token carry nothing a foreign page could abuse.
 */
export function registerCsrf(app: NestFastifyApplication, env: Env, sessions: CookieSessions): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preValidation', async (request: FastifyRequest, reply: FastifyReply) => {
    if (SAFE.has(request.method) || !request.url.startsWith('/api/') || request.headers.authorization) return;
    if (isFromElsewhere(request)) return refuse(request, reply);
    const cookies = (request as { cookies?: Cookies }).cookies ?? {};
    const session = sessions.sessionOf(cookies);
    if (session === null) return;
    const token = cookies[COOKIE] ?? '';
    // Cookies that do not belong together (the secret was changed, somebody planted one) would refuse even a new sign-in.
    if (!isTokenOf(env.HB_TOKEN_SECRET, session, token)) sessions.clear(reply);
    else if (token === request.headers[HEADER]) return;
    return refuse(request, reply);
  });
}

/** Says the browser itself; a page of another site cannot change this header. Old browsers do not send it. */
function isFromElsewhere(request: FastifyRequest): boolean {
  return ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site'] ?? ''));
}

function isTokenOf(secret: string, sessionId: string, token: string): boolean {
  const [random = '', mac = ''] = token.split('.');
  const [expected, given] = [Buffer.from(macOf(secret, sessionId, random)), Buffer.from(mac)];
  return sessionId !== '' && expected.length === given.length && timingSafeEqual(expected, given);
}

function macOf(secret: string, sessionId: string, random: string): string {
  return createHmac('sha256', secret).update(`csrf ${sessionId} ${random}`).digest('hex');
}

async function refuse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const language = preferredLanguage(request.headers['accept-language']);
  const problem = toProblem(forged(), request.url.split('?')[0] ?? '/', { language });
  await reply.status(403).headers({ 'content-type': PROBLEM_TYPE, 'content-language': language, vary: 'Accept-Language' }).send(JSON.stringify(problem));
}

const forged = (): AppError => new AppError('forbidden', 'csrf', { zh: '请求校验没有通过，请刷新页面后重试', en: 'The request could not be verified. Reload the page and try again.' });
