import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReferenceItem } from './reference-item';
import type { Successor } from './succession';

/** One value of the law or of practice with the days on which it holds. Rows are added and ended, never changed. */
@Entity('reference_value')
export class ReferenceValue {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') kind!: string;
  @Column('text') key!: string;
  @Column('text') title!: string;
  @Column('text') value!: string;
  @Column('text') unit!: string;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
  /** Where it was taken from, while nobody has compared it. */
  @Column('text', { nullable: true }) origin!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}

/** A new value for a row, proposed by one person and decided by another. */
@Entity('reference_proposal')
export class ReferenceProposal {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') kind!: string;
  /** The row whose place is taken. */
  @Column('text') key!: string;
  @Column('jsonb') before!: ReferenceItem;
  @Column('jsonb') after!: Successor;
  @Column('text') reason!: string;
  @Column('text') state!: 'open' | 'approved' | 'rejected' | 'withdrawn';
  @Column('text', { nullable: true }) newKey!: string | null;
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionNote!: string | null;
}

/** Somebody compared a row with a text, or took that back. Append-only. */
@Entity('reference_check')
export class ReferenceCheck {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') kind!: string;
  @Column('text') key!: string;
  @Column('text') verdict!: 'verified' | 'withdrawn';
  /** Document, article or page, address. */
  @Column('text') against!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  /** The row as it was compared. */
  @Column('jsonb') content!: Record<string, unknown>;
  @Column('uuid') checkedBy!: string;
  @Column('text') checkedByName!: string;
  @Column('timestamptz') checkedAt!: Date;
}
