import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draw, seedOf } from '@huanbao/evaluation';
import { LinkTokens } from '@huanbao/identity';
import { TaskGuards } from '@huanbao/marketplace';
import { generateOpeningKey } from '@huanbao/sealing';
import { Workbook } from 'exceljs';
import { exchange } from '../../harness/http';
import { Any, Answer, codes, DAY, file, HOUR, MarketWorld, ok, Person, Published } from '../marketplace/world';

const GUIDE = '按方案的完整程度打分';
const EXPERT = { unitUscc: null, relatedUnits: [], title: '高级工程师', kind: 'technical', specialties: ['monitoring'], phone: '13800000000' };
const PLAN = {
  committeeSize: 5, representatives: 1, specialties: ['monitoring'], formula: { kind: 'lowest' }, scoringDays: 3,
  criteria: [{ name: '技术方案', guide: GUIDE, max: 50 }, { name: '团队与业绩', guide: GUIDE, max: 30 }],
};
const MEMBER = { name: '企业代表甲', title: '总工', email: 'member@enterprise.test' };
const NONE = { declaration: 'none' };
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** The words of a PDF. */
function pdf({ raw }: Answer<Any>): string {
  const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.pdf');
  writeFileSync(path, raw);
  return execFileSync('pdftotext', ['-layout', path, '-']).toString().replace(/\s/g, '');
}

/** The cells of a spreadsheet, row by row. */
async function sheetOf({ raw }: Answer<Any>): Promise<unknown[][]> {
  const book = new Workbook();
  await book.xlsx.load(raw as never);
  const rows: unknown[][] = [];
  const page = book.worksheets[0];
  page?.eachRow(row => rows.push(Array.from({ length: page.columnCount }, (_, nth) => row.getCell(nth + 1).value)));
  return rows;
}

/** Committee, sealed scores, publicity and objections, from the pool to the award. */
describe('evaluation', () => {
  let world: MarketWorld;
  let links: LinkTokens;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    links = world.house.worker.get(LinkTokens);
  });
  afterAll(() => world.end());

  const page = (task: { path: string }, person: Person = world.enterprise): Promise<Answer<Any>> => person.get(`${task.path}/evaluation`);
  /** The bids as they were judged: list, one of them, export. */
  const judged = (task: { path: string }, person: Person, rest = ''): Promise<Answer<Any>> => person.get(`${task.path}/evaluation/bids${rest}`);
  const act = (task: { path: string }, step: string, body: object = {}, person: Person = world.enterprise): Promise<Answer<Any>> => person.post(`${task.path}/evaluation/${step}`, body);
  const seats = async (task: { id: string }): Promise<Any[]> => world.query(`SELECT * FROM evaluation_seat WHERE task_id = $1 AND state IN ('asked', 'accepted') ORDER BY nth`, [task.id]);
  const member = async (seat: Any, method: 'GET' | 'POST' | 'PUT', path = '', payload?: object): Promise<Answer<Any>> => {
    const token = typeof seat === 'string' ? seat : links.tokenOf('evaluation-seat', seat.id as string);
    const reply = await exchange(world.house.api, { method, url: `/api/v1/evaluation-seat${path}`, headers: { 'x-client': 'api', 'x-seat-token': token }, ...(payload ? { payload } : {}) });
    return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
  };

  async function opened(prices: readonly string[], { plan = PLAN, over = {}, keys = false }: { plan?: object; over?: Any; keys?: boolean } = {}): Promise<Published> {
    const retire = keys ? await world.bureauKeys() : null;
    const draft = await world.draft({ kind: 'consulting', requiredQualifications: [], priceWeight: 20, budgetYuan: '1200000.00', ...over });
    const path = `/service-tasks/${draft.id as string}`;
    ok(await world.enterprise.put(`${path}/evaluation-plan`, plan, { ifMatch: 0 }), 200);
    const key = await generateOpeningKey();
    const { body } = ok(await world.enterprise.post(`${path}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: draft.version as number }), 200);
    const task = { id: body.id as string, number: body.number as string, version: body.version as number, deadline: new Date(body.bidDeadline as string), key, path };
    for (const [nth, priceYuan] of prices.entries()) await world.bid(task, world.firm(nth), { priceYuan });
    world.at(task.deadline);
    ok(await world.open(task), 200);
    await retire?.();
    return task;
  }

  /** A sheet that gives each bid its points of the two criteria. */
  async function sheet(seat: Any, points: readonly (readonly [string, string])[], over: object = {}): Promise<Any> {
    const { body } = ok(await member(seat, 'GET'), 200);
    const scores = (body.bids as Any[]).flatMap((bid, at) => (body.plan.criteria as Any[]).map((criterion, nth) => ({ bidId: bid.bidId, criterionId: criterion.id, score: points[at]?.[nth] ?? '0', reason: Number(points[at]?.[nth]) < criterion.max * 0.6 ? '响应不完整' : '' })));
    return { scores, priceVotes: [], comment: '', handIn: true, ...over };
  }

  async function declared(task: Published): Promise<Any[]> {
    ok(await act(task, 'draw', { representatives: [MEMBER] }), 200);
    for (const seat of await seats(task)) ok(await member(seat, 'POST', '/declaration', NONE), 204);
    return seats(task);
  }

  /** What a member finds of each bid, in the order of receipt: conditions not met. */
  async function findings(seat: Any, failed: readonly (readonly string[])[] = [], handIn = true): Promise<Any> {
    const { body } = ok(await member(seat, 'GET'), 200);
    return { votes: (body.bids as Any[]).map((bid, nth) => ({ bidId: bid.bidId, failed: failed[nth] ?? [], reason: (failed[nth] ?? []).length > 0 ? `${seat.nth as number} 号：附件没有盖章` : '逐项核对，均已响应' })), handIn };
  }

  async function reviewed(task: Published, members: readonly Any[], failed: readonly (readonly string[])[] = []): Promise<void> {
    for (const seat of members) ok(await member(seat, 'PUT', '/review', await findings(seat, failed)), 200);
    expect((await world.query('SELECT state FROM evaluation WHERE task_id = $1', [task.id]))[0].state).not.toBe('checking');
  }

  async function complete(task: Published): Promise<Any[]> {
    await reviewed(task, await declared(task));
    return seats(task);
  }

  const POINTS = [['40', '20'], ['45', '25'], ['42', '24']] as const;

  async function published(prices = ['900000', '1000000', '1200000']): Promise<Published> {
    const task = await opened(prices);
    for (const seat of await complete(task)) ok(await member(seat, 'PUT', '/sheet', await sheet(seat, POINTS)), 200);
    ok(await act(task, 'publicity'), 200);
    return task;
  }

  it('the pool is the bureau’s: contacts sealed, looks recorded, one mailbox one expert', async () => {
    const add = (body: object, person: Person = world.supervisor): Promise<Answer<Any>> => person.post('/experts', body);
    const winner = (await world.query('SELECT name FROM organisation WHERE id = $1', [world.firm(1).orgId]))[0].name as string;
    const owner = (await world.query('SELECT name FROM organisation WHERE id = $1', [world.enterprise.orgId]))[0].name as string;
    for (let nth = 0; nth < 8; nth++) ok(await add({ ...EXPERT, name: `专家${nth}`, unit: `第${nth}设计院`, email: `expert${nth}@test.cn` }), 201);
    ok(await add({ ...EXPERT, name: '同单位', unit: ` ${winner} `, email: 'same@test.cn' }), 201);
    ok(await add({ ...EXPERT, name: '旧东家', unit: '退休', relatedUnits: [owner], email: 'former@test.cn' }), 201);
    ok(await add({ ...EXPERT, name: '别的专业', unit: '某某所', specialties: ['soil'], email: 'soil@test.cn' }), 201);
    expect((await add({ ...EXPERT, name: '重复', unit: '某某所', email: 'SAME@test.cn' })).body.errors[0]).toMatchObject({ pointer: '/email', code: 'taken' });
    for (const bad of [{ phone: '12' }, { email: 'x' }, { specialties: [] }, { specialties: ['magic'] }, { kind: 'any' }, { extra: 1 }]) expect((await add({ ...EXPERT, name: '某人', unit: '某某所', email: 'bad@test.cn', ...bad })).status).toBe(400);
    for (const person of [world.enterprise, world.firm(0)]) expect([(await add({ ...EXPERT }, person)).status, (await person.get('/experts')).status]).toEqual([403, 403]);
    const dump = JSON.stringify(await world.query('SELECT * FROM expert'));
    expect(dump).not.toContain('13800000000');
    expect(dump).not.toContain('expert0@test.cn');
    const list = async (query: string): Promise<Any> => ok(await world.supervisor.get(`/experts?${query}`), 200).body;
    expect((await list('q=设计院&sort=name')).items.map((one: Any) => one.name)).toEqual(['专家0', '专家1', '专家2', '专家3', '专家4', '专家5', '专家6', '专家7']);
    expect((await list('specialty=soil')).items).toHaveLength(1);
    const first = await list('limit=5&sort=name');
    expect((await list(`limit=50&sort=name&cursor=${first.nextCursor as string}`)).items).toHaveLength(6);
    expect(first.items[0].phone).toBeUndefined();
    const soil = (await list('specialty=soil')).items[0];
    expect((await world.supervisor.get(`/experts/${soil.id as string}/contact`)).body).toEqual({ phone: '13800000000', email: 'soil@test.cn' });
    expect(await world.audited(soil.id as string)).toEqual(['expert.add', 'expert.contact']);
    ok(await world.supervisor.patch(`/experts/${soil.id as string}`, { title: '教授级高工' }, { ifMatch: 1 }), 200);
    expect((await world.supervisor.post(`/experts/${soil.id as string}/status`, { status: 'suspended', reason: '本人申请' }, { ifMatch: 1 })).body.code).toBe('stale');
    ok(await world.supervisor.post(`/experts/${soil.id as string}/status`, { status: 'suspended', reason: '本人申请' }, { ifMatch: 2 }), 200);
    expect((await world.supervisor.get('/experts/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('criteria make a hundred points with the price, are fixed at the publication and open to all', async () => {
    const draft = await world.draft({ priceWeight: 20 });
    const path = `/service-tasks/${draft.id as string}`;
    const put = (over: object, ifMatch = 0, person = world.enterprise): Promise<Answer<Any>> => person.put(`${path}/evaluation-plan`, { ...PLAN, ...over }, { ifMatch });
    const pointer = async (over: object): Promise<string> => (await put(over)).body.errors[0].pointer as string;
    expect([await pointer({ committeeSize: 4 }), await pointer({ committeeSize: 3 }), await pointer({ representatives: 2 }), await pointer({ criteria: [{ name: '技术方案', guide: GUIDE, max: 81 }] }), await pointer({ formula: { kind: 'average-deviation', above: '1', below: '1', float: '50' } })])
      .toEqual(['/committeeSize', '/committeeSize', '/representatives', '/criteria', '/formula/float']);
    for (const bad of [{ formula: { kind: 'cheapest' } }, { formula: { kind: 'average-deviation' } }, { criteria: [{ name: '技', guide: GUIDE, max: 80 }] }, { weights: 1 }]) expect((await put(bad)).status).toBe(400);
    expect([(await put({}, 0, world.firm(0))).status, (await put({}, 0, world.otherEnterprise)).status, (await put({}, 0, world.supervisor)).status]).toEqual([404, 404, 403]);
    ok(await put({}), 200);
    expect((await put({})).body.code).toBe('stale');
    const changed = ok(await world.enterprise.patch(path, { priceWeight: 30 }, { ifMatch: draft.version as number }), 200).body;
    const key = await generateOpeningKey();
    const publish = (version: number): Promise<Answer<Any>> => world.enterprise.post(`${path}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: version });
    expect((await publish(changed.version as number)).body.errors[0].pointer).toBe('/criteria');
    const back = ok(await world.enterprise.patch(path, { priceWeight: 20 }, { ifMatch: changed.version as number }), 200).body;
    ok(await publish(back.version as number), 200);
    expect((await put({}, 1)).body.code).toBe('evaluation.plan-fixed');
    const { body } = ok(await world.house.anyone.get(`/public${path}/evaluation`), 200);
    expect(body.plan).toMatchObject({ priceWeight: 20, criteria: [{ name: '技术方案', max: 50 }, { name: '团队与业绩', max: 30 }] });
    expect(body.candidates).toEqual([]);
  });

  it('the draw leaves out interests, can be reckoned again, happens once, and a member who steps back is replaced', async () => {
    const task = await opened(['900000', '1000000', '1200000']);
    expect((await act(task, 'draw', {})).body.errors[0].pointer).toBe('/representatives');
    for (const person of [world.firm(0), world.supervisor]) expect((await act(task, 'draw', { representatives: [MEMBER] }, person)).status).toBe(403);
    expect((await act(task, 'draw', {}, world.otherEnterprise)).status).toBe(403);
    expect(codes(await Promise.all([1, 2].map(() => act(task, 'draw', { representatives: [MEMBER] }))))).toEqual(['200', 'validation']);
    expect((await act(task, 'draw', {})).body.code).toBe('evaluation.complete');
    const [lot] = await world.query('SELECT * FROM evaluation_draw WHERE task_id = $1', [task.id]);
    expect([lot.candidates.length, lot.excluded.length, lot.drawn.length]).toEqual([8, 2, 4]);
    expect(lot.seed).toBe(seedOf({ taskId: task.id, nth: 1, nonce: lot.nonce, digests: lot.digests }));
    expect(draw(lot.seed, lot.candidates, 4)).toEqual(lot.drawn);
    const seen = (await page(task)).body.seats as Any[];
    expect(seen.map(seat => seat.name)).toEqual(['企业代表甲', null, null, null, null]);
    expect(((await page(task, world.firm(0))).body.seats as Any[]).every(seat => seat.name === null)).toBe(true);
    expect(((await page(task, world.supervisor)).body.seats as Any[]).every(seat => seat.name !== null)).toBe(true);
    await world.runJobs();
    const [, second, third] = await seats(task);
    expect((await member('x.y', 'GET')).body.code).toBe('evaluation.link');
    expect((await member(`${NOBODY}.${links.tokenOf('evaluation-seat', second.id).split('.')[1] as string}`, 'GET')).status).toBe(404);
    expect((await member(links.tokenOf('invitation', second.id), 'GET')).status).toBe(404);
    const before = (await member(second, 'GET')).body;
    expect([before.bids, (before.bidders as string[]).length]).toEqual([[], 3]);
    expect((await member(second, 'PUT', '/sheet', { scores: [], priceVotes: [], comment: '', handIn: false })).body.code).toBe('evaluation.wrong-state');
    expect((await member(second, 'POST', '/declaration', { declaration: 'conflict' })).body.errors[0].pointer).toBe('/reason');
    ok(await member(second, 'POST', '/declaration', NONE), 204);
    expect((await member(second, 'POST', '/declaration', NONE)).body.code).toBe('evaluation.declared');
    ok(await member(second, 'POST', '/declaration', { declaration: 'conflict', reason: '亲属在投标机构任职' }), 204);
    expect((await member(second, 'GET')).body.code).toBe('evaluation.link');
    expect((await act(task, `seats/${third.id as string}/remove`, { reason: '同事举报其任顾问' })).status).toBe(403);
    expect((await act(task, `seats/${NOBODY}/remove`, { reason: '同事举报其任顾问' }, world.supervisor)).status).toBe(404);
    ok(await act(task, `seats/${third.id as string}/remove`, { reason: '同事举报其任顾问' }, world.supervisor), 200);
    const now = await seats(task);
    expect([now.length, now.some(seat => [second.id, third.id].includes(seat.id)), new Set(now.map(seat => seat.expert_id)).size]).toEqual([5, false, 5]);
    const draws = await world.query('SELECT seed, candidates, drawn FROM evaluation_draw WHERE task_id = $1 ORDER BY nth', [task.id]);
    expect(draws.map(one => draw(one.seed as string, one.candidates as string[], (one.drawn as string[]).length))).toEqual(draws.map(one => one.drawn));
    expect(draws.map(one => (one.candidates as string[]).length)).toEqual([8, 4, 3]);
    const told = JSON.stringify((await world.firm(0).get(`${task.path}/timeline`)).body);
    expect(told).toContain('重新抽取');
    for (const seat of [second, third]) expect(told).not.toContain(seat.name);
    expect(told).not.toContain('亲属');
  });

  describe('a relation of an expert', () => {
    const expertOf = async (name: string): Promise<Any> => (ok(await world.supervisor.get(`/experts?q=${encodeURIComponent(name)}`), 200).body.items as Any[]).find(one => one.name === name) as Any;
    const relate = async (expert: Any, relations: readonly Any[]): Promise<Any> => ok(await world.supervisor.patch(`/experts/${expert.id as string}`, { relations }, { ifMatch: expert.version as number }), 200).body;
    const bidderName = async (nth: number): Promise<string> => (await world.query('SELECT name FROM organisation WHERE id = $1', [world.firm(nth).orgId]))[0].name as string;
    const day = (years: number, days = 0): string => {
      const at = new Date(world.now + 8 * HOUR - days * DAY);
      return `${at.getUTCFullYear() - years}${at.toISOString().slice(4, 10)}`;
    };
    const seated = async (task: { id: string }): Promise<Any> => (await seats(task)).find(seat => seat.expert_id !== null) as Any;
    const known = async (seat: Any): Promise<Any> => ok(await world.supervisor.get(`/experts/${seat.expert_id as string}`), 200).body;

    it('with its kind and last day leaves out at the draw, by the years of the row, and the record names the reason', async () => {
      const [left, gone] = [await expertOf('专家0'), await expertOf('专家1')];
      expect((await world.supervisor.patch(`/experts/${left.id as string}`, { relations: [{ kind: 'friend', unit: '某某所' }] }, { ifMatch: left.version })).body.errors[0].pointer).toBe('/relations/0/kind');
      const until = day(2); // the clock goes on to the opening
      const restored = [await relate(left, [{ kind: 'employment', unit: await bidderName(0), until }]), await relate(gone, [{ kind: 'employment', unit: await bidderName(0), until: day(3, 2) }])];
      const task = await opened(['900000', '1000000', '1200000']);
      ok(await act(task, 'draw', { representatives: [MEMBER] }), 200);
      const [draw] = await world.query('SELECT candidates, excluded FROM evaluation_draw WHERE task_id = $1', [task.id]);
      expect((draw.excluded as Any[]).find(one => one.expertId === left.id)?.reasons[0].zh).toBe(`与投标机构有关系：劳动关系、董事或者监事任职（至 ${until}）`);
      expect([draw.candidates.includes(left.id), draw.candidates.includes(gone.id)]).toEqual([false, true]);
      for (const one of restored) await relate(one, []);
    });

    it('that becomes known while the committee works replaces the member and voids what was found; after the scores another panel judges', async () => {
      const task = await opened(['900000', '1000000', '1200000']);
      await complete(task);
      const seat = await seated(task);
      const expert = await relate(await known(seat), [{ kind: 'relative', unit: await bidderName(1), until: null }]);
      await world.runJobs();
      const [before] = await world.query('SELECT state, reason FROM evaluation_seat WHERE id = $1', [seat.id]);
      expect([before.state, before.reason, (await page(task)).body.state]).toEqual(['removed', '与投标机构有关系：近亲属任负责人或者任职', 'checking']);
      expect((await seats(task)).map(one => one.expert_id)).not.toContain(seat.expert_id);
      await relate(expert, []);
      for (const one of (await seats(task)).filter(each => each.state === 'asked')) ok(await member(one, 'POST', '/declaration', NONE), 204);
      for (const one of (await seats(task)).filter(each => each.reviewed_at === null)) ok(await member(one, 'PUT', '/review', await findings(one)), 200);
      for (const one of await seats(task)) ok(await member(one, 'PUT', '/sheet', await sheet(one, POINTS)), 200);
      ok(await act(task, 'publicity'), 200);
      const second = await seated(task);
      // one that begins only after the scores touched none of them
      const tomorrow = day(0, -1);
      const turned = await known(second);
      expect((await world.supervisor.patch(`/experts/${turned.id as string}`, { relations: [{ kind: 'contract', unit: await bidderName(2), since: tomorrow, until: day(0) }] }, { ifMatch: turned.version })).body.errors[0].pointer).toBe('/relations/0/until');
      expect((await relate(turned, [{ kind: 'contract', unit: await bidderName(2), since: tomorrow }])).relations[0]).toMatchObject({ since: tomorrow, until: null });
      await world.runJobs();
      expect([(await page(task)).body.state, (await page(task)).body.round]).toEqual(['publicity', 1]);
      const late = await relate(await known(second), [{ kind: 'contract', unit: await bidderName(2), until: day(1) }]);
      await world.runJobs();
      const after = (await page(task)).body;
      expect([after.state, after.round, after.candidates, after.rounds[0].remedy]).toEqual(['forming', 2, [], 'reevaluate']);
      expect(await world.told(task.id)).toEqual(expect.arrayContaining([expect.stringContaining('评审专家与当事人有利害关系')]));
      await relate(late, []);
      await world.runJobs();
      expect((await page(task)).body.round).toBe(2);
    });
  });

  it('scores stay sealed until all are in, then stand all at once; the candidates wait for the publicity', async () => {
    const task = await opened(['900000', '1000000', '1200000']);
    const members = await complete(task);
    const [first, ...others] = members;
    const good = await sheet(first, POINTS);
    const wrong = (over: Any, at = 0): Any => ({ ...good, scores: (good.scores as Any[]).map((one, nth) => (nth === at ? { ...one, ...over } : one)) });
    const pointerOf = async (body: Any): Promise<string> => (await member(first, 'PUT', '/sheet', body)).body.errors[0].pointer as string;
    expect([await pointerOf(wrong({ score: '50.1' })), await pointerOf(wrong({ score: '-1' })), await pointerOf(wrong({ bidId: NOBODY })), await pointerOf(wrong({ score: '10', reason: '' })), await pointerOf({ ...good, scores: good.scores.slice(1) }), await pointerOf({ ...good, priceVotes: [{ bidId: good.scores[0].bidId, reasonable: true, reason: '可以接受' }] })])
      .toEqual(['/scores/0/score', '/scores/0/score', '/scores/0', '/scores/0/reason', `/scores/${good.scores[0].bidId as string}/${good.scores[0].criterionId as string}`, '/priceVotes/0']);
    ok(await member(first, 'PUT', '/sheet', { ...good, scores: good.scores.slice(0, 1), comment: '独一无二的意见', handIn: false }), 200);
    ok(await member(first, 'PUT', '/sheet', { ...wrong({ score: '33.3' }), comment: '独一无二的意见' }), 200);
    for (const seat of others.slice(0, 3)) ok(await member(seat, 'PUT', '/sheet', await sheet(seat, POINTS)), 200);
    const dump = JSON.stringify(await world.query(`SELECT e.*, s.* FROM evaluation e JOIN evaluation_seat s USING (task_id) WHERE task_id = $1`, [task.id])) + JSON.stringify(await world.query('SELECT * FROM audit_entry WHERE subject_id = $1', [task.id]));
    for (const secret of ['33.3', '独一无二', '"score"']) expect(dump).not.toContain(secret);
    for (const person of [world.enterprise, world.supervisor, world.firm(0)]) {
      const { body } = await page(task, person);
      expect([body.result, body.candidates, JSON.stringify(body).includes('33.3')]).toEqual([null, [], false]);
      // the list of bids tells no more than the page: a score is nobody's, what passed the review is the bureau's
      const listed = (await judged(task, person)).body.items as Any[];
      expect([listed.length, listed.some(one => one.total !== null)]).toEqual([person === world.supervisor ? 3 : 0, false]);
    }
    expect((await member(others[0], 'GET')).body.sheet.scores[0].score).toBe('40');
    ok(await member(first, 'PUT', '/sheet', good), 200); // corrected in time
    const last = await sheet(others[3], POINTS);
    expect(codes(await Promise.all([1, 2].map(() => member(others[3], 'PUT', '/sheet', last))))).toEqual(['200', 'evaluation.wrong-state']);
    expect((await member(first, 'PUT', '/sheet', good)).body.code).toBe('evaluation.wrong-state');
    const { body } = await page(task);
    expect(body.result.lines.map((line: Any) => [line.rank, line.priceYuan, line.priceScore, line.technical, line.total]))
      .toEqual([[1, '1000000.00', '18.00', '70.00', '88.00'], [2, '1200000.00', '15.00', '66.00', '81.00'], [3, '900000.00', '20.00', '60.00', '80.00']]);
    expect(body.result.lines[0].priceZh).toBe('900000.00 ÷ 1000000.00 × 100 × 20% = 18.00');
    expect([body.result.sheets.length, body.bidCount]).toEqual([5, 3]);
    expect((await judged(task, world.enterprise, '?sort=-price&limit=2')).body.items.map((one: Any) => [one.priceYuan, one.rank, one.total])).toEqual([['1200000.00', 2, '81.00'], ['1000000.00', 1, '88.00']]);
    const [winner] = body.result.lines;
    const { body: detail } = ok(await judged(task, world.enterprise, `/${winner.bidId as string}`), 200);
    expect([detail.rank, detail.means.length, detail.sheets.length, detail.sheets.every((one: Any) => one.scores.length === 2)]).toEqual([1, 2, 5, true]);
    for (const stranger of [world.firm(0), world.otherEnterprise]) expect((await judged(task, stranger, `/${winner.bidId as string}`)).status).toBe(404);
    expect((body.seats as Any[]).every(seat => seat.name !== null)).toBe(true);
    expect([(await page(task, world.firm(0))).body.result, (await page(task, world.firm(0))).body.candidates]).toEqual([null, []]);
    await world.runJobs();
    const { reportFileId } = (await page(task)).body;
    const read = async (person: Person): Promise<number> => (await person.get(`/files/${reportFileId as string}/content`)).status;
    expect([await read(world.enterprise), await read(world.supervisor), await read(world.firm(0)), await read(world.otherEnterprise)]).toEqual([200, 200, 404, 404]);
    expect((await world.enterprise.post(`${task.path}/award`, { bidId: body.result.lines[0].bidId, reason: '得分最高，方案最好的一家' })).body.code).toBe('evaluation.award-first');
    expect((await world.house.anyone.get(`/public/service-tasks/${task.id}/evaluation`)).body.candidates).toEqual([]);
  });

  it('an objection stops the clock; the award waits, and goes to the first candidate or with reason to the next', async () => {
    const task = await published();
    const shown = (await world.house.anyone.get(`/public/service-tasks/${task.id}/evaluation`)).body;
    expect(shown.candidates.map((one: Any) => [one.rank, one.total])).toEqual([[1, '88.00'], [2, '81.00'], [3, '80.00']]);
    expect(JSON.stringify(shown)).not.toContain('专家');
    expect((await world.house.anyone.get('/public/candidate-notices?running=true')).body.items.map((one: Any) => one.id)).toContain(task.id);
    const mine = (await page(task, world.firm(0))).body.result;
    expect([mine.lines.length, mine.sheets, mine.lines[0].priceScore]).toEqual([1, [], '20.00']);
    const [own, ...more] = (await judged(task, world.firm(0))).body.items;
    expect([own.bidId, more]).toEqual([mine.lines[0].bidId, []]);
    expect((await judged(task, world.firm(0), `/${own.bidId as string}`)).body.sheets).toEqual([]);
    const { rank } = (await judged(task, world.enterprise, `?q=${encodeURIComponent(own.firmName as string)}`)).body.items[0];
    expect(rank).toBe(own.rank);
    const to = new Date(shown.publicity.to as string).getTime();
    expect(to - new Date(shown.publicity.from as string).getTime()).toBeGreaterThan(3 * DAY);
    const [first, second, third] = shown.candidates as Any[];
    const award = (bidId: string, reason = ''): Promise<Answer<Any>> => act(task, 'award', { bidId, reason });
    const text = '第一名的业绩证明与公开记录不符';
    for (const person of [world.enterprise, world.supervisor]) expect((await act(task, 'objections', { text }, person)).status).toBe(403);
    expect(codes(await Promise.all([1, 2].map(() => act(task, 'objections', { text }, world.firm(0)))))).toEqual(['200', 'evaluation.objection-open']);
    ok(await act(task, 'objections', { text }, world.firm(2)), 200);
    expect((await page(task, world.firm(0))).body.objections).toHaveLength(1);
    world.at(to + 2 * DAY);
    expect((await award(first.bidId as string)).body).toMatchObject({ code: 'evaluation.publicity-running', paused: true });
    const [one, two] = await world.query('SELECT id FROM evaluation_objection WHERE task_id = $1 ORDER BY raised_at, id', [task.id]);
    const answer = (id: string, body: object, person = world.enterprise): Promise<Answer<Any>> => act(task, `objections/${id}/answer`, { text: '经核对合同原件，业绩属实', upheld: false, ...body }, person);
    expect((await answer(one.id as string, {}, world.firm(0))).status).toBe(403);
    expect((await answer(NOBODY, {})).status).toBe(404);
    expect((await answer(one.id as string, { excludesBidId: first.bidId })).body.errors[0].pointer).toBe('/excludesBidId');
    expect((await answer(one.id as string, { upheld: true })).body.errors[0].pointer).toBe('/remedy');
    ok(await answer(one.id as string, {}), 200);
    expect((await answer(one.id as string, {})).status).toBe(404);
    expect((await page(task)).body.publicity.paused).toBe(true);
    ok(await answer(two.id as string, { upheld: true, remedy: 'next', excludesBidId: first.bidId, text: '业绩证明确有不实，取消候选人' }), 200);
    const after = (await page(task)).body;
    expect([after.publicity.paused, after.publicity.over, after.candidates[0].excluded, after.rounds[0].remedy]).toEqual([false, false, true, 'next']);
    expect((await award(second.bidId as string)).body.code).toBe('evaluation.publicity-running');
    world.at(new Date(after.publicity.to as string).getTime() + 1);
    expect((await act(task, 'objections', { text }, world.firm(1))).body.code).toBe('evaluation.objection-late');
    expect((await award(first.bidId as string, '还是选原来的第一名好了')).body.code).toBe('evaluation.not-candidate');
    expect((await award(third.bidId as string)).body.errors[0].pointer).toBe('/reason');
    expect((await award(NOBODY)).status).toBeGreaterThanOrEqual(400);
    expect(codes(await Promise.all([1, 2].map(() => award(second.bidId as string))))).toEqual(['200', 'task.wrong-state']);
    expect(await world.row(task.id)).toMatchObject({ state: 'awarded', awarded_bid_id: second.bidId, award_reason: '评标委员会推荐的第 2 名中标候选人，综合得分 81.00' });
    expect(((await page(task, world.firm(0))).body.seats as Any[]).every(seat => seat.name !== null)).toBe(true);
    expect((await world.house.anyone.get(`/public/service-tasks/${task.id}/evaluation`)).body).toMatchObject({ state: 'awarded', awardedPriceYuan: '1200000.00' });
    await world.runJobs();
    const kinds = (await world.audited(task.id)).filter(kind => kind.startsWith('task.evaluation') || kind === 'task.award');
    expect(kinds.slice(-9)).toEqual(['task.evaluation-revealed', 'task.evaluation-publicity', 'task.evaluation-objection', 'task.evaluation-objection', 'task.evaluation-answer', 'task.evaluation-answer', 'task.evaluation-remedy', 'task.evaluation-publicity', 'task.award']);
  });

  it('an award that is cancelled brings the next candidate: published anew, held while the bureau rules, chosen at its own price', async () => {
    const task = await published();
    const award = (bidId: string): Promise<Answer<Any>> => act(task, 'award', { bidId, reason: '' });
    const before = (await page(task)).body;
    const [first, second] = before.candidates as Any[];
    world.at(new Date(before.publicity.to as string).getTime() + 1);
    ok(await award(first.bidId as string), 200);
    const [bid] = await world.query('SELECT firm_id FROM bid WHERE id = $1', [first.bidId]);
    const winner = world.firms.find(one => one.orgId === bid.firm_id) as Person;
    const { id } = ok(await world.enterprise.post('/contracts', { taskId: task.id }), 201).body;
    const evidence = ok(await world.multipart(`/files?subjectType=award-cancellation&subjectId=${id as string}&purpose=evidence`, world.enterprise, [file('file', '复函.pdf', PDF)]), 201).body.id as string;
    const step = async (person: Person, row: Any, verb: string, body: object): Promise<Any> => ok(await person.post(`/award-cancellations/${row.id as string}/${verb}`, body, { ifMatch: row.version }), 200).body;
    const notice = ok(await world.enterprise.post(`/contracts/${id as string}/award-cancellations`, { ground: 'refused', reason: '机构复函拒绝签订合同', evidenceFileIds: [evidence] }), 201).body;
    const gone = await step(world.enterprise, await step(winner, notice, 'state', { text: '人员已调往其他项目', fileIds: [] }), 'cancel', { reason: '机构拒绝签约' });
    const anew = (await page(task)).body;
    expect([anew.state, anew.candidates[0].excluded, anew.candidates[1].excluded, anew.publicity.over, anew.publicity.paused]).toEqual(['publicity', true, false, false, false]);
    expect((await world.house.anyone.get('/public/candidate-notices?running=true')).body.items.find((one: Any) => one.id === task.id).firstCandidate).toBe(second.firmName);
    const open = await step(winner, gone, 'object', { text: '复函不是拒绝，是请求延期签约', fileIds: [] });
    world.at(world.now + 6 * DAY);
    expect((await page(task)).body.publicity.paused).toBe(true);
    expect((await award(second.bidId as string)).status).toBe(409);
    ok(await world.supervisor.post(`/award-cancellations/${open.id as string}/rule`, { verdict: 'upheld', reason: '复函明确拒绝签约，取消有据' }, { ifMatch: open.version }), 200);
    const resumed = (await page(task)).body;
    expect([resumed.publicity.paused, resumed.publicity.over, (await award(second.bidId as string)).body.code]).toEqual([false, false, 'evaluation.publicity-running']);
    world.at(new Date(resumed.publicity.to as string).getTime() + 1);
    expect((await award(first.bidId as string)).status).toBeGreaterThanOrEqual(400);
    ok(await award(second.bidId as string), 200);
    expect(await world.row(task.id)).toMatchObject({ state: 'awarded', awarded_bid_id: second.bidId, awarded_price_yuan: second.priceYuan });
  });

  it('bids are held against the published conditions: findings sealed, a majority on one condition puts a bid aside, nobody scores or chooses it', async () => {
    const task = await opened(['900000', '1000000', '1200000'], { plan: { ...PLAN, substantial: ['每季度到场采样一次'], validityDays: 90, ceilingYuan: '1100000.00' } });
    expect((await page(task)).body.plan.conditions.map((one: Any) => one.id)).toEqual(['qualification', 'requirement', 'requirement-1', 'form', 'validity', 'ceiling']);
    ok(await act(task, 'draw', { representatives: [MEMBER] }), 200);
    const asked = await seats(task);
    for (const seat of asked.slice(1)) ok(await member(seat, 'POST', '/declaration', NONE), 204);
    expect((await member(asked[1], 'PUT', '/review', { votes: [], handIn: false })).body.code).toBe('evaluation.wrong-state');
    ok(await member(asked[0], 'POST', '/declaration', NONE), 204);
    const [first, ...others] = await seats(task);
    const seen = (await member(first, 'GET')).body;
    expect([seen.evaluationState, seen.bids.length, (seen.bids as Any[]).map(bid => bid.facts.find((fact: Any) => fact.conditionId === 'ceiling').speaks)]).toEqual(['checking', 3, ['for', 'for', 'against']]);
    const good = await findings(first, [['form'], [], ['ceiling']]);
    const codeOf = async (body: Any): Promise<string[]> => ((await member(first, 'PUT', '/review', body)).body.errors as Any[]).map(one => one.pointer as string);
    const changed = (over: Any): Any => ({ ...good, votes: (good.votes as Any[]).map((one, nth) => (nth === 0 ? { ...one, ...over } : one)) });
    expect([await codeOf(changed({ reason: '' })), await codeOf(changed({ failed: ['too-dear'] })), await codeOf(changed({ bidId: NOBODY })), await codeOf({ ...good, votes: good.votes.slice(1) })])
      .toEqual([['/votes/0/reason'], ['/votes/0/failed'], ['/votes/0', `/votes/${good.votes[0].bidId as string}`], [`/votes/${good.votes[0].bidId as string}`]]);
    expect((await member(first, 'PUT', '/sheet', { scores: [], priceVotes: [], comment: '', handIn: false })).body.code).toBe('evaluation.wrong-state');
    ok(await member(first, 'PUT', '/review', good), 200);
    const dump = JSON.stringify(await world.query('SELECT * FROM evaluation_seat WHERE task_id = $1', [task.id])) + JSON.stringify(await world.query('SELECT * FROM audit_entry WHERE subject_id = $1', [task.id]));
    expect(dump).not.toContain('附件没有盖章');
    expect((await member(first, 'GET')).body.review.votes[0].failed).toEqual(['form']);
    // one more against the form of the first bid, three with other doubts: no condition has a majority; the price limit has four
    for (const [nth, failed] of [[['form'], [], ['ceiling']], [['validity'], [], ['ceiling']], [['requirement-1'], [], ['ceiling']], [[], [], []]].entries()) ok(await member(others[nth], 'PUT', '/review', await findings(others[nth], failed)), 200);
    const [, , dear] = await world.bidRows(task.id);
    expect([dear.rejected_at !== null, dear.rejection.stage]).toEqual([true, 'review']);
    expect((await page(task, world.supervisor)).body.review.findings.map((one: Any) => [one.responsive, one.failed])).toEqual([[true, []], [true, []], [false, ['ceiling']]]);
    for (const person of [world.enterprise, world.firm(2)]) expect((await page(task, person)).body.review).toBeNull();
    await world.runJobs();
    expect(JSON.stringify(await world.query(`SELECT * FROM notification WHERE subject_id = $1`, [task.id]))).not.toContain('最高限价');
    const state = (await member(first, 'GET')).body;
    expect([state.evaluationState, state.bids.length, state.outcome.left, state.outcome.findings[2].reasons.length]).toEqual(['scoring', 2, 2, 5]);
    const points = await sheet(first, POINTS);
    expect((await member(first, 'PUT', '/sheet', { ...points, scores: [...points.scores, { bidId: dear.id, criterionId: state.plan.criteria[0].id, score: '50', reason: '' }] })).body.errors[0]).toMatchObject({ pointer: '/scores/4', code: 'rejected' });
    for (const seat of await seats(task)) ok(await member(seat, 'PUT', '/sheet', await sheet(seat, POINTS)), 200);
    const { body } = await page(task);
    expect(body.result.lines.map((line: Any) => [line.priceYuan, line.priceScore])).toEqual([['1000000.00', '18.00'], ['900000.00', '20.00']]);
    ok(await act(task, 'publicity'), 200);
    world.at(new Date((await page(task)).body.publicity.to as string).getTime() + 1);
    for (const path of [`${task.path}/evaluation/award`, `${task.path}/award`]) expect((await world.enterprise.post(path, { bidId: dear.id, reason: '这一家以前合作过，比较熟悉' })).body.code).toBe('task.bid-not-awardable');
    const own = (await page(task, world.firm(2))).body.review.findings;
    expect([own.length, own[0].failed, own[0].reasons.length, own[0].reasons[0].seat, own[0].tally]).toEqual([1, ['ceiling'], 4, null, []]);
    expect((await page(task, world.firm(0))).body.review.findings.map((one: Any) => one.responsive)).toEqual([true]);
    expect((await judged(task, world.enterprise, '?outcome=unresponsive')).body.items.map((one: Any) => [one.bidId, one.priceYuan, one.total])).toEqual([[dear.id, '1200000.00', null]]);
    const rows = await sheetOf(await judged(task, world.enterprise, '/export?sort=rank'));
    expect(rows.map(row => [row[0], row[2], row[3]])).toEqual([['名次', '报价（元）', '结果'], [1, '1000000.00', '已评分'], [2, '900000.00', '已评分'], [null, '1200000.00', '否决：不符合条件']]);
    expect(String(rows[3]?.at(-1))).toContain('最高限价');
    expect(await sheetOf(await judged(task, world.firm(2), '/export'))).toHaveLength(2);
    // who reads the published task and has no part in it gets the headings
    expect(await sheetOf(await judged(task, world.otherEnterprise, '/export'))).toHaveLength(1);
    expect([(await judged(task, world.enterprise, '?sort=secret')).body.errors[0].pointer, (await judged(task, world.enterprise, '?cursor=zzz')).body.code]).toEqual(['/sort', 'cursor']);
    await world.runJobs();
    const told = await world.query(`SELECT org_id, body_zh FROM notification WHERE subject_id = $1 AND key LIKE '%rejected%'`, [task.id]);
    expect([told.length, told[0].org_id, told[0].body_zh.includes('报价不高于最高限价 1100000.00 元')]).toEqual([1, world.firm(2).orgId, true]);
    const report = pdf(await world.enterprise.get(`/files/${(await page(task)).body.reportFileId as string}/content`));
    for (const words of ['二、符合性审查', '每季度到场采样一次', '不符合（报价不高于最高限价1100000.00元），否决', '附件没有盖章', '审查SM2签名']) expect(report).toContain(words);
  });

  it('a member who is replaced after the review takes the finding along: the successor reviews anew, and where other bids are left the scores are void', async () => {
    const task = await opened(['900000', '1000000', '1200000']);
    const members = await declared(task);
    for (const [nth, seat] of members.entries()) ok(await member(seat, 'PUT', '/review', await findings(seat, [nth < 3 ? ['form'] : []])), 200);
    expect((await world.bidRows(task.id))[0].rejected_at).not.toBeNull();
    const [, second, third] = members;
    ok(await member(third, 'PUT', '/sheet', await sheet(third, POINTS)), 200);
    // were it a correction of some criteria, nothing would stand that it could leave as it was
    await world.query('UPDATE evaluation SET rescoring = ARRAY[$2::text] WHERE task_id = $1', [task.id, (await page(task)).body.plan.criteria[0].id]);
    ok(await act(task, `seats/${second.id as string}/remove`, { reason: '同事举报其任顾问' }, world.supervisor), 200);
    const anew = (await seats(task)).find(seat => seat.nth === second.nth);
    expect((await page(task)).body.state).toBe('checking');
    expect((await member(third, 'PUT', '/sheet', { scores: [], priceVotes: [], comment: '', handIn: false })).body.code).toBe('evaluation.wrong-state');
    ok(await member(anew, 'POST', '/declaration', NONE), 204);
    ok(await member(anew, 'PUT', '/review', await findings(anew)), 200);
    expect([(await world.bidRows(task.id))[0].rejected_at, (await page(task)).body.state]).toEqual([null, 'scoring']);
    expect((await member(third, 'GET')).body).toMatchObject({ sheet: null, handedInAt: null });
    expect((await member(third, 'GET')).body.bids).toHaveLength(3);
    expect((await page(task)).body.rescoring).toEqual([]);
  });

  it('with public money fewer than three responsive bids end the procurement with a report; a compulsory tender asks the panel whether they compete', async () => {
    const inquiry = await opened(['903000', '902000', '901000'], { plan: { ...PLAN, committeeSize: 3, criteria: [] }, over: { method: 'inquiry', funds: 'fiscal', subject: 'goods', budgetYuan: '1200000.00', priceWeight: 100, invitedFirmIds: world.firms.map(firm => firm.orgId), bidDeadline: new Date(world.now + 10 * DAY).toISOString() }, keys: true });
    await reviewed(inquiry, await declared(inquiry), [['form']]);
    expect(await world.row(inquiry.id)).toMatchObject({ state: 'failed', ended_reason: expect.stringContaining('少于 3 家') });
    await world.runJobs();
    const ended = (await page(inquiry)).body;
    expect([ended.state, ended.review.verdict, ended.review.left, ended.review.verified, typeof ended.reportFileId]).toEqual(['ended', 'fail', 2, false, 'string']);
    expect(pdf(await world.enterprise.get(`/files/${ended.reportFileId as string}/content`))).toContain('依法终止本次采购');
    expect((await page(inquiry, world.firm(0))).body.review.findings).toHaveLength(1);
    expect(await world.told(inquiry.id)).toEqual(expect.arrayContaining([expect.stringContaining('报价经审查不符合要求'), expect.stringContaining('审查后有效报价不足')]));
    const tender = { method: 'open', funds: 'state', subject: 'design', kind: 'consulting', budgetYuan: '1500000.00', bidDeadline: new Date(world.now + 30 * DAY).toISOString() };
    const judged = async (votes: readonly boolean[]): Promise<Published> => {
      const task = await opened(['1300000', '1310000', '1320000'], { over: { ...tender, bidDeadline: new Date(world.now + 30 * DAY).toISOString() }, keys: true });
      await reviewed(task, await declared(task), [[], ['form']]);
      expect((await page(task)).body.state).toBe('competition');
      const members = await seats(task);
      expect((await member(members[0], 'PUT', '/competition', { competitive: true, reason: '无' })).status).toBe(400);
      for (const [nth, competitive] of votes.entries()) ok(await member(members[nth], 'PUT', '/competition', { competitive, reason: `${nth + 1} 号的判断理由` }), 200);
      return task;
    };
    const goes = await judged([true, true, true, false, false]);
    expect([(await page(goes)).body.state, (await world.row(goes.id)).state]).toEqual(['scoring', 'opened']);
    const lacking = await judged([false, false, true, false, true]);
    expect(await world.row(lacking.id)).toMatchObject({ state: 'failed', ended_reason: expect.stringContaining('明显缺乏竞争') });
    ok(await world.enterprise.post(`${lacking.path}/again`, {}), 201);
  });

  describe('an upheld objection', () => {
    const text = '第一名的业绩证明与公开记录不符';
    const raised = async (task: Published, firm: Person): Promise<string> => {
      ok(await act(task, 'objections', { text }, firm), 200);
      return (await world.query('SELECT id FROM evaluation_objection WHERE task_id = $1 AND answered_at IS NULL ORDER BY raised_at DESC, id DESC LIMIT 1', [task.id]))[0].id as string;
    };
    const answer = (task: Published, id: string, body: object): Promise<Answer<Any>> => act(task, `objections/${id}/answer`, { text: '经核对原始材料，异议成立', upheld: true, ...body });

    it('is corrected by the same panel: the named criteria alone are scored again, the result is published anew and the former one stays to be read', async () => {
      const task = await published();
      const before = (await page(task)).body;
      const [quality, team] = before.plan.criteria as Any[];
      const id = await raised(task, world.firm(0));
      expect((await answer(task, id, { remedy: 'correct', criterionIds: [NOBODY] })).body.errors[0].pointer).toBe('/criterionIds');
      ok(await answer(task, id, { remedy: 'correct', criterionIds: [quality.id] }), 200);
      const now = (await page(task)).body;
      expect([now.state, now.round, now.rescoring, now.result, now.candidates, now.publicity]).toEqual(['scoring', 2, [quality.id], null, [], null]);
      expect(now.rounds.map((one: Any) => [one.round, one.remedy, one.candidates.map((each: Any) => each.total)])).toEqual([[1, 'correct', ['88.00', '81.00', '80.00']]]);
      expect((await world.house.anyone.get(`/public/service-tasks/${task.id}/evaluation`)).body.candidates).toEqual([]);
      expect((await act(task, 'award', { bidId: before.candidates[0].bidId, reason: '得分最高，方案最好的一家' })).body.code).toBe('evaluation.award-first');
      const members = await seats(task);
      const own = (await member(members[0], 'GET')).body;
      expect([own.rescoring, own.handedInAt, own.sheet.scores.length]).toEqual([[quality.id], null, 6]);
      const again = (criterionId: string, score: string): Any => ({ ...own.sheet, seat: undefined, handIn: true, scores: (own.sheet.scores as Any[]).map(one => (one.criterionId === criterionId && one.bidId === before.candidates[0].bidId ? { ...one, score } : one)) });
      expect((await member(members[0], 'PUT', '/sheet', again(team.id, '30'))).body.errors[0]).toMatchObject({ pointer: '/scores', code: 'locked' });
      // who takes a seat over fills all of it, and may change any of it until it is handed in: whole or not, nothing that was saved on the way binds
      const gone = members.find(seat => seat.kind === 'expert' && seat.id !== members[0].id);
      world.at(world.now + HOUR);
      ok(await act(task, `seats/${gone.id as string}/remove`, { reason: '与投标机构有往来，要求回避' }, world.supervisor), 200);
      const next = (await seats(task)).find(seat => seat.nth === gone.nth);
      expect(next.id).not.toBe(gone.id);
      ok(await member(next, 'POST', '/declaration', NONE), 204);
      await reviewed(task, [next]);
      const whole = await sheet(next, POINTS);
      ok(await member(next, 'PUT', '/sheet', { ...whole, handIn: false }), 200);
      expect([own.isBound, (await member(next, 'GET')).body.isBound]).toEqual([true, false]);
      const changed = { ...whole, scores: (whole.scores as Any[]).map(one => (one.criterionId === team.id && one.score !== '25' ? { ...one, score: '25' } : one)) };
      ok(await member(next, 'PUT', '/sheet', { ...changed, handIn: false }), 200);
      ok(await member(next, 'PUT', '/sheet', { ...again(quality.id, '35'), handIn: false }), 200);
      for (const seat of await seats(task)) ok(await member(seat, 'PUT', '/sheet', again(quality.id, '35')), 200);
      const after = (await page(task)).body;
      expect([after.state, after.rescoring, after.result.lines.map((line: Any) => line.total)]).toEqual(['revealed', [], ['81.00', '80.00', '78.00']]);
      expect((await act(task, 'award', { bidId: after.candidates[0].bidId, reason: '重新评分后得分最高的一家' })).body.code).toBe('evaluation.award-first');
      ok(await act(task, 'publicity'), 200);
      await world.runJobs();
      expect(pdf(await world.enterprise.get(`/files/${(await page(task)).body.reportFileId as string}/content`))).toContain('第1次评审结果因异议成立不再有效');
      expect((await world.told(task.id)).filter(line => line.includes('对评标结果的异议成立'))).toHaveLength(3);
      world.at(new Date((await page(task)).body.publicity.to as string).getTime() + 1);
      ok(await act(task, 'award', { bidId: after.candidates[0].bidId, reason: '' }), 200);
    });

    it('goes to another panel, in which nobody of the first one sits', async () => {
      const task = await published();
      const first = await seats(task);
      ok(await answer(task, await raised(task, world.firm(0)), { remedy: 'reevaluate' }), 200);
      const now = (await page(task)).body;
      expect([now.state, now.round, now.review, now.rounds[0].remedy]).toEqual(['forming', 2, null, 'reevaluate']);
      expect((await member(first[1], 'GET')).body.code).toBe('evaluation.link');
      expect((await act(task, 'draw', { representatives: [MEMBER] })).body.errors[0]).toMatchObject({ pointer: '/representatives', code: 'same-person' });
      ok(await act(task, 'draw', { representatives: [{ ...MEMBER, name: '企业代表乙', email: 'second@enterprise.test' }] }), 200);
      const second = await seats(task);
      expect(second.filter(seat => seat.expert_id !== null && first.some(one => one.expert_id === seat.expert_id))).toEqual([]);
      for (const seat of second) ok(await member(seat, 'POST', '/declaration', NONE), 204);
      await reviewed(task, second);
      for (const seat of second) ok(await member(seat, 'PUT', '/sheet', await sheet(seat, POINTS)), 200);
      ok(await act(task, 'publicity'), 200);
      const id = await raised(task, world.firm(1));
      ok(await answer(task, id, { upheld: false, text: '经核对，评审没有错误' }), 200);
      expect((await page(task)).body).toMatchObject({ state: 'publicity', round: 2, publicity: { paused: false } });
    });

    it('brings the next candidate, published anew for the whole period, or with the furthest of two remedies ends the procurement', async () => {
      const task = await published();
      const [first, second] = (await page(task)).body.candidates as Any[];
      const started = (await page(task)).body.publicity.from as string;
      world.at(world.now + DAY);
      ok(await answer(task, await raised(task, world.firm(0)), { remedy: 'next', excludesBidId: first.bidId }), 200);
      const anew = (await page(task)).body;
      expect([anew.state, anew.round, anew.candidates[0].excluded, anew.publicity.paused, anew.publicity.from > started]).toEqual(['publicity', 2, true, false, true]);
      expect(new Date(anew.publicity.to as string).getTime() - world.now).toBeGreaterThan(3 * DAY);
      const [one, two] = [await raised(task, world.firm(0)), await raised(task, world.firm(2))];
      ok(await answer(task, one, { remedy: 'next', excludesBidId: second.bidId }), 200);
      expect((await page(task)).body).toMatchObject({ state: 'publicity', round: 2 });
      ok(await answer(task, two, { remedy: 'retender' }), 200);
      expect(await world.row(task.id)).toMatchObject({ state: 'failed', ended_reason: expect.stringContaining('重新招标') });
      expect((await page(task)).body.rounds.map((row: Any) => row.remedy)).toEqual(['next', 'retender']);
      await world.runJobs();
      expect((await page(task)).body.state).toBe('ended');
      expect(ok(await world.enterprise.post(`${task.path}/again`, {}), 201).body).toMatchObject({ state: 'draft', attempt: 2 });
    });
  });

  describe('a complaint about the answer to an objection', () => {
    const text = '第一名的业绩证明与公开记录不符';
    let approver: Person;
    beforeAll(async () => {
      approver = await world.house.as('bureau.approver');
      await world.keepSignedIn();
    });
    const raised = async (task: Published, firm: Person): Promise<string> => {
      ok(await act(task, 'objections', { text }, firm), 200);
      return (await world.query('SELECT id FROM evaluation_objection WHERE task_id = $1 AND answered_at IS NULL', [task.id]))[0].id as string;
    };
    const refused = (task: Published, id: string): Promise<Answer<Any>> => act(task, `objections/${id}/answer`, { text: '经核对合同原件，业绩属实', upheld: false });
    const lodge = (task: Published, objectionId: string, person: Person): Promise<Answer<Any>> => act(task, 'complaints', { objectionId, demand: '责令重新评审', facts: '业绩合同的签订日期晚于投标截止日' }, person);
    const step = (person: Person, row: Any, verb: string, body: object, version = row.version as number): Promise<Answer<Any>> => person.post(`/tender-complaints/${row.id as string}/${verb}`, body, { ifMatch: version });
    const REASON = { reason: '调取了业绩合同，与投标文件不一致' };

    it('is lodged by who objected, within ten days of the answer or of the end of its time, once', async () => {
      const task = await published();
      const id = await raised(task, world.firm(0));
      expect((await lodge(task, id, world.firm(0))).body.code).toBe('tender-complaint.too-early');
      expect([(await lodge(task, id, world.firm(1))).body.code, (await lodge(task, NOBODY, world.firm(0))).body.code, (await lodge(task, id, world.enterprise)).status, (await lodge(task, id, world.supervisor)).status]).toEqual(['tender-complaint.no-objection', 'tender-complaint.no-objection', 403, 403]);
      const due = new Date((await world.query('SELECT due_at FROM evaluation_objection WHERE id = $1', [id]))[0].due_at as string).getTime();
      expect((await page(task, world.firm(0))).body.objections[0].complainUntil).toBeNull();
      world.at(due + 1);
      const until = new Date((await page(task, world.firm(0))).body.objections[0].complainUntil as string).getTime();
      expect([Math.round((until - due) / DAY) >= 10, (await page(task, world.enterprise)).body.objections[0].complainUntil]).toEqual([true, null]);
      world.at(until + 1);
      expect((await lodge(task, id, world.firm(0))).body.code).toBe('tender-complaint.late');
      world.at(until);
      expect(codes(await Promise.all([1, 2].map(() => lodge(task, id, world.firm(0)))))).toEqual(['201', 'tender-complaint.once']);
      const { complaintId } = (await page(task, world.firm(0))).body.objections[0];
      for (const person of [world.firm(0), world.enterprise, world.supervisor]) expect((await person.get(`/tender-complaints/${complaintId as string}`)).status).toBe(200);
      for (const person of [world.firm(1), world.otherEnterprise]) expect((await person.get(`/tender-complaints/${complaintId as string}`)).status).toBe(404);
      expect([(await world.firm(1).get('/tender-complaints')).body.items.length, (await world.firm(0).get('/tender-complaints?tab=open')).body.items.length]).toEqual([0, 1]);
      expect(await world.told(task.id)).toEqual(expect.arrayContaining([expect.stringContaining('收到对评标结果的投诉')]));
    });

    it('stops the procedure when the bureau says so, by an officer who had no hand in it, and when upheld is carried out like an objection', async () => {
      const task = await published();
      const [first] = (await page(task)).body.candidates as Any[];
      const id = await raised(task, world.firm(0));
      ok(await refused(task, id), 200);
      const row = ok(await lodge(task, id, world.firm(0)), 201).body;
      expect([row.state, row.actions, row.acceptDue ?? row.due]).toEqual(['lodged', ['withdraw', 'upload'], row.due]);
      await world.query(`INSERT INTO task_event (id, task_id, at, kind, actor_user_id, actor_name, audience, zh, en) SELECT uuidv7(), $1, now(), 'open', user_id, '见证人', 'owner', '见证开标', 'witnessed' FROM membership WHERE org_id = $2 AND 'bureau.supervisor' = ANY (roles) LIMIT 1`, [task.id, world.supervisor.orgId]);
      expect((await step(world.supervisor, row, 'accept', { noInterest: true })).body.code).toBe('tender-complaint.officer-involved');
      expect((await step(approver, row, 'accept', { noInterest: false })).status).toBe(400);
      expect((await step(world.firm(0), row, 'accept', { noInterest: true })).status).toBe(403);
      expect((await step(approver, row, 'decide', { noInterest: true, upheld: false, ...REASON })).body.code).toBe('tender-complaint.wrong-state');
      const accepted = ok(await step(approver, row, 'accept', { noInterest: true }), 200).body;
      expect([accepted.state, accepted.acceptedByName !== null, accepted.actions]).toEqual(['accepted', true, ['suspend', 'decide']]);
      const held = ok(await step(approver, accepted, 'suspend', REASON), 200).body;
      expect((await step(approver, accepted, 'suspend', REASON)).body.code).toBe('stale');
      world.at(new Date((await page(task)).body.publicity.to as string).getTime() + 2 * DAY);
      expect((await page(task)).body.publicity.paused).toBe(true);
      for (const refusal of [await act(task, 'award', { bidId: first.bidId, reason: '第一名候选人，得分最高' }), await world.enterprise.post(`${task.path}/no-award`, { reason: '本年度计划调整' }), await act(task, 'objections', { text }, world.firm(2))]) expect(refusal.body.code).toBe('evaluation.held');
      const lifted = ok(await step(approver, held, 'lift', REASON), 200).body;
      expect((await page(task)).body.publicity).toMatchObject({ paused: false, over: false });
      const again = ok(await step(approver, lifted, 'suspend', REASON), 200).body;
      expect((await step(approver, again, 'decide', { noInterest: true, upheld: true, ...REASON })).body.errors[0].pointer).toBe('/remedy');
      const decided = ok(await step(approver, again, 'decide', { noInterest: true, upheld: true, remedy: 'next', excludesBidId: first.bidId, ...REASON }), 200).body;
      expect([decided.state, decided.upheld, decided.remedy, decided.actions, decided.due]).toEqual(['decided', true, 'next', [], null]);
      const after = (await page(task)).body;
      expect([after.state, after.round, after.publicity.paused, after.rounds[0].remedy, after.candidates.find((one: Any) => one.bidId === first.bidId).excluded]).toEqual(['publicity', 2, false, 'next', true]);
      await world.runJobs();
      expect(await world.told(task.id)).toEqual(expect.arrayContaining([expect.stringContaining('对评标结果的投诉成立')]));
      expect((await world.audited(task.id)).filter(kind => kind.startsWith('task.evaluation-complaint'))).toEqual(['task.evaluation-complaint', 'task.evaluation-complaint-accept', 'task.evaluation-complaint-suspend', 'task.evaluation-complaint-lift', 'task.evaluation-complaint-suspend', 'task.evaluation-complaint-decide']);
    });

    it('is not taken up, taken back or rejected without touching the procedure; after the award it is decided without a remedy and holds back the contract', async () => {
      const task = await published();
      const lodged = async (firm: Person): Promise<Any> => {
        const id = await raised(task, firm);
        ok(await refused(task, id), 200);
        return ok(await lodge(task, id, firm), 201).body;
      };
      const [one, two, three] = [await lodged(world.firm(0)), await lodged(world.firm(1)), await lodged(world.firm(2))];
      expect(ok(await step(approver, one, 'refuse', { reason: '没有明确的请求和证明材料' }), 200).body).toMatchObject({ state: 'refused', actions: [] });
      expect(ok(await step(world.firm(1), two, 'withdraw', { reason: '经说明后已经理解' }), 200).body).toMatchObject({ state: 'withdrawn' });
      const accepted = ok(await step(approver, three, 'accept', { noInterest: true }), 200).body;
      const before = (await page(task)).body;
      world.at(new Date(before.publicity.to as string).getTime() + 1);
      ok(await act(task, 'award', { bidId: before.candidates[0].bidId, reason: '' }), 200);
      const held = ok(await step(approver, accepted, 'suspend', REASON), 200).body;
      await expect(world.house.api.get(TaskGuards).beforeSign(task.id)).rejects.toMatchObject({ code: 'evaluation.held' });
      expect((await step(approver, held, 'decide', { noInterest: true, upheld: true, remedy: 'retender', ...REASON })).body.code).toBe('tender-complaint.remedy-not-now');
      expect(held.choices).toMatchObject({ stage: 'unsigned', remedies: [] });
      expect(ok(await step(approver, held, 'decide', { noInterest: true, upheld: true, ...REASON }), 200).body).toMatchObject({ state: 'decided', upheld: true, remedy: null, affectsResult: true, waiting: false, outcomeZh: expect.stringContaining('自愿采购') });
      expect((await world.query('SELECT held FROM evaluation WHERE task_id = $1', [task.id]))[0].held).toBe(false);
      expect((await page(task)).body.state).toBe('awarded');
    });

    describe('after the award, with public money', () => {
      /** Awarded to the first candidate, with complaints of two bidders that were taken up. */
      async function awarded(regime: 'bidding-law' | 'government'): Promise<{ task: Published; rows: Any[]; winner: Person; candidates: Any[] }> {
        const task = await published();
        await world.query('UPDATE service_task SET regime = $2, listed = true WHERE id = $1', [task.id, regime]);
        const rows: Any[] = [];
        for (const firm of [world.firm(0), world.firm(1)]) {
          const id = await raised(task, firm);
          ok(await refused(task, id), 200);
          rows.push(ok(await step(approver, ok(await lodge(task, id, firm), 201).body, 'accept', { noInterest: true }), 200).body);
        }
        const { publicity, candidates } = (await page(task)).body;
        world.at(new Date(publicity.to as string).getTime() + 1);
        ok(await act(task, 'award', { bidId: candidates[0].bidId, reason: '' }), 200);
        const [bid] = await world.query('SELECT firm_id FROM bid WHERE id = $1', [candidates[0].bidId]);
        return { task, rows, candidates, winner: world.firms.find(one => one.orgId === bid.firm_id) as Person };
      }
      const seen = async (row: Any, person = approver): Promise<Any> => ok(await person.get(`/tender-complaints/${row.id as string}`), 200).body;
      const contractOf = async (task: Published): Promise<Any> => ok(await world.enterprise.post('/contracts', { taskId: task.id }), 201).body;
      async function signed(task: Published, winner: Person): Promise<Any> {
        let contract = await contractOf(task);
        for (const [person, verb, body] of [[world.enterprise, 'propose', {}], [winner, 'agree', {}], [world.enterprise, 'sign', { way: 'online' }], [winner, 'sign', { way: 'online' }]] as const)
          contract = ok(await person.post(`/contracts/${contract.id as string}/${verb}`, body, { ifMatch: contract.version as number }), 200).body;
        return contract;
      }
      const decision = { noInterest: true, upheld: true, ...REASON };

      it('an unsigned award is void, but nothing is carried out while another complaint suspends the procurement; then the furthest order is', async () => {
        const { task, rows: [one, two] } = await awarded('government');
        const contract = await contractOf(task);
        const held = ok(await step(approver, two, 'suspend', REASON), 200).body;
        expect((await seen(one)).choices).toMatchObject({ stage: 'unsigned', remedies: ['retender'], basis: expect.stringContaining('第三十二条') });
        expect([(await step(approver, one, 'decide', decision)).body.errors[0].pointer, (await step(approver, one, 'decide', { ...decision, remedy: 'next' })).body.errors[0].pointer, (await step(approver, one, 'decide', { ...decision, remedy: 'retender', affectsResult: false })).body.errors[0].pointer]).toEqual(['/remedy', '/remedy', '/remedy']);
        const ordered = ok(await step(approver, one, 'decide', { ...decision, remedy: 'retender' }), 200).body;
        expect([ordered.state, ordered.remedy, ordered.waiting, ordered.executedAt, (await world.row(task.id)).state]).toEqual(['decided', 'retender', true, null, 'awarded']);
        ok(await step(approver, held, 'lift', REASON), 200);
        expect(await seen(one)).toMatchObject({ waiting: false, executedAt: expect.any(String), outcomeZh: '认定中标（成交）结果无效；重新招标' });
        expect(await world.row(task.id)).toMatchObject({ state: 'failed', awarded_bid_id: null });
        expect((await world.enterprise.get(`/contracts/${contract.id as string}`)).body.state).toBe('lapsed');
        expect(ok(await step(approver, await seen(two), 'decide', decision), 200).body).toMatchObject({ remedy: null, outcomeZh: expect.stringContaining('采购已经结束') });
        ok(await world.enterprise.post(`${task.path}/again`, {}), 201);
        await world.runJobs();
        expect((await world.query('SELECT state FROM evaluation WHERE task_id = $1', [task.id]))[0].state).toBe('ended');
        const { records } = (await world.house.anyone.get(`/public/ocds/records/${(await world.query('SELECT ocid FROM ocds_release WHERE task_id = $1', [task.id]))[0].ocid as string}`)).body;
        expect([records[0].compiledRelease.awards.map((each: Any) => each.status), records[0].compiledRelease.tender.status]).toEqual([['cancelled', 'unsuccessful'], 'unsuccessful']);
      });

      it('a signed contract stands still while it is suspended, is revoked when nothing was performed, and the next candidate gets a contract of its own', async () => {
        const { task, rows: [one, two], winner, candidates } = await awarded('bidding-law');
        const contract = await signed(task, winner);
        await world.runJobs();
        const held = ok(await step(approver, one, 'suspend', REASON), 200).body;
        const delivery = { summary: '抢先提交', fileIds: [], milestoneId: contract.milestones[1].id };
        expect((await winner.post(`${task.path}/deliveries`, delivery)).body.code).toBe('evaluation.held');
        const fileId = ok(await world.multipart(`/files?subjectType=contract&subjectId=${contract.id as string}&purpose=voucher`, world.enterprise, [file('file', '凭证.pdf', PDF)]), 201).body.id as string;
        expect((await world.enterprise.post(`/contracts/${contract.id as string}/payments`, { milestoneId: contract.milestones[0].id, amountYuan: '1.00', paidOn: new Date(world.now + 8 * HOUR).toISOString().slice(0, 10), fileId })).body.code).toBe('evaluation.held');
        expect(held.choices).toMatchObject({ stage: 'unperformed', remedies: ['next', 'reevaluate', 'retender'] });
        expect(ok(await step(approver, held, 'decide', { ...decision, remedy: 'next' }), 200).body).toMatchObject({ waiting: false, outcomeZh: expect.stringContaining('撤销合同') });
        const after = (await page(task)).body;
        expect([after.state, after.round, after.candidates[0].excluded, after.candidates[1].excluded, after.publicity.over]).toEqual(['publicity', 2, true, false, false]);
        expect((await winner.get(`/contracts/${contract.id as string}`)).body).toMatchObject({ state: 'revoked', milestones: expect.arrayContaining([expect.objectContaining({ state: 'dropped' })]) });
        expect((await winner.post(`${task.path}/deliveries`, delivery)).status).toBeGreaterThanOrEqual(400);
        // the other complaint does not touch the result: nothing follows
        expect(ok(await step(approver, await seen(two), 'decide', { ...decision, affectsResult: false }), 200).body).toMatchObject({ upheld: true, affectsResult: false, remedy: null, outcomeZh: null });
        expect((await page(task)).body.round).toBe(2);
        world.at(new Date(after.publicity.to as string).getTime() + 1);
        ok(await act(task, 'award', { bidId: candidates[1].bidId, reason: '' }), 200);
        const next = await contractOf(task);
        expect([next.id === contract.id, next.state]).toEqual([false, 'draft']);
        await world.runJobs();
        const [{ ocid }] = await world.query('SELECT ocid FROM ocds_release WHERE task_id = $1', [task.id]);
        const { compiledRelease } = (await world.house.anyone.get(`/public/ocds/records/${ocid as string}`)).body.records[0];
        expect([compiledRelease.awards.map((each: Any) => each.status), compiledRelease.contracts.map((each: Any) => each.status)]).toEqual([['cancelled', 'active'], ['terminated']]);
      });

      it('another evaluation may choose the same bid; what was performed is only recorded', async () => {
        const { task, rows: [one, two], winner, candidates } = await awarded('bidding-law');
        ok(await step(approver, one, 'decide', { ...decision, remedy: 'reevaluate' }), 200);
        expect((await page(task)).body).toMatchObject({ state: 'forming', round: 2 });
        expect((await world.query('SELECT award_cancelled_at FROM bid WHERE id = $1', [candidates[0].bidId]))[0].award_cancelled_at).toBeNull();
        ok(await act(task, 'draw', { representatives: [{ ...MEMBER, name: '企业代表乙', email: 'second@enterprise.test' }] }), 200);
        for (const seat of await seats(task)) ok(await member(seat, 'POST', '/declaration', NONE), 204);
        await reviewed(task, await seats(task));
        for (const seat of await seats(task)) ok(await member(seat, 'PUT', '/sheet', await sheet(seat, POINTS)), 200);
        ok(await act(task, 'publicity'), 200);
        world.at(new Date((await page(task)).body.publicity.to as string).getTime() + 1);
        ok(await act(task, 'award', { bidId: candidates[0].bidId, reason: '' }), 200);
        const contract = await signed(task, winner);
        ok(await winner.post(`${task.path}/deliveries`, { summary: '第一阶段成果', fileIds: [], milestoneId: contract.milestones.find((each: Any) => each.state === 'open').id }), 201);
        const last = await seen(two);
        expect(last.choices).toMatchObject({ stage: 'performed', remedies: [] });
        expect((await step(approver, last, 'decide', { ...decision, remedy: 'retender' })).body.code).toBe('tender-complaint.remedy-not-now');
        expect(ok(await step(approver, last, 'decide', decision), 200).body).toMatchObject({ remedy: null, outcomeZh: expect.stringContaining('依法请求赔偿') });
        expect([(await world.row(task.id)).state, (await winner.get(`/contracts/${contract.id as string}`)).body.state]).toEqual(['delivered', 'active']);
        await world.runJobs();
        const [{ ocid }] = await world.query('SELECT ocid FROM ocds_release WHERE task_id = $1', [task.id]);
        const { awards } = (await world.house.anyone.get(`/public/ocds/records/${ocid as string}`)).body.records[0].compiledRelease;
        expect(awards.map((each: Any) => [each.id, each.status])).toEqual([[candidates[0].bidId, 'cancelled'], [`${candidates[0].bidId as string}-2`, 'active']]);
      });
    });
  });

  it('an abnormally low price is explained in writing and judged by the committee, never by a number alone', async () => {
    const task = await opened(['400000', '1000000', '1200000']);
    const members = await complete(task);
    const [asked] = (await page(task)).body.enquiries as Any[];
    // to the end of a day, and no day off: not in the middle of the night after a Friday
    expect(new Date(Date.parse(asked.dueAt as string) + 8 * HOUR).toISOString()).toMatch(/T23:59:59/);
    expect(asked.grounds.map((one: Any) => one.zh)).toEqual(['报价为全部有效报价平均值的 46.2%，低于 50%', '报价为预算的 33.3%，低于 45%']);
    expect([(await page(task, world.firm(0))).body.enquiries.length, (await page(task, world.firm(1))).body.enquiries.length]).toEqual([1, 0]);
    const explain = (person: Person): Promise<Answer<Any>> => act(task, 'explanation', { text: '自有实验室与车辆，采样路线合并，人工按实际工日计。' }, person);
    const vote = (reasonable: boolean): object => ({ priceVotes: [{ bidId: asked.bidId, reasonable, reason: reasonable ? '成本构成可信' : '人工单价不足最低工资' }] });
    const early = await sheet(members[0], POINTS, vote(false));
    expect((await member(members[0], 'PUT', '/sheet', early)).body.code).toBe('evaluation.explanation-open');
    ok(await member(members[0], 'PUT', '/sheet', { ...early, handIn: false }), 200);
    expect([(await explain(world.firm(1))).status, (await explain(world.enterprise)).status]).toEqual([404, 403]);
    expect(codes(await Promise.all([1, 2].map(() => explain(world.firm(0)))))).toEqual(['200', 'evaluation.explanation-late']);
    expect((await member(members[1], 'GET')).body.bids[0].enquiry.answer).toContain('采样路线合并');
    expect((await member(members[0], 'PUT', '/sheet', { ...early, priceVotes: [] })).body.errors[0].pointer).toBe(`/priceVotes/${asked.bidId as string}`);
    for (const [nth, seat] of members.entries()) ok(await member(seat, 'PUT', '/sheet', await sheet(seat, POINTS, vote(nth > 2))), 200);
    const { body } = await page(task);
    expect(body.result.rejected.map((one: Any) => [one.priceYuan, one.reasonable, one.unreasonable, one.reasons.length])).toEqual([['400000.00', 2, 3, 3]]);
    // without the rejected bid the base is the lowest of the others
    expect(body.result.lines.map((line: Any) => [line.priceYuan, line.priceScore])).toEqual([['1000000.00', '20.00'], ['1200000.00', '16.67']]);
    ok(await world.enterprise.post(`${task.path}/no-award`, { reason: '本年度计划调整' }), 200);
    await world.runJobs();
    expect((await page(task)).body.state).toBe('ended');
  });

  it('three judge a government inquiry: the lowest that meets the notice, with public money the result is public', async () => {
    const invited = { method: 'inquiry', funds: 'fiscal', subject: 'goods', budgetYuan: '1200000.00', priceWeight: 100, invitedFirmIds: world.firms.map(firm => firm.orgId), bidDeadline: new Date(world.now + 10 * DAY).toISOString() };
    const retire = await world.bureauKeys();
    const task = await opened(['903000', '902000', '901000'], { plan: { ...PLAN, committeeSize: 3, criteria: [] }, over: invited });
    await retire();
    const panel = await complete(task);
    expect(panel.map(seat => seat.kind)).toEqual(['representative', 'expert', 'expert']);
    for (const seat of panel) ok(await member(seat, 'PUT', '/sheet', await sheet(seat, [])), 200);
    // the panel judges by law: the client does not throw the bids out because it knows the prices
    expect((await world.enterprise.post(`${task.path}/no-award`, { reason: '价格不理想，另行组织' })).body.errors).toEqual([expect.objectContaining({ pointer: '/approvalNumber', code: 'approval-needed' })]);
    const mornings = async (): Promise<string[]> => {
      for (const _ of [1, 2]) await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('evaluation.remind', 'quick', '{}')`);
      await world.runJobs();
      return (await world.query(`SELECT DISTINCT key, title_zh FROM notification WHERE subject_id = $1 AND key LIKE '%:remind:%' ORDER BY key`, [task.id])).map(row => (row.title_zh as string).split('：')[0] as string);
    };
    world.at(new Date((await page(task)).body.publicity.due as string).getTime() - HOUR);
    expect(await mornings()).toEqual(['请公示中标候选人，今天到期']);
    ok(await act(task, 'publicity'), 200);
    world.at(new Date((await page(task)).body.publicity.to as string).getTime() + 12 * HOUR);
    expect(await mornings()).toEqual(['公示期满，可以定标', '请公示中标候选人，今天到期']);
    const [first, second] = (await page(task)).body.candidates as Any[];
    expect([first.priceYuan, first.total]).toEqual(['901000.00', '100.00']);
    expect((await act(task, 'award', { bidId: second.bidId, reason: '第二名的业绩更多一些，更放心' })).body.code).toBe('task.lowest-only');
    ok(await act(task, 'award', { bidId: first.bidId, reason: '' }), 200);
    expect(ok(await world.house.anyone.get(`/public/service-tasks/${task.id}`), 200).body.awardReason).toBe('询价小组推荐的第 1 名中标候选人，综合得分 100.00');
    await world.runJobs();
    expect((await world.query('SELECT bid_price_yuan, sign_by_law FROM contract WHERE task_id = $1', [task.id]))[0]).toEqual({ bid_price_yuan: '901000.00', sign_by_law: true });
  });

  it('a pool that is too small draws nobody, and says how many are missing', async () => {
    const task = await opened(['900000'], { plan: { ...PLAN, committeeSize: 13, representatives: 0 } });
    expect((await act(task, 'draw', {})).body).toMatchObject({ code: 'evaluation.pool-too-small', missing: 4 });
    expect(await seats(task)).toEqual([]);
    const alone = await world.opened();
    expect((await act(alone, 'draw', {})).body.code).toBe('evaluation.no-plan');
    ok(await world.enterprise.post(`${alone.path}/award`, { bidId: alone.bids[0].id, reason: '' }), 200); // a voluntary task without committee as before
  });

  it('a sheet of 500 bids by 15 criteria with long reasons is taken, findings as many as well; what else a member sends stays short', async () => {
    const criteria = Array.from({ length: 15 }, (_, nth) => ({ name: `第${nth + 1}项评分`, guide: GUIDE, max: nth === 0 ? 10 : 5 }));
    const task = await opened(['900000', '1000000', '1200000'], { plan: { ...PLAN, criteria } });
    const [first] = await complete(task);
    await world.query(
      `INSERT INTO bid SELECT copy.* FROM (SELECT * FROM bid WHERE task_id = $1 AND state = 'opened' ORDER BY id LIMIT 1) one, generate_series(1, 497) n,
       jsonb_populate_record(NULL::bid, to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(), 'firm_id', gen_random_uuid(), 'digest', md5(n::text) || md5(n::text))) copy`, [task.id]);
    const { scores } = await sheet(first, []);
    const long = (scores as Any[]).map(one => ({ ...one, reason: '说'.repeat(500) }));
    expect(long).toHaveLength(7500);
    const { body } = ok(await member(first, 'PUT', '/sheet', { scores: long, priceVotes: [], comment: '', handIn: false }), 200);
    expect((body.sheet as Any).scores).toHaveLength(7500);
    // the review is over here: what counts is that its findings were read
    const votes = long.filter((_, nth) => nth % 15 === 0).map(one => ({ bidId: one.bidId as string, failed: [], reason: '查'.repeat(1000) }));
    expect((await member(first, 'PUT', '/review', { votes, handIn: false })).body.code).toBe('evaluation.wrong-state');
    expect((await member(first, 'POST', '/declaration', { declaration: 'conflict', reason: '长'.repeat(500_000) })).status).toBe(413);
  });
});
