import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { concentrationUnit, type Form, type Permit, PermitLimit } from '@huanbao/permits';
import { Clock, Db } from '@huanbao/platform';
import { type Chosen, type Method, quartersOf, type Reading, shareUsed, type Warning } from '@huanbao/standards';
import { PermitInTime, PermitRecords } from '../access/permit-records';
import { tableOf, textIn } from '../form-words';
import { LedgerQueries } from '../ledger/ledger.queries';
import { daysOf } from '../ledger/rhythm';
import { planOf } from '../monitoring/plan';
import { EmissionBasis } from './emission.entity';
import { operatingTime, type FacilityEntry } from './operating-time';
import { amountOfQuarter, type AmountSample, sumOf } from './quarter';

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
}

export interface AmountDetail extends AmountLine {
  readonly medium: 'air' | 'water';
  /** Every quarter of the span has a figure. */
  readonly complete: boolean;
  readonly usedPercent: string | null;
  readonly warning: Warning;
  readonly quarters: readonly QuarterAmount[];
}

interface Span {
  readonly from: string;
  readonly to: string;
}

interface Data {
  readonly samples: (AmountSample & { readonly place: string; readonly pollutant: string })[];
  readonly readings: (Reading & { readonly place: string; readonly pollutant: string; readonly day: string })[];
  readonly bases: EmissionBasis[];
  readonly entries: FacilityEntry[];
  readonly limits: PermitLimit[];
}

interface Line {
  readonly medium: 'air' | 'water';
  readonly place: string;
  readonly pollutant: string;
}

/** 实际排放量: per outlet, pollutant and quarter by the strongest data, against what is permitted for the year. */
@Injectable()
export class Emissions {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly ledger: LedgerQueries,
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
    const data = await this.load(permit.id, { from, to, limitDay });
    const lines = linesOf(form, data.limits).map(line => this.detail(line, { inTime, form, data, span: { from, to } }));
    return [...lines, ...plantLines(lines, data.limits)];
  }

  private detail(line: Line, { inTime, form, data, span }: { inTime: PermitInTime; form: Form; data: Data; span: Span }): AmountDetail {
    const quarters = quartersOf(span.from, span.to).map(quarter => ({ ...quarter, chosen: amountOf(line, { form: inTime.formOn(quarter.to) ?? form, data, quarter }) }));
    return { ...line, outletCode: line.place, ...totals(quarters, permittedOf(data.limits, line.place, line.pollutant)), quarters };
  }

  private async load(permitId: string, { from, to, limitDay }: Span & { readonly limitDay: string }): Promise<Data> {
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
    return { limits, samples, readings, bases, entries: await this.ledger.entriesBetween(permitId, { from, to }, 'facility-operation') };
  }
}

/** Pollutants whose tonnes are reckoned: concentrations in mg/m³ or mg/L. pH, counts and levels have no mass. */
const hasMass = (medium: 'air' | 'water', pollutant: string): boolean => ['mg/m³', 'mg/L'].includes(concentrationUnit(medium, pollutant));

function linesOf(form: Form, limits: readonly PermitLimit[]): Line[] {
  const lines = [
    ...limits.filter(row => (row.medium === 'air' || row.medium === 'water') && row.outletCode !== 'plant').map(row => ({ medium: row.medium as 'air' | 'water', place: row.outletCode, pollutant: row.pollutant })),
    ...planOf(form).filter(line => line.medium === 'air' || line.medium === 'water').map(line => ({ medium: line.medium as 'air' | 'water', place: line.place, pollutant: line.pollutant })),
  ];
  const unique = new Map(lines.filter(line => hasMass(line.medium, line.pollutant)).map(line => [`${line.place}|${line.pollutant}`, line]));
  return [...unique.values()].sort((a, b) => (a.place === b.place ? 0 : a.place < b.place ? -1 : 1));
}

function amountOf({ medium, place, pollutant }: Line, { form, data, quarter }: { form: Form; data: Data; quarter: { key: string; from: string; to: string } }): Chosen {
  const here = <T extends { place: string; pollutant: string }>(rows: readonly T[]): T[] => rows.filter(row => row.place === place && row.pollutant === pollutant);
  const figures = (kind: EmissionBasis['kind']) => here(data.bases).find(one => one.quarter === quarter.key && one.kind === kind)?.figures ?? null;
  return amountOfQuarter({
    medium, quarter, days: daysOf(quarter.from, quarter.to).length,
    readings: here(data.readings).filter(row => row.day >= quarter.from && row.day <= quarter.to),
    samples: here(data.samples).filter(row => row.sampledOn <= quarter.to),
    time: operatingTime(form, place, { entries: data.entries, from: quarter.from, to: quarter.to }), designFlow: designFlow(form, place, medium),
    coefficient: figures('coefficient') as never, balance: figures('balance') as never,
    automaticDemanded: planOf(form).some(line => line.place === place && line.pollutant === pollutant && line.method === 'auto'),
  });
}

function designFlow(form: Form, place: string, medium: 'air' | 'water'): string | null {
  const row = tableOf(form, medium === 'air' ? 'air-outlets' : 'water-outlets', 'outlets').find(one => textIn(one, 'code') === place);
  const flow = row ? textIn(row, medium === 'air' ? 'flowNm3H' : 'flowM3D') : '';
  return /^\d+(\.\d+)?$/.test(flow) ? flow : null;
}

const permittedOf = (limits: readonly PermitLimit[], place: string, pollutant: string): string | null =>
  limits.find(row => row.outletCode === place && row.pollutant === pollutant && row.measure === 'annual')?.value ?? null;

function totals(quarters: readonly QuarterAmount[], permittedT: string | null): Omit<AmountDetail, 'medium' | 'outletCode' | 'pollutant' | 'quarters'> {
  const figures = quarters.flatMap(({ chosen }) => ('figure' in chosen ? [chosen.figure] : []));
  const methods = [...new Set(figures.map(one => one.method))];
  const amountT = figures.length === 0 ? null : sumOf(figures.map(one => one.amountT));
  return {
    method: methods.length > 1 ? 'mixed' : (methods[0] ?? null), amountT, permittedT: permittedT === null ? null : plain(permittedT),
    complete: figures.length === quarters.length && quarters.length > 0, ...shareUsed(amountT ?? '0', amountT === null ? null : permittedT),
  };
}

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
      complete: parts.every(line => line.complete), ...shareUsed(amountT ?? '0', amountT === null ? null : permittedT), quarters: [],
    };
  });
}
