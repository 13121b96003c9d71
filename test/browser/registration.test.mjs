// 排污登记 in the browser: the class decided by a few answers, the form typed in, the receipt, a change, and a visitor's check.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { account, assertAccessible, Browser, heading, looked } from '../harness/browser.mjs';
import { asApi } from './steps/api.mjs';
import { choose, fillSection } from './steps/form.mjs';
import { button } from './steps/walk.mjs';

const LIME = account('enterprise.admin');
const SITE = `石材加工点${randomInt(1000, 9999)}`;
const CLASSIFIED = 'industries=3032&answers=' + encodeURIComponent('cutting-only:y,key-discharger:n,boiler-t-h:0,furnace-other:n,surface-treatment:n,water-treatment-t-d:0');
const CONTENT = {
  siteAddress: '孝义市振兴街 1 号', location: { longitude: '111.7800', latitude: '37.1400' }, legalRepresentative: '郭建军', contactName: '王小明', contactPhone: '13800000000',
  products: [{ process: '切割', product: '石材板', capacity: '5000', unit: 'm²/a' }],
  usesFuel: false, usesVocMaterials: false, hasAir: true, airOutlets: [{ name: '厂界', form: 'fugitive', standard: 'GB 16297-1996', quantity: '1' }],
  hasWater: false, hasWaste: true, wastes: [{ name: '边角料', hazardous: false, destination: '外售' }], hasNoise: true, noiseMeasures: '减振', noiseStandard: 'GB 12348-2008',
};

let browser;
let page;
let number;
let fields;

before(async () => {
  browser = await Browser.open();
  page = await browser.person('enterprise.admin');
  const api = await asApi(LIME);
  // more sites than a list shows at once: it has to be searched
  for (let number = 1; number <= 12; number += 1) await api('POST', `/organisations/${LIME.organisationId}/sites`, { name: `${randomInt(1000, 9999)}号料场`, address: `孝义市振兴街 ${number + 1} 号` });
  await api('POST', `/organisations/${LIME.organisationId}/sites`, { name: SITE, address: '孝义市振兴街 1 号' });
  ({ fields } = await (await page.request.get('/api/v1/permit-registrations/form')).json());
});
after(() => browser.close());

test('an enterprise is told what it has to do for an industry that needs a permit', async () => {
  await page.goto(`/e/${LIME.organisationId}/registrations/new?industries=2521`);
  await choose(page, page.getByRole('combobox', { name: '生产经营场所' }), new RegExp(SITE));
  await page.getByRole('heading', { name: '需要申请排污许可证，实行重点管理。' }).waitFor();
});

test('what is missing is named, and nothing typed is lost', async () => {
  await page.goto(`/e/${LIME.organisationId}/registrations/new?${CLASSIFIED}`);
  await choose(page, page.getByRole('combobox', { name: '生产经营场所' }), new RegExp(SITE));
  await page.getByRole('heading', { name: '填写登记表' }).waitFor();
  await looked(page, 'registration-form');
  await fillSection(page, { fields }, CONTENT);
  await button(page, '提交登记').click();
  await page.getByText('请确认填报内容真实、准确、完整').first().waitFor();
  assert.equal(await page.getByRole('textbox', { name: /^联系人/ }).inputValue(), '王小明');
});

test('the receipt is there at once', async () => {
  await page.getByRole('checkbox', { name: /填报内容真实/ }).check();
  await button(page, '提交登记').click();
  await heading(page, new RegExp(SITE));
  number = await page.getByText(/^DJ-\d{4}-\d{6}$/).first().textContent();
  const link = page.getByRole('link', { name: '下载回执' }).first();
  await link.waitFor();
  const receipt = await page.request.get(await link.getAttribute('href'));
  assert.equal((await receipt.body()).subarray(0, 5).toString(), '%PDF-');
  await looked(page, 'registration');
});

test('a change shows the form as it stands and gives a new receipt', async () => {
  await page.getByRole('link', { name: '变更', exact: true }).click();
  await heading(page, '登记变更');
  await page.getByLabel('变动发生的日期').fill('2026-01-05');
  await page.getByText('按名录属于登记管理').waitFor();
  await looked(page, 'registration-change');
  await page.getByRole('textbox', { name: /^噪声防治设施/ }).fill('减振、隔声');
  await page.getByRole('checkbox', { name: /填报内容真实/ }).check();
  await button(page, '提交变更').click();
  await heading(page, new RegExp(SITE));
  await page.getByText('变动日期 2026-01-05').waitFor();
});

test('a visitor finds and checks it, and sees no person', async () => {
  const visitor = await browser.visitor();
  await visitor.goto(`/registrations/${number}`);
  await heading(visitor, '登记回执核验');
  await visitor.getByText('回执签名核验通过').waitFor();
  assert.ok(!(await visitor.locator('main').innerText()).includes('王小明'));
  await visitor.goto('/registrations');
  await heading(visitor, '排污登记查询');
  await assertAccessible(visitor);
});
