import { SERVICE_METHODS, type ServiceMethod } from '@huanbao/casework';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { DAY, DAY_TEXT, trimmed, YUAN, YUAN_TEXT } from './lists';
import { ANSWERINGS, EVIDENCE_KINDS, MEASURES, NO_PENALTY_GROUNDS } from './words';
import type { EvidenceKind, Measure, NoPenaltyGround, PointAnswering } from './words';

/** A clue and whom it points at: an enterprise or firm of the platform, or somebody outside by name and code. */
export class OpenPenaltyDto {
  @IsIn(['inspection', 'complaint', 'monitoring', 'referral'])
  clueKind!: 'inspection' | 'complaint' | 'monitoring' | 'referral';

  @trimmed @IsString() @Length(10, 4000)
  clueText!: string;

  @Matches(DAY, DAY_TEXT)
  discoveredOn!: string;

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

export class SubmitFilingDto {
  @trimmed @IsString() @Length(2, 60)
  violation!: string;

  @Matches(DAY, DAY_TEXT)
  conductFrom!: string;

  /** The last day of the conduct, or the day of discovery while it goes on. */
  @Matches(DAY, DAY_TEXT)
  conductTo!: string;

  /** It caused pollution or ecological damage: the limitation is longer. */
  @IsBoolean()
  hasConsequence!: boolean;

  /** Officers of the library, two or more. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsUUID(undefined, { each: true })
  investigatorIds!: string[];

  @trimmed @IsString() @Length(10, 2000)
  grounds!: string;
}

export class FilePenaltyDto {
  /** Only where the limitation is over. */
  @IsOptional() @trimmed @IsString() @Length(10, 1000)
  timeBarReason?: string;
}

export class PenaltyReasonDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class AskPenaltyExtensionDto extends PenaltyReasonDto {
  @IsInt() @Min(1) @Max(90)
  days!: number;
}

export class PenaltyAskedDto extends PenaltyReasonDto {
  @IsBoolean()
  approved!: boolean;
}

export class DecidePenaltyExtensionDto extends PenaltyAskedDto {}

export class PenaltyEvidenceDto {
  @IsIn(EVIDENCE_KINDS)
  kind!: EvidenceKind;

  @trimmed @IsString() @Length(2, 200)
  title!: string;

  @trimmed @IsString() @Length(2, 1000)
  proves!: string;

  @Matches(DAY, DAY_TEXT)
  obtainedOn!: string;

  /** A file that was uploaded to this case. */
  @IsOptional() @IsUUID()
  fileId?: string;
}

export class PenaltyDiscretionDto {
  /** Another law than that of the day of the conduct, by its first day; with `lawReason`. */
  @IsOptional() @Matches(DAY, DAY_TEXT)
  lawFrom?: string;

  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  lawReason?: string;

  /** Level by factor. */
  @IsOptional() @IsObject()
  levels?: Record<string, number>;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true })
  adjustments?: string[];
}

export class PenaltyProposalDto extends PenaltyDiscretionDto {
  @IsIn(['penalty', 'no-penalty'])
  kind!: 'penalty' | 'no-penalty';

  @IsOptional() @IsArray() @ArrayMaxSize(9) @ArrayUnique() @IsIn(MEASURES, { each: true })
  measures?: Measure[];

  @IsOptional() @Matches(YUAN, YUAN_TEXT)
  fineYuan?: string;

  @IsOptional() @Matches(YUAN, YUAN_TEXT)
  confiscateYuan?: string;

  /** Where the fine lies outside the computed range. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  outsideReason?: string;

  /** 减轻处罚: the circumstance, where the fine lies below the least of the law; with `mitigationReason`. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  mitigationGround?: string;

  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  mitigationReason?: string;

  @IsOptional() @IsIn(NO_PENALTY_GROUNDS)
  ground?: NoPenaltyGround;

  /** What is to be put right. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  correction?: string;
}

export class ConcludePenaltyDto {
  @trimmed @IsString() @Length(20, 6000)
  facts!: string;

  @ValidateNested() @Type(() => PenaltyProposalDto) @IsObject()
  proposal!: PenaltyProposalDto;
}

export class PenaltyWordsDto {
  @trimmed @IsString() @Length(4, 2000)
  words!: string;
}

export class ServePaperDto {
  /** The day it reached the party; of an announcement, the day it was put up. */
  @Matches(DAY, DAY_TEXT)
  servedOn!: string;

  @IsIn(SERVICE_METHODS)
  method!: ServiceMethod;

  @trimmed @IsString() @Length(1, 100)
  receivedBy!: string;

  /** 送达回证 or another proof, uploaded to this case. None goes without. */
  @IsOptional() @IsUUID()
  proofFileId?: string;

  /** 送达地址确认书, for electronic service: the party agreed to it. */
  @IsOptional() @IsUUID()
  consentFileId?: string;
}

export class PaperStatementDto {
  @trimmed @IsString() @Length(5, 6000)
  statement!: string;

  @Matches(DAY, DAY_TEXT)
  receivedOn!: string;

  @IsBoolean()
  asksHearing!: boolean;
}

export class OwnStatementDto {
  /** Left out: statement and hearing are given up. */
  @IsOptional() @trimmed @IsString() @Length(5, 6000)
  statement?: string;
}

export class StatementPointDto {
  @trimmed @IsString() @Length(2, 1000)
  point!: string;

  @IsIn(ANSWERINGS)
  answering!: PointAnswering;

  @trimmed @IsString() @Length(4, 2000)
  answer!: string;
}

export class AnswerPenaltyStatementDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => StatementPointDto)
  points!: StatementPointDto[];
}

export class HearingSetDto {
  @Matches(DAY, DAY_TEXT)
  notifiedOn!: string;

  @Matches(DAY, DAY_TEXT)
  heldOn!: string;

  @trimmed @IsString() @Length(2, 200)
  place!: string;

  /** Who presides; never an investigator. */
  @trimmed @IsString() @Length(2, 50)
  host!: string;
}

export class HearingRecordDto {
  @trimmed @IsString() @Length(20, 10000)
  record!: string;
}

export class PenaltyGoOnDto {
  /** To the legal review; without it straight to the decision, where the rules allow. */
  @IsBoolean()
  wantsReview!: boolean;
}

export class PenaltyDiscussionDto {
  @IsIn(['decision', 'extension'])
  about!: 'decision' | 'extension';

  @Matches(DAY, DAY_TEXT)
  heldOn!: string;

  @IsArray() @ArrayMinSize(3) @ArrayMaxSize(30) @ArrayUnique() @IsString({ each: true }) @Length(2, 50, { each: true })
  members!: string[];

  @trimmed @IsString() @Length(20, 10000)
  minutes!: string;

  @trimmed @IsString() @Length(4, 2000)
  conclusion!: string;
}

export class DecidePenaltyDto {
  @IsIn(['penalty', 'no-penalty'])
  kind!: 'penalty' | 'no-penalty';

  @IsOptional() @IsArray() @ArrayMaxSize(9) @ArrayUnique() @IsIn(MEASURES, { each: true })
  measures?: Measure[];

  @IsOptional() @Matches(YUAN, YUAN_TEXT)
  fineYuan?: string;

  @IsOptional() @Matches(YUAN, YUAN_TEXT)
  confiscateYuan?: string;

  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  outsideReason?: string;

  /** 减轻处罚, as in the proposal; only after a legal review and a discussion. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  mitigationGround?: string;

  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  mitigationReason?: string;

  @IsOptional() @IsIn(NO_PENALTY_GROUNDS)
  ground?: NoPenaltyGround;

  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  correction?: string;

  @trimmed @IsString() @Length(10, 4000)
  reasons!: string;
}
