// The installation in one data folder: who runs it now, how to copy it and how to clear it away.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { homeFor, runningServer, stopServer } from './embedded-postgres.mjs';
import { isAlive, runsCommand, stopProcess } from './processes.mjs';

const MARK = 'up.json';

/** The running `up` of this folder, or undefined. */
export function runningUp(data) {
  const file = join(data, MARK);
  if (!existsSync(file)) return undefined;
  const state = JSON.parse(readFileSync(file, 'utf8'));
  return isAlive(state.pid) && runsCommand(state.pid, 'up.mjs') ? state : undefined;
}

export function markRunning(data, state) {
  writeFileSync(join(data, MARK), `${JSON.stringify({ pid: process.pid, ...state })}\n`, { mode: 0o600 });
}

export function unmarkRunning(data) {
  rmSync(join(data, MARK), { force: true });
}

/** Stops whatever runs on this folder and deletes it, with the database when that lies outside the checkout. */
export async function reset(data) {
  const up = runningUp(data);
  if (up) await stopProcess(up.pid, [['SIGTERM', 5000], ['SIGKILL', 1000]]);
  const home = homeFor(data);
  const server = await runningServer(join(home, 'pg'));
  if (server) await stopServer(server.pid, 500);
  for (const folder of new Set([home, data])) rmSync(folder, { recursive: true, force: true });
}

/** Copies a stopped installation with its database, secrets and files; the owners stay, PostgreSQL insists on its own. */
export async function copyInstallation(from, to) {
  await reset(to);
  const homes = [homeFor(from), homeFor(to)];
  const pairs = homes[0] === resolve(from) ? [[from, to]] : [[from, to], homes];
  for (const [source, target] of pairs) {
    rmSync(target, { recursive: true, force: true });
    execFileSync('cp', ['-a', source, target]);
  }
}
