import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Severity } from '@huanbao/credit';

/** What an application or an appeal is about: an event of the ledger, copied once for lists and papers. */
abstract class AboutEvent {
  /** Of the case too. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('uuid') subjectId!: string;
  @Column('text') subjectName!: string;
  @Column('text') subjectKind!: 'enterprise' | 'firm';
  @Column('text') regionCode!: string;
  @Column('uuid') eventId!: string;
  @Column('text') eventKey!: string;
  @Column('text') eventType!: string;
  @Column('text') eventTitle!: string;
  @Column('text') severity!: Severity;
  @Column('text', { nullable: true }) documentNo!: string | null;
  /** While it is on its way there is no second one for the same event. */
  @Column('boolean') open!: boolean;
  /** In the words of the applicant. */
  @Column('text') statement!: string;
  @Column('boolean') electronicService!: boolean;
  @Column('text', { nullable: true }) committedByName!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy!: string | null;
  @Column('text', { nullable: true }) acceptedByName!: string | null;
  @Column('uuid', { nullable: true }) verifiedBy!: string | null;
  @Column('text', { nullable: true }) verifiedByName!: string | null;
  @Column('timestamptz', { nullable: true }) verifiedAt!: Date | null;
  @Column('text', { nullable: true }) findings!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) reasons!: string | null;
  @Column('text') search!: string;
}

/** 信用修复 of one event. How it goes on is its case of the same id. */
@Entity('credit_repair')
export class CreditRepair extends AboutEvent {
  /** First day on which it could be asked for. */
  @Column('date') eligibleFrom!: string;
  @Column('text', { nullable: true }) verdict!: RepairVerdict | null;
  /** The day somebody was there. */
  @Column('date', { nullable: true }) siteCheckedOn!: string | null;
  /** What is untrue in the application, as the verifier found it. */
  @Column('text', { nullable: true }) falsehood!: string | null;
  /** The decision found it false too: it stands in the ledger. */
  @Column('boolean') foundFalse!: boolean;
}

export type RepairVerdict = 'mended' | 'not-mended' | 'false';

/** 异议 against one event. */
@Entity('credit_appeal')
export class CreditAppeal extends AboutEvent {
  @Column('text') ground!: AppealGround;
  @Column('text', { nullable: true }) advice!: 'uphold' | 'dismiss' | null;
  /** Last day on which publication rests for it; null when it does not. */
  @Column('date', { nullable: true }) frozenUntil!: string | null;
  @Column('boolean', { nullable: true }) hidesGrade!: boolean | null;
}

export const APPEAL_GROUNDS = ['wrong-subject', 'wrong-facts', 'wrong-class', 'overturned', 'over'] as const;
export type AppealGround = (typeof APPEAL_GROUNDS)[number];

export type CertificateKind = 'repaired' | 'expired' | 'revoked';

/** What stays with the subject when an event has ended: signed, drawn as PDF, checked by its code. */
@Entity('credit_certificate')
export class CreditCertificate {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  /** Not to be guessed: whoever has it has the paper. */
  @Column('text') code!: string;
  @Column('text') kind!: CertificateKind;
  @Column('uuid') subjectId!: string;
  @Column('text') subjectName!: string;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') regionCode!: string;
  @Column('text') eventKey!: string;
  @Column('text') eventType!: string;
  @Column('text') eventTitle!: string;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('date') occurredOn!: string;
  @Column('date') endedOn!: string;
  @Column('date') issuedOn!: string;
  @Column('timestamptz') issuedAt!: Date;
  @Column('text') signedText!: string;
  @Column('text') signature!: string;
  @Column('text') signingKey!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  /** From this day on it is void: the repair was withdrawn. */
  @Column('date', { nullable: true }) revokedOn!: string | null;
}

export interface WithdrawalRemedy {
  readonly words: string;
  readonly until: string | null;
  readonly verified: boolean;
}

/** 撤销 of a repair that was granted upon false papers: proposed by one person, decided by another. */
@Entity('credit_repair_withdrawal')
export class CreditRepairWithdrawal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') repairId!: string;
  /** `decided`: the paper is made and not served; it has no effect yet, and the party does not see it. */
  @Column('text') state!: 'proposed' | 'decided' | 'withdrawn' | 'dropped';
  /** What is untrue, and how it is known. */
  @Column('text') falsehood!: string;
  @Column('uuid') evidenceFileId!: string;
  /** 撤销信用修复事先告知书; null where it was proposed before there was one. */
  @Column('uuid', { nullable: true }) intentNoticeId!: string | null;
  /** Working days to speak, as the notice says. */
  @Column('integer') statementDays!: number;
  /** The day the notice reached the party, or on which it spoke before that. */
  @Column('date', { nullable: true }) toldOn!: string | null;
  /** Last day for the word of the party; null until it was told. */
  @Column('date', { nullable: true }) statementUntil!: string | null;
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('text', { nullable: true }) statedByName!: string | null;
  @Column('timestamptz', { nullable: true }) statedAt!: Date | null;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) reasons!: string | null;
  /** First day on which the event counts again. */
  @Column('date', { nullable: true }) countsFrom!: string | null;
  /** 撤销信用修复决定书: a notice of the case, with its number. */
  @Column('uuid', { nullable: true }) noticeId!: string | null;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date', { nullable: true }) servedOn!: string | null;
  @Column('jsonb') remedies!: WithdrawalRemedy[];
}

export const CREDIT_REPAIR_ENTITIES = [CreditRepair, CreditAppeal, CreditCertificate, CreditRepairWithdrawal];
