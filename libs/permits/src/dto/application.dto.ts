import { PageQuery } from '@huanbao/platform';
import { Transform, Type } from 'class-transformer';
import { Allow, ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { SECTION_KEYS, type SectionKey } from '../form/field';
import { BUSINESS_TYPE_KEYS, type BusinessType } from '../life/business-types';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class CreateApplicationDto {
  /** For a firm: the enterprise it acts for. An enterprise leaves it out. */
  @IsOptional() @IsUUID()
  enterpriseId?: string;

  /** One of the enterprise's sites. */
  @IsOptional() @IsUUID()
  siteId?: string;

  /** Instead of `siteId`: its number, 1 for the first site; a new number registers a new site. Further sites apply on their own (排污许可管理条例 art. 6). */
  @IsOptional() @IsInt() @Min(1) @Max(999)
  siteSequence?: number;

  @IsOptional() @trimmed @IsString() @MaxLength(100)
  siteName?: string;
}

export class BeginApplicationDto extends CreateApplicationDto {
  /** 首次申请 when left out. */
  @IsOptional() @IsIn(BUSINESS_TYPE_KEYS)
  businessType?: BusinessType;

  /** Which of the cases of the type it is: keys of its `triggers`. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @MaxLength(40, { each: true })
  triggers?: string[];

  /** When it happened, `YYYY-MM-DD`: for cases with a number of days. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  occurredOn?: string;
}

export class ChangeTypeDto {
  /** What a draft of a change, an adjustment or a renewal becomes. */
  @IsIn(['reapply'])
  businessType!: 'reapply';

  /** Which of its cases it is. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsString({ each: true }) @MaxLength(40, { each: true })
  triggers!: string[];
}

export class StandingDto {
  /** One of the sites of the enterprise, or of one that entrusted the firm with preparing. */
  @IsUUID()
  siteId!: string;
}

export class ApplicationListDto extends PageQuery {
  /** State of the procedure, e.g. `correcting`. */
  @IsOptional() @IsString() @MaxLength(40)
  state?: string;

  @IsOptional() @IsIn(BUSINESS_TYPE_KEYS)
  businessType?: BusinessType;

  @IsOptional() @IsIn(['key', 'simplified'])
  category?: 'key' | 'simplified';

  /** The newest first when left out; by days left, fewest or most first. */
  @IsOptional() @IsIn(['remaining', '-remaining'])
  sort?: 'remaining' | '-remaining';

  @IsOptional() @IsIn(['true', 'false'])
  open?: 'true' | 'false';

  /** Part of the name of the enterprise or the site, or of the number. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;
}

export class CellDto {
  /** Within the section: `/outlets/3/heightM`; `/outlets/-` appends a row. */
  @IsString() @MaxLength(200)
  pointer!: string;

  /** null empties the cell, or removes the row. */
  @Allow()
  value?: unknown;
}

export class SaveSectionDto {
  /** Whole fields; null empties one, what is absent stays. */
  @IsOptional() @IsObject()
  data?: Record<string, unknown>;

  /** Single cells of large tables. */
  @IsOptional() @IsArray() @ArrayMaxSize(5000) @ValidateNested({ each: true }) @Type(() => CellDto)
  cells?: CellDto[];
}

export class CompleteSectionDto {
  /** 本节是否填写完成？ */
  @IsBoolean()
  done!: boolean;
}

export class CopyAttachmentsDto {
  /** An earlier application of the same enterprise. */
  @IsUUID()
  fromApplicationId!: string;
}

export class SubmitApplicationDto {
  /** The letter of commitment was read and ticked. For submitting not needed when it has been signed for this content. */
  @IsBoolean()
  commitment!: boolean;
}

export class WithdrawDto {
  /** Why; not needed for a draft. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  reason?: string;
}

export class CorrectionItemDto {
  /** `/air-outlets/outlets/0/heightM`, a row, a table or a section. */
  @IsString() @MaxLength(200)
  pointer!: string;

  /** What to do. */
  @trimmed @IsString() @MinLength(2) @MaxLength(1000)
  requirement!: string;

  /** The article or standard that asks for it. */
  @trimmed @IsString() @MinLength(2) @MaxLength(500)
  reason!: string;
}

export class RequestCorrectionDto {
  /** Everything that needs correction, all at once. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => CorrectionItemDto)
  items!: CorrectionItemDto[];

  /** A supervisor's reason for asking again about unchanged content. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  supervisorReason?: string;
}

export class RejectIntakeDto {
  @trimmed @IsString() @MinLength(5) @MaxLength(2000)
  reason!: string;
}

export class OpinionDto {
  @IsIn([...SECTION_KEYS, 'overall'])
  section!: SectionKey | 'overall';

  @IsIn(['agree', 'object'])
  verdict!: 'agree' | 'object';

  @trimmed @IsString() @MinLength(2) @MaxLength(4000)
  text!: string;
}

export class ConditionDto {
  /** project, standards, technology or monitoring. */
  @IsIn(['project', 'standards', 'technology', 'monitoring'])
  key!: string;

  @IsBoolean()
  met!: boolean;

  /** On what the judgement rests, or what is not met. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  comment?: string;
}

export class DecideDto {
  @IsIn(['grant', 'send-back'])
  outcome!: 'grant' | 'send-back';

  /** The four conditions of 排污许可管理条例 art. 11, each judged. Not needed for sending back. */
  @IsOptional() @IsArray() @ArrayMaxSize(4) @ValidateNested({ each: true }) @Type(() => ConditionDto)
  conditions?: ConditionDto[];

  @trimmed @IsString() @MinLength(2) @MaxLength(4000)
  reasons!: string;
}

export class ProposeRefusalDto {
  /** Each judged; at least one not met, with its reason. */
  @IsArray() @ArrayMaxSize(4) @ValidateNested({ each: true }) @Type(() => ConditionDto)
  conditions!: ConditionDto[];

  @trimmed @IsString() @MinLength(5) @MaxLength(4000)
  reasons!: string;

  /** Days for the applicant's statement, from the service of the notice, in the unit of the dated row; those of that row when left out, never under its least. */
  @IsOptional() @IsInt() @Min(1) @Max(60)
  statementDays?: number;

  /** It touches great interests between the applicant and others: the notice offers a hearing (行政许可法 第四十七条). */
  @IsOptional() @IsBoolean()
  hearing?: boolean;
}

export class SettleRefusalDto {
  @IsIn(['approve', 'drop'])
  outcome!: 'approve' | 'drop';

  @trimmed @IsString() @MinLength(2) @MaxLength(4000)
  reasons!: string;
}

export class IssueDto {
  /** From the national platform, 22 characters; left out where numbers are allocated here. */
  @IsOptional() @trimmed @IsString() @MaxLength(60)
  number?: string;
}

export class LatestReviewDto {
  /** Only what was found in this section. */
  @IsOptional() @IsIn(SECTION_KEYS)
  section?: SectionKey;
}

export class ContestDto {
  /** Why it is no error; left out, the word is taken back. */
  @IsOptional() @trimmed @IsString() @Length(4, 1000)
  reason?: string;
}

export class DispositionDto {
  @IsIn(['accepted', 'overruled'])
  disposition!: 'accepted' | 'overruled';

  /** Needed for overruling. */
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  reason?: string;
}
