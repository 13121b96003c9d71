import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { ApiToken, TokenScope } from './api-token.entity';
import { apiTokenDates, apiTokenInvalid, tooManyApiTokens } from './identity.errors';
import { Organisation } from './identity.entity';
import { organisationPolicy } from './identity.policy';
import { sha256 } from './link-tokens';

const PREFIX = 'hbk_';
const MOST = 20;
const LONGEST_DAYS = 2 * 366;

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: string[];
  readonly orgId: string;
  readonly orgName: string;
  readonly orgKind: string;
  readonly orgStatus: string;
  readonly usedLongAgo: boolean;
}

/** The token of a request's `Authorization: Bearer hbk_…`; null for every other header. */
export function apiTokenOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header.startsWith(`Bearer ${PREFIX}`) ? header.slice('Bearer '.length) : null;
}

/**
 * Keys for an organisation's own programs. A key acts for the organisation alone, with the roles of its scopes and no
 * person's rights; it opens nothing that is only a person's.
 */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async listOf(actor: Actor, orgId: string): Promise<ApiToken[]> {
    organisationPolicy.require(actor, 'api-token.manage', await this.db.repo(Organisation).findOneBy({ id: orgId }));
    return this.db.repo(ApiToken).find({ where: { orgId }, order: { id: 'DESC' }, take: 200 });
  }

  /** The new token with its key, which is never shown again. */
  create(actor: Actor, orgId: string, given: { name: string; scopes: readonly TokenScope[]; expiresOn: string }): Promise<{ token: ApiToken; key: string }> {
    return this.db.transaction(async () => {
      organisationPolicy.require(actor, 'api-token.manage', await this.db.lock(Organisation, { id: orgId }));
      const today = this.clock.today();
      if (given.expiresOn <= today || given.expiresOn > addDays(today, LONGEST_DAYS)) throw apiTokenDates();
      const live = await this.db.repo(ApiToken).createQueryBuilder('t').where('t.orgId = :orgId AND t.revokedAt IS NULL AND t.expiresOn >= :today', { orgId, today }).getCount();
      if (live >= MOST) throw tooManyApiTokens(MOST);
      const key = `${PREFIX}${randomBytes(32).toString('base64url')}`;
      const token = this.db.repo(ApiToken).create({
        id: newId(), orgId, name: given.name, scopes: [...new Set(given.scopes)], hash: sha256(key), ending: key.slice(-4), expiresOn: given.expiresOn,
        createdBy: actor.userId, createdByName: actor.name, createdAt: this.clock.now(), lastUsedAt: null, revokedAt: null,
      });
      await this.db.repo(ApiToken).insert(token);
      await this.audit.record({ actor, action: 'api-token.create', subject: { type: 'organisation', id: orgId }, details: { tokenId: token.id, scopes: token.scopes, expiresOn: token.expiresOn } });
      return { token, key };
    });
  }

  /** Ends a key at once; doing it twice does nothing more. */
  revoke(actor: Actor, orgId: string, tokenId: string): Promise<void> {
    return this.db.transaction(async () => {
      organisationPolicy.require(actor, 'api-token.manage', await this.db.lock(Organisation, { id: orgId }));
      const token = await this.db.repo(ApiToken).findOneBy({ id: tokenId, orgId });
      if (!token) throw notFound();
      const { affected } = await this.db.repo(ApiToken).update({ id: tokenId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      if (affected) await this.audit.record({ actor, action: 'api-token.revoke', subject: { type: 'organisation', id: orgId }, details: { tokenId } });
    });
  }

  /** Who a key speaks for. @throws 401 for one that is unknown, revoked, expired or of an organisation that is suspended */
  async actorOf(key: string): Promise<Actor> {
    const now = this.clock.now();
    const [row] = await this.db.query<TokenRow>(
      `SELECT t.id, t.name, t.scopes, o.id AS "orgId", o.name AS "orgName", o.kind AS "orgKind", o.status AS "orgStatus",
              t.last_used_at IS NULL OR t.last_used_at < $3::timestamptz - interval '1 minute' AS "usedLongAgo"
         FROM api_token t JOIN organisation o ON o.id = t.org_id
        WHERE t.hash = $1 AND t.revoked_at IS NULL AND t.expires_on >= $2::date AND o.status NOT IN ('suspended', 'rejected')`,
      [sha256(key), this.clock.today(), now],
    );
    if (!row) throw apiTokenInvalid();
    if (row.usedLongAgo) await this.db.query('UPDATE api_token SET last_used_at = $2 WHERE id = $1', [row.id, now]);
    return {
      userId: row.id, name: `接口：${row.name}`, sessionId: null, orgId: row.orgId, orgKind: row.orgKind, orgName: row.orgName, orgActive: row.orgStatus === 'active',
      roles: row.scopes.map(scope => `api.${scope}`), regions: [], delegations: [],
    };
  }
}
