import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { IdentityWorld, PASSWORD } from './world';

const ROOT = join(__dirname, '../../..');

/** Bureau, departments and banks do not register: the operator sets them up at the terminal. */
describe('establishing an official body', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.begin();
  });
  afterAll(() => world.end());

  /** The command, as the operator types it; against this file's database. */
  const establish = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise(done => {
      const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...world.settings };
      execFile(process.execPath, [join(ROOT, 'scripts/run-cli.mjs'), 'establish', ...args], { cwd: ROOT, env, timeout: 60_000 }, (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }));
    });

  it('makes it active, with its first line of standing, and invites its first administrator by mail and link', async () => {
    const { code, out, err } = await establish('bank', '孝义第二示范银行', 'Head@Bank.example', '高行长');
    expect([code, err]).toEqual([0, '']);
    const [organisation] = await world.db.query<{ id: string; status: string; kind: string }>(`SELECT id, status, kind FROM organisation WHERE name = '孝义第二示范银行'`);
    expect(organisation).toMatchObject({ status: 'active', kind: 'bank' });
    expect(await world.db.query('SELECT to_status, by_name FROM organisation_standing WHERE org_id = $1', [organisation?.id])).toEqual([{ to_status: 'active', by_name: '平台运维' }]);
    const token = /token=(\S+)/.exec(out)?.[1] as string;
    expect((await world.visitor().get(`/invitations/preview?token=${token}`)).body).toMatchObject({ email: 'head@bank.example', roles: ['bank.manager'], organisationName: '孝义第二示范银行' });
    expect(await world.visitor().post('/invitations/accept', { token, password: PASSWORD })).toMatchObject({ status: 204 });
    expect((await (await world.enter({ login: 'head@bank.example', password: PASSWORD })).get('/me')).body.current).toMatchObject({ orgKind: 'bank', roles: ['bank.manager'] });
    expect(await world.audited('organisation.establish')).toBe(4); // three of the demonstration city
    const again = await establish('bank', '孝义第二示范银行', 'other@bank.example', '高行长');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('there is already')]);
    expect(await world.db.query(`SELECT 1 FROM organisation WHERE name = '孝义第二示范银行'`)).toHaveLength(1);
  });

  it.each([
    ['nothing', []],
    ['an enterprise', ['enterprise', '某厂', 'a@example.com', '某人']],
    ['no address', ['bureau', '某局', 'nobody', '某人']],
  ])('refuses %s with how it is used, and makes nothing', async (_what, args) => {
    const before = await world.db.query('SELECT id FROM organisation');
    const { code, err } = await establish(...args);
    expect(code).toBe(1);
    expect(err).toContain('establish <bureau|department|bank>');
    expect(await world.db.query('SELECT id FROM organisation')).toEqual(before);
  });
});
