import type { ReferenceRow } from '@huanbao/reference';

const least = (key: string, title: string, value: string, note: string | null = null): ReferenceRow => ({
  key, title, value, unit: '', effectiveFrom: '2017-06-01', effectiveTo: null, legalBasis: 'HJ 819-2017', verified: false, origin: '知：凭经验录入，未见原文', note,
});

/** Least frequencies of self-monitoring (values of the form's list). What C10 asks by; guidelines of an industry come before. */
export const LEAST_FREQUENCIES: readonly ReferenceRow[] = [
  least('main-key', '重点单位主要排放口的主要指标', 'quarter', '废气主要指标 月–季，废水 日–月；行业指南优先（焦化 HJ 878、火电锅炉 HJ 820）'),
  least('other', '其他排放口和指标', 'year', '重点 半年–年，非重点 年'),
  least('boundary-noise', '厂界噪声', 'quarter', '夜间生产的测夜间'),
];
