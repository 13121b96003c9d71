// Starts the whole platform on this machine and stops it again without leaving anything behind.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, buildWeb } from '../build.mjs';
import { freePort, startPostgres } from './embedded-postgres.mjs';
import { localEnvironment } from './settings.mjs';

const STOP_MS = 1700;

/**
 * @param {{root: string, folder: string, port?: number, throwaway?: boolean, over?: Record<string, string>, say?: (line: string) => void}} options
 * @returns the running stack: url, accounts, timings, stop()
 */
export async function startStack({ root, folder, port = 3000, throwaway = false, over = {}, say = () => undefined }) {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  await endLeftovers(folder);
  const timings = [];
  const timed = async (name, work) => {
    const started = performance.now();
    const result = await work();
    timings.push([name, Math.round(performance.now() - started)]);
    return result;
  };
  const [postgres] = await Promise.all([
    timed('database', () => (process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, stop: async () => undefined } : startPostgres({ folder, throwaway }))),
    timed('build', () => buildServer()),
  ]);
  const children = [];
  const stop = async () => {
    for (const child of children.reverse()) await endChild(child);
    await postgres.stop();
    rmSync(join(folder, 'running.json'), { force: true });
  };
  try {
    const free = await freePort(port);
    if (free !== port) say(`Port ${port} is taken; using ${free}.  端口 ${port} 已被占用，改用 ${free}。`);
    const env = localEnvironment({ folder, databaseUrl: postgres.url, port: free, root, over });
    const accountsFile = join(folder, 'demo-accounts.json');
    // The web is built while the database is prepared: one waits for the disk, the other for the processor.
    await Promise.all([timed('prepare', () => runOnce('prepare', ['--accounts', accountsFile], { root, folder, env })), timed('web', () => buildWeb())]);
    await timed('start', async () => {
      children.push(startChild('worker', { root, folder, env }), startChild('api', { root, folder, env }));
      await ready(`http://127.0.0.1:${free}/health/ready`, children, folder);
    });
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pids: children.map(child => child.pid), url: env.HB_PUBLIC_URL, databaseUrl: postgres.url }), { mode: 0o600 });
    const accounts = existsSync(accountsFile) ? JSON.parse(readFileSync(accountsFile, 'utf8')) : [];
    return { url: env.HB_PUBLIC_URL, accounts, accountsFile, timings, children, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const entry = (root, name) => join(root, 'dist/apps', name === 'worker' ? 'worker/src/main.js' : name === 'api' ? 'api/src/main.js' : `api/src/${name}.js`);

function startChild(name, { root, folder, env }) {
  const log = openSync(join(folder, 'logs', `${name}.log`), 'a');
  // detached: Ctrl-C reaches this script only, which then stops the children in order; ipc: they end when this script dies
  const child = spawn(process.execPath, ['--enable-source-maps', entry(root, name)], { cwd: root, env, detached: true, stdio: ['ignore', log, log, 'ipc'] });
  child.processName = name;
  return child;
}

function runOnce(name, args, { root, folder, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry(root, name), ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', chunk => (errors += chunk));
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`${name} failed:\n${errors}`))));
    child.once('error', reject);
    void folder;
  });
}

async function ready(url, children, folder) {
  const until = Date.now() + 60_000;
  for (;;) {
    const ended = children.find(child => child.exitCode !== null);
    if (ended) throw new Error(`The ${ended.processName} ended at once:\n${lastLines(join(folder, 'logs', `${ended.processName}.log`))}`);
    if (await fetch(url).then(response => response.ok, () => false)) return;
    if (Date.now() > until) throw new Error(`Not ready within 60 s:\n${lastLines(join(folder, 'logs', 'api.log'))}`);
    await new Promise(wait => setTimeout(wait, 50));
  }
}

const lastLines = file => readFileSync(file, 'utf8').trim().split('\n').slice(-12).join('\n');

function endChild(child) {
  return new Promise(done => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGTERM');
  });
}

/** What a killed start has left behind (its children end by themselves; this makes sure before the next one). */
async function endLeftovers(folder) {
  const file = join(folder, 'running.json');
  if (!existsSync(file)) return;
  for (const pid of JSON.parse(readFileSync(file, 'utf8')).pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  rmSync(file, { force: true });
}
