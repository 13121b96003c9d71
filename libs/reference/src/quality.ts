import type { ReferenceRow } from './reference-book';

const row = (key: string, title: string, value: string, rest: Pick<ReferenceRow, 'unit' | 'effectiveFrom' | 'legalBasis' | 'origin'> & Partial<ReferenceRow>): ReferenceRow => ({
  effectiveTo: null, note: null, verified: false, key, title, value, ...rest,
});

const AIR = { legalBasis: 'GB 3095-2026 二级', origin: '抄自转载文本：GB 3095-2026' } as const;
const TRANSITION = { ...AIR, effectiveFrom: '2026-03-01', effectiveTo: '2030-12-31', note: '过渡期限值，至 2030-12-31' } as const;
const FINAL = { ...AIR, effectiveFrom: '2031-01-01', effectiveTo: null } as const;
/** Pollutant, averaging, value while the standard is new, value from 2031. */
const CLASS_2: readonly (readonly [string, string, string, string, string?])[] = [
  ['SO₂', '年', '60', '20'], ['SO₂', '日', '150', '50'], ['SO₂', '时', '500', '150'], ['NO₂', '年', '40', '30'], ['NO₂', '日', '80', '50'], ['NO₂', '时', '200', '200'],
  ['CO', '日', '4', '4', 'mg/m³'], ['CO', '时', '10', '10', 'mg/m³'], ['O₃', '日最大 8 小时', '160', '160'], ['O₃', '时', '200', '200'], ['PM₁₀', '年', '60', '50'], ['PM₁₀', '日', '120', '100'],
  ['PM₂.₅', '年', '30', '25'], ['PM₂.₅', '日', '60', '50'], ['TSP', '年', '200', '200'], ['TSP', '日', '300', '300'], ['Pb', '年', '0.5', '0.5'], ['Pb', '季', '1.0', '1.0'], ['BaP', '年', '0.001', '0.001'], ['BaP', '日', '0.0025', '0.0025'],
];

/** Ambient air, second class. */
export const AIR_QUALITY: readonly ReferenceRow[] = CLASS_2.flatMap(([pollutant, averaging, now, later, unit = 'μg/m³']) => [
  row(`${pollutant}/${averaging}`, `${pollutant} ${averaging}均值`.replace('小时均值', '小时'), now, { unit, ...TRANSITION }),
  row(`${pollutant}/${averaging}`, `${pollutant} ${averaging}均值`.replace('小时均值', '小时'), later, { unit, ...FINAL }),
]);

const IAQI = { unit: '', effectiveFrom: '2026-03-01', legalBasis: 'HJ 633-2026 表1', origin: '抄自转载文本：HJ 633-2026', note: 'IAQI 依次为 0、50、100、150、200、300、400、500；结果向上取整' } as const;

/** Break points of the sub-indices. */
export const AQI: readonly ReferenceRow[] = [
  row('SO2-day', 'SO₂ 日均（μg/m³）', '0,50,150,475,800,1600,2100,2620', IAQI),
  row('SO2-hour', 'SO₂ 小时（μg/m³）', '0,150,500,650,800', { ...IAQI, note: '高于 800 的按 200 计' }),
  row('NO2-day', 'NO₂ 日均（μg/m³）', '0,40,80,180,280,565,750,940', IAQI),
  row('NO2-hour', 'NO₂ 小时（μg/m³）', '0,100,200,700,1200,2340,3090,3840', IAQI),
  row('CO-day', 'CO 日均（mg/m³）', '0,2,4,14,24,36,48,60', IAQI),
  row('CO-hour', 'CO 小时（mg/m³）', '0,5,10,35,60,90,120,150', IAQI),
  row('O3-8h', 'O₃ 8 小时（μg/m³）', '0,100,160,215,265,800', { ...IAQI, note: '高于 800 的按 300 计' }),
  row('O3-hour', 'O₃ 小时（μg/m³）', '0,160,200,300,400,800,1000,1200', IAQI),
  row('PM10', 'PM₁₀ 日均（μg/m³）', '0,50,120,250,350,420,500,600', IAQI),
  row('PM2.5', 'PM₂.₅ 日均（μg/m³）', '0,35,60,115,150,250,350,500', IAQI),
];

const SURFACE = { unit: 'mg/L', effectiveFrom: '2002-06-01', legalBasis: 'GB 3838-2002 表1', origin: '抄自扫描件：GB 3838-2002', note: '依次为 I、II、III、IV、V 类' } as const;
const SURFACE_ROWS: readonly (readonly [string, string])[] = [
  ['溶解氧（不低于）', '7.5/6/5/3/2'], ['高锰酸盐指数', '2/4/6/10/15'], ['COD', '15/15/20/30/40'], ['BOD₅', '3/3/4/6/10'], ['氨氮', '0.15/0.5/1/1.5/2'], ['总磷', '0.02/0.1/0.2/0.3/0.4'], ['总磷（湖、库）', '0.01/0.025/0.05/0.1/0.2'],
  ['总氮（湖、库）', '0.2/0.5/1/1.5/2'], ['氟化物', '1/1/1/1.5/1.5'], ['挥发酚', '0.002/0.002/0.005/0.01/0.1'], ['石油类', '0.05/0.05/0.05/0.5/1'], ['氰化物', '0.005/0.05/0.2/0.2/0.2'], ['六价铬', '0.01/0.05/0.05/0.05/0.1'], ['铅', '0.01/0.01/0.05/0.05/0.1'],
  ['砷', '0.05/0.05/0.05/0.1/0.1'], ['汞', '0.00005/0.00005/0.0001/0.001/0.001'], ['镉', '0.001/0.005/0.005/0.005/0.01'], ['硫化物', '0.05/0.1/0.2/0.5/1'],
];

export const SURFACE_WATER: readonly ReferenceRow[] = [
  ...SURFACE_ROWS.map(([title, value]) => row(title, title, value, SURFACE)),
  row('粪大肠菌群', '粪大肠菌群', '200/2000/10000/20000/40000', { ...SURFACE, unit: '个/L' }),
  row('pH', 'pH', '6–9', { ...SURFACE, unit: '无量纲', note: '各类相同' }),
];

const GROUND = { unit: 'mg/L', effectiveFrom: '2018-05-01', legalBasis: 'GB/T 14848-2017', origin: '知：凭经验录入，未见原文', note: '依次为 I、II、III、IV 类；劣于 IV 类为 V 类' } as const;
const GROUND_ROWS: readonly (readonly [string, string])[] = [
  ['总硬度', '150/300/450/650'], ['溶解性总固体', '300/500/1000/2000'], ['硫酸盐', '50/150/250/350'], ['氯化物', '50/150/250/350'], ['氨氮', '0.02/0.10/0.50/1.50'], ['硝酸盐氮', '2/5/20/30'], ['亚硝酸盐氮', '0.01/0.10/1.00/4.80'],
  ['耗氧量', '1/2/3/10'], ['氟化物', '1/1/1/2'], ['铁', '0.1/0.2/0.3/2'], ['锰', '0.05/0.05/0.10/1.50'],
];

export const GROUNDWATER: readonly ReferenceRow[] = GROUND_ROWS.map(([title, value]) => row(title, title, value, GROUND));
