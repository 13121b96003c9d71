import { allJobs, Outbox } from '@huanbao/platform';
import { Emissions } from '@huanbao/records';
import { Any, Person, RecordsWorld } from './world';

const NOX = { place: 'DA001', pollutant: 'NOx', sampledAt: '2026-11-24 10:00', value: '30', oxygenPercent: '3.5', flow: '4800', ownLaboratory: true };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('actual amounts', () => {
  let records: RecordsWorld;
  let hospital: Person;
  let base: string;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    hospital = await records.hospital();
    base = `/emissions/${records.permitId}`;
    records.world.clock.set('2026-11-26T02:00:00Z');
  });
  afterAll(() => records.end());

  const amounts = () => records.world.api.get(Emissions).amounts(records.permitId, YEAR);
  const amount = async (outletCode: string, pollutant: string): Promise<Any> => (await amounts()).find(one => one.outletCode === outletCode && one.pollutant === pollutant);
  const shown = async (outletCode: string, pollutant: string): Promise<Any> => ((await hospital.get(`${base}?year=2026`)).body.amounts as Any[]).find(one => one.outletCode === outletCode && one.pollutant === pollutant);
  const rows = (sql: string): Promise<Any[]> => records.world.db.query<Any>(sql);
  const errorsOf = (answer: { body: Any }): string[] => (answer.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);

  it('names every outlet and pollutant with a mass, without a figure where there are no data', async () => {
    expect((await amounts()).map(one => `${one.outletCode} ${one.pollutant} ${one.amountT ?? '—'} ${one.permittedT ?? '—'}`)).toEqual([
      'DA001 PM — —', 'DA001 SO2 — —', 'DA001 NOx — 0.9', 'DW001 COD — —', 'DW001 BOD5 — —', 'DW001 SS — —', 'DW001 animal-oil — —', 'DW001 oil — —', 'plant NOx — 0.9',
    ]);
    expect((await shown('DA001', 'NOx')).quarters[0].steps[0].zh).toContain('没有可用于核算的数据');
  });

  it('reckons results by hand with the hours of the ledger, and says how', async () => {
    for (const businessDate of ['2026-11-24', '2026-11-25']) expect((await hospital.post(`/ledgers/${records.permitId}/entries`, { itemKey: 'facility-operation:MF0001', businessDate, data: { state: 'running', runningHours: '20' } })).status).toBe(201);
    expect((await hospital.post(`/monitoring/${records.permitId}/results`, NOX)).status).toBe(201);
    // 40 h entered and 3,600 h ÷ 365 for the day before, whose ledger is missing: it is not taken for zero
    expect(await amount('DA001', 'NOx')).toMatchObject({ method: 'manual', amountT: '0.00717984' });
    const gap = await shown('DA001', 'NOx');
    expect([gap.complete, gap.missingDays, gap.quarters[0].missingDays, gap.quarters[0].unverified]).toEqual([false, 1, 1, false]);
    expect((gap.quarters[0].steps as Any[]).map(one => one.zh as string).join()).toContain('台账有 1 天没有运行时间（2026-11-23），不按零计');
    expect((await hospital.post(`/ledgers/${records.permitId}/entries`, { itemKey: 'facility-operation:MF0001', businessDate: '2026-11-23', data: { state: 'stopped' } })).status).toBe(201);
    // 30 mg/m³ × 4,800 m³/h × 40 h
    expect(await amount('DA001', 'NOx')).toEqual({ outletCode: 'DA001', pollutant: 'NOx', method: 'manual', amountT: '0.00576', permittedT: '0.9' });
    const found = await shown('DA001', 'NOx');
    expect([found.usedPercent, found.warning, found.complete]).toEqual(['0.6', 'none', true]);
    expect((found.quarters[0].steps as Any[]).map(one => one.zh as string)).toEqual(['手工监测 1 次，浓度×流量的平均值 144000', '运行时间 40 小时', '(Σ CᵢQᵢ÷n)×H×10⁻⁹ = 0.00576 t', '运行时间取自生产设施台账：运行 40 小时、2 天', '台账或自动监测记录停运 1 天（2026-11-23），计 0']);
    expect(await amount('plant', 'NOx')).toMatchObject({ amountT: '0.00576', permittedT: '0.9', method: 'manual' });
  });

  it('gives zero with its reason for what stood by a reported stoppage, and no data are wanted', async () => {
    await rows(`INSERT INTO stoppage (permit_id, enterprise_id, site_id, region_code, enterprise_name, site_name, permit_number, kind, scope, facilities, outlets, from_on, to_on, reason, reported_at, reported_by, reported_by_name, state)
      SELECT id, enterprise_id, site_id, region_code, enterprise_name, site_name, number, 'unplanned', '污水处理站', '{MF0002}', '{DW001}', '2026-11-23', NULL, '管网改造停用', now(), id, '任', 'reported' FROM permit WHERE id = '${records.permitId}'`);
    expect(await amount('DW001', 'COD')).toMatchObject({ method: 'standing', amountT: '0' });
    const found = await shown('DW001', 'COD');
    expect([found.complete, found.quarters[0].standingDays, found.quarters[0].steps[0].zh]).toEqual([true, 4, '停产报告 2026-11-23 至 未复产（管网改造停用）：其中 4 天不排放，计 0']);
    // the outlet of the boiler is not touched by it
    expect((await amount('DA001', 'NOx')).amountT).toBe('0.00576');
    await rows(`UPDATE stoppage SET state = 'withdrawn'`);
    expect(await amount('DW001', 'COD')).toMatchObject({ method: null, amountT: null });
  });

  it('takes automatic hours before results by hand once three quarters of the hours are there', async () => {
    const key = await records.key(['monitoring']);
    const hour = (index: number, over: object = {}): object => ({ place: 'DA001', pollutant: 'NOx', at: `2026-11-${23 + Math.floor(index / 24)}T${String(index % 24).padStart(2, '0')}`, concentration: '10', flow: '5000', ...over });
    const send = (given: object[]) => records.program(key, { method: 'POST', path: `${base}/readings`, body: { rows: given } });
    // the permit began on 23 November: 4 days, 96 hours; it is 10 o'clock of the fourth
    const first = await send(Array.from({ length: 60 }, (_, index) => hour(index)));
    expect([first.status, first.body.accepted]).toEqual([200, 60]);
    expect((await amount('DA001', 'NOx')).method).toBe('manual');
    expect((await shown('DA001', 'NOx')).quarters[0].passedOver[0].zh).toContain('捕集率 62.5%');
    expect((await send(Array.from({ length: 72 }, (_, index) => hour(index)))).body).toMatchObject({ accepted: 12, existing: 60, refused: 0 });
    // 96 h × 10 mg/m³ × 5,000 m³/h, the 24 missing ones taken at the highest before
    expect(await amount('DA001', 'NOx')).toMatchObject({ method: 'automatic', amountT: '0.0048' });

    const wrong = await send([hour(80, { at: '2026-11-26T23' }), hour(1, { concentration: '-1' }), hour(2, { place: 'DA009' }), hour(3, { at: '2026-11-23' }), hour(4, { concentration: '11' }), 5 as unknown as object, hour(5, { at: '2026-11-22T01' })]);
    expect((wrong.body.rows as Any[]).map(row => (row.errors as Any[])[0].code as string)).toEqual(['future', 'number', 'pollutant', 'time', 'taken', 'type', 'before-permit']);
    expect((await send([hour(4, { concentration: '110', reason: '校准后重算' })])).body.accepted).toBe(1);
    expect(await rows(`SELECT revision, concentration::text AS c, reason FROM emission_reading WHERE at = '2026-11-23T04' ORDER BY revision`)).toEqual([{ revision: 1, c: '10', reason: null }, { revision: 2, c: '110', reason: '校准后重算' }]);
    await expect(rows('UPDATE emission_reading SET flow = 1')).rejects.toThrow('append-only');
    expect((await records.program(await records.key(['ledger']), { method: 'POST', path: `${base}/readings`, body: { rows: [hour(0)] } })).status).toBe(403);
  });

  it('takes a coefficient or a balance where nothing was measured, and refuses what cannot be reckoned with', async () => {
    const figures = { activity: '30', activityUnit: '万m³', factorKgPerUnit: '0.4', removal: '0', treatmentRate: '0', source: '排放源统计调查产排污核算方法和系数手册' };
    const basis = (over: object) => hospital.post(`${base}/bases`, { place: 'DA001', pollutant: 'SO2', quarter: '2026Q4', kind: 'coefficient', figures, ...over });
    expect((await basis({})).status).toBe(201);
    expect(await amount('DA001', 'SO2')).toMatchObject({ method: 'coefficient', amountT: '0.012', permittedT: null });
    await basis({ figures: { ...figures, activity: '60' } });
    expect(await amount('DA001', 'SO2')).toMatchObject({ amountT: '0.024' });
    expect(await rows('SELECT count(*)::int AS n FROM emission_basis')).toEqual([{ n: 2 }]);
    expect(errorsOf(await basis({ figures: { ...figures, removal: '95' } }))).toEqual(['/figures share']);
    expect(errorsOf(await basis({ figures: { ...figures, activity: '约30' } }))).toEqual(['/figures number']);
    expect(errorsOf(await basis({ pollutant: 'Hg' }))).toEqual(['/pollutant pollutant']);
    expect((await basis({ quarter: '2026Q5' })).status).toBe(400);
  });

  it('warns once at 80 % and once at 100 %', async () => {
    const watch = async (): Promise<Any[]> => {
      const job = allJobs().find(one => one.name === 'records.watch-amounts');
      await records.world.db.transaction(() => records.world.api.get(Outbox).enqueue(job as NonNullable<typeof job>, {}));
      await records.world.runJobs();
      return rows(`SELECT DISTINCT split_part(key, ':', 3) || ' ' || split_part(key, ':', 6) AS what FROM notification WHERE key LIKE 'amount:%' ORDER BY 1`);
    };
    expect(await watch()).toEqual([]);
    const [{ at }] = (await rows(`SELECT '2026-11-24T01' AS at`)) as [{ at: string }];
    const key = await records.key(['monitoring']);
    const flow = async (value: string): Promise<void> => void expect((await records.program(key, { method: 'POST', path: `${base}/readings`, body: { rows: [{ place: 'DA001', pollutant: 'NOx', at, concentration: '100', flow: value, reason: '重算' }] } })).body.accepted).toBe(1);
    await flow('300000');
    expect((await watch()).map(one => one.what as string)).toEqual(['DA001 near', 'plant near']);
    await flow('400000');
    await watch();
    expect((await watch()).map(one => one.what as string)).toEqual(['DA001 full', 'DA001 near', 'plant full', 'plant near']);
    expect((await shown('DA001', 'NOx')).warning).toBe('full');
  });

  it('is read by the bureau of the place, exported, and closed to other enterprises', async () => {
    const [officer, lime] = [await records.officer(), await records.lime()];
    for (const path of [base, `${base}/export`]) expect({ path, officer: (await officer.get(path)).status, lime: (await lime.get(path)).status }).toEqual({ path, officer: 200, lime: 404 });
    expect((await hospital.get(`${base}/export`)).raw.subarray(0, 2).toString()).toBe('PK');
    expect([(await officer.post(`${base}/bases`, { place: 'DA001', pollutant: 'SO2', quarter: '2026Q4', kind: 'coefficient', figures: {} })).status, (await lime.post(`${base}/readings`, { rows: [1] })).status]).toEqual([403, 404]);
    expect((await hospital.get(`${base}?year=26`)).status).toBe(400);
  });

  it('keeps what was permitted beside the amounts of the year in which the permit ended', async () => {
    const before = await amount('DA001', 'NOx');
    // as the end of a permit leaves it
    const today = records.world.clock.today();
    await rows(`UPDATE permit SET status = 'revoked', ended_on = '${today}' WHERE id = '${records.permitId}'`);
    await rows(`UPDATE permit_limit SET valid_until = greatest(valid_from, '${today}'::date) WHERE permit_id = '${records.permitId}' AND valid_until IS NULL`);
    expect(before?.permittedT).toBe('0.9');
    expect(await amount('DA001', 'NOx')).toEqual(before);
    expect((await shown('DA001', 'NOx')).warning).toBe('full');
  });
});
