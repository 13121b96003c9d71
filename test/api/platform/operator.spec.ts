import { randomUUID } from 'node:crypto';
import { Audit, Db, SYSTEM_USER_ID, systemActor, verifyAudit } from '@huanbao/platform';
import { anActor, Answer, NAMES, PlatformWorld } from './world';

describe('the operator’s pages', () => {
  let world: PlatformWorld;
  let db: Db;
  const admin = anActor({ roles: ['bureau.admin'], name: '系统管理员' });
  const officer = anActor({ name: '李敏' });
  const firm = anActor({ name: '周洋', orgName: '晋绿检测', orgKind: 'firm' });
  const enterpriseId = randomUUID();
  const recordId = randomUUID();

  beforeAll(async () => {
    world = await PlatformWorld.start();
    db = world.db;
    for (const [id, name] of [[admin.userId, '系统管理员'], [officer.userId, '李敏'], [firm.userId, '周洋'], [firm.orgId, '晋绿检测'], [enterpriseId, '示范石灰']] as const) NAMES.set(id as string, name);
    const act = (actor: typeof admin | null, action: string, id: string, over: object = {}): Promise<void> => world.app.get(Audit).record({ actor, action, subject: { type: action.split('.')[0] as string, id }, ...over });
    world.clock.set('2026-11-20T23:59:59.999+08:00');
    await act(null, 'auth.login-failed', 'unknown');
    world.clock.set('2026-11-21T00:00:00+08:00');
    await act(officer, 'auth.login', officer.userId);
    await act(firm, 'permit-application.submit', recordId, { onBehalfOf: enterpriseId, details: { state: 'submitted' } });
    await act(officer, 'permit-application.accept', recordId);
    await act(officer, 'permit.read', recordId, { details: { name: '=HYPERLINK("http://x")' } });
    world.clock.set('2026-11-22T12:00:00+08:00');
    await act(systemActor('deadline'), 'permit-application.withdraw', randomUUID());
  });
  afterAll(() => world.stop());

  const list = (query = '', actor = admin): Promise<Answer> => world.call('GET', `/audit-log${query}`, { actor });
  const actions = (answer: Answer): string[] => answer.body.items.map((item: { action: string }) => item.action).filter((action: string) => !action.startsWith('platform.'));

  it('shows who did what when on which record, newest first, with names and on whose behalf', async () => {
    const { body } = await list('?action=permit-application');
    expect(body.items).toMatchObject([
      { action: 'permit-application.withdraw', actorName: '系统', actorUserId: SYSTEM_USER_ID },
      { action: 'permit-application.accept', actorName: '李敏', actorOrgName: null },
      { action: 'permit-application.submit', actorName: '周洋', actorOrgName: '晋绿检测', onBehalfOfName: '示范石灰', subjectId: recordId, details: { state: 'submitted' }, at: '2026-11-20T16:00:00.000Z' },
    ]);
  });

  it.each([
    ['a kind of act', '?action=auth', ['auth.login', 'auth.login-failed']],
    ['one act, not those that only begin alike', '?action=permit', ['permit.read']],
    ['one act by its whole name', '?action=auth.login', ['auth.login']],
    ['a person by a part of the name', `?q=${encodeURIComponent('李')}`, ['permit.read', 'permit-application.accept', 'auth.login']],
    ['an organisation, also on whose behalf', `?q=${encodeURIComponent('石灰')}`, ['permit-application.submit']],
    ['nobody of that name', '?q=nobody', []],
    ['a record', `?q=${recordId}`, ['permit.read', 'permit-application.accept', 'permit-application.submit']],
    ['a kind of record', '?subjectType=permit', ['permit.read']],
    ['from a day of Shanghai on', '?from=2026-11-22', ['permit-application.withdraw']],
    ['until the end of a day of Shanghai', '?to=2026-11-20', ['auth.login-failed']],
    ['days and a person together', `?from=2026-11-21&to=2026-11-21&q=${encodeURIComponent('周')}`, ['permit-application.submit']],
  ])('is narrowed by %s', async (_what, query, expected) => {
    expect(actions(await list(query))).toEqual(expected);
  });

  it('names the person or organisation an act was about, also when nobody was signed in', async () => {
    await world.app.get(Audit).record({ actor: null, action: 'subject.named', subject: { type: 'user', id: officer.userId } });
    await world.app.get(Audit).record({ actor: null, action: 'subject.named', subject: { type: 'organisation', id: firm.orgId as string } });
    await world.app.get(Audit).record({ actor: null, action: 'subject.named', subject: { type: 'user', id: 'no id' } });
    expect((await list('?action=subject')).body.items).toMatchObject([{ subjectName: null, actorName: null }, { subjectName: '晋绿检测' }, { subjectName: '李敏', actorUserId: null }]);
  });

  it('is turned page by page without a row lost or doubled, also while new ones come', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const { body } = await list(`?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((item: { seq: string }) => item.seq));
      await world.app.get(Audit).record({ actor: officer, action: 'note.later', subject: { type: 'note', id: '1' } });
      cursor = body.nextCursor as string | null;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort((a, b) => Number(b) - Number(a)));
    expect(seen).toEqual(expect.arrayContaining(['1', '2', '3', '4', '5', '6']));
  });

  it.each(['?action=Auth', '?from=yesterday', '?to=2026-13-01', '?cursor=abc', '?limit=500', '?person=x', "?action=a'%20OR%201=1"])('refuses %s', async query => {
    expect((await list(query)).status).toBe(400);
  });

  it('looking is recorded, once for the same look, and again later', async () => {
    const looks = (): Promise<{ details: object }[]> => db.query(`SELECT details FROM audit_entry WHERE action = 'platform.audit.read' AND actor_user_id = $1 AND details @> '{"q": "look"}'`, [admin.userId]);
    for (let i = 0; i < 3; i++) await list('?q=look');
    await list('?q=look&limit=50');
    expect(await looks()).toEqual([{ details: { q: 'look' } }]);
    await list('?q=look&action=auth');
    world.clock.advance(601_000);
    await list('?q=look');
    expect(await looks()).toHaveLength(3);
  });

  it('is exported with the same filter, safely for spreadsheets, and the export stands in the log', async () => {
    const answer = await world.call('GET', '/audit-log/export?subjectType=permit', { actor: admin });
    expect([answer.status, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', `attachment; filename="audit-log-${world.clock.today()}.csv"`]);
    const lines = answer.text.split('\r\n');
    expect([lines.length, lines[0]?.startsWith('\uFEFF"序号","时间"')]).toEqual([3, true]);
    expect(lines[1]).toBe(`"5","2026-11-21 00:00:00","李敏","${officer.orgId}",,,"permit.read",,"permit","${recordId}","{""name"":""=HYPERLINK(\\""http://x\\"")""}",`);
    expect(await db.query(`SELECT details FROM audit_entry WHERE action = 'platform.audit.export'`)).toEqual([{ details: { subjectType: 'permit', limit: 20_000 } }]);
  });

  it('says in words what was done, beside the code, on the page and in the file', async () => {
    const act = (action: string): Promise<void> => world.app.get(Audit).record({ actor: officer, action, subject: { type: 'audit-log', id: 'words' } });
    await act('platform.outbox.revive');
    await act('platform.of-former-days');
    expect((await list('?q=words')).body.items).toMatchObject([
      { action: 'platform.of-former-days', actionName: null, subjectTypeName: { zh: '操作日志', en: 'Audit log' } },
      { action: 'platform.outbox.revive', actionName: { zh: '系统 · 重新执行停止的任务', en: 'System · stopped job run again' } },
    ]);
    const { text } = await world.call('GET', '/audit-log/export?q=words', { actor: admin });
    expect(text.split('\r\n')[0]).toContain('"操作","操作代码","对象类别","类别代码"');
    expect(text).toContain(',"系统 · 重新执行停止的任务","platform.outbox.revive","操作日志","audit-log","words",');
    expect(text).toContain(',,"platform.of-former-days","操作日志","audit-log","words",');
  });

  it.each([['words of an act', '停止的任务'], ['its English words', 'stopped job'], ['its code', 'outbox.revive']])('finds acts by %s', async (_what, q) => {
    const found = (await list(`?q=${encodeURIComponent(q)}`)).body.items.map((item: { action: string }) => item.action);
    expect(new Set(found)).toEqual(new Set(['platform.outbox.revive']));
  });

  it('offers the areas of acts with their names', async () => {
    const { status, body } = await world.call('GET', '/audit-log/areas', { actor: admin });
    expect([status, body.items]).toEqual([200, [{ code: 'platform', name: { zh: '系统', en: 'System' } }]]);
  });

  it('names recurring and stopped jobs, and shows the code of one that nobody has named', async () => {
    await db.query(`INSERT INTO schedule (name, next_at) VALUES ('platform.tidy-up', now()), ('nameless.round', now()) ON CONFLICT (name) DO NOTHING`);
    await db.query(`INSERT INTO outbox (job, queue, payload, dead_at) VALUES ('platform.tidy-up', 'quick', '{}', now()), ('nameless.round', 'quick', '{}', now())`);
    const tidy = { zh: '清理过期的任务记录', en: 'Remove old job records' };
    const schedules = (await world.call('GET', '/system', { actor: admin })).body.schedules as { name: string; title: object | null }[];
    expect(schedules.map(({ name, title }) => ({ name, title }))).toEqual(expect.arrayContaining([{ name: 'platform.tidy-up', title: tidy }, { name: 'nameless.round', title: null }]));
    expect((await world.call('GET', '/outbox/buried', { actor: admin })).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ job: 'platform.tidy-up', title: tidy }), expect.objectContaining({ job: 'nameless.round', title: null })]));
  });

  it('is exported whole when it is longer than one page', async () => {
    await db.transaction(async () => {
      for (let n = 0; n < 1203; n++) await world.app.get(Audit).record({ actor: officer, action: 'many.rows', subject: { type: 'many', id: String(n) } });
    });
    const { text } = await world.call('GET', '/audit-log/export?subjectType=many', { actor: admin });
    expect(text.match(/"many\.rows"/g)).toHaveLength(1203);
    expect(new Set(text.split('\r\n').map(line => line.split(',')[0])).size).toBe(1205);
  });

  it('is the operator’s alone', async () => {
    for (const path of ['/audit-log', '/audit-log/areas', '/audit-log/export', '/system', '/outbox/buried']) {
      expect([path, (await world.call('GET', path, { actor: officer })).status, (await world.call('GET', path)).status]).toEqual([path, 403, 401]);
    }
  });

  it('the state of the machinery is told in figures that are true', async () => {
    await db.query('TRUNCATE outbox');
    await db.query(`INSERT INTO outbox (job, queue, payload, not_before, locked_until, done_at, dead_at) VALUES
      ('note.job', 'quick', '{}', NULL, NULL, NULL, NULL), ('note.job', 'quick', '{}', now() - interval '1 second', now() - interval '1 second', NULL, NULL), ('note.job', 'quick', '{}', NULL, now() + interval '1 minute', NULL, NULL),
      ('note.job', 'mail', '{}', now() + interval '1 hour', NULL, NULL, NULL), ('note.job', 'mail', '{}', NULL, NULL, now(), NULL), ('note.job', 'mail', '{}', NULL, NULL, now() - interval '2 days', NULL), ('note.job', 'mail', '{}', NULL, NULL, NULL, now())`);
    const { status, body } = await world.call('GET', '/system', { actor: admin });
    expect(status).toBe(200);
    expect(body.queues).toEqual([
      { queue: 'quick', waiting: 2, running: 1, later: 0, buried: 0, doneLastDay: 0 },
      { queue: 'documents', waiting: 0, running: 0, later: 0, buried: 0, doneLastDay: 0 },
      { queue: 'review', waiting: 0, running: 0, later: 0, buried: 0, doneLastDay: 0 },
      { queue: 'mail', waiting: 0, running: 0, later: 1, buried: 1, doneLastDay: 1 },
    ]);
    const verdict = await verifyAudit(db);
    expect([body.auditEntries, body.auditHead]).toEqual([String(verdict.entries), verdict.head]);
    expect(body.database).toMatchObject({ version: expect.stringMatching(/^18/) as string, maxConnections: 200, migration: expect.stringMatching(/^[A-Z][A-Za-z]+\d{13}$/) as string });
    expect(Number(body.database.sizeBytes)).toBeGreaterThan(1_000_000);
    expect([body.status, body.workers]).toEqual(['ok', 0]);
  });
});
