// Standards and limits in the browser: looked up by a visitor, changed by two officers after a simulation, compared with the text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { choose } from './steps/form.mjs';
import { button } from './steps/walk.mjs';

const root = `/b/${account('bureau.admin').organisationId}`;
let browser;
let admin;
let proposal;

before(async () => {
  browser = await Browser.open();
  admin = await browser.person('bureau.admin');
});
after(() => browser.close());

test('a visitor asks for the strictest limit and reads why', async () => {
  const page = await browser.visitor();
  await page.goto('/limits');
  await choose(page, page.getByRole('combobox', { name: /^介质/ }), '废气');
  await choose(page, page.getByRole('combobox', { name: /^排放源/ }), '燃气锅炉');
  await choose(page, page.getByRole('combobox', { name: /^污染物/ }), '氮氧化物');
  await button(page, '查询').click();
  await page.getByText(/最严 50 mg\/m³/).first().waitFor();
  await looked(page, 'limits-public');
  await page.close();
});

test('a change is refused with its place, mended and put forward', async () => {
  await admin.goto(`${root}/limits?standard=${encodeURIComponent('DB14/1929-2019')}&pollutant=NOx`);
  await admin.getByRole('link', { name: /燃气锅炉 氮氧化物/ }).first().click();
  await heading(admin, /燃气锅炉/);
  await looked(admin, 'limit');
  await admin.getByRole('link', { name: '换新值' }).click();
  const value = admin.getByRole('textbox', { name: /^限值/ });
  await value.fill('-30');
  await admin.getByLabel(/^起用日期/).fill('2099-01-01');
  await admin.getByRole('textbox', { name: /^理由/ }).fill('省里修订了锅炉标准');
  await admin.getByRole('textbox', { name: /^依据/ }).fill('示例文件 附件2');
  admin.expected.push(/status of 400/);
  await button(admin, '提交确认').click();
  await admin.getByText(/限值不能是负数/).first().waitFor();
  await value.fill('30');
  await button(admin, '提交确认').click();
  await heading(admin, '限值改动');
  proposal = admin.url();
  await admin.getByText(/在办申请 \d+ 件/).waitFor();
  await looked(admin, 'limit-proposal');
  assert.equal(await button(admin, '确认改动').count(), 0);
});

test('another officer confirms it', async () => {
  const page = await browser.person('bureau.supervisor');
  await page.goto(new URL(proposal).pathname);
  await button(page, '确认改动').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /意见/ }).fill('已核对依据，同意');
  await button(dialog, '确认改动').click();
  await page.getByText('已确认', { exact: true }).first().waitFor();
  await page.close();
});

test('a row is compared with its text', async () => {
  await admin.goto(`${root}/reference-data?kind=remedy&state=unverified`);
  await admin.getByRole('button', { name: /已核对原文/ }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /对照的文本/ }).fill('行政复议法 公布文本 第二十条');
  await button(dialog, '已核对原文').click();
  await dialog.waitFor({ state: 'hidden' });
  await admin.goto(`${root}/reference-data?kind=remedy&state=verified`);
  await admin.getByText(/行政复议法 公布文本/).first().waitFor();
  await looked(admin, 'reference-data');
});
