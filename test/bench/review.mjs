// `npm run bench -- review`: what the rules alone take, and the whole way from an edit to its findings, for 3, 50 and 300 outlets.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts, inRoot } from '../../scripts/lib/paths.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { callerOf } from './caller.mjs';
import { p50, p95 } from './figures.mjs';
import { filledApplication, reviewed } from './large-application.mjs';
import { largeForm } from './large-form.mjs';
import { headersOf } from './sign-in.mjs';

const { values: options } = parseArgs({ allowPositionals: true, options: { sizes: { type: 'string', default: '3,50,300' }, times: { type: 'string', default: '12' } } });
const WANTED_MS = 1_000;
const WANTED_OUTLETS = 50;
const PATIENCE_MS = 60_000;
const data = join(artifacts, 'bench-review');

/** Processor time of all rules over a form of this size, in ms. */
function rulesAlone(outlets) {
  const load = createRequire(import.meta.url);
  const { acceptDraft } = load(inRoot('dist/libs/permits/src/form/validate.js'));
  const { sectionOf } = load(inRoot('dist/libs/permits/src/form/form.js'));
  const { review } = load(inRoot('dist/libs/permits/src/review/rules.js'));
  const form = Object.fromEntries(Object.entries(largeForm(outlets, { fileIds: {} })).map(([key, raw]) => [key, acceptDraft(sectionOf(key), raw).data]));
  const context = { form, enterprise: { uscc: form.basic.uscc, name: form.basic.enterpriseName }, applicationDate: '2026-11-28', limits: [], bounds: { west: 111, south: 36, east: 113, north: 38 }, cityName: '', businessType: 'new', base: null, calendar: [] };
  review(context);
  const began = process.cpuUsage();
  for (let n = 0; n < 5; n++) review(context);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 5_000;
}

/** The live stream of a signed-in program. @returns what waits until a run of this application is done */
async function liveRuns(stack, headers, over) {
  const response = await fetch(`${stack.baseUrl}/api/v1/events`, { headers: { ...headers, accept: 'text/event-stream' }, signal: over });
  let told = () => undefined;
  void (async () => {
    let text = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      const parts = text.split('\n\n');
      text = parts.pop();
      for (const one of parts) if (/^event: ?review$/m.test(one)) told(JSON.parse(/^data: ?(.*)$/m.exec(one)?.[1] ?? '{}'));
    }
  })().catch(() => undefined);
  return id => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No run was told of')), PATIENCE_MS);
    told = message => {
      if (message.applicationId !== id || message.state !== 'done') return;
      clearTimeout(timer);
      resolve(message);
    };
  });
}

/** One edit: saved, judged by the worker, told over the live stream, fetched; the finding must be of exactly this content. */
async function editAndSee(call, untilDone, id, height) {
  const section = `/permit-applications/${id}/sections/air-outlets`;
  const { body: { version } } = await call('GET', section, { headers: { prefer: 'return=minimal' } });
  const done = untilDone(id);
  const began = performance.now();
  await call('PATCH', section, { body: { cells: [{ pointer: '/outlets/0/heightM', value: height }] }, version, headers: { prefer: 'return=minimal' } });
  const saved = performance.now();
  await done;
  const told = performance.now();
  const { body } = await call('GET', `/permit-applications/${id}/review-runs/latest`);
  if (!body.run.current) throw new Error('The findings are of another content');
  return { save: saved - began, judged: told - began, seen: performance.now() - began };
}

if (existsSync(data)) await reset(data);
const stack = new Stack({ data, port: 0, env: { HB_RATE_FACTOR: '100000', HB_LOG_LEVEL: 'error' } });
const over = new AbortController();
try {
  await stack.start();
  const [headers, call] = [await headersOf(stack, 'enterprise.admin'), await callerOf(stack, 'enterprise.admin')];
  const untilDone = await liveRuns(stack, headers, over.signal);
  console.log(`${'outlets'.padStart(8)} ${'rules, processor ms'.padStart(20)} ${'saved p50 / p95'.padStart(20)} ${'judged and told'.padStart(20)} ${'findings at hand'.padStart(20)}`);
  for (const [index, outlets] of options.sizes.split(',').map(Number).entries()) {
    const id = await filledApplication(stack, call, { headers, outlets, siteSequence: 70 + index });
    await reviewed(call, id);
    const rounds = [];
    for (let n = 0; n < Number(options.times); n++) rounds.push(await editAndSee(call, untilDone, id, String(20 + n)));
    const cell = name => `${p50(rounds.map(one => one[name])).toFixed(0)} / ${p95(rounds.map(one => one[name])).toFixed(0)} ms`.padStart(20);
    const late = outlets === WANTED_OUTLETS && p95(rounds.map(one => one.seen)) > WANTED_MS;
    console.log(`${String(outlets).padStart(8)} ${rulesAlone(outlets).toFixed(1).padStart(20)} ${cell('save')} ${cell('judged')} ${cell('seen')}${late ? ` ! wanted ≤ ${WANTED_MS}` : ''}`);
  }
  console.log(`\n${availableParallelism()} processors, load over the last minute ${loadavg()[0].toFixed(1)}; above the number of processors others work on the machine too.`);
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  over.abort();
  await stack.stop();
  await reset(data);
}
