import type { CaseDetailView, CaseRecord } from '@huanbao/casework';
import type { StoredFile } from '@huanbao/documents';
import type { Actor } from '@huanbao/platform';
import type { WatchContest, WatchDecision, WatchEntry, WatchNotice, WatchRemoval, WatchSource } from './entities';
import type { WatchContestView, WatchDecisionView, WatchNoticeView, WatchRemovalView, WatchSourceView } from './entry-parts.view';
import type { WatchEntryView, WatchItemView } from './entry.view';
import type { BroughtMeasure } from './papers';
import { IN_FORCE, watchListMachine, type WatchState } from './watch-list.machine';
import { type WatchAction, watchListPolicy } from './watch-list.policy';
import { TONES } from './words';

export type CasedEntry = WatchEntry & { readonly case: CaseRecord; readonly decision: WatchDecision | null };

export function itemView({ id, number, subjectKind, subjectName, trigger, openedAt, case: c, decision }: CasedEntry): WatchItemView {
  const { label } = watchListMachine.states[c.state as WatchState];
  return {
    id, number: number ?? '', subjectKind, subjectName, trigger, state: c.state, stateZh: label.zh, stateEn: label.en, tone: TONES[c.state] ?? 'neutral', dueOn: c.dueOn, remainingDays: c.remainingDays, dueProvisional: c.dueProvisional, claimedByName: c.claimedByName,
    openedAt: openedAt.toISOString(), decisionNumber: decision?.number ?? null, listedOn: decision?.servedOn ?? null, listedUntil: decision?.listedUntil ?? null,
  };
}

interface Around {
  readonly case: CaseDetailView;
  readonly code: string | null;
  readonly sources: readonly WatchSource[];
  readonly notices: readonly WatchNotice[];
  readonly removals: readonly WatchRemoval[];
  readonly contests: readonly WatchContest[];
  readonly files: readonly StoredFile[];
  readonly measures: readonly BroughtMeasure[];
}

export function entryView(actor: Actor, row: CasedEntry, around: Around): WatchEntryView {
  const { regionCode, subjectOrgId, facts, occurredOn, legalBasis, months, publicReason, openedByName, proposedByName, legalReview, discussion, revocation, decision } = row;
  return {
    ...itemView(row), version: row.case.version, regionCode, subjectOrgId, subjectCode: around.code, facts, occurredOn, legalBasis, months, publicReason, openedByName, proposedByName,
    legalReview: legalReview && { byName: legalReview.byName, at: legalReview.at, words: legalReview.words }, discussion: discussion && { ...discussion, members: [...discussion.members] }, revocation: revocation && { byName: revocation.byName, on: revocation.on, ground: revocation.ground, reason: revocation.reason, dueOn: revocation.dueOn ?? null },
    sources: around.sources.map(sourceView), notices: around.notices.map(noticeView), decision: decision && decisionView(decision), removals: around.removals.map(one => removalView(one, around.files)), contests: around.contests.map(contestView),
    measures: around.measures.map(({ title, legalBasis: basis, verified }) => ({ title, legalBasis: basis, verified })), case: around.case, actions: actionsOf(actor, row),
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const sourceView = ({ id, trigger, title, documentNo, occurredOn, sourceType, addedAt, goneAt }: WatchSource): WatchSourceView => ({ id, trigger, title, documentNo, occurredOn, sourceType, addedAt: addedAt.toISOString(), goneAt: iso(goneAt) });

export const noticeView = ({ id, number, isCurrent, paper, months, served, statementUntil, hearingUntil, statement, statedAt, statedByName, waivedAt, hearingAskedAt, answer, answeredByName, hearing }: WatchNotice): WatchNoticeView => ({
  id, number, isCurrent, paper: { ...paper, paragraphs: [...paper.paragraphs] }, months, served, statementUntil, hearingUntil, statement, statedAt: iso(statedAt), statedByName, waivedAt: iso(waivedAt), hearingAskedAt: iso(hearingAskedAt), answer, answeredByName,
  hearing: hearing && { notifiedOn: hearing.notifiedOn, heldOn: hearing.heldOn, place: hearing.place, host: hearing.host, record: hearing.record },
});

export const decisionView = ({ id, number, paper, months, reasons, exitConditions, remedies, decidedByName, decidedOn, served, removalFrom, listedUntil, publishedAt, resting, endedOn, endedHow, endedReason, endedByName }: WatchDecision): WatchDecisionView => ({
  id, number, paper: { ...paper, paragraphs: [...paper.paragraphs] }, months, reasons, exitConditions, remedies: remedies.map(one => ({ ...one })), decidedByName, decidedOn, served, removalFrom, listedUntil, publishedAt: iso(publishedAt), resting, endedOn, endedHow, endedReason, endedByName,
});

export const removalView = ({ id, statement, fileIds, byOfficer, appliedByName, appliedOn, state, verdict, findings, siteCheckedOn, verifiedByName, decidedByName, decidedOn, reasons }: WatchRemoval, files: readonly StoredFile[]): WatchRemovalView => ({
  id, statement, files: files.filter(file => fileIds.includes(file.id)).map(file => ({ id: file.id, name: file.name })), byOfficer, appliedByName, appliedOn, state, verdict, findings, siteCheckedOn, verifiedByName, decidedByName, decidedOn, reasons,
});

export const contestView = ({ id, kind, body, number, filedOn, stopsExecution, stopReason, recordedByName, endedOn, outcome, outcomeWords, changedMonths }: WatchContest): WatchContestView => ({ id, kind, body, number, filedOn, stopsExecution, stopReason, recordedByName, endedOn, outcome, outcomeWords, changedMonths });


const STEPS: readonly (readonly [string, readonly string[], WatchAction])[] = [
  ['dismiss', ['clue'], 'watch-list.handle'], ['propose', ['clue'], 'watch-list.handle'], ['serve-notice', ['noticing'], 'watch-list.handle'], ['paper-statement', ['stating'], 'watch-list.handle'], ['answer', ['stating'], 'watch-list.handle'],
  ['hear', ['stating'], 'watch-list.review'], ['heard', ['hearing'], 'watch-list.review'], ['go-on', ['stating'], 'watch-list.handle'], ['send-back', ['noticing', 'stating', 'legal-review', 'deciding'], 'watch-list.review'], ['legal-pass', ['legal-review'], 'watch-list.review'],
  ['discuss', ['deciding'], 'watch-list.decide'], ['decide', ['deciding'], 'watch-list.decide'], ['decline', ['deciding'], 'watch-list.decide'], ['serve', ['decided'], 'watch-list.handle'], ['publish', ['served'], 'watch-list.publish'],
  ['apply', ['listed'], 'watch-list.handle'], ['verify', ['repairing'], 'watch-list.verify'], ['remove', ['verified'], 'watch-list.decide'], ['refuse-removal', ['verified'], 'watch-list.decide'],
  ['contest', [...IN_FORCE, 'removed', 'expired'], 'watch-list.handle'], ['end-contest', [...IN_FORCE, 'removed', 'expired'], 'watch-list.decide'], ['ask-revocation', ['decided', ...IN_FORCE], 'watch-list.handle'], ['revoke', ['decided', ...IN_FORCE], 'watch-list.decide'],
];

/** What the actor may do now by post and state; who may not be the same person as whom is answered by the step. */
const actionsOf = (actor: Actor, row: CasedEntry): string[] =>
  STEPS.filter(([name, states, action]) => states.includes(row.case.state) && watchListPolicy.may(actor, action, row) && (name !== 'revoke' || row.revocation !== null) && (name !== 'ask-revocation' || row.revocation === null)).map(([name]) => name);
