import { randomUUID } from 'node:crypto';
import { Any, CreditWorld, errors, ok, Person, refused } from './world';

const BASIS = '信用修复管理办法（2026年4月1日施行）（条文待核）';
const FALSE = '整改前后照片系其他企业的照片，经现场核查证实。';

/** A repair that was granted upon false papers is taken back: by two persons, after the word of the party. */
describe('the withdrawal of a repair', () => {
  let world: CreditWorld;
  beforeAll(async () => {
    world = await CreditWorld.begin();
    world.day('2026-11-23');
    // who was found to have applied falsely may not apply again: all of them are granted first
    for (const key of ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7']) ids.set(key, await grant(key, key < 'w5'));
    await world.house.runJobs();
  });
  afterAll(() => world.end());
  beforeEach(() => world.day('2026-11-23'));

  const path = (id: string): string => `/credit-repairs/${id}`;
  const show = async (id: string, person = world.reviewer): Promise<Any> => ok(await person.get(path(id)));
  const ids = new Map<string, string>();
  const granted = (key: string): string => ids.get(key) as string;
  const grant = async (key: string, electronicService = true): Promise<string> => {
    const id = await world.verified(await world.event(key), undefined, { electronicService });
    ok(await world.step(world.approver, path(id), 'grant', { reasons: '已履行处罚决定，整改到位。' }));
    return id;
  };
  const proposed = async (id: string, person: Person = world.reviewer): Promise<void> => {
    const evidenceFileId = await world.house.attach(person, `subjectType=credit-repair&subjectId=${id}&purpose=withdrawal-evidence`);
    ok(await person.post(`${path(id)}/propose-withdrawal`, { falsehood: FALSE, evidenceFileId }));
  };
  const codeOf = async (key: string): Promise<string> => (await world.query(`SELECT code FROM credit_certificate WHERE event_key = $1 ORDER BY id DESC LIMIT 1`, [key]))[0]?.code as string;
  const checked = async (code: string): Promise<Any> => ok(await world.house.anyone.get(`/public/credit-certificates/${code}`));
  const statusOf = async (key: string): Promise<string> => (ok(await world.own.get(`/credit-subjects/${world.own.orgId}/events?limit=100`)).items as Any[]).find(one => one.documentNo === `晋孝环罚〔2026〕${key}号`)?.status as string;

  it('needs a granted repair, a reason, and evidence that was uploaded to it', async () => {
    const waiting = await world.verified(await world.event('w0'));
    const propose = (id: string, over: Any = {}, person = world.reviewer): Promise<Any> => person.post(`${path(id)}/propose-withdrawal`, { falsehood: FALSE, evidenceFileId: randomUUID(), ...over });
    expect(refused(await propose(waiting))).toBe('409 credit-repair.not-granted');
    const id = granted('w1');
    expect(errors(await propose(id))).toEqual(['/evidenceFileId file']);
    const [proof] = await world.query(`SELECT id FROM stored_file WHERE subject_id = $1 AND purpose LIKE 'proof-%' LIMIT 1`, [id]);
    expect(errors(await propose(id, { evidenceFileId: proof?.id }))).toEqual(['/evidenceFileId file']);
    for (const bad of [{ falsehood: '短' }, { evidenceFileId: 'x' }, { more: 1 }]) expect((await propose(id, bad)).status).toBe(400);
    expect((await propose(id, {}, world.own)).status).toBe(403);
    expect((await propose(id, {}, world.intake)).status).toBe(403);
    expect((await world.approver.post(`${path(id)}/decide-withdrawal`, { verdict: 'withdrawn', reasons: '没有提出过' })).body.code).toBe('credit-repair.no-withdrawal');
  });

  it('hears the party, is decided by another person, and everything follows from that day', async () => {
    const id = granted('w2');
    const code = await codeOf('w2');
    expect(await checked(code)).toMatchObject({ revokedOn: null, signatureHolds: true });
    expect(await statusOf('w2')).toBe('repaired');
    const before = await world.grade();
    world.day('2026-11-24');
    expect((await show(id)).actions).toEqual(['credit-repair.propose-withdrawal']);
    await proposed(id);
    expect(refused(await world.reviewer.post(`${path(id)}/propose-withdrawal`, { falsehood: FALSE, evidenceFileId: (await show(id)).withdrawal.evidenceFileId }))).toBe('409 credit-repair.withdrawal-open');
    expect(await show(id, world.own)).toMatchObject({ actions: ['credit-repair.state-withdrawal'], withdrawal: { state: 'proposed', falsehood: FALSE, statementUntil: '2026-12-01' } });
    const decide = (body: Any = {}, person = world.approver): Promise<Any> => person.post(`${path(id)}/decide-withdrawal`, { verdict: 'withdrawn', reasons: '照片系伪造，修复条件自始不具备', ...body });
    expect(refused(await decide())).toBe('422 credit-repair.withdrawal-early');
    expect((await decide({}, world.reviewer)).status).toBe(403);
    ok(await world.own.post(`${path(id)}/state-withdrawal`, { statement: '照片由代理机构提供，我单位不知情。' }));
    expect(refused(await world.own.post(`${path(id)}/state-withdrawal`, { statement: '再说一遍' }))).toBe('409 credit-repair.withdrawal-stated');
    const both = await Promise.all([decide(), decide()]);
    expect(both.map(refused).sort()).toEqual(['200 undefined', '409 credit-repair.no-withdrawal']);
    await world.house.runJobs();

    const { withdrawal } = await show(id, world.own);
    expect(withdrawal).toMatchObject({ state: 'withdrawn', countsFrom: '2026-11-24', statement: expect.stringContaining('不知情') as string });
    expect((withdrawal.remedies as Any[]).length).toBeGreaterThan(0);
    expect((withdrawal.remedies as Any[]).every(one => one.until > '2026-11-24')).toBe(true);
    expect(await statusOf('w2')).toBe('active');
    expect(await checked(code)).toMatchObject({ revokedOn: '2026-11-24', signatureHolds: true });
    const after = await world.grade();
    expect(Number(after.score)).toBeLessThan(Number(before.score));
    expect((await world.grade(world.own.orgId, '?day=2026-11-23')).score).toBe(before.score); // what was before stays
    expect((await world.shown()).events.map((one: Any) => one.documentNo)).toContain('晋孝环罚〔2026〕w2号');
    expect(await world.query(`SELECT type, evidence_file_id = $2 AS proved, legal_basis AS basis FROM credit_event WHERE key = $1`, [`repair-false:${id}`, withdrawal.evidenceFileId])).toEqual([{ type: 'repair.false', proved: true, basis: BASIS }]);
    // ledger and paper rest on the one dated row
    expect(await world.query(`SELECT basis FROM credit_event_change WHERE key = $1`, [`repair-withdrawn:${(await world.query('SELECT id FROM credit_repair_withdrawal WHERE repair_id = $1', [id]))[0]?.id as string}`])).toEqual([{ basis: BASIS }]);
    expect((await world.notices(id)).find(one => one.kind === 'withdrawal')?.paragraphs.join('')).toContain(`依据${BASIS}`);
    const told = await world.query(`SELECT title_zh AS title, body_zh AS body FROM notification WHERE org_id = $1 AND subject_id = $2 AND key LIKE '%withdrawal%' ORDER BY id`, [world.own.orgId, id]);
    expect(told.map(one => one.title)).toEqual(['拟撤销已经作出的信用修复', '信用修复已经撤销']);
    expect(told[1]?.body).toContain('行政复议');
    expect((await world.query(`SELECT zh FROM case_event WHERE case_id = $1 AND visibility = 'parties' ORDER BY id DESC LIMIT 6`, [id])).map(one => one.zh)).toEqual([expect.stringMatching(/^送达撤销信用修复决定书（.+〕1号）$/), '撤销信用修复', '陈述申辩', expect.stringMatching(/^送达撤销信用修复事先告知书（.+告〔2026〕1号）$/), '撤销信用修复事先告知书已送达，2026-12-01 前可以陈述申辩', '拟撤销信用修复']);
    expect((await world.query(`SELECT action FROM audit_entry WHERE action LIKE 'credit-repair.%withdraw%' OR action = 'credit-certificate.revoke' ORDER BY action`)).map(one => one.action)).toEqual(['credit-certificate.revoke', 'credit-repair.decide-withdrawal', 'credit-repair.propose-withdrawal', 'credit-repair.state-withdrawal', 'credit-repair.withdrawal-told', 'credit-repair.withdrawn']);
    // nothing makes another certificate, and the file that proves it stays
    await world.house.runJobs();
    expect(await world.query(`SELECT revoked_on::text FROM credit_certificate WHERE event_key = 'w2'`)).toEqual([{ revoked_on: '2026-11-24' }]);
    expect((await world.reviewer.delete(`/files/${withdrawal.evidenceFileId as string}`)).status).toBeGreaterThanOrEqual(400);
  });

  it('is a numbered paper with facts, reasons, basis and remedies, served with a proof of its own, for both sides to download', async () => {
    const id = granted('w2');
    const [paper, proof] = (await world.notices(id)).slice(-2);
    expect(paper).toMatchObject({ kind: 'withdrawal', number: expect.stringMatching(/信修撤〔2026〕1号$/) as string, title: '撤销信用修复决定书', served: true });
    expect(proof).toMatchObject({ kind: 'service', title: '送达回证' });
    const words = (paper?.paragraphs as string[]).join('\n');
    for (const part of [FALSE, '提出了陈述申辩', '照片系伪造', '信用修复管理办法（2026年4月1日施行）（条文待核）', '自送达之日起生效', '36 个月']) expect(words).toContain(part);
    expect((proof?.paragraphs as string[]).join()).toContain(`撤销信用修复决定书（${paper?.number as string}）`);
    const remedies = (paper?.remedies as string[]).join();
    for (const part of ['六十日', '六个月']) expect(remedies).toContain(part);
    expect((await show(id, world.own)).withdrawal).toMatchObject({ number: paper?.number, servedOn: '2026-11-24' });
    world.house.leaves = ['notification.mail']; // now the papers are drawn
    await world.house.runJobs();
    world.house.leaves = ['notice.render', 'notification.mail'];
    for (const person of [world.own, world.reviewer]) {
      const notice = ((await show(id, person)).case.notices as Any[]).find(one => one.kind === 'withdrawal');
      const file = await person.get(`/files/${notice.fileId as string}/content`);
      expect([file.status, file.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
    const notice = ((await show(id)).case.notices as Any[]).find(one => one.kind === 'withdrawal');
    expect((await world.other.get(`/files/${notice.fileId as string}/content`)).status).toBe(404);
  });

  it('counts the time to speak from the service of the notice, never from the proposal', async () => {
    const id = granted('w7');
    await proposed(id);
    const decide = (): Promise<Any> => world.approver.post(`${path(id)}/decide-withdrawal`, { verdict: 'withdrawn', reasons: '照片系伪造' });
    const notice = ((await show(id, world.own)).case.notices as Any[]).find(one => one.kind === 'intent');
    expect(notice).toMatchObject({ title: '撤销信用修复事先告知书', servedAt: null });
    expect((await world.notices(id)).find(one => one.kind === 'intent')?.paragraphs.join('')).toMatch(new RegExp(`依据：《信用修复管理办法》（2026年4月1日施行）（条文待核）.*${FALSE}.*自收到本告知书之日起5个工作日内`));
    expect(await show(id, world.own)).toMatchObject({ actions: ['credit-repair.state-withdrawal'], withdrawal: { state: 'proposed', intentNoticeId: notice.id, statementDays: 5, toldOn: null, statementUntil: null } });
    // however long the paper lies there
    world.day('2026-12-15');
    expect(refused(await decide())).toBe('409 credit-repair.withdrawal-untold');
    await expect(world.query(`UPDATE credit_repair_withdrawal SET state = 'withdrawn', decided_by = repair_id, decided_by_name = '甲', decided_at = now(), reasons = 'x' WHERE repair_id = $1`, [id])).rejects.toThrow('credit_repair_withdrawal_told');
    ok(await world.house.serve(world.intake, notice.id as string, { method: 'post', receivedBy: '王芳', servedOn: '2026-12-14' }));
    ok(await world.house.serve(world.intake, notice.id as string, { method: 'post', receivedBy: '王芳', servedOn: '2026-12-15' })); // again changes nothing
    expect(await show(id, world.own)).toMatchObject({ withdrawal: { toldOn: '2026-12-14', statementUntil: '2026-12-21' } });
    const told = await world.query(`SELECT title_zh AS title FROM notification WHERE subject_id = $1 AND key LIKE '%withdrawal%'`, [id]);
    expect(told.map(one => one.title)).toEqual(expect.arrayContaining(['待送达：撤销信用修复事先告知书', '拟撤销已经作出的信用修复']));
    world.day('2026-12-21');
    expect(refused(await decide())).toBe('422 credit-repair.withdrawal-early');
    world.day('2026-12-22');
    ok(await decide());
    expect((await world.notices(id)).find(one => one.kind === 'withdrawal')?.paragraphs.join('')).toContain('于 2026-12-14 送达撤销信用修复事先告知书，你单位在告知的期限（2026-12-21 前）内没有提出陈述申辩');
  });

  it('waits for its service on paper: hidden from the party, without effect, and effective from the day it was served', async () => {
    const id = granted('w5');
    await proposed(id);
    ok(await world.own.post(`${path(id)}/state-withdrawal`, { statement: '照片拍摄时间有误，请核对。' }));
    ok(await world.approver.post(`${path(id)}/decide-withdrawal`, { verdict: 'withdrawn', reasons: '照片系伪造' }));
    const notice = ((await show(id)).case.notices as Any[]).find(one => one.kind === 'withdrawal');
    expect(await show(id)).toMatchObject({ actions: [], withdrawal: { state: 'decided', number: notice.number, servedOn: null, countsFrom: null } });
    const seen = await show(id, world.own);
    expect(seen).toMatchObject({ actions: [], withdrawal: { state: 'proposed', number: null, reasons: null, decidedByName: null, remedies: [] } });
    expect((seen.case.notices as Any[]).filter(one => one.kind === 'withdrawal')).toEqual([]);
    expect((seen.case.timeline as Any[]).map(one => one.text.zh)).not.toContain('作出撤销信用修复决定');
    expect((await world.own.get(`/notices/${notice.id as string}`)).status).toBe(404);
    expect(await statusOf('w5')).toBe('repaired');
    expect(await checked(await codeOf('w5'))).toMatchObject({ revokedOn: null });
    expect(refused(await world.reviewer.post(`${path(id)}/propose-withdrawal`, { falsehood: FALSE, evidenceFileId: (await show(id)).withdrawal.evidenceFileId }))).toBe('409 credit-repair.withdrawal-open');
    world.day('2026-11-27');
    const serve = { method: 'post', receivedBy: '王芳', servedOn: '2026-11-26' };
    expect((await world.own.post(`/notices/${notice.id as string}/serve`, serve)).status).toBe(403);
    ok(await world.house.serve(world.intake, notice.id as string, serve));
    ok(await world.house.serve(world.intake, notice.id as string, serve)); // again changes nothing
    expect((await show(id, world.own)).withdrawal).toMatchObject({ state: 'withdrawn', number: notice.number, servedOn: '2026-11-26', countsFrom: '2026-11-26', remedies: expect.arrayContaining([expect.objectContaining({ until: expect.stringMatching(/^2027-0[15]-/) as string })]) as Any[] });
    expect(await statusOf('w5')).toBe('active');
    expect(await checked(await codeOf('w5'))).toMatchObject({ revokedOn: '2026-11-26' });
    expect((await world.notices(id)).filter(one => one.kind === 'withdrawal' || one.kind === 'service').map(one => [one.kind, one.served])).toEqual(expect.arrayContaining([['withdrawal', true]]));
    await expect(world.query(`UPDATE credit_repair_withdrawal SET served_on = NULL, state = 'decided', counts_from = NULL, notice_id = NULL WHERE repair_id = $1`, [id])).rejects.toThrow('credit_repair_withdrawal_paper');
  });

  it('is served also where the event was revoked since the decision: nothing counts again, all else follows', async () => {
    const id = granted('w6');
    await proposed(id);
    ok(await world.own.post(`${path(id)}/state-withdrawal`, { statement: '照片拍摄时间有误，请核对。' }));
    ok(await world.approver.post(`${path(id)}/decide-withdrawal`, { verdict: 'withdrawn', reasons: '照片系伪造' }));
    const notice = ((await show(id)).case.notices as Any[]).find(one => one.kind === 'withdrawal');
    await world.change('w6');
    ok(await world.house.serve(world.intake, notice.id as string, { method: 'post', servedOn: '2026-11-23' }));
    expect((await show(id, world.own)).withdrawal).toMatchObject({ state: 'withdrawn', servedOn: '2026-11-23', countsFrom: null });
    expect(await statusOf('w6')).toBe('revoked');
    expect(await world.query(`SELECT revoked_on::text FROM credit_certificate WHERE event_key = 'w6' AND kind = 'repaired'`)).toEqual([{ revoked_on: '2026-11-23' }]);
    expect(await world.query(`SELECT type FROM credit_event WHERE key = $1`, [`repair-false:${id}`])).toEqual([{ type: 'repair.false' }]);
  });

  it('without a word waits for its last day; dropped, the repair stays and can be looked at again', async () => {
    const id = granted('w3');
    await proposed(id, world.supervisor);
    world.day('2026-11-30');
    const decide = (verdict: string): Promise<Any> => world.approver.post(`${path(id)}/decide-withdrawal`, { verdict, reasons: '经复核，照片属实' });
    expect(refused(await decide('withdrawn'))).toBe('422 credit-repair.withdrawal-early');
    ok(await decide('dropped'));
    expect(await show(id)).toMatchObject({ withdrawal: { state: 'dropped', countsFrom: null }, actions: ['credit-repair.propose-withdrawal'] });
    expect(await statusOf('w3')).toBe('repaired');
    expect(await checked(await codeOf('w3'))).toMatchObject({ revokedOn: null });
    await proposed(id);
    world.day('2026-12-08');
    ok(await decide('withdrawn'));
    expect(await statusOf('w3')).toBe('active');
  });

  it('is refused by the database to one person, also on the day of the grant', async () => {
    const id = granted('w4');
    await proposed(id);
    await expect(world.query(`UPDATE credit_repair_withdrawal SET state = 'dropped', decided_by = proposed_by, decided_by_name = '甲', decided_at = now(), reasons = 'x' WHERE repair_id = $1`, [id])).rejects.toThrow('two_persons');
    ok(await world.own.post(`${path(id)}/state-withdrawal`, { statement: '认可，没有异议。' }));
    ok(await world.approver.post(`${path(id)}/decide-withdrawal`, { verdict: 'withdrawn', reasons: '照片系伪造' }));
    expect((await show(id)).withdrawal.countsFrom).toBe('2026-11-24'); // on the day of the repair the ledger says so
    world.day('2026-11-24');
    expect(await statusOf('w4')).toBe('active');
  });
});
