import { Answer, anEnterprise, anOfficer, World } from './world';

describe('progress without an account', () => {
  let world: World;
  const enterprise = anEnterprise();
  const intake = anOfficer('bureau.intake');

  beforeAll(async () => {
    world = await World.start('2026-11-23T02:00:00Z', { HB_RATE_FACTOR: '1' });
  });
  afterAll(() => world.stop());

  const look = (number: string, code: string, ip: string): Promise<Answer<Record<string, unknown>>> => world.call(null, 'GET', `/public/cases/${number}?code=${encodeURIComponent(code)}`, { ip });
  const codeOf = async (id: string): Promise<string> => (await world.call<{ queryCode: string }>(enterprise, 'GET', `/cases/${id}`)).body.queryCode;

  it('shows the steps and the post, no persons and no content', async () => {
    const c = await world.reviewing(enterprise, intake);
    const { status, body, text } = await look(c.number as string, await codeOf(c.id), '10.0.0.1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: c.number, state: { zh: '审查中' }, ball: { holder: { zh: '审查岗' } }, clock: { dueDate: '2026-12-21' }, timeline: [{ title: { zh: '提交申请' } }, { title: { zh: '受理' } }] });
    for (const secret of [enterprise.orgName, intake.name, enterprise.name, c.partyOrgId]) expect(text).not.toContain(secret);
  });

  it('gives the code to the applicant only, and keeps it encrypted', async () => {
    const c = await world.submitted(enterprise);
    expect((await world.call<{ queryCode: null }>(intake, 'GET', `/cases/${c.id}`)).body.queryCode).toBeNull();
    const [row] = await world.db.query<{ query_code: string }>('SELECT query_code FROM case_record WHERE id = $1', [c.id]);
    expect(row?.query_code).not.toContain(await codeOf(c.id));
  });

  it('answers a wrong code and an unknown number alike', async () => {
    const c = await world.submitted(enterprise);
    const answers = [await look(c.number as string, 'ABCD2345', '10.0.0.2'), await look('CS-2026-999999', 'ABCD2345', '10.0.0.2'), await look('%00', 'ABCD2345', '10.0.0.2')];
    expect(answers.map(answer => [answer.status, answer.body['code'], answer.body['zh']])).toEqual(Array(3).fill([404, 'not-found', '没有找到您要的内容，请核对链接或编号']));
    expect((await world.call(null, 'GET', `/public/cases/${c.number}`)).status).toBe(400);
  });

  it('cannot be opened by trying, not even from many addresses at once, and recovers later', async () => {
    const c = await world.submitted(enterprise);
    const guesses = await Promise.all(Array.from({ length: 40 }, (_, i) => look(c.number as string, `ABCD23${10 + i}`, `10.1.0.${i}`)));
    expect(guesses.filter(answer => answer.status === 404)).toHaveLength(10);
    expect(guesses.filter(answer => answer.status === 429)).toHaveLength(30);
    expect((await look(c.number as string, await codeOf(c.id), '10.1.1.1')).status).toBe(429);
    world.clock.advance(16 * 60_000);
    expect((await look(c.number as string, await codeOf(c.id), '10.1.1.1')).status).toBe(200);
  });

  it('stops a visitor who tries many numbers, and does not count successes', async () => {
    const c = await world.submitted(enterprise);
    const code = await codeOf(c.id);
    for (let i = 0; i < 35; i += 1) expect((await look(c.number as string, code, '10.2.0.1')).status).toBe(200);
    for (let i = 0; i < 30; i += 1) expect((await look(`CS-2026-8${String(i).padStart(5, '0')}`, code, '10.2.0.2')).status).toBe(404);
    expect((await look('CS-2026-777777', code, '10.2.0.2')).status).toBe(429);
    const stored = await world.db.query<{ subject: string }>('SELECT subject FROM case_query_attempt');
    expect(JSON.stringify(stored)).not.toContain('10.2.0');
  });
});
