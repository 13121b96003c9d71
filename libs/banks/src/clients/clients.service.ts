import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, Db, FieldCipher, forbidden, newId, stale } from '@huanbao/platform';
import { clientNotApproved, clientNotProposed, clientTwoPersons, tooManyClients, tooManySecrets } from '../banks.errors';
import { ClientAction, clientPolicy } from '../banks.policy';
import { BankAccessToken, BankClient, BankClientSecret, BankWebhook } from '../entities';
import type { DecideClientDto, ProposeClientDto } from './client.dto';
import { hashOf } from './secrets';

interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

const MOST = 20;
const HOUR_MS = 3_600_000;
const DEFAULT_OVERLAP_HOURS = 24;

/** Programs of banks, by two parties; their secrets, with an overlap when they change. */
@Injectable()
export class Clients {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly directory: Directory,
    private readonly notifier: Notifier,
    private readonly audit: Audit,
  ) {}

  propose(actor: Actor, { name, purpose, scopes, certificateThumbprint }: ProposeClientDto): Promise<string> {
    return this.db.transaction(async () => {
      const bank = actor.orgId === null ? null : await this.directory.organisation(actor.orgId);
      if (bank?.kind !== 'bank' || bank.status !== 'active') throw forbidden();
      await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 28))', [bank.id]);
      const [count] = await this.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM bank_client WHERE bank_id = $1 AND state IN ('proposed', 'approved')`, [bank.id]);
      if ((count?.n ?? 0) >= MOST) throw tooManyClients(MOST);
      const row = this.db.repo(BankClient).create({
        id: newId(), clientId: `hbc_${randomBytes(12).toString('hex')}`, bankId: bank.id, bankName: bank.name, regionCode: bank.regionCode, name, purpose, scopes: [...scopes].sort(), certificateThumbprint: certificateThumbprint || null,
        state: 'proposed', proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(), decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null, revokedAt: null, revokedByName: null, revokeReason: null, lastUsedAt: null, version: 1,
      });
      await this.db.repo(BankClient).insert(row);
      await this.record(actor, 'propose', row);
      await this.notifier.notify({
        to: { role: 'bureau.admin', regionCode: row.regionCode }, topic: 'organisation', subject: { type: 'bank-client', id: row.id }, link: `/b/:orgId/bank-clients/${row.id}`, key: `bank-client:${row.id}:proposed`,
        title: { zh: `${row.bankName}申请接入接口：${name}`, en: `${row.bankName} proposes a client: ${name}` },
        body: { zh: `用途：${purpose}。请核对后批准或不批准。`, en: `For: ${purpose}. Check it, then approve or refuse.` },
      });
      return row.id;
    });
  }

  decide(step: Step, { verdict, reason }: DecideClientDto): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.locked(step, 'bank-client.decide');
      if (row.state !== 'proposed') throw clientNotProposed();
      if (row.proposedBy === step.actor.userId) throw clientTwoPersons();
      await this.db.repo(BankClient).update({ id: row.id }, { state: verdict, decidedBy: step.actor.userId, decidedByName: step.actor.name, decidedAt: this.clock.now(), decisionReason: reason || null, version: row.version + 1 });
      await this.record(step.actor, verdict === 'approved' ? 'approve' : 'refuse', row);
      await this.tellBank(row, verdict, { zh: verdict === 'approved' ? `应用“${row.name}”已批准，可以生成密钥` : `应用“${row.name}”没有批准${reason ? `：${reason}` : ''}`, en: verdict === 'approved' ? `${row.name} was approved: make its secret` : `${row.name} was refused${reason ? `: ${reason}` : ''}` });
    });
  }

  /** At once: secrets, tokens and webhooks of it open nothing any more. */
  revoke(step: Step, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.locked(step, 'bank-client.revoke');
      if (row.state !== 'proposed' && row.state !== 'approved') throw clientNotProposed();
      await this.db.repo(BankClient).update({ id: row.id }, { state: 'revoked', revokedAt: this.clock.now(), revokedByName: step.actor.name, revokeReason: reason, version: row.version + 1 });
      await this.db.repo(BankAccessToken).delete({ clientId: row.id });
      await this.db.repo(BankWebhook).createQueryBuilder().update().set({ state: 'removed', version: () => 'version + 1' }).where(`client_id = :id AND state <> 'removed'`, { id: row.id }).execute();
      await this.record(step.actor, 'revoke', row);
      if (step.actor.orgId !== row.bankId) await this.tellBank(row, 'revoked', { zh: `应用“${row.name}”已被停用：${reason}`, en: `${row.name} was revoked: ${reason}` });
    });
  }

  /** A new secret, shown once. The one before opens for the overlap; two at most open at a time. */
  newSecret(actor: Actor, id: string, overlapHours = DEFAULT_OVERLAP_HOURS): Promise<string> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(BankClient, { id });
      clientPolicy.require(actor, 'bank-client.secret', row);
      if (row.state !== 'approved') throw clientNotApproved();
      const now = this.clock.now();
      const living = (await this.db.repo(BankClientSecret).find({ where: { clientId: id }, order: { id: 'DESC' } })).filter(one => one.expiresAt === null || one.expiresAt > now);
      if (living.length >= 2 && overlapHours > 0) throw tooManySecrets();
      for (const one of living) await this.db.repo(BankClientSecret).update({ id: one.id }, { expiresAt: earlier(one.expiresAt, new Date(now.getTime() + overlapHours * HOUR_MS)) });
      const secret = `hbs_${randomBytes(32).toString('base64url')}`;
      await this.db.repo(BankClientSecret).insert({ id: newId(), clientId: id, hash: hashOf(this.cipher, 'secret', secret), ending: secret.slice(-4), createdByName: actor.name, createdAt: now, expiresAt: null, lastUsedAt: null });
      // tokens of a secret that ends at once end with it
      if (overlapHours === 0) await this.db.repo(BankAccessToken).delete({ clientId: id });
      await this.record(actor, 'new-secret', row, { overlapHours, before: living.length });
      return secret;
    });
  }

  private async locked({ actor, id, version }: Step, action: ClientAction): Promise<BankClient> {
    const row = await this.db.lock(BankClient, { id });
    clientPolicy.require(actor, action, row);
    if (row.version !== version) throw stale();
    return row;
  }

  private tellBank(row: BankClient, step: string, title: { zh: string; en: string }): Promise<void> {
    return this.notifier.notify({ to: { orgId: row.bankId, roles: ['bank.manager'] }, topic: 'organisation', subject: { type: 'bank-client', id: row.id }, title, body: { zh: '', en: '' }, link: `/k/${row.bankId}/bank-clients/${row.id}`, key: `bank-client:${row.id}:${step}` });
  }

  private record(actor: Actor, verb: string, { id, clientId, bankId, scopes }: BankClient, more: object = {}): Promise<void> {
    return this.audit.record({ actor, action: `bank-client.${verb}`, subject: { type: 'bank-client', id }, details: { clientId, bankId, scopes, ...more } });
  }
}

const earlier = (one: Date | null, other: Date): Date => (one !== null && one < other ? one : other);
