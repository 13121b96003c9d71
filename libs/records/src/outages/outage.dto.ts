import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsDay } from '../ledger/ledger.dto';
import type { OutageState } from './outage.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class OutageListDto extends PageQuery {
  @IsOptional() @IsUUID()
  permitId?: string;

  @IsOptional() @IsIn(['running', 'over', 'withdrawn'])
  state?: OutageState;

  /** `late`: lasts, or lasted, longer than the day laid down for its repair. */
  @IsOptional() @IsIn(['late'])
  repair?: 'late';

  /** Began on this civil day or later. */
  @IsOptional() @IsDay()
  from?: string;

  /** Began on this civil day or earlier. */
  @IsOptional() @IsDay()
  to?: string;

  /** Part of the enterprise's name, the site's, of the number, or a place. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  /** By report or by when it began, with `-` the latest first; `-reported` when left out. */
  @IsOptional() @IsIn(['reported', '-reported', 'started', '-started'])
  sort?: 'reported' | '-reported' | 'started' | '-started';
}

export class OutageExportDto extends OmitType(OutageListDto, ['cursor', 'limit']) {}

export class ReportOutageDto {
  /** DA001, DW001: an outlet with automatic monitoring by the plan. */
  @IsString() @MaxLength(100)
  place!: string;

  /** Those of its automatic lines that fail; all when left out. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(60) @ArrayUnique() @IsString({ each: true }) @MaxLength(40, { each: true })
  pollutants?: string[];

  /** `2026-11-24 09:30` in Asia/Shanghai, or an instant. */
  @IsString() @MaxLength(40)
  startedAt!: string;

  /** When it measured again; left out while it fails. */
  @IsOptional() @IsString() @MaxLength(40)
  endedAt?: string;

  @trimmed @IsString() @Length(4, 1000)
  cause!: string;
}

export class EndOutageDto {
  /** When it measured again: `2026-11-24 09:30` in Asia/Shanghai, or an instant. */
  @IsString() @MaxLength(40)
  endedAt!: string;

  /** What was repaired. */
  @trimmed @IsString() @Length(4, 1000)
  note!: string;
}

export class WithdrawOutageDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}
