// Starts and stops the PostgreSQL that `npm run up` and the tests use when no DATABASE_URL is given.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms, runAs } from './pg-binaries.mjs';
import { ensureCluster, homeFor, LOCALE, passwordIn } from './pg-cluster.mjs';
import { answers, freePort, isAlive, runsCommand, sleep, stopProcess } from './processes.mjs';

export { homeFor } from './pg-cluster.mjs';
export { freePort } from './processes.mjs';

const PREFERRED_PORT = 5433;
const START_MS = 30_000;
// an SSD reads anywhere, and compiling only delays what is as short as our lists
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'random_page_cost=1.1', 'jit=off'];
/** Pages it keeps: an eighth of the machine, from what it is born with up to what compose gives it. */
const PAGES_MB = Math.min(1024, Math.max(128, Math.floor(totalmem() / 8 / 2 ** 20)));
const DURABLE = [`shared_buffers=${PAGES_MB}MB`];
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * @param {{folder: string, port?: number, throwaway?: boolean}} options `port` is a wish, another free one is taken
 *   when it is used; `throwaway`: no durability, for tests
 * @returns {Promise<{url: string, port: number, pid: number, home: string, reused: boolean, stop: (graceMs?: number) => Promise<void>}>}
 */
export async function startPostgres({ folder, port = PREFERRED_PORT, throwaway = false }) {
  const home = homeFor(folder);
  const data = join(home, 'pg');
  const password = passwordIn(home);
  const running = await runningServer(data);
  if (running) return handle({ ...running, home, password, reused: true });
  const program = postgresPrograms(home);
  ensureCluster(data, program('initdb'), { password, throwaway });
  const log = join(home, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    try {
      const free = await freePort(port);
      const pid = await launch(program('postgres'), data, { log, settings: [`port=${free}`, ...SETTINGS, ...(throwaway ? NOT_DURABLE : DURABLE)] });
      return await handle({ pid, port: free, home, password, reused: false });
    } catch (error) {
      // Sessions of a server that was killed need a moment to notice and let its memory go.
      if (attempt === 3 || !/shared memory|Address already in use/i.test(error.message)) throw error;
      await sleep(700);
    }
  }
}

async function handle({ pid, port, home, password, reused }) {
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await assertPassword(url);
  return { url, port, pid, home, reused, stop: (graceMs = 3000) => stopServer(pid, graceMs) };
}

/** The server of this data folder, when a killed parent left it behind; the mark of a dead one is removed. */
export async function runningServer(data) {
  const mark = join(data, 'postmaster.pid');
  const until = performance.now() + START_MS;
  while (existsSync(mark) && performance.now() < until) {
    const [pid, , , port] = readFileSync(mark, 'utf8').split('\n').map(Number);
    // the same number may belong to a stranger by now: after a restart of a container it often does
    if (!isAlive(pid) || !runsCommand(pid, data)) {
      rmSync(mark, { force: true });
      return undefined;
    }
    if (port && (await answers(port))) return { pid, port };
    await sleep(50); // it is starting, recovering or stopping
  }
  return undefined;
}

async function launch(postgres, data, { log, settings }) {
  const output = openSync(log, 'w');
  const args = ['-D', data, ...settings.flatMap(setting => ['-c', setting])];
  const env = process.platform === 'win32' ? process.env : { ...process.env, LC_ALL: LOCALE };
  const child = spawn(postgres, args, { ...runAs(), env, cwd: data, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  child.unref();
  await new Promise((ready, failed) => {
    child.once('error', failed);
    child.once('exit', code => failed(new Error(`PostgreSQL did not start (exit ${code}):\n${tail(log)}`)));
    void untilAccepting(join(data, 'postmaster.pid'), log).then(ready, failed);
  });
  child.removeAllListeners('exit');
  return child.pid;
}

/** PostgreSQL writes its state into the eighth line of the mark. */
async function untilAccepting(mark, log) {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    if (existsSync(mark) && readFileSync(mark, 'utf8').split('\n')[7]?.trim() === 'ready') return;
    await sleep(15);
  }
  throw new Error(`PostgreSQL did not become ready within ${START_MS / 1000} s:\n${tail(log)}`);
}

const tail = file => readFileSync(file, 'utf8').trim().split('\n').slice(-6).join('\n');

async function assertPassword(url) {
  const { default: pg } = await import('pg');
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (error.code === '28P01') throw new Error('The password kept beside the embedded PostgreSQL is not its own any more. `npm run up -- --reset` starts anew.');
      if (attempt === 100 || !['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes(error.code)) throw error; // 57P03: starting up
      await sleep(50);
    }
  }
}

/** Ends sessions and stops; a server that hangs is cut off and recovers at its next start. */
export function stopServer(pid, graceMs) {
  return stopProcess(pid, [['SIGINT', graceMs], ['SIGQUIT', 500], ['SIGKILL', 500]]);
}
