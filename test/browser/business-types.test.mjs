// Every business of a permit in the browser: choosing it with its materials and clock, old → new, what C16 refuses and the
// way from there, papers anew, the ends of a permit. Permits are prepared by the API; what is particular to a type is done here.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { account, assertAccessible, Browser, heading, looked } from '../harness/browser.mjs';
import { samplePdf } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { apiOf, cellByApi, permitByApi } from './steps/page-api.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const LIME = account('enterprise.admin');
const BASE = `/e/${LIME.organisationId}`;
const FIRST = randomInt(500, 900);
let browser;
let enterprise;
let api;
/** Revoking for fraud bars the holder from applying for three years: that one is of another enterprise than the other tests apply for. */
const HOSPITAL = account('enterprise.admin', 1);
let hospital;
/** life, object, revoked, forfeited: one permit each. */
const permits = {};
const officers = {};

async function officer(post) {
  officers[post] ??= await browser.person(`bureau.${post}`);
  return officers[post];
}
const bureau = () => `/b/${account('bureau.approver').organisationId}`;

before(async () => {
  browser = await Browser.open();
  enterprise = await browser.person('enterprise.admin');
  await enterprise.goto(BASE);
  api = apiOf(enterprise, LIME.organisationId);
  const apis = { enterprise: api };
  for (const post of ['intake', 'reviewer', 'approver']) {
    const page = await officer(post);
    await page.goto(`${bureau()}/permits`);
    apis[post] = apiOf(page, account(`bureau.${post}`).organisationId);
  }
  hospital = await browser.person('enterprise.admin', 1);
  await hospital.goto(`/e/${HOSPITAL.organisationId}`);
  const holders = { revoked: apiOf(hospital, HOSPITAL.organisationId) };
  const names = ['life', 'object', 'revoked', 'forfeited'];
  const made = await Promise.all(names.map((name, index) => permitByApi({ ...apis, enterprise: holders[name] ?? api }, { sequence: FIRST + index, name: `石灰窑${FIRST + index}号厂区` })));
  names.forEach((name, index) => (permits[name] = made[index]));
});
after(() => browser.close());

async function certificate(permit, page = enterprise, base = BASE) {
  await page.goto(`${base}/certificates/${permit.id}`);
  await heading(page, new RegExp(permit.number));
  return page;
}

/** From the certificate to the choice, with what the type asks for read there. */
async function chooseType(label, facts) {
  await certificate(permits.life);
  await enterprise.getByRole('link', { name: '变更、延续、重新申请' }).click();
  await heading(enterprise, '办理排污许可');
  await enterprise.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
  for (const fact of facts) await said(enterprise, fact);
}

async function discard() {
  await button(enterprise, '删除草稿').click();
  await confirm(enterprise, '删除这份草稿？', '删除草稿');
  await heading(enterprise, '排污许可');
  return enterprise;
}

const applicationId = () => /permits\/([0-9a-f-]{36})/.exec(enterprise.url())[1];

async function guide() {
  const visitor = await browser.visitor();
  await visitor.goto('/permit-guide');
  await heading(visitor, '排污许可办事指南');
  for (const name of ['首次申请', '重新申请', '变更', '调整', '延续', '补领', '注销', '撤销', '吊销', '排污登记', '登记变更']) await visitor.getByRole('heading', { level: 3, name, exact: true }).waitFor();
  return looked(visitor, 'business-guide');
}

async function change() {
  await chooseType('变更', ['变更后的营业执照', '10 个工作日', /编号和有效期不变，变更内容自当日起生效/]);
  await looked(enterprise, 'business-change-choice');
  await enterprise.getByRole('checkbox', { name: '法定代表人或者主要负责人变更' }).check();
  await enterprise.getByLabel('变更发生的日期').fill(permits.life.issuedOn);
  await button(enterprise, '开始填写').click();
  await enterprise.getByRole('heading', { name: '变更的内容' }).waitFor();
  return enterprise;
}

async function materials() {
  await enterprise.getByRole('link', { name: '相关附件', exact: true }).click();
  await heading(enterprise, '相关附件');
  const order = await enterprise.getByRole('heading', { level: 2 }).allInnerTexts();
  const places = ['守法承诺书', '变更后的营业执照', '其他'].map(kind => order.indexOf(kind));
  assert.ok(places.every((at, index) => at >= 0 && (index === 0 || at > places[index - 1])), `in the order ${order}`);
  assert.ok(!order.includes('厂区平面布置图'), 'a drawing is asked for that a change does not need');
  await enterprise.getByLabel('上传守法承诺书').setInputFiles(samplePdf('守法承诺书.pdf'));
  await enterprise.getByRole('link', { name: '守法承诺书.pdf' }).waitFor();
  // it answers 400 with what is missing
  enterprise.expected.push(/status of 400/);
  await button(enterprise, '附件已齐，标为完成').click();
  await said(enterprise, '请上传变更后的营业执照');
  return looked(enterprise, 'business-materials');
}

async function refused() {
  const id = applicationId();
  await cellByApi(api, id, '/basic/legalRepresentative', '赵新任');
  await cellByApi(api, id, '/air-limits/limits/0/concentrationMgM3', '11');
  await enterprise.goto(`${BASE}/permits/${id}/check`);
  await heading(enterprise, '核对并提交');
  await said(enterprise, /与许可证第 1 版相比，有 \d+ 处不同/);
  for (const value of ['赵新任', '11']) await said(enterprise, value);
  await enterprise.getByRole('button', { name: /校核$/ }).click();
  await said(enterprise, '这些改动不能按“变更”办理');
  return looked(enterprise, 'business-c16');
}

async function reapplyInstead() {
  await button(enterprise, '改为重新申请').click();
  await confirm(enterprise, '把本件改为重新申请？', '改为重新申请', dialog => dialog.getByRole('checkbox', { name: /^排放口数量或者污染物种类/ }).check());
  await enterprise.getByRole('heading', { name: '重新申请的内容' }).waitFor();
  // what was typed is there still
  await said(enterprise, /有 \d+ 处不同/);
  await said(enterprise, '赵新任');
  await enterprise.goto(`${BASE}/permits/${applicationId()}`);
  await enterprise.getByRole('heading', { name: '重新申请的内容' }).waitFor();
  await looked(enterprise, 'business-reapply');
  return discard();
}

async function adjust() {
  await chooseType('调整', ['情况说明', '10 个工作日']);
  await enterprise.getByRole('checkbox', { name: '减少排放口、污染物或者排放量' }).check();
  await button(enterprise, '开始填写').click();
  await enterprise.getByRole('heading', { name: '调整的内容' }).waitFor();
  await cellByApi(api, applicationId(), '/air-limits/limits/0/concentrationMgM3', '9');
  await enterprise.reload();
  await said(enterprise, /有 \d+ 处不同/);
  await looked(enterprise, 'business-adjust');
  return discard();
}

/** Years ahead of the end it cannot be begun: the first day stands there. */
async function renew() {
  await certificate(permits.life);
  await enterprise.getByRole('link', { name: '变更、延续、重新申请' }).click();
  await heading(enterprise, '办理排污许可');
  await enterprise.getByText('其他业务现在为什么不能办').click();
  await said(enterprise, /\d{4}-\d\d-\d\d 起可以申请延续.*最迟 \d{4}-\d\d-\d\d 提出/);
  assert.equal(await enterprise.getByRole('radio', { name: /^延续/ }).count(), 0);
  return looked(enterprise, 'business-renew-choice');
}

/** The paper both requests need. */
async function paper(dialog) {
  await dialog.getByLabel('上传情况说明').setInputFiles(samplePdf('情况说明.pdf'));
  await dialog.getByRole('link', { name: '情况说明.pdf' }).waitFor();
}

async function reissue() {
  await certificate(permits.life);
  await button(enterprise, '申请补领').click();
  const dialog = enterprise.getByRole('dialog', { name: '申请补领许可证' });
  await choose(enterprise, dialog.getByRole('combobox', { name: /^补领的原因/ }), '遗失');
  await dialog.getByLabel('遗失或损毁日期').fill(permits.life.issuedOn);
  await dialog.getByRole('textbox', { name: '说明' }).fill('正本在搬家时遗失');
  await button(dialog, '提交').click();
  await said(dialog, '还没有上传“情况说明”，请上传后再提交');
  await paper(dialog);
  await dialog.getByLabel('上传遗失声明').setInputFiles(samplePdf('遗失声明.pdf'));
  await dialog.getByRole('link', { name: '遗失声明.pdf' }).waitFor();
  await assertAccessible(enterprise);
  await button(dialog, '提交').click();
  await heading(enterprise, /^补领许可证/);
  await looked(enterprise, 'business-reissue');
  const page = await officer('approver');
  await page.goto(enterprise.url().replace(BASE, bureau()));
  await button(page, '办结').click();
  await confirm(page, '补发许可证？', '办结');
  await said(page, '已办结');
  const visitor = await browser.visitor();
  await visitor.goto(`/check/${permits.life.id}`);
  await said(visitor, '第 2 版');
  return visitor;
}

async function cancel() {
  await certificate(permits.life);
  await button(enterprise, '申请注销').click();
  const dialog = enterprise.getByRole('dialog', { name: '申请注销许可证' });
  await dialog.getByLabel('停止排放日期').fill(permits.life.issuedOn);
  await dialog.getByRole('textbox', { name: '说明' }).fill('已停产并拆除石灰窑');
  await paper(dialog);
  await button(dialog, '提交').click();
  await heading(enterprise, /^注销许可证/);
  const page = await officer('approver');
  await page.goto(enterprise.url().replace(BASE, bureau()));
  await button(page, '办结').click();
  await confirm(page, '注销这张许可证？', '办结');
  await said(page, '已办结');
  await certificate(permits.life);
  await said(enterprise, '已注销');
  assert.equal(await enterprise.getByRole('button', { name: '申请补领' }).count(), 0);
  return looked(await shownToAll(permits.life, '已注销'), 'business-cancelled');
}

async function shownToAll(permit, status) {
  const visitor = await browser.visitor();
  await visitor.goto(`/check/${permit.id}`);
  await heading(visitor, '许可证核验');
  await said(visitor, status);
  return visitor;
}

/** How a case that is hidden answers. */
const UNSEEN = /没有找到这一页/;

/** 撤销 or 吊销: told, the holder speaks, a second person decides, hidden until it is served. */
const measure = (name, { kind, ground, status, title = `${kind}许可证`, decides = `${kind}排污许可证`, heard = true }) => async () => {
  const permit = permits[name];
  const [holder, base] = name === 'revoked' ? [hospital, `/e/${HOSPITAL.organisationId}`] : [enterprise, BASE];
  const proposer = await certificate(permit, await officer('reviewer'), bureau());
  await button(proposer, '撤销、吊销、撤回或注销').click();
  const dialog = proposer.getByRole('dialog', { name: '对许可证作出处理' });
  await choose(proposer, dialog.getByRole('combobox', { name: '拟作出的处理' }), kind);
  await choose(proposer, dialog.getByRole('combobox', { name: '法定情形' }), ground);
  await dialog.getByRole('textbox', { name: /^事实和理由/ }).fill('提交的监测报告经核实系伪造，原始记录不存在。');
  await button(dialog, '提出').click();
  await said(dialog, '还没有上传证据，请至少上传一份再提出');
  await dialog.getByLabel('上传证据').setInputFiles(samplePdf('现场检查记录.pdf'));
  await dialog.getByRole('link', { name: '现场检查记录.pdf' }).waitFor();
  if (!heard) await looked(proposer, 'business-measure-form');
  await button(dialog, '提出').click();
  await heading(proposer, new RegExp(`^${title}`));
  const path = new URL(proposer.url()).pathname.replace(bureau(), '');
  // what is put forward without a word is nobody else's before its service
  if (!heard) holder.expected.push(/status of 404/);
  await holder.goto(`${base}${path}`);
  if (!heard) await said(holder, UNSEEN);
  else {
    await heading(holder, new RegExp(`^${title}`));
    // evidence is the bureau's own
    assert.equal(await holder.getByRole('region', { name: '证据' }).count(), 0);
    await button(holder, '陈述申辩').click();
    await confirm(holder, '陈述申辩', '放弃陈述申辩', one => one.getByRole('checkbox', { name: '没有意见，放弃陈述申辩' }).check());
    await looked(holder, `business-${status}-told`);
  }
  const decider = await officer('approver');
  await decider.goto(`${bureau()}${path}`);
  await decider.getByRole('link', { name: '现场检查记录.pdf' }).waitFor();
  if (!heard) await looked(decider, 'business-measure-proposed');
  await button(decider, '审定').click();
  await confirm(decider, '审定', '审定', async one => {
    await one.getByRole('radio', { name: `同意${decides}` }).check();
    await one.getByRole('textbox', { name: '审定意见' }).fill('事实清楚，证据确凿。');
  });
  await button(decider, '登记送达').waitFor();
  await holder.reload();
  await said(holder, heard ? '听取陈述申辩' : UNSEEN);
  await shownToAll(permit, '有效');
  await button(decider, '登记送达').click();
  await confirm(decider, '登记送达', '登记送达', async one => {
    await one.getByRole('radio', { name: '直接送达' }).check();
    await one.getByLabel('送达日期').fill(await one.getByLabel('送达日期').getAttribute('min'));
    await one.getByRole('textbox', { name: '收件人' }).fill('郭建军');
    await one.getByLabel('上传送达证明').setInputFiles(samplePdf('送达回证.pdf'));
    await one.getByRole('link', { name: '送达回证.pdf' }).waitFor();
  });
  await said(decider, '已生效');
  await shownToAll(permit, status);
  return looked(decider, `business-${status}`);
};

async function registration() {
  const site = await api('POST', `/organisations/${LIME.organisationId}/sites`, { name: `石材加工点${FIRST}`, address: '孝义市振兴街 1 号' });
  const content = {
    siteAddress: '孝义市振兴街 1 号', location: { longitude: '111.7800', latitude: '37.1400' }, legalRepresentative: '郭建军', contactName: '王小明', contactPhone: '13800000000',
    products: [{ process: '切割', product: '石材板', capacity: '5000', unit: 'm²/a' }], usesFuel: false, usesVocMaterials: false, hasAir: false, hasWater: false, hasWaste: false, hasNoise: true, noiseMeasures: '减振', noiseStandard: 'GB 12348-2008',
  };
  const answers = { 'cutting-only': true, 'key-discharger': false, 'boiler-t-h': '0', 'furnace-other': false, 'surface-treatment': false, 'water-treatment-t-d': '0' };
  const filed = await api('POST', '/permit-registrations', { siteId: site.id, industries: ['3032'], answers, content, commitment: true });
  await api('POST', `/permit-registrations/${filed.id}/changes`, { content: { ...content, noiseMeasures: '减振、隔声' }, occurredOn: '2024-01-05', commitment: true }, filed.version);
  await enterprise.goto(`${BASE}/registrations/${filed.id}`);
  await heading(enterprise, new RegExp(`石材加工点${FIRST}`));
  // old → new, and that it came late
  await said(enterprise, '减振、隔声');
  await said(enterprise, /应当在 2024-01-25 以前变更登记/);
  // far from its end it cannot be prolonged: the first day stands there instead of the button
  await said(enterprise, /\d{4}-\d\d-\d\d 起可以办理/);
  assert.equal(await button(enterprise, '延续').count(), 0);
  await looked(enterprise, 'business-registration');
  await button(enterprise, '注销').click();
  await confirm(enterprise, '注销这份登记？', '注销', dialog => dialog.getByRole('textbox').fill('停业'));
  await said(enterprise, '已注销');
  return enterprise;
}

test('every business of a permit', context =>
  walk(context, browser, [
    ['the guide tells a visitor of each type', guide],
    ['a change is chosen with its materials and its clock, and begun with its case and day', change],
    ['a change asks for the papers of a change only', materials],
    ['what must be applied for anew is refused as a change, old → new is shown', refused],
    ['it becomes an application anew and nothing typed is lost', reapplyInstead],
    ['an adjustment shows old → new', adjust],
    ['a renewal says from when on it can be asked for, and until when', renew],
    ['lost papers are issued again', reissue],
    ['the holder asks for cancellation and it holds at once', cancel],
    ['the bureau cancels of its own by two persons, and it holds when it is served', measure('object', { kind: '依职权注销', ground: '排污单位依法终止', status: '已注销', title: '依职权注销许可证', decides: '注销排污许可证', heard: false })],
    ['a permit is revoked when the decision is served, and not before', measure('revoked', { kind: '撤销', ground: '以欺骗、贿赂等不正当手段取得', status: '已撤销' })],
    ['a permit is forfeited when the decision is served, and not before', measure('forfeited', { kind: '吊销', ground: '超过许可排放浓度、许可排放量，情节严重', status: '已吊销' })],
    ['a registration is changed, says when it can be prolonged, and is cancelled', registration],
  ]));
