import type { Form } from '@huanbao/permits';
import { tableOf, textIn } from '../form-words';
import { daysOf } from '../ledger/rhythm';
import { ledgerItems } from '../ledger/template';
import type { MonitoringExcuse } from '../monitoring/excuses';

/** An entry of the ledger of production facilities: the item and what it says. */
export interface FacilityEntry {
  readonly itemKey: string;
  readonly businessDate: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is known of an outlet within a span of civil days. */
export interface DayFacts {
  readonly from: string;
  readonly to: string;
  /** The running day has its entry still to come. */
  readonly today: string;
  readonly entries: readonly FacilityEntry[];
  /** Reported stoppages of the permit. */
  readonly excuses: readonly MonitoringExcuse[];
  /** Days on which something was measured that flows: a stoppage reported for them does not count. */
  readonly dischargedOn: ReadonlySet<string>;
  /** Days whose every automatic value says that nothing ran. */
  readonly stoppedOn: ReadonlySet<string>;
}

/**
 * `ran`: hours in the ledger. `stood`: a reported stoppage or the ledger says so, and nothing contradicts. `missing`: the ledger should say how long
 * it ran and does not. `unsaid`: no ledger of days is demanded. `open`: today, before its entry.
 */
export type DayState = 'ran' | 'stood' | 'missing' | 'unsaid' | 'open';

export interface OperatingDay {
  readonly day: string;
  readonly state: DayState;
  /** Of the ledger; 0 unless it ran. */
  readonly hours: number;
  /** What says that it stood. */
  readonly stoppage: MonitoringExcuse | null;
  /** A stoppage was reported or the ledger says that it stood, and yet something ran or flowed. */
  readonly contradicts: boolean;
}

const FACILITY = 'facility-operation:';
const PLANT = `${FACILITY}plant`;

/** Each day of a span for one outlet, by the ledger of the facilities that lead to it, the stoppages reported and what was measured. Pure. */
export function operatingDays(form: Form, place: string, facts: DayFacts): OperatingDay[] {
  const feeding = new Set(tableOf(form, 'process-nodes', 'nodes').filter(row => textIn(row, 'outletCode') === place).map(row => `${FACILITY}${textIn(row, 'facilityCode')}`));
  const daily = new Set(ledgerItems(form).filter(item => feeding.has(item.key) && (item.rhythm === 'day' || item.rhythm === 'shift')).map(item => item.key));
  const byDay = hoursByDay(facts.entries, feeding);
  const plantStood = new Set(facts.entries.filter(one => one.itemKey === PLANT && one.data['stopped'] === true).map(one => one.businessDate));
  const stops = facts.excuses.filter(one => one.places === null || one.places.includes(place));
  return daysOf(facts.from, facts.to).map(day => dayOf(day, { entered: byDay.get(day) ?? new Map(), daily, plantStood: plantStood.has(day), stoppage: stops.find(one => one.from <= day && (one.to === null || one.to >= day)) ?? null, facts }));
}

interface Known {
  /** Hours by item. */
  readonly entered: ReadonlyMap<string, number>;
  /** Items of which an entry a day is demanded. */
  readonly daily: ReadonlySet<string>;
  readonly plantStood: boolean;
  readonly stoppage: MonitoringExcuse | null;
  readonly facts: DayFacts;
}

function dayOf(day: string, { entered, daily, plantStood, stoppage, facts }: Known): OperatingDay {
  // never more than a day has, of facilities side by side the longest-running
  const hours = Math.min(24, Math.max(0, ...entered.values()));
  const discharged = hours > 0 || facts.dischargedOn.has(day);
  const allStood = hours === 0 && entered.size > 0 && [...daily].every(key => entered.has(key));
  const isSaid = stoppage !== null || plantStood || allStood;
  const found = (state: DayState): OperatingDay => ({ day, state, hours, stoppage: state === 'stood' ? stoppage : null, contradicts: isSaid && discharged });
  if (hours > 0) return found('ran');
  if (!discharged && (isSaid || facts.stoppedOn.has(day))) return found('stood');
  if (day === facts.today) return found('open');
  return found(daily.size > 0 ? 'missing' : 'unsaid');
}

function hoursByDay(entries: readonly FacilityEntry[], feeding: ReadonlySet<string>): Map<string, Map<string, number>> {
  const byDay = new Map<string, Map<string, number>>();
  for (const entry of entries) {
    if (!feeding.has(entry.itemKey)) continue;
    const day = byDay.get(entry.businessDate) ?? new Map<string, number>();
    byDay.set(entry.businessDate, day.set(entry.itemKey, (day.get(entry.itemKey) ?? 0) + Number(entry.data['runningHours'] ?? 0)));
  }
  return byDay;
}

/** `2026-10-03 至 2026-10-05、2026-10-09`: days in runs, the first few of them. */
export function runsInWords(days: readonly string[], most = 5): { readonly zh: string; readonly en: string } {
  const runs: { from: string; to: string }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && daysOf(last.to, day).length === 2) last.to = day;
    else runs.push({ from: day, to: day });
  }
  const shown = (between: string): string => runs.slice(0, most).map(one => (one.from === one.to ? one.from : `${one.from}${between}${one.to}`)).join('、');
  return { zh: `${shown(' 至 ')}${runs.length > most ? ' 等' : ''}`, en: `${shown(' to ').replace(/、/g, ', ')}${runs.length > most ? ', …' : ''}` };
}
