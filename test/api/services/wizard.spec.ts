import { Any, MarketWorld, ok } from '../marketplace/world';

/** “我需要什么服务”: by answers for anybody, by what is known for an enterprise. */
describe('the wizard', () => {
  let world: MarketWorld;
  beforeAll(async () => {
    world = await MarketWorld.begin();
  });
  afterAll(() => world.end());

  const ask = async (query: string): Promise<Any> => ok(await world.house.anyone.get(`/public/service-needs${query}`), 200).body;
  const codesOf = (needs: Any): string[] => (needs.needs as Any[]).map(one => one.service.code as string);

  it('asks and answers without an account', async () => {
    const questions = ok(await world.house.anyone.get('/public/service-needs/questions'), 200).body as Any[];
    expect(questions.map(one => one.group)).toEqual(['construction', 'operation', 'closure']);
    expect(await ask('')).toEqual({ known: null, needs: [] });
    const needs = await ask('?situation=monitoring,hazardous&region=141181');
    expect(codesOf(needs)).toEqual(['self-monitoring', 'hazardous-waste', 'hazardous-plan']);
    expect(needs.needs[0]).toMatchObject({ why: [{ source: 'answer', article: '排污许可管理条例 第十九条' }], service: { firms: 1, requirementZh: expect.stringContaining('CMA') } });
    expect((await ask('?situation=monitoring&region=510100')).needs[0].service.firms).toBe(0);
    for (const bad of ['?situation=nonsense', '?region=x', '?colour=red']) expect((await world.house.anyone.get(`/public/service-needs${bad}`)).status).toBe(400);
  });

  it('speaks of the enterprise’s own permit, duties and findings, to itself alone', async () => {
    const none = ok(await world.enterprise.get('/service-needs'), 200).body;
    expect(none.needs).toEqual([]);
    const owner = world.enterprise.orgId;
    const siteId = (await world.query('SELECT id FROM site WHERE org_id = $1 LIMIT 1', [owner]))[0].id as string;
    await world.query(
      `INSERT INTO obligation (permit_id, key, enterprise_id, enterprise_name, site_id, site_name, region_code, permit_number, kind, rhythm, period_from, period_to, due_on, title_zh, title_en, content_zh, content_en, legal_basis, verified, provisional, is_day_off, status, search, created_at)
       VALUES (uuidv7(), 'k', $1, '示范', $2, '主厂区', '141181', 'P', 'report-quarterly', 'quarterly', '2026-07-01', '2026-09-30', '2026-10-31', '三季度执行报告', 'Third quarter', '', '', '排污许可管理条例 第二十二条', true, false, false, 'overdue', '示范', now())`,
      [owner, siteId],
    );
    const needs = ok(await world.enterprise.get('/service-needs?situation=nobody'), 200).body;
    expect(codesOf(needs)).toEqual(['execution-report', 'steward']);
    expect([needs.known.duties, needs.needs[0].why[0]]).toEqual([1, expect.objectContaining({ source: 'duty', overdue: true, dueOn: '2026-10-31', article: '排污许可管理条例 第二十二条' })]);
    expect(codesOf(ok(await world.otherEnterprise.get('/service-needs'), 200).body)).toEqual([]);
    expect((await world.otherEnterprise.get(`/service-needs?enterpriseId=${owner}`)).status).toBe(404);
    expect((await world.firm(0).get(`/service-needs?enterpriseId=${owner}`)).status).toBe(404);
    expect((await world.supervisor.get('/service-needs')).status).toBe(403);
    expect((await world.house.anyone.get('/service-needs')).status).toBe(401);
  });
});
