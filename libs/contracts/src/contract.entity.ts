import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContractState } from './contract.flow';
import type { ContractTerms, PayableOn } from './terms/terms';

export type Side = 'enterprise' | 'firm';
export type MilestoneState = 'open' | 'delivered' | 'rework' | 'accepted' | 'dropped';
export type PaymentState = 'recorded' | 'confirmed' | 'refused' | 'withdrawn';
export type ProposalKind = 'change' | 'termination' | 'settlement';
export type ProposalState = 'open' | 'agreed' | 'refused' | 'withdrawn';

const id = { default: () => 'uuidv7()' };

/** The contract of an awarded task, from the duty to conclude it to its settlement. */
@Entity('contract')
export class Contract {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') taskId!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') title!: string;
  @Column('text') kind!: 'consulting' | 'testing' | 'engineering' | 'disposal';
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') firmId!: string;
  @Column('text') firmName!: string;
  @Column('text') regionCode!: string;
  @Column('text') state!: ContractState;
  @Column('timestamptz') awardedAt!: Date;
  @Column('date') signDue!: string;
  /** The law sets the day (招标投标法 第四十六条, 政府采购法 第四十六条); otherwise it is a recommendation. */
  @Column('boolean') signByLaw!: boolean;
  @Column('numeric') bidPriceYuan!: string;
  @Column('integer') bidDurationDays!: number;
  @Column('jsonb', { nullable: true }) terms!: ContractTerms | null;
  /** Counts what both sides have agreed on. */
  @Column('integer') revision!: number;
  @Column('numeric', { nullable: true }) priceYuan!: string | null;
  @Column('text', { nullable: true }) returnedReason!: string | null;
  /** The day by which the next thing has to happen: the signing, then the next open milestone. */
  @Column('date', { nullable: true }) nextDue!: string | null;
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  @Column('date', { nullable: true }) endsOn!: string | null;
  @Column('numeric', { nullable: true }) settledYuan!: string | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  /** By both sides, by time after everything was accepted and paid, or by the outcome of a mediation. */
  @Column('text', { nullable: true }) closedHow!: 'agreed' | 'time' | 'mediation' | null;
  @Column('uuid', { nullable: true }) paperFileId!: string | null;
  @Column('date', { nullable: true }) remindedOn!: string | null;
  @Column('text') search!: string;
  /** Since when a dispute is with the bureau. */
  @Column('date', { nullable: true }) disputedOn!: string | null;
  /** Since when the firm lacks what the task asks for. */
  @Column('timestamptz', { nullable: true }) unfitSince!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** One side's signature under the agreed text, or under its paper. */
@Entity('contract_signature')
export class ContractSignature {
  @PrimaryColumn('uuid') contractId!: string;
  @PrimaryColumn('text') side!: Side;
  @Column('text') way!: 'online' | 'paper';
  @Column('uuid') recordId!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text') signerName!: string;
  @Column('timestamptz') signedAt!: Date;
}

/** A part of the work with its day and its amount; from the signing on. */
@Entity('contract_milestone')
export class ContractMilestone {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('integer') position!: number;
  @Column('text') name!: string;
  @Column('date') dueOn!: string;
  @Column('numeric') amountYuan!: string;
  @Column('text') payableOn!: PayableOn;
  @Column('text') deliverable!: string;
  @Column('text') state!: MilestoneState;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  /** When the bureau approved what it was used for, and what that was; of `approval` only. */
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('text', { nullable: true }) approvedFor!: string | null;
  /** When it was last handed over. */
  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;
  /** How often it was sent back. */
  @Column('integer', { default: 0 }) reworks!: number;
}

/** Money that was paid outside the platform: what one side says and the other confirms. */
@Entity('contract_payment')
export class ContractPayment {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid', { nullable: true }) milestoneId!: string | null;
  @Column('text') direction!: 'payment' | 'refund';
  @Column('numeric') amountYuan!: string;
  @Column('date') paidOn!: string;
  @Column('uuid') fileId!: string;
  @Column('text') note!: string;
  @Column('text') state!: PaymentState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') recordedBy!: string;
  @Column('text') recordedByName!: string;
  @Column('timestamptz') recordedAt!: Date;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
}

/** New terms, with those they would replace. */
export interface ChangeContent {
  readonly before: ContractTerms;
  readonly after: ContractTerms;
}

/** The end before the time: by agreement, or by notice of one side on a ground of the law. */
export interface TerminationContent {
  readonly way: 'agreement' | 'notice';
  readonly ground: string | null;
  readonly basis: string;
}

/** What is owed for the work in all. */
export interface SettlementContent {
  readonly dueYuan: string;
}

/** What one side proposes and the other answers. */
@Entity('contract_proposal')
export class ContractProposal {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') contractId!: string;
  @Column('text') kind!: ProposalKind;
  @Column('integer') nth!: number;
  @Column('text') side!: Side;
  @Column('text') byName!: string;
  @Column('text') reason!: string;
  @Column('jsonb') content!: ChangeContent | TerminationContent | SettlementContent;
  @Column('text') state!: ProposalState;
  @Column('timestamptz') madeAt!: Date;
  @Column('text', { nullable: true }) answeredByName!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}

/** One line of a contract's history; both sides read all of it. */
@Entity('contract_event')
export class ContractEvent {
  @PrimaryColumn('uuid', id) id!: string;
  @Column('uuid') contractId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: string;
  @Column('text') actorName!: string;
  @Column('text') zh!: string;
  @Column('text') en!: string;
}
