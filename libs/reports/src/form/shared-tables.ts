import { f, type Field, help, option } from '@huanbao/permits';
import { METHODS, POLLUTANTS, UNITS } from './choices';

/** A thousand times what the largest plants emit: more is a slip of the unit (an enterprise once reported 11.19 billion t of SO₂). */
const MOST_TONNES = 1_000_000;
const MOST = 1_000_000_000;
const MOST_ROWS = 10_000;

const place = (): Field => f.text('place', ['点位', 'Place'], { required: 'always', max: 60, example: 'DA001' });
const pollutant = (): Field => f.select('pollutant', ['污染物', 'Pollutant'], { required: 'always', options: POLLUTANTS });
const tonnes = (name: string, label: readonly [string, string], rest: Parameters<typeof f.decimal>[2] = {}): Field => f.decimal(name, label, { unit: 't', min: 0, max: MOST_TONNES, decimals: 9, ...rest });
const measured = (name: string, label: readonly [string, string], rest: Parameters<typeof f.decimal>[2] = {}): Field => f.decimal(name, label, { min: 0, max: MOST, decimals: 6, ...rest });

export const stopped = (): Field => f.boolean('stopped', ['整个报告期停产', 'Production stood throughout'], { required: 'always', help: help('停产也要报告（排污许可管理条例第二十二条）；停产期间零排放须在这里注明', 'Reports stay due while production stands (art. 22); zero amounts name the stoppage here.') });

export const stoppages = (): Field => f.table('stoppages', ['停产时段', 'Stoppages'], [
  f.date('fromOn', ['开始', 'From'], { required: 'always' }), f.date('toOn', ['结束', 'To']), f.text('scope', ['范围', 'What stood'], { required: 'always', max: 200 }), f.text('reason', ['原因', 'Why'], { required: 'always', max: 500 }),
], { max: 200 });

export const facilities = (): Field => f.table('facilities', ['生产设施运行', 'Production facilities'], [
  f.text('code', ['设施编号', 'Code'], { required: 'always', max: 20, example: 'MF0001' }), f.text('name', ['设施名称', 'Name'], { max: 80 }),
  f.decimal('runningHours', ['运行时间', 'Hours run'], { required: 'always', unit: 'h', min: 0, max: 100_000, decimals: 2 }), f.text('note', ['说明', 'Remark'], { max: 200 }),
], { max: 1000 });

export const products = (): Field => f.table('products', ['产品产量', 'Products'], [
  f.text('name', ['产品', 'Product'], { required: 'always', max: 60 }), f.decimal('capacity', ['许可证载明产能', 'Capacity of the permit'], { min: 0, max: MOST, decimals: 4 }), f.text('capacityUnit', ['产能单位', 'Unit of it'], { max: 20 }),
  f.decimal('output', ['实际产量', 'Output'], { required: 'always', min: 0, max: MOST, decimals: 4 }), f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: 't' }),
], { max: 500 });

export const materials = (): Field => f.table('materials', ['原辅料用量', 'Materials'], [
  f.text('name', ['名称', 'Name'], { required: 'always', max: 60 }), f.decimal('amount', ['实际用量', 'Used'], { required: 'always', min: 0, max: MOST, decimals: 4 }), f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20 }),
], { max: 500 });

export const fuels = (): Field => f.table('fuels', ['燃料用量', 'Fuels'], [
  f.text('name', ['燃料', 'Fuel'], { required: 'always', max: 60 }), f.decimal('amount', ['实际用量', 'Used'], { required: 'always', min: 0, max: MOST, decimals: 4 }), f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: 't' }),
  f.decimal('sulphurPercent', ['含硫量', 'Sulphur'], { unit: '%', min: 0, max: 100, decimals: 4, allowNone: true }), f.decimal('calorificValueMJ', ['低位热值', 'Calorific value'], { unit: 'MJ/kg 或 MJ/m³', min: 0, max: 1000, decimals: 4, allowNone: true }),
], { max: 100 });

export const treatmentRuns = (): Field => f.table('runs', ['治理设施运行', 'Treatment facilities'], [
  f.text('code', ['设施编号', 'Code'], { required: 'always', max: 20, example: 'TA001' }), f.text('name', ['设施名称', 'Name'], { max: 80 }),
  f.decimal('runningHours', ['运行时间', 'Hours run'], { required: 'always', unit: 'h', min: 0, max: 100_000, decimals: 2 }), f.decimal('removalPercent', ['平均去除效率', 'Removal'], { unit: '%', min: 0, max: 100, decimals: 3 }),
  f.text('reagents', ['药剂', 'Reagents'], { max: 200 }), f.decimal('reagentKg', ['药剂用量', 'Reagent used'], { unit: 'kg', min: 0, max: MOST, decimals: 3 }), f.decimal('costYuan', ['运行费用', 'Cost'], { unit: '元', min: 0, max: MOST, decimals: 2 }),
], { max: 1000 });

export const abnormal = (): Field => f.table('abnormal', ['治理设施异常', 'Failures'], [
  f.text('facility', ['设施', 'Facility'], { required: 'always', max: 60 }), f.date('fromOn', ['开始', 'From'], { required: 'always' }), f.date('toOn', ['恢复', 'Restored']),
  f.text('pollutants', ['涉及污染物', 'Pollutants'], { max: 100 }), f.text('cause', ['情况和原因', 'Cause'], { required: 'always', max: 500 }), f.text('measures', ['采取的措施', 'Measures'], { required: 'always', max: 500 }),
], { max: 1000 });

export const results = (): Field => f.table('results', ['监测结果', 'Results'], [
  place(), pollutant(), f.select('method', ['方式', 'Method'], { required: 'always', options: [option('manual', '手工', 'By hand'), option('auto', '自动', 'Automatic')] }),
  f.integer('planned', ['应测次数', 'Planned'], { min: 0, max: 100_000 }), f.integer('done', ['实测次数', 'Done'], { min: 0, max: 100_000 }),
  f.select('unit', ['单位', 'Unit'], { required: 'always', options: UNITS }), measured('least', ['最小值', 'Least']), measured('most', ['最大值', 'Greatest']), measured('average', ['平均值', 'Average']),
  measured('limit', ['许可浓度', 'Limit'], { allowNone: true }), f.integer('exceeded', ['超标次数', 'Above limit'], { min: 0, max: 100_000 }), f.text('explanation', ['缺测、超标说明', 'Explanation'], { max: 500 }),
], { max: MOST_ROWS });

/** Amounts by outlet, pollutant and the quarters (annual) or months (shorter reports) of the period. */
export const amounts = (): Field => f.table('amounts', ['实际排放量', 'Actual amounts'], [
  f.text('outletCode', ['排放口', 'Outlet'], { required: 'always', max: 20, example: 'DA001' }), pollutant(),
  f.text('subPeriod', ['时段', 'Part of the period'], { required: 'always', pattern: '^\\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))$', example: '2026Q4', help: help('年报按季（2026Q4），季报、月报按月（2026-10）', 'By quarter (2026Q4) in annual, by month (2026-10) in shorter reports.') }),
  tonnes('amountT', ['实际排放量', 'Amount'], { required: 'always' }), f.select('method', ['核算方法', 'Method'], { required: 'always', options: METHODS }), f.text('steps', ['核算过程', 'Reckoning'], { max: 2000 }),
], { max: MOST_ROWS });

export const totals = (): Field => f.table('totals', ['报告期合计和许可量', 'Totals and permitted amounts'], [
  f.text('outletCode', ['排放口', 'Outlet'], { required: 'always', max: 20, example: 'DA001' }), pollutant(), tonnes('totalT', ['报告期合计', 'Total'], { required: 'always' }),
  tonnes('permittedT', ['年许可排放量', 'Permitted a year'], { allowNone: true }), f.text('note', ['说明', 'Remark'], { max: 500 }),
], { max: MOST_ROWS });

export const exceedances = (): Field => f.table('exceedances', ['超标排放', 'Exceedances'], [
  place(), pollutant(), f.date('on', ['日期', 'Day'], { required: 'always' }), measured('value', ['监测值', 'Value'], { required: 'always' }), measured('limit', ['限值', 'Limit'], { required: 'always' }), f.select('unit', ['单位', 'Unit'], { required: 'always', options: UNITS }),
  f.text('cause', ['原因', 'Cause'], { required: 'always', max: 500 }), f.text('measures', ['采取的措施', 'Measures'], { required: 'always', max: 500 }), f.date('restoredOn', ['恢复达标', 'Restored']),
], { max: 2000 });
