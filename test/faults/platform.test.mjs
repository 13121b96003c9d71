// The whole platform while its parts are killed: answers stay clear, nothing is lost, nothing happens twice, and api and
// worker recover by themselves.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startPostgres, stopServer } from '../../scripts/lib/embedded-postgres.mjs';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts, inRoot } from '../../scripts/lib/paths.mjs';
import { ended, sleep } from '../../scripts/lib/processes.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { draftAndPublish, person, tally } from './people.mjs';

const { generateOpeningKey } = createRequire(import.meta.url)(inRoot('dist/libs/sealing/src/index.js'));
const CLIENTS = 16;
const data = join(artifacts, 'faults-data');
const notes = [];
let stack;

before(async () => {
  if (existsSync(data)) await reset(data);
  // durable, as in production: what was answered with success must survive a crash
  stack = new Stack({ data, port: 0, restart: true, env: { HB_RATE_FACTOR: '1000', HB_JOB_LEASE_SECONDS: '2', HB_LOG_LEVEL: 'info' }, note: line => notes.push(line) });
  await stack.start();
  // what the seed left is no part of this: with so short a lease it is sent again and again, and own work would wait behind it
  await stack.drained();
});
after(async () => {
  await stack?.stop();
  await reset(data);
});

/** One question on a connection of its own, also when the database has just come back. */
async function ask(sql, parameters = []) {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

async function eventually(what, look, seconds = 60) {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look().catch(error => void (look.last = error.message));
    if (seen) return seen;
    if (performance.now() > until) throw new Error(`Waited ${seconds} s in vain for: ${what} ${look.last ?? ''}`);
    await sleep(150);
  }
}

const startAgain = async port => (stack.postgres = await startPostgres({ folder: data, port }));

/** What stood behind the answers 500, from the log of the api. */
function causes() {
  const lines = readFileSync(join(data, 'logs/api.log'), 'utf8').split('\n').filter(line => line.includes('unexpected error'));
  return [...new Set(lines.map(line => JSON.parse(line).error))];
}

/** The ways a database goes away. */
const RESTARTS = {
  'stopped by its operator': async ({ pid, port }) => {
    await stopServer(pid, 10_000);
    await sleep(1500);
    await startAgain(port);
  },
  'killed': async ({ pid, port }) => {
    process.kill(pid, 'SIGKILL');
    await ended(pid, 5000);
    await sleep(500);
    await startAgain(port);
  },
  'one of its sessions crashed': async () => {
    const [{ pid }] = await ask(`SELECT pid FROM pg_stat_activity WHERE application_name = 'huanbao' LIMIT 1`);
    process.kill(pid, 'SIGKILL'); // PostgreSQL ends all sessions and recovers
  },
};

/** What was broken off waits for its next try. */
const ALL_DONE_SECONDS = 240;
async function nothingLeft() {
  const left = await ask(`SELECT job, count(*)::int AS n, max(attempts) AS attempts, max(error) AS error, bool_or(dead_at IS NOT NULL) AS dead FROM outbox WHERE done_at IS NULL AND job <> 'task.close' GROUP BY job`);
  nothingLeft.last = JSON.stringify(left);
  return left.length === 0;
}

test('the database goes away three times under 16 clients', async t => {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => person(stack, 'enterprise.admin', n % 2)));
  const pids = [stack.api.pid, stack.worker.pid];
  const counts = tally();
  const { publicKey: key } = await generateOpeningKey();
  let end = Infinity;
  const working = Promise.all(clients.map((client, n) => draftAndPublish({ stack, client, name: `${n}`, until: () => end, key, counts })));
  working.catch(() => undefined);
  for (const [name, restart] of Object.entries(RESTARTS)) {
    await sleep(2500);
    const [before, since] = [counts.done, performance.now()];
    await restart(stack.postgres);
    await eventually(`work after the database was ${name}`, async () => counts.done > before + CLIENTS);
    t.diagnostic(`${name}: ${((performance.now() - since) / 1000).toFixed(1)} s until every client had worked again`);
  }
  end = performance.now() + 1500;
  const made = (await working).flat();
  t.diagnostic(`${made.length} tasks by ${CLIENTS} clients, ${counts.refused503} answers 503`);

  assert.deepEqual(counts.unclear.slice(0, 3), [], `${counts.unclear.length} answers were neither success nor a clear 503. Their causes: ${causes().join('; ')}`);
  assert.ok(counts.refused503 > 0, 'nobody noticed anything: the database was not away');
  assert.deepEqual([stack.api.pid, stack.worker.pid], pids, 'api and worker must recover without being started again');
  const rows = await ask(`SELECT id, title, state FROM service_task WHERE title LIKE '故障演练 %'`);
  assert.deepEqual(rows.map(row => row.title).sort(), made.map(task => task.title).sort(), 'each task once');
  assert.deepEqual(rows.filter(row => row.state === 'draft'), [], 'each task published');
  await eventually('the worker to have done everything', nothingLeft, ALL_DONE_SECONDS);
  const jobs = await ask(`SELECT payload->>'taskId' AS id, count(*)::int AS n FROM outbox WHERE job = 'task.tell-matching-firms' AND payload->>'taskId' = ANY ($1) GROUP BY 1`, [made.map(({ id }) => id)]);
  assert.deepEqual(jobs.map(({ id, n }) => `${id} ${n}`).sort(), made.map(({ id }) => `${id} 1`).sort(), 'each publication told once');
  assert.deepEqual(await ask('SELECT job, error FROM outbox WHERE dead_at IS NOT NULL'), []);
  const [audit] = await ask(`SELECT count(*)::int AS entries, count(DISTINCT subject_id)::int AS tasks FROM audit_entry WHERE action LIKE 'task.publish%' AND subject_id = ANY ($1)`, [made.map(({ id }) => id)]);
  assert.deepEqual(audit, { entries: made.length, tasks: made.length }, 'each publication audited once');
});

/** A lock that makes the worker stand still in the middle of its work, and how to let go. */
async function standstill(sql, parameters = []) {
  const holder = new pg.Client({ connectionString: stack.databaseUrl });
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(sql, parameters);
  return () => holder.query('ROLLBACK').then(() => holder.end());
}

const waiting = async () => (await ask(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'huanbao'`)).length > 0;

for (const [moment, lock] of [['between two rules', 'SELECT 1 FROM review_run WHERE state = \'queued\' FOR UPDATE'], ['while it writes its findings', 'LOCK TABLE review_finding IN EXCLUSIVE MODE']]) {
  test(`a worker killed ${moment} of a review: another one finishes it, once`, async t => {
    const enterprise = await person(stack, 'enterprise.admin');
    const { id } = await enterprise.post('/permit-applications', { siteSequence: 100 + randomBytes(1)[0], siteName: '演练厂区' });
    const first = stack.worker.pid;
    process.kill(first, 'SIGSTOP'); // nobody takes the run before the lock stands
    await enterprise.post(`/permit-applications/${id}/review-runs`);
    const letGo = await standstill(lock);
    process.kill(first, 'SIGCONT');
    await eventually('the worker to stand in the middle', waiting);
    process.kill(first, 'SIGKILL');
    const since = performance.now();
    await letGo();
    await eventually('the review to be finished', async () => (await enterprise.get(`/permit-applications/${id}/review-runs/latest`)).run?.state === 'done');
    t.diagnostic(`finished ${((performance.now() - since) / 1000).toFixed(1)} s after the kill`);
    assert.notEqual(stack.worker.pid, first);
    const findings = await ask('SELECT position FROM review_finding WHERE application_id = $1 ORDER BY position', [id]);
    assert.ok(findings.length > 0);
    assert.deepEqual(findings.map(row => row.position), findings.map((_, index) => index + 1), 'every finding once');
    const [row] = await ask(`SELECT done_at IS NOT NULL AS done, dead_at FROM outbox WHERE job = 'permit.review-application' AND payload->>'applicationId' = $1`, [id]);
    assert.deepEqual(row, { done: true, dead_at: null });
  });
}

/** An upload whose body comes slowly; the promise tells how it ended. */
function slowUpload(client, subjectId, bytes) {
  const boundary = randomBytes(12).toString('hex');
  const head = Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`);
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const url = new URL(`${stack.baseUrl}/api/v1/files?subjectType=permit-application&subjectId=${subjectId}&purpose=attachment`);
  const headers = { authorization: `Bearer ${client.token}`, 'x-organisation': client.account.organisationId, 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': head.length + bytes.length + tail.length };
  return new Promise(done => {
    const sending = request(url, { method: 'POST', headers, agent: false }, response => (response.resume(), done(response.statusCode)));
    sending.on('error', error => done(error.code));
    sending.write(head);
    sending.write(bytes.subarray(0, bytes.length / 2)); // the other half never comes
  });
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).map(name => join(folder, name)).filter(path => statSync(path).isFile());
}

test('the api killed in the middle of uploads: no row, no half file under a name, and the upload works again', async () => {
  const enterprise = await person(stack, 'enterprise.admin');
  const { id } = await enterprise.post('/permit-applications', { siteSequence: 400 + randomBytes(1)[0], siteName: '上传演练' });
  const first = stack.api.pid;
  const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(8 * 1024 * 1024)]);
  const uploads = Array.from({ length: 4 }, () => slowUpload(enterprise, id, pdf));
  await eventually('half of the bytes to arrive', async () => filesIn(data).filter(path => statSync(path).size >= pdf.length / 4 && path.includes('files')).length >= 1 || filesIn(join(data, 'files')).length >= 4);
  await sleep(300);
  process.kill(first, 'SIGKILL');
  assert.deepEqual(new Set(await Promise.all(uploads)), new Set(['ECONNRESET']));
  await eventually('the api to be back', async () => stack.api.pid !== first && (await fetch(`${stack.baseUrl}/health/ready`)).ok);

  assert.deepEqual(await ask('SELECT id FROM stored_file WHERE subject_id = $1', [id]), []);
  const named = filesIn(join(data, 'files')).filter(path => /[0-9a-f]{64}$/.test(path));
  for (const path of named) assert.ok(path.endsWith(createHash('sha256').update(readFileSync(path)).digest('hex')), `${path} is not what its name says`);
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], { type: 'application/pdf' }), '附件.pdf');
  await enterprise.post(`/files?subjectType=permit-application&subjectId=${id}&purpose=attachment`, form);
  assert.equal((await ask('SELECT id FROM stored_file WHERE subject_id = $1', [id])).length, 1);
  assert.ok(notes.some(line => /^api ended/.test(line)));
});
