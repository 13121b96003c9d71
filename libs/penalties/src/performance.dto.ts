import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { PenaltyReasonDto, PenaltyWordsDto } from './dto';
import { DAY, DAY_TEXT, trimmed, YUAN, YUAN_TEXT } from './lists';

export class PenaltyPaymentDto {
  @Matches(DAY, DAY_TEXT)
  paidOn!: string;

  @Matches(/^(?!0+(\.0{1,2})?$)\d{1,12}(\.\d{1,2})?$/, YUAN_TEXT)
  yuan!: string;

  @trimmed @IsString() @Length(3, 60)
  voucherNo!: string;

  @IsOptional() @IsUUID()
  fileId?: string;
}

export class DecidePenaltyPaymentDto {
  @IsBoolean()
  confirmed!: boolean;

  @IsOptional() @trimmed @IsString() @Length(4, 500)
  reason?: string;
}

export class PenaltyInstalmentDto {
  @Matches(DAY, DAY_TEXT)
  dueOn!: string;

  @Matches(YUAN, YUAN_TEXT)
  yuan!: string;
}

export class AskDeferralDto extends PenaltyReasonDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(24) @ValidateNested({ each: true }) @Type(() => PenaltyInstalmentDto)
  plan!: PenaltyInstalmentDto[];
}

export class PenaltyPerformanceDto {
  @Matches(DAY, DAY_TEXT)
  on!: string;

  @trimmed @IsString() @Length(4, 2000)
  words!: string;
}

export class PenaltyContestDto {
  @IsIn(['reconsideration', 'litigation'])
  kind!: 'reconsideration' | 'litigation';

  @trimmed @IsString() @Length(2, 100)
  body!: string;

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  number?: string;

  @Matches(DAY, DAY_TEXT)
  filedOn!: string;

  @IsBoolean()
  stopsExecution!: boolean;

  @IsOptional() @trimmed @IsString() @Length(4, 500)
  stopReason?: string;
}

export class DailyPenaltyDto extends PenaltyWordsDto {
  /** The day the order to correct was served. */
  @Matches(DAY, DAY_TEXT)
  orderServedOn!: string;

  @Matches(DAY, DAY_TEXT)
  reinspectedOn!: string;
}

export class PublishPenaltyDto {
  /** What the public reads of the facts. Numbers of persons and phones are masked. */
  @trimmed @IsString() @Length(10, 1000)
  summary!: string;
}
