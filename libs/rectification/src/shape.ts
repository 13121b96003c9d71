import type { CaseRecord } from '@huanbao/casework';
import type { Paper, Rectification, RectificationEvidence, RectificationExtension, RectificationItem, RectificationSupervision, RectificationVerification } from './entities';
import { rectificationMachine, type RectificationState } from './rectification.machine';
import { isLate } from './rules/deadlines';
import type { OwnRectificationView, RectificationEvidenceView, RectificationExtensionView, RectificationItemView, RectificationPaperView, RectificationSupervisionView, RectificationTaskView, RectificationVerificationView } from './rectification.view';

export type Cased = Rectification & { readonly case: CaseRecord; readonly first: RectificationItem | null; readonly supervised: RectificationSupervision | null };

const TONES: Readonly<Record<string, string>> = { draft: 'warning', serving: 'warning', planning: 'info', 'plan-review': 'progress', fixing: 'info', verifying: 'progress', closed: 'done', withdrawn: 'muted', dropped: 'muted' };

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
export const paperView = (paper: Paper | null): RectificationPaperView | null => paper && { ...paper, paragraphs: [...paper.paragraphs] };

export function itemView(row: Cased): RectificationItemView {
  const { id, number, enterpriseId, enterpriseName, source, sourceNumber, place, dueOn, overdueOn, rejections, openedAt, issuedAt, withdrawnAt, case: c, first, supervised } = row;
  // a notice that was withdrawn after its end is withdrawn, whatever the case says
  const state = withdrawnAt === null ? c.state : 'withdrawn';
  const { label } = rectificationMachine.states[state as RectificationState];
  return {
    id, number: number ?? '', enterpriseId, enterpriseName, source, sourceNumber, place, summary: first?.title ?? '', state, stateZh: label.zh, stateEn: label.en, tone: TONES[state] ?? 'neutral', dueOn, overdueOn, isSupervised: supervised !== null && supervised.endedAt === null, rejections,
    claimedByName: c.claimedByName, openedAt: openedAt.toISOString(), issuedAt: iso(issuedAt),
  };
}

const taskView = (today: string) => ({ rectificationId: _, findingId: _f, doneAt, ...item }: RectificationItem): RectificationTaskView => ({ ...item, doneAt: iso(doneAt), isOverdue: item.state === 'open' && isLate(today, item.dueOn) });
const evidenceView = ({ rectificationId: _, addedAt, withdrawnAt, ...one }: RectificationEvidence): RectificationEvidenceView => ({ ...one, addedAt: addedAt.toISOString(), withdrawnAt: iso(withdrawnAt) });
const extensionView = ({ rectificationId: _, askedAt, decidedAt, ...one }: RectificationExtension): RectificationExtensionView => ({ ...one, askedAt: askedAt.toISOString(), decidedAt: iso(decidedAt) });
const verificationView = ({ id, round, way, visitedOn, findings, results, outcome, persists, newDueOn, verifiedByName, verifiedAt, paper }: RectificationVerification): RectificationVerificationView => ({ id, round, way, visitedOn, findings, results: [...results], outcome, persists, newDueOn, verifiedByName, verifiedAt: verifiedAt.toISOString(), hasPaper: paper !== null });
export const supervisionView = ({ id, reason, demand, dueOn, isPublic, paper, startedByName, startedAt, outcome, endedAt, endedReason, defaultNotice: notice, defaultedAt, defaultedByName, defaultReason }: RectificationSupervision): RectificationSupervisionView => ({
  id, reason, demand, dueOn, isPublic, number: paper.number, startedByName, startedAt: startedAt.toISOString(), outcome, endedAt: iso(endedAt), endedReason, defaultNotice: notice && { number: notice.paper.number, reason: notice.reason, byName: notice.byName, on: notice.on, servedOn: notice.served?.on ?? null, until: notice.until, statement: notice.statement, statedByName: notice.statedByName, statedOn: notice.statedOn, refusedByName: notice.refused?.byName ?? null, refusedOn: notice.refused?.on ?? null, refusedReason: notice.refused?.reason ?? null }, defaultedAt: iso(defaultedAt), defaultedByName, defaultReason,
});

export interface Around {
  readonly items: readonly RectificationItem[];
  readonly evidence: readonly RectificationEvidence[];
  readonly extensions: readonly RectificationExtension[];
  readonly verifications: readonly RectificationVerification[];
  readonly today: string;
}

/** What both sides read. */
export function factsView(row: Cased, { items, evidence, extensions, verifications, today }: Around): Omit<OwnRectificationView, 'actions' | 'lines' | 'extensionMost' | 'extensionsLeft'> {
  const { facts, planRequired, officers, paper, served, dayType, planDueOn, handedInAt, handedInByName, handedInWords, closedOn, withdrawnAt, withdrawReason, formVersion } = row;
  return {
    ...itemView(row), version: row.case.version, formVersion, facts, planRequired, officers: officers.map(({ officerId, name, certificateNo }) => ({ id: officerId, name, certificateNo })), paper: paperView(paper), served, dayType, planDueOn, handedInAt: iso(handedInAt), handedInByName, handedInWords, closedOn,
    withdrawnAt: iso(withdrawnAt), withdrawReason: withdrawnAt === null ? null : withdrawReason, tasks: items.map(taskView(today)), evidence: evidence.map(evidenceView), extensions: extensions.map(extensionView), verifications: verifications.map(verificationView), supervision: row.supervised && supervisionView(row.supervised),
  };
}
