import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Release, ReleaseStage } from './release';

/** One OCDS release as it was published. */
@Entity('ocds_release')
export class OcdsRelease {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') taskId!: string;
  @Column('text') stage!: ReleaseStage;
  @Column('integer') seq!: number;
  @Column('text') releaseId!: string;
  @Column('text') ocid!: string;
  @Column('text') kind!: string;
  @Column('timestamptz') date!: Date;
  /** Civil month of the date. */
  @Column('text') month!: string;
  @Column('jsonb') body!: Release;
}
