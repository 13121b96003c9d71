import ExcelJS from 'exceljs';
import { Any, Answer, Person, PermitWorld } from './world';
import { edited, opened, sendFile } from '../exchange/files';

const GAS = { standard: 'DB14/1929-2019', medium: 'air', source: 'boiler-gas', pollutant: 'NOx', tier: 'provincial', value: '30', unit: 'mg/m³', validFrom: '2027-01-01', baseOxygen: '3.5' };
const WHY = { reason: '省里修订了限值', citation: '晋环发〔2026〕9号 附件2' };

/** Dated standards and limits: looked up by everyone, changed by two persons, compared with the text, and what the form and the review make of them. */
describe('standards and limits', () => {
  let world: PermitWorld;
  let [admin, reviewer, supervisor, intake, enterprise]: Person[] = [];

  beforeAll(async () => {
    world = await PermitWorld.begin();
    [admin, reviewer, supervisor, intake, enterprise] = [await world.as('bureau.admin'), await world.as('bureau.reviewer'), await world.as('bureau.supervisor'), await world.as('bureau.intake'), await world.as('enterprise.admin')];
  });
  afterAll(() => world.end());

  const propose = (items: object[], who = reviewer as Person): Promise<Answer<Any>> => who.post('/limit-proposals', { ...WHY, items });
  const limit = async (query: string): Promise<Any> => ((await (admin as Person).get(`/limits?${query}`)).body.items as Any[])[0];
  const gas = (): Promise<Any> => limit('standard=DB14/1929-2019&source=boiler-gas&pollutant=NOx&on=2026-11-23');
  const strictest = async (query: string): Promise<Any> => (await world.anyone.get(`/public/limits/strictest?${query}`)).body;

  it('tells everyone the strictest limit and why the others do not apply', async () => {
    const body = await strictest('medium=air&source=boiler-gas&pollutant=NOx&date=2026-11-23&inKeyRegion=false&builtOn=2018-01-01');
    expect(body.summary.zh).toBe('最严 50 mg/m³（基准含氧量 3.5%），依据 DB14/1929-2019，未核实');
    expect(body.candidates.map((one: Any) => [one.tier, one.applies, one.wins, one.verified])).toEqual([['provincial', true, true, false], ['national', true, false, false], ['special', false, false, false]]);
    const options = (await world.anyone.get('/public/limits/options')).body;
    expect(options.media.map((one: Any) => one.medium)).toEqual(['air', 'fugitive', 'water', 'noise']);
    expect((await world.anyone.get('/public/limits/strictest?medium=air&source=boiler-gas&pollutant=NOx&date=2026-02-30')).status).toBe(400);
    expect((await world.anyone.get('/public/limits/strictest?medium=air&source=boiler-gas&pollutant=NOx&other=1')).status).toBe(400);
  });

  it('lists by filters and pages, and keeps the list from outsiders', async () => {
    const list = (await (intake as Person).get('/limits?medium=water&state=unverified&on=2026-11-23&limit=5&sort=-value')).body;
    expect(list.items).toHaveLength(5);
    const next = (await (intake as Person).get(`/limits?medium=water&state=unverified&on=2026-11-23&limit=5&sort=-value&cursor=${list.nextCursor as string}`)).body.items as Any[];
    const values = [...list.items, ...next].map((one: Any) => Number(one.value));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set([...list.items, ...next].map((one: Any) => one.id)).size).toBe(10);
    expect((await (intake as Person).get(`/limits?q=${encodeURIComponent('锅炉')}`)).body.items.every((one: Any) => String(one.title).includes('锅炉'))).toBe(true);
    expect((await (enterprise as Person).get('/limits')).status).toBe(403);
    expect((await (intake as Person).post('/limit-proposals', { ...WHY, items: [{ op: 'add', row: GAS }] })).status).toBe(403);
    const standards = (await (intake as Person).get(`/standards?q=16171&limit=10`)).body.items as Any[];
    expect(new Map(standards.map(one => [one.code, one.limits]))).toEqual(new Map([['GB 16171-2012', 37], ['GB 16171.1-2024', 0]]));
  });

  it.each([
    ['a negative value', { value: '-1' }, 'min', '/items/0/row/value'],
    ['10⁹', { value: '1000000000' }, 'max', '/items/0/row/value'],
    ['words', { value: '约30' }, 'not-a-number', '/items/0/row/value'],
    ['another medium’s unit', { unit: 'mg/L' }, 'unit', '/items/0/row/unit'],
    ['μg for mg', { unit: 'μg/m³' }, 'slip', '/items/0/row/value'],
    ['a day gone by', { validFrom: '2026-11-22' }, 'past', '/items/0/row/validFrom'],
  ])('refuses %s with place and mend', async (_title, over, code, pointer) => {
    const { status, body } = await propose([{ op: 'replace', id: (await gas()).id, row: { ...GAS, ...over } }]);
    expect([status, body.errors[0].code, body.errors[0].pointer, body.errors[0].zh.length > 8, body.errors[0].en.length > 8]).toEqual([400, code, pointer, true, true]);
  });

  it('refuses overlaps, unknown members and changes that lack something', async () => {
    expect((await propose([{ op: 'add', row: { ...GAS, validFrom: '2027-01-01' } }])).body.errors[0]).toMatchObject({ code: 'overlap', pointer: '/items/0/row/validFrom' });
    expect((await propose([{ op: 'replace', row: GAS }])).body.errors[0]).toMatchObject({ code: 'missing', pointer: '/items/0/id' });
    expect((await propose([{ op: 'add', row: { ...GAS, verified: true } }])).status).toBe(400);
    expect((await propose([{ op: 'drop' }])).status).toBe(400);
    expect((await (reviewer as Person).post('/limit-proposals', { reason: '', citation: 'x', items: [] })).body.errors.map((one: Any) => one.pointer)).toEqual(expect.arrayContaining(['/reason', '/citation', '/items']));
  });

  it('is changed by two persons: simulated, confirmed by somebody else, the past kept', async () => {
    const application = await world.filled(enterprise as Person, { siteSequence: 1 });
    const before = await gas();
    const kiln = { ...GAS, standard: '环大气〔2019〕56号', source: 'lime-kiln', pollutant: 'PM', tier: 'special', value: '9', validFrom: '2026-11-23', baseOxygen: null };
    const old = await limit('source=lime-kiln&pollutant=PM');
    const made = await propose([{ op: 'replace', id: before.id, row: GAS }, { op: 'replace', id: old.id, row: kiln }]);
    expect(made.status).toBe(201);
    const path = `/limit-proposals/${made.body.id as string}`;
    expect(made.body).toMatchObject({ state: 'proposed', simulationState: 'queued', changes: 2, actions: ['limit.withdraw'] });
    expect((await (supervisor as Person).post(`${path}/confirm`, { note: '同意改动' }, { ifMatch: 1 })).body.code).toBe('limit-proposal.simulation-awaited');
    await world.runJobs();
    const seen = (await (supervisor as Person).get(path)).body;
    expect(seen.simulation).toMatchObject({ applications: { checked: 1, changed: 1 }, newErrors: 0, newWarnings: 1 });
    expect(seen.simulation.cases[0]).toMatchObject({ kind: 'application', id: application.id, appears: [{ ruleId: 'C5', level: 'W', expected: '≤ 9 mg/m³' }] });
    expect((await (reviewer as Person).post(`${path}/confirm`, { note: '自己确认' }, { ifMatch: 1 })).status).toBe(403);
    expect((await (supervisor as Person).post(`${path}/confirm`, { note: '同意改动' }, { ifMatch: 7 })).status).toBe(412);
    expect((await (supervisor as Person).post(`${path}/confirm`, { note: '同意改动' }, { ifMatch: 1 })).body).toMatchObject({ state: 'confirmed', decidedByName: supervisor?.account?.name });
    expect((await (admin as Person).post(`${path}/reject`, { note: '不同意改动' }, { ifMatch: 2 })).body.code).toBe('limit-proposal.decided');
    const detail = (await (admin as Person).get(`/limits/${before.id as string}`)).body;
    expect(detail.history.map((one: Any) => [one.value, one.validFrom, one.validTo])).toEqual([['30', '2027-01-01', null], ['50', '2019-11-01', '2026-12-31']]);
    expect((await strictest('medium=air&source=boiler-gas&pollutant=NOx&date=2026-12-31')).strictest.value).toBe('50');
    expect((await strictest('medium=air&source=boiler-gas&pollutant=NOx&date=2027-01-01')).strictest.value).toBe('30');
    const audit = await world.db.query<{ action: string }>(`SELECT action FROM audit_entry WHERE action LIKE 'limit.%' AND subject_id = $1 ORDER BY seq`, [made.body.id]);
    expect(audit.map(one => one.action)).toEqual(['limit.propose', 'limit.change', 'limit.confirmed']);
  });

  it('does not let a person who may do both confirm the own proposal', async () => {
    const made = await propose([{ op: 'end', id: (await limit('source=dust&pollutant=PM')).id, lastDay: '2026-12-31' }], admin as Person);
    await world.runJobs();
    const path = `/limit-proposals/${made.body.id as string}`;
    expect((await (admin as Person).post(`${path}/confirm`, { note: '自己确认' }, { ifMatch: 1 })).body.code).toBe('limit-proposal.four-eyes');
    expect((await (supervisor as Person).post(`${path}/withdraw`, { note: '替他撤回' }, { ifMatch: 1 })).body.code).toBe('limit-proposal.not-yours');
    expect((await (admin as Person).post(`${path}/withdraw`, { note: '不改了，撤回' }, { ifMatch: 1 })).body.state).toBe('withdrawn');
  });

  it('goes out to Excel and in again as one proposal; bad cells are named and nothing is written', async () => {
    const bytes = (await (reviewer as Person).get('/limits/export?medium=water')).raw;
    const same = (await sendFile(world, reviewer as Person, '/limits/preview', { bytes })).body;
    expect([same.problemCount, same.counts.added, same.counts.replaced, same.counts.same]).toEqual([0, 0, 0, same.incoming]);
    const changed = await edited(bytes, book => {
      const page = book.worksheets[0] as ExcelJS.Worksheet;
      page.addRow(['GB 18466-2005', '废水', '医疗机构污水', '化学需氧量', '国家标准', '200', 'mg/L', '2027-01-01', '', '', '', '', '', '间接排放', '日均', '', '表2 预处理标准', '']);
    });
    const seen = (await sendFile(world, reviewer as Person, '/limits/preview', { bytes: changed })).body;
    expect([seen.problems, seen.counts.replaced, seen.changes[0].before, seen.changes[0].after]).toEqual([[], 1, '250 mg/L', '200 mg/L']);
    const made = await sendFile(world, reviewer as Person, `/limits/import?reason=${encodeURIComponent('标准修订')}&citation=${encodeURIComponent('GB 18466 修改单')}`, { bytes: changed });
    expect([made.status, made.body.source, made.body.changes]).toEqual([201, 'excel', 1]);
    const bad = await edited(bytes, book => {
      const page = book.worksheets[0] as ExcelJS.Worksheet;
      page.getCell('F3').value = '-5';
      page.getCell('A4').value = 'GB 1-1900';
    });
    const told = (await sendFile(world, reviewer as Person, '/limits/preview', { bytes: bad })).body;
    expect(told.problems.map((one: Any) => `${one.address as string} ${one.code as string}`)).toEqual(['F3 min', 'A4 unknown-standard']);
    expect((await sendFile(world, reviewer as Person, `/limits/import?reason=${encodeURIComponent('标准修订')}&citation=${encodeURIComponent('修改单附件')}`, { bytes: bad })).status).toBe(422);
    expect((await opened((await sendFile(world, reviewer as Person, '/limits/report', { bytes: bad })).raw)).worksheets[0]?.name).toBe('错误清单');
    expect((await sendFile(world, intake as Person, '/limits/preview', { bytes })).status).toBe(403);
  });

  it('is verified against a text: the rule that warned now binds; the proposer cannot, and it can be taken back', async () => {
    const row = await limit('source=lime-kiln&pollutant=PM&on=2026-11-23');
    expect((await (admin as Person).get('/reference-data?kind=limit&state=unverified&limit=200')).body.items.length).toBeGreaterThan(50);
    expect((await (reviewer as Person).post('/reference-data/verify', { kind: 'limit', key: row.id, against: '公报 2019 年第 19 期' })).status).toBe(403);
    expect((await (admin as Person).post('/reference-data/verify', { kind: 'limit', key: row.id, against: 'x' })).body.errors[0].pointer).toBe('/against');
    expect((await (admin as Person).post('/reference-data/verify', { kind: 'limit', key: '01a20916-0000-7000-8000-000000000000', against: '公报 2019 年第 19 期' })).status).toBe(404);
    const done = (await (admin as Person).post('/reference-data/verify', { kind: 'limit', key: row.id, against: '公报 2019 年第 19 期 附件4' })).body;
    expect(done).toMatchObject({ verified: true, check: { verdict: 'verified', checkedByName: admin?.account?.name, against: '公报 2019 年第 19 期 附件4' } });
    expect((await (admin as Person).post('/reference-data/verify', { kind: 'limit', key: row.id, against: '公报 2019 年第 19 期' })).body.code).toBe('reference.verified');
    const [application] = await world.db.query<{ id: string }>('SELECT id FROM permit_application LIMIT 1');
    const findings = async (): Promise<string[]> => {
      await (enterprise as Person).post(`/permit-applications/${application?.id ?? ''}/review-runs`);
      await world.runJobs();
      return ((await (enterprise as Person).get(`/permit-applications/${application?.id ?? ''}/review-runs/latest`)).body.findings as Any[]).filter(one => one.ruleId === 'C5').map(one => `${one.level as string} ${one.expected as string}`);
    };
    expect(await findings()).toEqual(['E ≤ 9 mg/m³']);
    await (supervisor as Person).post('/reference-data/withdraw', { kind: 'limit', key: row.id, against: '附件4 读错了行' });
    expect(await findings()).toEqual(['W ≤ 9 mg/m³']);
    await world.db.query('UPDATE limit_standard SET proposed_by = (SELECT user_id FROM membership WHERE $1 = ANY(roles) LIMIT 1) WHERE id = $2', ['bureau.admin', row.id]);
    expect((await (admin as Person).post('/reference-data/verify', { kind: 'limit', key: row.id, against: '公报 2019 年第 19 期' })).body.code).toBe('reference.own-row');
  });

  it('shows every kind of unverified data of every room on one work list', async () => {
    const { kinds, unverified } = (await (intake as Person).get('/reference-data/summary')).body;
    expect(kinds.map((one: Any) => one.kind).sort()).toEqual(['adverse-period', 'air-quality', 'aqi', 'automatic-monitoring', 'award-cancellation', 'bank-parameter', 'base-oxygen', 'collusion-threshold', 'complaint-period', 'conflict-rule', 'credit-consequence', 'credit-evaluation', 'credit-evaluation-listing', 'credit-publicity', 'credit-repair', 'credit-repair-proof', 'credit-scheme', 'duty-period', 'enforcement-parameter', 'evaluation', 'fuel-class', 'groundwater', 'inspection-law', 'inspection-rule', 'inspection-severity', 'limit', 'lowest-ph', 'monitoring-frequency', 'monitoring-samples', 'penalty-factor', 'penalty-law', 'penalty-mitigation', 'penalty-parameter', 'permit-catalogue', 'permit-measure', 'permit-registration', 'permit-renewal', 'positive-list', 'procedure-period', 'procurement', 'rating', 'rectification-parameter', 'remedy', 'reputation', 'service-period', 'standard', 'steward-check', 'surface-water', 'watch-list', 'watch-list-trigger']);
    expect(unverified).toBeGreaterThan(200);
    for (const [kind, table] of [['remedy', 'remedy_rule'], ['procedure-period', 'procedure_period'], ['standard', 'discharge_standard'], ['base-oxygen', 'reference_value']] as const) {
      const [row] = (await (admin as Person).get(`/reference-data?kind=${kind}&state=unverified&limit=1`)).body.items as Any[];
      expect((await (admin as Person).post('/reference-data/verify', { kind, key: row.key, against: '公布文本逐字核对' })).body).toMatchObject({ kind, verified: true });
      const [count] = await world.db.query<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE verified`);
      expect([kind, Number(count?.n) >= 1]).toEqual([kind, true]);
    }
    expect((await (enterprise as Person).get('/reference-data')).status).toBe(403);
    expect((await (intake as Person).get('/reference-data/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('stands beside the fields, and what is saved is remarked on at once: units, places, looseness', async () => {
    const [application] = await world.db.query<{ id: string }>('SELECT id FROM permit_application LIMIT 1');
    const path = `/permit-applications/${application?.id ?? ''}`;
    const beside = (await (enterprise as Person).get(`${path}/applicable-limits?section=air-limits`)).body as Any[];
    expect(beside[0]).toMatchObject({ pointer: '/limits/0/concentrationMgM3', place: 'DA001', pollutant: 'PM', value: '9', verified: false, question: { source: 'lime-kiln', inKeyRegion: true } });
    expect((await (await world.as('enterprise.admin', 1)).get(`${path}/applicable-limits?section=air-limits`)).status).toBe(404);
    const save = async (section: string, pointer: string, value: unknown): Promise<Answer<Any>> => {
      const { version } = (await (enterprise as Person).get(`${path}/sections/${section}`)).body;
      return (enterprise as Person).patch(`${path}/sections/${section}`, { cells: [{ pointer, value }] }, { ifMatch: version as number });
    };
    const remarks = async (section: string, pointer: string, value: unknown): Promise<string[]> => ((await save(section, pointer, value)).body.remarks as Any[]).map(one => `${one.code as string} ${one.pointer as string}`);
    expect(await remarks('air-limits', '/limits/0/concentrationMgM3', '10000')).toEqual(['unit-slip /limits/0/concentrationMgM3']);
    expect(await remarks('air-limits', '/limits/0/concentrationMgM3', '12')).toEqual(['looser /limits/0/concentrationMgM3']);
    expect(await remarks('air-limits', '/limits/0/concentrationMgM3', '9')).toEqual([]);
    for (const [value, code] of [['-1', 'min'], ['1000000000', 'max'], ['30mg/m³', 'unit-in-cell']]) {
      const refused = await save('air-limits', '/limits/0/concentrationMgM3', value);
      expect([refused.status, refused.body.errors[0].pointer, refused.body.errors[0].code]).toEqual([400, '/limits/0/concentrationMgM3', code]);
    }
    expect(await remarks('air-outlets', '/outlets/0/location', { longitude: '116.4', latitude: '39.9' })).toEqual(['outside-city /outlets/0/location']);
    const swapped = (await save('air-outlets', '/outlets/0/location', { longitude: '37.1068', latitude: '111.7215' })).body;
    expect(swapped.errors?.[0]?.code ?? swapped.remarks?.[0]?.code).toMatch(/coordinates|outside-city/);
    await (enterprise as Person).post(`${path}/review-runs`);
    await world.runJobs();
    const findings = (await (enterprise as Person).get(`${path}/review-runs/latest`)).body.findings as Any[];
    expect(findings.filter(one => one.ruleId === 'C3').map(one => `${one.level as string} ${one.pointer as string}`)).toContain('W /air-outlets/outlets/0/location');
  });
});
