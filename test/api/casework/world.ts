import { randomUUID } from 'node:crypto';
import { Global, Injectable, Module } from '@nestjs/common';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { CASEWORK_ENTITIES, CaseEngine, CaseRecord, CaseworkHttpModule, CaseworkJobsModule, seedCaseworkReference } from '@huanbao/casework';
import { DOCUMENTS_ENTITIES, DocumentsHttpModule } from '@huanbao/documents';
import { IDENTITY_ENTITIES } from '@huanbao/identity';
import { NOTIFICATIONS_ENTITIES } from '@huanbao/notifications';
import { Actor, ActorResolver, City, Db, Delegation, fastifyOptions, FixedClock, HandlerRegistry, JobRunner, PlatformHttpModule, PlatformModule, RequestWithActor } from '@huanbao/platform';
import { createTestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';
import { exchange } from '../../harness/http';
import { authorise, licence } from './licence';

const REGION = '990101';

/** Reads the actor from a header: these tests are about cases, signing in has its own. */
@Injectable()
class HeaderActors extends ActorResolver {
  resolve(request: RequestWithActor): Promise<Actor | null> {
    const header = request.headers['x-actor'];
    return Promise.resolve(typeof header === 'string' ? (JSON.parse(Buffer.from(header, 'base64').toString()) as Actor) : null);
  }
}

@Global()
@Module({ providers: [{ provide: ActorResolver, useClass: HeaderActors }], exports: [ActorResolver] })
class HeaderActorsModule {}

@Module({ providers: [HandlerRegistry, JobRunner] })
class RunnerModule {}

const city = { adcode: REGION, name: '测试市', shortName: '测', bureau: { code: 'B', name: '测试市生态环境局', address: '', phone: '' } } as unknown as City;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | undefined;
  readonly text: string;
}

/** The real engine on a real database, with a clock that stands still until it is moved. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: FixedClock,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(now: string, env: Record<string, string> = {}): Promise<World> {
    const database = await createTestDatabase();
    const clock = new FixedClock(new Date(now));
    const entities = [...CASEWORK_ENTITIES, ...IDENTITY_ENTITIES, ...DOCUMENTS_ENTITIES, ...NOTIFICATIONS_ENTITIES];
    const settings = testEnv(database.url, { HB_TRUSTED_PROXIES: '1', ...env });
    const platform = PlatformModule.forRoot({ env: settings, city, entities, clock });
    const module = await Test.createTestingModule({ imports: [platform, PlatformHttpModule, HeaderActorsModule, RunnerModule, DocumentsHttpModule, CaseworkHttpModule, CaseworkJobsModule] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions(settings)), { logger: false });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await seedCaseworkReference(app);
    return new World(app, clock, database.drop);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  get db(): Db {
    return this.app.get(Db);
  }
  get engine(): CaseEngine {
    return this.app.get(CaseEngine);
  }

  async call<T = Record<string, unknown>>(actor: Actor | null, method: 'GET' | 'POST' | 'PUT', url: string, options: { body?: object; ifMatch?: number; ip?: string } = {}): Promise<Answer<T>> {
    const reply = await exchange(this.app, {
      method,
      url,
      ip: options.ip,
      headers: {
        ...(actor ? { 'x-actor': Buffer.from(JSON.stringify(actor)).toString('base64') } : {}),
        ...(options.ifMatch !== undefined ? { 'if-match': `"v${options.ifMatch}"` } : {}),
      },
      ...(method === 'GET' ? {} : { payload: options.body ?? {} }),
    });
    return { status: reply.status, body: reply.json as T, etag: reply.headers['etag'], text: reply.text };
  }

  /** Runs every due job of the given names, in order, until nothing is left. */
  async runJobs(...names: string[]): Promise<number> {
    const runner = this.app.get(JobRunner);
    for (let count = 0; ; count += 1) {
      const [row] = await this.db.query<{ id: string }>(`SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND job = ANY ($1) ORDER BY id LIMIT 1`, [names]);
      if (!row) return count;
      const outcome = await runner.run(row.id);
      if (outcome !== 'done') throw new Error(`Job ${row.id} ended as ${outcome}`);
    }
  }

  /** A draft of the enterprise, or one that has been submitted. */
  draft(by: Actor, party: Actor = by): Promise<CaseRecord> {
    return this.engine.open(licence, { party: { orgId: party.orgId as string, name: party.orgName as string }, regionCode: REGION, title: '首次申请', actor: by });
  }

  async submitted(by: Actor): Promise<CaseRecord> {
    const { id } = await this.draft(by);
    return this.engine.act(licence, id, 'submit', { actor: by, authorise: authorise(by, 'test-licence.submit') });
  }

  async reviewing(by: Actor, intake: Actor): Promise<CaseRecord> {
    const { id } = await this.submitted(by);
    return this.engine.act(licence, id, 'accept', { actor: intake, authorise: authorise(intake, 'test-licence.check') });
  }

  reload(id: string): Promise<CaseRecord> {
    return this.db.repo(CaseRecord).findOneByOrFail({ id });
  }

  /** Titles of what a person found in the inbox, oldest first. */
  async inboxOf(actor: Actor): Promise<string[]> {
    const rows = await this.db.query<{ title: string }>(`SELECT title_zh AS title FROM notification WHERE user_id = $1 ORDER BY id`, [actor.userId]);
    return rows.map(row => row.title);
  }

  /** An officer who also stands in the directory, so that cases can be handed over to them. */
  async officerOnRecord(...roles: string[]): Promise<Actor> {
    const actor = anOfficer(...roles);
    const now = this.clock.now();
    await this.db.query(
      `INSERT INTO organisation (id, kind, name, status, region_code, address, legal_representative, contact_name, version, created_at, updated_at)
       VALUES ($1, 'bureau', '测试市生态环境局', 'active', $2, '', '', '', 1, $3, $3) ON CONFLICT DO NOTHING`,
      [actor.orgId, REGION, now],
    );
    await this.db.query(`INSERT INTO app_user (id, email, name, password_hash, password_changed_at, preferences, created_at) VALUES ($1, $2, $3, 'x', $4, '{}', $4)`, [actor.userId, `${actor.userId}@example.com`, actor.name, now]);
    await this.db.query(`INSERT INTO membership (user_id, org_id, roles, created_at) VALUES ($1, $2, $3, $4)`, [actor.userId, actor.orgId, roles, now]);
    return actor;
  }
}

const BUREAU = randomUUID();
let people = 0;

function anActor(over: Partial<Actor>): Actor {
  people += 1;
  return { userId: randomUUID(), name: `人员${people}`, sessionId: randomUUID(), orgId: randomUUID(), orgKind: 'enterprise', orgName: `单位${people}`, orgActive: true, roles: [], regions: [], delegations: [], ...over };
}

export const anEnterprise = (name?: string): Actor => anActor({ roles: ['enterprise.admin'], ...(name ? { orgName: name } : {}) });
export const anOfficer = (...roles: string[]): Actor => anActor({ orgId: BUREAU, orgKind: 'bureau', orgName: '测试市生态环境局', roles, regions: [REGION] });
export const aFirmFor = (principal: Actor, over: Partial<Delegation> = {}): Actor =>
  anActor({
    orgKind: 'firm',
    roles: ['firm.manager'],
    delegations: [{ id: randomUUID(), principalOrgId: principal.orgId as string, matters: ['permits'], sites: null, verbs: ['prepare', 'submit', 'answer'], ...over }],
  });

export const DAY_MS = 86_400_000;
