import { Injectable } from '@nestjs/common';
import { Db, shanghaiDate } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import type { Cover } from '../cover/cover';
import { MonitoringExcuses } from '../monitoring/excuses';
import { planOf } from '../monitoring/plan';
import { SampleDemands } from '../monitoring/sample-demands';
import { outageCover, type TakenSample } from './outage-cover';
import { hoursApart, type Interval, needOf, type SampleNeed, sumOf, without } from './outage-gaps';
import { type OutageLine, outageLines } from './outage-lines';
import { MonitoringOutage } from './outage.entity';

/** Civil days, both included. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a pollutant of one failure needs and has. */
export interface PollutantNeed extends SampleNeed {
  readonly pollutant: string;
  readonly hours: number;
  /** The plan of the permit says how often; otherwise the reference data do. */
  readonly isByPermit: boolean;
}

/** Whether times without automatic monitoring were sampled by hand. It asks for no right: who calls has checked the actor. */
@Injectable()
export class OutageCovers {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly excuses: MonitoringExcuses,
    private readonly samples: SampleDemands,
  ) {}

  /** One cover for each span. */
  async covers(permitId: string, spans: readonly Span[]): Promise<Cover[]> {
    if (spans.length === 0) return [];
    const linesIn = await this.linesOf(permitId);
    const from = spans.map(one => one.from).sort()[0] as string;
    const to = spans.map(one => one.to).sort().at(-1) as string;
    const taken = await this.taken(permitId, { from, to });
    return spans.map(span => outageCover(linesIn(span), taken));
  }

  /** What the reported failures of a permit ask for within any span. The plan of its last day decides how often. */
  async linesOf(permitId: string): Promise<(span: Span) => OutageLine[]> {
    const outages = await this.db.repo(MonitoringOutage).find({ where: [{ permitId, state: 'running' }, { permitId, state: 'over' }], order: { startedAt: 'ASC', id: 'ASC' } });
    if (outages.length === 0) return () => [];
    const inTime = await this.records.byId(permitId);
    const [excuses, terms] = [await this.excuses.of(permitId), await this.samples.outages()];
    return ({ from, to }) => outageLines(outages, { from, to, plan: planOf(inTime.formOn(to) ?? inTime.newest), excuses, gapHours: terms(to).gapHours });
  }

  /** One failure up to now, pollutant by pollutant. */
  async needsOf(outage: MonitoringOutage, now: Date): Promise<PollutantNeed[]> {
    const day = shanghaiDate(outage.startedAt);
    const inTime = await this.records.byId(outage.permitId);
    const plan = planOf(inTime.formOn(day) ?? inTime.newest);
    const whole: Interval = { from: outage.startedAt, to: outage.endedAt ?? now };
    const left = without(whole, outage.place, await this.excuses.of(outage.permitId));
    const taken = await this.taken(outage.permitId, { from: day, to: shanghaiDate(whole.to) });
    const { gapHours } = (await this.samples.outages())(day);
    return outage.pollutants.map(pollutant => {
      const line = plan.find(one => one.method === 'auto' && one.place === outage.place && one.pollutant === pollutant);
      const apart = hoursApart(line?.fallbackFrequency ?? null, gapHours);
      const own = taken.filter(one => one.place === outage.place && one.pollutant === pollutant).map(one => one.at);
      return { pollutant, ...apart, ...sumOf(left.map(one => needOf(one, own, apart.hours))) };
    });
  }

  /** Each sample by hand that holds. */
  private taken(permitId: string, { from, to }: Span): Promise<TakenSample[]> {
    return this.db.query<TakenSample>(
      `SELECT r.place, r.pollutant, r.sampled_at AS at, min(r.entered_at) AS "enteredAt"
         FROM monitoring_result r LEFT JOIN monitoring_result n ON n.corrects_id = r.id
        WHERE r.permit_id = $1 AND r.sampled_on BETWEEN $2 AND $3 AND r.method = 'manual' AND n.id IS NULL AND NOT r.voided GROUP BY 1, 2, 3`,
      [permitId, from, to],
    );
  }
}
