import { Injectable, StreamableFile } from '@nestjs/common';
import { SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db } from '@huanbao/platform';
import { periodBackwards } from '../market-data.errors';
import { KIND_WORDS, STAGE_WORDS } from '../words';
import { figureOf, FigureRow, forPublic, LEAST_AWARDS, withoutRemainder } from './figures';
import { Reckoned } from './reckoned';
import type { MarketFigureView, MarketGroup, MarketStatisticsQuery, MarketStatisticsView } from './statistics.view';

/** One key an SQL expression; of tasks `t`, winners `w`, services `s`. */
const KEYS: Readonly<Record<Exclude<MarketGroup, 'firm'>, string>> = {
  kind: 't.kind', stage: 't.stage', service: `coalesce(t.service_code, '')`, month: `to_char(t.published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
};
const MOST_GROUPS = 500;

/** `won` says of a row that it counts as awarded; a direct commission has no bid, its price stands in the task. */
const sums = (won: string): string => `
  count(*)::int AS published, count(*) FILTER (WHERE t.opened_at IS NOT NULL)::int AS opened, count(*) FILTER (WHERE ${won})::int AS awarded,
  count(*) FILTER (WHERE t.state = 'failed')::int AS failed, count(*) FILTER (WHERE t.state = 'cancelled')::int AS cancelled, coalesce(sum(c.n), 0)::int AS bids,
  sum(t.awarded_price_yuan) FILTER (WHERE ${won}) AS "awardYuan", sum(t.budget_yuan) FILTER (WHERE ${won}) AS "budgetYuan", sum(t.awarded_price_yuan) FILTER (WHERE ${won} AND t.budget_yuan IS NOT NULL) AS "againstYuan",
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM t.awarded_at - t.published_at)) FILTER (WHERE ${won}) / 86400)::numeric AS "medianDays"`;
const SUMS = sums('t.awarded_firm_id IS NOT NULL');
/** A bid is counted only when its task has been opened: the number of sealed ones is nobody's statistics. */
const FROM = `
  FROM service_task t
  LEFT JOIN (SELECT b.task_id, count(*) AS n FROM bid b WHERE b.state IN ('opened', 'unreadable') GROUP BY 1) c ON c.task_id = t.id AND t.opened_at IS NOT NULL`;
const WHERE = `
  WHERE t.published_at IS NOT NULL AND ($1::date IS NULL OR t.published_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai')
    AND ($2::date IS NULL OR t.published_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
    AND ($3::text[] IS NULL OR t.region_code LIKE ANY ($3))`;

const COLUMNS: readonly SheetColumn<MarketFigureView>[] = [
  { header: '分组', width: 30, of: row => row.labelZh },
  { header: '发布', width: 8, of: row => row.published },
  { header: '已开标', width: 8, of: row => row.opened },
  { header: '已定标', width: 8, of: row => row.awarded },
  { header: '流标', width: 8, of: row => row.failed },
  { header: '取消', width: 8, of: row => row.cancelled },
  { header: '报价份数', width: 10, of: row => row.bids },
  { header: '每个任务报价', width: 12, of: row => row.bidsPerTask },
  { header: '成交额（元）', width: 18, of: row => row.awardYuan },
  { header: '对应预算（元）', width: 18, of: row => row.budgetYuan },
  { header: '节约（元）', width: 18, of: row => row.savedYuan },
  { header: '节约率（%）', width: 12, of: row => row.savedPercent },
  { header: '发布到定标（天，中位数）', width: 22, of: row => row.medianDays },
];

/** Number, savings, competition and time of the market, by what one asks for. */
@Injectable()
export class MarketStatistics {
  private readonly reckoned = new Reckoned<MarketStatisticsView>();

  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  /** Of the officer's region, exact. */
  ofRegion(actor: Actor, query: MarketStatisticsQuery): Promise<MarketStatisticsView> {
    return this.read(query, actor.regions.filter(region => /^\d+$/.test(region)).map(region => `${region}%`));
  }

  /** Of everybody, in aggregate. Anyone may ask, and each answer reads all tasks: it is reckoned once for each state of the market. */
  async ofAll(query: MarketStatisticsQuery): Promise<MarketStatisticsView> {
    const [newest] = await this.db.query<{ id: string }>('SELECT id FROM task_event ORDER BY id DESC LIMIT 1');
    return this.reckoned.get(JSON.stringify([query.from, query.to, query.by]), newest?.id ?? '', async () => {
      const { total, groups, from, to } = await this.read(query, null);
      return { from, to, total: forPublic(total), groups: withoutRemainder(groups).map(forPublic), leastAwards: LEAST_AWARDS };
    });
  }

  async export(actor: Actor, query: MarketStatisticsQuery): Promise<StreamableFile> {
    const { groups, total } = await this.ofRegion(actor, query);
    await this.audit.record({ actor, action: 'market-statistics.export', subject: { type: 'market-statistics', id: query.by ?? 'kind' }, details: { from: query.from, to: query.to } });
    return spreadsheet({ name: '服务市场统计', title: '统计', columns: COLUMNS }, each([...groups, total]));
  }

  private async read({ from = null, to = null, by = 'kind' }: { from?: string | null; to?: string | null; by?: MarketGroup }, regions: readonly string[] | null): Promise<MarketStatisticsView> {
    if (from !== null && to !== null && to < from) throw periodBackwards();
    const parameters = [from, to, regions];
    const [sums] = await this.db.query<FigureRow>(`SELECT '' AS key, '合计' AS "labelZh", 'Total' AS "labelEn", ${SUMS} ${FROM} ${WHERE}`, parameters);
    const rows = await (by === 'firm' ? this.byFirm(parameters) : this.byKey(by, parameters));
    return { from, to, total: figureOf(sums as FigureRow), groups: rows.map(figureOf), leastAwards: null };
  }

  private async byKey(by: Exclude<MarketGroup, 'firm'>, parameters: readonly unknown[]): Promise<FigureRow[]> {
    const rows = await this.db.query<FigureRow & { titleZh: string | null; titleEn: string | null }>(
      `SELECT ${KEYS[by]} AS key, max(s.title_zh) AS "titleZh", max(s.title_en) AS "titleEn", ${SUMS} ${FROM} LEFT JOIN catalogue_service s ON s.code = t.service_code ${WHERE}
        GROUP BY 1 ORDER BY ${by === 'month' ? '1 DESC' : 'count(*) DESC, 1'} LIMIT ${MOST_GROUPS}`, parameters);
    return rows.map(({ titleZh, titleEn, ...row }) => ({ ...row, ...labelsOf(by, row.key, { zh: titleZh, en: titleEn }) }));
  }

  /** Of a firm: tasks it bid on that have been opened, what it won, and what it was commissioned with. */
  private byFirm(parameters: readonly unknown[]): Promise<FigureRow[]> {
    return this.db.query<FigureRow>(
      `SELECT f.firm_id AS key, max(f.firm_name) AS "labelZh", max(f.firm_name) AS "labelEn", ${sums('t.awarded_firm_id = f.firm_id')}
         FROM (SELECT b.task_id, b.firm_id, b.firm_name, 1 AS n FROM bid b JOIN service_task o ON o.id = b.task_id AND o.opened_at IS NOT NULL WHERE b.state IN ('opened', 'unreadable')
               UNION ALL SELECT d.id, d.awarded_firm_id, d.awarded_firm_name, 0 FROM service_task d WHERE d.method = 'direct' AND d.awarded_firm_id IS NOT NULL) f
         JOIN service_task t ON t.id = f.task_id CROSS JOIN LATERAL (SELECT f.n) c ${WHERE}
        GROUP BY f.firm_id ORDER BY count(*) FILTER (WHERE t.awarded_firm_id = f.firm_id) DESC, count(*) DESC, f.firm_id LIMIT ${MOST_GROUPS}`, [...parameters]);
  }
}

function labelsOf(by: MarketGroup, key: string, title: { zh: string | null; en: string | null }): { labelZh: string; labelEn: string } {
  if (by === 'kind') return labels(KIND_WORDS[key as keyof typeof KIND_WORDS]);
  if (by === 'stage') return labels(STAGE_WORDS[key as keyof typeof STAGE_WORDS]);
  if (by === 'service') return key === '' ? { labelZh: '目录以外', labelEn: 'Not in the catalogue' } : { labelZh: title.zh ?? key, labelEn: title.en ?? key };
  return { labelZh: key, labelEn: key };
}

const labels = ({ zh, en }: { zh: string; en: string }): { labelZh: string; labelEn: string } => ({ labelZh: zh, labelEn: en });

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
