import Decimal from 'decimal.js';
import type { Row } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { concentrationUnit } from '../form/pollutants';
import { milligramsIn } from '../form/units';
import { YEARS } from '../form/sections/air';
import { amountOf } from '../form/validate';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C9');
const BASIS = 'HJ 942-2018 许可排放量核算（浓度×烟气量×时间）';
/** Above a fifth of the computed amount a person should look. */
const TOLERANCE = new Decimal('0.2');
/** The most days on which an outlet can discharge, where the form does not say on how many it does. */
const MOST_DAYS = 365;

/** C9: the amounts applied for, of each year, agree with concentration × flow × time within 20 %. */
export const c09: Rule = {
  id: 'C9',
  version: '2026.2',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '年许可量与浓度、流量、时间的复算一致', en: 'Yearly amounts agree with concentration, flow and time' },
  check: context => [...air(context), ...water(context)],
};

interface Computed {
  readonly tonnes: Decimal;
  readonly arithmetic: string;
  /** False where the days of discharge are not known: then less than all year round is no contradiction. */
  readonly bothWays: boolean;
}

interface Applied {
  readonly amount: string;
  readonly pointer: string;
}

function air({ form }: ReviewContext): Finding[] {
  const outlets = byCode(rowsOf(form, 'air-outlets', 'outlets'));
  return rowsOf(form, 'air-limits', 'limits').flatMap((row, index) => {
    const outlet = outlets.get(textOf(row, 'outletCode') ?? '');
    const unit = concentrationUnit('air', textOf(row, 'pollutant') ?? '');
    const [c, q, h, mass] = [amountOf(row, 'concentrationMgM3'), outlet && amountOf(outlet, 'flowNm3H'), whole(outlet, 'hoursPerYear'), milligramsIn(unit)];
    if (c === undefined || q === undefined || h === undefined || mass === undefined) return [];
    const computed = { tonnes: new Decimal(c).mul(mass).mul(q).mul(h).mul('1e-9'), arithmetic: `${c} ${unit} × ${q} Nm³/h × ${h} h × 10${mass.eq(1) ? '⁻⁹' : '⁻¹²'}`, bothWays: true };
    return yearly(row, `/air-limits/limits/${index}`).flatMap(applied => deviates(applied, computed));
  });
}

/** Each amount once, at the first year that has it: five equal years are one question. */
function yearly(row: Row, at: string): Applied[] {
  const applied = YEARS.flatMap(year => {
    const amount = amountOf(row, year);
    return amount === undefined ? [] : [{ amount, pointer: `${at}/${year}` }];
  });
  return applied.filter((one, index) => applied.findIndex(other => new Decimal(other.amount).eq(one.amount)) === index);
}

function water({ form }: ReviewContext): Finding[] {
  const outlets = byCode(rowsOf(form, 'water-outlets', 'outlets'));
  return rowsOf(form, 'water-limits', 'limits').flatMap((row, index) => {
    const outlet = outlets.get(textOf(row, 'outletCode') ?? '');
    const unit = concentrationUnit('water', textOf(row, 'pollutant') ?? '');
    const [c, q, amount, mass] = [amountOf(row, 'concentrationMgL'), outlet && amountOf(outlet, 'flowM3D'), amountOf(row, 'annualT'), milligramsIn(unit)];
    if (c === undefined || q === undefined || amount === undefined || mass === undefined) return [];
    const stated = whole(outlet, 'daysPerYear');
    const days = stated ?? String(MOST_DAYS);
    const computed = { tonnes: new Decimal(c).mul(mass).mul(q).mul(days).mul('1e-6'), arithmetic: `${c} ${unit} × ${q} m³/d × ${days} d × 10⁻⁶`, bothWays: stated !== undefined };
    return deviates({ amount, pointer: `/water-limits/limits/${index}/annualT` }, computed);
  });
}

function deviates({ amount, pointer }: Applied, { tonnes, arithmetic, bothWays }: Computed): Finding[] {
  const applied = new Decimal(amount);
  if (tonnes.isZero() || applied.minus(tonnes).abs().lte(tonnes.mul(TOLERANCE))) return [];
  const times = applied.div(tonnes);
  const slips = times.gte(100) || times.lte('0.01');
  if (!bothWays && times.lt(1) && !slips) return [];
  const value = tonnes.toDecimalPlaces(4).toFixed();
  return [finding({
    level: 'W', pointer, actual: `${amount} t/a`, expected: `约 ${value} t/a`, basis: BASIS, evidence: `${arithmetic} = ${value} t/a`,
    zh: slips ? `与复算结果相差 ${times.toSignificantDigits(2).toFixed()} 倍，请核对计量单位（吨不是千克）` : '与复算结果相差超过 20%，请核对浓度、流量、排放时间和许可量',
    en: `Differs from the computed ${value} t/a by more than 20 %. Check concentration, flow, time and unit.`,
  })];
}

const byCode = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map(row => [textOf(row, 'code') ?? '', row]));

function whole(outlet: Row | undefined, field: 'hoursPerYear' | 'daysPerYear'): string | undefined {
  const value = outlet?.[field];
  return typeof value === 'number' ? String(value) : undefined;
}
