import { randomUUID } from 'node:crypto';
import { PublicFreezes } from '@huanbao/credit';
import { Directory, KnownEnterprises, type Organisation, seedFurtherEnterprise } from '@huanbao/identity';
import { Any, Answer, CreditWorld, errors, ok, Person, refused } from '../credit-repair/world';

const CODES = Array.from({ length: 21 }, (_, nth) => String(nth + 1));
const MEASURED = ['1', '2'];

/** 年度环境信用评价 through HTTP: from the list to the published grade, and what changes it afterwards. */
describe('the annual evaluation of credit', () => {
  let world: CreditWorld;
  let hospital: Person;
  let yearId: string;
  beforeAll(async () => {
    world = await CreditWorld.begin();
    world.house.demo = await seedFurtherEnterprise(world.house.api, world.house.demo);
    hospital = await world.house.as('enterprise.admin', 2);
    await world.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await world.query(
      `INSERT INTO permit (number, enterprise_id, enterprise_name, uscc, site_id, site_name, site_sequence, site_address, region_code, legal_representative, industry_code, industry_name, management_category, issuer, issued_on, valid_from, valid_to, status, version_number, signed_text, signature, signing_key, version, source, source_on, issued_by, created_at)
       SELECT '91141181MA0TEST00X001P', o.id, o.name, coalesce(o.uscc, ''), s.id, s.name, 1, '孝义市梧桐镇工业园', o.region_code, '甲', '3012', '石灰和石膏制造', 'key', '局', '2024-01-01', '2024-01-01', '2028-12-31', 'valid', 1, '', '', '', 1, 'platform', NULL, o.id, now()
         FROM organisation o JOIN site s ON s.org_id = o.id WHERE o.id = $1 LIMIT 1`, [world.own.orgId]);
    await world.event('suspended', { subjectId: world.other.orgId, type: 'suspension', title: '责令停产整治', occurredOn: '2025-06-01' });
    await world.query(`UPDATE membership SET roles = roles || '{bureau.approver}' WHERE user_id = (SELECT user_id FROM membership WHERE 'bureau.reviewer' = ANY (roles) AND org_id = $1 LIMIT 1) AND org_id = $1`, [world.reviewer.orgId]);
  });
  afterAll(() => world.end());

  const evaluationOf = async (person: Person): Promise<string> => (await world.query('SELECT id FROM credit_evaluation WHERE subject_id = $1', [person.orgId]))[0]?.id as string;
  const path = (id: string): string => `/credit-evaluations/${id}`;
  const show = async (person: Person, id: string): Promise<Any> => ok(await person.get(path(id)));
  const full = (): Any[] => CODES.map(indicator => (MEASURED.includes(indicator) ? { indicator, applies: true, measure: 95 } : { indicator, applies: true, level: 1, score: 90 }));
  const save = async (person: Person, id: string, body: Any): Promise<Answer<Any>> => person.put(`${path(id)}/report`, body, { ifMatch: (await show(person, id)).recordVersion as number });
  const submit = async (person: Person, id: string): Promise<Answer<Any>> => {
    const { version, recordVersion } = await show(person, id);
    return person.post(`${path(id)}/submit`, { commitment: true, recordVersion }, { ifMatch: version as number });
  };
  const check = async (id: string, items: Any[], more: Any = {}): Promise<Answer<Any>> => world.reviewer.put(`${path(id)}/checks`, { items, ...more }, { ifMatch: (await show(world.reviewer, id)).recordVersion as number });
  const acceptAll = (): Any[] => CODES.map(indicator => ({ indicator, verdict: 'accept' }));
  const step = (person: Person, id: string, action: string, body: Any = {}): Promise<Answer<Any>> => world.step(person, path(id), action, body);
  const run = async (kind: string, person = world.supervisor): Promise<Answer<Any>> => {
    const answer = await person.post(`/evaluation-years/${yearId}/${kind}`, {});
    await world.house.runJobs();
    return answer;
  };
  const year = async (): Promise<Any> => ok(await world.supervisor.get(`/evaluation-years/${yearId}`));

  it('is opened once a year, with dates from dated rows and the schemes of the day frozen', async () => {
    const proposal = ok(await world.supervisor.get('/evaluation-years/proposal?year=2025'));
    expect(proposal).toMatchObject({ reportUntil: '2026-12-08', checkUntil: '2026-12-18', reviewUntil: '2026-12-25', publishBy: '2026-04-30', publicityDays: 15, warning: 'late-already' });
    expect((proposal.rows as Any[]).every(one => one.verified === false && (one.legalBasis as string).includes('环发〔2013〕150号'))).toBe(true);
    for (const bad of [{}, { year: '2025' }, { year: 2025, more: 1 }, { year: 2027 }, { year: 2012 }, { year: 2025, reportUntil: '2026-13-01' }]) expect((await world.supervisor.post('/evaluation-years', bad)).status).toBe(400);
    expect(errors(await world.supervisor.post('/evaluation-years', { year: 2025, reportUntil: '2026-11-01', checkUntil: '2026-10-01' }))).toEqual(['/reportUntil past', '/checkUntil order']);
    expect((await world.reviewer.post('/evaluation-years', { year: 2025 })).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => world.supervisor.post('/evaluation-years', { year: 2025 })));
    expect(both.map(refused).sort()).toEqual(['201 undefined', '409 evaluation-year.opened']);
    yearId = both.find(one => one.status === 201)?.body.id as string;
    expect((await year()).schemes).toMatchObject([{ key: 'shanxi-100', inForce: true, effectiveFrom: '2024-04-01' }, { key: 'national-21', inForce: false }]);
    await world.query(`UPDATE evaluation_year SET region_code = '1411' WHERE id = $1`, [yearId]);
    expect(refused(await world.supervisor.post('/evaluation-years', { year: 2025 }))).toBe('409 evaluation-year.overlaps');
    await world.query(`UPDATE evaluation_year SET region_code = '141181' WHERE id = $1`, [yearId]);
    expect((await world.own.get(`/evaluation-years/${yearId}`)).status).toBe(403);
    expect((await world.supervisor.get(`/evaluation-years/${randomUUID()}`)).status).toBe(404);
  });

  it('lists by rules with each reason, by hand, of one’s own accord; who was taken off stays off', async () => {
    const compute = async (): Promise<Any> => ok(await world.supervisor.post(`/evaluation-years/${yearId}/compute-list`));
    const list = async (query = ''): Promise<Any[]> => ok(await world.supervisor.get(`/evaluation-years/${yearId}/participants${query}`)).items as Any[];
    expect(refused(await run('announce'))).toBe('422 evaluation-year.list-empty');
    expect(await compute()).toEqual({ added: 2, gone: 0, kept: 0, elsewhere: 0 });
    const rules = async (): Promise<Any> => Object.fromEntries((await list()).map(one => [one.subjectId, (one.reasons as Any[]).map(each => each.rule as string)]));
    expect(await rules()).toEqual({ [world.own.orgId]: ['permit-key', 'industry'], [world.other.orgId]: ['measure'] });
    expect((await list()).find(one => one.subjectId === world.own.orgId)).toMatchObject({ town: '梧桐镇', industryCode: '3012' });
    expect(ok(await hospital.post('/evaluation-years/volunteers', { reason: '申请自愿参加评价' }))).toEqual({ year: 2025 });
    expect(refused(await hospital.post('/evaluation-years/volunteers', { reason: '申请自愿参加评价' }))).toBe('409 evaluation-year.listed');
    expect(refused(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId: world.own.orgId, reason: '再列一次' }))).toBe('409 evaluation-year.listed');
    expect(errors(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId: world.firm.orgId, reason: '机构不参评' }))).toEqual(['/subjectId subject']);
    const [own] = (await list(`?q=${encodeURIComponent('石灰')}`));
    expect(own).toMatchObject({ subjectId: world.own.orgId });
    expect((await world.supervisor.post(`/evaluation-participants/${own.id as string}/remove`, { reason: '' })).status).toBe(400);
    ok(await world.supervisor.post(`/evaluation-participants/${own.id as string}/remove`, { reason: '误列，先移出' }));
    expect(refused(await world.supervisor.post(`/evaluation-participants/${own.id as string}/remove`, { reason: '再移一次' }))).toBe('409 evaluation-year.removed');
    expect(await compute()).toEqual({ added: 0, gone: 0, kept: 1, elsewhere: 0 });
    expect(await list('?tab=off')).toHaveLength(1);
    ok(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId: world.own.orgId, reason: '核实后重新列入' }));
    expect((await rules())[world.own.orgId]).toEqual(['permit-key', 'industry', 'hand']);
    expect((await world.supervisor.get(`/evaluation-years/${yearId}/participants/export`)).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('tells the enterprises when the list is published; each begins with what the platform knows', async () => {
    expect(refused(await run('publicity'))).toBe('409 evaluation-year.list-not-published');
    expect(ok(await run('announce'))).toMatchObject({ kind: 'announce', total: 3 });
    expect(refused(await run('announce'))).toBe('409 evaluation-year.list-published');
    expect(refused(await world.supervisor.post(`/evaluation-years/${yearId}/compute-list`))).toBe('409 evaluation-year.list-published');
    expect(await year()).toMatchObject({ state: 'running', participants: 3, stages: [{ stage: 'reporting', count: 3, overdue: 0 }], runs: [{ kind: 'announce', state: 'done', done: 3, skipped: 0 }] });
    const id = await evaluationOf(world.own);
    const own = await show(world.own, id);
    expect(own).toMatchObject({ stage: 'reporting', number: expect.stringMatching(/^PJ-2026-\d+$/) as string, dueOn: '2026-12-08', daysLeft: 15, score: null, results: [] });
    const item = (code: string): Any => (own.indicators as Any[]).find(one => one.code === code);
    // the table of the form and the scheme name the same indicators; a measure is asked for exactly where the scheme has bands
    expect((own.indicators as Any[]).filter(one => one.weight === null || (one.input === 'measure') !== (one.bands.length > 0))).toEqual([]);
    expect(item('8').prefill).toMatchObject({ score: 100, facts: '排污许可证 91141181MA0TEST00X001P 有效', source: '排污许可', from: '2025-01-01', to: '2025-12-31' });
    expect(item('17')).toMatchObject({ weight: '15', weightVerified: false, prefill: { score: 100 }, applies: null });
    expect(item('1')).toMatchObject({ input: 'measure', unit: '%', prefill: null, bands: expect.arrayContaining([{ from: '90', to: '100', low: '80', high: '100' }]) as Any });
    expect((await show(world.other, await evaluationOf(world.other))).indicators.find((one: Any) => one.code === '17').prefill).toMatchObject({ score: 0, facts: expect.stringContaining('责令停产整治') as string });
    expect((await world.other.get(path(id))).status).toBe(404);
    expect((await world.firm.get(path(id))).status).toBe(404);
    expect((await world.query(`SELECT count(*)::int AS n FROM notification WHERE key LIKE 'credit-evaluation:%:listed'`))[0]?.n).toBeGreaterThanOrEqual(3);
    expect(ok(await world.own.get('/credit-evaluations')).items).toHaveLength(1);
  });

  it('takes an enterprise off a published list by two persons', async () => {
    const mine = (ok(await world.supervisor.get(`/evaluation-years/${yearId}/participants?limit=100`)).items as Any[]).find(one => one.subjectId === world.own.orgId) as Any;
    const path = `/evaluation-participants/${mine.id as string}`;
    const decide = (person: Person, approved = false, at = path): Promise<Answer<Any>> => person.post(`${at}/removal/decide`, { approved, reason: '核对名单后决定' });
    expect(refused(await decide(world.supervisor))).toBe('409 evaluation-year.removal-not-asked');
    expect(ok(await world.reviewer.post(`${path}/remove`, { reason: '企业已经停产，不再参评' }))).toMatchObject({ removedAt: null, removalAskedReason: '企业已经停产，不再参评' });
    expect(await show(world.own, await evaluationOf(world.own))).toMatchObject({ stage: 'reporting' });
    expect(refused(await world.supervisor.post(`${path}/remove`, { reason: '再提一次移出' }))).toBe('409 evaluation-year.removal-asked');
    expect((await decide(world.reviewer)).status).toBe(403);
    expect((await decide(world.own)).status).toBe(403);
    expect((await decide(world.supervisor, true, `/evaluation-participants/${randomUUID()}`)).status).toBe(404);
    expect((await world.supervisor.post(`${path}/removal/decide`, { approved: 1, reason: '核对名单后决定' })).status).toBe(400);
    expect(ok(await decide(world.supervisor))).toMatchObject({ removedAt: null, removalAskedByName: null });
    ok(await world.supervisor.post(`${path}/remove`, { reason: '主管自己提出移出' }));
    expect(refused(await decide(world.supervisor, true))).toBe('422 evaluation-year.removal-two-persons');
    await world.query('UPDATE evaluation_participant SET removal_asked = NULL WHERE id = $1', [mine.id]);
  });

  it('reminds whoever is to act, once for each stage, last day and threshold', async () => {
    const round = async (day: string): Promise<string[]> => {
      world.day(day);
      await world.query(`INSERT INTO outbox (id, job, queue, payload, attempts, created_at) VALUES (uuidv7(), 'credit-evaluation.remind', 'review', '{}', 0, now())`);
      await world.house.runJobs();
      const rows = await world.query(`SELECT DISTINCT title_zh AS title FROM notification WHERE subject_type = 'evaluation-year' AND created_at >= $1 ORDER BY 1`, [`${day}T00:00:00+08:00`]);
      return rows.map(row => row.title as string);
    };
    const PUBLISHING = '2025 年度信用评价结果公布';
    // opened in November, the publication by 30 April was late already
    expect(await round('2026-11-23')).toEqual([`${PUBLISHING}：已逾期 207 天`]);
    const id = await evaluationOf(world.other);
    await world.query(`UPDATE case_record SET state = 'checking' WHERE id = $1`, [id]);
    expect(await round('2026-12-10')).toEqual([]);
    expect(await round('2026-12-11')).toEqual(['2025 年度信用评价县级初核：还有 7 天']);
    const told = `SELECT user_id, link FROM notification WHERE key LIKE 'evaluation-year:%:checking:%'`;
    expect((await world.query(told)).every(row => row.link === `/b/${world.reviewer.orgId}/credit-evaluations?stage=checking`)).toBe(true);
    const before = (await world.query(told)).length;
    await round('2026-12-11');
    expect(await world.query(told)).toHaveLength(before);
    // whoever took the case over is told alone
    const [officer] = await world.query(`SELECT user_id AS id FROM membership WHERE 'bureau.reviewer' = ANY (roles) AND org_id = $1 LIMIT 1`, [world.reviewer.orgId]);
    await world.query(`UPDATE case_record SET claimed_by = $2, claimed_by_name = '甲', claimed_at = now() WHERE id = $1`, [id, officer?.id]);
    expect(await round('2026-12-19')).toEqual(['2025 年度信用评价县级初核：已逾期 1 天']);
    expect(await world.query(`${told} AND key LIKE '%:-1:own'`)).toEqual([{ user_id: officer?.id, link: expect.any(String) as string }]);
    await world.query(`UPDATE case_record SET state = 'reporting', claimed_by = NULL, claimed_by_name = NULL, claimed_at = NULL WHERE id = $1`, [id]);
    world.day('2026-11-23');
  });

  it('is filled in by a firm as far as its mandate for credit goes', async () => {
    const id = await evaluationOf(hospital);
    expect(ok(await world.firm.get('/credit-evaluations')).items).toEqual([]);
    const mandate = async (verbs: string[]): Promise<string> => {
      const { id: given } = ok(await hospital.post('/mandates', { enterpriseId: hospital.orgId, firmId: world.firm.orgId, matters: ['credit'], verbs, validFrom: '2026-11-23', validTo: '2026-12-31' }), 201);
      ok(await world.firm.post(`/mandates/${given as string}/confirm`));
      return given as string;
    };
    const prepares = await mandate(['prepare']);
    expect(ok(await world.firm.get('/credit-evaluations')).items.map((one: Any) => one.id)).toEqual([id]);
    expect((await show(world.firm, id)).actions).toEqual(['save', 'refresh']);
    ok(await save(world.firm, id, { answers: [{ indicator: '1', applies: true, measure: 91 }] }));
    expect((await submit(world.firm, id)).status).toBe(403);
    ok(await hospital.post(`/mandates/${prepares}/revoke`, { reason: '改签委托' }));
    expect((await world.firm.get(path(id))).status).toBe(404);
    const submits = await mandate(['prepare', 'submit']);
    expect((await show(world.firm, id)).actions).toEqual(['save', 'refresh', 'submit']);
    ok(await hospital.post(`/mandates/${submits}/revoke`, { reason: '改由本单位办理' }));
    expect((await show(hospital, id)).indicators.find((one: Any) => one.code === '1').answer).toMatchObject({ measure: 91 });
  });

  it('saves the report as it is typed, and takes it once', async () => {
    const id = await evaluationOf(world.own);
    const { recordVersion } = await show(world.own, id);
    const put = (answers: Any[], over: Any = {}): Promise<Answer<Any>> => save(world.own, id, { answers, ...over });
    expect(errors(await put([{ indicator: '3', applies: true, level: 1, score: 70 }]))).toEqual(['/answers/0/score band']);
    expect(errors(await put([{ indicator: '1', applies: true, measure: 101 }]))).toEqual(['/answers/0/measure percent']);
    expect(errors(await put([{ indicator: '22', applies: true }]))).toEqual(['/answers/0/indicator indicator']);
    for (const bad of [{}, { answers: 'x' }, { answers: [{ indicator: '1' }] }, { answers: [], more: 1 }]) expect((await save(world.own, id, bad)).status).toBe(400);
    ok(await put(full(), { voluntary: [{ title: '通过环境管理体系认证', doneOn: '2025-05-01' }] }));
    expect(refused(await world.own.put(`${path(id)}/report`, { answers: [] }, { ifMatch: recordVersion as number }))).toBe('412 stale');
    expect((await world.other.put(`${path(id)}/report`, { answers: [] }, { ifMatch: 1 })).status).toBe(404);
    expect((await world.reviewer.put(`${path(id)}/report`, { answers: [] }, { ifMatch: 1 })).status).toBe(403);
    ok(await put([{ indicator: '3', applies: false }]));
    expect(errors(await submit(world.own, id))).toEqual(['/answers/3/words reason']);
    ok(await put([{ indicator: '3', applies: false, words: '不产生危险废物' }]));
    await world.house.attach(world.own, `subjectType=credit-evaluation&subjectId=${id}&purpose=evidence-15`);
    const at = await show(world.own, id);
    expect(errors(await world.own.post(`${path(id)}/submit`, { commitment: false, recordVersion: at.recordVersion }, { ifMatch: at.version as number }))).toEqual(['/commitment commitment']);
    // at the last second, twice at once
    world.day('2026-12-08');
    const both = await Promise.all([1, 2].map(() => world.own.post(`${path(id)}/submit`, { commitment: true, recordVersion: at.recordVersion }, { ifMatch: at.version as number })));
    expect(both.map(one => one.status)).toEqual([200, 200]);
    const sent = await show(world.own, id);
    expect(sent).toMatchObject({ stage: 'checking', late: false, submissions: [{ nth: 1, late: false }], actions: [] });
    expect(await world.query(`SELECT 1 FROM signature_record WHERE subject_type = 'credit-evaluation' AND subject_id = $1`, [id])).toHaveLength(1);
    expect(refused(await world.own.put(`${path(id)}/report`, { answers: [] }, { ifMatch: sent.recordVersion as number }))).toBe('409 credit-evaluation.answers-closed');
    await expect(world.house.attach(world.own, `subjectType=credit-evaluation&subjectId=${id}&purpose=evidence-15`)).rejects.toThrow();
  });

  it('takes a late report until the check begins, and begins the check without one', async () => {
    const [other, third] = [await evaluationOf(world.other), await evaluationOf(hospital)];
    expect(refused(await step(world.reviewer, third, 'take-up'))).toBe('422 credit-evaluation.not-overdue');
    world.day('2026-12-10');
    expect(ok(await world.supervisor.get(`/credit-evaluations?yearId=${yearId}&overdue=true`)).items).toHaveLength(2);
    ok(await save(world.other, other, { answers: full() }));
    ok(await submit(world.other, other));
    expect(await show(world.other, other)).toMatchObject({ late: true, submissions: [{ late: true }] });
    expect((await step(world.enforcer, third, 'take-up')).status).toBe(403);
    ok(await step(world.reviewer, third, 'take-up'));
    expect(await show(world.reviewer, third)).toMatchObject({ stage: 'checking', notReported: true });
    expect(refused(await submit(hospital, third))).toBe('409 case.wrong-state');
    expect(await year()).toMatchObject({ late: 1, notReported: 1, stages: [{ stage: 'checking', count: 3 }] });
  });

  it('is checked indicator by indicator, given back once, and reviewed by somebody else', async () => {
    const id = await evaluationOf(world.own);
    expect(refused(await step(world.reviewer, id, 'finish-check', { note: '核对完毕' }))).toBe('422 credit-evaluation.checks-missing');
    expect(errors(await check(id, [{ indicator: '1', verdict: 'change', measure: 80 }]))).toEqual(['/items/0/reason reason']);
    expect(errors(await check(id, [{ indicator: '1', verdict: 'change', reason: '按监督性监测结果' }]))).toEqual(['/items/0 value']);
    expect(errors(await check(id, [{ indicator: '4', verdict: 'change', level: 2, score: 90, reason: '夜间超标' }]))).toEqual(['/items/0/score band']);
    expect(errors(await check(id, [{ indicator: '77', verdict: 'accept' }]))).toEqual(['/items/0/indicator indicator']);
    ok(await step(world.reviewer, id, 'give-back', { reason: '缺少应急演练记录' }));
    ok(await submit(world.own, id));
    expect(refused(await step(world.reviewer, id, 'give-back', { reason: '再退回一次' }))).toBe('422 credit-evaluation.returned');
    ok(await check(id, [...acceptAll(), { indicator: '1', verdict: 'change', measure: 92, reason: '按监督性监测结果' }].slice(1), { voluntary: [{ nth: 0, accepted: true }] }));
    expect((await world.reviewer.put(`${path(id)}/checks`, { items: [] }, { ifMatch: 1 })).status).toBe(412);
    ok(await step(world.reviewer, id, 'finish-check', { note: '核对完毕' }));
    expect((await show(world.own, id)).indicators.every((one: Any) => one.check === null)).toBe(true);
    // the same person holds both posts, and still is one person
    expect(refused(await step(world.reviewer, id, 'confirm', { note: '同意' }))).toBe('422 credit-evaluation.two-persons');
    ok(await step(world.approver, id, 'send-back', { reason: '第 1 项请附监测报告' }));
    ok(await step(world.reviewer, id, 'finish-check', { note: '已补附' }));
    const reviewed = ok(await step(world.approver, id, 'confirm', { note: '同意初核意见' }));
    expect(reviewed).toMatchObject({ stage: 'reviewed', results: [{ nth: 1, cause: 'review', schemes: [{ scheme: 'shanxi-100', inForce: true, score: '100.00', grade: 'A' }, { scheme: 'national-21', inForce: false, grade: 'blue', score: '88.53' }] }] });
    const national = reviewed.results[0].schemes[1] as Any;
    expect((national.lines as Any[]).find(one => one.code === '1')).toMatchObject({ score: '84', weight: '15', note: 'reading' });
    expect((national.lines as Any[]).find(one => one.code === '3')).toMatchObject({ score: null, note: 'not-applicable' });
    expect(await show(world.own, id)).toMatchObject({ results: [], grade: null, checkedByName: null });
    await expect(world.query(`UPDATE credit_evaluation SET reviewed_by = checked_by WHERE id = $1`, [id])).rejects.toThrow('credit_evaluation_two_persons');
  });

  it('makes everybody public who was reviewed; the public reads name and grade', async () => {
    const [id, other, third] = [await evaluationOf(world.own), await evaluationOf(world.other), await evaluationOf(hospital)];
    for (const one of [other, third]) {
      ok(await check(one, acceptAll()));
      ok(await step(world.reviewer, one, 'finish-check', { note: '核对完毕' }));
    }
    ok(await step(world.approver, other, 'confirm', { note: '同意' }));
    expect(ok(await world.house.anyone.get('/public/credit-evaluations')).items).toEqual([]);
    expect(refused(await step(world.own, id, 'object', { words: '还没有公示就提出的异议' }))).toBe('422 credit-evaluation.objection-late');
    expect(ok(await run('publicity'))).toMatchObject({ total: 2 });
    // who did not report has nothing but the platform's figures
    ok(await step(world.approver, third, 'confirm', { note: '同意' }));
    expect((await show(world.approver, third)).results[0].readings.find((one: Any) => one.indicator === '14')).toMatchObject({ source: 'none', score: '0' });
    expect(await show(world.own, id)).toMatchObject({ stage: 'publicity', publicFrom: '2026-12-10', publicUntil: '2026-12-25', grade: 'A', actions: ['object'] });
    const items = ok(await world.house.anyone.get('/public/credit-evaluations')).items as Any[];
    expect(items.map(one => [one.subjectId, one.phase, one.publicUntil])).toEqual(expect.arrayContaining([[world.own.orgId, 'publicity', '2026-12-25'], [world.other.orgId, 'publicity', '2026-12-25']]));
    expect(Object.keys(items[0] as object).sort()).toEqual(['changedOn', 'colour', 'gradeTitle', 'id', 'isCorrection', 'phase', 'publicUntil', 'publishedOn', 'subjectId', 'subjectName', 'underCorrection', 'underObjection', 'year']);
    expect(refused(await run('approve'))).toBe('422 evaluation-year.nothing');
  });

  it('hears objections within the publicity, of the enterprise and of citizens, and answers by somebody who took no part', async () => {
    const [id, third] = [await evaluationOf(world.own), await evaluationOf(hospital)];
    const said = { clientId: randomUUID(), name: '张三丰', phone: '13800000000', words: '夜间噪声很大，不应评为绿牌。' };
    for (const bad of [{}, { ...said, phone: 'x' }, { ...said, words: '短' }, { ...said, more: 1 }]) expect((await world.house.anyone.post(`/public/credit-evaluations/${id}/objections`, bad)).status).toBe(400);
    expect((await world.house.anyone.post(`/public/credit-evaluations/${third}/objections`, said)).status).toBe(404);
    const twice = await Promise.all([1, 2].map(() => world.house.anyone.post(`/public/credit-evaluations/${id}/objections`, said)));
    expect(twice.map(one => one.status)).toEqual([201, 201]);
    expect(twice[0]?.body).toEqual(twice[1]?.body);
    expect(ok(await step(world.own, id, 'object', { words: '第 4 项噪声已经整改，请复核。' }))).toMatchObject({ stage: 'objection', objections: [{ side: 'public', byName: '张**', hasContact: true }, { side: 'enterprise' }] });
    expect((ok(await world.house.anyone.get('/public/credit-evaluations')).items as Any[]).find(one => one.subjectId === world.own.orgId)).toMatchObject({ underObjection: true, gradeTitle: null, colour: 'grey' });
    expect(JSON.stringify(await world.query('SELECT * FROM credit_evaluation_objection'))).not.toContain('13800000000');
    const [objection] = (await show(world.supervisor, id)).objections as Any[];
    expect(ok(await world.supervisor.post(`/credit-evaluation-objections/${objection.id as string}/contact`, { reason: '电话核实情况' }))).toEqual({ name: '张三丰', phone: '13800000000' });
    expect((await world.own.post(`/credit-evaluation-objections/${objection.id as string}/contact`, { reason: '想知道是谁' })).status).toBe(403);
    const answer = { verdict: 'changed', answer: '经复测夜间噪声超标 3 分贝，更正第 4 项。', items: [{ indicator: '4', verdict: 'change', level: 2, score: 60, reason: '复测夜间超标 3 分贝' }] };
    for (const person of [world.reviewer, world.approver]) expect(refused(await step(person, id, 'recheck', answer))).toBe('422 credit-evaluation.two-persons');
    expect(errors(await step(world.supervisor, id, 'recheck', { ...answer, items: [] }))).toEqual(['/items items']);
    expect(errors(await step(world.supervisor, id, 'recheck', { ...answer, verdict: 'kept' }))).toEqual(['/items items']);
    // by somebody who will not approve it either
    const roles = (sql: string): Promise<Any[]> => world.query(`UPDATE membership SET roles = ${sql} WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`, [world.enforcer.account?.login]);
    await roles(`roles || '{bureau.reviewer}'`);
    const answered = ok(await step(world.enforcer, id, 'recheck', answer));
    await roles(`array_remove(roles, 'bureau.reviewer')`);
    expect(answered).toMatchObject({ stage: 'publicity', publicUntil: '2026-12-25', results: [{ nth: 1 }, { nth: 2, cause: 'publicity' }, { nth: 3, cause: 'recheck' }] });
    expect(answered.results.map((one: Any) => one.schemes[1].score)).toEqual(['88.53', '88.53', '87.26']);
    expect(ok(await world.house.anyone.post('/public/credit-evaluations/objections/track', twice[0]?.body as object))).toMatchObject({ verdict: 'changed', answer: answer.answer });
    expect((await world.house.anyone.post('/public/credit-evaluations/objections/track', { ...twice[0]?.body as object, code: 'ABCDEFGH' })).status).toBe(404);
    await expect(world.query('UPDATE credit_evaluation_result SET nth = 9 WHERE evaluation_id = $1', [id])).rejects.toThrow();
    // another objection, which nobody has answered when the publicity is over
    ok(await step(world.other, await evaluationOf(world.other), 'object', { words: '停产整治已经撤销，请复核。' }));
    world.day('2026-12-26');
    expect(refused(await step(world.own, id, 'object', { words: '公示期满之后提出的异议' }))).toBe('422 credit-evaluation.objection-late');
    expect((await world.house.anyone.post(`/public/credit-evaluations/${id}/objections`, { ...said, clientId: randomUUID() })).status).toBe(422);
  });

  it('is approved and published in batches; an open objection holds up its own enterprise alone', async () => {
    const [id, other] = [await evaluationOf(world.own), await evaluationOf(world.other)];
    expect(refused(await run('approve', world.approver))).toBe('422 evaluation-year.not-instead');
    expect(ok(await run('approve'))).toMatchObject({ total: 1 });
    expect(await show(world.own, id)).toMatchObject({ stage: 'approved', publishDue: '2027-01-01', dueOn: '2027-01-01' });
    expect(await show(world.other, other)).toMatchObject({ stage: 'objection' });
    expect(ok(await run('publish'))).toMatchObject({ total: 1 });
    const published = await show(world.own, id);
    expect(published).toMatchObject({ stage: 'published', letter: { number: expect.stringMatching(/^PG-2026-\d+$/) as string, fileId: expect.any(String) as string }, today: { differs: false, since: [] } });
    expect((await world.own.get(`/files/${published.letter.fileId as string}/content`)).raw.subarray(0, 4).toString()).toBe('%PDF');
    expect((await world.other.get(`/files/${published.letter.fileId as string}/content`)).status).toBe(404);
    expect(ok(await world.house.anyone.get(`/public/evaluation-letters/${published.letter.code as string}`))).toMatchObject({ year: 2025, signatureHolds: true, gradeTitle: published.gradeTitle });
    expect((await world.house.anyone.get('/public/evaluation-letters/AAAAAAAAAAAAAAAA')).status).toBe(404);
    expect(await world.query(`SELECT indicator FROM credit_event WHERE source_type = 'credit-evaluation' AND type = 'reading' AND subject_id = $1`, [world.own.orgId])).toHaveLength(20);
    // the standing of the day rests on the published values; penalties are reckoned by the events themselves (here: none, 100 instead of 90)
    const standing = ok(await world.supervisor.get(`/credit-subjects/${world.own.orgId}?scheme=national-21`));
    expect(standing).toMatchObject({ score: '88.84', grade: 'blue' });
    expect(ok(await world.house.anyone.get('/public/credit-evaluations?year=2025&phase=published')).items).toHaveLength(1);
    expect(ok(await world.house.anyone.get('/public/credit-evaluations/years'))).toMatchObject({ items: [{ year: 2025, publicity: 1, published: 1 }] });
    expect((await world.house.anyone.get('/public/credit-evaluations/export?year=2025')).raw.subarray(0, 2).toString()).toBe('PK');
    // an appeal that holds back the grade of the day holds back that of the year, in every public way
    const freezes = world.house.api.get(PublicFreezes, { strict: false });
    const caseId = randomUUID();
    const [shown] = ok(await world.house.anyone.get('/public/credit-evaluations?year=2025&phase=published')).items as [Any];
    await freezes.begin({ subjectId: shown.subjectId as string, eventKey: 'under-appeal', caseId, until: '2027-12-31', hidesGrade: true });
    const [held] = ok(await world.house.anyone.get('/public/credit-evaluations?year=2025&phase=published')).items as [Any];
    expect(held).toMatchObject({ underObjection: true, gradeTitle: null, colour: 'grey' });
    expect(ok(await world.house.anyone.get(`/public/credit-evaluations?year=2025&phase=published&colour=${shown.colour as string}`)).items).toEqual([]);
    await freezes.end(caseId);
    expect((ok(await world.house.anyone.get(`/public/credit-evaluations?year=2025&phase=published&colour=${shown.colour as string}`)).items as Any[]).map(one => one.gradeTitle)).toEqual([shown.gradeTitle]);
    expect(refused(await run('publish'))).toBe('422 evaluation-year.nothing');
  });

  it('goes on with each event, and back when it is revoked; the annual grade stays what it was', async () => {
    const id = await evaluationOf(world.own);
    world.day('2026-12-28');
    await world.event('accident', { type: 'incident-general', title: '一般突发环境事件', occurredOn: '2026-12-27' });
    const lowered = await show(world.own, id);
    expect(lowered).toMatchObject({ grade: 'A', today: { differs: true, grade: 'B', since: [{ title: '一般突发环境事件', status: 'active' }] } });
    expect((lowered.today.lines as Any[]).map(one => one.kind)).toContain('downgrade');
    expect(ok(await world.supervisor.get(`/credit-subjects/${world.own.orgId}?scheme=national-21`))).toMatchObject({ grade: 'yellow' });
    await world.change('accident', { effectiveOn: '2026-12-27' });
    expect(await show(world.own, id)).toMatchObject({ grade: 'A', today: { differs: false, grade: 'A', since: [{ title: '一般突发环境事件', status: 'revoked' }] } });
    expect(ok(await world.supervisor.get(`/credit-subjects/${world.own.orgId}?scheme=national-21`))).toMatchObject({ grade: 'blue' });
  });

  it('is found by stage, grade, town and words, page by page, and exported', async () => {
    const list = async (query: string): Promise<Any> => ok(await world.supervisor.get(`/credit-evaluations?yearId=${yearId}&${query}`));
    expect((await list('stage=published')).items.map((one: Any) => one.subjectId)).toEqual([world.own.orgId]);
    expect((await list(`town=${encodeURIComponent('梧桐镇')}&industry=30`)).items).toHaveLength(1);
    expect((await list('stage=published&colour=green')).items).toHaveLength(1);
    expect((await list('reported=not-reported')).items).toMatchObject([{ subjectId: hospital.orgId }]);
    const first = await list('limit=2&sort=-score');
    const rest = await list(`limit=2&sort=-score&cursor=${encodeURIComponent(first.nextCursor as string)}`);
    expect(new Set([...first.items, ...rest.items].map((one: Any) => one.id as string)).size).toBe(3);
    for (const bad of ['stage=x', 'sort=x', 'cursor=x', 'more=1', 'industry=x']) expect((await world.supervisor.get(`/credit-evaluations?${bad}`)).status).toBe(400);
    expect((await world.supervisor.get(`/credit-evaluations/export?yearId=${yearId}`)).raw.subarray(0, 2).toString()).toBe('PK');
    expect(ok(await world.other.get('/credit-evaluations')).items).toMatchObject([{ subjectId: world.other.orgId, grade: null, stage: 'objection' }].map(({ grade: _hidden, ...one }) => one));
  });

  it('goes over from an enterprise the bureau only knew to the verified one that claims it: list, case, evaluation and letter', async () => {
    const [known, verified] = [randomUUID(), randomUUID()];
    for (const [id, status] of [[known, 'known'], [verified, 'active']]) await world.query(`INSERT INTO organisation (id, kind, uscc, name, status, region_code, address, legal_representative, contact_name, known_since, version, created_at, updated_at) SELECT $1, kind, '91141181MA0CLAIM02', '名单企业', $2, region_code, address, legal_representative, '', now(), 1, now(), now() FROM organisation WHERE id = $3`, [id, status, world.own.orgId]);
    ok(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId: known, reason: '按名单补列' }));
    const [evaluation] = await world.query('SELECT id FROM credit_evaluation WHERE subject_id = $1', [known]);
    await world.query(`INSERT INTO credit_evaluation_letter SELECT $1, number || 'x', code || 'x', $2, subject_name, uscc, region_code, year, score, grade_title, scheme_title, issued_on, issued_at, signed_text, signature, signing_key, NULL FROM credit_evaluation_letter LIMIT 1`, [evaluation?.id, known]);
    const organisation = await world.house.api.get(Directory, { strict: false }).organisation(verified);
    await world.house.db.transaction(() => world.house.api.get(KnownEnterprises, { strict: false }).claim(organisation as Organisation));
    const where = async (table: string, column = 'subject_id'): Promise<Any[]> => world.query(`SELECT id, ${column} AS of FROM ${table} WHERE ${column} = ANY ($1)`, [[known, verified]]);
    expect(await where('evaluation_participant')).toMatchObject([{ of: verified }]);
    for (const [table, column] of [['credit_evaluation', 'subject_id'], ['credit_evaluation_letter', 'subject_id'], ['case_record', 'party_org_id']] as const) expect(await where(table, column)).toEqual([{ id: evaluation?.id, of: verified }]);
  });

  describe('a known enterprise that is verified while both are on the list of a year', () => {
    let nth = 0;
    /** One the bureau knew and a registration beside it with the same code, both put on the list of the year. */
    const twice = async (): Promise<{ known: string; verified: string; of: (subject: string) => Promise<string> }> => {
      const [known, verified] = [randomUUID(), randomUUID()];
      nth += 1;
      for (const [id, status] of [[known, 'known'], [verified, 'pending']]) await world.query(`INSERT INTO organisation (id, kind, uscc, name, status, region_code, address, legal_representative, contact_name, known_since, version, created_at, updated_at) SELECT $1, kind, $4, '两件企业', $2, region_code, address, legal_representative, '', now(), 1, now(), now() FROM organisation WHERE id = $3`, [id, status, world.own.orgId, `91141181MA0TWICE0${nth}`]);
      const ids = new Map<string, string>();
      for (const subjectId of [known, verified]) {
        ok(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId, reason: '按名单补列' }));
        ids.set(subjectId, (await world.query('SELECT id FROM credit_evaluation WHERE subject_id = $1', [subjectId]))[0]?.id as string);
      }
      return { known, verified, of: subject => Promise.resolve(ids.get(subject) as string) };
    };
    const toPublished = async (ids: string[]): Promise<void> => {
      world.day('2027-02-01');
      for (const id of ids) {
        ok(await step(world.reviewer, id, 'take-up'));
        ok(await check(id, acceptAll()));
        ok(await step(world.reviewer, id, 'finish-check', { note: '核对完毕' }));
        ok(await step(world.approver, id, 'confirm', { note: '同意' }));
      }
      ok(await run('publicity'));
      world.day('2027-03-01');
      ok(await run('approve'));
      ok(await run('publish'));
    };
    const verify = async (id: string): Promise<void> => void ok(await world.intake.post(`/organisations/${id}/verify`));
    const listed = async (id: string): Promise<Any[]> => world.query('SELECT evaluation_id AS evaluation, merged_into AS "mergedInto", removed_reason AS reason FROM evaluation_participant WHERE subject_id = $1 ORDER BY merged_into NULLS FIRST', [id]);

    it('keeps the one that is further along, closes the other with a reason and its number, and carries its objections', async () => {
      const { known, verified, of } = await twice();
      const [kept, closed] = [await of(known), await of(verified)];
      await world.query(`UPDATE case_record SET state = 'publicity', holder = 'public' WHERE id = $1`, [kept]);
      await verify(verified);
      const [{ number }] = await world.query('SELECT number FROM credit_evaluation WHERE id = $1', [kept]) as [Any];
      const after = await show(world.supervisor, closed);
      expect(after).toMatchObject({ stage: 'dropped', mergedInto: { id: kept, number }, actions: [] });
      expect(after.case.timeline.find((one: Any) => one.action === 'merge')).toMatchObject({ action: 'merge', reason: expect.stringContaining(number as string) as string });
      expect(await show(world.supervisor, kept)).toMatchObject({ stage: 'publicity', subjectId: verified, mergedInto: null });
      expect(await listed(verified)).toMatchObject([{ evaluation: kept, mergedInto: null, reason: null }, { evaluation: closed, mergedInto: expect.any(String) as string, reason: expect.stringContaining(number as string) as string }]);
      expect(await world.query('SELECT party_org_id AS org FROM case_record WHERE id = ANY ($1)', [[kept, closed]])).toEqual([{ org: verified }, { org: verified }]);
      expect(await world.query(`SELECT 1 FROM audit_entry WHERE action = 'evaluation-year.merge' AND details->>'subjectId' = $1`, [verified])).toHaveLength(1);
      expect(refused(await world.supervisor.post(`/evaluation-years/${yearId}/participants`, { subjectId: verified, reason: '再列一次' }))).toBe('409 evaluation-year.listed');
    });

    it('keeps the verified one’s between equals, and takes back what the other had published: list, standing and letter', async () => {
      const { known, verified, of } = await twice();
      const [closed, kept] = [await of(known), await of(verified)];
      await toPublished([closed, kept]);
      const letter = (await show(world.supervisor, closed)).letter.code as string;
      expect(ok(await world.house.anyone.get(`/public/evaluation-letters/${letter}`))).toMatchObject({ replacedBy: null });
      await verify(verified);
      const [{ number }] = await world.query('SELECT number FROM credit_evaluation WHERE id = $1', [kept]) as [Any];
      expect(await show(world.supervisor, closed)).toMatchObject({ stage: 'dropped', mergedInto: { id: kept }, publishedAt: expect.any(String) as string, today: null, letter: { code: letter } });
      expect((ok(await world.house.anyone.get(`/public/credit-evaluations?year=2025&phase=published&q=${encodeURIComponent('两件')}`)).items as Any[]).map(one => one.id)).toEqual([kept]);
      expect(ok(await world.house.anyone.get(`/public/evaluation-letters/${letter}`))).toMatchObject({ replacedBy: number, signatureHolds: true });
      const revoked = await world.query(`SELECT e.source_id AS source, count(*)::int AS n, count(c.id)::int AS revoked FROM credit_event e LEFT JOIN credit_event_change c ON c.event_key = e.key AND c.status = 'revoked' WHERE e.subject_id = $1 AND e.source_type = 'credit-evaluation' GROUP BY 1`, [verified]);
      expect(revoked).toEqual(expect.arrayContaining([{ source: kept, n: 20, revoked: 0 }, { source: closed, n: 20, revoked: 20 }]));
      expect((await world.grade(verified)).grade).toEqual((await show(world.supervisor, kept)).today.grade);
      expect((ok(await world.supervisor.get(`/credit-evaluations?yearId=${yearId}&stage=published&q=${encodeURIComponent('两件')}`)).items as Any[]).map(one => one.id)).toEqual([kept]);
      world.day('2026-12-28');
    });

    // as if published with the others: how long years are shown is tried out below
    afterAll(() => world.query(`UPDATE credit_evaluation SET published_at = '2026-12-27T02:00:00Z' WHERE published_at > '2027-01-01'`));

    it('carries an open objection to the one that stays, where it is heard', async () => {
      const { known, verified, of } = await twice();
      const [closed, kept] = [await of(known), await of(verified)];
      await world.query(`UPDATE case_record SET state = 'objection', holder = 'bureau.reviewer' WHERE id = ANY ($1)`, [[closed, kept]]);
      await world.query(`INSERT INTO credit_evaluation_objection (id, evaluation_id, number, side, by_name, words, made_at) VALUES ($1, $2, 'YP-TEST-1', 'enterprise', '两件企业', '第 4 项不符', now())`, [randomUUID(), closed]);
      await verify(verified);
      expect((await show(world.supervisor, kept)).objections).toMatchObject([{ number: 'YP-TEST-1', verdict: null }]);
      expect(await world.query(`SELECT 1 FROM notification WHERE key = $1`, [`credit-evaluation:${kept}:carried-${closed}`])).not.toHaveLength(0);
    });
  });

  it('makes a changed result public again as long as the dated row says, with the right to object', async () => {
    const other = await evaluationOf(world.other);
    const shown = async (): Promise<Any> => (ok(await world.house.anyone.get('/public/credit-evaluations?year=2025&phase=publicity')).items as Any[]).find(one => one.id === other) as Any;
    const changed = (score: number): Any => ({ verdict: 'changed', answer: '经复核更正第 4 项。', items: [{ indicator: '4', verdict: 'change', level: 2, score, reason: '复测夜间超标' }] });
    expect(await shown()).toMatchObject({ underObjection: true, changedOn: null });
    expect(ok(await step(world.supervisor, other, 'recheck', changed(60)))).toMatchObject({ stage: 'publicity', changedOn: '2026-12-28', publicUntil: '2027-01-12', dueOn: '2027-01-12' });
    expect(await shown()).toMatchObject({ underObjection: false, changedOn: '2026-12-28', publicUntil: '2027-01-12' });
    expect((await show(world.other, other)).case.timeline.find((one: Any) => one.action === 'answer').text.zh).toBe('复核并答复异议：结果更正，再公示 15 日');
    const [told] = await world.query(`SELECT body_zh AS body FROM notification WHERE org_id = $1 AND subject_id = $2 AND key LIKE '%:answered-%'`, [world.other.orgId, other]);
    expect(told?.body).toContain('更正后的结果公示到 2027-01-12');
    // on its last day it may not be approved yet, and may still be objected to; 0 days: not public again
    world.day('2027-01-12');
    expect((await year()).ready).toMatchObject({ approve: 0 });
    ok(await step(world.other, other, 'object', { words: '更正后的结果仍有出入，请再复核。' }));
    await world.query(`UPDATE reference_value SET value = '0' WHERE kind = 'credit-evaluation' AND key = 'changed-publicity-days'`);
    expect(ok(await step(world.supervisor, other, 'recheck', changed(70)))).toMatchObject({ changedOn: '2027-01-12', publicUntil: '2027-01-12' });
    world.day('2027-01-13');
    expect(refused(await step(world.other, other, 'object', { words: '期满之后提出的异议不再受理。' }))).toBe('422 credit-evaluation.objection-late');
    expect((await year()).ready).toMatchObject({ approve: 1 });
    // who changed the result does not approve it
    expect(ok(await run('approve'))).toMatchObject({ total: 1 });
    expect(await show(world.other, other)).toMatchObject({ stage: 'publicity' });
    // the only supervisor changed it: the post of the dated row approves, still a person who took no part
    const admin = await world.house.as('bureau.admin');
    expect(refused(await run('approve', world.intake))).toContain('403');
    await world.query(`UPDATE membership SET roles = roles || '{bureau.approver}' WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`, [world.enforcer.account?.login]);
    expect(refused(await run('approve', world.enforcer))).toBe('422 evaluation-year.not-instead');
    await world.query(`UPDATE membership SET roles = array_remove(roles, 'bureau.approver') WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`, [world.enforcer.account?.login]);
    const twin = await world.query(`UPDATE membership SET roles = roles || '{bureau.supervisor}' WHERE user_id = (SELECT id FROM app_user WHERE email = $1) RETURNING user_id`, [world.enforcer.account?.login]);
    expect(twin).toHaveLength(1);
    ok(await run('approve', admin));
    // a second supervisor who took no part is there
    expect(await show(world.other, other)).toMatchObject({ stage: 'publicity' });
    await world.query(`UPDATE membership SET roles = array_remove(roles, 'bureau.supervisor') WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`, [world.enforcer.account?.login]);
    ok(await run('approve', admin));
    expect(await show(world.supervisor, other)).toMatchObject({ stage: 'approved', approvedByName: expect.any(String) as string });
    expect((await run('publish', admin)).status).toBe(403);
    world.day('2026-12-28');
  });

  it('shows published years only as long as the dated row says', async () => {
    await world.query(`UPDATE credit_evaluation SET published_at = published_at - interval '3 years' WHERE published_at IS NOT NULL`);
    expect(ok(await world.house.anyone.get('/public/credit-evaluations?year=2025&phase=published')).items).toEqual([]);
  });
});
