import { Any, Person, PermitWorld } from './world';

/** Lists of applications and the queue: narrowed, sorted by days left, taken away. */
describe('lists of applications', () => {
  let world: PermitWorld;
  let [enterprise, intake]: Person[] = [];
  let permit: Any;
  const ids = (answer: Any): string[] => (answer.body.items as Any[]).map(one => one.id as string);
  const list = async (who: Person, query: string): Promise<string[]> => ids(await (who as Person).get(`/permit-applications?limit=50&${query}`));
  let one: Record<'first' | 'renewal' | 'draft' | 'submitted', string>;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    [enterprise, intake] = [await world.as('enterprise.admin'), await world.as('bureau.intake')];
    const first = await world.submitted(enterprise as Person, { siteSequence: 1 });
    permit = await world.issue(first.id as string, `${first.uscc as string}001P`);
    const submitted = await world.submitted(enterprise as Person, { siteSequence: 2 });
    const site = ((await (enterprise as Person).get(`/permits/${permit.id as string}`)).body.siteId as string);
    const renewal = (await (enterprise as Person).post('/permit-applications', { siteId: site, businessType: 'change', triggers: ['name'], occurredOn: '2026-11-20' })).body;
    const draft = (await (enterprise as Person).post('/permit-applications', { siteSequence: 3 })).body;
    one = { first: first.id as string, submitted: submitted.id as string, renewal: renewal.id as string, draft: draft.id as string };
  }, 180_000);
  afterAll(() => world.end());

  it('are narrowed by state, type of business and category', async () => {
    const who = enterprise as Person;
    expect(await list(who, 'businessType=change')).toEqual([one.renewal]);
    expect((await list(who, 'businessType=new')).sort()).toEqual([one.first, one.submitted, one.draft].sort());
    expect(await list(who, 'state=issued&businessType=new')).toEqual([one.first]);
    expect([(await list(who, 'category=key')).length, (await list(who, 'category=simplified')).length].sort()).toEqual([0, 4]);
    // the bureau sees what was submitted
    expect((await list(intake as Person, 'businessType=new')).sort()).toEqual([one.first, one.submitted].sort());
    for (const query of ['businessType=gift', 'category=big', 'sort=name']) expect((await who.get(`/permit-applications?${query}`)).status).toBe(400);
  });

  it.each(['remaining', '-remaining'])('are sorted by days left (%s), without losing or repeating one from page to page', async sort => {
    for (const who of [enterprise, intake] as Person[]) {
      const all = await list(who, `sort=${sort}`);
      const days = ((await who.get(`/permit-applications?limit=50&sort=${sort}`)).body.items as Any[]).map(row => (row.remainingDays as number | null) ?? 100_000);
      expect(days).toEqual([...days].sort((a, b) => (sort === 'remaining' ? a - b : b - a)));
      expect(all.length).toBe(who === enterprise ? 4 : 2);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const answer: Any = await who.get(`/permit-applications?limit=1&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...ids(answer));
        cursor = answer.body.nextCursor as string | null;
      }
      expect(seen).toEqual(all);
    }
  });

  it('are taken away as a table, and that is recorded', async () => {
    const file = await (enterprise as Person).get('/permit-applications/export?sort=remaining');
    expect([file.status, file.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(await world.db.query(`SELECT subject_type AS type FROM audit_entry WHERE action = 'permit-application.export'`)).toEqual([{ type: 'permit-application-list' }]);
  });

  it('and the queue is narrowed by the same, whatever the tab, and turned around by days left', async () => {
    const queue = async (query: string): Promise<string[]> => ids(await (intake as Person).get(`/cases?limit=50&matter=permits&${query}`));
    expect(await queue('tab=all&businessType=new')).toEqual([one.submitted]);
    expect(await queue('tab=closed&businessType=new&category=simplified')).toEqual([one.first]);
    expect([await queue('tab=all&businessType=renew'), await queue('tab=closed&category=key')]).toEqual([[], []]);
    expect(await queue('tab=all&sort=-remaining')).toEqual([...(await queue('tab=all&sort=remaining'))].reverse());
    expect((await (intake as Person).get('/cases?businessType=%27x')).status).toBe(400);
    expect((await (intake as Person).get('/cases/export?tab=all&businessType=new')).status).toBe(200);
  });
});
