import ExcelJS from 'exceljs';
import { ContractOutcomes } from '@huanbao/contracts';
import { seedPermitsDemo } from '@huanbao/permits';
import { Any, codes, DAY, file, MarketWorld, ok, Person, Published } from '../marketplace/world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const REASON = { reason: '核对后与约定不一致' };

/** The platform's own template with these values of chemical oxygen demand, sampled in the minutes before. */
async function resultSheet(template: Buffer, values: readonly string[], now: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(template as unknown as ExcelJS.Buffer);
  const sheet = book.worksheets[0] as ExcelJS.Worksheet;
  const headings = Array.from({ length: sheet.columnCount }, (_, at) => String(sheet.getCell(2, at + 1).value ?? ''));
  values.forEach((value, nth) => {
    const cells = { 点位: 'DW001 污水总排口', 监测因子: '化学需氧量', 采样时间: new Date(now + 8 * 3_600_000 - (values.length - nth) * 60_000).toISOString().slice(0, 16).replace('T', ' '), 监测值: value, CMA: '240412050001' };
    for (const [word, text] of Object.entries(cells)) sheet.getCell(3 + nth, headings.findIndex(one => one.includes(word)) + 1).value = text;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** From the award to the settlement. */
describe('contracts', () => {
  let world: MarketWorld;
  let client: Person;
  let firm: Person;
  let loser: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [client, loser, firm] = [world.enterprise, world.firm(0), world.firm(1)];
  });
  afterAll(() => world.end());

  const at = (contract: Any): string => `/contracts/${contract.id as string}`;
  const seen = async (contract: Any, person = client): Promise<Any> => ok(await person.get(at(contract)), 200).body;
  const begin = async (task: Published): Promise<Any> => ok(await client.post('/contracts', { taskId: task.id }), 201).body;
  const act = (person: Person, contract: Any, verb: string, body: Any = {}, ifMatch = contract.version as number): Promise<Any> => person.post(`${at(contract)}/${verb}`, body, { ifMatch });
  const termsOf = ({ terms, milestones }: Any): Any => ({ ...terms, milestones: milestones.map(({ id, name, dueOn, amountYuan, payableOn, deliverable }: Any) => ({ id, name, dueOn, amountYuan, payableOn, deliverable })) });
  const upload = async (contract: Any, person: Person): Promise<string> => ok(await world.multipart(`/files?subjectType=contract&subjectId=${contract.id as string}&purpose=voucher`, person, [file('file', '凭证.pdf', PDF)]), 201).body.id as string;
  const events = async (contract: Any): Promise<string[]> => (await world.query(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [contract.id])).map((row: Any) => row.action as string);

  async function agreed(task: Published): Promise<Any> {
    const draft = await begin(task);
    const proposed = ok(await act(client, draft, 'propose'), 200).body;
    return ok(await act(firm, proposed, 'agree'), 200).body;
  }

  async function active(task: Published): Promise<Any> {
    const text = await agreed(task);
    const first = ok(await act(client, text, 'sign', { way: 'online' }), 200).body;
    return ok(await act(firm, first, 'sign', { way: 'online' }), 200).body;
  }

  async function delivered(task: Published, milestoneId: string): Promise<Any> {
    return ok(await firm.post(`${task.path}/deliveries`, { summary: '按合同提交', fileIds: [], milestoneId }), 201).body;
  }

  async function accepted(task: Published, milestoneId: string): Promise<void> {
    const delivery = await delivered(task, milestoneId);
    ok(await client.post(`${task.path}/deliveries/${delivery.id as string}/accept`, { comment: '符合约定' }), 200);
  }

  async function paid(contract: Any, milestone: Any, amountYuan = milestone.amountYuan as string): Promise<Any> {
    const fileId = await upload(contract, client);
    const { payments } = ok(await client.post(`${at(contract)}/payments`, { milestoneId: milestone.id, amountYuan, paidOn: new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10), fileId }), 201).body;
    return payments[0];
  }

  it('comes into being with the award, and its day of signing is on the list of both', async () => {
    const task = await world.awarded();
    await world.runJobs();
    await world.runJobs();
    for (const person of [client, firm]) {
      const { items } = ok(await person.get(`/contracts?taskId=${task.id}`), 200).body;
      expect(items).toEqual([expect.objectContaining({ state: 'due', priceYuan: '86500.50', standing: expect.objectContaining({ daysLeft: 30, late: false, zh: '签约还剩 30 天' }) as Any })]);
    }
    for (const person of [loser, world.otherEnterprise]) expect(ok(await person.get(`/contracts?taskId=${task.id}`), 200).body.items).toEqual([]);
    expect((await world.supervisor.get('/contracts')).status).toBe(403);
    expect((await world.otherEnterprise.post('/contracts', { taskId: task.id })).status).toBe(404);
    expect((await firm.post('/contracts', { taskId: task.id })).status).toBe(403);
    const { items: [due] } = (await firm.get(`/contracts?taskId=${task.id}`)).body;
    const notice = await firm.get(`${at(due)}/award-notice`);
    expect([notice.status, notice.raw.subarray(0, 5).toString(), decodeURIComponent(String(notice.headers['content-disposition'])).includes('中标通知书'), (await loser.get(`${at(due)}/award-notice`)).status]).toEqual([200, '%PDF-', true, 404]);
    // where the law wants it in writing, work waits for the signatures
    await world.query('UPDATE contract SET sign_by_law = true WHERE task_id = $1', [task.id]);
    expect((await firm.post(`${task.path}/deliveries`, { summary: '抢先提交', fileIds: [] })).body.code).toBe('contract.unsigned');
    const twice = await Promise.all([client.post('/contracts', { taskId: task.id }), client.post('/contracts', { taskId: task.id })]);
    expect(new Set(twice.map(one => ok(one, 201).body.id)).size).toBe(1);
    expect((await client.post('/contracts', { taskId: (await world.opened()).id })).body.code).toBe('contract.not-awarded');
  });

  it('may not depart from the bid, and its amounts are the price to the cent', async () => {
    const draft = await begin(await world.awarded());
    expect(draft.milestones.map((one: Any) => one.amountYuan)).toEqual(['34600.20', '51900.30']);
    const write = (over: Any, ifMatch = draft.version as number): Promise<Any> => client.put(`${at(draft)}/terms`, { ...termsOf(draft), ...over }, { ifMatch });
    const findings = async (over: Any): Promise<string[]> => ((await write(over)).body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
    expect(await findings({ priceYuan: '86500.51' })).toEqual(['/priceYuan departs-from-bid', '/milestones amounts']);
    expect(await findings({ durationDays: 31 })).toEqual(['/durationDays departs-from-bid']);
    expect((await write({ durationDays: 31 })).body.errors[0].zh ?? (await write({ durationDays: 31 })).body.errors[0].detail).toContain('30 天');
    const [first, second] = termsOf(draft).milestones;
    expect(await findings({ milestones: [{ ...first, amountYuan: '34600.19' }, second] })).toEqual(['/milestones amounts']);
    expect(await findings({ milestones: [{ ...first, amountYuan: '-1.00' }, second] })).toHaveLength(1);
    expect((await write({ secret: 1 })).status).toBe(400);
    expect((await write({ scope: ' ' })).status).toBe(400);
    expect((await write({}, 99)).status).toBe(412);
    expect((await firm.put(`${at(draft)}/terms`, termsOf(draft), { ifMatch: draft.version })).status).toBe(403);
    const kept = ok(await write({ other: '双方同意按季度沟通进展' }), 200).body;
    expect(kept.terms.other).toBe('双方同意按季度沟通进展');
  });

  it('is agreed to as it was read, sent back with a reason, and signed by both', async () => {
    const task = await world.awarded();
    const draft = await begin(task);
    expect((await act(firm, draft, 'agree')).body.code).toBe('contract.wrong-state');
    const first = ok(await act(client, draft, 'propose'), 200).body;
    expect(first.number).toMatch(/^HT-\d{4}-\d{6}$/);
    expect((await act(firm, first, 'return', { reason: ' ' })).status).toBe(400);
    const back = ok(await act(firm, first, 'return', { reason: '第二个里程碑时间过紧' }), 200).body;
    expect(back).toMatchObject({ state: 'draft', returnedReason: '第二个里程碑时间过紧' });
    const again = ok(await act(client, back, 'propose'), 200).body;
    expect(again.number).toBe(first.number);
    expect((await act(firm, again, 'agree', {}, first.version)).status).toBe(412);
    const text = ok(await act(firm, again, 'agree'), 200).body;
    expect((await firm.post(`${task.path}/deliveries`, { summary: '抢先提交', fileIds: [] })).body.code).toBe('contract.unsigned');
    await world.runJobs();
    for (const person of [loser, world.otherEnterprise, world.supervisor]) expect((await act(person, text, 'sign', { way: 'online' })).status).toBeGreaterThanOrEqual(403);
    expect((await act(client, text, 'sign', { way: 'paper' })).body.errors[0]).toMatchObject({ pointer: '/fileId', code: 'scan' });
    expect((await act(client, text, 'sign', { way: 'paper', fileId: task.id })).body.errors[0].code).toBe('files');
    const scan = await upload(text, client);
    for (const [state, code] of [['infected', 'infected'], ['pending', 'scan-pending']] as const) {
      await world.query('UPDATE stored_file SET scan_state = $2 WHERE id = $1', [scan, state]);
      expect((await act(client, text, 'sign', { way: 'paper', fileId: scan })).body.errors[0]).toMatchObject({ pointer: '/fileId', code });
    }
    await world.query(`UPDATE stored_file SET scan_state = 'clean' WHERE id = $1`, [scan]);
    const half = ok(await act(client, text, 'sign', { way: 'paper', fileId: scan }), 200).body;
    expect(half.state).toBe('agreed');
    expect((await act(client, half, 'sign', { way: 'online' })).body.code).toBe('contract.signed-already');
    expect((await client.delete(`/files/${scan}`)).body.code).toBe('file.held');
    const whole = ok(await act(firm, half, 'sign', { way: 'online' }), 200).body;
    expect(whole).toMatchObject({ state: 'active', priceYuan: '86500.50', balance: { payable: '0.00', owed: '0.00' } });
    await world.runJobs();
    const paper = await client.get(`${at(whole)}/paper`);
    expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await loser.get(`${at(whole)}/paper`)).status).toBe(404);
    const records = await world.query(`SELECT owner_org_id, to_authority FROM signature_record WHERE subject_id = $1 ORDER BY id`, [whole.id]);
    expect(records).toEqual([{ owner_org_id: client.orgId, to_authority: false }, { owner_org_id: firm.orgId, to_authority: false }]);
    expect((await world.supervisor.get(`/signatures?subjectId=${whole.id as string}`)).body.items).toEqual([]);
    expect(await events(whole)).toEqual(['contract.draft', 'contract.propose', 'contract.return', 'contract.propose', 'contract.agree', 'file.upload', 'contract.sign', 'contract.sign', 'contract.enact']);
  });

  it('takes deliveries by milestone, and the task ends with the last of them', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const [sampling, report] = contract.milestones;
    const deliver = (body: Any): Promise<Any> => firm.post(`${task.path}/deliveries`, { summary: '采样记录', fileIds: [], ...body });
    expect((await deliver({})).body.errors[0]).toMatchObject({ pointer: '/milestoneId', code: 'milestone' });
    expect((await deliver({ milestoneId: task.id })).body.errors[0].code).toBe('milestone');
    const first = ok(await deliver({ milestoneId: sampling.id }), 201).body;
    expect(first.milestoneId).toBe(sampling.id);
    ok(await client.post(`${task.path}/deliveries/${first.id as string}/rework`, { comment: '缺少现场照片' }), 200);
    expect((await seen(contract)).milestones[0].state).toBe('rework');
    expect(await world.house.api.get(ContractOutcomes).ofTask(task.id)).toMatchObject({ closed: false, reworks: 1, unfinished: 2 });
    await accepted(task, sampling.id as string);
    expect(await seen(contract, firm)).toMatchObject({ milestones: [{ state: 'accepted', openYuan: '34600.20' }, { state: 'open' }], balance: { payable: '34600.20', owed: '34600.20' } });
    expect((await world.row(task.id)).state).toBe('awarded');
    expect((await deliver({ milestoneId: sampling.id })).body.errors[0].code).toBe('milestone');
    await accepted(task, report.id as string);
    expect((await world.row(task.id)).state).toBe('accepted');
    const rate = { quality: 5, timeliness: 5, compliance: 5, service: 5, price: 5, comment: '' };
    expect((await client.post(`${task.path}/ratings`, rate)).body.code).toBe('rating.too-early'); // not settled yet
    expect((await client.get(task.path)).body.actions).not.toContain('task.rate');
  });

  it('payments never exceed what is payable, and are confirmed by the other side', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const [sampling, report] = contract.milestones;
    const voucher = await upload(contract, client);
    const today = new Date(world.now + 8 * 3_600_000).toISOString().slice(0, 10);
    const pay = (over: Any = {}, person = client): Promise<Any> => person.post(`${at(contract)}/payments`, { milestoneId: sampling.id, amountYuan: '34600.20', paidOn: today, fileId: voucher, ...over });
    expect((await pay()).body.errors[0]).toMatchObject({ pointer: '/milestoneId', code: 'not-payable' });
    await accepted(task, sampling.id as string);
    for (const [over, pointer] of [[{ amountYuan: '34600.21' }, '/amountYuan'], [{ amountYuan: '0' }, '/amountYuan'], [{ amountYuan: '1.001' }, '/amountYuan'], [{ amountYuan: 5 }, '/amountYuan'], [{ fileId: task.id }, '/fileId'], [{ paidOn: '2099-01-01' }, '/paidOn'], [{ milestoneId: report.id }, '/milestoneId'], [{ milestoneId: null }, '/milestoneId']] as const)
      expect([over, (await pay(over)).body.errors?.[0]?.pointer]).toEqual([over, pointer]);
    expect((await pay({}, loser)).status).toBe(404);
    const both = await Promise.all([pay({ amountYuan: '20000.00' }), pay({ amountYuan: '20000.00' })]);
    expect(both.map(one => one.status).sort()).toEqual([201, 400]);
    const payment = (await seen(contract)).payments[0];
    const decide = (person: Person, verb: string, body: Any = {}): Promise<Any> => person.post(`${at(contract)}/payments/${payment.id as string}/${verb}`, body);
    expect((await decide(client, 'confirm')).body.code).toBe('contract.own-record');
    expect((await decide(firm, 'withdraw', REASON)).body.code).toBe('contract.payment-side');
    ok(await decide(firm, 'refuse', REASON), 200);
    expect((await decide(firm, 'confirm')).body.code).toBe('contract.decided');
    const second = await paid(contract, sampling);
    expect(codes(await Promise.all([1, 2].map(() => firm.post(`${at(contract)}/payments/${second.id as string}/confirm`))))).toEqual(['200', 'contract.decided']);
    expect((await seen(contract)).balance).toEqual({ price: '86500.50', payable: '34600.20', paid: '34600.20', confirmed: '34600.20', owed: '0.00' });
    expect((await pay({ amountYuan: '0.01' })).body.errors[0]).toMatchObject({ pointer: '/amountYuan', code: 'too-much' });
    const back = { amountYuan: '600.20', paidOn: today, fileId: voucher };
    expect((await firm.post(`${at(contract)}/payments`, { ...back, amountYuan: '34600.21' })).body.errors[0].code).toBe('too-much');
    const refund = ok(await firm.post(`${at(contract)}/payments`, back), 201).body.payments[0];
    expect(refund).toMatchObject({ direction: 'refund', milestoneId: null });
    ok(await client.post(`${at(contract)}/payments/${refund.id as string}/confirm`), 200);
    expect((await seen(contract)).balance.confirmed).toBe('34000.00');
  });

  it('changes when the other side agrees, keeps what was done, and shows old and new', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const [sampling, report] = contract.milestones;
    await accepted(task, sampling.id as string);
    const current = await seen(contract);
    const propose = (over: Any, person = firm): Promise<Any> => person.post(`${at(contract)}/changes`, { reason: '企业增加一个监测点位', terms: { ...termsOf(current), ...over } });
    const [kept, open] = termsOf(current).milestones;
    expect((await propose({ milestones: [{ ...kept, name: '改名' }, open] })).body.errors[0].code).toBe('milestone-fixed');
    expect((await propose({})).body.code).toBe('contract.no-change');
    const dearer = { priceYuan: '90000.50', milestones: [kept, open, { name: '补充监测', dueOn: report.dueOn, amountYuan: '3500.00', payableOn: 'acceptance', deliverable: '补充报告' }] };
    // public money is classed again: a change cannot reach what would have needed a tender
    await world.query(`UPDATE service_task SET funds = 'fiscal', subject = 'services', budget_yuan = 86500.50 WHERE id = $1`, [task.id]);
    await world.query(`UPDATE reference_value SET value = '90000' WHERE kind = 'procurement' AND key = 'threshold.government.limit'`);
    expect((await propose(dearer)).body.errors.map((one: Any) => `${one.pointer as string} ${one.code as string}`)).toEqual(['/terms/priceYuan law-class']);
    await world.query(`UPDATE reference_value SET value = '500000' WHERE kind = 'procurement' AND key = 'threshold.government.limit'`);
    const made = ok(await propose(dearer), 201).body.proposals[0];
    expect(made.differences.map((one: Any) => one.to)).toEqual(['90000.50', expect.stringContaining('补充监测')]);
    expect((await propose(dearer, client)).body.code).toBe('contract.proposal-open');
    const answer = (person: Person, verb: string, body: Any = {}, id = made.id as string): Promise<Any> => person.post(`${at(contract)}/proposals/${id}/${verb}`, body);
    expect((await answer(firm, 'agree')).body.code).toBe('contract.own-record');
    expect((await answer(loser, 'agree')).status).toBe(404);
    const changed = ok(await answer(client, 'agree', { comment: '同意' }), 200).body;
    expect(changed).toMatchObject({ revision: 2, priceYuan: '90000.50', balance: { price: '90000.50' } });
    expect(changed.milestones.map((one: Any) => [one.name, one.state])).toEqual([['采样完成', 'accepted'], ['出具报告', 'open'], ['补充监测', 'open']]);
    expect((await answer(client, 'agree')).body.code).toBe('contract.decided');
    // proposed, then the work goes on: the change no longer fits what it would change
    const late = ok(await firm.post(`${at(contract)}/changes`, { reason: '调整报告金额', terms: { ...termsOf(changed), priceYuan: '86500.50', milestones: termsOf(changed).milestones.slice(0, 2) } }), 201).body.proposals[0];
    await delivered(task, changed.milestones[2].id as string);
    expect((await answer(client, 'agree', {}, late.id as string)).body.code).toBe('contract.terms-moved');
    ok(await answer(client, 'refuse', { reason: '补充监测已经提交' }, late.id as string), 200);
    await world.runJobs();
    expect((await client.get(`${at(contract)}/paper`)).headers['content-disposition']).toContain('.pdf');
  });

  it('is settled when all was accepted, paid and confirmed, and then rated', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const settle = (dueYuan: string): Promise<Any> => client.post(`${at(contract)}/settlement`, { dueYuan, reason: '全部完成' });
    expect((await settle('86500.50')).body.code).toBe('contract.milestones-open');
    for (const milestone of contract.milestones) await accepted(task, milestone.id as string);
    expect((await settle('86500.51')).body.errors[0]).toMatchObject({ pointer: '/dueYuan', code: 'too-much' });
    const proposal = ok(await settle('86500.50'), 201).body.proposals[0];
    const agree = (): Promise<Any> => firm.post(`${at(contract)}/proposals/${proposal.id as string}/agree`);
    expect((await agree()).body.code).toBe('contract.not-balanced');
    for (const milestone of contract.milestones) {
      const payment = await paid(contract, milestone);
      expect((await agree()).body.code).toBe('contract.payments-pending');
      ok(await firm.post(`${at(contract)}/payments/${payment.id as string}/confirm`), 200);
    }
    const closed = ok(await agree(), 200).body;
    expect(closed).toMatchObject({ state: 'closed', settledYuan: '86500.50', actions: [], standing: { tone: 'done', late: false } });
    expect((await client.post(`${at(contract)}/termination`, { way: 'agreement', reason: '不再需要这项技术服务了' })).body.code).toBe('contract.not-in-force');
    expect(await world.house.api.get(ContractOutcomes).ofTask(task.id)).toMatchObject({ closed: true, ended: null, settledYuan: '86500.50', reworks: 0, lateDays: 0, unfinished: 0, milestones: [{ accepted: true }, { accepted: true }] });
    ok(await client.post(`${task.path}/ratings`, { quality: 5, timeliness: 5, compliance: 5, service: 5, price: 5, comment: '' }), 201);
  });

  const rate = (person: Person, task: Published): Promise<Any> => person.post(`${task.path}/ratings`, { quality: 5, timeliness: 5, compliance: 5, service: 5, price: 5, comment: '' });
  const closeRound = async (): Promise<void> => {
    for (let run = 0; run < 2; run++) await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('contract.close-due', 'quick', '{}')`);
    await world.runJobs();
  };

  it('closes by time when everything was accepted and paid and a side keeps silent: nobody holds back the rating', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    for (const milestone of contract.milestones) await accepted(task, milestone.id as string);
    const [first, last] = contract.milestones as Any[];
    ok(await firm.post(`${at(contract)}/payments/${(await paid(contract, first)).id as string}/confirm`), 200);
    expect((await seen(contract)).closesOn).toBeNull();
    const refused = await paid(contract, last);
    ok(await firm.post(`${at(contract)}/payments/${refused.id as string}/refuse`, { reason: '没有到账，请核对账号' }), 200);
    const begun = world.now;
    world.at(begun + 40 * DAY);
    await closeRound();
    expect((await seen(contract)).state).toBe('active');
    // paid again, and the firm says nothing more
    const again = await paid(contract, last);
    const { closesOn } = await seen(contract);
    expect(closesOn).toBe(new Date(world.now + 8 * 3_600_000 + 15 * DAY).toISOString().slice(0, 10));
    expect((await rate(client, task)).body.code).toBe('rating.too-early');
    world.at(world.now + 8 * DAY);
    await closeRound();
    world.at(world.now + 6 * DAY);
    await closeRound();
    expect((await seen(contract)).state).toBe('active');
    const warned = await world.query(`SELECT org_id, key FROM notification WHERE subject_id = $1 AND key LIKE '%:closes:%'`, [contract.id]);
    expect(new Set(warned.map((one: Any) => one.org_id as string))).toEqual(new Set([client.orgId, firm.orgId]));
    world.at(world.now + DAY);
    await closeRound();
    expect(await seen(contract)).toMatchObject({ state: 'closed', closedHow: 'time', settledYuan: '86500.50', closesOn: null, balance: { owed: '0.00' } });
    expect((await seen(contract)).payments.find((one: Any) => one.id === again.id)).toMatchObject({ state: 'confirmed', reason: '期满未答复，视为收到' });
    expect((await events(contract)).filter(one => one === 'contract.settle' || one.includes('close-by-time')).length).toBe(1);
    ok(await rate(client, task), 201);
  });

  it('closes by the outcome of a mediation against one side’s will, but only what is over', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const dispute = async (): Promise<string> => `/contract-disputes/${ok(await firm.post(`${at(contract)}/disputes`, { claim: '成果已交付，委托方拒绝付款和结算', amountYuan: '86500.50' }), 201).body.id as string}`;
    const conclude = (path: string, closesYuan: Any, person = world.supervisor): Promise<Any> => person.post(`${path}/conclude`, { outcome: 'failed', text: '委托方不同意付款，告知双方可以起诉', closesYuan });
    const early = await dispute();
    expect((await conclude(early, '80000.00')).body.errors).toMatchObject([{ pointer: '/closesYuan', code: 'not-closable' }]);
    expect((await world.supervisor.get(early)).body.isClosable).toBe(false);
    ok(await firm.post(`${early}/withdraw`, { reason: '先完成全部成果' }), 200);
    for (const milestone of contract.milestones) await accepted(task, milestone.id as string);
    const path = await dispute();
    expect((await world.supervisor.get(path)).body).toMatchObject({ isClosable: true, closesYuan: null });
    for (const bad of ['-1', '1e5', '12.345', 7]) expect((await conclude(path, bad)).status).toBe(400);
    expect((await conclude(path, '86500.51')).body.errors).toMatchObject([{ code: 'too-much' }]);
    expect([(await conclude(path, '80000.00', client)).status, (await conclude(path, '80000.00', loser)).status]).toEqual([403, 403]);
    const both = await Promise.all([conclude(path, '80000.00'), conclude(path, '80000.00')]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    expect(await seen(contract)).toMatchObject({ state: 'closed', closedHow: 'mediation', settledYuan: '80000.00', balance: { payable: '80000.00', owed: '80000.00' } });
    expect((await world.supervisor.get(path)).body).toMatchObject({ state: 'failed', closesYuan: '80000.00' });
    ok(await rate(firm, task), 201);
  });

  it('ends before the time: by agreement, or by notice on a ground of the law, and what is owed is settled', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const end = (body: Any, person = client): Promise<Any> => person.post(`${at(contract)}/termination`, { reason: '多次催告仍未采样，影响执行报告', ...body });
    expect((await end({ way: 'notice' })).body.errors[0].pointer).toBe('/ground');
    expect((await end({ way: 'notice', ground: 'mood' })).status).toBe(400);
    const asked = ok(await end({ way: 'agreement' }, firm), 201).body.proposals[0];
    expect(asked).toMatchObject({ state: 'open', basis: '民法典 第五百六十二条第一款' });
    // it binds like a signature: a clerk cannot give notice, and asks for an agreement
    const roles = (value: string): Promise<unknown> => world.query(`UPDATE membership SET roles = $2 WHERE org_id = $1`, [client.orgId, value]);
    await roles('{enterprise.staff}');
    expect((await end({ way: 'notice', ground: 'delay' })).status).toBe(403);
    await roles('{enterprise.admin}');
    const ended = ok(await end({ way: 'notice', ground: 'delay' }), 201).body;
    expect(ended).toMatchObject({ state: 'terminated', proposals: [{ state: 'agreed', basis: '民法典 第五百六十三条第一款第三项' }, { state: 'withdrawn' }] });
    expect((await world.row(task.id)).state).toBe('cancelled');
    expect((await firm.post(`${task.path}/deliveries`, { summary: '迟到的成果', fileIds: [], milestoneId: contract.milestones[0].id })).body.code).toBe('task.wrong-state');
    const proposal = ok(await firm.post(`${at(contract)}/settlement`, { dueYuan: '5000.00', reason: '已完成的现场踏勘' }), 201).body.proposals[0];
    const payment = await paid(contract, contract.milestones[0], '5000.00');
    ok(await firm.post(`${at(contract)}/payments/${payment.id as string}/confirm`), 200);
    expect(ok(await client.post(`${at(contract)}/proposals/${proposal.id as string}/agree`), 200).body).toMatchObject({ state: 'closed', settledYuan: '5000.00', balance: { payable: '5000.00', owed: '0.00' } });
  });

  it('a dispute goes to the bureau, milestones stand still and move by the days it took', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const [sampling] = contract.milestones;
    const open = (person: Person, body: Any = {}): Promise<Any> => person.post(`${at(contract)}/disputes`, { claim: '采样点位与监测方案不一致，拒绝补采', amountYuan: '5000.00', ...body });
    expect((await open(firm, { claim: '太短' })).status).toBe(400);
    expect([(await open(loser)).status, (await open(world.supervisor)).status]).toEqual([404, 403]);
    const opened = ok(await open(client), 201).body;
    expect((await open(firm)).body.code).toBe('contract.dispute-open');
    const path = `/contract-disputes/${opened.id as string}`;
    await world.runJobs();
    expect((await seen(contract)).standing).toMatchObject({ zh: '争议调解中，期限暂停', daysLeft: null });
    expect((await firm.post(`${task.path}/deliveries`, { summary: '采样记录', fileIds: [], milestoneId: sampling.id })).body.code).toBe('contract.disputed');
    const desk = ok(await world.supervisor.get('/contract-disputes?tab=open'), 200).body.items;
    expect(desk).toEqual([expect.objectContaining({ id: opened.id, side: 'enterprise', state: 'open', amountYuan: '5000.00', daysOpen: 0 })]);
    expect([(await client.get('/contract-disputes')).status, (await loser.get(path)).status, (await world.otherEnterprise.get(path)).status]).toEqual([403, 404, 404]);
    const paper = ok(await world.multipart(`/files?subjectType=contract-dispute&subjectId=${opened.id as string}&purpose=evidence`, firm, [file('file', '采样照片.pdf', PDF)]), 201).body.id as string;
    expect((await firm.post(`${path}/statements`, { text: '已按方案采样', fileIds: [task.id] })).body.errors[0].pointer).toBe('/fileIds');
    ok(await firm.post(`${path}/statements`, { text: '已按方案采样，见照片', fileIds: [paper] }), 201);
    expect((await world.supervisor.get(`/files/${paper}/content`)).status).toBe(200);
    expect((await firm.delete(`/files/${paper}`)).body.code).toBe('file.held');
    expect((await firm.post(`${path}/withdraw`, REASON)).body.code).toBe('contract.dispute-not-yours');
    expect((await client.post(`${path}/conclude`, { outcome: 'settled', text: '双方同意补采一次' })).status).toBe(403);
    ok(await world.supervisor.post(`${path}/take`), 200);
    world.at(world.now + 3 * DAY);
    const over = ok(await world.supervisor.post(`${path}/conclude`, { outcome: 'settled', text: '双方同意补采一个点位，费用由机构承担' }), 200).body;
    expect(over).toMatchObject({ state: 'settled', daysPaused: 3, actions: [], statements: [{ side: 'firm' }] });
    expect((await world.supervisor.post(`${path}/conclude`, { outcome: 'failed', text: '双方没有达成一致意见' })).body.code).toBe('contract.dispute-over');
    const after = await seen(contract);
    expect([Date.parse(after.milestones[0].dueOn) - Date.parse(sampling.dueOn), after.terms.durationDays, after.disputes[0].outcome]).toEqual([3 * DAY, 33, '双方同意补采一个点位，费用由机构承担']);
    await accepted(task, sampling.id as string);
    await world.runJobs();
    const told = await world.query(`SELECT DISTINCT o.kind, split_part(n.key, ':', 3) AS step FROM notification n JOIN organisation o ON o.id = n.org_id WHERE n.subject_id = $1 ORDER BY 1, 2`, [opened.id]);
    expect(told.map((one: Any) => `${one.kind as string} ${(one.step as string).split('-')[0] as string}`)).toEqual(expect.arrayContaining(['bureau opened', 'firm opened', 'enterprise stated', 'enterprise concluded', 'firm concluded']));
  });

  it('is not signed by or with a firm that lost its standing after the award; restored it is, or the award is cancelled', async () => {
    const task = await world.awarded();
    const text = await agreed(task);
    const cma = (state: string): Promise<unknown> => world.query(`UPDATE qualification SET state = $2 WHERE firm_id = $1 AND kind = 'CMA'`, [firm.orgId, state]);
    await cma('suspended');
    for (const person of [client, firm]) {
      const refused = await act(person, text, 'sign', { way: 'online' });
      expect([refused.status, refused.body.code, refused.body.reasons[0].zh]).toEqual([422, 'contract.firm-standing', expect.stringContaining('CMA')]);
    }
    expect((await seen(text)).state).toBe('agreed');
    await cma('verified');
    const half = ok(await act(client, text, 'sign', { way: 'online' }), 200).body;
    await cma('suspended');
    expect((await act(firm, half, 'sign', { way: 'online' })).body.code).toBe('contract.firm-standing');
    const evidence = ok(await world.multipart(`/files?subjectType=award-cancellation&subjectId=${text.id as string}&purpose=evidence`, client, [file('file', '资质暂停截图.pdf', PDF)]), 201).body.id as string;
    const cancelled = await client.post(`${at(text)}/award-cancellations`, { ground: 'lost-standing', reason: '检测资质被暂停，不能按期开展', evidenceFileIds: [evidence] });
    expect([201, 200]).toContain(cancelled.status);
    await cma('verified');
  });

  it('a firm that loses its standing in the middle leaves a list for whoever goes on', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const fileId = ok(await world.multipart(`/files?subjectType=service-task&subjectId=${task.id}&purpose=delivery`, firm, [file('file', '采样记录.pdf', PDF)]), 201).body.id as string;
    const first = ok(await firm.post(`${task.path}/deliveries`, { summary: '采样记录', fileIds: [fileId], milestoneId: contract.milestones[0].id }), 201).body;
    ok(await client.post(`${task.path}/deliveries/${first.id as string}/accept`, { comment: '符合约定' }), 200);
    await world.runJobs();
    await world.query(`UPDATE qualification SET state = 'suspended' WHERE firm_id = $1 AND kind = 'CMA'`, [firm.orgId]);
    const recheck = async (): Promise<string | null> => {
      await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('contract.recheck-firm', 'quick', $1)`, [JSON.stringify({ firmId: firm.orgId })]);
      await world.runJobs();
      return (await seen(contract)).unfitSince as string | null;
    };
    expect(await recheck()).not.toBeNull();
    expect((await world.query(`SELECT count(*)::int AS n FROM notification WHERE subject_id = $1 AND key LIKE '%unfit%'`, [contract.id]))[0].n).toBeGreaterThan(0);
    const list = await client.get(`${at(contract)}/handover`);
    expect([list.status, list.raw.subarray(0, 5).toString(), (await loser.get(`${at(contract)}/handover`)).status]).toEqual([200, '%PDF-', 404]);
    const pack = await client.get(`${at(contract)}/handover-pack`);
    expect([pack.status, pack.raw.subarray(0, 2).toString(), (await loser.get(`${at(contract)}/handover-pack`)).status]).toEqual([200, 'PK', 404]);
    for (const name of ['移交清单.pdf', `合同-${contract.number as string}.pdf`, '成果/第1次/采样记录.pdf']) expect([name, pack.raw.includes(Buffer.from(name))]).toEqual([name, true]);
    expect((await firm.post(`${at(contract)}/successor`)).status).toBe(403);
    const { taskId } = ok(await client.post(`${at(contract)}/successor`), 201).body;
    const draft = ok(await client.get(`/service-tasks/${taskId as string}`), 200).body;
    expect(draft).toMatchObject({ state: 'draft', title: '石灰窑自行监测服务（续）', deliverables: ['检测报告（盖 CMA 章）及原始记录'], budgetYuan: '51900.30', funds: 'private' });
    expect(draft.description).toContain('出具报告');
    await world.query(`UPDATE qualification SET state = 'verified' WHERE firm_id = $1 AND kind = 'CMA'`, [firm.orgId]);
    expect(await recheck()).toBeNull();
    // suspended by the bureau: the contract knows of it by itself, and both can still settle
    const admin = await world.house.as('bureau.admin');
    const standing = async (verb: string): Promise<string | null> => {
      ok(await admin.post(`/organisations/${firm.orgId}/${verb}`, { reason: '经查报告造假，暂停业务' }), 200);
      await world.runJobs();
      return (await seen(contract)).unfitSince as string | null;
    };
    expect([await standing('suspend'), await standing('reinstate')]).toEqual([expect.any(String), null]);
  });

  it('what was accepted goes where it belongs: a report into self-monitoring, with task, firm and contract', async () => {
    const task = await world.awarded();
    const contract = await active(task);
    const [sampling, report] = contract.milestones;
    const handOver = async (milestone: Any, name: string, more: string[] = []): Promise<string> => {
      const bytes = Buffer.concat([PDF, Buffer.from(name)]);
      const fileId = ok(await world.multipart(`/files?subjectType=service-task&subjectId=${task.id}&purpose=delivery`, firm, [file('file', name, bytes)]), 201).body.id as string;
      const delivery = ok(await firm.post(`${task.path}/deliveries`, { summary: '检测报告', fileIds: [fileId, ...more], milestoneId: milestone.id }), 201).body;
      ok(await client.post(`${task.path}/deliveries/${delivery.id as string}/accept`, { comment: '符合约定' }), 200);
      // in service again the firm may add files, and take none away that was handed over; a task that is over is closed
      expect((await firm.delete(`/files/${fileId}`)).body.code).toBe(milestone === report ? 'forbidden' : 'file.held');
      await world.runJobs();
      return delivery.id as string;
    };
    const filed = async (person = client): Promise<Any[]> => ok(await person.get(`/deliverables?taskId=${task.id}&sort=accepted`), 200).body.items as Any[];
    await handOver(sampling, '采样报告.pdf');
    // no permit yet: it waits for the enterprise
    expect(await filed()).toEqual([expect.objectContaining({ kind: 'monitoring', state: 'waiting', name: '采样报告.pdf', contractNumber: contract.number, milestoneName: sampling.name, actions: ['place'] })]);
    expect((await filed(firm))[0]).toMatchObject({ state: 'waiting', actions: [] });
    expect([await filed(loser), (await world.supervisor.get('/deliverables')).status]).toEqual([[], 403]);
    world.house.leaves = ['file.extract-text', 'evidence.read-document'];
    await world.house.db.transaction(() => seedPermitsDemo(world.house.api, world.house.demo));
    await world.house.db.transaction(async () => {
      await world.query('SET LOCAL session_replication_role = replica');
      await world.query('UPDATE permit SET enterprise_id = $1', [client.orgId]);
    });
    const [{ id: permitId }] = await world.query('SELECT id FROM permit');
    const [waiting] = await filed();
    const place = (person: Person, permit: string): Promise<Any> => person.post(`/deliverables/${waiting.id as string}/permit`, { permitId: permit });
    expect([(await place(firm, permitId)).status, (await place(world.otherEnterprise, permitId)).status, (await place(client, task.id)).body.errors[0].pointer]).toEqual([403, 404, '/permitId']);
    expect(codes(await Promise.all([place(client, permitId), place(client, permitId)]))).toEqual(['200', 'deliverable.placed']);
    const sheetPath = `/contracts/${contract.id as string}/result-sheet`;
    const filled = await resultSheet(ok(await firm.get(sheetPath), 200).raw, ['40', '40 mg/L'], world.now);
    const checked = (bytes: Buffer, person = firm): Promise<Any> => world.multipart(sheetPath, person, [file('file', '结果.xlsx', bytes)]);
    const looked = ok(await checked(filled), 200).body;
    expect([(looked.rows as Any[]).flatMap(row => (row.problems as Any[]).map(one => `${one.address as string} ${one.code as string}`)), looked.accepted, looked.refused, looked.name]).toEqual([['D4 value'], 1, 1, null]);
    expect([(await checked(filled, loser)).status, (await world.otherEnterprise.get(sheetPath)).status, (await world.supervisor.get(sheetPath)).status]).toEqual([404, 404, 403]);
    const right = await resultSheet(ok(await firm.get(sheetPath), 200).raw, ['40', '41'], world.now);
    const sheetFile = ok(await world.multipart(`/files?subjectType=service-task&subjectId=${task.id}&purpose=delivery`, firm, [file('file', '监测结果.xlsx', right)]), 201).body.id as string;
    const deliveryId = await handOver(report, '检测报告.pdf', [sheetFile]);
    // once, however often it is said
    await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('contract.file-deliverables', 'quick', $1)`, [JSON.stringify({ taskId: task.id, deliveryId })]);
    await world.runJobs();
    expect((await filed()).map(one => [one.name, one.state, one.permitId]).sort()).toEqual([['检测报告.pdf', 'placed', permitId], ['监测结果.xlsx', 'placed', permitId], ['采样报告.pdf', 'placed', permitId]].sort());
    const all = ok(await client.get(`/monitoring/${permitId as string}/reports`), 200).body.items as Any[];
    const received = all.filter(one => !one.isSheet);
    const [workbook] = all.filter(one => one.isSheet);
    expect([workbook.name, workbook.laboratory]).toEqual(['监测结果.xlsx', contract.firmName]);
    const taken = ok(await client.post(`/monitoring/${permitId as string}/reports/${workbook.id as string}/take`, {}), 200).body;
    expect(taken).toMatchObject({ accepted: 2, refused: 0, takenByName: expect.any(String) });
    expect((await client.post(`/monitoring/${permitId as string}/reports/${workbook.id as string}/take`, {})).body.code).toBe('monitoring.sheet-taken');
    expect(await world.query(`SELECT reported, laboratory, report_file_id AS file FROM monitoring_result ORDER BY sampled_at`)).toEqual(['40', '41'].map(reported => ({ reported, laboratory: contract.firmName, file: workbook.fileId })));
    expect(received.map(one => [one.name, one.laboratory, one.taskId, one.contractNumber, one.results])).toEqual(['检测报告.pdf', '采样报告.pdf'].map(name => [name, contract.firmName, task.id, contract.number, 0]));
    expect((await client.get(`/files/${received[0].fileId as string}/content`)).raw.toString()).toContain('检测报告.pdf');
    expect((await client.delete(`/files/${received[0].fileId as string}`)).body.code).toBe('file.held');
    expect([(await loser.get(`/monitoring/${permitId as string}/reports`)).status, (await world.otherEnterprise.get(`/monitoring/${permitId as string}/reports`)).status]).toEqual([404, 404]);
    expect((await world.query(`SELECT count(*)::int AS n FROM notification WHERE key = $1`, [`deliverable:${deliveryId}`]))[0].n).toBeGreaterThan(0);
    // a second permit: the firm is asked which one it monitored
    await world.house.db.transaction(async () => {
      await world.query('SET LOCAL session_replication_role = replica');
      await world.query(`INSERT INTO permit SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'number', left(p.number, 21) || 'X', 'site_id', gen_random_uuid(), 'application_id', gen_random_uuid()))).* FROM permit p`);
    });
    const several = (await firm.get(sheetPath)).body as Any;
    expect([several.code, (several.permits as Any[]).length]).toEqual(['contract.which-permit', 2]);
    expect([(await firm.get(`${sheetPath}?permitId=${permitId as string}`)).status, (await firm.get(`${sheetPath}?permitId=${task.id}`)).body.code]).toEqual([200, 'contract.which-permit']);
    const sheet = await client.get('/deliverables/export?kind=monitoring');
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('an environmental assessment is kept among the papers of the enterprise, what was sent back is not', async () => {
    const task = await world.awarded();
    await world.query(`UPDATE service_task SET kind = 'consulting', stage = 'construction', service_code = 'eia-form' WHERE id = $1`, [task.id]);
    const fileId = ok(await world.multipart(`/files?subjectType=service-task&subjectId=${task.id}&purpose=delivery`, firm, [file('file', '环评报告表.pdf', PDF)]), 201).body.id as string;
    const deliver = async (verdict: string): Promise<Any[]> => {
      const delivery = ok(await firm.post(`${task.path}/deliveries`, { summary: '环评报告表', fileIds: [fileId] }), 201).body;
      ok(await client.post(`${task.path}/deliveries/${delivery.id as string}/${verdict}`, { comment: '核对意见' }), 200);
      await world.runJobs();
      return ok(await client.get(`/deliverables?taskId=${task.id}`), 200).body.items as Any[];
    };
    expect(await deliver('rework')).toEqual([]);
    expect(await deliver('accept')).toEqual([expect.objectContaining({ kind: 'eia', kindZh: '环评文件', state: 'kept', permitId: null, contractNumber: null, actions: [] })]);
    const [eia] = (await client.get('/deliverables?kind=eia&q=报告表')).body.items as Any[];
    // into the application of the project, without downloading it
    const [{ id: applicationId }] = await world.query(`SELECT id FROM permit_application WHERE id IN (SELECT id FROM case_record WHERE party_org_id = $1 AND state = 'draft') LIMIT 1`, [client.orgId]);
    const use = (person: Person, into = applicationId as string): Promise<Any> => person.post(`/deliverables/${eia.id as string}/copies`, { applicationId: into, purpose: 'eia' });
    expect([(await use(firm)).status, (await use(loser)).status, (await use(client, task.id)).status]).toEqual([404, 404, 404]);
    const { fileId: copy } = ok(await use(client), 201).body;
    expect((await client.get(`/files?subjectType=permit-application&subjectId=${applicationId as string}`)).body).toEqual(expect.arrayContaining([expect.objectContaining({ id: copy, name: '环评报告表.pdf', purpose: 'eia' })]));
  });

  it('both are reminded before the day of signing, on it and after, once a day', async () => {
    const task = await world.awarded();
    const contract = await begin(task);
    const due = Date.parse(`${contract.signDue as string}T01:00:00Z`);
    const remind = async (days: number): Promise<number> => {
      world.at(due + days * DAY);
      for (const _ of [1, 2]) await world.query(`INSERT INTO outbox (job, queue, payload) VALUES ('contract.remind', 'quick', '{}')`);
      await world.runJobs();
      return (await world.query(`SELECT DISTINCT key FROM notification WHERE subject_id = $1 AND key LIKE '%remind%'`, [contract.id])).length;
    };
    expect([await remind(-8), await remind(-7), await remind(0), await remind(1), await remind(2)]).toEqual([0, 1, 2, 3, 3]);
    const { items } = ok(await client.get('/contracts?late=true&sort=due'), 200).body;
    expect(items.find((one: Any) => one.id === contract.id).standing).toMatchObject({ late: true, daysLeft: -2, zh: '签约已超建议期限 2 天' });
  });

  it('the list is paged, sorted, filtered, searched and exported', async () => {
    const all: Any[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Any = ok(await client.get(`/contracts?limit=2&sort=-price${cursor ? `&cursor=${cursor}` : ''}`), 200).body;
      all.push(...page.items);
      cursor = page.nextCursor as string | null;
    }
    expect(new Set(all.map(one => one.id)).size).toBe(Number((await world.query('SELECT count(*) FROM contract WHERE enterprise_id = $1', [client.orgId]))[0].count));
    const prices = all.map(one => Number(one.priceYuan));
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
    const numbered = all.find(one => one.number !== null);
    expect((await client.get(`/contracts?q=${numbered.number as string}`)).body.items).toHaveLength(1);
    expect((await client.get('/contracts?tab=ended&state=active')).body.items).toEqual([]);
    expect((await client.get('/contracts?sort=colour')).status).toBe(400);
    const sheet = await client.get('/contracts/export?state=closed');
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});
