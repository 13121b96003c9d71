import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Any, DAY, MarketWorld, ok, Person, Published } from './world';

/** 招标投标法 第二十二条: before the opening nobody but the bidder about itself learns how many bid, or who. */
describe('the number and the names of bidders before the opening', () => {
  let world: MarketWorld;
  let readers: Person[];
  const showing = readFileSync(join(__dirname, '../../contracts/routes.txt'), 'utf8').split('\n').flatMap(line => /^GET +(\S*\/service-tasks(?:\/:id\S*)?)\s/.exec(line)?.[1] ?? []).filter(path => (path.match(/:/g) ?? []).length <= 1);
  const BESIDE = ['/service-tasks?tab=all', '/service-tasks?tab=mine', '/service-tasks?tab=invited', '/service-tasks/export?tab=all', '/public/service-tasks?open=true', '/public/market-statistics', '/market-statistics', '/public/ocds/records', '/public/ocds/releases', '/public/feeds/service-tasks.xml', '/notifications', '/public/candidate-notices'];

  beforeAll(async () => {
    world = await MarketWorld.begin();
    const bureau = await world.house.as('bureau.admin');
    await world.keepSignedIn();
    readers = [world.enterprise, world.otherEnterprise, world.firm(2), world.supervisor, bureau, world.house.anyone as Person];
  });
  afterAll(() => world.end());

  /** Everything that every reader is told about the task by every route that shows one, read twice so that no look leaves its own mark. */
  const told = async (task: Published): Promise<Map<string, string>> => {
    const seen = new Map<string, string>();
    for (const [nth, reader] of readers.entries())
      for (const path of [...showing.map(one => one.replace(':id', task.id)), ...BESIDE]) {
        const { status, raw, body } = await reader.get(path);
        seen.set(`${nth} ${path}`, path.includes('export') ? String(status) : status >= 400 ? `${status} ${(body as Any)?.code as string}` : raw.toString());
      }
    return seen;
  };
  const differences = (before: Map<string, string>, after: Map<string, string>): string[] => [...before.keys()].filter(key => before.get(key) !== after.get(key));

  /** More bids than before, without anything that goes with handing one in. */
  const another = (task: Published, firm: Person, digits: string): Promise<unknown> =>
    world.query(`INSERT INTO bid (id, task_id, firm_id, firm_name, round, state, envelope, digest, size_bytes, received_at, receipt_signature, submitted_by, attachment_file_ids, sealed_round, documents_version)
      SELECT uuidv7(), task_id, $2, '第三家', 1, state, envelope, translate(substr(digest, 1, 1), '0123456789abcdef', $3) || substr(digest, 2), size_bytes, received_at, receipt_signature, submitted_by, attachment_file_ids, sealed_round, documents_version FROM bid WHERE task_id = $1 LIMIT 1`, [task.id, firm.orgId, digits]);

  it('the walk covers every route that shows a task', () => {
    expect(showing.length).toBeGreaterThanOrEqual(28);
    expect(showing).toEqual(expect.arrayContaining(['/service-tasks/:id', '/service-tasks/:id/bids', '/service-tasks/:id/procedure', '/service-tasks/:id/timeline', '/public/service-tasks/:id', '/public/service-tasks/:id/procedure']));
  });

  it('follow from no answer while bids are taken: none, one or two bids read alike to everybody else', async () => {
    const task = await world.published();
    await world.runJobs();
    const none = await told(task);
    await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    await world.runJobs();
    expect(differences(none, await told(task))).toEqual([]);
    await world.bid(task, world.firm(1), { priceYuan: '97000.00' });
    await world.runJobs();
    expect(differences(none, await told(task))).toEqual([]);
    // it can fail: the routes are alive and answer
    expect([...none.values()].filter(answer => answer.startsWith('{') || answer.startsWith('[')).length).toBeGreaterThan(60);
    expect(ok(await world.firm(0).get(`${task.path}/bids/mine`), 200).body).toHaveLength(1);
    expect(ok(await world.firm(0).get(task.path), 200).body).toMatchObject({ bidCount: null });
  });

  it('the operator’s log tells nobody who has bid or how many before the opening, by no filter, and everything after it', async () => {
    const operator = await world.house.as('bureau.admin');
    await world.keepSignedIn();
    const task = await world.published();
    const log = async (query = ''): Promise<Any[]> => ok(await operator.get(`/audit-log?limit=100${query}`), 200).body.items;
    await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    await world.bid(task, world.firm(1), { priceYuan: '97000.00' });
    const [{ name }] = await world.query('SELECT name FROM organisation WHERE id = $1', [world.firm(0).orgId]);
    const hidden = (await log()).filter(row => row.withheld);
    expect([hidden.length >= 2, [...new Set(hidden.map(row => JSON.stringify([row.actorUserId, row.actorName, row.actorOrgId, row.actorOrgName, row.action, row.subjectId, row.details, row.trace])))]]).toEqual([true, [JSON.stringify([null, null, null, null, 'withheld', '', {}, null])]]);
    for (const query of [`&q=${task.id}`, '&action=bid', `&q=${encodeURIComponent(name as string)}`, '&subjectType=service-task']) expect((await log(query)).filter(row => row.withheld || (row.subjectId === task.id && row.action.startsWith('bid.')))).toEqual([]);
    const sheet = (await operator.get('/audit-log/export')).raw.toString();
    expect(sheet.split('\n').filter(line => line.includes(task.id) && line.includes('bid.submit'))).toEqual([]);
    world.at(task.deadline);
    await world.runJobs();
    // closed and not opened: a second announcement may follow, the number stays where it is
    const [closing] = (await log(`&q=${task.id}`)).filter(row => row.action === 'task.close');
    expect(closing.details).toEqual({ state: 'closed', verdict: 'close', fewest: expect.any(Number) as number });
    ok(await world.open(task), 200);
    expect((await log(`&q=${task.id}`)).filter(row => row.action === 'bid.submit').map(row => row.actorOrgId).sort()).toEqual([world.firm(0).orgId, world.firm(1).orgId].sort());
  });

  it('nor between deadline and opening, and with the opening all are told the number', async () => {
    const task = await world.published();
    await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    world.at(task.deadline);
    await world.runJobs();
    const one = await told(task);
    await another(task, world.firm(1), '123456789abcdef0');
    expect(differences(one, await told(task))).toEqual([]);
    await world.query(`DELETE FROM bid WHERE task_id = $1 AND firm_name = '第三家'`, [task.id]);
    ok(await world.open(task), 200);
    for (const path of [task.path, `/public${task.path}`]) expect((await world.enterprise.get(path)).body).toMatchObject({ bidCount: 1 });
    expect(ok(await world.enterprise.get(`${task.path}/procedure`), 200).body).toMatchObject({ bids: 1 });
  });

  it('nor where too few came: a prolonged bidding or a second one may follow', async () => {
    const task = await world.published({ method: 'invited', invitedFirmIds: world.firms.map(one => one.orgId), kind: 'consulting', requiredQualifications: [], budgetYuan: null });
    await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    world.at(task.deadline);
    await world.runJobs();
    expect(await world.row(task.id)).toMatchObject({ state: 'short' });
    const one = await told(task);
    await another(task, world.firm(1), '23456789abcdef01');
    expect(differences(one, await told(task))).toEqual([]);
    const { body } = ok(await world.enterprise.get(`${task.path}/timeline`), 200);
    expect((body as Any[]).map(line => line.zh)).toContainEqual('截止时密封报价少于 3 家，不开标');
  });

  it('in an inquiry the enterprise and its bureau count the answers, rivals and the public do not; a negotiation keeps both in the dark until each opening', async () => {
    const invited = world.firms.map(one => one.orgId);
    const inquiry = await world.published({ method: 'inquiry', invitedFirmIds: invited, kind: 'consulting', requiredQualifications: [], budgetYuan: null });
    for (const nth of [0, 1]) await world.bid(inquiry, world.firm(nth), { priceYuan: `9${nth}000.00` });
    for (const reader of [world.enterprise, world.supervisor]) expect(ok(await reader.get(inquiry.path), 200).body).toMatchObject({ bidCount: 2 });
    expect(ok(await world.enterprise.get(`${inquiry.path}/procedure`), 200).body).toMatchObject({ bids: 2, numberKnownTo: 'procurer' });
    for (const path of [inquiry.path, `${inquiry.path}/procedure`]) expect(ok(await world.firm(0).get(path), 200).body).toMatchObject(path.endsWith('procedure') ? { bids: null } : { bidCount: null });
    expect(ok(await world.firm(0).get(`${inquiry.path}/bids`), 200).body).toMatchObject({ count: null, items: [] });

    const talks = await world.published({ method: 'negotiation', invitedFirmIds: invited, kind: 'consulting', requiredQualifications: [], budgetYuan: null });
    for (const nth of [0, 1, 2]) await world.bid(talks, world.firm(nth), { priceYuan: `9${nth}000.00` });
    world.at(talks.deadline);
    await world.runJobs();
    expect(ok(await world.enterprise.get(talks.path), 200).body).toMatchObject({ bidCount: null });
    ok(await world.open(talks), 200);
    expect(ok(await world.enterprise.get(talks.path), 200).body).toMatchObject({ state: 'negotiating', bidCount: 3 });
    expect(ok(await world.firm(0).get(talks.path), 200).body).toMatchObject({ bidCount: null });
    const lines = async (person: Person): Promise<string[]> => (ok(await person.get(`${talks.path}/timeline`), 200).body as Any[]).filter(line => line.kind === 'open').map(line => line.zh as string);
    expect([await lines(world.firm(0)), (await lines(world.enterprise)).join()]).toEqual([['由发布企业开启首轮报价'], expect.stringContaining('有效开启 3 份')]);
    // the record of the first round names everybody: for who procures until the second is opened
    await world.runJobs();
    const first = ok(await world.enterprise.get(talks.path), 200).body.firstOpeningRecordFileId as string;
    expect([(await world.enterprise.get(`/files/${first}/content`)).raw.subarray(0, 5).toString(), ok(await world.firm(0).get(talks.path), 200).body.firstOpeningRecordFileId, (await world.firm(0).get(`/files/${first}/content`)).status]).toEqual(['%PDF-', null, 404]);
    for (const firm of world.firms) ok(await world.enterprise.post(`${talks.path}/talks`, { firmId: firm.orgId, text: '谈了夜间监测的安排' }), 204);
    ok(await world.enterprise.post(`${talks.path}/final-round`, { bidDeadline: new Date(world.now + DAY).toISOString(), text: '最终报价' }), 200);
    await world.bid(talks, world.firm(0), { priceYuan: '88000.00' });
    expect(ok(await world.enterprise.get(`${talks.path}/bids`), 200).body).toMatchObject({ opened: false, count: null });
    // the first round was read out, who bids in the second is secret again
    const operator = await world.house.as('bureau.admin');
    await world.keepSignedIn();
    const { items } = ok(await operator.get(`/audit-log?limit=100&q=${talks.id}`), 200).body;
    expect((items as Any[]).filter(row => row.action === 'bid.submit')).toHaveLength(3);
  });

  it('an officer of another department of the region reads neither files nor the enterprise’s own history', async () => {
    const task = await world.opened();
    const officer = await world.house.as('department.officer');
    await world.keepSignedIn();
    for (const [type, id] of [['service-task', task.id], ['task-opening', task.id], ['bid', task.bids[0].id]]) {
      const of = `/files?subjectType=${type as string}&subjectId=${id as string}`;
      expect([type, (await officer.get(of)).status >= 403, (await world.supervisor.get(of)).status]).toEqual([type, true, 200]);
    }
    const kinds = ok(await officer.get(`${task.path}/timeline`), 200).body as Any[];
    expect(kinds.map(line => line.kind)).toEqual(['publish']);
  });
});
