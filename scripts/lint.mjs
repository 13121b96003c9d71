// `npm run lint`: style and rules (ESLint), who may import whom (dependency-cruiser), types, the list of problems and the API description.
import './ensure-deps.mjs';
import { spawn } from 'node:child_process';
import { inRoot, root } from './lib/paths.mjs';

const CHECKS = [
  ['types and rules of the server, rules of the tests and scripts', inRoot('scripts/lib/typed-lint.mjs'), 'tsconfig.json', 'apps/api', 'apps/worker', 'libs', 'migrations', 'test', 'scripts'],
  ['types and rules of the web', inRoot('scripts/lib/typed-lint.mjs'), 'apps/web/tsconfig.json', 'apps/web'],
  ['imports', inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'migrations'],
];

function run([name, script, ...args]) {
  return new Promise(done => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--max-old-space-size=4096', script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
    child.once('exit', code => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      done(code === 0);
    });
  });
}

const results = [];
// two at a time: each of them fills a core
for (let i = 0; i < CHECKS.length; i += 2) results.push(...(await Promise.all(CHECKS.slice(i, i + 2).map(run))));
for (const generated of ['problems', 'openapi']) {
  results.push(await new Promise(done => spawn(process.execPath, [inRoot('scripts', `${generated}.mjs`), '--check'], { cwd: root, stdio: 'inherit' }).once('exit', code => done(code === 0))));
}
process.exit(results.every(Boolean) ? 0 : 1);
