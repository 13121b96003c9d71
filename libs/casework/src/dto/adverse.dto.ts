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

export class ReceiptDto {
  /** paper, or oral: said at the bureau and written down, signed by who said it. */
  @IsIn(['paper', 'oral'])
  how!: 'paper' | 'oral';

  /** The day it arrived, which is the day that counts. */
  @IsDateString({ strict: true }) @Length(10, 10)
  receivedOn!: string;

  /** Who took it in at the bureau. */
  @trimmed @IsString() @Length(2, 50)
  receivedBy!: string;

  /** Who signed it, or spoke. */
  @trimmed @IsString() @Length(2, 50)
  givenBy!: string;

  /** The scan of the paper, or of the record that was signed: a file of the case. */
  @IsUUID()
  fileId!: string;
}

export class ReceivedWordDto extends ReceiptDto {
  @IsIn(['statement', 'waiver', 'hearing', 'hearing-withdrawal'])
  what!: 'statement' | 'waiver' | 'hearing' | 'hearing-withdrawal';

  /** What was said; needed for a statement. */
  @ValidateIf((one: ReceivedWordDto) => one.what === 'statement' || one.text !== undefined) @trimmed @IsString() @MinLength(5) @MaxLength(10000)
  text?: string;

  /** What came with it: files of the case. */
  @IsOptional() @IsUUID(undefined, { each: true }) @ArrayMaxSize(20)
  fileIds?: string[];
}

/** Number and paper of the notice are the house's own. */
export class SetAdverseHearingDto {
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
