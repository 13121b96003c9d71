import { Membership } from '@huanbao/identity';
import { IdentityWorld, PASSWORD, Visitor } from './world';

describe('the second factor', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.begin();
  });
  afterAll(() => world.end());

  const ticketOf = async (login: string, visitor = world.visitor()): Promise<string> => (await visitor.post('/auth/login', { login, password: PASSWORD })).body.ticket as string;

  /** A person with a role in the bureau and nothing set up. */
  async function newOfficer(): Promise<{ login: string; userId: string; bureau: string }> {
    const { login } = await world.organisation();
    const { id: userId } = await world.user(login);
    const bureau = world.account('bureau.intake').organisationId;
    await world.db.repo(Membership).insert({ userId, orgId: bureau, roles: ['bureau.intake'], createdAt: world.clock.now(), lastUsedAt: null });
    return { login, userId, bureau };
  }

  async function setUp(browser: Visitor): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { secret } = (await browser.post('/auth/totp/begin')).body as { secret: string };
    const { recoveryCodes } = (await browser.post('/auth/totp/confirm', { code: world.code(secret), secret })).body as { recoveryCodes: string[] };
    return { secret, recoveryCodes };
  }

  it('is asked of officers; a code opens a session once, even when sent ten times at once', async () => {
    const { login, totpSecret } = world.account('bureau.intake');
    const ticket = await ticketOf(login);
    const code = world.code(totpSecret as string);
    const answers = await Promise.all(Array.from({ length: 4 }, () => world.visitor().post('/auth/login/totp', { ticket, code })));
    expect(answers.filter(answer => answer.body.status === 'ok')).toHaveLength(1);
    expect(answers.filter(answer => answer.code === 'auth.bad-code')).toHaveLength(3);
    expect(await world.visitor().post('/auth/login/totp', { ticket: await ticketOf(login), code: world.code(totpSecret as string, -1) })).toMatchObject({ code: 'auth.bad-code' }); // older than used
  });

  it('locks after five wrong codes, however many come at once', async () => {
    const { login, totpSecret } = world.account('bureau.reviewer');
    const ticket = await ticketOf(login);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => world.visitor().post('/auth/login/totp', { ticket, code: String(100000 + i) })));
    expect(answers.filter(answer => answer.code === 'auth.bad-code').length).toBeLessThanOrEqual(5);
    expect(await world.visitor().post('/auth/login/totp', { ticket, code: world.code(totpSecret as string) })).toMatchObject({ status: 429, code: 'auth.locked' });
  });

  it('does not let right passwords count against an officer', async () => {
    const { login } = world.account('bureau.supervisor');
    for (let i = 0; i < 8; i += 1) expect(await ticketOf(login)).toEqual(expect.any(String));
  });

  it('must be set up by a new officer before anything else', async () => {
    const { login, bureau } = await newOfficer();
    const visitor = world.visitor();
    const first = await visitor.post('/auth/login', { login, password: PASSWORD });
    expect(first.body).toMatchObject({ status: 'totp-setup-required', accessToken: null });
    expect(visitor.jar.size).toBe(0);
    const { ticket } = first.body as { ticket: string };
    const { secret } = (await visitor.post('/auth/login/totp-setup', { ticket })).body as { secret: string };
    expect(await visitor.post('/auth/login/totp-setup/confirm', { ticket, code: '000000', secret })).toMatchObject({ status: 401, code: 'auth.bad-code' });
    expect(await visitor.post('/auth/login/totp-setup/confirm', { ticket, code: world.code('AAAAAAAAAAAAAAAA'), secret: 'AAAAAAAAAAAAAAAA' })).toMatchObject({ code: 'auth.bad-code' }); // a secret of one's own making
    const done = await visitor.post('/auth/login/totp-setup/confirm', { ticket, code: world.code(secret) });
    expect(done.body).toMatchObject({ status: 'ok', recoveryCodes: expect.arrayContaining([expect.stringMatching(/^[0-9a-f]{5}-[0-9a-f]{5}$/)]) });
    visitor.orgId = bureau;
    expect(await visitor.get('/organisations')).toMatchObject({ status: 200 });
    expect(await visitor.post('/auth/login/totp-setup', { ticket })).toMatchObject({ status: 401, code: 'auth.ticket' }); // not twice
  });

  it('is never skipped by a session opened before the person became an officer', async () => {
    const { login } = await world.organisation();
    const browser = await world.enter({ login, password: PASSWORD });
    const bureau = world.account('bureau.intake').organisationId;
    await world.db.repo(Membership).insert({ userId: (await world.user(login)).id, orgId: bureau, roles: ['bureau.admin'], createdAt: world.clock.now(), lastUsedAt: null });
    browser.orgId = bureau;
    expect(await browser.get('/organisations')).toMatchObject({ status: 403, code: 'auth.second-factor' });
    expect(await browser.get('/me')).toMatchObject({ status: 200 });
    await setUp(browser); // proves the factor within this session
    expect(await browser.get('/organisations')).toMatchObject({ status: 200 });
  });

  it('is offered to everybody; a recovery code works once, and no table gives it away', async () => {
    const person = await world.organisation();
    const other = await world.enter(person);
    const browser = await world.enter(person);
    const { recoveryCodes } = await setUp(browser);
    expect(await other.get('/me')).toMatchObject({ status: 401, code: 'session.ended' });
    const [code] = recoveryCodes as [string];
    const stored = await world.db.query<{ hash: string }>('SELECT hash FROM recovery_code');
    expect(stored.map(row => row.hash)).not.toContain(code);
    const both = await Promise.all([1, 2].map(async () => world.visitor().post('/auth/login/totp', { ticket: await ticketOf(person.login), code: code.toUpperCase() })));
    expect(both.map(answer => answer.code ?? answer.body.status).sort()).toEqual(['auth.bad-code', 'ok']);
  });

  it('cannot be changed from a session left open, but with the password', async () => {
    const person = await world.organisation();
    const browser = await world.enter(person);
    await setUp(browser);
    world.minutes(16);
    expect(await browser.post('/auth/totp/begin')).toMatchObject({ status: 403, code: 'auth.sign-in-again' });
    expect(await browser.delete('/auth/totp')).toMatchObject({ status: 403, code: 'auth.sign-in-again' });
    expect(await browser.delete('/auth/totp', { password: 'Falsch-und-9-lang' })).toMatchObject({ status: 400 });
    expect(await browser.delete('/auth/totp', { password: PASSWORD })).toMatchObject({ status: 204 });
    expect((await browser.get('/me')).body.user).toMatchObject({ totpEnabled: false });
  });

  it('cannot be removed by an officer', async () => {
    const browser = await world.browser('bureau.enforcer');
    expect(await browser.delete('/auth/totp')).toMatchObject({ status: 422, code: 'auth.second-factor-due' });
  });

  it('asks a ticket that is young, for this step and of this password', async () => {
    const person = await world.organisation();
    const browser = await world.enter(person);
    const { secret } = await setUp(browser);
    const ticket = await ticketOf(person.login);
    expect(await world.visitor().post('/auth/login/totp-setup', { ticket })).toMatchObject({ code: 'auth.ticket' });
    expect(await world.visitor().get('/me', { headers: { authorization: `Bearer ${ticket}` } })).toMatchObject({ status: 401 });
    expect(await world.visitor().post('/auth/login/totp', { ticket: `${ticket}x`, code: '123456' })).toMatchObject({ code: 'auth.ticket' });
    world.minutes(1);
    expect(await browser.post('/auth/password/change', { current: PASSWORD, next: 'Neue-Kalkbude-88' })).toMatchObject({ status: 204 });
    world.minutes(1);
    expect(await world.visitor().post('/auth/login/totp', { ticket, code: world.code(secret) })).toMatchObject({ code: 'auth.ticket' });
  });

  it('keeps its secret encrypted', async () => {
    const { login, totpSecret } = world.account('bureau.approver');
    const user = await world.user(login);
    expect(user.totpCipher).not.toContain(totpSecret);
  });

  it('lets an officer with an old password do nothing but change it', async () => {
    const browser = await world.browser('bureau.approver');
    await world.db.query(`UPDATE app_user SET password_changed_at = $2 WHERE email = $1`, [world.account('bureau.approver').login, new Date(world.clock.now().getTime() - 91 * 86_400_000)]);
    expect(await browser.get('/organisations')).toMatchObject({ status: 403, code: 'auth.password-expired' });
    expect(await browser.get('/me')).toMatchObject({ status: 200 });
    expect(await browser.post('/auth/password/change', { current: PASSWORD, next: 'Neue-Kalkbude-88' })).toMatchObject({ status: 204 });
    expect(await browser.get('/organisations')).toMatchObject({ status: 200 });
  });

  it('is reset by the administrator for a colleague who lost it: signed out at once, set up anew; not for oneself, not by others', async () => {
    const admin = await world.browser('bureau.admin');
    const { login, totpSecret } = world.account('bureau.enforcer');
    const officer = await world.browser('bureau.enforcer');
    const { id: userId } = await world.user(login);
    const path = (id: string): string => `/organisations/${admin.orgId as string}/members/${id}/reset-second-factor`;
    const reason = { reason: '手机遗失，已当面核对身份' };
    expect(await officer.post(path(userId), reason)).toMatchObject({ status: 403 });
    expect(await admin.post(path(userId), {})).toMatchObject({ status: 400 });
    expect(await admin.post(path((await world.user(world.account('bureau.admin').login)).id), reason)).toMatchObject({ status: 422, code: 'membership.not-oneself' });
    expect(await admin.post(path((await world.user(world.account('enterprise.admin').login)).id), reason)).toMatchObject({ status: 404 });
    expect((await officer.get('/me')).status).toBe(200);
    expect((await admin.post(path(userId), reason)).status).toBe(204);
    expect((await officer.get('/me')).status).toBe(401);
    expect(await world.db.query('SELECT 1 FROM recovery_code WHERE user_id = $1', [userId])).toEqual([]);
    expect((await world.visitor().post('/auth/login', { login, password: PASSWORD })).body.status).toBe('totp-setup-required');
    expect(await world.visitor().post('/auth/login/totp', { ticket: await ticketOf(login), code: world.code(totpSecret as string, 1) })).toMatchObject({ status: 401 });
    expect(await world.db.query(`SELECT details->>'reason' AS reason FROM audit_entry WHERE action = 'totp.reset' AND details->>'userId' = $1`, [userId])).toEqual([reason]);
  });
});
