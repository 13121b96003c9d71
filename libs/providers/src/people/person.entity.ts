import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface Certificate {
  readonly kind: string;
  readonly number: string;
  /** Last day; null where it has none. */
  readonly validTo: string | null;
}

/** Somebody who works for a firm, with certificates. Name and ID number are encrypted; the index finds the same person elsewhere. */
@Entity('firm_person')
export class FirmPerson {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') firmId!: string;
  @Column('text') regionCode!: string;
  @Column('text') nameCipher!: string;
  @Column('text') nameMasked!: string;
  @Column('text') idNumberCipher!: string;
  @Column('text') idNumberIndex!: string;
  /** The last four characters, for people to compare. */
  @Column('text') idNumberTail!: string;
  @Column('jsonb') certificates!: readonly Certificate[];
  @Column('text', { array: true }) certificateKeys!: string[];
  @Column('boolean') isResponsible!: boolean;
  @Column('integer') maxTasks!: number;
  @Column('date') since!: string;
  @Column('date', { nullable: true }) leftOn!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
}

/** One person, or one certificate, in two firms at once: a question for the bureau, not a verdict. */
@Entity('person_flag')
export class PersonFlag {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') otherId!: string;
  @Column('text') why!: 'same-person' | 'same-certificate';
  @Column('text') regionCode!: string;
  @Column('text') state!: 'open' | 'cleared' | 'confirmed';
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) closedBy!: string | null;
  @Column('text', { nullable: true }) closedByName!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz') foundAt!: Date;
}
