import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Funds, FUNDS, MOST_INVITED, Subject, SUBJECTS } from './methods';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const ZONED = /(Z|[+-]\d{2}:?\d{2})$/;
const ZONED_TEXT = { message: '请填写带时区的截止时间，例如 2026-12-01T17:00:00+08:00 | A deadline with its time zone, e.g. 2026-12-01T17:00:00+08:00' };
const YUAN = /^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/;
const YUAN_TEXT = { message: '请填写大于 0 的金额，单位元，最多两位小数，例如 98000.00 | An amount in yuan above zero, at most two decimals, e.g. 98000.00' };
const DAY_TEXT = { message: '请填写日期，例如 2026-12-01 | A day such as 2026-12-01' };

/** What the wizard knows: whose money, what is bought, for how much. */
export class MethodQuery {
  @IsIn(Object.keys(FUNDS))
  funds!: Funds;

  @IsIn(Object.keys(SUBJECTS))
  subject!: Subject;

  @IsOptional() @IsString() @Matches(YUAN, YUAN_TEXT)
  budgetYuan?: string;
}

export class ProlongDto {
  @IsISO8601({ strict: true, strictSeparator: true }, ZONED_TEXT) @Matches(ZONED, ZONED_TEXT)
  bidDeadline!: string;

  @trimmed @IsString() @Length(4, 1000)
  reason!: string;

  /** Further firms to ask, where firms are invited. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_INVITED) @ArrayUnique() @IsUUID(undefined, { each: true })
  invitedFirmIds?: string[];
}

export class ProceedDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;

  /** Where the law wants an approval. */
  @IsOptional() @trimmed @IsString() @Length(2, 100)
  approvalNumber?: string | null;
}

/** What changes of a published task; what is left out stays. */
export class AmendDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;

  @IsOptional() @trimmed @IsString() @Length(10, 5000)
  description?: string;

  @IsOptional() @trimmed @IsString() @MaxLength(5000)
  requirements?: string;

  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @Length(2, 200, { each: true })
  deliverables?: string[];

  @IsOptional() @IsInt() @Min(1) @Max(3650)
  durationDays?: number;

  /** Later than it is; moved further by itself where the law wants more time. */
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }, ZONED_TEXT) @Matches(ZONED, ZONED_TEXT)
  bidDeadline?: string;
}

export class AskDto {
  @trimmed @IsString() @Length(4, 2000)
  text!: string;

  /** An objection to the documents: bidding stops until it is answered. */
  @IsOptional() @IsBoolean()
  objection?: boolean;
}

export class AnswerDto {
  @trimmed @IsString() @Length(2, 4000)
  answer!: string;
}

export class TalkDto {
  @IsUUID()
  firmId!: string;

  /** What was discussed and agreed. Only this bidder, the enterprise and the bureau read it. */
  @trimmed @IsString() @Length(4, 5000)
  text!: string;
}

export class FinalRoundDto {
  @IsISO8601({ strict: true, strictSeparator: true }, ZONED_TEXT) @Matches(ZONED, ZONED_TEXT)
  bidDeadline!: string;

  /** What the final offers answer: for all bidders alike. */
  @trimmed @IsString() @Length(4, 2000)
  text!: string;

  /** Why to go on with fewer standing offers than the method needs. */
  @IsOptional() @trimmed @IsString() @Length(4, 1000)
  shortReason?: string;

  /** Where the law wants an approval for that. */
  @IsOptional() @trimmed @IsString() @Length(2, 100)
  approvalNumber?: string;
}

export class CounterOfferDto {
  @IsString() @Matches(YUAN, YUAN_TEXT)
  priceYuan!: string;

  @IsInt() @Min(1) @Max(3650)
  durationDays!: number;

  @trimmed @IsString() @MaxLength(2000)
  text!: string;
}

export class AcceptOfferDto {
  /** The offer that was shown. */
  @IsInt() @Min(1) @Max(1000)
  nth!: number;
}

export class PayBondDto {
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(/^\d{4}-\d{2}-\d{2}$/, DAY_TEXT)
  paidOn!: string;

  /** Number of the transfer or of the letter of guarantee. */
  @trimmed @IsString() @Length(2, 100)
  reference!: string;
}

export class ReturnBondDto {
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(/^\d{4}-\d{2}-\d{2}$/, DAY_TEXT)
  returnedOn!: string;
}
