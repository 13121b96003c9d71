import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LimitChange } from './plan-changes';
import type { SimulationResult } from './simulate';

export type ProposalState = 'proposed' | 'confirmed' | 'rejected' | 'withdrawn';

/** Changes of limits and standards put forward by one person, for another to confirm. */
@Entity('limit_proposal')
export class LimitProposal {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') state!: ProposalState;
  @Column('text') reason!: string;
  /** Document, article or address the change rests on. */
  @Column('text') citation!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('jsonb') items!: LimitChange[];
  @Column('text') source!: 'form' | 'excel';
  @Column('uuid') proposedBy!: string;
  @Column('text') proposedByName!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionNote!: string | null;
  @Column('text') simulationState!: 'queued' | 'done' | 'failed';
  @Column('jsonb', { nullable: true }) simulation!: SimulationResult | null;
  @Column('integer') version!: number;
}
