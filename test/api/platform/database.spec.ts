import { Db, pgCode, violatedConstraint } from '@huanbao/platform';
import { PlatformWorld } from './world';

describe('one transaction for one command', () => {
  let world: PlatformWorld;
  let db: Db;
  const insert = (title: string): Promise<unknown> => db.query('INSERT INTO note (id, title, amount) VALUES (gen_random_uuid(), $1, 0)', [title]);

  beforeAll(async () => {
    world = await PlatformWorld.start();
    db = world.db;
    await db.query('CREATE TABLE counter (id integer PRIMARY KEY, value integer NOT NULL UNIQUE)');
    await db.query('INSERT INTO counter VALUES (1, 100), (2, 200)');
  });
  beforeEach(() => db.query('TRUNCATE note'));
  afterAll(() => world.stop());

  it('is tried again as a whole after a serialisation failure, and given up after three attempts', async () => {
    let attempts = 0;
    const failing = (until: number): Promise<void> =>
      db.transaction(async () => {
        attempts += 1;
        await insert(`attempt ${attempts}`);
        db.afterCommit(async () => void (await insert('after')));
        if (attempts < until) await db.query(`DO $$ BEGIN RAISE EXCEPTION 'could not serialize' USING ERRCODE = '40001'; END $$`);
      });
    await failing(3);
    expect([attempts, await world.count(`title LIKE 'attempt%'`), await world.count(`title = 'attempt 3'`), await world.count(`title = 'after'`)]).toEqual([3, 1, 1, 1]);
    attempts = 0;
    await db.query('TRUNCATE note');
    expect(pgCode(await failing(99).catch((error: unknown) => error))).toBe('40001');
    expect([attempts, await world.count()]).toEqual([3, 0]);
  });

  it('two that lock each other: PostgreSQL ends one, it is tried again, both changes stand', async () => {
    let met = 0;
    const both = new Promise<void>(resolve => {
      const timer = setInterval(() => met >= 2 && (clearInterval(timer), resolve()), 5);
    });
    const change = (first: number, second: number): Promise<void> =>
      db.transaction(async () => {
        await db.query('UPDATE counter SET value = value + 1 WHERE id = $1', [first]);
        met += 1;
        await both;
        await db.query('UPDATE counter SET value = value + 1 WHERE id = $1', [second]);
      });
    await Promise.all([change(1, 2), change(2, 1)]);
    expect(await db.query('SELECT value FROM counter ORDER BY id')).toEqual([{ value: 102 }, { value: 202 }]);
    expect(met).toBe(3);
  });

  it('no other error is tried again', async () => {
    let attempts = 0;
    const error = await db.transaction(async () => {
      attempts += 1;
      await db.query('UPDATE counter SET value = 202 WHERE id = 1');
    }).catch((thrown: unknown) => thrown);
    expect([attempts, pgCode(error), violatedConstraint(error)]).toEqual([1, '23505', 'counter_value_key']);
  });

  it('a prepared statement is planned once by a connection, joins the transaction, says what failed and outlives a changed column', async () => {
    const first = (id: number): Promise<unknown> => db.prepared('counter-by-id', 'SELECT value FROM counter WHERE id = $1', [id]);
    const plans = (): Promise<{ count: string }[]> => db.query(`SELECT count(*) AS count FROM pg_prepared_statements WHERE name = 'counter-by-id'`);
    const seen = await db.transaction(async () => {
      await db.query('UPDATE counter SET value = 300 WHERE id = 1');
      const found = [await first(1), await first(2), await plans()];
      await db.query('UPDATE counter SET value = 102 WHERE id = 1');
      return found;
    });
    expect(seen).toEqual([[{ value: 300 }], [{ value: 202 }], [{ count: '1' }]]);
    expect(pgCode(await db.prepared('counter-by-word', 'SELECT $1::integer AS value', ['one']).catch((error: unknown) => error))).toBe('22P02');
    await db.query('ALTER TABLE counter ALTER COLUMN value TYPE text');
    for (let connection = 0; connection < 5; connection += 1) expect(await first(2)).toEqual([{ value: '202' }]);
    await db.query('ALTER TABLE counter ALTER COLUMN value TYPE integer USING value::integer');
  });

  it('an inner transaction joins the outer one: all or nothing', async () => {
    await db.transaction(async () => {
      await insert('outer');
      await db.transaction(() => insert('inner'));
      throw new Error('undone');
    }).catch(() => undefined);
    expect(await world.count()).toBe(0);
    expect(db.inTransaction).toBe(false);
  });

  it('hooks before the commit run once per key and belong to it; those after it run only when it stood', async () => {
    const order: string[] = [];
    await db.transaction(async () => {
      db.afterCommit(async () => void order.push(`after ${await world.count(`title = 'hook'`)} ${db.inTransaction}`));
      for (let i = 0; i < 3; i++) db.beforeCommit('same', async () => void (order.push('before'), await insert('hook'), db.beforeCommit('later', async () => void order.push('later'))));
      order.push('work');
    });
    expect(order).toEqual(['work', 'before', 'later', 'after 1 false']);
    order.length = 0;
    await db.transaction(async () => {
      db.afterCommit(async () => void order.push('after'));
      db.beforeCommit('fails', () => Promise.reject(new Error('no')));
      await insert('undone');
    }).catch((error: Error) => order.push(error.message));
    expect([order, await world.count(`title = 'undone'`)]).toEqual([['no'], 0]);
  });

  it('what goes with the commit comes after all hooks before it and belongs to the transaction', async () => {
    const order: string[] = [];
    await db.transaction(async () => {
      for (let i = 0; i < 3; i++) db.withCommit('same', async () => (order.push('with'), db.send('note-with', `INSERT INTO note (id, title, amount) VALUES (gen_random_uuid(), $1, 0)`, ['with'])));
      db.beforeCommit('first', async () => void order.push('before'));
      db.afterCommit(async () => void order.push(`after ${await world.count(`title = 'with'`)}`));
      order.push('work');
    });
    expect(order).toEqual(['work', 'before', 'with', 'after 1']);
    expect(() => db.withCommit('x', async () => undefined)).toThrow(/transaction/);
    await expect(db.send('note-with', 'SELECT $1::text', ['x'])).rejects.toThrow(/transaction/);
  });

  it('what fails on its way with the commit undoes everything and is thrown; a serialisation failure is tried again', async () => {
    const ran: string[] = [];
    const failing = (code: string, until: number): Promise<void> =>
      db.transaction(async () => {
        ran.push(code);
        await insert('undone');
        db.afterCommit(async () => void ran.push('after'));
        db.withCommit('one', () => db.send('note-with', `INSERT INTO note (id, title, amount) VALUES (gen_random_uuid(), $1, 0)`, ['undone']));
        if (ran.length < until) db.withCommit('two', () => db.send(`fail-${code}`, `SELECT note_fails($1)`, [code]));
        db.withCommit('three', () => db.send('note-with', `INSERT INTO note (id, title, amount) VALUES (gen_random_uuid(), $1, 0)`, ['undone']));
      });
    await db.query(`CREATE FUNCTION note_fails(text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = $1; END $$`);
    expect(pgCode(await failing('23505', 99).catch((error: unknown) => error))).toBe('23505');
    expect([ran, await world.count(`title = 'undone'`), db.inTransaction]).toEqual([['23505'], 0, false]);
    ran.length = 0;
    await failing('40001', 3);
    expect([ran, await world.count(`title = 'undone'`)]).toEqual([['40001', '40001', '40001', 'after'], 3]);
  });

  it('a failure after the commit is no failure of the command', async () => {
    const ran: string[] = [];
    await db.transaction(async () => {
      await insert('stands');
      db.afterCommit(() => Promise.reject(new Error('mail server away')));
      db.afterCommit(async () => void ran.push('second'));
    });
    expect([ran, await world.count(`title = 'stands'`)]).toEqual([['second'], 1]);
  });

  it('hooks need a transaction, and what is not awaited cannot slip in after the commit', async () => {
    expect(() => db.beforeCommit('x', async () => undefined)).toThrow(/transaction/);
    expect(() => db.afterCommit(async () => undefined)).toThrow(/transaction/);
    let late: Promise<unknown> | undefined;
    await db.transaction(async () => {
      late = new Promise(wait => setTimeout(wait, 60)).then(() => insert('late'));
    });
    await expect(late).rejects.toThrow(/released/i);
    expect(await world.count()).toBe(0);
  });

  it('reads bigint and numeric as texts, and UPDATE … RETURNING as rows', async () => {
    expect(await db.query(`SELECT 9007199254740993::bigint AS big, 0.1::numeric(5,3) AS part`)).toEqual([{ big: '9007199254740993', part: '0.100' }]);
    expect(await db.query('UPDATE counter SET value = value WHERE id = 1 RETURNING id')).toEqual([{ id: 1 }]);
    expect(await db.query('DELETE FROM counter WHERE id = 99 RETURNING id')).toEqual([]);
  });
});
