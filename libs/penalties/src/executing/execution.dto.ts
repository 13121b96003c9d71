import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { DAY, DAY_TEXT, trimmed } from '../lists';
import { COURT_STEPS, type CourtStep } from '../rules/execution';

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
}

export class CourtStepDto {
  @IsIn(COURT_STEPS)
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
