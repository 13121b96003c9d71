import { f, Field, help, Section } from '../field';
import { AIR_POLLUTANTS, AIR_SOURCES, OUTLET_CLASS } from './options';

export const airOutlets: Section = {
  key: 'air-outlets',
  title: { zh: '大气排放口', en: 'Air outlets' },
  intro: { zh: '逐个填写排气筒。没有有组织排放的选“否”。', en: 'One row for each stack; choose “no” when there is none.' },
  nationalPage: '6 大气排放口',
  fields: [
    f.boolean('hasAirOutlets', ['有有组织废气排放口', 'There are organised air outlets'], { required: 'always' }),
    f.table('outlets', ['大气排放口', 'Outlets'], [
      f.code('code', ['排放口编号', 'Code'], { required: 'always', code: 'air-outlet', example: 'DA001' }),
      f.text('name', ['排放口名称', 'Name'], { required: 'always', max: 60, example: '1号窑窑尾排气筒' }),
      f.select('outletClass', ['排放口类型', 'Class'], { required: 'always', options: OUTLET_CLASS }),
      f.select('source', ['排放源', 'Source'], { required: 'always', options: AIR_SOURCES, help: help('决定适用哪一项排放标准', 'Decides which standard applies.') }),
      f.multiselect('pollutants', ['污染物', 'Pollutants'], { required: 'always', options: AIR_POLLUTANTS }),
      f.coordinates('location', ['经纬度', 'Coordinates'], { required: 'always', example: '111.7800, 37.1400' }),
      f.decimal('heightM', ['高度', 'Height'], { required: 'always', unit: 'm', min: 0, max: 400, decimals: 2, example: '30' }),
      f.decimal('innerDiameterM', ['出口内径', 'Inner diameter'], { required: 'always', unit: 'm', min: 0, max: 30, decimals: 3, example: '1.2' }),
      f.decimal('temperatureC', ['排气温度', 'Temperature'], { unit: '℃', min: -20, max: 1500, decimals: 1 }),
      f.decimal('flowNm3H', ['标态干烟气量', 'Dry standard flow'], { unit: 'Nm³/h', min: 0, max: 100_000_000, decimals: 2, help: help('复核年排放量时使用', 'Used to check the yearly amount.') }),
      f.integer('hoursPerYear', ['年排放时间', 'Hours a year'], { unit: 'h', min: 0, max: 8784 }),
    ], { required: { field: 'hasAirOutlets', in: [true] }, visibleWhen: { field: 'hasAirOutlets', in: [true] }, min: 1, max: 1000 }),
  ],
};

/** Permitted amounts stand for each of the five years of validity (national form, air permit table). */
export const YEARS = ['year1T', 'year2T', 'year3T', 'year4T', 'year5T'] as const;
const yearColumns = (required: Field['required']): Field[] =>
  YEARS.map((name, index) => f.decimal(name, [`第${index + 1}年许可量`, `Year ${index + 1}`], { unit: 't/a', min: 0, max: 1_000_000, decimals: 4, allowNone: true, required }));

export const airLimits: Section = {
  key: 'air-limits',
  title: { zh: '大气污染物许可排放限值', en: 'Air limits' },
  intro: { zh: '浓度取适用标准中最严的值；主要排放口还要填年许可量，不许可的填“/”。', en: 'Take the strictest applicable concentration; main outlets also need yearly amounts. Write “/” where none applies.' },
  nationalPage: '7 有组织排放',
  fields: [
    f.table('limits', ['各排放口限值', 'Limits by outlet'], [
      f.code('outletCode', ['排放口编号', 'Outlet'], { required: 'always', code: 'air-outlet', example: 'DA001' }),
      f.select('pollutant', ['污染物', 'Pollutant'], { required: 'always', options: AIR_POLLUTANTS }),
      f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 60, example: 'GB 13271-2014' }),
      f.decimal('concentrationMgM3', ['许可排放浓度', 'Concentration'], { required: 'always', unit: 'mg/m³', min: 0, max: 100_000, decimals: 6, allowNone: true, example: '30' }),
      f.decimal('rateKgH', ['许可排放速率', 'Rate'], { unit: 'kg/h', min: 0, max: 100_000, decimals: 4, allowNone: true }),
      ...yearColumns(undefined),
      f.decimal('committedMgM3', ['承诺更严浓度', 'Committed stricter value'], { unit: 'mg/m³', min: 0, max: 100_000, decimals: 6, allowNone: true }),
    ], { max: 10_000 }),
  ],
};

const EMITS = { field: 'hasFugitive', in: [true] } as const;

/** 法典 art. 180 and 条例 art. 13 (10): what escapes without a stack, and how it is kept down. */
export const fugitive: Section = {
  key: 'fugitive',
  title: { zh: '大气污染物无组织排放', en: 'Fugitive emissions' },
  intro: { zh: '堆场、装卸、输送、敞开的工序等不经过排气筒的排放。', en: 'Stockpiles, loading, conveying and open processes without a stack.' },
  nationalPage: '8 无组织排放',
  fields: [
    f.boolean('hasFugitive', ['有无组织排放', 'There are fugitive emissions'], { required: 'always' }),
    f.table('points', ['无组织排放', 'Fugitive emissions'], [
      f.text('name', ['产污环节或位置', 'Where'], { required: 'always', max: 60, example: '原料堆场；厂界' }),
      f.text('process', ['生产单元', 'Unit'], { max: 60, example: '贮存' }),
      f.select('pollutant', ['污染物', 'Pollutant'], { required: 'always', options: AIR_POLLUTANTS }),
      f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 60, example: 'GB 16297-1996' }),
      f.decimal('concentrationMgM3', ['厂界浓度限值', 'Limit at the boundary'], { required: 'always', unit: 'mg/m³', min: 0, max: 100_000, decimals: 6, allowNone: true, example: '1.0' }),
      f.text('measures', ['控制措施', 'Measures'], { required: 'always', max: 200, example: '全封闭料棚，喷淋抑尘' }),
    ], { visibleWhen: EMITS, required: EMITS, min: 1, max: 500 }),
  ],
};

const TOTALLED = { field: 'hasTotals', in: [true] } as const;

export const airTotals: Section = {
  key: 'air-totals',
  title: { zh: '大气排放总许可量', en: 'Plant totals to air' },
  intro: { zh: '全厂有组织排放总计等于各主要排放口与一般排放口许可量之和；没有许可年排放量的选“否”。', en: 'The plant total is the sum over the outlets; choose “no” without yearly amounts.' },
  nationalPage: '9 大气排放总许可量',
  fields: [
    f.boolean('hasTotals', ['有大气污染物年许可排放量', 'There are yearly amounts to air'], { required: 'always', help: help('主要排放口填了年许可量的选“是”', 'Yes when a main outlet has yearly amounts.') }),
    f.table('plantTotals', ['全厂有组织排放总计', 'Plant totals'], [
      f.select('pollutant', ['污染物', 'Pollutant'], { required: 'always', options: AIR_POLLUTANTS }),
      ...yearColumns('always'),
    ], { visibleWhen: TOTALLED, required: TOTALLED, min: 1, max: 50 }),
    f.text('derivation', ['许可排放量的计算过程', 'How the amounts were derived'], {
      visibleWhen: TOTALLED, max: 2000, help: help('年许可量取技术规范计算值、环评批复、总量指标三者中最小的', 'The smallest of calculation, approval and quota.'), example: 'DA001 颗粒物：10 mg/m³ × 60000 Nm³/h × 7920 h × 10⁻⁹ = 4.752 t/a',
    }),
  ],
};
