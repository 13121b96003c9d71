import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { AppError } from './app-error';

/** Keyset paging of every list: `?limit=20&cursor=…`. The cursor is opaque and comes from the page before. */
export class PageQuery {
  /** Rows per page, 1–200. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200)
  limit?: number = 20;

  @IsOptional() @IsString() @MaxLength(500)
  cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  /** null on the last page. */
  readonly nextCursor: string | null;
}

/** Packs the sort keys of the last row into an opaque cursor. */
export function encodeCursor(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** @throws AppError `cursor` when the text is not a cursor of this list. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number | null)[] | undefined {
  if (!cursor) return undefined;
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(keys) && keys.length === length && keys.every(k => k === null || ['string', 'number'].includes(typeof k)))
      return keys as (string | number | null)[];
  } catch {
    // falls through to the one clear answer below
  }
  throw new AppError('invalid', 'cursor', { zh: '翻页位置已失效，请从第一页重新打开', en: 'This page position no longer holds. Start from the first page.' });
}

/** Cuts the extra row that was fetched to know whether there is a next page. Query with `limit + 1`. */
export function toPage<R, T>(rows: R[], limit: number, keysOf: (row: R) => readonly (string | number | null)[], view: (row: R) => T): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return { items: shown.map(view), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}
