import { Any, Answer, Person, PermitWorld } from '../permits/world';

/** Filling the form from the record, a permit, another outlet. */
describe('copying into the form', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let first: Any;
  let permit: Any;
  let draft: Any;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    enterprise = await world.as('enterprise.admin');
    first = await world.submitted(enterprise, { siteSequence: 1 });
    permit = await world.issue(first.id as string, undefined);
    draft = (await enterprise.post('/permit-applications', { siteSequence: 2, siteName: '二厂区' })).body;
  }, 300_000);
  afterAll(() => world.end());

  const path = (rest = ''): string => `/permit-applications/${draft.id as string}${rest}`;
  const section = async (key: string): Promise<Any> => (await enterprise.get(path(`/sections/${key}`))).body;
  const preview = async (asked: object): Promise<Any> => (await enterprise.post(path('/copies/preview'), asked)).body;
  const apply = (asked: object, { items, versions }: { items: string[]; versions: string }): Promise<Answer<Any>> => enterprise.post(path('/copies'), { ...asked, items, versions });
  const put = async (key: string, data: object): Promise<void> => {
    const { version } = await section(key);
    const saved = await enterprise.patch(path(`/sections/${key}`), { data }, { ifMatch: version as number });
    expect(saved.status).toBe(200);
  };

  it('fills in what the record knows, and says where it would overwrite', async () => {
    await put('basic', { legalRepresentative: '手填的人' });
    const seen = await preview({ from: 'record' });
    const kinds = Object.fromEntries(seen.items.map((one: Any) => [one.id, one.kind]));
    expect(kinds).toMatchObject({ 'basic/legalRepresentative': 'overwrite', 'basic/contactName': 'fill', 'basic/contactPhone': 'fill' });
    const done = await apply({ from: 'record' }, { items: seen.items.filter((one: Any) => one.kind === 'fill').map((one: Any) => one.id), versions: seen.versions });
    expect(done.status).toBe(200);
    expect((await section('basic')).data).toMatchObject({ legalRepresentative: '手填的人', contactName: expect.any(String), contactPhone: expect.stringMatching(/^1\d{10}$/) });
    const firm = await world.as('firm.manager');
    expect((await firm.post(path('/copies/preview'), { from: 'record' })).status).toBe(404);
  });

  it('copies a section of another site’s permit, in one save, and takes it back at once', async () => {
    const sources = (await enterprise.get(path('/copies/sources'))).body;
    expect(sources.permits).toEqual([expect.objectContaining({ id: permit.id, number: permit.number })]);
    expect((await enterprise.post(path('/copies/preview'), { from: 'permit', section: 'materials' })).body.code).toBe('permit.no-permit-to-copy');
    const asked = { from: 'permit', permitId: permit.id as string, section: 'materials' };
    const before = await section('materials');
    const seen = await preview(asked);
    expect(seen.permitNumber).toBe(permit.number);
    expect(seen.items.every((one: Any) => one.kind === 'add' || one.kind === 'fill')).toBe(true);
    const done = (await apply(asked, { items: seen.items.map((one: Any) => one.id), versions: seen.versions })).body;
    expect((await section('materials')).version).toBe((before.version as number) + 1);
    expect((await section('materials')).data.materials.length).toBeGreaterThan(0);
    expect((await preview(asked)).items).toEqual([]);
    const undone = await enterprise.post(path('/copies/undo'), { sections: done.undo });
    expect(undone.status).toBe(200);
    expect((await section('materials')).data).toEqual(before.data);
    expect((await enterprise.post(path('/copies/undo'), { sections: done.undo })).status).toBe(412);
  });

  it('copies the rows of one outlet of a permit over all sections', async () => {
    const asked = { from: 'permit', permitId: permit.id as string, codes: ['DA001'] };
    const seen = await preview(asked);
    expect([...new Set(seen.items.map((one: Any) => one.section))]).toEqual(expect.arrayContaining(['air-outlets', 'air-limits', 'self-monitoring']));
    const done = await apply(asked, { items: seen.items.map((one: Any) => one.id), versions: seen.versions });
    expect(done.status).toBe(200);
    expect((await section('air-outlets')).data.outlets.map((row: Any) => row.code)).toEqual(['DA001']);
  });

  it('copies one outlet to several: chosen parts, never the codes, typed values only when ticked', async () => {
    const { outlets } = (await section('air-outlets')).data;
    await put('air-outlets', { hasAirOutlets: true, outlets: [...outlets, { code: 'DA002', name: '二号' }, { code: 'DA003', name: '三号', pollutants: ['NH3'] }] });
    const limits = (await section('air-limits')).data.limits as Any[];
    await put('air-limits', { limits: [...limits, { outletCode: 'DA002', pollutant: limits[0].pollutant, concentrationMgM3: '99' }] });
    const asked = { from: 'outlet', source: 'DA001', targets: ['DA002', 'DA003'], parts: ['pollutants', 'limits', 'monitoring'] };
    const seen = await preview(asked);
    expect(seen.items.filter((one: Any) => one.kind === 'overwrite').map((one: Any) => one.place.zh)).toEqual([expect.stringContaining('（DA002） · 许可排放浓度'), '大气排放口 · 大气排放口 · 第3行（DA003） · 污染物']);
    const wanted = seen.items.filter((one: Any) => one.kind !== 'overwrite').map((one: Any) => one.id);
    expect((await apply(asked, { items: wanted, versions: seen.versions })).status).toBe(200);
    const copied = (await section('air-limits')).data.limits as Any[];
    expect(copied.filter(row => row.outletCode === 'DA003').map(row => row.pollutant)).toEqual(limits.map(row => row.pollutant));
    expect(copied.find(row => row.outletCode === 'DA002')).toMatchObject({ concentrationMgM3: '99', standard: limits[0].standard });
    expect(new Set(copied.map(row => row.id)).size).toBe(copied.length);
    expect((await section('air-outlets')).data.outlets.map((row: Any) => [row.code, row.pollutants])).toEqual([['DA001', outlets[0].pollutants], ['DA002', outlets[0].pollutants], ['DA003', ['NH3']]]);
    const again = await preview(asked);
    expect(again.items.every((one: Any) => one.kind === 'overwrite')).toBe(true);
  });

  it('refuses outlets that are not there or of another medium, unknown ids and old versions, and writes nothing', async () => {
    const before = await section('air-outlets');
    const wrong = await enterprise.post(path('/copies/preview'), { from: 'outlet', source: 'DA001', targets: ['DW001', 'DA077'], parts: ['limits'] });
    expect([wrong.status, wrong.body.errors.map((one: Any) => `${one.pointer as string} ${one.code as string}`)]).toEqual([400, ['/targets/0 outlet', '/targets/1 outlet']]);
    const asked = { from: 'outlet', source: 'DA001', targets: ['DA003'], parts: ['pollutants'] };
    const seen = await preview(asked);
    expect((await apply(asked, { items: ['air-outlets/nonsense'], versions: seen.versions })).status).toBe(412);
    expect((await apply(asked, { items: [seen.items[0].id], versions: 'air-outlets:1' })).status).toBe(412);
    expect((await apply(asked, { items: [], versions: seen.versions })).status).toBe(400);
    expect(await section('air-outlets')).toEqual(before);
    const other = await world.as('enterprise.admin', 1);
    expect((await other.post(path('/copies/preview'), asked)).status).toBe(404);
    const officer = await world.as('bureau.intake');
    expect((await officer.post(`/permit-applications/${first.id as string}/copies/preview`, asked)).status).toBe(403);
  });

  it('leaves alone what 补正 does not open', async () => {
    const second = await world.submitted(await world.as('enterprise.admin', 1), { siteSequence: 1 });
    const intake = await world.as('bureau.intake');
    const owner = await world.as('enterprise.admin', 1);
    const asked = await intake.post(`/permit-applications/${second.id as string}/request-correction`, { items: [{ pointer: '/basic/contactName', requirement: '请核对技术负责人姓名', reason: '条例第九条' }] });
    expect(asked.status).toBe(200);
    const seen = (await owner.post(`/permit-applications/${second.id as string}/copies/preview`, { from: 'record' })).body;
    const sealed = Object.fromEntries(seen.items.map((one: Any) => [one.id, one.sealed]));
    expect(sealed['basic/contactName']).toBe(false);
    expect(Object.entries(sealed).filter(([id]) => id !== 'basic/contactName').every(([, value]) => value)).toBe(true);
  });
});
