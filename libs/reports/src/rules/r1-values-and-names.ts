import type { Field, Row } from '@huanbao/permits';
import { POLLUTANTS, pollutantWords, UNITS } from '../form/choices';
import { partsOf, rowsIn, textIn } from '../form/form';
import { permitRows } from '../prefill/words';
import { numberIn } from './numbers';
import { Finding, findingOf, Rule, RuleContext } from './rule';

const BASIS = 'HJ 944-2018；排污许可管理条例 第二十二条';
const finding = findingOf('R1', BASIS);

/** R1: no negative value, factors of the dictionary, units of the list, outlets of the permit, and none left out. */
export const r1: Rule = {
  id: 'R1', version: '2026.1', since: '2026-11-28', basis: BASIS, title: { zh: '数值不为负，因子、单位、排放口规范且不漏项', en: 'No negative values; known factors, units and outlets; none left out' },
  check: context => [...negatives(context), ...names(context), ...leftOut(context)],
};

const isNumber = (field: Field): boolean => field.type === 'decimal' || field.type === 'integer';

function negatives({ kind, report }: RuleContext): Finding[] {
  return partsOf(kind).flatMap(part => part.fields.filter(field => field.type === 'table').flatMap(field => rowsIn(report[part.key], field.name).flatMap((row, index) =>
    (field.columns ?? []).filter(column => isNumber(column) && numberIn(row, column.name)?.lt(0)).map(column => finding({
      level: 'E', pointer: `/${part.key}/${field.name}/${index}/${column.name}`, actual: textIn(row, column.name), expected: '不小于 0', zh: `${column.label.zh}不能是负数，请核对`, en: `${column.label.en} cannot be negative.`,
    })))));
}

const NAMED: readonly (readonly [string, string, string])[] = [['emissions', 'amounts', 'outletCode'], ['emissions', 'totals', 'outletCode'], ['emissions', 'exceedances', 'place'], ['monitoring', 'results', 'place']];

function names(context: RuleContext): Finding[] {
  const places = placesOf(context);
  return NAMED.flatMap(([part, table, column]) => rowsIn(context.report[part as 'emissions'], table).flatMap((row, index) => namesOfRow(row, { at: `/${part}/${table}/${index}`, column, places })));
}

function namesOfRow(row: Row, { at, column, places }: { at: string; column: string; places: ReadonlySet<string> }): Finding[] {
  const [pollutant, unit, place] = [textIn(row, 'pollutant'), textIn(row, 'unit'), textIn(row, column)];
  return [
    ...(POLLUTANTS.some(one => one.value === pollutant) ? [] : [finding({ level: 'E', pointer: `${at}/pollutant`, actual: pollutant || '空', expected: '因子字典里的名称', zh: '污染物名称不在因子字典里，请从列表选择', en: 'The pollutant is not in the dictionary. Choose it from the list.' })]),
    ...(unit === '' || UNITS.some(one => one.value === unit) ? [] : [finding({ level: 'E', pointer: `${at}/unit`, actual: unit, expected: UNITS.map(one => one.zh).join('、'), zh: '单位不在列表里，请从列表选择', en: 'The unit is not in the list. Choose one.' })]),
    ...(places.has(place) ? [] : [finding({ level: 'E', pointer: `${at}/${column}`, actual: place || '空', expected: '许可证载明的排放口或监测点位', zh: `许可证没有“${place}”，请核对编号（注意全角字符和多余空格）`, en: `The permit has no “${place}”. Check the code.` })]),
  ];
}

function placesOf({ permit }: RuleContext): ReadonlySet<string> {
  const outlets = [...permitRows(permit, 'air-outlets', 'outlets'), ...permitRows(permit, 'water-outlets', 'outlets')].map(row => textIn(row, 'code'));
  const plan = permitRows(permit, 'self-monitoring', 'plan').map(row => textIn(row, 'outletCode') || textIn(row, 'point'));
  return new Set([...outlets, ...plan, '全厂'].filter(Boolean));
}

/**
 * Outlets and factors the report has no total of. Where the permit limits the amount, or the platform has data, it is an error; a
 * factor that has neither (monitored once a year, no amount limited) is asked about.
 */
function leftOut({ report, amounts, permitted }: RuleContext): Finding[] {
  const named = new Set(rowsIn(report.emissions, 'totals').map(row => `${textIn(row, 'outletCode')}|${textIn(row, 'pollutant')}`));
  const due = [...new Map(amounts.map(one => [`${one.outletCode}|${one.pollutant}`, one])).entries()];
  return due.filter(([key]) => !named.has(key)).map(([, one]) => {
    const same = (other: { outletCode: string; pollutant: string }): boolean => other.outletCode === one.outletCode && other.pollutant === one.pollutant;
    const isDue = amounts.some(other => same(other) && other.amountT !== null) || permitted.some(other => same(other) && other.permittedT !== null);
    return finding({
      level: isDue ? 'E' : 'W', pointer: '/emissions/totals', actual: `没有 ${one.outletCode} ${pollutantWords(one.pollutant)}`, expected: '许可证载明的排放口和污染物逐一报告排放量',
      zh: `请补报 ${one.outletCode} ${pollutantWords(one.pollutant)}的排放量；没有监测数据的，写明核算方法和依据`, en: `Report ${one.outletCode} ${one.pollutant}; where nothing was measured, say how it was reckoned.`,
    });
  });
}
