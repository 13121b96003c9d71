import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { REFUSAL_WAYS } from './entities';
import type { RefusalWay } from './entities';
import { CHANNELS, OUTCOMES, SATISFACTIONS, SUBJECTS } from './rules';
import type { Outcome, Satisfaction, Subject } from './rules';

export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const DAY_TEXT = { message: '请填写日期，例如 2026-12-01 | A date, e.g. 2026-12-01' };
const PHONE = /^[0-9+\- ]{7,20}$/;
/** Hotlines are shorter: 12345. */
const HOTLINE = /^[0-9+\- ]{3,20}$/;
const PHONE_TEXT = { message: '请填写电话号码，例如 13800000000 | A phone number, e.g. 13800000000' };
export const REGION = /^\d{6,12}$/;
export const REGION_TEXT = { message: '请填写 6 至 12 位行政区划代码 | A region code of 6 to 12 digits' };

/** What a report says, whoever writes it down. */
export class ComplaintFactsDto {
  @IsIn(SUBJECTS)
  subject!: Subject;

  /** Where, in words. */
  @trimmed @IsString() @Length(2, 200)
  place!: string;

  /** WGS-84 degrees, together with `lat`. */
  @IsOptional() @IsNumber() @Min(-180) @Max(180)
  lng?: number | null;

  @IsOptional() @IsNumber() @Min(-90) @Max(90)
  lat?: number | null;

  /** Whom the reporter means. */
  @IsOptional() @trimmed @IsString() @MaxLength(100)
  respondent?: string | null;

  @trimmed @IsString() @Length(5, 4000)
  what!: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  happenedOn?: string | null;

  /** When, in words: every night, after rain. */
  @IsOptional() @trimmed @IsString() @MaxLength(100)
  happened?: string | null;

  @IsOptional() @trimmed @IsString() @MaxLength(50)
  name?: string | null;

  @IsOptional() @trimmed @Matches(PHONE, PHONE_TEXT)
  phone?: string | null;

  /** Asks to be called; needs a phone. */
  @IsOptional() @IsBoolean()
  wantsReply?: boolean;
}

export class ReportPollutionDto extends ComplaintFactsDto {
  /** Made by the device: the same report sent twice answers the same number and code. */
  @IsUUID()
  clientId!: string;
}

export class EnterComplaintDto extends ComplaintFactsDto {
  @IsIn(CHANNELS.filter(one => one !== 'web'))
  channel!: 'wechat' | 'phone' | 'walk-in' | 'import';

  /** Number under which another hotline keeps it. */
  @IsOptional() @trimmed @IsString() @Length(1, 60)
  externalNumber?: string | null;
}

/** Number and query code of the receipt. */
export class ComplaintKeyDto {
  @trimmed @IsString() @Length(5, 40)
  number!: string;

  @trimmed @IsString() @Length(8, 20)
  code!: string;
}

export class RateAnswerDto extends ComplaintKeyDto {
  @IsIn(SATISFACTIONS)
  satisfaction!: Satisfaction;

  @IsOptional() @trimmed @IsString() @MaxLength(500)
  words?: string | null;
}

/** Not satisfied with the answer. */
export class DisputeAnswerDto extends ComplaintKeyDto {
  @trimmed @IsString() @Length(5, 1000)
  reason!: string;
}

/** What a reporter said on the phone or at the window. */
export class EnterDisputeDto {
  @trimmed @IsString() @Length(5, 1000)
  reason!: string;
}

export class JudgeDisputeDto {
  /** Handled again in a new round, or the answer stands. */
  @IsIn(['reopen', 'uphold'])
  decision!: 'reopen' | 'uphold';

  /** The reporters read it. */
  @trimmed @IsString() @Length(10, 3000)
  reason!: string;
}

export class AcceptComplaintDto {
  /** Who handles it; the route's unit when left out. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  unit?: string;
}

export class RefuseComplaintDto {
  /** The reporter reads it. */
  @trimmed @IsString() @Length(5, 1000)
  reason!: string;
}

export class TellRefusalDto {
  @IsIn(REFUSAL_WAYS)
  way!: RefusalWay;

  /** When and how it was told, or tried. */
  @trimmed @IsString() @Length(2, 500)
  words!: string;
}

export class ReopenComplaintDto extends RefuseComplaintDto {
  @IsIn(['new-facts', 'false-answer', 'other'])
  ground!: 'new-facts' | 'false-answer' | 'other';
}

export class ReferComplaintDto extends RefuseComplaintDto {
  /** The competent authority, with its phone where it is known. */
  @trimmed @IsString() @Length(2, 100)
  to!: string;
}

export class MergeComplaintDto {
  @IsUUID()
  parentId!: string;
}

export class ExtendComplaintDto extends RefuseComplaintDto {
  @IsInt() @Min(1) @Max(365)
  days!: number;
}

export class DecideExtensionDto {
  @IsBoolean()
  granted!: boolean;

  @trimmed @IsString() @Length(5, 1000)
  reason!: string;
}

export class AnswerComplaintDto {
  @IsIn(OUTCOMES)
  outcome!: Outcome;

  /** What the reporters read. */
  @trimmed @IsString() @Length(10, 3000)
  answer!: string;

  /** What stays in the bureau. */
  @IsOptional() @trimmed @IsString() @MaxLength(3000)
  note?: string | null;
}

export class CloseComplaintDto {
  /** False: there was nobody to call, or nobody answered. */
  @IsBoolean()
  reached!: boolean;

  @trimmed @IsString() @Length(2, 1000)
  words!: string;

  /** What the reporter said on the phone, unless rated on the web already. */
  @IsOptional() @IsIn(SATISFACTIONS)
  satisfaction?: Satisfaction | null;

  /** Why a reporter who gave a name was not reached; needed then. */
  @IsOptional() @trimmed @IsString() @Length(5, 500)
  noCallBackReason?: string | null;
}

export class ClassifyComplaintDto {
  @IsIn(SUBJECTS)
  subject!: Subject;

  @trimmed @IsString() @Length(2, 200)
  place!: string;

  @IsOptional() @IsNumber() @Min(-180) @Max(180)
  lng?: number | null;

  @IsOptional() @IsNumber() @Min(-90) @Max(90)
  lat?: number | null;

  /** The enterprise the officer has found it to be. */
  @IsOptional() @IsUUID()
  enterpriseId?: string | null;
}

export class InformantReasonDto {
  @trimmed @IsString() @Length(4, 300)
  reason!: string;
}

export class ComplaintRouteDto {
  @Matches(REGION, REGION_TEXT)
  regionCode!: string;

  /** Null: all subjects. */
  @IsOptional() @IsIn(SUBJECTS)
  subject?: Subject | null;

  /** One of them stands in the place; empty: every place. */
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @Length(2, 30, { each: true })
  placeWords!: string[];

  /** `own`: a unit of the bureau; `other`: another authority, to which it is passed on. */
  @IsIn(['own', 'other'])
  kind!: 'own' | 'other';

  @trimmed @IsString() @Length(2, 60)
  unit!: string;

  @IsOptional() @trimmed @Matches(HOTLINE, PHONE_TEXT)
  phone?: string | null;

  /** Why it goes there: the list of powers, an agreement. */
  @trimmed @IsString() @Length(2, 200)
  basis!: string;

  @Matches(DAY, DAY_TEXT)
  effectiveFrom!: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  effectiveTo?: string | null;
}
