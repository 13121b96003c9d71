import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDateString, IsIn, IsISO8601, IsNumber, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { SPECIALTIES, type Specialty } from './officers.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class AssignPartDto {
  /** air, water, solid-noise, monitoring or other. */
  @IsIn(SPECIALTIES)
  specialty!: Specialty;

  /** The colleague; left out to take it oneself. */
  @IsOptional() @IsUUID()
  officerId?: string;

  /** The reviewer's own last day. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  dueOn?: string;
}

export class HandOverPartDto {
  @IsUUID()
  officerId!: string;

  @trimmed @IsString() @MinLength(2) @MaxLength(500)
  reason!: string;
}

export class FinishPartDto {
  @IsIn(['agree', 'object'])
  verdict!: 'agree' | 'object';

  @trimmed @IsString() @MinLength(2) @MaxLength(4000)
  summary!: string;
}

export class AskCountersignDto {
  @IsUUID()
  officerId!: string;

  @IsOptional() @trimmed @IsString() @MaxLength(100)
  department?: string;

  @trimmed @IsString() @MinLength(2) @MaxLength(2000)
  question!: string;
}

export class AnswerCountersignDto {
  @IsIn(['agree', 'object'])
  verdict!: 'agree' | 'object';

  @trimmed @IsString() @MinLength(2) @MaxLength(4000)
  text!: string;
}

export class OrderedOfficerDto {
  @IsUUID()
  userId!: string;

  /** 执法证件号 */
  @trimmed @IsString() @MinLength(4) @MaxLength(40)
  certificateNo!: string;
}

export class OrderSiteCheckDto {
  @trimmed @IsString() @MinLength(5) @MaxLength(1000)
  reason!: string;

  @IsDateString({ strict: true }) @Length(10, 10)
  plannedOn!: string;

  /** Two at least, each with a certificate. */
  @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => OrderedOfficerDto)
  officers!: OrderedOfficerDto[];
}

export class ReasonDto {
  @trimmed @IsString() @MinLength(2) @MaxLength(1000)
  reason!: string;
}

export class PhotoDto {
  /** Made by the device when the photo was taken; the same again is the same photo. */
  @IsUUID()
  clientId!: string;

  @IsUUID()
  fileId!: string;

  @IsOptional() @IsString() @MaxLength(60)
  itemKey?: string;

  @IsOptional() @IsISO8601({ strict: true })
  capturedAt?: string;

  @IsOptional() @IsNumber() @Min(-180) @Max(180)
  lng?: number;

  @IsOptional() @IsNumber() @Min(-90) @Max(90)
  lat?: number;

  @IsOptional() @IsNumber() @Min(0) @Max(100000)
  accuracyM?: number;
}

export class CheckAnswerDto {
  @IsString() @MaxLength(60)
  key!: string;

  @IsIn(['yes', 'no', 'na'])
  answer!: 'yes' | 'no' | 'na';

  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  note?: string;
}

export class CheckSignatureDto {
  @IsIn(['officer', 'party'])
  side!: 'officer' | 'party';

  @trimmed @IsString() @MaxLength(60)
  name!: string;

  @IsOptional() @trimmed @IsString() @MaxLength(60)
  title?: string;

  @IsISO8601({ strict: true })
  at!: string;

  /** What was said when the party would not sign. */
  @IsOptional() @trimmed @IsString() @MaxLength(500)
  refused?: string;
}

export class ReportSiteCheckDto {
  /** Made by the device when the report was begun; the same again is the same report. */
  @IsUUID()
  clientId!: string;

  @IsISO8601({ strict: true })
  startedAt!: string;

  @IsISO8601({ strict: true })
  endedAt!: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2000) @ValidateNested({ each: true }) @Type(() => CheckAnswerDto)
  answers!: CheckAnswerDto[];

  @IsIn(['conforms', 'to-mend', 'does-not-conform'])
  conclusion!: 'conforms' | 'to-mend' | 'does-not-conform';

  @trimmed @IsString() @MinLength(2) @MaxLength(4000)
  findings!: string;

  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => CheckSignatureDto)
  signatures!: CheckSignatureDto[];
}
