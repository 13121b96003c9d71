import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { CONTRACT_STATES, ContractState } from '../contract.flow';
import { GROUNDS } from '../grounds';
import { MOST_MILESTONES, PAYABLE_ON, PayableOn } from '../terms/terms';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const trimmedAll = Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one)) : value));
const YUAN = /^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/;
const YUAN_TEXT = { message: '请填写大于 0 的金额，单位元，最多两位小数，例如 98000.00 | An amount in yuan above zero, at most two decimals, e.g. 98000.00' };
const NOT_NEGATIVE = /^\d{1,12}(\.\d{1,2})?$/;
const NOT_NEGATIVE_TEXT = { message: '请填写金额，单位元，最多两位小数；没有应付的填 0 | An amount in yuan, at most two decimals; 0 when nothing is owed' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_TEXT = { message: '请填写日期，例如 2026-12-01 | A date, e.g. 2026-12-01' };

export class BeginContractDto {
  /** The awarded task. */
  @IsUUID()
  taskId!: string;
}

export class MilestoneDto {
  /** Of a milestone that stays; a new one has none. */
  @IsOptional() @IsUUID()
  id?: string | null;

  @trimmed @IsString() @Length(2, 60)
  name!: string;

  @Matches(DAY, DAY_TEXT)
  dueOn!: string;

  @IsString() @Matches(YUAN, YUAN_TEXT)
  amountYuan!: string;

  /** `signing`: payable once both have signed; `acceptance`: once its delivery was accepted; `approval`: once the bureau has approved what it was used for, too. */
  @IsIn(PAYABLE_ON)
  payableOn!: PayableOn;

  /** What is handed over. */
  @trimmed @IsString() @Length(2, 500)
  deliverable!: string;
}

/** The terms, whole. */
export class ContractTermsDto {
  @IsString() @Matches(YUAN, YUAN_TEXT)
  priceYuan!: string;

  @Matches(DAY, DAY_TEXT)
  startsOn!: string;

  @IsInt() @Min(1) @Max(3650)
  durationDays!: number;

  @trimmed @IsString() @Length(10, 5000)
  scope!: string;

  @trimmedAll @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @Length(2, 200, { each: true })
  deliverables!: string[];

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_MILESTONES) @ValidateNested({ each: true }) @Type(() => MilestoneDto)
  milestones!: MilestoneDto[];

  @trimmed @IsString() @Length(4, 3000)
  acceptance!: string;

  @trimmed @IsString() @Length(4, 3000)
  confidentiality!: string;

  @trimmed @IsString() @Length(4, 3000)
  liability!: string;

  @trimmed @IsString() @Length(4, 3000)
  disputes!: string;

  @trimmed @IsString() @MaxLength(5000)
  other!: string;
}

export class ContractReasonDto {
  /** The other side reads it. */
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class SignContractDto {
  /** `online`: signed here; `paper`: the sealed paper was scanned and uploaded to the contract. */
  @IsIn(['online', 'paper'])
  way!: 'online' | 'paper';

  @IsOptional() @IsUUID()
  fileId?: string | null;
}

export class RecordPaymentDto {
  /** What is paid for; a refund by the firm names none. */
  @IsOptional() @IsUUID()
  milestoneId?: string | null;

  @IsString() @Matches(YUAN, YUAN_TEXT)
  amountYuan!: string;

  @Matches(DAY, DAY_TEXT)
  paidOn!: string;

  /** The voucher, uploaded to the contract before. */
  @IsUUID()
  fileId!: string;

  @IsOptional() @trimmed @IsString() @MaxLength(500)
  note?: string;
}

export class ProposeChangeDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;

  /** The terms as they shall be, whole; milestones that stay keep their id. */
  @ValidateNested() @Type(() => ContractTermsDto)
  terms!: ContractTermsDto;
}

export class ProposeTerminationDto {
  /** `agreement` asks the other side; `notice` ends it at once, on a ground of the law. */
  @IsIn(['agreement', 'notice'])
  way!: 'agreement' | 'notice';

  @IsOptional() @IsIn(Object.keys(GROUNDS))
  ground?: string | null;

  @trimmed @IsString() @Length(10, 1000)
  reason!: string;
}

export class ProposeSettlementDto {
  /** What is owed for the work in all, what was paid already included. */
  @IsString() @Matches(NOT_NEGATIVE, NOT_NEGATIVE_TEXT)
  dueYuan!: string;

  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class AnswerProposalDto {
  @IsOptional() @trimmed @IsString() @MaxLength(1000)
  comment?: string;
}

const STATES = Object.keys(CONTRACT_STATES);
export const CONTRACT_SORTS = ['due', '-due', 'awarded', '-awarded', 'price', '-price'] as const;

export class ContractListQuery extends PageQuery {
  /** `open`: to be signed, in force or to be settled; `ended`: the others. */
  @IsOptional() @IsIn(['open', 'ended'])
  tab?: 'open' | 'ended';

  @IsOptional() @IsIn(STATES)
  state?: ContractState;

  @IsOptional() @IsIn(['consulting', 'testing', 'engineering', 'disposal'])
  kind?: 'consulting' | 'testing' | 'engineering' | 'disposal';

  /** Only those whose day has passed. */
  @IsOptional() @IsIn(['true'])
  late?: 'true';

  /** The contract of one task. */
  @IsOptional() @IsUUID()
  taskId?: string;

  /** Fragment of number, title or the other side, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(CONTRACT_SORTS)
  sort?: (typeof CONTRACT_SORTS)[number];
}

export class ContractExportQuery extends OmitType(ContractListQuery, ['cursor', 'limit']) {}
