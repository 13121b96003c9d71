import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** An application for repair and an appeal of the same enterprise, handed in. */
export async function creditRepairRecords(db: Db, records: Walked[], { owner, event, entrusted }: { readonly owner: string; readonly event: string; readonly entrusted: (who: Standing) => boolean }): Promise<void> {
  const [columns] = await db.query<{ list: string }>(`SELECT string_agg(column_name, ', ') AS list FROM information_schema.columns WHERE table_name = 'case_record' AND is_generated = 'NEVER'`);
  const names = (columns?.list ?? '').split(', ');
  const caseOf = async (kind: string, number: string): Promise<string> => {
    const [made] = await db.query<{ id: string }>(
      `INSERT INTO case_record (${names.join(', ')}) SELECT ${names.map(name => `copy.${name}`).join(', ')} FROM (SELECT * FROM case_record WHERE state = 'issued' ORDER BY id LIMIT 1) c,
         jsonb_populate_record(c::case_record, jsonb_build_object('id', uuidv7(), 'kind', $2::text, 'number', $3::text, 'state', 'submitted', 'holder', 'bureau.intake', 'matter', 'credit', 'party_org_id', $1::text, 'site_id', NULL, 'closed_at', NULL, 'agent_org_id', NULL, 'agent_name', NULL, 'agent_mandate_id', NULL)) AS copy RETURNING id`, [owner, kind, number]);
    return (made as { id: string }).id;
  };
  const about = (table: string, more: [string, string]): string => `INSERT INTO ${table} (id, number, subject_id, subject_name, subject_kind, region_code, event_id, event_key, event_type, event_title, severity, open, statement, electronic_service, created_at, submitted_at, search, ${more[0]})
    SELECT k.id, k.number, k.party_org_id, k.party_name, 'enterprise', k.region_code, $2::uuid, 'walk', 'fine', '走查', 'general', true, '走查', true, now(), now(), '走查', ${more[1]} FROM case_record k WHERE k.id = $1`;
  const repair = await caseOf('credit-repair', 'XF-2026-900001');
  await db.query(about('credit_repair', ['eligible_from', `'2026-01-01'`]), [repair, event]);
  const appeal = await caseOf('credit-appeal', 'XY-2026-900001');
  await db.query(about('credit_appeal', ['ground', `'wrong-facts'`]), [appeal, event]);
  const relations = (who: Standing): string[] => [...(who.orgId === owner ? ['own'] : []), ...(entrusted(who) ? ['delegated', ...who.verbs.map(verb => `delegated:${verb}`)] : []), ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : [])];
  records.push({ name: 'application for repair', prefix: '/credit-repairs/:id', id: repair, read: 'credit-repair.read', relations }, { name: 'appeal against an event', prefix: '/credit-appeals/:id', id: appeal, read: 'credit-appeal.read', relations });
}
