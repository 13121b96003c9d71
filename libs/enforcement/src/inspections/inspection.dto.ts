import { OmitType } from '@nestjs/swagger';
import { IsBoolean, ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { PageQuery } from '@huanbao/platform';
import { INSPECTION_KINDS, INSPECTION_STATES, InspectionKind, InspectionState } from '../enforcement.entity';
import { DAY, DAY_TEXT, trimmed } from '../lists';
import { EnforcementReasonDto } from '../officers/officer.dto';

export class InspectionListDto extends PageQuery {
  @IsOptional() @IsIn(INSPECTION_STATES) state?: InspectionState;
  @IsOptional() @IsIn(INSPECTION_KINDS) kind?: InspectionKind;
  @IsOptional() @IsIn(['clear', 'violations']) result?: 'clear' | 'violations';
  /** Where the reader is one of the officers. */
  @IsOptional() @IsIn(['true']) mine?: 'true';
  /** Not closed, and the period is over. */
  @IsOptional() @IsIn(['true']) late?: 'true';
  @IsOptional() @IsUUID() drawId?: string;
  @IsOptional() @IsUUID() enterpriseId?: string;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['due', '-due']) sort?: 'due' | '-due';
}

export class InspectionExportDto extends OmitType(InspectionListDto, ['cursor', 'limit']) {}

export class PlanInspectionDto {
  @IsIn(['special', 'complaint', 'follow-up', 'offsite']) kind!: Exclude<InspectionKind, 'random'>;
  @IsUUID() enterpriseId!: string;
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) plannedFrom!: string;
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) plannedTo!: string;
  /** Of the list of officers; at least two. */
  @IsArray() @ArrayMaxSize(6) @ArrayUnique() @IsUUID('all', { each: true }) officerIds!: string[];
  @trimmed @IsString() @Length(4, 500) reason!: string;
  /** Law and article, or the approval of a special campaign. */
  @trimmed @IsString() @Length(4, 300) legalBasis!: string;
  /** With `complaint`: number of a complaint that was accepted. */
  @IsOptional() @trimmed @IsString() @Length(4, 40) complaintNumber?: string;
  /** With `follow-up`: the inspection it follows. */
  @IsOptional() @IsUUID() followsId?: string;
  /** Beyond the yearly cap or to a unit of the positive list: why, by a head of enforcement. */
  @IsOptional() @trimmed @IsString() @Length(4, 500) overrideReason?: string;
}

export class PlanningQuery {
  @IsUUID() enterpriseId!: string;
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) plannedFrom!: string;
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) plannedTo!: string;
}

export class LeadListQuery extends PageQuery {
  @IsOptional() @IsUUID() enterpriseId?: string;
  @IsOptional() @trimmed @IsString() @Length(2, 40) q?: string;
}

export class InspectionFiguresQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2100) year!: number;
}

/** Another officer in place of one who cannot go on. */
export class ReplaceOfficerDto extends EnforcementReasonDto {
  /** Account of the officer who gives way. */
  @IsUUID() leavingUserId!: string;
  /** Of the list of officers. */
  @IsUUID() officerId!: string;
}

export class DecideVisitCancelDto extends EnforcementReasonDto {
  /** True: it is not held; false: it stays planned. */
  @IsBoolean() approved!: boolean;
}
