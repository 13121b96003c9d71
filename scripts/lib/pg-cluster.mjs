// The folder of one embedded PostgreSQL: where it lies, its password, its creation.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { othersCanEnter, runAs } from './pg-binaries.mjs';

const MAJOR = '18';
const OUTSIDE = '/var/lib/huanbao-guanjia';
export const LOCALE = { darwin: 'en_US.UTF-8', win32: 'Chinese (Simplified)_China.utf8' }[process.platform] ?? 'C.UTF-8';
/** With another character type, trigram indexes silently ignore Chinese. `--locale=C` frees it from the shell's LANG. */
const LOCALE_FLAGS = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--lc-ctype=${LOCALE}`];

/**
 * Where data and binaries lie: the given folder, or one outside the checkout when the account that runs PostgreSQL
 * cannot enter it. Made when missing, enterable but not listable for others.
 */
export function homeFor(folder) {
  const wanted = resolve(folder);
  const outside = runAs().uid !== undefined && !othersCanEnter(dirname(wanted));
  const home = outside ? join(OUTSIDE, `${basename(dirname(wanted))}-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`) : wanted;
  mkdirSync(home, { recursive: true });
  if (runAs().uid !== undefined) {
    if (outside) chmodSync(OUTSIDE, 0o711);
    chmodSync(home, 0o711);
  }
  return home;
}

/** The superuser's password, made once; readable by the owner of the checkout only. */
export function passwordIn(home) {
  const file = join(home, 'pg-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Creates the data folder when it is not there. Built aside and renamed: a start killed half-way leaves nothing behind. */
export function ensureCluster(data, initdb, { password, throwaway }) {
  const version = join(data, 'PG_VERSION');
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim();
    if (found !== MAJOR) throw new Error(`${data} belongs to PostgreSQL ${found}, this is ${MAJOR}. See docs/operations.md, "Upgrade"; \`npm run up -- --reset\` starts anew.`);
    return false;
  }
  const account = runAs();
  const unfinished = `${data}.new`;
  const given = `${data}.initial-password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(given, password, { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [unfinished, given]) chownSync(path, account.uid, account.gid);
  try {
    const flags = ['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${given}`, ...LOCALE_FLAGS, ...(throwaway ? ['--no-sync'] : [])];
    execFileSync(initdb, flags, { ...account, cwd: unfinished, stdio: ['ignore', 'ignore', 'pipe'] });
    renameSync(unfinished, data);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder: ${error.stderr?.toString() || error.message}`);
  } finally {
    rmSync(given, { force: true });
  }
  return true;
}
