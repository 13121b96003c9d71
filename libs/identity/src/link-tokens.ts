import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, Env } from '@huanbao/platform';

type LinkKind = 'invitation' | 'password-reset' | 'evaluation-seat';

/**
 * Tokens in mailed links are derived from the row's id and a secret outside the database, so that outbox and tables
 * hold nothing that opens anything. Single use is the row's matter.
 */
@Injectable()
export class LinkTokens {
  constructor(@Inject(ENV) private readonly env: Env) {}

  tokenOf(kind: LinkKind, id: string): string {
    return `${id}.${this.mac(kind, id)}`;
  }

  /** The id, when the token is ours; undefined otherwise. */
  idOf(kind: LinkKind, token: string): string | undefined {
    const [id = '', mac = ''] = token.split('.');
    const expected = Buffer.from(this.mac(kind, id));
    const actual = Buffer.from(mac);
    return /^[0-9a-f-]{36}$/.test(id) && expected.length === actual.length && timingSafeEqual(expected, actual) ? id : undefined;
  }

  private mac(kind: LinkKind, id: string): string {
    return createHmac('sha256', this.env.HB_TOKEN_SECRET).update(`${kind} ${id}`).digest('base64url');
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
