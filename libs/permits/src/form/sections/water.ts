import { f, help, option, Section } from '../field';
import { unitByPollutant } from '../pollutants';
import { OUTLET_CLASS, WATER_POLLUTANTS, WATER_SOURCES } from './options';

/** pH has no unit, colour is counted in times, faecal coliforms in numbers. */
const CONCENTRATION = { unit: 'mg/L', unitBy: unitByPollutant('water'), min: 0, max: 100_000, decimals: 6, allowNone: true } as const;

const DISCHARGES = { field: 'discharge', in: ['indirect', 'direct'] } as const;

export const waterOutlets: Section = {
  key: 'water-outlets',
  title: { zh: '水排放口', en: 'Water outlets' },
  intro: { zh: '废水全部回用或没有废水的选“不外排”。', en: 'Choose “none” when all water is reused or there is none.' },
  nationalPage: '10 水排放口',
  fields: [
    f.select('discharge', ['废水排放方式', 'Discharge'], {
      help: help('直接排入河湖的是直接排放，进城镇污水厂或园区管网的是间接排放，全部回用的是不外排', 'To a river or lake: direct; to a sewage works: indirect; all reused: none.'),
      required: 'always', options: [option('none', '不外排', 'None'), option('indirect', '间接排放（进污水处理厂）', 'Indirect'), option('direct', '直接排放', 'Direct')],
    }),
    f.table('outlets', ['水排放口', 'Outlets'], [
      f.code('code', ['排放口编号', 'Code'], { required: 'always', code: 'water-outlet', example: 'DW001', help: help('DW 加三位数字，从 DW001 起，全厂不重复', 'DW and three digits, each once.') }),
      f.text('name', ['排放口名称', 'Name'], { required: 'always', max: 60, example: '污水总排口', help: help('看名字就知道排的是什么水', 'So that one knows the water.') }),
      f.select('outletClass', ['排放口类型', 'Class'], { help: help('按本行业许可技术规范划分；主要排放口要核算许可排放量', 'By the specification of the industry; main outlets have permitted amounts.'), required: 'always', options: OUTLET_CLASS }),
      f.select('source', ['废水来源', 'Source'], { help: help('这个排放口排的是哪一类废水；表中没有的和混合排放的选“其他”', 'Which waste water leaves here; mixed or other waters: other.'), required: 'always', options: WATER_SOURCES }),
      f.multiselect('pollutants', ['污染物', 'Pollutants'], { help: help('这个排放口排出、标准或环评要求控制的全部污染物', 'All pollutants of this outlet that standard or approval control.'), required: 'always', options: WATER_POLLUTANTS }),
      f.coordinates('location', ['经纬度', 'Coordinates'], { required: 'always', help: help('十进制度，WGS-84；手机地图上长按排放口位置可以看到', 'Decimal degrees, WGS-84.'), example: '111.7800, 37.1400' }),
      f.text('destination', ['排放去向', 'Destination'], { required: 'always', max: 100, example: '孝义市第一污水处理厂', help: help('受纳污水厂或受纳水体名称', 'Receiving works or water body.') }),
      f.text('pattern', ['排放规律', 'Pattern'], { required: 'always', max: 60, example: '间断排放，流量不稳定', help: help('连续还是间断，水量稳定不稳定', 'Continuous or not, steady or not.') }),
      f.decimal('flowM3D', ['日排水量', 'Flow a day'], { unit: 'm³/d', min: 0, max: 10_000_000, decimals: 2, help: help('正常生产一天排多少水', 'Water a day in normal operation.'), example: '120' }),
      f.integer('daysPerYear', ['年排放天数', 'Days a year'], { unit: 'd', min: 0, max: 366, help: help('一年里有多少天排水；复核年排放量时使用，不填按可能全年排放看', 'Days of discharge in a year, for checking the yearly amount.'), example: '300' }),
    ], { required: DISCHARGES, visibleWhen: DISCHARGES, min: 1, max: 200, help: help('一个排放口填一行；雨水口不填在这里', 'One row an outlet; no rain water.') }),
  ],
};

const LIMITED = { field: 'hasWaterLimits', in: [true] } as const;

export const waterLimits: Section = {
  key: 'water-limits',
  title: { zh: '水污染物许可排放限值', en: 'Water limits' },
  intro: { zh: '废水外排的，逐个排放口、逐种污染物填写许可浓度；主要排放口还要填年许可量。', en: 'One row for each outlet and pollutant; main outlets also need a yearly amount.' },
  nationalPage: '11 水排放信息',
  fields: [
    f.boolean('hasWaterLimits', ['废水外排，需要许可排放限值', 'Water is discharged and limited'], { required: 'always', help: help('“水排放口”里选“不外排”的选“否”', 'No when water outlets say that nothing is discharged.') }),
    f.table('limits', ['许可排放限值', 'Limits'], [
      f.code('outletCode', ['排放口编号', 'Outlet'], { required: 'always', code: 'water-outlet', example: 'DW001', help: help('“水排放口”一节里的编号', 'A code of “Water outlets”.') }),
      f.select('pollutant', ['污染物', 'Pollutant'], { help: help('从这个排放口已选的污染物里选，一种一行', 'One of those chosen for this outlet, one a row.'), required: 'always', options: WATER_POLLUTANTS }),
      f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 60, example: 'GB 18466-2005', help: help('写标准号；间接排放按污水厂接管要求和行业标准中较严的', 'The number of the stricter standard.') }),
      f.decimal('concentrationMgL', ['许可排放浓度', 'Concentration'], { required: 'always', ...CONCENTRATION, help: help('一般 mg/L；粪大肠菌群填 MPN/L，色度填倍数，pH 填上限', 'mg/L; faecal coliforms in MPN/L, colour in times, the upper bound for pH.'), example: '50' }),
      f.decimal('approvalMgL', ['环评批复要求', 'By the environmental approval'], { ...CONCENTRATION, help: help('环评批复写明了这种污染物的排放浓度要求的，照批复填写；没有写的不填或填“/”', 'What the approval demands of this pollutant; left out or “/” where it is silent.'), example: '40' }),
      f.decimal('annualT', ['年许可排放量', 'Amount a year'], { unit: 't/a', min: 0, max: 1_000_000, decimals: 4, allowNone: true, help: help('主要排放口的化学需氧量、氨氮等要填；不许可的填“/”', 'For main outlets; “/” where none.'), example: '2.19' }),
    ], { visibleWhen: LIMITED, required: LIMITED, min: 1, max: 2000, help: help('一个排放口的一种污染物填一行', 'One row for each outlet and pollutant.') }),
  ],
};
