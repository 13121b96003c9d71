import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** A year of evaluation with one enterprise on its list, whose report is being filled in, and an objection to it. */
export async function creditEvaluationRecords(db: Db, records: Walked[], { owner, entrusted }: { readonly owner: string; readonly entrusted: (who: Standing) => boolean }): Promise<void> {
  const one = async (sql: string, values: unknown[]): Promise<string> => ((await db.query<{ id: string }>(sql, values))[0] as { id: string }).id;
  const [columns] = await db.query<{ list: string }>(`SELECT string_agg(column_name, ', ') AS list FROM information_schema.columns WHERE table_name = 'case_record' AND is_generated = 'NEVER'`);
  const names = (columns?.list ?? '').split(', ');
  const year = await one(
    `INSERT INTO evaluation_year (id, year, region_code, as_of, state, report_until, check_until, review_until, publicity_days, publish_workdays, publish_by, schemes, legal_basis, opened_by, opened_by_name, opened_at, list_published_at)
     SELECT uuidv7(), 2014, region_code, '2014-12-31', 'running', '2015-02-15', '2015-03-05', '2015-03-20', 15, 5, '2015-04-30', '[{"key": "walk", "method": "points"}]', '走查', id, '走查', now(), now() FROM organisation WHERE id = $1 RETURNING id`, [owner]);
  const evaluation = await one(
    `INSERT INTO case_record (${names.join(', ')}) SELECT ${names.map(name => `copy.${name}`).join(', ')} FROM (SELECT * FROM case_record WHERE state = 'issued' ORDER BY id LIMIT 1) c,
       jsonb_populate_record(c::case_record, jsonb_build_object('id', uuidv7(), 'kind', 'credit-evaluation', 'number', 'PJ-2026-900001', 'state', 'reporting', 'holder', 'applicant', 'matter', 'credit', 'party_org_id', $1::text, 'site_id', NULL, 'closed_at', NULL, 'agent_org_id', NULL, 'agent_name', NULL, 'agent_mandate_id', NULL)) AS copy RETURNING id`, [owner]);
  const participant = await one(
    `INSERT INTO evaluation_participant (id, year_id, year, subject_id, subject_name, region_code, reasons, added_by_name, added_at, evaluation_id, search)
     SELECT uuidv7(), $2::uuid, 2014, id, name, region_code, '[{"rule": "hand", "words": "走查"}]', '走查', now(), $3::uuid, name FROM organisation WHERE id = $1 RETURNING id`, [owner, year, evaluation]);
  await db.query(
    `INSERT INTO credit_evaluation (id, year_id, year, participant_id, number, subject_id, subject_name, region_code, prefills, answers, voluntary, checks, voluntary_checks, search)
     SELECT $2::uuid, $3::uuid, 2014, $4::uuid, 'PJ-2026-900001', id, name, region_code, '{}', '{}', '[]', '{}', '{}', name FROM organisation WHERE id = $1`, [owner, evaluation, year, participant]);
  const objection = await one(`INSERT INTO credit_evaluation_objection (id, evaluation_id, number, side, by_name, words, made_at) VALUES (uuidv7(), $1, 'YP-2026-900001', 'enterprise', '走查', '走查', now()) RETURNING id`, [evaluation]);
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  const relations = (who: Standing): string[] => [...(who.orgId === owner ? ['own'] : []), ...(entrusted(who) ? ['delegated', ...who.verbs.map(verb => `delegated:${verb}`)] : []), ...here(who)];
  records.push(
    { name: 'year of evaluation', prefix: '/evaluation-years/:id', id: year, read: 'evaluation-year.read', relations: here },
    { name: 'enterprise on a list of evaluation', prefix: '/evaluation-participants/:id', id: participant, read: 'evaluation-year.read', relations: here },
    { name: 'annual evaluation', prefix: '/credit-evaluations/:id', id: evaluation, read: 'credit-evaluation.read', relations },
    { name: 'objection to an evaluation', prefix: '/credit-evaluation-objections/:id', id: objection, read: 'credit-evaluation.read', relations },
  );
}
