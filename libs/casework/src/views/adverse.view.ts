import type { Actor } from '@huanbao/platform';
import type { AdverseDecision } from '../adverse/adverse.entity';
import { deciding, mayState, mayTakePart } from '../adverse/adverse.rules';
import type { AdverseView } from './case.view';

/** The party reads its own word and what it was told; answer, decision and service from the service on. */
export function adverseView(one: AdverseDecision, reader: { readonly actor: Actor; readonly outsider: boolean; readonly today: string }): AdverseView | null {
  // put forward without a word to the party: it learns of it by the service
  if (reader.outsider && one.statementUntil === null && one.state !== 'served') return null;
  const { id, measure, reasons, proposedByName, proposedAt, noticeId, statementUntil, statementProvisional, hearingRight, statedAt, statedByName, statement, statementFileIds } = one;
  const told = { id, measure, reasons, proposedByName, proposedAt, noticeId, statementUntil, statementProvisional, hearingRight, statedAt, statedByName, statement, statementFileIds };
  if (reader.outsider && one.state !== 'served') return { ...told, ...UNTOLD, state: one.state === 'decided' ? 'open' : one.state };
  const { state, answering, answer, answeredByName, decidedByName, decidedAt, decisionNoticeId, servedOn, serviceMethod, receivedBy } = one;
  const open = !reader.outsider && state === 'open';
  return {
    ...told, state, answering, answer, answeredByName, decidedByName, decidedAt, decisionNoticeId, servedOn, serviceMethod, receivedBy,
    deciding: open ? deciding(one, reader.today) : null,
    mayDecide: open && mayTakePart(one, reader.actor.userId, 'decider'),
  };
}

const UNTOLD = {
  answering: null, answer: null, answeredByName: null, decidedByName: null, decidedAt: null, decisionNoticeId: null, servedOn: null, serviceMethod: null, receivedBy: null,
  deciding: null, mayDecide: false,
} as const;

/** 陈述申辩 while its period is open; an answer once there is something to answer. */
export function fitsStatement(action: string, adverse: AdverseView | null, today: string): boolean {
  if (action === 'case.state') return adverse !== null && mayState({ ...adverse, state: adverse.state as AdverseDecision['state'] }, today) === 'yes';
  if (action === 'case.answer-statement') return adverse?.state === 'open' && adverse.statement !== null;
  return true;
}
