import { AIR_POLLUTANTS, option, type Option, WATER_POLLUTANTS } from '@huanbao/permits';

/** The factors a report may name: the dictionary of the permit form, and noise. */
export const POLLUTANTS: readonly Option[] = [...AIR_POLLUTANTS, ...WATER_POLLUTANTS, option('noise', '噪声', 'Noise')];
export const pollutantWords = (code: string): string => POLLUTANTS.find(one => one.value === code)?.zh ?? code;

/** The units concentrations may have. Anything else is a slip. */
export const UNITS: readonly Option[] = ['mg/m³', 'μg/m³', 'mg/L', 'MPN/L', '无量纲', '级', '倍', 'dB(A)'].map(unit => option(unit, unit, unit));

export const METHODS: readonly Option[] = [
  option('automatic', '自动监测', 'Automatic monitoring'), option('manual', '手工监测', 'Monitoring by hand'), option('coefficient', '产排污系数', 'Coefficient'), option('balance', '物料衡算', 'Material balance'), option('standing', '停产（零排放）', 'Standing: nothing discharged'), option('mixed', '几种方法', 'Several methods'),
];
