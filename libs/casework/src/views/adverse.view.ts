import type { Actor } from '@huanbao/platform';
import type { AdverseDecision, Receipt } from '../adverse/adverse.entity';
import { deciding, hearingPends, isUnheard, mayAskHearing, mayState, mayTakePart } from '../adverse/adverse.rules';
import type { CaseRecord } from '../case.entity';
import { casePolicy } from '../casework.policy';
import { isBlockedByClaim } from '../engine/claim-rules';
import type { AdverseHearingView, AdverseView } from './case.view';
import type { WordReceiptView } from './word-receipt.view';

/** The party reads its own word, its hearing and what it was told; answer, decision and service from the service on. */
export function adverseView(one: AdverseDecision, reader: { readonly actor: Actor; readonly outsider: boolean; readonly today: string; readonly of: CaseRecord }): AdverseView | null {
  // put forward without a word to the party: it learns of it by the service
  if (reader.outsider && isUnheard(one) && one.state !== 'served') return null;
  const told = toldView(one);
  if (reader.outsider && one.state !== 'served') return { ...told, ...UNTOLD, state: one.state === 'decided' ? 'open' : one.state };
  const { state, answering, answer, answeredByName, decidedByName, decidedAt, decisionNoticeId, servedOn, serviceMethod, receivedBy } = one;
  const open = !reader.outsider && state === 'open';
  return {
    ...told, state, answering, answer, answeredByName, decidedByName, decidedAt, decisionNoticeId, servedOn, serviceMethod, receivedBy,
    deciding: open ? deciding(one, reader.today) : null,
    mayDecide: open && mayTakePart(one, reader.actor.userId, 'decider'),
    mayChair: open && hearingPends(one) && mayTakePart(one, reader.actor.userId, 'chair') && casePolicy.may(reader.actor, 'case.hear', reader.of) && !isBlockedByClaim(reader.actor, reader.of.claimedBy),
  };
}

function toldView(one: AdverseDecision) {
  const { id, measure, reasons, proposedByName, proposedAt, noticeId, statementDays, statementDayType, toldOn, toldHow, statementUntil, statementProvisional, statedAt, statedByName, statement, statementFileIds } = one;
  const { hearingRight, hearingDays, hearingDayType, hearingUntil, hearingAskedAt, hearingWithdrawnAt, hearing } = one;
  return {
    id, measure, reasons, proposedByName, proposedAt, noticeId, unheard: isUnheard(one), statementDays, statementDayType, toldOn, toldHow, statementUntil, statementProvisional, statedAt, statedByName, statement, statementFileIds,
    hearingRight, hearingDays, hearingDayType, hearingUntil, hearingAskedAt, hearingWithdrawnAt, hearing: hearing && hearingView(hearing),
    statementReceipt: receiptView(one.statementReceipt), hearingReceipt: receiptView(one.hearingReceipt), withdrawalReceipt: receiptView(one.withdrawalReceipt),
  };
}

/** Who typed it in is the bureau's own; that it was typed in is not. */
function receiptView(one: Receipt | null): WordReceiptView | null {
  if (one === null) return null;
  const { how, receivedOn, receivedBy, givenBy, fileId, fileHash, enteredByName } = one;
  return { how, receivedOn, receivedBy, givenBy, fileId, fileHash, enteredByName };
}

function hearingView({ notifiedOn, noticeId = null, noticeNumber, heldOn, time, place, host, outcome, record, recordFileId, recordedOn }: NonNullable<AdverseDecision['hearing']>): AdverseHearingView {
  return { notifiedOn, noticeId, noticeNumber, heldOn, time, place, host, outcome, record, recordFileId, recordedOn };
}

const UNTOLD = {
  answering: null, answer: null, answeredByName: null, decidedByName: null, decidedAt: null, decisionNoticeId: null, servedOn: null, serviceMethod: null, receivedBy: null,
  deciding: null, mayDecide: false, mayChair: false,
} as const;

type Fits = (one: AdverseDecision, today: string) => boolean;

/** When an act of a decision against the party has an object. */
const FITS: Readonly<Record<string, Fits>> = {
  'case.state': (one, today) => mayState(one, today) === 'yes',
  'case.ask-hearing': (one, today) => mayAskHearing(one, today) === 'yes',
  // to the minute when it is done; the page goes by the day
  'case.withdraw-hearing': (one, today) => (one.state === 'open' || one.state === 'decided') && hearingPends(one) && (one.hearing === null || today <= one.hearing.heldOn),
  'case.hear': one => one.state === 'open' && hearingPends(one),
  'case.receive-word': one => one.state === 'open' && !isUnheard(one) && (one.statedAt === null || hearingPends(one) || (one.hearingRight && one.hearingAskedAt === null && one.statement !== null)),
  'case.answer-statement': one => one.state === 'open' && one.statement !== null,
};

/** 陈述申辩 and 听证 while their periods are open; an answer once there is something to answer. */
export function fitsStatement(action: string, one: AdverseDecision | null, today: string): boolean {
  const fits = FITS[action];
  return fits === undefined || (one !== null && fits(one, today));
}
