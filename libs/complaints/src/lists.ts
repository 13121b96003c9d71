import { Actor, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

interface Keyset<R, T> {
  readonly key: { readonly sql: string; readonly type: string; readonly of: (row: R) => string };
  readonly isDown: boolean;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly view: (row: R) => T;
  /** Brings what was read up to date, all of a page at once. */
  readonly refresh?: (rows: readonly R[]) => Promise<void>;
}

/** One page of a list in keyset order; the id decides between equals. */
export async function pageOf<R extends ObjectLiteral & { readonly id: string }, T>(rows: SelectQueryBuilder<R>, { key, isDown, limit, cursor, view, refresh }: Keyset<R, T>): Promise<Page<T>> {
  const id = `${rows.alias}.id`;
  const after = decodeCursor(cursor, 2);
  if (after) rows.andWhere(`(${key.sql}, ${id}) ${isDown ? '<' : '>'} (CAST(:at AS ${key.type}), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
  rows.orderBy(key.sql, isDown ? 'DESC' : 'ASC').addOrderBy(id, isDown ? 'DESC' : 'ASC').limit(limit + 1);
  const found = await rows.getMany();
  await refresh?.(found);
  return toPage(found, limit, row => [key.of(row), row.id], view);
}

/** Patterns of the regions an officer looks after. */
export const regionsOf = (actor: Actor): string[] => actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`);
