import { Any, Answer, codes, DAY, file, MarketWorld, ok, Person, Published } from '../marketplace/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const WHY = { reason: '催告期满，机构仍未签订合同' };
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** A chosen firm that does not sign, and a client that will not. */
describe('awards that are not signed', () => {
  let world: MarketWorld;
  let client: Person;
  let firm: Person;
  let loser: Person;
  let bureau: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [client, loser, firm, bureau] = [world.enterprise, world.firm(0), world.firm(1), world.supervisor];
  });
  afterAll(() => world.end());

  const day = (): string => new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
  const act = (person: Person, row: Any, verb: string, body: Any = {}, ifMatch = row.version as number): Promise<Answer<Any>> => person.post(`/award-cancellations/${row.id as string}/${verb}`, body, { ifMatch });
  const step = async (person: Person, row: Any, verb: string, body: Any = {}): Promise<Any> => ok(await act(person, row, verb, body), 200).body;
  const contractOf = async (task: Published, person = client): Promise<Any> => (await person.get(`/contracts?taskId=${task.id}&sort=-awarded`)).body.items[0];
  const upload = async (contractId: string, person = client): Promise<string> => ok(await world.multipart(`/files?subjectType=award-cancellation&subjectId=${contractId}&purpose=evidence`, person, [file('file', '函件.pdf', PDF)]), 201).body.id as string;
  const notice = (contractId: string, over: Any = {}, person = client): Promise<Answer<Any>> => person.post(`/contracts/${contractId}/award-cancellations`, { ground: 'overdue', reason: '机构收到合同后一直没有签署', evidenceFileIds: [], ...over });
  const remind = (contractId: string, person = client): Promise<Answer<Any>> => person.post(`/contracts/${contractId}/award-reminders`, { text: '请尽快签订合同' });
  const award = (task: Published, bidId: string, reason = ''): Promise<Answer<Any>> => client.post(`${task.path}/award`, { bidId, reason });
  const credit = (subjectId: string, type: string): Promise<Any[]> => world.query(`SELECT e.title, e.valid_until::text AS until, (SELECT c.status FROM credit_event_change c WHERE c.event_key = e.key) AS status FROM credit_event e WHERE e.subject_id = $1 AND e.type = $2 ORDER BY e.recorded_at`, [subjectId, type]);
  const tags = async (task: Published): Promise<string[]> => (await world.query(`SELECT body->'tag'->>0 AS tag FROM ocds_release WHERE task_id = $1 ORDER BY seq`, [task.id])).map((row: Any) => row.tag as string);

  /** Proposed to the firm. `bids[0]` won. */
  async function proposed(): Promise<{ task: Published & { bids: Any[] }; contract: Any }> {
    const task = await world.awarded();
    const draft = ok(await client.post('/contracts', { taskId: task.id }), 201).body;
    const contract = ok(await client.post(`/contracts/${draft.id as string}/propose`, {}, { ifMatch: draft.version }), 200).body;
    return { task, contract };
  }

  /** The day of signing and the reminder have passed. */
  async function lateNotice(): Promise<{ task: Published & { bids: Any[] }; contract: Any; row: Any }> {
    const { task, contract } = await proposed();
    ok(await remind(contract.id), 201);
    world.at(world.now + 36 * DAY);
    return { task, contract, row: ok(await notice(contract.id), 201).body };
  }

  async function cancelled(): Promise<{ task: Published & { bids: Any[] }; contract: Any; row: Any }> {
    const { task, contract, row } = await lateNotice();
    world.at(world.now + 5 * DAY);
    return { task, contract, row: await step(client, row, 'cancel', WHY) };
  }

  it('comes only after the periods, the reminder and the firm’s word, and never for the client’s own delay', async () => {
    const task = await world.awarded();
    const draft = ok(await client.post('/contracts', { taskId: task.id }), 201).body;
    expect(codes([await remind(draft.id), await notice(draft.id), await notice(draft.id, { ground: 'no-bond' })])).toEqual(['award-cancellation.own-delay', 'award-cancellation.own-delay', 'award-cancellation.own-delay']);
    ok(await client.post(`/contracts/${draft.id as string}/propose`, {}, { ifMatch: draft.version }), 200);
    expect((await notice(draft.id)).body.code).toBe('award-cancellation.reminder-missing');
    for (const person of [loser, world.otherEnterprise]) expect((await remind(draft.id, person)).status).toBeGreaterThanOrEqual(403);
    expect((await remind(draft.id, firm)).status).toBe(403);
    expect((await client.post(`/contracts/${draft.id as string}/award-reminders`, { text: '请签', until: '2099-01-01' })).status).toBe(400);
    const [reminder] = ok(await remind(draft.id), 201).body;
    expect(reminder.dueOn).toBe(draft.signDue);
    expect(ok(await firm.get(`/contracts/${draft.id as string}/award-reminders`), 200).body).toHaveLength(1);
    expect([(await loser.get(`/contracts/${draft.id as string}/award-reminders`)).status, (await bureau.get(`/contracts/${draft.id as string}/award-reminders`)).status]).toEqual([404, 403]);
    expect((await notice(draft.id)).body.code).toBe('award-cancellation.reminder-running');
    expect((await notice(draft.id, { ground: 'refused' })).body.errors[0]).toMatchObject({ pointer: '/evidenceFileIds', code: 'evidence' });
    expect((await notice(draft.id, { ground: 'refused', evidenceFileIds: [NOBODY] })).body.errors[0].code).toBe('files');
    for (const bad of [{ ground: 'because' }, { reason: '短' }, { evidenceFileIds: ['x'] }, { state: 'cancelled' }]) expect((await notice(draft.id, bad)).status).toBe(400);
    world.at(world.now + 36 * DAY);
    expect([(await notice(draft.id, {}, firm)).status, (await notice(NOBODY)).status, (await notice(draft.id, {}, world.otherEnterprise)).status]).toEqual([403, 404, 404]);
    const twice = await Promise.all([notice(draft.id), notice(draft.id)]);
    expect(codes(twice)).toEqual(['201', 'award-cancellation.open']);
    const row = (twice.find(one => one.status === 201) as Answer<Any>).body;
    expect(row).toMatchObject({ kind: 'cancellation', state: 'noticed', actions: ['withdraw'] });
    expect((await act(client, row, 'cancel', WHY)).body.code).toBe('award-cancellation.word-pending');
    expect([(await act(firm, row, 'cancel', WHY)).status, (await act(loser, row, 'state', { text: '与我无关', fileIds: [] })).status, (await act(client, row, 'state', { text: '自己回答自己', fileIds: [] })).body.code]).toEqual([403, 404, 'award-cancellation.other-side']);
    const stated = await step(firm, row, 'state', { text: '公章正在更换，下周签署', fileIds: [] });
    expect([(await act(firm, stated, 'state', { text: '再说一次', fileIds: [] })).body.code, (await act(client, row, 'cancel', WHY)).status]).toEqual(['award-cancellation.word-given', 412]);
    const back = await step(client, stated, 'withdraw', { reason: '同意再等一周' });
    expect(back).toMatchObject({ state: 'withdrawn', actions: [] });
    expect((await act(client, back, 'cancel', WHY)).body.code).toBe('award-cancellation.wrong-state');
    await world.runJobs();
    const told = (await world.query(`SELECT n.title_zh AS title FROM notification n WHERE n.subject_id = $1 ORDER BY n.id`, [row.id])).map((one: Any) => (one.title as string).split('：')[0]);
    expect(new Set(told)).toEqual(new Set(['委托方拟取消中选，请陈述意见', '对方已陈述意见', '已撤回']));
  });

  it('cancels once; the firm may object, nobody is chosen instead until it is final, then the next one with its own price', async () => {
    const { task, contract, row } = await cancelled();
    expect(row).toMatchObject({ state: 'cancelled', bondYuan: null });
    expect(await contractOf(task)).toMatchObject({ id: contract.id, state: 'lapsed' });
    expect((await act(client, row, 'cancel', WHY)).body.code).toBe('award-cancellation.wrong-state');
    expect((await notice(contract.id)).body.code).toBe('award-cancellation.signed');
    expect((await world.row(task.id))).toMatchObject({ state: 'opened', awarded_firm_id: null, awarded_bid_id: null });
    const [won, other] = task.bids;
    expect(codes([await award(task, won.id), await award(task, other.id), await client.post(`${task.path}/no-award`, { reason: '重新组织采购' })])).toEqual(['award-cancellation.ruling-open', 'award-cancellation.ruling-open', 'task.bid-not-awardable']);
    expect((await firm.get(`/award-cancellations/${row.id as string}`)).body.actions).toEqual(['accept', 'object']);
    await world.runJobs();
    expect(await credit(firm.orgId, 'firm.unsigned')).toEqual([expect.objectContaining({ status: null })]);
    expect(await tags(task)).toEqual(['tender', 'tenderUpdate', 'award', 'awardCancellation']);
    const notices = ok(await world.house.anyone.get(`/public/award-cancellations?taskId=${task.id}`), 200).body;
    expect(notices.items).toEqual([expect.objectContaining({ taskNumber: task.number, priceYuan: '86500.50', state: 'cancelled', basis: expect.stringContaining('第七十四条') as string })]);
    expect(JSON.stringify(notices)).not.toContain('一直没有签署');
    const final = await step(firm, row, 'accept');
    expect(final.state).toBe('accepted');
    expect((await act(firm, final, 'object', { text: '改变主意了', fileIds: [] })).body.code).toBe('award-cancellation.wrong-state');
    expect((await award(task, won.id)).body.code).toBe('task.bid-not-awardable');
    await world.query(`UPDATE organisation SET status = 'suspended' WHERE id = $1`, [loser.orgId]);
    expect((await award(task, other.id)).status).toBe(422);
    await world.query(`UPDATE organisation SET status = 'active' WHERE id = $1`, [loser.orgId]);
    expect(ok(await award(task, other.id), 200).body).toMatchObject({ state: 'awarded', awardedPriceYuan: '98000.00' });
    await world.runJobs();
    expect(await contractOf(task, loser)).toMatchObject({ state: 'due', priceYuan: '98000.00' });
    expect((await client.get(`/contracts?taskId=${task.id}`)).body.items.map((one: Any) => one.state).sort()).toEqual(['due', 'lapsed']);
    expect(await tags(task)).toEqual(['tender', 'tenderUpdate', 'award', 'awardCancellation', 'award']);
    const [release] = await world.query(`SELECT body FROM ocds_release WHERE task_id = $1 ORDER BY seq DESC LIMIT 1`, [task.id]);
    expect(release.body.awards.map((one: Any) => [one.status, one.value.amount])).toEqual([['cancelled', 86500.5], ['active', 98000]]);
    const draft = ok(await client.post('/contracts', { taskId: task.id }), 201).body;
    expect(draft.milestones.reduce((sum: number, one: Any) => sum + Number(one.amountYuan), 0)).toBe(98000);
    expect((await world.query('SELECT firm_id FROM engagement WHERE task_id = $1', [task.id]))).toEqual([{ firm_id: loser.orgId }]);
  });

  it('an objection stops the clock; the bureau restores the award, the record is revoked, the bond released and the contract signed', async () => {
    const { task, contract, row } = await lateNotice();
    await world.query(`INSERT INTO bid_bond (task_id, firm_id, firm_name, amount_yuan, paid_on, reference, recorded_at) VALUES ($1, $2, '机构', 1000, '2026-11-01', 'T-1', now())`, [task.id, firm.orgId]);
    world.at(world.now + 5 * DAY);
    const gone = await step(client, row, 'cancel', WHY);
    expect(gone.bondYuan).toBe('1000.00');
    const bonds = async (): Promise<Any> => (await client.get(`${task.path}/bonds`)).body[0] ?? (await client.get(`${task.path}/bonds`)).body.items[0];
    const bond = await bonds();
    expect(bond.forfeitedOn).toBe(day());
    expect((await client.post(`${task.path}/bonds/${bond.id as string}/return`, { returnedOn: day() })).body.code).toBe('task.bond-forfeited');
    const evidence = await upload(contract.id, firm);
    const open = await step(firm, gone, 'object', { text: '合同条款与报价不一致，不是无故不签', fileIds: [evidence] });
    expect(open).toMatchObject({ state: 'objected', actions: [] });
    expect((await firm.delete(`/files/${evidence}`)).body.code).toBe('file.held');
    expect((await bureau.get(`/files/${evidence}/content`)).status).toBeLessThan(400);
    world.at(world.now + 20 * DAY);
    expect((await award(task, task.bids[1].id)).body.code).toBe('award-cancellation.ruling-open');
    for (const person of [client, firm]) expect((await act(person, open, 'rule', { verdict: 'revoked', reason: '自己给自己裁定的理由' })).status).toBe(403);
    expect((await act(bureau, open, 'rule', { verdict: 'confirmed', reason: '这不是一件投诉，不能这样裁定' })).body.code).toBe('award-cancellation.wrong-state');
    expect((await act(bureau, open, 'rule', { verdict: 'revoked', reason: '短' })).status).toBe(400);
    const rules = await Promise.all(['revoked', 'revoked'].map(verdict => act(bureau, open, 'rule', { verdict, reason: '委托方发出的条款背离报价，催告不成立' })));
    expect(rules.map(one => one.status).sort()).toEqual([200, 412]);
    await world.runJobs();
    expect(await world.row(task.id)).toMatchObject({ state: 'awarded', awarded_firm_id: firm.orgId, awarded_price_yuan: '86500.50' });
    expect(await contractOf(task)).toMatchObject({ id: contract.id, state: 'draft' });
    expect((await bonds()).forfeitedOn).toBeNull();
    expect((await credit(firm.orgId, 'firm.unsigned')).filter(one => one.title.endsWith(task.id) || one.status === 'revoked')).toHaveLength(1);
    expect((await tags(task)).slice(-2)).toEqual(['awardCancellation', 'awardUpdate']);
    const again = ok(await client.post(`/contracts/${contract.id as string}/propose`, {}, { ifMatch: (await client.get(`/contracts/${contract.id as string}`)).body.version }), 200).body;
    const text = ok(await firm.post(`/contracts/${contract.id as string}/agree`, {}, { ifMatch: again.version }), 200).body;
    const half = ok(await firm.post(`/contracts/${contract.id as string}/sign`, { way: 'online' }, { ifMatch: text.version }), 200).body;
    expect(ok(await client.post(`/contracts/${contract.id as string}/sign`, { way: 'online' }, { ifMatch: half.version }), 200).body.state).toBe('active');
    expect((await notice(contract.id)).body.code).toBe('award-cancellation.signed');
  });

  it('a signature and a cancellation at once: one of them wins, and the notice ends with the signature', async () => {
    const { contract, row, task } = await lateNotice();
    const stated = await step(firm, row, 'state', { text: '马上签署', fileIds: [] });
    const seen = (await firm.get(`/contracts/${contract.id as string}`)).body;
    const text = ok(await firm.post(`/contracts/${contract.id as string}/agree`, {}, { ifMatch: seen.version }), 200).body;
    const half = ok(await client.post(`/contracts/${contract.id as string}/sign`, { way: 'online' }, { ifMatch: text.version }), 200).body;
    const [signed, gone] = await Promise.all([firm.post(`/contracts/${contract.id as string}/sign`, { way: 'online' }, { ifMatch: half.version }), act(client, stated, 'cancel', WHY)]);
    const [{ state }] = await world.query('SELECT state FROM contract WHERE id = $1', [contract.id]);
    const [{ state: how }] = await world.query('SELECT state FROM award_cancellation WHERE id = $1', [row.id]);
    expect([[200, 409, 'active', 'moot', 'awarded'], [409, 200, 'lapsed', 'cancelled', 'opened'], [412, 200, 'lapsed', 'cancelled', 'opened'], [200, 412, 'active', 'moot', 'awarded']]).toContainEqual([signed?.status, gone?.status, state, how, (await world.row(task.id)).state]);
  });

  it('an uncontested end of the period lets the procurement fail and begin anew', async () => {
    const { task, row } = await cancelled();
    world.at(world.now + 25 * DAY);
    expect((await act(firm, row, 'object', { text: '现在才想起来', fileIds: [] })).body.code).toBe('award-cancellation.objection-late');
    ok(await client.post(`${task.path}/no-award`, { reason: '其余报价过高，重新组织采购' }), 200);
    const draft = ok(await client.post(`${task.path}/again`, {}), 201).body;
    expect(draft).toMatchObject({ state: 'draft', followsTaskId: task.id });
    await world.runJobs();
    expect((await tags(task)).slice(-1)).toEqual(['tenderUpdate']);
  });

  it('without fault nothing is forfeited and nothing recorded; a ground of its own needs evidence, not a reminder', async () => {
    const task = await world.awarded();
    await world.runJobs();
    const { id } = await contractOf(task);
    const before = (await credit(firm.orgId, 'firm.unsigned')).length;
    const row = ok(await notice(id as string, { ground: 'force-majeure', reason: '机构实验室因洪水停业，无法履行', evidenceFileIds: [await upload(id as string)] }), 201).body;
    const stated = await step(firm, row, 'state', { text: '情况属实', fileIds: [] });
    const gone = await step(client, stated, 'cancel', { reason: '机构已确认' });
    expect(gone).toMatchObject({ bondYuan: null, effectUntil: null });
    await world.runJobs();
    expect(await credit(firm.orgId, 'firm.unsigned')).toHaveLength(before);
  });

  it('a client that will not sign is complained of, heard, found so, and the firm steps back without a mark', async () => {
    const task = await world.awarded();
    await world.runJobs();
    const { id } = await contractOf(task, firm);
    const complain = (person = firm, over: Any = {}): Promise<Answer<Any>> => person.post(`/contracts/${id as string}/signing-complaints`, { reason: '委托方要求降价百分之十才肯签合同', evidenceFileIds: [], ...over });
    expect([(await complain(client)).status, (await complain(loser)).status, (await complain(firm, { reason: '短' })).status]).toEqual([403, 404, 400]);
    const row = ok(await complain(), 201).body;
    expect((await complain()).body.code).toBe('award-cancellation.open');
    const verdict = { verdict: 'confirmed', reason: '委托方提出附加条件，无正当理由不签合同' };
    expect([(await act(bureau, row, 'rule', verdict)).body.code, (await act(firm, row, 'leave')).body.code]).toEqual(['award-cancellation.word-pending', 'award-cancellation.not-confirmed']);
    const stated = await step(client, row, 'state', { text: '市场价格下降，希望协商', fileIds: [] });
    const found = await step(bureau, stated, 'rule', verdict);
    expect(found.state).toBe('confirmed');
    await world.runJobs();
    expect(await credit(client.orgId, 'award-refused')).toHaveLength(1);
    expect((await firm.get(`/award-cancellations/${row.id as string}`)).body.actions).toEqual(['leave']);
    const marks = (await credit(firm.orgId, 'firm.unsigned')).length;
    ok(await act(firm, found, 'leave'), 200);
    expect((await act(firm, found, 'leave')).status).toBe(412);
    await world.runJobs();
    expect(await world.row(task.id)).toMatchObject({ state: 'failed', awarded_firm_id: null });
    expect(await credit(firm.orgId, 'firm.unsigned')).toHaveLength(marks);
  });

  it('is on the lists of both and of the bureau: paged, sorted, searched, exported; strangers see none', async () => {
    const list = async (person: Person, query = ''): Promise<Any> => ok(await person.get(`/award-cancellations?${query}`), 200).body;
    const all = await list(bureau, 'limit=100');
    expect(all.items.length).toBeGreaterThanOrEqual(6);
    expect((await list(client, 'limit=100')).items).toHaveLength(all.items.length);
    for (const person of [loser, world.otherEnterprise]) expect((await list(person)).items).toEqual([]);
    const first = await list(bureau, 'limit=2&sort=noticed');
    const second = await list(bureau, `limit=2&sort=noticed&cursor=${first.nextCursor as string}`);
    expect([...first.items, ...second.items].map((one: Any) => one.id)).toEqual([...all.items].reverse().slice(0, 4).map((one: Any) => one.id));
    expect((await list(bureau, 'kind=complaint')).items).toHaveLength(1);
    expect((await list(bureau, `q=${encodeURIComponent('石灰窑')}&tab=ended`)).items.length).toBeGreaterThan(0);
    expect((await bureau.get('/award-cancellations?sort=price')).status).toBe(400);
    expect((await bureau.get('/award-cancellations/export')).raw.subarray(0, 2).toString()).toBe('PK');
    expect(ok(await world.house.anyone.get('/public/award-cancellations?limit=1'), 200).body.nextCursor).not.toBeNull();
  });
});
