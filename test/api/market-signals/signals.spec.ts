import { Document, Packer, Paragraph } from 'docx';
import { exchange } from '../../harness/http';
import { Any, DAY, field, file, MarketWorld, ok, Person, Published } from '../marketplace/world';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Long enough to say something, and nobody else's. */
const own = (seed: number, length = 400): string => Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((seed * 7919 + at * at * 31 + at * seed) % 8000))).join('');
const paper = (text: string, lastModifiedBy: string): Promise<Buffer> => Packer.toBuffer(new Document({ creator: '模板', lastModifiedBy, sections: [{ children: [new Paragraph(text)] }] }));
const attached = (name: string, bytes: Buffer): Any => ({ name, mediaType: WORD, base64: bytes.toString('base64') });

describe('signs of collusion', () => {
  let world: MarketWorld;
  let enforcer: Person;
  let admin: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [enforcer, admin] = [await world.house.as('bureau.enforcer'), await world.house.as('bureau.admin')];
    await world.keepSignedIn();
    // the firms of the demonstration city share their contact; here they are strangers
    for (const nth of [0, 1]) await world.query(`UPDATE organisation SET legal_representative = $2, address = $3, contact_phone_cipher = NULL WHERE id = $1`, [world.firm(nth).orgId, `负责人${nth}`, `府前街 ${nth} 号`]);
    await world.query('UPDATE firm_person SET left_on = since');
  });
  afterAll(() => world.end());

  /** Hands in as a browser with its mark does. */
  async function bid(task: Published, nth: number, { device, ...offer }: Any): Promise<void> {
    const firm = world.firm(nth);
    const { ciphertext, ...envelope } = await world.seal(task, firm, offer);
    const parts = [field('envelope', JSON.stringify(envelope)), file('ciphertext', 'bid.bin', Buffer.from(ciphertext, 'base64')), Buffer.from('--hb-market-boundary--\r\n')];
    const reply = await exchange(world.house.api, { method: 'POST', url: `/api/v1${task.path}/bids`, payload: Buffer.concat(parts) as unknown as string, headers: { ...firm.headers, 'content-type': 'multipart/form-data; boundary=hb-market-boundary', ...(device ? { 'x-device': device } : {}) } });
    expect(reply.status).toBe(201);
  }
  async function opened(offers: readonly Any[]): Promise<Published> {
    const task = await world.published();
    for (const [nth, offer] of offers.entries()) await bid(task, nth, offer);
    world.at(task.deadline);
    ok(await world.open(task), 200);
    await world.runJobs();
    return task;
  }
  const list = async (query = '', person = world.supervisor): Promise<Any[]> => ok(await person.get(`/collusion-suspicions?limit=100${query}`), 200).body.items as Any[];
  const of = async (task: Published): Promise<Any> => (await list()).find(each => each.taskId === task.id);
  const path = (suspicion: Any, verb = ''): string => `/collusion-suspicions/${suspicion.id as string}${verb}`;
  const again = async (job: string, taskId: string): Promise<void> => {
    await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) SELECT uuidv7(), job, queue, payload, 0, created_at FROM outbox WHERE job = $1 AND payload->>'taskId' = $2 LIMIT 1`, [job, taskId]);
    await world.runJobs();
  };

  let ring: Published;
  it('of two that wrote one proposal on one computer: for officers, with what was compared', async () => {
    const form = await paper(own(9), '赵工');
    const device = 'ab'.repeat(16);
    ring = await opened([
      { priceYuan: '98000.00', proposal: own(1), device, attachments: [attached('实施方案.docx', form), attached('报价表.docx', await paper('甲', '赵工'))] },
      { priceYuan: '86500.50', proposal: own(1), device, attachments: [attached('方案最终版.docx', form), attached('报价.docx', await paper('乙', '赵工'))] },
    ]);
    const suspicion = await of(ring);
    expect([suspicion.strength, suspicion.state, suspicion.firmNames.length]).toEqual(['strong', 'open', 2]);
    const { signals, history, thresholdsVerified, actions } = ok(await world.supervisor.get(path(suspicion)), 200).body;
    expect(signals.map((each: Any) => `${each.code} ${each.strength}`).sort()).toEqual(['near-text strong', 'same-author medium', 'same-device strong', 'same-file strong']);
    const same = signals.find((each: Any) => each.code === 'same-file');
    expect([same.measureZh, same.legalBasis, same.compared.map((side: Any) => side.zh)]).toEqual(['1 个附件逐字节相同', '招标投标法实施条例 第四十条第一项、第四项', ['《实施方案.docx》', '《方案最终版.docx》']]);
    expect(signals.find((each: Any) => each.code === 'same-author').measureZh).toBe('附件作者“模板”、最后保存者“赵工”相同');
    expect([thresholdsVerified, actions, history.map((each: Any) => each.kind)]).toEqual([false, ['dismiss', 'follow-up', 'note'], ['found']]);
    // no address and no mark of a browser is kept in clear
    const [traces] = await world.query<Any>(`SELECT string_agg(t::text, ' ') AS all FROM bid_trace t JOIN bid b ON b.id = t.bid_id WHERE b.task_id = $1`, [ring.id]);
    expect([traces.all.includes(device), traces.all.includes('127.0.0.1')]).toEqual([false, false]);
    const told = await world.query<Any>(`SELECT title_zh, body_zh FROM notification WHERE subject_id = $1`, [suspicion.id]);
    expect([told.length, told[0].title_zh, /串通|违法/.test(JSON.stringify(told))]).toEqual([1, '报价比对提示：石灰窑自行监测服务', false]);
  });

  it('nobody else learns of it, and the award goes on', async () => {
    const suspicion = await of(ring);
    for (const person of [world.enterprise, world.firm(0), world.firm(1), admin]) {
      expect((await person.get('/collusion-suspicions')).status).toBe(403);
      expect((await person.get(path(suspicion))).status).toBeGreaterThanOrEqual(403);
    }
    for (const route of ['', '/bids', '/timeline']) expect(JSON.stringify((await world.enterprise.get(`${ring.path}${route}`)).body)).not.toMatch(/collusion|雷同|串通|赵工/);
    expect((await enforcer.get(path(suspicion))).body.actions).toEqual([]);
    expect((await enforcer.post(path(suspicion, '/dismiss'), { reason: '没有理由的理由' }, { ifMatch: 1 })).status).toBe(403);
    const bids = (await world.enterprise.get(`${ring.path}/bids`)).body.items as Any[];
    ok(await world.enterprise.post(`${ring.path}/award`, { bidId: bids[0].id, reason: '' }), 200);
  });

  it('a second run of the job changes nothing', async () => {
    const before = await world.supervisor.get(path(await of(ring)));
    await again('market-signals.compare-bids', ring.id);
    const after = await world.supervisor.get(path(await of(ring)));
    expect(after.body).toEqual(before.body);
    expect(await world.query(`SELECT 1 FROM notification WHERE subject_type = 'collusion-suspicion'`)).toHaveLength(1);
  });

  it('honest bids raise nothing', async () => {
    const task = await opened([{ priceYuan: '98000.00', proposal: own(2) }, { priceYuan: '86500.50', proposal: own(3), device: 'no mark at all' }]);
    expect(await of(task)).toBeUndefined();
  });

  it('is decided by a person with a reason, both ways, on the record', async () => {
    const suspicion = await of(ring);
    const version = (await world.supervisor.get(path(suspicion))).body.version as number;
    const act = (verb: string, reason: string, ifMatch?: number): Promise<Any> => world.supervisor.post(path(suspicion, verb), { reason }, ifMatch === undefined ? {} : { ifMatch });
    expect((await act('/dismiss', '无', version)).body.errors[0].pointer).toBe('/reason');
    expect((await act('/dismiss', '     无     ', version)).status).toBe(400);
    expect((await act('/dismiss', '两家共用办事大厅电脑')).status).toBe(428);
    expect((await act('/dismiss', '两家共用办事大厅电脑', version - 1)).status).toBe(412);
    expect((await act('/reopen', '并没有处理过', version)).body.code).toBe('collusion.open');
    ok(await act('/notes', '已电话询问两家机构'), 200);
    const both = await Promise.all([act('/dismiss', '两家共用办事大厅电脑', version), act('/follow-up', '移送行政监督部门', version)]);
    expect(both.map(each => each.status as number).sort()).toEqual([200, 409]);
    ok(await act('/reopen', '发现新的情况', version + 1), 200);
    const done = ok(await act('/follow-up', '移送市行政审批局调查', version + 2), 200).body;
    expect([done.state, done.decisionReason, done.actions, done.history.map((each: Any) => each.kind).slice(0, 2)]).toEqual(['followed', '移送市行政审批局调查', ['reopen', 'note'], ['followed', 'reopened']]);
    const audit = await world.query<Any>(`SELECT action FROM audit_entry WHERE subject_id = $1 AND action NOT IN ('collusion.read') ORDER BY seq`, [suspicion.id]);
    expect(audit.map(each => each.action)).toEqual(['collusion.note', expect.stringMatching(/collusion\.(dismiss|follow-up)/), 'collusion.reopen', 'collusion.follow-up']);
  });

  it('turns over time, found at the award, open it again', async () => {
    // seven awards before: the two in turn
    for (let nth = 0; nth < 8; nth++) {
      const [task] = await world.query<Any>(
        `INSERT INTO service_task SELECT (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'number', 'RW-2025-00000' || $2::int, 'awarded_bid_id', NULL, 'awarded_firm_id', $3::uuid, 'awarded_at', t.awarded_at - make_interval(days => 20 * (8 - $2::int))))).*
           FROM service_task t WHERE id = $1 RETURNING id`, [ring.id, nth, world.firm(nth % 2).orgId]);
      await world.query(`INSERT INTO bid SELECT (jsonb_populate_record(b, jsonb_build_object('id', uuidv7(), 'task_id', $2::uuid))).* FROM bid b WHERE b.task_id = $1 AND b.state = 'opened'`, [ring.id, task.id]);
    }
    await world.query(`UPDATE service_task SET awarded_firm_id = $2 WHERE id = $1`, [ring.id, world.firm(0).orgId]);
    await again('market-signals.look-at-turns', ring.id);
    const { state, codes, history } = (await world.supervisor.get(path(await of(ring)))).body;
    expect([state, codes.map((each: Any) => each.code).includes('rotation'), history[0].kind]).toEqual(['open', true, 'reopened']);
    expect(history[0].zh).toBe('系统又发现：轮流中选，重新打开');
  });

  it('is listed, filtered, searched, sorted, paged and exported', async () => {
    const task = await opened([{ priceYuan: '98000.00', proposal: '第二次' }, { priceYuan: '86500.50', proposal: `${(await world.query<Any>('SELECT name FROM organisation WHERE id = $1', [world.firm(0).orgId]))[0].name as string}承诺完成` }]);
    const found = async (query: string): Promise<string[]> => (await list(query)).map(each => each.taskId as string);
    expect(await found('')).toEqual([task.id, ring.id]);
    expect(await found('&sort=-strength')).toEqual([ring.id, task.id]);
    expect([await found('&sort=strength'), await found('&sort=at'), await found('&sort=-at')]).toEqual([[task.id, ring.id], [ring.id, task.id], [task.id, ring.id]]);
    expect(await found('&strength=medium')).toEqual([task.id]);
    expect(await found('&code=rotation&state=open')).toEqual([ring.id]);
    expect(await found(`&q=${encodeURIComponent('汾河')}&firmId=${world.firm(0).orgId}`)).toHaveLength(2);
    expect(await found(`&q=${encodeURIComponent('不存在的名字')}`)).toEqual([]);
    expect((await world.supervisor.get('/collusion-suspicions?strength=very')).status).toBe(400);
    for (const sort of ['at', '-at', 'strength', '-strength']) {
      const first = (await world.supervisor.get(`/collusion-suspicions?limit=1&sort=${sort}`)).body;
      const second = (await world.supervisor.get(`/collusion-suspicions?limit=1&sort=${sort}&cursor=${encodeURIComponent(first.nextCursor as string)}`)).body;
      expect([first.items.length, second.items.length, second.nextCursor, new Set([first.items[0].id, second.items[0].id]).size]).toEqual([1, 1, null, 2]);
    }
    expect((await world.supervisor.get('/collusion-suspicions/export?state=open')).raw.subarray(0, 2).toString()).toBe('PK');
    await world.query(`UPDATE collusion_suspicion SET region_code = '140105' WHERE task_id = $1`, [task.id]);
    expect(await found('')).toEqual([ring.id]);
    expect((await world.supervisor.get(path((await world.query<Any>('SELECT id FROM collusion_suspicion WHERE task_id = $1', [task.id]))[0]))).status).toBe(404);
  });

  it('the numbers it begins with are dated rows nobody has compared yet', async () => {
    const rows = ok(await admin.get('/reference-data?kind=collusion-threshold&limit=100'), 200).body.items as Any[];
    expect(rows.map(each => each.verified)).toEqual(rows.map(() => false));
    expect(rows.find(each => (each.title as string).startsWith('方案文字相似度：中')).value).toBe('0.85');
  });

  it('forgets where bids came from when they are old', async () => {
    const [before] = await world.query<Any>('SELECT count(*)::int AS n FROM bid_trace');
    expect(before.n).toBeGreaterThan(0);
    world.at(world.now + 731 * DAY);
    await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) VALUES (uuidv7(), 'market-signals.forget-traces', 'quick', '{}', 0, now())`);
    await world.runJobs();
    expect(await world.query('SELECT 1 FROM bid_trace')).toEqual([]);
  });

  it('of the first of two rounds by itself: who drops out is gone from the second', async () => {
    const task = await world.published({ method: 'auction' });
    const device = 'cd'.repeat(16);
    for (const nth of [0, 1]) await bid(task, nth, { priceYuan: `9${nth}000.00`, proposal: own(7), device });
    world.at(task.deadline);
    ok(await world.open(task), 200);
    await world.runJobs();
    expect(await world.row(task.id)).toMatchObject({ state: 'negotiating' });
    expect(await of(task)).toMatchObject({ state: 'open', firmNames: [expect.any(String), expect.any(String)] });
  });
});
