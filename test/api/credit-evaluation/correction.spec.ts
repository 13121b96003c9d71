import { randomUUID } from 'node:crypto';
import { CreditLedger, PublicFreezes } from '@huanbao/credit';
import { systemActor } from '@huanbao/platform';
import { Any, Answer, CreditWorld, ok, Person, refused } from '../credit-repair/world';

const CODES = Array.from({ length: 21 }, (_, nth) => String(nth + 1));
const MEASURED = ['1', '2'];
const BY = systemActor('test');
const CLOSED = '公布的结果所依据的处罚已被法院撤销';

/** An event that had changed a published annual grade is revoked after an appeal: everything follows, nothing is erased. */
describe('a published annual result that is put right', () => {
  let world: CreditWorld;
  let yearId: string;
  let original: string;
  const path = (id: string): string => `/credit-evaluations/${id}`;
  const show = async (person: Person, id: string): Promise<Any> => ok(await person.get(path(id)));
  const step = (person: Person, id: string, action: string, body: Any = {}): Promise<Answer<Any>> => world.step(person, path(id), action, body);
  const run = async (kind: string): Promise<void> => {
    ok(await world.supervisor.post(`/evaluation-years/${yearId}/${kind}`, {}));
    await world.house.runJobs();
  };
  const items = async (query = ''): Promise<Any[]> => (ok(await world.house.anyone.get(`/public/credit-evaluations?year=2025${query}`)).items as Any[]);
  const corrections = (of: string): Promise<Any[]> => world.query('SELECT e.id, e.number, k.state, e.correction_ended_at AS ended FROM credit_evaluation e JOIN case_record k ON k.id = e.id WHERE e.corrects = $1 ORDER BY e.id', [of]);
  const open = async (of = original): Promise<string> => (await corrections(of)).find(one => one.ended === null)?.id as string;
  const told = async (id: string, key: string): Promise<string[]> => (await world.query(`SELECT title_zh AS title FROM notification WHERE key LIKE $1`, [`credit-evaluation:${id}:${key}%`])).map(one => one.title as string);

  beforeAll(async () => {
    world = await CreditWorld.begin();
    world.day('2026-01-05');
    yearId = ok(await world.supervisor.post('/evaluation-years', { year: 2025 }), 201).id as string;
    ok(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId: world.own.orgId, reason: '环境监管重点单位' }));
    await world.event('huge', { type: 'suspension', title: '责令停产整治', occurredOn: '2025-05-10', documentNo: '晋孝环罚〔2025〕1号' });
    await world.event('fine', { type: 'fine-large', title: '罚款 20 万元', occurredOn: '2025-06-10', documentNo: '晋孝环罚〔2025〕2号' });
    await run('announce');
    original = (await world.query('SELECT id FROM credit_evaluation WHERE subject_id = $1', [world.own.orgId]))[0]?.id as string;
    const answers = CODES.map(indicator => (MEASURED.includes(indicator) ? { indicator, applies: true, measure: 95 } : { indicator, applies: true, ...(indicator === '17' ? { level: 3, score: 0 } : { level: 1, score: 90 }) }));
    ok(await world.own.put(`${path(original)}/report`, { answers }, { ifMatch: 1 }));
    ok(await step(world.own, original, 'submit', { commitment: true, recordVersion: (await show(world.own, original)).recordVersion as number }));
    ok(await world.reviewer.put(`${path(original)}/checks`, { items: CODES.map(indicator => ({ indicator, verdict: 'accept' })) }, { ifMatch: (await show(world.reviewer, original)).recordVersion as number }));
    ok(await step(world.reviewer, original, 'finish-check', { note: '核对完毕' }));
    ok(await step(world.approver, original, 'confirm', { note: '同意' }));
    await run('publicity');
    world.day('2026-01-22');
    await run('approve');
    await run('publish');
  });
  afterAll(() => world.end());

  it('is left alone by what does not count in it', async () => {
    const published = await show(world.own, original);
    expect(published).toMatchObject({ stage: 'published', openCorrection: null, correction: null });
    world.day('2026-02-01');
    await world.event('later', { occurredOn: '2026-01-30' });
    await world.change('later', { effectiveOn: '2026-01-30' });
    await world.change('fine', { key: 'test:repaired', status: 'repaired', effectiveOn: '2026-02-01' });
    await world.house.runJobs();
    expect(await corrections(original)).toEqual([]);
  });

  it('is noticed when an event that counted is revoked, once, and hidden from the public meanwhile', async () => {
    world.day('2026-06-01');
    const before = await show(world.supervisor, original);
    await world.change('huge', { effectiveOn: '2025-05-10' });
    await world.house.runJobs();
    await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) SELECT uuidv7(), 'credit-evaluation.notice-corrections', 'quick', jsonb_build_object('subjectId', $1::text), 0, now() FROM generate_series(1, 2)`, [world.own.orgId]);
    await world.house.runJobs();
    expect(await corrections(original)).toHaveLength(1);
    const id = await open();
    const correction = await show(world.reviewer, id);
    expect(correction).toMatchObject({ stage: 'correcting', isCorrection: true, dueOn: '2026-06-15', corrects: { id: original }, correction: { causes: [{ key: 'huge', before: 'active', after: 'revoked' }], direction: 'better' }, actions: ['check', 'propose-correction'] });
    const [inForce] = correction.correction.differences as [Any];
    expect(inForce).toMatchObject({ inForce: true, before: { score: before.score }, after: { score: correction.score } });
    expect(Number(correction.score)).toBeGreaterThan(Number(before.score));
    expect((inForce.lines as Any[]).find(one => one.title === '责令停产整治')).toMatchObject({ kind: 'event', after: null });
    // the fine of the year stands: the indicator of penalties stays what it was
    expect((correction.indicators as Any[]).find(one => one.code === '17')).toMatchObject({ prefill: { score: 0, facts: '罚款 20 万元，晋孝环罚〔2025〕2号' } });
    expect(await show(world.own, original)).toMatchObject({ stage: 'published', openCorrection: { id }, gradeTitle: before.gradeTitle });
    expect(await show(world.own, id)).toMatchObject({ score: null, results: [], correction: { differences: [], direction: null } });
    expect(await items()).toMatchObject([{ id: original, gradeTitle: null, colour: 'grey', underCorrection: true }]);
    expect(await items(`&colour=${before.colour as string}`)).toEqual([]);
    expect(ok(await world.house.anyone.get(`/public/evaluation-letters/${before.letter.code as string}`))).toMatchObject({ held: 'correction', score: null, gradeTitle: null, signedText: null, signatureHolds: true });
    expect(await told(id, 'to-correct')).toEqual(expect.arrayContaining(['2025 年度评价结果正在更正', `年度评价结果需要更正：${before.subjectName as string}`]));
    expect((await world.other.get(path(id))).status).toBe(404);
  });

  it('follows the ledger until it is decided', async () => {
    const id = await open();
    ok(await step(world.reviewer, id, 'propose-correction', { reason: CLOSED }));
    world.day('2026-06-02');
    await world.change('fine', { effectiveOn: '2025-06-10' });
    // before the worker has seen it, the decision does not go through
    expect(refused(await step(world.approver, id, 'decide-correction', { approved: true, reason: '同意更正' }))).toBe('409 credit-evaluation.correction-moved');
    await world.house.runJobs();
    const again = await show(world.reviewer, id);
    expect(again).toMatchObject({ stage: 'correcting', checkedByName: null, correction: { causes: [{ key: 'huge' }, { key: 'fine', after: 'revoked' }] } });
    expect((again.indicators as Any[]).find(one => one.code === '17')).toMatchObject({ prefill: { score: 100 }, check: { verdict: 'change', score: 100 } });
    expect(again.results.map((one: Any) => one.cause)).toEqual(['correction', 'correction', 'correction']);
  });

  it('is proposed by one person and decided by another; better, it takes the place of the old one at once', async () => {
    const id = await open();
    const before = await show(world.supervisor, original);
    for (const bad of [{}, { reason: '' }]) expect((await step(world.reviewer, id, 'propose-correction', bad)).status).toBe(400);
    expect((await step(world.own, id, 'propose-correction', { reason: CLOSED })).status).toBe(403);
    ok(await world.reviewer.put(`${path(id)}/checks`, { items: [{ indicator: '17', verdict: 'change', level: 1, score: 100, reason: '两项处罚都已撤销' }] }, { ifMatch: (await show(world.reviewer, id)).recordVersion as number }));
    ok(await step(world.reviewer, id, 'propose-correction', { reason: CLOSED }));
    expect((await step(world.reviewer, id, 'decide-correction', { approved: true, reason: '同意更正' })).status).toBe(403);
    await world.query(`UPDATE membership SET roles = roles || '{bureau.approver}' WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`, [world.reviewer.account?.login]);
    expect(refused(await step(world.reviewer, id, 'decide-correction', { approved: true, reason: '同意更正' }))).toBe('422 credit-evaluation.two-persons');
    await world.query(`UPDATE membership SET roles = array_remove(roles, 'bureau.approver') WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`, [world.reviewer.account?.login]);
    ok(await step(world.approver, id, 'decide-correction', { approved: false, reason: '请附法院判决' }));
    expect(await show(world.reviewer, id)).toMatchObject({ stage: 'correcting' });
    ok(await step(world.reviewer, id, 'propose-correction', { reason: CLOSED }));
    const corrected = ok(await step(world.approver, id, 'decide-correction', { approved: true, reason: '同意更正' }));
    await world.house.runJobs();
    expect(corrected).toMatchObject({ stage: 'published', publicUntil: null, isCorrection: true });
    const old = await show(world.own, original);
    expect(old).toMatchObject({ stageZh: '已更正', mergedInto: { id }, score: before.score, gradeTitle: before.gradeTitle, openCorrection: null, today: null });
    expect(old.results).toHaveLength(before.results.length as number);
    const after = await show(world.own, id);
    expect(after).toMatchObject({ letter: { fileId: expect.any(String) as string }, today: { differs: false } });
    expect(await items()).toMatchObject([{ id, gradeTitle: after.gradeTitle, underCorrection: false, isCorrection: true, phase: 'published' }]);
    expect(ok(await world.house.anyone.get(`/public/evaluation-letters/${before.letter.code as string}`))).toMatchObject({ replacedBy: after.number, held: null, gradeTitle: before.gradeTitle });
    // the standing of the day rests on the corrected values, and nothing of the old ones was erased
    const readings = await world.query(`SELECT e.source_id AS of, count(*)::int AS n, count(c.id)::int AS revoked FROM credit_event e LEFT JOIN credit_event_change c ON c.event_key = e.key AND c.status = 'revoked' WHERE e.type = 'reading' AND e.subject_id = $1 GROUP BY 1`, [world.own.orgId]);
    expect(readings).toEqual(expect.arrayContaining([{ of: original, n: 20, revoked: 20 }, { of: id, n: 20, revoked: 0 }]));
    const [ends] = await world.query(`SELECT count(DISTINCT valid_until)::int AS n FROM credit_event WHERE type = 'reading' AND subject_id = $1`, [world.own.orgId]);
    expect(ends?.n).toBe(1);
    expect(ok(await world.supervisor.get(`/credit-subjects/${world.own.orgId}?scheme=national-21`))).toMatchObject({ score: (after.results.at(-1).schemes as Any[]).find(one => one.scheme === 'national-21').score as string });
    expect(await told(id, 'published')).toContain(`2025 年度环境信用等级已更正：${after.gradeTitle as string}`);
    expect((await world.query('SELECT evaluation_id AS id FROM evaluation_participant WHERE id = (SELECT participant_id FROM credit_evaluation WHERE id = $1)', [id]))[0]?.id).toBe(id);
    expect(await corrections(id)).toEqual([]);
    original = id;
  });

  it('is opened as well by a fact of the year that became known later, and lapses when that fact is revoked', async () => {
    world.day('2026-06-20');
    const before = await show(world.supervisor, original);
    await world.event('unknown', { type: 'warning', title: '警告（外地通报）', occurredOn: '2025-11-01', documentNo: '晋汾环罚〔2025〕8号' });
    await world.house.runJobs();
    const id = await open();
    const correction = await show(world.reviewer, id);
    expect(correction).toMatchObject({ stage: 'correcting', correction: { causes: [{ key: 'unknown', before: null, after: 'active', documentNo: '晋汾环罚〔2025〕8号' }] } });
    expect(Number(correction.score)).toBeLessThan(Number(before.score));
    expect(await told(id, 'to-correct')).toContain('2025 年度评价结果正在更正');
    // what was known before is still to be read, of the result and of the ledger
    expect(await show(world.own, original)).toMatchObject({ score: before.score, gradeTitle: before.gradeTitle });
    const asOf = async (known: string): Promise<unknown> => ok(await world.supervisor.get(`/credit-subjects/${world.own.orgId}?day=2025-12-31${known}`)).score;
    expect(await asOf('&knownAt=2026-06-19T16:00:00.000Z')).not.toBe(await asOf(''));
    await world.change('unknown', { effectiveOn: '2025-11-01' });
    await world.house.runJobs();
    expect(await show(world.reviewer, id)).toMatchObject({ stage: 'dropped' });
    expect(await open()).toBeUndefined();
  });

  it('is made public with the right to object where the grade gets worse, and only then takes the place', async () => {
    world.day('2026-07-01');
    await world.event('mild', { type: 'warning', title: '警告', occurredOn: '2025-09-01', documentNo: '晋孝环罚〔2025〕3号' });
    // the warning was not known then: a correction that leaves the grade as it is; then it gives way to a graver fact of the same decision
    await world.house.runJobs();
    const mild = await open();
    expect(await show(world.reviewer, mild)).toMatchObject({ correction: { direction: 'same', causes: [{ key: 'mild', before: null, after: 'active' }] } });
    ok(await step(world.reviewer, mild, 'propose-correction', { reason: '外地通报的警告，计入当年' }));
    ok(await step(world.approver, mild, 'decide-correction', { approved: true, reason: '同意更正' }));
    await world.house.runJobs();
    original = mild;
    world.day('2026-07-02');
    await world.house.api.get(CreditLedger, { strict: false }).replace(BY, { eventKey: 'mild', key: 'changed', reason: '再审改判', basis: '判决', documentNo: '晋孝环罚〔2025〕3号' }, {
      key: 'grave', subjectId: world.own.orgId, type: 'crime', title: '污染环境罪', facts: '再审查明', legalBasis: '刑法 第三百三十八条', sourceType: 'test', documentNo: '晋孝环罚〔2025〕3号', occurredOn: '2025-09-01', validFrom: '2026-07-02',
    });
    await world.house.runJobs();
    const id = await open();
    expect(await show(world.reviewer, id)).toMatchObject({ correction: { direction: 'worse', causes: [{ key: 'mild', after: 'replaced' }] } });
    ok(await step(world.reviewer, id, 'propose-correction', { reason: '再审改判，等级降低' }));
    expect(ok(await step(world.approver, id, 'decide-correction', { approved: true, reason: '同意，先公示' }))).toMatchObject({ stage: 'publicity', publicFrom: '2026-07-02', publicUntil: '2026-07-17' });
    expect((await items()).map(one => [one.id, one.phase, one.gradeTitle === null, one.isCorrection])).toEqual(expect.arrayContaining([[original, 'published', true, true], [id, 'publicity', false, true]]));
    ok(await step(world.own, id, 'object', { words: '再审判决尚未生效，请复核。' }));
    expect(ok(await step(world.supervisor, id, 'recheck', { verdict: 'kept', answer: '判决已经生效，维持更正后的结果。' }))).toMatchObject({ stage: 'publicity' });
    world.day('2026-07-18');
    await run('approve');
    expect(await show(world.own, original)).toMatchObject({ stage: 'published', mergedInto: null });
    // the ledger moved between the approval and the publication: it is passed over, says so, and is compared anew
    await world.event('between', { type: 'warning', title: '又一项警告', occurredOn: '2025-10-01', documentNo: '晋孝环罚〔2025〕4号' });
    const { leaves } = world.house;
    world.house.leaves = [...leaves, 'credit-evaluation.notice-corrections'];
    await run('publish');
    expect(await world.query(`SELECT count(*)::int AS n FROM case_event WHERE case_id = $1 AND zh LIKE '信用记录又有变化，这次没有办理%'`, [id])).toEqual([{ n: 1 }]);
    expect(await told(id, 'passed-over')).toContainEqual(expect.stringContaining('更正没有公布'));
    expect(await show(world.reviewer, id)).toMatchObject({ stage: 'approved' });
    world.house.leaves = leaves;
    await world.house.runJobs();
    expect(await show(world.reviewer, id)).toMatchObject({ stage: 'correcting' });
    await world.change('between', { effectiveOn: '2025-10-01' });
    await world.house.runJobs();
    ok(await step(world.reviewer, id, 'propose-correction', { reason: '再审改判，等级降低' }));
    const again = ok(await step(world.approver, id, 'decide-correction', { approved: true, reason: '同意，先公示' }));
    world.day(new Date(Date.parse(again.publicUntil as string) + 86_400_000).toISOString().slice(0, 10));
    await run('approve');
    await run('publish');
    expect(await show(world.own, id)).toMatchObject({ stage: 'published', colour: 'black', mergedInto: null, letter: { number: expect.any(String) as string } });
    expect(await show(world.own, original)).toMatchObject({ stageZh: '已更正', mergedInto: { id } });
    expect(await items()).toMatchObject([{ id, colour: 'black' }]);
    await expect(world.query(`UPDATE credit_evaluation SET correction = NULL WHERE id = $1`, [id])).rejects.toThrow('credit_evaluation_correction_facts');
    original = id;
  });

  it('keeps no value for penalties that would outlive their repair', async () => {
    expect(await world.query(`SELECT 1 FROM credit_event WHERE source_type = 'credit-evaluation' AND indicator = '17'`)).toEqual([]);
    const line = async (): Promise<string> => ((ok(await world.supervisor.get(`/credit-subjects/${world.own.orgId}?scheme=national-21`)).lines as Any[]).find(one => one.code === '17') as Any).score as string;
    await world.event('after', { type: 'fine', title: '超标罚款', occurredOn: '2026-07-10' });
    expect(await line()).toBe('0');
    await world.change('after', { key: 'mended', status: 'repaired' });
    expect(await line()).toBe('100');
  });

  it('shows no grade on a letter while an appeal holds the grade back', async () => {
    const freezes = world.house.api.get(PublicFreezes, { strict: false });
    const caseId = randomUUID();
    const { letter } = await show(world.own, original);
    await freezes.begin({ subjectId: world.own.orgId, eventKey: 'under-appeal', caseId, until: '2027-12-31', hidesGrade: true });
    expect(ok(await world.house.anyone.get(`/public/evaluation-letters/${letter.code as string}`))).toMatchObject({ held: 'appeal', gradeTitle: null, score: null });
    await freezes.end(caseId);
    expect(ok(await world.house.anyone.get(`/public/evaluation-letters/${letter.code as string}`))).toMatchObject({ held: null, score: expect.any(String) as string });
  });

  it('ends with a line that says so when the years pass before an open correction is done, though nothing moves', async () => {
    world.day('2029-01-10');
    await world.event('in-time', { type: 'fine', title: '罚款（外地通报）', occurredOn: '2025-12-01', documentNo: '晋汾环罚〔2025〕9号' });
    await world.house.runJobs();
    const id = await open();
    expect(await show(world.reviewer, id)).toMatchObject({ stage: 'correcting' });
    const night = async (): Promise<void> => {
      await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) VALUES (uuidv7(), 'credit-evaluation.remind', 'review', '{}', 0, now())`);
      await world.house.runJobs();
    };
    await night();
    expect(await show(world.reviewer, id)).toMatchObject({ stage: 'correcting' });
    world.day('2029-02-10');
    await night();
    expect(await show(world.reviewer, id)).toMatchObject({ stage: 'dropped' });
    expect((await world.query(`SELECT details ->> 'reason' AS reason, zh FROM case_event WHERE case_id = $1 AND action = 'lapse'`, [id]))).toHaveLength(1);
    expect((await world.query(`SELECT zh FROM case_event WHERE case_id = $1 AND zh LIKE '更正（%终止：%' ORDER BY id DESC LIMIT 1`, [original]))[0]?.zh).toContain('已满 3 年');
    expect(await told(id, 'lapsed')).toEqual(expect.arrayContaining([expect.stringContaining('更正已终止') as string, '2025 年度评价结果的更正已终止']));
  });

  it('is left alone by a fact that is told when the result has been published for longer than the dated row says', async () => {
    world.day('2029-06-21');
    await world.event('too-late', { type: 'crime', title: '多年前的犯罪', occurredOn: '2025-11-02' });
    await world.house.runJobs();
    expect(await open()).toBeUndefined();
  });
});
