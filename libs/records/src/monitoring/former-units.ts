import type { FormerUnit } from '@huanbao/permits';
import { newId } from '@huanbao/platform';
import type { DayContext } from './accept';
import { compare } from './compliance';
import type { MonitoringResult } from './monitoring.entity';

const REASON = '限值曾以另一单位的数值比较，按现单位重新判定，监测值未改';

/**
 * The same measurement against the limit of its day in the unit of today, as the row that takes the place of the old one; null where nothing is
 * different: it was judged anew already, or its limit is as small as that. Pure but for the new id.
 */
export function judgedAnew(old: MonitoringResult, day: DayContext | null, unit: FormerUnit, stamp: Pick<MonitoringResult, 'enteredAt' | 'enteredBy' | 'enteredByName'>): MonitoringResult | null {
  const limit = day?.limitOf(old.place, old.pollutant, 'day') ?? null;
  if (!day || limit === null || old.limitValue === null || Number(limit.value) === Number(old.limitValue)) return null;
  const { pollutant, value, unit: today, belowDetection, oxygenPercent } = old;
  // base oxygen is for mg/m³ only, which none of these is in
  const comparison = compare({ pollutant, value, unit: today, belowDetection, oxygenPercent, limit, baseOxygen: null, lowest: day.lowestOf(pollutant) });
  const line = {
    zh: `原按限值 ${old.limitValue} 判定：那是以 ${unit.former} 计的数值，监测值以 ${today} 计。限值换算为 ${today} 后重新判定，监测值未改`,
    en: `First judged by ${old.limitValue}, a number in ${unit.former}, while the result is in ${today}. Judged anew by the limit in ${today}; the result is unchanged.`,
  };
  return {
    ...old, ...stamp, id: newId(), externalId: null, comparedValue: comparison.comparedValue, limitValue: limit.value, limitStandard: limit.standard, verdict: comparison.verdict, steps: [line, ...comparison.steps],
    correctsId: old.id, reason: REASON,
  };
}
