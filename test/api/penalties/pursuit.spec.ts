import { OverduePenalties, PenaltyFines } from '@huanbao/penalties';
import { Any, PermitWorld } from '../permits/world';
import { errors, ok, PenaltyWorld } from './world';

const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** 不再申请执行: it takes nothing back that was done or added, and what is owed stays owed. */
describe('a fine that is pursued no more', () => {
  let house: PermitWorld;
  let world: PenaltyWorld;
  let id: string;
  beforeAll(async () => {
    house = await PermitWorld.begin();
    world = await new PenaltyWorld(house).settle();
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
    await house.db.query(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'penalty.daily-round', 'review', '{}')`);
    await house.runJobs();
  };
  const giveUp = async (ground: string, over: Any = {}): Promise<Any> => post('pursuit/give-up', { ground, endedOn: world.today, reason: '经核实，不再申请强制执行', fileId: await world.file(id), ...over });
  const approve = async (): Promise<Any> => {
    const one = ((await world.show(id)).undoings as Any[]).find(each => each.state === 'proposed') as Any;
    return ok(await post(`undoings/${one.id as string}/decide`, { approved: true, reason: '经审核，同意' }, world.approver));
  };
  const lateYuan = async (): Promise<string> => (await world.show(id)).account.lateYuan as string;
  const reminded = async (): Promise<Any> => {
    ok(await post('reminder'));
    return ok(await post('reminder/serve', await world.service(id))).pursuit;
  };

  it('ends with the decision of the second person: what was added until then is not remitted by a day before', async () => {
    id = await world.served();
    const { decision } = await world.show(id);
    const overdueOn = daysAfter(decision.paymentDueOn as string, 1);
    await at(daysAfter(overdueOn, 9));
    expect(errors(await giveUp('dissolved', { endedOn: decision.served.on }))).toEqual(['/endedOn early']);
    expect((await giveUp('no-property')).body).toMatchObject({ code: 'penalty.pursuit-end', why: 'period-runs' });
    ok(await giveUp('dissolved', { endedOn: overdueOn }));
    const before = await lateYuan();
    expect(before).toBe('6000.00');
    expect((await approve()).pursuit.ended).toMatchObject({ on: world.today, ground: 'dissolved' });
    expect(await lateYuan()).toBe(before);
    await at(daysAfter(overdueOn, 10));
    expect(await lateYuan()).toBe(before);
  });

  it('of which something happened after the day that was proposed is proposed anew: the second person is told so', async () => {
    id = await world.served();
    const { decision } = await world.show(id);
    await at(daysAfter(decision.paymentDueOn as string, 10));
    ok(await giveUp('dissolved', { endedOn: world.today, documentNo: '（吕）登注〔2026〕2号' }));
    await at(daysAfter(world.today, 1));
    ok(await post('payments', { paidOn: world.today, yuan: '1', voucherNo: 'D-1' }));
    const proposed = ((await world.show(id)).undoings as Any[]).at(-1) as Any;
    const decide = (approved: boolean): Promise<Any> => post(`undoings/${proposed.id as string}/decide`, { approved, reason: '与登记文书核对' }, world.approver);
    expect((await decide(true)).body).toMatchObject({ status: 409, code: 'penalty.pursuit-end-overtaken' });
    ok(await decide(false));
    ok(await giveUp('dissolved', { endedOn: world.today, documentNo: '（吕）登注〔2026〕2号' }));
    expect((await approve()).pursuit.ended).toMatchObject({ on: world.today, ground: 'dissolved' });
  });

  it('cannot have ended before what was done for it, and before its period was over', async () => {
    id = await world.served();
    const { decision } = await world.show(id);
    await at(daysAfter(decision.paymentDueOn as string, 5));
    ok(await post('payments', { paidOn: world.today, yuan: '100', voucherNo: 'P-1' }));
    expect(errors(await giveUp('dissolved', { endedOn: daysAfter(decision.paymentDueOn as string, 1), documentNo: '（吕）登注〔2026〕1号' }))).toEqual(['/endedOn early']);
    await at(daysAfter(world.today, 3));
    const { untilDay } = await reminded();
    expect(errors(await giveUp('dissolved', { endedOn: daysAfter(world.today, -1), documentNo: '（吕）登注〔2026〕1号' }))).toEqual(['/endedOn early']);
    await at(daysAfter(untilDay as string, 3));
    expect(errors(await giveUp('period-missed', { endedOn: untilDay }))).toEqual(['/endedOn early']);
    ok(await giveUp('period-missed', { endedOn: daysAfter(untilDay as string, 1) }));
    expect((await approve()).pursuit.ended).toMatchObject({ ground: 'period-missed', on: world.today });
  });

  it('is still owed when its case is closed: it stays among the unperformed, reports do not say performed, officer and party enter what is paid', async () => {
    ok(await world.step(world.approver, id, 'publish', { summary: '该单位超过许可排放浓度排放污染物' }));
    ok(await world.step(world.approver, id, 'close', { reason: '不再申请执行，其余事项办结' }));
    const { state, actions, account, decision } = await world.show(id);
    expect([state, (actions as string[]).includes('pay')]).toEqual(['closed', true]);
    expect((await house.api.get(OverduePenalties, { strict: false }).since(0)).map(one => one.penaltyId)).toContain(id);
    const told = await house.api.get(PenaltyFines, { strict: false }).standing(world.party.orgId, { from: '2026-01-01', to: world.today });
    expect(told.find(one => one.documentNo === decision.number)).toMatchObject({ closed: true, ended: true });
    expect(ok(await world.party.get(`/own-penalties/${id}`)).actions).toEqual(['pay']);
    const fileId = await house.attach(world.party, `subjectType=penalty-party&subjectId=${id}&purpose=voucher`);
    const { payments } = ok(await world.party.post(`/own-penalties/${id}/payments`, { paidOn: world.today, yuan: '200', voucherNo: 'P-2', fileId }));
    expect((await world.show(id)).actions).toContain('pay');
    ok(await post(`payments/${(payments as Any[]).find(one => one.state === 'claimed')?.id as string}/decide`, { confirmed: true }));
    const left = (Number(account.openYuan) - 200).toFixed(2);
    expect(ok(await post('payments', { paidOn: world.today, yuan: left, voucherNo: 'P-3' })).account.openYuan).toBe('0.00');
    // nothing else is opened again, and what is paid is entered no more
    expect((await world.show(id)).actions).not.toContain('pay');
    expect(ok(await world.party.get(`/own-penalties/${id}`)).actions).toEqual([]);
    expect(await code(post('performance', { on: world.today, words: '登记履行情况' }))).toMatch(/^409/);
    expect(await code(post('payments', { paidOn: world.today, yuan: '1', voucherNo: 'P-4' }))).toBe('422 penalty.nothing-due');
    expect((await world.party.post(`/own-penalties/${id}/payments`, { paidOn: world.today, yuan: '1', voucherNo: 'P-5' })).status).toBe(422);
  });

  it('of which the head lets the period pass gets its justification from who proposed it, and where the court refuses it can be given up', async () => {
    await at('2028-01-10');
    id = await world.served({}, { conductFrom: '2027-12-01', conductTo: '2027-12-05' });
    await at('2028-02-07');
    const { untilDay } = await reminded();
    await at(untilDay as string);
    ok(await post('court-application', { court: '市人民法院' }));
    await at(daysAfter(untilDay as string, 1));
    const decide = (approved: boolean, reason: string): Promise<Any> => post('court-application/decide', { approved, reason }, world.approver);
    const refused = await decide(true, '同意申请强制执行');
    expect(refused.body).toMatchObject({ status: 409, code: 'penalty.late-reason', until: untilDay });
    ok(await decide(false, '期限已过，请写明正当理由'));
    ok(await post('court-application', { court: '市人民法院', lateReason: '签署期间道路因洪水中断' }));
    ok(await decide(true, '同意，由法院审查'));
    expect((await giveUp('court-refused')).body).toMatchObject({ code: 'penalty.pursuit-end', why: 'not-refused' });
    ok(await post('court-application/file', { filedOn: world.today, receiptFileId: await world.file(id) }));
    for (const ground of ['court-refused', 'dissolved']) expect((await giveUp(ground)).body).toMatchObject({ code: 'penalty.pursuit-end', why: 'at-court' });
    const step = (name: string): Promise<Any> => post('court-steps', { step: name, on: world.today, words: '按法院文书登记' });
    ok(await step('not-accepted'));
    const refusedOn = world.today;
    await at(daysAfter(refusedOn, 5));
    ok(await step('acceptance-above'));
    expect((await giveUp('period-missed')).body).toMatchObject({ code: 'penalty.pursuit-end', why: 'at-court' });
    expect(errors(await giveUp('court-refused', { endedOn: refusedOn }))).toEqual(['/endedOn early']);
    ok(await giveUp('court-refused', { documentNo: '（2028）晋11行审复1号' }));
    expect((await approve()).pursuit).toMatchObject({ nextSteps: [], courtDueOn: null, ended: { how: 'given-up', ground: 'court-refused' } });
    expect(await house.db.query('SELECT clock FROM case_record WHERE id = $1', [id])).toEqual([{ clock: null }]);
  });
});
