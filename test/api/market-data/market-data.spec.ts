import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { Any, DAY, file, MarketWorld, ok, Person, Published } from '../marketplace/world';
import { official } from './official-schema';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const profile = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync('test/contracts/ocds.profile.json', 'utf8')) as object);
const schema = official();

describe('what the market gives to others', () => {
  let world: MarketWorld;
  let visitor: Person;
  let firm: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [visitor, firm] = [world.house.anyone, world.firm(0)];
    await world.runJobs();
  });
  afterAll(() => world.end());

  /** A package that holds what it must, by our own closed profile and, where they are laid out, by the official schemas. */
  async function ocds(path: string): Promise<Any> {
    const { body, headers } = ok(await visitor.get(`/public/ocds/${path}`), 200);
    expect([profile(body), profile.errors]).toEqual([true, null]);
    const whole = schema && (body.records ? schema.records : schema.releases);
    if (whole) expect([whole(body), whole.errors]).toEqual([true, null]);
    expect(headers['cache-control']).toBe('public, max-age=300');
    return body;
  }
  const ocidOf = (task: Published): string => `ocds-000000-${task.number}`;
  const enqueue = async (job: string, payload: object = {}): Promise<void> => {
    await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ($1, 'quick', $2)`, [job, JSON.stringify(payload)]);
    await world.runJobs();
  };

  let task: Published;
  it('a tender is public at once, its bidders only after the opening, and nobody in person ever', async () => {
    task = await world.published({ title: '石灰窑自行监测 <A&B> “2027”' });
    await world.bid(task, world.firm(0), { priceYuan: '98000.00' });
    await world.bid(task, world.firm(1), { priceYuan: '86500.50' });
    await world.runJobs();
    const sealed = JSON.stringify(await ocds(`records/${ocidOf(task)}`));
    const names = (await world.query<Any>(`SELECT name, legal_representative, contact_name, address FROM organisation WHERE kind = 'firm'`)).map(each => each.name as string);
    for (const secret of [...names, '98000', '86500', '示例法人', '示范路', '13800000000', 'numberOfTenderers', 'tenderers']) expect([secret, sealed.includes(secret)]).toEqual([secret, false]);
    world.at(task.deadline);
    ok(await world.open(task), 200);
    const bids = (await world.enterprise.get(`${task.path}/bids`)).body.items as Any[];
    ok(await world.enterprise.post(`${task.path}/award`, { bidId: bids[0].id, reason: '价格最低，联系王经理 13900001234' }), 200);
    await world.runJobs();
    const { records: [record] } = await ocds(`records/${ocidOf(task)}`);
    expect(record.releases.map((each: Any) => each.tag[0])).toEqual(['tender', 'tenderUpdate', 'award']);
    expect(JSON.stringify(record.releases[0])).toBe(JSON.stringify((JSON.parse(sealed) as Any).records[0].releases[0]));
    expect(record.compiledRelease).toMatchObject({ tag: ['compiled'], tender: { status: 'complete', numberOfTenderers: 2, value: { amount: 100_000, currency: 'CNY' } }, awards: [{ value: { amount: 86_500.5, currency: 'CNY' }, suppliers: [{ name: '汾河环保科技有限公司（示例）' }] }] });
    const whole = JSON.stringify(record);
    for (const secret of ['98000', '示例法人', '示范路', '13800000000', '13900001234', '王经理']) expect([secret, whole.includes(secret)]).toEqual([secret, false]);
  });

  it('what ends otherwise says how; a second run and the round that makes up write nothing twice', async () => {
    const cancelled = await world.published();
    const later = new Date(cancelled.deadline.getTime() + 3 * DAY);
    ok(await world.enterprise.post(`${cancelled.path}/amendments`, { reason: '增加一个监测点位', description: '增加 DA003 监测点位。', bidDeadline: later.toISOString() }), 201);
    await world.runJobs();
    const { records: [{ releases: [tender, amended] }] } = await ocds(`records/${ocidOf(cancelled)}`);
    expect([tender.tender.tenderPeriod.endDate, amended.tag, amended.tender.tenderPeriod.endDate]).toEqual([cancelled.deadline.toISOString(), ['tenderAmendment'], later.toISOString()]);
    expect(amended.tender.amendments).toEqual([{ id: 'amendment-2', date: amended.date, rationale: '增加一个监测点位', description: expect.stringMatching(/^修改：需求说明；截止时间由 .* 顺延到 /) as Any, amendsReleaseID: tender.id, releaseID: amended.id }]);
    ok(await world.enterprise.post(`${cancelled.path}/cancel`, { reason: '企业计划有变' }), 200);
    await world.runJobs();
    const failed = await world.published({ kind: 'engineering', requiredQualifications: [] });
    world.at(failed.deadline.getTime() + 1);
    await world.runJobs();
    expect((await ocds(`records/${ocidOf(cancelled)}`)).records[0].compiledRelease.tender.status).toBe('cancelled');
    const { releases } = await ocds(`releases/${ocidOf(failed)}-2`);
    expect([releases.length, releases[0].tag, releases[0].tender.status, releases[0].tender.mainProcurementCategory]).toEqual([1, ['tenderUpdate'], 'unsuccessful', 'works']);
    const rows = (): Promise<Any[]> => world.query('SELECT task_id, stage, seq, body FROM ocds_release ORDER BY task_id, seq');
    const before = await rows();
    await enqueue('market-data.publish-releases', { taskId: task.id });
    await enqueue('market-data.catch-up-releases');
    expect(await rows()).toEqual(before);
    await world.query('WITH gone AS (DELETE FROM ocds_seen WHERE task_id = $1) DELETE FROM ocds_release WHERE task_id = $1', [task.id]);
    await enqueue('market-data.catch-up-releases');
    expect(await rows()).toEqual(before);
  });

  it('a contract is public from its signing to its end; milestones and payments only where the law has it announced', async () => {
    const [client, winner] = [world.enterprise, world.firm(1)];
    const post = async (person: Person, path: string, body: Any = {}, ifMatch?: number): Promise<Any> => ok(await person.post(path, body, { ifMatch }), 201).body;
    const put = async (person: Person, path: string, body: Any = {}, ifMatch?: number): Promise<Any> => ok(await person.post(path, body, { ifMatch }), 200).body;
    await world.query('UPDATE contract SET sign_by_law = true WHERE task_id = $1', [task.id]);
    let contract = await post(client, '/contracts', { taskId: task.id });
    const at = `/contracts/${contract.id as string}`;
    for (const [person, verb] of [[client, 'propose'], [winner, 'agree']] as const) contract = await put(person, `${at}/${verb}`, {}, contract.version as number);
    await world.runJobs();
    expect((await ocds(`records/${ocidOf(task)}`)).records[0].compiledRelease.contracts).toBeUndefined();
    for (const person of [client, winner]) contract = await put(person, `${at}/sign`, { way: 'online' }, contract.version as number);
    const [first, second] = contract.milestones as Any[];
    const delivery = await post(winner, `${task.path}/deliveries`, { summary: '采样完成，内部联系人李工', fileIds: [], milestoneId: first.id });
    await put(client, `${task.path}/deliveries/${delivery.id as string}/accept`, { comment: '符合要求' });
    const fileId = (await voucher(client, contract)).id as string;
    const paidOn = new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
    const { payments: [payment] } = await post(client, `${at}/payments`, { milestoneId: first.id, amountYuan: first.amountYuan, paidOn, fileId });
    await put(winner, `${at}/payments/${payment.id as string}/confirm`);
    const { terms, milestones } = contract;
    const rows = (milestones as Any[]).map(({ id, name, dueOn, amountYuan, payableOn, deliverable }) => ({ id, name, dueOn, amountYuan, payableOn, deliverable }));
    const { proposals: [change] } = await post(winner, `${at}/changes`, { reason: '企业增加监测点位，王经理已口头同意', terms: { ...terms, priceYuan: '90000.50', durationDays: terms.durationDays + 5, milestones: [rows[0], { ...rows[1], amountYuan: '55400.30' }] } });
    await put(client, `${at}/proposals/${change.id as string}/agree`);
    await post(client, `${at}/termination`, { way: 'notice', ground: 'delay', reason: '多次催告仍未出具报告' });
    await world.runJobs();
    const { records: [{ releases, compiledRelease }] } = await ocds(`records/${ocidOf(task)}`);
    expect(releases.map((each: Any) => each.tag[0])).toEqual(['tender', 'tenderUpdate', 'award', 'contract', 'contractAmendment', 'implementation', 'implementationUpdate', 'contractTermination']);
    expect([releases[2].contracts, releases[3].contracts[0].status, releases[3].contracts[0].value.amount, releases[3].contracts[0].amendments]).toEqual([undefined, 'active', 86_500.5, undefined]);
    expect(compiledRelease).toMatchObject({ tender: { status: 'complete' }, awards: [{ status: 'active' }] }); // the work was ended, not the tender
    expect(compiledRelease.contracts).toEqual([expect.objectContaining({ id: contract.number, awardID: compiledRelease.awards[0].id, status: 'terminated', description: '合同提前解除，待结算', value: { amount: 90_000.5, currency: 'CNY' } })]);
    const [{ amendments, implementation, period }] = compiledRelease.contracts as Any[];
    expect([amendments.length, amendments[0].description, amendments[0].amendsReleaseID, period.durationInDays]).toEqual([1, expect.stringMatching(/^变更：合同价、履行期限、里程碑；合同价由 86500.50 元改为 90000.50 元；截止日期由 /), releases[3].id, terms.durationDays + 5]);
    expect(implementation.milestones.map((each: Any) => [each.id, each.status])).toEqual([[first.id, 'met'], [second.id, 'scheduled']]);
    expect(implementation.transactions).toEqual([expect.objectContaining({ id: payment.id, value: { amount: 34_600.2, currency: 'CNY' }, payee: { id: expect.stringMatching(/^CN-USCC-/) as Any, name: '汾河环保科技有限公司（示例）' } })]);
    const whole = JSON.stringify(releases);
    for (const secret of ['李工', '王经理', '催告', '符合要求', terms.confidentiality as string, terms.liability as string]) expect([secret, whole.includes(secret)]).toEqual([secret, false]);
  });

  const voucher = async (person: Person, contract: Any): Promise<Any> => ok(await world.multipart(`/files?subjectType=contract&subjectId=${contract.id as string}&purpose=voucher`, person, [file('file', '凭证.pdf', PDF)]), 201).body;

  it('is collected page by page and month by month', async () => {
    const follow = async (first: string): Promise<Any[]> => {
      const found: Any[] = [];
      for (let path: string | undefined = first; path; ) {
        const page: Any = await ocds(path);
        found.push(...((page.releases ?? page.records) as Any[]));
        path = (page.links?.next as string | undefined)?.split('/public/ocds/')[1];
      }
      return found;
    };
    const [{ n }] = (await world.query<Any>('SELECT count(*)::int AS n FROM ocds_release')) as [Any];
    const releases = await follow('releases?limit=2');
    expect([releases.length, new Set(releases.map(each => each.id as string)).size]).toEqual([n, n]);
    expect(await follow('records?limit=1')).toHaveLength(3);
    expect((await follow('releases?limit=1&kind=engineering')).length).toBe(2);
    const months = ok(await visitor.get('/public/ocds/packages'), 200).body as Any[];
    expect(months.reduce((sum, each) => sum + (each.releases as number), 0)).toBe(n);
    expect((await ocds(`packages/${months[0].month as string}`)).releases).toHaveLength(months[0].releases as number);
    for (const path of ['packages/2020-01', 'packages/..', 'records/ocds-000000-RW-1', 'releases/none', 'releases?kind=disposal', 'releases?since=2099-01-01']) expect([path, (await visitor.get(`/public/ocds/${path}`)).status]).toEqual([path, 404]);
    for (const path of ['releases?kind=x', 'releases?since=gestern', 'releases?limit=5000', 'releases?cursor=xyz']) expect([path, (await visitor.get(`/public/ocds/${path}`)).status]).toEqual([path, 400]);
  });

  it('new tasks are a feed, with its marks escaped and its kinds apart', async () => {
    const open = await world.published({ title: '水样 <检测> & “复核”', requiredQualifications: [] });
    await world.published({ title: '危废处置服务采购', kind: 'disposal', requiredQualifications: [] });
    const read = async (query = ''): Promise<{ headers: Any; xml: string }> => {
      const answer = ok(await visitor.get(`/public/feeds/service-tasks.xml${query}`), 200);
      return { headers: answer.headers, xml: answer.raw.toString('utf8') };
    };
    const { headers, xml } = await read();
    expect([headers['content-type'], headers['cache-control']]).toEqual(['application/rss+xml; charset=utf-8', 'public, max-age=300']);
    expect(xml).toContain('<title>水样 &lt;检测&gt; &amp; “复核”</title>');
    expect(xml).toContain(`<guid isPermaLink="true">http://127.0.0.1:3000/tasks/${open.id}</guid>`);
    expect(xml.match(/<item>/g)).toHaveLength(2); // only what takes bids now
    const disposal = await read('?kind=disposal');
    expect([disposal.xml.match(/<item>/g)?.length, disposal.xml.includes('?kind=disposal" rel="self"')]).toEqual([1, true]);
    expect((await visitor.get('/public/feeds/service-tasks.xml?kind=x')).status).toBe(400);
  });

  it('a firm keeps a search, is told once of a new task that fits, and can switch that off', async () => {
    const save = (body: Any, person = firm): Promise<Any> => person.post('/saved-searches', { name: '本地检测', alerts: true, ...body });
    const search = ok(await save({ kind: 'disposal', q: '污泥' }), 201).body;
    expect((await save({ kind: 'disposal', q: '污泥' })).body.code).toBe('saved-search.twice');
    expect((await save({ name: '无' })).body.errors[0].pointer).toBe('/name');
    expect([(await save({}, world.enterprise)).status, (await world.supervisor.get('/saved-searches')).status]).toEqual([403, 403]);
    expect([(await world.firm(1).get('/saved-searches')).body, (await world.firm(1).patch(`/saved-searches/${search.id as string}`, { alerts: false }, { ifMatch: 1 })).status]).toEqual([[], 404]);
    const told = async (one: Published): Promise<Any[]> => world.query(`SELECT n.org_id, n.body_zh FROM notification n WHERE n.subject_id = $1 AND n.key = $2`, [one.id, `task:${one.id}:published`]);
    const fits = await world.published({ title: '污泥处置服务', kind: 'disposal', stage: 'closure', requiredQualifications: [] });
    await world.runJobs();
    await enqueue('market-data.tell-searchers', { taskId: fits.id });
    expect((await told(fits)).map(each => [each.org_id, (each.body_zh as string).includes('“本地检测”')])).toEqual([[firm.orgId, true]]);
    const off = ok(await firm.patch(`/saved-searches/${search.id as string}`, { alerts: false }, { ifMatch: 1 }), 200).body;
    expect([off.alerts, off.version, (await firm.patch(`/saved-searches/${search.id as string}`, { alerts: true }, { ifMatch: 1 })).status]).toEqual([false, 2, 412]);
    const silent = await world.published({ title: '污泥处置服务二', kind: 'disposal', stage: 'closure', requiredQualifications: [] });
    await world.runJobs();
    expect(await told(silent)).toEqual([]);
    for (let nth = 0; nth < 19; nth++) ok(await save({ q: `词语${nth}` }), 201);
    expect((await save({ q: '太多了' })).body.code).toBe('saved-search.too-many');
    expect((await firm.delete(`/saved-searches/${search.id as string}`)).status).toBe(204);
    expect((await firm.get('/saved-searches')).body).toHaveLength(19);
  });

  it('the figures are exact, by kind, firm and period, and say nothing of sealed bids or of few awards', async () => {
    await world.bid(await world.published(), world.firm(1), { priceYuan: '1.00' }); // sealed: not counted
    const figures = async (query = '', person: Person = world.supervisor): Promise<Any> => ok(await person.get(`/market-statistics${query}`), 200).body;
    const { total, groups } = await figures();
    expect(total).toMatchObject({ published: 8, opened: 1, awarded: 1, failed: 1, cancelled: 2, bids: 2, bidsPerTask: '2.0', awardYuan: '86500.50', budgetYuan: '100000.00', savedYuan: '13499.50', savedPercent: '13.5', medianDays: '2.0' });
    expect(groups.map((each: Any) => [each.key, each.published, each.bids])).toEqual(expect.arrayContaining([['testing', 4, 2], ['disposal', 3, 0], ['engineering', 1, 0]]));
    const firms = (await figures('?by=firm')).groups as Any[];
    expect(firms.map(each => [each.labelZh, each.bids, each.awarded, each.awardYuan])).toEqual([['汾河环保科技有限公司（示例）', 1, 1, '86500.50'], ['晋绿环境检测有限公司（示例）', 1, 0, null]]);
    // a direct commission has no bid; it counts as awarded, with the price that was agreed on, and as no bid
    const draft = await world.draft({ method: 'direct', invitedFirmIds: [world.firm(0).orgId], budgetYuan: '20000.00' });
    ok(await world.enterprise.post(`/service-tasks/${draft.id as string}/publish`, {}, { ifMatch: draft.version as number }), 200);
    ok(await world.firm(0).post(`/service-tasks/${draft.id as string}/offers/accept`, { nth: 1 }), 200);
    const with1 = await figures();
    expect(with1.total).toMatchObject({ published: 9, opened: 1, awarded: 2, bids: 2, awardYuan: '106500.50' });
    expect(((await figures('?by=firm')).groups as Any[]).map(each => `${each.labelZh.slice(0, 2) as string} ${each.bids as number} ${each.awarded as number} ${each.awardYuan as string}`).sort()).toEqual(['晋绿 1 1 20000.00', '汾河 1 1 86500.50'].sort());
    await world.query(`DELETE FROM outbox WHERE payload->>'taskId' = $1`, [draft.id]);
    await world.query(`UPDATE service_task SET published_at = NULL WHERE id = $1`, [draft.id]);
    expect((await figures('?by=service')).groups[0].labelZh).toBe('目录以外');
    expect((await figures('?by=month&from=2026-11-23&to=2026-11-23')).total.published).toBe(1);
    expect((await world.supervisor.get('/market-statistics?from=2026-12-01&to=2026-11-01')).body.errors[0].pointer).toBe('/to');
    expect((await world.supervisor.get('/market-statistics?from=gestern')).status).toBe(400);
    expect((await world.supervisor.get('/market-statistics/export?by=firm')).raw.subarray(0, 2).toString()).toBe('PK');
    for (const person of [firm, world.enterprise]) expect((await person.get('/market-statistics')).status).toBe(403);
    const open = ok(await visitor.get('/public/market-statistics'), 200).body;
    expect([open.total.published, open.total.isSmall, open.total.awardYuan, open.total.medianDays, open.leastAwards]).toEqual([8, true, null, null, 5]);
    expect((await visitor.get('/public/market-statistics?by=firm')).status).toBe(400);
    await world.query(`UPDATE service_task SET region_code = '140105' WHERE id = $1`, [task.id]);
    expect((await figures()).total.awarded).toBe(0);
    expect(world.now).toBeGreaterThan(task.deadline.getTime() + DAY);
  });
});
