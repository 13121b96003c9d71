import { REPAIR_ROWS, rowsOf, type ShippedRow } from './shipped-rows';

const PILOT = '山西省企业环境信用评价试点（2024年4月1日起扩至吕梁等市）';
const told = rowsOf({ legalBasis: PILOT, origin: '报道转述，待核原文', unit: '分' });
const placeholder = rowsOf({ legalBasis: PILOT, origin: '平台占位值：未查到山西的分档线和扣分表', note: '占位，待核', unit: '分' });

const DEDUCTIONS: readonly (readonly [string, string, string, number])[] = [
  ['warning', '警告、通报批评', '-2', 6], ['order-correct', '责令改正', '-1', 6], ['fine-summary', '简易程序罚款', '-2', 6], ['fine', '罚款', '-8', 12], ['fine-large', '较大数额罚款、没收', '-15', 12], ['fine-huge', '巨额罚款', '-30', 36],
  ['daily-penalty', '按日连续处罚', '-15', 12], ['seizure', '查封、扣押', '-10', 12], ['suspension', '限制生产、停产整治', '-15', 12], ['exceedance', '超标、超总量排放经查实', '-6', 12], ['complaint', '群众投诉经查实', '-2', 6],
  ['duty-overdue', '持证义务逾期经查实', '-1', 6], ['incident-general', '一般突发环境事件', '-10', 12], ['licence-revoked', '吊销许可证', '-40', 36], ['detention', '移送行政拘留', '-25', 36], ['refuse-perform', '拒不履行处罚决定', '-40', 36],
];

/** Straight to the lowest grade. The list is that of the national method; whether Shanxi has the same has not been compared. */
const VETOES = ['crime', 'hidden-pipe', 'hazardous-dump', 'water-source', 'sensitive-area', 'eco-damage', 'incident-major', 'obstruct', 'unapproved-build', 'no-acceptance', 'major-change', 'over-total', 'supervision-overdue', 'heavy-weather', 'refuse-perform'];

/** 100 points, grades A green, B blue, C yellow, D black. Cut-offs and deductions are placeholders that somebody has to compare. */
export const SHANXI_ROWS: readonly ShippedRow[] = [
  told('parameter', ['initial', '初始分'], '100'),
  placeholder('parameter', ['floor', '最低分'], '0'),
  placeholder('parameter', ['ceiling', '最高分'], '100'),
  ...DEDUCTIONS.map(([code, title, points, months]) => placeholder('deduction', [code, title], points, { months })),
  placeholder('deduction', ['voluntary', '自愿开展超出法定要求的环保活动'], '2', { months: 12, most: '6' }),
  placeholder('veto', ['serious', '严重环境违法，直接定为最低等级'], '', { types: VETOES, months: 36 }),
  placeholder('downgrade', ['incident-general', '发生一般突发环境事件，即时降一级'], '1', { types: ['incident-general'], months: 12, note: '参照国家办法，山西是否规定待核' }),
  placeholder('tier', ['A', 'A级（绿牌）'], '90', { colour: 'green' }),
  placeholder('tier', ['B', 'B级（蓝牌）'], '75', { colour: 'blue' }),
  placeholder('tier', ['C', 'C级（黄牌）'], '60', { colour: 'yellow' }),
  placeholder('tier', ['D', 'D级（黑牌）'], '0', { colour: 'black' }),
  ...REPAIR_ROWS,
];
