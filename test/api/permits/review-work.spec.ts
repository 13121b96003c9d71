import { randomUUID } from 'node:crypto';
import { Any, CONDITIONS, Person, PermitWorld } from './world';

/** One white pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64');

/** Several reviewers, 会签, 现场核查 and the longer period it allows. */
describe('the work of officers on an application', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let reviewer: Person;
  let second: Person;
  let enforcer: Person;
  let approver: Person;
  let supervisor: Person;
  let site = 0;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    [enterprise, reviewer, second] = [await world.as('enterprise.admin'), await world.as('bureau.reviewer'), await world.as('bureau.reviewer', 1)];
    [enforcer, approver, supervisor] = [await world.as('bureau.enforcer'), await world.as('bureau.approver'), await world.as('bureau.supervisor')];
  });
  afterAll(() => world.end());

  const idOf = (person: Person): string => world.demo.accounts.length && (world.demo.actor(person.account?.role as never, person === second ? 1 : 0).userId as string) || '';
  const reviewing = async ({ spoken = true } = {}): Promise<string> => {
    site += 1;
    const application = await world.submitted(enterprise, { siteSequence: site });
    const path = `/permit-applications/${application.id as string}`;
    await (await world.as('bureau.intake')).post(`${path}/accept`);
    expect((await reviewer.post(`${path}/start-review`)).body.state).toBe('reviewing');
    if (spoken) await world.speak(reviewer, path);
    return path;
  };
  const overall = (path: string): Promise<Any> => reviewer.post(`${path}/opinions`, { section: 'overall', verdict: 'agree', text: '各部分符合要求，建议准予' });

  it('is shared by parts; the lead concludes only when all are in, and hand-overs stay in the history', async () => {
    const path = await reviewing();
    const given = await reviewer.post(`${path}/parts`, { specialty: 'air', officerId: idOf(second), dueOn: '2026-11-30' });
    expect([given.status, given.body.parts[0]]).toMatchObject([201, { specialty: 'air', officerName: second.account?.name, remainingDays: 5, mine: false }]);
    const races = await Promise.all([second.post(`${path}/parts`, { specialty: 'water' }), reviewer.post(`${path}/parts`, { specialty: 'water' })]);
    expect(races.map(one => one.status as number).sort()).toEqual([201, 409]);
    expect((await second.post(`${path}/parts`, { specialty: 'other', officerId: idOf(reviewer) })).body.code).toBe('permit.not-lead');
    expect((await reviewer.post(`${path}/parts`, { specialty: 'other', officerId: randomUUID() })).body.errors[0].pointer).toBe('/officerId');
    expect((await enterprise.get(`${path}/teamwork`)).status).toBe(403);
    expect((await (await world.as('enterprise.admin', 1)).get(`${path}/teamwork`)).status).toBe(403);
    expect((await overall(path)).body).toMatchObject({ code: 'permit.parts-open', open: expect.arrayContaining([`大气（${second.account?.name ?? ''}）`]) as unknown });
    const work = (await second.get(`${path}/teamwork`)).body as { parts: Any[] };
    const [air, water] = ['air', 'water'].map(name => work.parts.find(one => one.specialty === name) as Any);
    expect((await reviewer.post(`${path}/parts/${air.id as string}/finish`, { verdict: 'agree', summary: '替别人写的' })).body.code).toBe('permit.part-of-another');
    const moved = await reviewer.post(`${path}/parts/${air.id as string}/hand-over`, { officerId: idOf(reviewer), reason: '外出培训' });
    expect(moved.body.parts[0].history).toEqual([expect.objectContaining({ from: second.account?.name, to: reviewer.account?.name, reason: '外出培训' })]);
    const waterMan = water.officerName === second.account?.name ? second : reviewer;
    await waterMan.post(`${path}/parts/${water.id as string}/finish`, { verdict: 'agree', summary: '水污染物符合要求' });
    // the last part and the conclusion at once: either order, never a conclusion without the part
    const [done, concluded] = await Promise.all([reviewer.post(`${path}/parts/${air.id as string}/finish`, { verdict: 'object', summary: '采样孔位置需整改' }), overall(path)]);
    expect([done.status, concluded.status]).toEqual(concluded.status === 201 ? [200, 201] : [200, 409]);
    if (concluded.status !== 201) expect((await overall(path)).status).toBe(201);
    expect((await second.post(`${path}/parts`, { specialty: 'other' })).body.code).toBe('permit.not-reviewing');
  });

  it('is not concluded, nor decided, while nobody has spoken of a medium it is about', async () => {
    const path = await reviewing({ spoken: false });
    const media = async (): Promise<Any> => ((await reviewer.get(`${path}/teamwork`)).body.media as Any[]).map(one => [one.key, one.given]);
    // the lime kiln discharges no water
    expect(await media()).toEqual([['air', false], ['solid-noise', false], ['monitoring', false]]);
    expect((await overall(path)).body).toMatchObject({ status: 409, code: 'permit.opinions-missing', missing: ['air', 'solid-noise', 'monitoring'], zh: expect.stringContaining('大气、固废和噪声、监测和台账') as string });
    await reviewer.post(`${path}/opinions`, { section: 'air-limits', verdict: 'agree', text: '限值按最严的标准' });
    // a part that was given away counts when it is handed in
    const given = await reviewer.post(`${path}/parts`, { specialty: 'monitoring', officerId: idOf(second) });
    await second.post(`${path}/opinions`, { section: 'noise', verdict: 'object', text: '厂界噪声标准用错' });
    expect((await overall(path)).body.code).toBe('permit.parts-open');
    await second.post(`${path}/parts/${given.body.parts[0].id as string}/finish`, { verdict: 'agree', summary: '监测方案符合规范' });
    expect(await media()).toEqual([['air', true], ['solid-noise', true], ['monitoring', true]]);
    expect((await overall(path)).status).toBe(201);
    // what was concluded before this was asked is not decided without it either
    const id = path.split('/').at(-1) as string;
    await world.db.query(`DELETE FROM review_opinion WHERE application_id = $1 AND section = 'air-limits'`, [id]);
    const decide = (outcome: string): Promise<Any> => approver.post(`${path}/decide`, { outcome, reasons: '对照四项条件作出决定', conditions: CONDITIONS });
    expect((await decide('grant')).body).toMatchObject({ code: 'permit.opinions-missing', missing: ['air'] });
    expect((await decide('send-back')).body.state).toBe('reviewing');
  });

  it('follows the case: whoever it is handed over to leads, and a part may be asked for again with its first word kept', async () => {
    const path = await reviewing();
    const id = path.split('/').at(-1) as string;
    expect((await second.post(`${path}/parts`, { specialty: 'air', officerId: idOf(reviewer) })).body.code).toBe('permit.not-lead');
    expect((await second.post(`/cases/${id}/claim`)).body.code).toBe('case.claimed');
    const moves = await Promise.all([reviewer.post(`/cases/${id}/hand-over`, { toUserId: idOf(second), reason: '休假' }), reviewer.post(`/cases/${id}/hand-over`, { toUserId: idOf(second), reason: '休假' })]);
    expect(moves.map(one => one.status as number)).toEqual(expect.arrayContaining([200]));
    expect((await reviewer.post(`${path}/parts`, { specialty: 'air', officerId: idOf(second) })).body.code).toBe('permit.not-lead');
    expect((await second.post(`${path}/parts`, { specialty: 'air', officerId: idOf(reviewer), dueOn: '2026-11-20' })).body).toMatchObject({ code: 'permit.day-over', errors: [{ pointer: '/dueOn' }] });
    const given = await second.post(`${path}/parts`, { specialty: 'air', officerId: idOf(reviewer), dueOn: '2027-01-08' });
    expect([given.status, given.body.lead, given.body.parts[0].dueProvisional]).toEqual([201, true, true]);
    const part = `${path}/parts/${given.body.parts[0].id as string}`;
    expect((await second.post(`${part}/reopen`, { reason: '补充厂界' })).body.code).toBe('permit.part-open');
    await reviewer.post(`${part}/finish`, { verdict: 'agree', summary: '大气符合要求' });
    expect((await second.post(`${path}/opinions`, { section: 'overall', verdict: 'agree', text: '建议准予' })).status).toBe(201);
    expect((await approver.post(`${path}/decide`, { outcome: 'send-back', reasons: '无组织排放未说明' })).body.state).toBe('reviewing');
    const again = await Promise.all([second.post(`${part}/reopen`, { reason: '补充无组织排放' }), second.post(`${part}/reopen`, { reason: '补充无组织排放' })]);
    expect(again.map(one => one.status as number).sort()).toEqual([200, 409]);
    expect(again.find(one => one.status === 200)?.body.parts[0]).toMatchObject({ verdict: null, history: [{ reason: '补充无组织排放', verdict: 'agree', summary: '大气符合要求' }] });
    expect((await second.post(`${path}/opinions`, { section: 'overall', verdict: 'agree', text: '建议准予' })).body.code).toBe('permit.parts-open');
    await reviewer.post(`${part}/finish`, { verdict: 'agree', summary: '无组织排放已补充，符合要求' });
    expect((await second.post(`${path}/opinions`, { section: 'overall', verdict: 'agree', text: '建议准予' })).status).toBe(201);
    // while it is reviewed the form stands still, so an opinion is on what is there
    const section = (await enterprise.get(`${path}/sections/air-outlets`)).body;
    expect((await enterprise.patch(`${path}/sections/air-outlets`, { cells: [] }, { ifMatch: section.version as number })).status).toBe(409);
  });

  it('is countersigned by named colleagues before the decision', async () => {
    const path = await reviewing();
    const ask = (): Promise<Any> => reviewer.post(`${path}/countersigns`, { officerId: idOf(enforcer), department: '执法队', question: '近一年是否有处罚未履行？' });
    const asked = await Promise.all([ask(), ask()]);
    expect(asked.map(one => one.status as number).sort()).toEqual([201, 409]);
    expect((await overall(path)).body.code).toBe('permit.parts-open');
    const [row] = (await enforcer.get(`${path}/teamwork`)).body.countersigns as Any[];
    expect(row).toMatchObject({ mine: true, answeredAt: null });
    expect((await second.post(`${path}/countersigns/${row.id as string}/answer`, { verdict: 'agree', text: '没有' })).body.code).toBe('permit.part-of-another');
    expect((await enforcer.post(`${path}/countersigns/${row.id as string}/answer`, { verdict: 'object', text: '有一件逾期未缴' })).body.countersigns[0]).toMatchObject({ verdict: 'object' });
    expect((await overall(path)).status).toBe(201);
    expect((await enterprise.get(path)).body.case.timeline.map((one: Any) => one.text.zh as string).join()).not.toContain('会签');
    expect((await approver.post(`${path}/decide`, { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS })).status).toBe(200);
  });

  const upload = async (person: Person, checkId: string): Promise<string> => {
    const boundary = 'hb-photo';
    const payload = Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`), PNG, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const reply = await world.api.inject({ method: 'POST', url: `/api/v1/files?subjectType=site-check&subjectId=${checkId}&purpose=photo`, payload, headers: { ...person.headers, 'content-type': `multipart/form-data; boundary=${boundary}` } });
    expect([reply.statusCode, reply.body]).toEqual([201, expect.any(String)]);
    return (JSON.parse(reply.body) as { id: string }).id;
  };

  it('is checked on the site by two officers, reported once however often it is sent, and then may take 45 days', async () => {
    const path = await reviewing();
    const body = { reason: '新建项目，需核对排放口', plannedOn: '2026-11-25', officers: [{ userId: idOf(reviewer), certificateNo: 'SX-0001' }, { userId: idOf(enforcer), certificateNo: 'SX-0002' }] };
    expect((await reviewer.post(`${path}/site-checks`, { ...body, officers: body.officers.slice(1) })).body.errors[0].pointer).toBe('/officers');
    expect((await reviewer.post(`${path}/site-checks`, { ...body, officers: [body.officers[0], body.officers[0]] })).body.errors[0].pointer).toBe('/officers');
    expect((await reviewer.post(`${path}/site-checks`, { ...body, plannedOn: '2026-11-22' })).body).toMatchObject({ code: 'permit.day-over', errors: [{ pointer: '/plannedOn' }] });
    const offered = async (person: Person): Promise<boolean> => ((await person.get(path)).body.actions as string[]).includes('permit-application.site-check');
    expect([await offered(reviewer), await offered(enforcer), await offered(approver), await offered(enterprise)]).toEqual([true, true, false, false]);
    const orders = await Promise.all([reviewer.post(`${path}/site-checks`, body), supervisor.post(`${path}/site-checks`, body)]);
    expect(orders.map(one => one.status as number).sort()).toEqual([201, 409]);
    const check = orders.find(one => one.status === 201)?.body as Any;
    expect(check.items.map((one: Any) => one.key as string)).toEqual(expect.arrayContaining(['outlet:DA001', 'site:location', 'monitoring:points']));
    expect((await enterprise.get(`${path}/site-checks`)).body).toEqual([]);
    expect((await enterprise.get(`/site-checks/${check.id as string}`)).status).toBe(404);
    await world.db.query(`UPDATE permit_application SET management_category = 'key' WHERE id = $1`, [check.applicationId]);
    // the longer period rests on the check: from its order on, and no longer than the check stands (art. 12)
    const total = async (): Promise<number> => (await reviewer.get(path)).body.case.clocks.find((one: Any) => one.clock === 'review').total as number;
    expect([(await reviewer.post(`${path}/extend-for-site-check`, { reason: '已安排核查' })).status, await total()]).toEqual([200, 45]);

    const outlet = check.items.find((one: Any) => one.key === 'outlet:DA001') as Any;
    const fileId = await upload(enforcer, check.id as string);
    const photo = { clientId: randomUUID(), fileId, itemKey: 'outlet:DA001', capturedAt: '2026-11-25T02:05:00Z', lng: (outlet.at.lng as number) + 0.001, lat: outlet.at.lat as number, accuracyM: 8 };
    const sent = await Promise.all([enforcer.post(`/site-checks/${check.id as string}/photos`, photo), enforcer.post(`/site-checks/${check.id as string}/photos`, photo)]);
    expect(sent.map(one => one.status as number)).toEqual([200, 200]);
    expect(sent[0]?.body).toMatchObject({ id: sent[1]?.body.id as string, locatedBy: 'browser', sm3: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    expect(sent[0]?.body.distanceM).toBeGreaterThan(70);
    expect(sent[0]?.body.distanceM).toBeLessThan(110);
    const nowhere = await reviewer.post(`/site-checks/${check.id as string}/photos`, { clientId: randomUUID(), fileId: await upload(reviewer, check.id as string), itemKey: 'site:location' });
    expect([nowhere.status, nowhere.body.locatedBy, nowhere.body.distanceM, nowhere.body.capturedAt]).toEqual([200, null, null, null]);
    expect((await enforcer.post(`/site-checks/${check.id as string}/photos`, { ...photo, clientId: randomUUID(), fileId: randomUUID() })).body.errors[0].pointer).toBe('/fileId');

    const signatures = [...[reviewer, enforcer].map(one => ({ side: 'officer', name: one.account?.name, at: '2026-11-25T03:00:00Z' })), { side: 'party', name: '陈晨', title: '环保负责人', at: '2026-11-25T03:01:00Z' }];
    const report = { clientId: randomUUID(), startedAt: '2026-11-25T02:00:00Z', endedAt: '2026-11-25T03:00:00Z', answers: check.items.map((one: Any) => ({ key: one.key as string, answer: 'yes' })), conclusion: 'conforms', findings: '与申请一致', signatures };
    const put = (person: Person, over: object = {}): Promise<Any> => person.put(`/site-checks/${check.id as string}/report`, { ...report, ...over });
    expect((await put(enforcer, { answers: [{ key: check.items[0].key as string, answer: 'no' }] })).body.errors[0].pointer).toBe('/report/answers/0');
    expect((await put(enforcer, { signatures: signatures.slice(1) })).body.errors[0].pointer).toBe('/signatures');
    expect((await put(second)).body.code).toBe('permit.site-check-team');
    expect((await put(enterprise)).status).toBe(403);
    expect((await Promise.all([put(enforcer), put(enforcer)])).map(one => one.status as number)).toEqual([200, 200]);
    expect((await put(reviewer, { clientId: randomUUID() })).body.code).toBe('permit.site-check-closed');
    const rows = await world.db.query<{ n: string }>(`SELECT count(*) AS n FROM case_event WHERE case_id = $1 AND zh LIKE '现场核查已报告%'`, [check.applicationId]);
    expect(rows[0]?.n).toBe('1');
    await world.runJobs();
    const seen = (await enterprise.get(`${path}/site-checks`)).body[0];
    expect(seen).toMatchObject({ state: 'reported', mayReport: false, reportFileId: expect.any(String) as unknown });
    expect((await enterprise.get(`/files/${seen.reportFileId as string}/content`)).raw.subarray(0, 5).toString()).toBe('%PDF-');

    const before = (await reviewer.get(path)).body.case.clocks.find((one: Any) => one.clock === 'review');
    await world.db.query(`UPDATE permit_application SET management_category = 'simplified' WHERE id = $1`, [check.applicationId]);
    expect((await reviewer.post(`${path}/extend-for-site-check`, { reason: '已核查' })).body.code).toBe('permit.not-key');
    await world.db.query(`UPDATE permit_application SET management_category = 'key' WHERE id = $1`, [check.applicationId]);
    expect(before.total).toBe(45);
    expect((await reviewer.post(`${path}/extend-for-site-check`, { reason: '已核查' })).status).toBe(409);
  });

  const ordered = async (path: string): Promise<string> => {
    const body = { reason: '需核对排放口', plannedOn: '2026-11-25', officers: [{ userId: idOf(reviewer), certificateNo: 'SX-0001' }, { userId: idOf(enforcer), certificateNo: 'SX-0002' }] };
    return (await reviewer.post(`${path}/site-checks`, body)).body.id as string;
  };

  it('is neither concluded nor granted while a site check is ordered and open; a reason cancels it', async () => {
    const path = await reviewing();
    const check = await ordered(path);
    const stopped = await overall(path);
    expect([stopped.status, stopped.body.code, (stopped.body.open as string[]).join()]).toEqual([409, 'permit.parts-open', expect.stringContaining('现场核查（2026-11-25')]);
    expect((await reviewer.post(`/site-checks/${check}/cancel`, { reason: '企业已提供影像资料' })).status).toBeLessThan(300);
    expect((await overall(path)).status).toBe(201);
    // one of before that rule, found at the decision
    await world.db.query(`UPDATE site_check SET state = 'ordered' WHERE id = $1`, [check]);
    expect((await approver.post(`${path}/decide`, { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS })).body.code).toBe('permit.parts-open');
    // and nothing is written to it beside the review
    const photo = await world.attach(reviewer, `subjectType=site-check&subjectId=${check}&purpose=photo`).catch((error: Error) => error.message);
    expect(photo).toContain('403');
    const report = { clientId: randomUUID(), startedAt: '2026-11-25T02:00:00Z', endedAt: '2026-11-25T03:00:00Z', answers: ((await reviewer.get(`/site-checks/${check}`)).body.items as Any[]).map(one => ({ key: one.key as string, answer: 'yes' })), conclusion: 'does-not-conform', findings: '不符合', signatures: [reviewer, enforcer].map(one => ({ side: 'officer', name: one.account?.name, at: '2026-11-25T03:00:00Z' })) };
    expect((await reviewer.put(`/site-checks/${check}/report`, report)).body.code).toBe('permit.site-check-over');
  });

  it('takes the longer period back with the last check that is called off', async () => {
    const path = await reviewing();
    await world.db.query(`UPDATE permit_application SET management_category = 'key' WHERE id = $1`, [path.split('/')[2]]);
    const total = async (): Promise<number> => (await reviewer.get(path)).body.case.clocks.find((one: Any) => one.clock === 'review').total as number;
    expect((await reviewer.post(`${path}/extend-for-site-check`, { reason: '需要核查' })).body.code).toBe('permit.site-check-needed');
    const check = await ordered(path);
    expect((await reviewer.post(`${path}/extend-for-site-check`, { reason: '已安排核查' })).status).toBe(200);
    expect(await total()).toBe(45);
    // whoever calls it off: the reviewer has claimed the case
    expect((await enforcer.post(`/site-checks/${check}/cancel`, { reason: '企业已提供影像资料' })).status).toBe(200);
    expect(await total()).toBe(30);
    const seen = (await enterprise.get(path)).body.case;
    expect(seen.timeline.map((one: Any) => one.text.zh as string)).toContain('现场核查取消，恢复原审批期限');
    expect(seen.clocks.find((one: Any) => one.clock === 'review').steps.at(-1)).toMatchObject({ kind: 'shorten', zh: expect.stringContaining('收回延长的 15 个工作日') as string });
    // a check that was never extended for changes nothing
    const again = await ordered(path);
    await reviewer.post(`/site-checks/${again}/cancel`, { reason: '不需要了' });
    expect(await total()).toBe(30);
  });

  it('is acted on by nobody who belongs to the applicant, in no step, claimed or not', async () => {
    const path = await reviewing();
    const belong = (person: Person): Promise<unknown> => world.db.query(`INSERT INTO membership (user_id, org_id, roles, created_at) VALUES ($1, $2, '{enterprise.staff}', now())`, [idOf(person), enterprise.orgId]);
    const leave = (person: Person): Promise<unknown> => world.db.query('DELETE FROM membership WHERE user_id = $1 AND org_id = $2', [idOf(person), enterprise.orgId]);
    await overall(path);
    await belong(approver);
    await belong(enforcer);
    await belong(reviewer);
    const refused = async (answer: Promise<Any>): Promise<void> => {
      const { status, body } = await answer;
      expect([status, body.code]).toEqual([422, 'case.recusal']);
    };
    await refused(approver.post(`${path}/decide`, { outcome: 'grant', reasons: '符合条件', conditions: CONDITIONS }));
    await refused(approver.post(`${path}/decide`, { outcome: 'send-back', reasons: '再看' }));
    await refused(approver.post(`${path}/refusal`, { reasons: '不符合条件，理由如下', conditions: CONDITIONS.map((one, index) => (index === 0 ? { ...one, met: false } : one)) }));
    await leave(approver);
    expect((await approver.post(`${path}/decide`, { outcome: 'send-back', reasons: '再看' })).status).toBe(200);
    await refused(reviewer.post(`${path}/opinions`, { section: 'air-limits', verdict: 'agree', text: '符合要求' }));
    await refused(reviewer.post(`${path}/countersigns`, { officerId: idOf(approver), question: '请确认' }));
    await leave(reviewer);
    await refused(reviewer.post(`${path}/site-checks`, { reason: '需核对排放口', plannedOn: '2026-11-25', officers: [{ userId: idOf(reviewer), certificateNo: 'SX-0001' }, { userId: idOf(enforcer), certificateNo: 'SX-0002' }] }));
    await leave(enforcer);
    const check = await ordered(path);
    expect(check).toEqual(expect.any(String));
  });

  it('does not wait for a countersign of somebody who left: it is withdrawn or asked of another', async () => {
    const path = await reviewing();
    const ask = async (person: Person): Promise<string> => ((await reviewer.post(`${path}/countersigns`, { officerId: idOf(person), question: '近一年是否有处罚未履行？' })).body.countersigns as Any[]).at(-1).id as string;
    const one = await ask(enforcer);
    expect((await approver.post(`${path}/countersigns/${one}/withdraw`, { reason: '不需要' })).body.code).toBe('permit.not-asker');
    expect((await approver.post(`${path}/countersigns/${one}/hand-over`, { officerId: idOf(second), reason: '调走了' })).body.code).toBe('permit.not-asker');
    expect((await enterprise.post(`${path}/countersigns/${one}/withdraw`, { reason: '不需要' })).status).toBe(403);
    const moved = await supervisor.post(`${path}/countersigns/${one}/hand-over`, { officerId: idOf(second), reason: '调离岗位' });
    expect(moved.body.countersigns[0]).toMatchObject({ officerName: second.account?.name, history: [{ from: enforcer.account?.name, to: second.account?.name, reason: '调离岗位' }], mayHandOver: true });
    expect((await enforcer.post(`${path}/countersigns/${one}/answer`, { verdict: 'agree', text: '没有' })).body.code).toBe('permit.part-of-another');
    expect((await second.post(`${path}/countersigns/${one}/answer`, { verdict: 'agree', text: '没有' })).status).toBe(200);
    expect((await reviewer.post(`${path}/countersigns/${one}/withdraw`, { reason: '不需要了' })).body.code).toBe('permit.countersign-done');
    const two = await ask(enforcer);
    expect((await overall(path)).body.code).toBe('permit.parts-open');
    // who was asked finds it in a list of its own, as long as it is open
    const given = async (person: Person): Promise<[number, string[]]> => {
      const rows = ((await person.get('/cases?tab=given&matter=permits')).body.items as Any[]).filter(row => row.id === path.split('/')[2]);
      return [(await person.get('/cases/counts?matter=permits')).body.given as number, rows.flatMap(row => (row.errands as Any[]).map(each => `${each.label.zh as string} ${each.dueOn as string}`))];
    };
    await reviewer.post(`${path}/parts`, { specialty: 'air', officerId: idOf(second), dueOn: '2026-11-30' });
    const [before, mine] = await given(enforcer);
    expect(mine).toEqual(['会签：近一年是否有处罚未履行？ null']);
    expect((await given(second))[1]).toEqual(['审查大气部分 2026-11-30']);
    await second.post(`${path}/parts/${((await second.get(`${path}/teamwork`)).body.parts as Any[])[0].id as string}/finish`, { verdict: 'agree', summary: '大气符合要求' });
    expect((await given(second))[1]).toEqual([]);
    const gone = await reviewer.post(`${path}/countersigns/${two}/withdraw`, { reason: '执法队已书面答复' });
    expect(gone.body.countersigns[1]).toMatchObject({ withdrawnByName: reviewer.account?.name, withdrawnReason: '执法队已书面答复', mayWithdraw: false, mayHandOver: false });
    expect((await enforcer.post(`${path}/countersigns/${two}/answer`, { verdict: 'agree', text: '没有' })).body.code).toBe('permit.countersign-withdrawn');
    expect(await given(enforcer)).toEqual([before - 1, []]);
    const check = await ordered(path);
    expect((await given(enforcer))[1]).toEqual(['现场核查 2026-11-25']);
    await reviewer.post(`/site-checks/${check}/cancel`, { reason: '不需要了' });
    expect(await given(enforcer)).toEqual([before - 1, []]);
    // and may be asked again
    const three = await ask(enforcer);
    expect((await enforcer.post(`${path}/countersigns/${three}/hand-over`, { officerId: idOf(second), reason: '本人回避' })).body.countersigns[2].officerName).toBe(second.account?.name);
    await second.post(`${path}/countersigns/${three}/answer`, { verdict: 'agree', text: '没有' });
    expect((await overall(path)).status).toBe(201);
  });

  it('takes a site check along when it is withdrawn', async () => {
    const path = await reviewing();
    const check = await ordered(path);
    expect((await enterprise.post(`${path}/withdraw`, { reason: '项目不建了' })).status).toBe(200);
    expect((await reviewer.get(`/site-checks/${check}`)).body.state).toBe('cancelled');
  });
});
