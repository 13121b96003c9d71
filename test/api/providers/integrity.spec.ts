import { randomUUID } from 'node:crypto';
import { Any, codes, file, MarketWorld, ok, Person } from '../marketplace/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Points against a firm: two officers, evidence, objection, and what they close. */
describe('integrity points', () => {
  let world: MarketWorld;
  let steward: Person;
  let enforcer: Person;
  let supervisor: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    steward = world.firm(2);
    enforcer = await world.house.as('bureau.enforcer');
    supervisor = world.supervisor;
    await world.keepSignedIn();
  });
  afterAll(() => world.end());

  const evidence = async (id: string, person = enforcer): Promise<Any> => world.multipart(`/files?subjectType=integrity-point&subjectId=${id}&purpose=evidence`, person, [file('file', 'notice.pdf', PDF)]);
  const body = async (over: Any = {}): Promise<Any> => {
    const id = randomUUID();
    return { id, firmId: steward.orgId, ruleCode: 'eia.false-person', occurredOn: '2026-11-01', source: '市局通报〔2026〕5号', facts: '主持人未在本机构全职工作，经询问笔录证实。', evidenceFileId: ok(await evidence(id), 201).body.id, ...over };
  };
  const proposed = async (over: Any = {}): Promise<Any> => ok(await enforcer.post('/integrity-points', await body(over)), 201).body;
  const confirmed = async (over: Any = {}): Promise<Any> => ok(await supervisor.post(`/integrity-points/${(await proposed(over)).id as string}/decide`, { verdict: 'confirmed', reason: '事实清楚' }, { ifMatch: 1 }), 200).body;
  const level = async (): Promise<Any> => ((ok(await steward.get('/firms/me/integrity'), 200).body as Any[])[0]);

  it('need evidence, a rule that held on the day, and a day that has come', async () => {
    for (const [over, pointer] of [[{ evidenceFileId: randomUUID() }, '/evidenceFileId'], [{ ruleCode: 'eia.invented' }, '/ruleCode'], [{ occurredOn: '2026-11-24' }, '/occurredOn'], [{ occurredOn: '2018-01-01' }, '/ruleCode'], [{ facts: '短' }, '/facts']] as [Any, string][]) {
      const answer = await enforcer.post('/integrity-points', await body(over));
      expect([answer.status, (answer.body.errors as Any[]).map(one => one.pointer)]).toEqual([400, [pointer]]);
    }
    expect((await enforcer.post('/integrity-points', await body({ firmId: world.enterprise.orgId }))).status).toBe(404);
    expect((await steward.post('/integrity-points', await body())).status).toBe(403);
    expect((await evidence(randomUUID(), steward)).status).toBe(404);
  });

  it('are proposed by one and decided by another; the firm sees nothing before', async () => {
    const point = await proposed();
    const path = `/integrity-points/${point.id as string}`;
    const decide = { verdict: 'confirmed', reason: '事实清楚' };
    expect((await enforcer.post(`${path}/decide`, decide, { ifMatch: 1 })).body.code).toBe('integrity-point.two-persons');
    expect((await steward.get('/integrity-points')).body.items).toEqual([]);
    expect((await steward.post(`${path}/object`, { reason: '不认可' + '这条记分' }, { ifMatch: 1 })).status).toBe(404);
    expect((await steward.get(`/files/${point.evidenceFileId as string}/content`)).status).toBe(404);
    const other = await world.house.as('bureau.approver');
    expect(codes(await Promise.all([supervisor.post(`${path}/decide`, decide, { ifMatch: 1 }), other.post(`${path}/decide`, { ...decide, verdict: 'refused' }, { ifMatch: 1 })]))).toEqual(['200', 'integrity-point.state']);
    await expect(world.query(`UPDATE integrity_point SET decided_by = proposed_by WHERE id = $1`, [point.id])).rejects.toThrow(/two_persons/);
    await world.query(`DELETE FROM integrity_point`);
    await world.query(`DELETE FROM firm_integrity`);
  });

  it('count from 10 as a warning and from 20 as a restriction that closes the tasks of the field, until it is over', async () => {
    await confirmed();
    expect(await level()).toMatchObject({ points: 10, level: 'warned', from: '2026-11-01', until: '2027-10-31' });
    const open = await world.published({ requiredQualifications: ['环评备案'], kind: 'consulting' });
    expect((await steward.get(`${open.path}/sealing`)).status).toBe(200);
    await world.bid(open, steward, { priceYuan: '50000.00' });
    const second = await confirmed({ ruleCode: 'eia.false-person', occurredOn: '2026-11-20' });
    expect(await level()).toMatchObject({ points: 20, level: 'restricted', from: '2026-11-20', until: '2027-05-19' });
    const again = await world.send(open, steward, await world.seal(open, steward, { priceYuan: '49000.00' }));
    expect([again.body.code, JSON.stringify(again.body)]).toEqual(['bid.not-eligible', expect.stringContaining('限期整改')]);
    await world.runJobs();
    const [told] = await world.query(`SELECT body_zh FROM notification WHERE org_id = $1 AND title_zh LIKE '资格发生变化%' ORDER BY id DESC LIMIT 1`, [steward.orgId]);
    expect(told.body_zh).toMatch(/限期整改.*密封报价仍然保留/);
    const item = (ok(await world.house.anyone.get('/public/firms?kind=consulting'), 200).body.items as Any[])[0];
    expect(item.integrity).toBe('restricted');
    expect((ok(await world.house.anyone.get('/public/firms?kind=consulting&valid=true'), 200).body.items as Any[])).toEqual([]);
    const shown = ok(await world.house.anyone.get(`/public/firms/${steward.orgId}`), 200).body;
    expect(shown.points.map((one: Any) => [one.points, one.expiresOn])).toEqual([[10, '2027-11-20'], [10, '2027-11-01']]);
    world.at(open.deadline);
    ok(await world.open(open), 200);
    expect((await world.bidRows(open.id)).map(row => row.eligible)).toEqual([false]);
    world.at(Date.parse('2026-11-23T02:00:00Z'));
    const path = `/integrity-points/${second.id as string}`;
    const objected = ok(await steward.post(`${path}/object`, { reason: '人员已于当月全职，社保记录附后' }, { ifMatch: second.version as number }), 200).body;
    expect((await level()).level).toBe('restricted'); // an objection does not stop it
    const answer = { verdict: 'revoked', reason: '社保记录属实，撤销' };
    expect((await enforcer.post(`${path}/answer`, answer, { ifMatch: objected.version as number })).body.code).toBe('integrity-point.two-persons');
    ok(await supervisor.post(`${path}/answer`, answer, { ifMatch: objected.version as number }), 200);
    expect(await level()).toMatchObject({ points: 10, level: 'warned' });
    await world.runJobs();
    expect((await world.query(`SELECT count(*)::int AS n FROM notification WHERE org_id = $1 AND title_zh = '对记分的异议：撤销记分'`, [steward.orgId]))).toEqual([{ n: 1 }]);
    expect((await supervisor.get('/integrity-points/export')).status).toBe(200);
  });

  it('stand in the open with the law behind them, marked as not verified', async () => {
    const [domain] = ok(await world.house.anyone.get('/public/integrity-rules'), 200).body as Any[];
    expect([domain.warnPoints, domain.restrictPoints, domain.restrictMonths, domain.verified, domain.rules.length > 3]).toEqual([10, 20, 6, false, true]);
  });
});
