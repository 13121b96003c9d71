import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from '../contract.entity';

export type DisputeState = 'open' | 'mediating' | 'settled' | 'failed' | 'withdrawn';

/** A dispute one side has brought before the bureau; one of a contract is open at a time. */
@Entity('contract_dispute')
export class ContractDispute {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('uuid') firmId!: string;
  @Column('text') regionCode!: string;
  @Column('text') side!: Side;
  @Column('text') claim!: string;
  @Column('numeric', { nullable: true }) amountYuan!: string | null;
  @Column('text') state!: DisputeState;
  @Column('text') openedByName!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('text', { nullable: true }) takenByName!: string | null;
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('text', { nullable: true }) concludedByName!: string | null;
  @Column('timestamptz', { nullable: true }) concludedAt!: Date | null;
  /** The outcome closed the contract: what is owed by it in all. */
  @Column('numeric', { nullable: true }) closesYuan!: string | null;
  @Column('integer', { nullable: true }) daysPaused!: number | null;
  @Column('text') search!: string;
}

/** What a side, or the mediator, says to it. */
@Entity('contract_statement')
export class ContractStatement {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') disputeId!: string;
  @Column('text') side!: Side | 'bureau';
  @Column('text') byName!: string;
  @Column('text') text!: string;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('timestamptz') at!: Date;
}

export const OPEN_STATES: readonly DisputeState[] = ['open', 'mediating'];

export const DISPUTE_ENTITIES = [ContractDispute, ContractStatement];
