import { caseDueSoon, CaseHooks, caseOverdue, CaseRecord } from '@huanbao/casework';
import { Actor, defineJob } from '@huanbao/platform';
import { authorise, licence } from './licence';
import { anEnterprise, anOfficer, DAY_MS, World } from './world';

/** Listeners of the tests, so that what is published leaves a row. */
defineJob('test.due-soon', { queue: 'quick', on: caseDueSoon });
defineJob('test.overdue', { queue: 'quick', on: caseOverdue });

const SWEEP = ['casework.sweep-clocks'];

interface ClockStepView {
  readonly kind: string;
  readonly from: string;
  readonly article: string;
  readonly noticeNumber: string | null;
  readonly zh: string;
}
interface Detail {
  readonly case: { readonly state: string; readonly dueOn: string | null; readonly remainingDays: number | null; readonly clockPaused: boolean; readonly dueProvisional: boolean; readonly version: number };
  readonly clocks: { readonly clock: string; readonly state: string; readonly startedOn: string; readonly dueDate: string | null; readonly provisionalYears: number[]; readonly steps: ClockStepView[] }[];
  readonly provisional: boolean;
  readonly version: number;
}

describe('statutory clocks', () => {
  let world: World;
  const enterprise = anEnterprise();
  const intake = anOfficer('bureau.intake');
  const reviewer = anOfficer('bureau.reviewer');

  beforeEach(async () => {
    world = await World.start('2026-11-23T02:00:00Z');
  });
  afterEach(() => world.stop());

  const accept = { actor: intake, authorise: authorise(intake, 'test-licence.check') };
  const detail = async (actor: Actor, id: string): Promise<Detail> => (await world.call<Detail>(actor, 'GET', `/cases/${id}`)).body;
  const sweep = async (): Promise<number> => {
    await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('casework.sweep-clocks', 'review', '{}')`);
    return world.runJobs(...SWEEP);
  };
  const published = async (): Promise<string[]> => (await world.db.query<{ action: string }>(`SELECT action FROM case_event WHERE kind = 'moved' ORDER BY version_before`)).map(row => row.action);

  it('explain their date alike to both sides, with article and entries', async () => {
    const { id } = await world.reviewing(enterprise, intake);
    const [applicant, officer] = [await detail(enterprise, id), await detail(reviewer, id)];
    expect(applicant.clocks).toEqual(officer.clocks);
    expect(applicant.clocks.map(clock => [clock.clock, clock.state, clock.dueDate])).toEqual([['intake', 'ended', null], ['review', 'running', '2026-12-21']]);
    expect(applicant.clocks[1]?.steps[0]).toMatchObject({ kind: 'start', from: '2026-11-23', article: '测试条例 第十二条', zh: expect.stringContaining('次日为第 1 日') as string });
    expect(applicant.case).toMatchObject({ dueOn: '2026-12-21', remainingDays: 20 });
  });

  it('take their length by variant and are extended to another', async () => {
    const { id } = await world.submitted(enterprise);
    await world.engine.act(licence, id, 'accept', { ...accept, clockVariants: { review: 'key' } });
    expect((await world.reload(id)).remainingDays).toBe(30);
    const visit = { actor: reviewer, authorise: authorise(reviewer, 'test-licence.review'), clockVariants: { review: 'site-check' } };
    expect(await world.engine.act(licence, id, 'plan-visit', visit)).toMatchObject({ remainingDays: 45, dueProvisional: true });
    world.clock.advance(60_000);
    await expect(world.engine.act(licence, id, 'plan-visit', visit)).rejects.toMatchObject({ code: 'clock.ledger' });
  });

  it('stand still during a pause and lose no day by it; what it would do was shown before', async () => {
    const { id, version } = await world.reviewing(enterprise, intake);
    world.clock.advance(3 * DAY_MS);
    const preview = await world.call<{ dueNow: string; dueThen: string; remaining: number; grounds: { key: string }[] }>(enterprise, 'GET', `/cases/${id}/what-if-pause?resumeOn=2026-12-03`);
    expect(preview.body).toMatchObject({ dueNow: '2026-12-21', dueThen: '2026-12-28', remaining: 17 });
    expect(preview.body.grounds.map(ground => ground.key)).toContain('expert-review');
    const body = { ground: 'expert-review', noticeNumber: '测环函〔2026〕8号', expectedOn: '2026-12-03', reason: '组织专家评审，预计七日' };
    expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body })).toMatchObject({ status: 428 });
    expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body, ifMatch: version - 1 })).toMatchObject({ status: 412 });
    expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body: { ...body, ground: 'holiday' }, ifMatch: version })).toMatchObject({ status: 400, body: { code: 'clock.ground' } });
    // 行政许可法 第四十五条: without a paper and the time it names there is no pause
    expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body: { ...body, noticeNumber: '  ' }, ifMatch: version })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/noticeNumber' }] } });
    expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body: { ...body, expectedOn: '十二月三日' }, ifMatch: version })).toMatchObject({ status: 400, body: { code: 'validation' } });
    for (const expectedOn of ['2026-11-25', '2029-01-01']) expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body: { ...body, expectedOn }, ifMatch: version })).toMatchObject({ status: 400, body: { code: 'clock.span', errors: [{ pointer: '/expectedOn' }] } });
    const paused = await world.call<Detail>(reviewer, 'POST', `/cases/${id}/pause`, { body, ifMatch: version });
    expect(paused.body.case).toMatchObject({ clockPaused: true, dueOn: null, remainingDays: 17 });
    expect(paused.body.clocks[1]?.steps[1]).toMatchObject({ kind: 'pause', noticeNumber: '测环函〔2026〕8号', expectedOn: '2026-12-03', article: '行政许可法 第四十五条', zh: expect.stringContaining('预计到 2026-12-03') as string });
    expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body, ifMatch: paused.body.version })).toMatchObject({ status: 409, body: { code: 'clock.not-pausable' } });
    world.clock.advance(7 * DAY_MS);
    await sweep();
    expect(await world.reload(id)).toMatchObject({ remainingDays: 17, dueOn: null });
    const resumed = await world.call<Detail>(reviewer, 'POST', `/cases/${id}/resume`, { body: { reason: '评审结束' }, ifMatch: paused.body.version });
    expect(resumed.body.case).toMatchObject({ clockPaused: false, dueOn: '2026-12-28', remainingDays: 17 });
    expect(await world.call(reviewer, 'POST', `/cases/${id}/resume`, { body: { reason: '评审结束' }, ifMatch: resumed.body.version })).toMatchObject({ status: 409, body: { code: 'clock.not-paused' } });
  });

  it('come before the supervisor when a pause lasts longer than the applicant was told, once', async () => {
    const supervisor = await world.officerOnRecord('bureau.supervisor');
    const { id, version } = await world.reviewing(enterprise, intake);
    const body = { ground: 'hearing', noticeNumber: '测环函〔2026〕10号', expectedOn: '2026-12-03', reason: '组织听证' };
    await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body, ifMatch: version });
    const raised = (): Promise<object[]> => world.db.query(`SELECT level, due_on::text FROM supervision WHERE case_id = $1 ORDER BY id`, [id]);
    world.clock.set('2026-12-03T15:00:00Z');
    await sweep();
    expect(await raised()).toEqual([]);
    world.clock.set('2026-12-03T16:10:00Z');
    await sweep();
    await sweep();
    expect(await raised()).toEqual([{ level: 'pause-over', due_on: '2026-12-03' }]);
    expect((await world.inboxOf(supervisor)).filter(title => title.startsWith('暂停超过预计日期'))).toHaveLength(1);
    expect((await world.call<{ items: { level: string }[] }>(supervisor, 'GET', '/supervisions?level=pause-over&q=首次')).body.items).toHaveLength(1);
    expect((await world.call<{ items: object[] }>(supervisor, 'GET', '/supervisions?level=overdue&q=首次')).body.items).toHaveLength(0);
    expect(await world.reload(id)).toMatchObject({ clockPaused: true, remainingDays: 20 });
  });

  it('run over a holiday of eight days and its make-up days as the table says, and say 暂估 where it ends', async () => {
    // Spring Festival 2026: off from 15 to 23 February, worked on 14 and 28 February
    world.clock.set('2026-02-12T02:00:00Z');
    const { id } = await world.reviewing(enterprise, intake);
    expect(await world.reload(id)).toMatchObject({ dueOn: '2026-03-18', dueProvisional: false });
    world.clock.set('2026-02-20T02:00:00Z');
    await sweep();
    expect((await world.reload(id)).remainingDays).toBe(18);
    world.clock.set('2026-12-28T02:00:00Z');
    const { id: later } = await world.submitted(enterprise);
    expect(await world.reload(later)).toMatchObject({ dueOn: '2026-12-31', dueProvisional: false });
    world.clock.set('2026-12-30T02:00:00Z');
    const officer = await world.officerOnRecord('bureau.intake');
    const { id: over } = await world.submitted(enterprise);
    await world.engine.claim(over, officer);
    expect(await world.reload(over)).toMatchObject({ dueOn: '2027-01-04', dueProvisional: true });
    world.clock.set('2027-01-04T02:00:00Z');
    await sweep();
    // silence in a year nobody has published waits, and the message says why the day is uncertain
    world.clock.set('2027-01-05T02:00:00Z');
    await sweep();
    expect((await world.reload(over)).state).toBe('submitted');
    const told = await world.db.query<{ zh: string }>(`SELECT DISTINCT body_zh AS zh FROM notification WHERE key LIKE $1`, [`case:${over}:%overdue`]);
    expect(told.map(one => one.zh)).toEqual([expect.stringContaining('2027-01-04（节假日安排未公布，暂估）')]);
  });

  it('cannot be paused when the law knows no ground, nor by an applicant', async () => {
    const { id, version } = await world.submitted(enterprise);
    const body = { ground: 'hearing', noticeNumber: '测环函〔2026〕9号', expectedOn: '2026-12-03', reason: '听证' };
    expect(await world.call(reviewer, 'POST', `/cases/${id}/pause`, { body, ifMatch: version })).toMatchObject({ status: 409, body: { code: 'clock.not-pausable' } });
    expect(await world.call(enterprise, 'POST', `/cases/${id}/pause`, { body, ifMatch: version })).toMatchObject({ status: 403 });
    expect(await world.call(enterprise, 'GET', `/cases/${id}/what-if-pause?resumeOn=2026-12-03`)).toMatchObject({ status: 409 });
    const reviewing = await world.reviewing(enterprise, intake);
    expect(await world.call(enterprise, 'GET', `/cases/${reviewing.id}/what-if-pause?resumeOn=2026-11-01`)).toMatchObject({ status: 400, body: { code: 'clock.span' } });
    expect(await world.call(enterprise, 'GET', `/cases/${reviewing.id}/what-if-pause?resumeOn=2026-02-31`)).toMatchObject({ status: 400 });
  });

  it('accept by silence after three working days, counted from the day of receipt, once', async () => {
    const seen: string[] = [];
    world.app.get(CaseHooks).onSilence(licence, async (c, t) => void seen.push(`${c.id} ${t.action}`));
    const { id } = await world.submitted(enterprise);
    expect(await world.reload(id)).toMatchObject({ dueOn: '2026-11-26', remainingDays: 3 });
    world.clock.set('2026-11-26T15:59:00Z');
    await sweep();
    expect((await world.reload(id)).state).toBe('submitted');
    world.clock.set('2026-11-26T16:10:00Z');
    await sweep();
    const after = await detail(enterprise, id);
    expect(after.case).toMatchObject({ state: 'reviewing', dueOn: '2026-12-21', remainingDays: 16 });
    expect(after.clocks[1]).toMatchObject({ clock: 'review', startedOn: '2026-11-23' });
    await sweep();
    await sweep();
    expect(await published()).toEqual(['submit', 'deemed-accepted']);
    expect(seen).toEqual([`${id} deemed-accepted`]);
    const [line] = await world.db.query<{ actor_name: string; article: string }>(`SELECT actor_name, article FROM case_event WHERE action = 'deemed-accepted'`);
    expect(line).toEqual({ actor_name: 'system:silence', article: '测试条例 第九条第四项' });
    const [{ n }] = (await world.db.query<{ n: string }>(`SELECT count(*) AS n FROM case_notice WHERE case_id = $1`, [id])) as [{ n: string }];
    expect(n).toBe('1');
  });

  it('let silence have its effect even before the nightly job: who comes too late cannot ask for corrections', async () => {
    const { id } = await world.submitted(enterprise);
    world.clock.set('2026-11-27T01:00:00Z');
    const items = [{ pointer: '/a', label: '甲', requirement: '改', reason: '条例' }];
    await expect(world.engine.requestCorrection(licence, id, 'request-correction', { ...accept, items, snapshot: {} })).rejects.toMatchObject({ code: 'case.wrong-state', extra: { state: 'reviewing' } });
    await Promise.all([sweep(), world.engine.act(licence, id, 'propose', { actor: reviewer, authorise: authorise(reviewer, 'test-licence.review') })]);
    expect(await published()).toEqual(['submit', 'deemed-accepted', 'propose']);
  });

  it('warn at five, three and one days left and once overdue, each once', async () => {
    const [officer, supervisor] = [await world.officerOnRecord('bureau.reviewer'), await world.officerOnRecord('bureau.supervisor')];
    const { id } = await world.reviewing(enterprise, intake);
    await world.engine.claim(id, officer);
    for (let day = 0; day < 32; day += 1) {
      await sweep();
      await sweep();
      world.clock.advance(DAY_MS);
    }
    const told = await world.db.query<{ job: string; remaining: number | null }>(`SELECT job, (payload->>'remaining')::int AS remaining FROM outbox WHERE job LIKE 'test.%' ORDER BY id`);
    expect(told.map(row => [row.job, row.remaining])).toEqual([['test.due-soon', 5], ['test.due-soon', 3], ['test.due-soon', 1], ['test.overdue', null]]);
    expect(await world.inboxOf(officer)).toEqual(['还剩 5 个工作日：首次申请', '还剩 3 个工作日：首次申请', '还剩 1 个工作日：首次申请', '已超期：首次申请']);
    expect(await world.inboxOf(supervisor)).toEqual(['请督办（还剩 3 个工作日）：首次申请', '已超期：首次申请']);
    expect((await world.db.repo(CaseRecord).findOneByOrFail({ id })).remainingDays).toBeLessThan(0);
  });

  it('flag a date in an unpublished year and put it right when the year is imported', async () => {
    world.clock.set('2026-12-20T02:00:00Z');
    const { id } = await world.reviewing(enterprise, intake);
    const before = await detail(enterprise, id);
    expect(before).toMatchObject({ provisional: true, case: { dueOn: '2027-01-15', dueProvisional: true } });
    expect(before.clocks[1]?.provisionalYears).toEqual([2027]);
    const admin = anOfficer('bureau.admin');
    const years = async (): Promise<{ year: number; state: string; provisionalClocks: number }[]> => (await world.call<{ year: number; state: string; provisionalClocks: number }[]>(admin, 'GET', '/holiday-years')).body;
    expect(await years()).toMatchObject([{ year: 2027, state: 'provisional', provisionalClocks: 1 }, { year: 2026, state: 'published', provisionalClocks: 0 }, { year: 2025, state: 'published' }]);
    const year = { holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], makeupDays: [], source: '国务院办公厅关于2027年部分节假日安排的通知（测试）' };
    expect((await world.call(reviewer, 'PUT', '/holiday-years/2027', { body: year })).status).toBe(403);
    expect(await world.call(admin, 'PUT', '/holiday-years/2027', { body: { ...year, makeupDays: ['2027-01-06'] } })).toMatchObject({ status: 400, body: { code: 'holiday.year', errors: [{ pointer: '/makeupDays/0' }] } });
    expect(await world.call(admin, 'PUT', '/holiday-years/2027', { body: year })).toMatchObject({ status: 202, body: { finishedAt: null, done: 0 } });
    await world.runJobs('casework.recompute-clocks');
    expect((await world.call(admin, 'GET', '/holiday-years/recomputations')).body).toMatchObject([{ total: 1, done: 1, changed: 1, finishedAt: expect.any(String) as string }]);
    expect(await detail(enterprise, id)).toMatchObject({ provisional: false, case: { dueOn: '2027-01-19', dueProvisional: false } });
    expect(await years()).toMatchObject([{ year: 2027, state: 'published', provisionalClocks: 0, runningClocks: 1 }, { year: 2026 }, { year: 2025 }]);
  });

  it('remember every version of a year, who entered it and after which paper', async () => {
    const admin = anOfficer('bureau.admin');
    const year = { holidays: ['2028-01-01'], makeupDays: [], source: '第一份通知（测试）' };
    expect((await world.call(admin, 'PUT', '/holiday-years/1999', { body: { ...year, holidays: ['1999-01-01'] } })).body).toMatchObject({ code: 'holiday.year', errors: [{ pointer: '/year' }] });
    for (const source of ['第一份通知（测试）', '第二份通知（测试）']) await world.call(admin, 'PUT', '/holiday-years/2028', { body: { ...year, source } });
    const history = await world.call<object[]>(reviewer, 'GET', '/holiday-years/2028/history');
    expect(history.body).toMatchObject([{ source: '第二份通知（测试）', importedByName: admin.name }, { source: '第一份通知（测试）' }]);
    expect((await world.call<object[]>(reviewer, 'GET', '/holiday-years/2026/history')).body).toMatchObject([{ year: 2026, importedByName: null }]);
    expect(await world.db.query(`SELECT source FROM holiday_year WHERE year = 2028`)).toEqual([{ source: '第二份通知（测试）' }]);
    expect(await world.db.query(`SELECT 1 FROM audit_entry WHERE action = 'holiday.import' AND subject_id = '2028'`)).toHaveLength(2);
    await expect(world.db.query(`UPDATE holiday_year_version SET source = 'x'`)).rejects.toThrow(/append-only/);
    expect((await world.call(enterprise, 'GET', '/holiday-years/2028/history')).status).toBe(403);
  });
});
