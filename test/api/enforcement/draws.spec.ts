import { addDays } from '@huanbao/calendar';
import { CreditLedger } from '@huanbao/credit';
import { PositiveService } from '@huanbao/enforcement';
import { canonicalJson, newId, sm3, systemActor } from '@huanbao/platform';
import { Any, MarketWorld, ok, Person } from '../marketplace/world';

const REASON = { reason: '测试时写的理由' };
const SEED = 'ab'.repeat(32);

/** 双随机: from the library of officers and units to a draw that anybody can make again. */
describe('draws of inspections', () => {
  let world: MarketWorld;
  let field: Person;
  let head: Person;
  let approver: Person;
  let own: Person;
  let firm: Person;
  let today: string;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [own, firm, head] = [world.enterprise, world.firm(0), world.supervisor];
    field = await world.house.as('bureau.enforcer');
    approver = await world.house.as('bureau.approver');
    await world.keepSignedIn();
    today = new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
    await world.query(`INSERT INTO organisation (id, kind, uscc, name, status, region_code, address, legal_representative, contact_name, version, created_at, updated_at)
      SELECT uuidv7(), 'enterprise', '91141181MA0DRW' || lpad(g::text, 4, '0'), '抽查示例企业' || g, 'active', '141181', '孝义市', '示例', '示例', 1, now(), now() FROM generate_series(1, 12) g`);
  });
  afterAll(() => world.end());

  const errors = ({ body }: Any): string[] => (body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const target = async (q: string): Promise<Any> => ok(await field.get(`/draw-targets?q=${encodeURIComponent(q)}`), 200).body.items[0];
  const day = (): string => new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
  const nextDay = (): void => world.at(world.now + 86_400_000);
  const announce = (over: Any = {}, person = field): Promise<Any> => person.post('/inspection-draws', { title: '第四季度抽查', periodFrom: day(), periodTo: addDays(today, 20), wantKey: 1, wantGeneral: 3, wantSpecial: 0, publicSource: '双色球开奖号码', publicOn: addDays(day(), 1), ...over });
  const pool = async (id: string, query = ''): Promise<Any[]> => ok(await field.get(`/inspection-draws/${id}/candidates?limit=200${query}`), 200).body.items as Any[];
  const draw = (one: Any, body: Any = { publicValue: '03 08 15 22 27 31 + 09' }, person = field): Promise<Any> => person.post(`/inspection-draws/${one.id as string}/draw`, body, { ifMatch: one.version as number });

  it('sends only members of the bureau with a certificate, each number once', async () => {
    const people = ok(await head.get('/enforcement-officers/candidates'), 200).body as Any[];
    expect(people.length).toBeGreaterThanOrEqual(5);
    expect((await field.get('/enforcement-officers/candidates')).status).toBe(403);
    const certificate = (nth: number, over: Any = {}): Any => ({ userId: people[nth].userId, certificateNo: `0418110${nth}`, validFrom: '2025-01-01', validUntil: '2029-12-31', ...over });
    const add = (body: Any, person = head): Promise<Any> => person.post('/enforcement-officers', body);
    expect((await add(certificate(0), field)).status).toBe(403);
    expect(errors(await add(certificate(0, { userId: own.orgId })))).toEqual(['/userId person']);
    expect(errors(await add(certificate(0, { validUntil: '2024-12-31' })))).toEqual(['/validUntil span']);
    for (const nth of [0, 1, 2]) ok(await add(certificate(nth)), 201);
    ok(await add(certificate(3, { validUntil: addDays(today, 5) })), 201);
    expect(errors(await add(certificate(0)))).toEqual(['/userId taken']);
    expect(errors(await add(certificate(4, { certificateNo: '04181100' })))).toEqual(['/certificateNo taken']);
    expect((await field.get('/enforcement-officers?ending=true')).body.items).toEqual([expect.objectContaining({ certificateNo: '04181103', canGo: true })]);
    const [someone] = (await head.get('/enforcement-officers?q=04181102')).body.items as Any[];
    expect(errors(await head.put(`/enforcement-officers/${someone.id as string}`, { ...certificate(2), userId: undefined, state: 'paused' }, { ifMatch: 1 }))).toEqual(['/pausedReason reason']);
    for (const person of [own, firm]) expect((await person.get(`/enforcement-officers/${someone.id as string}`)).status).toBe(403);
  });

  it('keeps a library of units with classes and special facts', async () => {
    expect((await own.post('/draw-targets/complete', {})).status).toBe(403);
    const { added } = ok(await field.post('/draw-targets/complete', {}), 200).body;
    expect(added).toBeGreaterThanOrEqual(14);
    expect(ok(await field.post('/draw-targets/complete', {}), 200).body).toEqual({ added: 0 });
    const one = await target('抽查示例企业1');
    const change = (body: Any, version = one.version as number): Promise<Any> => field.put(`/draw-targets/${one.id as string}`, { targetClass: 'key', facts: ['exceedance', 'complaint'], note: '', ...body }, { ifMatch: version });
    expect(errors(await change({ facts: ['exceedance', 'weather'] }))).toEqual(['/facts/1 fact']);
    expect(ok(await change({}), 200).body).toMatchObject({ targetClass: 'key', factTitles: ['近期有超标记录', '近期有群众投诉'], version: 2 });
    expect((await change({})).status).toBe(412);
    const two = await target('抽查示例企业2');
    ok(await field.put(`/draw-targets/${two.id as string}`, { targetClass: 'key', facts: [], note: '' }, { ifMatch: 1 }), 200);
    expect((await field.get('/draw-targets?targetClass=key&special=true')).body.items).toEqual([expect.objectContaining({ id: one.id })]);
    expect((await field.get('/draw-targets/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  let entry: Any;
  it('lets an enterprise onto the positive list by two persons, with every condition attested', async () => {
    const { conditions } = ok(await field.get('/positive-list/options'), 200).body as Any;
    const { enterpriseId } = await target('抽查示例企业3');
    const body = (over: Any = {}): Any => ({ enterpriseId, category: 'well-run', basis: '管理规范，近三年没有处罚', offsiteChecks: '在线监测和视频', conditions: conditions.map((one: Any) => ({ key: one.key, note: '已核对' })), ...over });
    expect((await own.post('/positive-list', body())).status).toBe(403);
    expect(errors(await field.post('/positive-list', body({ conditions: [] })))).toEqual(['/conditions conditions']);
    expect(errors(await field.post('/positive-list', body({ category: 'weather' })))).toEqual(['/category category']);
    expect(errors(await field.post('/positive-list', body({ enterpriseId: firm.orgId })))).toEqual(['/enterpriseId enterprise']);
    entry = ok(await head.post('/positive-list', body()), 201).body;
    expect(entry).toMatchObject({ state: 'proposed', actions: [] });
    expect((await field.post('/positive-list', body())).body.code).toBe('positive-entry.exists');
    const decide = (person: Person, verdict = 'active'): Promise<Any> => person.post(`/positive-list/${entry.id as string}/decide`, { verdict, reason: '同意' }, { ifMatch: 1 });
    expect((await decide(head)).body.code).toBe('positive-entry.same-person');
    expect((await decide(field)).status).toBe(403);
    const approver = await world.house.as('bureau.approver');
    await world.keepSignedIn();
    entry = ok(await decide(approver), 200).body;
    expect(entry).toMatchObject({ state: 'active', activeFrom: today });
    // whoever has a serious event does not enter
    await world.house.api.get(CreditLedger, { strict: false }).append(systemActor('test'), { key: 'bad', subjectId: own.orgId, type: 'crime', title: '环境犯罪', facts: '经法院判决认定构成环境犯罪', legalBasis: '刑法 第三百三十八条', sourceType: 'test', occurredOn: addDays(today, -30) });
    expect(errors(await field.post('/positive-list', body({ enterpriseId: own.orgId })))).toEqual(['/enterpriseId credit']);
  });

  let first: Any;
  it('freezes the pool with weights and says of each one left out why', async () => {
    const [someone] = (await head.get('/enforcement-officers?q=04181100')).body.items as Any[];
    const [other] = (await head.get('/enforcement-officers?q=04181101')).body.items as Any[];
    const tied = await target('抽查示例企业4');
    for (const one of [someone, other]) ok(await field.post(`/enforcement-officers/${one.id as string}/avoidances`, { enterpriseId: tied.enterpriseId, reason: '曾在该企业任职' }), 201);
    expect(errors(await field.post(`/enforcement-officers/${someone.id as string}/avoidances`, { enterpriseId: tied.enterpriseId, reason: '曾在该企业任职' }))).toEqual(['/enterpriseId taken']);
    await world.query(`INSERT INTO inspection (number, kind, enterprise_id, enterprise_name, region_code, planned_from, planned_to, officers, state, counts_to_cap, created_by_name, search, created_at)
      SELECT 'XC-OLD-' || g, 'special', enterprise_id, enterprise_name, region_code, $1, $1, '[{}, {}]', 'held', true, '以前', '以前', now() FROM draw_target, generate_series(1, 2) g WHERE enterprise_name = '抽查示例企业5'`, [`${today.slice(0, 4)}-02-01`]);
    expect((await announce({}, own)).status).toBe(403);
    expect(errors(await announce({ periodTo: addDays(today, -1) }))).toEqual(['/periodTo period']);
    expect(errors(await announce({ periodTo: `${Number(today.slice(0, 4)) + 1}-01-05` }))).toEqual(['/periodTo period']);
    expect(errors(await announce({ wantKey: 0, wantGeneral: 0 }))).toEqual(['/wantKey wants']);
    expect(errors(await announce({ wantKey: 3 }))).toEqual(['/wantKey pool']);
    for (const publicOn of [day(), addDays(today, 21)]) expect(errors(await announce({ publicOn }))).toEqual(['/publicOn later']);
    expect(ok(await field.get('/inspection-draws/outlook'), 200).body).toMatchObject({ keyUnits: 2, officers: 4, suggestedKey: 1 });
    first = ok(await announce(), 201).body;
    expect(first).toMatchObject({ state: 'announced', seed: null, seedKeptOutside: false, publicValue: null, secret: null, origin: { publicSource: '双色球开奖号码', publicOn: addDays(today, 1), auditHead: expect.stringMatching(/^[0-9a-f]{64}$/) as string }, commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string, actions: ['draw', 'cancel'], drawnCount: 0 });
    expect(first.officers).toHaveLength(3); // the fourth certificate ends before the period does
    const everybody = await pool(first.id as string);
    const of = (name: string): Any => everybody.find(one => one.enterpriseName === name);
    // a fresh enterprise is A by Shanxi's scheme: half; facts multiply
    expect(of('抽查示例企业1')).toMatchObject({ weight: '1.5', targetClass: 'key', leftOut: null, parts: [expect.objectContaining({ factor: '0.5' }), { zh: '近期有超标记录', en: '近期有超标记录', factor: '2' }, expect.objectContaining({ factor: '1.5' })] });
    expect(of('抽查示例企业2')).toMatchObject({ weight: '0.5' });
    expect(everybody.find(one => one.enterpriseId === own.orgId)).toMatchObject({ weight: '3' });
    expect(of('抽查示例企业3')).toMatchObject({ leftOut: 'positive', why: { zh: expect.stringContaining('非必要不现场检查') as string } });
    expect(of('抽查示例企业4')).toMatchObject({ leftOut: 'officers' });
    expect(of('抽查示例企业5')).toMatchObject({ leftOut: 'cap', why: { zh: expect.stringContaining('2 次') as string } });
    expect(first.reasons).toEqual(expect.arrayContaining([{ reason: 'positive', count: 1 }, { reason: 'cap', count: 1 }, { reason: 'officers', count: 1 }]));
    expect((await pool(first.id as string, '&outcome=out')).length).toBe(3);
    expect((await field.get(`/inspection-draws/${first.id as string}/verification`)).body.code).toBe('inspection-draw.not-drawn');
  });

  it('draws once: two officers a visit, nobody who was left out, and a second draw is refused', async () => {
    expect((await draw(first)).body).toMatchObject({ code: 'inspection-draw.value-to-come', day: addDays(today, 1) });
    nextDay();
    expect(errors(await draw(first, {}))).toEqual(['/publicValue needed']);
    expect(errors(await draw(first, { seed: SEED }))).toEqual(['/seed kept']);
    const both = await Promise.all([draw(first), draw(first)]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    expect(both.find(one => one.status === 409)?.body.code).toBe('inspection-draw.wrong-state');
    const done = ok(await field.get(`/inspection-draws/${first.id as string}`), 200).body;
    expect(done).toMatchObject({ state: 'drawn', drawnCount: 4, actions: [] });
    expect(done).toMatchObject({ publicValue: '03 08 15 22 27 31 + 09', secret: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(sm3(done.secret as string)).toBe(done.origin.secretDigest);
    expect(done.seed).toBe(sm3(canonicalJson({ commitment: done.commitment as string, publicValue: done.publicValue as string, secret: done.secret as string })));
    expect(await world.query('SELECT 1 FROM audit_entry WHERE seq = $1 AND hash = $2', [done.origin.auditSeq, done.origin.auditHead])).toHaveLength(1);
    const drawn = await pool(first.id as string, '&outcome=drawn');
    expect(drawn.map(one => one.targetClass).sort()).toEqual(['general', 'general', 'general', 'key']);
    expect(drawn.every(one => one.leftOut === null && one.crew.length === 2 && one.inspectionNumber)).toBe(true);
    expect((await draw(done)).body.code).toBe('inspection-draw.wrong-state');
    expect((await field.post(`/inspection-draws/${first.id as string}/cancel`, REASON, { ifMatch: done.version as number })).status).toBe(409);
    expect(ok(await field.get(`/inspection-draws/${first.id as string}/verification`), 200).body).toMatchObject({ poolMatches: true, commitmentMatches: true, chainMatches: true, resultMatches: true });
    const record = ok(await field.get(`/inspection-draws/${first.id as string}/record`), 200).body;
    expect(record.visits).toHaveLength(4);
    expect(record.candidates.length).toBe(done.poolSize);
    expect((await field.get(`/inspection-draws/${first.id as string}/candidates/export`)).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('shows tampering: a changed weight, another crew', async () => {
    const check = async (): Promise<Any> => ok(await field.get(`/inspection-draws/${first.id as string}/verification`), 200).body;
    await world.query('UPDATE draw_candidate SET weight = weight * 7 WHERE draw_id = $1 AND NOT drawn AND left_out IS NULL', [first.id]);
    expect(await check()).toMatchObject({ poolMatches: false, commitmentMatches: true });
    await world.query('UPDATE draw_candidate SET weight = weight / 7 WHERE draw_id = $1 AND NOT drawn AND left_out IS NULL', [first.id]);
    expect(await check()).toMatchObject({ poolMatches: true, resultMatches: true });
    await world.query(`UPDATE inspection_draw SET origin = jsonb_set(origin, '{auditHead}', to_jsonb(repeat('0', 64))) WHERE id = $1`, [first.id]);
    expect(await check()).toMatchObject({ commitmentMatches: false, chainMatches: false });
    await world.query(`UPDATE inspection_draw SET origin = jsonb_set(origin, '{auditHead}', to_jsonb($2::text)) WHERE id = $1`, [first.id, first.origin.auditHead]);
    await world.query(`UPDATE inspection SET officers = jsonb_build_array(officers->0, officers->0) WHERE id = (SELECT id FROM inspection WHERE draw_id = $1 ORDER BY id LIMIT 1)`, [first.id]);
    expect(await check()).toMatchObject({ resultMatches: false });
  });

  it('still draws what was announced with a seed that somebody outside keeps, only with that seed', async () => {
    expect((await announce({ commitment: sm3(SEED), wantKey: 0, wantGeneral: 2 })).status).toBe(400);
    const { id: early } = ok(await announce({ wantKey: 0, wantGeneral: 2 }), 201).body;
    await world.query('UPDATE inspection_draw SET origin = NULL, seed_cipher = NULL, commitment = $2 WHERE id = $1', [early, sm3(SEED)]);
    const outside = ok(await field.get(`/inspection-draws/${early as string}`), 200).body;
    expect(outside.seedKeptOutside).toBe(true);
    expect(errors(await draw(outside, {}))).toEqual(['/seed needed']);
    expect(errors(await draw(outside))).toEqual(['/publicValue foreign']);
    expect(errors(await draw(outside, { seed: 'cd'.repeat(32) }))).toEqual(['/seed commitment']);
    expect(errors(await draw(outside, { seed: 'weather' }))).toEqual(['/seed matches']);
    const before = await pool(outside.id as string);
    expect(before.filter(one => one.leftOut === 'open-visit').length).toBe(4);
    // looked at again at the moment of the draw: a visit that was planned since keeps it out, and the record says so
    const [since] = before.filter(one => one.targetClass === 'general' && one.leftOut === null) as [Any];
    await world.query(`INSERT INTO inspection (number, kind, enterprise_id, enterprise_name, region_code, planned_from, planned_to, officers, state, counts_to_cap, created_by_name, search, created_at)
      VALUES ('XC-SINCE', 'special', $1, $2, '141181', $3, $3, '[{}, {}]', 'planned', true, '后来', '后来', now())`, [since.enterpriseId, since.enterpriseName, today]);
    const done = ok(await draw(outside, { seed: SEED }), 200).body;
    const left = before.filter(one => one.targetClass === 'general' && one.leftOut === null).length - 1;
    expect(done).toMatchObject({ seed: SEED, drawnCount: Math.min(2, left) });
    expect((await pool(outside.id as string)).find(one => one.enterpriseId === since.enterpriseId)).toMatchObject({ fellOut: true, leftOut: 'open-visit', drawn: false, why: { zh: expect.stringContaining('XC-SINCE') as string } });
    expect(ok(await field.get(`/inspection-draws/${outside.id as string}/verification`), 200).body).toMatchObject({ poolMatches: true, resultMatches: true });
    const kept = ok(await field.get(`/inspection-draws/${outside.id as string}/record`), 200).body.candidates as Any[];
    expect(kept.filter(one => one.fallen !== null).map(one => one.fallen)).toEqual(['open-visit']);
    await world.query(`DELETE FROM inspection WHERE number = 'XC-SINCE'`);
    const own = ok(await announce({ wantKey: 0, wantGeneral: 1 }), 201).body;
    const cancelled = ok(await field.post(`/inspection-draws/${own.id as string}/cancel`, REASON, { ifMatch: own.version as number }), 200).body;
    expect((await draw(cancelled)).body.code).toBe('inspection-draw.wrong-state');
  });

  it('tells everybody the digests at once, seed and result when the visits are over', async () => {
    const visitor = async (path: string): Promise<Any> => ok(await world.house.anyone.get(path), 200).body;
    const shown = (await visitor('/public/inspection-draws')).items as Any[];
    expect(shown).toHaveLength(3);
    expect(shown.find(one => one.id === first.id)).toMatchObject({ isOpen: false, seed: null, results: [], drawnCount: 4, commitment: first.commitment });
    expect(JSON.stringify(shown)).not.toContain(SEED);
    expect((await visitor(`/public/inspection-draws/${first.id as string}`)).results).toEqual([]);
    const visits = ok(await field.get(`/inspections?drawId=${first.id as string}`), 200).body.items as Any[];
    expect(visits).toHaveLength(4);
    // nobody lets a visit slide: who was sent and the supervisor are told, once for each threshold
    const late = async (): Promise<number> => {
      await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) VALUES (uuidv7(), 'enforcement.daily-round', 'quick', '{}', 0, now())`);
      await world.runJobs();
      return Number((await world.query(`SELECT count(DISTINCT key)::int AS n FROM notification WHERE key LIKE 'inspection:%:late-%'`))[0]?.n);
    };
    expect(await late()).toBe(0);
    await world.query('UPDATE inspection SET planned_from = $2, planned_to = $2 WHERE id = $1', [visits[0]?.id, addDays(day(), -8)]);
    expect([await late(), await late()]).toEqual([2, 2]);
    expect((await world.query(`SELECT DISTINCT title_zh AS title FROM notification WHERE key = $1`, [`inspection:${visits[0]?.id as string}:late-7`]))[0]?.title).toContain('逾期 8 天');
    for (const one of visits) {
      const { version } = ok(await field.get(`/inspections/${one.id as string}`), 200).body;
      const at = `/inspections/${one.id as string}/cancel`;
      expect((await head.post(`${at}/decide`, { approved: true, ...REASON }, { ifMatch: version as number })).body.code).toBe('inspection.cancel-not-asked');
      // one person's word does not take away what the lot gave
      expect(ok(await head.post(at, REASON, { ifMatch: version as number }), 200).body).toMatchObject({ state: 'planned', cancelAskedReason: REASON.reason });
      expect((await field.post(at, REASON, { ifMatch: (version as number) + 1 })).body.code).toBe('inspection.cancel-asked');
      expect((await field.post(`${at}/decide`, { approved: true, ...REASON }, { ifMatch: (version as number) + 1 })).status).toBe(403);
      expect((await head.post(`${at}/decide`, { approved: true, ...REASON }, { ifMatch: (version as number) + 1 })).body.code).toBe('inspection.cancel-two-persons');
      expect(ok(await approver.post(`${at}/decide`, { approved: false, reason: '应当开展' }, { ifMatch: (version as number) + 1 }), 200).body).toMatchObject({ state: 'planned', cancelAskedByName: null });
      ok(await field.post(at, REASON, { ifMatch: (version as number) + 2 }), 200);
      ok(await approver.post(`${at}/decide`, { approved: true, reason: '企业已经注销' }, { ifMatch: (version as number) + 3 }), 200);
      expect((await field.post(at, REASON, { ifMatch: (version as number) + 4 })).body.code).toBe('inspection.wrong-state');
    }
    const open = await visitor(`/public/inspection-draws/${first.id as string}`);
    expect(open).toMatchObject({ isOpen: true, seed: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(open.results).toHaveLength(4);
    expect(open.results[0]).toMatchObject({ result: null, cancelledReason: expect.stringMatching(/^测试时写的理由（.+ 提出；.+ 同意：企业已经注销）$/) as string });
    expect((ok(await field.get(`/inspection-draws/${first.id as string}/record`), 200).body.visits as Any[]).every(one => one.state === 'cancelled' && one.cancelAsked.reason === REASON.reason)).toBe(true);
    await expect(world.query(`UPDATE inspection SET cancelled_by = (cancel_asked ->> 'byUserId')::uuid WHERE id = $1`, [visits[0]?.id])).rejects.toThrow('inspection_cancelled_by_two');
    // planned visits are nobody's business outside, not even the enterprise's own
    expect((await own.get('/inspections')).body.items).toEqual([]);
    expect((await own.get(`/inspections/${visits[0]?.id as string}`)).status).toBe(404);
  });

  it('puts out of the positive list who falls in grade, whose review does not come, or whom an officer puts out', async () => {
    const { enterpriseId } = entry;
    await world.house.api.get(CreditLedger, { strict: false }).append(systemActor('test'), { key: 'worse', subjectId: enterpriseId, type: 'crime', title: '环境犯罪', facts: '经法院判决认定构成环境犯罪', legalBasis: '刑法 第三百三十八条', sourceType: 'test', occurredOn: today });
    await world.runJobs();
    const left = ok(await field.get(`/positive-list/${entry.id as string}`), 200).body;
    expect(left).toMatchObject({ state: 'left', leftOn: day(), exitByName: '系统', exitReason: expect.stringContaining('环境信用等级') as string });
    expect((await field.post(`/positive-list/${entry.id as string}/leave`, { cause: 'other', ...REASON }, { ifMatch: left.version as number })).body.code).toBe('positive-entry.wrong-state');
    expect((await field.get('/positive-list?exitCause=grade')).body.items).toEqual([expect.objectContaining({ id: entry.id, exitCause: 'grade' })]);
    await world.query(`INSERT INTO positive_entry (number, enterprise_id, enterprise_name, region_code, category, category_title, basis, offsite_checks, conditions, state, active_from, review_on, proposed_by, proposed_by_name, proposed_at, decided_by, search)
      SELECT 'ZM-T' || target_class, enterprise_id, enterprise_name, region_code, 'well-run', '治理水平高', '测试', '测试', '[]', 'active', $1, $1, uuidv7(), '某人', now(), uuidv7(), '测试' FROM draw_target WHERE enterprise_name = '抽查示例企业2'`, [addDays(today, -1)]);
    await world.house.db.transaction(() => world.house.api.get(PositiveService, { strict: false }).endUnreviewed(systemActor('test')));
    expect(await world.query(`SELECT state, exit_reason, exit_cause FROM positive_entry WHERE number = 'ZM-Tkey'`)).toEqual([{ state: 'left', exit_reason: '复核期满，未重新提出', exit_cause: 'term' }]);
  });

  it('renews an entry by two persons before its term ends, reminds of it, and puts out whoever breaks the law', async () => {
    const { conditions } = ok(await field.get('/positive-list/options'), 200).body as Any;
    const [{ id }] = (await world.query(`INSERT INTO positive_entry (number, enterprise_id, enterprise_name, region_code, category, category_title, basis, offsite_checks, conditions, state, active_from, review_on, proposed_by, proposed_by_name, proposed_at, decided_by, search)
      SELECT 'ZM-R', enterprise_id, enterprise_name, region_code, 'well-run', '治理水平高', '测试', '测试', '[]', 'active', $1, $2, uuidv7(), '某人', now(), uuidv7(), '测试' FROM draw_target WHERE enterprise_name = '抽查示例企业2' RETURNING id, enterprise_id`, [today, addDays(today, 200)])) as [Any];
    const shown = async (): Promise<Any> => ok(await field.get(`/positive-list/${id as string}`), 200).body;
    const act = async (person: Person, path: string, body: Any): Promise<Any> => person.post(`/positive-list/${id as string}/${path}`, body, { ifMatch: (await shown()).version as number });
    const renewal = { basis: '一年内没有违法，继续列入', offsiteChecks: '在线监测和视频', conditions: conditions.map((one: Any) => ({ key: one.key, note: '已重新核对' })) };
    // offered from its day on, not before
    expect(await shown()).toMatchObject({ renewFrom: addDays(today, 110), actions: ['leave'] });
    expect((await act(field, 'renewal', renewal)).body).toMatchObject({ code: 'positive-entry.renewal-too-early', first: addDays(today, 110) });
    await world.query(`UPDATE positive_entry SET review_on = $2 WHERE id = $1`, [id, addDays(today, 20)]);
    expect((await shown()).actions).toEqual(['leave', 'renew']);
    const reminded = (): Promise<Any[]> => world.query(`SELECT DISTINCT key FROM notification WHERE key LIKE $1 ORDER BY 1`, [`positive-entry:${id as string}:soon:%`]);
    for (let nth = 0; nth < 2; nth += 1) {
      await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) VALUES (uuidv7(), 'enforcement.daily-round', 'quick', '{}', 0, now())`);
      await world.runJobs();
    }
    expect((await reminded()).map(one => (one.key as string).split(':').slice(2).join(':'))).toEqual(expect.arrayContaining([expect.stringContaining(`soon:${addDays(today, 20)}:30`)]));
    expect((await field.get(`/positive-list?endsBy=${addDays(today, 20)}&sort=review`)).body.items).toEqual([expect.objectContaining({ id })]);
    expect(errors(await act(field, 'renewal', { ...renewal, conditions: [] }))).toEqual(['/conditions conditions']);
    expect(ok(await act(field, 'renewal', renewal), 200).body).toMatchObject({ renewal: { byName: expect.any(String) as string }, reviewOn: addDays(today, 20) });
    expect((await act(field, 'renewal', renewal)).body.code).toBe('positive-entry.wrong-state');
    expect((await act(field, 'renewal/decide', { approved: true, reason: '同意续期' })).status).toBe(403);
    const approver = await world.house.as('bureau.approver');
    await world.keepSignedIn();
    const renewed = ok(await act(approver, 'renewal/decide', { approved: true, reason: '同意续期' }), 200).body;
    expect(renewed).toMatchObject({ state: 'active', renewal: null, basis: renewal.basis, renewals: [expect.objectContaining({ approved: true, until: renewed.reviewOn })] });
    expect(renewed.reviewOn > addDays(today, 370)).toBe(true);
    expect((await act(field, 'leave', { cause: 'grade', reason: '手工移出' })).status).toBe(400);
    await world.house.db.transaction(() => world.house.api.get(PositiveService, { strict: false }).followViolation(systemActor('test'), renewed.enterpriseId as string, '检查发现违法：超标排放'));
    expect(await shown()).toMatchObject({ state: 'left', exitCause: 'violation', leftOn: day() });
  });

  it('keeps a renewal within the bureau until it is decided, and tells each refusal', async () => {
    const [{ id }] = (await world.query(`INSERT INTO positive_entry (number, enterprise_id, enterprise_name, region_code, category, category_title, basis, offsite_checks, conditions, state, active_from, review_on, proposed_by, proposed_by_name, proposed_at, decided_by, search)
      VALUES ('ZM-OWN', $1, '示例', '141181', 'well-run', '治理水平高', '测试', '测试', '[]', 'active', $2, $3, uuidv7(), '某人', now(), uuidv7(), '测试') RETURNING id`, [own.orgId, today, addDays(today, 60)])) as [Any];
    const head2 = await world.house.as('bureau.approver');
    await world.keepSignedIn();
    for (let nth = 0; nth < 2; nth += 1) {
      await world.query(`UPDATE positive_entry SET renewal = $2, version = version + 1 WHERE id = $1`, [id, JSON.stringify({ basis: '内部理由', offsiteChecks: '视频', conditions: [], byUserId: newId(), byName: '提出人', at: new Date(world.now).toISOString() })]);
      const seen = ok(await field.get(`/positive-list/${id as string}`), 200).body;
      expect(seen.renewal).toMatchObject({ basis: '内部理由' });
      const theirs = await own.get(`/positive-list/${id as string}`);
      expect([theirs.status, theirs.body.renewal, JSON.stringify(theirs.body).includes('内部理由')]).toEqual([200, null, false]);
      expect((await own.get('/positive-list')).body.items.every((one: Any) => one.renewal === null)).toBe(true);
      ok(await head2.post(`/positive-list/${id as string}/renewal/decide`, { approved: false, reason: '条件尚需核实' }, { ifMatch: seen.version as number }), 200);
    }
    await world.runJobs();
    expect(await world.query(`SELECT DISTINCT key FROM notification WHERE key LIKE $1`, [`positive-entry:${id as string}:renewal:%`])).toHaveLength(2);
  });
});
