import { Any, codes, DAY, HOUR, MarketWorld, ok, Person, Published } from './world';

/** The six methods of procurement, from the choice to the award. One world; each test leaves its tasks behind. */
describe('procurement', () => {
  let world: MarketWorld;
  let bureau: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    bureau = await world.house.as('bureau.intake');
    await world.keepSignedIn();
  });
  afterAll(() => world.end());

  const firmIds = (count = 3): string[] => world.firms.slice(0, count).map(firm => firm.orgId);
  /** Everybody of the three may bid on it. */
  const open = (over: Any = {}): Any => ({ kind: 'consulting', requiredQualifications: [], ...over });
  const publishing = async (over: Any): Promise<Any> => {
    const draft = await world.draft(open(over));
    const key = await (await import('@huanbao/sealing')).generateOpeningKey();
    const answer = await world.enterprise.post(`/service-tasks/${draft.id as string}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: draft.version as number });
    return { draft, answer };
  };
  const mended = (answer: Any): string[] => (answer.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const stateOf = async (task: { path: string }): Promise<string> => ok(await world.enterprise.get(task.path), 200).body.state as string;
  const titles = async (person: Person, tab: string): Promise<string[]> => (ok(await person.get(`/service-tasks?tab=${tab}&limit=100`), 200).body.items as Any[]).map(one => one.id as string);
  const close = async (task: { path: string }): Promise<void> => {
    const { bidDeadline } = ok(await world.enterprise.get(task.path), 200).body;
    world.at(new Date(bidDeadline as string));
    await world.runJobs();
  };

  describe('the choice', () => {
    it('is explained by the law before anything is written', async () => {
      const options = ok(await world.enterprise.get('/procurement-methods?funds=state&subject=works&budgetYuan=5000000.00'), 200).body;
      expect(options).toMatchObject({ regime: 'bidding-law', regimeZh: '依法必须招标', unverified: true });
      const by = Object.fromEntries((options.items as Any[]).map(one => [one.method, one]));
      expect(by).toMatchObject({ open: { standing: 'demanded', fewestBids: 3 }, invited: { standing: 'with-approval', fewestInvited: 3 }, auction: { standing: 'refused' }, direct: { who: 'one' } });
      expect(by['auction'].mendZh).toContain('公开招标');
      expect(by['open'].earliestDay).toBe(new Date(world.now + 20 * DAY + 8 * HOUR).toISOString().slice(0, 10));
      expect(ok(await world.enterprise.get('/procurement-methods?funds=state&subject=works'), 200).body).toMatchObject({ regime: null });
      for (const bad of ['funds=mine&subject=works', 'funds=state', 'funds=state&subject=works&budgetYuan=0', 'funds=state&subject=works&budgetYuan=-1', 'funds=state&subject=works&budgetYuan=1&x=1']) expect((await world.enterprise.get(`/procurement-methods?${bad}`)).status).toBe(400);
      expect((await world.house.anyone.get('/procurement-methods?funds=state&subject=works')).status).toBe(401);
    });

    it('stands in the reference data as not verified', async () => {
      const { body } = ok(await world.supervisor.get('/reference-data?kind=procurement&limit=100'), 200);
      expect((body.items as Any[]).some(one => one.title === '招标文件发出至投标截止' && one.verified === false)).toBe(true);
    });

    it.each<[string, Any, string[]]>([
      ['a method the law refuses', { method: 'auction', funds: 'state', subject: 'works', budgetYuan: '5000000.00' }, ['/method method-refused', '/openingPublicKey shares-compulsory']],
      ['public money without a budget', { funds: 'fiscal', budgetYuan: null }, ['/budgetYuan budget-needed', '/openingPublicKey shares-compulsory']],
      ['a compulsory tender with two days', { funds: 'state', subject: 'works', budgetYuan: '5000000.00' }, ['/bidDeadline deadline-below-law', '/openingPublicKey shares-compulsory']],
      ['nobody invited', { method: 'negotiation' }, ['/invitedFirmIds too-few-invited']],
      ['a bond of three per cent', { bondYuan: '3000.00' }, ['/bondYuan bond-too-high']],
    ])('refuses %s, and says what to do', async (_name, over, expected) => {
      const { draft, answer } = await publishing(over);
      expect(answer.status).toBe(400);
      expect(mended(answer)).toEqual(expected);
      expect((await world.row(draft.id as string)).state).toBe('draft');
    });

    it('refuses what is no firm, no method and an invited firm that could not bid', async () => {
      const content = (over: Any): Any => world.content(open(over));
      const post = (over: Any) => world.enterprise.post('/service-tasks', content(over));
      expect((await post({ method: 'raffle' })).status).toBe(400);
      expect((await post({ invitedFirmIds: 'all' })).status).toBe(400);
      expect((await post({ bondYuan: '-5' })).status).toBe(400);
      expect(mended(await post({ invitedFirmIds: [world.otherEnterprise.orgId] }))).toEqual(['/invitedFirmIds/0 not-a-firm']);
      const { answer } = await publishing({ method: 'invited', invitedFirmIds: firmIds(), requiredQualifications: ['CMA'] });
      expect(mended(answer)).toEqual(['/invitedFirmIds invited-not-eligible']);
    });

    it('leaves a task without a method what it was: open, voluntary, one bid suffices', async () => {
      const task = await world.published();
      expect(ok(await world.enterprise.get(task.path), 200).body).toMatchObject({ method: 'open', methodZh: '公开招标', funds: 'private', regime: 'voluntary', fewestBids: 1, listed: true, bidRound: 1 });
      await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
      await close(task);
      expect(await stateOf(task)).toBe('closed');
      world.at(world.now + DAY);
      expect((await reminded(task)).sort()).toEqual(['吕梁 报价已截止 1 天，还没有开标', '孝义 报价已截止 1 天，还没有开标']);
      ok(await world.open(task), 200);
    });
  });

  /** The morning round, twice on the same day: who was told what of the task. */
  const reminded = async (task: { id: string }): Promise<string[]> => {
    for (const _ of [1, 2]) await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('task.remind-procurement', 'quick', '{}')`);
    await world.runJobs();
    const rows = await world.query(`SELECT DISTINCT o.name, n.title_zh AS title, n.key, n.created_at FROM notification n JOIN organisation o ON o.id = n.org_id WHERE n.subject_id = $1 AND n.key LIKE '%:remind:%' ORDER BY n.created_at`, [task.id]);
    return [...new Set(rows.map(row => `${(row.name as string).slice(0, 2)} ${(row.title as string).split('：')[0] as string}`))];
  };

  describe('an invited tender', () => {
    it('is seen and bid on by the invited alone', async () => {
      const [other] = await world.moreFirms(1);
      const uninvited = world.firm(0);
      const task = await world.published(open({ method: 'invited', invitedFirmIds: firmIds(), title: '只请三家的任务' }));
      expect(await world.row(task.id)).toMatchObject({ listed: false, fewest_bids: 3 });
      await world.runJobs();
      expect((await world.told(task.id)).filter(one => one.includes('收到邀请'))).toHaveLength(3);
      // the same person, acting for a firm that was not asked
      const sealed = await world.seal(task, uninvited, { priceYuan: '90000.00' }, other as string);
      expect((await world.send(task, uninvited, sealed, other as string)).status).toBe(404);
      expect((await world.house.anyone.get(`/public/service-tasks/${task.id}`)).status).toBe(404);
      expect((await world.house.anyone.get(`/public/service-tasks/${task.id}/procedure`)).status).toBe(404);
      expect((await world.otherEnterprise.get(task.path)).status).toBe(404);
      expect((await bureau.get(task.path)).status).toBe(200);
      expect(await titles(world.firm(1), 'invited')).toContain(task.id);
      expect(await titles(world.firm(1), 'all')).toContain(task.id);
      expect(await titles(bureau, 'all')).toContain(task.id);
      expect(await titles(world.otherEnterprise, 'open')).not.toContain(task.id);
      expect((ok(await world.house.anyone.get('/public/service-tasks?limit=100'), 200).body.items as Any[]).map(one => one.id)).not.toContain(task.id);
      expect(ok(await world.enterprise.get(`${task.path}/invitations`), 200).body).toHaveLength(3);
      expect((await world.firm(0).get(`${task.path}/invitations`)).status).toBe(403);
    });

    it('falls short with two bids, is prolonged, and opens with three', async () => {
      const task = await world.published(open({ method: 'invited', invitedFirmIds: firmIds() }));
      for (const nth of [0, 1]) await world.bid(task, world.firm(nth), { priceYuan: `9${nth}000.00` });
      world.at(task.deadline);
      expect(await world.open(task)).toMatchObject({ status: 422, body: { code: 'task.too-few-bids', fewest: 3 } });
      await world.runJobs();
      expect(await stateOf(task)).toBe('short');
      expect((await world.open(task)).body.code).toBe('task.wrong-state');
      const { shortOptions, bids } = ok(await world.enterprise.get(`${task.path}/procedure`), 200).body;
      expect([bids, ...(shortOptions as Any[]).map(one => one.step)]).toEqual([null, 'prolong', 'again', 'proceed']);
      expect((await world.firm(0).post(`${task.path}/prolong`, { bidDeadline: new Date(world.now + DAY).toISOString(), reason: '再等一家' })).status).toBe(403);
      expect((await world.enterprise.post(`${task.path}/prolong`, { bidDeadline: new Date(world.now).toISOString(), reason: '再等一家' })).status).toBe(400);
      ok(await world.enterprise.post(`${task.path}/prolong`, { bidDeadline: new Date(world.now + DAY).toISOString(), reason: '再等一家' }), 200);
      await world.bid(task, world.firm(2), { priceYuan: '95000.00' });
      await close(task);
      ok(await world.open(task), 200);
      const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      expect((items as Any[]).map(one => one.priceYuan)).toEqual(['90000.00', '91000.00', '95000.00']);
      ok(await world.enterprise.post(`${task.path}/award`, { bidId: items[0].id, reason: '' }), 200);
      expect(await world.row(task.id)).toMatchObject({ awarded_price_yuan: '90000.00', listed: false });
    });

    it('goes on with two for a reason, or begins anew with the sealed bids left unopened', async () => {
      const make = async (): Promise<Published> => {
        const task = await world.published(open({ method: 'invited', invitedFirmIds: firmIds() }));
        await world.bid(task, world.firm(0), { priceYuan: '90000.00' });
        await close(task);
        return task;
      };
      const first = await make();
      expect((await world.enterprise.post(`${first.path}/proceed`, { reason: '' })).status).toBe(400);
      ok(await world.enterprise.post(`${first.path}/proceed`, { reason: '本地只有这一家能做' }), 200);
      ok(await world.open(first), 200);
      const second = await make();
      // one of those asked is barred meanwhile: the others are asked again
      const barred = await make();
      await world.query(`UPDATE organisation SET status = 'suspended' WHERE id = $1`, [world.firm(2).orgId]);
      const without = ok(await world.enterprise.post(`${barred.path}/again`), 201).body;
      await world.query(`UPDATE organisation SET status = 'active' WHERE id = $1`, [world.firm(2).orgId]);
      expect((ok(await world.enterprise.get(`/service-tasks/${without.id as string}/invitations`), 200).body as Any[]).map(one => one.firmId).sort()).toEqual([world.firm(0).orgId, world.firm(1).orgId].sort());
      const again = ok(await world.enterprise.post(`${second.path}/again`), 201).body;
      expect(again).toMatchObject({ state: 'draft', attempt: 2, method: 'invited', followsTaskId: second.id });
      expect(await world.row(second.id)).toMatchObject({ state: 'failed' });
      expect(await world.bidRows(second.id)).toMatchObject([{ state: 'sealed', price_yuan: null }]);
      expect(ok(await world.enterprise.get(`/service-tasks/${again.id as string}/invitations`), 200).body).toHaveLength(3);
      expect((await world.enterprise.post(`${second.path}/again`)).body.code).toBe('task.followed');
      expect(ok(await world.enterprise.get(`${second.path}/procedure`), 200).body.followedById).toBe(again.id);
    });

    it('has a firm withdraw its bid before it declines: a bid that is left would be opened', async () => {
      const task = await world.published(open({ method: 'invited', invitedFirmIds: firmIds() }));
      ok(await world.send(task, world.firm(1), await world.seal(task, world.firm(1), { priceYuan: '90000.00' })), 201);
      expect((await world.firm(1).post(`${task.path}/decline`, { reason: '人手不够' })).body.code).toBe('task.decline-after-bid');
      ok(await world.firm(1).post(`${task.path}/bids/withdraw`, { reason: '人员安排不开' }), 204);
      expect((await world.firm(1).post(`${task.path}/decline`, { reason: '人手不够' })).status).toBe(204);
      expect(await world.bidRows(task.id)).toMatchObject([{ state: 'withdrawn' }]);
    });

    it('lets a firm decline, and then no longer bid', async () => {
      const task = await world.published(open({ method: 'invited', invitedFirmIds: firmIds() }));
      const sealed = await world.seal(task, world.firm(2), { priceYuan: '90000.00' });
      expect((await world.firm(2).post(`${task.path}/decline`, { reason: '人手不够' })).status).toBe(204);
      expect((await world.send(task, world.firm(2), sealed)).status).toBe(403);
      expect((await world.firm(2).post(`${task.path}/decline`, { reason: '人手不够' })).status).toBe(403);
      expect((ok(await world.enterprise.get(`${task.path}/invitations`), 200).body as Any[]).find(one => one.firmId === world.firm(2).orgId)).toMatchObject({ state: 'declined', reason: '人手不够' });
      const told = ok(await world.firm(0).get(`${task.path}/timeline`), 200).raw.toString();
      expect(told).not.toContain('人手不够');
    });
  });

  describe('a compulsory tender', () => {
    const TENDER = { funds: 'state', subject: 'works', budgetYuan: '5000000.00', priceWeight: 40 };
    let retire: () => Promise<unknown>;
    beforeAll(async () => {
      retire = await world.bureauKeys();
    });
    afterAll(() => retire());
    const PLAN = { committeeSize: 5, representatives: 1, specialties: [], formula: { kind: 'lowest' }, scoringDays: 3, criteria: [{ name: '施工组织设计', guide: '看施工方法、进度、质量和安全措施是否可行', max: 60 }] };
    /** With the criteria of the committee that the law asks for. */
    const tender = async (): Promise<Published> => {
      const draft = await world.draft(open({ ...TENDER, bidDeadline: new Date(world.now + 21 * DAY).toISOString() }));
      const path = `/service-tasks/${draft.id as string}`;
      const key = await (await import('@huanbao/sealing')).generateOpeningKey();
      const publish = (): Promise<Any> => world.enterprise.post(`${path}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: draft.version as number });
      expect(mended(await publish())).toEqual(['/evaluationPlan committee-needed']);
      expect(await world.row(draft.id as string)).toMatchObject({ state: 'draft', number: null });
      ok(await world.enterprise.put(`${path}/evaluation-plan`, PLAN, { ifMatch: 0 }), 200);
      const { body } = ok(await publish(), 200);
      return { id: body.id, number: body.number, version: body.version, deadline: new Date(body.bidDeadline as string), key, path };
    };

    it('keeps its twenty days, may only be repeated with two bids, and goes on the second time with an approval', async () => {
      const task = await tender();
      expect(await world.row(task.id)).toMatchObject({ regime: 'bidding-law', fewest_bids: 3 });
      const { calendar } = ok(await world.house.anyone.get(`/public/service-tasks/${task.id}/procedure`), 200).body;
      expect((calendar as Any[]).map(one => one.key)).toEqual(['published', 'documents', 'objection', 'amendment', 'deadline', 'opened', 'awarded']);
      expect((calendar as Any[]).find(one => one.key === 'objection')).toMatchObject({ verified: false, basis: expect.stringContaining('第二十二条') });
      await world.bid(task, world.firm(0), { priceYuan: '4800000.00' });
      await close(task);
      expect((await world.enterprise.post(`${task.path}/prolong`, { bidDeadline: new Date(world.now + DAY).toISOString(), reason: '再等一家' })).body.code).toBe('task.short-step');
      expect((await world.enterprise.post(`${task.path}/proceed`, { reason: '只有一家来', approvalNumber: '孝发改〔2026〕9号' })).body.code).toBe('task.short-step');
      const again = ok(await world.enterprise.post(`${task.path}/again`), 201).body;
      // begun anew with the criteria it had
      expect(await world.query('SELECT committee_size, criteria FROM evaluation_plan WHERE task_id = $1', [again.id])).toEqual(await world.query('SELECT committee_size, criteria FROM evaluation_plan WHERE task_id = $1', [task.id]));
      const key = await (await import('@huanbao/sealing')).generateOpeningKey();
      const republished = ok(await world.enterprise.post(`/service-tasks/${again.id as string}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: again.version as number }), 200).body;
      const second = { id: republished.id as string, path: `/service-tasks/${republished.id as string}`, key };
      await world.bid(second, world.firm(0), { priceYuan: '4800000.00' });
      await close(second);
      expect(mended(await world.enterprise.post(`${second.path}/proceed`, { reason: '第二次仍只有一家' }))).toEqual(['/approvalNumber approval-needed']);
      ok(await world.enterprise.post(`${second.path}/proceed`, { reason: '第二次仍只有一家', approvalNumber: '孝发改〔2026〕9号' }), 200);
      expect(ok(await world.open(second), 200).body).toMatchObject({ state: 'opened', openingNeeded: 2 });
    });

    it('is the second time only after one that failed for too few bids: who cancels and begins anew has the first time again', async () => {
      const key = await (await import('@huanbao/sealing')).generateOpeningKey();
      const republished = async (from: { path: string }): Promise<{ id: string; path: string; key: typeof key }> => {
        const draft = ok(await world.enterprise.post(`${from.path}/again`), 201).body;
        const { id } = ok(await world.enterprise.post(`/service-tasks/${draft.id as string}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: draft.version as number }), 200).body;
        return { id: id as string, path: `/service-tasks/${id as string}`, key };
      };
      const short = async (task: { id: string; path: string }): Promise<string[]> => {
        await world.bid(task, world.firm(0), { priceYuan: '4800000.00' });
        await close(task);
        return (ok(await world.enterprise.get(`${task.path}/procedure`), 200).body.shortOptions as Any[]).map(one => one.step as string);
      };
      const first = await tender();
      ok(await world.enterprise.post(`${first.path}/cancel`, { reason: '需求有变，先行取消' }), 200);
      const second = await republished(first);
      expect(await world.row(second.id)).toMatchObject({ attempt: 2, shortfalls: 0 });
      expect(await short(second)).toEqual(['again']);
      expect((await world.enterprise.post(`${second.path}/proceed`, { reason: '只有一家来', approvalNumber: '孝发改〔2026〕9号' })).body.code).toBe('task.short-step');
      // it fell short: taking it back afterwards does not undo that
      ok(await world.enterprise.post(`${second.path}/cancel`, { reason: '家数不足，取消后重新招标' }), 200);
      const third = await republished(second);
      expect(await world.row(third.id)).toMatchObject({ attempt: 3, shortfalls: 1 });
      expect(await short(third)).toEqual(['again', 'proceed']);
    });

    it('takes no objection in the last ten days ', async () => {
      const task = await tender();
      world.at(world.now + 12 * DAY);
      expect((await world.firm(0).post(`${task.path}/questions`, { text: '要求不合理的条件', objection: true })).body.code).toBe('task.objection-too-late');
      ok(await world.firm(0).post(`${task.path}/questions`, { text: '条件能否放宽？' }), 201);
    });
  });

  /** What is to be signed after the award, at which price. */
  const contractOf = async (task: { id: string }): Promise<Any> => (await world.query('SELECT state, bid_price_yuan, bid_duration_days, sign_by_law FROM contract WHERE task_id = $1', [task.id]))[0];

  describe('a direct commission', () => {
    const published = async (over: Any = {}): Promise<{ id: string; path: string; deadline: Date }> => {
      const draft = await world.draft(open({ method: 'direct', invitedFirmIds: firmIds(1), ...over }));
      const { body } = ok(await world.enterprise.post(`/service-tasks/${draft.id as string}/publish`, {}, { ifMatch: draft.version as number }), 200);
      return { id: body.id as string, path: `/service-tasks/${body.id as string}`, deadline: new Date(body.bidDeadline as string) };
    };

    it('with public money is classed again at each price: what needs a tender cannot be reached by a counter-offer', async () => {
      const task = await published({ funds: 'state', subject: 'works', budgetYuan: '3900000.00' });
      const counter = (person: Person, priceYuan: string): Promise<Any> => person.post(`${task.path}/offers`, { priceYuan, durationDays: 40, text: '' });
      const mendedOf = (answer: Any): string[] => (answer.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
      expect((await counter(world.firm(1), '4000000.00')).status).toBe(404);
      for (const answer of await Promise.all([1, 2].map(() => counter(world.firm(0), '4000000.00')))) expect([answer.status, mendedOf(answer)]).toEqual([400, ['/priceYuan law-class']]);
      expect(await world.row(task.id)).toMatchObject({ state: 'published', regime: 'voluntary' });
      ok(await counter(world.firm(0), '3999999.99'), 201);
      // the limit has changed meanwhile: the offer is held against the value of the day on which it is accepted
      await world.query(`UPDATE reference_value SET value = '3000000' WHERE kind = 'procurement' AND key = 'threshold.works'`);
      expect(mendedOf(await world.enterprise.post(`${task.path}/offers/accept`, { nth: 2 }))).toEqual(['/nth law-class']);
      await world.query(`UPDATE reference_value SET value = '4000000' WHERE kind = 'procurement' AND key = 'threshold.works'`);
      ok(await world.enterprise.post(`${task.path}/offers/accept`, { nth: 2 }), 200);
      // whoever did not take the last step hears of it
      await world.runJobs();
      expect((await world.told(task.id)).filter(one => one.includes('委托已成交')).sort()).toEqual(['孝义 委托已成交', '晋绿 委托已成交']);
    });

    it('is offer, counter-offer and acceptance', async () => {
      const task = await published();
      await world.runJobs();
      expect(await world.told(task.id)).toContain('晋绿 收到委托');
      expect((await world.firm(1).get(`${task.path}/offers`)).status).toBe(404);
      expect((await world.enterprise.post(`${task.path}/offers/accept`, { nth: 1 })).body.code).toBe('task.no-open-offer');
      expect((await world.firm(0).get(`${task.path}/sealing`)).body.code).toBe('bid.answered-by-offer');
      for (const priceYuan of ['0', '-1', '0.00', '1e5', '12.345']) expect((await world.firm(0).post(`${task.path}/offers`, { priceYuan, durationDays: 30, text: '' })).status).toBe(400);
      ok(await world.firm(0).post(`${task.path}/offers`, { priceYuan: '110000.00', durationDays: 40, text: '含两次现场服务' }), 201);
      expect((await world.firm(0).post(`${task.path}/offers`, { priceYuan: '105000.00', durationDays: 40, text: '' })).body.code).toBe('task.no-open-offer');
      const offers = ok(await world.enterprise.get(`${task.path}/offers`), 200).body as Any[];
      expect(offers.map(one => [one.nth, one.byFirm, one.priceYuan, one.state, one.mine])).toEqual([[2, true, '110000.00', 'open', true], [1, false, '100000.00', 'countered', false]]);
      expect((await world.enterprise.post(`${task.path}/offers/accept`, { nth: 1 })).body.code).toBe('task.no-open-offer');
      expect(codes(await Promise.all([world.enterprise.post(`${task.path}/offers/accept`, { nth: 2 }), world.enterprise.post(`${task.path}/offers/accept`, { nth: 2 })]))).toEqual(['200', 'task.no-open-offer']);
      expect(ok(await world.firm(0).get(task.path), 200).body).toMatchObject({ state: 'awarded', awardedPriceYuan: '110000.00', awardedFirmName: expect.stringContaining('晋绿'), durationDays: 40 });
      await world.runJobs();
      expect(await contractOf(task)).toEqual({ state: 'due', bid_price_yuan: '110000.00', bid_duration_days: 40, sign_by_law: false });
      ok(await world.firm(0).post(`${task.path}/deliveries`, { summary: '全部成果', fileIds: [] }), 201);
      expect(ok(await world.firm(0).get(`${task.path}/deliveries`), 200).body).toMatchObject([{ summary: '全部成果', state: 'submitted' }]);
      expect((await world.firm(1).get(`${task.path}/deliveries`)).status).toBe(404);
    });

    it('ends when the firm declines, or does not answer in time to the millisecond', async () => {
      const declined = await published();
      expect((await world.firm(0).post(`${declined.path}/decline`, { reason: '范围不合适' })).status).toBe(204);
      expect(await stateOf(declined)).toBe('failed');
      const late = await published();
      world.at(late.deadline);
      expect((await world.firm(0).post(`${late.path}/offers/accept`, { nth: 1 })).body.code).toBe('task.offer-expired');
      await world.runJobs();
      expect(await world.row(late.id)).toMatchObject({ state: 'failed', ended_reason: '答复期限内没有成交' });
      const justInTime = await published();
      world.at(justInTime.deadline.getTime() - 1);
      ok(await world.firm(0).post(`${justInTime.path}/offers/accept`, { nth: 1 }), 200);
    });
  });

  describe('public money and one key', () => {
    const PUBLIC = { funds: 'state', subject: 'services', budgetYuan: '80000.00' };
    const missing = async (facts: string): Promise<Any> => ok(await world.enterprise.get(`/procurement-methods?${facts}`), 200).body.shares;
    const refused = async (over: Any): Promise<string[]> => {
      const { draft, answer } = await publishing(over);
      expect((await world.row(draft.id as string)).state).toBe(answer.status === 200 ? 'published' : 'draft');
      return answer.status === 200 ? [] : mended(answer);
    };

    it('is not published until the bureau has both keys, which the page says before', async () => {
      expect(await missing('funds=state&subject=services')).toMatchObject({ compulsory: true, fromYuan: '0', verified: false, missing: ['witness', 'recovery'] });
      expect(await missing('funds=private&subject=services')).toMatchObject({ compulsory: false });
      const { answer } = await publishing(PUBLIC);
      expect([mended(answer), answer.body.errors[0].zh ?? answer.body.errors[0].detail]).toEqual([['/openingPublicKey shares-compulsory'], expect.stringContaining('生态环境部门')]);
      expect([await refused({}), await refused({ ...PUBLIC, method: 'direct', invitedFirmIds: firmIds(1) })]).toEqual([[], []]);
      const retire = await world.bureauKeys();
      expect(await missing('funds=state&subject=services')).toMatchObject({ missing: [] });
      const task = await world.published(open(PUBLIC));
      expect(await world.row(task.id)).toMatchObject({ opening_needed: 2 });
      for (const nth of [0, 1, 2]) await world.bid(task, world.firm(nth), { priceYuan: `7${nth}000.00` });
      await close(task);
      expect(ok(await world.enterprise.post(`${task.path}/open`, { holder: 'owner', privateKey: task.key.privateKey }), 200).body).toMatchObject({ state: 'closed' });
      expect(await world.query(`SELECT 1 FROM bid WHERE task_id = $1 AND state <> 'sealed'`, [task.id])).toEqual([]);
      await retire();
    });

    it('one key of the two is not enough', async () => {
      await (await world.bureauKeys())();
      await world.query(`UPDATE witness_key SET active = true WHERE id = (SELECT id FROM witness_key WHERE role = 'witness' ORDER BY created_at DESC LIMIT 1)`);
      expect(await refused(PUBLIC)).toEqual(['/openingPublicKey shares-compulsory']);
      expect(await missing('funds=fiscal&subject=services&budgetYuan=1.00')).toMatchObject({ missing: ['recovery'] });
      await world.query('UPDATE witness_key SET active = false');
    });
  });

  describe('an inquiry under the law on government procurement', () => {
    let retire: () => Promise<unknown>;
    beforeAll(async () => {
      retire = await world.bureauKeys();
    });
    afterAll(() => retire());

    it('nor is a bid above the limit of the law chosen in a procedure for less', async () => {
      const task = await world.published(open({ funds: 'state', subject: 'works', budgetYuan: '3900000.00' }));
      for (const [nth, priceYuan] of ['4000000.00', '3950000.00'].entries()) await world.bid(task, world.firm(nth), { priceYuan });
      await close(task);
      ok(await world.open(task), 200);
      const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body as { items: Any[] };
      const award = (priceYuan: string): Promise<Any> => world.enterprise.post(`${task.path}/award`, { bidId: items.find(one => one.priceYuan === priceYuan)?.id, reason: '方案完整，业绩更多，愿意承担' });
      expect(mended(await award('4000000.00'))).toEqual(['/bidId law-class']);
      ok(await award('3950000.00'), 200);
    });

    it('has a panel of three, gives no points but for the price, and goes to the lowest and nobody else', async () => {
      const over = { method: 'inquiry', funds: 'fiscal', subject: 'goods', budgetYuan: '800000.00', invitedFirmIds: firmIds(), priceWeight: 40, bidDeadline: new Date(world.now + 10 * DAY).toISOString() };
      const draft = await world.draft(open(over));
      const path = `/service-tasks/${draft.id as string}`;
      const key = await (await import('@huanbao/sealing')).generateOpeningKey();
      const publish = (version: number): Promise<Any> => world.enterprise.post(`${path}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: version });
      const panel = (size: number, criteria: object[], version = 0): Promise<Any> => world.enterprise.put(`${path}/evaluation-plan`, { committeeSize: size, representatives: 1, specialties: [], formula: { kind: 'lowest' }, scoringDays: 3, criteria }, { ifMatch: version });
      expect(ok(await world.enterprise.get(`${path}/evaluation`), 200).body).toMatchObject({ plan: null, panel: { nameZh: '询价小组', least: 3, demanded: true, priceAlone: true, verified: false } });
      expect(mended(await publish(draft.version as number))).toEqual(['/evaluationPlan committee-needed']);
      expect(mended(await panel(1, []))).toEqual(['/committeeSize committee-size', '/criteria weights']);
      ok(await panel(3, [{ name: '技术方案', guide: '看是否响应要求', max: 60 }]), 200);
      expect(mended(await publish(draft.version as number))).toEqual(['/priceWeight price-alone']);
      const { version } = ok(await world.enterprise.patch(path, { priceWeight: 100 }, { ifMatch: draft.version as number }), 200).body;
      ok(await panel(3, [], 1), 200);
      const { body } = ok(await publish(version as number), 200);
      const task = { id: body.id as string, number: body.number as string, version: body.version as number, deadline: new Date(body.bidDeadline as string), key, path };
      for (const nth of [0, 1, 2]) await world.bid(task, world.firm(nth), { priceYuan: `70${nth}000.00` });
      await close(task);
      ok(await world.open(task), 200);
      const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      expect((await world.enterprise.post(`${task.path}/award`, { bidId: items[1].id, reason: '方案更好，价格相差不大' })).body.code).toBe('task.lowest-only');
      expect((await world.enterprise.post(`${task.path}/award`, { bidId: items[0].id, reason: '' })).body.code).toBe('evaluation.award-first');
    });
  });

  describe('a negotiation', () => {
    it('opens the first offers to the enterprise alone, talks to each, and seals a final offer to the same key', async () => {
      const task = await world.published(open({ method: 'negotiation', invitedFirmIds: firmIds() }));
      for (const nth of [0, 1, 2]) await world.bid(task, world.firm(nth), { priceYuan: `9${nth}000.00` });
      await close(task);
      const opened = ok(await world.open(task), 200).body;
      expect(opened).toMatchObject({ state: 'negotiating', stateZh: '磋商中', openedAt: null });
      const first = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      expect([first.opened, (first.first as Any[]).map(one => one.priceYuan)]).toEqual([false, ['90000.00', '91000.00', '92000.00']]);
      expect((ok(await world.firm(1).get(`${task.path}/bids`), 200).body.first as Any[]).map(one => one.priceYuan)).toEqual(['91000.00']);
      const call = { bidDeadline: new Date(world.now + DAY).toISOString(), text: '增加一次夜间监测' };
      expect((await world.enterprise.post(`${task.path}/award`, { bidId: first.first[0].id, reason: '' })).body.code).toBe('task.wrong-state');
      expect((await world.enterprise.post(`${task.path}/final-round`, call)).body.code).toBe('task.talks-missing');
      for (const firm of world.firms) expect((await world.enterprise.post(`${task.path}/talks`, { firmId: firm.orgId, text: `与${firm.orgId.slice(0, 8)}谈了夜间监测` })).status).toBe(204);
      expect((await world.enterprise.post(`${task.path}/talks`, { firmId: world.otherEnterprise.orgId, text: '不是报价机构' })).status).toBe(400);
      expect(ok(await world.firm(0).get(`${task.path}/talks`), 200).body).toHaveLength(1);
      expect(ok(await bureau.get(`${task.path}/talks`), 200).body).toHaveLength(3);
      const called = ok(await world.enterprise.post(`${task.path}/final-round`, call), 200).body;
      expect(called).toMatchObject({ state: 'published', stateZh: '最终报价中', bidRound: 2 });
      expect((await world.open(task)).body.code).toBe('task.not-closed');
      for (const nth of [0, 1, 2]) await world.bid(task, world.firm(nth), { priceYuan: `8${nth}500.00` });
      await world.bid(task, world.firm(2), { priceYuan: '79999.99' });
      expect(ok(await world.enterprise.get(`${task.path}/bids`), 200).body).toMatchObject({ opened: false, count: null });
      await close(task);
      ok(await world.open(task), 200);
      const final = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      expect((final.items as Any[]).map(one => [one.priceYuan, one.sealedRound])).toEqual([['79999.99', 2], ['80500.00', 2], ['81500.00', 2]]);
      expect(final.anomalies).toEqual([]);
      ok(await world.enterprise.post(`${task.path}/award`, { bidId: final.items[0].id, reason: '' }), 200);
      await world.runJobs();
      expect(await contractOf(task)).toMatchObject({ state: 'due', bid_price_yuan: '79999.99', sign_by_law: false });
      expect((await world.told(task.id)).filter(one => one.includes('请提交最终报价'))).toHaveLength(3);
      expect((await world.told(task.id)).filter(one => one.includes('请开标'))).toHaveLength(2);
    });

    it('leaves out who makes no final offer, and refuses who was not in the first round', async () => {
      const task = await world.published(open({ method: 'negotiation', invitedFirmIds: firmIds() }));
      for (const nth of [0, 1]) await world.bid(task, world.firm(nth), { priceYuan: `9${nth}000.00` });
      const late = await world.seal(task, world.firm(2), { priceYuan: '1000.00' });
      await close(task);
      ok(await world.enterprise.post(`${task.path}/proceed`, { reason: '第三家来电说不参加' }), 200);
      ok(await world.open(task), 200);
      for (const firm of world.firms.slice(0, 2)) await world.enterprise.post(`${task.path}/talks`, { firmId: firm.orgId, text: '谈了范围' });
      ok(await world.enterprise.post(`${task.path}/final-round`, { bidDeadline: new Date(world.now + DAY).toISOString(), text: '请报最终价' }), 200);
      expect((await world.send(task, world.firm(2), late)).body.code).toBe('bid.not-in-final-round');
      await world.bid(task, world.firm(0), { priceYuan: '88000.00' });
      await close(task);
      expect(await stateOf(task)).toBe('short');
      ok(await world.enterprise.post(`${task.path}/proceed`, { reason: '只有一家给出最终报价' }), 200);
      ok(await world.open(task), 200);
      const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      expect((items as Any[]).map(one => one.priceYuan)).toEqual(['88000.00']);
      expect(await world.bidRows(task.id)).toMatchObject([{ state: 'superseded' }, { state: 'withdrawn', ended_reason: '没有有效的最终报价，视为退出' }, { state: 'opened' }]);
      expect((await world.enterprise.post(`${task.path}/award`, { bidId: (await world.bidRows(task.id))[1].id, reason: '选退出的那一家试试' })).body.code).toBe('task.bid-not-awardable');
    });
  });

  describe('a price competition', () => {
    it('shows the first prices without names, takes no price above the own first one, and lets the first stand', async () => {
      const task = await world.published(open({ method: 'auction' }));
      expect(await world.row(task.id)).toMatchObject({ listed: true, fewest_bids: 2 });
      for (const nth of [0, 1, 2]) await world.bid(task, world.firm(nth), { priceYuan: `9${nth}000.00` });
      await close(task);
      ok(await world.open(task), 200);
      const seen = ok(await world.firm(2).get(`${task.path}/bids`), 200);
      expect((seen.body.first as Any[]).map(one => [one.priceYuan, one.firmName === '其他机构'])).toEqual([['90000.00', true], ['91000.00', true], ['92000.00', false]]);
      for (const firm of world.firms.slice(0, 2)) expect(seen.raw.toString()).not.toContain(firm.orgId);
      ok(await world.enterprise.post(`${task.path}/final-round`, { bidDeadline: new Date(world.now + HOUR).toISOString(), text: '请报最终价' }), 200);
      await world.bid(task, world.firm(1), { priceYuan: '85000.00' });
      await world.bid(task, world.firm(2), { priceYuan: '92000.01' });
      await close(task);
      ok(await world.open(task), 200);
      const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      expect((items as Any[]).map(one => [one.priceYuan, one.sealedRound, one.eligible])).toEqual([['85000.00', 2, true], ['90000.00', 1, true], ['92000.00', 1, true], ['92000.01', 2, false]]);
      expect(items[3].ineligibleReasons[0].zh).toContain('高于本机构首轮报价 92000.00 元');
      ok(await world.enterprise.post(`${task.path}/award`, { bidId: items[0].id, reason: '' }), 200);
    });

    it('needs two, and is opened on the first prices when nobody bids again', async () => {
      const task = await world.published(open({ method: 'auction' }));
      await world.bid(task, world.firm(0), { priceYuan: '90000.00' });
      await close(task);
      expect(await stateOf(task)).toBe('short');
      const two = await world.published(open({ method: 'auction' }));
      for (const nth of [0, 1]) await world.bid(two, world.firm(nth), { priceYuan: `9${nth}000.00` });
      await close(two);
      ok(await world.open(two), 200);
      ok(await world.enterprise.post(`${two.path}/final-round`, { bidDeadline: new Date(world.now + HOUR).toISOString(), text: '请报最终价' }), 200);
      await close(two);
      expect(ok(await world.open(two), 200).body).toMatchObject({ state: 'opened' });
      expect((ok(await world.enterprise.get(`${two.path}/bids`), 200).body.items as Any[]).map(one => one.priceYuan)).toEqual(['90000.00', '91000.00']);
    });
  });

  describe('questions, amendments and objections', () => {
    it('answers all alike and names nobody', async () => {
      const task = await world.published(open());
      await world.bid(task, world.firm(1), { priceYuan: '90000.00' });
      const asked = ok(await world.firm(0).post(`${task.path}/questions`, { text: '是否含夜间监测？' }), 201).body;
      expect(asked).toMatchObject({ own: true, objection: false, answer: null });
      const listOf = async (person: Person): Promise<Any[]> => ok(await person.get(`${task.path}/questions`), 200).body as Any[];
      expect([await listOf(world.firm(0)), await listOf(world.firm(1)), await listOf(world.enterprise)].map(list => list.length)).toEqual([1, 0, 1]);
      for (const person of [world.firm(1), world.enterprise, bureau]) for (const path of [`${task.path}/questions`, `${task.path}/timeline`]) expect((await person.get(path)).raw.toString()).not.toContain(world.firm(0).orgId);
      expect((await world.enterprise.get(`${task.path}/timeline`)).raw.toString()).not.toContain('晋绿');
      expect((await world.enterprise.post(`${task.path}/questions`, { text: '自己问自己' })).status).toBe(403);
      expect((await world.firm(1).post(`${task.path}/questions/${asked.id as string}/answer`, { answer: '含' })).status).toBe(403);
      ok(await world.enterprise.post(`${task.path}/questions/${asked.id as string}/answer`, { answer: '含一次夜间监测' }), 200);
      expect((await world.enterprise.post(`${task.path}/questions/${asked.id as string}/answer`, { answer: '改口' })).body.code).toBe('task.answered');
      expect(await listOf(world.firm(1))).toMatchObject([{ answer: '含一次夜间监测', own: false }]);
      expect(ok(await world.house.anyone.get(`/public/service-tasks/${task.id}/questions`), 200).body).toHaveLength(1);
      await world.runJobs();
      expect((await world.told(task.id)).filter(one => one.includes('澄清答复') || one.includes('收到提问')).sort()).toEqual(['孝义 收到提问', '晋绿 有新的澄清答复', '汾河 有新的澄清答复']);
    });

    it('moves the deadline when an amendment comes late, keeps the sealed bid and shows which version it answers', async () => {
      const task = await world.published(open());
      await world.bid(task, world.firm(0), { priceYuan: '90000.00' });
      world.at(task.deadline.getTime() - HOUR);
      const body = { reason: '补充夜间监测', requirements: '含一次夜间监测' };
      const amended = ok(await world.enterprise.post(`${task.path}/amendments`, body), 201).body;
      expect(amended).toMatchObject({ version: 2, changes: [{ field: 'requirements', before: '具备 CMA 资质', after: '含一次夜间监测' }] });
      const moved = new Date(amended.deadlineAfter as string).getTime();
      expect(moved).toBe(world.now + DAY);
      // one millisecond before the new deadline is in, the deadline itself is out; the old one means nothing any more
      world.at(task.deadline);
      await world.runJobs();
      expect(await stateOf(task)).toBe('published');
      await world.bid(task, world.firm(1), { priceYuan: '95000.00' });
      const last = await world.seal(task, world.firm(2), { priceYuan: '96000.00' });
      const over = await world.seal(task, world.firm(2), { priceYuan: '97000.00' });
      world.at(moved - 1);
      ok(await world.send(task, world.firm(2), last), 201);
      world.at(moved);
      expect((await world.send(task, world.firm(2), over)).body.code).toBe('bid.deadline-passed');
      await world.runJobs();
      ok(await world.open(task), 200);
      const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      expect((items as Any[]).map(one => [one.priceYuan, one.documentsVersion])).toEqual([['90000.00', 1], ['95000.00', 2], ['96000.00', 2]]);
      expect((await world.enterprise.post(`${task.path}/amendments`, body)).body.code).toBe('task.wrong-state');
    });

    it('refuses an earlier deadline, an empty amendment, a changed price and a stranger', async () => {
      const task = await world.published(open());
      const amend = (over: Any, person = world.enterprise) => person.post(`${task.path}/amendments`, { reason: '调整要求', ...over });
      expect(mended(await amend({ bidDeadline: new Date(task.deadline.getTime() - 1).toISOString() }))).toEqual(['/bidDeadline deadline-earlier']);
      expect(mended(await amend({}))).toEqual(['/reason nothing-amended']);
      expect((await amend({ budgetYuan: '1.00' })).status).toBe(400);
      expect((await amend({ priceWeight: 10 })).status).toBe(400);
      expect((await amend({ requirements: '新的要求' }, world.firm(0))).status).toBe(403);
      expect(ok(await amend({ bidDeadline: new Date(task.deadline.getTime() + DAY).toISOString() }), 201).body).toMatchObject({ changes: [] });
    });

    it('stops on an objection until it is answered, and gives the lost time back', async () => {
      const task = await world.published(open());
      await world.bid(task, world.firm(1), { priceYuan: '90000.00' });
      world.at(world.now + HOUR);
      const raised = ok(await world.firm(0).post(`${task.path}/questions`, { text: '业绩要求指向特定机构', objection: true }), 201).body;
      expect((await world.firm(0).post(`${task.path}/questions`, { text: '再提一次异议', objection: true })).body.code).toBe('task.objection-open');
      expect(ok(await world.enterprise.get(task.path), 200).body).toMatchObject({ stateZh: '暂停（异议待答复）' });
      expect((await world.send(task, world.firm(2), await world.seal(task, world.firm(2), { priceYuan: '91000.00' }))).body.code).toBe('bid.paused');
      world.at(task.deadline.getTime() + HOUR);
      await world.runJobs();
      expect(await stateOf(task)).toBe('published');
      expect((await world.open(task)).body.code).toBe('bid.paused');
      // the old deadline is past and will be later: nobody hands in, and who has handed in may still take it back
      expect((await world.send(task, world.firm(2), await world.seal(task, world.firm(2), { priceYuan: '91000.00' }))).body.code).toBe('bid.paused');
      expect(new Date(Date.parse(raised.answerDue as string) + 8 * HOUR).toISOString()).toMatch(/T23:59:59/);
      ok(await world.firm(1).post(`${task.path}/bids/withdraw`, { reason: '撤回重做' }), 204);
      expect(await reminded(task)).toEqual(['孝义 异议等待答复，还有 1 天到期']);
      await world.query(`UPDATE task_question SET answer_due = answer_due - interval '3 days' WHERE id = $1`, [raised.id]);
      expect((await reminded(task)).sort()).toEqual(['吕梁 异议等待答复，已逾期 2 天', '孝义 异议等待答复，还有 1 天到期']); // one reminder a day: the enterprise was told this morning
      ok(await world.enterprise.post(`${task.path}/questions/${raised.id as string}/answer`, { answer: '已删除该要求' }), 200);
      const after = ok(await world.enterprise.get(task.path), 200).body;
      expect(new Date(after.bidDeadline as string).getTime()).toBe(task.deadline.getTime() + (task.deadline.getTime() + HOUR - Date.parse(raised.askedAt as string)));
      expect(after.pausedAt).toBeNull();
      ok(await world.send(task, world.firm(2), await world.seal(task, world.firm(2), { priceYuan: '91000.00' })), 201);
      await close(task);
      ok(await world.open(task), 200);
    });
  });

  describe('a site visit', () => {
    const iso = (at: number): string => new Date(at).toISOString();
    const visit = (over: Any = {}): Any => ({ startsAt: iso(world.now + DAY - HOUR), registerUntil: iso(world.now + 20 * HOUR), place: '厂区南门值班室', contactName: '王工', contactPhone: '0358-7612345', note: '须戴安全帽', ...over });
    const visitsOf = async (task: { path: string }, person: Person): Promise<Any[]> => ok(await person.get(`${task.path}/site-visits`), 200).body as Any[];

    it('has dates that fit the deadline, also when it has changed until the publication', async () => {
      const draft = await world.draft(open());
      const path = `/service-tasks/${draft.id as string}`;
      const add = (over: Any, person = world.enterprise): Promise<Any> => person.post(`${path}/site-visits`, visit(over));
      expect(mended(await add({ startsAt: iso(world.now - HOUR) }))).toEqual(['/startsAt visit-past', '/registerUntil registration-after-visit']);
      expect(mended(await add({ startsAt: iso(world.now + DAY + 1) }))).toEqual(['/startsAt visit-late']);
      expect(mended(await add({ registerUntil: iso(world.now) }))).toEqual(['/registerUntil registration-past']);
      for (const bad of [{ contactPhone: '12' }, { startsAt: '2026-12-01' }, { place: '' }, { firms: [] }]) expect((await add(bad)).status).toBe(400);
      expect([(await add({}, world.firm(0))).status, (await add({}, world.otherEnterprise)).status, (await add({}, bureau)).status]).toEqual([404, 404, 403]);
      ok(await add({ startsAt: iso(world.now + DAY) }), 201); // two days to the deadline: exactly one day before it is early enough
      const key = await (await import('@huanbao/sealing')).generateOpeningKey();
      const earlier = ok(await world.enterprise.patch(path, { bidDeadline: iso(world.now + 2 * DAY - HOUR) }, { ifMatch: draft.version as number }), 200).body;
      const publish = (version: number): Promise<Any> => world.enterprise.post(`${path}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: version });
      expect(mended(await publish(earlier.version as number))).toEqual(['/siteVisits visit-late']);
      const [made] = await visitsOf({ path }, world.enterprise);
      expect(ok(await world.enterprise.post(`${path}/site-visits/${made.id as string}/cancel`, { reason: '改期再安排' }), 200).body).toEqual([]);
      ok(await publish(earlier.version as number), 200);
    });

    it('is the same for all; who comes is known to the enterprise and the bureau alone; its minutes go to everybody', async () => {
      const task = await world.published(open());
      const added = ok(await world.enterprise.post(`${task.path}/site-visits`, visit()), 201).body as Any[];
      await world.runJobs();
      const path = `${task.path}/site-visits/${added[0].id as string}`;
      const join = (nth: number, people: readonly string[] = ['张三', '李四']): Promise<Any> => world.firm(nth).post(`${path}/registration`, { people });
      ok(await join(0), 201);
      expect((await join(0)).body.code).toBe('task.visitor-registered');
      ok(await join(1), 201);
      expect((await world.firm(1).delete(`${path}/registration`)).status).toBe(204);
      expect((await world.firm(1).delete(`${path}/registration`)).status).toBe(404);
      ok(await join(1), 201);
      expect([(await join(2, [])).status, (await world.enterprise.post(`${path}/registration`, { people: ['自己'] })).status]).toEqual([400, 403]);
      const inside = [await visitsOf(task, world.enterprise), await visitsOf(task, bureau)];
      for (const [seen] of inside) expect((seen.visitors as Any[]).map(one => one.people)).toEqual([['张三', '李四'], ['张三', '李四']]);
      expect(await visitsOf(task, world.firm(0))).toMatchObject([{ registered: true, open: true, visitors: [], contactPhone: '0358-7612345' }]);
      for (const reader of [world.firm(2), world.firm(1)]) for (const part of ['site-visits', 'timeline']) expect((await reader.get(`${task.path}/${part}`)).raw.toString()).not.toMatch(/晋绿|张三/);
      expect(ok(await world.house.anyone.get(`/public/service-tasks/${task.id}/site-visits`), 200).body).toMatchObject([{ place: '厂区南门值班室', contactPhone: null, registered: false, visitors: [] }]);
      const minutes = (): Promise<Any> => world.enterprise.post(`${path}/minutes`, { text: '介绍了石灰窑和在线设备，问：能否夜间监测？答：可以' });
      expect((await minutes()).body.code).toBe('task.visit-not-yet');
      world.at(world.now + 20 * HOUR); // registration ends to the millisecond
      expect((await join(2)).body.code).toBe('task.visit-over');
      // published in the last day, the minutes move the deadline as any clarification does
      world.at(task.deadline.getTime() - HOUR);
      expect((await world.firm(0).post(`${path}/minutes`, { text: '我来写记录' })).status).toBe(403);
      expect((ok(await minutes(), 200).body as Any[])[0].minutes).toContain('夜间监测');
      expect((await minutes()).body.code).toBe('task.visit-over');
      expect(new Date(ok(await world.enterprise.get(task.path), 200).body.bidDeadline as string).getTime()).toBe(world.now + DAY);
      await world.runJobs();
      expect((await world.told(task.id)).filter(one => one.includes('踏勘')).sort()).toEqual(['晋绿 公布了现场踏勘记录', '汾河 公布了现场踏勘记录']);
      expect((await world.audited(task.id)).filter(one => one.includes('visit'))).toEqual(['task.add-visit', 'task.join-visit', 'task.join-visit', 'task.leave-visit', 'task.join-visit', 'task.visit-minutes']);
    });
  });

  describe('a bid bond', () => {
    it('is on record, hidden until the opening, and returned', async () => {
      const task = await world.published(open({ bondYuan: '2000.00' }));
      const paidOn = new Date(world.now).toISOString().slice(0, 10);
      expect((await world.firm(0).post(`${task.path}/bonds`, { paidOn: '2030-01-01', reference: '转账 0001' })).status).toBe(400);
      expect((await world.firm(0).post(`${task.path}/bonds`, { paidOn, reference: '转账 0001' })).status).toBe(204);
      expect((await world.firm(0).post(`${task.path}/bonds`, { paidOn, reference: '转账 0002' })).body.code).toBe('task.bond-recorded');
      await world.bid(task, world.firm(0), { priceYuan: '90000.00' });
      expect(ok(await world.enterprise.get(`${task.path}/bonds`), 200).body).toEqual([]);
      expect(ok(await world.firm(1).get(`${task.path}/bonds`), 200).body).toEqual([]);
      await close(task);
      ok(await world.open(task), 200);
      const [bond] = ok(await world.enterprise.get(`${task.path}/bonds`), 200).body as Any[];
      expect(bond).toMatchObject({ amountYuan: '2000.00', returnedOn: null, returnDue: null });
      const { items } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
      ok(await world.enterprise.post(`${task.path}/award`, { bidId: items[0].id, reason: '' }), 200);
      const { returnDue } = (ok(await world.enterprise.get(`${task.path}/bonds`), 200).body as Any[])[0];
      world.at(Date.parse(`${returnDue as string}T01:00:00Z`));
      expect(await reminded(task)).toEqual(['孝义 退还投标保证金，今天到期']);
      expect((await world.enterprise.post(`${task.path}/bonds/${bond.id as string}/return`, { returnedOn: '2000-01-01' })).status).toBe(400);
      expect((await world.enterprise.post(`${task.path}/bonds/${bond.id as string}/return`, { returnedOn: new Date(world.now + 8 * HOUR).toISOString().slice(0, 10) })).status).toBe(204);
      expect((await world.firm(1).post(`${task.path}/bonds/${bond.id as string}/return`, { returnedOn: paidOn })).status).toBe(403);
    });
  });

  it('the bonds of a cancelled task are returned on record too', async () => {
    const task = await world.published(open({ bondYuan: '2000.00' }));
    ok(await world.firm(0).post(`${task.path}/bonds`, { paidOn: new Date(world.now).toISOString().slice(0, 10), reference: '转账 0001' }), 204);
    ok(await world.enterprise.post(`${task.path}/cancel`, { reason: '年度计划调整' }, { ifMatch: task.version }), 200);
    const [bond] = ok(await world.enterprise.get(`${task.path}/bonds`), 200).body as Any[];
    ok(await world.enterprise.post(`${task.path}/bonds/${bond.id as string}/return`, { returnedOn: new Date(world.now + 8 * HOUR).toISOString().slice(0, 10) }), 204);
    expect((ok(await world.enterprise.get(`${task.path}/bonds`), 200).body as Any[])[0].returnDue).toBeNull();
  });

  it('a firm whose qualification expires between publication and opening is set aside at the opening', async () => {
    const task = await world.published({ method: 'auction' });
    for (const nth of [0, 1]) await world.bid(task, world.firm(nth), { priceYuan: `9${nth}000.00` });
    const before = await world.query(`SELECT id, valid_to FROM qualification WHERE firm_id = $1 AND kind = 'CMA'`, [world.firm(0).orgId]);
    await world.query(`UPDATE qualification SET valid_to = $2 WHERE firm_id = $1 AND kind = 'CMA'`, [world.firm(0).orgId, new Date(world.now + DAY).toISOString().slice(0, 10)]);
    await close(task);
    world.at(world.now + 2 * DAY);
    ok(await world.open(task), 200);
    const { first } = ok(await world.enterprise.get(`${task.path}/bids`), 200).body;
    expect((first as Any[]).map(one => one.eligible)).toEqual([false, true]);
    expect((await world.enterprise.post(`${task.path}/final-round`, { bidDeadline: new Date(world.now + HOUR).toISOString(), text: '请报最终价' })).body.errors[0].code).toBe('too-few-finalists');
    // the page asks for what the rules want to go on with fewer: here a reason, under public money an approval
    const ways = async (): Promise<Any[]> => (ok(await world.enterprise.get(`${task.path}/procedure`), 200).body.shortOptions as Any[]).map(one => [one.step, one.needs]);
    expect(await ways()).toEqual([['proceed', 'reason']]);
    await world.query(`UPDATE service_task SET method = 'negotiation', regime = 'government' WHERE id = $1`, [task.id]);
    expect(await ways()).toEqual([['proceed', 'approval']]);
    await world.query(`UPDATE service_task SET method = 'auction', regime = 'voluntary' WHERE id = $1`, [task.id]);
    ok(await world.enterprise.post(`${task.path}/final-round`, { bidDeadline: new Date(world.now + HOUR).toISOString(), text: '请报最终价', shortReason: '另一家资质到期' }), 200);
    for (const row of before) await world.query(`UPDATE qualification SET valid_to = $2 WHERE id = $1`, [row.id, row.valid_to]);
  });
});
