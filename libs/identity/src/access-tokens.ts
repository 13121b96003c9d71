import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ENV, Env } from '@huanbao/platform';
import type { AppUser } from './identity.entity';
import { ticketExpired } from './identity.errors';

export const ACCESS_MINUTES = 10;
const TICKET_MINUTES = 5;

export interface AccessClaims {
  readonly sub: string;
  readonly sid: string;
}

/** `totp`: the password was right, the code is due. `setup`: a second factor must be set up first. */
export type TicketKind = 'totp' | 'setup';

/** Short-lived signed tokens. Whether a session still lives is asked of the database at every request. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  sign(userId: string, sessionId: string): string {
    return this.jwt.sign({ sub: userId, sid: sessionId }, { secret: this.env.HB_TOKEN_SECRET, expiresIn: `${ACCESS_MINUTES}m`, algorithm: 'HS256', audience: 'access' });
  }

  /** Proof of a right password for the next step; it ends when the password changes. */
  ticket(user: Pick<AppUser, 'id' | 'passwordChangedAt'>, kind: TicketKind): string {
    const claims = { sub: user.id, pwd: user.passwordChangedAt.getTime() };
    return this.jwt.sign(claims, { secret: this.env.HB_TOKEN_SECRET, expiresIn: `${TICKET_MINUTES}m`, algorithm: 'HS256', audience: `ticket-${kind}` });
  }

  /** What a ticket says. @throws 401 `auth.ticket` */
  read(ticket: string, kind: TicketKind): { readonly userId: string; readonly passwordChangedAt: number } {
    try {
      const { sub, pwd } = this.jwt.verify<{ sub: string; pwd: number }>(ticket, { secret: this.env.HB_TOKEN_SECRET, algorithms: ['HS256'], audience: `ticket-${kind}` });
      return { userId: sub, passwordChangedAt: pwd };
    } catch {
      throw ticketExpired();
    }
  }
}
