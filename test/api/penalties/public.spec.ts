import { publicSource } from '@huanbao/credit';
import { Any, CreditWorld, ok } from '../credit-repair/world';
import { PenaltyWorld } from './world';

/** What everybody sees of a penalty: one rule for every public way to it. */
describe('the public face of a penalty', () => {
  let credit: CreditWorld;
  let penalties: PenaltyWorld;
  let id: string;
  let decision: Any;
  let eventId: string;
  beforeAll(async () => {
    credit = await CreditWorld.begin();
    penalties = await new PenaltyWorld(credit.house).settle();
    id = await penalties.served();
    ok(await penalties.enforcer.post(`/penalties/${id}/publish`, { summary: '未按规定开展自行监测，已责令改正' }));
    await credit.house.runJobs();
    decision = (await penalties.show(id)).decision;
    eventId = (await credit.query('SELECT id FROM credit_event WHERE source_id = $1', [id]))[0]?.id as string;
  });
  afterAll(() => credit.end());

  const anyone = (path: string): Promise<Any> => credit.house.anyone.get(path);
  const FORBIDDEN_AFTER = /晋孝环罚|自行监测/;

  /** Through every public route that tells of it. */
  async function everywhere(): Promise<Record<string, boolean>> {
    const number = decision.number as string;
    const q = encodeURIComponent(number);
    const list = async (query: string): Promise<boolean> => (ok(await anyone(`/public/penalties${query}`)).items as Any[]).some(one => one.id === decision.id);
    const sheet = (await credit.house.anyone.get(`/public/penalties/export?q=${q}`)).raw;
    return {
      list: await list('?limit=100'), search: await list(`?q=${q}`), filter: await list('?violation=monitoring'), page: (await anyone(`/public/penalties/${decision.id as string}`)).status === 200,
      violations: (ok(await anyone('/public/penalties/violations')) as Any[]).some(one => one.code === 'monitoring'), export: (await rowsOf(sheet)) > 0, register: ((await credit.shown()).events as Any[]).some(one => one.documentNo === number),
      told: ok(await penalties.party.get(`/own-penalties/${id}`)).decision.isPublic as boolean, officer: (await penalties.show(id)).decision.isPublic as boolean,
    };
  }
  const end = (penalty: string, contest: Any, body: Any): Promise<Any> => penalties.undo(penalty, `contests/${contest.id as string}/end`, body);
  const all = (value: boolean): Record<string, boolean> => Object.fromEntries(['list', 'search', 'filter', 'page', 'violations', 'export', 'register', 'told', 'officer'].map(name => [name, value]));

  it('is there when it is published', async () => {
    expect(await everywhere()).toEqual(all(true));
  });

  it('rests everywhere while an appeal is looked at, and is back when it is dismissed', async () => {
    const appeal = await credit.appealed(eventId, penalties.party);
    expect(await everywhere()).toEqual(all(true)); // handed in, not accepted yet
    ok(await credit.step(credit.intake, `/credit-appeals/${appeal}`, 'accept'));
    expect(await everywhere()).toEqual(all(false));
    expect(JSON.stringify((await anyone(`/public/penalties/${decision.id as string}`)).body)).not.toMatch(FORBIDDEN_AFTER);
    ok(await credit.step(credit.reviewer, `/credit-appeals/${appeal}`, 'review', { advice: 'dismiss', findings: '核对监测记录，事实清楚。' }));
    ok(await credit.step(credit.approver, `/credit-appeals/${appeal}`, 'decide', { outcome: 'dismissed', reasons: '核对监测记录后认定' }));
    expect(await everywhere()).toEqual(all(true));
  });

  it('is gone everywhere from the moment a repair is granted, and back when that is withdrawn', async () => {
    credit.day('2027-03-01');
    const repair = await credit.verified(eventId, undefined, { person: penalties.party });
    expect(await everywhere()).toEqual(all(true));
    ok(await credit.step(credit.approver, `/credit-repairs/${repair}`, 'grant', { reasons: '符合信用修复条件' }));
    // in the same moment, before any job has run
    expect(await everywhere()).toEqual(all(false));
    const key = (await credit.query('SELECT key FROM credit_event WHERE id = $1', [eventId]))[0]?.key as string;
    credit.day('2027-03-02');
    await credit.change(key, { key: 'test:undone', status: 'active' }, penalties.party.orgId);
    expect(await everywhere()).toEqual(all(true));
  });

  it('is gone everywhere when an appeal takes it back', async () => {
    const appeal = await credit.appealed(eventId, penalties.party);
    ok(await credit.step(credit.intake, `/credit-appeals/${appeal}`, 'accept'));
    ok(await credit.step(credit.reviewer, `/credit-appeals/${appeal}`, 'review', { advice: 'uphold', findings: '采样点位不是本单位排放口。' }));
    ok(await credit.step(credit.approver, `/credit-appeals/${appeal}`, 'decide', { outcome: 'upheld', reasons: '采样点位有误，异议成立' }));
    expect(await everywhere()).toEqual(all(false));
    // the case of the bureau and the party’s own page keep it: nothing is erased
    expect((await penalties.show(id)).decision).toMatchObject({ number: decision.number, publishedAt: expect.any(String) as string, unpublishedAt: null, isPublic: false });
  });

  it('lowered after a repair stays repaired, keeps the day its periods run from, and counts again when the repair is withdrawn', async () => {
    credit.day('2026-11-23');
    const fined = await penalties.served();
    ok(await penalties.enforcer.post(`/penalties/${fined}/publish`, { summary: '未按规定开展自行监测，已责令改正' }));
    await credit.house.runJobs();
    const { decision: own } = await penalties.show(fined);
    const shown = async (): Promise<boolean> => (await anyone(`/public/penalties/${own.id as string}`)).status === 200;
    const events = (): Promise<Any[]> => credit.query(`SELECT e.key, e.valid_from::text AS "from", e.period_from::text AS "since", (SELECT string_agg(c.status || ' ' || c.effective_on, ',' ORDER BY c.effective_on, c.status) FROM credit_event_change c WHERE c.event_key = e.key) AS words FROM credit_event e WHERE e.source_id = $1 ORDER BY e.recorded_at`, [fined]);
    const first = (await credit.query('SELECT id, key FROM credit_event WHERE source_id = $1', [fined]))[0] as Any;
    credit.day('2027-03-01');
    const repair = await credit.verified(first.id as string, undefined, { person: penalties.party });
    ok(await credit.step(credit.approver, `/credit-repairs/${repair}`, 'grant', { reasons: '符合信用修复条件' }));
    credit.day('2027-04-01');
    const { contests } = ok(await penalties.enforcer.post(`/penalties/${fined}/contests`, { kind: 'litigation', body: '孝义市人民法院', filedOn: '2027-02-01', stopsExecution: false })) as { contests: Any[] };
    await end(fined, contests[0] as Any, { endedOn: '2027-03-20', outcome: 'changed', words: '判决变更罚款数额', changedFineYuan: '15000' });
    await credit.house.runJobs();
    const lowered = `${first.key as string}:15000.00`;
    expect(await events()).toEqual([
      { key: first.key, from: '2026-11-23', since: null, words: 'repaired 2027-03-01,revoked 2027-03-20' },
      { key: lowered, from: '2027-03-20', since: '2026-11-23', words: 'repaired 2027-03-20' },
    ]);
    expect(await shown()).toBe(false);
    // told again, nothing is entered twice
    await credit.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) VALUES (uuidv7(), 'penalty.tell-credit', 'quick', $1, 0, now())`, [JSON.stringify({ penaltyId: fined })]);
    await credit.house.runJobs();
    expect(await events()).toHaveLength(2);
    // a word about the former one is a word about what took its place
    await credit.change(first.key as string, { key: 'test:undone', status: 'active', effectiveOn: '2027-04-01' }, penalties.party.orgId);
    expect((await events())[1]).toMatchObject({ words: 'repaired 2027-03-20,active 2027-04-01' });
    expect(await shown()).toBe(true);
    const option = ((ok(await penalties.party.get(`/credit-subjects/${penalties.party.orgId}/repair-options`)).items as Any[]).find(one => one.title.includes('15000')));
    expect(option).toMatchObject({ can: true, from: '2027-02-23' });
    // an application under way goes on about what took its place
    const again = await credit.handedIn(option?.eventId as string, { person: penalties.party });
    ok(await penalties.enforcer.post(`/penalties/${fined}/contests`, { kind: 'litigation', body: '吕梁市中级人民法院', filedOn: '2027-04-01', stopsExecution: false }));
    const second = (await penalties.show(fined)).contests.find((one: Any) => one.outcome === null) as Any;
    await end(fined, second, { endedOn: '2027-04-01', outcome: 'changed', words: '二审变更罚款数额', changedFineYuan: '12000' });
    await credit.house.runJobs();
    expect((await credit.query('SELECT event_key, open FROM credit_repair WHERE id = $1', [again]))[0]).toEqual({ event_key: `${first.key as string}:12000.00`, open: true });
    ok(await credit.step(credit.intake, `/credit-repairs/${again}`, 'accept'));
  });

  it('follows the same rule in SQL as in the engine, whatever words about an event came in whatever order', async () => {
    credit.day('2026-11-23');
    const statuses = ['active', 'suspended', 'repaired', 'expired', 'revoked'] as const;
    const days = ['2026-11-01', '2026-11-10', '2026-11-20', '2027-12-01'];
    let seed = 7;
    const draw = <T>(from: readonly T[]): T => from[(seed = (seed * 1103515245 + 12345) % 2147483648) % from.length] as T;
    const keys: string[] = [];
    for (let nth = 0; nth < 80; nth += 1) {
      const key = `walk-${nth}`;
      keys.push(key);
      await credit.event(key, { sourceType: 'walk', sourceId: key, subjectId: credit.other.orgId, occurredOn: '2026-10-01' });
      for (let word = 0; word < nth % 4; word += 1) await credit.change(key, { key: `word-${word}`, status: draw(statuses), effectiveOn: draw(days) }, credit.other.orgId);
    }
    const today = credit.today;
    const shown = new Set(((await credit.shown(credit.other.orgId)).events as Any[]).map(one => one.documentNo as string));
    const rows = await credit.query(`SELECT e.key, ${publicSource('walk', 'e.source_id', '$2::date')} AS shown FROM credit_event e WHERE e.key = ANY ($1)`, [keys, today]);
    expect(rows.filter(row => row.shown !== shown.has(`晋孝环罚〔2026〕${row.key as string}号`))).toEqual([]);
    expect(new Set(rows.map(row => row.shown)).size).toBe(2);
    expect((await credit.query(`SELECT ${publicSource('walk', `'nobody'`, 'CURRENT_DATE')} AS shown`))[0]?.shown).toBe(true);
  });

  it('ends each night for whatever has stood its time, though another case fails', async () => {
    const two = [await penalties.served(), await penalties.served()].sort();
    for (const one of two) ok(await penalties.enforcer.post(`/penalties/${one}/publish`, { summary: '未按规定开展自行监测，已责令改正' }));
    await credit.query('UPDATE penalty_decision SET publish_until = $2 WHERE penalty_id = ANY ($1)', [two, '2026-11-01']);
    const [stuck, free] = two as [string, string];
    await credit.query(`CREATE FUNCTION one_is_stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stuck'; END $$`);
    await credit.query(`CREATE TRIGGER one_is_stuck BEFORE UPDATE ON penalty_decision FOR EACH ROW WHEN (NEW.penalty_id = '${stuck}' AND NEW.unpublished_at IS NOT NULL) EXECUTE FUNCTION one_is_stuck()`);
    const night = async (): Promise<void> => {
      await credit.query(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'penalty.daily-round', 'review', '{}')`);
      await credit.house.runJobs();
    };
    const ended = async (id: string): Promise<boolean> => (await credit.query('SELECT unpublished_at IS NOT NULL AS ended FROM penalty_decision WHERE penalty_id = $1', [id]))[0]?.ended as boolean;
    await night();
    expect([await ended(stuck), await ended(free)]).toEqual([false, true]);
    await credit.query('DROP TRIGGER one_is_stuck ON penalty_decision');
    await night();
    expect([await ended(stuck), await ended(free)]).toEqual([true, true]);
    expect(await credit.query(`SELECT count(*)::int AS n FROM case_event WHERE case_id = ANY ($1) AND zh = '公示期届满，停止公示'`, [two])).toEqual([{ n: 2 }]);
  });
});

/** Rows of a sheet below its head that name a decision. */
async function rowsOf(sheet: Buffer): Promise<number> {
  const { Workbook } = await import('exceljs');
  const book = new Workbook();
  await book.xlsx.load(sheet as unknown as ArrayBuffer);
  let found = 0;
  book.worksheets[0]?.eachRow(row => { if (JSON.stringify(row.values).includes('自行监测')) found += 1; });
  return found;
}
