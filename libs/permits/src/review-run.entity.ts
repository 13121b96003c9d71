import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FindingLevel, LimitRow } from './review/rule';

export type RunState = 'queued' | 'running' | 'done' | 'failed';

/** What a person needs to know of a reference limit to check it. */
export type FindingLimit = Pick<LimitRow, 'standard' | 'title' | 'tier' | 'value' | 'unit' | 'validFrom' | 'verified' | 'note'>;

/** One machine review of one content. */
@Entity('review_run')
export class ReviewRun {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') applicationId!: string;
  @Column('text') state!: RunState;
  /** 0–100. */
  @Column('integer') progress!: number;
  /** SM3 of the form that was reviewed; a form with another hash has not been reviewed. */
  @Column('char', { length: 64, nullable: true }) contentHash!: string | null;
  /** SM3 of what it judged by beside the form; null for a run of before that was kept, which counts as out of date. */
  @Column('char', { length: 64, nullable: true }) factsHash!: string | null;
  /** Rule id → version. */
  @Column('jsonb') ruleVersions!: Record<string, string>;
  @Column('integer') errors!: number;
  @Column('integer') warnings!: number;
  @Column('uuid') requestedBy!: string;
  @Column('timestamptz') requestedAt!: Date;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

/** One remark of a run, and what the officer made of it. */
@Entity('review_finding')
export class ReviewFinding {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') runId!: string;
  @Column('uuid') applicationId!: string;
  @Column('integer') position!: number;
  @Column('text') ruleId!: string;
  @Column('text') level!: FindingLevel;
  @Column('text') pointer!: string;
  @Column('text') actual!: string;
  @Column('text') expected!: string;
  @Column('text') basis!: string;
  @Column('text') suggestionZh!: string;
  @Column('text') suggestionEn!: string;
  @Column('text', { nullable: true }) evidence!: string | null;
  /** The reference limits the remark rests on, as they stood then. */
  @Column('jsonb') limits!: FindingLimit[];
  /** Why the applicant holds that it is no error; it may hand in with it, and an officer rules. */
  @Column('text', { nullable: true }) contestedReason!: string | null;
  @Column('text', { nullable: true }) contestedByName!: string | null;
  @Column('timestamptz', { nullable: true }) contestedAt!: Date | null;
  @Column('text', { nullable: true }) disposition!: 'accepted' | 'overruled' | null;
  @Column('text', { nullable: true }) dispositionReason!: string | null;
  @Column('uuid', { nullable: true }) disposedBy!: string | null;
  @Column('text', { nullable: true }) disposedByName!: string | null;
  @Column('timestamptz', { nullable: true }) disposedAt!: Date | null;
}
