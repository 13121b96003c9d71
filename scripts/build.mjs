// Compiles api, worker, libs and migrations (swc) into dist/, and the web (Vite) into apps/web/dist — only what changed.
import './ensure-deps.mjs';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SERVER = ['apps/api', 'apps/worker', 'libs', 'migrations', 'test/journeys', 'test/faults', '.swcrc', 'package-lock.json'];
const WEB = ['apps/web', 'libs/codes', 'libs/calendar', 'libs/standards', 'libs/sealing', 'package-lock.json'];
const SKIPPED = new Set(['node_modules', 'dist', '.artifacts']);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true })) if (!SKIPPED.has(entry.name)) yield* filesUnder(join(path, entry.name));
}

function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places) for (const file of [...filesUnder(join(root, place))].sort()) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

async function whenChanged(places, output, work) {
  const mark = join(output, '.source-hash');
  const hash = hashOf(places);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return false;
  await work();
  mkdirSync(output, { recursive: true });
  writeFileSync(mark, hash);
  return true;
}

const bin = name => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const shell = process.platform === 'win32';

/** @returns whether anything was compiled */
export function buildServer() {
  return whenChanged(SERVER, join(root, 'dist'), async () => {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    const sources = ['apps/api', 'apps/worker', 'libs', 'migrations', 'test/journeys', 'test/faults'].filter(place => existsSync(join(root, place)));
    await run(bin('swc'), [...sources, '-d', 'dist', '--config-file', '.swcrc', '--ignore', '**/*.spec.ts', '--quiet'], { cwd: root, shell });
    for (const file of filesUnder(join(root, 'libs'))) {
      const path = relative(root, file);
      if (path.includes('/assets/') || path.endsWith('.json')) cpSync(file, join(root, 'dist', path));
    }
  });
}

/** @returns whether anything was built */
export function buildWeb() {
  return whenChanged(WEB, join(root, 'apps/web/dist'), async () => {
    await run(bin('vite'), ['build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web'), shell, maxBuffer: 1 << 24 });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  await Promise.all([buildServer(), process.argv.includes('--server') ? undefined : buildWeb()]);
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
