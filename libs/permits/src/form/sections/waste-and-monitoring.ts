import { f, help, option, Section } from '../field';
import { AIR_POLLUTANTS, FREQUENCIES, WATER_POLLUTANTS } from './options';

const WASTE = { field: 'generatesWaste', in: [true] } as const;
const HAZARDOUS = { field: 'kind', in: ['hazardous'] } as const;

/** 生态环境法典 art. 176 brings industrial solid waste under the permit. */
export const solidWaste: Section = {
  key: 'solid-waste',
  title: { zh: '固体废物', en: 'Solid waste' },
  intro: { zh: '一般工业固体废物与危险废物都要列出。', en: 'General industrial and hazardous waste alike.' },
  nationalPage: '12 固体废物',
  fields: [
    f.boolean('generatesWaste', ['产生工业固体废物', 'Generates solid waste'], { help: help('生产中产生的炉渣、粉煤灰、污泥、边角料和危险废物；生活垃圾不算', 'Slag, ash, sludge, scrap and hazardous waste of production; not household refuse.'), required: 'always' }),
    f.table('wastes', ['固体废物', 'Wastes'], [
      f.text('name', ['废物名称', 'Name'], { required: 'always', max: 60, example: '除尘灰', help: help('通用名称；危险废物按《国家危险废物名录》', 'The common name, or as in the national list.') }),
      f.select('kind', ['类别', 'Kind'], { help: help('列入《国家危险废物名录》的选危险废物，其余选一般固体废物', 'Hazardous when in the national list; otherwise general.'), required: 'always', options: [option('general', '一般工业固体废物', 'General'), option('hazardous', '危险废物', 'Hazardous')] }),
      f.code('wasteCode', ['危险废物代码', 'Hazardous waste code'], { code: 'hazardous-waste', visibleWhen: HAZARDOUS, required: HAZARDOUS, example: '900-249-08', help: help('《国家危险废物名录》里的八位代码', 'Eight digits of the national list.') }),
      f.text('source', ['产生环节', 'Where it arises'], { required: 'always', max: 60, help: help('哪道工序产生', 'The process it comes from.'), example: '袋式除尘器清灰' }),
      f.decimal('amountTA', ['年产生量', 'Amount a year'], { required: 'always', unit: 't/a', min: 0, max: 100_000_000, decimals: 4, help: help('一年产生多少吨', 'Tonnes a year.'), example: '320' }),
      f.select('disposal', ['去向', 'Disposal'], {
      help: help('实际的最终去向；委托他人的，附合同', 'Where it really ends; with the contract when others take it.'),
        required: 'always', options: [option('self-use', '自行利用', 'Own use'), option('self-dispose', '自行处置', 'Own disposal'), option('entrust-use', '委托利用', 'Entrusted use'), option('entrust-dispose', '委托处置', 'Entrusted disposal')],
      }),
      f.text('receiver', ['接收单位', 'Receiver'], { max: 100, visibleWhen: { field: 'disposal', in: ['entrust-use', 'entrust-dispose'] }, required: { field: 'disposal', in: ['entrust-use', 'entrust-dispose'] }, help: help('与你签合同的单位名称；危险废物须有经营许可证', 'Whom you have a contract with.'), example: '孝义示范建材有限公司' }),
    ], { visibleWhen: WASTE, required: WASTE, min: 1, max: 500, help: help('一种废物填一行；生活垃圾不填', 'One row a waste; no household waste.') }),
  ],
};

const NOISY = { field: 'hasNoise', in: [true] } as const;

/** 生态环境法典 art. 176 brings industrial noise under the permit; limits by the functional zone of GB 3096. */
export const noise: Section = {
  key: 'noise',
  title: { zh: '工业噪声', en: 'Industrial noise' },
  intro: { zh: '按厂界所在的声环境功能区填写昼间、夜间限值。', en: 'Day and night limits by the functional zone of the boundary.' },
  nationalPage: '13 工业噪声',
  fields: [
    f.boolean('hasNoise', ['产生工业噪声', 'There is industrial noise'], { help: help('有风机、泵、破碎机、冷却塔等固定声源的选“是”', 'Yes with fans, pumps, crushers, cooling towers and the like.'), required: 'always' }),
    f.boolean('nightProduction', ['夜间（22:00 至次日 6:00）生产', 'Works at night'], { help: help('夜间生产的，厂界噪声还要测夜间', 'With production at night the boundary is measured at night too.'), visibleWhen: NOISY, required: NOISY }),
    f.table('boundaries', ['厂界噪声限值', 'Limits at the boundary'], [
      f.text('point', ['厂界', 'Boundary'], { required: 'always', max: 60, example: '东厂界', help: help('东、南、西、北厂界', 'East, south, west, north.') }),
      f.select('functionalZone', ['声环境功能区', 'Zone'], {
        required: 'always', options: [option('0', '0类 康复疗养', '0'), option('1', '1类 居住文教', '1'), option('2', '2类 商业混杂', '2'), option('3', '3类 工业仓储', '3'), option('4', '4类 交通干线两侧', '4')],
        help: help('查当地声环境功能区划；未划定的向生态环境部门询问', 'See the local zoning; ask the bureau where there is none.'),
      }),
      f.decimal('dayDbA', ['昼间限值', 'Day'], { required: 'always', unit: 'dB(A)', min: 30, max: 100, decimals: 1, example: '60', help: help('6:00–22:00，按功能区的标准值', '6:00–22:00, by the zone.') }),
      f.decimal('nightDbA', ['夜间限值', 'Night'], { required: 'always', unit: 'dB(A)', min: 30, max: 100, decimals: 1, example: '50', help: help('22:00–次日 6:00，按功能区的标准值', '22:00–6:00, by the zone.') }),
      f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 60, example: 'GB 12348-2008', help: help('一般是 GB 12348-2008', 'Usually GB 12348-2008.') }),
    ], { visibleWhen: NOISY, required: NOISY, min: 1, max: 50, help: help('厂界四个方向各填一行', 'One row for each side.') }),
    f.table('sources', ['主要噪声源', 'Sources'], [
      f.text('name', ['噪声源', 'Source'], { required: 'always', max: 60, example: '罗茨风机', help: help('发出噪声的设备', 'The machine.') }),
      f.text('measures', ['降噪措施', 'Measures'], { required: 'always', max: 200, example: '消声器、减振基座、室内布置', help: help('已经采取的措施', 'What is there.') }),
    ], { visibleWhen: NOISY, max: 200, help: help('声音大的设备逐行填', 'One row for each loud machine.') }),
  ],
};

const AT_OUTLET = { field: 'source', in: ['air-outlet', 'water-outlet'] } as const;
const ELSEWHERE = { field: 'source', in: ['fugitive', 'boundary-noise'] } as const;
const AUTO = { field: 'method', in: ['auto'] } as const;

/** 自行监测方案 (排污许可管理条例 art. 7 (4), HJ 819-2017). */
export const selfMonitoring: Section = {
  key: 'self-monitoring',
  title: { zh: '自行监测方案', en: 'Self-monitoring' },
  intro: { zh: '每个排放口的每种污染物都要有监测安排，另加厂界噪声。', en: 'A plan for each pollutant of each outlet, and for noise at the boundary.' },
  nationalPage: '14 自行监测要求',
  fields: [
    f.table('plan', ['监测方案', 'Plan'], [
      f.select('source', ['监测对象', 'Of what'], {
      help: help('选前面各节填过的排放口、无组织排放或厂界', 'An outlet, a fugitive source or the boundary of the sections before.'),
        required: 'always', options: [option('air-outlet', '废气排放口', 'Air outlet'), option('water-outlet', '废水排放口', 'Water outlet'), option('fugitive', '无组织（厂界）', 'Fugitive (boundary)'), option('boundary-noise', '厂界噪声', 'Boundary noise')],
      }),
      f.text('outletCode', ['排放口编号', 'Outlet'], { visibleWhen: AT_OUTLET, required: AT_OUTLET, pattern: '^D[AW]\\d{3}$', example: 'DA001', help: help('前面各节里的排放口编号', 'A code of the outlets.') }),
      f.text('point', ['监测点位', 'Point'], { visibleWhen: ELSEWHERE, required: ELSEWHERE, max: 100, example: '厂界外 1 m', help: help('采样或测量的位置', 'Where it is measured.') }),
      f.select('pollutant', ['监测因子', 'Factor'], { help: help('这个点位要监测的项目，一种一行', 'What is measured there, one a row.'), required: 'always', options: [...AIR_POLLUTANTS, ...WATER_POLLUTANTS, option('noise', '等效连续 A 声级', 'Equivalent sound level')] }),
      f.select('method', ['监测方式', 'Method'], { help: help('装有自动监测设备的选自动，其余选手工', 'Automatic where a device stands; otherwise manual.'), required: 'always', options: [option('auto', '自动', 'Automatic'), option('manual', '手工', 'Manual')] }),
      f.boolean('connected', ['是否联网', 'Connected'], { help: help('自动监测数据已传到生态环境部门的选“是”', 'Yes when its data reach the authority.'), visibleWhen: AUTO, required: AUTO }),
      f.select('frequency', ['监测频次', 'Frequency'], { help: help('不低于本行业自行监测技术指南的最低频次', 'Not below the least of the industry’s guideline.'), required: 'always', options: FREQUENCIES.map(({ value, zh, en }) => option(value, zh, en)) }),
      f.select('fallbackFrequency', ['自动设备失效时的手工频次', 'Manual frequency on failure'], { help: help('自动设备坏了期间改手工监测多久一次；一般每天不少于 4 次、间隔不超过 6 小时（以行业指南为准）', 'How often by hand while the device fails; see the industry’s guideline.'), visibleWhen: AUTO, required: AUTO, options: FREQUENCIES.map(({ value, zh, en }) => option(value, zh, en)) }),
      f.text('technique', ['测定方法', 'Technique'], { required: 'always', max: 100, example: 'HJ 836-2017', help: help('监测方法的标准号，问监测机构', 'The number of the method; ask the laboratory.') }),
    ], { required: 'always', min: 1, max: 10_000, help: help('一个排放口的一种污染物填一行；厂界噪声按季度', 'One row for each outlet and pollutant; boundary noise each quarter.') }),
  ],
};

export const ATTACHMENT_KINDS = [
  option('commitment', '守法承诺书', 'Letter of commitment'),
  option('eia', '环评批复或备案回执', 'EIA approval or registration'),
  option('site-plan', '厂区平面布置图', 'Site plan'),
  option('process-diagram', '生产工艺流程图', 'Process diagram'),
  option('monitoring-points', '监测点位示意图', 'Monitoring points'),
  option('totals', '总量指标来源', 'Source of total quota'),
  option('publicity', '申请前信息公开情况说明', 'Publicity before the application'),
  option('licence', '变更后的营业执照', 'Business licence after the change'),
  option('basis', '新的标准或总量控制文件', 'New standard or quota'),
  option('explanation', '情况说明', 'Explanation'),
  option('other', '其他', 'Other'),
];

/** Kinds without which a first application is not complete; what each type needs stands in `permit_material`. */
export const REQUIRED_ATTACHMENTS = ['commitment', 'eia', 'site-plan', 'process-diagram', 'monitoring-points'] as const;

export const attachments: Section = {
  key: 'attachments',
  title: { zh: '相关附件', en: 'Attachments' },
  intro: { zh: '按办理的业务上传材料：标“必交”的交齐才能提交，其他的有就交。', en: 'Upload what this application needs: what is marked as needed first, the rest where there is something.' },
  nationalPage: '18 相关附件',
  fields: [
    f.table('files', ['附件', 'Files'], [
      f.select('kind', ['附件类型', 'Kind'], { help: help('这份文件是什么；一种附件可以传多份', 'What the file is; there may be several of a kind.'), required: 'always', options: ATTACHMENT_KINDS }),
      f.text('title', ['说明', 'Title'], { max: 100, help: help('同类有几份时写明是哪一份', 'When there are several of a kind.'), example: '二期批复' }),
      f.file('fileId', ['文件', 'File'], { required: 'always', help: help('PDF、Word、Excel 或图片，先上传再填写', 'PDF, Word, Excel or picture; upload first.') }),
    ], { required: 'always', min: 1, max: 200, help: help('每种材料单独上传；拍照的要清楚完整', 'Upload each paper on its own; pictures must be readable.') }),
  ],
};
