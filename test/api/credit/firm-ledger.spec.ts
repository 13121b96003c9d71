import { randomUUID } from 'node:crypto';
import { file, MarketWorld, ok, Published } from '../marketplace/world';
import { type Any, MET, type Person, ReportsWorld } from '../reports/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const DAYS = 24 * 3_600_000;

/** A service firm's failures reach its ledger: from the paper that the bureau sends back, and from the day that passed. */
describe('the ledger of a service firm', () => {
  let reports: ReportsWorld;
  let market: MarketWorld;
  let firm: Person;
  let task: Published;
  let reportId: string;
  let finding: Any;
  beforeAll(async () => {
    reports = await ReportsWorld.begin();
    reportId = await reports.handedIn();
    market = await MarketWorld.on(reports.records.world);
    market.enterprise = reports.hospital;
    firm = market.firm(1);
  }, 600_000);
  afterAll(() => reports.end());

  const credit = async (): Promise<Any> => ok(await firm.get(`/credit-subjects/${firm.orgId}`), 200).body;
  const events = async (): Promise<Any[]> => ok(await firm.get(`/credit-subjects/${firm.orgId}/events`), 200).body.items as Any[];
  const act = (person: Person, verb: string, body: Any): Promise<Any> => person.post(`/firm-findings/${finding.id as string}/${verb}`, body, { ifMatch: finding.version as number });

  it('has what was handed over late and accepted, by the days agreed, once; a delay below the dated row is none', async () => {
    task = await market.awarded();
    const deliver = async (of: Published, days: number): Promise<void> => {
      market.at(market.now + days * DAYS);
      const delivery = ok(await firm.post(`${of.path}/deliveries`, { summary: '第四季度监测报告', fileIds: [] }), 201).body;
      ok(await market.enterprise.post(`${of.path}/deliveries/${delivery.id as string}/accept`, { comment: '已核对报告' }), 200);
      await reports.jobs();
    };
    expect(await credit()).toMatchObject({ scheme: 'firm-100', score: '100.00' });
    await deliver(task, 40);
    expect(await events()).toMatchObject([{ type: 'firm.late', status: 'active', title: expect.stringMatching(/^逾期 \d+ 日交付：石灰窑自行监测服务/) as string }]);
    expect(await credit()).toMatchObject({ score: '99.00' });
    expect(((await credit()).lines as Any[]).find(one => one.code === 'firm.late')).toMatchObject({ kind: 'event', contribution: '-1' });
    await market.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) SELECT uuidv7(), job, queue, payload, 0, created_at FROM outbox WHERE job = 'credit.take-late-work'`);
    await reports.jobs();
    await deliver(await market.awarded(), 31);
    expect(await events()).toHaveLength(1);
  });

  it('counts by the first hand-over of a part: what the client took to send it back is not the delay of the firm', async () => {
    const one = await market.awarded();
    const give = async (days: number): Promise<string> => {
      market.at(market.now + days * DAYS);
      return ok(await firm.post(`${one.path}/deliveries`, { summary: '监测报告', fileIds: [] }), 201).body.id as string;
    };
    const first = await give(20);
    market.at(market.now + 40 * DAYS);
    await market.keepSignedIn();
    ok(await market.enterprise.post(`${one.path}/deliveries/${first}/rework`, { comment: '请补充原始记录' }), 200);
    ok(await market.enterprise.post(`${one.path}/deliveries/${await give(2)}/accept`, { comment: '已核对报告' }), 200);
    await reports.jobs();
    expect(await events()).toHaveLength(1);
  });

  it('can object to what was counted', async () => {
    const [late] = await events();
    expect((await firm.post('/credit-appeals', { eventId: late?.id, ground: 'wrong-facts' })).status).toBe(201);
  });

  it('lays before the officers what they sent back and whose work it was; two of them find whose fault', async () => {
    ok(await market.enterprise.post(`${task.path}/uses`, { subjectType: 'execution-report', subjectId: reportId }), 200);
    const reviewer = await reports.officer();
    await market.keepSignedIn();
    const qualities = MET.map(one => (one.quality === 'accurate' ? { ...one, met: false, comment: '结论与监测结果不符' } : one));
    const sentBack = await reviewer.post(`/execution-reports/${reportId}/return`, { qualities, places: [{ pointer: '/conclusion/text', requirement: '请按监测结果改写结论' }], note: '结论须与监测数据一致' }, { ifMatch: await reports.version(reviewer, reportId) });
    expect(ok(sentBack, 200).body.state).toBe('returned');
    await reports.jobs();
    expect(await market.query<Any>(`SELECT DISTINCT link FROM notification WHERE key LIKE 'turned-down:%'`)).toEqual([{ link: expect.stringMatching(new RegExp(`/firm-findings/new\\?firm=${firm.orgId}&task=${task.id}&kind=review-failed$`)) as string }]);
    // not by itself: whose fault it was is for two officers to find
    expect(await events()).toHaveLength(1);
    const enforcer = await reports.officer('bureau.enforcer');
    await market.keepSignedIn();
    const id = randomUUID();
    const evidence = ok(await market.multipart(`/files?subjectType=firm-finding&subjectId=${id}&purpose=evidence`, enforcer, [file('file', '退回意见.pdf', PDF)]), 201).body;
    finding = ok(await enforcer.post('/firm-findings', { id, kind: 'review-failed', firmId: firm.orgId, taskId: task.id, occurredOn: market.house.clock.today(), source: '执行报告退回意见', facts: '监测报告中的结论与所附数据不符，执行报告因此被退回。', legalBasis: '排污许可管理条例 第二十二条', evidenceFileId: evidence.id }), 201).body;
    finding = ok(await act(firm, 'state', { reason: '数据誊写有误，已经更正。' }), 200).body;
    expect((await act(enforcer, 'decide', { verdict: 'confirmed', reason: '自己决定' })).body.code).toBe('firm-finding.two-persons');
    finding = ok(await act(market.supervisor, 'decide', { verdict: 'confirmed', reason: '事实清楚，属机构责任' }), 200).body;
    await reports.jobs();
    expect((await events()).find(one => one.type === 'firm.review-failed')).toMatchObject({ status: 'active', severity: 'minor', sourceType: 'firm-finding' });
    expect(await credit()).toMatchObject({ score: '96.00' });
    // a minor matter is not published
    expect(ok(await market.house.anyone.get(`/public/firms/${firm.orgId}/reputation`), 200).body.findings).toEqual([]);
  });

  it('follows a finding that does not stand; nothing is erased', async () => {
    finding = ok(await act(firm, 'object', { reason: '企业自行改动了结论，附邮件。' }), 200).body;
    finding = ok(await act(market.supervisor, 'answer', { verdict: 'revoked', reason: '邮件证明属企业改动' }), 200).body;
    await reports.jobs();
    expect((await events()).map(one => [one.type, one.status]).sort()).toEqual([['firm.late', 'active'], ['firm.review-failed', 'revoked']]);
    expect(await credit()).toMatchObject({ score: '99.00' });
  });
});
