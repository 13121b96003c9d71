import Decimal from 'decimal.js';
import type { ParameterKey, Parameters } from './parameters';

/** What became of the work of one closed contract, as far as the platform knows. */
export interface OutcomeFacts {
  /** Results that the bureau approved without having sent them back. */
  readonly firstPass: number;
  /** Times the bureau sent results back. */
  readonly returned: number;
  /** Results the bureau refused in the end. */
  readonly refused: number;
  /** Findings that a result was rejected for the firm's fault. */
  readonly faults: number;
  /** Times the client asked for rework. */
  readonly reworks: number;
  /** Days after the day agreed; of several milestones the latest. */
  readonly lateDays: number;
  /** Days with a result above its limit after the acceptance of treatment or its running. */
  readonly exceedances: number;
}

export const NOTHING_KNOWN: OutcomeFacts = { firstPass: 0, returned: 0, refused: 0, faults: 0, reworks: 0, lateDays: 0, exceedances: 0 };

export type OutcomeCode = 'first-pass' | 'returned' | 'refused' | 'fault' | 'rework' | 'late' | 'exceedance';

/** One line of the explanation: what happened, how often, what it is worth. */
export interface OutcomeLine {
  readonly code: OutcomeCode;
  readonly count: number;
  /** Points with sign, two decimals. */
  readonly points: string;
}

/** What the outcomes add to or take from a rating, line by line; lines worth nothing are left out. */
export function outcomeLines(facts: OutcomeFacts, value: Parameters): OutcomeLine[] {
  const each = (code: OutcomeCode, count: number, { steps = count, most }: { steps?: number; most?: ParameterKey } = {}): OutcomeLine => {
    const points = value(code).times(steps);
    return { code, count, points: (most ? Decimal.max(points, value(most)) : points).toFixed(2) };
  };
  const lines = [
    each('first-pass', facts.firstPass, { steps: Math.min(facts.firstPass, 1) }), each('returned', facts.returned, { most: 'returned.most' }), each('refused', facts.refused, { steps: Math.min(facts.refused, 1) }),
    each('fault', facts.faults, { steps: Math.min(facts.faults, 1) }), each('rework', facts.reworks, { most: 'rework.most' }), each('late', facts.lateDays, { steps: Math.floor(Math.max(0, facts.lateDays) / Math.max(1, value('late-step').toNumber())), most: 'late.most' }),
    each('exceedance', facts.exceedances, { most: 'exceedance.most' }),
  ];
  return lines.filter(line => line.count > 0 && !new Decimal(line.points).isZero());
}

/** The client's mark joined with what became of the work: never below 1 nor above 5. */
export function adjusted(mark: string, lines: readonly OutcomeLine[]): string {
  const sum = lines.reduce((total, line) => total.plus(line.points), new Decimal(mark));
  return Decimal.min(5, Decimal.max(1, sum)).toFixed(2);
}
