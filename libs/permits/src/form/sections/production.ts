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
      f.code('code', ['设施编号', 'Code'], { required: 'always', code: 'facility', example: 'MF0001' }),
      f.text('name', ['设施名称', 'Name'], { required: 'always', max: 60, example: '1号石灰竖窑' }),
      f.text('process', ['生产单元或工艺', 'Process'], { required: 'always', max: 60, example: '煅烧' }),
      f.text('parameter', ['设施参数', 'Parameter'], { max: 40, example: '有效容积' }),
      f.decimal('parameterValue', ['参数值', 'Value'], { min: 0, max: 10_000_000, decimals: 4 }),
      f.text('parameterUnit', ['参数单位', 'Unit'], { max: 20, example: 'm³' }),
    ], { required: 'always', min: 1, max: 1000 }),
    f.table('products', ['产品', 'Products'], [
      f.text('name', ['产品名称', 'Product'], { required: 'always', max: 60, example: '冶金石灰' }),
      f.decimal('capacity', ['生产能力', 'Capacity'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4, help: help('按环评批复或核定产能，须大于 0', 'As approved; above 0.') }),
      f.select('capacityUnit', ['计量单位', 'Unit'], { required: 'always', options: CAPACITY_UNITS }),
      f.integer('hoursPerYear', ['年运行时间', 'Hours a year'], { required: 'always', unit: 'h', min: 1, max: 8784, example: '7920' }),
    ], { required: 'always', min: 1, max: 500 }),
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
    f.boolean('hasSupplement', ['有需要补充的生产线信息', 'There are lines to add'], { required: 'always' }),
    f.table('lines', ['生产线', 'Lines'], [
      f.text('name', ['生产线名称', 'Line'], { required: 'always', max: 60, example: '1号石灰竖窑生产线' }),
      f.text('number', ['生产线编号', 'Number'], { max: 20, example: 'SCX001' }),
      f.text('product', ['产品', 'Product'], { required: 'always', max: 60, example: '冶金石灰' }),
      f.decimal('capacity', ['生产能力', 'Capacity'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4 }),
      f.select('capacityUnit', ['计量单位', 'Unit'], { required: 'always', options: CAPACITY_UNITS }),
      f.integer('hoursPerYear', ['设计年生产时间', 'Hours a year'], { required: 'always', unit: 'h', min: 1, max: 8784 }),
      f.text('season', ['季节性生产或其他说明', 'Season or remarks'], { max: 200, example: '采暖季 11 月—次年 3 月' }),
    ], { visibleWhen: SUPPLEMENTED, required: SUPPLEMENTED, min: 1, max: 200 }),
  ],
};

export const materials: Section = {
  key: 'materials',
  title: { zh: '主要原辅材料及燃料', en: 'Materials and fuels' },
  intro: { zh: '填写设计年使用量；没有燃料的不填燃料表。', en: 'Design use per year; leave the fuel table empty when none is burnt.' },
  nationalPage: '4 主要原辅材料及燃料',
  fields: [
    f.table('materials', ['原料与辅料', 'Materials'], [
      f.select('kind', ['种类', 'Kind'], { required: 'always', options: [option('raw', '原料', 'Raw material'), option('auxiliary', '辅料', 'Auxiliary')] }),
      f.text('name', ['名称', 'Name'], { required: 'always', max: 60, example: '石灰石' }),
      f.decimal('annualUse', ['设计年使用量', 'Use a year'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4 }),
      f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: 't/a' }),
      f.text('toxicComponent', ['有毒有害成分及占比', 'Toxic component and share'], { max: 100 }),
    ], { required: 'always', min: 1, max: 500 }),
    f.table('fuels', ['燃料', 'Fuels'], [
      f.text('name', ['燃料名称', 'Fuel'], { required: 'always', max: 60, example: '焦炉煤气' }),
      f.decimal('sulphurPercent', ['含硫量', 'Sulphur'], { unit: '%', min: 0, max: 100, decimals: 4, allowNone: true }),
      f.decimal('ashPercent', ['灰分', 'Ash'], { unit: '%', min: 0, max: 100, decimals: 4, allowNone: true }),
      f.decimal('calorificValueMJ', ['热值', 'Calorific value'], { unit: 'MJ/kg 或 MJ/m³', min: 0, max: 1000, decimals: 4 }),
      f.decimal('annualUse', ['年使用量', 'Use a year'], { required: 'always', min: 0, max: 1_000_000_000, decimals: 4 }),
      f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: '万m³/a' }),
    ], { max: 100 }),
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
      f.code('facilityCode', ['生产设施编号', 'Facility'], { required: 'always', code: 'facility', example: 'MF0001' }),
      f.text('node', ['产污环节', 'Node'], { required: 'always', max: 60, example: '煅烧烟气' }),
      f.multiselect('pollutants', ['污染物种类', 'Pollutants'], { required: 'always', options: [...AIR_POLLUTANTS, ...WATER_POLLUTANTS] }),
      f.select('emissionForm', ['排放形式', 'Form of emission'], {
        required: 'always', options: [option('organised', '有组织（大气）', 'Organised (air)'), option('fugitive', '无组织（大气）', 'Fugitive (air)'), option('water', '废水', 'Water')],
      }),
      f.code('treatmentCode', ['治理设施编号', 'Treatment'], { code: 'treatment', example: 'TA001', help: help('没有治理设施的留空，并写明理由', 'Leave empty without treatment and give the reason.') }),
      f.text('treatmentName', ['治理设施名称', 'Name of treatment'], { max: 60, example: '布袋除尘器' }),
      f.text('treatmentProcess', ['治理工艺', 'Treatment process'], { max: 100, example: '布袋除尘' }),
      f.boolean('feasibleTechnology', ['是否为可行技术', 'Feasible technology']),
      f.text('noTreatmentReason', ['无治理设施的理由', 'Why there is no treatment'], { max: 200 }),
      f.text('outletCode', ['排放口编号', 'Outlet'], { required: ORGANISED, visibleWhen: ORGANISED, pattern: '^(D[AW]\\d{3}|YS\\d{3})$', example: 'DA001' }),
      f.select('outletClass', ['排放口类型', 'Class of outlet'], { required: ORGANISED, visibleWhen: ORGANISED, options: OUTLET_CLASS }),
    ], { required: 'always', min: 1, max: 3000 }),
  ],
};
