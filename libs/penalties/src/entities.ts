import type { ServiceMethod } from '@huanbao/casework';
import type { Paper } from '@huanbao/documents';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Discretion } from './rules/discretion';
import type { LawChoice, LawOption } from './rules/law';
import type { Mitigation } from './rules/mitigation';
import type { PursuitEnd } from './rules/ending';
import type { Instalment } from './rules/money';
import { PenaltyJoinedFinding } from './clues/joined-finding.entity';
import { PenaltyExecution } from './executing/execution.entity';
import type { ClueKind, EvidenceKind, GiveUpGround, Measure, NoPenaltyGround, PartyKind, PointAnswering, UndoingGround, UndoingKind } from './words';

const id = { default: () => 'uuidv7()' };
const yuan = { precision: 14, scale: 2 } as const;

export interface Investigator {
  readonly officerId: string;
  readonly userId: string;
  readonly name: string;
  readonly certificateNo: string;
}

/** What the investigators propose, and on which law. */
export interface Proposed {
  readonly kind: 'penalty' | 'no-penalty';
  readonly law: LawOption;
  readonly warnings: LawChoice['warnings'];
  readonly lawReason: string | null;
  readonly measures: readonly Measure[];
  readonly fineYuan: string;
  readonly confiscateYuan: string;
  readonly discretion: Discretion | null;
  readonly outsideReason: string | null;
  /** Left out in proposals that were written before there was one. */
  readonly mitigation?: Mitigation | null;
  readonly ground: NoPenaltyGround | null;
  readonly correction: string | null;
}

export interface Served {
  readonly on: string;
  readonly method: ServiceMethod;
  readonly receivedBy: string;
  readonly proofFileId: string | null;
  /** With it the party agreed to electronic service; left out in services of before. */
  readonly consentFileId?: string | null;
  readonly byName: string;
}

export interface Said {
  readonly byUserId: string;
  readonly byName: string;
  readonly at: string;
}

/** A case of administrative penalty. How it goes on is its case of the same id. */
@Entity('penalty')
export class Penalty {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') regionCode!: string;
  @Column('text') partyKind!: PartyKind;
  /** An enterprise or firm of the platform; null for somebody outside. */
  @Column('uuid', { nullable: true }) partyOrgId!: string | null;
  @Column('text') partyName!: string;
  /** 统一社会信用代码 of a unit; a person's number is encrypted beside. */
  @Column('text', { nullable: true }) partyCode!: string | null;
  @Column('text', { nullable: true }) partyCodeCipher!: string | null;
  @Column('text') clueKind!: ClueKind;
  @Column('text') clueText!: string;
  @Column('date') discoveredOn!: string;
  @Column('text', { nullable: true }) sourceType!: string | null;
  @Column('uuid', { nullable: true }) sourceId!: string | null;
  /** Which of several words of one source: a hand-over, a re-check of a day. */
  @Column('text', { default: '' }) sourceOccasion!: string;
  /** The visit, and the finding of it, that this case is about; whichever way it came here. */
  @Column('uuid', { nullable: true }) inspectionId!: string | null;
  @Column('uuid', { nullable: true }) findingId!: string | null;
  /** The complaint behind it, whichever of its answers, rounds or visits brought it. */
  @Column('uuid', { nullable: true }) complaintId!: string | null;
  /** 按日连续处罚: the case whose breach goes on. */
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('integer', { nullable: true }) dailyDays!: number | null;
  @Column('numeric', { ...yuan, nullable: true }) dailyYuan!: string | null;
  /** First and last of the days that are counted. */
  @Column('date', { nullable: true }) dailyFrom!: string | null;
  @Column('date', { nullable: true }) dailyTo!: string | null;
  @Column('uuid') openedBy!: string;
  @Column('text') openedByName!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('text', { nullable: true }) violation!: string | null;
  @Column('text', { nullable: true }) violationTitle!: string | null;
  @Column('date', { nullable: true }) conductFrom!: string | null;
  @Column('date', { nullable: true }) conductTo!: string | null;
  @Column('boolean') hasConsequence!: boolean;
  @Column('date', { nullable: true }) timeBarUntil!: string | null;
  @Column('text', { nullable: true }) timeBarReason!: string | null;
  @Column('jsonb') investigators!: Investigator[];
  @Column('uuid', { nullable: true }) submittedBy!: string | null;
  @Column('text', { nullable: true }) submittedByName!: string | null;
  @Column('text', { nullable: true }) filingGrounds!: string | null;
  @Column('date', { nullable: true }) filedOn!: string | null;
  @Column('text', { nullable: true }) filedByName!: string | null;
  @Column('text', { nullable: true }) facts!: string | null;
  @Column('jsonb', { nullable: true }) proposed!: Proposed | null;
  @Column('uuid', { nullable: true }) concludedBy!: string | null;
  @Column('text', { nullable: true }) concludedByName!: string | null;
  @Column('jsonb', { nullable: true }) examined!: (Said & { readonly words: string }) | null;
  @Column('jsonb', { nullable: true }) legalReview!: (Said & { readonly words: string }) | null;
  /** From the service of the first notice on, the party sees the case. */
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
  @Column('text') search!: string;
}

/** 证据. What is withdrawn stays, marked. */
@Entity('penalty_evidence')
export class PenaltyEvidence {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('text') kind!: EvidenceKind;
  @Column('text') title!: string;
  @Column('text') proves!: string;
  @Column('date') obtainedOn!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  /** SHA-256 of the file as it was when it was listed. */
  @Column('text', { nullable: true }) fileHash!: string | null;
  @Column('text') addedByName!: string;
  @Column('timestamptz') addedAt!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('text', { nullable: true }) withdrawnReason!: string | null;
}

@Entity('penalty_extension')
export class PenaltyExtension {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('text') clock!: 'filing' | 'decision';
  @Column('integer') days!: number;
  @Column('text') reason!: string;
  @Column('text') state!: 'asked' | 'approved' | 'refused';
  @Column('uuid') askedBy!: string;
  @Column('text') askedByName!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedReason!: string | null;
}

export interface Point {
  readonly point: string;
  readonly answering: PointAnswering;
  readonly answer: string;
}

export interface Hearing {
  readonly notifiedOn: string;
  readonly heldOn: string;
  readonly place: string;
  readonly host: string;
  readonly hostUserId: string;
  readonly record: string | null;
  readonly recordedOn: string | null;
}

/** 行政处罚事先告知书, and what the party made of it. */
@Entity('penalty_notice')
export class PenaltyNotice {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('text') number!: string;
  @Column('boolean') isCurrent!: boolean;
  @Column('date') issuedOn!: string;
  @Column('jsonb') paper!: Paper;
  @Column('text', { array: true }) measures!: Measure[];
  @Column('numeric', yuan) fineYuan!: string;
  @Column('numeric', yuan) confiscateYuan!: string;
  @Column('boolean') hearingRight!: boolean;
  @Column('jsonb', { nullable: true }) served!: Served | null;
  @Column('date', { nullable: true }) statementUntil!: string | null;
  @Column('date', { nullable: true }) hearingUntil!: string | null;
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('timestamptz', { nullable: true }) statedAt!: Date | null;
  @Column('text', { nullable: true }) statedByName!: string | null;
  @Column('timestamptz', { nullable: true }) waivedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) hearingAskedAt!: Date | null;
  @Column('jsonb') points!: Point[];
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('jsonb', { nullable: true }) hearing!: Hearing | null;
}

/** 集体讨论. */
@Entity('penalty_discussion')
export class PenaltyDiscussion {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('text') about!: 'decision' | 'extension';
  @Column('date') heldOn!: string;
  @Column('text', { array: true }) members!: string[];
  @Column('text') minutes!: string;
  @Column('text') conclusion!: string;
  @Column('text') recordedByName!: string;
  @Column('timestamptz') recordedAt!: Date;
}

@Entity('penalty_decision')
export class PenaltyDecision {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('text') number!: string;
  @Column('text') kind!: 'penalty' | 'no-penalty';
  @Column('text', { array: true }) measures!: Measure[];
  @Column('numeric', yuan) fineYuan!: string;
  @Column('numeric', yuan) confiscateYuan!: string;
  /** What is left of the fine after a change by 复议 or judgment. */
  @Column('numeric', yuan) dueFineYuan!: string;
  @Column('text', { nullable: true }) ground!: NoPenaltyGround | null;
  @Column('text') reasons!: string;
  @Column('text', { nullable: true }) outsideReason!: string | null;
  /** 减轻处罚: below the least of the law. */
  @Column('jsonb', { nullable: true }) mitigation!: Mitigation | null;
  @Column('jsonb') law!: LawOption;
  @Column('jsonb') paper!: Paper;
  @Column('uuid') decidedBy!: string;
  @Column('text') decidedByName!: string;
  @Column('date') decidedOn!: string;
  @Column('jsonb', { nullable: true }) served!: Served | null;
  @Column('date', { nullable: true }) servedOn!: string | null;
  @Column('date', { nullable: true }) paymentDueOn!: string | null;
  /** Instalments; one when nothing else was approved. */
  @Column('jsonb') plan!: Instalment[];
  @Column('jsonb', { nullable: true }) performed!: { readonly on: string; readonly words: string; readonly byName: string } | null;
  /** 不再申请执行, 终结执行: what is open stays open, and nothing waits for it. */
  @Column('jsonb', { nullable: true }) pursuitEnded!: PursuitEnd | null;
  @Column('date') publishDue!: string;
  /** By the class of the penalty and the row of the day of its service: of what is minor as a rule nothing stands in public. */
  @Column('boolean', { default: true }) publishes!: boolean;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  /** What the public reads of the facts; personal data masked. */
  @Column('text', { nullable: true }) publicSummary!: string | null;
  @Column('date', { nullable: true }) publishUntil!: string | null;
  @Column('timestamptz', { nullable: true }) unpublishedAt!: Date | null;
  @Column('text', { nullable: true }) unpublishedReason!: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) revokedReason!: string | null;
  @Column('text', { nullable: true }) revokedByName!: string | null;
}

@Entity('penalty_payment')
export class PenaltyPayment {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('date') paidOn!: string;
  @Column('numeric', yuan) yuan!: string;
  /** Number of the bank's or the treasury's voucher: the same one counts once. */
  @Column('text') voucherNo!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text') state!: 'claimed' | 'confirmed' | 'refused';
  @Column('boolean') byParty!: boolean;
  @Column('text') enteredByName!: string;
  @Column('timestamptz') enteredAt!: Date;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('text', { nullable: true }) refusedReason!: string | null;
}

/** 延期、分期缴纳. */
@Entity('penalty_deferral')
export class PenaltyDeferral {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('jsonb') plan!: Instalment[];
  @Column('text') reason!: string;
  @Column('text') state!: 'asked' | 'approved' | 'refused';
  @Column('uuid') askedBy!: string;
  @Column('text') askedByName!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('text', { nullable: true }) decidedReason!: string | null;
}

/** 行政复议、行政诉讼. */
@Entity('penalty_contest')
export class PenaltyContest {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('text') kind!: 'reconsideration' | 'litigation';
  @Column('text') body!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date') filedOn!: string;
  @Column('boolean') stopsExecution!: boolean;
  @Column('text', { nullable: true }) stopReason!: string | null;
  /** Publication and credit rest while it runs. */
  @Column('boolean') rests!: boolean;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text', { nullable: true }) outcome!: 'upheld' | 'withdrawn' | 'changed' | 'revoked' | null;
  @Column('text', { nullable: true }) outcomeWords!: string | null;
  @Column('numeric', { ...yuan, nullable: true }) changedFineYuan!: string | null;
}

export interface ContestEnd {
  readonly contestId: string;
  readonly endedOn: string;
  readonly outcome: 'upheld' | 'withdrawn' | 'changed' | 'revoked';
  readonly changedFineYuan: string | null;
}

/** What is to take a decision back, lower it, take it off the list or end its pursuit: by two persons, on a paper. */
@Entity('penalty_undoing')
export class PenaltyUndoing {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') penaltyId!: string;
  @Column('text') kind!: UndoingKind;
  @Column('text', { nullable: true }) ground!: UndoingGround | GiveUpGround | null;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('uuid') fileId!: string;
  @Column('text') reason!: string;
  @Column('jsonb', { nullable: true }) contest!: ContestEnd | null;
  /** Of what ends the pursuit: its day. */
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text') state!: 'proposed' | 'approved' | 'refused';
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedReason!: string | null;
}

export const PENALTIES_ENTITIES = [Penalty, PenaltyJoinedFinding, PenaltyEvidence, PenaltyExtension, PenaltyNotice, PenaltyDiscussion, PenaltyDecision, PenaltyPayment, PenaltyDeferral, PenaltyContest, PenaltyUndoing, PenaltyExecution];
