import { anEnterprise, anOfficer, DAY_MS, World } from './world';

interface Item {
  readonly id: string;
  readonly caseId: string;
  readonly level: string;
  readonly answer: string | null;
}

/** What is nearly over or overdue comes before the supervisor, who has to answer. */
describe('supervision', () => {
  let world: World;
  const enterprise = anEnterprise();
  const intake = anOfficer('bureau.intake');
  const supervisor = anOfficer('bureau.supervisor');

  beforeAll(async () => {
    world = await World.start('2026-11-23T02:00:00Z');
  });
  afterAll(() => world.stop());

  const sweep = async (): Promise<void> => {
    await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('casework.sweep-clocks', 'review', '{}')`);
    await world.runJobs('casework.sweep-clocks');
  };
  const list = async (state = 'open'): Promise<Item[]> => (await world.call<{ items: Item[] }>(supervisor, 'GET', `/supervisions?state=${state}`)).body.items;

  it('is raised once as a period nears its end and once when it is over, and is answered once', async () => {
    const { id } = await world.reviewing(enterprise, intake);
    await sweep();
    expect(await list()).toEqual([]);
    world.clock.advance(25 * DAY_MS);
    await sweep();
    await sweep();
    expect((await list()).map(one => [one.caseId, one.level])).toEqual([[id, 'due-soon']]);
    world.clock.advance(5 * DAY_MS);
    await sweep();
    await sweep();
    const open = await list();
    expect(open.map(one => one.level)).toEqual(['due-soon', 'overdue']);
    const answer = (actor = supervisor, text = '已责成主审人三日内办结'): Promise<{ status: number; body: { code?: string } }> => world.call(actor, 'POST', `/supervisions/${open[0]?.id ?? ''}/answer`, { body: { text } });
    expect((await answer(supervisor, '好')).status).toBe(400);
    expect((await answer(intake)).status).toBe(403);
    expect((await answer({ ...supervisor, regions: ['990202'] })).status).toBe(404);
    const answers = await Promise.all([answer(), answer()]);
    expect(answers.map(one => one.status).sort()).toEqual([200, 409]);
    expect((await list()).map(one => one.level)).toEqual(['overdue']);
    expect((await list('answered')).map(one => one.answer)).toEqual(['已责成主审人三日内办结']);
    expect((await world.call<{ items: Item[] }>({ ...supervisor, regions: ['990202'] }, 'GET', '/supervisions')).body.items).toEqual([]);
    expect((await world.call(enterprise, 'GET', '/supervisions')).status).toBe(403);
  });

  it('shows how much lies with whom', async () => {
    const { id } = await world.reviewing(enterprise, intake);
    const reviewer = anOfficer('bureau.reviewer');
    await world.engine.claim(id, reviewer);
    const rows = (await world.call<{ userId: string; open: number }[]>(supervisor, 'GET', '/supervisions/workload')).body;
    expect(rows.find(one => one.userId === reviewer.userId)).toMatchObject({ name: reviewer.name, open: 1, overdue: 0 });
  });
});
