import type { CaseDetailView, CaseRecord } from '@huanbao/casework';
import type { Actor } from '@huanbao/platform';
import type { Penalty, PenaltyContest, PenaltyDecision, PenaltyDeferral, PenaltyDiscussion, PenaltyEvidence, PenaltyExtension, PenaltyNotice, PenaltyPayment, PenaltyUndoing, Proposed } from './entities';
import { pursuitView } from './executing/execution.view';
import type { Pursuit } from './executing/following.service';
import { type PenaltyAction, penaltyPolicy } from './penalties.policy';
import { penaltyMachine, type PenaltyState } from './penalty.machine';
import type { PenaltyDecisionView, PenaltyEvidenceView, PenaltyLawChoiceView, PenaltyLawView, PenaltyNeedsView, PenaltyNoticeView, PenaltyPaymentView, PenaltyProposedView, PenaltyUndoingView } from './penalty-parts.view';
import type { PenaltyItemView, PenaltyView } from './penalty.view';
import type { LawChoice, LawOption } from './rules/law';
import { isZero } from './rules/money';
import { type Account, type ClosingCondition, takesPayments } from './steps/account';
import { TONES } from './words';

export type CasedPenalty = Penalty & { readonly case: CaseRecord; readonly decision: PenaltyDecision | null };

export function itemView({ id, number, partyName, partyKind, clueKind, violationTitle, openedAt, case: c, decision }: CasedPenalty): PenaltyItemView {
  const { label } = penaltyMachine.states[c.state as PenaltyState];
  return {
    id, number: number ?? '', partyName, partyKind, clueKind, violationTitle, state: c.state, stateZh: label.zh, stateEn: label.en, tone: TONES[c.state] ?? 'neutral', dueOn: c.dueOn, remainingDays: c.remainingDays, dueProvisional: c.dueProvisional,
    claimedByName: c.claimedByName, openedAt: openedAt.toISOString(), decisionNumber: decision?.number ?? null, fineYuan: decision?.fineYuan ?? null, publishDue: decision?.kind === 'penalty' && decision.publishes ? decision.publishDue : null, publishedAt: iso(decision?.publishedAt), pursuitEnded: decision?.pursuitEnded?.how ?? null,
  };
}

interface Around {
  readonly case: CaseDetailView;
  readonly lawChoice: LawChoice | null;
  readonly evidence: readonly PenaltyEvidence[];
  readonly extensions: readonly PenaltyExtension[];
  readonly notices: readonly PenaltyNotice[];
  readonly discussions: readonly PenaltyDiscussion[];
  readonly payments: readonly PenaltyPayment[];
  readonly deferrals: readonly PenaltyDeferral[];
  readonly contests: readonly PenaltyContest[];
  readonly undoings: readonly PenaltyUndoing[];
  readonly account: Account | null;
  readonly pursuit: Pursuit | undefined;
  readonly closing: readonly ClosingCondition[];
  readonly code: string | null;
  readonly needs: PenaltyNeedsView | null;
  readonly parent: Penalty | null;
  readonly children: readonly Penalty[];
  readonly isPublic: boolean;
  readonly today: string;
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
const link = ({ id, number }: Penalty): { id: string; number: string } => ({ id, number: number ?? '' });

export function detailView(actor: Actor, row: CasedPenalty, around: Around): PenaltyView {
  const { partyOrgId, clueText, discoveredOn, sourceType, sourceId, inspectionId, complaintId, dailyDays, dailyYuan, openedByName, violation, conductFrom, conductTo, hasConsequence, timeBarUntil, timeBarReason, submittedByName, filingGrounds, filedOn, filedByName, facts, concludedByName, decision } = row;
  return {
    ...itemView(row), version: row.case.version, partyOrgId, partyCode: around.code, clueText, discoveredOn, sourceType, sourceId, inspectionId, complaintId, parent: around.parent && link(around.parent), children: around.children.map(link), dailyDays, dailyYuan, openedByName, violation, conductFrom, conductTo,
    hasConsequence, timeBarUntil, isTimeBarred: timeBarUntil !== null && discoveredOn > timeBarUntil, timeBarReason, investigators: row.investigators.map(({ officerId, name, certificateNo }) => ({ officerId, name, certificateNo })),
    submittedByName, filingGrounds, filedOn, filedByName, lawChoice: around.lawChoice && choiceView(around.lawChoice), facts, proposed: row.proposed && proposedView(row.proposed), concludedByName,
    examined: row.examined && said(row.examined), legalReview: row.legalReview && said(row.legalReview), evidence: around.evidence.map(evidenceView),
    extensions: around.extensions.map(({ id, clock, days, reason, state, askedByName, decidedByName, decidedReason }) => ({ id, clock, days, reason, state, askedByName, decidedByName, decidedReason })),
    notices: around.notices.map(noticeView), discussions: around.discussions.map(({ id, about, heldOn, members, minutes, conclusion, recordedByName }) => ({ id, about, heldOn, members, minutes, conclusion, recordedByName })),
    decision: decision && decisionView(decision, around.isPublic), account: around.account, pursuit: around.pursuit ? pursuitView(around.pursuit, around.today) : null, payments: around.payments.map(paymentView),
    deferrals: around.deferrals.map(({ id, plan, reason, state, askedByName, decidedByName, decidedReason }) => ({ id, plan: [...plan], reason, state, askedByName, decidedByName, decidedReason })),
    contests: around.contests.map(({ id, kind, body, number, filedOn: on, stopsExecution, stopReason, endedOn, outcome, outcomeWords, changedFineYuan }) => ({ id, kind, body, number, filedOn: on, stopsExecution, stopReason, endedOn, outcome, outcomeWords, changedFineYuan })),
    undoings: around.undoings.map(one => undoingView(one, actor)), closing: [...around.closing], needs: around.needs, case: around.case, actions: [...actionsOf(actor, row), ...(row.case.state === 'closed' && owes(row, around.account) && penaltyPolicy.may(actor, 'penalty.investigate', row) ? ['pay'] : [])],
  };
}

const owes = ({ case: c, decision }: CasedPenalty, account: Account | null): boolean => takesPayments(c.state, decision) && account !== null && !isZero(account.openYuan);
const said = ({ byName, at, words }: { byName: string; at: string; words: string }): { byName: string; at: string; words: string } => ({ byName, at, words });
const lawView = (law: LawOption): PenaltyLawView => ({ ...law, measures: [...law.measures] });
const choiceView = ({ law, others, warnings }: LawChoice): PenaltyLawChoiceView => ({ law: lawView(law), others: others.map(lawView), warnings: [...warnings] });

const proposedView = ({ discretion, ...one }: Proposed): PenaltyProposedView => ({
  ...one, law: lawView(one.law), mitigation: one.mitigation ?? null, warnings: [...one.warnings], measures: [...one.measures],
  discretion: discretion && { sharePercent: discretion.sharePercent, centreYuan: discretion.centreYuan, fromYuan: discretion.fromYuan, toYuan: discretion.toYuan, steps: [...discretion.steps], isVerified: discretion.isVerified },
});

const evidenceView = ({ id, kind, title, proves, obtainedOn, fileId, fileHash, addedByName, addedAt, withdrawnAt, withdrawnReason }: PenaltyEvidence): PenaltyEvidenceView => ({
  id, kind, title, proves, obtainedOn, fileId, fileHash, addedByName, addedAt: addedAt.toISOString(), withdrawnAt: iso(withdrawnAt), withdrawnReason,
});

export const noticeView = (notice: PenaltyNotice): PenaltyNoticeView => {
  const { id, number, isCurrent, paper, measures, fineYuan, confiscateYuan, hearingRight, served, statementUntil, hearingUntil, statement, statedAt, statedByName, waivedAt, hearingAskedAt, points, answeredByName, hearing } = notice;
  return {
    id, number, isCurrent, paper: { ...paper, paragraphs: [...paper.paragraphs] }, measures, fineYuan, confiscateYuan, hearingRight, served, statementUntil, hearingUntil, statement, statedAt: iso(statedAt), statedByName, waivedAt: iso(waivedAt),
    hearingAskedAt: iso(hearingAskedAt), points: [...points], answeredByName, hearing: hearing && { notifiedOn: hearing.notifiedOn, heldOn: hearing.heldOn, place: hearing.place, host: hearing.host, record: hearing.record },
  };
};

export const decisionView = (decision: PenaltyDecision, isPublic: boolean): PenaltyDecisionView => {
  const { id, number, kind, paper, measures, fineYuan, confiscateYuan, dueFineYuan, ground, reasons, outsideReason, mitigation, decidedByName, decidedOn, served, paymentDueOn, plan, performed, publishDue, publishes, publicSummary, publishUntil, unpublishedReason, revokedReason, revokedByName } = decision;
  return {
    id, number, kind, paper: { ...paper, paragraphs: [...paper.paragraphs] }, measures, fineYuan, confiscateYuan, dueFineYuan, ground, reasons, outsideReason, mitigation, decidedByName, decidedOn, served, paymentDueOn, plan: [...plan], performed, publishDue, publishes,
    isPublic, publishedAt: iso(decision.publishedAt), publicSummary, publishUntil, unpublishedAt: iso(decision.unpublishedAt), unpublishedReason, revokedAt: iso(decision.revokedAt), revokedReason, revokedByName,
  };
};

export const paymentView = ({ id, paidOn, yuan, voucherNo, fileId, state, byParty, enteredByName, decidedByName, refusedReason }: PenaltyPayment): PenaltyPaymentView => ({ id, paidOn, yuan, voucherNo, fileId, state, byParty, enteredByName, decidedByName, refusedReason });

const undoingView = ({ id, kind, ground, documentNo, fileId, reason, contest, endedOn, state, proposedBy, proposedByName, decidedByName, decidedReason }: PenaltyUndoing, actor: Actor): PenaltyUndoingView => ({
  id, kind, ground, documentNo, fileId, reason, contestId: contest?.contestId ?? null, endedOn: endedOn ?? contest?.endedOn ?? null, outcome: contest?.outcome ?? null, changedFineYuan: contest?.changedFineYuan ?? null, state, proposedByName, isOwn: proposedBy === actor.userId, decidedByName, decidedReason,
});

const UNDECIDED = ['examining', 'noticing', 'stating', 'legal-review', 'deciding'];
const STEPS: readonly (readonly [string, readonly string[], PenaltyAction])[] = [
  ['submit', ['clue'], 'penalty.investigate'], ['file', ['filing'], 'penalty.approve'], ['return', ['filing'], 'penalty.approve'], ['refuse', ['clue', 'filing'], 'penalty.approve'],
  ['ask-extension', ['clue', 'investigating', 'stating', 'deciding'], 'penalty.investigate'], ['decide-extension', ['clue', 'investigating', 'stating', 'deciding'], 'penalty.approve'],
  ['evidence', ['investigating', 'stating'], 'penalty.investigate'], ['conclude', ['investigating'], 'penalty.investigate'], ['examine', ['examining'], 'penalty.review'], ['send-back', UNDECIDED, 'penalty.review'],
  ['serve-notice', ['noticing'], 'penalty.investigate'], ['paper-statement', ['stating'], 'penalty.investigate'], ['answer', ['stating'], 'penalty.investigate'], ['go-on', ['stating'], 'penalty.investigate'], ['hear', ['stating'], 'penalty.review'], ['heard', ['hearing'], 'penalty.review'],
  ['legal-review', ['legal-review'], 'penalty.review'], ['discuss', ['deciding', 'investigating', 'stating'], 'penalty.approve'], ['decide', ['deciding'], 'penalty.decide'], ['serve', ['decided'], 'penalty.investigate'],
  ['pay', ['performing'], 'penalty.investigate'], ['ask-deferral', ['performing'], 'penalty.investigate'], ['decide-deferral', ['performing'], 'penalty.approve'], ['perform', ['performing'], 'penalty.investigate'], ['remind', ['performing'], 'penalty.investigate'], ['sign-court', ['performing'], 'penalty.approve'], ['end-pursuit', ['performing'], 'penalty.investigate'], ['daily', ['performing', 'closed'], 'penalty.investigate'],
  ['contest', ['performing', 'closed'], 'penalty.investigate'], ['end-contest', ['performing', 'closed'], 'penalty.investigate'], ['publish', ['performing', 'closed'], 'penalty.publish'], ['unpublish', ['performing', 'closed'], 'penalty.investigate'], ['close', ['performing'], 'penalty.approve'], ['revoke', ['decided', 'performing', 'closed'], 'penalty.investigate'], ['decide-undoing', ['decided', 'performing', 'closed'], 'penalty.approve'],
];

const actionsOf = (actor: Actor, row: CasedPenalty): string[] => STEPS.filter(([, states, action]) => states.includes(row.case.state) && penaltyPolicy.may(actor, action, row)).map(([name]) => name);
