// `npm run up`: from a checkout to a running platform. Options: --reset (start from an empty city), --smoke (walk the
// two journeys and end), --data FOLDER (another installation beside the first).
import './ensure-deps.mjs';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { markRunning, reset, runningUp, unmarkRunning } from './lib/installation.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { isAlive, starterOf } from './lib/processes.mjs';
import { Stack } from './lib/stack.mjs';

const { values: options } = parseArgs({
  options: {
    reset: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    data: { type: 'string', default: inRoot('.data') },
  },
});
const data = resolve(options.data);
const started = performance.now();
let stack;
let stopping = false;

const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

async function end(code) {
  if (stopping) return;
  stopping = true;
  const since = performance.now();
  await stack?.stop();
  unmarkRunning(data);
  console.log(`Stopped in ${seconds(performance.now() - since)}.  已停止。`);
  process.exit(code);
}

async function interrupted() {
  if (!stopping) return end(0);
  await stack?.force();
  unmarkRunning(data);
  process.exit(130);
}

/** Started by npm and npm was killed: nobody is left to press Ctrl-C. */
function watchParent() {
  if (!process.env.npm_lifecycle_event) return;
  const starter = starterOf();
  setInterval(() => !isAlive(starter) && void end(0), 500).unref();
}

function printAccounts() {
  const { accounts } = stack;
  if (accounts.length === 0) return;
  const width = Math.max(...accounts.map(account => account.login.length));
  console.log(`\n  Demo accounts  演示账号    password 密码  ${accounts[0].password}\n`);
  for (const { role, login, totpSecret, organisation, name } of accounts) {
    console.log(`    ${login.padEnd(width)}  ${role.padEnd(18)}${totpSecret ? ' + code' : '       '}  ${organisation} ${name}`);
  }
  if (accounts.some(account => account.totpSecret)) {
    console.log(`\n    + code: a six-digit code is asked for as well  需要动态验证码:  node scripts/demo-code.mjs <account>`);
  }
}

function printReady() {
  const phases = stack.phases.map(([name, ms]) => `${name} ${seconds(ms)}`).join(', ');
  console.log(`\n  环保管家  ${stack.baseUrl}    ready in ${seconds(performance.now() - started)} (${phases})`);
  printAccounts();
  console.log(`\n  Logs 日志  ${data}/logs    Mail 邮件  ${stack.env.MAIL_URL}`);
  if (!options.smoke) console.log('  Ctrl-C stops everything 停止运行;  npm run up -- --reset  starts from an empty city 清空重来\n');
}

/** The journeys through the public API; their exit code becomes ours. */
function smoke() {
  const args = [inRoot('dist/test/journeys/smoke.js'), stack.baseUrl, stack.accountsFile];
  return new Promise(done => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }).once('exit', code => done(code ?? 1)));
}

async function main() {
  if (options.reset && existsSync(data)) {
    await reset(data);
    console.log(`${data} was deleted.`);
  }
  mkdirSync(data, { recursive: true });
  const other = runningUp(data);
  if (other) {
    console.error(`This installation is running already at ${other.url ?? '(starting)'} (process ${other.pid}). Stop it there, or use --data FOLDER for a second one.  已在运行。`);
    process.exit(1);
  }
  markRunning(data, {});
  stack = new Stack({ data, restart: true, note: line => console.log(line) });
  await stack.start();
  markRunning(data, { url: stack.baseUrl });
  printReady();
  if (options.smoke) await end(await smoke());
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void interrupted());
watchParent();
main().catch(async error => {
  if (stopping) return;
  console.error(error.message);
  await end(1);
});
