import { addDays } from '@huanbao/calendar';
import { shanghaiInstant } from '@huanbao/platform';
import type { MonitoringExcuse } from '../monitoring/excuses';

const HOUR_MS = 3_600_000;

/** Times between two instants; the second is not in it. */
export interface Interval {
  readonly from: Date;
  readonly to: Date;
}

/** Two times by hand lie no further apart than this; what the plan lays down for failures, or the row where it says nothing or more often than by hand is done. Hours. */
const HOURS_OF: Readonly<Record<string, number>> = { day: 24, week: 168, month: 744, quarter: 2208, 'half-year': 4416, year: 8784 };

/** @param fallback frequency of the plan for failures @param usual hours by the row, for what is to be measured more often than daily or for which the plan says nothing */
export const hoursApart = (fallback: string | null, usual: number): { readonly hours: number; readonly isByPermit: boolean } => {
  const own = fallback === null ? undefined : HOURS_OF[fallback];
  return { hours: own ?? usual, isByPermit: own !== undefined };
};

/** What is left of a time without the days on which the place stood still. */
export function without(whole: Interval, place: string, excuses: readonly MonitoringExcuse[]): Interval[] {
  const stops = excuses.filter(one => one.places === null || one.places.includes(place)).map(one => ({ from: shanghaiInstant(one.from), to: one.to === null ? whole.to : shanghaiInstant(addDays(one.to, 1)) }));
  return stops.reduce<Interval[]>((left, stop) => left.flatMap(one => [{ from: one.from, to: earlier(one.to, stop.from) }, { from: later(one.from, stop.to), to: one.to }].filter(part => part.from < part.to)), [whole]);
}

export const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
export const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** What a time without the device needs and lacks. */
export interface SampleNeed {
  readonly needed: number;
  readonly missing: number;
  /** Stretches without a sample that are too long. */
  readonly gaps: readonly Interval[];
}

const NOTHING: SampleNeed = { needed: 0, missing: 0, gaps: [] };

/**
 * How many samples a time needs so that none of its stretches (from the failure to the first, between two, from the last to the repair)
 * is longer than `hours`, and how many more would be needed beside those taken. A time not longer than `hours` needs none. Pure.
 */
export function needOf({ from, to }: Interval, taken: readonly Date[], hours: number): SampleNeed {
  const least = splitsOf(to.getTime() - from.getTime(), hours);
  if (least === 0) return NOTHING;
  const marks = [from, ...taken.filter(at => at >= from && at <= to).sort((a, b) => a.getTime() - b.getTime()), to];
  const gaps = marks.slice(1).flatMap((end, index) => {
    const begin = marks[index] as Date;
    const missing = splitsOf(end.getTime() - begin.getTime(), hours);
    return missing > 0 ? [{ from: begin, to: end, missing }] : [];
  });
  return { needed: least, missing: gaps.reduce((sum, one) => sum + one.missing, 0), gaps: gaps.map(one => ({ from: one.from, to: one.to })) };
}

/** Into how many more pieces a stretch must be cut so that none is longer than that. */
const splitsOf = (ms: number, hours: number): number => Math.max(0, Math.ceil(ms / (hours * HOUR_MS)) - 1);

export const sumOf = (needs: readonly SampleNeed[]): SampleNeed => needs.reduce<SampleNeed>((sum, one) => ({ needed: sum.needed + one.needed, missing: sum.missing + one.missing, gaps: [...sum.gaps, ...one.gaps] }), NOTHING);
