// 环保管家: a retainer is offered and accepted, a visit is planned and held on a phone with its checklist and a finding with a photo, the
// enterprise answers, the month is reported and read, and the bureau sees figures and nothing of what was found.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, assertFits, Browser, heading, looked } from '../harness/browser.mjs';
import { sampleImage } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const UNIT = account('enterprise.admin', 1);
const FIRM = account('firm.manager', 0);
const BUREAU = account('bureau.supervisor');
/** Where the finding is; the bureau must not read it anywhere. */
const SECRET = '事故池西侧阀门井';

let browser;
let own;
let firm;
let bureau;
/** Addresses of what was made. */
const at = {};

before(async () => {
  browser = await Browser.open();
  [own, firm, bureau] = await Promise.all([browser.person('enterprise.admin', 1), browser.person('firm.manager', 0), browser.person('bureau.supervisor')]);
});
after(() => browser.close());

const dayIn = days => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
/** The month before this one, which is the newest that can be reported. */
const month = dayIn(-Number(dayIn(0).slice(8))).slice(0, 7);
const idOf = page => page.url().split('/').at(-1).split('?')[0];

async function date(page, name, day) {
  const box = page.getByRole('textbox', { name });
  await box.fill(day);
  // not Enter, which sends the form
  await box.press('Tab');
}

async function offer() {
  await own.goto(`/e/${UNIT.organisationId}/retainers/new`);
  await heading(own, '委托环保管家');
  await own.getByLabel('服务机构').fill(FIRM.organisation.slice(0, 4));
  await own.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByText(FIRM.organisation).click();
  await own.getByRole('textbox', { name: /服务范围/ }).fill('按月现场巡查，指导台账、自行监测和危险废物管理，每月出具报告。');
  await date(own, /服务期起/, `${month}-01`);
  await date(own, /服务期止/, dayIn(300));
  await looked(own, 'steward-offer');
  await button(own, '发给机构').click();
  await said(own, '待机构接受');
  at.retainer = idOf(own);
  return own;
}

async function accept() {
  await firm.goto(`/f/${FIRM.organisationId}/retainers/${at.retainer}`);
  await button(firm, '接受委托').click();
  await confirm(firm, '接受这份环保管家委托？', '接受委托');
  await said(firm, '已同意');
  return looked(firm, 'steward-retainer');
}

async function plan() {
  await firm.goto(`/f/${FIRM.organisationId}/retainers/${at.retainer}/plan`);
  await heading(firm, '安排巡查');
  await date(firm, /计划日期/, dayIn(0));
  await choose(firm, firm.getByRole('combobox', { name: /巡查人员/ }), FIRM.name);
  const topic = '环境应急（3 项）';
  const boxes = firm.getByRole('group', { name: /检查主题/ });
  if (await boxes.isVisible()) await boxes.getByRole('checkbox', { name: topic }).check();
  else {
    await choose(firm, firm.getByRole('combobox', { name: /检查主题/ }), topic);
    await firm.getByRole('combobox', { name: /检查主题/ }).press('Escape');
  }
  await looked(firm, 'steward-plan');
  await button(firm, '安排巡查').click();
  await said(firm, '已计划');
  at.visit = idOf(firm);
  return firm;
}

async function hold() {
  await firm.setViewportSize(PHONE);
  const items = firm.locator('fieldset');
  assert.equal(await items.count(), 3);
  for (const nth of [0, 2]) await items.nth(nth).getByLabel('符合', { exact: true }).check();
  const wrong = items.nth(1);
  await wrong.getByLabel('有问题', { exact: true }).check();
  await wrong.getByLabel(/写明问题/).fill('雨水截止阀锈蚀，无法关闭。');
  await wrong.getByLabel('位置').fill(SECRET);
  await wrong.getByLabel('较重').check();
  await wrong.getByLabel('整改建议').fill('更换阀门并每月试关一次。');
  await wrong.getByLabel('整改期限').fill(dayIn(20));
  await wrong.getByLabel(/拍照/).setInputFiles(sampleImage('阀门.png'));
  await said(wrong, /待上传|已上传/);
  await firm.getByLabel('本次小结').fill('检查 3 项，1 项需要整改。');
  await assertFits(firm);
  await looked(firm, 'steward-visit-filling');
  await firm.setViewportSize(PHONE);
  await button(firm, '提交记录').click();
  await confirm(firm, '提交这次巡查记录？', '提交记录');
  await said(firm, '现场照片');
  return looked(firm, 'steward-visit');
}

async function answer() {
  await own.goto(`/e/${UNIT.organisationId}/steward-findings`);
  await own.getByRole('link', { name: new RegExp(SECRET) }).click();
  await heading(own, SECRET);
  await looked(own, 'steward-finding');
  at.finding = idOf(own);
  await own.setViewportSize(PHONE);
  await button(own, '答复整改').click();
  await own.getByRole('textbox', { name: '整改情况' }).fill('阀门已更换，现场试关正常。');
  await button(own, '答复整改').click();
  await said(own, '企业答复');
  await firm.setViewportSize({ width: 1366, height: 860 });
  await firm.goto(`/f/${FIRM.organisationId}/steward-findings/${at.finding}`);
  await button(firm, '复查通过，办结').click();
  await firm.getByRole('textbox', { name: '复查情况' }).fill('现场复查，阀门可关闭。');
  await button(firm, '复查通过，办结').click();
  await said(firm, '复查通过');
  return firm;
}

async function report() {
  await firm.goto(`/f/${FIRM.organisationId}/retainers/${at.retainer}`);
  await firm.getByRole('textbox', { name: /月份/ }).fill(month);
  await button(firm, '编写月报').click();
  await heading(firm, `${month} 月报`);
  at.report = idOf(firm);
  await firm.getByRole('textbox', { name: /机构意见/ }).fill('本月起按计划巡查。');
  await button(firm, '保存意见').click();
  await button(firm, '签发月报').click();
  await confirm(firm, '签发这份月报？', '签发月报');
  await looked(firm, 'steward-report');
  await own.setViewportSize({ width: 1366, height: 860 });
  await own.goto(`/e/${UNIT.organisationId}/steward-reports/${at.report}`);
  await button(own, '确认已阅').click();
  await confirm(own, '确认已阅读这份月报？', '确认已阅');
  await said(own, '企业确认');
  return own;
}

async function supervise() {
  await bureau.goto(`/b/${BUREAU.organisationId}/steward-quality?tab=retainer`);
  await heading(bureau, '环保管家服务质量');
  await said(bureau, UNIT.organisation);
  await looked(bureau, 'steward-quality');
  assert.ok(!(await bureau.locator('body').innerText()).includes(SECRET));
  for (const path of [`retainers/${at.retainer}`, `steward-visits/${at.visit}`, `steward-findings/${at.finding}`, `steward-reports/${at.report}`]) {
    const reply = await bureau.request.get(`/api/v1/${path}`, { headers: { 'x-organisation': BUREAU.organisationId } });
    assert.ok([403, 404].includes(reply.status()), `${path} answers ${reply.status()} to the bureau`);
  }
  return bureau;
}

test('a year of 环保管家, from the offer to the figures of the bureau', async context => {
  await walk(context, browser, [
    ['a retainer is offered', offer], ['accepted', accept], ['a visit is planned', plan], ['held on a phone, with a finding and a photo', hold],
    ['answered by the enterprise, checked by the firm', answer], ['reported and read', report], ['seen by the bureau in figures only', supervise],
  ]);
});
