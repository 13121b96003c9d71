import { randomUUID } from 'node:crypto';
import { Conflicts } from '@huanbao/conflicts';
import { ServiceTask } from '@huanbao/marketplace';
import { FirmCreditEvents } from '@huanbao/reputation';
import { Any, codes, DAY, file, MarketWorld, ok, Person, Published } from '../marketplace/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const MARKS = { quality: 5, timeliness: 4, compliance: 5, service: 5, price: 4, comment: '按时完成' };

/** What firms are known for, and what their work excludes them from. */
describe('reputation', () => {
  let world: MarketWorld;
  let winner: Person;
  let loser: Person;
  let enforcer: Person;
  let visitor: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [loser, winner, visitor] = [world.firm(0), world.firm(1), world.house.anyone];
    enforcer = await world.house.as('bureau.enforcer');
    await world.keepSignedIn();
    // the firms of the demonstration share what they are registered with; here they are strangers
    for (const nth of [0, 1, 2]) await world.query(`UPDATE organisation SET legal_representative = $2, address = $3, contact_phone_cipher = NULL WHERE id = $1`, [world.firm(nth).orgId, `负责人${nth}`, `府前街 ${nth} 号`]);
  });
  afterAll(() => world.end());

  const again = async (job: string): Promise<void> => {
    await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) SELECT DISTINCT ON (payload::text) uuidv7(), job, queue, payload, 0, created_at FROM outbox WHERE job = $1`, [job]);
    await world.runJobs();
  };
  const rate = async (task: Published, marks: Any = MARKS): Promise<Any> => {
    const rating = ok(await world.enterprise.post(`${task.path}/ratings`, marks), 201).body;
    ok(await winner.post(`${task.path}/ratings`, { ...MARKS, comment: '' }), 201);
    await world.runJobs();
    return rating;
  };
  const reputation = async (firm = winner): Promise<Any> => ok(await visitor.get(`/public/firms/${firm.orgId}/reputation`), 200).body;
  const ranking = async (query = ''): Promise<Any[]> => ok(await visitor.get(`/public/firm-rankings?limit=50${query}`), 200).body.items as Any[];

  describe('the score', () => {
    let first: Published;
    let rating: Any;
    it('of one rating is near the start, and says how little stands behind it', async () => {
      expect(await reputation()).toMatchObject({ score: null, ratings: 0, confidence: 'none', dimensions: null, findings: [] });
      first = await world.closed();
      rating = await rate(first);
      expect(await reputation()).toMatchObject({ score: '3.70', ratings: 1, weight: '1.00', confidence: 'low', dimensions: { quality: '5.0', price: '4.0' }, parametersVerified: false, scopes: [{ scope: 'testing', score: '3.70', ratings: 1, confidence: 'low' }] });
      expect(await ranking()).toEqual([]); // one rating is no place
      const before = await world.query('SELECT * FROM firm_score ORDER BY firm_id, scope');
      for (const job of ['reputation.rescore-after-rating', 'reputation.rescore-after-delivery']) await again(job);
      expect(await world.query('SELECT * FROM firm_score ORDER BY firm_id, scope')).toEqual(before);
    });

    it('takes in what became of the work: rework, lateness, and the bureau', async () => {
      const task = await world.awarded();
      world.at(world.now + 60 * DAY);
      const deliver = async (verb: string): Promise<void> => {
        const delivery = ok(await winner.post(`${task.path}/deliveries`, { summary: '全部监测报告', fileIds: [] }), 201).body;
        ok(await world.enterprise.post(`${task.path}/deliveries/${delivery.id as string}/${verb}`, { comment: '已核对报告' }), 200);
      };
      await deliver('rework');
      await deliver('accept');
      await world.settled(task);
      await rate(task);
      const { items } = ok(await visitor.get(`/public/firms/${winner.orgId}/ratings`), 200).body;
      expect(items.map((one: Any) => [one.mark, one.lines.map((line: Any) => `${line.code as string} ${line.count as number} ${line.points as string}`), one.adjusted, one.weight])).toEqual([['4.70', ['rework 1 -0.20', 'late 30 -0.30'], '4.20', '1.000'], ['4.70', [], '4.70', expect.stringMatching(/^0\.4/)]]);
      expect(JSON.stringify(items)).not.toContain(world.enterprise.orgId); // the client is not named
    });

    it('takes lateness and rework from the milestones where a contract was signed', async () => {
      const { id } = first;
      await world.query(`INSERT INTO contract (task_id, title, kind, enterprise_id, enterprise_name, firm_id, firm_name, region_code, state, awarded_at, sign_due, sign_by_law, bid_price_yuan, bid_duration_days, search, created_at, updated_at, closed_at, signed_at)
        SELECT id, title, kind, enterprise_id, enterprise_name, awarded_firm_id, awarded_firm_name, region_code, 'closed', awarded_at, '2026-12-31', false, awarded_price_yuan, 30, title, now(), now(), now(), now() FROM service_task WHERE id = $1
        ON CONFLICT (task_id) WHERE state NOT IN ('lapsed', 'revoked') DO UPDATE SET state = 'closed', closed_at = now(), signed_at = now()`, [id]);
      await world.query(`INSERT INTO contract_milestone (id, contract_id, position, name, due_on, amount_yuan, payable_on, deliverable, state, accepted_at, delivered_at, reworks)
        SELECT uuidv7(), id, 1, '报告', '2026-11-01', bid_price_yuan, 'acceptance', '报告', 'accepted', now(), '2026-11-25T00:00:00Z', 2 FROM contract WHERE task_id = $1`, [id]);
      await again('reputation.rescore-after-rating');
      const { items } = ok(await visitor.get(`/public/firms/${winner.orgId}/ratings`), 200).body;
      expect(items.at(-1).lines.map((line: Any) => `${line.code as string} ${line.count as number} ${line.points as string}`)).toEqual(['rework 2 -0.40', 'late 24 -0.20']);
      await world.query('DELETE FROM contract_milestone WHERE position = 1 AND contract_id = (SELECT id FROM contract WHERE task_id = $1)', [id]);
      await world.query('UPDATE contract SET signed_at = NULL WHERE task_id = $1', [id]);
    });

    it('counts what the bureau made of results, where the client says what they were used for', async () => {
      const [application] = await world.query<Any>(`INSERT INTO case_record (kind, title, state, holder, version, party_org_id, party_name, matter, region_code, opened_at, opened_by, state_since, clock_paused, due_provisional, query_code)
        SELECT 'permit-application', '排污许可延续申请', 'issued', 'none', 1, id, name, 'permits', region_code, now(), id, now(), false, false, 'x' FROM organisation WHERE id = $1 RETURNING id`, [world.enterprise.orgId]);
      const use = (person: Person, subjectId: string): Promise<Any> => person.post(`${first.path}/uses`, { subjectType: 'permit-application', subjectId });
      expect((await use(world.enterprise, randomUUID())).body.errors[0]).toMatchObject({ pointer: '/subjectId', code: 'subject' });
      for (const person of [loser, world.otherEnterprise, enforcer]) expect((await use(person, application.id as string)).status).toBe(403);
      // the firm, whom an approval pays, shows that its file lies in the matter
      expect(await use(winner, application.id as string)).toMatchObject({ status: 422, body: { code: 'work-use.refused', why: 'no-evidence' } });
      const twice = await Promise.all([1, 2].map(() => use(world.enterprise, application.id as string)));
      const named = ok(twice[0] as Any, 200).body as Any[];
      ok(twice[1] as Any, 200);
      expect([named.length, (await winner.get(`${first.path}/uses`)).body.length, (await loser.get(`${first.path}/uses`)).status]).toEqual([1, 1, 403]);
      await again('reputation.rescore-after-rating');
      const lines = async (): Promise<string[]> => (ok(await visitor.get(`/public/firms/${winner.orgId}/ratings`), 200).body.items as Any[]).flatMap(one => (one.lines as Any[]).map(line => line.code as string)).sort();
      expect(await lines()).toEqual(['first-pass', 'late', 'rework']);
      await world.query(`INSERT INTO correction_round (case_id, round, state, requested_by, requested_by_name, requested_at, on_unchanged_content, before) VALUES ($1, 1, 'answered', $1, '测试', now(), false, '{}')`, [application.id]);
      await again('reputation.rescore-after-rating');
      expect(await lines()).toEqual(['late', 'returned', 'rework']);
      const remove = (person: Person, reason: Any = '登记错了申请', useId = named[0].id as string): Promise<Any> => person.post(`${first.path}/uses/${useId}/removal`, { reason });
      // decided upon, a payment may hang on it: nobody takes it back
      for (const person of [world.enterprise, winner]) expect(await remove(person)).toMatchObject({ status: 422, body: { code: 'work-use.refused', why: 'decided' } });
      await world.query(`UPDATE case_record SET state = 'reviewing' WHERE id = $1`, [application.id]);
      expect((await remove(winner)).body.why).toBe('other-side');
      for (const reason of ['', '短', 7, 'x'.repeat(501)]) expect((await remove(world.enterprise, reason)).status).toBe(400);
      expect([(await remove(loser)).status, (await remove(world.otherEnterprise)).status, (await remove(world.enterprise, '登记错了', randomUUID())).status]).toEqual([403, 403, 404]);
      const both = await Promise.all([remove(world.enterprise), remove(world.enterprise)]);
      expect(both.map(one => one.status).sort()).toEqual([200, 404]);
      expect(ok(await winner.get(`${first.path}/uses`), 200).body).toMatchObject([{ removedAt: expect.any(String) as string, removedReason: '登记错了申请', namedByOrg: world.enterprise.orgId }]);
      const heard = await world.query<Any>(`SELECT DISTINCT org_id FROM notification WHERE subject_id = $1 AND key LIKE '%:removed' ORDER BY 1`, [first.id]);
      expect(heard.map(one => one.org_id)).toEqual([world.enterprise.orgId, winner.orgId].sort());
      await again('reputation.rescore-after-rating');
      expect(await lines()).toEqual(['late', 'rework']);
    });

    it('counts days above limits where the contract names, else the task: at outlets, at the boundary, at noise points; else anywhere', async () => {
      const { id } = first;
      const above = async (place: string, day: number, medium: string): Promise<void> => {
        await world.query(`WITH of AS (SELECT id AS org, name, region_code FROM organisation WHERE id = $1), result AS (
            INSERT INTO monitoring_result (permit_id, enterprise_id, medium, place, pollutant, method, sampled_at, sampled_on, reported, below_detection, value, unit, reported_unit, compared_value, limit_value, verdict, steps, source, entered_at, entered_by, entered_by_name)
            SELECT org, org, $4, $2, 'NOx', 'manual', $3::date, $3::date, '80', false, 80, 'mg/m³', 'mg/m³', 80, 50, 'exceeded', '[]', 'form', now(), org, '测试' FROM of RETURNING id)
          INSERT INTO exceedance (result_id, permit_id, enterprise_id, enterprise_name, site_id, site_name, region_code, place, pollutant, sampled_on, compared_value, limit_value, unit, state, version, created_at)
            SELECT result.id, org, org, name, org, name, region_code, $2, 'NOx', $3::date, 80, 50, 'mg/m³', 'open', 1, now() FROM of, result`, [world.enterprise.orgId, place, new Date(world.now - day * DAY).toISOString().slice(0, 10), medium]);
      };
      for (const [place, day, medium] of [['DA001', 1, 'air'], ['DA001', 2, 'air'], ['DW001', 3, 'water'], ['DA009', 4, 'air'], ['厂界东', 5, 'noise'], ['成品料场', 6, 'fugitive'], ['厂界东', 6, 'noise']] as const) await above(place, day, medium);
      const task = (title: string, description: string): Promise<unknown> => world.query('UPDATE service_task SET title = $2, description = $3 WHERE id = $1', [id, title, description]);
      const { title } = await world.row(id);
      const days = async (): Promise<number> => {
        await again('reputation.rescore-after-rating');
        const { items } = ok(await visitor.get(`/public/firms/${winner.orgId}/ratings`), 200).body;
        return ((items.at(-1).lines as Any[]).find(line => line.code === 'exceedance')?.count ?? 0) as number;
      };
      expect(await days()).toBe(0); // testing changes nothing of what is discharged
      await world.query(`UPDATE service_task SET service_code = 'facility-operation' WHERE id = $1`, [id]);
      expect(await days()).toBe(6);
      await world.query(`UPDATE service_task SET description = '运维 DA001 和 DW001 的治理设施' WHERE id = $1`, [id]);
      expect(await days()).toBe(3);
      await world.query(`UPDATE contract SET terms = '{"scope": "DW001 废水站运维", "deliverables": [], "milestones": [], "other": ""}' WHERE task_id = $1`, [id]);
      expect(await days()).toBe(1);
      await world.query(`UPDATE contract SET terms = '{"scope": "DW001 废水站和厂界噪声治理", "deliverables": [], "milestones": [], "other": ""}' WHERE task_id = $1`, [id]);
      expect(await days()).toBe(3);
      await world.query(`UPDATE contract SET terms = NULL WHERE task_id = $1`, [id]);
      await task(title as string, 'DA001 除尘，料场无组织整治');
      expect(await days()).toBe(3);
      await task('厂界噪声治理', '建隔声屏障');
      expect(await days()).toBe(2);
      await task('料场无组织排放整治', '设备噪声应符合要求');
      expect(await days()).toBe(1);
      await task(title as string, '');
      await world.query(`UPDATE contract SET terms = NULL WHERE task_id = $1`, [id]);
      await world.query(`UPDATE service_task SET service_code = NULL, description = '按排污许可证要求开展自行监测。' WHERE id = $1`, [id]);
    });

    it('the bureau’s approval makes the milestone payable that waits for it, a refusal is laid before the officers', async () => {
      const task = await world.awarded();
      const act = async (person: Person, verb: string, body: Any = {}): Promise<Any> => ok(await person.post(`/contracts/${contract.id as string}/${verb}`, body, { ifMatch: contract.version as number }), 200).body;
      let contract = ok(await world.enterprise.post('/contracts', { taskId: task.id }), 201).body;
      const rows = (contract.milestones as Any[]).map(({ id, name, dueOn, amountYuan, deliverable }, nth) => ({ id, name, dueOn, amountYuan, deliverable, payableOn: nth === 1 ? 'approval' : 'acceptance' }));
      contract = ok(await world.enterprise.put(`/contracts/${contract.id as string}/terms`, { ...contract.terms, milestones: rows }, { ifMatch: contract.version as number }), 200).body;
      contract = await act(world.enterprise, 'propose');
      contract = await act(winner, 'agree');
      contract = await act(world.enterprise, 'sign', { way: 'online' });
      contract = await act(winner, 'sign', { way: 'online' });
      const seen = async (): Promise<Any> => ok(await winner.get(`/contracts/${contract.id as string}`), 200).body;
      const paper = ok(await world.multipart(`/files?subjectType=service-task&subjectId=${task.id}&purpose=delivery`, winner, [file('file', '变更申请材料.pdf', PDF)]), 201).body.id as string;
      for (const milestone of contract.milestones as Any[]) {
        const delivery = ok(await winner.post(`${task.path}/deliveries`, { summary: '按合同提交', fileIds: [paper], milestoneId: milestone.id }), 201).body;
        ok(await world.enterprise.post(`${task.path}/deliveries/${delivery.id as string}/accept`, { comment: '符合约定' }), 200);
      }
      await world.runJobs();
      expect(await seen()).toMatchObject({ milestones: [{ awaitsApproval: false }, { state: 'accepted', awaitsApproval: true, approvedFor: null }], balance: { payable: '34600.20', owed: '34600.20' } });
      const [application] = await world.query<Any>(`INSERT INTO case_record (kind, title, state, holder, version, party_org_id, party_name, matter, region_code, opened_at, opened_by, state_since, clock_paused, due_provisional, query_code)
        SELECT 'permit-application', '排污许可变更申请', 'refused', 'none', 1, id, name, 'permits', region_code, now(), id, now(), false, false, 'y' FROM organisation WHERE id = $1 RETURNING id`, [world.enterprise.orgId]);
      const decided = async (outcome: string): Promise<void> => {
        for (const job of ['reputation.rescore-after-decision', 'reputation.tell-application-refused']) await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ($1, 'quick', $2)`, [job, JSON.stringify({ applicationId: application.id, outcome })]);
        await world.runJobs();
      };
      const naming = (): Promise<Any> => winner.post(`${task.path}/uses`, { subjectType: 'permit-application', subjectId: application.id });
      expect((await naming()).body.why).toBe('no-evidence');
      // the enterprise hands the firm's file in: from here the file says where the result went, whatever the enterprise says
      await world.query(`INSERT INTO stored_file SELECT (jsonb_populate_record(f, jsonb_build_object('id', uuidv7(), 'subject_type', 'permit-application', 'subject_id', $2::text))).* FROM stored_file f WHERE f.id = $1`, [paper, application.id]);
      const [use] = ok(await naming(), 200).body as Any[];
      for (const person of [world.enterprise, winner]) expect((await person.post(`${task.path}/uses/${use.id as string}/removal`, { reason: '不想付款' })).body.code).toBe('work-use.refused');
      for (let run = 0; run < 2; run++) await decided('refused');
      expect((await seen()).balance.payable).toBe('34600.20');
      const told = await world.query<Any>(`SELECT DISTINCT n.link, n.title_zh FROM notification n WHERE n.key LIKE 'turned-down:%'`);
      expect(told).toEqual([{ link: expect.stringMatching(new RegExp(`/firm-findings/new\\?firm=${winner.orgId}&task=${task.id}&kind=fault$`)) as Any, title_zh: expect.stringContaining('被退回的材料用了服务机构的成果') as Any }]);
      await world.query(`UPDATE case_record SET state = 'issued' WHERE id = $1`, [application.id]);
      for (let run = 0; run < 2; run++) await decided('granted');
      expect(await seen()).toMatchObject({ milestones: [{}, { awaitsApproval: false, approvedFor: '排污许可变更申请' }], balance: { payable: '86500.50' } });
      expect((await world.query(`SELECT kind FROM contract_event WHERE contract_id = $1 AND kind = 'approve'`, [contract.id])).length).toBe(1);
      const notices = await world.query<Any>(`SELECT DISTINCT title_zh FROM notification WHERE subject_id = $1 AND title_zh LIKE '里程碑%' ORDER BY 1`, [contract.id]);
      expect(notices.map(one => one.title_zh)).toEqual(['里程碑可以付款：石灰窑自行监测服务', '里程碑已验收，主管部门认可后付款：石灰窑自行监测服务']);
    });

    it('is replied to once by the rated side, with its time', async () => {
      const reply = (person: Person, id = rating.id as string, body: Any = { text: '谢谢，后续会改进响应速度' }): Promise<Any> => person.post(`${first.path}/ratings/${id}/reply`, body);
      for (const [person, status] of [[world.enterprise, 404], [loser, 403], [world.supervisor, 403], [world.otherEnterprise, 403]] as const) expect((await reply(person)).status).toBe(status);
      for (const bad of [{ text: ' ' }, { text: '谢谢', score: 5 }, {}]) expect((await reply(winner, undefined, bad)).status).toBe(400);
      expect(codes(await Promise.all([reply(winner), reply(winner)]))).toEqual(['201', 'rating.replied']);
      await world.runJobs();
      expect((await world.told(first.id)).filter(one => one.includes('回复'))).toEqual(['孝义 对方回复了您的评价']);
      expect((await loser.get(`${first.path}/rating-replies`)).body.map((one: Any) => one.text)).toEqual(['谢谢，后续会改进响应速度']);
      const { items } = ok(await visitor.get(`/public/firms/${winner.orgId}/ratings`), 200).body;
      expect(items.at(-1).reply).toMatchObject({ text: '谢谢，后续会改进响应速度' });
      const blind = await world.closed();
      const early = ok(await world.enterprise.post(`${blind.path}/ratings`, MARKS), 201).body;
      expect((await winner.post(`${blind.path}/ratings/${early.id as string}/reply`, { text: '谢谢' })).body.code).toBe('rating.reply-too-early');
      ok(await winner.post(`${blind.path}/ratings`, { ...MARKS, comment: '' }), 201);
      await world.runJobs();
    });

    it('makes a ranking that nobody can buy a place in', async () => {
      const places = await ranking();
      expect(places).toMatchObject([{ place: 1, firmId: winner.orgId, ratings: 3, confidence: 'low' }]);
      // a second firm with as good a score and more behind it comes first; equal ones share a place
      await world.query(`INSERT INTO firm_score SELECT $1, scope, score, ratings, weight + 1, confidence, ranked, parts, computed_on FROM firm_score WHERE firm_id = $2`, [loser.orgId, winner.orgId]);
      expect((await ranking()).map(one => [one.place, one.firmId])).toEqual([[1, loser.orgId], [2, winner.orgId]]);
      const page = ok(await visitor.get('/public/firm-rankings?limit=1'), 200).body;
      expect(ok(await visitor.get(`/public/firm-rankings?limit=1&cursor=${encodeURIComponent(page.nextCursor as string)}`), 200).body.items.map((one: Any) => [one.place, one.firmId])).toEqual([[2, winner.orgId]]);
      const [name] = await world.query<Any>('SELECT name FROM organisation WHERE id = $1', [winner.orgId]);
      expect((await ranking(`&q=${encodeURIComponent((name.name as string).slice(0, 4))}`)).map(one => one.place)).toEqual([2]);
      expect([(await ranking('&scope=testing')).length, (await ranking('&scope=consulting')).length, (await ranking('&region=141181')).length, (await ranking('&region=990000')).length, (await ranking('&confidence=high')).length]).toEqual([2, 0, 2, 0, 0]);
      for (const bad of ['sort=price', 'promoted=true', 'scope=X', 'region=abc', 'limit=0']) expect((await visitor.get(`/public/firm-rankings?${bad}`)).status).toBe(400);
      const method = ok(await visitor.get('/public/firm-rankings/method'), 200).body as Any[];
      expect(method.find(one => one.key === 'prior-weight')).toMatchObject({ value: '5', unit: '份', verified: false });
      expect((await visitor.get('/public/firm-rankings/export?scope=testing')).status).toBe(200);
      await world.query('DELETE FROM firm_score WHERE firm_id = $1', [loser.orgId]);
    });
  });

  describe('a finding of fraud', () => {
    const evidence = (id: string, person = enforcer): Promise<Any> => world.multipart(`/files?subjectType=firm-finding&subjectId=${id}&purpose=evidence`, person, [file('file', '检查笔录.pdf', PDF)]);
    const body = async (over: Any = {}): Promise<Any> => {
      const id = randomUUID();
      return { id, kind: 'fraud', firmId: winner.orgId, occurredOn: '2026-11-01', source: '孝环罚〔2026〕8号', facts: '监测报告所附原始记录系事后补造，采样时段无人到场。', legalBasis: '生态环境法典 第一千二百三十条', evidenceFileId: ok(await evidence(id), 201).body.id, ...over };
    };
    const proposed = async (over: Any = {}): Promise<Any> => ok(await enforcer.post('/firm-findings', await body(over)), 201).body;
    const act = (person: Person, finding: Any, verb: string, given: Any): Promise<Any> => person.post(`/firm-findings/${finding.id as string}/${verb}`, given, { ifMatch: finding.version as number });
    const CONFIRM = { verdict: 'confirmed', reason: '事实清楚，证据充分' };

    it('needs evidence, a firm, and a task of its own where a result was rejected', async () => {
      for (const [over, pointer] of [[{ evidenceFileId: randomUUID() }, '/evidenceFileId'], [{ occurredOn: '2100-01-01' }, '/occurredOn'], [{ kind: 'fault' }, '/taskId'], [{ kind: 'fault', taskId: randomUUID() }, '/taskId'], [{ kind: 'review-failed' }, '/taskId'], [{ facts: '短' }, '/facts'], [{ points: 5 }, '/points']] as [Any, string][]) {
        const answer = await enforcer.post('/firm-findings', await body(over));
        expect([answer.status, (answer.body.errors as Any[]).map(one => one.pointer)]).toEqual([400, [pointer]]);
      }
      expect((await enforcer.post('/firm-findings', await body({ firmId: world.enterprise.orgId }))).status).toBe(404);
      for (const person of [winner, world.enterprise]) expect((await person.post('/firm-findings', await body())).status).toBe(403);
    });

    it('is decided by a second person when the firm could speak; then the firm loses its place and its page says so', async () => {
      const finding = await proposed();
      await world.runJobs();
      expect((await act(enforcer, finding, 'decide', CONFIRM)).body.code).toBe('firm-finding.two-persons');
      const early = await act(world.supervisor, finding, 'decide', CONFIRM);
      expect([early.body.code, typeof early.body.statementDue]).toEqual(['firm-finding.statement-period', 'string']);
      expect((await loser.get(`/firm-findings/${finding.id as string}`)).status).toBe(404);
      const seen = ok(await winner.get(`/firm-findings/${finding.id as string}`), 200).body;
      expect([seen.actions, (await winner.get(`/files/${finding.evidenceFileId as string}/content`)).status, (await loser.get(`/files/${finding.evidenceFileId as string}/content`)).status]).toEqual([['firm-finding.state'], 200, 404]);
      const stated = ok(await act(winner, finding, 'state', { reason: '原始记录为现场补记，采样人员在场。' }), 200).body;
      expect((await act(winner, stated, 'state', { reason: '再说一次也不行' })).body.code).toBe('firm-finding.stated');
      expect((await act(world.supervisor, finding, 'decide', CONFIRM)).status).toBe(412);
      const today = world.house.clock.today();
      const confirmed = ok(await act(world.supervisor, stated, 'decide', CONFIRM), 200).body;
      expect(confirmed).toMatchObject({ state: 'confirmed', effectiveFrom: today, isInForce: true });
      await world.runJobs();
      expect(await ranking()).toEqual([]);
      expect(await reputation()).toMatchObject({ vetoedUntil: confirmed.effectiveTo, findings: [{ kind: 'fraud', isInForce: true, isObjected: false }] });
      expect(JSON.stringify(await reputation())).not.toContain('补造'); // facts and evidence are not for everybody
      expect(ok(await visitor.get(`/public/firms/${winner.orgId}`), 200).body.vetoedUntil).toBe(confirmed.effectiveTo);
      expect((await world.query(`SELECT count(*)::int AS n FROM outbox WHERE job = 'reputation.rescore-after-finding' AND done_at IS NOT NULL`))[0]).toEqual({ n: 1 });
      const events = await world.house.api.get(FirmCreditEvents).since(null, 10);
      expect(events).toMatchObject([{ findingId: finding.id, firmId: winner.orgId, kind: 'fraud', validFrom: today, status: 'active' }]);
      const told = (await world.query<Any>(`SELECT title_zh FROM notification WHERE subject_id = $1 ORDER BY id`, [finding.id])).map(one => one.title_zh as string);
      expect([told.some(one => one.startsWith('拟认定造假')), told.some(one => one.startsWith('机构已陈述申辩')), told.some(one => one === '已认定造假')]).toEqual([true, true, true]);
    });

    it('ends by itself, and an objection that is right takes it away at once', async () => {
      const [finding] = ok(await winner.get('/firm-findings'), 200).body.items as [Any];
      const now = world.now;
      world.at(Date.parse(`${finding.effectiveTo as string}T12:00:00+08:00`));
      expect((await reputation()).vetoedUntil).toBe(finding.effectiveTo);
      world.at(Date.parse(`${finding.effectiveTo as string}T12:00:00+08:00`) + DAY);
      expect([(await reputation()).vetoedUntil, (await reputation()).findings[0].isInForce]).toEqual([null, false]);
      world.at(now);
      const objected = ok(await act(winner, finding, 'object', { reason: '请复核采样人员的出入记录。' }), 200).body;
      expect((await reputation()).findings[0].isObjected).toBe(true);
      expect((await act(enforcer, objected, 'answer', { verdict: 'upheld', reason: '维持原认定' })).body.code).toBe('firm-finding.two-persons');
      const other = await world.house.as('bureau.approver');
      await world.keepSignedIn();
      expect(codes(await Promise.all([act(world.supervisor, objected, 'answer', { verdict: 'revoked', reason: '出入记录证实在场' }), act(other, objected, 'answer', { verdict: 'upheld', reason: '维持原认定' })]))).toEqual(['200', 'firm-finding.state']);
      await world.query(`UPDATE firm_finding SET state = 'revoked' WHERE id = $1`, [finding.id]);
      await world.runJobs();
      expect([(await reputation()).vetoedUntil, (await reputation()).findings, (await ranking()).map(one => one.firmId)]).toEqual([null, [], [winner.orgId]]);
      await expect(world.query(`UPDATE firm_finding SET decided_by = proposed_by WHERE id = $1`, [finding.id])).rejects.toThrow(/two_persons/);
    });

    it('of a rejected result weighs on the score of its task and is an event of credit; without the firm’s word it waits for the end of the period', async () => {
      const [task] = await world.query<Any>(`SELECT t.id FROM service_task t JOIN task_rating r ON r.task_id = t.id WHERE t.awarded_firm_id = $1 AND r.published_at IS NOT NULL ORDER BY t.id LIMIT 1`, [winner.orgId]);
      const finding = await proposed({ kind: 'fault', taskId: task.id });
      world.at(Date.parse(finding.statementDue as string) - 1);
      expect((await act(world.supervisor, finding, 'decide', CONFIRM)).body.code).toBe('firm-finding.statement-period');
      world.at(Date.parse(finding.statementDue as string));
      ok(await act(world.supervisor, finding, 'decide', CONFIRM), 200);
      await world.runJobs();
      const { items } = ok(await visitor.get(`/public/firms/${winner.orgId}/ratings`), 200).body;
      expect(items.flatMap((one: Any) => one.lines.map((line: Any) => line.code as string))).toContain('fault');
      expect((await ranking()).map(one => one.firmId)).toEqual([winner.orgId]); // no veto
      expect((await world.house.api.get(FirmCreditEvents).of(finding.id as string))).toMatchObject({ kind: 'fault', taskId: task.id, status: 'active' });
      for (const [query, count] of [['kind=fault', 1], ['kind=fraud', 1], ['inForce=true', 1], ['state=revoked', 1], ['q=8号', 2], ['q=查无此人', 0]] as [string, number][]) expect(ok(await enforcer.get(`/firm-findings?${encodeURI(query)}`), 200).body.items).toHaveLength(count);
      expect((await enforcer.get('/firm-findings/export')).status).toBe(200);
    });
  });

  it('the client sees beside the opened bids what the firms are known for and what the named engineer carries', async () => {
    const [engineer] = await world.query<Any>(`SELECT id FROM firm_person WHERE firm_id = $1 AND is_responsible AND left_on IS NULL`, [winner.orgId]);
    const [stranger] = await world.query<Any>(`SELECT id FROM firm_person WHERE firm_id = $1 AND is_responsible AND left_on IS NULL`, [world.firm(2).orgId]);
    const task = await world.published();
    await world.bid(task, winner, { priceYuan: '80000.00', engineerId: engineer.id } as never);
    await world.bid(task, loser, { priceYuan: '90000.00', engineerId: stranger.id } as never);
    const facts = async (person = world.enterprise): Promise<Any[]> => ok(await person.get(`${task.path}/bidder-facts`), 200).body as Any[];
    expect(await facts()).toEqual([]); // before the opening nobody learns who bids
    world.at(task.deadline);
    ok(await world.open(task), 200);
    const [one, other] = await facts();
    expect(one).toMatchObject({ firmId: winner.orgId, ratings: 3, confidence: 'low', vetoedUntil: null, obstacles: [], engineer: { running: 0, hint: 5, isAbove: false, hintVerified: false } });
    expect([other.firmId, other.score, other.engineer]).toEqual([loser.orgId, null, null]); // somebody of another firm is nobody
    expect([(await facts(winner)).length, (await facts(world.supervisor)).length]).toEqual([0, 2]);
    const bids = (await world.enterprise.get(`${task.path}/bids`)).body.items as Any[];
    ok(await world.enterprise.post(`${task.path}/award`, { bidId: bids.find(each => each.firmId === winner.orgId).id, reason: '' }), 200);
    await world.runJobs();
    await world.query(`INSERT INTO engagement (task_id, firm_id, title, person_id, started_at) SELECT uuidv7(), $1, '另一项', $2, now() FROM generate_series(1, 5)`, [winner.orgId, engineer.id]);
    expect((await facts())[0]?.engineer).toMatchObject({ running: 6, isAbove: true });
    expect((await reputation()).engineers).toMatchObject({ most: 6, hint: 5, above: 1, verified: false });
    await world.query(`DELETE FROM engagement WHERE title = '另一项'`);
  });

  describe('who prepared it does not judge it', () => {
    const did = (code: string, firm = winner): Promise<Any> => world.query(`UPDATE service_task SET service_code = $1 WHERE id = (SELECT id FROM service_task WHERE awarded_firm_id = $2 ORDER BY id LIMIT 1)`, [code, firm.orgId]);
    const comparing = async (over: Any = {}): Promise<Published> => {
      const task = await world.published({ serviceCode: null, kind: 'consulting', ...over });
      await world.query(`UPDATE service_task SET service_code = 'cems-comparison', kind = 'testing' WHERE id = $1`, [task.id]);
      return task;
    };

    it('when it would bid: with the rule, the reason and what to do', async () => {
      await did('cems-operation');
      const task = await comparing();
      const refused = await winner.get(`${task.path}/sealing`);
      expect([refused.status, refused.body.code, refused.body.obstacles]).toMatchObject([422, 'conflict.prior-work', [{ rule: 'cems-operation>cems-comparison', verified: false, isRelated: false }]]);
      expect(refused.body.obstacles[0].zh).toContain('运维在线监测设备的，不得做比对监测，该机构承担至');
      expect(refused.body.detail).toMatch(/who did running on-line monitoring is kept from comparison.*Choose another firm/);
      expect((await world.send(task, winner, await world.seal(task, winner, { priceYuan: '1000.00' }))).body.code).toBe('conflict.prior-work');
      await world.bid(task, loser, { priceYuan: '98000.00' });
      // one person acts for both: what one firm may not, the other may not either, and it is not told which one
      await world.query(`INSERT INTO membership (user_id, org_id, roles, created_at) SELECT user_id, $1, roles, created_at FROM membership WHERE org_id = $2 LIMIT 1`, [loser.orgId, winner.orgId]);
      const related = await loser.get(`${task.path}/sealing`);
      expect([related.body.code, related.body.obstacles[0].isRelated]).toEqual(['conflict.prior-work', true]);
      const [name] = await world.query<Any>('SELECT name FROM organisation WHERE id = $1', [winner.orgId]);
      expect(JSON.stringify(related.body)).not.toContain(name.name);
      await world.query(`DELETE FROM membership WHERE org_id = $1 AND user_id IN (SELECT user_id FROM membership WHERE org_id = $2)`, [loser.orgId, winner.orgId]);
    });

    it('when it is asked, and when it is chosen after it had bid', async () => {
      const draft = await world.draft({ method: 'invited', requiredQualifications: [], serviceCode: 'cems-comparison' });
      const asked = await world.enterprise.patch(`/service-tasks/${draft.id as string}`, { invitedFirmIds: world.firms.map(one => one.orgId) }, { ifMatch: draft.version as number });
      expect([asked.status, (asked.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`)]).toEqual([400, ['/invitedFirmIds conflict']]);
      const task = await world.published({ serviceCode: null, kind: 'consulting' });
      for (const [firm, priceYuan] of [[winner, '80000.00'], [loser, '90000.00']] as const) await world.bid(task, firm, { priceYuan });
      world.at(task.deadline);
      ok(await world.open(task), 200);
      await world.query(`UPDATE service_task SET service_code = 'cems-comparison' WHERE id = $1`, [task.id]);
      const bids = (await world.enterprise.get(`${task.path}/bids`)).body.items as Any[];
      const award = (firm: Person): Promise<Any> => world.enterprise.post(`${task.path}/award`, { bidId: bids.find(one => one.firmId === firm.orgId).id, reason: '方案完整，报价合理可行' });
      expect((await award(winner)).body.code).toBe('conflict.prior-work');
      ok(await award(loser), 200);
    });

    it('also when the task, or the earlier one, names no service of the catalogue: its words tell what it is', async () => {
      await did('cems-operation');
      const compare = { serviceCode: null, title: '废水在线监测设备比对' };
      const unnamed = await world.published(compare);
      ok(await winner.get(`${(await world.published({ serviceCode: null })).path}/sealing`), 200);
      const refused = await winner.get(`${unnamed.path}/sealing`);
      expect([refused.status, refused.body.code]).toEqual([422, 'conflict.prior-work']);
      expect(refused.body.obstacles[0].zh).toContain('任务没有选定目录中的服务');
      ok(await loser.get(`${unnamed.path}/sealing`), 200);
      // the other way round: the earlier task named nothing, this one does
      await world.query(`UPDATE service_task SET service_code = NULL, title = '废水在线监测设备运维' WHERE awarded_firm_id = $1`, [winner.orgId]);
      const named = await comparing();
      expect((await winner.get(`${named.path}/sealing`)).body.obstacles[0].zh).toContain('原任务没有选定目录中的服务');
      // of two that name nothing it is presumed from their words, and said how that is mended
      const both = await winner.get(`${(await world.published(compare)).path}/sealing`);
      expect([both.status, both.body.code, both.body.obstacles[0].zh]).toEqual([422, 'conflict.prior-work', expect.stringContaining('两项任务都没有选定目录中的服务') as string]);
    });

    it('nor does anybody of the steward judge the bids', async () => {
      await did('steward');
      const task = await world.published({ serviceCode: null });
      const row = await world.house.db.repo(ServiceTask).findOneByOrFail({ id: task.id });
      expect(await world.house.api.get(Conflicts).keptFromJudging(row)).toEqual([winner.orgId]);
    });

    it('nor does an officer who belongs to the firm that prepared the application review it', async () => {
      const intake = await world.house.as('bureau.intake');
      await world.keepSignedIn();
      const [application] = await world.query<Any>(`INSERT INTO case_record (kind, title, state, holder, version, party_org_id, party_name, agent_org_id, agent_name, matter, region_code, opened_at, opened_by, submitted_at, state_since, clock_paused, due_provisional, query_code)
        SELECT 'permit-application', '排污许可申请', 'submitted', 'bureau.intake', 1, id, name, $2, '代办机构', 'permits', region_code, now(), id, now(), now(), false, false, 'y' FROM organisation WHERE id = $1 RETURNING id`, [world.enterprise.orgId, winner.orgId]);
      await world.query(`INSERT INTO membership (user_id, org_id, roles, created_at) SELECT user_id, $1, '{firm.staff}', now() FROM membership WHERE org_id = $2 AND 'bureau.intake' = ANY(roles)`, [winner.orgId, intake.orgId]);
      const claimed = await intake.post(`/cases/${application.id as string}/claim`);
      expect([claimed.status, claimed.body.code]).toEqual([422, 'case.recusal']);
      await world.query(`DELETE FROM membership WHERE org_id = $1 AND user_id IN (SELECT user_id FROM membership WHERE org_id = $2)`, [winner.orgId, intake.orgId]);
    });

    it('as a table that everybody reads, by dated rows', async () => {
      const rules = ok(await visitor.get('/public/conflict-rules'), 200).body as Any[];
      expect(rules.find(one => one.prior === 'site-remediation')).toMatchObject({ later: 'remediation-assessment', months: 0, verified: false });
      expect(ok(await world.supervisor.get('/reference-data?kind=conflict-rule&limit=100'), 200).body.items.length).toBe(rules.length);
    });
  });
});
