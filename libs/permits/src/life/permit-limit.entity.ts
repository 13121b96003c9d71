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

export interface RecurringDuty {
  readonly period: 'once' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';
  /** First day by which it is due. */
  readonly firstDueOn: string;
  readonly content: string;
}

export const CONDITION_KINDS = ['operation', 'monitoring', 'ledger', 'report', 'disclosure', 'special-period', 'improvement', 'other'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** A condition of a permit beside its limits; one with a duty is to be done again and again. */
@Entity('permit_condition')
export class PermitCondition {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') permitId!: string;
  @Column('text', { nullable: true }) libraryCode!: string | null;
  @Column('integer', { nullable: true }) libraryVersion!: number | null;
  @Column('text') kind!: ConditionKind;
  @Column('text') text!: string;
  @Column('text') legalBasis!: string;
  @Column('jsonb', { nullable: true }) duty!: RecurringDuty | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('integer') fromVersion!: number;
}
