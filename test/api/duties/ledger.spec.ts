import { Any, Person, RecordsWorld } from '../records/world';

const PLANT = 'facility-operation:plant';

/** Keeping the ledger is a duty of every month, done by its entries. */
describe('duties of the ledger', () => {
  let records: RecordsWorld;
  let december: string;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    await records.world.runJobs();
    await records.world.moveTo('2026-12-31T02:00:00Z');
    december = await idOf('ledger:facility-operation:month:2026-12-01');
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);
  const idOf = async (key: string): Promise<string> => (await rows('SELECT id FROM obligation WHERE key = $1 AND permit_id = $2', [key, records.permitId]))[0]?.id as string;
  const duty = async (id = december): Promise<Any> => (await (await records.hospital()).get(`/duties/${id}`)).body as Any;
  const round = async (): Promise<void> => {
    await rows(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'duty.daily-round', 'review', '{}')`);
    await records.world.runJobs();
  };
  const day = (month: string, at: number): string => `${month}-${String(at).padStart(2, '0')}`;
  const itemsOf = async (id: string): Promise<string[]> => (await rows('SELECT content_zh FROM obligation WHERE id = $1', [id])).map(one => one.content_zh as string);
  /** Entries of every item of the kind on every day that is given. */
  const keep = async (who: Person, days: readonly string[], items: readonly string[]): Promise<Any> => {
    const entries = days.flatMap(businessDate => items.map(itemKey => ({ itemKey, businessDate, data: itemKey === PLANT ? { note: '当日正常' } : { state: 'running', runningHours: '20', loadPercent: '85' } })));
    const answer = await who.post(`/ledgers/${records.permitId}/entries/batch`, { rows: entries }, { key: `ledger-duties-${days[0] ?? ''}-${days.length}-${items.length}` });
    await records.world.runJobs();
    return answer;
  };

  it('are planned a month at a time for what is kept daily, on grounds nobody has verified', async () => {
    const planned = await rows(`SELECT key, due_on::text AS due, verified FROM obligation WHERE permit_id = $1 AND kind = 'ledger' AND due_on < '2027-02-28' ORDER BY key`, [records.permitId]);
    expect(planned).toEqual(['facility-operation', 'treatment-operation'].flatMap(kind => [['2026-12-01', '2027-01-05'], ['2027-01-01', '2027-02-05']].map(([from, due]) => ({ key: `ledger:${kind}:month:${from as string}`, due, verified: false }))));
    expect((await itemsOf(december))[0]).toMatch(/全厂产量和原辅料、燃料/);
  });

  it('say what is missing, follow the entries, and are open again when one is taken back', async () => {
    const hospital = await records.hospital();
    const before = await duty();
    expect([before.status, before.cover.done, before.cover.needed % 31, before.evidence]).toEqual(['upcoming', 0, 0, 'required']);
    const items = (await hospital.get(`/ledgers/${records.permitId}`)).body.items as Any[];
    const keys = items.filter(one => one.kind === 'facility-operation').map(one => one.key as string);
    const all = Array.from({ length: 31 }, (_, at) => day('2026-12', at + 1));
    const kept = await keep(hospital, all.slice(0, 30), keys);
    expect([kept.status, (await duty()).cover.needed - (await duty()).cover.done]).toEqual([200, keys.length]);
    await keep(hospital, all.slice(30), keys);
    expect(await duty()).toMatchObject({ status: 'done', doneWay: 'ledger', lateDays: 0 });
    const [entry] = await rows(`SELECT id FROM ledger_entry WHERE permit_id = $1 AND item_key = $2 AND business_date = '2026-12-15'`, [records.permitId, keys[0]]);
    await hospital.post(`/ledger-entries/${entry.id as string}/correct`, { voided: true, reason: '当天记录有误，作废' });
    await records.world.runJobs();
    expect(await duty()).toMatchObject({ status: 'upcoming', doneWay: null });
  });

  it('are overdue with a task when nothing was entered, and are reminded of only the day before', async () => {
    await records.world.moveTo('2027-01-03T23:00:00Z');
    await round();
    await records.world.moveTo('2027-01-05T23:00:00Z');
    await round();
    expect(await duty(await idOf('ledger:treatment-operation:month:2026-12-01'))).toMatchObject({ status: 'overdue', enforcement: { state: 'open' } });
    const told = await rows(`SELECT DISTINCT key FROM notification WHERE subject_id = $1 ORDER BY 1`, [await idOf('ledger:treatment-operation:month:2026-12-01')]);
    expect(told.map(one => (one.key as string).split(':').at(-1))).toEqual(['1', 'overdue']);
  });

  it('ask for nothing while the whole site stands', async () => {
    const hospital = await records.hospital();
    const made = await hospital.post('/stoppages', { permitId: records.permitId, kind: 'planned', scope: '全厂', fromOn: '2027-01-25', toOn: '2027-03-10', reason: '设备大修改造' });
    await records.world.runJobs();
    expect(made.status).toBe(201);
    expect((await duty(await idOf('ledger:facility-operation:month:2027-02-01'))).status).toBe('excused');
    const march = await duty(await idOf('ledger:facility-operation:month:2027-03-01'));
    expect([march.status === 'excused', march.cover.needed % 21]).toEqual([false, 0]);
    expect((await duty(await idOf('ledger:basic:year:2027-01-01'))).status).toBe('upcoming');
  });
});
