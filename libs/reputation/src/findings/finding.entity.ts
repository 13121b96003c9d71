import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `fraud`: 造假, a veto; `fault`: a result that was rejected for the firm's fault; `review-failed`: one that did not pass its review or was sent back for it. */
export const FINDING_KINDS = ['fraud', 'fault', 'review-failed'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
/** What is said of one piece of work names its task. */
export const NEEDS_TASK: readonly FindingKind[] = ['fault', 'review-failed'];
/** A minor matter is not published (信用修复管理办法). */
export const PUBLISHED: readonly FindingKind[] = ['fraud', 'fault'];
export type FindingState = 'proposed' | 'refused' | 'confirmed' | 'objected' | 'upheld' | 'revoked';

/** States in which a finding has its effect; an objection does not stop it. */
export const IN_FORCE: readonly FindingState[] = ['confirmed', 'objected', 'upheld'];

/** What the bureau found against a firm: proposed by one officer with evidence, decided by another after the firm could speak. */
@Entity('firm_finding')
export class FirmFinding {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: FindingKind;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') regionCode!: string;
  @Column('uuid', { nullable: true }) taskId!: string | null;
  @Column('text', { nullable: true }) taskTitle!: string | null;
  @Column('date') occurredOn!: string;
  @Column('text') source!: string;
  @Column('text') facts!: string;
  @Column('text') legalBasis!: string;
  @Column('uuid') evidenceFileId!: string;
  @Column('text') state!: FindingState;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('timestamptz') statementDue!: Date;
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('timestamptz', { nullable: true }) statedAt!: Date | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  /** First and last day of the effect; null while undecided or refused. */
  @Column('date', { nullable: true }) effectiveFrom!: string | null;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text', { nullable: true }) objection!: string | null;
  @Column('timestamptz', { nullable: true }) objectedAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('integer') version!: number;
}
