import { Actor, delegatedSights } from './actor';

/** Whose rows: a condition over two parameters, and their values. */
export interface OwnRows {
  /** @param own name of the parameter of the own organisation, e.g. `$1` or `:own` @param given of the mandates */
  readonly sql: (own: string, given: string) => string;
  readonly values: readonly [own: string | null, given: string];
}

/**
 * The relations `own` and `delegated` in SQL: own rows, and those of principals on the sites entrusted in this matter.
 * @param columns of the enterprise and of the site, e.g. `p.enterprise_id` and `p.site_id`
 */
export function ownRows(actor: Actor, matter: string, columns: { readonly enterprise: string; readonly site: string }): OwnRows {
  const { enterprise, site } = columns;
  return {
    // the first condition is for the index on the enterprise: through the second alone a million rows are read
    sql: (own, given) => `(${enterprise} = ANY (ARRAY(SELECT CAST(${own} AS uuid) UNION ALL SELECT "principalOrgId" FROM jsonb_to_recordset(CAST(${given} AS jsonb)) AS p("principalOrgId" uuid)))
      AND (${enterprise} = CAST(${own} AS uuid) OR EXISTS (
        SELECT 1 FROM jsonb_to_recordset(CAST(${given} AS jsonb)) AS m("principalOrgId" uuid, sites uuid[])
         WHERE m."principalOrgId" = ${enterprise} AND (m.sites IS NULL OR ${site} = ANY (m.sites)))))`,
    values: [actor.orgId, JSON.stringify(delegatedSights(actor, matter))],
  };
}
