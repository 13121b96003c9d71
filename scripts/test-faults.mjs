// `npm run test:faults`: kills workers and the queue while 2,000 events are worked off, then counts the effects.
import './ensure-deps.mjs';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from './build.mjs';
import { startPostgres } from './lib/embedded-postgres.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode, sleep } from './lib/processes.mjs';
import { redisInstalled, startRedis } from './lib/redis.mjs';
import { secretsIn } from './lib/secrets.mjs';

// not at the top: in a fresh checkout it is installed by the first import
const { default: pg } = await import('pg');

const EVENTS = 2000;
const KILLS = 20;
const PATIENCE_MS = 240_000;

/** One lane: a database of its own, workers that are killed 20 times, and with Redis a queue that loses its memory 5 times. */
async function lane(name, server, { redis }) {
  const database = `faults_${name}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  let queue = redis ? await startRedis() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-faults-'));
  const env = { ...process.env, ...secretsIn(join(folder, 'secrets.env'), {}), DATABASE_URL: url.href, STORAGE_URL: `disk:${folder}`, MAIL_URL: `file:${folder}`, HB_JOB_LEASE_SECONDS: '2', HB_JOB_CONCURRENCY: '8', ...(queue ? { QUEUE_URL: queue.url } : {}) };
  await runNode([inRoot('dist/apps/api/src/migrate-only.js')], { env });
  const db = new pg.Client({ connectionString: url.href });
  await db.connect();
  await db.query('CREATE TABLE fault_effect (n integer)');
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
  return counts;
}

async function worked(db) {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await db.query('SELECT count(*)::int AS effects, count(DISTINCT n)::int AS distinct, (SELECT count(*)::int FROM outbox WHERE done_at IS NULL) AS open FROM fault_effect');
    if (rows[0].open === 0 || performance.now() > until) return rows[0];
    await sleep(250);
  }
}

await buildServer();
const home = mkdtempSync(join(tmpdir(), 'huanbao-faults-pg-'));
const server = await startPostgres({ folder: home, port: 0, throwaway: true });
let [passed, failed] = [0, 0];
try {
  for (const redis of [false, true]) {
    const name = redis ? 'redis' : 'postgres';
    if (redis && !redisInstalled()) {
      console.error('redis-server is not installed: the lane on Redis could not be run.');
      failed += 1;
      continue;
    }
    const started = performance.now();
    const { effects, distinct, open } = await lane(name, server, { redis });
    const right = effects === EVENTS && distinct === EVENTS && open === 0;
    if (right) passed += 1;
    else failed += 1;
    console.log(`${right ? '✓' : '✗'} queue on ${name}: ${KILLS} workers killed${redis ? ', the queue emptied 5 times' : ''}; ${EVENTS} events, ${effects} effects, ${effects - distinct} doubled, ${open} open (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  }
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
