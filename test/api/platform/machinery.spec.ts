import { randomUUID } from 'node:crypto';
import { Actor, Db, defineJob, LIVE_RESYNC, LiveBus, Outbox, OutboxRelay, QueueConsumer, Scheduler, WorkerEndpoint } from '@huanbao/platform';
import { Client } from 'pg';
import { freePort } from '../../harness/free-port';
import { testEnv } from '../../harness/env';
import { anActor, Answer, NoteHandlers, noteJob, noteWritten, PlatformWorld } from './world';

type Count = { n: string };

async function until(check: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  for (const end = performance.now() + seconds * 1000; !(await check()); await new Promise(wait => setTimeout(wait, 40))) if (performance.now() > end) throw new Error('waited in vain');
}

describe('jobs that were given up', () => {
  let world: PlatformWorld;
  let db: Db;
  const admin = anActor({ roles: ['bureau.admin'] });

  beforeAll(async () => {
    world = await PlatformWorld.start();
    db = world.db;
  });
  beforeEach(() => db.query('TRUNCATE outbox, note'));
  afterAll(() => world.stop());

  const list = (actor: Actor, query = ''): Promise<Answer> => world.call('GET', `/outbox/buried${query}`, { actor });
  const revive = (id: string, actor = admin, reason = '接口已恢复'): Promise<Answer> => world.call('POST', `/outbox/buried/${id}/revive`, { actor, payload: { reason } });
  const rows = async (): Promise<{ id: string; dead: boolean; attempts: number; done: boolean }[]> => db.query('SELECT id, dead_at IS NOT NULL AS dead, attempts, done_at IS NOT NULL AS done FROM outbox ORDER BY id');

  /** A row that has failed all its attempts. */
  async function buried(n: number, key?: string): Promise<string> {
    const handlers = world.app.get(NoteHandlers);
    handlers.failing = true;
    await db.transaction(() => world.app.get(Outbox).enqueue(noteJob, { n }, key ? { key } : {}));
    const [{ id }] = (await db.query<{ id: string }>('SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL ORDER BY id DESC LIMIT 1')) as [{ id: string }];
    expect([await world.runner().run(id), await world.runner().run(id), await world.runner().run(id)]).toEqual(['failed', 'buried', 'skipped']);
    handlers.failing = false;
    return id;
  }

  it('are listed with their error, latest first, page by page, for the operator only', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift(await buried(n));
    const first = await list(admin, '?limit=3');
    expect(first.body.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(0, 3));
    expect(first.body.items[0]).toMatchObject({ job: 'note.job', queue: 'quick', attempts: 2, payload: { n: 4 } });
    const second = await list(admin, `?limit=3&cursor=${first.body.nextCursor}`);
    expect([second.body.items.map((item: { id: string }) => item.id), second.body.nextCursor]).toEqual([ids.slice(3), null]);
    expect((await list(anActor())).status).toBe(403);
    expect((await list(admin, '?limit=3&cursor=WzEsMl0')).status).toBe(400);
  });

  it('keep the sentence of the failure without what people typed', async () => {
    await buried(1);
    expect((await list(admin)).body.items[0].error).toBe('note 1 could not be told to [phone]');
  });

  it('are revived with all their attempts, with a reason in the audit, and do their work once', async () => {
    const id = await buried(7);
    expect((await revive(id)).status).toBe(204);
    expect(await rows()).toEqual([{ id, dead: false, attempts: 0, done: false }]);
    expect(await world.runner().run(id)).toBe('done');
    expect(await world.count('amount = 7')).toBe(1);
    expect(await db.query(`SELECT actor_user_id, details FROM audit_entry WHERE action = 'platform.outbox.revive' AND subject_id = $1`, [id])).toEqual([{ actor_user_id: admin.userId, details: { job: 'note.job', reason: '接口已恢复' } }]);
    expect((await revive(id)).body).toMatchObject({ status: 409, code: 'outbox.not-buried' });
  });

  it('revived by two at once are revived once', async () => {
    const id = await buried(8);
    const answers = await Promise.all([revive(id), revive(id), revive(id)]);
    expect(answers.map(answer => answer.status).sort()).toEqual([204, 409, 409]);
    expect(await db.query(`SELECT 1 FROM audit_entry WHERE subject_id = $1`, [id])).toHaveLength(1);
  });

  it('are not revived beside a newer one of the same matter', async () => {
    const id = await buried(9, 'case-1');
    await db.transaction(() => world.app.get(Outbox).enqueue(noteJob, { n: 9 }, { key: 'case-1' }));
    expect((await revive(id)).body).toMatchObject({ status: 409, code: 'outbox.taken-over' });
    expect((await rows()).map(row => row.dead)).toEqual([true, false]);
    expect(await db.query(`SELECT 1 FROM audit_entry WHERE subject_id = $1`, [id])).toEqual([]);
  });

  it('ask for the right, the id and the reason', async () => {
    const id = await buried(10);
    expect((await revive(id, anActor())).status).toBe(403);
    expect((await revive(randomUUID())).status).toBe(404);
    expect((await revive('1')).status).toBe(404);
    expect((await revive(id, admin, ' ')).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect((await rows()).map(row => row.dead)).toEqual([true]);
  });

  it('stay when the platform tidies up; what is done or answered goes after its time', async () => {
    const dead = await buried(11);
    await db.query(`INSERT INTO outbox (job, queue, payload, done_at) SELECT 'note.job', 'quick', '{}', $1::timestamptz - make_interval(days => d) FROM generate_series(0, 20) AS d`, [world.clock.now()]);
    await db.query(`INSERT INTO outbox (job, queue, payload, done_at) SELECT 'note.job', 'quick', '{}', $1::timestamptz - interval '30 days' FROM generate_series(1, 5200)`, [world.clock.now()]);
    await db.query(`INSERT INTO idempotency_key (owner, key, request_hash, created_at) SELECT 'o', 'k' || h, '', $1::timestamptz - make_interval(hours => h) FROM generate_series(0, 100) AS h`, [world.clock.now()]);
    await db.query(`UPDATE outbox SET dead_at = dead_at - interval '1 year' WHERE id = $1`, [dead]);
    const [row] = await db.query<{ id: string }>(`INSERT INTO outbox (job, queue, payload) VALUES ('platform.tidy-up', 'quick', '{}') RETURNING id`);
    expect(await world.runner().run(row?.id as string)).toBe('done');
    const [left] = await db.query<Count>(`SELECT count(*) AS n FROM outbox WHERE job = 'note.job' AND done_at IS NOT NULL`);
    const [keys] = await db.query<Count>('SELECT count(*) AS n FROM idempotency_key');
    expect([left?.n, keys?.n, (await rows()).some(each => each.id === dead)]).toEqual(['8', '49', true]);
  });
});

describe('schedules', () => {
  let world: PlatformWorld;
  const daily = defineJob<Record<string, never>>('note.daily', { queue: 'quick' });
  const schedule = { job: daily, every: { dailyAt: '03:20' as const } };
  const queued = async (): Promise<number> => (await world.db.query(`SELECT 1 FROM outbox WHERE job = 'note.daily'`)).length;
  const turn = (): Promise<void> => world.app.get(Scheduler).runDue(schedule);

  beforeAll(async () => {
    world = await PlatformWorld.start();
  });
  afterAll(() => world.stop());

  it('a worker that slept for a week makes up for one turn, and the next one is at its hour in Shanghai', async () => {
    world.clock.set('2026-11-23T10:00:00+08:00');
    await turn();
    expect(await queued()).toBe(0);
    world.clock.set('2026-11-24T03:19:59+08:00');
    await turn();
    expect(await queued()).toBe(0);
    world.clock.set('2026-12-01T09:00:00+08:00');
    await turn();
    await turn();
    expect(await queued()).toBe(1);
    expect(await world.db.query(`SELECT next_at FROM schedule WHERE name = 'note.daily'`)).toEqual([{ next_at: new Date('2026-12-02T03:20:00+08:00') }]);
  });

  it('two workers at the same second: one turn', async () => {
    await world.db.query('TRUNCATE outbox');
    world.clock.set('2026-12-02T03:20:00+08:00');
    await Promise.all(Array.from({ length: 8 }, turn));
    expect(await queued()).toBe(1);
  });

  it('a turn that is not done yet is not queued a second time', async () => {
    world.clock.set('2026-12-03T03:20:00+08:00');
    await turn();
    expect(await queued()).toBe(1);
    await world.db.query('UPDATE outbox SET done_at = now()');
    world.clock.set('2026-12-04T03:20:00+08:00');
    await turn();
    expect(await queued()).toBe(2);
  });
});

describe('the database cuts every connection', () => {
  let world: PlatformWorld;

  beforeAll(async () => {
    world = await PlatformWorld.start({ HB_JOB_LEASE_SECONDS: '1' });
  });
  afterAll(() => world.stop());

  async function cutAll(): Promise<void> {
    const admin = new Client({ connectionString: world.env.DATABASE_URL, application_name: 'the-knife' });
    await admin.connect();
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'the-knife' AND pid <> pg_backend_pid()`);
    await admin.end();
  }

  it('subscribers of live messages are told to look again, and receive on a new connection', async () => {
    const live = world.app.get(LiveBus);
    const [heard, resyncs]: [unknown[], unknown[]] = [[], []];
    live.subscribe('note').subscribe(message => heard.push(message['n']));
    live.subscribe(LIVE_RESYNC).subscribe(message => resyncs.push(message));
    const tell = (n: number): Promise<void> => world.db.transaction(() => live.publish('note', { n }));
    await until(async () => (await tell(1).then(() => true)) && heard.length > 0);
    await cutAll();
    await until(() => resyncs.length === 1);
    heard.length = 0;
    await tell(2).catch(() => tell(2));
    await until(() => heard.includes(2));
    // exactly one connection, however often the loss was reported
    const listening = await world.db.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'huanbao-live'`);
    expect(listening).toHaveLength(1);
  });

  it('a message that is not ours does not end the process; one of a rolled-back transaction never comes; a long one is refused', async () => {
    const live = world.app.get(LiveBus);
    const heard: unknown[] = [];
    live.subscribe('note').subscribe(message => heard.push(message['n']));
    for (const odd of ['not json', 'null', '7', '{"channel":5}']) await world.db.query(`SELECT pg_notify('huanbao_live', $1)`, [odd]);
    await world.db.transaction(async () => (await live.publish('note', { n: 3 }), Promise.reject(new Error('undone')))).catch(() => undefined);
    await live.publish('note', { n: 4 });
    await until(() => heard.length > 0);
    expect(heard).toEqual([4]);
    await expect(live.publish('note', { text: '长'.repeat(3000) })).rejects.toThrow(/too long/);
  });

  it('relay and queue go on by themselves: every event once', async () => {
    const { app, db } = world;
    app.get(QueueConsumer).start(id => world.runner().run(id));
    await app.get(OutboxRelay).start();
    const publish = (n: number): Promise<void> => db.transaction(() => app.get(Outbox).publish(noteWritten, { n }));
    for (let n = 1; n <= 60; n++) {
      await publish(n).catch(() => publish(n));
      if (n % 20 === 0) await cutAll();
    }
    await until(async () => (await db.query<Count>('SELECT count(*) AS n FROM outbox WHERE done_at IS NULL').catch(() => [{ n: '1' }]))[0]?.n === '0', 40);
    const [told] = await db.query<{ rows: string; numbers: string }>(`SELECT count(*) AS rows, count(DISTINCT amount) AS numbers FROM note WHERE title = 'told'`);
    expect(told?.numbers).toBe('60');
    await app.get(QueueConsumer).stop(2000);
  });
});

describe('the port of a worker', () => {
  it('says whether it lives, whether it is ready, and its figures; nothing else', async () => {
    const port = await freePort();
    const world = await PlatformWorld.start({ HB_WORKER_PORT: String(port) });
    const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { connection: 'close', ...init.headers } });
      return `${response.status} ${(await response.text()).split('\n')[0]}`;
    };
    try {
      expect(await world.app.get(WorkerEndpoint).start()).toBe(port);
      expect([await ask('/health/live'), await ask('/health/ready'), await ask('/metrics')]).toEqual(['200 ok', '200 ok', expect.stringMatching(/^200 # HELP/) as string]);
      expect([await ask('/'), await ask('/api/v1/notes'), await ask('/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } })]).toEqual(['404 ', '404 ', '404 ']);
      await world.db.query(`INSERT INTO outbox (job, queue, payload, created_at) VALUES ('note.job', 'quick', '{}', now() - interval '10 minutes')`);
      expect(await ask('/health/ready')).toBe('200 degraded');
      const { body } = await world.call('GET', '/notes/found');
      expect(body.limit).toBe(20);
      expect((await world.app.inject('/health/ready')).json()).toMatchObject({ status: 'degraded', outboxAgeSeconds: expect.any(Number) as number });
      await world.db.query(`DELETE FROM migrations WHERE timestamp = (SELECT max(timestamp) FROM migrations)`);
      expect(await ask('/health/ready')).toBe('503 ');
      expect((await world.app.inject('/health/ready')).json()).toMatchObject({ status: 503, code: 'not-migrated' });
    } finally {
      await world.app.get(WorkerEndpoint).stop();
      await world.stop();
    }
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
    expect(testEnv('postgres://x').HB_WORKER_PORT).toBeUndefined();
  });
});
