// What the browser tests share: a Chromium, people signed in to the running platform, and what every page must satisfy.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium, SHORT_LIVED } from '../../scripts/lib/chromium.mjs';
import { artifacts } from '../../scripts/lib/paths.mjs';
import { sleep } from '../../scripts/lib/processes.mjs';
import { secondsLeft, totp } from '../../scripts/lib/totp.mjs';
import { passwordSignIn } from './captcha.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** How long a button or a word may take to appear. */
const ACT_MS = 40_000;
/** WCAG 2.1 AA, as GB/T 37668 asks for its second level. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const WIDTHS = { desk: { width: 1366, height: 860 }, phone: { width: 375, height: 740 } };

export const baseUrl = process.env.BASE_URL;
export const accounts = process.env.ACCOUNTS_FILE ? JSON.parse(readFileSync(process.env.ACCOUNTS_FILE, 'utf8')) : [];

/** The n-th demonstration account of a role. */
export function account(role, nth = 0) {
  const found = accounts.filter(one => one.role === role)[nth];
  if (!found) throw new Error(`There is no demo account ${nth} of the role ${role}`);
  return found;
}

/** One browser for a test file. `close()` ends it with all its windows. */
export class Browser {
  #chromium;
  #signedIn = new Map();
  #pages = new Map();

  /** @param {{compiling?: boolean}} [options] `compiling`: scripts are compiled as in everybody's browser, for what measures time */
  static async open({ compiling = false } = {}) {
    const browser = new Browser();
    browser.#chromium = await chromium.launch({ executablePath: findChromium(), headless: true, args: compiling ? CHROMIUM_FLAGS : [...CHROMIUM_FLAGS, SHORT_LIVED] });
    return browser;
  }

  /** The page of a visitor without an account, the same one each time; with options, or `fresh`, another one with its own cookies. */
  async visitor({ fresh = false, ...options } = {}) {
    if (fresh || Object.keys(options).length > 0) return watched(await (await this.#context(options)).newPage());
    return this.#kept('', () => this.#context(options));
  }

  /** The page of a person, the same one each time: a new one costs more than all that is read in it. The options are those of the session and count the first time. */
  async person(role, nth = 0, options = {}) {
    const who = account(role, nth);
    if (!this.#signedIn.has(who.login)) {
      const context = await this.#context(options);
      this.#signedIn.set(who.login, signIn(context, who).then(() => context));
    }
    return this.#kept(who.login, () => this.#signedIn.get(who.login));
  }

  async #kept(key, contextOf) {
    const kept = this.#pages.get(key);
    if (kept && !kept.isClosed()) return kept;
    const page = watched(await (await contextOf()).newPage());
    this.#pages.set(key, page);
    return page;
  }

  async #context({ locale = 'zh-CN', ...options }) {
    const context = await this.#chromium.newContext({ baseURL: baseUrl, locale, timezoneId: 'Asia/Shanghai', viewport: WIDTHS.desk, reducedMotion: 'reduce', ...options });
    await context.addInitScript(() => {
      window.cspViolations = [];
      document.addEventListener('securitypolicyviolation', event => window.cspViolations.push(`${event.violatedDirective} ${event.blockedURI || event.sample}`));
    });
    context.setDefaultTimeout(ACT_MS);
    return context;
  }

  /** The page of a person, or of a visitor where no role is named, for one use; one in which something failed is not used again. */
  async lent(role, nth, use) {
    const page = await (role ? this.person(role, nth) : this.visitor());
    page.complaints.length = 0;
    try {
      return await use(page);
    } catch (error) {
      await page.close();
      throw error;
    }
  }

  /** Closes the pages of everybody: an open one listens to live events and takes its time of the processor. */
  async reclaim() {
    for (const page of this.#pages.values()) await page.close();
    this.#pages.clear();
  }

  /** What every open page shows now, into test/.artifacts/failures. */
  async picture(name) {
    const folder = join(artifacts, 'failures');
    mkdirSync(folder, { recursive: true });
    const pages = this.#chromium.contexts().flatMap(context => context.pages());
    for (const [index, page] of pages.entries()) await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\p{L}\d]+/gu, "-")}-${index}.png`), fullPage: true }).catch(() => undefined);
  }

  /** What the open pages say went wrong, and the dialogs that are open: where nobody can look at the pictures, this has to say it. */
  async alerts() {
    const pages = this.#chromium.contexts().flatMap(context => context.pages());
    const seen = await Promise.all(pages.map(page => page.evaluate(() => [...document.querySelectorAll('[role="alert"], .ant-form-item-explain-error, [role="dialog"] h2')].map(element => element.textContent).join(' | ')).catch(() => '')));
    return seen.map((text, nth) => `${new URL(pages[nth].url(), 'http://none').pathname}: ${text.slice(0, 200)}`).join('; ');
  }

  async close() {
    await this.#chromium.close();
  }
}

/** Cookies of a session, taken through the public API as the login page does. */
async function signIn(context, who) {
  const call = async (method, path, data) => {
    const response = await context.request.fetch(`/api/v1${path}`, { method, data });
    return { ok: response.ok(), body: await response.json() };
  };
  const withCode = ticket => call('POST', '/auth/login/totp', { ticket, code: totp(who.totpSecret) });
  let answer = await passwordSignIn(call, who);
  if (answer.body.ticket) answer = await withCode(answer.body.ticket);
  if (!answer.ok && who.totpSecret) {
    // a code works once; another test has used it in this half minute
    await sleep(secondsLeft() * 1000 + 200);
    answer = await withCode((await passwordSignIn(call, who)).body.ticket);
  }
  assert.ok(answer.ok, `${who.login} could not sign in: ${JSON.stringify(answer.body)}`);
}

/** A page that is watched: `goto` goes as a link does where it can, `load` loads anew. Collects what a page must not do. Expected refusals are named by the test: `page.expected.push(/status of 404/)`. */
function watched(page) {
  page.cameAt = 0;
  page.load = page.goto.bind(page);
  page.goto = (address, options) => visit(page, address, options);
  page.complaints = [];
  page.expected = [];
  page.open = new Set();
  const key = request => `${request.method()} ${request.url()}`;
  page.on('request', request => page.open.add(key(request)));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, request => page.open.delete(key(request)));
  // nobody reads the body of some refusals, and what is not read does not finish
  page.on('response', response => response.ok() || page.open.delete(key(response.request())));
  // the session has run out, is renewed, and what was refused is asked again: the browser notes it all the same
  page.on('response', response => {
    if (response.url().endsWith('/api/v1/auth/refresh') && response.ok()) page.complaints.splice(0, Infinity, ...page.complaints.filter(text => !text.includes('status of 401')));
  });
  page.on('console', message => message.type() === 'error' && page.complaints.push(`console: ${message.text()} ${message.location().url}`));
  page.on('pageerror', error => page.complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText ?? '';
    // a page that is left drops what it was loading, a live stream for one
    if (why !== 'net::ERR_ABORTED') page.complaints.push(`request failed: ${request.url()} ${why}`);
  });
  return page;
}

/** What a page shows while it still loads. */
const LOADING = '.ant-spin-spinning, .ant-skeleton-active, [aria-busy="true"], .hb-boot';
const SETTLE_MS = 30_000;
const LOOK_MS = 40;

/** Waits until nothing loads and nothing is shown as loading; otherwise says what the page was waiting for. */
export async function settled(page) {
  const until = Date.now() + SETTLE_MS;
  await page.waitForLoadState('load');
  for (let calm = 0; calm < 2; await page.waitForTimeout(LOOK_MS)) {
    calm = (await isCalm(page)) ? calm + 1 : 0;
    if (Date.now() > until) throw new Error(`${page.url()} did not settle within ${SETTLE_MS / 1000} s: ${await unsettled(page)}`);
  }
}

/** Calm twice in a row: between the answer to one question and the next question there is a moment of silence. */
async function isCalm(page) {
  // the stream of live events stays open for as long as the page
  const asking = [...page.open].some(request => request.includes('/api/') && !request.endsWith('/api/v1/events'));
  return !asking && (await page.evaluate(loading => document.querySelector('h1') !== null && document.querySelector(loading) === null, LOADING).catch(() => false));
}

async function unsettled(page) {
  const { title, busy, text } = await page.evaluate(loading => ({
    title: document.querySelector('h1')?.textContent ?? 'no heading',
    busy: [...document.querySelectorAll(loading)].map(element => element.className || element.tagName),
    text: document.body.innerText.slice(0, 300),
  }), LOADING);
  return JSON.stringify({ title, busy, text, open: [...page.open], complaints: page.complaints });
}

/** Within this time the web shows an answer again without asking anew (apps/web/src/api/query-client.ts): a test that comes back sooner may see what was. */
const SHARED_MS = 2_000;
/** How long the next page may take to put its own heading in the place of the former. */
const TURN_MS = 1500;

/**
 * Goes to an address as a link within the platform does, without loading everything anew: a fifth of the work. The address is loaded where the page
 * is not of the platform yet, where only the part after `?` changes, and where the heading stays the same element, of which nobody can tell whose it is. `still`: nobody changes anything meanwhile.
 */
async function visit(page, path, { still = false } = {}) {
  const goal = new URL(path, baseUrl);
  const here = new URL(page.url());
  if (here.origin !== goal.origin || here.pathname === goal.pathname) return page.load(path);
  if (!still) await sleep(Math.max(0, page.cameAt + SHARED_MS - Date.now()));
  page.cameAt = Date.now();
  await page.evaluate(address => {
    document.querySelector('h1')?.setAttribute('data-left', '');
    window.history.pushState(null, '', address);
    window.dispatchEvent(new window.PopStateEvent('popstate', { state: null }));
  }, path);
  const turned = await page.locator('h1:not([data-left])').first().waitFor({ timeout: TURN_MS }).then(() => true, () => false);
  return turned ? undefined : page.load(path);
}

/** The page with this heading is there. @param {string | RegExp} name */
export function heading(page, name) {
  return page.getByRole('heading', { level: 1, name }).waitFor();
}

/** No error in the console, nothing uncaught, nothing the content security policy had to stop. */
export async function assertQuiet(page) {
  const violations = await page.evaluate(() => window.cspViolations ?? []);
  const complaints = page.complaints.filter(text => !page.expected.some(pattern => pattern.test(text)));
  const said = [...violations, ...complaints];
  assert.equal(said.length, 0, `${page.url()} is not quiet:\n  ${said.join('\n  ')}`);
}

/**
 * No violation of WCAG 2.1 AA that axe can find. A page that has passed is asked again only once it has changed, or at another width.
 * How the screen is held, for which axe would fetch every style sheet again, is looked for in the sheets themselves (apps/web/src/theme/orientation.spec.ts).
 * @param {{except?: string[], contrast?: boolean}} [options] `except`: selectors left out, with a reason in the test; `contrast`: false leaves the colours out
 */
export async function assertAccessible(page, { except = [], contrast = true } = {}) {
  const judged = `${page.viewportSize().width} ${except.join()} ${contrast}`;
  if (await page.evaluate(key => window.hbPassed?.[key] === document.documentElement.outerHTML, judged)) return;
  // not as a script that the context answers for: a context that answers for any address keeps no file, and each page is some 130 of them
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ([tags, exclude, enabled]) => window.axe.run({ exclude }, { runOnly: tags, rules: { 'color-contrast': { enabled } }, resultTypes: ['violations'], preload: false }),
    [AXE_TAGS, except.map(selector => [selector]), contrast],
  );
  const said = violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}`));
  assert.equal(said.length, 0, `${page.url()} has ${said.length} barriers:\n  ${said.join('\n  ')}`);
  await page.evaluate(key => ((window.hbPassed ??= {})[key] = document.documentElement.outerHTML), judged);
}

/** A page that stands in no container touches the edge. */
const LEAST_MARGIN_PX = 8;

/** What the window does not hold: how wide the page is, where its heading begins, and which elements go beyond. Runs in the page. */
function measured(leastMargin) {
  const clipped = element => element.parentElement !== null && element.parentElement !== document.body && (getComputedStyle(element.parentElement).overflowX !== 'visible' || clipped(element.parentElement));
  const content = document.documentElement.scrollWidth;
  const wide = content > window.innerWidth + 1 ? [...document.querySelectorAll('body *')] : [];
  const beyond = wide.filter(element => element.getBoundingClientRect().right > window.innerWidth + 1 && !clipped(element)).slice(0, 5).map(element => element.outerHTML.slice(0, 120));
  const left = document.querySelector('main h1')?.getBoundingClientRect().left ?? Infinity;
  return { content, width: window.innerWidth, beyond, left, fits: content <= window.innerWidth + 1 && left >= leastMargin };
}

/** Nothing is wider than the window, and the heading keeps its margin: no sideways scrolling on a phone. A page that has just got another width may take a moment. */
export async function assertFits(page) {
  for (let left = 20; left > 0 && !(await page.evaluate(measured, LEAST_MARGIN_PX)).fits; left -= 1) await page.waitForTimeout(100);
  const { content, width, beyond, left } = await page.evaluate(measured, LEAST_MARGIN_PX);
  assert.ok(content <= width + 1, `${page.url()} is ${content} px wide in a window of ${width} px: ${beyond.join('  ')}`);
  assert.ok(left >= LEAST_MARGIN_PX, `the heading of ${page.url()} begins ${left} px from the edge of the window`);
}

/** Pictures at the width of a desk and of a phone, into test/.artifacts/shots; none where nobody will look at them. Leaves the page at desk width. */
export async function shot(page, name, { fullPage = true } = {}) {
  if (process.env.CI) return page.setViewportSize(WIDTHS.desk);
  const folder = join(artifacts, 'shots');
  mkdirSync(folder, { recursive: true });
  for (const [kind, size] of [['phone', WIDTHS.phone], ['desk', WIDTHS.desk]]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${name}-${kind}.png`), fullPage, animations: 'disabled' });
  }
}

/** Runs `check` at both widths. */
export async function atBothWidths(page, check) {
  for (const kind of ['phone', 'desk']) {
    await page.setViewportSize(WIDTHS[kind]);
    await check(kind);
  }
}

/** Colours are two thirds of what axe does, and they are the same at any width: they are looked at at one of the two, which of them goes by the name. */
const widthForColours = name => ([...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 2 === 0 ? 'phone' : 'desk');

/** The page as it stands once it is calm: it fits, has no barrier and is quiet, at both widths; its pictures are taken. @returns the page */
export async function looked(page, name) {
  await settled(page);
  await atBothWidths(page, async kind => {
    await assertFits(page);
    await assertAccessible(page, { contrast: kind === widthForColours(name) });
  });
  await shot(page, name);
  await assertQuiet(page);
  const { pathname, search } = new URL(page.url());
  if (process.env.JUDGED_FILE) appendFileSync(process.env.JUDGED_FILE, `${pathname}${search}\n`);
  return page;
}

/** Whether a test of this run has already judged a page at such an address. @param {string} pattern an address; `{…}` stands for any one segment */
export function wasJudged(pattern) {
  if (!process.env.JUDGED_FILE || !existsSync(process.env.JUDGED_FILE)) return false;
  const wanted = new RegExp(`^${pattern.split(/\{.+?\}/).map(literal => literal.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')).join('[^/?]+')}$`);
  return readFileSync(process.env.JUDGED_FILE, 'utf8').split('\n').some(address => wanted.test(address));
}
