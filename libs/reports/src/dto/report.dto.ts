import { PageQuery } from '@huanbao/platform';
import { OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { REPORT_KINDS, type ReportKind } from '../form/part';
import { QUALITIES, type Quality, type ReportState } from '../report.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const POINTER = /^\/[a-z-]{1,30}(\/[A-Za-z0-9@-]{1,60}){0,3}$/;

export const REPORT_SORTS = ['dueOn', '-dueOn', 'submittedAt', '-submittedAt'] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

export class ReportListDto extends PageQuery {
  @IsOptional() @IsIn(['draft', 'submitted', 'returned', 'accepted', 'amending'])
  state?: ReportState;

  @IsOptional() @IsIn(REPORT_KINDS)
  kind?: ReportKind;

  @IsOptional() @IsUUID()
  permitId?: string;

  /** The report of this duty. */
  @IsOptional() @IsUUID()
  dutyId?: string;

  /** `late`: handed in after its due day; `in-time`. */
  @IsOptional() @IsIn(['late', 'in-time'])
  timeliness?: 'late' | 'in-time';

  /** Due from this day. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  from?: string;

  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  to?: string;

  /** Part of the enterprise's name, the site's, the permit's number or the title. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  @IsOptional() @IsIn(REPORT_SORTS)
  sort?: ReportSort;
}

export class ReportExportDto extends OmitType(ReportListDto, ['cursor', 'limit']) {}

export class ReportFormDto {
  @IsIn(REPORT_KINDS)
  kind!: ReportKind;
}

export class BeginReportDto {
  /** The duty (kind report-annual, -quarterly or -monthly) it is made for. */
  @IsUUID()
  dutyId!: string;
}

export class ReportCellDto {
  /** `/amounts/3/amountT` within the part. */
  @IsString() @MaxLength(200)
  pointer!: string;

  @IsOptional()
  value?: unknown;
}

export class SaveReportPartDto {
  /** Whole fields; null empties one. */
  @IsOptional() @IsObject()
  data?: Record<string, unknown>;

  @IsOptional() @IsArray() @ArrayMaxSize(5000) @ValidateNested({ each: true }) @Type(() => ReportCellDto)
  cells?: ReportCellDto[];
}

export class CompletePartDto {
  @IsBoolean()
  done!: boolean;
}

export class RefreshReportDto {
  /** Only these parts; all when left out. */
  @IsOptional() @IsArray() @ArrayMaxSize(13) @IsString({ each: true }) @MaxLength(30, { each: true })
  parts?: string[];

  /** Places at which the platform's value is taken although a person typed another, as `differences` names them. */
  @IsOptional() @IsArray() @ArrayMaxSize(500) @Matches(POINTER, { each: true })
  places?: string[];
}

export class ExplainFindingDto {
  /** Why it is as it is; empty takes the explanation back. */
  @trimmed @IsString() @MaxLength(1000)
  text!: string;
}

export class ReportCommitmentDto {
  /** The commitment was read and ticked. */
  @IsBoolean()
  commitment!: boolean;
}

export class AmendReportDto {
  /** Why the report that was handed in is written again. */
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class QualityDto {
  @IsIn(QUALITIES)
  quality!: Quality;

  @IsBoolean()
  met!: boolean;

  @trimmed @IsString() @MaxLength(1000)
  comment!: string;
}

export class AcceptReportDto {
  /** Each of 及时、完整、合规、准确 once. */
  @IsArray() @ArrayMaxSize(4) @ValidateNested({ each: true }) @Type(() => QualityDto)
  qualities!: QualityDto[];
}

export class ReturnedPlaceDto {
  /** Into the report: `/emissions/totals/0/totalT`, or a whole part `/conclusion`. */
  @Matches(POINTER)
  pointer!: string;

  @trimmed @IsString() @Length(2, 500)
  requirement!: string;
}

export class ReturnReportDto extends AcceptReportDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ReturnedPlaceDto)
  places!: ReturnedPlaceDto[];

  /** What is wrong as a whole. */
  @trimmed @IsString() @Length(4, 1000)
  note!: string;
}

export class ReportChangesDto {
  /** Copies to compare; by default the last two. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1)
  from?: number;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1)
  to?: number;
}

export class ReportCopyDto {
  /** The copy handed in with this number; what is being written when left out (for officers: the last one handed in). */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1)
  revision?: number;
}

export const PUBLIC_REPORT_SORTS = ['periodTo', '-periodTo', 'accepted', '-accepted'] as const;

export class PublicReportListDto extends PageQuery {
  @IsOptional() @IsUUID()
  permitId?: string;

  @IsOptional() @IsIn(REPORT_KINDS)
  kind?: ReportKind;

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  /** Periods that end on this day or later. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  from?: string;

  /** Periods that end on this day or earlier. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  to?: string;

  /** By the end of the period or by the day of acceptance, with `-` the latest first; `-periodTo` when left out. */
  @IsOptional() @IsIn(PUBLIC_REPORT_SORTS)
  sort?: (typeof PUBLIC_REPORT_SORTS)[number];
}

export class PublicReportExportDto extends OmitType(PublicReportListDto, ['cursor', 'limit']) {}
