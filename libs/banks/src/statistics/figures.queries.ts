import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, shanghaiInstant } from '@huanbao/platform';
import { figuresPeriod } from '../banks.errors';
import { regionsOf } from '../lists';
import type { BankFiguresQuery } from './figures.dto';
import type { BankFigureRowView, BankFiguresView, BankGradeRowView, BankMonthRowView } from './figures.view';

const MOST_DAYS = 731;
const MONTH = (column: string): string => `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`;
type Sums = Pick<BankFiguresView, 'living' | 'granted' | 'declined' | 'revoked' | 'waiting' | 'queries' | 'enterprises' | 'clients'>;

interface Asked {
  readonly from: string;
  readonly to: string;
  /** Regions, bank or null, first and last instant. */
  readonly values: readonly [string[], string | null, Date, Date];
}

/** Authorisations and queries in the officer's region, counted. */
@Injectable()
export class BankFigures {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async figures(actor: Actor, query: BankFiguresQuery): Promise<BankFiguresView> {
    const asked = this.asked(actor, query);
    const { from, to } = asked;
    return { from, to, ...(await this.sums(asked)), byBank: await this.byBank(asked), byGrade: await this.byGrade(asked), byMonth: await this.byMonth(asked) };
  }

  async export(actor: Actor, query: BankFiguresQuery): Promise<StreamableFile> {
    const figures = await this.figures(actor, query);
    const { from, to } = figures;
    await this.audit.record({ actor, action: 'bank-query.export-figures', subject: { type: 'bank-query-list', id: 'figures' }, details: { from, to } });
    type Line = readonly [string, string, string, number];
    const lines: Line[] = [
      ['合计', '有效授权（今日）', '份', figures.living], ['合计', '期内授权', '份', figures.granted], ['合计', '期内未同意', '份', figures.declined], ['合计', '期内撤销', '份', figures.revoked], ['合计', '待企业答复（今日）', '份', figures.waiting],
      ['合计', '查询', '次', figures.queries], ['合计', '被查询企业', '家', figures.enterprises], ['合计', '已批准的接口应用', '个', figures.clients],
      ...figures.byBank.flatMap((one): Line[] => [['按银行', `${one.name}：期内授权`, '份', one.authorizations], ['按银行', `${one.name}：查询`, '次', one.queries], ['按银行', `${one.name}：被查询企业`, '家', one.enterprises]]),
      ...figures.byGrade.flatMap((one): Line[] => [['按信用等级', `${one.name}：查询`, '次', one.queries], ['按信用等级', `${one.name}：被查询企业`, '家', one.enterprises]]),
      ...figures.byMonth.flatMap((one): Line[] => [['按月', `${one.month}：授权`, '份', one.granted], ['按月', `${one.month}：撤销`, '份', one.revoked], ['按月', `${one.month}：查询`, '次', one.queries]]),
    ];
    const columns = [{ header: '分组', width: 14, of: (row: Line) => row[0] }, { header: '项目', width: 40, of: (row: Line) => row[1] }, { header: '单位', width: 8, of: (row: Line) => row[2] }, { header: '数量', width: 10, of: (row: Line) => row[3] }];
    return spreadsheet({ name: '绿色金融统计', title: `绿色金融统计 ${from} 至 ${to}`, columns }, inTurn(lines));
  }

  private async sums({ values }: Asked): Promise<Sums> {
    const [row] = await this.db.query<Sums & object>(
      `SELECT count(*) FILTER (WHERE state = 'active' AND $5::date BETWEEN from_on AND to_on)::int AS living, count(*) FILTER (WHERE state IN ('active', 'revoked') AND decided_at >= $3 AND decided_at < $4)::int AS granted,
              count(*) FILTER (WHERE state = 'declined' AND decided_at >= $3 AND decided_at < $4)::int AS declined, count(*) FILTER (WHERE ended_at >= $3 AND ended_at < $4)::int AS revoked,
              count(*) FILTER (WHERE state = 'requested' AND answer_by >= $5::date)::int AS waiting,
              (SELECT count(*)::int FROM bank_query WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND at >= $3 AND at < $4) AS queries,
              (SELECT count(DISTINCT enterprise_id)::int FROM bank_query WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND at >= $3 AND at < $4) AS enterprises,
              (SELECT count(*)::int FROM bank_client WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND state = 'approved') AS clients
         FROM bank_authorization WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2)`,
      [...values, this.clock.today()],
    );
    return row as Sums;
  }

  private byBank({ values }: Asked): Promise<BankFigureRowView[]> {
    return this.db.query<BankFigureRowView>(
      `SELECT key, max(name) AS name, sum(a)::int AS authorizations, sum(q)::int AS queries, sum(e)::int AS enterprises FROM (
         SELECT bank_id::text AS key, max(bank_name) AS name, count(*) AS a, 0 AS q, 0 AS e FROM bank_authorization
          WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND state IN ('active', 'revoked') AND decided_at >= $3 AND decided_at < $4 GROUP BY bank_id
         UNION ALL SELECT bank_id::text, max(bank_name), 0, count(*), count(DISTINCT enterprise_id) FROM bank_query WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND at >= $3 AND at < $4 GROUP BY bank_id
       ) AS parts GROUP BY key ORDER BY queries DESC, authorizations DESC, name, key LIMIT 100`, values);
  }

  /** By the grade that was answered; questions without credit in their scope have none. */
  private byGrade({ values }: Asked): Promise<BankGradeRowView[]> {
    return this.db.query<BankGradeRowView>(
      `SELECT coalesce(grade, '') AS grade, coalesce(max(grade_title), '') AS name, count(*)::int AS queries, count(DISTINCT enterprise_id)::int AS enterprises FROM bank_query
        WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND at >= $3 AND at < $4 GROUP BY 1 ORDER BY queries DESC, grade LIMIT 50`, values);
  }

  private byMonth({ values }: Asked): Promise<BankMonthRowView[]> {
    return this.db.query<BankMonthRowView>(
      `SELECT month, sum(g)::int AS granted, sum(r)::int AS revoked, sum(q)::int AS queries FROM (
         SELECT ${MONTH('decided_at')} AS month, count(*) AS g, 0 AS r, 0 AS q FROM bank_authorization WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND state IN ('active', 'revoked') AND decided_at >= $3 AND decided_at < $4 GROUP BY 1
         UNION ALL SELECT ${MONTH('ended_at')}, 0, count(*), 0 FROM bank_authorization WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND ended_at >= $3 AND ended_at < $4 GROUP BY 1
         UNION ALL SELECT ${MONTH('at')}, 0, 0, count(*) FROM bank_query WHERE region_code LIKE ANY ($1) AND ($2::uuid IS NULL OR bank_id = $2) AND at >= $3 AND at < $4 GROUP BY 1
       ) AS parts GROUP BY month ORDER BY month`, values);
  }

  /** The last twelve months unless said otherwise. */
  private asked(actor: Actor, { from, to, bankId }: BankFiguresQuery): Asked {
    const last = to ?? this.clock.today();
    const first = from ?? addDays(last, -364);
    if (last < first || daysBetween(first, last) > MOST_DAYS) throw figuresPeriod();
    return { from: first, to: last, values: [regionsOf(actor), bankId ?? null, shanghaiInstant(first), shanghaiInstant(addDays(last, 1))] };
  }
}

async function* inTurn<T>(rows: readonly T[]): AsyncIterable<T> {
  yield* rows;
}
