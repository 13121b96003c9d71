import { Any, Answer, CreditWorld, ok, Person } from '../credit-repair/world';

const CODES = Array.from({ length: 21 }, (_, nth) => String(nth + 1));
const MEASURED = ['1', '2'];

/** A result that is public or approved follows the ledger until it is published. */
describe('a result in publicity whose facts change', () => {
  let world: CreditWorld;
  let yearId: string;
  let id: string;
  const path = (): string => `/credit-evaluations/${id}`;
  const show = async (person: Person): Promise<Any> => ok(await person.get(path()));
  const step = (person: Person, action: string, body: Any = {}): Promise<Answer<Any>> => world.step(person, path(), action, body);
  const run = async (kind: string): Promise<Any> => {
    ok(await world.supervisor.post(`/evaluation-years/${yearId}/${kind}`, {}));
    await world.house.runJobs();
    return (ok(await world.supervisor.get(`/evaluation-years/${yearId}`)).runs as Any[])[0] as Any;
  };
  const told = async (key: string): Promise<string[]> => (await world.query(`SELECT title_zh AS title FROM notification WHERE key LIKE $1`, [`credit-evaluation:${id}:${key}%`])).map(one => one.title as string);
  const happens = async (key: string, over: Any = {}): Promise<void> => {
    await world.event(key, { type: 'fine-large', title: '罚款 30 万元', occurredOn: '2025-10-10', documentNo: `晋孝环罚〔2025〕${key}号`, ...over });
    await world.house.runJobs();
  };
  const isRevoked = async (key: string): Promise<void> => {
    await world.change(key, { effectiveOn: '2025-10-10' });
    await world.house.runJobs();
  };

  beforeAll(async () => {
    world = await CreditWorld.begin();
    world.day('2026-01-05');
    yearId = ok(await world.supervisor.post('/evaluation-years', { year: 2025 }), 201).id as string;
    ok(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId: world.own.orgId, reason: '环境监管重点单位' }));
    await run('announce');
    id = (await world.query('SELECT id FROM credit_evaluation WHERE subject_id = $1', [world.own.orgId]))[0]?.id as string;
    const answers = CODES.map(indicator => (MEASURED.includes(indicator) ? { indicator, applies: true, measure: 95 } : { indicator, applies: true, level: 1, score: 90 }));
    ok(await world.own.put(`${path()}/report`, { answers }, { ifMatch: 1 }));
    ok(await step(world.own, 'submit', { commitment: true, recordVersion: (await show(world.own)).recordVersion as number }));
    ok(await world.reviewer.put(`${path()}/checks`, { items: CODES.map(indicator => ({ indicator, verdict: 'accept' })) }, { ifMatch: (await show(world.reviewer)).recordVersion as number }));
    ok(await step(world.reviewer, 'finish-check', { note: '核对完毕' }));
    ok(await step(world.approver, 'confirm', { note: '同意' }));
    await run('publicity');
  });
  afterAll(() => world.end());

  it('is reckoned anew and public anew where a fact of the year makes the grade worse; the first result stays to be read', async () => {
    const before = await show(world.own);
    expect(before).toMatchObject({ stage: 'publicity', publicUntil: '2026-01-20', gradeTitle: 'A级（绿牌）', changedOn: null });
    world.day('2026-01-15');
    await happens('1');
    const after = await show(world.own);
    expect(after).toMatchObject({ stage: 'publicity', publicFrom: '2026-01-05', publicUntil: '2026-01-30', changedOn: '2026-01-15', gradeTitle: 'B级（蓝牌）' });
    expect((after.results as Any[]).map(one => one.cause)).toEqual(['review', 'publicity', 'facts']);
    expect((after.results as Any[])[1]?.schemes[0]).toMatchObject({ score: before.score, gradeTitle: before.gradeTitle });
    expect(await told('moved')).toEqual(expect.arrayContaining(['2025 年度评价结果已重新计算：B级（蓝牌）']));
    expect((ok(await world.house.anyone.get('/public/credit-evaluations?year=2025')).items as Any[])[0]).toMatchObject({ phase: 'publicity', gradeTitle: 'B级（蓝牌）', publicUntil: '2026-01-30', changedOn: '2026-01-15' });
  });

  it('is left alone by what is told twice, and by what happened after the year', async () => {
    const before = await show(world.own);
    await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) SELECT uuidv7(), 'credit-evaluation.notice-corrections', 'quick', jsonb_build_object('subjectId', $1::text), 0, now() FROM generate_series(1, 2)`, [world.own.orgId]);
    await happens('2', { occurredOn: '2026-01-10' });
    expect((await show(world.own)).results).toHaveLength(before.results.length as number);
  });

  it('keeps the publicity that runs where it gets better', async () => {
    world.day('2026-01-20');
    await isRevoked('1');
    expect(await show(world.own)).toMatchObject({ stage: 'publicity', publicUntil: '2026-01-30', gradeTitle: 'A级（绿牌）', changedOn: '2026-01-20' });
  });

  it('waits for the answer to an objection', async () => {
    ok(await step(world.own, 'object', { words: '第 11 项取值有误，请复核。' }));
    await happens('3');
    expect(await show(world.own)).toMatchObject({ stage: 'objection', gradeTitle: 'A级（绿牌）' });
    ok(await step(world.supervisor, 'recheck', { verdict: 'kept', answer: '经复核，第 11 项取值有台账佐证，维持初评结果。' }));
    await world.house.runJobs();
    expect(await show(world.own)).toMatchObject({ stage: 'publicity', gradeTitle: 'B级（蓝牌）', publicUntil: '2026-02-04' });
  });

  it('goes back from the approval, and is neither approved nor published behind the ledger', async () => {
    world.day('2026-02-05');
    await run('approve');
    expect(await show(world.supervisor)).toMatchObject({ stage: 'approved', approvedByName: expect.any(String) as string });
    await isRevoked('3');
    expect(await show(world.supervisor)).toMatchObject({ stage: 'publicity', approvedByName: null, publishDue: null, publicUntil: '2026-02-04', gradeTitle: 'A级（绿牌）' });
    await run('approve');
    // the worker has not looked yet when somebody publishes
    await world.event('4', { type: 'crime', title: '污染环境罪', occurredOn: '2025-12-01' });
    world.house.leaves = [...world.house.leaves, 'credit-evaluation.notice-corrections'];
    expect(await run('publish')).toMatchObject({ kind: 'publish', done: 1, skipped: 1 });
    expect(await show(world.supervisor)).toMatchObject({ stage: 'publicity', publicUntil: '2026-02-20', colour: 'black' });
    world.day('2026-02-21');
    await run('approve');
    await run('publish');
    expect(await show(world.own)).toMatchObject({ stage: 'published', colour: 'black' });
    world.house.leaves = world.house.leaves.filter(one => !one.startsWith('credit-evaluation'));
    await world.house.runJobs();
    expect(await world.query('SELECT 1 FROM credit_evaluation WHERE corrects IS NOT NULL')).toEqual([]);
  });
});
