import { CreditHistory } from '@huanbao/credit';
import { Any, PermitWorld } from '../permits/world';
import { ok, PenaltyWorld, REASONS } from './world';

/** What a penalty is in the credit of its party, also after the rules have changed. */
describe('penalties in the credit', () => {
  let house: PermitWorld;
  let world: PenaltyWorld;
  beforeAll(async () => {
    house = await PermitWorld.begin();
    world = await new PenaltyWorld(house).settle();
  });
  afterAll(() => house.end());

  const entered = (id: string): Promise<Any[]> => house.db.query<Any>(`SELECT e.type, e.severity, (SELECT string_agg(c.status, ',' ORDER BY c.effective_on, c.id) FROM credit_event_change c WHERE c.event_key = e.key) AS words FROM credit_event e WHERE e.source_id = $1 ORDER BY e.recorded_at, e.id`, [id]);
  const later = (days: number): void => house.clock.set(new Date(house.clock.now().getTime() + days * 86_400_000).toISOString());
  /** Two persons gave the amount a new value, from tomorrow on. */
  const fromTomorrow = async (key: string, value: string): Promise<void> => {
    await house.db.query(`UPDATE reference_value SET effective_to = $2 WHERE kind = 'penalty-parameter' AND key = $1`, [key, world.today]);
    await house.db.query(`INSERT INTO reference_value (id, kind, key, title, value, unit, effective_from, effective_to, legal_basis, verified, origin, note) SELECT uuidv7(), kind, key, title, $2, unit, $3::date + 1, NULL, legal_basis, false, origin, note FROM reference_value WHERE kind = 'penalty-parameter' AND key = $1`, [key, value, world.today]);
  };
  const lowered = async (id: string, fine: string): Promise<void> => {
    const { contests } = ok(await world.enforcer.post(`/penalties/${id}/contests`, { kind: 'reconsideration', body: '市人民政府', filedOn: world.today, stopsExecution: false })) as { contests: Any[] };
    await world.undo(id, `contests/${contests[0]?.id as string}/end`, { endedOn: world.today, outcome: 'changed', words: '变更罚款数额', changedFineYuan: fine });
    await house.runJobs();
  };

  it('are lowered and revoked as they were entered, whatever an amount became since', async () => {
    const [toLower, toRevoke] = [await world.served(), await world.served()];
    await house.runJobs();
    await fromTomorrow('credit:large-fine', '15000');
    later(1);
    await world.keepSignedIn();
    await lowered(toLower, '16000');
    expect(await entered(toLower)).toEqual([{ type: 'fine', severity: 'general', words: 'revoked' }, { type: 'fine', severity: 'general', words: null }]);
    await world.revoke(toRevoke);
    await house.runJobs();
    expect(await entered(toRevoke)).toEqual([{ type: 'fine', severity: 'general', words: 'revoked' }]);
    const today = await world.served();
    await house.runJobs();
    expect(await entered(today)).toEqual([{ type: 'fine-large', severity: 'general', words: null }]);
  });

  it('rest while a contest stops execution, in public and in the score, and count again with its end', async () => {
    const id = await world.served();
    await house.runJobs();
    ok(await world.enforcer.post(`/penalties/${id}/publish`, { summary: '未按规定开展自行监测' }));
    const { decision } = await world.show(id);
    const stands = async (): Promise<unknown[]> => {
      const [row] = await house.db.query<{ score: string }>('SELECT score FROM credit_standing WHERE subject_id = $1', [world.party.orgId]);
      return [(await world.show(id)).decision.isPublic, (ok(await house.anyone.get(`/public/penalties?q=${encodeURIComponent(decision.number as string)}`)).items as Any[]).length, row?.score];
    };
    const before = await stands();
    expect(before.slice(0, 2)).toEqual([true, 1]);
    const contest = async (over: Any): Promise<string> => {
      const { contests } = ok(await world.enforcer.post(`/penalties/${id}/contests`, { kind: 'reconsideration', body: '市人民政府', filedOn: world.today, ...over })) as { contests: Any[] };
      await house.runJobs();
      return contests.find(one => one.outcome === null)?.id as string;
    };
    const end = async (contestId: string, over: Any = {}): Promise<void> => {
      await world.undo(id, `contests/${contestId}/end`, { endedOn: world.today, outcome: 'upheld', words: '维持原决定', ...over });
      await house.runJobs();
    };
    // as a rule it stops nothing
    await end(await contest({ stopsExecution: false }));
    expect([await stands(), (await entered(id))[0]?.words]).toEqual([before, null]);
    const stopped = await contest({ stopsExecution: true, stopReason: '复议机关决定停止执行' });
    const [isPublic, listed, score] = await stands();
    expect([isPublic, listed, Number(score) > Number(before[2]), (await entered(id))[0]?.words]).toEqual([false, 0, true, 'suspended']);
    await end(stopped);
    expect([await stands(), (await entered(id))[0]?.words]).toEqual([before, 'suspended,active']);
    // stopped again and lowered: what takes its place counts, and rests no more
    await end(await contest({ kind: 'litigation', stopsExecution: true, stopReason: '法院裁定停止执行' }), { outcome: 'changed', words: '变更罚款数额', changedFineYuan: '16000' });
    expect(await stands()).toEqual(before);
    expect((await entered(id)).map(one => (one.words as string | null)?.includes('revoked') ?? false)).toEqual([true, false]);
  });

  it('that are minor are not published, and close without it', async () => {
    const id = await world.decidable({ measures: ['warning'], fineYuan: undefined, levels: undefined });
    ok(await world.step(world.approver, id, 'decide', { kind: 'penalty', measures: ['warning'], ...REASONS }));
    ok(await world.step(world.enforcer, id, 'decision/serve', await world.service(id)));
    await house.runJobs();
    expect(await entered(id)).toEqual([{ type: 'warning', severity: 'minor', words: null }]);
    const shown = await world.show(id);
    expect([shown.decision.publishes, (shown.closing as Any[]).map(one => one.key)]).toEqual([false, expect.not.arrayContaining(['published'])]);
    const code = async (answer: Promise<Any>): Promise<string> => (await answer).body.code as string;
    expect(await code(world.enforcer.post(`/penalties/${id}/publish`, { summary: '未按规定开展自行监测' }))).toBe('penalty.not-publishable');
    expect((ok(await world.enforcer.get('/penalties?tab=to-publish')).items as Any[]).some(one => one.id === id)).toBe(false);
    expect(ok(await world.step(world.approver, id, 'close', { reason: '警告已经送达' })).state).toBe('closed');
  });

  it('for a grave violation are that violation: a veto, three years in public, and still a penalty for who asks for penalties', async () => {
    const id = await world.decidable({ fineYuan: '12000' }, { violation: 'heavy-weather' });
    ok(await world.step(world.approver, id, 'decide', { kind: 'penalty', measures: ['fine'], fineYuan: '12000', ...REASONS }));
    ok(await world.step(world.enforcer, id, 'decision/serve', await world.service(id)));
    await house.runJobs();
    expect(await entered(id)).toEqual([{ type: 'heavy-weather', severity: 'serious', words: null }]);
    expect(ok(await world.party.get(`/credit-subjects/${world.party.orgId as string}`))).toMatchObject({ grade: 'D' });
    const { decision } = await world.show(id);
    const known = await house.api.get(CreditHistory, { strict: false }).penalties(world.party.orgId as string, world.today);
    expect(known?.find(one => one.documentNo === decision.number)).toMatchObject({ type: 'heavy-weather' });
    ok(await world.enforcer.post(`/penalties/${id}/publish`, { summary: '重污染天气期间未落实停产限产措施' }));
    expect((await world.show(id)).decision.publishUntil).toBe(`${Number(world.today.slice(0, 4)) + 3}${world.today.slice(4)}`);
  });
});
