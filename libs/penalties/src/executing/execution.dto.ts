import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { DAY, DAY_TEXT, trimmed } from '../lists';
import { type CourtStep, RECORDED_STEPS } from '../rules/execution';

export class ReminderWordsDto {
  @trimmed @IsString() @Length(5, 4000)
  words!: string;
}

export class ReminderStatementDto {
  @trimmed @IsString() @Length(5, 4000)
  statement!: string;

  @Matches(DAY, DAY_TEXT)
  receivedOn!: string;
}

export class AskCourtDto {
  @trimmed @IsString() @Length(2, 100)
  court!: string;

  /** After the period: the justification, for the court to judge. */
  @IsOptional() @trimmed @IsString() @Length(10, 1000)
  lateReason?: string;
}

export class FileAtCourtDto {
  /** The day the court received it. */
  @Matches(DAY, DAY_TEXT)
  filedOn!: string;

  /** 法院收件凭证, uploaded to this case. */
  @IsUUID()
  receiptFileId!: string;

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  number?: string;

  /** Where it reached the court after the period. */
  @IsOptional() @trimmed @IsString() @Length(10, 1000)
  lateReason?: string;
}

export class CourtStepDto {
  /** The end (终结执行) is proposed and decided: `court-end`. */
  @IsIn(RECORDED_STEPS)
  step!: CourtStep;

  @Matches(DAY, DAY_TEXT)
  on!: string;

  /** 案号、裁定书号. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  number?: string;

  @trimmed @IsString() @Length(4, 2000)
  words!: string;

  @IsOptional() @IsUUID()
  fileId?: string;
}
