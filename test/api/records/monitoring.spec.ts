import { Any, Person, RecordsWorld } from './world';

const NOX = { place: 'DA001', pollutant: 'NOx', sampledAt: '2026-11-24 10:00', value: '30', unit: 'mg/m³', oxygenPercent: '3.5', flow: '4800', sampleNo: 'S-2026-001', laboratory: '山西某检测公司', cma: '200412050001', reportNo: 'JC-1124' };

describe('self-monitoring', () => {
  let records: RecordsWorld;
  let hospital: Person;
  let base: string;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    hospital = await records.hospital();
    base = `/monitoring/${records.permitId}`;
    records.world.clock.set('2026-11-26T02:00:00Z');
  });
  afterAll(() => records.end());

  const rows = (sql: string): Promise<Any[]> => records.world.db.query<Any>(sql);
  const count = async (table = 'monitoring_result'): Promise<number> => Number((await rows(`SELECT count(*) AS n FROM ${table}`))[0].n);
  const errorsOf = (answer: { body: Any }): string[] => (answer.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const enter = (over: object = {}, options: object = {}) => hospital.post(`${base}/results`, { ...NOX, ...over }, options);

  it('shows the permit’s own plan with units, limits and base oxygen', async () => {
    const { status, body } = await hospital.get(base);
    expect([status, (body.plan as Any[]).length]).toEqual([200, 11]);
    expect((body.plan as Any[])[2]).toMatchObject({ place: 'DA001', placeName: '锅炉排气筒', pollutant: 'NOx', frequency: 'month', unit: 'mg/m³', limitValue: '50', baseOxygenPercent: '3.5' });
    expect((body.plan as Any[]).find(line => line.pollutant === 'fecal-coliform')).toMatchObject({ unit: 'MPN/L', limitValue: '5000', baseOxygenPercent: null });
  });

  it('keeps what was reported, what was compared and with what', async () => {
    const { status, body } = await enter({ value: '45000', unit: 'ug/m3', oxygenPercent: '3' }, { key: 'result-1' + 'x'.repeat(8) });
    expect([status, body.verdict, body.comparedValue, body.limitValue, body.pollutantTitle.zh]).toEqual([201, 'met', '43.75', '50', '氮氧化物']);
    expect((body.steps as Any[]).map(one => one.zh as string)).toEqual([
      '基准含氧量 3.5%（GB 13271-2014 表6，待核）', '折算浓度 = 45 ×（21 − 3.5）÷（21 − 3）= 43.75 mg/m³', '许可限值 50 mg/m³（DB14/1929-2019）', '43.75 mg/m³，达标',
    ]);
    expect(await rows('SELECT reported, value::text, unit, sampled_on::text, sampled_at FROM monitoring_result')).toEqual([{ reported: '45000', value: '45', unit: 'mg/m³', sampled_on: '2026-11-24', sampled_at: new Date('2026-11-24T02:00:00Z') }]);
  });

  it.each<[string, object, string]>([
    ['a negative value', { value: '-3' }, '/value value'],
    ['text', { value: '约30' }, '/value value'],
    ['ND without its limit', { value: 'ND' }, '/value value'],
    ['the future', { sampledAt: '2027-11-24 10:00' }, '/sampledAt future'],
    ['a day before the permit', { sampledAt: '2026-11-01 10:00' }, '/sampledAt before-permit'],
    ['an outlet of somebody else', { place: 'DA007' }, '/place place'],
    ['what the plan does not have', { pollutant: 'Hg' }, '/pollutant pollutant'],
    ['oxygen of air', { oxygenPercent: '21.0' }, '/oxygenPercent oxygen'],
    ['no oxygen', { oxygenPercent: undefined }, '/oxygenPercent oxygen-needed'],
    ['units of water', { unit: 'mg/L' }, '/unit unit'],
    ['no CMA', { cma: undefined }, '/cma cma'],
    ['a report of nobody', { reportFileId: '01a20916-0000-7000-8000-000000000000' }, '/reportFileId file'],
    ['a thousand times too much', { sampledAt: '2026-11-25 10:00', sampleNo: 'S-5', value: '45000' }, '/value unit-slip'],
    ['a thousand times too little', { sampledAt: '2026-11-25 10:00', sampleNo: 'S-5', value: '0.045' }, '/value unit-slip'],
    ['a sample used before', { sampledAt: '2026-11-25 10:00' }, '/sampleNo sample-reused'],
    ['another value of the same time', { value: '44' }, '/sampledAt taken'],
  ])('answers %s with the place and the mend', async (_name, over, due) => {
    const answer = await enter(over);
    expect([answer.status, errorsOf(answer), await count()]).toEqual([400, [due], 1]);
    expect((answer.body.errors as Any[])[0].zh).toMatch(/[\u4e00-\u9fff]{4}/);
  });

  it('makes an exceedance a to-do, tells both sides once, and takes the explanation', async () => {
    const { status, body } = await enter({ sampledAt: '2026-11-25 10:00', sampleNo: 'S-2026-002', value: '62', reportNo: 'JC-1125' });
    expect([status, body.verdict]).toEqual([201, 'exceeded']);
    const [todo] = ((await hospital.get('/exceedances?state=open')).body as Any).items as Any[];
    expect(todo).toMatchObject({ resultId: body.id, comparedValue: '62', limitValue: '50', state: 'open', actions: expect.arrayContaining(['monitoring.explain']) as unknown });
    expect(await rows(`SELECT job FROM outbox WHERE job = 'records.tell-exceedance'`)).toHaveLength(1);
    await records.world.runJobs();
    const told = await rows(`SELECT o.kind FROM notification n JOIN organisation o ON o.id = n.org_id WHERE n.key = 'exceedance:${todo.id as string}' GROUP BY 1 ORDER BY 1`);
    expect(told.map(one => one.kind as string)).toEqual(['bureau', 'enterprise']);
    expect(((await hospital.get('/monitoring')).body.items as Any[])[0]).toMatchObject({ openExceedances: 1, status: 'valid', endedOn: null });

    const path = `/exceedances/${todo.id as string}/explain`;
    const good = { cause: '低氮燃烧器风门故障', action: '当日检修更换，复测达标', restoredOn: '2026-11-26' };
    expect((await hospital.post(path, good)).status).toBe(428);
    expect(errorsOf(await hospital.post(path, { ...good, restoredOn: '2026-11-24' }, { ifMatch: 1 }))).toEqual(['/restoredOn date']);
    expect((await hospital.post(path, { cause: '', action: '' }, { ifMatch: 1 })).status).toBe(400);
    expect((await (await records.officer()).post(path, good, { ifMatch: 1 })).status).toBe(403);
    expect((await (await records.lime()).post(path, good, { ifMatch: 1 })).status).toBe(404);
    const done = await hospital.post(path, good, { ifMatch: 1 });
    expect([done.status, done.body.state, done.body.explainedByName]).toEqual([200, 'explained', hospital.account?.name]);
    expect((await hospital.post(path, good, { ifMatch: 1 })).status).toBe(412);
  });

  it('judges a correction anew, keeps the old result and withdraws what it had brought', async () => {
    const [wrong] = await rows(`SELECT id FROM monitoring_result WHERE verdict = 'exceeded'`);
    const path = `/monitoring-results/${wrong.id as string}/correct`;
    expect((await hospital.post(path, { data: { value: '26' } })).status).toBe(400);
    const { status, body } = await hospital.post(path, { data: { value: '26', place: 'DW001' }, reason: '报告抄录错误' });
    expect([status, body.verdict, body.place, body.correctsId]).toEqual([201, 'met', 'DA001', wrong.id]);
    expect((await hospital.post(path, { data: { value: '27' }, reason: '再改一次' })).body.code).toBe('monitoring.already-corrected');
    expect(await rows('SELECT state FROM exceedance')).toEqual([{ state: 'withdrawn' }]);
    const detail = (await hospital.get(`/monitoring-results/${wrong.id as string}`)).body;
    expect((detail.history as Any[]).map(one => [one.reported as string, one.reason as string | null])).toEqual([['62', null], ['26', '报告抄录错误']]);
    await expect(rows('UPDATE monitoring_result SET value = 1')).rejects.toThrow('append-only');
    await expect(rows('DELETE FROM monitoring_result')).rejects.toThrow('append-only');
  });

  it('takes a program’s batch: good rows in, the others named, the same again nothing', async () => {
    const key = await records.key(['monitoring']);
    const sewage = { place: 'DW001', pollutant: 'COD', sampledAt: '2026-11-25T01:00:00Z', value: '<4', unit: 'mg/L', flow: '178', ownLaboratory: true, externalId: 'LIMS-1' };
    const body = { rows: [sewage, { ...sewage, pollutant: 'SS', value: '1200000', externalId: 'LIMS-2' }, { ...sewage, pollutant: 'fecal-coliform', unit: 'MPN/L', value: '9000', externalId: 'LIMS-3' }, 12] };
    const post = (given: object) => records.program(key, { method: 'POST', path: `${base}/results/batch`, body: given });
    const first = await post(body);
    expect([first.body.accepted, first.body.existing, first.body.refused]).toEqual([2, 0, 2]);
    expect((first.body.rows as Any[]).map(row => (row.errors as Any[]).map(one => one.code as string).join())).toEqual(['', 'impossible', '', 'type']);
    expect([(await post(body)).body.existing, (await rows(`SELECT id FROM exceedance WHERE state = 'open'`)).length]).toEqual([2, 1]);
    expect(await rows(`SELECT source, below_detection AS below, verdict FROM monitoring_result WHERE external_id = 'LIMS-1'`)).toEqual([{ source: 'api', below: true, verdict: 'met' }]);
    const explained = await records.program(key, { method: 'POST', path: `/exceedances/${(await rows(`SELECT id FROM exceedance WHERE state = 'open'`))[0].id as string}/explain`, body: { cause: '程序说的', action: '程序做的' } });
    expect(explained.body.code).toBe('forbidden');
    expect((await records.program(await records.key(['ledger']), { method: 'POST', path: `${base}/results/batch`, body })).status).toBe(403);
  });

  it('lists planned and done, and what is missing', async () => {
    records.world.clock.set('2027-01-20T02:00:00Z');
    // signed in at that time: sessions of November are over
    const progress = (await (await records.officer('bureau.supervisor')).get(`${base}/progress?year=2026`)).body;
    records.world.clock.set('2026-11-26T02:00:00Z');
    const states = (pollutant: string): string[] => ((progress.lines as Any[]).find(line => line.pollutant === pollutant).periods as Any[]).map(one => one.state as string);
    expect([states('NOx'), states('COD'), states('SS')]).toEqual([['done', 'missing'], ['done'], ['short']]);
    expect([progress.done, progress.missing]).toEqual([3, 2]);
  });

  it('pages, filters, sorts and exports', async () => {
    const get = async (query: string): Promise<Any> => (await hospital.get(`${base}/results?${query}`)).body;
    const first = await get('limit=3');
    const second = await get(`limit=3&cursor=${first.nextCursor as string}`);
    expect(new Set([...first.items, ...second.items].map((one: Any) => one.id as string)).size).toBe(await count());
    expect([(await get('verdict=exceeded')).items.length, (await get('q=JC-1125')).items.length, (await get('pollutant=COD')).items.length, (await get('from=2026-11-26')).items.length]).toEqual([2, 2, 1, 0]);
    expect((await get('sort=-entered')).items[0].pollutant).toBe('fecal-coliform');
    expect((await hospital.get(`${base}/results/export`)).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('publishes what holds, without samples, files and corrections', async () => {
    const { status, body } = await records.world.anyone.get('/public/monitoring-results');
    expect([status, (body.items as Any[]).map(one => one.reported as string).sort()]).toEqual([200, ['26', '45000', '9000', '<4']]);
    expect(Object.keys((body.items as Any[])[0]).filter(name => /sample|file|note|by/i.test(name))).toEqual(['sampledOn']);
    const named = await records.world.anyone.get(`/public/monitoring-results?q=${encodeURIComponent('医院')}`);
    expect((named.body.items as Any[]).length).toBe(4);
    expect(((await records.world.anyone.get(`/public/monitoring-results?q=${encodeURIComponent('没有这家')}`)).body.items as Any[]).length).toBe(0);
  });

  it('is read by the bureau of the place, and by no other enterprise', async () => {
    const [officer, lime] = [await records.officer(), await records.lime()];
    const [result] = await rows('SELECT id FROM monitoring_result LIMIT 1');
    for (const path of [base, `${base}/progress`, `${base}/results`, `${base}/results/export`, `/monitoring-results/${result.id as string}`]) {
      expect({ path, officer: (await officer.get(path)).status, lime: (await lime.get(path)).status }).toEqual({ path, officer: 200, lime: 404 });
    }
    expect([(await officer.get('/exceedances')).body.items.length, (await lime.get('/exceedances')).body.items.length]).toEqual([2, 0]);
    const found = async (query: string): Promise<number> => ((await officer.get(`/exceedances?${query}`)).body.items as Any[]).length;
    const days = ((await officer.get('/exceedances?sort=-sampled')).body.items as Any[]).map(one => one.sampledOn as string);
    expect(days).toEqual([...days].sort().reverse());
    const first = (await officer.get('/exceedances?sort=-sampled&limit=1')).body;
    expect((await officer.get(`/exceedances?sort=-sampled&limit=1&cursor=${encodeURIComponent(first.nextCursor as string)}`)).body.items[0].id).not.toBe(first.items[0].id);
    expect([await found(`q=${encodeURIComponent('医院')}`), await found('q=%E4%B8%8D%E5%AD%98%E5%9C%A8'), await found(`from=${days[0]}`), await found('to=2020-01-01')]).toEqual([2, 0, days.filter(day => day === days[0]).length, 0]);
    expect((await officer.get('/exceedances/export?state=open')).raw.subarray(0, 2).toString()).toBe('PK');
    expect([(await officer.post(`${base}/results`, NOX)).status, (await lime.post(`${base}/results`, NOX)).status]).toEqual([403, 404]);
  });

  it('takes a laboratory’s report as a file of the permit, and only from who may', async () => {
    const boundary = 'hb-test-boundary';
    const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="r.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n\r\n--${boundary}--\r\n`;
    const upload = (person: Person) => records.upload(person, `/files?subjectType=monitoring-reports&subjectId=${records.permitId}&purpose=report`, { payload: file, boundary });
    const stored = await upload(hospital);
    expect(stored.status).toBe(201);
    expect([(await upload(await records.lime())).status, (await upload(await records.officer())).status]).toEqual([404, 403]);
    const used = await enter({ sampledAt: '2026-11-24 16:00', sampleNo: 'S-9', reportFileId: stored.body.id as string });
    expect([used.status, used.body.reportFileId]).toEqual([201, stored.body.id]);
  });

  it('holds a result against the hourly mean where the permit limits that more strictly', async () => {
    const met = await enter({ sampledAt: '2026-11-25 15:00', sampleNo: 'S-20', value: '45' });
    expect([met.status, met.body.verdict, met.body.limitValue]).toEqual([201, 'met', '50']);
    await rows(`INSERT INTO permit_limit SELECT (jsonb_populate_record(l, jsonb_build_object('id', uuidv7(), 'measure', 'hour-mean', 'value', '40'))).* FROM permit_limit l WHERE outlet_code = 'DA001' AND pollutant = 'NOx' AND measure = 'concentration'`);
    const over = await enter({ sampledAt: '2026-11-25 16:00', sampleNo: 'S-21', value: '45' });
    expect([over.status, over.body.verdict, over.body.limitValue]).toEqual([201, 'exceeded', '40']);
    await expect(rows(`INSERT INTO permit_limit SELECT (jsonb_populate_record(l, jsonb_build_object('id', uuidv7(), 'measure', 'week-mean'))).* FROM permit_limit l LIMIT 1`)).rejects.toThrow('permit_limit_measure_check');
  });
});
