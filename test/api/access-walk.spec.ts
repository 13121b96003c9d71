import { readFileSync, writeFileSync } from 'node:fs';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessAudit, allGrants, Db, loadCity, newId, RouteEntry, SIGNED_IN } from '@huanbao/platform';
import { AppUser, Membership, ROLES, SessionsService } from '@huanbao/identity';
import { createApi } from '../../apps/api/src/bootstrap';
import { seedDemo, seedReferenceData } from '../../apps/api/src/seed';
import { createTestDatabase, TestDatabase } from '../harness/database';
import { testEnv } from '../harness/env';
import { Exchange, exchange } from '../harness/http';

const CONTRACT = 'test/contracts/routes.txt';
/** Streams never end, and these write files or end the session the walk itself needs. */
const NOT_CALLED = new Set(['GET /events', 'POST /auth/logout', 'POST /auth/sessions/revoke-others']);
/** What a question must ask besides, so that the id is what it fails on. */
const ASKED: Readonly<Record<string, string>> = { '/cases/:id/what-if-pause': '?resumeOn=2027-01-04', '/ledgers/:id/sheet': '?itemKey=abc' };
const NOBODY = '01a20916-0000-7000-8000-000000000000';

interface Person {
  readonly role: string;
  readonly token: string;
  readonly orgId: string;
}
interface Answer {
  readonly status: number;
  readonly code: string;
}

describe('every route × every role', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let routes: RouteEntry[];
  const people = new Map<string, Person>();
  let walked = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createApi({ env: testEnv(database.url), city: loadCity('config/city.json'), quiet: true });
    await seedReferenceData(app);
    const accounts = (await seedDemo(app)) ?? [];
    routes = app.get(AccessAudit).routes();
    for (const role of ROLES) people.set(role, await signIn(role, accounts.find(account => account.role === role) ?? accounts.find(account => account.role.split('.')[0] === role.split('.')[0])));
    const hospital = accounts.filter(account => account.role === 'enterprise.admin')[1];
    people.set('stranger', await signIn('enterprise.admin', hospital));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** A person of the role in the organisation of a demo account; a new one where the demonstration city has none. */
  async function signIn(role: string, account: { organisationId: string } | undefined): Promise<Person> {
    if (!account) throw new Error(`No organisation for the role ${role}`);
    const db = app.get(Db);
    const template = await db.repo(AppUser).findOneByOrFail({ email: 'lime@demo.local' });
    const user = db.repo(AppUser).create({ ...template, id: newId(), email: `${newId()}@walk.local`, phoneIndex: null });
    await db.repo(AppUser).insert(user);
    await db.repo(Membership).insert({ userId: user.id, orgId: account.organisationId, roles: [role], createdAt: user.createdAt, lastUsedAt: null });
    const tokens = await db.transaction(() => app.get(SessionsService).open(user, { ip: '127.0.0.1', agent: 'walk' }));
    return { role, token: tokens.accessToken, orgId: account.organisationId };
  }

  const called = (): RouteEntry[] => routes.filter(route => !NOT_CALLED.has(`${route.method} ${route.path}`) && !route.path.startsWith('/health') && route.path !== '/metrics');

  async function call(route: RouteEntry, person: Person | null, id = NOBODY): Promise<Answer> {
    const path = route.path.replace(':section', 'basic').replace(':key', 'basic').replace(':year', '2026').replace(/:[A-Za-z]+/g, id);
    const url = `/api/v1${path}${route.method === 'GET' ? (ASKED[route.path] ?? '') : ''}`;
    const { status, json } = await exchange(app, {
      method: route.method as Exchange['method'],
      url,
      headers: { 'if-match': '"v1"', ...(person ? { authorization: `Bearer ${person.token}`, 'x-organisation': person.orgId } : {}) },
      ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { payload: {} }),
    });
    walked += 1;
    return { status, code: status < 400 ? '' : ((json as { code?: string }).code ?? '') };
  }

  const grantedTo = (action: string, role: string): boolean => (allGrants().get(action) ?? []).some(grant => grant.roles.includes(role));

  it('matches the list of routes and their access that was reviewed', () => {
    const list = `${routes.map(route => `${route.method.padEnd(6)} ${route.path}  ${route.access}`).join('\n')}\n`;
    if (process.env['RENEW_CONTRACTS']) writeFileSync(CONTRACT, list);
    expect(`renew with RENEW_CONTRACTS=1\n${list}`).toBe(`renew with RENEW_CONTRACTS=1\n${readFileSync(CONTRACT, 'utf8')}`);
  });

  it('lets nobody past a protected route without a session', async () => {
    for (const route of called().filter(each => each.access !== 'public')) expect({ route: route.handler, ...(await call(route, null)) }).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('asks no session on public routes, and none of them breaks', async () => {
    for (const route of called().filter(each => each.access === 'public')) {
      const answer = await call(route, null);
      expect({ route: route.handler, code: answer.code, broken: answer.status >= 500 }).toEqual({ route: route.handler, code: expect.not.stringMatching(/^(unauthenticated|forbidden)$/) as string, broken: false });
    }
  });

  it.each(ROLES)('opens to %s exactly what the tables grant', async role => {
    const person = people.get(role) as Person;
    for (const route of called().filter(each => each.access !== 'public')) {
      const answer = await call(route, person);
      const open = route.access === SIGNED_IN || grantedTo(route.access, role);
      const refused = answer.status === 403 && answer.code === 'forbidden';
      expect({ route: `${route.method} ${route.path}`, role, refused, broken: answer.status >= 500 }).toEqual({ route: `${route.method} ${route.path}`, role, refused: !open, broken: false });
    }
  });

  it.each(['abc', '%00', `${NOBODY}'--`, '1'.repeat(90)])('takes %j for an id of nothing: 404, and no route breaks over it', async id => {
    const WORDS = new Set(['/holiday-years/:year', '/holiday-years/:year/history', '/public/cases/:number', '/public/permits/:idOrNumber', '/public/permits/:idOrNumber/certificate', '/public/permits/:idOrNumber/versions', '/public/permits/:idOrNumber/changes', '/public/permits/:idOrNumber/json', '/problems/:code']);
    const wrong: string[] = [];
    for (const route of called().filter(each => each.path.includes('/:id') && !WORDS.has(each.path))) {
      const role = ROLES.find(each => route.access === SIGNED_IN || grantedTo(route.access, each)) as string;
      const { status } = await call(route, people.get(role) as Person, id);
      // what is sent may be missed before the record is
      const due = route.method === 'GET' ? [404] : [400, 404];
      if (!due.includes(status)) wrong.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers 404, not 403 and not the record, for somebody else’s record', async () => {
    const db = app.get(Db);
    const lime = people.get('enterprise.admin') as Person;
    const stranger = people.get('stranger') as Person;
    const sample = async (sql: string): Promise<string> => (await db.query<{ id: string }>(sql, [lime.orgId]))[0]?.id ?? '';
    const records: [string, string][] = [
      ['/permit-applications/:id', await sample('SELECT id FROM permit_application WHERE enterprise_id = $1 LIMIT 1')],
      ['/cases/:id', await sample(`SELECT id FROM case_record WHERE party_org_id = $1 AND kind NOT IN ('rectification', 'watch-listing') LIMIT 1`)],
      ['/organisations/:id', lime.orgId],
      ['/organisations/:id/members', lime.orgId],
      ['/files/:id', await sample('SELECT id FROM stored_file WHERE owner_org_id = $1 LIMIT 1')],
    ];
    for (const [path, id] of records) {
      const route = routes.find(each => each.path === path && each.method === 'GET') as RouteEntry;
      expect({ path, own: (await call(route, lime, id)).status }).toEqual({ path, own: 200 });
      expect({ path, ...(await call(route, stranger, id)) }).toEqual({ path, status: 404, code: 'not-found' });
      const changes = routes.filter(each => each.path.startsWith(path) && each.method !== 'GET' && !NOT_CALLED.has(`${each.method} ${each.path}`));
      for (const change of changes) expect({ change: change.path, refused: [400, 403, 404].includes((await call(change, stranger, id)).status) }).toEqual({ change: change.path, refused: true });
    }
  });

  it('has walked them all', () => {
    process.stdout.write(`${routes.length} routes × ${ROLES.length + 1} kinds of visitors: ${walked} requests\n`);
    const guarded = called().filter(route => route.access !== 'public').length;
    expect(walked).toBeGreaterThan(guarded * (ROLES.length + 1));
  });
});
