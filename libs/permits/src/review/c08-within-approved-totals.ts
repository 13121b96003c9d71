import Decimal from 'decimal.js';
import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { pollutantName } from '../form/pollutants';
import { YEARS } from '../form/sections/air';
import { amountOf } from '../form/validate';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C8');
const BASIS = '排污许可管理条例 第十一条第二项；环评批复及总量控制指标';

/** C8: the plant stays within the approved totals, and main outlets have yearly amounts for the pollutants under total control. */
export const c08: Rule = {
  id: 'C8',
  version: '2026.3',
  since: '2026-11-30',
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
    const name = pollutantName(pollutant);
    return !limit || amount.lte(limit.amount) ? [] : [finding({
      level: 'E', pointer, actual: `${amount.toFixed()} t/a`, expected: `≤ ${limit.amount.toFixed()} t/a`, basis: BASIS,
      zh: `${name.zh}全厂许可量超过 ${textOf(limit.row, 'document') ?? ''} 的 ${limit.amount.toFixed()} t/a，请调减或补充总量来源`,
      en: `${name.en} exceeds the approved ${limit.amount.toFixed()} t a year. Reduce it or add a quota.`,
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

interface Medium {
  readonly outlets: 'air-outlets' | 'water-outlets';
  readonly limits: 'air-limits' | 'water-limits';
  readonly amounts: readonly string[];
  readonly wanted: string;
  /** Pollutants for which a main outlet is given a yearly amount. Nitrogen and phosphorus: only where an approval or quota limits them. */
  readonly totalled: ReadonlySet<string>;
}

const MEDIA: readonly Medium[] = [
  { outlets: 'air-outlets', limits: 'air-limits', amounts: YEARS, wanted: '第1至第5年许可量', totalled: new Set(['PM', 'SO2', 'NOx', 'VOCs']) },
  { outlets: 'water-outlets', limits: 'water-limits', amounts: ['annualT'], wanted: '年许可排放量', totalled: new Set(['COD', 'NH3-N']) },
];

/** A quota binds the plant, not each of its outlets: where only the quota asks for an amount, a person looks. */
function mainOutletsWithoutAmount(form: Form): Finding[] {
  const approved = strictestApproved(form);
  return MEDIA.flatMap(medium => rowsOf(form, medium.outlets, 'outlets').flatMap((outlet, at) => {
    const code = textOf(outlet, 'code');
    if (code === undefined || textOf(outlet, 'outletClass') !== 'main' || (medium.limits === 'water-limits' && textOf(form['water-outlets'], 'discharge') === 'none')) return [];
    const rows = rowsOf(form, medium.limits, 'limits').map((row, index) => ({ row, index })).filter(one => textOf(one.row, 'outletCode') === code);
    const named = new Set([...rows.map(one => textOf(one.row, 'pollutant') ?? ''), ...listOf(outlet, 'pollutants')]);
    return [...named].filter(one => medium.totalled.has(one) || approved.has(one)).flatMap(pollutant => {
      const of = rows.filter(one => textOf(one.row, 'pollutant') === pollutant);
      const level = medium.totalled.has(pollutant) ? 'E' : 'W';
      if (of.length === 0) return [missingAmount({ code, pollutant, level, wanted: medium.wanted, pointer: `/${medium.outlets}/outlets/${at}/pollutants` })];
      return of.flatMap(({ row, index }) => medium.amounts.filter(field => amountOf(row, field) === undefined).slice(0, 1).map(field =>
        missingAmount({ code, pollutant, level, wanted: medium.wanted, pointer: `/${medium.limits}/limits/${index}/${field}` })));
    });
  }));
}

interface Missing {
  readonly code: string;
  readonly pollutant: string;
  readonly level: 'E' | 'W';
  readonly wanted: string;
  readonly pointer: string;
}

function missingAmount({ code, pollutant, level, wanted, pointer }: Missing): Finding {
  const { zh, en } = pollutantName(pollutant);
  return finding({
    level, pointer, actual: '没有年许可量', expected: wanted, basis: BASIS,
    zh: level === 'E' ? `${code} 是主要排放口，请填写${zh}的${wanted}` : `环评批复或总量指标给了${zh}的总量，${code} 是主要排放口却没有${wanted}，请核对`,
    en: level === 'E' ? `${code} is a main outlet: enter the yearly amount of ${en}.` : `${en} has an approved total, but main outlet ${code} has no yearly amount of it. Check.`,
  });
}
