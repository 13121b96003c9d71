import { Workbook } from 'exceljs';
import { Any, DAY, HOUR, MarketWorld, ok, Person } from './world';

const KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;

/** Lists of tasks: order, pages, filters, search, export. */
describe('the lists of the market', () => {
  let world: MarketWorld;
  let ids: string[];
  beforeAll(async () => {
    world = await MarketWorld.begin();
    ids = [];
    for (let n = 0; n < 23; n++) {
      world.at(world.now + 1000);
      // two share each deadline, so that the order needs the id as well
      const task = await world.published({ title: `${n % 2 === 0 ? '废气在线监测运维' : '厂界噪声检测'}第${n}期`, kind: KINDS[n % 4], bidDeadline: new Date(Date.parse('2026-11-26T02:00:00Z') + Math.floor(n / 2) * HOUR).toISOString() });
      ids.push(task.id);
    }
  });
  afterAll(() => world.end());

  const pages = async (person: Person, path: string): Promise<Any[]> => {
    const all: Any[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = ok(await person.get(`${path}&limit=5${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`), 200);
      all.push(...body.items);
      cursor = body.nextCursor;
    }
    return all;
  };
  const idsOf = (items: readonly Any[]): string[] => items.map(one => one.id as string);
  const sheet = async (person: Person, path: string): Promise<string[][]> => {
    const answer = ok(await person.get(path), 200);
    expect(answer.headers['content-disposition']).toMatch(/filename\*=UTF-8''.*\.xlsx/);
    const book = new Workbook();
    await book.xlsx.load(answer.raw as never);
    const rows: string[][] = [];
    book.worksheets[0]?.eachRow(row => rows.push((row.values as unknown[]).slice(1).map(value => String(value ?? ''))));
    return rows;
  };

  it('show every task once, newest first or by deadline, while others are published', async () => {
    expect(idsOf(await pages(world.firm(0), '/service-tasks?tab=all'))).toEqual([...ids].reverse());
    const byDeadline = await pages(world.house.anyone, '/public/service-tasks?open=true');
    expect(new Set(idsOf(byDeadline)).size).toBe(23);
    const deadlines = byDeadline.map(one => one.bidDeadline as string);
    expect(deadlines).toEqual([...deadlines].sort());
    const [up, down] = await Promise.all(['deadline', '-deadline'].map(sort => pages(world.firm(0), `/service-tasks?tab=all&sort=${sort}`)));
    expect(idsOf(down as Any[])).toEqual([...idsOf(up as Any[])].reverse());
    const first = ok(await world.firm(0).get('/service-tasks?tab=all&limit=10'), 200).body;
    world.at(world.now + 1000);
    const late = await world.published({ title: '翻页时新发布的任务' });
    const second = ok(await world.firm(0).get(`/service-tasks?tab=all&limit=100&cursor=${encodeURIComponent(first.nextCursor as string)}`), 200).body;
    expect([...idsOf(first.items), ...idsOf(second.items)]).toEqual([...ids].reverse());
    ok(await world.enterprise.post(`${late.path}/cancel`, { reason: '只为翻页测试' }), 200);
  });

  it('are narrowed by kind, state, stage and two characters of title, number or enterprise', async () => {
    const find = async (query: string, person = world.firm(0)): Promise<Any[]> => pages(person, `/service-tasks?tab=all&${query}`);
    expect(await find('kind=testing&state=published')).toHaveLength(6);
    expect(await find('state=cancelled')).toHaveLength(1);
    expect(await find('stage=closure')).toEqual([]);
    const q = (text: string): string => `q=${encodeURIComponent(text)}`;
    expect(await find(q('噪声'))).toHaveLength(11);
    expect(await find(q('声检'))).toHaveLength(11);
    expect(idsOf(await find(q('第22期')))).toEqual([ids[22]]);
    expect(await find(q('示范石灰'))).toHaveLength(24);
    const { number } = ok(await world.firm(0).get(`/service-tasks/${ids[3]}`), 200).body;
    expect(idsOf(await find(q((number as string).toLowerCase())))).toEqual([ids[3]]);
    for (const odd of ['100%', "'; drop", '__', '不存在的词']) expect(await find(q(odd))).toEqual([]);
    for (const bad of ['q=a', 'kind=x', 'state=x', 'tab=x', 'sort=x', 'limit=0', 'limit=a', 'cursor=!!', 'colour=red', `cursor=${Buffer.from('["x","y"]').toString('base64url')}`]) {
      const answer = await world.firm(0).get(`/service-tasks?${bad}`);
      expect([bad, answer.status]).toEqual([bad, 400]);
    }
  });

  it('have tabs: open now, mine, those I bid on', async () => {
    const task = { id: ids[0] as string, path: `/service-tasks/${ids[0] as string}` };
    await world.bid(task, world.firm(1), { priceYuan: '5.00' });
    expect(idsOf(await pages(world.firm(1), '/service-tasks?tab=bidding'))).toEqual([ids[0]]);
    expect(await pages(world.firm(0), '/service-tasks?tab=bidding')).toEqual([]);
    expect(await pages(world.otherEnterprise, '/service-tasks?tab=mine')).toEqual([]);
    const draft = await world.draft();
    expect(idsOf(await pages(world.enterprise, '/service-tasks?tab=mine'))[0]).toBe(draft.id);
    for (const person of [world.firm(0), world.otherEnterprise, world.supervisor]) expect(idsOf(await pages(person, '/service-tasks?tab=all'))).not.toContain(draft.id);
    expect(await pages(world.firm(0), '/service-tasks?tab=open')).toHaveLength(23);
    world.at(Date.parse('2026-11-26T02:00:00Z'));
    expect(await pages(world.firm(0), '/service-tasks?tab=open')).toHaveLength(21);
    world.at(world.now - 2 * DAY);
  });

  it('go into a spreadsheet as they are seen, recorded', async () => {
    const rows = await sheet(world.firm(0), `/service-tasks/export?tab=all&kind=testing&q=${encodeURIComponent('噪声')}`);
    expect(rows[0]).toEqual(['编号', '任务名称', '发布企业', '类别', '阶段', '状态', '预算（元）', '工期（天）', '发布时间', '报价截止']);
    expect(rows).toHaveLength(7);
    expect(rows[1]).toEqual(expect.arrayContaining(['环境检测', '征集中', '100000.00']));
    expect((await sheet(world.otherEnterprise, '/service-tasks/export?tab=mine'))).toHaveLength(1);
    expect((await world.house.anyone.get('/service-tasks/export')).status).toBe(401);
    expect((await world.firm(0).get('/service-tasks/export?limit=5')).status).toBe(400);
    expect(await world.query(`SELECT details->>'kind' AS kind FROM audit_entry WHERE action = 'task.export' AND actor_org_id = $1`, [world.firm(0).orgId])).toEqual([{ kind: 'testing' }]);
  });

  it('of bids go into a spreadsheet after the opening: all for the owner, what was read out for bidders', async () => {
    const sealed = await world.published();
    expect((await world.enterprise.get(`${sealed.path}/bids/export`)).body.code).toBe('task.bids-sealed');
    const task = await world.opened();
    const own = await sheet(world.enterprise, `${task.path}/bids/export`);
    expect(own.slice(1).map(row => [row[1], row[5] ?? ''])).toEqual([['86500.50', '按规范完成'], ['98000.00', '按规范完成']]);
    const rival = await sheet(world.firm(0), `${task.path}/bids/export`);
    expect(rival.slice(1).map(row => [row[1], row[5] ?? ''])).toEqual([['86500.50', ''], ['98000.00', '按规范完成']]);
    expect((await world.firm(2).get(`${task.path}/bids/export`)).status).toBe(403);
  });

  it('of firms and qualifications go into spreadsheets too', async () => {
    expect((await sheet(world.enterprise, '/firms/export')).slice(1).map(row => (row[0] as string).slice(0, 2)).sort()).toEqual(['吕梁', '晋绿', '汾河']);
    expect(await sheet(world.supervisor, '/qualifications/export?state=verified')).toHaveLength(5);
    expect((await world.enterprise.get('/qualifications/export')).status).toBe(403);
    expect((await world.house.anyone.get('/firms/export')).status).toBe(401);
  });
});
