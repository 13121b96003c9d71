import { Inject, Injectable } from '@nestjs/common';
import { CookieSessions, csrfToken, ENV, Env } from '@huanbao/platform';
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
export class SessionCookies implements CookieSessions {
  constructor(@Inject(ENV) private readonly env: Env) {}

  set(reply: CookieReply, tokens: Tokens): void {
    const common = { sameSite: 'strict', secure: this.env.HB_SECURE_COOKIES } as const;
    reply.setCookie('hb_at', tokens.accessToken, { ...common, httpOnly: true, path: '/api', maxAge: ACCESS_MINUTES * 60 });
    if (!tokens.refreshToken) return;
    reply.setCookie('hb_rt', tokens.refreshToken, { ...common, httpOnly: true, path: REFRESH_PATH, maxAge: REFRESH_SECONDS });
    reply.setCookie('hb_csrf', csrfToken(this.env.HB_TOKEN_SECRET, tokens.sessionId), { ...common, httpOnly: false, path: '/', maxAge: REFRESH_SECONDS });
  }

  clear(reply: CookieReply): void {
    reply.clearCookie('hb_at', { path: '/api' });
    reply.clearCookie('hb_rt', { path: REFRESH_PATH });
    reply.clearCookie('hb_csrf', { path: '/' });
  }

  /** Whose cookies these are, unverified: the refresh token begins with the session, the access token names it. */
  sessionOf(cookies: Readonly<Record<string, string | undefined>>): string | null {
    const [access, refresh] = [cookies['hb_at'], cookies['hb_rt']];
    if (!access && !refresh) return null;
    return refresh?.split('.')[0] || sessionNamedBy(access ?? '');
  }
}

function sessionNamedBy(accessToken: string): string {
  try {
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid?: unknown };
    return typeof claims.sid === 'string' ? claims.sid : '';
  } catch {
    return '';
  }
}
