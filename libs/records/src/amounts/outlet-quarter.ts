import type { Form } from '@huanbao/permits';
import type { Chosen, Reading } from '@huanbao/standards';
import { tableOf, textIn } from '../form-words';
import type { MonitoringExcuse } from '../monitoring/excuses';
import { planOf } from '../monitoring/plan';
import type { EmissionBasis } from './emission.entity';
import { type FacilityEntry, heapsOf, operatingDays } from './operating-days';
import { operatingTime } from './operating-time';
import { amountOfQuarter, type AmountSample } from './quarter';

/** An outlet and a pollutant that has a mass. */
export interface OutletLine {
  readonly medium: 'air' | 'water';
  readonly place: string;
  readonly pollutant: string;
}

type Of<T> = T & { readonly place: string; readonly pollutant: string };

/** What was written down of a permit in a span of days. */
export interface OutletData {
  readonly samples: readonly Of<AmountSample>[];
  readonly readings: readonly Of<Reading & { readonly day: string }>[];
  readonly bases: readonly EmissionBasis[];
  readonly entries: readonly FacilityEntry[];
  readonly excuses: readonly MonitoringExcuse[];
  readonly today: string;
}

interface Given {
  /** What the permit said on a day: facilities come and go within a quarter. */
  readonly formOn: (day: string) => Form;
  readonly data: OutletData;
  readonly quarter: { readonly key: string; readonly from: string; readonly to: string };
}

/** The amount of an outlet and pollutant in a quarter, with the days that stood and those whose ledger is missing. Pure. */
export function quarterOfOutlet({ medium, place, pollutant }: OutletLine, { formOn, data, quarter }: Given): { chosen: Chosen; missingDays: number; standingDays: number } {
  const [form, laid, key] = [formOn(quarter.to), laidOut(data), `${place}|${pollutant}`];
  const figures = (kind: EmissionBasis['kind']) => laid.bases.get(key)?.find(one => one.quarter === quarter.key && one.kind === kind)?.figures ?? null;
  const readings = (laid.readings.get(key) ?? []).filter(row => row.day >= quarter.from && row.day <= quarter.to);
  const days = operatingDays(formOn, place, { ...quarter, today: data.today, entries: data.entries, excuses: data.excuses, dischargedOn: laid.dischargedOn.get(place) ?? new Set(), stoppedOn: stoppedOn(readings, medium) });
  const time = operatingTime(form, place, days);
  const chosen = amountOfQuarter({
    medium, quarter, days: days.length, readings, time, stoodOn: new Set(days.filter(one => one.state === 'stood').map(one => one.day)),
    samples: (laid.samples.get(key) ?? []).filter(row => row.sampledOn <= quarter.to), designFlow: designFlow(form, place, medium),
    coefficient: figures('coefficient') as never, balance: figures('balance') as never,
    automaticDemanded: automaticOf(form).has(key),
  });
  // only what is reckoned by hours of the ledger is the worse for its gaps
  const restsOnLedger = 'figure' in chosen && chosen.figure.method === 'manual';
  return { chosen, missingDays: restsOnLedger ? time.missingDays : 0, standingDays: time.standingDays };
}

/** What was written down, by outlet and pollutant. */
interface Laid {
  readonly samples: ReadonlyMap<string, OutletData['samples']>;
  readonly readings: ReadonlyMap<string, OutletData['readings']>;
  readonly bases: ReadonlyMap<string, readonly EmissionBasis[]>;
  /** By outlet: days on which a sample was taken there or a device measured a flow, whatever pollutant it was for. */
  readonly dischargedOn: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A year of hourly values is long: it is laid out once and not gone through for every pollutant and quarter. */
const known = new WeakMap<OutletData, Laid>();

function laidOut(data: OutletData): Laid {
  const before = known.get(data);
  if (before) return before;
  const keyOf = (row: { readonly place: string; readonly pollutant: string }): string => `${row.place}|${row.pollutant}`;
  const found = { samples: heapsOf(data.samples, keyOf), readings: heapsOf(data.readings, keyOf), bases: heapsOf(data.bases, keyOf), dischargedOn: dischargedOn(data) };
  known.set(data, found);
  return found;
}

function dischargedOn({ samples, readings }: OutletData): Map<string, Set<string>> {
  const days = new Map<string, Set<string>>();
  const add = (place: string, day: string): void => void days.set(place, (days.get(place) ?? new Set()).add(day));
  for (const one of samples) add(one.place, one.sampledOn);
  for (const one of readings) if (one.state === 'valid' && Number(one.flow) > 0) add(one.place, one.day);
  return days;
}

const automatic = new WeakMap<Form, ReadonlySet<string>>();

/** Outlets and pollutants for which a version demands automatic monitoring. */
function automaticOf(form: Form): ReadonlySet<string> {
  const found = automatic.get(form) ?? new Set(planOf(form).filter(line => line.method === 'auto').map(line => `${line.place}|${line.pollutant}`));
  automatic.set(form, found);
  return found;
}

/** Days all of whose hours (air) or whose value (water) the device gave as standing. */
function stoppedOn(readings: OutletData['readings'], medium: 'air' | 'water'): Set<string> {
  const whole = medium === 'air' ? 24 : 1;
  const counts = new Map<string, number>();
  for (const one of readings) if (one.state === 'stopped') counts.set(one.day, (counts.get(one.day) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= whole).map(([day]) => day));
}

function designFlow(form: Form, place: string, medium: 'air' | 'water'): string | null {
  const row = tableOf(form, medium === 'air' ? 'air-outlets' : 'water-outlets', 'outlets').find(one => textIn(one, 'code') === place);
  const flow = row ? textIn(row, medium === 'air' ? 'flowNm3H' : 'flowM3D') : '';
  return /^\d+(\.\d+)?$/.test(flow) ? flow : null;
}
