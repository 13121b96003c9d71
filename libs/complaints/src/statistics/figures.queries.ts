import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { spreadsheet } from '@huanbao/documents';
import { Actor, Audit, CITY, City, Clock, Db, shanghaiInstant } from '@huanbao/platform';
import { CaseRecord } from '@huanbao/casework';
import type { SelectQueryBuilder } from 'typeorm';
import { complaintMachine } from '../complaint.machine';
import { complaintPeriod } from '../complaints.errors';
import { Complaint } from '../entities';
import { regionsOf } from '../lists';
import type { ComplaintFiguresQuery } from '../lists.dto';
import { CHANNEL_WORDS, OUTCOME_WORDS, SUBJECT_WORDS } from '../rules';
import type { ComplaintCountView, ComplaintMonthView, ComplaintStatisticsView, HotSpotMapView, HotSpotView } from '../views/figures.view';

const SQUARE = 0.005;
const MOST_SPOTS = 500;
const MOST_DAYS = 731;

interface Period {
  readonly from: string;
  readonly to: string;
}

/** Numbers of complaints, and where they come from. */
@Injectable()
export class ComplaintFigures {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(CITY) private readonly city: City,
  ) {}

  async statistics(actor: Actor, query: ComplaintFiguresQuery): Promise<ComplaintStatisticsView> {
    const period = this.periodOf(query);
    const rows = (): SelectQueryBuilder<Complaint> => this.rows(actor, query, period);
    const sums = await rows().select(SUMS.map(([name, sql]) => `${sql} AS "${name}"`).join(', ')).setParameter('today', this.clock.today()).getRawOne<Record<string, number | null>>();
    const grouped = async (sql: string): Promise<ComplaintCountView[]> =>
      rows().select(`${sql} AS key, count(*)::int AS count`).andWhere(`${sql} IS NOT NULL`).groupBy(sql).orderBy('count', 'DESC').addOrderBy('key', 'ASC').limit(30).getRawMany<ComplaintCountView>();
    return {
      ...period, ...(sums as unknown as Omit<ComplaintStatisticsView, 'from' | 'to' | 'bySubject' | 'byChannel' | 'byState' | 'byOutcome' | 'byUnit' | 'byMonth'>),
      bySubject: await grouped('c.subject'), byChannel: await grouped('c.channel'), byState: await grouped('k.state'), byOutcome: await grouped('c.outcome'), byUnit: await grouped('c.unit'),
      byMonth: await rows().select(`to_char(c.receivedAt AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, count(*)::int AS received, count(c.answeredAt)::int AS answered`).groupBy('month').orderBy('month', 'ASC').getRawMany<ComplaintMonthView>(),
    };
  }

  async export(actor: Actor, query: ComplaintFiguresQuery): Promise<StreamableFile> {
    const figures = await this.statistics(actor, query);
    await this.audit.record({ actor, action: 'complaint.export-figures', subject: { type: 'complaint-list', id: 'figures' }, details: { from: figures.from, to: figures.to } });
    const states = complaintMachine.states as Readonly<Record<string, { label: { zh: string } }>>;
    const part = (name: string, counts: readonly ComplaintCountView[], word: (key: string) => string): [string, string, number][] => counts.map(one => [name, word(one.key), one.count]);
    const lines: [string, string, number][] = [
      ['合计', '收到', figures.received], ['合计', '受理', figures.accepted], ['合计', '按期判断', figures.judgedInTime], ['合计', '已答复', figures.answered], ['合计', '按期答复', figures.answeredInTime],
      ['合计', '评价满意', figures.satisfied], ['合计', '评价不满意', figures.dissatisfied],
      ['合计', '启动办理（轮）', figures.begun], ['合计', '按期启动（轮）', figures.begunInTime], ['合计', '重新办理', figures.reopened],
      ['不满意意见', '提出', figures.disputes], ['不满意意见', '重新办理', figures.disputesReopened], ['不满意意见', '维持并说明理由', figures.disputesUpheld], ['不满意意见', '待判断', figures.disputesOpen], ['不满意意见', '复查', figures.reviews],
      ...part('类型', figures.bySubject, key => SUBJECT_WORDS[key as keyof typeof SUBJECT_WORDS].zh), ...part('来源', figures.byChannel, key => CHANNEL_WORDS[key as keyof typeof CHANNEL_WORDS].zh),
      ...part('状态', figures.byState, key => states[key]?.label.zh ?? key), ...part('查处结果', figures.byOutcome, key => OUTCOME_WORDS[key as keyof typeof OUTCOME_WORDS].zh), ...part('办理单位', figures.byUnit, key => key),
    ];
    const columns = [{ header: '分组', width: 14, of: (row: [string, string, number]) => row[0] }, { header: '项目', width: 24, of: (row: [string, string, number]) => row[1] }, { header: '件数', width: 10, of: (row: [string, string, number]) => row[2] }];
    return spreadsheet({ name: '投诉举报统计', title: `投诉举报统计 ${figures.from} 至 ${figures.to}`, columns }, inTurn(lines));
  }

  /** Squares of the city with how many complaints came from each. */
  async hotSpots(actor: Actor, query: ComplaintFiguresQuery): Promise<HotSpotMapView> {
    const period = this.periodOf(query);
    const square = (name: string): string => `floor(c.${name} / ${SQUARE})`;
    const spots = await this.rows(actor, query, period).andWhere('c.lng IS NOT NULL')
      .select(`avg(c.lng)::float8 AS lng, avg(c.lat)::float8 AS lat, count(*)::int AS count`)
      .addSelect(`to_json((array_agg(json_build_object('id', c.id, 'number', c.number, 'place', c.place) ORDER BY c.receivedAt DESC))[1:20])`, 'complaints')
      .groupBy(square('lng')).addGroupBy(square('lat')).orderBy('count', 'DESC').limit(MOST_SPOTS).getRawMany<HotSpotView>();
    const [placed, all] = [await this.rows(actor, query, period).andWhere('c.lng IS NOT NULL').getCount(), await this.rows(actor, query, period).getCount()];
    return { ...this.city.bounds, outline: (this.city.boundary ?? []).flat() as unknown as number[][][], spots, placed, withoutPlace: all - placed };
  }

  private rows(actor: Actor, { subject }: ComplaintFiguresQuery, { from, to }: Period): SelectQueryBuilder<Complaint> {
    const rows = this.db.repo(Complaint).createQueryBuilder('c').innerJoin(CaseRecord, 'k', 'k.id = c.id').where('c.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) })
      .andWhere('c.receivedAt >= :from AND c.receivedAt < :until', { from: shanghaiInstant(from), until: shanghaiInstant(addDays(to, 1)) });
    return subject ? rows.andWhere('c.subject = :subject', { subject }) : rows;
  }

  /** The last twelve months unless said otherwise. */
  private periodOf({ from, to }: ComplaintFiguresQuery): Period {
    const last = to ?? this.clock.today();
    const first = from ?? addDays(last, -364);
    if (last < first || daysBetween(first, last) > MOST_DAYS) throw complaintPeriod();
    return { from: first, to: last };
  }
}

async function* inTurn<T>(rows: readonly T[]): AsyncIterable<T> {
  yield* rows;
}

const day = (column: string): string => `(c.${column} AT TIME ZONE 'Asia/Shanghai')::date`;
/** Rounds and statements stand in tables of their own: counted for each complaint, then summed. */
const rounds = (of: string): string => `coalesce(sum((SELECT count(*) FROM complaint_round r WHERE r.complaint_id = c.id AND ${of})), 0)::int`;
const disputes = (of: string): string => `coalesce(sum((SELECT count(*) FROM complaint_dispute d WHERE d.complaint_id = c.id AND ${of})), 0)::int`;
const SUMS: readonly (readonly [keyof ComplaintStatisticsView, string])[] = [
  ['received', 'count(*)::int'],
  ['open', 'count(*) FILTER (WHERE k.closedAt IS NULL)::int'],
  ['overdue', 'count(*) FILTER (WHERE k.dueOn < :today AND k.closedAt IS NULL)::int'],
  ['accepted', `count(*) FILTER (WHERE c.acceptedAt IS NOT NULL AND k.state NOT IN ('untold', 'refused', 'referred'))::int`],
  ['judged', 'count(c.acceptedAt)::int'],
  ['judgedInTime', `count(*) FILTER (WHERE ${day('acceptedAt')} <= c.acceptanceDue)::int`],
  ['answered', 'count(c.answeredAt)::int'],
  ['answeredInTime', `count(*) FILTER (WHERE ${day('answeredAt')} <= c.handlingDue)::int`],
  ['averageDays', `round(avg(${day('answeredAt')} - ${day('acceptedAt')}), 1)::float8`],
  ['confirmed', `count(*) FILTER (WHERE c.outcome IN ('confirmed', 'partly'))::int`],
  ['merged', 'count(c.parentId)::int'],
  ['rated', 'count(c.satisfaction)::int'],
  ['satisfied', `count(*) FILTER (WHERE c.satisfaction IN ('satisfied', 'fair'))::int`],
  ['dissatisfied', `count(*) FILTER (WHERE c.satisfaction = 'dissatisfied')::int`],
  ['begun', rounds('r.begun_at IS NOT NULL AND r.commencement_due IS NOT NULL')],
  ['begunInTime', rounds(`(r.begun_at AT TIME ZONE 'Asia/Shanghai')::date <= r.commencement_due`)],
  ['reopened', 'count(*) FILTER (WHERE c.round > 1)::int'],
  ['disputes', disputes('true')],
  ['disputesReopened', disputes(`d.state = 'reopened'`)],
  ['disputesUpheld', disputes(`d.state = 'upheld'`)],
  ['disputesOpen', disputes(`d.state = 'open'`)],
  ['reviews', disputes(`d.level = 'review'`)],
];
