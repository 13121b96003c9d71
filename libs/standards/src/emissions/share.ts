import { D } from './amount';

export type Warning = 'none' | 'near' | 'full';

/** From which share of the permitted amount people are warned a first time; the second time is at the whole of it. */
const NEAR = '0.8';

export interface Share {
  /** Percent of the permitted amount, one decimal; null where no amount is permitted or set. */
  readonly usedPercent: string | null;
  readonly warning: Warning;
}

/** How much of what is permitted for the year is used up. A permitted amount of 0 is used up by the first gram. */
export function shareUsed(amountT: string, permittedT: string | null): Share {
  if (permittedT === null) return { usedPercent: null, warning: 'none' };
  const [amount, permitted] = [new D(amountT), new D(permittedT)];
  if (permitted.isZero()) return { usedPercent: amount.isZero() ? '0' : null, warning: amount.isZero() ? 'none' : 'full' };
  const share = amount.div(permitted);
  // rounded down: 100 % is never shown before it is reached
  return { usedPercent: share.mul(100).toDecimalPlaces(1, D.ROUND_DOWN).toFixed(), warning: share.gte(1) ? 'full' : share.gte(NEAR) ? 'near' : 'none' };
}
