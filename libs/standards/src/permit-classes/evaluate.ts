import { Decimal } from 'decimal.js';
import type { Condition, PermitLevel } from './types';

export type Answers = Readonly<Record<string, boolean | string | undefined>>;

export interface Situation {
  /** Four-digit class that is being looked at; empty for the common processes. */
  readonly industry: string;
  readonly answers: Answers;
  /** The strictest level of the common processes: null none, undefined not yet known. */
  readonly process?: PermitLevel | null;
  readonly processAsks?: readonly string[];
}

/** Whether a condition holds; undefined together with the questions whose answers are missing. */
export interface Verdict {
  readonly holds: boolean | undefined;
  readonly asks: readonly string[];
}

const known = (holds: boolean): Verdict => ({ holds, asks: [] });
const unknown = (asks: readonly string[]): Verdict => ({ holds: undefined, asks });

/** Three-valued: an answer that cannot change the outcome is never asked for. */
export function evaluate(condition: Condition, situation: Situation): Verdict {
  switch (condition.op) {
    case 'always':
      return known(true);
    case 'industry':
      return known(condition.codes.some(code => situation.industry.startsWith(code)));
    case 'yes':
      return ofAnswer(condition.question, situation, answer => answer === true);
    case 'at-least':
      return ofAnswer(condition.question, situation, answer => new Decimal(String(answer)).gte(condition.value));
    case 'more-than':
      return ofAnswer(condition.question, situation, answer => new Decimal(String(answer)).gt(condition.value));
    case 'process':
      return situation.process === undefined ? unknown(situation.processAsks ?? []) : known(situation.process === condition.level);
    case 'not': {
      const { holds, asks } = evaluate(condition.of, situation);
      return { holds: holds === undefined ? undefined : !holds, asks };
    }
    case 'all':
      return joined(condition.of, situation, false);
    case 'any':
      return joined(condition.of, situation, true);
  }
}

function ofAnswer(question: string, { answers }: Situation, test: (answer: boolean | string) => boolean): Verdict {
  const answer = answers[question];
  return answer === undefined || answer === '' ? unknown([question]) : known(test(answer));
}

/**
 * `all` and `any` alike: one member of the deciding value settles it. Of an `all` only the first open member is asked, for a
 * no ends it; the members of an `any` are asked together, as one form.
 */
function joined(members: readonly Condition[], situation: Situation, deciding: boolean): Verdict {
  const verdicts = members.map(member => evaluate(member, situation));
  if (verdicts.some(verdict => verdict.holds === deciding)) return known(deciding);
  const open = verdicts.filter(verdict => verdict.holds === undefined);
  if (open.length === 0) return known(!deciding);
  return unknown([...new Set((deciding ? open : open.slice(0, 1)).flatMap(verdict => verdict.asks))]);
}
