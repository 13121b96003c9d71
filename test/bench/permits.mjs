// `npm run bench -- permits`: the lists people wait for, with 10,000 and with a million permits and applications: two
// platforms on one machine, asked question by question in turn, so that a busy minute falls on both: by people who look at
// what came for a moment, and by as many programs that never pause. Options: --rows N, --small N, --seconds N (per question
// and manner, three times as long for people), --clients N; --keep leaves the filled databases for the next run, which takes them
// when it asks for as many rows; --fill fills and keeps them and measures nothing; --only WORDS asks what fits the pattern. The files
// are read once before, as a night's backup does: the memory of the machine then holds what fits into it; --cold leaves that out.
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts } from '../../scripts/lib/paths.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { measure, report } from './asking.mjs';
import { fillPermits, sizesOf } from './fill-permits.mjs';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' }, small: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '5' }, clients: { type: 'string', default: '20' }, keep: { type: 'boolean', default: false }, fill: { type: 'boolean', default: false }, cold: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

const pick = list => list[Math.floor(Math.random() * list.length)];
const hex = number => number.toString(16).padStart(8, '0');
/** `01a0pppp` + eight digits of the number + the rest, as the filling writes it. */
const uuid = (prefix, number) => {
  const text = `01a0${prefix}${hex(number)}7000800000000000`;
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
};
const anyRow = (rows, under) => {
  const number = 1 + Math.floor(Math.random() * (rows - 1));
  return under(number) ? number : anyRow(rows, under);
};

/** A place in a list, as the API hands it out. */
const cursorOf = (...keys) => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What is asked, by whom, of all that there is; “from the queue” of what is under way, one in fifty; a function of the number of rows, so that each request is another one. */
const QUESTIONS = [
  ['public register: first page', null, () => '/api/v1/public/permits?limit=20'],
  ['public register: two characters, few hits', null, () => `/api/v1/public/permits?limit=20&q=${encodeURIComponent(pick(['示范', '岭示', '范石']))}`],
  ['public register: two characters, some hits', null, () => `/api/v1/public/permits?limit=20&q=${encodeURIComponent(pick(['石灰', '焦化', '酿酒', '梧桐', '驿马']))}`],
  ['public register: two characters, nearly all', null, () => `/api/v1/public/permits?limit=20&q=${encodeURIComponent(pick(['有限', '公司', '厂区']))}`],
  ['public register: name and number', null, rows => `/api/v1/public/permits?limit=20&q=${anyRow(rows, n => n % 50 !== 0)}号`],
  ['public register: two characters, the old ones', null, () => `/api/v1/public/permits?limit=20&sort=issuedOn&q=${encodeURIComponent(pick(['石灰', '有限', '岭示']))}`],
  ['public register: two characters, by name', null, () => `/api/v1/public/permits?limit=20&sort=${pick(['name', '-name'])}&q=${encodeURIComponent(pick(['石灰', '梧桐', '驿马', '酿酒', '有限', '青龙']))}`],
  ['public register: by name, a later page', null, rows => `/api/v1/public/permits?limit=20&sort=name&q=${encodeURIComponent('石灰')}&cursor=${cursorOf(pick(['东许', '梧桐', '桥北', '新义', '驿马']), uuid('2222', anyRow(rows, n => n % 50 !== 0)))}`],
  ['public register: a town', null, () => `/api/v1/public/permits?limit=20&place=${encodeURIComponent(pick(['兑镇', '梧桐', '下栅']))}`],
  ['public register: industry and category', null, () => `/api/v1/public/permits?limit=20&industry=${pick(['25', '3012', '15'])}&category=${pick(['key', 'simplified'])}`],
  ['public register: what never meets', null, () => `/api/v1/public/permits?limit=20&industry=8411&status=revoked&q=${encodeURIComponent(pick(['酿酒', '屠宰']))}`],
  ['public register: number from its beginning', null, rows => `/api/v1/public/permits?limit=20&q=BENCH${String(anyRow(rows, n => n % 50 !== 0)).padStart(17, '0')}`],
  ['public register: a later page', null, rows => `/api/v1/public/permits?limit=20&cursor=${cursorOf(uuid('2222', anyRow(rows, n => n % 50 !== 0)))}`],
  ['public register: two words', null, () => `/api/v1/public/permits?limit=20&q=${encodeURIComponent(pick(['有限公司', '石灰有限', '梧桐焦化', '合作社']))}`],
  ['public check of one permit', null, rows => `/api/v1/public/permits/${uuid('2222', anyRow(rows, n => n % 50 !== 0))}`],
  ['officer: queue by days left', 'bureau.intake', () => '/api/v1/cases?tab=all&limit=20'],
  ['officer: queue, a later page', 'bureau.intake', rows => `/api/v1/cases?tab=all&limit=20&cursor=${cursorOf(Math.floor(Math.random() * 9), uuid('0000', 50 * (1 + Math.floor(Math.random() * (rows / 50 - 1)))))}`],
  ['officer: queue, of a state, due soon', 'bureau.intake', () => '/api/v1/cases?tab=all&limit=20&kind=permit-application&state=submitted&due=soon'],
  ['officer: queue, newest first', 'bureau.intake', () => '/api/v1/cases?tab=all&limit=20&sort=newest'],
  ['officer: closed ones', 'bureau.intake', () => '/api/v1/cases?tab=closed&limit=20'],
  ['officer: unclaimed', 'bureau.intake', () => '/api/v1/cases?tab=unclaimed&limit=20'],
  ['officer: queue, two characters', 'bureau.intake', () => `/api/v1/cases?tab=all&limit=20&q=${encodeURIComponent(pick(['石灰', '焦化', '有限', '梧桐']))}`],
  ['officer: badges', 'bureau.intake', () => '/api/v1/cases/counts'],
  ['officer: one case', 'bureau.intake', rows => `/api/v1/cases/${uuid('0000', anyRow(rows, () => true))}`],
  ['officer: one case from the queue', 'bureau.intake', rows => `/api/v1/cases/${uuid('0000', anyRow(rows, n => n % 50 === 0))}`],
  ['officer: one application', 'bureau.intake', rows => `/api/v1/permit-applications/${uuid('0000', anyRow(rows, () => true))}`],
  ['officer: one application from the queue', 'bureau.intake', rows => `/api/v1/permit-applications/${uuid('0000', anyRow(rows, n => n % 50 === 0))}`],
  ['officer: the whole form', 'bureau.intake', rows => `/api/v1/permit-applications/${uuid('0000', anyRow(rows, () => true))}/print`],
  ['officer: applications', 'bureau.intake', () => '/api/v1/permit-applications?limit=20'],
  ['officer: applications, two characters', 'bureau.intake', () => `/api/v1/permit-applications?limit=20&q=${encodeURIComponent(pick(['石灰', '示范', '有限', '梧桐']))}`],
  ['officer: permits, two characters', 'bureau.intake', () => `/api/v1/permits?limit=20&q=${encodeURIComponent(pick(['石灰', '示范', '有限', '梧桐']))}`],
  ['officer: one permit', 'bureau.intake', rows => `/api/v1/permits/${uuid('2222', anyRow(rows, n => n % 50 !== 0))}`],
  ['enterprise: own permits', 'enterprise.admin', () => '/api/v1/permits?limit=20'],
  ['enterprise: own applications', 'enterprise.admin', () => '/api/v1/permit-applications?limit=20'],
];

/** A platform whose database holds so many rows. @returns {Promise<{stack: Stack, rows: number, data: string}>} */
async function filled(rows) {
  const data = join(artifacts, `bench-permits-${rows}`);
  const mark = join(data, 'filled');
  const there = existsSync(mark) && readFileSync(mark, 'utf8') === String(rows);
  if (!there && existsSync(data)) await reset(data);
  const stack = new Stack({ data, port: 0, env: { HB_RATE_FACTOR: '100000', HB_LOG_LEVEL: 'error' } });
  opened.push({ stack, data });
  await stack.start();
  if (!there) {
    const started = performance.now();
    const step = name => console.log(`${rows}: ${name} after ${((performance.now() - started) / 1000).toFixed(0)} s`);
    await fillPermits(stack.databaseUrl, { from: 0, to: rows, step, note: done => process.stderr.isTTY && process.stderr.write(`\r${done} of ${rows}`) });
    writeFileSync(mark, String(rows));
  }
  return { stack, rows, data };
}

/** All files of the database, once, into nothing. */
async function readOnce({ stack }) {
  const base = join(stack.postgres.home, 'pg', 'base');
  for (const name of readdirSync(base, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => join(one.parentPath, one.name))) {
    await pipeline(createReadStream(name, { highWaterMark: 4 * 2 ** 20 }), new Writable({ highWaterMark: 2 ** 24, write: (_chunk, _encoding, done) => done() }));
  }
}

const asked = QUESTIONS.filter(([name]) => new RegExp(options.only).test(name));
const opened = [];
try {
  const few = await filled(Number(options.small));
  const many = await filled(Number(options.rows));
  for (const { table, rows, mb } of await sizesOf(many.stack.databaseUrl)) console.log(`${table.padEnd(24)} ${String(rows).padStart(10)} rows ${String(mb).padStart(7)} MB`);
  if (options.fill) console.log('Filled and kept; the next run measures.');
  else {
    if (!options.cold) for (const size of [few, many]) await readOnce(size);
    report(asked, await measure(asked, [few, many], { clients: Number(options.clients), seconds: Number(options.seconds) }), { ...options });
  }
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  for (const { stack, data } of opened) {
    await stack.stop();
    if (!options.keep && !options.fill) await reset(data);
  }
}
