import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, Page, shanghaiDate } from '@huanbao/platform';
import { webhookPolicy } from '../banks.policy';
import { BankDelivery, BankWebhook } from '../entities';
import { pageOf } from '../lists';
import type { DeliveryExportQuery, DeliveryListQuery, WebhookListQuery } from './webhook.dto';
import { BankDeliveryView, BankWebhookView, deliveryView, webhookView } from './webhook.view';

const STATE_ZH = { waiting: '等待发送', sending: '发送中', delivered: '已送达', dead: '失败', cancelled: '已取消' } as const;
const COLUMNS: readonly SheetColumn<BankDeliveryView>[] = [
  { header: '日期', width: 12, of: row => shanghaiDate(new Date(row.createdAt)) },
  { header: '事件', width: 22, of: row => (row.event === 'ping' ? '测试' : '信用等级变化') },
  { header: '企业', width: 32, of: row => row.enterpriseName },
  { header: '序号', width: 8, of: row => row.sequence },
  { header: '状态', width: 10, of: row => STATE_ZH[row.state] },
  { header: '次数', width: 8, of: row => row.attempts },
  { header: 'HTTP 状态', width: 10, of: row => row.status },
  { header: '推送标识', width: 40, of: row => row.id },
];

/** Webhooks of a bank and what was sent to them. */
@Injectable()
export class WebhookQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: WebhookListQuery): Promise<Page<BankWebhookView>> {
    const rows = this.db.repo(BankWebhook).createQueryBuilder('w').where('w.bankId = :own', { own: actor.orgId });
    if (query.state) rows.andWhere('w.state = :state', { state: query.state });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(concat_ws(' ', w.name, w.url))) > 0`, { q: query.q });
    const key = { sql: 'w.createdAt', type: 'timestamptz', of: (row: BankWebhook) => row.createdAt.toISOString() };
    const now = this.clock.now();
    return pageOf(rows, { key, isDown: query.sort !== 'created', limit: query.limit ?? 20, cursor: query.cursor, view: row => webhookView(row, now) });
  }

  async detail(actor: Actor, id: string): Promise<BankWebhookView> {
    const row = await this.db.repo(BankWebhook).findOneBy({ id });
    webhookPolicy.require(actor, 'bank-webhook.read', row);
    return webhookView(row, this.clock.now());
  }

  deliveries(actor: Actor, query: DeliveryListQuery): Promise<Page<BankDeliveryView>> {
    const rows = this.db.repo(BankDelivery).createQueryBuilder('d').where('d.bankId = :own', { own: actor.orgId });
    for (const name of ['webhookId', 'state', 'event'] as const) if (query[name]) rows.andWhere(`d.${name} = :${name}`, { [name]: query[name] });
    if (query.q) rows.andWhere('position(lower(:q) IN lower(d.enterpriseName)) > 0', { q: query.q });
    const key = { sql: 'd.createdAt', type: 'timestamptz', of: (row: BankDelivery) => row.createdAt.toISOString() };
    return pageOf(rows, { key, isDown: query.sort !== 'created', limit: query.limit ?? 20, cursor: query.cursor, view: deliveryView });
  }

  async delivery(actor: Actor, id: string): Promise<BankDeliveryView> {
    const row = await this.db.repo(BankDelivery).findOneBy({ id });
    webhookPolicy.require(actor, 'bank-webhook.read', row);
    return deliveryView(row);
  }

  async export(actor: Actor, query: DeliveryExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'bank-webhook.export', subject: { type: 'bank-delivery-list', id: actor.orgId ?? '' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '变化推送记录', title: '变化推送记录', columns: COLUMNS }, allPages((cursor, limit) => this.deliveries(actor, { ...query, cursor, limit })));
  }
}
