// A head plans an inspection; an officer fills the record on a phone, off the net and back; a second phone writes the same field and both
// values are kept until somebody chooses; officers and the party sign; the enterprise reads the sealed record and has its say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, assertAccessible, assertFits, Browser, heading, looked, settled } from '../harness/browser.mjs';
import { sampleImage } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { apiOf } from './steps/page-api.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const PLACE = { latitude: 37.1426, longitude: 111.7812, accuracy: 9 };
const FIELD = account('bureau.enforcer');
const HEAD = account('bureau.supervisor');
const UNIT = account('enterprise.admin', 1);
const FOUND = '污水站正常运行，加药记录缺两日。';

let browser;
let head;
let phone;
let own;
let id;

before(async () => {
  browser = await Browser.open();
  head = await browser.person('bureau.supervisor');
  phone = await browser.person('bureau.enforcer', 0, { permissions: ['geolocation'], geolocation: PLACE });
  own = await browser.person('enterprise.admin', 1);
});
after(() => browser.close());

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const api = (page, who) => apiOf(page, who.organisationId);

async function plan() {
  await head.goto(`/b/${HEAD.organisationId}/inspections/new`);
  await heading(head, '安排检查');
  await choose(head, head.getByRole('combobox', { name: '企业' }), UNIT.organisation);
  for (const name of [FIELD.name, HEAD.name]) await head.getByRole('checkbox', { name: new RegExp(name) }).check();
  await head.getByRole('textbox', { name: '检查理由' }).fill('医疗废水专项检查');
  await head.getByRole('textbox', { name: /检查依据/ }).fill('生态环境法典 第五十三条');
  const override = head.getByRole('textbox', { name: '确需检查的理由' });
  await settled(head);
  if (await override.isVisible()) await override.fill('群众反映强烈，确需到场');
  await looked(head, 'inspection-plan');
  await button(head, '安排检查').click();
  await heading(head, UNIT.organisation);
  await said(head, '待开展');
  id = head.url().split('/').at(-1);
  return head;
}

async function offTheNet() {
  await phone.setViewportSize(PHONE);
  await phone.goto(`/b/${FIELD.organisationId}/inspections/${id}`);
  await said(phone, '检查记录');
  // the files of the pages are still being laid down until it says so; a network that goes while the worker is fetched is an error of the console
  await said(phone, '断网后刷新也能继续填写。');
  await phone.getByRole('link', { name: '检查情况' }).click();
  await heading(phone, '检查情况');
  await settled(phone);
  phone.expected.push(/ERR_INTERNET_DISCONNECTED/);
  await phone.context().setOffline(true);
  await phone.getByRole('textbox', { name: '检查（勘察）情况' }).fill(FOUND);
  await phone.getByLabel(/拍照/).setInputFiles(sampleImage('污水站.png'));
  await said(phone, '未同步');
  await said(phone, /1 页、1 张照片只在本机/);
  await assertAccessible(phone);
  await assertFits(phone);
  // back to the list of pages, still off the net: nothing is lost
  await phone.getByRole('link', { name: '返回检查' }).click();
  await said(phone, '有内容只在本机，待同步');
  await phone.getByRole('link', { name: '检查情况' }).click();
  assert.equal(await phone.getByRole('textbox', { name: '检查（勘察）情况' }).inputValue(), FOUND);
  await phone.context().setOffline(false);
  await said(phone, '已同步');
  const body = await api(phone, FIELD)('GET', `/inspections/${id}/record`);
  assert.deepEqual(body.sections.filter(one => one.version > 0).map(one => [one.key, one.version, one.data.found]), [['account', 1, FOUND]]);
  assert.deepEqual(body.photos.map(one => [one.section, one.lng, one.noPlace]), [['account', '111.781200', null]]);
  return phone;
}

async function clash() {
  const words = phone.getByRole('textbox', { name: '当事人陈述' });
  await phone.context().setOffline(true);
  await words.fill('明天补记');
  await said(phone, '未同步');
  await api(head, HEAD)('PUT', `/inspections/${id}/record/account`, { saveId: crypto.randomUUID(), baseVersion: 1, data: { partyWords: '无' } });
  phone.expected.push(/status of 409/);
  await phone.context().setOffline(false);
  await said(phone, '两台设备填写的内容不同');
  await said(phone, '明天补记');
  await looked(phone, 'inspection-clash');
  await phone.setViewportSize(PHONE);
  await button(phone, '采用所选内容').click();
  await said(phone, '已同步');
  const body = await api(phone, FIELD)('GET', `/inspections/${id}/record`);
  assert.equal(body.sections.find(one => one.key === 'account').data.partyWords, '明天补记');
  return phone;
}

const REST = {
  visit: { heldOn: today(), startedAt: '00:01', endedAt: '00:02', purpose: '医疗废水专项检查' }, notice: { showed: true, told: true, avoidance: 'no', recorded: true },
  unit: { presentName: '孙芳', presentTitle: '后勤主任' }, production: { state: 'normal', loadPercent: '80' }, permit: { permit: 'exempt', ledger: 'partial' }, facilities: { any: true, rows: [{ name: '污水站', state: 'normal' }] },
  outlets: { any: true, rows: [{ code: 'DW001', medium: 'water', sign: true, emitting: 'normal' }] }, waste: { any: false }, online: { any: false }, sampling: { sampled: false, seized: false },
};

async function violation() {
  for (const [section, data] of Object.entries(REST)) await api(phone, FIELD)('PUT', `/inspections/${id}/record/${section}`, { saveId: crypto.randomUUID(), baseVersion: 0, data });
  await phone.goto(`/b/${FIELD.organisationId}/inspections/${id}/record/violations`);
  await heading(phone, '违法问题与处理建议');
  // “已同步” stands there from before: the save is over when its answer has come
  const saved = phone.waitForResponse(response => response.request().method() === 'PUT' && response.url().includes('/record/violations'));
  await phone.getByRole('group', { name: '发现违法问题' }).getByRole('radio', { name: '否', exact: true }).check();
  await saved;
  await said(phone, '已同步');
  await looked(phone, 'inspection-violations');
  await api(phone, FIELD)('PUT', `/inspections/${id}/record/violations`, { saveId: crypto.randomUUID(), baseVersion: 1, data: { any: true, rows: [{ id: 'v1', violation: 'ledger', conductOn: today(), description: '加药记录缺两日', harm: 'slight', fault: 'first', decision: 'order' }] } });
  await phone.goto(`/b/${FIELD.organisationId}/inspections/${id}/record/violations`);
  await said(phone, /建议：责令改正/);
  await looked(phone, 'inspection-violation');
  return phone;
}

async function sign() {
  await phone.setViewportSize(PHONE);
  await phone.goto(`/b/${FIELD.organisationId}/inspections/${id}`);
  await looked(phone, 'inspection-record');
  await phone.setViewportSize(PHONE);
  await button(phone, '送签').click();
  await confirm(phone, '把记录送签？', '送签');
  await said(phone, '当事人签字');
  await phone.getByRole('textbox', { name: '签字人姓名' }).fill('孙芳');
  const box = await phone.getByRole('img', { name: '请在框内用手指签字' }).boundingBox();
  await phone.mouse.move(box.x + 40, box.y + 60);
  await phone.mouse.down();
  for (let step = 1; step < 12; step += 1) await phone.mouse.move(box.x + 40 + step * 18, box.y + 60 + (step % 2) * 30);
  await phone.mouse.up();
  await looked(phone, 'inspection-signing');
  await phone.setViewportSize(PHONE);
  await button(phone, '确认当事人签字').click();
  await phone.getByRole('img', { name: '孙芳的签字' }).waitFor();
  for (const [page, who] of [[phone, FIELD], [head, HEAD]]) {
    if (page === head) await head.goto(`/b/${HEAD.organisationId}/inspections/${id}`);
    await button(page, '本人签字').click();
    await confirm(page, '签署检查记录？', '本人签字', dialog => dialog.getByLabel(/登录密码/).fill(who.password));
  }
  await said(head, '内容与封存时一致');
  await looked(head, 'inspection-sealed');
  return head;
}

async function answer() {
  await own.goto(`/e/${UNIT.organisationId}/inspections`);
  await looked(own, 'inspection-own-list');
  await own.goto(`/e/${UNIT.organisationId}/inspections/${id}`);
  await said(own, '加药记录缺两日');
  await own.getByRole('textbox', { name: '对检查记录的意见' }).fill('已当日补记，附台账照片。');
  await button(own, '提出意见').click();
  await said(own, '企业意见');
  await looked(own, 'inspection-own');
  return own;
}

test('an inspection, from the plan to the sealed record', async context => {
  await walk(context, browser, [
    ['a head plans it with two officers', plan],
    ['an officer writes on a phone off the net; back on it, all is there once', offTheNet],
    ['a second phone wrote the same field: both are shown, one is chosen', clash],
    ['a violation with the law of its day and what is suggested', violation],
    ['closed for signing, signed by the party and the officers, sealed', sign],
    ['the enterprise reads it and has its say', answer],
  ]);
});
