import Decimal from 'decimal.js';

export interface Counted {
  /** Last day of the period as it held at the end. */
  readonly dueOn: string | null;
  /** When it was first late; null when it never was. */
  readonly overdueOn: string | null;
  readonly closedOn: string | null;
}

export interface RectificationRate {
  /** Of how many it was decided in the window whether they were in time. */
  readonly total: number;
  readonly inTime: number;
  /** Percent with two places; null when there was none. */
  readonly rate: string | null;
}

/**
 * 整改按期率: of the rectifications that were closed or became overdue within the window, those that were closed without ever being late, in percent. What was late stays late when it
 * is closed afterwards; what is still running in time does not count yet. Pure; exact decimals.
 */
export function rateOf(rows: readonly Counted[], window: { readonly from: string; readonly to: string }): RectificationRate {
  const within = (day: string | null): boolean => day !== null && window.from <= day && day <= window.to;
  const late = rows.filter(one => within(one.overdueOn)).length;
  const inTime = rows.filter(one => one.overdueOn === null && within(one.closedOn)).length;
  return rateFrom(inTime, late);
}

/** The rate of so many in time and so many late. Pure; exact decimals. */
export function rateFrom(inTime: number, late: number): RectificationRate {
  const total = late + inTime;
  return { total, inTime, rate: total === 0 ? null : new Decimal(inTime).times(100).div(total).toFixed(2) };
}

/** The day twelve months before; of a month that is shorter its last day. Pure. */
export function yearBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  return `${year - 1}-${String(month).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}
