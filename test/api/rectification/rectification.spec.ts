import { randomUUID } from 'node:crypto';
import { complaintAnswered } from '@huanbao/complaints';
import { dutyOrdered } from '@huanbao/duties';
import { Outbox } from '@huanbao/platform';
import { RectificationRates } from '@huanbao/rectification';
import { Any, PermitWorld } from '../permits/world';
import { errors, ok, RectificationWorld } from './world';

/** 整改: from the draft to the closed case, and every way it must not go. */
describe('rectifications', () => {
  let house: PermitWorld;
  let world: RectificationWorld;
  beforeAll(async () => {
    house = await PermitWorld.begin();
    world = await new RectificationWorld(house).settle();
  });
  afterAll(() => house.end());
  beforeEach(() => house.clock.set('2026-11-23T02:00:00Z'));

  const code = async (answer: Promise<{ status: number; body: Any }>): Promise<string> => {
    const { status, body } = await answer;
    return `${status} ${body.code as string}`;
  };
  const at = (day: string, time = '02:00:00'): void => void house.clock.set(`${day}T${time}Z`);
  const credit = (): Promise<Any[]> => house.db.query(`SELECT e.key, e.type, c.status FROM credit_event e LEFT JOIN credit_event_change c ON c.event_key = e.key WHERE e.source_type = 'rectification' ORDER BY e.key`);
  const round = async (): Promise<void> => {
    await house.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('rectification.daily-round', 'review', '{}')`);
    await house.runJobs();
  };

  it('begins as a draft of the bureau of which the enterprise knows nothing', async () => {
    const open = (over: Any, person = world.enforcer): Promise<Any> => person.post('/rectifications', { enterpriseId: world.own.orgId, place: '料场', facts: '现场检查发现问题若干项', ...over });
    expect(errors(await open({ enterpriseId: randomUUID() }))).toEqual(['/enterpriseId enterprise']);
    for (const bad of [{ enterpriseId: 7 }, { facts: '短' }, { facts: '长'.repeat(2001) }, { surprise: 1 }]) expect((await open(bad)).status).toBe(400);
    expect((await open({}, world.own)).status).toBe(403);
    const id = await world.open();
    expect((await world.own.get(`/own-rectifications/${id}`)).status).toBe(404);
    expect((await world.own.get(`/cases/${id}`)).status).toBe(404);
    expect((await world.own.get('/own-rectifications')).body.items).toEqual([]);
    const save = (over: Any): Promise<Any> => world.enforcer.put(`/rectifications/${id}/draft`, world.form(over));
    expect(errors(await save({ items: [world.item({ violation: 'noise' })] }))).toEqual(['/items/0/violation violation']);
    expect(errors(await save({ items: [world.item({ id: randomUUID() })] }))).toEqual(['/items/0/id item']);
    expect(errors(await save({ items: [world.item({ days: 181 })] }))).toEqual(['/items/0/days days']);
    expect(errors(await save({ items: [world.item({ conductOn: '2026-11-24' })] }))).toEqual(['/items/0/conductOn future']);
    expect(await code(save({ items: [world.item({ conductOn: '2010-01-01' })] }))).toBe('422 rectification.no-law');
    for (const bad of [{ items: 'all' }, { items: [{ ...world.item(), more: 1 }] }, { planRequired: 'yes' }, { facts: '长'.repeat(3000) }]) expect((await save(bad)).status).toBe(400);
    expect(await code(world.step(world.enforcer, id, 'issue'))).toBe('422 rectification.no-items');
    ok(await save({ officerIds: [], items: [world.item({ requirement: '' })] }));
    expect(await code(save({}))).toBe('409 rectification.form-stale');
    expect(await code(world.step(world.enforcer, id, 'issue'))).toBe('422 rectification.items-incomplete');
    ok(await save({ formVersion: 2, officerIds: [] }));
    expect(await code(world.step(world.enforcer, id, 'issue'))).toBe('422 rectification.officers');
    expect((await world.step(world.enforcer, id, 'drop', {})).status).toBe(400);
    expect(ok(await world.step(world.enforcer, id, 'drop', { reason: '经核实不构成违法' }))).toMatchObject({ state: 'dropped', number: '' });
    for (const path of [`/rectifications/${randomUUID()}`, `/own-rectifications/${randomUUID()}`]) expect((await world.enforcer.get(path)).status).toBe(path.startsWith('/own') ? 403 : 404);
  });

  it('is issued by two officers, served, planned, mended item by item, and closed by another person', async () => {
    const id = await world.issued();
    const issued = await world.show(id);
    expect(issued).toMatchObject({ state: 'serving', number: expect.stringMatching(/^ZG-2026-\d+$/) as string, paper: { number: expect.stringMatching(/责改字〔2026〕\d+号$/) as string }, officers: [{}, {}], isHandler: true });
    expect((issued.tasks as Any[]).map(one => one.law as string)).toEqual([expect.stringContaining('生态环境法典'), '生态环境法典 第一千一百七十五条']);
    expect(await world.mine(id)).toMatchObject({ state: 'serving', actions: [] });
    expect((await world.rival.get(`/own-rectifications/${id}`)).status).toBe(404);
    expect((await world.own.get(`/own-rectifications/${id}/papers/notice`)).raw.subarray(0, 4).toString()).toBe('%PDF');
    expect((await world.own.get(`/own-rectifications/${id}/papers/closing`)).status).toBe(404);
    const serve = async (over: Any): Promise<Any> => world.step(world.enforcer, id, 'serve', await world.service(id, over));
    expect(errors(await serve({ servedOn: '2026-11-24' }))).toEqual(['/servedOn future']);
    expect(errors(await serve({ servedOn: '2026-11-22' }))).toEqual(['/servedOn early']);
    expect(errors(await serve({ proofFileId: randomUUID() }))).toEqual(['/proofFileId file']);
    for (const method of ['direct', 'leave', 'post', 'entrusted', 'announcement']) expect(errors(await serve({ method, proofFileId: undefined }))).toEqual(['/proofFileId proof']);
    expect(errors(await serve({ method: 'electronic' }))).toEqual(['/consentFileId consent']);
    expect(await code(serve({ method: 'announcement' }))).toBe('409 rectification.announcement-runs');
    // ten and five days after the service; the fifth is a Saturday, so the Monday after
    expect(ok(await serve({}))).toMatchObject({ state: 'planning', dueOn: '2026-12-03', planDueOn: '2026-11-30', tasks: [{ dueOn: '2026-12-03' }, { dueOn: '2026-11-30' }], case: { case: { dueOn: '2026-12-03' } } });

    const { tasks, formVersion } = await world.mine(id);
    const [first, second] = (tasks as Any[]).map(one => one.id as string) as [string, string];
    const plan = (items: Any[], version = formVersion as number): Promise<Any> => world.own.put(`/own-rectifications/${id}/plan`, { formVersion: version, items });
    const both = await Promise.all([1, 2].map(() => plan([{ id: first, measure: '更换抑尘网' }])));
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    expect((await plan([{ id: randomUUID() }], formVersion + 1)).status).toBe(400);
    expect(await code(world.step(world.own, id, 'plan/hand-in'))).toBe('422 rectification.plan-incomplete');
    ok(await plan([first, second].map(one => ({ id: one, measure: '更换', person: '李工', plannedOn: '2026-12-03' })), formVersion + 1));
    expect(await code(world.step(world.own, id, 'plan/hand-in'))).toBe('422 rectification.planned-late');
    ok(await plan([{ id: second, measure: '更换', person: '李工', plannedOn: '2026-11-30' }], formVersion + 2));
    ok(await world.step(world.own, id, 'plan/hand-in'));
    expect(ok(await world.step(world.enforcer, id, 'plan/return', { reason: '请写明喷淋的运行时间' }))).toMatchObject({ state: 'planning' });
    // what was typed is still there
    expect((await world.mine(id)).tasks[0]).toMatchObject({ measure: '更换', person: '李工' });
    ok(await world.step(world.own, id, 'plan/hand-in'));
    ok(await world.step(world.enforcer, id, 'plan/accept'));

    const evidence = (over: Any): Promise<Any> => world.own.post(`/own-rectifications/${id}/items/${first}/evidence`, { fileId: randomUUID(), caption: '整改后', side: 'after', ...over });
    expect(errors(await evidence({}))).toEqual(['/fileId file']);
    expect(errors(await evidence({ fileId: await world.file(id, 'text/csv') }))).toEqual(['/fileId type']);
    expect(errors(await evidence({ fileId: await world.file(id, 'image/png', world.rival) }))).toEqual(['/fileId file']);
    expect(await code(world.own.post(`/own-rectifications/${id}/items/${first}/done`))).toBe('422 rectification.after-needed');
    expect((await world.own.post(`/own-rectifications/${id}/items/${randomUUID()}/done`)).status).toBe(404);
    expect(await code(world.step(world.own, id, 'hand-in', { words: '' }))).toBe('422 rectification.nothing-done');
    const fileId = await world.file(id);
    const listed = ok(await evidence({ fileId })).evidence[0];
    expect(listed).toMatchObject({ side: 'after', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(errors(await evidence({ fileId }))).toEqual(['/fileId taken']);
    expect(ok(await world.own.post(`/own-rectifications/${id}/evidence/${listed.id as string}/withdraw`)).evidence[0].withdrawnAt).not.toBeNull();
    ok(await world.done(id, first));
    expect((await world.own.put(`/own-rectifications/${id}/items/${second}`, { work: '长'.repeat(2001), version: 1 })).status).toBe(400);
    expect((await world.own.put(`/own-rectifications/${id}/items/${second}`, { work: '已补齐', version: 9 })).status).toBe(412);
    expect(errors(await world.step(world.own, id, 'hand-in', { words: '' }))).toEqual(['/words partly']);
    ok(await world.done(id, second));
    expect(await code(world.own.post(`/own-rectifications/${id}/items/${second}/done`))).toBe('409 rectification.item-done');
    // two clicks at once: one hand-in
    const { version } = await world.mine(id);
    const twice = await Promise.all([1, 2].map(() => world.own.post(`/own-rectifications/${id}/hand-in`, { words: '全部完成' }, { ifMatch: version as number })));
    expect(twice.map(one => one.status)).toEqual([200, 200]);
    expect(await house.db.query(`SELECT count(*)::int AS n FROM case_event WHERE case_id = $1 AND action = 'hand-in'`, [id])).toEqual([{ n: 1 }]);

    const verify = async (over: Any = {}, person = world.supervisor): Promise<Any> => world.step(person, id, 'verify', await world.verdict(id, over));
    expect(await code(verify({}, world.enforcer))).toBe('422 rectification.issuer-verifies');
    expect((await verify({}, world.approver)).status).toBe(403);
    expect(errors(await verify({ results: [{ itemId: first, passed: true, findings: '可以' }] }))).toEqual(['/results items']);
    expect(errors(await verify({ visitedOn: '2026-11-24' }))).toEqual(['/visitedOn future']);
    expect(ok(await verify())).toMatchObject({ state: 'closed', closedOn: '2026-11-23', overdueOn: null, verifications: [{ round: 1, outcome: 'passed', hasPaper: true }] });
    expect((await world.own.get(`/own-rectifications/${id}/papers/closing`)).raw.subarray(0, 4).toString()).toBe('%PDF');
    expect(await house.api.get(RectificationRates, { strict: false }).of(world.own.orgId)).toEqual({ total: 1, inTime: 1, rate: '100.00' });
    await house.runJobs();
    expect(await credit()).toEqual([]);
  });

  it('goes back with a new deadline, counted; a violation that goes on reaches those who keep penalties', async () => {
    const id = await world.handedIn({ planRequired: true });
    const fail = async (over: Any): Promise<Any> => world.step(world.supervisor, id, 'verify', await world.verdict(id, over, place => place === 1));
    expect(errors(await fail({}))).toEqual(['/newDueOn day']);
    expect(errors(await fail({ newDueOn: '2026-11-23' }))).toEqual(['/newDueOn day']);
    expect(ok(await fail({ newDueOn: '2026-12-08', persists: true }))).toMatchObject({ state: 'fixing', rejections: 1, dueOn: '2026-12-08', tasks: [{ state: 'passed' }, { state: 'open', dueOn: '2026-12-08' }], case: { case: { dueOn: '2026-12-08' } } });
    await house.runJobs();
    const penalty = (): Promise<Any[]> => house.db.query(`SELECT id, clue_kind, clue_text FROM penalty WHERE source_type = 'rectification' AND source_id = $1`, [id]);
    expect(await penalty()).toEqual([expect.objectContaining({ clue_kind: 'rectification', clue_text: expect.stringContaining('2026-11-23 复查仍在违法') as string })]);
    // handed over as well, and found again: the case is there already
    ok(await world.enforcer.post(`/rectifications/${id}/clue`, { reason: '多次核查未通过，建议立案' }));
    expect(await code(world.enforcer.post(`/rectifications/${id}/clue`, { reason: '多次核查未通过，建议立案' }))).toBe('409 rectification.clue-given');
    const [, second] = ((await world.mine(id)).tasks as Any[]).map(one => one.id as string);
    ok(await world.done(id, second as string));
    ok(await world.step(world.own, id, 'hand-in', { words: '' }));
    ok(await world.step(world.supervisor, id, 'verify', await world.verdict(id, { newDueOn: '2026-12-08', persists: true, findings: '仍未补齐标识' }, () => false)));
    await house.runJobs();
    expect(await penalty()).toHaveLength(1);
    expect((await house.db.query(`SELECT e.zh FROM case_event e JOIN penalty p ON p.id = e.case_id WHERE p.source_id = $1 AND e.zh LIKE '%按日连续处罚%'`, [id]))).toHaveLength(1);
    expect((await world.enforcer.get('/penalties?clueKind=rectification')).body.items).toHaveLength(1);
  });

  it('of a complaint that is handed over goes onto the case of the complaint and opens none', async () => {
    const complaintId = randomUUID();
    await house.db.transaction(() => house.api.get(Outbox, { strict: false }).publish(complaintAnswered, { complaintId, enterpriseId: world.own.orgId, outcome: 'confirmed', regionCode: '141181' }));
    await house.runJobs();
    const [{ id }] = (await house.db.query(`SELECT id FROM rectification WHERE source_id = $1`, [complaintId])) as [Any];
    ok(await world.enforcer.put(`/rectifications/${id as string}/draft`, world.form()));
    ok(await world.step(world.enforcer, id as string, 'issue'));
    ok(await world.step(world.enforcer, id as string, 'serve', await world.service(id as string)));
    ok(await world.enforcer.post(`/rectifications/${id as string}/clue`, { reason: '拒不整改，建议立案' }));
    await house.runJobs();
    const cases = await house.db.query(`SELECT id, source_type AS source FROM penalty WHERE source_id = ANY ($1)`, [[complaintId, id]]);
    expect(cases).toEqual([expect.objectContaining({ source: 'complaint' })]);
    expect(await house.db.query(`SELECT count(*)::int AS n FROM case_event WHERE case_id = $1 AND zh LIKE '%拒不整改，建议立案%'`, [cases[0]?.['id']])).toEqual([{ n: 1 }]);
    // the lists of other tests count their own
    await house.db.query(`UPDATE rectification SET source = 'manual', source_id = NULL WHERE id = $1`, [id]);
  });

  it('is extended before its day, by a head who did not issue it, within the limits', async () => {
    const id = await world.fixing();
    const [first, second] = ((await world.mine(id)).tasks as Any[]).map(one => one.id as string) as [string, string];
    const ask = (over: Any = {}): Promise<Any> => world.own.post(`/own-rectifications/${id}/extensions`, { itemIds: [first], untilDay: '2026-12-12', reason: '定制材料供货需要两周时间', ...over });
    expect(errors(await ask({ itemIds: [randomUUID()] }))).toEqual(['/itemIds items']);
    expect(errors(await ask({ untilDay: '2026-12-03' }))).toEqual(['/untilDay day']);
    expect(errors(await ask({ untilDay: '2027-01-03' }))).toEqual(['/untilDay day']);
    const both = await Promise.all([ask(), ask()]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    const { extensions } = await world.show(id);
    const decide = (body: Any, person = world.approver): Promise<Any> => world.step(person, id, `extensions/${extensions[0].id as string}/decide`, { reason: '情况属实', ...body });
    expect((await decide({ approved: true }, world.enforcer)).status).toBe(403);
    expect((await world.step(world.approver, id, `extensions/${randomUUID()}/decide`, { approved: false, reason: '没有这一件' })).status).toBe(404);
    // waited for while it is asked: nothing is overdue yet
    at('2026-12-04');
    await round();
    expect((await world.show(id)).overdueOn).toBeNull();
    // 12 December is a Saturday
    expect(ok(await decide({ approved: true }))).toMatchObject({ dueOn: '2026-12-14', tasks: [{ dueOn: '2026-12-14' }, { dueOn: '2026-11-30' }], case: { case: { dueOn: '2026-12-14' } }, extensions: [{ state: 'approved' }] });
    expect(await code(decide({ approved: false }))).toBe('409 rectification.decided');
    expect(await code(ask({ untilDay: '2026-12-20' }))).toBe('422 rectification.extensions-used');
    await round();
    expect(await world.show(id)).toMatchObject({ overdueOn: '2026-12-04', tasks: [{ isOverdue: false }, { id: second, isOverdue: true }] });

    at('2026-11-23');
    const late = await world.fixing({ items: [world.item({ days: 10 })] });
    const item = (await world.mine(late)).tasks[0].id as string;
    const askLate = (): Promise<Any> => world.own.post(`/own-rectifications/${late}/extensions`, { itemIds: [item], untilDay: '2026-12-12', reason: '定制材料供货需要两周时间' });
    at('2026-12-03', '16:00:00');
    expect(await code(askLate())).toBe('422 rectification.extension-late');
    at('2026-12-03', '15:59:59');
    ok(await askLate());
    const [asked] = (await world.show(late)).extensions as Any[];
    expect(ok(await world.step(world.approver, late, `extensions/${asked.id as string}/decide`, { approved: false, reason: '理由不充分，请抓紧' }))).toMatchObject({ dueOn: '2026-12-03', extensions: [{ state: 'refused', decidedReason: '理由不充分，请抓紧' }] });
    expect((await world.mine(late)).extensions[0]).toMatchObject({ state: 'refused', decidedReason: '理由不充分，请抓紧' });
  });

  it('is late a second after its last day: marked, told once, listed for supervision, entered in credit, taken back with the notice', async () => {
    const [inTime, late] = [await world.fixing({ items: [world.item({ days: 10 })] }), await world.fixing({ items: [world.item({ days: 10 })] })];
    const only = async (id: string): Promise<string> => (await world.mine(id)).tasks[0].id as string;
    at('2026-12-03', '15:59:59');
    ok(await world.done(inTime, await only(inTime)));
    expect(ok(await world.step(world.own, inTime, 'hand-in', { words: '' }))).toMatchObject({ overdueOn: null, tasks: [{ doneLate: false }] });
    const head = (path: string, body: Any, person = world.supervisor): Promise<Any> => person.post(`/rectifications/${late}/${path}`, body);
    const listing = { reason: '逾期未完成，群众反映强烈', demand: '停止露天作业', dueOn: '2026-12-20' };
    expect(await code(head('supervision', listing))).toBe('422 rectification.not-overdue');
    at('2026-12-03', '16:00:00');
    ok(await world.done(late, await only(late)));
    expect(await world.mine(late)).toMatchObject({ overdueOn: '2026-12-04', tasks: [{ doneLate: true }] });
    ok(await world.own.post(`/own-rectifications/${late}/items/${await only(late)}/undo`));
    await round();
    await round();
    await house.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('casework.sweep-clocks', 'review', '{}')`);
    await house.runJobs();
    expect(await house.db.query('SELECT warned_at AS warned, remaining_days AS days FROM case_record WHERE id = $1', [late])).toEqual([{ warned: expect.any(Number) as number, days: -1 }]);
    // the supervisor hears of it once, in the words of the room; the clock of the engine has lapsed too and says nothing more
    const heard = (id: string): Promise<Any[]> => house.db.query<Any>('SELECT title_zh AS title, count(*)::int AS times FROM notification WHERE link LIKE $1 AND user_id = $2 AND title_zh LIKE $3 GROUP BY 1', [`%/rectifications/${id}`, house.demo.actor('bureau.supervisor').userId, '%逾期%']);
    expect(await heard(late)).toEqual([{ title: expect.stringMatching(/^整改逾期：/) as string, times: 1 }]);
    // each of the enterprise was told once
    expect(await house.db.query(`SELECT count(*) > 0 AND count(DISTINCT user_id) = count(*) AS once FROM notification WHERE link LIKE $1 AND title_zh LIKE '整改已逾期%'`, [`%/rectifications/${late}`])).toEqual([{ once: true }]);
    expect(await credit()).toContainEqual(expect.objectContaining({ key: `rectification:${late}:overdue`, type: 'order-correct', status: null }));

    expect(errors(await head('supervision', { ...listing, dueOn: '2027-06-01' }))).toEqual(['/dueOn day']);
    expect((await head('supervision', listing, world.enforcer)).status).toBe(403);
    ok(await head('supervision', listing));
    expect(await code(head('supervision', listing))).toBe('409 rectification.supervised');
    const shown = (): Promise<Any> => house.anyone.get('/public/supervised-rectifications');
    expect((await shown()).body.items).toEqual([expect.objectContaining({ demand: '停止露天作业', dueOn: '2026-12-20', isOverdue: false })]);
    expect(JSON.stringify((await shown()).body)).not.toContain('王某');
    expect((await world.own.get(`/own-rectifications/${late}/papers/supervision`)).status).toBe(200);
    expect(await code(head('supervision/default', { reason: '督办期限已过' }, world.approver))).toBe('409 rectification.supervision-runs');
    at('2026-12-21');
    // told first, with days to answer, decided by another person
    const decide = (person = world.approver, approved: unknown = true): Promise<Any> => person.post(`/rectifications/${late}/supervision/default/decide`, { approved, reason: '督办期限已过，仍未完成' });
    const answer = (statement = '设备延迟到货，正在安装', person = world.own): Promise<Any> => person.post(`/own-rectifications/${late}/supervision/statement`, { statement });
    expect(await code(decide())).toBe('409 rectification.default-untold');
    ok(await head('supervision/default', { reason: '督办期限已过' }));
    expect(await code(head('supervision/default', { reason: '督办期限已过' }, world.approver))).toBe('409 rectification.default-told');
    // what is not served is not there for the enterprise
    expect([(await world.mine(late)).supervision.defaultNotice, (await world.own.get(`/own-rectifications/${late}/papers/default`)).status, await code(answer())]).toEqual([null, 404, '409 rectification.no-supervision']);
    expect(await code(decide())).toBe('409 rectification.default-untold');
    const tell = async (over: Any = {}): Promise<Any> => world.enforcer.post(`/rectifications/${late}/supervision/default/serve`, await world.service(late, over));
    expect(errors(await tell({ proofFileId: undefined }))).toEqual(['/proofFileId proof']);
    ok(await tell());
    expect(await code(tell())).toBe('409 rectification.decided');
    expect(await world.mine(late)).toMatchObject({ supervision: { defaultNotice: { servedOn: '2026-12-21', until: '2026-12-28' } }, actions: expect.arrayContaining(['state-default']) as string[] });
    expect((await world.own.get(`/own-rectifications/${late}/papers/default`)).status).toBe(200);
    expect(await code(decide())).toBe('409 rectification.default-answer-runs');
    expect((await answer('短')).status).toBe(400);
    expect((await answer('别家的陈述申辩', world.rival)).status).toBe(404);
    expect((await decide(world.approver, 'yes')).status).toBe(400);
    expect((await decide(world.enforcer)).status).toBe(403);
    await house.runJobs();
    expect((await credit()).filter(one => one.type === 'supervision-overdue')).toEqual([]);
    const twice = await Promise.all([answer(), answer()]);
    expect(twice.map(one => one.status).sort()).toEqual([200, 409]);
    expect(await code(decide(world.supervisor))).toBe('422 rectification.second-person');
    // not established: the paper, the answer and their proof stay; it can be told anew
    ok(await decide(world.approver, false));
    expect((await world.mine(late)).supervision).toMatchObject({ defaultedAt: null, defaultNotice: { statement: '设备延迟到货，正在安装', refusedReason: '督办期限已过，仍未完成', refusedOn: '2026-12-21' } });
    expect([(await world.own.get(`/own-rectifications/${late}/papers/default`)).status, await code(decide()), await code(answer())]).toEqual([200, '409 rectification.default-untold', '409 rectification.no-supervision']);
    const [{ proof }] = await house.db.query<Any>(`SELECT default_notice -> 'served' ->> 'proofFileId' AS proof FROM rectification_supervision WHERE rectification_id = $1`, [late]) as [Any];
    const first = (await world.mine(late)).supervision.defaultNotice.number as string;
    ok(await head('supervision/default', { reason: '再次核查仍未完成' }));
    expect((await world.mine(late)).supervision.defaultNotice.number).toBe(first);
    expect((await world.enforcer.delete(`/files/${proof as string}`)).status).toBe(409);
    ok(await tell());
    expect((await world.mine(late)).supervision.defaultNotice).toMatchObject({ number: expect.not.stringMatching(new RegExp(`^${first}$`)) as string, statement: null, refusedReason: null });
    ok(await answer());
    ok(await decide());
    expect(await code(decide())).toBe('409 rectification.decided');
    await house.runJobs();
    expect(await credit()).toContainEqual(expect.objectContaining({ key: `rectification:${late}:supervision`, type: 'supervision-overdue' }));

    expect(await code(world.step(world.approver, late, 'withdrawal/decide', { approved: true, reason: '对象有误' }))).toBe('409 rectification.withdraw-not-asked');
    ok(await head('withdrawal', { reason: '认定对象有误，应为相邻企业' }));
    expect(await code(head('withdrawal', { reason: '认定对象有误，应为相邻企业' }))).toBe('409 rectification.withdraw-asked');
    expect(await code(world.step(world.supervisor, late, 'withdrawal/decide', { approved: true, reason: '对象有误' }))).toBe('422 rectification.second-person');
    expect(ok(await world.step(world.approver, late, 'withdrawal/decide', { approved: true, reason: '情况属实' }))).toMatchObject({ state: 'withdrawn', supervision: { outcome: 'lifted' } });
    await house.runJobs();
    expect((await credit()).filter(one => (one.key as string).includes(late)).map(one => one.status)).toEqual(['revoked', 'revoked']);
    expect((await shown()).body.items).toEqual([]);
    expect((await world.mine(late)).actions).toEqual([]);
  });

  it('comes once from a complaint that was justified and from an ordered duty; lists, figures and sheets count it', async () => {
    const [complaintId, obligationId] = [randomUUID(), randomUUID()];
    const duty = { obligationId, enterpriseId: world.own.orgId, regionCode: '141181', title: '2026 年第三季度执行报告', legalBasis: '排污许可管理条例 第二十二条', verified: false, dueOn: '2026-10-30', place: '孝义厂区', orderedBy: house.demo.actor('bureau.enforcer').userId };
    const complaint = { complaintId, enterpriseId: world.own.orgId, outcome: 'confirmed', regionCode: '141181' };
    const outbox = house.api.get(Outbox, { strict: false });
    for (let nth = 0; nth < 2; nth += 1) {
      await house.db.transaction(async () => {
        await outbox.publish(complaintAnswered, complaint);
        await outbox.publish(complaintAnswered, { ...complaint, complaintId: randomUUID(), outcome: 'unfounded' });
        await outbox.publish(dutyOrdered, duty);
      });
      await house.runJobs();
    }
    const drafts = async (source: string): Promise<Any[]> => ok(await world.enforcer.get(`/rectifications?tab=draft&source=${source}`)).items as Any[];
    expect(await drafts('complaint')).toHaveLength(1);
    const [draft] = await drafts('duty');
    expect(await drafts('duty')).toHaveLength(1);
    const { tasks, place, facts } = await world.show(draft.id as string);
    expect(tasks).toEqual([expect.objectContaining({ law: '排污许可管理条例 第二十二条', violation: null })]);
    // the law its source brought stays with the item
    const { description, conductOn, days, id } = (tasks as Any[])[0];
    ok(await world.enforcer.put(`/rectifications/${draft.id as string}/draft`, world.form({ place, facts, items: [{ id, description, conductOn, days, requirement: '补报执行报告' }] })));
    ok(await world.step(world.enforcer, draft.id as string, 'issue'));

    const all = await world.enforcer.get('/rectifications?limit=3&sort=opened');
    const rest = await world.enforcer.get(`/rectifications?limit=3&sort=opened&cursor=${encodeURIComponent(all.body.nextCursor as string)}`);
    expect(new Set([...all.body.items, ...rest.body.items].map((one: Any) => one.id)).size).toBe(all.body.items.length + rest.body.items.length);
    expect((await world.enforcer.get('/rectifications?tab=overdue')).body.items.length).toBeGreaterThan(0);
    expect((await world.enforcer.get(`/rectifications?q=${encodeURIComponent('执行报告')}`)).body.items).toHaveLength(1);
    for (const bad of ['tab=lost', 'sort=name', 'q=a', 'from=yesterday', 'source=rumour']) expect((await world.enforcer.get(`/rectifications?${bad}`)).status).toBe(400);
    // one closed in time, two late before; what was withdrawn does not count
    at('2026-12-21');
    expect((await world.enforcer.get('/rectifications/figures')).body).toMatchObject({ draft: expect.any(Number) as number, total: 4, inTime: 1, rate: '25.00' });
    expect((await world.own.get('/own-rectifications/figures')).body).toMatchObject({ total: 4, inTime: 1, rate: '25.00' });
    for (const [person, path] of [[world.enforcer, '/rectifications/export'], [world.own, '/own-rectifications/export'], [house.anyone, '/public/supervised-rectifications/export']] as const) expect((await person.get(path)).raw.subarray(0, 2).toString()).toBe('PK');
    expect((await world.own.get('/rectifications')).status).toBe(403);
    expect((await house.anyone.get('/own-rectifications')).status).toBe(401);
  });

  it('is worked on by a firm as far as its mandate for rectifications goes; a mandate for other matters shows nothing', async () => {
    const firm = await house.as('firm.manager');
    const id = await world.served();
    const list = async (): Promise<string[]> => (ok(await firm.get('/own-rectifications')).items as Any[]).map(one => one.id as string);
    const mandate = async (matters: string[], verbs: string[]): Promise<string> => {
      const { id: given } = ok(await world.own.post('/mandates', { enterpriseId: world.own.orgId, firmId: firm.orgId, matters, verbs, validFrom: world.today, validTo: '2027-11-20' }), 201);
      ok(await firm.post(`/mandates/${given as string}/confirm`));
      return given as string;
    };
    await mandate(['credit', 'permits', 'reports'], ['prepare', 'submit', 'sign', 'answer']);
    expect([await list(), (await firm.get(`/own-rectifications/${id}`)).status]).toEqual([[], 404]);
    const prepares = await mandate(['rectification'], ['prepare']);
    expect(await list()).toContain(id);
    const shown = ok(await firm.get(`/own-rectifications/${id}`));
    expect(shown).toMatchObject({ enterpriseName: expect.any(String) as string, actions: ['save-plan', 'work'] });
    ok(await firm.put(`/own-rectifications/${id}/plan`, { formVersion: shown.formVersion, items: (shown.tasks as Any[]).map(one => ({ id: one.id, measure: '更换破损部分', person: '李工', plannedOn: one.dueOn })) }));
    const handIn = (): Promise<Any> => firm.post(`/own-rectifications/${id}/plan/hand-in`, {}, { ifMatch: shown.version as number });
    expect((await handIn()).status).toBe(403);
    ok(await world.own.post(`/mandates/${prepares}/revoke`, { reason: '改签委托' }));
    expect((await firm.get(`/own-rectifications/${id}`)).status).toBe(404);
    const submits = await mandate(['rectification'], ['submit']);
    expect(ok(await firm.get(`/own-rectifications/${id}`))).toMatchObject({ actions: ['hand-in-plan', 'ask-extension'] });
    const again = { formVersion: (shown.formVersion as number) + 1, items: [{ id: (shown.tasks as Any[])[0]?.id, measure: '改写方案', person: '李工' }] };
    expect((await firm.put(`/own-rectifications/${id}/plan`, again)).status).toBe(403);
    ok(await handIn());
    ok(await world.own.post(`/mandates/${submits}/revoke`, { reason: '改签委托' }));
    await mandate(['rectification'], ['prepare', 'submit']);
    ok(await world.step(world.enforcer, id, 'plan/accept'));
    expect(ok(await firm.get('/own-rectifications/figures'))).toMatchObject({ open: expect.any(Number) as number });
    const fileId = await world.file(id, 'image/png', firm);
    ok(await firm.post(`/own-rectifications/${id}/items/${(shown.tasks as Any[])[0]?.id as string}/evidence`, { fileId, caption: '整改后', side: 'after' }));
    await house.runJobs();
    expect(await house.db.query(`SELECT count(*)::int AS n FROM notification WHERE org_id = $1 AND link = $2`, [firm.orgId, `/f/${firm.orgId}/rectifications/${id}`])).toEqual([{ n: 1 }]);
  });

  it('is extended by nobody’s silence: a request that was not decided in time lapses, both are told, and the day counts', async () => {
    at('2026-11-23');
    const id = await world.fixing({ items: [world.item({ days: 10 })] });
    const item = (await world.mine(id)).tasks[0].id as string;
    at('2026-12-01');
    const ask = (): Promise<Any> => world.own.post(`/own-rectifications/${id}/extensions`, { itemIds: [item], untilDay: '2026-12-12', reason: '定制材料供货需要两周时间' });
    ok(await ask());
    // ten working days from a Tuesday
    at('2026-12-15');
    await round();
    expect(await world.show(id)).toMatchObject({ overdueOn: null, extensions: [{ state: 'asked' }] });
    at('2026-12-16');
    await round();
    await round();
    expect(await world.show(id)).toMatchObject({ overdueOn: '2026-12-16', extensions: [{ state: 'lapsed', decidedByName: null, decidedReason: expect.stringContaining('2026-12-15') as string }] });
    expect((await world.step(world.approver, id, `extensions/${((await world.show(id)).extensions as Any[])[0]?.id as string}/decide`, { approved: true, reason: '同意补办延期手续' })).body.code).toBe('rectification.decided');
    await house.runJobs();
    const told = await house.db.query<{ title: string }>(`SELECT DISTINCT title_zh AS title FROM notification WHERE subject_id = $1 AND title_zh LIKE '%延期%' ORDER BY 1`, [id]);
    expect([...new Set(told.map(one => one.title.slice(0, 7)))].sort()).toEqual(['延期申请已失效', '延期申请未按期', '申请整改延期：']);
    at('2026-11-23');
  });
});
