import { Column, Entity, PrimaryColumn } from 'typeorm';

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
