// `npm run bench -- records`: ledger lists with 10,000 and with a million entries, measured in one run on one machine, and the plan
// of every question by EXPLAIN. Half of the entries belong to the demonstration's permit, half to others. Options: --rows N, --small N, --seconds N, --clients N.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts } from '../../scripts/lib/paths.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { headersOf } from './sign-in.mjs';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' }, small: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '5' }, clients: { type: 'string', default: '20' } },
});
const P95_LIMIT_MS = 100;
const RATIO_LIMIT = 1.5;
const BATCH = 50_000;
const data = join(artifacts, 'bench-records');
const officer = 'bureau.enforcer';

/** What is asked; `permit` is the demonstration's, `row` any number of an entry. */
const QUESTIONS = [
  ['entries by day', permit => `/api/v1/ledgers/${permit}/entries?limit=20`],
  ['entries by the moment of entry', permit => `/api/v1/ledgers/${permit}/entries?limit=20&sort=-entered`],
  ['entries of a kind', permit => `/api/v1/ledgers/${permit}/entries?limit=20&kind=treatment-operation`],
  ['entries of an item', permit => `/api/v1/ledgers/${permit}/entries?limit=20&itemKey=facility-operation:MF0001`],
  ['entries of a month', permit => `/api/v1/ledgers/${permit}/entries?limit=20&from=2020-03-01&to=2020-03-31`],
  ['entered late', permit => `/api/v1/ledgers/${permit}/entries?limit=20&only=late`],
  ['a word, few hits', permit => `/api/v1/ledgers/${permit}/entries?limit=20&q=${encodeURIComponent('应急演练')}`],
  ['a word, nearly all', permit => `/api/v1/ledgers/${permit}/entries?limit=20&q=${encodeURIComponent('巡检')}`],
  ['the day', permit => `/api/v1/ledgers/${permit}/day`],
  ['gaps of a month', permit => `/api/v1/ledgers/${permit}/completeness`],
  ['list of ledgers', () => '/api/v1/ledgers?limit=20'],
];

/** Twenty entries a day and permit, back from today; a word in a thousand is rare. */
const FILL = `
  INSERT INTO ledger_entry (permit_id, enterprise_id, kind, item_key, item_title, business_date, data, search, source, external_id, late_days, entered_at, entered_by, entered_by_name)
  SELECT CASE WHEN i % 2 = 0 THEN p.id ELSE ('01a03333' || lpad(to_hex(i % 50), 8, '0') || '7000800000000000')::uuid END, p.enterprise_id,
         (ARRAY['facility-operation', 'treatment-operation', 'other'])[1 + i % 3], (ARRAY['facility-operation:MF0001', 'treatment-operation:TW001', 'other:event'])[1 + i % 3], '巡检',
         current_date - (i / 40)::integer % 1800, jsonb_build_object('what', '巡检', 'how', '第' || i || '次'), CASE WHEN i % 1000 = 0 THEN '应急演练 ' ELSE '巡检记录 ' END || i, 'api', 'bench-' || i, CASE WHEN i % 97 = 0 THEN 3 ELSE 0 END, now(), p.enterprise_id, '压测'
    FROM generate_series($1::bigint, $2::bigint) AS i, (SELECT * FROM permit ORDER BY created_at LIMIT 1) p`;

async function fill(client, from, to) {
  await client.query('SET synchronous_commit = off');
  const { rows: words } = await client.query(`SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'ledger_entry' AND indexdef LIKE '%USING gin%'`);
  for (const { name } of words) await client.query(`DROP INDEX ${name}`);
  for (let start = from + 1; start <= to; start += BATCH) await client.query(FILL, [start, Math.min(start + BATCH - 1, to)]);
  for (const { definition } of words) await client.query(definition);
  await client.query('VACUUM ANALYZE ledger_entry');
}

async function ask(stack, permit, [, path]) {
  const headers = await headersOf(stack, officer);
  const times = [];
  const until = performance.now() + Number(options.seconds) * 1000;
  await Promise.all(
    Array.from({ length: Number(options.clients) }, async () => {
      while (performance.now() < until) {
        const started = performance.now();
        const response = await fetch(`${stack.baseUrl}${path(permit)}`, { headers });
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${path(permit)}: ${response.status}`);
        times.push(performance.now() - started);
      }
    }),
  );
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)];
}

async function measure(stack, permit) {
  const results = [];
  for (const question of QUESTIONS) {
    await ask(stack, permit, question).catch(() => undefined); // warm
    results.push(await ask(stack, permit, question));
  }
  return results;
}

/** The plans of the lists themselves: an index for each, never a walk over the table. */
async function explain(client, permit) {
  const lists = {
    'by day': ['', 'business_date DESC, id DESC'], 'by entry': ['', 'id DESC'], 'of a kind': [`AND kind = 'other'`, 'business_date DESC, id DESC'], 'of an item': [`AND item_key = 'other:event'`, 'business_date DESC, id DESC'],
    'entered late': ['AND late_days > 1', 'business_date DESC, id DESC'],
  };
  for (const [name, [condition, order]] of Object.entries(lists)) {
    const { rows } = await client.query(`EXPLAIN SELECT * FROM ledger_entry WHERE permit_id = '${permit}' ${condition} ORDER BY ${order} LIMIT 21`);
    const plan = rows.map(row => row['QUERY PLAN']).find(line => /Scan/.test(line))?.trim() ?? '';
    console.log(`${name.padEnd(44)} ${plan.replace(/\s+\(cost.*$/, '')}`);
    if (/Seq Scan/.test(plan)) process.exitCode = 1;
  }
}

function report(small, large) {
  const ms = value => value.toFixed(1).padStart(8);
  let failed = 0;
  console.log(`\n${'asked'.padEnd(44)} ${`p95 ${options.small}`.padStart(12)} ${`p95 ${options.rows}`.padStart(12)} ${'ratio'.padStart(6)}`);
  for (const [index, [name]] of QUESTIONS.entries()) {
    const ratio = large[index] / small[index];
    const holds = large[index] <= P95_LIMIT_MS && (ratio <= RATIO_LIMIT || large[index] <= P95_LIMIT_MS / 10);
    if (!holds) failed += 1;
    console.log(`${name.padEnd(44)} ${ms(small[index])}  ms ${ms(large[index])}  ms ${ratio.toFixed(2).padStart(6)}${holds ? '' : '  !'}`);
  }
  console.log(`\n${options.clients} clients. Wanted: p95 ≤ ${P95_LIMIT_MS} ms and at most ${RATIO_LIMIT} times the smaller one (or below a tenth of the limit); ${failed} of ${QUESTIONS.length} do not hold.`);
}

if (existsSync(data)) await reset(data);
const stack = new Stack({ data, port: 0, env: { HB_RATE_FACTOR: '100000', HB_LOG_LEVEL: 'error' } });
let client;
try {
  await stack.start();
  client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const permit = (await client.query('SELECT id FROM permit ORDER BY created_at LIMIT 1')).rows[0].id;
  const [small, rows] = [Number(options.small), Number(options.rows)];
  await fill(client, 0, small);
  const few = await measure(stack, permit);
  const started = performance.now();
  await fill(client, small, rows);
  console.log(`\nFilled in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  report(few, await measure(stack, permit));
  await explain(client, permit);
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  await client?.end();
  await stack.stop();
  await reset(data);
}
