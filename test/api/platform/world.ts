import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Global, HttpCode, Injectable, Module, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { FastifyServerOptions } from 'fastify';
import {
  Actor, ActorResolver, Allow, AppError, type BodyDoor, BodyLimit, City, CookieSessions, Db, defineEvent, defineJob, definePolicy, Env, fastifyOptions, FixedClock, grant, Handles, HandlerRegistry, Idempotent, IfMatch, JobRunner, OutboxRelay, PageQuery, PeopleNames,
  PlatformAdminHttpModule, PlatformHttpModule, PlatformJobsModule, PlatformModule, policyOf, Public, QueueBackend, QueueSender, RateLimit, registerCsrf, registerObservability, registerSecurity, RequestWithActor, SIGNED_IN, stale, unauthenticated,
} from '@huanbao/platform';
import { createTestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';
import { exchange, listening } from '../../harness/http';

if (!policyOf('note.write')) definePolicy({ room: 'note', table: { 'note.read': [grant('any', 'clerk')], 'note.write': [grant('any', 'clerk')] }, relations: () => [], read: 'note.read' });

export const noteWritten = defineEvent<{ n: number }>('note.written');
export const noteJob = defineJob<{ n: number }>('note.job', { queue: 'quick', on: noteWritten, attempts: 2 });

export class NoteDto {
  @IsString() @MaxLength(20)
  title!: string;

  @IsInt() @Min(0) @Max(100)
  amount!: number;

  @IsOptional() @IsIn(['fine', 'rule', 'break', 'sql'])
  how?: string;

  @IsOptional() @IsString({ each: true }) @ArrayMaxSize(2)
  tags?: string[];
}

export class FindQuery extends PageQuery {
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/)
  from?: string;
}

/** A room of one table, small enough that only the machinery around it is under test. */
@Injectable()
export class Notes {
  /** How often the work was begun, whatever became of it. */
  begun = 0;
  gate: Promise<void> = Promise.resolve();

  constructor(private readonly db: Db) {}

  async write(dto: NoteDto): Promise<{ id: string; title: string; version: number }> {
    this.begun += 1;
    await this.gate;
    const id = randomUUID();
    await this.db.transaction(() => this.db.query('INSERT INTO note (id, title, amount) VALUES ($1, $2, $3)', [id, dto.title, dto.amount]));
    if (dto.how === 'rule') throw new AppError('rule', 'note.refused', { zh: '这条笔记不能写', en: 'This note cannot be written.' });
    if (dto.how === 'break') throw new Error(`secret cause: SELECT password FROM app_user -- ${dto.title}`);
    if (dto.how === 'sql') await this.db.query('SELECT * FROM no_such_table_of_ours WHERE password = $1', ['x']);
    return { id, title: dto.title, version: 1 };
  }

  async change(id: string, dto: NoteDto, version: number): Promise<{ id: string; title: string; version: number }> {
    const [row] = await this.db.query<{ version: number }>('UPDATE note SET title = $2, version = version + 1 WHERE id = $1 AND version = $3 RETURNING version', [id, dto.title, version]);
    if (!row) throw stale();
    return { id, title: dto.title, version: row.version };
  }
}

/** Who says so may send a long note. */
@Injectable()
class NoteDoor implements BodyDoor {
  admits(headers: Record<string, unknown>): boolean {
    return headers['x-long-note'] === 'yes';
  }
}

@Controller('notes')
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @Post() @Allow('note.write') @Idempotent()
  write(@Body() body: NoteDto): Promise<object> {
    return this.notes.write(body);
  }

  @Put(':id') @Allow('note.write')
  change(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() body: NoteDto): Promise<object> {
    return this.notes.change(id, body, version);
  }

  @Get('found') @Public()
  find(@Query() query: FindQuery): object {
    return { ...query, long: '石灰窑'.repeat(2000) };
  }

  @Get('mine') @Allow(SIGNED_IN) @RateLimit('upload')
  mine(): object {
    return { items: [] };
  }

  @Post('knock') @Public() @HttpCode(204) @RateLimit('sign-in')
  knock(@Body() _body: Record<string, never>): void {}

  @Post('long') @Allow('note.write') @HttpCode(204) @BodyLimit(3 * 1024 * 1024, NoteDoor)
  long(@Body() _body: Record<string, never>): void {}
}

@Injectable()
export class NoteHandlers {
  failing = false;

  constructor(private readonly db: Db) {}

  @Handles(noteJob)
  async run({ n }: { n: number }): Promise<void> {
    if (this.failing) throw new Error(`note ${n} could not be told to 13812345678`);
    await this.db.query('INSERT INTO note (id, title, amount) VALUES (gen_random_uuid(), $1, $2)', ['told', n]);
  }
}

@Module({ controllers: [NotesController], providers: [Notes, NoteDoor, NoteHandlers] })
class NotesModule {}

/** Reads the actor from a header: signing in has its own tests. A wrong header is a wrong credential. */
@Injectable()
class HeaderActors extends ActorResolver {
  resolve(request: RequestWithActor): Promise<Actor | null> {
    const header = request.headers['x-actor'];
    if (header === 'wrong') return Promise.reject(unauthenticated());
    return Promise.resolve(typeof header === 'string' ? (JSON.parse(Buffer.from(header, 'base64').toString()) as Actor) : null);
  }
}

@Global()
@Module({ providers: [{ provide: ActorResolver, useClass: HeaderActors }], exports: [ActorResolver] })
class HeaderActorsModule {}

export const anActor = (over: Partial<Actor> = {}): Actor => ({
  userId: randomUUID(), name: '李敏', sessionId: randomUUID(), orgId: randomUUID(), orgKind: 'bureau', orgName: '孝义分局', orgActive: true, roles: ['clerk'], regions: [], delegations: [], ...over,
});
export const actorHeader = (actor: Actor): Record<string, string> => ({ 'x-actor': Buffer.from(JSON.stringify(actor)).toString('base64') });

/** Who is called what in these tests. */
export const NAMES = new Map<string, string>();

@Injectable()
class NamesOfTests extends PeopleNames {
  ofPersons = (): Promise<ReadonlyMap<string, string>> => Promise.resolve(NAMES);
  ofOrganisations = (): Promise<ReadonlyMap<string, string>> => Promise.resolve(NAMES);
  find = (text: string): Promise<readonly string[]> => Promise.resolve([...NAMES].filter(([, name]) => name.includes(text)).map(([id]) => id));
}

/** A session that a cookie names, without anything behind it. */
const COOKIE_SESSIONS: CookieSessions = { sessionOf: cookies => cookies['hb_test'] ?? null, clear: reply => void reply.clearCookie('hb_test') };

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at member by member
  readonly body: any;
  readonly text: string;
  readonly headers: Record<string, string | string[] | number | undefined>;
}

/** The platform with the room above, on a real database and, when asked, a real port. */
export class PlatformWorld {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly env: Env,
    readonly clock: FixedClock,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(over: Record<string, string> = {}, server: Partial<FastifyServerOptions> = {}): Promise<PlatformWorld> {
    const database = await createTestDatabase();
    const clock = new FixedClock(new Date('2026-11-23T08:00:00Z'));
    const env = testEnv(database.url, over);
    const platform = PlatformModule.forRoot({ env, city: {} as City, entities: [], clock });
    const admin = PlatformAdminHttpModule.forRoot({ adminRoles: ['bureau.admin'], names: { imports: [], useClass: NamesOfTests } });
    const module = await Test.createTestingModule({ imports: [platform, PlatformHttpModule, PlatformJobsModule, admin, HeaderActorsModule, NotesModule] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ ...fastifyOptions(env), ...server } as FastifyServerOptions), { logger: false });
    app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
    registerObservability(app);
    await registerSecurity(app, env);
    registerCsrf(app, env, COOKIE_SESSIONS);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await app.get(Db).query('CREATE TABLE note (id uuid PRIMARY KEY, title text NOT NULL, amount integer NOT NULL, version integer NOT NULL DEFAULT 1)');
    return new PlatformWorld(app, env, clock, database.drop);
  }

  async stop(): Promise<void> {
    await this.app.get(OutboxRelay).stop();
    await this.app.get(QueueSender).close();
    await this.app.close();
    await this.app.get(QueueBackend).close();
    await this.drop();
  }

  get db(): Db {
    return this.app.get(Db);
  }
  get notes(): Notes {
    return this.app.get(Notes);
  }

  async count(where = 'true', parameters: unknown[] = []): Promise<number> {
    const [row] = await this.db.query<{ n: string }>(`SELECT count(*) AS n FROM note WHERE ${where}`, parameters);
    return Number(row?.n);
  }

  async call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options: { actor?: Actor; payload?: object | string; headers?: Record<string, string>; ip?: string } = {}): Promise<Answer> {
    const { actor, payload, headers, ip } = options;
    const sent = { method, url: path.startsWith('/api') ? path : `/api/v1${path}`, headers: { ...(actor ? actorHeader(actor) : {}), ...headers }, ...(payload === undefined ? {} : { payload }) };
    if (!ip) {
      const reply = await exchange(this.app, sent);
      return { status: reply.status, body: reply.json, text: reply.text, headers: reply.headers };
    }
    // the address of the peer itself is what such a test is about: no socket of this machine has it
    const response = await this.app.inject({ ...sent, remoteAddress: ip });
    return { status: response.statusCode, body: String(response.headers['content-type'] ?? '').includes('json') ? response.json() : {}, text: response.body, headers: response.headers };
  }

  write(actor: Actor, payload: object, key?: string): Promise<Answer> {
    return this.call('POST', '/notes', { actor, payload, headers: key ? { 'idempotency-key': key } : {} });
  }

  async listen(): Promise<number> {
    return Number(new URL(await listening(this.app)).port);
  }

  runner(): { run(id: string): Promise<string> } {
    return this.app.get(JobRunner);
  }
  registry(): HandlerRegistry {
    return this.app.get(HandlerRegistry);
  }
}
