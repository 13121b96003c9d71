import { containsWords, decodeCursor, Db } from '@huanbao/platform';
import type { FirmListQuery } from '../dto/providers.dto';
import type { Requirement } from '../requirement';
import type { FirmItemView } from '../providers.view';

export type FirmRow = Omit<FirmItemView, 'score' | 'ratings' | 'confidence' | 'vetoedUntil'> & { readonly updatedAt: string; readonly free: number };

/** The firm's share of a list: services, kinds valid today, tasks in hand, integrity. `$1` is today. */
const FIRM = `
  SELECT p.firm_id AS "firmId", p.firm_name AS "firmName", p.intro, p.regions, p.capacity_tasks AS "capacityTasks", p.updated_at::text AS "updatedAt",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'stage', s.stage, 'title', s.title, 'serviceCode', s.service_code) ORDER BY s.stage, s.kind, s.title), '[]')
            FROM firm_service s WHERE s.firm_id = p.firm_id) AS services,
         (SELECT coalesce(array_agg(DISTINCT q.kind ORDER BY q.kind), '{}')
            FROM qualification q WHERE q.firm_id = p.firm_id AND q.state = 'verified' AND q.valid_from <= $1::date AND (q.valid_to IS NULL OR q.valid_to >= $1::date)) AS "qualificationKinds",
         open.n AS "openTasks", coalesce(p.capacity_tasks - open.n, -1) AS free,
         coalesce((SELECT CASE WHEN bool_or($1::date BETWEEN i.restricted_from AND i.restricted_until) THEN 'restricted'
                               WHEN bool_or($1::date BETWEEN i.warned_from AND i.warned_until) THEN 'warned' END
                     FROM firm_integrity i WHERE i.firm_id = p.firm_id), 'clear') AS integrity
    FROM firm_profile p CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM engagement e WHERE e.firm_id = p.firm_id AND e.ended_at IS NULL) open`;

const HOLDS = `EXISTS (SELECT 1 FROM qualification q WHERE q.firm_id = p.firm_id AND q.state = 'verified' AND q.valid_from <= $1::date AND (q.valid_to IS NULL OR q.valid_to >= $1::date)`;

/** One page of the register. The order is total, so that no firm is shown twice or left out. */
export function registerRows(db: Db, query: FirmListQuery, { today, limit }: { today: string; limit: number }): Promise<FirmRow[]> {
  const parameters: unknown[] = [today];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['p.listed'];
  if (query.q) where.push(containsWords(`p.firm_name || ' ' || p.intro`, given(query.q)));
  if (query.kind || query.stage || query.service) where.push(offers(query, given));
  if (query.region) where.push(`EXISTS (SELECT 1 FROM unnest(p.regions) r WHERE ${given(query.region)} LIKE r || '%')`);
  if (query.qualification) where.push(`${HOLDS} AND q.kind = ${given(query.qualification)})`);
  if (query.valid === 'true') where.push(`${HOLDS})`, `NOT EXISTS (SELECT 1 FROM firm_integrity i WHERE i.firm_id = p.firm_id AND $1::date BETWEEN i.restricted_from AND i.restricted_until)`);
  const order = orderOf(query, given);
  return db.query<FirmRow>(`${FIRM} WHERE ${[...where, ...order.after].join(' AND ')} ORDER BY ${order.by} LIMIT ${given(limit)}`, parameters);
}

/** The last value of each order, for the cursor. */
export const cursorOf = (sort: FirmListQuery['sort']) => (row: FirmRow): (string | number)[] => [sort === 'newest' ? row.updatedAt : sort === 'free' ? row.free : row.firmName, row.firmId];

export async function firmRows(db: Db, firmIds: readonly string[], today: string): Promise<FirmRow[]> {
  return db.query<FirmRow>(`${FIRM} WHERE p.listed AND p.firm_id = ANY($2::uuid[])`, [today, [...firmIds]]);
}

type Given = (value: unknown) => string;

function offers({ kind, stage, service }: FirmListQuery, given: Given): string {
  const parts = [...(kind ? [`s.kind = ${given(kind)}`] : []), ...(stage ? [`s.stage = ${given(stage)}`] : []), ...(service ? [`s.service_code = ${given(service)}`] : [])];
  return `EXISTS (SELECT 1 FROM firm_service s WHERE s.firm_id = p.firm_id AND ${parts.join(' AND ')})`;
}

function orderOf(query: FirmListQuery, given: Given): { by: string; after: string[] } {
  const cursor = decodeCursor(query.cursor, 2);
  const after = (key: string, type: string, direction: '<' | '>'): string[] => (cursor ? [`(${key}, p.firm_id) ${direction} (${given(cursor[0])}::${type}, ${given(cursor[1])}::uuid)`] : []);
  if (query.sort === 'newest') return { by: 'p.updated_at DESC, p.firm_id DESC', after: after('p.updated_at', 'timestamptz', '<') };
  if (query.sort === 'free') return { by: 'coalesce(p.capacity_tasks - open.n, -1) DESC, p.firm_id DESC', after: after('coalesce(p.capacity_tasks - open.n, -1)', 'int', '<') };
  const name = cursor ? [`(p.firm_name COLLATE "C", p.firm_id) > (${given(cursor[0])} COLLATE "C", ${given(cursor[1])}::uuid)`] : [];
  return { by: 'p.firm_name COLLATE "C", p.firm_id', after: name };
}

/** `$1` today, `$2` the requirement: every clause proved by a valid qualification, no restriction on one of its kinds. */
const FITS = `
  NOT EXISTS (SELECT 1 FROM jsonb_array_elements($2::jsonb) clause WHERE NOT EXISTS (
    SELECT 1 FROM qualification q, jsonb_array_elements(clause->'anyOf') o
     WHERE q.firm_id = p.firm_id AND q.kind = o->>'kind' AND q.state = 'verified' AND q.valid_from <= $1::date AND (q.valid_to IS NULL OR q.valid_to >= $1::date)
       AND (coalesce(jsonb_array_length(o->'scope'), 0) = 0 OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(o->'scope') w WHERE position(w IN q.scope) > 0))))
  AND NOT EXISTS (SELECT 1 FROM firm_integrity i WHERE i.firm_id = p.firm_id AND $1::date BETWEEN i.restricted_from AND i.restricted_until
    AND i.kinds && ARRAY(SELECT o->>'kind' FROM jsonb_array_elements($2::jsonb) c, jsonb_array_elements(c->'anyOf') o))`;

/** How many listed firms offer the service and could bid on it today. What names no catalogue service counts by kind and stage. */
export async function countFitting(db: Db, need: { requirement: Requirement; kind: string; stage: string; serviceCode: string; region: string | null }, today: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM firm_profile p WHERE p.listed
        AND EXISTS (SELECT 1 FROM firm_service s WHERE s.firm_id = p.firm_id AND (s.service_code = $3 OR (s.service_code IS NULL AND s.kind = $4 AND s.stage = $5)))
        AND ($6::text IS NULL OR EXISTS (SELECT 1 FROM unnest(p.regions) r WHERE $6 LIKE r || '%')) AND ${FITS}`,
    [today, JSON.stringify(need.requirement), need.serviceCode, need.kind, need.stage, need.region],
  );
  return row?.n ?? 0;
}
