// `npm run bench -- market`: the last minute before a deadline, with 500 firms and 50 writers at once, counted out to the last
// bid, first ones and replacements; and the lists of tasks, results, contracts and complaints with 1,000 and with 100,000 of each. Options: --firms N, --writers N, --rows N, --small N,
// --seconds N (per question), --clients N; --only bids or --only lists.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts, inRoot } from '../../scripts/lib/paths.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { machine, measure, report } from './asking.mjs';
import { fillAfterwards, fillTasks, signedInFirms } from './fill-market.mjs';
import { headersOf } from './sign-in.mjs';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { firms: { type: 'string', default: '500' }, writers: { type: 'string', default: '50' }, rows: { type: 'string', default: '100000' }, small: { type: 'string', default: '1000' }, seconds: { type: 'string', default: '3' }, clients: { type: 'string', default: '20' }, only: { type: 'string', default: 'bids lists' } },
});
const P99_LIMIT_MS = 1000;
/** From the publication to the deadline: sealing, and telling the firms. */
const OPEN_MS = 120_000;
const LAST_MINUTE_MS = 60_000;
/** The second wave, of replacements, begins so long before the deadline and ends as long after it. */
const STRADDLE_MS = 4000;

const pick = words => encodeURIComponent(words[Math.floor(Math.random() * words.length)]);
const QUESTIONS = [
  ['public: first page', null, () => '/api/v1/public/service-tasks?limit=20'],
  ['public: taking bids', null, () => '/api/v1/public/service-tasks?limit=20&open=true'],
  ['public: two characters', null, () => `/api/v1/public/service-tasks?limit=20&q=${pick(['监测', '环评', '石灰', '医院', '审核'])}`],
  ['public: two characters, kind and stage', null, () => `/api/v1/public/service-tasks?limit=20&q=${pick(['监测', '环评', '石灰'])}&kind=testing&stage=operation`],
  ['public: what never meets', null, () => `/api/v1/public/service-tasks?limit=20&q=${pick(['酿酒', '养殖'])}&kind=disposal&stage=closure&open=true`],
  ['public: words with a number', null, rows => `/api/v1/public/service-tasks?limit=20&q=${10 + Math.floor(Math.random() * (rows - 10))}`],
  ['firm: taking bids', 'firm.manager', () => '/api/v1/service-tasks?tab=open&limit=20'],
  ['firm: taking bids, by deadline', 'firm.manager', () => '/api/v1/service-tasks?tab=open&limit=20&sort=deadline'],
  ['firm: taking bids, two characters', 'firm.manager', () => `/api/v1/service-tasks?tab=open&limit=20&q=${pick(['监测', '运维', '焦化'])}`],
  ['firm: all, kind and state', 'firm.manager', () => '/api/v1/service-tasks?tab=all&limit=20&kind=consulting&state=accepted'],
  ['bureau: all, two characters', 'bureau.intake', () => `/api/v1/service-tasks?tab=all&limit=20&q=${pick(['监测', '处置', '梧桐', '调查'])}`],
  ['enterprise: own', 'enterprise.admin', () => '/api/v1/service-tasks?tab=mine&limit=20'],
  ['public: statistics', null, () => '/api/v1/public/market-statistics?by=kind'],
  ['public: candidates', null, () => '/api/v1/public/candidate-notices?limit=20'],
  ['public: candidates, two characters', null, () => `/api/v1/public/candidate-notices?limit=20&q=${pick(['监测', '环评', '调查'])}`],
  ['firm: contracts', 'firm.manager', () => '/api/v1/contracts?tab=open&limit=20'],
  ['firm: contracts, ended, by price', 'firm.manager', () => '/api/v1/contracts?tab=ended&limit=20&sort=-price'],
  ['firm: contracts, two characters', 'firm.manager', () => `/api/v1/contracts?limit=20&q=${pick(['监测', '环评', '调查'])}`],
  ['bureau: complaints', 'bureau.supervisor', () => '/api/v1/tender-complaints?tab=open&limit=20'],
  ['bureau: complaints, two characters', 'bureau.supervisor', () => `/api/v1/tender-complaints?tab=ended&limit=20&q=${pick(['监测', '环评', '调查'])}`],
];

const opened = [];
async function begun(name) {
  const data = join(artifacts, name);
  if (existsSync(data)) await reset(data);
  const stack = new Stack({ data, port: 0, env: { HB_RATE_FACTOR: '100000', HB_LOG_LEVEL: 'error' } });
  opened.push({ stack, data });
  await stack.start();
  return stack;
}

/** JSON in, JSON out; what is refused comes back as it is. */
async function call(stack, headers, method, path, body, version) {
  const response = await fetch(`${stack.baseUrl}/api/v1${path}`, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(version === undefined ? {} : { 'if-match': `"v${version}"` }) }, body: body === undefined ? undefined : JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}

/** An open task that ends in the last minute. */
async function published(stack, owner, key) {
  const draft = await call(stack, owner, 'POST', '/service-tasks', {
    title: '截止前一分钟', kind: 'consulting', stage: 'operation', description: '截止前一分钟内五百家机构同时报价的演练。', requirements: '', deliverables: ['监测报告'], requiredQualifications: [], budgetYuan: '1000000.00', durationDays: 30, bidDeadline: new Date(Date.now() + OPEN_MS).toISOString(), priceWeight: 40,
  });
  return call(stack, owner, 'POST', `/service-tasks/${draft.id}/publish`, { openingPublicKey: key.publicKey }, draft.version);
}

const priceOf = (nth, wave) => `${100_000 + nth * 10 + wave}.00`;

/** Both waves of all firms, sealed beforehand as their browsers would. */
async function sealed(stack, task, firms) {
  const { sealBid } = createRequire(import.meta.url)(inRoot('dist/libs/sealing/src/index.js'));
  const { keys } = await call(stack, firms[0].headers, 'GET', `/service-tasks/${task.id}/sealing`);
  const bids = [];
  for (const wave of [0, 1]) {
    for (const [nth, firm] of firms.entries()) {
      const content = new TextEncoder().encode(JSON.stringify({ priceYuan: priceOf(nth, wave), durationDays: 30, proposal: `第 ${nth + 1} 家`, attachments: [] }));
      const { ciphertext, ...envelope } = await sealBid(content, keys, { taskId: task.id, firmId: firm.id });
      const form = new FormData();
      form.append('envelope', JSON.stringify(envelope));
      form.append('ciphertext', new Blob([Buffer.from(ciphertext, 'base64')]), 'bid.bin');
      const encoded = new globalThis.Response(form);
      const headers = { ...firm.headers, 'content-type': encoded.headers.get('content-type') };
      bids.push({ nth, wave, firm, headers, body: Buffer.from(await encoded.arrayBuffer()) });
    }
  }
  return bids;
}

const agent = new Agent({ keepAlive: true, keepAliveMsecs: 5000, maxSockets: Infinity });

/** The bytes are made beforehand and the connection is plain: what the firms' own machines do must not take much of this one. */
function posted(url, { headers, body }) {
  return new Promise((done, failed) => {
    const sending = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } }, async response => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      done({ status: response.statusCode, answer: JSON.parse(Buffer.concat(chunks).toString()) });
    });
    sending.on('error', failed).end(body);
  });
}

/** `writers` at once until all are sent or the time is over. */
async function sent(stack, task, bids, until = Infinity) {
  const waiting = [...bids];
  const results = [];
  await Promise.all(Array.from({ length: Number(options.writers) }, async () => {
    for (let bid = waiting.shift(); bid && Date.now() < until; bid = waiting.shift()) {
      const started = performance.now();
      const { status, answer } = await posted(`${stack.baseUrl}/api/v1/service-tasks/${task.id}/bids`, bid);
      results.push({ ...bid, ms: performance.now() - started, status, answer });
    }
  }));
  return results;
}

function percentiles(results) {
  const times = results.map(one => one.ms).sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0).padStart(5);
  return { text: `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  slowest ${at(1)} ms`, p99: Number(at(0.99)) };
}

/** Every receipt has its bid, every bid its receipt, none of them from after the deadline, and each firm's last price comes out at the opening. */
async function countedOut(stack, { task, deadline, results, owner, key }) {
  const taken = results.filter(one => one.status === 201);
  const late = results.filter(one => one.answer.code === 'bid.deadline-passed');
  assert.deepEqual(results.filter(one => !taken.includes(one) && !late.includes(one)).map(one => [one.status, one.answer]), [], 'answers that are neither a receipt nor “too late”');
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT id, received_at FROM bid WHERE task_id = $1', [task.id]);
  await client.end();
  assert.deepEqual(new Set(rows.map(row => row.id)), new Set(taken.map(one => one.answer.receipt.bidId)), 'receipts and bids differ');
  assert.ok(rows.every(row => row.received_at.getTime() < deadline), 'a bid from after the deadline was kept');
  await sleep(Math.max(0, deadline - Date.now()) + 200);
  const started = performance.now();
  await call(stack, owner, 'POST', `/service-tasks/${task.id}/open`, { holder: 'owner', privateKey: key.privateKey });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const items = [];
  for (let cursor = ''; cursor !== null; ) {
    const page = await call(stack, owner, 'GET', `/service-tasks/${task.id}/bids?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  const last = new Map([...taken].sort((a, b) => a.wave - b.wave).map(one => [one.firm.id, priceOf(one.nth, one.wave)]));
  assert.deepEqual(new Map(items.map(bid => [bid.firmId, bid.priceYuan])), last, 'the opened prices are not the last ones sent in time');
  return { taken: taken.length, late: late.length, seconds };
}

/** A platform that has been running for a while: bids on another task come first and are not counted. */
const WARMING = 100;
async function warmed(stack, owner, key, firms) {
  const task = await published(stack, owner, key);
  await sent(stack, task, (await sealed(stack, task, firms.slice(0, WARMING))).filter(bid => bid.wave === 0));
}

/** As on any working day: the nightly run has reckoned everybody's credit, and what a publication tells the firms was told before the last minute. */
async function settled(stack) {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  for (let open = 1; open > 0; await sleep(300)) {
    ({ rows: [{ open }] } = await client.query('SELECT count(*)::int AS open FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND (not_before IS NULL OR not_before <= now())'));
  }
  await client.end();
}

async function lastMinute() {
  const stack = await begun('bench-market-bids');
  const { generateOpeningKey } = createRequire(import.meta.url)(inRoot('dist/libs/sealing/src/index.js'));
  const firms = await signedInFirms(stack.databaseUrl, Number(options.firms), stack.env.HB_TOKEN_SECRET);
  const owner = { 'x-client': 'api', ...(await headersOf(stack, 'enterprise.admin')) };
  const key = await generateOpeningKey();
  await call(stack, { 'x-client': 'api', ...(await headersOf(stack, 'bureau.supervisor')) }, 'POST', '/credit-runs', {});
  await warmed(stack, owner, key, firms);
  const task = await published(stack, owner, key);
  const deadline = Date.parse(task.bidDeadline);
  const bids = await sealed(stack, task, firms);
  await settled(stack);
  await sleep(Math.max(0, deadline - LAST_MINUTE_MS - Date.now()));
  const began = Date.now();
  const first = await sent(stack, task, bids.filter(bid => bid.wave === 0));
  const seconds = (Date.now() - began) / 1000;
  await sleep(Math.max(0, deadline - STRADDLE_MS - Date.now()));
  const second = await sent(stack, task, bids.filter(bid => bid.wave === 1), deadline + STRADDLE_MS);
  const told = percentiles(first);
  console.log(`\n${firms.length} firms, ${options.writers} at once, ${((deadline - began) / 1000).toFixed(0)} s before the deadline: all sent in ${seconds.toFixed(1)} s (${(first.length / seconds).toFixed(0)} a second), ${told.text}${told.p99 <= P99_LIMIT_MS ? '' : '  !'}`);
  // what was answered in time is the bid that counts: it has the same limit as a first one
  const inTime = percentiles(second.filter(one => one.status === 201));
  console.log(`replacements across the deadline: ${second.length} sent, in time ${inTime.text}${inTime.p99 <= P99_LIMIT_MS ? '' : '  !'}; all ${percentiles(second).text}`);
  const counted = await countedOut(stack, { task, deadline, results: [...first, ...second], owner, key });
  console.log(`taken ${counted.taken}, refused as too late ${counted.late}; none lost, none from after the deadline; all opened in ${counted.seconds} s, each firm's last price in time came out. Wanted: p99 ≤ ${P99_LIMIT_MS} ms.`);
}

async function lists() {
  const sizes = [];
  for (const rows of [Number(options.small), Number(options.rows)]) {
    const stack = await begun(`bench-market-${rows}`);
    await fillTasks(stack.databaseUrl, rows);
    await fillAfterwards(stack.databaseUrl, rows);
    sizes.push({ stack, rows });
  }
  const results = await measure(QUESTIONS, sizes, { clients: Number(options.clients), seconds: Number(options.seconds) });
  report(QUESTIONS, results, options);
}

try {
  if (options.only.includes('bids')) await lastMinute();
  console.log(machine());
  if (options.only.includes('lists')) await lists();
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  for (const { stack, data } of opened) {
    await stack.stop();
    await reset(data);
  }
}
