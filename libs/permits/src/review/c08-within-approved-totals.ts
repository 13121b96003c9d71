import Decimal from 'decimal.js';
import type { Form, Row } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { YEARS } from '../form/sections/air';
import { amountOf } from '../form/validate';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C8');
const BASIS = '排污许可管理条例 第十一条第二项；环评批复及总量控制指标';
/** Pollutants for which a main outlet is given a yearly amount. */
const TOTALLED = new Set(['PM', 'SO2', 'NOx', 'VOCs']);

/** C8: the plant stays within the approved totals, and main outlets have yearly amounts for the pollutants under total control. */
export const c08: Rule = {
  id: 'C8',
  version: '2026.1',
  since: '2026-11-23',
  basis: BASIS,
  title: { zh: '全厂许可量不超环评批复与总量指标', en: 'Within the approved totals' },
  check: ({ form }) => [...overApproved(form), ...mainOutletsWithoutAmount(form)],
};

interface Approved {
  readonly amount: Decimal;
  readonly row: Row;
}

function strictestApproved(form: Form): Map<string, Approved> {
  const approved = new Map<string, Approved>();
  for (const row of rowsOf(form, 'basic', 'approvedTotals')) {
    const [pollutant, amount] = [textOf(row, 'pollutant'), amountOf(row, 'amountTA')];
    if (pollutant === undefined || amount === undefined) continue;
    const before = approved.get(pollutant);
    if (!before || before.amount.gt(amount)) approved.set(pollutant, { amount: new Decimal(amount), row });
  }
  return approved;
}

function overApproved(form: Form): Finding[] {
  const approved = strictestApproved(form);
  const over = (pollutant: string, amount: Decimal, pointer: string): Finding[] => {
    const limit = approved.get(pollutant);
    return !limit || amount.lte(limit.amount) ? [] : [finding({
      level: 'E', pointer, actual: `${amount.toFixed()} t/a`, expected: `≤ ${limit.amount.toFixed()} t/a`, basis: BASIS,
      zh: `${pollutant} 全厂许可量超过 ${textOf(limit.row, 'document') ?? ''} 的 ${limit.amount.toFixed()} t/a，请调减或补充总量来源`,
      en: `${pollutant} exceeds the approved ${limit.amount.toFixed()} t a year. Reduce it or add a quota.`,
      evidence: `${textOf(limit.row, 'source') === 'eia' ? '环评批复' : '总量指标'} ${textOf(limit.row, 'document') ?? ''}`,
    })];
  };
  const air = rowsOf(form, 'air-totals', 'plantTotals').flatMap((row, index) =>
    YEARS.flatMap(year => over(textOf(row, 'pollutant') ?? '', new Decimal(amountOf(row, year) ?? 0), `/air-totals/plantTotals/${index}/${year}`)),
  );
  const water = [...waterSums(form)].flatMap(([pollutant, amount]) => over(pollutant, amount, '/water-limits/limits'));
  return [...air, ...water];
}

function waterSums(form: Form): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const row of rowsOf(form, 'water-limits', 'limits')) {
    const pollutant = textOf(row, 'pollutant') ?? '';
    sums.set(pollutant, (sums.get(pollutant) ?? new Decimal(0)).plus(amountOf(row, 'annualT') ?? 0));
  }
  return sums;
}

function mainOutletsWithoutAmount(form: Form): Finding[] {
  const main = new Set(rowsOf(form, 'air-outlets', 'outlets').filter(row => textOf(row, 'outletClass') === 'main').map(row => textOf(row, 'code')));
  return rowsOf(form, 'air-limits', 'limits').flatMap((row, index) => {
    const pollutant = textOf(row, 'pollutant') ?? '';
    if (!main.has(textOf(row, 'outletCode')) || !TOTALLED.has(pollutant)) return [];
    const missing = YEARS.filter(year => amountOf(row, year) === undefined);
    return missing.length === 0 ? [] : [finding({
      level: 'E', pointer: `/air-limits/limits/${index}/${missing[0]}`, actual: '没有年许可量', expected: '第1至第5年许可量', basis: BASIS,
      zh: `${textOf(row, 'outletCode')} 是主要排放口，请填写 ${pollutant} 各年许可量`, en: `${textOf(row, 'outletCode')} is a main outlet: enter the yearly amounts of ${pollutant}.`,
    })];
  });
}
