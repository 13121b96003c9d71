import { allJobs, canonicalJson, Outbox, sm3 } from '@huanbao/platform';
import { Any, Person, RecordsWorld } from './world';

const LIMIT = { id: 'bap', outletCode: 'DA001', pollutant: 'BaP', concentrationMgM3: '0.0003', standard: 'GB 16171-2012' };
const WATCHED = { id: 'bap', source: 'air-outlet', outletCode: 'DA001', pollutant: 'BaP', method: 'manual', frequency: 'year', technique: 'HJ 647-2013' };

describe('a permit whose benzo[a]pyrene was written in mg/m³', () => {
  let records: RecordsWorld;
  let hospital: Person;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    hospital = await records.hospital();
    records.world.clock.set('2026-11-26T02:00:00Z');
    await asWrittenThen();
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);

  /** The permit, its limit and the form it was issued on, as they stood before the form asked for μg/m³. */
  async function asWrittenThen(): Promise<void> {
    const put = async (table: string, where: string, column: string, path: string): Promise<unknown> =>
      rows(`UPDATE ${table} SET ${column} = jsonb_set(${column}, '${path}', (${column} #> '${path}') || $1::jsonb), form_version = '2026.3' WHERE ${where}`, [JSON.stringify([LIMIT])]);
    await put('permit_version', 'true', 'snapshot', '{air-limits,limits}');
    await put('application_section', `section = 'air-limits' AND application_id = (SELECT application_id FROM permit)`, 'data', '{limits}');
    await rows(`UPDATE permit_version SET snapshot = jsonb_set(snapshot, '{self-monitoring,plan}', (snapshot #> '{self-monitoring,plan}') || $1::jsonb)`, [JSON.stringify([WATCHED])]);
    await rows(`INSERT INTO permit_limit (permit_id, medium, outlet_code, pollutant, measure, value, unit, standard, valid_from, from_version) SELECT id, 'air', 'DA001', 'BaP', 'concentration', 0.0003, 'μg/m³', 'GB 16171-2012', valid_from, 1 FROM permit`);
  }

  const judgeAgain = async (): Promise<void> => {
    const job = allJobs().find(one => one.name === 'records.judge-former-units');
    await records.world.db.transaction(() => records.world.api.get(Outbox).enqueue(job as NonNullable<typeof job>, {}));
    await records.world.runJobs();
  };

  it('is read in μg/m³ wherever it is shown, and what was signed stays', async () => {
    const [stored] = await rows('SELECT snapshot FROM permit_version');
    const printed = (body: Any): string => JSON.stringify((body.content as Any[]).find(one => one.key === 'air-limits'));
    for (const [who, path] of [[hospital, `/permits/${records.permitId}`], [records.world.anyone, `/public/permits/${records.permitId}`]] as const) {
      const said = printed((await who.get(path)).body as Any);
      expect([said.includes('0.3 μg/m³'), said.includes('0.0003')]).toEqual([true, false]);
    }
    const document = (await hospital.get(`/permits/${records.permitId}/json`)).body;
    const [version] = document.versions as Any[];
    const own = (content: Any): string => (content['air-limits'].limits as Any[]).find(one => one.pollutant === 'BaP').concentrationMgM3 as string;
    expect([own(version.content as Any), own(version.signedContent.content as Any), version.signedContent.formVersion]).toEqual(['0.3', '0.0003', '2026.3']);
    expect(version.contentHash).toBe(sm3(canonicalJson(stored.snapshot)));
    expect((await rows('SELECT snapshot FROM permit_version'))[0].snapshot).toEqual(stored.snapshot);
  });

  it('begins a change in μg/m³ that changes nothing', async () => {
    const [permit] = await rows('SELECT site_id AS "siteId" FROM permit');
    const { body: draft } = await hospital.post('/permit-applications', { siteId: permit.siteId as string, businessType: 'adjust', triggers: ['monitoring'] });
    const section = (await hospital.get(`/permit-applications/${draft.id as string}/sections/air-limits`)).body;
    expect((section.data.limits as Any[]).find(one => one.pollutant === 'BaP')).toMatchObject({ concentrationMgM3: '0.3' });
    const { body: changes } = await hospital.get(`/permit-applications/${draft.id as string}/changes`);
    expect((changes.items as Any[]).filter(one => one.section === 'air-limits')).toEqual([]);
    expect(await rows(`SELECT DISTINCT form_version AS v FROM application_section WHERE application_id = $1`, [draft.id])).toEqual([{ v: '2026.4' }]);
  });

  it('has results judged by the wrong number judged anew, once, with a line that says so', async () => {
    const entered = await hospital.post(`/monitoring/${records.permitId}/results`, {
      place: 'DA001', pollutant: 'BaP', sampledAt: '2026-11-24 10:00', value: '0.1', unit: 'ug/m3', oxygenPercent: '3.5', sampleNo: 'B-1', laboratory: '山西某检测公司', cma: '200412050001', reportNo: 'JC-B', confirmed: ['unit-slip'],
    });
    expect([entered.status, entered.body.verdict, entered.body.limitValue]).toEqual([201, 'exceeded', '0.0003']);
    await judgeAgain();
    expect(await rows(`SELECT verdict FROM monitoring_result WHERE pollutant = 'BaP'`)).toEqual([{ verdict: 'exceeded' }]);

    await rows(`UPDATE permit_limit SET value = 0.3 WHERE pollutant = 'BaP'`);
    await judgeAgain();
    await judgeAgain();
    const now = await rows(`SELECT verdict, limit_value::text AS limit, value::text, corrects_id AS corrects, steps FROM monitoring_result WHERE pollutant = 'BaP' ORDER BY id`);
    expect(now.map(one => [one.verdict, one.limit, one.value, one.corrects])).toEqual([['exceeded', '0.0003', '0.1', null], ['met', '0.3', '0.1', entered.body.id]]);
    expect(now[1].steps[0].zh).toContain('重新判定');
    expect(await rows('SELECT state FROM exceedance')).toEqual([{ state: 'withdrawn' }]);
    expect((await rows(`SELECT 1 FROM audit_entry WHERE action = 'monitoring.judge-anew'`)).length).toBe(1);
    expect((await (await records.officer()).get(`/monitoring-results/${entered.body.id as string}`)).status).toBe(200);
  });
});
