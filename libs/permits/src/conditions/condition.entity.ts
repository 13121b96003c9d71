import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConditionKind, ConditionSubject } from '../life/permit-limit.entity';
import type { DutyTemplate } from './recurring';
import type { Parameter } from './render';

/** One version of a condition in the bureau's library. Nothing in it changes but the day on which it ends. */
@Entity('condition_library')
export class LibraryCondition {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') code!: string;
  @Column('integer') version!: number;
  @Column('boolean') isCurrent!: boolean;
  @Column('text') title!: string;
  @Column('text') kind!: ConditionKind;
  @Column('text') subject!: ConditionSubject;
  @Column('text') text!: string;
  @Column('jsonb') parameters!: Parameter[];
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
  @Column('jsonb', { nullable: true }) duty!: DutyTemplate | null;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text') changeNote!: string;
  @Column('text', { nullable: true }) retiredReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('text') createdByName!: string;
}

/** What an officer lays down with an application: a condition added, or one of the permit changed or dropped. */
@Entity('application_condition')
export class ApplicationCondition {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') applicationId!: string;
  @Column('text') act!: 'add' | 'change' | 'drop';
  @Column('uuid', { nullable: true }) permitConditionId!: string | null;
  @Column('text', { nullable: true }) libraryCode!: string | null;
  @Column('integer', { nullable: true }) libraryVersion!: number | null;
  @Column('jsonb') parameters!: Record<string, string>;
  @Column('text') title!: string;
  @Column('text') kind!: ConditionKind;
  @Column('text') subject!: ConditionSubject;
  @Column('text', { nullable: true }) subjectCode!: string | null;
  @Column('text') text!: string;
  @Column('text') legalBasis!: string;
  @Column('boolean') verified!: boolean;
  @Column('boolean') isPublic!: boolean;
  @Column('jsonb', { nullable: true }) duty!: DutyTemplate | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid') createdBy!: string;
  @Column('text') createdByName!: string;
}
