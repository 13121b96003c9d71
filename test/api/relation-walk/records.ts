import { penaltyRecords } from './penalty-records';
import { watchListRecords } from './watch-list-records';
import { rectificationRecords } from './rectification-records';
import type { Db } from '@huanbao/platform';
import { bankRecords } from './bank-records';
import { complaintRecords } from './complaint-records';
import { creditRecords } from './credit-records';
import { enforcementRecords } from './enforcement-records';
import type { Standing } from './standings';

/** One record and how everybody stands to it, written down by hand: the tables are compared with this, not with themselves. */
export interface Walked {
  readonly name: string;
  /** Routes that begin with it are walked with this record. */
  readonly prefix: string;
  readonly id: string;
  /** The action that means "sees it" (else 404). */
  readonly read: string;
  readonly relations: (who: Standing) => readonly string[];
  /** Values of further parameters of the path. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Needs of routes that name no action: reading and changing. */
  readonly signedIn?: { readonly get: string; readonly change: string };
}

interface Case {
  readonly id: string;
  readonly owner: string;
  readonly site: string;
  readonly isSubmitted: boolean;
}

const entrusted = (who: Standing, matter: string, site: string | null): boolean => who.matters.includes(matter) && (who.sites === null || site === null || who.sites.includes(site));

const ofCase = ({ owner, site, isSubmitted }: Case) => (who: Standing): string[] => [
  ...(who.orgId === owner ? ['own'] : []),
  ...(entrusted(who, 'permits', site) && who.verbs.length > 0 ? ['delegated', ...who.verbs.map(verb => `delegated:${verb}`)] : []),
  ...(isSubmitted && who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []),
];

const ofTask = (owner: string, isPublished: boolean) => (who: Standing): string[] => {
  const delegated = entrusted(who, 'tasks', null) ? who.verbs.map(verb => `delegated:${verb}`) : [];
  return [
    ...(isPublished ? ['published'] : []),
    ...(who.orgId === owner ? ['own'] : []),
    ...delegated,
    ...(isPublished && who.isHere ? ['jurisdiction'] : []),
    ...(isPublished && who.orgId !== owner && delegated.length === 0 ? ['stranger'] : []),
  ];
};

const ofOrganisation = (owner: string) => (who: Standing): string[] => [...(who.orgId === owner ? ['own'] : []), ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : [])];

/** A draft, a submitted and an issued application with what hangs on them, tasks, organisations: from the demonstration city. */
export async function recordsOf(db: Db): Promise<Walked[]> {
  const one = async (sql: string, parameters: unknown[] = []): Promise<Record<string, string>> => {
    const [row] = await db.query<Record<string, string>>(sql, parameters);
    if (!row) throw new Error(`the demonstration city has no row for: ${sql}`);
    return row;
  };
  const applications = await db.query<{ id: string; owner: string; site: string; submitted: Date | null; state: string }>(
    'SELECT a.id, a.enterprise_id AS owner, a.site_id AS site, c.submitted_at AS submitted, c.state FROM permit_application a JOIN case_record c ON c.id = a.id',
  );
  const cases = applications.map(({ submitted, ...row }) => ({ ...row, isSubmitted: submitted !== null }));
  const records: Walked[] = [];
  for (const each of cases) {
    const relations = ofCase(each);
    const finding = await one(`SELECT coalesce((SELECT f.id FROM review_finding f JOIN review_run r ON r.id = f.run_id WHERE r.application_id = $1 LIMIT 1), '00000000-0000-7000-8000-000000000000') AS id`, [each.id]);
    const paper = await one(`INSERT INTO permit_form_paper (application_id, content_hash, requested_by, requested_at) VALUES ($1, 'walk', $1, now()) RETURNING id`, [each.id]);
    records.push({ name: `application, ${each.state}`, prefix: '/permit-applications/:id', id: each.id, read: 'permit-application.read', relations, parameters: { key: 'basic', section: 'products', table: 'products', findingId: finding['id'] as string, paperId: paper['id'] as string, conditionId: '00000000-0000-7000-8000-000000000000' } });
    records.push({ name: `case, ${each.state}`, prefix: '/cases/:id', id: each.id, read: 'case.read', relations, parameters: { itemId: '00000000-0000-7000-8000-000000000000' } });
    const file = await one(`SELECT id FROM stored_file WHERE subject_type = 'permit-application' AND subject_id = $1 LIMIT 1`, [each.id]);
    records.push({ name: `file of the application, ${each.state}`, prefix: '/files/:id', id: file['id'] as string, read: 'permit-application.read', relations, signedIn: { get: 'permit-application.read', change: 'permit-application.edit' } });
  }
  const issued = cases.find(each => each.state === 'issued') as Case;
  const notice = await one('SELECT id FROM case_notice WHERE case_id = $1 LIMIT 1', [issued.id]);
  records.push({ name: 'notice', prefix: '/notices/:id', id: notice['id'] as string, read: 'case.read', relations: ofCase(issued) });
  const checked = await one(
    `INSERT INTO site_check (application_id, state, reason, planned_on, officers, items, ordered_by_name, ordered_at, client_id, report)
     VALUES ($1, 'reported', '走查', '2026-11-23', '[{}, {}]', '[]', '走查', now(), uuidv7(), '{"answers": [], "signatures": []}') RETURNING id`, [issued.id]);
  records.push({ name: 'site check', prefix: '/site-checks/:id', id: checked['id'] as string, read: 'permit-application.read', relations: ofCase(issued) });
  const watched = await one(`INSERT INTO supervision (case_id, clock, run, level, raised_at) VALUES ($1, 'review', 1, 'overdue', now()) RETURNING id`, [issued.id]);
  records.push({ name: 'supervision', prefix: '/supervisions/:id', id: watched['id'] as string, read: 'case.read', relations: ofCase(issued) });
  const permit = await one('SELECT id FROM permit WHERE enterprise_id = $1', [issued.owner]);
  records.push({ name: 'permit', prefix: '/permits/:id', id: permit['id'] as string, read: 'permit.read', relations: ofCase(issued) });
  const [columns] = await db.query<{ list: string }>(`SELECT string_agg(column_name, ', ') AS list FROM information_schema.columns WHERE table_name = 'case_record' AND is_generated = 'NEVER'`);
  const names = (columns?.list ?? '').split(', ');
  const asked = await one(
    `INSERT INTO case_record (${names.join(', ')}) SELECT ${names.map(name => `copy.${name}`).join(', ')} FROM case_record c,
       jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'kind', 'permit-request', 'number', NULL, 'state', 'submitted', 'closed_at', NULL)) AS copy WHERE c.id = $1 RETURNING id`,
    [issued.id],
  );
  await db.query(
    `INSERT INTO permit_request (id, permit_id, enterprise_id, site_id, region_code, kind, reason, occurred_on, open, created_at)
     SELECT $1, id, enterprise_id, site_id, region_code, 'reissue', '遗失', '2026-01-02', true, now() FROM permit WHERE id = $2`,
    [asked['id'], permit['id']],
  );
  records.push({ name: 'request for new papers', prefix: '/permit-cases/:id', id: asked['id'] as string, read: 'permit-case.read', relations: ofCase(issued) });
  const registration = await one(
    `INSERT INTO permit_registration (number, enterprise_id, enterprise_name, uscc, site_id, site_sequence, site_name, region_code, industry_code, industry_name, status, valid_from, valid_to, version_number, version, created_at)
     SELECT 'DJ-2026-900001', enterprise_id, enterprise_name, uscc, site_id, site_sequence, site_name, region_code, '3032', '建筑用石加工', 'valid', '2026-01-01', '2030-12-31', 1, 1, now() FROM permit WHERE id = $1 RETURNING id`,
    [permit['id']],
  );
  records.push({ name: 'registration', prefix: '/permit-registrations/:id', id: registration['id'] as string, read: 'permit-registration.read', relations: ofCase(issued) });

  const limit = await one('SELECT id FROM limit_standard LIMIT 1');
  records.push({ name: 'reference limit', prefix: '/limits/:id', id: limit['id'] as string, read: 'limit.read', relations: () => [] });
  const proposal = await one(
    `INSERT INTO limit_proposal (state, reason, citation, items, source, proposed_by, proposed_by_name, proposed_at, simulation_state)
     VALUES ('proposed', '走查', '走查', '[]', 'form', uuidv7(), '走查', now(), 'done') RETURNING id`);
  records.push({ name: 'proposal of limits', prefix: '/limit-proposals/:id', id: proposal['id'] as string, read: 'limit.read', relations: () => [] });
  const signed = await one('SELECT id, owner_org_id AS owner, site_id AS site FROM signature_record WHERE to_authority LIMIT 1');
  records.push({ name: 'copy of record', prefix: '/signatures/:id', id: signed['id'] as string, read: 'signature.read', relations: who => ofCase({ id: '', owner: signed['owner'] as string, site: signed['site'] as string, isSubmitted: true })(who).filter(word => !word.includes(':')) });
  const monitored = (who: Standing): string[] => [
    ...(who.orgId === issued.owner ? ['own'] : []),
    ...(entrusted(who, 'monitoring', issued.site) && who.verbs.length > 0 ? ['delegated', ...who.verbs.map(verb => `delegated:${verb}`)] : []),
    ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []),
  ];
  const entry = await one(
    `INSERT INTO ledger_entry (permit_id, enterprise_id, kind, item_key, item_title, business_date, data, search, source, late_days, entered_at, entered_by, entered_by_name)
     SELECT id, enterprise_id, 'other', 'other:event', '其他', valid_from, '{"what": "走查"}', '走查', 'form', 0, now(), enterprise_id, '走查' FROM permit WHERE enterprise_id = $1 RETURNING id`,
    [issued.owner],
  );
  records.push({ name: 'ledger', prefix: '/ledgers/:id', id: permit['id'] as string, read: 'ledger.read', relations: monitored });
  records.push({ name: 'ledger entry', prefix: '/ledger-entries/:id', id: entry['id'] as string, read: 'ledger.read', relations: monitored });

  const result = await one(
    `INSERT INTO monitoring_result (permit_id, enterprise_id, medium, place, pollutant, method, sampled_at, sampled_on, reported, below_detection, value, unit, reported_unit, compared_value, limit_value, verdict, steps, source, entered_at, entered_by, entered_by_name)
     SELECT id, enterprise_id, 'air', 'DA001', 'NOx', 'manual', now(), valid_from, '60', false, 60, 'mg/m³', 'mg/m³', 60, 50, 'exceeded', '[]', 'form', now(), enterprise_id, '走查' FROM permit WHERE enterprise_id = $1 RETURNING id`,
    [issued.owner],
  );
  const exceedance = await one(
    `INSERT INTO exceedance (result_id, permit_id, enterprise_id, enterprise_name, site_id, site_name, region_code, place, pollutant, sampled_on, compared_value, limit_value, unit, state, created_at)
     SELECT $2, id, enterprise_id, enterprise_name, site_id, site_name, region_code, 'DA001', 'NOx', valid_from, 60, 50, 'mg/m³', 'open', now() FROM permit WHERE enterprise_id = $1 RETURNING id`,
    [issued.owner, result['id']],
  );
  const handed = await one(
    `INSERT INTO monitoring_report (permit_id, enterprise_id, file_id, name, hash, laboratory, firm_id, task_id, task_title, received_at, is_sheet)
     SELECT id, enterprise_id, (SELECT id FROM stored_file LIMIT 1), '结果.xlsx', 'walk', '走查', enterprise_id, uuidv7(), '走查', now(), true FROM permit WHERE enterprise_id = $1 RETURNING id`, [issued.owner]);
  records.push({ name: 'monitoring', prefix: '/monitoring/:id', id: permit['id'] as string, read: 'monitoring.read', relations: monitored, parameters: { reportId: handed['id'] as string } });
  records.push({ name: 'monitoring result', prefix: '/monitoring-results/:id', id: result['id'] as string, read: 'monitoring.read', relations: monitored });
  records.push({ name: 'emissions', prefix: '/emissions/:id', id: permit['id'] as string, read: 'emissions.read', relations: monitored });
  records.push({ name: 'exceedance', prefix: '/exceedances/:id', id: exceedance['id'] as string, read: 'monitoring.read', relations: monitored });

  const list = await one(
    `INSERT INTO permit_import (region_code, name, hash, file_id, source_on, state, step_by, created_by, created_by_name, created_at, version)
     SELECT region_code, '名单.xlsx', 'walk', (SELECT id FROM stored_file LIMIT 1), '2026-11-20', 'judged', enterprise_id, enterprise_id, '走查', now(), 1 FROM permit WHERE enterprise_id = $1 RETURNING id`,
    [issued.owner],
  );
  records.push({ name: 'list of permits', prefix: '/permit-imports/:id', id: list['id'] as string, read: 'permit-import.read', relations: who => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []) });
  const suspicion = await one(
    `INSERT INTO suspicion (subject_type, kind, strength, measure, sides, subject_id, enterprise_name, region_code, file_id, file_name, pair, state, found_at)
     SELECT 'permit-application', 'same-table', 'strong', '走查', '[]', id, enterprise_name, region_code, id, '报告.pdf', 'walk', 'open', now() FROM permit_application LIMIT 1 RETURNING id`,
  );
  records.push({ name: 'suspicion', prefix: '/suspicions/:id', id: suspicion['id'] as string, read: 'suspicion.read', relations: who => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []) });
  const dutiful = (who: Standing): string[] => [
    ...(who.orgId === issued.owner ? ['own'] : []),
    ...(entrusted(who, 'reports', issued.site) && who.verbs.length > 0 ? ['delegated', ...who.verbs.map(verb => `delegated:${verb}`)] : []),
    ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []),
  ];
  const duty = await one(
    `INSERT INTO obligation (permit_id, key, enterprise_id, enterprise_name, site_id, site_name, region_code, permit_number, kind, rhythm, period_from, period_to, due_on, title_zh, title_en, content_zh, content_en, legal_basis, verified, provisional, is_day_off, status, search, created_at)
     SELECT id, 'walk', enterprise_id, enterprise_name, site_id, site_name, region_code, number, 'condition', 'once', valid_from, valid_from, valid_from, '走查', 'walk', '走查', 'walk', '走查', true, false, false, 'overdue', '走查', now() FROM permit WHERE enterprise_id = $1 RETURNING id`,
    [issued.owner],
  );
  const task = await one(`INSERT INTO duty_enforcement (obligation_id, region_code, due_on, opened_on, state) SELECT id, region_code, due_on, due_on, 'open' FROM obligation WHERE id = $1 RETURNING id`, [duty['id']]);
  const stopped = await one(
    `INSERT INTO stoppage (permit_id, enterprise_id, site_id, region_code, kind, scope, from_on, reason, reported_at, reported_by, reported_by_name, state)
     SELECT id, enterprise_id, site_id, region_code, 'planned', '全厂', '2026-11-23', '走查', now(), enterprise_id, '走查', 'reported' FROM permit WHERE enterprise_id = $1 RETURNING id`,
    [issued.owner],
  );
  const failed = await one(
    `INSERT INTO monitoring_outage (permit_id, enterprise_id, enterprise_name, site_id, site_name, region_code, permit_number, place, pollutants, started_at, cause, reported_late, reported_at, reported_by, reported_by_name, state, version)
     SELECT id, enterprise_id, enterprise_name, site_id, site_name, region_code, number, 'DW001', '{COD}', now(), '走查', false, now(), enterprise_id, '走查', 'running', 1 FROM permit WHERE enterprise_id = $1 RETURNING id`,
    [issued.owner],
  );
  records.push({ name: '自动监测故障', prefix: '/monitoring-outages/:id', id: failed['id'] as string, read: 'monitoring.read', relations: monitored });
  const feed = await one(`INSERT INTO duty_feed (org_id, name, secret_hash, created_at, created_by, created_by_name) VALUES ($1, '走查', 'walk', now(), $1, '走查') RETURNING id`, [issued.owner]);
  records.push({ name: 'duty', prefix: '/duties/:id', id: duty['id'] as string, read: 'duty.read', relations: dutiful });
  records.push({ name: 'task of enforcement', prefix: '/duty-enforcement/:id', id: task['id'] as string, read: 'duty.read', relations: dutiful });
  records.push({ name: '停产', prefix: '/stoppages/:id', id: stopped['id'] as string, read: 'duty.read', relations: dutiful, parameters: { questionId: '00000000-0000-7000-8000-000000000000' } });
  records.push({ name: 'calendar link', prefix: '/duty-feeds/:id', id: feed['id'] as string, read: 'duty.feed', relations: who => (who.orgId === issued.owner ? ['own'] : []) });

  for (const state of ['draft', 'submitted'] as const) {
    const report = await one(
      `INSERT INTO execution_report (obligation_id, permit_id, enterprise_id, enterprise_name, site_id, site_name, region_code, permit_number, kind, period_from, period_to, due_on, title_zh, title_en, form_version, state, revision, submitted_at, search, created_by, created_at, updated_at)
       SELECT uuidv7(), id, enterprise_id, enterprise_name, site_id, site_name, region_code, number, 'quarterly', valid_from, valid_from, valid_from, '走查', 'walk', '2026.1', $2, CASE WHEN $2 = 'draft' THEN 0 ELSE 1 END, CASE WHEN $2 = 'draft' THEN NULL ELSE now() END, '走查', enterprise_id, now(), now()
         FROM permit WHERE enterprise_id = $1 RETURNING id`,
      [issued.owner, state],
    );
    await db.query(`INSERT INTO execution_report_part (report_id, part, data, offered, sources, offered_at, updated_by, updated_at) SELECT $1, part, '{}', '{}', '{}', now(), $1, now() FROM unnest(ARRAY['basic', 'emissions', 'monitoring', 'treatment', 'conclusion', 'attachments']) AS part`, [report['id']]);
    if (state === 'submitted') await db.query(`INSERT INTO execution_report_revision (report_id, number, form, findings, content_hash, record_id, submitted_at, submitted_by, submitted_by_name, late_days) VALUES ($1, 1, '{}', '[]', repeat('0', 64), $1, now(), $1, '走查', 0)`, [report['id']]);
    const relations = (who: Standing): string[] => dutiful(who).filter(word => word !== 'jurisdiction' || state === 'submitted');
    records.push({ name: `execution report, ${state}`, prefix: '/execution-reports/:id', id: report['id'] as string, read: 'execution-report.read', relations, parameters: { part: 'basic', table: 'facilities', findingId: '00000000-0000-7000-8000-000000000000' } });
  }

  const published = await one(`SELECT id, enterprise_id AS owner FROM service_task WHERE state = 'published' LIMIT 1`);
  const owner = published['owner'] as string;
  const nobody = { deliveryId: '00000000-0000-7000-8000-000000000000', bidId: '00000000-0000-7000-8000-000000000000', seatId: '00000000-0000-7000-8000-000000000000', objectionId: '00000000-0000-7000-8000-000000000000', questionId: '00000000-0000-7000-8000-000000000000', visitId: '00000000-0000-7000-8000-000000000000', bondId: '00000000-0000-7000-8000-000000000000', ratingId: '00000000-0000-7000-8000-000000000000', useId: '00000000-0000-7000-8000-000000000000' };
  const draft = await one(
    `INSERT INTO service_task SELECT (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'state', 'draft', 'number', NULL, 'published_at', NULL, 'opening_public_key', NULL, 'witness_key_id', NULL, 'recovery_key_id', NULL, 'opening_needed', NULL))).* FROM service_task t WHERE id = $1 RETURNING id`,
    [published['id']],
  );
  records.push({ name: 'task, published', prefix: '/service-tasks/:id', id: published['id'] as string, read: 'task.read', relations: ofTask(owner, true), parameters: nobody });
  records.push({ name: 'task, draft', prefix: '/service-tasks/:id', id: draft['id'] as string, read: 'task.read', relations: ofTask(owner, false), parameters: nobody });

  const expert = await one('SELECT id FROM expert LIMIT 1');
  records.push({ name: 'expert', prefix: '/experts/:id', id: expert['id'] as string, read: 'expert.read', relations: who => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []) });
  const contract = await one(
    `INSERT INTO contract (task_id, title, kind, enterprise_id, enterprise_name, firm_id, firm_name, region_code, state, awarded_at, sign_due, sign_by_law, bid_price_yuan, bid_duration_days, search, created_at, updated_at)
     SELECT t.id, t.title, t.kind, t.enterprise_id, t.enterprise_name, q.firm_id, q.firm_name, t.region_code, 'due', now(), '2026-12-23', false, 1000, 30, '走查', now(), now()
       FROM service_task t, (SELECT firm_id, firm_name FROM qualification LIMIT 1) q WHERE t.id = $1 RETURNING id, enterprise_id AS owner, firm_id AS firm`, [published['id']]);
  records.push({
    name: 'contract', prefix: '/contracts/:id', id: contract['id'] as string, read: 'contract.read', parameters: { paymentId: nobody.deliveryId, proposalId: nobody.deliveryId },
    relations: who => [...(who.orgId === contract['owner'] ? ['client'] : []), ...(who.orgId === contract['firm'] ? ['contractor'] : [])],
  });

  const filed = await one(
    `INSERT INTO filed_deliverable (delivery_id, file_id, kind, name, hash, task_id, task_title, enterprise_id, enterprise_name, firm_id, firm_name, accepted_at, state, search)
     SELECT uuidv7(), uuidv7(), 'monitoring', '报告.pdf', 'walk', task_id, title, enterprise_id, enterprise_name, firm_id, firm_name, now(), 'waiting', '走查' FROM contract WHERE id = $1 RETURNING id`, [contract['id']]);
  records.push({
    name: 'deliverable', prefix: '/deliverables/:id', id: filed['id'] as string, read: 'deliverable.read',
    relations: who => [...(who.orgId === contract['owner'] ? ['client'] : []), ...(who.orgId === contract['firm'] ? ['contractor'] : [])],
  });

  const dispute = await one(
    `INSERT INTO contract_dispute (contract_id, enterprise_id, firm_id, region_code, side, claim, state, opened_by_name, opened_at, search)
     SELECT id, enterprise_id, firm_id, region_code, 'enterprise', '走查', 'open', '走查', now(), '走查' FROM contract WHERE id = $1 RETURNING id`, [contract['id']]);
  records.push({
    name: 'dispute of a contract', prefix: '/contract-disputes/:id', id: dispute['id'] as string, read: 'contract-dispute.read',
    relations: who => [...(who.orgId === contract['owner'] ? ['client'] : []), ...(who.orgId === contract['firm'] ? ['contractor'] : []), ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : [])],
  });

  const cancellation = await one(
    `INSERT INTO award_cancellation (kind, contract_id, task_id, task_title, is_public, enterprise_id, enterprise_name, firm_id, firm_name, region_code, price_yuan, duration_days, awarded_at, award_reason, ground, reason, evidence_file_ids, state, noticed_at, noticed_by_name, statement_due, search)
     SELECT 'cancellation', id, task_id, title, true, enterprise_id, enterprise_name, firm_id, firm_name, region_code, 1000, 30, now(), '走查', 'overdue', '走查', '{}', 'noticed', now(), '走查', now(), '走查' FROM contract WHERE id = $1 RETURNING id`, [contract['id']]);
  records.push({
    name: 'cancellation of an award', prefix: '/award-cancellations/:id', id: cancellation['id'] as string, read: 'award-cancellation.read',
    relations: who => [...(who.orgId === contract['owner'] ? ['client'] : []), ...(who.orgId === contract['firm'] ? ['contractor'] : []), ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : [])],
  });

  // an objection without its evaluation: only the complaint is looked at here
  const complaint = await db.transaction(async () => {
    await db.query('SET LOCAL session_replication_role = replica');
    const objection = await one(`INSERT INTO evaluation_objection (task_id, firm_id, firm_name, text, raised_at, raised_by, due_at) SELECT task_id, firm_id, firm_name, '走查', now(), uuidv7(), now() FROM contract WHERE id = $1 RETURNING id`, [contract['id']]);
    return one(
      `INSERT INTO tender_complaint (id, task_id, objection_id, task_title, region_code, enterprise_id, enterprise_name, firm_id, firm_name, demand, facts, state, lodged_at, lodged_by, accept_due, version, search)
       SELECT uuidv7(), task_id, $2, title, region_code, enterprise_id, enterprise_name, firm_id, firm_name, '走查', '走查', 'lodged', now(), uuidv7(), '2026-12-01', 1, '走查' FROM contract WHERE id = $1 RETURNING id`, [contract['id'], objection['id']]);
  });
  records.push({
    name: 'complaint about an evaluation', prefix: '/tender-complaints/:id', id: complaint['id'] as string, read: 'tender-complaint.read',
    relations: who => [...(who.orgId === contract['owner'] ? ['client'] : []), ...(who.orgId === contract['firm'] ? ['complainant'] : []), ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : [])],
  });

  await stewardship({ one, db, records, contract: { id: contract['id'] as string, owner, firm: contract['firm'] as string } });

  const site = await one('SELECT id FROM site WHERE org_id = $1 LIMIT 1', [owner]);
  const member = await one('SELECT user_id AS id FROM membership WHERE org_id = $1 LIMIT 1', [owner]);
  records.push({ name: 'organisation', prefix: '/organisations/:id', id: owner, read: 'organisation.read', relations: ofOrganisation(owner), parameters: { siteId: site['id'] as string, userId: member['id'] as string, tokenId: '00000000-0000-7000-8000-000000000000', changeId: '00000000-0000-7000-8000-000000000000' } });
  records.push({ name: 'sites of an organisation', prefix: '/organisations/:id/sites', id: owner, read: 'site.read', relations: who => [...ofOrganisation(owner)(who), 'verified'], parameters: { siteId: site['id'] as string } });

  const mandate = await one(`SELECT id, enterprise_id, firm_id FROM mandate WHERE state = 'active' LIMIT 1`);
  records.push({ name: 'mandate', prefix: '/mandates/:id', id: mandate['id'] as string, read: 'mandate.read', relations: who => ([mandate['enterprise_id'], mandate['firm_id']].includes(who.orgId) ? ['party'] : []) });
  const invitation = await one(`INSERT INTO invitation (org_id, email, name, roles, created_at, expires_at) VALUES ($1, 'new@walk.local', '新人', '{enterprise.staff}', now(), now() + interval '1 day') RETURNING id`, [owner]);
  records.push({ name: 'invitation', prefix: '/invitations/:id', id: invitation['id'] as string, read: 'organisation.read', relations: ofOrganisation(owner) });
  const qualification = await one('SELECT id, firm_id FROM qualification LIMIT 1');
  const ofFirm = (who: Standing): string[] => [...(who.orgId === qualification['firm_id'] ? ['own'] : []), ...(who.isHere ? ['jurisdiction'] : [])];
  records.push({ name: 'qualification at the bureau', prefix: '/qualifications/:id', id: qualification['id'] as string, read: 'qualification.read', relations: ofFirm });
  records.push({ name: 'qualification at the firm', prefix: '/firms/me/qualifications/:id', id: qualification['id'] as string, read: 'qualification.read', relations: ofFirm });
  const person = await one('SELECT id, firm_id FROM firm_person WHERE firm_id = $1 LIMIT 1', [qualification['firm_id']]);
  records.push({ name: 'person of a firm', prefix: '/firms/me/people/:id', id: person['id'] as string, read: 'firm-person.read', relations: ofFirm });
  const engaged = await one(`INSERT INTO engagement (task_id, firm_id, title, started_at) VALUES ($1, $2, '走查', now()) RETURNING task_id AS id`, [published['id'], qualification['firm_id']]);
  records.push({ name: 'task in hand', prefix: '/firms/me/engagements/:id', id: engaged['id'] as string, read: 'qualification.read', relations: ofFirm });
  records.push({ name: 'firm, for the bureau', prefix: '/firms/:id', id: qualification['firm_id'] as string, read: 'firm-person.read', relations: ofFirm });
  const flag = await one(
    `INSERT INTO person_flag (person_id, other_id, why, region_code, state, version, found_at) SELECT p.id, o.id, 'same-person', p.region_code, 'open', 1, now() FROM firm_person p, firm_person o WHERE p.id = $1 AND o.firm_id <> p.firm_id LIMIT 1 RETURNING id`,
    [person['id']],
  );
  records.push({ name: 'person in two firms', prefix: '/person-flags/:id', id: flag['id'] as string, read: 'firm-person.read', relations: ofFirm });
  const point = await one('SELECT id, firm_id FROM integrity_point LIMIT 1');
  records.push({ name: 'integrity points', prefix: '/integrity-points/:id', id: point['id'] as string, read: 'integrity-point.read', relations: who => [...(who.orgId === point['firm_id'] ? ['own'] : []), ...(who.isHere ? ['jurisdiction'] : [])] });
  const found = await one(
    `INSERT INTO firm_finding (id, kind, firm_id, firm_name, region_code, occurred_on, source, facts, legal_basis, evidence_file_id, state, proposed_by, proposed_by_name, proposed_at, statement_due, version)
     SELECT uuidv7(), 'fraud', firm_id, firm_name, region_code, occurred_on, source, facts, article, evidence_file_id, 'proposed', proposed_by, proposed_by_name, now(), now(), 1 FROM integrity_point WHERE id = $1 RETURNING id`, [point['id']]);
  records.push({ name: 'finding against a firm', prefix: '/firm-findings/:id', id: found['id'] as string, read: 'firm-finding.read', relations: who => [...(who.orgId === point['firm_id'] ? ['own'] : []), ...(who.isHere && who.kind === 'bureau' ? ['jurisdiction'] : [])] });
  const alike = await one(
    `INSERT INTO collusion_suspicion (task_id, task_number, task_title, enterprise_name, region_code, firm_ids, firm_names, codes, strength, state, version, found_at)
     SELECT id, number, title, enterprise_name, region_code, '{}', '{}', '{price-close}', 'medium', 'open', 1, now() FROM service_task WHERE id = $1 RETURNING id`, [published['id']]);
  records.push({ name: 'signs of collusion', prefix: '/collusion-suspicions/:id', id: alike['id'] as string, read: 'collusion.read', relations: who => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []) });
  const search = await one(`INSERT INTO saved_search (org_id, name, alerts, created_by_name, created_at, version) VALUES ($1, '走查', true, '走查', now(), 1) RETURNING id`, [qualification['firm_id']]);
  records.push({ name: 'saved search', prefix: '/saved-searches/:id', id: search['id'] as string, read: 'saved-search.read', relations: who => (who.orgId === qualification['firm_id'] ? ['own'] : []) });
  const session = await one(`SELECT s.id FROM user_session s JOIN app_user u ON u.id = s.user_id WHERE u.email = 'outsider@walk.local'`);
  records.push({ name: 'session of somebody else', prefix: '/auth/sessions/:id', id: session['id'] as string, read: 'nothing', relations: () => [], signedIn: { get: 'nothing', change: 'nothing' } });
  const message = await one(`INSERT INTO notification (user_id, topic, key, title_zh, title_en, body_zh, body_en, created_at) VALUES ($1, 'case', 'walk', '甲', 'A', '', '', now()) RETURNING id`, [member['id']]);
  records.push({ name: 'message to somebody else', prefix: '/notifications/:id', id: message['id'] as string, read: 'nothing', relations: () => [], signedIn: { get: 'nothing', change: 'nothing' } });
  await bankRecords(db, records, owner);
  await complaintRecords(db, records, issued.id);
  await creditRecords(db, { records, owner, entrusted: who => entrusted(who, 'credit', null) && who.verbs.length > 0 });
  await enforcementRecords(db, records);
  await penaltyRecords(db, records);
  await watchListRecords(db, records);
  await rectificationRecords(db, records);
  return records;
}

interface Stewarded {
  readonly one: (sql: string, parameters?: unknown[]) => Promise<Record<string, string>>;
  readonly db: Db;
  readonly records: Walked[];
  readonly contract: { readonly id: string; readonly owner: string; readonly firm: string };
}

/** A retainer between the two sides of the contract, with what hangs on it; and a park. */
async function stewardship({ one, db, records, contract: { id: contractId, owner, firm } }: Stewarded): Promise<void> {
  const park = await one(`INSERT INTO park (name, region_code, kept_by, kept_by_name, created_at, updated_at) SELECT '走查园区', region_code, enterprise_id, '走查', now(), now() FROM contract WHERE id = $1 RETURNING id`, [contractId]);
  records.push({ name: 'park', prefix: '/parks/:id', id: park['id'] as string, read: 'park.read', relations: who => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []) });
  const retainer = await one(
    `INSERT INTO retainer (number, kind, client_id, client_name, firm_id, firm_name, region_code, scope, visits_per_month, report_day, notice_days, starts_on, ends_on, state, offered_by_name, search, created_at, updated_at)
     SELECT 'GJ-走查', 'enterprise', enterprise_id, enterprise_name, firm_id, firm_name, region_code, '走查', 1, 10, 30, '2020-01-01', '2020-12-31', 'offered', '走查', '走查', now(), now() FROM contract WHERE id = $1 RETURNING id`, [contractId]);
  const id = retainer['id'] as string;
  await db.query(`INSERT INTO retainer_member (retainer_id, enterprise_id, enterprise_name, region_code, state) SELECT id, client_id, client_name, region_code, 'invited' FROM retainer WHERE id = $1`, [id]);
  const sides = (who: Standing): string[] => [...(who.orgId === owner ? ['client', 'member', 'enterprise'] : []), ...(who.orgId === firm ? ['firm'] : [])];
  records.push({ name: 'retainer', prefix: '/retainers/:id', id, read: 'retainer.read', relations: sides });
  const visit = await one(
    `INSERT INTO steward_visit (retainer_id, enterprise_id, enterprise_name, firm_id, firm_name, planned_on, visitor_id, visitor_name, topics, state, items, created_at)
     SELECT id, client_id, client_name, firm_id, firm_name, '2020-02-01', firm_id, '走查', '{}', 'planned', '[]', now() FROM retainer WHERE id = $1 RETURNING id`, [id]);
  records.push({ name: 'visit of a steward', prefix: '/steward-visits/:id', id: visit['id'] as string, read: 'stewardship.read', relations: sides });
  const finding = await one(
    `INSERT INTO steward_finding (retainer_id, visit_id, enterprise_id, enterprise_name, firm_id, firm_name, item_key, topic, item_text, legal_basis, severity, place, description, advice, found_on, due_on, state, search)
     SELECT retainer_id, id, enterprise_id, enterprise_name, firm_id, firm_name, 'a', '走查', '走查', '走查', 'minor', '走查', '走查', '走查', '2020-02-01', '2020-03-01', 'open', '走查' FROM steward_visit WHERE id = $1 RETURNING id`, [visit['id']]);
  records.push({ name: 'finding of a steward', prefix: '/steward-findings/:id', id: finding['id'] as string, read: 'stewardship.read', relations: sides });
  for (const state of ['draft', 'acknowledged']) {
    const report = await one(
      `INSERT INTO steward_report (retainer_id, enterprise_id, enterprise_name, firm_id, firm_name, month, revision, due_on, state, facts, remark, drafted_at, signed_on, search)
       SELECT id, client_id, client_name, firm_id, firm_name, $3, 1, '2020-03-10', $2::text, '{"asOf": "2020-03-01", "visits": [], "findings": [], "duties": null}', '', now(), CASE WHEN $2::text = 'draft' THEN NULL ELSE '2020-03-09'::date END, '走查' FROM retainer WHERE id = $1 RETURNING id`,
      [id, state, state === 'draft' ? '2020-02' : '2020-01']);
    records.push({ name: `monthly report, ${state}`, prefix: '/steward-reports/:id', id: report['id'] as string, read: 'stewardship.read', relations: who => sides(who).filter(relation => relation !== 'enterprise' || state !== 'draft') });
  }
}
