// A contract in the browser: written from the award, sent back once, agreed to and signed by both sides, worked off by
// milestones, paid, changed, disputed and mediated, settled; and what each of the three sees of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { asApi } from './steps/api.mjs';
import { payAll } from './steps/contract.mjs';
import { samplePdf } from './steps/files.mjs';
import { until } from './steps/page-api.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const MARK = Date.now().toString(36);
const TITLE = `应急预案修编 ${MARK}`;
const ENTERPRISE = account('enterprise.admin');
const FIRM = account('firm.manager');
const BUREAU = account('bureau.supervisor');

let browser;
let enterprise;
let firm;
let officer;
/** Ids of the contract and of its dispute. */
const known = {};

before(async () => {
  browser = await Browser.open();
  enterprise = await browser.person('enterprise.admin');
  firm = await browser.person('firm.manager');
  officer = await browser.person('bureau.supervisor');
});
after(() => browser.close());

const homeOf = { e: ENTERPRISE, f: FIRM, b: BUREAU };
const area = letter => `/${letter}/${homeOf[letter].organisationId}`;
const today = (days = 0) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 86_400_000);

async function contract(page, letter) {
  await page.goto(`${area(letter)}/contracts/${known.contract}`);
  await heading(page, TITLE);
  return page;
}

/** A direct commission that was accepted: the way there is walked in the journey of the methods. */
async function commissioned() {
  const owner = await asApi(ENTERPRISE);
  const draft = await owner('POST', '/service-tasks', {
    title: TITLE, kind: 'consulting', stage: 'operation', description: '修编突发环境事件应急预案并备案。', requirements: '', deliverables: ['应急预案', '风险评估报告'], requiredQualifications: [],
    budgetYuan: '60000.00', durationDays: 60, bidDeadline: new Date(Date.now() + 86_400_000).toISOString(), priceWeight: 40, method: 'direct', invitedFirmIds: [FIRM.organisationId],
  });
  await owner('POST', `/service-tasks/${draft.id}/publish`, {}, { 'if-match': `"v${draft.version}"` });
  await (await asApi(FIRM))('POST', `/service-tasks/${draft.id}/offers/accept`, { nth: 1 });
  // the worker makes it from the award, after whatever it has to do first
  await until('the contract', async () => (await owner('GET', '/contracts?limit=50')).items.some(one => one.title === TITLE));
  await enterprise.goto(`${area('e')}/contracts`);
  await heading(enterprise, '服务合同');
  await enterprise.getByRole('link', { name: TITLE }).click();
  await heading(enterprise, TITLE);
  known.contract = new URL(enterprise.url()).pathname.split('/').at(-1);
  return enterprise;
}

const fieldOf = (page, name) => page.getByRole('textbox', { name }).or(page.getByLabel(name)).first();

async function written() {
  await contract(enterprise, 'e');
  await button(enterprise, '起草合同').click();
  await heading(enterprise, '合同条款');
  await looked(enterprise, 'contract-terms');
  enterprise.expected.push(/status of 4\d\d/);
  await fieldOf(enterprise, /^合同价/).fill('59000');
  await button(enterprise, '保存条款').click();
  await said(enterprise, /中选报价|60,?000/);
  await fieldOf(enterprise, /^合同价/).fill('60000.00');
  await button(enterprise, '保存条款').click();
  await heading(enterprise, TITLE);
  await button(enterprise, '发给机构确认').click();
  await confirm(enterprise, '把合同条款发给机构确认？', '发给机构确认');
  return enterprise;
}

async function sentBack() {
  await contract(firm, 'f');
  await button(firm, '退回修改').click();
  await confirm(firm, '退回合同条款？', '退回修改', dialog => dialog.getByRole('textbox').fill('请写明备案由哪一方办理'));
  await contract(enterprise, 'e');
  await said(enterprise, /请写明备案由哪一方办理/);
  await enterprise.getByRole('link', { name: '修改条款' }).click();
  await heading(enterprise, '合同条款');
  await fieldOf(enterprise, /^其他约定/).fill('备案由机构办理，委托方提供资料。');
  await button(enterprise, '保存条款').click();
  await heading(enterprise, TITLE);
  await button(enterprise, '发给机构确认').click();
  await confirm(enterprise, '把合同条款发给机构确认？', '发给机构确认');
  return enterprise;
}

async function signed() {
  await contract(firm, 'f');
  await said(firm, '备案由机构办理，委托方提供资料。');
  await button(firm, '确认条款').click();
  await confirm(firm, '确认合同条款？', '确认条款');
  await button(firm, '签署合同').click();
  await confirm(firm, '签署合同', '签署合同');
  await contract(enterprise, 'e');
  await button(enterprise, '签署合同').click();
  await confirm(enterprise, '签署合同', '签署合同');
  await said(enterprise, /HT-\d{4}-\d{6}/);
  return looked(enterprise, 'contract-active');
}

async function paidOnSigning() {
  await contract(enterprise, 'e');
  await button(enterprise, '登记付款').click();
  await fieldOf(enterprise, /^付款日期/).fill(today());
  await enterprise.getByLabel('付款凭证').setInputFiles(samplePdf('电子回单.pdf'));
  await enterprise.getByRole('link', { name: '电子回单.pdf' }).waitFor();
  await button(enterprise, '登记').click();
  await said(enterprise, '待确认');
  await contract(firm, 'f');
  await button(firm, '确认收到').click();
  await confirm(firm, '确认已收到这笔款项？', '确认收到');
  await said(firm, '已确认');
  return firm;
}

async function delivered() {
  await contract(firm, 'f');
  await button(firm, '提交成果').first().click();
  await firm.getByRole('textbox', { name: '成果说明' }).fill('应急预案送审稿和风险评估报告');
  await firm.getByLabel('成果文件').setInputFiles(samplePdf('应急预案.pdf'));
  await firm.getByRole('link', { name: '应急预案.pdf' }).waitFor();
  await button(firm, '提交').click();
  await said(firm, '待验收');
  return firm;
}

async function acceptedWork() {
  await contract(enterprise, 'e');
  await enterprise.getByRole('link', { name: '去验收' }).click();
  await button(enterprise, '验收通过').click();
  await confirm(enterprise, '验收通过这份成果？', '验收通过', dialog => dialog.getByRole('textbox').fill('符合约定'));
  await contract(enterprise, 'e');
  await said(enterprise, '可付款');
  return enterprise;
}

/** The worker files what was accepted; it is found by the name of the task. */
async function filed() {
  const owner = await asApi(ENTERPRISE);
  for (let turn = 0; turn < 100 && (await owner('GET', `/deliverables?q=${MARK}`)).items.length === 0; turn += 1) await new Promise(done => setTimeout(done, 200));
  await enterprise.goto(`${area('e')}/deliverables?q=${MARK}`);
  await heading(enterprise, '成果资料');
  await enterprise.getByRole('link', { name: '应急预案.pdf' }).waitFor();
  await said(enterprise, '已归档');
  await looked(enterprise, 'deliverables');
  await contract(enterprise, 'e');
  await enterprise.getByRole('heading', { name: '成果资料' }).waitFor();
  await firm.goto(`${area('f')}/deliverables?q=${MARK}`);
  await firm.getByRole('link', { name: '应急预案.pdf' }).waitFor();
  return firm;
}

async function disputed() {
  await contract(firm, 'f');
  await button(firm, '申请调解').click();
  await fieldOf(firm, /^请求和理由/).fill('成果已验收，委托方要求增加一次演练但不愿另付费用，请求调解。');
  await fieldOf(firm, /^争议金额/).fill('3000');
  await button(firm, '申请调解').last().click();
  await heading(firm, `合同争议：${TITLE}`);
  known.dispute = new URL(firm.url()).pathname.split('/').at(-1);
  return firm;
}

async function mediated() {
  await officer.goto(`${area('b')}/disputes`);
  await officer.getByRole('link', { name: new RegExp(TITLE) }).click();
  await heading(officer, `合同争议：${TITLE}`);
  await button(officer, '受理调解').click();
  await confirm(officer, '受理这件争议？', '受理调解');
  await enterprise.goto(`${area('e')}/disputes/${known.dispute}`);
  await button(enterprise, '提交陈述').click();
  await enterprise.getByRole('textbox', { name: /^陈述/ }).fill('愿意另付 3000 元，请机构在年内完成演练。');
  await button(enterprise, '提交陈述').last().click();
  await officer.reload();
  await said(officer, '愿意另付 3000 元，请机构在年内完成演练。');
  await button(officer, '调解成功').click();
  await confirm(officer, '记录调解成功？', '调解成功', dialog => dialog.getByRole('textbox').last().fill('双方同意另付 3000 元，另签补充约定，年内完成演练。'));
  return looked(officer, 'dispute');
}

/** The last milestone is delivered and accepted, what is open is paid, then both agree on what was owed. */
async function settledBoth() {
  const owner = await asApi(ENTERPRISE);
  const other = await asApi(FIRM);
  const at = `/contracts/${known.contract}`;
  const { taskId, milestones } = await owner('GET', at);
  const last = await other('POST', `/service-tasks/${taskId}/deliveries`, { summary: '应急预案终稿', fileIds: [], milestoneId: milestones.at(-1).id });
  await owner('POST', `/service-tasks/${taskId}/deliveries/${last.id}/accept`, { comment: '符合约定' });
  await payAll(owner, other, known.contract);
  await contract(enterprise, 'e');
  await said(enterprise, '合同自动结清');
  await looked(enterprise, 'contract-closes');
  await button(enterprise, '提出结算').click();
  await fieldOf(enterprise, /^说明/).fill('成果已全部验收，款项已付清');
  await button(enterprise, '提出结算').last().click();
  await said(enterprise, '待答复');
  await contract(firm, 'f');
  await button(firm, '同意').click();
  await confirm(firm, '同意这项提议？', '同意');
  await said(firm, '已同意');
  return firm;
}

async function ended() {
  await enterprise.goto(`${area('e')}/contracts?tab=ended`);
  await enterprise.getByRole('link', { name: TITLE }).waitFor();
  await enterprise.getByRole('link', { name: TITLE }).click();
  await heading(enterprise, TITLE);
  await looked(enterprise, 'contract-closed');
  for (const step of ['起草合同', '签署合同', '登记付款', '解除合同', '申请调解']) assert.equal(await button(enterprise, step).count(), 0, `a closed contract offers ${step}`);
  return enterprise;
}

test('a contract', context =>
  walk(context, browser, [
    ['comes with the award and waits to be written', commissioned],
    ['is written with the price of the award only, and sent to the firm', written],
    ['is sent back with a reason and mended', sentBack],
    ['is agreed to and signed by both', signed],
    ['what is payable on signing is paid and confirmed', paidOnSigning],
    ['the firm delivers a milestone', delivered],
    ['the enterprise accepts it, and it becomes payable', acceptedWork],
    ['what was accepted is found among the papers of both', filed],
    ['the firm brings a dispute before the bureau', disputed],
    ['an officer takes it up, hears both and records what they agreed', mediated],
    ['the rest is paid and both agree on the settlement', settledBoth],
    ['it stands among the ended ones', ended],
  ]));
