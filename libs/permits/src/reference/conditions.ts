import type { LibraryCondition } from '../conditions/condition.entity';
import type { DutyTemplate } from '../conditions/recurring';
import type { Parameter } from '../conditions/render';

type Seed = Omit<LibraryCondition, 'id' | 'createdAt' | 'createdBy'>;
type Content = Pick<Seed, 'code' | 'title' | 'kind' | 'text' | 'legalBasis'> & Partial<Pick<Seed, 'subject' | 'parameters' | 'duty'>>;

const RULES = '《排污许可管理条例》';
const SINCE = '2026-08-15';

const place = (name: string, label: string, over: Partial<Parameter> = {}): Parameter => ({ name, label, type: 'text', unit: null, options: [], example: null, ...over });
const duty = (period: DutyTemplate['period'], content: string, first: Partial<DutyTemplate> & Pick<DutyTemplate, 'rule'>): DutyTemplate => ({ period, content, days: null, monthDay: null, date: null, ...first });

/** Not one of them was compared with the published text yet: all are 未核实, and an officer verifies or replaces them. */
const row = (content: Content): Seed => ({
  version: 1, isCurrent: true, subject: 'site', parameters: [], duty: null, verified: false, effectiveFrom: SINCE, effectiveTo: null, changeNote: '随平台提供，使用前请对照原文核实', retiredReason: null, createdByName: '平台预置', ...content,
});

/** What the bureau's library begins with. */
export const CONDITION_SEED: readonly Seed[] = [
  row({ code: 'TS-01', title: '重污染天气应急减排', kind: 'special-period', legalBasis: `${RULES}第十三条第七项；当地重污染天气应急预案`,
    text: '重污染天气预警期间，按应急减排清单执行：黄色预警减排{yellow}，橙色预警减排{orange}，红色预警减排{red}；预警启动后{hours}内落实到位，并保留生产、用电、运输记录。',
    parameters: [place('yellow', '黄色预警措施', { example: '限产 20%' }), place('orange', '橙色预警措施', { example: '限产 30%' }), place('red', '红色预警措施', { example: '停产' }), place('hours', '落实时限', { type: 'number', unit: '小时', example: '4' })] }),
  row({ code: 'TS-02', title: '应急减排“一厂一策”年度更新', kind: 'special-period', legalBasis: `${RULES}第十三条第七项；重污染天气应急减排清单修订要求`,
    text: '每年修订重污染天气应急减排“一厂一策”实施方案，明确各级预警下停限产的生产线、设施和责任人，并报送分局备案。',
    duty: duty('yearly', '修订并报送重污染天气“一厂一策”实施方案', { rule: 'month-day', monthDay: '09-30' }) }),
  row({ code: 'WZ-01', title: '物料储存封闭', kind: 'operation', subject: 'facility', legalBasis: `${RULES}第十三条第十项；行业大气污染物排放标准无组织控制要求`,
    text: '{materials}等易产生扬尘的物料应当在封闭料场（仓、库）内储存，出入口设置自动门或软帘，料场内配套喷雾抑尘设施并与装卸作业同时运行。', parameters: [place('materials', '物料', { example: '煤、石灰石' })] }),
  row({ code: 'WZ-02', title: '厂界无组织排放监测', kind: 'monitoring', legalBasis: `${RULES}第十九条；HJ 819-2017`,
    text: '厂界无组织{pollutants}每{rhythm}监测一次，监测时同步记录气象条件和生产负荷。',
    parameters: [place('pollutants', '污染物', { example: '颗粒物' }), place('rhythm', '频次', { type: 'choice', options: ['季', '半年', '年'], example: '季' })],
    duty: duty('quarterly', '厂界无组织监测并上传报告', { rule: 'period-end', days: 0 }) }),
  row({ code: 'WZ-03', title: '运输和道路扬尘控制', kind: 'operation', legalBasis: `${RULES}第十三条第十项`,
    text: '厂区出口设置车辆冲洗设施，厂内道路硬化，每日清扫洒水不少于{times}；进出运输车辆建立电子台账，记录车牌、排放阶段、物料和重量。', parameters: [place('times', '清扫洒水次数', { type: 'number', unit: '次', example: '3' })] }),
  row({ code: 'PK-01', title: '排放口规范化', kind: 'operation', subject: 'outlet', legalBasis: `${RULES}第十八条；排污口规范化整治技术要求`,
    text: '按规范设置排放口、采样孔、采样平台和安全通道，悬挂带二维码的标识牌，标明编号、污染物种类和监督电话；标识牌损坏的 5 日内更换。' }),
  row({ code: 'PK-02', title: '排放口整改到位', kind: 'improvement', subject: 'outlet', legalBasis: `${RULES}第十八条`,
    text: '{work}，完成后报送整改前后照片和验收记录。', parameters: [place('work', '整改内容', { example: '采样平台宽度不足，加宽至 1.5 米' })],
    duty: duty('once', '完成排放口整改：{work}', { rule: 'after-days', days: 90 }) }),
  row({ code: 'JC-01', title: '自动监测故障期间手工监测', kind: 'monitoring', subject: 'outlet', legalBasis: `${RULES}第二十条；HJ 75-2017、HJ 355-2019`,
    text: '自动监测设备发生故障或者检修，不能提供有效数据的，24 小时内报告分局，期间对{pollutants}改为手工监测，每日不少于{times}，间隔不超过{hours}，直至恢复。',
    parameters: [place('pollutants', '污染物', { example: '颗粒物、二氧化硫、氮氧化物' }), place('times', '每日次数', { type: 'number', unit: '次', example: '4' }), place('hours', '最长间隔', { type: 'number', unit: '小时', example: '6' })] }),
  row({ code: 'JC-02', title: '自动监测设备比对监测', kind: 'monitoring', subject: 'outlet', legalBasis: 'HJ 75-2017；HJ 355-2019',
    text: '自动监测设备每{rhythm}开展一次比对监测，比对不合格的立即校准并复测，记录保存不少于五年。', parameters: [place('rhythm', '频次', { type: 'choice', options: ['季', '半年'], example: '季' })],
    duty: duty('quarterly', '自动监测设备比对监测并上传记录', { rule: 'period-end', days: 0 }) }),
  row({ code: 'JC-03', title: '雨水排放口监测', kind: 'monitoring', subject: 'outlet', legalBasis: `${RULES}第十九条；HJ 819-2017`,
    text: '有流动水排放时每月监测化学需氧量、悬浮物一次；连续一年无异常的，可以放宽至每季度一次，放宽前报分局。', duty: duty('monthly', '雨水排放口监测（有流动水时）', { rule: 'period-end', days: 0 }) }),
  row({ code: 'YJ-01', title: '突发环境事件应急预案', kind: 'operation', legalBasis: '突发环境事件应急管理办法；企业事业单位突发环境事件应急预案备案管理办法',
    text: '编制突发环境事件应急预案并备案，至少每三年修订一次；每年组织不少于{times}应急演练，演练记录和总结留存备查。', parameters: [place('times', '演练次数', { type: 'number', unit: '次', example: '1' })],
    duty: duty('yearly', '组织应急演练，留存记录和总结', { rule: 'month-day', monthDay: '12-15' }) }),
  row({ code: 'YJ-02', title: '非正常工况报告', kind: 'operation', legalBasis: `${RULES}第二十一条`,
    text: '启停炉、检修、治理设施故障等非正常工况，{hours}内向分局报告原因、时段和采取的措施，如实记入台账，期间的排放计入排放量。', parameters: [place('hours', '报告时限', { type: 'number', unit: '小时', example: '24' })] }),
  row({ code: 'GK-01', title: '厂区门口信息公开栏', kind: 'disclosure', legalBasis: `${RULES}第二十三条`,
    text: '除在全国平台公开外，在厂区主要出入口设置公开栏或者电子屏，公开许可排放浓度、上一季度监测结果和投诉电话，每季度更新。', duty: duty('quarterly', '更新厂区门口信息公开栏，上传照片', { rule: 'period-end', days: 15 }) }),
  row({ code: 'TZ-01', title: '治理设施药剂和耗材台账', kind: 'ledger', subject: 'facility', legalBasis: `${RULES}第二十一条；HJ 944-2018`,
    text: '{item}的购入、领用、更换逐次记入台账，发票和领用单附后，保存不少于五年。', parameters: [place('item', '药剂或耗材', { example: '脱硝氨水' })] }),
  row({ code: 'GF-01', title: '危险废物管理计划', kind: 'other', legalBasis: '固体废物污染环境防治法；危险废物管理计划和管理台账制定技术导则',
    text: '每年制定下一年度危险废物管理计划并备案，贮存设施按规范设置标识，转移执行电子联单。', duty: duty('yearly', '危险废物管理计划备案', { rule: 'month-day', monthDay: '03-31' }) }),
  row({ code: 'ZG-01', title: '限期达到超低排放', kind: 'improvement', subject: 'outlet', legalBasis: `${RULES}第十一条；当地超低排放改造实施方案`,
    text: '{deadline}前完成超低排放改造并通过评估监测，改造期间每季度报送进度。', parameters: [place('deadline', '完成日期', { type: 'date', example: '2027-12-31' })],
    duty: duty('quarterly', '报送超低排放改造进度', { rule: 'period-end', days: 10 }) }),
];
