// `npm run up`: the whole platform on this machine.  --reset: from an empty city.  --smoke: run two journeys and exit.
import './ensure-deps.mjs';
import { root } from './lib/paths.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';

const arguments_ = new Set(process.argv.slice(2));
const known = ['--reset', '--smoke'];
const unknown = [...arguments_].filter(argument => !known.includes(argument));
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(' ')}. Known: ${known.join(', ')}.  不认识的参数。`);
  process.exit(2);
}

const folder = process.env.HB_DATA_FOLDER ?? join(root, arguments_.has('--smoke') ? '.data/smoke' : '.data');
delete process.env.HB_DATA_FOLDER;

const { startStack } = await import('./lib/stack.mjs');
const { homeFor, runningServer, stopServer } = await import('./lib/embedded-postgres.mjs');

async function reset() {
  const home = homeFor(folder);
  const running = await runningServer(join(home, 'pg'));
  if (running) await stopServer(running.pid);
  rmSync(home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function table(accounts) {
  const width = text => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
  const rows = accounts.map(account => [account.role, account.login, account.totpSecret ?? '—', account.organisation]);
  const head = ['role 角色', 'login 账号', 'second factor 动态码密钥', 'organisation 单位'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map(row => width(row[i]))));
  return [head, ...rows].map(row => `  ${row.map((cell, i) => cell + ' '.repeat(widths[i] - width(cell))).join('  ').trimEnd()}`).join('\n');
}

const started = performance.now();
if (arguments_.has('--reset') || arguments_.has('--smoke')) await reset();
let stack;
try {
  stack = await startStack({ root, folder, port: arguments_.has('--smoke') ? 3900 : 3000, say: console.log });
} catch (error) {
  console.error(`\nThe platform did not start.  启动失败。\n${error.message}`);
  process.exit(1);
}
const phases = stack.timings.map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ');
console.log(`Started in ${((performance.now() - started) / 1000).toFixed(1)} s (${phases}).`);

let stopping = false;
async function end(code) {
  if (stopping) process.exit(130); // the second Ctrl-C does not wait
  stopping = true;
  const begun = performance.now();
  await stack.stop();
  console.log(`Stopped in ${((performance.now() - begun) / 1000).toFixed(1)} s.  已停止。`);
  process.exit(code);
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

if (arguments_.has('--smoke')) {
  const smoke = spawn(process.execPath, [join(root, 'dist/test/journeys/smoke.js'), stack.url, stack.accountsFile], { cwd: root, stdio: 'inherit' });
  smoke.once('exit', code => void end(code ?? 1));
} else {
  for (const child of stack.children)
    child.once('exit', () => {
      if (stopping) return;
      console.error(`The ${child.processName} ended unexpectedly; see ${join(folder, 'logs')}.  进程意外退出，请看日志。`);
      void end(1);
    });
  console.log(`\n  环保管家  ${stack.url}\n`);
  if (stack.accounts.length > 0) console.log(`Demo accounts (password 密码: ${stack.accounts[0].password})\n${table(stack.accounts)}\n`);
  console.log('Stop: Ctrl-C.  停止：按 Ctrl-C。   Start again from an empty city: npm run up -- --reset');
}
