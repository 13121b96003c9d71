import { randomUUID } from 'node:crypto';
import { complaintAnswered } from '@huanbao/complaints';
import { KnownEnterprises } from '@huanbao/identity';
import { PenaltyFines } from '@huanbao/penalties';
import { FieldCipher, LiveBus, Outbox } from '@huanbao/platform';
import { PenaltyParty1764000330000 } from '../../../migrations/1764000330000-penalty-party';
import { Any, PermitWorld } from '../permits/world';
import { errors, FACTS, LEVELS, ok, PenaltyWorld, REASONS } from './world';

/** 行政处罚: the way of a case, and every way it must not go. */
describe('penalty cases', () => {
  let house: PermitWorld;
  let world: PenaltyWorld;
  beforeAll(async () => {
    house = await PermitWorld.begin();
    world = await new PenaltyWorld(house).settle();
  });
  afterAll(() => house.end());

  const code = async (answer: Promise<{ status: number; body: Any }>): Promise<string> => {
    const { status, body } = await answer;
    return `${status} ${body.code as string}`;
  };

  it('opens on a clue against an enterprise or somebody outside, and says what to mend', async () => {
    const open = (over: Any, person = world.enforcer): Promise<Any> => person.post('/penalties', world.clue(over));
    expect(errors(await open({ discoveredOn: '2026-11-24' }))).toEqual(['/discoveredOn future']);
    expect(errors(await open({ partyOrgId: randomUUID() }))).toEqual(['/partyOrgId party']);
    expect(errors(await open({ partyOrgId: undefined, partyKind: 'unit', partyName: '外地某厂' }))).toEqual(['/partyName party']);
    expect(errors(await open({ partyOrgId: undefined, partyKind: 'unit', partyName: '外地某厂', partyCode: '911411810000000000' }))).toEqual(['/partyCode code']);
    for (const bad of [{ clueKind: 'rumour' }, { clueText: '短' }, { discoveredOn: '23/11/2026' }, { surprise: 1 }, { partyOrgId: 'nobody' }, { partyOrgId: 7 }]) expect((await open(bad)).status).toBe(400);
    expect((await open({}, world.party)).status).toBe(403);
    expect((await open({}, house.anyone)).status).toBe(401);
    const key = randomUUID();
    const twice = await Promise.all([1, 2].map(() => world.enforcer.post('/penalties', world.clue({ discoveredOn: '2026-11-20' }), { key })));
    expect(twice.map(one => one.status)).toEqual([201, 201]);
    expect(twice[0]?.body).toEqual(twice[1]?.body);
    // fifteen days after the discovery, a Saturday: the Monday after
    expect(await world.show(twice[0]?.body.id as string)).toMatchObject({ number: expect.stringMatching(/^CF-2026-\d+$/) as string, state: 'clue', dueOn: '2026-12-07', partyKind: 'enterprise' });
    const person = ok(await open({ partyOrgId: undefined, partyKind: 'person', partyName: '张三', partyCode: '14233119900101123X' }), 201);
    expect(await world.show(person.id as string)).toMatchObject({ partyCode: '**************123X', partyOrgId: null });
    expect(await house.db.query(`SELECT 1 FROM penalty WHERE party_code LIKE '%123X%' OR search LIKE '%123X%' OR party_code_cipher LIKE '%123X%'`)).toEqual([]);
  });

  it('is filed by a second person, with two certified officers, not after the limitation', async () => {
    const id = await world.open();
    const submit = (over: Any): Promise<Any> => world.step(world.enforcer, id, 'submit', world.filing(over));
    expect(errors(await submit({ violation: 'noise' }))).toEqual(['/violation violation']);
    expect(errors(await submit({ conductFrom: '2026-10-06' }))).toEqual(['/conductTo order']);
    expect(errors(await submit({ conductTo: '2026-11-24' }))).toEqual(['/conductTo future']);
    expect(errors(await submit({ investigatorIds: [world.officers.enforcer, world.officers.enforcer] }))).toEqual(['/investigatorIds officers']);
    expect(errors(await submit({ investigatorIds: [world.officers.enforcer, randomUUID()] }))).toEqual(['/investigatorIds officers']);
    expect(await code(submit({ conductFrom: '2009-01-01', conductTo: '2009-01-02' }))).toBe('422 penalty.no-law');
    expect((await world.step(world.intake, id, 'submit', world.filing())).status).toBe(403);
    ok(await world.step(world.supervisor, id, 'submit', world.filing({ conductFrom: '2024-11-01', conductTo: '2024-11-22' })));
    expect(await world.show(id)).toMatchObject({ timeBarUntil: '2026-11-22', isTimeBarred: true });
    expect(await code(world.step(world.supervisor, id, 'file', { timeBarReason: '违法行为处于继续状态，从终了之日起算' }))).toBe('422 penalty.second-person');
    expect(await code(world.step(world.approver, id, 'file', {}))).toBe('422 penalty.time-barred');
    ok(await world.step(world.approver, id, 'return', { reason: '请核对违法行为的终了日期' }));
    // while a supervisor had no hand in it, nobody files it in his place
    ok(await submit({ conductFrom: '2024-11-01', conductTo: '2024-11-22' }));
    expect(await code(world.step(world.approver, id, 'file', { timeBarReason: '违法行为处于继续状态，从终了之日起算' }))).toBe('422 penalty.time-barred');
    ok(await world.step(world.approver, id, 'return', { reason: '请核对违法行为的终了日期' }));
    ok(await submit({ conductFrom: '2024-11-01', conductTo: '2024-11-22' }));
    expect(await code(world.step(world.supervisor, id, 'file', {}))).toBe('422 penalty.time-barred');
    const { version } = await world.show(id);
    const both = await Promise.all([world.supervisor, world.approver].map(one => one.post(`/penalties/${id}/file`, { timeBarReason: '违法行为处于继续状态，从终了之日起算' }, { ifMatch: version as number })));
    expect(both.filter(one => one.status === 200)).toHaveLength(1);
    // ninety days
    expect(await world.show(id)).toMatchObject({ state: 'investigating', filedOn: '2026-11-23', dueOn: '2027-02-22', timeBarReason: expect.stringContaining('继续状态') as string });
  });

  it('is filed after the limitation by the post of the row where every supervisor had a hand in it', async () => {
    const id = await world.open();
    ok(await world.step(world.supervisor, id, 'submit', world.filing({ conductFrom: '2024-11-01', conductTo: '2024-11-22' })));
    const file = (): Promise<Any> => world.step(world.approver, id, 'file', { timeBarReason: '违法行为处于继续状态，从终了之日起算' });
    expect(ok(await file())).toMatchObject({ state: 'investigating', filedByName: house.demo.actor('bureau.approver').name });
  });

  it('does not exist for its party before the notice is served: no list, search, detail, file, timeline, hint or message', async () => {
    const hints: Any[] = [];
    const bus = house.api.get(LiveBus);
    const heard = bus.subscribe('case').subscribe(message => hints.push(message));
    const inbox = async (): Promise<Any[]> => (ok(await world.party.get('/notifications?limit=100')).items as Any[]).filter(one => one.topic === 'penalty' || one.subjectType === 'penalty' || JSON.stringify(one).includes(id));
    const places = ['/cases/own?limit=100', '/cases/own?kind=penalty', `/cases/own?q=${encodeURIComponent('行政处罚')}`, `/cases/own?q=${encodeURIComponent(FACTS.slice(0, 6))}`, '/own-penalties?limit=100', `/own-penalties?q=CF-2026`];
    const id = await world.concluded();
    const { number } = await world.show(id);
    const fileId = await world.file(id);
    const [row] = await house.db.query<{ party: string; code: string }>('SELECT party_org_id AS party, query_code AS code FROM case_record WHERE id = $1', [id]);
    expect(row?.party).toBe(world.party.orgId);
    ok(await world.step(world.reviewer, id, 'examine', { words: '事实清楚，同意' }));
    await house.runJobs();
    const code = house.api.get(FieldCipher).decrypt(row?.code ?? '', 'case_record.query_code');
    for (const place of places) expect([place, (await world.party.get(place)).body.items.filter((one: Any) => one.id === id)]).toEqual([place, []]);
    const { notices } = await world.show(id);
    const paper = `/own-penalties/${id}/papers/${notices[0].id as string}`;
    for (const path of [`/cases/${id}`, `/cases/${id}/clocks`, `/own-penalties/${id}`, paper, `/files/${fileId}`, `/files/${fileId}/content`, `/files?subjectType=penalty&subjectId=${id}`]) expect([path, (await world.party.get(path)).status]).toEqual([path, 404]);
    expect((await world.party.get(`/penalties/${id}`)).status).toBe(403);
    expect((await house.anyone.get(`/public/cases/${number as string}?code=${code}`)).status).toBe(404);
    expect((await world.party.get('/own-penalties/export')).raw.includes(number as string)).toBe(false);
    expect(await inbox()).toEqual([]);
    ok(await world.step(world.enforcer, id, 'notice/serve', await world.service(id)));
    await house.runJobs();
    await new Promise(resolve => setTimeout(resolve, 300));
    heard.unsubscribe();
    const told = hints.filter(one => one.caseId === id);
    expect([told.length > 0, told.flatMap(one => one.orgs as string[])]).toEqual([true, []]);
    expect(ok(await world.party.get(`/own-penalties?q=${number as string}`)).items).toMatchObject([{ id, stage: 'told' }]);
    expect(ok(await world.party.get(`/own-penalties/${id}`)).notices).toHaveLength(1);
    expect((await world.party.get(paper)).status).toBe(200);
    expect(await inbox()).toMatchObject([{ title: { zh: expect.stringContaining('行政处罚事先告知') as string } }]);
    // what the bureau keeps stays with it, served or not
    for (const path of [`/cases/${id}`, `/files/${fileId}/content`]) expect([path, (await world.party.get(path)).status]).toEqual([path, 404]);
    for (const place of places.slice(0, 4)) expect((await world.party.get(place)).body.items.filter((one: Any) => one.id === id)).toEqual([]);
  });

  it('names its party, also in cases that were written before, and goes over with an enterprise that is verified', async () => {
    const id = await world.open();
    const outside = ok(await world.enforcer.post('/penalties', world.clue({ partyOrgId: undefined, partyKind: 'unit', partyName: '外地某厂', partyCode: '91141181MA0GX3R17X' })), 201).id as string;
    const party = async (of: string): Promise<string | undefined> => (await house.db.query<{ party: string }>('SELECT party_org_id AS party FROM case_record WHERE id = $1', [of]))[0]?.party;
    const platform = '00000000-0000-0000-0000-000000000000';
    await house.db.query('UPDATE case_record SET party_org_id = $2 WHERE id = $1', [id, platform]);
    for (let nth = 0; nth < 2; nth += 1) await house.db.transaction(() => new PenaltyParty1764000330000().up(house.db as never));
    expect([await party(id), await party(outside)]).toEqual([world.party.orgId, platform]);
    const known = house.api.get(KnownEnterprises);
    const uscc = '91141181MA0KN0WN2A';
    const from = await house.db.transaction(async () => (await known.know([{ uscc, name: '名单石灰厂', address: '孝义市', legalRepresentative: '李某', regionCode: '141181' }], platform)).get(uscc)?.id as string);
    const theirs = await world.open({ partyOrgId: from });
    const [organisation] = await house.db.query<Any>('SELECT * FROM organisation WHERE id = $1', [world.party.orgId]);
    await house.db.transaction(() => known.claim({ ...organisation, id: world.party.orgId, kind: 'enterprise', uscc }));
    expect(await party(theirs)).toBe(world.party.orgId);
    expect((await world.party.get('/own-penalties?limit=100')).body.items.map((one: Any) => one.id)).not.toContain(theirs);
  });

  it('extends its periods on a reason, approved by another person', async () => {
    const id = await world.filed();
    const ask = (days: number, person = world.enforcer): Promise<Any> => person.post(`/penalties/${id}/extensions`, { days, reason: '案情复杂，需要补充监测' });
    expect(errors(await ask(31))).toEqual(['/days days']);
    const { extensions } = ok(await ask(30, world.supervisor));
    expect(await code(ask(10))).toBe('409 penalty.extension-open');
    const decide = (person = world.approver, extension = extensions[0].id as string): Promise<Any> => person.post(`/penalties/${id}/extensions/${extension}/decide`, { approved: true, reason: '同意延长' });
    expect(await code(decide(world.supervisor))).toBe('422 penalty.second-person');
    expect((await decide(world.approver, randomUUID())).status).toBe(404);
    expect(ok(await decide()).dueOn).toBe('2027-03-23');
    expect(await code(decide())).toBe('409 penalty.decided');
    expect(await code(ask(10))).toBe('409 penalty.discussion-first');
  });

  it('applies the law of the day of the conduct and says when that day was crossed', async () => {
    const id = await world.filed({ conductFrom: '2026-08-01', conductTo: '2026-09-01' });
    expect((await world.show(id)).lawChoice).toMatchObject({ law: { effectiveFrom: '2026-08-15', minYuan: '100000.00', legalBasis: '生态环境法典 第一千一百零三条' }, others: [{ effectiveFrom: '2016-01-01', minYuan: '200000.00' }], warnings: ['across-change', 'unverified'] });
    const before = await world.filed({ conductFrom: '2026-08-01', conductTo: '2026-08-14' });
    expect((await world.show(before)).lawChoice).toMatchObject({ law: { effectiveFrom: '2016-01-01', minYuan: '200000.00' }, warnings: ['newer-lighter', 'unverified'] });
    ok(await world.evidence(id));
    const conclude = (proposal: Any): Promise<Any> => world.step(world.enforcer, id, 'conclude', { facts: FACTS, proposal: world.proposal(proposal) });
    expect(errors(await conclude({ lawFrom: '2016-01-01' }))).toEqual(['/lawReason reason']);
    expect(errors(await conclude({ lawFrom: '2020-01-01', lawReason: '违法行为主要发生在旧法期间' }))).toEqual(['/lawFrom law']);
    expect(ok(await conclude({ lawFrom: '2016-01-01', lawReason: '违法行为主要发生在旧法期间', fineYuan: '450000' })).proposed).toMatchObject({ law: { effectiveFrom: '2016-01-01' }, lawReason: '违法行为主要发生在旧法期间' });
  });

  it('computes the range with its steps and holds the proposal to law and range', async () => {
    const id = await world.filed();
    const compute = (body: Any): Promise<Any> => world.enforcer.post(`/penalties/${id}/discretion`, body);
    expect(ok(await compute({ levels: LEVELS, adjustments: [] }))).toMatchObject({ sharePercent: '31.25', centreYuan: '381250.00', fromYuan: '336250.00', toYuan: '426250.00', isVerified: false });
    expect(errors(await compute({ levels: { ...LEVELS, harm: 9 } }))).toEqual(['/levels factors']);
    expect(errors(await compute({ levels: { harm: 'much' } }))).toEqual(['/levels factors']);
    const conclude = (proposal: Any, person = world.enforcer): Promise<Any> => world.step(person, id, 'conclude', { facts: FACTS, proposal: world.proposal(proposal) });
    expect(await code(conclude({}))).toBe('422 penalty.evidence-needed');
    ok(await world.evidence(id));
    const [listed] = (await world.show(id)).evidence as Any[];
    expect(listed.fileHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await world.enforcer.delete(`/files/${listed.fileId as string}`)).status).toBeGreaterThanOrEqual(400);
    expect(errors(await world.enforcer.post(`/penalties/${id}/evidence`, { kind: 'record', title: '别的案子的文件', proves: '不能引用', obtainedOn: world.today, fileId: await world.file(await world.filed()) }))).toEqual(['/fileId file']);
    expect(await code(conclude({}, world.supervisor))).toBe('422 penalty.not-investigator');
    expect(errors(await conclude({ fineYuan: '1000000.01' }))).toEqual(['/fineYuan law']);
    expect(errors(await conclude({ fineYuan: '99999.99' }))).toEqual(['/fineYuan law']);
    expect(errors(await conclude({ fineYuan: '426250.01' }))).toEqual(['/outsideReason reason']);
    expect(errors(await conclude({ measures: ['fine', 'confiscate'], confiscateYuan: '5000' }))).toEqual(['/measures measures']);
    expect(errors(await conclude({ measures: ['warning'] }))).toEqual(['/measures measures']);
    expect((await conclude({ fineYuan: '1e5' })).status).toBe(400);
    expect(ok(await conclude({ fineYuan: '426250.01', outsideReason: '同类案件处罚较重，保持一致' })).proposed).toMatchObject({ fineYuan: '426250.01', discretion: { toYuan: '426250.00' } });
  });

  it('keeps investigators from examining and deciding, and the party from everything that was not served', async () => {
    const id = await world.concluded({}, { investigatorIds: [world.officers.enforcer, world.officers.supervisor] });
    expect(await code(world.step(world.supervisor, id, 'examine', { words: '同意告知' }))).toBe('422 penalty.investigator-reviews');
    expect((await world.step(world.enforcer, id, 'examine', { words: '同意告知' })).status).toBe(403);
    expect((await world.party.get(`/own-penalties/${id}`)).status).toBe(404);
    ok(await world.step(world.reviewer, id, 'examine', { words: '同意告知' }));
    const { notices } = await world.show(id);
    expect(notices[0]).toMatchObject({ number: expect.stringMatching(/^孝环罚告字〔2026〕\d+号$/) as string, hearingRight: true, served: null });
    expect((await world.party.get(`/own-penalties/${id}`)).status).toBe(404);
    expect((await world.party.get(`/own-penalties/${id}/papers/${notices[0].id as string}`)).status).toBe(404);
    for (const path of [`/penalties/${id}`, '/penalties', `/cases/${id}`]) expect([403, 404]).toContain((await world.party.get(path)).status);
    expect(JSON.stringify((await world.party.get('/cases/mine')).body)).not.toContain(id);
    const serve = async (over: Any): Promise<Any> => world.step(world.enforcer, id, 'notice/serve', await world.service(id, over));
    expect(errors(await serve({ servedOn: '2026-11-24' }))).toEqual(['/servedOn future']);
    expect(errors(await serve({ servedOn: '2026-11-20' }))).toEqual(['/servedOn early']);
    expect(errors(await serve({ proofFileId: undefined }))).toEqual(['/proofFileId proof']);
    expect(await code(serve({ method: 'announcement' }))).toBe('409 penalty.announcement-runs');
    ok(await serve({}));
    expect(ok(await world.party.get(`/own-penalties/${id}`))).toMatchObject({ stage: 'told', statementUntil: '2026-11-30', decision: null, actions: ['state', 'waive', 'ask-hearing'] });
    expect((await world.party.get(`/own-penalties/${id}/papers/${notices[0].id as string}`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await (await house.as('enterprise.admin', 1)).get(`/own-penalties/${id}`)).status).toBe(404);
    expect((await (await house.as('enterprise.admin', 1)).post(`/own-penalties/${id}/statement`, {})).status).toBe(404);
  });

  it('lets the party speak before it goes on, answers point by point, and never decides heavier', async () => {
    const id = await world.told();
    const goOn = (wantsReview: boolean): Promise<Any> => world.step(world.enforcer, id, 'go-on', { wantsReview });
    expect(await code(goOn(true))).toBe('409 penalty.statement-runs');
    ok(await world.party.post(`/own-penalties/${id}/statement`, { statement: '监测期间设施检修，已经整改完毕，请求从轻。' }));
    expect(await code(world.party.post(`/own-penalties/${id}/statement`, {}))).toBe('409 penalty.stated');
    expect((await world.party.post(`/own-penalties/${id}/statement`, { statement: 1 })).status).toBe(400);
    ok(await world.party.post(`/own-penalties/${id}/hearing-request`));
    expect(await code(goOn(true))).toBe('409 penalty.hearing-due');
    const hear = (heldOn: string, notifiedOn = '2026-11-23'): Promise<Any> => world.step(world.reviewer, id, 'hearing', { notifiedOn, heldOn, place: '分局三楼会议室', host: '法制股股长' });
    expect(errors(await hear('2026-12-01'))).toEqual(['/heldOn notice']);
    // told before it was asked for
    expect(errors(await hear('2026-12-02', '2026-11-22'))).toEqual(['/notifiedOn early']);
    ok(await hear('2026-12-02'));
    expect(errors(await world.step(world.reviewer, id, 'hearing/record', { record: '听证笔录：双方就监测数据发表意见，当事人签字确认。' }))).toEqual(['/record early']);
    house.clock.set('2026-12-02T02:00:00Z');
    ok(await world.step(world.reviewer, id, 'hearing/record', { record: '听证笔录：双方就监测数据发表意见，当事人签字确认。' }));
    expect(await code(goOn(true))).toBe('409 penalty.statement-unanswered');
    expect((await world.enforcer.post(`/penalties/${id}/statement/answer`, { points: [] })).status).toBe(400);
    ok(await world.enforcer.post(`/penalties/${id}/statement/answer`, { points: [{ point: '设施检修', answering: 'rejected', answer: '检修没有报告，不影响认定' }] }));
    expect(await code(goOn(false))).toBe('409 penalty.review-first');
    ok(await goOn(true));
    ok(await world.step(world.reviewer, id, 'legal-review', { words: '程序合法，同意' }));
    const decide = (over: Any, person = world.approver): Promise<Any> => world.step(person, id, 'decide', { kind: 'penalty', measures: ['fine'], fineYuan: '380000', ...REASONS, ...over });
    expect(await code(decide({ fineYuan: '380000.01' }))).toBe('422 penalty.heavier-after-defence');
    expect(await code(decide({ measures: ['fine', 'restrict'] }))).toBe('422 penalty.heavier-after-defence');
    expect(await code(decide({}))).toBe('409 penalty.discussion-first');
    const discuss = (over: Any = {}): Promise<Any> => world.approver.post(`/penalties/${id}/discussions`, { about: 'decision', heldOn: world.today, members: ['局长甲', '副局长乙', '股长丙'], minutes: '会议听取案情汇报，讨论裁量幅度，一致同意。', conclusion: '同意罚款', ...over });
    expect((await discuss({ members: ['局长甲', '副局长乙'] })).status).toBe(400);
    expect(errors(await discuss({ heldOn: '2026-12-03' }))).toEqual(['/heldOn future']);
    ok(await discuss());
    await expect(house.db.query('UPDATE penalty_discussion SET minutes = $1', ['x'])).rejects.toThrow(/append-only/);
    const decided = ok(await decide({ fineYuan: '340000' })).decision;
    expect(decided).toMatchObject({ number: expect.stringMatching(/^孝环罚字〔2026〕\d+号$/) as string, fineYuan: '340000.00', publishDue: '2026-12-11' });
    expect(decided.paper.paragraphs.join('')).toContain('设施检修——不予采纳');
    // decided and not served: not there for the party
    expect(ok(await world.party.get(`/own-penalties/${id}`))).toMatchObject({ stage: 'waiting', decision: null, decisionNumber: null });
    expect((await world.party.get(`/own-penalties/${id}/papers/${decided.id as string}`)).status).toBe(404);
    expect(ok(await world.party.get(`/own-penalties?q=${encodeURIComponent('罚字')}`)).items).toEqual([]);
  });

  it('refuses a decision without a notice, by an investigator, and a heavier notice without new evidence', async () => {
    const plain = await world.concluded({ kind: 'no-penalty', measures: undefined, fineYuan: undefined, ground: 'first-minor' });
    ok(await world.step(world.reviewer, plain, 'examine', { words: '同意不予处罚' }));
    expect(await code(world.step(world.approver, plain, 'decide', { kind: 'penalty', measures: ['fine'], fineYuan: '100000', outsideReason: '按最低限处罚，理由见笔录', ...REASONS }))).toBe('409 penalty.notice-first');
    expect(errors(await world.step(world.approver, plain, 'decide', { kind: 'no-penalty', ...REASONS }))).toEqual(['/ground ground']);
    ok(await world.step(world.approver, plain, 'decide', { kind: 'no-penalty', ground: 'first-minor', ...REASONS }));
    expect((await world.show(plain)).decision).toMatchObject({ number: expect.stringMatching(/^孝环不罚字/) as string, kind: 'no-penalty', fineYuan: '0.00' });
    const mine = await world.decidable({}, { investigatorIds: [world.officers.enforcer, world.officers.supervisor] });
    expect(await code(world.step(world.supervisor, mine, 'decide', { kind: 'penalty', measures: ['fine'], fineYuan: '20000', ...REASONS }))).toBe('422 penalty.investigator-decides');
    const again = await world.told();
    ok(await world.party.post(`/own-penalties/${again}/statement`, { statement: '请求从轻处罚，已经整改。' }));
    ok(await world.step(world.reviewer, again, 'send-back', { reason: '请补充监测数据' }));
    const conclude = (fineYuan: string): Promise<Any> => world.step(world.enforcer, again, 'conclude', { facts: FACTS, proposal: world.proposal({ fineYuan }) });
    expect(await code(conclude('400000'))).toBe('422 penalty.heavier-without-evidence');
    house.clock.set(new Date(house.clock.now().getTime() + 60_000).toISOString());
    ok(await world.evidence(again));
    ok(await conclude('400000'));
  });

  it('mitigates below the least of the law only on a named circumstance, with a reason, a legal review and a discussion', async () => {
    const law = { violation: 'monitoring' };
    const levels = { ...LEVELS, harm: 1, degree: 1, pollutant: 1 };
    const why = { mitigationGround: 'undone', mitigationReason: '主动补测并消除影响，第三方报告证实没有后果' };
    const id = await world.filed(law);
    ok(await world.evidence(id));
    const conclude = (over: Any): Promise<Any> => world.step(world.enforcer, id, 'conclude', { facts: FACTS, proposal: world.proposal({ levels, fineYuan: '8000', ...over }) });
    expect(errors(await conclude({}))).toEqual(['/fineYuan law']);
    expect(errors(await conclude({ ...why, mitigationGround: 'poor' }))).toEqual(['/mitigationGround ground']);
    expect(errors(await conclude({ mitigationGround: 'undone', mitigationReason: '情节较轻' }))).toEqual(['/mitigationReason reason']);
    expect(errors(await conclude({ ...why, fineYuan: '20000' }))).toEqual(['/mitigationGround not-below']);
    expect(errors(await conclude({ ...why, fineYuan: '200000.01' }))).toEqual(['/fineYuan law']);
    await house.db.query(`UPDATE reference_value SET effective_to = '2026-11-22' WHERE kind = 'penalty-mitigation' AND key = 'circumstance:undone'`);
    expect(errors(await conclude(why))).toEqual(['/mitigationGround ground']);
    await house.db.query(`UPDATE reference_value SET effective_to = NULL WHERE kind = 'penalty-mitigation'`);
    const { proposed } = ok(await conclude(why));
    // the range stays within the law
    expect(proposed).toMatchObject({ fineYuan: '8000.00', mitigation: { key: 'undone', minYuan: '20000.00', verified: false }, discretion: { fromYuan: '20000.00' }, outsideReason: null });
    ok(await world.step(world.reviewer, id, 'examine', { words: '事实清楚，同意减轻' }));
    const { notices, needs } = await world.show(id);
    expect([needs.review, needs.discussion, needs.hearingRight]).toEqual([true, true, false]);
    expect(notices[0].paper.paragraphs.join('')).toContain('罚款低于法定最低额 20000.00 元，属于减轻处罚。法定情节：主动消除或者减轻违法行为危害后果（行政处罚法 第三十二条第一项）');
    ok(await world.step(world.enforcer, id, 'notice/serve', await world.service(id)));
    ok(await world.party.post(`/own-penalties/${id}/statement`, {}));
    expect(await code(world.step(world.enforcer, id, 'go-on', { wantsReview: false }))).toBe('409 penalty.review-first');
    ok(await world.step(world.enforcer, id, 'go-on', { wantsReview: true }));
    ok(await world.step(world.reviewer, id, 'legal-review', { words: '符合减轻处罚的法定情节，同意' }));
    const decide = (over: Any): Promise<Any> => world.step(world.approver, id, 'decide', { kind: 'penalty', measures: ['fine'], fineYuan: '8000', ...REASONS, ...over });
    expect(errors(await decide({}))).toEqual(['/fineYuan law']);
    // the legal review had another circumstance before it
    expect(await code(decide({ ...why, mitigationGround: 'merit' }))).toBe('409 penalty.mitigation-unreviewed');
    // and no fine as low as this; what to do is said
    expect((await decide({ ...why, fineYuan: '7999.99' })).body).toMatchObject({ code: 'penalty.mitigation-unreviewed', detail: expect.stringContaining('Send the case back') as string });
    expect(await code(decide(why))).toBe('409 penalty.discussion-first');
    ok(await world.approver.post(`/penalties/${id}/discussions`, { about: 'decision', heldOn: world.today, members: ['局长甲', '副局长乙', '股长丙'], minutes: '会议听取案情汇报，讨论减轻情节和幅度，一致同意。', conclusion: '同意减轻处罚' }));
    expect(await code(decide({ ...why, fineYuan: '8000.01' }))).toBe('422 penalty.heavier-after-defence');
    const { decision, case: { timeline } } = ok(await decide(why));
    expect(decision).toMatchObject({ fineYuan: '8000.00', mitigation: { key: 'undone', minYuan: '20000.00', reason: why.mitigationReason } });
    expect(decision.paper.paragraphs.join('')).toContain('属于减轻处罚');
    expect((timeline as Any[]).map(one => one.text.zh as string).filter(one => one.includes('减轻处罚：'))).toEqual([expect.stringMatching(/^拟减轻处罚：8000.00 元/) as string, expect.stringMatching(/^决定减轻处罚：8000.00 元/) as string]);
    expect(await house.db.query(`SELECT details ->> 'circumstance' AS c, details ->> 'minYuan' AS least FROM audit_entry WHERE action = 'penalty.mitigate' AND subject_id = $1`, [id])).toEqual([{ c: 'undone', least: '20000.00' }, { c: 'undone', least: '20000.00' }]);
    const pdf = await world.enforcer.get(`/penalties/${id}/papers/${decision.id as string}`);
    expect([pdf.status, pdf.raw.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
    expect(ok(await world.enforcer.get('/penalties/options')).circumstances).toHaveLength(7);
  });

  it('does not mitigate what was never reviewed in law', async () => {
    const id = await world.decidable();
    const body = { kind: 'penalty', measures: ['fine'], fineYuan: '9000', mitigationGround: 'merit', mitigationReason: '提供他人违法线索，经查证属实', ...REASONS };
    expect(await code(world.step(world.approver, id, 'decide', body))).toBe('409 penalty.review-first');
    expect((await world.show(id)).decision).toBeNull();
    ok(await world.step(world.approver, id, 'decide', { ...body, fineYuan: '20000', mitigationGround: undefined, mitigationReason: undefined }));
    await expect(house.db.query(`UPDATE penalty_decision SET mitigation = '{"reason": ""}' WHERE penalty_id = $1`, [id])).rejects.toThrow(/penalty_decision_mitigation/);
  });

  it('does not mitigate where the legal review had no mitigation before it, and does after it went back', async () => {
    const id = await world.decidable({}, {}, { wantsReview: true });
    const body = { kind: 'penalty', measures: ['fine'], fineYuan: '9000', mitigationGround: 'merit', mitigationReason: '提供他人违法线索，经查证属实', ...REASONS };
    expect((await world.show(id)).legalReview).not.toBeNull();
    expect(await code(world.step(world.approver, id, 'decide', body))).toBe('409 penalty.mitigation-unreviewed');
    ok(await world.step(world.approver, id, 'send-back', { reason: '拟减轻处罚，请重新提出意见并送法制审核' }));
    expect(await world.show(id)).toMatchObject({ state: 'investigating' });
  });

  it('stands in the menu of its party while the notice may be answered, and while money is owed', async () => {
    const waits = async (): Promise<number> => ((ok(await world.party.get('/cases/own/waiting')).items as Any[]).find(one => one.kind === 'penalty')?.count as number | undefined) ?? 0;
    const before = await waits();
    const id = await world.told({ measures: ['fine'], fineYuan: '20000', levels: { ...LEVELS, harm: 1, degree: 1, pollutant: 1 } }, { violation: 'monitoring' });
    expect(await waits()).toBe(before + 1);
    ok(await world.party.post(`/own-penalties/${id}/statement`, {}));
    expect(await waits()).toBe(before);
    await world.served();
    expect(await waits()).toBe(before + 1);
    // the officer's own menu: the notice to be answered lies with the investigators
    expect((ok(await world.enforcer.get('/cases/waiting')).items as Any[]).find(one => one.kind === 'penalty')?.count).toBeGreaterThan(0);
    expect((await world.enforcer.get('/cases/own/waiting')).status).toBe(403);
  });

  it('serves once, takes payments to the last yuan and no more, and adds for each day too late', async () => {
    const id = await world.served();
    const { version, decision, dueOn } = await world.show(id);
    expect([decision.paymentDueOn, dueOn]).toEqual(['2026-12-17', '2026-12-17']);
    const serve = async (ifMatch: number): Promise<Any> => world.enforcer.post(`/penalties/${id}/decision/serve`, await world.service(id), { ifMatch });
    expect((await serve(version as number)).status).toBe(409);
    ok(await serve((version as number) - 1));
    expect((await house.db.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND action = 'serve'`, [id])).length).toBe(1);
    const pay = (yuan: string, voucherNo: string, over: Any = {}): Promise<Any> => world.enforcer.post(`/penalties/${id}/payments`, { paidOn: world.today, yuan, voucherNo, ...over });
    expect(errors(await pay('20000.01', 'V-1'))).toEqual(['/yuan above']);
    expect(errors(await pay('1', 'V-1', { paidOn: '2027-12-01' }))).toEqual(['/paidOn future']);
    expect(errors(await pay('1', 'V-1', { paidOn: '2026-12-01' }))).toEqual(['/paidOn early']);
    for (const yuan of ['0', '-5', '1.234', 'x']) expect((await pay(yuan, 'V-1')).status).toBe(400);
    const key = randomUUID();
    const body = { paidOn: world.today, yuan: '8000', voucherNo: 'V-1' };
    for (const one of await Promise.all([1, 2].map(() => world.enforcer.post(`/penalties/${id}/payments`, body, { key })))) expect(one.status).toBe(200);
    expect(errors(await pay('1', 'V-1'))).toEqual(['/voucherNo taken']);
    const race = await Promise.all(['V-2', 'V-3'].map(one => pay('7000', one)));
    expect(race.map(one => one.status).sort()).toEqual([200, 400]);
    // 5000 yuan are left; two days too late
    house.clock.set('2026-12-19T02:00:00Z');
    expect((await world.show(id)).account).toMatchObject({ paidYuan: '15000.00', lateYuan: '300.00', lateDays: 2, openYuan: '5300.00' });
    expect(await code(world.step(world.approver, id, 'close', { reason: '已经履行完毕' }))).toBe('409 penalty.not-ready-to-close');
    const voucher = await house.attach(world.party, `subjectType=penalty-party&subjectId=${id}&purpose=voucher`);
    const claim = { paidOn: world.today, yuan: '5300', voucherNo: 'V-4', fileId: voucher };
    expect((await (await house.as('firm.manager')).post(`/own-penalties/${id}/payments`, claim)).status).toBe(404);
    const { payments } = ok(await world.party.post(`/own-penalties/${id}/payments`, claim));
    expect(errors(await pay('1', 'V-5'))).toEqual(['/yuan above']);
    const claimed = (payments as Any[]).find(one => one.state === 'claimed');
    ok(await world.enforcer.post(`/penalties/${id}/payments/${claimed.id as string}/decide`, { confirmed: true }));
    expect((await world.enforcer.post(`/penalties/${id}/payments/${claimed.id as string}/decide`, { confirmed: true })).status).toBe(409);
    expect(await world.show(id)).toMatchObject({ dueOn: null, account: { openYuan: '0.00', lateYuan: '300.00' } });
    expect((await world.step(world.approver, id, 'close', { reason: '已经履行完毕' })).body).toMatchObject({ code: 'penalty.not-ready-to-close', open: ['published'] });
    ok(await world.enforcer.post(`/penalties/${id}/publish`, { summary: '未按规定开展自行监测，联系电话 13800000000' }));
    expect(ok(await world.step(world.approver, id, 'close', { reason: '已经履行完毕' })).state).toBe('closed');
  });

  it('stands in public for its time with personal data masked, in the credit of the enterprise, and leaves both when revoked', async () => {
    const id = await world.served();
    await house.runJobs();
    const { decision } = await world.show(id);
    const key = `penalty:${decision.id as string}`;
    const credit = (): Promise<Any[]> => house.db.query<Any>('SELECT e.type, e.document_no AS "documentNo", (SELECT string_agg(c.status, $2) FROM credit_event_change c WHERE c.event_key = e.key) AS changes FROM credit_event e WHERE e.key = $1', [key, ',']);
    expect(await credit()).toEqual([{ type: 'fine', documentNo: decision.number, changes: null }]);
    const amounts = async (party = world.party.orgId): Promise<unknown> => [...(await house.api.get(PenaltyFines).amounts(party as string, [decision.number as string, '别处的决定书'])).values()];
    expect([await amounts(), await amounts(randomUUID())]).toEqual([['20000.00'], []]);
    const list = async (q = decision.number as string): Promise<Any[]> => ok(await house.anyone.get(`/public/penalties?q=${encodeURIComponent(q)}`)).items as Any[];
    expect(await list()).toEqual([]);
    expect((await world.intake.post(`/penalties/${id}/publish`, { summary: '未按规定开展自行监测' })).status).toBe(403);
    ok(await world.enforcer.post(`/penalties/${id}/publish`, { summary: '未按规定开展自行监测，联系电话 13800000000' }));
    expect(await code(world.enforcer.post(`/penalties/${id}/publish`, { summary: '再公开一次也不行，应当拒绝' }))).toBe('422 penalty.not-publishable');
    expect(await list()).toEqual([expect.objectContaining({ decision: '罚款 20,000.00 元', summary: '未按规定开展自行监测，联系电话 ***********', publishUntil: '2027-12-19' })]);
    expect((await house.anyone.get(`/public/penalties/${decision.id as string}`)).status).toBe(200);
    expect((await house.anyone.get(`/public/penalties/${randomUUID()}`)).status).toBe(404);
    await world.revoke(id);
    await house.runJobs();
    expect(await credit()).toEqual([{ type: 'fine', documentNo: decision.number, changes: 'revoked' }]);
    expect(await amounts()).toEqual([]);
    expect(await list()).toEqual([]);
    expect((await house.anyone.get(`/public/penalties/${decision.id as string}`)).status).toBe(404);
    expect(ok(await world.party.get(`/own-penalties/${id}`))).toMatchObject({ stage: 'revoked', decision: { revokedReason: expect.stringContaining('事实认定有误，依法撤销') as string } });
  });

  it('puts its party out of the positive list when it is served', async () => {
    const [listed] = await house.db.query(`INSERT INTO positive_entry (number, enterprise_id, enterprise_name, region_code, category, category_title, basis, offsite_checks, conditions, state, active_from, review_on, proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at, search)
      VALUES ('ZM-CF', $1, '示例', '141181', 'well-run', '治理水平高', '测试', '测试', '[]', 'active', $2, '2099-01-01', uuidv7(), '某人', now(), uuidv7(), '另一人', now(), '测试') RETURNING id`, [world.party.orgId, world.today]);
    const id = await world.served();
    await house.runJobs();
    const { number } = await world.show(id);
    expect(ok(await world.enforcer.get(`/positive-list/${listed?.['id'] as string}`))).toMatchObject({ state: 'left', exitCause: 'violation', exitReason: expect.stringContaining(number as string) as string });
  });

  it('of a service firm stands in the credit of the firm, by its own scheme', async () => {
    const firm = await house.as('firm.manager');
    const id = await world.served({}, {}, { clue: { partyOrgId: firm.orgId }, party: firm });
    await house.runJobs();
    expect(await house.db.query('SELECT e.type FROM credit_event e WHERE e.source_id = $1', [id])).toEqual([{ type: 'firm.penalised' }]);
    expect(ok(await firm.get(`/credit-subjects/${firm.orgId as string}`))).toMatchObject({ score: '90.00' });
  });

  it('lowered twice counts once in the credit, and not at all when the decision is revoked', async () => {
    const id = await world.served();
    await house.runJobs();
    const lower = async (kind: string, changedFineYuan: string): Promise<void> => {
      const { contests } = ok(await world.enforcer.post(`/penalties/${id}/contests`, { kind, body: '有权机关', filedOn: world.today, stopsExecution: false })) as { contests: Any[] };
      const open = contests.find(one => one.outcome === null) as Any;
      await world.undo(id, `contests/${open.id as string}/end`, { endedOn: world.today, outcome: 'changed', words: '变更罚款数额', changedFineYuan });
      await house.runJobs();
    };
    const standing = async (): Promise<string[]> => (await house.db.query<{ title: string }>(
      `SELECT e.title FROM credit_event e WHERE e.source_id = $1 AND NOT EXISTS (SELECT 1 FROM credit_event_change c WHERE c.event_key = e.key AND c.status = 'revoked')`, [id])).map(row => row.title.replace(/（.*/, ''));
    await lower('reconsideration', '16000');
    await lower('litigation', '12000');
    expect(await standing()).toEqual(['变更后罚款 12000.00 元']);
    // the periods of what is left run from the service, not from the change
    expect(await house.db.query(`SELECT valid_from::text AS "validFrom", period_from::text AS "periodFrom" FROM credit_event WHERE source_id = $1 AND replaces IS NOT NULL ORDER BY recorded_at`, [id])).toEqual([1, 2].map(() => ({ validFrom: world.today, periodFrom: world.today })));
    await world.revoke(id, '再审撤销原决定');
    await house.runJobs();
    expect(await standing()).toEqual([]);
  });

  it('is taken back, lowered or taken off the public list by two persons on a paper, and by nobody alone', async () => {
    const id = await world.served();
    const paper = await world.file(id);
    const elsewhere = await world.file(await world.open());
    const body = { ground: 'judgment', documentNo: '（2026）晋1181行初1号', fileId: paper, reason: '判决撤销处罚决定' };
    const propose = (over: Any = {}, person = world.enforcer, path = 'revoke'): Promise<Any> => person.post(`/penalties/${id}/${path}`, { ...body, ...over });
    for (const bad of [{ fileId: undefined }, { fileId: 'x' }, { documentNo: '' }, { ground: 'mood' }, { reason: '' }, { surprise: 1 }]) expect((await propose(bad)).status).toBe(400);
    expect(errors(await propose({ fileId: elsewhere }))).toEqual(['/fileId file']);
    expect(errors(await propose({ fileId: randomUUID() }))).toEqual(['/fileId file']);
    for (const [person, status] of [[world.intake, 403], [world.approver, 403], [world.party, 403], [house.anyone, 401]] as const) expect((await propose({}, person)).status).toBe(status);
    expect(await code(world.enforcer.post(`/penalties/${id}/unpublish`, { fileId: paper, reason: '公开有误' }))).toBe('422 penalty.not-publishable');
    // one at a time, however many ask at once
    const racing = await Promise.all([world.supervisor, world.enforcer].map(one => propose({}, one)));
    expect(racing.map(one => [one.status, one.body.code ?? null]).sort()).toEqual([[200, null], [409, 'penalty.undoing-open']]);
    const shown = await world.show(id, world.supervisor);
    const [one] = shown.undoings as Any[];
    expect([shown.decision.revokedAt, shown.state]).toEqual([null, 'performing']);
    const decide = (person = world.approver, approved: unknown = true, undoing = one?.id as string, of = id): Promise<Any> => person.post(`/penalties/${of}/undoings/${undoing}/decide`, { approved, reason: '核对裁判文书，同意' });
    expect((await decide(world.enforcer)).status).toBe(403);
    expect((await decide(world.approver, true, randomUUID())).status).toBe(404);
    expect((await decide(world.approver, true, one?.id as string, await world.open())).status).toBe(404);
    expect((await decide(world.approver, 'yes')).status).toBe(400);
    ok(await decide(world.approver, false));
    expect((await world.show(id)).decision.revokedAt).toBeNull();
    // its paper stays
    expect((await world.enforcer.delete(`/files/${paper}`)).status).toBe(409);
    // the same person twice: proposed and decided by the supervisor
    const again = ok(await propose({}, world.supervisor)).undoings.find((each: Any) => each.state === 'proposed') as Any;
    expect(await code(decide(world.supervisor, true, again.id as string))).toBe('422 penalty.second-person');
    const both = await Promise.all([1, 2].map(() => decide(world.approver, true, again.id as string)));
    expect(both.map(each => each.status).sort()).toEqual([200, 409]);
    expect(await world.show(id)).toMatchObject({ state: 'revoked', decision: { revokedReason: expect.stringContaining('（2026）晋1181行初1号') as string } });
    await expect(house.db.query(`UPDATE penalty_undoing SET decided_by = proposed_by WHERE id = $1`, [again.id])).rejects.toThrow('penalty_undoing_two_persons');
  });

  it('follows contests, deferral, a daily penalty and execution', async () => {
    const id = await world.served();
    const contest = (over: Any): Promise<Any> => world.enforcer.post(`/penalties/${id}/contests`, { kind: 'reconsideration', body: '市人民政府', filedOn: world.today, stopsExecution: false, ...over });
    expect(errors(await contest({ stopsExecution: true }))).toEqual(['/stopReason reason']);
    const { contests } = ok(await contest({}));
    expect(await code(contest({ kind: 'litigation' }))).toBe('409 penalty.contest-open');
    const paper = await world.file(id);
    const ending = `contests/${contests[0].id as string}/end`;
    const end = (over: Any): Promise<Any> => world.enforcer.post(`/penalties/${id}/${ending}`, { endedOn: world.today, outcome: 'changed', words: '变更罚款数额', documentNo: '吕政复决〔2026〕1号', fileId: paper, ...over });
    expect(errors(await end({}))).toEqual(['/changedFineYuan fine']);
    expect(errors(await end({ changedFineYuan: '20000' }))).toEqual(['/changedFineYuan fine']);
    expect((await world.undo(id, ending, { endedOn: world.today, outcome: 'changed', words: '变更罚款数额', changedFineYuan: '12000' })).account).toMatchObject({ fineYuan: '12000.00', openYuan: '12000.00' });
    await house.runJobs();
    expect(await house.db.query(`SELECT count(*)::int AS n FROM credit_event WHERE source_id = $1`, [id])).toEqual([{ n: 2 }]);
    const defer = (plan: Any[]): Promise<Any> => world.enforcer.post(`/penalties/${id}/deferrals`, { plan, reason: '经济困难，申请分期缴纳' });
    expect(errors(await defer([{ dueOn: '2027-02-01', yuan: '11999.99' }]))).toEqual(['/plan plan']);
    const { deferrals } = ok(await defer([{ dueOn: '2027-01-11', yuan: '6000' }, { dueOn: '2027-02-01', yuan: '6000' }]));
    expect(ok(await world.step(world.approver, id, `deferrals/${deferrals[0].id as string}/decide`, { approved: true, reason: '同意分期缴纳' })).decision.plan).toEqual([{ dueOn: '2027-01-11', yuan: '6000.00' }, { dueOn: '2027-02-01', yuan: '6000.00' }]);
    const daily = (over: Any = {}): Promise<Any> => world.enforcer.post(`/penalties/${id}/daily-penalty`, { orderServedOn: '2026-12-09', reinspectedOn: '2026-12-15', words: '复查仍未开展自行监测', ...over });
    expect(await code(daily({ orderServedOn: '2026-12-15' }))).toBe('422 penalty.daily');
    expect(errors(await daily({ orderServedOn: '2026-11-01', reinspectedOn: '2026-12-15' }))).toEqual(['/reinspectedOn late']);
    expect(errors(await daily({ orderServedOn: '2026-09-01' }))).toEqual(['/orderServedOn early']);
    const child = ok(await daily(), 201).id as string;
    // each day the fine as it stands after the change, from the day after the order to the re-inspection
    expect(await world.show(child)).toMatchObject({ dailyDays: 6, dailyYuan: '72000.00', clueKind: 'daily', parent: { id } });
    expect(await code(daily())).toBe('422 penalty.daily-counted');
    expect(await code(daily({ orderServedOn: '2026-12-10', reinspectedOn: '2026-12-14' }))).toBe('422 penalty.daily-counted');
    // a second re-inspection counts on from the first one
    const next = ok(await daily({ reinspectedOn: '2026-12-19' }), 201).id as string;
    expect(await world.show(next)).toMatchObject({ dailyDays: 4, dailyYuan: '48000.00' });
    // what was not filed counts no day
    ok(await world.step(world.approver, next, 'refuse', { reason: '复查证据不足，不予立案' }));
    expect(await world.show(ok(await daily({ reinspectedOn: '2026-12-19' }), 201).id as string)).toMatchObject({ dailyDays: 4 });
    expect((await world.show(id)).children).toHaveLength(3);
    expect(await code(world.enforcer.post(`/penalties/${id}/reminder`))).toBe('422 penalty.reminder');
  });

  it('makes a clue of a complaint that was found justified, once, and lists cases for the bureau alone', async () => {
    const complaintId = randomUUID();
    const tell = (): Promise<void> => house.db.transaction(() => house.api.get(Outbox).publish(complaintAnswered, { complaintId, enterpriseId: world.party.orgId, outcome: 'confirmed', regionCode: '141181' }));
    await tell();
    await tell();
    await house.runJobs();
    expect(await house.db.query('SELECT clue_kind FROM penalty WHERE source_id = $1', [complaintId])).toEqual([{ clue_kind: 'complaint' }]);
    const page = ok(await world.reviewer.get('/penalties?limit=2&sort=-opened'));
    expect(page.items).toHaveLength(2);
    expect(ok(await world.reviewer.get(`/penalties?limit=2&sort=-opened&cursor=${page.nextCursor as string}`)).items[0].id).not.toBe(page.items[1].id);
    for (const query of ['tab=filing', 'tab=to-publish', 'tab=ended&q=CF', 'mine=true', 'overdue=true', 'clueKind=complaint', 'from=2026-11-01&to=2027-12-01', 'sort=-due']) ok(await world.enforcer.get(`/penalties?${query}`));
    expect((await world.enforcer.get('/penalties?tab=everything')).status).toBe(400);
    expect((await world.enforcer.get('/penalties/export')).status).toBe(200);
    expect((await world.party.get('/own-penalties/export')).status).toBe(200);
    expect((await house.anyone.get('/public/penalties/export')).status).toBe(200);
    expect((await world.enforcer.get(`/penalties/${randomUUID()}`)).status).toBe(404);
  });
});
