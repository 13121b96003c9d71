import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { Inspection, INSPECTION_STATES } from '../enforcement.entity';
import { inspectionPolicy } from '../enforcement.policy';
import { pageOf, regionsOf } from '../lists';
import { KIND_ZH } from '../record/content';
import { InspectionLead } from '../record/record.entity';
import { InspectionResults } from '../record/results.service';
import type { InspectionExportDto, InspectionListDto, LeadListQuery } from './inspection.dto';
import { InspectionCountView, inspectionItem, InspectionItemView, InspectionLeadView, inspectionParties, InspectionView, inspectionView } from './inspection.view';

const STATE_ZH = { planned: '待开展', drafting: '填写中', signing: '待签字', held: '已办结', cancelled: '已取消' } as const;
const RESULT_ZH = { clear: '未发现问题', violations: '发现问题' } as const;
const COLUMNS: readonly SheetColumn<InspectionItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '企业', width: 34, of: row => row.enterpriseName },
  { header: '类型', width: 12, of: row => KIND_ZH[row.kind] },
  { header: '抽取编号', width: 16, of: row => row.drawNumber },
  { header: '期限起', width: 12, of: row => row.plannedFrom },
  { header: '期限止', width: 12, of: row => row.plannedTo },
  { header: '执法人员', width: 40, of: row => row.officers.map(one => `${one.name}（${one.certificateNo}）`).join('、') },
  { header: '状态', width: 12, of: row => (row.late ? `${STATE_ZH[row.state]}（已过期）` : STATE_ZH[row.state]) },
  { header: '检查日期', width: 12, of: row => row.heldOn },
  { header: '结果', width: 14, of: row => (row.result && row.state === 'held' ? RESULT_ZH[row.result] : null) },
];

/** Visits of the bureau; an enterprise reads of its own when they were held. */
@Injectable()
export class InspectionQueries {
  constructor(
    private readonly db: Db,
    private readonly results: InspectionResults,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InspectionListDto): Promise<Page<InspectionItemView>> {
    const rows = this.db.repo(Inspection).createQueryBuilder('i');
    if (actor.orgKind === 'enterprise') rows.where(`i.enterpriseId = :own AND i.state = 'held' AND i.closedAt IS NOT NULL`, { own: actor.orgId });
    else rows.where('i.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    for (const name of ['state', 'kind', 'result', 'drawId', 'enterpriseId'] as const) if (query[name]) rows.andWhere(`i.${name} = :${name}`, { [name]: query[name] });
    if (query.mine) rows.andWhere(`i.officers @> :mine::jsonb`, { mine: JSON.stringify([{ userId: actor.userId }]) });
    if (query.late) rows.andWhere(`i.state IN ('planned', 'drafting', 'signing') AND i.plannedTo < :today`, { today: this.clock.today() });
    if (query.q) rows.andWhere(containsWords('i.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'i.plannedTo', type: 'date', of: row => row.plannedTo }, isDown: query.sort === '-due', limit: query.limit, cursor: query.cursor, view: inspectionItem(this.clock.today()) });
  }

  async export(actor: Actor, query: InspectionExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'inspection.export', subject: { type: 'inspection-list', id: query.state ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '执法检查', title: '执法检查', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  /** How many of each state; of these, the reader's own. */
  async counts(actor: Actor): Promise<InspectionCountView[]> {
    const rows = await this.db.query<{ state: InspectionCountView['state']; n: string; mine: string }>(
      `SELECT state, count(*) AS n, count(*) FILTER (WHERE officers @> $2::jsonb) AS mine FROM inspection WHERE region_code LIKE ANY ($1) GROUP BY state`, [regionsOf(actor), JSON.stringify([{ userId: actor.userId }])]);
    return INSPECTION_STATES.map(state => {
      const row = rows.find(one => one.state === state);
      return { state, count: Number(row?.n ?? 0), mine: Number(row?.mine ?? 0) };
    });
  }

  /** Complaints that were accepted, the newest first. */
  leads(actor: Actor, query: LeadListQuery): Promise<Page<InspectionLeadView>> {
    const rows = this.db.repo(InspectionLead).createQueryBuilder('l').where('l.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    if (query.enterpriseId) rows.andWhere('(l.enterpriseId = :enterprise OR l.enterpriseId IS NULL)', { enterprise: query.enterpriseId });
    if (query.q) rows.andWhere('position(lower(:q) IN lower(l.number)) > 0', { q: query.q });
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere('(l.receivedAt, l.complaintId) < (CAST(:at AS timestamptz), CAST(:after AS uuid))', { at: after[0], after: after[1] });
    const limit = query.limit ?? FEW;
    rows.orderBy('l.receivedAt', 'DESC').addOrderBy('l.complaintId', 'DESC').limit(limit + 1);
    return rows.getMany().then(found => toPage(found, limit, one => [one.receivedAt.toISOString(), one.complaintId], ({ complaintId, number, subject, enterpriseId, receivedAt }) => ({ complaintId, number, subject, enterpriseId, receivedAt: receivedAt.toISOString() })));
  }

  async detail(actor: Actor, id: string): Promise<InspectionView> {
    const inspection = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.read', inspection && inspectionParties(inspection));
    if (!inspection) throw notFound();
    return inspectionView(actor, inspection, { today: this.clock.today(), ...(await this.results.of(inspection)) });
  }
}

const FEW = 20;
