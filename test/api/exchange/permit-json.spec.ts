import Ajv2020 from 'ajv/dist/2020';
import { sm2 } from 'sm-crypto-v2';
import { canonicalJson, sm3 } from '@huanbao/platform';
import { Any, Answer, Person, PermitWorld } from '../permits/world';
import { handIn, line, listOf, madeUscc } from './lists';
import { sendFile } from './files';

/** A whole permit out as JSON, checked without the platform, and in again as an application. */
describe('a permit as JSON', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let permit: Any;
  let validate: (value: unknown) => boolean;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    enterprise = await world.as('enterprise.admin');
    permit = await world.issue((await world.submitted(enterprise, { siteSequence: 1 })).id as string, undefined);
    const schema = await world.anyone.get('/public/schemas/permit/1');
    expect(schema.headers['content-type']).toContain('application/schema+json');
    validate = new Ajv2020({ strict: false, formats: { 'date-time': true, uuid: true } }).compile(JSON.parse(schema.raw.toString()) as object);
  }, 300_000);
  afterAll(() => world.end());

  const document = async (who: Person, path = `/permits/${permit.id as string}/json`): Promise<Any> => JSON.parse((await who.get(path)).raw.toString()) as Any;
  const send = (content: unknown, query = 'siteSequence=2&siteName=二厂区'): Promise<Answer<Any>> => sendFile(world, enterprise, `/permit-applications/from-json?${encodeURI(query)}`, { bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), name: 'permit.json' });

  it('follows its public schema in every face, and holds hash and seal that anyone checks', async () => {
    const faces = [await document(enterprise), await document(await world.as('bureau.reviewer')), await document(world.anyone, `/public/permits/${permit.number as string}/json`)];
    const { keys } = (await world.anyone.get('/public/permits/signing-keys')).body;
    for (const face of faces) {
      expect(validate(face)).toBe(true);
      const { hash, seal, ...rest } = face;
      expect(sm3(canonicalJson(rest))).toBe(hash.value);
      expect([keys.includes(seal.key), sm2.doVerifySignature(`huanbao-guanjia/permit/1|SM3:${hash.value as string}`, seal.signature as string, seal.key as string, { der: true, hash: true })]).toEqual([true, true]);
      expect(face.versions[0].signature.text).toContain(permit.number);
    }
    expect([faces[0].face, faces[2].face, faces[0].versions[0].contentComplete]).toEqual(['full', 'public', true]);
    expect(sm3(canonicalJson(faces[0].versions[0].content))).toBe(faces[0].versions[0].contentHash);
    expect(JSON.stringify(faces)).not.toContain('13800000000');
    expect((await (await world.as('enterprise.admin', 1)).get(`/permits/${permit.id as string}/json`)).status).toBe(404);
    expect((await world.anyone.get('/public/schemas/permit/2')).status).toBe(404);
  });

  it('begins an application of the same enterprise with its content', async () => {
    const out = await document(enterprise);
    const made = await send(out);
    expect(made.status).toBe(201);
    const sections = `/permit-applications/${made.body.id as string}/sections`;
    const { attachments: _files, submission: _told, basic, ...said } = out.versions[0].content;
    for (const [key, data] of Object.entries(said)) expect([key, (await enterprise.get(`${sections}/${key}`)).body.data]).toEqual([key, data]);
    const own = (await enterprise.get(`${sections}/basic`)).body.data;
    expect(own).toMatchObject({ industryCode: basic.industryCode, siteName: '二厂区' });
    expect((await enterprise.get(`${sections}/attachments`)).body.data).toEqual({});
    expect((await send(out)).body.code).toBe('permit.open-application');
  });

  it('refuses with a sentence and the place, and begins nothing', async () => {
    const out = await document(enterprise);
    const count = (): Promise<unknown> => world.db.query('SELECT count(*) FROM permit_application');
    const before = await count();
    const { hash: _hash, ...loose } = out;
    const cases: [unknown, number, string, string | undefined][] = [
      ['{"schema": ', 400, 'permit-json.not-json', undefined],
      [{ ...out, schema: 'huanbao-guanjia/permit/9' }, 400, 'validation', '/schema'],
      [{ ...out, exportedAt: '2020-01-01T00:00:00Z' }, 400, 'validation', '/hash/value'],
      [{ ...loose, versions: [{ ...out.versions[0], content: { ...out.versions[0].content, products: { products: [{ capacity: '很多' }] } } }] }, 400, 'validation', '/versions/0/content/products/products/0/capacity'],
      [{ ...loose, permit: { ...out.permit, number: `${madeUscc(5)}001P`, enterprise: { name: '甲', uscc: madeUscc(5) } } }, 422, 'permit-json.foreign', undefined],
    ];
    for (const [content, status, code, pointer] of cases) {
      const answer = await send(content, 'siteSequence=3');
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
      expect(answer.body.zh).not.toBe('');
    }
    expect(await count()).toEqual(before);
  });

  it('of a permit that came by a list says so, and has no signature', async () => {
    const clerk = await world.as('bureau.intake');
    const batch = await handIn(world, clerk, await listOf([line(1)]));
    await clerk.post(`/permit-imports/${batch.id as string}/apply`, { mode: 'all' });
    await world.runJobs();
    const out = await document(world.anyone, `/public/permits/${madeUscc(1)}001P/json`);
    expect([validate(out), out.permit.source, out.versions[0].signature]).toEqual([true, { kind: 'national', on: '2026-11-20' }, null]);
  });
});
