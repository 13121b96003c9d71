import { addDays } from '@huanbao/calendar';
import { shanghaiInstant } from '@huanbao/platform';
import type { MonitoringExcuse } from '../monitoring/excuses';
import type { PlanLine } from '../monitoring/plan';
import { earlier, hoursApart, type Interval, later, needOf, sumOf, without } from './outage-gaps';

/** A failure as reported; what was taken back is none. */
export interface ReportedOutage {
  readonly place: string;
  readonly pollutants: readonly string[];
  readonly startedAt: Date;
  /** Null while it fails: then it is taken to last. */
  readonly endedAt: Date | null;
}

/** What a place and pollutant needs by hand within a span, for the device failed. */
export interface OutageLine {
  readonly place: string;
  readonly pollutant: string;
  readonly intervals: readonly Interval[];
  readonly hours: number;
  /** Samples needed if none were taken. */
  readonly needed: number;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  /** The plan of the last day. */
  readonly plan: readonly PlanLine[];
  readonly excuses: readonly MonitoringExcuse[];
  readonly gapHours: number;
}

/**
 * The automatic lines whose device failed within some civil days, with the times to be sampled by hand. A failure that the plan of the
 * span does not know any more still counts, by the usual hours. Lines that need nothing are left out. Pure.
 */
export function outageLines(outages: readonly ReportedOutage[], { from, to, plan, excuses, gapHours }: Asked): OutageLine[] {
  const span = { from: shanghaiInstant(from), to: shanghaiInstant(addDays(to, 1)) };
  const byLine = new Map<string, { place: string; pollutant: string; intervals: Interval[] }>();
  for (const outage of outages) {
    const whole = { from: later(outage.startedAt, span.from), to: outage.endedAt === null ? span.to : earlier(outage.endedAt, span.to) };
    if (whole.from >= whole.to) continue;
    const left = without(whole, outage.place, excuses);
    for (const pollutant of outage.pollutants) {
      const key = `${outage.place}|${pollutant}`;
      const line = byLine.get(key) ?? { place: outage.place, pollutant, intervals: [] };
      byLine.set(key, line);
      line.intervals.push(...left);
    }
  }
  return [...byLine.values()].sort((a, b) => (`${a.place}${a.pollutant}` < `${b.place}${b.pollutant}` ? -1 : 1)).flatMap(line => {
    const planned = plan.find(one => one.method === 'auto' && one.place === line.place && one.pollutant === line.pollutant);
    const { hours } = hoursApart(planned?.fallbackFrequency ?? null, gapHours);
    const { needed } = sumOf(line.intervals.map(one => needOf(one, [], hours)));
    return needed > 0 ? [{ ...line, hours, needed }] : [];
  });
}

