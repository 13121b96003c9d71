import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { DAY, DAY_TEXT, PageQuery } from '@huanbao/platform';
import { OmitType } from '@nestjs/swagger';
import type { DocumentFinding } from './facts/compare';
import type { ReasonKind, Strength } from './fingerprint/reasons';

export const KINDS = ['same-file', 'same-report', 'same-table', 'same-text', 'same-image', 'same-stamp', 'same-author', 'impossible-time', 'impossible-place'] as const;
export const STRENGTHS = ['strong', 'medium', 'weak'] as const;
export const STATES = ['open', 'dismissed', 'clue'] as const;

export class EvidenceWordsView {
  zh!: string;
  en!: string;
}

export class FoundView {
  page!: number;
  quote!: string;
  value!: string;
}

export class ReadDocumentView {
  fileId!: string;
  name!: string;
  state!: 'reading' | 'done' | 'unreadable' | 'failed';
  /** Per cent. */
  progress!: number;
  source!: 'text' | 'ocr' | null;
  /** `no-ocr`, `nothing-recognised`, `encrypted`, `damaged`, `too-long`, `too-large`, or null. */
  reason!: string | null;
  kind!: 'approval' | 'monitoring' | 'other' | null;
  /** Key numbers that were found, in words. */
  found!: FoundView[];
}

export class DocumentFindingView {
  kind!: DocumentFinding['kind'];
  fileId!: string;
  document!: string;
  page!: number;
  quote!: string;
  pointer!: string | null;
  says!: string;
  formSays!: string;
  mend!: EvidenceWordsView;
}

export class DocumentsCheckView {
  documents!: ReadDocumentView[];
  findings!: DocumentFindingView[];
}

export class SuspicionListDto extends PageQuery {
  @IsOptional() @IsIn(STATES) state?: 'open' | 'dismissed' | 'clue';
  @IsOptional() @IsIn(STRENGTHS) strength?: Strength;
  @IsOptional() @IsIn(KINDS) kind?: ReasonKind;
  @IsOptional() @IsUUID() applicationId?: string;
  @IsOptional() @IsUUID() reportId?: string;
  /** From two characters: an applicant or a measure. */
  @IsOptional() @IsString() @Length(2, 60) q?: string;
  /** Found on this day or later. */
  @IsOptional() @Matches(DAY, DAY_TEXT) from?: string;
  /** Found on this day or earlier. */
  @IsOptional() @Matches(DAY, DAY_TEXT) to?: string;
  /** By when it was found; the newest first when left out. */
  @IsOptional() @IsIn(['found', '-found']) sort?: 'found' | '-found';
}

export class SuspicionExportDto extends OmitType(SuspicionListDto, ['cursor', 'limit']) {}

export class DecideSuspicionDto {
  /** Why it is nothing, or why enforcement should look. */
  @IsString() @Length(5, 1000) reason!: string;
}

export const EVIDENCE_SUBJECTS = ['permit-application', 'execution-report'] as const;

export class SuspicionSideView {
  /** The record the file belongs to: an application or an execution report. */
  subjectType!: (typeof EVIDENCE_SUBJECTS)[number] | null;
  subjectId!: string | null;
  /** null for an applicant outside the officer's region. */
  enterpriseName!: string | null;
  fileId!: string | null;
  fileName!: string | null;
  page!: number | null;
  quote!: string;
}

export class SuspicionView {
  id!: string;
  kind!: ReasonKind;
  strength!: Strength;
  measure!: string;
  sides!: SuspicionSideView[];
  state!: 'open' | 'dismissed' | 'clue';
  decidedByName!: string | null;
  decidedAt!: Date | null;
  decisionReason!: string | null;
  foundAt!: Date;
  actions!: string[];
}

export class SuspicionPageView {
  items!: SuspicionView[];
  nextCursor!: string | null;
}
