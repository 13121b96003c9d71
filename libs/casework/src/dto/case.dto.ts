import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, MinLength } from 'class-validator';
import { SERVICE_METHODS, type ServiceMethod } from '../notices/service-methods';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const flag = Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export const DUE_FILTERS = ['overdue', 'today', 'soon', 'paused'] as const;

/** What every list of cases can be narrowed by. */
export class CaseFilterDto extends PageQuery {
  /** Kind of case, e.g. `permit-application`. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  kind?: string;

  /** What its machines are about, e.g. `permits`: the procedures of one desk. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  matter?: string;

  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  state?: string;

  /** Only kinds that are shown on this page, e.g. `permit-cases`: 补领, 注销 and measures together. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  page?: string;

  /** Part of the number, the party's name or the title; at least two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;
}

/** The officers' queue. */
export class QueueQueryDto extends CaseFilterDto {
  /** `unclaimed`: what the officer's post could claim; `mine`; `given`: a part, a countersign or a check is the officer's; `all` open cases of the region; `closed`. */
  @IsOptional() @IsIn(['unclaimed', 'mine', 'given', 'all', 'closed'])
  tab?: 'unclaimed' | 'mine' | 'given' | 'all' | 'closed' = 'all';

  /** Overdue, last day today, three days or fewer, or paused. */
  @IsOptional() @IsIn(DUE_FILTERS)
  due?: (typeof DUE_FILTERS)[number];

  /** Of an application for a permit: its type of business, e.g. `renew`. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  businessType?: string;

  /** Of an application for a permit: `key` or `simplified`. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  category?: string;

  /** By days left (fewest first, or most first; closed cases by their end) or by submission (newest first). */
  @IsOptional() @IsIn(['remaining', '-remaining', 'newest'])
  sort?: 'remaining' | '-remaining' | 'newest' = 'remaining';
}

/** Whose badges. */
export class QueueCountsQueryDto {
  /** Only cases of this matter, e.g. `permits`. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  matter?: string;
}

export class ExportQueryDto extends QueueQueryDto {
  @IsOptional() @IsIn(['xlsx', 'csv'])
  format?: 'xlsx' | 'csv' = 'xlsx';
}

/** The applicant's own cases and those of its principals. */
export class OwnQueryDto extends CaseFilterDto {
  /** Only open (true) or only closed (false). */
  @IsOptional() @flag @IsBoolean()
  open?: boolean;
}

export class HandOverDto {
  /** The colleague's user id. */
  @IsUUID()
  toUserId!: string;

  @trimmed @IsString() @MinLength(2) @MaxLength(500)
  reason!: string;
}

export class PauseDto {
  /** One of the lawful grounds, e.g. `expert-review`. */
  @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  ground!: string;

  /** Number of the paper that tells the applicant how long it takes. */
  @trimmed @IsString() @MinLength(2) @MaxLength(100)
  noticeNumber!: string;

  /** The day it is expected to end, as that paper says. */
  @IsDateString({ strict: true }) @Length(10, 10)
  expectedOn!: string;

  @trimmed @IsString() @MinLength(2) @MaxLength(1000)
  reason!: string;
}

export class ResumeDto {
  @trimmed @IsString() @MinLength(2) @MaxLength(1000)
  reason!: string;

  @IsOptional() @trimmed @IsString() @MaxLength(100)
  noticeNumber?: string;
}

export class WhatIfPauseDto {
  /** First day of the pause; today when left out. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  from?: string;

  /** The day counting is resumed. */
  @IsDateString({ strict: true }) @Length(10, 10)
  resumeOn!: string;
}

export class AnswerCorrectionDto {
  @trimmed @IsString() @MinLength(1) @MaxLength(5000)
  text!: string;

  /** Files of the case that go with the answer. */
  @IsOptional() @IsUUID(undefined, { each: true }) @ArrayMaxSize(20)
  fileIds?: string[];
}

export class PermitSecondCorrectionDto {
  /** Why the bureau asks again about content it had before it the last time. */
  @trimmed @IsString() @MinLength(5) @MaxLength(1000)
  reason!: string;
}

export class ServeNoticeDto {
  /** 送达方式, by the table of the house. */
  @IsIn(SERVICE_METHODS)
  method!: ServiceMethod;

  /** Who received it. */
  @trimmed @IsString() @MinLength(1) @MaxLength(100)
  receivedBy!: string;

  /** The day it reached the party, of an announcement the day it was put up; today when left out. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  servedOn?: string;

  /** 送达回证, receipt of the post, picture of the announcement: a file of the subject `case-service` of the case. No paper is served without. */
  @IsOptional() @IsUUID()
  proofFileId?: string;

  /** 送达地址确认书 signed by the party, for electronic service. */
  @IsOptional() @IsUUID()
  consentFileId?: string;
}

export class ImportHolidayYearDto {
  /** Days off, `YYYY-MM-DD`, weekends within the holiday included. */
  @IsDateString({ strict: true }, { each: true }) @Length(10, 10, { each: true }) @ArrayMaxSize(80)
  holidays!: string[];

  /** Weekend days that are worked (调休). */
  @IsDateString({ strict: true }, { each: true }) @Length(10, 10, { each: true }) @ArrayMaxSize(40)
  makeupDays!: string[];

  /** The State Council's notice, with number or date. */
  @trimmed @IsString() @MinLength(4) @MaxLength(300)
  source!: string;
}

export class PublicProgressQueryDto {
  /** The eight signs the applicant was given. */
  @IsString() @MaxLength(40)
  code!: string;
}
