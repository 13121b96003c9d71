const { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = resolve(__dirname, '../..');
const script = name => import(pathToFileURL(join(root, 'scripts', name)).href);
const PLACE = join(tmpdir(), `huanbao-tests-${process.getuid?.() ?? 'user'}`);

/**
 * Starts one PostgreSQL for all test files (or uses TEST_DATABASE_URL) and migrates a template database that every file
 * clones. Jest calls this once for each project; the second call finds the work done.
 */
module.exports = async () => {
  if (process.env.HB_TEST_SERVER) return;
  const { buildServer } = await script('build.mjs');
  const { startPostgres } = await script('lib/embedded-postgres.mjs');
  const given = process.env.TEST_DATABASE_URL;
  const folder = given ? undefined : await freshFolder();
  const server = given ? { url: given, stop: async () => undefined } : startPostgres({ folder, port: 0, throwaway: true });
  const [{ url, stop }] = await Promise.all([server, buildServer()]);
  globalThis.__HUANBAO_SERVER__ = { stop, folder };
  await makeTemplate(url);
  process.env.HB_TEST_SERVER = url;
};

/** A folder of this run; those of runs that were killed are cleared away, with the servers left in them. */
async function freshFolder() {
  const { isAlive } = await script('lib/processes.mjs');
  const { runningServer, stopServer } = await script('lib/embedded-postgres.mjs');
  mkdirSync(PLACE, { recursive: true });
  chmodSync(PLACE, 0o711);
  for (const name of readdirSync(PLACE)) {
    const [, owner] = /^run-(\d+)-/.exec(name) ?? [];
    if (!owner || isAlive(Number(owner))) continue;
    const left = await runningServer(join(PLACE, name, 'pg'));
    if (left) await stopServer(left.pid, 500);
    rmSync(join(PLACE, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(PLACE, `run-${process.pid}-`));
}

async function makeTemplate(serverUrl) {
  const { Client } = require('pg');
  const { runNode } = await script('lib/processes.mjs');
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  const { rowCount } = await admin.query(`SELECT FROM pg_database WHERE datname = 'huanbao_template'`);
  if (rowCount) {
    await admin.query('ALTER DATABASE huanbao_template IS_TEMPLATE false');
    await admin.query('DROP DATABASE huanbao_template WITH (FORCE)');
  }
  await admin.query('CREATE DATABASE huanbao_template');
  const url = new URL(serverUrl);
  url.pathname = '/huanbao_template';
  await runNode([join(root, 'dist/apps/api/src/migrate-only.js')], { env: { ...process.env, DATABASE_URL: url.href, QUEUE_URL: '' } });
  await admin.query('ALTER DATABASE huanbao_template IS_TEMPLATE true');
  await admin.end();
}
