import type { Row } from '@huanbao/permits';
import { pollutantWords } from '../form/choices';
import { rowsIn, textIn } from '../form/form';
import { subPeriods } from '../form/periods';
import { agree, numberIn, shown, sum } from './numbers';
import { Finding, findingOf, Rule, RuleContext } from './rule';

const BASIS = 'HJ 944-2018 实际排放量报表（各月之和为季、各季之和为年）';
const finding = findingOf('R3', BASIS);
const SHARE = '0.01';

/** R3: the parts of the period add up to its total, and each part agrees with the shorter report that was handed in for it, within 1 %. */
export const r3: Rule = {
  id: 'R3', version: '2026.1', since: '2026-11-28', basis: BASIS, title: { zh: '各月之和等于季、各季之和等于年（容差 1%）', en: 'Months add up to quarters, quarters to the year (1 %)' },
  check: context => [...totals(context), ...parts(context), ...strangePeriods(context)],
};

const keyOf = (row: Row): string => `${textIn(row, 'outletCode')}|${textIn(row, 'pollutant')}`;

function totals({ report }: RuleContext): Finding[] {
  const amounts = rowsIn(report.emissions, 'amounts');
  return rowsIn(report.emissions, 'totals').flatMap((row, index) => {
    const total = numberIn(row, 'totalT');
    const own = textIn(row, 'outletCode') === '全厂' ? amounts.filter(one => textIn(one, 'pollutant') === textIn(row, 'pollutant') && textIn(one, 'outletCode').startsWith('DA')) : amounts.filter(one => keyOf(one) === keyOf(row));
    const added = sum(own.flatMap(one => numberIn(one, 'amountT') ?? []));
    if (!total || agree(total, added, SHARE)) return [];
    return [finding({
      level: 'E', pointer: `/emissions/totals/${index}/totalT`, actual: `${shown(total)} t`, expected: `各时段之和 ${shown(added)} t（±1%）`,
      zh: `${textIn(row, 'outletCode')} ${pollutantWords(textIn(row, 'pollutant'))}的合计与各时段之和不符，请改正合计或补齐时段`, en: 'The total is not the sum of its parts. Mend one of them.',
    })];
  });
}

/** Of each part the report that was handed in for it. */
function parts({ report, children }: RuleContext): Finding[] {
  const byPeriod = new Map(children.flatMap(child => {
    // a merged report covers several parts and cannot be compared with one
    const [only, ...more] = subPeriods(child.kind === 'quarterly' ? 'annual' : child.kind, child.period);
    return only && more.length === 0 ? [[only.key, child] as const] : [];
  }));
  return rowsIn(report.emissions, 'amounts').flatMap((row, index) => {
    const child = byPeriod.get(textIn(row, 'subPeriod'));
    const before = child && rowsIn(child.form.emissions, 'totals').find(one => keyOf(one) === keyOf(row));
    const [now, then] = [numberIn(row, 'amountT'), before && numberIn(before, 'totalT')];
    if (!child || !now || !then || agree(now, then, SHARE)) return [];
    return [finding({
      level: 'E', pointer: `/emissions/amounts/${index}/amountT`, actual: `${shown(now)} t`, expected: `${child.title.zh} ${shown(then)} t（±1%）`,
      zh: `与已提交的${child.title.zh}不符，请核对；往期报告有误的，先更正往期报告`, en: `It does not agree with ${child.title.en}. If that one is wrong, amend it first.`,
    })];
  });
}

/** A part that the period does not have, or has twice. */
function strangePeriods({ kind, period, report }: RuleContext): Finding[] {
  const known = new Set(subPeriods(kind, period).map(one => one.key));
  const seen = new Set<string>();
  return rowsIn(report.emissions, 'amounts').flatMap((row, index) => {
    const [part, key] = [textIn(row, 'subPeriod'), `${keyOf(row)}|${textIn(row, 'subPeriod')}`];
    const twice = seen.has(key);
    seen.add(key);
    if (known.has(part) && !twice) return [];
    return [finding({
      level: 'E', pointer: `/emissions/amounts/${index}/subPeriod`, actual: part, expected: `${[...known].join('、')}，每个排放口、污染物各一行`, zh: twice ? '同一排放口、污染物、时段填了两行，请删去一行' : '这个时段不在报告期内，请核对', en: twice ? 'The same outlet, pollutant and part stand twice. Delete one.' : 'This part is not of the period.',
    })];
  });
}
