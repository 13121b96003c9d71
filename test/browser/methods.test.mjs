// The six ways to choose a firm, each in the browser from the choice of the method to the award: a direct commission with an
// offer back, an inquiry, a negotiation with a record and a final round, an invited and an open tender, a price competition.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { account, Browser, heading, settled } from '../harness/browser.mjs';
import { asApi } from './steps/api.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const { sealBid } = createRequire(import.meta.url)(inRoot('dist/libs/sealing/src/index.js'));

/** Long enough to publish and to seal three bids on a busy machine; the first tasks are closed when the last is published. */
const BIDDING_MS = 45_000;
const FINAL_MS = 30_000;
const ENTERPRISE = account('enterprise.admin');
const FIRMS = [0, 1, 2].map(nth => account('firm.manager', nth));
const MARK = Date.now().toString(36);
const METHODS = {
  direct: { name: '直接委托', asks: 1 },
  inquiry: { name: '询价', asks: 3 },
  negotiation: { name: '竞争性磋商', asks: 3, final: true },
  invited: { name: '邀请招标', asks: 3 },
  open: { name: '公开招标', asks: 0 },
  auction: { name: '竞价', asks: 0, final: true },
};
const SEALED = Object.keys(METHODS).filter(method => method !== 'direct');

let browser;
let enterprise;
let firm;
let apis;
/** By method: id, file of the opening key, deadline. */
const tasks = {};

before(async () => {
  browser = await Browser.open();
  enterprise = await browser.person('enterprise.admin');
  firm = await browser.person('firm.manager', 0);
  apis = { enterprise: await asApi(ENTERPRISE), firms: await Promise.all(FIRMS.map(asApi)) };
});
after(() => browser.close());

const titleOf = method => `厂界噪声监测·${METHODS[method].name} ${MARK}`;
const pathOf = method => `/service-tasks/${tasks[method].id}`;
const at = (page, letter, who, method, below = '') => page.goto(`/${letter}/${who.organisationId}/tasks/${tasks[method].id}${below}`);
const reread = (method, below) => at(enterprise, 'e', ENTERPRISE, method, below);
const until = async time => enterprise.waitForFunction(end => Date.now() > end + 200, time, { timeout: BIDDING_MS + 10_000, polling: 200 });
const row = name => enterprise.getByRole('listitem').filter({ hasText: name });

async function draft(method) {
  const { id } = await apis.enterprise('POST', '/service-tasks', {
    title: titleOf(method), kind: 'consulting', stage: 'operation', description: '按排污许可证要求编制厂界噪声监测方案并指导实施。', requirements: '', deliverables: ['监测报告'], requiredQualifications: [],
    budgetYuan: '100000.00', durationDays: 30, bidDeadline: new Date(Date.now() + 86_400_000).toISOString(), priceWeight: 40,
  });
  tasks[method] = { id };
}

/** On the page: the card of the method, and the firms by their names. */
async function chooseMethod(method) {
  const { name, asks } = METHODS[method];
  await reread(method, '/method');
  await heading(enterprise, '怎么选服务机构');
  await enterprise.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  for (const one of FIRMS.slice(0, asks)) {
    await enterprise.getByLabel(/按名称查找/).fill(one.organisation);
    // what was found before still stands there, and moves when the answer comes
    await settled(enterprise);
    await button(enterprise, `选择 ${one.organisation}`).click();
  }
  if (asks) await said(enterprise, `已选 ${asks} 家`);
  await button(enterprise, '保存采购方式').click();
  await heading(enterprise, titleOf(method));
}

/** People choose a minute; the journey cannot wait that long. */
async function closeSoon(method) {
  const { version } = await apis.enterprise('GET', pathOf(method));
  tasks[method].deadline = Date.now() + BIDDING_MS;
  await apis.enterprise('PATCH', pathOf(method), { bidDeadline: new Date(tasks[method].deadline).toISOString() }, { 'if-match': `"v${version}"` });
  await reread(method);
}

async function publish(method) {
  await closeSoon(method);
  await button(enterprise, '发布任务').click();
  await confirm(enterprise, '发布这个任务？', '发布任务', async dialog => {
    const [download] = await Promise.all([enterprise.waitForEvent('download'), button(dialog, '生成并下载开标钥匙').click()]);
    tasks[method].key = await download.path();
    // the page compares with the key it made, once it says so
    await said(dialog, /钥匙文件已下载/);
    await dialog.getByLabel('选择刚保存的钥匙文件').setInputFiles(tasks[method].key);
    await said(dialog, '文件完好');
  });
  await said(enterprise, /RW-\d{4}-\d{6}/);
}

/** What the page of a firm does; a firm's own page is walked in the journey of a task. */
async function sealedBid(nth, method, priceYuan) {
  const { keys } = await apis.firms[nth]('GET', `${pathOf(method)}/sealing`);
  const content = new TextEncoder().encode(JSON.stringify({ priceYuan, durationDays: 30, proposal: `两名持证人员现场采样。第 ${nth + 1} 家。`, attachments: [] }));
  const { ciphertext, ...envelope } = await sealBid(content, keys, { taskId: tasks[method].id, firmId: FIRMS[nth].organisationId });
  const form = new FormData();
  form.append('envelope', JSON.stringify(envelope));
  form.append('ciphertext', new Blob([Buffer.from(ciphertext, 'base64')]), 'bid.bin');
  const answer = await fetch(`${new URL(enterprise.url()).origin}/api/v1${pathOf(method)}/bids`, { method: 'POST', headers: apis.firms[nth].headers, body: form });
  assert.equal(answer.status, 201, await answer.text());
}

async function open(method) {
  await until(tasks[method].deadline);
  await reread(method);
  await button(enterprise, '开标').click();
  await confirm(enterprise, '开标', '开标', async dialog => {
    await dialog.getByLabel('选择钥匙文件').setInputFiles(tasks[method].key);
    await said(dialog, '钥匙与本任务一致');
  });
  await row(FIRMS[0].organisation).first().waitFor();
}

async function award(winner) {
  await row(winner.organisation).getByRole('button', { name: '选定' }).click();
  await confirm(enterprise, '选定这份报价？', '选定');
  await said(row(winner.organisation), '中选');
  return enterprise;
}

const chosen = method => [`${METHODS[method].name}: the method is chosen and the task published with a key of its own`, async () => {
  await draft(method);
  await chooseMethod(method);
  await publish(method);
  for (const nth of [0, 1, 2]) await sealedBid(nth, method, `9${nth}000.00`);
  return enterprise;
}];

async function directOffered() {
  await draft('direct');
  await chooseMethod('direct');
  await button(enterprise, '发布任务').click();
  await confirm(enterprise, '发出这份委托？', '发布任务');
  await at(firm, 'f', FIRMS[0], 'direct');
  await button(firm, '还价').click();
  await firm.getByRole('textbox', { name: /^价格/ }).fill('98000');
  await firm.getByRole('textbox', { name: /^工期/ }).fill('25');
  await button(firm, '提出这个条件').click();
  await said(firm, '已被还价');
  return firm;
}

async function directAccepted() {
  await reread('direct');
  await button(enterprise, '接受').click();
  await confirm(enterprise, '接受这份委托？', '接受', dialog => said(dialog, /98,?000/));
  await said(enterprise, '已成交');
  await at(firm, 'f', FIRMS[0], 'direct');
  await firm.getByRole('textbox', { name: '成果说明' }).waitFor();
  return firm;
}

/** Nobody but the invited learns that there is such a task. */
async function closedToOthers() {
  const visitor = await browser.visitor();
  await visitor.goto(`/tasks?q=${encodeURIComponent(MARK)}`);
  await said(visitor, titleOf('open'));
  const shown = await visitor.getByRole('main').innerText();
  for (const method of ['direct', 'inquiry', 'negotiation', 'invited']) assert.ok(!shown.includes(titleOf(method)), `${method} is shown to a visitor`);
  return visitor;
}

const decided = method => [`${METHODS[method].name}: after the deadline the key opens three bids, and the lowest is chosen`, async () => {
  await open(method);
  return award(FIRMS[0]);
}];

async function talked() {
  await open('negotiation');
  for (const { organisation } of FIRMS) {
    await button(enterprise, `记录与${organisation}的磋商`).click();
    await confirm(enterprise, `与${organisation}的磋商`, '保存记录', dialog => dialog.getByRole('textbox').fill(`与${organisation}谈妥：夜间加测一次`));
  }
  await at(firm, 'f', FIRMS[0], 'negotiation');
  await said(firm, `与${FIRMS[0].organisation}谈妥：夜间加测一次`);
  const shown = await firm.getByRole('main').innerText();
  for (const other of FIRMS.slice(1)) assert.ok(!shown.includes(other.organisation), 'a firm reads what was talked with another');
  return firm;
}

/** The form of the call is looked at; the call itself comes with a deadline that can be waited for. */
async function called(method) {
  await reread(method);
  await button(enterprise, '发起最终报价').first().click();
  await enterprise.getByLabel(/^最终报价要回答什么/).waitFor();
  tasks[method].deadline = Date.now() + FINAL_MS;
  await apis.enterprise('POST', `${pathOf(method)}/final-round`, { bidDeadline: new Date(tasks[method].deadline).toISOString(), text: '请报最终价' });
  for (const nth of [0, 1, 2]) await sealedBid(nth, method, `8${2 - nth}000.00`);
  return enterprise;
}

async function auctionShown() {
  await open('auction');
  await at(firm, 'f', FIRMS[0], 'auction');
  for (const price of [/90,?000/, /91,?000/, /92,?000/]) await said(firm, price);
  return firm;
}

const final = method => [`${METHODS[method].name}: the same key opens the final offers, and the lowest is chosen`, async () => {
  await open(method);
  return award(FIRMS[2]);
}];

test('six procurement methods', context =>
  walk(context, browser, [
    ['直接委托: a firm is commissioned and offers another price', directOffered],
    ['直接委托: the enterprise accepts, the contract stands', directAccepted],
    ...SEALED.map(chosen),
    ['a visitor finds the open ones only', closedToOthers],
    decided('inquiry'),
    ['竞争性磋商: each talk is recorded, and read by its firm alone', talked],
    ['竞争性磋商: final offers are called for', () => called('negotiation')],
    decided('invited'),
    decided('open'),
    ['竞价: all bidders see the prices of the first round', auctionShown],
    ['竞价: final offers are called for', () => called('auction')],
    final('negotiation'),
    final('auction'),
  ]));
