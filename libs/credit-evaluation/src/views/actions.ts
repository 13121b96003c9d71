import type { CaseRecord } from '@huanbao/casework';
import type { Actor } from '@huanbao/platform';
import type { CreditEvaluation, EvaluationYear } from '../evaluation.entity';
import { type EvaluationAction, evaluationPolicy } from '../evaluation.policy';

interface Facts {
  readonly row: CreditEvaluation;
  readonly year: EvaluationYear;
  readonly today: string;
}

type When = (facts: Facts, actor: Actor) => boolean;
const always: When = () => true;
const reportOver: When = ({ row, year, today }) => today > (row.returned > 0 ? year.checkUntil : year.reportUntil);
const inTime: When = ({ row, today }) => row.publicUntil !== null && today <= row.publicUntil;
const notChecker: When = ({ row }, { userId }) => row.checkedBy !== userId;
const stranger: When = ({ row }, { userId }) => row.checkedBy !== userId && row.reviewedBy !== userId;

/** What can be done in which stage, by whom, and when: the one table behind the buttons. */
const STEPS: readonly (readonly [action: string, states: readonly string[], need: EvaluationAction, when: When])[] = [
  ['save', ['reporting'], 'credit-evaluation.prepare', always],
  ['refresh', ['reporting'], 'credit-evaluation.prepare', always],
  ['submit', ['reporting'], 'credit-evaluation.submit', always],
  ['take-up', ['reporting'], 'credit-evaluation.check', reportOver],
  ['check', ['checking'], 'credit-evaluation.check', always],
  ['finish', ['checking'], 'credit-evaluation.check', always],
  ['give-back', ['checking'], 'credit-evaluation.check', ({ row }) => row.returned === 0],
  ['check', ['correcting'], 'credit-evaluation.check', always],
  ['propose-correction', ['correcting'], 'credit-evaluation.check', always],
  ['decide-correction', ['deciding'], 'credit-evaluation.correct', notChecker],
  ['confirm', ['reviewing'], 'credit-evaluation.review', notChecker],
  ['send-back', ['reviewing'], 'credit-evaluation.review', notChecker],
  ['object', ['publicity', 'objection'], 'credit-evaluation.object', inTime],
  ['recheck', ['objection'], 'credit-evaluation.recheck', stranger],
];

export const actionsNow = (actor: Actor, c: CaseRecord, facts: Facts): string[] => STEPS.filter(([, states, need, when]) => states.includes(c.state) && evaluationPolicy.may(actor, need, c) && when(facts, actor)).map(([action]) => action);
