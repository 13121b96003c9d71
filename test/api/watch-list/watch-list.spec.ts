import { randomUUID } from 'node:crypto';
import { CreditStandings } from '@huanbao/credit';
import { ServiceTask, TaskGuards } from '@huanbao/marketplace';
import { ClueSources, Leaving, WatchListReader } from '@huanbao/watch-list';
import { PenaltyWorld } from '../penalties/world';
import { type Any, errors, FACTS, MINUTES, ok, refused, STATEMENT, WatchWorld } from './world';

const START = '2026-11-23';
const LIST = '严重失信重点监管名单';

/** 严重失信重点监管名单: how somebody comes on it, what it brings, how it is left, and every way it must not go. */
describe('the supervision list', () => {
  let world: WatchWorld;
  beforeAll(async () => {
    world = await WatchWorld.begin();
  });
  afterAll(() => world.end());
  // every test begins on the same day and with subjects that are free
  beforeEach(async () => {
    world.day(START);
    await world.query('UPDATE watch_list_entry SET open = false');
    await world.query('UPDATE credit_listing SET ended_on = from_on');
    await world.query(`UPDATE watch_list_decision SET ended_on = decided_on, ended_how = 'revoked' WHERE ended_on IS NULL AND served_on IS NOT NULL`);
  });

  const count = async (sql: string, values: unknown[] = []): Promise<number> => Number((await world.query(`SELECT count(*) AS n FROM ${sql}`, values))[0]?.n);
  const standing = (orgId: string): Promise<Any> => world.house.api.get(CreditStandings, { strict: false }).standingOf(orgId, world.today) as Promise<Any>;

  describe('clues', () => {
    it('by hand say what to mend, and one subject has one open case', async () => {
      const open = (over: Any, person = world.enforcer): Promise<Any> => person.post('/watch-list', world.clue(over));
      expect(errors(await open({ occurredOn: '2026-11-24' }))).toEqual(['/occurredOn future']);
      expect(errors(await open({ partyOrgId: randomUUID() }))).toEqual(['/partyOrgId party']);
      expect(errors(await open({ partyOrgId: undefined, partyKind: 'unit', partyName: '外地某厂', partyCode: '911411810000000000' }))).toEqual(['/partyCode code']);
      for (const bad of [{ trigger: 'rumour' }, { facts: '短' }, { occurredOn: '23/11/2026' }, { surprise: 1 }, { partyOrgId: 7 }]) expect((await open(bad)).status).toBe(400);
      expect((await open({}, world.own)).status).toBe(403);
      expect((await open({}, world.house.anyone)).status).toBe(401);
      const both = await Promise.all([world.enforcer, world.supervisor].map(person => person.post('/watch-list', world.clue())));
      expect(both.map(one => one.status).sort()).toEqual([201, 409]);
      expect(refused(both.find(one => one.status === 409) as Any)).toBe('409 watch-list.open');
      const id = both.find(one => one.status === 201)?.body.id as string;
      expect(await world.show(id)).toMatchObject({ number: expect.stringMatching(/^SX-2026-\d+$/) as string, state: 'clue', dueOn: '2026-12-14', subjectKind: 'enterprise', actions: ['dismiss', 'propose'] });
      for (const path of [`/own-watch-list/${id}`, `/watch-list/${id}`]) expect([403, 404]).toContain((await world.own.get(path)).status);
      ok(await world.step(world.enforcer, id, 'dismiss', { reason: '经核查不属实' }));
      expect(await world.show(id)).toMatchObject({ state: 'dismissed', actions: [] });
      await world.open();
      const person = ok(await open({ partyOrgId: undefined, partyKind: 'person', partyName: '张三', partyCode: '14233119900101123X' }), 201);
      expect(await world.show(person.id as string)).toMatchObject({ subjectCode: '**************123X', subjectOrgId: null });
      expect(refused(await open({ partyOrgId: undefined, partyKind: 'person', partyName: '张三', partyCode: '14233119900101123X' }))).toBe('409 watch-list.open');
      expect(await world.query(`SELECT 1 FROM watch_list_entry WHERE coalesce(subject_code, '') || search || subject_key || coalesce(subject_code_cipher, '') LIKE '%123X%'`)).toEqual([]);
    });

    it('come from the ledger and from grades by the dated table, once, hidden from the subject, and go with what they rest on', async () => {
      await world.event('w0', { type: 'fine', severity: 'general' });
      await world.house.runJobs();
      expect(await count('watch_list_entry WHERE open')).toBe(0);
      const event = await world.event('w1');
      await world.house.runJobs();
      const [entry] = await world.query(`SELECT * FROM watch_list_entry WHERE subject_org_id = $1 AND open`, [world.other.orgId]);
      const shown = await world.show(entry.id as string);
      expect(shown).toMatchObject({ trigger: 'hidden-pipe', state: 'clue', openedByName: expect.any(String) as string });
      // the veto took the grade with it: both are sources of one case
      expect((shown.sources as Any[]).map(one => one.sourceType).sort()).toEqual(['credit-event', 'credit-grade']);
      const sources = world.house.worker.get(ClueSources, { strict: false });
      const [snapshot] = await world.query(`SELECT id FROM credit_snapshot WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`, [world.other.orgId]);
      for (const again of [1, 2]) await world.house.db.transaction(() => sources.takeLedger({ subjectId: world.other.orgId, snapshotId: snapshot.id as string }).then(() => again));
      expect(await count('watch_list_source WHERE source_id = $1', [event.id])).toBe(1);
      expect((await world.other.get('/own-watch-list')).body.items).toEqual([]);
      expect((await world.other.get('/cases/own')).body.items.filter((one: Any) => one.kind === 'watch-listing')).toEqual([]);
      await world.revokeEvent('w1');
      await world.house.runJobs();
      expect((await world.show(entry.id as string)).sources.find((one: Any) => one.sourceType === 'credit-event')).toMatchObject({ goneAt: expect.any(String) as string });
      // an event without a trigger, and a trigger whose days are over, bring nothing
      await world.query('UPDATE watch_list_entry SET open = false');
      await world.query(`UPDATE reference_value SET effective_to = '2026-11-22' WHERE kind = 'watch-list-trigger' AND key IN ('event:crime', 'grade')`);
      await world.event('w2', { type: 'fine', severity: 'general' });
      await world.event('w3', { type: 'crime' });
      await world.house.runJobs();
      expect(await count('watch_list_entry WHERE open')).toBe(0);
      await world.query(`UPDATE reference_value SET effective_to = NULL WHERE kind = 'watch-list-trigger'`);
      for (const key of ['w2', 'w3']) await world.revokeEvent(key);
      await world.house.runJobs();
    });

    it('of a grade and of a penalty go when their cause goes: a clue is dropped, what is decided is proposed to be revoked by a day, and nothing more is decided', async () => {
      const sources = world.house.worker.get(ClueSources, { strict: false });
      const clueOf = async (orgId: string): Promise<string> => (await world.query('SELECT id FROM watch_list_entry WHERE subject_org_id = $1 AND open', [orgId]))[0]?.id as string;
      // a clue: both its event and the grade that rests on it are gone
      await world.event('g0');
      await world.house.runJobs();
      const clue = await clueOf(world.other.orgId);
      await world.revokeEvent('g0');
      await world.house.runJobs();
      expect(await world.show(clue)).toMatchObject({ state: 'dismissed' });
      expect(await count('watch_list_source WHERE entry_id = $1 AND gone_at IS NULL', [clue])).toBe(0);
      // between notice and decision: it cannot be decided any more
      await world.event('g1');
      await world.house.runJobs();
      const deciding = await world.decidableOf(await world.toldOf(await clueOf(world.other.orgId)), world.other);
      await world.revokeEvent('g1');
      await world.house.runJobs();
      expect(refused(await world.step(world.supervisor, deciding, 'decide', world.decision()))).toBe('422 watch-list.basis-gone');
      ok(await world.step(world.supervisor, deciding, 'decline', { reason: '列入依据已经消失' }));
      // on the list: the platform proposes, somebody decides by a day, and it is told when that day is over
      await world.event('g2');
      await world.house.runJobs();
      const listed = await world.listedOf(await world.decidableOf(await world.toldOf(await clueOf(world.other.orgId)), world.other));
      expect((await world.show(listed)).revocation).toBeNull();
      await world.revokeEvent('g2');
      await world.house.runJobs();
      expect((await world.show(listed)).revocation).toMatchObject({ byName: '平台', ground: 'basis-gone', dueOn: '2026-12-07' });
      expect(await world.shownTo(null)).not.toEqual([]);
      await world.house.runJobs();
      const leaving = world.house.worker.get(Leaving, { strict: false });
      const late = (): Promise<number> => count(`notification WHERE key LIKE $1`, [`watch-list:${listed}:revocation-late-%`]);
      world.day('2026-12-07');
      await world.house.db.transaction(() => leaving.remindOfRevocations());
      expect(await late()).toBe(0);
      world.day('2026-12-08');
      for (let nth = 0; nth < 2; nth += 1) await world.house.db.transaction(() => leaving.remindOfRevocations());
      const told = await late();
      expect(told).toBeGreaterThan(0);
      await world.house.db.transaction(() => leaving.remindOfRevocations());
      expect(await late()).toBe(told);
      ok(await world.step(world.supervisor, listed, 'revoke', { reason: '列入依据已被撤销' }));
      expect(await world.shownTo(null)).toEqual([]);
      world.day(START);
      // a penalty that was paid after it had become a clue
      const penalties = await new PenaltyWorld(world.house).settle();
      const fined = await penalties.served({}, {}, { party: world.own });
      world.day('2027-04-01');
      await world.house.db.transaction(() => sources.takeUnpaid());
      const unpaid = await clueOf(world.own.orgId);
      expect(await world.show(unpaid)).toMatchObject({ trigger: 'unpaid', state: 'clue' });
      const { account } = await penalties.show(fined);
      ok(await penalties.enforcer.post(`/penalties/${fined}/payments`, { paidOn: '2027-04-01', yuan: account.openYuan, voucherNo: 'V-2027-1' }));
      await world.house.db.transaction(() => sources.dropGone());
      expect(await world.show(unpaid)).toMatchObject({ state: 'dismissed' });
      world.day(START);
    });

    it('come on the day the validity of an event begins, by the night, once, and not when it was taken back before', async () => {
      const sources = world.house.worker.get(ClueSources, { strict: false });
      const night = (): Promise<void> => world.house.db.transaction(() => sources.takeBegun());
      const open = (): Promise<number> => count('watch_list_entry WHERE open AND subject_org_id = $1', [world.other.orgId]);
      const event = await world.event('w5', { validFrom: '2026-12-05' });
      const gone = await world.event('w6', { validFrom: '2026-12-05' });
      await world.event('w7', { type: 'fine', severity: 'general', validFrom: '2026-12-05' });
      await world.house.runJobs();
      world.day('2026-12-04');
      await night();
      expect(await open()).toBe(0);
      await world.revokeEvent('w6');
      await world.house.runJobs();
      // the night of the day itself was missed
      world.day('2026-12-06');
      for (let nth = 0; nth < 2; nth += 1) await night();
      await world.house.runJobs();
      expect(await open()).toBe(1);
      expect([await count('watch_list_source WHERE source_id = $1', [event.id]), await count('watch_list_source WHERE source_id = $1', [gone.id])]).toEqual([1, 0]);
      const [entry] = await world.query('SELECT id FROM watch_list_entry WHERE open AND subject_org_id = $1', [world.other.orgId]);
      expect(await world.show(entry.id as string)).toMatchObject({ trigger: 'hidden-pipe', state: 'clue' });
      // what began long ago is no news
      await world.query('UPDATE watch_list_entry SET open = false');
      await world.event('w8', { validFrom: '2026-12-07' });
      world.day('2027-02-01');
      await night();
      expect(await count(`watch_list_source s JOIN credit_event e ON e.id::text = s.source_id WHERE e.key = 'w8'`)).toBe(0);
      for (const key of ['w5', 'w8']) await world.revokeEvent(key);
      await world.house.runJobs();
    });

    it('come from fraud of a service firm, and end by themselves when it is taken back', async () => {
      await world.event('w4', { subjectId: world.firm.orgId, type: 'firm.fraud' });
      await world.query(`UPDATE reference_value SET effective_to = '2026-11-22' WHERE kind = 'watch-list-trigger' AND key = 'grade'`);
      await world.house.runJobs();
      const [entry] = await world.query(`SELECT id FROM watch_list_entry WHERE subject_org_id = $1 AND open`, [world.firm.orgId]);
      expect(await world.show(entry.id as string)).toMatchObject({ trigger: 'data-fraud', subjectKind: 'firm' });
      await world.revokeEvent('w4', world.firm.orgId);
      await world.house.runJobs();
      expect(await world.show(entry.id as string)).toMatchObject({ state: 'dismissed' });
      await world.query(`UPDATE reference_value SET effective_to = NULL WHERE kind = 'watch-list-trigger'`);
    });
  });

  describe('before the decision', () => {
    it('is told first: term within the rows, pre-notice with number and rights, served with proof', async () => {
      const id = await world.open();
      const propose = (over: Any, person = world.enforcer): Promise<Any> => world.step(person, id, 'propose', world.proposal(over));
      expect(errors(await propose({ months: 11 }))).toEqual(['/months term']);
      expect(errors(await propose({ months: 37 }))).toEqual(['/months term']);
      for (const bad of [{ months: 1.5 }, { facts: '短' }, { legalBasis: '' }, { more: 1 }]) expect((await propose(bad)).status).toBe(400);
      expect((await propose({}, world.reviewer)).status).toBe(403);
      expect(refused(await world.step(world.enforcer, id, 'publish'))).toBe('409 case.wrong-state');
      const { notices } = ok(await propose({ publicReason: '负责人张三（13800138000）暗管排放，情节严重。' }));
      expect(notices[0]).toMatchObject({ number: expect.stringMatching(/失信告字〔2026〕\d+号$/) as string, months: 24, served: null });
      const words = (notices[0].paper.paragraphs as string[]).join('');
      expect([words.includes('要求听证'), words.includes('暂停在本平台报价和承接'), words.includes('待核'), words.includes('不作其他联合惩戒')]).toEqual([true, true, true, true]);
      expect((await world.show(id)).publicReason).not.toContain('13800138000');
      expect((await world.own.get(`/own-watch-list/${id}`)).status).toBe(404);
      expect((await world.own.get(`/own-watch-list/${id}/papers/${notices[0].id as string}`)).status).toBe(404);
      const serve = async (over: Any): Promise<Any> => world.step(world.enforcer, id, 'notice/serve', await world.service(id, over));
      expect(errors(await serve({ servedOn: '2026-11-24' }))).toEqual(['/servedOn future']);
      expect(errors(await serve({ servedOn: '2026-11-20' }))).toEqual(['/servedOn early']);
      expect(errors(await serve({ method: 'post', proofFileId: undefined }))).toEqual(['/proofFileId proof']);
      expect(errors(await serve({ method: 'electronic' }))).toEqual(['/consentFileId consent']);
      expect(errors(await serve({ method: 'electronic', proofFileId: undefined, consentFileId: randomUUID() }))).toEqual(['/proofFileId proof', '/consentFileId file']);
      expect(errors(await serve({ method: 'post', proofFileId: randomUUID() }))).toEqual(['/proofFileId file']);
      expect(refused(await serve({ method: 'announcement', proofFileId: await world.house.attach(world.enforcer, `subjectType=watch-list&subjectId=${id}&purpose=proof`) }))).toBe('409 watch-list.announcement-runs');
      ok(await serve({}));
      expect(await world.ownShow(id)).toMatchObject({ stage: 'told', statementUntil: '2026-11-30', hearingUntil: '2026-11-30', decision: null, actions: ['state', 'waive', 'ask-hearing'] });
      expect((await world.own.get(`/own-watch-list/${id}/papers/${notices[0].id as string}`)).status).toBe(200);
      for (const person of [world.other, world.firm]) expect((await person.get(`/own-watch-list/${id}`)).status).toBe(404);
    });

    it('hears the subject: a statement is answered, a hearing is held; asked one day late it is refused', async () => {
      const id = await world.told();
      expect(refused(await world.step(world.enforcer, id, 'go-on'))).toBe('409 watch-list.statement-runs');
      expect(refused(await world.enforcer.post(`/watch-list/${id}/statement/answer`, { answer: '没有陈述也要答复吗？' }))).toBe('409 watch-list.no-statement');
      expect((await world.own.post(`/own-watch-list/${id}/statement`, { statement: STATEMENT, extra: 1 })).status).toBe(400);
      ok(await world.own.post(`/own-watch-list/${id}/statement`, { statement: STATEMENT }));
      expect(refused(await world.own.post(`/own-watch-list/${id}/statement`, { statement: STATEMENT }))).toBe('409 watch-list.stated');
      world.day('2026-12-01');
      expect(refused(await world.own.post(`/own-watch-list/${id}/hearing-request`))).toBe('409 watch-list.hearing-over');
      world.day('2026-11-30');
      ok(await world.own.post(`/own-watch-list/${id}/hearing-request`));
      expect(refused(await world.own.post(`/own-watch-list/${id}/hearing-request`))).toBe('409 watch-list.stated');
      world.day('2026-12-01');
      expect(refused(await world.step(world.enforcer, id, 'go-on'))).toBe('409 watch-list.hearing-due');
      const hear = (over: Any = {}, person = world.reviewer): Promise<Any> => world.step(person, id, 'hearing', { notifiedOn: '2026-12-01', heldOn: '2026-12-10', place: '三楼会议室', host: '王科长', ...over });
      expect((await hear({}, world.enforcer)).status).toBe(403);
      expect(errors(await hear({ heldOn: '2026-12-09' }))).toEqual(['/heldOn notice']);
      expect(errors(await hear({ notifiedOn: '2026-11-29' }))).toEqual(['/notifiedOn early']);
      ok(await hear());
      expect(refused(await world.step(world.reviewer, id, 'hearing/record', { record: MINUTES }))).toBe('409 watch-list.hearing-not-held');
      world.day('2026-12-10');
      ok(await world.step(world.reviewer, id, 'hearing/record', { record: MINUTES }));
      expect(refused(await world.step(world.enforcer, id, 'go-on'))).toBe('409 watch-list.statement-unanswered');
      ok(await world.enforcer.post(`/watch-list/${id}/statement/answer`, { answer: '整改情况作为期限的考虑因素，不影响列入。' }));
      // what the bureau answers is told with the decision
      expect((await world.ownShow(id)).notices[0]).toMatchObject({ statement: STATEMENT, answer: null, hearingOn: '2026-12-10' });
      ok(await world.step(world.enforcer, id, 'go-on'));
      ok(await world.step(world.reviewer, id, 'send-back', { reason: '补充监测报告后重新告知' }));
      ok(await world.step(world.enforcer, id, 'propose', world.proposal({ months: 36 })));
      expect((await world.show(id)).notices.map((one: Any) => [one.isCurrent, one.months])).toEqual([[true, 36], [false, 24]]);
      expect((await world.ownShow(id)).notices).toHaveLength(1);
    });

    it('keeps who proposes from hearing, reviewing and deciding, and decides once, never for longer than told', async () => {
      const id = await world.open();
      ok(await world.step(world.supervisor, id, 'propose', world.proposal({ months: 24 })));
      ok(await world.step(world.enforcer, id, 'notice/serve', await world.service(id)));
      ok(await world.own.post(`/own-watch-list/${id}/statement`, {}));
      ok(await world.step(world.enforcer, id, 'go-on'));
      expect(refused(await world.step(world.supervisor, id, 'legal-review', { words: '同意列入' }))).toBe('422 watch-list.proposer-reviews');
      expect((await world.step(world.enforcer, id, 'legal-review', { words: '同意列入' })).status).toBe(403);
      ok(await world.step(world.reviewer, id, 'legal-review', { words: '同意列入' }));
      expect(refused(await world.step(world.supervisor, id, 'decide', world.decision()))).toBe('422 watch-list.proposer-decides');
      await world.query(`UPDATE watch_list_entry SET proposed_by = $2 WHERE id = $1`, [id, world.house.demo.actor('bureau.enforcer').userId]);
      expect((await world.step(world.approver, id, 'decide', world.decision())).status).toBe(403);
      expect(refused(await world.step(world.supervisor, id, 'decide', world.decision()))).toBe('409 watch-list.discussion-first');
      expect((await world.supervisor.post(`/watch-list/${id}/discussion`, world.discussion({ members: ['张局长', '张局长', '王科长'] }))).status).toBe(400);
      ok(await world.supervisor.post(`/watch-list/${id}/discussion`, world.discussion()));
      expect(errors(await world.step(world.supervisor, id, 'decide', world.decision({ months: 25 })))).toEqual(['/months longer']);
      const [{ version }] = await world.query('SELECT version FROM case_record WHERE id = $1', [id]) as [Any];
      const both = await Promise.all(['decide', 'decline'].map(action => world.supervisor.post(`/watch-list/${id}/${action}`, action === 'decide' ? world.decision() : { reason: '情节尚不严重' }, { ifMatch: version as number })));
      expect(both.map(one => one.status).sort()).toEqual([200, 412]);
      expect(await count('watch_list_decision WHERE entry_id = $1', [id])).toBeLessThanOrEqual(1);
    });
  });

  describe('on the list', () => {
    it('is in force from the service on and public only after it; market, draws, credit and banks follow, and the reader of a day', async () => {
      const id = await world.decidable({ partyOrgId: world.firm.orgId }, world.firm);
      const decided = ok(await world.step(world.supervisor, id, 'decide', world.decision()));
      expect(decided.decision).toMatchObject({ number: expect.stringMatching(/失信字〔2026〕\d+号$/) as string, served: null });
      const words = (decided.decision.paper.paragraphs as string[]).join('');
      expect(['移出条件：拆除暗管', '满 12 个月', '行政复议', '行政诉讼', '已表示放弃'].map(one => words.includes(one))).toEqual([true, true, true, true, true]);
      const pdf = await world.enforcer.get(`/watch-list/${id}/papers/${decided.decision.id as string}`);
      expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
      // not served: nobody outside knows of it, nothing is stopped
      expect(await world.ownShow(id, world.firm)).toMatchObject({ stage: 'waiting', decision: null });
      expect(refused(await world.step(world.enforcer, id, 'publish'))).toBe('409 case.wrong-state');
      const guards = world.house.api.get(TaskGuards, { strict: false });
      const bids = (): Promise<void> => guards.beforeBid({ id: randomUUID(), kind: 'consulting', stage: 'operation', title: '环保管家', deliverables: [], enterpriseId: world.own.orgId, createdAt: new Date(), publishedAt: new Date(), deadlineAt: new Date(), bidDeadline: new Date() } as unknown as ServiceTask, world.firm.orgId);
      await expect(bids()).resolves.toBeUndefined();
      ok(await world.step(world.enforcer, id, 'decision/serve', await world.service(id)));
      expect((await world.show(id)).decision).toMatchObject({ listedUntil: '2028-11-22', removalFrom: '2027-11-23', remedies: [{ until: '2027-01-22' }, { until: '2027-05-24' }] });
      await expect(bids()).rejects.toMatchObject({ code: 'credit.bidding-stopped', text: { zh: expect.stringContaining(`已列入${LIST}`) as string } });
      expect(await guards.firmReasons(world.firm.orgId)).toEqual([{ zh: expect.stringContaining(`已列入${LIST}`) as string, en: expect.any(String) as string }]);
      expect((await standing(world.firm.orgId)).measures.get('draw-weight').value).toBe('3');
      expect(ok(await world.firm.get(`/credit-subjects/${world.firm.orgId}`)).measures.map((one: Any) => one.measure)).toEqual(expect.arrayContaining(['bidding', 'permit-scrutiny']));
      expect((ok(await world.supervisor.get('/credit-lists?measure=bidding&value=stop')).items as Any[]).map(one => one.name)).toContain((await world.show(id)).subjectName);
      const reader = world.house.api.get(WatchListReader, { strict: false });
      expect([await reader.of(world.firm.orgId, '2026-11-22'), await reader.of(world.firm.orgId, START), await reader.of(world.firm.orgId, '2028-11-23')]).toEqual([null, expect.objectContaining({ listedOn: START }), null]);
      expect(await world.shownTo(null)).toEqual([]);
      ok(await world.step(world.enforcer, id, 'publish'));
      const [shown] = await world.shownTo(null);
      expect(shown).toMatchObject({ subjectKind: 'firm', listedOn: START, listedUntil: '2028-11-22', reason: '通过暗管逃避监管排放水污染物，情节严重。' });
      expect(Object.keys(shown as object)).not.toContain('paper');
      expect(await world.shownTo(null, `?q=${encodeURIComponent('没有这个')}`)).toEqual([]);
      expect(ok(await world.house.anyone.get('/public/watch-list/rules'))).toMatchObject({ listName: LIST, verified: false });
      const sheet = await world.house.anyone.get('/public/watch-list/export');
      expect([sheet.status, sheet.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheet')]);
      expect(ok(await world.enforcer.get(`/watch-list-register/${shown?.id as string}`)).paper.paragraphs.length).toBeGreaterThan(4);
      expect(await count(`audit_entry WHERE action = 'watch-list.read-document'`)).toBeGreaterThan(0);
      expect((await world.own.get('/watch-list-register')).status).toBe(403);
      expect(refused(await world.enforcer.post('/watch-list', world.clue({ partyOrgId: world.firm.orgId })))).toBe('409 watch-list.open');
    });

    it('shows of a person the family name only, and finds nobody by it', async () => {
      const id = await world.listed({ partyOrgId: undefined, partyKind: 'person', partyName: '赵甲乙', partyCode: '142331199001011257' }, null);
      const [shown] = await world.shownTo(null);
      expect(shown).toMatchObject({ subjectName: '赵某', subjectCode: null });
      expect(await world.shownTo(null, `?q=${encodeURIComponent('赵甲乙')}`)).toEqual([]);
      expect(JSON.stringify(ok(await world.enforcer.get(`/watch-list-register/${shown?.id as string}`)))).not.toContain('赵甲乙');
      ok(await world.enforcer.post(`/watch-list/${id}/revocation`, { ground: 'wrong-subject', reason: '同名他人，列入对象错误' }));
    });

    it('is left by repair: applied for with evidence, verified, decided by a third person, gone everywhere at once, with a certificate', async () => {
      const id = await world.listed();
      const apply = (over: Any = {}, person = world.own): Promise<Any> => person.post(`/own-watch-list/${id}/removals`, { statement: '暗管已经拆除，罚款已经缴清，附照片和票据，申请移出。', fileIds: [file], ...over });
      const file = await world.evidence(id);
      expect(refused(await apply())).toBe('422 watch-list.removal-early');
      world.day('2027-11-23');
      expect((await world.ownShow(id)).actions).toEqual(['apply']);
      expect(errors(await apply({ fileIds: [file, randomUUID()] }))).toEqual(['/fileIds/1 file']);
      expect((await apply({ fileIds: [] })).status).toBe(400);
      expect((await apply({}, world.other)).status).toBe(404);
      ok(await apply());
      expect(await world.show(id)).toMatchObject({ state: 'repairing', dueOn: '2027-12-07' });
      ok(await world.own.post(`/own-watch-list/${id}/removals/withdraw`));
      ok(await apply());
      expect((await world.own.delete(`/files/${file}`)).status).toBeGreaterThanOrEqual(400);
      const verify = (over: Any = {}, person = world.reviewer): Promise<Any> => world.step(person, id, 'removals/verify', { verdict: 'not-met', findings: '现场核查，管道没有全部拆除。', ...over });
      await world.query('UPDATE watch_list_entry SET legal_review = NULL, proposed_by = $2 WHERE id = $1', [id, world.house.demo.actor('bureau.reviewer').userId]);
      expect(refused(await verify())).toBe('422 watch-list.proposer-reviews');
      await world.query('UPDATE watch_list_entry SET proposed_by = $2 WHERE id = $1', [id, world.house.demo.actor('bureau.enforcer').userId]);
      expect((await verify({}, world.enforcer)).status).toBe(403);
      expect(errors(await verify({ siteCheckedOn: '2027-11-22' }))).toEqual(['/siteCheckedOn early']);
      ok(await verify());
      expect(refused(await world.step(world.supervisor, id, 'removals/grant', { reason: '符合移出条件' }))).toBe('422 watch-list.conditions-not-met');
      // the verifier's words are the bureau's
      expect(JSON.stringify((await world.ownShow(id)).removals)).not.toContain('没有全部拆除');
      ok(await world.step(world.supervisor, id, 'removals/refuse', { reason: '管道没有全部拆除' }));
      expect((await world.ownShow(id)).removals[0]).toMatchObject({ state: 'refused', reasons: '管道没有全部拆除' });
      ok(await apply());
      ok(await verify({ verdict: 'met', findings: '现场核查，管道已经全部拆除。' }));
      expect((await world.step(world.approver, id, 'removals/grant', { reason: '符合移出条件' })).status).toBe(403);
      expect(await world.shownTo(null)).toHaveLength(1);
      const [{ version }] = await world.query('SELECT version FROM case_record WHERE id = $1', [id]) as [Any];
      const both = await Promise.all([1, 2].map(() => world.supervisor.post(`/watch-list/${id}/removals/grant`, { reason: '符合移出条件' }, { ifMatch: version as number })));
      // the same click twice: one removal, one certificate
      expect(both.map(one => one.status)).toEqual([200, 200]);
      expect(await count(`credit_certificate WHERE event_key = 'watch-list:${id}'`)).toBe(1);
      expect(refused(await world.step(world.supervisor, id, 'removals/refuse', { reason: '管道没有全部拆除' }))).toBe('409 case.wrong-state');
      expect([await world.shownTo(null), await world.shownTo(world.enforcer)]).toEqual([[], []]);
      expect((await standing(world.own.orgId)).measures.get('permit-scrutiny')).toBeUndefined();
      expect(await world.house.api.get(WatchListReader, { strict: false }).of(world.own.orgId, world.today)).toBeNull();
      const certificates = ok(await world.own.get(`/credit-subjects/${world.own.orgId}/certificates`)).items as Any[];
      expect(certificates[0]).toMatchObject({ kind: 'repaired', eventTitle: `列入${LIST}`, endedOn: '2027-11-23' });
      expect(ok(await world.house.anyone.get(`/public/credit-certificates/${certificates[0]?.code as string}`))).toMatchObject({ signatureHolds: true });
      // nothing is erased: the file is there, and the subject may be listed again
      expect(await world.ownShow(id)).toMatchObject({ stage: 'left', decision: { endedHow: 'removed' } });
      await world.open();
    });

    it('ends by time in the nightly round, once, with a certificate', async () => {
      const id = await world.listed();
      const leaving = world.house.worker.get(Leaving, { strict: false });
      world.day('2028-11-22');
      expect(await leaving.expire()).toBe(0);
      world.day('2028-11-23');
      expect(await world.shownTo(null)).toEqual([]);
      expect([await leaving.expire(), await leaving.expire()]).toEqual([1, 0]);
      expect(await world.show(id)).toMatchObject({ state: 'expired', decision: { endedHow: 'expired', endedOn: '2028-11-23' } });
      expect(await count(`credit_certificate WHERE event_key = 'watch-list:${id}' AND kind = 'expired' AND ended_on = '2028-11-22'`)).toBe(1);
    });

    it('is revoked by two persons, as if it had never been', async () => {
      const id = await world.listed();
      expect(refused(await world.step(world.supervisor, id, 'revoke', { reason: '列入对象错误' }))).toBe('409 watch-list.revocation-not-asked');
      const ask = (person = world.supervisor): Promise<Any> => person.post(`/watch-list/${id}/revocation`, { ground: 'wrong-facts', reason: '管道为雨水管，事实认定错误' });
      ok(await ask());
      expect(refused(await ask(world.enforcer))).toBe('409 watch-list.revocation-open');
      expect(refused(await world.step(world.supervisor, id, 'revoke', { reason: '事实认定错误' }))).toBe('422 watch-list.second-person');
      await world.query(`UPDATE watch_list_entry SET revocation = jsonb_set(revocation, '{byUserId}', to_jsonb($2::text)) WHERE id = $1`, [id, world.house.demo.actor('bureau.enforcer').userId]);
      ok(await world.step(world.supervisor, id, 'revoke', { reason: '事实认定错误' }));
      const { decision } = await world.show(id);
      expect([await world.shownTo(null), (await world.house.api.get(WatchListReader, { strict: false }).of(world.own.orgId, START))?.documentNo === decision.number]).toEqual([[], false]);
      expect(await count(`credit_certificate WHERE event_key = 'watch-list:${id}' AND kind = 'revoked'`)).toBe(1);
      await world.house.runJobs();
      expect(await count(`notification WHERE title_zh LIKE '列入决定已撤销%' AND org_id = $1`, [world.own.orgId])).toBeGreaterThan(0);
    });

    it('rests while a court stops it, is shortened by a change, and taken back by a judgment, by another person', async () => {
      const id = await world.listed();
      const contest = (over: Any = {}): Promise<Any> => world.enforcer.post(`/watch-list/${id}/contests`, { kind: 'reconsideration', body: '孝义市人民政府', filedOn: START, stopsExecution: false, ...over });
      expect(errors(await contest({ filedOn: '2026-11-22' }))).toEqual(['/filedOn early']);
      expect(errors(await contest({ stopsExecution: true }))).toEqual(['/stopReason reason']);
      const { contests } = ok(await contest());
      expect(refused(await contest())).toBe('409 watch-list.contest-open');
      expect(await world.shownTo(null)).toHaveLength(1);
      const end = (contestId: string, over: Any = {}, person = world.supervisor): Promise<Any> => person.post(`/watch-list/${id}/contests/${contestId}/end`, { endedOn: START, outcome: 'changed', words: '复议决定变更期限', changedMonths: 12, ...over });
      expect((await end(randomUUID())).status).toBe(404);
      expect((await end(contests[0].id as string, {}, world.enforcer)).status).toBe(403);
      expect(errors(await end(contests[0].id as string, { changedMonths: 24 }))).toEqual(['/changedMonths term']);
      expect(ok(await end(contests[0].id as string)).decision).toMatchObject({ months: 12, listedUntil: '2027-11-22' });
      expect(refused(await end(contests[0].id as string))).toBe('409 watch-list.ended');
      const second = ok(await contest({ kind: 'litigation', body: '孝义市人民法院', stopsExecution: true, stopReason: '法院裁定停止执行' })).contests.at(-1).id as string;
      expect([await world.shownTo(null), (await standing(world.own.orgId)).listings]).toEqual([[], []]);
      expect(ok(await end(second, { outcome: 'revoked', words: '判决撤销列入决定', changedMonths: undefined }))).toMatchObject({ state: 'revoked', decision: { endedHow: 'revoked', resting: false } });
      expect(await world.shownTo(null)).toEqual([]);
      expect(refused(await contest())).toBe('409 watch-list.not-in-force');
    });
  });

  it('asks for the version, keeps foreign ids apart and exports what it lists', async () => {
    const id = await world.open({ facts: FACTS });
    expect((await world.enforcer.post(`/watch-list/${id}/dismiss`, { reason: '经核查不属实' })).status).toBe(428);
    expect((await world.enforcer.post(`/watch-list/${id}/dismiss`, { reason: '经核查不属实' }, { ifMatch: 99 })).status).toBe(412);
    for (const path of ['', '/papers/' + randomUUID()]) expect((await world.enforcer.get(`/watch-list/${randomUUID()}${path}`)).status).toBe(404);
    expect((await world.enforcer.get(`/watch-list/${id}/papers/${randomUUID()}`)).status).toBe(404);
    expect((await world.house.anyone.get(`/public/watch-list/${randomUUID()}`)).status).toBe(404);
    const { number } = await world.show(id);
    expect((ok(await world.enforcer.get(`/watch-list?tab=clues&sort=-opened&limit=1&q=${number as string}`)).items as Any[])).toMatchObject([{ id }]);
    expect((await world.enforcer.get('/watch-list?tab=nowhere')).status).toBe(400);
    expect((await world.enforcer.get('/watch-list/export?tab=clues')).status).toBe(200);
    expect(ok(await world.enforcer.get('/watch-list/options'))).toMatchObject({ listName: LIST, verified: false, leastMonths: 12, mostMonths: 36 });
    expect((await world.own.get('/own-watch-list/export')).status).toBe(200);
  });
});
