// Installs what is missing before anything else runs. Uses nothing but Node itself.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.  需要 Node 20.19 以上版本。`);
  process.exit(1);
}

const MARK = join(root, 'node_modules', '.lock-hash');

function lockHash() {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** `npm ci`, unless the installed packages are those of the lock file. */
export function ensureDependencies() {
  const wanted = lockHash();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  console.log('Installing dependencies (npm ci)…  正在安装依赖……');
  const started = performance.now();
  try {
    execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  } catch {
    console.error('npm ci failed. Check the network and the npm registry, then run the same command again.  依赖安装失败，请检查网络后重试。');
    process.exit(1);
  }
  writeFileSync(MARK, wanted);
  console.log(`Dependencies installed in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

ensureDependencies();
