import { randomUUID } from 'node:crypto';
import { INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { City, Db, defineEvent, defineJob, Delivery, Handles, HandlerRegistry, JobRunner, Outbox, OutboxRelay, PlatformJobsModule, PlatformModule, QueueBackend, QueueConsumer, QueueSender } from '@huanbao/platform';
import { createTestDatabase, TestDatabase } from '../harness/database';
import { testEnv } from '../harness/env';

/** The same promises hold on PostgreSQL and on Redis; `npm run test:redis` runs this file again with a Redis. */
const QUEUE_URL = process.env['HB_TEST_QUEUE_URL'];
const LEASE_SECONDS = 1;

const happened = defineEvent<{ n: number }>('test.happened');
const once = defineJob<{ n: number }>('test.once', { queue: 'quick', on: happened });
const also = defineJob<{ n: number }>('test.also', { queue: 'mail', on: happened });
const flaky = defineJob<{ n: number }>('test.flaky', { queue: 'quick', attempts: 5 });
const broken = defineJob<{ n: number }>('test.broken', { queue: 'quick', attempts: 1 });

@Injectable()
class Handlers {
  readonly tries: number[] = [];

  constructor(private readonly db: Db) {}

  private effect(job: string, n: number): Promise<unknown> {
    return this.db.query('INSERT INTO effect (job, n) VALUES ($1, $2)', [job, n]);
  }

  @Handles(once)
  async once({ n }: { n: number }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.effect('once', n));
  }

  @Handles(also)
  async also({ n }: { n: number }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.effect('also', n));
  }

  @Handles(flaky)
  async flaky({ n }: { n: number }, delivery: Delivery): Promise<void> {
    this.tries.push(delivery.attempt);
    await delivery.complete(async () => {
      await this.effect('flaky', n);
      if (delivery.attempt < 3) throw new Error('not yet');
    });
  }

  @Handles(broken)
  async broken(_payload: { n: number }): Promise<void> {
    throw new Error('never');
  }
}

@Module({ providers: [Handlers], exports: [Handlers] })
class TestJobsModule {}

describe(`outbox, relay and queue on ${QUEUE_URL ? 'Redis' : 'PostgreSQL'}`, () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: Db;
  let outbox: Outbox;
  let relay: OutboxRelay;

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = testEnv(database.url, { HB_JOB_LEASE_SECONDS: `${LEASE_SECONDS}`, ...(QUEUE_URL ? { QUEUE_URL } : {}) });
    const module = await Test.createTestingModule({ imports: [PlatformModule.forRoot({ env, city: {} as City, entities: [] }), PlatformJobsModule, TestJobsModule] }).compile();
    app = await module.init();
    [db, outbox, relay] = [app.get(Db), app.get(Outbox), app.get(OutboxRelay)];
    await db.query('CREATE TABLE effect (job text, n integer)');
    app.get(QueueConsumer).start(id => app.get(JobRunner).run(id));
    await relay.start();
  });
  afterAll(async () => {
    await relay.stop();
    await app.get(QueueConsumer).stop(3000);
    await app.get(QueueSender).close();
    await app.close();
    await app.get(QueueBackend).close();
    await database.drop();
  });

  const count = async (job: string): Promise<number> => Number((await db.query<{ n: string }>('SELECT count(*) AS n FROM effect WHERE job = $1', [job]))[0]?.n);
  const open = async (): Promise<number> => Number((await db.query<{ n: string }>('SELECT count(*) AS n FROM outbox WHERE done_at IS NULL AND dead_at IS NULL'))[0]?.n);
  const until = async (check: () => Promise<boolean>, seconds = 60): Promise<void> => {
    for (const end = Date.now() + seconds * 1000; !(await check()); await new Promise(wait => setTimeout(wait, 50))) if (Date.now() > end) throw new Error('waited in vain');
  };

  it('does each job of an event once, after the commit and never for a rolled-back one', async () => {
    for (let n = 0; n < 40; n++)
      await db
        .transaction(async () => {
          await outbox.publish(happened, { n });
          if (n % 4 === 0) throw new Error('undone');
        })
        .catch(() => undefined);
    await until(async () => (await open()) === 0);
    expect([await count('once'), await count('also')]).toEqual([30, 30]);
  });

  it('tries again with back-off, and the effect of a failed try is undone', async () => {
    await db.transaction(() => outbox.enqueue(flaky, { n: 1 }));
    await until(async () => (await count('flaky')) === 1 && (await open()) === 0);
    expect(app.get(Handlers).tries).toEqual([1, 2, 3]);
  });

  it('buries what fails for good, with its error, for a person to look at', async () => {
    await db.transaction(() => outbox.enqueue(broken, { n: 1 }));
    await until(async () => (await db.query(`SELECT 1 FROM outbox WHERE job = 'test.broken' AND dead_at IS NOT NULL AND error = 'never'`)).length === 1);
  });

  it('waits for the time of a row, and keeps one open row per key', async () => {
    const before = await count('once');
    const at = new Date(Date.now() + 5000);
    for (let i = 0; i < 3; i++) await db.transaction(() => outbox.enqueue(once, { n: 900 }, { notBefore: at, key: 'same' }));
    expect(await db.query(`SELECT 1 FROM outbox WHERE dedup_key = 'same' AND done_at IS NULL`)).toHaveLength(1);
    await new Promise(wait => setTimeout(wait, 700));
    const early = await count('once');
    // a machine too busy to look in time has seen nothing, which is not the row's fault
    if (Date.now() < at.getTime()) expect(early).toBe(before);
    await until(async () => (await count('once')) === before + 1);
  });

  it('sends again what the queue has forgotten', async () => {
    const before = await count('once');
    // as if the queue had lost its memory after the relay had sent the row
    await db.query(`INSERT INTO outbox (job, queue, payload, sent_at, sends) VALUES ('test.once', 'quick', '{"n": 7}', now() - interval '1 hour', 1)`);
    await until(async () => (await count('once')) === before + 1);
  });

  it('does not bury what waits in a long queue under copies of itself: each further send waits longer, up to eight times', async () => {
    const before = await count('once');
    // sent ten times, last a little less than sixteen leases ago, and another one a little more
    const [soon, due] = await Promise.all([16 * LEASE_SECONDS - 5, 16 * LEASE_SECONDS + 1].map(async (seconds, n) => (await db.query<{ id: string }>(
      `INSERT INTO outbox (job, queue, payload, sent_at, sends) VALUES ('test.once', 'quick', $1, now() - make_interval(secs => $2), 10) RETURNING id`, [JSON.stringify({ n: 100 + n }), seconds]))[0]?.id));
    await until(async () => (await count('once')) === before + 1);
    expect(await db.query('SELECT id, sends FROM outbox WHERE id = ANY($1) ORDER BY sends', [[soon, due]])).toEqual([{ id: soon, sends: 10 }, { id: due, sends: 11 }]);
    await db.query('DELETE FROM outbox WHERE id = $1', [soon]);
  });

  it('takes a job over from a worker that died holding it', async () => {
    const before = await count('once');
    await db.query(`INSERT INTO outbox (job, queue, payload, sent_at, sends, locked_until) VALUES ('test.once', 'quick', '{"n": 8}', now() - interval '1 hour', 1, now() + interval '1 second')`);
    await until(async () => (await count('once')) === before + 1);
  });

  it('does nothing when a row is delivered twice, even at the same moment', async () => {
    const id = randomUUID();
    const before = await count('once');
    await db.query(`INSERT INTO outbox (id, job, queue, payload, sent_at) VALUES ($1, 'test.once', 'quick', '{"n": 9}', now())`, [id]);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => app.get(JobRunner).run(id)));
    expect(outcomes.sort()).toEqual(['done', ...Array<string>(7).fill('skipped')]);
    expect(await count('once')).toBe(before + 1);
  });

  it('does not let a worker boot with a job nobody handles', () => {
    expect(() => app.get(HandlerRegistry).assertComplete()).not.toThrow();
    defineJob('test.nobody', { queue: 'quick' });
    expect(() => app.get(HandlerRegistry).assertComplete()).toThrow(/test\.nobody/);
  });

  it('refuses to write a row outside a transaction', async () => {
    await expect(outbox.publish(happened, { n: 1 })).rejects.toThrow(/outside a transaction/);
  });
});
