import { newId } from '@huanbao/platform';
import type { AcceptedResult } from './accept';
import type { MonitoringResult } from './monitoring.entity';

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

type Stamp = Pick<MonitoringResult, 'permitId' | 'enterpriseId' | 'source' | 'enteredAt' | 'enteredBy' | 'enteredByName'>;

/** An accepted result as a row of its table. */
export function rowOf(result: AcceptedResult, stamp: Stamp, over: Partial<MonitoringResult> = {}): MonitoringResult {
  const { medium, place, pollutant, method, sampledAt, sampledOn, sampleNo, reported, value, unit, oxygenPercent, baseOxygenPercent, comparison, limit, flow, technique, laboratory, cma, reportNo, reportFileId, note, confirmed, externalId } = result;
  return {
    ...stamp, id: newId(), medium, place, pollutant, method, sampledAt, sampledOn, sampleNo, reported: reported.text, belowDetection: reported.belowDetection, value, unit, reportedUnit: unit,
    oxygenPercent, baseOxygenPercent, comparedValue: comparison.comparedValue, limitValue: limit?.value ?? null, limitStandard: limit?.standard ?? null, verdict: comparison.verdict, steps: comparison.steps,
    flow, technique, laboratory, cma, reportNo, reportFileId, note, confirmed, externalId, correctsId: null, reason: null, voided: false, ...over,
  };
}

/** A stored result as it would be sent again: the beginning of its correction. */
export function rawOf(row: MonitoringResult): Record<string, unknown> {
  const { place, pollutant, method, sampledAt, reported, unit, sampleNo, oxygenPercent, flow, technique, laboratory, cma, reportNo, reportFileId, note, confirmed } = row;
  const raw = { place, pollutant, method, sampledAt: sampledAt.toISOString(), value: reported, unit, sampleNo, oxygenPercent, flow, technique, laboratory, cma, ownLaboratory: cma === null, reportNo, reportFileId, note, confirmed: [...confirmed] };
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
}

/** Whether two rows say the same thing: a batch that is sent again. */
export function saysTheSame(one: MonitoringResult, other: MonitoringResult): boolean {
  const words = (row: MonitoringResult): string => JSON.stringify([row.place, row.pollutant, row.method, new Date(row.sampledAt).getTime(), row.belowDetection, Number(row.value), numeric(row.oxygenPercent), numeric(row.flow), row.sampleNo, row.laboratory, row.cma, row.reportNo, row.reportFileId, row.technique, row.note]);
  return words(one) === words(other);
}

const numeric = (value: string | null): number | null => (value === null ? null : Number(value));

