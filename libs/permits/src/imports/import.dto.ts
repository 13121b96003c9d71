import { OmitType } from '@nestjs/swagger';
import { IsDateString, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';

export const IMPORT_SORTS = ['createdAt', '-createdAt', 'name', '-name', 'sourceOn', '-sourceOn', 'rowsTotal', '-rowsTotal', 'refused', '-refused'] as const;

export class UploadListQuery {
  /** The day on which the list was exported from the national platform. */
  @IsDateString({ strict: true }) @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写日期，例如 2026-11-24 | Enter a day, e.g. 2026-11-24.' })
  sourceOn!: string;
}

export class ImportListQuery extends PageQuery {
  @IsOptional() @IsIn(['judging', 'unreadable', 'judged', 'applying', 'applied', 'undoing', 'undone', 'discarded'])
  state?: string;
  /** Fragment of the file's name or of who sent it. */
  @IsOptional() @IsString() @Length(1, 50) q?: string;
  /** The newest first when left out. */
  @IsOptional() @IsIn(IMPORT_SORTS) sort?: (typeof IMPORT_SORTS)[number];
}

export class ImportExportQuery extends OmitType(ImportListQuery, ['cursor', 'limit']) {}

export class ImportRowsQuery extends PageQuery {
  @IsOptional() @IsIn(['new', 'changed', 'same', 'refused']) kind?: 'new' | 'changed' | 'same' | 'refused';
  /** Fragment of the number or of the enterprise's name. */
  @IsOptional() @IsString() @Length(2, 50) q?: string;
}

export class ApplyListDto {
  /** `all`: the whole list, only when nothing was refused; `good`: the refused lines are left out. */
  @IsIn(['all', 'good']) mode!: 'all' | 'good';
}

export class UndoListDto {
  /** Why it is taken back; kept in the audit. */
  @IsString() @Length(4, 500) reason!: string;
}
