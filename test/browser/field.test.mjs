// An officer in a yard without a network: the page is reloaded there, what was typed and photographed is still there and is gone on with, and once
// the network is back the server has each once. A session that ran out loses nothing; a colleague who closes the record loses nothing; who signs out leaves nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, assertAccessible, assertFits, Browser, heading, looked, settled } from '../harness/browser.mjs';
import { sampleImage } from './steps/files.mjs';
import { apiOf } from './steps/page-api.mjs';
import { said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const PLACE = { latitude: 37.1426, longitude: 111.7812, accuracy: 9 };
const FIELD = account('bureau.enforcer');
const HEAD = account('bureau.supervisor');
const UNIT = account('enterprise.admin', 1);
const FOUND = '污水站停运，调节池水位接近溢流口。';
const SAID = '正在抢修，今晚恢复。';

let browser;
let head;
let phone;
let id;

before(async () => {
  browser = await Browser.open();
  head = await browser.person('bureau.supervisor');
  phone = await browser.person('bureau.enforcer', 0, { permissions: ['geolocation'], geolocation: PLACE });
});
after(() => browser.close());

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const api = (page, who) => apiOf(page, who.organisationId);
const found = () => phone.getByRole('textbox', { name: '检查（勘察）情况' });
const words = () => phone.getByRole('textbox', { name: '当事人陈述' });
const recordOf = () => api(head, HEAD)('GET', `/inspections/${id}/record`);

async function offTheNet() {
  phone.expected.push(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
  await phone.context().setOffline(true);
}

/** Loaded anew, as a browser does that was closed: nothing of the page is in memory. */
async function reloaded() {
  await phone.reload();
  await heading(phone, '检查情况');
}

async function open() {
  await head.goto(`/b/${HEAD.organisationId}`);
  await settled(head);
  const bureau = api(head, HEAD);
  const officers = await bureau('GET', `/inspections/planning?enterpriseId=${UNIT.organisationId}&plannedFrom=${today()}&plannedTo=${today()}`);
  const officerIds = officers.officers.filter(one => [FIELD.name, HEAD.name].includes(one.name)).map(one => one.id);
  const planned = await bureau('POST', '/inspections', { kind: 'special', enterpriseId: UNIT.organisationId, plannedFrom: today(), plannedTo: today(), officerIds, reason: '医疗废水专项检查', legalBasis: '生态环境法典 第五十三条', ...(officers.cap !== null && officers.visits >= officers.cap || officers.positive ? { overrideReason: '群众反映强烈，确需到场' } : {}) });
  id = planned.id;
  await phone.setViewportSize(PHONE);
  await phone.goto(`/b/${FIELD.organisationId}/inspections/${id}`);
  await said(phone, '断网后刷新也能继续填写。');
  await phone.getByRole('link', { name: '检查情况' }).click();
  await heading(phone, '检查情况');
  await settled(phone);
  const kept = await phone.evaluate(async () => {
    const names = await window.caches.keys();
    const addresses = await Promise.all(names.map(async name => (await (await window.caches.open(name)).keys()).map(request => new URL(request.url).pathname)));
    return { names, addresses: addresses.flat() };
  });
  assert.equal(kept.names.length, 1);
  assert.ok(kept.addresses.includes('/index.html') && kept.addresses.length > 20);
  assert.deepEqual(kept.addresses.filter(address => address.startsWith('/api/')), [], 'no answer of the API lies among the files of the page');
  return phone;
}

async function reloadInTheYard() {
  await offTheNet();
  assert.equal(await phone.evaluate(() => fetch('/health/live').then(() => true, () => false)), false, 'there is no network');
  await found().fill(FOUND);
  await phone.getByLabel(/拍照/).setInputFiles(sampleImage('污水站.png'));
  await said(phone, /1 页、1 张照片只在本机/);
  await reloaded();
  assert.equal(await found().inputValue(), FOUND);
  await said(phone, /1 页、1 张照片只在本机/);
  await phone.getByRole('img', { name: '检查情况 照片 1' }).waitFor();
  await said(phone, /显示的是 .* 存在本机的内容/);
  await assertAccessible(phone);
  await assertFits(phone);
  // and it is gone on with, after another reload as well
  await words().fill(SAID);
  await phone.getByLabel(/拍照/).setInputFiles(sampleImage('调节池.png'));
  await said(phone, /1 页、2 张照片只在本机/);
  await reloaded();
  assert.deepEqual([await found().inputValue(), await words().inputValue()], [FOUND, SAID]);
  return phone;
}

async function otherPages() {
  // a page that this phone does not have says so, and names what it has
  phone.expected.push(/\/assets\/.*ERR_FAILED|ERR_FAILED.*\/assets\//, /dynamically imported module/);
  await phone.load(`/b/${FIELD.organisationId}/permits`);
  await heading(phone, '连不上服务器');
  await assertAccessible(phone);
  await assertFits(phone);
  await phone.getByRole('link', { name: UNIT.organisation }).click();
  await heading(phone, UNIT.organisation);
  await said(phone, '有内容只在本机，待同步');
  await settled(phone);
  await assertAccessible(phone);
  await assertFits(phone);
  await phone.getByRole('link', { name: '检查情况' }).click();
  await heading(phone, '检查情况');
  return phone;
}

async function back() {
  await phone.context().setOffline(false);
  await said(phone, '已同步');
  const body = await recordOf();
  assert.deepEqual(body.sections.filter(one => one.version > 0).map(one => [one.key, one.data.found, one.data.partyWords]), [['account', FOUND, SAID]]);
  assert.deepEqual(body.photos.map(one => [one.section, one.lng]), [['account', '111.781200'], ['account', '111.781200']]);
  assert.equal(new Set(body.photos.map(one => one.clientId)).size, 2);
  const files = await api(head, HEAD)('GET', `/files?subjectType=inspection&subjectId=${id}`);
  assert.equal((files.items ?? files).length, 2, 'each photo is there once');
  await reloaded();
  assert.deepEqual([await found().inputValue(), await words().inputValue()], [FOUND, SAID]);
  await settled(phone);
  return phone;
}

async function sessionOver() {
  await offTheNet();
  await words().fill(`${SAID}（补记）`);
  await said(phone, '未同步');
  const cookies = await phone.context().cookies();
  await phone.context().clearCookies();
  phone.expected.push(/status of 401/, /status of 403/);
  await phone.context().setOffline(false);
  await heading(phone, '登录');
  await said(phone, /登录已过期/);
  await settled(phone);
  // as after signing in
  await phone.context().addCookies(cookies);
  assert.match(decodeURIComponent(phone.url()), new RegExp(`next=.*${id}/record/account`));
  await phone.load(`/b/${FIELD.organisationId}/inspections/${id}/record/account`);
  await heading(phone, '检查情况');
  await said(phone, '已同步');
  assert.equal((await recordOf()).sections.find(one => one.key === 'account').data.partyWords, `${SAID}（补记）`);
  return phone;
}

const REST = {
  visit: { heldOn: today(), startedAt: '00:01', endedAt: '00:02', purpose: '医疗废水专项检查' }, notice: { showed: true, told: true, avoidance: 'no', recorded: true },
  unit: { presentName: '孙芳', presentTitle: '后勤主任' }, production: { state: 'normal', loadPercent: '80' }, permit: { permit: 'exempt', ledger: 'partial' }, facilities: { any: true, rows: [{ name: '污水站', state: 'normal' }] },
  outlets: { any: true, rows: [{ code: 'DW001', medium: 'water', sign: true, emitting: 'normal' }] }, waste: { any: false }, online: { any: false }, sampling: { sampled: false, seized: false }, violations: { any: false },
};

async function closedMeanwhile() {
  await offTheNet();
  await words().fill('来不及送出的话');
  await said(phone, '未同步');
  const bureau = api(head, HEAD);
  for (const [section, data] of Object.entries(REST)) await bureau('PUT', `/inspections/${id}/record/${section}`, { saveId: crypto.randomUUID(), baseVersion: 0, data });
  await bureau('POST', `/inspections/${id}/freeze`, {}, (await bureau('GET', `/inspections/${id}`)).version);
  phone.expected.push(/status of 409/);
  await phone.context().setOffline(false);
  await said(phone, '记录已送签或封存，这一页没有同步的内容留在本机');
  await phone.goto(`/b/${FIELD.organisationId}/inspections/${id}`);
  await said(phone, '没有同步的内容');
  await said(phone, '当事人陈述：来不及送出的话');
  await looked(phone, 'inspection-left');
  // sent back before the party signs: it goes on its way by itself
  const { version } = await bureau('GET', `/inspections/${id}`);
  await bureau('POST', `/inspections/${id}/reopen`, { reason: '补记当事人陈述' }, version);
  await phone.setViewportSize(PHONE);
  await phone.load(`/b/${FIELD.organisationId}/inspections/${id}`);
  await said(phone, '已同步');
  assert.equal((await recordOf()).sections.find(one => one.key === 'account').data.partyWords, '来不及送出的话');
  return phone;
}

async function leave() {
  await phone.getByRole('button', { name: /账户菜单/ }).click();
  await phone.getByRole('menuitem', { name: '退出登录' }).click();
  await phone.waitForURL(url => url.pathname === '/');
  await settled(phone);
  const left = await phone.evaluate(async () => {
    const rows = await new Promise(resolve => {
      const opened = window.indexedDB.open('hb-field', 1);
      opened.onsuccess = () => {
        const all = opened.result.transaction('kept').objectStore('kept').count();
        all.onsuccess = () => resolve(all.result);
      };
    });
    return { rows, caches: (await window.caches.keys()).length, workers: (await window.navigator.serviceWorker.getRegistrations()).length };
  });
  assert.deepEqual(left, { rows: 0, caches: 0, workers: 0 });
  return phone;
}

test('a visit in a yard without a network', async context => {
  await walk(context, browser, [
    ['the visit is opened while there is a network', open],
    ['reloaded off the net: what was typed and photographed is there, and is gone on with', reloadInTheYard],
    ['another page off the net names the visits that open', otherPages],
    ['back on the net: each is on the server once', back],
    ['the session ran out meanwhile: after signing in it syncs', sessionOver],
    ['a colleague closed the record meanwhile: it says so, and nothing is lost', closedMeanwhile],
    ['signed out, the phone keeps nothing', leave],
  ]);
});
