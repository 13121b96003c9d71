import { Workbook } from 'exceljs';
import { Actor, FieldCipher } from '@huanbao/platform';
import { exchange } from '../../harness/http';
import { authorise, inquiry, licence } from './licence';
import { aFirmFor, anEnterprise, anOfficer, DAY_MS, World } from './world';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly partyName: string;
  readonly state: string;
  readonly remainingDays: number | null;
  readonly ball: { readonly holder: string };
}
interface PageOf {
  readonly items: Row[];
  readonly nextCursor: string | null;
}

describe('lists of cases', () => {
  let world: World;
  const [lime, hospital] = [anEnterprise('孝河石灰有限公司'), anEnterprise('城关人民医院')];
  const intake = anOfficer('bureau.intake');
  const reviewer = anOfficer('bureau.reviewer');
  const supervisor = anOfficer('bureau.supervisor');
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await World.start('2026-11-16T02:00:00Z');
    ids['old'] = (await world.reviewing(lime, intake)).id;
    world.clock.advance(7 * DAY_MS);
    ids['new'] = (await world.reviewing(hospital, intake)).id;
    ids['submitted'] = (await world.submitted(lime)).id;
    ids['claimed'] = (await world.submitted(hospital)).id;
    await world.call(intake, 'POST', `/cases/${ids['claimed']}/claim`);
    const withdrawn = await world.submitted(lime);
    ids['withdrawn'] = withdrawn.id;
    await world.engine.act(licence, withdrawn.id, 'withdraw', { actor: lime, authorise: authorise(lime, 'test-licence.submit') });
    ids['draft'] = (await world.draft(lime)).id;
    await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('casework.sweep-clocks', 'review', '{}')`);
    await world.runJobs('casework.sweep-clocks');
  });
  afterAll(() => world.stop());

  const names = (page: PageOf): (string | undefined)[] => page.items.map(row => Object.keys(ids).find(name => ids[name] === row.id));
  const list = async (actor: Actor, query: string): Promise<(string | undefined)[]> => names((await world.call<PageOf>(actor, 'GET', `/cases${query}`)).body);

  it('show the officers what is due first', async () => {
    expect(await list(supervisor, '')).toEqual(['submitted', 'claimed', 'old', 'new']);
    expect(await list(supervisor, '?sort=newest&tab=closed')).toEqual(['withdrawn']);
  });

  it.each([
    ['?tab=unclaimed', ['submitted'], 'intake'],
    ['?tab=mine', ['claimed'], 'intake'],
    ['?tab=unclaimed', ['old', 'new'], 'reviewer'],
    ['?tab=unclaimed', ['submitted', 'old', 'new'], 'supervisor'],
    ['?state=reviewing', ['old', 'new'], 'supervisor'],
    ['?kind=other-kind', [], 'supervisor'],
    ['?due=soon', ['submitted', 'claimed'], 'supervisor'],
    ['?due=overdue', [], 'supervisor'],
    ['?q=%E7%9F%B3%E7%81%B0', ['submitted', 'old'], 'supervisor'],
    ['?q=%E4%BA%BA%E6%B0%91%E5%8C%BB%E9%99%A2', ['claimed', 'new'], 'supervisor'],
    ['?q=cs-2026-000001', ['old'], 'supervisor'],
    ['?q=%25%25', [], 'supervisor'],
    ['?q=__', [], 'supervisor'],
  ] as const)('%s gives %j to %s', async (query, expected, who) => {
    expect(await list({ intake, reviewer, supervisor }[who], query)).toEqual(expected);
  });

  it.each(['', '?sort=newest'])('page by page give each case once%s', async sort => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await world.call<PageOf>(supervisor, 'GET', `/cases${sort || '?sort=remaining'}&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(row => row.id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  it.each(['?tab=theirs', '?limit=0', '?limit=1000', '?q=x', '?cursor=bm9uc2Vuc2U', '?unknown=1', '?due=later'])('refuse %s with 400', async query => {
    expect((await world.call(supervisor, 'GET', `/cases${query}`)).status).toBe(400);
  });

  it('are counted for the badges', async () => {
    expect((await world.call(intake, 'GET', '/cases/counts')).body).toEqual({ unclaimed: 1, mine: 1, given: 0, all: 4, overdue: 0, dueSoon: 2 });
    expect((await world.call(lime, 'GET', '/cases/own/counts')).body).toEqual({ open: 3, toDo: 1 });
  });

  it('are counted by kind for the menu: what waits at one’s post, and what waits for the party', async () => {
    const waiting = async (actor: Actor, path: string): Promise<unknown> => (await world.call<{ items: unknown }>(actor, 'GET', path)).body.items;
    const of = (count: number): unknown => [{ kind: licence.kind, count }];
    // 'submitted' is free, 'claimed' is the reader's own
    expect(await waiting(intake, '/cases/waiting')).toEqual(of(2));
    expect(await waiting(anOfficer('bureau.intake'), '/cases/waiting')).toEqual(of(1));
    expect(await waiting(reviewer, '/cases/waiting')).toEqual(of(2));
    // a supervisor steps in anywhere, and is told of what waits for a supervisor
    expect(await waiting(supervisor, '/cases/waiting')).toEqual([]);
    expect(await waiting(lime, '/cases/own/waiting')).toEqual(of(1));
    expect(await waiting(hospital, '/cases/own/waiting')).toEqual([]);
    expect((await world.call(lime, 'GET', '/cases/waiting')).status).toBe(403);
  });

  it('are counted for the menu from the index alone', async () => {
    const plan = await world.db.transaction(async () => {
      await world.db.query('SET LOCAL enable_seqscan = off');
      return world.db.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT kind, count(*)::int AS count FROM case_record WHERE submitted_at IS NOT NULL AND closed_at IS NULL AND region_code LIKE ANY ('{1411%}') AND holder = ANY ('{bureau.intake}') AND (claimed_by IS NULL OR claimed_by = uuidv7()) GROUP BY kind`);
    });
    expect(plan.map(row => row['QUERY PLAN']).join('\n')).toContain('Index Only Scan using case_record_queue');
  });

  it('show nothing of other regions', async () => {
    expect(await list({ ...supervisor, regions: ['990202'] }, '')).toEqual([]);
    expect(await list({ ...supervisor, regions: ['%'] }, '')).toEqual([]);
    expect(await list({ ...supervisor, regions: [] }, '')).toEqual([]);
  });

  it('show applicants their own, drafts too, and firms what was entrusted to them', async () => {
    expect(await list(lime, '/own')).toEqual(['draft', 'withdrawn', 'submitted', 'old']);
    expect(await list(lime, '/own?open=false')).toEqual(['withdrawn']);
    expect(await list(anEnterprise(), '/own')).toEqual([]);
    expect(await list(aFirmFor(hospital), '/own')).toEqual(['claimed', 'new']);
    expect(await list(aFirmFor(hospital, { matters: ['credit'] }), '/own')).toEqual([]);
    expect(await list(aFirmFor(hospital, { verbs: [] }), '/own')).toEqual([]);
    expect((await world.call(lime, 'GET', '/cases')).status).toBe(403);
    expect((await world.call(supervisor, 'GET', '/cases/own')).status).toBe(403);
    expect((await world.call(null, 'GET', '/cases')).status).toBe(401);
  });

  it('agree with the look-up of single cases for every person', async () => {
    for (const actor of [lime, hospital, aFirmFor(lime), aFirmFor(lime, { sites: ['site-9'] }), intake, supervisor, anEnterprise()]) {
      const seen = new Set(await list(actor, actor.orgKind === 'bureau' ? '' : '/own'));
      if (actor.orgKind === 'bureau') for (const name of await list(actor, '?tab=closed')) seen.add(name);
      for (const [name, id] of Object.entries(ids)) expect([name, (await world.call(actor, 'GET', `/cases/${id}`)).status]).toEqual([name, seen.has(name) ? 200 : 404]);
    }
  });

  it('are exported as CSV and Excel, and the export is on record', async () => {
    const csv = await world.call(supervisor, 'GET', '/cases/export?format=csv');
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(csv.text.codePointAt(0)).toBe(0xfeff);
    expect(lines[0]).toBe('"编号","事项","名称","申请单位","代办机构","状态","经办人","提交日期","到期日","剩余天数","备注"');
    expect(lines[3]).toBe('"CS-2026-000001","测试许可申请","首次申请","孝河石灰有限公司",,"审查中",,"2026-11-16","2026-12-14",15,');
    const xlsx = await exchange(world.app, { method: 'GET', url: '/cases/export?state=reviewing', headers: { 'x-actor': Buffer.from(JSON.stringify(supervisor)).toString('base64') } });
    expect(xlsx.headers['content-disposition']).toBe('attachment; filename="cases.xlsx"');
    const book = new Workbook();
    await book.xlsx.load(xlsx.bytes as never);
    expect(book.worksheets[0]?.rowCount).toBe(3);
    expect(book.worksheets[0]?.getRow(3).getCell(4).text).toBe('城关人民医院');
    const recorded = await world.db.query(`SELECT details FROM audit_entry WHERE action = 'case.export' AND actor_user_id = $1`, [supervisor.userId]);
    expect(recorded).toHaveLength(2);
    expect((await world.call(lime, 'GET', '/cases/export')).status).toBe(403);
  });

  it('show closed cases by their end, latest first, page after page', async () => {
    for (const name of ['second', 'third']) {
      world.clock.advance(DAY_MS);
      ids[name] = (await world.submitted(lime)).id;
    }
    // sent later, ended earlier
    for (const name of ['third', 'second']) {
      world.clock.advance(DAY_MS);
      await world.engine.act(licence, ids[name] as string, 'withdraw', { actor: lime, authorise: authorise(lime, 'test-licence.submit') });
    }
    expect(await list(supervisor, '?tab=closed')).toEqual(['second', 'third', 'withdrawn']);
    expect(await list(supervisor, '?tab=closed&sort=newest')).toEqual(['third', 'second', 'withdrawn']);
    const first = (await world.call<PageOf>(supervisor, 'GET', '/cases?tab=closed&limit=2')).body;
    expect(names(first)).toEqual(['second', 'third']);
    expect(await list(supervisor, `?tab=closed&limit=2&cursor=${first.nextCursor}`)).toEqual(['withdrawn']);
  });

  it('keep from the party a procedure that is hidden from it, and from the queue of other procedures', async () => {
    const { id } = await world.engine.open(inquiry, { party: { orgId: lime.orgId as string, name: lime.orgName as string }, regionCode: supervisor.regions[0] as string, title: '涉嫌超标排放', actor: supervisor });
    const { number } = await world.engine.act(inquiry, id, 'submit', { actor: supervisor, authorise: () => undefined });
    const queue = (await world.call<{ items: { id: string; page: string }[] }>(supervisor, 'GET', '/cases?matter=inquiries')).body.items;
    expect(queue).toMatchObject([{ id, page: 'inquiries' }]);
    const [all, permits] = await Promise.all(['', '?matter=permits'].map(async query => (await world.call<{ all: number }>(supervisor, 'GET', `/cases/counts${query}`)).body.all));
    expect(permits).toBe((all as number) - 1);
    expect(await list(supervisor, '?matter=permits')).toEqual(['submitted', 'claimed', 'old', 'new']);
    expect((await world.call(supervisor, 'GET', `/cases/${id}`)).status).toBe(200);
    expect((await world.call<PageOf>(lime, 'GET', '/cases/own')).body.items.map(row => row.id)).not.toContain(id);
    for (const path of [`/cases/${id}`, `/cases/${id}/clocks`, `/cases/${id}/corrections`]) expect((await world.call(lime, 'GET', path)).status).toBe(404);
    expect((await world.call(aFirmFor(lime, { matters: ['inquiries'] }), 'GET', `/cases/${id}`)).status).toBe(404);
    const [row] = await world.db.query<{ code: string }>('SELECT query_code AS code FROM case_record WHERE id = $1', [id]);
    const code = world.app.get(FieldCipher).decrypt(row?.code ?? '', 'case_record.query_code');
    expect((await world.call(null, 'GET', `/public/cases/${number}?code=${code}`)).status).toBe(404);
  });
});
