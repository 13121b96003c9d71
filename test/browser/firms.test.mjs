// Finding a firm and a service: a visitor compares firms and asks what is needed, an enterprise begins a task from its needs,
// a firm enters a person, two officers give points, the firm objects.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading } from '../harness/browser.mjs';
import { samplePdf } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const FACTS = `复核发现主持人未全职工作（${Date.now().toString(36)}）`;
const ENTERPRISE = account('enterprise.admin');
const FIRM = account('firm.manager', 2);
const BUREAU = account('bureau.supervisor');

let browser;
const people = {};
before(async () => {
  browser = await Browser.open();
  people.visitor = await browser.visitor();
  people.enterprise = await browser.person('enterprise.admin');
  people.firm = await browser.person('firm.manager', 2);
  people.enforcer = await browser.person('bureau.enforcer');
  people.supervisor = await browser.person('bureau.supervisor');
});
after(() => browser.close());

async function compare() {
  const { visitor } = people;
  await visitor.goto('/firms');
  for (const name of ['晋绿环境检测有限公司（示例）', '汾河环保科技有限公司（示例）']) await visitor.getByRole('checkbox', { name: `加入对比 ${name}` }).check();
  await visitor.getByRole('link', { name: '并排对比' }).click();
  await heading(visitor, '机构对比');
  assert.equal(await visitor.getByRole('columnheader').count(), 3);
  await said(visitor, '230412051001');
  return visitor;
}

async function answersOnly() {
  const { visitor } = people;
  await visitor.goto('/services');
  await visitor.getByRole('link', { name: /回答几个问题/ }).click();
  await heading(visitor, '我需要什么服务');
  await visitor.getByRole('checkbox', { name: '没有做自行监测，或要换监测单位' }).check();
  await visitor.getByRole('heading', { name: '自行监测', exact: true }).waitFor();
  await said(visitor, /成交不足 5 次/);
  return visitor;
}

async function ownNeeds() {
  const { enterprise } = people;
  await enterprise.goto(`/e/${ENTERPRISE.organisationId}/service-needs?situation=monitoring`);
  await enterprise.getByRole('heading', { name: '自行监测', exact: true }).waitFor();
  await enterprise.locator('article').filter({ hasText: '自行监测' }).first().getByRole('link', { name: '发布这项服务的任务' }).click();
  await heading(enterprise, '起草服务任务');
  assert.match(await enterprise.getByRole('textbox', { name: '任务说明' }).inputValue(), /按许可证核对点位/);
  await button(enterprise, '保存草稿').click();
  await said(enterprise, /“CMA”（范围含/);
  return enterprise;
}

async function person() {
  const { firm } = people;
  await firm.goto(`/f/${FIRM.organisationId}/people`);
  await said(firm, '郭敏');
  return firm;
}

async function propose() {
  const { enforcer } = people;
  await enforcer.goto(`/b/${BUREAU.organisationId}/integrity-points/new`);
  await choose(enforcer, enforcer.getByRole('combobox', { name: '服务机构' }), new RegExp(FIRM.organisation));
  await choose(enforcer, enforcer.getByRole('combobox', { name: '记分行为' }), '5 · 主持人未全程组织参与编制工作');
  await enforcer.getByLabel('行为日期').fill('2026-01-15');
  await enforcer.getByRole('textbox', { name: /^来源/ }).fill('示例：复核通报');
  await enforcer.getByRole('textbox', { name: '查明的事实' }).fill(FACTS);
  await enforcer.locator('input[type=file]').setInputFiles(samplePdf('通报.pdf'));
  await enforcer.getByRole('link', { name: '通报.pdf' }).waitFor();
  await button(enforcer, '提交，由他人确认').click();
  await heading(enforcer, '失信记分');
  assert.equal(await button(enforcer, '确认记分').count(), 0); // who proposed it cannot confirm it
  return enforcer;
}

async function decide() {
  const { supervisor } = people;
  await supervisor.goto(`/b/${BUREAU.organisationId}/integrity-points?state=proposed`);
  await button(supervisor, '确认记分').first().click();
  await confirm(supervisor, '确认这条记分？', '确认记分', dialog => dialog.getByRole('textbox').fill('事实清楚，依据适当'));
  return supervisor;
}

async function object() {
  const { firm } = people;
  await firm.goto(`/f/${FIRM.organisationId}/integrity`);
  await button(firm, '提出异议').first().click();
  await confirm(firm, '对这条记分提出异议？', '提出异议', dialog => dialog.getByRole('textbox').fill('人员已全职，社保记录附后'));
  await said(firm, '异议处理中');
  return firm;
}

test('firms, services and points', async context =>
  walk(context, browser, [
    ['a visitor compares two firms', compare],
    ['a visitor learns by answers what is needed', answersOnly],
    ['an enterprise begins a task from its needs', ownNeeds],
    ['a firm sees its people', person],
    ['an officer proposes points with evidence', propose],
    ['another confirms them', decide],
    ['the firm objects', object],
  ]));
