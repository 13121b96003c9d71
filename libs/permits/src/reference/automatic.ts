import type { ReferenceRow } from '@huanbao/reference';

/** The value of a row says how C11 takes it: 应当 is an error, 通常 a remark for a person, for only some of the key units are meant. */
const factor = (key: string, title: string, value: '应当' | '通常', note: string | null = null): ReferenceRow => ({
  key, title, value, unit: '', effectiveFrom: '2021-03-01', effectiveTo: null, legalBasis: '排污许可管理条例 第二十条；行业自行监测技术指南', verified: false, origin: '知：凭经验录入，未与各行业技术规范核对', note,
});

/** Pollutants that key units monitor automatically at their main outlets. The specification of an industry may ask for more or fewer. */
export const AUTOMATIC_FACTORS: readonly ReferenceRow[] = [
  factor('air:PM', '废气主要排放口：颗粒物', '应当'),
  factor('air:SO2', '废气主要排放口：二氧化硫', '应当'),
  factor('air:NOx', '废气主要排放口：氮氧化物', '应当'),
  factor('air:NMHC', '废气主要排放口：非甲烷总烃', '通常', 'VOCs 重点排污单位的主要排放口；设备和方法以行业规范为准'),
  factor('air:VOCs', '废气主要排放口：挥发性有机物', '通常', 'VOCs 重点排污单位的主要排放口；通常以非甲烷总烃表征'),
  factor('water:COD', '废水主要排放口：化学需氧量', '应当'),
  factor('water:NH3-N', '废水主要排放口：氨氮', '应当'),
  factor('water:TN', '废水主要排放口：总氮', '通常', '总氮排放重点行业'),
  factor('water:TP', '废水主要排放口：总磷', '通常', '总磷排放重点行业'),
  factor('water:pH', '废水主要排放口：pH 值', '通常', '通常与流量一并自动监测'),
];
