import { OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { STAGES, type Stage } from './evaluation.machine';
import { LISTING_RULES, type ListingRule } from './rules/listing';

export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAY_TEXT = { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' };
const COLOURS = ['green', 'blue', 'yellow', 'red', 'black', 'grey'] as const;
type Colour = (typeof COLOURS)[number];
/** Query parameters come as text. */
const number = Type(() => Number);

export class EvaluationYearQuery {
  @number @IsInt() @Min(1900) @Max(2999) year!: number;
}

export class OpenEvaluationYearDto {
  /** The year whose conduct is evaluated. */
  @IsInt() @Min(1900) @Max(2999) year!: number;
  /** Last day of the self-report; left out: as the dated rows say. */
  @IsOptional() @Matches(DAY, DAY_TEXT) reportUntil?: string;
  @IsOptional() @Matches(DAY, DAY_TEXT) checkUntil?: string;
  @IsOptional() @Matches(DAY, DAY_TEXT) reviewUntil?: string;
}

export class AddParticipantDto {
  @IsUUID() subjectId!: string;
  @trimmed @IsString() @Length(4, 500) reason!: string;
}

export class AnnualReasonDto {
  @trimmed @IsString() @Length(4, 2000) reason!: string;
}

export class EvaluationRunDto {
  @IsOptional() @trimmed @IsString() @MaxLength(1000) note?: string;
}

export class VolunteerDto {
  @trimmed @IsString() @Length(4, 500) reason!: string;
}

export class ParticipantListDto extends PageQuery {
  /** `on`: on the list; `off`: taken off. */
  @IsOptional() @IsIn(['on', 'off']) tab?: 'on' | 'off';
  @IsOptional() @IsIn(LISTING_RULES) rule?: ListingRule;
  @IsOptional() @trimmed @IsString() @MaxLength(20) town?: string;
  /** Name, credit code or industry. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['name', '-name']) sort?: 'name' | '-name';
}
export class ParticipantExportDto extends OmitType(ParticipantListDto, ['limit', 'cursor'] as const) {}

export class EvaluationListDto extends PageQuery {
  @IsOptional() @IsUUID() yearId?: string;
  @IsOptional() @number @IsInt() year?: number;
  @IsOptional() @IsIn(STAGES) stage?: Stage;
  @IsOptional() @IsIn(COLOURS) colour?: Colour;
  @IsOptional() @trimmed @IsString() @MaxLength(20) town?: string;
  /** Beginning of a GB/T 4754 code. */
  @IsOptional() @Matches(/^[A-Z]?\d{1,4}$/) industry?: string;
  /** Past the last day of its stage. */
  @IsOptional() @IsIn(['true']) overdue?: 'true';
  /** Handed in after the last day, or not at all. */
  @IsOptional() @IsIn(['late', 'not-reported']) reported?: 'late' | 'not-reported';
  @IsOptional() @IsUUID() subjectId?: string;
  /** Number, name or credit code. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['name', '-name', 'score', '-score']) sort?: 'name' | '-name' | 'score' | '-score';
}
export class EvaluationExportDto extends OmitType(EvaluationListDto, ['limit', 'cursor'] as const) {}

export class IndicatorAnswerDto {
  @Matches(/^\d{1,2}$/) indicator!: string;
  @IsBoolean() applies!: boolean;
  /** Percent, with at most two decimals. */
  @IsOptional() @IsNumber() measure?: number | null;
  @IsOptional() @IsInt() level?: number | null;
  @IsOptional() @IsNumber({ maxDecimalPlaces: 1 }) score?: number | null;
  @IsOptional() @trimmed @IsString() @MaxLength(1000) words?: string | null;
}

export class VoluntaryStepDto {
  @trimmed @IsString() @Length(2, 120) title!: string;
  @Matches(DAY, DAY_TEXT) doneOn!: string;
  @IsOptional() @trimmed @IsString() @MaxLength(1000) words?: string | null;
}

/** A draft of the self-report: what is sent replaces what was there for these indicators; the voluntary steps as a whole. */
export class SaveReportDto {
  @IsArray() @ArrayMaxSize(21) @ValidateNested({ each: true }) @Type(() => IndicatorAnswerDto) answers!: IndicatorAnswerDto[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => VoluntaryStepDto) voluntary?: VoluntaryStepDto[];
}

export class SubmitReportDto {
  /** What is reported is true, exact and complete. */
  @IsBoolean() commitment!: boolean;
  /** The version of the answers that was shown. */
  @IsInt() recordVersion!: number;
}

export class IndicatorCheckDto {
  @Matches(/^\d{1,2}$/) indicator!: string;
  @IsIn(['accept', 'change']) verdict!: 'accept' | 'change';
  @IsOptional() @IsBoolean() applies?: boolean;
  @IsOptional() @IsNumber() measure?: number | null;
  @IsOptional() @IsInt() level?: number | null;
  @IsOptional() @IsNumber({ maxDecimalPlaces: 1 }) score?: number | null;
  @IsOptional() @trimmed @IsString() @MaxLength(1000) reason?: string | null;
}

export class VoluntaryCheckDto {
  /** Place of the step, from 0. */
  @IsInt() @Min(0) nth!: number;
  @IsBoolean() accepted!: boolean;
  @IsOptional() @trimmed @IsString() @MaxLength(1000) reason?: string | null;
}

export class SaveChecksDto {
  @IsArray() @ArrayMaxSize(21) @ValidateNested({ each: true }) @Type(() => IndicatorCheckDto) items!: IndicatorCheckDto[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => VoluntaryCheckDto) voluntary?: VoluntaryCheckDto[];
}

export class FinishCheckDto {
  @trimmed @IsString() @Length(2, 2000) note!: string;
}

export class ObjectDto {
  @trimmed @IsString() @Length(10, 2000) words!: string;
}

export class PublicObjectionDto {
  /** Made by the device: sent twice, it is one. */
  @IsUUID() clientId!: string;
  @trimmed @IsString() @Length(2, 30) name!: string;
  /** For the answer; seen by who re-checks alone. */
  @trimmed @Matches(/^[\d+\-() ]{7,20}$/, { message: '请填写联系电话，例如 13800000000 | A telephone number' }) phone!: string;
  @trimmed @IsString() @Length(10, 2000) words!: string;
}

export class ObjectionKeyDto {
  @trimmed @IsString() @MaxLength(30) number!: string;
  @trimmed @IsString() @MaxLength(30) code!: string;
}

export class RecheckDto {
  @IsIn(['kept', 'changed']) verdict!: 'kept' | 'changed';
  @trimmed @IsString() @Length(10, 2000) answer!: string;
  /** For `changed`: the indicators that change, with reasons. */
  @IsOptional() @IsArray() @ArrayMinSize(0) @ArrayMaxSize(21) @ValidateNested({ each: true }) @Type(() => IndicatorCheckDto) items?: IndicatorCheckDto[];
}

export class PublicEvaluationListDto extends PageQuery {
  /** The year that was evaluated; left out: all that are shown. */
  @IsOptional() @number @IsInt() @Min(1900) @Max(2999) year?: number;
  /** In publicity, or published. */
  @IsOptional() @IsIn(['publicity', 'published']) phase?: 'publicity' | 'published';
  @IsOptional() @IsIn(COLOURS) colour?: Colour;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['name', '-name']) sort?: 'name' | '-name';
}
export class PublicEvaluationExportDto extends OmitType(PublicEvaluationListDto, ['limit', 'cursor'] as const) {}

/** By a second person: approved it is published or made public, otherwise it goes back. */
export class DecideCorrectionDto extends AnnualReasonDto {
  @IsBoolean() approved!: boolean;
}

export class DecideRemovalDto extends AnnualReasonDto {
  @IsBoolean()
  approved!: boolean;
}
