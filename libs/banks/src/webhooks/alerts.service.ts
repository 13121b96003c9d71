import { Injectable } from '@nestjs/common';
import { CreditHistory } from '@huanbao/credit';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, Delivery, FieldCipher, newId, Outbox } from '@huanbao/platform';
import { WatchListReader } from '@huanbao/watch-list';
import { sendAlert } from '../banks.jobs.definitions';
import { BankDelivery, BankWebhook } from '../entities';
import type { FieldGroup } from '../scopes';
import { type AlertEvent, AlertLanes } from './lanes';
import { signatureHeader } from './signing';
import { SECRET_CONTEXT } from './webhooks.service';
import { type Sent, WebhookWire } from './wire';

/** Seconds before the next attempt; after the last one it is dead. About a day. */
const WAITS = [30, 120, 600, 1800, 7200, 21_600, 43_200] as const;

interface Told {
  readonly webhookId: string;
  readonly isActive: boolean;
  readonly bankId: string;
  readonly authorizationId: string;
  readonly authorizationNumber: string;
  readonly enterpriseName: string;
  readonly uscc: string;
}

/** What is told: an event, by the fact at its source. */
interface Change {
  readonly event: AlertEvent;
  readonly enterpriseId: string;
  readonly sourceKey: string;
  readonly facts: object;
}

/** Tells banks of changes: a row for each address in the transaction of the event, sent afterwards, again and again until it is taken or given up. */
@Injectable()
export class Alerts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly history: CreditHistory,
    private readonly list: WatchListReader,
    private readonly lanes: AlertLanes,
    private readonly wire: WebhookWire,
    private readonly cipher: FieldCipher,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction of the handler. Told twice, it writes once; a change that comes after a later one is left out. */
  async gradeChanged(enterpriseId: string, snapshotId: string): Promise<void> {
    const move = await this.history.move(snapshotId);
    if (!move) return;
    const { asOf, computedAt, grade, gradeTitle, score, beforeGrade, beforeScore } = move;
    for (const told of await this.toBeTold(enterpriseId, 'credit')) {
      await this.write(told, { event: 'credit.grade-changed', enterpriseId, sourceKey: snapshotId, facts: { asOf, at: computedAt.toISOString(), creditGrade: grade, creditGradeTitle: gradeTitle, score, beforeGrade, beforeScore } });
    }
  }

  /** In the transaction of the handler. It says how the enterprise stands at this moment: told late, it is true all the same. */
  async listChanged(enterpriseId: string, sourceKey: string): Promise<void> {
    const today = this.clock.today();
    const entry = await this.list.of(enterpriseId, today);
    const facts = { asOf: today, at: this.clock.now().toISOString(), blacklist: entry !== null, documentNo: entry?.documentNo ?? null, listedOn: entry?.listedOn ?? null, listedUntil: entry?.listedUntil ?? null };
    for (const told of await this.toBeTold(enterpriseId, 'blacklist')) await this.write(told, { event: 'blacklist.changed', enterpriseId, sourceKey, facts });
  }

  private async write(told: Told, { event, enterpriseId, sourceKey, facts }: Change): Promise<void> {
    await this.db.lock(BankWebhook, { id: told.webhookId });
    const [last] = await this.db.query<{ sequence: number; outdated: boolean }>(
      `SELECT coalesce(max(sequence), 0)::int AS sequence, coalesce(bool_or(source_key = $3 OR ($4 = 'credit.grade-changed' AND event = $4 AND source_key >= $3)), false) AS outdated FROM bank_delivery WHERE webhook_id = $1 AND enterprise_id = $2`,
      [told.webhookId, enterpriseId, sourceKey, event],
    );
    if (last?.outdated) return;
    const { uscc, enterpriseName, authorizationNumber } = told;
    const sequence = (last?.sequence ?? 0) + 1;
    const id = newId();
    await this.db.repo(BankDelivery).insert({
      id, webhookId: told.webhookId, bankId: told.bankId, enterpriseId, enterpriseName, authorizationId: told.authorizationId, event, sourceKey, sequence, body: { event, sequence, uscc, name: enterpriseName, authorizationNumber, ...facts },
      state: 'waiting', attempts: 0, claimedBy: null, nextAt: null, status: null, problem: null, millis: null, createdAt: this.clock.now(), sentAt: null, endedAt: null,
    });
    if (told.isActive) await this.outbox.enqueue(sendAlert, { deliveryId: id });
  }

  /** At least once, under the id of the row: whoever was killed after sending sends again. */
  async send(deliveryId: string, delivery: Delivery): Promise<void> {
    const claimed = await this.db.transaction(() => this.claim(deliveryId, delivery.id));
    if (!claimed) return;
    const sent = await this.wire.send(claimed.webhook.url, this.headers(claimed), bodyOf(claimed.row));
    await delivery.complete(() => this.record(deliveryId, sent));
  }

  /** Null when there is nothing to send: it has ended, somebody else is at it, an earlier one comes first, or nobody may know. */
  private async claim(deliveryId: string, by: string): Promise<{ row: BankDelivery; webhook: BankWebhook } | null> {
    const row = await this.db.lock(BankDelivery, { id: deliveryId });
    if (!row || !['waiting', 'sending'].includes(row.state)) return null;
    if (row.state === 'sending' && row.claimedBy !== by) return null;
    const webhook = await this.db.repo(BankWebhook).findOneBy({ id: row.webhookId });
    if (!webhook || webhook.state === 'paused') return null;
    if (webhook.state === 'removed') return this.cancel(row, 'removed');
    if (row.enterpriseId !== null && (await this.lanes.hasEarlierOpen(row))) return null;
    if (!(await this.lanes.isAuthorized(row))) return this.cancel(row, 'unauthorized');
    await this.db.repo(BankDelivery).update({ id: row.id }, { state: 'sending', claimedBy: by, attempts: row.attempts + 1, sentAt: this.clock.now(), nextAt: null });
    return { row, webhook };
  }

  private async cancel(row: BankDelivery, problem: string): Promise<null> {
    await this.db.repo(BankDelivery).update({ id: row.id }, { state: 'cancelled', problem, endedAt: this.clock.now(), nextAt: null, claimedBy: null });
    await this.lanes.wakeNext(row);
    return null;
  }

  private async record(deliveryId: string, { status, problem, millis }: Sent): Promise<void> {
    const row = await this.db.lock(BankDelivery, { id: deliveryId });
    if (row?.state !== 'sending') return;
    const now = this.clock.now();
    const wait = WAITS[row.attempts - 1];
    if (problem === null) await this.db.repo(BankDelivery).update({ id: row.id }, { state: 'delivered', status, problem, millis, endedAt: now, claimedBy: null });
    else if (wait === undefined) {
      await this.db.repo(BankDelivery).update({ id: row.id }, { state: 'dead', status, problem, millis, endedAt: now, claimedBy: null });
      await this.tellDead(row);
    } else {
      const nextAt = new Date(now.getTime() + wait * 1000);
      await this.db.repo(BankDelivery).update({ id: row.id }, { state: 'waiting', status, problem, millis, nextAt, claimedBy: null });
      await this.outbox.enqueue(sendAlert, { deliveryId }, { notBefore: nextAt });
    }
    if (problem === null || wait === undefined) await this.lanes.wakeNext(row);
  }

  private headers({ row, webhook }: { row: BankDelivery; webhook: BankWebhook }): Record<string, string> {
    const timestamp = Math.floor(this.clock.now().getTime() / 1000);
    const former = webhook.formerSecretCipher !== null && webhook.formerUntil !== null && webhook.formerUntil > this.clock.now() ? [webhook.formerSecretCipher] : [];
    const secrets = [webhook.secretCipher, ...former].map(one => this.cipher.decrypt(one, SECRET_CONTEXT));
    return {
      'user-agent': 'huanbao-webhook/1', 'hb-event-id': row.id, 'hb-timestamp': String(timestamp), 'hb-signature-algorithm': webhook.algorithm,
      'hb-signature': signatureHeader(webhook.algorithm, secrets, { id: row.id, timestamp, body: bodyOf(row) }),
    };
  }

  private toBeTold(enterpriseId: string, scope: FieldGroup): Promise<Told[]> {
    return this.db.query<Told>(
      `SELECT w.id AS "webhookId", w.state = 'active' AS "isActive", w.bank_id AS "bankId", a.id AS "authorizationId", a.number AS "authorizationNumber", a.enterprise_name AS "enterpriseName", a.enterprise_uscc AS uscc
         FROM bank_webhook w JOIN bank_client c ON c.id = w.client_id AND c.state = 'approved' JOIN organisation o ON o.id = w.bank_id AND o.status = 'active'
         JOIN bank_authorization a ON a.bank_id = w.bank_id AND a.enterprise_id = $1 AND a.state = 'active' AND $2::date BETWEEN a.from_on AND a.to_on AND $3 = ANY (a.scopes)
        WHERE w.state <> 'removed' ORDER BY w.id`,
      [enterpriseId, this.clock.today(), scope],
    );
  }

  private tellDead(row: BankDelivery): Promise<void> {
    return this.notifier.notify({
      to: { orgId: row.bankId, roles: ['bank.manager'] }, topic: 'organisation', subject: { type: 'bank-delivery', id: row.id }, link: `/k/${row.bankId}/bank-webhooks/${row.webhookId}`, key: `bank-delivery:${row.id}:dead:${this.clock.now().getTime()}`,
      title: { zh: `变化推送多次失败：${row.enterpriseName ?? '测试'}`, en: `An alert could not be delivered: ${row.enterpriseName ?? 'test'}` },
      body: { zh: '已停止重试。请检查接收地址，修好后可在推送记录里重新发送。', en: 'It is not tried any more. Check the address, then send it again from the list of deliveries.' },
    });
  }
}

/** What is sent and signed. The id stands in it too. */
const bodyOf = ({ id, body }: Pick<BankDelivery, 'id' | 'body'>): string => JSON.stringify({ id, ...body });
