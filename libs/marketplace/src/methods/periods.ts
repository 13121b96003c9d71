import { addDays, addWorkingDays, type Calendar } from '@huanbao/calendar';
import { shanghaiDate } from '@huanbao/platform';
import Decimal from 'decimal.js';
import type { Law, LawKey, Provision } from './law';
import { Method, METHODS, Regime, RegimeRow } from './methods';

/** Everything a period needs: the values of the law that hold and the working days. */
export interface Almanac {
  readonly law: Law;
  readonly calendar: Calendar;
}

export const rowOf = (method: Method, regime: Regime): RegimeRow => METHODS[method].regimes[regime] ?? (METHODS[method].regimes.voluntary as RegimeRow);

/** The day a period ends when it begins on `from`; the day of the event does not count (民法典 第二百零一条). */
export function endOf(key: LawKey, from: string, { law, calendar }: Almanac): { day: string; provision: Provision } {
  const provision = law(key);
  const days = Number(provision.value);
  return { day: key.startsWith('workdays.') ? addWorkingDays(from, days, calendar).date : addDays(from, days), provision };
}

/** The first day on which the deadline may fall when the documents are issued now, and the rule that sets it; null when none does. */
export function earliestDeadline(method: Method, regime: Regime, today: string, almanac: Almanac): { day: string; provision: Provision } | null {
  const ends = rowOf(method, regime).periods.map(key => endOf(key, today, almanac));
  return ends.reduce<{ day: string; provision: Provision } | null>((latest, one) => (latest === null || one.day > latest.day ? one : latest), null);
}

export const fewestBidders = (method: Method, regime: Regime, law: Law): number => {
  const { fewest } = rowOf(method, regime);
  return fewest === 1 ? 1 : Number(law(fewest).value);
};

export const fewestInvited = (method: Method, law: Law): number => ({ all: 0, one: 1, invited: Number(law('bidders.invited').value) })[METHODS[method].who];

/** The deadline after an amendment: where it was, where it was asked for, or as late as the law wants it, whichever is latest. */
export function deadlineAfterAmendment(task: { method: Method; regime: Regime; bidDeadline: Date }, asked: Date | null, now: Date, almanac: Almanac): { deadline: Date; moved: boolean; provision: Provision } {
  const { day, provision } = endOf(rowOf(task.method, task.regime).amendment, shanghaiDate(now), almanac);
  const wished = asked && asked > task.bidDeadline ? asked : task.bidDeadline;
  // the hour of the day stays; only the day is moved
  const lawful = task.regime === 'voluntary' ? new Date(now.getTime() + Number(provision.value) * DAY_MS) : onDay(task.bidDeadline, day);
  return lawful > wished ? { deadline: lawful, moved: true, provision } : { deadline: wished, moved: false, provision };
}

const DAY_MS = 86_400_000;

/** The same hour in Asia/Shanghai on another day. */
function onDay(instant: Date, day: string): Date {
  const sinceMidnight = instant.getTime() - new Date(`${shanghaiDate(instant)}T00:00:00+08:00`).getTime();
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + sinceMidnight);
}

/** The last day on which the documents may be objected to; null where no law sets one and the deadline itself is the end. */
export function lastObjectionDay(regime: Regime, bidDeadline: Date, law: Law): string | null {
  return regime === 'voluntary' ? null : addDays(shanghaiDate(bidDeadline), -Number(law('days.objection').value));
}

/** The highest bid bond, in yuan; null without an estimate. */
export const highestBond = (budgetYuan: string | null, law: Law): string | null => (budgetYuan === null ? null : new Decimal(budgetYuan).times(law('percent.bond').value).div(100).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed(2));
