// The settings that are read, the ones that are documented and the ones compose gives must be the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inRoot } from '../../scripts/lib/paths.mjs';

const text = path => readFileSync(inRoot(path), 'utf8');
const settings = [...text('libs/platform/src/config/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+)[!?]?(?::| =)/gm)].map(match => match[1]);
const compose = parse(text('docker-compose.yml'), { merge: true });
/** What the other containers of compose read; no setting of ours. */
const OF_OTHERS = ['POSTGRES_PASSWORD', 'MINIO_ROOT_USER', 'MINIO_ROOT_PASSWORD', 'WEB_PORT'];
/** Compose puts these together from the passwords. */
const COMPOSED = ['DATABASE_URL', 'STORAGE_URL'];

test('every setting is found in the code', () => {
  assert.ok(settings.length > 20, `only ${settings.length} found`);
});

test('every setting stands in .env.example or is composed, and nothing else does', () => {
  const documented = [...text('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(match => match[1]);
  assert.deepEqual(documented.filter(name => !settings.includes(name)).sort(), [...OF_OTHERS].sort());
  assert.deepEqual(settings.filter(name => !documented.includes(name) && !COMPOSED.includes(name)), []);
});

test('every setting is explained in docs/operations.md', () => {
  const manual = text('docs/operations.md');
  assert.deepEqual(settings.filter(name => !manual.includes(`\`${name}\``)), []);
});

test('compose gives the server known settings only, and every service is confined', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    assert.ok(service.image, `${name} has no image`);
    if (name !== 'bucket') assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
  }
  const given = Object.keys(compose.services.api.environment);
  assert.deepEqual(given.filter(name => !settings.includes(name)), []);
  assert.deepEqual([compose.services.api.read_only, compose.services.worker.read_only, compose.services.web.read_only], [true, true, true]);
  assert.equal(compose.services.api.environment.HB_MODE, 'production');
});

test('the database of compose knows Chinese, as the embedded one does', () => {
  assert.match(compose.services.postgres.environment.POSTGRES_INITDB_ARGS, /--locale-provider=builtin --builtin-locale=C\.UTF-8 .*--lc-ctype=C\.UTF-8/);
});

test('services wait for services that exist', () => {
  for (const [name, { depends_on: needs = {} }] of Object.entries(compose.services)) {
    for (const needed of Object.keys(needs)) assert.ok(compose.services[needed], `${name} waits for ${needed}`);
  }
});
