// `npm run screenshots`: the pictures of the README and the guides, from a fresh platform with the demonstration city,
// into docs/screenshots. Arguments choose pictures by a part of their name.
import './ensure-deps.mjs';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reset } from './lib/installation.mjs';
import { artifacts, inRoot } from './lib/paths.mjs';
import { Stack } from './lib/stack.mjs';

const FOLDER = inRoot('docs/screenshots');
const DESK = { width: 1366, height: 820 };
const PHONE = { width: 375, height: 740 };
const MOST_BYTES = 200_000;

/** Name, who looks (`role#n`: the n-th of that role), where, and what is done before the picture; `{list}` stands for the first id of that list. */
const PICTURES = [
  ['home', null, '/'],
  ['phone-home', null, '/', undefined, PHONE],
  ['login', null, '/login'],
  ['permit-register', null, '/permits'],
  ['certificate-check', null, '/check/{public/permits}'],
  ['firm-directory', null, '/firms'],
  ['track', null, '/track'],
  ['enterprise-desk', 'enterprise.admin', '/e/{org}'],
  ['permit-sections', 'enterprise.admin', '/e/{org}/permits/{permit-applications?open=true&q=二期}'],
  ['permit-section', 'enterprise.admin', '/e/{org}/permits/{permit-applications?open=true&q=二期}/sections/basic'],
  ['permit-check', 'enterprise.admin', '/e/{org}/permits/{permit-applications?open=true&q=二期}/check', reviewByMachine],
  ['phone-permit', 'enterprise.admin', '/e/{org}/permits/{permit-applications?open=true&q=二期}', undefined, PHONE],
  ['permit-limits', 'enterprise.admin#1', '/e/{org}/permits/{permit-applications}/sections/water-limits'],
  ['certificate', 'enterprise.admin#1', '/e/{org}/certificates/{permits}'],
  ['duty-calendar', 'enterprise.admin#1', '/e/{org}/duties/calendar', nextMonth],
  ['phone-duties', 'enterprise.admin#1', '/e/{org}/duties', undefined, PHONE],
  ['task-new', 'enterprise.admin', '/e/{org}/tasks/new'],
  ['task-sealed', 'enterprise.admin', '/e/{org}/tasks/{service-tasks?tab=mine&q=自行监测}'],
  ['mandates', 'enterprise.admin', '/e/{org}/mandates'],
  ['firm-tasks', 'firm.manager', '/f/{org}/tasks'],
  ['firm-bid', 'firm.manager', '/f/{org}/tasks/{service-tasks?tab=open}/bid'],
  ['firm-qualifications', 'firm.manager', '/f/{org}/qualifications'],
  ['bureau-queue', 'bureau.intake', '/b/{org}/permits?tab=all'],
  ['bureau-review', 'bureau.intake', '/b/{org}/permits/{cases?tab=all&matter=permits}'],
  ['bureau-organisations', 'bureau.admin', '/b/{org}/organisations'],
  ['witness-keys', 'bureau.admin', '/b/{org}/witness-keys'],
  ['phone-inspection', 'bureau.supervisor', '/b/{org}/inspections/{inspections?state=drafting}/record/violations', undefined, PHONE],
  ['inspection-draw', null, '/inspection-draws/{public/inspection-draws}'],
  ['penalty', 'bureau.enforcer', '/b/{org}/penalties/{penalties?tab=deciding}?tab=notice'],
  ['complaints', 'bureau.intake', '/b/{org}/complaints?tab=handling'],
  ['credit-lines', 'enterprise.admin', '/e/{org}/credit/lines'],
  ['bank-answer', 'bank.manager', '/k/{org}/bank-query', askedByBank],
];

async function reviewByMachine(page) {
  await page.getByRole('button', { name: /校核$/ }).click();
  await page.getByText(/处必须修改|没有发现问题/).first().waitFor();
}

/** One enterprise, as it let the bank ask. */
async function askedByBank(page) {
  const [, organisation] = /\/k\/([^/]+)/.exec(page.url());
  const { items } = await (await page.request.get('/api/v1/bank-authorizations?tab=living', { headers: { 'x-organisation': organisation } })).json();
  await page.getByRole('textbox', { name: /统一社会信用代码/ }).fill(items.find(one => one.scopes?.includes('f-score')).enterpriseUscc);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByRole('region', { name: '评分明细' }).scrollIntoViewIfNeeded();
}

/** What is due is seldom in the days that are over. */
async function nextMonth(page) {
  await page.getByRole('button', { name: '下个月' }).click();
  await page.getByText(/未到期|临近到期/).first().waitFor();
}

/** The address with organisation and first ids filled in, as this person sees them. */
async function addressOf(page, path, organisationId) {
  const [, list] = /\{((?!org\}).+?)\}/.exec(path) ?? [];
  const address = path.replace('{org}', organisationId ?? '');
  if (!list) return address;
  const response = await page.request.get(`/api/v1/${encodeURI(list)}`, { headers: organisationId ? { 'x-organisation': organisationId } : {} });
  const { items = [] } = await response.json();
  if (items.length === 0) throw new Error(`The demonstration city shows nothing at ${list}`);
  return address.replace(`{${list}}`, items[0].id ?? items[0].firmId);
}

async function draw({ account, settled }, browser, [name, who, path, act, size = DESK]) {
  const [role, nth = '0'] = who?.split('#') ?? [];
  const page = role ? await browser.person(role, Number(nth)) : await browser.visitor();
  await page.setViewportSize(size);
  await page.goto(await addressOf(page, path, role ? account(role, Number(nth)).organisationId : undefined));
  await settled(page);
  await act?.(page);
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  await page.close();
  const { size: bytes } = statSync(file);
  console.log(`${name}.png ${Math.round(bytes / 1000)} kB`);
  if (bytes > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB`);
}

const wanted = process.argv.slice(2);
const data = join(artifacts, 'screenshots-data');
if (existsSync(data)) await reset(data);
mkdirSync(FOLDER, { recursive: true });
const stack = new Stack({ data, port: 0, throwaway: true, env: { HB_RATE_FACTOR: '1000' }, note: line => console.log(line) });
let browser;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stack.stop().then(() => process.exit(130)));
try {
  await stack.start();
  Object.assign(process.env, { BASE_URL: stack.baseUrl, ACCOUNTS_FILE: stack.accountsFile });
  const harness = await import('../test/harness/browser.mjs');
  browser = await harness.Browser.open();
  for (const picture of PICTURES) if (wanted.length === 0 || wanted.some(part => picture[0].includes(part))) await draw(harness, browser, picture);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await stack.stop();
}
