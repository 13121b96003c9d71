import { Notifier } from '@huanbao/notifications';
import { LiveBus } from '@huanbao/platform';
import { listening } from '../../harness/http';
import { Page, pause, until } from '../../harness/open-page';
import { IdentityWorld, Visitor } from '../identity/world';

describe('the open page', () => {
  let world: IdentityWorld;
  let base: string;
  const pages: Page[] = [];
  beforeAll(async () => {
    world = await IdentityWorld.begin();
    base = await listening(world.app);
  });
  afterEach(() => pages.splice(0).forEach(page => page.close()));
  afterAll(() => world.end());

  const open = async (visitor: Visitor, headers?: Record<string, string>): Promise<Page> => {
    const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await Page.open(base, { cookie, 'x-organisation': visitor.orgId as string, ...headers });
    pages.push(page);
    return page;
  };
  let step = 0;
  const tell = async (visitor: Visitor): Promise<void> => {
    const { userId } = (await visitor.get('/me')).body.user ? { userId: (await visitor.get('/me')).body.user.id as string } : { userId: (await visitor.get('/me')).body.id as string };
    step += 1;
    await world.app.get(Notifier).notify({ to: { userIds: [userId] }, topic: 'permits', title: { zh: '新消息', en: 'News' }, body: { zh: '', en: '' }, link: null, key: `step-${step}` });
  };
  const change = (orgs: string[], regionCode: string | null = null): Promise<void> => world.app.get(LiveBus).publish('case', { caseId: 'c1', orgs, regionCode, secret: 'not for pages' });

  it('learns of a message at once, in every tab; others learn nothing', async () => {
    const lime = await world.browser('enterprise.admin');
    const hospital = await world.browser('enterprise.admin', 1);
    const [one, two, other] = [await open(lime), await open(lime), await open(hospital)];
    await tell(lime);
    await Promise.all([one.sees('notification'), two.sees('notification')]);
    expect(Object.keys(one.of('notification')[0] as object)).toEqual(['id']);
    await pause(150);
    expect(other.of('notification')).toEqual([]);
  });

  it('learns of cases of its organisation or region only, and only their ids', async () => {
    const lime = await world.browser('enterprise.admin');
    const [mine, foreign, office] = [await open(lime), await open(await world.browser('enterprise.admin', 1)), await open(await world.browser('bureau.intake'))];
    await change([lime.orgId as string], '141181');
    await Promise.all([mine.sees('case'), office.sees('case')]);
    expect(mine.of('case')).toEqual([{ caseId: 'c1' }]);
    await change([lime.orgId as string], '110101');
    await mine.sees('case', 2);
    await pause(150);
    expect([office.of('case').length, foreign.of('case').length]).toEqual([1, 0]);
  });

  it('that comes back begins with the word to look again', async () => {
    const lime = await world.browser('enterprise.admin');
    (await open(lime)).close();
    await tell(lime);
    const again = await open(lime, { 'last-event-id': '7' });
    expect(again.events[0]).toEqual({ type: 'resync', data: {} });
  });

  it('ends when its person signs out, or the session is revoked elsewhere; the others stay', async () => {
    const [here, there] = [await world.browser('enterprise.admin'), await world.browser('enterprise.admin')];
    const [one, two] = [await open(here), await open(there)];
    expect((await there.post('/auth/sessions/revoke-others')).status).toBeLessThan(300);
    await until(() => one.isOver);
    expect(two.isOver).toBe(false);
    expect((await open(here)).status).toBe(401);
    await there.post('/auth/logout');
    await until(() => two.isOver);
  });

  it('ends when its person is removed from the organisation or gets another role', async () => {
    const lime = await world.browser('enterprise.admin');
    const [row] = await world.db.query<{ id: string }>(`SELECT user_id AS id FROM membership WHERE org_id = $1 LIMIT 1`, [lime.orgId]);
    const page = await open(lime);
    await world.db.query(`UPDATE membership SET roles = ARRAY['enterprise.staff'] WHERE user_id = $1`, [row?.id]);
    await world.app.get(LiveBus).publish('standing', { userId: row?.id });
    await until(() => page.isOver);
    await world.db.query(`UPDATE membership SET roles = ARRAY['enterprise.admin'] WHERE user_id = $1`, [row?.id]);
  });

  it('a ninth page of one person is refused with what to do, and a closed one makes room', async () => {
    const lime = await world.browser('enterprise.admin', 1);
    const eight = await Promise.all(Array.from({ length: 8 }, () => open(lime)));
    expect((await open(lime)).status).toBe(429);
    eight[0]?.close();
    await pause(300);
    expect((await open(lime)).status).toBe(200);
  });

  it('nobody without a session opens one', async () => {
    expect((await open(world.visitor())).status).toBe(401);
  });
});
