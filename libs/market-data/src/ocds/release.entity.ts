import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Release } from './release';

/** One OCDS release as it was published. */
@Entity('ocds_release')
export class OcdsRelease {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  /** What happened: `tender`, `opening`, `award`, `end`, or the key of an amendment or a step of the contract. */
  @Column('text') stage!: string;
  @Column('integer') seq!: number;
  @Column('text') releaseId!: string;
  @Column('text') ocid!: string;
  @Column('text') kind!: string;
  @Column('timestamptz') date!: Date;
  /** Civil month of the date. */
  @Column('text') month!: string;
  @Column('jsonb') body!: Release;
}

/** The versions of a task and its contract that the releases have been written from. */
@Entity('ocds_seen')
export class OcdsSeen {
  @PrimaryColumn('uuid') taskId!: string;
  @Column('integer') taskVersion!: number;
  /** Null without a contract. */
  @Column('integer', { nullable: true }) contractVersion!: number | null;
}
