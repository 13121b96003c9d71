import type { Form } from '@huanbao/permits';
import type { Chosen, Reading } from '@huanbao/standards';
import { tableOf, textIn } from '../form-words';
import type { MonitoringExcuse } from '../monitoring/excuses';
import { planOf } from '../monitoring/plan';
import type { EmissionBasis } from './emission.entity';
import { type FacilityEntry, operatingDays } from './operating-days';
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
  readonly form: Form;
  readonly data: OutletData;
  readonly quarter: { readonly key: string; readonly from: string; readonly to: string };
}

/** The amount of an outlet and pollutant in a quarter, with the days that stood and those whose ledger is missing. Pure. */
export function quarterOfOutlet({ medium, place, pollutant }: OutletLine, { form, data, quarter }: Given): { chosen: Chosen; missingDays: number; standingDays: number } {
  const here = <T extends { place: string; pollutant: string }>(rows: readonly T[]): T[] => rows.filter(row => row.place === place && row.pollutant === pollutant);
  const figures = (kind: EmissionBasis['kind']) => here(data.bases).find(one => one.quarter === quarter.key && one.kind === kind)?.figures ?? null;
  const readings = here(data.readings).filter(row => row.day >= quarter.from && row.day <= quarter.to);
  const days = operatingDays(form, place, { ...quarter, today: data.today, entries: data.entries, excuses: data.excuses, dischargedOn: dischargedOn(place, data), stoppedOn: stoppedOn(readings, medium) });
  const time = operatingTime(form, place, days);
  const chosen = amountOfQuarter({
    medium, quarter, days: days.length, readings, time, stoodOn: new Set(days.filter(one => one.state === 'stood').map(one => one.day)),
    samples: here(data.samples).filter(row => row.sampledOn <= quarter.to), designFlow: designFlow(form, place, medium),
    coefficient: figures('coefficient') as never, balance: figures('balance') as never,
    automaticDemanded: planOf(form).some(line => line.place === place && line.pollutant === pollutant && line.method === 'auto'),
  });
  // only what is reckoned by hours of the ledger is the worse for its gaps
  const restsOnLedger = 'figure' in chosen && chosen.figure.method === 'manual';
  return { chosen, missingDays: restsOnLedger ? time.missingDays : 0, standingDays: time.standingDays };
}

/** Days on which a sample was taken at the outlet or a device measured a flow, whatever pollutant it was for. */
function dischargedOn(place: string, { samples, readings }: OutletData): Set<string> {
  return new Set([
    ...samples.filter(one => one.place === place).map(one => one.sampledOn),
    ...readings.filter(one => one.place === place && one.state === 'valid' && Number(one.flow) > 0).map(one => one.day),
  ]);
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
