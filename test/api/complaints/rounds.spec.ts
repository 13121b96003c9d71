import { randomUUID } from 'node:crypto';
import { Answer, Any, Person, PermitWorld } from '../permits/world';

const ok = (answer: Answer<Any>, status: number): Any => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const errors = ({ body }: Answer<Any>): string[] => ((body.errors ?? []) as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
const ANSWER = { outcome: 'partly', answer: '现场检查发现喷淋停用，已当场要求恢复。', note: null };
const UPHOLD = { decision: 'uphold', reason: '核对了现场记录和监测数据，答复属实，维持答复。' };
const REOPEN = { decision: 'reopen', reason: '首次检查的时间与反映的不符，重新办理。' };

/** Rounds of handling: clocks by subject and way in, dissatisfaction, review, reopening; nothing of a former round is lost. */
describe('rounds of a complaint', () => {
  let world: PermitWorld;
  let anyone: Person;
  let intake: Person;
  let enforcer: Person;
  let supervisor: Person;
  beforeAll(async () => {
    world = await PermitWorld.begin();
    anyone = world.anyone;
    [intake, enforcer, supervisor] = [await world.as('bureau.intake'), await world.as('bureau.enforcer'), await world.as('bureau.supervisor')];
    await world.db.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await world.db.query(`UPDATE app_user SET password_changed_at = '2100-01-01'`);
  });
  beforeEach(() => world.clock.set(new Date('2026-11-23T02:00:00Z')));
  afterAll(() => world.end());

  const on = (day: string): void => world.clock.set(new Date(`${day}T02:00:00Z`));
  const row = async (number: unknown): Promise<Any> => (await world.db.query<Any>('SELECT c.*, k.state, k.clock, k.due_on::text AS due_on, k.version, k.closed_at FROM complaint c JOIN case_record k ON k.id = c.id WHERE c.number = $1', [number]))[0];
  const track = async (key: Any): Promise<Any> => ok(await anyone.post('/public/complaints/track', key), 200);
  const say = (key: Any, reason = '夜里还是有扬尘，没有改'): Promise<Answer<Any>> => anyone.post('/public/complaints/dispute', { ...key, reason });
  const step = async (person: Person, { number }: Any, action: string, body: Any = {}): Promise<Answer<Any>> => {
    const { id, version } = await row(number);
    return person.post(`/complaints/${id as string}/${action}`, body, { ifMatch: version as number });
  };
  const page = async (person: Person, { number }: Any): Promise<Any> => ok(await person.get(`/complaints/${(await row(number)).id as string}`), 200);
  const report = async (over: Any = {}): Promise<Any> => {
    await world.db.query('DELETE FROM complaint_sender');
    return ok(await anyone.post('/public/complaints', { clientId: randomUUID(), subject: 'dust', place: '工地西侧', lng: 111.762, lat: 37.112, what: '夜里出土不洒水，全是灰', ...over }), 201);
  };
  const answered = async (over: Any = {}): Promise<Any> => {
    const key = await report(over);
    for (const [person, action, body] of [[intake, 'accept', {}], [enforcer, 'begin', {}], [enforcer, 'answer', ANSWER]] as const) ok(await step(person, key, action, body), 200);
    return key;
  };

  it('counts each period by its dated row, of the subject and the way in, and shows the row', async () => {
    const key = await report({ subject: 'drinking-water' });
    expect(await row(key.number)).toMatchObject({ clock: 'acceptance', due_on: '2026-11-25' });
    ok(await step(intake, key, 'accept'), 200);
    // one working day by the row of the subject, where the general row gives two
    expect(await row(key.number)).toMatchObject({ state: 'accepted', clock: 'commencement', due_on: '2026-11-24' });
    expect((await intake.get('/complaints?tab=handling&subject=drinking-water')).body.items).toEqual([expect.objectContaining({ clockZh: '启动办理', remainingDays: 1, round: 1 })]);
    on('2026-11-25');
    expect((await intake.get('/complaints?overdue=true')).status).toBe(200);
    ok(await step(enforcer, key, 'begin'), 200);
    // thirty days from the acceptance, not from the day the work was started
    expect(await row(key.number)).toMatchObject({ clock: 'handling', due_on: '2026-12-23' });
    const { periods, rounds } = await page(enforcer, key);
    expect(periods).toEqual([
      expect.objectContaining({ clock: 'acceptance', subject: null, verified: false }),
      expect.objectContaining({ clock: 'commencement', value: '1', subject: 'drinking-water', verified: false, legalBasis: expect.any(String) as string }),
      expect.objectContaining({ clock: 'handling', value: '30', subject: 'drinking-water' }),
    ]);
    expect(rounds).toEqual([expect.objectContaining({ round: 1, because: 'accepted', commencementDue: '2026-11-24', begunByName: expect.any(String) as string })]);
    const entered = ok(await intake.post('/complaints', { subject: 'dust', place: '微信反映的地点', what: '微信里说的扬尘问题', channel: 'wechat' }, { key: randomUUID() }), 201);
    expect((await page(intake, entered)).periods).toEqual([expect.objectContaining({ clock: 'acceptance', channel: null })]);
    // a later row rules what begins on its first day; what runs keeps its period
    await world.db.query(`UPDATE reference_value SET effective_to = '2026-11-30' WHERE kind = 'complaint-period' AND key = 'commencement'`);
    await world.db.query(`INSERT INTO reference_value (id, kind, key, title, value, unit, effective_from, legal_basis, verified, origin, note) SELECT uuidv7(), kind, key, title, '3', unit, '2026-12-01', legal_basis, verified, origin, note FROM reference_value WHERE kind = 'complaint-period' AND key = 'commencement'`);
    on('2026-12-01');
    const later = await report();
    ok(await step(intake, later, 'accept'), 200);
    expect(await row(later.number)).toMatchObject({ clock: 'commencement', due_on: '2026-12-04' });
  });

  it('tells a refusal with its reasons within fifteen days: at once by number and code, to a phone by an entry', async () => {
    const reason = { reason: '路灯不属于生态环境部门职责' };
    const quiet = await report();
    ok(await step(intake, quiet, 'refuse', reason), 200);
    expect(await row(quiet.number)).toMatchObject({ state: 'refused', refusal_told: { way: 'web' } });
    const called = await report({ name: '示例庚', phone: '13800000041' });
    ok(await step(intake, called, 'refuse', reason), 200);
    expect(await row(called.number)).toMatchObject({ state: 'untold', clock: 'refusal', due_on: '2026-12-08', refusal_told: null });
    expect(await track(called)).toMatchObject({ state: 'untold', refusedReason: reason.reason });
    expect((await intake.get('/complaints?tab=received&state=untold')).body.items).toHaveLength(1);
    expect((await step(enforcer, called, 'tell', { way: 'phone', words: '已电话说明' })).status).toBe(403);
    ok(await step(intake, called, 'tell', { way: 'phone', words: '已电话说明' }), 200);
    expect(await row(called.number)).toMatchObject({ state: 'refused', clock: null });
  });

  it('is judged by somebody who did not answer; the second time it is reviewed, and there it ends', async () => {
    const key = await answered();
    expect(await track(key)).toMatchObject({ mayDispute: true, disputeLevel: 'first', disputeUntil: '2026-12-23' });
    expect((await anyone.post('/public/complaints/rating', { ...key, satisfaction: 'dissatisfied' })).body.errors).toEqual([expect.objectContaining({ pointer: '/words' })]);
    expect((await say({ ...key, code: 'AAAAAAAA' })).status).toBe(404);
    const both = await Promise.all([say(key), say(key)]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    expect(await row(key.number)).toMatchObject({ state: 'disputed', clock: 'judging', due_on: '2026-11-30', satisfaction: 'dissatisfied' });
    expect((await step(intake, key, 'close', { reached: true, words: '已电话告知' })).body.code).toBe('case.wrong-state');
    expect((await step(enforcer, key, 'judge', UPHOLD)).status).toBe(403);
    ok(await step(intake, key, 'judge', UPHOLD), 200);
    expect(await track(key)).toMatchObject({ state: 'answered', answer: { text: ANSWER.answer }, mayDispute: true, disputeLevel: 'review', disputes: [{ state: 'upheld', decisionReason: UPHOLD.reason }] });
    on('2026-12-01');
    ok(await say(key, '理由不对，夜里没有人来看过'), 200);
    expect(await row(key.number)).toMatchObject({ state: 'review', clock: 'review', due_on: '2026-12-31' });
    expect((await step(intake, key, 'review', UPHOLD)).status).toBe(403);
    ok(await step(supervisor, key, 'review', UPHOLD), 200);
    expect(await track(key)).toMatchObject({ state: 'answered', mayDispute: false, recheckUntil: '2026-12-31' });
    expect((await say(key)).body).toMatchObject({ code: 'complaint.not-disputable', why: 'over' });
    await expect(world.db.query(`UPDATE complaint_dispute SET decision_reason = 'x' WHERE complaint_id = (SELECT id FROM complaint WHERE number = $1)`, [key.number])).rejects.toThrow(/kept/);
  });

  it('is not judged by who answered, nor reviewed by who judged', async () => {
    const key = await report();
    for (const [action, body] of [['accept', {}], ['begin', {}], ['extension', { days: 5, reason: '等待监测报告' }]] as const) ok(await step(supervisor, key, action, body), 200);
    // more time is not granted by who asked for it
    expect((await page(supervisor, key)).actions).not.toContain('extend');
    expect((await step(supervisor, key, 'extend', { granted: true, reason: '同意延期申请' })).body.code).toBe('complaint.same-person');
    ok(await step(supervisor, key, 'answer', ANSWER), 200);
    ok(await say(key), 200);
    expect((await page(supervisor, key)).actions).not.toContain('judge');
    expect((await step(supervisor, key, 'judge', UPHOLD)).body.code).toBe('complaint.same-person');
    const other = await answered();
    ok(await say(other), 200);
    ok(await step(supervisor, other, 'judge', UPHOLD), 200);
    ok(await say(other), 200);
    expect((await step(supervisor, other, 'review', UPHOLD)).body.code).toBe('complaint.same-person');
    // the one supervisor judged it: by the dated row somebody else is named, sees this complaint alone, and decides
    const [admin, stranger] = [await world.as('bureau.admin'), await world.as('bureau.reviewer')];
    await world.db.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await world.runJobs();
    expect(await row(other.number)).toMatchObject({ state: 'review', review_by_name: expect.any(String) as string });
    expect((await row(key.number)).review_by).toBeNull(); // the window may judge that one
    const seen = await page(admin, other);
    expect(seen).toMatchObject({ actions: ['decide-review'], reviewByName: (await row(other.number)).review_by_name as string });
    expect((await world.db.query<Any>(`SELECT DISTINCT link FROM notification WHERE key LIKE $1`, [`complaint:${seen.id as string}:stand-in:%`]))).toEqual([{ link: expect.stringMatching(new RegExp(`/complaints/${seen.id as string}$`)) as string }]);
    expect([(await admin.get('/complaints')).status, (await admin.get(`/complaints/${(await row(key.number)).id as string}`)).status, (await stranger.get(`/complaints/${seen.id as string}`)).status]).toEqual([403, 404, 404]);
    expect((await step(stranger, other, 'review', UPHOLD)).status).toBe(404);
    // who was named left: somebody else is found by night, and the one who stays is not changed
    const named = async (): Promise<unknown> => (await row(other.number)).review_by;
    const night = async (): Promise<void> => {
      await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('complaint.stand-ins', 'review', '{}')`);
      await world.runJobs();
    };
    const first = await named();
    await night();
    expect(await named()).toBe(first);
    await world.db.query(`UPDATE membership SET roles = '{bureau.intake}' WHERE user_id = $1`, [first]);
    await night();
    expect([await named() === first, typeof (await named())]).toEqual([false, 'string']);
    await world.db.query(`UPDATE membership SET roles = '{bureau.admin}' WHERE user_id = $1`, [first]);
    await world.db.query('UPDATE complaint SET review_by = $2 WHERE number = $1', [other.number, first]);
    const { id, version } = await row(other.number);
    expect((await admin.get(`/decided-complaints/${id as string}`)).status).toBe(404);
    // what the decision made of it is the answer to it; after that what was decided is read, and nothing else
    expect(ok(await admin.post(`/complaints/${id as string}/review`, UPHOLD, { ifMatch: version as number }), 200)).toMatchObject({ state: 'answered' });
    expect(await row(other.number)).toMatchObject({ state: 'answered', review_by: null });
    expect((await admin.get(`/complaints/${id as string}`)).status).toBe(404);
    const decided = ok(await admin.get(`/decided-complaints/${id as string}`), 200);
    expect(decided).toMatchObject({ number: other.number, decisions: [{ level: 'review', state: 'upheld', decisionReason: UPHOLD.reason, answer: ANSWER.answer }] });
    expect(Object.keys(decided).sort()).toEqual(['decisions', 'id', 'number', 'place', 'subject']);
    for (const person of [stranger, enforcer]) expect((await person.get(`/decided-complaints/${id as string}`)).status).toBe(404);
    expect((ok(await supervisor.get(`/decided-complaints/${id as string}`), 200).decisions as Any[]).map(one => one.level)).toEqual(['first']);
  });

  it('keeps every round when it is handled again: upon a reporter, a review, an officer, after its end', async () => {
    const key = await answered();
    ok(await say(key), 200);
    ok(await step(intake, key, 'judge', REOPEN), 200);
    expect(await row(key.number)).toMatchObject({ state: 'accepted', clock: 'commencement', round: 2 });
    expect((await say(key)).body).toMatchObject({ why: 'not-answered' });
    on('2026-11-25');
    ok(await step(enforcer, key, 'begin'), 200);
    expect(await row(key.number)).toMatchObject({ clock: 'handling', due_on: '2027-01-22' });
    ok(await step(enforcer, key, 'answer', { ...ANSWER, answer: '第二次夜间检查，喷淋已恢复并有记录。' }), 200);
    ok(await step(intake, key, 'close', { reached: false, words: '举报人没有留下电话' }), 200);
    expect((await step(enforcer, key, 'reopen', { ground: 'new-facts', reason: '新的监测数据超标' })).status).toBe(403);
    on('2027-06-01');
    ok(await step(supervisor, key, 'reopen', { ground: 'false-answer', reason: '抽查发现答复与记录不符' }), 200);
    expect(await row(key.number)).toMatchObject({ state: 'accepted', round: 3, closed_at: null });
    const { rounds } = await track(key);
    expect((rounds as Any[]).map(({ round, because, answer }) => [round, because, answer])).toEqual([[1, 'accepted', ANSWER.answer], [2, 'dissatisfied', '第二次夜间检查，喷淋已恢复并有记录。'], [3, 'false-answer', null]]);
    expect((await page(intake, key)).rounds[1].callBacks).toEqual([expect.objectContaining({ reached: false })]);
    await expect(world.db.query(`UPDATE complaint_round SET answer = 'x' WHERE round = 1`)).rejects.toThrow(/not changed/);
    await expect(world.db.query(`DELETE FROM complaint_round WHERE round = 1`)).rejects.toThrow(/kept/);
    expect((await intake.get('/complaints?round=again')).body.items).toEqual([expect.objectContaining({ number: key.number, round: 3 })]);
  });

  it('is taken up again by the reporter within the days after its end, and not later', async () => {
    const [key, late] = [await answered(), await answered({ place: '另一处工地' })];
    on('2026-12-15');
    for (const one of [key, late]) ok(await step(intake, one, 'close', { reached: false, words: '没有留下电话' }), 200);
    on('2027-01-14');
    expect(await track(key)).toMatchObject({ state: 'closed', mayDispute: true, disputeUntil: '2027-01-14' });
    ok(await say(key), 200);
    expect(await row(key.number)).toMatchObject({ state: 'disputed', closed_at: null });
    on('2027-01-15');
    expect((await say(late)).body).toMatchObject({ why: 'late' });
  });

  it('tells everybody who gave a name, merged or not; each may be dissatisfied by himself, and one decision answers all', async () => {
    const place = '合并的工地';
    const first = await report({ place });
    const second = await report({ place, name: '示例辛', phone: '13800000051' });
    const third = await report({ place });
    ok(await step(intake, first, 'accept'), 200);
    for (const one of [second, third]) ok(await step(intake, one, 'merge', { parentId: (await row(first.number)).id }), 200);
    expect((await step(intake, second, 'call-back', { reached: true, words: '已电话告知' })).body.code).toBe('complaint.not-to-be-called');
    ok(await step(enforcer, first, 'begin'), 200);
    ok(await step(enforcer, first, 'answer', ANSWER), 200);
    expect((await step(intake, first, 'close', { reached: false, words: '没有留下电话' })).body).toMatchObject({ code: 'complaint.named-untold', numbers: [second.number] });
    expect(errors(await step(intake, second, 'call-back', { reached: false, words: '两次无人接听' }))).toEqual(['/noCallBackReason needed']);
    expect(errors(await step(intake, second, 'call-back', { reached: true, words: '表示不满意', satisfaction: 'dissatisfied' }))).toEqual(['/satisfaction dissatisfied']);
    ok(await step(intake, second, 'call-back', { reached: false, words: '两次无人接听', noCallBackReason: '号码停机，没有其他联系方式' }), 200);
    ok(await step(intake, first, 'close', { reached: false, words: '没有留下电话' }), 200);
    // one on the web, one by phone through the window
    ok(await say(third), 200);
    expect(await track(third)).toMatchObject({ state: 'disputed', isMerged: true, disputes: [{ state: 'open' }] });
    expect(await track(second)).toMatchObject({ disputes: [], mayDispute: true });
    ok(await intake.post(`/complaints/${(await row(second.number)).id as string}/dispute`, { reason: '来电说问题没有解决' }), 200);
    expect((await page(intake, first)).disputes).toHaveLength(2);
    expect(((await intake.get(`/complaints?dispute=open&q=${encodeURIComponent(place)}`)).body.items as Any[]).map(one => one.number).sort()).toEqual([first.number, second.number, third.number].sort());
    expect((await enforcer.post(`/complaints/${(await row(second.number)).id as string}/dispute`, { reason: '来电说问题没有解决' })).status).toBe(403);
    ok(await step(intake, first, 'judge', UPHOLD), 200);
    for (const one of [second, third]) expect(await track(one)).toMatchObject({ state: 'answered', disputes: [{ state: 'upheld', decisionReason: UPHOLD.reason }] });
    expect(JSON.stringify(await track(third))).not.toContain(second.number as string);
    // the reasons are to be told again
    expect((await step(intake, first, 'close', { reached: false, words: '没有留下电话' })).body.code).toBe('complaint.named-untold');
  });

  it('counts rounds and dissatisfaction', async () => {
    const figures = ok(await enforcer.get('/complaint-figures?from=2026-11-01&to=2027-06-30'), 200);
    const [sums] = await world.db.query<Any>(`SELECT count(*)::int AS all, count(*) FILTER (WHERE state = 'reopened')::int AS reopened, count(*) FILTER (WHERE state = 'upheld')::int AS upheld, count(*) FILTER (WHERE level = 'review')::int AS reviews FROM complaint_dispute`);
    expect(figures).toMatchObject({ disputes: sums.all, disputesReopened: sums.reopened, disputesUpheld: sums.upheld, reviews: sums.reviews, reopened: 1 });
    expect(sums).toMatchObject({ reopened: 1 });
    expect(figures.begun).toBeGreaterThan(figures.begunInTime as number);
    expect((await intake.get('/complaints/export?round=again')).status).toBe(200);
  });

  it('warns of each clock before its end and once it is over, once, and lists the days of today', async () => {
    const sweep = async (): Promise<void> => {
      for (let run = 0; run < 2; run++) await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('casework.sweep-clocks', 'review', '{}')`);
      await world.runJobs();
    };
    const key = await report();
    const { id } = await row(key.number);
    const told = async (clock: string): Promise<string[]> => (await world.db.query<Any>(`SELECT DISTINCT regexp_replace(key, '^.*(${clock}-).*-([a-z]+(-\\d)?)$', '\\1\\2') AS key FROM notification WHERE subject_id = $1 AND key LIKE '%${clock}-%' ORDER BY 1`, [id])).map(one => one.key as string);
    const listed = async (): Promise<Any> => ((await intake.get('/complaints?overdue=true&limit=100')).body.items as Any[]).find(one => one.id === id) as Any;
    ok(await step(intake, key, 'accept'), 200);
    on('2026-11-27');
    // before any sweep
    expect(await listed()).toMatchObject({ clockZh: '启动办理', remainingDays: -2, dueOn: '2026-11-25' });
    await sweep();
    expect(await told('commencement')).toContain('commencement-overdue');
    ok(await step(enforcer, key, 'begin'), 200);
    ok(await step(enforcer, key, 'extension', { days: 10, reason: '等待监测报告' }), 200);
    ok(await step(supervisor, key, 'extend', { granted: true, reason: '同意延期申请' }), 200);
    expect(await row(key.number)).toMatchObject({ clock: 'handling', due_on: '2027-02-01' });
    on('2027-01-30');
    await sweep();
    expect((await told('handling')).filter(one => one.includes('overdue'))).toEqual([]);
    expect(await told('handling')).not.toEqual([]);
    on('2027-02-02');
    await sweep();
    expect(await told('handling')).toContain('handling-overdue');
    ok(await step(enforcer, key, 'answer', ANSWER), 200);
    ok(await say(key), 200);
    on('2027-02-20');
    await sweep();
    expect(await told('judging')).toContain('judging-overdue');
    ok(await step(intake, key, 'judge', UPHOLD), 200);
    ok(await say(key, '理由不对，夜里没有人来看过'), 200);
    on('2027-03-25');
    expect(await listed()).toMatchObject({ clockZh: '复查', remainingDays: -3 });
    await sweep();
    expect(await told('review')).toContain('review-overdue');
    const before = await world.db.query('SELECT count(*)::int AS n FROM notification WHERE subject_id = $1', [id]);
    await sweep();
    expect(await world.db.query('SELECT count(*)::int AS n FROM notification WHERE subject_id = $1', [id])).toEqual(before);
    ok(await step(supervisor, key, 'review', UPHOLD), 200);
  });

  it('takes back or revises what an earlier answer led to when a further round finds otherwise, and brings it again', async () => {
    const { orgId } = await world.as('enterprise.admin');
    await world.db.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    const answer = async (key: Any, outcome: string): Promise<void> => {
      for (const [action, body] of [['begin', {}], ['answer', { ...ANSWER, outcome }]] as const) ok(await step(enforcer, key, action, body), 200);
      await world.runJobs();
    };
    const led = async (key: Any): Promise<string[][]> => {
      const { id } = await row(key.number);
      const rounds = (await world.db.query<Any>('SELECT id FROM complaint_round WHERE complaint_id = $1', [id])).map(one => one.id as string);
      const of = (table: string): Promise<Any[]> => world.db.query<Any>(`SELECT k.state FROM ${table} p JOIN case_record k ON k.id = p.id WHERE p.source_id = ANY ($1::uuid[]) ORDER BY p.id`, [[id, ...rounds]]);
      return [(await of('penalty')).map(one => one.state as string), (await of('rectification')).map(one => one.state as string)];
    };
    const confirmed = async (): Promise<Any> => {
      const key = await report();
      ok(await step(intake, key, 'accept'), 200);
      ok(await enforcer.put(`/complaints/${(await row(key.number)).id as string}/classification`, { subject: 'dust', place: '工地西侧', enterpriseId: orgId }), 200);
      await answer(key, 'confirmed');
      return key;
    };
    const key = await confirmed();
    expect(await led(key)).toEqual([['clue'], ['draft']]);
    ok(await say(key), 200);
    ok(await step(intake, key, 'judge', REOPEN), 200);
    await answer(key, 'unfounded');
    expect(await led(key)).toEqual([['not-filed'], ['dropped']]);
    ok(await say(key, '理由不对，夜里没有人来看过'), 200);
    ok(await step(supervisor, key, 'review', REOPEN), 200);
    await answer(key, 'confirmed');
    expect(await led(key)).toEqual([['not-filed', 'clue'], ['dropped', 'draft']]);
    // what an officer has taken up is not taken away: it is told
    const other = await confirmed();
    const [clue] = await world.db.query<Any>(`SELECT k.id, k.version FROM penalty p JOIN case_record k ON k.id = p.id WHERE p.source_id = $1`, [(await row(other.number)).id]);
    ok(await enforcer.post(`/cases/${clue.id as string}/claim`, {}, { ifMatch: clue.version as number }), 200);
    ok(await say(other), 200);
    ok(await step(intake, other, 'judge', REOPEN), 200);
    await answer(other, 'unfounded');
    expect(await led(other)).toEqual([['clue'], ['dropped']]);
    expect((await world.db.query<Any>(`SELECT zh FROM case_event WHERE case_id = $1 ORDER BY id DESC LIMIT 1`, [clue.id]))[0].zh).toContain('由“属实”变为');
    expect(await world.db.query(`SELECT 1 FROM notification WHERE subject_id = $1 AND key LIKE '%source-revised%'`, [clue.id])).not.toEqual([]);
  });
});
