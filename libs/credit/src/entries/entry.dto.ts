import { Transform } from 'class-transformer';
import { OmitType } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { Severity } from '../engine/ledger';
import { RECORDED_BY_HAND } from '../schemes/event-types';

export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
export const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const DAY_TEXT = { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' };
const NUMBER = /^-?\d{1,9}(\.\d{1,4})?$/;
const NUMBER_TEXT = { message: '请填写数字，最多四位小数 | A number with at most four decimals' };

export class RecordCreditEventDto {
  /** Made by the caller: the evidence was uploaded to the subject `credit-entry` under it. */
  @IsUUID() id!: string;
  @IsUUID() subjectId!: string;
  @IsIn(RECORDED_BY_HAND) type!: string;
  /** Left out: the class the type has. It may be set higher or lower with the document at hand. */
  @IsOptional() @IsIn(['minor', 'general', 'serious']) severity?: Severity;
  @trimmed @IsString() @Length(4, 120) title!: string;
  @trimmed @IsString() @Length(10, 2000) facts!: string;
  /** Law and article. */
  @trimmed @IsString() @Length(4, 300) legalBasis!: string;
  @IsOptional() @trimmed @IsString() @Length(2, 80) documentNo?: string | null;
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) occurredOn!: string;
  /** From when it counts; left out: the day it happened. */
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) validFrom?: string | null;
  /** Last day; left out: as long as the scheme says. */
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) validUntil?: string | null;
  /** For readings only: code of the indicator. */
  @IsOptional() @Matches(/^[a-z0-9-]{1,20}$/) indicator?: string | null;
  /** What was measured, e.g. a rate in per cent. Neither this nor a score: the indicator does not apply. */
  @IsOptional() @Matches(NUMBER, NUMBER_TEXT) measure?: string | null;
  @IsOptional() @Matches(NUMBER, NUMBER_TEXT) score?: string | null;
  @IsUUID() evidenceFileId!: string;
}

export class RevokeCreditEventDto {
  /** Made by the caller: the evidence was uploaded to the subject `credit-entry` under it. */
  @IsUUID() id!: string;
  @trimmed @IsString() @Length(4, 2000) reason!: string;
  /** The decision it rests on: reconsideration, judgment, own correction. */
  @trimmed @IsString() @Length(4, 300) basis!: string;
  @IsOptional() @trimmed @IsString() @Length(2, 80) documentNo?: string | null;
  @IsUUID() evidenceFileId!: string;
}

export class DecideCreditEntryDto {
  @IsIn(['recorded', 'refused']) verdict!: 'recorded' | 'refused';
  @trimmed @IsString() @Length(4, 2000) reason!: string;
}

export class CreditEntryListDto extends PageQuery {
  @IsOptional() @IsIn(['proposed', 'recorded', 'refused']) state?: 'proposed' | 'recorded' | 'refused';
  @IsOptional() @IsIn(['record', 'revoke']) kind?: 'record' | 'revoke';
  /** Part of the name of the subject, or of what was entered. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['at', '-at']) sort?: 'at' | '-at';
}

export class CreditEntryExportDto extends OmitType(CreditEntryListDto, ['cursor', 'limit']) {}
