import { type Actor, ownRows, regionsOf } from '@huanbao/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { MATTER } from '../records.policy';

/** Own rows, those of principals by mandate, those of the officer's region. `alias` has enterprise, site and region. */
export function scoped<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, actor: Actor, alias: string): SelectQueryBuilder<T> {
  if (actor.orgKind === 'bureau') return query.where(`${alias}.regionCode LIKE ANY (:regions)`, { regions: regionsOf(actor) });
  const { sql, values } = ownRows(actor, MATTER, { enterprise: `${alias}.enterprise_id`, site: `${alias}.site_id` });
  return query.where(sql(':own', ':given'), { own: values[0], given: values[1] });
}
