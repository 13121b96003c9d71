import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentFacts } from './facts/facts';
import type { Print, Reason, ReasonKind, Strength } from './fingerprint/reasons';

export type ReadingState = 'reading' | 'done' | 'unreadable' | 'failed';
export type SuspicionState = 'open' | 'dismissed' | 'clue';

/** What was read in one document of an application or a report. */
@Entity('evidence_file')
export class EvidenceFile {
  @PrimaryColumn('uuid') fileId!: string;
  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') state!: ReadingState;
  @Column('integer') progress!: number;
  /** Whether the words stood in the file or were recognised in a picture. */
  @Column('text', { nullable: true }) source!: 'text' | 'ocr' | null;
  /** Why nothing was read: `no-ocr`, `nothing-recognised`, `encrypted`, `damaged`, `too-long`, `too-large`. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer', { nullable: true }) pages!: number | null;
  @Column('jsonb', { nullable: true }) facts!: DocumentFacts | null;
  @Column('jsonb', { nullable: true }) print!: Print | null;
  /** Handed in: from here on it is compared with those of others. */
  @Column('boolean') submitted!: boolean;
  @Column('timestamptz') lookedAt!: Date;
}

/** A reason to look at a document, or at two of different applicants side by side. For officers only. */
@Entity('suspicion')
export class Suspicion {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ReasonKind;
  @Column('text') strength!: Strength;
  @Column('text') measure!: string;
  @Column('jsonb') sides!: Reason['sides'];
  /** The record the file belongs to: `permit-application` or `execution-report`. */
  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') regionCode!: string;
  @Column('uuid') fileId!: string;
  @Column('text') fileName!: string;
  @Column('text', { nullable: true }) otherSubjectType!: string | null;
  @Column('uuid', { nullable: true }) otherSubjectId!: string | null;
  @Column('text', { nullable: true }) otherEnterpriseName!: string | null;
  @Column('text', { nullable: true }) otherRegionCode!: string | null;
  @Column('uuid', { nullable: true }) otherFileId!: string | null;
  @Column('text', { nullable: true }) otherFileName!: string | null;
  /** The two files in a fixed order, or one with its measure: a reason is found once. */
  @Column('text') pair!: string;
  @Column('text') state!: SuspicionState;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('timestamptz') foundAt!: Date;
}

export const EVIDENCE_ENTITIES = [EvidenceFile, Suspicion];
