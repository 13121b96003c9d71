import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { LIFE_STAGES, SERVICE_KINDS } from '../provider.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_TEXT = { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' };

export class OfferedServiceDto {
  @IsIn(SERVICE_KINDS) kind!: (typeof SERVICE_KINDS)[number];
  @IsIn(LIFE_STAGES) stage!: (typeof LIFE_STAGES)[number];
  /** What the firm does, e.g. 自行监测. */
  @trimmed @IsString() @Length(2, 60) title!: string;
  /** Code of the catalogue, where the service is in it. */
  @IsOptional() @IsString() @Matches(/^[a-z0-9-]{3,60}$/) serviceCode?: string | null;
}

export class ProfileDto {
  /** A few sentences about the firm. */
  @trimmed @IsString() @Length(10, 2000)
  intro!: string;

  /** Adcodes of the regions served, e.g. 141181. */
  @IsArray() @ArrayMaxSize(50) @Matches(/^\d{2,6}$/, { each: true, message: '请填写行政区划代码，例如 141181 | An adcode such as 141181' })
  regions!: string[];

  @IsArray() @ArrayMaxSize(40) @ValidateNested({ each: true }) @Type(() => OfferedServiceDto)
  services!: OfferedServiceDto[];

  /** Tasks the firm carries at once. */
  @IsOptional() @IsInt() @Min(1) @Max(1000)
  capacityTasks?: number | null;
}

export class QualificationDto {
  /** A name from `GET /public/qualification-kinds`, which also says what the entry needs. */
  @trimmed @IsString() @Length(2, 40)
  kind!: string;

  @trimmed @IsString() @Length(2, 60)
  number!: string;

  /** Scope as printed on the certificate. */
  @trimmed @IsString() @MaxLength(1000)
  scope!: string;

  @trimmed @IsString() @Length(2, 100)
  issuer!: string;

  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT)
  validFrom!: string;

  /** Last day; left out where the kind has none (备案). */
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT)
  validTo?: string | null;

  /** The scan, uploaded to the subject `qualification-of-firm` before. */
  @IsOptional() @IsUUID()
  fileId?: string | null;
}

export class ReviewReasonDto {
  @trimmed @IsString() @Length(4, 500)
  reason!: string;
}

export const QUEUE_STATES = ['pending', 'verified', 'rejected', 'suspended', 'lapsed'] as const;
export const QUEUE_SORTS = ['oldest', 'ending'] as const;

export class QualificationQueueQuery extends PageQuery {
  /** `lapsed`: verified, but past its last day. */
  @IsOptional() @IsIn(QUEUE_STATES)
  state?: (typeof QUEUE_STATES)[number] = 'pending';

  @IsOptional() @trimmed @IsString() @Length(2, 40)
  kind?: string;

  /** Only what ends within so many days. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(365)
  endsWithin?: number;

  @IsOptional() @IsIn(QUEUE_SORTS)
  sort?: (typeof QUEUE_SORTS)[number] = 'oldest';

  /** Fragment of the firm's name or the number. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;
}

export const FIRM_SORTS = ['name', 'newest', 'free'] as const;

export class FirmListQuery extends PageQuery {
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(SERVICE_KINDS)
  kind?: string;

  @IsOptional() @IsIn(LIFE_STAGES)
  stage?: string;

  /** A service of the catalogue the firm offers. */
  @IsOptional() @IsString() @Matches(/^[a-z0-9-]{3,60}$/)
  service?: string;

  /** Adcode of a place that the firm serves. */
  @IsOptional() @Matches(/^\d{2,6}$/, { message: '请填写行政区划代码，例如 141181 | An adcode such as 141181' })
  region?: string;

  /** A kind of qualification the firm holds, verified and unexpired. */
  @IsOptional() @trimmed @IsString() @Length(2, 40)
  qualification?: string;

  /** `true`: only firms with a verified, unexpired qualification and without a restriction. */
  @IsOptional() @IsIn(['true', 'false'])
  valid?: 'true' | 'false';

  /** By name, the newest profile first, or the most free capacity first. */
  @IsOptional() @IsIn(FIRM_SORTS)
  sort?: (typeof FIRM_SORTS)[number] = 'name';
}

export class CompareQuery {
  /** Two to four firms, separated by commas. */
  @IsString() @Matches(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){1,3}$/, { message: '请选择 2 至 4 家机构进行对比 | Choose two to four firms to compare' })
  ids!: string;
}

export class QualificationExportQuery extends OmitType(QualificationQueueQuery, ['cursor', 'limit']) {}

export class FirmExportQuery extends OmitType(FirmListQuery, ['cursor', 'limit']) {}
