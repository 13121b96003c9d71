import { f, help, option, Section } from '../field';

export const LEDGER_KINDS = [
  option('basic', '基本信息', 'Basic information'), option('facility-operation', '生产设施运行管理信息', 'Production facilities'), option('treatment-operation', '污染防治设施运行管理信息', 'Treatment facilities'),
  option('monitoring', '监测记录信息', 'Monitoring records'), option('other', '其他环境管理信息', 'Other'),
];
export const REPORT_PERIODS = [option('annual', '年度', 'Yearly'), option('quarterly', '季度', 'Quarterly'), option('monthly', '月度', 'Monthly')];

const YEARLY = { field: 'period', in: ['annual'] } as const;
const WITHIN_YEAR = { field: 'period', in: ['quarterly', 'monthly'] } as const;

/** 环境管理台账 (排污许可管理条例 art. 21: five years) and 执行报告 (art. 22), HJ 944-2018. */
export const ledgers: Section = {
  key: 'ledgers',
  title: { zh: '环境管理台账与执行报告要求', en: 'Ledgers and reports' },
  intro: { zh: '五类台账各至少一行；执行报告按管理类别填写：重点管理报年度和季度，简化管理报年度。', en: 'At least one row for each of the five kinds; reports by category.' },
  nationalPage: '15 台账要求',
  fields: [
    f.table('records', ['环境管理台账', 'Ledgers'], [
      f.select('kind', ['类别', 'Kind'], { help: help('按管理要求逐类建立：基本信息、设施运行、治理设施运行、监测记录、其他环境管理', 'The five kinds that are to be kept.'), required: 'always', options: LEDGER_KINDS }),
      f.text('content', ['记录内容', 'Content'], { required: 'always', max: 500, example: '运行时间、负荷、产品产量、原辅料和燃料用量', help: help('要记的项目，用顿号隔开', 'What is written down.') }),
      f.text('frequency', ['记录频次', 'Frequency'], { required: 'always', max: 60, example: '1次/日', help: help('多久记一次', 'How often.') }),
      f.select('medium', ['记录形式', 'Medium'], { help: help('电子台账保存期与纸质相同，都不少于五年', 'Both are kept five years at least.'), required: 'always', options: [option('electronic', '电子台账', 'Electronic'), option('paper', '纸质台账', 'Paper'), option('both', '电子台账和纸质台账', 'Both')] }),
      f.integer('retentionYears', ['保存期限', 'Kept for'], { required: 'always', unit: '年', min: 1, max: 100, example: '5', help: help('不少于五年', 'Five years or more.') }),
    ], { required: 'always', min: 1, max: 100, help: help('五类各至少一行；记录内容写清记哪些数', 'At least one row for each of the five kinds.') }),
    f.table('reports', ['执行报告', 'Reports'], [
      f.select('period', ['报告周期', 'Period'], { help: help('重点管理要报年报和季报，简化管理报年报；本行业技术规范另有规定的从其规定', 'Key management: annual and quarterly; simplified: annual; or as the specification of the industry says.'), required: 'always', options: REPORT_PERIODS }),
      f.text('dueMonthDay', ['次年上报截止日', 'Due in the next year'], { visibleWhen: YEARLY, required: YEARLY, pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', example: '01-31', help: help('月-日，如 01-31', 'Month-day, such as 01-31.') }),
      f.integer('dueDay', ['期满次月上报截止日', 'Day of the month after'], { visibleWhen: WITHIN_YEAR, required: WITHIN_YEAR, unit: '日', min: 1, max: 31, example: '15', help: help('季度或月度结束后，下个月的几号以前', 'Day of the month after the period.') }),
      f.text('content', ['报告内容', 'Content'], { required: 'always', max: 500, example: '按 HJ 944-2018 年度执行报告十三项内容', help: help('写报告要包含的内容', 'What the report holds.') }),
    ], { required: 'always', min: 1, max: 10, help: help('简化管理只报年度；重点管理还要报季度', 'Simplified: yearly; key: quarterly as well.') }),
  ],
};

const ADDED = { field: 'hasProcesses', in: [true] } as const;

/** Processes and facilities that only fall under registration, beside those that need the permit (名录 art. 6). */
export const supplementaryRegistration: Section = {
  key: 'supplementary-registration',
  title: { zh: '补充登记', en: 'Supplementary registration' },
  intro: { zh: '同一场所里只需登记管理的生产设施，在这里一并登记；没有的选“否”。', en: 'Facilities of the site that only need registration; choose “no” when there are none.' },
  nationalPage: '16 补充登记',
  fields: [
    f.boolean('hasProcesses', ['有只需登记管理的生产设施', 'There are facilities that only register'], { help: help('同一场所里有按名录只需登记的设施时选“是”', 'Yes when the site has facilities that the catalogue only registers.'), required: 'always' }),
    f.table('processes', ['登记的生产设施', 'Registered facilities'], [
      f.text('name', ['生产工艺或设施', 'Process or facility'], { required: 'always', max: 60, example: '食堂燃气灶；职工浴室锅炉', help: help('设施或工艺的名称', 'Its name.') }),
      f.integer('catalogueNo', ['名录类别号', 'Entry of the list'], { required: 'always', min: 1, max: 112, example: '109', help: help('《固定污染源排污许可分类管理名录》的序号，锅炉是 109', 'The number in the list; boilers are 109.') }),
      f.text('equipment', ['设备及规模', 'Equipment and size'], { required: 'always', max: 100, example: '0.7 MW 燃气热水锅炉', help: help('型号、功率或者处理能力', 'Model, power or capacity.') }),
      f.integer('quantity', ['数量', 'Number'], { required: 'always', min: 1, max: 999, help: help('几台（套）', 'How many.'), example: '1' }),
      f.text('note', ['排放去向、执行标准等说明', 'Destination, standard'], { max: 200, help: help('排到哪里、执行什么标准', 'Where it goes, which standard.'), example: '废气经 8 米排气筒排放，执行 GB 13271-2014' }),
    ], { visibleWhen: ADDED, required: ADDED, min: 1, max: 100, help: help('一种设施填一行', 'One row a kind.') }),
  ],
};

const ASKED = { field: 'hasLocal', in: [true] } as const;

/** What the place asks for beyond the nation (条例 art. 11 (2), art. 13 (7), (11)). */
export const local: Section = {
  key: 'local',
  title: { zh: '地方增加内容', en: 'Local requirements' },
  intro: { zh: '重污染天气、采暖季等特殊时段的要求，以及地方生态环境部门增加的管理要求；没有的选“否”。', en: 'Special periods and what the bureau asks for in addition; choose “no” when there is nothing.' },
  nationalPage: '17 地方增加内容',
  fields: [
    f.boolean('hasLocal', ['有地方增加的要求', 'There are local requirements'], { help: help('省、市文件对本行业另有要求，或者环评批复另有要求的选“是”', 'Yes when province, city or approval ask for more.'), required: 'always' }),
    f.table('requirements', ['增加的管理要求', 'Requirements'], [
      f.text('topic', ['事项', 'Topic'], { required: 'always', max: 60, example: '清洁运输', help: help('管理要求的名称', 'What it is about.') }),
      f.text('requirement', ['要求', 'Requirement'], { required: 'always', max: 500, help: help('照文件写，写到可以检查', 'As in the paper, so that it can be checked.'), example: '物料运输车辆国五以上排放标准比例不低于 80%' }),
      f.text('basis', ['依据', 'Basis'], { required: 'always', max: 100, help: help('文件名称和文号', 'Name and number of the paper.'), example: '吕气防办〔2025〕8号' }),
    ], { visibleWhen: ASKED, max: 100, help: help('当地文件另外要求的，一项一行', 'What local papers ask for, one row each.') }),
    f.table('specialPeriods', ['特殊时段', 'Special periods'], [
      f.text('name', ['时段', 'Period'], { required: 'always', max: 60, example: '重污染天气橙色预警', help: help('时段的名称', 'Name of the period.') }),
      f.text('from', ['起', 'From'], { max: 20, example: '11-01', help: help('开始的月-日；按预警执行的不填', 'Month-day; empty when by alert.') }),
      f.text('to', ['止', 'To'], { max: 20, example: '03-31', help: help('结束的月-日；按预警执行的不填', 'Month-day; empty when by alert.') }),
      f.text('measure', ['减排措施或限值', 'Measure or limit'], { required: 'always', max: 300, example: '停产 50%，按应急减排清单执行', help: help('减排到什么程度，或者执行什么限值', 'How far it is reduced.') }),
    ], { visibleWhen: ASKED, max: 50, help: help('重污染天气、采暖季等，一个时段一行', 'Alerts, heating season: one row each.') }),
  ],
};

const PUBLIC = { field: 'needsPublicity', in: [true] } as const;
/** A first application and one anew are published; changes, adjustments and renewals are not. */
const PUBLISHED = ['new', 'reapply'];

/** 排污许可管理条例 art. 8: a unit of 重点管理 publishes before it applies; secrets are taken out of what is published. */
export const submission: Section = {
  key: 'submission',
  title: { zh: '信息公开与提交申请', en: 'Publicity and submission' },
  intro: { zh: '首次申请、重新申请的重点管理单位在提交前公开申请信息不少于五个工作日，简化管理的单位选“否”；其他业务不用公开。', en: 'Key units publish a first application, or one anew, for five working days beforehand; others choose “no”. Nothing else is published.' },
  nationalPage: '19 提交申请',
  fields: [
    f.boolean('needsPublicity', ['属于重点管理，需要申请前信息公开', 'Key management, publicity is due'], { help: help('重点管理的首次申请和重新申请，提交前要公开不少于 5 个工作日', 'For key management: published five working days at least before a first application or a new one.'), required: 'always', askedFor: PUBLISHED }),
    f.date('publicityFrom', ['公开开始日期', 'Published from'], { visibleWhen: PUBLIC, askedFor: PUBLISHED, required: PUBLIC, example: '2026-11-02', help: help('公开的第一天', 'First day.') }),
    f.date('publicityTo', ['公开结束日期', 'Published to'], { visibleWhen: PUBLIC, askedFor: PUBLISHED, required: PUBLIC, example: '2026-11-09', help: help('不少于五个工作日，并早于提交', 'Five working days or more, before submission.') }),
    f.text('publicityPlace', ['公开方式和网址', 'Where'], { visibleWhen: PUBLIC, askedFor: PUBLISHED, required: PUBLIC, max: 300, example: '全国排污许可证管理信息平台公开端；本单位网站 https://…', help: help('在哪里公开的，写到能找到', 'Where it can be found.') }),
    f.text('opinions', ['反馈意见及处理', 'Opinions and what became of them'], { visibleWhen: PUBLIC, askedFor: PUBLISHED, max: 1000, example: '公开期间未收到反馈意见', help: help('收到的意见和怎么处理的；没有就写“未收到”', 'What came in and what became of it.') }),
    f.boolean('publicVersionChecked', ['公开版已去除商业秘密和个人信息', 'The public version holds no secrets'], { help: help('公开的内容里不能有商业秘密、联系电话和证件号码；核对过再选“是”', 'Look through what is published: no secrets, telephone or identity numbers.'), visibleWhen: PUBLIC, askedFor: PUBLISHED, required: PUBLIC }),
    f.text('remarks', ['其他需要说明的情况', 'Remarks'], { max: 1000, help: help('前面没有地方写的', 'What has no place above.'), example: '二期项目尚未开工，本次不包括' }),
  ],
};
