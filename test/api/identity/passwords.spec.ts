import { LinkTokens } from '@huanbao/identity';
import { IdentityWorld, PASSWORD, statuses, Visitor } from './world';

const NEW = 'Neue-Kalkbude-88';

describe('passwords', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.begin();
  });
  afterAll(() => world.end());

  const forgot = async (email: string, visitor: Visitor = world.visitor()) => visitor.post('/auth/password/forgot', { email, captcha: await world.captcha() });
  const reset = (token: string, password = NEW) => world.visitor().post('/auth/password/reset', { token, password });
  const login = async (email: string, password: string): Promise<string> => {
    const answer = await world.visitor().post('/auth/login', { login: email, password });
    return answer.code ?? (answer.body.status as string);
  };

  describe('that are forgotten', () => {
    it('are reset by a link that comes by mail, works once, lifts a lock and ends every session', async () => {
      const person = await world.organisation();
      const open = await world.enter(person);
      expect(await forgot(person.login.toUpperCase())).toMatchObject({ status: 204 });
      const token = await world.link('password-reset');
      expect(JSON.stringify((await world.jobs('password-reset.mail')).at(-1))).not.toContain(token.split('.')[1]);
      for (let i = 0; i < 5; i += 1) await world.visitor().post('/auth/login', { login: person.login, password: 'Falsch-und-9-lang', ...(i < 3 ? {} : { captcha: await world.captcha() }) });
      expect(await world.visitor().post('/auth/login', { login: person.login, password: PASSWORD, captcha: await world.captcha() })).toMatchObject({ status: 429, code: 'auth.locked' });
      expect(await reset(token)).toMatchObject({ status: 204 });
      expect(await reset(token, 'Noch-eine-Bude-99')).toMatchObject({ status: 422, code: 'link.invalid' });
      expect(await open.get('/me')).toMatchObject({ status: 401, code: 'session.ended' });
      expect(await login(person.login, PASSWORD)).toBe('auth.bad-credentials');
      expect(await login(person.login, NEW)).toBe('ok');
    });

    it('are reset once by two windows at once', async () => {
      const person = await world.organisation();
      await forgot(person.login);
      const token = await world.link('password-reset');
      expect(statuses(await Promise.all([reset(token), reset(token, 'Noch-eine-Bude-99')]))).toEqual([204, 422]);
      expect(await world.db.query('SELECT 1 FROM password_history WHERE user_id = $1', [(await world.user(person.login)).id])).toHaveLength(1);
    });

    it('give no hint whether the address is known: same answer, one audit row each, mail only to who is known', async () => {
      const person = await world.organisation();
      const [mails, rows] = [(await world.jobs('password-reset.mail')).length, await world.audited('password.reset-requested')];
      const [known, unknown] = [await forgot(person.login), await forgot('nobody@example.com')];
      expect(unknown).toEqual(known);
      expect(await world.audited('password.reset-requested')).toBe(rows + 2);
      expect(await world.jobs('password-reset.mail')).toHaveLength(mails + 1);
      expect(await world.visitor().post('/auth/password/forgot', { email: person.login })).toMatchObject({ status: 400, code: 'auth.captcha' });
    });

    it('fill nobody’s inbox: three open links at most', async () => {
      const person = await world.organisation();
      const before = (await world.jobs('password-reset.mail')).length;
      for (let i = 0; i < 6; i += 1) expect(await forgot(person.login)).toMatchObject({ status: 204 });
      expect(await world.jobs('password-reset.mail')).toHaveLength(before + 3);
    });

    it('wait half an hour for their link, and all links of a person end with the first one used', async () => {
      const person = await world.organisation();
      await forgot(person.login);
      const old = await world.link('password-reset');
      world.minutes(30.1);
      expect(await reset(old)).toMatchObject({ status: 422, code: 'link.invalid' });
      await forgot(person.login);
      const first = await world.link('password-reset');
      await forgot(person.login);
      const second = await world.link('password-reset');
      expect(await reset(second)).toMatchObject({ status: 204 });
      world.minutes(1);
      expect(await reset(first, 'Noch-eine-Bude-99')).toMatchObject({ status: 422 });
      for (const token of ['', 'x', `${second}x`, world.app.get(LinkTokens).tokenOf('invitation', second.split('.')[0] as string)]) expect(await reset(token)).toMatchObject({ status: 422, code: 'link.invalid' });
    });

    it('keep the link alive when the new password is too weak', async () => {
      const person = await world.organisation();
      await forgot(person.login);
      const token = await world.link('password-reset');
      expect(await reset(token, 'kurz')).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ pointer: '/password' })] } });
      expect(await reset(token, PASSWORD)).toMatchObject({ status: 400 }); // the one forgotten
      expect(await reset(token)).toMatchObject({ status: 204 });
    });
  });

  describe('that are changed', () => {
    it('need the present one, end the other sessions and keep this one', async () => {
      const person = await world.organisation();
      const [here, there] = [await world.enter(person), await world.enter(person)];
      expect(await here.post('/auth/password/change', { current: 'Falsch-und-9-lang', next: NEW })).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ pointer: '/current' })] } });
      expect(await here.post('/auth/password/change', { current: PASSWORD, next: 'kurz' })).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ pointer: '/next' })] } });
      world.minutes(1);
      expect(await here.post('/auth/password/change', { current: PASSWORD, next: NEW })).toMatchObject({ status: 204 });
      expect(await here.get('/me')).toMatchObject({ status: 200 });
      expect(await there.get('/me')).toMatchObject({ status: 401 });
      expect(await login(person.login, NEW)).toBe('ok');
    });

    it('are never one of the last five', async () => {
      const person = await world.organisation();
      const here = await world.enter(person);
      const chain = [PASSWORD, ...[1, 2, 3, 4, 5].map(n => `Kalkbude-Nummer-${n}${n}`)];
      for (let i = 1; i < chain.length; i += 1) {
        world.minutes(1);
        for (const used of chain.slice(Math.max(0, i - 5), i)) expect([used, (await here.post('/auth/password/change', { current: chain[i - 1], next: used })).status]).toEqual([used, 400]);
        expect(await here.post('/auth/password/change', { current: chain[i - 1], next: chain[i] })).toMatchObject({ status: 204 });
      }
      world.minutes(1);
      expect(await here.post('/auth/password/change', { current: chain[5], next: PASSWORD })).toMatchObject({ status: 204 }); // six back
    });

    it('cannot be guessed from a session left open: five tries, and the page says when to go on', async () => {
      const here = await world.enter(await world.organisation());
      const guess = () => here.post('/auth/password/change', { current: 'Falsch-und-9-lang', next: NEW });
      for (let i = 0; i < 5; i += 1) expect(await guess()).toMatchObject({ status: 400 });
      expect(await guess()).toMatchObject({ status: 429, code: 'auth.locked', body: { retryAfterSeconds: 60 } });
    });

    it('are changed once by two pages at once', async () => {
      const here = await world.enter(await world.organisation());
      const answers = await Promise.all([here.copy().post('/auth/password/change', { current: PASSWORD, next: NEW }), here.copy().post('/auth/password/change', { current: PASSWORD, next: 'Noch-eine-Bude-99' })]);
      expect(statuses(answers)).toEqual([204, 400]);
    });
  });

  it('are kept as argon2id only, and never written down', async () => {
    const person = await world.organisation();
    expect((await world.user(person.login)).passwordHash).toMatch(/^\$argon2id\$/);
    const here = await world.enter(person);
    await here.post('/auth/password/change', { current: PASSWORD, next: NEW });
    expect(await world.db.query(`SELECT 1 FROM audit_entry WHERE details::text LIKE '%' || $1 || '%' OR details::text LIKE '%' || $2 || '%'`, [NEW, PASSWORD])).toEqual([]);
    expect(await world.db.query(`SELECT 1 FROM outbox WHERE payload::text LIKE '%' || $1 || '%'`, [NEW])).toEqual([]);
  });
});
