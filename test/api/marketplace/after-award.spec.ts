import { Any, DAY, HOUR, MarketWorld, ok, Person, Published } from './world';

/** What public money owes after the evaluation. */
describe('after the award', () => {
  let world: MarketWorld;
  let winner: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    winner = world.firm(1);
  });
  afterAll(() => world.end());

  const day = (plus = 0): string => new Date(world.now + 8 * HOUR + plus * DAY).toISOString().slice(0, 10);
  const seen = async (task: Published, person: Person = world.enterprise): Promise<Any> => ok(await person.get(`${task.path}/after-award`), 200).body;
  const record = (task: Published, body: Any, person: Person = world.enterprise): Promise<Any> => person.post(`${task.path}/after-award/steps`, body);
  const bond = (task: Published, over: Any = {}, person: Person = world.enterprise): Promise<Any> => person.post(`${task.path}/performance-bond`, { amountYuan: '8650.05', form: 'guarantee', receivedOn: day(), reference: '保函 2026-1', ...over });
  async function awarded(regime: string): Promise<Published> {
    const task = await world.awarded();
    await world.query('UPDATE service_task SET regime = $2, listed = true WHERE id = $1', [task.id, regime]);
    return task;
  }
  async function signed(task: Published): Promise<void> {
    let contract = ok(await world.enterprise.post('/contracts', { taskId: task.id }), 201).body;
    for (const [person, verb, body] of [[world.enterprise, 'propose', {}], [winner, 'agree', {}], [world.enterprise, 'sign', { way: 'online' }], [winner, 'sign', { way: 'online' }]] as const)
      contract = ok(await person.post(`/contracts/${contract.id as string}/${verb}`, body, { ifMatch: contract.version as number }), 200).body;
  }
  async function morning(): Promise<void> {
    await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('task.remind-procurement', 'quick', '{}')`);
    await world.runJobs();
  }

  it('private money owes nothing, the tendering law its report, the government its notices and filings', async () => {
    const own = await awarded('voluntary');
    expect(await seen(own)).toEqual({ steps: [], bond: null, cap: null, mayRecordBond: false, mayReturnBond: false });
    expect([(await record(own, { step: 'announce', doneOn: day(), reference: '公告 1' })).body.code, (await bond(own)).body.code]).toEqual(['task.step-not-owed', 'task.step-not-owed']);
    const tender = await awarded('bidding-law');
    expect((await seen(tender)).steps).toEqual([expect.objectContaining({ step: 'report-tendering', from: day(), due: day(15), doneOn: null, late: false, days: '15', unit: '日', verified: false, mayRecord: true, basis: expect.stringContaining('第四十七条') })]);
    const bought = await awarded('government');
    expect((await seen(bought)).steps.map((one: Any) => [one.step, one.from !== null, one.mayRecord])).toEqual([['send-report', false, false], ['confirm', false, false], ['announce', true, true], ['publish-contract', false, false], ['file-contract', false, false]]);
    expect((await seen(bought, winner)).steps.every((one: Any) => !one.mayRecord)).toBe(true);
    expect([(await world.supervisor.get(`${bought.path}/after-award`)).status, (await world.firm(0).get(`${bought.path}/after-award`)).status, (await record(bought, {}, winner)).status]).toEqual([200, 403, 403]);
  });

  it('a step is recorded with its day and proof, not before its start nor ahead, and what is late says so and is told to the bureau', async () => {
    const task = await awarded('government');
    expect((await record(task, { step: 'file-contract', doneOn: day(), reference: '回执 1' })).body.code).toBe('task.step-not-begun');
    expect((await record(task, { step: 'confirm', doneOn: day(), reference: '公告 1' })).status).toBe(400);
    await signed(task);
    const [from] = (await seen(task)).steps.filter((one: Any) => one.step === 'publish-contract');
    expect([(await record(task, { step: 'announce', doneOn: day(1), reference: '公告 1' })).body.errors[0].pointer, (await record(task, { step: 'announce', doneOn: day(-1), reference: '公告 1' })).body.errors[0].pointer]).toEqual(['/doneOn', '/doneOn']);
    ok(await record(task, { step: 'announce', doneOn: day(), reference: 'http://ccgp.test/1' }), 200);
    expect((await seen(task)).steps.find((one: Any) => one.step === 'announce')).toMatchObject({ doneOn: day(), late: false, reference: 'http://ccgp.test/1', recordedByName: expect.any(String) });
    world.at(new Date(`${from.due as string}T02:00:00Z`));
    await morning();
    world.at(world.now + DAY);
    await morning();
    const told = (await world.query(`SELECT o.kind, n.title_zh, min(n.created_at) AS at FROM notification n JOIN organisation o ON o.id = n.org_id WHERE n.subject_id = $1 AND n.key LIKE '%after-award%' GROUP BY 1, 2 ORDER BY 3, 1 DESC`, [task.id])).map((row: Any) => `${row.kind as string} ${(row.title_zh as string).split('：')[0] as string}`);
    expect(told.filter((line: string) => line.includes('公告政府采购合同'))).toEqual(['enterprise 在指定媒体公告政府采购合同，今天到期', 'enterprise 在指定媒体公告政府采购合同，已逾期 1 天', 'bureau 在指定媒体公告政府采购合同，已逾期 1 天']);
    expect(told.some((line: string) => line.includes('公告中标'))).toBe(false);
    const late = ok(await record(task, { step: 'publish-contract', doneOn: day(), reference: 'http://ccgp.test/2' }), 200).body;
    expect(late.steps.find((one: Any) => one.step === 'publish-contract')).toMatchObject({ doneOn: day(), late: true });
    ok(await record(task, { step: 'publish-contract', doneOn: from.due, reference: 'http://ccgp.test/2' }), 200);
    expect((await seen(task)).steps.find((one: Any) => one.step === 'publish-contract')).toMatchObject({ doneOn: from.due, late: false });
    expect((await world.audited(task.id)).filter((kind: string) => kind === 'task.after-award')).toHaveLength(3);
  });

  it('an award from before the steps were kept rings for what falls due from then on, and for nothing that was due before', async () => {
    const [old, mixed] = [await awarded('bidding-law'), await awarded('bidding-law')];
    const [{ due }] = (await seen(old)).steps;
    const later = (plus: number): string => new Date(Date.parse(`${due as string}T00:00:00Z`) + plus * DAY).toISOString().slice(0, 10);
    await world.query('UPDATE service_task SET steps_reminded_from = $2 WHERE id = $1', [old.id, later(1)]);
    await world.query('UPDATE service_task SET steps_reminded_from = $2 WHERE id = $1', [mixed.id, due]);
    world.at(new Date(`${later(1)}T02:00:00Z`));
    await morning();
    const told = (id: string): Promise<Any[]> => world.query(`SELECT DISTINCT key FROM notification WHERE subject_id = $1 AND key LIKE '%remind:after-award%'`, [id]);
    expect([(await told(old.id)).length, (await told(mixed.id)).length, (await seen(old)).steps[0].late]).toEqual([0, 1, true]);
  });

  it('the performance bond is a record: one at a time, ten per cent at most, given back once, another one after that', async () => {
    const task = await awarded('bidding-law');
    expect((await seen(task)).cap).toMatchObject({ percent: '10', mostYuan: '8650.05', verified: false });
    expect([(await bond(task, { amountYuan: '8650.06' })).body.errors[0].code, (await bond(task, { amountYuan: '0' })).body.errors[0].code, (await bond(task, { receivedOn: day(1) })).body.errors[0].pointer, (await bond(task, {}, winner)).status]).toEqual(['cap', 'positive', '/receivedOn', 403]);
    expect((await world.enterprise.post(`${task.path}/performance-bond/return`, { returnedOn: day() })).body.code).toBe('task.no-performance-bond');
    expect((await Promise.all([1, 2].map(() => bond(task)))).map(one => one.status).sort()).toEqual([200, 409]);
    expect((await seen(task, winner)).bond).toMatchObject({ amountYuan: '8650.05', form: 'guarantee', returnedOn: null });
    expect((await world.enterprise.post(`${task.path}/performance-bond/return`, { returnedOn: day(-1) })).body.errors[0].pointer).toBe('/returnedOn');
    expect(ok(await world.enterprise.post(`${task.path}/performance-bond/return`, { returnedOn: day() }), 200).body).toMatchObject({ bond: { returnedOn: day() }, mayRecordBond: true, mayReturnBond: false });
    ok(await bond(task, { amountYuan: '8000.00', reference: '保函 2026-2' }), 200);
    expect((await seen(task)).bond).toMatchObject({ amountYuan: '8000.00', returnedOn: null });
    expect((await bond(task)).body.code).toBe('task.performance-bond-recorded');
  });
});
