import { PageQuery } from '@huanbao/platform';
import { Transform, Type } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export const PERMIT_STANDINGS = ['valid', 'expired', 'revoked', 'forfeited', 'withdrawn', 'cancelled'] as const;
export type PermitStandingName = (typeof PERMIT_STANDINGS)[number];

/** Newest first, or by the last day of validity, the day of issue or the name of the enterprise. */
export const REGISTER_SORTS = ['validTo', '-validTo', 'issuedOn', '-issuedOn', 'name', '-name'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

export class PermitListDto extends PageQuery {
  /** Part of the name of the enterprise or the site, of the permit's number or the credit code. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  @IsOptional() @IsIn(PERMIT_STANDINGS)
  status?: PermitStandingName;

  /** GB/T 4754: two, three or four digits. */
  @IsOptional() @Matches(/^\d{2,4}$/)
  industry?: string;

  @IsOptional() @IsIn(['key', 'simplified'])
  category?: 'key' | 'simplified';

  /** Code of the division, six digits for a county or more for a town. */
  @IsOptional() @Matches(/^\d{6,12}$/)
  region?: string;

  /** Part of the address, e.g. the name of a town. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  place?: string;

  /** What ends within so many days and holds today; the soonest first when no order is asked for. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1830)
  endsWithin?: number;

  @IsOptional() @IsIn(REGISTER_SORTS)
  sort?: RegisterSort;
}

export class RegisterExportDto extends PermitListDto {
  @IsOptional() @IsIn(['xlsx', 'csv'])
  format?: 'xlsx' | 'csv';
}

export class RegisterMapDto extends PermitListDto {
  /** The window, in degrees (WGS-84). */
  @IsOptional() @Type(() => Number) @IsNumber() @Min(-180) @Max(180)
  west?: number;

  @IsOptional() @Type(() => Number) @IsNumber() @Min(-90) @Max(90)
  south?: number;

  @IsOptional() @Type(() => Number) @IsNumber() @Min(-180) @Max(180)
  east?: number;

  @IsOptional() @Type(() => Number) @IsNumber() @Min(-90) @Max(90)
  north?: number;
}

export class AsOfDto {
  /** What the permit said on this day, `YYYY-MM-DD`; today when left out. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  on?: string;
}

export class VersionsBetweenDto {
  /** The version before `to` when left out. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  from?: number;

  /** The newest when left out. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  to?: number;
}

export class VersionDto {
  /** Number of the version; the newest when left out. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  version?: number;
}
