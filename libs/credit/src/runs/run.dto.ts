import { OmitType } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { DAY, DAY_TEXT, trimmed } from '../entries/entry.dto';

export class SimulateSchemeDto {
  /** How many years before this one are tested too, each at its last day. */
  @IsInt() @Min(0) @Max(5) pastYears!: number;
}

export class CreditRunListDto extends PageQuery {
  @IsOptional() @IsIn(['recompute', 'simulate']) kind?: 'recompute' | 'simulate';
}

export class CreditRunRowsDto extends PageQuery {
  /** One of the days of the run; left out: the first. */
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) day?: string;
  @IsOptional() @IsIn(['down', 'up', 'same']) moved?: 'down' | 'up' | 'same';
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  /** By how much the score changes: the greatest fall or the greatest rise first. */
  @IsOptional() @IsIn(['delta', '-delta']) sort?: 'delta' | '-delta';
}

export class CreditRunExportDto extends OmitType(CreditRunRowsDto, ['cursor', 'limit']) {}
