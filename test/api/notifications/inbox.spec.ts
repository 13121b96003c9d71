import { randomUUID } from 'node:crypto';
import { Message, Notifier } from '@huanbao/notifications';
import type { Actor } from '@huanbao/platform';
import { World } from '../documents/world';
import { aTown, Town } from './people';

interface Item {
  readonly id: string;
  readonly topic: string;
  readonly title: { zh: string };
  readonly link: string | null;
  readonly readAt: string | null;
}
interface Inbox {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

describe('messages to people', () => {
  let world: World;
  let town: Town;
  beforeAll(async () => {
    world = await World.start();
  });
  beforeEach(async () => {
    town = await aTown(world);
  });
  afterAll(() => world.stop());

  const message = (over: Partial<Message> & Pick<Message, 'to'>): Message => ({ topic: 'permits', title: { zh: '需要补正', en: 'Correct it' }, body: { zh: '请看', en: 'Look' }, link: null, key: randomUUID(), ...over });
  const tell = (over: Partial<Message> & Pick<Message, 'to'>): Promise<void> => world.app.get(Notifier).notify(message(over));
  const inbox = async (actor: Actor, query = ''): Promise<Item[]> => (await world.call<Inbox>(actor, 'GET', `/notifications${query}`)).body.items;
  const unread = async (actor: Actor): Promise<unknown> => (await world.call(actor, 'GET', '/notifications/unread-count')).body['count'];
  const mails = async (actor: Actor): Promise<number> => (await world.db.query(`SELECT 1 FROM outbox o JOIN notification n ON n.id = (o.payload->>'notificationId')::uuid WHERE o.job = 'notification.mail' AND n.user_id = $1`, [actor.userId])).length;

  it('of an organisation reach its people, those of a matter its firm too, and nobody else', async () => {
    const orgId = town.enterprise.orgId as string;
    await tell({ to: { orgId, matter: 'permits' }, link: `/e/${orgId}/permits/1` });
    expect((await inbox(town.enterprise)).map(item => item.link)).toEqual([`/e/${orgId}/permits/1`]);
    expect((await inbox(town.firm)).map(item => item.link)).toEqual([`/f/${town.firm.orgId}/permits/1`]);
    expect(await inbox(town.colleague)).toHaveLength(1);
    for (const other of [town.stranger, town.intake, town.farIntake]) expect(await inbox(other)).toEqual([]);
  });

  it('of another matter do not reach the firm; of a role reach that role only', async () => {
    const orgId = town.enterprise.orgId as string;
    await tell({ to: { orgId, matter: 'monitoring', roles: ['enterprise.admin'] } });
    expect([await inbox(town.enterprise), await inbox(town.colleague), await inbox(town.firm)].map(items => items.length)).toEqual([1, 0, 0]);
  });

  it('to an office reach its role where its region covers the place, with the own office in the link', async () => {
    await tell({ to: { role: 'bureau.intake', regionCode: '141181' }, link: '/b/:orgId/queue' });
    expect((await inbox(town.intake)).map(item => item.link)).toEqual([`/b/${town.intake.orgId}/queue`]);
    expect(await inbox(town.reviewer)).toEqual([]);
    expect(await inbox(town.farIntake)).toEqual([]);
  });

  it('come once for one step, also when it is told five times at once, and so does the mail', async () => {
    const key = `case:${randomUUID()}:correct`;
    await Promise.all(Array.from({ length: 5 }, () => tell({ to: { userIds: [town.enterprise.userId] }, key })));
    await tell({ to: { orgId: town.enterprise.orgId as string }, key });
    expect(await inbox(town.enterprise)).toHaveLength(1);
    expect(await inbox(town.colleague)).toHaveLength(1);
    expect(await mails(town.enterprise)).toBe(1);
  });

  it('leave nothing when what they tell of did not happen', async () => {
    await expect(world.db.transaction(async () => {
      await tell({ to: { userIds: [town.enterprise.userId] } });
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    expect(await inbox(town.enterprise)).toEqual([]);
    expect(await mails(town.enterprise)).toBe(0);
  });

  it('come in pages, newest first, none twice and none lost', async () => {
    for (let n = 1; n <= 7; n += 1) await tell({ to: { userIds: [town.enterprise.userId] }, title: { zh: `第${n}条`, en: `No. ${n}` } });
    const titles: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Inbox = (await world.call<Inbox>(town.enterprise, 'GET', `/notifications?limit=3${cursor && `&cursor=${cursor}`}`)).body;
      titles.push(...page.items.map(item => item.title.zh));
      cursor = page.nextCursor;
    }
    expect(titles).toEqual([7, 6, 5, 4, 3, 2, 1].map(n => `第${n}条`));
    expect((await world.call(town.enterprise, 'GET', '/notifications?cursor=nonsense')).status).toBe(400);
  });

  it('are read one by one or all together; the number at the bell follows', async () => {
    for (const topic of ['permits', 'task', 'task']) await tell({ to: { userIds: [town.enterprise.userId, town.colleague.userId] }, topic });
    expect(await unread(town.enterprise)).toBe(3);
    const [newest] = await inbox(town.enterprise);
    expect((await world.call(town.enterprise, 'POST', `/notifications/${newest?.id}/read`)).status).toBe(204);
    world.clock.advance(60_000);
    await world.call(town.enterprise, 'POST', `/notifications/${newest?.id}/read`);
    const readAt = (await inbox(town.enterprise))[0]?.readAt as string;
    expect(world.clock.now().getTime() - Date.parse(readAt)).toBe(60_000);
    expect(await unread(town.enterprise)).toBe(2);
    expect(await inbox(town.enterprise, '?unread=true')).toHaveLength(2);
    expect((await inbox(town.enterprise, '?topic=permits')).map(item => item.topic)).toEqual(['permits']);
    expect((await world.call(town.enterprise, 'POST', '/notifications/read-all')).status).toBe(204);
    expect([await unread(town.enterprise), await unread(town.colleague)]).toEqual([0, 3]);
  });

  it("somebody else's message is not there", async () => {
    await tell({ to: { userIds: [town.enterprise.userId] } });
    const [mine] = await inbox(town.enterprise);
    expect((await world.call(town.colleague, 'POST', `/notifications/${mine?.id}/read`)).status).toBe(404);
    expect(await unread(town.enterprise)).toBe(1);
    expect((await world.call(null, 'GET', '/notifications')).status).toBe(401);
  });

  it('by mail only where the person wants them; in the inbox always', async () => {
    const wishes = await world.call<{ topic: string; mail: boolean; inApp: boolean }[]>(town.enterprise, 'GET', '/notification-preferences');
    expect(wishes.body.every(wish => wish.inApp && wish.mail)).toBe(true);
    const saved = await world.call<{ topic: string; mail: boolean }[]>(town.enterprise, 'PUT', '/notification-preferences', { preferences: [{ topic: 'task', mail: false }] });
    expect(saved.body.find(wish => wish.topic === 'task')?.mail).toBe(false);
    await tell({ to: { orgId: town.enterprise.orgId as string }, topic: 'task' });
    await tell({ to: { orgId: town.enterprise.orgId as string }, topic: 'permits' });
    expect([await inbox(town.enterprise), await inbox(town.colleague)].map(items => items.length)).toEqual([2, 2]);
    expect([await mails(town.enterprise), await mails(town.colleague)]).toEqual([1, 2]);
  });

  it.each([
    [{ preferences: [{ topic: 'nothing', mail: true }] }],
    [{ preferences: [{ topic: 'task', mail: 'yes' }] }],
    [{ preferences: [{ topic: 'task', mail: true, inApp: false }] }],
    [{}],
  ])('a wish that makes no sense changes nothing: %j', async body => {
    expect((await world.call(town.enterprise, 'PUT', '/notification-preferences', body)).status).toBe(400);
    expect(await world.db.query('SELECT 1 FROM notification_preference WHERE user_id = $1', [town.enterprise.userId])).toEqual([]);
  });
});
