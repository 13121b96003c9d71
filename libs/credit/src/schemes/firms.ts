import { REPAIR_ROWS, rowsOf, type ShippedRow } from './shipped-rows';

const own = rowsOf({ legalBasis: '本平台约定，法律未作规定', origin: '平台起步值，待主管部门核定', unit: '分' });
const points = rowsOf({ legalBasis: '建设项目环境影响报告书（表）编制监督管理办法、失信记分公告（2019年第38号）', origin: '二手资料转述，待核原文', unit: '分' });
const fraud = rowsOf({ legalBasis: '生态环境法典 第一千二百三十条', origin: '二手资料转述，待核原文' });

/** Service firms: failures in review, 造假 as a veto, integrity points with 10 warning and 20 restriction, quality of what was delivered. */
export const FIRM_ROWS: readonly ShippedRow[] = [
  own('parameter', ['initial', '初始分'], '100'),
  own('parameter', ['floor', '最低分'], '0'),
  own('parameter', ['ceiling', '最高分'], '100'),
  own('deduction', ['firm.fault', '成果因机构原因被否定'], '-20', { months: 12 }),
  own('deduction', ['firm.unsigned', '中选后不签合同'], '-10', { months: 12 }),
  own('deduction', ['firm.penalised', '受到行政处罚'], '-10', { months: 12 }),
  points('deduction', ['firm.integrity', '失信记分'], '-5', { months: 12, note: '按记分决定的分值扣减' }),
  own('deduction', ['firm.review-failed', '成果审查未通过或被退回'], '-3', { months: 12, most: '-30' }),
  own('deduction', ['firm.late', '逾期交付'], '-1', { months: 12, most: '-10' }),
  own('measure', ['delivery', '交付质量（机构评分，满分 5 分）'], '', { bands: [{ from: '4', to: '5', low: '0', high: '0' }, { from: '3', to: '4', low: '-10', high: '0' }, { from: '1', to: '3', low: '-20', high: '-10' }] }),
  fraud('veto', ['fraud', '造假，直接定为最低等级'], '', { types: ['firm.fraud'], months: 36 }),
  points('gate', ['warned', '失信记分达到警示线，等级不高于 C'], '10', { types: ['firm.integrity'], tier: 'C' }),
  points('gate', ['restricted', '失信记分达到限制线，等级为 D'], '20', { types: ['firm.integrity'], tier: 'D' }),
  own('tier', ['A', 'A级（诚信）'], '90', { colour: 'green' }),
  own('tier', ['B', 'B级（良好）'], '75', { colour: 'blue' }),
  own('tier', ['C', 'C级（警示）'], '60', { colour: 'yellow' }),
  own('tier', ['D', 'D级（失信）'], '0', { colour: 'black' }),
  ...REPAIR_ROWS,
];
