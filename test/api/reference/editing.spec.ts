import { Any, type Person, RecordsWorld } from '../records/world';

/** New values for reference data by two persons: rows follow each other, and what was decided keeps its own. */
describe('the editor of reference data', () => {
  let records: RecordsWorld;
  let admin: Person;
  let supervisor: Person;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    [admin, supervisor] = [await records.officer('bureau.admin'), await records.officer('bureau.supervisor')];
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);
  const listed = async (kind: string): Promise<Any[]> => (await admin.get(`/reference-data?kind=${kind}&limit=100`)).body.items as Any[];
  const bodyOf = (row: Any, over: object = {}): object => ({ kind: row.kind, key: row.key, title: row.title, titleEn: row.titleEn ?? undefined, value: row.value, unit: row.unit, legalBasis: row.legalBasis, effectiveFrom: '2027-01-01', reason: '新修订的法律，2027 年起施行', ...over });
  const decide = (by: Person, id: string, decision: string, note?: string): Promise<Any> => by.post('/reference-data/proposals/decide', { id, decision, ...(note ? { note } : {}) });

  it('takes a new wording of a remedy from its day on; a decision of before keeps the old one', async () => {
    const [remedy] = await listed('remedy');
    expect([remedy.editing, remedy.titleEn.length > 0]).toEqual([{ whole: true, units: ['日', '个月'], bilingual: true }, true]);
    const before = await rows('SELECT id, remedies FROM case_decision ORDER BY id');
    expect(before.length).toBeGreaterThan(0);
    const sent = await admin.post('/reference-data/proposals', bodyOf(remedy, { title: '对本决定不服的，可以申请行政复议（新修订）', titleEn: 'You may ask for reconsideration (as revised)', value: String(Number(remedy.value) + 30) }));
    expect([sent.status, sent.body.state, sent.body.decisions]).toEqual([201, 'open', ['withdraw']]);
    const id = sent.body.id as string;
    expect((await admin.post('/reference-data/proposals', bodyOf(remedy, { value: '45' }))).body.code).toBe('reference.proposal-open');
    expect((await decide(admin, id, 'approve')).body.code).toBe('reference.own-proposal');
    expect((await decide(supervisor, id, 'withdraw')).body.code).toBe('reference.not-proposer');
    expect((await supervisor.get('/reference-data/proposals?state=open')).body.items.map((one: Any) => [one.id, one.decisions])).toEqual([[id, ['approve', 'reject']]]);
    const answers = await Promise.all([1, 2].map(() => decide(supervisor, id, 'approve')));
    expect(answers.map(one => one.status as number).sort()).toEqual([200, 409]);
    const now = (await listed('remedy')).filter(one => (one.key as string).startsWith(`${(remedy.key as string).split('|')[0] ?? ''}|`));
    expect(now.map(one => [one.effectiveFrom, one.effectiveTo, one.verified])).toEqual(expect.arrayContaining([[remedy.effectiveFrom, '2026-12-31', remedy.verified], ['2027-01-01', null, false]]));
    expect(await rows(`SELECT action, details->>'from' AS from, details->>'to' AS to FROM audit_entry WHERE action LIKE 'reference.%' ORDER BY seq`)).toEqual([
      { action: 'reference.propose', from: `${remedy.value as string} ${remedy.unit as string}`, to: `${String(Number(remedy.value) + 30)} ${remedy.unit as string}` }, { action: 'reference.approved', from: `${remedy.value as string} ${remedy.unit as string}`, to: `${String(Number(remedy.value) + 30)} ${remedy.unit as string}` },
    ]);
    const found = async (query: string): Promise<string[]> => ((await admin.get(`/reference-data/proposals?${query}`)).body.items as Any[]).map(one => one.id as string);
    expect([await found(`q=${encodeURIComponent('新修订')}`), await found(`q=${encodeURIComponent('没有这句话')}`), await found('sort=proposedAt&state=approved'), await found('q=%25')]).toEqual([[id], [], [id], []]);
    expect((await admin.get('/reference-data/proposals/export?state=approved')).raw.subarray(0, 2).toString()).toBe('PK');
    // who proposed it does not compare it
    const made = now.find(one => one.effectiveFrom === '2027-01-01');
    expect((await admin.post('/reference-data/verify', { kind: 'remedy', key: made.key, against: '公布文本第二十条' })).body.code).toBe('reference.own-row');
    expect((await supervisor.post('/reference-data/verify', { kind: 'remedy', key: made.key, against: '公布文本第二十条' })).body.verified).toBe(true);
    await records.world.moveTo('2027-02-01T02:00:00Z');
    expect(await rows('SELECT id, remedies FROM case_decision ORDER BY id')).toEqual(before);
    await records.world.moveTo('2026-11-23T02:05:00Z');
    [admin, supervisor] = [await records.officer('bureau.admin'), await records.officer('bureau.supervisor')];
  });

  it('changes a period and a small value the same way; rejecting and withdrawing change nothing', async () => {
    const period = (await listed('procedure-period')).find(one => (one.key as string).startsWith('change-review|'));
    const first = (await supervisor.post('/reference-data/proposals', bodyOf(period, { value: '8', unit: undefined }))).body;
    expect((await decide(admin, first.id as string, 'reject')).body.errors[0].pointer).toBe('/note');
    expect((await decide(admin, first.id as string, 'reject', '条号没有写明')).body).toMatchObject({ state: 'rejected', decisionNote: '条号没有写明' });
    const second = (await supervisor.post('/reference-data/proposals', bodyOf(period, { value: '8', unit: undefined }))).body;
    expect((await decide(supervisor, second.id as string, 'withdraw')).body.state).toBe('withdrawn');
    expect(await rows(`SELECT count(*)::int AS n FROM procedure_period WHERE code = 'change-review'`)).toEqual([{ n: 1 }]);
    const third = (await supervisor.post('/reference-data/proposals', bodyOf(period, { value: '8', unit: undefined, effectiveFrom: '2026-11-23' }))).body;
    expect((await decide(admin, third.id as string, 'approve')).body.newKey).toBe('change-review|2026-11-23');
    expect(await rows(`SELECT workdays, effective_from::text AS from, effective_to::text AS to FROM procedure_period WHERE code = 'change-review' ORDER BY effective_from`)).toEqual([{ workdays: 10, from: '2024-07-01', to: '2026-11-22' }, { workdays: 8, from: '2026-11-23', to: null }]);
    const [value] = await listed('duty-period');
    const sent = (await admin.post('/reference-data/proposals', bodyOf(value, { legalBasis: '新的规范 第五条' }))).body;
    expect((await decide(supervisor, sent.id as string, 'approve')).status).toBe(200);
    expect(await rows(`SELECT effective_to::text AS to FROM reference_value WHERE id = $1`, [value.key])).toEqual([{ to: '2026-12-31' }]);
  });

  it('refuses what cannot be, each at its place, and who may not', async () => {
    const [remedy] = (await listed('remedy')).filter(one => one.effectiveTo === null);
    const tried = async (over: object): Promise<string[]> => (((await admin.post('/reference-data/proposals', bodyOf(remedy, { effectiveFrom: '2027-05-01', ...over }))).body.errors as Any[] | undefined) ?? []).map(one => `${one.pointer as string} ${one.code as string}`);
    expect(await tried({ value: '60天' })).toEqual(['/value whole']);
    expect(await tried({ value: '-1' })).toEqual(['/value whole']);
    expect(await tried({ effectiveFrom: '2026-11-22', value: '45' })).toEqual(['/effectiveFrom day']);
    expect(await tried({ effectiveFrom: '2027-13-01' })).toEqual(['/effectiveFrom isDateString']);
    expect(await tried({ reason: '' })).toEqual(['/reason isLength']);
    expect(await tried({ colour: 'red' })).toEqual(['/colour whitelistValidation']);
    const [limit] = await listed('limit');
    expect((await admin.post('/reference-data/proposals', bodyOf(limit, { value: '1' }))).body.code).toBe('reference.edited-elsewhere');
    expect((await admin.post('/reference-data/proposals', bodyOf({ ...remedy, key: 'nothing|2024-01-01' }, { value: '1' }))).status).toBe(404);
    expect((await (await records.officer('bureau.reviewer')).post('/reference-data/proposals', bodyOf(remedy, { value: '1' }))).status).toBe(403);
    expect((await (await records.hospital()).get('/reference-data/proposals')).status).toBe(403);
    expect((await decide(admin, '01a20916-0000-7000-8000-000000000000', 'approve')).status).toBe(404);
  });
});
