import { c05 } from '../review/c05-limit-not-looser-than-standard';
import { c06 } from '../review/c06-standard-in-force';
import type { Finding, ReviewContext } from '../review/rule';

/** A remark as it is compared: which rule, how grave, where, what is expected. */
export interface SimulatedFinding {
  readonly ruleId: string;
  readonly level: 'E' | 'W';
  readonly pointer: string;
  readonly actual: string;
  readonly expected: string;
}

/** One application or permit that would be judged otherwise. */
export interface SimulatedCase {
  readonly kind: 'application' | 'permit';
  readonly id: string;
  /** Number of case or permit. */
  readonly number: string | null;
  readonly enterpriseName: string;
  readonly siteName: string;
  readonly appears: readonly SimulatedFinding[];
  readonly goes: readonly SimulatedFinding[];
}

export interface SimulationResult {
  readonly applications: { readonly checked: number; readonly changed: number };
  readonly permits: { readonly checked: number; readonly changed: number };
  readonly newErrors: number;
  readonly newWarnings: number;
  readonly gone: number;
  /** The first 500. */
  readonly cases: readonly SimulatedCase[];
  /** The day whose law is applied to permits and drafts. */
  readonly day: string;
}

export type LimitBook = Pick<ReviewContext, 'limits' | 'standards'>;

const findingsOf = (context: ReviewContext): Finding[] => [...c05.check(context), ...c06.check(context)];
const brief = ({ ruleId, level, pointer, actual, expected }: Finding): SimulatedFinding => ({ ruleId, level, pointer, actual, expected });
const keyOf = ({ ruleId, level, pointer, expected }: SimulatedFinding): string => `${ruleId} ${level} ${pointer} ${expected}`;

/** What C5 and C6 would say otherwise of one form. Pure. */
export function otherFindings(context: Omit<ReviewContext, 'limits' | 'standards'>, before: LimitBook, after: LimitBook): Pick<SimulatedCase, 'appears' | 'goes'> {
  const [was, is] = [findingsOf({ ...context, ...before }).map(brief), findingsOf({ ...context, ...after }).map(brief)];
  const [had, has] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))];
  return { appears: is.filter(one => !had.has(keyOf(one))), goes: was.filter(one => !has.has(keyOf(one))) };
}
