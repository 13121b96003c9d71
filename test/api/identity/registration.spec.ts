import { IdentityWorld, PASSWORD, statuses, uscc, Visitor } from './world';

describe('registering an organisation', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.begin();
  });
  afterAll(() => world.end());

  /** As the page does it: a solved challenge with the form. */
  const register = async (over: Record<string, unknown> = {}) => world.visitor().post('/registrations', { ...world.registration(over), captcha: await world.captcha() });
  const organisationsOf = (code: string) => world.db.query<{ id: string; status: string }>('SELECT id, status FROM organisation WHERE uscc = $1 ORDER BY id', [code]);

  it('makes an organisation that waits, its first administrator, one line of standing and one task for the bureau', async () => {
    const before = (await world.jobs('organisation.tell-registered')).length;
    const input = world.registration({ uscc: ` ${uscc(901).toLowerCase()} `, adminEmail: 'First.Admin@Example.com' });
    const answer = await world.visitor().post('/registrations', { ...input, captcha: await world.captcha() });
    expect(answer).toMatchObject({ status: 201, body: { organisationId: expect.any(String) } });
    const [organisation] = await world.db.query('SELECT * FROM organisation WHERE id = $1', [answer.body.organisationId]);
    expect(organisation).toMatchObject({ uscc: uscc(901), status: 'pending', kind: 'enterprise', version: 1 });
    expect(JSON.stringify(organisation)).not.toContain('13900001234'); // the telephone number is stored encrypted
    expect(await world.db.query('SELECT roles FROM membership m JOIN app_user u ON u.id = m.user_id WHERE u.email = $1', ['first.admin@example.com'])).toEqual([{ roles: ['enterprise.admin'] }]);
    expect(await world.db.query('SELECT from_status, to_status, by_name FROM organisation_standing WHERE org_id = $1', [answer.body.organisationId])).toEqual([{ from_status: null, to_status: 'pending', by_name: input['adminName'] }]);
    const jobs = await world.jobs('organisation.tell-registered');
    expect(jobs).toHaveLength(before + 1);
    expect(jobs.at(-1)).toEqual({ organisationId: answer.body.organisationId });
  });

  it('refuses without a solved challenge, and stores nothing', async () => {
    const input = world.registration();
    expect(await world.visitor().post('/registrations', input)).toMatchObject({ status: 400, code: 'auth.captcha' });
    expect(await organisationsOf(input['uscc'] as string)).toEqual([]);
  });

  it.each([
    ['a wrong check character', { uscc: '91141181MTEXT0012X' }, '/uscc', 'uscc'],
    ['seventeen characters', { uscc: '91141181MTEXT0012' }, '/uscc', 'uscc'],
    ['a letter the code never has', { uscc: '91141181MTEST00120' }, '/uscc', 'uscc'],
    ['an empty code', { uscc: '' }, '/uscc', 'uscc'],
    ['a bureau', { kind: 'bureau' }, '/kind', 'isIn'],
    ['a weak password', { adminPassword: 'kurz' }, '/adminPassword', 'password'],
    ['a password that holds the name of the organisation', { name: '孝义晨光石灰厂', adminPassword: '孝义晨光石灰厂-2026' }, '/adminPassword', 'password'],
    ['a telephone number of ten digits', { contactPhone: '1390000123' }, '/contactPhone', 'matches'],
    ['an address that is none', { adminEmail: 'nobody' }, '/adminEmail', 'isEmail'],
    ['a status of one’s own', { status: 'active' }, '/status', 'whitelistValidation'],
  ])('refuses %s, at the field and with what to do', async (_what, over, pointer, code) => {
    const answer = await register(over);
    expect(answer).toMatchObject({ status: 400, code: 'validation', body: { errors: expect.arrayContaining([expect.objectContaining({ pointer, zh: expect.any(String), en: expect.any(String) })]) } });
    expect(answer.body.errors.map((each: { code: string }) => each.code).join()).toContain(code);
  });

  it('leaves nothing behind when the second half fails: the address of the administrator is taken', async () => {
    const { login } = await world.organisation();
    const input = world.registration({ adminEmail: login.toUpperCase() });
    const answer = await world.visitor().post('/registrations', { ...input, captcha: await world.captcha() });
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/adminEmail' })]);
    expect(await organisationsOf(input['uscc'] as string)).toEqual([]);
  });

  it('takes one code once, however many come at once', async () => {
    const input = world.registration();
    const captchas = await Promise.all(Array.from({ length: 6 }, () => world.captcha()));
    const answers = await Promise.all(captchas.map((captcha, i) => world.visitor().post('/registrations', { ...input, adminEmail: `race-${i}@example.com`, captcha })));
    expect(statuses(answers)).toEqual([201, 400, 400, 400, 400, 400]);
    for (const refused of answers.filter(each => each.status === 400)) expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/uscc', code: 'uscc-taken' })]);
    expect(await organisationsOf(input['uscc'] as string)).toHaveLength(1);
    expect(await world.db.query(`SELECT 1 FROM app_user WHERE email LIKE 'race-%'`)).toHaveLength(1);
  });

  it('lets an enterprise come as a firm too: two registrations, two standings', async () => {
    const code = uscc(902);
    expect(await register({ uscc: code })).toMatchObject({ status: 201 });
    expect(await register({ uscc: code, kind: 'firm' })).toMatchObject({ status: 201 });
    expect(await organisationsOf(code)).toHaveLength(2);
  });

  describe('the standing of an organisation', () => {
    let intake: Visitor;
    let supervisor: Visitor;
    beforeAll(async () => {
      intake = await world.browser('bureau.intake');
      supervisor = await world.browser('bureau.supervisor');
    });

    it('is decided once when two officers decide at once, with one line, one audit row and one message', async () => {
      const { organisationId } = await world.organisation();
      const path = `/organisations/${organisationId}`;
      const answers = await Promise.all([intake.post(`${path}/verify`), supervisor.post(`${path}/reject`, { reason: '法定代表人与营业执照不符' })]);
      expect(statuses(answers)).toEqual([200, 409]);
      expect(answers.find(each => each.status === 409)).toMatchObject({ code: 'organisation.status' });
      expect(await world.db.query('SELECT 1 FROM organisation_standing WHERE org_id = $1', [organisationId])).toHaveLength(2);
      expect((await world.jobs('organisation.tell-standing')).filter(each => each['organisationId'] === organisationId)).toHaveLength(1);
      expect(await world.db.query(`SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action IN ('organisation.verify', 'organisation.reject')`, [organisationId])).toHaveLength(1);
    });

    it('goes pending, rejected, pending, active, suspended, active; each step is told once and its history read by both sides', async () => {
      const person = await world.organisation();
      const path = `/organisations/${person.organisationId}`;
      const keeper = await world.enter(person);
      expect(await intake.post(`${path}/reject`, { reason: '住所与营业执照不符' })).toMatchObject({ status: 200, body: { status: 'rejected', statusReason: '住所与营业执照不符' } });
      const facts = { name: '孝义改正石灰厂', address: '孝义市改正路 9 号', legalRepresentative: '王测试', contactName: '李测试', contactPhone: '13900001234' };
      expect(await keeper.patch(path, facts, { headers: { 'if-match': '"v1"' } })).toMatchObject({ status: 412, code: 'stale' });
      expect(await keeper.patch(path, facts, { headers: { 'if-match': '"v2"' } })).toMatchObject({ status: 200, body: { status: 'pending', statusReason: null, name: '孝义改正石灰厂' } });
      expect(await intake.post(`${path}/verify`)).toMatchObject({ status: 200, body: { status: 'active' } });
      expect(await intake.post(`${path}/suspend`, { reason: '涉嫌伪造监测数据' })).toMatchObject({ status: 403 });
      expect(await supervisor.post(`${path}/suspend`, { reason: '涉嫌伪造监测数据' })).toMatchObject({ status: 200, body: { status: 'suspended' } });
      expect(await supervisor.post(`${path}/suspend`, { reason: '涉嫌伪造监测数据' })).toMatchObject({ status: 409, code: 'organisation.status' });
      expect(await supervisor.post(`${path}/reinstate`, { reason: '调查后未发现问题' })).toMatchObject({ status: 200, body: { status: 'active' } });
      const steps = ['suspended>active', 'active>suspended', 'pending>active', 'rejected>pending', 'pending>rejected', 'null>pending'];
      for (const reader of [keeper, intake]) {
        const history = (await reader.get(`${path}/standing`)).body as { from: string | null; to: string; reason: string | null; by: string }[];
        expect(history.map(each => `${each.from}>${each.to}`)).toEqual(steps);
        expect(history[1]).toMatchObject({ reason: '涉嫌伪造监测数据', by: world.account('bureau.supervisor').name });
      }
    });

    it('is told: the officers hear of each registration and each correction, the organisation of each step', async () => {
      const person = await world.organisation();
      const path = `/organisations/${person.organisationId}`;
      const keeper = await world.enter(person);
      const officer = await world.user(world.account('bureau.intake').login);
      const toOfficer = async (): Promise<number> => (await world.db.query(`SELECT 1 FROM notification WHERE user_id = $1 AND subject_id = $2`, [officer.id, person.organisationId])).length;
      await world.runJobs();
      expect(await toOfficer()).toBe(1);
      await intake.post(`${path}/reject`, { reason: '住所与营业执照不符' });
      await world.runJobs();
      await keeper.patch(path, { name: '孝义改正石灰厂', address: '孝义市改正路 9 号', legalRepresentative: '王测试', contactName: '李测试', contactPhone: '13900001234' }, { headers: { 'if-match': '"v2"' } });
      await world.runJobs();
      expect(await toOfficer()).toBe(2);
      await intake.post(`${path}/verify`);
      await world.runJobs();
      await world.runJobs(); // nothing twice
      expect(await world.told(person.organisationId)).toEqual(['单位注册未通过核验', '单位已通过核验']);
    });

    it('lets a rejected code be registered by others, and tells the first when it comes back too late', async () => {
      const code = uscc(903);
      const first = await world.organisation({ uscc: code });
      const keeper = await world.enter(first);
      await intake.post(`/organisations/${first.organisationId}/reject`, { reason: '冒用他人单位名义' });
      expect(await register({ uscc: code })).toMatchObject({ status: 201 });
      const back = await keeper.patch(`/organisations/${first.organisationId}`, { name: '孝义改正石灰厂', address: '孝义市改正路 9 号', legalRepresentative: '王测试', contactName: '李测试', contactPhone: '13900001234' }, { headers: { 'if-match': '"v2"' } });
      expect(back.body.errors).toEqual([expect.objectContaining({ pointer: '/uscc', code: 'uscc-taken' })]);
      expect((await organisationsOf(code)).map(each => each.status)).toEqual(['rejected', 'pending']);
    });

    it('is nobody’s who has no post for it, and unseen is not there', async () => {
      const { organisationId } = await world.organisation();
      for (const role of ['enterprise.admin', 'firm.manager', 'bank.manager', 'department.officer'])
        expect([role, (await (await world.browser(role)).get(`/organisations/${organisationId}`)).status]).toEqual([role, 404]);
      expect(await (await world.browser('bureau.enforcer')).post(`/organisations/${organisationId}/verify`)).toMatchObject({ status: 403 });
      expect(await world.visitor().get(`/organisations/${organisationId}`)).toMatchObject({ status: 401 });
      expect(await intake.get('/organisations/not-an-id')).toMatchObject({ status: 404 });
      const bureau = world.account('bureau.intake').organisationId;
      expect(await supervisor.post(`/organisations/${bureau}/suspend`, { reason: '自己停自己' })).toMatchObject({ status: 403 });
    });

    it('shows the telephone number to the bureau for a reason, and writes down who looked', async () => {
      const { organisationId } = await world.organisation();
      expect((await intake.get(`/organisations/${organisationId}`)).body.contactPhone).toBe('139****1234');
      expect(await intake.post(`/organisations/${organisationId}/unmask`, {})).toMatchObject({ status: 400 });
      expect(await intake.post(`/organisations/${organisationId}/unmask`, { reason: '电话核实法人身份' })).toMatchObject({ status: 200, body: { contactPhone: '13900001234' } });
      expect(await world.db.query(`SELECT details->>'reason' AS reason FROM audit_entry WHERE action = 'organisation.unmask' AND subject_id = $1`, [organisationId])).toEqual([{ reason: '电话核实法人身份' }]);
    });

    it('lists what waits, page by page, with search by name and by code', async () => {
      const marked = await Promise.all([1, 2, 3].map(n => world.organisation({ name: `翻页石料第${n}厂` })));
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await intake.get(`/organisations?status=pending&q=${encodeURIComponent('翻页石料')}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
        seen.push(...body.items.map((each: { id: string }) => each.id));
        if (!body.nextCursor) break;
        cursor = body.nextCursor as string;
      }
      expect(seen.sort()).toEqual(marked.map(each => each.organisationId).sort());
      expect(await intake.get('/organisations?cursor=broken')).toMatchObject({ status: 400 });
      expect(await intake.get(`/organisations?q=${encodeURIComponent('100%_')}`)).toMatchObject({ status: 200, body: { items: [] } });
    });
  });

  it('never lets an organisation that waits be taken for a verified one', async () => {
    const person = await world.organisation({ adminPassword: PASSWORD });
    const keeper = await world.enter(person);
    expect((await keeper.get('/me')).body.current).toMatchObject({ orgStatus: 'pending' });
    expect((await keeper.get(`/organisations/partners?q=${encodeURIComponent('石灰厂')}`)).body.map((each: { id: string }) => each.id)).not.toContain(person.organisationId);
  });
});
