import { OrganisationChange } from '@huanbao/identity';
import { exchange } from '../../harness/http';
import { Any, Person, PermitWorld } from '../permits/world';

/** Other facts of a verified organisation: asked for with proof, confirmed or refused by the bureau. */
describe('a change of verified facts', () => {
  let world: PermitWorld;
  let [keeper, other, intake, enforcer]: Person[] = [];
  const who = (one: Person | undefined): Person => one as Person;
  beforeAll(async () => {
    world = await PermitWorld.begin();
    [keeper, other] = [await world.as('enterprise.admin'), await world.as('enterprise.admin', 1)];
    [intake, enforcer] = [await world.as('bureau.intake'), await world.as('bureau.enforcer')];
  }, 60_000);
  afterEach(async () => {
    for (const { id } of await world.db.query<{ id: string }>(`SELECT id FROM organisation_change WHERE state IN ('draft', 'requested')`)) await who(keeper).post(`${path()}/changes/${id}/withdraw`);
  });
  afterAll(() => world.end());

  const path = (): string => `/organisations/${who(keeper).orgId}`;
  const organisation = async (): Promise<Any> => (await who(keeper).get(path())).body;
  const rowOf = (id: string): Promise<OrganisationChange> => world.db.repo(OrganisationChange).findOneByOrFail({ id });

  async function upload(person: Person, changeId: string): Promise<number> {
    const payload = '--hb\r\nContent-Disposition: form-data; name="file"; filename="licence.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n\r\n--hb--\r\n';
    const reply = await exchange(world.api, { method: 'POST', url: `/api/v1/files?subjectType=organisation-change&subjectId=${changeId}&purpose=evidence`, payload, headers: { ...person.headers, 'content-type': 'multipart/form-data; boundary=hb' } });
    return reply.status;
  }

  const asked = async (over: object = {}): Promise<Any> => {
    const { name, address, legalRepresentative } = await organisation();
    return { name, address, legalRepresentative, reason: '法定代表人已于十月变更', ...over };
  };
  async function requested(over: object): Promise<string> {
    const id = (await who(keeper).post(`${path()}/changes`)).body.id as string;
    expect(await upload(who(keeper), id)).toBe(201);
    const answer = await who(keeper).post(`${path()}/changes/${id}/request`, await asked(over));
    expect([answer.status, answer.body.state]).toEqual([200, 'requested']);
    return id;
  }

  it('is the only way: name, address and legal representative are not edited, the contact is', async () => {
    const before = await organisation();
    const facts = { name: before.name, address: before.address, legalRepresentative: before.legalRepresentative, contactName: '新联系人', contactPhone: '13900001234' };
    const refused = await who(keeper).patch(path(), { ...facts, name: '改名石灰厂', legalRepresentative: '钱新' }, { ifMatch: before.version });
    expect(refused).toMatchObject({ status: 422, body: { code: 'organisation.facts-verified' } });
    expect(refused.body.errors.map((each: Any) => each.pointer)).toEqual(['/name', '/legalRepresentative']);
    expect(await who(keeper).patch(path(), facts, { ifMatch: before.version })).toMatchObject({ status: 200, body: { contactName: '新联系人' } });
  });

  it('needs something to change, a reason and a proof', async () => {
    const id = (await who(keeper).post(`${path()}/changes`)).body.id as string;
    expect((await who(keeper).post(`${path()}/changes`)).body.id).toBe(id); // begun once
    const request = async (over: object): Promise<Any> => (await who(keeper).post(`${path()}/changes/${id}/request`, await asked(over))).body.errors?.[0];
    expect(await request({})).toMatchObject({ pointer: '/name', code: 'unchanged' });
    expect(await request({ legalRepresentative: '钱新', reason: '' })).toMatchObject({ pointer: '/reason' });
    expect(await request({ legalRepresentative: '钱新', uscc: '91' })).toMatchObject({ pointer: '/uscc' });
    expect(await request({ legalRepresentative: '钱新' })).toMatchObject({ pointer: '/evidence' });
    expect((await rowOf(id)).state).toBe('draft');
    expect((await who(intake).get(`${path()}/changes`)).body.filter((each: Any) => each.id === id)).toEqual([]); // the bureau sees no drafts
    expect((await who(intake).post(`${path()}/changes/${id}/confirm`)).status).toBe(404);
  });

  it('leaves the old facts until it is confirmed; then the new ones hold, with history, audit and messages', async () => {
    const before = await organisation();
    const id = await requested({ legalRepresentative: '钱新', address: '孝义市新址路 9 号' });
    expect(await organisation()).toMatchObject({ legalRepresentative: before.legalRepresentative, address: before.address, version: before.version });
    expect((await who(intake).get('/organisations?change=requested')).body.items.map((each: Any) => each.id)).toEqual([who(keeper).orgId]);
    expect((await who(intake).get(`/files?subjectType=organisation-change&subjectId=${id}`)).body).toHaveLength(1);
    expect(await upload(who(keeper), id)).toBe(403); // sealed once it is handed in
    expect((await who(enforcer).post(`${path()}/changes/${id}/confirm`)).status).toBe(403);
    expect((await who(keeper).post(`${path()}/changes/${id}/confirm`)).status).toBe(403);
    const answers = await Promise.all([who(intake).post(`${path()}/changes/${id}/confirm`), who(intake).post(`${path()}/changes/${id}/confirm`)]);
    expect(answers.map(each => each.status).sort()).toEqual([200, 409]);
    expect(await organisation()).toMatchObject({ legalRepresentative: '钱新', address: '孝义市新址路 9 号', name: before.name, version: before.version + 1 });
    const [row] = (await who(keeper).get(`${path()}/changes`)).body;
    expect(row).toMatchObject({ id, state: 'confirmed', before: { legalRepresentative: before.legalRepresentative }, after: { legalRepresentative: '钱新' }, decidedByName: intake?.account?.name, decidedAt: world.clock.now().toISOString() });
    const audits = await world.db.query<{ action: string }>(`SELECT action FROM audit_entry WHERE subject_id = $1 AND action LIKE 'organisation-change.%' AND details->>'changeId' = $2 ORDER BY action`, [who(keeper).orgId, id]);
    expect(audits.map(each => each.action)).toEqual(['organisation-change.confirm', 'organisation-change.request']);
    await world.runJobs();
    await world.runJobs();
    const told = await world.db.query<{ title: string }>(`SELECT DISTINCT title_zh AS title FROM notification WHERE key LIKE $1`, [`organisation-change:${id}:%`]);
    expect(told.map(each => each.title)).toContain('单位信息变更已确认');
  });

  it('is refused with a reason the organisation reads; the old facts stay', async () => {
    const before = await organisation();
    const id = await requested({ name: '孝义改名石灰有限公司' });
    expect((await who(intake).post(`${path()}/changes/${id}/refuse`, {})).status).toBe(400);
    await world.runJobs();
    expect(await world.db.query(`SELECT 1 FROM notification WHERE key = $1`, [`organisation-change:${id}:requested`])).not.toEqual([]);
    expect((await who(intake).post(`${path()}/changes/${id}/refuse`, { reason: '营业执照上的名称没有变更' })).status).toBe(200);
    expect(await organisation()).toEqual(before);
    expect((await who(keeper).get(`${path()}/changes`)).body[0]).toMatchObject({ state: 'refused', decisionReason: '营业执照上的名称没有变更' });
    expect((await who(intake).post(`${path()}/changes/${id}/confirm`)).body.code).toBe('organisation-change.state');
    await world.runJobs();
    expect(await world.db.query(`SELECT DISTINCT body_zh AS body FROM notification WHERE key = $1`, [`organisation-change:${id}:refused`])).toEqual([{ body: '意见：营业执照上的名称没有变更' }]);
  });

  it('is withdrawn before the answer, and nobody else has part in it', async () => {
    const id = await requested({ address: '孝义市另一路 1 号' });
    expect((await who(other).get(`${path()}/changes`)).status).toBe(404);
    expect((await who(other).post(`${path()}/changes/${id}/withdraw`)).status).toBe(404);
    expect((await who(other).post(`/organisations/${who(other).orgId}/changes/${id}/withdraw`)).status).toBe(404);
    expect((await who(keeper).post(`${path()}/changes/${id}/withdraw`)).body.state).toBe('withdrawn');
    expect((await who(intake).post(`${path()}/changes/${id}/confirm`)).body.code).toBe('organisation-change.state');
  });
});
