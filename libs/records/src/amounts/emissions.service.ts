import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { concentrationUnit, type Form, type Permit, PermitLimit } from '@huanbao/permits';
import { Clock, Db } from '@huanbao/platform';
import { type Chosen, type Method, quartersOf, shareUsed, type Warning } from '@huanbao/standards';
import { PermitInTime, PermitRecords } from '../access/permit-records';
import { LedgerQueries } from '../ledger/ledger.queries';
import { planOf } from '../monitoring/plan';
import { MonitoringExcuses } from '../monitoring/excuses';
import { EmissionBasis } from './emission.entity';
import { type OutletData, type OutletLine, quarterOfOutlet } from './outlet-quarter';
import { sumOf } from './quarter';

/** What other rooms read: reports are filled from it. */
export interface AmountLine {
  /** DA001, DW001; `plant` for the sum of the air outlets. */
  readonly outletCode: string;
  readonly pollutant: string;
  /** `mixed`: by quarter; null where nothing could be reckoned. */
  readonly method: Method | 'mixed' | null;
  readonly amountT: string | null;
  /** Permitted for the year of the span's last day; null where no amount is permitted. */
  readonly permittedT: string | null;
}

export interface QuarterAmount {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly chosen: Chosen;
  /** Days whose ledger is missing although the figure rests on it. */
  readonly missingDays: number;
  /** Days that stood. */
  readonly standingDays: number;
}

export interface AmountDetail extends AmountLine {
  readonly medium: 'air' | 'water';
  /** Every quarter of the span has a figure, and none rests on a ledger with missing days. */
  readonly complete: boolean;
  readonly usedPercent: string | null;
  readonly warning: Warning;
  readonly missingDays: number;
  readonly quarters: readonly QuarterAmount[];
}

interface Span {
  readonly from: string;
  readonly to: string;
}

interface Data extends OutletData {
  readonly limits: PermitLimit[];
}

/** 实际排放量: per outlet, pollutant and quarter by the strongest data, against what is permitted for the year. */
@Injectable()
export class Emissions {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly ledger: LedgerQueries,
    private readonly excuses: MonitoringExcuses,
    private readonly clock: Clock,
  ) {}

  /** Actual amounts of a span of civil days. It asks for no right: who calls has checked the actor. @throws 404 for an unknown permit */
  async amounts(permitId: string, span: Span): Promise<AmountLine[]> {
    const details = await this.details((await this.records.byId(permitId)).permit, span);
    return details.map(({ outletCode, pollutant, method, amountT, permittedT }) => ({ outletCode, pollutant, method, amountT, permittedT }));
  }

  /** The same with quarters, steps and the share that is used up. */
  async details(permit: Permit, span: Span): Promise<AmountDetail[]> {
    const inTime = await this.records.inTime(permit);
    const today = this.clock.today();
    const from = span.from < inTime.begins ? inTime.begins : span.from;
    const to = span.to > today ? today : span.to;
    const form = inTime.formOn(to < inTime.begins ? inTime.begins : to);
    if (!form || from > to) return [];
    // what a permit allowed stands to its last day: the amounts of the year it ended are held against that
    const limitDay = permit.endedOn !== null && permit.endedOn <= to ? addDays(permit.endedOn, -1) : to;
    const data = await this.load(permit.id, { from, to, limitDay, today });
    const lines = linesOf(form, data.limits).map(line => this.detail(line, { inTime, form, data, span: { from, to } }));
    return [...lines, ...plantLines(lines, data.limits)];
  }

  private detail(line: OutletLine, { inTime, form, data, span }: { inTime: PermitInTime; form: Form; data: Data; span: Span }): AmountDetail {
    const formOn = (day: string): Form => inTime.formOn(day) ?? form;
    const quarters = quartersOf(span.from, span.to).map(quarter => ({ ...quarter, ...quarterOfOutlet(line, { formOn, data, quarter }) }));
    return { ...line, outletCode: line.place, ...totals(quarters, permittedOf(data.limits, line.place, line.pollutant)), quarters };
  }

  private async load(permitId: string, { from, to, limitDay, today }: Span & { readonly limitDay: string; readonly today: string }): Promise<Data> {
    const limits = await this.db.repo(PermitLimit).createQueryBuilder('l')
      .where(`l.permitId = :permitId AND l.measure IN ('annual', 'concentration') AND l.validFrom <= :day AND (l.validUntil IS NULL OR l.validUntil > :day)`, { permitId, day: limitDay }).getMany();
    const samples = await this.db.query<Data['samples'][number]>(
      `SELECT r.place, r.pollutant, r.sampled_on::text AS "sampledOn", trim_scale(r.value)::text AS value, r.below_detection AS "belowDetection", trim_scale(r.flow)::text AS flow
         FROM monitoring_result r LEFT JOIN monitoring_result n ON n.corrects_id = r.id
        WHERE r.permit_id = $1 AND r.sampled_on BETWEEN $2 AND $3 AND r.method = 'manual' AND n.id IS NULL AND NOT r.voided ORDER BY r.sampled_on, r.id`,
      [permitId, `${from.slice(0, 4)}-01-01`, to],
    );
    const readings = await this.db.query<Data['readings'][number]>(
      `SELECT DISTINCT ON (place, pollutant, at) place, pollutant, at, day::text, trim_scale(concentration)::text AS concentration, trim_scale(flow)::text AS flow, state
         FROM emission_reading WHERE permit_id = $1 AND day BETWEEN $2 AND $3 ORDER BY place, pollutant, at, revision DESC`,
      [permitId, from, to],
    );
    const keys = quartersOf(from, to).map(one => one.key);
    const bases = await this.db.repo(EmissionBasis).createQueryBuilder('b').where('b.permitId = :permitId AND b.quarter IN (:...keys)', { permitId, keys }).orderBy('b.id', 'DESC').getMany();
    return { limits, samples, readings, bases, today, excuses: await this.excuses.of(permitId), entries: await this.ledger.entriesBetween(permitId, { from, to }, 'facility-operation') };
  }
}

/** Pollutants whose tonnes are reckoned: concentrations in mg/m³ or mg/L. pH, counts and levels have no mass. */
const hasMass = (medium: 'air' | 'water', pollutant: string): boolean => ['mg/m³', 'mg/L'].includes(concentrationUnit(medium, pollutant));

function linesOf(form: Form, limits: readonly PermitLimit[]): OutletLine[] {
  const lines = [
    ...limits.filter(row => (row.medium === 'air' || row.medium === 'water') && row.outletCode !== 'plant').map(row => ({ medium: row.medium as 'air' | 'water', place: row.outletCode, pollutant: row.pollutant })),
    ...planOf(form).filter(line => line.medium === 'air' || line.medium === 'water').map(line => ({ medium: line.medium as 'air' | 'water', place: line.place, pollutant: line.pollutant })),
  ];
  const unique = new Map(lines.filter(line => hasMass(line.medium, line.pollutant)).map(line => [`${line.place}|${line.pollutant}`, line]));
  return [...unique.values()].sort((a, b) => (a.place === b.place ? 0 : a.place < b.place ? -1 : 1));
}

const permittedOf = (limits: readonly PermitLimit[], place: string, pollutant: string): string | null =>
  limits.find(row => row.outletCode === place && row.pollutant === pollutant && row.measure === 'annual')?.value ?? null;

function totals(quarters: readonly QuarterAmount[], permittedT: string | null): Omit<AmountDetail, 'medium' | 'outletCode' | 'pollutant' | 'quarters'> {
  const figures = quarters.flatMap(({ chosen }) => ('figure' in chosen ? [chosen.figure] : []));
  const methods = [...new Set(figures.map(one => one.method))];
  const amountT = figures.length === 0 ? null : sumOf(figures.map(one => one.amountT));
  return {
    method: methods.length > 1 ? 'mixed' : (methods[0] ?? null), amountT, permittedT: permittedT === null ? null : plain(permittedT),
    missingDays: sumOfDays(quarters), complete: figures.length === quarters.length && quarters.length > 0 && sumOfDays(quarters) === 0, ...shareUsed(amountT ?? '0', amountT === null ? null : permittedT),
  };
}

const sumOfDays = (quarters: readonly QuarterAmount[]): number => quarters.reduce((sum, one) => sum + one.missingDays, 0);
const plain = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

/** The whole plant where the permit limits it: the sum of its air outlets. */
function plantLines(lines: readonly AmountDetail[], limits: readonly PermitLimit[]): AmountDetail[] {
  const pollutants = [...new Set(limits.filter(row => row.outletCode === 'plant').map(row => row.pollutant))];
  return pollutants.map(pollutant => {
    const parts = lines.filter(line => line.medium === 'air' && line.pollutant === pollutant);
    const amounts = parts.flatMap(line => line.amountT ?? []);
    const amountT = amounts.length === 0 ? null : sumOf(amounts);
    const methods = [...new Set(parts.flatMap(line => line.method ?? []))];
    const permittedT = permittedOf(limits, 'plant', pollutant);
    return {
      medium: 'air', outletCode: 'plant', pollutant, method: methods.length > 1 ? 'mixed' : (methods[0] ?? null), amountT, permittedT: permittedT === null ? null : plain(permittedT),
      missingDays: Math.max(0, ...parts.map(line => line.missingDays)), complete: parts.every(line => line.complete), ...shareUsed(amountT ?? '0', amountT === null ? null : permittedT), quarters: [],
    };
  });
}
