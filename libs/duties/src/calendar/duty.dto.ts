import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { DUTY_KINDS, type DutyKind } from '../engine/duty';

export const IsDay = (): PropertyDecorator => applyDecorators(IsDateString({ strict: true }), Length(10, 10));
const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export const DUTY_SORTS = ['dueOn', '-dueOn', 'enterprise', '-enterprise'] as const;

export class DutyListDto extends PageQuery {
  @IsOptional() @IsIn(['upcoming', 'due', 'done', 'overdue', 'excused'])
  status?: 'upcoming' | 'due' | 'done' | 'overdue' | 'excused';

  /** Only what is still to be done. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => value === true || value === 'true') @IsBoolean()
  open?: boolean;

  @IsOptional() @IsIn(DUTY_KINDS)
  kind?: DutyKind;

  @IsOptional() @IsUUID()
  permitId?: string;

  @IsOptional() @IsUUID()
  enterpriseId?: string;

  /** Due from this day. */
  @IsOptional() @IsDay()
  from?: string;

  @IsOptional() @IsDay()
  to?: string;

  /** Part of the enterprise's name, the site's, or of the number. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  /** By due day (the earliest first when left out) or by the enterprise's name. */
  @IsOptional() @IsIn(DUTY_SORTS)
  sort?: (typeof DUTY_SORTS)[number];
}

export class DutyCalendarDto extends OmitType(DutyListDto, ['cursor', 'limit', 'from', 'to', 'sort']) {
  /** First day shown. */
  @IsDay()
  from!: string;

  /** Last day shown, at most 45 days later. */
  @IsDay()
  to!: string;
}

export class EndingPreviewDto {
  @IsUUID()
  permitId!: string;
}

export class DutyExportDto extends OmitType(DutyListDto, ['cursor', 'limit']) {}

export class DoDutyDto {
  /** What was done, and where it can be seen. */
  @trimmed @IsString() @Length(4, 1000)
  note!: string;

  /** A file of this duty (subject `obligation`) that shows it; for some kinds it must be there. */
  @IsOptional() @IsUUID()
  evidenceFileId?: string;
}

export class EnforcementListDto extends PageQuery {
  @IsOptional() @IsIn(['open', 'closed'])
  state?: 'open' | 'closed';

  @IsOptional() @IsIn(DUTY_KINDS)
  kind?: DutyKind;

  @IsOptional() @IsIn(['performed', 'ordered', 'case-opened', 'excused'])
  outcome?: 'performed' | 'ordered' | 'case-opened' | 'excused';

  /** Overdue by at least so many days. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(3660)
  overdueDays?: number;

  /** Most days overdue first, or the newest first. */
  @IsOptional() @IsIn(['dueOn', '-dueOn'])
  sort?: 'dueOn' | '-dueOn';

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;
}

export class EnforcementExportDto extends OmitType(EnforcementListDto, ['cursor', 'limit']) {}

export class CloseEnforcementDto {
  /** Done after all; ordered to be done; a case was opened; not demanded after all. */
  @IsIn(['performed', 'ordered', 'case-opened', 'excused'])
  outcome!: 'performed' | 'ordered' | 'case-opened' | 'excused';

  @trimmed @IsString() @Length(4, 1000)
  note!: string;
}

export class FeedDto {
  /** For which device or program. */
  @trimmed @IsString() @Length(1, 60)
  name!: string;
}
