import { Client } from 'pg';
import { PermitApplication, ReviewRunsService } from '@huanbao/permits';
import { Any, CONDITIONS, Person, PermitWorld } from './world';

/** What must not happen, and what is said instead. */
describe('an application in trouble', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let firm: Person;
  let intake: Person;
  let reviewer: Person;
  let approver: Person;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    [enterprise, firm] = [await world.as('enterprise.admin'), await world.as('firm.manager')];
    [intake, reviewer, approver] = [await world.as('bureau.intake'), await world.as('bureau.reviewer'), await world.as('bureau.approver')];
  });
  afterAll(() => world.end());

  const draft = async (siteSequence: number): Promise<Any> => (await enterprise.post('/permit-applications', { siteSequence })).body;
  const sectionPath = (application: Any, key: string): string => `/permit-applications/${application.id as string}/sections/${key}`;

  it('answers 404 for unknown, malformed and foreign ids alike, and 401 without a session', async () => {
    for (const id of ['018f0000-0000-7000-8000-00000000dead', 'x', '1;drop']) expect((await enterprise.get(`/permit-applications/${encodeURIComponent(id)}`)).status).toBe(404);
    const mine = await draft(1);
    const foreign = await world.as('enterprise.admin', 1);
    for (const [method, rest] of [['get', ''], ['get', '/print'], ['get', '/sections/basic'], ['post', '/submit'], ['post', '/review-runs'], ['post', '/withdraw']] as const)
      expect([rest, (await foreign[method](`/permit-applications/${mine.id as string}${rest}`, rest === '/submit' ? { commitment: true } : {})).status]).toEqual([rest, 404]);
    expect((await world.anyone.get(`/permit-applications/${mine.id as string}`)).status).toBe(401);
    expect((await enterprise.get(sectionPath(mine, 'nonsense'))).status).toBe(404);
  });

  it('opens one application for a site, whoever is quicker, and the same for a repeated request', async () => {
    const answers = await Promise.all([enterprise.post('/permit-applications', { siteSequence: 2 }), enterprise.post('/permit-applications', { siteSequence: 2 })]);
    expect(answers.map(one => one.status).sort()).toEqual([201, 409]);
    const refused = answers.find(one => one.status === 409)?.body;
    expect(refused).toMatchObject({ code: 'permit.open-application', applicationId: answers.find(one => one.status === 201)?.body.id as string });
    const key = 'permit-test-key-1';
    const again = await enterprise.post('/permit-applications', { siteSequence: 2 }, { key: 'permit-test-key-2' });
    expect([again.status, again.body.code, again.body.applicationId]).toEqual([409, 'permit.open-application', refused?.applicationId]);
    const twice = [await enterprise.post('/permit-applications', { siteSequence: 3 }, { key }), await enterprise.post('/permit-applications', { siteSequence: 3 }, { key })];
    expect(twice[1]?.body.id).toBe(twice[0]?.body.id);
  });

  it('refuses unknown fields, wrong types and impossible values with place and mend, and stores none of it', async () => {
    const application = await draft(4);
    const path = sectionPath(application, 'air-outlets');
    const { version } = (await enterprise.get(path)).body as { version: number };
    const bad = await enterprise.patch(path, { data: { hasAirOutlets: 'yes', colour: 'red', outlets: [{ code: 'DA1', heightM: '35m', innerDiameterM: '-1', flowNm3H: '1000000000', location: '37.1', id: 'r1', hoursPerYear: 'many' }] } }, { ifMatch: version });
    expect(bad.status).toBe(400);
    expect(Object.fromEntries(bad.body.errors.map((one: Any) => [one.pointer, one.code]))).toEqual({
      '/hasAirOutlets': 'type', '/colour': 'unknown-field', '/outlets/0/code': 'code', '/outlets/0/heightM': 'unit-in-cell', '/outlets/0/innerDiameterM': 'min',
      '/outlets/0/flowNm3H': 'max', '/outlets/0/location': 'coordinates', '/outlets/0/hoursPerYear': 'not-a-number',
    });
    expect((await enterprise.get(path)).body).toMatchObject({ version, data: {} });
    expect((await enterprise.patch(path, { dta: {} }, { ifMatch: version })).body.code).toBe('validation');
    expect((await enterprise.patch(path, { data: {} })).status).toBe(428);
    const typed = await enterprise.patch(sectionPath(application, 'basic'), { data: { uscc: '91130200699229617X' } }, { ifMatch: 1 });
    expect(typed.body.errors[0]).toMatchObject({ pointer: '/uscc', code: 'from-record' });
    const stolen = await enterprise.patch(sectionPath(application, 'attachments'), { data: { files: [{ kind: 'eia', fileId: application.id as string }] } }, { ifMatch: 1 });
    expect(stolen.body.errors[0]).toMatchObject({ pointer: '/files/0/fileId', code: 'file' });
  });

  it('saves sections side by side, and tells the second writer of the same section', async () => {
    const application = await draft(5);
    const saves = await Promise.all([
      enterprise.patch(sectionPath(application, 'basic'), { data: { industryCode: '3012' } }, { ifMatch: 1 }),
      enterprise.patch(sectionPath(application, 'materials'), { data: { fuels: [] } }, { ifMatch: 1 }),
      enterprise.patch(sectionPath(application, 'solid-waste'), { data: { generatesWaste: false } }, { ifMatch: 1 }),
    ]);
    expect(saves.map(one => one.status)).toEqual([200, 200, 200]);
    const again = await enterprise.patch(sectionPath(application, 'basic'), { data: { industryCode: '3011' } }, { ifMatch: 1 });
    expect(again).toMatchObject({ status: 412, body: { code: 'stale' } });
    expect((await enterprise.get(sectionPath(application, 'basic'))).body.data.industryCode).toBe('3012');
  });

  it('stores names and telephone numbers encrypted', async () => {
    const application = await draft(6);
    await enterprise.patch(sectionPath(application, 'basic'), { data: { contactPhone: '13812345678' } }, { ifMatch: 1 });
    const [row] = await world.db.query<{ data: string }>(`SELECT data::text FROM application_section WHERE application_id = $1 AND section = 'basic'`, [application.id]);
    expect(row?.data).not.toContain('13812345678');
    expect((await enterprise.get(sectionPath(application, 'basic'))).body.data.contactPhone).toBe('13812345678');
  });

  it('takes 300 outlets with 8 pollutants each, and a cell of them alone', async () => {
    const application = await draft(7);
    const limits = Array.from({ length: 2400 }, (_, i) => ({
      outletCode: `DA${String((i % 300) + 1).padStart(3, '0')}`, pollutant: ['PM', 'SO2', 'NOx', 'VOCs', 'NH3', 'H2S', 'Hg', 'F'][i % 8], standard: 'GB 13271-2014', concentrationMgM3: '10', year1T: '1.5',
    }));
    const saved = await enterprise.patch(sectionPath(application, 'air-limits'), { data: { limits } }, { ifMatch: 1 });
    expect([saved.status, saved.body.data?.limits?.length]).toEqual([200, 2400]);
    const cell = await enterprise.patch(sectionPath(application, 'air-limits'), { cells: [{ pointer: '/limits/2399/concentrationMgM3', value: '9' }] }, { ifMatch: 2 });
    expect(cell.body.data.limits[2399].concentrationMgM3).toBe('9');
    await enterprise.post(`/permit-applications/${application.id as string}/review-runs`);
    await world.runJobs();
    const review = (await enterprise.get(`/permit-applications/${application.id as string}/review-runs/latest`)).body;
    expect(review.run.state).toBe('done');
    expect(review.run.errors).toBeGreaterThan(2400);
    expect(review.findings.length).toBeLessThanOrEqual(1000);
  });

  it('survives a worker that dies in the middle of a review: the next one finishes it, and nothing is there twice', async () => {
    const application = await draft(15);
    const path = `/permit-applications/${application.id as string}`;
    const run = (await enterprise.post(`${path}/review-runs`)).body;
    const dying = { attempt: 1, complete: () => Promise.reject(new Error('killed')) };
    await expect(world.worker.get(ReviewRunsService).run(run.id as string, dying)).rejects.toThrow('killed');
    expect((await enterprise.get(`${path}/review-runs/latest`)).body.run).toMatchObject({ state: 'running' });
    expect((await enterprise.post(`${path}/submit`, { commitment: true })).status).toBe(422);
    await world.runJobs();
    await world.worker.get(ReviewRunsService).run(run.id as string, dying);
    const review = (await enterprise.get(`${path}/review-runs/latest`)).body;
    expect(review.run).toMatchObject({ id: run.id as string, state: 'done', progress: 100, errors: review.findings.length as number });
  });

  it('holds a review that waits until an edit is written, so that its worker reads the edit', async () => {
    const application = await draft(41);
    const waiting = (await enterprise.post(`/permit-applications/${application.id as string}/review-runs`)).body;
    const url = new URL(process.env['HB_TEST_SERVER'] as string);
    url.pathname = `/${(await world.db.query<{ name: string }>('SELECT current_database() AS name'))[0]?.name as string}`;
    const worker = new Client({ connectionString: url.href });
    await worker.connect();
    await worker.query(`SET lock_timeout = '300ms'`);
    const begin = (): Promise<unknown> => worker.query(`UPDATE review_run SET state = 'running' WHERE id = $1`, [waiting.id]);
    try {
      await world.db.transaction(async () => {
        const row = await world.db.repo(PermitApplication).findOneByOrFail({ id: application.id as string });
        await world.api.get(ReviewRunsService).again(world.demo.actor('enterprise.admin'), row);
        await expect(begin()).rejects.toMatchObject({ code: '55P03' });
      });
      await begin();
    } finally {
      await worker.end();
    }
    // one that has begun is not the answer to a new question
    const next = await enterprise.post(`/permit-applications/${application.id as string}/review-runs`);
    expect([next.status < 300, next.body.id === waiting.id]).toEqual([true, false]);
  });

  it('takes over the attachments of an earlier application of the same enterprise, and of no other', async () => {
    const [earlier, later] = [await world.filled(enterprise, { siteSequence: 16 }), await draft(17)];
    const path = `/permit-applications/${later.id as string}/copy-attachments`;
    const copied = await enterprise.post(path, { fromApplicationId: earlier.id as string }, { ifMatch: 1 });
    expect([copied.status, copied.body.data.files.length, copied.body.problems]).toEqual([200, 5, []]);
    const before = (await enterprise.get(sectionPath(earlier, 'attachments'))).body.data.files as Any[];
    expect(copied.body.data.files.map((one: Any) => one.kind as string)).toEqual(before.map(one => one.kind as string));
    expect(copied.body.data.files[0].fileId).not.toBe(before[0].fileId);
    const foreign = await world.as('enterprise.admin', 1);
    const theirs = (await foreign.post('/permit-applications', {})).body;
    expect((await foreign.post(`/permit-applications/${theirs.id as string}/copy-attachments`, { fromApplicationId: earlier.id as string }, { ifMatch: 1 })).status).toBe(404);
  });

  describe('with a firm', () => {
    let mandate: Any;
    const give = async (verbs: string[]): Promise<void> => {
      mandate = (await enterprise.post('/mandates', { enterpriseId: enterprise.orgId, firmId: firm.orgId, matters: ['permits'], verbs, validFrom: '2026-11-01', validTo: '2027-10-31' })).body;
      const confirmed = await firm.post(`/mandates/${mandate.id as string}/confirm`);
      expect(confirmed.status).toBe(200);
    };

    it('shows a firm without mandate nothing and lets it begin nothing', async () => {
      const application = await draft(20);
      expect((await firm.get(`/permit-applications/${application.id as string}`)).status).toBe(404);
      expect((await firm.post('/permit-applications', { enterpriseId: enterprise.orgId, siteSequence: 21 })).status).toBe(404);
      expect((await firm.post('/permit-applications', {})).body.errors[0].pointer).toBe('/enterpriseId');
    });

    it('lets a firm prepare but not submit by the verbs it has, and marks who acted for whom', async () => {
      await give(['prepare']);
      const application = await world.filled(firm, { siteSequence: 22, enterpriseId: enterprise.orgId });
      await firm.post(`/permit-applications/${application.id as string}/review-runs`);
      await world.runJobs();
      expect((await firm.get('/permit-applications')).body.items.map((one: Any) => one.id as string)).toContain(application.id);
      expect((await firm.post(`/permit-applications/${application.id as string}/submit`, { commitment: true })).status).toBe(403);
      const submitted = await enterprise.post(`/permit-applications/${application.id as string}/submit`, { commitment: true });
      expect(submitted.body.state).toBe('submitted');
      expect(submitted.body.case.timeline[0]).toMatchObject({ onBehalfOfName: enterprise.account?.organisation });
    });

    it('shuts the firm out the moment the mandate is revoked', async () => {
      const application = (await firm.post('/permit-applications', { enterpriseId: enterprise.orgId, siteSequence: 23 })).body;
      expect(application.state).toBe('draft');
      expect((await enterprise.post(`/mandates/${mandate.id as string}/revoke`, { reason: '合作结束' })).status).toBe(200);
      expect((await firm.get(`/permit-applications/${application.id as string}`)).status).toBe(404);
      expect((await firm.patch(sectionPath(application, 'basic'), { data: {} }, { ifMatch: 1 })).status).toBe(404);
      expect((await enterprise.get(`/permit-applications/${application.id as string}`)).status).toBe(200);
    });
  });

  it('is not submitted by an enterprise that is not verified', async () => {
    const application = await world.filled(enterprise, { siteSequence: 8 });
    await enterprise.post(`/permit-applications/${application.id as string}/review-runs`);
    await world.runJobs();
    await world.db.query(`UPDATE organisation SET status = 'pending' WHERE id = $1`, [enterprise.orgId]);
    const refused = await enterprise.post(`/permit-applications/${application.id as string}/submit`, { commitment: true });
    await world.db.query(`UPDATE organisation SET status = 'active' WHERE id = $1`, [enterprise.orgId]);
    expect([refused.status, refused.body.code]).toEqual([422, expect.stringContaining('organisation')]);
    expect((await enterprise.get(`/permit-applications/${application.id as string}`)).body.state).toBe('draft');
  });

  it('is not accepted with a reason, or withdrawn with one, and then rests', async () => {
    const first = await world.submitted(enterprise, { siteSequence: 9 });
    const path = `/permit-applications/${first.id as string}`;
    expect((await intake.post(`${path}/reject-intake`, { reason: '' })).status).toBe(400);
    expect((await intake.post(`${path}/reject-intake`, { reason: '不属于本机关职权范围，请向市局申请' })).body.state).toBe('not-accepted');
    expect((await intake.post(`${path}/accept`)).body).toMatchObject({ code: 'case.wrong-state', possible: [] });
    const second = await world.submitted(enterprise, { siteSequence: 9 });
    const withdraw = (body: object): Promise<Any> => enterprise.post(`/permit-applications/${second.id as string}/withdraw`, body);
    expect((await withdraw({})).status).toBe(400);
    expect((await withdraw({ reason: '项目调整' })).body).toMatchObject({ state: 'withdrawn', editing: 'sealed', actions: ['permit-application.read'] });
  });

  it('may not be decided by its reviewer, and can be sent back', async () => {
    const application = await world.submitted(enterprise, { siteSequence: 11 });
    const path = `/permit-applications/${application.id as string}`;
    await intake.post(`${path}/accept`);
    await reviewer.post(`${path}/start-review`);
    const run = (await reviewer.get(`${path}/review-runs/latest`)).body;
    expect(run.run.state).toBe('done');
    await world.speak(reviewer, path);
    await reviewer.post(`${path}/opinions`, { section: 'overall', verdict: 'object', text: '监测方案不符合规范' });
    await world.db.query(`UPDATE permit_application SET reviewer_id = $2 WHERE id = $1`, [application.id, world.demo.actor('bureau.approver').userId]);
    expect((await approver.post(`${path}/decide`, { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS })).body.code).toBe('permit.same-officer');
    await world.db.query(`UPDATE permit_application SET reviewer_id = $2 WHERE id = $1`, [application.id, world.demo.actor('bureau.reviewer').userId]);
    // nor by whoever gave an opinion on a section, or had a part of the review
    const deciderId = world.demo.actor('bureau.approver').userId;
    const grant = (): Promise<Any> => approver.post(`${path}/decide`, { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS });
    await world.db.query(`INSERT INTO review_opinion (id, application_id, section, verdict, text, author_id, author_name, at) VALUES (uuidv7(), $1, 'noise', 'agree', '同意', $2, '批准人', now())`, [application.id, deciderId]);
    expect((await grant()).body).toMatchObject({ status: 422, code: 'permit.same-officer', zh: expect.stringContaining('另一位批准人') as string });
    await world.db.query(`DELETE FROM review_opinion WHERE application_id = $1 AND author_id = $2`, [application.id, deciderId]);
    await world.db.query(`INSERT INTO review_part (id, application_id, specialty, officer_id, officer_name, assigned_by_name, assigned_at, verdict, summary, done_at, history) VALUES (uuidv7(), $1, 'water', $2, '批准人', '主审', now(), 'agree', '同意', now(), '[]')`, [application.id, deciderId]);
    expect((await grant()).body.code).toBe('permit.same-officer');
    await world.db.query(`DELETE FROM review_part WHERE application_id = $1`, [application.id]);
    expect((await approver.post(`${path}/decide`, { outcome: 'send-back', reasons: '请补充噪声监测意见' })).body.state).toBe('reviewing');
    expect((await approver.post(`${path}/decide`, { outcome: 'refuse', reasons: '不符合', conditions: CONDITIONS })).status).toBe(400);
    expect((await approver.post(`${path}/issue`, {})).body.code).toBe('case.wrong-state');
  });

  it('has one decision when two officers decide at once, whoever is quicker', async () => {
    const application = await world.submitted(enterprise, { siteSequence: 14 });
    const path = `/permit-applications/${application.id as string}`;
    await intake.post(`${path}/accept`);
    await reviewer.post(`${path}/start-review`);
    await world.speak(reviewer, path);
    await reviewer.post(`${path}/opinions`, { section: 'overall', verdict: 'agree', text: '建议准予许可' });
    const grantIt = approver.post(`${path}/decide`, { outcome: 'grant', reasons: '对照四项条件作出决定', conditions: CONDITIONS });
    const backIt = approver.post(`${path}/decide`, { outcome: 'send-back', reasons: '请补充噪声监测意见' });
    const answers = await Promise.all([grantIt, backIt]);
    expect(answers.map(one => one.status as number).sort()).toEqual([200, 409]);
    const [decisions] = await world.db.query<{ n: string }>(`SELECT count(*) AS n FROM case_decision WHERE case_id = $1`, [application.id]);
    expect(decisions?.n).toBe(answers[0]?.status === 200 ? '1' : '0');
  });

  it('numbers by HJ 608 where the city says so, and never twice', async () => {
    const application = await world.submitted(enterprise, { siteSequence: 12 });
    const path = `/permit-applications/${application.id as string}`;
    await intake.post(`${path}/accept`);
    await reviewer.post(`${path}/start-review`);
    await world.speak(reviewer, path);
    await reviewer.post(`${path}/opinions`, { section: 'overall', verdict: 'agree', text: '建议准予许可' });
    await approver.post(`${path}/decide`, { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS });
    expect((await approver.post(`${path}/issue`, { number: `${application.uscc as string}012P` })).body.errors[0].code).toBe('number-allocated');
    const answers = await Promise.all([approver.post(`${path}/issue`, {}), approver.post(`${path}/issue`, {})]);
    expect(answers.filter(one => one.status === 200).length).toBeGreaterThanOrEqual(1);
    const [count] = await world.db.query<{ n: string }>('SELECT count(*) AS n FROM permit WHERE application_id = $1', [application.id]);
    expect(count?.n).toBe('1');
    expect((await world.anyone.get(`/public/permits/${application.uscc as string}012P`)).body.status).toBe('valid');
  });

  it('lets the officer overrule a finding with a reason only', async () => {
    const application = await world.submitted(enterprise, { siteSequence: 13 });
    const [finding] = await world.db.query<{ id: string }>(
      `INSERT INTO review_finding (run_id, application_id, position, rule_id, level, pointer, actual, expected, basis, suggestion_zh, suggestion_en)
       SELECT id, application_id, 999, 'C5', 'W', '/air-limits', 'a', 'b', 'GB', '核对', 'Check' FROM review_run WHERE application_id = $1 LIMIT 1 RETURNING id`, [application.id]);
    const path = `/permit-applications/${application.id as string}/findings/${finding?.id ?? ''}/disposition`;
    expect((await reviewer.post(path, { disposition: 'overruled' })).body.errors[0].pointer).toBe('/reason');
    expect((await reviewer.post(path, { disposition: 'overruled', reason: '已核对标准原文' })).body).toMatchObject({ disposition: 'overruled', disposedByName: reviewer.account?.name });
    expect((await enterprise.post(path, { disposition: 'accepted' })).status).toBe(403);
  });

  it('does not make an officer say twice what the machine finds twice', async () => {
    const application = await world.submitted(enterprise, { siteSequence: 24 });
    await world.db.query(`INSERT INTO limit_standard (standard, title, medium, source, pollutant, value, unit, tier, valid_from, verified) VALUES ('DB14/9999-2026', '示例', 'air', 'lime-kiln', 'PM', 5, 'mg/m³', 'provincial', '2026-01-01', false)`);
    const path = `/permit-applications/${application.id as string}`;
    const look = async (): Promise<Any> => {
      await reviewer.post(`${path}/review-runs`);
      await world.runJobs();
      return ((await reviewer.get(`${path}/review-runs/latest`)).body.findings as Any[]).find(one => one.pointer === '/air-limits/limits/0/concentrationMgM3' && one.level === 'W');
    };
    const first = await look();
    await reviewer.post(`${path}/findings/${first.id as string}/disposition`, { disposition: 'overruled', reason: '该标准尚未核实，暂不采用' });
    const second = await look();
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({ disposition: 'overruled', dispositionReason: '该标准尚未核实，暂不采用', disposedByName: reviewer.account?.name });
    await world.db.query(`DELETE FROM limit_standard WHERE standard = 'DB14/9999-2026'`);
  });

  it('is deemed accepted when three working days pass in silence, counted from the day of receipt', async () => {
    const application = await world.submitted(enterprise, { siteSequence: 10 });
    const path = `/permit-applications/${application.id as string}`;
    world.clock.set('2026-11-27T02:00:00Z');
    expect((await (await fresh('bureau.intake')).post(`${path}/accept`)).body.code).toBe('case.wrong-state');
    const started = await (await fresh('bureau.reviewer')).post(`${path}/start-review`);
    expect(started.body).toMatchObject({ state: 'reviewing' });
    expect(started.body.case.clocks.find((one: Any) => one.clock === 'review')).toMatchObject({ startedOn: '2026-11-23', dueDate: '2026-12-21' });
    expect(started.body.case.timeline.map((one: Any) => one.action as string)).toContain('deem-accepted');
  });

  /** Signs in anew, for the clock has moved beyond the session. */
  async function fresh(role: string): Promise<Person> {
    (world as unknown as { people: Map<string, unknown> }).people.clear();
    return world.as(role);
  }
});
