import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, Env } from '@huanbao/platform';
import { ACCESS_MINUTES } from './access-tokens';
import type { Tokens } from './sessions.service';

export interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

const REFRESH_PATH = '/api/v1/auth';
const REFRESH_SECONDS = 14 * 86_400;

/** Where a browser keeps its session: two httpOnly cookies, and one readable token against forged requests. */
@Injectable()
export class SessionCookies {
  constructor(@Inject(ENV) private readonly env: Env) {}

  set(reply: CookieReply, tokens: Tokens): void {
    const common = { sameSite: 'strict', secure: this.env.HB_SECURE_COOKIES } as const;
    reply.setCookie('hb_at', tokens.accessToken, { ...common, httpOnly: true, path: '/api', maxAge: ACCESS_MINUTES * 60 });
    if (!tokens.refreshToken) return;
    reply.setCookie('hb_rt', tokens.refreshToken, { ...common, httpOnly: true, path: REFRESH_PATH, maxAge: REFRESH_SECONDS });
    reply.setCookie('hb_csrf', this.csrfToken(), { ...common, httpOnly: false, path: '/', maxAge: REFRESH_SECONDS });
  }

  clear(reply: CookieReply): void {
    reply.clearCookie('hb_at', { path: '/api' });
    reply.clearCookie('hb_rt', { path: REFRESH_PATH });
    reply.clearCookie('hb_csrf', { path: '/' });
  }

  /** Random, and signed so that nobody plants a token of their own. The platform's hook checks the signature. */
  private csrfToken(): string {
    const random = randomBytes(16).toString('hex');
    return `${random}.${createHmac('sha256', this.env.HB_TOKEN_SECRET).update(`csrf ${random}`).digest('hex')}`;
  }
}
