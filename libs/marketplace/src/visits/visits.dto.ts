import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsISO8601, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const trimmedAll = Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one)) : value));
const ZONED = /(Z|[+-]\d{2}:?\d{2})$/;
const ZONED_TEXT = { message: '请填写带时区的时间，例如 2026-12-01T09:00:00+08:00 | A time with its zone, e.g. 2026-12-01T09:00:00+08:00' };
const PHONE_TEXT = { message: '请填写手机号或带区号的座机，例如 0358-1234567 | A mobile number, or a landline with its area code' };

/** One visit of the site. Everybody who may bid reads the same. */
export class SiteVisitDto {
  @IsISO8601({ strict: true, strictSeparator: true }, ZONED_TEXT) @Matches(ZONED, ZONED_TEXT)
  startsAt!: string;

  /** Where to meet. */
  @trimmed @IsString() @Length(2, 200)
  place!: string;

  @trimmed @IsString() @Length(2, 50)
  contactName!: string;

  @trimmed @IsString() @Matches(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, PHONE_TEXT)
  contactPhone!: string;

  @IsISO8601({ strict: true, strictSeparator: true }, ZONED_TEXT) @Matches(ZONED, ZONED_TEXT)
  registerUntil!: string;

  /** What to bring, what to wear. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  note?: string;
}

export class VisitorsDto {
  /** Names of who comes. */
  @trimmedAll @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsString({ each: true }) @Length(2, 50, { each: true })
  people!: string[];
}

export class VisitMinutesDto {
  /** What was shown, asked and answered; names no firm. */
  @trimmed @IsString() @Length(4, 5000)
  text!: string;
}
