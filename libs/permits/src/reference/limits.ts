import type { LimitRow } from '../review/rule';

type Head = Pick<LimitRow, 'standard' | 'title' | 'medium' | 'source' | 'tier' | 'validFrom' | 'verified'> & { readonly note?: string };

const air = (head: Omit<Head, 'medium'>, values: Readonly<Record<string, string>>): LimitRow[] => rows({ ...head, medium: 'air' }, values, 'mg/m³');
const water = (head: Omit<Head, 'medium'>, values: Readonly<Record<string, string>>): LimitRow[] => rows({ ...head, medium: 'water' }, values, 'mg/L');

/** The unit is the medium's own unless a pollutant is counted otherwise. */
const OWN_UNITS: Readonly<Record<string, string>> = { BaP: 'μg/m³', 'fecal-coliform': 'MPN/L', colour: '倍', pH: '无量纲' };

function rows(head: Head, values: Readonly<Record<string, string>>, unit: string): LimitRow[] {
  const { note, ...common } = head;
  return Object.entries(values).map(([pollutant, value]) => ({ ...common, pollutant, value, unit: OWN_UNITS[pollutant] ?? unit, validTo: null, note: note ?? null }));
}

const BOILER = { standard: 'GB 13271-2014', title: '锅炉大气污染物排放标准', validFrom: '2014-07-01', verified: true };
const SHANXI_BOILER = { standard: 'DB14/1929-2019', title: '山西省锅炉大气污染物排放标准', tier: 'provincial', validFrom: '2019-11-01', verified: false, note: '数值与实施日期待核' } as const;
const POWER = { standard: 'GB 13223-2011', title: '火电厂大气污染物排放标准', validFrom: '2012-01-01' };
const CEMENT = { standard: 'GB 4915-2013', title: '水泥工业大气污染物排放标准', validFrom: '2014-03-01', verified: true };
const COKING = { standard: 'GB 16171-2012', title: '炼焦化学工业污染物排放标准', validFrom: '2012-10-01', verified: false, note: '新标准 GB 16171.1-2024 的限值与实施日期待核' };
const ALUMINA = { standard: 'GB 25465-2010', title: '铝工业污染物排放标准', source: 'alumina-roaster', validFrom: '2010-10-01', verified: false };
const KILNS = { standard: '环大气〔2019〕56号', title: '工业炉窑大气污染综合治理方案', tier: 'special', validFrom: '2019-07-01', verified: false, note: '暂未制订行业标准的炉窑；石灰行业标准 GB 41618-2022 的限值待核' } as const;
const SEWAGE = { standard: 'GB 18918-2002', title: '城镇污水处理厂污染物排放标准（一级A）', source: 'sewage-works', tier: 'national', validFrom: '2003-07-01', verified: true } as const;
const SHANXI_WATER = { standard: 'DB14/1928-2019', title: '山西省污水综合排放标准', tier: 'provincial', validFrom: '2019-11-01', verified: false, note: '直接排放执行；数值待核' } as const;

/**
 * Dated reference limits. `verified` rows were read in the text of the standard; the others come from practice and only
 * warn (C5) until an officer has compared them. Values in mg/m³ and mg/L unless a row says otherwise.
 */
export const LIMIT_SEED: readonly LimitRow[] = [
  ...air({ ...BOILER, source: 'boiler-coal', tier: 'national' }, { PM: '50', SO2: '300', NOx: '300', Hg: '0.05' }),
  ...air({ ...BOILER, source: 'boiler-oil', tier: 'national' }, { PM: '30', SO2: '200', NOx: '250' }),
  ...air({ ...BOILER, source: 'boiler-gas', tier: 'national' }, { PM: '20', SO2: '50', NOx: '200' }),
  ...air({ ...BOILER, source: 'boiler-coal', tier: 'special' }, { PM: '30', SO2: '200', NOx: '200' }),
  ...air({ ...BOILER, source: 'boiler-oil', tier: 'special' }, { PM: '30', SO2: '100', NOx: '200' }),
  ...air({ ...BOILER, source: 'boiler-gas', tier: 'special' }, { PM: '20', SO2: '50', NOx: '150' }),
  ...air({ ...SHANXI_BOILER, source: 'boiler-coal' }, { PM: '10', SO2: '35', NOx: '50' }),
  ...air({ ...SHANXI_BOILER, source: 'boiler-gas' }, { PM: '5', SO2: '35', NOx: '50' }),
  ...air({ ...POWER, source: 'power-coal', tier: 'national', verified: true }, { SO2: '100', NOx: '100' }),
  ...air({ ...POWER, source: 'power-coal', tier: 'national', verified: false }, { PM: '30', Hg: '0.03' }),
  ...air({ ...POWER, source: 'power-coal', tier: 'special', verified: false }, { PM: '20', SO2: '50', NOx: '100' }),
  ...air({ ...POWER, source: 'power-gas', tier: 'national', verified: true }, { SO2: '35', NOx: '50' }),
  ...air({ standard: '环发〔2015〕164号', title: '全面实施燃煤电厂超低排放和节能改造工作方案', source: 'power-coal', tier: 'ultra-low', validFrom: '2015-12-11', verified: false }, { PM: '10', SO2: '35', NOx: '50' }),
  ...air({ ...CEMENT, source: 'cement-kiln', tier: 'national' }, { PM: '30', SO2: '200', NOx: '400', F: '5', NH3: '10' }),
  ...air({ ...CEMENT, source: 'cement-kiln', tier: 'special' }, { PM: '20', SO2: '100', NOx: '320', F: '3', NH3: '8' }),
  ...air({ ...CEMENT, source: 'cement-dust', tier: 'national' }, { PM: '20' }),
  ...air({ ...CEMENT, source: 'cement-dust', tier: 'special' }, { PM: '10' }),
  ...air({ ...COKING, source: 'coke-oven', tier: 'national' }, { PM: '30', SO2: '50', NOx: '500' }),
  ...air({ ...COKING, source: 'coke-oven', tier: 'special' }, { PM: '15', SO2: '30', NOx: '150' }),
  ...air({ ...COKING, source: 'coke-charging', tier: 'national' }, { PM: '50', SO2: '100', BaP: '0.3' }),
  ...air({ ...COKING, source: 'coke-charging', tier: 'special' }, { PM: '30', SO2: '70', BaP: '0.3' }),
  ...air({ ...COKING, source: 'coke-pushing', tier: 'national' }, { PM: '50', SO2: '50' }),
  ...air({ ...COKING, source: 'coke-pushing', tier: 'special' }, { PM: '30', SO2: '30' }),
  ...air({ ...COKING, source: 'coke-quenching', tier: 'national' }, { PM: '50', SO2: '100' }),
  ...air({ ...COKING, source: 'coke-quenching', tier: 'special' }, { PM: '30', SO2: '80' }),
  ...air({ ...COKING, source: 'coke-crushing', tier: 'national' }, { PM: '30' }),
  ...air({ ...COKING, source: 'coke-crushing', tier: 'special' }, { PM: '15' }),
  ...air({ ...ALUMINA, tier: 'national' }, { PM: '50', SO2: '400' }),
  ...air({ ...ALUMINA, tier: 'special', note: '数值待核' }, { PM: '10', SO2: '100', NOx: '100' }),
  ...air({ ...KILNS, source: 'lime-kiln' }, { PM: '30', SO2: '200', NOx: '300' }),
  ...air({ ...KILNS, source: 'industrial-kiln' }, { PM: '30', SO2: '200', NOx: '300' }),
  ...air({ standard: 'GB 16297-1996', title: '大气污染物综合排放标准', source: 'dust', tier: 'national', validFrom: '1997-01-01', verified: false }, { PM: '120' }),
  ...water({ ...SEWAGE }, { COD: '50', BOD5: '10', SS: '10', TN: '15', 'NH3-N': '5', TP: '0.5', oil: '1', 'animal-oil': '1', LAS: '0.5', colour: '30', 'fecal-coliform': '1000' }),
  ...water({ ...SHANXI_WATER, source: 'sewage-works' }, { COD: '40', 'NH3-N': '2.0', TP: '0.4' }),
  ...water({ standard: 'GB 18466-2005', title: '医疗机构水污染物排放标准（预处理）', source: 'hospital', tier: 'national', validFrom: '2006-01-01', verified: true },
    { 'fecal-coliform': '5000', COD: '250', BOD5: '100', SS: '60', 'animal-oil': '20', oil: '20' }),
  ...water({ standard: 'GB 27631-2011', title: '发酵酒精和白酒工业水污染物排放标准（间接排放）', source: 'distillery', tier: 'national', validFrom: '2012-01-01', verified: true },
    { COD: '400', BOD5: '80', SS: '140', 'NH3-N': '30', TN: '50', TP: '3' }),
  ...water({ ...COKING, source: 'coking', tier: 'national' }, { COD: '80', 'NH3-N': '10', TN: '20', 'volatile-phenol': '0.3', cyanide: '0.2' }),
  ...water({ ...COKING, source: 'coking', tier: 'special' }, { COD: '40', 'NH3-N': '5', TN: '10', 'volatile-phenol': '0.1', cyanide: '0.2' }),
  ...water({ standard: 'GB 20426-2006', title: '煤炭工业污染物排放标准', source: 'coal-mine', tier: 'national', validFrom: '2006-10-01', verified: false }, { SS: '50', COD: '50', oil: '5' }),
];
