import { addDays } from '@huanbao/calendar';
import type { MonitoringExcuse } from '../monitoring/excuses';
import { leastOf, periodsOf, type PlanLine } from '../monitoring/plan';
import { pollutantTitle } from '../monitoring/words';
import { type Cover, coverOf, type LineCover } from './cover';

/** The samples of a day, as results that hold say. */
export interface SampledDay {
  readonly place: string;
  readonly pollutant: string;
  readonly day: string;
  readonly samples: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly begins: string;
  readonly excuses: readonly MonitoringExcuse[];
  /** For lines more frequent than once a day. */
  readonly samplesADay: number;
}

const keyOf = ({ place, pollutant }: { readonly place: string; readonly pollutant: string }): string => `${place}|${pollutant}`;

/**
 * Which samples the lines of a plan need within a span, and which are there. A week counts for the span it ends in. Periods in
 * which the outlet stood still and those a permit held for less than half of need none.
 */
export function monitoringCover(lines: readonly PlanLine[], sampled: readonly SampledDay[], span: Span): Cover {
  const byLine = new Map<string, SampledDay[]>();
  for (const one of sampled) {
    const own = byLine.get(keyOf(one)) ?? [];
    byLine.set(keyOf(one), own);
    own.push(one);
  }
  const entered: Date[] = [];
  const covers = lines.map(line => lineCover(line, byLine.get(keyOf(line)) ?? [], { span, entered }));
  return coverOf(covers, entered);
}

function lineCover(line: PlanLine, sampled: readonly SampledDay[], { span, entered }: { span: Span; entered: Date[] }): LineCover {
  const least = leastOf(line, span.samplesADay);
  const days = sampled.flatMap(one => Array.from({ length: one.samples }, () => one.day));
  const periods = periodsOf(line, days, { ...span, today: addDays(span.to, 1) }).filter(one => one.to <= span.to && (one.state === 'done' || one.state === 'missing'));
  const counted: string[] = [];
  for (const period of periods) {
    const there = sampled.filter(one => one.day >= period.from && one.day <= period.to).sort((a, b) => a.firstAt.getTime() - b.firstAt.getTime());
    const [first] = there;
    if (!first) continue;
    counted.push(first.day);
    entered.push(least === 1 ? first.firstAt : first.lastAt);
  }
  const title = pollutantTitle(line.pollutant);
  return {
    key: keyOf(line), title: { zh: `${line.place} ${title.zh}`, en: `${line.place} ${title.en}` }, frequency: line.frequency, days: counted.sort(),
    needed: periods.length * least, done: periods.reduce((sum, one) => sum + Math.min(one.done, least), 0),
  };
}
