import { randomUUID } from 'node:crypto';
import { Any, Person, PermitWorld } from './world';

const CONTENT = {
  siteAddress: '孝义市振兴街 1 号', location: { longitude: '111.7800', latitude: '37.1400' }, legalRepresentative: '郭建军', contactName: '王小明', contactPhone: '13800000000',
  products: [{ process: '切割', product: '石材板', capacity: '5000', unit: 'm²/a' }],
  usesFuel: false, usesVocMaterials: false, hasAir: true, airOutlets: [{ name: '厂界', form: 'fugitive', standard: 'GB 16297-1996', quantity: 1 }],
  hasWater: false, hasWaste: true, wastes: [{ name: '边角料', hazardous: false, destination: '外售' }], hasNoise: true, noiseMeasures: '减振', noiseStandard: 'GB 12348-2008',
};
const NO_PROCESSES = { 'key-discharger': false, 'boiler-t-h': '0', 'furnace-other': false, 'surface-treatment': false, 'water-treatment-t-d': '0' };
/** 建筑用石加工, by cutting alone: registration (entry 64). */
const CUTTING = { industries: ['3032'], answers: { 'cutting-only': true, 'key-discharger': false, 'boiler-t-h': '0', 'furnace-other': false, 'surface-treatment': false, 'water-treatment-t-d': '0' } };

describe('排污登记', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let site: string;
  let filed: Any;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    site = (await enterprise.get(`/organisations/${enterprise.orgId}/sites`)).body[0].id as string;
  });
  afterAll(() => world.end());

  const file = (over: object = {}, who = enterprise): Promise<Any> => who.post('/permit-registrations', { siteId: site, ...CUTTING, content: CONTENT, commitment: true, ...over });
  const rows = async (): Promise<number> => (await world.db.query('SELECT 1 FROM permit_registration_version')).length;

  it.each([
    ['a class that needs a permit', { industries: ['2521'], answers: {} }, '/industries'],
    ['an unfinished classification', { industries: ['3032'], answers: {} }, '/answers'],
    ['answers to questions nobody asked', { industries: ['3032'], answers: { rain: true } }, '/answers'],
    ['an industry that is none', { industries: ['9999'], answers: {} }, '/industries/0'],
    ['no promise', { commitment: false }, '/commitment'],
    ['a missing field', { content: { ...CONTENT, contactPhone: '' } }, '/content/contactPhone'],
    ['an unknown field', { content: { ...CONTENT, bribe: '1' } }, '/content/bribe'],
    ['a negative capacity', { content: { ...CONTENT, products: [{ ...CONTENT.products[0], capacity: '-5' }] } }, '/content/products/0/capacity'],
    ['a unit in a number', { content: { ...CONTENT, products: [{ ...CONTENT.products[0], capacity: '5000m²' }] } }, '/content/products/0/capacity'],
    ['a table left empty that is asked for', { content: { ...CONTENT, airOutlets: [] } }, '/content/airOutlets'],
    ['a product of another class', { content: { ...CONTENT, products: [{ process: '捣固炼焦', product: '焦炭', capacity: '2000000', unit: 't/a' }] } }, '/content/products/0/product'],
    ['a process against an answer', { content: { ...CONTENT, products: [{ ...CONTENT.products[0], process: '破碎、切割' }] } }, '/content/products/0/process'],
    ['coal with neither boiler nor furnace', { content: { ...CONTENT, usesFuel: true, fuels: [{ kind: 'solid', name: '原煤', annualUse: '300', unit: 't/a' }] } }, '/content/fuels/0/kind'],
  ])('refuses %s with the place', async (_name, over, pointer) => {
    const answer = await file(over);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
    expect(await rows()).toBe(0);
  });

  it('gives number, five years and receipt at once, once for however many clicks', async () => {
    const keyed = (): Promise<Any> => enterprise.post('/permit-registrations', { siteId: site, ...CUTTING, content: CONTENT, commitment: true }, { key: randomUUID() });
    const answers = await Promise.all([file(), keyed(), keyed()]);
    expect(answers.map(one => one.status).sort()).toEqual([201, 409, 409]);
    filed = answers.find(one => one.status === 201)?.body;
    expect(filed).toMatchObject({ number: 'DJ-2026-000001', validFrom: '2026-11-23', validTo: '2031-11-22', status: 'valid', industryCode: '3032', history: [{ number: 1, kind: 'first' }] });
    expect(answers.find(one => one.status === 409)?.body).toMatchObject({ code: 'registration.exists', registrationId: filed.id });
    expect(filed.classification[0].no).toBe(64);
    await world.runJobs();
    const receipt = (await enterprise.get(`/permit-registrations/${filed.id as string}`)).body.history[0].receiptFileId as string;
    expect((await enterprise.get(`/files/${receipt}/content`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await (await world.as('enterprise.admin', 1)).get(`/files/${receipt}/content`)).status).toBe(404);
  });

  it('is listed by industry, region and the days to its end, sorted and taken away as a table, by its holder, the bureau and everybody', async () => {
    const officer = await world.as('bureau.reviewer');
    const other = await world.as('enterprise.admin', 1);
    await world.db.query(`INSERT INTO permit_registration (number, enterprise_id, enterprise_name, uscc, site_id, site_sequence, site_name, region_code, industry_code, industry_name, status, valid_from, valid_to, version_number, version, created_at)
      SELECT 'DJ-2026-9' || lpad(n::text, 5, '0'), enterprise_id, '砖瓦' || n, uscc, uuidv7(), n + 10, '窑', '141181101', '3031', '粘土砖瓦', 'valid', '2022-01-01', '2026-11-22'::date + n, 1, 1, created_at FROM permit_registration, generate_series(0, 4) AS n WHERE id = $1`, [filed.id]);
    const names = async (who: Person, query: string): Promise<string[]> => {
      const answer = await who.get(`${who === world.anyone || !who.account ? '/public' : ''}/permit-registrations?${query}`);
      expect(answer.status).toBe(200);
      return (answer.body.items as Any[]).map(one => one.enterpriseName as string);
    };
    for (const who of [enterprise, officer, world.anyone]) {
      expect(await names(who, 'industry=30&region=141181101&sort=name')).toEqual(['砖瓦0', '砖瓦1', '砖瓦2', '砖瓦3', '砖瓦4']);
      expect(await names(who, 'endsWithin=2')).toEqual(['砖瓦1', '砖瓦2', '砖瓦3']);
      expect(await names(who, 'sort=-validTo&region=141181101&status=valid')).toEqual(['砖瓦4', '砖瓦3', '砖瓦2', '砖瓦1']);
      expect(await names(who, 'industry=25')).toEqual([]);
    }
    expect(await names(other, 'sort=name')).toEqual([]);
    for (const sort of ['', 'sort=name', 'sort=-name', 'sort=validTo', 'sort=-validTo']) {
      const [all, seen] = [await names(officer, sort), [] as string[]];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body } = await officer.get(`/permit-registrations?limit=2&${sort}${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...(body.items as Any[]).map(one => one.enterpriseName as string));
        cursor = body.nextCursor as string | null;
      }
      expect(seen).toEqual(all);
    }
    expect((await world.anyone.get('/public/permit-registrations/numbers')).body).toMatchObject({ valid: 5, byIndustry: [{ key: '30', count: 5 }], byRegion: [{ key: '141181', count: 5 }] });
    for (const [who, path] of [[enterprise, ''], [officer, ''], [world.anyone, '/public']] as const) expect([(await who.get(`${path}/permit-registrations/export?sort=name`)).raw.subarray(0, 2).toString(), path]).toEqual(['PK', path]);
    expect((await world.db.query(`SELECT 1 FROM audit_entry WHERE action = 'permit-registration.export'`)).length).toBe(2);
    for (const query of ['sort=size', 'industry=x', 'region=1411', 'endsWithin=0']) expect((await officer.get(`/permit-registrations?${query}`)).status).toBe(400);
    await world.db.query(`DELETE FROM permit_registration WHERE number LIKE 'DJ-2026-9%'`);
  });

  it('keeps persons encrypted, out of the public page and out of what is signed', async () => {
    const [row] = await world.db.query<{ content: Any }>('SELECT content FROM permit_registration_version');
    expect(row?.content.contactPhone).toMatch(/^k1:/);
    const open = await world.anyone.get(`/public/permit-registrations/${filed.number as string}`);
    expect(open.body).toMatchObject({ status: 'valid', signatureHolds: true, number: filed.number });
    for (const secret of ['王小明', '13800000000']) expect(JSON.stringify(open.body)).not.toContain(secret);
    expect((await enterprise.get(`/permit-registrations/${filed.id as string}`)).body.content.contactName).toBe('王小明');
  });

  it('is read by the bureau of the region, never by another enterprise, and changed by the holder alone', async () => {
    const path = `/permit-registrations/${filed.id as string}`;
    const intake = await world.as('bureau.intake');
    expect((await intake.get(path)).status).toBe(200);
    expect((await intake.get('/permit-registrations?q=' + encodeURIComponent('石灰'))).body.items).toHaveLength(1);
    const change = { content: CONTENT, occurredOn: '2026-11-20', commitment: true };
    expect((await intake.post(`${path}/changes`, change, { ifMatch: 1 })).status).toBe(403);
    expect((await (await world.as('enterprise.admin', 1)).post(`${path}/changes`, change, { ifMatch: 1 })).status).toBe(404);
    expect((await file({}, await world.as('enterprise.admin', 1))).status).toBe(404);
  });

  it('is changed with a reason in the content, never backwards over somebody else’s change', async () => {
    const path = `/permit-registrations/${filed.id as string}/changes`;
    const same = await enterprise.post(path, { content: CONTENT, occurredOn: '2026-11-20', commitment: true }, { ifMatch: 1 });
    expect(same.body).toMatchObject({ status: 422, code: 'registration.unchanged' });
    const next = { ...CONTENT, hasNoise: false, noiseMeasures: null, noiseStandard: null };
    expect((await enterprise.post(path, { content: next, occurredOn: '2026-11-24', commitment: true }, { ifMatch: 1 })).body.errors[0].pointer).toBe('/occurredOn');
    const [a, b] = await Promise.all([1, 2].map(() => enterprise.post(path, { content: next, occurredOn: '2026-11-20', commitment: true }, { ifMatch: 1 })));
    expect([a?.status, b?.status].sort()).toEqual([200, 412]);
    expect(await rows()).toBe(2);
    expect((await world.anyone.get(`/public/permit-registrations/${filed.number as string}`)).body).toMatchObject({ signatureHolds: true });
  });

  it('is not prolonged before its window, and says from which day on it can be', async () => {
    const path = `/permit-registrations/${filed.id as string}`;
    const early = await enterprise.post(`${path}/renewals`, { commitment: true }, { ifMatch: 2 });
    expect(early.body).toMatchObject({ status: 422, code: 'registration.too-early', renewableFrom: '2031-08-24', detail: expect.stringContaining('2031-08-24') as string });
    expect((await enterprise.get(path)).body).toMatchObject({ validTo: '2031-11-22', renewableFrom: '2031-08-24', version: 2 });
    await world.moveTo('2031-08-23T02:00:00Z');
    enterprise = await world.as('enterprise.admin');
    expect((await enterprise.post(`${path}/renewals`, { commitment: true }, { ifMatch: 2 })).body.code).toBe('registration.too-early');
  });

  it('is prolonged within the window from the end of its five years, once, and shows as expired after them', async () => {
    await world.moveTo('2031-11-23T02:00:00Z');
    expect((await world.anyone.get(`/public/permit-registrations/${filed.number as string}`)).body.status).toBe('expired');
    await world.moveTo('2031-08-24T02:00:00Z');
    enterprise = await world.as('enterprise.admin');
    const path = `/permit-registrations/${filed.id as string}/renewals`;
    const renewed = await enterprise.post(path, { commitment: true }, { ifMatch: 2 });
    expect(renewed.body).toMatchObject({ validFrom: '2026-11-23', validTo: '2036-11-22', renewableFrom: '2036-08-24', history: [{ kind: 'renew' }, { kind: 'change' }, { kind: 'first' }] });
    expect((await enterprise.post(path, { commitment: true }, { ifMatch: 3 })).body.code).toBe('registration.too-early');
  });

  it('ends by cancelling, stays in the register as cancelled, and the site can register again', async () => {
    const path = `/permit-registrations/${filed.id as string}/cancel`;
    expect((await enterprise.post(path, { reason: '停业' }, { ifMatch: 3 })).body.status).toBe('cancelled');
    expect((await enterprise.post(path, { reason: '停业' }, { ifMatch: 4 })).body.code).toBe('registration.ended');
    expect((await world.anyone.get(`/public/permit-registrations/${filed.number as string}`)).body.status).toBe('cancelled');
    expect((await file()).body.number).toBe('DJ-2031-000001');
  });

  it('begins its term anew, with the gap shown, when it is prolonged after its end', async () => {
    const living = (await enterprise.get('/permit-registrations?status=valid')).body.items[0] as Any;
    const [day] = await world.db.query<{ day: string }>(`UPDATE permit_registration SET valid_from = valid_from - interval '6 years', valid_to = valid_to - interval '6 years' WHERE id = $1 RETURNING valid_to::text AS day`, [living.id]).then(rows => rows.flat() as { day: string }[]);
    expect(day?.day).toBe('2030-08-23');
    const change = { content: { ...CONTENT, hasNoise: false, noiseMeasures: null, noiseStandard: null }, occurredOn: '2031-08-01', commitment: true };
    expect((await enterprise.post(`/permit-registrations/${living.id as string}/changes`, change, { ifMatch: 1 })).body).toMatchObject({ status: 422, code: 'registration.expired', validTo: '2030-08-23' });
    const renewed = await enterprise.post(`/permit-registrations/${living.id as string}/renewals`, { commitment: true }, { ifMatch: 1 });
    expect(renewed.body).toMatchObject({ validFrom: '2031-08-24', validTo: '2036-08-23' });
  });

  it('ends when the site gets a permit, and says by which', async () => {
    const living = (await enterprise.get('/permit-registrations?status=valid')).body.items[0].id as string;
    const application = await world.submitted(enterprise, { siteSequence: 1 });
    const permit = await world.issue(application.id as string, `${application.uscc as string}001P`);
    const now = (await enterprise.get(`/permit-registrations/${living}`)).body;
    expect(now).toMatchObject({ status: 'cancelled', history: [{ kind: 'cancel', reason: expect.stringContaining(permit.number as string) as string }, { kind: 'renew' }, { kind: 'first' }] });
    expect((await file()).body).toMatchObject({ code: 'registration.permit-exists', permitId: permit.id });
  });

  it('waits while a permit of the same site is being issued', async () => {
    let begin = (): void => undefined;
    // registered out here, so that it does not join the transaction that holds the site
    const filing = new Promise<void>(resolve => (begin = resolve)).then(() => file());
    await world.db.transaction(async () => {
      await world.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 31))', [site]);
      begin();
      expect(await Promise.race([filing.then(() => 'answered'), new Promise(resolve => setTimeout(resolve, 700, 'waits'))])).toBe('waits');
    });
    expect((await filing).body.code).toBe('registration.permit-exists');
  });
});

describe('排污登记 is classed anew', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let briquettes: Any;
  const MADE = { process: '成型', product: '型煤', capacity: '20000', unit: 't/a' };
  const COKE = { process: '炼焦', product: '焦炭', capacity: '2000000', unit: 't/a' };

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    const siteId = (await enterprise.get(`/organisations/${enterprise.orgId}/sites`)).body[0].id as string;
    briquettes = (await enterprise.post('/permit-registrations', { siteId, industries: ['2524'], answers: NO_PROCESSES, content: { ...CONTENT, products: [MADE] }, commitment: true })).body;
  });
  afterAll(() => world.end());

  const change = (over: object, content: object = {}, version = 1): Promise<Any> =>
    enterprise.post(`/permit-registrations/${briquettes.id as string}/changes`, { content: { ...CONTENT, products: [MADE], ...content }, occurredOn: '2026-11-20', commitment: true, ...over }, { ifMatch: version });
  const standing = async (): Promise<Any> => (await enterprise.get(`/permit-registrations/${briquettes.id as string}`)).body;

  it.each<[string, object, object, string, string]>([
    ['coke under the class of briquettes', {}, { products: [COKE] }, '/content/products/0/product', '第 43 类.*应当申请排污许可证'],
    ['coke behind the name of the process', {}, { products: [MADE, { ...COKE, product: '产品二' }] }, '/content/products/1/process', '第 43 类.*应当申请排污许可证'],
    ['coking as the industry', { industries: ['2521'], answers: {} }, { products: [COKE] }, '/industries', '第 43 类“煤炭加工 252”：炼焦 2521.*应当申请排污许可证'],
    ['coking beside briquettes', { industries: ['2524', '2521'], answers: NO_PROCESSES }, {}, '/industries', '重点管理'],
    ['a boiler of 20 t/h', { industries: ['2524'], answers: { ...NO_PROCESSES, 'boiler-t-h': '20' } }, {}, '/industries', '第 109 类.*应当申请排污许可证'],
    ['an industry without its answers', { industries: ['2524'] }, {}, '/answers', '没有回答'],
    ['an industry that the products contradict', { industries: ['3032'], answers: CUTTING.answers }, { products: [{ process: '切割', product: '水泥', capacity: '1', unit: 't/a' }] }, '/content/products/0/product', '3011.*与登记的行业 3032 不符'],
    ['coal burnt nowhere', {}, { usesFuel: true, fuels: [{ kind: 'solid', name: '原煤', annualUse: '300', unit: 't/a' }] }, '/content/fuels/0/kind', '没有锅炉'],
    ['plating against the answer', {}, { products: [MADE, { process: '酸洗', product: '支架', capacity: '1', unit: 't/a' }] }, '/content/products/1/process', '重新做分类判定'],
  ])('refuses %s with the place and the mend', async (_name, over, content, pointer, words) => {
    const { body } = await change(over, content);
    expect([body.status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
    expect(body.errors[0].zh).toMatch(new RegExp(words));
    expect(await standing()).toMatchObject({ version: 1, industryCode: '2524', history: [{ kind: 'first' }] });
  });

  it('takes a change to another class that registers, with its answers, and shows it at the head', async () => {
    const plastics = { industries: ['2929'], answers: { ...NO_PROCESSES, 'industrial-building': true, 'plastics-t-a': '500', 'modified-plastics': false } };
    const film = (capacity: string, unit = 't/a'): object => ({ products: [{ process: '注塑', product: '塑料件', capacity, unit }] });
    expect((await change(plastics, film('0.06', '万吨/年'))).body.errors[0]).toMatchObject({ pointer: '/content/products/0/capacity', zh: expect.stringMatching(/600，超过分类时.*500/) as string });
    expect((await change(plastics, film('400', '批'))).body.errors[0].pointer).toBe('/content/products/0/unit');
    const taken = await change(plastics, film('400'));
    expect(taken.body).toMatchObject({ industryCode: '2929', industries: ['2929'], answers: { 'plastics-t-a': '500' }, version: 2 });
    expect((await world.anyone.get(`/public/permit-registrations/${briquettes.number as string}`)).body).toMatchObject({ industryCode: '2929', signatureHolds: true });
  });

  it('takes a change of the name alone: unit and site follow the record, and the receipt bears them', async () => {
    const path = `/permit-registrations/${briquettes.id as string}`;
    const before = (await enterprise.get(path)).body;
    const send = async (version: number): Promise<Any> => enterprise.post(`${path}/changes`, { content: before.content, occurredOn: '2026-11-20', commitment: true }, { ifMatch: version });
    expect((await send(before.version as number)).body.code).toBe('registration.unchanged');
    await world.db.query(`UPDATE organisation SET name = '孝义新名型煤有限公司' WHERE id = $1`, [enterprise.orgId]);
    expect(await send(before.version as number)).toMatchObject({ status: 200, body: { enterpriseName: '孝义新名型煤有限公司', history: expect.arrayContaining([expect.objectContaining({ kind: 'change' })]) as unknown } });
    expect((await world.anyone.get(`/public/permit-registrations/${before.number as string}`)).body).toMatchObject({ enterpriseName: '孝义新名型煤有限公司', signatureHolds: true });
  });

  it('does not prolong what carries a coking plant', async () => {
    await world.db.query(`UPDATE permit_registration_version SET content = jsonb_set(content, '{products}', $2::jsonb) WHERE registration_id = $1`, [briquettes.id, JSON.stringify([COKE])]);
    await world.moveTo('2031-10-01T02:00:00Z');
    enterprise = await world.as('enterprise.admin');
    const path = `/permit-registrations/${briquettes.id as string}/renewals`;
    expect((await enterprise.post(path, { commitment: true }, { ifMatch: 3 })).body.errors[0]).toMatchObject({ pointer: '/content/products/0/product', zh: expect.stringContaining('应当申请排污许可证') as string });
    expect((await enterprise.post(path, { commitment: true, industries: ['2521'], answers: {} }, { ifMatch: 3 })).body.errors[0].pointer).toBe('/industries');
    expect((await standing()).validTo).toBe('2031-11-22');
  });
});
