import { type Dated, datedOn } from '@huanbao/standards';

interface BaseOxygen extends Dated {
  /** Kind of source of the outlet, as the form's list has it. */
  readonly source: string;
}

/**
 * Base oxygen by kind of source, percent by volume. Rows that nobody compared with the text of the standard say so;
 * kinds that are not here are compared as measured.
 */
export const BASE_OXYGEN: readonly BaseOxygen[] = [
  { source: 'boiler-coal', value: '9', effectiveFrom: '2014-07-01', effectiveTo: null, legalBasis: 'GB 13271-2014 表6', verified: true },
  { source: 'boiler-oil', value: '3.5', effectiveFrom: '2014-07-01', effectiveTo: null, legalBasis: 'GB 13271-2014 表6', verified: true },
  { source: 'boiler-gas', value: '3.5', effectiveFrom: '2014-07-01', effectiveTo: null, legalBasis: 'GB 13271-2014 表6', verified: true },
  { source: 'power-coal', value: '6', effectiveFrom: '2012-01-01', effectiveTo: null, legalBasis: 'GB 13223-2011', verified: false },
  { source: 'power-gas', value: '3', effectiveFrom: '2012-01-01', effectiveTo: null, legalBasis: 'GB 13223-2011（燃气轮机组为 15%）', verified: false },
  { source: 'cement-kiln', value: '10', effectiveFrom: '2014-03-01', effectiveTo: null, legalBasis: 'GB 4915-2013', verified: true },
  { source: 'coke-oven', value: '8', effectiveFrom: '2024-01-01', effectiveTo: null, legalBasis: '环大气〔2024〕5号', verified: false },
];

export const baseOxygenOf = (source: string | undefined, day: string): BaseOxygen | undefined =>
  datedOn(BASE_OXYGEN.filter(row => row.source === source), day) as BaseOxygen | undefined;
