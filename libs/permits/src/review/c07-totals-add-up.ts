import Decimal from 'decimal.js';
import type { Form, Row } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { pollutantName } from '../form/pollutants';
import { YEARS } from '../form/sections/air';
import { amountOf } from '../form/validate';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C7');
const BASIS = '全国排污许可证申请表 表：大气排放总许可量（全厂有组织＝主要排放口＋一般排放口）';
const ABSOLUTE_T = new Decimal('0.001');
const RELATIVE = new Decimal('0.001');

/** C7: for each pollutant and year, the outlets add up to the plant total (tolerance: the larger of 0.001 t and 0.1 %). */
export const c07: Rule = {
  id: 'C7',
  version: '2026.2',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '各排放口年许可量之和等于全厂合计', en: 'Outlets add up to the plant total' },
  check: ({ form }) => [...totalsOff(form), ...totalsMissing(form)],
};

type Year = (typeof YEARS)[number];
type Sums = ReadonlyMap<string, Readonly<Record<Year, Decimal>>>;

/** Permitted tonnes of all outlets, by pollutant and year. */
export function outletSums(form: Form): Sums {
  const sums = new Map<string, Record<Year, Decimal>>();
  for (const row of rowsOf(form, 'air-limits', 'limits')) {
    const pollutant = textOf(row, 'pollutant');
    if (pollutant === undefined || YEARS.every(year => amountOf(row, year) === undefined)) continue;
    const sum = sums.get(pollutant) ?? noTonnes();
    for (const year of YEARS) sum[year] = sum[year].plus(amountOf(row, year) ?? 0);
    sums.set(pollutant, sum);
  }
  return sums;
}

const noTonnes = (): Record<Year, Decimal> => Object.fromEntries(YEARS.map(year => [year, new Decimal(0)])) as Record<Year, Decimal>;

function totalsOff(form: Form): Finding[] {
  const sums = outletSums(form);
  return rowsOf(form, 'air-totals', 'plantTotals').flatMap((row, index) => {
    const pollutant = textOf(row, 'pollutant');
    if (pollutant === undefined) return [];
    return YEARS.flatMap((year, n) => offInYear({ row, index, pollutant, year, number: n + 1 }, (sums.get(pollutant) ?? noTonnes())[year]));
  });
}

interface Cell {
  readonly row: Row;
  readonly index: number;
  readonly pollutant: string;
  readonly year: Year;
  readonly number: number;
}

function offInYear(cell: Cell, sum: Decimal): Finding[] {
  const total = amountOf(cell.row, cell.year);
  if (total === undefined && sum.isZero()) return [];
  const stated = new Decimal(total ?? 0);
  const name = pollutantName(cell.pollutant);
  const tolerance = Decimal.max(ABSOLUTE_T, stated.abs().mul(RELATIVE));
  if (stated.minus(sum).abs().lte(tolerance)) return [];
  return [finding({
    level: 'E', pointer: `/air-totals/plantTotals/${cell.index}/${cell.year}`, actual: `${total ?? '/'} t`, expected: `${sum.toFixed()} t`, basis: BASIS,
    zh: `${name.zh}第${cell.number}年全厂合计与各排放口之和 ${sum.toFixed()} t 不一致，请核对`,
    en: `${name.en}, year ${cell.number}: the plant total differs from the outlets' ${sum.toFixed()} t.`,
    evidence: `容差 ${tolerance.toFixed()} t`,
  })];
}

function totalsMissing(form: Form): Finding[] {
  const stated = new Set(rowsOf(form, 'air-totals', 'plantTotals').map(row => textOf(row, 'pollutant')));
  return [...outletSums(form).keys()].filter(pollutant => !stated.has(pollutant)).map(pollutant => {
    const { zh, en } = pollutantName(pollutant);
    return finding({
      level: 'E', pointer: '/air-totals/plantTotals', actual: `没有${zh}的合计`, expected: `${zh}的全厂合计`, basis: BASIS,
      zh: `请在“全厂有组织排放总计”中补充${zh}`, en: `Add ${en} to the plant totals.`,
    });
  });
}
