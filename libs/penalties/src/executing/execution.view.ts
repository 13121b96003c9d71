import type { Paper } from '@huanbao/documents';
import { PaperServedView, PaperView } from '../penalty-parts.view';
import { COURT_NEXT } from '../rules/execution';
import type { Pursuit } from './following.service';

export class CourtEntryView {
  step!: string;
  on!: string;
  number!: string | null;
  words!: string;
  fileId!: string | null;
  byName!: string;
}

export class PenaltyExecutionView {
  id!: string;
  paper!: PaperView | null;
  issuedOn!: string;
  issuedByName!: string;
  served!: PaperServedView | null;
  /** Last day on which the party may still perform. */
  waitsUntil!: string | null;
  statement!: string | null;
  statedOn!: string | null;
  statedByName!: string | null;
  answer!: string | null;
  answeredByName!: string | null;
  court!: string | null;
  askedByName!: string | null;
  askedOn!: string | null;
  refusedReason!: string | null;
  /** Id of the paper of the application. */
  applicationId!: string | null;
  applicationNumber!: string | null;
  approvedByName!: string | null;
  approvedOn!: string | null;
  filedOn!: string | null;
  /** Of an application after the period: its justification. */
  lateReason!: string | null;
  courtNumber!: string | null;
  steps!: CourtEntryView[];
}

export class PursuitEndView {
  /** `given-up`: the bureau asks the court no more; `court`: ended by the court. */
  how!: string;
  ground!: string | null;
  on!: string;
  documentNo!: string | null;
  words!: string;
  fileId!: string | null;
  proposedByName!: string;
  decidedByName!: string | null;
}

export class PenaltyPursuitView {
  /** Something is due and its day is over. */
  isOverdue!: boolean;
  /** A contest runs: the court is not asked before its end. */
  rests!: boolean;
  remediesUntil!: string | null;
  /** An application can be made after this day, and at the latest on `untilDay`. */
  fromDay!: string | null;
  untilDay!: string | null;
  /** The last day on which the reminder can be served in time. */
  remindBy!: string | null;
  /** The last day is over and nothing was handed to the court. */
  isMissed!: boolean;
  /** By when the court, or the bureau at the court above, is to act. */
  courtDueOn!: string | null;
  /** What can be recorded of the court now. */
  nextSteps!: string[];
  execution!: PenaltyExecutionView | null;
  /** It is pursued no more; what is open stays open. */
  ended!: PursuitEndView | null;
}

const paperView = (paper: Paper | null): PaperView | null => paper && { ...paper, paragraphs: [...paper.paragraphs] };

export function pursuitView({ decision, isOverdue, span, execution, atCourt }: Pursuit, today: string): PenaltyPursuitView {
  return {
    isOverdue, rests: span === undefined, remediesUntil: span?.remediesUntil ?? null, fromDay: span?.fromDay ?? null, untilDay: span?.untilDay ?? null, remindBy: span?.remindBy ?? null,
    isMissed: span !== undefined && isOverdue && today > span.untilDay && atCourt === null && !decision.pursuitEnded, courtDueOn: decision.pursuitEnded ? null : (atCourt?.dueOn ?? null), nextSteps: atCourt && !decision.pursuitEnded ? [...COURT_NEXT[atCourt.step]] : [], execution: execution && executionView(execution),
    ended: decision.pursuitEnded && { ...decision.pursuitEnded },
  };
}

export function executionView(execution: NonNullable<Pursuit['execution']>): PenaltyExecutionView {
  const { id, paper, issuedOn, issuedByName, served, waitsUntil, statement, statedOn, statedByName, answer, answeredByName, court, askedByName, askedOn, refusedReason, applicationId, application, approvedByName, approvedOn, filedOn, lateReason, courtNumber, steps } = execution;
  return { id, paper: paperView(paper), issuedOn, issuedByName, served, waitsUntil, statement, statedOn, statedByName, answer, answeredByName, court, askedByName, askedOn, refusedReason, applicationId, applicationNumber: application?.number ?? null, approvedByName, approvedOn, filedOn, lateReason, courtNumber, steps: steps.map(one => ({ ...one })) };
}
