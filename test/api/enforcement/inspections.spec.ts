import { addDays } from '@huanbao/calendar';
import { complaintAccepted, complaintAnswered, complaintAnsweredAnew } from '@huanbao/complaints';
import { inspectionClosed, InspectionResults } from '@huanbao/enforcement';
import { newId, Outbox } from '@huanbao/platform';
import { rectificationClue, violationPersists } from '@huanbao/rectification';
import { Any, file, MarketWorld, ok, Person, sha256 } from '../marketplace/world';
import { wholeRecord } from './record-form';

const PASSWORD = 'Test-pass-2026-x';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const uuid = (nth: number): string => `018f0000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

/** From the plan to the sealed record: kinds, caps, phones off the net, photos, findings, signatures. */
describe('inspections', () => {
  let world: MarketWorld;
  let field: Person;
  let head: Person;
  let second: Person;
  let outsider: Person;
  let own: Person;
  let rival: Person;
  let today: string;
  const officer = new Map<string, string>();
  let saves = 1000;

  beforeAll(async () => {
    world = await MarketWorld.begin();
    [own, rival, head] = [world.enterprise, world.otherEnterprise, world.supervisor];
    [field, second, outsider] = [await world.house.as('bureau.enforcer'), await world.house.as('bureau.reviewer'), await world.house.as('bureau.intake')];
    await world.keepSignedIn();
    today = new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
    const people: readonly (readonly [string, string, number, Any])[] = [['field', 'bureau.enforcer', 0, {}], ['second', 'bureau.reviewer', 0, {}], ['head', 'bureau.supervisor', 0, {}], ['ending', 'bureau.reviewer', 1, { validUntil: addDays(today, 3) }]];
    for (const [name, role, nth, over] of people) officer.set(name, ok(await head.post('/enforcement-officers', { userId: world.house.demo.actor(role, nth).userId, certificateNo: `0418-${name}`, validFrom: '2025-01-01', validUntil: '2029-12-31', ...over }), 201).body.id as string);
  });
  afterAll(() => world.end());

  const crew = (...names: string[]): string[] => names.map(one => officer.get(one) as string);
  const errors = ({ body }: Any): string[] => ((body.errors ?? []) as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const body = (over: Any = {}): Any => ({ kind: 'special', enterpriseId: own.orgId, plannedFrom: today, plannedTo: addDays(today, 10), officerIds: crew('field', 'second'), reason: '石灰行业专项检查', legalBasis: '生态环境法典 第五十三条', ...over });
  const plan = (over: Any = {}, person = field): Promise<Any> => person.post('/inspections', body(over));
  const planned = async (over: Any = {}, person = field): Promise<Any> => ok(await plan(over, person), 201).body;
  const shown = async (id: string, person = field): Promise<Any> => ok(await person.get(`/inspections/${id}`), 200).body;
  const record = async (id: string, person = field): Promise<Any> => ok(await person.get(`/inspections/${id}/record`), 200).body;
  const save = (id: string, section: string, data: Any, { base = 0, saveId = uuid((saves += 1)), person = field }: { base?: number; saveId?: string; person?: Person } = {}): Promise<Any> => person.put(`/inspections/${id}/record/${section}`, { saveId, baseVersion: base, data });
  const page = async (id: string, key: string): Promise<Any> => ((await record(id)).sections as Any[]).find(one => one.key === key);
  const upload = async (id: string, bytes = PNG, person = field): Promise<string> => ok(await world.multipart(`/files?subjectType=inspection&subjectId=${id}&purpose=photo`, person, [file('file', '现场.png', bytes)]), 201).body.id as string;
  const filled = async (id: string, over: Record<string, Any> = {}): Promise<void> => {
    const pages = (await record(id)).sections as Any[];
    for (const [section, data] of Object.entries(wholeRecord(today, over))) if (data && pages.some(one => one.key === section)) ok(await save(id, section, data, { base: pages.find(one => one.key === section).version as number }), 200);
  };
  /** Filled in, frozen, signed by both officers; the party refuses. One violation is handed over for a penalty. */
  const sealed = async (id: string, description: string, more: readonly Any[] = []): Promise<void> => {
    await filled(id, { violations: { any: true, rows: [{ id: 'v1', violation: 'dust', conductOn: today, description, harm: 'slight', fault: 'first', decision: 'penalty-clue', decisionReason: '移送立案审查' }, ...more] } });
    ok(await act(id, 'freeze'), 200);
    const { contentHash } = await shown(id);
    for (const person of [field, second]) ok(await person.post(`/inspections/${id}/sign`, { contentHash, password: PASSWORD }), 200);
    ok(await field.post(`/inspections/${id}/party`, { contentHash, way: 'refused', refusedReason: '称需请示', witness: '李见证' }), 200);
    await world.runJobs();
  };
  const act = async (id: string, verb: string, content: Any = {}, person = field): Promise<Any> => person.post(`/inspections/${id}/${verb}`, content, { ifMatch: (await shown(id)).version as number });

  const onList = (state: string): Promise<Any[]> => world.query(`INSERT INTO positive_entry (number, enterprise_id, enterprise_name, region_code, category, category_title, basis, offsite_checks, conditions, state, active_from, review_on, proposed_by, proposed_by_name, proposed_at, decided_by, search)
    VALUES ('ZM-' || $2::text, $1, '示例', '141181', 'well-run', '治理水平高', '测试', '测试', '[]', $2, $3, $4, uuidv7(), '某人', now(), CASE WHEN $2 = 'active' THEN uuidv7() END, '测试') RETURNING id`, [own.orgId, state, state === 'active' ? today : null, state === 'active' ? addDays(today, 300) : null]);

  it('is planned with reason and law, by officers who may go', async () => {
    for (const person of [own, outsider]) expect((await plan({}, person)).status).toBe(403);
    expect(errors(await plan({ reason: '', legalBasis: 'x' }))).toEqual(['/reason isLength', '/legalBasis isLength']);
    expect(errors(await plan({ kind: 'random' }))).toEqual(['/kind isIn']);
    expect(errors(await plan({ surprise: 1 }))).toEqual(['/surprise whitelistValidation']);
    expect(errors(await plan({ enterpriseId: world.firm(0).orgId }))).toEqual(['/enterpriseId enterprise']);
    expect(errors(await plan({ plannedFrom: addDays(today, -1) }))).toEqual(['/plannedTo span']);
    expect(errors(await plan({ officerIds: crew('field') }))).toEqual(['/officerIds two']);
    expect(errors(await plan({ officerIds: [...crew('field'), uuid(1)] }))).toEqual(['/officerIds/1 officer']);
    expect(errors(await plan({ officerIds: crew('field', 'ending') }))).toEqual(['/officerIds/1 officer']);
    // 回避: kin of the firm does not go
    const { id, avoidances } = ok(await head.post(`/enforcement-officers/${officer.get('head') as string}/avoidances`, { enterpriseId: own.orgId, reason: '配偶在该企业任职' }), 201).body;
    expect(errors(await plan({ officerIds: crew('field', 'head') }))).toEqual(['/officerIds/1 officer']);
    const planning = ok(await field.get(`/inspections/planning?enterpriseId=${own.orgId}&plannedFrom=${today}&plannedTo=${addDays(today, 10)}`), 200).body;
    expect(planning).toMatchObject({ visits: 0, cap: 2, positive: null });
    expect((planning.officers as Any[]).map(one => [one.certificateNo, one.cannot?.zh?.slice(0, 5) ?? null]).sort()).toEqual([['0418-ending', '执法证在检'], ['0418-field', null], ['0418-head', '登记了回避'], ['0418-second', null]]);
    ok(await head.post(`/enforcement-officers/${id as string}/avoidances/${avoidances[0].id as string}/lift`, { reason: '关系已经解除' }), 200);
    expect(errors(await plan({ kind: 'follow-up', followsId: uuid(2) }))).toEqual(['/followsId follows']);
    expect(errors(await plan({ kind: 'complaint', complaintNumber: 'JB-2026-999999' }))).toEqual(['/complaintNumber complaint']);
  });

  it('takes an accepted complaint as its reason, once, and such a visit does not count', async () => {
    const complaintId = newId();
    const accepted = { complaintId, number: 'JB-2026-000042', enterpriseId: own.orgId, subject: 'odour', regionCode: '141181' };
    await world.house.db.transaction(() => world.house.api.get(Outbox, { strict: false }).publish(complaintAccepted, accepted));
    await world.house.db.transaction(() => world.house.api.get(Outbox, { strict: false }).publish(complaintAccepted, accepted));
    await world.runJobs();
    expect((await field.get(`/inspections/leads?enterpriseId=${own.orgId}`)).body.items).toEqual([expect.objectContaining({ number: 'JB-2026-000042', complaintId })]);
    expect((await own.get('/inspections/leads')).status).toBe(403);
    // of another enterprise, or a second time, it is a visit like any other
    const elsewhere = await planned({ kind: 'complaint', complaintNumber: 'JB-2026-000042', enterpriseId: rival.orgId });
    expect(elsewhere).toMatchObject({ countsToCap: true });
    ok(await act(elsewhere.id as string, 'cancel', { reason: '举报对象不是这家企业' }), 200);
    expect(await planned({ kind: 'complaint', complaintNumber: 'JB-2026-000042' })).toMatchObject({ complaintNumber: 'JB-2026-000042', countsToCap: false, state: 'planned', actions: ['fill', 'cancel'] });
    const again = await planned({ kind: 'complaint', complaintNumber: 'JB-2026-000042' });
    expect(again).toMatchObject({ countsToCap: true });
    ok(await act(again.id as string, 'cancel', { reason: '同一举报不再重复检查' }), 200);
  });

  it('keeps within the yearly cap; beyond it only a head goes on, with the reason, also at once', async () => {
    const target = { enterpriseId: rival.orgId };
    await planned(target);
    const both = await Promise.all([plan(target), plan(target)]);
    expect(both.map(one => one.status).sort()).toEqual([201, 422]);
    expect(both.find(one => one.status === 422)?.body).toMatchObject({ code: 'inspection.override-needed', what: ['cap'] });
    expect((await plan({ ...target, overrideReason: '群众反映强烈，确需到场' })).body.code).toBe('inspection.override-needed');
    expect((await plan(target, head)).body.code).toBe('inspection.override-needed');
    expect(await planned({ ...target, overrideReason: '群众反映强烈，确需到场' }, head)).toMatchObject({ overrideWhat: ['cap'], overrideReason: '群众反映强烈，确需到场', overrideByName: head.account?.name ?? expect.any(String) });
    expect(await planned({ ...target, kind: 'offsite' })).toMatchObject({ mode: 'offsite', countsToCap: false });
    expect((await own.get('/inspections')).body.items).toEqual([]);
  });

  let visit: Any;
  it('takes the same save once, and merges what two phones wrote in different places', async () => {
    visit = await planned();
    const id = visit.id as string;
    expect((await page(id, 'unit')).data).toMatchObject({ unitName: visit.enterpriseName });
    for (const [person, status] of [[own, 403], [head, 403], [outsider, 403]] as const) expect((await save(id, 'visit', { place: '别处' }, { person })).status).toBe(status);
    expect((await save(uuid(3), 'visit', {})).status).toBe(404);
    expect((await save(id, 'weather', {})).status).toBe(404);
    expect(errors(await save(id, 'visit', { heldOn: '昨天', surprise: 1, place: 7, startedAt: '25:99' })).sort()).toEqual(['/heldOn date', '/place type', '/startedAt pattern', '/surprise unknown-field']);
    expect(errors(await save(id, 'account', { found: '很'.repeat(6001) }))).toEqual(['/found max-length']);
    expect(errors(await save(id, 'visit', { place: '厂区' }, { base: 9 }))).toEqual(['/baseVersion version']);
    const first = { place: '石灰窑厂区', weather: 'fine' };
    const replays = await Promise.all([save(id, 'visit', first, { saveId: uuid(11) }), save(id, 'visit', first, { saveId: uuid(11) }), save(id, 'visit', first, { saveId: uuid(11) })]);
    expect(replays.map(one => one.status)).toEqual([200, 200, 200]);
    expect(await page(id, 'visit')).toMatchObject({ version: 1, data: first });
    expect((await shown(id)).state).toBe('drafting');
    expect((await save(id, 'notice', { showed: true }, { saveId: uuid(11) })).body.code).toBe('inspection.save-reused');
    // the second phone knew version 1 as well
    ok(await save(id, 'visit', { startedAt: '09:10' }, { base: 1 }), 200);
    ok(await save(id, 'visit', { endedAt: '10:40' }, { base: 1, person: second }), 200);
    expect(await page(id, 'visit')).toMatchObject({ version: 3, data: { startedAt: '09:10', endedAt: '10:40', place: '石灰窑厂区' } });
    expect(await world.query('SELECT outcome FROM inspection_save WHERE inspection_id = $1 ORDER BY version', [id])).toEqual([{ outcome: 'saved' }, { outcome: 'saved' }, { outcome: 'merged' }]);
    // rows of a table are told apart
    ok(await save(id, 'outlets', { any: true, rows: [{ id: 'a', code: 'DA001' }] }), 200);
    ok(await save(id, 'outlets', { rows: [{ id: 'a', code: 'DA001' }, { id: 'b', code: 'DA002' }] }, { base: 1 }), 200);
    ok(await save(id, 'outlets', { rows: [{ id: 'a', code: 'DA001', sign: true }] }, { base: 1, person: second }), 200);
    expect((await page(id, 'outlets')).data.rows).toEqual([expect.objectContaining({ id: 'a', sign: true }), expect.objectContaining({ id: 'b', code: 'DA002' })]);
  });

  it('tells a clash with both values and keeps both', async () => {
    const id = visit.id as string;
    ok(await save(id, 'account', { found: '窑尾有可见烟尘' }), 200);
    const clash = await save(id, 'account', { found: '<script>alert(1)</script>未见烟尘', partyWords: '无' }, { person: second, saveId: uuid(21) });
    expect(clash).toMatchObject({ status: 409, body: { code: 'inspection.clash', section: 'account', version: 1, byName: field.account?.name ?? expect.any(String), clashes: [{ field: 'found', base: null, theirs: '窑尾有可见烟尘', mine: '<script>alert(1)</script>未见烟尘' }] } });
    expect((await save(id, 'account', { found: '<script>alert(1)</script>未见烟尘', partyWords: '无' }, { person: second, saveId: uuid(21) })).status).toBe(409);
    expect(await world.query(`SELECT count(*)::int AS n FROM inspection_save WHERE inspection_id = $1 AND outcome = 'clashed'`, [id])).toEqual([{ n: 1 }]);
    expect((await page(id, 'account')).data).toEqual({ found: '窑尾有可见烟尘' });
    // decided: mine, on top of what is there
    ok(await save(id, 'account', { found: '<script>alert(1)</script>未见烟尘', partyWords: '无' }, { base: 1, person: second }), 200);
    expect((await page(id, 'account')).data.found).toBe('<script>alert(1)</script>未见烟尘');
    const [row] = await world.query<{ cipher: string }>(`SELECT data_cipher AS cipher FROM inspection_section WHERE inspection_id = $1 AND section = 'account'`, [id]);
    expect(row?.cipher).not.toContain('烟尘');
  });

  it('takes photos whose hash is that of the capture; without a place it says why', async () => {
    const id = visit.id as string;
    expect((await world.multipart(`/files?subjectType=inspection&subjectId=${id}&purpose=photo`, own, [file('file', '现场.png', PNG)])).status).toBe(404);
    expect((await world.multipart(`/files?subjectType=inspection&subjectId=${id}&purpose=photo`, head, [file('file', '现场.png', PNG)])).status).toBe(403);
    const fileId = await upload(id);
    const photo = { clientId: uuid(31), fileId, itemKey: 'outlets', sha256: sha256(PNG), capturedAt: new Date(world.now).toISOString(), lng: 111.78, lat: 37.14, accuracyM: 8, caption: '排气筒' };
    const send = (over: Any = {}, person = field): Promise<Any> => person.post(`/inspections/${id}/photos`, { ...photo, ...over });
    expect((await send({ sha256: 'ab'.repeat(32) })).body.code).toBe('inspection.photo-differs');
    expect(errors(await send({ fileId: uuid(4) }))).toEqual(['/fileId photo']);
    expect(errors(await send({ itemKey: 'weather', sha256: 'x' })).sort()).toEqual(['/itemKey isIn', '/sha256 matches']);
    expect((await send({}, own)).status).toBe(403);
    const twice = await Promise.all([send(), send()]);
    expect(new Set(twice.map(one => ok(one, 200).body.id)).size).toBe(1);
    expect(twice[0]?.body).toMatchObject({ lng: '111.780000', lat: '37.140000', accuracyM: '8.0', noPlace: null });
    const other = await upload(id);
    expect(ok(await send({ clientId: uuid(32), fileId: other, lng: undefined, lat: undefined, accuracyM: undefined, noPlace: 'denied' }), 200).body).toMatchObject({ lng: null, noPlace: 'denied' });
    expect((await record(id)).photos).toHaveLength(2);
    expect((await field.delete(`/files/${fileId}`)).status).toBe(409);
    expect((await own.get(`/files/${fileId}/content`)).status).toBe(404);
  });

  it('weighs violations by the law of the day of conduct, and asks why where the officer differs', async () => {
    const id = visit.id as string;
    await filled(id);
    const violation = (over: Any): Any => ({ id: 'v1', violation: 'waste-over-year', conductOn: '2026-08-14', description: '贮存一年以上', harm: 'medium', fault: 'first', decision: 'rectify', ...over });
    const weigh = async (over: Any): Promise<Any> => {
      ok(await save(id, 'violations', { rows: [violation(over)] }, { base: (await page(id, 'violations')).version as number }), 200);
      return (await record(id)).weighed[0];
    };
    expect(await weigh({})).toMatchObject({ law: expect.stringContaining('固体废物污染环境防治法') as string, lawVerified: false, suggestion: 'rectify' });
    expect(await weigh({ conductOn: '2026-08-15', fault: 'wilful' })).toMatchObject({ law: '生态环境法典 第五百三十五条', suggestion: 'penalty-clue' });
    expect(errors(await act(id, 'freeze'))).toEqual(['/violations/rows/0/decisionReason reason']);
    await weigh({ conductOn: '2019-01-01' });
    expect(errors(await act(id, 'freeze'))).toEqual(['/violations/rows/0/violation law']);
    await weigh({ conductOn: addDays(today, 1) });
    expect(errors(await act(id, 'freeze'))).toEqual(['/violations/rows/0/conductOn day']);
    expect(errors(await save(id, 'violations', { rows: [violation({ violation: 'weather' })] }, { base: (await page(id, 'violations')).version as number }))).toEqual(['/rows/0/violation choice']);
    await weigh({ conductOn: '2026-08-15', fault: 'wilful', decision: 'rectify', decisionReason: '主动转移并及时改正' });
  });

  it('goes to be signed only whole, by officers with certificates who need not keep away', async () => {
    const id = visit.id as string;
    const { version } = await page(id, 'notice');
    ok(await save(id, 'notice', { showed: false }, { base: version as number }), 200);
    ok(await save(id, 'visit', { endedAt: '08:00', heldOn: addDays(today, 1) }, { base: (await page(id, 'visit')).version as number }), 200);
    expect(errors(await act(id, 'freeze'))).toEqual(['/visit/heldOn day', '/visit/endedAt times', '/notice/showed law']);
    ok(await save(id, 'notice', { showed: true }, { base: (version as number) + 1 }), 200);
    // nobody was there before the visit was entered
    ok(await save(id, 'visit', { heldOn: addDays(today, -1) }, { base: (await page(id, 'visit')).version as number }), 200);
    expect(errors(await act(id, 'freeze'))).toContain('/visit/heldOn early');
    ok(await save(id, 'visit', { endedAt: '10:40', heldOn: today }, { base: (await page(id, 'visit')).version as number }), 200);
    await world.query(`UPDATE enforcement_officer SET valid_until = $1 WHERE certificate_no = '0418-second'`, [addDays(today, -1)]);
    expect((await act(id, 'freeze')).body).toMatchObject({ code: 'inspection.certificate', names: [second.account?.name ?? expect.any(String)] });
    await world.query(`UPDATE enforcement_officer SET valid_until = '2029-12-31' WHERE certificate_no = '0418-second'`);
    ok(await head.post(`/enforcement-officers/${officer.get('second') as string}/avoidances`, { enterpriseId: own.orgId, reason: '亲属在该企业任职' }), 201);
    expect((await act(id, 'freeze')).body.code).toBe('inspection.avoidance');
    await world.query('UPDATE officer_avoidance SET lifted_at = now(), lifted_by_name = $1, lifted_reason = $1 WHERE lifted_at IS NULL', ['测试']);
    expect((await act(id, 'freeze', {}, head)).status).toBe(403);
    expect((await field.post(`/inspections/${id}/freeze`, {}, { ifMatch: 99 })).status).toBe(412);
    const frozen = ok(await act(id, 'freeze'), 200).body;
    expect(frozen).toMatchObject({ state: 'signing', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, result: 'violations', findings: [expect.objectContaining({ law: '生态环境法典 第五百三十五条', suggestion: 'penalty-clue', decision: 'rectify' })], actions: ['reopen', 'sign', 'party'] });
    expect((await save(id, 'account', { found: '改' }, { base: 2 })).body.code).toBe('inspection.record-closed');
    // back to the draft and again: the same content, the same digest
    ok(await act(id, 'reopen', { reason: '补充一处' }), 200);
    const again = ok(await act(id, 'freeze'), 200).body;
    expect([again.findings.length, again.contentHash === frozen.contentHash]).toEqual([1, false]);
    visit = again;
  });

  it('is signed by two officers with their passwords and by the party, once each, and sealed', async () => {
    const id = visit.id as string;
    const sign = (person: Person, over: Any = {}): Promise<Any> => person.post(`/inspections/${id}/sign`, { contentHash: visit.contentHash, password: PASSWORD, ...over });
    expect((await sign(head)).status).toBe(403);
    expect((await sign(own)).status).toBe(403);
    expect(errors(await sign(field, { password: 'wrong' }))).toHaveLength(1);
    expect((await sign(field, { contentHash: 'ab'.repeat(32) })).body.code).toBe('inspection.content-moved');
    const twice = await Promise.all([sign(field), sign(field)]);
    expect(twice.map(one => one.status).sort()).toEqual([200, 409]);
    const party = (over: Any, person = field): Promise<Any> => person.post(`/inspections/${id}/party`, { contentHash: visit.contentHash, ...over });
    expect(errors(await party({ way: 'refused', refusedReason: '对结论有异议' }))).toEqual(['/witness witness']);
    expect(errors(await party({ way: 'drawn', name: '王在场' }))).toEqual(['/fileId drawn']);
    const fileId = await upload(id);
    expect((await party({ way: 'drawn', name: '王在场', fileId, sha256: 'cd'.repeat(32) })).body.code).toBe('inspection.photo-differs');
    expect((await party({ way: 'drawn', name: '王在场', fileId, sha256: sha256(PNG) }, own)).status).toBe(403);
    ok(await party({ way: 'drawn', name: '王在场', fileId, sha256: sha256(PNG) }), 200);
    expect((await party({ way: 'drawn', name: '王在场', fileId, sha256: sha256(PNG) })).body.code).toBe('inspection.signed-already');
    expect((await act(id, 'reopen', { reason: '想改一下' })).body.code).toBe('inspection.party-signed');
    expect((await own.get(`/inspections/${id}`)).status).toBe(404);
    const [listed] = await onList('active');
    const sealed = ok(await sign(second), 200).body;
    expect(sealed).toMatchObject({ state: 'held', sealHolds: true, statementDueOn: expect.stringMatching(/^\d{4}/) as string, actions: ['correct'] });
    expect((sealed.signatures as Any[]).map(one => `${one.side as string} ${one.way as string}`)).toEqual(['officer account', 'officer account', 'party drawn']);
    expect((await sign(second)).body.code).toBe('inspection.signed-already');
    await world.runJobs();
    expect(await world.query(`SELECT count(*)::int AS n FROM signature_record WHERE subject_type = 'inspection' AND subject_id = $1`, [id])).toEqual([{ n: 2 }]);
    // 发现违法即移出
    expect((await field.get(`/positive-list/${listed?.id as string}`)).body).toMatchObject({ state: 'left', exitCause: 'violation', exitReason: expect.stringContaining('发现违法') as string });
  });

  it('cannot change any more, neither by route nor in the database', async () => {
    const id = visit.id as string;
    expect((await save(id, 'account', { found: '改' }, { base: 2 })).body.code).toBe('inspection.record-closed');
    expect((await act(id, 'freeze')).body.code).toBe('inspection.wrong-state');
    expect((await act(id, 'cancel', { reason: '取消这次检查' })).body.code).toBe('inspection.wrong-state');
    expect((await world.multipart(`/files?subjectType=inspection&subjectId=${id}&purpose=photo`, field, [file('file', '现场.png', PNG)])).status).toBe(403);
    for (const sql of [
      `UPDATE inspection SET result = 'clear' WHERE id = $1`, 'DELETE FROM inspection_finding WHERE inspection_id = $1', `UPDATE inspection_section SET version = 99 WHERE inspection_id = $1`, `UPDATE inspection_photo SET caption = 'x' WHERE inspection_id = $1`,
      'DELETE FROM inspection_signature WHERE inspection_id = $1', 'DELETE FROM inspection_save WHERE inspection_id = $1', 'UPDATE inspection SET paper_file_id = NULL WHERE id = $1',
    ]) await expect(world.query(sql, [id])).rejects.toThrow(/sealed|append-only/);
  });

  it('is on paper with its digest, for the bureau and the enterprise', async () => {
    const id = visit.id as string;
    const { paperFileId, paperSm3 } = await shown(id, own);
    expect(paperSm3).toMatch(/^[0-9a-f]{64}$/);
    const paper = ok(await own.get(`/files/${paperFileId as string}/content`), 200).raw;
    const { getDocumentProxy } = await import('unpdf');
    const document = await getDocumentProxy(new Uint8Array(paper), { verbosity: 0 });
    let text = '';
    for (let nth = 1; nth <= document.numPages; nth += 1) text += (await (await document.getPage(nth)).getTextContent()).items.map(item => ('str' in item ? item.str : '')).join('');
    for (const word of ['现场检查（勘察）笔录', visit.number, '除尘器压差异常', '王在场', '生态环境法典第五百三十五条', sha256(PNG), visit.contentHash]) expect(text.replace(/\s/g, '')).toContain(String(word).replace(/\s/g, ''));
    expect((await rival.get(`/files/${paperFileId as string}/content`)).status).toBe(404);
    expect((await rival.get(`/inspections/${id}`)).status).toBe(404);
  });

  it('lets the enterprise read and answer in time, officers correct beside it, and tells nobody a name', async () => {
    const id = visit.id as string;
    expect((await own.get('/inspections')).body.items).toEqual([expect.objectContaining({ id, result: 'violations' })]);
    expect(await shown(id, own)).toMatchObject({ actions: ['state'] });
    expect((await record(id, own)).printed.map((one: Any) => one.key)).toContain('account');
    const state = (words: string, person = own): Promise<Any> => person.post(`/inspections/${id}/statement`, { words });
    expect((await state('我们不同意这一结论', rival)).status).toBe(404);
    expect((await state('我们不同意这一结论', field)).status).toBe(403);
    expect(errors(await state('字'.repeat(4001)))).toEqual(['/words isLength']);
    ok(await state('滤袋已于当日更换 <b>附照片</b>'), 201);
    ok(await field.post(`/inspections/${id}/supplements`, { words: '排气筒编号应为 DA002', password: PASSWORD }), 201);
    expect((await head.post(`/inspections/${id}/supplements`, { words: '排气筒编号应为 DA002', password: PASSWORD })).status).toBe(403);
    expect((await shown(id)).supplements.map((one: Any) => [one.kind, one.words])).toEqual([['statement', '滤袋已于当日更换 <b>附照片</b>'], ['correction', '排气筒编号应为 DA002']]);
    const now = world.now;
    world.at(now + 15 * 86_400_000);
    expect((await state('过了期限才说的话')).body.code).toBe('inspection.statement-over');
    world.at(now);
    const figures = ok(await world.house.anyone.get(`/public/inspections/figures?year=${today.slice(0, 4)}`), 200).body;
    expect(figures.rows).toEqual([{ kind: 'special', quarter: 4, clear: 0, violations: 1 }]);
    expect((await world.house.anyone.get('/public/inspections/figures?year=last')).status).toBe(400);
    expect(await world.house.api.get(InspectionResults, { strict: false }).findings(id)).toEqual([expect.objectContaining({ decision: 'rectify' })]);
    expect((await field.get('/inspections?state=held&result=violations')).body.items).toHaveLength(1);
    // what is to be mended becomes one draft, with the photos of the record, however often it is told
    for (let nth = 0; nth < 2; nth += 1) {
      await world.house.db.transaction(() => world.house.api.get(Outbox).publish(inspectionClosed, { inspectionId: id, enterpriseId: own.orgId, regionCode: '141181', kind: 'special', result: 'violations', findings: 1 }));
      await world.house.runJobs();
    }
    const drafts = (await field.get('/rectifications?source=inspection')).body.items as Any[];
    expect(drafts).toEqual([expect.objectContaining({ state: 'draft', sourceNumber: expect.any(String) as string })]);
    expect((await field.get(`/rectifications/${drafts[0].id as string}`)).body).toMatchObject({ tasks: [expect.objectContaining({ law: '生态环境法典 第五百三十五条' })], isHandler: true });
    expect((await own.get('/own-rectifications')).body.items).toEqual([]);
    expect((await field.get('/inspections/counts')).body.find((one: Any) => one.state === 'held')).toEqual({ state: 'held', count: 1, mine: 1 });
    expect((await field.get('/inspections/export?state=held')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('is followed by another visit, refused to be signed before a witness; from afar nobody signs for the unit', async () => {
    const follow = await planned({ kind: 'follow-up', followsId: visit.id, reason: '复查整改情况' });
    expect(follow).toMatchObject({ followsNumber: visit.number, countsToCap: false });
    await filled(follow.id as string, { violations: { any: false, rows: null } });
    const frozen = ok(await act(follow.id as string, 'freeze'), 200).body;
    expect(frozen.result).toBe('clear');
    for (const person of [field, second]) ok(await person.post(`/inspections/${follow.id as string}/sign`, { contentHash: frozen.contentHash, password: PASSWORD }), 200);
    const refused = ok(await field.post(`/inspections/${follow.id as string}/party`, { contentHash: frozen.contentHash, way: 'refused', refusedReason: '称需请示后再签', witness: '李见证，梧桐镇政府' }), 200).body;
    expect(refused).toMatchObject({ state: 'held', result: 'clear', signatures: expect.arrayContaining([expect.objectContaining({ way: 'refused', witness: '李见证，梧桐镇政府' })]) as Any });
    const afar = await planned({ kind: 'offsite', reason: '核对自动监测数据' });
    expect((await record(afar.id as string)).sections.map((one: Any) => one.key)).toEqual(['visit', 'unit', 'permit', 'online', 'data', 'account', 'violations']);
    await filled(afar.id as string, {
      visit: { heldOn: today, startedAt: '14:00', endedAt: '15:00', purpose: '核对数据' }, unit: { address: '孝义市' }, data: { sources: ['online', 'power'], from: addDays(today, -7), to: today, method: '比对用电与排放', unusual: '无' }, account: { found: '未见异常' }, violations: { any: false },
      notice: null, production: null, facilities: null, outlets: null, waste: null, sampling: null,
    });
    const closing = ok(await act(afar.id as string, 'freeze'), 200).body;
    expect((await field.post(`/inspections/${afar.id as string}/party`, { contentHash: closing.contentHash, way: 'refused', refusedReason: '没有人在', witness: '某人' })).body.code).toBe('inspection.no-party');
    for (const person of [field, second]) ok(await person.post(`/inspections/${afar.id as string}/sign`, { contentHash: closing.contentHash, password: PASSWORD }), 200);
    expect((await shown(afar.id as string)).state).toBe('held');
  });

  describe('with an officer who cannot go on', () => {
    const user = (role: string, nth = 0): string => world.house.demo.actor(role, nth).userId;
    const replace = (id: string, over: Any = {}, person = head): Promise<Any> => act(id, 'officers/replace', { leavingUserId: user('bureau.reviewer'), officerId: officer.get('head'), reason: '调离执法岗位', ...over }, person);
    const frozenOne = async (): Promise<Any> => {
      const { id } = await planned({ kind: 'follow-up', followsId: visit.id, reason: '复查整改情况', overrideReason: '确需复查' }, head);
      await filled(id as string, { violations: { any: false, rows: null } });
      return ok(await act(id as string, 'freeze'), 200).body;
    };
    const signs = async (id: string, person: Person): Promise<Any> => ok(await person.post(`/inspections/${id}/sign`, { contentHash: (await shown(id)).contentHash, password: PASSWORD }), 200).body;
    const partySigns = async (id: string): Promise<Any> => ok(await field.post(`/inspections/${id}/party`, { contentHash: (await shown(id)).contentHash, way: 'refused', refusedReason: '称需请示', witness: '李见证' }), 200).body;

    it('goes on with another one whom a head names, until the party has signed; the record says who and why', async () => {
      const { id } = await frozenOne();
      await signs(id, field);
      const { version } = await shown(id);
      for (const person of [field, own, outsider]) expect((await person.post(`/inspections/${id as string}/officers/replace`, { leavingUserId: user('bureau.reviewer'), officerId: officer.get('head'), reason: '调离执法岗位' }, { ifMatch: version as number })).status).toBe(403);
      expect(errors(await replace(id, { reason: '' }))).toEqual(['/reason isLength']);
      expect(errors(await replace(id, { leavingUserId: uuid(9) }))).toEqual(['/leavingUserId officer']);
      expect(errors(await replace(id, { officerId: officer.get('field') }))).toEqual(['/officerId officer']);
      expect(errors(await replace(id, { officerId: officer.get('ending') }))).toEqual(['/officerId officer']);
      expect((await head.post(`/inspections/${id as string}/officers/replace`, { leavingUserId: user('bureau.reviewer'), officerId: officer.get('head'), reason: '调离执法岗位' }, { ifMatch: 99 })).status).toBe(412);
      // it was closed for signing: a draft again, without signatures
      expect(ok(await replace(id), 200).body).toMatchObject({ state: 'drafting', contentHash: null, signatures: [], crewChanges: [expect.objectContaining({ reason: '调离执法岗位' })] });
      expect((await second.post(`/inspections/${id as string}/freeze`, {}, { ifMatch: 99 })).status).toBe(403);
      ok(await act(id, 'freeze'), 200);
      await signs(id, field);
      await partySigns(id);
      expect((await replace(id)).body.code).toBe('inspection.party-signed');
      expect(await signs(id, head)).toMatchObject({ state: 'held', sealHolds: true, sealNote: null });
      expect(await world.query(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'inspection.replace-officer' AND subject_id = $1`, [id])).toEqual([{ n: 1 }]);
    });

    it('is sealed without the third signature by a head with a reason, never with fewer than two; else two persons end it', async () => {
      const three = await planned({ kind: 'follow-up', followsId: visit.id, reason: '复查整改情况', officerIds: crew('field', 'second', 'head'), overrideReason: '确需复查' }, head);
      const id = three.id as string;
      const handedOver = { id: 'v1', violation: 'facility-idle', conductOn: today, description: '除尘器滤袋破损未及时更换', harm: 'slight', fault: 'first', decision: 'penalty-clue', decisionReason: '同一问题多次发生，移送立案审查' };
      await filled(id, { violations: { any: true, rows: [handedOver, { ...handedOver, id: 'v2', violation: 'dust', description: '料场未覆盖，扬尘外逸' }] } });
      ok(await act(id, 'freeze'), 200);
      const seal = (person = head, one = id): Promise<Any> => act(one, 'seal', { reason: '该人员已调离，无法签字' }, person);
      await signs(id, field);
      expect((await seal()).body.code).toBe('inspection.party-first');
      await partySigns(id);
      expect((await seal()).body).toMatchObject({ code: 'inspection.two-signatures', given: 1 });
      expect((await shown(id, head)).actions).toEqual(expect.arrayContaining(['sign']));
      const [waiting] = await onList('proposed');
      await signs(id, head);
      expect((await shown(id, head)).actions).toEqual(['seal']);
      expect((await seal(field)).status).toBe(403);
      expect(ok(await seal(), 200).body).toMatchObject({ state: 'held', sealHolds: true, sealNote: { reason: '该人员已调离，无法签字', missing: [expect.any(String)] }, sealText: expect.stringContaining('未签字:0418-second') as string });
      expect((await seal()).body.code).toBe('inspection.wrong-state');
      // what is handed over for a penalty is to be put right all the same, and a re-check finds the case of the inspection
      await world.runJobs();
      // what came to light while an entry of the positive list waited forbids it
      const entry = (): Promise<Any> => head.get(`/positive-list/${waiting?.id as string}`);
      expect((await entry()).body).toMatchObject({ state: 'proposed', violation: expect.stringContaining('发现违法') as string });
      const decide = async (verdict: string): Promise<Any> => head.post(`/positive-list/${waiting?.id as string}/decide`, { verdict, reason: '经审核' }, { ifMatch: (await entry()).body.version as number });
      expect((await decide('active')).body.code).toBe('positive-entry.violated');
      expect(ok(await decide('refused'), 200).body).toMatchObject({ state: 'refused' });
      const [order] = await world.query(`SELECT r.id, (SELECT count(*)::int FROM rectification_item i WHERE i.rectification_id = r.id) AS items FROM rectification r WHERE r.source = 'inspection' AND r.source_id = $1`, [id]);
      expect(order).toMatchObject({ items: 2 });
      const told = { rectificationId: order?.id as string, enterpriseId: own.orgId, regionCode: '141181', number: 'ZG-1', orderServedOn: today, recheckedOn: today, words: '仍在违法' };
      const publish = (inspectionId: string | null): Promise<void> => world.house.db.transaction(() => world.house.api.get(Outbox, { strict: false }).publish(violationPersists, { ...told, inspectionId }));
      await publish(id);
      await world.runJobs();
      const cases = (): Promise<Any[]> => world.query(`SELECT source_type AS source, (SELECT count(*)::int FROM audit_entry a WHERE a.subject_id = p.id::text AND a.action = 'penalty.recheck') AS rechecks FROM penalty p WHERE p.source_id = ANY ($1) ORDER BY 1`, [[id, order?.id]]);
      expect(await cases()).toEqual([{ source: 'inspection', rechecks: 1 }, { source: 'inspection', rechecks: 1 }]);
      // each violation is a case of its own, found on the day of the visit, with the record and its law; a hand-over of one of them opens none
      const clues = await world.query(`SELECT p.id, p.violation, p.finding_id AS finding, p.discovered_on::text AS on, (SELECT count(*)::int FROM penalty_evidence e WHERE e.penalty_id = p.id AND e.kind = 'record' AND e.file_id IS NOT NULL AND e.file_hash ~ '^[0-9a-f]{64}$') AS records FROM penalty p WHERE p.inspection_id = $1 ORDER BY p.violation`, [id]);
      expect(clues).toEqual([expect.objectContaining({ violation: 'dust', on: today, records: 1 }), expect.objectContaining({ violation: 'facility-idle', on: today, records: 1 })]);
      const handOver = (findingIds: readonly string[], rectificationId = order?.id as string): Promise<void> => world.house.db.transaction(() => world.house.api.get(Outbox, { strict: false }).publish(rectificationClue, { rectificationId, enterpriseId: own.orgId as string, regionCode: '141181', number: 'ZG-1', reason: '逾期未改正', on: addDays(today, -2), inspectionId: id, findingIds }));
      for (let nth = 0; nth < 2; nth += 1) {
        await handOver([clues[0]?.finding as string]);
        await world.runJobs();
      }
      expect(await world.query(`SELECT subject_id AS id FROM audit_entry WHERE action = 'penalty.rectification'`)).toEqual([{ id: clues[0]?.id }]);
      expect(await cases()).toHaveLength(2);
      const following = ok(await head.get(`/penalties?originId=${id}`), 200).body.items as Any[];
      expect(following.map(one => one.id).sort()).toEqual(clues.map(one => one.id as string).sort());
      // a case that was not filed does not stand for the violation any more: handed over again it is a clue of its own, from the day it was handed over
      ok(await head.post(`/penalties/${clues[1]?.id as string}/refuse`, { reason: '证据不足，暂不立案' }, { ifMatch: (await head.get(`/penalties/${clues[1]?.id as string}`)).body.version as number }), 200);
      await handOver([clues[1]?.finding as string]);
      await world.runJobs();
      expect(await world.query(`SELECT p.violation, p.discovered_on::text AS on FROM penalty p WHERE p.source_type = 'rectification' AND p.source_id = $1`, [order?.id])).toEqual([{ violation: 'facility-idle', on: addDays(today, -2) }]);
      // and once more when that one came to nothing as well: a re-check is another occasion
      const [again] = await world.query(`SELECT id FROM penalty WHERE source_type = 'rectification' AND source_id = $1`, [order?.id]);
      ok(await head.post(`/penalties/${again?.id as string}/refuse`, { reason: '证据不足，暂不立案' }, { ifMatch: (await head.get(`/penalties/${again?.id as string}`)).body.version as number }), 200);
      for (let nth = 0; nth < 2; nth += 1) {
        await world.house.db.transaction(() => world.house.api.get(Outbox, { strict: false }).publish(violationPersists, { ...told, inspectionId: id, findingIds: [clues[1]?.finding as string] }));
        await world.runJobs();
      }
      expect(await world.query(`SELECT count(*)::int AS n FROM penalty WHERE source_type = 'rectification' AND source_id = $1`, [order?.id])).toEqual([{ n: 2 }]);
      // a crew of two of whom one never signs: no record, and no single person lets it vanish
      const two = await frozenOne();
      await partySigns(two.id as string);
      await signs(two.id as string, field);
      expect((await seal(head, two.id as string)).body.code).toBe('inspection.two-signatures');
      expect(ok(await act(two.id as string, 'cancel', { reason: '另一名检查人员已离职，无法签字' }), 200).body).toMatchObject({ state: 'signing', cancelAskedReason: '另一名检查人员已离职，无法签字' });
      expect(ok(await act(two.id as string, 'cancel/decide', { approved: true, reason: '同意，另行检查' }, head), 200).body).toMatchObject({ state: 'cancelled' });
    });
  });

  it('of a complaint that was answered already adds to the case of the complaint, with the record, and opens none', async () => {
    const [{ id, complaintId }] = (await world.query(`SELECT id, complaint_id AS "complaintId" FROM inspection WHERE complaint_number = 'JB-2026-000042' AND state = 'planned'`)) as [Any];
    await world.house.db.transaction(() => world.house.api.get(Outbox, { strict: false }).publish(complaintAnswered, { complaintId: complaintId as string, enterpriseId: own.orgId as string, outcome: 'confirmed', regionCode: '141181' }));
    await world.runJobs();
    const cases = (): Promise<Any[]> => world.query('SELECT id, inspection_id AS visit FROM penalty WHERE source_id = ANY ($1)', [[id, complaintId]]);
    const [first] = await cases();
    expect(first).toMatchObject({ visit: null });
    await sealed(id as string, '料场未覆盖，扬尘外逸');
    expect(await cases()).toEqual([{ id: first?.id, visit: id }]);
    expect(await world.query(`SELECT file_hash ~ '^[0-9a-f]{64}$' AS held FROM penalty_evidence WHERE penalty_id = $1 AND kind = 'record'`, [first?.id])).toEqual([{ held: true }]);
    expect(await world.query(`SELECT count(*)::int AS n FROM case_event WHERE case_id = $1 AND zh LIKE '%扬尘外逸%'`, [first?.id])).toEqual([{ n: 1 }]);
  });

  it('of a complaint a second time adds its own record to the same case, and pages of visit, complaint and rectification find it', async () => {
    const [{ complaintId, first }] = (await world.query(`SELECT p.complaint_id AS "complaintId", p.id AS first FROM penalty p JOIN inspection v ON v.id = p.inspection_id WHERE v.complaint_number = 'JB-2026-000042' AND p.source_type = 'complaint'`)) as [Any];
    const again = (await planned({ kind: 'complaint', complaintNumber: 'JB-2026-000042', overrideReason: '再次核查同一问题' }, head)).id as string;
    await sealed(again, '料场仍未覆盖');
    expect(await world.query(`SELECT count(*)::int AS n FROM penalty WHERE inspection_id = $1`, [again])).toEqual([{ n: 0 }]);
    // two visits, two records, each with its file
    expect(await world.query(`SELECT count(*)::int AS n, count(DISTINCT file_hash)::int AS files FROM penalty_evidence WHERE penalty_id = $1 AND kind = 'record'`, [first])).toEqual([{ n: 2, files: 2 }]);
    const [mending] = await world.query(`SELECT id, complaint_id AS complaint FROM rectification WHERE source_id = $1`, [again]);
    expect(mending?.complaint).toBe(complaintId);
    for (const origin of [again, complaintId, mending?.id]) expect([origin, (ok(await field.get(`/penalties?originId=${origin as string}`), 200).body.items as Any[]).map(one => one.id)]).toEqual([origin, [first]]);
    expect((ok(await field.get(`/rectifications?originId=${complaintId as string}`), 200).body.items as Any[]).map(one => one.id)).toContain(mending?.id);
    await world.house.db.transaction(() => world.house.api.get(Outbox, { strict: false }).publish(inspectionClosed, { inspectionId: again, enterpriseId: own.orgId as string, regionCode: '141181', kind: 'complaint', result: 'violations', findings: 1 }));
    await world.runJobs();
    expect(await world.query(`SELECT count(*)::int AS n FROM penalty_evidence WHERE penalty_id = $1 AND kind = 'record'`, [first])).toEqual([{ n: 2 }]);
  });

  it('of a complaint whose case was born of a further round goes onto that case, which was found on the day of the answer', async () => {
    const [complaintId, ...rounds] = [newId(), newId(), newId(), newId()];
    const told = { complaintId, number: 'JB-2026-000077', enterpriseId: own.orgId as string, regionCode: '141181' };
    const outbox = world.house.api.get(Outbox, { strict: false });
    const tell = async (work: () => Promise<unknown>): Promise<void> => {
      await world.house.db.transaction(async () => void (await work()));
      await world.runJobs();
    };
    await tell(() => outbox.publish(complaintAccepted, { ...told, subject: 'odour' }));
    await tell(() => outbox.publish(complaintAnswered, { ...told, outcome: 'confirmed' }));
    await tell(() => outbox.publish(complaintAnsweredAnew, { ...told, roundId: rounds[1] as string, earlier: [rounds[0] as string], outcome: 'unfounded', before: 'confirmed' }));
    await tell(() => outbox.publish(complaintAnsweredAnew, { ...told, roundId: rounds[2] as string, earlier: rounds.slice(0, 2), outcome: 'confirmed', before: 'unfounded', on: addDays(today, -3) }));
    const cases = (): Promise<Any[]> => world.query(`SELECT p.source_type AS source, p.discovered_on::text AS found, p.inspection_id AS visit, k.state FROM penalty p JOIN case_record k ON k.id = p.id WHERE p.complaint_id = $1 ORDER BY p.id`, [complaintId]);
    expect(await cases()).toEqual([expect.objectContaining({ source: 'complaint', state: 'not-filed' }), { source: 'complaint-round', state: 'clue', found: addDays(today, -3), visit: null }]);
    // a late message of the round before undoes neither the clue nor the draft of this one
    await tell(() => outbox.publish(complaintAnsweredAnew, { ...told, roundId: rounds[1] as string, earlier: [rounds[0] as string], outcome: 'unfounded', before: 'confirmed' }));
    expect(await cases()).toEqual([expect.objectContaining({ state: 'not-filed' }), expect.objectContaining({ source: 'complaint-round', state: 'clue' })]);
    expect(await world.query(`SELECT k.state FROM rectification r JOIN case_record k ON k.id = r.id WHERE r.source_id = $1`, [rounds[2]])).toEqual([{ state: 'draft' }]);
    const id = (await planned({ kind: 'complaint', complaintNumber: told.number })).id as string;
    await sealed(id, '夜间扬尘外逸', [{ id: 'v2', violation: 'facility-idle', conductOn: today, description: '除尘器滤袋破损', harm: 'slight', fault: 'first', decision: 'rectify', decisionReason: '先责令限期整改' }]);
    expect(await cases()).toEqual([expect.objectContaining({ state: 'not-filed', visit: null }), expect.objectContaining({ source: 'complaint-round', visit: id })]);
    // handed over from the rectification of a round: onto the same case as well
    const [mending] = await world.query(`SELECT id FROM rectification WHERE source_id = $1`, [rounds[2]]);
    const clue = { rectificationId: mending?.id as string, enterpriseId: own.orgId as string, regionCode: '141181', number: 'ZG-77', reason: '拒不整改', complaintId };
    await tell(() => outbox.publish(rectificationClue, clue));
    expect(await cases()).toHaveLength(2);
    expect((ok(await field.get(`/penalties?originId=${mending?.id as string}`), 200).body.items as Any[]).length).toBe(2);
    // what the case of the complaint does not carry is a case of its own when it is handed over, once
    const [order] = await world.query(`SELECT id FROM rectification WHERE source_id = $1`, [id]);
    const found = await world.query(`SELECT finding_id AS id FROM rectification_item WHERE rectification_id = $1`, [order?.id]);
    for (let nth = 0; nth < 2; nth += 1) await tell(() => outbox.publish(rectificationClue, { ...clue, rectificationId: order?.id as string, number: 'ZG-78', inspectionId: id, findingIds: found.map(one => one.id as string) }));
    expect(await world.query(`SELECT violation FROM penalty WHERE source_type = 'rectification' AND source_id = $1`, [order?.id])).toEqual([{ violation: 'facility-idle' }]);
  });

  it('of a complaint whose rectification led to a case already opens no second one when the complaint is found justified', async () => {
    const told = { complaintId: newId(), number: 'JB-2026-000078', enterpriseId: own.orgId as string, regionCode: '141181' };
    const outbox = world.house.api.get(Outbox, { strict: false });
    const tell = async (work: () => Promise<unknown>): Promise<void> => {
      await world.house.db.transaction(async () => void (await work()));
      await world.runJobs();
    };
    await tell(() => outbox.publish(complaintAnswered, { ...told, outcome: 'partly' }));
    const [mending] = await world.query(`SELECT id FROM rectification WHERE source_id = $1`, [told.complaintId]);
    await tell(() => outbox.publish(rectificationClue, { ...told, rectificationId: mending?.id as string, number: 'ZG-79', reason: '拒不整改' }));
    await tell(() => outbox.publish(complaintAnswered, { ...told, outcome: 'confirmed' }));
    expect(await world.query(`SELECT source_type AS source FROM penalty WHERE complaint_id = $1`, [told.complaintId])).toEqual([{ source: 'rectification' }]);
    expect(await world.query(`SELECT 1 AS told FROM case_event e JOIN penalty p ON p.id = e.case_id WHERE p.complaint_id = $1 AND e.zh = '本件所涉投诉已查属实并答复'`, [told.complaintId])).toEqual([{ told: 1 }]);
  });

  it('says why its record is late, whatever was saved ahead of the visit', async () => {
    const { id } = await planned({ kind: 'follow-up', followsId: visit.id, reason: '复查整改情况', overrideReason: '确需复查' }, head);
    ok(await save(id as string, 'notice', { showed: true }), 200);
    world.at(world.now + 12 * 86_400_000);
    await world.keepSignedIn();
    ok(await save(id as string, 'visit', { heldOn: addDays(today, 2) }), 200);
    expect(errors(await act(id as string, 'freeze'))).toContain('/visit/heldOnReason reason');
  });
});
