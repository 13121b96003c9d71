import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { LIFE_STAGES, QUALIFICATION_KINDS, SERVICE_KINDS } from '../provider.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_TEXT = { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' };

export class OfferedServiceDto {
  @IsIn(SERVICE_KINDS) kind!: (typeof SERVICE_KINDS)[number];
  @IsIn(LIFE_STAGES) stage!: (typeof LIFE_STAGES)[number];
  /** What the firm does, e.g. 自行监测. */
  @trimmed @IsString() @Length(2, 60) title!: string;
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
}

export class QualificationDto {
  @IsIn(QUALIFICATION_KINDS)
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

  @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT)
  validTo!: string;

  /** The scan, uploaded to the subject `qualification-of-firm` before. */
  @IsOptional() @IsUUID()
  fileId?: string | null;
}

export class ReviewReasonDto {
  @trimmed @IsString() @Length(4, 500)
  reason!: string;
}

export class QualificationQueueQuery extends PageQuery {
  @IsOptional() @IsIn(['pending', 'verified', 'rejected'])
  state?: 'pending' | 'verified' | 'rejected' = 'pending';

  /** Fragment of the firm's name or the number. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;
}

export class FirmListQuery extends PageQuery {
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(SERVICE_KINDS)
  kind?: string;

  @IsOptional() @IsIn(LIFE_STAGES)
  stage?: string;
}

export class QualificationExportQuery extends OmitType(QualificationQueueQuery, ['cursor', 'limit']) {}

export class FirmExportQuery extends OmitType(FirmListQuery, ['cursor', 'limit']) {}
