const { execFileSync } = require('node:child_process');
const { mkdtempSync, chmodSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');

/**
 * Starts one PostgreSQL for all test files (or uses TEST_DATABASE_URL) and migrates a template database that every file
 * clones. Jest calls this once for each project; the second call finds the work done.
 */
module.exports = async () => {
  if (process.env.HB_TEST_SERVER) return;
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-test-'));
  chmodSync(folder, 0o711);
  const { startPostgres } = await import(join(root, 'scripts/lib/embedded-postgres.mjs'));
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => undefined }
    : await startPostgres({ folder, port: 0, throwaway: true });
  globalThis.__HUANBAO_SERVER__ = { server, folder };
  const { buildServer } = await import(join(root, 'scripts/build.mjs'));
  await buildServer();
  await makeTemplate(server.url);
  process.env.HB_TEST_SERVER = server.url;
};

async function makeTemplate(serverUrl) {
  const { Client } = require('pg');
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS huanbao_template WITH (FORCE)`).catch(() => admin.query(`ALTER DATABASE huanbao_template IS_TEMPLATE false`).then(() => admin.query('DROP DATABASE huanbao_template WITH (FORCE)')));
  await admin.query('CREATE DATABASE huanbao_template');
  const url = new URL(serverUrl);
  url.pathname = '/huanbao_template';
  execFileSync(process.execPath, [join(root, 'dist/apps/api/src/migrate-only.js')], { cwd: root, env: { ...process.env, DATABASE_URL: url.href }, stdio: ['ignore', 'ignore', 'inherit'] });
  await admin.query('ALTER DATABASE huanbao_template IS_TEMPLATE true');
  await admin.end();
}
