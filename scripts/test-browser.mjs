// `npm run test:browser`: a fresh platform on free ports, then test/browser/**/*.test.mjs in Chromium, one after the
// other. Arguments choose files by a part of their name: `npm run test:browser -- permit`.
import './ensure-deps.mjs';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { conclude, nodeTests } from './lib/counts.mjs';
import { reset } from './lib/installation.mjs';
import { artifacts, inRoot } from './lib/paths.mjs';
import { Stack } from './lib/stack.mjs';

const wanted = process.argv.slice(2);
const data = join(artifacts, 'browser-data');
/** Opens what the journeys of the others have not shown. */
const LAST = 'every-page.test.mjs';
const judged = join(artifacts, 'judged-pages');
const files = readdirSync(inRoot('test/browser'), { recursive: true })
  .filter(name => name.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some(part => name.includes(part))))
  .sort();
// the runner puts the files of one run into an order of its own
const inTurn = [files.filter(name => name !== LAST), files.filter(name => name === LAST)];

if (!findChromium()) {
  console.error('No Chromium was found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROME_PATH.');
  process.exit(1);
}
if (existsSync(data)) await reset(data);
rmSync(join(artifacts, 'shots'), { recursive: true, force: true });
rmSync(judged, { force: true });
const stack = new Stack({ data, port: 0, throwaway: true, env: { HB_RATE_FACTOR: '1000' }, note: line => console.log(line) });
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => void stack.stop().then(() => process.exit(130)));
try {
  await stack.start();
  const counts = [];
  for (const names of inTurn) counts.push(await nodeTests(names.map(name => inRoot('test/browser', name)), { BASE_URL: stack.baseUrl, ACCOUNTS_FILE: stack.accountsFile, JUDGED_FILE: judged }));
  conclude(...counts);
} catch (error) {
  console.error(error.message);
  conclude({ passed: 0, failed: 1 });
} finally {
  await stack.stop();
}
