import { f, Field, help, Section } from '../field';
import { unitByPollutant } from '../pollutants';
import { AIR_POLLUTANTS, AIR_SOURCES, OUTLET_CLASS } from './options';

/** Benzo[a]pyrene is limited in μg/m³, odour and blackness have units of their own. */
const CONCENTRATION = { unit: 'mg/m³', unitBy: unitByPollutant('air'), min: 0, max: 100_000, decimals: 6, allowNone: true } as const;

export const airOutlets: Section = {
  key: 'air-outlets',
  title: { zh: '大气排放口', en: 'Air outlets' },
  intro: { zh: '逐个填写排气筒。没有有组织排放的选“否”。', en: 'One row for each stack; choose “no” when there is none.' },
  nationalPage: '6 大气排放口',
  fields: [
    f.boolean('hasAirOutlets', ['有有组织废气排放口', 'There are organised air outlets'], { help: help('有排气筒、烟囱向大气排放的选“是”', 'Yes when a stack or chimney discharges to air.'), required: 'always' }),
    f.table('outlets', ['大气排放口', 'Outlets'], [
      f.code('code', ['排放口编号', 'Code'], { required: 'always', code: 'air-outlet', example: 'DA001', help: help('DA 加三位数字，从 DA001 起，全厂不重复；与现场标牌一致', 'DA and three digits, each once, as on the sign.') }),
      f.text('name', ['排放口名称', 'Name'], { required: 'always', max: 60, example: '1号窑窑尾排气筒', help: help('看名字就知道是哪道工序的', 'So that one knows the process.') }),
      f.select('outletClass', ['排放口类型', 'Class'], { help: help('按本行业许可技术规范划分；主要排放口要核算许可排放量', 'By the specification of the industry; main outlets have permitted amounts.'), required: 'always', options: OUTLET_CLASS }),
      f.select('source', ['排放源', 'Source'], { required: 'always', options: AIR_SOURCES, help: help('决定适用哪一项排放标准', 'Decides which standard applies.') }),
      f.multiselect('pollutants', ['污染物', 'Pollutants'], { help: help('这个排放口排出、标准或环评要求控制的全部污染物', 'All pollutants of this outlet that standard or approval control.'), required: 'always', options: AIR_POLLUTANTS }),
      f.coordinates('location', ['经纬度', 'Coordinates'], { required: 'always', example: '111.7800, 37.1400', help: help('十进制度，WGS-84；手机地图上长按烟囱位置可以看到', 'Decimal degrees, WGS-84; long-press on a phone map.') }),
      f.decimal('heightM', ['高度', 'Height'], { required: 'always', unit: 'm', min: 0, max: 400, decimals: 2, example: '30', help: help('烟囱口离地面的高度；批复写了的不低于批复', 'From the ground to the top.') }),
      f.decimal('innerDiameterM', ['出口内径', 'Inner diameter'], { required: 'always', unit: 'm', min: 0, max: 30, decimals: 3, example: '1.2', help: help('出口处的内直径；矩形出口填等效直径', 'Inside diameter at the mouth.') }),
      f.decimal('temperatureC', ['排气温度', 'Temperature'], { unit: '℃', min: -20, max: 1500, decimals: 1, help: help('正常运行时出口烟气的温度；常温写 20', 'In normal operation.'), example: '120' }),
      f.decimal('flowNm3H', ['标态干烟气量', 'Dry standard flow'], { unit: 'Nm³/h', min: 0, max: 100_000_000, decimals: 2, help: help('复核年排放量时使用', 'Used to check the yearly amount.'), example: '60000' }),
      f.integer('hoursPerYear', ['年排放时间', 'Hours a year'], { unit: 'h', min: 0, max: 8784, help: help('一年实际排放多少小时；全年连续约 8760', 'Hours of discharge in a year.'), example: '7920' }),
    ], { required: { field: 'hasAirOutlets', in: [true] }, visibleWhen: { field: 'hasAirOutlets', in: [true] }, min: 1, max: 1000, help: help('一根排气筒填一行；应急、检修用的排气筒也要填', 'One row a stack, emergency ones too.') }),
  ],
};

/** Permitted amounts stand for each of the five years of validity (national form, air permit table). */
export const YEARS = ['year1T', 'year2T', 'year3T', 'year4T', 'year5T'] as const;
const yearColumns = (required: Field['required']): Field[] =>
  YEARS.map((name, index) => f.decimal(name, [`第${index + 1}年许可量`, `Year ${index + 1}`], { unit: 't/a', min: 0, max: 1_000_000, decimals: 4, allowNone: true, required, help: help('这一年允许排放的总量；五年相同的填相同的数，不许可年排放量的填“/”', 'The amount of that year; “/” where none is permitted.'), example: '4.752' }));

export const airLimits: Section = {
  key: 'air-limits',
  title: { zh: '大气污染物许可排放限值', en: 'Air limits' },
  intro: { zh: '浓度取适用标准中最严的值；主要排放口还要填年许可量，不许可的填“/”。', en: 'Take the strictest applicable concentration; main outlets also need yearly amounts. Write “/” where none applies.' },
  nationalPage: '7 有组织排放',
  fields: [
    f.table('limits', ['各排放口限值', 'Limits by outlet'], [
      f.code('outletCode', ['排放口编号', 'Outlet'], { required: 'always', code: 'air-outlet', example: 'DA001', help: help('“大气排放口”一节里的编号', 'A code of “Air outlets”.') }),
      f.select('pollutant', ['污染物', 'Pollutant'], { help: help('从这个排放口已选的污染物里选，一种一行', 'One of those chosen for this outlet, one a row.'), required: 'always', options: AIR_POLLUTANTS }),
      f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 60, example: 'GB 13271-2014', help: help('写标准号；有地方标准或特别限值的取最严的', 'The number of the strictest standard.') }),
      f.decimal('concentrationMgM3', ['许可排放浓度', 'Concentration'], { required: 'always', ...CONCENTRATION, example: '30', help: help('不许可浓度的填“/”；单位随污染物：一般 mg/m³，苯并[a]芘 μg/m³，臭气浓度无量纲，林格曼黑度 级', '“/” where none applies. mg/m³, but benzo[a]pyrene in μg/m³, odour without unit, blackness in grades.') }),
      f.decimal('hourMgM3', ['小时浓度限值', 'Hourly mean'], { ...CONCENTRATION, example: '50', help: help('执行标准按小时均值（或一次值）规定的填写；标准没有分小时、日均的不填或填“/”', 'Where the standard limits the hourly mean; left out or “/” where it does not.') }),
      f.decimal('dayMgM3', ['日均浓度限值', 'Daily mean'], { ...CONCENTRATION, example: '35', help: help('执行标准按日均值规定的填写，如垃圾焚烧；没有规定的不填或填“/”', 'Where the standard limits the daily mean; left out or “/” where it does not.') }),
      f.decimal('specialMgM3', ['特别排放限值', 'Special limit'], { ...CONCENTRATION, example: '30', help: help('重点区域执行特别排放限值的，填标准规定的这一数值；不执行的不填或填“/”', 'In key regions, the special limit of the standard; left out or “/” elsewhere.') }),
      f.decimal('rateKgH', ['许可排放速率', 'Rate'], { unit: 'kg/h', min: 0, max: 100_000, decimals: 4, allowNone: true, help: help('标准规定了速率的才填；不适用填“/”', 'Only where the standard sets a rate; else “/”.'), example: '3.5' }),
      ...yearColumns(undefined),
      f.decimal('approvalMgM3', ['环评批复要求', 'By the environmental approval'], { ...CONCENTRATION, help: help('环评批复写明了这种污染物的排放浓度要求的，照批复填写；没有写的不填或填“/”', 'What the approval demands of this pollutant; left out or “/” where it is silent.'), example: '10' }),
      f.decimal('committedMgM3', ['承诺更严浓度', 'Committed stricter value'], { ...CONCENTRATION, help: help('自愿承诺比标准更严的才填；没有填“/”', 'Only for a stricter value of your own; else “/”.'), example: '8' }),
    ], { max: 10_000, help: help('一个排放口的一种污染物填一行；没有大气排放口的不填', 'One row for each outlet and pollutant.') }),
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
    f.boolean('hasFugitive', ['有无组织排放', 'There are fugitive emissions'], { help: help('厂界、敞开料场、装卸、泄漏等不经排气筒的排放', 'Emissions without a stack: boundary, open yards, loading, leaks.'), required: 'always' }),
    f.table('points', ['无组织排放', 'Fugitive emissions'], [
      f.text('name', ['产污环节或位置', 'Where'], { required: 'always', max: 60, example: '原料堆场；厂界', help: help('在哪里、哪道工序', 'Where it escapes.') }),
      f.text('process', ['生产单元', 'Unit'], { max: 60, example: '贮存', help: help('属于哪个生产单元', 'The unit it belongs to.') }),
      f.select('pollutant', ['污染物', 'Pollutant'], { help: help('厂界或车间外要监测的污染物，一种一行', 'What is measured at the boundary or outside the workshop, one a row.'), required: 'always', options: AIR_POLLUTANTS }),
      f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 60, example: 'GB 16297-1996', help: help('厂界或厂区内适用的标准号', 'The standard at the boundary.') }),
      f.decimal('concentrationMgM3', ['厂界浓度限值', 'Limit at the boundary'], { required: 'always', ...CONCENTRATION, example: '1.0', help: help('标准规定的监控点浓度；没有规定填“/”；苯并[a]芘填 μg/m³，臭气浓度无量纲', 'At the monitoring point; “/” where none. Benzo[a]pyrene in μg/m³, odour without unit.') }),
      f.text('measures', ['控制措施', 'Measures'], { required: 'always', max: 200, example: '全封闭料棚，喷淋抑尘', help: help('写实际已有的措施', 'What is really there.') }),
    ], { visibleWhen: EMITS, required: EMITS, min: 1, max: 500, help: help('按产污环节逐行填；厂界另填一行', 'One row a source, and one for the boundary.') }),
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
      f.select('pollutant', ['污染物', 'Pollutant'], { help: help('主要排放口合计要控制总量的污染物，一种一行', 'What is limited as a total of the main outlets, one a row.'), required: 'always', options: AIR_POLLUTANTS }),
      ...yearColumns('always'),
    ], { visibleWhen: TOTALLED, required: TOTALLED, min: 1, max: 50, help: help('各排放口许可量相加；系统会核对合计（C7）', 'The sum over all outlets; rule C7 checks it.') }),
    f.text('derivation', ['许可排放量的计算过程', 'How the amounts were derived'], {
      visibleWhen: TOTALLED, max: 2000, help: help('年许可量取技术规范计算值、环评批复、总量指标三者中最小的', 'The smallest of calculation, approval and quota.'), example: 'DA001 颗粒物：10 mg/m³ × 60000 Nm³/h × 7920 h × 10⁻⁹ = 4.752 t/a',
    }),
  ],
};
