import type { Band } from '../engine/scheme';
import { PENALISED_VIOLATIONS, PENALTY_TYPES } from './event-types';
import { REPAIR_ROWS, rowsOf, type ShippedRow } from './shipped-rows';

const METHOD = '企业环境信用评价办法（试行）（环发〔2013〕150号）';
const known = rowsOf({ legalBasis: METHOD, origin: '二手资料转述，有出处，待核原文' });
const guessed = rowsOf({ legalBasis: METHOD, origin: '未查到出处，仅保证权重合计为 100', note: '权重待核' });
const own = rowsOf({ legalBasis: '本平台约定，办法未作规定', origin: '平台约定' });
const bands = (...rows: readonly (readonly [string, string, string, string])[]): { bands: Band[] } => ({ bands: rows.map(([from, to, low, high]) => ({ from, to, low, high })) });

/** ≥90 % 80–100, 75–90 % 50–79, 50–75 % 0–49, below 50 % nothing; within a class by straight line. */
const ATTAINMENT = bands(['90', '100', '80', '100'], ['75', '90', '50', '79'], ['50', '75', '0', '49'], ['0', '50', '0', '0']);
const DISPOSAL = bands(['95', '100', '80', '100'], ['80', '95', '50', '79'], ['0', '80', '0', '49']);

const INDICATORS: readonly ShippedRow[] = [
  known('indicator', ['1', '大气和水污染物达标排放'], '15', { ...ATTAINMENT, group: '污染防治', note: '取值为各排放口监测达标率（%）' }),
  known('indicator', ['2', '一般固体废物处置'], '5', { ...DISPOSAL, group: '污染防治', note: '取值为处置率（%）' }),
  known('indicator', ['3', '危险废物规范化管理'], '5', { group: '污染防治' }),
  known('indicator', ['4', '噪声污染防治'], '4', { group: '污染防治' }),
  known('indicator', ['5', '选址布局中的生态保护'], '2', { group: '生态保护' }),
  guessed('indicator', ['6', '资源利用中的生态保护'], '2', { group: '生态保护' }),
  guessed('indicator', ['7', '开发建设中的生态保护'], '2', { group: '生态保护' }),
  guessed('indicator', ['8', '排污许可证'], '4', { group: '环境管理' }),
  guessed('indicator', ['9', '排污申报'], '4', { group: '环境管理' }),
  guessed('indicator', ['10', '排污费（环境保护税）缴纳'], '4', { group: '环境管理' }),
  guessed('indicator', ['11', '污染治理设施运行'], '4', { group: '环境管理' }),
  guessed('indicator', ['12', '排污口规范化整治'], '4', { group: '环境管理' }),
  guessed('indicator', ['13', '企业自行监测'], '4', { group: '环境管理' }),
  guessed('indicator', ['14', '内部环境管理'], '4', { group: '环境管理' }),
  known('indicator', ['15', '环境风险管理'], '10', { group: '环境管理', note: '预案、演练和环境污染强制责任险齐备为满分' }),
  guessed('indicator', ['16', '强制性清洁生产审核'], '4', { group: '环境管理' }),
  known('indicator', ['17', '行政处罚与行政命令'], '15', { group: '环境管理', note: '无处罚为满分，有处罚为零分' }),
  guessed('indicator', ['18', '群众投诉'], '2', { group: '社会监督' }),
  guessed('indicator', ['19', '媒体监督'], '2', { group: '社会监督' }),
  guessed('indicator', ['20', '信息公开'], '2', { group: '社会监督' }),
  guessed('indicator', ['21', '自行监测信息公开'], '2', { group: '社会监督' }),
];

/** 一票否决, of the year before; 1–7 by a source, 8–14 by memory. */
const VETOES: readonly ShippedRow[] = ([
  ['crime', '构成环境犯罪'], ['unapproved-build', '未批先建'], ['no-acceptance', '环保设施未建成或未经验收即投产'], ['major-change', '重大变动未重新报批'], ['over-total', '主要污染物超总量'], ['hidden-pipe', '暗管、渗井、旁路偷排'], ['hazardous-dump', '非法排放、倾倒、处置危险废物'],
  ['water-source', '造成饮用水水源取水中断'], ['sensitive-area', '对环境敏感区造成重大不利影响'], ['eco-damage', '违法开发造成严重生态破坏'], ['incident-major', '较大及以上突发环境事件'], ['supervision-overdue', '挂牌督办逾期未完成'], ['obstruct', '暴力、威胁等方式拒绝检查'], ['heavy-weather', '重污染天气应急响应不力'],
] as const).map(([type, title], nth) => (nth < 7 ? known : guessed)('veto', [`V${String(nth + 1).padStart(2, '0')}`, title], '', { types: [type], months: 12, note: nth < 7 ? null : '凭业务经验录入，待核' }));

/** 环发〔2013〕150号: 21 indicators, 14 vetoes, four colours. */
export const NATIONAL_ROWS: readonly ShippedRow[] = [
  own('parameter', ['default-score', '没有取值的指标按此计分'], '100'),
  ...INDICATORS,
  known('effect', ['penalty', '受到行政处罚或行政命令'], '0', { indicator: '17', months: 12, types: PENALTY_TYPES, note: '期限按上一年度计，以十二个月折算' }),
  known('effect', ['penalised-violation', '因一票否决的违法行为受到行政处罚或行政命令'], '0', { indicator: '17', months: 12, types: PENALISED_VIOLATIONS, note: '这类处罚在台账中按违法行为登记；哪些行为必受处罚，待核' }),
  ...VETOES,
  known('downgrade', ['incident-general', '发生一般突发环境事件，即时降一级'], '1', { types: ['incident-general'], months: 12 }),
  guessed('tier', ['green', '绿牌（环保诚信企业）'], '100', { allFull: true, voluntary: 2, colour: 'green', note: '全部满分且自愿开展两项以上超法定活动' }),
  known('tier', ['blue', '蓝牌（环保良好企业）'], '80', { colour: 'blue' }),
  known('tier', ['yellow', '黄牌（环保警示企业）'], '60', { colour: 'yellow' }),
  known('tier', ['red', '红牌（环保不良企业）'], '0', { colour: 'red' }),
  ...REPAIR_ROWS,
];
