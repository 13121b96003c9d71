import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppliedPeriods } from '../period-rules';
import type { Outcome } from '../rules';

/** What came of the call to the reporter. */
export interface CallBack {
  readonly reached: boolean;
  readonly words: string;
  /** Why a reporter who gave a name was not told. */
  readonly reason?: string | null;
  readonly byName: string;
  readonly at: string;
}

/** Why a round of handling began: the acceptance, a reporter, an officer. */
export const CAUSES = ['accepted', 'dissatisfied', 'review', 'new-facts', 'false-answer', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

/** More time: asked for by who handles it, decided by somebody else. */
export interface Extension {
  readonly days: number;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly granted: boolean | null;
  readonly words: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
}

/** One round of handling, from its cause to its answer. An answer that was given is never changed: another answer is another round. */
@Entity('complaint_round')
export class ComplaintRound {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') complaintId!: string;
  @Column('integer') round!: number;
  @Column('timestamptz') openedAt!: Date;
  @Column('text') because!: Cause;
  @Column('text', { nullable: true }) openedReason!: string | null;
  @Column('text') openedByName!: string;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('date', { nullable: true }) commencementDue!: string | null;
  @Column('timestamptz', { nullable: true }) begunAt!: Date | null;
  @Column('uuid', { nullable: true }) begunBy!: string | null;
  @Column('text', { nullable: true }) begunByName!: string | null;
  @Column('date', { nullable: true }) handlingDue!: string | null;
  @Column('jsonb', { nullable: true }) extension!: Extension | null;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) handlingNote!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  /** Who was told, each time; a round that was disputed is told of again. */
  @Column('jsonb') callBacks!: CallBack[];
  @Column('jsonb') periods!: AppliedPeriods;
}
