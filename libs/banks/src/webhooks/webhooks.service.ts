import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, FieldCipher, forbidden, newId, Outbox, stale } from '@huanbao/platform';
import { In } from 'typeorm';
import { alertOutdated, alertUnauthorized, notToBeSent, tooManyWebhooks, webhookClient, webhookStopped, webhookUrl } from '../banks.errors';
import { sendAlert } from '../banks.jobs.definitions';
import { webhookPolicy } from '../banks.policy';
import { BankClient, BankDelivery, BankWebhook } from '../entities';
import { hostOf, urlFault, type UrlFault } from './addresses';
import { AlertLanes } from './lanes';
import type { CreateWebhookDto } from './webhook.dto';
import { WebhookWire } from './wire';

export const SECRET_CONTEXT = 'bank_webhook.secret';
const MOST = 10;
const HOUR_MS = 3_600_000;
const DEFAULT_OVERLAP_HOURS = 24;

const FAULTS: Readonly<Record<UrlFault, readonly [string, string]>> = {
  form: ['请填写完整的网址，例如 https://hooks.bank.example/credit', 'A whole address, e.g. https://hooks.bank.example/credit'],
  https: ['只能推送到 https 网址', 'Alerts go to https only.'],
  credentials: ['网址里不要写用户名和密码；请用签名核对来源', 'No user name and password in the address: check the signature instead.'],
  fragment: ['网址里不要带 # 后面的部分', 'Leave out the part after #.'],
  host: ['请填写公网域名，不能是本机或内部名称', 'A public host name, not a local one.'],
};

interface Held {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

/** Where a bank is told of changes. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly wire: WebhookWire,
    private readonly lanes: AlertLanes,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The secret is shown this once. */
  async create(actor: Actor, { name, url, clientId, algorithm }: CreateWebhookDto): Promise<{ id: string; secret: string }> {
    if (actor.orgId === null || !actor.orgActive) throw forbidden();
    // asked before the transaction: names are resolved elsewhere
    await this.assertReachable(url);
    return this.db.transaction(async () => {
      const client = await this.db.lock(BankClient, { id: clientId });
      if (client?.bankId !== actor.orgId || client.state !== 'approved') throw webhookClient();
      await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 29))', [actor.orgId]);
      if ((await this.db.repo(BankWebhook).countBy({ bankId: client.bankId, state: In(['active', 'paused']) })) >= MOST) throw tooManyWebhooks(MOST);
      const secret = newSecret();
      const id = newId();
      await this.db.repo(BankWebhook).insert({
        id, bankId: client.bankId, clientId, name, url, algorithm: algorithm ?? 'hmac-sha256', secretCipher: this.cipher.encrypt(secret, SECRET_CONTEXT), secretEnding: secret.slice(-4), formerSecretCipher: null, formerUntil: null,
        state: 'active', createdByName: actor.name, createdAt: this.clock.now(), version: 1,
      });
      await this.record(actor, 'create', id, { clientId, host: new URL(url).host });
      return { id, secret };
    });
  }

  /** Paused alerts wait; a removed webhook is over. */
  setState(held: Held, state: 'active' | 'paused' | 'removed'): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.locked(held);
      if (row.state === 'removed') throw webhookStopped();
      await this.db.repo(BankWebhook).update({ id: row.id }, { state, version: row.version + 1 });
      await this.record(held.actor, state === 'active' ? 'resume' : state === 'paused' ? 'pause' : 'remove', row.id);
      if (state === 'active') await this.lanes.wakeAll(row.id);
      if (state === 'removed') await this.db.query(`UPDATE bank_delivery SET state = 'cancelled', problem = 'removed', ended_at = $2 WHERE webhook_id = $1 AND state = 'waiting'`, [row.id, this.clock.now()]);
    });
  }

  newSecret(held: Held, overlapHours = DEFAULT_OVERLAP_HOURS): Promise<string> {
    return this.db.transaction(async () => {
      const row = await this.locked(held);
      if (row.state === 'removed') throw webhookStopped();
      const secret = newSecret();
      const overlap = overlapHours > 0 ? { formerSecretCipher: row.secretCipher, formerUntil: new Date(this.clock.now().getTime() + overlapHours * HOUR_MS) } : { formerSecretCipher: null, formerUntil: null };
      await this.db.repo(BankWebhook).update({ id: row.id }, { secretCipher: this.cipher.encrypt(secret, SECRET_CONTEXT), secretEnding: secret.slice(-4), ...overlap, version: row.version + 1 });
      await this.record(held.actor, 'new-secret', row.id, { overlapHours });
      return secret;
    });
  }

  /** A test alert of nothing: it goes the way of all others. */
  ping(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(BankWebhook, { id });
      webhookPolicy.require(actor, 'bank-webhook.manage', row);
      if (row.state !== 'active') throw webhookStopped();
      const deliveryId = newId();
      const at = this.clock.now();
      await this.db.repo(BankDelivery).insert({
        id: deliveryId, webhookId: id, bankId: row.bankId, enterpriseId: null, enterpriseName: null, authorizationId: null, event: 'ping', sourceKey: `ping:${deliveryId}`, sequence: 0, body: { event: 'ping', at: at.toISOString() },
        state: 'waiting', attempts: 0, claimedBy: null, nextAt: null, status: null, problem: null, millis: null, createdAt: at, sentAt: null, endedAt: null,
      });
      await this.outbox.enqueue(sendAlert, { deliveryId });
      await this.record(actor, 'ping', id);
    });
  }

  /** One that failed for good goes out again, unless a later change was delivered or the enterprise took its authorisation back. */
  resend(actor: Actor, deliveryId: string): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(BankDelivery, { id: deliveryId });
      webhookPolicy.require(actor, 'bank-webhook.manage', row);
      if (row.state !== 'dead') throw notToBeSent();
      if ((await this.db.repo(BankWebhook).findOneBy({ id: row.webhookId }))?.state !== 'active') throw webhookStopped();
      if (await this.lanes.isOvertaken(row)) throw alertOutdated();
      if (!(await this.lanes.isAuthorized(row))) throw alertUnauthorized();
      await this.db.repo(BankDelivery).update({ id: row.id }, { state: 'waiting', attempts: 0, nextAt: null, problem: null, status: null, endedAt: null, claimedBy: null });
      await this.outbox.enqueue(sendAlert, { deliveryId });
      await this.record(actor, 'resend', row.webhookId, { deliveryId });
    });
  }

  private async assertReachable(url: string): Promise<void> {
    const fault = urlFault(url);
    if (fault) throw webhookUrl(fault, ...FAULTS[fault]);
    const found = await this.wire.addressFor(hostOf(new URL(url)));
    if (!('problem' in found)) return;
    if (found.problem === 'unresolved') throw webhookUrl('unresolved', '这个域名现在解析不到地址，请核对', 'This host name has no address. Check it.');
    throw webhookUrl('address', '不能推送到内部或保留地址；走专线的，请联系平台管理员配置', 'Alerts do not go to private or reserved addresses. For a leased line ask the operator.');
  }

  private async locked({ actor, id, version }: Held): Promise<BankWebhook> {
    const row = await this.db.lock(BankWebhook, { id });
    webhookPolicy.require(actor, 'bank-webhook.manage', row);
    if (row.version !== version) throw stale();
    return row;
  }

  private record(actor: Actor, verb: string, id: string, details: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ actor, action: `bank-webhook.${verb}`, subject: { type: 'bank-webhook', id }, details });
  }
}

const newSecret = (): string => `whs_${randomBytes(32).toString('base64url')}`;
