import { applyDecorators } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateIf } from 'class-validator';

const IsDay = (): PropertyDecorator => applyDecorators(IsDateString({ strict: true }), Length(10, 10));
const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class ReferenceListDto extends PageQuery {
  @IsOptional() @Matches(/^[a-z][a-z-]{1,39}$/)
  kind?: string;

  /** `unverified`: the work list; all when left out. */
  @IsOptional() @IsIn(['unverified', 'verified'])
  state?: 'unverified' | 'verified';

  @IsOptional() @trimmed @IsString() @Length(1, 60)
  q?: string;

  /** By kind and name, or what has to be looked at first: what holds today before what begins later. */
  @IsOptional() @IsIn(['title', 'effectiveFrom', '-effectiveFrom'])
  sort?: 'title' | 'effectiveFrom' | '-effectiveFrom';
}

export class ReferenceExportDto extends OmitType(ReferenceListDto, ['cursor', 'limit']) {}

export class ReferenceRowQuery {
  @Matches(/^[a-z][a-z-]{1,39}$/)
  kind!: string;

  @IsString() @Length(1, 200)
  key!: string;
}

export class ReferenceProposalListDto extends PageQuery {
  @IsOptional() @IsIn(['open', 'approved', 'rejected', 'withdrawn'])
  state?: 'open' | 'approved' | 'rejected' | 'withdrawn';

  /** Fragment of the content, the reason, the basis or of who proposed it. */
  @IsOptional() @trimmed @IsString() @Length(1, 60)
  q?: string;

  /** The newest first when left out. */
  @IsOptional() @IsIn(['proposedAt', '-proposedAt'])
  sort?: 'proposedAt' | '-proposedAt';
}

export class ReferenceProposalExportDto extends OmitType(ReferenceProposalListDto, ['cursor', 'limit']) {}

/** A row as it shall be from a day on. */
export class ProposeReferenceDto extends ReferenceRowQuery {
  @trimmed @IsString() @Length(2, 500)
  title!: string;

  /** English wording, where the row is a text that people read. */
  @IsOptional() @trimmed @IsString() @Length(2, 1000)
  titleEn?: string;

  @trimmed @IsString() @Length(1, 500)
  value!: string;

  /** The unit of the row when left out. */
  @IsOptional() @trimmed @IsString() @Length(0, 20)
  unit?: string;

  /** Document and article. */
  @trimmed @IsString() @Length(4, 500)
  legalBasis!: string;

  @IsDay()
  effectiveFrom!: string;

  /** Last day; open when left out. */
  @IsOptional() @IsDay()
  effectiveTo?: string;

  @IsOptional() @trimmed @IsString() @Length(0, 500)
  note?: string;

  @trimmed @IsString() @Length(4, 500, { message: '写明为什么改、依据哪份文件，至少 4 个字 | Say why, and by which document; at least 4 characters.' })
  reason!: string;
}

export class DecideReferenceDto {
  @IsUUID()
  id!: string;

  @IsIn(['approve', 'reject', 'withdraw'])
  decision!: 'approve' | 'reject' | 'withdraw';

  /** Why; demanded for a rejection. */
  @ValidateIf((given: { decision?: string; note?: unknown }) => given.decision === 'reject' || given.note !== undefined) @trimmed @IsString() @Length(4, 500)
  note?: string;
}

export class CompareReferenceDto extends ReferenceRowQuery {
  /** Against which text: document, article or page, address. */
  @trimmed @IsString() @Length(4, 500, { message: '写明对照的文本：文件名、条款或页码、网址，至少 4 个字 | Name the text: document, article or page, address; at least 4 characters.' })
  against!: string;

  /** The text itself, uploaded before. */
  @IsOptional() @IsUUID()
  fileId?: string;
}
