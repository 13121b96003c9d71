// How lists are asked and judged: several sizes of one platform, question by question in turn, so that a busy minute falls
// on all of them; by people who look at what came, and by as many programs that never pause.
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { headersOf } from './sign-in.mjs';

/** How long each of the clients looks at an answer, on average: a quick person, and a program. */
const MANNERS = { read: 1000, nonstop: 0 };
/** People who look ask seldom; with fewer answers p95 would be one of them. */
const SLOWER = 3;
const WARM_SECONDS = 1;
export const P95_LIMIT_MS = 100;
const RATIO_LIMIT = 1.5;

/**
 * `clients` ask the same kind of question, one answer after the other.
 * @param {{stack: object, rows: number}} size @param {[name: string, role: string | null, path: (rows: number) => string]} question
 * @returns {Promise<number>} p95 in ms
 */
async function ask({ stack, rows }, [, role, path], { clients, pauseMs, seconds }) {
  const headers = role ? await headersOf(stack, role) : {};
  const times = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      if (pauseMs) await sleep(Math.random() * 2 * pauseMs);
      while (performance.now() < until) {
        const started = performance.now();
        const response = await fetch(`${stack.baseUrl}${path(rows)}`, { headers });
        const answer = await response.text();
        // given up by the server: as slow as it can be
        if (!response.ok) console.log(`${response.url}: ${response.status} ${answer.slice(0, 200)}`);
        times.push(response.ok ? performance.now() - started : Infinity);
        if (pauseMs) await sleep(Math.random() * 2 * pauseMs);
      }
    }),
  );
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)];
}

/** @returns {Promise<{read: number[], nonstop: number[]}[]>} p95 with few and with many rows by manner, by question */
export async function measure(questions, sizes, { clients, seconds }) {
  const results = [];
  for (const question of questions) {
    const p95 = { read: [], nonstop: [] };
    for (const size of sizes) await ask(size, question, { clients, pauseMs: 0, seconds: WARM_SECONDS });
    for (const [manner, pauseMs] of Object.entries(MANNERS)) for (const size of sizes) p95[manner].push(await ask(size, question, { clients, pauseMs, seconds: seconds * (pauseMs ? SLOWER : 1) }));
    results.push(p95);
  }
  return results;
}

const holds = ([small, large]) => large <= P95_LIMIT_MS && (large / small <= RATIO_LIMIT || large <= P95_LIMIT_MS / 10);

/** The table, and how busy the machine was. */
export function report(questions, results, { clients, small, rows }) {
  const told = pair => `${pair[0].toFixed(1).padStart(9)} ${pair[1].toFixed(1).padStart(9)} ${(pair[1] / pair[0]).toFixed(2).padStart(6)} ${holds(pair) ? ' ' : '!'}`;
  console.log(`\np95 in ms with ${small} and ${rows} rows, and the ratio`);
  console.log(`${clients} at once${' '.repeat(35)} looking ${MANNERS.read / 1000} s at an answer     never pausing`);
  for (const [index, [name]] of questions.entries()) console.log(`${name.padEnd(44)} ${told(results[index].read)} | ${told(results[index].nonstop)}`);
  const missed = manner => results.filter(one => !holds(one[manner])).length;
  console.log(`\n${machine()} The clients run on it too.`);
  console.log(`Wanted: p95 ≤ ${P95_LIMIT_MS} ms and at most ${RATIO_LIMIT} times the smaller one (or below a tenth of the limit); of ${questions.length} do not hold: ${missed('read')} for people who look, ${missed('nonstop')} for programs that never pause.`);
}

/** How busy the machine is: above the number of processors others work on it, and the times are theirs as well. */
export const machine = () => `The machine: ${availableParallelism()} processors, load over the last minute ${loadavg()[0].toFixed(1)}.`;
