import { createPrivateKey } from 'node:crypto';
import { Readable } from 'node:stream';
import { ENV } from '@huanbao/platform';
import { generateOpeningKey, Holder, openBid, openingShare, OpeningKey, openWithShares, PrivateJwk, sealBid, toBase64 } from '@huanbao/sealing';
import { Any, codes, DAY, MarketWorld, ok, Person, Published, sha256 } from './world';

/** Opening and award. */
describe('the opening', () => {
  let world: MarketWorld;
  beforeAll(async () => {
    world = await MarketWorld.begin();
  });
  afterAll(() => world.end());

  const withBids = async (prices: readonly string[] = ['98000.00', '86500.50'], over: Any = {}): Promise<Published> => {
    const task = await world.published(over);
    for (const [nth, priceYuan] of prices.entries()) await world.bid(task, world.firm(nth), { priceYuan });
    world.at(task.deadline);
    return task;
  };
  const bidsOf = async (task: Published, person = world.enterprise): Promise<Any> => ok(await person.get(`${task.path}/bids`), 200).body;

  it('takes only the task’s own key and leaves nothing behind otherwise', async () => {
    const task = await withBids();
    const wrong = await generateOpeningKey();
    expect(await world.open(task, world.enterprise, wrong)).toMatchObject({ status: 400, body: { code: 'task.opening-key', fingerprint: task.key.fingerprint } });
    const forged = { ...task.key, privateKey: { ...wrong.privateKey, x: task.key.publicKey.x, y: task.key.publicKey.y } };
    expect((await world.open(task, world.enterprise, forged)).body.code).toBe('task.opening-key');
    expect((await world.supervisor.post(`${task.path}/open`, { holder: 'witness', privateKey: wrong.privateKey })).body.code).toBe('task.no-witness');
    expect((await world.enterprise.post(`${task.path}/open`, { holder: 'me', privateKey: task.key.privateKey })).status).toBe(400);
    expect((await world.enterprise.post(`${task.path}/open`, { holder: 'owner', privateKey: task.key.publicKey })).status).toBe(400);
    for (const person of [world.otherEnterprise, world.firm(0), await world.house.as('bureau.intake')]) expect((await world.open(task, person)).status).toBe(403);
    expect((await world.house.anyone.post(`${task.path}/open`, {})).status).toBe(401);
    expect(await world.row(task.id)).toMatchObject({ state: 'published', opened_at: null });
    expect((await world.bidRows(task.id)).map(row => [row.state, row.price_yuan])).toEqual([['sealed', null], ['sealed', null]]);
  });

  it('happens once, for all bids together, whoever is quicker', async () => {
    const task = await withBids();
    await world.runJobs();
    const answers = await Promise.all([world.open(task), world.open(task)]);
    expect(codes(answers)).toEqual(['200', 'task.wrong-state']);
    expect(await world.bidRows(task.id)).toMatchObject([{ state: 'opened', price_yuan: '98000.00', eligible: true, suspect_unit: false }, { state: 'opened', price_yuan: '86500.50' }]);
    expect((await world.audited(task.id)).filter(one => one === 'task.open')).toHaveLength(1);
    expect((await world.query(`SELECT job FROM outbox WHERE payload->>'taskId' = $1 AND job LIKE 'task.%open%' ORDER BY job`, [task.id])).map((row: Any) => row.job)).toEqual(['task.render-opening-record', 'task.tell-opened']);
    expect((await world.query(`SELECT count(*) AS n FROM audit_entry WHERE details::text LIKE $1`, [`%${task.key.privateKey.d}%`]))[0]).toEqual({ n: '0' });
    await world.runJobs();
    expect((await world.told(task.id)).filter(one => !one.includes('新任务')).sort()).toEqual(['孝义 请开标', '晋绿 已开标', '汾河 已开标']);
    const { openingRecordFileId } = ok(await world.enterprise.get(task.path), 200).body;
    expect((await world.firm(0).get(`/files/${openingRecordFileId as string}/content`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await world.firm(2).get(`/files/${openingRecordFileId as string}/content`)).status).toBe(404);
  });

  it('shows prices and names to all bidders, proposals and files to the owner and the bureau only', async () => {
    const task = await world.published();
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n').toString('base64');
    const program = Buffer.from('MZ\u0090\u0000\u0003 this is a program').toString('base64');
    const attachments = [{ name: '方案.pdf', mediaType: 'application/pdf', base64: pdf }, { name: '程序.pdf', mediaType: 'application/pdf', base64: program }];
    await world.bid(task, world.firm(0), { priceYuan: '98000.00', proposal: '只给业主看的方案', attachments });
    await world.bid(task, world.firm(1), { priceYuan: '86500.50' });
    world.at(task.deadline);
    ok(await world.open(task), 200);
    const [cheap, dear] = (await bidsOf(task)).items as Any[];
    expect([cheap.priceYuan, dear.priceYuan, dear.proposal, dear.hasProposal, dear.attachmentFileIds.length]).toEqual(['86500.50', '98000.00', null, true, 1]);
    const whole = (person: Person): Promise<Any> => person.get(`${task.path}/bids/${dear.id as string}`);
    expect([ok(await whole(world.enterprise), 200).body.proposal, ok(await whole(world.supervisor), 200).body.proposal, ok(await whole(world.firm(0)), 200).body.proposal, ok(await whole(world.firm(1)), 200).body.proposal]).toEqual(['只给业主看的方案', '只给业主看的方案', '只给业主看的方案', null]);
    expect([(await whole(world.firm(2))).status, (await whole(world.otherEnterprise)).status]).toEqual([403, 403]);
    const rival = (await bidsOf(task, world.firm(1))).items[1];
    expect(rival).toMatchObject({ firmName: dear.firmName, priceYuan: '98000.00', proposal: null, attachmentFileIds: [] });
    const path = `/files/${dear.attachmentFileIds[0] as string}/content`;
    expect([(await world.enterprise.get(path)).status, (await world.firm(0).get(path)).status, (await world.supervisor.get(path)).status]).toEqual([200, 200, 200]);
    expect([(await world.firm(1).get(path)).status, (await world.otherEnterprise.get(path)).status]).toEqual([404, 404]);
    // found infected after the opening: nobody gets it any more, the bid stands
    await world.query(`UPDATE stored_file SET scan_state = 'infected' WHERE id = $1`, [dear.attachmentFileIds[0]]);
    for (const person of [world.enterprise, world.firm(0), world.supervisor]) expect((await person.get(path)).body.code).toBe('file.infected');
    expect((await bidsOf(task)).items).toHaveLength(2);
    expect((await world.firm(2).get(`${task.path}/bids`)).status).toBe(403);
    expect((await world.enterprise.get(`${task.path}/timeline`)).body.some((event: Any) => (event.zh as string).includes('附件没有收下'))).toBe(true);
  });

  describe('of bids that somebody with the database has touched', () => {
    const unreadableAfter = async (touch: (bid: Any, task: Published) => Promise<void>): Promise<{ result: Any; task: Published }> => {
      const task = await withBids();
      const first = (await world.bidRows(task.id)).find(row => row.firm_id === world.firm(0).orgId);
      await touch(first, task);
      ok(await world.open(task), 200);
      const result = await bidsOf(task);
      expect(result.items.filter((bid: Any) => bid.state === 'opened' && bid.priceYuan === '86500.50')).toHaveLength(1); // the other one is not held up
      return { result, task };
    };
    const overwrite = async (digest: string, bytes: Buffer): Promise<void> => {
      await world.storage.remove(digest);
      const { hash } = await world.storage.put(Readable.from([bytes]), 1 << 20);
      const { rename, mkdir } = await import('node:fs/promises');
      const root = (world.storage as unknown as { root: string }).root;
      const place = (name: string): string => `${root}/${name.slice(0, 2)}/${name.slice(2, 4)}`;
      await mkdir(place(digest), { recursive: true });
      await rename(`${place(hash)}/${hash}`, `${place(digest)}/${digest}`);
    };

    it.each<[string, (bid: Any, task: Published) => Promise<void>, RegExp]>([
      ['bytes changed on the disk', (bid: Any) => overwrite(bid.digest as string, Buffer.from('other bytes')), /摘要不一致/],
      ['bytes removed', (bid: Any) => world.storage.remove(bid.digest as string), /不存在/],
      ['another digest', (bid: Any) => world.query(`UPDATE bid SET digest = $2 WHERE id = $1`, [bid.id, sha256(Buffer.from('x'))]).then(() => undefined), /回执/],
      ['another firm', (bid: Any) => world.query(`UPDATE bid SET firm_id = $2 WHERE id = $1`, [bid.id, world.firm(2).orgId]).then(() => undefined), /回执/],
      ['another time', (bid: Any) => world.query(`UPDATE bid SET received_at = received_at - interval '1 second' WHERE id = $1`, [bid.id]).then(() => undefined), /回执/],
      ['an emptied envelope', (bid: Any) => world.query(`UPDATE bid SET envelope = '{}' WHERE id = $1`, [bid.id]).then(() => undefined), /改动/],
      ['another nonce', (bid: Any) => world.query(`UPDATE bid SET envelope = jsonb_set(envelope, '{iv}', '"AAAAAAAAAAAAAAAA"') WHERE id = $1`, [bid.id]).then(() => undefined), /无法解开/],
    ])('finds %s, says so and opens the rest', async (_what, touch, text) => {
      const { result, task } = await unreadableAfter(touch);
      const broken = result.items.find((bid: Any) => bid.state === 'unreadable');
      expect(broken).toMatchObject({ priceYuan: null, eligible: false });
      expect(broken.unreadable.zh).toMatch(text);
      expect((await world.enterprise.get(`${task.path}/timeline`)).body[0].zh).toContain('未能开启 1 份');
      expect((await world.enterprise.post(`${task.path}/award`, { bidId: broken.id, reason: '我就要这一家来做' })).body.code).toBe('task.bid-not-awardable');
    });

    it('finds a bid sealed anew by somebody else with the public keys', async () => {
      const { result } = await unreadableAfter(async (bid, task) => {
        const { ciphertext, ...envelope } = await world.seal(task, world.firm(0), { priceYuan: '1.00' });
        await world.storage.put(Readable.from([Buffer.from(ciphertext, 'base64')]), 1 << 20);
        await world.query(`UPDATE bid SET digest = $2, envelope = $3 WHERE id = $1`, [bid.id, envelope.digest, JSON.stringify(envelope)]);
      });
      expect(result.items.map((bid: Any) => bid.priceYuan)).toEqual(['86500.50', null]);
    });

    it('finds a bid that was put in without a receipt', async () => {
      const { result } = await unreadableAfter(async bid => {
        await world.query(`INSERT INTO bid SELECT uuidv7(), task_id, $2, '影子公司', round, state, envelope, reverse(digest), size_bytes, received_at, receipt_signature, submitted_by FROM bid WHERE id = $1`, [bid.id, world.firm(2).orgId]);
      });
      expect(result.items.find((bid: Any) => bid.firmName === '影子公司')).toMatchObject({ state: 'unreadable' });
      expect(result.count).toBe(3);
    });

    it('shows that a bid was deleted', async () => {
      const { result, task } = await unreadableAfter(async bid => {
        // who deletes a bid has to delete what was kept about its sending too
        await world.query('DELETE FROM bid_trace WHERE bid_id = $1', [bid.id]);
        await world.query('DELETE FROM bid WHERE id = $1', [bid.id]);
      });
      expect(result.anomalies).toMatchObject([{ problem: 'missing', round: 1 }]);
      expect((await world.enterprise.get(`${task.path}/timeline`)).body[0].zh).toContain('1 处不一致');
    });

    it('opens a bid that was marked as withdrawn behind its firm’s back', async () => {
      const { result } = await unreadableAfter(async bid => void (await world.query(`UPDATE bid SET state = 'withdrawn' WHERE id = $1`, [bid.id])));
      expect(result.items.map((bid: Any) => bid.priceYuan)).toEqual(['86500.50', '98000.00']);
      expect(result.anomalies).toMatchObject([{ problem: 'state-changed' }]);
    });
  });

  it('counts an envelope for another task, another firm or of nonsense as unreadable', async () => {
    const other = await world.published();
    const task = await world.published();
    const foreignTask = await world.seal({ id: other.id, path: task.path }, world.firm(0), { priceYuan: '1.00' });
    ok(await world.send(task, world.firm(0), foreignTask), 201);
    const foreignFirm = await world.seal(task, world.firm(1), { priceYuan: '1.00' }, world.firm(0).orgId);
    ok(await world.send(task, world.firm(1), foreignFirm), 201);
    world.at(task.deadline);
    ok(await world.open(task), 200);
    expect((await bidsOf(task)).items.map((bid: Any) => bid.state)).toEqual(['unreadable', 'unreadable']);
    expect(await world.row(task.id)).toMatchObject({ state: 'failed', ended_reason: '没有可用的报价' });
    await world.runJobs();
    expect((await world.told(task.id)).filter(one => one.includes('结束')).sort()).toEqual(['孝义 任务结束', '晋绿 任务结束', '汾河 任务结束']);
  });

  it.each([
    ['no JSON', Buffer.from('nonsense')], ['a price of zero', Buffer.from('{"priceYuan":"0","durationDays":1,"proposal":"","attachments":[]}')],
    ['a price as number', Buffer.from('{"priceYuan":5,"durationDays":1,"proposal":"","attachments":[]}')], ['a price in 万', Buffer.from('{"priceYuan":"9万","durationDays":1,"proposal":"","attachments":[]}')],
    ['an unknown member', Buffer.from('{"priceYuan":"5","durationDays":1,"proposal":"","attachments":[],"x":1}')], ['bytes that are no text', Buffer.from([0xff, 0xfe, 0xfd])],
  ])('counts a bid of %s as unreadable', async (_what, plain) => {
    const task = await world.published();
    ok(await world.send(task, world.firm(0), await world.seal(task, world.firm(0), Uint8Array.from(plain))), 201);
    await world.bid(task, world.firm(1), { priceYuan: '5.00' });
    world.at(task.deadline);
    ok(await world.open(task), 200);
    expect((await bidsOf(task)).items.map((bid: Any) => [bid.priceYuan, bid.unreadable?.zh ?? null])).toEqual([['5.00', null], [null, expect.stringContaining('不是完整的报价')]]);
  });

  it('shows who lost the right to bid meanwhile, and suspects 万元 taken for 元', async () => {
    const task = await withBids(['9.80', '86500.50']);
    await world.query(`UPDATE qualification SET valid_to = '2026-11-22' WHERE firm_id = $1`, [world.firm(1).orgId]);
    ok(await world.open(task), 200);
    await world.query(`UPDATE qualification SET valid_to = '2029-12-31' WHERE firm_id = $1`, [world.firm(1).orgId]);
    const [suspect, ineligible] = (await bidsOf(task)).items as Any[];
    expect(suspect).toMatchObject({ priceYuan: '9.80', suspectUnit: true, eligible: true });
    expect(ineligible).toMatchObject({ eligible: false, ineligibleReasons: [{ zh: expect.stringContaining('有效期') }] });
    expect((await world.enterprise.post(`${task.path}/award`, { bidId: ineligible.id, reason: '这一家经验更丰富一些' })).body.code).toBe('task.bid-not-awardable');
  });

  it('is done by the bureau’s witness when the enterprise has lost its key', async () => {
    const witness = await generateOpeningKey();
    expect((await world.enterprise.post('/witness-keys', { holderName: '赵丽', publicKey: witness.publicKey })).status).toBe(403);
    ok(await world.supervisor.post('/witness-keys', { holderName: '赵丽', publicKey: witness.publicKey }), 201);
    expect((await world.supervisor.post('/witness-keys', { holderName: '赵丽', publicKey: witness.publicKey })).status).toBe(400);
    const task = await withBids();
    const open = (key: Any): Promise<Any> => world.supervisor.post(`${task.path}/open`, { holder: 'witness', privateKey: key });
    expect((await open(task.key.privateKey)).body.code).toBe('task.opening-key');
    expect(ok(await open(witness.privateKey), 200).body).toMatchObject({ state: 'opened', openedBy: 'witness' });
    expect((await bidsOf(task)).items.map((bid: Any) => bid.priceYuan)).toEqual(['86500.50', '98000.00']);
    await world.query(`UPDATE witness_key SET active = false`);
  });

  describe('by several holders', () => {
    const keys = {} as Record<Holder, OpeningKey>;
    const people = {} as Record<Holder, Person>;
    let platform: PrivateJwk;
    beforeAll(async () => {
      Object.assign(people, { owner: world.enterprise, witness: world.supervisor, recovery: await world.house.as('bureau.approver') });
      await world.keepSignedIn();
      for (const role of ['witness', 'recovery'] as const) {
        keys[role] = await generateOpeningKey();
        const body = { role, holderName: '赵丽', publicKey: keys[role].publicKey };
        if (role === 'recovery') expect((await people.witness.post('/witness-keys', body)).body.code).toBe('witness-key.both-in-one-hand');
        expect(ok(await people[role].post('/witness-keys', body), 201).body).toMatchObject({ role, active: true });
      }
      expect((await people.witness.post('/witness-keys', { role: 'owner', holderName: '赵丽', publicKey: keys.witness.publicKey })).status).toBe(400);
      platform = createPrivateKey({ key: Buffer.from(world.house.api.get<{ HB_SEAL_KEY: string }>(ENV).HB_SEAL_KEY, 'base64'), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }) as PrivateJwk;
    });
    afterAll(() => world.query(`UPDATE witness_key SET active = false`));

    const sharesOf = async (task: Published, holder: 'witness' | 'recovery', key = keys[holder]): Promise<{ bidId: string; share: string | null }[]> => {
      const { bids } = ok(await people[holder].get(`${task.path}/opening/shares?holder=${holder}`), 200).body as { bids: { bidId: string; firmId: string; envelope: Any }[] };
      const shares = [];
      for (const { bidId, firmId, envelope } of bids) shares.push({ bidId, share: toBase64(await openingShare(envelope, holder, key.privateKey, { taskId: task.id, firmId })) });
      return shares;
    };
    const give = async (task: Published, holder: Holder): Promise<Any> =>
      people[holder].post(`${task.path}/open`, holder === 'owner' ? { holder, privateKey: task.key.privateKey } : { holder, shares: await sharesOf(task, holder) });
    const lose = (task: Published, holder: Holder, person: Person): Promise<Any> => person.post(`${task.path}/opening/lost`, { holder, reason: 'U 盘损坏，读不出来' });
    const statesOf = async (task: Published, person = world.enterprise): Promise<Any> => Object.fromEntries((ok(await person.get(`${task.path}/opening`), 200).body.holders as Any[]).map(one => [one.holder, one.state]));
    const prices = async (task: Published): Promise<Any[]> => (await bidsOf(task)).items.map((bid: Any) => bid.priceYuan);

    it('who will have to give a share is told before the opening, and whoever is awaited after the deadline, by name', async () => {
      const task = await world.published();
      const told = async (): Promise<string[]> => (await world.query(`SELECT DISTINCT n.title_zh AS title, n.body_zh AS body, o.kind FROM notification n JOIN organisation o ON o.id = n.org_id WHERE n.subject_id = $1 AND (n.key LIKE '%:keys:%' OR n.key LIKE '%:remind:opening:%') ORDER BY o.kind`, [task.id])).map((row: Any) => `${row.kind as string} ${(row.title as string).split('：')[0] as string} ${/赵丽/.test(row.body as string) ? '赵丽' : ''}`);
      const morning = async (at: number): Promise<void> => {
        world.at(at);
        await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('task.remind-procurement', 'quick', '{}')`);
        await world.runJobs();
      };
      await morning(world.now);
      expect(await told()).toEqual([]);
      await morning(task.deadline.getTime() - DAY);
      expect(await told()).toEqual(['bureau 明天截止报价，请备好开标钥匙 赵丽', 'enterprise 明天截止报价，请备好开标钥匙 赵丽']);
      await morning(task.deadline.getTime() - DAY);
      expect(await told()).toHaveLength(2);
      await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
      await world.bid(task, world.firm(1), { priceYuan: '86500.50' });
      await morning(task.deadline.getTime() + DAY);
      expect((await told()).filter(one => one.includes('还没有开标'))).toEqual(['bureau 报价已截止 1 天，还没有开标 赵丽', 'enterprise 报价已截止 1 天，还没有开标 赵丽']);
      expect((await world.enterprise.get(`${task.path}/opening`)).body.holders.map((one: Any) => [one.state, one.keeper])).toEqual([['awaited', expect.any(String)], ['awaited', '赵丽'], ['reserve', '赵丽']]);
    });

    it.each<[Holder, Holder, Holder | null]>([['owner', 'witness', null], ['witness', 'owner', null], ['owner', 'recovery', 'witness'], ['witness', 'recovery', 'owner']])('%s, then %s, open all bids at once, on the record', async (first, second, lost) => {
      const task = await withBids();
      expect(await world.row(task.id)).toMatchObject({ opening_needed: 2 });
      expect(await statesOf(task)).toEqual({ owner: 'awaited', witness: 'awaited', recovery: 'reserve' });
      expect((await give(task, 'recovery')).body.code).toBe('task.recovery-closed');
      if (lost) {
        ok(await lose(task, lost, people[lost]), 200);
        expect((await lose(task, lost, world.supervisor)).body.code).toBe('task.loss-known');
        expect(await statesOf(task)).toMatchObject({ [lost]: 'lost', recovery: 'awaited' });
      }
      expect(ok(await give(task, first), 200).body).toMatchObject({ state: 'closed', openedAt: null });
      expect((await world.bidRows(task.id)).map(row => [row.state, row.price_yuan])).toEqual([['sealed', null], ['sealed', null]]);
      expect((await statesOf(task))[first]).toBe('given');
      await world.runJobs();
      expect([...new Set((await world.query(`SELECT o.kind FROM notification n JOIN organisation o ON o.id = n.org_id WHERE n.subject_id = $1 AND n.title_zh LIKE '请开标%' AND n.key LIKE '%:share-%'`, [task.id])).map(one => one.kind as string))]).toEqual([second === 'owner' ? 'enterprise' : 'bureau']);
      expect(ok(await give(task, second), 200).body).toMatchObject({ state: 'opened', openedBy: 'threshold' });
      expect(await prices(task)).toEqual(['86500.50', '98000.00']);
      expect((await world.audited(task.id)).filter(one => /task\.(open|share)/.test(one))).toEqual([...(lost ? ['task.share-lost'] : []), 'task.open-share', 'task.open-share', 'task.open']);
      expect(await world.query('SELECT shares_cipher FROM opening_share WHERE task_id = $1', [task.id])).toEqual([{ shares_cipher: null }, { shares_cipher: null }]);
      const timeline = (ok(await world.firm(0).get(`${task.path}/timeline`), 200).body as Any[]).map(one => one.zh as string);
      expect(timeline[0]).toMatch(/共同开标：有效开启 2 份$/);
      expect(timeline.filter(one => one.includes('交出开标份额'))).toEqual([expect.stringContaining('（2/2）'), expect.stringContaining('（1/2）')]);
      await world.runJobs();
      expect((await world.enterprise.get(`/files/${ok(await world.enterprise.get(task.path), 200).body.openingRecordFileId as string}/content`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    });

    it('says nothing to who has a dump, one holder’s key and even the platform’s, before and after the first share', async () => {
      const task = await withBids(['71234.56', '72345.67']); // prices that stand nowhere else
      const rows = await world.bidRows(task.id);
      const ciphertexts = await Promise.all(rows.map(async row => toBase64(Uint8Array.from(Buffer.concat(await (await world.storage.open((row.digest as string).trim())).toArray() as Buffer[])))));
      const tables = (await world.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`)).map(one => one.name);
      const dump = async (): Promise<string> => (await Promise.all(tables.map(async name => JSON.stringify(await world.query(`SELECT t::text FROM ${name} t`))))).join();
      for (const holder of ['owner', 'witness', 'recovery'] as const) {
        const key = holder === 'owner' ? task.key : keys[holder];
        for (const [at, row] of rows.entries()) {
          const [envelope, context] = [{ ...row.envelope, digest: row.digest.trim(), ciphertext: ciphertexts[at] }, { taskId: task.id, firmId: row.firm_id as string }];
          const share = await openingShare(envelope, holder, key.privateKey, context);
          await expect(openWithShares(envelope, new Map([[holder, share]]), platform, context)).rejects.toMatchObject({ reason: 'shares' });
          await expect(openBid(envelope, { holder: 'owner', holderKey: key.privateKey, platformKey: platform }, context)).rejects.toMatchObject({ name: 'UnsealError' });
        }
      }
      const before = await dump();
      expect(['71234.56', '72345.67'].filter(price => before.includes(price))).toEqual([]);
      ok(await give(task, 'owner'), 200);
      const owners = await openingShare(rows[0].envelope, 'owner', task.key.privateKey, { taskId: task.id, firmId: rows[0].firm_id as string });
      const after = await dump();
      expect([toBase64(owners).slice(0, 40), task.key.privateKey.d].filter(secret => after.includes(secret))).toEqual([]);
    });

    it('refuses before the deadline, out of turn, twice, by one person, and what is not the share', async () => {
      const task = await world.published();
      for (const [nth, priceYuan] of ['98000.00', '86500.50'].entries()) await world.bid(task, world.firm(nth), { priceYuan });
      const open = (holder: Holder, body: Any, person = people[holder]): Promise<Any> => person.post(`${task.path}/open`, { holder, ...body });
      expect((await people.witness.get(`${task.path}/opening/shares?holder=witness`)).body.code).toBe('task.not-closed');
      expect((await open('owner', { privateKey: task.key.privateKey })).body.code).toBe('task.not-closed');
      world.at(task.deadline);
      for (const person of [world.enterprise, world.otherEnterprise, world.firm(0)]) expect((await person.get(`${task.path}/opening/shares?holder=witness`)).status).toBe(403);
      for (const person of [world.otherEnterprise, world.firm(0), world.firm(2)]) expect((await person.post(`${task.path}/opening/lost`, { holder: 'owner', reason: '我来登记' })).status).toBe(403);
      expect((await lose(task, 'witness', world.enterprise)).body.code).toBe('task.not-this-holder');
      expect((await open('witness', { privateKey: keys.witness.privateKey })).body.errors[0].code).toBe('shares-needed');
      expect((await open('owner', { privateKey: keys.witness.privateKey })).body.code).toBe('task.opening-key');
      expect((await open('owner', { privateKey: task.key.privateKey }, people.witness)).body.code).toBe('task.not-this-holder');
      expect((await open('witness', { shares: [] }, world.enterprise)).body.code).toBe('task.not-this-holder');
      const shares = await sharesOf(task, 'witness');
      const other = await withBids();
      const foreign = await sharesOf(other, 'witness');
      world.at(Math.max(world.now, task.deadline.getTime()));
      const [mine, yours] = shares as [Any, Any];
      const pointer = async (given: Any[]): Promise<string> => (await open('witness', { shares: given })).body.errors[0].pointer as string;
      expect(await pointer([mine, { ...yours, share: mine.share }])).toBe('/shares/1/share');
      expect(await pointer([{ ...mine, share: foreign[0]?.share }, yours])).toBe('/shares/0/share');
      expect(await pointer([foreign[0], mine])).toBe('/shares/0/bidId');
      expect(await pointer([mine])).toBe('/shares');
      expect((await open('witness', { shares: [{ ...mine, share: null }, { ...yours, share: null }] })).body).toMatchObject({ code: 'task.opening-key', fingerprint: expect.stringContaining(keys.witness.fingerprint) });
      expect((await open('witness', { shares: [{ ...mine, share: 'x y' }, yours] })).status).toBe(400);
      expect(await world.query('SELECT 1 FROM opening_share WHERE task_id = $1', [task.id])).toEqual([]);
      expect(codes(await Promise.all([open('witness', { shares }), open('witness', { shares })]))).toEqual(['200', 'task.share-given']);
      expect((await lose(task, 'witness', world.supervisor)).body.code).toBe('task.share-given');
      ok(await lose(task, 'owner', world.supervisor), 200);
      const recovery = await sharesOf(task, 'recovery');
      expect((await open('recovery', { shares: recovery }, people.witness)).body.code).toBe('task.share-same-person');
      // the lost key is found again: it is as good as ever; with the recovery share at the same time bids are opened once
      expect(codes(await Promise.all([open('owner', { privateKey: task.key.privateKey }), open('recovery', { shares: recovery })]))).toEqual(['200', 'task.wrong-state']);
      expect((await world.audited(task.id)).filter(one => one === 'task.open')).toHaveLength(1);
      expect((await open('owner', { privateKey: task.key.privateKey })).body.code).toBe('task.wrong-state');
      expect(await prices(task)).toEqual(['86500.50', '98000.00']);
    });

    it('goes on with the recovery share when one bid’s share does not unwrap, and holds up nobody for a bid that no shares open', async () => {
      const task = await withBids();
      const [broken] = await world.bidRows(task.id);
      await world.query(`UPDATE bid SET envelope = jsonb_set(envelope, '{shares,witness}', envelope #> '{shares,owner}') WHERE id = $1`, [broken.id]);
      const { bids } = ok(await people.witness.get(`${task.path}/opening/shares?holder=witness`), 200).body as { bids: Any[] };
      const shares = await Promise.all(bids.map(async ({ bidId, firmId, envelope }) => ({ bidId, share: await openingShare(envelope, 'witness', keys.witness.privateKey, { taskId: task.id, firmId }).then(toBase64, () => null) })));
      expect(shares.filter(one => one.share === null)).toHaveLength(1);
      ok(await give(task, 'owner'), 200);
      expect(ok(await people.witness.post(`${task.path}/open`, { holder: 'witness', shares }), 200).body.state).toBe('closed');
      expect(await statesOf(task)).toEqual({ owner: 'given', witness: 'given', recovery: 'awaited' });
      expect(ok(await give(task, 'recovery'), 200).body.state).toBe('opened');
      expect(await prices(task)).toEqual(['86500.50', '98000.00']);
    });

    it('takes only bids sealed for all three, and opens in the former manner what was published before', async () => {
      const task = await world.published();
      const { keys: published } = ok(await world.firm(0).get(`${task.path}/sealing`), 200).body as { keys: Any };
      const plain = Uint8Array.from(Buffer.from(JSON.stringify({ priceYuan: '5.00', durationDays: 30, proposal: '', attachments: [] })));
      for (const over of [{ recovery: null }, { needed: 3 }]) expect((await world.send(task, world.firm(0), await sealBid(plain, { ...published, ...over }, { taskId: task.id, firmId: world.firm(0).orgId }))).body.code).toBe('bid.envelope');
      await world.query(`UPDATE witness_key SET active = false WHERE role = 'recovery'`);
      const former = await world.published();
      await world.query(`UPDATE witness_key SET active = true WHERE role = 'recovery'`);
      expect(await world.row(former.id)).toMatchObject({ opening_needed: null, recovery_key_id: null });
      expect((await world.send(former, world.firm(0), await sealBid(plain, published, { taskId: former.id, firmId: world.firm(0).orgId }))).body.code).toBe('bid.envelope');
      await world.bid(former, world.firm(0), { priceYuan: '98000.00' });
      world.at(former.deadline);
      expect((await lose(former, 'owner', world.enterprise)).body.code).toBe('task.no-threshold');
      expect(ok(await people.witness.get(`${former.path}/opening/shares?holder=witness`), 200).body.bids).toEqual([]);
      expect(ok(await world.supervisor.post(`${former.path}/open`, { holder: 'witness', privateKey: keys.witness.privateKey }), 200).body.openedBy).toBe('witness');
      expect(await prices(former)).toEqual(['98000.00']);
    });

    it('is done anew for the final round', async () => {
      const task = await withBids(undefined, { method: 'auction', kind: 'consulting', requiredQualifications: [] });
      for (const holder of ['owner', 'witness'] as const) ok(await give(task, holder), 200);
      expect((await world.row(task.id)).state).toBe('negotiating');
      ok(await world.enterprise.post(`${task.path}/final-round`, { bidDeadline: new Date(world.now + DAY).toISOString(), text: '请报最终价' }), 200);
      await world.bid(task, world.firm(0), { priceYuan: '80000.00' });
      world.at(world.now + DAY);
      expect(ok(await give(task, 'witness'), 200).body.state).toBe('closed');
      expect(ok(await give(task, 'owner'), 200).body.state).toBe('opened');
      expect(await prices(task)).toEqual(['80000.00', '86500.50']);
    });
  });

  describe('and the award', () => {
    it('goes to one bid only, even when two decide at once', async () => {
      const task = await world.opened();
      const [cheap, dear] = task.bids as Any[];
      const answers = await Promise.all([
        world.enterprise.post(`${task.path}/award`, { bidId: cheap.id, reason: '' }),
        world.enterprise.post(`${task.path}/award`, { bidId: dear.id, reason: '方案更完整，人员经验更足' }),
      ]);
      expect(codes(answers)).toEqual(['200', 'task.wrong-state']);
      const row = await world.row(task.id);
      expect([cheap.id, dear.id]).toContain(row.awarded_bid_id);
      expect((await world.audited(task.id)).filter(one => one === 'task.award')).toHaveLength(1);
      await world.runJobs();
      const results = (await world.told(task.id)).filter(one => one.includes('中选'));
      expect(results.map(one => one.slice(3)).sort()).toEqual(['中选', '未中选']);
      await world.query(`UPDATE outbox SET done_at = NULL, attempts = 0 WHERE payload->>'taskId' = $1`, [task.id]);
      await world.runJobs();
      expect((await world.told(task.id)).filter(one => one.includes('中选'))).toEqual(results);
    });

    it('needs a reason for any but the lowest, a bid of this task, a firm in good standing and the owner', async () => {
      const task = await world.opened();
      const other = await world.opened();
      const [cheap, dear] = task.bids as Any[];
      const award = (bidId: string, reason = '', who = world.enterprise): Promise<Any> => who.post(`${task.path}/award`, { bidId, reason });
      expect((await award(dear.id as string, '更好')).body.errors[0].code).toBe('reason-not-lowest');
      expect((await award(other.bids[0].id as string)).body.code).toBe('task.bid-not-awardable');
      expect((await award('018f0000-0000-7000-8000-00000000dead')).body.code).toBe('task.bid-not-awardable');
      expect((await award('x')).status).toBe(400);
      for (const person of [world.firm(0), world.otherEnterprise, world.supervisor]) expect((await award(cheap.id as string, '', person)).status).toBe(403);
      await world.query(`UPDATE organisation SET status = 'suspended' WHERE id = $1`, [cheap.firmId]);
      expect((await award(cheap.id as string)).body.code).toBe('bid.not-eligible');
      await world.query(`UPDATE organisation SET status = 'active' WHERE id = $1`, [cheap.firmId]);
      expect((await world.row(task.id)).state).toBe('opened');
      ok(await award(dear.id as string, '方案更完整，人员经验更足'), 200);
      expect(await world.row(task.id)).toMatchObject({ awarded_firm_id: dear.firmId, award_reason: '方案更完整，人员经验更足' });
      expect((await world.enterprise.post(`${task.path}/cancel`, { reason: '现在反悔了' })).body.code).toBe('task.wrong-state');
    });

    it('cannot go to a bid that was withdrawn or before the opening', async () => {
      const task = await world.published({ bidDeadline: new Date(world.now + DAY).toISOString() });
      const { receipt } = await world.bid(task, world.firm(0), { priceYuan: '1.00' });
      await world.bid(task, world.firm(1), { priceYuan: '2.00' });
      expect((await world.enterprise.post(`${task.path}/award`, { bidId: receipt.bidId, reason: '' })).body.code).toBe('task.wrong-state');
      ok(await world.firm(0).post(`${task.path}/bids/withdraw`, { reason: '人员安排不开' }), 204);
      world.at(task.deadline);
      ok(await world.open(task), 200);
      expect((await bidsOf(task)).items).toHaveLength(1);
      expect((await world.enterprise.post(`${task.path}/award`, { bidId: receipt.bidId, reason: '' })).body.code).toBe('task.bid-not-awardable');
    });

    it('may be refused to all, with a reason they are told', async () => {
      const task = await world.opened();
      expect((await world.enterprise.post(`${task.path}/no-award`, {})).status).toBe(400);
      expect((await world.firm(0).post(`${task.path}/no-award`, { reason: '我来决定' })).status).toBe(403);
      ok(await world.enterprise.post(`${task.path}/no-award`, { reason: '均超出预算，另行安排' }), 200);
      expect(await world.row(task.id)).toMatchObject({ state: 'failed', ended_reason: '均超出预算，另行安排', awarded_bid_id: null });
      await world.runJobs();
      expect((await world.told(task.id)).filter(one => one.includes('结束')).sort()).toEqual(['孝义 任务结束', '晋绿 任务结束', '汾河 任务结束']);
    });
  });
});
