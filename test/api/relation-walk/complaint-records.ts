import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** A complaint of the region of a case that is there, and a row of the routing table. */
export async function complaintRecords(db: Db, records: Walked[], issuedCaseId: string): Promise<void> {
  const one = async (sql: string, parameters: unknown[]): Promise<string> => ((await db.query<{ id: string }>(sql, parameters))[0] as { id: string }).id;
  const [columns] = await db.query<{ list: string }>(`SELECT string_agg(column_name, ', ') AS list FROM information_schema.columns WHERE table_name = 'case_record' AND is_generated = 'NEVER'`);
  const names = (columns?.list ?? '').split(', ');
  const id = await one(
    `INSERT INTO case_record (${names.join(', ')}) SELECT ${names.map(name => `copy.${name}`).join(', ')} FROM case_record c,
       jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'kind', 'complaint', 'number', 'JB-2026-900001', 'state', 'received', 'holder', 'bureau.intake', 'closed_at', NULL, 'party_org_id', '00000000-0000-0000-0000-000000000000')) AS copy WHERE c.id = $1 RETURNING id`,
    [issuedCaseId]);
  await db.query(
    `INSERT INTO complaint (id, number, channel, region_code, subject, place, what, is_named, has_phone, wants_reply, received_at, search)
     SELECT id, number, 'web', region_code, 'odour', '走查地点', '走查时写的', false, false, false, now(), '走查' FROM case_record WHERE id = $1`, [id]);
  const route = await one(
    `INSERT INTO complaint_route (region_code, place_words, kind, unit, basis, effective_from, set_by_name, set_at) SELECT region_code, '{}', 'own', '走查', '走查', '2026-01-01', '走查', now() FROM case_record WHERE id = $1 RETURNING id`, [id]);
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  const decided = await one(
    `INSERT INTO complaint_dispute (complaint_id, handled_id, round, level, reason, stated_at, state, decision_reason, decided_at, decided_by, decided_by_name) VALUES ($1, $1, 0, 'first', '走查', now(), 'upheld', '走查', now(), uuidv7(), '走查') RETURNING handled_id AS id`, [id]);
  records.push({ name: 'complaint that somebody else decided', prefix: '/decided-complaints/:id', id: decided, read: 'decided-complaint.read', relations: () => [] });
  records.push({ name: 'complaint', prefix: '/complaints/:id', id, read: 'complaint.read', relations: here }, { name: 'route of complaints', prefix: '/complaint-routes/:id', id: route, read: 'complaint-route.read', relations: here });
}
