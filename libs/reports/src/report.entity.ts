import type { SectionData } from '@huanbao/permits';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartKey, ReportForm, ReportKind } from './form/part';
import type { Sources } from './prefill/offer';
import type { FindingLevel } from './rules/rule';

/** `returned`: to be corrected; `amending`: handed in before and being written again by its own wish. */
export type ReportState = 'draft' | 'submitted' | 'returned' | 'accepted' | 'amending';

/** One execution report of a permit for one duty period. */
@Entity('execution_report')
export class ExecutionReport {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') obligationId!: string;
  @Column('uuid') permitId!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('uuid') siteId!: string;
  @Column('text') siteName!: string;
  @Column('text') regionCode!: string;
  @Column('text') permitNumber!: string;
  @Column('text') kind!: ReportKind;
  @Column('date') periodFrom!: string;
  @Column('date') periodTo!: string;
  @Column('date') dueOn!: string;
  @Column('text') titleZh!: string;
  @Column('text') titleEn!: string;
  @Column('text') formVersion!: string;
  @Column('text') state!: ReportState;
  /** Copies handed in so far. */
  @Column('integer') revision!: number;
  @Column('text', { nullable: true }) amendmentReason!: string | null;
  /** First time it was handed in: from then on the bureau sees it. */
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('char', { length: 64, nullable: true }) submittedHash!: string | null;
  /** Days after the due day (of what was in time and returned: after the day for mending) on which the copy that does the duty was handed in; 0 in time. */
  @Column('integer', { nullable: true }) lateDays!: number | null;
  @Column('timestamptz', { nullable: true }) committedAt!: Date | null;
  @Column('uuid', { nullable: true }) committedBy!: string | null;
  /** SM3 of the content the commitment was given for. */
  @Column('char', { length: 64, nullable: true }) committedHash!: string | null;
  @Column('text') search!: string;
  @Column('integer') version!: number;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** One part of a report with its own version, so that autosaves of different parts never collide. */
@Entity('execution_report_part')
export class ReportPart {
  @PrimaryColumn('uuid') reportId!: string;
  @PrimaryColumn('text') part!: PartKey;
  @Column('jsonb') data!: SectionData;
  /** What the platform offered when it was last asked. */
  @Column('jsonb') offered!: SectionData;
  /** Where each offered value came from, by `/field` or `/table/@row`. */
  @Column('jsonb') sources!: Sources;
  @Column('timestamptz') offeredAt!: Date;
  @Column('integer') version!: number;
  @Column('boolean') completed!: boolean;
  @Column('uuid') updatedBy!: string;
  @Column('timestamptz') updatedAt!: Date;
}

/** One run of the rules over one content. */
@Entity('execution_report_check')
export class ReportCheck {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') reportId!: string;
  @Column('text') state!: 'queued' | 'running' | 'done' | 'failed';
  @Column('integer') progress!: number;
  @Column('char', { length: 64, nullable: true }) contentHash!: string | null;
  /** SM3 of what else it judged by; null of runs that kept none, which count no more. */
  @Column('char', { length: 64, nullable: true }) factsHash!: string | null;
  @Column('jsonb') ruleVersions!: Record<string, string>;
  @Column('integer') errors!: number;
  @Column('integer') warnings!: number;
  @Column('uuid') requestedBy!: string;
  @Column('timestamptz') requestedAt!: Date;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

/** One remark of a run; a warning is explained by the enterprise, and the explanation goes with the report. */
@Entity('execution_report_finding')
export class ReportFinding {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') checkId!: string;
  @Column('uuid') reportId!: string;
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
  @Column('text', { nullable: true }) explanation!: string | null;
  @Column('uuid', { nullable: true }) explainedBy!: string | null;
  @Column('text', { nullable: true }) explainedByName!: string | null;
  @Column('timestamptz', { nullable: true }) explainedAt!: Date | null;
}

/** A warning as it was handed in, with its explanation. */
export type KeptFinding = Pick<ReportFinding, 'ruleId' | 'level' | 'pointer' | 'actual' | 'expected' | 'basis' | 'suggestionZh' | 'suggestionEn' | 'evidence' | 'explanation' | 'explainedByName'>;

export const QUALITIES = ['timely', 'complete', 'compliant', 'accurate'] as const;
export type Quality = (typeof QUALITIES)[number];

export interface JudgedQuality {
  readonly quality: Quality;
  readonly met: boolean;
  readonly comment: string;
}

/** A place that is to be corrected. */
export interface ReturnedPlace {
  readonly pointer: string;
  readonly label: string;
  readonly requirement: string;
}

/** A report as it was handed in. The database refuses every change but what the bureau adds. */
@Entity('execution_report_revision')
export class ReportRevision {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') reportId!: string;
  @Column('integer') number!: number;
  /** Why it was handed in again. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb') form!: ReportForm;
  @Column('jsonb') findings!: readonly KeptFinding[];
  @Column('char', { length: 64 }) contentHash!: string;
  /** Copy of record of the signature. */
  @Column('uuid') recordId!: string;
  @Column('timestamptz') submittedAt!: Date;
  @Column('uuid') submittedBy!: string;
  @Column('text') submittedByName!: string;
  @Column('integer') lateDays!: number;
  @Column('text', { nullable: true }) outcome!: 'accepted' | 'returned' | 'superseded' | 'void' | null;
  @Column('jsonb', { nullable: true }) qualities!: readonly JudgedQuality[] | null;
  @Column('jsonb', { nullable: true }) returned!: readonly ReturnedPlace[] | null;
  @Column('text', { nullable: true }) outcomeNote!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
}

/** A long text of a report that was handed in, with marks by which like ones are found. */
@Entity('execution_report_text')
export class ReportText {
  @PrimaryColumn('uuid') reportId!: string;
  @PrimaryColumn('text') pointer!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') text!: string;
  @Column('integer', { array: true }) bands!: number[];
}
