import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One 补正: everything the officer found, told at once (一次性告知), and what came back.
 * `before`, `after` are `Json` and `changes` is `Change[]`; the mapper's types do not survive a recursive one.
 */
@Entity('correction_round')
export class CorrectionRound {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') caseId!: string;
  /** 1 for the first round of the case. */
  @Column('integer') round!: number;
  @Column('text') state!: 'open' | 'answered';
  @Column('uuid') requestedBy!: string;
  @Column('text') requestedByName!: string;
  @Column('timestamptz') requestedAt!: Date;
  @Column('timestamptz', { nullable: true }) resubmittedAt!: Date | null;
  /** Whether it repeats demands on content that had been in front of the bureau before. */
  @Column('boolean') onUnchangedContent!: boolean;
  @Column('uuid', { nullable: true }) supervisorId!: string | null;
  @Column('text', { nullable: true }) supervisorReason!: string | null;
  /** The form as it was when the round was opened. */
  @Column('jsonb') before!: unknown;
  /** The form as it was handed in again. */
  @Column('jsonb', { nullable: true }) after!: unknown;
  @Column('jsonb', { nullable: true }) changes!: unknown;
}

/** One thing to mend: where, what, why. */
@Entity('correction_item')
export class CorrectionItem {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') caseId!: string;
  @Column('integer') position!: number;
  /** RFC 6901 pointer into the form, e.g. `/sections/air-outlets/0/longitude`. */
  @Column('text') pointer!: string;
  /** The same place by row keys instead of row numbers, so that moved rows stay found. */
  @Column('text') place!: string;
  @Column('text') label!: string;
  /** What to do. */
  @Column('text') requirement!: string;
  /** The article or standard that asks for it. */
  @Column('text') reason!: string;
  @Column('boolean') changed!: boolean;
}

/** One message under an item; both sides write here. */
@Entity('correction_message')
export class CorrectionMessage {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') itemId!: string;
  @Column('uuid') caseId!: string;
  @Column('text') side!: 'applicant' | 'bureau';
  @Column('uuid') authorId!: string;
  @Column('text') authorName!: string;
  @Column('text', { nullable: true }) onBehalfOfName!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') text!: string;
  @Column('uuid', { array: true }) fileIds!: string[];
}
