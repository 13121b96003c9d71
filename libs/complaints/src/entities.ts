import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ComplaintDispute } from './disputes/dispute.entity';
import type { AppliedPeriods } from './period-rules';
import { type CallBack, ComplaintRound } from './rounds/round.entity';
import type { Channel, Outcome, Satisfaction, Subject } from './rules';

export const REFUSAL_WAYS = ['web', 'phone', 'in-person', 'letter'] as const;
export type RefusalWay = (typeof REFUSAL_WAYS)[number];

/** How the reporter learnt that the report is not accepted. */
export interface RefusalTold {
  readonly way: RefusalWay;
  readonly words: string;
  readonly byName: string;
  readonly at: string;
}

/** A report of pollution: what and where. How it goes on is its case of the same id. */
@Entity('complaint')
export class Complaint {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) number!: string | null;
  /** Made by the reporter's device: a report that arrives twice is one. */
  @Column('uuid', { nullable: true }) clientId!: string | null;
  /** Number under which another hotline keeps it. */
  @Column('text', { nullable: true }) externalNumber!: string | null;
  @Column('text') channel!: Channel;
  @Column('text') regionCode!: string;
  @Column('text') subject!: Subject;
  @Column('text') place!: string;
  @Column('numeric', { nullable: true }) lng!: string | null;
  @Column('numeric', { nullable: true }) lat!: string | null;
  /** Whom the reporter means, in the reporter's words. */
  @Column('text', { nullable: true }) respondent!: string | null;
  /** Whom the officer has found it to be. */
  @Column('uuid', { nullable: true }) enterpriseId!: string | null;
  @Column('text', { nullable: true }) enterpriseName!: string | null;
  @Column('text') what!: string;
  @Column('date', { nullable: true }) happenedOn!: string | null;
  @Column('text', { nullable: true }) happened!: string | null;
  /** Name and phone, encrypted; null when nothing was given. */
  @Column('text', { nullable: true }) informant!: string | null;
  @Column('boolean') isNamed!: boolean;
  @Column('boolean') hasPhone!: boolean;
  @Column('boolean') wantsReply!: boolean;
  @Column('timestamptz') receivedAt!: Date;
  @Column('text', { nullable: true }) receivedByName!: string | null;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('uuid', { nullable: true }) routeId!: string | null;
  @Column('date', { nullable: true }) acceptanceDue!: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('date', { nullable: true }) handlingDue!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  /** What the reporters read. */
  @Column('text', { nullable: true }) answer!: string | null;
  /** What stays in the bureau. */
  @Column('text', { nullable: true }) handlingNote!: string | null;
  @Column('text', { nullable: true }) refusedReason!: string | null;
  @Column('text', { nullable: true }) referredTo!: string | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('jsonb', { nullable: true }) callBack!: CallBack | null;
  @Column('text', { nullable: true }) satisfaction!: Satisfaction | null;
  @Column('text', { nullable: true }) ratingWords!: string | null;
  @Column('timestamptz', { nullable: true }) ratedAt!: Date | null;
  @Column('integer') reopened!: number;
  /** Named to judge or review, because everybody who would had a hand in it. */
  @Column('uuid', { nullable: true }) reviewBy!: string | null;
  @Column('text', { nullable: true }) reviewByName!: string | null;
  /** The newest round of handling; 0 before the acceptance. */
  @Column('integer') round!: number;
  @Column('jsonb', { nullable: true }) refusalTold!: RefusalTold | null;
  /** The dated rows behind the clocks that were started, by clock. */
  @Column('jsonb') periods!: AppliedPeriods;
  @Column('text') search!: string;
}

/** Who looked at an informant, and why. Append-only. */
@Entity('complaint_informant_look')
export class InformantLook {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') complaintId!: string;
  @Column('uuid') userId!: string;
  @Column('text') userName!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') at!: Date;
}

/** Which unit, or which other authority, takes what, from which day. */
@Entity('complaint_route')
export class ComplaintRoute {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') regionCode!: string;
  /** Null: all subjects. */
  @Column('text', { nullable: true }) subject!: Subject | null;
  /** One of them stands in the place; empty: every place. */
  @Column('text', { array: true }) placeWords!: string[];
  @Column('text') kind!: 'own' | 'other';
  @Column('text') unit!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text') basis!: string;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('text') setByName!: string;
  @Column('timestamptz') setAt!: Date;
  @Column('integer') version!: number;
}

export const COMPLAINTS_ENTITIES = [Complaint, InformantLook, ComplaintRoute, ComplaintRound, ComplaintDispute];
