import { Any, Person, PermitWorld } from './world';

/** An application that its permit overtakes: the period runs out while the bureau decides, or the permit is given up. */
describe('applications and the end of their permit', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let permit: Any;
  let site: string;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    const first = await world.submitted(enterprise, { siteSequence: 1 });
    permit = await world.issue(first.id as string, `${first.uscc as string}001P`);
    site = first.siteId as string;
  }, 300_000);
  afterAll(() => world.end());

  const at = async (instant: string): Promise<void> => {
    await world.moveTo(instant);
    enterprise = await world.as('enterprise.admin');
  };
  const handedIn = async (body: object): Promise<string> => {
    const id = (await enterprise.post('/permit-applications', { siteId: site, ...body })).body.id as string;
    const form = await world.limeForm(enterprise, { id, enterpriseName: '', uscc: permit.uscc });
    await world.fill(enterprise, id, 'attachments', form.attachments);
    await world.fill(enterprise, id, 'submission', {});
    await enterprise.post(`/permit-applications/${id}/review-runs`);
    await world.runJobs();
    const answer = await enterprise.post(`/permit-applications/${id}/submit`, { commitment: true });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return id;
  };
  const open = async (): Promise<Any> => (await world.anyone.get(`/public/permits/${permit.id as string}`)).body;
  const alarmed = async (): Promise<string[]> => {
    await world.db.query(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'permit.watch-renewals', 'quick', '{}')`);
    await world.runJobs();
    return (await world.db.query<{ at: string }>(`SELECT DISTINCT split_part(key, ':', 3) AS at FROM notification WHERE key LIKE 'renewal-waits:%' ORDER BY 1`)).map(one => one.at);
  };

  it('what is corrected opens what has to follow, and nothing else', async () => {
    const { id } = await world.submitted(enterprise, { siteSequence: 2 });
    const path = `/permit-applications/${id as string}`;
    const intake = await world.as('bureau.intake');
    expect((await intake.post(`${path}/request-correction`, { items: [{ pointer: '/air-outlets/outlets', requirement: '现场还有一根排气筒，请补充', reason: '排污许可管理条例 第七条' }] })).status).toBe(200);
    const rowsOf = async (section: string, table: string): Promise<Any[]> => (await enterprise.get(`${path}/sections/${section}`)).body.data[table] as Any[];
    const saved = async (section: string, data: object): Promise<Any> => enterprise.patch(`${path}/sections/${section}`, { data }, { ifMatch: (await enterprise.get(`${path}/sections/${section}`)).body.version as number });
    const plan = await rowsOf('self-monitoring', 'plan');
    const { id: _own, ...line } = plan[0] as Any;
    expect((await saved('self-monitoring', { plan: [...plan, { ...line, outletCode: 'DA099' }] })).body.code).toBe('correction.sealed');
    const outlets = await rowsOf('air-outlets', 'outlets');
    const { id: _row, ...outlet } = outlets[0] as Any;
    expect((await saved('air-outlets', { outlets: [...outlets, { ...outlet, code: 'DA099', name: '补充的排气筒' }] })).status).toBe(200);
    await enterprise.post(`${path}/review-runs`);
    await world.runJobs();
    const { editable, case: detail } = (await enterprise.get(path)).body;
    expect(editable).toEqual(expect.arrayContaining(['/air-outlets/outlets', '/process-nodes/nodes', '/self-monitoring/plan']));
    expect(JSON.stringify(detail)).toContain('机器校核（补正牵连）');
    expect((await saved('self-monitoring', { plan: [...plan, { ...line, outletCode: 'DA099' }] })).status).toBe(200);
    expect((await saved('products', { products: [] })).body.code).toBe('correction.sealed');
    const items = async (): Promise<Any[]> => world.db.query('SELECT pointer FROM correction_item WHERE case_id = $1', [id]);
    const before = await items();
    await enterprise.post(`${path}/review-runs`);
    await world.runJobs();
    expect(await items()).toEqual(before);
    expect((await enterprise.post(`${path}/withdraw`, { reason: '另行提交' })).status).toBe(200);
  });

  it('an error that is contested is handed in, and ruled on before acceptance', async () => {
    const { id } = await world.filled(enterprise, { siteSequence: 3 });
    const path = `/permit-applications/${id as string}`;
    const section = `${path}/sections/self-monitoring`;
    const { data, version } = (await enterprise.get(section)).body;
    const saved = await enterprise.patch(section, { data: { plan: (data.plan as Any[]).slice(1) } }, { ifMatch: version as number });
    await enterprise.post(`${section}/complete`, { done: true }, { ifMatch: saved.body.version as number });
    const run = async (): Promise<Any[]> => {
      await enterprise.post(`${path}/review-runs`);
      await world.runJobs();
      return ((await enterprise.get(`${path}/review-runs/latest`)).body.findings as Any[]).filter(one => one.level === 'E');
    };
    const submit = (): Promise<Any> => enterprise.post(`${path}/submit`, { commitment: true });
    const errors = await run();
    expect(errors.length).toBeGreaterThan(0);
    expect((await submit()).body).toMatchObject({ code: 'permit.findings-open', zh: expect.stringContaining('提出异议') as string });
    const contest = (one: Any, body: object = { reason: '行业指南不要求监测这一项' }, person = enterprise): Promise<Any> => person.post(`${path}/findings/${one.id as string}/contest`, body);
    expect([(await contest(errors[0], { reason: '无' })).status, (await contest(errors[0], {}, await world.as('enterprise.admin', 1))).status, (await contest(errors[0], {}, await world.as('bureau.intake'))).status]).toEqual([400, 404, 403]);
    for (const one of errors) expect((await contest(one)).body.contestedReason).toBe('行业指南不要求监测这一项');
    // taken back it stands in the way again; a new run keeps what was said
    await contest(errors[0], {});
    expect((await submit()).body.code).toBe('permit.findings-open');
    await contest(errors[0]);
    const again = await run();
    expect(again.every(one => one.contestedReason !== null)).toBe(true);
    expect((await submit()).status).toBe(200);
    expect((await contest(again[0])).status).toBe(409);
    const intake = await world.as('bureau.intake');
    expect((await intake.post(`${path}/accept`)).body).toMatchObject({ status: 422, code: 'permit.contested', contested: again.length });
    for (const one of again) await intake.post(`${path}/findings/${one.id as string}/disposition`, { disposition: 'overruled', reason: '核对行业指南，确实不要求' });
    // in 补正 the names are sealed: a record that was renamed meanwhile does not shut the applicant out
    const asked = await intake.post(`${path}/request-correction`, { items: [{ pointer: '/basic/contactName', requirement: '请填写现任联系人', reason: '排污许可管理条例 第七条' }] });
    expect(asked.status).toBe(200);
    const [before] = await world.db.query<Any>('SELECT name FROM organisation WHERE id = $1', [enterprise.orgId]);
    await world.db.query(`UPDATE organisation SET name = '孝义补正期间改名有限公司' WHERE id = $1`, [enterprise.orgId]);
    const basic = `${path}/sections/basic`;
    const mended = await enterprise.patch(basic, { data: { contactName: '新任联系人' } }, { ifMatch: (await enterprise.get(basic)).body.version as number });
    await enterprise.post(`${basic}/complete`, { done: true }, { ifMatch: mended.body.version as number });
    await run();
    expect((await submit()).body).toMatchObject({ state: 'submitted', enterpriseName: before?.name });
    await world.db.query('UPDATE organisation SET name = $2 WHERE id = $1', [enterprise.orgId, before?.name]);
    expect((await intake.post(`${path}/accept`)).status).toBe(200);
    expect((await enterprise.post(`${path}/withdraw`, { reason: '另行提交' })).status).toBe(200);
  });

  it('a renewal asked for in time is not cancelled as run out; everybody is told; the new period leaves no gap', async () => {
    await at('2031-09-01T02:00:00Z');
    const id = await handedIn({ businessType: 'renew' });
    expect(await alarmed()).toEqual([]);
    await at('2031-11-01T02:00:00Z');
    expect([await alarmed(), await alarmed()]).toEqual([['30'], ['30']]);
    expect((await open()).renewal).toBeNull();
    await at('2031-11-25T02:00:00Z');
    expect(await alarmed()).toEqual(['-1', '30']);
    expect(JSON.stringify((await enterprise.get('/notifications?limit=100')).body)).toContain('逾期未作决定的视为准予延续');
    expect(await open()).toMatchObject({ status: 'expired', renewal: { submittedOn: '2031-09-01', inTime: true } });
    const reviewer = await world.as('bureau.reviewer');
    await world.evidence(reviewer, permit.id as string);
    const refused = await reviewer.post(`/permits/${permit.id as string}/measures`, { kind: 'cancel-ex-officio', ground: 'expired', reasons: '有效期已经届满，没有延续。' });
    expect(refused.body).toMatchObject({ status: 422, code: 'permit.renewal-waits', zh: expect.stringContaining('2031-09-01') as string });
    const after = await world.issue(id, undefined);
    expect(after).toMatchObject({ validFrom: '2031-11-23', validTo: '2036-11-22', status: 'valid', issuedOn: '2031-11-25' });
    expect((await open()).renewal).toBeNull();
  });

  it('what is asked for about a permit that is given up is closed with it, granted or not, and the site is free again', async () => {
    await at('2032-01-05T02:00:00Z');
    const id = await handedIn({ businessType: 'adjust', triggers: ['record'] });
    const preview = (await enterprise.get(`/duties/ending-preview?permitId=${permit.id as string}`)).body;
    expect(preview.openApplication).toMatchObject({ id, label: { zh: expect.any(String) as string } });
    await world.papers(enterprise, permit.id as string, 'cancel');
    const asked = await enterprise.post(`/permits/${permit.id as string}/requests`, { kind: 'cancel', reason: '停产搬迁，不再排放', occurredOn: '2032-01-04' });
    const approver = await world.as('bureau.approver');
    expect((await approver.post(`/permit-cases/${asked.body.id as string}/answer`, { outcome: 'approve' })).status).toBe(200);
    await world.runJobs();
    const closed = (await enterprise.get(`/permit-applications/${id}`)).body;
    expect(closed).toMatchObject({ state: 'closed', case: { case: { closedAt: expect.any(String) as string } } });
    expect(JSON.stringify((await enterprise.get('/notifications?limit=100')).body)).toContain('申请办理终结');
    // said twice, it changes nothing
    await world.db.query(`UPDATE outbox SET done_at = NULL WHERE job = 'permit.close-ended'`);
    await world.runJobs();
    expect(await world.db.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND action = 'close-ended'`, [id])).toHaveLength(1);
    const again = await enterprise.post('/permit-applications', { siteId: site });
    expect([again.status, again.body.businessType]).toEqual([201, 'new']);
  });
});
