import { addDays } from '@huanbao/calendar';
import { allSchedules, Db, Scheduler } from '@huanbao/platform';
import { StewardRound } from '@huanbao/stewardship';
import { Any, file, MarketWorld, ok, Person } from '../marketplace/world';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const REASON = { reason: '双方商定的理由' };

/** From the offer to the end of a retainer, for an enterprise and for a park. */
describe('stewardship', () => {
  let world: MarketWorld;
  let client: Person;
  let neighbour: Person;
  let firm: Person;
  let rival: Person;
  let keeper: Person;
  let start: string;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [client, neighbour, firm, rival, keeper] = [world.enterprise, world.otherEnterprise, world.firm(2), world.firm(1), world.supervisor];
    start = today();
  });
  afterAll(() => world.end());

  const today = (): string => new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
  const goTo = (day: string): void => world.at(new Date(`${day}T02:00:00Z`));
  const terms = (over: Any = {}): Any => ({ firmId: firm.orgId, scope: '按月巡查并指导台账与危废管理', visitsPerMonth: 1, reportDay: 10, noticeDays: 30, startsOn: today(), endsOn: addDays(today(), 364), entrust: true, ...over });
  const offer = (over: Any = {}, person = client): Promise<Any> => person.post('/retainers', terms(over));
  const seen = async (id: string, person = firm): Promise<Any> => ok(await person.get(`/retainers/${id}`), 200).body;
  const visitor = async (): Promise<string> => (await world.query(`SELECT user_id FROM membership WHERE org_id = $1 LIMIT 1`, [firm.orgId]))[0].user_id as string;
  const plan = async (id: string, over: Any = {}): Promise<Any> => firm.post(`/retainers/${id}/visits`, { enterpriseId: client.orgId, plannedOn: today(), visitorId: await visitor(), topics: ['环境应急'], ...over });
  const errors = ({ body }: Any): string[] => (body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const retainerRow = (id: string): Promise<Any> => world.query('SELECT state, ended_on::text, ended_way FROM retainer WHERE id = $1', [id]).then(rows => rows[0]);
  const round = async (): Promise<void> => {
    await world.house.worker.get(Db).transaction(() => world.house.worker.get(StewardRound, { strict: false }).round());
    await world.runJobs();
  };
  let retainer: Any;
  let visit: Any;
  let finding: Any;

  const active = async (over: Any = {}): Promise<Any> => {
    const { id } = ok(await offer(over), 201).body;
    return ok(await firm.post(`/retainers/${id as string}/accept`, {}, { ifMatch: (await seen(id as string)).version }), 200).body;
  };

  it('begins only with both sides, and the mandate is that of the house', async () => {
    expect((await firm.post('/retainers', terms())).status).toBe(403);
    expect(errors(await offer({ firmId: neighbour.orgId }))).toEqual(['/firmId firm']);
    expect(errors(await offer({ endsOn: today() }))).toEqual(['/endsOn span']);
    expect(errors(await offer({ contractId: uuid(1) }))).toEqual(['/contractId contract']);
    expect(errors(await offer({ parkId: uuid(1) }))).toEqual(['/parkId park']);
    expect((await offer({ surprise: 1 })).status).toBe(400);
    const offered = ok(await offer(), 201).body;
    expect(offered).toMatchObject({ state: 'offered', kind: 'enterprise', ownConsent: 'consented', actions: ['withdraw'] });
    expect((await offer()).body.code).toBe('retainer.overlap');
    for (const person of [rival, neighbour, keeper]) expect((await person.get(`/retainers/${offered.id as string}`)).status).toBe(404);
    expect((await plan(offered.id as string)).body.errors[0].code).toBe('member');
    const own = async (): Promise<Any[]> => (await firm.get('/duties?limit=200')).body.items.filter((one: Any) => one.enterpriseId === client.orgId);
    expect(await own()).toEqual([]);
    expect((await client.post(`/retainers/${offered.id as string}/accept`, {}, { ifMatch: offered.version })).status).toBe(403);
    expect((await firm.post(`/retainers/${offered.id as string}/accept`, {}, { ifMatch: 99 })).status).toBe(412);
    const both = await Promise.all([1, 2].map(() => firm.post(`/retainers/${offered.id as string}/accept`, {}, { ifMatch: offered.version as number })));
    expect(both.map(one => one.status).sort()).toEqual([200, 412]);
    retainer = await seen(offered.id as string);
    expect(retainer).toMatchObject({ state: 'active', members: [{ enterpriseId: client.orgId, state: 'consented', entrusted: true }] });
    expect(await world.query(`SELECT state, matters, verbs, valid_to::text FROM mandate WHERE enterprise_id = $1 AND firm_id = $2`, [client.orgId, firm.orgId])).toEqual([{ state: 'active', matters: ['permits', 'reports'], verbs: ['prepare'], valid_to: retainer.endsOn }]);
    expect((await firm.get('/duties')).status).toBe(200);
    await world.runJobs();
    expect((await world.query(`SELECT count(*)::int AS n FROM notification WHERE subject_id = $1`, [retainer.id]))[0].n).toBe(2);
  });

  it('is asked of the firm as any task is: its standing, its credit and earlier work, at the offer, the acceptance and each consent', async () => {
    const later = { startsOn: addDays(today(), 400), endsOn: addDays(today(), 500) };
    // another firm reviews the enterprise's documents: it cannot be its steward
    const reviewed = async (code: string | null): Promise<unknown> => world.query(code === null ? `DELETE FROM service_task WHERE number = 'RW-X'` : `INSERT INTO service_task SELECT (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'number', 'RW-X', 'service_code', '${code}', 'awarded_firm_id', '${rival.orgId}', 'enterprise_id', '${client.orgId}', 'state', 'draft'))).* FROM service_task t LIMIT 1`);
    await world.draft();
    await reviewed('technical-review');
    const refused = await offer({ firmId: rival.orgId, ...later });
    expect([refused.status, errors(refused), refused.body.errors[0].zh]).toEqual([400, ['/firmId firm-standing'], expect.stringContaining('技术评审')]);
    await reviewed(null);
    const { id, version } = ok(await offer({ firmId: rival.orgId, ...later }), 201).body;
    await reviewed('technical-review');
    expect((await rival.post(`/retainers/${id as string}/accept`, {}, { ifMatch: version as number })).body.code).toBe('retainer.firm-standing');
    await reviewed(null);
    ok(await client.post(`/retainers/${id as string}/withdraw`, { reason: '改由他人承担' }, { ifMatch: version as number }), 200);
  });

  it('plans visits to those who consented, in the period, with the items of the library', async () => {
    expect(errors(await plan(retainer.id as string, { enterpriseId: neighbour.orgId }))).toEqual(['/enterpriseId member']);
    expect(errors(await plan(retainer.id as string, { plannedOn: addDays(today(), -1) }))).toEqual(['/plannedOn day']);
    expect(errors(await plan(retainer.id as string, { visitorId: uuid(1) }))).toEqual(['/visitorId visitor']);
    expect(errors(await plan(retainer.id as string, { topics: ['天气'] }))).toEqual(['/topics/0 topic']);
    expect((await client.post(`/retainers/${retainer.id as string}/visits`, {})).status).toBe(403);
    expect((await rival.post(`/retainers/${retainer.id as string}/visits`, { enterpriseId: client.orgId, plannedOn: today(), visitorId: uuid(1), topics: [] })).status).toBe(404);
    const topics = ok(await firm.get('/steward-topics'), 200).body;
    expect(topics.length).toBeGreaterThanOrEqual(6);
    expect(topics.reduce((sum: number, one: Any) => sum + (one.items as number), 0)).toBeGreaterThanOrEqual(30);
    visit = ok(await plan(retainer.id as string), 201).body;
    expect(visit.items.map((one: Any) => one.key)).toEqual(['emergency.01', 'emergency.02', 'emergency.03']);
    expect(visit.items.every((one: Any) => one.legalBasis.length > 3 && one.verified === false)).toBe(true);
    const other = ok(await plan(retainer.id as string, { plannedOn: addDays(today(), 3) }), 201).body;
    const moved = ok(await firm.put(`/steward-visits/${other.id as string}/plan`, { plannedOn: addDays(today(), 4), visitorId: await visitor() }, { ifMatch: other.version }), 200).body;
    expect((await firm.put(`/steward-visits/${other.id as string}/plan`, { plannedOn: addDays(today(), 5), visitorId: await visitor() }, { ifMatch: other.version })).status).toBe(412);
    ok(await firm.post(`/steward-visits/${other.id as string}/cancel`, REASON, { ifMatch: moved.version }), 200);
    expect((await client.get('/steward-visits?tab=past')).body.items).toEqual([expect.objectContaining({ standing: 'cancelled' })]);
  });

  it('takes photos and the record once, and each problem becomes a finding', async () => {
    const path = `/steward-visits/${visit.id as string}`;
    const upload = (person: Person): Promise<Any> => world.multipart(`/files?subjectType=steward-visit&subjectId=${visit.id as string}&purpose=photo`, person, [file('file', '现场.png', PNG)]);
    expect((await upload(client)).status).toBeGreaterThanOrEqual(403);
    const shot = ok(await upload(firm), 201).body.id as string;
    const photo = { clientId: uuid(11), fileId: shot, itemKey: 'emergency.02', capturedAt: new Date(world.now).toISOString(), lng: 111.78, lat: 37.14, accuracyM: 8 };
    expect(errors(await firm.post(`${path}/photos`, { ...photo, fileId: uuid(1) }))).toEqual(['/fileId photo']);
    const twice = await Promise.all([firm.post(`${path}/photos`, photo), firm.post(`${path}/photos`, photo)]);
    expect(new Set(twice.map(one => ok(one, 200).body.id)).size).toBe(1);
    expect(twice[0]?.body).toMatchObject({ locatedBy: 'browser', lng: '111.780000', sm3: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect((await client.get(`/files/${shot}/content`)).status).toBe(404);
    const problem = { key: 'emergency.02', answer: 'problem', remark: '吸附棉已过期', finding: { severity: 'major', place: '应急物资柜', advice: '更换并登记', dueOn: addDays(today(), 10) } };
    const body = (over: Any = {}): Any => ({ clientId: uuid(12), heldOn: today(), summary: '整体较好', answers: [{ key: 'emergency.01', answer: 'ok' }, problem, { key: 'emergency.03', answer: 'na' }], ...over });
    expect(errors(await firm.put(`${path}/record`, body({ answers: [problem] })))).toEqual(['/answers answer']);
    expect(errors(await firm.put(`${path}/record`, body({ heldOn: addDays(today(), 1) })))).toEqual(['/heldOn day']);
    expect(errors(await firm.put(`${path}/record`, body({ answers: [{ key: 'emergency.01', answer: 'ok' }, { ...problem, finding: { ...problem.finding, dueOn: addDays(today(), -1) } }, { key: 'emergency.03', answer: 'na' }] })))).toEqual(['/answers/1/finding/dueOn due']);
    for (const one of await Promise.all([firm.put(`${path}/record`, body()), firm.put(`${path}/record`, body())])) ok(one, 200);
    expect((await firm.put(`${path}/record`, body({ clientId: uuid(13) }))).body.code).toBe('steward-visit.closed');
    expect((await firm.delete(`/files/${shot}`)).status).toBeGreaterThanOrEqual(400);
    expect((await client.get(`/files/${shot}/content`)).status).toBe(200);
    const { items } = ok(await client.get('/steward-findings?tab=open'), 200).body;
    expect(items).toEqual([expect.objectContaining({ severity: 'major', place: '应急物资柜', state: 'open', late: false })]);
    finding = ok(await client.get(`/steward-findings/${items[0].id as string}`), 200).body;
    expect(finding).toMatchObject({ photos: [{ fileId: shot }], actions: ['answer'], legalBasis: expect.any(String) as string });
  });

  it('is mended by the enterprise, re-checked, reopened and closed by the firm', async () => {
    const path = `/steward-findings/${finding.id as string}`;
    const act = (person: Person, verb: string, over: Any = {}, ifMatch = finding.version as number): Promise<Any> => person.post(`${path}/${verb}`, { text: '已更换吸附棉', fileIds: [], ...over }, { ifMatch });
    expect((await act(firm, 'answer')).status).toBe(403);
    expect((await act(firm, 'close')).body.code).toBe('steward-finding.wrong-state');
    expect((await act(rival, 'close')).status).toBe(404);
    expect((await act(client, 'settle')).body.code).toBe('steward-finding.served');
    // once the service is over nobody is left to re-check: the enterprise closes by its own word
    await world.query(`UPDATE retainer SET state = 'ended', ended_on = starts_on, ended_way = 'agreement' WHERE id = (SELECT retainer_id FROM steward_finding WHERE id = $1)`, [finding.id]);
    expect(ok(await client.get(`/steward-findings/${finding.id as string}`), 200).body.actions).toEqual(['answer', 'settle']);
    expect((await act(rival, 'settle')).status).toBeGreaterThanOrEqual(403);
    await world.query(`UPDATE retainer SET state = 'active', ended_on = NULL, ended_way = NULL WHERE id = (SELECT retainer_id FROM steward_finding WHERE id = $1)`, [finding.id]);
    expect(errors(await act(client, 'answer', { fileIds: [uuid(1)] }))).toEqual(['/fileIds files']);
    const proof = ok(await world.multipart(`/files?subjectType=steward-finding&subjectId=${finding.id as string}&purpose=proof`, client, [file('file', '整改.png', PNG)]), 201).body.id as string;
    finding = ok(await act(client, 'answer', { fileIds: [proof] }), 200).body;
    expect((await client.delete(`/files/${proof}`)).body.code).toBe('file.held');
    expect((await act(firm, 'reopen', {}, 1)).status).toBe(412);
    finding = ok(await act(firm, 'reopen', { text: '仍缺检查记录' }), 200).body;
    expect(finding).toMatchObject({ state: 'open', reopened: 1 });
    finding = ok(await act(client, 'answer', { text: '已补检查记录' }), 200).body;
    finding = ok(await act(firm, 'close', { text: '复查通过' }), 200).body;
    expect(finding).toMatchObject({ state: 'closed', closedOn: today(), actions: [], steps: [{ kind: 'raise' }, { kind: 'answer' }, { kind: 'reopen' }, { kind: 'answer' }, { kind: 'close' }] });
    expect((await act(client, 'answer')).body.code).toBe('steward-finding.wrong-state');
  });

  it('reports each month by the worker: signed by the manager, acknowledged, with versions', async () => {
    ok(await plan(retainer.id as string, { plannedOn: addDays(today(), 2) }), 201);
    expect(errors(await firm.post(`/retainers/${retainer.id as string}/reports`, { enterpriseId: client.orgId, month: start.slice(0, 7) }))).toEqual(['/month month']);
    goTo(`${addDays(`${start.slice(0, 7)}-28`, 4).slice(0, 7)}-02`);
    await round();
    await round();
    const { items } = ok(await firm.get('/steward-reports'), 200).body;
    expect(items).toEqual([expect.objectContaining({ month: start.slice(0, 7), revision: 1, state: 'draft', dueOn: `${today().slice(0, 7)}-10` })]);
    const path = `/steward-reports/${items[0].id as string}`;
    expect((await client.get(path)).status).toBe(404);
    expect((await client.get('/steward-reports')).body.items).toEqual([]);
    expect((await firm.post(`/retainers/${retainer.id as string}/reports`, { enterpriseId: client.orgId, month: start.slice(0, 7) })).body.code).toBe('steward-report.exists');
    let report = ok(await firm.get(path), 200).body;
    expect(report).toMatchObject({ hasFile: true, findings: [{ state: 'closed' }], duties: expect.any(Array) as Any[] });
    expect(report.visits.map((one: Any) => one.state).sort()).toEqual(['cancelled', 'held', 'planned']);
    report = ok(await firm.put(`${path}/remark`, { remark: '请继续保持' }, { ifMatch: report.version }), 200).body;
    report = ok(await firm.post(`${path}/refresh`, {}, { ifMatch: report.version }), 200).body;
    expect((await firm.get(`${path}/paper`)).body.code).toBe('steward-report.paper-pending');
    expect((await client.post(`${path}/sign`, {}, { ifMatch: report.version })).status).toBe(403);
    ok(await firm.post(`${path}/sign`, {}, { ifMatch: report.version }), 200);
    await world.runJobs();
    expect((await client.get(`${path}/paper`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await rival.get(`${path}/paper`)).status).toBe(404);
    expect((await firm.post(`${path}/acknowledge`)).status).toBe(403);
    expect(ok(await client.post(`${path}/acknowledge`), 200).body.state).toBe('acknowledged');
    expect((await client.post(`${path}/acknowledge`)).body.code).toBe('steward-report.wrong-state');
    const twice = await Promise.all([firm.post(`${path}/revise`, REASON), firm.post(`${path}/revise`, REASON)]);
    expect(twice.map(one => one.status).sort()).toEqual([200, 409]);
    const next = twice.find(one => one.status === 200)?.body as Any;
    expect((await client.get(path)).body.state).toBe('acknowledged');
    ok(await firm.post(`/steward-reports/${next.id as string}/sign`, {}, { ifMatch: next.version }), 200);
    expect((await client.get(path)).body).toMatchObject({ state: 'superseded', versions: [{ revision: 2 }, { revision: 1 }] });
  });

  it('reminds of what is late, once a day, and what was missed stays missed', async () => {
    const [missed] = ok(await firm.get('/steward-visits?missed=true'), 200).body.items as Any[];
    expect(missed).toMatchObject({ standing: 'missed' });
    const { version } = (await firm.get(`/steward-visits/${missed.id as string}`)).body;
    expect((await firm.post(`/steward-visits/${missed.id as string}/cancel`, REASON, { ifMatch: version })).body.code).toBe('steward-visit.passed');
    goTo(addDays(missed.plannedOn as string, 7));
    const schedule = allSchedules().find(one => one.job.name === 'stewardship.daily-round') as Parameters<Scheduler['runDue']>[0];
    const turn = async (): Promise<void> => {
      await world.house.worker.get(Scheduler, { strict: false }).runDue(schedule);
      await world.runJobs();
    };
    await turn(); // takes its place in the table of schedules: the next turn is at 07:40
    const told = (): Promise<Any[]> => world.query(`SELECT title_zh FROM notification WHERE subject_id = $1 AND title_zh LIKE '已逾期%'`, [missed.id]);
    const before = await told();
    goTo(addDays(missed.plannedOn as string, 8));
    for (let time = 0; time < 2; time++) await turn();
    expect([(await world.query(`SELECT last_at FROM schedule WHERE name = 'stewardship.daily-round'`))[0]?.last_at, before]).toEqual([new Date(world.now), []]);
    expect(await told()).toHaveLength(1);
    await round(); // and by hand: told already
    expect(await told()).toHaveLength(1);
    const answers = missed && (await firm.get(`/steward-visits/${missed.id as string}`)).body.items.map(({ key }: Any) => ({ key, answer: 'ok' }));
    expect(ok(await firm.put(`/steward-visits/${missed.id as string}/record`, { clientId: uuid(21), heldOn: today(), summary: '补做巡查', answers }), 200).body.standing).toBe('held-late');
  });

  it('shows the bureau quality, and never a content', async () => {
    const { items } = ok(await keeper.get('/steward-quality?by=retainer'), 200).body;
    expect(items).toEqual([expect.objectContaining({ id: retainer.id, visitsDue: 2, visitsHeld: 2, visitsLate: 1, visitsShare: 100, findingsDue: 1, findingsInTime: 1, findingsShare: 100, reportsDue: 1, reportsInTime: 1, reportsSent: 1, reportsAcknowledged: 0, acknowledgedShare: 0 })]);
    expect(JSON.stringify(items)).not.toMatch(/吸附棉|应急物资|整体较好|fileId|summary|description/);
    expect(ok(await keeper.get('/steward-quality?by=firm&sort=-visits&q=管家'), 200).body.items).toEqual([expect.objectContaining({ firmName: expect.stringContaining('管家') as string, retainers: 1, number: null })]);
    expect(ok(await keeper.get('/steward-quality?lacking=true'), 200).body.items).toEqual([]);
    const inPeriod = async (query: string): Promise<Any[]> => (ok(await keeper.get(`/steward-quality?by=retainer&${query}`), 200).body.items as Any[]).map(one => [one.visitsDue, one.findingsDue, one.reportsDue]);
    expect([await inPeriod('from=2020-01-01&to=2099-12-31'), await inPeriod('to=2020-01-01'), await inPeriod(`from=${visit.plannedOn as string}&to=${visit.plannedOn as string}`)]).toEqual([[[2, 1, 1]], [[0, 0, 0]], [[1, 0, 0]]]);
    expect([errors(await keeper.get('/steward-quality?from=2026-12-31&to=2026-01-01')), (await keeper.get('/steward-quality?from=gestern')).status]).toEqual([['/to order'], 400]);
    for (const path of [`/steward-visits/${visit.id as string}`, `/steward-findings/${finding.id as string}`, '/steward-reports', '/steward-findings', '/steward-visits/export']) expect([403, 404]).toContain((await keeper.get(path)).status);
    const [shot] = await world.query(`SELECT file_id FROM steward_photo`);
    expect((await keeper.get(`/files/${shot.file_id as string}/content`)).status).toBe(404);
    expect((await keeper.get(`/retainers/${retainer.id as string}`)).status).toBe(404);
    for (const person of [client, firm]) expect((await person.get('/steward-quality')).status).toBe(403);
    const sheet = await keeper.get('/steward-quality/export?by=retainer');
    expect(sheet.raw.subarray(0, 2).toString()).toBe('PK');
    for (const list of ['/retainers', '/steward-visits', '/steward-findings', '/steward-reports']) expect((await client.get(`${list}/export`)).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('ends by agreement, by notice with its days, by date; mandates end with it', async () => {
    const path = `/retainers/${retainer.id as string}`;
    expect(errors(await client.post(`${path}/ending`, { way: 'notice', on: addDays(today(), 29), reason: '不再需要服务' }))).toEqual(['/on notice']);
    ok(await client.post(`${path}/ending`, { way: 'agreement', on: today(), reason: '不再需要服务' }), 200);
    expect((await client.post(`${path}/ending/agree`)).body.code).toBe('retainer.ending');
    ok(await firm.post(`${path}/ending/drop`), 200);
    ok(await client.post(`${path}/ending`, { way: 'notice', on: addDays(today(), 30), reason: '不再需要服务' }), 200);
    expect((await firm.post(`${path}/ending/drop`)).body.code).toBe('retainer.ending');
    ok(await plan(retainer.id as string, { plannedOn: addDays(today(), 40) }), 201);
    goTo(addDays(today(), 30));
    await round();
    expect(await retainerRow(retainer.id as string)).toMatchObject({ state: 'active' });
    goTo(addDays(today(), 1));
    await round();
    expect(await retainerRow(retainer.id as string)).toEqual({ state: 'ended', ended_on: addDays(today(), -1), ended_way: 'notice' });
    expect(await world.query(`SELECT state FROM mandate WHERE enterprise_id = $1 AND firm_id = $2`, [client.orgId, firm.orgId])).toEqual([{ state: 'revoked' }]);
    expect(await world.query(`SELECT count(*)::int AS n FROM steward_visit WHERE retainer_id = $1 AND state = 'planned'`, [retainer.id])).toEqual([{ n: 0 }]);
    expect(ok(await firm.get(`/steward-findings/${finding.id as string}`), 200).body.state).toBe('closed');
    const agreed = await active({ startsOn: today(), endsOn: addDays(today(), 60) });
    ok(await firm.post(`/retainers/${agreed.id as string}/ending`, { way: 'agreement', on: today(), reason: '人员调整无法继续' }), 200);
    expect(ok(await client.post(`/retainers/${agreed.id as string}/ending/agree`), 200).body).toMatchObject({ state: 'ended', endedWay: 'agreement' });
    const short = await active({ startsOn: today(), endsOn: addDays(today(), 5) });
    goTo(addDays(today(), 6));
    await round();
    expect(await retainerRow(short.id as string)).toMatchObject({ state: 'ended', ended_way: 'date' });
    const withdrawn = ok(await offer(), 201).body;
    expect(ok(await client.post(`/retainers/${withdrawn.id as string}/withdraw`, REASON, { ifMatch: withdrawn.version }), 200).body.state).toBe('withdrawn');
    const declined = ok(await offer(), 201).body;
    expect(ok(await firm.post(`/retainers/${declined.id as string}/decline`, REASON, { ifMatch: declined.version }), 200).body.state).toBe('declined');
    expect(await world.query(`SELECT count(*)::int AS n FROM mandate WHERE state IN ('proposed', 'active') AND firm_id = $1`, [firm.orgId])).toEqual([{ n: 0 }]);
  });

  it('cares for a park: the firm sees no enterprise that has not consented itself', async () => {
    expect((await client.post('/parks', { name: '园区', enterpriseIds: [] })).status).toBe(403);
    expect(errors(await keeper.post('/parks', { name: '示例园区', enterpriseIds: [firm.orgId] }))).toEqual(['/enterpriseIds/0 unknown']);
    const park = ok(await keeper.post('/parks', { name: '示例园区', enterpriseIds: [client.orgId] }), 201).body;
    expect(errors(await keeper.post('/parks', { name: '示例园区', enterpriseIds: [] }))).toEqual(['/name taken']);
    expect(errors(await offer({}, keeper))).toEqual(['/parkId park']);
    const { id } = ok(await offer({ parkId: park.id }, keeper), 201).body;
    const grown = ok(await keeper.put(`/parks/${park.id as string}`, { name: '示例园区', enterpriseIds: [client.orgId, neighbour.orgId] }, { ifMatch: park.version }), 200).body;
    expect((await keeper.put(`/parks/${park.id as string}`, { name: '示例园区', enterpriseIds: [] }, { ifMatch: park.version })).status).toBe(412);
    expect(grown.enterpriseCount).toBe(2);
    expect(await seen(id as string)).toMatchObject({ members: [], othersCount: 2 });
    ok(await firm.post(`/retainers/${id as string}/accept`, {}, { ifMatch: (await seen(id as string)).version }), 200);
    expect(errors(await plan(id as string))).toEqual(['/enterpriseId member']);
    expect(await seen(id as string, neighbour)).toMatchObject({ ownConsent: 'invited', actions: ['consent', 'leave'], members: [{ enterpriseId: neighbour.orgId }], contractId: null });
    expect((await rival.post(`/retainers/${id as string}/consent`, { entrust: true })).status).toBe(403);
    const twice = await Promise.all([neighbour.post(`/retainers/${id as string}/consent`, { entrust: true }), neighbour.post(`/retainers/${id as string}/consent`, { entrust: true })]);
    expect(twice.map(one => one.status).sort()).toEqual([200, 409]);
    expect(await seen(id as string)).toMatchObject({ members: [{ enterpriseId: neighbour.orgId, state: 'consented' }], othersCount: 1 });
    expect(await world.query(`SELECT state FROM mandate WHERE enterprise_id = $1 AND firm_id = $2 ORDER BY id DESC LIMIT 1`, [neighbour.orgId, firm.orgId])).toEqual([{ state: 'proposed' }]);
    const planned = ok(await plan(id as string, { enterpriseId: neighbour.orgId, plannedOn: addDays(today(), 3) }), 201).body;
    expect((await client.get(`/steward-visits/${planned.id as string}`)).status).toBe(404);
    expect((await keeper.get(`/steward-visits/${planned.id as string}`)).status).toBe(403);
    ok(await client.post(`/retainers/${id as string}/leave`, REASON), 200);
    ok(await neighbour.post(`/retainers/${id as string}/leave`, REASON), 200);
    expect(await world.query(`SELECT state FROM mandate WHERE enterprise_id = $1 AND firm_id = $2 ORDER BY id DESC LIMIT 1`, [neighbour.orgId, firm.orgId])).toEqual([{ state: 'revoked' }]);
    expect(ok(await firm.get(`/steward-visits/${planned.id as string}`), 200).body.state).toBe('cancelled');
    expect(errors(await plan(id as string, { enterpriseId: neighbour.orgId }))).toEqual(['/enterpriseId member']);
    expect(ok(await keeper.get(`/retainers/${id as string}`), 200).body.members.map((one: Any) => one.state).sort()).toEqual(['declined', 'left']);
    expect((await keeper.get('/retainers?tab=open&q=园区')).body.items).toHaveLength(1);
  });
});
