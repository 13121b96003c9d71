import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { ArrayMinSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { RECORD_SORTS, type RecordSort } from '../access/record-order';
import { IsDay } from '../ledger/ledger.dto';
import { MEDIUMS, type Medium } from './plan';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/**
 * One result. `value` as the laboratory writes it (`12.3`, `<0.5`), `unit` as reported. Members beyond these are
 * answered with their place, so that nothing is lost silently.
 */
export class ResultDto {
  /** DA001, DW001 or the point as the plan names it. */
  @IsString() @MaxLength(100)
  place!: string;

  @IsString() @MaxLength(40)
  pollutant!: string;

  @IsOptional() @IsIn(['manual', 'auto'])
  method?: 'manual' | 'auto';

  /** `2026-11-24 09:30` in Asia/Shanghai, or an instant. */
  @IsString() @MaxLength(40)
  sampledAt!: string;

  /** `12.3`; `<0.5` when below a detection limit of 0.5. */
  @IsString() @MaxLength(40)
  value!: string;

  @IsOptional() @IsString() @MaxLength(20)
  unit?: string;

  @IsOptional() @IsString() @MaxLength(60)
  sampleNo?: string;

  /** Measured oxygen, percent by volume; needed where the standard has a base oxygen. */
  @IsOptional() @IsString() @MaxLength(20)
  oxygenPercent?: string;

  /** m³/h of dry standard flue gas, or m³/d of water. */
  @IsOptional() @IsString() @MaxLength(30)
  flow?: string;

  @IsOptional() @IsString() @MaxLength(100)
  technique?: string;

  @IsOptional() @IsString() @MaxLength(100)
  laboratory?: string;

  @IsOptional() @IsString() @MaxLength(40)
  cma?: string;

  /** Measured by the enterprise itself: no laboratory, no CMA number. */
  @IsOptional() @IsBoolean()
  ownLaboratory?: boolean;

  @IsOptional() @IsString() @MaxLength(60)
  reportNo?: string;

  /** A file of `/files?subjectType=monitoring-reports&subjectId=<permit>`. */
  @IsOptional() @IsUUID()
  reportFileId?: string;

  @IsOptional() @IsString() @MaxLength(300)
  note?: string;

  /** Your own id of the row: sent again, nothing is entered twice. */
  @IsOptional() @IsString() @MaxLength(100)
  externalId?: string;

  /** Codes of questions answered with “it is so”: `unit-slip`, `sample-reused`. */
  @IsOptional() @IsArray() @IsString({ each: true })
  confirmed?: string[];
}

export class ResultBatchDto {
  /** 1–1,000 rows like a single result. Each is judged on its own. */
  @IsArray() @ArrayMinSize(1)
  rows!: unknown[];
}

export class CorrectResultDto {
  /** What differs from the old result. */
  @IsOptional() @IsObject()
  data?: Record<string, unknown>;

  /** The result should not be there at all. */
  @IsOptional() @IsBoolean()
  voided?: boolean;

  @trimmed @IsString() @Length(4, 300)
  reason!: string;
}

export class ResultListDto extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100)
  place?: string;

  @IsOptional() @IsString() @MaxLength(40)
  pollutant?: string;

  @IsOptional() @IsIn(['met', 'exceeded', 'no-limit', 'not-comparable'])
  verdict?: 'met' | 'exceeded' | 'no-limit' | 'not-comparable';

  @IsOptional() @IsDay()
  from?: string;

  @IsOptional() @IsDay()
  to?: string;

  /** Sample or report number, or laboratory. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  /** By the day of the sample or by the moment of the entry, with `-` the latest first; `-day` when left out. */
  @IsOptional() @IsIn(RECORD_SORTS)
  sort?: RecordSort;
}

export class ResultExportDto extends OmitType(ResultListDto, ['cursor', 'limit']) {}

export class YearDto {
  /** This year when left out. */
  @IsOptional() @Matches(/^20\d{2}$/)
  year?: string;
}

export const EXCEEDANCE_SORTS = ['found', '-found', 'sampled', '-sampled'] as const;

export class ExceedanceListDto extends PageQuery {
  @IsOptional() @IsIn(['open', 'explained', 'withdrawn'])
  state?: 'open' | 'explained' | 'withdrawn';

  @IsOptional() @IsUUID()
  permitId?: string;

  /** Part of the enterprise's name, the site's, or a place. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  /** Sampled on this civil day or later. */
  @IsOptional() @IsDay()
  from?: string;

  /** Sampled on this civil day or earlier. */
  @IsOptional() @IsDay()
  to?: string;

  /** By when it was found or by the day of the sample, with `-` the latest first; `-found` when left out. */
  @IsOptional() @IsIn(EXCEEDANCE_SORTS)
  sort?: (typeof EXCEEDANCE_SORTS)[number];
}

export class ExceedanceExportDto extends OmitType(ExceedanceListDto, ['cursor', 'limit']) {}

export class ExplainDto {
  /** What led to it. */
  @trimmed @IsString() @Length(4, 1000)
  cause!: string;

  /** What was done about it. */
  @trimmed @IsString() @Length(4, 1000)
  action!: string;

  /** Day on which it was within the limit again. */
  @IsOptional() @IsDay()
  restoredOn?: string;
}

export class PublicResultListDto extends PageQuery {
  /** Part of the enterprise's name, the site's or the permit's number. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  @IsOptional() @IsIn(MEDIUMS)
  medium?: Medium;

  @IsOptional() @IsIn(['met', 'exceeded', 'no-limit', 'not-comparable'])
  verdict?: 'met' | 'exceeded' | 'no-limit' | 'not-comparable';

  /** By the day of the sample; `-day` when left out. */
  @IsOptional() @IsIn(['day', '-day'])
  sort?: 'day' | '-day';

  @IsOptional() @IsUUID()
  permitId?: string;

  @IsOptional() @IsDay()
  from?: string;

  @IsOptional() @IsDay()
  to?: string;
}

export class PublicResultExportDto extends OmitType(PublicResultListDto, ['cursor', 'limit']) {}
