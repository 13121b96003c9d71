import type { ServiceMethod } from '@huanbao/casework';
import type { Paper } from '@huanbao/documents';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CourtStep } from '../rules/execution';

interface ReminderServed {
  readonly on: string;
  readonly method: ServiceMethod;
  readonly receivedBy: string;
  readonly proofFileId: string | null;
  readonly consentFileId?: string | null;
  readonly byName: string;
}

/** What the court, or the bureau before it, did on a day. */
export interface CourtEntry {
  readonly step: CourtStep;
  readonly on: string;
  readonly number: string | null;
  readonly words: string;
  readonly fileId: string | null;
  readonly byName: string;
}

/** 催告 and 申请人民法院强制执行 of one decision. */
@Entity('penalty_execution')
export class PenaltyExecution {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') penaltyId!: string;
  /** Left out in reminders that were recorded before papers were made of them. */
  @Column('jsonb', { nullable: true }) paper!: Paper | null;
  @Column('date') issuedOn!: string;
  @Column('text') issuedByName!: string;
  @Column('jsonb', { nullable: true }) served!: ReminderServed | null;
  /** Last day on which the party may still perform. */
  @Column('date', { nullable: true }) waitsUntil!: string | null;
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('date', { nullable: true }) statedOn!: string | null;
  @Column('text', { nullable: true }) statedByName!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('text', { nullable: true }) court!: string | null;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('text', { nullable: true }) askedByName!: string | null;
  @Column('date', { nullable: true }) askedOn!: string | null;
  @Column('text', { nullable: true }) refusedReason!: string | null;
  /** 强制执行申请书, signed by a head. */
  @Column('uuid', { nullable: true }) applicationId!: string | null;
  @Column('jsonb', { nullable: true }) application!: Paper | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('text', { nullable: true }) approvedByName!: string | null;
  @Column('date', { nullable: true }) approvedOn!: string | null;
  /** The day the court received it. */
  @Column('date', { nullable: true }) filedOn!: string | null;
  /** 正当理由 of an application after the period, for the court to judge. */
  @Column('text', { nullable: true }) lateReason!: string | null;
  @Column('uuid', { nullable: true }) receiptFileId!: string | null;
  @Column('text', { nullable: true }) courtNumber!: string | null;
  @Column('jsonb') steps!: CourtEntry[];
  /** What was due was changed after the reminder was made; it stands in the record only. */
  @Column('date', { nullable: true }) voidedOn!: string | null;
}
