import { OmitType } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { DAY, DAY_TEXT, trimmed } from '../lists';

export class EnforcementOfficerDto {
  /** Number of the certificate to inspect (执法证号). */
  @trimmed @IsString() @Length(4, 40) certificateNo!: string;
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) validFrom!: string;
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) validUntil!: string;
}

export class AddOfficerDto extends EnforcementOfficerDto {
  /** A member of the bureau. */
  @IsUUID() userId!: string;
}

export class ChangeOfficerDto extends EnforcementOfficerDto {
  @IsIn(['active', 'paused']) state!: 'active' | 'paused';
  /** With `paused`. */
  @IsOptional() @trimmed @IsString() @Length(2, 300) pausedReason?: string | null;
}

export class AvoidanceDto {
  @IsUUID() enterpriseId!: string;
  /** Kinship, interest, former work: what ties the two. */
  @trimmed @IsString() @Length(4, 500) reason!: string;
}

export class EnforcementReasonDto {
  @trimmed @IsString() @Length(4, 1000) reason!: string;
}

export class OfficerListDto extends PageQuery {
  @IsOptional() @IsIn(['active', 'paused']) state?: 'active' | 'paused';
  /** Certificates that have ended or end within 60 days. */
  @IsOptional() @IsIn(['true']) ending?: 'true';
  @IsOptional() @trimmed @IsString() @Length(1, 50) q?: string;
  @IsOptional() @IsIn(['name', '-name']) sort?: 'name' | '-name';
}

export class OfficerExportDto extends OmitType(OfficerListDto, ['cursor', 'limit']) {}
