import { PermitReader } from '@huanbao/permits';
import { Any, Person, PermitWorld } from './world';

/** How a permit is lost, given up or taken: 补领, 注销, 撤销. */
describe('the end of a permit', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let permit: Any;
  let spare: Any;

  const living = async (sequence: number): Promise<Any> => {
    const application = await world.submitted(enterprise, { siteSequence: sequence });
    return world.issue(application.id as string, `${application.uscc as string}00${sequence}P`);
  };
  const open = (id: string): Promise<Any> => world.anyone.get(`/public/permits/${id}`);
  const told = (id: string): Promise<unknown[]> => world.db.query(`SELECT 1 FROM audit_entry WHERE action = 'permit.cancelled' AND subject_id = $1`, [id]);

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    permit = await living(1);
    // before the revocation for fraud, which bars its holder from applying
    spare = await living(5);
  });
  afterAll(() => world.end());

  it('gives new papers for lost ones: the same permit, one version more', async () => {
    const path = `/permits/${permit.id as string}/requests`;
    const ahead = await enterprise.post(path, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: '2027-01-01' });
    expect(ahead.body.errors[0].pointer).toBe('/occurredOn');
    await world.papers(enterprise, permit.id as string, 'reissue');
    const asked = await enterprise.post(path, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: '2026-11-20' });
    expect(asked).toMatchObject({ status: 201, body: { kind: 'reissue', permitNumber: permit.number, case: { case: { state: 'submitted' } } } });
    expect(JSON.stringify(asked.body.case.clocks)).toContain('未核实');
    expect((await enterprise.post(path, { kind: 'cancel', reason: '停产', occurredOn: '2026-11-20' })).body).toMatchObject({ code: 'permit-request.open', caseId: asked.body.id });
    const approver = await world.as('bureau.approver');
    expect((await (await world.as('bureau.intake')).post(`/permit-cases/${asked.body.id as string}/answer`, { outcome: 'approve' })).status).toBe(403);
    expect((await (await world.as('enterprise.admin', 1)).get(`/permit-cases/${asked.body.id as string}`)).status).toBe(404);
    const [done, again] = await Promise.all([1, 2].map(() => approver.post(`/permit-cases/${asked.body.id as string}/answer`, { outcome: 'approve' })));
    expect([done?.status, again?.status]).toEqual([200, 200]);
    await world.runJobs();
    const now = (await enterprise.get(`/permits/${permit.id as string}`)).body;
    expect(now).toMatchObject({ number: permit.number, validTo: permit.validTo, status: 'valid' });
    expect(now.originalFileId).not.toBe(permit.originalFileId);
    expect((await world.api.get(PermitReader).versions(permit.id as string)).map(one => [one.number, one.businessType])).toEqual([[2, 'reissue'], [1, 'new']]);
    expect((await open(permit.id as string)).body).toMatchObject({ signatureHolds: true, status: 'valid' });
  });

  it('answers a request with reasons, and the holder may ask again', async () => {
    await world.papers(enterprise, permit.id as string, 'cancel');
    const asked = await enterprise.post(`/permits/${permit.id as string}/requests`, { kind: 'cancel', reason: '搬迁', occurredOn: '2026-11-20' });
    const approver = await world.as('bureau.approver');
    const path = `/permit-cases/${asked.body.id as string}/answer`;
    expect((await approver.post(path, { outcome: 'reject' })).status).toBe(400);
    const supervisor = await world.as('bureau.supervisor');
    const reason = '现场仍在生产，请停产后再申请';
    expect((await (await world.as('bureau.reviewer')).post(path, { outcome: 'reject', reason })).status).toBe(403);
    expect((await approver.post(path, { outcome: 'reject', reason })).body).toMatchObject({ refusal: { reason, mine: true }, case: { case: { state: 'submitted' }, notices: [] } });
    // two persons, and nothing of it outside before the second has decided
    expect((await approver.post(path, { outcome: 'reject' })).body.code).toBe('permit-request.second-person');
    const seen = (await enterprise.get(`/permit-cases/${asked.body.id as string}`)).body;
    expect(seen.case.case.state).toBe('submitted');
    expect([seen.refusal, seen.case.notices, JSON.stringify(seen.case.timeline).includes('停产后再申请')]).toEqual([null, [], false]);
    expect((await supervisor.post(path, { outcome: 'send-back', reason: '请先核实停产情况' })).body).toMatchObject({ refusal: null, case: { case: { state: 'submitted' } } });
    expect((await supervisor.post(path, { outcome: 'send-back', reason: '请先核实停产情况' })).body.code).toBe('permit-request.no-refusal');
    expect((await supervisor.post(path, { outcome: 'reject', reason })).body.refusal).toMatchObject({ reason, mine: true });
    const refused = (await approver.post(path, { outcome: 'reject' })).body;
    expect(refused.case).toMatchObject({ case: { state: 'rejected' }, decision: { outcome: 'refused', reasons: reason }, notices: [{ kind: 'decision', number: expect.stringMatching(/^孝环证不准〔2026〕\d+号$/) as string }] });
    const [paper] = await world.db.query<Any>('SELECT content FROM case_notice WHERE case_id = $1', [asked.body.id]);
    expect([paper.content.title, (paper.content.paragraphs as string[]).join().includes('决定不予办理'), (paper.content.remedies as string[]).length > 0]).toEqual(['不予办理决定书', true, true]);
    expect((await open(permit.id as string)).body.status).toBe('valid');
    const again = { kind: 'cancel', reason: '搬迁', occurredOn: '2026-11-21' };
    expect((await enterprise.post(`/permits/${permit.id as string}/requests`, again)).body.errors[0].pointer).toBe('/papers/explanation');
    await world.papers(enterprise, permit.id as string, 'cancel');
    expect((await enterprise.post(`/permits/${permit.id as string}/requests`, again)).status).toBe(201);
  });

  it('asks for the papers of the request by name, keeps them through a refusal, and shows them sealed to the officer', async () => {
    const own = await living(4);
    const [id, request] = [own.id as string, { kind: 'reissue', cause: 'damaged', reason: '正本损毁', occurredOn: '2026-11-20' }];
    const drafts = `/permits/${id}/request-drafts`;
    const stranger = await world.as('enterprise.admin', 1);
    expect([(await stranger.post(drafts, { kind: 'reissue' })).status, (await (await world.as('bureau.approver')).post(drafts, { kind: 'reissue' })).status]).toEqual([404, 403]);
    expect((await enterprise.post(drafts, { kind: 'revoke' })).status).toBe(400);
    const [draft, same] = await Promise.all([1, 2].map(() => enterprise.post(drafts, { kind: 'reissue' })));
    expect(draft).toMatchObject({ status: 200, body: { id: same?.body.id, materials: [{ kind: 'explanation', need: 'always', verified: false }, { kind: 'loss-notice', need: 'when', triggers: ['lost'] }, { kind: 'old-certificate', need: 'when', triggers: ['damaged'] }, { kind: 'other', need: 'optional' }] } });
    const papers = draft?.body.id as string;
    const files = `/files?subjectType=permit-request&subjectId=${papers}`;
    const refused = await enterprise.post(`/permits/${id}/requests`, request);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/papers/explanation', code: 'paper', zh: expect.stringContaining('情况说明') as string }, { pointer: '/papers/old-certificate' }] } });
    // why is said, and decides which paper is needed
    expect((await enterprise.post(`/permits/${id}/requests`, { ...request, cause: undefined })).body.errors[0].pointer).toBe('/cause');
    expect((await enterprise.post(`/permits/${id}/requests`, { ...request, cause: 'stolen' })).body.errors[0].pointer).toBe('/cause');
    expect(((await enterprise.post(`/permits/${id}/requests`, { ...request, cause: 'lost' })).body.errors as Any[]).map(one => one.pointer as string)).toEqual(['/papers/explanation', '/papers/loss-notice']);
    const subject = `subjectType=permit-request&subjectId=${papers}`;
    await world.attach(enterprise, `${subject}&purpose=other`);
    expect((await enterprise.post(`/permits/${id}/requests`, request)).body.errors).toHaveLength(2);
    await world.attach(enterprise, `${subject}&purpose=old-certificate`);
    const fileId = await world.attach(enterprise, `${subject}&purpose=explanation`);
    // a draft is its holder's alone
    const approver = await world.as('bureau.approver');
    expect([(await approver.get(files)).status, (await approver.get(`/files/${fileId}/content`)).status, (await stranger.get(files)).status]).toEqual([404, 404, 404]);
    expect((await enterprise.get(files)).body).toHaveLength(3);
    const asked = await enterprise.post(`/permits/${id}/requests`, request);
    expect(asked).toMatchObject({ status: 201, body: { papersId: papers, cause: 'damaged', materials: [{ kind: 'explanation' }, { kind: 'old-certificate' }, { kind: 'other' }] } });
    // handed in: the officer reads and downloads, nobody changes anything, a stranger sees nothing
    expect(((await approver.get(files)).body as Any[]).map(one => one.purpose as string)).toEqual(['other', 'old-certificate', 'explanation']);
    expect((await approver.get(`/files/${fileId}/content`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect([(await enterprise.delete(`/files/${fileId}`)).status, (await stranger.get(files)).status]).toEqual([403, 404]);
    await expect(world.attach(enterprise, `${subject}&purpose=other`)).rejects.toThrow('403');
    const [kept] = await world.db.query<Any>(`SELECT details FROM case_event WHERE case_id = $1 AND action = 'submit'`, [asked.body.id]);
    expect(JSON.stringify(kept)).toContain(fileId);
    // the next request begins with no papers
    expect((await enterprise.post(`/permit-cases/${asked.body.id as string}/withdraw`)).status).toBe(200);
    expect((await enterprise.post(drafts, { kind: 'reissue' })).body.id).not.toBe(papers);
  });

  it('is revoked by two persons, hidden until it is served, and then gone everywhere at once', async () => {
    const other = await living(2);
    const [reviewer, approver] = [await world.as('bureau.reviewer'), await world.as('bureau.approver')];
    const path = `/permits/${other.id as string}/measures`;
    const measure = { kind: 'revoke', ground: 'fraud', reasons: '提交的监测报告经核实系伪造，原始记录不存在。' };
    expect((await enterprise.post(path, measure)).status).toBe(403);
    // nothing is proposed without evidence; it is the officer's own until then, the bureau's afterwards, and never the holder's
    expect((await reviewer.post(path, measure)).body.errors[0]).toMatchObject({ pointer: '/evidence', code: 'evidence' });
    expect([(await enterprise.post(`/permits/${other.id as string}/measure-drafts`)).status, (await (await world.as('enterprise.admin', 1)).post(`/permits/${other.id as string}/measure-drafts`)).status]).toEqual([403, 403]);
    const evidence = await world.evidence(reviewer, other.id as string);
    const files = `/files?subjectType=permit-measure&subjectId=${evidence}`;
    expect(await Promise.all([approver, enterprise, await world.as('bureau.enforcer')].map(async one => (await one.get(files)).status))).toEqual([404, 404, 404]);
    expect((await reviewer.post(path, { ...measure, ground: 'beyond-limits' })).body.errors[0].pointer).toBe('/ground');
    const told = await reviewer.post(path, measure);
    expect(told).toMatchObject({ status: 201, body: { kind: 'revoke', ground: { key: 'fraud' }, case: { case: { state: 'telling' } } } });
    const id = told.body.id as string;
    expect(told.body.evidenceId).toBe(evidence);
    expect(told.body.case.clocks[0]).toMatchObject({ total: 90, article: expect.stringContaining('未核实') as string });
    expect((await approver.get(files)).body).toHaveLength(1);
    await expect(world.attach(reviewer, `subjectType=permit-measure&subjectId=${evidence}&purpose=evidence`)).rejects.toThrow('403');
    expect([(await enterprise.get(files)).status, (await enterprise.get(`/permit-cases/${id}`)).body.evidenceId]).toEqual([404, null]);
    // one at a time, and giving the permit up is no way round it
    await world.evidence(reviewer, other.id as string);
    expect((await reviewer.post(path, measure)).body).toMatchObject({ status: 409, code: 'permit-measure.open', caseId: id });
    await world.papers(enterprise, other.id as string, 'cancel');
    const given = await enterprise.post(`/permits/${other.id as string}/requests`, { kind: 'cancel', reason: '不想要了', occurredOn: '2026-11-20' });
    expect((await approver.post(`/permit-cases/${given.body.id as string}/answer`, { outcome: 'approve' })).body.code).toBe('permit-measure.open');
    for (const officer of [approver, await world.as('bureau.supervisor')]) expect((await officer.post(`/permit-cases/${given.body.id as string}/answer`, { outcome: 'reject', reason: '正在办理撤销，不能注销' })).status).toBe(200);
    await world.runJobs();
    expect(JSON.stringify((await enterprise.get('/notifications?limit=100')).body)).toContain('事先告知');
    expect((await enterprise.post(`/cases/${id}/statement`, { text: '报告由监测机构出具，我单位不知情，请核查。' })).status).toBeLessThan(300);
    expect((await approver.post(`/cases/${id}/statement/answer`, { answering: 'rejected', text: '排污单位对报告真实性负责，不予采纳。' })).status).toBeLessThan(300);
    await world.moveTo('2026-12-02T02:00:00Z');
    const decider = await world.as('bureau.approver');
    enterprise = await world.as('enterprise.admin');
    // its statement told that the notice was there: the period for a hearing runs from that day, and is over
    const settled = await decider.post(`/permit-cases/${id}/settle`, { outcome: 'impose', reasons: '事实清楚，同意撤销。' });
    expect(settled.body.case.case.state).toBe('unserved');
    // nobody outside knows yet, whichever way they look
    expect((await enterprise.get(`/permit-cases/${id}`)).body.case.case.state).toBe('told');
    // nor on the page of the permit and in the lists: the case stands there as they know it
    const casesOf = async (person: Person): Promise<string[]> => ((await person.get(`/permits/${other.id as string}`)).body.cases as Any[]).map(one => one.state as string);
    expect([await casesOf(enterprise), await casesOf(decider)]).toEqual([['rejected', 'told', 'issued'], ['rejected', 'unserved', 'issued']]);
    const ownOnes = (await enterprise.get('/cases/own?matter=permits&page=permit-cases&limit=50')).body.items as Any[];
    expect([ownOnes.find(one => one.id === id)?.state, new Set(ownOnes.map(one => one.kind as string))]).toEqual(['told', new Set(['permit-measure', 'permit-request'])]);
    expect((await enterprise.get('/cases/own?page=no-page')).body.items).toEqual([]);
    expect((await enterprise.get(`/permits/${other.id as string}`)).body).toMatchObject({ endedOn: null, endGround: null, endBasis: null });
    expect((await open(other.id as string)).body.status).toBe('valid');
    expect(JSON.stringify((await enterprise.get('/notifications?limit=100')).body)).not.toContain('已撤销');
    const notices = settled.body.case.notices as Any[];
    const decision = notices.find(one => one.kind === 'decision');
    // the paper is put on record two days after it was handed over: the permit ended on the day it reached the holder
    await world.moveTo('2026-12-04T02:00:00Z');
    const clerk = await world.as('bureau.approver');
    enterprise = await world.as('enterprise.admin');
    const served = await world.serve(clerk, decision.id as string, { receivedBy: '郭建军', servedOn: '2026-12-02' });
    expect(served.status).toBeLessThan(300);
    expect((await open(other.id as string)).body.status).toBe('revoked');
    expect((await enterprise.get(`/permit-cases/${id}`)).body.case.case.state).toBe('done');
    expect((await enterprise.get(`/permits/${other.id as string}`)).body).toMatchObject({ status: 'revoked', remainingDays: null, endedOn: '2026-12-02', endGround: { zh: expect.stringContaining('不正当手段') as string }, endBasis: expect.stringContaining('第四十条') as string });
    expect(await casesOf(enterprise)).toEqual(['rejected', 'done', 'issued']);
    const [row] = await world.db.query<Any>('SELECT status, ended_on::text, end_ground, end_basis FROM permit WHERE id = $1', [other.id]);
    expect(row).toMatchObject({ status: 'revoked', ended_on: '2026-12-02', end_ground: 'fraud', end_basis: expect.stringContaining('第四十条') as string });
    const reader = world.api.get(PermitReader);
    expect((await reader.limitsOn(other.id as string, '2026-12-01')).length).toBeGreaterThan(0);
    expect(await reader.limitsOn(other.id as string, '2026-12-02')).toEqual([]);
    expect((await reader.formOn(other.id as string, '2026-12-01'))?.standing).toBe('valid');
    await world.runJobs();
    expect(JSON.stringify((await enterprise.get('/notifications?limit=100')).body)).toContain('已撤销');
    // 条例 art. 40: no new application for three years
    const site = (await enterprise.get(`/organisations/${enterprise.orgId}/sites`)).body[1].id as string;
    const standing = (await enterprise.get(`/permit-applications/standing?siteId=${site}`)).body;
    expect(standing.types[0]).toMatchObject({ key: 'new', possible: false, remark: { zh: expect.stringContaining('2029-12-02') as string } });
  });

  describe('cancelled by the authority', () => {
    const propose = (person: Person, id: string, over: object = {}): Promise<Any> =>
      person.post(`/permits/${id}/measures`, { kind: 'cancel-ex-officio', ground: 'holder-ended', reasons: '市场监管部门已经注销登记，附企业登记信息。', ...over });
    let officers: { reviewer: Person; enforcer: Person; approver: Person };
    beforeAll(async () => {
      enterprise = await world.as('enterprise.admin');
      officers = { reviewer: await world.as('bureau.reviewer'), enforcer: await world.as('bureau.enforcer'), approver: await world.as('bureau.approver') };
    });

    it('is proposed for a ground that holds, with evidence, by who may', async () => {
      const { reviewer, approver } = officers;
      const id = permit.id as string;
      expect((await approver.post(`/permits/${id}/cancel`, { ground: 'holder-ended', reason: '已注销' })).status).toBe(404);
      expect((await propose(approver, id)).status).toBe(403);
      expect((await propose(enterprise, id)).status).toBe(403);
      expect((await propose(reviewer, '01980000-0000-7000-8000-000000000000')).status).toBe(404);
      expect((await propose(reviewer, id, { ground: 'expired' })).body).toMatchObject({ status: 422, code: 'permit.not-expired' });
      expect((await propose(reviewer, id, { ground: 'fraud' })).body.errors[0].pointer).toBe('/ground');
      expect((await propose(reviewer, id, { reasons: '短' })).status).toBe(400);
      expect((await propose(reviewer, id)).body.errors[0].pointer).toBe('/evidence');
    });

    it('takes two persons and no notice where nobody is left to be heard; the permit holds until the decision is served', async () => {
      const { reviewer, enforcer, approver } = officers;
      const id = permit.id as string;
      await world.evidence(reviewer, id);
      await world.evidence(enforcer, id);
      const openBefore = (await enterprise.get('/cases/own/counts')).body.open as number;
      // two officers at once: one case
      const both = await Promise.all([propose(reviewer, id), propose(enforcer, id)]);
      expect(both.map(one => one.status as number).sort()).toEqual([201, 409]);
      const opened = both.find(one => one.status === 201)?.body as Any;
      expect(opened).toMatchObject({ kind: 'cancel-ex-officio', ground: { key: 'holder-ended', article: '行政许可法 第七十条第三项', unheard: { zh: expect.any(String) as string } }, case: { case: { state: 'proposed' }, adverse: { statementUntil: null, deciding: 'ready' }, notices: [] } });
      expect(opened.case.clocks[0]).toMatchObject({ total: 20 });
      const path = `/permit-cases/${opened.id as string}`;
      // nobody outside is told
      await world.runJobs();
      expect(JSON.stringify((await enterprise.get('/notifications?limit=100')).body)).not.toContain('拟注销');
      const unseen = async (): Promise<void> => {
        for (const one of [path, `/cases/${opened.id as string}`, `/cases/${opened.id as string}/timeline`]) expect([one, (await enterprise.get(one)).status]).toEqual([one, 404]);
        expect(JSON.stringify((await enterprise.get('/cases/own?kind=permit-measure&limit=100')).body)).not.toContain(opened.id);
        expect((await enterprise.get('/cases/own/counts')).body.open).toBe(openBefore);
        expect((await enterprise.post(`/cases/${opened.id as string}/statement`, { text: '我单位还在，请核查。' })).status).toBe(404);
      };
      await unseen();
      // not who proposed it, whichever posts that person has
      const proposedBy = (role: 'bureau.approver' | 'bureau.reviewer'): Promise<unknown> => world.db.query(`UPDATE adverse_decision SET proposed_by = $2 WHERE case_id = $1`, [opened.id, world.demo.actor(role).userId]);
      await proposedBy('bureau.approver');
      expect((await approver.post(`${path}/settle`, { outcome: 'impose', reasons: '同意注销' })).body.code).toBe('adverse.second-person');
      await proposedBy('bureau.reviewer');
      expect((await reviewer.post(`${path}/settle`, { outcome: 'impose', reasons: '同意注销' })).status).toBe(403);
      // two deciders at once: one decision
      const decided = await Promise.all(['impose', 'drop'].map(outcome => approver.post(`${path}/settle`, { outcome, reasons: '事实清楚，同意。' })));
      expect(decided.map(one => one.status).sort()).toEqual([200, 409]);
      if ((await approver.get(path)).body.case.case.state === 'dropped-untold') {
        await unseen();
        await world.evidence(reviewer, id);
        const again = (await propose(reviewer, id)).body as Any;
        Object.assign(opened, (await approver.post(`/permit-cases/${again.id as string}/settle`, { outcome: 'impose', reasons: '事实清楚，同意。' })).body as object);
      } else Object.assign(opened, (await approver.get(path)).body as object);
      expect(opened.case.case.state).toBe('unserved-untold');
      await unseen();
      expect((await open(id)).body.status).toBe('valid');
      expect(await world.served(approver, opened)).toMatchObject({ case: { case: { state: 'done' } } });
      expect((await open(id)).body).toMatchObject({ status: 'cancelled', endBasis: expect.stringContaining('行政许可法 第七十条第三项') as string });
      expect((await enterprise.get(`/permit-cases/${opened.id as string}`)).body.case.adverse).toMatchObject({ state: 'served' });
      expect(await told(id)).toHaveLength(1);
      await world.runJobs();
      expect(JSON.stringify((await enterprise.get('/notifications?limit=100')).body)).toContain('已注销');
      expect((await propose(reviewer, id)).body.code).toBe('permit.ended');
      expect((await reviewer.post(`/permits/${id}/measure-drafts`)).body.code).toBe('permit.ended');
    });

    it('hears the holder on a ground that has to be weighed, and ends what has run out without a word', async () => {
      const { reviewer, approver } = officers;
      const id = spare.id as string;
      await world.evidence(reviewer, id);
      const told = await propose(reviewer, id, { ground: 'impossible', reasons: '山洪冲毁厂区，许可事项已经无法实施。' });
      expect(told.body.case).toMatchObject({ case: { state: 'telling' }, adverse: { hearingRight: false, statementUntil: null, statementDays: 5 } });
      const settle = `/permit-cases/${told.body.id as string}/settle`;
      expect((await approver.post(settle, { outcome: 'impose', reasons: '同意注销' })).body.code).toBe('adverse.notice-unserved');
      await world.serve(approver, (told.body.case.notices as Any[])[0].id as string);
      expect((await approver.post(settle, { outcome: 'impose', reasons: '同意注销' })).body.code).toBe('adverse.period');
      expect((await approver.post(settle, { outcome: 'drop', reasons: '企业正在恢复生产' })).status).toBe(200);
      await world.moveTo('2031-12-24T02:00:00Z');
      // what has run out is not replaced: its holder is told to apply anew
      const late = await (await world.as('enterprise.admin')).post(`/permits/${id}/requests`, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: '2031-12-20' });
      expect([late.status, late.body.code, late.body.title ?? late.body.detail]).toEqual([422, 'permit.expired-not-reissued', expect.anything()]);
      await world.cancelExOfficio(id, 'expired');
      expect((await open(id)).body.status).toBe('cancelled');
    });
  });
});
