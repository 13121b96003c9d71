import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AfterAwardStep } from './steps';

/** A step that public money owes, as the client recorded it; of one award, so that another award owes it anew. */
@Entity('after_award_record')
export class AfterAwardRecord {
  @PrimaryColumn('uuid') taskId!: string;
  @PrimaryColumn('text') step!: AfterAwardStep;
  @PrimaryColumn('timestamptz') awardedAt!: Date;
  @Column('date') doneOn!: string;
  @Column('text') reference!: string;
  @Column('uuid') recordedBy!: string;
  @Column('text') recordedByName!: string;
  @Column('timestamptz') recordedAt!: Date;
}

/** The performance bond as a record: the money itself goes from bank to bank. */
@Entity('performance_bond')
export class PerformanceBond {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('timestamptz') awardedAt!: Date;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('numeric') amountYuan!: string;
  @Column('text') form!: 'transfer' | 'guarantee';
  @Column('date') receivedOn!: string;
  @Column('text') reference!: string;
  @Column('date', { nullable: true }) returnedOn!: string | null;
  @Column('text') recordedByName!: string;
  @Column('timestamptz') recordedAt!: Date;
}

export const AFTER_AWARD_ENTITIES = [AfterAwardRecord, PerformanceBond];
