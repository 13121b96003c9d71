import { Transform } from 'class-transformer';
import { OmitType } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { FINDING_KINDS as KINDS, type FindingKind, type FindingState } from './finding.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const STATES = ['proposed', 'refused', 'confirmed', 'objected', 'upheld', 'revoked'] as const;

export class ProposeFindingDto {
  /** Made by the caller: the evidence was uploaded to the subject `firm-finding` under it. */
  @IsUUID() id!: string;
  @IsIn(KINDS) kind!: FindingKind;
  @IsUUID() firmId!: string;
  /** The task whose result was false or rejected; left out for fraud elsewhere alone. */
  @IsOptional() @IsUUID() taskId?: string | null;
  @IsISO8601({ strict: true }) @Matches(DAY, { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' }) occurredOn!: string;
  /** Who found it and in which document. */
  @trimmed @IsString() @Length(4, 200) source!: string;
  @trimmed @IsString() @Length(10, 2000) facts!: string;
  /** Law and article. */
  @trimmed @IsString() @Length(4, 300) legalBasis!: string;
  @IsUUID() evidenceFileId!: string;
}

export class FindingReasonDto {
  @trimmed @IsString() @Length(4, 2000) reason!: string;
}

export class DecideFindingDto extends FindingReasonDto {
  @IsIn(['confirmed', 'refused']) verdict!: 'confirmed' | 'refused';
}

export class AnswerFindingDto extends FindingReasonDto {
  @IsIn(['upheld', 'revoked']) verdict!: 'upheld' | 'revoked';
}

export class FindingListDto extends PageQuery {
  @IsOptional() @IsIn(KINDS) kind?: FindingKind;
  @IsOptional() @IsIn(STATES) state?: FindingState;
  /** `true`: only what has its effect today. */
  @IsOptional() @IsIn(['true', 'false']) inForce?: 'true' | 'false';
  @IsOptional() @IsUUID() firmId?: string;
  /** Fragment of the firm's name, the task or the document. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  /** The newest or the oldest first. */
  @IsOptional() @IsIn(['at', '-at']) sort?: 'at' | '-at';
}

export class FindingExportDto extends OmitType(FindingListDto, ['cursor', 'limit']) {}
