import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { Client, eventually } from './client';
import type { Journey, People } from './journey';
import { refused } from './permit-office';

interface Registration {
  id: string;
  number: string;
  version: number;
  status: string;
  validFrom: string;
  validTo: string;
  renewableFrom: string;
  classification: { no: number; title: string }[];
  history: { kind: string; receiptFileId: string | null; changes: { pointer: string; before: string; after: string }[]; remark: { zh: string } | null }[];
}
interface Filing {
  readonly people: People;
  readonly enterprise: Client;
  readonly outsider: Client;
  readonly siteId: string;
  one: Registration;
}

const CONTENT = {
  siteAddress: '孝义市振兴街 1 号', location: { longitude: '111.7800', latitude: '37.1400' }, legalRepresentative: '郭建军', contactName: '王小明', contactPhone: '13800000000',
  products: [{ process: '切割', product: '石材板', capacity: '5000', unit: 'm²/a' }],
  usesFuel: false, usesVocMaterials: false, hasAir: true, airOutlets: [{ name: '厂界', form: 'fugitive', standard: 'GB 16297-1996', quantity: 1 }],
  hasWater: false, hasWaste: true, wastes: [{ name: '边角料', hazardous: false, destination: '外售' }], hasNoise: true, noiseMeasures: '减振', noiseStandard: 'GB 12348-2008',
};
/** 建筑用石加工, by cutting alone: registration (entry 64). */
const CLASS = { industries: ['3032'], answers: { 'cutting-only': true, 'key-discharger': false, 'boiler-t-h': '0', 'furnace-other': false, 'surface-treatment': false, 'water-treatment-t-d': '0' } };

const at = (c: Filing, rest = ''): string => `/permit-registrations/${c.one.id}${rest}`;
const open = (c: Filing): Promise<{ status: string; signatureHolds: boolean }> => c.people.anyone.get(`/public/permit-registrations/${c.one.number}`);

/** 排污登记 from the class to the receipt, through change and renewal to its end. */
export const registrationJourney: Journey<Filing> = {
  name: '排污登记',
  begin: async people => {
    const enterprise = await people.as('enterprise.admin');
    const organisationId = enterprise.account?.organisationId ?? '';
    const site = await enterprise.post<{ id: string }>(`/organisations/${organisationId}/sites`, { name: `石材加工点 ${randomInt(10_000, 99_999)}`, address: '孝义市振兴街 1 号' });
    return { people, enterprise, outsider: await people.as('enterprise.admin', 1), siteId: site.id, one: {} as Registration };
  },
  steps: [
    {
      title: '类别要领证的不能登记，写明应当做什么',
      run: async c => {
        const problem = await refused('validation', c.enterprise.post('/permit-registrations', { siteId: c.siteId, industries: ['2521'], answers: {}, content: CONTENT, commitment: true }));
        assert.deepEqual((problem.errors as { pointer: string }[])[0]?.pointer, '/industries');
      },
    },
    {
      title: '登记当场得到编号，回执随后生成，决定类别的名录条目写在上面',
      run: async c => {
        c.one = await c.enterprise.post<Registration>('/permit-registrations', { siteId: c.siteId, ...CLASS, content: CONTENT, commitment: true });
        assert.match(c.one.number, /^DJ-\d{4}-\d{6}$/);
        assert.deepEqual(c.one.classification.map(one => one.no), [64]);
        const receipt = await eventually('the receipt', async () => (await c.enterprise.get<Registration>(at(c))).history[0]?.receiptFileId);
        assert.equal((await c.enterprise.bytes(`/files/${receipt}/content`)).subarray(0, 5).toString(), '%PDF-');
        assert.deepEqual(await open(c).then(seen => [seen.status, seen.signatureHolds]), ['valid', true]);
        await refused('registration.exists', c.enterprise.post('/permit-registrations', { siteId: c.siteId, ...CLASS, content: CONTENT, commitment: true }));
      },
    },
    {
      title: '登记变更：逐项对照，超过二十日的照收并写明',
      run: async c => {
        const body = { content: { ...CONTENT, noiseMeasures: '减振、隔声', contactPhone: '13900000000' }, occurredOn: '2024-01-05', commitment: true };
        await refused('not-found', c.outsider.post(at(c, '/changes'), body, { ifMatch: c.one.version }));
        const number = c.one.number;
        c.one = await c.enterprise.post<Registration>(at(c, '/changes'), body, { ifMatch: c.one.version });
        const [change] = c.one.history;
        assert.deepEqual([c.one.number, change?.kind, change?.changes.map(one => [one.pointer, one.before, one.after])], [number, 'change', [['/basic/contactPhone', '13800000000', '13900000000'], ['/basic/noiseMeasures', '减振', '减振、隔声']]]);
        assert.match(change?.remark?.zh ?? '', /2024-01-25.*第二十四条/);
        await refused('registration.unchanged', c.enterprise.post(at(c, '/changes'), body, { ifMatch: c.one.version }));
      },
    },
    {
      title: '登记变更重新判定类别：改成炼焦的，写明应当申请许可证',
      run: async c => {
        const content = { ...CONTENT, products: [{ process: '炼焦', product: '焦炭', capacity: '2000000', unit: 't/a' }] };
        const problem = await refused('validation', c.enterprise.post(at(c, '/changes'), { content, occurredOn: '2024-01-05', commitment: true }, { ifMatch: c.one.version }));
        assert.equal((problem.errors as { pointer: string }[])[0]?.pointer, '/content/products/0/product');
      },
    },
    {
      title: '延续登记：还没有到可以延续的日子，写明从哪一天起',
      run: async c => {
        const problem = await refused('registration.too-early', c.enterprise.post(at(c, '/renewals'), { commitment: true }, { ifMatch: c.one.version }));
        assert.equal(problem.renewableFrom, c.one.renewableFrom);
      },
    },
    {
      title: '注销登记：公开查询立即显示，场所可以重新登记',
      run: async c => {
        c.one = await c.enterprise.post<Registration>(at(c, '/cancel'), { reason: '停业' }, { ifMatch: c.one.version });
        assert.equal(c.one.status, 'cancelled');
        assert.equal((await open(c)).status, 'cancelled');
        const again = await c.enterprise.post<Registration>('/permit-registrations', { siteId: c.siteId, ...CLASS, content: CONTENT, commitment: true });
        assert.notEqual(again.number, c.one.number);
      },
    },
  ],
};
