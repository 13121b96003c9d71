// `npm run bench -- form`: how the pages of a form with 300 outlets × 8 pollutants answer the hand, beside one with 3 outlets.
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reset } from '../../scripts/lib/installation.mjs';
import { artifacts } from '../../scripts/lib/paths.mjs';
import { Stack } from '../../scripts/lib/stack.mjs';
import { callerOf } from './caller.mjs';
import { filledApplication, reviewed } from './large-application.mjs';
import { ratioTable } from './figures.mjs';
import { headersOf } from './sign-in.mjs';

const { values: options } = parseArgs({ allowPositionals: true, options: { outlets: { type: 'string', default: '300' }, small: { type: 'string', default: '3' }, keys: { type: 'string', default: '40' } } });
const KEYSTROKE_MS = 50;
const SWITCH_MS = 500;
const SERVER_MS = 2_000;
const KEY_PAUSE_MS = 90;
const PATIENCE_MS = 30_000;
const data = join(artifacts, 'bench-form');

/** In the page: what passes from an act of the hand to the picture that answers it. */
function stopwatch() {
  window.keystrokes = [];
  const painted = report => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => report(performance.now()); port2.postMessage(0); });
  addEventListener('keydown', event => { const began = event.timeStamp; painted(now => window.keystrokes.push(now - began)); }, true);
  addEventListener('click', event => { window.clickedAt = event.timeStamp; }, true);
  window.answered = (check, patienceMs) => new Promise((resolve, reject) => {
    const clickedBefore = window.clickedAt;
    const until = performance.now() + patienceMs;
    const look = () => {
      if (window.clickedAt !== clickedBefore && check()) return painted(now => resolve(now - window.clickedAt));
      return performance.now() > until ? reject(new Error('The page did not answer')) : requestAnimationFrame(look);
    };
    look();
  });
}

/** Clicks, and measures until `check` (runs in the page, sees `argument`) is true and painted. */
async function clickUntil(page, target, check, argument) {
  const source = `(${check})(${JSON.stringify(argument)})`;
  await target.waitFor();
  // handed over as code of the browser's own tools: the page's security policy lets no text become code
  const measured = page.evaluate(`window.answered(() => ${source}, ${PATIENCE_MS})`);
  await Promise.all([measured, target.click()]);
  return measured;
}

/** Processor time of the page's main thread so far, in ms: what a busy machine does not falsify. */
async function processorTime(page) {
  page.tools ??= await page.context().newCDPSession(page);
  await page.tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await page.tools.send('Performance.getMetrics');
  return metrics.find(one => one.name === 'TaskDuration').value * 1000;
}

async function typing(page, input) {
  await input.click();
  await page.keyboard.press('End');
  await page.evaluate(() => { window.keystrokes.length = 0; });
  const before = await processorTime(page);
  for (let n = 0; n < Number(options.keys); n++) {
    await page.keyboard.press(n % 10 === 9 ? 'Backspace' : String(n % 9 + 1));
    await page.waitForTimeout(KEY_PAUSE_MS);
  }
  const used = (await processorTime(page)) - before;
  return { times: await page.evaluate(() => [...window.keystrokes]), processor: used / Number(options.keys) };
}

/** Each autosave: bytes sent and received, and how long the server took. */
function watchSaves(page) {
  const saves = [];
  page.on('requestfinished', async request => {
    if (request.method() !== 'PATCH') return;
    const response = await request.response();
    const sizes = await request.sizes();
    saves.push({ sent: sizes.requestBodySize, received: sizes.responseBodySize, ms: request.timing().responseEnd, status: response.status() });
  });
  return saves;
}

const titleIs = ({ title, rows }) => document.querySelector('h1')?.textContent === title && document.querySelectorAll('main tbody tr').length >= rows;

/** @returns {Promise<Map<string, number[]>>} what was done, and the times it took */
async function measureForm({ browser, address, outlets }) {
  const page = await browser.person('enterprise.admin');
  await page.context().addInitScript(stopwatch);
  const saves = watchSaves(page);
  const times = new Map();
  const note = (name, ...values) => times.set(name, [...(times.get(name) ?? []), ...values]);
  const typed = async (where, input) => {
    const { times: each, processor } = await typing(page, input);
    note(`key ${where}`, ...each);
    note(`processor time of a key ${where}`, processor);
  };
  const titles = { limits: '大气污染物许可排放限值', plan: '自行监测方案', outlets: '大气排放口', basic: '排污单位基本情况', fugitive: '大气污染物无组织排放' };
  const rowsShown = Math.min(outlets, 20);
  await page.goto(address);
  const open = async title => {
    const link = page.getByRole('link', { name: title, exact: true });
    return clickUntil(page, link, titleIs, { title, rows: title === titles.basic ? 1 : rowsShown });
  };
  const back = async () => {
    const link = page.getByRole('link', { name: '返回填报清单' }).first();
    return clickUntil(page, link, () => [...document.querySelectorAll('a')].some(a => a.textContent === '自行监测方案'), null);
  };
  for (let round = 0; round < 4; round++)
    for (const title of [titles.limits, titles.plan, titles.outlets, titles.basic]) {
      const ms = await open(title);
      // the first round brings the programs of the pages along; a person waits for that once
      note(round === 0 ? 'open a section, first time' : 'open a section', ms);
      const again = await back();
      note('back to the list of sections', again);
    }
  await open(titles.basic);
  await typed('in a plain field', page.getByRole('textbox', { name: /^生产经营场所地址/ }));
  await page.waitForTimeout(2500);
  await back();
  await open(titles.fugitive);
  await typed('in a cell of a table typed in place', page.getByLabel('产污环节或位置 1', { exact: true }));
  await page.waitForTimeout(2500);
  await back();
  await open(titles.limits);
  note('open the drawer of a row', await clickUntil(page, page.getByRole('button', { name: '编辑第 3 行' }), () => document.querySelector('[role=dialog] input') !== null, null));
  const drawer = page.getByRole('dialog');
  saves.length = 0;
  await typed('in the drawer of the longest table', drawer.getByRole('textbox', { name: /^执行标准/ }));
  await page.waitForTimeout(3500);
  const [save] = saves.slice(-1);
  note('autosave of one cell of the longest table', save?.ms ?? NaN);
  note('bytes sent by it', save?.sent ?? NaN);
  note('bytes received by it', save?.received ?? NaN);
  await drawer.getByRole('button', { name: '关闭' }).last().click();
  await drawer.waitFor({ state: 'hidden' });
  note('add a row to the longest table', await clickUntil(page, page.getByRole('button', { name: '添加一行' }), () => document.querySelector('[role=dialog] input') !== null, null));
  await drawer.getByRole('button', { name: '关闭' }).last().click();
  await drawer.waitFor({ state: 'hidden' });
  if (outlets * 8 > 20) {
    note('turn a page of the table', await clickUntil(page, page.locator('.ant-pagination-item').last(), () => document.querySelector('main tbody th[scope=row]')?.textContent !== '1', null));
    const last = page.getByRole('button', { name: new RegExp(`^删除第 ${outlets * 8 + 1} 行$`) });
    note('remove a row of the longest table', await clickUntil(page, last, wanted => !document.querySelector(`[aria-label="删除第 ${wanted} 行"]`), outlets * 8 + 1));
  } else {
    note('remove a row of the longest table', await clickUntil(page, page.getByRole('button', { name: `删除第 ${outlets * 8 + 1} 行` }), wanted => !document.querySelector(`[aria-label="删除第 ${wanted} 行"]`), outlets * 8 + 1));
  }
  await page.waitForTimeout(3500);
  await page.getByRole('radio', { name: '是，本节已填完' }).check();
  note('check, save and leave the longest section', await clickUntil(page, page.getByRole('button', { name: '保存并返回' }), () => [...document.querySelectorAll('a')].some(a => a.textContent === '自行监测方案'), null));
  await page.getByRole('link', { name: '核对并提交' }).first().waitFor();
  note('open 核对页', await clickUntil(page, page.getByRole('link', { name: '核对并提交' }).first(), () => document.querySelectorAll('main .hb-printed table').length > 5, null));
  note('elements of 核对页', await page.evaluate(() => document.querySelectorAll('main *').length));
  await page.close();
  return times;
}

/** What the server alone needs for each of these pages. */
async function measureServer(call, id) {
  const times = new Map();
  const ask = async (name, path, given) => {
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push(await call('GET', path, given));
    times.set(name, answers.map(one => one.ms));
    times.set(`${name}: bytes`, [answers[0].bytes]);
  };
  const root = `/permit-applications/${id}`;
  await ask('server: application', root);
  await ask('server: longest section', `${root}/sections/self-monitoring`);
  await ask('server: last review', `${root}/review-runs/latest`);
  await ask('server: whole form in words', `${root}/print`);
  await ask('server: workbook of the whole form', `${root}/workbook`, { as: 'bytes' });
  return times;
}

const LIMITS = [[/^key /, KEYSTROKE_MS], [/^open a section$|^back|^turn|^add|^remove|^open the drawer/, SWITCH_MS], [/^server: [^:]*$/, SERVER_MS], [/^open 核对页$|^check,/, SERVER_MS]];

if (existsSync(data)) await reset(data);
const stack = new Stack({ data, port: 0, env: { HB_RATE_FACTOR: '100000', HB_LOG_LEVEL: 'error' } });
let browser;
try {
  await stack.start();
  Object.assign(process.env, { BASE_URL: stack.baseUrl, ACCOUNTS_FILE: stack.accountsFile });
  const { Browser, account } = await import('../harness/browser.mjs');
  const [headers, call] = [await headersOf(stack, 'enterprise.admin'), await callerOf(stack, 'enterprise.admin')];
  browser = await Browser.open({ compiling: true });
  const measured = [];
  for (const [index, outlets] of [Number(options.small), Number(options.outlets)].entries()) {
    const id = await filledApplication(stack, call, { headers, outlets, siteSequence: 60 + index });
    await reviewed(call, id);
    const server = await measureServer(call, id);
    const pages = await measureForm({ browser, outlets, address: `/e/${account('enterprise.admin').organisationId}/permits/${id}` });
    measured.push(new Map([...pages, ...server]));
  }
  console.log(`\n${ratioTable([`${options.small} outlets`, `${options.outlets} outlets`], measured, LIMITS)}`);
  console.log(`\nKeys and clicks are measured in the page, from the event to the picture after it. ${availableParallelism()} processors, load over the last minute ${loadavg()[0].toFixed(1)}; above the number of processors others work on the machine too.`);
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await stack.stop();
  await reset(data);
}
