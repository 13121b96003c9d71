import { f, type Field, help, option, type SectionData, type Text } from '@huanbao/permits';
import type { InspectionKind } from '../enforcement.entity';
import { HARMS, FAULTS, DECISIONS, type Library } from './law';

/** Pages of the record, in the order of a visit. One table drives the page on the phone, the checks, the paper and the copy of record. */
export const RECORD_SECTIONS = ['visit', 'notice', 'unit', 'production', 'permit', 'facilities', 'outlets', 'waste', 'online', 'sampling', 'data', 'account', 'violations'] as const;
export type RecordSection = (typeof RECORD_SECTIONS)[number];

export interface RecordPage {
  readonly key: RecordSection;
  readonly title: Text;
  readonly intro: Text;
  readonly fields: readonly Field[];
}

/** A page as it is kept. */
export interface StoredPage {
  readonly page: RecordPage;
  readonly data: SectionData;
  /** 0: nobody has saved it; what the platform knows stands in it. */
  readonly version: number;
  readonly changedByName: string | null;
  readonly changedAt: Date | null;
}

/** On the spot, or from afar: 非现场检查同表. */
export type Mode = 'onsite' | 'offsite';
export const modeOf = (kind: InspectionKind): Mode => (kind === 'offsite' ? 'offsite' : 'onsite');
export const isRecordSection = (key: string): key is RecordSection => (RECORD_SECTIONS as readonly string[]).includes(key);

/** Changes whenever a field is added, removed or gets another meaning. */
export const RECORD_FORM_VERSION = '2026.2';

const always = { required: 'always' } as const;
const NOTE = 2000;
const LONG = 6000;
const ROWS = 40;
const TIME = { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', example: '09:30', help: help('24 小时制', '24 hours') } as const;
const when = (field: string, ...values: (string | boolean)[]) => ({ field, in: values });
const shown = (field: string, ...values: (string | boolean)[]) => ({ visibleWhen: when(field, ...values), required: when(field, ...values) });
const note = f.text('note', ['补充说明', 'Remarks'], { max: NOTE });
const page = (key: RecordSection, title: readonly [string, string], intro: readonly [string, string], fields: readonly Field[]): RecordPage => ({ key, title: { zh: title[0], en: title[1] }, intro: { zh: intro[0], en: intro[1] }, fields });

/** What differs from the days the platform knows is explained, and the explanation is signed and printed. */
const dayReason = f.text('heldOnReason', ['检查日期说明', 'About the day'], { max: 500, help: help('记录补录较晚，或者退回后改了检查日期的，写明原因', 'Where the record came in late, or the day was changed after it was sent back: say why') });
const times = [f.date('heldOn', ['检查日期', 'Day'], always), dayReason, f.text('startedAt', ['开始时间', 'From'], { ...always, ...TIME }), f.text('endedAt', ['结束时间', 'Until'], { ...always, ...TIME })];

const visitOnSite = page('visit', ['检查时间和地点', 'When and where'], ['起止时间与现场记录一致。', 'Times as on the spot.'], [
  ...times,
  f.text('place', ['检查地点', 'Place'], { ...always, max: 200 }),
  f.select('weather', ['天气', 'Weather'], { options: [option('fine', '晴', 'Fine'), option('cloudy', '多云或阴', 'Cloudy'), option('rain', '雨', 'Rain'), option('snow', '雪', 'Snow'), option('wind', '大风或沙尘', 'Wind or dust')] }),
  f.text('purpose', ['检查事由', 'Purpose'], { ...always, max: 500 }),
]);

const visitFromAfar = page('visit', ['检查时间和事由', 'When and why'], ['非现场检查填写查看数据的时间。', 'When the data were looked at.'], [...times, f.text('purpose', ['检查事由', 'Purpose'], { ...always, max: 500 })]);

const notice = page('notice', ['亮证与告知', 'Certificates and rights'], ['先出示执法证件，再告知权利；全过程记录。', 'Certificates are shown first, then rights are told; all is recorded.'], [
  f.boolean('showed', ['两名执法人员已出示执法证件', 'Both officers showed their certificates'], always),
  f.boolean('told', ['已告知陈述、申辩和申请回避的权利', 'The rights to speak and to ask for avoidance were told'], always),
  f.select('avoidance', ['是否申请回避', 'Was avoidance asked for'], { ...always, options: [option('no', '不申请回避', 'No'), option('yes', '申请回避', 'Yes')] }),
  f.text('avoidanceAnswer', ['申请理由和处理', 'Why, and what was decided'], { ...shown('avoidance', 'yes'), max: NOTE }),
  f.boolean('recorded', ['全过程音像记录', 'Recorded in sound and picture throughout'], always),
  f.text('recorder', ['执法记录仪编号', 'Number of the recorder'], { visibleWhen: when('recorded', true), max: 60 }),
  f.text('notRecordedWhy', ['未记录的原因', 'Why it was not recorded'], { ...shown('recorded', false), max: 500 }),
]);

const present = [
  f.text('presentName', ['在场人', 'Person met'], { ...always, max: 60, personal: true }),
  f.text('presentTitle', ['职务', 'Post'], { ...always, max: 60, personal: true }),
  f.text('presentPhone', ['联系电话', 'Telephone'], { max: 20, pattern: '^[0-9+()-]{5,20}$', personal: true, help: help('只填数字和短横线，例如 0358-1234567', 'Digits and hyphens, e.g. 0358-1234567') }),
];
const unit = (fields: readonly Field[]): RecordPage => page('unit', ['被检查单位和在场人', 'The unit and who was there'], ['单位名称和信用代码由平台带出，与营业执照不一致的在补充说明中写明。', 'Name and code come from the platform; say in the remarks where the licence differs.'], [
  f.text('unitName', ['被检查单位', 'Unit'], { ...always, max: 200 }),
  f.code('uscc', ['统一社会信用代码', 'Credit code'], { code: 'uscc' }),
  f.text('address', ['单位地址', 'Address'], { ...always, max: 200 }),
  f.text('legal', ['法定代表人', 'Legal representative'], { max: 60, personal: true }),
  ...fields, note,
]);

const production = page('production', ['生产工况', 'Production'], ['按检查时的实际情况填写。', 'As it was during the visit.'], [
  f.select('state', ['生产状态', 'State'], { ...always, options: [option('normal', '正常生产', 'Normal'), option('partial', '部分生产', 'Partial'), option('stopped', '停产', 'Stopped'), option('built', '在建或调试', 'Being built or tried')] }),
  f.decimal('loadPercent', ['生产负荷', 'Load'], { unit: '%', min: 0, max: 200, decimals: 1, ...shown('state', 'normal', 'partial') }),
  f.text('products', ['主要产品和产量', 'Products and output'], { max: NOTE }),
  f.text('stoppedSince', ['停产时间和原因', 'Stopped since, and why'], { ...shown('state', 'stopped'), max: 500 }),
  note,
]);

const permit = page('permit', ['排污许可证与台账', 'Permit and ledgers'], ['现场查看许可证正副本、台账和执行报告。', 'Certificate, ledgers and reports as seen.'], [
  f.select('permit', ['排污许可证', 'Permit'], { ...always, options: [option('valid', '有效', 'Valid'), option('expired', '已过期', 'Expired'), option('none', '应取得而未取得', 'None, though needed'), option('registered', '排污登记', 'Registered'), option('exempt', '不需办理', 'Not needed')] }),
  f.text('permitNumber', ['许可证或登记编号', 'Number'], { visibleWhen: when('permit', 'valid', 'expired', 'registered'), max: 40 }),
  f.select('consistent', ['实际与许可内容', 'As permitted'], { visibleWhen: when('permit', 'valid'), required: when('permit', 'valid'), options: [option('yes', '一致', 'Yes'), option('no', '不一致', 'No')] }),
  f.text('differences', ['不一致的内容', 'What differs'], { ...shown('consistent', 'no'), max: NOTE }),
  f.select('ledger', ['环境管理台账', 'Ledgers'], { ...always, options: [option('complete', '完整', 'Complete'), option('partial', '不完整', 'Incomplete'), option('none', '未建立', 'None'), option('na', '不适用', 'Not applicable')] }),
  f.select('reports', ['执行报告', 'Reports'], { options: [option('timely', '按期提交', 'In time'), option('late', '逾期', 'Late'), option('none', '未提交', 'None'), option('na', '不适用', 'Not applicable')] }),
  f.select('monitoring', ['自行监测', 'Self-monitoring'], { options: [option('done', '按方案开展', 'As planned'), option('partial', '不全', 'Incomplete'), option('none', '未开展', 'None'), option('na', '不适用', 'Not applicable')] }),
  note,
]);

const facilities = page('facilities', ['污染防治设施运行', 'Treatment facilities'], ['逐个填写看到的设施。没有设施的，说明原因。', 'Each facility seen. Say why where there is none.'], [
  f.boolean('any', ['有污染防治设施', 'There are facilities'], always),
  f.table('rows', ['设施', 'Facilities'], [
    f.text('code', ['编号', 'Code'], { max: 20, example: 'TA001' }),
    f.text('name', ['名称', 'Name'], { ...always, max: 100 }),
    f.select('state', ['运行', 'Running'], { ...always, options: [option('normal', '正常', 'Normal'), option('abnormal', '不正常', 'Abnormal'), option('stopped', '停运', 'Stopped'), option('idle', '随生产停运', 'Stopped with production')] }),
    f.text('seen', ['查看情况', 'What was seen'], { max: 1000 }),
  ], { max: ROWS, min: 1, ...shown('any', true) }),
  f.text('whyNone', ['没有设施的原因', 'Why there is none'], { ...shown('any', false), max: 500 }),
]);

const outlets = page('outlets', ['排放口', 'Outlets'], ['逐个填写看到的排放口。', 'Each outlet seen.'], [
  f.boolean('any', ['有排放口', 'There are outlets'], always),
  f.table('rows', ['排放口', 'Outlets'], [
    f.text('code', ['编号', 'Code'], { ...always, max: 20, example: 'DA001' }),
    f.select('medium', ['类型', 'Kind'], { ...always, options: [option('air', '废气', 'Air'), option('water', '废水', 'Water'), option('rain', '雨水', 'Rain')] }),
    f.boolean('sign', ['标志牌规范', 'Sign as required'], always),
    f.select('emitting', ['排放', 'Emission'], { ...always, options: [option('normal', '正常排放', 'Normal'), option('none', '检查时未排放', 'None'), option('abnormal', '异常', 'Abnormal')] }),
    f.text('seen', ['查看情况', 'What was seen'], { max: 1000 }),
  ], { max: ROWS, min: 1, ...shown('any', true) }),
  note,
]);

const waste = page('waste', ['危险废物贮存', 'Hazardous waste'], ['查看贮存间、标识、台账和转移联单。', 'Store, labels, ledger and manifests.'], [
  f.boolean('any', ['产生危险废物', 'There is hazardous waste'], always),
  f.select('store', ['贮存设施', 'Store'], { ...shown('any', true), options: [option('good', '符合要求', 'As required'), option('flawed', '不规范', 'Flawed'), option('none', '没有贮存设施', 'None')] }),
  f.boolean('labels', ['标识规范', 'Labels as required'], shown('any', true)),
  f.boolean('ledger', ['台账完整', 'Ledger complete'], shown('any', true)),
  f.boolean('manifests', ['转移联单齐全', 'Manifests complete'], shown('any', true)),
  f.decimal('storedT', ['现场贮存量', 'Stored'], { unit: 't', min: 0, decimals: 3, visibleWhen: when('any', true) }),
  f.boolean('overYear', ['贮存超过一年', 'Stored for more than a year'], { visibleWhen: when('any', true), help: help('生态环境法典第五百三十五条 [待核]', 'Code, article 535, unverified') }),
  note,
]);

const online = page('online', ['自动监测', 'Online monitoring'], ['查看站房、仪器和数据。', 'Cabin, instruments and data.'], [
  f.boolean('any', ['安装自动监测设备', 'There are online monitors'], always),
  f.select('state', ['运行', 'Running'], { ...shown('any', true), options: [option('normal', '正常', 'Normal'), option('fault', '故障', 'Fault'), option('stopped', '停运', 'Stopped')] }),
  f.boolean('networked', ['与监控平台联网', 'On the network'], shown('any', true)),
  f.text('readings', ['检查时显示的数据', 'Readings during the visit'], { visibleWhen: when('any', true), max: NOTE }),
  f.date('calibratedOn', ['最近校准日期', 'Calibrated last'], { visibleWhen: when('any', true) }),
  f.text('operator', ['运维单位', 'Operator'], { visibleWhen: when('any', true), max: 100 }),
  note,
]);

const sampling = page('sampling', ['采样与证据保存', 'Samples and evidence'], ['采样编号与采样单一致；先行登记保存的，七日内处理。', 'Numbers as on the sampling sheet; what is kept as evidence is dealt with within seven days.'], [
  f.boolean('sampled', ['现场采样', 'Samples were taken'], always),
  f.table('samples', ['样品', 'Samples'], [
    f.text('number', ['采样编号', 'Number'], { ...always, max: 40 }),
    f.text('place', ['采样位置', 'Place'], { ...always, max: 100 }),
    f.text('items', ['项目', 'What is measured'], { ...always, max: 200 }),
    f.text('taker', ['采样单位', 'Taken by'], { max: 100 }),
  ], { max: ROWS, min: 1, ...shown('sampled', true) }),
  f.boolean('seized', ['先行登记保存证据', 'Evidence was registered and kept'], { ...always, help: help('行政处罚法第五十六条：七日内作出处理决定', 'Administrative Penalty Law, article 56: decided within seven days') }),
  f.text('seizedItems', ['登记保存的物品', 'What is kept'], { ...shown('seized', true), max: NOTE }),
  f.date('seizedUntil', ['处理期限', 'To be decided by'], shown('seized', true)),
  note,
]);

const data = page('data', ['查看的数据', 'Data looked at'], ['写明数据来源、时段和发现的异常。', 'Where the data come from, of which days, and what is unusual.'], [
  f.multiselect('sources', ['数据来源', 'Sources'], { ...always, options: [option('online', '自动监测', 'Online monitoring'), option('video', '视频', 'Video'), option('power', '用电监控', 'Power use'), option('ledger', '台账与执行报告', 'Ledgers and reports'), option('drone', '无人机', 'Drone'), option('manifest', '危险废物转移联单', 'Manifests'), option('satellite', '卫星遥感', 'Satellite')] }),
  f.date('from', ['数据起', 'Data from'], always),
  f.date('to', ['数据止', 'Data until'], always),
  f.text('method', ['核对方法', 'How it was checked'], { ...always, max: NOTE }),
  f.text('unusual', ['异常情况', 'What is unusual'], { ...always, max: LONG }),
]);

const account = (party: readonly Field[]): RecordPage => page('account', ['检查情况', 'What was found'], ['客观记录看到、听到和测到的，不写推断。', 'What was seen, heard and measured; no inference.'], [
  f.text('found', ['检查（勘察）情况', 'Findings of the visit'], { ...always, max: LONG }),
  ...party,
  f.text('drawing', ['图示说明', 'Sketch in words'], { max: NOTE, help: help('现场示意图可在照片中拍摄上传', 'A sketch may be photographed') }),
]);

/** 违法问题: chosen from the library, weighed by harm and fault; the law is that of the day of conduct. */
function violations({ violations: known }: Pick<Library, 'violations'>): RecordPage {
  const words = (key: 'harm' | 'fault' | 'decision', label: readonly [string, string], options: Readonly<Record<string, Text>>) => f.select(key, label, { ...always, options: Object.entries(options).map(([value, { zh, en }]) => option(value, zh, en)) });
  return page('violations', ['违法问题与处理建议', 'Violations and what follows'], ['按行为发生日期适用当时有效的法律。建议由平台按危害和情节给出，由执法人员决定；与建议不同的写明理由。', 'The law of the day of conduct applies. The platform suggests by harm and fault; the officers decide, with a reason where they differ.'], [
    f.boolean('any', ['发现违法问题', 'Violations were found'], always),
    f.table('rows', ['违法问题', 'Violations'], [
      f.select('violation', ['违法行为', 'Violation'], { ...always, options: known.map(({ key, title }) => option(key, title, title)) }),
      f.date('conductOn', ['行为发生日期', 'Day of conduct'], { ...always, help: help('持续的行为填最后一天', 'The last day of what goes on') }),
      f.text('description', ['事实', 'Facts'], { ...always, max: NOTE }),
      words('harm', ['危害', 'Harm'], HARMS),
      words('fault', ['情节', 'Fault'], FAULTS),
      words('decision', ['处理', 'Decision'], DECISIONS),
      f.text('decisionReason', ['理由（与建议不同时）', 'Reason (where it differs)'], { max: 1000 }),
    ], { max: ROWS, min: 1, ...shown('any', true) }),
  ]);
}

/** The pages of a record of this kind, in order. */
export function pagesOf(mode: Mode, library: Pick<Library, 'violations'>): readonly RecordPage[] {
  if (mode === 'offsite') return [visitFromAfar, unit([]), permit, online, data, account([]), violations(library)];
  return [
    visitOnSite, notice, unit(present), production, permit, facilities, outlets, waste, online, sampling,
    account([f.text('partyWords', ['当事人陈述', 'What the party said'], { max: LONG, required: 'always', help: help('没有陈述的写“无”', 'Write “none” if nothing was said') })]), violations(library),
  ];
}

export type RecordForm = Readonly<Partial<Record<RecordSection, SectionData>>>;
