import { Any, Person, RecordsWorld } from './world';

const COD = { laboratory: '山西某检测公司', cma: '200412050001', place: 'DW001', pollutant: 'COD', value: '30', unit: 'mg/L' };

/** 自动监测设备故障: reported, sampled by hand meanwhile, over; with its duty, its lateness and who hears of it. */
describe('failures of automatic monitoring', () => {
  let records: RecordsWorld;
  let hospital: Person;
  let outage: Any;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    // by its permit the hospital measures COD and ammonia of its water automatically
    await rows(`UPDATE permit_version SET snapshot = jsonb_set(snapshot, '{self-monitoring,plan}', (SELECT jsonb_agg(CASE WHEN line->>'pollutant' IN ('COD', 'BOD5') THEN line || '{"method": "auto", "frequency": "continuous", "connected": true}' || CASE line->>'pollutant' WHEN 'COD' THEN '{"fallbackFrequency": "hour"}'::jsonb ELSE '{"fallbackFrequency": "day"}' END ELSE line END) FROM jsonb_array_elements(snapshot->'self-monitoring'->'plan') AS line))`);
    await records.world.runJobs();
    await records.world.moveTo('2026-12-10T02:00:00Z');
    hospital = await records.hospital();
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);
  const report = async (over: object = {}, person = hospital): Promise<Any> => person.post(`/monitoring/${records.permitId}/outages`, { place: 'DW001', startedAt: '2026-12-09 20:00', cause: '在线分析仪泵管破裂', ...over });
  const enter = async (sampledAt: string, what: object = COD): Promise<void> => {
    const answer = await hospital.post(`/monitoring/${records.permitId}/results`, { ...what, sampledAt });
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
    await records.world.runJobs();
  };
  const detail = async (): Promise<Any> => (await hospital.get(`/monitoring-outages/${outage.id as string}`)).body as Any;
  const duty = async (): Promise<Any> => (await rows(`SELECT id, status, title_zh FROM obligation WHERE key = 'outage:2026-12-01'`))[0];

  it('are reported for what the plan of that day measures automatically, and for nothing else', async () => {
    expect((await hospital.get(`/monitoring/${records.permitId}/automatic-places`)).body.places).toMatchObject([{ place: 'DW001', pollutants: ['COD', 'BOD5'] }]);
    const refused = async (over: object): Promise<string> => {
      const { status, body } = await report(over);
      return `${status as number} ${(body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`).join(' ')}`;
    };
    expect(await Promise.all([
      refused({ place: 'DA001' }), refused({ pollutants: ['COD', 'NOx'] }), refused({ startedAt: '2026-12-10 11:00' }), refused({ startedAt: '昨天' }), refused({ endedAt: '2026-12-09 20:00' }), refused({ endedAt: '2026-12-11 08:00' }),
      refused({ startedAt: '2026-11-01 08:00' }), refused({ cause: ' 坏 ' }), refused({ colour: 'red' }),
    ])).toEqual(['400 /place place', '400 /pollutants pollutant', '400 /startedAt future', '400 /startedAt time', '400 /endedAt order', '400 /endedAt future', '400 /startedAt before-permit', expect.stringContaining('400 /cause') as string, expect.stringContaining('400 /colour') as string]);
    const [other, officer] = [await records.lime(), await records.officer()];
    expect([(await report({}, other)).status, (await report({}, officer)).status]).toEqual([404, 403]);
  });

  it('are told to the officers of the place, and become a duty of the month', async () => {
    const answer = await report({ pollutants: ['COD'] });
    expect(answer).toMatchObject({ status: 201, body: { state: 'running', reportedLate: true, repairBy: '2026-12-16', repairLate: false, pollutants: ['COD'], actions: expect.arrayContaining(['monitoring.write']) as string[] } });
    outage = answer.body;
    // the same device cannot fail twice at once; what else it measures can
    expect((await report({ startedAt: '2026-12-09 23:00' })).body.errors[0]).toMatchObject({ pointer: '/startedAt', code: 'overlap' });
    await records.world.runJobs();
    const officer = await records.officer();
    expect(JSON.stringify((await officer.get('/notifications?limit=50')).body)).toContain('自动监测故障');
    expect((await officer.get(`/monitoring-outages/${outage.id as string}`)).status).toBe(200);
    // it lasts as long as nobody says otherwise: to the end of the month
    expect(await duty()).toMatchObject({ status: expect.stringMatching(/upcoming|due/) as string, title_zh: expect.stringContaining('至少 88 次') as string });
  });

  it('say which hours are too long without a sample', async () => {
    expect((await detail()).needs).toMatchObject([{ pollutant: 'COD', hoursApart: 6, hoursFrom: 'reference', needed: 2, taken: 0, missing: 2, gaps: [{ from: '2026-12-09T12:00:00.000Z' }] }]);
    await enter('2026-12-10 01:30');
    await enter('2026-12-10 07:00');
    expect((await detail()).needs).toMatchObject([{ needed: 2, taken: 2, missing: 0, gaps: [] }]);
    expect((await duty()).status).not.toBe('done');
  });

  it('end when it measures again; then the duty asks for no more, and is done by what was sampled', async () => {
    const end = (body: object, version: number): Promise<Any> => hospital.post(`/monitoring-outages/${outage.id as string}/end`, { note: '更换泵管，校准合格', ...body }, { ifMatch: version });
    expect((await end({ endedAt: '2026-12-09 19:00' }, 1)).body.errors[0]).toMatchObject({ pointer: '/endedAt', code: 'order' });
    expect((await end({ endedAt: '2026-12-10 09:30' }, 4)).status).toBe(412);
    const ended = await end({ endedAt: '2026-12-10 09:30' }, 1);
    expect(ended).toMatchObject({ status: 200, body: { state: 'over', closedByName: expect.any(String) as string } });
    expect((await end({ endedAt: '2026-12-10 09:40' }, 2)).body.code).toBe('monitoring-outage.closed');
    await records.world.runJobs();
    expect(await duty()).toMatchObject({ status: 'done', title_zh: expect.stringContaining('至少 2 次') as string });
    // a sample that is taken back opens it again
    const [sample] = await rows(`SELECT id FROM monitoring_result WHERE pollutant = 'COD' ORDER BY sampled_at LIMIT 1`);
    await hospital.post(`/monitoring-results/${sample.id as string}/correct`, { voided: true, reason: '样品瓶标签错误' });
    await records.world.runJobs();
    expect((await duty()).status).not.toBe('done');
    await enter('2026-12-10 02:00');
    expect((await duty()).status).toBe('done');
  });

  it('of which nothing had to be sampled leave no duty, and one taken back takes its duty with it', async () => {
    const short = await report({ pollutants: ['BOD5'], startedAt: '2026-12-10 08:00' });
    await records.world.runJobs();
    expect((await rows(`SELECT content_zh FROM obligation WHERE key = 'outage:2026-12-01'`))[0].content_zh).toContain('24 小时');
    const taken = await hospital.post(`/monitoring-outages/${short.body.id as string}/withdraw`, { reason: '误报，数据正常' }, { ifMatch: 1 });
    expect(taken).toMatchObject({ status: 200, body: { state: 'withdrawn', closingNote: '误报，数据正常', actions: [] } });
    // a wrong time of what has ended is mended by taking it back and saying it anew
    const times = { pollutants: ['BOD5'], startedAt: '2026-12-09 08:00', endedAt: '2026-12-09 09:00' };
    const wrong = await report(times);
    expect([(await report(times)).body.errors[0].code, (await hospital.post(`/monitoring-outages/${wrong.body.id as string}/withdraw`, { reason: '恢复时间填错' }, { ifMatch: 1 })).body.state]).toEqual(['overlap', 'withdrawn']);
    expect((await hospital.post(`/monitoring-outages/${wrong.body.id as string}/withdraw`, { reason: '再撤回一次' }, { ifMatch: 2 })).body.code).toBe('monitoring-outage.closed');
    await records.world.runJobs();
    expect((await duty()).status).toBe('done');
    expect((await detail()).needs).toHaveLength(1);
    expect((await hospital.get(`/monitoring-outages/${short.body.id as string}`)).body.needs).toEqual([]);
  });

  it('that last too long are told once to both sides, and are overdue when they were not sampled', async () => {
    const long = await report({ pollutants: ['BOD5'], startedAt: '2026-12-10 09:00' });
    expect(long.body).toMatchObject({ state: 'running', reportedLate: false });
    await records.world.moveTo('2027-01-06T02:00:00Z');
    for (let round = 0; round < 2; round += 1) {
      await rows(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'records.watch-outages', 'quick', '{}')`);
      await records.world.runJobs();
    }
    hospital = await records.hospital();
    const told = ((await hospital.get('/notifications?limit=100')).body.items as Any[]).filter(one => (one.title.zh as string).includes('超过期限未恢复'));
    expect(told).toHaveLength(1);
    const late = (await (await records.officer()).get('/monitoring-outages?repair=late')).body.items as Any[];
    expect(late.map(one => [one.id, one.repairLate])).toEqual([[long.body.id, true]]);
    // the month is over, and nothing was sampled by hand
    expect((await rows(`SELECT status FROM obligation WHERE key = 'outage:2026-12-01'`))[0].status).toBe('overdue');
    expect((await rows(`SELECT count(*)::int AS n FROM duty_enforcement e JOIN obligation o ON o.id = e.obligation_id WHERE o.key = 'outage:2026-12-01'`))[0].n).toBe(1);
  });

  it('are found by words, state and day, in both orders, page by page, and as a spreadsheet', async () => {
    const officer = await records.officer();
    const ids = async (query: string): Promise<string[]> => ((await officer.get(`/monitoring-outages?${query}`)).body.items as Any[]).map(one => one.id as string);
    expect(await ids('state=over')).toEqual([outage.id]);
    expect([(await ids('q=DW001')).length, (await ids('q=不存在')).length, (await ids('from=2026-12-10')).length, (await ids('to=2026-12-09')).length]).toEqual([4, 0, 2, 2]);
    for (const sort of ['reported', 'started']) {
      const first = (await officer.get(`/monitoring-outages?limit=2&sort=${sort}`)).body;
      const second = (await officer.get(`/monitoring-outages?limit=2&sort=${sort}&cursor=${encodeURIComponent(first.nextCursor as string)}`)).body;
      expect(new Set([...first.items, ...second.items].map((one: Any) => one.id as string)).size).toBe(4);
    }
    expect((await officer.get('/monitoring-outages/export?state=over')).status).toBe(200);
    expect((await (await records.lime()).get('/monitoring-outages')).body.items).toEqual([]);
  });
});
