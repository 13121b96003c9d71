import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import { inspectionPolicy } from '../enforcement.policy';
import { pageOf, regionsOf } from '../lists';
import type { InspectionExportDto, InspectionListDto } from './inspection.dto';
import { inspectionItem, InspectionItemView, inspectionParties, InspectionView, inspectionView } from './inspection.view';

const KIND_ZH = { random: '双随机', special: '专项', complaint: '投诉举报', offsite: '非现场' } as const;
const STATE_ZH = { planned: '待开展', held: '已开展', cancelled: '已取消' } as const;
const COLUMNS: readonly SheetColumn<InspectionItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '企业', width: 34, of: row => row.enterpriseName },
  { header: '类型', width: 12, of: row => KIND_ZH[row.kind] },
  { header: '抽取编号', width: 16, of: row => row.drawNumber },
  { header: '期限起', width: 12, of: row => row.plannedFrom },
  { header: '期限止', width: 12, of: row => row.plannedTo },
  { header: '执法人员', width: 40, of: row => row.officers.map(one => `${one.name}（${one.certificateNo}）`).join('、') },
  { header: '状态', width: 12, of: row => (row.late ? '已过期未开展' : STATE_ZH[row.state]) },
];

/** Visits of the bureau; an enterprise reads of its own when they were held. */
@Injectable()
export class InspectionQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InspectionListDto): Promise<Page<InspectionItemView>> {
    const rows = this.db.repo(Inspection).createQueryBuilder('i');
    if (actor.orgKind === 'enterprise') rows.where(`i.enterpriseId = :own AND i.state = 'held'`, { own: actor.orgId });
    else rows.where('i.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    for (const name of ['state', 'kind', 'drawId'] as const) if (query[name]) rows.andWhere(`i.${name} = :${name}`, { [name]: query[name] });
    if (query.mine) rows.andWhere(`i.officers @> :mine::jsonb`, { mine: JSON.stringify([{ userId: actor.userId }]) });
    if (query.q) rows.andWhere(containsWords('i.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'i.plannedTo', type: 'date', of: row => row.plannedTo }, isDown: query.sort === '-due', limit: query.limit, cursor: query.cursor, view: inspectionItem(this.clock.today()) });
  }

  async export(actor: Actor, query: InspectionExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'inspection.export', subject: { type: 'inspection-list', id: query.state ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '执法检查', title: '执法检查', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<InspectionView> {
    const inspection = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.read', inspection && inspectionParties(inspection));
    if (!inspection) throw notFound();
    return inspectionView(actor, inspection, this.clock.today());
  }
}
