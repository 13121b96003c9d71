import { Any, codes, DAY, file, MarketWorld, ok, Person, Published } from './world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const MARKS = { quality: 5, timeliness: 4, compliance: 5, service: 5, price: 4, comment: '按时完成' };

/** The work, its acceptance and what the sides say of each other. */
describe('after the award', () => {
  let world: MarketWorld;
  let winner: Person;
  let loser: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [loser, winner] = [world.firm(0), world.firm(1)];
  });
  afterAll(() => world.end());

  const upload = (task: Published, person: Person): Promise<Any> => world.multipart(`/files?subjectType=service-task&subjectId=${task.id}&purpose=delivery`, person, [file('file', '报告.pdf', PDF)]);
  const deliver = (task: Published, body: Any, person = winner): Promise<Any> => person.post(`${task.path}/deliveries`, body);
  const state = async (task: Published): Promise<string> => (await world.row(task.id)).state as string;

  it('results come with files from the chosen firm only', async () => {
    const task = await world.awarded();
    const scan = ok(await upload(task, winner), 201).body.id as string;
    for (const person of [loser, world.enterprise, world.otherEnterprise, world.supervisor]) expect((await upload(task, person)).status).toBeGreaterThanOrEqual(400);
    expect((await deliver(task, { summary: '报告', fileIds: [scan] })).body.errors[0].pointer).toBe('/summary');
    expect((await deliver(task, { summary: '    报告    ', fileIds: [] })).status).toBe(400);
    expect((await deliver(task, { summary: '全部监测报告', fileIds: [task.id] })).body.errors[0]).toMatchObject({ pointer: '/fileIds', code: 'files' });
    expect((await deliver(task, { summary: '全部监测报告', fileIds: [scan, scan] })).status).toBe(400);
    expect((await deliver(task, { summary: '全部监测报告', fileIds: [scan] }, loser)).status).toBe(403);
    expect((await deliver(task, { summary: '全部监测报告', fileIds: [scan] }, world.enterprise)).status).toBe(403);
    expect(await state(task)).toBe('awarded');
    const twice = await Promise.all([1, 2].map(() => deliver(task, { summary: '全部监测报告', fileIds: [scan] })));
    expect(codes(twice)).toEqual(['201', 'task.wrong-state']);
    expect(await world.query('SELECT round, state, file_ids FROM delivery WHERE task_id = $1', [task.id])).toEqual([{ round: 1, state: 'submitted', file_ids: [scan] }]);
    for (const [person, status] of [[world.enterprise, 200], [winner, 200], [world.supervisor, 200], [loser, 404], [world.otherEnterprise, 404]] as const)
      expect((await person.get(`/files/${scan}/content`)).status).toBe(status);
    expect((await loser.get(`${task.path}/deliveries`)).status).toBe(403);
    const { id: deliveryId } = (await winner.get(`${task.path}/deliveries`)).body[0];
    const review = async (person: Person): Promise<string[]> => (ok(await person.get(`${task.path}/deliveries/${deliveryId as string}/review`), 200).body as Any[]).map(one => one.code as string);
    expect(await review(world.enterprise)).toEqual(['fewer-files', 'unscanned', 'reading']);
    expect((await loser.get(`${task.path}/deliveries/${deliveryId as string}/review`)).status).toBe(403);
    await world.query(`UPDATE stored_file SET text_state = 'ready', scan_state = 'clean' WHERE id = $1`, [scan]);
    await world.query(`INSERT INTO file_text (file_id, content) VALUES ($1, '检测报告 委托单位：另一家公司')`, [scan]);
    expect(await review(world.supervisor)).toEqual(['fewer-files', 'client-missing', 'firm-missing', 'certificate-missing']);
    expect((await upload(task, winner)).status).toBeGreaterThanOrEqual(400); // handed over is handed over
  });

  it('is sent back and accepted by the enterprise, each delivery once', async () => {
    const task = await world.awarded();
    const first = ok(await deliver(task, { summary: '第一季度报告', fileIds: [] }), 201).body;
    const review = (delivery: Any, verb: string, comment: string, person = world.enterprise): Promise<Any> => person.post(`${task.path}/deliveries/${delivery.id as string}/${verb}`, { comment });
    expect((await review(first, 'rework', ' ')).status).toBe(400);
    for (const person of [winner, loser, world.otherEnterprise, world.supervisor]) expect((await review(first, 'accept', '很好', person)).status).toBe(403);
    const answers = await Promise.all([review(first, 'rework', '缺少原始记录'), review(first, 'rework', '缺少原始记录')]);
    expect(codes(answers)).toEqual(['200', 'task.wrong-state']);
    const second = ok(await deliver(task, { summary: '补充原始记录', fileIds: [] }), 201).body;
    expect(second.round).toBe(2);
    const other = await world.awarded();
    expect((await world.enterprise.post(`${other.path}/deliveries/${second.id as string}/accept`, { comment: '符合要求' })).status).toBe(404);
    expect((await review(first, 'accept', '符合要求')).body.code).toBe('delivery.reviewed'); // the first one was judged already
    expect(await state(task)).toBe('delivered');
    ok(await review(second, 'accept', '符合要求'), 200);
    expect(await state(task)).toBe('accepted');
    expect((await world.row(task.id)).accepted_at).not.toBeNull();
    expect((await world.audited(task.id)).slice(-4)).toEqual(['task.deliver', 'task.rework', 'task.deliver', 'task.accept']);
    await world.runJobs();
    const told = (await world.told(task.id)).slice(-4);
    expect(told.sort()).toEqual(['孝义 请验收', '孝义 请验收', '汾河 需要返工', '汾河 验收通过']);
  });

  it('neither a trifle nor work among related parties is rated', async () => {
    const task = await world.closed();
    const rate = (person: Person): Promise<Any> => person.post(`${task.path}/ratings`, MARKS);
    const actions = async (): Promise<string[]> => ok(await world.enterprise.get(task.path), 200).body.actions as string[];
    expect(await actions()).toContain('task.rate');
    await world.query(`UPDATE service_task SET awarded_price_yuan = 999.99 WHERE id = $1`, [task.id]);
    for (const person of [world.enterprise, winner]) expect(await rate(person)).toMatchObject({ status: 422, body: { code: 'rating.refused' } });
    expect(await actions()).not.toContain('task.rate');
    await world.query(`UPDATE service_task SET awarded_price_yuan = 1000.00 WHERE id = $1`, [task.id]);
    expect(await actions()).toContain('task.rate');
    // one person acts for both
    await world.query(`INSERT INTO membership (user_id, org_id, roles, created_at) SELECT user_id, $1, roles, created_at FROM membership WHERE org_id = $2 LIMIT 1`, [winner.orgId, world.enterprise.orgId]);
    const refused = await rate(winner);
    expect([refused.body.code, await actions()]).toEqual(['rating.refused', expect.not.arrayContaining(['task.rate'])]);
    await world.query(`DELETE FROM membership WHERE org_id = $1 AND user_id IN (SELECT user_id FROM membership WHERE org_id = $2)`, [winner.orgId, world.enterprise.orgId]);
    ok(await rate(winner), 201);
  });

  it('ratings stay blind until both have rated', async () => {
    const task = await world.closed();
    const rate = (person: Person, body: Any = MARKS): Promise<Any> => person.post(`${task.path}/ratings`, body);
    for (const bad of [{ ...MARKS, quality: 6 }, { ...MARKS, quality: 0 }, { ...MARKS, price: 4.5 }, { ...MARKS, score: '5.00' }, {}]) expect((await rate(world.enterprise, bad)).status).toBe(400);
    for (const person of [loser, world.otherEnterprise, world.supervisor]) expect((await rate(person)).status).toBe(403);
    const twice = await Promise.all([rate(world.enterprise), rate(world.enterprise)]);
    expect(codes(twice)).toEqual(['201', 'rating.given']);
    const seen = async (person: Person): Promise<number> => ((await person.get(`${task.path}/ratings`)).body as Any[]).length;
    expect([await seen(world.enterprise), await seen(winner), await seen(loser), await seen(world.supervisor)]).toEqual([1, 0, 0, 0]);
    await world.runJobs();
    expect((await world.told(task.id)).at(-1)).toBe('汾河 请评价');
    expect((await world.house.anyone.get(`/public/firms/${winner.orgId}`)).body).toMatchObject({ score: null, ratings: 0 });
    ok(await rate(winner, { ...MARKS, quality: 1, comment: '配合一般' }), 201);
    expect([await seen(world.enterprise), await seen(winner), await seen(loser)]).toEqual([2, 2, 2]);
    await world.runJobs();
    expect((await world.told(task.id)).slice(-2).sort()).toEqual(['孝义 收到评价', '汾河 收到评价']);
    expect((await world.house.anyone.get(`/public/firms/${winner.orgId}`)).body).toMatchObject({ score: '3.70', ratings: 1, confidence: 'low' });
    const rows = await world.query('SELECT score, published_at FROM task_rating WHERE task_id = $1 ORDER BY given_at, id', [task.id]);
    expect(rows.map((row: Any) => row.score)).toEqual(['4.70', '3.50']);
  });

  it('a rating whose other side keeps silent is shown after seven days, and cannot be answered any more', async () => {
    const task = await world.closed();
    world.at(world.now + 30 * DAY); // however long the first one takes, the other side has its seven days
    ok(await world.enterprise.post(`${task.path}/ratings`, MARKS), 201);
    const publishedAt = async (): Promise<unknown> => (await world.query('SELECT published_at FROM task_rating WHERE task_id = $1', [task.id]))[0]?.published_at;
    const tick = async (): Promise<void> => {
      const { RatingsService } = await import('@huanbao/marketplace');
      await world.house.db.transaction(() => world.house.api.get(RatingsService).publishDue());
    };
    const given = world.now;
    world.at(given + 7 * DAY - 1);
    await tick();
    expect(await publishedAt()).toBeNull();
    world.at(given + 7 * DAY);
    await tick();
    expect(await publishedAt()).toEqual(new Date(given + 7 * DAY));
    expect((await winner.post(`${task.path}/ratings`, MARKS)).body.code).toBe('rating.closed');
    expect((await winner.get(task.path)).body.actions).not.toContain('task.rate');
    await tick();
    await world.runJobs();
    expect((await world.told(task.id)).filter(one => one.includes('收到评价'))).toEqual(['汾河 收到评价']);
  });

  it('ratings come after the settlement, not before: work without a written contract is paid and settled like any other', async () => {
    const [running, done] = [await world.awarded(), await world.accepted()];
    for (const task of [running, done]) {
      for (const person of [world.enterprise, winner]) expect((await person.post(`${task.path}/ratings`, MARKS)).body.code).toBe('rating.too-early');
      expect(await world.query('SELECT 1 FROM task_rating WHERE task_id = $1', [task.id])).toEqual([]);
    }
    const contract = async (): Promise<Any> => ok(await world.enterprise.get(`/contracts/${ok(await world.enterprise.get(`/contracts?taskId=${done.id}`), 200).body.items[0].id as string}`), 200).body;
    expect(await contract()).toMatchObject({ state: 'waived', priceYuan: '86500.50', milestones: [{ state: 'accepted', amountYuan: '86500.50', openYuan: '86500.50' }], balance: { owed: '86500.50' }, actions: expect.arrayContaining(['pay', 'settle', 'dispute']) as Any });
    await world.runJobs();
    expect(await world.query(`SELECT DISTINCT title_zh FROM notification WHERE subject_id = $1`, [(await contract()).id])).toEqual([{ title_zh: expect.stringMatching(/^里程碑可以付款/) as Any }]);
    await world.settled(done);
    expect((await contract()).state).toBe('closed');
    ok(await world.enterprise.post(`${done.path}/ratings`, MARKS), 201);
  });

  it('what was handed over without a contract and never accepted can be ended and settled by the two', async () => {
    const task = await world.awarded();
    const first = ok(await deliver(task, { summary: '第一季度报告', fileIds: [] }), 201).body;
    const { items: [{ id }] } = ok(await winner.get(`/contracts?taskId=${task.id}`), 200).body;
    ok(await world.enterprise.post(`${task.path}/deliveries/${first.id as string}/rework`, { comment: '缺少原始记录' }), 200);
    expect(ok(await winner.get(`/contracts/${id as string}`), 200).body).toMatchObject({ state: 'due', actions: expect.arrayContaining(['terminate']) as Any });
    const ended = ok(await world.enterprise.post(`/contracts/${id as string}/termination`, { way: 'agreement', reason: '双方协商不再继续这项服务' }), 201).body;
    ok(await winner.post(`/contracts/${id as string}/proposals/${ended.proposals[0].id as string}/agree`), 200);
    expect(await state(task)).toBe('cancelled');
    const open = ok(await winner.get(`/contracts/${id as string}`), 200).body;
    expect(open).toMatchObject({ state: 'terminated', priceYuan: '86500.50', milestones: [{ state: 'delivered' }], actions: expect.arrayContaining(['settle', 'dispute']) as Any });
    const settlement = ok(await winner.post(`/contracts/${id as string}/settlement`, { dueYuan: '0', reason: '未完成，互不追究' }), 201).body;
    expect(ok(await world.enterprise.post(`/contracts/${id as string}/proposals/${settlement.proposals[0].id as string}/agree`), 200).body.state).toBe('closed');
    // before anything was handed over there is nothing to end: the award is cancelled instead
    const untouched = await world.awarded();
    await world.runJobs();
    const { items: [due] } = ok(await winner.get(`/contracts?taskId=${untouched.id}`), 200).body;
    expect((await winner.post(`/contracts/${due.id as string}/termination`, { way: 'agreement', reason: '双方协商不再继续这项服务' })).body.code).toBe('contract.not-in-force');
  });

  it('keeps the whole history, each reader seeing its part', async () => {
    const task = await world.accepted();
    const kinds = async (person: Person): Promise<string[]> => ((await person.get(`${task.path}/timeline`)).body as Any[]).map(event => event.kind as string).reverse();
    expect(await kinds(world.enterprise)).toEqual(['create', 'publish', 'open', 'award', 'deliver', 'accept']);
    expect(await kinds(loser)).toEqual(['publish', 'open', 'award', 'deliver', 'accept']);
    expect(await kinds(world.otherEnterprise)).toEqual(['publish', 'award']);
    expect((await world.audited(task.id)).filter(one => one.startsWith('task.'))).toEqual(['task.create', 'task.publish', 'task.open', 'task.award', 'task.deliver', 'task.accept']);
  });
});
