// Sums what several test runners report into the one line people and CI read.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { artifacts, inRoot, root } from './paths.mjs';

/** @fastify/cookie imports at run time, which Jest's loader allows only with this flag. */
const JEST_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();

/** @typedef {{passed: number, failed: number, failures?: string[]}} Counts `failures` names what failed, a line each */

/** Runs a runner with its output on the terminal. @returns {Promise<number>} its exit code */
export function runLoud(args, { cwd = root, env = process.env } = {}) {
  return new Promise(done => spawn(process.execPath, args, { cwd, env, stdio: 'inherit' }).once('exit', code => done(code ?? 1)));
}

function freshReport(name) {
  mkdirSync(artifacts, { recursive: true });
  const file = join(artifacts, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** A runner that ended badly without naming a failed test has failed all the same. */
function judged({ passed, failed, failures = [] }, code) {
  return code !== 0 && failed === 0 ? { passed, failed: 1, failures: [`the runner ended with code ${code}`] } : { passed, failed, failures };
}

const FEW_LINES = 12;
/** What went wrong in one line: the lines of the message up to where the code begins, which says what was expected and what came. */
const inShort = text => {
  const lines = stripVTControlCharacters(text ?? '').split('\n').map(line => line.trim()).filter(line => line !== '');
  const code = lines.findIndex(line => line.startsWith('at '));
  return lines.slice(0, code < 0 ? FEW_LINES : Math.min(code, FEW_LINES)).join(' ').slice(0, 600);
};

/** Jest and Vitest share this form. A file that could not be loaded counts as one failure. */
function fromJestReport(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1, failures: ['the runner left no report'] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const failures = [
    ...unloaded.map(({ name, message }) => `${relative(root, name)}: ${inShort(message)}`),
    ...report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName, failureMessages }) => `${relative(root, name)} › ${fullName}: ${inShort(failureMessages[0])}`)),
  ];
  if (report.numPendingTests > 0) console.log(`${report.numPendingTests} skipped`);
  return judged({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length, failures }, code);
}

/** @param {string} name of its report: runners side by side have one each @returns {Promise<Counts>} */
export async function jest(args, env = {}, name = 'jest') {
  const report = freshReport(name);
  const code = await runLoud([inRoot('node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...args], { env: { ...process.env, NODE_OPTIONS: JEST_OPTIONS, ...env } });
  return fromJestReport(report, code);
}

/** The web's own tests. @returns {Promise<Counts>} */
export async function vitest(args = []) {
  const report = freshReport('vitest');
  const flags = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args];
  const code = await runLoud([inRoot('node_modules/vitest/vitest.mjs'), ...flags], { cwd: inRoot('apps/web') });
  return fromJestReport(report, code);
}

/**
 * Node's own runner, one file after the other.
 * @param {string} name of its report: runners side by side have one each @returns {Promise<Counts>}
 */
export async function nodeTests(files, env = {}, name = 'node-test') {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const report = freshReport(name);
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', `--test-reporter=${inRoot('scripts/lib/count-reporter.mjs')}`, `--test-reporter-destination=${report}`];
  const code = await runLoud(['--test', '--test-concurrency=1', ...reporters, ...files], { env: { ...process.env, ...env } });
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 1, failures: ['the runner left no report'] };
  return judged(counts, code);
}

/** @param {Counts[]} parts @returns {Counts} */
export const sum = parts => parts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), { passed: 0, failed: 0 });

/** Prints what failed and the last line, and sets the exit code: 1 when something failed or nothing ran at all. */
export function conclude(...parts) {
  const { passed, failed } = sum(parts);
  for (const { failures = [] } of parts) for (const line of failures) console.log(`FAILED ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
