import { Injectable, OnModuleInit } from '@nestjs/common';
import { type Form, PermitLimit } from '@huanbao/permits';
import { Clock, Db } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import type { PermitInTime } from '../access/permit-records';
import { tableOf, textIn } from '../form-words';
import type { DayContext, ResultContext } from './accept';
import { BASE_OXYGEN, BASE_OXYGEN_KIND, baseOxygenOf } from './base-oxygen';
import type { LimitOfDay } from './compliance.types';
import { planOf, sourceOf } from './plan';
import { LOWEST_PH, LOWEST_PH_KIND, lowestOf } from './lowest-ph';
import { isRecord } from './rows';

interface Before {
  readonly place: string;
  readonly pollutant: string;
  readonly values: string[];
}

interface UsedSample {
  readonly sampleNo: string;
  readonly place: string;
  readonly sampledAt: Date;
}

/** How many results before a new one say what is usual. */
const REMEMBERED = 10;

/** Reads once what the checks of a batch need: forms, limits, results before, sample numbers. */
@Injectable()
export class ResultContexts implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(BASE_OXYGEN_KIND, { zh: '基准含氧量', en: 'Base oxygen' }, BASE_OXYGEN);
    this.book.keep(LOWEST_PH_KIND, { zh: 'pH 值下限', en: 'Lowest pH' }, LOWEST_PH);
  }

  async of(permit: PermitInTime, rows: readonly unknown[]): Promise<ResultContext> {
    const limits = await this.db.repo(PermitLimit).createQueryBuilder('l')
      .where(`l.permitId = :id AND l.measure IN ('concentration', 'hour-mean', 'day-level', 'night-level')`, { id: permit.permit.id }).getMany();
    const named = rows.filter(isRecord);
    const before = await this.before(permit.permit.id, named);
    const used = await this.samples(permit.permit.id, named.flatMap(row => (typeof row['sampleNo'] === 'string' ? [row['sampleNo']] : [])));
    return {
      now: this.clock.now(), on: this.days(permit, limits, { oxygen: await this.book.rows(BASE_OXYGEN_KIND), lowest: await this.book.rows(LOWEST_PH_KIND) }),
      before: (place, pollutant) => before.find(one => one.place === place && one.pollutant === pollutant)?.values ?? [],
      sampleUsed: (sampleNo, row) => used.some(one => one.sampleNo === sampleNo && (one.place !== row.place || one.sampledAt.getTime() !== row.sampledAt.getTime())),
    };
  }

  private days(permit: PermitInTime, limits: readonly PermitLimit[], { oxygen, lowest }: { readonly oxygen: readonly ReferenceRow[]; readonly lowest: readonly ReferenceRow[] }): (day: string) => DayContext | null {
    const known = new Map<string, DayContext | null>();
    return day => {
      const form = permit.formOn(day);
      if (!known.has(day)) known.set(day, form && { plan: planOf(form), baseOxygenOf: place => baseOxygenOf(oxygen, sourceOf(form, place), day) ?? null, lowestOf: pollutant => lowestOf(lowest, pollutant, day), limitOf: limitFinder(form, limits.filter(row => row.validFrom <= day && (row.validUntil === null || row.validUntil > day))) });
      return known.get(day) ?? null;
    };
  }

  /** The newest results that hold, of each place and pollutant in the batch. */
  private before(permitId: string, rows: readonly Record<string, unknown>[]): Promise<Before[]> {
    const pairs = [...new Map(rows.filter(row => typeof row['place'] === 'string' && typeof row['pollutant'] === 'string').map(row => [`${String(row['place'])}|${String(row['pollutant'])}`, { place: row['place'], pollutant: row['pollutant'] }])).values()];
    return this.db.query<Before>(
      `SELECT w.place, w.pollutant, array_agg(last.value::text) AS values
         FROM jsonb_to_recordset($2::jsonb) AS w(place text, pollutant text) CROSS JOIN LATERAL (
           SELECT r.value FROM monitoring_result r LEFT JOIN monitoring_result n ON n.corrects_id = r.id
            WHERE r.permit_id = $1 AND r.place = w.place AND r.pollutant = w.pollutant AND n.id IS NULL AND NOT r.voided
            ORDER BY r.sampled_on DESC, r.id DESC LIMIT ${REMEMBERED}) last GROUP BY 1, 2`,
      [permitId, JSON.stringify(pairs)],
    );
  }

  private async samples(permitId: string, numbers: readonly string[]): Promise<UsedSample[]> {
    if (numbers.length === 0) return [];
    return this.db.query<UsedSample>('SELECT DISTINCT sample_no AS "sampleNo", place, sampled_at AS "sampledAt" FROM monitoring_result WHERE permit_id = $1 AND sample_no = ANY ($2)', [permitId, [...new Set(numbers)]]);
  }
}

/** The limit by outlet; of noise by point and time of day; fugitive ones are the permit's strictest for the pollutant, for points are named freely. */
function limitFinder(form: Form, limits: readonly PermitLimit[]): DayContext['limitOf'] {
  return (place, pollutant, period) => {
    const measures = pollutant === 'noise' ? [period === 'night' ? 'night-level' : 'day-level'] : ['concentration', 'hour-mean'];
    const fitting = limits.filter(row => row.pollutant === pollutant && measures.includes(row.measure));
    // a result is of an hour or of a moment: where the permit limits the hourly mean as well, the stricter of both holds
    const own = strictest(fitting.filter(row => row.outletCode === place)) ?? (pollutant === 'noise' ? strictest(fitting.map(row => ({ value: row.value, standard: row.standard }))) : undefined);
    if (own) return { value: own.value, standard: own.standard };
    if (/^D[AW]\d/.test(place)) return null;
    const points = tableOf(form, 'fugitive', 'points').filter(row => textIn(row, 'pollutant') === pollutant && /^\d+(\.\d+)?$/.test(textIn(row, 'concentrationMgM3')));
    return strictest(points.map(row => ({ value: textIn(row, 'concentrationMgM3'), standard: textIn(row, 'standard') || null }))) ?? null;
  };
}

const strictest = (limits: readonly LimitOfDay[]): LimitOfDay | undefined => [...limits].sort((a, b) => Number(a.value) - Number(b.value))[0];
