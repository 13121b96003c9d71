import { Transform } from 'class-transformer';
import { Actor, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const DAY_TEXT = { message: '请填写日期，例如 2026-12-01 | A date, e.g. 2026-12-01' };

interface Keyset<R, T> {
  readonly key: { readonly sql: string; readonly type: string; readonly of: (row: R) => string };
  readonly isDown: boolean;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
  readonly view: (row: R) => T;
}

/** One page of a list in keyset order; the id decides between equals. */
export async function pageOf<R extends ObjectLiteral & { readonly id: string }, T>(rows: SelectQueryBuilder<R>, { key, isDown, limit = 20, cursor, view }: Keyset<R, T>): Promise<Page<T>> {
  const id = `${rows.alias}.id`;
  const after = decodeCursor(cursor, 2);
  if (after) rows.andWhere(`(${key.sql}, ${id}) ${isDown ? '<' : '>'} (CAST(:at AS ${key.type}), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
  rows.orderBy(key.sql, isDown ? 'DESC' : 'ASC').addOrderBy(id, isDown ? 'DESC' : 'ASC').limit(limit + 1);
  return toPage(await rows.getMany(), limit, row => [key.of(row), row.id], view);
}

/** Patterns of the regions an officer looks after. */
export const regionsOf = (actor: Actor): string[] => actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`);
