// 行政处罚: a clue becomes a case, is investigated and weighed, told to the party, which speaks on a phone; answered, reviewed, decided by another person,
// served, published and paid, then closed; anybody reads the decision, and the credit of the party holds it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked, settled } from '../harness/browser.mjs';
import { choose } from './steps/form.mjs';
import { samplePdf } from './steps/files.mjs';
import { button, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const BUREAU = account('bureau.enforcer').organisationId;
const PARTY = account('enterprise.admin', 1);
const FINE = '29000';
const DAY = 86_400_000;

let browser;
let field;
let lawyer;
let head;
let own;
let id;
let decision;

before(async () => {
  browser = await Browser.open();
  [field, lawyer, head, own] = [await browser.person('bureau.enforcer'), await browser.person('bureau.reviewer'), await browser.person('bureau.approver'), await browser.person('enterprise.admin', 1)];
});
after(() => browser.close());

const fill = (page, name, text) => page.getByRole('textbox', { name }).fill(text);
const pick = (page, name, text) => choose(page, page.getByRole('combobox', { name }), text);
const yes = (page, name, answer = '是') => page.getByRole('group', { name }).getByRole('radio', { name: answer, exact: true }).check();
const caseOf = tab => `/b/${BUREAU}/penalties/${id}${tab ? `?tab=${tab}` : ''}`;
const shanghai = ms => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** One of many: boxes where there are few, a list where there are more. */
async function oneOf(page, label, text) {
  const boxes = page.getByRole('group', { name: label });
  const list = page.getByRole('combobox', { name: label });
  await boxes.or(list).first().waitFor();
  if (await boxes.isVisible()) return boxes.getByRole('checkbox', { name: text }).check();
  await list.click();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByText(text).click();
  return list.press('Escape');
}

async function day(page, name, value) {
  await fill(page, name, value);
  await page.getByRole('textbox', { name }).press('Enter');
}

async function upload(page, label, name) {
  await page.getByLabel(label).setInputFiles(samplePdf(name));
  await page.getByRole('link', { name }).first().waitFor();
}

/** Opens the form of a step, fills it in and sends it; the step is done when the case says so. */
async function step(page, name, { then, fields = async () => {}, picture }) {
  await button(page, name).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  await fields(page);
  if (picture) await looked(page, picture);
  await button(page, name).click();
  await said(page, then);
  return page;
}

const served = async page => {
  await pick(page, '送达方式', '直接送达');
  await upload(page, '上传送达证明', '送达回证.pdf');
  await fill(page, '收件人', '后勤主任 孙芳');
};

async function clue() {
  await field.goto(`/b/${BUREAU}/penalties/new`);
  await heading(field, '登记线索');
  await pick(field, '线索来源', '现场检查发现');
  await fill(field, '线索内容', '现场检查发现该单位第三季度没有开展废水自行监测，也没有保存原始记录。');
  const party = field.getByRole('combobox', { name: /企业或机构/ });
  await party.click();
  await party.pressSequentially('示范医院');
  await field.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByText(/孝义示范医院/).click();
  await looked(field, 'penalty-clue');
  await button(field, '登记').click();
  await said(field, '线索待立案');
  id = field.url().split('/').at(-1).split('?')[0];
  await step(field, '报请立案', {
    then: '立案待批', picture: 'penalty-submit',
    fields: async page => {
      await pick(page, '违法行为', '未按规定开展自行监测、保存记录');
      await day(page, '违法行为开始', shanghai(Date.now() - 60 * DAY));
      await day(page, '违法行为结束', shanghai(Date.now() - 30 * DAY));
      await yes(page, /是否造成污染/, '否');
      for (const name of [/刘强/, /高洁/]) await oneOf(page, /办案人员/, name);
      await fill(page, '立案理由', '有初步证据证明存在违法事实，属于本机关管辖，没有超过追责时效。');
    },
  });
  await head.goto(caseOf());
  return step(head, '批准立案', { then: '调查取证' });
}

async function investigate() {
  await field.goto(caseOf('evidence'));
  await step(field, '登记证据', {
    then: '证明：第三季度没有监测记录',
    fields: async page => {
      await pick(page, '种类', /勘验笔录/);
      await fill(page, '名称', '现场检查（勘察）笔录');
      await fill(page, '证明什么', '第三季度没有监测记录');
      await upload(page, /证据文件/, '现场检查笔录.pdf');
    },
  });
  await field.getByRole('link', { name: '调查终结' }).click();
  await heading(field, '调查终结');
  for (const [factor, level] of [['污染后果', '没有造成后果'], ['超标、超量或者违法程度', '一倍以内或者轻微'], ['污染物种类', '一般污染物'], ['持续时间', '一周至一个月'], ['所在区域', '一般区域']]) await pick(field, new RegExp(factor), level);
  await button(field, '计算建议幅度').click();
  await said(field, '建议幅度和计算步骤');
  await fill(field, '违法事实', '该单位 2026 年第三季度没有按照排污许可证开展废水自行监测，也没有保存原始监测记录。');
  await fill(field, /^罚款\s*元/, FINE);
  await fill(field, /罚款不在裁量幅度内的理由/, '第一次违法，已经主动补测并改正，按幅度下限附近处罚。');
  await looked(field, 'penalty-conclude');
  await button(field, '移送审查').click();
  await said(field, '案件审查');
  await lawyer.goto(caseOf());
  return step(lawyer, '审查通过', { then: '待送达告知书', fields: page => fill(page, '审查意见', '事实清楚，证据充分，同意告知。') });
}

async function tell() {
  await field.goto(caseOf('notice'));
  await step(field, '登记告知书送达', { then: '陈述申辩截止', fields: served });
  return looked(field, 'penalty-told');
}

async function speak() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${PARTY.organisationId}/penalties`);
  await own.getByRole('link', { name: /未按规定开展自行监测/ }).first().click();
  await said(own, '不会因为陈述申辩加重处罚');
  await looked(own, 'penalty-own-told');
  await own.setViewportSize(PHONE);
  await fill(own, /^陈述申辩/, '第三季度监测机构停业，本院已经在第四季度补测，结果全部达标，请求从轻处罚。');
  await upload(own, /附上证据材料/, '补测报告.pdf');
  await button(own, '提交陈述申辩').click();
  await said(own, '本单位的陈述申辩：');
  return own;
}

async function answer() {
  await field.goto(caseOf('notice'));
  await said(field, /第三季度监测机构停业/);
  await step(field, '逐条复核陈述申辩', {
    then: '补测不能代替第三季度的监测义务。', picture: 'penalty-answer',
    fields: async page => {
      const table = page.getByRole('group', { name: /当事人的意见和复核结果/ });
      await table.getByRole('button', { name: '添加一行' }).click();
      const drawer = page.getByRole('dialog', { name: /第 1 行/ });
      const first = table.getByLabel('意见 1', { exact: true });
      await drawer.or(first).first().waitFor();
      const broad = await drawer.isVisible();
      const [scope, tail] = broad ? [drawer, ''] : [table, ' 1'];
      await scope.getByRole('textbox', { name: `意见${tail}` }).fill('监测机构停业，已经补测。');
      await choose(page, scope.getByRole('combobox', { name: `是否采纳${tail}` }), /部分采纳/);
      await scope.getByRole('textbox', { name: `理由${tail}` }).fill('补测不能代替第三季度的监测义务。');
      if (broad) await drawer.getByRole('button', { name: '关闭' }).last().click();
    },
  });
  await step(field, '送审', { then: '法制审核', fields: page => yes(page, /是否送法制审核/) });
  await lawyer.goto(caseOf('decision'));
  return step(lawyer, '法制审核通过', { then: '事实清楚，程序合法，裁量适当。', fields: page => fill(page, '审核意见', '事实清楚，程序合法，裁量适当。') });
}

async function decide() {
  await head.goto(caseOf('decision'));
  await step(head, '作出决定', { then: '尚未送达', picture: 'penalty-decide', fields: page => fill(page, '决定理由', '事实清楚，证据确凿；当事人的意见部分采纳，按幅度下限处罚。') });
  await looked(head, 'penalty-decided');
  await field.goto(caseOf('decision'));
  await step(field, '登记决定书送达', { then: '尚未公开', fields: served });
  await step(field, '公开决定', { then: '公示至', fields: page => fill(page, '公开的事实摘要', '第三季度没有开展废水自行监测，没有保存原始监测记录。') });
  decision = await field.locator('main').getByText(/〔\d{4}〕/).first().innerText();
  return looked(field, 'penalty-published');
}

async function pay() {
  await own.setViewportSize(PHONE);
  await own.reload();
  await said(own, '上传缴款凭证');
  await looked(own, 'penalty-own-decided');
  await own.setViewportSize(PHONE);
  await fill(own, /^金额\s*元/, FINE);
  await fill(own, '凭证号', 'PZ-20261201-01');
  await upload(own, /凭证照片或 PDF/, '缴款凭证.pdf');
  await button(own, '提交凭证').click();
  await said(own, '待核对');
  await field.goto(caseOf('money'));
  await button(field, '已到账，确认').click();
  await said(field, '已确认');
  await looked(field, 'penalty-paid');
  await head.goto(caseOf('money'));
  return step(head, '结案', { then: '已结案', fields: page => fill(page, '结案说明', '罚款已缴清，决定已公开。') });
}

async function read() {
  const anyone = await browser.visitor();
  await anyone.goto('/penalties');
  await anyone.getByRole('link', { name: PARTY.organisation }).first().click();
  await said(anyone, '第三季度没有开展废水自行监测，没有保存原始监测记录。');
  await looked(anyone, 'penalty-public-entry');
  await own.goto(`/e/${PARTY.organisationId}/credit/events`);
  await settled(own);
  const events = await own.locator('main').innerText();
  assert.match(events, /行政处罚|罚款/, `the credit of the party does not name the penalty ${decision}: ${events.slice(0, 400)}`);
  return looked(own, 'penalty-credit');
}

test('a penalty, from the clue to the closed case that anybody reads', async context => {
  await walk(context, browser, [
    ['a clue, filed by another person', clue],
    ['evidence, the range of discretion, the proposal', investigate],
    ['told with proof of service', tell],
    ['the party speaks on a phone, with a file', speak],
    ['answered point by point, reviewed in law', answer],
    ['decided, served and published', decide],
    ['paid with a voucher, confirmed, closed', pay],
    ['read by anybody, and in the credit of the party', read],
  ]);
});
