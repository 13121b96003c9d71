// `npm run test:browser`: fresh platforms on free ports, then test/browser/**/*.test.mjs in Chromium. Arguments choose files by
// a part of their name: `npm run test:browser -- permit`. All of them go in two lanes side by side, each with a platform of its
// own: a browser waits much of its time.
import './ensure-deps.mjs';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { conclude, nodeTests } from './lib/counts.mjs';
import { copyInstallation, reset } from './lib/installation.mjs';
import { artifacts, inRoot } from './lib/paths.mjs';
import { Stack } from './lib/stack.mjs';

const wanted = process.argv.slice(2);
/** Opens what the journeys of the others have not shown, each lane its share. */
const LAST = 'every-page.test.mjs';
const judged = join(artifacts, 'judged-pages');
const files = readdirSync(inRoot('test/browser'), { recursive: true })
  .filter(name => name.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some(part => name.includes(part))))
  .sort();
const journeys = files.filter(name => name !== LAST);
const last = files.filter(name => name === LAST);

/** The longest first, each to the lane that has least so far. @returns {string[][]} */
function inLanes(names, count) {
  const size = name => statSync(inRoot('test/browser', name)).size;
  const lanes = Array.from({ length: count }, () => ({ size: 0, names: [] }));
  for (const name of [...names].sort((a, b) => size(b) - size(a))) {
    const [least] = [...lanes].sort((a, b) => a.size - b.size);
    least.names.push(name);
    least.size += size(name);
  }
  return lanes.map(lane => lane.names.sort());
}

const platform = data => new Stack({ data, port: 0, throwaway: true, env: { HB_RATE_FACTOR: '1000' }, note: line => console.log(line) });

/** An installation whose worker has done what the seed leaves to it: made once and copied, so that no journey waits behind the seed's work. @returns {Promise<string>} its folder */
async function prepared() {
  const data = join(artifacts, 'browser-model');
  if (existsSync(data)) await reset(data);
  const stack = platform(data);
  lanes.push({ stack, names: [] });
  await stack.start();
  await stack.drained();
  await stack.stop();
  lanes.pop();
  return data;
}

if (!findChromium()) {
  console.error('No Chromium was found. Install one (Debian: apt-get install chromium-headless-shell fonts-noto-cjk) or name it in CHROME_PATH.');
  process.exit(1);
}
rmSync(join(artifacts, 'shots'), { recursive: true, force: true });
rmSync(judged, { force: true });
const lanes = [];
const stopAll = () => Promise.all(lanes.map(lane => lane.stack.stop()));
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => void stopAll().then(() => process.exit(130)));
try {
  const model = await prepared();
  for (const [nth, names] of inLanes(journeys, files.length > 1 ? 2 : 1).entries()) {
    const data = join(artifacts, `browser-data-${nth}`);
    await copyInstallation(model, data);
    lanes.push({ stack: platform(data), names });
  }
  await Promise.all(lanes.map(({ stack }) => stack.start()));
  const run = (pick, env = () => ({})) =>
    Promise.all(lanes.map(({ stack, names }, nth) => nodeTests(pick(names).map(name => inRoot('test/browser', name)), { BASE_URL: stack.baseUrl, ACCOUNTS_FILE: stack.accountsFile, JUDGED_FILE: judged, ...env(nth) }, `node-test-${nth}`)));
  const counts = await run(names => names);
  conclude(...counts, ...(await run(() => last, nth => ({ LANE: `${nth}/${lanes.length}` }))));
} catch (error) {
  console.error(error.message);
  conclude({ passed: 0, failed: 1 });
} finally {
  await stopAll();
}
