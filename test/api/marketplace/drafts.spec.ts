import { generateOpeningKey } from '@huanbao/sealing';
import { Any, codes, DAY, MarketWorld, ok } from './world';

/** From the draft to the publication: what is taken, what is refused, and who may. */
describe('a task before its bids', () => {
  let world: MarketWorld;
  beforeAll(async () => {
    world = await MarketWorld.begin();
  });
  afterAll(() => world.end());

  const refusedFields = async (over: Any): Promise<string[]> => {
    const answer = await world.enterprise.post('/service-tasks', world.content(over));
    expect(answer.status).toBe(400);
    for (const one of answer.body.errors as Any[]) expect(one.zh).toMatch(/[\u4e00-\u9fff]/);
    return (answer.body.errors as Any[]).map(one => one.pointer as string);
  };

  it.each([
    ['a short title', { title: '监测' }, '/title'],
    ['a title of blanks', { title: '        ' }, '/title'],
    ['a long title', { title: '长'.repeat(101) }, '/title'],
    ['an unknown kind', { kind: 'magic' }, '/kind'],
    ['an unknown stage', { stage: 'later' }, '/stage'],
    ['a short description', { description: '监测' }, '/description'],
    ['a description of blanks', { description: ' '.repeat(40) }, '/description'],
    ['no deliverable', { deliverables: [] }, '/deliverables'],
    ['a blank deliverable', { deliverables: ['报告', '   '] }, '/deliverables'],
    ['a qualification nobody can hold', { requiredQualifications: ['祖传秘方'] }, '/requiredQualifications'],
    ['a qualification twice', { requiredQualifications: ['CMA', 'CMA'] }, '/requiredQualifications'],
    ['a budget as a number', { budgetYuan: 100000 }, '/budgetYuan'],
    ['a budget of zero', { budgetYuan: '0.00' }, '/budgetYuan'],
    ['a negative budget', { budgetYuan: '-5' }, '/budgetYuan'],
    ['a budget with three decimals', { budgetYuan: '1.005' }, '/budgetYuan'],
    ['a budget in 万元', { budgetYuan: '9.8万' }, '/budgetYuan'],
    ['a budget with commas', { budgetYuan: '98,000' }, '/budgetYuan'],
    ['a budget in powers', { budgetYuan: '1e5' }, '/budgetYuan'],
    ['half a day', { durationDays: 1.5 }, '/durationDays'],
    ['no days', { durationDays: 0 }, '/durationDays'],
    ['days as text', { durationDays: '30' }, '/durationDays'],
    ['a deadline without zone', { bidDeadline: '2026-12-01T17:00:00' }, '/bidDeadline'],
    ['a deadline that is a day', { bidDeadline: '2026-12-01' }, '/bidDeadline'],
    ['a day that does not exist', { bidDeadline: '2026-02-30T17:00:00Z' }, '/bidDeadline'],
    ['a weight beyond all', { priceWeight: 101 }, '/priceWeight'],
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['a state of its own', { state: 'awarded' }, '/state'],
  ])('refuses %s, points at it and stores nothing', async (_what, over, pointer) => {
    const before = await world.query('SELECT count(*) AS n FROM service_task');
    expect(await refusedFields(over)).toContain(pointer);
    expect(await world.query('SELECT count(*) AS n FROM service_task')).toEqual(before);
  });

  it('keeps money to the cent and text without the blanks around it', async () => {
    const draft = await world.draft({ title: '  石灰窑年度监测  ', budgetYuan: '999999999999.99', deliverables: [' 报告 '] });
    const row = await world.row(draft.id as string);
    expect(row).toMatchObject({ title: '石灰窑年度监测', budget_yuan: '999999999999.99', deliverables: ['报告'], state: 'draft', number: null, enterprise_id: world.enterprise.orgId });
    expect(await world.audited(draft.id as string)).toEqual(['task.create']);
  });

  it('makes one draft of a repeated request', async () => {
    const body = world.content();
    const [one, two] = [await world.enterprise.post('/service-tasks', body, { key: 'market-key-1' }), await world.enterprise.post('/service-tasks', body, { key: 'market-key-1' })];
    expect(two.body.id).toBe(one.body.id);
    expect((await world.enterprise.post('/service-tasks', world.content({ title: '另外一项任务' }), { key: 'market-key-1' })).body.code).toBe('idempotency-reuse');
  });

  it('changes a draft by the version that was seen, once', async () => {
    const draft = await world.draft();
    const path = `/service-tasks/${draft.id as string}`;
    const answers = await Promise.all([1, 2].map(n => world.enterprise.patch(path, world.content({ title: `第 ${n} 次修改的任务` }), { ifMatch: 1 })));
    expect(codes(answers)).toEqual(['200', 'stale']);
    expect((await world.row(draft.id as string)).version).toBe(2);
    expect((await world.enterprise.patch(path, world.content())).status).toBe(428);
  });

  it('changes what is sent and keeps the rest; what is unknown, empty or of an old version changes nothing', async () => {
    const draft = await world.draft();
    const path = `/service-tasks/${draft.id as string}`;
    const before = await world.row(draft.id as string);
    expect(before.budget_yuan).not.toBeNull();
    expect(await world.enterprise.patch(path, { title: '只改标题的任务' }, { ifMatch: 1 })).toMatchObject({ status: 200, body: { title: '只改标题的任务', version: 2 } });
    const { title: _, version: __, updated_at: ___, ...rest } = await world.row(draft.id as string);
    expect(before).toMatchObject(rest);
    for (const [body, pointer] of [[{ colour: 'red' }, '/colour'], [{ title: null }, '/title'], [{ durationDays: null }, '/durationDays'], [{ title: '短' }, '/title'], [{ state: 'published' }, '/state'], [{ enterpriseId: draft.id }, '/enterpriseId']] as const)
      expect([body, await world.enterprise.patch(path, body, { ifMatch: 2 })]).toMatchObject([body, { status: 400, body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) } }]);
    expect((await world.enterprise.patch(path, { title: '过时的修改来了' }, { ifMatch: 1 })).status).toBe(412);
    expect(await world.enterprise.patch(path, {}, { ifMatch: 2 })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await world.enterprise.patch(path, { budgetYuan: null }, { ifMatch: 2 })).toMatchObject({ status: 200, body: { budgetYuan: null, version: 3 } });
    expect(await world.query(`SELECT details->'changed' AS changed FROM audit_entry WHERE subject_id = $1 AND action LIKE '%edit' ORDER BY seq`, [draft.id])).toEqual([{ changed: ['title'] }, { changed: ['budgetYuan'] }]);
  });

  it('hides a draft from everybody but its enterprise', async () => {
    const draft = await world.draft();
    const path = `/service-tasks/${draft.id as string}`;
    for (const person of [world.otherEnterprise, world.firm(0), world.supervisor]) {
      expect((await person.get(path)).status).toBe(404);
      expect((await person.get(`${path}/timeline`)).status).toBe(404);
    }
    expect((await world.house.anyone.get(`/public${path}`)).status).toBe(404);
    expect((await world.firm(0).get(`${path}/sealing`)).status).toBe(404);
    expect((await world.house.anyone.get(path)).status).toBe(401);
    expect((await world.otherEnterprise.patch(path, world.content(), { ifMatch: 1 })).status).toBe(404);
    expect((await world.enterprise.get('/service-tasks/018f0000-0000-7000-8000-00000000dead')).status).toBe(404);
    expect((await world.enterprise.get('/service-tasks/x')).status).toBe(404);
  });

  it('needs an opening key that works, a future deadline, the version and the right person to publish', async () => {
    const draft = await world.draft();
    const path = `/service-tasks/${draft.id as string}/publish`;
    const { publicKey, privateKey } = await generateOpeningKey();
    const publish = (body: Any, ifMatch = 1, who = world.enterprise): Promise<Any> => who.post(path, body, { ifMatch });
    expect((await publish({})).body.errors[0].pointer).toBe('/openingPublicKey');
    expect((await publish({ openingPublicKey: privateKey })).status).toBe(400); // the private half never comes here
    const off = { ...publicKey, y: publicKey.x };
    expect((await publish({ openingPublicKey: off })).body.errors[0].code).toBe('opening-key');
    expect((await world.enterprise.post(path, { openingPublicKey: publicKey })).status).toBe(428);
    expect((await publish({ openingPublicKey: publicKey }, 7)).body.code).toBe('stale');
    expect((await publish({ openingPublicKey: publicKey }, 1, world.otherEnterprise)).status).toBe(404);
    expect((await publish({ openingPublicKey: publicKey }, 1, world.firm(0))).status).toBe(404);
    const late = await world.draft({ bidDeadline: new Date(world.now - 1000).toISOString() });
    expect((await world.enterprise.post(`/service-tasks/${late.id as string}/publish`, { openingPublicKey: publicKey }, { ifMatch: 1 })).body.errors[0].code).toBe('deadline-too-soon');
    expect((await world.row(draft.id as string)).state).toBe('draft');
    const twice = await Promise.all([publish({ openingPublicKey: publicKey }), publish({ openingPublicKey: publicKey })]);
    expect(codes(twice)).toEqual(['200', 'stale']);
    expect(await world.row(draft.id as string)).toMatchObject({ state: 'published', opening_public_key: publicKey });
    const jobs = await world.query<{ job: string; not_before: Date | null }>(`SELECT job, not_before FROM outbox WHERE payload->>'taskId' = $1 ORDER BY job`, [draft.id]);
    expect(jobs.map(one => one.job)).toEqual(['market-data.publish-releases', 'market-data.tell-searchers', 'task.close', 'task.tell-matching-firms']);
    expect(jobs.find(one => one.job === 'task.close')?.not_before?.toISOString()).toBe(draft.bidDeadline);
    expect((await world.enterprise.patch(`/service-tasks/${draft.id as string}`, world.content(), { ifMatch: 2 })).body).toMatchObject({ code: 'task.wrong-state', possible: expect.arrayContaining(['cancel']) });
  });

  it('does not publish for an enterprise that has lost its standing', async () => {
    const draft = await world.draft();
    const { publicKey } = await generateOpeningKey();
    await world.query(`UPDATE organisation SET status = 'suspended' WHERE id = $1`, [world.enterprise.orgId]);
    const answer = await world.enterprise.post(`/service-tasks/${draft.id as string}/publish`, { openingPublicKey: publicKey }, { ifMatch: 1 });
    await world.query(`UPDATE organisation SET status = 'active' WHERE id = $1`, [world.enterprise.orgId]);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.zh).toMatch(/核验|暂停|停/);
    expect((await world.row(draft.id as string)).state).toBe('draft');
  });

  it('tells the matching firms once, whatever is delivered twice', async () => {
    const task = await world.published();
    await world.runJobs();
    await world.query(`UPDATE outbox SET done_at = NULL, attempts = 0 WHERE payload->>'taskId' = $1 AND job = 'task.tell-matching-firms'`, [task.id]);
    await world.runJobs();
    expect((await world.told(task.id)).sort()).toEqual(['晋绿 新任务', '汾河 新任务']);
  });

  it('is cancelled with a reason, and the bidders hear it', async () => {
    const task = await world.published();
    await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    expect((await world.enterprise.post(`${task.path}/cancel`, { reason: ' 不 ' })).status).toBe(400);
    expect((await world.firm(0).post(`${task.path}/cancel`, { reason: '我不想要了' })).status).toBe(403);
    expect((await world.otherEnterprise.post(`${task.path}/cancel`, { reason: '我不想要了' })).status).toBe(403);
    const twice = await Promise.all([1, 2].map(() => world.enterprise.post(`${task.path}/cancel`, { reason: '生产计划调整' })));
    expect(codes(twice)).toEqual(['200', 'task.wrong-state']);
    await world.runJobs();
    expect((await world.told(task.id)).filter(one => one.includes('结束')).sort()).toEqual(['孝义 任务结束', '晋绿 任务结束']);
    expect((await world.send(task, world.firm(0), await world.seal(task, world.firm(0), { priceYuan: '1.00' }))).status).toBe(409);
    const timeline = ok(await world.house.anyone.get(`/public${task.path}`), 200).body;
    expect(timeline).toMatchObject({ state: 'cancelled', endedReason: '生产计划调整' });
    expect(await world.audited(task.id)).toEqual(['task.create', 'task.publish', 'bid.submit', 'task.cancel']);
  });

  it('lets a firm under mandate prepare, and nothing beyond its mandate', async () => {
    const steward = world.firm(2);
    const body = world.content({ enterpriseId: world.enterprise.orgId, requiredQualifications: [] });
    expect((await steward.post('/service-tasks', body)).status).toBe(403);
    await world.query(
      `INSERT INTO mandate (enterprise_id, firm_id, matters, verbs, valid_from, valid_to, note, state, created_at) VALUES ($1, $2, '{tasks}', '{prepare}', '2026-01-01', '2030-01-01', '', 'active', now())`,
      [world.enterprise.orgId, steward.orgId]);
    const draft = ok(await steward.post('/service-tasks', body), 201).body;
    const path = `/service-tasks/${draft.id as string}`;
    expect((await world.row(draft.id as string)).enterprise_id).toBe(world.enterprise.orgId);
    expect(await world.query('SELECT on_behalf_of FROM audit_entry WHERE subject_id = $1', [draft.id])).toEqual([{ on_behalf_of: world.enterprise.orgId }]);
    ok(await steward.patch(path, world.content({ requiredQualifications: [] }), { ifMatch: 1 }), 200);
    const { publicKey, privateKey } = await generateOpeningKey();
    expect((await steward.post(`${path}/publish`, { openingPublicKey: publicKey }, { ifMatch: 2 })).status).toBe(403);
    ok(await world.enterprise.post(`${path}/publish`, { openingPublicKey: publicKey }, { ifMatch: 2 }), 200);
    expect((await steward.get(`${path}/bids`)).status).toBe(403);
    expect((await steward.post(`${path}/cancel`, { reason: '不需要了吧' })).status).toBe(403);
    expect((await steward.post(`${path}/open`, { holder: 'owner', privateKey })).status).toBe(403);
    expect((await steward.post(`${path}/award`, { bidId: draft.id, reason: '' })).status).toBe(403);
    const task = { id: draft.id as string, path };
    const own = await world.send(task, steward, await world.seal(task, steward, { priceYuan: '1.00' }));
    expect(own).toMatchObject({ status: 422, body: { code: 'bid.conflict-of-interest' } });
    expect(await world.bidRows(task.id)).toEqual([]);
    await world.query(`DELETE FROM mandate`);
  });

  it('a firm that is entrusted after it bid keeps its receipt, may take the bid back, and may not bid again', async () => {
    const task = await world.published({ kind: 'consulting', requiredQualifications: [] });
    const firm = world.firm(2);
    const { receipt } = await world.bid(task, firm, { priceYuan: '90000.00' });
    await world.query(
      `INSERT INTO mandate (enterprise_id, firm_id, matters, verbs, valid_from, valid_to, note, state, created_at) VALUES ($1, $2, '{tasks}', '{prepare}', '2026-01-01', '2030-01-01', '', 'active', now())`,
      [world.enterprise.orgId, firm.orgId]);
    expect(ok(await firm.get(`${task.path}/bids/mine`), 200).body).toMatchObject([{ receipt: { receipt } }]);
    expect(await firm.get(`${task.path}/sealing`)).toMatchObject({ status: 422, body: { code: 'bid.conflict-of-interest' } });
    ok(await firm.post(`${task.path}/bids/withdraw`, { reason: '已受企业委托' }), 204);
    expect(await world.bidRows(task.id)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await world.send(task, firm, await world.seal(task, firm, { priceYuan: '1.00' }))).toMatchObject({ status: 422, body: { code: 'bid.conflict-of-interest' } });
    await world.query(`DELETE FROM mandate`);
  });

  it('is published again when nobody bid', async () => {
    const task = await world.published({ bidDeadline: new Date(world.now + DAY).toISOString() });
    world.at(task.deadline);
    await world.runJobs();
    expect(await world.row(task.id)).toMatchObject({ state: 'failed', ended_reason: '截止时没有收到报价' });
    expect((await world.told(task.id)).at(-1)).toBe('孝义 任务结束');
  });
});
