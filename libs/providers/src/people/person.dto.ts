import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const upper = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toUpperCase() : value));
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_TEXT = { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' };

export class CertificateDto {
  /** 环境影响评价工程师、注册环保工程师、监测上岗证… */
  @trimmed @IsString() @Length(2, 60)
  kind!: string;

  @trimmed @IsString() @Length(2, 60)
  number!: string;

  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT)
  validTo?: string | null;
}

export class PersonChangesDto {
  @trimmed @IsString() @Length(2, 30)
  name!: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => CertificateDto)
  certificates!: CertificateDto[];

  /** Answers for tasks of the firm. */
  @IsBoolean()
  isResponsible!: boolean;

  /** Tasks this person may carry at once. */
  @IsInt() @Min(1) @Max(100)
  maxTasks!: number;

  /** Works for the firm since. */
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT)
  since!: string;
}

export class PersonDto extends PersonChangesDto {
  /** 18 characters; kept encrypted and never shown again. */
  @upper @IsString() @Matches(/^\d{17}[\dX]$/, { message: '请填写 18 位居民身份证号 | The ID number of 18 characters' })
  idNumber!: string;
}

export class LeaveDto {
  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT)
  leftOn!: string;
}

export class FlagListDto extends PageQuery {
  @IsOptional() @IsIn(['open', 'cleared', 'confirmed'])
  state?: 'open' | 'cleared' | 'confirmed' = 'open';
}

export class CloseFlagDto {
  /** `cleared`: explained; `confirmed`: the person may not be in both. */
  @IsIn(['cleared', 'confirmed'])
  state!: 'cleared' | 'confirmed';

  @trimmed @IsString() @Length(4, 500)
  note!: string;
}

export class AssignDto {
  /** One of the firm's responsible engineers; null takes the task from whoever had it. */
  @IsOptional() @IsUUID()
  personId?: string | null;
}
