// The installation in one data folder: who runs it now, and how to clear it away.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
