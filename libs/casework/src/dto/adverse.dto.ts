import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class StatementDto {
  /** 陈述申辩; left out to give the right up. */
  @IsOptional() @trimmed @IsString() @MinLength(5) @MaxLength(10000)
  text?: string;

  /** The party gives its right up: a text and this exclude one another. */
  @IsOptional() @IsBoolean()
  waive?: boolean;

  /** Files of the case that go with it. */
  @IsOptional() @IsUUID(undefined, { each: true }) @ArrayMaxSize(20)
  fileIds?: string[];
}

export class AnswerStatementDto {
  @IsIn(['adopted', 'partly', 'rejected'])
  answering!: 'adopted' | 'partly' | 'rejected';

  @trimmed @IsString() @MinLength(5) @MaxLength(4000)
  text!: string;
}

export class SetAdverseHearingDto {
  /** The day the written notice of time and place was given. */
  @IsDateString({ strict: true }) @Length(10, 10)
  notifiedOn!: string;

  /** Its number; it is also the paper of the pause of the clock. */
  @trimmed @IsString() @Length(2, 100)
  noticeNumber!: string;

  @IsDateString({ strict: true }) @Length(10, 10)
  heldOn!: string;

  /** `HH:MM` */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  time!: string;

  @trimmed @IsString() @Length(2, 200)
  place!: string;
}

export class RecordAdverseHearingDto {
  /** absent: the party did not come without good reason, which ends the hearing. */
  @IsIn(['held', 'absent'])
  outcome!: 'held' | 'absent';

  /** What was said, in short, and who was there. */
  @trimmed @IsString() @Length(10, 10000)
  record!: string;

  /** 笔录, signed by who took part: a file of the case. Not needed where nobody came. */
  @ValidateIf((one: RecordAdverseHearingDto) => one.outcome === 'held' || one.recordFileId !== undefined) @IsUUID()
  recordFileId?: string;
}
