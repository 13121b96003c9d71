import fc from 'fast-check';
import { CaseDecision, CaseEvent, CaseNotice, CaseRecord, possibleActions } from '@huanbao/casework';
import { Actor, LiveBus, verifyAudit } from '@huanbao/platform';
import { pause, until } from '../../harness/open-page';
import { authorise, licence } from './licence';
import { aFirmFor, anEnterprise, anOfficer, World } from './world';

/** Monday. */
const NOW = '2026-11-23T02:00:00Z';

describe('moving a case', () => {
  let world: World;
  const enterprise = anEnterprise('甲石灰有限公司');
  const intake = anOfficer('bureau.intake');
  const reviewer = anOfficer('bureau.reviewer');
  const approver = anOfficer('bureau.approver');

  beforeAll(async () => {
    world = await World.start(NOW);
  });
  afterAll(() => world.stop());

  const check = (actor: Actor): { actor: Actor; authorise: (c: CaseRecord) => void } => ({ actor, authorise: authorise(actor, 'test-licence.check') });
  const submit = (actor: Actor): { actor: Actor; authorise: (c: CaseRecord) => void } => ({ actor, authorise: authorise(actor, 'test-licence.submit') });
  const decide = (actor: Actor): { actor: Actor; authorise: (c: CaseRecord) => void } => ({ actor, authorise: authorise(actor, 'test-licence.decide') });
  const review = (actor: Actor): { actor: Actor; authorise: (c: CaseRecord) => void } => ({ actor, authorise: authorise(actor, 'test-licence.review') });
  const eventsOf = (caseId: string): Promise<CaseEvent[]> => world.db.repo(CaseEvent).find({ where: { caseId }, order: { versionBefore: 'ASC' } });

  it('draws the number at the submission, without gaps, and not for drafts', async () => {
    const drafts = [await world.draft(enterprise), await world.draft(enterprise), await world.draft(enterprise)];
    expect(drafts.map(c => c.number)).toEqual([null, null, null]);
    const numbers = [];
    for (const { id } of [drafts[2], drafts[0]] as CaseRecord[]) numbers.push((await world.engine.act(licence, id, 'submit', submit(enterprise))).number);
    expect(numbers).toEqual(['CS-2026-000001', 'CS-2026-000002']);
  });

  it('goes from draft to decision with timeline, audit, clock and notices in step', async () => {
    const { id } = await world.submitted(enterprise);
    await world.engine.act(licence, id, 'accept', check(intake));
    await world.engine.act(licence, id, 'propose', review(reviewer));
    const done = await world.engine.act(licence, id, 'grant', {
      ...decide(approver),
      decision: { reasons: '符合条例第十一条规定的条件', conditions: [{ key: 'eia', label: '已取得环评批复', article: '条例 第十一条', met: true }] },
    });
    expect(done).toMatchObject({ state: 'granted', holder: 'none', clock: null, dueOn: null, remainingDays: null, claimedBy: null });
    expect(done.closedAt).toEqual(new Date(NOW));
    expect((await eventsOf(id)).map(event => event.action ?? event.kind)).toEqual(['opened', 'submit', 'accept', 'propose', 'grant']);
    const notices = await world.db.repo(CaseNotice).find({ where: { caseId: id }, order: { number: 'ASC' } });
    expect(notices.map(notice => [notice.kind, notice.number])).toEqual([['decision', '测环许准〔2026〕1号'], ['acceptance', '测环许受〔2026〕1号']]);
    expect(notices[1]?.content.paragraphs[1]).toContain('2026年12月21日');
    const decision = await world.db.repo(CaseDecision).findOneByOrFail({ caseId: id });
    expect(decision.remedies.map(remedy => [remedy.length, remedy.unit, remedy.verified])).toEqual([[60, 'day', false], [6, 'month', false]]);
    expect(notices[0]?.content.remedies[0]).toContain('行政复议');
    expect((await verifyAudit(world.db)).whole).toBe(true);
  });

  it('refuses what the table does not give and says what is possible', async () => {
    const { id } = await world.submitted(enterprise);
    await expect(world.engine.act(licence, id, 'grant', { ...decide(approver), decision: { reasons: '好' } })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'case.wrong-state',
      extra: { state: 'submitted', possible: ['request-correction', 'accept', 'deemed-accepted', 'reject', 'withdraw'] },
    });
    expect((await world.reload(id)).state).toBe('submitted');
  });

  it('refuses a decision without reasons, and a grant with a condition unmet, and keeps nothing of either', async () => {
    const { id } = await world.reviewing(enterprise, intake);
    await world.engine.act(licence, id, 'propose', review(reviewer));
    await expect(world.engine.act(licence, id, 'grant', decide(approver))).rejects.toMatchObject({ code: 'case.reason-needed' });
    const conditions = [{ key: 'eia', label: '已取得环评批复', article: '条例 第十一条', met: false }];
    await expect(world.engine.act(licence, id, 'grant', { ...decide(approver), decision: { reasons: '好', conditions } })).rejects.toMatchObject({ code: 'case.condition-unmet' });
    expect(await world.db.repo(CaseDecision).countBy({ caseId: id })).toBe(0);
    expect((await world.reload(id)).state).toBe('deciding');
    await expect(world.engine.act(licence, (await world.submitted(enterprise)).id, 'reject', check(intake))).rejects.toMatchObject({ code: 'case.reason-needed' });
  });

  it('gives a draft to nobody but its owner, and 404 to strangers', async () => {
    const { id } = await world.draft(enterprise);
    const stranger = anEnterprise();
    for (const actor of [stranger, intake, aFirmFor(stranger)]) expect((await world.call(actor, 'GET', `/cases/${id}`)).status).toBe(404);
    expect((await world.call(enterprise, 'GET', `/cases/${id}`)).status).toBe(200);
    await expect(world.engine.act(licence, id, 'submit', submit(stranger))).rejects.toMatchObject({ kind: 'not-found' });
    await world.engine.act(licence, id, 'submit', submit(enterprise));
    expect((await world.call(intake, 'GET', `/cases/${id}`)).status).toBe(200);
    const elsewhere = { ...intake, regions: ['990202'] };
    expect((await world.call(elsewhere, 'GET', `/cases/${id}`)).status).toBe(404);
    expect((await world.call({ ...intake, regions: ['9901'] }, 'GET', `/cases/${id}`)).status).toBe(200);
  });

  it('answers a double click with the same case and one effect', async () => {
    const { id, version } = await world.draft(enterprise);
    let effects = 0;
    const options = { ...submit(enterprise), expectedVersion: version, effects: async () => void (effects += 1) };
    const [first, second] = await Promise.all([world.engine.act(licence, id, 'submit', options), world.engine.act(licence, id, 'submit', options)]);
    expect(second).toEqual(first);
    expect(effects).toBe(1);
    expect((await eventsOf(id)).filter(event => event.action === 'submit')).toHaveLength(1);
    const { version: _, ...withoutVersion } = { ...options, expectedVersion: undefined, version: 0 };
    await world.engine.act(licence, id, 'submit', withoutVersion);
    world.clock.advance(60_000);
    await expect(world.engine.act(licence, id, 'submit', withoutVersion)).rejects.toMatchObject({ code: 'case.wrong-state' });
    world.clock.advance(-60_000);
  });

  it('lets one of two officers win, and tells the other', async () => {
    const { id, version } = await world.submitted(enterprise);
    const colleague = anOfficer('bureau.intake');
    const results = await Promise.allSettled([
      world.engine.act(licence, id, 'accept', { ...check(intake), expectedVersion: version }),
      world.engine.act(licence, id, 'reject', { ...check(colleague), expectedVersion: version, reason: '不属于本机关职权' }),
    ]);
    expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(result => result.status === 'rejected')).toMatchObject({ reason: { kind: 'stale' } });
    const moved = await world.db.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND kind = 'moved'`, [id]);
    expect(moved).toHaveLength(2);
  });

  it('rolls everything back when the capability fails: number, clock, notice, timeline', async () => {
    const { id } = await world.draft(enterprise);
    const before = await world.db.query('SELECT value FROM number_series ORDER BY kind');
    const effects = async (): Promise<void> => Promise.reject(new Error('the capability broke'));
    await expect(world.engine.act(licence, id, 'submit', { ...submit(enterprise), effects })).rejects.toThrow('the capability broke');
    expect(await world.reload(id)).toMatchObject({ state: 'draft', number: null, clock: null, version: 1 });
    expect(await world.db.query('SELECT value FROM number_series ORDER BY kind')).toEqual(before);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('marks what a firm does under its mandate: 代某某办理', async () => {
    const firm = aFirmFor(enterprise);
    const { id } = await world.draft(firm, enterprise);
    await world.engine.act(licence, id, 'submit', submit(firm));
    const { body } = await world.call<{ timeline: { text: { zh: string }; onBehalfOfName: string }[]; ball: object; case: { agentName: string } }>(firm, 'GET', `/cases/${id}`);
    expect(body.case.agentName).toBe(firm.orgName);
    expect(body.timeline.map(line => line.text.zh)).toEqual(['新建（代甲石灰有限公司办理）', '提交申请（代甲石灰有限公司办理）']);
    const [row] = await world.db.query<{ on_behalf_of: string }>(`SELECT on_behalf_of FROM audit_entry WHERE subject_id = $1 AND action = 'test-licence.submit'`, [id]);
    expect(row?.on_behalf_of).toBe(enterprise.orgId);
    const ended = { ...firm, delegations: [] };
    expect((await world.call(ended, 'GET', `/cases/${id}`)).status).toBe(404);
  });

  it('gives the ball back to the applicant when the mandate ends, once', async () => {
    const firm = aFirmFor(enterprise);
    const { id } = await world.draft(firm, enterprise);
    expect((await world.call(enterprise, 'GET', `/cases/${id}`)).body).toMatchObject({ ball: { holder: 'agent' } });
    for (let i = 0; i < 2; i += 1) {
      await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('casework.end-agency', 'quick', $1)`, [JSON.stringify({ mandateId: firm.delegations[0]?.id })]);
      await world.runJobs('casework.end-agency');
    }
    expect((await world.call(enterprise, 'GET', `/cases/${id}`)).body).toMatchObject({ ball: { holder: 'applicant' }, case: { agentName: null }, timeline: [{ kind: 'opened' }, { kind: 'agent-ended' }] });
  });

  it('tells open pages that something moved, with ids only', async () => {
    const heard: Record<string, unknown>[] = [];
    const bus = world.app.get(LiveBus);
    let isOpen = false;
    const listening = bus.subscribe('case').subscribe(message => ('knock' in message ? (isOpen = true) : heard.push(message)));
    while (!isOpen) {
      await bus.publish('case', { knock: true });
      await pause(50);
    }
    const { id } = await world.submitted(enterprise);
    await until(() => heard.length >= 2);
    await pause(150);
    listening.unsubscribe();
    // the draft is nobody's but its owner's; from the submission on the bureau hears too
    expect(heard).toEqual([null, '990101'].map(regionCode => ({ caseId: id, orgs: [enterprise.orgId], matter: 'permits', site: null, regionCode })));
  });

  it('keeps a draft that was thrown away from the bureau', async () => {
    const { id } = await world.draft(enterprise);
    expect(await world.engine.act(licence, id, 'withdraw', submit(enterprise))).toMatchObject({ state: 'withdrawn', submittedAt: null, number: null });
    expect((await world.call(intake, 'GET', `/cases/${id}`)).status).toBe(404);
  });

  it('has a timeline and a ledger that cannot be rewritten', async () => {
    const { id } = await world.submitted(enterprise);
    await expect(world.db.query(`UPDATE case_event SET zh = 'x' WHERE case_id = $1`, [id])).rejects.toThrow(/append-only/);
    await expect(world.db.query(`DELETE FROM clock_entry WHERE case_id = $1`, [id])).rejects.toThrow(/append-only/);
  });

  it('stays on its table through random walks of everybody pressing everything', async () => {
    const people = [enterprise, intake, reviewer, approver];
    const actions = Object.keys(licence.actions) as (keyof typeof licence.actions)[];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...actions), fc.constantFrom(...people)), { minLength: 5, maxLength: 12 }), async walk => {
        const { id } = await world.draft(enterprise);
        for (const [action, actor] of walk) {
          const before = await world.reload(id);
          const may = authorise(actor, (licence.actions[action].action ?? 'test-licence.read') as never);
          if (licence.actions[action].correction) continue;
          const moved = await world.engine.act(licence, id, action, { actor, authorise: may, expectedVersion: before.version, reason: '理由', extendDays: 1, decision: { reasons: '理由' } }).catch(() => undefined);
          const after = await world.reload(id);
          expect(after.version).toBe(moved ? before.version + 1 : before.version);
          if (moved) expect(possibleActions(licence, before.state)).toContain(action);
          expect(after.state).toBe(moved ? licence.actions[action].to : before.state);
          expect(after.clock === null).toBe(!['submitted', 'reviewing', 'deciding'].includes(after.state));
        }
      }),
      { numRuns: 25 },
    );
  });
});
