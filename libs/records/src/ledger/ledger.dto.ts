import { applyDecorators } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { ArrayMinSize, IsArray, IsBoolean, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { RECORD_SORTS, type RecordSort } from '../access/record-order';
import { LEDGER_KINDS, type LedgerKind } from './template';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A day that exists, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator => applyDecorators(IsDateString({ strict: true }), Length(10, 10));

export class EntryDto {
  /** Item of the ledger, e.g. `facility-operation:MF0001`. */
  @IsString() @MaxLength(120)
  itemKey!: string;

  /** Civil day the entry is about. */
  @IsString() @MaxLength(10)
  businessDate!: string;

  /** 1–4, for items entered shift by shift. */
  @IsOptional() @IsInt()
  shift?: number;

  /** Your own id of the row: sent again, nothing is entered twice. */
  @IsOptional() @IsString() @MaxLength(100)
  externalId?: string;

  /** By the fields of the item; decimals as text. */
  @IsObject()
  data!: Record<string, unknown>;
}

export class EntryBatchDto {
  /** 1–1,000 rows like a single entry. Each is judged on its own: good rows are entered though others are refused. */
  @IsArray() @ArrayMinSize(1)
  rows!: unknown[];
}

export class CorrectEntryDto {
  /** The whole content as it should have been. Leave it out with `voided`. */
  @IsOptional() @IsObject()
  data?: Record<string, unknown>;

  /** The entry should not be there at all. */
  @IsOptional() @IsBoolean()
  voided?: boolean;

  /** Shown beside the old entry for good. */
  @trimmed @IsString() @Length(4, 300)
  reason!: string;
}

export class EntryListDto extends PageQuery {
  @IsOptional() @IsIn(LEDGER_KINDS)
  kind?: LedgerKind;

  @IsOptional() @IsString() @MaxLength(120)
  itemKey?: string;

  @IsOptional() @IsDay()
  from?: string;

  @IsOptional() @IsDay()
  to?: string;

  @IsOptional() @IsIn(['form', 'excel', 'api'])
  source?: 'form' | 'excel' | 'api';

  /** `late`: entered more than a day after; `corrected`: corrections and what they replaced. */
  @IsOptional() @IsIn(['late', 'corrected'])
  only?: 'late' | 'corrected';

  /** Part of a title or of a text in the entry. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  /** By the day it is about or by the moment it was entered, with `-` the latest first; `-day` when left out. */
  @IsOptional() @IsIn(RECORD_SORTS)
  sort?: RecordSort;
}

export class EntryExportDto extends OmitType(EntryListDto, ['cursor', 'limit']) {}

export class DayDto {
  /** Today when left out. */
  @IsOptional() @IsDay()
  on?: string;
}

export class ItemDto {
  /** Item of the ledger, e.g. `facility-operation:MF0001`. */
  @IsString() @MaxLength(120)
  itemKey!: string;
}

export class MonthDto {
  /** `YYYY-MM`; this month when left out. */
  @IsOptional() @Matches(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  month?: string;
}
