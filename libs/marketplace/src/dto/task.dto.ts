import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { OmitType, PartialType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { QUALIFICATION_KINDS } from '@huanbao/providers';
import type { LifeStage, ServiceKind } from '../marketplace.entity';
import { Funds, FUNDS, Method, METHOD_NAMES, MOST_INVITED, Subject, SUBJECTS } from '../methods/methods';
import { TASK_STATES, TaskState } from '../task.flow';

export const SERVICE_KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;
export const LIFE_STAGES = ['construction', 'operation', 'closure'] as const;
/** Blank lines do not make a text; what people type is stored without the spaces around it. */
const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const trimmedAll = Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one)) : value));
/** A deadline without zone would be read in the zone of whichever machine answers. */
const ZONED = /(Z|[+-]\d{2}:?\d{2})$/;
const ZONED_TEXT = { message: '请填写带时区的截止时间，例如 2026-12-01T17:00:00+08:00 | A deadline with its time zone, e.g. 2026-12-01T17:00:00+08:00' };
const YUAN = /^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/;
const YUAN_TEXT = { message: '请填写大于 0 的金额，单位元，最多两位小数，例如 98000.00 | An amount in yuan above zero, at most two decimals, e.g. 98000.00' };

/** A task as the enterprise writes it. */
export class TaskDto {
  /** Title, e.g. 石灰窑自行监测（2027年度）. */
  @trimmed @IsString() @Length(4, 100)
  title!: string;

  @IsIn(SERVICE_KINDS)
  kind!: ServiceKind;

  @IsIn(LIFE_STAGES)
  stage!: LifeStage;

  /** What is to be done and why. */
  @trimmed @IsString() @Length(10, 5000)
  description!: string;

  /** What the firm must bring or keep to. */
  @trimmed @IsString() @MaxLength(5000)
  requirements!: string;

  /** What is handed over at the end, one line each. */
  @trimmedAll @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @Length(2, 200, { each: true })
  deliverables!: string[];

  /** Kinds of qualification a bidder must hold (verified, unexpired). */
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsIn(QUALIFICATION_KINDS, { each: true, message: '请从资质清单中选择 | Choose from the list of qualifications' })
  requiredQualifications!: string[];

  /** Service of the catalogue: what it requires of firms is added when the task is published. Null for what it does not know. */
  @IsOptional() @IsString() @Matches(/^[a-z][a-z0-9-]{2,59}$/, { message: '请从服务目录中选择 | Choose from the catalogue of services' })
  serviceCode?: string | null;

  /** Budget in yuan, or null when it is not given. */
  @IsOptional() @IsString() @Matches(YUAN, YUAN_TEXT)
  budgetYuan?: string | null;

  /** Days from award to delivery. */
  @IsInt() @Min(1) @Max(3650)
  durationDays!: number;

  /** The instant after which no bid is taken. */
  @IsISO8601({ strict: true, strictSeparator: true }, ZONED_TEXT) @Matches(ZONED, ZONED_TEXT)
  bidDeadline!: string;

  /** Weight of the price in percent; the rest is the quality of the offer. */
  @IsInt() @Min(0) @Max(100)
  priceWeight!: number;

  /** Method of procurement; an open one when left out. */
  @IsOptional() @IsIn(METHOD_NAMES)
  method?: Method;

  /** Whose money it is; a private enterprise's own when left out. */
  @IsOptional() @IsIn(Object.keys(FUNDS))
  funds?: Funds;

  /** What is bought, in the words of the law; services when left out. */
  @IsOptional() @IsIn(Object.keys(SUBJECTS))
  subject?: Subject;

  /** Number of the approval, where the law admits the method only with one. */
  @IsOptional() @trimmed @IsString() @Length(2, 100)
  approvalNumber?: string | null;

  /** Why this method, where the law wants a reason. */
  @IsOptional() @trimmed @IsString() @Length(4, 1000)
  approvalReason?: string | null;

  /** Bid bond in yuan; at most 2 % of the budget. Null for none. */
  @IsOptional() @IsString() @Matches(YUAN, YUAN_TEXT)
  bondYuan?: string | null;

  /** Firms of the register that are asked to bid; the whole list, replacing the former. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_INVITED) @ArrayUnique() @IsUUID(undefined, { each: true })
  invitedFirmIds?: string[];
}

/** What changes of a draft; what is left out stays. Only budget and service may be taken away by null. */
export class TaskChangesDto extends PartialType(TaskDto, { skipNullProperties: false }) {}

export class CreateTaskDto extends TaskDto {
  /** For a delegated firm: the enterprise it prepares the task for. An enterprise leaves it out. */
  @IsOptional() @IsUUID()
  enterpriseId?: string;
}

/** The public half of a P-256 key (RFC 7517). */
export class PublicKeyDto {
  @IsIn(['EC']) kty!: string;
  @IsIn(['P-256']) crv!: string;
  @IsString() @Matches(/^[A-Za-z0-9_-]{43}$/) x!: string;
  @IsString() @Matches(/^[A-Za-z0-9_-]{43}$/) y!: string;
}

export class PrivateKeyDto extends PublicKeyDto {
  @IsString() @Matches(/^[A-Za-z0-9_-]{43}$/) d!: string;
}

export class PublishTaskDto {
  /** Made in the browser of the enterprise; the private half stays there. A direct commission has no sealed bids and leaves it out. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => PublicKeyDto)
  openingPublicKey?: PublicKeyDto | null;
}

export class HandedShareDto {
  @IsUUID()
  bidId!: string;

  /** Base64; null where it does not unwrap. */
  @IsOptional() @IsString() @Matches(/^[A-Za-z0-9+/]{1,200}={0,2}$/)
  share?: string | null;
}

export class OpenTaskDto {
  /** `owner`: the enterprise; `witness`: the bureau's witness; `recovery`: the second office, where a share is lost. */
  @IsIn(['owner', 'witness', 'recovery'])
  holder!: 'owner' | 'witness' | 'recovery';

  /** The enterprise's key of this task; of tasks without shares also the witness's. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => PrivateKeyDto)
  privateKey?: PrivateKeyDto | null;

  /** What a holder of the bureau has unwrapped: one for each sealed bid in hand. */
  @IsOptional() @IsArray() @ArrayMaxSize(5000) @ValidateNested({ each: true }) @Type(() => HandedShareDto)
  shares?: HandedShareDto[] | null;
}

export class SealedSharesQuery {
  /** Whose shares: the witness's when left out. */
  @IsOptional() @IsIn(['witness', 'recovery'])
  holder?: 'witness' | 'recovery' = 'witness';
}

export class LostShareDto {
  @IsIn(['owner', 'witness', 'recovery'])
  holder!: 'owner' | 'witness' | 'recovery';

  /** How it was lost; all sides read it. */
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class TaskReasonDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class NoAwardDto extends TaskReasonDto {
  /** Where the law gives the judgement to a panel, the enterprise ends an opened procurement only by a decision it can name. */
  @IsOptional() @trimmed @IsString() @Length(4, 100)
  approvalNumber?: string;
}

export class AwardDto {
  @IsUUID()
  bidId!: string;

  /** Why this bid; at least 10 characters when it is not the lowest. */
  @trimmed @IsString() @MaxLength(1000)
  reason!: string;
}

export class DeliveryDto {
  /** What is handed over. */
  @trimmed @IsString() @Length(4, 5000)
  summary!: string;

  /** Files uploaded to the task before. */
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true })
  fileIds!: string[];

  /** The milestone of the contract this delivers, where there is a contract. */
  @IsOptional() @IsUUID()
  milestoneId?: string | null;
}

/** To accept: `standingReason` only where the firm's standing does not hold today. */
export class AcceptDeliveryDto {
  @trimmed @IsString() @Length(2, 2000)
  comment!: string;
  /** On what it rests that the work was done while the firm's qualification held. */
  @IsOptional() @trimmed @IsString() @Length(4, 1000)
  standingReason?: string;
}

export class ReviewDeliveryDto {
  @trimmed @IsString() @Length(2, 2000)
  comment!: string;
}

export class RatingDto {
  @IsInt() @Min(1) @Max(5) quality!: number;
  @IsInt() @Min(1) @Max(5) timeliness!: number;
  @IsInt() @Min(1) @Max(5) compliance!: number;
  @IsInt() @Min(1) @Max(5) service!: number;
  @IsInt() @Min(1) @Max(5) price!: number;
  @IsString() @MaxLength(1000)
  comment!: string;
}

export class WitnessKeyDto {
  /** `witness` takes part in every opening; `recovery` lies with a second office, for a lost share. */
  @IsOptional() @IsIn(['witness', 'recovery'])
  role?: 'witness' | 'recovery';

  @trimmed @IsString() @Length(2, 50)
  holderName!: string;

  @IsObject() @ValidateNested() @Type(() => PublicKeyDto)
  publicKey!: PublicKeyDto;
}

const TASK_STATE_NAMES = Object.keys(TASK_STATES);
export const TASK_TABS = ['open', 'invited', 'mine', 'bidding', 'all'] as const;
export const TASK_SORTS = ['newest', 'deadline', '-deadline'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

export class TaskListQuery extends PageQuery {
  /** `open` takes bids now; `mine` of the own organisation or its principals; `invited` the firm was asked to bid on; `bidding` the firm has bid on; `all` published. */
  @IsOptional() @IsIn(TASK_TABS)
  tab?: (typeof TASK_TABS)[number] = 'open';

  @IsOptional() @IsIn(SERVICE_KINDS)
  kind?: ServiceKind;

  @IsOptional() @IsIn(LIFE_STAGES)
  stage?: LifeStage;

  @IsOptional() @IsIn(TASK_STATE_NAMES)
  state?: TaskState;

  /** Fragment of title, number or enterprise, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(TASK_SORTS)
  sort?: TaskSort = 'newest';
}

/** Filters of the list whose rows go into the spreadsheet. */
export class TaskExportQuery extends OmitType(TaskListQuery, ['cursor', 'limit']) {}

export class PublicTaskListQuery extends PageQuery {
  @IsOptional() @IsIn(SERVICE_KINDS)
  kind?: ServiceKind;

  @IsOptional() @IsIn(LIFE_STAGES)
  stage?: LifeStage;

  /** Only tasks that take bids now. */
  @IsOptional() @IsIn(['true', 'false'])
  open?: 'true' | 'false';

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;
}
