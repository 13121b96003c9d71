import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { trimmed } from './repair.dto';

/** Common to the lists of applications and of appeals. */
export class CreditCaseListDto extends PageQuery {
  /** `mine`: with the applicant; `accepting`, `verifying`, `deciding`: with the bureau; `ended`. */
  @IsOptional() @IsIn(['mine', 'accepting', 'verifying', 'deciding', 'ended']) tab?: 'mine' | 'accepting' | 'verifying' | 'deciding' | 'ended';
  @IsOptional() @IsIn(['minor', 'general', 'serious']) severity?: 'minor' | 'general' | 'serious';
  /** Claimed by whom asks, or by nobody. */
  @IsOptional() @IsIn(['mine', 'nobody']) claimed?: 'mine' | 'nobody';
  @IsOptional() @IsIn(['true']) overdue?: 'true';
  /** Of one enterprise or firm. */
  @IsOptional() @IsUUID() subjectId?: string;
  /** Number, subject, event or its document. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['at', '-at', 'due', '-due']) sort?: 'at' | '-at' | 'due' | '-due';
}

export class CreditCaseExportDto extends OmitType(CreditCaseListDto, ['limit', 'cursor'] as const) {}

export class CertificateListDto extends PageQuery {
  @IsOptional() @IsIn(['repaired', 'expired', 'revoked']) kind?: 'repaired' | 'expired' | 'revoked';
  /** Number, subject, event or its document. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['at', '-at']) sort?: 'at' | '-at';
}

export class CertificateExportDto extends OmitType(CertificateListDto, ['limit', 'cursor'] as const) {}
