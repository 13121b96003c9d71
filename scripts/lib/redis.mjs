// A Redis of the tests' own, when redis-server is installed.
import { spawn, spawnSync } from 'node:child_process';
import { answers, freePort, sleep } from './processes.mjs';

export const redisInstalled = () => spawnSync('redis-server', ['--version']).status === 0;

/** Starts a Redis without persistence: killing it loses all it knew. */
export async function startRedis(wanted = 0) {
  const port = wanted || (await freePort(0));
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  for (let i = 0; i < 100 && !(await answers(port)); i++) await sleep(50);
  return { port, url: `redis://127.0.0.1:${port}`, kill: () => child.kill('SIGKILL') };
}
