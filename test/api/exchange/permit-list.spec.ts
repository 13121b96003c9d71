import { RegistrationService } from '@huanbao/identity';
import { JobRunner } from '@huanbao/platform';
import { Any, Person, PermitWorld } from '../permits/world';
import { edited, opened, sendFile } from './files';
import { handIn, line, listOf, madeUscc } from './lists';

/** A list of the national platform taken over by the bureau, and back. */
describe('a list of permits', () => {
  let world: PermitWorld;
  let clerk: Person;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    clerk = await world.as('bureau.intake');
  }, 300_000);
  afterAll(() => world.end());

  const rows = async (id: string, query = ''): Promise<Any[]> => (await clerk.get(`/permit-imports/${id}/rows?limit=200${query}`)).body.items as Any[];
  const counts = ({ created, changed, same, refused }: Any): number[] => [created, changed, same, refused] as number[];
  const apply = async (id: string, mode = 'all'): Promise<Any> => {
    const answer = await clerk.post(`/permit-imports/${id}/apply`, { mode });
    if (answer.status !== 200) return answer.body;
    await world.runJobs();
    return (await clerk.get(`/permit-imports/${id}`)).body;
  };
  const number = (n: number): string => `${madeUscc(n)}001P`;
  const shown = async (n: number): Promise<Any> => (await world.anyone.get(`/public/permits/${number(n)}`)).body;

  it('gives a template whose headings and example it reads itself', async () => {
    const template = await clerk.get('/permit-imports/template');
    const book = await opened(template.raw);
    expect(book.worksheets[0]?.getCell('A2').value).toBe('单位名称*');
    const filled = await edited(template.raw, one => void one.worksheets[0]?.addRow(['孝义市甲厂', madeUscc(900), null, '孝义市乙村', null, null, null, number(900), '重点管理', '炼焦', '2025-01-01', '2029-12-31', null, '吕梁市生态环境局', '有效']));
    const batch = await handIn(world, clerk, filled);
    expect([batch.state, ...counts(batch)]).toEqual(['judged', 1, 0, 0, 0]);
    expect((await clerk.post(`/permit-imports/${batch.id as string}/discard`)).body.state).toBe('discarded');
  });

  it('is checked by the worker, taken over, and stands in register, search, map and duties with its provenance', async () => {
    const batch = await handIn(world, clerk, await listOf([1, 2, 3].map(n => line(n))));
    expect([batch.state, batch.rowsTotal, ...counts(batch)]).toEqual(['judged', 3, 3, 0, 0, 0]);
    expect(batch.actions).toEqual(['apply-all', 'apply-good', 'discard']);
    expect((await world.anyone.get(`/public/permits/${number(1)}`)).status).toBe(404);
    const done = await apply(batch.id as string);
    expect([done.state, done.applied, done.skipped, done.actions]).toEqual(['applied', 3, 0, ['undo']]);
    const permit = await shown(1);
    expect(permit).toMatchObject({ enterpriseName: '孝义市第1石灰厂', status: 'valid', source: 'national', sourceOn: '2026-11-20', signatureHolds: null, certificateReady: false, longitude: 111.78, latitude: 37.14 });
    expect((await world.anyone.get(`/public/permits?q=${encodeURIComponent('第1石灰')}`)).body.items).toHaveLength(1);
    expect((await world.anyone.get('/public/permits/map')).body.total).toBeGreaterThanOrEqual(3);
    const limits = await world.db.query(`SELECT outlet_code, value, valid_from::text FROM permit_limit WHERE permit_id = $1 AND permit_year = 3`, [permit.id]);
    expect(limits).toEqual([{ outlet_code: 'plant', value: '12.5', valid_from: '2026-03-01' }]);
    const duties = await world.db.query<{ due: string; status: string }>('SELECT min(due_on)::text AS due, count(*) FILTER (WHERE status = $2)::text AS status FROM obligation WHERE permit_id = $1', [permit.id, 'overdue']);
    expect(duties[0]?.status).toBe('0');
    expect((duties[0]?.due ?? '') >= '2026-11-23').toBe(true);
    const again = await handIn(world, clerk, await listOf([1, 2, 3].map(n => line(n))));
    expect(counts(again)).toEqual([0, 0, 3, 0]);
    expect((await clerk.post(`/permit-imports/${again.id as string}/apply`, { mode: 'all' })).body.code).toBe('permit-import.nothing');
  });

  it('says of a later list field by field what is new, keeps the earlier state as a version, and can be taken back', async () => {
    const batch = await handIn(world, clerk, await listOf([line(2, { 有效期截止日期: '2029-03-31', '二氧化硫许可年排放量（t/a）': 9 }), line(4)]), { sourceOn: '2026-11-22' });
    expect(counts(batch)).toEqual([1, 1, 0, 0]);
    expect((await rows(batch.id as string, '&kind=changed'))[0].changes).toEqual([
      { key: 'validTo', label: { zh: '有效期截止日期', en: 'Valid to' }, before: '2029-02-28', after: '2029-03-31' },
      { key: 'air:SO2', label: expect.objectContaining({ zh: '二氧化硫许可年排放量' }), before: '12.5', after: '9' },
    ]);
    await apply(batch.id as string);
    expect(await shown(2)).toMatchObject({ validTo: '2029-03-31', newestVersion: 2, sourceOn: '2026-11-22' });
    const undone = await clerk.post(`/permit-imports/${batch.id as string}/undo`, { reason: '名单导出有误' });
    expect(undone.status).toBe(200);
    await world.runJobs();
    expect((await clerk.get(`/permit-imports/${batch.id as string}`)).body.state).toBe('undone');
    expect(await shown(2)).toMatchObject({ validTo: '2029-02-28', newestVersion: 1, sourceOn: '2026-11-20' });
    expect((await world.anyone.get(`/public/permits/${number(4)}`)).status).toBe(404);
    expect(await world.db.query('SELECT id FROM organisation WHERE uscc = $1', [madeUscc(4)])).toEqual([]);
    expect(await world.db.query('SELECT 1 FROM permit_limit WHERE value = 9')).toEqual([]);
  });

  it('ends a permit as a decision does: no limit holds from that day, who depends on it hears, and taking back brings all of it back', async () => {
    const limitsToday = async (): Promise<number> => Number((await world.db.query<{ n: string }>(`SELECT count(*) AS n FROM permit_limit l JOIN permit p ON p.id = l.permit_id WHERE p.number = $1 AND l.valid_from <= $2 AND (l.valid_until IS NULL OR l.valid_until > $2)`, [number(3), world.clock.today()]))[0]?.n);
    expect(await limitsToday()).toBeGreaterThan(0);
    const wrong = await handIn(world, clerk, await listOf([line(3, { 撤销情形: '以欺骗、贿赂等不正当手段取得' })]), { sourceOn: '2026-11-22' });
    expect((await rows(wrong.id as string, '&kind=refused'))[0].problems).toEqual([expect.objectContaining({ code: 'not-revoked', zh: expect.stringContaining('核对状态') as string })]);
    await clerk.post(`/permit-imports/${wrong.id as string}/discard`);
    const batch = await handIn(world, clerk, await listOf([line(3, { 许可证状态: '撤销', 终止日期: '2026-11-20', 撤销情形: '以欺骗、贿赂等不正当手段取得' })]), { sourceOn: '2026-11-22' });
    await apply(batch.id as string);
    expect(await shown(3)).toMatchObject({ status: 'revoked', endedOn: '2026-11-20', limits: [] });
    expect(await limitsToday()).toBe(0);
    const [row] = await world.db.query<Any>('SELECT id, end_ground FROM permit WHERE number = $1', [number(3)]);
    expect(row?.end_ground).toBe('fraud');
    expect(await world.db.query(`SELECT 1 FROM outbox WHERE job = 'permit.close-ended' AND payload->>'permitId' = $1`, [row?.id])).toHaveLength(1);
    expect(await world.db.query(`SELECT 1 FROM obligation WHERE permit_id = $1 AND kind = 'retention'`, [row?.id])).toHaveLength(1);
    expect((await clerk.post(`/permit-imports/${batch.id as string}/undo`, { reason: '名单导出有误' })).status).toBe(200);
    await world.runJobs();
    expect(await shown(3)).toMatchObject({ status: 'valid', endedOn: null });
    expect(await limitsToday()).toBeGreaterThan(0);
  });

  it('refuses a number of somebody else, one permit twice, and what is wrong in itself, at its cell with the mend', async () => {
    const batch = await handIn(world, clerk, await listOf([
      line(10, { 排污许可证编号: number(11) }),
      line(12), line(12), line(13, { 排污许可证编号: `${madeUscc(13)}001Q` }), line(13),
      line(14, { 许可证状态: '注销' }), line(15, { 有效期截止日期: '2024-01-01' }), line(16, { '经度（°）': 37.14, '纬度（°）': 111.78 - 22 }), line(17, { 行业类别: '造梦' }),
      line(1, { 排污许可证编号: `${madeUscc(1)}001V` }),
    ]));
    expect(counts(batch)).toEqual([2, 0, 0, 8]);
    const bad = await rows(batch.id as string, '&kind=refused');
    expect(bad.flatMap(row => row.problems.map((one: Any) => `${one.address as string} ${one.code as string}`))).toEqual([
      'C2 number-owner', 'C4 twice', 'C6 site-twice', 'O7 missing', 'H8 before-start', 'K9 outside-city', 'F10 industry', 'C11 site-taken',
    ]);
    expect(bad[0].problems[0]).toMatchObject({ sheet: '名单', found: number(11), zh: expect.stringContaining('是否填成了其他单位的编号'), en: expect.stringContaining('somebody else') });
    const whole = await clerk.post(`/permit-imports/${batch.id as string}/apply`, { mode: 'all' });
    expect([whole.status, whole.body.code, whole.body.refused]).toEqual([422, 'permit-import.rows-refused', 8]);
    const report = await opened((await clerk.get(`/permit-imports/${batch.id as string}/report`)).raw);
    expect(report.getWorksheet('名单')?.getCell('C2').fill).toMatchObject({ pattern: 'solid' });
    expect((await apply(batch.id as string, 'good')).applied).toBe(2);
  });

  it('does not touch a permit that was issued here', async () => {
    const enterprise = await world.as('enterprise.admin');
    const application = await world.submitted(enterprise, { siteSequence: 1 });
    const permit = await world.issue(application.id as string, undefined);
    const batch = await handIn(world, clerk, await listOf([line(1, { 单位名称: permit.enterpriseName, 统一社会信用代码: permit.uscc, 排污许可证编号: permit.number })]));
    const [row] = await rows(batch.id as string);
    expect([row.kind, row.problems[0].address, row.problems[0].code]).toEqual(['refused', 'C2', 'issued-here']);
  });

  it('is claimed by the enterprise that registers with the code, once the bureau has verified it and not before', async () => {
    const [known] = await world.db.query<{ id: string; status: string }>('SELECT id, status FROM organisation WHERE uscc = $1', [madeUscc(3)]);
    expect(known?.status).toBe('known');
    const register = (mail: string): Promise<Any> => world.api.get(RegistrationService).accept({
      kind: 'enterprise', uscc: madeUscc(3), name: '孝义市第3石灰厂', address: '孝义市梧桐镇第3村', legalRepresentative: '王五', contactName: '赵六', contactPhone: '13800000000', adminName: '孙七', adminEmail: mail, adminPassword: 'Long-enough-2026',
    } as never);
    const holder = async (): Promise<unknown> => (await world.db.query<{ holder: string }>('SELECT enterprise_id AS holder FROM permit WHERE number = $1', [number(3)]))[0]?.holder;
    const admin = await world.as('bureau.admin');
    const move = async (id: string, act: string, body: object): Promise<void> => {
      expect((await admin.post(`/organisations/${id}/${act}`, body)).status).toBe(200);
      await world.runJobs();
    };
    const stranger = await register('first@example.org');
    expect([stranger.status, await holder()]).toEqual(['pending', known?.id]);
    await expect(register('second@example.org')).rejects.toMatchObject({ code: 'validation' });
    await move(stranger.id as string, 'reject', { reason: '营业执照不符' });
    expect(await holder()).toBe(known?.id);
    const owner = await register('second@example.org');
    // a list that comes while it waits hangs on the known one still
    const batch = await handIn(world, clerk, await listOf([line(3, { 排污许可证编号: `${madeUscc(3)}002P`, 生产经营场所地址: '孝义市第二厂区' })]));
    await apply(batch.id as string);
    await move(owner.id as string, 'verify', {});
    expect(await world.db.query('SELECT p.number, s.org_id = p.enterprise_id AS own, s.sequence FROM permit p JOIN site s ON s.id = p.site_id WHERE p.enterprise_id = $1 ORDER BY 1', [owner.id])).toEqual([
      { number: number(3), own: true, sequence: 1 }, { number: `${madeUscc(3)}002P`, own: true, sequence: 2 },
    ]);
    expect(await world.db.query('SELECT 1 FROM obligation WHERE enterprise_id = $1', [known?.id])).toEqual([]);
    expect(await world.db.query('SELECT id FROM organisation WHERE id = $1', [known?.id])).toEqual([]);
  });

  it('cannot be taken back once something was built on it', async () => {
    const batch = await handIn(world, clerk, await listOf([line(20)]));
    await apply(batch.id as string);
    const { id } = await shown(20);
    await world.db.query(`UPDATE obligation SET status = 'overdue' WHERE permit_id = $1`, [id]);
    const answer = await clerk.post(`/permit-imports/${batch.id as string}/undo`, { reason: '试一试撤回' });
    expect([answer.status, answer.body.code, answer.body.count]).toEqual([409, 'permit-import.built-on', 1]);
    expect(answer.body.zh).toContain(number(20));
  });

  it('goes on where a worker was killed, and doubles nothing', async () => {
    const sent = await sendFile(world, clerk, '/permit-imports?sourceOn=2026-11-20', { bytes: await listOf(Array.from({ length: 1200 }, (_, n) => line(2000 + n))) });
    const id = sent.body.id as string;
    const { ListJudging } = await import('../../../libs/permits/src/imports/judging.service');
    const { ListApplying } = await import('../../../libs/permits/src/imports/applying.service');
    await killedAfter(world, id, ListJudging, 'store', 1);
    expect((await clerk.get(`/permit-imports/${id}`)).body).toMatchObject({ state: 'judging', rowsDone: 500, rowsTotal: 1200 });
    await world.db.query('UPDATE outbox SET attempts = 0, not_before = NULL WHERE done_at IS NULL');
    await world.runJobs();
    expect(counts((await clerk.get(`/permit-imports/${id}`)).body)).toEqual([1200, 0, 0, 0]);
    await clerk.post(`/permit-imports/${id}/apply`, { mode: 'all' });
    await killedAfter(world, id, ListApplying, 'part', 2);
    expect((await clerk.get(`/permit-imports/${id}`)).body).toMatchObject({ state: 'applying', applied: 400 });
    await world.db.query('UPDATE outbox SET attempts = 0, not_before = NULL WHERE done_at IS NULL');
    await world.runJobs();
    expect((await clerk.get(`/permit-imports/${id}`)).body).toMatchObject({ state: 'applied', applied: 1200, skipped: 0 });
    expect(await world.db.query(`SELECT count(*)::int AS n FROM permit WHERE import_id = $1`, [id])).toEqual([{ n: 1200 }]);
    expect((await clerk.post(`/permit-imports/${id}/apply`, { mode: 'all' })).status).toBe(200);
    expect((await clerk.post(`/permit-imports/${id}/apply`, { mode: 'good' })).body.code).toBe('permit-import.state');
  });

  it('is the bureau’s alone', async () => {
    const enterprise = await world.as('enterprise.admin');
    expect((await enterprise.get('/permit-imports')).status).toBe(403);
    const [one] = await world.db.query<{ id: string }>('SELECT id FROM permit_import LIMIT 1');
    expect((await enterprise.get(`/permit-imports/${one?.id ?? ''}`)).status).toBe(403);
    const reviewer = await world.as('bureau.reviewer');
    expect((await reviewer.get(`/permit-imports/${one?.id ?? ''}`)).body.actions).toEqual([]);
    expect((await reviewer.post(`/permit-imports/${one?.id ?? ''}/apply`, { mode: 'all' })).status).toBe(403);
    expect((await clerk.get('/permit-imports?state=applied&limit=2')).body.items).toHaveLength(2);
    expect([(await enterprise.get('/permit-imports/export')).status, (await reviewer.get('/permit-imports/export')).status]).toEqual([403, 200]);
  });

  it.each(['', 'createdAt', '-createdAt', 'name', '-name', 'sourceOn', '-sourceOn', 'rowsTotal', '-rowsTotal', 'refused', '-refused'])('turns the pages of the lists in order without losing or repeating one (%s)', async sort => {
    const query = sort ? `&sort=${sort}` : '';
    const all = (await clerk.get(`/permit-imports?limit=200${query}`)).body.items as Any[];
    const seen: Any[] = [];
    for (let cursor = ''; ; ) {
      const page = (await clerk.get(`/permit-imports?limit=2${query}${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...(page.items as Any[]));
      if (!page.nextCursor) break;
      cursor = page.nextCursor as string;
    }
    expect(seen.map(one => one.id as string)).toEqual(all.map(one => one.id as string));
    expect(all.length).toBeGreaterThan(4);
    const key = sort.replace('-', '');
    const values = all.map(one => one[key || 'createdAt'] as string | number);
    const sorted = [...values].sort((a, b) => (a < b ? -1 : Number(a > b)));
    if (key !== 'name') expect(values).toEqual(sort === '' || sort.startsWith('-') ? sorted.reverse() : sorted);
  });

  it('is exported as filtered, with who exported it in the audit; an unknown order is refused', async () => {
    const file = await clerk.get('/permit-imports/export?state=undone&sort=-rowsTotal');
    const sheet = (await opened(file.raw)).worksheets[0];
    const states = new Set<unknown>();
    sheet?.eachRow((row, at) => void (at > 1 && states.add(row.getCell(3).value)));
    expect([file.status, [...states].filter(one => one !== '进度')]).toEqual([200, ['已撤回']]);
    expect(await world.db.query(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'permit-import.export'`)).toEqual([{ n: 2 }]);
    expect((await clerk.get('/permit-imports?sort=hash')).status).toBe(400);
  });

  it('is waited for by nobody: who began a step is told when the worker is through, once', async () => {
    const supervisor = await world.as('bureau.supervisor');
    const batch = await handIn(world, clerk, await listOf([line(701)]));
    expect((await supervisor.post(`/permit-imports/${batch.id as string}/apply`, { mode: 'all' })).status).toBe(200);
    await world.runJobs();
    await world.runJobs();
    const told = await world.db.query(`SELECT n.title_zh AS title, n.link, u.id = $2 AS clerk FROM notification n JOIN app_user u ON u.id = n.user_id WHERE n.subject_id = $1 ORDER BY n.id`, [batch.id, clerk.account ? world.demo.actor('bureau.intake').userId : '']);
    expect(told).toEqual([
      { title: '名单已核对：名单.xlsx', link: expect.stringMatching(new RegExp(`^/b/[^/]+/permit-imports/${batch.id as string}$`)) as string, clerk: true },
      { title: '名单已导入：名单.xlsx', link: expect.any(String) as string, clerk: false },
    ]);
    expect((await supervisor.post(`/permit-imports/${batch.id as string}/undo`, { reason: '试着撤回' })).status).toBe(200);
    await world.runJobs();
    expect(await world.db.query(`SELECT body_zh FROM notification WHERE key = $1`, [`permit-import:${batch.id as string}:undone`])).toEqual([{ body_zh: '这一批已全部撤回。' }]);
  });
});

/** Lets so many parts pass and then fails, as a process that is killed does; what was committed stays. */
async function killedAfter<T>(world: PermitWorld, importId: string, type: new (...args: never[]) => T, step: string, parts: number): Promise<void> {
  const service = world.worker.get<Record<string, (...args: unknown[]) => Promise<unknown>>>(type as never);
  const real = service[step] as (...args: unknown[]) => Promise<unknown>;
  let left = parts;
  service[step] = function killed(this: unknown, ...args: unknown[]) {
    if (left-- <= 0) return Promise.reject(new Error(`killed at ${importId}`));
    return real.apply(service, args);
  };
  const [row] = await world.db.query<{ id: string }>(`SELECT id FROM outbox WHERE done_at IS NULL AND payload->>'importId' = $1`, [importId]);
  await world.worker.get(JobRunner).run(row?.id ?? '').catch(() => undefined);
  delete service[step];
}
