import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CancellationKind, CancellationState } from './cancellation.flow';

const id = { default: () => 'uuidv7()' };

/** A written reminder to sign: what comes of delay needs one whose last day has passed. */
@Entity('award_reminder')
export class AwardReminder {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') contractId!: string;
  @Column('text') text!: string;
  @Column('date') dueOn!: string;
  @Column('timestamptz') sentAt!: Date;
  @Column('text') byName!: string;
}

/** An award that does not become a contract: the client's notice and cancellation, or the firm's complaint, to the ruling. */
@Entity('award_cancellation')
export class AwardCancellation {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('text') kind!: CancellationKind;
  @Column('uuid') contractId!: string;
  @Column('uuid') taskId!: string;
  @Column('text') taskTitle!: string;
  @Column('text', { nullable: true }) taskNumber!: string | null;
  /** Everybody may read that it was cancelled: the task was public, or its money is. */
  @Column('boolean') isPublic!: boolean;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') regionCode!: string;
  /** What was awarded, to be put back as it was. */
  @Column('uuid', { nullable: true }) bidId!: string | null;
  @Column('numeric') priceYuan!: string;
  @Column('integer') durationDays!: number;
  @Column('timestamptz') awardedAt!: Date;
  @Column('text') awardReason!: string;
  @Column('text') ground!: string;
  @Column('text') reason!: string;
  @Column('uuid', { array: true }) evidenceFileIds!: string[];
  @Column('text') state!: CancellationState;
  @Column('timestamptz') noticedAt!: Date;
  @Column('text') noticedByName!: string;
  @Column('timestamptz') statementDue!: Date;
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('uuid', { array: true, default: [] }) statementFileIds!: string[];
  @Column('timestamptz', { nullable: true }) statedAt!: Date | null;
  @Column('text', { nullable: true }) statedByName!: string | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('text', { nullable: true }) cancelledByName!: string | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  @Column('timestamptz', { nullable: true }) objectDue!: Date | null;
  @Column('text', { nullable: true }) objection!: string | null;
  @Column('uuid', { array: true, default: [] }) objectionFileIds!: string[];
  @Column('timestamptz', { nullable: true }) objectedAt!: Date | null;
  @Column('text', { nullable: true }) objectedByName!: string | null;
  /** The last day for the bureau's ruling. */
  @Column('date', { nullable: true }) ruleDue!: string | null;
  @Column('text', { nullable: true }) ruling!: string | null;
  @Column('timestamptz', { nullable: true }) ruledAt!: Date | null;
  @Column('text', { nullable: true }) ruledByName!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** The bid bond that is kept. */
  @Column('numeric', { nullable: true }) bondYuan!: string | null;
  /** The last day on which it stands in the credit of who answers for it. */
  @Column('date', { nullable: true }) effectUntil!: string | null;
  @Column('text') search!: string;
  @Column('integer', { default: 1 }) version!: number;
}

/** An award that a decision on a complaint found void, as it was made. */
@Entity('award_annulment')
export class AwardAnnulment {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') taskId!: string;
  /** The contract that fell with it; null where none had been begun. */
  @Column('uuid', { nullable: true }) contractId!: string | null;
  @Column('uuid', { nullable: true }) bidId!: string | null;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('numeric') priceYuan!: string;
  @Column('integer') durationDays!: number;
  @Column('timestamptz') awardedAt!: Date;
  @Column('timestamptz') annulledAt!: Date;
  @Column('text') reason!: string;
}

export const UNSIGNED_ENTITIES = [AwardReminder, AwardCancellation, AwardAnnulment];
