import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { INestApplicationContext } from '@nestjs/common';
import { authenticator } from 'otplib';
import { DemoAccount, DemoCity, seedIdentityDemo } from '@huanbao/identity';
import { City, Db, FixedClock, HandlerRegistry, JobRunner, loadCity, QueueBackend, QueueSender } from '@huanbao/platform';
import { completeLimeKilnForm, SECTION_KEYS, SectionData, SectionKey } from '@huanbao/permits';
import { createApi } from '../../../apps/api/src/bootstrap';
import { seedReferenceData } from '../../../apps/api/src/seed';
import { WorkerModule } from '../../../apps/worker/src/worker.module';
import { createTestDatabase, TestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';
import { exchange } from '../../harness/http';

export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Record<string, string | undefined>;
  readonly raw: Buffer;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at member by member
export type Any = any;

interface CallOptions {
  readonly ifMatch?: number;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** One signed-in person. */
export class Person {
  constructor(
    private readonly world: PermitWorld,
    readonly account: DemoAccount | undefined,
    private readonly token: string | undefined,
  ) {}

  get orgId(): string {
    return this.account?.organisationId ?? '';
  }

  /** What a program sends along to be this person. */
  get headers(): Record<string, string> {
    return { 'x-client': 'api', ...(this.token ? { authorization: `Bearer ${this.token}`, 'x-organisation': this.orgId } : {}) };
  }

  get = (path: string): Promise<Answer<Any>> => this.call('GET', path);
  post = (path: string, body: object = {}, options?: CallOptions): Promise<Answer<Any>> => this.call('POST', path, body, options);
  patch = (path: string, body: object, options?: CallOptions): Promise<Answer<Any>> => this.call('PATCH', path, body, options);
  put = (path: string, body: object, options?: CallOptions): Promise<Answer<Any>> => this.call('PUT', path, body, options);
  delete = (path: string): Promise<Answer<Any>> => this.call('DELETE', path);

  private async call(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object, options: CallOptions = {}): Promise<Answer<Any>> {
    const reply = await exchange(this.world.api, {
      method,
      url: `/api/v1${path}`,
      headers: {
        ...this.headers,
        ...(options.ifMatch !== undefined ? { 'if-match': `"v${options.ifMatch}"` } : {}),
        ...(options.key ? { 'idempotency-key': options.key } : {}),
        ...options.headers,
      },
      ...(body ? { payload: body } : {}),
    });
    return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
  }
}

/** The whole house on a database of its own: API, worker without timers, a clock that stands still. */
export class PermitWorld {
  readonly clock = new FixedClock(new Date('2026-11-23T02:00:00Z'));
  api!: NestFastifyApplication;
  worker!: INestApplicationContext;
  demo!: DemoCity;
  private database!: TestDatabase;
  private readonly people = new Map<string, Promise<Person>>();
  /** Jobs that stay in the outbox, for tests that are not about them. */
  leaves: readonly string[] = [];

  static async begin(city: Partial<City> = {}, settings: Record<string, string> = {}): Promise<PermitWorld> {
    const world = new PermitWorld();
    world.database = await createTestDatabase();
    const env = testEnv(world.database.url, settings);
    const options = { env, city: { ...loadCity('config/city.json'), ...city }, clock: world.clock };
    world.api = await createApi({ ...options, quiet: true });
    world.worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), { logger: false, abortOnError: false });
    world.worker.get(HandlerRegistry).assertComplete();
    await seedReferenceData(world.api);
    world.demo = await seedIdentityDemo(world.api, { password: 'Test-pass-2026-x' });
    return world;
  }

  async end(): Promise<void> {
    await this.worker.get(QueueSender).close();
    await this.worker.close();
    await this.worker.get(QueueBackend).close();
    await this.api.close();
    await this.database.drop();
  }

  get db(): Db {
    return this.api.get(Db);
  }

  /** The n-th demo account of a role, signed in by password and second factor. */
  as(role: string, nth = 0): Promise<Person> {
    const account = this.demo.accounts.filter(one => one.role === role)[nth];
    if (!account) throw new Error(`no account ${nth} of ${role}`);
    const known = this.people.get(account.login) ?? this.signIn(account);
    this.people.set(account.login, known);
    return known;
  }

  /** Another day: sessions of before are over, and everybody has changed the password meanwhile. */
  async moveTo(instant: string): Promise<void> {
    this.clock.set(instant);
    await this.db.query('UPDATE app_user SET password_changed_at = $1', [this.clock.now()]);
    this.people.clear();
  }

  get anyone(): Person {
    return new Person(this, undefined, undefined);
  }

  private async signIn(account: DemoAccount): Promise<Person> {
    const stranger = this.anyone;
    const first = await stranger.post('/auth/login', { login: account.login, password: account.password });
    let token = first.body.accessToken as string | undefined;
    if (first.body.ticket) {
      const code = authenticator.clone({ epoch: this.clock.now().getTime() }).generate(account.totpSecret as string);
      token = (await stranger.post('/auth/login/totp', { ticket: first.body.ticket as string, code })).body.accessToken as string;
    }
    if (!token) throw new Error(`${account.login} could not sign in: ${JSON.stringify(first.body)}`);
    return new Person(this, account, token);
  }

  /** Runs every due row of the outbox, and what those rows bring, until nothing is left. */
  async runJobs(): Promise<void> {
    const runner = this.worker.get(JobRunner);
    for (let round = 0; round < 20; round++) {
      const rows = await this.db.query<{ id: string }>('SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND attempts = 0 AND (not_before IS NULL OR not_before <= now()) AND job <> ALL ($1) ORDER BY id', [this.leaves]);
      if (rows.length === 0) return;
      for (const { id } of rows) await runner.run(id);
    }
    throw new Error('the outbox does not come to rest');
  }

  /** One row of the outbox, as the worker takes it. */
  runJob(id: string): Promise<string> {
    return this.worker.get(JobRunner).run(id);
  }

  /** Uploads one small PDF to an application. */
  upload(person: Person, applicationId: string): Promise<string> {
    return this.attach(person, `subjectType=permit-application&subjectId=${applicationId}&purpose=attachment`);
  }

  /** Uploads one small PDF to any record. */
  async attach(person: Person, subject: string): Promise<string> {
    const boundary = 'hb-test-boundary';
    const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
    const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="eia.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf}\r\n--${boundary}--\r\n`;
    const answer = await this.send(person, `/files?${subject}`, { payload, boundary });
    if (answer.status >= 300) throw new Error(`upload: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id as string;
  }

  /** The papers 补领 or 注销 needs, uploaded; gives the draft they wait in. */
  async papers(person: Person, permitId: string, kind: 'reissue' | 'cancel'): Promise<string> {
    const draft = (await person.post(`/permits/${permitId}/request-drafts`, { kind })).body as { id: string; materials: { kind: string; need: string }[] };
    for (const one of draft.materials.filter(each => each.need !== 'optional')) await this.attach(person, `subjectType=permit-request&subjectId=${draft.id}&purpose=${one.kind}`);
    return draft.id;
  }

  /** An opinion on each part a review has to speak of. */
  async speak(officer: Person, path: string): Promise<void> {
    for (const section of SPOKEN_OF) await officer.post(`${path}/opinions`, { section, verdict: 'agree', text: '与核对的材料一致' });
  }

  /** Evidence of a measure, uploaded; gives the draft it waits in. */
  async evidence(officer: Person, permitId: string): Promise<string> {
    const { id } = (await officer.post(`/permits/${permitId}/measure-drafts`)).body as { id: string };
    await this.attach(officer, `subjectType=permit-measure&subjectId=${id}&purpose=evidence`);
    return id;
  }

  /** 依职权注销 from the proposal to its service. */
  async cancelExOfficio(permitId: string, ground = 'holder-ended'): Promise<Any> {
    const [reviewer, approver] = [await this.as('bureau.reviewer'), await this.as('bureau.approver')];
    await this.evidence(reviewer, permitId);
    const opened = await reviewer.post(`/permits/${permitId}/measures`, { kind: 'cancel-ex-officio', ground, reasons: '市场监管部门已经注销登记，附企业登记信息。' });
    const settled = await approver.post(`/permit-cases/${opened.body.id as string}/settle`, { outcome: 'impose', reasons: '事实清楚，同意注销。' });
    if (settled.status >= 300) throw new Error(`settle: ${settled.status} ${JSON.stringify([opened.body, settled.body])}`);
    return this.served(approver, settled.body);
  }

  /** Records the service of a paper, with its proof. */
  async serve(officer: Person, noticeId: string, body: Any = {}): Promise<Answer<Any>> {
    return officer.post(`/notices/${noticeId}/serve`, { method: 'direct', receivedBy: '王芳', proofFileId: await this.proof(officer, noticeId), ...body });
  }

  /** A 送达回证 in the file of the case. */
  async proof(officer: Person, noticeId: string, purpose = 'service'): Promise<string> {
    const { caseId } = (await officer.get(`/notices/${noticeId}`)).body as { caseId: string };
    return this.attach(officer, `subjectType=case-service&subjectId=${caseId}&purpose=${purpose}`);
  }

  /** The decision of a measure reaches the holder today. */
  async served(officer: Person, settled: Any): Promise<Any> {
    const decision = (settled.case.notices as Any[]).find(one => one.kind === 'decision');
    const answer = await this.serve(officer, decision.id as string, { receivedBy: '郭建军', servedOn: this.clock.today() });
    if (answer.status >= 300) throw new Error(`serve: ${answer.status} ${JSON.stringify(answer.body)}`);
    return (await officer.get(`/permit-cases/${settled.id as string}`)).body;
  }

  private async send(person: Person, path: string, form: { payload: string; boundary: string }): Promise<Answer<Any>> {
    const reply = await exchange(this.api, {
      method: 'POST', url: `/api/v1${path}`, payload: form.payload,
      headers: { ...person.headers, 'content-type': `multipart/form-data; boundary=${form.boundary}` },
    });
    return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
  }

  /** The lime kiln's form for this application, with one uploaded file for all attachments it needs. */
  async limeForm(person: Person, application: Any): Promise<Record<SectionKey, SectionData>> {
    const fileId = await this.upload(person, application.id as string);
    const form = completeLimeKilnForm({ name: application.enterpriseName as string, uscc: application.uscc as string, fileIds: { commitment: fileId } });
    const { materials } = (await person.get(`/permit-applications/${application.id as string}`)).body as { materials: { kind: string; need: string }[] };
    const files = form.attachments['files'] as { kind: string }[];
    const more = materials.filter(one => one.need === 'always' && !files.some(file => file.kind === one.kind)).map(({ kind }) => ({ kind, fileId }));
    return { ...form, attachments: { files: [...files, ...more] } as never };
  }

  /** A draft filled in and declared complete through the API. */
  async filled(person: Person, site: { siteSequence: number; enterpriseId?: string }): Promise<Any> {
    const created = await person.post('/permit-applications', site);
    if (created.status !== 201) throw new Error(`create: ${created.status} ${JSON.stringify(created.body)}`);
    const form = await this.limeForm(person, created.body);
    for (const key of SECTION_KEYS) await this.fill(person, created.body.id as string, key, form[key]);
    return (await person.get(`/permit-applications/${created.body.id as string}`)).body;
  }

  async fill(person: Person, id: string, key: SectionKey, data: SectionData): Promise<void> {
    const path = `/permit-applications/${id}/sections/${key}`;
    const before = await person.get(path);
    const saved = await person.patch(path, { data }, { ifMatch: before.body.version as number });
    if (saved.status !== 200) throw new Error(`save ${key}: ${saved.status} ${JSON.stringify(saved.body)}`);
    const done = await person.post(`${path}/complete`, { done: true }, { ifMatch: saved.body.version as number });
    if (done.status !== 200) throw new Error(`complete ${key}: ${done.status} ${JSON.stringify(done.body)}`);
  }

  /** Filled, machine-reviewed and submitted. */
  async submitted(person: Person, site: { siteSequence: number; enterpriseId?: string }): Promise<Any> {
    const application = await this.filled(person, site);
    await person.post(`/permit-applications/${application.id as string}/review-runs`);
    await this.runJobs();
    const answer = await person.post(`/permit-applications/${application.id as string}/submit`, { commitment: true });
    if (answer.status !== 200) throw new Error(`submit: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Under review already: concluded, granted and issued; the permit as its holder sees it. */
  issueFrom(id: string): Promise<Any> {
    return this.issue(id, undefined, { accepted: true, reviewing: true });
  }

  /** Accepted, reviewed, granted and issued by the bureau; the permit as its holder sees it. */
  async issue(id: string, number: string | undefined, { accepted = false, reviewing = false } = {}): Promise<Any> {
    const [intake, reviewer, approver] = [await this.as('bureau.intake'), await this.as('bureau.reviewer'), await this.as('bureau.approver')];
    const path = `/permit-applications/${id}`;
    const steps: [Person, string, object][] = [
      ...(accepted ? [] : [[intake, '/accept', {}] as [Person, string, object]]),
      ...(reviewing ? [] : [[reviewer, '/start-review', {}] as [Person, string, object]]),
      ...SPOKEN_OF.map((section): [Person, string, object] => [reviewer, '/opinions', { section, verdict: 'agree', text: '与核对的材料一致' }]),
      [reviewer, '/opinions', { section: 'overall', verdict: 'agree', text: '材料齐全，建议准予许可。' }],
      [approver, '/decide', { outcome: 'grant', reasons: '符合《排污许可管理条例》第十一条规定的条件', conditions: CONDITIONS }],
      [approver, '/issue', number ? { number } : {}],
    ];
    let answer: Any;
    for (const [person, step, body] of steps) {
      answer = await person.post(`${path}${step}`, body);
      if (answer.status >= 300) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    await this.runJobs();
    return (await approver.get(`/permits/${answer.body.permitId as string}`)).body;
  }
}

const SPOKEN_OF = ['air-limits', 'water-limits', 'solid-waste', 'self-monitoring'];

export const CONDITIONS = ['project', 'standards', 'technology', 'monitoring'].map(key => ({ key, met: true, comment: '见审查意见和附件' }));
