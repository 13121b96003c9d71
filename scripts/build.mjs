// Compiles api, worker, libs and migrations (swc) into dist/, and the web (Vite) into apps/web/dist; only what changed.
import './ensure-deps.mjs';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { withLock } from './lib/lock.mjs';
import { inRoot, isMain, root } from './lib/paths.mjs';
import { runNode } from './lib/processes.mjs';

const SERVER_SOURCES = ['apps/api', 'apps/worker', 'libs', 'migrations', 'test/journeys', 'test/faults'];
const SERVER = [...SERVER_SOURCES, '.swcrc', 'package-lock.json'];
/** The web and the pure libraries it reads from their sources. */
const WEB = ['apps/web', 'libs/codes', 'libs/calendar', 'libs/standards', 'libs/sealing', 'package-lock.json'];
const NOT_SOURCE = /^(node_modules|dist|coverage|\.vite)$|\.spec\.tsx?$/;
const LOCKS = inRoot('node_modules/.cache/huanbao');

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return yield path;
  const entries = readdirSync(path).sort();
  for (const entry of entries) if (!NOT_SOURCE.test(entry)) yield* filesUnder(join(path, entry));
}

function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesUnder(inRoot(place))) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Does the work unless the output was made from the very same sources. The output is replaced as a whole. */
async function whenChanged({ name, sources, output, make }, options = {}) {
  return withLock(join(LOCKS, `${name}.lock`), async () => {
    const mark = join(output, '.source-hash');
    const hash = hashOf(sources);
    if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return false;
    const fresh = `${output}-${process.pid}`;
    try {
      await make(fresh, options);
      mkdirSync(fresh, { recursive: true });
      writeFileSync(join(fresh, '.source-hash'), hash);
      replace(output, fresh);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
    return true;
  });
}

/** A running process keeps the files it has open; nobody sees half of a build. */
function replace(output, fresh) {
  const old = `${output}-old-${process.pid}`;
  if (existsSync(output)) renameSync(output, old);
  renameSync(fresh, output);
  rmSync(old, { recursive: true, force: true });
}

async function compileServer(output, options) {
  const sources = SERVER_SOURCES.filter(place => existsSync(inRoot(place)));
  await runNode([inRoot('node_modules/@swc/cli/bin/swc.js'), ...sources, '-d', relative(root, output), '--config-file', '.swcrc', '--ignore', '**/*.spec.ts', '--quiet'], options);
  for (const place of SERVER_SOURCES) {
    for (const file of filesUnder(inRoot(place))) {
      const path = relative(root, file);
      if (path.split(sep).includes('assets') || path.endsWith('.json')) cpSync(file, join(output, path));
    }
  }
}

/** @param {{signal?: AbortSignal}} [options] @returns whether anything was compiled */
export function buildServer(options) {
  return whenChanged({ name: 'server', sources: SERVER, output: inRoot('dist'), make: compileServer }, options);
}

/** @returns whether anything was built */
export function buildWeb(options) {
  const make = (output, { signal }) => runNode([inRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', output], { cwd: inRoot('apps/web'), signal });
  return whenChanged({ name: 'web', sources: WEB, output: inRoot('apps/web/dist'), make }, options);
}

/** Names the server build that is there, by its sources. */
export const buildHash = () => readFileSync(inRoot('dist/.source-hash'), 'utf8');

if (isMain(import.meta.url)) {
  const started = performance.now();
  try {
    const [server, web] = await Promise.all([buildServer(), process.argv.includes('--server') ? false : buildWeb()]);
    const done = [server && 'server', web && 'web'].filter(Boolean).join(' and ') || 'nothing had changed';
    console.log(`Build: ${done}, ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
