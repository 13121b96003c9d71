import { D, plain } from './amount';

/** A dated figure of a standard. */
export interface Dated {
  readonly value: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** Automatic data count for amounts when at least this share of the quarter's operating hours is valid. */
export const CAPTURE_NEEDED: readonly Dated[] = [
  { value: '0.75', effectiveFrom: '2018-03-01', effectiveTo: null, legalBasis: 'HJ 75-2017（季度有效数据捕集率不低于 75%）', verified: false },
];

export const datedOn = (rows: readonly Dated[], day: string): Dated | undefined =>
  rows.find(row => row.effectiveFrom <= day && (row.effectiveTo === null || row.effectiveTo >= day));

export interface Capture {
  readonly valid: number;
  /** Operating hours (or days) that should have data. */
  readonly expected: number;
  /** 0–1, as a decimal string. */
  readonly rate: string;
  readonly suffices: boolean;
}

/** Share of the operating time with valid data. Time in which nothing ran is not expected to have any. */
export function capture(valid: number, expected: number, needed: string): Capture {
  const rate = expected <= 0 ? new D(0) : new D(valid).div(expected);
  return { valid, expected, rate: plain(rate, 4), suffices: rate.gte(needed) };
}

/** The quarters a span of civil dates touches, each cut to the span. */
export function quartersOf(from: string, to: string): { readonly key: string; readonly from: string; readonly to: string }[] {
  const quarters = [];
  let [year, quarter] = [Number(from.slice(0, 4)), Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1];
  for (;;) {
    const [first, last] = [`${year}-${pad(quarter * 3 - 2)}-01`, `${year}-${pad(quarter * 3)}-${quarter === 1 || quarter === 4 ? '31' : '30'}`];
    if (first > to || from > to) return quarters;
    quarters.push({ key: `${year}Q${quarter}`, from: first < from ? from : first, to: last > to ? to : last });
    [year, quarter] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
  }
}

const pad = (month: number): string => String(month).padStart(2, '0');
