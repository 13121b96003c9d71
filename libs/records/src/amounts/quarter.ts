import { airFromHours, airFromSamples, type Candidates, choose, type Chosen, fromBalance, fromCoefficient, nothingDischarged, type Outcome, type Reading, waterFromDays, waterFromSamples } from '@huanbao/standards';
import type { BalanceInput, CoefficientInput } from '@huanbao/standards';
import Decimal from 'decimal.js';
import type { Words } from '../monitoring/words';
import type { OperatingTime } from './operating-time';

/** A result by hand, as far as amounts need it. */
export interface AmountSample {
  readonly sampledOn: string;
  /** Measured, mg/m³ or mg/L; the detection limit where nothing was found. */
  readonly value: string;
  readonly belowDetection: boolean;
  readonly flow: string | null;
}

export interface QuarterInput {
  readonly medium: 'air' | 'water';
  readonly quarter: { readonly key: string; readonly from: string; readonly to: string };
  /** Days of the quarter that are over (up to today). */
  readonly days: number;
  readonly readings: readonly Reading[];
  /** Results by hand of the year. */
  readonly samples: readonly AmountSample[];
  readonly time: OperatingTime;
  /** Days that stood. */
  readonly stoodOn: ReadonlySet<string>;
  /** Flow of the permit, where a result has none. */
  readonly designFlow: string | null;
  readonly coefficient: Omit<CoefficientInput, 'directDischarge'> | null;
  readonly balance: BalanceInput | null;
  readonly automaticDemanded: boolean;
}

/** The amount of one outlet and pollutant in a quarter, by the strongest data there are. */
export function amountOfQuarter(input: QuarterInput): Chosen {
  const { coefficient, balance, readings, time } = input;
  // figures a person entered for the quarter say that something was discharged
  if (time.isStanding && !coefficient && !balance) return { ...nothingDischarged(time.source), passedOver: [] };
  const candidates: Candidates = {
    ...(readings.length > 0 ? { automatic: automatic(input) } : {}),
    // over a time that stood, results by hand come to a zero that would beat those figures
    ...(input.samples.length > 0 && !time.isStanding ? { manual: manual(input) } : {}),
    ...(coefficient ? { coefficient: fromCoefficient(coefficient), directDischarge: fromCoefficient({ ...coefficient, directDischarge: true }) } : {}),
    ...(balance ? { balance: fromBalance(balance) } : {}),
  };
  return choose(candidates, input.automaticDemanded);
}

/** Days that stood are expected to have no data; what a device went on sending of them is left out. */
function automatic({ medium, readings, days, stoodOn, quarter }: QuarterInput): Outcome {
  const used = readings.filter(one => !stoodOn.has(one.at.slice(0, 10)));
  const units = days - stoodOn.size;
  return medium === 'air' ? airFromHours({ readings: used, units: units * 24, day: quarter.to }) : waterFromDays({ readings: used, units, day: quarter.to });
}

/** Results of the quarter; where it has none, those of the year so far. Nothing found counts as half the detection limit. */
function manual({ medium, samples, quarter, time, designFlow }: QuarterInput): Outcome {
  const own = samples.filter(one => one.sampledOn >= quarter.from && one.sampledOn <= quarter.to);
  const used = own.length > 0 ? own : samples;
  const withFlow = used.map(one => ({ concentration: one.belowDetection ? new Decimal(one.value).div(2).toFixed() : one.value, flow: one.flow ?? designFlow }));
  if (withFlow.some(one => one.flow === null)) return { refused: { code: 'no-flow', zh: '监测结果没有流量，许可证也没有载明流量：请在结果里补填流量', en: 'The results have no flow and the permit names none: enter the flow of the results.' } };
  const given = withFlow.map(one => ({ concentration: one.concentration, flow: one.flow as string }));
  const outcome = medium === 'air' ? airFromSamples(given, time.hours) : waterFromSamples(given, time.days);
  return 'figure' in outcome ? { figure: { ...outcome.figure, steps: [...notes({ used, own, designFlow }), ...outcome.figure.steps, ...time.source] } } : outcome;
}

function notes({ used, own, designFlow }: { used: readonly AmountSample[]; own: readonly AmountSample[]; designFlow: string | null }): Words[] {
  const below = used.filter(one => one.belowDetection).length;
  const without = used.filter(one => one.flow === null).length;
  return [
    ...(own.length === 0 ? [{ zh: '本季没有手工监测，用当年已有的监测结果', en: 'No monitoring in the quarter: results of the year so far' }] : []),
    ...(below > 0 ? [{ zh: `${below} 次未检出，按检出限的一半计（待核）`, en: `${below} not detected, counted as half the detection limit (not verified)` }] : []),
    ...(without > 0 ? [{ zh: `${without} 次没有实测流量，用许可证载明的流量 ${designFlow ?? ''}`, en: `${without} without measured flow: the permit’s ${designFlow ?? ''}` }] : []),
  ];
}

/** Sum of decimal texts. */
export const sumOf = (amounts: readonly string[]): string => amounts.reduce((sum, one) => sum.add(one), new Decimal(0)).toFixed();
