import type { ReferenceRow } from '@huanbao/reference';
import Decimal from 'decimal.js';

export const REPUTATION_KIND = 'reputation';

const OWN = '本平台约定，法律未作规定';
const FRAUD = '生态环境法典 第一千二百三十条（参照；平台标注期限由本平台约定）';

const row = (key: string, title: string, value: string, { unit = '', legalBasis = OWN, note = null as string | null } = {}): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: '2026-01-01', effectiveTo: null, legalBasis, verified: false, origin: '平台起步值，待主管部门核定', note,
});

/** How ratings become a score. No law gives these numbers: dated rows that nobody has confirmed, shown with the score. */
export const REPUTATION_VALUES: readonly ReferenceRow[] = [
  row('prior-score', '没有评价时的起点分', '3.50', { unit: '分' }),
  row('prior-weight', '起点分相当于几份评价', '5', { unit: '份', note: '评价越少，得分越靠近起点分' }),
  row('half-life', '评价的分量减半', '24', { unit: '个月' }),
  row('repeat-share', '同一客户再次评价的分量', '50', { unit: '%', note: '同一客户每多一份更早的评价，其分量再乘一次' }),
  row('low-below', '信度低：折算份数少于', '3', { unit: '份' }),
  row('high-from', '信度高：折算份数不少于', '10', { unit: '份' }),
  row('rank-least', '进入排名至少要有的评价', '3', { unit: '份' }),
  row('first-pass', '成果首次报送即获审批通过', '0.20', { unit: '分' }),
  row('returned', '成果每被退回补正一次', '-0.30', { unit: '分' }),
  row('returned.most', '退回补正合计不低于', '-0.90', { unit: '分' }),
  row('refused', '成果经审查不予通过', '-0.50', { unit: '分' }),
  row('fault', '经认定因机构原因被否定', '-1.00', { unit: '分' }),
  row('rework', '客户每要求返工一次', '-0.20', { unit: '分' }),
  row('rework.most', '返工合计不低于', '-0.60', { unit: '分' }),
  row('late-step', '逾期每满多少日计一次', '10', { unit: '日' }),
  row('late', '逾期每计一次', '-0.10', { unit: '分' }),
  row('late.most', '逾期合计不低于', '-0.50', { unit: '分' }),
  row('exceedance', '治理、运维类成果验收后企业每一个超标日', '-0.10', { unit: '分' }),
  row('exceedance.most', '超标合计不低于', '-0.50', { unit: '分' }),
  row('exceedance-months', '验收后观察超标的期间', '12', { unit: '个月' }),
  row('fraud-months', '造假认定在平台的标注期', '36', { unit: '个月', legalBasis: FRAUD }),
  row('fault-months', '成果被否定事件的标注期', '12', { unit: '个月' }),
  row('review-failed-months', '成果审查未通过或被退回事件的标注期', '12', { unit: '个月' }),
  row('late-event-days', '交付逾期满多少日的，记入机构信用事件', '3', { unit: '日', note: '按交付之日有效的数；合同里程碑按约定日，没有书面合同的按报价工期；验收后记入，机构可以提出异议' }),
  row('statement-days', '认定前机构陈述申辩的期间', '5', { unit: '日', legalBasis: '行政处罚法 第四十四条、第四十五条（参照）' }),
  row('rating-floor', '成交价低于此数的任务不参与互评', '1000', { unit: '元', note: '防止以小额任务换取评价' }),
  row('engineer-tasks', '一名项目负责人同时在办任务的提示值', '5', { unit: '项', note: '超过只作提示，不限制报价' }),
];

export type ParameterKey =
  | 'prior-score' | 'prior-weight' | 'half-life' | 'repeat-share' | 'low-below' | 'high-from' | 'rank-least' | 'first-pass' | 'returned' | 'returned.most' | 'refused' | 'fault' | 'rework' | 'rework.most'
  | 'late' | 'late-step' | 'late.most' | 'exceedance' | 'exceedance.most' | 'exceedance-months' | 'fraud-months' | 'fault-months' | 'review-failed-months' | 'late-event-days' | 'statement-days' | 'rating-floor' | 'engineer-tasks';

/** The values that hold on one day. */
export type Parameters = (key: ParameterKey) => Decimal;

/** Both ends of a row's days are included. A value that is no number keeps the one that ships. */
export function parametersOn(rows: readonly ReferenceRow[], day: string): Parameters {
  const shipped = (key: string): string => REPUTATION_VALUES.find(one => one.key === key)?.value ?? '0';
  return key => {
    const found = rows.find(one => one.key === key && one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo))?.value ?? shipped(key);
    return /^-?\d+(\.\d+)?$/.test(found) ? new Decimal(found) : new Decimal(shipped(key));
  };
}
