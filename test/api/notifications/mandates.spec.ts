import { Notifier } from '@huanbao/notifications';
import { listening } from '../../harness/http';
import { Page, pause, until } from '../../harness/open-page';
import { Any, Person, PermitWorld } from '../permits/world';

/** What reaches a firm's people is limited as their mandate is, and ends with it. */
describe('a firm under a mandate', () => {
  let world: PermitWorld;
  let base: string;
  let [enterprise, firm, supervisor]: Person[] = [];
  const sites: { id: string; application: Any }[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    world = await PermitWorld.begin();
    base = await listening(world.api);
    [enterprise, firm, supervisor] = [await world.as('enterprise.admin'), await world.as('firm.manager'), await world.as('bureau.supervisor')];
    for (const siteSequence of [31, 32]) {
      const application = (await person(enterprise).post('/permit-applications', { siteSequence })).body;
      const [row] = await world.db.query<{ id: string }>('SELECT site_id AS id FROM permit_application WHERE id = $1', [application.id]);
      sites.push({ id: row?.id as string, application });
    }
  }, 60_000);
  afterEach(async () => {
    pages.splice(0).forEach(page => page.close());
    for (const { id } of await world.db.query<{ id: string }>(`SELECT id FROM mandate WHERE state = 'active'`)) await person(enterprise).post(`/mandates/${id}/revoke`, { reason: '测试结束' });
    await world.runJobs();
  });
  afterAll(() => world.end());

  const person = (one: Person | undefined): Person => one as Person;
  const siteOf = (nth: number): { id: string; application: Any } => sites[nth] as { id: string; application: Any };
  const open = async (who: Person | undefined): Promise<Page> => {
    const page = await Page.open(base, person(who).headers);
    pages.push(page);
    return page;
  };

  async function given(over: object = {}): Promise<string> {
    const proposal = { enterpriseId: person(enterprise).orgId, firmId: person(firm).orgId, matters: ['permits'], verbs: ['prepare'], validFrom: '2026-11-01', validTo: '2027-10-31', ...over };
    const { body } = await person(enterprise).post('/mandates', proposal);
    const confirmed = await person(firm).post(`/mandates/${body.id as string}/confirm`);
    if (confirmed.status !== 200) throw new Error(JSON.stringify([body, confirmed.body]));
    return body.id as string;
  }

  /** A machine review of the draft: hints of the review; and a file, whose reading hints too. */
  async function stir(nth: number): Promise<void> {
    const id = siteOf(nth).application.id as string;
    await world.upload(person(enterprise), id);
    const run = await person(enterprise).post(`/permit-applications/${id}/review-runs`);
    if (run.status >= 300) throw new Error(JSON.stringify(run.body));
    await world.runJobs();
  }
  const heardOf = (page: Page, nth: number): number => {
    const id = siteOf(nth).application.id as string;
    return page.of('review').filter(each => each['applicationId'] === id).length + page.of('file').filter(each => each['subjectId'] === id).length;
  };

  it('for one site hears of that site, and nothing of another', async () => {
    await given({ sites: [siteOf(0).id] });
    const [mine, theirs] = [await open(firm), await open(enterprise)];
    await stir(1);
    await until(() => heardOf(theirs, 1) > 1);
    await stir(0);
    await until(() => mine.of('review').length > 0 && mine.of('file').length > 0);
    // the two streams are written one after the other: both have heard all when they have heard the same
    await until(() => heardOf(theirs, 0) === heardOf(mine, 0));
    await pause(150);
    expect(heardOf(mine, 1)).toBe(0);
    expect(heardOf(theirs, 0)).toBe(heardOf(mine, 0));
  });

  it('for another matter hears nothing; nor does a firm without a mandate', async () => {
    await given({ matters: ['reports'] });
    const [other, stranger, theirs] = [await open(firm), await open(await world.as('firm.manager', 1)), await open(enterprise)];
    await stir(0);
    await until(() => heardOf(theirs, 0) > 1);
    await pause(150);
    expect([heardOf(other, 0), heardOf(stranger, 0)]).toEqual([0, 0]);
  });

  it('is told by message of its own site and matter only', async () => {
    await given({ sites: [siteOf(0).id] });
    const tell = (nth: number, matter: string): Promise<void> =>
      world.api.get(Notifier).notify({
        to: { orgId: person(enterprise).orgId, matter, site: siteOf(nth).id }, topic: 'case', title: { zh: `${matter}-${nth}`, en: '' }, body: { zh: '', en: '' }, link: null, key: `told-${matter}-${nth}`,
      });
    await tell(0, 'permits');
    await tell(1, 'permits');
    await tell(0, 'reports');
    const told = await world.db.query<{ org: string; title: string }>(`SELECT org_id AS org, title_zh AS title FROM notification WHERE key LIKE 'told-%' ORDER BY id`);
    expect([...new Set(told.filter(each => each.org === person(firm).orgId).map(each => each.title))]).toEqual(['permits-0']);
    expect(new Set(told.filter(each => each.org === person(enterprise).orgId).map(each => each.title)).size).toBe(3);
  });

  it('hears at once of what a new mandate opens: the old stream ends, the next one carries it', async () => {
    const before = await open(firm);
    await given();
    await until(() => before.isOver);
    const after = await open(firm);
    await stir(0);
    await until(() => heardOf(after, 0) > 1);
  });

  it('hears nothing from the moment the mandate is revoked, though its page is open', async () => {
    const id = await given();
    const page = await open(firm);
    await stir(0);
    await until(() => heardOf(page, 0) > 1);
    const before = heardOf(page, 0);
    await person(enterprise).post(`/mandates/${id}/revoke`, { reason: '合作结束' });
    await stir(0);
    await until(() => page.isOver);
    expect(heardOf(page, 0)).toBe(before);
    const again = await open(firm); // it may come back, for its own affairs
    await stir(0);
    await pause(200);
    expect([again.status, heardOf(again, 0)]).toEqual([200, 0]);
  });

  it.each(['firm', 'enterprise'])('hears nothing from the moment the %s is suspended', async which => {
    await given();
    const page = await open(firm);
    const orgId = person(which === 'firm' ? firm : enterprise).orgId;
    expect((await person(supervisor).post(`/organisations/${orgId}/suspend`, { reason: '涉嫌弄虚作假' })).status).toBe(200);
    await until(() => page.isOver);
    expect((await person(supervisor).post(`/organisations/${orgId}/reinstate`, { reason: '调查后未发现问题' })).status).toBe(200);
    const again = await open(firm); // reinstated, the mandates stay ended
    await stir(0);
    await pause(200);
    expect(heardOf(again, 0)).toBe(0);
  });
});
