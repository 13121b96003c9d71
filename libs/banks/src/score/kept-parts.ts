import { daysBetween } from '@huanbao/calendar';
import Decimal from 'decimal.js';

const HUNDRED = new Decimal(100);
const shown = (value: Decimal): string => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);

export interface MonthHours {
  /** First day of the month. */
  readonly fromOn: string;
  readonly kind: 'exceed' | 'run';
  readonly hours: string;
}

export interface OnlineHours {
  /** Months with both numbers. */
  readonly months: number;
  readonly exceed: string;
  readonly run: string;
}

/** Hours above limits and hours run of the months of which both are known. */
export function onlineHours(rows: readonly MonthHours[]): OnlineHours {
  const hoursOf = (fromOn: string, kind: MonthHours['kind']): string | undefined => rows.find(row => row.fromOn === fromOn && row.kind === kind)?.hours;
  const whole = [...new Set(rows.map(row => row.fromOn))].flatMap(fromOn => {
    const [exceed, run] = [hoursOf(fromOn, 'exceed'), hoursOf(fromOn, 'run')];
    return exceed === undefined || run === undefined ? [] : [{ exceed, run }];
  });
  const sum = (key: 'exceed' | 'run'): string => whole.reduce((total, one) => total.plus(one[key]), new Decimal(0)).toFixed();
  return { months: whole.length, exceed: sum('exceed'), run: sum('run') };
}

/** 在线达标率: the share of the hours run that were not above limits, 0–100 with two decimals; null when nothing ran. */
export function onlineRate({ exceed, run }: Pick<OnlineHours, 'exceed' | 'run'>): string | null {
  const hours = new Decimal(run);
  if (hours.isZero()) return null;
  return shown(Decimal.max(0, HUNDRED.times(hours.minus(exceed)).div(hours)));
}

/**
 * 碳强度行业百分位: the share of the other enterprises of the industry that are not better, equal ones by half; the lowest intensity gets 100.
 * Null with fewer enterprises, itself among them, than the rule asks for.
 */
export function intensityPercentile(own: string, others: readonly string[], leastPeers: number): string | null {
  if (others.length === 0 || others.length + 1 < leastPeers) return null;
  const worse = others.filter(one => new Decimal(one).gt(own)).length;
  const equal = others.filter(one => new Decimal(one).eq(own)).length;
  return shown(HUNDRED.times(new Decimal(equal).div(2).plus(worse)).div(others.length));
}

/**
 * The twelve months that F counts on a day: the whole months before it; while the hours of the last of them are not there yet and may still come, the twelve before it, so that
 * no part of F is gone for the first days of every month. Pure.
 */
export function onlineSpan(day: string, rows: readonly MonthHours[], lateDays: number): { readonly from: string; readonly to: string } {
  const newest = twelveMonths(day);
  const last = `${newest.to.slice(0, 7)}-01`;
  const isThere = (['exceed', 'run'] as const).every(kind => rows.some(row => row.fromOn === last && row.kind === kind));
  return isThere || daysBetween(newest.to, day) > lateDays ? newest : twelveMonths(last);
}

/** The twelve whole months before the month of a day. */
export function twelveMonths(day: string): { readonly from: string; readonly to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return { from: iso(Date.UTC(year - 1, month - 1, 1)), to: iso(Date.UTC(year, month - 1, 0)) };
}
