// An execution report in the browser: from the duty to the report, prefilled with sources, typed over, checked, and not to be handed in early.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { button, said } from './steps/walk.mjs';

/** The hospital has the demonstration's permit, with reports that somebody has begun. */
const HOSPITAL = account('enterprise.admin', 1);
const root = `/e/${HOSPITAL.organisationId}`;

let browser;
let page;

before(async () => {
  browser = await Browser.open();
  page = await browser.person('enterprise.admin', 1);
});
after(() => browser.close());

test('a duty leads to its report with one click', async () => {
  await page.goto(`${root}/duties?kind=report-quarterly`);
  await page.getByRole('link', { name: /季度执行报告/ }).last().click();
  await page.getByRole('link', { name: '继续填写' }).or(page.getByRole('button', { name: '填写报告' })).first().click();
  await heading(page, /季度执行报告/);
  await looked(page, 'report-tasks');
});

test('a part shows where its values come from, and a typed one beside the platform’s', async () => {
  await page.getByRole('link', { name: /排污单位基本情况/ }).click();
  await page.getByText(/预填内容的来源/).click();
  await said(page, /许可证第/);
  await page.getByRole('textbox', { name: /报告时段/ }).fill('本季度');
  await said(page, /已保存/);
  await page.reload();
  await said(page, /与平台数据不同的有 1 处/);
  await looked(page, 'report-part');
  await page.getByRole('button', { name: /用平台数据/ }).first().click();
  await page.getByText(/与平台数据不同/).waitFor({ state: 'hidden' });
});

test('the rules run; what is not filled in is named, and while the period runs it cannot be handed in', async () => {
  await page.goto(page.url().replace(/\/parts\/.*/, '/check'));
  await button(page, '开始校核').or(button(page, '重新校核')).click();
  await said(page, '没有发现问题。');
  await said(page, /还不能提交：报告期 \d{4}-\d\d-\d\d 才结束；有 6 部分没有完成/);
  assert.equal(await button(page, '提交执行报告').isDisabled(), true);
  await looked(page, 'report-check');
});

test('the bureau’s queue and the public list open', async () => {
  const officer = await browser.person('bureau.reviewer');
  await officer.goto(`/b/${account('bureau.reviewer').organisationId}/reports`);
  await heading(officer, /执行报告审核/);
  await looked(officer, 'report-queue');
  const visitor = await browser.visitor();
  await visitor.goto('/execution-reports');
  await heading(visitor, /执行报告公开/);
  await looked(visitor, 'report-public');
});
