import { ActNames, Db, FixedClock, loadCity } from '@huanbao/platform';
import { createApi } from '../../apps/api/src/bootstrap';
import { seedDemo, seedReferenceData } from '../../apps/api/src/seed';
import { createTestDatabase } from '../harness/database';
import { testEnv } from '../harness/env';

/** Whoever tries the platform does so on a day nobody chose: the first days of a month and of a year are not like the others. */
describe('the demonstration city', () => {
  it.each(['2026-12-01T01:00:00Z', '2027-01-03T02:00:00Z', '2028-02-29T15:59:00Z'])('can be founded on %s', async day => {
    const database = await createTestDatabase();
    const app = await createApi({ env: testEnv(database.url), city: loadCity('config/city.json'), quiet: true, clock: new FixedClock(new Date(day)) });
    try {
      await seedReferenceData(app);
      expect(await seedDemo(app)).not.toHaveLength(0);
      expect(await unnamed(app)).toEqual([]);
    } finally {
      await app.close();
      await database.drop();
    }
  });
});

/** Acts and kinds of records in the log that a reader would see as codes. */
async function unnamed(app: Awaited<ReturnType<typeof createApi>>): Promise<string[]> {
  const names = app.get(ActNames);
  const written = await app.get(Db).query<{ action: string; type: string }>('SELECT DISTINCT action, subject_type AS type FROM audit_entry');
  expect(written.length).toBeGreaterThan(50);
  return written.filter(({ action, type }) => !names.ofAct(action) || !names.ofSubject(type)).map(({ action, type }) => `${action} on ${type}`);
}
