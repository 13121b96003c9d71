// Results by Excel: the firm checks its workbook beside the report and hands both in, the enterprise sees each row before it enters all of them at once.
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { after, before, test } from 'node:test';
import { account, baseUrl, Browser, heading, looked } from '../harness/browser.mjs';
import { asApi } from './steps/api.mjs';
import { samplePdf } from './steps/files.mjs';
import { until } from './steps/page-api.mjs';
import { button, confirm, said, walk } from './steps/walk.mjs';

const UNIT = account('enterprise.admin', 1);
const FIRM = account('firm.manager', 0);
const TITLE = `自行监测 ${Date.now().toString(36)}`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let browser;
let own;
let firm;
let apis;
let contract;
let permitId;

before(async () => {
  browser = await Browser.open();
  [own, firm] = await Promise.all([browser.person('enterprise.admin', 1), browser.person('firm.manager', 0)]);
  apis = { own: await asApi(UNIT), firm: await asApi(FIRM) };
});
after(() => browser.close());

const at = one => ({ 'if-match': `"v${one.version}"` });

/** A contract that both have signed; the way there is walked in its own journey. */
async function signed() {
  const draft = await apis.own('POST', '/service-tasks', {
    title: TITLE, kind: 'testing', stage: 'operation', description: '按排污许可证开展自行监测。', requirements: '', deliverables: ['监测报告'], requiredQualifications: [],
    budgetYuan: '60000.00', durationDays: 60, bidDeadline: new Date(Date.now() + 86_400_000).toISOString(), priceWeight: 40, method: 'direct', invitedFirmIds: [FIRM.organisationId],
  });
  await apis.own('POST', `/service-tasks/${draft.id}/publish`, {}, at(draft));
  await apis.firm('POST', `/service-tasks/${draft.id}/offers/accept`, { nth: 1 });
  await until('the contract', async () => (await apis.own('GET', '/contracts?limit=50')).items.some(one => one.title === TITLE));
  contract = await apis.own('POST', '/contracts', { taskId: draft.id });
  const act = async (who, verb, body = {}) => (contract = await apis[who]('POST', `/contracts/${contract.id}/${verb}`, body, at(contract)));
  await act('own', 'propose');
  await act('firm', 'agree');
  await act('own', 'sign', { way: 'online' });
  await act('firm', 'sign', { way: 'online' });
  // of the site that the demonstration city permits; other journeys give this enterprise others, and revoke them
  permitId = (await apis.own('GET', '/monitoring?q=本部院区')).items[0].id;
}

/** The template with these values of the sewage's chemical oxygen demand. */
async function workbook(name, values) {
  const template = await fetch(`${baseUrl}/api/v1/contracts/${contract.id}/result-sheet`, { headers: apis.firm.headers });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await template.arrayBuffer());
  const sheet = book.worksheets[0];
  const headings = Array.from({ length: sheet.columnCount }, (_, nth) => String(sheet.getCell(2, nth + 1).value ?? ''));
  // the permit of the demonstration city holds since today
  const sampled = nth => new Date(Date.now() + 8 * 3_600_000 - (values.length - nth) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  values.forEach((value, nth) => {
    const cells = { 点位: 'DW001 污水总排口', 监测因子: '化学需氧量', 采样时间: sampled(nth), 监测值: value, CMA: '240412050001', 数值已核对: '是' };
    for (const [word, text] of Object.entries(cells)) sheet.getCell(3 + nth, headings.findIndex(one => one.includes(word)) + 1).value = text;
  });
  return { name, mimeType: XLSX, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

async function checked() {
  await signed();
  await firm.goto(`/f/${FIRM.organisationId}/contracts/${contract.id}`);
  await button(firm, '提交成果').first().click();
  const check = firm.getByLabel('核对填好的结果表').and(firm.locator('input'));
  await check.setInputFiles(await workbook('写错.xlsx', ['40', '40mg/L', '39']));
  await said(firm, /1 行有错/);
  await said(firm, /单位填在单位栏/);
  await looked(firm, 'result-sheet-check');
  const right = await workbook('监测结果.xlsx', ['40', '<4', '400']);
  await check.setInputFiles(right);
  await said(firm, /没有错误/);
  await firm.getByRole('textbox', { name: '成果说明' }).fill('监测报告和结果表');
  await firm.getByLabel('成果文件').setInputFiles([samplePdf('监测报告.pdf')]);
  await firm.getByRole('link', { name: '监测报告.pdf' }).waitFor();
  await firm.getByLabel('成果文件').setInputFiles([right]);
  await firm.getByRole('link', { name: '监测结果.xlsx' }).waitFor();
  await button(firm, '提交').click();
  await said(firm, '待验收');
  return firm;
}

async function taken() {
  const { taskId } = await apis.own('GET', `/contracts/${contract.id}`);
  const { items } = { items: await apis.own('GET', `/service-tasks/${taskId}/deliveries`) };
  const delivery = (Array.isArray(items) ? items : items.items)[0];
  await apis.own('POST', `/service-tasks/${taskId}/deliveries/${delivery.id}/accept`, { comment: '符合约定' });
  await until('the workbook', async () => (await apis.own('GET', `/monitoring/${permitId}/reports`)).items.some(one => one.isSheet));
  await own.goto(`/e/${UNIT.organisationId}/records/${permitId}?tab=results`);
  await own.getByRole('link', { name: '核对并录入' }).first().click();
  await heading(own, '监测结果表');
  await looked(own, 'result-sheet');
  await button(own, '全部录入（3 条）').click();
  await confirm(own, '把这张表全部录入自行监测？', '全部录入（3 条）');
  await own.getByRole('link', { name: '已录入，查看' }).first().waitFor();
  await looked(own, 'result-sheet-taken');
  assert.equal((await apis.own('GET', `/monitoring/${permitId}/reports`)).items.find(one => one.isSheet).results, 3);
  return own;
}

test('results of a report by Excel, from the check of the firm to the records of the permit', async context => {
  await walk(context, browser, [['checked and handed in by the firm', checked], ['shown to the enterprise and entered at once', taken]]);
});
