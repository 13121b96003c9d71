import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import { creditEvaluationRecords } from './credit-evaluation-records';
import { creditRepairRecords } from './credit-repair-records';
import type { Standing } from './standings';

/** An enterprise's credit, an event and an entry of it, a scheme and a run over everybody. */
export async function creditRecords(db: Db, { records, owner, entrusted }: { readonly records: Walked[]; readonly owner: string; readonly entrusted: (who: Standing) => boolean }): Promise<void> {
  const one = async (sql: string): Promise<string> => ((await db.query<{ id: string }>(sql, [owner]))[0] as { id: string }).id;
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  const relations = (who: Standing): string[] => [...(who.orgId === owner ? ['own'] : []), ...(entrusted(who) ? ['delegated'] : []), ...here(who)];
  const event = await one(
    `INSERT INTO credit_event (id, key, subject_id, type, severity, title, facts, legal_basis, source_type, occurred_on, valid_from, recorded_at, recorded_by, recorded_by_name)
     VALUES (uuidv7(), 'walk', $1, 'fine', 'general', '走查', '走查', '走查', 'walk', '2026-01-01', '2026-01-01', now(), $1, '走查') RETURNING id`);
  const entry = await one(
    `INSERT INTO credit_entry (id, kind, subject_id, subject_name, region_code, type, severity, content, state, proposed_by, proposed_by_name, proposed_at, version)
     SELECT uuidv7(), 'record', id, name, region_code, 'crime', 'serious', '{"title": "走查"}', 'proposed', id, '走查', now(), 1 FROM organisation WHERE id = $1 RETURNING id`);
  const run = await one(`INSERT INTO credit_run (id, kind, region_code, days, state, total, done, moved, started_by_name, started_at) SELECT uuidv7(), 'recompute', '', '{2026-11-23}', 'done', 0, 0, 0, name, now() FROM organisation WHERE id = $1 RETURNING id`);
  const scheme = await one(`SELECT id FROM credit_scheme WHERE key = 'national-21' AND $1::uuid IS NOT NULL`);
  records.push(
    { name: 'credit of an enterprise', prefix: '/credit-subjects/:id', id: owner, read: 'credit.read', relations },
    { name: 'event of credit', prefix: '/credit-events/:id', id: event, read: 'credit.read', relations },
    { name: 'entry of credit', prefix: '/credit-entries/:id', id: entry, read: 'credit-entry.read', relations: here },
    { name: 'scheme of credit', prefix: '/credit-schemes/:id', id: scheme, read: 'credit-scheme.read', relations: () => [] },
    { name: 'run of credit', prefix: '/credit-runs/:id', id: run, read: 'credit-scheme.read', relations: () => [] },
  );
  await creditRepairRecords(db, records, { owner, event, entrusted });
  await creditEvaluationRecords(db, records, { owner, entrusted });
}
