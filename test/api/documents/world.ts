import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Global, Injectable, Module } from '@nestjs/common';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DOCUMENTS_ENTITIES, DocumentsHttpModule, DocumentsJobsModule, FileSubjects } from '@huanbao/documents';
import { IDENTITY_ENTITIES } from '@huanbao/identity';
import { NOTIFICATIONS_ENTITIES, NotificationsHttpModule, NotificationsJobsModule } from '@huanbao/notifications';
import { Actor, ActorResolver, Db, Env, fastifyOptions, FixedClock, HandlerRegistry, JobRunner, loadCity, PlatformHttpModule, PlatformModule, registerSecurity, RequestWithActor } from '@huanbao/platform';
import { createTestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';
import { exchange, Reply } from '../../harness/http';

/** Reads the actor from a header: these tests are about files and messages, signing in has its own. */
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

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly bytes: Buffer;
  readonly headers: Record<string, unknown>;
}

export interface FileBody {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly scanState: string;
  readonly textState: string;
  readonly textReason: string | null;
  readonly pages: number | null;
  readonly warnings: readonly string[];
}

export const actorHeader = (actor: Actor): Record<string, string> => ({ 'x-actor': Buffer.from(JSON.stringify(actor)).toString('base64') });

/** Files, messages and people on a real database and disk. Records of the kind `matter` belong to whoever the test says. */
export class World {
  /** Which organisations read and which write a record. */
  readonly readers = new Map<string, Set<string | null>>();
  readonly writers = new Map<string, Set<string | null>>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly env: Env,
    readonly clock: FixedClock,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(over: Record<string, string> = {}): Promise<World> {
    const database = await createTestDatabase();
    const clock = new FixedClock(new Date('2026-11-23T08:00:00Z'));
    const env = testEnv(database.url, over);
    const entities = [...IDENTITY_ENTITIES, ...DOCUMENTS_ENTITIES, ...NOTIFICATIONS_ENTITIES];
    const platform = PlatformModule.forRoot({ env, city: loadCity(env.HB_CITY_FILE), entities, clock });
    const rooms = [DocumentsHttpModule, DocumentsJobsModule, NotificationsHttpModule, NotificationsJobsModule];
    const module = await Test.createTestingModule({ imports: [platform, PlatformHttpModule, HeaderActorsModule, RunnerModule, ...rooms] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions(env)), { logger: false });
    app.setGlobalPrefix('api/v1');
    await registerSecurity(app, env);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const world = new World(app, env, clock, database.drop);
    app.get(FileSubjects).register('matter', async (actor, id, verb) => (verb === 'read' ? world.readers : world.writers).get(id)?.has(actor.orgId) ?? false);
    return world;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  get db(): Db {
    return this.app.get(Db);
  }

  /** A record that `owner` writes and `others` read. */
  matter(owner: Actor, ...others: Actor[]): string {
    const id = randomUUID();
    this.writers.set(id, new Set([owner.orgId]));
    this.readers.set(id, new Set([owner, ...others].map(actor => actor.orgId)));
    return id;
  }

  async call<T = Record<string, unknown>>(actor: Actor | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object): Promise<Answer<T>> {
    return answer<T>(await exchange(this.app, { method, url: `/api/v1${path}`, headers: actor ? actorHeader(actor) : {}, ...(payload ? { payload } : {}) }));
  }

  headersOf(actor: Actor): Record<string, string> {
    return actorHeader(actor);
  }

  /** Temporary files of this process's uploads. */
  spooled(): number {
    return readdirSync(tmpdir()).filter(name => name.startsWith(`huanbao-upload-${process.pid}-`)).length;
  }

  async upload(actor: Actor, matterId: string, name: string, bytes: Buffer): Promise<Answer<FileBody & { code: string; detail: string }>> {
    const boundary = `----${randomUUID()}`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return answer(await exchange(this.app, {
      method: 'POST',
      url: `/api/v1/files?subjectType=matter&subjectId=${matterId}`,
      headers: { ...actorHeader(actor), 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    }));
  }

  /** Runs every due job of the given names (all without names) until nothing is left; returns how many were done. */
  async runJobs(...names: string[]): Promise<number> {
    for (let count = 0; ; count += 1) {
      const [row] = await this.db.query<{ id: string }>(`SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND (cardinality($1::text[]) = 0 OR job = ANY ($1)) ORDER BY id LIMIT 1`, [names]);
      if (!row) return count;
      const outcome = await this.app.get(JobRunner).run(row.id);
      if (outcome !== 'done') throw new Error(`Job ${row.id} ended as ${outcome}: ${await this.errorOf(row.id)}`);
    }
  }

  private async errorOf(jobId: string): Promise<string> {
    const [row] = await this.db.query<{ error: string | null }>('SELECT error FROM outbox WHERE id = $1', [jobId]);
    return row?.error ?? '';
  }

  async file(id: string, actor: Actor): Promise<FileBody> {
    return (await this.call<FileBody>(actor, 'GET', `/files/${id}`)).body;
  }
}

function answer<T>({ status, json, bytes, headers }: Reply): Answer<T> {
  return { status, body: json as T, bytes, headers };
}

let people = 0;

export function anActor(over: Partial<Actor> = {}): Actor {
  people += 1;
  return { userId: randomUUID(), name: `人员${people}`, sessionId: randomUUID(), orgId: randomUUID(), orgKind: 'enterprise', orgName: `单位${people}`, orgActive: true, roles: ['enterprise.admin'], regions: [], delegations: [], ...over };
}
