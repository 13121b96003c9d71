import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsISO8601, IsObject, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { ROW_KINDS, type RowAttributes, type RowKind, type SubjectKind } from '../engine/scheme';
import { DAY, DAY_TEXT, trimmed } from '../entries/entry.dto';

export class CreditSchemeListDto extends PageQuery {
  @IsOptional() @IsIn(['enterprise', 'firm']) kind?: SubjectKind;
  @IsOptional() @IsIn(['draft', 'published', 'withdrawn']) state?: string;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['from', '-from']) sort?: 'from' | '-from';
}

export class CreditSchemeExportDto extends OmitType(CreditSchemeListDto, ['cursor', 'limit']) {}

export class SchemeRowDto {
  @IsIn(ROW_KINDS) kind!: RowKind;
  @Matches(/^[A-Za-z0-9.-]{1,40}$/) code!: string;
  @trimmed @IsString() @Length(1, 120) title!: string;
  /** A decimal; empty for vetoes and measures. */
  @trimmed @IsString() @Length(0, 20) value!: string;
  @trimmed @IsString() @Length(0, 20) unit!: string;
  @IsObject() attributes!: RowAttributes;
  @trimmed @IsString() @Length(2, 300) legalBasis!: string;
  @IsOptional() @trimmed @IsString() @Length(0, 300) note?: string | null;
}

export class CopySchemeDto {
  @trimmed @IsString() @Length(4, 120) title!: string;
  @trimmed @IsString() @Length(4, 300) legalBasis!: string;
  /** First day; the version before ends the day before. */
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) effectiveFrom!: string;
}

export class SchemeRowsDto {
  @IsArray() @ArrayMinSize(3) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => SchemeRowDto) rows!: SchemeRowDto[];
}

export class PutInForceDto {
  /** First day on which the scheme has its effect for all subjects of its kind. */
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) effectiveFrom!: string;
  @trimmed @IsString() @Length(4, 300) legalBasis!: string;
}

export class DecideForceDto {
  @IsBoolean() approved!: boolean;
  @trimmed @IsString() @Length(4, 500) reason!: string;
}
