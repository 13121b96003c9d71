import type { QueryRunner } from 'typeorm';
import { EarlierRemindersAndFindings1764000693000 } from '../../../migrations/1764000693000-earlier-reminders-and-findings';
import { OverduePenalties } from '@huanbao/penalties';
import { Any, PermitWorld } from '../permits/world';
import { errors, ok, PenaltyWorld } from './world';

/** 催告 and 申请人民法院强制执行: nothing that is owed stands without a day. */
describe('a fine that is not paid', () => {
  let house: PermitWorld;
  let world: PenaltyWorld;
  let id: string;
  beforeAll(async () => {
    house = await PermitWorld.begin();
    world = await new PenaltyWorld(house).settle();
    id = await world.served();
  });
  afterAll(() => house.end());

  const post = (path: string, body: Any = {}, person = world.enforcer): Promise<Any> => person.post(`/penalties/${id}/${path}`, body);
  const code = async (answer: Promise<Any>): Promise<string> => {
    const { status, body } = await answer;
    return `${status as number} ${body.code as string}`;
  };
  const at = async (day: string): Promise<void> => {
    house.clock.set(`${day}T02:00:00Z`);
    await world.keepSignedIn();
    for (const [job, queue] of [['penalty.daily-round', 'review'], ['casework.sweep-clocks', 'review']] as const) await house.db.query(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), $1, $2, '{}')`, [job, queue]);
    await house.runJobs();
  };
  const clock = async (): Promise<unknown[]> => (await house.db.query<Any>('SELECT clock, due_on::text AS due FROM case_record WHERE id = $1', [id])).flatMap(one => [one.clock, one.due]);
  const served = (over: Any = {}): Promise<Any> => world.service(id, over);

  it('is to be reminded once its day is over, and stands in the list of what is to be executed with the last day of a reminder', async () => {
    const { decision } = await world.show(id);
    expect(await clock()).toEqual(['payment', decision.paymentDueOn]);
    expect(await code(post('reminder'))).toBe('422 penalty.reminder');
    expect(ok(await world.enforcer.get('/penalties?tab=to-execute')).items).toEqual([]);
    await at('2027-01-11');
    const { pursuit } = await world.show(id);
    // served in November or December: six months to sue, three to ask the court
    expect(pursuit).toMatchObject({ isOverdue: true, rests: false, isMissed: false, execution: null });
    expect(pursuit.remindBy < pursuit.untilDay).toBe(true);
    expect(await clock()).toEqual(['remind', pursuit.remindBy]);
    expect((ok(await world.enforcer.get('/penalties?tab=to-execute')).items as Any[]).map(one => [one.id, one.dueOn])).toEqual([[id, pursuit.remindBy]]);
    await at('2027-01-12');
    // the same night again changes nothing 
    expect((await house.db.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND action = 'follow-remind'`, [id])).length).toBe(1);
  });

  it('gets one numbered reminder, served with proof, that the party reads as PDF and may speak on', async () => {
    expect((await post('reminder', {}, world.intake)).status).toBe(403);
    expect((await post('reminder', {}, world.party)).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => post('reminder')));
    expect(both.map(one => one.status as number).sort()).toEqual([200, 422]);
    const { execution } = (await world.show(id)).pursuit;
    expect(execution.paper.number).toMatch(/催字〔2027〕1号$/);
    expect(execution.paper.paragraphs.join('')).toContain('尚欠');
    expect((await world.enforcer.get(`/penalties/${id}/papers/${execution.id as string}`)).raw.subarray(0, 4).toString()).toBe('%PDF');
    // not before it is served
    expect((await world.party.get(`/own-penalties/${id}/papers/${execution.id as string}`)).status).toBe(404);
    expect(ok(await world.party.get(`/own-penalties/${id}`)).reminder).toBeNull();
    expect((await post('court-application', { court: '市人民法院' })).body.code).toBe('penalty.reminder-first');
    expect(errors(await post('reminder/serve', await served({ proofFileId: undefined })))).toEqual(['/proofFileId proof']);
    expect(errors(await post('reminder/serve', await served({ servedOn: '2027-01-01' })))).toEqual(['/servedOn early']);
    const { pursuit } = ok(await post('reminder/serve', await served()));
    expect(pursuit.execution.waitsUntil).toBe('2027-01-26');
    expect(await clock()).toEqual(['court', pursuit.untilDay]);
    expect((await post('reminder/serve', await served())).body.code).toBe('penalty.decided');
    const own = ok(await world.party.get(`/own-penalties/${id}`));
    expect([own.reminder.waitsUntil, own.actions.includes('state-reminder')]).toEqual(['2027-01-26', true]);
    expect((await world.party.get(`/own-penalties/${id}/papers/${execution.id as string}`)).raw.subarray(0, 4).toString()).toBe('%PDF');
    expect((await (await house.as('firm.manager')).post(`/own-penalties/${id}/reminder-statement`, { words: '我们已经缴清' })).status).toBe(404);
    ok(await world.party.post(`/own-penalties/${id}/reminder-statement`, { words: '我们正在筹措资金' }));
    expect((await world.party.post(`/own-penalties/${id}/reminder-statement`, { words: '我们正在筹措资金' })).body.code).toBe('penalty.stated');
  });

  it('goes to the court after the remedies, signed by a second person, within its months', async () => {
    expect(await code(post('court-application', { court: '市人民法院' }))).toBe('409 penalty.reminder-answer-first');
    ok(await post('reminder/answer', { words: '不属于暂缓执行的理由' }));
    expect((await post('court-application', { court: '市人民法院' })).body).toMatchObject({ code: 'penalty.court' });
    const { pursuit } = await world.show(id);
    await at(pursuit.untilDay as string);
    expect((await world.show(id)).pursuit.isMissed).toBe(false);
    const ask = (person = world.enforcer): Promise<Any> => post('court-application', { court: '市人民法院' }, person);
    ok(await ask(world.supervisor));
    expect(await code(ask())).toBe('409 penalty.decided');
    const decide = (approved: boolean, person = world.approver): Promise<Any> => post('court-application/decide', { approved, reason: '材料齐全，同意申请' }, person);
    expect((await decide(true, world.enforcer)).status).toBe(403);
    expect(await code(decide(true, world.supervisor))).toBe('422 penalty.second-person');
    expect(ok(await decide(false)).pursuit.execution).toMatchObject({ askedOn: null, refusedReason: '材料齐全，同意申请' });
    ok(await ask());
    const signed = ok(await decide(true)).pursuit.execution;
    expect(signed.applicationNumber).toMatch(/申执字〔2027〕1号$/);
    expect((await world.enforcer.get(`/penalties/${id}/papers/${signed.applicationId as string}`)).raw.subarray(0, 4).toString()).toBe('%PDF');
    expect((await world.party.get(`/own-penalties/${id}/papers/${signed.applicationId as string}`)).status).toBe(404);
    expect((await house.db.query<Any>(`SELECT count(*)::int AS n FROM penalty_execution WHERE approved_by = asked_by`))[0]?.n).toBe(0);
    await expect(house.db.query(`UPDATE penalty_execution SET approved_by = asked_by`)).rejects.toThrow('penalty_execution_two_persons');
    // the last day is the last day; missed it stays in the lists as overdue
    await at('2028-01-10');
    expect((await world.show(id)).pursuit).toMatchObject({ isMissed: true });
    expect((ok(await world.enforcer.get('/penalties?tab=to-execute&overdue=true')).items as Any[]).map(one => one.id)).toEqual([id]);
    const receiptFileId = await world.file(id);
    // handed in late without a justification it is not taken up; with one the court judges
    expect(errors(await post('court-application/file', { filedOn: world.today, receiptFileId }))).toEqual(['/lateReason late']);
    expect(errors(await post('court-application/file', { filedOn: '2029-01-01', receiptFileId }))).toEqual(['/filedOn future']);
    const filed = ok(await post('court-application/file', { filedOn: pursuit.untilDay, receiptFileId, number: '（2027）晋1181行审1号' })).pursuit;
    expect([filed.isMissed, filed.nextSteps, (await clock())[0]]).toEqual([false, ['accepted', 'not-accepted'], 'court-answer']);
    expect((await world.enforcer.delete(`/files/${receiptFileId}`)).status).toBe(409);
  });

  it('follows the court step by step, and ends with what it recovers or gives up', async () => {
    const step = (name: string, over: Any = {}): Promise<Any> => post('court-steps', { step: name, on: world.today, words: '按法院文书登记', ...over });
    expect(await code(step('executed'))).toBe('409 penalty.court-step');
    // what is at the court is not asked for again, also where it came there before applications were signed here
    await house.db.query('UPDATE penalty_execution SET asked_on = NULL, approved_on = NULL WHERE penalty_id = $1', [id]);
    expect(await code(post('court-application', { court: '市人民法院' }))).toBe('409 penalty.decided');
    await house.db.query('UPDATE penalty_execution SET asked_on = filed_on, approved_on = filed_on WHERE penalty_id = $1', [id]);
    expect(errors(await step('accepted', { on: '2026-01-01' }))).toEqual(['/on early']);
    ok(await step('not-accepted'));
    expect((await clock())[0]).toBe('court-answer');
    expect(ok(await step('acceptance-above')).pursuit.nextSteps).toEqual(['accepted']);
    ok(await step('accepted'));
    expect(ok(await step('permitted', { number: '（2028）晋1181行审1号裁定' })).pursuit).toMatchObject({ courtDueOn: '2028-07-10', nextSteps: ['executed'] });
    expect((await clock())[0]).toBe('court-answer');
    const closing = async (): Promise<Any> => ((await world.show(id)).closing as Any[]).find(one => one.key === 'paid');
    expect((await closing()).isMet).toBe(false);
    expect(errors(await step('ended'))).toEqual(['/step isIn']);
    // 终结执行 is found by two persons, on the ruling
    const ruling = { endedOn: world.today, documentNo: '（2028）晋1181执1号', reason: '被执行人没有财产可供执行，裁定终结' };
    expect(await code(post('pursuit/give-up', { ground: 'no-property', endedOn: world.today, reason: '没有可供执行的财产', fileId: await world.file(id) }))).toBe('409 penalty.pursuit-end');
    expect(errors(await post('pursuit/court-end', { ...ruling, endedOn: '2026-12-01', fileId: await world.file(id) }))).toEqual(['/endedOn early']);
    ok(await post('pursuit/court-end', { ...ruling, fileId: await world.file(id) }));
    expect([(await clock())[0], (await closing()).isMet]).toEqual(['court-answer', false]);
    const proposed = (await world.show(id)).undoings.at(-1) as Any;
    expect(await code(post(`undoings/${proposed.id as string}/decide`, { approved: true, reason: '与裁定书核对一致' }, world.enforcer))).toMatch(/^403/);
    const ended = ok(await post(`undoings/${proposed.id as string}/decide`, { approved: true, reason: '与裁定书核对一致' }, world.approver));
    expect(ended.pursuit).toMatchObject({ nextSteps: [], courtDueOn: null, ended: { how: 'court', ground: null, documentNo: ruling.documentNo, proposedByName: proposed.proposedByName } });
    expect(ok(await world.party.get(`/own-penalties/${id}`)).pursuitEndedOn).toBe(ruling.endedOn);
    expect(ended.pursuit.execution.steps.at(-1)).toMatchObject({ step: 'ended', number: ruling.documentNo });
    expect((ok(await world.enforcer.get('/penalties?pursuit=court')).items as Any[]).map(one => [one.id, one.pursuitEnded])).toEqual([[id, 'court']]);
    expect(await clock()).toEqual([null, null]);
    expect((await closing()).isMet).toBe(true);
  });

  it('keeps what was paid and agreed when the fine is lowered, and settles what is paid by that', async () => {
    house.clock.set('2028-02-01T02:00:00Z');
    id = await world.served();
    const plan = [{ dueOn: '2028-02-20', yuan: '8000' }, { dueOn: '2028-03-20', yuan: '12000' }];
    const { deferrals } = ok(await post('deferrals', { plan, reason: '经济困难，申请分期缴纳' }));
    ok(await world.step(world.approver, id, `deferrals/${deferrals[0].id as string}/decide`, { approved: true, reason: '同意分期缴纳' }));
    expect(await clock()).toEqual(['payment', '2028-03-20']);
    ok(await post('payments', { paidOn: world.today, yuan: '8000', voucherNo: 'X-1' }));
    const lower = async (changedFineYuan: string): Promise<Any> => {
      const contests = ok(await post('contests', { kind: 'reconsideration', body: '市人民政府', filedOn: world.today, stopsExecution: false })).contests as Any[];
      // nothing runs while it is contested
      expect(await clock()).toEqual([null, null]);
      return world.undo(id, `contests/${contests.find(one => one.endedOn === null)?.id as string}/end`, { endedOn: world.today, outcome: 'changed', words: '变更罚款数额', changedFineYuan });
    };
    const once = await lower('10000');
    expect(once.decision.plan).toEqual([{ dueOn: '2028-02-20', yuan: '8000.00' }, { dueOn: '2028-03-20', yuan: '2000.00' }]);
    expect(once.account).toMatchObject({ paidYuan: '8000.00', openYuan: '2000.00', overpaidYuan: '0.00' });
    expect(await clock()).toEqual(['payment', '2028-03-20']);
    const twice = await lower('7000');
    expect(twice.decision.plan).toEqual([{ dueOn: '2028-02-20', yuan: '7000.00' }]);
    expect(twice.account).toMatchObject({ openYuan: '0.00', overpaidYuan: '1000.00', lateYuan: '0.00' });
    expect(await clock()).toEqual([null, null]);
  });

  it('goes back to the payment when it is put off, whose reminder falls away, and is overdue only by an instalment that was missed', async () => {
    await at('2028-03-06');
    id = await world.served();
    await at('2028-03-27');
    expect((await clock())[0]).toBe('remind');
    const first = ok(await post('reminder')).pursuit.execution;
    ok(await post('reminder/serve', await served()));
    const { deferrals } = ok(await post('deferrals', { plan: [{ dueOn: '2028-04-10', yuan: '8000' }, { dueOn: '2028-05-10', yuan: '12000' }], reason: '经济困难，申请分期缴纳' }));
    const agreed = ok(await world.step(world.approver, id, `deferrals/${deferrals[0].id as string}/decide`, { approved: true, reason: '同意分期缴纳' }));
    expect(agreed.pursuit).toMatchObject({ isOverdue: false, execution: null });
    expect(agreed.account.lateYuan).toBe('0.00');
    expect(await clock()).toEqual(['payment', '2028-05-10']);
    expect(ok(await world.party.get(`/own-penalties/${id}`)).reminder).toBeNull();
    // the paper stays in the record
    expect((await world.enforcer.get(`/penalties/${id}/papers/${first.id as string}`)).status).toBe(200);
    await at('2028-04-10');
    ok(await post('payments', { paidOn: world.today, yuan: '8000', voucherNo: 'X-2' }));
    await at('2028-04-12');
    expect([(await world.show(id)).pursuit.isOverdue, await clock()]).toEqual([false, ['payment', '2028-05-10']]);
    expect(await code(post('reminder'))).toBe('422 penalty.reminder');
    await at('2028-05-12');
    expect((await clock())[0]).toBe('remind');
    expect(ok(await post('reminder')).pursuit.execution.paper.number).not.toBe(first.paper.number);
    expect(await code(post('reminder'))).toBe('422 penalty.reminder');
  });

  it('is not taken to the court once it is paid; what reached the court before is recorded all the same', async () => {
    const { pursuit } = ok(await post('reminder/serve', await served()));
    await at(pursuit.untilDay as string);
    ok(await post('court-application', { court: '市人民法院' }));
    const { account } = await world.show(id);
    ok(await post('payments', { paidOn: world.today, yuan: account.openYuan, voucherNo: 'X-3' }));
    expect(await code(post('court-application/decide', { approved: true, reason: '材料齐全，同意申请' }, world.approver))).toBe('409 penalty.nothing-overdue');
    ok(await post('court-application/decide', { approved: false, reason: '已经缴清，不再申请' }, world.approver));
    expect(await code(post('court-application', { court: '市人民法院' }))).toBe('409 penalty.nothing-overdue');
    const paidOn = world.today;
    await house.db.query('UPDATE penalty_execution SET asked_on = $2, approved_on = $2 WHERE penalty_id = $1 AND voided_on IS NULL', [id, new Date(house.clock.now().getTime() - 2 * 86_400_000).toISOString().slice(0, 10)]);
    const until = (await world.show(id)).pursuit.untilDay as string;
    house.clock.set(`${new Date(Date.parse(paidOn) + 86_400_000).toISOString().slice(0, 10)}T02:00:00Z`);
    expect([world.today > until, await code(post('court-application/file', { filedOn: world.today, lateReason: '当事人当日缴清，递交在前', receiptFileId: await world.file(id) }))]).toEqual([true, '409 penalty.nothing-overdue']);
    // it was handed in on the day the money came
    expect(ok(await post('court-application/file', { filedOn: paidOn, receiptFileId: await world.file(id) })).pursuit.execution).toMatchObject({ filedOn: paidOn });
    expect(await clock()).toEqual([null, null]);
  });

  it('has no reminder of an old sum from before changes voided it, once, and keeps one that is newer than the change', async () => {
    await at('2028-12-04');
    id = await world.served({}, { conductFrom: '2028-09-01', conductTo: '2028-09-05' });
    await at('2028-12-27');
    ok(await post('reminder'));
    const up = (): Promise<void> => new EarlierRemindersAndFindings1764000693000().up({ query: (sql: string) => house.db.query(sql) } as unknown as QueryRunner);
    const standing = async (): Promise<number> => (await house.db.query<Any>('SELECT count(*)::int AS n FROM penalty_execution WHERE penalty_id = $1 AND voided_on IS NULL', [id]))[0]?.n as number;
    const change = (day: string): Promise<unknown> => house.db.query(`INSERT INTO case_event (case_id, at, kind, zh, en, visibility, actor_name, details, version_before) VALUES ($1, $2, 'noted', '登记复议、诉讼结果', 'x', 'bureau', '走查', '{"contestId": "x", "outcome": "changed"}', 1)`, [id, `${day}T02:00:00Z`]);
    await change('2028-12-20');
    await up();
    expect(await standing()).toBe(1);
    await change('2028-12-28');
    for (const _ of [1, 2]) await up();
    expect(await standing()).toBe(0);
    expect(await house.db.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND zh LIKE '应缴数额或者期限此前已变更%'`, [id])).toHaveLength(1);
    expect(ok(await post('reminder')).pursuit.execution).not.toBeNull();
  });

  it('whose period was missed is justified before the court, or pursued no more by two persons: clocks and additions end, publication and the fine stay', async () => {
    await at('2029-01-08');
    id = await world.served({}, { conductFrom: '2028-12-01', conductTo: '2028-12-05' });
    await at('2029-02-05');
    ok(await post('reminder'));
    const { pursuit } = ok(await post('reminder/serve', await served()));
    const giveUp = async (over: Any = {}, person = world.enforcer): Promise<Any> => post('pursuit/give-up', { ground: 'period-missed', endedOn: world.today, reason: '期限内没有递交申请，没有正当理由', fileId: await world.file(id), ...over }, person);
    expect((await giveUp()).body).toMatchObject({ code: 'penalty.pursuit-end', why: 'period-runs' });
    const late = new Date(Date.parse(pursuit.untilDay as string) + 5 * 86_400_000).toISOString().slice(0, 10);
    await at(late);
    expect((await world.show(id)).pursuit).toMatchObject({ isMissed: true, ended: null });
    expect(await house.db.query(`SELECT DISTINCT key FROM notification WHERE subject_id = $1 AND key LIKE '%:missed:%'`, [id])).toHaveLength(1);
    expect(errors(await post('court-application', { court: '市人民法院' }))).toEqual(['/lateReason late']);
    const asked = ok(await post('court-application', { court: '市人民法院', lateReason: '因洪水中断交通，无法按期递交' })).pursuit.execution;
    expect(asked.lateReason).toContain('洪水');
    const signed = ok(await post('court-application/decide', { approved: true, reason: '同意，由法院审查' }, world.approver)).pursuit.execution;
    expect((await house.db.query<Any>(`SELECT application ->> 'paragraphs' AS text FROM penalty_execution WHERE application_id = $1`, [signed.applicationId]))[0]?.text).toContain('因洪水中断交通');
    // the court is not asked after all
    expect(errors(await giveUp({ fileId: undefined }))).toEqual([expect.stringContaining('/fileId')]);
    expect(errors(await giveUp({ endedOn: '2035-01-01' }))).toEqual(['/endedOn future']);
    expect((await giveUp({}, world.intake)).status).toBe(403);
    const proposal = (ok(await giveUp({}, world.supervisor)).undoings as Any[]).at(-1) as Any;
    expect((await giveUp()).body.code).toBe('penalty.undoing-open');
    expect((await clock())[0]).toBe('court');
    const decide = (person: typeof world.approver, approved = true): Promise<Any> => post(`undoings/${proposal.id as string}/decide`, { approved, reason: '经审核，同意' }, person);
    expect(await code(decide(world.supervisor))).toBe('422 penalty.second-person');
    const done = ok(await decide(world.approver));
    expect(done.pursuit).toMatchObject({ isMissed: false, ended: { how: 'given-up', ground: 'period-missed', on: late } });
    expect(await clock()).toEqual([null, null]);
    expect((done.closing as Any[]).find(one => one.key === 'paid')?.isMet).toBe(true);
    expect(done.decision.publishes).toBe(true);
    expect((ok(await world.enforcer.get('/penalties?tab=to-execute')).items as Any[]).map(one => one.id)).not.toContain(id);
    expect((ok(await world.enforcer.get('/penalties?pursuit=given-up')).items as Any[]).map(one => [one.id, one.state, one.pursuitEnded])).toEqual([[id, 'performing', 'given-up']]);
    expect((await world.enforcer.get('/penalties/export?pursuit=given-up')).status).toBe(200);
    expect(await house.db.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND zh LIKE '不再申请强制执行：%'`, [id])).toHaveLength(1);
    expect(await code(post('court-application/file', { filedOn: world.today, receiptFileId: await world.file(id) }))).toBe('409 penalty.pursuit-over');
    expect((await giveUp()).body).toMatchObject({ code: 'penalty.pursuit-end', why: 'ended' });
    // nothing is added any more, nothing is remitted, and the party may still pay
    const { openYuan } = done.account;
    await at(new Date(Date.parse(late) + 60 * 86_400_000).toISOString().slice(0, 10));
    expect((await world.show(id)).account.openYuan).toBe(openYuan);
    expect(await clock()).toEqual([null, null]);
    // unperformed is unperformed, but nobody is reported who is gone
    const unpaid = async (): Promise<string[]> => (await house.api.get(OverduePenalties, { strict: false }).since(0)).map(one => one.penaltyId);
    expect(await unpaid()).toContain(id);
    await house.db.query(`UPDATE penalty_decision SET pursuit_ended = pursuit_ended || '{"ground": "dissolved"}' WHERE penalty_id = $1`, [id]);
    expect(await unpaid()).not.toContain(id);
    expect(ok(await world.party.get(`/own-penalties/${id}`)).actions).toEqual(['pay']);
    expect(ok(await post('payments', { paidOn: world.today, yuan: openYuan, voucherNo: 'X-9' })).account.openYuan).toBe('0.00');
  });
});
