import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { account, Browser, looked, visit } from '../harness/browser.mjs';

const PAGES = [
  ['enterprise.admin', 0, 'e', ['/credit-repairs', '/credit-repairs/list?tab=verifying', '/credit-repairs/{credit-repairs?tab=verifying}', '/credit-repairs/certificates', '/credit-appeals']],
  ['enterprise.admin', 1, 'e', ['/credit-repairs', '/credit-appeals?tab=verifying', '/credit-appeals/{credit-appeals?tab=verifying}']],
  ['enterprise.admin', 2, 'e', ['/credit-repairs', '/credit-repairs/{credit-repairs?tab=ended}', '/credit-repairs/certificates']],
  ['firm.manager', 0, 'f', ['/credit-repairs', '/credit-repairs/list']],
  ['bureau.reviewer', 0, 'b', ['/credit-repairs', '/credit-repairs?tab=ended', '/credit-repairs/{credit-repairs?tab=verifying}', '/credit-repairs/{credit-repairs?tab=ended}', '/credit-appeals', '/credit-appeals/{credit-appeals?tab=verifying}']],
];
let browser;
before(async () => (browser = await Browser.open()));
after(() => browser.close());
const read = async (page, list, organisationId) => (await page.request.get(`/api/v1/${list}`, { headers: organisationId ? { 'x-organisation': organisationId } : {} })).json();

for (const [role, nth, letter, paths] of PAGES)
  for (const [i, path] of paths.entries())
    test(`${role} ${nth} ${path}`, async () => {
      const { organisationId } = account(role, nth);
      await browser.lent(role, nth, async page => {
        const [, list] = /\{(.+?)\}/.exec(path) ?? [];
        const id = list ? (await read(page, list, organisationId)).items[0].id : '';
        await visit(page, `/${letter}/${organisationId}${path.replace(`{${list}}`, id)}`);
        await looked(page, `zz-${letter}${nth}-${i}`);
      });
    });

test('public', async () => {
  await browser.lent(undefined, 0, async page => {
    await visit(page, '/credit-certificates');
    await looked(page, 'zz-p-ask');
    await visit(page, '/credit');
    await looked(page, 'zz-p-list');
    const { items } = await read(page, 'public/credit-register?limit=50');
    await visit(page, `/credit/${items.find(one => one.frozen).id}`);
    await looked(page, 'zz-p-frozen');
  });
  const { organisationId } = account('enterprise.admin', 2);
  const code = await browser.lent('enterprise.admin', 2, async page => (await read(page, `credit-subjects/${organisationId}/certificates`, organisationId)).items[0].code);
  await browser.lent(undefined, 0, async page => {
    await visit(page, `/credit-certificates/${code}`);
    await looked(page, 'zz-p-check');
  });
});

test('forms', async () => {
  const bureau = account('bureau.reviewer').organisationId;
  await browser.lent('bureau.reviewer', 0, async page => {
    const id = (await read(page, 'credit-repairs?tab=verifying', bureau)).items[0].id;
    await visit(page, `/b/${bureau}/credit-repairs/${id}`);
    await page.getByRole('button', { name: '填写核实意见' }).click();
    await looked(page, 'zz-form-verify');
    await visit(page, `/b/${bureau}/credit-repairs/${id}`);
    await page.getByRole('button', { name: '暂停计时' }).click();
    await looked(page, 'zz-form-pause');
  });
  const own = account('enterprise.admin', 0).organisationId;
  await browser.lent('enterprise.admin', 0, async page => {
    const id = (await read(page, 'credit-repairs?tab=verifying', own)).items[0].id;
    await visit(page, `/e/${own}/credit-repairs/${id}`);
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回').first().waitFor();
    await visit(page, `/e/${own}/credit-repairs`);
    await page.getByRole('button', { name: '申请修复' }).first().click();
    await page.getByRole('heading', { name: '证明材料' }).waitFor();
    await looked(page, 'zz-form-draft');
    for (const input of await page.locator('input[type=file]').all()) await input.setInputFiles({ name: '证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') });
    await page.getByText('证明.pdf').nth(2).waitFor();
    await page.getByLabel('整改和履行情况').fill('罚款已缴清，脱硝设施已改造，复测达标。');
    await page.getByLabel('已阅读并作出以上承诺').check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('待受理').first().waitFor();
    await looked(page, 'zz-form-sent');
  });
  await browser.lent('bureau.intake', 0, async page => {
    const id = (await read(page, 'credit-repairs?tab=accepting', bureau)).items[0].id;
    await visit(page, `/b/${bureau}/credit-repairs/${id}`);
    await page.getByRole('button', { name: '告知补正' }).click();
    await looked(page, 'zz-form-correct');
    await visit(page, `/b/${bureau}/credit-repairs/${id}`);
    await page.getByRole('button', { name: '受理' }).first().click();
    await page.getByRole('button', { name: '受理' }).last().click();
    await page.getByText('核实中').first().waitFor();
  });
  await browser.lent('enterprise.admin', 0, async page => {
    await visit(page, `/e/${own}/credit-repairs`);
    await page.getByRole('button', { name: '提出异议' }).first().click();
    await looked(page, 'zz-form-appeal');
  });
});
