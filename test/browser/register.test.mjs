// What everyone does with the register: find a permit on the map by keyboard, look at another day, take the certificate
// away, and find out that somebody changed it: on the page, and on the saved page without any network.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sleep } from '../../scripts/lib/processes.mjs';
import { assertAccessible, assertFits, assertQuiet, atBothWidths, Browser, heading, looked, settled } from '../harness/browser.mjs';

let browser;
let page;
let permit;
const folder = mkdtempSync(join(tmpdir(), 'hb-register-'));
const at = name => join(folder, name);

before(async () => {
  browser = await Browser.open();
  page = await browser.visitor();
  permit = (await (await page.request.get('/api/v1/public/permits?limit=1&status=valid')).json()).items[0];
  // the worker may still be drawing it
  let answer = await page.request.get(`/api/v1/public/permits/${permit.id}/certificate`);
  for (let tries = 0; tries < 60 && !answer.ok(); tries += 1) {
    await sleep(500);
    answer = await page.request.get(`/api/v1/public/permits/${permit.id}/certificate`);
  }
  const paper = await answer.body();
  writeFileSync(at('genuine.pdf'), paper);
  const changed = Buffer.from(paper);
  changed[Math.floor(paper.length / 2)] ^= 1;
  writeFileSync(at('changed.pdf'), changed);
  writeFileSync(at('check.html'), await (await page.request.get('/api/v1/public/permits/offline-check')).body());
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('the list narrows by an address, and the files that can be taken away follow it', async () => {
  await page.goto('/permits');
  await page.getByRole('textbox', { name: '乡镇或地址' }).fill('没有这个地方');
  await page.keyboard.press('Enter');
  await page.getByText('没有找到').first().waitFor();
  assert.match(await page.getByRole('link', { name: 'CSV' }).getAttribute('href'), /place=.+format=csv/);
});

test('the map leads to a permit by keyboard alone', async () => {
  await page.goto('/permits?tab=map');
  await settled(page);
  const marks = page.locator('svg [role="link"], svg [role="button"]');
  await marks.first().waitFor();
  await looked(page, 'register-map');
  // other tests issue permits at the same place: those are listed, and the list is one way further
  const here = page.getByRole('region', { name: /^此处的 \d+ 张许可证$/ });
  for (let step = 0; step < 8 && new URL(page.url()).pathname === '/permits'; step += 1) {
    const listed = await here.isVisible();
    if (listed) {
      await looked(page, 'register-map-place');
      // closed, the list leaves the keyboard at the mark it came from
      await here.getByRole('button', { name: '收起' }).press('Enter');
      await here.waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await here.waitFor();
    }
    await (listed ? here.getByRole('link') : marks).first().focus();
    await page.keyboard.press('Enter');
    await settled(page);
  }
  await heading(page, '许可证核验');
});

test('a permit is shown as it is and as it was on a day, with its versions', async () => {
  await page.goto(`/check/${permit.id}`);
  await heading(page, '许可证核验');
  await page.getByText('证书签名核验通过').waitFor();
  await page.getByText('第 1 版').first().waitFor();
  await page.getByLabel('查看某一天的内容').fill(permit.issuedOn);
  await page.getByText(`这是 ${permit.issuedOn} 当天的内容`).waitFor();
  await looked(page, 'register-as-of');
});

test('a changed file is told from a genuine one, with and without the platform', async () => {
  await page.goto('/verify');
  // files are taken once the keys are there
  await settled(page);
  for (const [file, said] of [['genuine.pdf', '核验通过：确由发证机关签发'], ['changed.pdf', '内容在签发之后被改动过']]) {
    await page.getByLabel('选择正本或副本的 PDF 文件').setInputFiles(at(file));
    await page.getByText(said).waitFor();
  }
  await assertAccessible(page);
  await assertQuiet(page);
  await page.context().setOffline(true);
  await page.goto(`file://${at('check.html')}`);
  for (const [file, said] of [['genuine.pdf', '核验通过：确由发证机关签发'], ['changed.pdf', '内容在签发之后被改动过']]) {
    await page.getByLabel('选择正本或副本的 PDF 文件').setInputFiles(at(file));
    await page.locator('#result').getByText(said).waitFor();
  }
  await atBothWidths(page, () => assertFits(page));
});
