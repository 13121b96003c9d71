import Decimal from 'decimal.js';
import type { Form, Row, SectionData } from '../form/field';
import { concentrationUnit } from '../form/pollutants';
import { yearsAfter } from '../certificate/validity';

/** One limit as a permit states it, before it is placed in time. */
export interface LimitFact {
  readonly medium: 'air' | 'water' | 'noise';
  /** DA001, DW001, `plant` for the sum of all outlets, or the point of a noise limit. */
  readonly outletCode: string;
  readonly pollutant: string;
  /** `hour-mean`, `day-mean`: concentrations of that mean, beside the one that always holds. */
  readonly measure: 'concentration' | 'hour-mean' | 'day-mean' | 'rate' | 'annual' | 'day-level' | 'night-level';
  /** Of the five years of validity; null when it holds in all. */
  readonly permitYear: number | null;
  /** Decimal as text. */
  readonly value: string;
  readonly unit: string;
  readonly standard: string | null;
}

/** All limits of a form. “/” means that none applies, so it is no limit. */
export function limitsOf(form: Form): LimitFact[] {
  const air = table(form, 'air-limits', 'limits').flatMap(row => [...airOf(row), ...yearsOf(row, text(row, 'outletCode'))]);
  const plant = table(form, 'air-totals', 'plantTotals').flatMap(row => yearsOf(row, 'plant'));
  const water = table(form, 'water-limits', 'limits').flatMap(waterOf);
  const noise = table(form, 'noise', 'boundaries').flatMap(noiseOf);
  return [...air, ...plant, ...water, ...noise];
}

const PLACES = [['concentrationMgM3', 'concentration'], ['hourMgM3', 'hour-mean'], ['dayMgM3', 'day-mean'], ['rateKgH', 'rate']] as const;

function airOf(row: Row): LimitFact[] {
  const base = { medium: 'air', outletCode: text(row, 'outletCode'), pollutant: text(row, 'pollutant'), permitYear: null, standard: text(row, 'standard') || null } as const;
  return PLACES.flatMap(([name, measure]) => {
    const value = measure === 'concentration' ? lower(decimal(row, name), decimal(row, 'specialMgM3')) : decimal(row, name);
    return value === undefined ? [] : [{ ...base, value, measure, unit: measure === 'rate' ? 'kg/h' : concentrationUnit('air', base.pollutant) }];
  });
}

/** A special limit of a key region holds beside the concentration that is permitted: the stricter of both limits. */
const lower = (...values: readonly (string | undefined)[]): string | undefined => values.filter(one => one !== undefined).sort((a, b) => new Decimal(a).cmp(b))[0];

function yearsOf(row: Row, outletCode: string): LimitFact[] {
  return [1, 2, 3, 4, 5].flatMap(permitYear => {
    const value = decimal(row, `year${permitYear}T`);
    return value === undefined ? [] : [{ medium: 'air' as const, outletCode, pollutant: text(row, 'pollutant'), measure: 'annual' as const, permitYear, value, unit: 't/a', standard: text(row, 'standard') || null }];
  });
}

function waterOf(row: Row): LimitFact[] {
  const base = { medium: 'water', outletCode: text(row, 'outletCode'), pollutant: text(row, 'pollutant'), permitYear: null, standard: text(row, 'standard') || null } as const;
  const concentration = decimal(row, 'concentrationMgL');
  const annual = decimal(row, 'annualT');
  return [
    ...(concentration === undefined ? [] : [{ ...base, measure: 'concentration' as const, value: concentration, unit: concentrationUnit('water', base.pollutant) }]),
    ...(annual === undefined ? [] : [{ ...base, measure: 'annual' as const, value: annual, unit: 't/a' }]),
  ];
}

function noiseOf(row: Row): LimitFact[] {
  const base = { medium: 'noise', outletCode: text(row, 'point'), pollutant: 'noise', permitYear: null, unit: 'dB(A)', standard: text(row, 'standard') || null } as const;
  return ([['day-level', 'dayDbA'], ['night-level', 'nightDbA']] as const).flatMap(([measure, name]) => {
    const value = decimal(row, name);
    return value === undefined ? [] : [{ ...base, measure, value }];
  });
}

/** A limit that lies in the table, with its days. */
export interface PlacedLimit extends LimitFact {
  readonly id: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export interface LimitPlan {
  /** Rows that no longer hold from `effectiveFrom` on. */
  readonly end: readonly string[];
  readonly begin: readonly (LimitFact & { readonly validFrom: string; readonly validUntil: string | null })[];
}

/**
 * What changes in the table when a version takes effect: an unchanged limit goes on as it is, a changed one ends and
 * begins anew, so that the limits of every day can be read. Yearly amounts hold within their year of validity.
 * @param open rows that would still hold on `effectiveFrom` or later
 */
export function planLimits(open: readonly PlacedLimit[], facts: readonly LimitFact[], period: LimitPeriod): LimitPlan {
  const wanted = new Map(facts.map(fact => [keyOf(fact), placed(fact, period)] as const));
  const end: string[] = [];
  for (const row of open) {
    const next = wanted.get(keyOf(row));
    if (period.until !== undefined && row.validFrom >= period.until) continue;
    if (next && same(row, next, period.until)) wanted.delete(keyOf(row));
    else end.push(row.id);
  }
  // A year of validity that is over before the version takes effect is history already.
  return { end, begin: [...wanted.values()].filter(one => one.validUntil === null || one.validUntil > one.validFrom) };
}

/** When a version takes effect and its period began; `until`: another version, already issued, takes its place on that day. */
export interface LimitPeriod {
  readonly effectiveFrom: string;
  readonly validFrom: string;
  readonly until?: string;
}

type Window = LimitFact & { readonly validFrom: string; readonly validUntil: string | null };

function placed(fact: LimitFact, { effectiveFrom, validFrom }: { effectiveFrom: string; validFrom: string }): Window {
  if (fact.permitYear === null) return { ...fact, validFrom: effectiveFrom, validUntil: null };
  const [from, until] = [yearsAfter(validFrom, fact.permitYear - 1), yearsAfter(validFrom, fact.permitYear)];
  return { ...fact, validFrom: from > effectiveFrom ? from : effectiveFrom, validUntil: until };
}

/** The same limit going on: equal in value, unit and standard, and ending on the same day or on the last of the version. */
function same(row: PlacedLimit, next: Window, until: string | undefined): boolean {
  return new Decimal(row.value).eq(next.value) && row.unit === next.unit && row.standard === next.standard && (row.validUntil === next.validUntil || row.validUntil === until);
}

const keyOf = (one: LimitFact): string => [one.medium, one.outletCode, one.pollutant, one.measure, one.permitYear ?? ''].join('|');

/** Where forms before 2026.2 kept a table that has a section of its own now. */
const FORMERLY: Readonly<Record<string, string>> = { 'air-totals': 'air-limits', 'water-limits': 'water-outlets' };

function table(form: Form, section: string, name: string): readonly Row[] {
  const data = form as Readonly<Record<string, SectionData | undefined>>;
  const value = data[section]?.[name] ?? data[FORMERLY[section] ?? '']?.[name];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

function text(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}

function decimal(row: Row, name: string): string | undefined {
  const value = row[name];
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? value : undefined;
}
