import { f, help, option, Section } from '../field';
import { AIR_POLLUTANTS, OUTLET_CLASS, WATER_POLLUTANTS } from './options';

const CAPACITY_UNITS = [
  option('t/a', 't/a', 't/a'), option('万t/a', '万t/a', '10,000 t/a'), option('m³/a', 'm³/a', 'm³/a'), option('万m³/a', '万m³/a', '10,000 m³/a'),
  option('MW', 'MW', 'MW'), option('t/h', 't/h', 't/h'), option('床', '床', 'beds'), option('万块/a', '万块/a', '10,000 bricks/a'), option('t/d', 't/d', 't/d'),
];

/** Main facilities and what they make. */
export const products: Section = {
  key: 'products',
  title: { zh: '主要产品及产能', en: 'Products and capacity' },
  intro: { zh: '先列主要生产设施，再列产品。设施编号在后面各节引用。', en: 'List the facilities first; later sections refer to their codes.' },
  nationalPage: '2 主要产品及产能',
  fields: [
    f.table('facilities', ['主要生产设施', 'Facilities'], [
      f.code('code', ['设施编号', 'Code'], { required: 'always', code: 'facility', example: 'MF0001', help: help('MF 加四位数字，从 MF0001 起，全厂不重复', 'MF and four digits, each once.') }),
      f.text('name', ['设施名称', 'Name'], { required: 'always', max: 60, example: '1号石灰竖窑', help: help('现场怎么叫就怎么写，同类的编上号', 'As it is called on site.') }),
      f.text('process', ['生产单元或工艺', 'Process'], { required: 'always', max: 60, example: '煅烧', help: help('这台设备属于哪道工序', 'The process it serves.') }),
      f.text('parameter', ['设施参数', 'Parameter'], { max: 40, example: '有效容积', help: help('说明设备大小的主要参数', 'What tells its size.') }),
      f.decimal('parameterValue', ['参数值', 'Value'], { min: 0, max: 10_000_000, decimals: 4, help: help('只填数字，单位填在后一栏', 'Digits only; the unit comes next.'), example: '180' }),
      f.text('parameterUnit', ['参数单位', 'Unit'], { max: 20, example: 'm³', help: help('与参数值对应的单位', 'The unit of the value.') }),
    ], { required: 'always', min: 1, max: 1000, help: help('产生污染的主要设备一台一行；只用电、不排污的办公设备不填', 'One row for each main facility that pollutes.') }),
    f.table('products', ['产品', 'Products'], [
      f.text('name', ['产品名称', 'Product'], { required: 'always', max: 60, example: '冶金石灰', help: help('与环评批复一致', 'As in the approval.') }),
      f.decimal('capacity', ['生产能力', 'Capacity'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4, help: help('按环评批复或核定产能，须大于 0', 'As approved; above 0.'), example: '15' }),
      f.select('capacityUnit', ['计量单位', 'Unit'], { help: help('与环评批复的产能单位一致', 'The unit of the approved capacity.'), required: 'always', options: CAPACITY_UNITS }),
      f.integer('hoursPerYear', ['年运行时间', 'Hours a year'], { required: 'always', unit: 'h', min: 1, max: 8784, example: '7920', help: help('设计一年生产多少小时', 'Design hours a year.') }),
    ], { required: 'always', min: 1, max: 500, help: help('按环评批复的产品逐行填', 'One row for each approved product.') }),
  ],
};

const SUPPLEMENTED = { field: 'hasSupplement', in: [true] } as const;

/** Production lines where one product comes from several, and what the first table has no column for. */
export const productsSupplement: Section = {
  key: 'products-supplement',
  title: { zh: '主要产品及产能补充', en: 'Products, supplement' },
  intro: { zh: '同一产品有几条生产线、或者有季节性生产的，在这里补充；没有的选“否”。', en: 'Several lines for one product, or seasonal production; choose “no” when there is none.' },
  nationalPage: '3 主要产品及产能补充',
  fields: [
    f.boolean('hasSupplement', ['有需要补充的生产线信息', 'There are lines to add'], { help: help('前一节写不下、或者有公用和辅助生产线时选“是”', 'Yes when the section before did not hold everything, or there are shared and auxiliary lines.'), required: 'always' }),
    f.table('lines', ['生产线', 'Lines'], [
      f.text('name', ['生产线名称', 'Line'], { required: 'always', max: 60, example: '1号石灰竖窑生产线', help: help('生产线的名字', 'Its name.') }),
      f.text('number', ['生产线编号', 'Number'], { max: 20, example: 'SCX001', help: help('本单位自己的编号，没有可不填', 'Your own number, if any.') }),
      f.text('product', ['产品', 'Product'], { required: 'always', max: 60, example: '冶金石灰', help: help('与“产品”表里的名称一致', 'As in the table of products.') }),
      f.decimal('capacity', ['生产能力', 'Capacity'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4, help: help('这条线的设计产能，只填数字', 'Design capacity of this line, digits only.'), example: '7.5' }),
      f.select('capacityUnit', ['计量单位', 'Unit'], { help: help('与环评批复的产能单位一致', 'The unit of the approved capacity.'), required: 'always', options: CAPACITY_UNITS }),
      f.integer('hoursPerYear', ['设计年生产时间', 'Hours a year'], { required: 'always', unit: 'h', min: 1, max: 8784, help: help('这条线设计一年生产多少小时', 'Design hours a year.'), example: '7920' }),
      f.text('season', ['季节性生产或其他说明', 'Season or remarks'], { max: 200, example: '采暖季 11 月—次年 3 月', help: help('只在部分月份生产的写明月份', 'Name the months when it does not run all year.') }),
    ], { visibleWhen: SUPPLEMENTED, required: SUPPLEMENTED, min: 1, max: 200, help: help('一条生产线填一行', 'One row a line.') }),
  ],
};

export const materials: Section = {
  key: 'materials',
  title: { zh: '主要原辅材料及燃料', en: 'Materials and fuels' },
  intro: { zh: '填写设计年使用量；没有燃料的不填燃料表。', en: 'Design use per year; leave the fuel table empty when none is burnt.' },
  nationalPage: '4 主要原辅材料及燃料',
  fields: [
    f.table('materials', ['原料与辅料', 'Materials'], [
      f.select('kind', ['种类', 'Kind'], { help: help('成为产品一部分的是原料，帮助生产的是辅料', 'Raw material becomes part of the product; auxiliary material helps to make it.'), required: 'always', options: [option('raw', '原料', 'Raw material'), option('auxiliary', '辅料', 'Auxiliary')] }),
      f.text('name', ['名称', 'Name'], { required: 'always', max: 60, example: '石灰石', help: help('通用名称，不写商品名', 'The common name, no brand.') }),
      f.decimal('annualUse', ['设计年使用量', 'Use a year'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4, help: help('满负荷一年的用量，只填数字', 'Design use a year, digits only.'), example: '280000' }),
      f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: 't/a', help: help('与用量对应的单位', 'Unit of the amount.') }),
      f.text('toxicComponent', ['有毒有害成分及占比', 'Toxic component and share'], { max: 100, help: help('看原料的安全说明书；没有填“无”', 'See the safety data sheet; “none” if so.'), example: '含铬 0.3%' }),
    ], { required: 'always', min: 1, max: 500, help: help('用量大的、含有毒有害成分的都要填', 'What is used much, and what is toxic.') }),
    f.table('fuels', ['燃料', 'Fuels'], [
      f.text('name', ['燃料名称', 'Fuel'], { required: 'always', max: 60, example: '焦炉煤气', help: help('通用名称', 'The common name.') }),
      f.decimal('sulphurPercent', ['含硫量', 'Sulphur'], { unit: '%', min: 0, max: 100, decimals: 4, allowNone: true, help: help('看煤质或气质化验单；不适用填“/”', 'From the analysis; “/” where none.'), example: '0.02' }),
      f.decimal('ashPercent', ['灰分', 'Ash'], { unit: '%', min: 0, max: 100, decimals: 4, allowNone: true, help: help('看煤质化验单；气体、液体燃料填“/”', 'From the analysis; “/” for gas and oil.'), example: '12.5' }),
      f.decimal('calorificValueMJ', ['热值', 'Calorific value'], { unit: 'MJ/kg 或 MJ/m³', min: 0, max: 1000, decimals: 4, help: help('固体、液体按 MJ/kg，气体按 MJ/m³', 'MJ/kg for solids and liquids, MJ/m³ for gas.'), example: '17.2' }),
      f.decimal('annualUse', ['年使用量', 'Use a year'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4, help: help('设计一年的用量，只填数字', 'Design use a year, digits only.'), example: '5200' }),
      f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: '万m³/a', help: help('与年使用量对应的单位', 'Unit of the amount.') }),
    ], { max: 100, help: help('烧什么填什么；只用电的不填', 'What is burnt; nothing when only electricity is used.') }),
  ],
};

const ORGANISED = { field: 'emissionForm', in: ['organised', 'water'] } as const;

/** The chain facility → node → treatment → outlet, which rule C4 walks. */
export const processNodes: Section = {
  key: 'process-nodes',
  title: { zh: '产排污节点、污染物及治理设施', en: 'Process nodes and treatment' },
  intro: { zh: '每个生产设施都要有产污环节；有组织排放要连到排放口。', en: 'Each facility needs a node; organised emissions lead to an outlet.' },
  nationalPage: '5 排污节点及治理设施',
  fields: [
    f.table('nodes', ['产排污节点', 'Nodes'], [
      f.code('facilityCode', ['生产设施编号', 'Facility'], { required: 'always', code: 'facility', example: 'MF0001', help: help('“主要产品及产能”里的设施编号', 'A code of the facilities.') }),
      f.text('node', ['产污环节', 'Node'], { required: 'always', max: 60, example: '煅烧烟气', help: help('在哪一步产生污染', 'The step that pollutes.') }),
      f.multiselect('pollutants', ['污染物种类', 'Pollutants'], { help: help('这个环节产生、标准或环评要求控制的全部污染物', 'All pollutants of this step that standard or approval control.'), required: 'always', options: [...AIR_POLLUTANTS, ...WATER_POLLUTANTS] }),
      f.select('emissionForm', ['排放形式', 'Form of emission'], {
      help: help('经排气筒或烟囱排出的是有组织，其余（敞口、泄漏、扬尘）是无组织', 'Through a stack: organised; openings, leaks and dust: fugitive.'),
        required: 'always', options: [option('organised', '有组织（大气）', 'Organised (air)'), option('fugitive', '无组织（大气）', 'Fugitive (air)'), option('water', '废水', 'Water')],
      }),
      f.code('treatmentCode', ['治理设施编号', 'Treatment'], { code: 'treatment', example: 'TA001', help: help('没有治理设施的留空，并写明理由', 'Leave empty without treatment and give the reason.') }),
      f.text('treatmentName', ['治理设施名称', 'Name of treatment'], { max: 60, example: '布袋除尘器', help: help('没有治理设施的不填', 'Empty without treatment.') }),
      f.text('treatmentProcess', ['治理工艺', 'Treatment process'], { max: 100, example: '布袋除尘', help: help('怎么治理', 'How it treats.') }),
      f.boolean('feasibleTechnology', ['是否为可行技术', 'Feasible technology'], { help: help('对照本行业许可技术规范的可行技术表；不在表中的选“否”，并在附件里说明达标的依据', 'By the table of feasible technologies of the industry’s specification; otherwise No, with evidence in the attachments.') }),
      f.text('noTreatmentReason', ['无治理设施的理由', 'Why there is no treatment'], { max: 200, help: help('没有治理设施的必须说明', 'Needed where nothing treats it.'), example: '产生浓度已低于标准限值，见验收监测报告' }),
      f.text('outletCode', ['排放口编号', 'Outlet'], { required: ORGANISED, visibleWhen: ORGANISED, pattern: '^(D[AW]\\d{3}|YS\\d{3})$', example: 'DA001', help: help('排到哪个排放口', 'The outlet it leads to.') }),
      f.select('outletClass', ['排放口类型', 'Class of outlet'], { help: help('按本行业许可技术规范划分；主要排放口要核算许可排放量', 'By the specification of the industry; main outlets have permitted amounts.'), required: ORGANISED, visibleWhen: ORGANISED, options: OUTLET_CLASS }),
    ], { required: 'always', min: 1, max: 3000, help: help('一台设备的一个产污环节填一行，从设备连到治理设施再到排放口', 'One row a node: facility, treatment, outlet.') }),
  ],
};
