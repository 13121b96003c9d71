import { Controller, Get, Query } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { Type } from 'class-transformer';
import { IsDateString, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { PermitAsOf } from './as-of.service';
import { PermitAsOfView, PermitComparisonView } from './as-of.view';

export class OnDayDto {
  /** `YYYY-MM-DD`; today when left out. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  on?: string;
}

export class CompareDto {
  /** A day, or a version instead; the first day of the permit when both are left out. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  from?: string;

  /** Today when no version is named. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  to?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  fromVersion?: number;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  toVersion?: number;
}

/** A permit as it stood on any day. */
@Controller('permits')
export class AsOfController {
  constructor(private readonly asOf: PermitAsOf) {}

  /** Limits, conditions, content, standing and holder of that day. The address of a day stays what it is. */
  @Get(':id/as-of') @Allow('permit.read')
  on(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { on }: OnDayDto): Promise<PermitAsOfView> {
    return this.asOf.on(actor, id, on);
  }

  /** Two days, or two versions, side by side. */
  @Get(':id/compare') @Allow('permit.read')
  compare(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CompareDto): Promise<PermitComparisonView> {
    return this.asOf.compare(actor, id, { from: { day: query.from, version: query.fromVersion }, to: { day: query.to, version: query.toVersion } });
  }
}
