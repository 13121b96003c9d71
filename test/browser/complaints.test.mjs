// A visitor reports pollution with a photo, the window accepts it, enforcement starts and answers, the visitor is not satisfied, the window
// judges it, looks at the informant with a reason, calls back and closes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { sampleImage } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const PLACE = `新义街道示例路口（${Date.now().toString(36)}）`;
const WHAT = '夜里有刺鼻的味道 <script>alert(1)</script>';
const ANSWER = '现场检查发现储罐呼吸口破损，已责令三日内修复并复查合格。';
const WHY = '晚上还是有味道，没有解决';
const INTAKE = account('bureau.intake');
const ENFORCER = account('bureau.enforcer');

let browser;
let visitor;
let intake;
let enforcer;
const known = {};

before(async () => {
  browser = await Browser.open();
  visitor = await browser.visitor({ fresh: true });
  intake = await browser.person('bureau.intake');
  enforcer = await browser.person('bureau.enforcer');
});
after(() => browser.close());

const seen = (page, name) => looked(page, `complaints-${name}`);
const next = () => button(visitor, '继续').click();

async function begin() {
  await visitor.goto('/report');
  await seen(visitor, 'start');
  await button(visitor, '开始举报').click();
  await heading(visitor, '是哪一类污染？');
  await button(visitor, '继续').click();
  await said(visitor, /请选一类/);
  await visitor.getByRole('radio', { name: '异味恶臭' }).check();
  await seen(visitor, 'subject');
  return visitor;
}

async function describePlace() {
  await next();
  await heading(visitor, '在哪里？');
  await visitor.getByRole('textbox', { name: '地点' }).fill(PLACE);
  await visitor.getByRole('img', { name: /在图上标出/ }).click({ position: { x: 150, y: 120 } });
  await said(visitor, /已标出/);
  await seen(visitor, 'place');
  // a page that was closed: what was typed is there
  await visitor.reload();
  assert.equal(await visitor.getByRole('textbox', { name: '地点' }).inputValue(), PLACE);
  await next();
  await visitor.getByRole('textbox', { name: '发生了什么' }).fill(WHAT);
  await next();
  await heading(visitor, '什么时候发生的？');
  await next();
  await heading(visitor, '有照片吗？');
  await visitor.getByLabel('拍照或选择照片').last().setInputFiles(sampleImage('现场.png'));
  await said(visitor, '现场.png');
  await next();
  await heading(visitor, '怎么联系您？');
  await visitor.getByRole('textbox', { name: /姓名/ }).fill('示例举报人');
  await visitor.getByRole('textbox', { name: /电话/ }).fill('13800000077');
  await seen(visitor, 'contact');
  return visitor;
}

async function send() {
  await next();
  await heading(visitor, '请核对');
  await said(visitor, WHAT);
  await seen(visitor, 'check');
  await button(visitor, '提交举报').click();
  await heading(visitor, '举报已提交');
  await said(visitor, /已收到/);
  [known.number, known.code] = await visitor.locator('.hb-complaints__receipt strong').evaluateAll(all => all.map(one => one.textContent.trim()));
  assert.match(known.number, /^JB-\d{4}-\d+$/);
  assert.ok(!visitor.url().includes(known.code), 'the code stands in the address');
  await seen(visitor, 'receipt');
  return visitor;
}

async function accept() {
  await intake.goto(`/b/${INTAKE.organisationId}/complaints`);
  await seen(intake, 'list');
  await intake.getByRole('link', { name: new RegExp(PLACE.slice(0, 8)) }).first().click();
  await heading(intake, PLACE);
  known.page = new URL(intake.url()).pathname.split('/').at(-1);
  await said(intake, WHAT);
  assert.equal(await intake.getByText('13800000077').count(), 0, 'the informant is shown without a look');
  await button(intake, '查看举报人').click();
  await confirm(intake, /查看举报人/, '查看举报人', dialog => dialog.getByRole('textbox').fill('核实情况'));
  await said(intake, '13800000077');
  await seen(intake, 'detail');
  await button(intake, '受理').click();
  await seen(intake, 'accepting');
  await intake.getByRole('textbox', { name: /交由哪个单位办理/ }).fill('执法大队一中队');
  await button(intake, '受理').click();
  await said(intake, '已受理，待启动');
  await said(intake, '依据未核对');
  return intake;
}

async function answer() {
  await enforcer.goto(`/b/${ENFORCER.organisationId}/complaints/${known.page}`);
  await button(enforcer, '由我经办').click();
  await button(enforcer, '退回待领').waitFor();
  assert.equal(await enforcer.getByRole('button', { name: '查看举报人' }).count(), 0, 'enforcement may look at the informant');
  await button(enforcer, '启动办理').click();
  await said(enforcer, /办理期限从受理之日起算/);
  await button(enforcer, '启动办理').click();
  await button(enforcer, '答复').click();
  await choose(enforcer, enforcer.getByRole('combobox', { name: /查处结果/ }), '属实');
  await enforcer.getByRole('textbox', { name: /答复内容/ }).fill(ANSWER);
  await seen(enforcer, 'answering');
  await button(enforcer, '答复').click();
  await said(enforcer, ANSWER);
  return enforcer;
}

async function rate() {
  await visitor.goto('/track');
  await visitor.getByRole('textbox', { name: /办件编号/ }).fill(known.number);
  await visitor.getByRole('textbox', { name: /查询码/ }).fill(known.code);
  await button(visitor, '查询进度').click();
  await heading(visitor, '查看举报');
  await said(visitor, ANSWER);
  await seen(visitor, 'track');
  await visitor.getByRole('radio', { name: '不满意', exact: true }).check();
  await button(visitor, '提交评价').click();
  await said(visitor, /请写明为什么不满意/);
  await visitor.getByRole('textbox', { name: /为什么不满意/ }).fill(WHY);
  await button(visitor, '提交评价').click();
  await said(visitor, '举报人不满意，待判断');
  await seen(visitor, 'disputed');
  return visitor;
}

async function judge() {
  await intake.goto(`/b/${INTAKE.organisationId}/complaints?tab=disputed`);
  await seen(intake, 'list-disputed');
  await intake.goto(`/b/${INTAKE.organisationId}/complaints/${known.page}`);
  await said(intake, WHY);
  await button(intake, '判断不满意意见').click();
  await choose(intake, intake.getByRole('combobox', { name: /怎么处理/ }), '维持答复，说明理由');
  await intake.getByRole('textbox', { name: /理由/ }).fill('核对了现场记录和复查数据，答复属实，维持答复。');
  await seen(intake, 'judging');
  await button(intake, '判断不满意意见').click();
  await said(intake, '已答复，待回访');
  return intake;
}

async function close() {
  await intake.goto(`/b/${INTAKE.organisationId}/complaints/${known.page}`);
  await button(intake, '回访办结').click();
  await choose(intake, intake.getByRole('combobox', { name: /联系上了吗/ }), '联系上了');
  await intake.getByRole('textbox', { name: /回访情况/ }).fill('已电话告知，表示知晓。');
  await button(intake, '回访办结').click();
  await said(intake, '已办结');
  await seen(intake, 'closed');
  return intake;
}

async function figures() {
  await intake.goto(`/b/${INTAKE.organisationId}/complaint-figures`);
  await said(intake, '按类型');
  await seen(intake, 'figures');
  await intake.goto(`/b/${INTAKE.organisationId}/complaint-figures?tab=map`);
  await said(intake, /图上 \d+ 件/);
  await seen(intake, 'hot-spots');
  return intake;
}

test('a report of pollution, from the street to the answer, the dissatisfaction and the end', async context => {
  await walk(context, browser, [
    ['the visitor chooses a kind', begin],
    ['says where, what and when, with a photo; a reload loses nothing', describePlace],
    ['checks, sends, and reads number and code', send],
    ['the window looks at the informant with a reason and accepts', accept],
    ['enforcement claims and answers', answer],
    ['the visitor reads the answer and says why it does not satisfy', rate],
    ['somebody who did not answer judges it', judge],
    ['the window calls back and closes', close],
    ['figures and hot spots', figures],
  ]);
});
