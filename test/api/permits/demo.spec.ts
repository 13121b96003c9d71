import { seedPermitsDemo } from '@huanbao/permits';
import { Db } from '@huanbao/platform';
import { seedReferenceData } from '../../../apps/api/src/seed';
import { Any, PermitWorld } from './world';

/** What the demonstration city holds of permits, and that it was built by the services. */
describe('the demonstration city', () => {
  let world: PermitWorld;
  beforeAll(async () => {
    world = await PermitWorld.begin();
    const db = world.api.get(Db);
    await db.transaction(() => seedPermitsDemo(world.api, world.demo));
    await world.runJobs();
    // a dozen documents are each read by a process of its own
  }, 400_000);
  afterAll(() => world.end());

  it('has a submitted application and a half-filled draft of the lime works', async () => {
    const lime = (await (await world.as('enterprise.admin')).get('/permit-applications')).body.items as Any[];
    expect(lime.map(one => [one.siteName as string, one.state as string, one.completedSections as number])).toEqual([
      ['二期活性石灰项目', 'draft', 3], ['南阳石灰窑厂区', 'submitted', 19],
    ]);
    expect(lime[1].ball).toMatchObject({ holder: 'bureau', role: 'bureau.intake', due: '2026-11-26' });
    const bureau = (await (await world.as('bureau.intake')).get('/permit-applications')).body.items as Any[];
    expect(bureau.map(one => one.state as string)).toEqual(['issued', 'submitted']);
  });

  it('has a permit of the hospital with its papers and files', async () => {
    const hospital = await world.as('enterprise.admin', 1);
    const [row] = (await hospital.get('/permits')).body.items as Any[];
    const permit = (await hospital.get(`/permits/${row.id as string}`)).body;
    expect(permit).toMatchObject({ siteName: '本部院区', status: 'valid', validTo: '2031-11-22' });
    for (const id of [permit.originalFileId, permit.duplicateFileId]) expect((await hospital.get(`/files/${id as string}/content`)).raw.length).toBeGreaterThan(20_000);
    expect((await (await world.as('enterprise.admin')).get(`/permits/${permit.id as string}`)).status).toBe(404);
    expect((await (await world.as('enterprise.admin')).get(`/files/${permit.originalFileId as string}/content`)).status).toBe(404);
    const files = (await hospital.get(`/files?subjectType=permit-application&subjectId=${permit.applicationId as string}`)).body as Any;
    expect(JSON.stringify(files)).toContain('厂区平面布置图');
  });

  it('loads the reference limits once, and keeps what an officer changed', async () => {
    const [before] = await world.db.query<{ n: string }>('SELECT count(*) AS n FROM limit_standard');
    await world.db.query(`UPDATE limit_standard SET verified = true WHERE standard = 'DB14/1929-2019'`);
    await seedReferenceData(world.api);
    const [after] = await world.db.query<{ n: string; verified: string }>(`SELECT count(*) AS n, count(*) FILTER (WHERE verified AND standard = 'DB14/1929-2019') AS verified FROM limit_standard`);
    expect([after?.n, after?.verified]).toEqual([before?.n, '6']);
  });

  it('shows the form to everyone as data', async () => {
    const form = (await world.anyone.get('/permit-forms/current')).body;
    expect(form.formVersion).toBe('2026.4');
    expect(form.sections).toHaveLength(19);
    expect(form.sections[0].fields[0]).toMatchObject({ name: 'enterpriseName', required: 'always', sealedFrom: 'draft' });
  });
});
