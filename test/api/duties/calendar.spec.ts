import { Scheduler } from '@huanbao/platform';
import { DutyPlanner } from '@huanbao/duties';
import { Any, Person, RecordsWorld } from '../records/world';

describe('the calendar of duties', () => {
  let records: RecordsWorld;
  let hospital: Person;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    await records.world.runJobs();
    hospital = await records.hospital();
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);
  const round = async (): Promise<void> => {
    await rows(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'duty.daily-round', 'review', '{}')`);
    await records.world.runJobs();
  };
  const duties = async (query = ''): Promise<Any[]> => (await hospital.get(`/duties?limit=200${query}`)).body.items as Any[];

  it('is there as soon as the permit is issued, for its holder and the bureau, and for nobody else', async () => {
    const own = await duties();
    expect(own.length).toBeGreaterThan(4);
    expect(own.map(one => one.dueOn as string)).toEqual([...own.map(one => one.dueOn as string)].sort());
    expect(own.find(one => one.kind === 'renewal')).toMatchObject({ status: 'upcoming', title: { zh: '申请延续排污许可证' }, verified: true });
    expect(own.find(one => one.kind === 'report-annual' && one.status === 'excused')?.excuse.zh).toBe('持证不足三个月，并入下一年度报告');
    expect(((await (await records.officer()).get('/duties?limit=200')).body.items as Any[]).length).toBe(own.length);
    const stranger = await records.lime();
    expect([(await stranger.get('/duties')).body.items, (await stranger.get(`/duties/${own[0].id as string}`)).status]).toEqual([[], 404]);
  });

  it('does not change when it is planned again', async () => {
    const before = await rows('SELECT * FROM obligation ORDER BY key');
    await records.world.worker.get(DutyPlanner, { strict: false }).plan(records.permitId);
    await round();
    expect((await rows('SELECT * FROM obligation ORDER BY key')).map(one => ({ ...one, status: '', reminded_days: 0 }))).toEqual(before.map(one => ({ ...one, status: '', reminded_days: 0 })));
    expect(records.world.worker.get(Scheduler, { strict: false })).toBeDefined();
  });

  it('pages and filters by day, kind, status and words', async () => {
    const first = await hospital.get('/duties?limit=2');
    const second = await hospital.get(`/duties?limit=2&cursor=${first.body.nextCursor as string}`);
    const all = await duties();
    expect([...(first.body.items as Any[]), ...(second.body.items as Any[])].map(one => one.id as string)).toEqual(all.slice(0, 4).map(one => one.id as string));
    expect(new Set((await duties('&kind=monitoring')).map(one => one.kind as string))).toEqual(new Set(['monitoring']));
    expect((await duties('&from=2031-01-01')).every(one => one.dueOn >= '2031-01-01')).toBe(true);
    expect([(await duties(`&q=${encodeURIComponent('不存在的')}`)).length, (await hospital.get('/duties?from=2026-02-30')).status, (await hospital.get('/duties?kind=other')).status]).toEqual([0, 400, 400]);
    expect((await duties('&open=true')).every(one => one.status !== 'excused')).toBe(true);
  });

  it('is done once, by its holder, with a word on what was done', async () => {
    const next = (await duties('&kind=monitoring&open=true')).find(one => (one.periodFrom as string) > '2026-11-30') as Any;
    expect((await hospital.post(`/duties/${next.id as string}/done`, { note: '十二月的监测已经做完' }, { ifMatch: next.version as number })).body).toMatchObject({ status: 422, code: 'duty.not-begun', periodFrom: next.periodFrom as string });
    const [duty] = await duties('&kind=disclosure&open=true');
    const path = `/duties/${duty.id as string}/done`;
    expect((await hospital.post(path, { note: '' }, { ifMatch: duty.version as number })).status).toBe(400);
    expect((await (await records.officer()).post(path, { note: '替企业完成' }, { ifMatch: duty.version as number })).status).toBe(403);
    const done = await hospital.post(path, { note: '本年信息已经公开，见单位网站' }, { ifMatch: duty.version as number });
    expect([done.status, done.body.status, done.body.lateDays]).toEqual([200, 'done', 0]);
    expect((await hospital.post(path, { note: '再做一次吧' }, { ifMatch: duty.version as number })).status).toBe(412);
    expect((await hospital.post(path, { note: '再做一次吧' }, { ifMatch: done.body.version as number })).body.code).toBe('duty.closed');
    const [report] = (await duties()).filter(one => (one.kind as string).startsWith('report-'));
    expect((await hospital.post(`/duties/${report.id as string}/done`, { note: '报告已经交了' }, { ifMatch: report.version as number })).body.code).toBe('duty.done-by-report');
  });

  it('leads by a secret link into calendar programs, until the link is taken back', async () => {
    const made = await hospital.post('/duty-feeds', { name: '王工的手机' });
    const read = (): Promise<Any> => records.world.anyone.get((made.body.path as string).replace('/api/v1', ''));
    const calendar = await read();
    const text = calendar.raw.toString('utf8') as string;
    expect([made.status, calendar.status, calendar.headers['content-type']]).toEqual([201, 200, 'text/calendar; charset=utf-8']);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:申请延续排污许可证');
    expect((await rows('SELECT secret_hash FROM duty_feed'))[0].secret_hash).not.toContain((made.body.path as string).split('/').at(-1));
    expect((await (await records.lime()).delete(`/duty-feeds/${made.body.id as string}`)).status).toBe(404);
    expect([(await hospital.delete(`/duty-feeds/${made.body.id as string}`)).status, (await read()).status]).toEqual([204, 404]);
  });

  it('reminds once at each threshold, and makes up for a morning that was missed', async () => {
    const [next] = (await duties('&open=true')).filter(one => one.status !== 'done');
    const at = (days: number): Promise<void> => records.world.moveTo(new Date(Date.parse(`${next.dueOn as string}T02:00:00Z`) - days * 86_400_000).toISOString());
    const told = async (): Promise<number> => Number((await rows(`SELECT count(DISTINCT key) AS n FROM notification WHERE subject_id = $1`, [next.id]))[0].n);
    await at(6);
    await round();
    await round();
    expect(await told()).toBe(1);
    await at(2);
    await round();
    expect(await told()).toBe(2);
  });

  it('becomes overdue with an event and a task of enforcement, which closes it with a reason', async () => {
    hospital = await records.hospital();
    const [next] = (await duties('&open=true')).filter(one => one.status !== 'done');
    await records.world.moveTo(new Date(Date.parse(`${next.dueOn as string}T02:00:00Z`) + 86_400_000).toISOString());
    await round();
    await round();
    hospital = await records.hospital();
    const enforcer = await records.officer();
    expect((await hospital.get(`/duties/${next.id as string}`)).body).toMatchObject({ status: 'overdue', daysLeft: -1 });
    const list = await enforcer.get('/duty-enforcement?state=open');
    const task = (list.body.items as Any[]).find(one => one.duty.id === next.id);
    expect([list.status, task?.duty.daysLeft, (await hospital.get('/duty-enforcement')).status]).toEqual([200, -1, 403]);
    expect((await rows('SELECT count(*) AS n FROM duty_enforcement WHERE obligation_id = $1', [next.id]))[0].n).toBe('1');
    const path = `/duty-enforcement/${task.id as string}/close`;
    expect((await (await records.officer('bureau.intake')).post(path, { outcome: 'ordered', note: '已下达通知' }, { ifMatch: 1 })).status).toBe(403);
    const closed = await enforcer.post(path, { outcome: 'ordered', note: '责令 10 日内补报' }, { ifMatch: task.version as number });
    expect([closed.status, closed.body.state, closed.body.outcome]).toEqual([200, 'closed', 'ordered']);
    expect((await enforcer.post(path, { outcome: 'ordered', note: '责令 10 日内补报' }, { ifMatch: closed.body.version as number })).body.code).toBe('duty.enforcement-closed');
    expect((await enforcer.get('/duty-enforcement/export')).raw.subarray(0, 2).toString()).toBe('PK');
    expect((await hospital.get('/duties/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('takes 停产: no overlap, no measurements while it lasts, an end that lies in the past', async () => {
    const today = records.world.clock.today();
    const report = (over: object): Promise<Any> => hospital.post('/stoppages', { permitId: records.permitId, kind: 'planned', scope: '全厂', fromOn: '2027-03-25', toOn: '2027-10-10', reason: '设备大修改造', ...over });
    const made = await report({});
    expect([made.status, made.body.state]).toEqual([201, 'reported']);
    await records.world.runJobs();
    const quarters = await rows(`SELECT period_from::text AS day, status FROM obligation WHERE kind = 'monitoring' AND rhythm = 'quarter' AND period_from BETWEEN '2027-01-01' AND '2027-12-31' ORDER BY 1`);
    for (const one of quarters) expect([one.day, one.status === 'excused']).toEqual([one.day, ['2027-04-01', '2027-07-01'].includes(one.day as string)]);
    const places = async (over: object): Promise<string> => ((await report(over)).body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`).join();
    expect(await places({ fromOn: '2027-10-10', toOn: '2027-11-01' })).toBe('/fromOn overlap');
    expect(await places({ fromOn: '2027-12-10', toOn: '2027-12-01' })).toBe('/toOn day');
    expect(await places({ fromOn: '2020-01-01', toOn: '2020-02-01' })).toBe('/fromOn day');
    expect(await places({ kind: 'unplanned', fromOn: '2027-11-01', toOn: undefined })).toBe('/fromOn day');
    expect((await (await records.lime()).post('/stoppages', { permitId: records.permitId, kind: 'planned', scope: '全厂', fromOn: today, reason: '别人家的停产' })).status).toBe(404);
    const path = `/stoppages/${made.body.id as string}`;
    expect((await hospital.post(`${path}/resume`, { lastDay: '2027-03-26', note: '恢复生产' }, { ifMatch: 1 })).status).toBe(400);
    expect((await hospital.post(`${path}/withdraw`, { reason: '检修取消，不停产' }, { ifMatch: 1 })).body.state).toBe('withdrawn');
    await records.world.runJobs();
    expect((await rows(`SELECT count(*) AS n FROM obligation WHERE kind = 'monitoring' AND rhythm = 'quarter' AND period_from = '2027-04-01' AND status = 'excused'`))[0].n).toBe('0');
    expect((await hospital.post(`${path}/withdraw`, { reason: '再撤回一次' }, { ifMatch: 2 })).body.code).toBe('stoppage.state');
  });

  it('bears the name of the permit as it is now, also for what is done', async () => {
    await rows(`UPDATE permit SET enterprise_name = '孝义新名医院' WHERE id = $1`, [records.permitId]);
    await rows(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'duty.plan-batch', 'review', $1)`, [{ permitIds: [records.permitId] }]);
    await records.world.runJobs();
    expect(await rows('SELECT DISTINCT enterprise_name AS name FROM obligation WHERE permit_id = $1', [records.permitId])).toEqual([{ name: '孝义新名医院' }]);
    expect(((await hospital.get(`/duties?q=${encodeURIComponent('新名医院')}`)).body.items as Any[]).length).toBeGreaterThan(0);
  });
});
