import { StandingRound } from '@huanbao/providers';
import { Any, DAY, file, MarketWorld, ok, Person } from '../marketplace/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const BEGIN = Date.parse('2026-11-23T02:00:00Z');

/** What a firm may do, as its qualifications come, end, are suspended and return. */
describe('the right to bid', () => {
  let world: MarketWorld;
  let firm: Person;
  let reviewer: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    firm = world.firm(0);
    reviewer = await world.house.as('bureau.reviewer');
    await world.keepSignedIn();
  });
  afterAll(() => world.end());
  afterEach(() => world.at(BEGIN));

  let made = 0;
  const scan = async (): Promise<string> => ok(await world.multipart(`/files?subjectType=firm&subjectId=${firm.orgId}&purpose=qualification`, firm, [file('file', 'scan.pdf', PDF)]), 201).body.id as string;
  const entry = async (over: Any = {}): Promise<Any> => ({ kind: 'CMA', number: String(230000000000 + ++made), scope: '水和废水、空气和废气', issuer: '山西省市场监督管理局', validFrom: '2026-01-01', validTo: '2027-12-31', fileId: await scan(), ...over });
  const add = async (over: Any = {}): Promise<Any> => ok(await firm.post('/firms/me/qualifications', await entry(over)), 201).body;
  const verified = async (over: Any = {}): Promise<Any> => ok(await reviewer.post(`/qualifications/${(await add(over)).id as string}/verify`, {}, { ifMatch: 1 }), 200).body;
  const onlyMine = (): Promise<Any[]> => world.query(`DELETE FROM qualification WHERE firm_id = $1 AND kind IN ('CMA', '环境')`, [firm.orgId]);
  const told = async (like: string): Promise<string[]> => (await world.query(`SELECT title_zh FROM notification WHERE org_id = $1 AND title_zh LIKE $2 ORDER BY id`, [firm.orgId, like])).map((row: Any) => row.title_zh as string);

  it('needs what the row of the kind says: number, scope, validity, scan', async () => {
    const cases: [Any, string][] = [[{ number: '230' }, 'number-format'], [{ scope: '' }, 'scope-needed'], [{ validTo: null }, 'validity-needed'], [{ fileId: null }, 'scan-needed'], [{ kind: '祖传' }, 'kind']];
    for (const [over, code] of cases) {
      const answer = await firm.post('/firms/me/qualifications', await entry(over));
      expect([answer.status, (answer.body.errors as Any[]).map(one => one.code)]).toEqual([400, [code]]);
    }
    const filing = ok(await firm.post('/firms/me/qualifications', { kind: '环评备案', number: '备案-1', scope: '报告表', issuer: '信用平台', validFrom: '2026-01-01' }), 201).body;
    expect([filing.validTo, filing.daysLeft]).toEqual([null, null]);
    const kinds = ok(await world.house.anyone.get('/public/qualification-kinds'), 200).body as Any[];
    expect(kinds.map(one => one.name)).toEqual(expect.arrayContaining(['CMA', '环评备案', '危险废物经营许可', '碳核查', '土壤调查', '辐射安全许可']));
    expect(kinds.every(one => one.legalBasis !== '' && one.verified === false)).toBe(true);
  });

  it('is not given on a scan with a virus or one that is still being checked', async () => {
    const q = await add();
    await world.query(`UPDATE stored_file SET scan_state = 'infected' WHERE id = $1`, [q.fileId]);
    expect((await reviewer.post(`/qualifications/${q.id as string}/verify`, {}, { ifMatch: 1 })).body.code).toBe('qualification.scan-infected');
    await world.query(`UPDATE stored_file SET scan_state = 'pending' WHERE id = $1`, [q.fileId]);
    expect((await reviewer.post(`/qualifications/${q.id as string}/verify`, {}, { ifMatch: 1 })).body.code).toBe('qualification.scan-pending');
    await world.query(`UPDATE stored_file SET scan_state = 'clean' WHERE id = $1`, [q.fileId]);
    const other = await world.house.as('bureau.reviewer', 1);
    const answers = await Promise.all([reviewer.post(`/qualifications/${q.id as string}/verify`, {}, { ifMatch: 1 }), other.post(`/qualifications/${q.id as string}/verify`, {}, { ifMatch: 1 })]);
    expect(answers.map(one => one.body.code ?? one.status).sort()).toEqual([200, 'qualification.reviewed']);
    expect(await world.query(`SELECT what FROM qualification_event WHERE qualification_id = $1 ORDER BY id`, [q.id])).toEqual([{ what: 'entered' }, { what: 'verified' }]);
  });

  it('ends with the last day by itself, is told by the round, and returns with the new certificate', async () => {
    await onlyMine();
    const q = await verified({ validTo: '2026-12-01' });
    const task = await world.published({ bidDeadline: new Date(BEGIN + 20 * DAY).toISOString() });
    await world.bid(task, firm, { priceYuan: '90000.00' });
    await world.runJobs();
    world.at(Date.parse('2026-12-01T15:00:00Z')); // 23:00 in Shanghai: the last day is not over
    expect((await firm.get(`${task.path}/sealing`)).status).toBe(200);
    await world.bid(task, firm, { priceYuan: '91000.00' });
    world.at(Date.parse('2026-12-01T16:00:00Z')); // midnight
    const refused = await world.send(task, firm, await world.seal(task, firm, { priceYuan: '92000.00' }));
    expect([refused.body.code, refused.body.detail ?? JSON.stringify(refused.body)]).toEqual(['bid.not-eligible', expect.any(String)]);
    const round = world.house.worker.get(StandingRound);
    for (const _ of [1, 2]) await round.withdraw({}, world.delivery);
    await world.runJobs();
    expect(await told('%已停止相应报价资格')).toHaveLength(1);
    expect(await told('资格发生变化%')).toEqual([`资格发生变化：${(await world.row(task.id)).title as string}`]);
    // the enterprise hears nothing before the opening: it would learn who has bid
    expect(await world.query(`SELECT count(*)::int AS n FROM notification WHERE org_id = $1 AND title_zh LIKE '服务机构资格发生变化%'`, [world.enterprise.orgId])).toEqual([{ n: 0 }]);
    expect(ok(await world.house.anyone.get(`/public/firms/${firm.orgId}`), 200).body.history[0]).toMatchObject({ what: 'lapsed', number: q.number });
    world.at(BEGIN + 18 * DAY);
    await verified({ validFrom: '2026-12-01' });
    await world.bid(task, firm, { priceYuan: '93000.00' });
    world.at(task.deadline);
    ok(await world.open(task), 200);
    expect((await world.bidRows(task.id)).filter(row => row.state === 'opened').map(row => row.eligible)).toEqual([true]);
  });

  it('is looked at again at the opening and at the award; both sides are told', async () => {
    await onlyMine();
    const q = await verified({});
    const task = await world.published();
    await world.bid(task, firm, { priceYuan: '90000.00' });
    await world.bid(task, world.firm(1), { priceYuan: '95000.00' });
    const suspended = ok(await world.supervisor.post(`/qualifications/${q.id as string}/suspend`, { reason: '发证机关通报暂停' }, { ifMatch: 2 }), 200).body;
    expect((await reviewer.post(`/qualifications/${q.id as string}/suspend`, { reason: '发证机关通报暂停' }, { ifMatch: 3 })).status).toBe(403);
    // no entry anew ends it: neither a change that waits for a fresh verification, nor a removal
    const changed = await firm.patch(`/firms/me/qualifications/${q.id as string}`, await entry(), { ifMatch: suspended.version as number });
    expect([changed.body.code, (await firm.delete(`/firms/me/qualifications/${q.id as string}`)).body.code]).toEqual(['qualification.suspended', 'qualification.suspended']);
    await world.runJobs();
    world.at(task.deadline);
    ok(await world.open(task), 200);
    await world.runJobs();
    const bids = (await world.enterprise.get(`${task.path}/bids`)).body.items as Any[];
    const mine = bids.find(one => one.firmId === firm.orgId);
    expect([mine.eligible, mine.ineligibleReasons[0].zh]).toEqual([false, expect.stringContaining('暂停')]);
    expect((await world.enterprise.post(`${task.path}/award`, { bidId: mine.id, reason: '' })).body.code).toBe('task.bid-not-awardable');
    expect((await world.query(`SELECT body_zh FROM notification WHERE org_id = $1 AND title_zh LIKE '已开标%' ORDER BY id DESC LIMIT 1`, [firm.orgId]))[0].body_zh).toContain('资格不符');
    ok(await world.supervisor.post(`/qualifications/${q.id as string}/restore`, { reason: '发证机关已恢复' }, { ifMatch: suspended.version as number }), 200);
    const other = bids.find(one => one.firmId === world.firm(1).orgId);
    await world.query(`UPDATE qualification SET state = 'suspended' WHERE firm_id = $1 AND kind = 'CMA'`, [world.firm(1).orgId]);
    expect((await world.enterprise.post(`${task.path}/award`, { bidId: other.id, reason: '' })).body.code).toBe('bid.not-eligible');
    await world.query(`UPDATE qualification SET state = 'verified' WHERE firm_id = $1 AND kind = 'CMA'`, [world.firm(1).orgId]);
  });

  it('ends in the middle of the service: the enterprise decides, told with the firm', async () => {
    await onlyMine();
    const q = await verified({});
    const task = await world.published();
    await world.bid(task, firm, { priceYuan: '90000.00' });
    world.at(task.deadline);
    ok(await world.open(task), 200);
    const [bid] = (await world.enterprise.get(`${task.path}/bids`)).body.items as Any[];
    ok(await world.enterprise.post(`${task.path}/award`, { bidId: bid.id, reason: '' }), 200);
    await world.runJobs();
    expect(await world.query('SELECT firm_id, ended_at FROM engagement WHERE task_id = $1', [task.id])).toEqual([{ firm_id: firm.orgId, ended_at: null }]);
    ok(await world.supervisor.post(`/qualifications/${q.id as string}/suspend`, { reason: '出具不实数据被通报' }, { ifMatch: 2 }), 200);
    await world.runJobs();
    const [row] = await world.query(`SELECT body_zh FROM notification WHERE org_id = $1 AND subject_id = $2 AND title_zh LIKE '服务机构资格发生变化%'`, [world.enterprise.orgId, task.id]);
    expect(row.body_zh).toMatch(/暂停.*终止并另行委托/);
  });
});
