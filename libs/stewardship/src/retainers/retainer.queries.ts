import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, containsWords, Db, Page } from '@huanbao/platform';
import type { RetainerExportQuery, RetainerListQuery } from '../lists.dto';
import { Retainer, RetainerMember } from '../entities';
import { pageOf } from '../lists';
import { RetainerRecords } from './retainer.records';
import { retainerItem, RetainerItemView, RetainerView, retainerView } from './retainer.view';

const COLUMNS: readonly SheetColumn<RetainerItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '服务对象', width: 32, of: row => row.clientName },
  { header: '类型', width: 8, of: row => (row.kind === 'park' ? '园区' : '企业') },
  { header: '服务机构', width: 32, of: row => row.firmName },
  { header: '服务期起', width: 12, of: row => row.startsOn },
  { header: '服务期止', width: 12, of: row => row.endsOn },
  { header: '每家每月巡查（次）', width: 18, of: row => row.visitsPerMonth },
  { header: '状态', width: 14, of: row => row.stateZh },
];

/** Retainers as they are read: of the client, the firm, and the enterprises cared for. */
@Injectable()
export class RetainerQueries {
  constructor(
    private readonly db: Db,
    private readonly records: RetainerRecords,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: RetainerListQuery): Promise<Page<RetainerItemView>> {
    const own = actor.orgKind === 'firm' ? 'r.firmId = :own' : actor.orgKind === 'enterprise' ? 'r.id IN (SELECT m.retainer_id FROM retainer_member m WHERE m.enterprise_id = :own)' : 'r.clientId = :own';
    const rows = this.db.repo(Retainer).createQueryBuilder('r').where(own, { own: actor.orgId });
    if (query.tab) rows.andWhere(`r.state ${query.tab === 'open' ? 'IN' : 'NOT IN'} ('offered', 'active')`);
    if (query.state) rows.andWhere('r.state = :state', { state: query.state });
    if (query.kind) rows.andWhere('r.kind = :kind', { kind: query.kind });
    if (query.q) rows.andWhere(containsWords('r.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'r.endsOn', type: 'date', of: row => row.endsOn }, isDown: query.sort === '-ends', limit: query.limit ?? 20, cursor: query.cursor, view: retainerItem });
  }

  async export(actor: Actor, query: RetainerExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'retainer.export', subject: { type: 'retainer-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '环保管家服务', title: '环保管家服务', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<RetainerView> {
    const { retainer, members } = await this.records.find(actor, id);
    return retainerView(actor, retainer, members);
  }

  /** Members whose visits can be planned: consented, of a retainer of the firm in force on the day. */
  caredFor(firmId: string, retainerId: string, enterpriseId: string): Promise<RetainerMember | null> {
    return this.db.repo(RetainerMember).createQueryBuilder('m').innerJoin(Retainer, 'r', 'r.id = m.retainerId')
      .where(`r.id = :retainerId AND r.firmId = :firmId AND r.state = 'active' AND m.enterpriseId = :enterpriseId AND m.state = 'consented'`, { retainerId, firmId, enterpriseId }).getOne();
  }
}
