import { Prices } from '@huanbao/services';
import { newId } from '@huanbao/platform';
import { Any, codes, MarketWorld, ok, Person } from '../marketplace/world';

/** The catalogue, its versions, the tasks that name it, and typical prices. */
describe('the catalogue of services', () => {
  let world: MarketWorld;
  let supervisor: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    supervisor = world.supervisor;
  });
  afterAll(() => world.end());

  const show = async (code: string): Promise<Any> => ok(await world.house.anyone.get(`/public/services/${code}`), 200).body;
  const edited = (service: Any, over: Any = {}): Any => {
    const { titleZh, titleEn, active, purposeZh, purposeEn, scopeTemplate, deliverables, durationDays, requirement, legalBasis } = service;
    return { titleZh, titleEn, active, purposeZh, purposeEn, scopeTemplate, deliverables, durationDays, requirement, legalBasis, note: '按新规定修改', ...over };
  };

  it('has four kinds in three stages, each service with scope, deliverables, requirement and law', async () => {
    const list = ok(await world.house.anyone.get('/public/services'), 200).body as Any[];
    expect(new Set(list.map(one => `${one.kind} ${one.stage}`)).size).toBe(12);
    expect((ok(await world.house.anyone.get(`/public/services?stage=closure&q=${encodeURIComponent('土壤')}`), 200).body as Any[]).map(one => one.code)).toEqual(['soil-report']);
    expect(await show('self-monitoring')).toMatchObject({ requirementZh: '“CMA”（范围含水和废水或空气和废气）', firms: 1, band: null, version: 1 });
    for (const bad of ['/public/services?kind=x', '/public/services?q=a']) expect((await world.house.anyone.get(bad)).status).toBe(400);
    for (const bad of ['/public/services/x', '/public/services/no-such-service', '/public/services/..%2f']) expect((await world.house.anyone.get(bad)).status).toBe(404);
  });

  it('is edited by the bureau in versions; who saves second is told', async () => {
    const service = await show('noise-testing');
    const change = edited(service, { scopeTemplate: '1. 厂界布点\n2. 昼夜监测各一次' });
    expect((await world.enterprise.put('/services/noise-testing', change, { ifMatch: 1 })).status).toBe(403);
    expect((await (await world.house.as('bureau.intake')).put('/services/noise-testing', change, { ifMatch: 1 })).status).toBe(403);
    expect(codes(await Promise.all([supervisor.put('/services/noise-testing', change, { ifMatch: 1 }), supervisor.put('/services/noise-testing', change, { ifMatch: 1 })]))).toEqual(['200', 'stale']);
    const versions = ok(await supervisor.get('/services/noise-testing/versions'), 200).body as Any[];
    expect(versions.map(one => [one.version, one.note])).toEqual([[2, '按新规定修改'], [1, '随平台提供']]);
    for (const [over, pointer] of [[{ requirement: [{ anyOf: [{ kind: '祖传' }] }] }, '/requirement/0/anyOf/0/kind'], [{ legalBasis: [{ law: '某法', article: '', from: '2026-01-01', to: '2025-01-01', verified: true }] }, '/legalBasis/0/to'], [{ deliverables: [] }, '/deliverables'], [{ price: 1 }, '/price']] as [Any, string][])
      expect((await supervisor.put('/services/noise-testing', edited(service, over), { ifMatch: 2 })).body.errors.map((one: Any) => one.pointer)).toEqual([pointer]);
    const added = { ...edited(service), code: 'odour-testing', kind: 'testing', stage: 'operation', titleZh: '恶臭监测', titleEn: 'Odour' };
    expect(codes(await Promise.all([supervisor.post('/services', added), supervisor.post('/services', added)]))).toEqual(['201', 'validation']);
  });

  it('gives a task its requirement at the publication; a later edit changes nothing of it', async () => {
    const [ldar] = [await show('ldar')];
    expect((await world.enterprise.post('/service-tasks', world.content({ serviceCode: 'no-such-service' }))).body.errors[0].code).toBe('service');
    expect((await world.enterprise.post('/service-tasks', world.content({ serviceCode: 'eia-form' }))).body.errors[0].code).toBe('service-kind');
    const task = await world.published({ serviceCode: 'ldar', requiredQualifications: [], title: '泄漏检测与修复' });
    const shown = ok(await world.house.anyone.get(`/public/service-tasks/${task.id}`), 200).body;
    expect([shown.serviceCode, shown.requirementZh]).toEqual(['ldar', ldar.requirementZh]);
    await world.query(`UPDATE qualification SET scope = '噪声' WHERE firm_id = $1 AND kind = 'CMA'`, [world.firm(1).orgId]);
    const refused = await world.send(task, world.firm(1), await world.seal(task, world.firm(1), { priceYuan: '80000.00' }));
    expect([refused.body.code, JSON.stringify(refused.body)]).toEqual(['bid.not-eligible', expect.stringContaining('现有资质的范围不含')]);
    ok(await supervisor.put('/services/ldar', edited(ldar, { requirement: [{ anyOf: [{ kind: '碳核查' }] }] }), { ifMatch: 1 }), 200);
    await world.bid(task, world.firm(0), { priceYuan: '80000.00' });
    expect((await show('ldar')).firms).toBe(0);
    expect((await world.row(task.id)).service_version).toBe(1);
    ok(await supervisor.put('/services/ldar', edited(ldar, { active: false }), { ifMatch: 2 }), 200);
    expect((await world.enterprise.post('/service-tasks', world.content({ serviceCode: 'ldar' }))).body.errors[0].code).toBe('service');
    expect((ok(await world.house.anyone.get('/public/services'), 200).body as Any[]).map(one => one.code)).not.toContain('ldar');
  });

  it('learns prices from awards, once each, and shows none below five', async () => {
    const task = await world.opened(['88000.00'], { serviceCode: 'self-monitoring' });
    ok(await world.enterprise.post(`${task.path}/award`, { bidId: task.bids[0].id, reason: '' }), 200);
    await world.runJobs();
    await world.query(`UPDATE outbox SET done_at = NULL, attempts = 0 WHERE job = 'task.learn-price'`);
    await world.runJobs();
    expect(await world.query('SELECT service_code, price_yuan FROM award_price')).toEqual([{ service_code: 'self-monitoring', price_yuan: '88000.00' }]);
    expect((await show('self-monitoring')).band).toBeNull();
    const prices = world.house.worker.get(Prices);
    const learn = (priceYuan: string, hour: number): Promise<void> => prices.learn({ taskId: newId(), serviceCode: 'self-monitoring', priceYuan, at: new Date(world.now + hour * 3_600_000) });
    for (const [nth, price] of ['91234.56', '99999.99', '120000.00', '400000.00'].entries()) await learn(price, nth + 1);
    const band = { n: 5, lowYuan: '91000.00', medianYuan: '100000.00', highYuan: '120000.00' };
    expect((await show('self-monitoring')).band).toMatchObject(band);
    for (let hour = 6; hour < 10; hour++) {
      await learn('1.00', hour);
      expect((await show('self-monitoring')).band).toMatchObject(band); // the next award shows nothing of itself
    }
    await learn('1.00', 10);
    expect((await show('self-monitoring')).band.n).toBe(10);
  });
});
