import { Test } from '@nestjs/testing';
import { INestApplicationContext } from '@nestjs/common';
import { Audit, canonicalJson, City, Db, FixedClock, Numbering, PlatformModule, sm3, systemActor, verifyAudit } from '@huanbao/platform';
import { createTestDatabase, TestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';

describe('audit chain and numbers on a real database', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: Db;
  let audit: Audit;
  let numbering: Numbering;
  const clock = new FixedClock(new Date('2026-11-23T08:00:00Z'));
  const actor = systemActor('test');

  beforeAll(async () => {
    database = await createTestDatabase();
    const module = await Test.createTestingModule({ imports: [PlatformModule.forRoot({ env: testEnv(database.url), city: {} as City, entities: [], clock })] }).compile();
    app = await module.init();
    [db, audit, numbering] = [app.get(Db), app.get(Audit), app.get(Numbering)];
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const record = (n: number): Promise<void> => db.transaction(() => audit.record({ actor, action: 'test.act', subject: { type: 'thing', id: String(n) }, details: { n, nested: { b: 1, a: '中' } } }));

  it('stays one unbroken chain when many transactions commit at once and some roll back', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        n % 5 === 0
          ? db.transaction(async () => {
              await audit.record({ actor, action: 'test.undone', subject: { type: 'thing', id: String(n) } });
              throw new Error('undone');
            }).catch(() => undefined)
          : record(n),
      ),
    );
    expect(await verifyAudit(db)).toMatchObject({ whole: true, entries: 48 });
  });

  it('cannot be changed through the table', async () => {
    await expect(db.query(`UPDATE audit_entry SET action = 'other' WHERE seq = 1`)).rejects.toThrow(/append-only/);
    await expect(db.query(`DELETE FROM audit_entry WHERE seq = 1`)).rejects.toThrow(/append-only/);
  });

  const CHANGES: readonly [string, string][] = [
    ['at', `at + interval '1 millisecond'`], ['actor_user_id', 'gen_random_uuid()'], ['actor_user_id', 'NULL'], ['actor_org_id', 'gen_random_uuid()'], ['on_behalf_of', 'gen_random_uuid()'], ['action', `'test.other'`],
    ['subject_type', `'things'`], ['subject_id', `subject_id || 'x'`], ['details', `details || '{"n": 99}'`], ['details', `details || '{"more": null}'`], ['details', `'{}'`], ['trace', `'00-00'`],
    ['previous_hash', `repeat('0', 64)`], ['hash', `repeat('f', 64)`],
  ];

  /** Does what somebody with all rights on the database could do, looks, and puts everything back. */
  async function tampered(sql: string): Promise<Awaited<ReturnType<typeof verifyAudit>>> {
    let verdict: Awaited<ReturnType<typeof verifyAudit>> | undefined;
    await db
      .transaction(async () => {
        await db.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only');
        for (const statement of sql.split(';')) await db.query(statement);
        verdict = await verifyAudit(db);
        throw new Error('put back');
      })
      .catch((error: Error) => expect(error.message).toBe('put back'));
    expect((await verifyAudit(db)).whole).toBe(true);
    return verdict as Awaited<ReturnType<typeof verifyAudit>>;
  }

  it('the chain tells every column of the table apart', async () => {
    const columns = await db.query<{ name: string }>(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_entry'`);
    expect(new Set(CHANGES.map(([column]) => column).concat('seq'))).toEqual(new Set(columns.map(({ name }) => name)));
  });

  it.each(CHANGES)('a changed %s (to %s) is found, even with the trigger switched off', async (column, value) => {
    expect(await tampered(`UPDATE audit_entry SET ${column} = ${value} WHERE seq = 7`)).toMatchObject({ whole: false, broken: { seq: '7' } });
  });

  it.each([
    ['the first row taken away', 'DELETE FROM audit_entry WHERE seq = 1', '2'],
    ['a row taken away', 'DELETE FROM audit_entry WHERE seq = 9', '10'],
    ['a row taken away and the gap closed', 'DELETE FROM audit_entry WHERE seq = 9; UPDATE audit_entry SET seq = -seq WHERE seq > 9; UPDATE audit_entry SET seq = -seq - 1 WHERE seq < 0', '9'],
    ['two rows changed about', 'UPDATE audit_entry SET seq = CASE seq WHEN 11 THEN -12 WHEN 12 THEN -11 END WHERE seq IN (11, 12); UPDATE audit_entry SET seq = -seq WHERE seq < 0', '11'],
    ['a row put in between', 'UPDATE audit_entry SET seq = -seq WHERE seq > 5; UPDATE audit_entry SET seq = -seq + 1 WHERE seq < 0; INSERT INTO audit_entry SELECT 6, at, actor_user_id, actor_org_id, on_behalf_of, action, subject_type, subject_id, details, trace, previous_hash, repeat(\'a\', 64) FROM audit_entry WHERE seq = 5', '6'],
    ['a row put in front', `INSERT INTO audit_entry SELECT 0, at, actor_user_id, actor_org_id, on_behalf_of, action, subject_type, subject_id, details, trace, previous_hash, repeat('a', 64) FROM audit_entry WHERE seq = 1`, '0'],
    ['a row appended without the chain', `INSERT INTO audit_entry SELECT 49, at, actor_user_id, actor_org_id, on_behalf_of, action, subject_type, subject_id, details, trace, repeat('a', 64), repeat('b', 64) FROM audit_entry WHERE seq = 48`, '49'],
  ])('%s is found', async (_what, sql, seq) => {
    expect(await tampered(sql)).toMatchObject({ whole: false, broken: { seq } });
  });

  it('the last rows cut off, or the whole chain written anew, is found by the head that was written down', async () => {
    const { head, entries } = await verifyAudit(db);
    const cut = await tampered('DELETE FROM audit_entry WHERE seq > 40');
    expect([cut.whole, cut.entries, cut.head === head]).toEqual([true, 40, false]);
    await db
      .transaction(async () => {
        await db.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only');
        await db.query('DELETE FROM audit_entry WHERE seq > 40');
        expect(await verifyAudit(db, { seq: entries, hash: head })).toMatchObject({ whole: false, broken: { seq: String(entries), reason: expect.stringMatching(/written down/) as string } });
        throw new Error('put back');
      })
      .catch((error: Error) => expect(error.message).toBe('put back'));
    const [tenth] = await db.query<{ hash: string }>('SELECT hash FROM audit_entry WHERE seq = 10');
    expect(await verifyAudit(db, { seq: 10, hash: tenth?.hash as string })).toMatchObject({ whole: true });
    expect(await verifyAudit(db, { seq: 10, hash: head })).toMatchObject({ whole: false, broken: { seq: '10' } });
  });

  it('is SM3 over the previous hash and the content with sorted members, as anybody can recompute', async () => {
    const [row] = await db.query<{ at: Date; previous_hash: string; hash: string; details: object; subject_id: string }>('SELECT at, previous_hash, hash, details, subject_id FROM audit_entry WHERE seq = 3');
    const content = { seq: '3', at: row?.at.toISOString(), actorUserId: actor.userId, actorOrgId: null, onBehalfOf: null, action: 'test.act', subjectType: 'thing', subjectId: row?.subject_id, details: row?.details, trace: null };
    expect(sm3(`${row?.previous_hash}\n${canonicalJson(content)}`)).toBe(row?.hash);
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: new Date(0) })).toBe('{"a":"1970-01-01T00:00:00.000Z","b":[{"d":1}]}');
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('draws numbers without gaps or doubles under concurrency and rollback', async () => {
    const drawn: number[] = [];
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        db
          .transaction(async () => {
            const { value } = await numbering.next('test');
            if (n % 4 === 0) throw new Error('given back');
            return value;
          })
          .then(value => drawn.push(value), () => undefined),
      ),
    );
    expect(drawn.sort((a, b) => a - b)).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));
  });

  it('refuses to draw a number outside a transaction', async () => {
    await expect(numbering.next('test')).rejects.toThrow(/transaction/);
  });

  it('begins anew with the year of Shanghai: at its midnight, not at that of London', async () => {
    const draw = (): Promise<string> => db.transaction(() => numbering.code('year', 'XK'));
    clock.set('2026-12-31T23:59:59.999+08:00');
    expect([await draw(), await draw()]).toEqual(['XK-2026-000001', 'XK-2026-000002']);
    clock.set('2027-01-01T00:00:00+08:00');
    const drawn = await Promise.all(Array.from({ length: 12 }, draw));
    expect([...drawn].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `XK-2027-${String(i + 1).padStart(6, '0')}`));
    clock.set('2026-12-31T23:59:59+08:00');
    expect(await draw()).toBe('XK-2026-000003');
  });
});
