import { CreditLedger, CreditStandings, seedCreditReference } from '@huanbao/credit';
import { systemActor } from '@huanbao/platform';
import { Any, DAY, MarketWorld, ok, Person } from '../marketplace/world';

const BY = systemActor('test');
const LATER = ['firm.unsigned', 'firm.penalised'];

/** An installation that was set up before a shipped scheme got rows: they reach it, dated, and nothing that was decided is changed. */
describe('rows that ship after a scheme was stored', () => {
  let world: MarketWorld;
  let supervisor: Person;
  let approver: Person;
  let firm: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [supervisor, firm] = [world.supervisor, world.firm(0)];
    approver = await world.house.as('bureau.approver');
    await world.keepSignedIn();
  });
  beforeEach(async () => {
    await world.query(`DELETE FROM credit_scheme_row WHERE scheme_id IN (SELECT id FROM credit_scheme WHERE key = 'firm-100')`);
    await world.query(`DELETE FROM credit_scheme WHERE key = 'firm-100'`);
    await seed();
    // as it was stored before they shipped
    await world.query(`DELETE FROM credit_scheme_row WHERE code = ANY ($1) AND scheme_id IN (SELECT id FROM credit_scheme WHERE key = 'firm-100')`, [LATER]);
  });
  afterAll(() => world.end());

  const seed = (): Promise<void> => seedCreditReference(world.house.api);
  const versions = (): Promise<Any[]> => world.query(`SELECT id, state, effective_from::text AS "from", effective_to::text AS "to", additions FROM credit_scheme WHERE key = 'firm-100' ORDER BY effective_from, id`);
  const rowsOf = (id: string): Promise<Any[]> => world.query('SELECT kind, code, value, verified FROM credit_scheme_row WHERE scheme_id = $1 ORDER BY position', [id]);
  const today = (): string => new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
  const standing = (day = today()): Promise<Any> => world.house.api.get(CreditStandings, { strict: false }).standingOf(firm.orgId, day) as Promise<Any>;
  const edited = async (change: (rows: Any[]) => Any[]): Promise<Any> => {
    const [stored] = await versions();
    const draft = ok(await supervisor.post(`/credit-schemes/${stored?.id as string}/copy`, { title: '服务机构记分办法（本市）', legalBasis: '本市规定', effectiveFrom: '2026-12-01' }), 201).body;
    const rows = change(draft.rows.map(({ id: _, verified: __, origin: ___, ...row }: Any) => row));
    const saved = ok(await supervisor.put(`/credit-schemes/${draft.id as string}/rows`, { rows }, { ifMatch: draft.version as number }), 200).body;
    return ok(await approver.post(`/credit-schemes/${saved.id as string}/publish`, {}, { ifMatch: saved.version as number }), 200).body;
  };

  it('come to a scheme nobody edited by a version from tomorrow; past days keep what they had; once', async () => {
    await world.query(`UPDATE credit_scheme_row SET verified = true WHERE code = 'firm.fault'`);
    await world.house.api.get(CreditLedger, { strict: false }).append(BY, { key: 'u1', subjectId: firm.orgId, type: 'firm.unsigned', title: '中选后不签合同', facts: '经认定', legalBasis: '本平台约定', sourceType: 'test', occurredOn: today() });
    expect(await standing()).toMatchObject({ score: '100.00' });
    await seed();
    const [old, added, ...further] = await versions();
    const tomorrow = new Date(world.now + 8 * 3_600_000 + DAY).toISOString().slice(0, 10);
    expect([old, added, further]).toEqual([expect.objectContaining({ to: today(), additions: [] }), expect.objectContaining({ state: 'published', from: tomorrow, to: null, additions: LATER.map(code => `deduction:${code}`) }), []]);
    const [before, after] = [await rowsOf(old?.id as string), await rowsOf(added?.id as string)];
    expect(after.filter(row => !LATER.includes(row.code as string))).toEqual(before);
    expect(after.slice(3, 6)).toEqual([expect.objectContaining({ code: 'firm.fault', verified: true }), ...LATER.map(code => ({ kind: 'deduction', code, value: '-10', verified: false }))]);
    await seed();
    expect(await versions()).toHaveLength(2);
    expect(await standing()).toMatchObject({ score: '100.00' });
    expect(await standing(tomorrow)).toMatchObject({ score: '90.00' });
    const view = ok(await supervisor.get(`/credit-schemes/${added?.id as string}`), 200).body;
    expect(view.additions).toEqual(LATER.map(code => `deduction:${code}`));
    expect(await world.query(`SELECT action FROM audit_entry WHERE action LIKE 'credit-scheme.additions%'`)).toEqual([{ action: 'credit-scheme.additions-published' }]);
  });

  it('are proposed to the bureau where somebody edited it: nothing counts before it is published, and once refused they stay away', async () => {
    const own = await edited(rows => rows.map(row => (row.code === 'firm.late' ? { ...row, value: '-2' } : row)));
    await seed();
    await seed();
    const [, present, draft, ...further] = await versions();
    expect([present, draft, further]).toEqual([expect.objectContaining({ id: own.id, to: null, additions: [] }), expect.objectContaining({ state: 'draft', additions: LATER.map(code => `deduction:${code}`) }), []]);
    expect((await rowsOf(draft?.id as string)).find(row => row.code === 'firm.late')).toMatchObject({ value: '-2' });
    await world.runJobs();
    const told = await world.query(`SELECT DISTINCT title_zh AS title, body_zh AS body, link FROM notification WHERE subject_type = 'credit-scheme'`);
    expect(told).toEqual([{ title: '评价方案有新增行待决定：服务机构记分办法（本市）', body: expect.stringContaining('新增：中选后不签合同、受到行政处罚。'), link: expect.stringContaining(`/credit-schemes/${draft?.id as string}`) }]);
    const { version } = ok(await supervisor.get(`/credit-schemes/${draft?.id as string}`), 200).body;
    ok(await supervisor.post(`/credit-schemes/${draft?.id as string}/withdraw`, {}, { ifMatch: version as number }), 200);
    await seed();
    expect(await versions()).toHaveLength(3);
  });

  it('that somebody takes out of the proposal before publishing it are not offered again; one person may publish what the platform drafted', async () => {
    await edited(rows => rows);
    await seed();
    const draft = (await versions()).at(-1) as Any;
    const view = ok(await supervisor.get(`/credit-schemes/${draft.id as string}`), 200).body;
    const rows = view.rows.filter((row: Any) => row.code !== 'firm.penalised').map(({ id: _, verified: __, origin: ___, ...row }: Any) => row);
    const saved = ok(await supervisor.put(`/credit-schemes/${draft.id as string}/rows`, { rows }, { ifMatch: view.version as number }), 200).body;
    ok(await supervisor.post(`/credit-schemes/${draft.id as string}/publish`, {}, { ifMatch: saved.version as number }), 200);
    await seed();
    expect((await versions()).map(one => one.state)).toEqual(['published', 'published', 'published']);
  });
});
