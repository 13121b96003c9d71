import { Actor, delegatedSights } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { MATTER } from '../duties.policy';

/** Own rows, those of principals by mandate, those of the officer's region. `alias` has enterprise, site and region. */
export function scoped<T extends object>(query: SelectQueryBuilder<T>, actor: Actor, alias: string): SelectQueryBuilder<T> {
  if (actor.orgKind === 'bureau') return query.where(`${alias}.regionCode LIKE ANY (:regions)`, { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
  return query.where(
    `(${alias}.enterpriseId = :own OR EXISTS (SELECT 1 FROM jsonb_to_recordset(CAST(:given AS jsonb)) AS m("principalOrgId" uuid, sites uuid[])
       WHERE m."principalOrgId" = ${alias}.enterprise_id AND (m.sites IS NULL OR ${alias}.site_id = ANY (m.sites))))`,
    { own: actor.orgId, given: JSON.stringify(delegatedSights(actor, MATTER)) },
  );
}
