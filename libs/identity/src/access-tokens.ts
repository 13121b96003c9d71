import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ENV, Env } from '@huanbao/platform';
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

  ticket(userId: string, kind: TicketKind): string {
    return this.jwt.sign({ sub: userId }, { secret: this.env.HB_TOKEN_SECRET, expiresIn: `${TICKET_MINUTES}m`, algorithm: 'HS256', audience: `ticket-${kind}` });
  }

  /** The user of a ticket. @throws 401 `auth.ticket` */
  userOfTicket(ticket: string, kind: TicketKind): string {
    try {
      return this.jwt.verify<{ sub: string }>(ticket, { secret: this.env.HB_TOKEN_SECRET, algorithms: ['HS256'], audience: `ticket-${kind}` }).sub;
    } catch {
      throw ticketExpired();
    }
  }
}
