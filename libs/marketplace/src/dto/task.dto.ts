import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { LifeStage, ServiceKind } from '../marketplace.entity';

export const SERVICE_KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;
export const LIFE_STAGES = ['construction', 'operation', 'closure'] as const;
const YUAN = /^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/;
const YUAN_TEXT = { message: '请填写大于 0 的金额，单位元，最多两位小数，例如 98000.00 | An amount in yuan above zero, at most two decimals, e.g. 98000.00' };

/** A task as the enterprise writes it. */
export class TaskDto {
  /** Title, e.g. 石灰窑自行监测（2027年度）. */
  @IsString() @Length(4, 100)
  title!: string;

  @IsIn(SERVICE_KINDS)
  kind!: ServiceKind;

  @IsIn(LIFE_STAGES)
  stage!: LifeStage;

  /** What is to be done and why. */
  @IsString() @Length(10, 5000)
  description!: string;

  /** What the firm must bring or keep to. */
  @IsString() @MaxLength(5000)
  requirements!: string;

  /** What is handed over at the end, one line each. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @Length(2, 200, { each: true })
  deliverables!: string[];

  /** Kinds of qualification a bidder must hold (verified, unexpired). */
  @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @Length(1, 50, { each: true })
  requiredQualifications!: string[];

  /** Budget in yuan, or null when it is not given. */
  @IsOptional() @IsString() @Matches(YUAN, YUAN_TEXT)
  budgetYuan?: string | null;

  /** Days from award to delivery. */
  @IsInt() @Min(1) @Max(3650)
  durationDays!: number;

  /** The instant after which no bid is taken. */
  @IsISO8601({ strict: true, strictSeparator: true })
  bidDeadline!: string;

  /** Weight of the price in percent; the rest is the quality of the offer. */
  @IsInt() @Min(0) @Max(100)
  priceWeight!: number;
}

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
  /** Made in the browser of the enterprise; the private half stays there. */
  @IsObject() @ValidateNested() @Type(() => PublicKeyDto)
  openingPublicKey!: PublicKeyDto;
}

export class OpenTaskDto {
  /** `owner`: the enterprise's own key; `witness`: the bureau's recovery key. */
  @IsIn(['owner', 'witness'])
  holder!: 'owner' | 'witness';

  @IsObject() @ValidateNested() @Type(() => PrivateKeyDto)
  privateKey!: PrivateKeyDto;
}

export class ReasonDto {
  @IsString() @Length(4, 1000)
  reason!: string;
}

export class AwardDto {
  @IsUUID()
  bidId!: string;

  /** Why this bid; at least 10 characters when it is not the lowest. */
  @IsString() @MaxLength(1000)
  reason!: string;
}

export class DeliveryDto {
  /** What is handed over. */
  @IsString() @Length(4, 5000)
  summary!: string;

  /** Files uploaded to the task before. */
  @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true })
  fileIds!: string[];
}

export class ReviewDeliveryDto {
  @IsString() @Length(2, 2000)
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
  @IsString() @Length(2, 50)
  holderName!: string;

  @IsObject() @ValidateNested() @Type(() => PublicKeyDto)
  publicKey!: PublicKeyDto;
}

export const TASK_TABS = ['open', 'mine', 'bidding', 'all'] as const;
export const TASK_SORTS = ['newest', 'deadline'] as const;

export class TaskListQuery extends PageQuery {
  /** `open` takes bids now; `mine` of the own organisation or its principals; `bidding` the firm has bid on; `all` published. */
  @IsOptional() @IsIn(TASK_TABS)
  tab?: (typeof TASK_TABS)[number] = 'open';

  @IsOptional() @IsIn(SERVICE_KINDS)
  kind?: ServiceKind;

  @IsOptional() @IsIn(LIFE_STAGES)
  stage?: LifeStage;

  @IsOptional() @IsString() @MaxLength(20)
  state?: string;

  /** Fragment of title, number or enterprise, from two characters. */
  @IsOptional() @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(TASK_SORTS)
  sort?: (typeof TASK_SORTS)[number] = 'newest';
}

export class PublicTaskListQuery extends PageQuery {
  @IsOptional() @IsIn(SERVICE_KINDS)
  kind?: ServiceKind;

  @IsOptional() @IsIn(LIFE_STAGES)
  stage?: LifeStage;

  /** Only tasks that take bids now. */
  @IsOptional() @IsIn(['true', 'false'])
  open?: 'true' | 'false';

  @IsOptional() @IsString() @Length(2, 50)
  q?: string;
}
