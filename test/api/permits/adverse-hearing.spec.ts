import { Any, CONDITIONS, Person, PermitWorld } from './world';

const UNMET = [...CONDITIONS.slice(0, 3), { key: 'monitoring', met: false, comment: '缺少厂界噪声监测点位' }];
const NOTICE = { time: '09:30', place: '市生态环境局三楼会议室' };

/** 听证 before a decision against a party: the right the notice promises, by days, roles and papers. */
describe('a hearing before a decision against a party', () => {
  let world: PermitWorld;
  let people: { enterprise: Person; stranger: Person; intake: Person; reviewer: Person; enforcer: Person; approver: Person; supervisor: Person };

  const arrive = async (at: string): Promise<void> => {
    await world.moveTo(at);
    await gather();
  };
  const gather = async (): Promise<void> => {
    people = {
      enterprise: await world.as('enterprise.admin'), stranger: await world.as('enterprise.admin', 1), intake: await world.as('bureau.intake'), reviewer: await world.as('bureau.reviewer'),
      enforcer: await world.as('bureau.enforcer'), approver: await world.as('bureau.approver'), supervisor: await world.as('bureau.supervisor'),
    };
  };
  const at = (id: string, rest: string): string => `/cases/${id}/${rest}`;
  const seen = async (person: Person, id: string): Promise<Any> => (await person.get(`/cases/${id}`)).body;
  const serveNotice = async (id: string): Promise<void> => {
    const paper = ((await seen(people.approver, id)).notices as Any[]).find(one => one.kind === 'intent') as Any;
    expect((await world.serve(people.approver, paper.id as string)).status).toBe(200);
  };
  const serveHearing = async (id: string, body: object = {}): Promise<void> => {
    const { adverse } = await seen(people.approver, id);
    expect((await world.serve(people.approver, adverse.hearing.noticeId as string, body)).status).toBe(200);
  };
  const recordFile = (id: string): Promise<string> => world.attach(people.supervisor, `subjectType=case&subjectId=${id}&purpose=hearing-record`);

  beforeAll(async () => {
    world = await PermitWorld.begin();
    await gather();
  });
  afterAll(() => world.end());

  describe('of a refusal that touches great interests', () => {
    let id: string;
    const settle = (): Promise<Any> => people.supervisor.post(`/permit-applications/${id}/refusal/settle`, { outcome: 'approve', reasons: '同意不予许可' });

    beforeAll(async () => {
      const application = await world.submitted(people.enterprise, { siteSequence: 11 });
      id = application.id as string;
      const path = `/permit-applications/${id}`;
      await people.intake.post(`${path}/accept`);
      await people.reviewer.post(`${path}/start-review`);
      await world.speak(people.reviewer, path);
      await people.reviewer.post(`${path}/opinions`, { section: 'overall', verdict: 'object', text: '监测方案不符合规范' });
      expect((await people.approver.post(`${path}/refusal`, { reasons: '自行监测方案不符合规范', conditions: UNMET, hearing: true })).status).toBe(201);
      await serveNotice(id);
    });

    it('is offered in the notice and asked for once, by the party, within the period from the service', async () => {
      const [paper] = await world.db.query<{ text: string }>(`SELECT content::text AS text FROM case_notice WHERE case_id = $1 AND kind = 'intent'`, [id]);
      expect(paper?.text).toContain('你单位有权要求听证，请自收到本告知书之日起5个工作日内');
      expect(await seen(people.enterprise, id)).toMatchObject({ adverse: { hearingRight: true, hearingUntil: '2026-11-30' }, actions: expect.arrayContaining(['case.state', 'case.ask-hearing']) as unknown });
      expect([(await people.stranger.post(at(id, 'hearing/ask'))).status, (await people.approver.post(at(id, 'hearing/ask'))).status]).toEqual([404, 403]);
      // the statement is made and answered: the right to the hearing is there still
      await people.enterprise.post(at(id, 'statement'), { text: '厂界噪声点位已在附图中标明' });
      await people.approver.post(at(id, 'statement/answer'), { answering: 'rejected', text: '附图未标明点位坐标和频次' });
      expect((await settle()).body).toMatchObject({ code: 'adverse.period', until: '2026-11-30' });
      expect((await people.supervisor.post(at(id, 'hearing'), { ...NOTICE, heldOn: '2026-12-03' })).body.code).toBe('adverse.no-hearing');
      const twice = await Promise.all([1, 2].map(() => people.enterprise.post(at(id, 'hearing/ask'))));
      expect(twice.map(one => one.status).sort()).toEqual([200, 409]);
      expect((await settle()).body.code).toBe('adverse.hearing-due');
      expect((await seen(people.supervisor, id)).adverse).toMatchObject({ deciding: 'hearing', mayChair: true });
    });

    it('is set in writing, seven working days before and within twenty, by who neither reviewed nor proposed; the clock stands still', async () => {
      const set = (person: Person, over: object = {}): Promise<Any> => person.post(at(id, 'hearing'), { ...NOTICE, heldOn: '2026-12-02', ...over });
      expect((await set(people.approver)).body.code).toBe('adverse.chair');
      expect((await set(people.enterprise)).status).toBe(403);
      const places = async (over: object): Promise<unknown> => ((await set(people.supervisor, over)).body.errors as Any[])[0];
      expect(await places({ heldOn: '2026-12-01' })).toMatchObject({ pointer: '/heldOn', zh: '不能早于 2026-12-02' });
      expect(await places({ heldOn: '2026-12-22' })).toMatchObject({ pointer: '/heldOn', zh: '不能晚于 2026-12-21' });
      const before = ((await seen(people.supervisor, id)).clocks as Any[]).find(one => one.clock === 'review') as Any;
      expect((await set(people.supervisor)).status).toBe(200);
      const party = await seen(people.enterprise, id);
      expect(party).toMatchObject({ case: { state: 'refusal-hearing', clockPaused: true }, adverse: { hearing: { heldOn: '2026-12-02', time: '09:30', place: NOTICE.place } } });
      const clock = (party.clocks as Any[]).find(one => one.clock === 'review') as Any;
      expect([clock.state, clock.remaining, clock.steps.at(-1)]).toEqual(['paused', before.remaining, expect.objectContaining({ noticeNumber: '孝环听〔2026〕1号', expectedOn: '2026-12-02' })]);
      expect((await people.enterprise.get(`/permit-applications/${id}`)).body.state).toBe('refusal-hearing');
      // moved and moved back: the stretch of the clock is told anew each time, and the party too
      expect((await set(people.supervisor, { heldOn: '2026-12-03' })).status).toBe(200);
      expect((await seen(people.enterprise, id)).adverse.hearing.heldOn).toBe('2026-12-03');
      expect((await set(people.supervisor)).status).toBe(200);
      expect((await seen(people.enterprise, id)).case).toMatchObject({ state: 'refusal-hearing', clockPaused: true });
      await world.runJobs();
      // the paper has a number of the house and a file, and each new day a new one
      const papers = ((await seen(people.enterprise, id)).notices as Any[]).filter(one => one.kind === 'hearing');
      expect(papers.map(one => one.number as string)).toEqual(['孝环听〔2026〕1号', '孝环听〔2026〕2号', '孝环听〔2026〕3号']);
      const pdf = await people.enterprise.get(`/files/${papers[2].fileId as string}/content`);
      expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
      const [words] = await world.db.query<{ text: string }>(`SELECT content::text AS text FROM case_notice WHERE id = $1`, [papers[2].id]);
      expect(words?.text).toMatch(/听证通知书.*时间：2026年12月2日 09:30.*三楼会议室.*有权在听证举行以前申请回避/);
      expect(JSON.stringify((await people.enterprise.get('/notifications?limit=100')).body)).toContain('听证通知');
    });

    it('is recorded after its day, with the paper of it, and the decision says so', async () => {
      const record = { outcome: 'held', record: '申请人到场，双方陈述并质证。' };
      const unserved = await people.supervisor.post(at(id, 'hearing/record'), { ...record, recordFileId: await recordFile(id) });
      expect(unserved.body.errors[0]).toMatchObject({ pointer: '/record', zh: '不能早于 2026-12-02' });
      await serveHearing(id);
      expect((await seen(people.enterprise, id)).adverse.hearing.notifiedOn).toBe('2026-11-23');
      expect((await people.supervisor.post(at(id, 'hearing/record'), record)).status).toBe(400);
      const early = await people.supervisor.post(at(id, 'hearing/record'), { ...record, recordFileId: await recordFile(id) });
      expect(early.body.errors[0]).toMatchObject({ pointer: '/record', zh: '不能早于 2026-12-02' });
      await arrive('2026-12-02T03:00:00Z');
      expect((await people.supervisor.post(at(id, 'hearing/record'), { ...record, recordFileId: id })).body.errors[0].code).toBe('file');
      const recordFileId = await recordFile(id);
      expect((await people.supervisor.post(at(id, 'hearing/record'), { ...record, recordFileId })).status).toBe(200);
      expect((await people.supervisor.delete(`/files/${recordFileId}`)).status).toBe(409);
      const party = await seen(people.enterprise, id);
      expect(party).toMatchObject({ case: { state: 'refusing', clockPaused: false }, adverse: { hearing: { outcome: 'held', recordFileId } } });
      expect((await people.enterprise.get(`/files/${recordFileId}/content`)).status).toBe(200);
      expect((await people.enterprise.post(at(id, 'hearing/withdraw'))).body.code).toBe('adverse.no-hearing');
      expect((await settle()).body.state).toBe('refusal-unserved');
      const [paper] = await world.db.query<{ text: string }>(`SELECT content::text AS text FROM case_notice WHERE case_id = $1 AND kind = 'decision'`, [id]);
      expect(paper?.text).toMatch(/应你单位要求，本机关于2026年12月2日举行听证.*本决定根据听证笔录/);
    });
  });

  const settle = (id: string, outcome = 'impose'): Promise<Any> => people.approver.post(`/permit-cases/${id}/settle`, { outcome, reasons: '事实清楚，同意。' });

  describe('of a measure against a permit', () => {
    const measured = async (sequence: number, kind: 'revoke' | 'forfeit', ground: string): Promise<string> => {
      const application = await world.submitted(people.enterprise, { siteSequence: sequence });
      const permit = await world.issue(application.id as string, `${application.uscc as string}0${sequence}P`);
      await world.evidence(people.enforcer, permit.id as string);
      const told = await people.enforcer.post(`/permits/${permit.id as string}/measures`, { kind, ground, reasons: '提交的监测报告经核实系伪造，原始记录不存在。' });
      expect([told.status, told.body.case?.case.state]).toEqual([201, 'telling']);
      return told.body.id as string;
    };
    it('goes by the rows of the law of penalties for 吊销; who does not come has given it up', async () => {
      await world.db.query(`DELETE FROM reference_value WHERE kind = 'penalty-parameter' AND key = 'period:hearing-request'`);
      await world.db.query(`INSERT INTO reference_value (id, kind, key, title, value, unit, legal_basis, effective_from, verified, origin) VALUES (gen_random_uuid(), 'penalty-parameter', 'period:hearing-request', '要求听证的期限', '6', '工作日', '行政处罚法 第六十四条', '2021-07-15', false, '测试')`);
      const id = await measured(21, 'forfeit', 'beyond-limits');
      await serveNotice(id);
      const { adverse } = await seen(people.enterprise, id);
      expect(adverse).toMatchObject({ toldOn: '2026-12-02', hearingDays: 6, hearingUntil: '2026-12-10' });
      expect((await people.enterprise.post(at(id, 'hearing/ask'))).status).toBe(200);
      // the penal law sets no twenty days
      expect((await people.approver.post(at(id, 'hearing'), { ...NOTICE, heldOn: '2026-12-31' })).status).toBe(200);
      expect((await settle(id)).status).toBe(409);
      await arrive('2026-12-31T02:00:00Z');
      const absent = { outcome: 'absent', record: '当事人经通知未到场，未说明理由。' };
      expect((await people.approver.post(at(id, 'hearing/record'), absent)).body.code).toBe('adverse.hearing-unserved');
      await serveHearing(id, { servedOn: '2026-12-25' });
      // told six days before: nobody gave it up by staying away
      expect((await people.approver.post(at(id, 'hearing/record'), absent)).body).toMatchObject({ code: 'adverse.hearing-told-late', servedOn: '2026-12-25' });
      expect((await people.approver.post(at(id, 'hearing'), { ...NOTICE, heldOn: '2027-01-20' })).status).toBe(200);
      await serveHearing(id);
      await arrive('2027-01-20T02:00:00Z');
      expect((await people.approver.post(at(id, 'hearing/record'), absent)).status).toBe(200);
      expect((await settle(id)).body.case.case.state).toBe('unserved');
      const [paper] = await world.db.query<{ text: string }>(`SELECT content::text AS text FROM case_notice WHERE case_id = $1 AND kind = 'decision'`, [id]);
      expect(paper?.text).toMatch(/无正当理由未出席，视为放弃听证/);
    });

    it('may be withdrawn after it was set, and dropped in favour of the party at any time', async () => {
      const id = await measured(22, 'revoke', 'fraud');
      // asked before the service: the party was told
      expect((await people.enterprise.post(at(id, 'hearing/ask'))).status).toBe(200);
      expect(await seen(people.enterprise, id)).toMatchObject({ case: { state: 'told' }, adverse: { toldHow: 'spoke', toldOn: '2027-01-20' } });
      const day = { ...NOTICE, heldOn: '2027-02-03' };
      expect((await people.approver.post(at(id, 'hearing'), day)).status).toBe(200);
      expect((await seen(people.approver, id)).case).toMatchObject({ state: 'hearing', clockPaused: true });
      expect((await people.enterprise.post(at(id, 'hearing/withdraw'))).status).toBe(200);
      expect(await seen(people.enterprise, id)).toMatchObject({ case: { state: 'told', clockPaused: false }, adverse: { hearingWithdrawnAt: expect.any(String) as string } });
      expect((await people.enterprise.post(at(id, 'hearing/ask'))).body).toMatchObject({ code: 'adverse.hearing-closed', why: 'done' });
      expect((await settle(id)).body.code).toBe('adverse.period');
      expect((await settle(id, 'drop')).body.case.case.state).toBe('dropped');
    });

    it('is given up together with the statement', async () => {
      const id = await measured(23, 'revoke', 'fraud');
      await serveNotice(id);
      await people.enterprise.post(at(id, 'statement'), { waive: true });
      expect((await people.enterprise.post(at(id, 'hearing/ask'))).body).toMatchObject({ code: 'adverse.hearing-closed', why: 'done' });
      expect((await settle(id)).body.case.case.state).toBe('unserved');
    });

    it('is nobody’s where none was offered', async () => {
      const application = await world.submitted(people.enterprise, { siteSequence: 24 });
      const permit = await world.issue(application.id as string, `${application.uscc as string}024P`);
      await world.evidence(people.enforcer, permit.id as string);
      const told = await people.enforcer.post(`/permits/${permit.id as string}/measures`, { kind: 'cancel-ex-officio', ground: 'impossible', reasons: '山洪冲毁厂区，许可事项已经无法实施。' });
      expect((await people.enterprise.post(at(told.body.id as string, 'hearing/ask'))).body).toMatchObject({ code: 'adverse.hearing-closed', why: 'none' });
      expect((await seen(people.enterprise, told.body.id as string)).actions).not.toContain('case.ask-hearing');
    });
  });

  describe('by what came on paper or by mouth', () => {
    let id: string;
    const word = (over: object): object => ({ what: 'statement', how: 'paper', receivedOn: '2027-01-27', receivedBy: '孙丽', givenBy: '王芳', fileId: id, text: '我单位认为监测报告真实，附原始记录。', ...over });
    const scan = (): Promise<string> => world.attach(people.intake, `subjectType=case&subjectId=${id}&purpose=received-word`);
    const enter = async (over: object, person = people.intake): Promise<Any> => person.post(at(id, 'received-word'), word({ fileId: await scan(), ...over }));

    beforeAll(async () => {
      const application = await world.submitted(people.enterprise, { siteSequence: 31 });
      const permit = await world.issue(application.id as string, `${application.uscc as string}031P`);
      await world.evidence(people.enforcer, permit.id as string);
      const told = await people.enforcer.post(`/permits/${permit.id as string}/measures`, { kind: 'revoke', ground: 'fraud', reasons: '提交的监测报告经核实系伪造，原始记录不存在。' });
      id = told.body.id as string;
      await serveNotice(id);
      expect((await seen(people.enterprise, id)).adverse).toMatchObject({ toldOn: '2027-01-20', statementUntil: '2027-01-27', hearingUntil: '2027-01-27' });
      await arrive('2027-02-01T02:00:00Z');
    });

    it('counts by the day of its receipt, entered by an officer with the scan', async () => {
      expect((await seen(people.intake, id)).actions).toContain('case.receive-word');
      expect([(await people.enterprise.post(at(id, 'received-word'), word({}))).status, (await people.stranger.post(at(id, 'received-word'), word({}))).status]).toEqual([403, 403]);
      expect((await people.intake.post(at(id, 'received-word'), word({ fileId: id }))).body.errors[0]).toMatchObject({ code: 'file' });
      expect((await enter({ receivedOn: '2027-01-19' })).body.errors[0]).toMatchObject({ pointer: '/receivedOn', zh: '收到的日期应在 2027-01-20 到 2027-02-01 之间' });
      expect((await enter({ receivedOn: '2027-02-02' })).body.code).toBe('adverse.receipt-day');
      expect((await enter({ receivedOn: '2027-01-28' })).body.code).toBe('adverse.statement-over');
      expect((await enter({ what: 'statement', text: '短' })).body.errors[0]).toMatchObject({ pointer: '/text' });
      // on the last day, entered five days later; the party itself is too late by now
      expect((await people.enterprise.post(at(id, 'statement'), { text: '我方没有伪造监测报告' })).body.code).toBe('adverse.statement-over');
      const fileId = await scan();
      expect((await people.intake.post(at(id, 'received-word'), word({ fileId }))).status).toBe(200);
      const { adverse, timeline } = await seen(people.enterprise, id);
      expect(adverse).toMatchObject({ statement: '我单位认为监测报告真实，附原始记录。', statedByName: '王芳', statementFileIds: [fileId], statementReceipt: { how: 'paper', receivedOn: '2027-01-27', receivedBy: '孙丽', fileId, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
      expect(JSON.stringify(timeline)).toContain('提出陈述申辩（书面，2027-01-27 收到）');
      expect((await people.intake.delete(`/files/${fileId}`)).status).toBe(409);
      expect((await people.enterprise.get(`/files/${fileId}/content`)).status).toBe(200);
      expect((await settle(id)).body.code).toBe('adverse.answer-first');
    });

    it('asks for the hearing as well, within its period, and the twenty days run from the receipt', async () => {
      expect((await enter({ what: 'hearing', receivedOn: '2027-01-28', text: undefined })).body).toMatchObject({ code: 'adverse.hearing-closed', why: 'over' });
      expect((await enter({ what: 'hearing', how: 'oral', receivedOn: '2027-01-26', text: undefined })).status).toBe(200);
      expect((await seen(people.approver, id)).adverse).toMatchObject({ deciding: 'hearing', hearingReceipt: { how: 'oral', receivedOn: '2027-01-26' }, mayChair: true });
      const late = await people.approver.post(at(id, 'hearing'), { ...NOTICE, heldOn: '2027-04-30' });
      expect(late.body.errors[0]).toMatchObject({ pointer: '/heldOn', code: 'max' });
      const [row] = await world.db.query<{ licence: boolean }>(`SELECT hearing_law = 'licence' AS licence FROM adverse_decision WHERE case_id = $1`, [id]);
      expect(row?.licence).toBe(true);
      await world.runJobs();
      expect(JSON.stringify((await people.enterprise.get('/notifications?limit=100')).body)).toContain('已登记你单位的意见（要求听证）');
    });

    it('takes the request back, and is refused once it was decided', async () => {
      expect((await enter({ what: 'hearing-withdrawal', receivedOn: '2027-01-25', text: undefined })).body.code).toBe('adverse.no-hearing');
      expect((await enter({ what: 'hearing-withdrawal', receivedOn: '2027-01-29', text: undefined })).status).toBe(200);
      await people.approver.post(at(id, 'statement/answer'), { answering: 'rejected', text: '原始记录与报告不符' });
      expect((await settle(id)).body.case.case.state).toBe('unserved');
      const [paper] = await world.db.query<{ text: string }>(`SELECT content::text AS text FROM case_notice WHERE case_id = $1 AND kind = 'decision'`, [id]);
      expect(paper?.text).toContain('于2027年1月29日撤回了听证申请');
      expect((await enter({ receivedOn: '2027-01-27' })).body.code).toBe('adverse.decided-already');
    });
  });

  it('enters the word of the party whoever has claimed the case', async () => {
    const application = await world.submitted(people.enterprise, { siteSequence: 33 });
    const permit = await world.issue(application.id as string, `${application.uscc as string}033P`);
    await world.evidence(people.enforcer, permit.id as string);
    const told = await people.enforcer.post(`/permits/${permit.id as string}/measures`, { kind: 'revoke', ground: 'fraud', reasons: '提交的监测报告经核实系伪造，原始记录不存在。' });
    const id = told.body.id as string;
    const word = async (over: object): Promise<Any> => people.intake.post(at(id, 'received-word'), {
      how: 'oral', receivedOn: '2027-02-01', receivedBy: '孙丽', givenBy: '王芳', fileId: await world.attach(people.intake, `subjectType=case&subjectId=${id}&purpose=received-word`), ...over,
    });
    const claim = async (): Promise<void> => {
      const [officer] = await world.db.query<{ id: string; name: string }>(`SELECT u.id, u.name FROM app_user u JOIN membership m ON m.user_id = u.id WHERE 'bureau.approver' = ANY (m.roles) LIMIT 1`);
      await world.db.query('UPDATE case_record SET claimed_by = $2, claimed_by_name = $3, claimed_at = now() WHERE id = $1', [id, officer?.id, officer?.name]);
    };
    await claim();
    // before its notice was served: who answers it was told
    expect((await word({ what: 'hearing' })).status).toBe(200);
    expect(await seen(people.approver, id)).toMatchObject({ case: { state: 'told' }, adverse: { toldHow: 'spoke', toldOn: '2027-02-01' } });
    expect((await people.supervisor.post(at(id, 'hearing'), { ...NOTICE, heldOn: '2027-02-25' })).status).toBe(200);
    await claim();
    expect((await word({ what: 'hearing-withdrawal' })).status).toBe(200);
    expect(await seen(people.approver, id)).toMatchObject({ case: { state: 'told', clockPaused: false } });
  });

  it('prints and reckons the periods in the unit of their rows', async () => {
    const row = (key: string, value: string): Promise<unknown> => world.db.query(`INSERT INTO reference_value (id, kind, key, title, value, unit, legal_basis, effective_from, verified, origin) VALUES (gen_random_uuid(), 'adverse-period', $1, '测试', $2, '日', '测试', '2027-01-01', false, '测试')`, [key, value]);
    await world.db.query(`DELETE FROM reference_value WHERE kind = 'adverse-period' AND key IN ('statement', 'hearing-request', 'statement-least')`);
    for (const [key, value] of [['statement', '10'], ['hearing-request', '7'], ['statement-least', '4']] as const) await row(key, value);
    const application = await world.submitted(people.enterprise, { siteSequence: 32 });
    const permit = await world.issue(application.id as string, `${application.uscc as string}032P`);
    await world.evidence(people.enforcer, permit.id as string);
    const body = { kind: 'revoke', ground: 'fraud', reasons: '提交的监测报告经核实系伪造，原始记录不存在。' };
    expect((await people.enforcer.post(`/permits/${permit.id as string}/measures`, { ...body, statementDays: 3 })).body.errors[0]).toMatchObject({ pointer: '/statementDays', zh: '不能少于 4 日' });
    const told = await people.enforcer.post(`/permits/${permit.id as string}/measures`, body);
    const id = told.body.id as string;
    const [paper] = await world.db.query<{ text: string }>(`SELECT content::text AS text FROM case_notice WHERE case_id = $1 AND kind = 'intent'`, [id]);
    expect(paper?.text).toMatch(/陈述和申辩，请自收到本告知书之日起10日内.*要求听证，请自收到本告知书之日起7日内/);
    expect(paper?.text).not.toContain('工作日');
    await serveNotice(id);
    expect((await seen(people.enterprise, id)).adverse).toMatchObject({ statementDays: 10, statementDayType: 'calendar', statementUntil: '2027-02-11', hearingDayType: 'calendar', hearingUntil: '2027-02-08' });
  });
});
