import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { SERVICE_METHODS, type ServiceMethod } from '@huanbao/casework';
import { DAY, DAY_TEXT, trimmed } from '@huanbao/platform';
import { REVOCATION_GROUNDS, type RevocationGround, WATCH_TRIGGERS, type WatchTrigger } from './words';

/** A clue and whom it points at: an enterprise or firm of the platform, or somebody outside by name and code. */
export class OpenWatchDto {
  @IsIn(WATCH_TRIGGERS)
  trigger!: WatchTrigger;

  @trimmed @IsString() @Length(4, 200)
  title!: string;

  @trimmed @IsString() @Length(10, 4000)
  facts!: string;

  @Matches(DAY, DAY_TEXT)
  occurredOn!: string;

  /** Of the decision or judgment the clue rests on. */
  @IsOptional() @trimmed @IsString() @Length(2, 100)
  documentNo?: string;

  @IsOptional() @IsUUID()
  partyOrgId?: string;

  /** Without `partyOrgId`. */
  @IsOptional() @IsIn(['unit', 'person'])
  partyKind?: 'unit' | 'person';

  @IsOptional() @trimmed @IsString() @Length(2, 100)
  partyName?: string;

  /** 统一社会信用代码 of a unit, number of the identity card of a person. */
  @IsOptional() @trimmed @Matches(/^[0-9A-Z]{18}$/, { message: '请填写 18 位代码（数字和大写字母） | 18 digits and capital letters' })
  partyCode?: string;
}

export class WatchReasonDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class WatchWordsDto {
  @trimmed @IsString() @Length(4, 2000)
  words!: string;
}

/** What is intended; the pre-notice says it word by word. */
export class ProposeWatchDto {
  @IsIn(WATCH_TRIGGERS)
  trigger!: WatchTrigger;

  @trimmed @IsString() @Length(20, 4000)
  facts!: string;

  @trimmed @IsString() @Length(4, 500)
  legalBasis!: string;

  /** Months on the list, from the service of the decision on. */
  @IsInt() @Min(1) @Max(120)
  months!: number;

  /** What the public will read; personal data is masked. */
  @trimmed @IsString() @Length(10, 500)
  publicReason!: string;
}

export class ServeWatchPaperDto {
  @Matches(DAY, DAY_TEXT)
  servedOn!: string;

  @IsIn(SERVICE_METHODS)
  method!: ServiceMethod;

  @trimmed @IsString() @Length(2, 100)
  receivedBy!: string;

  /** Uploaded to the subject `watch-list`. None goes without. */
  @IsOptional() @IsUUID()
  proofFileId?: string;

  /** 送达地址确认书, for electronic service: the subject agreed to it. */
  @IsOptional() @IsUUID()
  consentFileId?: string;
}

export class PaperWatchStatementDto {
  @trimmed @IsString() @Length(4, 8000)
  statement!: string;

  @Matches(DAY, DAY_TEXT)
  receivedOn!: string;

  @IsBoolean()
  asksHearing!: boolean;
}

/** Without words, statement and hearing are given up. */
export class OwnWatchStatementDto {
  @IsOptional() @trimmed @IsString() @Length(4, 8000)
  statement?: string;
}

export class AnswerWatchStatementDto {
  @trimmed @IsString() @Length(10, 4000)
  answer!: string;
}

export class SetWatchHearingDto {
  @Matches(DAY, DAY_TEXT)
  notifiedOn!: string;

  @Matches(DAY, DAY_TEXT)
  heldOn!: string;

  @trimmed @IsString() @Length(2, 100)
  place!: string;

  @trimmed @IsString() @Length(2, 40)
  host!: string;
}

export class WatchHearingRecordDto {
  @trimmed @IsString() @Length(20, 20000)
  record!: string;
}

export class WatchDiscussionDto {
  @Matches(DAY, DAY_TEXT)
  heldOn!: string;

  @IsArray() @ArrayMinSize(3) @ArrayMaxSize(30) @ArrayUnique() @IsString({ each: true }) @Length(2, 40, { each: true })
  members!: string[];

  @trimmed @IsString() @Length(20, 20000)
  minutes!: string;

  @trimmed @IsString() @Length(4, 1000)
  conclusion!: string;
}

export class DecideWatchDto {
  /** Never longer than what was told. */
  @IsInt() @Min(1) @Max(120)
  months!: number;

  @trimmed @IsString() @Length(10, 4000)
  reasons!: string;

  /** What has to be done before removal can be granted. */
  @trimmed @IsString() @Length(10, 2000)
  exitConditions!: string;
}

export class ApplyWatchRemovalDto {
  @trimmed @IsString() @Length(20, 8000)
  statement!: string;

  /** Evidence, uploaded to the subject `watch-list-party`. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true })
  fileIds!: string[];
}

export class VerifyWatchRemovalDto {
  @IsIn(['met', 'not-met'])
  verdict!: 'met' | 'not-met';

  @trimmed @IsString() @Length(10, 4000)
  findings!: string;

  /** The day somebody was there. */
  @IsOptional() @Matches(DAY, DAY_TEXT)
  siteCheckedOn?: string;
}

export class WatchContestDto {
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

export class EndWatchContestDto {
  @Matches(DAY, DAY_TEXT)
  endedOn!: string;

  @IsIn(['upheld', 'withdrawn', 'changed', 'revoked'])
  outcome!: 'upheld' | 'withdrawn' | 'changed' | 'revoked';

  @trimmed @IsString() @Length(4, 1000)
  words!: string;

  /** Only for `changed`: the shorter term. */
  @IsOptional() @IsInt() @Min(1) @Max(120)
  changedMonths?: number;
}

export class AskWatchRevocationDto extends WatchReasonDto {
  @IsIn(REVOCATION_GROUNDS)
  ground!: RevocationGround;
}
