import type { LimitRow } from '../review/rule';
import { air, boundary, ORIGIN } from './row-builders';

const BOILER_TEXT = ORIGIN.copied('GB 13271-2014');
const BOILER = { standard: 'GB 13271-2014', title: '锅炉大气污染物排放标准', validFrom: '2014-07-01', origin: BOILER_TEXT } as const;
const NEW_BOILER = { ...BOILER, tier: 'national', buildPeriod: 'new', builtSince: '2014-07-01', legalBasis: '新建锅炉限值' } as const;
const SPECIAL_BOILER = { ...BOILER, tier: 'special', legalBasis: '特别排放限值' } as const;
const SHANXI_BOILER = { standard: 'DB14/1929-2019', title: '山西省锅炉大气污染物排放标准', tier: 'provincial', validFrom: '2019-11-01', origin: ORIGIN.doubtful, note: '数值与实施日期待核；山西燃气锅炉低氮改造方案要求 NOx 不高于 50' } as const;
const POWER = { standard: 'GB 13223-2011', title: '火电厂大气污染物排放标准', validFrom: '2012-01-01' } as const;
const POWER_TEXT = ORIGIN.copied('GB 13223-2011');
const COAL_POWER = { ...POWER, source: 'power-coal', baseOxygen: '6' } as const;
const NEW_POWER = { buildPeriod: 'new', builtSince: '2012-01-01' } as const;
const CEMENT = { standard: 'GB 4915-2013', title: '水泥工业大气污染物排放标准', validFrom: '2014-03-01', origin: ORIGIN.copied('GB 4915-2013') } as const;
const COKING = { standard: 'GB 16171-2012', title: '炼焦化学工业污染物排放标准', validFrom: '2012-10-01', origin: ORIGIN.memory, note: '新标准 GB 16171.1-2024 的限值与实施日期待核' } as const;
const TABLE5 = { ...COKING, tier: 'national', legalBasis: '表5' } as const;
const TABLE6 = { ...COKING, tier: 'special', legalBasis: '表6 特别排放限值' } as const;
const ULTRA_COKING = { standard: '环大气〔2024〕5号', title: '关于推进实施焦化行业超低排放的意见', tier: 'ultra-low', validFrom: '2024-01-01', origin: ORIGIN.doubtful, note: '重点区域 2025 年底 60% 产能、2028 年底基本完成；对单个企业的起用时间待核' } as const;
const ALUMINA = { standard: 'GB 25465-2010', title: '铝工业污染物排放标准', validFrom: '2010-10-01', origin: ORIGIN.doubtful } as const;
const KILNS = { standard: '环大气〔2019〕56号', title: '工业炉窑大气污染综合治理方案', tier: 'special', validFrom: '2019-07-01', origin: ORIGIN.memory, note: '暂未制订行业标准的炉窑；石灰行业标准 GB 41618-2022 的限值待核' } as const;
const COAL_MINE = { standard: 'GB 20426-2006', title: '煤炭工业污染物排放标准', tier: 'national', industry: '06', validFrom: '2006-10-01', origin: ORIGIN.memory } as const;

const BOILERS: readonly LimitRow[] = [
  ...air({ ...NEW_BOILER, source: 'boiler-coal', baseOxygen: '9' }, { PM: '50', SO2: '300', NOx: '300', Hg: '0.05' }),
  ...air({ ...NEW_BOILER, source: 'boiler-oil', baseOxygen: '3.5' }, { PM: '30', SO2: '200', NOx: '250' }),
  ...air({ ...NEW_BOILER, source: 'boiler-gas', baseOxygen: '3.5' }, { PM: '20', SO2: '50', NOx: '200' }),
  ...air({ ...SPECIAL_BOILER, source: 'boiler-coal', baseOxygen: '9' }, { PM: '30', SO2: '200', NOx: '200' }),
  ...air({ ...SPECIAL_BOILER, source: 'boiler-oil', baseOxygen: '3.5' }, { PM: '30', SO2: '100', NOx: '200' }),
  ...air({ ...SPECIAL_BOILER, source: 'boiler-gas', baseOxygen: '3.5' }, { PM: '20', SO2: '50', NOx: '150' }),
  ...air({ ...SHANXI_BOILER, source: 'boiler-coal', baseOxygen: '9' }, { PM: '10', SO2: '35', NOx: '50' }),
  ...air({ ...SHANXI_BOILER, source: 'boiler-gas', baseOxygen: '3.5' }, { PM: '5', SO2: '35', NOx: '50' }),
];

const POWER_PLANTS: readonly LimitRow[] = [
  ...air({ ...COAL_POWER, ...NEW_POWER, tier: 'national', origin: POWER_TEXT }, { SO2: '100' }),
  ...air({ ...COAL_POWER, tier: 'national', buildPeriod: 'existing', builtSince: '2012-01-01', origin: POWER_TEXT }, { SO2: '200' }),
  ...air({ ...COAL_POWER, tier: 'national', variant: '除下列外的锅炉', origin: POWER_TEXT }, { NOx: '100' }),
  ...air({ ...COAL_POWER, tier: 'national', variant: 'W 形火焰炉膛、现有循环流化床等', origin: POWER_TEXT }, { NOx: '200' }),
  ...air({ ...COAL_POWER, tier: 'national', origin: ORIGIN.memory }, { PM: '30', Hg: '0.03' }),
  ...air({ ...COAL_POWER, tier: 'special', origin: ORIGIN.memory }, { PM: '20', SO2: '50', NOx: '100' }),
  ...air({ ...POWER, source: 'power-gas', tier: 'national', baseOxygen: '3', fuel: '天然气', origin: POWER_TEXT }, { SO2: '35' }),
  ...air({ ...POWER, source: 'power-gas', tier: 'national', baseOxygen: '3', fuel: '其他气体燃料', origin: POWER_TEXT }, { SO2: '100' }),
  ...air({ ...POWER, source: 'power-gas', tier: 'national', baseOxygen: '15', fuel: '天然气', variant: '燃气轮机组', origin: POWER_TEXT, note: '基准含氧量 15% 为凭经验录入' }, { NOx: '50' }),
  ...air({ ...POWER, source: 'power-gas', tier: 'national', baseOxygen: '15', fuel: '其他气体燃料', variant: '燃气轮机组', origin: POWER_TEXT, note: '基准含氧量 15% 为凭经验录入' }, { NOx: '120' }),
  ...air({ standard: '环发〔2015〕164号', title: '全面实施燃煤电厂超低排放和节能改造工作方案', source: 'power-coal', tier: 'ultra-low', validFrom: '2015-12-11', baseOxygen: '6', origin: ORIGIN.memory }, { PM: '10', SO2: '35', NOx: '50' }),
];

const CEMENT_WORKS: readonly LimitRow[] = [
  ...air({ ...CEMENT, source: 'cement-kiln', tier: 'national', baseOxygen: '10' }, { PM: '30', SO2: '200', NOx: '400', F: '5', NH3: '10' }),
  ...air({ ...CEMENT, source: 'cement-kiln', tier: 'special', baseOxygen: '10' }, { PM: '20', SO2: '100', NOx: '320', F: '3', NH3: '8' }),
  ...air({ ...CEMENT, source: 'cement-dust', tier: 'national' }, { PM: '20' }),
  ...air({ ...CEMENT, source: 'cement-dust', tier: 'special' }, { PM: '10' }),
];

const COKING_PLANTS: readonly LimitRow[] = [
  ...air({ ...TABLE5, source: 'coke-oven', note: '机焦' }, { PM: '30', SO2: '50', NOx: '500' }),
  ...air({ ...TABLE6, source: 'coke-oven', note: '机焦' }, { PM: '15', SO2: '30', NOx: '150' }),
  ...air({ ...TABLE5, source: 'coke-charging' }, { PM: '50', SO2: '100', BaP: '0.3' }),
  ...air({ ...TABLE6, source: 'coke-charging' }, { PM: '30', SO2: '70', BaP: '0.3' }),
  ...air({ ...TABLE5, source: 'coke-pushing' }, { PM: '50', SO2: '50' }),
  ...air({ ...TABLE6, source: 'coke-pushing' }, { PM: '30', SO2: '30' }),
  ...air({ ...TABLE5, source: 'coke-quenching' }, { PM: '50', SO2: '100' }),
  ...air({ ...TABLE6, source: 'coke-quenching' }, { PM: '30', SO2: '80' }),
  ...air({ ...TABLE5, source: 'coke-crushing' }, { PM: '30' }),
  ...air({ ...TABLE6, source: 'coke-crushing' }, { PM: '15' }),
  ...boundary({ ...COKING, tier: 'national', industry: '252', averaging: 'hour', legalBasis: '厂界浓度限值' }, { PM: '1.0', benzene: '0.4', BaP: '0.01', H2S: '0.01', NH3: '0.2' }),
  ...air({ ...ULTRA_COKING, source: 'coke-oven', baseOxygen: '8' }, { PM: '10', SO2: '30', NOx: '150' }),
  ...air({ ...ULTRA_COKING, source: 'coke-charging' }, { PM: '10' }),
  ...air({ ...ULTRA_COKING, source: 'coke-pushing' }, { PM: '10' }),
  ...air({ ...ULTRA_COKING, source: 'coke-quenching' }, { PM: '10', SO2: '50' }),
];

const GENERAL_BOUNDARY = { standard: 'GB 16297-1996', title: '大气污染物综合排放标准', tier: 'national', validFrom: '1997-01-01', averaging: 'hour', legalBasis: '表2 无组织排放监控浓度限值', origin: ORIGIN.memory } as const;
const ODOUR_BOUNDARY = { standard: 'GB 14554-93', title: '恶臭污染物排放标准', tier: 'national', validFrom: '1994-01-15', averaging: 'once', origin: ORIGIN.memory } as const;

/** Where something escapes without a stack: at the boundary. Industry standards stand with their industry, the others hold for everybody. */
const BOUNDARIES: readonly LimitRow[] = [
  ...boundary({ ...GENERAL_BOUNDARY, buildPeriod: 'new', builtSince: '1997-01-01' }, { PM: '1.0', SO2: '0.40', NOx: '0.12', NMHC: '4.0', benzene: '0.40', Cl2: '0.40', F: '0.020', Hg: '0.0012' }),
  ...boundary({ ...ODOUR_BOUNDARY, buildPeriod: 'new', builtSince: '1994-01-15', variant: '二级（新扩改建）', legalBasis: '表1 二级（新扩改建）' }, { NH3: '1.5', H2S: '0.06', odour: '20' }),
  ...boundary({ standard: 'GB 4915-2013', title: '水泥工业大气污染物排放标准', tier: 'national', validFrom: '2014-03-01', industry: '3011', averaging: 'hour', legalBasis: '表3 无组织排放限值', origin: ORIGIN.memory, note: '监控点与参照点总悬浮颗粒物 1 小时浓度值的差值' }, { PM: '0.5' }),
  ...boundary({ standard: 'GB 18466-2005', title: '医疗机构水污染物排放标准', tier: 'national', validFrom: '2006-01-01', industry: '841', averaging: 'once', legalBasis: '表3 污水处理站周边大气污染物最高允许浓度', origin: ORIGIN.memory }, { NH3: '1.0', H2S: '0.03', odour: '10', Cl2: '0.1' }),
];

/** Limits to air of the fact sheet, at stacks and at the boundary. */
export const AIR_LIMITS: readonly LimitRow[] = [
  ...BOILERS, ...POWER_PLANTS, ...CEMENT_WORKS, ...COKING_PLANTS,
  ...air({ ...ALUMINA, source: 'alumina-roaster', tier: 'national', note: '氧化铝焙烧炉' }, { PM: '50', SO2: '400' }),
  ...air({ ...ALUMINA, source: 'alumina-sintering', tier: 'national', note: '熟料烧成窑' }, { PM: '100', SO2: '400' }),
  ...air({ ...ALUMINA, source: 'alumina-roaster', tier: 'special', note: '数值待核' }, { PM: '10', SO2: '100', NOx: '100' }),
  ...air({ ...ALUMINA, source: 'alumina-sintering', tier: 'special', note: '数值待核' }, { PM: '10', SO2: '100', NOx: '100' }),
  ...air({ ...KILNS, source: 'lime-kiln' }, { PM: '30', SO2: '200', NOx: '300' }),
  ...air({ ...KILNS, source: 'industrial-kiln' }, { PM: '30', SO2: '200', NOx: '300' }),
  ...air({ standard: 'GB 16297-1996', title: '大气污染物综合排放标准', source: 'dust', tier: 'national', validFrom: '1997-01-01', origin: ORIGIN.memory }, { PM: '120' }),
  ...air({ ...COAL_MINE, source: 'dust', note: '除尘设备排放口' }, { PM: '80' }),
  ...boundary({ ...COAL_MINE, averaging: 'hour', note: '周界外质量浓度最高点' }, { PM: '1.0' }),
  ...BOUNDARIES,
];
