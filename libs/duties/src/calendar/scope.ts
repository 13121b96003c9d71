import { Actor, ownRows } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { MATTER } from '../duties.policy';

/** Own rows, those of principals by mandate, those of the officer's region. `alias` has enterprise, site and region. */
export function scoped<T extends object>(query: SelectQueryBuilder<T>, actor: Actor, alias: string): SelectQueryBuilder<T> {
  if (actor.orgKind === 'bureau') return query.where(`${alias}.regionCode LIKE ANY (:regions)`, { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
  const { sql, values } = ownRows(actor, MATTER, { enterprise: `${alias}.enterprise_id`, site: `${alias}.site_id` });
  return query.where(sql(':own', ':given'), { own: values[0], given: values[1] });
}
