import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, Page, shanghaiDate, shanghaiInstant } from '@huanbao/platform';
import { BankQuery } from '../entities';
import { pageOf } from '../lists';
import { PURPOSE_WORDS } from '../scopes';
import { BankLookView, lookView } from './look.view';
import type { BankLookExportQuery, BankLookListQuery } from './query.dto';

const CHANNEL_ZH = { page: '网页', api: '接口', batch: '批量' } as const;
const local = (at: Date): string => `${shanghaiDate(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;
const COLUMNS: readonly SheetColumn<BankLookView>[] = [
  { header: '时间', width: 18, of: row => local(new Date(row.at)) },
  { header: '银行', width: 26, of: row => row.bankName },
  { header: '企业', width: 30, of: row => row.enterpriseName },
  { header: '查询人', width: 20, of: row => row.byName },
  { header: '方式', width: 8, of: row => CHANNEL_ZH[row.channel] },
  { header: '用途', width: 16, of: row => PURPOSE_WORDS[row.purpose].zh },
  { header: '用途说明', width: 36, of: row => row.purposeWords },
  { header: '银行业务号', width: 20, of: row => row.reference },
  { header: '授权书编号', width: 18, of: row => row.authorizationNumber },
  { header: '查询内容', width: 60, of: row => row.fields.join('、') },
];

/** Who looked at whom: the enterprise reads it of itself, the bank of its own questions. */
@Injectable()
export class BankLooks {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: BankLookListQuery): Promise<Page<BankLookView>> {
    const rows = this.db.repo(BankQuery).createQueryBuilder('q').where(actor.orgKind === 'bank' ? 'q.bankId = :own' : 'q.enterpriseId = :own', { own: actor.orgId });
    for (const name of ['bankId', 'enterpriseId', 'authorizationId', 'channel', 'purpose'] as const) if (query[name]) rows.andWhere(`q.${name} = :${name}`, { [name]: query[name] });
    if (query.from) rows.andWhere('q.at >= :from', { from: shanghaiInstant(query.from) });
    if (query.to) rows.andWhere('q.at < :until', { until: shanghaiInstant(addDays(query.to, 1)) });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(concat_ws(' ', q.bankName, q.enterpriseName, q.authorizationNumber, q.reference))) > 0`, { q: query.q });
    const key = { sql: 'q.at', type: 'timestamptz', of: (row: BankQuery) => row.at.toISOString() };
    return pageOf(rows, { key, isDown: query.sort !== 'at', limit: query.limit ?? 20, cursor: query.cursor, view: lookView });
  }

  async export(actor: Actor, query: BankLookExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'bank-query.export', subject: { type: 'bank-query-list', id: actor.orgId ?? '' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '银行查询记录', title: '银行查询记录', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }
}
