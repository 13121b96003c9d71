// The launcher of `npm run up` under the conditions it meets on other people's machines. Run by Node's own test runner.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { homeFor, startPostgres } from '../../scripts/lib/embedded-postgres.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { othersCanEnter, runAs } from '../../scripts/lib/pg-binaries.mjs';
import { ended, freePort, isAlive, stopProcess } from '../../scripts/lib/processes.mjs';
import { secretsIn } from '../../scripts/lib/secrets.mjs';

let place;
let folder;
const asRoot = runAs().uid !== undefined;
const start = over => startPostgres({ folder, port: 0, throwaway: true, ...over });

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

before(() => {
  place = mkdtempSync(join(tmpdir(), 'huanbao-launcher-'));
  chmodSync(place, 0o755);
  folder = join(place, '.data');
});
after(() => rmSync(place, { recursive: true, force: true }));

test('a first start gives a database whose trigrams know Chinese, whatever the locale of the shell', async () => {
  const before = process.env.LC_ALL;
  process.env.LC_ALL = 'zh_CN.GB18030';
  const server = await start();
  process.env.LC_ALL = before ?? '';
  await ask(server.url, 'CREATE EXTENSION pg_trgm');
  assert.equal((await ask(server.url, `SELECT cardinality(show_trgm('中华人民')) > 0 AS known`)).known, true);
  assert.equal((await ask(server.url, 'SHOW max_connections')).max_connections, '200');
  await server.stop();
  assert.equal(isAlive(server.pid), false);
});

test('the password is random, kept for the owner only, and asked for', async () => {
  const server = await start();
  if (process.platform !== 'win32') assert.equal(statSync(join(server.home, 'pg-password')).mode & 0o777, 0o600);
  const wrong = new URL(server.url);
  wrong.password = 'guessed';
  await assert.rejects(ask(wrong.href, 'SELECT 1'), { code: '28P01' });
  await server.stop();
});

test('a server whose starter was killed is used again', async () => {
  const first = await start();
  const second = await start();
  assert.deepEqual([second.reused, second.pid], [true, first.pid]);
  await second.stop();
});

test('after kill -9 of the server the next start recovers what was committed', async () => {
  const first = await startPostgres({ folder, port: 0 });
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(first.pid, 'SIGKILL');
  await ended(first.pid, 3000);
  const second = await startPostgres({ folder, port: 0 });
  assert.equal(second.reused, false);
  assert.equal((await ask(second.url, 'SELECT answer FROM kept')).answer, 42);
  await second.stop();
});

test('a mark whose number belongs to a stranger by now does not stop the start', { skip: process.platform !== 'linux' && 'needs /proc' }, async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await ended(first.pid, 3000);
  const mark = join(first.home, 'pg/postmaster.pid');
  writeFileSync(mark, readFileSync(mark, 'utf8').replace(/^\d+/, String(process.pid)));
  const second = await start();
  assert.equal(second.reused, false);
  await second.stop();
});

test('a creation that was killed half-way leaves nothing in the way', async () => {
  const other = join(place, 'half');
  mkdirSync(join(other, 'pg.new/base'), { recursive: true });
  const server = await startPostgres({ folder: other, port: 0, throwaway: true });
  assert.equal(existsSync(join(server.home, 'pg.new')), false);
  await server.stop();
});

test('a port in use is avoided', async () => {
  const squatter = createServer();
  const taken = await new Promise(done => squatter.listen(0, '127.0.0.1', () => done(squatter.address().port)));
  const server = await start({ port: taken });
  assert.notEqual(server.port, taken);
  await server.stop();
  squatter.close();
});

test('below a folder that other accounts cannot enter, data and programs lie outside it', { skip: !asRoot && 'only root borrows another account' }, async () => {
  const closed = join(place, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o700);
  const home = homeFor(join(closed, '.data'));
  try {
    assert.equal(othersCanEnter(home), true);
    const server = await startPostgres({ folder: join(closed, '.data'), port: 0, throwaway: true });
    assert.equal((await ask(server.url, 'SELECT 1 AS one')).one, 1);
    await server.stop();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test('secrets are made once, stay the same, and yield to the environment', () => {
  const file = join(place, 'secrets.env');
  const first = secretsIn(file, {});
  assert.deepEqual(secretsIn(file, {}), first);
  assert.match(first.HB_FIELD_KEYS, /^k1:[0-9a-f]{32}$/);
  assert.match(first.HB_SIGNING_KEY, /^[0-9a-f]{64}$/);
  assert.equal(secretsIn(file, { HB_TOKEN_SECRET: 'x'.repeat(32) }).HB_TOKEN_SECRET, 'x'.repeat(32));
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('a lock left by a dead process is taken over, one of a living process is respected', async () => {
  const file = join(place, 'one.lock');
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise(done => gone.once('exit', done));
  writeFileSync(file, String(gone.pid));
  const order = [];
  await Promise.all([withLock(file, async () => void order.push('a')), withLock(file, async () => void order.push('b'))]);
  assert.deepEqual(order.sort(), ['a', 'b']);
});

test('a process that ignores polite signals is ended all the same', async () => {
  const stubborn = spawn(process.execPath, ['-e', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')`]);
  await new Promise(done => stubborn.stdout.once('data', done));
  await stopProcess(stubborn.pid, [['SIGTERM', 100], ['SIGKILL', 2000]]);
  assert.equal(isAlive(stubborn.pid), false);
});

test('a wanted port is given when it is free', async () => {
  const port = await freePort(0);
  assert.equal(await freePort(port), port);
});
