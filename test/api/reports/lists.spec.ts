import { Workbook } from 'exceljs';
import { type Any, type Person, ReportsWorld } from './world';

/** Lists of what follows a permit: each is paged, sorted both ways, filtered, searched and exported, by the server. */
describe('lists of records, duties, reports and suspicions', () => {
  let world: ReportsWorld;
  let hospital: Person;
  let officer: Person;
  let anyone: { get: Person['get'] };
  const q = (text: string): string => encodeURIComponent(text);
  const idsOf = (items: Any[], name = 'id'): string[] => items.map(one => one[name] as string);

  beforeAll(async () => {
    world = await ReportsWorld.begin();
    hospital = world.hospital;
    officer = await world.officer();
    anyone = world.records.world.anyone as never;
    await otherPermits(world);
    await written(world);
  });
  afterAll(() => world.end());

  /** Every page of a list, two rows at a time; a row that comes twice or a page that never ends fails. */
  async function walk(who: { get: Person['get'] }, path: string, size = 2): Promise<Any[]> {
    const seen: Any[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 60; pages++) {
      const answer = await who.get(`${path}${path.includes('?') ? '&' : '?'}limit=${size}${cursor ? `&cursor=${q(cursor)}` : ''}`);
      expect([path, answer.status]).toEqual([path, 200]);
      seen.push(...(answer.body.items as Any[]));
      cursor = answer.body.nextCursor as string | null;
    }
    expect(cursor).toBeNull();
    return seen;
  }

  /** The same rows in both directions, each in its order. */
  async function sortsBothWays(who: { get: Person['get'] }, path: string, by: { sort: string; key: string; id?: string }): Promise<void> {
    const join = path.includes('?') ? '&' : '?';
    const up = await walk(who, `${path}${join}sort=${by.sort}`);
    const down = await walk(who, `${path}${join}sort=-${by.sort}`);
    expect(idsOf(down, by.id)).toEqual(idsOf(up, by.id).reverse());
    expect(new Set(idsOf(up, by.id)).size).toBe(up.length);
    const keys = idsOf(up, by.key);
    expect(keys).toEqual([...keys].sort());
    expect(up.length).toBeGreaterThan(2);
  }

  /** The rows of a workbook below its head. */
  const sheet = async (who: { get: Person['get'] }, path: string): Promise<string[]> => {
    const answer = await who.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    const book = new Workbook();
    await book.xlsx.load(answer.raw as never);
    const rows: string[] = [];
    book.worksheets[0]?.eachRow(row => rows.push((row.values as unknown[]).slice(1).map(value => String(value ?? '')).join('|')));
    return rows.slice(1);
  };

  it.each(['/ledgers', '/monitoring'])('%s: permits by name and last day, narrowed by how they stand, as a file', async path => {
    await sortsBothWays(officer, path, { sort: 'validTo', key: 'validTo' });
    expect(idsOf(await walk(officer, `${path}?sort=name`))).toEqual(idsOf(await walk(officer, `${path}?sort=-name`)).reverse());
    const standing = async (value: string): Promise<string[]> => [...new Set((await walk(officer, `${path}?standing=${value}`)).map(one => one.status as string))];
    expect([await standing('valid'), await standing('expired'), await standing('ended')]).toEqual([['valid'], ['expired'], ['revoked']]);
    expect((await walk(officer, path)).length).toBe(7);
    expect([(await hospital.get(`${path}?standing=no`)).status, (await walk(hospital, path)).length]).toEqual([400, 1]);
    expect((await sheet(officer, `${path}/export?standing=valid&sort=name`)).length).toBe((await walk(officer, `${path}?standing=valid`)).length);
    expect(await world.rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action IN ('ledger.export-list', 'monitoring.export-list')`)).toEqual([{ n: path === '/ledgers' ? 1 : 2 }]);
  });

  it('permits with exceedances that wait for words', async () => {
    const over = await hospital.post(`/monitoring/${world.records.permitId}/results`, { place: 'DA001', pollutant: 'NOx', value: '90', unit: 'mg/m³', oxygenPercent: '3.5', flow: '4800', sampledAt: '2026-12-07 10:00', ownLaboratory: true });
    expect([over.status, over.body.verdict]).toEqual([201, 'exceeded']);
    const open = await walk(officer, '/monitoring?exceedances=open');
    const none = await walk(officer, '/monitoring?exceedances=none');
    expect(open.length).toBeGreaterThan(0);
    expect([open.every(one => one.openExceedances > 0), none.every(one => one.openExceedances === 0), open.length + none.length]).toEqual([true, true, 7]);
  });

  it('results and entries of a permit in both directions', async () => {
    const base = `/monitoring/${world.records.permitId}/results`;
    await sortsBothWays(hospital, base, { sort: 'day', key: 'sampledAt' });
    const entered = await walk(hospital, `${base}?sort=entered`);
    expect(idsOf(await walk(hospital, `${base}?sort=-entered`))).toEqual(idsOf(entered).reverse());
    await sortsBothWays(hospital, `/ledgers/${world.records.permitId}/entries`, { sort: 'day', key: 'businessDate' });
  });

  it('public results: by medium and verdict, in both directions, as a file, and of every permit of a name', async () => {
    await sortsBothWays(anyone, '/public/monitoring-results', { sort: 'day', key: 'sampledOn' });
    const all = await walk(anyone, '/public/monitoring-results');
    const count = async (query: string): Promise<number> => (await walk(anyone, `/public/monitoring-results?${query}`)).length;
    const media = [await count('medium=air'), await count('medium=water'), await count('medium=fugitive'), await count('medium=noise')];
    expect(media.reduce((sum, one) => sum + one, 0)).toBe(all.length);
    expect(await count('verdict=met')).toBe(all.filter(one => one.verdict === 'met').length);
    // more permits have this name than are asked for one by one: none of them is left out
    await world.rows(`INSERT INTO permit SELECT (jsonb_populate_record(p, jsonb_build_object('id', uuidv7(), 'site_id', uuidv7(), 'enterprise_id', uuidv7(), 'number', 'N' || n, 'status', 'revoked', 'ended_on', '2026-12-01', 'enterprise_name', '同名医院' || n))).* FROM permit p, generate_series(1, 230) n WHERE p.id = $1`, [world.records.permitId]);
    expect(await count(`q=${q('医院')}`)).toBe(all.length);
    expect((await sheet(anyone, '/public/monitoring-results/export?verdict=met')).length).toBe(all.filter(one => one.verdict === 'met').length);
    await world.rows(`DELETE FROM permit WHERE number LIKE 'N%'`);
  });

  it('duties by day and by enterprise', async () => {
    await sortsBothWays(officer, '/duties', { sort: 'dueOn', key: 'dueOn' });
    // a second name, or every order would be right
    await world.rows(`INSERT INTO obligation SELECT (jsonb_populate_record(o, jsonb_build_object('id', uuidv7(), 'key', 'other-' || n, 'enterprise_name', '别家企业'))).* FROM obligation o, generate_series(1, 2) n WHERE o.id = $1`, [world.quarterlyDuty]);
    const up = await walk(officer, '/duties?sort=enterprise', 50);
    const down = await walk(officer, '/duties?sort=-enterprise', 50);
    expect(idsOf(down)).toEqual(idsOf(up).reverse());
    const runs = (rows: Any[]): string[] => idsOf(rows, 'enterpriseName').filter((name, index, all) => name !== all[index - 1]);
    // each name stands together, and the two directions are each other's mirror
    expect([new Set(runs(up)).size, runs(up).length > 1, runs(down)]).toEqual([runs(up).length, true, runs(up).reverse()]);
    const rows = await sheet(officer, '/duties/export?sort=-dueOn');
    expect([rows.length, rows.filter(row => row.includes('别家企业')).length]).toEqual([up.length, 2]);
    await world.rows(`DELETE FROM obligation WHERE key LIKE 'other-%'`);
  });

  it('reports to write are found among all duties, however many come before, and never one that was begun', async () => {
    // three hundred other duties that are due earlier: a page of the first two hundred duties would not reach a report
    await world.rows(`INSERT INTO obligation SELECT (jsonb_populate_record(o, jsonb_build_object('id', uuidv7(), 'key', 'fill-' || n, 'kind', 'disclosure', 'status', 'upcoming', 'due_on', '2026-12-01'))).* FROM obligation o, generate_series(1, 300) n WHERE o.id = $1`, [world.quarterlyDuty]);
    const before = await walk(hospital, '/execution-reports/to-write');
    expect(idsOf(before, 'dutyId')).toContain(world.quarterlyDuty);
    expect(idsOf(before, 'dueOn')).toEqual(idsOf(before, 'dueOn').sort());
    await world.begun();
    expect(idsOf(await walk(hospital, '/execution-reports/to-write'), 'dutyId')).toEqual(idsOf(before, 'dutyId').filter(id => id !== world.quarterlyDuty));
    expect([(await officer.get('/execution-reports/to-write')).status, await walk(await world.records.lime(), '/execution-reports/to-write')]).toEqual([403, []]);
  });

  it('published reports by period and by day of acceptance, within days, as a file', async () => {
    const id = await world.begun();
    await published(world, id);
    await sortsBothWays(anyone, '/public/execution-reports', { sort: 'periodTo', key: 'periodTo' });
    await sortsBothWays(anyone, '/public/execution-reports', { sort: 'accepted', key: 'acceptedAt' });
    const count = async (query: string): Promise<number> => (await walk(anyone, `/public/execution-reports?${query}`)).length;
    expect([await count('from=2026-03-31'), await count('to=2026-03-30'), await count('kind=annual'), await count(`q=${q('医院')}`)]).toEqual([5, 2, 0, 7]);
    expect((await sheet(anyone, '/public/execution-reports/export?kind=quarterly')).length).toBe(7);
  });

  it('suspicions by when they were found, within days, as a file that names nobody of another region', async () => {
    await world.rows(`INSERT INTO suspicion (id, kind, strength, measure, sides, subject_type, subject_id, enterprise_name, region_code, file_id, file_name, other_subject_type, other_subject_id, other_enterprise_name, other_region_code, other_file_id, other_file_name, pair, state, found_at)
      SELECT uuidv7(), 'same-table', 'strong', '四行数值相同', '[{"page":1,"quote":"a"},{"page":2,"quote":"b"}]', 'permit-application', uuidv7(), '孝义甲厂', '141181', uuidv7(), '报告.pdf', 'execution-report', uuidv7(), '外地乙厂', '110105', uuidv7(), '乙.pdf', 'pair' || n, 'open', timestamptz '2026-12-01 00:00+08' + n * interval '1 day' FROM generate_series(0, 4) n`);
    await sortsBothWays(officer, '/suspicions', { sort: 'found', key: 'foundAt' });
    expect([(await walk(officer, '/suspicions?from=2026-12-03')).length, (await walk(officer, '/suspicions?to=2026-12-03')).length, (await walk(officer, '/suspicions?from=2026-12-03&to=2026-12-03')).length]).toEqual([3, 3, 1]);
    const rows = await sheet(officer, '/suspicions/export?state=open');
    expect([rows.length, rows.every(row => row.includes('孝义甲厂') && row.includes('其他辖区单位')), rows.some(row => row.includes('外地乙厂'))]).toEqual([5, true, false]);
    expect((await hospital.get('/suspicions/export')).status).toBe(403);
    expect(await world.rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'suspicion.export'`)).toEqual([{ n: 1 }]);
  });
});

/** A few more results and entries than the world has by itself. */
async function written({ hospital, records }: ReportsWorld): Promise<void> {
  for (const [day, over] of [['2026-12-05', { place: 'DA001', pollutant: 'NOx', value: '31', unit: 'mg/m³', oxygenPercent: '3.5', flow: '4800' }], ['2026-12-06', { place: 'DW001', pollutant: 'COD', value: '40', unit: 'mg/L', flow: '100' }]] as const) {
    const answer = await hospital.post(`/monitoring/${records.permitId}/results`, { ...over, sampledAt: `${day} 10:00`, ownLaboratory: true });
    if (answer.status !== 201) throw new Error(`result: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  for (const businessDate of ['2026-12-01', '2026-12-02', '2026-12-03']) {
    const answer = await hospital.post(`/ledgers/${records.permitId}/entries`, { itemKey: 'other:event', businessDate, data: { what: '环保设施巡查', how: '正常' } });
    if (answer.status !== 201) throw new Error(`entry: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** Six more permits of other enterprises of the city: held, run out, revoked. */
async function otherPermits(world: ReportsWorld): Promise<void> {
  for (const [index, over] of [{ valid_to: '2028-01-01' }, { valid_to: '2029-02-02' }, { valid_from: '2021-01-01', issued_on: '2021-01-01', valid_to: '2026-01-01' }, { valid_from: '2021-05-05', issued_on: '2021-05-05', valid_to: '2026-05-05' }, { status: 'revoked', ended_on: '2026-12-01', valid_to: '2027-03-03' }, { status: 'revoked', ended_on: '2026-12-02', valid_to: '2027-04-04' }].entries()) {
    await world.rows(
      `INSERT INTO permit SELECT (jsonb_populate_record(p, $2::jsonb || jsonb_build_object('id', uuidv7(), 'site_id', uuidv7(), 'enterprise_id', uuidv7()))).* FROM permit p WHERE p.id = $1`,
      [world.records.permitId, JSON.stringify({ ...over, number: `LIST${index}`, enterprise_name: `清单企业${index}` })],
    );
  }
}

/** Seven accepted reports of earlier quarters, copied from one that was begun. */
async function published(world: ReportsWorld, id: string): Promise<void> {
  await world.rows(
    `WITH copy AS (
       INSERT INTO execution_report SELECT (jsonb_populate_record(r, jsonb_build_object('id', uuidv7(), 'obligation_id', uuidv7(), 'state', 'accepted', 'period_from', d::date, 'period_to', (d + interval '3 months' - interval '1 day')::date))).*
         FROM execution_report r, generate_series(timestamp '2025-07-01', timestamp '2027-01-01', interval '3 months') d WHERE r.id = $1 RETURNING id, period_to)
     INSERT INTO execution_report_revision (report_id, number, form, findings, content_hash, record_id, submitted_at, submitted_by, submitted_by_name, late_days, outcome, decided_at, decided_by, decided_by_name)
     SELECT id, 1, '{}', '[]', repeat('0', 64), uuidv7(), now(), uuidv7(), '王', 0, 'accepted', timestamptz '2027-06-01 00:00+08' - (period_to - date '2025-01-01') * interval '1 hour', uuidv7(), '李' FROM copy`,
    [id],
  );
}
