import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionData, SectionKey } from './form/field';
import type { BusinessType } from './life/business-types';

export type { BusinessType } from './life/business-types';
export type ManagementCategory = 'key' | 'simplified';

/** Whether the applicant may write: all of it, only what 补正 names, or nothing any more. */
export type Editing = 'free' | 'flagged' | 'sealed';

/** One application for a discharge permit. Its procedure (state, number, clocks) is the case with the same id. */
@Entity('permit_application')
export class PermitApplication {
  /** Also the id of the case. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') enterpriseId!: string;
  @Column('text') enterpriseName!: string;
  @Column('text') uscc!: string;
  @Column('uuid') siteId!: string;
  /** 1 for the first site of the enterprise: the three digits after the credit code in the permit's number. */
  @Column('integer') siteSequence!: number;
  @Column('text') siteName!: string;
  @Column('text') regionCode!: string;
  @Column('text') managementCategory!: ManagementCategory;
  @Column('text') businessType!: BusinessType;
  /** The permit it is about and the version it changes; null for a first application. */
  @Column('uuid', { nullable: true }) permitId!: string | null;
  @Column('integer', { nullable: true }) baseVersion!: number | null;
  /** Why it is made: keys of `BUSINESS_TYPES[…].triggers`. */
  @Column('jsonb') triggers!: string[];
  /** When it happened, where a period runs from there (变更: thirty days). */
  @Column('date', { nullable: true }) occurredOn!: string | null;
  @Column('text') formVersion!: string;
  @Column('text') editing!: Editing;
  /** State and number of the case, kept in step by every move, so that lists need no second look. */
  @Column('text') state!: string;
  @Column('text', { nullable: true }) caseNumber!: string | null;
  /** False from the end of the procedure on; a site has one open application at a time. */
  @Column('boolean') open!: boolean;
  /** First submission: from here on the bureau sees it. */
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** Of the newest submission: after 补正 later than the first. */
  @Column('timestamptz', { nullable: true }) handedInAt!: Date | null;
  /** SM3 of the form as it was submitted last. */
  @Column('char', { length: 64, nullable: true }) submittedHash!: string | null;
  /** When somebody entitled ticked the letter of commitment, and who. */
  @Column('timestamptz', { nullable: true }) committedAt!: Date | null;
  @Column('uuid', { nullable: true }) committedBy!: string | null;
  /** SM3 of the content the commitment was given for; a later change asks for it anew. */
  @Column('char', { length: 64, nullable: true }) committedHash!: string | null;
  /** The officer who reviewed; another one has to decide. */
  @Column('uuid', { nullable: true }) reviewerId!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** One section of the form. Each is a row with its own version, so that autosaves of different sections never collide. */
@Entity('application_section')
export class ApplicationSection {
  @PrimaryColumn('uuid') applicationId!: string;
  @PrimaryColumn('text') section!: SectionKey;
  /** Personal fields are stored encrypted; read through `SectionStore`. */
  @Column('jsonb') data!: SectionData;
  /** The form it was written in; `SectionStore` reads an earlier one in the units of today. */
  @Column('text') formVersion!: string;
  @Column('integer') version!: number;
  /** “本节是否填写完成” was answered yes. */
  @Column('boolean') completed!: boolean;
  @Column('uuid') updatedBy!: string;
  @Column('timestamptz') updatedAt!: Date;
}

/** What an officer thinks of one part; `overall` concludes the review. */
@Entity('review_opinion')
export class ReviewOpinion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') applicationId!: string;
  @Column('text') section!: SectionKey | 'overall';
  @Column('text') verdict!: 'agree' | 'object';
  @Column('text') text!: string;
  @Column('uuid') authorId!: string;
  @Column('text') authorName!: string;
  @Column('timestamptz') at!: Date;
}
