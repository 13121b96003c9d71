// An officer issues an order to correct and serves it; the enterprise plans, a firm that may only hand in does so, the enterprise mends with photos on a phone and hands in; the officer who issued
// it may not verify it, a second one does, and the case is closed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, assertFits, Browser, heading, looked } from '../harness/browser.mjs';
import { sampleImage, samplePdf } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { apiOf } from './steps/page-api.mjs';
import { button, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const FIELD = account('bureau.enforcer');
const HEAD = account('bureau.supervisor');
const UNIT = account('enterprise.admin', 1);
const AGENT = account('firm.manager');

let browser;
let field;
let head;
let own;
let id;

before(async () => {
  browser = await Browser.open();
  field = await browser.person('bureau.enforcer');
  head = await browser.person('bureau.supervisor');
  own = await browser.person('enterprise.admin', 1);
});
after(() => browser.close());

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

async function issue() {
  await field.goto(`/b/${FIELD.organisationId}/rectifications/new`);
  await heading(field, '登记整改');
  await choose(field, field.getByRole('combobox', { name: /企业/ }), new RegExp(UNIT.organisation));
  await field.getByRole('textbox', { name: '部位' }).fill('污水站');
  await field.getByRole('textbox', { name: '基本情况' }).fill('巡查发现污水站加药记录缺两日。');
  await button(field, '建立草稿').click();
  await heading(field, '填写责令改正通知');
  id = field.url().split('/').at(-2);
  const api = apiOf(field, FIELD.organisationId);
  const { officers } = await api('GET', `/rectifications/${id}/options`);
  const two = officers.filter(one => one.name !== HEAD.name).slice(0, 2).map(one => one.id);
  await api('PUT', `/rectifications/${id}/draft`, { formVersion: 1, place: '污水站', facts: '巡查发现污水站加药记录缺两日。', planRequired: true, officerIds: two, items: [{ violation: 'ledger', description: '加药记录缺两日', requirement: '补齐记录，逐日登记', conductOn: today(), days: 10 }] });
  await field.goto(`/b/${FIELD.organisationId}/rectifications/${id}`);
  await button(field, '制发通知').click();
  await button(field, '制发通知').last().click();
  await button(field, '登记送达').click();
  await choose(field, field.getByRole('combobox', { name: '送达方式' }), '直接送达');
  await field.getByRole('textbox', { name: '收件人' }).fill('孙芳');
  await field.getByLabel('上传送达证明').setInputFiles(samplePdf('送达回证.pdf'));
  await field.getByRole('link', { name: '送达回证.pdf' }).first().waitFor();
  await looked(field, 'rectification-serve');
  await button(field, '登记送达').click();
  await said(field, '待报方案');
  return field;
}

async function plan() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${UNIT.organisationId}/rectifications/${id}`);
  await heading(own, '污水站');
  await own.getByRole('textbox', { name: '整改措施' }).fill('补齐记录，专人逐日登记');
  await own.getByRole('textbox', { name: '责任人' }).fill('孙芳');
  await own.getByRole('textbox', { name: '计划完成' }).fill(today());
  await own.getByRole('textbox', { name: '计划完成' }).press('Enter');
  await said(own, '已保存');
  await assertFits(own);
  await handedInByFirm();
  await own.reload();
  await said(own, '方案待审');
  await field.reload();
  await button(field, '同意方案').click();
  await button(field, '同意方案').last().click();
  await said(field, '整改中');
  return own;
}

/** Its mandate says `submit` and not `prepare`: the plan is read, not filled in. */
async function handedInByFirm() {
  const [year, month, day] = today().split('-');
  const mandate = await apiOf(own, UNIT.organisationId)('POST', '/mandates', { enterpriseId: UNIT.organisationId, firmId: AGENT.organisationId, matters: ['rectification'], verbs: ['submit'], validFrom: today(), validTo: `${Number(year) + 1}-${month}-${day === '29' ? '28' : day}` });
  const firm = await browser.person('firm.manager');
  await firm.goto(`/f/${AGENT.organisationId}/rectifications`);
  await apiOf(firm, AGENT.organisationId)('POST', `/mandates/${mandate.id}/confirm`);
  await firm.setViewportSize(PHONE);
  await firm.goto(`/f/${AGENT.organisationId}/rectifications/${id}`);
  await said(firm, '补齐记录，专人逐日登记');
  await looked(firm, 'rectification-firm-hands-in');
  await button(firm, '提交整改方案').click();
  await said(firm, '方案待审');
}

async function mend() {
  await own.reload();
  await own.getByLabel('上传整改前的照片或者材料').setInputFiles(sampleImage('前.png'));
  await said(own, '整改前');
  await own.getByLabel('上传整改后的照片或者材料').setInputFiles({ ...sampleImage('后.png'), buffer: Buffer.concat([sampleImage('后.png').buffer, Buffer.from('后')]) });
  await own.getByRole('heading', { name: '整改后' }).waitFor();
  await own.getByRole('textbox', { name: '怎样整改的' }).fill('记录已补齐');
  await said(own, '已保存');
  await looked(own, 'rectification-mend');
  await own.setViewportSize(PHONE);
  await button(own, '这一项已完成').click();
  await said(own, '全部整改项已完成，可以提交。');
  await button(own, '提交整改结果').click();
  await said(own, '待核查');
  return own;
}

async function verify() {
  await field.reload();
  await said(field, /查改分离/);
  assert.equal(await field.getByRole('link', { name: '核查整改' }).count(), 0);
  await head.goto(`/b/${HEAD.organisationId}/rectifications/${id}/verify`);
  await heading(head, '核查整改');
  await head.getByRole('textbox', { name: '核查情况' }).fill('现场核查，记录齐全');
  await choose(head, head.getByRole('combobox', { name: '核查意见' }), '通过');
  await head.getByRole('textbox', { name: '说明' }).fill('已整改到位');
  await looked(head, 'rectification-verify');
  await button(head, '提交核查意见').click();
  await said(head, '已销号');
  await own.reload();
  await said(own, '整改已核查通过，已销号。');
  return head;
}

test('a rectification from its notice to the verification by another person', async context => {
  await walk(context, browser, [['issued and served', issue], ['planned on a phone', plan], ['mended with photos and handed in', mend], ['verified by another person and closed', verify]]);
});
