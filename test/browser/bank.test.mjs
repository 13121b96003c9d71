// A bank looks at an enterprise: not without its authorisation, then within what was given, with every look shown to the enterprise, and not a moment
// longer than it wants.
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { apiOf } from './steps/page-api.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const BANK = account('bank.manager');
const GIVER = account('enterprise.admin', 1);
const SCORED = account('enterprise.admin');
const REFERENCE = 'DK-2026-0815';

let browser;
let bank;
let own;
let uscc;
let authorization;

before(async () => {
  browser = await Browser.open();
  [bank, own] = [await browser.person('bank.manager'), await browser.person('enterprise.admin', 1)];
});
after(() => browser.close());

/** The code of an enterprise, as an authorisation of this bank names it. */
async function codeOf({ organisation }, tab) {
  const { items } = await apiOf(bank, BANK.organisationId)('GET', `/bank-authorizations?tab=${tab}`);
  return items.find(one => one.enterpriseName === organisation).enterpriseUscc;
}

async function ask(code) {
  await bank.goto(`/k/${BANK.organisationId}/bank-query`);
  await heading(bank, '查询企业');
  await bank.getByRole('textbox', { name: /统一社会信用代码/ }).fill(code);
  await bank.getByRole('textbox', { name: /银行业务号/ }).fill(REFERENCE);
  await button(bank, '查询').click();
}

async function refused() {
  await bank.goto(`/k/${BANK.organisationId}/bank-authorizations?tab=waiting`);
  await heading(bank, '企业授权');
  uscc = await codeOf(GIVER, 'waiting');
  // the refusal is what is looked for; the browser notes its status (a foreign enterprise is not told apart from none)
  bank.expected.push(/status of 404/);
  await ask(uscc);
  await said(bank, /授权/);
  await bank.getByRole('alert').first().waitFor();
  return looked(bank, 'bank-refused');
}

async function grant() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${GIVER.organisationId}/bank-authorizations?tab=waiting`);
  await own.getByRole('link', { name: /存量贷款|孝义示范银行|SQ/ }).first().click();
  await heading(own, /./);
  await said(own, '申请的范围');
  await own.setViewportSize(PHONE);
  await own.getByRole('checkbox', { name: '我已阅读，代表本企业签署' }).check();
  await button(own, '签署并授权').click();
  await said(own, /授权有效，还剩/);
  authorization = own.url();
  return looked(own, 'bank-granted');
}

async function answered() {
  await ask(uscc);
  await said(bank, /截至 \d{4}/);
  await said(bank, '环境信用等级');
  return looked(bank, 'bank-answer');
}

/** Another enterprise gave its score as well: each part of it can be followed. */
async function scored() {
  await ask(await codeOf(SCORED, 'living'));
  await bank.getByRole('region', { name: '评分明细' }).waitFor();
  await said(bank, '评分和建议仅供参考，是否放贷、利率和额度由银行决定。');
  return looked(bank, 'bank-score');
}

async function seen() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${GIVER.organisationId}/bank-looks`);
  await heading(own, '谁查过我们');
  await said(own, REFERENCE);
  return looked(own, 'bank-own-looks');
}

async function revoked() {
  bank.expected.push(/status of 403/);
  await own.setViewportSize(PHONE);
  await own.goto(new URL(authorization).pathname);
  await button(own, '撤销授权').click();
  await confirm(own, '撤销这份授权？', '撤销授权');
  await said(own, /企业已撤销授权/);
  await ask(uscc);
  await bank.getByRole('alert').first().waitFor();
  return bank;
}

test('a bank, from the refusal without an authorisation to the end of one', async context => {
  await walk(context, browser, [
    ['nothing without an authorisation', refused],
    ['given on a phone', grant],
    ['answered within what was given', answered],
    ['a score whose parts can be followed', scored],
    ['the enterprise sees who looked', seen],
    ['revoked, and refused at once', revoked],
  ]);
});
