import { LiveBus } from '@huanbao/platform';
import { Any, CONDITIONS, Person, PermitWorld } from './world';

const REASONS = '自行监测方案不符合国家自行监测规范';
const UNMET = [...CONDITIONS.slice(0, 3), { key: 'monitoring', met: false, comment: '缺少厂界噪声监测点位' }];
/** What would give the decision away, whatever field it stands in. */
const LEAKS = /refusal-unserved|待送达|不予许可决定|不予行政许可决定书|"refused"|to be served|decidedByName":"[^"]/i;

/** 不予许可: told beforehand, the applicant speaks, two persons, hidden until served. */
describe('a refusal', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let intake: Person;
  let reviewer: Person;
  let approver: Person;
  let supervisor: Person;
  let site = 0;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    enterprise = await world.as('enterprise.admin');
    [intake, reviewer, approver, supervisor] = [await world.as('bureau.intake'), await world.as('bureau.reviewer'), await world.as('bureau.approver'), await world.as('bureau.supervisor')];
  });
  afterAll(() => world.end());

  const pathOf = (application: Any): string => `/permit-applications/${application.id as string}`;
  const read = async (person: Person, application: Any): Promise<Any> => (await person.get(pathOf(application))).body;

  const deciding = async (): Promise<Any> => {
    site += 1;
    const application = await world.submitted(enterprise, { siteSequence: site });
    await intake.post(`${pathOf(application)}/accept`);
    await reviewer.post(`${pathOf(application)}/start-review`);
    await world.speak(reviewer, pathOf(application));
    await reviewer.post(`${pathOf(application)}/opinions`, { section: 'overall', verdict: 'object', text: '监测方案不符合规范' });
    return application;
  };
  const proposed = async (over: object = {}): Promise<Any> => {
    const application = await deciding();
    const answer = await approver.post(`${pathOf(application)}/refusal`, { reasons: REASONS, conditions: UNMET, ...over });
    expect([answer.status, answer.body.state]).toEqual([201, 'refusal-telling']);
    return application;
  };
  const notice = async (application: Any): Promise<Any> => (await notices(application)).find(one => one.kind === 'intent') as Any;
  /** The 事先告知书 reached the applicant today. */
  const told = async (application: Any): Promise<Any> => {
    expect((await world.serve(approver, (await notice(application)).id as string)).status).toBe(200);
    return application;
  };
  const settle = (person: Person, application: Any, outcome = 'approve'): Promise<Any> => person.post(`${pathOf(application)}/refusal/settle`, { outcome, reasons: '同意不予许可' });
  const unserved = async (): Promise<Any> => {
    const application = await told(await proposed());
    await enterprise.post(`/cases/${application.id as string}/statement`, { waive: true });
    expect((await settle(supervisor, application)).body.state).toBe('refusal-unserved');
    await world.runJobs();
    return application;
  };
  const notices = async (application: Any): Promise<Any[]> => (await read(approver, application)).case.notices as Any[];

  it('is proposed with the condition that is not met and its reason, by somebody who did not review', async () => {
    const application = await deciding();
    const propose = (person: Person, body: object): Promise<Any> => person.post(`${pathOf(application)}/refusal`, body);
    expect((await propose(approver, { reasons: REASONS, conditions: CONDITIONS })).body.errors[0].pointer).toBe('/conditions');
    expect((await propose(approver, { reasons: REASONS, conditions: UNMET.slice(1) })).body.errors[0].pointer).toBe('/conditions/0/comment');
    expect((await propose(approver, { reasons: REASONS, conditions: UNMET, statementDays: 2 })).body.errors[0]).toMatchObject({ pointer: '/statementDays', zh: expect.stringContaining('3 个工作日') as unknown });
    expect((await propose(reviewer, { reasons: REASONS, conditions: UNMET })).status).toBe(403);
    expect((await propose(enterprise, { reasons: REASONS, conditions: UNMET })).status).toBe(403);
    await world.db.query(`UPDATE permit_application SET reviewer_id = $2 WHERE id = $1`, [application.id, world.demo.actor('bureau.approver').userId]);
    expect((await propose(approver, { reasons: REASONS, conditions: UNMET })).body.code).toBe('adverse.second-person');
    const [rows] = await world.db.query<{ n: string }>('SELECT count(*) AS n FROM adverse_decision WHERE case_id = $1', [application.id]);
    expect(rows?.n).toBe('0');
  });

  it('tells the applicant beforehand, hears it once, and is decided by another person after the answer', async () => {
    const application = await told(await proposed());
    const seen = await read(enterprise, application);
    expect(seen.state).toBe('refusing');
    expect(seen.case.adverse).toMatchObject({ toldOn: '2026-11-23', toldHow: 'served', statementDays: 5, state: 'open', measure: '不予行政许可', reasons: REASONS, statementUntil: '2026-11-30', mayDecide: false });
    expect(seen.case.notices.map((one: Any) => one.title as string)).toContain('不予行政许可事先告知书');
    expect(seen.case.actions).toContain('case.state');
    expect((await settle(supervisor, application)).body).toMatchObject({ code: 'adverse.period', until: '2026-11-30' });
    const state = (person: Person, body: object): Promise<Any> => person.post(`/cases/${application.id as string}/statement`, body);
    expect((await state(enterprise, {})).body.errors[0].pointer).toBe('/text');
    expect((await state(await world.as('enterprise.admin', 1), { text: '与我无关的案件' })).status).toBe(404);
    // with evidence of the case, and of no other
    const subject = `subjectType=case&subjectId=${application.id as string}`;
    const [paper, spare] = [await world.attach(enterprise, `${subject}&purpose=statement`), await world.attach(enterprise, `${subject}&purpose=statement`)];
    await expect(world.attach(await world.as('enterprise.admin', 1), `${subject}&purpose=statement`)).rejects.toThrow('404');
    const strange = await world.upload(enterprise, (await enterprise.post('/permit-applications', { siteSequence: 99 })).body.id as string);
    expect((await state(enterprise, { text: '厂界噪声点位已在附图中标明', fileIds: [paper, strange] })).body.errors[0].pointer).toBe('/fileIds/1');
    expect((await enterprise.delete(`/files/${spare}`)).status).toBe(204);
    const word = { text: '厂界噪声点位已在附图中标明', fileIds: [paper] };
    const twice = await Promise.all([state(enterprise, word), state(enterprise, word)]);
    expect(twice.map(one => one.status as number).sort()).toEqual([200, 409]);
    // both sides read it, and nobody takes it back
    for (const reader of [enterprise, approver]) {
      expect((await read(reader, application)).case.adverse.statementFileIds).toEqual([paper]);
      expect((await reader.get(`/files/${paper}/content`)).status).toBe(200);
    }
    expect((await enterprise.delete(`/files/${paper}`)).status).toBe(409);
    expect((await settle(supervisor, application)).body.code).toBe('adverse.answer-first');
    const answered = await approver.post(`/cases/${application.id as string}/statement/answer`, { answering: 'rejected', text: '附图未标明点位坐标和频次' });
    expect(answered.body.adverse).toMatchObject({ answering: 'rejected', deciding: 'ready', mayDecide: false });
    expect((await read(enterprise, application)).case.adverse.answer).toBeNull();
    expect((await settle(approver, application)).body.code).toBe('adverse.second-person');
    const both = await Promise.all([settle(supervisor, application), settle(supervisor, application, 'drop')]);
    expect(both.filter(one => one.status === 200)).toHaveLength(1);
  });

  it('is nowhere to be seen outside the bureau before its service', async () => {
    const application = await told(await proposed());
    const code = (await read(enterprise, application)).case.queryCode as string;
    const number = (await read(enterprise, application)).caseNumber as string;
    await enterprise.post(`/cases/${application.id as string}/statement`, { waive: true });
    const id = application.id as string;
    const places = [pathOf(application), `${pathOf(application)}/print`, `/cases/${id}`, `/cases/${id}/clocks`, `/cases/${id}/notices`, `/cases/${id}/what-if-pause?resumeOn=2026-12-18`,
      '/cases/own', '/cases/own?state=refusing', '/cases/own/counts', '/permit-applications', '/permit-applications?state=refusing', '/permit-applications?sort=remaining', '/permit-applications?sort=-remaining', `/permits?limit=100`, '/notifications'];
    const look = async (): Promise<Record<string, unknown>> => {
      const seen: Record<string, unknown> = {};
      for (const place of places) seen[place] = (await enterprise.get(place)).body;
      seen['public'] = (await world.anyone.get(`/public/cases/${number}?code=${code}`)).body;
      return seen;
    };
    await world.runJobs();
    const before = await look();
    const hints: Any[] = [];
    const live = world.api.get(LiveBus).subscribe('case').subscribe(message => hints.push(message));
    const files = world.api.get(LiveBus).subscribe('file').subscribe(message => hints.push(message));
    await new Promise(resolve => setTimeout(resolve, 300));
    expect((await settle(supervisor, application)).body.state).toBe('refusal-unserved');
    await supervisor.post(`/cases/${id}/claim`);
    await world.runJobs();
    await new Promise(resolve => setTimeout(resolve, 300));
    [live, files].forEach(one => one.unsubscribe());
    expect(await look()).toEqual(before);
    expect(JSON.stringify(await look())).not.toMatch(LEAKS);
    expect(hints.filter(one => one.caseId === id).length).toBeGreaterThan(0);
    expect(hints.flatMap(one => (one.caseId === id ? (one.orgs as string[]) : []))).toEqual([]);
    expect(hints.flatMap(one => (one.subjectType === 'case-notice' ? (one.orgs as string[]) : []))).not.toContain(enterprise.orgId);
    for (const place of ['/cases/own?state=refusal-unserved', '/permit-applications?state=refusal-unserved', '/permit-applications?state=refused', '/cases/own?state=refused'])
      expect((await enterprise.get(place)).body.items.filter((one: Any) => one.id === id)).toEqual([]);
    const paper = (await notices(application)).find(one => one.withheld === true) as Any;
    expect(paper).toMatchObject({ title: '不予行政许可决定书', withheld: true, fileId: expect.any(String) as unknown });
    for (const path of [`/notices/${paper.id as string}`, `/files/${paper.fileId as string}`, `/files/${paper.fileId as string}/content`]) expect([path, (await enterprise.get(path)).status]).toEqual([path, 404]);
    expect((await approver.get(`/files/${paper.fileId as string}/content`)).status).toBe(200);
    // what would not be possible in the state it sees is refused in the words of that state
    expect((await enterprise.post(`${pathOf(application)}/submit`, { commitment: true })).body).toMatchObject({ state: 'refusing' });
    expect((await enterprise.post(`/cases/${id}/statement`, { waive: true })).body.code).toBe('adverse.statement-over');
  });

  it('takes effect with its service, recorded with day and way, once', async () => {
    const application = await unserved();
    const paper = (await notices(application)).find(one => one.withheld === true) as Any;
    const serve = (body: object): Promise<Any> => world.serve(approver, paper.id as string, body as Any);
    const missing = async (body: object): Promise<string[]> => ((await serve({ proofFileId: undefined, ...body })).body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
    // no way goes without its proof, none electronically without consent; a file of another record is none
    for (const method of ['direct', 'leave', 'post', 'entrusted', 'announcement']) expect(await missing({ method })).toEqual(['/proofFileId proof']);
    expect(await missing({ method: 'electronic' })).toEqual(['/proofFileId proof', '/consentFileId consent']);
    expect(await missing({ proofFileId: paper.fileId as string })).toEqual(['/proofFileId file']);
    expect((await serve({ method: 'announcement' })).body).toMatchObject({ code: 'notice.announcement-runs', until: '2026-12-23' });
    expect((await serve({ servedOn: '2026-11-22' })).body.errors[0].pointer).toBe('/servedOn');
    expect((await serve({ servedOn: '2026-11-24' })).body.errors[0].pointer).toBe('/servedOn');
    expect((await enterprise.post(`/notices/${paper.id as string}/serve`, { method: 'direct', receivedBy: '王芳' })).status).toBe(403);
    const served = await Promise.all([serve({ servedOn: '2026-11-23' }), serve({ servedOn: '2026-11-23' })]);
    expect(served.map(one => one.status as number)).toEqual([200, 200]);
    await world.runJobs();
    const seen = await read(enterprise, application);
    expect(seen).toMatchObject({ state: 'refused', case: { decision: { outcome: 'refused' }, adverse: { state: 'served', servedOn: '2026-11-23', serviceMethod: '直接送达', receivedBy: '王芳' } } });
    expect(seen.case.decision.remedies.every((one: Any) => typeof one.until === 'string')).toBe(true);
    // one of the notice beforehand, one of the decision
    expect(seen.case.notices.filter((one: Any) => one.kind === 'service')).toHaveLength(2);
    expect(seen.case.timeline.map((one: Any) => one.action as string)).toEqual(expect.arrayContaining(['propose-refusal', 'refuse', 'serve-refusal']));
    expect((await enterprise.get(`/files/${(await notices(application)).find(one => one.id === paper.id)?.fileId as string}/content`)).status).toBe(200);
    const told = await world.db.query<{ zh: string }>(`SELECT title_zh AS zh FROM notification WHERE subject_id = $1`, [application.id]).catch(() => []);
    expect(told.filter(one => one.zh.startsWith('不予许可'))).toHaveLength(told.length > 0 ? 1 : 0);
  });

  it('never existed for the applicant who withdraws before the service', async () => {
    const application = await unserved();
    const withdrawn = await enterprise.post(`${pathOf(application)}/withdraw`, { reason: '项目调整' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', case: { decision: null, adverse: { state: 'void', decidedByName: null } } });
    expect(JSON.stringify(withdrawn.body)).not.toMatch(LEAKS);
    expect(withdrawn.body.case.timeline.map((one: Any) => one.action as string)).not.toContain('refuse');
    expect((await read(approver, application)).case.timeline.map((one: Any) => one.action as string)).toContain('refuse');
  });

  it('waits for the service of its notice: no period runs from the proposal, and the notice needs its proof like every paper', async () => {
    const application = await proposed();
    expect((await read(enterprise, application)).case).toMatchObject({ case: { state: 'refusal-telling' }, adverse: { toldOn: null, statementUntil: null, statementDays: 5, hearingRight: false, deciding: null } });
    const paper = await notice(application);
    const [stored] = await world.db.query<{ content: { paragraphs: string[] } }>('SELECT content FROM case_notice WHERE id = $1', [paper.id]);
    expect(stored?.content.paragraphs.join()).toContain('自收到本告知书之日起5个工作日内');
    expect(stored?.content.paragraphs.join()).not.toContain('听证');
    expect((await supervisor.get(`/cases?state=refusal-telling&limit=100`)).body.items.map((one: Any) => one.id as string)).toContain(application.id);
    // long after a period counted from the proposal would be over: still nobody decides
    await world.moveTo('2026-12-09T02:00:00Z');
    [enterprise, approver, supervisor] = [await world.as('enterprise.admin'), await world.as('bureau.approver'), await world.as('bureau.supervisor')];
    expect((await read(supervisor, application)).case.adverse).toMatchObject({ deciding: 'unserved', mayDecide: true });
    expect((await settle(supervisor, application)).body.code).toBe('adverse.notice-unserved');
    const pointers = async (body: object): Promise<string[]> => ((await world.serve(approver, paper.id as string, { proofFileId: undefined, ...body })).body.errors as Any[]).map(one => one.pointer as string);
    expect([await pointers({ method: 'post' }), await pointers({ method: 'electronic' })]).toEqual([['/proofFileId'], ['/proofFileId', '/consentFileId']]);
    expect((await world.serve(enterprise, paper.id as string).catch((error: Error) => ({ status: error.message }))).status).not.toBe(200);
    // recorded today, received two days ago: the period runs from then, the day after, in working days
    const both = await Promise.all([1, 2].map(() => world.serve(approver, paper.id as string, { method: 'post', servedOn: '2026-12-07' })));
    expect(both.map(one => one.status)).toEqual([200, 200]);
    expect((await read(enterprise, application)).case).toMatchObject({ case: { state: 'refusing' }, adverse: { toldOn: '2026-12-07', statementUntil: '2026-12-14' } });
    expect((await read(enterprise, application)).case.timeline.filter((one: Any) => one.action === 'tell-refusal')).toHaveLength(1);
    expect((await settle(supervisor, application)).body).toMatchObject({ code: 'adverse.period', until: '2026-12-14' });
    await world.moveTo('2026-12-15T02:00:00Z');
    [enterprise, intake, reviewer, approver, supervisor] = [await world.as('enterprise.admin'), await world.as('bureau.intake'), await world.as('bureau.reviewer'), await world.as('bureau.approver'), await world.as('bureau.supervisor')];
    expect((await settle(supervisor, application)).body.state).toBe('refusal-unserved');
  });

  it('knows from a word of the applicant that it was told, before any service is on record', async () => {
    const application = await proposed();
    expect((await enterprise.post(`/cases/${application.id as string}/statement`, { text: '厂界噪声点位已在附图中标明' })).status).toBe(200);
    const seen = (await read(supervisor, application)).case;
    expect(seen).toMatchObject({ case: { state: 'refusing' }, adverse: { toldHow: 'spoke', deciding: 'answer-first' } });
    // the paper may still be served: nothing begins anew
    const before = seen.adverse.statementUntil as string;
    await world.serve(approver, (await notice(application)).id as string);
    expect((await read(supervisor, application)).case).toMatchObject({ case: { state: 'refusing' }, adverse: { toldHow: 'spoke', statementUntil: before } });
  });

  it('what was told before the change stays decidable under its own day', async () => {
    const application = await told(await proposed());
    await world.db.query(`UPDATE adverse_decision SET statement_days = NULL, told_on = NULL, told_how = NULL, statement_until = '2026-12-01' WHERE case_id = $1`, [application.id]);
    expect((await read(supervisor, application)).case.adverse).toMatchObject({ deciding: 'ready', unheard: false, toldOn: null });
    expect((await settle(supervisor, application)).body.state).toBe('refusal-unserved');
  });

  it('may be dropped, and the approval goes on', async () => {
    const application = await proposed();
    expect((await settle(supervisor, application, 'drop')).body.state).toBe('deciding');
    expect((await read(enterprise, application)).case.adverse).toMatchObject({ state: 'dropped' });
    expect((await enterprise.post(`/cases/${application.id as string}/statement`, { waive: true })).status).toBe(409);
    expect((await approver.post(`${pathOf(application)}/refusal`, { reasons: REASONS, conditions: UNMET })).status).toBe(201);
  });
});
