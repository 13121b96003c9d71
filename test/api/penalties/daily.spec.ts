import { Any, PermitWorld } from '../permits/world';
import { errors, FACTS, ok, PenaltyWorld, REASONS } from './world';

/** 按日连续处罚 stands on the first decision, as that is when the daily one is proposed and decided. */
describe('a daily penalty', () => {
  let house: PermitWorld;
  let world: PenaltyWorld;
  beforeAll(async () => {
    house = await PermitWorld.begin();
    world = await new PenaltyWorld(house).settle();
    house.clock.set('2026-12-21T02:00:00Z');
    await world.keepSignedIn();
  });
  afterAll(() => house.end());

  it('follows what a contest leaves of the first fine, and falls with it', async () => {
    const first = await world.served();
    const lower = async (changedFineYuan: string): Promise<void> => {
      const contests = ok(await world.enforcer.post(`/penalties/${first}/contests`, { kind: 'reconsideration', body: '市人民政府', filedOn: world.today, stopsExecution: false })).contests as Any[];
      await world.undo(first, `contests/${contests.find(one => one.endedOn === null)?.id as string}/end`, { endedOn: world.today, outcome: 'changed', words: '变更罚款数额', changedFineYuan });
    };
    const id = ok(await world.enforcer.post(`/penalties/${first}/daily-penalty`, { orderServedOn: '2026-12-09', reinspectedOn: '2026-12-15', words: '复查仍未开展自行监测' }), 201).id as string;
    ok(await world.step(world.enforcer, id, 'submit', world.filing({ violation: 'monitoring', conductFrom: '2026-12-10', conductTo: '2026-12-15' })));
    ok(await world.step(world.approver, id, 'file'));
    ok(await world.evidence(id));
    expect((await world.show(id)).lawChoice.law.minYuan).toBe('120000.00');
    await lower('12000');
    expect((await world.show(id)).lawChoice.law.minYuan).toBe('72000.00');
    const conclude = (fineYuan: string): Promise<Any> => world.step(world.enforcer, id, 'conclude', { facts: FACTS, proposal: { kind: 'penalty', measures: ['fine'], fineYuan } });
    expect(errors(await conclude('120000'))[0]).toMatch(/fineYuan/);
    ok(await conclude('72000'));
    expect((await world.show(id)).dailyYuan).toBe('72000.00');
    ok(await world.step(world.reviewer, id, 'examine', { words: '事实清楚，同意' }));
    ok(await world.step(world.enforcer, id, 'notice/serve', await world.service(id)));
    ok(await world.party.post(`/own-penalties/${id}/statement`, {}));
    ok(await world.step(world.enforcer, id, 'go-on', { wantsReview: false }));
    const decide = (fineYuan: string): Promise<Any> => world.step(world.approver, id, 'decide', { kind: 'penalty', measures: ['fine'], fineYuan, ...REASONS });
    await lower('10000');
    expect(errors(await decide('72000'))[0]).toMatch(/fineYuan/);
    await world.revoke(first);
    expect((await decide('60000')).body.code).toBe('penalty.daily-first');
    ok(await world.step(world.approver, id, 'decide', { kind: 'no-penalty', ground: 'not-established', ...REASONS }));
  });
});
