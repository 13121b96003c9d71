// Ledgers and self-monitoring in the browser: an entry typed, taken over the next time, corrected; a result above its limit,
// its explanation; gaps and amounts; the officer's and the visitor's view.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { choose } from './steps/form.mjs';
import { button } from './steps/walk.mjs';

/** The hospital has the demonstration's permit. */
const HOSPITAL = account('enterprise.admin', 1);
const root = `/e/${HOSPITAL.organisationId}`;
const civil = at => new Date(at.getTime() + 8 * 3_600_000).toISOString();

let browser;
let page;
let permit;

before(async () => {
  browser = await Browser.open();
  page = await browser.person('enterprise.admin', 1);
});
after(() => browser.close());

test('the list leads to the records of the permit', async () => {
  await page.goto(`${root}/records`);
  await looked(page, 'records-list');
  await page.getByRole('link', { name: /本部院区/ }).first().click();
  await heading(page, /本部院区/);
  permit = new URL(page.url()).pathname.split('/').at(-1);
  await looked(page, 'records-day');
});

test('an entry is typed, and what is wrong is named at its field', async () => {
  const card = page.getByRole('listitem').filter({ hasText: 'MF0001' }).first();
  await card.getByRole('button', { name: /逐项填写/ }).click();
  await choose(page, card.getByRole('combobox', { name: /状态/ }), '运行');
  await card.getByRole('textbox', { name: /运行时间/ }).fill('25');
  await button(page, '保存这条记录').click();
  await card.getByRole('textbox', { name: /运行时间/ }).and(page.locator('[aria-invalid="true"]')).waitFor();
  await card.getByRole('textbox', { name: /运行时间/ }).fill('20');
  await button(page, '保存这条记录').click();
  await card.getByText('已录入', { exact: true }).waitFor();
  await looked(page, 'records-entered');
});

test('a correction keeps the old entry with the reason', async () => {
  await page.getByRole('listitem').filter({ hasText: 'MF0001' }).first().getByRole('link', { name: '查看或更正' }).click();
  await heading(page, /MF0001/);
  await button(page, '更正').first().click();
  await page.getByRole('textbox', { name: /运行时间/ }).fill('18');
  await page.getByRole('textbox', { name: /更正原因/ }).fill('抄表有误');
  await button(page, '更正').last().click();
  await page.getByText('原因：抄表有误').waitFor();
  assert.equal(await page.getByText('已被更正').count(), 1);
  await looked(page, 'records-corrected');
});

test('gaps and the ledger show it', async () => {
  for (const tab of ['gaps', 'entries', 'plan', 'amounts']) {
    await page.goto(`${root}/records/${permit}?tab=${tab}`);
    await heading(page, /本部院区/);
    await looked(page, `records-${tab}`);
  }
});

test('a value that looks like a slip is asked about, and an exceedance is explained', async () => {
  await page.goto(`${root}/records/${permit}?tab=results`);
  await button(page, '录入监测结果').click();
  await choose(page, page.getByRole('combobox', { name: /点位和因子/ }), 'DW001 污水总排口 · 化学需氧量（mg/L）');
  await page.getByRole('textbox', { name: '采样时间' }).fill(civil(new Date(Date.now() - 300_000)).slice(0, 16).replace('T', ' '));
  await page.getByRole('textbox', { name: '监测值' }).fill('26000');
  await page.getByRole('textbox', { name: '检测机构' }).fill('山西某检测公司');
  await page.getByRole('textbox', { name: /CMA/ }).fill('200412050001');
  page.expected.push(/status of 400/);
  await button(page, '保存结果').click();
  await page.getByText('请再核对一次').waitFor();
  await looked(page, 'records-result-asked');
  await page.getByRole('textbox', { name: '监测值' }).fill('260');
  await button(page, '保存结果').click();
  await page.getByText('超标', { exact: true }).first().waitFor();
  await looked(page, 'records-results');
  await page.goto(`${root}/records?tab=exceedances`);
  await page.getByRole('link', { name: /DW001/ }).first().click();
  await heading(page, /超标/);
  await page.getByRole('textbox', { name: /超标原因/ }).fill('调节池曝气机停运');
  await page.getByRole('textbox', { name: /采取的措施/ }).fill('当日抢修，次日复测');
  await button(page, '提交说明').click();
  await page.getByText('已说明', { exact: true }).waitFor();
  await looked(page, 'records-exceedance');
});

test('the officer reads, and has no way to write', async () => {
  const officer = await browser.person('bureau.enforcer');
  await officer.goto(`/b/${account('bureau.enforcer').organisationId}/records/${permit}`);
  await heading(officer, /本部院区/);
  assert.equal(await officer.getByRole('link', { name: '今日录入' }).count(), 0);
  await looked(officer, 'records-officer');
});

test('a key is shown once', async () => {
  await page.goto(`${root}/api-tokens`);
  await page.getByRole('textbox', { name: /用途/ }).fill('生产系统');
  await page.getByRole('checkbox', { name: '上报台账' }).check();
  await page.getByLabel(/有效期至/).fill(civil(new Date(Date.now() + 200 * 86_400_000)).slice(0, 10));
  await button(page, '生成密钥').click();
  await page.getByText(/hbk_/).waitFor();
  await looked(page, 'records-keys');
});

test('a visitor reads the published results', async () => {
  const visitor = await browser.visitor();
  await visitor.goto('/monitoring-results');
  await heading(visitor, /自行监测/);
  await looked(visitor, 'records-public');
});
