import { idCheck } from './id-numbers';
import { Any, codes, MarketWorld, ok, Person } from '../marketplace/world';

/** People of firms with their certificates; who is in two at once; who carries what. */
describe('people of firms', () => {
  let world: MarketWorld;
  let firm: Person;
  let other: Person;
  let intake: Person;
  beforeAll(async () => {
    world = await MarketWorld.begin();
    [firm, other] = [world.firm(0), world.firm(1)];
    intake = await world.house.as('bureau.intake');
    await world.keepSignedIn();
  });
  afterAll(() => world.end());

  let made = 0;
  const idNumber = (): string => {
    const body = `1101011980010${String(1000 + ++made)}`;
    return body + idCheck(body);
  };
  const content = (over: Any = {}): Any => ({ name: '李思远', idNumber: idNumber(), certificates: [{ kind: '监测人员上岗证', number: `SG-${made}`, validTo: '2028-12-31' }], isResponsible: true, maxTasks: 1, since: '2024-03-01', ...over });
  const add = async (over: Any = {}, person = firm): Promise<Any> => ok(await person.post('/firms/me/people', content(over)), 201).body;
  const flagsOf = async (): Promise<Any[]> => ok(await intake.get('/person-flags'), 200).body.items as Any[];

  it('are kept encrypted: no name and no ID number stands in the database or is shown again', async () => {
    const person = await add({ name: '独孤求败', idNumber: '11010519491231002X' });
    expect([person.name, person.idNumberTail, person.idNumber]).toEqual(['独孤求败', '002X', undefined]);
    const [row] = await world.query('SELECT row_to_json(p)::text AS text FROM firm_person p WHERE id = $1', [person.id]);
    expect(row.text).not.toMatch(/独孤求败|11010519491231002X/);
    const shown = JSON.stringify(ok(await world.house.anyone.get(`/public/firms/${firm.orgId}`), 200).body);
    expect(shown).not.toMatch(/独孤|002X/);
    expect(shown).toContain('监测人员上岗证');
  });

  it.each([
    ['a wrong check digit', { idNumber: '110105194912310021' }, '/idNumber'], ['seventeen digits', { idNumber: '11010519491231002' }, '/idNumber'], ['no certificate', { certificates: [] }, '/certificates'],
    ['a day that does not exist', { since: '2024-02-30' }, '/since'], ['no end of tasks', { maxTasks: 0 }, '/maxTasks'], ['an unknown field', { salary: 1 }, '/salary'],
  ])('are refused with %s', async (_what, over, pointer) => {
    const answer = await firm.post('/firms/me/people', content(over));
    expect([answer.status, (answer.body.errors as Any[]).map(one => one.pointer)]).toEqual([400, expect.arrayContaining([pointer])]);
  });

  it('are on the list of a firm once, also when entered twice at the same moment', async () => {
    const body = content();
    expect(codes(await Promise.all([firm.post('/firms/me/people', body), firm.post('/firms/me/people', body)]))).toEqual(['201', 'validation']);
  });

  it('in two firms at once are flagged, once, for the bureau and both firms; neither firm learns the other', async () => {
    const body = content({ name: '赵双飞' });
    const answers = await Promise.all([firm.post('/firms/me/people', body), other.post('/firms/me/people', body)]);
    expect(codes(answers)).toEqual(['201', '201']);
    const [flag] = await flagsOf();
    expect([flag.why, flag.sides.map((side: Any) => side.firmId).sort(), flag.sides[0].name]).toEqual(['same-person', [firm.orgId, other.orgId].sort(), '赵双飞']);
    await world.runJobs();
    const notes = await world.query(`SELECT title_zh || body_zh AS text FROM notification WHERE subject_id = $1 AND org_id = $2`, [flag.id, firm.orgId]);
    expect(notes).toHaveLength(1);
    expect(notes[0].text).not.toContain('汾河');
    expect((await firm.get('/firms/me/people')).body.find((one: Any) => one.name === '赵双飞').isFlagged).toBe(true);
    const path = `/person-flags/${flag.id as string}/close`;
    const closing = { state: 'cleared', note: '已核实为离职未登记' };
    expect((await firm.post(path, closing, { ifMatch: 1 })).status).toBe(403);
    expect(codes(await Promise.all([intake.post(path, closing, { ifMatch: 1 }), intake.post(path, closing, { ifMatch: 1 })]))).toEqual(['200', 'person-flag.closed']);
    const mine = answers[0]?.body as Any;
    ok(await firm.patch(`/firms/me/people/${mine.id as string}`, { ...body, idNumber: undefined, maxTasks: 3 }, { ifMatch: 1 }), 200);
    expect(await flagsOf()).toEqual([]); // what was explained is not raised again
  });

  it('share no certificate between firms, whatever the spaces; who has left is free', async () => {
    const first = await add({ certificates: [{ kind: '环境影响评价工程师', number: 'HP 0012345' }] });
    await add({ certificates: [{ kind: '环境影响评价工程师', number: 'hp0012345' }] }, other);
    expect((await flagsOf()).map(flag => [flag.why, flag.shared])).toEqual([['same-certificate', ['环境影响评价工程师 HP0012345']]]);
    const path = `/firms/me/people/${first.id as string}/leave`;
    expect((await firm.post(path, { leftOn: '2026-11-24' }, { ifMatch: 1 })).body.errors[0].pointer).toBe('/leftOn');
    expect((await other.post(path, { leftOn: '2026-11-01' }, { ifMatch: 1 })).status).toBe(404);
    ok(await firm.post(path, { leftOn: '2026-11-01' }, { ifMatch: 1 }), 200);
    await add({ certificates: [{ kind: '环境影响评价工程师', number: 'HP0012345' }] }, world.firm(2));
    expect((await flagsOf()).map(flag => flag.sides.map((side: Any) => side.firmId)).flat()).not.toContain(undefined);
    expect((await flagsOf()).filter(flag => flag.sides.some((side: Any) => side.firmId === firm.orgId))).toHaveLength(1);
  });

  it('carry tasks up to their limit, and cannot leave while they do', async () => {
    const engineer = await add({ name: '钱工', maxTasks: 1 });
    const task = await world.opened(['90000.00']);
    ok(await world.enterprise.post(`${task.path}/award`, { bidId: task.bids[0].id, reason: '' }), 200);
    await world.runJobs();
    await world.query(`INSERT INTO engagement (task_id, firm_id, title, started_at) VALUES (uuidv7(), $1, '另一项任务', now())`, [firm.orgId]);
    const mine = ok(await firm.get('/firms/me/engagements'), 200).body as Any[];
    expect(mine).toHaveLength(2);
    const assign = (taskId: string, personId: string | null, person = firm): Promise<Any> => person.post(`/firms/me/engagements/${taskId}/assign`, { personId });
    expect((await assign(task.id, engineer.id as string, other)).status).toBe(404);
    expect(ok(await assign(task.id, engineer.id as string), 200).body.personName).toBe('钱工');
    expect((await assign(mine.find(one => one.taskId !== task.id).taskId as string, engineer.id as string)).body.code).toBe('engagement.engineer-full');
    expect((await firm.post(`/firms/me/people/${engineer.id as string}/leave`, { leftOn: '2026-11-23' }, { ifMatch: 1 })).body.code).toBe('firm-person.carries-tasks');
    expect(ok(await world.house.anyone.get(`/public/firms/${firm.orgId}`), 200).body).toMatchObject({ openTasks: 2, engineerLoad: 1 });
  });

  it('are read by the bureau of the place, on the record, and by nobody else', async () => {
    ok(await intake.get(`/firms/${firm.orgId}/people`), 200);
    expect(await world.query(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'firm-person.look'`)).toEqual([{ n: 1 }]);
    expect((await other.get(`/firms/${firm.orgId}/people`)).status).toBe(404);
    expect((await world.enterprise.get(`/firms/${firm.orgId}/people`)).status).toBe(403);
  });
});
