import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsNumber, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { SEVERITIES, Severity } from './rules';

export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const DAY_TEXT = { message: '请填写日期，例如 2026-12-01 | A date, e.g. 2026-12-01' };
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
export const MONTH_TEXT = { message: '请填写月份，例如 2026-11 | A month, e.g. 2026-11' };

export class ParkDto {
  @trimmed @IsString() @Length(2, 60)
  name!: string;

  /** The whole list of its enterprises, of the keeper's own region. */
  @IsArray() @ArrayMaxSize(500) @ArrayUnique() @IsUUID('all', { each: true })
  enterpriseIds!: string[];
}

export class OfferRetainerDto {
  @IsUUID()
  firmId!: string;

  /** Of the body that keeps the park; an enterprise offers for itself and names none. */
  @IsOptional() @IsUUID()
  parkId?: string | null;

  /** A contract in force with this firm, where there is one. */
  @IsOptional() @IsUUID()
  contractId?: string | null;

  @trimmed @IsString() @Length(10, 3000)
  scope!: string;

  /** To each enterprise. */
  @IsInt() @Min(1) @Max(10)
  visitsPerMonth!: number;

  /** Day of the following month by which each monthly report is signed. */
  @IsInt() @Min(1) @Max(28)
  reportDay!: number;

  @IsInt() @Min(7) @Max(180)
  noticeDays!: number;

  @Matches(DAY, DAY_TEXT)
  startsOn!: string;

  @Matches(DAY, DAY_TEXT)
  endsOn!: string;

  /** An enterprise entrusts the firm with reading and preparing its permits and duties for the time of the service. */
  @IsBoolean()
  entrust!: boolean;
}

export class ConsentDto {
  /** Together with the consent, propose the mandate for permits and duties. */
  @IsBoolean()
  entrust!: boolean;
}

export class StewardReasonDto {
  /** The other side reads it. */
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class EndRetainerDto extends StewardReasonDto {
  /** `agreement` asks the other side; `notice` keeps the days of notice and needs no answer. */
  @IsIn(['agreement', 'notice'])
  way!: 'agreement' | 'notice';

  /** Its last day. */
  @Matches(DAY, DAY_TEXT)
  on!: string;
}

export class PlanVisitDto {
  @IsUUID()
  enterpriseId!: string;

  @Matches(DAY, DAY_TEXT)
  plannedOn!: string;

  /** A member of the firm. */
  @IsUUID()
  visitorId!: string;

  /** Topics of the library; all of them when empty. */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsString({ each: true })
  topics!: string[];
}

export class MoveVisitDto {
  @Matches(DAY, DAY_TEXT)
  plannedOn!: string;

  @IsUUID()
  visitorId!: string;
}

export class FindingDto {
  @IsIn(SEVERITIES)
  severity!: Severity;

  @trimmed @IsString() @Length(2, 200)
  place!: string;

  @trimmed @IsString() @Length(4, 2000)
  advice!: string;

  @Matches(DAY, DAY_TEXT)
  dueOn!: string;
}

export class VisitAnswerDto {
  @IsString() @Length(1, 60)
  key!: string;

  @IsIn(['ok', 'problem', 'na'])
  answer!: 'ok' | 'problem' | 'na';

  @IsOptional() @trimmed @IsString() @MaxLength(2000)
  remark?: string;

  /** With a problem. */
  @IsOptional() @ValidateNested() @Type(() => FindingDto)
  finding?: FindingDto;
}

export class RecordVisitDto {
  /** Made by the device once: the same again answers the same record. */
  @IsUUID()
  clientId!: string;

  @Matches(DAY, DAY_TEXT)
  heldOn!: string;

  @trimmed @IsString() @Length(2, 4000)
  summary!: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => VisitAnswerDto)
  answers!: VisitAnswerDto[];
}

export class StewardPhotoDto {
  @IsUUID()
  clientId!: string;

  /** An image uploaded to the visit. */
  @IsUUID()
  fileId!: string;

  @IsOptional() @IsString() @Length(1, 60)
  itemKey?: string;

  @IsOptional() @IsISO8601()
  capturedAt?: string;

  @IsOptional() @IsNumber() @Min(-180) @Max(180)
  lng?: number;

  @IsOptional() @IsNumber() @Min(-90) @Max(90)
  lat?: number;

  @IsOptional() @IsNumber() @Min(0) @Max(100000)
  accuracyM?: number;
}

export class FindingStepDto {
  /** What was done, or what was seen. */
  @trimmed @IsString() @Length(4, 3000)
  text!: string;

  /** Uploaded to the finding before. */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID('all', { each: true })
  fileIds!: string[];
}

export class DraftReportDto {
  @IsUUID()
  enterpriseId!: string;

  @Matches(MONTH, MONTH_TEXT)
  month!: string;
}

export class ReportRemarkDto {
  /** The firm's own words to the month. */
  @trimmed @IsString() @MaxLength(4000)
  remark!: string;
}
