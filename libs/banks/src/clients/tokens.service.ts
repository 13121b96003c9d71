import { randomBytes } from 'node:crypto';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { ProgramTokens } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, FieldCipher, newId, RequestWithActor } from '@huanbao/platform';
import { accessTokenInvalid, certificateDiffers } from '../banks.errors';
import { BankAccessToken, BankClient, BankClientSecret } from '../entities';
import { ClientCertificates } from './certificate';
import type { AccessTokenView } from './client.view';
import { hashOf, isOneOf } from './secrets';
import { TokenRefused } from './token.errors';

const PREFIX = 'hba_';
const LIFE_SECONDS = 900;

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: string[];
  readonly orgId: string;
  readonly orgName: string;
  readonly thumbprint: string | null;
  readonly usedLongAgo: boolean;
}

export interface Credentials {
  readonly clientId: string;
  readonly secret: string;
  readonly scope: string | null;
}

/** OAuth 2.0 client credentials (RFC 6749 §4.4): short tokens that mean nothing to who holds them, so that what is revoked ends at once. */
@Injectable()
export class BankTokens implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly certificates: ClientCertificates,
    private readonly programs: ProgramTokens,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.programs.register(PREFIX, (token, request) => this.actorOf(token, request));
  }

  /** @throws TokenRefused `invalid_client`, `invalid_scope`; the same for an unknown client and a wrong secret */
  async issue({ clientId, secret, scope }: Credentials, request: RequestWithActor): Promise<AccessTokenView> {
    const { client, secretId } = await this.authenticated(clientId, secret);
    const thumbprint = client.certificateThumbprint;
    if (thumbprint !== null && this.certificates.of(request) !== thumbprint) throw new TokenRefused('invalid_client', 'The client certificate is missing or is not the registered one.');
    const scopes = scope === null ? client.scopes : [...new Set(scope.split(' ').filter(Boolean))];
    if (scopes.length === 0 || scopes.some(one => !client.scopes.includes(one))) throw new TokenRefused('invalid_scope', `This client may have: ${client.scopes.join(' ')}`);
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const now = this.clock.now();
    await this.db.transaction(async () => {
      // a revocation that comes at this moment finds the token, or is found
      const held = await this.db.lock(BankClient, { id: client.id });
      if (held?.state !== 'approved') throw refused();
      await this.db.repo(BankAccessToken).insert({ id: newId(), clientId: client.id, hash: hashOf(this.cipher, 'token', token), scopes, certificateThumbprint: thumbprint, issuedAt: now, expiresAt: new Date(now.getTime() + LIFE_SECONDS * 1000) });
      await this.db.repo(BankClient).update({ id: client.id }, { lastUsedAt: now });
      await this.db.repo(BankClientSecret).update({ id: secretId }, { lastUsedAt: now });
      await this.audit.record({ actor: null, action: 'bank-client.token', subject: { type: 'bank-client', id: client.id }, details: { clientId, scopes } });
    });
    return { access_token: token, token_type: 'Bearer', expires_in: LIFE_SECONDS, scope: scopes.join(' ') };
  }

  /** Who a token speaks for. @throws 401 for one that is unknown, expired, revoked, or of a bank that is suspended */
  async actorOf(token: string, request: RequestWithActor): Promise<Actor> {
    const now = this.clock.now();
    const [row] = await this.db.prepared<TokenRow>(
      'bank-token',
      `SELECT c.id, c.name, t.scopes, c.bank_id AS "orgId", o.name AS "orgName", t.certificate_thumbprint AS thumbprint, c.last_used_at IS NULL OR c.last_used_at < $2::timestamptz - interval '1 minute' AS "usedLongAgo"
         FROM bank_access_token t JOIN bank_client c ON c.id = t.client_id JOIN organisation o ON o.id = c.bank_id
        WHERE t.hash = $1 AND t.expires_at > $2 AND c.state = 'approved' AND o.status = 'active'`,
      [hashOf(this.cipher, 'token', token), now],
    );
    if (!row) throw accessTokenInvalid();
    if (row.thumbprint !== null && this.certificates.of(request) !== row.thumbprint) throw certificateDiffers();
    if (row.usedLongAgo) await this.db.query('UPDATE bank_client SET last_used_at = $2 WHERE id = $1', [row.id, now]);
    return {
      userId: row.id, name: `接口：${row.name}`, sessionId: null, orgId: row.orgId, orgKind: 'bank', orgName: row.orgName, orgActive: true,
      roles: row.scopes.map(scope => `api.bank-${scope}`), regions: [], delegations: [],
    };
  }

  async forgetOld(): Promise<void> {
    await this.db.query('DELETE FROM bank_access_token WHERE expires_at < $1', [this.clock.now()]);
  }

  /** An unknown client costs the same work as a wrong secret. */
  private async authenticated(clientId: string, secret: string): Promise<{ client: BankClient; secretId: string }> {
    const wanted = hashOf(this.cipher, 'secret', secret);
    const now = this.clock.now();
    const client = await this.db.repo(BankClient).findOneBy({ clientId });
    const secrets = (await this.db.repo(BankClientSecret).find({ where: { clientId: client?.id ?? NOBODY }, order: { id: 'DESC' }, take: 10 })).filter(one => one.expiresAt === null || one.expiresAt > now);
    const nth = isOneOf(secrets.length > 0 ? secrets.map(one => one.hash) : [NOBODY], wanted);
    const [bank] = await this.db.query<{ status: string }>('SELECT status FROM organisation WHERE id = $1', [client?.bankId ?? NOBODY]);
    const used = secrets[nth];
    if (!client || !used || client.state !== 'approved' || bank?.status !== 'active') throw refused();
    return { client, secretId: used.id };
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const refused = (): TokenRefused => new TokenRefused('invalid_client', 'Client id or secret is wrong, or the client is not in use.');
