// Who looks after the platform reads in words what was done, by whom it was done and what runs in the background; codes stand in the details.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked, settled } from '../harness/browser.mjs';
import { button } from './steps/walk.mjs';

const ADMIN = account('bureau.admin');
/** `credit-event.record`, `duty.daily-round` */
const CODE = /(?:^|\s)[a-z]+(?:-[a-z]+)*\.[a-z][a-z.-]+/;

let browser;
before(async () => (browser = await Browser.open()));
after(() => browser.close());

const at = path => `/b/${ADMIN.organisationId}${path}`;

test('the audit log is read in words and searched by them', () => browser.lent('bureau.admin', 0, async page => {
  await page.goto(at('/audit-log'));
  await heading(page, '操作日志');
  await settled(page);
  const rows = await page.locator('tbody tr').allInnerTexts();
  assert.ok(rows.length >= 10, `${rows.length} rows`);
  assert.deepEqual(rows.filter(row => CODE.test(row)), []);
  await looked(page, 'b-audit-log-words');

  await page.goto(at(`/audit-log?q=${encodeURIComponent('信用修复申请')}`));
  await settled(page);
  const found = await page.locator('tbody tr').allInnerTexts();
  assert.ok(found.length > 0 && found.every(row => row.includes('信用修复申请')), found.join('\n'));
  await button(page, /^详情/).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^credit-repair\.[a-z-]+$/i).waitFor();
  await looked(page, 'b-audit-log-details');
}));

test('the page of the system names its recurring jobs', () => browser.lent('bureau.admin', 0, async page => {
  await page.goto(at('/system'));
  await heading(page, /^系统运行/);
  await settled(page);
  const jobs = await page.locator('section', { has: page.getByRole('heading', { name: '定时任务' }) }).locator('tbody th').allInnerTexts();
  assert.ok(jobs.length > 20, `${jobs.length} jobs`);
  assert.deepEqual(jobs.filter(job => CODE.test(job)), []);
  await looked(page, 'b-system-words');
}));
