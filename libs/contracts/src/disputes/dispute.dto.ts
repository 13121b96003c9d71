import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import type { DisputeState } from './dispute.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const YUAN = /^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/;
const YUAN_TEXT = { message: '请填写大于 0 的金额，单位元，最多两位小数，例如 98000.00 | An amount in yuan above zero, at most two decimals, e.g. 98000.00' };

export class OpenDisputeDto {
  /** What is claimed and on what it rests. */
  @trimmed @IsString() @Length(10, 3000)
  claim!: string;

  /** The amount at issue, where there is one. */
  @IsOptional() @IsString() @Matches(YUAN, YUAN_TEXT)
  amountYuan?: string | null;
}

export class DisputeStatementDto {
  @trimmed @IsString() @Length(4, 5000)
  text!: string;

  /** Papers uploaded to the dispute before. */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true })
  fileIds!: string[];
}

export class ConcludeDisputeDto {
  @IsIn(['settled', 'failed'])
  outcome!: 'settled' | 'failed';

  /** What was agreed on, or why nothing was; both sides read it. */
  @trimmed @IsString() @Length(10, 5000)
  text!: string;

  /** Closes the contract at this amount in all; only what was ended, or accepted to its last part. */
  @IsOptional() @IsString() @Matches(/^\d{1,12}(\.\d{1,2})?$/, { message: '请填写不小于 0 的金额，单位元，最多两位小数 | An amount in yuan, not below zero, at most two decimals' })
  closesYuan?: string | null;
}

export class DisputeListQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'ended'])
  tab?: 'open' | 'ended';

  @IsOptional() @IsIn(['open', 'mediating', 'settled', 'failed', 'withdrawn'])
  state?: DisputeState;

  /** Fragment of number, title or a side, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['opened', '-opened'])
  sort?: 'opened' | '-opened';
}

export class DisputeExportQuery extends OmitType(DisputeListQuery, ['cursor', 'limit']) {}
