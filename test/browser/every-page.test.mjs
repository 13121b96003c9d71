// Every page of every area, at the width of a phone and of a desk: it opens, is quiet, has no barrier and fits.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { account, assertAccessible, assertFits, assertQuiet, atBothWidths, Browser, settled, shot } from '../harness/browser.mjs';

const PUBLIC = { home: '/', track: '/track', help: '/help', accessibility: '/accessibility', privacy: '/privacy', login: '/login', register: '/register', forgot: '/password/forgot' };
const COMMON = ['', '/members', '/organisation', '/notifications'];
/** One account of each kind of area: letter of the area and the pages below `/<letter>/<organisation>`. */
const AREAS = [
  ['enterprise.admin', 'e', [...COMMON, '/mandates']],
  ['firm.manager', 'f', [...COMMON, '/mandates']],
  ['bureau.admin', 'b', [...COMMON, '/organisations']],
  ['bank.manager', 'k', COMMON],
];
const ACCOUNT = ['/account', '/account/security', '/account/notifications'];

let browser;
before(async () => (browser = await Browser.open()));
after(() => browser.close());

async function inspect(page, path, name) {
  try {
    await page.goto(path);
    await settled(page);
    await atBothWidths(page, async () => {
      await assertFits(page);
      await assertAccessible(page);
    });
    await shot(page, name);
    await assertQuiet(page);
    return await page.locator('h1').first().innerText();
  } finally {
    await page.close(); // an open page holds a live stream, and a browser opens six connections at most
  }
}

describe('public pages', () => {
  for (const [name, path] of Object.entries(PUBLIC)) {
    test(`${path} for a visitor`, async () => {
      await inspect(await browser.visitor(), path, `public-${name}`);
    });
  }

  test('an address that does not exist says so, in the page and not as an error', async () => {
    assert.match(await inspect(await browser.visitor(), '/no-such-page', 'public-404'), /404|找不到|不存在|没有/);
  });

  test('the page in English', async () => {
    const page = await browser.visitor();
    await page.addInitScript(() => localStorage.setItem('hb.language', 'en'));
    assert.match(await inspect(page, '/', 'public-home-en'), /^[\x20-\x7e’]+$/);
  });
});

for (const [role, letter, pages] of AREAS) {
  describe(`pages of ${role}`, () => {
    for (const path of pages) {
      test(`/${letter}/…${path}`, async () => {
        await inspect(await browser.person(role), `/${letter}/${account(role).organisationId}${path}`, `${letter}${path.replaceAll('/', '-') || '-home'}`);
      });
    }
  });
}

describe('pages of one’s own account', () => {
  for (const path of ACCOUNT) {
    test(path, async () => {
      await inspect(await browser.person('enterprise.admin'), path, `account${path.replaceAll('/account', '').replaceAll('/', '-')}`);
    });
  }
});
