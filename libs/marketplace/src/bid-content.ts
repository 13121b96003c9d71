import { plainToInstance, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested, validateSync } from 'class-validator';
import Decimal from 'decimal.js';

const MEDIA_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
];

/** A file inside a sealed bid. */
export class BidAttachment {
  @IsString() @Length(1, 200)
  name!: string;
  @IsIn(MEDIA_TYPES)
  mediaType!: string;
  @IsString() @Matches(/^[A-Za-z0-9+/]*={0,2}$/)
  base64!: string;
}

/** What a bidder offers: the content of the envelope. The server sees it only at the opening. */
export class BidContent {
  /** Total price in yuan, at most two decimals, above zero. */
  @IsString() @Matches(/^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/)
  priceYuan!: string;

  /** Days from the award to the delivery. */
  @IsInt() @Min(1) @Max(3650)
  durationDays!: number;

  @IsString() @MaxLength(20_000)
  proposal!: string;

  /** Who will answer for the work: a responsible engineer the firm has registered. */
  @IsOptional() @IsUUID()
  engineerId?: string | null;

  @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => BidAttachment)
  attachments!: BidAttachment[];
}

export type ParsedContent = { readonly ok: true; readonly content: BidContent } | { readonly ok: false; readonly problem: string };

/** Reads an opened envelope. Content that does not fit the form makes the bid unreadable; it never stops the opening. */
export function parseBidContent(bytes: Uint8Array): ParsedContent {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, problem: 'not JSON in UTF-8' };
  }
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return { ok: false, problem: 'not an object' };
  const content = plainToInstance(BidContent, raw);
  const errors = validateSync(content, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) return { ok: false, problem: `fields do not fit: ${errors.map(e => e.property).join(', ')}` };
  return { ok: true, content };
}

/** A price a thousand times below or a hundred times above the budget: 万元 was probably taken for 元, or the reverse. */
export function isUnitSuspect(priceYuan: string, budgetYuan: string | null): boolean {
  if (budgetYuan === null) return false;
  const price = new Decimal(priceYuan);
  const budget = new Decimal(budgetYuan);
  return price.times(1000).lt(budget) || price.gt(budget.times(100));
}

/** Whether `chosen` is not above any of the other prices. */
export function isLowest(chosen: string, others: readonly string[]): boolean {
  return others.every(other => new Decimal(chosen).lte(other));
}
