// A service task in the browser: drafted, published with a key of the enterprise's own, two sealed bids, opened after the
// deadline, awarded, delivered, sent back once, accepted, rated by both.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { asApi } from './steps/api.mjs';
import { payAll } from './steps/contract.mjs';
import { samplePdf } from './steps/files.mjs';
import { choose } from './steps/form.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const TITLE = `石灰窑自行监测（${Date.now().toString(36)}）`;
/** Long enough to publish and for two firms to seal a bid on a busy machine, short enough to wait for. */
const BIDDING_MS = 60_000;
const ENTERPRISE = account('enterprise.admin');
const FIRMS = [0, 1].map(nth => account('firm.manager', nth));
const OTHER_FILE = { name: '别的文件.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
const PRICES = ['86500.50', '98000'];

let browser;
let enterprise;
let firms;
/** Address of the task below the area of its reader, deadline, file of the opening key. */
const known = {};

before(async () => {
  browser = await Browser.open();
  enterprise = await browser.person('enterprise.admin');
  firms = [await browser.person('firm.manager', 0), await browser.person('firm.manager', 1)];
});
after(() => browser.close());

const taskAt = (page, letter, who) => page.goto(`/${letter}/${who.organisationId}/tasks/${known.id}`);
const reread = () => taskAt(enterprise, 'e', ENTERPRISE);
const firmsPage = nth => taskAt(firms[nth], 'f', FIRMS[nth]);
const rowOf = firm => enterprise.getByRole('listitem').filter({ hasText: firm.organisation });

async function draft() {
  await enterprise.goto(`/e/${ENTERPRISE.organisationId}/tasks`);
  await enterprise.getByRole('link', { name: '发布新任务' }).first().click();
  await heading(enterprise, '起草服务任务');
  const text = async (name, value) => enterprise.getByRole('textbox', { name }).fill(value);
  await text('任务名称', TITLE);
  await choose(enterprise, enterprise.getByRole('combobox', { name: '服务类别' }), '环境检测');
  await choose(enterprise, enterprise.getByRole('combobox', { name: '企业所处阶段' }), '运营期');
  await text('任务说明', '按排污许可证要求开展 2027 年度自行监测，含两个有组织排放口和厂界无组织。');
  await text('交付成果', '监测报告（盖章）\n原始记录');
  await text(/^预算/, '100000');
  await button(enterprise, '保存草稿').click();
  await heading(enterprise, TITLE);
  known.id = new URL(enterprise.url()).pathname.split('/').at(-1);
  return enterprise;
}

const DRAFT = ['title', 'kind', 'stage', 'description', 'requirements', 'deliverables', 'requiredQualifications', 'budgetYuan', 'durationDays', 'priceWeight'];

/** People choose a minute; the journey cannot wait that long. */
async function shortenDeadline() {
  const api = await asApi(ENTERPRISE);
  const { version, ...task } = await api('GET', `/service-tasks/${known.id}`);
  known.deadline = Date.now() + BIDDING_MS;
  const draft = Object.fromEntries(DRAFT.map(name => [name, task[name]]));
  await api('PATCH', `/service-tasks/${known.id}`, { ...draft, bidDeadline: new Date(known.deadline).toISOString() }, { 'if-match': `"v${version}"` });
  await reread();
}

async function publish() {
  await shortenDeadline();
  await button(enterprise, '发布任务').click();
  await confirm(enterprise, '发布这个任务？', '发布任务', async dialog => {
    assert.equal(await button(dialog, '发布任务').isEnabled(), false, 'published without a key');
    const [download] = await Promise.all([enterprise.waitForEvent('download'), button(dialog, '生成并下载开标钥匙').click()]);
    known.key = await download.path();
    const choice = dialog.getByLabel('选择刚保存的钥匙文件');
    await choice.setInputFiles(OTHER_FILE);
    await said(dialog, '这不是刚才下载的钥匙文件');
    await choice.setInputFiles(known.key);
    await said(dialog, '文件完好');
  });
  await said(enterprise, /RW-\d{4}-\d{6}/);
  return enterprise;
}

const bidStep = nth => [
  `firm ${nth + 1} seals a bid in its browser and gets a signed receipt`,
  async () => {
    const page = firms[nth];
    await firmsPage(nth);
    await page.getByRole('link', { name: '密封报价' }).click();
    await heading(page, '密封报价');
    await page.getByRole('textbox', { name: /^总报价/ }).fill(PRICES[nth]);
    await page.getByRole('textbox', { name: /^工期/ }).fill('30');
    await page.getByRole('textbox', { name: '服务方案' }).fill(`两名持证人员现场采样，七日内出具报告。第 ${nth + 1} 家。`);
    await page.getByLabel('添加附件').setInputFiles(samplePdf('方案.pdf'));
    await button(page, '密封并提交').click();
    await heading(page, '报价已收到');
    await said(page, /^[0-9a-f]{64}$/);
    return page;
  },
];

async function sealed() {
  await reread();
  await said(enterprise, '开标以前任何人都不知道有几家');
  const shown = await enterprise.getByRole('main').innerText();
  for (const secret of [...PRICES, '86,500', '98,000', ...FIRMS.map(firm => firm.organisation)]) assert.ok(!shown.includes(secret), `${secret} is shown before the opening`);
  return enterprise;
}

async function open() {
  await enterprise.waitForFunction(deadline => Date.now() > deadline + 100, known.deadline, { timeout: BIDDING_MS + 5000, polling: 200 });
  await reread();
  await button(enterprise, '开标').click();
  await confirm(enterprise, '开标', '开标', async dialog => {
    const choice = dialog.getByLabel('选择钥匙文件');
    await choice.setInputFiles(OTHER_FILE);
    await said(dialog, '这不是开标钥匙文件，请重新选择');
    await choice.setInputFiles(known.key);
    await said(dialog, '钥匙与本任务一致');
  });
  await rowOf(FIRMS[0]).first().waitFor();
  await said(enterprise, /98,?000/);
  return enterprise;
}

async function award() {
  await rowOf(FIRMS[0]).getByRole('button', { name: '选定' }).click();
  await confirm(enterprise, '选定这份报价？', '选定');
  await said(rowOf(FIRMS[0]), '中选');
  return enterprise;
}

async function deliver(summary) {
  const [page] = firms;
  await firmsPage(0);
  await page.getByRole('textbox', { name: '成果说明' }).fill(summary);
  await page.getByLabel('上传成果文件').setInputFiles(samplePdf('监测报告.pdf'));
  await page.getByRole('link', { name: '监测报告.pdf' }).last().waitFor();
  await button(page, '提交成果').click();
  await said(page, '待验收');
  return page;
}

async function sendBack() {
  await reread();
  await button(enterprise, '要求返工').click();
  await confirm(enterprise, '要求返工？', '要求返工', dialog => dialog.getByRole('textbox').fill('缺少原始记录'));
  await said(enterprise, '已退回返工');
  return enterprise;
}

async function accept() {
  await reread();
  await button(enterprise, '验收通过').click();
  await confirm(enterprise, '验收通过这份成果？', '验收通过', dialog => dialog.getByRole('textbox').fill('符合要求'));
  await heading(enterprise, TITLE);
  await said(enterprise, '已验收');
  return enterprise;
}

/** Nobody wrote a contract: it is there by the work that was accepted, and is paid and settled like any other before anybody rates. */
async function settle() {
  await said(enterprise, '合同结清后双方可以互评');
  await enterprise.getByRole('link', { name: '查看合同' }).click();
  await said(enterprise, '已验收待结算');
  await looked(enterprise, 'contract-by-performance');
  const contractId = new URL(enterprise.url()).pathname.split('/').at(-1);
  const [owner, firm] = [await asApi(ENTERPRISE), await asApi(FIRMS[0])];
  await payAll(owner, firm, contractId);
  const { proposals } = await owner('POST', `/contracts/${contractId}/settlement`, { dueYuan: PRICES[0], reason: '成果已验收，款项已付清' });
  await firm('POST', `/contracts/${contractId}/proposals/${proposals[0].id}/agree`, {});
  await reread();
  return enterprise;
}

async function rate(page, comment) {
  for (const dimension of ['质量', '时效', '合规', '服务', '价格']) await page.getByRole('group', { name: new RegExp(`^${dimension}`) }).getByRole('radio').nth(4).click();
  await page.getByRole('textbox', { name: '评语' }).fill(comment);
  await button(page, '提交评价').click();
  return page;
}

async function rateFirm() {
  await rate(enterprise, '按时完成，数据可靠');
  await said(enterprise, '您已评价，等待公开');
  return enterprise;
}

async function rateEnterprise() {
  await firmsPage(0);
  assert.equal(await firms[0].getByText('按时完成，数据可靠').count(), 0, 'a rating is shown before both are given');
  await rate(firms[0], '配合良好');
  await said(firms[0], '按时完成，数据可靠');
  return firms[0];
}

test('a service task', context =>
  walk(context, browser, [
    ['the enterprise drafts a task', draft],
    ['publishes it with an opening key that only it holds', publish],
    bidStep(0),
    bidStep(1),
    ['before the deadline the enterprise sees two bids, no price and no name', sealed],
    ['after the deadline a wrong file is refused and the key opens all bids', open],
    ['the enterprise awards the lower bid', award],
    ['the firm delivers', () => deliver('第一季度监测报告')],
    ['the enterprise sends it back with a reason', sendBack],
    ['the firm delivers again', () => deliver('补充原始记录后的监测报告')],
    ['the enterprise accepts', accept],
    ['without a written contract it is paid and settled', settle],
    ['rates the firm', rateFirm],
    ['the firm rates the enterprise, and both ratings become readable', rateEnterprise],
  ]));
