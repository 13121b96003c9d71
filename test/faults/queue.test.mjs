// Kills workers and the queue while 2,000 events are worked off, then counts the effects.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startPostgres } from '../../scripts/lib/embedded-postgres.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { runNode, sleep } from '../../scripts/lib/processes.mjs';
import { redisInstalled, startRedis } from '../../scripts/lib/redis.mjs';
import { secretsIn } from '../../scripts/lib/secrets.mjs';

const EVENTS = 2000;
const KILLS = 20;
const PATIENCE_MS = 240_000;
let home;
let server;

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'huanbao-faults-pg-'));
  server = await startPostgres({ folder: home, port: 0, throwaway: true });
});
after(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** A database of its own, with the tables of the house and of this test. */
async function database(name, env) {
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE faults_${name}`);
  await admin.end();
  env.DATABASE_URL = Object.assign(new URL(server.url), { pathname: `/faults_${name}` }).href;
  await runNode([inRoot('dist/apps/api/src/migrate-only.js')], { env });
  const db = new pg.Client({ connectionString: env.DATABASE_URL });
  await db.connect();
  await db.query('CREATE TABLE fault_effect (n integer)');
  return db;
}

async function worked(db) {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await db.query('SELECT count(*)::int AS effects, count(DISTINCT n)::int AS distinct, (SELECT count(*)::int FROM outbox WHERE done_at IS NULL) AS open FROM fault_effect');
    if (rows[0].open === 0 || performance.now() > until) return rows[0];
    await sleep(250);
  }
}

/** Workers that are killed 20 times, and with Redis a queue that loses its memory 5 times. */
async function lane(name, queue) {
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-faults-'));
  const env = { ...process.env, ...secretsIn(join(folder, 'secrets.env'), {}), STORAGE_URL: `disk:${folder}`, MAIL_URL: `file:${folder}`, HB_JOB_LEASE_SECONDS: '2', HB_JOB_CONCURRENCY: '8', ...(queue ? { QUEUE_URL: queue.url } : {}) };
  const db = await database(name, env);
  const start = () => spawn(process.execPath, [inRoot('dist/test/faults/worker.js')], { env, stdio: 'ignore' });
  let worker = start();
  const producer = runNode([inRoot('dist/test/faults/producer.js'), String(EVENTS)], { env });
  for (let kill = 1; kill <= KILLS; kill++) {
    await sleep(500 + Math.random() * 900);
    worker.kill('SIGKILL');
    if (queue && kill % 4 === 0) {
      queue.kill();
      await sleep(100);
      queue = await startRedis(queue.port);
    }
    worker = start();
  }
  await producer;
  const counts = await worked(db);
  worker.kill('SIGKILL');
  queue?.kill();
  await db.end();
  rmSync(folder, { recursive: true, force: true });
  console.log(`${KILLS} workers killed; ${EVENTS} events, ${counts.effects} effects, ${counts.effects - counts.distinct} doubled, ${counts.open} open`);
  assert.deepEqual(counts, { effects: EVENTS, distinct: EVENTS, open: 0 });
}

test('queue on PostgreSQL: 20 workers killed, every effect once', () => lane('postgres'));

test('queue on Redis: 20 workers killed and the queue emptied 5 times, every effect once', async () => {
  assert.ok(redisInstalled(), 'redis-server is not installed: this lane could not be run');
  await lane('redis', await startRedis());
});
