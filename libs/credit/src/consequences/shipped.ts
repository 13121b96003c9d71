import type { ReferenceRow } from '@huanbao/reference';

export const CONSEQUENCE_KIND = 'credit-consequence';

/** What a grade can bring. Where the row of a firm’s `bidding` or of `permit-scrutiny` says `stop`, the platform itself holds the step up. */
export const MEASURES = ['draw-weight', 'permit-scrutiny', 'subsidy', 'electricity-price', 'water-price', 'bidding', 'weather-exemption'] as const;
export type Measure = (typeof MEASURES)[number];

const NATIONAL = '企业环境信用评价办法（试行）（环发〔2013〕150号）';
const OWN = '本平台约定，法律未作规定';
const PILOT = '山西省企业环境信用评价试点；差别措施待当地文件明确';

interface Words {
  readonly title: string;
  readonly value: string;
  readonly unit?: string;
  readonly basis: string;
  readonly note?: string;
}

const row = (grade: string, measure: Measure, { title, value, unit = '', basis, note }: Words): ReferenceRow => ({
  key: `${grade}:${measure}`, title, value, unit, effectiveFrom: '2014-03-01', effectiveTo: null, legalBasis: basis, verified: false, origin: basis === OWN ? '平台约定，待主管部门核定' : '二手资料转述，待核原文', note: note ?? null,
});

const weight = (grade: string, value: string): ReferenceRow => row(grade, 'draw-weight', { title: '双随机抽查权重', value, unit: '倍', basis: OWN });

/** By scheme and grade: `shanxi-100:D:bidding`, or by list: `watch-list:listed:bidding`. Rows can be given new values by two persons, like all reference data. */
export const SHIPPED_CONSEQUENCES: readonly ReferenceRow[] = [
  ...[['national-21:green', '0.5'], ['national-21:blue', '1'], ['national-21:yellow', '2'], ['national-21:red', '3'], ['shanxi-100:A', '0.5'], ['shanxi-100:B', '1'], ['shanxi-100:C', '2'], ['shanxi-100:D', '3'], ['firm-100:A', '0.5'], ['firm-100:B', '1'], ['firm-100:C', '2'], ['firm-100:D', '3']].map(([grade, value]) => weight(grade as string, value as string)),
  ...['national-21:yellow', 'shanxi-100:C'].flatMap(grade => [
    row(grade, 'permit-scrutiny', { title: '排污许可从严审查', value: 'strict', basis: NATIONAL }),
    row(grade, 'subsidy', { title: '专项资金从严审批', value: 'strict', basis: NATIONAL }),
    row(grade, 'weather-exemption', { title: '不享受重污染天气减免', value: 'stop', basis: PILOT }),
  ]),
  ...['national-21:red', 'shanxi-100:D'].flatMap(grade => [
    row(grade, 'permit-scrutiny', { title: '排污许可从严审查，受理前核实整改', value: 'strict', basis: NATIONAL, note: '改为 stop 即在受理时阻止；须有法律依据' }),
    row(grade, 'subsidy', { title: '暂停专项资金', value: 'stop', basis: NATIONAL }),
    row(grade, 'bidding', { title: '取消政府采购资格', value: 'stop', basis: NATIONAL }),
    row(grade, 'weather-exemption', { title: '不享受重污染天气减免', value: 'stop', basis: PILOT }),
    row(grade, 'electricity-price', { title: '列入差别电价名单', value: 'list', basis: PILOT, note: '加价标准由价格主管部门确定，山西未查到' }),
    row(grade, 'water-price', { title: '列入差别水价名单', value: 'list', basis: PILOT }),
  ]),
  // lists that other rooms keep bring measures in the same way: `<list>:listed:<measure>`
  weight('watch-list:listed', '3'),
  row('watch-list:listed', 'permit-scrutiny', { title: '排污许可从严审查，受理前核实整改', value: 'strict', basis: OWN, note: '改为 stop 即在受理时阻止；须有法律依据' }),
  row('watch-list:listed', 'bidding', { title: '暂停在本平台报价和承接', value: 'stop', basis: OWN, note: '只在本平台的市场，不对外联合惩戒；改为 strict 即只作提示' }),
  row('firm-100:C', 'bidding', { title: '建议业主选定前查看环境信用', value: 'strict', basis: OWN }),
  row('firm-100:D', 'bidding', { title: '建议业主不予选定', value: 'strict', basis: OWN, note: '改为 stop 即在报价和接受委托时阻止；须有法律依据' }),
];
