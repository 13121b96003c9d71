import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, notFound, Page, toPage } from '@huanbao/platform';
import { PermitInTime, PermitRecords } from '../access/permit-records';
import { recordOrder } from '../access/record-order';
import { monitoringPolicy } from '../records.policy';
import { MonitoringResult } from './monitoring.entity';
import type { ResultListDto } from './monitoring.dto';
import { lineView, periodView, PlanLineView, ProgressView, ResultDetailView, ResultRow, ResultView, resultView } from './monitoring.view';
import { MonitoringExcuses } from './excuses';
import { periodsOf, planOf } from './plan';
import { SampleDemands } from './sample-demands';
import { ResultContexts } from './result-context';

const DEFAULT_LIMIT = 20;

/** Columns of a result, with what replaced it. */
export const RESULT_COLUMNS = `
  r.id, r.permit_id AS "permitId", r.medium, r.place, r.pollutant, r.method, r.sampled_at AS "sampledAt", r.sampled_on::text AS "sampledOn", r.sample_no AS "sampleNo", r.reported, r.unit,
  r.value::text, r.below_detection AS "belowDetection",
  trim_scale(r.oxygen_percent)::text AS "oxygenPercent", trim_scale(r.base_oxygen_percent)::text AS "baseOxygenPercent", trim_scale(r.compared_value)::text AS "comparedValue", trim_scale(r.limit_value)::text AS "limitValue",
  r.limit_standard AS "limitStandard", r.verdict, r.steps, trim_scale(r.flow)::text AS flow, r.technique, r.laboratory, r.cma, r.report_no AS "reportNo", r.report_file_id AS "reportFileId", r.note, r.confirmed,
  r.source, r.entered_at AS "enteredAt", r.entered_by_name AS "enteredByName", r.corrects_id AS "correctsId", r.reason, r.voided, n.id AS "correctedById"`;
export const RESULT_FROM = 'FROM monitoring_result r LEFT JOIN monitoring_result n ON n.corrects_id = r.id';

/** Results as they are read, and the plan beside them. */
@Injectable()
export class MonitoringQueries {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly contexts: ResultContexts,
    private readonly excuses: MonitoringExcuses,
    private readonly samples: SampleDemands,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, permitId: string, filter: ResultListDto): Promise<Page<ResultView>> {
    await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const values: unknown[] = [permitId];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ['r.permit_id = $1', ...conditionsOf(filter, bind)];
    const { orderBy, after, keysOf } = recordOrder(filter, { day: 'r.sampled_on', id: 'r.id' }, bind);
    if (after) conditions.push(after);
    const rows = await this.db.query<ResultRow>(`SELECT ${RESULT_COLUMNS} ${RESULT_FROM} WHERE ${conditions.join(' AND ')} ORDER BY ${orderBy} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => keysOf({ id: row.id, day: row.sampledOn }), resultView);
  }

  async detail(actor: Actor, id: string): Promise<ResultDetailView> {
    const result = await this.db.repo(MonitoringResult).findOneBy({ id });
    if (!result) throw notFound();
    await this.records.require(actor, result.permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    const rows = await this.db.query<ResultRow & { exceedanceId: string | null }>(
      `SELECT ${RESULT_COLUMNS}, x.id AS "exceedanceId" ${RESULT_FROM} LEFT JOIN exceedance x ON x.result_id = r.id
         JOIN monitoring_result o ON o.id = $1 AND (r.permit_id, r.place, r.pollutant, r.method, r.sampled_at) = (o.permit_id, o.place, o.pollutant, o.method, o.sampled_at) ORDER BY r.id`,
      [id],
    );
    const own = rows.find(row => row.id === id);
    if (!own) throw notFound();
    const history = rows.map(({ exceedanceId: _exceedance, ...row }) => resultView(row));
    return { ...(history.find(row => row.id === id) as ResultView), history, exceedanceId: own.exceedanceId };
  }

  /** The plan of today with limits and units. */
  async plan(permit: PermitInTime): Promise<PlanLineView[]> {
    const today = this.clock.today();
    const day = today < permit.begins ? permit.begins : today;
    const form = permit.formOn(day);
    const context = (await this.contexts.of(permit, [])).on(day);
    return !form || !context ? [] : planOf(form).map(line => lineView(line, {
      limitValue: context.limitOf(line.place, line.pollutant, 'day')?.value ?? null,
      baseOxygenPercent: line.medium === 'air' ? (context.baseOxygenOf(line.place)?.value ?? null) : null,
    }));
  }

  /** Planned and done in a year, line by line, with what is missing. */
  async progress(actor: Actor, permitId: string, year: string | undefined): Promise<ProgressView> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    const today = this.clock.today();
    const of = year ?? today.slice(0, 4);
    const inTime = await this.records.inTime(permit);
    const rows = await this.db.query<{ place: string; pollutant: string; day: string }>(
      `SELECT r.place, r.pollutant, r.sampled_on::text AS day ${RESULT_FROM} WHERE r.permit_id = $1 AND r.sampled_on BETWEEN $2 AND $3 AND n.id IS NULL AND NOT r.voided AND r.method = 'manual'`, [permitId, `${of}-01-01`, `${of}-12-31`],
    );
    const excuses = await this.excuses.of(permitId);
    const samplesADay = (await this.samples.aDay())(today);
    const lines = (await this.plan(inTime)).map(line => {
      const days = rows.filter(row => row.place === line.place && row.pollutant === line.pollutant).map(row => row.day);
      const periods = periodsOf(line, days, { from: `${of}-01-01`, to: `${of}-12-31`, today, begins: inTime.begins, excuses, samplesADay });
      return { ...line, periods: periods.map(periodView), missing: periods.filter(one => one.state === 'missing').length };
    });
    const count = (state: string): number => lines.reduce((sum, line) => sum + line.periods.filter(one => one.state === state).length, 0);
    return { year: of, planned: count('done') + count('missing') + count('open'), done: count('done'), missing: count('missing'), lines };
  }
}

function conditionsOf(filter: ResultListDto, bind: (value: unknown) => string): string[] {
  const like = filter.q ? bind(`%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`) : '';
  return [
    ...(filter.place ? [`r.place = ${bind(filter.place)}`] : []),
    ...(filter.pollutant ? [`r.pollutant = ${bind(filter.pollutant)}`] : []),
    ...(filter.verdict ? [`r.verdict = ${bind(filter.verdict)}`] : []),
    ...(filter.from ? [`r.sampled_on >= ${bind(filter.from)}`] : []),
    ...(filter.to ? [`r.sampled_on <= ${bind(filter.to)}`] : []),
    ...(filter.q ? [`lower(coalesce(r.sample_no, '') || ' ' || coalesce(r.report_no, '') || ' ' || coalesce(r.laboratory, '')) LIKE ${like}`] : []),
  ];
}
