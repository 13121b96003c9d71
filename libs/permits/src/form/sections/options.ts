import { option, Option } from '../field';

/** Factors of the dictionary that an application may name. The value is what limits, monitoring and reports refer to. */
export const AIR_POLLUTANTS: readonly Option[] = [
  option('PM', '颗粒物', 'Particulate matter'),
  option('SO2', '二氧化硫', 'Sulphur dioxide'),
  option('NOx', '氮氧化物', 'Nitrogen oxides'),
  option('VOCs', '挥发性有机物', 'Volatile organic compounds'),
  option('NMHC', '非甲烷总烃', 'Non-methane hydrocarbons'),
  option('NH3', '氨', 'Ammonia'),
  option('H2S', '硫化氢', 'Hydrogen sulphide'),
  option('Hg', '汞及其化合物', 'Mercury and compounds'),
  option('F', '氟化物', 'Fluorides'),
  option('BaP', '苯并[a]芘', 'Benzo[a]pyrene'),
  option('benzene', '苯', 'Benzene'),
  option('Cl2', '氯气', 'Chlorine'),
  option('CH4', '甲烷', 'Methane'),
  option('odour', '臭气浓度', 'Odour concentration'),
  option('blackness', '林格曼黑度', 'Ringelmann blackness'),
];

export const WATER_POLLUTANTS: readonly Option[] = [
  option('COD', '化学需氧量', 'Chemical oxygen demand'),
  option('NH3-N', '氨氮', 'Ammonia nitrogen'),
  option('TN', '总氮', 'Total nitrogen'),
  option('TP', '总磷', 'Total phosphorus'),
  option('BOD5', '五日生化需氧量', 'Five-day biochemical oxygen demand'),
  option('SS', '悬浮物', 'Suspended solids'),
  option('pH', 'pH 值', 'pH'),
  option('oil', '石油类', 'Petroleum'),
  option('animal-oil', '动植物油', 'Animal and vegetable oils'),
  option('LAS', '阴离子表面活性剂', 'Anionic surfactants'),
  option('fecal-coliform', '粪大肠菌群', 'Faecal coliforms'),
  option('residual-chlorine', '总余氯', 'Total residual chlorine'),
  option('volatile-phenol', '挥发酚', 'Volatile phenols'),
  option('cyanide', '总氰化物', 'Total cyanide'),
  option('colour', '色度', 'Colour'),
];

/** What emits: decides which standard applies. The values are those of the reference table of limits. */
export const AIR_SOURCES: readonly Option[] = [
  option('boiler-coal', '燃煤锅炉', 'Coal-fired boiler'),
  option('boiler-oil', '燃油锅炉', 'Oil-fired boiler'),
  option('boiler-gas', '燃气锅炉', 'Gas-fired boiler'),
  option('power-coal', '燃煤电厂锅炉', 'Coal-fired power boiler'),
  option('power-gas', '燃气电厂', 'Gas-fired power unit'),
  option('cement-kiln', '水泥窑及窑尾余热利用系统', 'Cement kiln'),
  option('cement-dust', '水泥破碎、磨机、包装', 'Cement crushing, grinding, packing'),
  option('coke-oven', '焦炉烟囱', 'Coke oven stack'),
  option('coke-charging', '装煤', 'Coal charging'),
  option('coke-pushing', '推焦', 'Coke pushing'),
  option('coke-quenching', '干法熄焦', 'Dry coke quenching'),
  option('coke-crushing', '焦炭破碎、转运', 'Coke crushing and transfer'),
  option('alumina-roaster', '氧化铝焙烧炉', 'Alumina roaster'),
  option('alumina-sintering', '氧化铝熟料烧成窑', 'Alumina sintering kiln'),
  option('lime-kiln', '石灰窑', 'Lime kiln'),
  option('industrial-kiln', '其他工业炉窑', 'Other industrial kiln'),
  option('dust', '破碎、筛分、包装等含尘废气', 'Crushing, screening, packing dust'),
  option('other', '其他', 'Other'),
];

export const WATER_SOURCES: readonly Option[] = [
  option('hospital', '医疗机构污水', 'Hospital wastewater'),
  option('sewage-works', '城镇污水处理厂', 'Municipal sewage works'),
  option('coking', '炼焦废水', 'Coking wastewater'),
  option('distillery', '白酒酿造废水', 'Distillery wastewater'),
  option('coal-mine', '煤矿矿井水', 'Coal mine water'),
  option('other', '其他', 'Other'),
];

/** Minimum frequencies are compared by times a year. */
export const FREQUENCIES: readonly (Option & { readonly perYear: number })[] = [
  { ...option('continuous', '连续', 'Continuous'), perYear: 8760 },
  { ...option('hour', '每小时一次', 'Hourly'), perYear: 8760 },
  { ...option('day', '每日一次', 'Daily'), perYear: 365 },
  { ...option('week', '每周一次', 'Weekly'), perYear: 52 },
  { ...option('month', '每月一次', 'Monthly'), perYear: 12 },
  { ...option('quarter', '每季一次', 'Quarterly'), perYear: 4 },
  { ...option('half-year', '每半年一次', 'Twice a year'), perYear: 2 },
  { ...option('year', '每年一次', 'Yearly'), perYear: 1 },
];

export const OUTLET_CLASS: readonly Option[] = [option('main', '主要排放口', 'Main outlet'), option('general', '一般排放口', 'General outlet')];
