import { LinkTokens } from '@huanbao/identity';
import { Answer, IdentityWorld, PASSWORD, statuses, Visitor } from './world';

interface House {
  readonly organisationId: string;
  readonly login: string;
  readonly password: string;
  readonly keeper: Visitor;
}

describe('the people of an organisation', () => {
  let world: IdentityWorld;
  let made = 0;
  beforeAll(async () => {
    world = await IdentityWorld.begin();
  });
  afterAll(() => world.end());

  async function house(): Promise<House> {
    const person = await world.organisation();
    return { ...person, keeper: Object.assign(await world.enter(person), { orgId: person.organisationId }) };
  }

  const newEmail = (): string => `invited-${(made += 1)}@example.com`;
  const invite = (home: House, email: string, over: object = {}): Promise<Answer> => home.keeper.post(`/organisations/${home.organisationId}/invitations`, { email, name: '钱新人', roles: ['enterprise.staff'], ...over });
  const accept = (token: string, over: object = {}): Promise<Answer> => world.visitor().post('/invitations/accept', { token, password: PASSWORD, ...over });
  const tokenOf = (id: string): string => world.app.get(LinkTokens).tokenOf('invitation', id);
  const membersOf = (orgId: string) => world.db.query<{ email: string; roles: string[] }>('SELECT u.email, m.roles FROM membership m JOIN app_user u ON u.id = m.user_id WHERE m.org_id = $1 ORDER BY u.email', [orgId]);

  /** Somebody who has come in by invitation. */
  async function joined(home: House, roles = ['enterprise.staff']): Promise<{ login: string; userId: string; browser: Visitor }> {
    const login = newEmail();
    const { body } = await invite(home, login, { roles });
    await accept(tokenOf(body.id as string));
    return { login, userId: (await world.user(login)).id, browser: Object.assign(await world.enter({ login, password: PASSWORD }), { orgId: home.organisationId }) };
  }

  describe('are invited', () => {
    it('by mail: the link shows the organisation, makes the account and works once', async () => {
      const home = await house();
      const email = newEmail();
      const { status, body } = await invite(home, email.toUpperCase());
      expect(status).toBe(201);
      expect((await world.jobs('invitation.mail')).at(-1)).toEqual({ invitationId: body.id }); // no token in the outbox
      const token = tokenOf(body.id as string);
      expect(await world.visitor().get(`/invitations/preview?token=${token}`)).toMatchObject({ status: 200, body: { email, hasAccount: false, roles: ['enterprise.staff'], organisationName: expect.any(String) } });
      expect(await accept(token, { password: 'kurz' })).toMatchObject({ status: 400 });
      expect(await accept(token, { name: '钱得多' })).toMatchObject({ status: 204 });
      expect(await accept(token)).toMatchObject({ status: 422, code: 'link.invalid' });
      expect(await world.visitor().get(`/invitations/preview?token=${token}`)).toMatchObject({ status: 422, code: 'link.invalid' });
      expect(await membersOf(home.organisationId)).toContainEqual({ email, roles: ['enterprise.staff'] });
      expect((await home.keeper.get(`/organisations/${home.organisationId}/invitations`)).body).toEqual([]);
    });

    it('once, even when the link is opened in five windows at once', async () => {
      const home = await house();
      const email = newEmail();
      const token = tokenOf((await invite(home, email)).body.id as string);
      const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
      expect(statuses(answers).filter(status => status === 204)).toHaveLength(1);
      expect(statuses(answers).every(status => status < 500)).toBe(true);
      expect((await membersOf(home.organisationId)).filter(each => each.email === email)).toHaveLength(1);
    });

    it('with an account they have: its password proves them, another’s does not', async () => {
      const [home, other] = [await house(), await house()];
      const { body } = await invite(home, other.login);
      expect((await world.visitor().get(`/invitations/preview?token=${tokenOf(body.id as string)}`)).body).toMatchObject({ hasAccount: true });
      const wrong = await accept(tokenOf(body.id as string), { password: 'Falsch-und-9-lang' });
      expect(wrong).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ pointer: '/password' })] } });
      expect(await membersOf(home.organisationId)).toHaveLength(1);
      expect(await accept(tokenOf(body.id as string))).toMatchObject({ status: 204 });
      expect((await (await world.enter(other)).get('/me')).body.memberships).toHaveLength(2);
    });

    it('for a while: the link ends after seven days, is sent again for seven more, and ends when taken back', async () => {
      const home = await house();
      const { id } = (await invite(home, newEmail())).body as { id: string };
      const path = `/invitations/${id}`;
      world.minutes(7 * 24 * 60 + 1);
      const keeper = Object.assign(await world.enter(home), { orgId: home.organisationId });
      expect(await accept(tokenOf(id))).toMatchObject({ status: 422, code: 'link.invalid' });
      const before = (await world.jobs('invitation.mail')).length;
      expect(await keeper.post(`${path}/resend`)).toMatchObject({ status: 200, body: { id, expiresAt: new Date(world.clock.now().getTime() + 7 * 86_400_000).toISOString() } });
      expect((await world.jobs('invitation.mail')).slice(before)).toEqual([{ invitationId: id }]);
      expect(await world.visitor().get(`/invitations/preview?token=${tokenOf(id)}`)).toMatchObject({ status: 200 });
      expect(await keeper.delete(path)).toMatchObject({ status: 204 });
      expect(await keeper.delete(path)).toMatchObject({ status: 404 });
      expect(await keeper.post(`${path}/resend`)).toMatchObject({ status: 404 });
      expect(await accept(tokenOf(id))).toMatchObject({ status: 422, code: 'link.invalid' });
    });

    it('by one open invitation at a time, whoever is quicker; a member needs none', async () => {
      const home = await house();
      const email = newEmail();
      const answers = await Promise.all([invite(home, email), invite(home, email), invite(home, email)]);
      expect(statuses(answers)).toEqual([201, 400, 400]);
      expect(answers.find(each => each.status === 400)?.body.errors).toEqual([expect.objectContaining({ pointer: '/email', code: 'invited' })]);
      expect((await invite(home, home.login.toUpperCase())).body.errors).toEqual([expect.objectContaining({ pointer: '/email', code: 'member' })]);
    });

    it('by tokens that are ours: not a byte changed, of this kind, not for resetting passwords', async () => {
      const home = await house();
      const { id } = (await invite(home, newEmail())).body as { id: string };
      for (const token of ['', 'x', id, `${id}.`, `${tokenOf(id)}x`, `${tokenOf(id).slice(0, -1)}`, world.app.get(LinkTokens).tokenOf('password-reset', id)])
        expect([token.length, (await accept(token)).code]).toEqual([token.length, 'link.invalid']);
    });

    it('into posts of their own kind only: nobody becomes an officer by an enterprise', async () => {
      const home = await house();
      for (const roles of [['bureau.admin'], ['firm.manager'], ['enterprise.staff', 'bureau.intake'], [], ['emperor']]) expect([roles, (await invite(home, newEmail(), { roles })).status]).toEqual([roles, 400]);
      expect(await world.db.query('SELECT 1 FROM invitation WHERE org_id = $1', [home.organisationId])).toEqual([]);
    });

    it('by the keeper of the organisation only; a stranger does not even learn that it exists', async () => {
      const [home, stranger] = [await house(), await house()];
      const { id } = (await invite(home, newEmail())).body as { id: string };
      const staff = await joined(home);
      const path = `/organisations/${home.organisationId}/invitations`;
      for (const [who, status] of [[stranger.keeper, 404], [staff.browser, 403], [world.visitor(), 401]] as const) {
        expect((await who.get(path)).status).toBe(status);
        expect((await who.post(path, { email: newEmail(), name: '钱新人', roles: ['enterprise.staff'] })).status).toBe(status);
        expect((await who.delete(`/invitations/${id}`)).status).toBe(status);
        expect((await who.post(`/invitations/${id}/resend`)).status).toBe(status);
      }
    });

    it('into a bureau: who has an account signs in anew, with the second factor', async () => {
      const home = await house();
      const admin = await world.browser('bureau.admin');
      const { body } = await admin.post(`/organisations/${admin.orgId as string}/invitations`, { email: home.login, name: '新来的', roles: ['bureau.intake'] });
      expect(await home.keeper.get('/me')).toMatchObject({ status: 200 });
      expect(await accept(tokenOf(body.id as string))).toMatchObject({ status: 204 });
      expect(await home.keeper.get('/me')).toMatchObject({ status: 401, code: 'session.ended' });
      expect((await world.visitor().post('/auth/login', { login: home.login, password: PASSWORD })).body).toMatchObject({ status: 'totp-setup-required' });
    });
  });

  describe('and their posts', () => {
    it('change for the next request: more, less, gone', async () => {
      const home = await house();
      const staff = await joined(home);
      const path = `/organisations/${home.organisationId}/members/${staff.userId}`;
      expect(await staff.browser.get(`/organisations/${home.organisationId}/invitations`)).toMatchObject({ status: 403 });
      expect(await home.keeper.patch(path, { roles: ['enterprise.admin'] })).toMatchObject({ status: 204 });
      expect(await staff.browser.get(`/organisations/${home.organisationId}/invitations`)).toMatchObject({ status: 200 });
      expect(await home.keeper.patch(path, { roles: ['bureau.admin'] })).toMatchObject({ status: 400 });
      expect(await home.keeper.delete(path)).toMatchObject({ status: 204 });
      expect(await staff.browser.get(`/organisations/${home.organisationId}`)).toMatchObject({ status: 403, code: 'organisation.not-a-member' });
      expect(await home.keeper.delete(path)).toMatchObject({ status: 404 });
      const trace = await world.db.query<{ action: string }>(`SELECT action FROM audit_entry WHERE subject_id = $1 AND action LIKE 'membership.%' ORDER BY seq`, [home.organisationId]);
      expect(trace.map(each => each.action)).toEqual(['membership.roles', 'membership.remove']);
    });

    it('always leave one keeper: not the last one, and not two who remove each other at once', async () => {
      const home = await house();
      const self = (await world.user(home.login)).id;
      const path = `/organisations/${home.organisationId}/members`;
      expect(await home.keeper.delete(`${path}/${self}`)).toMatchObject({ status: 422, code: 'membership.last-admin' });
      expect(await home.keeper.patch(`${path}/${self}`, { roles: ['enterprise.staff'] })).toMatchObject({ status: 422, code: 'membership.last-admin' });
      const second = await joined(home, ['enterprise.admin']);
      const answers = await Promise.all([home.keeper.delete(`${path}/${second.userId}`), second.browser.delete(`${path}/${self}`)]);
      expect(answers.filter(each => each.status === 204)).toHaveLength(1);
      expect((await membersOf(home.organisationId)).filter(each => each.roles.includes('enterprise.admin'))).toHaveLength(1);
    });

    it('are not a stranger’s to see or to give', async () => {
      const [home, stranger] = [await house(), await house()];
      const self = (await world.user(home.login)).id;
      const path = `/organisations/${home.organisationId}/members`;
      expect(await stranger.keeper.get(path)).toMatchObject({ status: 404 });
      expect(await stranger.keeper.patch(`${path}/${self}`, { roles: ['enterprise.staff'] })).toMatchObject({ status: 404 });
      expect(await stranger.keeper.delete(`${path}/${self}`)).toMatchObject({ status: 404 });
      // one's own organisation in the address, a foreign person behind it
      expect(await stranger.keeper.delete(`/organisations/${stranger.organisationId}/members/${self}`)).toMatchObject({ status: 404 });
      expect(await membersOf(home.organisationId)).toHaveLength(1);
    });

    it('list everybody with the last time they came', async () => {
      const home = await house();
      await joined(home);
      const { body } = await home.keeper.get(`/organisations/${home.organisationId}/members`);
      expect(body).toEqual([
        expect.objectContaining({ email: home.login, roles: ['enterprise.admin'], lastSignInAt: expect.any(String) }),
        expect.objectContaining({ roles: ['enterprise.staff'], lastSignInAt: expect.any(String) }),
      ]);
      expect(Object.keys(body[0]).sort()).toEqual(['email', 'lastSignInAt', 'name', 'roles', 'userId']); // nothing more of anybody
    });
  });
});
