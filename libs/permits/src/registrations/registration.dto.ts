import { PageQuery } from '@huanbao/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class FileRegistrationDto {
  /** One of the enterprise's sites. */
  @IsUUID()
  siteId!: string;

  /** Four-digit classes of GB/T 4754-2017, the main one first. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(8) @IsString({ each: true }) @Length(4, 4, { each: true })
  industries!: string[];

  /** What was answered in the classification; the class is decided again from them. */
  @IsObject()
  answers!: Record<string, boolean | string>;

  /** By the fields of `GET /permit-registrations/form`. */
  @IsObject()
  content!: Record<string, unknown>;

  /** That what is stated is true, exact and complete. */
  @IsBoolean()
  commitment!: boolean;
}

/** What the class is decided anew on; left out, it is what the last one was decided on. */
class ClassedAnewDto {
  /** Four-digit classes of GB/T 4754-2017, the main one first. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(8) @IsString({ each: true }) @Length(4, 4, { each: true })
  industries?: string[];

  /** Given together with the industries. */
  @IsOptional() @IsObject()
  answers?: Record<string, boolean | string>;
}

export class ChangeRegistrationDto extends ClassedAnewDto {
  @IsObject()
  content!: Record<string, unknown>;

  /** When the change happened, `YYYY-MM-DD`. */
  @IsDateString({ strict: true }) @Length(10, 10)
  occurredOn!: string;

  @IsBoolean()
  commitment!: boolean;
}

export class RenewRegistrationDto extends ClassedAnewDto {
  /** That the content still holds. */
  @IsBoolean()
  commitment!: boolean;
}

export class CancelRegistrationDto {
  @trimmed @IsString() @MinLength(2) @MaxLength(500)
  reason!: string;
}

export class NationalNumberDto {
  /** As given by the national platform. */
  @trimmed @IsString() @MinLength(10) @MaxLength(40)
  number!: string;
}

export const REGISTRATION_SORTS = ['validTo', '-validTo', 'name', '-name'] as const;
export type RegistrationSort = (typeof REGISTRATION_SORTS)[number];

export class RegistrationListDto extends PageQuery {
  /** Part of the name of the enterprise or the site, or of the number. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  @IsOptional() @IsIn(['valid', 'expired', 'cancelled'])
  status?: 'valid' | 'expired' | 'cancelled';

  /** GB/T 4754: two, three or four digits. */
  @IsOptional() @Matches(/^\d{2,4}$/)
  industry?: string;

  /** Code of the division, six digits for a county or more for a town. */
  @IsOptional() @Matches(/^\d{6,12}$/)
  region?: string;

  /** What ends within so many days and holds today; the soonest first when no order is asked for. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1830)
  endsWithin?: number;

  /** The newest first when left out. */
  @IsOptional() @IsIn(REGISTRATION_SORTS)
  sort?: RegistrationSort;
}
