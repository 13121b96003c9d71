// `npm run bench`: what the platform does per second on this machine. Figures of one run are compared with each other
// (ratios), not with another machine's. Options: --seconds N, --connections N.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts } from '../../scripts/lib/paths.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { headersOf } from './sign-in.mjs';

const { values: options } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string', default: '6' }, connections: { type: 'string', default: '16' } } });
const ROUNDS = 3;
const data = join(artifacts, 'bench-data');

/** What is asked, and as whom. The first is the measure the others are compared with. */
const CASES = [
  ['live: no database', '/health/live'],
  ['city: public, no database', '/api/v1/public/city'],
  ['public register: list of permits', '/api/v1/public/permits?limit=20'],
  ['me: session, roles, permissions', '/api/v1/me', 'enterprise.admin'],
  ['own applications: list', '/api/v1/permit-applications?limit=20', 'enterprise.admin'],
  ['bureau queue: list with clocks', '/api/v1/cases?tab=all&limit=20', 'bureau.intake'],
  ['tasks: list', '/api/v1/service-tasks?tab=open&limit=20', 'firm.manager'],
];

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const memory = pid => (existsSync(`/proc/${pid}/status`) ? Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024) : NaN);

async function measure(stack) {
  const { default: autocannon } = await import('autocannon');
  const headers = {};
  for (const role of new Set(CASES.map(([, , who]) => who).filter(Boolean))) headers[role] = await headersOf(stack, role);
  const results = CASES.map(() => []);
  // rounds go through all cases, so that a slow minute of the machine hits each of them
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, path, role]] of CASES.entries()) {
      const run = await autocannon({ url: `${stack.baseUrl}${path}`, headers: headers[role], connections: Number(options.connections), duration: Number(options.seconds) / ROUNDS });
      if (run.non2xx > 0 || run.errors > 0) throw new Error(`${path}: ${run.non2xx} refusals and ${run.errors} errors; nothing was measured`);
      results[index].push(run);
    }
  }
  return results;
}

function report(stack, results) {
  const base = median(results[0].map(run => run.requests.average));
  console.log(`\n${'asked'.padEnd(36)} ${'req/s'.padStart(7)} ${'ratio'.padStart(6)} ${'p50 ms'.padStart(7)} ${'p99 ms'.padStart(7)}`);
  for (const [index, [name]] of CASES.entries()) {
    const of = pick => median(results[index].map(pick));
    const rate = of(run => run.requests.average);
    console.log(`${name.padEnd(36)} ${rate.toFixed(0).padStart(7)} ${(rate / base).toFixed(2).padStart(6)} ${String(of(run => run.latency.p50)).padStart(7)} ${String(of(run => run.latency.p99)).padStart(7)}`);
  }
  console.log(`\n${options.connections} connections, median of ${ROUNDS} rounds. Start: ${stack.phases.map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ')}.`);
  console.log(`Memory after it: api ${memory(stack.api.pid)} MB, worker ${memory(stack.worker.pid)} MB.`);
}

if (existsSync(data)) await reset(data);
const stack = new Stack({ data, port: 0, env: { HB_RATE_FACTOR: '100000', HB_LOG_LEVEL: 'error' } });
try {
  await stack.start();
  report(stack, await measure(stack));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await stack.stop();
  await reset(data);
}
