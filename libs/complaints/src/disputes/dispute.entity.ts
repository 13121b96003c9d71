import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisputeLevel, DisputeState } from './dispute-rules';

/** A reporter is not satisfied with an answer, and why; then what the bureau made of it. Both stay. */
@Entity('complaint_dispute')
export class ComplaintDispute {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  /** Whose report it is. */
  @Column('uuid') complaintId!: string;
  /** The one whose answer it is about: the same, unless the report was merged. */
  @Column('uuid') handledId!: string;
  @Column('integer') round!: number;
  @Column('text') level!: DisputeLevel;
  @Column('text') reason!: string;
  @Column('timestamptz') statedAt!: Date;
  /** The officer who wrote it down; null when the reporter did. */
  @Column('text', { nullable: true }) enteredByName!: string | null;
  @Column('date', { nullable: true }) due!: string | null;
  @Column('text') state!: DisputeState;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
}
