import { randomUUID } from 'node:crypto';
import { CreditLedger, CreditStandings, NewCreditEvent, RunsService } from '@huanbao/credit';
import { Directory, KnownEnterprises, Organisation } from '@huanbao/identity';
import { AcceptanceGuards, PermitApplication } from '@huanbao/permits';
import { systemActor } from '@huanbao/platform';
import { Any, codes, file, MarketWorld, ok, Person } from '../marketplace/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const BY = systemActor('test');

/** From a finding in the field to a grade, as of any day. */
describe('credit', () => {
  let world: MarketWorld;
  let own: Person;
  let other: Person;
  let firm: Person;
  let enforcer: Person;
  let supervisor: Person;
  let approver: Person;
  let ledger: CreditLedger;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [own, other, firm, supervisor] = [world.enterprise, world.otherEnterprise, world.firm(0), world.supervisor];
    enforcer = await world.house.as('bureau.enforcer');
    approver = await world.house.as('bureau.approver');
    await world.keepSignedIn();
    ledger = world.house.api.get(CreditLedger, { strict: false });
  });
  afterAll(() => world.end());

  /** Another day, on which everybody has changed the password meanwhile. */
  const goTo = async (instant: string): Promise<void> => {
    world.at(new Date(instant));
    await world.query('UPDATE app_user SET password_changed_at = $1', [new Date(world.now)]);
  };
  const today = (): string => new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
  const event = (key: string, over: Partial<NewCreditEvent> = {}): NewCreditEvent => ({ key, subjectId: own.orgId, type: 'fine', title: `处罚 ${key}`, facts: '经检查查明的事实', legalBasis: '大气污染防治法 第九十九条', sourceType: 'test', occurredOn: '2026-06-01', ...over });
  const credit = async (query = '', person = own, id = own.orgId): Promise<Any> => ok(await person.get(`/credit-subjects/${id}${query}`), 200).body;
  const events = async (query = '', person = own): Promise<Any[]> => ok(await person.get(`/credit-subjects/${own.orgId}/events${query}`), 200).body.items as Any[];
  const errors = ({ body }: Any): string[] => (body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const evidenceFor = async (id: string, person = enforcer): Promise<Any> => ok(await world.multipart(`/files?subjectType=credit-entry&subjectId=${id}&purpose=evidence`, person, [file('file', '决定书.pdf', PDF)]), 201).body;
  const entry = async (over: Any = {}, person = enforcer): Promise<Any> => {
    const id = randomUUID();
    const evidence = await evidenceFor(id, person);
    return person.post('/credit-entries', { id, subjectId: own.orgId, type: 'fine', title: '超标排放罚款', facts: '废气排放口氮氧化物超标，经监测查实', legalBasis: '大气污染防治法 第九十九条', documentNo: '晋孝环罚〔2026〕8号', occurredOn: '2026-09-01', evidenceFileId: evidence.id as string, ...over });
  };

  describe('the ledger', () => {
    it('begins with full marks under both schemes, one of them in force', async () => {
      const before = await credit();
      expect(before).toMatchObject({ scheme: 'shanxi-100', score: '100.00', grade: 'A', colour: 'green', hasUnverified: true, vetoes: [], next: { on: null } });
      expect(before.results.map((one: Any) => [one.scheme, one.score, one.grade, one.inForce])).toEqual([['shanxi-100', '100.00', 'A', true], ['national-21', '100.00', 'blue', false]]);
      expect((await credit('?day=2024-03-31')).scheme).toBe('national-21'); // before Shanxi's had its effect here
      expect(errors(await own.get(`/credit-subjects/${own.orgId}?day=2026-11-24`))).toEqual(['/day day']);
      expect(errors(await own.get(`/credit-subjects/${own.orgId}?scheme=no-such`))).toEqual(['/scheme scheme']);
    });

    it('takes a fact once, moves the grade in the same transaction, leaves a snapshot and tells the enterprise', async () => {
      await Promise.all([ledger.append(BY, event('k1')), ledger.append(BY, event('k1'))]);
      await expect(ledger.append(BY, event('k1', { occurredOn: '2026-06-02' }))).rejects.toMatchObject({ code: 'credit-event.source-differs' });
      expect(await credit()).toMatchObject({ score: '92.00', grade: 'A', next: { on: '2027-06-01', endingOn: '2027-05-31', repairFrom: '2026-09-01' } });
      await ledger.append(BY, event('k2', { type: 'incident-general', title: '一般突发环境事件', occurredOn: '2026-10-01' }));
      const view = await credit();
      expect(view).toMatchObject({ score: '82.00', gradeByScore: 'B', grade: 'C', colour: 'yellow' });
      expect(view.lines.map((one: Any) => [one.kind, one.title, one.contribution])).toEqual([['start', '初始分', '100'], ['event', '处罚 k1', '-8'], ['event', '一般突发环境事件', '-10'], ['tier', 'B级（蓝牌）', null], ['downgrade', '发生一般突发环境事件，即时降一级', null]]);
      expect(view.measures.map((one: Any) => `${one.measure as string} ${one.value as string} ${one.verified as boolean}`)).toEqual(['draw-weight 2 false', 'permit-scrutiny strict false', 'subsidy strict false', 'weather-exemption stop false']);
      expect(view.measures.every((one: Any) => one.because === 'C级（黄牌）')).toBe(true);
      await world.runJobs();
      const told = await world.query(`SELECT title_zh FROM notification WHERE subject_type = 'credit-subject' AND org_id = $1 ORDER BY id`, [own.orgId]);
      expect(told.map((one: Any) => one.title_zh)).toEqual(['环境信用记录有变化', '信用修复告知：处罚 k1', '环境信用等级变为C级（黄牌）', '信用修复告知：一般突发环境事件']);
      const { items } = ok(await own.get(`/credit-subjects/${own.orgId}/snapshots`), 200).body;
      expect(items.map((one: Any) => [one.cause, one.beforeScore, one.score, one.beforeGrade, one.grade])).toEqual([['event', '92.00', '82.00', 'A', 'C'], ['event', null, '92.00', null, 'A']]);
    });

    it('is append-only: the database itself refuses to change or erase', async () => {
      for (const sql of [`UPDATE credit_event SET title = 'x'`, 'DELETE FROM credit_event', 'DELETE FROM credit_snapshot']) await expect(world.query(sql)).rejects.toThrow('append-only');
    });

    it('answers for any day and for what was known, after an appeal that undid what had moved a grade', async () => {
      const before = new Date(world.now);
      world.at(world.now + 3_600_000);
      await ledger.change(BY, { subjectId: own.orgId, eventKey: 'k2', key: 'appeal', status: 'suspended', effectiveOn: today(), reason: '已受理行政复议', basis: '行政复议法' });
      expect(await credit()).toMatchObject({ score: '92.00', grade: 'A' });
      await ledger.change(BY, { subjectId: own.orgId, eventKey: 'k2', key: 'judgment', status: 'revoked', effectiveOn: '2026-10-01', reason: '复议撤销', basis: '行政复议决定书' });
      expect(await credit('?day=2026-10-05')).toMatchObject({ score: '92.00', grade: 'A' });
      expect(await credit(`?day=2026-10-05&knownAt=${encodeURIComponent(before.toISOString())}`)).toMatchObject({ score: '82.00', grade: 'C' });
      expect(await credit('?day=2026-05-31')).toMatchObject({ score: '100.00' });
      const [revoked] = await events('?status=revoked');
      expect([revoked.title, revoked.changes.map((one: Any) => one.status)]).toEqual(['一般突发环境事件', ['revoked', 'suspended']]);
      expect(await ledger.change(BY, { subjectId: own.orgId, eventKey: 'k2', key: 'judgment', status: 'revoked', effectiveOn: '2026-10-01', reason: '复议撤销', basis: '行政复议决定书' })).toBe(false);
    });

    it('is the same whatever the order of arrival, also of a revocation before its event', async () => {
      const facts = [event('o1', { subjectId: other.orgId }), event('o2', { subjectId: other.orgId, type: 'fine-large' }), event('o3', { subjectId: other.orgId, type: 'reading', indicator: '1', measure: '92' })];
      const undo = { subjectId: other.orgId, eventKey: 'o2', key: 'undo', status: 'revoked' as const, effectiveOn: '2026-06-01', reason: '撤销', basis: '决定' };
      await ledger.change(BY, undo);
      for (const one of [...facts].reverse()) await ledger.append(BY, one);
      const [row] = await world.query('SELECT score, grade, results FROM credit_standing WHERE subject_id = $1', [other.orgId]);
      expect(row).toMatchObject({ score: '92.00', grade: 'A' });
      expect(row.results.map((one: Any) => [one.scheme, one.score])).toEqual([['shanxi-100', '92.00'], ['national-21', '82.60']]);
      expect(await credit('', supervisor, other.orgId)).toMatchObject({ score: '92.00' });
    });

    it('of a fact that is lowered, lowered again and taken back is one ledger in whichever order these came', async () => {
      const ways = [['take back', 'lower', 'lower again'], ['lower', 'take back', 'lower again'], ['lower', 'lower again', 'take back']];
      const ledgers: unknown[] = [];
      for (const [nth, way] of ways.entries()) {
        const key = (part: string): string => `way${nth}:${part}`;
        const fact = (part: string): NewCreditEvent => event(key(part), { subjectId: other.orgId, sourceId: null });
        const lower = (from: string, to: string): Promise<unknown> => ledger.replace(BY, { eventKey: key(from), key: `changed-${to}`, reason: '罚款变更', basis: '判决' }, { ...fact(to), validFrom: to === 'b' ? '2026-07-01' : '2026-08-01' });
        const steps: Record<string, () => Promise<unknown>> = {
          'take back': () => ledger.change(BY, { subjectId: other.orgId, eventKey: key('a'), key: 'appeal', status: 'revoked', effectiveOn: '2026-06-01', reason: '异议成立', basis: '决定' }),
          lower: () => lower('a', 'b'), 'lower again': () => lower('b', 'c'),
        };
        await ledger.append(BY, fact('a'));
        for (const step of way) await steps[step]?.();
        ledgers.push(await world.query(`SELECT split_part(event_key, ':', 2) AS of, key, status, effective_on::text AS on FROM credit_event_change WHERE event_key LIKE $1 ORDER BY 1, 2`, [`way${nth}:%`]));
        expect([way, (await credit('?day=2026-09-01', supervisor, other.orgId)).score]).toEqual([way, '92.00']);
      }
      expect(ledgers[1]).toEqual(ledgers[0]);
      expect(ledgers[2]).toEqual(ledgers[0]);
      expect(ledgers[0]).toEqual(expect.arrayContaining(['a', 'b', 'c'].map(of => expect.objectContaining({ of, key: 'appeal', status: 'revoked' }) as object)));
    });

    it('shows nobody else’s: strangers find nothing, the bureau everything, the register by search and order', async () => {
      for (const path of [`/credit-subjects/${own.orgId}`, `/credit-subjects/${own.orgId}/events`, `/credit-subjects/${own.orgId}/snapshots`]) {
        expect((await other.get(path)).status).toBe(404);
        expect((await supervisor.get(path)).status).toBe(200);
      }
      expect((await supervisor.get(`/credit-subjects/${supervisor.orgId}`)).status).toBe(404); // an office has no credit
      ok(await supervisor.post('/credit-runs'), 201);
      await world.runJobs();
      const list = async (query: string): Promise<Any[]> => ok(await supervisor.get(`/credit-subjects?${query}`), 200).body.items as Any[];
      expect((await list('kind=enterprise&sort=score')).map(one => one.score)).toEqual(['92.00', '92.00']);
      expect((await list('kind=firm')).map(one => [one.score, one.grade])).toEqual([['100.00', 'A'], ['100.00', 'A'], ['100.00', 'A']]);
      expect([(await list('withEvents=true')).length, (await list('vetoed=true')).length, (await list('colour=yellow')).length]).toEqual([2, 0, 0]);
      const page = ok(await supervisor.get('/credit-subjects?limit=2&sort=name'), 200).body;
      expect(ok(await supervisor.get(`/credit-subjects?limit=10&sort=name&cursor=${encodeURIComponent(page.nextCursor as string)}`), 200).body.items).toHaveLength(3);
      for (const bad of ['sort=grade', 'kind=bank', 'colour=pink', 'q=x', 'limit=0', 'cursor=zz']) expect((await supervisor.get(`/credit-subjects?${bad}`)).status).toBe(400);
      for (const path of ['/credit-subjects/export?kind=enterprise', `/credit-subjects/${own.orgId}/events/export`, '/credit-entries/export', '/credit-schemes/export']) expect((await supervisor.get(path)).status).toBe(200);
    });
  });

  describe('entries by hand', () => {
    it('need basis, evidence and a type that fits; what is not serious stands at once', async () => {
      expect((await own.post('/credit-entries', {})).status).toBe(403);
      expect(errors(await entry({ evidenceFileId: randomUUID() }))).toEqual(['/evidenceFileId evidence']);
      expect(errors(await entry({ occurredOn: '2027-01-01' }))).toEqual(['/occurredOn later']);
      expect(errors(await entry({ validFrom: '2026-08-01' }))).toEqual(['/validFrom before']);
      expect(errors(await entry({ validUntil: '2026-08-01' }))).toEqual(['/validUntil span']);
      // of a firm only values of delivery are entered by hand: its failures come from findings and deliveries
      for (const type of ['firm.late', 'firm.review-failed', 'firm.fault']) expect(errors(await entry({ type }))).toEqual(['/type isIn']);
      expect(errors(await entry({ type: 'firm.reading', indicator: 'delivery', measure: '92' }))).toEqual(['/type subject']);
      expect(errors(await entry({ measure: '92' }))).toEqual(['/indicator reading']);
      expect(errors(await entry({ subjectId: randomUUID() }))).toEqual(['/subjectId subject']);
      for (const bad of [{ type: 'firm.fraud' }, { surprise: 1 }, { title: 'x' }, { severity: 'grave' }]) expect((await entry(bad)).status).toBe(400);
      const made = ok(await entry(), 201).body;
      expect(made).toMatchObject({ state: 'recorded', severity: 'general', decidedByName: null });
      expect((await credit()).score).toBe('84.00');
      const [shown] = await events('?q=超标');
      expect(shown).toMatchObject({ documentNo: '晋孝环罚〔2026〕8号', status: 'active', validUntil: '2027-08-31', repairFrom: '2026-12-01', actions: [] });
      expect((await own.get(`/files/${shown.evidenceFileId as string}`)).status).toBe(200);
      expect((await other.get(`/files/${shown.evidenceFileId as string}`)).status).toBe(404);
      expect((await own.get(`/credit-entries/${made.id as string}`)).status).toBe(403);
    });

    it('that are serious wait for a second person, in the service and in the database', async () => {
      const made = ok(await entry({ type: 'hidden-pipe', title: '私设暗管排放废水' }), 201).body;
      expect([made.state, made.actions]).toEqual(['proposed', []]);
      expect((await credit()).vetoes).toEqual([]);
      expect((await enforcer.post(`/credit-entries/${made.id as string}/decide`, { verdict: 'recorded', reason: '自己确认' }, { ifMatch: 1 })).body.code).toBe('credit-entry.two-persons');
      await expect(world.query(`UPDATE credit_entry SET state = 'recorded', decided_by = proposed_by WHERE id = $1`, [made.id])).rejects.toThrow('credit_entry_two_persons');
      const decide = (person: Person): Promise<Any> => person.post(`/credit-entries/${made.id as string}/decide`, { verdict: 'recorded', reason: '证据充分' }, { ifMatch: 1 });
      expect(codes(await Promise.all([decide(supervisor), decide(approver)]))).toEqual(['200', 'credit-entry.state']);
      expect(await credit()).toMatchObject({ grade: 'D', colour: 'black', gradeByScore: 'B', vetoes: ['serious'] });
      expect((await credit('?scheme=national-21'))).toMatchObject({ grade: 'red', vetoes: ['V06'] });
    });

    it('wait as well where the class is talked down: the type brings the veto, not its class', async () => {
      const made = ok(await entry({ type: 'hidden-pipe', severity: 'minor', title: '私设暗管，称为轻微' }), 201).body;
      expect([made.state, (await credit()).vetoes]).toEqual(['proposed', ['serious']]);
      await expect(world.query(`UPDATE credit_entry SET state = 'recorded' WHERE id = $1`, [made.id])).rejects.toThrow('credit_entry_two_persons');
      ok(await supervisor.post(`/credit-entries/${made.id as string}/decide`, { verdict: 'refused', reason: '同一事实已经入账' }, { ifMatch: 1 }), 200);
    });

    it('are taken back with a reason, a serious one by two; everything follows and nothing is erased', async () => {
      const [serious] = await events('?type=hidden-pipe', enforcer);
      const revoke = async (id: string, person = enforcer, over: Any = {}): Promise<Any> => {
        const entryId = randomUUID();
        return person.post(`/credit-events/${id}/revoke`, { id: entryId, reason: '复议决定撤销原认定', basis: '行政复议决定书', evidenceFileId: (await evidenceFor(entryId)).id as string, ...over });
      };
      expect(errors(await revoke(serious.id, enforcer, { evidenceFileId: randomUUID() }))).toEqual(['/evidenceFileId evidence']);
      expect((await revoke(serious.id, enforcer, { evidenceFileId: undefined })).status).toBe(400);
      expect((await revoke(serious.id, own)).status).toBe(403);
      expect((await revoke(serious.id, other)).status).toBe(403);
      const asked = ok(await revoke(serious.id), 200).body;
      expect([asked.state, (await credit()).grade]).toEqual(['proposed', 'D']);
      expect((await revoke(serious.id)).body.code).toBe('credit-entry.revocation-open');
      ok(await supervisor.post(`/credit-entries/${asked.id as string}/decide`, { verdict: 'recorded', reason: '同意撤销' }, { ifMatch: 1 }), 200);
      expect(await credit()).toMatchObject({ grade: 'B', score: '84.00' });
      expect((await revoke(serious.id)).body.code).toBe('credit-event.revoked');
      const [fromSource] = await events('?q=k1', enforcer);
      expect((await revoke(fromSource.id)).body.code).toBe('credit-event.from-source');
      expect((await events('?type=hidden-pipe')).map(one => [one.status, one.changes.length])).toEqual([['revoked', 1]]);
      // a fine is no smaller matter for its subject: nobody takes it back alone
      const fine = (await events('?q=超标', enforcer)).find(one => one.status === 'active') as Any;
      const waiting = ok(await revoke(fine.id as string), 200).body;
      expect([waiting.state, waiting.evidenceFileId === null, (await credit()).score]).toEqual(['proposed', false, '84.00']);
      ok(await supervisor.post(`/credit-entries/${waiting.id as string}/decide`, { verdict: 'refused', reason: '没有撤销的依据' }, { ifMatch: 1 }), 200);
    });

    it('that spare the subject what the rules say wait too: a class below the usual one, an end before that of the scheme', async () => {
      for (const over of [{ severity: 'minor' }, { validUntil: '2026-09-30' }]) {
        const made = ok(await entry({ title: '超标排放罚款，从轻登记', ...over }), 201).body;
        expect([made.state, (await credit()).score]).toEqual(['proposed', '84.00']);
        await expect(world.query(`UPDATE credit_entry SET state = 'recorded' WHERE id = $1`, [made.id])).rejects.toThrow('credit_entry_two_persons');
        ok(await supervisor.post(`/credit-entries/${made.id as string}/decide`, { verdict: 'refused', reason: '文书没有这样写' }, { ifMatch: 1 }), 200);
      }
    });
  });

  it('supposes for the enterprise and keeps nothing', async () => {
    const list = await events('?status=active');
    const suppose = (body: Any, person = own): Promise<Any> => person.post(`/credit-subjects/${own.orgId}/what-if`, { repair: [], remove: [], add: [], readings: [], ...body });
    const all = ok(await suppose({ repair: list.map(one => one.id) }), 200).body;
    expect(all).toMatchObject({ before: { score: '84.00', grade: 'B' }, after: { score: '100.00', grade: 'A' }, delta: '16.00' });
    expect(ok(await suppose({ add: [{ type: 'fine-large', on: '2026-11-20' }] }), 200).body).toMatchObject({ after: { score: '69.00', grade: 'C' }, delta: '-15.00' });
    expect(ok(await suppose({ scheme: 'national-21', remove: list.map(one => one.id), readings: [{ indicator: '1', measure: '92' }] }), 200).body).toMatchObject({ before: { score: '85.00' }, after: { score: '97.60' } });
    expect(errors(await suppose({ repair: [randomUUID()] }))).toEqual(['/repair/0 event']);
    expect((await suppose({}, other)).status).toBe(404);
    expect((await suppose({ add: [{ type: 'no-such', on: '2026-11-20' }] })).status).toBe(400);
    expect(await credit()).toMatchObject({ score: '84.00' });
  });

  it('asks of firms what was decided of them: fraud is a veto, and goes with the finding', async () => {
    const standing = (): Promise<Any> => world.house.api.get(CreditStandings, { strict: false }).standingOf(firm.orgId, today());
    expect(await standing()).toMatchObject({ scheme: 'firm-100', grade: 'A', vetoes: [] });
    const id = randomUUID();
    const evidence = ok(await world.multipart(`/files?subjectType=firm-finding&subjectId=${id}&purpose=evidence`, enforcer, [file('file', '笔录.pdf', PDF)]), 201).body;
    const finding = ok(await enforcer.post('/firm-findings', { id, kind: 'fraud', firmId: firm.orgId, taskId: null, occurredOn: '2026-11-20', source: '现场检查笔录', facts: '监测数据与原始记录不符，经查为编造', legalBasis: '生态环境法典 第一千二百三十条', evidenceFileId: evidence.id as string }), 201).body;
    ok(await firm.post(`/firm-findings/${id}/state`, { reason: '我方无异议' }, { ifMatch: finding.version as number }), 200);
    // whoever it serves or bids to hears of a grade that may stop it
    const rechecks = async (): Promise<number> => Number((await world.query<Any>(`SELECT count(*) AS n FROM outbox WHERE job IN ('task.recheck-bidder', 'contract.recheck-firm') AND payload ->> 'firmId' = $1`, [firm.orgId]))[0].n);
    const looked = await rechecks();
    ok(await supervisor.post(`/firm-findings/${id}/decide`, { verdict: 'confirmed', reason: '证据充分' }, { ifMatch: 2 }), 200);
    await world.runJobs();
    expect(await rechecks()).toBe(looked + 2);
    const found = await standing();
    expect([found.grade, found.vetoes, found.measures.get('bidding').value]).toEqual(['D', ['fraud'], 'strict']);
    const task = await world.published();
    expect((await firm.get(`${task.path}/sealing`)).status).toBe(200);
    await world.query(`UPDATE reference_value SET value = 'stop', title = '暂停报价' WHERE kind = 'credit-consequence' AND key = 'firm-100:D:bidding'`);
    const kept = await firm.get(`${task.path}/sealing`);
    expect([kept.status, kept.body.code, kept.body.detailZh ?? kept.body.detail]).toEqual([422, 'credit.bidding-stopped', expect.stringContaining('D级（失信）')]);
    expect((await world.firm(1).get(`${task.path}/sealing`)).status).toBe(200);
    ok(await firm.post(`/firm-findings/${id}/object`, { reason: '提交新的证据' }, { ifMatch: 3 }), 200);
    ok(await supervisor.post(`/firm-findings/${id}/answer`, { verdict: 'revoked', reason: '证据表明系笔误' }, { ifMatch: 4 }), 200);
    await world.runJobs();
    expect(await standing()).toMatchObject({ grade: 'A', vetoes: [] });
    expect((await firm.get(`${task.path}/sealing`)).status).toBe(200);
    expect(ok(await firm.get(`/credit-subjects/${firm.orgId}/events`), 200).body.items.map((one: Any) => [one.type, one.status])).toEqual([['firm.fraud', 'revoked']]);
  });

  it('holds up an acceptance only where a dated row of the grade says so, with basis and remedy', async () => {
    const guards = world.house.api.get(AcceptanceGuards, { strict: false });
    const asked = (): Promise<void> => guards.beforeAccept({ enterpriseId: own.orgId } as PermitApplication);
    await ledger.append(BY, event('k5', { type: 'refuse-perform', title: '拒不履行处罚决定', occurredOn: '2026-11-01' }));
    expect(await credit()).toMatchObject({ grade: 'D', measures: expect.arrayContaining([expect.objectContaining({ measure: 'permit-scrutiny', value: 'strict' })]) });
    await expect(asked()).resolves.toBeUndefined();
    await world.query(`UPDATE reference_value SET value = 'stop' WHERE kind = 'credit-consequence' AND key = 'shanxi-100:D:permit-scrutiny'`);
    await expect(asked()).rejects.toMatchObject({ code: 'credit.acceptance-stopped', text: { zh: expect.stringMatching(/D级（黑牌）.*未核实.*三个工作日/) } });
    await ledger.change(BY, { subjectId: own.orgId, eventKey: 'k5', key: 'repair', status: 'repaired', effectiveOn: today(), reason: '已履行', basis: '信用修复管理办法' });
    await expect(asked()).resolves.toBeUndefined();
    expect(await credit()).toMatchObject({ grade: 'B' });
  });

  it('is public within its periods only: no minor matters, no facts, and gone with repair', async () => {
    const shown = async (): Promise<Any> => ok(await world.house.anyone.get(`/public/credit-register/${own.orgId}`), 200).body;
    await ledger.append(BY, event('p1', { type: 'warning', title: '警告', occurredOn: '2026-11-01' }));
    const before = await shown();
    expect(before).toMatchObject({ gradeTitle: 'B级（蓝牌）', score: '82.00', hasUnverified: true });
    expect(before.events.map((one: Any) => [one.type, one.severity, one.documentNo, one.shownUntil])).toEqual([['fine', 'general', '晋孝环罚〔2026〕8号', '2027-08-31'], ['fine', 'general', null, '2027-05-31']]);
    expect(JSON.stringify(before)).not.toMatch(/氮氧化物|经检查查明|evidence|recordedBy/);
    await ledger.append(BY, event('p2', { type: 'fine-large', title: '没收', occurredOn: '2026-11-02' }));
    expect((await shown()).events).toHaveLength(3);
    await ledger.change(BY, { subjectId: own.orgId, eventKey: 'p2', key: 'appeal', status: 'suspended', effectiveOn: today(), reason: '申诉已受理', basis: '行政复议法' });
    expect((await shown()).events).toHaveLength(2);
    for (const key of ['p1', 'p2']) await ledger.change(BY, { subjectId: own.orgId, eventKey: key, key: 'undo', status: 'revoked', effectiveOn: '2026-11-01', reason: '撤销', basis: '决定' });
    const list = async (query: string): Promise<Any[]> => ok(await world.house.anyone.get(`/public/credit-register?${query}`), 200).body.items as Any[];
    expect([(await list('kind=enterprise')).length, (await list('kind=firm&sort=-score')).length, (await list('colour=black')).length]).toEqual([2, 3, 0]);
    for (const bad of ['kind=bank', 'q=x', 'sort=grade']) expect((await world.house.anyone.get(`/public/credit-register?${bad}`)).status).toBe(400);
    expect([(await world.house.anyone.get('/public/credit-register/export')).status, (await world.house.anyone.get(`/public/credit-register/${supervisor.orgId}`)).status]).toEqual([200, 404]);
  });

  it('gives the departments lists of who is under which measure, each with its rule', async () => {
    const department = await world.house.as('department.officer');
    await world.keepSignedIn();
    const list = async (query: string, person = department): Promise<Any[]> => ok(await person.get(`/credit-lists?${query}`), 200).body.items as Any[];
    expect(await list('measure=electricity-price')).toEqual([]);
    await ledger.append(BY, event('l1', { subjectId: other.orgId, type: 'crime', title: '环境犯罪', occurredOn: '2026-11-01' }));
    expect(await list('measure=electricity-price')).toMatchObject([{ id: other.orgId, gradeTitle: 'D级（黑牌）', value: 'list', verified: false, legalBasis: expect.stringContaining('山西') }]);
    expect((await list('value=stop', supervisor)).map(one => one.measure)).toEqual(['bidding', 'permit-scrutiny', 'subsidy', 'weather-exemption']); // permits by the row that was set above
    expect((await list('measure=draw-weight&sort=-name')).map(one => one.value).sort()).toEqual(['0.5', '0.5', '0.5', '1', '3']);
    expect([(await department.get('/credit-lists/export?measure=subsidy')).status, (await own.get('/credit-lists')).status, (await department.get('/credit-lists?measure=no')).status]).toEqual([200, 403, 400]);
    await ledger.change(BY, { subjectId: other.orgId, eventKey: 'l1', key: 'undo', status: 'revoked', effectiveOn: '2026-11-01', reason: '再审改判', basis: '判决书' });
    expect(await list('measure=electricity-price')).toEqual([]);
  });

  it('goes over from an enterprise the bureau only knew to the verified one that claims it', async () => {
    const [known, verified] = [randomUUID(), randomUUID()];
    for (const [id, status] of [[known, 'known'], [verified, 'active']]) await world.query(`INSERT INTO organisation (id, kind, uscc, name, status, region_code, address, legal_representative, contact_name, known_since, version, created_at, updated_at) SELECT $1, kind, '91141181MA0CLAIM01', '名单企业', $2, region_code, address, legal_representative, '', now(), 1, now(), now() FROM organisation WHERE id = $3`, [id, status, own.orgId]);
    await ledger.append(BY, event('c1', { subjectId: known }));
    await ledger.change(BY, { subjectId: known, eventKey: 'c1', key: 'appeal', status: 'suspended', effectiveOn: today(), reason: '申诉已受理', basis: '行政复议法' });
    const house = world.house.api;
    const organisation = await house.get(Directory, { strict: false }).organisation(verified);
    await world.house.db.transaction(() => house.get(KnownEnterprises, { strict: false }).claim(organisation as Organisation));
    expect((await world.query('SELECT subject_id, score FROM credit_standing WHERE subject_id = ANY($1)', [[known, verified]])).map((row: Any) => [row.subject_id, row.score])).toEqual([[verified, '100.00']]);
    expect((await world.query(`SELECT (SELECT count(*) FROM credit_event_change WHERE subject_id = $1)::int AS changes, (SELECT count(*) FROM credit_snapshot WHERE subject_id = $1)::int AS snapshots`, [verified]))[0]).toEqual({ changes: 1, snapshots: 3 });
    await world.query(`UPDATE organisation SET status = 'rejected' WHERE id = $1`, [verified]);
  });

  it('follows the days: what ends by itself moves the standing in the night, once', async () => {
    await goTo('2027-06-01T02:00:00Z');
    const round = async (): Promise<void> => {
      await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) VALUES (uuidv7(), 'credit.daily-round', 'review', '{}', 0, now())`);
      await world.runJobs();
    };
    await round();
    const row = async (): Promise<Any> => (await world.query('SELECT score, as_of::text FROM credit_standing WHERE subject_id = $1', [own.orgId]))[0];
    expect(await row()).toEqual({ score: '92.00', as_of: '2027-06-01' });
    const [{ n }] = await world.query('SELECT count(*) AS n FROM credit_snapshot');
    await round();
    expect((await world.query('SELECT count(*) AS n FROM credit_snapshot'))[0].n).toBe(n);
  });

  describe('schemes', () => {
    let draft: Any;
    const listed = async (query: string): Promise<Any[]> => ok(await supervisor.get(`/credit-schemes?${query}`), 200).body.items as Any[];
    const shanxi = async (): Promise<Any> => (await listed('kind=enterprise&state=published')).find(one => one.key === 'shanxi-100');
    it('are dated rows that say what nobody has compared', async () => {
      const { id } = await shanxi();
      const whole = ok(await supervisor.get(`/credit-schemes/${id as string}`), 200).body;
      expect(whole).toMatchObject({ faults: [], forces: [{ schemeKey: 'shanxi-100', schemeTitle: '山西记分办法（百分制）', effectiveFrom: '2024-04-01', effectiveTo: null }, { schemeKey: 'national-21', effectiveTo: '2024-03-31' }] });
      expect(whole.rows.every((row: Any) => row.verified === false && row.legalBasis && row.origin)).toBe(true);
      const admin = await world.house.as('bureau.admin');
      await world.keepSignedIn();
      const { items } = ok(await admin.get('/reference-data?kind=credit-scheme&state=unverified&limit=200'), 200).body;
      expect(items.length).toBeGreaterThan(60);
      expect((await own.get('/credit-schemes')).status).toBe(403);
    });

    /** A batch that the worker gives up leaves a run that says so, and that goes on where it stood. */
    const resumed = async (): Promise<void> => {
      const begin = async (): Promise<Any> => ok(await supervisor.post(`/credit-schemes/${draft.id as string}/simulate`, { pastYears: 0 }), 201).body;
      const show = async (id: string): Promise<Any> => ok(await supervisor.get(`/credit-runs/${id}`), 200).body;
      const broken = await begin();
      const resume = (person = supervisor, id = broken.id as string): Promise<Any> => person.post(`/credit-runs/${id}/resume`);
      expect((await resume()).body.code).toBe('credit-run.not-failed');
      const [row] = await world.query<{ id: string }>(`UPDATE outbox SET attempts = 7 WHERE payload ->> 'runId' = $1 RETURNING id`, [broken.id]);
      await world.query('ALTER TABLE credit_run_row ADD CONSTRAINT tried_out CHECK (delta < -999) NOT VALID');
      expect(await world.house.runJob(row?.id ?? '')).toBe('buried');
      await world.query('ALTER TABLE credit_run_row DROP CONSTRAINT tried_out');
      expect(await show(broken.id as string)).toMatchObject({ state: 'failed', done: 0, total: 2, problem: expect.stringContaining('tried_out') as string });
      for (const person of [own, enforcer]) expect((await resume(person)).status).toBe(403);
      expect((await resume(supervisor, randomUUID())).status).toBe(404);
      expect(ok(await resume(), 200).body).toMatchObject({ state: 'waiting', problem: null });
      await world.runJobs();
      expect(await show(broken.id as string)).toMatchObject({ state: 'done', done: 2, moved: 1 });
      // a worker that was stopped hard leaves nothing in the queue: the nightly round says so
      const lost = await begin();
      await world.query(`DELETE FROM outbox WHERE payload ->> 'runId' = $1`, [lost.id]);
      await world.house.api.get(RunsService, { strict: false }).failLost();
      expect(await show(lost.id as string)).toMatchObject({ state: 'failed' });
      ok(await resume(supervisor, lost.id as string), 200);
      await world.runJobs();
      expect(await show(lost.id as string)).toMatchObject({ state: 'done', done: 2 });
    };

    it('are drafted by one, simulated, published by another for a later day; the version before ends the day before', async () => {
      const { id } = await shanxi();
      draft = ok(await supervisor.post(`/credit-schemes/${id as string}/copy`, { title: '山西记分办法（2028）', legalBasis: '征求意见稿', effectiveFrom: '2028-01-01' }), 201).body;
      const stricter = draft.rows.map(({ id: _, verified: __, origin: ___, ...row }: Any) => (row.kind === 'deduction' && row.code === 'fine' ? { ...row, value: '-30' } : row));
      const put = (rows: Any[], ifMatch = draft.version as number): Promise<Any> => supervisor.put(`/credit-schemes/${draft.id as string}/rows`, { rows }, { ifMatch });
      expect(errors(await put([...stricter, stricter[0]]))).toEqual([`/rows/${stricter[0].kind as string}:${stricter[0].code as string} double`]);
      draft = ok(await put(stricter.filter((row: Any) => row.code !== 'initial')), 200).body;
      expect(draft.faults.map((one: Any) => one.code)).toEqual(['initial']);
      expect(errors(await approver.post(`/credit-schemes/${draft.id as string}/publish`, {}, { ifMatch: draft.version as number }))).toEqual(['/rows initial']);
      expect(errors(await supervisor.post(`/credit-schemes/${draft.id as string}/simulate`, { pastYears: 0 }))).toEqual(['/rows initial']);
      draft = ok(await put(stricter), 200).body;
      expect((await put(stricter, 1)).status).toBe(412);
      const run = ok(await supervisor.post(`/credit-schemes/${draft.id as string}/simulate`, { pastYears: 1 }), 201).body;
      expect(run).toMatchObject({ state: 'waiting', total: 2, done: 0, days: ['2027-06-01', '2026-12-31'] });
      await world.runJobs();
      const done = ok(await supervisor.get(`/credit-runs/${run.id as string}`), 200).body;
      expect(done).toMatchObject({ state: 'done', done: 2, moved: 1, summary: [{ day: '2027-06-01', up: 0, down: 1, same: 1 }, { day: '2026-12-31', up: 0, down: 2, same: 0 }] });
      const rows = ok(await supervisor.get(`/credit-runs/${run.id as string}/rows?sort=delta`), 200).body.items as Any[];
      expect(rows.map(one => [one.beforeScore, one.afterScore, one.delta, one.moved])).toEqual([['92.00', '70.00', '-22.00', 2], ['100.00', '100.00', '0.00', 0]]);
      expect((await supervisor.get(`/credit-runs/${run.id as string}/rows/export`)).status).toBe(200);
      await resumed();
      expect(await credit()).toMatchObject({ score: '92.00' });
      expect((await supervisor.post(`/credit-schemes/${draft.id as string}/publish`, {}, { ifMatch: draft.version as number })).body.code).toBe('credit-scheme.two-persons');
      ok(await approver.post(`/credit-schemes/${draft.id as string}/publish`, {}, { ifMatch: draft.version as number }), 200);
      expect((await listed('q=山西记分')).map(one => [one.title, one.effectiveFrom, one.effectiveTo])).toEqual([['山西记分办法（2028）', '2028-01-01', null], ['山西记分办法（百分制）', '2024-04-01', '2027-12-31']]);
    });

    it('that overlap are refused with a clear word', async () => {
      const again = ok(await supervisor.post(`/credit-schemes/${draft.id as string}/copy`, { title: '重叠的版本', legalBasis: '测试依据', effectiveFrom: '2027-07-01' }), 201).body;
      const refused = await approver.post(`/credit-schemes/${again.id as string}/publish`, {}, { ifMatch: again.version as number });
      expect([refused.status, refused.body.code]).toEqual([409, 'credit-scheme.overlaps']);
      expect(errors(await approver.post(`/credit-schemes/${draft.id as string}/force`, { effectiveFrom: '2027-05-01', legalBasis: '测试依据' }))).toEqual(['/effectiveFrom past']);
      const national = (await listed('state=published')).find(one => one.key === 'national-21');
      const force = (person: Person, effectiveFrom: string): Promise<Any> => person.post(`/credit-schemes/${national.id as string}/force`, { effectiveFrom, legalBasis: '测试依据' });
      const decideForce = (person: Person, proposalId: string, approved = true): Promise<Any> => person.post(`/credit-schemes/${national.id as string}/force/${proposalId}/decide`, { approved, reason: '经审核同意' });
      const forces = async (): Promise<Any[]> => ok(await approver.get(`/credit-schemes/${national.id as string}`), 200).body.forces as Any[];
      const before = (await forces()).length;
      // proposed by one, decided by another, nothing changes in between
      const racing = await Promise.all([approver, supervisor].map(one => force(one, '2028-06-01')));
      expect(racing.map(one => [one.status, one.body.code ?? null]).sort()).toEqual([[200, null], [409, 'credit-scheme.force-open']]);
      const { forceProposal, ...mine } = ok(await approver.get(`/credit-schemes/${national.id as string}`), 200).body;
      expect([mine.forces.length, forceProposal.effectiveFrom]).toEqual([before, '2028-06-01']);
      const [first, second] = forceProposal.mayDecide ? [supervisor, approver] : [approver, supervisor];
      expect((await decideForce(first, forceProposal.id as string)).body.code).toBe('credit-scheme.two-persons');
      expect((await decideForce(second, randomUUID())).status).toBe(404);
      expect((await second.post(`/credit-schemes/${national.id as string}/force/${forceProposal.id as string}/decide`, { approved: 'yes' })).status).toBe(400);
      expect((await second.post(`/credit-schemes/${draft.id as string}/force/${forceProposal.id as string}/decide`, { approved: true, reason: '别的方案的路径' })).status).toBe(404);
      ok(await decideForce(second, forceProposal.id as string), 200);
      expect((await decideForce(second, forceProposal.id as string)).body.code).toBe('credit-scheme.force-decided');
      expect((await forces()).length).toBe(before + 1);
      ok(await force(approver, '2028-05-01'), 200);
      const overlapping = ok(await supervisor.get(`/credit-schemes/${national.id as string}`), 200).body.forceProposal as Any;
      expect((await decideForce(supervisor, overlapping.id as string)).body.code).toBe('credit-scheme.force-overlaps');
      ok(await decideForce(supervisor, overlapping.id as string, false), 200);
      expect((await forces()).length).toBe(before + 1);
      ok(await supervisor.post(`/credit-schemes/${again.id as string}/withdraw`, {}, { ifMatch: again.version as number }), 200);
    });

    it('that begin move everybody in the night; an earlier day keeps the scheme it had', async () => {
      await goTo('2028-01-01T02:00:00Z');
      await ledger.append(BY, event('k9', { occurredOn: '2027-12-01' }));
      expect(await credit()).toMatchObject({ schemeTitle: '山西记分办法（2028）', score: '70.00', grade: 'C' });
      expect(await credit('?day=2027-12-31')).toMatchObject({ schemeTitle: '山西记分办法（百分制）', score: '92.00' });
    });
  });
});
