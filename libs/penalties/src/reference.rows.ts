import type { ReferenceRow } from '@huanbao/reference';

const SECOND_HAND = '二手资料转述，待核原文';
const OWN = '本平台约定，待主管部门核定';
const PENALTY_LAW = '行政处罚法';
const PROCEDURE = '生态环境行政处罚办法（部令第 30 号）';
const CODE = '生态环境法典';
/** 法典 comes into force; the laws before it end the day before. */
const OLD_UNTIL = '2026-08-14';
const CODE_FROM = '2026-08-15';

const row = ([key, title]: readonly [string, string], [value, unit]: readonly [string, string], basis: string, over: Partial<ReferenceRow> = {}): ReferenceRow => ({
  key, title, value, unit, legalBasis: basis, effectiveFrom: '2021-07-15', effectiveTo: null, verified: false, origin: basis === OWN ? OWN : SECOND_HAND, note: null, ...over,
});

/** Violations that are a fact of their own in the credit, with its type there. */
const CREDIT_VIOLATIONS: readonly (readonly [code: string, title: string, type: string])[] = [
  ['hidden-discharge', '暗管、渗井等逃避监管的排放', 'hidden-pipe'], ['unapproved-build', '未批先建', 'unapproved-build'], ['heavy-weather', '重污染天气应急响应不力', 'heavy-weather'],
];
const CREDIT_MEASURES: readonly (readonly [measure: string, title: string, type: string, note: string])[] = [
  ['close', '责令关闭', 'licence-revoked', '与吊销许可证同为严重失信；待核'], ['revoke-permit', '吊销许可证件', 'licence-revoked', '严重失信'], ['suspend', '停产整治', 'suspension', '按一般失信；是否属于严重失信待核'],
  ['withhold-permit', '暂扣许可证件', 'suspension', '按一般失信；是否属于严重失信待核'], ['restrict', '限制生产', 'suspension', '按一般失信；待核'],
];

/** Which law of penalties belongs to a violation of the library of visits. */
const FINDINGS: readonly (readonly [key: string, title: string, code: string])[] = [
  ['no-permit', '未取得排污许可证排放污染物', 'no-permit'], ['over-permit-air', '超过许可或标准排放大气污染物', 'air-exceed'], ['over-permit-water', '超过许可或标准排放水污染物', 'over-permit'], ['hidden-discharge', '以暗管、渗井等逃避监管的方式排放', 'hidden-discharge'],
  ['facility-idle', '不正常运行污染防治设施', 'facility-idle'], ['dust', '未采取有效措施控制扬尘或无组织排放', 'dust'], ['online-fault', '未保证自动监测设备正常运行', 'online-fault'], ['monitoring-none', '未按规定开展自行监测', 'monitoring'],
  ['false-data', '篡改、伪造监测数据', 'false-data'], ['ledger', '未建立或未如实记录环境管理台账', 'ledger'], ['waste-store', '危险废物贮存不符合要求', 'hazardous-waste'], ['waste-over-year', '危险废物贮存超过一年', 'hazardous-waste'],
  ['waste-ledger', '危险废物管理计划或台账不符合要求', 'waste-ledger'], ['no-eia', '建设项目未批先建或未经验收投产', 'unapproved-build'], ['emergency-order', '拒不执行重污染天气停产限产措施', 'heavy-weather'], ['refusal', '拒绝、阻挠检查或者弄虚作假', 'refusal'],
];

/** Periods and thresholds. Nobody has compared them. */
export const PARAMETERS: readonly ReferenceRow[] = [
  row(['period:filing', '立案期限'], ['15', '日'], `${PROCEDURE} 立案`),
  row(['period:filing-extension', '立案经批准延长'], ['15', '日'], `${PROCEDURE} 立案`),
  row(['period:decision', '作出决定的期限'], ['90', '日'], `${PROCEDURE} 办理期限`),
  row(['period:decision-extension', '经批准第一次延长'], ['30', '日'], `${PROCEDURE} 办理期限`),
  row(['period:decision-extension-2', '经集体讨论第二次延长'], ['30', '日'], `${PROCEDURE} 办理期限`),
  row(['period:statement', '陈述申辩期限'], ['5', '工作日'], `${PENALTY_LAW} 第四十五条`, { note: '法律没有规定天数，按告知书写明的期限' }),
  row(['period:hearing-request', '要求听证的期限'], ['5', '工作日'], `${PENALTY_LAW} 第六十四条`),
  row(['period:hearing-notice', '听证前通知'], ['7', '工作日'], `${PENALTY_LAW} 第六十四条`),
  row(['period:service', '送达期限'], ['7', '工作日'], `${PENALTY_LAW} 第六十一条`),
  row(['period:announcement', '公告送达的期间'], ['30', '日'], '民事诉讼法 第九十五条'),
  row(['period:payment', '缴款期限'], ['15', '日'], `${PENALTY_LAW} 第六十七条`),
  row(['period:publication', '公开期限'], ['7', '工作日'], `${PROCEDURE} 信息公开`),
  row(['period:reminder', '催告后可申请强制执行'], ['10', '工作日'], '行政强制法 第五十四条'),
  row(['period:litigation', '提起诉讼的期限'], ['6', '月'], '行政诉讼法 第四十六条'),
  row(['period:court', '期限届满后申请强制执行'], ['3', '月'], '行政强制法 第五十三条'),
  row(['period:after-reconsideration', '不服复议决定提起诉讼的期限'], ['15', '日'], '行政诉讼法 第四十五条'),
  row(['period:appeal', '不服一审判决上诉的期限'], ['15', '日'], '行政诉讼法 第八十五条'),
  row(['period:court-judgment', '依生效裁判申请强制执行'], ['24', '月'], '最高人民法院关于适用行政诉讼法的解释 第一百五十三条'),
  row(['period:court-acceptance', '法院受理强制执行申请'], ['5', '工作日'], '行政强制法 第五十六条、第六十九条'),
  row(['period:court-ruling', '法院作出是否执行的裁定'], ['30', '日'], '行政强制法 第五十八条', { note: '书面审查符合规定的为七日（第五十七条；十日以内为工作日，第六十九条），按较长的提醒' }),
  row(['period:court-review', '不服不予受理、不予执行的裁定，向上一级法院申请复议'], ['15', '日'], '行政强制法 第五十六条、第五十八条'),
  row(['period:court-above-acceptance', '上一级法院就是否受理作出裁定'], ['15', '日'], '行政强制法 第五十六条'),
  row(['period:court-above-ruling', '上一级法院就是否执行作出裁定'], ['30', '日'], '行政强制法 第五十八条'),
  row(['period:court-execution', '准予执行后向法院了解执行进展的提醒'], ['180', '日'], OWN, { note: '只作提醒，不是法定期限' }),
  row(['period:daily-reinspection', '责令改正送达后的复查期限'], ['30', '日'], '环境保护主管部门实施按日连续处罚办法 第十条'),
  row(['time-bar:general', '追责时效'], ['2', '年'], `${PENALTY_LAW} 第三十六条；${CODE} 第一千零五十四条`),
  row(['time-bar:consequence', '追责时效（造成危害后果）'], ['5', '年'], `${PENALTY_LAW} 第三十六条；${CODE} 第一千零五十四条`),
  row(['time-bar:instead', '督办人员都参与办理的，超过追责时效由哪一岗位批准立案'], ['bureau.approver', '岗位'], OWN, { note: '可填 bureau.approver；仍须没有参与报请和办案' }),
  row(['late:rate', '逾期加处罚款'], ['3', '%'], `${PENALTY_LAW} 第七十二条`),
  row(['hearing:fine', '可以要求听证的罚款数额（单位）'], ['50000', '元'], `${PENALTY_LAW} 第六十三条`, { note: '“较大数额”由部门和省规定' }),
  row(['hearing:fine-person', '可以要求听证的罚款数额（个人）'], ['5000', '元'], `${PENALTY_LAW} 第六十三条`, { note: '“较大数额”由部门和省规定' }),
  row(['hearing:confiscate', '可以要求听证的没收数额'], ['50000', '元'], `${PENALTY_LAW} 第六十三条`, { note: '“较大数额”由部门和省规定' }),
  row(['hearing:measures', '可以要求听证的处罚种类'], ['suspend,withhold-permit,revoke-permit,close', ''], `${PENALTY_LAW} 第六十三条`),
  row(['review:fine', '必须法制审核的罚款数额'], ['100000', '元'], `${PENALTY_LAW} 第五十八条`, { note: '数额由本机关规定' }),
  row(['review:measures', '必须法制审核的处罚种类'], ['suspend,withhold-permit,revoke-permit,close', ''], `${PENALTY_LAW} 第五十八条`),
  row(['review:heard', '听证过的案件必须法制审核'], ['yes', ''], `${PENALTY_LAW} 第五十八条`),
  row(['grave:fine', '必须集体讨论的罚款数额'], ['200000', '元'], `${PENALTY_LAW} 第五十七条第二款`, { note: '“情节复杂或者重大”的标准由本机关规定' }),
  row(['grave:measures', '必须集体讨论的处罚种类'], ['suspend,revoke-permit,close', ''], `${PENALTY_LAW} 第五十七条第二款`),
  row(['publicity:minor', '公示期：警告、通报批评'], ['3', '月'], '信用修复管理办法', { effectiveTo: '2026-03-31', note: '轻微失信原则上不公示，最长 3 个月' }),
  row(['publicity:minor', '公示期：警告、通报批评'], ['0', '月'], '信用修复管理办法（2026年4月1日施行）', { effectiveFrom: '2026-04-01', note: '轻微失信原则上不公示；改为大于 0 的月数即须公开' }),
  row(['contest-pauses', '复议、诉讼期间一律暂停公示和信用计分'], ['no', ''], '行政复议法 第四十二条、行政诉讼法 第五十六条', { note: '停止执行的一定暂停；一般不停止执行，改为 yes 即一律暂停' }),
  row(['publicity:general', '公示期：罚款、没收、停产等'], ['12', '月'], '信用修复管理办法'),
  row(['publicity:serious', '公示期：巨额罚款、吊销等'], ['36', '月'], '信用修复管理办法'),
  row(['credit:large-fine', '信用档案中的较大数额罚款'], ['50000', '元'], OWN),
  row(['credit:huge-fine', '信用档案中的巨额罚款'], ['1000000', '元'], OWN, { note: '“巨额罚款”属于严重失信，数额未见规定' }),
  ...CREDIT_VIOLATIONS.map(([code, title, type]) => row([`credit:violation:${code}`, `信用事件：${title}`], [type, ''], '企业环境信用评价办法（试行）（环发〔2013〕150号）一票否决情形', { note: '按违法行为登记，不论处罚种类和数额；对应关系待核' })),
  ...FINDINGS.map(([key, title, code]) => row([`finding:${key}`, `检查发现对应的处罚条款：${title}`], [code, ''], OWN, { effectiveFrom: '2016-01-01', note: '立案时预填，由办案人员核对' })),
  ...CREDIT_MEASURES.map(([measure, title, type, note]) => row([`credit:measure:${measure}`, `信用事件：${title}`], [type, ''], '信用修复管理办法', { note })),
];

type Told = readonly [code: string, title: string, old: readonly [span: string, basis: string, measures: string], now: readonly [span: string, article: string, measures: string]];

/** What may be imposed for what, before and from 15 August 2026. Amounts from second-hand sources. */
const VIOLATIONS: readonly Told[] = [
  ['no-permit', '未取得排污许可证排放污染物', ['200000-1000000', '排污许可管理条例 第三十三条', 'fine,restrict,suspend,close'], ['200000-1000000', '第一千一百零二条', 'fine,restrict,suspend,close']],
  ['over-permit', '超过许可排放浓度、许可排放量排放污染物', ['200000-1000000', '排污许可管理条例 第三十四条', 'fine,restrict,suspend,revoke-permit,close'], ['100000-1000000', '第一千一百零三条', 'fine,restrict,suspend,revoke-permit,close']],
  ['air-exceed', '超过标准排放大气污染物', ['100000-1000000', '大气污染防治法 第九十九条', 'fine,restrict,suspend,close'], ['100000-1000000', '第一千一百零三条', 'fine,restrict,suspend,close']],
  ['hidden-discharge', '通过暗管、渗井等逃避监管的方式排放', ['100000-1000000', '水污染防治法 第八十三条', 'fine,restrict,suspend,revoke-permit,close'], ['100000-1000000', '第一千一百零三条', 'fine,restrict,suspend,revoke-permit,close']],
  ['monitoring', '未按规定开展自行监测、保存记录', ['20000-200000', '排污许可管理条例 第三十六条', 'warning,fine,suspend'], ['20000-200000', '自行监测条款（条号待核）', 'warning,fine,suspend']],
  ['ledger', '未建立环境管理台账或者台账不实', ['5000-20000', '排污许可管理条例 第三十七条', 'warning,fine'], ['5000-20000', '台账条款（条号待核）', 'warning,fine']],
  ['hazardous-waste', '未按规定贮存、转移危险废物', ['100000-1000000', '固体废物污染环境防治法 第一百一十二条', 'fine,confiscate,suspend,close'], ['50000-200000', '第一千一百七十五条', 'fine,confiscate,suspend,close']],
  ['heavy-weather', '拒不执行重污染天气停产限产措施', ['10000-100000', '大气污染防治法 第一百二十一条', 'fine'], ['10000-100000', '第一千一百三十四条', 'fine']],
  ['unapproved-build', '未依法报批环境影响评价文件擅自开工建设', ['10000-5000000', '环境影响评价法 第三十一条', 'fine,suspend'], ['10000-5000000', '环境影响评价条款（条号待核）', 'fine,suspend']],
  ['facility-idle', '不正常运行污染防治设施', ['100000-1000000', '大气污染防治法 第九十九条第三项、水污染防治法 第八十三条第三项', 'fine,restrict,suspend,close'], ['100000-1000000', '不正常运行防治设施条款（条号待核）', 'fine,restrict,suspend,close']],
  ['dust', '未采取有效措施控制扬尘或者无组织排放', ['10000-100000', '大气污染防治法 第一百一十七条', 'fine,suspend'], ['10000-100000', '扬尘和无组织排放条款（条号待核）', 'fine,suspend']],
  ['online-fault', '未保证自动监测设备正常运行', ['20000-200000', '大气污染防治法 第一百条第三项、水污染防治法 第八十二条第二项', 'fine,suspend'], ['20000-200000', '自动监测设备条款（条号待核）', 'fine,suspend']],
  ['false-data', '篡改、伪造监测数据', ['100000-1000000', '大气污染防治法 第九十九条第三项、水污染防治法 第八十三条第三项', 'fine,restrict,suspend,revoke-permit,close'], ['100000-1000000', '篡改伪造监测数据条款（条号待核）', 'fine,restrict,suspend,revoke-permit,close']],
  ['waste-ledger', '危险废物管理计划、台账不符合要求', ['100000-1000000', '固体废物污染环境防治法 第一百一十二条第一款第二项', 'fine,suspend,close'], ['50000-200000', '第一千一百七十五条', 'fine,suspend,close']],
  ['refusal', '拒绝、阻挠检查或者弄虚作假', ['20000-200000', '大气污染防治法 第九十八条、水污染防治法 第八十一条', 'fine'], ['20000-200000', '拒绝检查条款（条号待核）', 'fine']],
  ['data-fraud', '技术服务机构出具失实、虚假文件', ['20000-500000', '排污许可管理条例 第四十二条', 'warning,fine,confiscate'], ['20000-2000000', '第一千二百三十条', 'warning,fine,confiscate']],
];

export const LAWS: readonly ReferenceRow[] = VIOLATIONS.flatMap(([code, title, old, now]) => [
  row([`fine:${code}`, title], [old[0], '元'], old[1], { effectiveFrom: '2016-01-01', effectiveTo: OLD_UNTIL }),
  row([`measures:${code}`, title], [old[2], ''], old[1], { effectiveFrom: '2016-01-01', effectiveTo: OLD_UNTIL }),
  row([`fine:${code}`, title], [now[0], '元'], `${CODE} ${now[1]}`, { effectiveFrom: CODE_FROM }),
  row([`measures:${code}`, title], [now[2], ''], `${CODE} ${now[1]}`, { effectiveFrom: CODE_FROM }),
]);

const RULES = '关于进一步规范适用环境行政处罚自由裁量权的指导意见（环执法〔2019〕42 号）';
const factor = (key: string, title: string, weight: string, levels: readonly string[]): ReferenceRow[] => [
  row([`weight:${key}`, title], [weight, '%'], RULES, { note: '权重由省、市裁量基准规定，数值待核' }),
  ...levels.map((one, nth) => row([`level:${key}:${nth + 1}`, one], [String(nth + 1), '级'], RULES)),
];

/** 裁量因素与修正因素. */
export const FACTORS: readonly ReferenceRow[] = [
  ...factor('harm', '污染后果', '30', ['没有造成后果', '影响轻微', '造成一定影响', '影响较重', '影响严重']),
  ...factor('degree', '超标、超量或者违法程度', '25', ['一倍以内或者轻微', '一倍至三倍', '三倍至五倍', '五倍至十倍', '十倍以上']),
  ...factor('pollutant', '污染物种类', '20', ['一般污染物', '特征污染物', '有毒有害污染物']),
  ...factor('duration', '持续时间', '15', ['不足一周', '一周至一个月', '一个月至三个月', '三个月以上']),
  ...factor('place', '所在区域', '10', ['工业区', '一般区域', '居民区、学校、医院附近', '水源保护区等敏感区域']),
  row(['adjust:corrected', '主动消除或者减轻危害后果'], ['-20', '%'], `${PENALTY_LAW} 第三十二条`),
  row(['adjust:cooperates', '配合查处有立功表现'], ['-10', '%'], `${PENALTY_LAW} 第三十二条`),
  row(['adjust:small', '小型微型企业'], ['-10', '%'], RULES),
  row(['adjust:repeat', '两年内因同类违法被处罚'], ['20', '%'], RULES),
  row(['adjust:obstructs', '拒绝、阻碍检查'], ['20', '%'], RULES),
  row(['tolerance', '建议幅度的宽度（法定幅度的百分之几，上下各）'], ['5', '%'], OWN),
];

const circumstance = (key: string, title: string, item: string): ReferenceRow => row([`circumstance:${key}`, title], [key, ''], `${PENALTY_LAW} ${item}`, { note: '只在低于法定最低额时使用；要有理由、法制审核和集体讨论' });

/** 减轻处罚的法定情节: below the least of the law, never without one of these. */
export const MITIGATIONS: readonly ReferenceRow[] = [
  circumstance('undone', '主动消除或者减轻违法行为危害后果', '第三十二条第一项'),
  circumstance('coerced', '受他人胁迫或者诱骗实施违法行为', '第三十二条第二项'),
  circumstance('confessed', '主动供述行政机关尚未掌握的违法行为', '第三十二条第三项'),
  circumstance('merit', '配合行政机关查处违法行为有立功表现', '第三十二条第四项'),
  circumstance('other-law', '法律、法规、规章规定的其他应当减轻的情节（理由中写明条款）', '第三十二条第五项'),
  circumstance('minor', '已满十四周岁不满十八周岁的人有违法行为', '第三十条'),
  circumstance('impaired', '尚未完全丧失辨认或者控制能力的精神病人、智力残疾人有违法行为', '第三十一条'),
];
