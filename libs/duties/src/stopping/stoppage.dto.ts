import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsDay } from '../calendar/duty.dto';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class StoppageListDto extends PageQuery {
  @IsOptional() @IsUUID()
  permitId?: string;

  @IsOptional() @IsIn(['reported', 'resumed', 'withdrawn'])
  state?: 'reported' | 'resumed' | 'withdrawn';
}

export class ReportStoppageDto {
  @IsUUID()
  permitId!: string;

  @IsIn(['planned', 'unplanned'])
  kind!: 'planned' | 'unplanned';

  /** The whole site, or which facilities. */
  @trimmed @IsString() @Length(2, 200)
  scope!: string;

  @IsDay()
  fromOn!: string;

  /** Last day, if it is known. */
  @IsOptional() @IsDay()
  toOn?: string;

  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class ResumeDto {
  /** Last day on which production stood. */
  @IsDay()
  lastDay!: string;

  @trimmed @IsString() @Length(4, 1000)
  note!: string;
}

export class WithdrawStoppageDto {
  @trimmed @IsString() @Length(4, 500)
  reason!: string;
}
