import { randomUUID } from 'node:crypto';
import { Any, Person, PermitWorld } from './world';

const CONTENT = {
  siteAddress: '孝义市振兴街 1 号', location: { longitude: '111.7800', latitude: '37.1400' }, legalRepresentative: '郭建军', contactName: '王小明', contactPhone: '13800000000',
  products: [{ process: '切割', product: '石材板', capacity: '5000', unit: 'm²/a' }],
  usesFuel: false, usesVocMaterials: false, hasAir: true, airOutlets: [{ name: '厂界', form: 'fugitive', standard: 'GB 16297-1996', quantity: 1 }],
  hasWater: false, hasWaste: true, wastes: [{ name: '边角料', hazardous: false, destination: '外售' }], hasNoise: true, noiseMeasures: '减振', noiseStandard: 'GB 12348-2008',
};
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

  it('is prolonged from the end of its five years, and shows as expired after them', async () => {
    await world.moveTo('2031-11-23T02:00:00Z');
    expect((await world.anyone.get(`/public/permit-registrations/${filed.number as string}`)).body.status).toBe('expired');
    await world.moveTo('2031-10-01T02:00:00Z');
    enterprise = await world.as('enterprise.admin');
    const renewed = await enterprise.post(`/permit-registrations/${filed.id as string}/renewals`, { commitment: true }, { ifMatch: 2 });
    expect(renewed.body).toMatchObject({ validFrom: '2026-11-23', validTo: '2036-11-22', history: [{ kind: 'renew' }, { kind: 'change' }, { kind: 'first' }] });
  });

  it('ends by cancelling, stays in the register as cancelled, and the site can register again', async () => {
    const path = `/permit-registrations/${filed.id as string}/cancel`;
    expect((await enterprise.post(path, { reason: '停业' }, { ifMatch: 3 })).body.status).toBe('cancelled');
    expect((await enterprise.post(path, { reason: '停业' }, { ifMatch: 4 })).body.code).toBe('registration.ended');
    expect((await world.anyone.get(`/public/permit-registrations/${filed.number as string}`)).body.status).toBe('cancelled');
    expect((await file()).body.number).toBe('DJ-2031-000001');
  });

  it('is prolonged once at a time', async () => {
    const living = (await enterprise.get('/permit-registrations?status=valid')).body.items[0].id as string;
    const path = `/permit-registrations/${living}/renewals`;
    expect((await enterprise.post(path, { commitment: true }, { ifMatch: 1 })).status).toBe(200);
    expect((await enterprise.post(path, { commitment: true }, { ifMatch: 2 })).body.code).toBe('registration.renewed');
  });

  it('ends when the site gets a permit, and says by which', async () => {
    const living = (await enterprise.get('/permit-registrations?status=valid')).body.items[0].id as string;
    const application = await world.submitted(enterprise, { siteSequence: 1 });
    const permit = await world.issue(application.id as string, `${application.uscc as string}001P`);
    const now = (await enterprise.get(`/permit-registrations/${living}`)).body;
    expect(now).toMatchObject({ status: 'cancelled', history: [{ kind: 'cancel', reason: expect.stringContaining(permit.number as string) as string }, { kind: 'renew' }, { kind: 'first' }] });
    expect((await file()).body).toMatchObject({ code: 'registration.permit-exists', permitId: permit.id });
  });
});
