import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { EXIT_CAUSES, type ExitCause, type PositiveState } from '../enforcement.entity';
import { DAY, DAY_TEXT, trimmed } from '../lists';

export const POSITIVE_STATES = ['proposed', 'active', 'refused', 'left'] as const;

export class PositiveConditionDto {
  @IsString() @Length(2, 40) key!: string;
  /** How it was looked up. */
  @trimmed @IsString() @MaxLength(500) note!: string;
}

export class ProposePositiveDto {
  @IsUUID() enterpriseId!: string;
  @IsString() @Length(2, 40) category!: string;
  /** Why this enterprise belongs there. */
  @trimmed @IsString() @Length(4, 1000) basis!: string;
  /** How it is watched instead of being visited. */
  @trimmed @IsString() @Length(4, 1000) offsiteChecks!: string;
  /** The conditions that were found to be met: all that hold today. */
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PositiveConditionDto) conditions!: PositiveConditionDto[];
}

export class RenewPositiveDto {
  @trimmed @IsString() @Length(4, 1000) basis!: string;
  @trimmed @IsString() @Length(4, 1000) offsiteChecks!: string;
  /** Every condition that holds today, looked at again. */
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PositiveConditionDto) conditions!: PositiveConditionDto[];
}

export class DecideRenewalDto {
  @IsBoolean() approved!: boolean;
  @trimmed @IsString() @Length(2, 1000) reason!: string;
}

export class LeavePositiveDto {
  /** Grades and ended terms put out by themselves. */
  @IsIn(['violation', 'asked', 'other']) cause!: 'violation' | 'asked' | 'other';
  @trimmed @IsString() @Length(4, 1000) reason!: string;
}

export class DecidePositiveDto {
  @IsIn(['active', 'refused']) verdict!: 'active' | 'refused';
  @trimmed @IsString() @Length(2, 1000) reason!: string;
}

export class PositiveListDto extends PageQuery {
  @IsOptional() @IsIn(POSITIVE_STATES) state?: PositiveState;
  @IsOptional() @IsString() @Length(2, 40) category?: string;
  @IsOptional() @IsIn(EXIT_CAUSES) exitCause?: ExitCause;
  /** On the list, and its term ends by this day. */
  @IsOptional() @Matches(DAY, DAY_TEXT) endsBy?: string;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['at', '-at', 'review', '-review']) sort?: 'at' | '-at' | 'review' | '-review';
}

export class PositiveExportDto extends OmitType(PositiveListDto, ['cursor', 'limit']) {}
