import Decimal from 'decimal.js';
import type { Row } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { amountOf } from '../form/validate';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C9');
const BASIS = 'HJ 942-2018 许可排放量核算（浓度×烟气量×时间）';
/** Above a fifth of the computed amount a person should look. */
const TOLERANCE = new Decimal('0.2');
const DAYS = 365;

/** C9: the yearly amount applied for agrees with concentration × flow × time within 20 %. */
export const c09: Rule = {
  id: 'C9',
  version: '2026.1',
  since: '2026-11-24',
  basis: BASIS,
  title: { zh: '年许可量与浓度、流量、时间的复算一致', en: 'Yearly amounts agree with concentration, flow and time' },
  check: context => [...air(context), ...water(context)],
};

interface Computed {
  readonly tonnes: Decimal;
  readonly arithmetic: string;
}

function air({ form }: ReviewContext): Finding[] {
  const outlets = byCode(rowsOf(form, 'air-outlets', 'outlets'));
  return rowsOf(form, 'air-limits', 'limits').flatMap((row, index) => {
    const outlet = outlets.get(textOf(row, 'outletCode') ?? '');
    const [c, q, h] = [amountOf(row, 'concentrationMgM3'), outlet && amountOf(outlet, 'flowNm3H'), hours(outlet)];
    if (c === undefined || q === undefined || h === undefined) return [];
    const computed = { tonnes: new Decimal(c).mul(q).mul(h).mul('1e-9'), arithmetic: `${c} mg/m³ × ${q} Nm³/h × ${h} h × 10⁻⁹` };
    return deviates(amountOf(row, 'year1T'), computed, `/air-limits/limits/${index}/year1T`);
  });
}

function water({ form }: ReviewContext): Finding[] {
  const outlets = byCode(rowsOf(form, 'water-outlets', 'outlets'));
  return rowsOf(form, 'water-limits', 'limits').flatMap((row, index) => {
    const outlet = outlets.get(textOf(row, 'outletCode') ?? '');
    const [c, q] = [amountOf(row, 'concentrationMgL'), outlet && amountOf(outlet, 'flowM3D')];
    if (c === undefined || q === undefined) return [];
    const computed = { tonnes: new Decimal(c).mul(q).mul(DAYS).mul('1e-6'), arithmetic: `${c} mg/L × ${q} m³/d × ${DAYS} d × 10⁻⁶` };
    return deviates(amountOf(row, 'annualT'), computed, `/water-limits/limits/${index}/annualT`);
  });
}

function deviates(applied: string | undefined, { tonnes, arithmetic }: Computed, pointer: string): Finding[] {
  if (applied === undefined || tonnes.isZero() || new Decimal(applied).minus(tonnes).abs().lte(tonnes.mul(TOLERANCE))) return [];
  const value = tonnes.toDecimalPlaces(4).toFixed();
  const times = new Decimal(applied).div(tonnes);
  return [finding({
    level: 'W', pointer, actual: `${applied} t/a`, expected: `约 ${value} t/a`, basis: BASIS, evidence: `${arithmetic} = ${value} t/a`,
    zh: times.gte(100) || times.lte('0.01') ? `与复算结果相差 ${times.toSignificantDigits(2).toFixed()} 倍，请核对计量单位（吨不是千克）` : '与复算结果相差超过 20%，请核对浓度、流量、排放时间和许可量',
    en: `Differs from the computed ${value} t/a by more than 20 %. Check concentration, flow, time and unit.`,
  })];
}

const byCode = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map(row => [textOf(row, 'code') ?? '', row]));

function hours(outlet: Row | undefined): string | undefined {
  const value = outlet?.['hoursPerYear'];
  return typeof value === 'number' ? String(value) : undefined;
}
