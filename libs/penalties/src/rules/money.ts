import Decimal from 'decimal.js';
import { addDays, daysBetween } from '@huanbao/calendar';

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export interface Instalment {
  readonly dueOn: string;
  readonly yuan: string;
}
export interface Paid {
  readonly paidOn: string;
  readonly yuan: string;
}
/** Days that do not count, both included; an open end goes on. */
export interface Hold {
  readonly from: string;
  readonly to: string | null;
}

export interface LateFee {
  readonly yuan: string;
  readonly days: number;
  /** It has reached the fine itself and grows no more (行政处罚法 第七十二条). */
  readonly isCapped: boolean;
}

/**
 * 加处罚款: so many per cent of what is overdue, for each day after its last day up to and including `until`; the day of a payment still counts.
 * Days of reconsideration and litigation do not count (行政处罚法 第七十三条). Never more than the fine.
 */
export function lateFee(plan: readonly Instalment[], paid: readonly Paid[], given: { readonly until: string; readonly ratePercent: string; readonly holds: readonly Hold[] }): LateFee {
  const cap = sum(plan);
  let [fee, days] = [new Exact(0), 0];
  const first = plan.map(one => one.dueOn).sort()[0];
  if (first === undefined) return { yuan: '0.00', days: 0, isCapped: false };
  for (let day = addDays(first, 1); day <= given.until && fee.lt(cap); day = addDays(day, 1)) {
    if (given.holds.some(hold => hold.from <= day && (hold.to === null || day <= hold.to))) continue;
    const open = sum(plan.filter(one => one.dueOn < day)).minus(sum(paid.filter(one => one.paidOn < day)));
    if (open.lte(0)) continue;
    fee = fee.plus(open.times(given.ratePercent).div(100));
    days += 1;
  }
  return { yuan: Exact.min(fee, cap).toFixed(2), days, isCapped: fee.gte(cap) && days > 0 };
}

/** What is due on a day: the instalments, what was confiscated, what was added for days too late. */
export interface Due {
  readonly plan: readonly Instalment[];
  /** Last day of what was confiscated. */
  readonly paymentDueOn: string;
  readonly confiscateYuan: string;
  readonly lateYuan: string;
}

/**
 * The first last day before `today` that was not kept, by the same days as the 加处罚款: a deferral moves those of the fine, an instalment that is not due yet is not missed.
 * Where only the addition is open, the last of the days that were paid too late. Undefined where nothing is overdue. Pure.
 */
export function overdueFrom({ plan, paymentDueOn, confiscateYuan, lateYuan }: Due, paidYuan: string, today: string): string | undefined {
  const dues = [...plan, { dueOn: paymentDueOn, yuan: confiscateYuan }].filter(one => one.dueOn < today && !isZero(one.yuan)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  let total = new Exact(0);
  for (const { dueOn, yuan } of dues) {
    total = total.plus(yuan);
    if (total.gt(paidYuan)) return dueOn;
  }
  return total.plus(lateYuan).gt(paidYuan) ? dues.at(-1)?.dueOn : undefined;
}

/** Days of a daily penalty, both included. */
export interface DailySpan {
  readonly from: string;
  readonly to: string;
}

/**
 * 按日连续处罚: from the day after the order to correct was served to the day the re-inspection found the breach going on, each day the fine; a day that an earlier
 * daily penalty of the same breach has counted does not count again. Undefined where no day is left. Pure.
 */
export function dailyPenalty(fineYuan: string, { orderServedOn, reinspectedOn, counted }: { readonly orderServedOn: string; readonly reinspectedOn: string; readonly counted: readonly DailySpan[] }): (DailySpan & { readonly days: number; readonly yuan: string }) | undefined {
  const after = [orderServedOn, ...counted.filter(one => one.from <= reinspectedOn).map(one => one.to)].sort().at(-1) as string;
  const days = daysBetween(after, reinspectedOn);
  return days > 0 ? { from: addDays(after, 1), to: reinspectedOn, days, yuan: new Exact(fineYuan).times(days).toFixed(2) } : undefined;
}

/** The instalments after the fine was lowered: what was agreed stays in its order, the last ones get less or fall away. Pure. */
export function replanned(plan: readonly Instalment[], fineYuan: string): Instalment[] {
  let left = new Exact(fineYuan);
  return plan.flatMap(({ dueOn, yuan }) => {
    const part = Exact.min(left, yuan);
    left = left.minus(part);
    return part.gt(0) ? [{ dueOn, yuan: part.toFixed(2) }] : [];
  });
}

export const sum = (rows: readonly { readonly yuan: string }[]): Decimal => rows.reduce((total, row) => total.plus(row.yuan), new Exact(0));
export const add = (...yuan: readonly string[]): string => sum(yuan.map(one => ({ yuan: one }))).toFixed(2);
export const minus = (a: string, b: string): string => new Exact(a).minus(b).toFixed(2);
export const times = (a: string, count: number): string => new Exact(a).times(count).toFixed(2);
export const moreThan = (a: string, b: string): boolean => new Exact(a).gt(b);
export const isZero = (a: string): boolean => new Exact(a).isZero();
export const cents = (a: string): string => new Exact(a).toFixed(2);
/** `26,000.00`, as pages show amounts; papers keep the plain number. */
export const grouped = (a: string): string => a.replace(/\B(?=(\d{3})+(?=\.|$))/g, ',');
