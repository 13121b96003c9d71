import { Any, Person, RecordsWorld } from '../records/world';

describe('stopping', () => {
  let records: RecordsWorld;
  let hospital: Person;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    await records.world.runJobs();
    await records.world.moveTo('2027-03-10T02:00:00Z');
    hospital = await records.hospital();
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);
  const body = (over: object = {}): object => ({ permitId: records.permitId, kind: 'planned', fromOn: '2027-03-25', toOn: '2027-10-10', ...over });
  const report = (over: object = {}): Promise<Any> => hospital.post('/stoppages', { ...body(), reason: '设备大修改造', ...over });
  const places = (answer: Any): string[] => (answer.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const excused = async (): Promise<string[]> => (await rows(`SELECT key FROM obligation WHERE permit_id = $1 AND status = 'excused' AND due_on >= '2027-03-10' ORDER BY key`, [records.permitId])).map(one => one.key as string);

  it('tells before anything is sent what is excused and what stays: reports do (条例 art. 22)', async () => {
    const before = await rows('SELECT * FROM obligation ORDER BY key');
    const seen = await hospital.post('/stoppages/preview', body());
    expect(seen.status).toBe(200);
    expect((seen.body.excused as Any[]).map(one => one.kind as string)).not.toContain('report-annual');
    expect((seen.body.excused as Any[]).map(one => one.key as string)).toEqual(expect.arrayContaining(['monitoring:quarter:2027-04-01', 'monitoring:quarter:2027-07-01']));
    expect((seen.body.stays as Any[]).some(one => (one.kind as string).startsWith('report-'))).toBe(true);
    expect(await rows('SELECT * FROM obligation ORDER BY key')).toEqual(before);
    const partial = await hospital.post('/stoppages/preview', body({ facilities: [await facility()] }));
    expect(partial.body.excused).toEqual([]);
    expect((await (await records.lime()).post('/stoppages/preview', body())).status).toBe(404);
    expect((await (await records.officer()).post('/stoppages/preview', body())).status).toBe(403);
  });

  const facility = async (): Promise<string> => (await hospital.get(`/stoppages/facilities?permitId=${records.permitId}`)).body.facilities[0].code as string;

  it('of single facilities excuses the outlets that only they feed, for exactly those days, and says so at plan, duty and report', async () => {
    const offered = (await hospital.get(`/stoppages/facilities?permitId=${records.permitId}`)).body;
    expect(offered.facilities).toEqual([{ code: 'MF0001', name: '燃气热水锅炉' }, { code: 'MF0002', name: '病区及门诊排水' }, { code: 'TW001', name: '污水处理站' }]);
    expect(offered.outlets).toEqual([{ code: 'DA001', name: '锅炉排气筒', facilities: ['MF0001'] }, { code: 'DW001', name: '污水总排口', facilities: ['MF0002'] }]);
    const boiler = { fromOn: '2027-03-25', toOn: '2027-07-31', facilities: ['MF0001'], outlets: ['DA001'] };
    expect(places(await hospital.post('/stoppages/preview', body({ ...boiler, outlets: ['DA001', 'DW001'] })))).toEqual(['/outlets/1 outlet']);
    expect(places(await hospital.post('/stoppages/preview', body({ ...boiler, outlets: ['DA009'] })))).toEqual(['/outlets/0 outlet']);
    expect(places(await hospital.post('/stoppages/preview', body({ outlets: ['DA001'] })))).toEqual(['/outlets outlet']);
    expect((await hospital.post('/stoppages/preview', body({ ...boiler, outlets: [] }))).body).toMatchObject({ excused: [], reduced: [] });
    const seen = (await hospital.post('/stoppages/preview', body(boiler))).body;
    const months = ['2027-04-01', '2027-05-01', '2027-06-01', '2027-07-01'].map(day => `monitoring:month:${day}`);
    const touched = [...(seen.excused as Any[]), ...(seen.reduced as Any[])].map(one => one.key as string);
    expect(touched.sort()).toEqual(months);
    // March and the year are touched only in part; where other outlets are measured in the same period, only these lines go
    const water = (await hospital.post('/stoppages/preview', body({ ...boiler, facilities: ['MF0002'], outlets: ['DW001'] }))).body;
    expect([...(water.excused as Any[]), ...(water.reduced as Any[])].map(one => one.key as string)).toContain('monitoring:quarter:2027-04-01');
    const made = await report(boiler);
    expect([made.status, made.body.outlets]).toEqual([201, ['DA001']]);
    await records.world.runJobs();
    const [april] = await rows(`SELECT status, content_zh FROM obligation WHERE permit_id = $1 AND key = 'monitoring:month:2027-04-01'`, [records.permitId]);
    expect([april.status, april.content_zh]).toEqual(['upcoming', expect.stringMatching(/^DW001 .*。停运免测：DA001 氮氧化物（2027-03-25 至 2027-07-31 的停产报告）$/)]);
    await records.world.moveTo('2027-08-02T02:00:00Z');
    hospital = await records.hospital();
    const nox = ((await hospital.get(`/monitoring/${records.permitId}/progress?year=2027`)).body.lines as Any[]).find(one => one.place === 'DA001' && one.pollutant === 'NOx');
    expect((nox.periods as Any[]).map(one => `${(one.from as string).slice(5, 7)} ${one.state as string}`)).toEqual(['01 missing', '02 missing', '03 missing', '04 standing', '05 standing', '06 standing', '07 standing', '08 open']);
    expect((nox.periods as Any[])[3].stoppages).toEqual([{ id: made.body.id as string, from: '2027-03-25', to: '2027-07-31', reason: '设备大修改造' }]);
    const [duty] = await rows(`SELECT id FROM obligation WHERE permit_id = $1 AND key = 'report-quarterly:2027-04-01'`, [records.permitId]);
    const begun = await hospital.post('/execution-reports', { dutyId: duty.id as string });
    expect(begun.body.stopped).toBe(false);
    const written = (await hospital.get(`/execution-reports/${begun.body.id as string}/parts/monitoring`)).body.data.results as Any[];
    expect(written.find(one => one.place === 'DA001' && one.pollutant === 'NOx')).toMatchObject({ planned: 0, explanation: '停运免测 3 次（停产报告 2027-03-25 至 2027-07-31）' });
    await records.world.moveTo('2027-03-10T02:05:00Z');
    hospital = await records.hospital();
    expect((await hospital.post(`/stoppages/${made.body.id as string}/withdraw`, { reason: '大修推迟到明年' }, { ifMatch: 1 })).status).toBe(200);
    await records.world.runJobs();
    expect((await rows(`SELECT content_zh FROM obligation WHERE permit_id = $1 AND key = 'monitoring:month:2027-04-01'`, [records.permitId]))[0].content_zh).not.toContain('停运免测');
  });

  it('excuses exactly what the preview said, once it is reported', async () => {
    const seen = (await hospital.post('/stoppages/preview', body())).body;
    const was = await excused();
    const made = await report();
    await records.world.runJobs();
    const now = await excused();
    expect([made.status, made.body.scope, made.body.facilities]).toEqual([201, '全厂', null]);
    expect(now.filter(key => !was.includes(key)).sort()).toEqual((seen.excused as Any[]).map(one => one.key as string).sort());
  });

  it.each<[string, object, string]>([
    ['the whole site twice', { fromOn: '2027-10-10', toOn: '2027-11-01' }, '/fromOn overlap'],
    ['a planned one in the past', { fromOn: '2027-03-09', toOn: '2027-03-20' }, '/fromOn day'],
    ['an unplanned one further back than may be reported', { kind: 'unplanned', fromOn: '2027-02-01', toOn: '2027-02-20' }, '/fromOn day'],
    ['the wrong way round', { fromOn: '2027-12-10', toOn: '2027-12-01' }, '/toOn day'],
    ['a facility the permit does not have', { facilities: ['MF9999'] }, '/facilities/0 facility'],
    ['no facility', { facilities: [] }, '/facilities arrayMinSize'],
    ['an unplanned one to come', { kind: 'unplanned', fromOn: '2027-12-01', toOn: '2027-12-02' }, '/fromOn day'],
    ['no reason', { fromOn: '2027-12-01', toOn: '2027-12-02', reason: '' }, '/reason isLength'],
  ])('refuses %s, with the mend', async (_name, over, place) => {
    const answer = await report(over);
    expect([answer.status, places(answer)]).toEqual([400, [place]]);
    expect(answer.body.errors[0].detail ?? answer.body.errors[0].zh ?? answer.body.detail).toBeTruthy();
  });

  it('lets a facility stand still while the site does, but not the same facility twice', async () => {
    const code = await facility();
    const [first, second] = [await report({ facilities: [code], toOn: '2027-05-01' }), await report({ facilities: [code], toOn: '2027-06-01' })];
    expect([first.status, first.body.scope, first.body.facilities, places(second)]).toEqual([201, code, [code], ['/fromOn overlap']]);
    const both = await Promise.all([report({ facilities: [code], fromOn: '2027-11-01', toOn: '2027-11-05' }), report({ facilities: [code], fromOn: '2027-11-01', toOn: '2027-11-05' })]);
    expect(both.map(one => one.status as number).sort()).toEqual([201, 400]);
  });

  it('is seen by officers, who may ask; the holder and nobody else answers, once', async () => {
    const officer = await records.officer();
    const list = await officer.get(`/stoppages?q=${encodeURIComponent('医院')}&state=reported`);
    const stop = (list.body.items as Any[]).find(one => one.facilities === null);
    expect([(await officer.get('/stoppages/export')).raw.subarray(0, 2).toString(), stop.enterpriseName.length > 0]).toEqual(['PK', true]);
    const path = `/stoppages/${stop.id as string}/questions`;
    expect([(await hospital.post(path, { text: '自己问自己' })).status, (await (await records.officer('bureau.intake')).post(path, { text: '为什么停产？' })).status, (await officer.post(path, { text: '' })).status]).toEqual([403, 403, 400]);
    const asked = await officer.post(path, { text: '大修期间锅炉是否仍供暖？' });
    expect([asked.status, (await rows(`SELECT count(*)::int AS n FROM notification WHERE key LIKE 'stoppage-question:%'`))[0].n > 0]).toEqual([201, true]);
    const answer = `${path}/${asked.body.questions[0].id as string}/answer`;
    expect([(await officer.post(answer, { answer: '替企业答复' })).status, (await (await records.lime()).post(answer, { answer: '别人的答复' })).status]).toEqual([403, 404]);
    const answered = await hospital.post(answer, { answer: '供暖锅炉不在大修范围' });
    expect([answered.status, answered.body.questions[0].answer]).toEqual([200, '供暖锅炉不在大修范围']);
    expect((await hospital.post(answer, { answer: '再答复一次吧' })).body.code).toBe('stoppage.question-answered');
    expect((await officer.get('/notifications?limit=5')).body.items.some((one: Any) => (one.title.zh ?? one.titleZh ?? '').includes('答复'))).toBe(true);
  });

  it('shows what 注销 ends and what stays, and the end does exactly that', async () => {
    const seen = (await hospital.get(`/duties/ending-preview?permitId=${records.permitId}`)).body;
    expect([seen.endsOn, seen.keepRecordsUntil, seen.limits > 0, seen.conditions, seen.openStoppages]).toEqual(['2027-03-10', '2032-03-10', true, 2, 3]);
    expect((seen.ended as Any[]).map(one => one.kind as string)).toEqual(expect.arrayContaining(['renewal', 'condition']));
    expect((seen.stays as Any[]).map(one => one.kind as string)).toEqual(expect.arrayContaining(['retention', 'report-annual']));
    expect((await (await records.lime()).get(`/duties/ending-preview?permitId=${records.permitId}`)).status).toBe(404);
    await records.world.cancelExOfficio(records.permitId);
    await records.world.runJobs();
    const open = (await rows(`SELECT key FROM obligation WHERE permit_id = $1 AND status IN ('upcoming', 'due', 'overdue') ORDER BY key`, [records.permitId])).map(one => one.key as string);
    expect(open).toEqual((seen.stays as Any[]).map(one => one.key as string).sort());
    expect((await report({ fromOn: '2027-12-01', toOn: '2027-12-05' })).body.errors[0].pointer).toBe('/fromOn');
  });
});
