import { addDays } from '@huanbao/calendar';

/** `first`: judged by the bureau; `review`: 复查, decided by the supervisor. */
export type DisputeLevel = 'first' | 'review';
export type DisputeState = 'open' | 'reopened' | 'upheld';

export interface OwnDispute {
  readonly level: DisputeLevel;
  readonly state: DisputeState;
  readonly round: number;
  /** Civil day of the decision; null while it is open. */
  readonly decidedOn: string | null;
}

export interface Answered {
  readonly state: string;
  readonly round: number;
  readonly answeredOn: string | null;
  readonly closedOn: string | null;
}

/** Days to say so: after the answer, after the end, after the reasons of the first judgement, for the next authority. */
export interface DisputeDays {
  readonly first: number;
  readonly closed: number;
  readonly review: number;
  readonly recheck: number;
}

export type DisputeBar = 'not-answered' | 'open' | 'late' | 'over';

export interface DisputeStanding {
  /** What a statement today would be. */
  readonly level: DisputeLevel | null;
  /** Last day; null where no day is running. */
  readonly until: string | null;
  /** Why it cannot be said now; null when it can. */
  readonly bar: DisputeBar | null;
  /** After the review: last day to turn to the higher authority (复核). */
  readonly recheckUntil: string | null;
}

/** States in which an answer stands and may be disputed. */
export const DISPUTABLE = ['answered', 'closed', 'disputed', 'review'] as const;

const later = (a: string, b: string): string => (a > b ? a : b);
const bar = (given: DisputeBar, level: DisputeLevel | null = null, until: string | null = null, recheckUntil: string | null = null): DisputeStanding => ({ level, until, bar: given, recheckUntil });

/**
 * Whether a reporter may say today that the answer does not satisfy, and as what it counts: the first time the bureau judges it,
 * the second time it is a review (信访工作条例 35), after which only the higher authority is left (36). Pure.
 */
export function disputeStanding({ state, answeredOn, closedOn }: Answered, own: readonly OwnDispute[], days: DisputeDays, today: string): DisputeStanding {
  if (own.some(one => one.state === 'open')) return bar('open');
  // while it is handled again no answer stands: days count from the new one
  const standing = (DISPUTABLE as readonly string[]).includes(state) ? answeredOn : null;
  const reviewed = own.findLast(one => one.level === 'review');
  if (reviewed?.decidedOn) return bar('over', null, null, standing === null ? null : addDays(later(reviewed.decidedOn, standing), days.recheck));
  if (standing === null) return bar('not-answered');
  const judged = own.findLast(one => one.decidedOn !== null);
  const level: DisputeLevel = judged ? 'review' : 'first';
  const until = judged ? reviewUntil(judged, standing, days) : firstUntil(standing, closedOn, days);
  return today > until ? bar('late', level, until) : { level, until, bar: null, recheckUntil: null };
}

/** A complaint that was closed may be opened again for some days after its end, however old its answer is. */
const firstUntil = (answeredOn: string, closedOn: string | null, days: DisputeDays): string => {
  const fromAnswer = addDays(answeredOn, days.first);
  return closedOn === null ? fromAnswer : later(fromAnswer, addDays(closedOn, days.closed));
};

/** The review counts from the reasons that were given, or from the answer of the round they led to. */
const reviewUntil = (judged: OwnDispute, answeredOn: string, days: DisputeDays): string => addDays(later(judged.decidedOn ?? answeredOn, answeredOn), days.review);

/** States in which somebody may stand in for who would decide, and as what. */
export const STOOD_IN: Readonly<Record<string, DisputeLevel>> = { disputed: 'first', review: 'review' };
