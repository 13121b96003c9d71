import type { LimitRow } from '../review/rule';
import { noise, ORIGIN, water } from './row-builders';

const SEWAGE = { standard: 'GB 18918-2002', title: '城镇污水处理厂污染物排放标准', source: 'sewage-works', tier: 'national', validFrom: '2003-07-01', averaging: 'day', legalBasis: '一级 A 标准（日均值）', origin: ORIGIN.copied('GB 18918-2002') } as const;
const SHANXI_WATER = { standard: 'DB14/1928-2019', title: '山西省污水综合排放标准', source: '*', tier: 'provincial', validFrom: '2019-11-01', averaging: 'day', discharge: 'direct', origin: ORIGIN.doubtful, note: '适用全省一切排水单位，从严执行；日处理不足 500 m³ 的农村生活污水除外' } as const;
const HOSPITAL = { standard: 'GB 18466-2005', title: '医疗机构水污染物排放标准', source: 'hospital', tier: 'national', validFrom: '2006-01-01', averaging: 'day', origin: ORIGIN.copied('GB 18466-2005') } as const;
const LIQUOR = { standard: 'GB 27631-2011', title: '发酵酒精和白酒工业水污染物排放标准', source: 'distillery', tier: 'national', validFrom: '2012-01-01', averaging: 'day', origin: ORIGIN.copied('GB 27631-2011'), note: '基准排水量 20 m³/t，超过的按基准排水量换算浓度' } as const;
const COKING = { standard: 'GB 16171-2012', title: '炼焦化学工业污染物排放标准', source: 'coking', validFrom: '2012-10-01', averaging: 'day', discharge: 'direct', origin: ORIGIN.memory, note: '新标准 GB 16171.1-2024 的限值与实施日期待核' } as const;
const COAL_MINE = { standard: 'GB 20426-2006', title: '煤炭工业污染物排放标准', source: 'coal-mine', tier: 'national', validFrom: '2006-10-01', buildPeriod: 'new', builtSince: '2006-10-01', legalBasis: '采煤废水 新（扩、改）建生产线', origin: ORIGIN.memory } as const;
const NOISE = { standard: 'GB 12348-2008', title: '工业企业厂界环境噪声排放标准', tier: 'national', validFrom: '2008-10-01', legalBasis: '表1', origin: ORIGIN.copied('GB 12348-2008'), note: '夜间频发噪声最大声级超过限值不得高于 10 dB(A)，偶发不得高于 15 dB(A)' } as const;

/** Limits to water and of noise at the boundary. */
export const WATER_LIMITS: readonly LimitRow[] = [
  ...water(SEWAGE, { COD: '50', BOD5: '10', SS: '10', TN: '15', oil: '1', 'animal-oil': '1', LAS: '0.5', colour: '30', 'fecal-coliform': '1000' }),
  ...water({ ...SEWAGE, note: 'pH 6–9' }, { pH: '9' }),
  ...water({ ...SEWAGE, variant: '水温高于 12 ℃' }, { 'NH3-N': '5' }),
  ...water({ ...SEWAGE, variant: '水温不高于 12 ℃' }, { 'NH3-N': '8' }),
  ...water({ ...SEWAGE, buildPeriod: 'new', builtSince: '2006-01-01' }, { TP: '0.5' }),
  ...water(SHANXI_WATER, { COD: '40', 'NH3-N': '2.0', TP: '0.4' }),
  ...water({ ...HOSPITAL, discharge: 'direct', legalBasis: '表2 排放标准' }, { 'fecal-coliform': '500', COD: '60', BOD5: '20', SS: '20', 'NH3-N': '15', 'animal-oil': '5', oil: '5' }),
  ...water({ ...HOSPITAL, discharge: 'indirect', legalBasis: '表2 预处理标准' }, { 'fecal-coliform': '5000', COD: '250', BOD5: '100', SS: '60', 'animal-oil': '20', oil: '20' }),
  ...water({ ...LIQUOR, discharge: 'direct', legalBasis: '直接排放' }, { COD: '100', BOD5: '30', SS: '50', 'NH3-N': '10', TN: '20', TP: '1' }),
  ...water({ ...LIQUOR, discharge: 'indirect', legalBasis: '间接排放' }, { COD: '400', BOD5: '80', SS: '140', 'NH3-N': '30', TN: '50', TP: '3' }),
  ...water({ ...COKING, tier: 'national', legalBasis: '直接排放' }, { COD: '80', 'NH3-N': '10', TN: '20', 'volatile-phenol': '0.3', cyanide: '0.2' }),
  ...water({ ...COKING, tier: 'special', legalBasis: '直接排放 特别排放限值' }, { COD: '40', 'NH3-N': '5', TN: '10', 'volatile-phenol': '0.1', cyanide: '0.2' }),
  ...water(COAL_MINE, { SS: '50', COD: '50', oil: '5' }),
  ...noise({ ...NOISE, origin: ORIGIN.memory }, '0', ['50', '40']),
  ...noise(NOISE, '1', ['55', '45']),
  ...noise(NOISE, '2', ['60', '50']),
  ...noise(NOISE, '3', ['65', '55']),
  ...noise(NOISE, '4', ['70', '55']),
];
