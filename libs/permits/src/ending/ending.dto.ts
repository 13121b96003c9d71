import { Transform } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import { MEASURE_KINDS, type MeasureKind, REISSUE_CAUSES, type ReissueCause, REQUEST_KINDS, type RequestKind } from './ending.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class ProposeMeasureDto {
  /** 撤销, 吊销, 撤回 or 依职权注销. */
  @IsIn(MEASURE_KINDS)
  kind!: MeasureKind;

  /** Key of a ground of `GET /permit-cases/grounds`. */
  @IsString() @MaxLength(40)
  ground!: string;

  /** Facts and reasons; they stand in the 事先告知书. */
  @trimmed @IsString() @MinLength(10) @MaxLength(4000)
  reasons!: string;

  /** Days for the statement, from the service of the notice, in the unit of the dated row; those of that row when left out, never under its least. */
  @IsOptional() @IsInt() @Min(1) @Max(60)
  statementDays?: number;
}

export class SettleMeasureDto {
  @IsIn(['impose', 'drop'])
  outcome!: 'impose' | 'drop';

  @trimmed @IsString() @MinLength(2) @MaxLength(4000)
  reasons!: string;
}

export class RequestDraftDto {
  /** 补领 or 注销. */
  @IsIn(REQUEST_KINDS)
  kind!: RequestKind;
}

export class RequestDto {
  /** 补领 or 注销. */
  @IsIn(REQUEST_KINDS)
  kind!: RequestKind;

  /** Of 补领: whether the paper was lost or damaged; it decides which papers are handed in. */
  @ValidateIf((input: RequestDto) => input.kind === 'reissue') @IsIn(REISSUE_CAUSES)
  cause?: ReissueCause;

  @trimmed @IsString() @MinLength(2) @MaxLength(1000)
  reason!: string;

  /** When the paper was lost, or discharge ceased. */
  @IsDateString({ strict: true }) @Length(10, 10)
  occurredOn!: string;
}

export class SettleRequestDto {
  /** `reject` by the first officer puts the refusal forward, by another one decides it; `send-back` takes it up again. */
  @IsIn(['approve', 'reject', 'send-back'])
  outcome!: 'approve' | 'reject' | 'send-back';

  /** Needed for rejecting and sending back; the deciding officer may leave it to the reasons put forward. */
  @IsOptional() @trimmed @IsString() @MaxLength(2000)
  reason?: string;
}
