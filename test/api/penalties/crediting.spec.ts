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
