import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LimitFact } from './limits-of';

/** One limit of a permit with the days on which it holds: `valid_from` ≤ day < `valid_until`. */
@Entity('permit_limit')
export class PermitLimit {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('text') medium!: LimitFact['medium'];
  @Column('text') outletCode!: string;
  @Column('text') pollutant!: string;
  @Column('text') measure!: LimitFact['measure'];
  @Column('integer', { nullable: true }) permitYear!: number | null;
  /** Decimal as text. */
  @Column('numeric') value!: string;
  @Column('text') unit!: string;
  @Column('text', { nullable: true }) standard!: string | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('integer') fromVersion!: number;
}

export const DUTY_PERIODS = ['once', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type DutyPeriod = (typeof DUTY_PERIODS)[number];

export interface RecurringDuty {
  readonly period: DutyPeriod;
  /** First day by which it is due. */
  readonly firstDueOn: string;
  /** Due on the last day of its month each time, however long the month is. */
  readonly atMonthEnd?: boolean;
  readonly content: string;
}

export const CONDITION_KINDS = ['operation', 'monitoring', 'ledger', 'report', 'disclosure', 'special-period', 'improvement', 'other'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export const CONDITION_SUBJECTS = ['site', 'outlet', 'facility'] as const;
export type ConditionSubject = (typeof CONDITION_SUBJECTS)[number];

/** A condition of a permit beside its limits; one with a duty is to be done again and again. */
@Entity('permit_condition')
export class PermitCondition {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('text', { nullable: true }) libraryCode!: string | null;
  @Column('integer', { nullable: true }) libraryVersion!: number | null;
  @Column('text') title!: string;
  @Column('text') kind!: ConditionKind;
  @Column('text') subject!: ConditionSubject;
  /** DA001, DW001, MF0001 …; null for the whole site. */
  @Column('text', { nullable: true }) subjectCode!: string | null;
  @Column('text') text!: string;
  @Column('text') legalBasis!: string;
  /** Somebody has compared it with the text of the law. */
  @Column('boolean') verified!: boolean;
  /** False for what holds a trade secret. */
  @Column('boolean') isPublic!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb', { nullable: true }) duty!: RecurringDuty | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('integer') fromVersion!: number;
}
