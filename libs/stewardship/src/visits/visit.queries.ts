import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page } from '@huanbao/platform';
import type { VisitExportQuery, VisitListQuery } from '../lists.dto';
import { StewardPhoto, StewardVisit } from '../entities';
import { ownSide, pageOf } from '../lists';
import { stewardPolicy } from '../stewardship.policy';
import { visitItem, StewardVisitItemView, StewardVisitView, visitView } from './visit.view';

const COLUMNS: readonly SheetColumn<StewardVisitItemView>[] = [
  { header: '企业', width: 32, of: row => row.enterpriseName },
  { header: '服务机构', width: 32, of: row => row.firmName },
  { header: '计划日期', width: 12, of: row => row.plannedOn },
  { header: '开展日期', width: 12, of: row => row.heldOn },
  { header: '巡查人员', width: 14, of: row => row.visitorName },
  { header: '检查主题', width: 40, of: row => row.topics.join('、') },
  { header: '发现问题', width: 10, of: row => row.problems },
  { header: '状态', width: 14, of: row => row.standingZh },
];

/** Visits as the two sides read them. */
@Injectable()
export class VisitQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: VisitListQuery): Promise<Page<StewardVisitItemView>> {
    const today = this.clock.today();
    const rows = this.db.repo(StewardVisit).createQueryBuilder('v').where(ownSide(actor, 'v'), { own: actor.orgId });
    if (query.tab) rows.andWhere(`v.state ${query.tab === 'open' ? '=' : '<>'} 'planned'`);
    if (query.missed) rows.andWhere(`v.state = 'planned' AND v.plannedOn < :today`, { today });
    if (query.retainerId) rows.andWhere('v.retainerId = :retainerId', { retainerId: query.retainerId });
    if (query.q) rows.andWhere(containsWords('v.enterpriseName', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'v.plannedOn', type: 'date', of: row => row.plannedOn }, isDown: query.sort === '-planned', limit: query.limit ?? 20, cursor: query.cursor, view: visitItem(today) });
  }

  async export(actor: Actor, query: VisitExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'steward-visit.export', subject: { type: 'steward-visit-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '巡查', title: '环保管家巡查', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<StewardVisitView> {
    const visit = await this.db.repo(StewardVisit).findOneBy({ id });
    stewardPolicy.require(actor, 'stewardship.read', visit && { ...visit, isReleased: true });
    if (!visit) throw notFound();
    return visitView(actor, visit, await this.db.repo(StewardPhoto).find({ where: { visitId: id }, order: { id: 'ASC' } }), this.clock.today());
  }
}
