import { Test } from '@nestjs/testing';
import { INestApplicationContext } from '@nestjs/common';
import { Audit, City, Db, Numbering, PlatformModule, systemActor, verifyAudit } from '@huanbao/platform';
import { createTestDatabase, TestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';

describe('audit chain and numbers on a real database', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: Db;
  let audit: Audit;
  let numbering: Numbering;
  const actor = systemActor('test');

  beforeAll(async () => {
    database = await createTestDatabase();
    const module = await Test.createTestingModule({ imports: [PlatformModule.forRoot({ env: testEnv(database.url), city: {} as City, entities: [] })] }).compile();
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

  it.each([
    ['a changed row', `UPDATE audit_entry SET details = jsonb_set(details, '{n}', '99') WHERE seq = 7`, '7'],
    ['a removed row', `DELETE FROM audit_entry WHERE seq = 9`, '10'],
    ['a swapped pair', `UPDATE audit_entry SET seq = CASE seq WHEN 11 THEN -12 WHEN 12 THEN -11 END WHERE seq IN (11, 12)`, '13'],
  ])('shows %s to the verifier even when the trigger was switched off', async (_what, tamper, seq) => {
    await db
      .transaction(async () => {
        await db.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only');
        await db.query(tamper);
        expect(await verifyAudit(db)).toMatchObject({ whole: false, broken: { seq } });
        throw new Error('put back');
      })
      .catch((error: Error) => expect(error.message).toBe('put back'));
    expect((await verifyAudit(db)).whole).toBe(true);
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
});
