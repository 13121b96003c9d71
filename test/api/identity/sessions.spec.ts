import { IdentityWorld, PASSWORD, Visitor } from './world';

describe('sessions', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.begin();
  });
  afterAll(() => world.end());

  const ended = async (browser: Visitor): Promise<string | null> => {
    const id = (browser.jar.get('hb_rt') ?? '').split('.')[0];
    const [row] = await world.db.query<{ reason: string | null }>('SELECT ended_reason AS reason FROM user_session WHERE id = $1', [id]);
    return row?.reason ?? null;
  };

  it('live in cookies no script reads, for our own pages only; the body holds no token', async () => {
    const { login, password } = await world.organisation();
    const answer = await world.visitor().post('/auth/login', { login, password });
    expect(answer.body).toMatchObject({ status: 'ok', accessToken: null });
    const cookies = Object.fromEntries(answer.cookies.map(cookie => [cookie.name, cookie]));
    expect(cookies['hb_at']).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api' });
    expect(cookies['hb_rt']).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/v1/auth' });
    expect(cookies['hb_csrf']?.httpOnly).toBeFalsy();
    const [row] = await world.db.query<{ refreshHash: string }>('SELECT refresh_hash AS "refreshHash" FROM user_session ORDER BY id DESC LIMIT 1');
    expect(row?.refreshHash).not.toContain((cookies['hb_rt']?.value ?? '').split('.')[1]);
  });

  it('refuse what changes something without the token against forged requests', async () => {
    const [mine, other] = [await world.enter(await world.organisation()), await world.enter(await world.organisation())];
    const name = { name: '改了的名字' };
    expect(await mine.patch('/me', name, { bare: true })).toMatchObject({ status: 403 });
    expect(await mine.patch('/me', name, { bare: true, headers: { 'x-csrf-token': 'x' } })).toMatchObject({ status: 403 });
    expect(await mine.patch('/me', name, { bare: true, headers: { 'x-csrf-token': other.jar.get('hb_csrf') as string } })).toMatchObject({ status: 403 }); // another session's
    expect(await mine.post('/auth/refresh', {}, { bare: true })).toMatchObject({ status: 403 });
    expect((await mine.get('/me')).body.user.name).not.toBe('改了的名字');
    expect(await mine.patch('/me', name)).toMatchObject({ status: 200 });
  });

  it('rotate: each refresh gives a new token, and the old one ends the whole session for owner and thief', async () => {
    const browser = await world.enter(await world.organisation());
    const thief = browser.copy();
    expect(await browser.post('/auth/refresh')).toMatchObject({ status: 204 });
    expect(browser.jar.get('hb_rt')).not.toBe(thief.jar.get('hb_rt'));
    world.minutes(1);
    expect(await thief.post('/auth/refresh')).toMatchObject({ status: 401, code: 'session.ended' });
    expect(thief.jar.size).toBe(0);
    expect(await browser.get('/me')).toMatchObject({ status: 401, code: 'session.ended' }); // at once, though its access token has not run out
    expect(await browser.copy().post('/auth/refresh')).toMatchObject({ status: 401 });
    expect(await ended(browser)).toBe('reuse');
    expect(await world.audited('session.reuse-detected')).toBe(1);
  });

  it('allow two tabs to refresh at the same moment', async () => {
    const browser = await world.enter(await world.organisation());
    const answers = await Promise.all([browser.copy().post('/auth/refresh'), browser.copy().post('/auth/refresh'), browser.copy().post('/auth/refresh')]);
    expect(answers.map(each => each.status)).toEqual([204, 204, 204]);
    expect(await ended(browser)).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['noise', 'noise'],
    ['an id alone', '018f0000-0000-7000-8000-000000000001'],
    ['an unknown session', '018f0000-0000-7000-8000-000000000001.secret'],
  ])('are not refreshed by %s', async (_what, token) => {
    const visitor = world.visitor();
    if (token) visitor.jar.set('hb_rt', token);
    expect([401, 403]).toContain((await visitor.post('/auth/refresh')).status);
  });

  it('are listed with their device, ended one by one or all but this one', async () => {
    const person = await world.organisation();
    const [here, there, third] = [await world.enter(person), await world.enter(person), await world.enter(person)];
    const list = (await here.get('/auth/sessions')).body as { id: string; current: boolean; ip: string }[];
    expect(list).toHaveLength(3);
    expect(list.filter(each => each.current)).toEqual([expect.objectContaining({ ip: here.ip })]);
    const foreign = ((await (await world.enter(await world.organisation())).get('/auth/sessions')).body as { id: string }[])[0]?.id as string;
    expect(await here.delete(`/auth/sessions/${foreign}`)).toMatchObject({ status: 404 });
    const id = list.find(each => each.ip === there.ip)?.id as string;
    expect(await here.delete(`/auth/sessions/${id}`)).toMatchObject({ status: 204 });
    expect(await here.delete(`/auth/sessions/${id}`)).toMatchObject({ status: 404 });
    expect(await there.get('/me')).toMatchObject({ status: 401, code: 'session.ended' });
    expect(await third.get('/me')).toMatchObject({ status: 200 });
    expect(await here.post('/auth/sessions/revoke-others')).toMatchObject({ status: 204 });
    expect(await third.get('/me')).toMatchObject({ status: 401 });
    expect(await here.get('/me')).toMatchObject({ status: 200 });
    expect((await here.get('/auth/sessions')).body).toHaveLength(1);
  });

  it('end by leaving, also when the access token has run out already', async () => {
    const person = await world.organisation();
    const [first, second] = [await world.enter(person), await world.enter(person)];
    const before = first.copy();
    expect(await first.post('/auth/logout')).toMatchObject({ status: 204 });
    expect(first.jar.size).toBe(0);
    expect(await before.get('/me')).toMatchObject({ status: 401 });
    second.jar.delete('hb_at');
    const kept = second.copy();
    expect(await second.post('/auth/logout')).toMatchObject({ status: 204 });
    expect(await kept.post('/auth/refresh')).toMatchObject({ status: 401 });
  });

  it('end by themselves: officers after an hour of rest or a working day, others after a week of rest or a fortnight', async () => {
    const officer = await world.browser('bureau.intake');
    const other = await world.enter(await world.organisation());
    for (let hour = 0; hour < 11; hour += 1) {
      world.minutes(59);
      expect((await officer.get('/me')).status).toBe(200);
    }
    const resting = await world.browser('bureau.reviewer');
    world.minutes(61);
    expect(await resting.get('/me')).toMatchObject({ status: 401 });
    expect(await officer.get('/me')).toMatchObject({ status: 401 }); // the working day is over
    expect(await other.get('/me')).toMatchObject({ status: 200 });
    world.minutes(7 * 24 * 60 + 2);
    expect(await other.get('/me')).toMatchObject({ status: 401 });
  });

  it('of a program carry the token in a header and need no cookie', async () => {
    const { login, organisationId } = await world.organisation();
    const answer = await world.visitor().post('/auth/login', { login, password: PASSWORD }, { headers: { 'x-client': 'api' } });
    expect(answer.body.accessToken).toEqual(expect.any(String));
    expect(answer.cookies).toEqual([]);
    const program = Object.assign(world.visitor(), { token: answer.body.accessToken as string, orgId: organisationId });
    expect(await program.patch('/me', { name: '程序改的' })).toMatchObject({ status: 200 });
    program.token = `${program.token.slice(0, -2)}xx`;
    expect(await program.get('/me')).toMatchObject({ status: 401 });
  });

  it('act for organisations one belongs to only', async () => {
    const browser = await world.enter(await world.organisation());
    for (const orgId of [world.account('enterprise.admin').organisationId, '018f0000-0000-7000-8000-000000000001', 'x']) {
      browser.orgId = orgId;
      expect(await browser.get('/organisations/partners?q=ab')).toMatchObject({ status: 403, code: 'organisation.not-a-member' });
    }
  });
});
