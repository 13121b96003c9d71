import { randomUUID } from 'node:crypto';
import { Any, CreditWorld, errors, ok, refused, STATEMENT } from './world';

/** 信用修复 through HTTP: from the day on which it can be asked for to the certificate. */
describe('credit repair', () => {
  let world: CreditWorld;
  beforeAll(async () => {
    world = await CreditWorld.begin();
  });
  afterAll(() => world.end());

  const options = async (person = world.own): Promise<Any> => ok(await person.get(`/credit-subjects/${world.own.orgId}/repair-options`));
  const optionOf = async (eventId: string): Promise<Any> => ((await options()).items as Any[]).find(one => one.eventId === eventId);
  const path = (id: string): string => `/credit-repairs/${id}`;

  it('says for each event from which day it can be repaired and with which proofs; strangers find nothing', async () => {
    const fine = await world.event('s1', { occurredOn: '2026-08-24' });
    const pipe = await world.event('s2', { type: 'hidden-pipe', occurredOn: '2026-10-01' });
    await world.event('s3', { type: 'voluntary', title: '认证' });
    expect(await optionOf(fine)).toMatchObject({ can: false, from: '2026-11-24', why: 'too-early', shortestMonths: 3, severity: 'general', repairId: null });
    expect((await optionOf(fine)).proofs.map((one: Any) => [one.key, one.required, one.verified])).toEqual([['mending', true, false], ['performance', true, false], ['other', false, false]]);
    expect(await optionOf(pipe)).toMatchObject({ can: false, from: '2027-10-01', why: 'too-early', shortestMonths: 12 });
    expect(await options()).toMatchObject({ nextFrom: '2026-11-24', barredUntil: null, verified: false });
    expect((await options()).items).toHaveLength(2);
    expect((await world.other.get(`/credit-subjects/${world.own.orgId}/repair-options`)).status).toBe(404);
    expect((await world.reviewer.get(`/credit-subjects/${world.own.orgId}/repair-options`)).status).toBe(200);
    await world.change('s2', { effectiveOn: '2026-10-01' });
    await world.house.runJobs();
    const told = await world.query(`SELECT body_zh FROM notification WHERE key = $1`, [`credit-repair-advice:${fine}`]);
    expect(told[0]?.body_zh).toContain('自 2026-11-24 起可以申请修复');
  });

  it('refuses what cannot be: a day too early, somebody else’s, an irreparable one, a revoked one, nonsense', async () => {
    const early = await world.event('e1', { occurredOn: '2026-08-24' });
    expect(refused(await world.own.post('/credit-repairs', { eventId: early }))).toBe('422 credit-repair.too-early');
    const theirs = await world.event('e2', { subjectId: world.other.orgId });
    expect((await world.own.post('/credit-repairs', { eventId: theirs })).status).toBe(404);
    expect((await world.own.post('/credit-repairs', { eventId: randomUUID() })).status).toBe(404);
    const never = await world.event('e3', { type: 'repair.false', severity: 'minor', subjectId: world.other.orgId, occurredOn: '2020-01-01' });
    expect(refused(await world.other.post('/credit-repairs', { eventId: never }))).toBe('422 credit-repair.never');
    const harmless = await world.event('e4', { type: 'voluntary' });
    expect(refused(await world.own.post('/credit-repairs', { eventId: harmless }))).toBe('422 credit-repair.harmless');
    const revoked = await world.event('e5');
    await world.change('e5');
    expect(refused(await world.own.post('/credit-repairs', { eventId: revoked }))).toBe('409 credit-repair.event-ended');
    for (const bad of [{}, { eventId: 'x' }, { eventId: early, more: 1 }]) expect((await world.own.post('/credit-repairs', bad)).status).toBe(400);
    expect((await world.intake.post('/credit-repairs', { eventId: early })).status).toBe(403);
    expect(await world.query('SELECT 1 FROM credit_repair')).toEqual([]);
  });

  it('is begun once for an event, however often and at once it is asked for', async () => {
    const eventId = await world.event('r1');
    const both = await Promise.all([1, 2, 3].map(() => world.own.post('/credit-repairs', { eventId })));
    expect(both.map(one => refused(one)).sort()).toEqual(['201 undefined', '409 credit-repair.open', '409 credit-repair.open']);
    const { id } = both.find(one => one.status === 201)?.body as Any;
    expect(await optionOf(eventId)).toMatchObject({ can: false, why: 'open', repairId: id });
    // a draft is the applicant's own
    expect((await world.intake.get(path(id as string))).status).toBe(404);
    expect((await world.other.get(path(id as string))).status).toBe(404);
    ok(await world.step(world.own, path(id as string), 'withdraw'));
    expect(await optionOf(eventId)).toMatchObject({ can: true, repairId: null });
  });

  it('is handed in with commitment and proofs, completed once, and accepted', async () => {
    const eventId = await world.event('h1');
    const { id } = ok(await world.own.post('/credit-repairs', { eventId }), 201) as { id: string };
    const body = { statement: STATEMENT, commitment: true, electronicService: true };
    expect(errors(await world.step(world.own, path(id), 'submit', body))).toEqual(['/proofs/mending proof', '/proofs/performance proof']);
    expect(errors(await world.step(world.own, path(id), 'submit', { ...body, commitment: false }))).toEqual(['/commitment commitment']);
    expect(errors(await world.step(world.own, path(id), 'submit', { ...body, statement: '好' }))).toEqual(['/statement statement']);
    for (const one of ['mending', 'performance']) await world.house.attach(world.own, `subjectType=credit-repair&subjectId=${id}&purpose=proof-${one}`);
    await expect(world.house.attach(world.other, `subjectType=credit-repair&subjectId=${id}&purpose=proof-mending`)).rejects.toThrow();
    const sent = ok(await world.step(world.own, path(id), 'submit', body));
    expect(sent).toMatchObject({ state: 'submitted', number: expect.stringMatching(/^XF-2026-\d+$/) as string, files: [{ purpose: 'proof-mending' }, { purpose: 'proof-performance' }] });
    expect((await world.own.post(`${path(id)}/submit`, body, { ifMatch: 1 })).status).toBe(200); // the same click again
    expect(refused(await world.own.post(`${path(id)}/withdraw`, {}, { ifMatch: 1 }))).toBe('412 stale');
    await expect(world.house.attach(world.own, `subjectType=credit-repair&subjectId=${id}&purpose=proof-other`)).rejects.toThrow();
    const item = { pointer: '/proofs/mending', requirement: '请补充复测报告', reason: '信用修复管理办法' };
    expect(errors(await world.step(world.intake, path(id), 'request-correction', { items: [{ ...item, pointer: '/proofs/nothing' }] }))).toEqual(['/items/0/pointer pointer']);
    expect((await world.step(world.reviewer, path(id), 'request-correction', { items: [item] })).status).toBe(403);
    expect(ok(await world.step(world.intake, path(id), 'request-correction', { items: [item] }))).toMatchObject({ state: 'correcting', correctionsLeft: 0 });
    await world.house.attach(world.own, `subjectType=credit-repair&subjectId=${id}&purpose=proof-mending`);
    const again = ok(await world.step(world.own, path(id), 'resubmit', body));
    expect(again.case.corrections[0]).toMatchObject({ state: 'answered', items: [{ pointer: '/proofs/mending', changed: true }] });
    expect(refused(await world.step(world.intake, path(id), 'request-correction', { items: [{ ...item, pointer: '/statement' }] }))).toBe('422 credit-repair.corrected');
    // ten working days after Monday the 23rd
    expect(ok(await world.step(world.intake, path(id), 'accept')).case.case).toMatchObject({ state: 'verifying', dueOn: '2026-12-07' });
    expect((await world.notices(id)).map(one => one.title)).toEqual(['补正告知书', '受理通知书']);
  });

  it('is verified and decided by three persons; the time of an on-site check does not count', async () => {
    const eventId = await world.event('p1');
    const id = await world.handedIn(eventId);
    await world.query(`UPDATE membership SET roles = '{bureau.intake,bureau.reviewer,bureau.approver}' WHERE org_id = $1 AND roles && '{bureau.intake,bureau.reviewer}'`, [world.intake.orgId]);
    ok(await world.step(world.intake, path(id), 'accept'));
    const verdict = { verdict: 'mended', findings: '现场核查，整改到位，罚款已缴。' };
    expect(refused(await world.step(world.intake, path(id), 'verify', verdict))).toBe('422 credit-case.other-person');
    for (const bad of [{}, { ...verdict, verdict: 'fine' }, { ...verdict, findings: '好' }, { ...verdict, extra: 1 }]) expect((await world.step(world.reviewer, path(id), 'verify', bad)).status).toBe(400);
    expect(errors(await world.step(world.reviewer, path(id), 'verify', { ...verdict, siteCheckedOn: '2026-11-24' }))).toEqual(['/siteCheckedOn day']);
    expect(errors(await world.step(world.reviewer, path(id), 'verify', { ...verdict, verdict: 'false' }))).toEqual(['/falsehood falsehood']);
    const pause = { ground: 'site-check', noticeNumber: '孝环信告〔2026〕1号', expectedOn: '2026-11-27', reason: '需现场核查' };
    const paused = ok(await world.step(world.reviewer, `/cases/${id}`, 'pause', pause));
    expect([paused.case.clockPaused, paused.case.dueOn]).toEqual([true, null]);
    expect(refused(await world.step(world.reviewer, path(id), 'verify', verdict))).toBe('409 credit-repair.paused');
    world.day('2026-11-27');
    expect(ok(await world.step(world.reviewer, `/cases/${id}`, 'resume', { reason: '核查完毕' })).case.dueOn).toBe('2026-12-11');
    expect(ok(await world.step(world.reviewer, path(id), 'verify', { ...verdict, siteCheckedOn: '2026-11-26' }))).toMatchObject({ state: 'verified', verdict: 'mended' });
    for (const person of [world.intake, world.reviewer]) expect(refused(await world.step(person, path(id), 'grant', { reasons: '符合条件' }))).toBe('422 credit-case.other-person');
    expect(ok(await world.own.get(path(id)))).toMatchObject({ verdict: null, findings: null, since: [] }); // the bureau's own until the decision
    await world.query(`UPDATE membership SET roles = '{bureau.intake}' WHERE user_id = (SELECT accepted_by FROM credit_repair WHERE id = $1)`, [id]);
    await world.query(`UPDATE membership SET roles = '{bureau.reviewer}' WHERE user_id = (SELECT verified_by FROM credit_repair WHERE id = $1)`, [id]);
    await expect(world.query('UPDATE credit_repair SET verified_by = accepted_by WHERE id = $1', [id])).rejects.toThrow('credit_repair_two_persons');
    ok(await world.step(world.approver, path(id), 'verify-again', { reason: '请补充监测数据' }));
    ok(await world.step(world.reviewer, path(id), 'verify', verdict));
    ok(await world.step(world.approver, path(id), 'grant', { reasons: '义务已履行，整改到位' }));
    world.day('2026-11-23');
  });

  it('takes its effect at once, everywhere, with two papers served together and a certificate that stays', async () => {
    const [before] = [await world.grade()];
    const eventId = await world.event('g1', { type: 'hidden-pipe', title: '暗管排放', occurredOn: '2025-11-01' });
    expect(await world.grade()).toMatchObject({ grade: 'D' });
    const lists = async (): Promise<Any[]> => (ok(await world.supervisor.get('/credit-lists?measure=subsidy&value=stop')).items as Any[]).filter(one => one.id === world.own.orgId);
    expect(await lists()).toHaveLength(1);
    expect((await world.shown()).events.map((one: Any) => one.documentNo)).toContain('晋孝环罚〔2026〕g1号');
    const id = await world.verified(eventId);
    const done = ok(await world.step(world.approver, path(id), 'grant', { reasons: '义务已履行，整改到位' }));
    expect(done).toMatchObject({ state: 'granted', decidedByName: expect.any(String) as string, certificateId: expect.any(String) as string, actions: [] });
    expect(await world.grade()).toMatchObject({ grade: before.grade, score: before.score });
    expect(await lists()).toEqual([]);
    const publicly = await world.shown();
    expect(publicly.events.map((one: Any) => one.documentNo)).not.toContain('晋孝环罚〔2026〕g1号');
    expect((await world.house.anyone.get('/public/credit-register/export')).raw.length).toBeGreaterThan(0);
    // nothing is erased: yesterday's grade, and what was known before
    expect(await world.grade(world.own.orgId, '?day=2026-11-22')).toMatchObject({ grade: 'D' });
    const [event] = (ok(await world.own.get(`/credit-subjects/${world.own.orgId}/events?q=g1`)).items as Any[]);
    expect(event).toMatchObject({ status: 'repaired', changes: [{ status: 'repaired', documentNo: done.number }] });
    const papers = (await world.notices(id)).filter(one => ['decision', 'advice', 'service'].includes(one.kind as string));
    expect(papers.map(one => [one.kind, one.title, one.served])).toEqual([['decision', '信用修复决定书', true], ['advice', '信用修复告知书', true], ['service', '送达回证', false]]);
    expect(papers[0]?.number).toMatch(/^孝环信修准〔2026〕\d+号$/);
    expect(papers[0]?.remedies.length).toBeGreaterThan(1);
    expect(papers[2]?.paragraphs.join()).toContain('信用修复决定书');
    expect(papers[2]?.paragraphs.join()).toContain('信用修复告知书');
    await world.house.runJobs();
    const [certificate] = ok(await world.own.get(`/credit-subjects/${world.own.orgId}/certificates?q=g1`)).items as Any[];
    expect(certificate).toMatchObject({ kind: 'repaired', endedOn: '2026-11-23', fileId: expect.any(String) as string });
    expect((await world.own.get(`/files/${certificate.fileId as string}/content`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await world.other.get(`/files/${certificate.fileId as string}/content`)).status).toBe(404);
    const check = ok(await world.house.anyone.get(`/public/credit-certificates/${certificate.code as string}`));
    expect(check).toMatchObject({ number: certificate.number, signatureHolds: true, eventTitle: '暗管排放' });
    for (const wrong of [certificate.number as string, 'A'.repeat(16), `${certificate.code as string}x`, '%27']) expect((await world.house.anyone.get(`/public/credit-certificates/${wrong}`)).status).toBe(404);
    await world.query(`UPDATE credit_certificate SET event_title = '别的', signed_text = replace(signed_text, '暗管排放', '别的') WHERE id = $1`, [certificate.id]);
    expect(ok(await world.house.anyone.get(`/public/credit-certificates/${certificate.code as string}`)).signatureHolds).toBe(false);
    // decided once
    expect((await world.step(world.approver, path(id), 'refuse', { reasons: '再想一想', isFalse: false })).status).toBe(409);
    expect(await world.query(`SELECT 1 FROM credit_certificate WHERE event_key = 'g1'`)).toHaveLength(1);
  });

  it('waits for its service where the subject did not agree to receive papers here; then both go together', async () => {
    const id = await world.verified(await world.event('w1'), undefined, { electronicService: false });
    ok(await world.step(world.approver, path(id), 'grant', { reasons: '义务已履行，整改到位' }));
    const { case: { notices } } = ok(await world.own.get(path(id)));
    const decision = (notices as Any[]).find(one => one.kind === 'decision');
    expect((notices as Any[]).filter(one => one.servedAt).map(one => one.kind)).toEqual([]);
    const electronic = { method: 'electronic', consentFileId: await world.house.proof(world.intake, decision.id as string, 'consent') };
    const served = ok(await world.house.serve(world.intake, decision.id as string, electronic));
    expect(served.service).toMatchObject({ method: 'electronic', receivedBy: '王芳', consentFileId: electronic.consentFileId });
    // what a service rests on stays, and is the officers' alone
    expect((await world.intake.delete(`/files/${served.service.proofFileId as string}`)).status).toBe(409);
    expect((await world.own.get(`/files/${served.service.proofFileId as string}/content`)).status).toBe(404);
    expect((await world.notices(id)).filter(one => one.served).map(one => one.kind).sort()).toEqual(['advice', 'decision']);
  });

  it('is refused with reasons and remedies; a false one stands in the ledger and keeps further ones away', async () => {
    const id = await world.verified(await world.event('f1'), { verdict: 'not-mended', findings: '脱硝设施未运行，未整改到位。' });
    expect(refused(await world.step(world.approver, path(id), 'grant', { reasons: '符合条件' }))).toBe('422 credit-repair.not-mended');
    expect(refused(await world.step(world.approver, path(id), 'refuse', { reasons: '没有整改', isFalse: true }))).toBe('422 credit-repair.verified-false');
    ok(await world.step(world.approver, path(id), 'refuse', { reasons: '没有整改到位', isFalse: false }));
    const [decision] = (await world.notices(id)).filter(one => one.kind === 'decision');
    expect(decision).toMatchObject({ title: '不予信用修复决定书', served: true });
    expect(decision?.remedies.join()).toMatch(/行政复议.*行政诉讼/);
    expect(ok(await world.own.get(path(id)))).toMatchObject({ state: 'refused', findings: '脱硝设施未运行，未整改到位。', reasons: '没有整改到位' });

    const theirs = await world.event('f2', { subjectId: world.other.orgId });
    const false1 = await world.verified(theirs, { verdict: 'false', findings: '缴款票据系伪造，与财政核对不符。', falsehood: '提交的缴款票据号不存在，系伪造。' }, { person: world.other, electronicService: false });
    ok(await world.step(world.approver, path(false1), 'refuse', { reasons: '材料虚假', isFalse: true }));
    // it has its effect with its service and not before
    expect(await world.query('SELECT 1 FROM credit_event WHERE key = $1', [`repair-false:${false1}`])).toEqual([]);
    expect(ok(await world.other.get(`/credit-subjects/${world.other.orgId}/repair-options`)).barredUntil).toBeNull();
    const [paper] = (await world.query(`SELECT id FROM case_notice WHERE case_id = $1 AND kind = 'decision'`, [false1])) as [Any];
    for (const again of [1, 2]) ok(await world.house.serve(world.intake, paper.id as string, { receivedBy: `王芳${again}` }));
    expect((await world.query(`SELECT type, severity FROM credit_event WHERE key = $1`, [`repair-false:${false1}`]))).toEqual([{ type: 'repair.false', severity: 'serious' }]);
    expect((await world.shown(world.other.orgId)).events.map((one: Any) => one.type)).toContain('repair.false');
    expect(refused(await world.other.post('/credit-repairs', { eventId: theirs }))).toBe('422 credit-repair.barred');
    expect(ok(await world.other.get(`/credit-subjects/${world.other.orgId}/repair-options`)).barredUntil).toBe('2029-11-23');
  });

  it('ends by itself when its event is revoked meanwhile, and cannot be granted in between', async () => {
    const eventId = await world.event('l1');
    const id = await world.verified(eventId);
    await world.change('l1');
    expect(refused(await world.step(world.approver, path(id), 'grant', { reasons: '符合条件' }))).toBe('409 credit-case.event-ended');
    await world.house.runJobs();
    expect(ok(await world.own.get(path(id)))).toMatchObject({ state: 'lapsed' });
    expect(await world.query(`SELECT kind FROM credit_certificate WHERE event_key = 'l1'`)).toEqual([{ kind: 'revoked' }]);
  });

  it('grant and revocation at once leave one ledger that everybody reads alike', async () => {
    const eventId = await world.event('x1', { severity: 'minor', type: 'warning' });
    const id = await world.verified(eventId);
    await Promise.all([world.step(world.approver, path(id), 'grant', { reasons: '符合条件' }), world.change('x1', { effectiveOn: '2026-08-23' })]);
    await world.house.runJobs();
    const [event] = ok(await world.own.get(`/credit-subjects/${world.own.orgId}/events?q=x1`)).items as Any[];
    expect(event.status).toBe('revoked');
    expect(['granted', 'lapsed']).toContain((await world.query('SELECT state FROM case_record WHERE id = $1', [id]))[0]?.state);
  });

  it('lists by tab, filter, words and order, pages by key, exports; nothing of others', async () => {
    const ids = [await world.handedIn(await world.event('q1')), await world.handedIn(await world.event('q2', { severity: 'minor' }))];
    const list = async (query: string, person = world.intake): Promise<Any> => ok(await person.get(`/credit-repairs?${query}`));
    expect((await list('tab=accepting')).items.map((one: Any) => one.id).sort()).toEqual([...ids].sort());
    expect((await list('tab=accepting&severity=minor')).items.map((one: Any) => one.id)).toEqual([ids[1]]);
    expect((await list(`q=${encodeURIComponent('处罚q1')}`)).items.map((one: Any) => one.id)).toEqual([ids[0]]);
    expect((await list('tab=ended')).items.length).toBeGreaterThan(3);
    const all = (await list('sort=due&limit=100')).items as Any[];
    const first = await list('sort=due&limit=2');
    const second = await list(`sort=due&limit=100&cursor=${encodeURIComponent(first.nextCursor as string)}`);
    expect([...first.items, ...second.items].map((one: Any) => one.id)).toEqual(all.map(one => one.id));
    expect((await list('limit=100', world.other)).items.every((one: Any) => one.subjectId === world.other.orgId)).toBe(true);
    for (const bad of ['tab=x', 'sort=x', 'q=x', 'limit=0', 'cursor=zz', 'more=1']) expect((await world.intake.get(`/credit-repairs?${bad}`)).status).toBe(400);
    expect((await world.intake.get('/credit-repairs/export?tab=ended')).raw.subarray(0, 2).toString()).toBe('PK');
    expect((await world.own.get('/credit-repairs/export')).status).toBe(403);
    for (const action of ['accept', 'submit', 'verify', 'grant', 'withdraw']) expect([403, 404]).toContain((await world.step(world.other, path(ids[0] as string), action, { statement: STATEMENT, commitment: true, electronicService: true })).status);
  });

  it('is given to a firm under a mandate for credit, and a firm repairs its own', async () => {
    const own = await world.event('m1', { subjectId: world.firm.orgId, type: 'firm.late', severity: 'general' });
    const id = await world.handedIn(own, { person: world.firm });
    expect(ok(await world.firm.get(path(id)))).toMatchObject({ subjectKind: 'firm', state: 'submitted' });
    expect((await world.firm.get(`/cases/${id}`)).status).toBe(200);
    const theirs = await world.event('m2');
    expect((await world.firm.post('/credit-repairs', { eventId: theirs })).status).toBe(404);
  });

  it('what ends by time leaves its certificate in the nightly round, once', async () => {
    await world.event('t1', { severity: 'minor', type: 'warning', occurredOn: '2026-06-24', validUntil: '2026-11-23' });
    world.day('2026-11-24');
    const { Following } = await import('../../../libs/credit-repair/src/following.service');
    const following = world.house.api.get(Following, { strict: false });
    expect(await following.settleBatch(null, 200)).toBeNull();
    await following.settleBatch(null, 200);
    expect(await world.query(`SELECT kind, ended_on::text FROM credit_certificate WHERE event_key = 't1'`)).toEqual([{ kind: 'expired', ended_on: '2026-11-23' }]);
    expect((await world.shown()).events.map((one: Any) => one.documentNo)).not.toContain('晋孝环罚〔2026〕t1号');
    world.day('2026-11-23');
  });
});
