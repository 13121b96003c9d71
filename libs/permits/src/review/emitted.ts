import Decimal from 'decimal.js';
import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { concentrationUnit } from '../form/pollutants';
import { milligramsIn } from '../form/units';
import { YEARS } from '../form/sections/air';
import { numberOf } from './reapply-reason';

/** Tonnes a year that the form would let out: concentration × flow × time over all outlets, else the plant total; undefined where neither is known. */
export function emittedToAir(form: Form, pollutant: string): Decimal | undefined {
  if (form['air-outlets'] === undefined) return undefined;
  const computed = sumOver(form, { outlets: 'air-outlets', limits: 'air-limits', pollutant }, (outlet, limit) => {
    const [flow, hours, concentration] = [numberOf(outlet, 'flowNm3H'), numberOf(outlet, 'hoursPerYear'), numberOf(limit, 'concentrationMgM3')];
    const mass = milligramsIn(concentrationUnit('air', pollutant));
    return flow && hours && mass && concentration && concentration.times(mass).times(flow).times(hours).times('1e-9');
  });
  const total = rowsOf(form, 'air-totals', 'plantTotals').filter(row => textOf(row, 'pollutant') === pollutant).flatMap(row => YEARS.flatMap(year => numberOf(row, year) ?? []));
  return computed ?? (total.length > 0 ? Decimal.max(...total) : undefined);
}

/** The same to water: mg/L × m³/d × days of discharge, all year round where the form does not say. */
export function emittedToWater(form: Form, pollutant: string): Decimal | undefined {
  if (form['water-outlets'] === undefined) return undefined;
  return sumOver(form, { outlets: 'water-outlets', limits: 'water-limits', pollutant }, (outlet, limit) => {
    const [flow, concentration] = [numberOf(outlet, 'flowM3D'), numberOf(limit, 'concentrationMgL')];
    const mass = milligramsIn(concentrationUnit('water', pollutant));
    return numberOf(limit, 'annualT') ?? (flow && mass && concentration && concentration.times(mass).times(flow).times(numberOf(outlet, 'daysPerYear') ?? 365).times('1e-6'));
  });
}

interface Medium {
  readonly outlets: 'air-outlets' | 'water-outlets';
  readonly limits: 'air-limits' | 'water-limits';
  readonly pollutant: string;
}

function sumOver(form: Form, { outlets, limits, pollutant }: Medium, tonnes: (outlet: Row, limit: Row) => Decimal | undefined): Decimal | undefined {
  const emitting = rowsOf(form, outlets, 'outlets').filter(row => listOf(row, 'pollutants').includes(pollutant));
  const each = emitting.map(outlet => {
    const limit = rowsOf(form, limits, 'limits').find(row => textOf(row, 'outletCode') === textOf(outlet, 'code') && textOf(row, 'pollutant') === pollutant);
    return limit && tonnes(outlet, limit);
  });
  return each.some(one => one === undefined) ? undefined : each.reduce<Decimal>((sum, one) => sum.plus(one ?? 0), new Decimal(0));
}
