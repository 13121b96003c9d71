import { Actor, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

interface Keyset<R, T> {
  readonly actor?: Actor;
  /** Column that the list is sorted by, and its type. */
  readonly key: { readonly sql: string; readonly type: string; readonly of: (row: R) => string };
  readonly isDown: boolean;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly view: (row: R) => T;
}

/** One page of a list in keyset order; the id decides between equals. */
export async function pageOf<R extends ObjectLiteral & { readonly id: string }, T>(rows: SelectQueryBuilder<R>, { key, isDown, limit, cursor, view }: Keyset<R, T>): Promise<Page<T>> {
  const id = `${rows.alias}.id`;
  const after = decodeCursor(cursor, 2);
  if (after) rows.andWhere(`(${key.sql}, ${id}) ${isDown ? '<' : '>'} (CAST(:at AS ${key.type}), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
  rows.orderBy(key.sql, isDown ? 'DESC' : 'ASC').addOrderBy(id, isDown ? 'DESC' : 'ASC').limit(limit + 1);
  return toPage(await rows.getMany(), limit, row => [key.of(row), row.id], view);
}

/** Rows of the actor's own side: the firm's, or the enterprise's. */
export const ownSide = (actor: Actor, alias: string): string => (actor.orgKind === 'firm' ? `${alias}.firmId = :own` : `${alias}.enterpriseId = :own`);

/** SQL: the retainer runs, and the enterprise is cared for under it. @param retainer, enterprise columns or parameters */
export const isServed = (retainer: string, enterprise: string): string =>
  `EXISTS (SELECT 1 FROM retainer r JOIN retainer_member m ON m.retainer_id = r.id WHERE r.id = ${retainer} AND r.state = 'active' AND m.enterprise_id = ${enterprise} AND m.state = 'consented')`;
