// Exchange in the browser: a list of the national platform checked, imported, seen by the public and taken back; values copied
// into the form after a preview, and taken back at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, Browser, heading, looked } from '../harness/browser.mjs';
import { asApi } from './steps/api.mjs';
import { button } from './steps/walk.mjs';

const CLERK = account('bureau.intake');
const LIME = account('enterprise.admin');
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const HEADINGS = '单位名称,统一社会信用代码,排污许可证编号,生产经营场所地址,管理类别,行业类别,有效期开始日期,有效期截止日期,发证机关,许可证状态,经度（°）,纬度（°）';

/** A made-up credit code with its check character (GB 32100). */
function uscc(n) {
  const body = `91141181MA0${String(n).padStart(6, '0')}`;
  let [sum, weight] = [0, 1];
  for (const sign of body) {
    sum += ALPHABET.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

const row = (n, longitude = '111.78') => `孝义市第${n}石灰厂,${uscc(n)},${uscc(n)}001P,孝义市梧桐镇第${n}村,简化管理,石灰和石膏制造 3012,2024-03-01,2029-02-28,吕梁市生态环境局,有效,${longitude},37.14`;

let browser;
let page;
before(async () => {
  browser = await Browser.open();
  page = await browser.person('bureau.intake');
});
after(() => browser.close());

test('a list is handed in, and checked in the background', async () => {
  await page.goto(`/b/${CLERK.organisationId}/permit-imports`);
  await heading(page, '许可证名单导入');
  await looked(page, 'permit-imports');
  await button(page, '上传名单').click();
  const dialog = page.getByRole('dialog', { name: '上传许可证名单' });
  await dialog.getByRole('button', { name: '上传并核对' }).click();
  await dialog.getByText('请选择文件').waitFor();
  const csv = `${HEADINGS}\n${[row(1), row(2), row(3, '12.5')].join('\n')}\n`;
  await dialog.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await dialog.getByText('已选择“名单.csv”').waitFor();
  await dialog.getByRole('button', { name: '上传并核对' }).click();
  await heading(page, '名单.csv');
  await page.getByText('已核对，待导入').first().waitFor({ timeout: 30_000 });
  await page.getByText('共 3 行：新增 2，有变化 0，与平台一致 0，未通过 1。').waitFor();
  await page.getByText('坐标不在本市范围内').first().waitFor();
  await looked(page, 'permit-import-refused');
});

test('the good lines are imported, and the public sees them with their source', async () => {
  await button(page, '只导入正确的 2 行').click();
  const dialog = page.getByRole('dialog', { name: '导入这份名单？' });
  await dialog.getByRole('button', { name: '只导入正确的 2 行' }).click();
  await page.getByText(/已导入 2 行/).waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: /^新增/ }).click();
  await page.getByRole('link', { name: `${uscc(1)}001P` }).first().waitFor();
  await looked(page, 'permit-import-done');
  const visitor = await browser.visitor();
  await visitor.goto(`/check/${uscc(1)}001P`);
  await visitor.getByText(/导入自国家平台/).first().waitFor();
  await looked(visitor, 'permit-imported');
});

test('the list is taken back with a reason', async () => {
  await button(page, '撤回这一批').click();
  const dialog = page.getByRole('dialog', { name: '撤回这一批导入？' });
  await dialog.getByRole('textbox').fill('名单导出的日期弄错了');
  await dialog.getByRole('button', { name: '撤回这一批' }).click();
  await page.getByText('已撤回').first().waitFor({ timeout: 30_000 });
  const response = await page.request.get(`/api/v1/public/permits/${uscc(1)}001P`);
  assert.equal(response.status(), 404);
});

test('a section is filled in from the record after a preview, by keyboard, and taken back at once', async () => {
  const mine = await browser.person('enterprise.admin');
  const api = await asApi(LIME);
  const { id } = await api('POST', '/permit-applications', { siteSequence: 9, siteName: '复制试验厂区' });
  const section = await api('GET', `/permit-applications/${id}/sections/basic`);
  await mine.goto(`/e/${LIME.organisationId}/permits/${id}/sections/basic`);
  await button(mine, '从企业档案填入').focus();
  await mine.keyboard.press('Enter');
  const dialog = mine.getByRole('dialog', { name: '从企业档案填入' });
  await dialog.getByRole('group', { name: /填入空着的/ }).waitFor();
  await looked(mine, 'copy-from-record');
  await dialog.getByRole('button', { name: /^复制 \d+ 项$/ }).click();
  await mine.getByText(/^已复制 \d+ 项。$/).waitFor();
  assert.notEqual(await mine.getByRole('textbox', { name: /^技术负责人/ }).inputValue(), '');
  await looked(mine, 'copied');
  await button(mine, '撤销这次复制').click();
  await mine.getByText('已恢复到复制以前。').waitFor();
  assert.deepEqual((await api('GET', `/permit-applications/${id}/sections/basic`)).data, section.data);
});
