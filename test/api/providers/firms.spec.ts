import { StandingRound } from '@huanbao/providers';
import { Any, codes, DAY, file, MarketWorld, ok, Person } from '../marketplace/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Firms: their profile, their qualifications, the public register. */
describe('service firms', () => {
  let world: MarketWorld;
  let firm: Person;
  let reviewer: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    firm = world.firm(0);
    reviewer = await world.house.as('bureau.reviewer');
  });
  afterAll(() => world.end());

  let made = 0;
  const content = (over: Any = {}): Any => ({ kind: '运维服务', number: `证-${++made}`, scope: '在线监测设备运维', issuer: '山西省环境保护产业协会', validFrom: '2026-01-01', validTo: '2028-12-31', ...over });
  const add = async (over: Any = {}, person = firm): Promise<Any> => ok(await person.post('/firms/me/qualifications', content(over)), 201).body;
  const put = (body: Any, version: number, person = firm): Promise<Any> => person.put('/firms/me/profile', body, { ifMatch: version });
  const profile = (over: Any = {}): Any => ({ intro: '从事废气、废水、噪声监测，出具报告。', regions: ['141181'], services: [{ kind: 'testing', stage: 'operation', title: '自行监测' }], ...over });

  it('keep their own profile, by the version they saw', async () => {
    const before = ok(await firm.get('/firms/me/profile'), 200).body;
    const answers = await Promise.all([put(profile(), before.version as number), put(profile({ intro: '另一个人写的介绍，十个字以上' }), before.version as number)]);
    expect(answers.map(one => one.body.code ?? one.status).sort()).toEqual([200, 'stale']);
    const [row] = await world.query('SELECT version, listed FROM firm_profile WHERE firm_id = $1', [firm.orgId]);
    expect(row).toEqual({ version: before.version + 1, listed: true });
    expect((await put(profile(), 0)).body.code).toBe('stale');
    expect((await world.enterprise.get('/firms/me/profile')).status).toBe(403);
    expect((await world.house.anyone.get('/firms/me/profile')).status).toBe(401);
  });

  it.each([
    ['a short introduction', { intro: '监测' }, '/intro'], ['blanks', { intro: ' '.repeat(20) }, '/intro'], ['a region in words', { regions: ['孝义'] }, '/regions'],
    ['an unknown service', { services: [{ kind: 'x', stage: 'operation', title: '监测' }] }, '/services/0/kind'], ['an unknown field', { score: '5.00' }, '/score'],
  ])('are told what is wrong with %s in a profile', async (_what, over, pointer) => {
    const { version } = ok(await firm.get('/firms/me/profile'), 200).body as { version: number };
    const answer = await put(profile(over), version);
    expect([answer.status, answer.body.errors.map((one: Any) => one.pointer)]).toEqual([400, expect.arrayContaining([pointer])]);
    expect(ok(await firm.get('/firms/me/profile'), 200).body.version).toBe(version);
  });

  it.each([
    ['an unknown kind', { kind: '祖传' }, '/kind'], ['no number', { number: ' ' }, '/number'], ['a day that does not exist', { validTo: '2027-02-30' }, '/validTo'],
    ['a time for a day', { validFrom: '2026-01-01T00:00:00Z' }, '/validFrom'], ['dates the wrong way round', { validTo: '2025-12-31' }, '/validTo'],
    ['somebody else’s scan', { fileId: '018f0000-0000-7000-8000-00000000dead' }, '/fileId'], ['a state of its own', { state: 'verified' }, '/state'],
  ])('are told what is wrong with %s in a qualification', async (_what, over, pointer) => {
    const before = await world.query('SELECT count(*) AS n FROM qualification');
    const answer = await firm.post('/firms/me/qualifications', content(over));
    expect([answer.status, (answer.body.errors as Any[]).map(one => one.pointer)]).toEqual([400, expect.arrayContaining([pointer])]);
    expect(await world.query('SELECT count(*) AS n FROM qualification')).toEqual(before);
  });

  it('enter a certificate once, with its scan, and a rejected number may be entered again', async () => {
    const scan = ok(await world.multipart(`/files?subjectType=firm&subjectId=${firm.orgId}&purpose=qualification`, firm, [file('file', 'cma.pdf', PDF)]), 201).body.id as string;
    const body = content({ fileId: scan });
    const answers = await Promise.all([firm.post('/firms/me/qualifications', body), world.firm(1).post('/firms/me/qualifications', { ...body, fileId: null })]);
    expect(codes(answers).map(one => (one === '201' ? one : 'refused'))).toEqual(['201', 'refused']);
    expect(answers.find(one => one.status === 400)?.body.errors[0].code).toBe('number-taken');
    expect((await world.firm(1).post('/firms/me/qualifications', content({ fileId: scan }))).body.errors[0].code).toBe('file');
    expect((await world.firm(1).get(`/files/${scan}/content`)).status).toBe(404);
    expect((await reviewer.get(`/files/${scan}/content`)).status).toBe(200);
    const key = { key: 'qualification-key-1' };
    const twice = content();
    expect([(await firm.post('/firms/me/qualifications', twice, key)).body.id]).toEqual([(await firm.post('/firms/me/qualifications', twice, key)).body.id]);
    const rejected = await add();
    ok(await reviewer.post(`/qualifications/${rejected.id as string}/reject`, { reason: '编号与扫描件不符' }, { ifMatch: 1 }), 200);
    await add({ number: rejected.number });
  });

  it('are verified by the bureau of the region, as seen, once, and told', async () => {
    const q = await add();
    const path = `/qualifications/${q.id as string}`;
    for (const person of [firm, world.firm(1), world.enterprise, await world.house.as('bureau.admin')]) expect((await person.post(`${path}/verify`, {}, { ifMatch: 1 })).status).toBe(403);
    expect((await reviewer.post(`${path}/verify`)).status).toBe(428);
    expect((await reviewer.post(`${path}/reject`, { reason: '不' }, { ifMatch: 1 })).status).toBe(400);
    ok(await firm.patch(`/firms/me${path}`, content({ number: q.number, scope: '悄悄改大的范围' }), { ifMatch: 1 }), 200);
    expect((await reviewer.post(`${path}/verify`, {}, { ifMatch: 1 })).body.code).toBe('stale'); // what the officer saw is not what is there
    const answers = await Promise.all([reviewer.post(`${path}/verify`, {}, { ifMatch: 2 }), reviewer.post(`${path}/reject`, { reason: '编号不符' }, { ifMatch: 2 })]);
    expect(codes(answers)).toEqual(['200', 'qualification.reviewed']);
    await world.runJobs();
    await world.query(`UPDATE outbox SET done_at = NULL, attempts = 0 WHERE payload->>'qualificationId' = $1`, [q.id]);
    await world.runJobs();
    expect(await world.query('SELECT count(*) AS n FROM notification WHERE subject_id = $1', [q.id])).toEqual([{ n: '1' }]);
    await world.query(`UPDATE qualification SET region_code = '110000' WHERE id = $1`, [q.id]);
    expect((await reviewer.post(`${path}/verify`, {}, { ifMatch: 3 })).status).toBe(404);
    expect((await reviewer.get('/qualifications?state=verified&limit=100')).body.items.map((one: Any) => one.id)).not.toContain(q.id);
  });

  it('lose the right that a certificate gave when it changes, ends or goes', async () => {
    const q = await add({ validFrom: '2025-01-01', validTo: '2026-11-22' });
    expect((await reviewer.post(`/qualifications/${q.id as string}/verify`, {}, { ifMatch: 1 })).body.code).toBe('qualification.expired');
    const good = await add();
    const path = `/firms/me/qualifications/${good.id as string}`;
    ok(await reviewer.post(`/qualifications/${good.id as string}/verify`, {}, { ifMatch: 1 }), 200);
    expect((await world.firm(1).patch(path, content(), { ifMatch: 2 })).status).toBe(404);
    expect((await firm.patch(path, content(), { ifMatch: 1 })).body.code).toBe('stale');
    expect(ok(await firm.patch(path, content({ number: good.number }), { ifMatch: 2 }), 200).body.state).toBe('pending');
    const shown = ok(await world.house.anyone.get(`/public/firms/${firm.orgId}`), 200).body;
    expect(shown.qualifications.map((one: Any) => one.number)).not.toContain(good.number);
    expect(await world.query(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [good.id])).toEqual(['add', 'verified', 'change'].map(verb => ({ action: `qualification.${verb}` })));
  });

  it('are reminded 90, 60, 30 and 7 days before and on the last day, once each, and a missed day is made up', async () => {
    const q = await add({ validTo: '2027-06-30' });
    ok(await reviewer.post(`/qualifications/${q.id as string}/verify`, {}, { ifMatch: 1 }), 200);
    await world.runJobs();
    const last = Date.parse('2027-06-30T04:00:00Z');
    for (const before of [91, 90, 61, 60, 60, 29, 7, 6, 0]) {
      world.at(last - before * DAY);
      await world.house.worker.get(StandingRound).remind({}, world.delivery);
    }
    world.at(Date.parse('2026-11-23T02:00:00Z'));
    const titles = (await world.query(`SELECT title_zh FROM notification WHERE subject_id = $1 AND title_zh LIKE '%到期%' ORDER BY id`, [q.id])).map((row: Any) => row.title_zh as string);
    expect(titles).toEqual(['90', '60', '29', '7'].map(days => `“运维服务”资质还有 ${days} 天到期`).concat('“运维服务”资质今天到期'));
  });

  it('stand in the public register while they are active: searched by two characters, paged, filtered', async () => {
    await world.moreFirms(25);
    const anyone = world.house.anyone;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Any = ok(await anyone.get(`/public/firms?limit=10${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`), 200).body;
      seen.push(...(page.items as Any[]).map(one => one.firmId as string));
      cursor = page.nextCursor as string | null;
    }
    expect(new Set(seen).size).toBe(28);
    expect(seen).toHaveLength(28);
    const find = async (query: string): Promise<string[]> => (ok(await anyone.get(`/public/firms?${query}`), 200).body.items as Any[]).map(one => one.firmName as string);
    expect(await find(`q=${encodeURIComponent('汾河')}`)).toEqual(['汾河环保科技有限公司（示例）']);
    expect(await find(`q=${encodeURIComponent('不存在的公司')}`)).toEqual([]);
    expect(await find('kind=consulting')).toEqual(['吕梁山环保管家服务有限公司（示例）']);
    for (const bad of ['q=a', 'kind=x', 'limit=1000', 'cursor=xyz', `cursor=${Buffer.from('["a","b"]').toString('base64url')}`, 'colour=red']) expect([bad, (await anyone.get(`/public/firms?${bad}`)).status]).toEqual([bad, 400]);
    expect((await anyone.get('/public/firms/x')).status).toBe(404);
    const { id: intake } = (await world.query(`SELECT id FROM organisation WHERE id = $1`, [world.firm(1).orgId]))[0];
    ok(await world.supervisor.post(`/organisations/${intake as string}/suspend`, { reason: '出具虚假报告' }), 200);
    await world.runJobs();
    expect((await anyone.get(`/public/firms/${intake as string}`)).status).toBe(404);
    expect(await find(`q=${encodeURIComponent('汾河')}`)).toEqual([]);
  });
});
