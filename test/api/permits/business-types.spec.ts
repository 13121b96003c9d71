import { PermitReader } from '@huanbao/permits';
import { Any, Person, PermitWorld } from './world';

const WATCH = { title: '氧量计校验', kind: 'operation', subject: 'site', legalBasis: '环评批复第三条', reason: '环评批复有要求，条件库没有' };

/** A permit through its further life: change, renewal, applying again, each compared with what it was. */
describe('business types', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let permit: Any;
  let site: string;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    const first = await world.submitted(enterprise, { siteSequence: 1 });
    permit = await world.issue(first.id as string, `${first.uscc as string}001P`);
    site = (await enterprise.get(`/organisations/${enterprise.orgId}/sites`)).body[0].id as string;
  }, 300_000);
  afterAll(() => world.end());

  const begin = (body: object): Promise<Any> => enterprise.post('/permit-applications', { siteId: site, ...body });
  const standing = async (): Promise<Any> => (await enterprise.get(`/permit-applications/standing?siteId=${site}`)).body;
  const at = async (instant: string): Promise<void> => {
    await world.moveTo(instant);
    enterprise = await world.as('enterprise.admin');
  };
  const possible = (view: Any): string[] => (view.types as Any[]).filter(one => one.possible).map(one => one.key as string);
  const save = async (id: string, key: string, cells: object[]): Promise<Any> => {
    const path = `/permit-applications/${id}/sections/${key}`;
    const saved = await enterprise.patch(path, { cells }, { ifMatch: (await enterprise.get(path)).body.version as number });
    expect(saved.status).toBe(200);
    return enterprise.post(`${path}/complete`, { done: true }, { ifMatch: saved.body.version as number });
  };
  const attach = async (id: string): Promise<void> => {
    const form = await world.limeForm(enterprise, { id, enterpriseName: '', uscc: permit.uscc });
    await world.fill(enterprise, id, 'attachments', form.attachments);
    // nothing is published for a change or a renewal, and nobody is asked whether it was
    await world.fill(enterprise, id, 'submission', {});
  };
  const reviewed = async (id: string): Promise<void> => {
    await (await world.as('bureau.intake')).post(`/permit-applications/${id}/accept`);
    await (await world.as('bureau.reviewer')).post(`/permit-applications/${id}/start-review`);
  };
  const lay = async (id: string, condition: object): Promise<void> => expect((await (await world.as('bureau.reviewer')).post(`/permit-applications/${id}/conditions`, condition)).status).toBe(201);
  const submit = async (id: string): Promise<Any> => {
    await enterprise.post(`/permit-applications/${id}/review-runs`);
    await world.runJobs();
    return enterprise.post(`/permit-applications/${id}/submit`, { commitment: true });
  };

  it('says for a site what can be begun, and why the rest cannot', async () => {
    const view = await standing();
    expect(view).toMatchObject({ permitId: permit.id, permitNumber: permit.number, openApplicationId: null });
    expect(possible(view)).toEqual(['reapply', 'change', 'adjust']);
    // five years ahead of its end it is not renewed: the first day is named
    expect(view.types.find((one: Any) => one.key === 'renew')).toMatchObject({ possible: false, remark: { zh: expect.stringContaining('2031-05-26 起可以申请延续') as string } });
    expect(view.types[0].remark.zh).toContain(permit.number);
    expect((await (await world.as('enterprise.admin', 1)).get(`/permit-applications/standing?siteId=${site}`)).status).toBe(404);
  });

  it.each([
    [{}, 422, 'permit.cannot-begin', undefined],
    [{ businessType: 'renew' }, 422, 'permit.cannot-begin', undefined],
    [{ businessType: 'change' }, 400, 'validation', '/triggers'],
    [{ businessType: 'change', triggers: ['more'] }, 400, 'validation', '/triggers'],
    [{ businessType: 'change', triggers: ['name'] }, 400, 'validation', '/occurredOn'],
    [{ businessType: 'change', triggers: ['name'], occurredOn: '2026-11-24' }, 400, 'validation', '/occurredOn'],
    [{ businessType: 'change', triggers: ['name'], occurredOn: '2026-13-01' }, 400, 'validation', '/occurredOn'],
    [{ businessType: 'expropriate' }, 400, 'validation', '/businessType'],
  ])('refuses %j', async (body, status, code, pointer) => {
    const before = await world.db.query('SELECT id FROM permit_application');
    const answer = await begin(body);
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
    expect(await world.db.query('SELECT id FROM permit_application')).toHaveLength(before.length);
  });

  it('changes the representative: the record and everything else is taken over, the difference is shown, number and period stay', async () => {
    await at('2027-02-01T02:00:00Z');
    const begun = await begin({ businessType: 'change', triggers: ['representative'], occurredOn: '2026-12-20' });
    expect(begun).toMatchObject({ status: 201, body: { businessType: 'change', permitId: permit.id, baseVersion: 1 } });
    expect(begun.body.remarks[0].zh).toContain('2027-01-19');
    const id = begun.body.id as string;
    const open = (begun.body.sections as Any[]).filter(one => one.status !== 'completed').map(one => one.section as string);
    expect(open.every(one => ['attachments', 'submission'].includes(one))).toBe(true);
    expect((await enterprise.get(`/permit-applications/${id}/changes`)).body.items).toMatchObject([{ pointer: '/basic/legalRepresentative', before: '郭建军', after: '示例法人' }]);
    await save(id, 'basic', [{ pointer: '/legalRepresentative', value: '赵新任' }]);
    const changes = (await enterprise.get(`/permit-applications/${id}/changes`)).body;
    expect(changes).toMatchObject({ baseVersion: 1, items: [{ pointer: '/basic/legalRepresentative', kind: 'changed', before: '郭建军', after: '赵新任' }] });
    await attach(id);
    await save(id, 'air-limits', [{ pointer: '/limits/0/concentrationMgM3', value: '11' }]);
    expect((await submit(id)).body).toMatchObject({ code: 'permit.findings-open' });
    const { findings } = (await enterprise.get(`/permit-applications/${id}/review-runs/latest`)).body;
    expect(findings.filter((one: Any) => one.ruleId === 'C16').map((one: Any) => one.pointer as string)).toEqual(['/air-limits/limits/0/concentrationMgM3']);
    await save(id, 'air-limits', [{ pointer: '/limits/0/concentrationMgM3', value: '10' }]);
    expect((await submit(id)).status).toBe(200);
    const intake = await world.as('bureau.intake');
    const accepted = (await intake.post(`/permit-applications/${id}/accept`)).body;
    // ten working days from the reference data, said to be unverified: 2 February … 18 February with the holiday of 2027 unpublished
    const clock = accepted.case.clocks.find((one: Any) => one.clock === 'review');
    expect(clock).toMatchObject({ remaining: 10, provisional: true });
    expect(JSON.stringify(accepted.case.clocks)).toContain('未核实');
    expect((await begin({ businessType: 'adjust', triggers: ['record'] })).body.code).toBe('permit.open-application');
    const after = await world.issue(id, undefined, { accepted: true });
    expect(after).toMatchObject({ id: permit.id, number: permit.number, validFrom: permit.validFrom, validTo: permit.validTo, legalRepresentative: '赵新任' });
    const reader = world.api.get(PermitReader);
    expect((await reader.versions(permit.id as string)).map(one => [one.number, one.businessType, one.effectiveFrom])).toEqual([[2, 'change', '2027-02-01'], [1, 'new', permit.issuedOn]]);
    expect((await reader.formOn(permit.id as string, '2027-01-31'))?.version.number).toBe(1);
    expect((await reader.formOn(permit.id as string, '2027-02-01'))?.form.basic?.['legalRepresentative']).toBe('赵新任');
    expect(await reader.formOn(permit.id as string, '2026-11-22')).toBeNull();
    expect(await world.db.query('SELECT 1 FROM permit_limit WHERE from_version = 2')).toHaveLength(0);
  });

  it('gets papers of its own for the new version, and keeps those of the old one', async () => {
    const rows = await world.db.query<{ a: string; b: string }>('SELECT original_file_id AS a, duplicate_file_id AS b FROM permit_version WHERE permit_id = $1', [permit.id]);
    expect(new Set(rows.flatMap(row => [row.a, row.b])).size).toBe(4);
    const head = (await enterprise.get(`/permits/${permit.id as string}`)).body;
    expect(rows.map(row => row.a)).toContain(head.originalFileId);
  });

  it('bears the new name when the record was changed after the change was begun', async () => {
    await at('2027-03-01T02:00:00Z');
    const NEW = '孝义示范石灰（集团）有限公司';
    const begun = await begin({ businessType: 'change', triggers: ['name'], occurredOn: '2027-02-20' });
    const id = begun.body.id as string;
    await attach(id);
    await world.db.query('UPDATE organisation SET name = $2 WHERE id = $1', [enterprise.orgId, NEW]);
    expect((await submit(id)).body).toMatchObject({ status: 422, code: 'permit.record-differs', pointers: ['/basic/enterpriseName'], zh: expect.stringContaining('从企业档案填入') as string });
    const offered = (await enterprise.post(`/permit-applications/${id}/copies/preview`, { from: 'record' })).body;
    const taken = await enterprise.post(`/permit-applications/${id}/copies`, { from: 'record', versions: offered.versions, items: (offered.items as Any[]).filter(one => one.after === NEW).map(one => one.id as string) });
    expect(taken.status).toBe(200);
    const { version } = (await enterprise.get(`/permit-applications/${id}/sections/basic`)).body;
    await enterprise.post(`/permit-applications/${id}/sections/basic/complete`, { done: true }, { ifMatch: version as number });
    expect((await submit(id)).status).toBe(200);
    expect((await (await world.as('bureau.intake')).get('/cases?tab=all&matter=permits')).body.items.map((one: Any) => one.partyName)).toContain(NEW);
    const after = await world.issue(id, undefined);
    expect([after.enterpriseName, (await world.anyone.get(`/public/permits/${permit.id as string}`)).body.enterpriseName]).toEqual([NEW, NEW]);
    const [row] = await world.db.query<Any>('SELECT signed_text FROM permit_version WHERE permit_id = $1 AND number = 3', [permit.id]);
    expect(row?.signed_text).toContain(NEW);
  });

  it('leads a change in 补正 that turned out to be none to an application anew, with everything that was typed', async () => {
    const begun = (await begin({ businessType: 'adjust', triggers: ['less'] })).body.id as string;
    await save(begun, 'air-limits', [{ pointer: '/limits/1/concentrationMgM3', value: '9' }]);
    await attach(begun);
    expect((await submit(begun)).status).toBe(200);
    const items = [{ pointer: '/air-limits/limits', requirement: '核对许可排放浓度', reason: '排污许可管理条例 第十一条' }, { pointer: '/basic/contactName', requirement: '补充联系人', reason: '排污许可管理条例 第七条' }];
    expect((await (await world.as('bureau.intake')).post(`/permit-applications/${begun}/request-correction`, { items })).status).toBe(200);
    await save(begun, 'air-limits', [{ pointer: '/limits/0/concentrationMgM3', value: '99' }]);
    expect((await submit(begun)).body.code).toBe('permit.findings-open');
    expect((await enterprise.post(`/permit-applications/${begun}/business-type`, { businessType: 'reapply', triggers: ['nonsense'] })).status).toBe(400);
    expect((await enterprise.get(`/permit-applications/${begun}`)).body.state).toBe('correcting');
    const stranger = await world.as('enterprise.admin', 1);
    expect((await stranger.post(`/permit-applications/${begun}/business-type`, { businessType: 'reapply', triggers: ['more'] })).status).toBe(404);
    const next = await enterprise.post(`/permit-applications/${begun}/business-type`, { businessType: 'reapply', triggers: ['more'] });
    expect([next.status, next.body.state, next.body.businessType, next.body.id === begun]).toEqual([200, 'draft', 'reapply', false]);
    const old = (await enterprise.get(`/permit-applications/${begun}`)).body;
    expect([old.state, JSON.stringify(old.case.timeline)]).toEqual(['withdrawn', expect.stringContaining('改为重新申请')]);
    const read = async (id: string, key: string): Promise<Any> => (await enterprise.get(`/permit-applications/${id}/sections/${key}`)).body;
    for (const key of ['basic', 'air-limits', 'process-nodes', 'self-monitoring']) expect([key, (await read(next.body.id as string, key)).data]).toEqual([key, (await read(begun, key)).data]);
    const [then, now] = [await read(begun, 'attachments'), await read(next.body.id as string, 'attachments')];
    const kinds = (one: Any): string[] => (one.data.files as Any[]).map(file => file.kind as string);
    expect(kinds(now)).toEqual(kinds(then));
    expect((now.data.files as Any[]).some(file => (then.data.files as Any[]).some(each => each.fileId === file.fileId))).toBe(false);
    expect((await enterprise.get(`/permit-applications/${next.body.id as string}`)).body.case.timeline.map((one: Any) => (one.text?.zh ?? one.zh) as string)).toContainEqual(expect.stringContaining('已填内容全部带入'));
    expect((await enterprise.post(`/permit-applications/${next.body.id as string}/withdraw`)).status).toBe(200);
  });

  it('tells that a renewal is late, and renews from the day after the old period', async () => {
    const before = (await world.anyone.get(`/public/permits/${permit.id as string}`)).body;
    // the day before the window, and a window that the bureau made shorter
    await at('2031-05-25T02:00:00Z');
    expect((await begin({ businessType: 'renew' })).body).toMatchObject({ status: 422, code: 'permit.cannot-begin', zh: expect.stringContaining('2031-05-26') as string });
    await at('2031-05-26T02:00:00Z');
    expect((await standing()).types.find((one: Any) => one.key === 'renew').possible).toBe(true);
    await world.db.query(`INSERT INTO reference_value (id, kind, key, title, value, unit, effective_from, effective_to, legal_basis, verified, origin, note) SELECT uuidv7(), kind, key, title, '90', unit, '2031-06-01', NULL, legal_basis, true, origin, note FROM reference_value WHERE kind = 'permit-renewal' AND key = 'renewal-window-days'`);
    await at('2031-08-23T02:00:00Z');
    expect((await begin({ businessType: 'renew' })).body.zh).toContain('2031-08-24 起可以申请延续');
    await at('2031-09-23T02:00:00Z');
    expect((await standing()).types.find((one: Any) => one.key === 'renew').remark.zh).toBe('最迟 2031-09-23 提出（届满 60 日前，排污许可管理条例 第十四条）');
    await at('2031-09-24T02:00:00Z');
    expect((await standing()).types.find((one: Any) => one.key === 'renew').remark.zh).toContain('已经迟了 1 天');
    await at('2031-10-08T02:00:00Z');
    const begun = await begin({ businessType: 'renew' });
    const id = begun.body.id as string;
    expect(begun.body.remarks[0].zh).toContain('2031-09-23');
    // of its own, to hold from its first day and not before
    await save(id, 'air-limits', [{ pointer: '/limits/1/concentrationMgM3', value: '9' }]);
    await attach(id);
    expect((await submit(id)).status).toBe(200);
    await reviewed(id);
    await lay(id, { act: 'add', ...WATCH, text: '自延续之日起每季度校验一次氧量计。' });
    const after = await world.issueFrom(id);
    expect(after).toMatchObject({ number: permit.number, validFrom: '2031-11-23', validTo: '2036-11-22', status: 'valid' });
    expect(before.validTo).toBe('2031-11-22');
    const reader = world.api.get(PermitReader);
    expect((await reader.formOn(permit.id as string, '2031-11-22'))?.version.number).toBe(3);
    expect((await reader.formOn(permit.id as string, '2031-11-23'))?.version.number).toBe(4);
    // the public page shows what is in force, and names what is to come
    const open = (await world.anyone.get(`/public/permits/${permit.id as string}`)).body;
    expect(open).toMatchObject({ shownVersion: 3, newestVersion: 4, validTo: '2031-11-22', status: 'valid', signatureHolds: true, coming: { number: 4, businessType: 'renew', effectiveFrom: '2031-11-23', validTo: '2036-11-22' } });
    expect((await world.anyone.get(`/public/permits/${permit.id as string}/certificate`)).headers['content-disposition']).toContain('-v3.pdf');
    const years = await world.db.query<{ n: string }>(`SELECT count(*) AS n FROM permit_limit WHERE permit_id = $1 AND measure = 'annual' AND from_version = 4 AND valid_from >= '2031-11-23'`, [permit.id]);
    expect(Number(years[0]?.n)).toBeGreaterThan(0);
    expect(await reader.limitsOn(permit.id as string, '2031-11-22')).toEqual(await reader.limitsOn(permit.id as string, '2031-10-01'));
  });

  it('holds a change issued before the first day of the renewal today in what runs, and goes on with it in the renewal', async () => {
    const id = permit.id as string;
    const reader = world.api.get(PermitReader);
    const days = ['2031-10-07', '2031-10-08', '2031-11-22', '2031-11-23', '2032-06-01'];
    const others = async (): Promise<unknown> => Promise.all(days.map(async day => (await reader.limitsOn(id, day)).filter(one => one.pollutant !== 'PM' || one.outletCode !== 'DA001').map(one => [one.outletCode, one.pollutant, one.measure, one.permitYear, one.value])));
    const before = await others();
    const begun = (await begin({ businessType: 'adjust', triggers: ['less'] })).body.id as string;
    await save(begun, 'air-limits', [{ pointer: '/limits/0/concentrationMgM3', value: '8' }]);
    await attach(begun);
    expect((await submit(begun)).status).toBe(200);
    await reviewed(begun);
    const kept = (await (await world.as('bureau.reviewer')).get(`/permit-applications/${begun}/conditions`)).body.kept as Any[];
    await lay(begun, { act: 'change', permitConditionId: kept.find(one => one.title === WATCH.title).id as string, text: '自延续之日起每月校验一次氧量计。', reason: '按监测结果加密' });
    await lay(begun, { act: 'add', ...WATCH, title: '窑顶密封检查', text: '每月检查一次窑顶密封。' });
    await world.issueFrom(begun);
    // what the change lays down holds at once and goes on; what it changes of the renewal waits for the renewal's first day
    const laidDown = await Promise.all(['2031-10-07', '2031-10-08', '2031-11-22', '2031-11-23', '2032-06-01'].map(async day => {
      const { body } = await enterprise.get(`/permits/${id}/as-of?on=${day}`);
      return [day, body.versionNumber, (body.conditions as Any[]).map(one => one.text as string).sort()];
    }));
    const [seal, monthly] = ['每月检查一次窑顶密封。', '自延续之日起每月校验一次氧量计。'];
    expect(laidDown).toEqual([['2031-10-07', 3, []], ['2031-10-08', 5, [seal]], ['2031-11-22', 5, [seal]], ['2031-11-23', 6, [seal, monthly]], ['2032-06-01', 6, [seal, monthly]]]);
    const sides = (await enterprise.get(`/permits/${id}/compare?fromVersion=5&toVersion=6`)).body;
    expect((sides.conditions as Any[]).map(one => [one.change, one.after?.text])).toEqual([['added', monthly]]);
    expect((await reader.versions(id)).slice(0, 3).map(one => [one.number, one.businessType, one.effectiveFrom, one.validTo])).toEqual([[6, 'adjust', '2031-11-23', '2036-11-22'], [5, 'adjust', '2031-10-08', '2031-11-22'], [4, 'renew', '2031-11-23', '2036-11-22']]);
    const said = await Promise.all(days.map(async day => {
      const on = await reader.formOn(id, day);
      const [row] = on?.form['air-limits']?.['limits'] as Any[];
      const held = (await reader.limitsOn(id, day)).filter(one => one.outletCode === 'DA001' && one.pollutant === 'PM' && one.measure === 'concentration');
      return [day, on?.version.number, row.concentrationMgM3, held.map(one => Number(one.value))];
    }));
    expect(said).toEqual([['2031-10-07', 3, '10', [10]], ['2031-10-08', 5, '8', [8]], ['2031-11-22', 5, '8', [8]], ['2031-11-23', 6, '8', [8]], ['2032-06-01', 6, '8', [8]]]);
    expect(await others()).toEqual(before);
    // the public sees today's, sound, and what is to come; each has papers of its own
    const open = async (): Promise<Any> => (await world.anyone.get(`/public/permits/${id}`)).body;
    expect(await open()).toMatchObject({ shownVersion: 5, newestVersion: 6, validTo: '2031-11-22', signatureHolds: true, coming: { number: 6, effectiveFrom: '2031-11-23' } });
    const papers = async (...numbers: number[]): Promise<number> => new Set((await world.db.query<{ a: string | null; b: string | null }>('SELECT original_file_id AS a, duplicate_file_id AS b FROM permit_version WHERE permit_id = $1 AND number = ANY ($2)', [id, numbers])).flatMap(row => [row.a, row.b]).filter(one => one !== null)).size;
    expect(await papers(5, 6)).toBe(4);
    expect((await world.anyone.get(`/public/permits/${id}/certificate`)).headers['content-disposition']).toContain('-v5.pdf');
    // lost papers are those of both as well
    await world.papers(enterprise, id, 'reissue');
    const asked = await enterprise.post(`/permits/${id}/requests`, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: '2031-09-20' });
    expect((await (await world.as('bureau.approver')).post(`/permit-cases/${asked.body.id as string}/answer`, { outcome: 'approve' })).status).toBe(200);
    await world.runJobs();
    expect((await reader.versions(id)).slice(0, 2).map(one => [one.number, one.businessType, one.effectiveFrom, one.validTo])).toEqual([[8, 'reissue', '2031-11-23', '2036-11-22'], [7, 'reissue', '2031-10-08', '2031-11-22']]);
    expect([await papers(7, 8), await others()]).toEqual([4, before]);
    expect(await open()).toMatchObject({ shownVersion: 7, newestVersion: 8, signatureHolds: true });
    await at('2031-11-23T02:00:00Z');
    expect(await open()).toMatchObject({ shownVersion: 8, validTo: '2036-11-22', signatureHolds: true, coming: null });
  });

  it('refuses a renewal after the end and offers applying again, with a new period from the day of issue', async () => {
    // begun in time, handed in after the end
    await at('2036-11-20T02:00:00Z');
    const draft = (await begin({ businessType: 'renew' })).body.id as string;
    await attach(draft);
    await at('2036-11-23T02:00:00Z');
    expect((await submit(draft)).body).toMatchObject({ status: 422, code: 'permit.cannot-begin', zh: expect.stringContaining('重新申请') as string });
    expect((await enterprise.post(`/permit-applications/${draft}/withdraw`, {})).status).toBe(200);
    expect(possible(await standing())).toEqual(['reapply']);
    const late = await begin({ businessType: 'renew' });
    expect(late.body).toMatchObject({ status: 422, code: 'permit.cannot-begin', permitId: permit.id });
    expect(late.body.detail).toContain('2036-11-22');
    const begun = await begin({ businessType: 'reapply', triggers: ['expired'] });
    expect(begun.status).toBe(201);
    expect((await enterprise.get(`/permit-applications/${begun.body.id as string}/changes`)).body.baseVersion).toBe(8);
  });
});
