import type { Row } from '@huanbao/permits';
import Decimal from 'decimal.js';
import { rowsIn, textIn } from '../form/form';
import { daysIn } from '../form/periods';
import { withoutYear } from '../prefill/basic';
import { numberIn, shown, sum } from './numbers';
import { sulphurShare } from './reference';
import { Finding, findingOf, Rule, RuleContext } from './rule';

const BASIS = '排污许可管理条例 第二十二条；物料衡算（硫平衡）';
const finding = findingOf('R5', BASIS);
const DEVIATION = '0.3';
const DAYS_OF_A_YEAR = 365;
/** Output may exceed the capacity of so many days by a tenth before it is asked about. */
const MARGIN = '1.1';

/** R5: output fits the capacity, hours fit the calendar, sulphur of the fuel fits the reported SO₂. */
export const r5: Rule = {
  id: 'R5', version: '2026.1', since: '2026-11-28', basis: BASIS, title: { zh: '产量、运行时间、燃料与排放量相符', en: 'Output, hours, fuel and amounts fit together' },
  check: context => [...outputs(context), ...hours(context), ...sulphur(context)],
};

function outputs({ report, period }: RuleContext): Finding[] {
  return rowsIn(report.basic, 'products').flatMap((row, index) => {
    const [output, capacity, unit] = [numberIn(row, 'output'), numberIn(row, 'capacity'), textIn(row, 'capacityUnit')];
    if (!output || !capacity || !unit.endsWith('/a') || withoutYear(unit) !== textIn(row, 'unit')) return [];
    const most = capacity.mul(daysIn(period)).div(DAYS_OF_A_YEAR);
    if (output.lte(most.mul(MARGIN))) return [];
    return [finding({ level: 'W', pointer: `/basic/products/${index}/output`, actual: `${shown(output)} ${textIn(row, 'unit')}`, expected: `按产能折算约 ${most.toDecimalPlaces(2).toFixed()} ${textIn(row, 'unit')}`, zh: `${textIn(row, 'name')}产量超过产能；请核对单位，超产能生产的说明原因（可能需要重新申请）`, en: 'Output above the capacity. Check the unit, or explain.' })];
  });
}

function hours({ report, period }: RuleContext): Finding[] {
  const most = daysIn(period) * 24;
  const tables = [['basic', 'facilities'], ['treatment', 'runs']] as const;
  return tables.flatMap(([part, table]) => rowsIn(report[part], table).flatMap((row, index) => {
    const run = numberIn(row, 'runningHours');
    return !run || run.lte(most) ? [] : [finding({ level: 'W', pointer: `/${part}/${table}/${index}/runningHours`, actual: `${shown(run)} h`, expected: `报告期共 ${most} h`, zh: `${textIn(row, 'code')} 的运行时间超过报告期的日历时间，请核对`, en: 'More hours than the period has.' })];
  }));
}

/** Solid and liquid fuels by weight: SO₂ = 2 × fuel × sulphur × share that burns to SO₂ × (1 − removal). */
function sulphur({ report, period }: RuleContext): Finding[] {
  const share = sulphurShare(period.to);
  const burnt = rowsIn(report.basic, 'fuels').flatMap(row => massOf(row) ?? []);
  const reported = rowsIn(report.emissions, 'totals').filter(row => textIn(row, 'pollutant') === 'SO2' && textIn(row, 'outletCode') !== '全厂').flatMap(row => numberIn(row, 'totalT') ?? []);
  if (burnt.length === 0 || reported.length === 0) return [];
  const removal = removalOf(report);
  const balance = sum(burnt).mul(2).mul(share.value).mul(new Decimal(1).sub(removal));
  const said = sum(reported);
  if (balance.isZero() || said.sub(balance).abs().div(balance).lte(DEVIATION)) return [];
  return [finding({
    level: 'W', pointer: '/emissions/totals', actual: `二氧化硫 ${shown(said)} t`, expected: `硫平衡约 ${balance.toDecimalPlaces(3).toFixed()} t（±30%）`,
    zh: `二氧化硫与燃料含硫量的衡算偏差超过 30%（转化率 ${share.value}${share.verified ? '' : '，未核实'}，去除率 ${removal.mul(100).toDecimalPlaces(1).toFixed()}%）；请核对燃料用量、含硫量和单位，属实的说明原因`, en: 'SO₂ and the sulphur of the fuel differ by more than 30 %. Check use, sulphur and units, or explain.',
  })];
}

/** Tonnes of sulphur in a fuel that is weighed; gases by volume are left to their measurement. */
function massOf(row: Row): Decimal | undefined {
  const [amount, percent, unit] = [numberIn(row, 'amount'), numberIn(row, 'sulphurPercent'), textIn(row, 'unit')];
  if (!amount || !percent || !['t', '万t', '吨'].includes(unit)) return undefined;
  return amount.mul(unit === '万t' ? 10_000 : 1).mul(percent).div(100);
}

/** The removal of the desulphurisation, where the report names one. */
function removalOf(report: RuleContext['report']): Decimal {
  const found = rowsIn(report.treatment, 'runs').find(row => /脱硫/.test(textIn(row, 'name')));
  return (found && numberIn(found, 'removalPercent')?.div(100)) ?? new Decimal(0);
}
