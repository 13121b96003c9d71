// Small things about processes and ports that differ between systems or are easy to get wrong.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { relative } from 'node:path';
import { root } from './paths.mjs';

export const sleep = ms => new Promise(done => setTimeout(done, ms));

/** Under a PID 1 that does not reap, a killed process stays a zombie and would look alive for ever. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
}

/** Whether the process was started with this text in its command line. True where the system does not tell. */
export function runsCommand(pid, text) {
  const file = `/proc/${pid}/cmdline`;
  if (process.platform !== 'linux') return true;
  return existsSync(file) && readFileSync(file, 'utf8').includes(text);
}

/**
 * The process whose death means that nobody is left to stop us: npm, when npm started us (through a shell that may
 * outlive it), else whoever did.
 */
export function starterOf(pid = process.ppid) {
  if (process.platform !== 'linux') return pid;
  const [shell = '', flag] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  if (!/(^|\/)(sh|dash|bash)$/.test(shell) || flag !== '-c') return pid;
  return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? pid);
}

export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** @returns whether it ended in time */
export async function ended(pid, ms) {
  const until = performance.now() + ms;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await sleep(15);
  }
  return true;
}

/** Sends each signal in turn until the process is gone. `steps`: `[['SIGTERM', 1000], ['SIGKILL', 500]]`. */
export async function stopProcess(pid, steps) {
  for (const [name, graceMs] of steps) {
    signal(pid, name);
    if (await ended(pid, graceMs)) return;
  }
}

/** Whether something accepts connections there. */
export function answers(port, host = '127.0.0.1') {
  return new Promise(done => {
    const socket = new Socket();
    const finish = result => {
      socket.destroy();
      done(result);
    };
    socket.setTimeout(500, () => finish(false));
    socket.once('connect', () => finish(true)).once('error', () => finish(false));
    socket.connect(port, host);
  });
}

/** The wanted port, or any free one when it is taken (or 0 is wanted). */
export async function freePort(wanted, host = '127.0.0.1') {
  const attempt = port =>
    new Promise(done => {
      const server = createServer();
      server.once('error', () => done(0)).listen(port, host, () => {
        const { port: got } = server.address();
        server.close(() => done(got));
      });
    });
  return (await attempt(wanted)) || attempt(0);
}

/**
 * Runs a program of node_modules (by its script, so that it works without a shell on every system) and gives its output.
 * @throws Error with the end of its output when it fails
 */
export function runNode(args, { cwd = root, env = process.env, signal } = {}) {
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd, env, signal, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (!error) return done(stdout);
      const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-40).join('\n');
      failed(new Error(`${relative(root, args[0])} failed (${error.signal ?? `exit ${error.code}`}):\n${said}`));
    });
  });
}
