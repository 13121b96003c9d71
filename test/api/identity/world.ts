import { createHash, randomInt } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { authenticator } from 'otplib';
import { organisationCheckDigit, usccCheckCharacter } from '@huanbao/codes';
import { AppUser, DemoAccount, DemoCity, LinkTokens, MandatesService, RegistrationService, seedIdentityDemo } from '@huanbao/identity';
import { Db, Env, FixedClock, JobRunner, loadCity, loadEnv, QueueBackend, QueueSender } from '@huanbao/platform';
import { createApi } from '../../../apps/api/src/bootstrap';
import { WorkerModule } from '../../../apps/worker/src/worker.module';
import { createTestDatabase, TestDatabase } from '../../harness/database';
import { testSettings } from '../../harness/env';
import { exchange } from '../../harness/http';

export const PASSWORD = 'Kalkofen-7-Weide';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at member by member
type Any = any;

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Any;
  readonly cookies: readonly { name: string; value: string; httpOnly?: boolean; sameSite?: string; path?: string; maxAge?: number }[];
}

interface Extra {
  readonly ip?: string;
  readonly headers?: Record<string, string>;
  /** Without the token against forged requests. */
  readonly bare?: boolean;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A browser with its cookies, or (with `token`) a program. */
export class Visitor {
  readonly jar = new Map<string, string>();
  token?: string;
  orgId?: string;

  constructor(
    readonly world: IdentityWorld,
    readonly ip = `10.0.${randomInt(255)}.${randomInt(255)}`,
  ) {}

  get = (path: string, extra?: Extra): Promise<Answer> => this.call('GET', path, undefined, extra);
  post = (path: string, body: unknown = {}, extra?: Extra): Promise<Answer> => this.call('POST', path, body, extra);
  patch = (path: string, body: unknown, extra?: Extra): Promise<Answer> => this.call('PATCH', path, body, extra);
  delete = (path: string, body: unknown = {}, extra?: Extra): Promise<Answer> => this.call('DELETE', path, body, extra);

  /** A second browser that holds the same cookies: a thief, or another tab. */
  copy(): Visitor {
    const other = new Visitor(this.world, this.ip);
    for (const [name, value] of this.jar) other.jar.set(name, value);
    return Object.assign(other, { token: this.token, orgId: this.orgId });
  }

  private async call(method: Method, path: string, body: unknown, extra: Extra = {}): Promise<Answer> {
    const reply = await exchange(this.world.app, {
      method, url: `/api/v1${path}`, ip: extra.ip ?? this.ip,
      headers: { ...this.headers(extra.bare), ...this.cookieHeader(), ...extra.headers },
      ...(method === 'GET' ? {} : { payload: body as object }),
    });
    const cookies = reply.cookies.map(readCookie);
    for (const cookie of cookies) {
      if (cookie.value) this.jar.set(cookie.name, cookie.value);
      else this.jar.delete(cookie.name);
    }
    return { status: reply.status, code: reply.json.code as string | undefined, body: reply.json, cookies };
  }

  private cookieHeader(): Record<string, string> {
    return this.token || this.jar.size === 0 ? {} : { cookie: [...this.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ') };
  }

  private headers(bare = false): Record<string, string> {
    const csrf = this.jar.get('hb_csrf');
    return {
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(this.orgId ? { 'x-organisation': this.orgId } : {}),
      ...(csrf && !bare ? { 'x-csrf-token': csrf } : {}),
    };
  }
}

/** `name=value; Path=/; HttpOnly; …` as a browser reads it. */
function readCookie(line: string): Answer['cookies'][number] {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const of = (name: string): string | undefined => attributes.find(each => each.toLowerCase().startsWith(name))?.slice(name.length);
  const [maxAge, path, sameSite] = [of('max-age='), of('path='), of('samesite=')];
  return {
    name: pair.slice(0, pair.indexOf('=')), value: decodeURIComponent(pair.slice(pair.indexOf('=') + 1)),
    ...(of('httponly') === undefined ? {} : { httpOnly: true }), ...(path ? { path } : {}), ...(sameSite ? { sameSite } : {}), ...(maxAge ? { maxAge: Number(maxAge) } : {}),
  };
}

/** The whole API on a database of its own, with a clock that stands still until it is moved. */
export class IdentityWorld {
  // tokens are checked against real time, so the standing clock begins at it
  readonly clock = new FixedClock(new Date());
  app!: NestFastifyApplication;
  demo!: DemoCity;
  env!: Env;
  /** The environment variables behind `env`. */
  settings!: Record<string, string>;
  private database!: TestDatabase;
  private worker?: INestApplicationContext;
  private made = 0;

  static async begin(): Promise<IdentityWorld> {
    const world = new IdentityWorld();
    world.database = await createTestDatabase();
    world.settings = { ...testSettings(world.database.url), HB_TRUSTED_PROXIES: '1' };
    world.env = loadEnv(world.settings);
    world.app = await createApi({ env: world.env, city: loadCity('config/city.json'), clock: world.clock, quiet: true });
    world.demo = await seedIdentityDemo(world.app, { password: PASSWORD });
    return world;
  }

  async end(): Promise<void> {
    if (this.worker) {
      await this.worker.get(QueueSender).close();
      await this.worker.close();
      await this.worker.get(QueueBackend).close();
    }
    await this.app.close();
    await this.database.drop();
  }

  get db(): Db {
    return this.app.get(Db);
  }

  minutes(count: number): void {
    this.clock.advance(count * 60_000);
  }

  account(role: string, nth = 0): DemoAccount {
    return this.demo.accounts.filter(each => each.role === role)[nth] as DemoAccount;
  }

  visitor(ip?: string): Visitor {
    return new Visitor(this, ip);
  }

  /** A browser, signed in; officers by password and code, each at a time step of its own. */
  async browser(role: string, nth = 0): Promise<Visitor> {
    return this.enter(this.account(role, nth), this.visitor());
  }

  async enter(account: { login: string; password: string; totpSecret?: string | null; organisationId?: string }, visitor = this.visitor()): Promise<Visitor> {
    const first = await visitor.post('/auth/login', { login: account.login, password: account.password });
    if (first.body.status === 'totp-required') {
      this.clock.advance(30_000);
      const second = await visitor.post('/auth/login/totp', { ticket: first.body.ticket, code: this.code(account.totpSecret as string) });
      if (second.body.status !== 'ok') throw new Error(JSON.stringify(second.body));
    } else if (first.body.status !== 'ok') throw new Error(JSON.stringify(first.body));
    return Object.assign(visitor, { orgId: account.organisationId });
  }

  /** The code an authenticator app shows, `steps` of 30 seconds from now. */
  code(secret: string, steps = 0): string {
    return authenticator.clone({ epoch: this.clock.now().getTime() + steps * 30_000 }).generate(secret);
  }

  /** A challenge, fetched and solved as a browser does. */
  async captcha(visitor = this.visitor()): Promise<string> {
    const { body } = await visitor.get('/auth/captcha');
    for (let number = 0; number <= body.maxNumber; number += 1)
      if (createHash('sha256').update(`${body.salt}${number}`).digest('hex') === body.challenge)
        return Buffer.from(JSON.stringify({ algorithm: body.algorithm, challenge: body.challenge, number, salt: body.salt, signature: body.signature })).toString('base64');
    throw new Error('challenge without solution');
  }

  /** What somebody fills in to register; everything its own. */
  registration(over: Record<string, unknown> = {}): Record<string, unknown> {
    this.made += 1;
    return {
      kind: 'enterprise', uscc: uscc(this.made), name: `测试第${this.made}石灰厂`, address: '孝义市测试路 1 号', legalRepresentative: '王测试', contactName: '李测试', contactPhone: '13900001234',
      adminName: '赵测试', adminEmail: `register-${this.made}@example.com`, adminPassword: PASSWORD, ...over,
    };
  }

  /** A new organisation with its administrator, through the service (no captcha); pending. */
  async organisation(over: Record<string, unknown> = {}): Promise<{ organisationId: string; login: string; password: string }> {
    const input = this.registration(over);
    const { id } = await this.app.get(RegistrationService).accept(input as never);
    return { organisationId: id, login: input['adminEmail'] as string, password: PASSWORD };
  }

  /** The link of the latest row, as the mail carries it. */
  async link(kind: 'invitation' | 'password-reset'): Promise<string> {
    const [row] = await this.db.query<{ id: string }>(`SELECT id FROM ${kind === 'invitation' ? 'invitation' : 'password_reset'} ORDER BY id DESC LIMIT 1`);
    return this.app.get(LinkTokens).tokenOf(kind, row?.id as string);
  }

  user(email: string): Promise<AppUser> {
    return this.db.repo(AppUser).findOneByOrFail({ email });
  }

  async audited(action: string): Promise<number> {
    const [row] = await this.db.query<{ n: string }>('SELECT count(*) AS n FROM audit_entry WHERE action = $1', [action]);
    return Number(row?.n);
  }

  /** Payloads of the rows written for a job, oldest first. */
  async jobs<P = Record<string, string>>(job: string): Promise<P[]> {
    return (await this.db.query<{ payload: P }>('SELECT payload FROM outbox WHERE job = $1 ORDER BY id', [job])).map(row => row.payload);
  }

  /** Does what the outbox holds, by the handlers of a worker, until nothing is left. */
  async runJobs(): Promise<void> {
    this.worker ??= await NestFactory.createApplicationContext(WorkerModule.forRoot({ env: this.env, city: loadCity('config/city.json'), clock: this.clock }), { logger: false, abortOnError: false });
    const runner = this.worker.get(JobRunner);
    for (let round = 0; round < 20; round += 1) {
      const rows = await this.db.query<{ id: string }>('SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND attempts = 0 AND (not_before IS NULL OR not_before <= now()) ORDER BY id');
      if (rows.length === 0) return;
      for (const { id } of rows) await runner.run(id);
    }
    throw new Error('the outbox does not come to rest');
  }

  /** What the members of an organisation have been told, oldest first. */
  async told(orgId: string): Promise<string[]> {
    return (await this.db.query<{ title: string }>('SELECT title_zh AS title FROM notification WHERE org_id = $1 ORDER BY id', [orgId])).map(row => row.title);
  }

  expireMandates(): Promise<number> {
    return this.db.transaction(() => this.app.get(MandatesService).expire());
  }
}

/** A fictitious credit code whose organisation code and check character fit. */
export function uscc(n: number): string {
  const organisation = `MTEST${String(n).padStart(3, '0')}`.replace('S', 'X');
  const body = `91141181${organisation}${organisationCheckDigit(organisation)}`;
  return body + usccCheckCharacter(body);
}

export const statuses = (answers: readonly Answer[]): number[] => answers.map(answer => answer.status).sort((a, b) => a - b);
