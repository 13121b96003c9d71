import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SPECIALTIES = ['air', 'water', 'solid-noise', 'monitoring', 'other'] as const;
export type Specialty = (typeof SPECIALTIES)[number];

/** A part went to somebody else, or was opened again: then with the word that was given before. */
export interface HandedOver {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly verdict?: 'agree' | 'object';
  readonly summary?: string;
}

/** One reviewer's part of an application: 大气、水、固废噪声…; the lead reviewer concludes when all are in. */
@Entity('review_part')
export class ReviewPart {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') applicationId!: string;
  @Column('text') specialty!: Specialty;
  @Column('uuid') officerId!: string;
  @Column('text') officerName!: string;
  @Column('text') assignedByName!: string;
  @Column('timestamptz') assignedAt!: Date;
  /** The reviewer's own last day, within the period of the application. */
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text', { nullable: true }) verdict!: 'agree' | 'object' | null;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('jsonb') history!: HandedOver[];
}

/** 会签: a named colleague agrees or objects before the decision. */
@Entity('countersign')
export class Countersign {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') applicationId!: string;
  @Column('uuid') officerId!: string;
  @Column('text') officerName!: string;
  @Column('text', { nullable: true }) department!: string | null;
  @Column('text') question!: string;
  /** Null for one asked before this was kept: then the lead and the supervisor stand for who asked. */
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('text') askedByName!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) verdict!: 'agree' | 'object' | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  /** No longer needed, or nobody is there to give it: nothing waits for it. */
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('text', { nullable: true }) withdrawnByName!: string | null;
  @Column('text', { nullable: true }) withdrawnReason!: string | null;
  @Column('jsonb') history!: HandedOver[];
}
