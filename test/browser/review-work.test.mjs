// The bureau's common work on one application, in the browser: two reviewers, an opinion per section, an expert review as a pause of
// the clock, 会签, a site check on a phone that loses its network, a refusal by two persons that stays hidden until it is served.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { account, assertAccessible, assertFits, Browser, heading, settled, shot } from '../harness/browser.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { asApi } from './steps/api.mjs';
import { sampleImage, samplePdf } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { apiOf } from './steps/page-api.mjs';
import { submitApplication } from './steps/submitted.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
/** Near the kiln of the demonstration's form. */
const PLACE = { longitude: 111.789, latitude: 37.146 };
const SITE = `西关石灰窑${randomInt(1000, 10_000)}厂区`;
const [REVIEWER, SECOND, ENFORCER] = [account('bureau.reviewer'), account('bureau.reviewer', 1), account('bureau.enforcer')];
const LIME = account('enterprise.admin');

let browser;
let id;
/** The enforcer: answers the countersign at the desk, fills in the site check outdoors. */
let phone;

before(async () => {
  browser = await Browser.open();
  const { completeLimeKilnForm } = createRequire(import.meta.url)(inRoot('dist/libs/permits/src/demo/lime-kiln.form.js'));
  id = await submitApplication(await asApi(LIME), { siteName: SITE, siteSequence: randomInt(400, 900), form: completeLimeKilnForm });
});
after(() => browser.close());

/** The application on this officer's desk. */
async function desk(role, nth = 0, options = {}) {
  const page = await browser.person(role, nth, options);
  await page.goto(`/b/${account(role, nth).organisationId}/permits/${id}`);
  await heading(page, new RegExp(SITE));
  return page;
}

async function accept() {
  const page = await desk('bureau.intake');
  await button(page, '认领').click();
  await button(page, '受理').click();
  await confirm(page, '受理这份申请？', '受理');
  await said(page, '已受理');
  return page;
}

async function shareOut() {
  const page = await desk('bureau.reviewer');
  await button(page, '开始审查').click();
  await button(page, '分工或认领').click();
  await confirm(page, '分工或认领', '分工或认领', async dialog => {
    await dialog.getByRole('radio', { name: '大气' }).check();
    await choose(page, dialog.getByRole('combobox', { name: /审查人/ }), SECOND.name);
  });
  await button(page, '分工或认领').click();
  await confirm(page, '分工或认领', '分工或认领', dialog => dialog.getByRole('radio', { name: '水', exact: true }).check());
  await said(page, '固体废物');
  return page;
}

async function opinionOnSection() {
  const page = await desk('bureau.reviewer', 1);
  await button(page, '填写意见').click();
  await confirm(page, '填写意见', '保存意见', async dialog => {
    await choose(page, dialog.getByRole('combobox', { name: '章节' }), '大气排放口');
    await dialog.getByRole('radio', { name: '不同意' }).check();
    await dialog.getByRole('textbox', { name: '意见' }).fill('排气筒采样孔位置没有说明。');
  });
  await said(page, '排气筒采样孔位置没有说明。');
  await page.getByRole('listitem').filter({ hasText: '大气' }).getByRole('button', { name: '提交意见' }).click();
  await confirm(page, '提交意见', '提交意见', async dialog => {
    await dialog.getByRole('radio', { name: '有异议' }).check();
    await dialog.getByRole('textbox', { name: '审查意见' }).fill('大气部分监测点位不完整。');
  });
  await said(page, '大气部分监测点位不完整。');
  return page;
}

async function expertReview() {
  const page = await desk('bureau.reviewer');
  await button(page, '请同事会签').click();
  await confirm(page, '请同事会签', '请同事会签', async dialog => {
    await choose(page, dialog.getByRole('combobox', { name: '同事' }), ENFORCER.name);
    await dialog.getByRole('textbox', { name: '部门' }).fill('执法队');
    await dialog.getByRole('textbox', { name: '请对方确认什么' }).fill('近一年有没有没有履行的处罚？');
  });
  await button(page, '暂停计时').click();
  await confirm(page, '暂停计时？', '暂停计时', async dialog => {
    await choose(page, dialog.getByRole('combobox', { name: '法定事由' }), /^专家评审/);
    assert.equal(await button(dialog, '暂停计时').isDisabled(), true, 'a pause without the number of its paper');
    await dialog.getByRole('textbox', { name: '告知书文号' }).fill('孝环告〔2026〕12号');
    await dialog.getByRole('textbox', { name: /说明/ }).fill('组织专家评审，预计一周。');
  });
  await said(page, /计时暂停 · 剩余 \d+ 个工作日/);
  await said(page, /孝环告〔2026〕12号/);
  await button(page, '恢复计时').click();
  await confirm(page, '恢复计时？', '恢复计时', dialog => dialog.getByRole('textbox', { name: /说明/ }).fill('评审结束。'));
  await button(page, '暂停计时').waitFor();
  return page;
}

async function orderCheck() {
  const page = await desk('bureau.reviewer');
  await button(page, '安排现场核查').click();
  await confirm(page, '安排现场核查', '安排现场核查', async dialog => {
    await choose(page, dialog.getByRole('combobox', { name: '同事', exact: true }), REVIEWER.name);
    await choose(page, dialog.getByRole('combobox', { name: '第二名核查人员' }), ENFORCER.name);
    for (const [index, field] of (await dialog.getByRole('textbox', { name: '执法证件号' }).all()).entries()) await field.fill(`SX-000${index + 1}`);
    await dialog.getByLabel('核查日期').fill(new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10));
    await dialog.getByRole('textbox', { name: '核查原因' }).fill('新建窑，须核对采样孔和排放口。');
  });
  await said(page, '待核查');
  await settled(page);
  await shot(page, 'review-desk');
  return page;
}

async function countersign() {
  phone = await desk('bureau.enforcer', 0, { permissions: ['geolocation'], geolocation: PLACE });
  await button(phone, '答复会签').click();
  await confirm(phone, '答复会签', '答复会签', async dialog => {
    await dialog.getByRole('radio', { name: '同意' }).check();
    await dialog.getByRole('textbox', { name: '会签意见' }).fill('没有未履行的处罚。');
  });
  await said(phone, '没有未履行的处罚。');
  return phone;
}

async function siteCheck() {
  await phone.setViewportSize(PHONE);
  await phone.getByRole('link', { name: '填写现场核查' }).click();
  await heading(phone, '现场核查');
  await settled(phone);
  await said(phone, /刷新或关闭后再打开内容都在/);
  phone.expected.push(/ERR_INTERNET_DISCONNECTED/);
  await phone.context().setOffline(true);
  for (const item of await phone.getByRole('group').all()) await item.getByRole('radio', { name: '是', exact: true }).check();
  const outlet = phone.getByRole('group', { name: /^DA001/ });
  await outlet.getByRole('radio', { name: '否', exact: true }).check();
  await outlet.getByRole('textbox', { name: /请写明情况/ }).fill('采样孔高度不够。');
  await outlet.getByLabel(/拍照/).setInputFiles(sampleImage('孔.png'));
  await said(phone, /没有网络，1 张照片待上传/);
  await assertAccessible(phone);
  await assertFits(phone);
  await phone.screenshot({ path: inRoot('test/.artifacts/shots/site-check-offline-phone.png') }).catch(() => undefined);
  await phone.context().setOffline(false);
  await outlet.getByText('已上传').waitFor();
  await phone.getByRole('radio', { name: '不符合', exact: true }).check();
  await phone.getByRole('textbox', { name: '核查情况' }).fill('DA001 采样孔高度与申请不一致。');
  for (const name of [REVIEWER.name, ENFORCER.name]) await phone.getByRole('checkbox', { name: new RegExp(name) }).check();
  await phone.getByRole('textbox', { name: '被核查单位人员姓名' }).fill('陈晨');
  await settled(phone);
  await assertFits(phone);
  await shot(phone, 'site-check');
  await phone.setViewportSize(PHONE);
  await button(phone, '提交核查记录').click();
  await confirm(phone, '提交现场核查记录', '提交核查记录');
  await said(phone, '已报告');
  await said(phone, /距排放口 \d+ 米/);
  return phone;
}

async function conclude() {
  const page = await desk('bureau.reviewer');
  const bureau = apiOf(page, REVIEWER.organisationId);
  for (const section of ['solid-waste', 'self-monitoring']) await bureau('POST', `/permit-applications/${id}/opinions`, { section, verdict: 'agree', text: '与核对的材料一致。' });
  await button(page, '填写意见').click();
  const dialog = page.getByRole('dialog', { name: '填写意见' });
  await dialog.getByRole('textbox', { name: '意见' }).fill('监测方案不符合规范，建议不予许可。');
  page.expected.push(/status of 409/);
  await button(dialog, '保存意见').click();
  await said(dialog, /还有没有完成的：水（/);
  await button(dialog, '返回').click();
  await page.getByRole('listitem').filter({ hasText: '水' }).getByRole('button', { name: '提交意见' }).click();
  await confirm(page, '提交意见', '提交意见', async asked => {
    await asked.getByRole('radio', { name: '同意' }).check();
    await asked.getByRole('textbox', { name: '审查意见' }).fill('不排放生产废水，符合要求。');
  });
  await button(page, '填写意见').click();
  await confirm(page, '填写意见', '保存意见', async asked => {
    await asked.getByRole('radio', { name: '不同意' }).check();
    await asked.getByRole('textbox', { name: '意见' }).fill('监测方案不符合规范，建议不予许可。');
  });
  await said(page, '待决定');
  return page;
}

async function propose() {
  const page = await desk('bureau.approver');
  await button(page, '作出决定').click();
  await confirm(page, '作出许可决定', '作出决定', async dialog => {
    for (const met of (await dialog.getByRole('radio', { name: '符合', exact: true }).all()).slice(0, 3)) await met.check();
    await dialog.getByRole('radio', { name: '不符合', exact: true }).last().check();
    for (const basis of await dialog.getByRole('textbox', { name: /^符合的依据/ }).all()) await basis.fill('见审查意见和现场核查记录');
    await dialog.getByRole('textbox', { name: '不符合的情形' }).fill('采样孔不能满足监测要求');
    await dialog.getByRole('radio', { name: '拟不予许可' }).check();
    await dialog.getByRole('checkbox', { name: /告知听证权利/ }).check();
    await dialog.getByRole('textbox', { name: /^理由/ }).fill('自行监测方案不符合国家自行监测规范。');
  });
  await said(page, '拟不予许可，告知书待送达');
  await said(page, /告知书尚未送达，期限还没有开始/);
  assert.equal(await button(page, '审定').count(), 0, 'nobody settles it before the notice is served');
  await shot(page, 'notice-to-serve');
  return page;
}

/** The notice beforehand reaches the enterprise: its periods begin. */
async function tell() {
  const page = await desk('bureau.approver');
  await button(page, '送达告知书').click();
  await confirm(page, '送达告知书', '送达告知书', handOver);
  await said(page, '拟不予许可，听取陈述申辩');
  await said(page, /期限到 \d{4}-\d\d-\d\d/);
  return page;
}

async function handOver(dialog) {
  await dialog.getByRole('radio').first().check();
  await dialog.getByLabel('送达日期').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  await dialog.getByRole('textbox', { name: /签收人|收件人/ }).fill('陈晨');
  await dialog.getByLabel('上传送达证明').setInputFiles(samplePdf('送达回证.pdf'));
  await dialog.getByRole('link', { name: '送达回证.pdf' }).waitFor();
}

/** Its hearing is asked for, and the request taken back: the desk says what each means. */
async function hearing() {
  const page = await browser.person('enterprise.admin');
  await page.goto(`/e/${LIME.organisationId}/permits/${id}`);
  await heading(page, new RegExp(SITE));
  await button(page, '要求听证').click();
  await confirm(page, '要求听证', '要求听证');
  await said(page, /已要求听证，请等待听证通知/);
  await assertFits(page);
  await shot(page, 'hearing-asked');
  const head = await desk('bureau.supervisor');
  await said(head, /由您主持；.*听证结束前不能审定/);
  await button(head, '通知听证').waitFor();
  await shot(head, 'hearing-to-set');
  await button(page, '撤回听证申请').click();
  await confirm(page, '撤回听证申请', '撤回听证申请');
  await said(page, /已撤回/);
  return page;
}

async function state() {
  const page = await browser.person('enterprise.admin');
  await page.goto(`/e/${LIME.organisationId}/permits/${id}`);
  await heading(page, new RegExp(SITE));
  await button(page, '陈述申辩').click();
  await confirm(page, '陈述申辩', '提交陈述申辩', dialog => dialog.getByRole('textbox').fill('采样孔已经委托整改，一周内完成。'));
  await said(page, '采样孔已经委托整改，一周内完成。');
  return page;
}

async function answer() {
  const page = await desk('bureau.approver');
  await button(page, '答复陈述申辩').click();
  await confirm(page, '答复陈述申辩', '答复陈述申辩', async dialog => {
    await dialog.getByRole('radio', { name: '不予采纳' }).check();
    await dialog.getByRole('textbox').fill('整改完成后可以重新申请。');
  });
  await said(page, /整改完成后可以重新申请/);
  assert.equal(await button(page, '审定').count(), 0, 'whoever proposed settles it alone');
  return page;
}

async function settle() {
  const page = await desk('bureau.supervisor');
  await button(page, '审定').click();
  await confirm(page, '审定', '审定', async dialog => {
    await dialog.getByRole('radio', { name: /^同意/ }).check();
    await dialog.getByRole('textbox').fill('同意不予许可。');
  });
  await said(page, '不予许可待送达');
  return page;
}

async function hidden() {
  const page = await browser.person('enterprise.admin');
  await page.goto(`/e/${LIME.organisationId}/permits/${id}`);
  await said(page, '拟不予许可，听取陈述申辩');
  await settled(page);
  assert.doesNotMatch(await page.getByRole('main').innerText(), /待送达|不予行政许可决定书|整改完成后可以重新申请/);
  return page;
}

async function serve() {
  const page = await desk('bureau.approver');
  await button(page, '登记送达').click();
  await confirm(page, '登记送达', '登记送达', handOver);
  await said(page, '不予许可');
  return page;
}

async function served() {
  const page = await browser.person('enterprise.admin');
  await page.goto(`/e/${LIME.organisationId}/permits/${id}`);
  await said(page, /整改完成后可以重新申请/);
  await said(page, /行政复议/);
  await settled(page);
  await shot(page, 'refused');
  return page;
}

test('the officers’ common work', context =>
  walk(context, browser, [
    ['the intake desk accepts', accept],
    ['the lead reviewer begins, gives air to a colleague and takes water', shareOut],
    ['the second reviewer writes on a section and hands the part in', opinionOnSection],
    ['the lead asks for a countersign and pauses the clock for an expert review, with the number of its paper', expertReview],
    ['and orders a site check by two officers', orderCheck],
    ['the enforcer countersigns', countersign],
    ['and fills in the site check on the phone, part of it without a network', siteCheck],
    ['the lead can conclude only when every part is in', conclude],
    ['the approver proposes a refusal with the condition that is not met', propose],
    ['and serves the notice: the period runs from that', tell],
    ['the enterprise asks for a hearing, and takes that back', hearing],
    ['the enterprise makes its statement', state],
    ['the approver answers it, and cannot settle it alone', answer],
    ['the supervisor, a second person, makes the refusal', settle],
    ['the enterprise sees nothing of it yet', hidden],
    ['the approver serves it', serve],
    ['now the enterprise reads the decision, with its reasons and the remedies', served],
  ]));
