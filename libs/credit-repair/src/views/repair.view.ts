import { CaseDetailView, type CaseRecord, shownState } from '@huanbao/casework';
import type { StoredFile } from '@huanbao/documents';
import type { Actor } from '@huanbao/platform';
import { CreditAppeal, CreditRepair, type CreditRepairWithdrawal } from '../credit-repair.entity';
import { appealPolicy, repairPolicy } from '../credit-repair.policy';
import { repairMachine } from '../repairs/repair.machine';
import { appealMachine } from '../appeals/appeal.machine';
import { RepairWithdrawalView, withdrawalActions, withdrawalView } from '../withdrawals/withdrawal.view';
import { RepairProofView } from './options.view';

export type Cased<T> = T & { readonly case: CaseRecord };

/** One row of a list of applications or appeals. */
export class CreditCaseItemView {
  id!: string;
  number!: string | null;
  subjectId!: string;
  subjectName!: string;
  eventTitle!: string;
  documentNo!: string | null;
  severity!: 'minor' | 'general' | 'serious';
  state!: string;
  stateZh!: string;
  stateEn!: string;
  createdAt!: Date;
  submittedAt!: Date | null;
  dueOn!: string | null;
  remainingDays!: number | null;
  clockPaused!: boolean;
  claimedByName!: string | null;
}

export class CreditCasePage {
  items!: CreditCaseItemView[];
  nextCursor!: string | null;
}

/** A paper that was uploaded to an application. */
export class CreditCaseFileView {
  id!: string;
  name!: string;
  purpose!: string;
  sizeBytes!: number;
}

/** What applications and appeals have in common. */
export abstract class CreditCaseView {
  id!: string;
  number!: string | null;
  state!: string;
  subjectId!: string;
  subjectName!: string;
  subjectKind!: 'enterprise' | 'firm';
  eventId!: string;
  eventType!: string;
  eventTitle!: string;
  severity!: 'minor' | 'general' | 'serious';
  documentNo!: string | null;
  statement!: string;
  electronicService!: boolean;
  committedByName!: string | null;
  submittedAt!: Date | null;
  acceptedByName!: string | null;
  verifiedByName!: string | null;
  verifiedAt!: Date | null;
  /** For the bureau until it is decided. */
  findings!: string | null;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  reasons!: string | null;
  files!: CreditCaseFileView[];
  case!: CaseDetailView;
  version!: number;
  /** What the actor may do now, by policy and state. */
  actions!: string[];
}

export class CreditRepairView extends CreditCaseView {
  eligibleFrom!: string;
  proofs!: RepairProofView[];
  verdict!: 'mended' | 'not-mended' | 'false' | null;
  siteCheckedOn!: string | null;
  falsehood!: string | null;
  foundFalse!: boolean;
  /** Events of the subject since then, for who verifies: new violations speak against a repair. */
  since!: CreditSinceView[];
  /** How often completion may still be asked for. */
  correctionsLeft!: number;
  certificateId!: string | null;
  /** Null unless somebody asked to take the granted repair back. */
  withdrawal!: RepairWithdrawalView | null;
}

export class CreditSinceView {
  title!: string;
  severity!: 'minor' | 'general' | 'serious';
  occurredOn!: string;
  status!: string | null;
}

export class CreditAppealView extends CreditCaseView {
  ground!: 'wrong-subject' | 'wrong-facts' | 'wrong-class' | 'overturned' | 'over';
  advice!: 'uphold' | 'dismiss' | null;
  frozenUntil!: string | null;
  hidesGrade!: boolean | null;
  /** Publication rests today. */
  frozen!: boolean;
}

export function caseItem(row: Cased<CreditRepair | CreditAppeal>): CreditCaseItemView {
  const { id, number, subjectId, subjectName, eventTitle, documentNo, severity, createdAt, submittedAt } = row;
  const { state, dueOn, remainingDays, clockPaused, claimedByName, kind } = row.case;
  const label = (kind === appealMachine.kind ? appealMachine : repairMachine).states[state as never] as { label: { zh: string; en: string } } | undefined;
  return { id, number, subjectId, subjectName, eventTitle, documentNo, severity, state, stateZh: label?.label.zh ?? state, stateEn: label?.label.en ?? state, createdAt, submittedAt, dueOn, remainingDays, clockPaused, claimedByName };
}

interface Around {
  readonly actor: Actor;
  readonly detail: CaseDetailView;
  readonly files: readonly StoredFile[];
}

/** The verifier’s words are the bureau’s until the decision; then the subject reads them too. */
function common(row: CreditRepair | CreditAppeal, { actor, detail, files }: Around): Omit<CreditCaseView, 'state' | 'actions'> {
  const { id, number, subjectId, subjectName, subjectKind, eventId, eventType, eventTitle, severity, documentNo, statement, electronicService, committedByName, submittedAt, acceptedByName, verifiedByName, verifiedAt, decidedByName, decidedAt, reasons } = row;
  const open = actor.orgKind === 'bureau' || decidedAt !== null;
  return {
    id, number, subjectId, subjectName, subjectKind, eventId, eventType, eventTitle, severity, documentNo, statement, electronicService, committedByName, submittedAt, acceptedByName, verifiedByName, verifiedAt, findings: open ? row.findings : null, decidedByName, decidedAt, reasons,
    files: files.map(file => ({ id: file.id, name: file.name, purpose: file.purpose, sizeBytes: Number(file.sizeBytes) })), case: detail, version: detail.version,
  };
}

const STEPS: Readonly<Record<string, readonly string[]>> = {
  draft: ['prepare', 'submit'], submitted: ['accept', 'submit'], correcting: ['prepare', 'submit'], verifying: ['verify', 'submit'], reviewing: ['verify', 'submit'], verified: ['decide'], reviewed: ['decide'],
};

interface RepairAround extends Around {
  readonly c: CaseRecord;
  readonly proofs: readonly RepairProofView[];
  readonly since: readonly CreditSinceView[];
  readonly corrections: number;
  readonly certificateId: string | null;
  readonly withdrawal: { readonly row: CreditRepairWithdrawal | null; readonly holds: boolean };
}

export function repairView(row: CreditRepair, around: RepairAround): CreditRepairView {
  const { actor, c, proofs, since, corrections, certificateId, withdrawal } = around;
  const seesVerdict = actor.orgKind === 'bureau' || row.decidedAt !== null;
  const now = STEPS[c.state] ?? [];
  return {
    ...common(row, around), state: shownState(repairMachine, c.state), eligibleFrom: row.eligibleFrom, proofs: proofs.map(one => ({ ...one })), verdict: seesVerdict ? row.verdict : null, siteCheckedOn: row.siteCheckedOn, falsehood: seesVerdict ? row.falsehood : null,
    foundFalse: row.foundFalse, since: actor.orgKind === 'bureau' ? [...since] : [], correctionsLeft: corrections, certificateId, withdrawal: withdrawalView(withdrawal.row, actor),
    actions: [...repairPolicy.actionsOn(actor, c).filter(one => now.includes(one.split('.')[1] ?? '') && !takesTwice(one, row, actor)), ...withdrawalActions(actor, c, withdrawal)],
  };
}

export function appealView(row: CreditAppeal, around: Around & { readonly c: CaseRecord; readonly today: string; readonly recordedBy: string | null }): CreditAppealView {
  const { actor, c, today, recordedBy } = around;
  const now = STEPS[c.state] ?? [];
  const frozen = row.frozenUntil !== null && row.open && today <= row.frozenUntil;
  const isOwnEntry = recordedBy === actor.userId;
  return {
    ...common(row, around), state: shownState(appealMachine, c.state), ground: row.ground, advice: actor.orgKind === 'bureau' || row.decidedAt !== null ? row.advice : null, frozenUntil: row.frozenUntil, hidesGrade: row.hidesGrade, frozen,
    actions: appealPolicy.actionsOn(actor, c).filter(one => now.includes(one.split('.')[1] ?? '') && !takesTwice(one, row, actor) && !(isOwnEntry && actor.orgKind === 'bureau')),
  };
}

/** Nobody holds two of the three parts. */
function takesTwice(action: string, { acceptedBy, verifiedBy }: CreditRepair | CreditAppeal, { userId }: Actor): boolean {
  if (action.endsWith('.verify')) return acceptedBy === userId;
  return action.endsWith('.decide') && (acceptedBy === userId || verifiedBy === userId);
}
