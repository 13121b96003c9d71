// `npm run bench -- credit`: 10,000 enterprises with 200 events each. Everybody anew in the worker, with its progress; one enterprise as of
// any day; an event by hand with all that follows; the ledger laid down in another order gives the same standings, bit for bit. Options: --subjects N, --events N, --asked N, --clients N.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts } from '../../scripts/lib/paths.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { machine } from './asking.mjs';
import { p50, p95 } from './figures.mjs';
import { headersOf } from './sign-in.mjs';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { subjects: { type: 'string', default: '10000' }, events: { type: 'string', default: '200' }, asked: { type: 'string', default: '400' }, clients: { type: 'string', default: '4' } },
});
const [SUBJECTS, EVENTS, ASKED, CLIENTS] = [options.subjects, options.events, options.asked, options.clients].map(Number);
const LIMITS = { recompute: 60_000, asOf: 50, one: 50 };
const RECORDED = 40;
const BATCH = 500;
const data = join(artifacts, 'bench-credit');

const ORGANISATIONS = `
  INSERT INTO organisation (id, kind, uscc, name, status, region_code, address, legal_representative, contact_name, version, created_at, updated_at)
  SELECT uuidv7(), 'enterprise', 'BENCH' || lpad(i::text, 13, '0'), '压测企业' || i, 'active', region_code, address, legal_representative, contact_name, 1, now(), now()
    FROM generate_series(1, $1) AS i, (SELECT * FROM organisation WHERE kind = 'enterprise' ORDER BY id LIMIT 1) o`;
/** Over five years: most have ended, some count, some are readings; one in twenty was repaired. */
const EVENTS_OF = `
  INSERT INTO credit_event (id, key, subject_id, type, severity, title, facts, legal_basis, source_type, indicator, measure, occurred_on, valid_from, recorded_at, recorded_by, recorded_by_name)
  SELECT uuidv7(), 'bench:' || o.id || ':' || e, o.id, t.type, CASE WHEN t.type = 'licence-revoked' THEN 'serious' ELSE 'general' END, '压测事件', '压测', '大气污染防治法 第九十九条', 'bench',
         CASE WHEN t.type = 'reading' THEN (1 + e % 21)::text END, CASE WHEN t.type = 'reading' THEN 60 + e % 40 END, d.day, d.day, d.day + interval '9 hours', o.id, '压测'
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM organisation WHERE uscc LIKE 'BENCH%' AND id > $2 ORDER BY id LIMIT ${BATCH}) o, generate_series(1, $1) AS e,
         LATERAL (SELECT (ARRAY['warning', 'reading', 'order-correct', 'complaint', 'fine', 'reading', 'exceedance', 'voluntary'])[1 + (e + o.nth) % 8] AS type) t, LATERAL (SELECT current_date - ((e * 9 + o.nth % 7)::int % 1825) AS day) d`;
const CHANGES = `
  INSERT INTO credit_event_change (id, subject_id, event_key, key, status, effective_on, reason, basis, recorded_at, recorded_by, recorded_by_name)
  SELECT uuidv7(), subject_id, key, 'bench', 'repaired', valid_from + 90, '压测', '压测', now(), subject_id, '压测' FROM credit_event WHERE source_type = 'bench' AND type <> 'reading' AND hashtext(key) % 20 = 0`;

async function fill(client) {
  await client.query('SET synchronous_commit = off');
  await client.query(ORGANISATIONS, [SUBJECTS]);
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; done < SUBJECTS; done += BATCH) {
    await client.query(EVENTS_OF, [EVENTS, after]);
    const { rows } = await client.query(`SELECT max(id::text)::uuid AS id FROM (SELECT id FROM organisation WHERE uscc LIKE 'BENCH%' AND id > $1 ORDER BY id LIMIT ${BATCH}) o`, [after]);
    after = rows[0].id;
  }
  await client.query(CHANGES);
  await client.query('VACUUM ANALYZE credit_event');
  await client.query('VACUUM ANALYZE credit_event_change');
}

async function asked(stack, role, path, init = {}) {
  const headers = await headersOf(stack, role);
  const started = performance.now();
  const response = await fetch(`${stack.baseUrl}/api/v1${path}`, { ...init, headers: { ...headers, ...init.headers } });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.slice(0, 300)}`);
  return { body: JSON.parse(answer), ms: performance.now() - started };
}

const json = body => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** From the request to the last batch, as the run itself tells it. */
async function recompute(stack) {
  const { body: run } = await asked(stack, 'bureau.supervisor', '/credit-runs', json({}));
  const started = performance.now();
  for (;;) {
    const { body } = await asked(stack, 'bureau.supervisor', `/credit-runs/${run.id}`);
    process.stdout.write(`\r${body.done} / ${body.total} `);
    if (body.state === 'done') break;
    await sleep(250);
  }
  process.stdout.write('\n');
  return performance.now() - started;
}

async function asOf(stack, ids) {
  const times = [];
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    while (times.length < ASKED) {
      const day = new Date(Date.now() - Math.floor(Math.random() * 700) * 86_400_000).toISOString().slice(0, 10);
      times.push((await asked(stack, 'bureau.supervisor', `/credit-subjects/${ids[Math.floor(Math.random() * ids.length)]}?day=${day}`)).ms);
    }
  }));
  return times;
}

/** An event by hand: ledger, standing under both schemes, snapshot, audit, outbox, in one transaction. */
async function recorded(stack, ids) {
  const times = [];
  for (let n = 0; n < RECORDED; n++) {
    const [id, subjectId] = [randomUUID(), ids[n % ids.length]];
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], { type: 'application/pdf' }), 'a.pdf');
    const { body: file } = await asked(stack, 'bureau.enforcer', `/files?subjectType=credit-entry&subjectId=${id}&purpose=evidence`, { method: 'POST', body: form });
    times.push((await asked(stack, 'bureau.enforcer', '/credit-entries', json({ id, subjectId, type: 'fine', title: '压测罚款', facts: '压测写入的事实说明，不少于十个字', legalBasis: '大气污染防治法 第九十九条', occurredOn: '2026-01-05', evidenceFileId: file.id }))).ms);
  }
  return times;
}

/** Everything the standings say, as one figure. */
async function standings(client) {
  const { rows } = await client.query(`SELECT count(*)::int AS n, md5(string_agg(concat_ws('|', subject_id, scheme_key, score, grade, place, array_to_string(vetoes, '+'), active_events, results::text, next_change_on), E'\\n' ORDER BY subject_id)) AS print FROM credit_standing WHERE subject_id IN (SELECT id FROM organisation WHERE uscc LIKE 'BENCH%')`);
  return rows[0];
}

/** The same rows in another order on the disk: as if they had arrived otherwise. */
async function relaid(client) {
  for (const table of ['credit_event', 'credit_event_change']) {
    await client.query(`CREATE INDEX bench_order ON ${table} (md5(key || subject_id::text))`);
    await client.query(`CLUSTER ${table} USING bench_order`);
    await client.query('DROP INDEX bench_order');
    await client.query(`VACUUM ANALYZE ${table}`);
  }
}

function report(times) {
  let failed = 0;
  for (const [what, value, limit] of times) {
    const holds = value <= limit;
    if (!holds) failed += 1;
    console.log(`${what.padEnd(56)} ${value.toFixed(0).padStart(8)} ms  wanted ≤ ${limit} ms  ${(value / limit).toFixed(2)} of it${holds ? '' : '  !'}`);
  }
  console.log(`\n${SUBJECTS} subjects × ${EVENTS} events, ${CLIENTS} clients. ${machine()} ${failed} of ${times.length} do not hold.`);
}

if (existsSync(data)) await reset(data);
const stack = new Stack({ data, port: 0, env: { HB_RATE_FACTOR: '100000', HB_LOG_LEVEL: 'error' } });
let client;
try {
  await stack.start();
  client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const started = performance.now();
  await fill(client);
  console.log(`Filled in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  const first = await recompute(stack);
  const before = await standings(client);
  await relaid(client);
  const again = await recompute(stack);
  const after = await standings(client);
  const isSame = before.print === after.print && before.n === SUBJECTS;
  console.log(`Replayed in another order: ${after.n} standings ${isSame ? 'the same, bit for bit' : 'DIFFER'}.`);
  if (!isSame) process.exitCode = 1;
  const ids = (await client.query(`SELECT id FROM organisation WHERE uscc LIKE 'BENCH%' ORDER BY id LIMIT 1000`)).rows.map(row => row.id);
  await asOf(stack, ids.slice(0, 50));
  const [days, entries] = [await asOf(stack, ids), await recorded(stack, ids)];
  report([['everybody for the first time, every standing new', first, LIMITS.recompute], ['everybody again', again, LIMITS.recompute], ['one as of any day, p95', p95(days), LIMITS.asOf], ['one as of any day, p50', p50(days), LIMITS.asOf], ['an event by hand with all that follows, p50', p50(entries), LIMITS.one], ['an event by hand with all that follows, p95', p95(entries), LIMITS.one]]);
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  await client?.end();
  await stack.stop();
  await reset(data);
}
