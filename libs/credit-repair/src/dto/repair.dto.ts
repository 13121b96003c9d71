import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';

export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
export const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const DAY_TEXT = { message: '请填写日期，例如 2026-11-23 | A date such as 2026-11-23' };

export class OpenRepairDto {
  /** The event of the own ledger that is to be repaired. */
  @IsUUID() eventId!: string;
}

export class SubmitRepairDto {
  /** What was mended and performed. */
  @trimmed @IsString() @MaxLength(4000) statement!: string;
  /** The commitment was read and is made. */
  @IsBoolean() commitment!: boolean;
  /** Decisions may be served on this platform. */
  @IsBoolean() electronicService!: boolean;
}

export class CorrectRepairItemDto {
  /** `/statement` or `/proofs/<key>`. */
  @Matches(/^\/(statement|proofs\/[a-z]{1,20})$/) pointer!: string;
  @trimmed @IsString() @Length(4, 500) requirement!: string;
  /** Article or rule that asks for it. */
  @trimmed @IsString() @Length(2, 300) reason!: string;
}

export class CorrectRepairDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => CorrectRepairItemDto) items!: CorrectRepairItemDto[];
}

export class CreditReasonDto {
  @trimmed @IsString() @Length(4, 2000) reason!: string;
}

export class VerifyRepairDto {
  @IsIn(['mended', 'not-mended', 'false']) verdict!: 'mended' | 'not-mended' | 'false';
  /** What was looked at, and what it showed. */
  @trimmed @IsString() @Length(10, 4000) findings!: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY, DAY_TEXT) siteCheckedOn?: string | null;
  /** For `false`: what is untrue, and how it is known. */
  @IsOptional() @trimmed @IsString() @MaxLength(4000) falsehood?: string | null;
}

export class GrantRepairDto {
  @trimmed @IsString() @Length(4, 2000) reasons!: string;
}

export class RefuseRepairDto extends GrantRepairDto {
  /** The application is false, as the verification found: it goes into the ledger and keeps further ones away. */
  @IsBoolean() isFalse!: boolean;
}

export class ProposeWithdrawalDto {
  /** What is untrue in the papers, and how it is known. The party reads it. */
  @trimmed @IsString() @Length(10, 4000) falsehood!: string;
  /** A file of the application with the purpose `withdrawal-evidence`. */
  @IsUUID() evidenceFileId!: string;
}

export class StateWithdrawalDto {
  @trimmed @IsString() @Length(4, 4000) statement!: string;
}

export class DecideWithdrawalDto extends GrantRepairDto {
  @IsIn(['withdrawn', 'dropped']) verdict!: 'withdrawn' | 'dropped';
}
