import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox } from '@huanbao/platform';
import { sendAlert } from '../banks.jobs.definitions';
import type { BankDelivery } from '../entities';
import type { FieldGroup } from '../scopes';

export type AlertEvent = 'credit.grade-changed' | 'blacklist.changed';

/** What the bank must be authorised for to be told. */
const SCOPE_OF: Readonly<Record<AlertEvent, FieldGroup>> = { 'credit.grade-changed': 'credit', 'blacklist.changed': 'blacklist' };

type Lane = Pick<BankDelivery, 'webhookId' | 'enterpriseId' | 'sequence'>;

/** Alerts of one enterprise to one address go one after another: a later one waits until the earlier has ended, one way or the other. */
@Injectable()
export class AlertLanes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async hasEarlierOpen({ webhookId, enterpriseId, sequence }: Lane): Promise<boolean> {
    const [row] = await this.db.query(`SELECT 1 FROM bank_delivery WHERE webhook_id = $1 AND enterprise_id = $2 AND sequence < $3 AND state IN ('waiting', 'sending') LIMIT 1`, [webhookId, enterpriseId, sequence]);
    return row !== undefined;
  }

  async isOvertaken({ webhookId, enterpriseId, sequence }: Lane): Promise<boolean> {
    const [row] = await this.db.query(`SELECT 1 FROM bank_delivery WHERE webhook_id = $1 AND enterprise_id = $2 AND sequence > $3 AND state = 'delivered' LIMIT 1`, [webhookId, enterpriseId, sequence]);
    return row !== undefined;
  }

  /** A test needs no authorisation. Another one of the same pair counts as well: what the bank may know is what decides. */
  async isAuthorized({ bankId, enterpriseId, event }: Pick<BankDelivery, 'bankId' | 'enterpriseId' | 'event'>): Promise<boolean> {
    if (enterpriseId === null) return true;
    const [row] = await this.db.query(
      `SELECT 1 FROM bank_authorization WHERE bank_id = $1 AND enterprise_id = $2 AND state = 'active' AND $3::date BETWEEN from_on AND to_on AND $4 = ANY (scopes) LIMIT 1`,
      [bankId, enterpriseId, this.clock.today(), SCOPE_OF[event as AlertEvent] ?? 'credit'],
    );
    return row !== undefined;
  }

  /** In the transaction in which an alert ends: the next of its lane goes on. */
  async wakeNext({ webhookId, enterpriseId }: Lane): Promise<void> {
    if (enterpriseId === null) return;
    const [next] = await this.db.query<{ id: string }>(`SELECT id FROM bank_delivery WHERE webhook_id = $1 AND enterprise_id = $2 AND state = 'waiting' ORDER BY sequence LIMIT 1`, [webhookId, enterpriseId]);
    if (next) await this.outbox.enqueue(sendAlert, { deliveryId: next.id });
  }

  /** After a pause: the first of each lane. */
  async wakeAll(webhookId: string): Promise<void> {
    const rows = await this.db.query<{ id: string }>(`SELECT DISTINCT ON (coalesce(enterprise_id, id)) id FROM bank_delivery WHERE webhook_id = $1 AND state = 'waiting' ORDER BY coalesce(enterprise_id, id), sequence`, [webhookId]);
    for (const { id } of rows) await this.outbox.enqueue(sendAlert, { deliveryId: id });
  }
}
