import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { QualityExportQuery, QualityQuery } from '../lists.dto';
import { QualityCounts, shareOf } from '../rules';
import { periodBackwards } from '../stewardship.errors';
import type { StewardQualityView } from './quality.view';

interface Row extends QualityCounts {
  readonly id: string;
  readonly firmName: string;
  readonly number: string | null;
  readonly clientName: string | null;
  readonly retainers: number;
  /** What the list is sorted by beside the id. */
  readonly key: string;
}

const COLUMNS: readonly SheetColumn<StewardQualityView>[] = [
  { header: '服务机构', width: 32, of: row => row.firmName },
  { header: '服务编号', width: 18, of: row => row.number },
  { header: '服务对象', width: 32, of: row => row.clientName },
  { header: '服务数', width: 8, of: row => row.retainers },
  { header: '应开展巡查', width: 12, of: row => row.visitsDue },
  { header: '已开展', width: 10, of: row => row.visitsHeld },
  { header: '其中补做', width: 10, of: row => row.visitsLate },
  { header: '开展率（%）', width: 12, of: row => row.visitsShare },
  { header: '到期或办结问题', width: 16, of: row => row.findingsDue },
  { header: '按期办结', width: 10, of: row => row.findingsInTime },
  { header: '按期办结率（%）', width: 16, of: row => row.findingsShare },
  { header: '应出月报', width: 10, of: row => row.reportsDue },
  { header: '按期签发', width: 10, of: row => row.reportsInTime },
  { header: '按期率（%）', width: 12, of: row => row.reportsShare },
  { header: '已签发', width: 10, of: row => row.reportsSent },
  { header: '企业已确认', width: 12, of: row => row.reportsAcknowledged },
];

const FAMILIES = `
  base AS (SELECT r.id, r.number, r.client_name, r.firm_id, r.firm_name FROM retainer r WHERE r.region_code LIKE ANY ($1) AND r.accepted_at IS NOT NULL),
  v AS (SELECT retainer_id, count(*)::int AS due, count(*) FILTER (WHERE state = 'held')::int AS held, count(*) FILTER (WHERE held_on > planned_on)::int AS late
          FROM steward_visit JOIN base b ON b.id = retainer_id WHERE state <> 'cancelled' AND (planned_on < $2 OR state = 'held') AND planned_on BETWEEN $3 AND $4 GROUP BY 1),
  f AS (SELECT retainer_id, count(*)::int AS due, count(*) FILTER (WHERE closed_on <= due_on)::int AS in_time FROM steward_finding JOIN base b ON b.id = retainer_id WHERE (due_on < $2 OR closed_on IS NOT NULL) AND due_on BETWEEN $3 AND $4 GROUP BY 1),
  s AS (SELECT retainer_id, count(*) FILTER (WHERE revision = 1 AND (due_on < $2 OR signed_on IS NOT NULL))::int AS due, count(*) FILTER (WHERE revision = 1 AND signed_on <= due_on)::int AS in_time,
               count(*) FILTER (WHERE state IN ('signed', 'acknowledged'))::int AS sent, count(*) FILTER (WHERE state = 'acknowledged')::int AS acknowledged FROM steward_report JOIN base b ON b.id = retainer_id WHERE due_on BETWEEN $3 AND $4 GROUP BY 1)`;

const SUMS = `count(*)::int AS retainers, coalesce(sum(v.due), 0)::int AS "visitsDue", coalesce(sum(v.held), 0)::int AS "visitsHeld", coalesce(sum(v.late), 0)::int AS "visitsLate", coalesce(sum(f.due), 0)::int AS "findingsDue", coalesce(sum(f.in_time), 0)::int AS "findingsInTime",
  coalesce(sum(s.due), 0)::int AS "reportsDue", coalesce(sum(s.in_time), 0)::int AS "reportsInTime", coalesce(sum(s.sent), 0)::int AS "reportsSent", coalesce(sum(s.acknowledged), 0)::int AS "reportsAcknowledged"`;

/** What supervision sees of stewards: figures of their own area, never a text, a photo or a finding. */
@Injectable()
export class QualityQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: QualityQuery): Promise<Page<StewardQualityView>> {
    const limit = query.limit ?? 20;
    const values: unknown[] = [actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`), this.clock.today(), query.from ?? '-infinity', query.to ?? 'infinity'];
    if (query.from && query.to && query.to < query.from) throw periodBackwards();
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const sort = query.sort ?? 'name';
    const isDown = sort.startsWith('-');
    const key = sort.endsWith('visits') ? `lpad((CASE WHEN q."visitsDue" = 0 THEN 1001 ELSE 1000 * q."visitsHeld" / q."visitsDue" END)::text, 4, '0')` : `q."firmName" || coalesce(q.number, '')`;
    const group = query.by === 'retainer' ? { id: 'b.id', number: 'b.number', client: 'b.client_name', by: 'b.id, b.number, b.client_name, b.firm_name' } : { id: 'b.firm_id', number: 'NULL::text', client: 'NULL::text', by: 'b.firm_id' };
    const after = decodeCursor(query.cursor, 2);
    const conditions = [
      'true',
      ...(query.lacking ? [`(q."visitsHeld" < q."visitsDue" OR q."findingsInTime" < q."findingsDue" OR q."reportsInTime" < q."reportsDue")`] : []),
      ...(query.q ? [`concat_ws(' ', q."firmName", q.number, q."clientName") ILIKE ${bind(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`)}`] : []),
      ...(after ? [`(${key}, q.id) ${isDown ? '<' : '>'} (${bind(after[0])}::text, ${bind(after[1])}::uuid)`] : []),
    ];
    const order = isDown ? 'DESC' : 'ASC';
    const rows = await this.db.query<Row>(
      `WITH ${FAMILIES}, q AS (SELECT ${group.id} AS id, ${query.by === 'retainer' ? 'b.firm_name' : 'max(b.firm_name)'} AS "firmName", ${group.number} AS number, ${group.client} AS "clientName", ${SUMS}
         FROM base b LEFT JOIN v ON v.retainer_id = b.id LEFT JOIN f ON f.retainer_id = b.id LEFT JOIN s ON s.retainer_id = b.id GROUP BY ${group.by})
       SELECT q.*, ${key} AS key FROM q WHERE ${conditions.join(' AND ')} ORDER BY ${key} ${order}, q.id ${order} LIMIT ${limit + 1}`,
      values,
    );
    return toPage(rows, limit, row => [row.key, row.id], qualityView);
  }

  async export(actor: Actor, query: QualityExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'steward-quality.export', subject: { type: 'steward-quality-list', id: query.by ?? 'firm' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '环保管家服务质量', title: '环保管家服务质量', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }
}

const qualityView = ({ key: _, ...row }: Row): StewardQualityView => ({
  ...row, visitsShare: shareOf(row.visitsHeld, row.visitsDue), findingsShare: shareOf(row.findingsInTime, row.findingsDue), reportsShare: shareOf(row.reportsInTime, row.reportsDue), acknowledgedShare: shareOf(row.reportsAcknowledged, row.reportsSent),
});
