import { tidyIdentity } from '@huanbao/identity';
import { Outbox } from '@huanbao/platform';
import { Answer, Any, Person, PermitWorld } from '../permits/world';

/** 授权委托: what a firm may do for an enterprise, from when, until when, and how it ends. */
describe('a mandate', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let firm: Person;
  let second: Person;
  let supervisor: Person;
  let intake: Person;
  let site = 30;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    [enterprise, firm, second] = [await world.as('enterprise.admin'), await world.as('firm.manager'), await world.as('firm.manager', 1)];
    [supervisor, intake] = [await world.as('bureau.supervisor'), await world.as('bureau.intake')];
  });
  // one test's mandate is not the next one's
  afterEach(async () => {
    for (const { id } of await world.db.query<{ id: string }>(`SELECT id FROM mandate WHERE state IN ('proposed', 'active') AND enterprise_id = $1`, [enterprise.orgId])) await end(id);
  });
  afterAll(() => world.end());

  const proposal = (over: object = {}): Record<string, unknown> => ({ enterpriseId: enterprise.orgId, firmId: firm.orgId, matters: ['permits'], verbs: ['prepare'], validFrom: '2026-11-01', validTo: '2027-10-31', ...over });
  const propose = (over: object = {}, by = enterprise): Promise<Answer<Any>> => by.post('/mandates', proposal(over));
  const draft = async (): Promise<Any> => (await enterprise.post('/permit-applications', { siteSequence: (site += 1) })).body;
  const pathOf = (application: Any): string => `/permit-applications/${application.id as string}`;
  const row = async (id: string): Promise<Any> => (await world.db.query('SELECT * FROM mandate WHERE id = $1', [id]))[0];

  async function given(over: object = {}, to = firm): Promise<string> {
    const { body } = await propose({ firmId: to.orgId, ...over });
    const confirmed = await to.post(`/mandates/${body.id as string}/confirm`);
    if (confirmed.status !== 200) throw new Error(JSON.stringify([body, confirmed.body]));
    return body.id as string;
  }
  const end = (id: string): Promise<Answer<Any>> => enterprise.post(`/mandates/${id}/revoke`, { reason: '测试结束' });

  describe('is agreed by both', () => {
    it('gives nothing until the other side confirms; the proposer cannot confirm for it', async () => {
      const application = await draft();
      const { status, body } = await propose();
      expect([status, body.status, body.firmConfirmedAt]).toEqual([201, 'proposed', null]);
      const path = `/mandates/${body.id as string}`;
      expect((await firm.get(pathOf(application))).status).toBe(404);
      expect((await enterprise.post(`${path}/confirm`)).body.code).toBe('mandate.own-side');
      expect((await second.post(`${path}/confirm`)).status).toBe(404);
      expect((await second.get(path)).status).toBe(404);
      expect((await supervisor.post(`${path}/confirm`)).status).toBe(403);
      const answers = await Promise.all([firm.post(`${path}/confirm`), firm.post(`${path}/confirm`)]);
      expect(answers.map(each => each.status).sort()).toEqual([200, 409]);
      expect((await firm.get(pathOf(application))).status).toBe(200);
      expect(await row(body.id as string)).toMatchObject({ state: 'active', enterprise_confirmed_by: expect.any(String), firm_confirmed_by: expect.any(String) });
      await end(body.id as string);
    });

    it('is proposed by either side, declined with a reason or taken back, once', async () => {
      const { body } = await propose({}, firm);
      expect((await firm.post(`/mandates/${body.id as string}/confirm`)).body.code).toBe('mandate.own-side');
      expect((await enterprise.post(`/mandates/${body.id as string}/decline`, { reason: '暂不需要' })).body).toMatchObject({ status: 'declined', endedReason: '暂不需要' });
      expect((await enterprise.post(`/mandates/${body.id as string}/confirm`)).body.code).toBe('mandate.state');
      const again = await propose({}, firm);
      expect((await firm.post(`/mandates/${again.body.id as string}/revoke`, { reason: '填错了期限' })).body.status).toBe('revoked');
      expect((await firm.post(`/mandates/${again.body.id as string}/revoke`, { reason: '填错了期限' })).body.code).toBe('mandate.state');
    });

    it('is not agreed between strangers, for others, or with who may not', async () => {
      const other = await world.as('enterprise.admin', 1);
      const bank = await world.as('bank.manager');
      expect((await propose({}, other)).status).toBe(404); // for another enterprise
      expect((await propose({}, bank)).status).toBe(403);
      expect((await propose({ firmId: other.orgId })).body.errors[0].pointer).toBe('/firmId');
      expect((await propose({ firmId: enterprise.orgId })).body.errors[0].pointer).toBe('/firmId');
      expect((await propose({ firmId: '018f0000-0000-7000-8000-00000000dead' })).body.errors[0].pointer).toBe('/firmId');
    });

    it.each([
      ['an end before the beginning', { validFrom: '2027-02-01', validTo: '2027-01-01' }, '/validTo'],
      ['an end in the past', { validFrom: '2026-01-01', validTo: '2026-11-22' }, '/validTo'],
      ['ten years', { validTo: '2036-11-01' }, '/validTo'],
      ['a day that is none', { validTo: '2027-02-30' }, '/validTo'],
      ['an unknown verb', { verbs: ['steal'] }, '/verbs'],
      ['no matter', { matters: [] }, '/matters'],
      ['a verb twice', { verbs: ['prepare', 'prepare'] }, '/verbs'],
      ['an empty list of sites', { sites: [] }, '/sites'],
      ['a site that is no id', { sites: ['厂区一'] }, '/sites'],
      ['a site nobody has', { sites: ['018f0000-0000-7000-8000-00000000dead'] }, '/sites'],
    ])('refuses %s at its field', async (_what, over, pointer) => {
      const answer = await propose(over);
      expect([answer.status, String(answer.body.errors?.[0]?.pointer).startsWith(pointer)]).toEqual([400, true]);
    });

    it('exists once for the same matters, sites and days, also when both propose at the same moment', async () => {
      const answers = await Promise.all([propose(), propose({}, firm), propose({ matters: ['permits', 'tasks'] })]);
      expect(answers.map(each => each.status).sort()).toEqual([201, 409, 409]);
      expect(answers.find(each => each.status === 409)?.body.code).toBe('mandate.exists');
      const next = await propose({ validFrom: '2027-11-01', validTo: '2028-10-31' }); // the year after
      const tasks = await propose({ matters: ['tasks', 'credit'] }); // other matters
      expect([next.status, tasks.status]).toEqual(answers.filter(each => each.status === 201 && each.body.matters.length === 1).length === 1 ? [201, 201] : [201, 409]);
      for (const each of [...answers, next, tasks]) if (each.status === 201) await end(each.body.id as string);
    });
  });

  describe('lets the firm do what its verbs say on an application', () => {
    interface Tried {
      readonly edit: number;
      readonly review: number;
      readonly sign: number;
      readonly submit: number;
      readonly withdraw: number;
    }

    /** What a firm gets for each act on a draft that is complete and reviewed; its state is left a draft. */
    async function tried(application: Any): Promise<Tried> {
      const path = pathOf(application);
      const { version } = (await enterprise.get(`${path}/sections/basic`)).body as { version: number };
      return {
        edit: (await firm.patch(`${path}/sections/basic`, { data: {} }, { ifMatch: version })).status,
        review: (await firm.post(`${path}/review-runs`)).status,
        sign: (await firm.post(`${path}/commitment`, { commitment: false })).status,
        submit: (await firm.post(`${path}/submit`, { commitment: false })).status,
        withdraw: (await firm.post(`${path}/withdraw`, { reason: 'x'.repeat(2000) })).status,
      };
    }

    it.each([
      // 400 and 422 are reached only by who may: the body is refused after the policy
      ['prepare', { edit: 200, review: 202, sign: 403, submit: 403 }],
      ['submit', { edit: 403, review: 403, sign: 403, submit: 422 }],
      ['sign', { edit: 403, review: 403, sign: 400, submit: 403 }],
      ['answer', { edit: 403, review: 403, sign: 403, submit: 403 }],
    ])('%s, and nothing else', async (verb, expected) => {
      const application = await draft();
      expect(Object.values(await tried(application)).filter(status => status !== 404 && status !== 400)).toEqual([]);
      const id = await given({ verbs: [verb] });
      const answers = await tried(application);
      expect({ ...answers, withdraw: undefined, review: answers.review === 201 ? 202 : answers.review }).toEqual({ ...expected, withdraw: undefined });
      expect((await firm.get(pathOf(application))).status).toBe(200);
      await end(id);
      expect((await firm.get(pathOf(application))).status).toBe(404);
    });

    it('not by a mandate for another matter', async () => {
      const application = await draft();
      const id = await given({ matters: ['tasks', 'reports', 'monitoring', 'credit'], verbs: ['prepare', 'submit', 'sign', 'answer'] });
      expect((await firm.get(pathOf(application))).status).toBe(404);
      expect((await firm.get('/permit-applications')).body.items).toEqual([]);
      expect((await firm.get('/cases/own')).body.items).toEqual([]);
      await end(id);
    });

    it('from preparing to answering, with 代某某办理 on each line and the enterprise’s own signature', async () => {
      const id = await given({ verbs: ['prepare', 'submit', 'answer'] });
      const application = await world.filled(firm, { siteSequence: (site += 1), enterpriseId: enterprise.orgId });
      const path = pathOf(application);
      await firm.post(`${path}/review-runs`);
      await world.runJobs();
      expect((await firm.post(`${path}/submit`, { commitment: true })).body.code).toBe('permit.commitment-awaited');
      expect((await enterprise.post(`${path}/commitment`, { commitment: true })).body).toMatchObject({ committed: true, state: 'draft' });
      const submitted = await firm.post(`${path}/submit`, { commitment: true });
      expect(submitted.body).toMatchObject({ state: 'submitted', committed: true });
      const [stored] = await world.db.query('SELECT committed_by, submitted_hash = committed_hash AS same FROM permit_application WHERE id = $1', [application.id]);
      expect(stored).toMatchObject({ same: true, committed_by: (await world.db.query<{ id: string }>(`SELECT id FROM app_user WHERE email = 'lime@demo.local'`))[0]?.id });
      await intake.post(`${path}/claim`);
      const asked = await intake.post(`${path}/request-correction`, { items: [{ pointer: '/air-outlets/outlets/0/heightM', requirement: '请核实排放口高度', reason: 'HJ 608-2017' }] });
      expect(asked.body.state).toBe('correcting');
      const item = asked.body.case.corrections[0].items[0].id as string;
      expect((await firm.post(`/cases/${application.id as string}/corrections/items/${item}/messages`, { text: '已现场复核' })).status).toBeLessThan(300);
      const { timeline } = (await enterprise.get(path)).body.case;
      const mine = timeline.filter((line: Any) => line.actorOrgName === firm.account?.organisation);
      expect(mine.length).toBeGreaterThanOrEqual(3); // opened, submitted, answered
      expect(new Set(mine.map((line: Any) => line.onBehalfOfName))).toEqual(new Set([enterprise.account?.organisation]));
      expect(timeline.find((line: Any) => line.text.zh === '签署守法承诺')).toMatchObject({ onBehalfOfName: null });
      const trail = await world.db.query(`SELECT 1 FROM audit_entry WHERE subject_id = $1 AND actor_org_id = $2 AND on_behalf_of = $3`, [application.id, firm.orgId, enterprise.orgId]);
      expect(trail.length).toBeGreaterThanOrEqual(3);
      await end(id);
      await world.runJobs();
      expect((await enterprise.get(path)).body.case.timeline.some((line: Any) => JSON.stringify(line).includes('委托终止'))).toBe(true);
    });

    it('asks for a new signature when the content has changed since', async () => {
      const application = await world.filled(enterprise, { siteSequence: (site += 1) });
      const path = pathOf(application);
      await enterprise.post(`${path}/commitment`, { commitment: true });
      expect((await enterprise.get(path)).body.committed).toBe(true);
      const basic = await enterprise.get(`${path}/sections/basic`);
      await enterprise.patch(`${path}/sections/basic`, { data: { siteName: '改过名的厂区' } }, { ifMatch: basic.body.version as number });
      expect((await enterprise.get(path)).body.committed).toBe(false);
    });
  });

  describe('for some sites', () => {
    let a: Any;
    let b: Any;
    const siteOf = async (application: Any): Promise<string> => (await world.db.query<{ siteId: string }>('SELECT site_id AS "siteId" FROM permit_application WHERE id = $1', [application.id]))[0]?.siteId as string;

    beforeAll(async () => {
      const added = await enterprise.post(`/organisations/${enterprise.orgId}/sites`, { name: '北厂区', address: '孝义市北环路 8 号' });
      expect(added.status).toBe(201);
      a = (await enterprise.post('/permit-applications', { siteId: added.body.id as string })).body;
      site = 500; // the new site took the next number
      b = await draft();
      expect(a).toMatchObject({ siteName: '北厂区', siteSequence: added.body.sequence });
    });

    it('shows and opens those only: lists, page, files, editing, beginning anew', async () => {
      const id = await given({ sites: [await siteOf(a)], verbs: ['prepare', 'submit', 'sign', 'answer'] });
      expect((await firm.get(`/mandates/${id}`)).body.sites).toEqual([{ id: await siteOf(a), name: '北厂区' }]);
      expect((await firm.get(pathOf(a))).status).toBe(200);
      for (const [method, rest] of [['get', ''], ['get', '/print'], ['get', '/sections/basic'], ['post', '/submit'], ['post', '/review-runs'], ['post', '/withdraw'], ['post', '/commitment']] as const)
        expect([rest, (await firm[method](`${pathOf(b)}${rest}`, ['/submit', '/commitment'].includes(rest) ? { commitment: true } : {})).status]).toEqual([rest, 404]);
      expect((await firm.patch(`${pathOf(b)}/sections/basic`, { data: {} }, { ifMatch: 1 })).status).toBe(404);
      expect((await firm.get(`/cases/${b.id as string}`)).status).toBe(404);
      expect((await firm.get(`/files?subjectType=permit-application&subjectId=${b.id as string}`)).status).toBe(404);
      const ids = (answer: Answer<Any>): string[] => answer.body.items.map((one: Any) => one.id as string);
      expect(ids(await firm.get('/permit-applications?limit=100'))).toEqual([a.id]);
      expect(ids(await firm.get('/cases/own?limit=100'))).toEqual([a.id]);
      expect((await firm.get('/cases/own/counts')).body.open).toBe(1);
      const { version } = (await firm.get(`${pathOf(a)}/sections/basic`)).body as { version: number };
      expect((await firm.patch(`${pathOf(a)}/sections/basic`, { data: { industryCode: '3012' } }, { ifMatch: version })).status).toBe(200);
      // a new application for another site, known or new, is not the firm's to begin; nothing of it stays
      const before = await world.db.query('SELECT id FROM site WHERE org_id = $1', [enterprise.orgId]);
      expect((await firm.post('/permit-applications', { enterpriseId: enterprise.orgId, siteSequence: 900 })).status).toBe(403);
      expect((await firm.post('/permit-applications', { enterpriseId: enterprise.orgId, siteId: await siteOf(b) })).status).toBe(403);
      expect(await world.db.query('SELECT id FROM site WHERE org_id = $1', [enterprise.orgId])).toEqual(before);
      expect((await firm.post('/permit-applications', { enterpriseId: enterprise.orgId, siteId: await siteOf(a) })).body.code).toBe('permit.open-application');
      await end(id);
    });

    it('goes beside one for other sites, to the same firm and to another, and overlaps with one for all', async () => {
      const [north, south] = [await siteOf(a), await siteOf(b)];
      const ids = [await given({ sites: [north] }), await given({ sites: [south] }), await given({ sites: [south] }, second)];
      expect((await propose({ sites: [north, south] })).body.code).toBe('mandate.exists');
      expect((await propose({ sites: null })).body.code).toBe('mandate.exists');
      expect((await firm.get(pathOf(b))).status).toBe(200);
      expect((await second.get(pathOf(a))).status).toBe(404);
      expect((await second.get(pathOf(b))).status).toBe(200);
      for (const id of ids) await end(id);
    });

    it('tells the firm of those only', async () => {
      await world.runJobs();
      const application = await world.submitted(enterprise, { siteSequence: (site += 1) });
      const ids = [await given({ sites: [await siteOf(application)] }), await given({ sites: [await siteOf(a)] }, second)];
      await world.runJobs();
      await intake.post(`${pathOf(application)}/accept`);
      await world.runJobs();
      const told = async (person: Person): Promise<number> => (await world.db.query('SELECT 1 FROM notification WHERE org_id = $1 AND subject_id = $2', [person.orgId, application.id])).length;
      expect(await told(enterprise)).toBeGreaterThan(0);
      expect(await told(firm)).toBeGreaterThan(0);
      expect(await told(second)).toBe(0);
      for (const id of ids) await end(id);
    });

    it('whose names are kept by the enterprise’s administrator, and read by who may', async () => {
      const path = `/organisations/${enterprise.orgId}/sites`;
      const other = await world.as('enterprise.admin', 1);
      expect((await other.get(path)).status).toBe(404);
      expect((await (await world.as('bank.manager')).get(path)).status).toBe(403);
      expect((await firm.get(path)).body[0]).toMatchObject({ sequence: 1, name: enterprise.account?.organisation });
      expect((await firm.post(path, { name: '南厂区', address: '孝义市南环路 8 号' })).status).toBe(403);
      expect((await other.post(path, { name: '南厂区', address: '孝义市南环路 8 号' })).status).toBe(404);
      const key = 'site-test-key-1';
      const twice = [await enterprise.post(path, { name: '南厂区', address: '孝义市南环路 8 号' }, { key }), await enterprise.post(path, { name: '南厂区', address: '孝义市南环路 8 号' }, { key })];
      expect(twice[1]?.body.id).toBe(twice[0]?.body.id);
      const atOnce = await Promise.all(['东', '西'].map(name => enterprise.post(path, { name: `${name}厂区`, address: '孝义市环城路 8 号' })));
      expect(new Set(atOnce.map(each => each.body.sequence)).size).toBe(2);
      expect((await enterprise.patch(`${path}/${twice[0]?.body.id as string}`, { name: '南厂新区', address: '孝义市南环路 18 号' })).body).toMatchObject({ name: '南厂新区', sequence: twice[0]?.body.sequence });
      const foreign = (await other.get(`/organisations/${other.orgId}/sites`)).body[0].id as string;
      expect((await enterprise.patch(`${path}/${foreign}`, { name: '别人的厂区', address: '孝义市南环路 18 号' })).status).toBe(404);
      expect((await enterprise.post('/permit-applications', { siteId: foreign })).body.errors[0].pointer).toBe('/siteId');
      expect((await propose({ sites: [foreign] })).body.errors[0].pointer).toBe('/sites');
    });
  });

  describe('ends', () => {
    it('at once when revoked, by either side, in the middle of a session', async () => {
      const application = await draft();
      for (const by of [enterprise, firm]) {
        const id = await given();
        expect((await firm.get(pathOf(application))).status).toBe(200);
        expect((await by.post(`/mandates/${id}/revoke`, {})).status).toBe(400); // the other side is told why
        expect((await by.post(`/mandates/${id}/revoke`, { reason: '合作结束' })).status).toBe(200);
        expect((await firm.get(pathOf(application))).status).toBe(404);
        expect((await firm.get('/me')).body.mandates).toEqual([]);
      }
    });

    it('when the firm is suspended, for good: not even a confirmation at the same moment survives', async () => {
      const application = await draft();
      const id = await given();
      const open = (await propose({ matters: ['tasks'] })).body.id as string;
      const [suspended] = await Promise.all([supervisor.post(`/organisations/${firm.orgId}/suspend`, { reason: '涉嫌弄虚作假' }), firm.post(`/mandates/${open}/confirm`)]);
      expect(suspended.status).toBe(200);
      expect((await firm.get(pathOf(application))).status).toBe(404);
      for (const each of [id, open]) expect(await row(each)).toMatchObject({ state: 'stopped', ended_reason: '单位被暂停' });
      expect((await propose()).body.errors[0].pointer).toBe('/firmId');
      expect((await supervisor.post(`/organisations/${firm.orgId}/reinstate`, { reason: '调查后未发现问题' })).status).toBe(200);
      expect((await firm.get(pathOf(application))).status).toBe(404); // agreed anew, or not at all
    });

    it('is told to both sides, each step once', async () => {
      await world.runJobs();
      const id = await given({ matters: ['monitoring'] });
      await end(id);
      await world.runJobs();
      await world.runJobs();
      for (const person of [enterprise, firm]) {
        const told = await world.db.query<{ title: string }>('SELECT title_zh AS title FROM notification WHERE org_id = $1 AND subject_id = $2 ORDER BY id', [person.orgId, id]);
        expect(told.map(each => each.title).at(-1)).toBe('授权委托已撤销');
        expect(new Set(told.map(each => each.title)).size).toBe(told.length);
      }
    });

    it('begins and ends at midnight in Shanghai', async () => {
      const application = await draft();
      const id = await given({ validFrom: '2026-11-25', validTo: '2026-11-26' });
      const at = async (time: string): Promise<number> => {
        world.clock.advance(new Date(time).getTime() - world.clock.now().getTime());
        return (await firm.get(pathOf(application))).status;
      };
      expect(await at('2026-11-24T15:59:59Z')).toBe(404);
      expect(await at('2026-11-24T16:00:00Z')).toBe(200);
      expect(await at('2026-11-26T15:59:59Z')).toBe(200);
      expect(await at('2026-11-26T16:00:00Z')).toBe(404);
      expect((await row(id)).state).toBe('active'); // the night job writes it down
      await world.db.transaction(() => world.api.get(Outbox).enqueue(tidyIdentity, {}));
      await world.runJobs();
      expect(await row(id)).toMatchObject({ state: 'expired', ended_reason: '授权期限届满' });
      expect(await world.db.query(`SELECT 1 FROM audit_entry WHERE action = 'mandate.expire' AND subject_id = $1`, [id])).toHaveLength(1);
    });
  });
});
