import Decimal from 'decimal.js';
import type { Row, SectionData } from '@huanbao/permits';
import { rowsIn, textIn } from '../form/form';
import type { PartKey, ReportKind } from '../form/part';
import { subPeriods } from '../form/periods';

/** What a demonstration enterprise knows of a report. */
export interface Filling {
  readonly kind: ReportKind;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly titleZh: string;
  /** Outlets and factors with an amount: those of the monitoring plan. */
  readonly pairs: readonly (readonly [outlet: string, pollutant: string])[];
}

type Fill = (data: SectionData, about: Filling) => object;

/** Tonnes a month of a hospital with a gas boiler and pre-treated sewage. */
const MONTHLY: Readonly<Record<string, string>> = { NOx: '0.03', SO2: '0.002', PM: '0.004', COD: '0.35', BOD5: '0.12', SS: '0.15', 'animal-oil': '0.02', oil: '0.01' };
export const isReckoned = (pollutant: string): boolean => pollutant in MONTHLY;

const MONTHS = { annual: 3, quarterly: 1, monthly: 1 } as const;

const FILLS: Readonly<Record<PartKey, Fill>> = {
  basic: (data, { kind }) => ({
    facilities: each(data, 'facilities', { runningHours: kind === 'annual' ? '3600' : '900' }), products: each(data, 'products', { output: '240', unit: '床' }), fuels: each(data, 'fuels', { amount: '7.6', unit: '万m³' }),
    ...(kind === 'annual' ? { materials: each(data, 'materials', { amount: '11', unit: 't' }), changed: false } : {}),
  }),
  compliance: () => ({ items: ['facilities', 'treatment', 'outlets', 'concentration', 'amount', 'records'].map(matter => ({ matter, kept: true })), hasPenalties: false, hasComplaints: false }),
  treatment: data => ({ runs: each(data, 'runs', { runningHours: '900' }), hasAbnormal: false }),
  monitoring: data => ({ results: rowsIn(data, 'results').map(row => ({ unit: textIn(row, 'place').startsWith('DW') ? 'mg/L' : 'mg/m³', explanation: '委托检测报告已归档，结果达标', ...row })) }),
  ledgers: data => ({ items: rowsIn(data, 'items').map(row => (row['complete'] === false ? { ...row, explanation: '纸质台账已记，正在补录' } : row)), keeping: '电子台账存于本平台，纸质台账存于总务科，保存五年' }),
  emissions: amountsOf,
  tax: () => ({ taxed: false, whyNot: '燃气锅炉排放量低于起征点，污水排入城市污水处理厂' }),
  disclosure: () => ({ items: [{ content: '执行报告和自行监测数据', way: '全国排污许可证管理信息平台', when: '报告期内按季公开', done: true }] }),
  management: () => ({ institution: '总务科设环境管理岗一人，分管院长负责。', rules: '执行污水处理站运行规程和医疗废物管理制度，每日巡检。' }),
  'permit-other': data => ({ conditions: each(data, 'conditions', { kept: true, explanation: '已按要求执行' }) }),
  remarks: () => ({ text: '无' }),
  conclusion: (_data, { titleZh }) => ({ overall: 'kept', text: `${titleZh}：本期锅炉按采暖需要运行，污水处理站消毒设施运行正常，没有超标和投诉。` }),
  attachments: () => ({}),
};

/** A part filled in to the end, with what the platform offered kept where it stands. */
export const filled = (part: PartKey, data: SectionData, about: Filling): object => FILLS[part](data, about);

const each = (data: SectionData, table: string, values: object): Row[] => rowsIn(data, table).map(row => ({ ...values, ...row }));

/** An amount for each outlet, factor and part of the period, and totals that are their sums. */
function amountsOf(data: SectionData, { kind, periodFrom, periodTo, pairs }: Filling): object {
  const parts = subPeriods(kind, { from: periodFrom, to: periodTo });
  const amounts = pairs.flatMap(([outletCode, pollutant]) => parts.map(({ key: subPeriod }) => {
    const there = rowsIn(data, 'amounts').find(row => row['outletCode'] === outletCode && row['pollutant'] === pollutant && row['subPeriod'] === subPeriod);
    return there ?? { outletCode, pollutant, subPeriod, amountT: new Decimal(MONTHLY[pollutant] ?? 0).mul(MONTHS[kind]).toFixed(), method: 'coefficient', steps: '按产排污系数和用量核算' };
  }));
  const totals = pairs.map(([outletCode, pollutant]) => {
    const there = rowsIn(data, 'totals').find(row => row['outletCode'] === outletCode && row['pollutant'] === pollutant);
    const own = amounts.filter(row => row['outletCode'] === outletCode && row['pollutant'] === pollutant);
    return { outletCode, pollutant, permittedT: there?.['permittedT'] ?? '/', totalT: own.reduce((sum, row) => sum.add(textIn(row, 'amountT') || 0), new Decimal(0)).toFixed() };
  });
  return { amounts, totals, withinAmounts: true, withinLimits: true };
}
