// After the permit, in the browser: the calendar by mouse and by keyboard, the link for a telephone, a stoppage with what it
// changes and an officer's question, the permit of any day, the library of conditions, overdue duties.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { asApi } from './steps/api.mjs';
import { choose } from './steps/form.mjs';
import { button, confirm, said } from './steps/walk.mjs';

/** The hospital has the demonstration's permit. */
const HOSPITAL = account('enterprise.admin', 1);
const root = `/e/${HOSPITAL.organisationId}`;
const civil = days => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

let browser;
let page;
let duty;

before(async () => {
  browser = await Browser.open();
  const api = await asApi(HOSPITAL);
  duty = (await api('GET', '/duties?kind=condition&open=true&limit=1')).items[0];
  page = await browser.person('enterprise.admin', 1);
});
after(() => browser.close());

test('the month shows a duty by word; keys lead from day to day; filters stay in the address', async () => {
  await page.goto(`${root}/duties/calendar?month=${duty.dueOn.slice(0, 7)}`);
  await heading(page, /证后日历/);
  await looked(page, 'duties-month');
  const first = page.getByRole('button', { name: new RegExp(`^${Number(duty.dueOn.slice(0, 4))}年${Number(duty.dueOn.slice(5, 7))}月\\s*1\\s*日`) });
  await first.focus();
  for (let day = 1; day < Number(duty.dueOn.slice(8)); day++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await said(page, duty.title.zh);
  assert.match(page.url(), new RegExp(`day=${duty.dueOn}`));
  await choose(page, page.getByRole('combobox', { name: '类型' }), '许可证条件');
  await page.waitForURL(/kind=condition/);
  await button(page, '按日列出').click();
  await page.waitForURL(/view=agenda/);
  await page.getByRole('link', { name: duty.title.zh }).first().click();
  await heading(page, new RegExp(duty.title.zh));
  await said(page, /（未核实）/);
  await looked(page, 'duties-detail');
});

test('self-monitoring says what is missing; by hand it is done only with a file, which the officer sees', async () => {
  const [ledger] = (await (await asApi(HOSPITAL))('GET', '/duties?kind=ledger&open=true&limit=1')).items;
  await page.goto(`${root}/duties/${ledger.id}`);
  await said(page, /还缺 \d+ 条记录/);
  await looked(page, 'duties-ledger');
  // the one whose permit has been in force for two quarters: its month is running
  const holder = account('enterprise.admin', 2);
  const one = (await (await asApi(holder))('GET', '/duties?kind=monitoring&open=true&limit=50')).items.find(each => each.periodFrom <= civil(0));
  const own = await browser.person('enterprise.admin', 2);
  await own.goto(`/e/${holder.organisationId}/duties/${one.id}`);
  await said(own, /还缺 \d+ 次采样/);
  await looked(own, 'duties-monitoring');
  await button(own, '手工办结').click();
  const dialog = own.getByRole('dialog');
  assert.equal(await dialog.getByRole('button', { name: '标记完成' }).isDisabled(), true);
  await dialog.locator('input[type=file]').setInputFiles({ name: '委托监测报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n') });
  await said(dialog, '委托监测报告.pdf');
  await dialog.getByRole('textbox').fill('委托监测报告没有录入平台，见附件');
  await looked(own, 'duties-by-hand');
  await dialog.getByRole('button', { name: '标记完成' }).click();
  await said(own, '手工办结，附佐证文件');
  await own.close();
  const officer = await browser.person('bureau.enforcer');
  await officer.goto(`/b/${account('bureau.enforcer').organisationId}/duties/${one.id}`);
  await said(officer, '委托监测报告.pdf');
  await looked(officer, 'duties-evidence');
  await officer.close();
});

test('a link for a telephone is made, read by a program, and taken back', async () => {
  await page.goto(`${root}/duties/feeds`);
  await page.getByRole('textbox', { name: /给谁/ }).fill('值班手机');
  await button(page, '生成链接').click();
  const address = await page.locator('code').innerText();
  const program = await browser.visitor();
  assert.match(await (await program.request.get(address)).text(), /^BEGIN:VCALENDAR/);
  await looked(page, 'duties-feed');
  await page.getByRole('button', { name: '停用 值班手机' }).click();
  await confirm(page, /停用“值班手机”/, '停用');
  await said(page, '已停用');
  assert.equal((await program.request.get(address)).status(), 404);
  await program.close();
});

test('a stoppage says what it changes before it is sent', async () => {
  // from its certificate: the enterprise may have further permits
  await page.goto(`${root}/stoppages/new?permitId=${duty.permitId}`);
  await choose(page, page.getByRole('combobox', { name: '类型' }), '计划停产');
  await choose(page, page.getByRole('combobox', { name: '范围' }), '全厂停产');
  await page.getByLabel('开始日期').fill(civil(40));
  await page.getByLabel(/预计停到哪天/).fill(civil(20));
  await page.getByRole('textbox', { name: '停产原因' }).fill('锅炉年度检修');
  page.expected.push(/status of 400/);
  await button(page, '下一步：看看影响哪些事项').click();
  await said(page, /结束日期早于开始日期/);
  await page.getByLabel(/预计停到哪天/).fill(civil(240));
  await button(page, '下一步：看看影响哪些事项').click();
  const dialog = page.getByRole('dialog', { name: '提交停产报告？' });
  await said(dialog, /停产期间执行报告仍要按期提交/);
  await said(dialog, /仍要完成的事项/);
  await looked(page, 'stoppage-confirm');
  await button(dialog, '提交停产报告').click();
  await heading(page, /停产报告/);
  await looked(page, 'stoppage');
});

test('an officer asks, the holder answers and takes the report back', async () => {
  const officer = await browser.person('bureau.enforcer');
  const area = `/b/${account('bureau.enforcer').organisationId}`;
  await officer.goto(`${area}/stoppages`);
  await looked(officer, 'stoppages-officer');
  await officer.getByRole('link', { name: /医院/ }).first().click();
  await officer.getByRole('textbox', { name: /向企业询问/ }).fill('检修期间是否仍供暖？');
  await button(officer, '发出询问').click();
  await said(officer, '等待答复');
  await officer.close();
  await page.reload();
  await button(page, '答复').click();
  await confirm(page, '检修期间是否仍供暖？', '答复', dialog => dialog.getByRole('textbox').fill('供暖锅炉不在检修范围'));
  await said(page, '已答复');
  await button(page, '撤回').click();
  await confirm(page, '撤回这次停产报告？', '撤回', dialog => dialog.getByRole('textbox').fill('检修改期，不停产'));
  await said(page, '已撤回');
});

test('the permit of any day, and two days side by side', async () => {
  await page.goto(`${root}/certificates/${duty.permitId}`);
  await said(page, '现行许可条件');
  await looked(page, 'permit-conditions');
  await page.getByRole('link', { name: '查看任何一天的许可证' }).click();
  await heading(page, /的许可证/);
  await page.getByLabel('看哪一天').fill(civil(30));
  await said(page, /这是以后的日期/);
  assert.match(page.url(), new RegExp(`on=${civil(30)}`));
  await looked(page, 'permit-as-of');
  page.expected.push(/status of 400/);
  await page.getByLabel('看哪一天').fill('2020-01-01');
  await said(page, /起有内容/);
  await page.goto(`${root}/certificates/${duty.permitId}/compare?from=${civil(0)}&to=${civil(1)}`);
  await said(page, '这两天的许可证没有不同。');
  await looked(page, 'permit-compare');
  await page.goto(`${root}/certificates/${duty.permitId}`);
  await button(page, '申请注销').click();
  await said(page, /结束的事项/);
  await looked(page, 'permit-cancel');
});

test('a condition of the library gets a version, compared word by word', async () => {
  const officer = await browser.person('bureau.supervisor');
  const area = `/b/${account('bureau.supervisor').organisationId}`;
  await officer.goto(`${area}/conditions`);
  await looked(officer, 'conditions');
  await officer.goto(`${area}/conditions/YJ-02`);
  await officer.getByRole('link', { name: '发布新版本' }).click();
  const text = officer.getByRole('textbox', { name: '条件正文' });
  await text.fill((await text.inputValue()).replace('检修', '停炉检修'));
  await officer.getByLabel('生效日期').fill(civil(30));
  await officer.getByRole('textbox', { name: /改了什么/ }).fill('写明停炉');
  await looked(officer, 'condition-revise');
  await button(officer, '发布新版本').click();
  await heading(officer, '非正常工况报告');
  assert.match(await officer.locator('ins').first().innerText(), /停炉/);
  await looked(officer, 'condition');
  await officer.close();
});

test('overdue duties stand on the desk of enforcement', async () => {
  const officer = await browser.person('bureau.enforcer');
  await officer.goto(`/b/${account('bureau.enforcer').organisationId}/duty-enforcement`);
  await heading(officer, '逾期事项');
  await looked(officer, 'duty-enforcement');
  await officer.goto(`/b/${account('bureau.enforcer').organisationId}/duties/calendar?month=${duty.dueOn.slice(0, 7)}`);
  await looked(officer, 'duties-area');
});
