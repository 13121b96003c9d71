import { randomUUID } from 'node:crypto';
import { drawWorkbook } from '@huanbao/sheets';
import { exchange } from '../../harness/http';
import { Any, Answer, Person, PermitWorld } from '../permits/world';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const BOUNDARY = 'hb-complaints-boundary';

const ok = (answer: Answer<Any>, status: number): Any => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const errors = ({ body }: Answer<Any>): string[] => ((body.errors ?? []) as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);

/** From the report of somebody without an account to the rating of the answer. */
describe('complaints', () => {
  let world: PermitWorld;
  let anyone: Person;
  let intake: Person;
  let enforcer: Person;
  let supervisor: Person;
  beforeAll(async () => {
    world = await PermitWorld.begin();
    anyone = world.anyone;
    [intake, enforcer, supervisor] = [await world.as('bureau.intake'), await world.as('bureau.enforcer'), await world.as('bureau.supervisor')];
    await world.db.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await world.db.query(`UPDATE app_user SET password_changed_at = '2100-01-01'`);
  });
  afterAll(() => world.end());

  const facts = (over: Any = {}): Any => ({ subject: 'odour', place: '经济开发区南门', lng: 111.762, lat: 37.112, what: '夜里有刺鼻的焦油味', ...over });
  const report = (over: Any = {}): Promise<Answer<Any>> => anyone.post('/public/complaints', { clientId: randomUUID(), ...facts(over) });
  const row = async (number: string): Promise<Any> => (await world.db.query<Any>('SELECT c.*, k.state, k.due_on::text AS due_on, k.version FROM complaint c JOIN case_record k ON k.id = c.id WHERE c.number = $1', [number]))[0];
  const track = (key: Any): Promise<Answer<Any>> => anyone.post('/public/complaints/track', key);
  const step = async (person: Person, number: string, action: string, body: Any = {}): Promise<Answer<Any>> => {
    const { id, version } = await row(number);
    return person.post(`/complaints/${id as string}/${action}`, body, { ifMatch: version as number });
  };
  const accepted = async (over: Any = {}): Promise<Any> => {
    const key = ok(await report(over), 201);
    ok(await step(intake, key.number as string, 'accept', {}), 200);
    ok(await step(enforcer, key.number as string, 'begin'), 200);
    return key;
  };
  const ANSWER = { outcome: 'confirmed', answer: '现场检查发现储罐呼吸口破损，已责令三日内修复。', note: '内部：见执法记录' };
  const send = async (key: Any, bytes: Buffer, name = '现场.png'): Promise<Answer<Any>> => {
    const payload = Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    const reply = await exchange(world.api, { method: 'POST', url: '/api/v1/public/complaints/files', payload, headers: { 'x-client': 'api', 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'x-complaint-number': key.number as string, 'x-query-code': key.code as string } });
    return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
  };

  it('is reported without an account, and the same report twice is one', async () => {
    const clientId = randomUUID();
    const both = await Promise.all([1, 2].map(() => report({ clientId })));
    expect(both.map(one => one.status)).toEqual([201, 201]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(both[0]?.body).toEqual({ number: expect.stringMatching(/^JB-2026-\d+$/) as string, code: expect.stringMatching(/^[2-9A-Z]{8}$/) as string });
    expect((await world.db.query('SELECT 1 FROM complaint WHERE client_id = $1', [clientId])).length).toBe(1);
    // two working days after Monday the 23rd
    expect(await row(both[0]?.body.number as string)).toMatchObject({ state: 'received', due_on: '2026-11-25', informant: null, is_named: false, channel: 'web' });
    expect((await world.db.query(`SELECT 1 FROM notification WHERE topic = 'complaint' AND link LIKE '%/complaints/%'`)).length).toBeGreaterThan(0);
  });

  it('says what to mend, field by field', async () => {
    expect(errors(await report({ subject: 'weather' }))).toEqual(['/subject isIn']);
    expect(errors(await report({ lat: null }))).toEqual(['/lat point']);
    expect(errors(await report({ lng: 121.4, lat: 31.2 }))).toEqual(['/lat outside']);
    expect(errors(await report({ happenedOn: '2026-11-24' }))).toEqual(['/happenedOn future']);
    expect(errors(await report({ wantsReply: true }))).toEqual(['/phone phone']);
    expect((await report({ what: '短' })).status).toBe(400);
    expect((await report({ what: '长'.repeat(4001) })).status).toBe(400);
    expect((await report({ surprise: 1 })).status).toBe(400);
    expect((await report({ what: 'x'.repeat(3_000_000) })).status).toBe(413);
    expect((await anyone.post('/public/complaints', facts())).status).toBe(400);
  });

  it('keeps a script as the words it is', async () => {
    const key = ok(await report({ what: SCRIPT, place: `西门${SCRIPT}` }), 201);
    expect((await row(key.number as string)).what).toBe(SCRIPT);
    expect((await track(key)).body).toMatchObject({ what: SCRIPT });
    expect((await track(key)).headers['content-type']).toContain('application/json');
    const { id } = await row(key.number as string);
    const sheet = await intake.get(`/complaints/export?q=${encodeURIComponent('onerror')}`);
    expect(sheet.status).toBe(200);
    expect((await intake.get(`/complaints/${id as string}`)).body.what).toBe(SCRIPT);
  });

  it('stops a flood from one address, and nobody else', async () => {
    const from = (ip: string, over: Any = {}): Promise<Any> => exchange(world.api, { method: 'POST', url: '/api/v1/public/complaints', ip, headers: { 'x-client': 'api' }, payload: { clientId: randomUUID(), ...facts(over) } });
    const before = (await world.db.query<Any>('SELECT count(*)::int AS n FROM complaint'))[0].n as number;
    await world.db.query(`UPDATE complaint_sender SET reports = 30000`);
    const refused = await from('203.0.113.7');
    const other = await from('203.0.113.8');
    const full = await report();
    expect(full.status).toBe(429);
    expect(full.body).toMatchObject({ code: 'complaint.too-many', retryAfterSeconds: expect.any(Number) as number });
    expect((await world.db.query<Any>('SELECT count(*)::int AS n FROM complaint'))[0].n).toBe(before + [refused, other].filter(one => one.status === 201).length);
    expect((await world.db.query<Any>('SELECT subject FROM complaint_sender')).every(one => !String(one.subject).includes('.'))).toBe(true);
    // the window is over
    await world.db.query(`UPDATE complaint_sender SET window_start = window_start - interval '61 minutes'`);
    expect((await report()).status).toBe(201);
  });

  it('is followed by number and code, and a wrong code answers like an unknown number', async () => {
    const key = ok(await report(), 201);
    expect(ok(await track({ number: (key.number as string).toLowerCase(), code: (key.code as string).toLowerCase() }), 200)).toMatchObject({ number: key.number, state: 'received', answer: null, mayRate: false, mayAddFiles: true, progress: { clock: { total: 2, dayType: 'workday' } } });
    for (const wrong of [{ ...key, code: 'AAAAAAAA' }, { number: 'JB-2026-999999', code: key.code }]) expect(await track(wrong)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await anyone.get(`/public/cases/${key.number as string}?code=${key.code as string}`)).body.number).toBe(key.number);
  });

  it('takes photos of whoever has the code, looks at them by content, and keeps them from others', async () => {
    const key = ok(await report(), 201);
    expect(ok(await send(key, PNG), 201)).toEqual({ name: '现场.png', files: 1 });
    expect((await send({ ...key, code: 'AAAAAAAA' }, PNG)).status).toBe(404);
    expect((await send(key, Buffer.from('MZ\x90\x00this program cannot be run in DOS mode'), 'photo.png')).status).toBe(415);
    expect((await send(key, Buffer.from('<html><script>alert(1)</script></html>'), 'photo.png')).status).toBe(415);
    expect((await send(key, PNG, 'photo.pdf')).status).toBe(415);
    for (let n = 2; n <= 9; n++) ok(await send(key, PNG), 201);
    expect(await send(key, PNG)).toMatchObject({ status: 422, body: { code: 'complaint.files-full' } });
    const { id } = await row(key.number as string);
    const files = ok(await intake.get(`/files?subjectType=complaint&subjectId=${id as string}`), 200) as Any[];
    expect(files).toHaveLength(9);
    expect((await intake.get(`/files/${files[0].id as string}/content`)).status).toBe(200);
    expect((await intake.delete(`/files/${files[0].id as string}`)).status).toBeGreaterThanOrEqual(400);
    for (const person of [anyone, await world.as('enterprise.admin'), await world.as('bureau.reviewer')]) expect([401, 404]).toContain((await person.get(`/files/${files[0].id as string}/content`)).status);
  });

  it('hides the informant: encrypted, masked by absence, seen by named posts with a reason, each look on record', async () => {
    const key = ok(await report({ name: '示例甲', phone: '13800000009', wantsReply: true }), 201);
    const { id, informant, search } = await row(key.number as string);
    expect(`${informant as string}${search as string}`).not.toMatch(/示例甲|13800000009/);
    for (const person of [intake, enforcer, supervisor]) {
      const text = JSON.stringify((await person.get(`/complaints/${id as string}`)).body) + JSON.stringify((await person.get('/complaints')).body);
      expect(text).not.toMatch(/示例甲|13800000009/);
    }
    expect((await enforcer.post(`/complaints/${id as string}/informant`, { reason: '回访核实情况' })).status).toBe(403);
    expect((await intake.post(`/complaints/${id as string}/informant`, { reason: '' })).status).toBe(400);
    expect(ok(await intake.post(`/complaints/${id as string}/informant`, { reason: '回访核实情况' }), 200)).toEqual({ name: '示例甲', phone: '13800000009' });
    expect((await intake.get(`/complaints/${id as string}`)).body.informantLooks).toEqual([expect.objectContaining({ reason: '回访核实情况' })]);
    expect((await enforcer.get(`/complaints/${id as string}`)).body).toMatchObject({ informantLooks: [], isNamed: true, hasPhone: true });
    expect(await world.db.query(`SELECT details->>'reason' AS reason FROM audit_entry WHERE action = 'complaint.informant-read' AND subject_id = $1`, [id])).toEqual([{ reason: '回访核实情况' }]);
    await expect(world.db.query('DELETE FROM complaint_informant_look')).rejects.toThrow(/append-only/);
    expect((await world.db.query<Any>(`SELECT 1 FROM audit_entry WHERE details::text LIKE '%13800000009%' OR details::text LIKE '%示例甲%'`)).length).toBe(0);
    const anonymous = await row(ok(await report(), 201).number as string);
    expect((await intake.post(`/complaints/${anonymous.id as string}/informant`, { reason: '回访核实情况' })).body.code).toBe('complaint.no-informant');
  });

  it('is judged by the window only, once, and enforcement is told', async () => {
    const { number } = ok(await report(), 201);
    const { id, version } = await row(number as string);
    for (const person of [enforcer, await world.as('bureau.reviewer'), await world.as('enterprise.admin')]) expect([403, 404]).toContain((await person.post(`/complaints/${id as string}/accept`, {}, { ifMatch: version as number })).status);
    expect((await intake.post(`/complaints/${id as string}/accept`, {}, { ifMatch: 99 })).status).toBe(412);
    const both = await Promise.all([intake, supervisor].map(person => person.post(`/complaints/${id as string}/accept`, {}, { ifMatch: version as number })));
    expect(both.map(one => one.status).sort()).toEqual([200, 412]);
    // two working days to start it; sixty days after the 23rd, moved past the weekend, to answer
    expect(await row(number as string)).toMatchObject({ state: 'accepted', due_on: '2026-11-25' });
    expect((await step(intake, number as string, 'begin')).status).toBe(403);
    ok(await step(enforcer, number as string, 'begin'), 200);
    expect(await row(number as string)).toMatchObject({ state: 'handling', due_on: '2027-01-22' });
    expect((await world.db.query(`SELECT 1 FROM outbox WHERE job = 'complaint.accepted'`)).length).toBe(0);
    expect((await world.db.query(`SELECT 1 FROM notification WHERE key = $1`, [`complaint:${id as string}:accepted`])).length).toBeGreaterThan(0);
    const refused = ok(await report(), 201);
    expect((await step(intake, refused.number as string, 'refuse', { reason: '' })).status).toBe(400);
    ok(await step(intake, refused.number as string, 'refuse', { reason: '反映的事项不属于环境污染。' }), 200);
    expect((await track(refused)).body).toMatchObject({ state: 'refused', refusedReason: '反映的事项不属于环境污染。', mayAddFiles: false });
    expect(await send(refused, PNG)).toMatchObject({ status: 409, body: { code: 'complaint.ended' } });
  });

  it('goes to the unit the dated table names, or to another authority', async () => {
    const base = { regionCode: '141181', placeWords: [], unit: '综合中队', kind: 'own', basis: '内设机构分工', effectiveFrom: '2026-01-01' };
    expect((await intake.post('/complaint-routes', base)).status).toBe(403);
    expect((await supervisor.post('/complaint-routes', { ...base, regionCode: '110101' })).status).toBeGreaterThanOrEqual(403);
    expect(errors(await supervisor.post('/complaint-routes', { ...base, effectiveTo: '2025-01-01' }))).toEqual(['/effectiveTo order']);
    ok(await supervisor.post('/complaint-routes', base), 201);
    const park = ok(await supervisor.post('/complaint-routes', { ...base, subject: 'odour', placeWords: ['开发区'], unit: '开发区中队' }), 201);
    ok(await supervisor.post('/complaint-routes', { ...base, subject: 'smoke', kind: 'other', unit: '城市管理局', phone: '12345' }), 201);
    const first = ok(await report(), 201);
    const { id } = await row(first.number as string);
    expect((await intake.get(`/complaints/${id as string}`)).body.suggestion).toMatchObject({ unit: '开发区中队', kind: 'own' });
    ok(await step(intake, first.number as string, 'accept', {}), 200);
    expect(await row(first.number as string)).toMatchObject({ unit: '开发区中队', route_id: park.id });
    expect((await supervisor.put(`/complaint-routes/${park.id as string}`, { ...base, subject: 'odour', placeWords: ['开发区'], unit: '开发区中队', effectiveTo: '2026-11-22' }, { ifMatch: 9 })).status).toBe(412);
    ok(await supervisor.put(`/complaint-routes/${park.id as string}`, { ...base, subject: 'odour', placeWords: ['开发区'], unit: '开发区中队', effectiveTo: '2026-11-22' }, { ifMatch: 1 }), 200);
    expect(await row(first.number as string)).toMatchObject({ unit: '开发区中队' });
    const second = ok(await report(), 201);
    expect((await intake.get(`/complaints/${(await row(second.number as string)).id as string}`)).body.suggestion.unit).toBe('综合中队');
    const smoke = ok(await report({ subject: 'smoke' }), 201);
    ok(await step(intake, smoke.number as string, 'refer', { to: '城市管理局（12345）', reason: '餐饮油烟由该局负责，材料已转交。' }), 200);
    expect((await track(smoke)).body).toMatchObject({ state: 'referred', referredTo: '城市管理局（12345）' });
    expect(ok(await enforcer.get('/complaint-routes?tab=past'), 200).items).toHaveLength(1);
  });

  it('is claimed, handed over, extended once, answered, called back and rated', async () => {
    const key = await accepted({ name: '示例乙', phone: '13800000010' });
    const { id } = await row(key.number as string);
    ok(await enforcer.post(`/cases/${id as string}/claim`), 200);
    expect((await enforcer.get('/complaints?claimed=mine')).body.items).toEqual([expect.objectContaining({ number: key.number })]);
    ok(await enforcer.post(`/cases/${id as string}/release`), 200);
    ok(await enforcer.post(`/cases/${id as string}/claim`), 200);
    // asked for by who handles it, decided by somebody else, once
    const more = { days: 30, reason: '需要等待监测报告' };
    const yes = { granted: true, reason: '同意，抓紧办理' };
    expect((await step(supervisor, key.number as string, 'extend', yes)).body.code).toBe('complaint.extension-not-asked');
    expect(errors(await step(enforcer, key.number as string, 'extension', { ...more, days: 31 }))).toEqual(['/days days']);
    ok(await step(enforcer, key.number as string, 'extension', more), 200);
    expect((await step(enforcer, key.number as string, 'extension', more)).body.code).toBe('complaint.extension-asked');
    expect((await step(enforcer, key.number as string, 'extend', yes)).status).toBe(403);
    ok(await step(supervisor, key.number as string, 'extend', { granted: false, reason: '先补充现场监测' }), 200);
    expect((await row(key.number as string)).due_on).toBe('2027-01-22');
    ok(await step(enforcer, key.number as string, 'extension', more), 200);
    ok(await step(supervisor, key.number as string, 'extend', yes), 200);
    expect((await row(key.number as string)).due_on).toBe('2027-02-22');
    expect((await step(enforcer, key.number as string, 'extension', { ...more, days: 1 })).body.code).toBe('complaint.extended');
    expect((await anyone.post('/public/complaints/rating', { ...key, satisfaction: 'satisfied' })).body.code).toBe('complaint.not-answered');
    expect((await step(intake, key.number as string, 'answer', ANSWER)).status).toBe(403);
    ok(await step(enforcer, key.number as string, 'answer', ANSWER), 200);
    const seen = ok(await track(key), 200);
    expect(seen).toMatchObject({ state: 'answered', answer: { outcome: 'confirmed', text: ANSWER.answer }, mayRate: true });
    expect(JSON.stringify(seen)).not.toMatch(/内部|示例乙|13800000010/);
    const rating = { ...key, satisfaction: 'dissatisfied', words: '晚上还有味道' };
    const both = await Promise.all([anyone.post('/public/complaints/rating', rating), anyone.post('/public/complaints/rating', rating)]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    expect((await track(key)).body).toMatchObject({ state: 'disputed', disputes: [{ level: 'first', state: 'open', reason: '晚上还有味道' }] });
    ok(await step(intake, key.number as string, 'judge', { decision: 'reopen', reason: '举报人反映夜间，首次检查在白天，重新办理。' }), 200);
    expect((await track(key)).body).toMatchObject({ state: 'accepted', answer: null, mayRate: false, rounds: [{ round: 1, answer: ANSWER.answer }, { round: 2, because: 'dissatisfied', answer: null }] });
    ok(await step(enforcer, key.number as string, 'begin'), 200);
    ok(await step(enforcer, key.number as string, 'answer', { ...ANSWER, answer: '夜间复查，管道已更换，厂界监测合格。' }), 200);
    ok(await step(intake, key.number as string, 'close', { reached: true, words: '已电话告知，表示满意', satisfaction: 'satisfied' }), 200);
    expect((await track(key)).body).toMatchObject({ state: 'closed', satisfaction: 'satisfied', answer: { text: '夜间复查，管道已更换，厂界监测合格。' } });
    expect((await step(intake, key.number as string, 'close', { reached: true, words: '再一次' })).body.code).toBe('case.wrong-state');
  });

  it('merges reports of one problem; all reporters read the answer and rate it', async () => {
    const place = '梧桐镇焦化园区';
    const [first, second, third] = [await accepted({ place }), ok(await report({ place, lng: 111.7621, lat: 37.1121 }), 201), ok(await report({ place: '焦化园区东侧', lng: 111.7625, lat: 37.1125 }), 201)];
    const far = ok(await report({ place: '另一处地方', lng: 111.9, lat: 37.0 }), 201);
    const loud = ok(await report({ place, subject: 'noise' }), 201);
    const [a, b, c] = [await row(first.number as string), await row(second.number as string), await row(third.number as string)];
    const alike = (await intake.get(`/complaints/${b.id as string}`)).body.alike as Any[];
    expect(alike.map(one => one.id)).toContain(a.id);
    expect(alike.map(one => one.id)).not.toContain((await row(far.number as string)).id);
    // neither of another place nor of another subject, nor into one that is closed
    for (const one of [far, loud]) expect(errors(await step(intake, one.number as string, 'merge', { parentId: a.id }))).toEqual(['/parentId other']);
    expect(errors(await step(intake, second.number as string, 'merge', { parentId: b.id }))).toEqual(['/parentId parent']);
    ok(await step(intake, third.number as string, 'merge', { parentId: b.id }), 200);
    ok(await step(intake, second.number as string, 'merge', { parentId: a.id }), 200);
    expect((await row(third.number as string)).parent_id).toBe(a.id);
    expect((await intake.get(`/complaints/${a.id as string}`)).body.children).toHaveLength(2);
    ok(await step(enforcer, first.number as string, 'answer', ANSWER), 200);
    for (const key of [first, second, third]) {
      expect((await track(key)).body).toMatchObject({ number: key.number, answer: { text: ANSWER.answer }, mayRate: true });
      ok(await anyone.post('/public/complaints/rating', { ...key, satisfaction: 'satisfied' }), 200);
    }
    expect(JSON.stringify((await track(second)).body)).not.toContain(first.number as string);
    expect((await step(intake, first.number as string, 'merge', { parentId: c.id })).status).toBeGreaterThanOrEqual(400);
    ok(await step(intake, first.number as string, 'close', { reached: true, words: '已电话告知' }), 200);
    const late = ok(await report({ place, lng: 111.7621, lat: 37.1121 }), 201);
    expect(errors(await step(intake, late.number as string, 'merge', { parentId: a.id }))).toEqual(['/parentId parent']);
  });

  it('two reports merged into each other at once: one is merged, none is lost', async () => {
    const [one, two] = [ok(await report(), 201), ok(await report(), 201)];
    const [a, b] = [await row(one.number as string), await row(two.number as string)];
    const both = await Promise.all([step(intake, one.number as string, 'merge', { parentId: b.id }), step(supervisor, two.number as string, 'merge', { parentId: a.id })]);
    expect(both.map(answer => answer.status).sort()).toEqual([200, 400]);
  });

  it('is entered for a caller and a visitor, and an import twice is refused', async () => {
    const entered = ok(await intake.post('/complaints', { ...facts({ name: '示例丙', phone: '13800000011' }), channel: 'phone' }, { key: randomUUID() }), 201);
    expect(await row(entered.number as string)).toMatchObject({ channel: 'phone', due_on: '2026-11-26', received_by_name: expect.any(String) as string });
    expect((await anyone.post('/complaints', { ...facts(), channel: 'phone' })).status).toBe(401);
    expect(errors(await intake.post('/complaints', { ...facts(), channel: 'web' }))).toEqual(['/channel isIn']);
    ok(await enforcer.post('/complaints', { ...facts(), channel: 'import', externalNumber: 'SX-12345-1' }), 201);
    expect(errors(await enforcer.post('/complaints', { ...facts(), channel: 'import', externalNumber: 'SX-12345-1' }))).toEqual(['/externalNumber taken']);
    expect((await intake.get('/complaints?q=SX-12345-1')).body.items).toHaveLength(1);
    const put = ok(await enforcer.put(`/complaints/${entered.id as string}/classification`, { subject: 'air', place: '核对后的地点', enterpriseId: (await world.as('enterprise.admin')).orgId }), 200);
    expect(put).toMatchObject({ subject: 'air', enterpriseName: expect.any(String) as string });
    expect(errors(await enforcer.put(`/complaints/${entered.id as string}/classification`, { subject: 'air', place: '核对后的地点', enterpriseId: randomUUID() }))).toEqual(['/enterpriseId enterprise']);
  });

  it('comes in by Excel: each row on its own, bad cells by address, the same file again adds nothing', async () => {
    const template = await intake.get('/complaint-import/template');
    expect(template.status).toBe(200);
    expect((await enforcer.get('/complaint-import/template')).status).toBe(403);
    const column = (key: string, zh: string): Any => ({ key, label: { zh, en: key }, type: 'text' });
    const columns = [column('a', '来件编号'), column('b', '污染类型'), column('c', '地点'), column('d', '反映内容'), column('e', '举报人电话')];
    const row = (a: string, over: Any = {}): Any => ({ a, b: '扬尘', c: '料场', d: '料堆没有盖，刮风时都是灰', e: '13800000020', ...over });
    const book = await drawWorkbook([{ table: { title: '投诉举报', columns }, rows: [row('SX-1'), row('SX-2', { b: '天气' }), row('SX-3', { d: '短' }), row('SX-4', { e: '电话' })], example: false }] as Any);
    const sendBook = async (): Promise<Any> => {
      const payload = Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`), book, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
      return (await exchange(world.api, { method: 'POST', url: '/api/v1/complaint-import', payload, headers: { ...intake.headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } })).json;
    };
    const first = await sendBook();
    expect(first).toMatchObject({ accepted: 1, existing: 0, refused: 3 });
    expect((first.problems as Any[]).map(one => (one.address as string).replace(/\d+/, ''))).toEqual(expect.arrayContaining(['B', 'D', 'E']));
    expect(JSON.stringify(first)).not.toContain('13800000020');
    expect(await sendBook()).toMatchObject({ accepted: 0, existing: 1, refused: 3 });
    expect(await world.db.query(`SELECT channel, has_phone FROM complaint WHERE external_number = 'SX-1'`)).toEqual([{ channel: 'import', has_phone: true }]);
  });

  it('lists by page, order and filter without losing or doubling a row', async () => {
    for (const sort of ['received', '-received', 'due', '-due']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { items, nextCursor } = ok(await intake.get(`/complaints?limit=3&sort=${sort}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`), 200) as Any;
        seen.push(...(items as Any[]).map(one => one.id as string));
        cursor = nextCursor as string | null;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength((await world.db.query<Any>('SELECT count(*)::int AS n FROM complaint'))[0].n as number);
    }
    expect((ok(await intake.get('/complaints?tab=ended&subject=smoke'), 200).items as Any[]).every(one => one.state === 'referred')).toBe(true);
    expect(ok(await intake.get('/complaints?overdue=true'), 200).items).toEqual([]);
    expect((await intake.get('/complaints?sort=place')).status).toBe(400);
    for (const person of [await world.as('enterprise.admin'), await world.as('firm.manager'), await world.as('bureau.reviewer')]) expect((await person.get('/complaints')).status).toBe(403);
    // a queue of its own: not that of the permits
    expect(ok(await intake.get('/cases?matter=permits'), 200).items).toEqual([]);
  });

  it('counts, and draws where complaints come from', async () => {
    const figures = ok(await enforcer.get('/complaint-figures'), 200);
    const [rows] = await world.db.query<Any>('SELECT count(*)::int AS n, count(answered_at)::int AS answered FROM complaint');
    expect(figures).toMatchObject({ received: rows.n, answered: rows.answered, answeredInTime: rows.answered, overdue: 0 });
    expect((figures.bySubject as Any[]).reduce((sum, one) => sum + (one.count as number), 0)).toBe(rows.n);
    expect((figures.byMonth as Any[])[0]).toMatchObject({ month: '2026-11', received: rows.n });
    const map = ok(await enforcer.get('/complaint-figures/hot-spots?subject=odour'), 200);
    expect(map.spots[0]).toMatchObject({ count: expect.any(Number) as number, complaints: expect.any(Array) as Any[] });
    expect((map.spots as Any[]).reduce((sum, one) => sum + (one.count as number), 0)).toBe(map.placed);
    expect(errors(await enforcer.get('/complaint-figures?from=2026-12-01&to=2026-01-01'))).toEqual(['/to order']);
    expect((await intake.get('/complaint-figures/export')).status).toBe(200);
    expect((await enforcer.get('/complaint-figures/export')).status).toBe(403);
  });

  it('is overdue by the clock, and the supervisor is told', async () => {
    const key = ok(await report(), 201);
    world.clock.set(new Date('2026-11-26T02:00:00Z'));
    const late = ok(await intake.get(`/complaints/${(await row(key.number as string)).id as string}`), 200);
    expect(late.case.clocks[0]).toMatchObject({ state: 'overdue', dueDate: '2026-11-25' });
    ok(await step(intake, key.number as string, 'accept', {}), 200);
    expect(ok(await enforcer.get('/complaint-figures'), 200)).toMatchObject({ judgedInTime: expect.any(Number) as number });
    const [row2] = await world.db.query<Any>(`SELECT acceptance_due::text AS due, (accepted_at AT TIME ZONE 'Asia/Shanghai')::date::text AS accepted FROM complaint WHERE number = $1`, [key.number]);
    expect(row2).toEqual({ due: '2026-11-25', accepted: '2026-11-26' });
  });
});
