import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import type { StandardKind } from '../reference/standards';
import { LIMIT_SECTIONS } from '../review/limit-facts';
import type { LimitMedium, LimitTier } from '../review/rule';

const IsDay = (): PropertyDecorator => applyDecorators(IsDateString({ strict: true }), Length(10, 10));
const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const truth = Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export const MEDIA = ['air', 'fugitive', 'water', 'noise'] as const satisfies readonly LimitMedium[];
export const TIERS = ['national', 'special', 'provincial', 'ultra-low', 'approval'] as const satisfies readonly LimitTier[];
export const STANDARD_KINDS = ['national', 'provincial', 'ultra-low', 'plan', 'approval'] as const satisfies readonly StandardKind[];
export const LIMIT_SORTS = ['standard', '-validFrom', 'validFrom', 'value', '-value'] as const;

export class LimitListDto extends PageQuery {
  /** Exact code of the standard. */
  @IsOptional() @trimmed @IsString() @MaxLength(60)
  standard?: string;

  @IsOptional() @IsIn(MEDIA)
  medium?: LimitMedium;

  @IsOptional() @IsString() @MaxLength(40)
  source?: string;

  @IsOptional() @IsString() @MaxLength(40)
  pollutant?: string;

  @IsOptional() @IsIn(TIERS)
  tier?: LimitTier;

  /** Only what holds on this day. */
  @IsOptional() @IsDay()
  on?: string;

  @IsOptional() @IsIn(['verified', 'unverified'])
  state?: 'verified' | 'unverified';

  /** Also rows that were wrong from the beginning. */
  @IsOptional() @truth @IsBoolean()
  superseded?: boolean;

  /** Part of the code or title of the standard. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  @IsOptional() @IsIn(LIMIT_SORTS)
  sort?: (typeof LIMIT_SORTS)[number];
}

export class LimitExportDto extends OmitType(LimitListDto, ['cursor', 'limit']) {}

export class StandardListDto extends PageQuery {
  @IsOptional() @IsIn(STANDARD_KINDS)
  kind?: StandardKind;

  @IsOptional() @IsDay()
  on?: string;

  @IsOptional() @IsIn(['verified', 'unverified'])
  state?: 'verified' | 'unverified';

  @IsOptional() @trimmed @IsString() @Length(1, 60)
  q?: string;
}

/** A limit as it is entered. Numbers travel as text; what cannot be is answered by the checks of the table, with its place. */
export class LimitRowDto {
  @trimmed @IsString() @Length(1, 60) standard!: string;
  @IsIn(MEDIA) medium!: LimitMedium;
  @IsString() @MaxLength(40) source!: string;
  @IsString() @MaxLength(40) pollutant!: string;
  @IsIn(TIERS) tier!: LimitTier;
  @trimmed @IsString() @MaxLength(40) value!: string;
  @trimmed @IsString() @MaxLength(20) unit!: string;
  @IsString() @MaxLength(10) validFrom!: string;
  @IsOptional() @trimmed @IsString() @MaxLength(4) industry?: string | null;
  @IsOptional() @trimmed @IsString() @MaxLength(40) fuel?: string | null;
  @IsOptional() @trimmed @IsString() @MaxLength(60) variant?: string | null;
  @IsOptional() @IsIn(['new', 'existing']) buildPeriod?: 'new' | 'existing' | null;
  @IsOptional() @IsString() @MaxLength(10) builtSince?: string | null;
  @IsOptional() @IsIn(['direct', 'indirect']) discharge?: 'direct' | 'indirect' | null;
  @IsOptional() @IsIn(['hour', 'day', 'month', 'once']) averaging?: 'hour' | 'day' | 'month' | 'once' | null;
  @IsOptional() @trimmed @IsString() @MaxLength(6) baseOxygen?: string | null;
  @IsOptional() @trimmed @IsString() @MaxLength(100) legalBasis?: string | null;
  @IsOptional() @trimmed @IsString() @MaxLength(300) note?: string | null;
}

export class StandardDto {
  @trimmed @IsString() @Length(3, 60) code!: string;
  @trimmed @IsString() @Length(2, 120) title!: string;
  @IsIn(STANDARD_KINDS) kind!: StandardKind;
  @IsOptional() @IsDay() inForceFrom?: string | null;
  @IsOptional() @trimmed @IsString() @MaxLength(60) replaces?: string | null;
  @IsOptional() @trimmed @IsString() @MaxLength(300) note?: string | null;
}

/** One change of a proposal; which members it needs depends on `op`. */
export class LimitChangeDto {
  @IsIn(['add', 'replace', 'correct', 'end', 'add-standard', 'end-standard']) op!: 'add' | 'replace' | 'correct' | 'end' | 'add-standard' | 'end-standard';
  /** Of the row that is replaced, corrected or ended. */
  @IsOptional() @IsUUID() id?: string;
  @IsOptional() @ValidateNested() @Type(() => LimitRowDto) row?: LimitRowDto;
  /** A surprising value is meant. */
  @IsOptional() @IsBoolean() confirmed?: boolean;
  @IsOptional() @IsDay() lastDay?: string;
  @IsOptional() @ValidateNested() @Type(() => StandardDto) standard?: StandardDto;
  /** Of the standard that ends. */
  @IsOptional() @trimmed @IsString() @MaxLength(60) code?: string;
  @IsOptional() @trimmed @IsString() @MaxLength(60) replacedBy?: string | null;
}

export class ProposeLimitsDto {
  @trimmed @IsString() @Length(4, 500, { message: '写明为什么改，至少 4 个字 | Say why, at least 4 characters.' }) reason!: string;
  /** Document, article or page, address. */
  @trimmed @IsString() @Length(4, 500, { message: '写明依据：文件名、条款或页码、网址，至少 4 个字 | Name the source: document, article or page, address; at least 4 characters.' }) citation!: string;
  @IsOptional() @IsUUID() fileId?: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1000) @ValidateNested({ each: true }) @Type(() => LimitChangeDto) items!: LimitChangeDto[];
}

export class LimitImportQuery {
  @trimmed @IsString() @Length(4, 500, { message: '写明为什么改，至少 4 个字 | Say why, at least 4 characters.' }) reason!: string;
  @trimmed @IsString() @Length(4, 500, { message: '写明依据，至少 4 个字 | Name the source, at least 4 characters.' }) citation!: string;
}

export class ProposalListDto extends PageQuery {
  @IsOptional() @IsIn(['proposed', 'confirmed', 'rejected', 'withdrawn'])
  state?: 'proposed' | 'confirmed' | 'rejected' | 'withdrawn';

  @IsOptional() @trimmed @IsString() @Length(1, 60)
  q?: string;
}

export class DecideProposalDto {
  @trimmed @IsString() @Length(4, 500, { message: '写明意见，至少 4 个字 | Say why, at least 4 characters.' }) note!: string;
}

export class LimitSectionQuery {
  /** Limits to air when left out. */
  @IsOptional() @IsIn(LIMIT_SECTIONS)
  section?: string = 'air-limits';
}

/** Which limit applies: what is known of the source. What is left out is taken as applying, from strictness. */
export class StrictestQuery {
  @IsIn(MEDIA) medium!: LimitMedium;
  @IsString() @Length(1, 40) source!: string;
  @IsString() @Length(1, 40) pollutant!: string;
  /** Today when left out. */
  @IsOptional() @IsDay() date?: string;
  @IsOptional() @truth @IsBoolean() inKeyRegion?: boolean;
  @IsOptional() @trimmed @IsString() @MaxLength(4) industry?: string;
  @IsOptional() @IsDay() builtOn?: string;
  @IsOptional() @IsIn(['direct', 'indirect']) discharge?: 'direct' | 'indirect';
  @IsOptional() @trimmed @IsString() @MaxLength(40) fuel?: string;
  @IsOptional() @trimmed @IsString() @MaxLength(60) variant?: string;
  /** Of an hourly or a daily mean; rows that do not say hold for both. */
  @IsOptional() @IsIn(['hour', 'day']) averaging?: 'hour' | 'day';
  /** Only limits of this kind, e.g. special ones. */
  @IsOptional() @IsIn(TIERS) tier?: LimitTier;
  /** Number of the environmental approval. */
  @IsOptional() @trimmed @IsString() @MaxLength(80) approval?: string;
}
