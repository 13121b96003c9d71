import Decimal from 'decimal.js';
import { pollutantWords } from '../form/choices';
import { rowsIn, textIn } from '../form/form';
import { numberIn, shown } from './numbers';
import { Finding, findingOf, Rule, RuleContext } from './rule';

const BASIS = '排污许可管理条例 第十七条、第二十二条；HJ 944-2018';
const finding = findingOf('R2', BASIS);
const [TIMES_W, PART_W, TIMES_E] = [10, '0.01', 1000];

/** R2: more than permitted is a lead; ten times or a hundredth of the last period is likely a slip of the unit, a thousand times is one. */
export const r2: Rule = {
  id: 'R2', version: '2026.1', since: '2026-11-28', basis: BASIS, title: { zh: '实际排放量不超许可量、量级与上期相当', en: 'Amounts within the permit and of the size of the last period' },
  check: context => rowsIn(context.report.emissions, 'totals').flatMap((row, index) => {
    const total = numberIn(row, 'totalT');
    return total ? judge(context, { total, outlet: textIn(row, 'outletCode'), pollutant: textIn(row, 'pollutant'), pointer: `/emissions/totals/${index}/totalT` }) : [];
  }),
};

interface Line {
  readonly total: Decimal;
  readonly outlet: string;
  readonly pollutant: string;
  readonly pointer: string;
}

function judge(context: RuleContext, line: Line): Finding[] {
  const { total, outlet, pollutant, pointer } = line;
  const permitted = permittedOf(context, line);
  const last = lastOf(context, line);
  const name = `${outlet} ${pollutantWords(pollutant)}`;
  const huge = [permitted && { what: '年许可量', en: 'the permitted amount', value: permitted }, last && { what: '上期', en: 'the last period', value: last }].find(one => one && one.value.gt(0) && total.gt(one.value.mul(TIMES_E)));
  if (huge) return [finding({ level: 'E', pointer, actual: `${shown(total)} t`, expected: `${huge.what} ${shown(huge.value)} t 的 ${TIMES_E} 倍以内`, zh: `${name}是${huge.what}的一千多倍，应是单位填错（本栏单位是吨），请改正`, en: `A thousand times ${huge.en}: the unit must be wrong (tonnes here).` })];
  return [
    ...(permitted && total.gt(permitted) ? [finding({ level: 'W', pointer, actual: `${shown(total)} t`, expected: `不超过年许可量 ${shown(permitted)} t`, zh: `${name}超过年许可排放量，属超证排放线索；请核对数据，属实的说明原因和整改`, en: 'More than the permit allows in a year. Check it; if it is true, explain.' })] : []),
    ...(last ? againstLast(line, last, name) : []),
  ];
}

function againstLast({ total, pointer }: Line, last: Decimal, name: string): Finding[] {
  const isHigh = last.gt(0) && total.gt(last.mul(TIMES_W));
  const isLow = last.gt(0) && total.gt(0) && total.lt(last.mul(PART_W));
  if (!isHigh && !isLow) return [];
  return [finding({
    level: 'W', pointer, actual: `${shown(total)} t`, expected: `与上期 ${shown(last)} t 相当`, zh: `${name}${isHigh ? `是上期的 ${total.div(last).toDecimalPlaces(1).toFixed()} 倍` : '不到上期的百分之一'}，疑似单位（千克、吨、毫克）填错；属实的说明原因`,
    en: `${isHigh ? 'More than ten times' : 'Less than a hundredth of'} the last period: a slip of the unit? If it is true, explain.`,
  })];
}

function permittedOf({ permitted }: RuleContext, { outlet, pollutant }: Line): Decimal | null {
  const found = permitted.find(one => (one.outletCode === 'plant' ? '全厂' : one.outletCode) === outlet && one.pollutant === pollutant)?.permittedT;
  return found ? new Decimal(found) : null;
}

function lastOf({ previous }: RuleContext, { outlet, pollutant }: Line): Decimal | null {
  const row = rowsIn(previous?.form.emissions, 'totals').find(one => textIn(one, 'outletCode') === outlet && textIn(one, 'pollutant') === pollutant);
  return (row && numberIn(row, 'totalT')) ?? null;
}
