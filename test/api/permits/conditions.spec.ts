import { Any, CONDITIONS, Person, PermitWorld } from './world';

const OWN = { act: 'add', title: '石灰窑煤气报警', kind: 'operation', subject: 'facility', subjectCode: 'MF0001', text: '石灰窑煤气区域设置一氧化碳报警，每月校验一次。', legalBasis: '环评批复第三条', reason: '环评批复有要求，条件库没有', duty: { period: 'monthly', content: '校验一氧化碳报警器', rule: 'period-end', days: 0 } };

describe('conditions of permits', () => {
  let world: PermitWorld;
  let lime: Person;
  let intake: Person;
  let reviewer: Person;
  let approver: Person;
  let supervisor: Person;
  let id: string;
  let permitId: string;
  let facility: string;
  beforeAll(async () => {
    world = await PermitWorld.begin();
    await people();
    id = (await world.submitted(lime, { siteSequence: 1 })).id as string;
  });
  afterAll(() => world.end());

  async function people(): Promise<void> {
    [lime, intake, reviewer, approver, supervisor] = await Promise.all([world.as('enterprise.admin'), world.as('bureau.intake'), world.as('bureau.reviewer'), world.as('bureau.approver'), world.as('bureau.supervisor')]);
  }
  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => world.db.query<Any>(sql, values);
  const path = (application = id): string => `/permit-applications/${application}/conditions`;
  const places = (answer: Any): string[] => (answer.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);

  it('stand in a library that officers read and those who answer for permits keep', async () => {
    const list = await reviewer.get('/conditions?limit=200');
    expect([list.status, (list.body.items as Any[]).length > 12, (list.body.items as Any[]).every(one => one.verified === false)]).toEqual([200, true, true]);
    expect([(await lime.get('/conditions')).status, (await intake.get('/conditions/TS-01')).body.actions, (await reviewer.post('/conditions/TS-01/retire', { reason: '不再使用' }, { ifMatch: 1 })).status]).toEqual([403, ['condition.list'], 403]);
    const first = await reviewer.get('/conditions?limit=2&sort=-code');
    const second = await reviewer.get(`/conditions?limit=2&sort=-code&cursor=${first.body.nextCursor as string}`);
    expect([...(first.body.items as Any[]), ...(second.body.items as Any[])].map(one => one.code as string)).toEqual((list.body.items as Any[]).map(one => one.code as string).reverse().slice(0, 4));
    const codes = async (query: string): Promise<string[]> => ((await reviewer.get(`/conditions?limit=200&${query}`)).body.items as Any[]).map(one => one.code as string);
    expect(await codes('kind=special-period')).toEqual(['TS-01', 'TS-02']);
    expect([await codes(`q=${encodeURIComponent('一厂一策')}`), await codes('verified=true'), (await codes('recurring=true')).includes('YJ-01'), await codes('state=retired')]).toEqual([['TS-02'], [], true, []]);
    expect((await reviewer.get('/conditions/export')).raw.subarray(0, 2).toString()).toBe('PK');
    expect([(await reviewer.get('/conditions/XX-99')).status, (await reviewer.get('/conditions?kind=any')).status]).toEqual([404, 400]);
  });

  it('are added, get versions that do not overlap, and are retired; nothing is written over', async () => {
    const content = { title: '临时条件', kind: 'other', subject: 'site', text: '每年{times}检查。', parameters: [{ name: 'times', label: '次数', type: 'number', unit: '次' }], legalBasis: '本地要求', verified: false, effectiveFrom: '2026-11-23' };
    expect(places(await supervisor.post('/conditions', { ...content, code: 'LS-01', parameters: [] }))).toEqual(['/parameters missing']);
    expect((await supervisor.post('/conditions', { ...content, code: 'LS-01' })).status).toBe(201);
    expect(places(await supervisor.post('/conditions', { ...content, code: 'LS-01' }))).toEqual(['/code taken']);
    const next = { ...content, text: '每半年{times}检查。', changeNote: '频次改为半年', effectiveFrom: '2027-01-01' };
    expect(places(await supervisor.post('/conditions/LS-01/versions', { ...next, effectiveFrom: '2026-11-23' }, { ifMatch: 1 }))).toEqual(['/effectiveFrom day']);
    expect((await supervisor.post('/conditions/LS-01/versions', next, { ifMatch: 9 })).status).toBe(412);
    const revised = await supervisor.post('/conditions/LS-01/versions', next, { ifMatch: 1 });
    expect((revised.body.versions as Any[]).map(one => [one.version, one.state, one.effectiveTo])).toEqual([[2, 'to-come', null], [1, 'in-force', '2027-01-01']]);
    // Until then the first version is laid down.
    expect(((await reviewer.get('/conditions?state=in-force&q=LS-01')).body.items as Any[]).map(one => one.version as number)).toEqual([1]);
    expect(places(await supervisor.post('/conditions/LS-01/retire', { reason: '不再使用', on: '2026-11-22' }, { ifMatch: 2 }))).toEqual(['/on day']);
    const retired = await supervisor.post('/conditions/LS-01/retire', { reason: '不再使用' }, { ifMatch: 2 });
    expect([retired.status, retired.body.current.effectiveTo, retired.body.current.retiredReason]).toEqual([200, '2027-01-01', '不再使用']);
    expect((await supervisor.post('/conditions/LS-01/retire', { reason: '再停用一次' }, { ifMatch: 2 })).body.code).toBe('condition.retired');
    expect((await rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action LIKE 'condition.%' AND subject_type = 'condition-library'`))[0].n).toBeGreaterThanOrEqual(4);
  });

  it('are laid down between the beginning of the review and the decision, with every slip named at its place', async () => {
    expect((await reviewer.post(path(), { act: 'add', libraryCode: 'YJ-01', parameters: { times: '2' } })).body.code).toBe('condition.sealed');
    await intake.post(`/permit-applications/${id}/accept`);
    await reviewer.post(`/permit-applications/${id}/start-review`);
    const known = (await reviewer.get(path())).body;
    facility = known.facilities[0] as string;
    expect([known.standing, known.editable, known.items, (known.outlets as string[]).includes('DA001')]).toEqual(['drafted', true, [], true]);
    expect([(await lime.post(path(), OWN)).status, (await intake.post(path(), OWN)).status]).toEqual([403, 403]);
    expect(places(await reviewer.post(path(), { act: 'add', libraryCode: 'YJ-01', parameters: { times: '两次', other: 'x' } }))).toEqual(['/parameters/other unknown', '/parameters/times number']);
    expect(places(await reviewer.post(path(), { act: 'add', libraryCode: 'PK-01' }))).toEqual(['/subjectCode subject']);
    expect(places(await reviewer.post(path(), { act: 'add', libraryCode: 'LS-09' }))).toEqual(['/libraryCode not-in-force']);
    expect(places(await reviewer.post(path(), { act: 'add', subject: 'site' }))).toEqual(['/title title', '/text text', '/legalBasis basis', '/reason reason']);
    expect(places(await reviewer.post(path(), { ...OWN, subjectCode: 'MF9999', duty: { ...OWN.duty, rule: 'month-day' } }))).toEqual(['/subjectCode subject', '/duty/monthDay first-due']);
    expect((await reviewer.post(path(), { ...OWN, unknown: 1 })).status).toBe(400);
    expect((await reviewer.post(path(), { act: 'change', libraryCode: 'YJ-01', permitConditionId: id })).body.errors[0].pointer).toBe('/permitConditionId');
    await reviewer.post(path(), { act: 'add', libraryCode: 'YJ-01', parameters: { times: '2' } });
    await reviewer.post(path(), { act: 'add', libraryCode: 'PK-01', subjectCode: 'DA001' });
    await reviewer.post(path(), { ...OWN, subjectCode: facility });
    const laid = await reviewer.post(path(), { act: 'add', libraryCode: 'JC-01', subjectCode: 'DA001', isPublic: false, parameters: { pollutants: '颗粒物', times: '4', hours: '6' } });
    expect([laid.status, (laid.body.items as Any[]).map(one => one.text as string)[0]]).toEqual([201, expect.stringContaining('每年组织不少于2次应急演练')]);
    const taken = await reviewer.delete(`${path()}/${laid.body.items[1].id as string}`);
    expect([taken.status, (taken.body.items as Any[]).length, (await reviewer.delete(`${path()}/${laid.body.items[1].id as string}`)).status]).toEqual([200, 3, 404]);
    await reviewer.post(path(), { act: 'add', libraryCode: 'PK-01', subjectCode: 'DA001' });
    // each act is a line of the timeline, for both sides, and one of the audit
    const timeline = ((await lime.get(`/permit-applications/${id}`)).body.case.timeline as Any[]).map(one => one.text?.zh ?? one.zh).filter((zh: string) => zh.includes('许可条件'));
    expect(timeline.length).toBe(6);
    expect(timeline).toEqual(expect.arrayContaining([`新增许可条件“${OWN.title}”（${facility}）`, expect.stringMatching(/^收回许可条件.*（DA001）$/)]));
    const audited = await rows(`SELECT action, details ->> 'text' AS text FROM audit_entry WHERE subject_id = $1 AND action LIKE 'permit-application.condition-%' ORDER BY seq`, [id]);
    expect([audited.length, audited.filter(one => one.action === 'permit-application.condition-taken-back').length, audited.some(one => one.text === OWN.text)]).toEqual([6, 1, true]);
  });

  it('are read by the enterprise before the decision, not changed by it, nor by anybody after', async () => {
    const seen = (await lime.get(path())).body;
    expect([seen.standing, seen.editable, (seen.items as Any[]).length]).toEqual(['drafted', false, 4]);
    expect((await (await world.as('enterprise.admin', 1)).get(path())).status).toBe(404);
    await world.speak(reviewer, `/permit-applications/${id}`);
    await reviewer.post(`/permit-applications/${id}/opinions`, { section: 'overall', verdict: 'agree', text: '材料齐全，建议准予许可。' });
    await approver.post(`/permit-applications/${id}/decide`, { outcome: 'grant', reasons: '符合《排污许可管理条例》第十一条规定的条件', conditions: CONDITIONS });
    expect([(await reviewer.post(path(), OWN)).body.code, (await lime.get(path())).body.standing]).toEqual(['condition.sealed', 'decided']);
    permitId = (await approver.post(`/permit-applications/${id}/issue`, { number: `${(await lime.get(`/permit-applications/${id}`)).body.uscc as string}001P` })).body.permitId as string;
    await world.runJobs();
  });

  it('are rows with their days, plan duties, stand in the papers and, but for secrets, on the public page', async () => {
    const placed = await rows(`SELECT title, subject_code, valid_from::text AS from, valid_until, duty, from_version, verified FROM permit_condition WHERE permit_id = $1 ORDER BY title`, [permitId]);
    expect(placed.length).toBe(4);
    expect(new Set(placed.map(one => `${one.from as string} ${String(one.valid_until)} ${one.from_version as number} ${String(one.verified)}`))).toEqual(new Set(['2026-11-23 null 1 false']));
    expect(placed.find(one => one.title === OWN.title)).toMatchObject({ subject_code: facility, duty: { period: 'monthly', firstDueOn: '2026-11-30' } });
    const duties = ((await lime.get('/duties?kind=condition&limit=200')).body.items as Any[]).map(one => [one.dueOn, one.title.zh, one.verified]);
    expect(duties.slice(0, 3)).toEqual([['2026-11-30', `${facility} 校验一氧化碳报警器`, false], ['2026-12-15', '组织应急演练，留存记录和总结', false], ['2026-12-31', `${facility} 校验一氧化碳报警器`, false]]);
    const open = (await world.anyone.get(`/public/permits/${permitId}`)).body;
    expect([(open.conditions as Any[]).length, open.withheldConditions, (open.limits as Any[]).length > 0]).toEqual([3, 1, true]);
    expect((open.conditions as Any[]).some(one => one.libraryCode === 'JC-01')).toBe(false);
    // the conditions are signed with the certificate: a changed, added or removed one is noticed, a secret one too
    const holds = async (day = ''): Promise<unknown> => (await world.anyone.get(`/public/permits/${permitId}${day}`)).body.signatureHolds;
    const tampered = async (change: string, back: string): Promise<unknown[]> => { await rows(change, [permitId]); const seen = await holds(); await rows(back, [permitId]); return [seen, await holds()]; };
    expect([open.signedText.split('|')[0], await holds()]).toEqual(['排污许可证/3', true]);
    expect(await tampered(`UPDATE permit_condition SET text = text || '（每两年）' WHERE permit_id = $1 AND library_code = 'JC-01'`, `UPDATE permit_condition SET text = replace(text, '（每两年）', '') WHERE permit_id = $1`)).toEqual([false, true]);
    expect(await tampered(`UPDATE permit_condition SET duty = jsonb_set(duty, '{period}', '"yearly"') WHERE permit_id = $1 AND duty ->> 'period' = 'monthly'`, `UPDATE permit_condition SET duty = jsonb_set(duty, '{period}', '"monthly"') WHERE permit_id = $1 AND title = '${OWN.title}'`)).toEqual([false, true]);
    expect(await tampered(`UPDATE permit_condition SET from_version = 9 WHERE permit_id = $1 AND library_code = 'PK-01'`, `UPDATE permit_condition SET from_version = 1 WHERE permit_id = $1`)).toEqual([false, true]);
    expect((await lime.get(`/permits/${permitId}/as-of`)).body.conditions.length).toBe(4);
  });

  it('go on with a change unless they are changed or dropped, old → new; duties change in the future only', async () => {
    await world.moveTo('2027-03-10T02:00:00Z');
    await people();
    const before = await rows(`SELECT key, due_on::text AS day, content_zh FROM obligation WHERE permit_id = $1 AND kind = 'condition' AND due_on < '2027-03-10' ORDER BY key`, [permitId]);
    const begun = await lime.post('/permit-applications', { siteSequence: 1, businessType: 'adjust', triggers: ['record'] });
    const change = begun.body.id as string;
    expect([begun.status, (await lime.get(path(change))).body.kept.length]).toEqual([201, 4]);
    const form = await world.limeForm(lime, begun.body);
    for (const key of ['attachments', 'submission'] as const) await world.fill(lime, change, key, form[key]);
    await lime.post(`/permit-applications/${change}/review-runs`);
    await world.runJobs();
    const sent = await lime.post(`/permit-applications/${change}/submit`, { commitment: true });
    expect([sent.status, sent.body.errors ?? sent.body.code]).toEqual([200, undefined]);
    await intake.post(`/permit-applications/${change}/accept`);
    await reviewer.post(`/permit-applications/${change}/start-review`);
    const kept = (await reviewer.get(path(change))).body.kept as Any[];
    const [own, drill] = [kept.find(one => one.title === OWN.title), kept.find(one => one.libraryCode === 'YJ-01')];
    expect(places(await reviewer.post(path(change), { act: 'change', permitConditionId: own.id, text: '石灰窑煤气区域设置一氧化碳报警，每季度校验一次。' }))).toEqual(['/reason reason']);
    const changed = await reviewer.post(path(change), { act: 'change', permitConditionId: own.id, text: '石灰窑煤气区域设置一氧化碳报警，每季度校验一次。', duty: { period: 'quarterly', content: '校验一氧化碳报警器', rule: 'period-end', days: 0 }, reason: '一年来运行稳定' });
    expect([changed.status, changed.body.items[0].before.text]).toEqual([201, OWN.text]);
    expect((await reviewer.post(`${path(change)}/drop`, { permitConditionId: own.id, reason: '不再需要' })).body.code).toBe('condition.twice');
    expect((await reviewer.post(`${path(change)}/drop`, { permitConditionId: drill.id, reason: '已并入集团演练' })).status).toBe(200);
    const issued = await world.issueFrom(change);
    await world.runJobs();
    const [a, b] = [(await lime.get(`/permits/${permitId}/as-of?on=2027-03-09`)).body, (await lime.get(`/permits/${permitId}/as-of?on=2027-03-10`)).body];
    expect([issued.id, a.conditions.length, b.conditions.length, a.versionNumber, b.versionNumber]).toEqual([permitId, 4, 3, 1, 2]);
    const signed = async (day: string): Promise<unknown> => (await world.anyone.get(`/public/permits/${permitId}?on=${day}`)).body.signatureHolds;
    expect([await signed('2027-03-09'), await signed('2027-03-10')]).toEqual([true, true]);
    const compared = (await lime.get(`/permits/${permitId}/compare?from=2027-03-09&to=2027-03-10`)).body;
    expect((compared.conditions as Any[]).map(one => [one.change, one.before?.title, one.after?.text])).toEqual([['changed', OWN.title, '石灰窑煤气区域设置一氧化碳报警，每季度校验一次。'], ['removed', '突发环境事件应急预案', undefined]]);
    const versions = (await lime.get(`/permits/${permitId}/compare?fromVersion=1&toVersion=2`)).body;
    expect(versions.conditions).toEqual(compared.conditions);
    expect((await world.anyone.get(`/public/permits/${permitId}/changes`)).body.conditions.length).toBe(2);
    // The past: not one row of a duty that was due has changed.
    expect(await rows(`SELECT key, due_on::text AS day, content_zh FROM obligation WHERE permit_id = $1 AND kind = 'condition' AND due_on < '2027-03-10' ORDER BY key`, [permitId])).toEqual(before);
    const later = (await rows(`SELECT due_on::text AS day FROM obligation WHERE permit_id = $1 AND kind = 'condition' AND status <> 'excused' AND title_zh LIKE '%校验%' AND due_on >= '2027-03-10' ORDER BY 1 LIMIT 3`, [permitId])).map(one => one.day as string);
    expect(later).toEqual(['2027-03-31', '2027-06-30', '2027-09-30']);
    expect((await rows(`SELECT count(*)::int AS n FROM obligation WHERE permit_id = $1 AND title_zh LIKE '%演练%' AND due_on >= '2027-03-10' AND status <> 'excused'`, [permitId]))[0].n).toBe(0);
  });

  it('of days before the permit, and of people who do not hold it, are not told', async () => {
    expect((await lime.get(`/permits/${permitId}/as-of?on=2026-11-22`)).body.errors[0]).toMatchObject({ pointer: '/on', code: 'too-early' });
    expect((await lime.get(`/permits/${permitId}/as-of?on=2026-02-30`)).status).toBe(400);
    expect((await lime.get(`/permits/${permitId}/compare?from=2026-11-23&fromVersion=1`)).body.errors[0].pointer).toBe('/from');
    const stranger = await world.as('enterprise.admin', 1);
    expect([(await stranger.get(`/permits/${permitId}/as-of`)).status, (await stranger.get(`/permits/${permitId}/compare?fromVersion=1&toVersion=2`)).status, (await lime.get(`/permits/${permitId}/compare?fromVersion=1&toVersion=9`)).status]).toEqual([404, 404, 404]);
    const later = (await lime.get(`/permits/${permitId}/as-of?on=2032-01-01`)).body;
    expect([later.isAhead, later.standing]).toEqual([true, 'expired']);
  });
});
