// Credit: a serious fact is recorded by one person and confirmed by another; the enterprise sees on a phone what it cost and what would change; a new
// version of a scheme is drafted, tried on today's ledger and on past years, and published by somebody else.
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { choose } from './steps/form.mjs';
import { samplePdf } from './steps/files.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const BUREAU = account('bureau.supervisor').organisationId;
const FIRM = account('firm.manager', 1);
const WHOSE = account('enterprise.admin');

let browser;
let recorder;
let head;
let own;
let entry;
let draft;

before(async () => {
  browser = await Browser.open();
  [recorder, head, own] = [await browser.person('bureau.enforcer'), await browser.person('bureau.supervisor'), await browser.person('enterprise.admin')];
});
after(() => browser.close());

const fill = (page, name, text) => page.getByRole('textbox', { name }).fill(text);

async function record() {
  await recorder.goto(`/b/${BUREAU}/credit-entries/new`);
  await heading(recorder, '登记信用事件');
  await choose(recorder, recorder.getByRole('combobox', { name: '单位' }), new RegExp(WHOSE.organisation));
  await choose(recorder, recorder.getByRole('combobox', { name: '事件类型' }), '暗管、渗井、旁路偷排');
  await fill(recorder, '事件名称', '通过暗管排放水污染物');
  await fill(recorder, '行为日期', new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10));
  await recorder.getByRole('textbox', { name: '行为日期' }).press('Enter');
  await fill(recorder, '查明的事实', '厂区北侧私设暗管，向外环境排放未经处理的废水。');
  await fill(recorder, '依据（法律和条款）', '水污染防治法 第八十三条');
  await recorder.getByLabel('上传依据文书').setInputFiles(samplePdf('处罚决定书.pdf'));
  await recorder.getByRole('link', { name: '处罚决定书.pdf' }).first().waitFor();
  await looked(recorder, 'credit-record');
  await button(recorder, '提交登记').click();
  await said(recorder, '须由登记人以外的人确认');
  entry = new URL(recorder.url()).pathname;
  return looked(recorder, 'credit-entry');
}

async function confirmed() {
  await head.goto(entry);
  await button(head, '确认入账').click();
  await confirm(head, '确认入账？', '确认入账', dialog => fill(dialog, '理由', '证据充分，同意入账。'));
  await said(head, '已入账');
  return head;
}

async function seen() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${WHOSE.organisationId}/credit`);
  await heading(own, '我的环境信用');
  await said(own, '有一票否决事项，定为最低等级');
  await looked(own, 'credit-mine-vetoed');
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${WHOSE.organisationId}/credit/lines`);
  await said(own, '一票否决');
  return looked(own, 'credit-lines');
}

async function supposed() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${WHOSE.organisationId}/credit/what-if`);
  await own.getByRole('checkbox', { name: '通过暗管排放水污染物' }).check();
  await button(own, '试算').click();
  await said(own, /等级由.+变为/);
  return looked(own, 'credit-what-if');
}

async function drafted() {
  await head.goto(`/b/${BUREAU}/credit-schemes`);
  await heading(head, '评价方案');
  await head.getByRole('main').getByRole('link', { name: /山西记分办法/ }).first().click();
  await button(head, '复制为草案').click();
  await confirm(head, '起草新版本', '复制为草案', async dialog => {
    await dialog.getByLabel('生效日期').fill(`${new Date().getUTCFullYear() + 2}-01-01`);
  });
  await said(head, '草案');
  draft = new URL(head.url()).pathname;
  const value = head.getByRole('textbox', { name: /^罚款.*数值$/ }).first();
  await value.fill('12');
  await button(head, '保存草案').click();
  await button(head, '保存草案').and(head.locator('[disabled]')).waitFor();
  return looked(head, 'credit-scheme-draft');
}

async function simulated() {
  await button(head, '模拟影响').click();
  await confirm(head, '模拟这个方案的影响？', '模拟影响');
  await said(head, /^完成/);
  await said(head, '逐家结果');
  return looked(head, 'credit-run');
}

async function published() {
  const other = await browser.person('bureau.approver');
  await other.goto(draft);
  await button(other, '发布').click();
  await confirm(other, '发布这个方案？', '发布');
  await said(other, '已发布');
  return other;
}

/** What proves to be wrong goes by two persons too, and the grade is back at once. */
async function takenBack() {
  await recorder.goto(`/b/${BUREAU}/credit/${WHOSE.organisationId}/events`);
  await heading(recorder, '信用事件');
  await recorder.getByRole('row', { name: /通过暗管排放水污染物/ }).getByRole('button', { name: '详情' }).click();
  const drawer = recorder.getByRole('dialog', { name: '通过暗管排放水污染物' });
  await button(drawer, '撤销').click();
  await fill(drawer, /撤销理由/, '复测证实该管道为雨水管，原认定有误。');
  await fill(drawer, /依据的文书/, '行政复议决定书 吕政复决〔2026〕8号');
  await drawer.getByLabel('上传撤销所依据的文书').setInputFiles(samplePdf('复议决定书.pdf'));
  await drawer.getByRole('link', { name: '复议决定书.pdf' }).first().waitFor();
  await button(drawer, '撤销').click();
  await drawer.waitFor({ state: 'hidden' });
  await head.goto(`/b/${BUREAU}/credit-entries`);
  await head.getByRole('main').getByRole('link', { name: /通过暗管排放水污染物/ }).first().click();
  await button(head, '确认入账').click();
  await confirm(head, '确认入账？', '确认入账', dialog => fill(dialog, '理由', '复议决定已生效，同意撤销。'));
  await said(head, '已入账');
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${WHOSE.organisationId}/credit`);
  await own.reload();
  await said(own, /绿牌/);
  return looked(own, 'credit-mine-restored');
}

/** A firm has its own scheme. */
async function firms() {
  const firm = await browser.person('firm.manager', 1);
  await firm.goto(`/f/${FIRM.organisationId}/credit`);
  await heading(firm, '我的环境信用');
  return looked(firm, 'credit-firm');
}

test('credit, from a serious fact to what would change, and a scheme before it holds', async context => {
  await walk(context, browser, [
    ['recorded by one person', record],
    ['confirmed by another', confirmed],
    ['seen by the enterprise on a phone', seen],
    ['what would change if it were repaired', supposed],
    ['revoked by two persons, and the grade is back', takenBack],
    ['a new version of a scheme is drafted', drafted],
    ['and tried before it holds', simulated],
    ['published by somebody else', published],
    ['a firm has its own scheme', firms],
  ]);
});
