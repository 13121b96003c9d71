// A permit from the first click of the enterprise to a visitor's check, in the browser: every section typed in, a file
// uploaded, 补正 asked for and answered, four officers of the bureau, the certificate.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { samplePdf } from './steps/files.mjs';
import { choose, fillSection } from './steps/form.mjs';
import { apiOf } from './steps/page-api.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

/** A site no other test and no demonstration data uses; drawn, so that the journey can be walked again in the same city. */
const SITE = { name: `北山石灰窑${randomInt(100, 1000)}厂区` };
const LIME = account('enterprise.admin');
const SECTIONS = {
  basic: '排污单位基本情况', products: '主要产品及产能', 'products-supplement': '主要产品及产能补充', materials: '主要原辅材料及燃料', 'process-nodes': '产排污节点、污染物及治理设施', 'air-outlets': '大气排放口',
  'air-limits': '大气污染物许可排放限值', fugitive: '大气污染物无组织排放', 'air-totals': '大气排放总许可量', 'water-outlets': '水排放口', 'water-limits': '水污染物许可排放限值', 'solid-waste': '固体废物', noise: '工业噪声',
  'self-monitoring': '自行监测方案', ledgers: '环境管理台账与执行报告要求', 'supplementary-registration': '补充登记', local: '地方增加内容', submission: '信息公开与提交申请',
};

let browser;
let enterprise;
/** What later steps need from earlier ones. */
const known = {};

before(async () => {
  browser = await Browser.open();
  enterprise = await browser.person('enterprise.admin');
});
after(() => browser.close());

/** An officer opens the application from the queue. */
async function officer(role) {
  const page = await browser.person(role);
  await page.goto(`/b/${account(role).organisationId}/permits?tab=all`);
  await page.getByRole('link', { name: new RegExp(SITE.name) }).first().click();
  await heading(page, new RegExp(SITE.name));
  return page;
}

async function begin() {
  await enterprise.goto(`/e/${LIME.organisationId}/permits`);
  await enterprise.getByRole('link', { name: '申请排污许可证' }).first().click();
  await choose(enterprise, enterprise.getByRole('combobox', { name: '生产经营场所' }), '新的场所（尚未登记）');
  await enterprise.getByRole('textbox', { name: '新场所的名称' }).fill(SITE.name);
  await button(enterprise, '开始填写').click();
  await heading(enterprise, new RegExp(SITE.name));
  known.address = new URL(enterprise.url()).pathname;
  const form = await (await enterprise.request.get('/api/v1/permit-forms/current')).json();
  known.definitions = new Map(form.sections.map(section => [section.key, section]));
  const { completeLimeKilnForm } = createRequire(import.meta.url)(inRoot('dist/libs/permits/src/demo/lime-kiln.form.js'));
  known.data = completeLimeKilnForm({ fileIds: {} });
  // both stand there already, taken from the verified record of the enterprise
  for (const name of ['enterpriseName', 'uscc']) delete known.data.basic[name];
  known.data.basic.siteName = SITE.name;
  return enterprise;
}

/** Says that the section is complete and returns to the list of sections. */
async function complete() {
  await enterprise.getByRole('radio', { name: '是，本节已填完' }).check();
  await button(enterprise, '保存并返回').click();
  await enterprise.getByRole('link', { name: '核对并提交' }).waitFor();
}

const fillStep = ([key, title]) => [
  `fills in ${title}`,
  async () => {
    await enterprise.getByRole('link', { name: title, exact: true }).click();
    await heading(enterprise, title);
    await fillSection(enterprise, known.definitions.get(key), known.data[key]);
    await complete();
    return enterprise;
  },
];

/** The attachments this enterprise must bring. */
const ATTACHMENTS = ['守法承诺书', '环评批复或备案回执', '厂区平面布置图', '生产工艺流程图', '监测点位示意图'];

async function upload() {
  await enterprise.getByRole('link', { name: '相关附件', exact: true }).click();
  await heading(enterprise, '相关附件');
  for (const kind of ATTACHMENTS) {
    await enterprise.getByLabel(`上传${kind}`).setInputFiles(samplePdf(`${kind}.pdf`));
    await enterprise.getByRole('link', { name: `${kind}.pdf` }).waitFor();
  }
  await button(enterprise, '附件已齐，标为完成').click();
  await said(enterprise, '已完成 19/19');
  return enterprise;
}

async function reviewAndSubmit() {
  await enterprise.getByRole('link', { name: '核对并提交' }).click();
  await heading(enterprise, '核对并提交');
  await enterprise.getByRole('button', { name: /校核$/ }).click();
  await said(enterprise, '没有发现问题');
  await enterprise.getByRole('checkbox', { name: /^我承诺/ }).check();
  await button(enterprise, '提交排污许可申请').click();
  await heading(enterprise, '申请已提交');
  return enterprise;
}

async function askForCorrection() {
  const page = await officer('bureau.intake');
  await button(page, '认领').click();
  await button(page, '退回队列').waitFor();
  await button(page, '要求补正').click();
  await confirm(page, '要求补正', '发出补正通知', async dialog => {
    await choose(page, dialog.getByRole('combobox', { name: '从清单中增加' }), '排污单位基本情况 · 技术负责人');
    await dialog.getByRole('textbox', { name: /怎样改/ }).fill('请填写现任技术负责人');
  });
  await button(page, '要求补正').waitFor({ state: 'hidden' });
  return page;
}

async function answerCorrection() {
  await enterprise.goto(known.address);
  await enterprise.getByRole('link', { name: '技术负责人' }).click();
  await heading(enterprise, '排污单位基本情况');
  assert.equal(await enterprise.getByRole('textbox', { name: '法定代表人（主要负责人）' }).isDisabled(), true);
  await enterprise.getByRole('textbox', { name: '技术负责人' }).fill('武志刚');
  await complete();
  return reviewAndSubmit();
}

async function accept() {
  const page = await officer('bureau.intake');
  await said(page, '武志刚');
  await said(page, '重新提交时改了 1 处');
  await said(page, /^武\*\*（已修改/);
  assert.equal(await page.getByText('没有修改', { exact: true }).count(), 0);
  await button(page, '受理').click();
  await confirm(page, '受理这份申请？', '受理');
  await button(page, '受理').waitFor({ state: 'hidden' });
  return page;
}

async function review() {
  const page = await officer('bureau.reviewer');
  await button(page, '开始审查').click();
  await button(page, '增加条件').click();
  const dialog = page.getByRole('dialog', { name: '增加条件' });
  await choose(page, dialog.getByRole('combobox', { name: '从条件库选择' }), 'YJ-01 突发环境事件应急预案（设施运行维护）');
  await dialog.getByRole('textbox', { name: /演练次数/ }).fill('2');
  await button(dialog, '写入本件').click();
  await dialog.waitFor({ state: 'hidden' });
  await said(page, /每年组织不少于2次应急演练/);
  // before the overall opinion there is one on every medium; what is missing stands there
  await said(page, '监测和台账 还没有意见');
  await looked(page, 'review-media');
  const bureau = apiOf(page, account('bureau.reviewer').organisationId);
  const id = /permits\/([0-9a-f-]{36})/.exec(page.url())[1];
  for (const section of ['air-limits', 'water-limits', 'solid-waste', 'self-monitoring']) await bureau('POST', `/permit-applications/${id}/opinions`, { section, verdict: 'agree', text: '与核对的材料一致。' });
  await page.reload();
  await said(page, '监测和台账 已有意见');
  await button(page, '填写意见').click();
  await confirm(page, '填写意见', '保存意见', dialog => dialog.getByRole('textbox', { name: '意见' }).fill('材料齐全，限值符合标准，建议准予许可。'));
  await said(page, '材料齐全，限值符合标准');
  return page;
}

async function decide() {
  const page = await officer('bureau.approver');
  await button(page, '作出决定').click();
  await confirm(page, '作出许可决定', '作出决定', async dialog => {
    for (const met of await dialog.getByRole('radio', { name: '符合', exact: true }).all()) await met.check();
    for (const basis of await dialog.getByRole('textbox', { name: /^符合的依据/ }).all()) await basis.fill('见审查意见和附件');
    await dialog.getByRole('radio', { name: '准予许可' }).check();
    await dialog.getByRole('textbox', { name: /^理由/ }).fill('符合《排污许可管理条例》第十一条。');
  });
  return page;
}

async function issue() {
  const page = await officer('bureau.approver');
  await button(page, '发证').click();
  await confirm(page, '发放排污许可证', '发证', async dialog => {
    const number = dialog.getByRole('textbox', { name: '许可证编号' });
    // where the national platform gives the number it is typed in: uscc, site, and the letter of permits
    if (await number.isVisible()) await number.fill(`${(await number.inputValue()).slice(0, 21)}P`);
  });
  await button(page, '发证').waitFor({ state: 'hidden' });
  return page;
}

async function download() {
  await enterprise.goto(known.address);
  await enterprise.getByRole('link', { name: '许可证', exact: true }).click();
  for (const name of ['下载正本', '下载副本']) {
    const link = enterprise.getByRole('link', { name });
    await link.waitFor();
    const file = await enterprise.request.get(await link.getAttribute('href'));
    assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-');
  }
  await said(enterprise, '突发环境事件应急预案');
  [known.number] = (await enterprise.getByRole('heading', { level: 1 }).innerText()).match(/[0-9A-Z]{22}/);
  return enterprise;
}

async function check() {
  const visitor = await browser.visitor();
  await visitor.goto('/permits');
  await visitor.getByRole('searchbox').fill(known.number);
  await visitor.getByRole('link', { name: new RegExp(SITE.name) }).click();
  await heading(visitor, '许可证核验');
  await said(visitor, '证书签名核验通过');
  await said(visitor, known.number);
  assert.equal(await visitor.getByText('净化焦炉煤气').count(), 0, 'a trade secret is shown to everybody');
  return visitor;
}

test('a permit', context =>
  walk(context, browser, [
    ['the enterprise begins an application for a new site', begin],
    ...Object.entries(SECTIONS).map(fillStep),
    ['uploads five attachments and says that all are there', upload],
    ['has the machine review it and submits', reviewAndSubmit],
    ['the intake desk claims it and asks for one correction', askForCorrection],
    ['the enterprise changes that field, the only open one, and submits again', answerCorrection],
    ['the intake desk sees what changed and accepts', accept],
    ['the reviewer starts and gives an opinion', review],
    ['the approver judges each condition and decides', decide],
    ['the approver issues the permit', issue],
    ['the enterprise downloads original and duplicate', download],
    ['a visitor finds and checks it, and sees no trade secret', check],
  ]));
