// Starts and stops the PostgreSQL that `npm run up` and the tests use when no DATABASE_URL is given.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { nativeFolder, othersCanEnter, runAs } from './pg-binaries.mjs';

const PREFERRED_PORT = 5433;
const LOCALE = { darwin: 'en_US.UTF-8', win32: 'Chinese (Simplified)_China.utf8' }[process.platform] ?? 'C.UTF-8';
/** With another character type, trigram indexes silently ignore Chinese. */
const LOCALE_FLAGS = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', `--lc-ctype=${LOCALE}`];
const FAST_AND_LOSE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * @param {{folder: string, port?: number, throwaway?: boolean}} options `throwaway`: no durability, for tests
 * @returns {Promise<{url: string, port: number, reused: boolean, stop: () => Promise<void>}>}
 */
export async function startPostgres({ folder, port = PREFERRED_PORT, throwaway = false }) {
  const home = homeFor(resolve(folder));
  const data = join(home, 'pg');
  const account = runAs();
  const bin = name => join(nativeFolder(home), 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const password = passwordIn(home);
  const running = await findRunning(data);
  if (running) return { url: urlOf(running.port, password), port: running.port, reused: true, stop: () => stopPid(running.pid) };
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin('initdb'), data, password, { account, throwaway });
  const free = await freePort(port);
  const settings = [`port=${free}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...(throwaway ? FAST_AND_LOSE : [])];
  const log = openSync(join(home, 'postgres.log'), 'a');
  const child = spawn(bin('postgres'), ['-D', data, ...settings.flatMap(setting => ['-c', setting])], { ...account, cwd: data, detached: true, stdio: ['ignore', log, log] });
  child.unref();
  await accepting(free, child, join(home, 'postgres.log'));
  return { url: urlOf(free, password), port: free, reused: false, stop: () => stopPid(child.pid) };
}

const urlOf = (port, password) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

/** Where data and binaries lie: beside the checkout, or outside when the account of PostgreSQL cannot enter it. */
export function homeFor(folder) {
  const outside = runAs().uid !== undefined && !othersCanEnter(resolve(folder, '..'));
  const home = outside ? join('/var/lib/huanbao-guanjia', Buffer.from(folder).toString('hex').slice(-24)) : folder;
  mkdirSync(home, { recursive: true });
  return home;
}

function passwordIn(home) {
  const file = join(home, 'pg-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function initialise(initdb, data, password, { account, throwaway }) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid);
  chmodSync(data, 0o700);
  const given = join(data, '..', 'pg-initial-password');
  writeFileSync(given, password, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(given, account.uid, account.gid);
  try {
    execFileSync(initdb, ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${given}`, ...LOCALE_FLAGS, ...(throwaway ? ['--no-sync'] : [])], { ...account, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder: ${error.stderr?.toString() ?? error.message}`);
  } finally {
    rmSync(given, { force: true });
  }
}

/** A server left behind by a killed parent is used again; a dead one's mark is removed. */
async function findRunning(data) {
  const mark = join(data, 'postmaster.pid');
  if (!existsSync(mark)) return undefined;
  const [pid, , , port] = readFileSync(mark, 'utf8').split('\n').map(Number);
  if (alive(pid) && (await answers(port))) return { pid, port };
  if (!alive(pid)) rmSync(mark, { force: true });
  return undefined;
}

/** Under a PID 1 that does not reap, a killed server stays a zombie and would look alive for ever. */
function alive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
}

function answers(port) {
  return new Promise(done => {
    const socket = new Socket();
    const finish = result => {
      socket.destroy();
      done(result);
    };
    socket.setTimeout(500, () => finish(false));
    socket.once('connect', () => finish(true)).once('error', () => finish(false));
    socket.connect(port, '127.0.0.1');
  });
}

/** The wanted port, or any free one when it is taken. */
export async function freePort(wanted) {
  const attempt = port =>
    new Promise(done => {
      const server = createServer();
      server.once('error', () => done(0)).listen(port, '127.0.0.1', () => {
        const { port: got } = server.address();
        server.close(() => done(got));
      });
    });
  return (await attempt(wanted)) || attempt(0);
}

async function accepting(port, child, log) {
  const until = Date.now() + 30_000;
  let ended = false;
  child.once('exit', () => (ended = true));
  const { default: pg } = await import('pg');
  while (Date.now() < until && !ended) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'not-tried', database: 'postgres', connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      // A refused password means that the server speaks; "starting up" (57P03) and a closed port mean: not yet.
      if (error.code === '28P01') return;
    }
    await new Promise(wait => setTimeout(wait, 40));
  }
  throw new Error(`PostgreSQL did not start: ${readFileSync(log, 'utf8').split('\n').slice(-6).join('\n')}`);
}

/** Ends sessions and stops; a server that hangs is cut off and recovers at its next start. */
export async function stopPid(pid, graceMs = 3000) {
  const until = Date.now() + graceMs;
  try {
    process.kill(pid, 'SIGINT');
    while (alive(pid) && Date.now() < until) await new Promise(wait => setTimeout(wait, 20));
    if (alive(pid)) process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
