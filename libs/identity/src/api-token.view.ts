import type { ApiToken, TokenScope } from './api-token.entity';

export class ApiTokenView {
  id!: string;
  name!: string;
  scopes!: TokenScope[];
  /** The last four characters of the key. */
  ending!: string;
  expiresOn!: string;
  state!: 'active' | 'expired' | 'revoked';
  createdByName!: string;
  createdAt!: Date;
  lastUsedAt!: Date | null;
}

export class NewApiTokenView extends ApiTokenView {
  /** Shown this once. Send it as `Authorization: Bearer …`. */
  key!: string;
}

export function tokenView(token: ApiToken, today: string): ApiTokenView {
  const { id, name, scopes, ending, expiresOn, createdByName, createdAt, lastUsedAt, revokedAt } = token;
  return { id, name, scopes, ending, expiresOn, state: revokedAt ? 'revoked' : expiresOn < today ? 'expired' : 'active', createdByName, createdAt, lastUsedAt };
}
