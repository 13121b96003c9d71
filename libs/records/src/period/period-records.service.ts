import { concentrationUnit } from '@huanbao/permits';
import { Injectable } from '@nestjs/common';
import type { Permit } from '@huanbao/permits';
import { Clock, Db } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import { completenessOf, neededSpan } from '../ledger/completeness';
import { ledgerBook } from '../ledger/ledger-book';
import { LedgerQueries } from '../ledger/ledger.queries';
import type { LedgerItem } from '../ledger/template';
import { MonitoringExcuses } from '../monitoring/excuses';
import { periodsOf, planOf, type PlanLine, type PlannedPeriod } from '../monitoring/plan';
import { ResultContexts } from '../monitoring/result-context';
import { pollutantTitle } from '../monitoring/words';
import { quantitiesOf, runsOf } from './ledger-of-period';
import type { ExceedanceFacts, LedgerFacts, MonitoringFacts, PeriodFacts } from './period-facts';

interface Span {
  readonly from: string;
  readonly to: string;
}

interface Measured {
  readonly place: string;
  readonly pollutant: string;
  readonly days: string[];
  readonly count: number;
  readonly least: string;
  readonly most: string;
  readonly average: string;
  readonly exceeded: number;
}

const NOTHING: PeriodFacts = { facilities: [], treatments: [], quantities: [], ledgers: [], monitoring: [], exceedances: [] };

/** Ledgers, results and exceedances of a span, summed up. It asks for no right: who calls has checked the actor. */
@Injectable()
export class PeriodRecords {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly ledger: LedgerQueries,
    private readonly contexts: ResultContexts,
    private readonly excuses: MonitoringExcuses,
    private readonly clock: Clock,
  ) {}

  async of(permit: Permit, given: Span): Promise<PeriodFacts> {
    const inTime = await this.records.inTime(permit);
    const today = this.clock.today();
    const span = { from: given.from < inTime.begins ? inTime.begins : given.from, to: given.to > today ? today : given.to };
    const form = inTime.formOn(span.to);
    if (!form || span.from > span.to) return NOTHING;
    const items = ledgerBook(inTime)(span.to) ?? [];
    const facilities = await this.ledger.entriesBetween(permit.id, span, 'facility-operation');
    const treatments = await this.ledger.entriesBetween(permit.id, span, 'treatment-operation');
    const context = (await this.contexts.of(inTime, [])).on(span.to);
    const limitOf = (line: PlanLine): string | null => context?.limitOf(line.place, line.pollutant, 'day')?.value ?? null;
    const measured = [...(await this.measured(permit.id, span)), ...(await this.automatic(permit.id, span))];
    return {
      facilities: runsOf(items, 'facility-operation', facilities), treatments: runsOf(items, 'treatment-operation', treatments), quantities: quantitiesOf(form, facilities),
      ledgers: await this.ledgers(permit.id, items, { ...span, today, begins: inTime.begins }),
      monitoring: this.monitoring(planOf(form), measured, { span: { ...span, today, begins: inTime.begins, excuses: await this.excuses.of(permit.id) }, limitOf }),
      exceedances: await this.exceedances(permit.id, span),
    };
  }

  private async ledgers(permitId: string, items: readonly LedgerItem[], span: Span & { today: string; begins: string }): Promise<LedgerFacts[]> {
    const rhythmic = items.filter(item => item.rhythm !== 'batch' && item.rhythm !== 'event');
    const counts = await this.ledger.counts(permitId, neededSpan(rhythmic, span.from, span.to));
    return rhythmic.map(item => {
      const { expected, entered } = completenessOf(item, counts.get(item.key) ?? new Map(), span);
      return { key: item.key, title: item.title, kind: item.kind, expected, entered };
    });
  }

  private monitoring(plan: readonly PlanLine[], measured: readonly Measured[], { span, limitOf }: { span: Parameters<typeof periodsOf>[2]; limitOf: (line: PlanLine) => string | null }): MonitoringFacts[] {
    return plan.map(line => {
      const found = measured.find(one => one.place === line.place && one.pollutant === line.pollutant);
      const periods = periodsOf(line, found?.days ?? [], span).filter(one => one.to <= span.to);
      const missing = periods.filter(one => one.state === 'missing').length;
      return {
        place: line.place, pollutant: line.pollutant, pollutantTitle: pollutantTitle(line.pollutant), method: line.method, unit: concentrationUnit(line.medium, line.pollutant),
        planned: periods.filter(one => one.state !== 'short' && one.state !== 'standing').length, standing: standingOf(periods), done: found?.days.length ?? 0, missing, count: found?.count ?? 0,
        least: found?.least ?? null, most: found?.most ?? null, average: found?.average ?? null, limit: limitOf(line), exceeded: found?.exceeded ?? 0,
      };
    });
  }

  private measured(permitId: string, { from, to }: Span): Promise<Measured[]> {
    return this.db.query<Measured>(
      `SELECT r.place, r.pollutant, array_agg(DISTINCT r.sampled_on::text) AS days, count(*)::int AS count, trim_scale(round(min(r.compared_value), 6))::text AS least, trim_scale(round(max(r.compared_value), 6))::text AS most,
              trim_scale(round(avg(r.compared_value), 4))::text AS average, (count(*) FILTER (WHERE r.verdict = 'exceeded'))::int AS exceeded
         FROM monitoring_result r LEFT JOIN monitoring_result n ON n.corrects_id = r.id
        WHERE r.permit_id = $1 AND r.sampled_on BETWEEN $2 AND $3 AND n.id IS NULL AND NOT r.voided GROUP BY 1, 2`,
      [permitId, from, to],
    );
  }

  /** Valid hours (air) and days (water) of automatic monitoring, the newest revision of each. */
  private automatic(permitId: string, { from, to }: Span): Promise<Measured[]> {
    return this.db.query<Measured>(
      `SELECT place, pollutant, array_agg(DISTINCT day::text) AS days, count(*)::int AS count, trim_scale(round(min(concentration), 6))::text AS least, trim_scale(round(max(concentration), 6))::text AS most,
              trim_scale(round(avg(concentration), 4))::text AS average, 0 AS exceeded
         FROM (SELECT DISTINCT ON (place, pollutant, at) place, pollutant, day, concentration, state FROM emission_reading
                WHERE permit_id = $1 AND day BETWEEN $2 AND $3 ORDER BY place, pollutant, at, revision DESC) AS newest
        WHERE state = 'valid' GROUP BY 1, 2`,
      [permitId, from, to],
    );
  }

  private exceedances(permitId: string, { from, to }: Span): Promise<ExceedanceFacts[]> {
    return this.db.query<ExceedanceFacts>(
      `SELECT place, pollutant, sampled_on::text AS "sampledOn", trim_scale(compared_value)::text AS value, trim_scale(limit_value)::text AS "limit", unit, cause, action, restored_on::text AS "restoredOn"
         FROM exceedance WHERE permit_id = $1 AND sampled_on BETWEEN $2 AND $3 AND state <> 'withdrawn' ORDER BY sampled_on, id LIMIT 1000`,
      [permitId, from, to],
    );
  }
}

/** Periods in which the outlet emitted nothing, with the days of the stoppages that say so. */
function standingOf(periods: readonly PlannedPeriod[]): MonitoringFacts['standing'] {
  const standing = periods.filter(one => one.state === 'standing');
  const stops = new Map(standing.flatMap(one => one.excusedBy.map(stop => [stop.recordId, { from: stop.from, to: stop.to }] as const)));
  return { periods: standing.length, stoppages: [...stops.values()] };
}
