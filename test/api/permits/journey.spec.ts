import { Signer } from '@huanbao/platform';
import { Any, CONDITIONS, Person, PermitWorld } from './world';

const inboxOf = async (person: Person): Promise<string> => JSON.stringify((await person.get('/notifications?limit=100')).body);

/** One application from the first word to the public check of the certificate. */
describe('an application through its life', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let intake: Person;
  let reviewer: Person;
  let approver: Person;
  let application: Any;
  let permit: Any;
  const path = (rest = ''): string => `/permit-applications/${application.id as string}${rest}`;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    [intake, reviewer, approver] = [await world.as('bureau.intake'), await world.as('bureau.reviewer'), await world.as('bureau.approver')];
  });
  afterAll(() => world.end());

  it('begins as a draft that only the applicant sees, with what the platform knows already', async () => {
    application = (await enterprise.post('/permit-applications', { siteSequence: 1 })).body;
    expect(application).toMatchObject({ state: 'draft', editing: 'free', caseNumber: null, managementCategory: 'simplified' });
    expect(application.sections).toHaveLength(19);
    const basic = (await enterprise.get(path('/sections/basic'))).body;
    expect(basic.data).toMatchObject({ enterpriseName: enterprise.account?.organisation, uscc: application.uscc });
    expect((await intake.get(path())).status).toBe(404);
    expect((await (await world.as('enterprise.admin', 1)).get(path())).status).toBe(404);
  });

  it('is filled in section by section and cannot be submitted before', async () => {
    const early = await enterprise.post(path('/submit'), { commitment: true });
    expect(early.body).toMatchObject({ status: 422, code: 'permit.sections-incomplete' });
    const form = await world.limeForm(enterprise, application);
    for (const key of Object.keys(form) as (keyof typeof form)[]) await world.fill(enterprise, application.id as string, key, form[key]);
    application = (await enterprise.get(path())).body;
    expect(application.sections.map((one: Any) => one.status as string)).toEqual(Array(19).fill('completed'));
  });

  it('needs a machine review of exactly this content, without errors', async () => {
    expect((await enterprise.post(path('/submit'), { commitment: true })).body.code).toBe('permit.review-needed');
    const queued = await enterprise.post(path('/review-runs'));
    expect(queued).toMatchObject({ status: 202, body: { state: 'queued', progress: 0 } });
    expect((await enterprise.post(path('/review-runs'))).body.id).toBe(queued.body.id);
    await world.runJobs();
    const review = (await enterprise.get(path('/review-runs/latest'))).body;
    expect(review.run).toMatchObject({ state: 'done', progress: 100, errors: 0, current: true });
    const limits = (await enterprise.get(path('/sections/air-totals'))).body;
    const changed = await enterprise.patch(path('/sections/air-totals'), { cells: [{ pointer: '/plantTotals/0/year3T', value: '4.9' }] }, { ifMatch: limits.version as number });
    expect(changed.status).toBe(200);
    expect((await enterprise.post(path('/submit'), { commitment: true })).body).toMatchObject({ code: 'permit.review-needed', review: 'running' });
    // an edit after a review starts the next one by itself, once for any number of edits
    expect(await world.db.query(`SELECT 1 FROM review_run WHERE application_id = $1 AND state = 'queued'`, [application.id])).toHaveLength(1);
  });

  it('shows what the machine found with place, basis and mend, and lets nobody past an error', async () => {
    await enterprise.post(path('/review-runs'));
    await world.runJobs();
    const review = (await enterprise.get(path('/review-runs/latest'))).body;
    expect(review.findings).toHaveLength(1);
    expect(review.findings[0]).toMatchObject({ ruleId: 'C7', level: 'E', pointer: '/air-totals/plantTotals/0/year3T', actual: '4.9 t', expected: '4.752 t' });
    expect(review.findings[0].place.zh).toBe('大气排放总许可量 · 全厂有组织排放总计 · 第1行 · 第3年许可量');
    expect((await enterprise.post(path('/submit'), { commitment: true })).body).toMatchObject({ status: 422, code: 'permit.findings-open', errors: 1 });
    const limits = (await enterprise.get(path('/sections/air-totals'))).body;
    await enterprise.patch(path('/sections/air-totals'), { cells: [{ pointer: '/plantTotals/0/year3T', value: '４.752' }] }, { ifMatch: limits.version as number });
    await enterprise.post(path('/review-runs'));
    await world.runJobs();
  });

  it('is not submitted on a review that judged by other facts', async () => {
    // as if it had run yesterday, or before a limit changed
    const [run] = await world.db.query<Any>(`SELECT id, facts_hash FROM review_run WHERE application_id = $1 AND state = 'done' ORDER BY id DESC LIMIT 1`, [application.id]);
    const set = (hash: string | null): Promise<unknown> => world.db.query('UPDATE review_run SET facts_hash = $2 WHERE id = $1', [run.id, hash]);
    for (const other of ['0'.repeat(64), null]) {
      await set(other);
      expect((await enterprise.post(path('/submit'), { commitment: true })).body).toMatchObject({ status: 422, code: 'permit.review-needed', review: 'outdated' });
      expect((await enterprise.get(path('/review-runs/latest'))).body.run.current).toBe(false);
    }
    await set(run.facts_hash as string);
    expect((await enterprise.get(path('/review-runs/latest'))).body.run.current).toBe(true);
  });

  it('is submitted once, however often the button is pressed, and gets its number and clock', async () => {
    expect((await enterprise.post(path('/submit'), { commitment: false })).body.code).toBe('validation');
    const [first, second] = await Promise.all([enterprise.post(path('/submit'), { commitment: true }), enterprise.post(path('/submit'), { commitment: true })]);
    expect([first.status, second.status]).toEqual([200, 200]);
    application = first.body;
    expect(application).toMatchObject({ state: 'submitted', editing: 'sealed', caseNumber: expect.stringMatching(/^XK-2026-\d{6}$/) as string });
    expect(application.case.clocks[0]).toMatchObject({ clock: 'intake', dueDate: '2026-11-26', remaining: 3 });
    expect(application.case.timeline.filter((one: Any) => one.action === 'submit')).toHaveLength(1);
    await world.runJobs();
    expect((await inboxOf(intake)).match(/待受理/g)).toHaveLength(1);
    expect(await inboxOf(enterprise)).toContain(application.caseNumber as string);
    const sealed = await enterprise.patch(path('/sections/basic'), { data: { contactName: '他人' } }, { ifMatch: 99 });
    expect(sealed).toMatchObject({ status: 409, body: { code: 'permit.sealed' } });
    expect(await shelved()).toEqual({ holds: true, sections: 19, completed: 19, sameHash: true });
  });

  /** Whether what was reckoned at the submission still is that of the sections as they are. */
  async function shelved(): Promise<Any> {
    const [row] = await world.db.query<Any>(
      `SELECT f.stamp = (SELECT md5(string_agg(concat_ws(' ', section, version, completed, extract(epoch FROM updated_at)), ',' ORDER BY section)) FROM application_section WHERE application_id = f.application_id) AS holds,
              f.hash = (SELECT submitted_hash FROM permit_application WHERE id = f.application_id) AS "sameHash",
              jsonb_array_length(f.sections) AS sections, (SELECT count(*)::int FROM jsonb_array_elements(f.sections) AS one WHERE one->>'status' = 'completed') AS completed FROM form_state f WHERE f.application_id = $1`, [application.id]);
    return row;
  }

  it('goes back for 补正 of two fields, and only they unlock', async () => {
    expect((await reviewer.post(path('/accept'))).status).toBe(403);
    const lost = await intake.post(path('/request-correction'), { items: [{ pointer: '/air-outlets/outlets/9/heightM', requirement: '核对高度', reason: 'GB/T 16157' }] });
    expect(lost.body.errors[0].pointer).toBe('/items/0/pointer');
    const asked = await intake.post(path('/request-correction'), { items: [{ pointer: '/air-outlets/outlets/0/heightM', requirement: '与环评批复的 40 m 不一致，请核对', reason: '排污许可管理条例 第七条' }, { pointer: '/basic/contactName', requirement: '请填写现任技术负责人', reason: '排污许可管理条例 第七条' }] });
    expect(asked).toMatchObject({ status: 200, body: { state: 'correcting', editing: 'flagged', editable: ['/air-outlets/outlets/0/heightM', '/basic/contactName'] } });
    expect(asked.body.case.corrections[0].items[0].label).toBe('大气排放口 · 大气排放口 · 第1行（DA001） · 高度');
    const outlets = (await enterprise.get(path('/sections/air-outlets'))).body;
    const other = await enterprise.patch(path('/sections/air-outlets'), { cells: [{ pointer: '/outlets/0/name', value: '别的名字' }] }, { ifMatch: outlets.version as number });
    expect(other).toMatchObject({ status: 409, body: { code: 'correction.sealed' } });
    const mended = await enterprise.patch(path('/sections/air-outlets'), { cells: [{ pointer: '/outlets/0/heightM', value: '40' }] }, { ifMatch: outlets.version as number });
    expect(mended.status).toBe(200);
    const basic = (await enterprise.get(path('/sections/basic'))).body;
    expect((await enterprise.patch(path('/sections/basic'), { data: { contactPhone: '13900000000' } }, { ifMatch: basic.version as number })).body.code).toBe('correction.sealed');
    // as the masked names look alike, what tells them apart must not be their beginning
    expect((await enterprise.patch(path('/sections/basic'), { data: { contactName: '武志刚' } }, { ifMatch: basic.version as number })).status).toBe(200);
    // the page shows what was written since, not what was reckoned when it was handed in
    expect((await shelved()).holds).toBe(false);
    expect((await enterprise.get(path(''))).body.sections.find((one: Any) => one.section === 'air-outlets').version).toBe(mended.body.version);
  });

  it('comes back with the difference shown', async () => {
    await enterprise.post(path('/review-runs'));
    await world.runJobs();
    application = (await enterprise.post(path('/submit'), { commitment: true })).body;
    expect(application).toMatchObject({ state: 'submitted', editing: 'sealed' });
    const [round] = application.case.corrections as Any[];
    expect(round.changes).toHaveLength(2);
    expect(round.changes).toEqual(expect.arrayContaining([
      expect.objectContaining({ pointer: '/air-outlets/outlets/0/heightM', from: '35', to: '40' }),
      expect.objectContaining({ pointer: '/basic/contactName', from: '武**', to: '武**' }),
    ]));
    expect(round.items.map((item: Any) => item.changed as boolean)).toEqual([true, true]);
    const [kept] = await world.db.query<{ text: string }>('SELECT before::text || after::text AS text FROM correction_round WHERE case_id = $1', [application.id]);
    for (const whole of ['武志强', '武志刚', '13800000018']) expect(kept?.text).not.toContain(whole);
  });

  it('is accepted, reviewed by one officer and decided by another', async () => {
    expect((await intake.post(path('/accept'))).body).toMatchObject({ state: 'accepted' });
    const started = await reviewer.post(path('/start-review'));
    expect(started.body).toMatchObject({ state: 'reviewing', case: { case: { claimedByName: reviewer.account?.name } } });
    expect(started.body.case.clocks.find((one: Any) => one.clock === 'review')).toMatchObject({ dueDate: '2026-12-21', state: 'running' });
    expect((await reviewer.post(path('/opinions'), { section: 'air-outlets', verdict: 'agree', text: '排气筒高度与批复一致' })).status).toBe(201);
    expect((await approver.post(path('/decide'), { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS })).body.code).toBe('case.wrong-state');
    expect((await reviewer.post(path('/opinions'), { section: 'overall', verdict: 'agree', text: '建议准予许可' })).body).toMatchObject({ code: 'permit.opinions-missing', missing: ['solid-noise', 'monitoring'] });
    for (const section of ['solid-waste', 'self-monitoring']) await reviewer.post(path('/opinions'), { section, verdict: 'agree', text: '符合规范' });
    const concluded = await reviewer.post(path('/opinions'), { section: 'overall', verdict: 'agree', text: '建议准予许可' });
    expect(concluded.body).toMatchObject({ state: 'deciding', opinions: [{ section: 'air-outlets' }, { section: 'solid-waste' }, { section: 'self-monitoring' }, { section: 'overall' }] });
    expect((await enterprise.get(path())).body.opinions).toEqual([]);
    expect((await approver.post(path('/decide'), { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS.slice(0, 3) })).body.errors).toEqual([expect.objectContaining({ pointer: '/conditions/3/comment' })]);
    const unmet = [...CONDITIONS.slice(0, 3), { key: 'monitoring', met: false, comment: '缺少厂界噪声' }];
    expect((await approver.post(path('/decide'), { outcome: 'grant', reasons: '符合条件', conditions: unmet })).body.code).toBe('case.condition-unmet');
  });

  it('has one decision when the button is pressed twice at once', async () => {
    const decide = (): Promise<Any> => approver.post(path('/decide'), { outcome: 'grant', reasons: '符合《排污许可管理条例》第十一条', conditions: CONDITIONS });
    const answers = await Promise.all([decide(), decide()]);
    expect(answers.map(one => [one.status, one.body.state] as unknown)).toEqual([[200, 'granted'], [200, 'granted']]);
    const decided = (await approver.get(path())).body;
    expect(decided.case.timeline.filter((one: Any) => one.action === 'grant')).toHaveLength(1);
    expect(decided.case.decision.remedies.length).toBeGreaterThan(0);
  });

  it('is issued with a number of the enterprise itself', async () => {
    expect((await approver.post(path('/issue'), {})).body.errors[0]).toMatchObject({ pointer: '/number', code: 'number' });
    expect((await approver.post(path('/issue'), { number: '91130200699229617X001P' })).body.errors[0].code).toBe('number-owner');
    expect((await approver.post(path('/issue'), { number: `${application.uscc as string}01P` })).body.errors[0].zh).toContain('22 位');
    const issued = await approver.post(path('/issue'), { number: `${(application.uscc as string).toLowerCase()}００1P` });
    expect(issued).toMatchObject({ status: 200, body: { state: 'issued', permitId: expect.any(String) as string } });
    permit = (await enterprise.get(`/permits/${issued.body.permitId as string}`)).body;
    expect(permit).toMatchObject({ number: `${application.uscc as string}001P`, validFrom: '2026-11-23', validTo: '2031-11-22', status: 'valid', originalFileId: null });
    expect((await world.anyone.get(`/public/permits/${permit.id as string}/certificate`))).toMatchObject({ status: 503, body: { code: 'permit.certificate-pending' } });
  });

  it('has its papers drawn once, and anyone checks it without seeing secrets or persons', async () => {
    await world.runJobs();
    permit = (await enterprise.get(`/permits/${permit.id as string}`)).body;
    for (const fileId of [permit.originalFileId, permit.duplicateFileId]) {
      const file = await enterprise.get(`/files/${fileId as string}/content`);
      expect(file.raw.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const seen = (await world.anyone.get(`/public/permits/${permit.number as string}`)).body;
    expect(seen).toMatchObject({ status: 'valid', signatureHolds: true, certificateReady: true, withheld: ['主要原辅材料及燃料'] });
    const text = JSON.stringify(seen);
    for (const hidden of ['净化焦炉煤气', '13800000018', '武志强']) expect(text).not.toContain(hidden);
    expect(JSON.stringify(permit)).not.toContain('13800000018');
    const paper = await world.anyone.get(`/public/permits/${permit.id as string}/certificate`);
    expect([paper.status, paper.headers['content-type'], paper.raw.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect((await inboxOf(enterprise)).match(/许可证已颁发/g)).toHaveLength(1);
  });

  it('is seen through when its record or its content was tampered with, and tells a revoked one from a valid one', async () => {
    const look = async (): Promise<Any> => (await world.anyone.get(`/public/permits/${permit.id as string}`)).body;
    const change = (sql: string, values: unknown[]): Promise<unknown> => world.db.query(`UPDATE permit SET ${sql} WHERE id = $1`, [permit.id, ...values]);
    await change('valid_to = $2', ['2041-11-22']);
    expect(await look()).toMatchObject({ signatureHolds: false });
    await change('valid_to = $2', [permit.validTo]);
    const say = (limit: string): Promise<unknown> => world.db.query(`UPDATE permit_version SET snapshot = jsonb_set(snapshot, '{air-limits,limits,0,concentrationMgM3}', to_jsonb($2::text)) WHERE permit_id = $1`, [permit.id, limit]);
    await say('999');
    expect(await look()).toMatchObject({ signatureHolds: false });
    await say((await enterprise.get(path('/sections/air-limits'))).body.data.limits[0].concentrationMgM3 as string);
    // whoever owns the database signs a longer permit with a key of his own: the paper says so, the platform does not
    const own = new Signer('7'.repeat(64));
    const longer = (permit.signedText as string).replace(permit.validTo as string, '2041-11-22');
    await change('valid_to = $2, signed_text = $3, signature = $4, signing_key = $5', ['2041-11-22', longer, own.sign(longer), own.publicKeyHex]);
    expect(own.verify((await look()).signedText as string, (await look()).signature as string)).toBe(true);
    expect(await look()).toMatchObject({ validTo: '2041-11-22', signatureHolds: false });
    await change('valid_to = $2, signed_text = $3, signature = $4, signing_key = $5', [permit.validTo, permit.signedText, permit.signature, permit.signingKey]);
    await change("status = 'revoked', ended_on = '2026-11-23'", []);
    expect(await look()).toMatchObject({ signatureHolds: true, status: 'revoked' });
    await change("status = 'valid', ended_on = NULL", []);
    const forged = await world.anyone.get(`/public/permits/${(permit.number as string).replace(/001P$/, '009P')}`);
    expect([forged.status, forged.body.code]).toEqual([404, 'not-found']);
  });

  it('stands in the public register, found by two characters or its number, and expires by the calendar', async () => {
    for (const q of ['石灰', permit.number as string]) expect((await world.anyone.get(`/public/permits?q=${encodeURIComponent(q)}`)).body.items.map((one: Any) => one.id as string)).toEqual([permit.id]);
    expect((await world.anyone.get('/public/permits?q=%E7%82%BC%E7%84%A6')).body.items).toEqual([]);
    world.clock.set('2031-11-23T00:00:00+08:00');
    expect((await world.anyone.get(`/public/permits/${permit.id as string}`)).body.status).toBe('expired');
    expect((await world.anyone.get('/public/permits?status=valid')).body.items).toEqual([]);
    world.clock.set('2026-11-23T02:00:00Z');
  });
});
