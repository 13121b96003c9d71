// 严重失信重点监管名单: a clue is told to its subject, which gives up its statement on a phone; another subject asks for a hearing. After review and
// discussion the listing is decided, served and published, stands in public, and is revoked by another person than who asked for it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked, settled } from '../harness/browser.mjs';
import { choose } from './steps/form.mjs';
import { apiOf } from './steps/page-api.mjs';
import { samplePdf } from './steps/files.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const PHONE = { width: 375, height: 740 };
const BUREAU = account('bureau.enforcer').organisationId;
const UNIT = account('enterprise.admin', 1);
const OTHER = account('enterprise.admin');

let browser;
let field;
let lawyer;
let head;
let own;
let id;

before(async () => {
  browser = await Browser.open();
  [field, lawyer, head, own] = [await browser.person('bureau.enforcer'), await browser.person('bureau.reviewer'), await browser.person('bureau.supervisor'), await browser.person('enterprise.admin', 1)];
});
after(() => browser.close());

const fill = (page, name, text) => page.getByRole('textbox', { name }).fill(text);
const caseOf = entryId => `/b/${BUREAU}/watch-list/${entryId}`;

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
  await choose(page, page.getByRole('combobox', { name: '送达方式' }), '直接送达');
  await page.getByLabel('上传送达证明').setInputFiles(samplePdf('送达回证.pdf'));
  await page.getByRole('link', { name: '送达回证.pdf' }).first().waitFor();
  await fill(page, '收件人', '当事人平台账号');
};

async function tell() {
  await field.goto(`/b/${BUREAU}/watch-list`);
  await heading(field, '失信名单办理');
  await looked(field, 'watch-list-clues');
  await field.getByRole('link', { name: UNIT.organisation }).first().click();
  await heading(field, UNIT.organisation);
  id = field.url().split('/').at(-1).split('?')[0];
  await step(field, '提出列入意见', {
    then: '待送达告知书', picture: 'watch-list-propose',
    fields: async page => {
      await fill(page, '依据', '生态环境法典 第五十四条');
      await page.getByLabel(/期限（月）/).fill('24');
      await fill(page, '拟公示的事由', '通过暗管逃避监管排放水污染物，情节严重。');
    },
  });
  await step(field, '登记告知书送达', { then: '复核陈述申辩，期满后送法制审核', fields: served });
  return looked(field, 'watch-list-told');
}

async function waive() {
  await own.setViewportSize(PHONE);
  await own.goto(`/e/${UNIT.organisationId}/watch-list/${id}`);
  await said(own, '可以陈述申辩');
  await looked(own, 'watch-list-own-told');
  await own.setViewportSize(PHONE);
  await button(own, '放弃陈述申辩').click();
  await confirm(own, '放弃陈述申辩', '放弃陈述申辩');
  await said(own, '当事人已放弃陈述申辩和听证');
  return own;
}

/** The demonstration city has a subject that may still speak; the day of its hearing lies ahead. */
async function hear() {
  const other = await browser.person('enterprise.admin');
  await other.setViewportSize(PHONE);
  await other.goto(`/e/${OTHER.organisationId}/watch-list`);
  const { items } = await apiOf(other, OTHER.organisationId)('GET', '/own-watch-list');
  await other.goto(`/e/${OTHER.organisationId}/watch-list/${items[0].id}`);
  await button(other, '要求听证').click();
  await confirm(other, '要求听证', '要求听证');
  await button(other, '要求听证').waitFor({ state: 'hidden' });
  await lawyer.goto(caseOf(items[0].id));
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  return step(lawyer, '组织听证', {
    then: '举行听证并记录', picture: 'watch-list-hearing',
    fields: async page => {
      await fill(page, '听证日期', day);
      await page.getByRole('textbox', { name: '听证日期' }).press('Enter');
      await fill(page, '地点', '三楼会议室');
      await fill(page, '主持人', '王科长');
    },
  });
}

async function decide() {
  await field.reload();
  await step(field, '送法制审核', { then: '还没有审核和决定' });
  await lawyer.goto(caseOf(id));
  await step(lawyer, '法制审核通过', { then: '集体讨论并作出决定', fields: page => fill(page, '审核意见', '事实清楚，程序合法，同意列入。') });
  await head.goto(caseOf(id));
  await step(head, '登记集体讨论', {
    then: '同意列入，期限二十四个月。',
    fields: async page => {
      await fill(page, /参加人员/, '张局长、李副局长、王科长');
      await fill(page, '讨论记录', '会议听取办案情况和法制审核意见，讨论了事实、依据和期限。');
      await fill(page, '结论', '同意列入，期限二十四个月。');
    },
  });
  await step(head, '决定列入', {
    then: '待送达决定书', picture: 'watch-list-decide',
    fields: async page => {
      await fill(page, '决定理由', '事实清楚，情节严重，依法列入。');
      await fill(page, '移出条件', '拆除暗管，履行处罚决定，经核查合格。');
    },
  });
  return looked(head, 'watch-list-decided');
}

async function publish() {
  await field.reload();
  await step(field, '登记决定书送达', { then: '已送达，待公示', fields: served });
  await step(field, '公示', { then: '重点监管，受理移出申请' });
  const anyone = await browser.visitor();
  await anyone.goto('/watch-list');
  await anyone.getByRole('link', { name: UNIT.organisation }).first().click();
  await heading(anyone, UNIT.organisation);
  await said(anyone, '通过暗管逃避监管排放水污染物，情节严重。');
  return looked(anyone, 'watch-list-public-entry');
}

async function revoke() {
  await field.goto(`${caseOf(id)}?tab=decision`);
  await step(field, '提出撤销', {
    then: '管道为雨水管，现场复测证实。',
    fields: async page => {
      await choose(page, page.getByRole('combobox', { name: '原因' }), /事实/);
      await fill(page, '理由', '管道为雨水管，现场复测证实。');
    },
  });
  await head.goto(`${caseOf(id)}?tab=decision`);
  await step(head, '撤销列入决定', { then: '已撤销', fields: page => fill(page, '理由', '经核查，同意撤销。') });
  await looked(head, 'watch-list-revoked');
  const anyone = await browser.visitor();
  await anyone.goto('/watch-list');
  await settled(anyone);
  assert.equal(await anyone.getByRole('link', { name: UNIT.organisation }).count(), 0);
  await own.setViewportSize(PHONE);
  await own.reload();
  await said(own, '经核查，同意撤销。');
  return looked(own, 'watch-list-own-left');
}

test('the supervision list, from a clue to a listing that stands in public and is revoked', async context => {
  await walk(context, browser, [['told before anything is decided', tell], ['given up by its subject on a phone', waive], ['a hearing, asked for and set', hear], ['reviewed, discussed and decided', decide], ['served, published and read by anybody', publish], ['revoked by another person', revoke]]);
});
