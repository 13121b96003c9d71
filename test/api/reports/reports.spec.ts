import { randomUUID } from 'node:crypto';
import type ExcelJS from 'exceljs';
import { seedFurtherEnterprise } from '@huanbao/identity';
import { quarterStart, seedReportsDemo } from '@huanbao/reports';
import { edited, sendFile } from '../exchange/files';
import { type Any, CONCLUSION, MET, type Person, ReportsWorld } from './world';

describe('an execution report', () => {
  let world: ReportsWorld;
  let hospital: Person;
  let id: string;
  beforeAll(async () => {
    world = await ReportsWorld.begin();
    hospital = world.hospital;
  }, 600_000);
  afterAll(() => world.end());

  const path = (rest = ''): string => `/execution-reports/${id}${rest}`;

  it('is begun once for a duty, though two people click at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => hospital.post('/execution-reports', { dutyId: world.quarterlyDuty }, { key: randomUUID() })));
    const made = answers.filter(one => one.status === 201);
    expect(answers.map(one => one.status).sort()).toEqual([201, 409, 409]);
    id = made[0]?.body.id as string;
    expect(answers.filter(one => one.status === 409).map(one => [one.body.code, one.body.reportId])).toEqual([['report.exists', id], ['report.exists', id]]);
    expect(await world.rows('SELECT count(*)::int AS n FROM execution_report')).toEqual([{ n: 1 }]);
    expect(await world.rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'execution-report.begin'`)).toEqual([{ n: 1 }]);
  });

  it('is prefilled with what the platform knows, each value with its source', async () => {
    const basic = await world.part(hospital, id, 'basic');
    expect(basic.data).toMatchObject({ enterpriseName: expect.stringContaining('医院') as string, stopped: false, period: '2026-11-23 至 2026-12-31' });
    expect((basic.data.facilities as Any[]).map(row => row.code as string)).toEqual(['MF0001', 'MF0002']);
    const emissions = await world.part(hospital, id, 'emissions');
    const nox = (emissions.data.amounts as Any[]).filter(row => row.outletCode === 'DA001' && row.pollutant === 'NOx');
    expect(nox.map(row => [row.subPeriod, row.method, Number(row.amountT) > 0])).toEqual([['2026-11', 'manual', true], ['2026-12', 'manual', true]]);
    expect(nox[0].steps).toContain('(Σ CᵢQᵢ÷n)×H×10⁻⁹');
    expect((emissions.data.totals as Any[]).find(row => row.outletCode === 'DA001' && row.pollutant === 'NOx')).toMatchObject({ permittedT: '0.9' });
    const origin = (emissions.origins as Any[]).find(one => one.pointer === `/amounts/@${nox[0].id as string}`);
    expect([origin.source.zh, origin.place.zh]).toEqual(['平台核算（手工监测）', expect.stringContaining('DA001')]);
    const monitoring = await world.part(hospital, id, 'monitoring');
    expect((monitoring.data.results as Any[]).find(row => row.place === 'DA001' && row.pollutant === 'NOx')).toMatchObject({ done: 2, most: '42', limit: '50', exceeded: 0 });
  });

  it('refuses what cannot be, each at its place', async () => {
    const tried = async (row: object): Promise<[number, string[]]> => {
      const answer = await world.save(hospital, id, 'emissions', { totals: [{ outletCode: 'DA001', pollutant: 'NOx', totalT: '1', permittedT: '/', ...row }] });
      return [answer.status, ((answer.body.errors as Any[] | undefined) ?? []).map(one => `${one.pointer as string} ${one.code as string}`)];
    };
    expect(await tried({ totalT: '-1' })).toEqual([400, ['/totals/0/totalT min']]);
    expect(await tried({ totalT: '11190000000' })).toEqual([400, ['/totals/0/totalT max']]);
    expect(await tried({ totalT: '1 kg' })).toEqual([400, ['/totals/0/totalT unit-in-cell']]);
    expect(await tried({ pollutant: '氮氧化合物' })).toEqual([400, ['/totals/0/pollutant choice']]);
    expect(await tried({ colour: 'red' })).toEqual([400, ['/totals/0/colour unknown-field']]);
    expect((await hospital.patch(path('/parts/emissions'), { data: { totals: [] } }, { ifMatch: 99 })).status).toBe(412);
    expect((await hospital.get(path('/parts/tax'))).status).toBe(404);
    expect((await hospital.post('/execution-reports', { dutyId: '018f0000-0000-7000-8000-000000000001' })).status).toBe(404);
    expect((await hospital.post('/execution-reports', { dutyId: 'x' })).status).toBe(400);
  });

  it('is nobody else’s: not another enterprise’s, and not the bureau’s before it is handed in', async () => {
    const stranger = await world.records.lime();
    const officer = await world.officer();
    for (const person of [stranger, officer]) {
      expect([(await person.get(path())).status, (await person.get(path('/parts/basic'))).status, (await person.get(path('/pdf'))).status]).toEqual([404, 404, 404]);
      expect((await person.get('/execution-reports')).body.items).toEqual([]);
    }
    expect((await stranger.post('/execution-reports', { dutyId: world.quarterlyDuty })).status).toBe(404);
    expect((await stranger.patch(path('/parts/basic'), { data: {} }, { ifMatch: 1 })).status).toBe(404);
    expect((await world.records.world.anyone.get(path())).status).toBe(401);
  });

  it('takes newest values without touching what a person typed', async () => {
    const before = await world.part(hospital, id, 'monitoring');
    const rows = (before.data.results as Any[]).map(row => (row.place === 'DA001' && row.pollutant === 'NOx' ? { ...row, most: '45' } : row));
    const typed = await world.save(hospital, id, 'monitoring', { results: rows });
    expect((typed.body.differences as Any[]).map(one => [one.typed, one.platform])).toEqual([['45', '42']]);
    world.records.world.clock.set('2027-01-15T15:30:00Z');
    await hospital.post(`/monitoring/${world.records.permitId}/results`, { place: 'DA001', pollutant: 'NOx', sampledAt: '2026-12-28T09:00:00+08:00', value: '48', unit: 'mg/m³', flow: '5000', laboratory: '山西某检测公司', cma: '200412050001', oxygenPercent: '3.5' });
    const preview = (await hospital.get(path('/platform-values'))).body.parts as Any[];
    const news = preview.find(one => one.part === 'monitoring');
    expect((news.kept as Any[]).map(one => [one.typed, one.platform])).toEqual([['45', '48']]);
    expect((news.changes as Any[]).map(one => [one.typed, one.platform])).toContainEqual(['2', '3']);
    await hospital.post(path('/refresh'), { parts: ['monitoring'] });
    const after = await world.part(hospital, id, 'monitoring');
    const row = (after.data.results as Any[]).find(one => one.place === 'DA001' && one.pollutant === 'NOx');
    expect([row.most, row.done]).toEqual(['45', 3]);
    const place = `/monitoring/results/@${row.id as string}/most`;
    await hospital.post(path('/refresh'), { parts: ['monitoring'], places: [place] });
    expect(((await world.part(hospital, id, 'monitoring')).data.results as Any[]).find(one => one.id === row.id).most).toBe('48');
    await hospital.post(path('/refresh'), {});
    expect(((await hospital.get(path('/platform-values'))).body.parts as Any[]).flatMap(one => one.changes as Any[])).toEqual([]);
  });

  it('cannot be handed in incomplete, unchecked, unexplained or unsigned', async () => {
    const submit = (commitment = true): Promise<Any> => hospital.post(path('/submit'), { commitment });
    expect((await submit()).body.code).toBe('report.parts-open');
    await world.fill(hospital, id);
    expect((await submit()).body.code).toBe('report.check-needed');
    await hospital.post(path('/checks'));
    expect((await submit()).body).toMatchObject({ code: 'report.check-needed', check: 'running' });
    await world.jobs();
    const { body } = await hospital.get(path('/checks/latest'));
    expect((body.findings as Any[]).filter(one => one.level === 'E')).toEqual([]);
    expect(body.check).toMatchObject({ state: 'done', progress: 100, current: true });
    expect(Object.keys(body.check.ruleVersions as object)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
    await world.checked(hospital, id);
    expect((await submit(false)).body.errors[0].pointer).toBe('/commitment');
    // the same person without the right to sign: prepares, and does not hand in
    const role = (roles: string): Promise<Any[]> => world.rows('UPDATE membership SET roles = ARRAY[$2::text] WHERE org_id = $1', [hospital.orgId, roles]);
    await role('enterprise.staff');
    expect([(await submit()).status, (await world.save(hospital, id, 'basic', {})).status]).toEqual([403, 200]);
    await role('enterprise.admin');
  });

  it('runs the rules again after an edit, and an error stops it', async () => {
    const emissions = await world.part(hospital, id, 'emissions');
    const wrong = (emissions.data.totals as Any[]).map(row => (row.pollutant === 'COD' ? { ...row, totalT: '500' } : row));
    await world.save(hospital, id, 'emissions', { totals: wrong });
    await world.jobs();
    const { body } = await hospital.get(path('/checks/latest'));
    expect((body.findings as Any[]).filter(one => one.level === 'E').map(one => one.ruleId as string)).toEqual(['R3']);
    expect((await hospital.post(path('/submit'), { commitment: true })).body.code).toBe('report.errors-open');
    await world.save(hospital, id, 'emissions', { totals: emissions.data.totals as object });
    await world.complete(hospital, id, 'emissions');
    await world.jobs();
    await world.checked(hospital, id);
  });

  it('is not edited past the plan of the permit and the results that are kept', async () => {
    const own = (await world.part(hospital, id, 'monitoring')).data.results as Any[];
    const at = own.findIndex(row => row.place === 'DA001' && row.pollutant === 'NOx');
    const errors = async (results: Any[]): Promise<string[]> => {
      await world.save(hospital, id, 'monitoring', { results });
      await world.jobs();
      const { body } = await hospital.get(path('/checks/latest'));
      return (body.findings as Any[]).filter(one => one.ruleId === 'R6' && one.level === 'E').map(one => one.pointer as string);
    };
    const edited = (over: object): Any[] => own.map((row, index) => (index === at ? { ...row, ...over } : row));
    expect(await errors(own.filter((_, index) => index !== at))).toEqual(['/monitoring/results']);
    expect((await hospital.post(path('/submit'), { commitment: true })).status).toBe(422);
    expect(await errors(edited({ planned: 0 }))).toEqual([`/monitoring/results/${at}/planned`]);
    expect(await errors(edited({ method: 'auto' }))).toEqual([`/monitoring/results/${at}/method`]);
    expect(await errors(edited({ done: 4, explanation: '' }))).toEqual([`/monitoring/results/${at}/done`]);
    expect(await errors(own)).toEqual([]);
    await world.complete(hospital, id, 'monitoring');
    await world.jobs();
    await world.checked(hospital, id);
  });

  it('is handed in once at the last second, though twice clicked, and its duty is done in time', async () => {
    world.records.world.clock.set('2027-01-15T15:59:59Z');
    const answers = await Promise.all([1, 2].map(() => hospital.post(path('/submit'), { commitment: true })));
    expect(answers.map(one => one.status).sort()).toEqual([200, 409]);
    expect((await hospital.get(path())).body).toMatchObject({ state: 'submitted', revision: 1, lateDays: 0 });
    expect(await world.rows('SELECT count(*)::int AS n FROM execution_report_revision')).toEqual([{ n: 1 }]);
    expect(await world.rows('SELECT status, late_days FROM obligation WHERE id = $1', [world.quarterlyDuty])).toEqual([{ status: 'done', late_days: 0 }]);
    expect(await world.rows(`SELECT count(*)::int AS n FROM signature_record WHERE subject_type = 'execution-report'`)).toEqual([{ n: 1 }]);
    expect((await world.save(hospital, id, 'conclusion', { text: '改一改结论的文字' })).body.code).toBe('report.sealed');
    await world.jobs();
    const [told] = await world.rows(`SELECT title_zh FROM notification WHERE subject_type = 'execution-report'`);
    expect(told.title_zh).toContain('收到执行报告');
  });

  it('stands in the queue of the bureau, with filters, order, search and a file', async () => {
    const officer = await world.officer();
    const listed = async (query: string): Promise<string[]> => ((await officer.get(`/execution-reports?${query}`)).body.items as Any[]).map(one => one.id as string);
    expect([await listed('state=submitted&sort=submittedAt'), await listed('kind=annual'), await listed('timeliness=late'), await listed(`q=${encodeURIComponent('医院')}`)]).toEqual([[id], [], [], [id]]);
    const file = await officer.get('/execution-reports/export?state=submitted');
    expect([file.status, file.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await officer.get(path('/pdf'))).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await officer.get('/execution-reports?sort=colour')).status).toBe(400);
  });

  it('is returned with its places, corrected, and shows old and new', async () => {
    const officer = await world.officer();
    const ifMatch = await world.version(officer, id);
    const judged = MET.map(one => (one.quality === 'accurate' ? { ...one, met: false, comment: '结论与监测结果不符' } : one));
    const body = { qualities: judged, places: [{ pointer: '/conclusion/text', requirement: '请按监测结果改写结论' }], note: '结论须与监测数据一致' };
    expect((await officer.post(path('/accept'), { qualities: judged }, { ifMatch })).body.code).toBe('report.qualities-unmet');
    expect((await officer.post(path('/return'), { ...body, places: [{ pointer: '/conclusion/colour', requirement: '请改写' }] }, { ifMatch })).body.errors[0].pointer).toBe('/places/0/pointer');
    expect((await hospital.post(path('/return'), body, { ifMatch })).status).toBe(403);
    expect((await officer.post(path('/return'), body, { ifMatch })).body.state).toBe('returned');
    expect((await officer.post(path('/return'), body, { ifMatch })).status).toBe(409);
    // on its last day: open again and not late yet
    expect((await hospital.get(`/duties/${world.quarterlyDuty}`)).body).toMatchObject({ status: 'upcoming', lateDays: null, doneAt: null, mendBy: '2027-01-15', enforcement: null });
    const own = (await hospital.get(path())).body;
    expect(own.revisions[0]).toMatchObject({ outcome: 'returned', places: [{ pointer: '/conclusion/text', label: '结论 · 结论' }] });
    await world.save(hospital, id, 'conclusion', { text: `${CONCLUSION}十二月二十八日氮氧化物实测四十八毫克每立方米，接近限值，已调整燃烧器。` });
    // what is being written is not the officer's to see
    expect((await world.part(officer, id, 'conclusion')).data.text).toBe(CONCLUSION);
    await world.checked(hospital, id);
    expect((await hospital.post(path('/submit'), { commitment: true })).body).toMatchObject({ state: 'submitted', revision: 2, lateDays: 0 });
    expect((await hospital.get(`/duties/${world.quarterlyDuty}`)).body).toMatchObject({ status: 'done', lateDays: 0 });
    const { changes } = (await officer.get(path('/changes'))).body as { changes: Any[] };
    expect(changes.map(one => [one.pointer, (one.to as string).includes('四十八')])).toEqual([['/conclusion/text', true]]);
  });

  it('is public once it is accepted, without what is not for everybody', async () => {
    const visitor = world.records.world.anyone;
    const officer = await world.officer();
    expect((await visitor.get(`/public/execution-reports/${id}`)).status).toBe(404);
    expect((await officer.post(path('/accept'), { qualities: MET }, { ifMatch: await world.version(officer, id) })).body.state).toBe('accepted');
    const shown = await visitor.get(`/public/execution-reports/${id}`);
    expect([shown.status, shown.body.revision, (shown.body.parts as Any[]).map(one => one.key as string)]).toEqual([200, 2, ['basic', 'emissions', 'monitoring', 'treatment', 'conclusion']]);
    expect(((await visitor.get(`/public/execution-reports?permitId=${world.records.permitId}`)).body.items as Any[]).map(one => one.id as string)).toEqual([id]);
    expect((await visitor.get(`/public/execution-reports/${id}/pdf`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await world.rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'execution-report.accept'`)).toEqual([{ n: 1 }]);
  });

  it('is amended with a reason as a new copy; the old one stays public until then, and nothing of it changes', async () => {
    expect((await hospital.post(path('/amend'), { reason: '' })).status).toBe(400);
    expect((await hospital.post(path('/amend'), { reason: '漏报十二月一次检修' })).body).toMatchObject({ state: 'amending', revision: 2 });
    expect((await hospital.post(path('/amend'), { reason: '再来一次更正' })).body.code).toBe('report.not-amendable');
    await world.save(hospital, id, 'treatment', { hasAbnormal: true, abnormal: [{ facility: 'TW001', fromOn: '2026-12-12', toOn: '2026-12-12', cause: '加药泵检修', measures: '切换备用泵' }] });
    await world.complete(hospital, id, 'treatment');
    expect((await world.records.world.anyone.get(`/public/execution-reports/${id}`)).body.revision).toBe(2);
    await world.checked(hospital, id);
    expect((await hospital.post(path('/submit'), { commitment: true })).body).toMatchObject({ state: 'submitted', revision: 3 });
    const changes = (await hospital.get(path('/changes'))).body;
    expect([changes.reason, (changes.changes as Any[]).length]).toEqual(['漏报十二月一次检修', 2]);
    await expect(world.rows(`UPDATE execution_report_revision SET form = '{}' WHERE report_id = $1`, [id])).rejects.toThrow(/does not change/);
    await expect(world.rows('DELETE FROM execution_report_revision')).rejects.toThrow(/is kept/);
  });

  it('is stale as checked when the records it was judged by change, and counts again when they are as they were', async () => {
    await hospital.post(path('/amend'), { reason: '再核对一次运行记录' });
    expect((await world.checked(hospital, id)).check).toMatchObject({ state: 'done', current: true });
    const monitoring = `/monitoring/${world.records.permitId}/results`;
    const late = await hospital.post(monitoring, { place: 'DA001', pollutant: 'NOx', sampledAt: '2026-12-20T09:00:00+08:00', value: '41', unit: 'mg/m³', flow: '5000', laboratory: '山西某检测公司', cma: '200412050001', oxygenPercent: '3.5' });
    expect(late.status).toBe(201);
    expect((await hospital.get(path('/checks/latest'))).body.check.current).toBe(false);
    expect((await hospital.post(path('/submit'), { commitment: true })).body).toMatchObject({ code: 'report.check-needed', check: 'outdated' });
    expect((await hospital.post(`/monitoring-results/${late.body.id as string}/correct`, { voided: true, reason: '重复录入' })).status).toBe(201);
    expect((await hospital.get(path('/checks/latest'))).body.check.current).toBe(true);
  });

  it('goes back to what was handed in when the correction is withdrawn', async () => {
    const before = (await hospital.get(path('/changes'))).body as Any;
    const handedIn = await world.part(hospital, id, 'conclusion');
    await world.save(hospital, id, 'conclusion', { text: '更正到一半的结论，不再需要' });
    expect((await hospital.get(path())).body.actions).toContain('execution-report.withdraw-amendment');
    expect([(await (await world.officer()).post(path('/amend/withdraw'))).status, (await (await world.records.lime()).post(path('/amend/withdraw'))).status]).toEqual([403, 404]);
    expect((await hospital.post(path('/amend/withdraw'))).body).toMatchObject({ state: 'submitted', revision: 3, amendmentReason: null });
    expect((await world.part(hospital, id, 'conclusion'))).toMatchObject({ data: handedIn.data, completed: true });
    expect((await hospital.get(path('/changes'))).body).toEqual(before);
    expect((await hospital.post(path('/amend/withdraw'))).body.code).toBe('report.not-amending');
    expect(await world.rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'execution-report.withdraw-amendment'`)).toEqual([{ n: 1 }]);
  });

  it('is thrown away while it is a draft: parts, checks and files go, the duty stays open and can be begun anew', async () => {
    hospital = await world.moveTo('2027-01-20T01:00:00Z');
    const [duty] = await world.rows(`SELECT id, status FROM obligation WHERE kind = 'report-quarterly' AND key = 'report-quarterly:2027-01-01'`);
    const draft = (await hospital.post('/execution-reports', { dutyId: duty.id as string })).body.id as string;
    await hospital.post(`/execution-reports/${draft}/checks`);
    const payload = ['--b', 'Content-Disposition: form-data; name="file"; filename="map.pdf"', 'Content-Type: application/pdf', '', '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', '--b--', ''].join('\r\n');
    expect((await world.records.upload(hospital, `/files?subjectType=execution-report&subjectId=${draft}&purpose=attachment`, { payload, boundary: 'b' })).status).toBe(201);
    const firm = await world.mandate(['prepare'], { validFrom: '2027-01-20', validTo: '2027-01-31' });
    const lime = await world.records.lime();
    expect([(await firm.delete(`/execution-reports/${draft}`)).status, (await lime.delete(`/execution-reports/${draft}`)).status, (await (await world.officer()).delete(`/execution-reports/${draft}`)).status]).toEqual([403, 404, 403]);
    expect((await hospital.delete(`/execution-reports/${id}`)).body.code).toBe('report.not-discardable');
    const answers = await Promise.all([1, 2].map(() => hospital.delete(`/execution-reports/${draft}`)));
    expect(answers.map(one => one.status).sort()).toEqual([204, 404]);
    for (const table of ['part', 'check', 'finding']) expect(await world.rows(`SELECT count(*)::int AS n FROM execution_report_${table} WHERE report_id = $1`, [draft])).toEqual([{ n: 0 }]);
    expect(await world.rows(`SELECT count(*)::int AS n FROM stored_file WHERE subject_id = $1 AND removed_at IS NULL`, [draft])).toEqual([{ n: 0 }]);
    expect(await world.rows(`SELECT details->>'files' AS files FROM audit_entry WHERE action = 'execution-report.discard'`)).toEqual([{ files: '1' }]);
    await world.jobs();
    expect(await world.rows('SELECT status FROM obligation WHERE id = $1', [duty.id])).toEqual([{ status: duty.status as string }]);
    const again = await hospital.post('/execution-reports', { dutyId: duty.id as string });
    expect([again.status, again.body.id === draft]).toEqual([201, false]);
  });

  it('takes a table back from Excel, names each bad cell, and refuses a workbook of an older version', async () => {
    await hospital.post(path('/amend'), { reason: '按新的运行记录更正' });
    const table = `${path('/tables/emissions/totals')}`;
    const before = await world.part(hospital, id, 'emissions');
    const rows = (await hospital.get(table)).raw;
    const send = (to: string, bytes: Buffer, version?: number): Promise<Any> => sendFile(world.records.world, hospital, `${table}/${to}`, { bytes, version });
    expect((await send('preview', rows)).body).toMatchObject({ problemCount: 0, replace: { added: 0, changed: 0, removed: 0, same: before.data.totals.length as number } });
    const bad = await edited(rows, book => void ((book.worksheets[0] as ExcelJS.Worksheet).getCell('C3').value = '0.02 kg'));
    expect(((await send('preview', bad)).body.problems as Any[]).map(one => `${one.address as string} ${one.code as string}`)).toEqual(['C3 unit-in-cell']);
    expect((await send('import', bad, before.version as number)).body.code).toBe('sheet.cells');
    expect((await send('report', bad)).raw.subarray(0, 2).toString()).toBe('PK');
    const good = await edited(rows, book => void ((book.worksheets[0] as ExcelJS.Worksheet).getCell('E3').value = '与供热记录核对过'));
    expect((await send('import', good, before.version as number)).status).toBe(200);
    expect((await world.part(hospital, id, 'emissions')).data.totals[0]).toMatchObject({ id: before.data.totals[0].id as string, note: '与供热记录核对过' });
    expect((await send('import', good, before.version as number)).status).toBe(412);
    expect((await hospital.get(path('/tables/emissions/withinLimits'))).status).toBe(404);
    expect((await hospital.get(path('/tables/emissions/totals/template'))).raw.subarray(0, 2).toString()).toBe('PK');
    await world.complete(hospital, id, 'emissions');
  });

  it('is prepared and handed in by a firm, but only with the enterprise’s signature on exactly this content', async () => {
    const firm = await world.records.world.as('firm.manager');
    expect((await firm.post(path('/submit'), { commitment: true })).status).toBe(403);
    await world.mandate(['prepare', 'submit'], { validFrom: '2027-01-20', validTo: '2027-01-31' });
    expect((await world.save(firm, id, 'conclusion', { nextSteps: '二月前完成加药泵备件采购' })).status).toBe(200);
    expect((await firm.get(path())).body.actions).toEqual(expect.arrayContaining(['execution-report.edit', 'execution-report.submit']) as string[]);
    await world.checked(firm, id);
    expect((await firm.post(path('/commitment'), { commitment: true })).status).toBe(403);
    expect((await firm.post(path('/submit'), { commitment: true })).body.code).toBe('report.commitment-awaited');
    expect((await hospital.post(path('/commitment'), { commitment: true })).body.committed).toBe(true);
    await world.save(firm, id, 'conclusion', { nextSteps: '二月前完成加药泵备件采购和人员培训' });
    await world.checked(firm, id);
    expect((await firm.get(path())).body.committed).toBe(false);
    expect((await firm.post(path('/submit'), { commitment: true })).body.code).toBe('report.commitment-awaited');
    await hospital.post(path('/commitment'), { commitment: true });
    expect((await firm.post(path('/submit'), { commitment: false })).body).toMatchObject({ state: 'submitted', revision: 4 });
    expect(await world.rows(`SELECT on_behalf_of AS on FROM audit_entry WHERE action = 'execution-report.submit' ORDER BY seq DESC LIMIT 1`)).toEqual([{ on: hospital.orgId }]);
  });

  it('is signed and handed in by a firm whose mandate names signing', async () => {
    const firm = await world.mandate(['prepare', 'submit', 'sign'], { validFrom: '2027-01-20', validTo: '2027-01-31' });
    expect((await firm.post(path('/amend'), { reason: '补充下一步措施的日期' })).status).toBe(200);
    await world.save(firm, id, 'conclusion', { nextSteps: '二月十日前完成' });
    await world.checked(firm, id);
    expect((await firm.post(path('/submit'), { commitment: false })).body.errors[0].pointer).toBe('/commitment');
    expect((await firm.post(path('/submit'), { commitment: true })).body).toMatchObject({ state: 'submitted', revision: 5 });
    const [record] = await world.rows(`SELECT signer_org_id AS by, owner_org_id AS for FROM signature_record WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`, [id]);
    expect(record).toEqual({ by: firm.orgId, for: hospital.orgId });
  });

  it('waits while its signature is repudiated, and is to be handed in again when that is upheld', async () => {
    const [officer, intake] = [await world.officer(), await world.officer('bureau.intake')];
    const [record] = await world.rows(`SELECT record_id AS id FROM execution_report_revision WHERE report_id = $1 AND number = 5`, [id]);
    expect((await hospital.post(`/signatures/${record.id as string}/repudiate`, { reason: '本单位没有授权这次签署' })).status).toBe(200);
    expect((await officer.post(path('/accept'), { qualities: MET }, { ifMatch: await world.version(officer, id) })).body.code).toBe('signature.contested');
    expect((await intake.post(`/signatures/${record.id as string}/ruling`, { outcome: 'upheld', reasons: '核实成立，签署时授权已口头撤回' })).status).toBe(200);
    await world.jobs();
    const report = (await hospital.get(path())).body;
    expect([report.state, report.committed, report.revisions[0].outcome]).toEqual(['returned', false, 'void']);
    // copies 1 to 4 hold: the duty stays done, and what is public stays public
    expect(await world.rows('SELECT status FROM obligation WHERE id = $1', [world.quarterlyDuty])).toEqual([{ status: 'done' }]);
    expect((await world.records.world.anyone.get(`/public/execution-reports/${id}`)).body.revision).toBe(2);
    await world.checked(hospital, id);
    expect((await hospital.post(path('/submit'), { commitment: true })).body).toMatchObject({ state: 'submitted', revision: 6 });
  });

  it('opens its duty again when no copy holds any more', async () => {
    const held = await world.rows(`SELECT id, outcome FROM execution_report_revision WHERE report_id = $1 AND number < 6`, [id]);
    for (const one of held) await world.rows(`UPDATE execution_report_revision SET outcome = 'void' WHERE id = $1`, [one.id]);
    const [record] = await world.rows(`SELECT record_id AS id FROM execution_report_revision WHERE report_id = $1 AND number = 6`, [id]);
    await hospital.post(`/signatures/${record.id as string}/repudiate`, { reason: '账号被他人使用' });
    await (await world.officer('bureau.intake')).post(`/signatures/${record.id as string}/ruling`, { outcome: 'upheld', reasons: '核实成立，账号被他人使用' });
    await world.jobs();
    expect(await world.rows('SELECT status, late_days, done_at FROM obligation WHERE id = $1', [world.quarterlyDuty])).toEqual([{ status: 'overdue', late_days: null, done_at: null }]);
    await world.checked(hospital, id);
    expect((await hospital.post(path('/submit'), { commitment: true })).body).toMatchObject({ state: 'submitted', revision: 7, lateDays: 5 });
    expect(await world.rows('SELECT status, late_days FROM obligation WHERE id = $1', [world.quarterlyDuty])).toEqual([{ status: 'done', late_days: 5 }]);
  });

  const sentBack = { qualities: MET.map(one => (one.quality === 'accurate' ? { ...one, met: false, comment: '结论与监测结果不符' } : one)), places: [{ pointer: '/conclusion/text', requirement: '请按监测结果改写结论' }], note: '结论须与监测数据一致' };

  it('is late by its own day when it had been late and is returned: overdue at once, with its task', async () => {
    const officer = await world.officer();
    expect((await officer.post(path('/return'), sentBack, { ifMatch: await world.version(officer, id) })).status).toBe(200);
    expect((await hospital.get(`/duties/${world.quarterlyDuty}`)).body).toMatchObject({ status: 'overdue', mendBy: null, lateDays: null, enforcement: { state: 'open' } });
    await world.save(hospital, id, 'conclusion', { text: `${CONCLUSION}十二月二十八日氮氧化物实测四十八毫克每立方米，已经复核。` });
    await world.checked(hospital, id);
    expect((await hospital.post(path('/submit'), { commitment: true })).body).toMatchObject({ state: 'submitted', lateDays: 5 });
  });

  let [year, yearlyDuty] = ['', ''];

  /** A decision of this bureau against the hospital, as the penalties' own tables have it. */
  async function penalised(number: string, { servedOn, revoked = false }: { servedOn: string; revoked?: boolean }): Promise<void> {
    const [columns] = await world.rows<{ list: string }>(`SELECT string_agg(column_name, ', ') AS list FROM information_schema.columns WHERE table_name = 'case_record' AND is_generated = 'NEVER'`);
    const names = (columns?.list ?? '').split(', ');
    const [c] = await world.rows<{ id: string }>(
      `INSERT INTO case_record (${names.join(', ')}) SELECT ${names.map(name => `copy.${name}`).join(', ')} FROM (SELECT * FROM case_record WHERE state = 'issued' LIMIT 1) c,
         jsonb_populate_record(NULL::case_record, to_jsonb(c) || jsonb_build_object('id', uuidv7(), 'kind', 'penalty', 'number', NULL, 'state', 'performing', 'closed_at', NULL)) AS copy RETURNING id`);
    await world.rows(`INSERT INTO penalty (id, number, region_code, party_kind, party_org_id, party_name, clue_kind, clue_text, discovered_on, opened_by, opened_by_name, opened_at, violation, violation_title, has_consequence, investigators, told_at, search)
      SELECT c.id, $2, c.region_code, 'enterprise', $3, c.party_name, 'inspection', '走查', $4::date, c.opened_by, '某', now(), 'ledger', '台账记录不全', false, '[]', now(), '' FROM case_record c WHERE c.id = $1`, [c?.id, number, hospital.orgId, servedOn]);
    await world.rows(`INSERT INTO penalty_decision (penalty_id, number, kind, measures, fine_yuan, confiscate_yuan, due_fine_yuan, reasons, law, paper, decided_by, decided_by_name, decided_on, served, served_on, plan, publish_due, revoked_at)
      SELECT id, number, 'penalty', '{warning,fine}', 20000, 0, 20000, '事实清楚', '{"legalBasis": "某"}', '{"issuer": "某"}', opened_by, '某', $2::date, '{}', $2::date, '[]', $2::date, CASE WHEN $3 THEN now() END FROM penalty WHERE id = $1`, [c?.id, servedOn, revoked]);
  }

  it('of a time too short is written with the next one: the year 2027 has five quarters and thirteen parts', async () => {
    const annual = await world.rows(`SELECT id, key, status, period_from::text AS from, period_to::text AS to FROM obligation WHERE kind = 'report-annual' ORDER BY due_on LIMIT 2`);
    expect(annual.map(one => [one.key, one.status, one.from, one.to])).toEqual([['report-annual:2026-01-01', 'excused', '2026-11-23', '2026-12-31'], ['report-annual:2027-01-01', 'upcoming', '2026-11-23', '2027-12-31']]);
    expect((await hospital.post('/execution-reports', { dutyId: annual[0].id as string })).body.code).toBe('report.duty-excused');
    hospital = await world.moveTo('2028-01-10T01:00:00Z');
    yearlyDuty = annual[1].id as string;
    await penalised('孝环罚〔2027〕3号', { servedOn: '2027-05-10' });
    await penalised('孝环罚〔2027〕9号', { servedOn: '2027-09-01', revoked: true });
    await penalised('孝环罚〔2028〕1号', { servedOn: '2028-01-05' });
    year = (await hospital.post('/execution-reports', { dutyId: yearlyDuty })).body.id as string;
    // ② knows what was served within the year and stands, and says from where; the person answers the rest
    const law = await world.part(hospital, year, 'compliance');
    expect(law.data).toMatchObject({ hasPenalties: true, penalties: expect.stringMatching(/^孝环罚〔2027〕3号（2027-05-10 送达）：台账记录不全；警告、罚款，罚款 20000\.00 元；尚未结案/) as string });
    expect(law.data.penalties).not.toMatch(/9号|2028/);
    expect(JSON.stringify(law)).toContain('本平台的行政处罚决定：1 件');
    expect(await world.fillAll(hospital, year)).toHaveLength(13);
    const amounts = (await world.part(hospital, year, 'emissions')).data.amounts as Any[];
    expect(amounts.filter(row => row.outletCode === 'DA001' && row.pollutant === 'NOx').map(row => row.subPeriod as string)).toEqual(['2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4']);
    expect(amounts.find(row => row.subPeriod === '2026Q4' && row.pollutant === 'NOx').steps).toBe('取自2026 年第 4 季度执行报告');
    const { findings } = await world.checked(hospital, year);
    expect((findings as Any[]).filter(one => one.level === 'E')).toEqual([]);
    expect((await hospital.post(`/execution-reports/${year}/submit`, { commitment: true })).body).toMatchObject({ state: 'submitted', kind: 'annual', lateDays: 0 });
  });

  it('of a demonstration city has a past: accepted, returned, annual and drafts, each made by the services', async () => {
    hospital = await world.moveTo('2028-02-20T01:00:00Z');
    const { api, db, demo } = world.records.world;
    await db.transaction(async () => seedReportsDemo(api, await seedFurtherEnterprise(api, demo)));
    const made = await world.rows(`SELECT r.kind, r.state, r.period_from::text AS from, r.late_days FROM execution_report r JOIN permit p ON p.id = r.permit_id WHERE p.enterprise_name = '孝义示范康复医院' ORDER BY r.due_on`);
    expect(made).toEqual([
      { kind: 'quarterly', state: 'accepted', from: '2027-07-01', late_days: 0 }, { kind: 'quarterly', state: 'returned', from: '2027-10-01', late_days: 0 }, { kind: 'annual', state: 'accepted', from: '2027-07-01', late_days: 0 },
    ]);
    expect(await world.rows(`SELECT count(*)::int AS n FROM obligation o JOIN permit p ON p.id = o.permit_id WHERE p.enterprise_name = '孝义示范康复医院' AND o.due_on < '2028-02-20' AND o.status NOT IN ('done', 'excused') AND o.key <> 'report-quarterly:2027-10-01'`)).toEqual([{ n: 0 }]);
    await world.jobs();
    const open = (await world.records.world.anyone.get('/public/execution-reports')).body.items as Any[];
    expect(open.map(one => one.kind as string)).toEqual(expect.arrayContaining(['annual', 'quarterly']) as string[]);
    expect(['2026-11-28', '2026-01-05', '2027-03-31'].map(day => quarterStart(day, 2))).toEqual(['2026-04-01', '2025-07-01', '2026-07-01']);
  });

  it('returned 46 days after its day is overdue at once; days for which the bureau had it are not counted', async () => {
    hospital = await world.moveTo('2028-03-17T01:00:00Z');
    const [officer, enforcer] = [await world.officer(), await world.officer('bureau.enforcer')];
    const duty = async (): Promise<Any> => (await hospital.get(`/duties/${yearlyDuty}`)).body as Any;
    const submit = async (): Promise<Any> => (await hospital.post(`/execution-reports/${year}/submit`, { commitment: true })).body as Any;
    expect([(await duty()).status, (await duty()).lateDays]).toEqual(['done', 0]);
    expect((await officer.post(`/execution-reports/${year}/return`, sentBack, { ifMatch: await world.version(officer, year) })).status).toBe(200);
    expect(await duty()).toMatchObject({ status: 'overdue', mendBy: '2028-03-17', daysLeft: -46, enforcement: { state: 'open' } });
    const tasks = (await enforcer.get('/duty-enforcement?state=open&limit=200')).body.items as Any[];
    expect(tasks.filter(one => one.duty.id === yearlyDuty).map(one => one.openedOn as string)).toEqual(['2028-03-17']);
    const standing = async (who: Person): Promise<unknown[]> => [(await who.get(`/execution-reports/${year}`)).body].map(one => [one.mendBy, one.lateNow]);
    expect([await standing(hospital), await standing(officer), (await duty()).lateNow]).toEqual([[['2028-03-17', 0]], [['2028-03-17', 0]], 0]);
    hospital = await world.moveTo('2028-03-20T01:00:00Z');
    expect([await standing(hospital), await standing(await world.officer()), (await duty()).lateNow]).toEqual([[['2028-03-17', 3]], [['2028-03-17', 3]], 3]);
    await world.save(hospital, year, 'conclusion', { text: '全年锅炉按采暖需要运行，氮氧化物一次接近限值，已调整燃烧器并复测；污水站消毒正常，没有投诉。' });
    await world.checked(hospital, year);
    expect(await submit()).toMatchObject({ state: 'submitted', revision: 2, lateDays: 3 });
    expect(await duty()).toMatchObject({ status: 'done', lateDays: 3, lateNow: 0 });
    expect(await standing(hospital)).toEqual([[null, null]]);
    // a copy that was accepted goes on to hold while a later one is returned
    const again = await world.officer();
    expect((await again.post(`/execution-reports/${year}/accept`, { qualities: MET }, { ifMatch: await world.version(again, year) })).status).toBe(200);
    expect((await hospital.post(`/execution-reports/${year}/amend`, { reason: '补充全年监测情况' })).status).toBe(200);
    await world.checked(hospital, year);
    expect(await submit()).toMatchObject({ revision: 3, lateDays: 3 });
    expect((await again.post(`/execution-reports/${year}/return`, sentBack, { ifMatch: await world.version(again, year) })).status).toBe(200);
    expect(await duty()).toMatchObject({ status: 'done', lateDays: 3 });
  });
});
