import { TaskGuards } from '@huanbao/marketplace';
import { Any, MarketWorld, ok, Published } from './world';

/** A firm that is suspended, restricted or listed in the middle: asked at every step, refused with the reason and a way out. */
describe('the standing of a firm', () => {
  let world: MarketWorld;
  const stopped = new Set<string>();
  beforeAll(async () => {
    world = await MarketWorld.begin();
    // what the room of credit answers for a firm on the supervision list (test/api/watch-list holds the real one against the port)
    world.house.api.get(TaskGuards, { strict: false }).register({
      beforePublish: () => Promise.resolve(), beforeAward: () => Promise.resolve(), afterAgain: () => Promise.resolve(),
      firmReasons: firmId => Promise.resolve(stopped.has(firmId) ? [{ zh: '已列入严重失信重点监管名单', en: 'on the supervision list' }] : []),
    });
  });
  afterEach(async () => {
    stopped.clear();
    await world.query(`UPDATE qualification SET state = 'verified' WHERE state = 'suspended'`);
  });
  afterAll(() => world.end());

  const suspend = (firmId: string): Promise<unknown> => world.query(`UPDATE qualification SET state = 'suspended' WHERE firm_id = $1 AND kind = 'CMA'`, [firmId]);
  const delivered = async (task: Published, nth = 1): Promise<string> => ok(await world.firm(nth).post(`${task.path}/deliveries`, { summary: '全部监测报告', fileIds: [] }), 201).body.id as string;
  const accept = (task: Published, id: string, body: Any): Promise<Any> => world.enterprise.post(`${task.path}/deliveries/${id}/accept`, body);

  it('work of a kind that always needs a qualification needs one also when no service of the catalogue is named', async () => {
    const draft = await world.draft({ requiredQualifications: [] });
    expect(draft).toMatchObject({ serviceCode: null, requirementZh: expect.stringContaining('CMA') as string });
    const task = await world.published({ requiredQualifications: [] });
    expect((await world.send(task, world.firm(2), await world.seal(task, world.firm(2), { priceYuan: '9000.00' }))).body.code).toBe('bid.not-eligible');
    ok(await world.send(task, world.firm(0), await world.seal(task, world.firm(0), { priceYuan: '9000.00' })), 201);
    const invited = await world.draft({ requiredQualifications: [], method: 'direct', invitedFirmIds: [world.firm(2).orgId] });
    const refused = await world.enterprise.post(`/service-tasks/${invited.id as string}/publish`, {}, { ifMatch: invited.version as number });
    expect([refused.status, (refused.body.errors as Any[]).map(one => one.code)]).toEqual([400, ['invited-not-eligible']]);
    // advice of which some asks for nothing asks for nothing in general
    expect(await world.draft({ kind: 'consulting', requiredQualifications: [] })).toMatchObject({ requirementZh: '不要求特定资质' });
    // a draft that names another kind later is held to that one
    const { id, version } = await world.draft({ kind: 'consulting', requiredQualifications: [] });
    expect(ok(await world.enterprise.patch(`/service-tasks/${id as string}`, { kind: 'testing' }, { ifMatch: version as number }), 200).body.requirementZh).toContain('CMA');
  });

  it('at the opening: who was listed after it had bid is read out and set aside, with the reason', async () => {
    const task = await world.published();
    for (const [nth, priceYuan] of ['98000.00', '86500.50'].entries()) await world.bid(task, world.firm(nth), { priceYuan });
    stopped.add(world.firm(1).orgId);
    world.at(task.deadline);
    ok(await world.open(task), 200);
    const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body as { items: Any[] };
    expect(items.map(one => [one.priceYuan, one.eligible, one.ineligibleReasons.map((why: Any) => why.zh)])).toEqual([['86500.50', false, ['已列入严重失信重点监管名单']], ['98000.00', true, []]]);
    expect((await world.enterprise.post(`${task.path}/award`, { bidId: items[0]?.id, reason: '最低价，方案也好，就选它' })).body.code).toBe('task.bid-not-awardable');
  });

  it.each([['suspended', (firmId: string) => suspend(firmId)], ['listed', (firmId: string) => Promise.resolve(stopped.add(firmId))]])('at the acceptance, %s: refused, unless the enterprise says on what it rests that the work was lawful', async (_how, strike) => {
    const task = await world.awarded();
    const id = await delivered(task);
    await strike(world.firm(1).orgId);
    const refused = await accept(task, id, { comment: '符合要求' });
    expect([refused.status, refused.body.code, (refused.body.reasons as Any[]).length]).toEqual([422, 'task.delivery-firm-standing', 1]);
    expect(refused.body.zh ?? refused.body.detail).toEqual(expect.any(String));
    for (const standingReason of ['短', '', 7, 'x'.repeat(1001)]) expect((await accept(task, id, { comment: '符合要求', standingReason })).status).toBe(400);
    expect((await world.otherEnterprise.post(`${task.path}/deliveries/${id}/accept`, { comment: '符合要求', standingReason: '采样在资质有效期内完成' })).status).toBe(403);
    expect(await world.row(task.id)).toMatchObject({ state: 'delivered' });
    // to send it back is always possible
    const both = await Promise.all([1, 2].map(() => accept(task, id, { comment: '符合要求', standingReason: '采样和出具报告都在资质有效期内' })));
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    const lines = ok(await world.supervisor.get(`${task.path}/timeline`), 200).body as Any[];
    expect(lines.filter(one => one.kind === 'accept-despite').map(one => one.zh)).toEqual([expect.stringMatching(/^机构资格现不符合（.+），企业说明后验收：采样和出具报告都在资质有效期内$/)]);
  });

  it('what was read out at the opening stands in the chain of the audit: a price changed afterwards does not match it', async () => {
    const task = await world.opened();
    const [entry] = await world.query<Any>(`SELECT details FROM audit_entry WHERE subject_id = $1 AND action = 'task.open' ORDER BY seq DESC LIMIT 1`, [task.id]);
    expect((entry.details.read as Any[]).map(one => one.priceYuan).sort()).toEqual(['86500.50', '98000.00']);
    expect((entry.details.read as Any[]).map(one => one.bidId).sort()).toEqual((task.bids as Any[]).map(one => one.id as string).sort());
  });

  it('a firm that loses its standing is looked at in all its tasks, however many', async () => {
    const firmId = world.firm(0).orgId;
    const task = await world.published();
    await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    for (let copy = 0; copy < 201; copy++)
      await world.query(`INSERT INTO service_task SELECT (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'number', 'RW-K' || $2::text, 'state', 'awarded', 'awarded_firm_id', $3::text, 'awarded_at', now(), 'opening_needed', NULL))).* FROM service_task t WHERE t.id = $1`, [task.id, String(copy), firmId]);
    stopped.add(firmId);
    world.house.worker.get(TaskGuards, { strict: false }).register({ beforePublish: () => Promise.resolve(), beforeAward: () => Promise.resolve(), afterAgain: () => Promise.resolve(), firmReasons: id => Promise.resolve(stopped.has(id) ? [{ zh: '已列入名单', en: 'listed' }] : []) });
    await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('task.recheck-bidder', 'quick', $1)`, [JSON.stringify({ firmId })]);
    await world.runJobs();
    const [told] = await world.query<Any>(`SELECT count(DISTINCT subject_id)::int AS n FROM notification WHERE org_id = $1 AND key LIKE '%:standing:%'`, [firmId]);
    expect(told.n).toBeGreaterThanOrEqual(202);
  });

  it('a firm in good standing needs no statement, and none is kept', async () => {
    const task = await world.awarded();
    ok(await accept(task, await delivered(task), { comment: '符合要求', standingReason: '不需要的说明' }), 200);
    expect((await world.audited(task.id)).filter(one => one === 'task.accept-despite')).toEqual([]);
  });
});
