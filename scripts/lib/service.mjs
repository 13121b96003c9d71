// One process of the house (api or worker): started apart from the terminal, watched, stopped.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { signal, sleep, stopProcess } from './processes.mjs';

const RESTARTS_PER_MINUTE = 5;

export class Service {
  #child;
  #stopping = false;
  #restarts = [];

  /**
   * @param {{name: string, script: string, env: object, logs: string, note: (line: string) => void}} options
   *   The child is detached, so that Ctrl-C reaches only who started it; the IPC channel tells it when that one is gone.
   */
  constructor(options) {
    this.options = options;
    this.log = join(options.logs, `${options.name}.log`);
    mkdirSync(options.logs, { recursive: true });
  }

  get pid() {
    return this.#child?.pid;
  }

  start(mode = 'w') {
    const output = openSync(this.log, mode);
    this.#child = spawn(process.execPath, ['--enable-source-maps', this.options.script], { cwd: root, env: this.options.env, detached: true, stdio: ['ignore', output, output, 'ipc'] });
    closeSync(output);
    this.#child.once('exit', (code, by) => void this.#ended(by ?? `exit ${code}`));
    return this;
  }

  /** Resolves with the first message of the child. @throws Error with the end of its log when it ends before. */
  ready() {
    const child = this.#child;
    return new Promise((done, failed) => {
      child.once('message', done);
      child.once('exit', code => failed(new Error(`${this.options.name} did not start (exit ${code}):\n${this.tail()}`)));
    });
  }

  /** Rejects as soon as the child ends; never resolves. */
  failure() {
    return new Promise((_, failed) => this.#child.once('exit', code => failed(new Error(`${this.options.name} did not start (exit ${code}):\n${this.tail()}`))));
  }

  async stop(graceMs) {
    this.#stopping = true;
    if (this.pid && this.#child.exitCode === null && this.#child.signalCode === null) await stopProcess(this.pid, [['SIGTERM', graceMs], ['SIGKILL', 500]]);
  }

  force() {
    this.#stopping = true;
    if (this.pid) signal(this.pid, 'SIGKILL');
  }

  tail(lines = 15) {
    return readFileSync(this.log, 'utf8').trim().split('\n').slice(-lines).join('\n');
  }

  /** What a supervisor does elsewhere: a process that dies is started again, but not for ever. */
  async #ended(how) {
    if (this.#stopping || !this.options.restart) return;
    const now = performance.now();
    this.#restarts = [...this.#restarts.filter(at => now - at < 60_000), now];
    if (this.#restarts.length > RESTARTS_PER_MINUTE) {
      this.options.note(`${this.options.name} ended ${RESTARTS_PER_MINUTE + 1} times within a minute; it stays down. See ${this.log}`);
      return;
    }
    this.options.note(`${this.options.name} ended (${how}) and is started again.`);
    await sleep(300 * this.#restarts.length);
    if (!this.#stopping) this.start('a');
  }
}
