// A year of the annual evaluation is opened, an enterprise asks to take part, the list is published, the enterprise reports, one officer
// checks, another reviews, the results become public, and a citizen reads them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const YEAR = 2019;
const SUPERVISOR = account('bureau.supervisor');
const REVIEWER = account('bureau.reviewer');
const APPROVER = account('bureau.approver');
const OWNER = account('enterprise.admin');

let browser;
const people = {};
const known = {};

before(async () => {
  browser = await Browser.open();
  for (const [name, role] of [['supervisor', 'bureau.supervisor'], ['reviewer', 'bureau.reviewer'], ['approver', 'bureau.approver'], ['owner', 'enterprise.admin']]) people[name] = await browser.person(role);
  people.visitor = await browser.visitor({ fresh: true });
});
after(() => browser.close());

const seen = (page, name) => looked(page, `evaluation-year-${name}`);

async function open() {
  const page = people.supervisor;
  await page.goto(`/b/${SUPERVISOR.organisationId}/evaluation-years/new`);
  await page.getByRole('textbox', { name: /评价年度/ }).or(page.getByLabel(/评价年度/)).first().fill(String(YEAR));
  await button(page, '算出截止日').click();
  await page.getByRole('heading', { name: `${YEAR} 年度各阶段截止日` }).waitFor();
  await said(page, /四月底的公布期限/);
  await seen(page, 'opening');
  await button(page, `开始 ${YEAR} 年度评价`).click();
  await heading(page, `${YEAR} 年度`);
  known.year = new URL(page.url()).pathname.split('/').at(-1);
  return page;
}

async function volunteer() {
  const page = people.owner;
  await page.goto(`/e/${OWNER.organisationId}/credit-evaluations`);
  await button(page, '申请自愿参评').click();
  await page.getByRole('textbox', { name: /申请理由/ }).fill('自愿参加年度评价');
  await button(page, '申请自愿参评').click();
  await said(page, `已经列入 ${YEAR} 年度名单，公布名单后可以填写`);
  return page;
}

async function publishList() {
  const page = people.supervisor;
  await page.reload();
  await button(page, '按规则计算').click();
  await said(page, /新增 \d+ 家/);
  await seen(page, 'list');
  await page.getByRole('button', { name: /^公布名单（\d+）$/ }).click();
  await confirm(page, /公布 \d+ 家企业的名单/, '公布名单');
  await said(page, /完成 \d+ 家/);
  return page;
}

/** Somebody else of the enterprise saves meanwhile: another value is taken over, the same one is asked about. */
async function colleague(page) {
  page.expected.push(/status of 412/);
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const [code, value] of [[1, '88'], [2, '77']]) {
    const field = other.locator(`#indicator-${code}`).getByLabel('取值（%）');
    await field.fill(value);
    await field.blur();
  }
  await said(other, '已填 2 / 21 项，内容自动保存。');
  await said(other, /已保存 \d+:\d+/);
  await other.close();
  await page.locator('#indicator-1').getByLabel('取值（%）').fill('95');
  const dialog = page.getByRole('dialog', { name: '这一节刚才被别人改过' });
  await dialog.getByText('95 %').waitFor();
  await dialog.getByText('88 %').waitFor();
  await seen(page, 'conflict');
  await button(dialog, '按选择保存').click();
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#indicator-1').getByLabel('取值（%）').inputValue(), '95.00', 'what was typed is lost');
  assert.equal(await page.locator('#indicator-2').getByLabel('取值（%）').inputValue(), '77.00', 'what the colleague saved is not shown');
}

async function report() {
  const page = people.owner;
  await page.goto(`/e/${OWNER.organisationId}/credit-evaluations?stage=reporting`);
  await page.getByRole('link', { name: `${YEAR} 年度` }).click();
  await heading(page, new RegExp(`${YEAR} 年度信用评价`));
  known.id = new URL(page.url()).pathname.split('/').at(-1);
  await seen(page, 'report');
  await colleague(page);
  for (let code = 1; code <= 21; code += 1) {
    const one = page.locator(`#indicator-${code}`);
    if (code <= 2) await one.getByLabel('取值（%）').fill('95');
    else await one.getByRole('radio', { name: /第 1 档/ }).check();
    if (code <= 2) await one.getByLabel('取值（%）').blur();
  }
  await said(page, '已填 21 / 21 项，内容自动保存。');
  await said(page, /已保存 \d+:\d+/);
  await page.reload();
  await said(page, '已填 21 / 21 项，内容自动保存。');
  await page.getByRole('checkbox', { name: /本单位承诺/ }).check();
  await button(page, '提交自查自报').click();
  await said(page, '由初核人员逐项核对');
  return page;
}

async function check() {
  const page = people.reviewer;
  await page.goto(`/b/${REVIEWER.organisationId}/credit-evaluations/${known.id}`);
  await button(page, '改正第 4 项').click();
  await page.getByRole('textbox', { name: '改正理由' }).fill('夜间噪声超标三分贝');
  await page.getByRole('radio', { name: /第 2 档/ }).check();
  await button(page, '保存改正').click();
  await said(page, '初核改正');
  await seen(page, 'check');
  await button(page, '其余 20 项全部采用').click();
  await said(page, '已核对 21 / 21 项。');
  await page.getByRole('textbox', { name: /初核意见/ }).fill('核对完毕');
  await button(page, '完成初核').click();
  await said(page, '由另一人复核初核意见');
  return page;
}

async function review() {
  const page = people.approver;
  await page.goto(`/b/${APPROVER.organisationId}/credit-evaluations/${known.id}`);
  await button(page, '复核通过').click();
  await page.getByRole('textbox', { name: /复核意见/ }).fill('同意初核意见');
  await button(page, '复核通过').click();
  await page.getByRole('heading', { name: '得分和等级' }).waitFor();
  await seen(page, 'result');
  return page;
}

async function makePublic() {
  const page = people.supervisor;
  await page.reload();
  await button(page, '开始公示（1）').click();
  await confirm(page, /公示 1 家企业的初评结果/, '开始公示');
  await said(page, /公示中/);
  await seen(page, 'figures');
  const { visitor } = people;
  await visitor.goto(`/credit-evaluations?year=${YEAR}`);
  await said(visitor, '公示中');
  assert.equal(await visitor.getByText('夜间噪声超标三分贝').count(), 0, 'the public reads the check');
  await seen(visitor, 'public');
  return visitor;
}

test('a year of the annual evaluation, from its opening to the publicity', async context => {
  await walk(context, browser, [
    ['the supervisor opens a year that is late, and is warned', open],
    ['an enterprise asks to take part', volunteer],
    ['the list is computed and published', publishList],
    ['the enterprise reports; a reload loses nothing', report],
    ['an officer changes one indicator and accepts the others', check],
    ['another reviews: the result is there, line by line', review],
    ['everybody who was reviewed becomes public', makePublic],
  ]);
});
