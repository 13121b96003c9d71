import { allJobs, Outbox } from '@huanbao/platform';
import { Any, Person, PermitWorld } from './world';

const CONTENT = {
  siteAddress: '孝义市振兴街 1 号', location: { longitude: '111.7800', latitude: '37.1400' }, legalRepresentative: '郭建军', contactName: '王小明', contactPhone: '13800000000',
  products: [{ process: '切割', product: '石材板', capacity: '5000', unit: 'm²/a' }],
  usesFuel: false, usesVocMaterials: false, hasAir: true, airOutlets: [{ name: '厂界', form: 'fugitive', standard: 'GB 16297-1996', quantity: 1 }],
  hasWater: false, hasWaste: true, wastes: [{ name: '边角料', hazardous: false, destination: '外售' }], hasNoise: true, noiseMeasures: '减振', noiseStandard: 'GB 12348-2008',
};
const CUTTING = { industries: ['3032'], answers: { 'cutting-only': true, 'key-discharger': false, 'boiler-t-h': '0', 'furnace-other': false, 'surface-treatment': false, 'water-treatment-t-d': '0' } };
const REASON = '本人当天不在岗，没有签署过这份材料。';

/** 签署存证 of what is filed without a form of sections: registrations, 补领 and 注销. */
describe('copies of record of filings', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let officer: Person;
  let path: string;
  beforeAll(async () => {
    world = await PermitWorld.begin();
    [enterprise, officer] = [await world.as('enterprise.admin'), await world.as('bureau.supervisor')];
    const siteId = (await enterprise.get(`/organisations/${enterprise.orgId}/sites`)).body[0].id as string;
    const filed = (await enterprise.post('/permit-registrations', { siteId, ...CUTTING, content: CONTENT, commitment: true })).body;
    path = `/permit-registrations/${filed.id as string}`;
  }, 300_000);
  afterAll(() => world.end());

  const standing = async (): Promise<Any> => (await enterprise.get(path)).body;
  const newest = async (): Promise<string> => ((await standing()).history as Any[])[0].recordId as string;
  /** Repudiated by its signer, and upheld by an officer. */
  const upheld = async (recordId: string): Promise<void> => {
    expect((await enterprise.post(`/signatures/${recordId}/repudiate`, { reason: REASON })).status).toBe(200);
    const ruled = await officer.post(`/signatures/${recordId}/ruling`, { outcome: 'upheld', reasons: '核对登录记录和考勤，确非本人操作' });
    expect([ruled.status, ruled.body.code]).toEqual([200, undefined]);
    await world.runJobs();
  };

  it('keep a registration as it was seen, with data, paper and hash, and tell the signer by mail', async () => {
    const recordId = await newest();
    const record = (await enterprise.get(`/signatures/${recordId}`)).body;
    expect(record).toMatchObject({ holds: true, status: 'standing', agreed: '填报内容真实、准确、完整，变动之日起二十日内变更登记', actions: expect.arrayContaining(['signature.repudiate']) as unknown });
    await world.runJobs();
    const paper = await enterprise.get(`/signatures/${recordId}/paper`);
    expect([paper.status, paper.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(await world.db.query(`SELECT 1 FROM outbox WHERE job = 'signature.mail-signer' AND done_at IS NOT NULL`)).toHaveLength(1);
    expect((await (await world.as('enterprise.admin', 1)).get(`/signatures/${recordId}`)).status).toBe(404);
  });

  it('undo a change whose signature does not hold: the registration says again what it said before', async () => {
    const next = { ...CONTENT, hasNoise: false, noiseMeasures: null, noiseStandard: null };
    expect((await enterprise.post(`${path}/changes`, { content: next, occurredOn: '2026-11-20', commitment: true }, { ifMatch: 1 })).status).toBe(200);
    await upheld(await newest());
    const now = await standing();
    expect(now).toMatchObject({ status: 'valid', validTo: '2031-11-22', content: { hasNoise: true, noiseMeasures: '减振' }, history: [{ kind: 'restore', recordId: null, reason: expect.stringContaining('恢复第 1 次登记') as string }, { kind: 'change' }, { kind: 'first' }] });
    expect((await world.anyone.get(`/public/permit-registrations/${now.number as string}`)).body.signatureHolds).toBe(true);
  });

  it('undo a cancellation, and end a first registration that nobody signed', async () => {
    expect((await enterprise.post(`${path}/cancel`, { reason: '停业' }, { ifMatch: 3 })).body.status).toBe('cancelled');
    await upheld(await newest());
    expect(await standing()).toMatchObject({ status: 'valid', history: [{ kind: 'restore' }, { kind: 'cancel' }, { kind: 'restore' }, { kind: 'change' }, { kind: 'first' }] });
    const other = await world.as('enterprise.admin', 1);
    const siteId = (await other.get(`/organisations/${other.orgId}/sites`)).body[0].id as string;
    const filed = (await other.post('/permit-registrations', { siteId, ...CUTTING, content: CONTENT, commitment: true })).body;
    const recordId = filed.history[0].recordId as string;
    expect((await other.post(`/signatures/${recordId}/repudiate`, { reason: REASON })).status).toBe(200);
    await officer.post(`/signatures/${recordId}/ruling`, { outcome: 'upheld', reasons: '核对登录记录和考勤，确非本人操作' });
    await world.runJobs();
    expect((await other.get(`/permit-registrations/${filed.id as string}`)).body).toMatchObject({ status: 'cancelled', history: [{ kind: 'cancel' }, { kind: 'first' }] });
  });

  it('remind the holder at 180, 90, 60 and 30 days before the end, once each', async () => {
    const job = allJobs().find(one => one.name === 'permit.remind-registrations');
    const told = async (): Promise<string[]> => {
      await world.db.transaction(() => world.api.get(Outbox).enqueue(job as NonNullable<typeof job>, {}));
      await world.runJobs();
      return (await world.db.query<{ at: string }>(`SELECT DISTINCT split_part(key, ':', 5) AS at FROM notification WHERE key LIKE 'permit-registration:%:ends:%' ORDER BY 1`)).map(one => one.at);
    };
    expect(await told()).toEqual([]);
    const days: [string, string[]][] = [['2031-05-25', []], ['2031-05-26', ['180']], ['2031-08-30', ['180', '90']], ['2031-09-23', ['180', '60', '90']], ['2031-11-22', ['180', '30', '60', '90']], ['2031-11-23', ['180', '30', '60', '90']]];
    for (const [day, due] of days) {
      world.clock.set(`${day}T02:00:00Z`);
      expect([day, await told()]).toEqual([day, due.sort()]);
    }
    await world.moveTo('2026-11-23T03:00:00Z');
    [enterprise, officer] = [await world.as('enterprise.admin'), await world.as('bureau.supervisor')];
  });

  it('keep a request for 补领, hold it up while it is contested, and take it back when the repudiation is upheld', async () => {
    const application = await world.submitted(enterprise, { siteSequence: 41 });
    const permit = await world.issue(application.id as string, `${application.uscc as string}041P`);
    await world.papers(enterprise, permit.id as string, 'reissue');
    const asked = await enterprise.post(`/permits/${permit.id as string}/requests`, { kind: 'reissue', cause: 'lost', reason: '搬家时遗失正本', occurredOn: '2026-11-20' });
    expect([asked.status, asked.body.errors]).toEqual([201, undefined]);
    const { id, recordId } = asked.body as { id: string; recordId: string };
    expect((await enterprise.get(`/signatures/${recordId}`)).body).toMatchObject({ holds: true, status: 'standing' });
    expect((await enterprise.post(`/signatures/${recordId}/repudiate`, { reason: REASON })).status).toBe(200);
    const approver = await world.as('bureau.approver');
    expect((await approver.post(`/permit-cases/${id}/answer`, { outcome: 'approve' })).body.code).toBe('signature.contested');
    await officer.post(`/signatures/${recordId}/ruling`, { outcome: 'upheld', reasons: '核对登录记录和考勤，确非本人操作' });
    await world.runJobs();
    expect((await enterprise.get(`/permit-cases/${id}`)).body.case.case.state).toBe('withdrawn');
    expect(await world.db.query('SELECT open FROM permit_request WHERE id = $1', [id])).toEqual([{ open: false }]);
  });
});
