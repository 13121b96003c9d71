import { atBaseOxygen } from '@huanbao/standards';
import Decimal from 'decimal.js';
import type { BaseOxygenRow, LimitOfDay, LowerBound } from './compliance.types';
import type { Words } from './words';

export type Verdict = 'met' | 'exceeded' | 'no-limit' | 'not-comparable';

export interface Comparison {
  readonly verdict: Verdict;
  /** At base oxygen where the standard has it, else as measured. */
  readonly comparedValue: string;
  readonly steps: readonly Words[];
}

interface Measured {
  readonly pollutant: string;
  /** In the unit of the limit; the detection limit where nothing was found. */
  readonly value: string;
  readonly unit: string;
  readonly belowDetection: boolean;
  readonly oxygenPercent: string | null;
  readonly limit: LimitOfDay | null;
  readonly baseOxygen: BaseOxygenRow | null;
  /** Of pH: a permit writes the upper end of the range. */
  readonly lowest: LowerBound | null;
}

/** Compares a result with the permitted limit of its day. Not detected is met, unless the method cannot see as low as the limit. */
export function compare(measured: Measured): Comparison {
  const { value, unit, limit, belowDetection, lowest } = measured;
  const converted = atBase(measured);
  const { comparedValue, steps } = converted;
  if (!limit) return { verdict: 'no-limit', comparedValue, steps: [...steps, { zh: '许可证当天没有这一项的浓度限值', en: 'The permit of that day has no limit for it' }] };
  const against = { zh: `许可限值 ${limit.value} ${unit}（${limit.standard ?? '许可证载明'}）`, en: `Permitted ${limit.value} ${unit} (${limit.standard ?? 'the permit'})` };
  if (belowDetection) {
    const blind = new Decimal(comparedValue).gt(limit.value);
    return { verdict: blind ? 'not-comparable' : 'met', comparedValue, steps: [...steps, against, blind ? { zh: `检出限 ${value} 高于限值，不能判定是否达标，请换用检出限更低的方法`, en: `The detection limit ${value} is above the limit: no verdict. Use a more sensitive method.` } : { zh: '未检出，达标', en: 'Not detected: met' }] };
  }
  if (lowest && new Decimal(comparedValue).lt(lowest.value)) return { verdict: 'exceeded', comparedValue, steps: [...steps, against, belowWords(comparedValue, lowest)] };
  const over = new Decimal(comparedValue).gt(limit.value);
  return { verdict: over ? 'exceeded' : 'met', comparedValue, steps: [...steps, against, over ? { zh: `${comparedValue} ${unit} 超过限值`, en: `${comparedValue} ${unit} exceeds it` } : { zh: `${comparedValue} ${unit}，达标`, en: `${comparedValue} ${unit}: met` }] };
}

const belowWords = (value: string, { value: least, legalBasis, verified }: LowerBound): Words => ({
  zh: `${value} 低于下限 ${least}（${legalBasis}${verified ? '' : '，待核'}），不达标`,
  en: `${value} is below the lower bound ${least} (${legalBasis}${verified ? '' : ', not verified'})`,
});

function atBase({ value, unit, oxygenPercent, baseOxygen }: Measured): { comparedValue: string; steps: Words[] } {
  if (!baseOxygen || oxygenPercent === null || unit !== 'mg/m³') return { comparedValue: value, steps: [] };
  const converted = atBaseOxygen({ concentrationMgM3: value, oxygenPercent, baseOxygenPercent: baseOxygen.value });
  if ('refused' in converted) return { comparedValue: value, steps: [converted.refused] };
  const basis = { zh: `基准含氧量 ${baseOxygen.value}%（${baseOxygen.legalBasis}${baseOxygen.verified ? '' : '，待核'}）`, en: `Base oxygen ${baseOxygen.value} % (${baseOxygen.legalBasis}${baseOxygen.verified ? '' : ', not verified'})` };
  return { comparedValue: converted.concentrationMgM3, steps: [basis, converted.step] };
}
