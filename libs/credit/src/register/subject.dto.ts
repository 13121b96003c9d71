import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { Severity } from '../engine/ledger';
import type { SubjectKind } from '../engine/scheme';
import { DAY, DAY_TEXT, trimmed } from '../entries/entry.dto';
import { EVENT_CODES } from '../schemes/event-types';

export const COLOURS = ['green', 'blue', 'yellow', 'red', 'black'] as const;
export type GradeColour = (typeof COLOURS)[number];

export class CreditRegisterDto extends PageQuery {
  @IsOptional() @IsIn(['enterprise', 'firm']) kind?: SubjectKind;
  @IsOptional() @IsIn(COLOURS) colour?: GradeColour;
  /** `true`: only those with a veto. */
  @IsOptional() @IsIn(['true']) vetoed?: 'true';
  /** `true`: only those with events that count. */
  @IsOptional() @IsIn(['true']) withEvents?: 'true';
  /** Part of the name, or the credit code. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['score', '-score', 'name', '-name']) sort?: 'score' | '-score' | 'name' | '-name';
}

export class CreditRegisterExportDto extends OmitType(CreditRegisterDto, ['cursor', 'limit']) {}

/** As of which day, under which scheme, and as known at which instant. */
export class CreditAsOfDto {
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) day?: string;
  /** Key of a scheme that holds on the day; left out: the one in force. */
  @IsOptional() @Matches(/^[a-z0-9-]{2,40}$/) scheme?: string;
  /** What was recorded later is left out. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(20, 35) knownAt?: string;
}

export class CreditEventListDto extends PageQuery {
  /** `readings`: values of indicators only; `events`: all that is none. */
  @IsOptional() @IsIn(['events', 'readings']) tab?: 'events' | 'readings';
  @IsOptional() @IsIn(EVENT_CODES) type?: string;
  @IsOptional() @IsIn(['minor', 'general', 'serious']) severity?: Severity;
  @IsOptional() @IsIn(['active', 'suspended', 'repaired', 'expired', 'revoked']) status?: string;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['on', '-on']) sort?: 'on' | '-on';
}

export class CreditEventExportDto extends OmitType(CreditEventListDto, ['cursor', 'limit']) {}

const NUMBER = /^-?\d{1,9}(\.\d{1,4})?$/;

export class SupposedEventDto {
  @IsIn(EVENT_CODES) type!: string;
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) on!: string;
}

export class SupposedReadingDto {
  @Matches(/^[a-z0-9-]{1,20}$/) indicator!: string;
  @IsOptional() @Matches(NUMBER) measure?: string | null;
  @IsOptional() @Matches(NUMBER) score?: string | null;
}

export class CreditWhatIfDto {
  @IsOptional() @Matches(/^[a-z0-9-]{2,40}$/) scheme?: string;
  /** Events that would be repaired, by their ids. */
  @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) repair!: string[];
  /** Events that would be revoked, by their ids. */
  @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) remove!: string[];
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => SupposedEventDto) add!: SupposedEventDto[];
  @IsArray() @ArrayMaxSize(21) @ValidateNested({ each: true }) @Type(() => SupposedReadingDto) readings!: SupposedReadingDto[];
}
