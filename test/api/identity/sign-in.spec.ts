import { Passwords } from '@huanbao/platform';
import { IdentityWorld, PASSWORD, statuses, Visitor } from './world';

describe('signing in', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.begin();
  });
  afterAll(() => world.end());

  const guess = (visitor: Visitor, login: string, password = 'Falsch-und-9-lang', over: object = {}) => visitor.post('/auth/login', { login, password, ...over });

  describe('what the body may be', () => {
    it.each([
      ['an object as login', { login: {}, password: PASSWORD }],
      ['a list as password', { login: 'a@example.com', password: ['x'] }],
      ['an unknown field', { login: 'a@example.com', password: PASSWORD, roles: ['bureau.admin'] }],
      ['nothing at all', {}],
      ['text of 5,000 signs', { login: 'a@example.com', password: 'x'.repeat(5000) }],
    ])('answers %s with 400 and the field', async (_what, body) => {
      const answer = await world.visitor().post('/auth/login', body);
      expect(answer).toMatchObject({ status: 400, code: 'validation' });
      expect(answer.body.errors[0]).toMatchObject({ pointer: expect.any(String), zh: expect.any(String), en: expect.any(String) });
    });
  });

  describe('unknown people', () => {
    it('get the answer a wrong password gets, word for word', async () => {
      const known = await guess(world.visitor(), world.account('enterprise.admin').login);
      const unknown = await guess(world.visitor(), 'nobody@example.com');
      expect(unknown).toMatchObject({ status: 401, code: 'auth.bad-credentials' });
      expect(unknown.body).toEqual(known.body);
    });

    it('cost the same: one hash is computed for them as for everybody, or the answer would come ten times faster', async () => {
      const verify = jest.spyOn(world.app.get(Passwords), 'verify');
      for (const login of [(await world.organisation()).login, 'nobody@example.com']) {
        verify.mockClear();
        await guess(world.visitor(), login);
        // the hash that is compared must cost what real ones cost
        expect(verify.mock.calls.map(([stored]) => stored.split('$').slice(1, 4).join('$'))).toEqual(['argon2id$v=19$m=19456,t=2,p=1']);
      }
      verify.mockRestore();
    });
  });

  describe('many guesses', () => {
    it('need a solved challenge after three, once each, and lock for longer and longer after five', async () => {
      const { login, password } = await world.organisation();
      const visitor = world.visitor();
      for (const required of [false, false, true]) expect((await guess(visitor, login)).body).toMatchObject({ code: 'auth.bad-credentials', captchaRequired: required });
      expect(await guess(visitor, login, password)).toMatchObject({ status: 400, code: 'auth.captcha', body: { captchaRequired: true } });
      const captcha = await world.captcha();
      expect(await guess(visitor, login, undefined, { captcha })).toMatchObject({ code: 'auth.bad-credentials' });
      expect(await guess(visitor, login, password, { captcha })).toMatchObject({ status: 400, code: 'auth.captcha' }); // used
      expect(await guess(visitor, login, undefined, { captcha: await world.captcha() })).toMatchObject({ code: 'auth.bad-credentials' });
      expect(await guess(visitor, login, password, { captcha: await world.captcha() })).toMatchObject({ status: 429, code: 'auth.locked', body: { retryAfterSeconds: 60 } });
      world.minutes(1.1);
      expect(await guess(visitor, login, undefined, { captcha: await world.captcha() })).toMatchObject({ code: 'auth.bad-credentials' });
      expect(await guess(visitor, login, password, { captcha: await world.captcha() })).toMatchObject({ status: 429, body: { retryAfterSeconds: 120 } });
      world.minutes(2.1);
      expect(await guess(visitor, login, password, { captcha: await world.captcha() })).toMatchObject({ status: 200, body: { status: 'ok' } });
      expect(await guess(world.visitor(), login, password)).toMatchObject({ status: 200 }); // nothing is held against them
    });

    it('at once get no further than five', async () => {
      const { login } = await world.organisation();
      const answers = await Promise.all(Array.from({ length: 30 }, () => guess(world.visitor(), login)));
      expect(answers.filter(answer => answer.code === 'auth.bad-credentials').length).toBeLessThanOrEqual(5);
      expect(answers.filter(answer => answer.status >= 500)).toEqual([]);
    });

    it('share one count however the telephone number is written', async () => {
      const person = await world.organisation();
      const browser = await world.enter(person);
      expect(await browser.patch('/me', { phone: '13700001111' })).toMatchObject({ status: 200, body: { user: { phone: '137****1111' } } });
      for (const login of ['13700001111', '137 0000 1111', '+86 137-0000-1111', person.login, '(137)00001111']) await guess(world.visitor(), login, undefined, { captcha: await world.captcha() });
      expect(await guess(world.visitor(), '137-0000-1111', PASSWORD, { captcha: await world.captcha() })).toMatchObject({ code: 'auth.locked' });
    });

    it('from one address make it solve challenges for every login', async () => {
      const visitor = world.visitor();
      for (const n of [1, 2, 3]) await guess(visitor, `unknown-${n}@example.com`);
      const { login, password } = await world.organisation();
      expect(await guess(visitor, login, password)).toMatchObject({ code: 'auth.captcha' });
      expect(await guess(world.visitor(), login, password)).toMatchObject({ status: 200 });
    });

    it('are written down without the password', async () => {
      const before = await world.audited('auth.login-failed');
      await guess(world.visitor(), 'nobody@example.com', 'Geheim-gehalten-77');
      expect(await world.audited('auth.login-failed')).toBe(before + 1);
      expect(await world.db.query(`SELECT 1 FROM audit_entry WHERE details::text LIKE '%Geheim%'`)).toEqual([]);
    });
  });

  describe('the challenge', () => {
    it.each([
      ['noise', () => Promise.resolve('bm9pc2U=')],
      ['another installation’s', async () => (await world.captcha()).replace(/.{8}$/, 'AAAAAAA=')],
      [
        'one whose time was lengthened by a digit of the number',
        async () => {
          const solved = JSON.parse(Buffer.from(await world.captcha(), 'base64').toString()) as { salt: string; number: number };
          const [digit, ...rest] = String(solved.number);
          const moved = { ...solved, salt: `${solved.salt.replace(/\.$/, '')}${digit ?? ''}`, number: Number(rest.join('') || 0) };
          return Buffer.from(JSON.stringify(moved)).toString('base64');
        },
      ],
    ])('refuses %s', async (_what, make) => {
      expect(await world.visitor().post('/auth/password/forgot', { email: 'nobody@example.com', captcha: await make() })).toMatchObject({ status: 400, code: 'auth.captcha' });
    });

    it('ends after ten minutes', async () => {
      const captcha = await world.captcha();
      world.minutes(10.1);
      expect(await world.visitor().post('/auth/password/forgot', { email: 'nobody@example.com', captcha })).toMatchObject({ code: 'auth.captcha' });
    });

    it('is taken once even by ten requests at once', async () => {
      const captcha = await world.captcha();
      const answers = await Promise.all(Array.from({ length: 10 }, () => world.visitor().post('/auth/password/forgot', { email: 'nobody@example.com', captcha })));
      expect(statuses(answers)).toEqual([204, ...Array.from({ length: 9 }, () => 400)]);
    });
  });
});
