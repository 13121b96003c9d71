import { sm2 } from 'sm-crypto-v2';
import { generateOpeningKey } from '@huanbao/sealing';
import { canonicalJson } from '@huanbao/platform';
import { Any, codes, DAY, field, file, MarketWorld, ok, sha256 } from './world';

/** Sealed bids until the deadline. */
describe('sealed bids', () => {
  let world: MarketWorld;
  beforeAll(async () => {
    world = await MarketWorld.begin();
  });
  afterAll(() => world.end());

  it('come in until the last millisecond before the deadline by the server’s clock, and not at it', async () => {
    const task = await world.published();
    const envelopes = [await world.seal(task, world.firm(0), { priceYuan: '1.00' }), await world.seal(task, world.firm(1), { priceYuan: '2.00' }), await world.seal(task, world.firm(1), { priceYuan: '3.00' })] as const;
    world.at(task.deadline.getTime() - 1);
    const last = await world.send(task, world.firm(0), envelopes[0]);
    expect(last).toMatchObject({ status: 201, body: { receipt: { receivedAt: new Date(task.deadline.getTime() - 1).toISOString() } } });
    for (const late of [0, 1]) {
      world.at(task.deadline.getTime() + late);
      expect((await world.send(task, world.firm(1), envelopes[1])).body.code).toBe('bid.deadline-passed');
      expect((await world.firm(0).post(`${task.path}/bids/withdraw`, { reason: '算错了价格' })).body.code).toBe('bid.deadline-passed');
    }
    expect((await world.bidRows(task.id)).map(row => [row.firm_id, row.state])).toEqual([[world.firm(0).orgId, 'sealed']]);
  });

  it('give a receipt that anybody verifies without the platform, and that is there again later', async () => {
    const task = await world.published();
    const got = await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    const { publicKey } = ok(await world.house.anyone.get('/public/receipt-key'), 200).body as { publicKey: string };
    const check = (receipt: Any): boolean => sm2.doVerifySignature(Buffer.from(canonicalJson(receipt)), got.signature as string, publicKey, { der: true, hash: true });
    expect(check(got.receipt)).toBe(true);
    expect(check({ ...got.receipt, receivedAt: new Date(0).toISOString() })).toBe(false);
    expect(check({ ...got.receipt, firmId: world.firm(1).orgId })).toBe(false);
    const [mine] = ok(await world.firm(0).get(`${task.path}/bids/mine`), 200).body as Any[];
    expect(mine.receipt).toEqual(got);
    expect(mine).toMatchObject({ state: 'sealed', priceYuan: null, proposal: null });
    expect(ok(await world.firm(1).get(`${task.path}/bids/mine`), 200).body).toEqual([]);
  });

  it('may be replaced, withdrawn and put in again; each round keeps its digest', async () => {
    const task = await world.published();
    for (const priceYuan of ['3.00', '2.00']) await world.bid(task, world.firm(0), { priceYuan });
    expect((await world.firm(1).post(`${task.path}/bids/withdraw`, { reason: '没有报过价' })).status).toBe(404);
    const twice = await Promise.all([1, 2].map(() => world.firm(0).post(`${task.path}/bids/withdraw`, { reason: '人员安排不开' })));
    expect(twice.map(one => one.status).sort()).toEqual([204, 404]);
    const again = await world.bid(task, world.firm(0), { priceYuan: '1.00' });
    expect(again.receipt.round).toBe(3);
    expect((await world.bidRows(task.id)).map(row => row.state)).toEqual(['superseded', 'withdrawn', 'sealed']);
    expect((await world.enterprise.get(`${task.path}/bids`)).body).toEqual({ opened: false, count: null, items: [], first: [], anomalies: [], lowestYuan: null, nextCursor: null });
    expect((await world.audited(task.id)).filter(one => one.startsWith('bid.'))).toEqual(['bid.submit', 'bid.submit', 'bid.withdraw', 'bid.submit']);
  });

  it('answer a repeated request with the same receipt, and refuse a captured older or foreign one', async () => {
    const task = await world.published();
    const first = await world.seal(task, world.firm(0), { priceYuan: '3.00' });
    const twice = await Promise.all([world.send(task, world.firm(0), first), world.send(task, world.firm(0), first)]);
    expect(codes(twice)).toEqual(['201', '201']);
    expect(twice[0]?.body).toEqual(twice[1]?.body);
    await world.bid(task, world.firm(0), { priceYuan: '2.00' });
    expect((await world.send(task, world.firm(0), first)).body.code).toBe('bid.duplicate'); // the older, dearer one does not come back
    expect((await world.send(task, world.firm(1), first)).body.code).toBe('bid.duplicate');
    expect((await world.bidRows(task.id)).filter(row => row.state === 'sealed').map(row => row.round)).toEqual([2]);
  });

  it('of a double click with two sealings leave exactly one live bid', async () => {
    const task = await world.published();
    const [one, two] = [await world.seal(task, world.firm(0), { priceYuan: '3.00' }), await world.seal(task, world.firm(0), { priceYuan: '3.00' })];
    const answers = await Promise.all([world.send(task, world.firm(0), one), world.send(task, world.firm(0), two)]);
    expect(answers.some(answer => answer.status === 201)).toBe(true);
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    expect((await world.bidRows(task.id)).filter(row => row.state === 'sealed')).toHaveLength(1);
  });

  it('are refused in any other form, and nothing is kept', async () => {
    const task = await world.published();
    const envelope = await world.seal(task, world.firm(0), { priceYuan: '3.00' });
    const { ciphertext, ...rest } = envelope;
    const bytes = Buffer.from(ciphertext, 'base64');
    const post = (parts: Buffer[]): Promise<Any> => world.multipart(`${task.path}/bids`, world.firm(0), parts);
    const changed = Buffer.from(bytes);
    changed[5] = (changed[5] as number) ^ 1;
    expect((await post([field('envelope', JSON.stringify(rest)), file('ciphertext', 'b', changed)])).body.code).toBe('bid.digest-mismatch');
    expect((await post([field('envelope', JSON.stringify(rest)), file('ciphertext', 'b', Buffer.alloc(0))])).body.code).toBe('bid.digest-mismatch');
    const forms: Any[] = [
      [file('ciphertext', 'b', bytes)], [field('envelope', JSON.stringify(rest))], [file('ciphertext', 'b', bytes), field('envelope', JSON.stringify(rest))],
      [field('envelope', '{'), file('ciphertext', 'b', bytes)], [field('envelope', '[]'), file('ciphertext', 'b', bytes)], [field('envelope', 'null'), file('ciphertext', 'b', bytes)],
      [field('envelope', JSON.stringify({ ...rest, priceYuan: '3.00' })), file('ciphertext', 'b', bytes)],
      [field('envelope', JSON.stringify({ ...rest, version: 2 })), file('ciphertext', 'b', bytes)],
      [field('envelope', JSON.stringify({ ...rest, shares: { ...rest.shares, witness: rest.shares.owner } })), file('ciphertext', 'b', bytes)],
      [field('envelope', JSON.stringify({ ...rest, shares: { owner: rest.shares.owner } })), file('ciphertext', 'b', bytes)],
    ];
    for (const parts of forms) expect(await post(parts)).toMatchObject({ status: 400, body: { code: 'bid.envelope' } });
    expect((await world.firm(0).post(`${task.path}/bids`, { envelope: rest })).body.code).toBe('bid.envelope');
    const huge = Buffer.alloc(20 * 1024 * 1024 + 1);
    expect((await post([field('envelope', JSON.stringify({ ...rest, digest: sha256(huge) })), file('ciphertext', 'b', huge)])).status).toBe(413);
    expect(await world.bidRows(task.id)).toEqual([]);
    expect((await world.audited(task.id)).filter(one => one.startsWith('bid.'))).toEqual([]);
  });

  it('are taken only from active firms with a profile and what the task asks for', async () => {
    const task = await world.published();
    const send = async (firm = world.firm(0)): Promise<Any> => world.send(task, firm, await world.seal(task, firm, { priceYuan: '3.00' }));
    expect(await send(world.firm(2))).toMatchObject({ status: 422, body: { code: 'bid.not-eligible', reasons: [{ zh: expect.stringContaining('CMA') }] } });
    const firmId = world.firm(0).orgId;
    const without = async (change: string, undo: string): Promise<Any> => {
      await world.query(change, [firmId]);
      const answer = await send();
      await world.query(undo, [firmId]);
      return answer;
    };
    const suspended = await without(`UPDATE organisation SET status = 'suspended' WHERE id = $1`, `UPDATE organisation SET status = 'active' WHERE id = $1`);
    expect(suspended.status).toBeGreaterThanOrEqual(400);
    const pending = await without(`UPDATE organisation SET status = 'pending' WHERE id = $1`, `UPDATE organisation SET status = 'active' WHERE id = $1`);
    expect(pending.status).toBeGreaterThanOrEqual(400);
    const unverified = await without(`UPDATE qualification SET state = 'pending' WHERE firm_id = $1`, `UPDATE qualification SET state = 'verified' WHERE firm_id = $1`);
    expect(unverified.body.zh).toContain('正在核验');
    const expired = await without(`UPDATE qualification SET valid_to = '2026-11-22' WHERE firm_id = $1`, `UPDATE qualification SET valid_to = '2029-12-31' WHERE firm_id = $1`);
    expect(expired.body.zh).toContain('有效期');
    expect(await world.bidRows(task.id)).toEqual([]);
    expect((await world.enterprise.get(`${task.path}/sealing`)).status).toBe(403);
    expect((await world.supervisor.post(`${task.path}/bids`, {})).status).toBe(403);
    expect((await world.house.anyone.post(`${task.path}/bids`, {})).status).toBe(401);
    expect((await world.send({ path: '/service-tasks/018f0000-0000-7000-8000-00000000dead' }, world.firm(0), await world.seal(task, world.firm(0), { priceYuan: '1.00' }))).status).toBe(404);
  });

  it('of twenty firms in the last millisecond are all taken, and a twenty-first after it is not', async () => {
    const task = await world.published({ bidDeadline: new Date(world.now + DAY).toISOString() });
    const ids = await world.moreFirms(21);
    const person = world.firm(0);
    const envelopes: Any[] = [];
    for (const [n, id] of ids.entries()) envelopes.push(await world.seal(task, person, { priceYuan: `${1000 + n}.00` }, id));
    world.at(task.deadline.getTime() - 1);
    const answers = await Promise.all(ids.slice(0, 20).map((id, n) => world.send(task, person, envelopes[n], id)));
    expect(codes(answers)).toEqual(Array<string>(20).fill('201'));
    world.at(task.deadline);
    expect((await world.send(task, person, envelopes[20], ids[20])).body.code).toBe('bid.deadline-passed');
    const rows = await world.bidRows(task.id);
    expect(rows).toHaveLength(20);
    for (const row of rows) expect((row.received_at as Date).getTime()).toBe(task.deadline.getTime() - 1);
    ok(await world.open(task), 200);
    expect((await world.enterprise.get(`${task.path}/bids`)).body.items.map((bid: Any) => bid.priceYuan)).toEqual(ids.slice(0, 20).map((_, n) => `${1000 + n}.00`));
    // page by page, whichever way it is sorted: none twice, none left out, what has no price last
    await world.query(`UPDATE bid SET price_yuan = NULL, eligible = NULL, state = 'unreadable', unreadable_reason = 'lost' WHERE task_id = $1 AND price_yuan = 1007`, [task.id]);
    await world.query(`UPDATE bid SET eligible = false WHERE task_id = $1 AND price_yuan = 1000`, [task.id]);
    const pages = async (query: string): Promise<Any[]> => {
      const found: Any[] = [];
      for (let cursor = ''; ; ) {
        const { items, nextCursor, count, lowestYuan } = ok(await world.enterprise.get(`${task.path}/bids?limit=7&${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`), 200).body;
        expect([count, lowestYuan]).toEqual([20, '1001.00']);
        found.push(...(items as Any[]));
        if (nextCursor === null) return found;
        cursor = nextCursor as string;
      }
    };
    const prices = ids.slice(0, 20).map((_, n) => (n === 7 ? null : `${1000 + n}.00`)).filter(price => price !== null);
    expect((await pages('sort=price')).map(bid => bid.priceYuan)).toEqual([...prices, null]);
    expect((await pages('sort=-price')).map(bid => bid.priceYuan)).toEqual([...prices].reverse().concat(null as never));
    for (const sort of ['received', '-received', 'duration', '-duration']) expect(new Set((await pages(`sort=${sort}`)).map(bid => bid.id)).size).toBe(20);
    expect([(await pages('standing=valid')).length, (await pages('standing=out')).map(bid => bid.priceYuan), (await pages('standing=unreadable')).map(bid => bid.unreadable.zh)]).toEqual([18, ['1000.00'], [expect.stringContaining('不存在')]]);
    expect((await pages(`q=${encodeURIComponent('第1监测')}`)).map(bid => bid.firmName)).toEqual(['第1监测站']);
    expect([(await world.enterprise.get(`${task.path}/bids?sort=firm`)).status, (await world.enterprise.get(`${task.path}/bids/${ids[0] as string}`)).status]).toEqual([400, 404]);
    expect((await world.enterprise.get(`${task.path}/bids/export?standing=valid`)).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('race with the closing job: none is lost, none is late', async () => {
    const task = await world.published({ bidDeadline: new Date(world.now + DAY).toISOString() });
    const envelope = await world.seal(task, world.firm(0), { priceYuan: '5.00' });
    world.at(task.deadline.getTime() - 1);
    const sending = world.send(task, world.firm(0), envelope);
    await Promise.all([sending, world.runJobs()]);
    world.at(task.deadline);
    await world.runJobs();
    expect(await world.row(task.id)).toMatchObject({ state: 'closed' });
    expect((await sending).status).toBe(201);
  });

  it('are unreadable to everybody before the opening: contents nowhere, names nowhere in any answer', async () => {
    const task = await world.published();
    const secret = { priceYuan: '87654.32', proposal: '独门工艺方案甲乙丙' };
    const receipt = await world.bid(task, world.firm(0), secret);
    await world.runJobs();
    const tables = await world.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`);
    for (const { name } of tables) {
      const hits = await world.query<{ n: string }>(`SELECT count(*) AS n FROM "${name}" t WHERE t::text LIKE '%87654.32%' OR t::text LIKE '%8765432%' OR t::text LIKE '%独门工艺%'`);
      expect([name, hits[0]?.n]).toEqual([name, '0']);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of await world.storage.open(receipt.receipt.digest as string)) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).includes('87654')).toBe(false);
    const paths = [task.path, `${task.path}/bids`, `${task.path}/timeline`, `${task.path}/deliveries`, `${task.path}/ratings`, '/service-tasks?tab=all', `/files?subjectType=bid&subjectId=${receipt.receipt.bidId as string}`];
    for (const person of [world.enterprise, world.otherEnterprise, world.firm(1), world.supervisor, world.house.anyone])
      for (const path of [...paths, `/public${task.path}`]) {
        const seen = (await person.get(path)).raw.toString();
        for (const trace of [world.firm(0).orgId, '晋绿', receipt.receipt.digest as string]) expect([path, seen.includes(trace)]).toEqual([path, false]);
      }
    expect((await world.house.anyone.get(`/public${task.path}`)).body).toMatchObject({ bidCount: null, state: 'published' });
  });

  it('cannot be opened early, by whomever and with whatever key', async () => {
    const task = await world.published();
    await world.bid(task, world.firm(0), { priceYuan: '5.00' });
    world.at(task.deadline.getTime() - 1);
    expect((await world.open(task)).body.code).toBe('task.not-closed');
    expect((await world.open(task, world.otherEnterprise)).status).toBe(403);
    expect((await world.open(task, world.firm(0))).status).toBe(403);
    expect((await world.supervisor.post(`${task.path}/open`, { holder: 'witness', privateKey: (await generateOpeningKey()).privateKey })).body.code).toBe('task.not-closed');
    expect(await world.row(task.id)).toMatchObject({ state: 'published', opened_at: null });
  });
});
