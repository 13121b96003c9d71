import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { SubjectKind } from '../engine/scheme';
import { trimmed } from '../entries/entry.dto';
import { COLOURS, type GradeColour } from './subject.dto';

export class PublicCreditListDto extends PageQuery {
  @IsOptional() @IsIn(['enterprise', 'firm']) kind?: SubjectKind;
  @IsOptional() @IsIn(COLOURS) colour?: GradeColour;
  /** Part of the name, or the credit code. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['name', '-name', 'score', '-score']) sort?: 'name' | '-name' | 'score' | '-score';
}

export class PublicCreditExportDto extends OmitType(PublicCreditListDto, ['cursor', 'limit']) {}

export class PublicCreditItemView {
  id!: string;
  name!: string;
  kind!: SubjectKind;
  /** Null while an appeal holds the publication of the grade back. */
  score!: string | null;
  gradeTitle!: string | null;
  colour!: string;
  gradeSince!: string | null;
  /** An appeal is being looked at: an event, and by the rule the grade, is not published meanwhile. */
  frozen!: boolean;
}

export class PublicCreditPage {
  items!: PublicCreditItemView[];
  nextCursor!: string | null;
}

/** An event as everybody may read it: no facts, no files, no officers. */
export class PublicCreditEventView {
  type!: string;
  severity!: 'general' | 'serious';
  documentNo!: string | null;
  legalBasis!: string;
  occurredOn!: string;
  shownUntil!: string;
}

export class PublicCreditView extends PublicCreditItemView {
  uscc!: string | null;
  schemeTitle!: string;
  schemeBasis!: string;
  hasUnverified!: boolean;
  /** Last day on which publication rests; null when it does not. */
  frozenUntil!: string | null;
  /** Events within their period of publication, newest first. */
  events!: PublicCreditEventView[];
  asOf!: string;
}
