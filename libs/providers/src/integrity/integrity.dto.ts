import { Transform } from 'class-transformer';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const POINT_STATES = ['proposed', 'refused', 'confirmed', 'objected', 'upheld', 'revoked'] as const;

export class ProposePointDto {
  /** Made by the caller: the evidence was uploaded to the subject `integrity-point` under it. */
  @IsUUID() id!: string;
  @IsUUID() firmId!: string;
  @IsString() @Length(3, 60) ruleCode!: string;
  @IsISO8601({ strict: true }) @Matches(DAY, { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' }) occurredOn!: string;
  /** Who found it and in which document, e.g. 市局通报〔2026〕5号. */
  @trimmed @IsString() @Length(4, 200) source!: string;
  @trimmed @IsString() @Length(10, 2000) facts!: string;
  @IsUUID() evidenceFileId!: string;
}

export class PointReasonDto {
  @trimmed @IsString() @Length(4, 1000) reason!: string;
}

export class DecidePointDto extends PointReasonDto {
  @IsIn(['confirmed', 'refused']) verdict!: 'confirmed' | 'refused';
}

export class AnswerPointDto extends PointReasonDto {
  @IsIn(['upheld', 'revoked']) verdict!: 'upheld' | 'revoked';
}

export class PointListDto extends PageQuery {
  @IsOptional() @IsIn(POINT_STATES) state?: (typeof POINT_STATES)[number];
  @IsOptional() @IsUUID() firmId?: string;
  /** Fragment of the firm's name. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
}

export class PointExportDto extends OmitType(PointListDto, ['cursor', 'limit']) {}
