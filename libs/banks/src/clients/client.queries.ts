import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, Page, shanghaiDate } from '@huanbao/platform';
import { clientPolicy } from '../banks.policy';
import { BankClient, BankClientSecret } from '../entities';
import { pageOf, regionsOf } from '../lists';
import type { ClientExportQuery, ClientListQuery } from './client.dto';
import { BankClientDetailView, BankClientView, clientView, secretView } from './client.view';

const STATE_ZH = { proposed: '待批准', approved: '已批准', refused: '未批准', revoked: '已停用' } as const;
const COLUMNS: readonly SheetColumn<BankClientView>[] = [
  { header: '银行', width: 28, of: row => row.bankName },
  { header: '应用名称', width: 26, of: row => row.name },
  { header: '客户端标识', width: 32, of: row => row.clientId },
  { header: '用途', width: 40, of: row => row.purpose },
  { header: '权限', width: 16, of: row => row.scopes.map(one => (one === 'batch' ? '批量查询' : '单户查询')).join('、') },
  { header: '状态', width: 10, of: row => STATE_ZH[row.state] },
  { header: '申请日期', width: 12, of: row => shanghaiDate(new Date(row.proposedAt)) },
  { header: '批准人', width: 12, of: row => row.decidedByName },
  { header: '最近使用', width: 12, of: row => (row.lastUsedAt ? shanghaiDate(new Date(row.lastUsedAt)) : '') },
];

/** Programs of banks in lists and one by one. */
@Injectable()
export class ClientQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: ClientListQuery): Promise<Page<BankClientView>> {
    const rows = this.db.repo(BankClient).createQueryBuilder('c');
    if (actor.orgKind === 'bureau') rows.where('c.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    else rows.where('c.bankId = :own', { own: actor.orgId });
    if (query.state) rows.andWhere('c.state = :state', { state: query.state });
    if (query.scope) rows.andWhere(':scope = ANY (c.scopes)', { scope: query.scope });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(concat_ws(' ', c.name, c.clientId, c.bankName))) > 0`, { q: query.q });
    const key = { sql: 'c.proposedAt', type: 'timestamptz', of: (row: BankClient) => row.proposedAt.toISOString() };
    return pageOf(rows, { key, isDown: query.sort !== 'proposed', limit: query.limit ?? 20, cursor: query.cursor, view: row => clientView(actor, row) });
  }

  async export(actor: Actor, query: ClientExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'bank-client.export', subject: { type: 'bank-client-list', id: actor.orgId ?? '' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '银行接口应用', title: '银行接口应用', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<BankClientDetailView> {
    const row = await this.db.repo(BankClient).findOneBy({ id });
    clientPolicy.require(actor, 'bank-client.read', row);
    const own = clientPolicy.may(actor, 'bank-client.secret', row);
    const now = this.clock.now();
    const secrets = own ? await this.db.repo(BankClientSecret).find({ where: { clientId: id }, order: { id: 'DESC' }, take: 20 }) : [];
    return { ...clientView(actor, row), secrets: secrets.filter(one => one.expiresAt === null || one.expiresAt > now).map(secretView) };
  }
}
