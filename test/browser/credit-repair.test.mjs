// A credit repair that was granted upon false papers is taken back: proposed with evidence, answered on a phone, decided by another person; the
// party downloads the decision. An officer of permits is told of a bad grade as long as the application is open.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, assertFits, Browser, heading, looked, settled } from '../harness/browser.mjs';
import { samplePdf } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { apiOf, until } from './steps/page-api.mjs';
import { button, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const BUREAU = account('bureau.reviewer').organisationId;
const UNIT = account('enterprise.admin', 2);
/** Of the lowest grade: the demonstration city has a hidden pipe of it, and a permit that was decided. */
const STRICT = account('enterprise.admin', 1);

let browser;
let reviewer;
let approver;
let own;
let id;

before(async () => {
  browser = await Browser.open();
  [reviewer, approver, own] = [await browser.person('bureau.reviewer'), await browser.person('bureau.approver'), await browser.person('enterprise.admin', 2)];
});
after(() => browser.close());

const atBureau = () => `/b/${BUREAU}/credit-repairs/${id}`;
const fill = (page, name, text) => page.getByRole('textbox', { name }).fill(text);

async function propose() {
  await reviewer.goto(`/b/${BUREAU}/credit-repairs?tab=ended`);
  await heading(reviewer, '信用修复');
  const { items } = await apiOf(reviewer, BUREAU)('GET', '/credit-repairs?tab=ended&limit=100');
  id = items.find(one => one.subjectId === UNIT.organisationId).id;
  await reviewer.goto(atBureau());
  await reviewer.getByLabel('上传虚假证据').setInputFiles(samplePdf('现场核查.pdf'));
  await button(reviewer, '拟撤销修复').click();
  await fill(reviewer, '哪些内容虚假', '整改照片系其他单位的照片，经现场核查证实。');
  await choose(reviewer, reviewer.getByRole('combobox', { name: '证明材料虚假的证据' }), '现场核查.pdf');
  await looked(reviewer, 'credit-repair-propose-withdrawal');
  await button(reviewer, '拟撤销修复').click();
  await said(reviewer, /拟撤销这件信用修复，.+ 前可以陈述和申辩/);
  return reviewer;
}

async function state() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${UNIT.organisationId}/credit-repairs/${id}`);
  await said(own, /拟撤销这件信用修复/);
  await button(own, '陈述申辩').click();
  await fill(own, '陈述和申辩', '照片由代理机构提供，我单位不知情。');
  await assertFits(own);
  await button(own, '陈述申辩').click();
  await button(own, '陈述申辩').waitFor({ state: 'hidden' });
  return own;
}

async function decide() {
  await approver.goto(atBureau());
  await button(approver, '决定是否撤销').click();
  await choose(approver, approver.getByRole('combobox', { name: '决定' }), '撤销信用修复');
  await fill(approver, '理由（单位会看到）', '照片系伪造，修复条件自始不具备。');
  await button(approver, '决定是否撤销').click();
  await said(approver, /信用修复已经撤销，自 .+ 起重新计分和公示/);
  await looked(approver, 'credit-repair-withdrawn');
  return approver;
}

/** The paper is drawn in the background. */
async function read() {
  const api = apiOf(own, UNIT.organisationId);
  await until('the decision on paper', async () => (await api('GET', `/credit-repairs/${id}`)).case.notices.some(one => one.kind === 'withdrawal' && one.fileId !== null));
  await own.reload();
  await said(own, /信用修复已经撤销/);
  const paper = own.getByRole('link', { name: '撤销信用修复决定书' }).first();
  await said(own, /信修撤〔\d{4}〕\d+号/);
  await said(own, '送达日期');
  const file = await own.request.get(await paper.getAttribute('href'), { headers: { 'X-Organisation': UNIT.organisationId } });
  assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-');
  await looked(own, 'credit-repair-own-withdrawn');
  return own;
}

/** Decided: nobody scrutinises it any more, and the hint is gone. */
async function decided() {
  const { items } = await apiOf(reviewer, BUREAU)('GET', '/cases?tab=closed&matter=permits&limit=100');
  const application = items.find(one => one.kind === 'permit-application' && one.partyOrgId === STRICT.organisationId);
  await reviewer.goto(`/b/${BUREAU}/permits/${application.id}`);
  await heading(reviewer, new RegExp(STRICT.organisation));
  await settled(reviewer);
  assert.equal(await reviewer.getByText('申请人须从严审查').count(), 0);
  return reviewer;
}

test('a repair that was granted upon false papers, until its withdrawal is read', async context => {
  await walk(context, browser, [['proposed with evidence', propose], ['answered on a phone', state], ['decided by another person', decide], ['downloaded by the party', read], ['a bad grade is no matter of an application that was decided', decided]]);
});
