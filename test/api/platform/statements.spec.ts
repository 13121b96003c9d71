import { statementsOf } from '../../harness/statements';
import { type Any, type Person, RecordsWorld } from '../records/world';

const ROWS = 40;
const [FEW, MANY] = [3, 30];

/** A list costs as many statements with 30 rows as with 3: none asks the database once a row. */
describe('the main lists', () => {
  let records: RecordsWorld;
  let people: Record<string, Person>;
  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);

  /** Copies of one row of a table with ids of their own; `over` gives SQL by column, in which `g` counts. Triggers and references rest meanwhile. */
  async function copies(table: string, over: Record<string, string> = {}, { where = 'true', ids }: { where?: string; ids?: string[] } = {}): Promise<string[]> {
    const columns = (await rows(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER'`, [table])).map(one => one.name as string);
    const own: Record<string, string> = columns.includes('id') ? { id: ids ? `(ARRAY[${ids.map(id => `'${id}'`).join(', ')}]::uuid[])[g]` : 'uuidv7()', ...over } : over;
    return records.world.db.transaction(async () => {
      await rows('SET LOCAL session_replication_role = replica');
      const made = await rows(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map(name => own[name] ?? `t.${name}`).join(', ')} FROM (SELECT * FROM ${table} WHERE ${where} ORDER BY 1 LIMIT 1) t, generate_series(1, ${ROWS}) AS g RETURNING *`);
      if (made.length !== ROWS) throw new Error(`${table}: ${made.length} rows`);
      return made.map(one => one.id as string);
    });
  }

  const arrayOf = (ids: readonly string[]): string => `(ARRAY[${ids.map(id => `'${id}'`).join(', ')}]::uuid[])[g]`;

  async function populate(): Promise<void> {
    await firms();
    await complaints();
    await banks();
    await penalties();
    await watchList();
    await evaluations();
    await rectifications();
    const issued = `state = 'issued'`;
    const cases = await copies('case_record', { number: `'BJ-2026-9' || lpad(g::text, 5, '0')` }, { where: issued });
    await copies('permit_application', { open: 'false', site_id: 'uuidv7()', site_sequence: '100 + g' }, { where: `id = (SELECT id FROM case_record WHERE ${issued} ORDER BY id LIMIT 1)`, ids: cases });
    const waiting = await copies('case_record', { number: `'BJ-2026-8' || lpad(g::text, 5, '0')` }, { where: `state = 'submitted'` });
    await copies('permit_application', { open: 'false', site_id: 'uuidv7()', site_sequence: '200 + g' }, { where: `id = (SELECT id FROM case_record WHERE state = 'submitted' AND id <> ALL (ARRAY[${waiting.map(id => `'${id}'`).join(', ')}]::uuid[]) ORDER BY id LIMIT 1)`, ids: waiting });
    const permits = await copies('permit', { number: `'12141181MB0DEM002X' || lpad(g::text, 3, '0') || 'P'`, site_id: 'uuidv7()', application_id: arrayOf(cases) });
    const duties = await copies('obligation', { permit_id: arrayOf(permits), status: `'overdue'` }, { where: `kind = 'report-quarterly'` });
    await rows(`INSERT INTO duty_enforcement (id, obligation_id, region_code, due_on, opened_on, state, version) SELECT uuidv7(), id, region_code, due_on, due_on, 'open', 1 FROM obligation WHERE id = ANY ($1::uuid[])`, [duties]);
    await copies('execution_report', { obligation_id: arrayOf(duties), permit_id: arrayOf(permits), state: `'submitted'`, submitted_at: 'now()', revision: '1' });
    // reports that nobody has begun
    await copies('obligation', { permit_id: arrayOf(permits), status: `'upcoming'`, done_at: 'NULL', excused_by: 'NULL' }, { where: `kind = 'report-annual'` });
    await rows(`INSERT INTO monitoring_outage (permit_id, enterprise_id, enterprise_name, site_id, site_name, region_code, permit_number, place, pollutants, started_at, cause, reported_late, reported_at, reported_by, reported_by_name, state, version)
      SELECT id, enterprise_id, enterprise_name, site_id, site_name, region_code, number, 'DW001', '{COD}', now(), '复制', false, now(), enterprise_id, '复制', 'withdrawn', 1 FROM permit ORDER BY id LIMIT 1`);
    await copies('monitoring_outage', { permit_id: arrayOf(permits) });
    await copies('stoppage', { permit_id: arrayOf(permits), state: `'withdrawn'` });
    await copies('notification', { key: `'copy:' || g` }, { where: `user_id = (SELECT user_id FROM membership WHERE org_id = '${people['hospital']?.orgId ?? ''}' LIMIT 1)` });
    await copies('signature_record', { subject_id: arrayOf(cases) }, { where: 'to_authority AND owner_org_id = (SELECT enterprise_id FROM permit ORDER BY id LIMIT 1)' });
    await copies('organisation', { uscc: `'91141181MA0CPY' || lpad(g::text, 4, '0')` }, { where: `kind = 'enterprise'` });
    await rows(`INSERT INTO permit_import (region_code, name, hash, file_id, source_on, state, created_by, created_by_name, created_at, step_by, version) SELECT region_code, '名单.xlsx', 'copy', (SELECT id FROM stored_file LIMIT 1), '2026-11-20', 'judged', enterprise_id, '复制', now(), enterprise_id, 1 FROM permit LIMIT 1`);
    await copies('permit_import', { hash: `'copy' || g` });
    const results = await resultsOf(permits);
    await copies('exceedance', { permit_id: arrayOf(permits), result_id: arrayOf(results) });
    await copies('supervision', { case_id: arrayOf(cases) });
    await rows(`INSERT INTO permit_registration (number, enterprise_id, enterprise_name, uscc, site_id, site_sequence, site_name, region_code, industry_code, industry_name, status, valid_from, valid_to, version_number, version, created_at)
      SELECT 'DJ-2026-900001', enterprise_id, enterprise_name, uscc, site_id, site_sequence, site_name, region_code, '3032', '建筑用石加工', 'valid', '2026-01-01', '2030-12-31', 1, 1, now() FROM permit ORDER BY id LIMIT 1`);
    await copies('permit_registration', { number: `'DJ-2026-8' || lpad(g::text, 5, '0')`, site_id: 'uuidv7()' });
    await contracts();
    await cancellations();
    await retainers();
  }

  /** Contracts of tasks that are not there, each with a dispute. */
  async function contracts(): Promise<void> {
    await records.world.db.transaction(async () => {
      await rows('SET LOCAL session_replication_role = replica');
      await rows(`INSERT INTO contract (task_id, title, kind, enterprise_id, enterprise_name, firm_id, firm_name, region_code, state, awarded_at, sign_due, sign_by_law, bid_price_yuan, bid_duration_days, next_due, search, created_at, updated_at)
        SELECT uuidv7(), '自行监测', 'testing', enterprise_id, enterprise_name, uuidv7(), '检测机构', region_code, 'due', now(), '2026-12-23', false, 1000, 30, '2026-12-23', '自行监测', now(), now() FROM permit ORDER BY id LIMIT 1`);
    });
    const made = await copies('contract', { task_id: 'uuidv7()' });
    await rows(`INSERT INTO contract_dispute (contract_id, enterprise_id, firm_id, region_code, side, claim, state, opened_by_name, opened_at, search) SELECT id, enterprise_id, firm_id, region_code, 'enterprise', '复制', 'open', '复制', now(), '复制' FROM contract WHERE id <> ALL ($1::uuid[])`, [made]);
    await copies('contract_dispute', { contract_id: arrayOf(made) });
    await rows(`INSERT INTO filed_deliverable (delivery_id, file_id, kind, name, hash, task_id, task_title, enterprise_id, enterprise_name, firm_id, firm_name, accepted_at, state, search) SELECT uuidv7(), uuidv7(), 'monitoring', '报告.pdf', 'copy', task_id, title, enterprise_id, enterprise_name, firm_id, firm_name, now(), 'waiting', '复制' FROM contract ORDER BY id LIMIT 1`);
    await copies('filed_deliverable', { task_id: 'uuidv7()' });
  }

  /** Awards of one enterprise that are not signed, of contracts that are not there; they may be read by everybody. */
  async function cancellations(): Promise<void> {
    await records.world.db.transaction(async () => {
      await rows('SET LOCAL session_replication_role = replica');
      await rows(`INSERT INTO award_cancellation (kind, contract_id, task_id, task_title, task_number, is_public, enterprise_id, enterprise_name, firm_id, firm_name, region_code, price_yuan, duration_days, awarded_at, award_reason, ground, reason, evidence_file_ids, state, noticed_at, noticed_by_name, statement_due, cancelled_at, cancelled_by_name, cancel_reason, object_due, search)
        SELECT 'cancellation', id, task_id, title, 'RW-0', true, enterprise_id, enterprise_name, firm_id, firm_name, region_code, 1000, 30, now(), '复制', 'overdue', '复制', '{}', 'cancelled', now(), '复制', now(), now(), '复制', '复制', now(), '复制' FROM contract`);
      await rows(`INSERT INTO tender_complaint (id, task_id, objection_id, task_title, region_code, enterprise_id, enterprise_name, firm_id, firm_name, demand, facts, state, lodged_at, lodged_by, accept_due, version, search)
        SELECT uuidv7(), task_id, uuidv7(), title, region_code, enterprise_id, enterprise_name, firm_id, firm_name, '复制', '复制', 'lodged', now(), uuidv7(), '2026-12-01', 1, '复制' FROM contract`);
    });
  }

  /** Rated firms with findings against them. */
  async function firms(): Promise<void> {
    const ids = await copies('organisation', { uscc: `'91141181MA0FRM' || lpad(g::text, 4, '0')` }, { where: `kind = 'firm'` });
    await rows(`INSERT INTO firm_profile (firm_id, firm_name, intro, regions, version, listed, updated_at) SELECT id, name, '复制', '{141181}', 1, true, now() FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
    await rows(`INSERT INTO firm_score (firm_id, scope, score, ratings, weight, confidence, ranked, parts, computed_on) SELECT id, 'all', 4, 3, 3, 'medium', true, '[]', '2026-11-20' FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
    await rows(
      `INSERT INTO firm_finding (id, kind, firm_id, firm_name, region_code, occurred_on, source, facts, legal_basis, evidence_file_id, state, proposed_by, proposed_by_name, proposed_at, statement_due, version)
       SELECT uuidv7(), 'fraud', id, name, '141181', '2026-11-01', '复制', '复制', '复制', id, 'proposed', id, '复制', now(), now(), 1 FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
    await credit(ids);
  }

  /** What credit shows of the firms. */
  async function credit(ids: readonly string[]): Promise<void> {
    await rows(`INSERT INTO credit_standing (subject_id, subject_kind, region_code, scheme_key, score, grade, place, vetoes, active_events, results, as_of, computed_at, grade_since)
      SELECT id, 'firm', '141181', 'firm-100', 100, 'D', 3, '{}', 0, '[{"scheme": "firm-100", "schemeTitle": "复制", "inForce": true, "score": "100.00", "grade": "D", "gradeTitle": "D", "colour": "black", "place": 3, "vetoes": []}]', '2026-11-20', now(), '2026-11-20' FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
    await rows(`INSERT INTO credit_entry (id, kind, subject_id, subject_name, region_code, type, severity, content, state, proposed_by, proposed_by_name, proposed_at, version)
      SELECT uuidv7(), 'record', id, name, '141181', 'firm.late', 'minor', '{"title": "复制"}', 'recorded', id, '复制', now(), 1 FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
    await repairs(ids);
    await rows(`INSERT INTO credit_scheme (key, subject_kind, method, title, legal_basis, state, effective_from, version, created_by, created_by_name, created_at) SELECT 'copy', 'firm', 'points', '复制', '复制', 'draft', '2027-01-01', 1, id, '复制', now() FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
    await rows(`INSERT INTO credit_run (id, kind, region_code, days, state, total, done, moved, started_by_name, started_at) SELECT uuidv7(), 'simulate', '', '{2026-11-20}', 'done', 0, 0, 0, '复制', now() FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  /** Applications for repair and appeals of the firms, to be accepted, and certificates of one enterprise. */
  async function repairs(ids: readonly string[]): Promise<void> {
    const events = `INSERT INTO credit_event (id, key, subject_id, type, severity, title, facts, legal_basis, source_type, occurred_on, valid_from, recorded_at, recorded_by, recorded_by_name) SELECT uuidv7(), 'copy:' || id, id, 'firm.late', 'general', '复制', '复制', '复制', 'copy', '2026-11-01', '2026-11-01', now(), id, '复制' FROM organisation WHERE id = ANY ($1::uuid[])`;
    await rows(events, [ids]);
    for (const [table, kind, prefix, [column, value]] of [['credit_repair', 'credit-repair', 'XF', ['eligible_from', `DATE '2026-11-01'`]], ['credit_appeal', 'credit-appeal', 'XY', ['ground', `'over'`]]] as const) {
      const made = await copies('case_record', { number: `'${prefix}-2026-9' || lpad(g::text, 5, '0')`, kind: `'${kind}'`, state: `'submitted'`, closed_at: 'NULL' }, { where: `state = 'issued'` });
      await rows(`INSERT INTO ${table} (id, number, subject_id, subject_name, subject_kind, region_code, event_id, event_key, event_type, event_title, severity, open, statement, electronic_service, created_at, submitted_at, search, ${column})
        SELECT k.id, k.number, e.subject_id, '复制', 'firm', k.region_code, e.id, e.key, e.type, e.title, e.severity, true, '复制', true, now(), now(), '复制', ${value}
          FROM (SELECT *, row_number() OVER (ORDER BY id) AS nth FROM case_record WHERE id = ANY ($1::uuid[])) k JOIN (SELECT *, row_number() OVER (ORDER BY id) AS nth FROM credit_event WHERE key LIKE 'copy:%') e USING (nth)`, [made]);
    }
  }

  /** Retainers of one enterprise, each with a visit, a finding and a report. */
  async function retainers(): Promise<void> {
    await rows(`INSERT INTO retainer (number, kind, client_id, client_name, firm_id, firm_name, region_code, scope, visits_per_month, report_day, notice_days, starts_on, ends_on, state, offered_by_name, accepted_at, ended_on, ended_way, search, created_at, updated_at)
      SELECT 'GJ-0', 'enterprise', enterprise_id, enterprise_name, uuidv7(), '管家机构', region_code, '复制', 1, 10, 30, '2025-01-01', '2025-12-31', 'ended', '复制', now(), '2025-12-31', 'date', '复制', now(), now() FROM permit ORDER BY id LIMIT 1`);
    const made = await copies('retainer', { number: `'GJ-' || g`, firm_id: 'uuidv7()' });
    await rows(`INSERT INTO retainer_member (retainer_id, enterprise_id, enterprise_name, region_code, state) SELECT id, client_id, client_name, region_code, 'invited' FROM retainer`);
    await rows(`INSERT INTO steward_visit (retainer_id, enterprise_id, enterprise_name, firm_id, firm_name, planned_on, visitor_id, visitor_name, topics, state, items, created_at) SELECT id, client_id, client_name, firm_id, firm_name, '2025-02-01', firm_id, '复制', '{}', 'planned', '[]', now() FROM retainer`);
    await rows(`INSERT INTO steward_finding (retainer_id, visit_id, enterprise_id, enterprise_name, firm_id, firm_name, item_key, topic, item_text, legal_basis, severity, place, description, advice, found_on, due_on, state, search) SELECT retainer_id, id, enterprise_id, enterprise_name, firm_id, firm_name, 'a', '复制', '', '', 'minor', '复制', '复制', '复制', '2025-02-01', '2025-03-01', 'open', '复制' FROM steward_visit`);
    await rows(`INSERT INTO steward_report (retainer_id, enterprise_id, enterprise_name, firm_id, firm_name, month, revision, due_on, state, facts, remark, drafted_at, signed_on, search) SELECT id, client_id, client_name, firm_id, firm_name, '2025-01', 1, '2025-02-10', 'signed', '{}', '', now(), '2025-02-09', '复制' FROM retainer`);
    await rows(`INSERT INTO park (name, region_code, kept_by, kept_by_name, created_at, updated_at) SELECT '园区' || g, (SELECT region_code FROM permit LIMIT 1), $1, '复制', now(), now() FROM generate_series(1, ${ROWS}) AS g`, [made[0]]);
  }

  /** Each of another permit, so that a list that looks permits up one by one is found out. */
  async function resultsOf(permits: readonly string[]): Promise<string[]> {
    await rows(
      `INSERT INTO monitoring_result (permit_id, enterprise_id, medium, place, pollutant, method, sampled_at, sampled_on, reported, below_detection, value, unit, reported_unit, compared_value, limit_value, verdict, steps, source, entered_at, entered_by, entered_by_name)
       SELECT id, enterprise_id, 'air', 'DA001', 'NOx', 'manual', now(), valid_from, '60', false, 60, 'mg/m³', 'mg/m³', 60, 50, 'exceeded', '[]', 'form', now(), enterprise_id, '复制' FROM permit ORDER BY id LIMIT 1`);
    await rows(
      `INSERT INTO exceedance (result_id, permit_id, enterprise_id, enterprise_name, site_id, site_name, region_code, place, pollutant, sampled_on, compared_value, limit_value, unit, state, created_at)
       SELECT (SELECT m.id FROM monitoring_result m LIMIT 1), p.id, enterprise_id, enterprise_name, site_id, site_name, region_code, 'DA001', 'NOx', valid_from, 60, 50, 'mg/m³', 'open', now() FROM permit p ORDER BY p.id LIMIT 1`);
    await rows(`INSERT INTO supervision (case_id, clock, run, level, raised_at) SELECT id, 'review', 1, 'overdue', now() FROM case_record WHERE state = 'issued' ORDER BY id LIMIT 1`);
    return copies('monitoring_result', { permit_id: arrayOf(permits) });
  }

  /** What banks asked for, asked and were told. */
  async function banks(): Promise<void> {
    const bank = `(SELECT m.org_id FROM membership m JOIN app_user u ON u.id = m.user_id WHERE u.email = 'bank@demo.local')`;
    const each = `generate_series(1, 40) AS g, organisation o, organisation e WHERE o.id = ${bank} AND e.id = (SELECT enterprise_id FROM permit ORDER BY id LIMIT 1)`;
    await rows(`INSERT INTO bank_authorization (id, number, enterprise_id, enterprise_name, bank_id, bank_name, region_code, origin, state, purpose, purpose_words, asked_scopes, asked_from, asked_to, answer_by, created_at, version) SELECT uuidv7(), 'SQ-2026-8' || lpad(g::text, 5, '0'), e.id, e.name, o.id, o.name, e.region_code, 'request', 'withdrawn', 'other', '复制', '{credit}', '2026-01-01', '2026-12-31', '2026-12-31', now(), 1 FROM ${each}`);
    await rows(`INSERT INTO bank_client (id, client_id, bank_id, bank_name, region_code, name, purpose, scopes, state, proposed_by, proposed_by_name, proposed_at, version) SELECT uuidv7(), 'hbc_' || g, o.id, o.name, o.region_code, '复制', '复制', '{query}', 'proposed', o.id, '复制', now(), 1 FROM ${each}`);
    await rows(`INSERT INTO bank_query (id, authorization_id, authorization_number, enterprise_id, enterprise_name, bank_id, bank_name, region_code, channel, by_name, purpose, purpose_words, fields, at) SELECT uuidv7(), id, number, enterprise_id, enterprise_name, bank_id, bank_name, region_code, 'page', '复制', purpose, '复制', '{uscc}', now() FROM bank_authorization`);
    await rows(`INSERT INTO bank_webhook (id, bank_id, client_id, name, url, algorithm, secret_cipher, secret_ending, state, created_by_name, created_at, version) SELECT uuidv7(), bank_id, id, '复制', 'https://hooks.bank.example/', 'hmac-sha256', 'x', 'xxxx', 'active', '复制', now(), 1 FROM bank_client`);
    await rows(`INSERT INTO bank_delivery (id, webhook_id, bank_id, event, source_key, sequence, body, state, attempts, created_at) SELECT uuidv7(), id, bank_id, 'ping', 'copy', 0, '{}', 'delivered', 1, now() FROM bank_webhook`);
    await rows(`INSERT INTO bank_batch (id, number, bank_id, asked_by, by_name, state, total, done, answered, refused, created_at, keep_until) SELECT uuidv7(), 'PL-2026-8' || lpad(g::text, 5, '0'), o.id, o.id, '复制', 'done', 0, 0, 0, 0, now(), now() + interval '1 day' FROM ${each}`);
    await rows(`INSERT INTO kept_fact (step, enterprise_id, enterprise_name, uscc, region_code, kind, value, unit, from_on, to_on, authority, document_no, note, source, state, counts, proposed_by, proposed_by_name, proposed_by_org, proposed_at, decided_by, decided_at, search)
      SELECT 'record', id, name, '', region_code, 'online-run-hours', '600', 'h', make_date(2000 + g, 1, 1), make_date(2000 + g, 1, 31), '复制', '复制' || g, '', 'form', 'confirmed', true, id, '复制', id, now(), uuidv7(), now(), '复制' FROM organisation, generate_series(1, 40) AS g WHERE id = $1`, [people['hospital']?.orgId]);
  }

  /** Complaints to be judged, and rows of their routing. */
  async function complaints(): Promise<void> {
    await copies('case_record', { number: `'JB-2026-9' || lpad(g::text, 5, '0')`, kind: `'complaint'`, state: `'received'`, closed_at: 'NULL' }, { where: `state = 'issued'` });
    await rows(`INSERT INTO complaint (id, number, channel, region_code, subject, place, what, is_named, has_phone, wants_reply, received_at, search) SELECT id, number, 'web', region_code, 'odour', '复制', '复制', false, false, false, now(), '复制' FROM case_record WHERE kind = 'complaint'`);
    await rows(`INSERT INTO complaint_route (region_code, place_words, kind, unit, basis, effective_from, set_by_name, set_at) SELECT region_code, '{}', 'own', '复制', '复制', '2026-01-01', '复制', now() FROM complaint`);
  }

  /** Penalty cases of the hospital: told, decided and published. */
  async function penalties(): Promise<void> {
    await copies('case_record', { number: `'CF-2026-9' || lpad(g::text, 5, '0')`, kind: `'penalty'`, state: `'performing'`, closed_at: 'NULL' }, { where: `state = 'issued'` });
    await rows(`INSERT INTO penalty (id, number, region_code, party_kind, party_org_id, party_name, clue_kind, clue_text, discovered_on, opened_by, opened_by_name, opened_at, violation, violation_title, has_consequence, investigators, told_at, search) SELECT id, number, region_code, 'enterprise', $1, '复制', 'inspection', '复制', '2026-11-01', $1, '复制', now(), 'ledger', '复制', false, '[]', now(), '复制' FROM case_record WHERE kind = 'penalty'`, [people['hospital']?.orgId]);
    await rows(
      `INSERT INTO penalty_decision (penalty_id, number, kind, measures, fine_yuan, confiscate_yuan, due_fine_yuan, reasons, law, paper, decided_by, decided_by_name, decided_on, served, served_on, plan, publish_due, published_at, public_summary, publish_until)
       SELECT id, number, 'penalty', '{fine}', 1, 0, 1, '复制', '{"legalBasis": "复制"}', '{"issuer": "复制"}', id, '复制', '2026-11-01', '{}', '2026-11-02', '[]', '2026-11-10', now(), '复制', '2099-01-01' FROM penalty`);
  }

  /** Everybody on the supervision list, told and published; the hospital's cases are its own. */
  async function watchList(): Promise<void> {
    await copies('case_record', { number: `'SX-2026-9' || lpad(g::text, 5, '0')`, kind: `'watch-listing'`, state: `'listed'`, closed_at: 'NULL' }, { where: `state = 'issued'` });
    await rows(`INSERT INTO watch_list_entry (id, number, region_code, subject_kind, subject_org_id, subject_name, subject_key, trigger, facts, occurred_on, open, opened_by, opened_by_name, opened_at, told_at, public_reason, search)
                SELECT id, number, region_code, 'enterprise', $1, party_name, 'copy:' || id, 'other', '复制', '2026-11-01', true, id, '复制', now(), now(), '复制', '复制' FROM case_record WHERE kind = 'watch-listing' AND number LIKE 'SX-2026-9%'`, [people['hospital']?.orgId]);
    await rows(`INSERT INTO watch_list_decision (entry_id, number, paper, months, reasons, exit_conditions, remedies, decided_by, decided_by_name, decided_on, served, served_on, listed_until, published_at)
                SELECT id, number, '{"issuer": "复制"}', 24, '复制', '复制', '[]', id, '复制', '2026-11-01', '{}', '2026-11-02', '2099-01-01', now() FROM watch_list_entry`);
  }

  /** A year in publicity, with everybody on its list. */
  async function evaluations(): Promise<void> {
    await rows(`INSERT INTO evaluation_year (id, year, region_code, as_of, state, report_until, check_until, review_until, publicity_days, publish_workdays, publish_by, schemes, legal_basis, opened_by, opened_by_name, opened_at, list_published_at)
      SELECT uuidv7(), 2013 + g, '141181', '2014-12-31', 'running', '2015-02-15', '2015-03-05', '2015-03-20', 15, 5, '2015-04-30', '[{"key": "copy"}]', '复制', id, '复制', now(), now() FROM generate_series(1, 40) AS g, (SELECT id FROM organisation LIMIT 1) o`);
    const cases = await copies('case_record', { number: `'PJ-2026-9' || lpad(g::text, 5, '0')`, kind: `'credit-evaluation'`, state: `'publicity'`, closed_at: 'NULL' }, { where: `state = 'issued'` });
    await rows(`INSERT INTO evaluation_participant (id, year_id, year, subject_id, subject_name, region_code, reasons, added_by_name, added_at, evaluation_id, search) SELECT uuidv7(), y.id, y.year, uuidv7(), '复制', '141181', '[{"rule": "hand", "words": "复制"}]', '复制', now(), k.id, '复制' FROM (SELECT id FROM case_record WHERE id = ANY ($1::uuid[])) k, (SELECT id, year FROM evaluation_year ORDER BY year DESC LIMIT 1) y`, [cases]);
    await rows(`INSERT INTO credit_evaluation (id, year_id, year, participant_id, subject_id, subject_name, region_code, prefills, answers, voluntary, checks, voluntary_checks, public_from, public_until, score, grade, grade_title, colour, search) SELECT evaluation_id, year_id, year, id, subject_id, subject_name, region_code, '{}', '{}', '[]', '{}', '{}', '2026-11-20', '2026-12-05', 90, 'A', 'A级', 'green', '复制' FROM evaluation_participant`);
  }

  /** Rectifications of the hospital, served and listed for supervision. */
  async function rectifications(): Promise<void> {
    await copies('case_record', { number: `'ZG-2026-9' || lpad(g::text, 5, '0')`, kind: `'rectification'`, state: `'fixing'`, closed_at: 'NULL' }, { where: `state = 'issued'` });
    await rows(`INSERT INTO rectification (id, number, region_code, enterprise_id, enterprise_name, source, place, facts, plan_required, officers, finders, form_version, opened_at, opened_by_name, issued_at, issued_by, paper, due_on, rejections, search) SELECT id, number, region_code, $1, '复制', 'manual', '复制', '复制', true, '[]', '{}', 1, now(), '复制', now(), $1, '{}', '2026-12-01', 0, '复制' FROM case_record WHERE kind = 'rectification'`, [people['hospital']?.orgId]);
    await rows(`INSERT INTO rectification_item (rectification_id, place, title, description, requirement, conduct_on, law, law_verified, days, state, done_late, version) SELECT id, 1, '复制', '复制', '复制', '2026-11-01', '复制', false, 10, 'open', false, 1 FROM rectification`);
    await rows(`INSERT INTO rectification_supervision (id, rectification_id, reason, demand, due_on, is_public, paper, started_by, started_by_name, started_at) SELECT uuidv7(), id, '复制', '复制', '2026-12-20', true, '{"number": "复制"}', id, '复制', now() FROM rectification`);
  }

  beforeAll(async () => {
    records = await RecordsWorld.begin();
    await records.world.runJobs();
    const officer = (role: string): Promise<Person> => records.officer(`bureau.${role}`);
    people = {
      hospital: await records.hospital(), lime: await records.lime(), anyone: records.world.anyone, intake: await officer('intake'), reviewer: await officer('reviewer'), supervisor: await officer('supervisor'), enforcer: await officer('enforcer'), admin: await officer('admin'), bank: await records.world.as('bank.manager'),
    };
    const [duty] = await rows(`SELECT id FROM obligation WHERE kind = 'report-quarterly' AND status <> 'excused' ORDER BY due_on LIMIT 1`);
    await people['hospital']?.post('/execution-reports', { dutyId: duty.id as string });
    await people['hospital']?.post('/stoppages', { permitId: records.permitId, kind: 'planned', fromOn: '2026-12-01', toOn: '2026-12-05', reason: '设备检修停产' });
    await populate();
  }, 600_000);
  afterAll(() => records.end());

  it.each<[string, string]>([
    ['bank', '/bank-authorizations'], ['hospital', '/bank-authorizations'], ['bank', '/bank-clients'], ['admin', '/bank-clients'], ['bank', '/bank-queries'], ['hospital', '/bank-queries'], ['bank', '/bank-batches'], ['bank', '/bank-webhooks'], ['bank', '/bank-deliveries'], ['supervisor', '/kept-facts'], ['hospital', '/kept-facts'],
    ['supervisor', '/complaints'], ['supervisor', '/complaint-routes'], ['supervisor', '/penalties'], ['hospital', '/own-penalties'], ['anyone', '/public/penalties'], ['supervisor', '/rectifications'], ['hospital', '/own-rectifications'], ['anyone', '/public/supervised-rectifications'],
    ['supervisor', '/watch-list'], ['hospital', '/own-watch-list'], ['supervisor', '/watch-list-register'], ['anyone', '/public/watch-list'],
    ['lime', '/permit-applications'], ['intake', '/permit-applications'], ['intake', '/cases'], ['reviewer', '/cases'], ['lime', '/cases/own'], ['hospital', '/permits'], ['reviewer', '/permits'], ['anyone', '/public/permits'],
    ['hospital', '/duties'], ['enforcer', '/duties'], ['enforcer', '/duty-enforcement'], ['hospital', '/execution-reports'], ['reviewer', '/execution-reports'], ['hospital', '/execution-reports/to-write'], ['hospital', '/stoppages'], ['enforcer', '/stoppages'], ['hospital', '/monitoring-outages'], ['enforcer', '/monitoring-outages'],
    ['hospital', '/notifications'], ['hospital', '/signatures'], ['supervisor', '/signatures'], ['admin', '/organisations'], ['admin', '/permit-imports'], ['hospital', '/monitoring'], ['enforcer', '/monitoring'], ['hospital', '/ledgers'],
    ['hospital', '/exceedances'], ['enforcer', '/exceedances'], ['anyone', '/public/monitoring-results'], ['supervisor', '/supervisions'], ['reviewer', '/permit-registrations'], ['anyone', '/public/permit-registrations'],
    ['reviewer', '/limits'], ['admin', '/conditions'], ['admin', '/reference-data'], ['admin', '/audit-log'], ['enforcer', '/firm-findings'], ['anyone', '/public/firm-rankings'], ['anyone', '/public/firms'], ['hospital', '/contracts'], ['supervisor', '/contract-disputes'], ['hospital', '/deliverables'],
    ['hospital', '/award-cancellations'], ['supervisor', '/award-cancellations'], ['supervisor', '/tender-complaints'], ['anyone', '/public/award-cancellations'],
    ['hospital', '/retainers'], ['hospital', '/steward-visits'], ['hospital', '/steward-findings'], ['hospital', '/steward-reports'], ['supervisor', '/steward-quality'], ['supervisor', '/parks'],
    ['supervisor', '/credit-subjects'], ['supervisor', '/credit-entries'], ['supervisor', '/credit-schemes'], ['supervisor', '/credit-runs'], ['supervisor', '/credit-lists'], ['anyone', '/public/credit-register'], ['supervisor', '/credit-repairs'], ['supervisor', '/credit-appeals'], ['supervisor', '/evaluation-years'], ['supervisor', '/credit-evaluations'], ['anyone', '/public/credit-evaluations'],
  ])('%s reads %s with as many statements for thirty rows as for three', async (who, path) => {
    const person = people[who] as Person;
    const read = (limit: number): Promise<Any> => person.get(`${path}?limit=${limit}`);
    await read(FEW);
    const [few, many] = [await statementsOf(() => read(FEW)), await statementsOf(() => read(MANY))];
    expect([few.result.status, few.result.body.items.length]).toEqual([200, FEW]);
    expect(many.result.body.items.length).toBeGreaterThan(FEW * 2);
    // the statements themselves, so that a failure shows which one is asked again and again
    expect(kinds(many.statements)).toEqual(kinds(few.statements));
  });

  it('would be found out', async () => {
    const { statements } = await statementsOf(async () => {
      for (let one = 0; one < FEW; one += 1) await rows('SELECT 1');
    });
    expect(statements).toEqual(['SELECT 1', 'SELECT 1', 'SELECT 1']);
  });
});

/** Statements and how often each was sent; how many rows are asked for and the number of parameters make no difference. */
function kinds(statements: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of statements) {
    const kind = one.replace(/LIMIT \d+/g, 'LIMIT n').replace(/\(\s*\$\d+(?:::\w+)?(?:,\s*\$\d+(?:::\w+)?)*\s*\)/g, '($…)');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
