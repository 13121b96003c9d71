import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
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
  /** From two characters: an applicant or a measure. */
  @IsOptional() @IsString() @Length(2, 60) q?: string;
}

export class DecideSuspicionDto {
  /** Why it is nothing, or why enforcement should look. */
  @IsString() @Length(5, 1000) reason!: string;
}

export class SuspicionSideView {
  applicationId!: string | null;
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
