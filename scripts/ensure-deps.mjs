// Installs what is missing before anything else runs. Uses nothing but Node itself.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot, root } from './lib/paths.mjs';

const OLDEST = [20, 19];
const MARK = inRoot('node_modules/.lock-hash');

function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`Node ${process.versions.node} is too old: ${OLDEST.join('.')} or newer is needed.  Node 版本过低，需要 ${OLDEST.join('.')} 以上。`);
  process.exit(1);
}

/** `npm ci`, unless the installed packages are those of the lock file. */
function ensureDependencies() {
  const wanted = createHash('sha256').update(readFileSync(inRoot('package-lock.json'))).digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  console.log('Installing the packages of package-lock.json (npm ci)…  正在安装依赖，首次需要几分钟……');
  const started = performance.now();
  const windows = process.platform === 'win32';
  try {
    const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync(windows ? 'npm.cmd' : 'npm', flags, { cwd: root, stdio: 'inherit', shell: windows });
  } catch (error) {
    const why = error.code === 'ENOENT' ? 'npm was not found; it comes with Node.' : 'npm ci failed. It needs the npm registry once; later starts work without a network.';
    console.error(`${why} Mend that and run the same command again.  依赖没有装好：请检查网络或 npm 源后重试。`);
    process.exit(1);
  }
  writeFileSync(MARK, wanted);
  console.log(`Packages installed in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

ensureNode();
ensureDependencies();
