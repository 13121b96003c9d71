// A whole running platform on one machine: database, migrations and seed, api, worker. Used by `up` and by the tests
// that need all of it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildHash, buildServer, buildWeb } from '../build.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { inRoot } from './paths.mjs';
import { answers, freePort, runNode, sleep } from './processes.mjs';
import { secretsIn } from './secrets.mjs';
import { Service } from './service.mjs';

const READY_MS = 60_000;
const DUE = 'SELECT FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND (not_before IS NULL OR not_before <= now()) LIMIT 1';
const DRAINED_LOOK_MS = 300;
const DRAINED_MS = 600_000;
/** Together below two seconds, which is what Ctrl-C promises. */
const GRACE_MS = { worker: 900, api: 400, postgres: 400 };

export class Stack {
  #abort = new AbortController();
  #starting;
  #stopped;
  phases = [];

  /**
   * @param {{data: string, port?: number, env?: object, restart?: boolean, throwaway?: boolean, note?: (line: string) => void}} options
   *   `data`: the folder of this installation; `port`: a wish; `env`: settings that win over everything
   */
  constructor(options) {
    this.options = { port: Number(process.env.HB_PORT || 3000), env: {}, restart: false, throwaway: false, note: () => undefined, ...options };
    this.data = resolve(options.data);
    mkdirSync(this.data, { recursive: true });
  }

  get accountsFile() {
    return join(this.data, 'demo-accounts.json');
  }

  /** The demonstration accounts, or an empty list when this database is not the demonstration city. */
  get accounts() {
    return existsSync(this.accountsFile) ? JSON.parse(readFileSync(this.accountsFile, 'utf8')) : [];
  }

  /** Starts everything in the order the parts need each other. On failure what was started is stopped again. */
  async start() {
    try {
      this.#starting = this.#startAll();
      await this.#starting;
      return this;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async #startAll() {
    const { signal } = this.#abort;
    const web = this.#phase('web build', buildWeb({ signal }));
    web.catch(() => undefined); // reported below, where it is waited for
    const database = this.#phase('database', this.#database());
    const built = await Promise.allSettled([this.#phase('server build', buildServer({ signal })), database]);
    for (const part of built) if (part.status === 'rejected') throw part.reason;
    this.env = await this.#settings();
    await this.#phase('migrations and city', this.#prepare(signal));
    await web;
    signal.throwIfAborted();
    await this.#phase('api and worker', this.#services());
  }

  /** Waits until the worker has done all that is due, as after the seed of the demonstration city. */
  async drained() {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    const until = performance.now() + DRAINED_MS;
    try {
      while ((await client.query(DUE)).rowCount > 0) {
        this.#abort.signal.throwIfAborted();
        if (performance.now() > until) throw new Error(`The worker has not done what the seed left to it within ${DRAINED_MS / 1000} s; see ${join(this.data, 'logs')}`);
        await sleep(DRAINED_LOOK_MS);
      }
    } finally {
      await client.end();
    }
  }

  /** Worker, then api, then database; within two seconds whatever they are doing, also in the middle of the start. */
  stop() {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll() {
    this.#abort.abort();
    await this.worker?.stop(GRACE_MS.worker);
    await this.api?.stop(GRACE_MS.api);
    await Promise.allSettled([this.#starting]); // a database that is just being started must be known before it can be stopped
    await this.postgres?.stop(GRACE_MS.postgres);
  }

  /** No manners: for the second Ctrl-C. */
  async force() {
    for (const service of [this.worker, this.api]) service?.force();
    if (this.postgres) await this.postgres.stop(0);
  }

  async #phase(name, work) {
    const started = performance.now();
    const result = await work;
    this.phases.push([name, performance.now() - started]);
    return result;
  }

  async #database() {
    const given = this.options.env.DATABASE_URL ?? process.env.DATABASE_URL;
    if (given) return void (this.databaseUrl = given);
    this.postgres = await startPostgres({ folder: this.data, throwaway: this.options.throwaway, ...(this.options.throwaway ? { port: 0 } : {}) });
    if (this.postgres.reused) this.options.note('A PostgreSQL left behind by an earlier start is used again.');
    this.databaseUrl = this.postgres.url;
  }

  async #settings() {
    const { port } = this.options;
    const free = await freePort(port);
    if (port && free !== port) this.options.note(`Port ${port} is in use; ${free} is taken instead.`);
    this.baseUrl = `http://127.0.0.1:${free}`;
    const defaults = {
      STORAGE_URL: `disk:${join(this.data, 'files')}`,
      MAIL_URL: `file:${join(this.data, 'mail')}`,
      HB_PUBLIC_URL: this.baseUrl,
      HB_DEMO: 'true',
      HB_WEB_ROOT: inRoot('apps/web/dist'),
    };
    const secrets = secretsIn(join(this.data, 'secrets.env'));
    return { ...defaults, ...process.env, ...secrets, DATABASE_URL: this.databaseUrl, HB_PORT: String(free), ...this.options.env };
  }

  /**
   * Migrations, reference data and the demonstration city; left out when the very same build prepared this embedded
   * database before. A database of one's own is asked at every start: nobody knows who changed it.
   */
  async #prepare(signal) {
    const mark = this.postgres && join(this.postgres.home, 'prepared');
    const { HB_DEMO, HB_CITY_FILE = inRoot('config/city.json'), QUEUE_URL = '' } = this.env;
    const hash = createHash('sha256').update([buildHash(), HB_DEMO, readFileSync(HB_CITY_FILE), QUEUE_URL].join('\n')).digest('hex');
    if (mark && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
    await runNode([inRoot('dist/apps/api/src/prepare.js'), '--accounts', this.accountsFile], { env: this.env, signal });
    if (mark) writeFileSync(mark, hash);
  }

  async #services() {
    const make = name => new Service({ name, script: inRoot(`dist/apps/${name}/src/main.js`), env: this.env, logs: join(this.data, 'logs'), restart: this.options.restart, note: this.options.note });
    this.api = make('api').start();
    this.worker = make('worker').start();
    await Promise.race([Promise.all([untilReady(this.baseUrl, this.#abort.signal), this.worker.ready()]), this.api.failure()]);
  }
}

async function untilReady(baseUrl, signal) {
  const until = performance.now() + READY_MS;
  let last = 'no answer';
  while (performance.now() < until) {
    signal.throwIfAborted();
    if (await answers(Number(new URL(baseUrl).port))) {
      const response = await fetch(`${baseUrl}/health/ready`).catch(error => ({ ok: false, status: error.message }));
      if (response.ok) return;
      last = response.status;
    }
    await sleep(40);
  }
  throw new Error(`${baseUrl}/health/ready did not become ready within ${READY_MS / 1000} s (last: ${last})`);
}
