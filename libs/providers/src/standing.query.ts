import type { Db } from '@huanbao/platform';
import type { Restriction, Standing } from './eligibility';
import type { HeldQualification } from './requirement';

interface Row {
  readonly active: boolean;
  readonly hasProfile: boolean;
  readonly qualifications: readonly HeldQualification[];
  readonly restrictions: readonly Restriction[];
}

const QUALIFICATIONS = `SELECT coalesce(json_agg(json_build_object('kind', q.kind, 'state', q.state, 'scope', q.scope, 'validFrom', q.valid_from, 'validTo', q.valid_to)), '[]') FROM qualification q WHERE q.firm_id = $1`;
const RESTRICTIONS = `
  SELECT coalesce(json_agg(json_build_object('nameZh', r.name_zh, 'nameEn', r.name_en, 'kinds', r.kinds, 'from', r.restricted_from, 'until', r.restricted_until)), '[]')
    FROM (SELECT DISTINCT ON (i.domain) coalesce(d.name_zh, i.domain) AS name_zh, coalesce(d.name_en, i.domain) AS name_en, i.kinds, i.restricted_from, i.restricted_until
            FROM firm_integrity i LEFT JOIN integrity_domain d ON d.code = i.domain WHERE i.firm_id = $1 AND i.restricted_from IS NOT NULL ORDER BY i.domain, d.effective_from DESC) r`;
const SQL = `
  SELECT EXISTS (SELECT 1 FROM organisation o WHERE o.id = $1 AND o.kind = 'firm' AND o.status = 'active') AS active,
         EXISTS (SELECT 1 FROM firm_profile p WHERE p.firm_id = $1) AS "hasProfile", (${QUALIFICATIONS}) AS qualifications, (${RESTRICTIONS}) AS restrictions`;

/** What the right to bid hangs on, in one trip: 500 firms ask it in the last minute before a deadline. */
export async function standingFor(db: Db, firmId: string): Promise<Standing> {
  const [row] = await db.prepared<Row>('firm-standing', SQL, [firmId]);
  if (!row) throw new Error('a question for one row was answered with none');
  const { active, ...held } = row;
  return { organisationActive: active, ...held };
}
