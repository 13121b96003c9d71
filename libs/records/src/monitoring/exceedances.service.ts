import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, Page, stale, toPage } from '@huanbao/platform';
import { scoped } from '../access/scoped';
import { exceedanceWithdrawn, restoredTooEarly } from '../records.errors';
import { monitoringPolicy } from '../records.policy';
import { Exceedance } from './monitoring.entity';
import { pollutantTitle } from './words';

interface Filter {
  readonly state?: Exceedance['state'];
  readonly permitId?: string;
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: 'found' | '-found' | 'sampled' | '-sampled';
  readonly limit?: number;
  readonly cursor?: string;
}

interface Explanation {
  readonly cause: string;
  readonly action: string;
  readonly restoredOn?: string;
}

/** An enterprise over some days, both included; at some outlets and at every point of some media (`fugitive`, `noise`), or anywhere (null). */
export interface ExceedanceSpan {
  readonly key: string;
  readonly enterpriseId: string;
  readonly from: string;
  readonly to: string;
  readonly places: { readonly outlets: readonly string[]; readonly media: readonly string[] } | null;
}

const DEFAULT_LIMIT = 20;
const STATES: Readonly<Record<Exceedance['state'], string>> = { open: '待说明', explained: '已说明', withdrawn: '结果已更正' };

const COLUMNS: readonly SheetColumn<Exceedance>[] = [
  { header: '企业', width: 30, of: row => row.enterpriseName },
  { header: '场所', width: 24, of: row => row.siteName },
  { header: '点位', width: 14, of: row => row.place },
  { header: '监测因子', width: 14, of: row => pollutantTitle(row.pollutant).zh },
  { header: '采样日期', width: 12, of: row => row.sampledOn },
  { header: '比较浓度', width: 12, of: row => row.comparedValue },
  { header: '许可限值', width: 12, of: row => row.limitValue },
  { header: '单位', width: 10, of: row => row.unit },
  { header: '处理', width: 12, of: row => STATES[row.state] },
  { header: '超标原因', width: 40, of: row => row.cause },
  { header: '采取的措施', width: 40, of: row => row.action },
  { header: '恢复达标日期', width: 14, of: row => row.restoredOn },
  { header: '说明人', width: 12, of: row => row.explainedByName },
];

/** Results above their limits, as to-dos of the enterprise; the bureau of the place reads them. */
@Injectable()
export class Exceedances {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: Filter): Promise<Page<Exceedance>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const sort = filter.sort ?? '-found';
    const byDay = sort.endsWith('sampled');
    const [way, sign] = sort.startsWith('-') ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
    const query = scoped(this.db.repo(Exceedance).createQueryBuilder('x'), actor, 'x').orderBy(byDay ? 'x.sampledOn' : 'x.id', way).limit(limit + 1);
    if (byDay) query.addOrderBy('x.id', way);
    if (filter.state) query.andWhere('x.state = :state', { state: filter.state });
    if (filter.permitId) query.andWhere('x.permitId = :permitId', { permitId: filter.permitId });
    if (filter.q) query.andWhere(containsWords('x.search', ':q'), { q: filter.q });
    if (filter.from) query.andWhere('x.sampledOn >= :from', { from: filter.from });
    if (filter.to) query.andWhere('x.sampledOn <= :to', { to: filter.to });
    const after = decodeCursor(filter.cursor, byDay ? 2 : 1);
    if (after) query.andWhere(byDay ? `(x.sampledOn, x.id) ${sign} (CAST(:day AS date), CAST(:id AS uuid))` : `x.id ${sign} CAST(:id AS uuid)`, byDay ? { day: after[0], id: after[1] } : { id: after[0] });
    return toPage(await query.getMany(), limit, one => (byDay ? [one.sampledOn, one.id] : [one.id]), one => one);
  }

  /** The list as filtered; each export is recorded. */
  async export(actor: Actor, filter: Filter): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'exceedance.export', subject: { type: 'exceedance', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '监测结果超标', title: '监测结果超标', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  /** Days with a result above its limit, by the key of each span. For rooms that judge what work on treatment came to. */
  async daysIn(spans: readonly ExceedanceSpan[]): Promise<Map<string, number>> {
    if (spans.length === 0) return new Map();
    const rows = await this.db.query<{ key: string; days: number }>(
      `SELECT s.key, count(DISTINCT x.sampled_on)::int AS days
         FROM unnest($1::text[], $2::uuid[], $3::date[], $4::date[], $5::bool[], $6::text[], $7::text[]) AS s(key, enterprise_id, from_day, to_day, anywhere, outlets, media)
         JOIN exceedance x ON x.enterprise_id = s.enterprise_id AND x.sampled_on BETWEEN s.from_day AND s.to_day AND x.state <> 'withdrawn'
         JOIN monitoring_result r ON r.id = x.result_id
        WHERE s.anywhere OR upper(x.place) = ANY (string_to_array(s.outlets, ',')) OR r.medium = ANY (string_to_array(s.media, ',')) GROUP BY s.key`,
      [
        spans.map(one => one.key), spans.map(one => one.enterpriseId), spans.map(one => one.from), spans.map(one => one.to),
        spans.map(one => one.places === null), spans.map(one => (one.places?.outlets ?? []).join(',')), spans.map(one => (one.places?.media ?? []).join(',')),
      ],
    );
    return new Map(rows.map(row => [row.key, row.days]));
  }

  async find(actor: Actor, id: string): Promise<Exceedance> {
    const found = await this.db.repo(Exceedance).findOneBy({ id });
    monitoringPolicy.require(actor, 'monitoring.read', found);
    return found;
  }

  /** The cause and what was done (排污许可管理条例 art. 21: anomalies are dealt with at once, recorded with cause and measures). It may be completed later. */
  explain(actor: Actor, id: string, { given, version }: { given: Explanation; version: number }): Promise<Exceedance> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Exceedance, { id });
      monitoringPolicy.require(actor, 'monitoring.explain', row);
      if (row.version !== version) throw stale();
      if (row.state === 'withdrawn') throw exceedanceWithdrawn();
      if (given.restoredOn && (given.restoredOn < row.sampledOn || given.restoredOn > this.clock.today())) throw restoredTooEarly();
      const change = {
        state: 'explained' as const, cause: given.cause, action: given.action, restoredOn: given.restoredOn ?? null, explainedAt: this.clock.now(), explainedBy: actor.userId, explainedByName: actor.name, version: version + 1,
      };
      await this.db.repo(Exceedance).update({ id }, change);
      await this.audit.record({ actor, action: 'exceedance.explain', subject: { type: 'exceedance', id }, details: { before: { cause: row.cause, action: row.action }, after: { cause: given.cause, action: given.action } }, onBehalfOf: row.enterpriseId === actor.orgId ? null : row.enterpriseId });
      return { ...row, ...change };
    });
  }
}
