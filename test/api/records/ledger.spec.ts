import { Any, Person, RecordsWorld } from './world';

const BOILER = 'facility-operation:MF0001';
const SEWAGE = 'treatment-operation:TW001';
const RUNNING = { state: 'running', runningHours: '20', loadPercent: '85' };

describe('ledgers', () => {
  let records: RecordsWorld;
  let hospital: Person;
  let base: string;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    hospital = await records.hospital();
    base = `/ledgers/${records.permitId}`;
    records.world.clock.set('2026-11-26T02:00:00Z');
  });
  afterAll(() => records.end());

  const rows = (sql: string): Promise<Any[]> => records.world.db.query<Any>(sql);
  const errorsOf = (answer: { body: Any }): string[] => (answer.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
  const enter = (over: object = {}, options: object = {}) => hospital.post(`${base}/entries`, { itemKey: BOILER, businessDate: '2026-11-25', data: RUNNING, ...over }, options);

  it('offers the permit’s own facilities with fields and frequencies', async () => {
    const { status, body } = await hospital.get(base);
    expect(status).toBe(200);
    expect((body.items as Any[]).map(item => item.key as string)).toEqual(['basic', 'facility-operation:plant', BOILER, 'facility-operation:MF0002', SEWAGE, 'monitoring:sampling', 'other:fugitive', 'other:event']);
    expect(body.actions).toContain('ledger.write');
    expect((body.items as Any[])[4]).toMatchObject({ rhythm: 'day', retentionYears: 5, fields: expect.arrayContaining([expect.objectContaining({ name: 'outflowM3', unit: 'm³' })]) as unknown });
  });

  it('keeps the entry with the day it is about and the moment it was made', async () => {
    const { status, body } = await enter({}, { key: 'ledger-first-entry' });
    expect([status, body.lateDays, body.source]).toEqual([201, 1, 'form']);
    expect((await enter({}, { key: 'ledger-first-entry' })).body.id).toBe(body.id);
    const stored = await rows(`SELECT business_date::text AS day, late_days, entered_at, entered_by_name, slot, data FROM ledger_entry WHERE id = '${body.id as string}'`);
    expect(stored).toEqual([{ day: '2026-11-25', late_days: 1, entered_at: new Date('2026-11-26T02:00:00Z'), entered_by_name: hospital.account?.name, slot: '2026-11-25', data: RUNNING }]);
    expect(await rows(`SELECT details->>'accepted' AS n, subject_id AS id FROM audit_entry WHERE action = 'ledger.enter'`)).toEqual([{ n: '1', id: records.permitId }]);
  });

  it('answers the same content again without a second row, and other content with the place of the first', async () => {
    const again = await enter();
    expect([again.status, again.body.lateDays]).toEqual([201, 1]);
    const other = await enter({ data: { ...RUNNING, runningHours: '21' } });
    expect([other.status, errorsOf(other)]).toEqual([400, ['/businessDate taken']]);
    expect((await rows('SELECT id FROM ledger_entry')).length).toBe(1);
  });

  it.each<[string, object, string]>([
    ['tomorrow', { businessDate: '2026-11-27' }, '/businessDate future'],
    ['before the permit', { businessDate: '2026-11-20' }, '/businessDate before-permit'],
    ['a day that does not exist', { businessDate: '2026-11-31' }, '/businessDate date'],
    ['a facility of nobody', { itemKey: 'facility-operation:MF0077' }, '/itemKey item'],
    ['more hours than a day has', { businessDate: '2026-11-24', data: { state: 'running', runningHours: '240' } }, '/data/runningHours max'],
    ['a negative load', { businessDate: '2026-11-24', data: { ...RUNNING, loadPercent: '-5' } }, '/data/loadPercent min'],
    ['text in a number', { businessDate: '2026-11-24', data: { ...RUNNING, runningHours: '约20' } }, '/data/runningHours not-a-number'],
    ['a unit in the cell', { businessDate: '2026-11-24', data: { ...RUNNING, runningHours: '20小时' } }, '/data/runningHours unit-in-cell'],
    ['a shift where there are none', { businessDate: '2026-11-24', shift: 2 }, '/shift shift'],
  ])('refuses %s with the place and the mend', async (_name, over, due) => {
    const answer = await enter(over);
    expect([answer.status, errorsOf(answer)]).toEqual([400, [due]]);
    expect((answer.body.errors as Any[])[0].zh).toMatch(/[\u4e00-\u9fff]{4}/);
    expect((await rows('SELECT id FROM ledger_entry')).length).toBe(1);
  });

  it('corrects by a new entry with a reason; the old one stays, nobody changes or deletes it', async () => {
    const [first] = await rows('SELECT id FROM ledger_entry');
    const path = `/ledger-entries/${first.id as string}/correct`;
    expect((await hospital.post(path, { data: { ...RUNNING, runningHours: '18' } })).status).toBe(400);
    expect(errorsOf(await hospital.post(path, { data: { state: 'running', runningHours: '30' }, reason: '抄表有误' }))).toEqual(['/data/runningHours max']);
    const corrected = await hospital.post(path, { data: { ...RUNNING, runningHours: '18' }, reason: '抄表有误' });
    expect([corrected.status, corrected.body.correctsId, corrected.body.reason]).toEqual([201, first.id, '抄表有误']);
    const twice = await hospital.post(path, { data: RUNNING, reason: '再改一次' });
    expect([twice.status, twice.body.code]).toEqual([409, 'ledger.already-corrected']);
    const { body } = await hospital.get(`/ledger-entries/${corrected.body.id as string}`);
    expect((body.history as Any[]).map(one => [one.data.runningHours as string, one.correctedById === null])).toEqual([['20', false], ['18', true]]);
    await expect(rows(`UPDATE ledger_entry SET data = '{}' WHERE id = '${first.id as string}'`)).rejects.toThrow('append-only');
    await expect(rows('DELETE FROM ledger_entry')).rejects.toThrow('append-only');
    expect((await rows('SELECT id FROM ledger_entry')).length).toBe(2);
  });

  it('lets one of two corrections at once win', async () => {
    const made = await enter({ itemKey: 'other:event', data: { what: '应急演练', how: '完成' } });
    const path = `/ledger-entries/${made.body.id as string}/correct`;
    const answers = await Promise.all([1, 2, 3].map(n => hospital.post(path, { data: { what: '应急演练', how: `改 ${n}` }, reason: '措辞更正' })));
    expect(answers.map(one => one.status).sort()).toEqual([201, 409, 409]);
  });

  it('offers yesterday’s values, and shows what is still to be entered', async () => {
    const { body } = await hospital.get(`${base}/day?on=2026-11-26`);
    const boiler = (body.tasks as Any[]).find(task => task.itemKey === BOILER);
    expect([boiler.entry, boiler.before.data.runningHours, boiler.before.businessDate]).toEqual([null, '18', '2026-11-25']);
    const before = (await hospital.get(`${base}/day?on=2026-11-25`)).body;
    expect((before.tasks as Any[]).find(task => task.itemKey === BOILER).entry.data.runningHours).toBe('18');
  });

  it('shows the gaps of a month: before the permit nothing, today open, a taken-back day missing', async () => {
    const late = await enter({ businessDate: '2026-11-23' });
    expect(late.body.lateDays).toBe(3);
    await hospital.post(`/ledger-entries/${late.body.id as string}/correct`, { voided: true, reason: '记错设施' });
    const { body } = await hospital.get(`${base}/completeness?month=2026-11`);
    const boiler = (body.items as Any[]).find(item => item.key === BOILER);
    expect((boiler.cells as Any[]).slice(21, 27).map(cell => cell.state as string)).toEqual(['none', 'missing', 'missing', 'done', 'open', 'none']);
    expect([boiler.expected, boiler.entered]).toEqual([3, 1]);
  });

  describe('by program', () => {
    const batch = (key: string, body: object, idempotencyKey?: string) => records.program(key, { method: 'POST', path: `${base}/entries/batch`, body, idempotencyKey });

    it('takes the good rows of a batch, names what is wrong with the others, and adds nothing when it comes again', async () => {
      const key = await records.key(['ledger']);
      const body = {
        rows: [
          { itemKey: SEWAGE, businessDate: '2026-11-25', externalId: 'MES-1', data: { state: 'running', runningHours: 24, inflowM3: '180', outflowM3: '178.5' } },
          { itemKey: SEWAGE, businessDate: '2026-11-24', externalId: 'MES-2', data: { state: 'running', runningHours: '-1' } },
          { itemKey: SEWAGE, businessDate: '2026-11-24', externalId: 'MES-3', data: { state: 'stopped' } },
          'nonsense',
          { itemKey: 'other:event', businessDate: '2026-11-24', externalId: 'MES-4', data: { what: '清淤', how: '清理调节池' } },
        ],
      };
      const first = await batch(key, body, 'batch-2026-11-26');
      expect([first.status, first.body.accepted, first.body.existing, first.body.refused]).toEqual([200, 3, 0, 2]);
      expect((first.body.rows as Any[]).map(row => (row.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`))).toEqual([[], ['/data/runningHours min'], [], [' type'], []]);
      expect((await batch(key, body, 'batch-2026-11-26')).body).toEqual(first.body);
      const replay = await batch(key, body);
      expect([replay.body.accepted, replay.body.existing, replay.body.refused]).toEqual([0, 3, 2]);
      expect(await rows(`SELECT external_id AS id, source, entered_by_name AS by FROM ledger_entry WHERE source = 'api' ORDER BY external_id`)).toEqual(['MES-1', 'MES-3', 'MES-4'].map(id => ({ id, source: 'api', by: '接口：生产系统' })));
      const changed = await batch(key, { rows: [{ ...body.rows[4] as object, data: { what: '清淤', how: '别的内容' } }] });
      expect((changed.body.rows as Any[])[0]).toMatchObject({ status: 'refused', errors: [{ code: 'taken' }] });
      const reused = await batch(key, { rows: body.rows.slice(0, 1) }, 'batch-2026-11-26');
      expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-reuse']);
    });

    it('takes 1,000 rows at once and refuses 1,001', async () => {
      const key = await records.key(['ledger']);
      const row = (n: number): object => ({ itemKey: 'other:event', businessDate: '2026-11-25', externalId: `bulk-${n}`, data: { what: '巡检', how: `第 ${n} 次` } });
      const many = await batch(key, { rows: Array.from({ length: 1000 }, (_, n) => row(n)) });
      expect([many.status, many.body.accepted]).toEqual([200, 1000]);
      const more = await batch(key, { rows: Array.from({ length: 1001 }, (_, n) => row(n)) });
      expect([more.status, errorsOf(more)]).toEqual([400, ['/rows max']]);
    });

    it('opens nothing beyond its scope, its permit, its time and its life', async () => {
      const [ledger, other] = [await records.key(['ledger']), await records.key(['monitoring'])];
      expect((await records.program(ledger, { method: 'GET', path: base })).status).toBe(200);
      expect((await records.program(other, { method: 'GET', path: base })).body.code).toBe('forbidden');
      for (const path of ['/me', '/permits', '/notifications', `/organisations/${hospital.orgId}`, '/files?subjectType=permit-application&subjectId=1']) expect({ path, status: (await records.program(ledger, { method: 'GET', path })).status }).toEqual({ path, status: 403 });
      expect((await records.program(`${ledger}x`, { method: 'GET', path: base })).body.code).toBe('auth.api-token');
      const list = await hospital.get(`/organisations/${hospital.orgId}/api-tokens`);
      expect(JSON.stringify(list.body)).not.toContain(ledger);
      expect((list.body as Any[]).some(one => one.lastUsedAt !== null)).toBe(true);
      expect((await rows(`SELECT count(*)::int AS n FROM api_token WHERE hash LIKE '%${ledger.slice(4, 20)}%'`))[0].n).toBe(0);
      const mine = (list.body as Any[]).find(one => one.ending === ledger.slice(-4));
      await hospital.delete(`/organisations/${hospital.orgId}/api-tokens/${mine.id as string}`);
      expect((await records.program(ledger, { method: 'GET', path: base })).status).toBe(401);
      const short = await records.key(['ledger'], '2026-11-27');
      records.world.clock.set('2026-11-28T02:00:00Z');
      expect((await records.program(short, { method: 'GET', path: base })).status).toBe(401);
      records.world.clock.set('2026-11-26T02:00:00Z');
    });

    it.each([['2026-11-26', 'today'], ['2029-01-01', 'too far'], ['2026-13-01', 'no day']])('refuses a key until %s (%s)', async expiresOn => {
      expect(errorsOf(await hospital.post(`/organisations/${hospital.orgId}/api-tokens`, { name: '密钥', scopes: ['ledger'], expiresOn }))[0]).toMatch(/^\/expiresOn/);
    });
  });

  it('pages, filters, searches and sorts; a page never repeats a row', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await hospital.get(`${base}/entries?limit=200&sort=day${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...(body.items as Any[]).map(one => one.id as string));
      cursor = body.nextCursor as string;
    } while (cursor);
    const [{ n }] = (await rows('SELECT count(*)::int AS n FROM ledger_entry')) as [{ n: number }];
    expect([seen.length, new Set(seen).size]).toEqual([n, n]);
    const count = async (query: string): Promise<number> => ((await hospital.get(`${base}/entries?limit=200&${query}`)).body.items as Any[]).length;
    expect(await count(`q=${encodeURIComponent('调节池')}`)).toBe(1);
    expect(await count('kind=treatment-operation')).toBe(2);
    expect(await count('only=late')).toBe(4);
    expect(await count('only=corrected')).toBe(6);
    expect(await count('from=2026-11-26')).toBe(0);
    expect((await hospital.get(`${base}/entries?cursor=nonsense`)).body.code).toBe('cursor');
    expect((await hospital.get(`${base}/entries?from=2026-02-30`)).status).toBe(400);
    const sheet = await hospital.get(`${base}/entries/export?kind=treatment-operation`);
    expect([sheet.status, sheet.headers['content-type'], sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK']);
  });

  it('is open to the bureau of the place for reading only, and to nobody else', async () => {
    const [officer, lime] = [await records.officer(), await records.lime()];
    expect(((await officer.get('/ledgers')).body.items as Any[]).map(one => one.id as string)).toEqual([records.permitId]);
    expect((await lime.get('/ledgers')).body.items).toEqual([]);
    const [entry] = await rows('SELECT id FROM ledger_entry LIMIT 1');
    for (const path of [base, `${base}/day`, `${base}/completeness`, `${base}/entries`, `${base}/entries/export`, `/ledger-entries/${entry.id as string}`]) {
      expect({ path, officer: (await officer.get(path)).status, lime: (await lime.get(path)).status }).toEqual({ path, officer: 200, lime: 404 });
    }
    const body = { itemKey: BOILER, businessDate: '2026-11-24', data: RUNNING };
    expect([(await officer.post(`${base}/entries`, body)).status, (await lime.post(`${base}/entries`, body)).status]).toEqual([403, 404]);
    expect((await lime.post(`/ledger-entries/${entry.id as string}/correct`, { voided: true, reason: '不是我的' })).status).toBe(404);
  });

  it('says beside the records how their permit stands: one that was cancelled no longer looks like one in force', async () => {
    const officer = await records.officer();
    const rowOf = async (person: Person, list: string): Promise<Any> => ((await person.get(list)).body.items as Any[]).map(one => [one.status, one.endedOn]);
    expect([await rowOf(hospital, '/ledgers'), await rowOf(officer, '/monitoring')]).toEqual([[['valid', null]], [['valid', null]]]);
    await records.world.cancelExOfficio(records.permitId);
    const ended = [['cancelled', records.world.clock.today()]];
    expect([await rowOf(hospital, '/ledgers'), await rowOf(hospital, '/monitoring'), await rowOf(officer, '/ledgers'), await rowOf(officer, '/monitoring')]).toEqual([ended, ended, ended, ended]);
    for (const path of [base, `/monitoring/${records.permitId}`, `/emissions/${records.permitId}`]) expect({ path, status: (await officer.get(path)).body.status }).toEqual({ path, status: 'cancelled' });
  });
});
