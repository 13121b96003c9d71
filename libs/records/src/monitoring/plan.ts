import type { Form, Row } from '@huanbao/permits';
import { tableOf, textIn } from '../form-words';
import { periodOf, type Rhythm } from '../ledger/rhythm';
import { excusing, type MonitoringExcuse } from './excuses';

export const MEDIUMS = ['air', 'water', 'fugitive', 'noise'] as const;
export type Medium = (typeof MEDIUMS)[number];

/** One line of the permit's own plan: what is monitored where, how and how often. */
export interface PlanLine {
  readonly medium: Medium;
  readonly place: string;
  readonly placeName: string;
  readonly pollutant: string;
  readonly method: 'manual' | 'auto';
  /** `continuous` for automatic lines; a value of the form's list. */
  readonly frequency: string;
  /** By hand, while the automatic monitoring fails. */
  readonly fallbackFrequency: string | null;
  readonly technique: string;
}

const MEDIA: Readonly<Record<string, Medium>> = { 'air-outlet': 'air', 'water-outlet': 'water', fugitive: 'fugitive', 'boundary-noise': 'noise' };

/** 自行监测方案 as the permit of a day has it. */
export function planOf(form: Form): PlanLine[] {
  const names = new Map([...tableOf(form, 'air-outlets', 'outlets'), ...tableOf(form, 'water-outlets', 'outlets')].map(row => [textIn(row, 'code'), textIn(row, 'name')]));
  return tableOf(form, 'self-monitoring', 'plan').flatMap(row => lineOf(row, names));
}

function lineOf(row: Row, names: ReadonlyMap<string, string>): PlanLine[] {
  const medium = MEDIA[textIn(row, 'source')];
  const place = textIn(row, 'outletCode') || textIn(row, 'point');
  if (!medium || !place) return [];
  return [{
    medium, place, placeName: names.get(place) ?? '', pollutant: textIn(row, 'pollutant'), method: textIn(row, 'method') === 'auto' ? 'auto' : 'manual',
    frequency: textIn(row, 'frequency'), fallbackFrequency: textIn(row, 'fallbackFrequency') || null, technique: textIn(row, 'technique'),
  }];
}

/** Where an outlet's gas or water comes from, which decides on conversions; undefined for places without an outlet. */
export function sourceOf(form: Form, place: string): string | undefined {
  const outlet = [...tableOf(form, 'air-outlets', 'outlets'), ...tableOf(form, 'water-outlets', 'outlets')].find(row => textIn(row, 'code') === place);
  return outlet && textIn(outlet, 'source');
}

/** More than once a day is judged day by day, with so many samples each. */
const SEVERAL_A_DAY: ReadonlySet<string> = new Set(['hour', 'continuous']);
const RHYTHM: Readonly<Record<string, Rhythm>> = { continuous: 'day', hour: 'day', day: 'day', week: 'week', month: 'month', quarter: 'quarter', 'half-year': 'half-year', year: 'year' };

export interface PlannedPeriod {
  readonly from: string;
  readonly to: string;
  readonly done: number;
  /** `open`: the period is running; `short`: a permit held for less than half of it, so nothing is demanded; `standing`: the outlet emitted nothing on any of its days (停运免测). */
  readonly state: 'done' | 'missing' | 'open' | 'short' | 'standing';
  /** The records that say so. */
  readonly excusedBy: readonly MonitoringExcuse[];
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly begins: string;
  readonly excuses?: readonly MonitoringExcuse[];
  /** For lines that the plan wants more than once a day, by hand. */
  readonly samplesADay?: number;
}

/** Samples that each period of a line needs. */
export const leastOf = (line: Pick<PlanLine, 'frequency'>, samplesADay: number): number => (SEVERAL_A_DAY.has(line.frequency) ? samplesADay : 1);

/**
 * The periods of a line by hand and whether each has a result. Automatic lines have none: their measure is the
 * capture rate. A period in which the permit held for less than half its days demands nothing.
 * @param days civil days with a result that holds, as often as there are samples
 */
export function periodsOf(line: PlanLine, days: readonly string[], span: Span): PlannedPeriod[] {
  const rhythm = RHYTHM[line.frequency];
  if (line.method === 'auto' || !rhythm) return [];
  const periods: PlannedPeriod[] = [];
  for (let day = span.from; day <= span.to && day <= span.today; ) {
    const period = periodOf(rhythm, day) as { from: string; to: string };
    if (period.to >= span.begins) periods.push({ ...period, excusedBy: [], ...stateOf(line, period, days, span) });
    day = after(period.to);
  }
  return periods;
}

function stateOf(line: PlanLine, period: { from: string; to: string }, days: readonly string[], { today, begins, excuses, samplesADay }: Span): Partial<PlannedPeriod> & Pick<PlannedPeriod, 'done' | 'state'> {
  const done = days.filter(day => day >= period.from && day <= period.to).length;
  if (done >= leastOf(line, samplesADay ?? 1)) return { done, state: 'done' };
  if (period.to >= today) return { done, state: 'open' };
  const held = { from: begins > period.from ? begins : period.from, to: period.to };
  const excusedBy = excusing(excuses ?? [], line.place, held);
  if (excusedBy.length > 0) return { done, state: 'standing', excusedBy };
  return { done, state: begins > period.from && length(begins, period.to) * 2 < length(period.from, period.to) ? 'short' : 'missing' };
}

const DAY_MS = 86_400_000;
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const after = (day: string): string => new Date(time(day) + DAY_MS).toISOString().slice(0, 10);
const length = (from: string, to: string): number => (time(to) - time(from)) / DAY_MS + 1;
