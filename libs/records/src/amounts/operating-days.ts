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
 * it ran and does not, or not for every facility and shift. `unsaid`: no ledger of days is demanded. `open`: today, before its entry.
 */
export type DayState = 'ran' | 'stood' | 'missing' | 'unsaid' | 'open';

export interface OperatingDay {
  readonly day: string;
  readonly state: DayState;
  /** Of the ledger; of a `missing` day what was entered of it. */
  readonly hours: number;
  /** What says that it stood. */
  readonly stoppage: MonitoringExcuse | null;
  /** A stoppage was reported or the ledger says that it stood, and yet something ran or flowed. */
  readonly contradicts: boolean;
}

const FACILITY = 'facility-operation:';
const PLANT = `${FACILITY}plant`;

/** Each day of a span for one outlet, by the ledger of the facilities that lead to it by the permit of that day, the stoppages reported and what was measured. Pure. */
export function operatingDays(formOn: (day: string) => Form, place: string, facts: DayFacts): OperatingDay[] {
  const demanded = new Map<Form, Demanded>();
  const demandedOn = (day: string): Demanded => {
    const form = formOn(day);
    const found = demanded.get(form) ?? demandedOf(form, place);
    demanded.set(form, found);
    return found;
  };
  const byDay = entriesByDay(facts.entries);
  const stops = facts.excuses.filter(one => one.places === null || one.places.includes(place));
  return daysOf(facts.from, facts.to).map(day => {
    const [{ feeding, due }, entries] = [demandedOn(day), byDay.get(day) ?? []];
    const plantStood = entries.some(one => one.itemKey === PLANT && one.data['stopped'] === true);
    return dayOf(day, { entered: enteredOf(entries, feeding), due, plantStood, stoppage: stops.find(one => one.from <= day && (one.to === null || one.to >= day)) ?? null, facts });
  });
}

/** What a version of the permit demands of the ledger for an outlet. */
interface Demanded {
  /** Items of the facilities that lead to it. */
  readonly feeding: ReadonlySet<string>;
  /** Those of which entries are demanded each day, and how many: of shifts each. */
  readonly due: ReadonlyMap<string, number>;
}

/** Of a version once, however many outlets, pollutants and quarters ask for it. */
const dailyItems = new WeakMap<Form, ReadonlyMap<string, number>>();

function dailyOf(form: Form): ReadonlyMap<string, number> {
  const found = dailyItems.get(form) ?? new Map(ledgerItems(form).filter(item => item.rhythm === 'day' || item.rhythm === 'shift').map(item => [item.key, item.rhythm === 'shift' ? item.shifts : 1]));
  dailyItems.set(form, found);
  return found;
}

function demandedOf(form: Form, place: string): Demanded {
  const feeding = new Set(tableOf(form, 'process-nodes', 'nodes').filter(row => textIn(row, 'outletCode') === place).map(row => `${FACILITY}${textIn(row, 'facilityCode')}`));
  return { feeding, due: new Map([...dailyOf(form)].filter(([key]) => feeding.has(key))) };
}

interface Entered {
  readonly hours: number;
  /** Entries: one a shift. */
  readonly count: number;
}

interface Known {
  readonly entered: ReadonlyMap<string, Entered>;
  readonly due: ReadonlyMap<string, number>;
  readonly plantStood: boolean;
  readonly stoppage: MonitoringExcuse | null;
  readonly facts: DayFacts;
}

function dayOf(day: string, { entered, due, plantStood, stoppage, facts }: Known): OperatingDay {
  // never more than a day has, of facilities side by side the longest-running
  const hours = Math.min(24, Math.max(0, ...[...entered.values()].map(one => one.hours)));
  const discharged = hours > 0 || facts.dischargedOn.has(day);
  // a shift or a facility without its entry may have run as long as it likes
  const isShort = [...due].some(([key, count]) => (entered.get(key)?.count ?? 0) < count);
  const allStood = hours === 0 && entered.size > 0 && !isShort;
  const isSaid = stoppage !== null || plantStood || allStood;
  const found = (state: DayState): OperatingDay => ({ day, state, hours, stoppage: state === 'stood' ? stoppage : null, contradicts: isSaid && discharged });
  if (hours > 0 && (!isShort || hours >= 24 || day === facts.today)) return found('ran');
  if (!discharged && (isSaid || facts.stoppedOn.has(day))) return found('stood');
  if (day === facts.today) return found('open');
  return found(due.size > 0 ? 'missing' : 'unsaid');
}

function enteredOf(entries: readonly FacilityEntry[], feeding: ReadonlySet<string>): Map<string, Entered> {
  const entered = new Map<string, Entered>();
  for (const { itemKey, data } of entries) {
    if (!feeding.has(itemKey)) continue;
    const before = entered.get(itemKey);
    entered.set(itemKey, { hours: (before?.hours ?? 0) + Number(data['runningHours'] ?? 0), count: (before?.count ?? 0) + 1 });
  }
  return entered;
}

/** Laid by day once for all who ask about the same entries. */
const laidByDay = new WeakMap<readonly FacilityEntry[], ReadonlyMap<string, readonly FacilityEntry[]>>();

function entriesByDay(entries: readonly FacilityEntry[]): ReadonlyMap<string, readonly FacilityEntry[]> {
  const found = laidByDay.get(entries) ?? heapsOf(entries, one => one.businessDate);
  laidByDay.set(entries, found);
  return found;
}

/** Rows in heaps by a key, in their order. */
export function heapsOf<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const heaps = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const heap = heaps.get(key);
    if (heap) heap.push(row);
    else heaps.set(key, [row]);
  }
  return heaps;
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
