import { METHODS, refused, type Method, type Outcome, type Refusal } from './amount';

export interface Candidates {
  /** undefined: there is no such data at all (for `automatic`: no device reported). */
  readonly automatic?: Outcome;
  readonly manual?: Outcome;
  readonly coefficient?: Outcome;
  /** The coefficient without removal, for an outlet that should have had automatic monitoring. */
  readonly directDischarge?: Outcome;
  readonly balance?: Outcome;
}

export type Chosen = Outcome & {
  /** Stronger methods that were there and did not hold, with their reasons. */
  readonly passedOver: readonly (Refusal & { readonly method: Method })[];
};

/**
 * Automatic before manual before coefficient before balance. An outlet whose permit demands automatic monitoring and
 * that has none is reckoned as direct discharge, whatever was measured by hand.
 */
export function choose(candidates: Candidates, automaticDemanded: boolean): Chosen {
  if (automaticDemanded && candidates.automatic === undefined) return { ...undemanded(candidates), passedOver: [] };
  const passedOver: (Refusal & { method: Method })[] = [];
  for (const method of METHODS) {
    const outcome = candidates[method];
    if (!outcome) continue;
    if ('figure' in outcome) return { ...outcome, passedOver };
    passedOver.push({ ...outcome.refused, method });
  }
  const last = passedOver[passedOver.length - 1];
  return { ...(last ? { refused: last } : refused('no-data', '本期没有可用于核算的数据：请录入监测结果，或填写产污系数、物料衡算', 'No data of the period to reckon with: enter results, a coefficient or a balance.')), passedOver };
}

function undemanded(candidates: Candidates): Outcome {
  return (
    candidates.directDischarge ??
    refused('direct-discharge', '许可证要求自动监测而没有自动监测数据，应按产污系数直排核算：请填写产量和产污系数', 'The permit demands automatic monitoring and there is none: enter activity and formation factor; it is reckoned as direct discharge.')
  );
}
