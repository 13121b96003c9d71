import { Any, Person, PermitWorld } from '../permits/world';
import { opened } from './files';

/** The whole form in the order of the national form, on paper and as a workbook. */
describe('the form on paper', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let application: Any;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    enterprise = await world.as('enterprise.admin');
    application = await world.filled(enterprise, { siteSequence: 1 });
  }, 300_000);
  afterAll(() => world.end());

  const path = (rest: string): string => `/permit-applications/${application.id as string}${rest}`;
  const drawn = async (): Promise<Any> => {
    const asked = (await enterprise.post(path('/papers'))).body;
    await world.runJobs();
    return (await enterprise.get(path(`/papers/${asked.id as string}`))).body;
  };

  it('is drawn by the worker, once for the same content, and read by who reads the application', async () => {
    const asked = await enterprise.post(path('/papers'));
    expect([asked.status, asked.body.fileId]).toEqual([200, null]);
    await world.runJobs();
    const paper = await drawn();
    expect(paper.id).toBe(asked.body.id);
    const file = await enterprise.get(`/files/${paper.fileId as string}/content`);
    expect([file.status, file.headers['content-type'], file.raw.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    const stranger = await world.as('enterprise.admin', 1);
    expect((await stranger.get(`/files/${paper.fileId as string}/content`)).status).toBe(404);
    expect((await stranger.post(path('/papers'))).status).toBe(404);
  });

  it('of 300 outlets with 8 pollutants each is drawn by the worker', async () => {
    const before = (await enterprise.get(path('/sections/air-limits'))).body;
    const pollutants = ['PM', 'SO2', 'NOx', 'VOCs', 'NMHC', 'NH3', 'H2S', 'Hg'];
    const limits = Array.from({ length: 300 }, (_, n) => `DA${String(n + 1).padStart(3, '0')}`).flatMap(outletCode => pollutants.map(pollutant => ({ outletCode, pollutant, standard: 'GB 13271-2014', concentrationMgM3: '30', year1T: '1.25' })));
    const saved = await enterprise.patch(path('/sections/air-limits'), { data: { limits } }, { ifMatch: before.version as number });
    expect(saved.status).toBe(200);
    const started = performance.now();
    const paper = await drawn();
    const [row] = await world.db.query<{ size: string }>('SELECT size_bytes AS size FROM stored_file WHERE id = $1', [paper.fileId]);
    process.stdout.write(`300 outlets with 8 pollutants: ${((performance.now() - started) / 1000).toFixed(1)} s, ${(Number(row?.size) / 1e6).toFixed(1)} MB\n`);
    expect(Number(row?.size)).toBeGreaterThan(100_000);
  });

  it('of a permit comes as a workbook with the pages in their order and no persons', async () => {
    const permit = await world.issue((await world.submitted(await world.as('enterprise.admin', 1), { siteSequence: 1 })).id as string, undefined);
    const book = await opened((await (await world.as('enterprise.admin', 1)).get(`/permits/${permit.id as string}/workbook`)).raw);
    const pages = book.worksheets.map(page => Number.parseInt(page.name, 10)).filter(one => !Number.isNaN(one));
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(new Set(pages).size).toBeGreaterThanOrEqual(18);
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).not.toContain('13800000000');
    expect((await enterprise.get(`/permits/${permit.id as string}/workbook`)).status).toBe(404);
  });
});
