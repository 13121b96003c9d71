import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessAudit, allGrants, Db, loadCity, newId, RouteEntry, SIGNED_IN } from '@huanbao/platform';
import { createApi } from '../../../apps/api/src/bootstrap';
import { seedDemo, seedReferenceData } from '../../../apps/api/src/seed';
import { createTestDatabase, TestDatabase } from '../../harness/database';
import { testEnv } from '../../harness/env';
import { Exchange, exchange, Reply } from '../../harness/http';
import { BODIES, QUERIES } from './bodies';
import { recordsOf, Walked } from './records';
import { Crowd, Standing } from './standings';

/** Routes with a parameter that names no record of anybody: every person of the role has them. */
const NO_RECORD = ['/holiday-years/', '/outbox/', '/permit-forms/', '/conditions/', '/services/', '/execution-report-forms/'];

type Answer = 'forbidden' | 'not-found' | 'open';

/**
 * Every route that names a record × everybody who could call it: of the enterprise, of another one, of a firm with
 * each kind of mandate (and with each that does not hold), of the bureau here and elsewhere. What a person may not do
 * is really tried; what they may is read, and its changes are proven by the rooms' own tests.
 */
describe('every route with a record × role × relation', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let routes: RouteEntry[];
  let records: Walked[];
  let standings: Standing[];
  let walked = 0;
  /** Who stood before which record. */
  const stood = new Set<string>();
  let first: Map<Walked, RouteEntry | undefined>;
  let grants: ReturnType<typeof allGrants>;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createApi({ env: testEnv(database.url), city: loadCity('config/city.json'), quiet: true });
    await seedReferenceData(app);
    const demo = (await seedDemo(app)) ?? [];
    const db = app.get(Db);
    const principals = await db.query<{ orgId: string; sites: string[] }>(`SELECT o.id AS "orgId", array_agg(s.id ORDER BY s.sequence)::text[] AS sites FROM organisation o JOIN site s ON s.org_id = o.id WHERE o.kind = 'enterprise' GROUP BY o.id`);
    standings = await new Crowd(app, principals).gather(demo);
    records = await recordsOf(db);
    routes = app.get(AccessAudit).routes().filter(route => route.path.includes('/:') && route.access !== 'public' && !NO_RECORD.some(start => route.path.startsWith(start)));
    first = firstRoutes();
    grants = allGrants();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** The record a route is walked with: of those whose prefix fits, the longest. */
  const recordsFor = (route: RouteEntry): Walked[] => {
    const fitting = records.filter(record => route.path === record.prefix || route.path.startsWith(`${record.prefix}/`));
    const longest = Math.max(0, ...fitting.map(record => record.prefix.length));
    return fitting.filter(record => record.prefix.length === longest);
  };

  /** The route by which a record is read, or the first one there is. */
  function firstRoutes(): Map<Walked, RouteEntry | undefined> {
    const byRecord = new Map(records.map(record => [record, [] as RouteEntry[]]));
    for (const route of routes) for (const record of recordsFor(route)) byRecord.get(record)?.push(route);
    return new Map([...byRecord].map(([record, own]) => [record, own.find(route => route.method === 'GET' && route.path === record.prefix) ?? own.find(route => route.method === 'GET') ?? own[0]]));
  }

  const granted = (action: string, role: string, relations: readonly string[]): boolean =>
    (grants.get(action) ?? []).some(grant => grant.roles.includes(role) && (grant.relation === 'any' || relations.includes(grant.relation)));

  /** Whether the role has the route in any relation at all. */
  const knows = (route: RouteEntry, role: string): boolean => route.access === SIGNED_IN || (grants.get(route.access) ?? []).some(grant => grant.roles.includes(role));

  /**
   * The first route of a record (reading it, where it can be read) is tried by everybody. Its further routes are tried by one of each
   * kind (the same role with the same relations to it), in turn, so that over the routes everybody comes by: a firm whose mandate
   * ended, one whose was revoked… Of the roles that have the route in no relation one goes, in turn: the guard turns them away before it knows
   * of a record, and `access-walk` tries every role on every route.
   */
  function walkers(route: RouteEntry, record: Walked, turn: number): readonly Standing[] {
    if (route === first.get(record)) return standings;
    const kinds = new Map<string, Standing[]>();
    for (const who of standings) {
      const kind = knows(route, who.role) ? [who.role, ...[...record.relations(who)].sort()].join(' ') : 'turned away';
      kinds.set(kind, [...(kinds.get(kind) ?? []), who]);
    }
    return [...kinds.values()].map(alike => alike[turn % alike.length] as Standing);
  }

  /** What the tables say of this person, this route and this record. */
  function expected(route: RouteEntry, record: Walked, who: Standing): Answer {
    const action = route.access === SIGNED_IN ? (route.method === 'GET' ? record.signedIn?.get : record.signedIn?.change) : route.access;
    if (!action) throw new Error(`${route.path} names no action: say in records.ts what it needs`);
    if (!knows(route, who.role)) return 'forbidden';
    const relations = record.relations(who);
    if (!granted(record.read, who.role, relations)) return 'not-found';
    return granted(action, who.role, relations) ? 'open' : 'forbidden';
  }

  async function call(route: RouteEntry, record: Walked, who: Standing): Promise<Reply> {
    const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => (name === 'id' ? record.id : (record.parameters?.[name] ?? `no-${name}`)));
    const query = QUERIES[route.path] ?? '';
    walked += 1;
    return exchange(app, {
      method: route.method as Exchange['method'],
      url: `/api/v1${path}${query}`,
      headers: { 'x-client': 'api', authorization: `Bearer ${who.token}`, 'x-organisation': who.orgId, 'if-match': '"v1"', 'idempotency-key': newId() },
      ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { payload: BODIES[`${route.method} ${route.path}`] ?? {} }),
    });
  }

  /** Refusals that say more than the plain word: why this organisation may not. */
  const FULLER = new Set(['forbidden', 'bid.conflict-of-interest']);
  const AFTERWARDS = new Set(['conflict.prior-work', 'evaluation.bid']);
  const seen = ({ status, json }: Reply): string => {
    const { code } = json as { code?: string };
    if (status === 404 && code === 'not-found') return 'not-found';
    if (FULLER.has(code ?? '')) return 'forbidden';
    // a rule on conflicts speaks after the tables have let somebody through, as a wrong state does, and as does what says that there is nothing to read yet
    return status < 300 || status === 409 || AFTERWARDS.has(code ?? '') ? 'open' : `${status} ${code ?? ''}`;
  };

  it('has a record for every route that names one', () => {
    expect(routes.filter(route => recordsFor(route).length === 0).map(route => `${route.method} ${route.path}`)).toEqual([]);
  });

  it('answers everybody as the tables say', async () => {
    const wrong: string[] = [];
    for (const [turn, route] of routes.entries())
      for (const record of recordsFor(route))
        for (const who of walkers(route, record, turn)) {
          const due = expected(route, record, who);
          stood.add(`${record.name} ${standings.indexOf(who)}`);
          if (due === 'open' && route.method !== 'GET') continue;
          const answer = seen(await call(route, record, who));
          if (answer !== due) wrong.push(`${route.method} ${route.path} (${record.name}) by ${who.name}: ${answer}, the tables say ${due}`);
        }
    process.stdout.write(`${routes.length} routes with a record × ${standings.length} standings × ${records.length} records: ${walked} requests\n`);
    expect(wrong).toEqual([]);
  }, 1_500_000);

  it('has really walked: everybody stood before every record, and every route was tried by many', () => {
    expect(stood.size).toBe(new Set(records.map(record => record.name)).size * standings.length);
    expect(walked).toBeGreaterThan(routes.length * 15);
  });
});
