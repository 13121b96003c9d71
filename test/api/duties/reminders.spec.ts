import { Any, RecordsWorld } from '../records/world';

const DAY = 86_400_000;

/** Morning by morning with a moved clock: which reminders arrive, to whom, and when they stop. */
describe('reminders of duties', () => {
  let records: RecordsWorld;
  let firmUsers: Set<string>;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    await records.world.runJobs();
    const hospital = await records.hospital();
    const [firm] = records.world.demo.accounts.filter(one => one.role === 'firm.manager');
    const proposed = await hospital.post('/mandates', { enterpriseId: hospital.orgId, firmId: firm?.organisationId, matters: ['reports'], verbs: ['prepare'], validFrom: '2026-11-23', validTo: '2027-11-22' });
    await (await records.world.as('firm.manager')).post(`/mandates/${proposed.body.id as string}/confirm`);
    firmUsers = new Set((await rows(`SELECT user_id FROM membership WHERE org_id = $1`, [firm?.organisationId])).map(one => one.user_id as string));
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);
  const round = async (): Promise<void> => {
    await rows(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'duty.daily-round', 'review', '{}')`);
    await records.world.runJobs();
  };
  const morning = async (day: string, before: number): Promise<void> => {
    await records.world.moveTo(new Date(Date.parse(`${day}T22:30:00Z`) - (before + 1) * DAY).toISOString());
    await round();
  };
  const keys = async (subject: string): Promise<string[]> => (await rows(`SELECT DISTINCT key FROM notification WHERE subject_id = $1 ORDER BY 1`, [subject])).map(one => (one.key as string).split(':').at(-1) as string);
  const duty = async (kind: string, over = ''): Promise<Any> => (await rows(`SELECT id, due_on::text AS due, period_to::text AS ends, version FROM obligation WHERE permit_id = $1 AND kind = $2 ${over} ORDER BY due_on LIMIT 1`, [records.permitId, kind]))[0];

  it('come 15, 7, 3 and 1 days before, once each, to holder and mandated firm, in inbox and mail; the round may run twice', async () => {
    const one = await duty('condition', `AND due_on > '2026-12-20'`);
    for (const before of [20, 16, 15, 14, 8, 7, 7, 5, 3, 2, 1]) await morning(one.due as string, before);
    expect(await keys(one.id as string)).toEqual(['1', '15', '3', '7']);
    const told = await rows(`SELECT n.user_id, n.link, n.org_id, count(*)::int AS n FROM notification n WHERE n.subject_id = $1 GROUP BY 1, 2, 3`, [one.id]);
    const hospital = await records.hospital();
    expect(told.every(row => row.n === 4)).toBe(true);
    expect(told.filter(row => firmUsers.has(row.user_id as string)).length).toBeGreaterThan(0);
    for (const row of told) expect(row.link).toMatch(firmUsers.has(row.user_id as string) ? /^\/f\// : new RegExp(`^/e/${hospital.orgId}/`));
    const strangers = await rows(`SELECT DISTINCT n.org_id FROM notification n WHERE n.subject_id = $1`, [one.id]);
    expect(strangers.length).toBe(2);
    const mails = await rows(`SELECT count(*)::int AS n FROM outbox o JOIN notification n ON n.id::text = o.payload ->> 'notificationId' WHERE n.subject_id = $1 AND o.done_at IS NOT NULL`, [one.id]);
    expect(mails[0].n).toBe(told.reduce((sum, row) => sum + (row.n as number), 0));
  });

  it('say over the turn of the year that holidays are not published, and that nothing is shifted', async () => {
    const one = await duty('report-quarterly', `AND due_on = '2027-01-15'`);
    const other = one ?? (await duty('condition', `AND due_on BETWEEN '2027-01-01' AND '2027-01-31'`));
    expect(other).toBeDefined();
    await morning(other.due as string, 15);
    const [note] = await rows(`SELECT body_zh FROM notification WHERE subject_id = $1`, [other.id]);
    expect(note.body_zh).toContain('2027 年放假安排尚未公布');
    expect((await rows(`SELECT provisional FROM obligation WHERE id = $1`, [other.id]))[0].provisional).toBe(true);
  });

  it('stop when it is done, and an overdue one is told once and goes to enforcement', async () => {
    const [first, second] = await rows(`SELECT id, due_on::text AS due, version FROM obligation WHERE permit_id = $1 AND kind IN ('condition', 'monitoring', 'disclosure') AND due_on > '2027-02-20' AND status IN ('upcoming', 'due') ORDER BY due_on LIMIT 2`, [records.permitId]);
    await morning(first.due as string, 15);
    const hospital = await records.hospital();
    const version = (await hospital.get(`/duties/${first.id as string}`)).body.version as number;
    const evidenceFileId = await records.world.attach(hospital, `subjectType=obligation&subjectId=${first.id as string}&purpose=evidence`);
    expect((await hospital.post(`/duties/${first.id as string}/done`, { note: '已经完成，见附件', evidenceFileId }, { ifMatch: version })).status).toBe(200);
    for (const before of [7, 3, 1, -1]) await morning(first.due as string, before);
    expect(await keys(first.id as string)).toEqual(['15']);
    await morning(second.due as string, 1);
    await morning(second.due as string, -1);
    await round();
    const told = await keys(second.id as string);
    expect(told.filter(key => key === 'overdue')).toEqual(['overdue']);
    expect((await rows(`SELECT due_on::text AS due, state FROM duty_enforcement WHERE obligation_id = $1`, [second.id]))).toEqual([{ due: second.due, state: 'open' }]);
    const enforcer = await records.officer();
    const list = (await enforcer.get('/duty-enforcement?state=open&limit=200')).body.items as Any[];
    expect(list.map(one => one.duty.dueOn as string)).toEqual([...list.map(one => one.duty.dueOn as string)].sort());
    const task = list.find(one => one.duty.id === second.id);
    expect((await (await records.officer('bureau.supervisor')).get(`/duty-enforcement/${task.id as string}`)).status).toBe(200);
    expect((await enforcer.get('/duty-enforcement?overdueDays=3000')).body.items).toEqual([]);
    const holder = (await (await records.hospital()).get(`/duties/${second.id as string}`)).body;
    expect([holder.enforcement.state, holder.enforcementId]).toEqual(['open', null]);
    await enforcer.post(`/duty-enforcement/${task.id as string}/close`, { outcome: 'ordered', note: '责令 10 日内补办' }, { ifMatch: 1 });
    const after = (await (await records.hospital()).get(`/duties/${second.id as string}`)).body;
    expect([after.enforcement.outcome, after.enforcement.note, (await keys(second.id as string)).includes('closed')]).toEqual(['ordered', '责令 10 日内补办', true]);
  });

  it('of a renewal come 180, 90, 60 and 30 days before the end, the last though the day for applying is over', async () => {
    const one = await duty('renewal');
    for (const before of [200, 181, 180, 150, 90, 61, 60, 45, 30, 30, 10]) await morning(one.ends as string, before);
    expect(await keys(one.id as string)).toEqual(['180', '30', '60', '90', 'overdue']);
    const [last] = await rows(`SELECT title_zh FROM notification WHERE subject_id = $1 AND key LIKE '%:30' LIMIT 1`, [one.id]);
    expect(last.title_zh).toContain('还有 30 天到期');
  });

  it('of a renewal stop when it is applied for, on the day it was', async () => {
    const one = await duty('renewal');
    await rows(`UPDATE obligation SET status = 'upcoming', reminded_days = NULL WHERE id = $1`, [one.id]);
    await rows(`DELETE FROM notification WHERE subject_id = $1`, [one.id]);
    await rows(`INSERT INTO permit_application (id, enterprise_id, enterprise_name, uscc, site_id, site_sequence, site_name, region_code, management_category, business_type, permit_id, base_version, triggers, form_version, editing, state, case_number, open, submitted_at, created_by, created_at, updated_at)
      SELECT a.id, p.enterprise_id, p.enterprise_name, p.uscc, p.site_id, p.site_sequence, p.site_name, p.region_code, p.management_category, 'renew', p.id, 1, '[]', 'x', 'sealed', 'submitted', 'XK-TEST', true, $2, p.issued_by, now(), now()
        FROM permit p, LATERAL (SELECT uuidv7() AS id) a WHERE p.id = $1`, [records.permitId, `${one.due as string}T02:00:00Z`]);
    await morning(one.ends as string, 59);
    expect((await rows(`SELECT status, late_days, done_note FROM obligation WHERE id = $1`, [one.id]))[0]).toEqual({ status: 'done', late_days: 0, done_note: '已提交延续申请 XK-TEST' });
    await morning(one.ends as string, 30);
    expect(await keys(one.id as string)).toEqual([]);
  });

  it('of a renewal come again when its application ended without a permit: open with its day, overdue once the day is over', async () => {
    const one = await duty('renewal');
    const application = async (change: string): Promise<unknown> => rows(`UPDATE permit_application SET ${change} WHERE permit_id = $1 AND business_type = 'renew'`, [records.permitId]);
    const state = async (): Promise<Any> => (await rows(`SELECT status, due_on::text AS due, done_at, done_note, late_days FROM obligation WHERE id = $1`, [one.id]))[0];
    await rows(`DELETE FROM duty_enforcement WHERE obligation_id = $1`, [one.id]);
    await morning(one.ends as string, 150);
    expect((await state()).status).toBe('done');
    await application(`open = false, state = 'withdrawn'`);
    await morning(one.ends as string, 149);
    expect(await state()).toEqual({ status: 'upcoming', due: one.due, done_at: null, done_note: null, late_days: null });
    expect(await keys(one.id as string)).toEqual(expect.arrayContaining(['180']));
    expect((await rows(`SELECT title_zh FROM notification WHERE subject_id = $1 AND key LIKE '%:reopened:%'`, [one.id]))[0].title_zh).toContain('重新待办');
    // handed in again, refused after the day for applying
    await application(`open = true, state = 'deciding'`);
    await morning(one.ends as string, 70);
    expect((await state()).status).toBe('done');
    await application(`open = false, state = 'refused'`);
    await morning(one.ends as string, 40);
    expect((await state()).status).toBe('overdue');
    expect((await rows(`SELECT state FROM duty_enforcement WHERE obligation_id = $1`, [one.id]))).toEqual([{ state: 'open' }]);
    // enforcement has closed it; another attempt fails as well
    await rows(`UPDATE duty_enforcement SET state = 'closed', outcome = 'ordered', note = '责令改正', closed_at = now() WHERE obligation_id = $1`, [one.id]);
    await application(`open = true, state = 'deciding'`);
    await morning(one.ends as string, 30);
    expect((await state()).status).toBe('done');
    await application(`open = false, state = 'not-accepted'`);
    await morning(one.ends as string, 20);
    expect([(await state()).status, (await rows(`SELECT state, outcome FROM duty_enforcement WHERE obligation_id = $1`, [one.id]))]).toEqual(['overdue', [{ state: 'open', outcome: null }]]);
    expect((await rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'duty.reopen' AND subject_id = $1`, [one.id]))[0].n).toBe(3);
    // what was settled by hand stays settled
    await rows(`UPDATE obligation SET status = 'done', done_at = now(), done_by = $2, late_days = 0 WHERE id = $1`, [one.id, (await rows('SELECT id FROM app_user LIMIT 1'))[0].id]);
    await morning(one.ends as string, 19);
    expect((await state()).status).toBe('done');
  });

  it('reach nobody once the permit has ended', async () => {
    await records.world.cancelExOfficio(records.permitId);
    await records.world.runJobs();
    const count = async (): Promise<number> => (await rows(`SELECT count(*)::int AS n FROM notification n JOIN obligation o ON o.id::text = n.subject_id WHERE o.kind IN ('condition', 'renewal', 'monitoring') AND n.topic = 'duties'`))[0].n as number;
    const before = await count();
    for (let day = 0; day < 40; day += 8) {
      await records.world.moveTo(new Date(records.world.clock.now().getTime() + 8 * DAY).toISOString());
      await round();
    }
    expect(await count()).toBe(before);
  });
});
