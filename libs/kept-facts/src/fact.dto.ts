import { OmitType, PickType } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { DAY, DAY_TEXT, PageQuery, trimmed } from '@huanbao/platform';
import type { FactState } from './kept-fact.entity';
import { FACT_KINDS, FACT_UNITS, type FactKind } from './rules';

export class RecordFactDto {
  /** Made by the caller: a scan was uploaded to the subject `kept-fact` under it. */
  @IsUUID() id!: string;
  @IsUUID() enterpriseId!: string;
  @IsIn(FACT_KINDS) kind!: FactKind;
  /** A grade, or a number as the document has it. */
  @trimmed @IsString() @Length(1, 20) value!: string;
  /** Left out: the usual unit of the kind. */
  @IsOptional() @IsIn(FACT_UNITS) unit?: string | null;
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) fromOn!: string;
  /** Left out: until further notice; only for grades. */
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) toOn?: string | null;
  /** Who issued the document. */
  @trimmed @IsString() @Length(2, 100) authority!: string;
  @trimmed @IsString() @Length(2, 80) documentNo!: string;
  @IsOptional() @trimmed @IsString() @MaxLength(500) note?: string;
  @IsOptional() @IsUUID() scanFileId?: string | null;
}

export class CorrectFactDto extends OmitType(RecordFactDto, ['enterpriseId', 'kind']) {
  @trimmed @IsString() @Length(4, 1000) reason!: string;
}

export class WithdrawFactDto extends PickType(RecordFactDto, ['id', 'scanFileId']) {
  @trimmed @IsString() @Length(4, 1000) reason!: string;
}

export class DecideFactDto {
  @IsIn(['confirmed', 'refused']) verdict!: 'confirmed' | 'refused';
  /** Needed to refuse. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000) reason?: string;
}

export const FACT_TABS = ['holding', 'waiting', 'past', 'refused'] as const;
export type FactTab = (typeof FACT_TABS)[number];

export class FactListDto extends PageQuery {
  /** What holds, what waits for a second person, what was corrected or withdrawn, what was refused. Left out: all. */
  @IsOptional() @IsIn(FACT_TABS) tab?: FactTab;
  @IsOptional() @IsIn(FACT_KINDS) kind?: FactKind;
  @IsOptional() @IsUUID() enterpriseId?: string;
  /** Part of the name, the code, the authority or the number of the document. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['at', '-at', 'from', '-from']) sort?: 'at' | '-at' | 'from' | '-from';
}

export class FactExportDto extends OmitType(FactListDto, ['cursor', 'limit']) {}

export type { FactState };
