import type { ReferenceRow } from '@huanbao/reference';

/** Kind of the reference data. */
export const BASE_OXYGEN_KIND = 'base-oxygen';

interface Source {
  readonly source: string;
  readonly title: string;
  readonly value: string;
  readonly from: string;
  readonly legalBasis: string;
  readonly origin: string;
}

const COPIED = '抄自转载文本';
const MEMORY = '知：凭经验录入，未见原文';
const SOURCES: readonly Source[] = [
  { source: 'boiler-coal', title: '燃煤锅炉', value: '9', from: '2014-07-01', legalBasis: 'GB 13271-2014 表6', origin: COPIED },
  { source: 'boiler-oil', title: '燃油锅炉', value: '3.5', from: '2014-07-01', legalBasis: 'GB 13271-2014 表6', origin: COPIED },
  { source: 'boiler-gas', title: '燃气锅炉', value: '3.5', from: '2014-07-01', legalBasis: 'GB 13271-2014 表6', origin: COPIED },
  { source: 'power-coal', title: '燃煤电厂锅炉', value: '6', from: '2012-01-01', legalBasis: 'GB 13223-2011', origin: MEMORY },
  { source: 'power-gas', title: '燃气电厂', value: '3', from: '2012-01-01', legalBasis: 'GB 13223-2011（燃气轮机组为 15%）', origin: MEMORY },
  { source: 'cement-kiln', title: '水泥窑及窑尾余热利用系统', value: '10', from: '2014-03-01', legalBasis: 'GB 4915-2013', origin: COPIED },
  { source: 'coke-oven', title: '焦炉烟囱', value: '8', from: '2024-01-01', legalBasis: '环大气〔2024〕5号', origin: '待核' },
];

/**
 * Base oxygen by kind of source of the outlet (key: as the form's list has it), percent by volume, as it ships with the platform.
 * Rows that nobody compared with the text of the standard say so; kinds that are not here are compared as measured.
 */
export const BASE_OXYGEN: readonly ReferenceRow[] = SOURCES.map(({ source, from, ...rest }) => ({ key: source, unit: '%', effectiveFrom: from, effectiveTo: null, verified: false, note: null, ...rest }));

/** The row that holds for a source on a day. */
export const baseOxygenOf = (rows: readonly ReferenceRow[], source: string | undefined, day: string): ReferenceRow | undefined =>
  rows.find(row => row.key === source && row.effectiveFrom <= day && (row.effectiveTo === null || row.effectiveTo >= day));
