import { randomUUID } from 'node:crypto';
import { CreditLedger } from '@huanbao/credit';
import { systemActor } from '@huanbao/platform';
import { Any, CreditWorld, errors, ok, refused } from './world';

/** 异议: while it is looked at publication rests by rule, and what was wrong leaves everything that rested on it. */
describe('appeals against events of credit', () => {
  let world: CreditWorld;
  beforeAll(async () => {
    world = await CreditWorld.begin();
  });
  afterAll(() => world.end());

  const path = (id: string): string => `/credit-appeals/${id}`;
  const numbers = async (orgId = world.own.orgId): Promise<string[]> => ((await world.shown(orgId)).events as Any[]).map(one => one.documentNo as string);
  const reviewed = async (id: string, advice: 'uphold' | 'dismiss'): Promise<void> => {
    ok(await world.step(world.intake, path(id), 'accept'));
    ok(await world.step(world.reviewer, path(id), 'review', { advice, findings: '核对采样记录和点位图，事实已查明。' }));
  };
  const decide = async (id: string, outcome: 'upheld' | 'dismissed'): Promise<Any> => ok(await world.step(world.approver, path(id), 'decide', { outcome, reasons: '核对采样记录后认定' }));
  const publicly = async (query = ''): Promise<Any> => ((ok(await world.house.anyone.get(`/public/credit-register?limit=100${query}`)).items as Any[]).find(one => one.id === world.own.orgId) ?? null);

  it('is refused for somebody else’s event, for what is over or heard elsewhere, and without words or evidence', async () => {
    const theirs = await world.event('a1', { subjectId: world.other.orgId });
    expect((await world.own.post('/credit-appeals', { eventId: theirs, ground: 'wrong-facts' })).status).toBe(404);
    const over = await world.event('a2');
    await world.change('a2');
    expect(refused(await world.own.post('/credit-appeals', { eventId: over, ground: 'wrong-facts' }))).toBe('409 credit-appeal.event-ended');
    const found = await world.event('a3', { subjectId: world.firm.orgId, type: 'firm.fault', sourceType: 'firm-finding' });
    expect(refused(await world.firm.post('/credit-appeals', { eventId: found, ground: 'wrong-facts' }))).toBe('422 credit-appeal.at-source');
    const eventId = await world.event('a4');
    for (const bad of [{ eventId }, { eventId, ground: 'because' }, { eventId: 'x', ground: 'over' }, { eventId, ground: 'over', more: 1 }]) expect((await world.own.post('/credit-appeals', bad)).status).toBe(400);
    expect((await world.own.post('/credit-appeals', { eventId: randomUUID(), ground: 'over' })).status).toBe(404);
    const both = await Promise.all([1, 2].map(() => world.own.post('/credit-appeals', { eventId, ground: 'wrong-facts' })));
    expect(both.map(refused).sort()).toEqual(['201 undefined', '409 credit-appeal.open']);
    const { id } = both.find(one => one.status === 201)?.body as { id: string };
    expect(errors(await world.step(world.own, path(id), 'submit', { statement: '不对', electronicService: true }))).toEqual(['/statement statement']);
    expect(errors(await world.step(world.own, path(id), 'submit', { statement: '采样点位不是本单位的排放口', electronicService: true }))).toEqual(['/proofs/evidence proof']);
    expect((await world.intake.get(path(id))).status).toBe(404);
    ok(await world.step(world.own, path(id), 'withdraw'));
  });

  it('rests publication from its acceptance on: neither event nor grade, with a mark, to the last day at the latest', async () => {
    const eventId = await world.event('f1', { type: 'hidden-pipe', title: '暗管排放', occurredOn: '2026-10-01' });
    expect(await publicly()).toMatchObject({ gradeTitle: 'D级（黑牌）', frozen: false });
    const id = await world.appealed(eventId);
    expect(await numbers()).toContain('晋孝环罚〔2026〕f1号'); // not yet
    // fifteen working days after Monday the 23rd
    expect(ok(await world.step(world.intake, path(id), 'accept'))).toMatchObject({ state: 'reviewing', frozen: true, frozenUntil: '2026-12-14', hidesGrade: true });
    expect(await numbers()).not.toContain('晋孝环罚〔2026〕f1号');
    expect(await world.shown()).toMatchObject({ frozen: true, frozenUntil: '2026-12-14', score: null, gradeTitle: null, colour: 'grey', gradeSince: null });
    expect(await publicly()).toMatchObject({ frozen: true, score: null, gradeTitle: null });
    // neither a filter nor an order tells what is held back
    expect(await publicly('&colour=black')).toBeNull();
    const sorted = ok(await world.house.anyone.get('/public/credit-register?sort=score&limit=1')).items as Any[];
    expect(sorted[0]).toMatchObject({ id: world.own.orgId, score: null });
    const next = ok(await world.house.anyone.get('/public/credit-register?sort=score&limit=1')).nextCursor as string;
    expect((ok(await world.house.anyone.get(`/public/credit-register?sort=score&limit=100&cursor=${encodeURIComponent(next)}`)).items as Any[]).map(one => one.id)).not.toContain(world.own.orgId);
    // the ledger, the grade and its measures stay: only publication rests
    expect(await world.grade()).toMatchObject({ grade: 'D' });
    expect((await world.own.post('/credit-repairs', { eventId })).body.code).toBe('credit-repair.appealed');
    world.day('2026-12-14');
    expect(await numbers()).not.toContain('晋孝环罚〔2026〕f1号');
    world.day('2026-12-15');
    expect(await numbers()).toContain('晋孝环罚〔2026〕f1号');
    expect(await publicly()).toMatchObject({ frozen: false, gradeTitle: 'D级（黑牌）' });
    world.day('2026-11-24');
    ok(await world.step(world.reviewer, path(id), 'review', { advice: 'dismiss', findings: '暗管经现场开挖确认，事实清楚。' }));
    expect(ok(await world.own.get(path(id)))).toMatchObject({ advice: null, findings: null });
    expect(await decide(id, 'dismissed')).toMatchObject({ state: 'dismissed', frozen: false });
    expect(await numbers()).toContain('晋孝环罚〔2026〕f1号');
    const papers = await world.notices(id);
    expect(papers.map(one => one.title)).toEqual(['受理通知书', '异议处理决定书', '异议处理告知书', '送达回证']);
    expect(papers[1]?.remedies.join()).toContain('行政复议');
  });

  it('does not rest a second time for the same event', async () => {
    const [{ event_id: eventId }] = (await world.query(`SELECT event_id FROM credit_appeal WHERE event_key = 'f1' LIMIT 1`)) as [Any];
    const id = await world.appealed(eventId as string);
    expect(ok(await world.step(world.intake, path(id), 'accept'))).toMatchObject({ frozen: false, frozenUntil: null });
    expect(await numbers()).toContain('晋孝环罚〔2026〕f1号');
    ok(await world.step(world.own, path(id), 'withdraw'));
  });

  it('is dealt with by three persons, none of whom entered the event', async () => {
    const [officer] = await world.query(`SELECT id AS user_id FROM app_user WHERE email = $1`, [world.supervisor.account?.login]);
    const entered = await world.house.api.get(CreditLedger, { strict: false }).append({ ...systemActor('test'), userId: officer?.user_id as string }, { key: 'o1', subjectId: world.own.orgId, type: 'fine', title: '处罚o1', facts: '经检查查明的事实', legalBasis: '大气污染防治法 第九十九条', sourceType: 'test', occurredOn: '2026-08-23' });
    const id = await world.appealed(entered.id);
    expect(refused(await world.step(world.supervisor, path(id), 'accept'))).toBe('422 credit-appeal.own-entry');
    expect(ok(await world.supervisor.get(path(id))).actions).toEqual([]);
    ok(await world.step(world.intake, path(id), 'accept'));
    expect((await world.step(world.intake, path(id), 'review', { advice: 'uphold', findings: '核对采样记录和点位图。' })).status).toBe(403);
    await world.query(`UPDATE credit_appeal SET accepted_by = (SELECT id FROM app_user WHERE email = $2) WHERE id = $1`, [id, world.reviewer.account?.login]);
    expect(refused(await world.step(world.reviewer, path(id), 'review', { advice: 'uphold', findings: '核对采样记录和点位图。' }))).toBe('422 credit-case.other-person');
    ok(await world.step(world.own, path(id), 'withdraw'));
    expect(await numbers()).toContain(null as unknown as string);
  });

  it('upheld after it had moved a grade and a list: everything follows, nothing is erased', async () => {
    const subject = world.other.orgId;
    await world.change('a1', { effectiveOn: '2026-08-23' }, subject);
    const stop = async (): Promise<Any[]> => (ok(await world.supervisor.get('/credit-lists?measure=bidding&value=stop')).items as Any[]).filter(one => one.id === subject);
    const before = await world.grade(subject);
    const eventId = await world.event('u1', { subjectId: subject, type: 'hazardous-dump', title: '非法倾倒危险废物', occurredOn: '2026-11-01' });
    const known = new Date(world.house.clock.now()).toISOString();
    expect([await world.grade(subject), await stop()]).toEqual([expect.objectContaining({ grade: 'D', vetoes: ['serious'] }), [expect.objectContaining({ measure: 'bidding' })]]);
    world.day('2026-11-26');
    const id = await world.appealed(eventId, world.other);
    await reviewed(id, 'uphold');
    const done = await decide(id, 'upheld');
    expect(done).toMatchObject({ state: 'upheld', findings: expect.stringContaining('采样记录') as string, reasons: '核对采样记录后认定' });
    // the grade, also of the days between; the list; the public page
    expect(await world.grade(subject)).toMatchObject({ grade: before.grade, score: before.score, vetoes: [] });
    expect(await world.grade(subject, '?day=2026-11-10')).toMatchObject({ grade: before.grade });
    expect(await stop()).toEqual([]);
    expect(await world.shown(subject)).toMatchObject({ frozen: false, gradeTitle: before.gradeTitle, events: [] });
    // what was known then stays explainable, and what would be if is reckoned from today
    expect(await world.grade(subject, `?day=2026-11-23&knownAt=${encodeURIComponent(known)}`)).toMatchObject({ grade: 'D', vetoes: ['serious'] });
    const whatIf = ok(await world.other.post(`/credit-subjects/${subject}/what-if`, { repair: [eventId], remove: [], add: [], readings: [] }));
    expect([whatIf.before.grade, whatIf.after.grade]).toEqual([before.grade, before.grade]);
    const history = ok(await world.other.get(`/credit-subjects/${subject}/snapshots`)).items as Any[];
    expect(history.slice(0, 2).map(one => [one.beforeGrade, one.grade])).toEqual([['D', before.grade], [before.grade, 'D']]);
    expect(await world.query(`SELECT count(*)::int AS n FROM credit_event WHERE key = 'u1'`)).toEqual([{ n: 1 }]);
    await world.house.runJobs();
    expect(await world.query(`SELECT kind FROM credit_certificate WHERE event_key = 'u1'`)).toEqual([{ kind: 'revoked' }]);
    expect((await world.query(`SELECT title_zh FROM notification WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`, [id]))[0]?.title_zh).toBe('异议成立，信息已撤销');
    world.day('2026-11-23');
  });

  it('repair, revocation and end in any order come to the same ledger', async () => {
    const orders = [['repaired', 'revoked'], ['revoked', 'repaired']] as const;
    const grades: Any[] = [];
    for (const [nth, order] of orders.entries()) {
      const key = `z${nth}`;
      await world.event(key, { subjectId: world.firm.orgId, type: 'firm.fault', occurredOn: '2026-06-01' });
      for (const status of order) await world.change(key, { key: status, status, effectiveOn: status === 'repaired' ? '2026-11-20' : '2026-06-01' }, world.firm.orgId);
      expect(await world.change(key, { key: 'revoked', status: 'revoked', effectiveOn: '2026-06-01' }, world.firm.orgId)).toBe(false);
      grades.push((await world.grade(world.firm.orgId)).score);
    }
    expect(grades[0]).toBe(grades[1]);
  });

  it('lists and exports; strangers and other posts are kept out', async () => {
    const id = await world.appealed(await world.event('q1'));
    expect((ok(await world.intake.get('/credit-appeals?tab=accepting')).items as Any[]).map(one => one.id)).toEqual([id]);
    expect((ok(await world.own.get('/credit-appeals?tab=ended&sort=at')).items as Any[]).length).toBeGreaterThan(2);
    expect((await world.intake.get('/credit-appeals/export')).raw.subarray(0, 2).toString()).toBe('PK');
    expect((await world.other.get(path(id))).status).toBe(404);
    for (const [person, action] of [[world.other, 'withdraw'], [world.enforcer, 'accept'], [world.own, 'accept'], [world.intake, 'decide']] as const) expect([403, 404]).toContain((await world.step(person, path(id), action, { outcome: 'upheld', reasons: '核对后认定' })).status);
    expect(ok(await world.step(world.intake, path(id), 'reject', { reason: '没有新的事实和证据' }))).toMatchObject({ state: 'rejected' });
    expect((await world.notices(id)).map(one => one.title)).toEqual(['不予受理决定书']);
  });
});
