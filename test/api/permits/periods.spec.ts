import { Any, Person, PermitWorld } from './world';

/** Lengths of the procedure are dated rows: a case keeps those of the day it was handed in. */
describe('the periods of permits', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let first: Any;
  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    first = await world.submitted(enterprise, { siteSequence: 1 });
  }, 300_000);
  afterAll(() => world.end());

  const clockOf = (application: Any, name: string): Any => (application.case.clocks as Any[]).find(one => one.clock === name) as Any;
  /** As an approved proposal writes it: the old row ends the day before. */
  const succeed = async (code: string, workdays: number, from: string): Promise<void> => {
    await world.db.query(`UPDATE procedure_period SET effective_to = $2::date - 1 WHERE code = $1 AND effective_to IS NULL`, [code, from]);
    await world.db.query(`INSERT INTO procedure_period (code, effective_from, workdays, legal_basis, verified) VALUES ($1, $2, $3, '新条例 第一条', true)`, [code, from, workdays]);
  };
  const guide = async (key: string): Promise<[number, string][]> =>
    (((await world.anyone.get('/public/permit-procedures')).body.items as Any[]).find(one => one.key === key).clocks as Any[]).map(one => [one.days as number, one.article as string]);

  it('stand each once as a dated row that the editor of reference data shows', async () => {
    const admin = await world.as('bureau.admin');
    const shown = (await admin.get('/reference-data?kind=procedure-period&limit=50')).body.items as Any[];
    expect(shown.map(one => `${String(one.key).split('|')[0]} ${one.value as string}`).sort()).toEqual([
      'change-review 10', 'delivery 10', 'intake 3', 'reissue 10', 'renew-review 20', 'request 20', 'review 20', 'review-key 30', 'review-key-site-check 45',
    ]);
    expect(shown.every(one => /[\u4e00-\u9fff]/.test(one.title as string) && one.verified === false)).toBe(true);
    expect(clockOf(first, 'intake')).toMatchObject({ total: 3, article: '排污许可管理条例 第九条第四项（期限未核实）' });
  });

  it('change with a new row only what is handed in from its day on, for every later clock of a case', async () => {
    await succeed('intake', 5, '2026-11-24');
    await succeed('review', 15, '2026-11-24');
    await succeed('delivery', 7, '2026-11-24');
    expect((await guide('new')).map(([days]) => days)).toEqual([3, 20, 30, 45, 10]);
    await world.moveTo('2026-11-24T02:00:00Z');
    expect(await guide('new')).toEqual([[5, '新条例 第一条'], [15, '新条例 第一条'], [30, '排污许可管理条例 第十二条'], [45, '排污许可管理条例 第十二条'], [7, '新条例 第一条']]);

    const intake = await world.as('bureau.intake');
    const accepted = (await intake.post(`/permit-applications/${first.id as string}/accept`)).body;
    expect(clockOf(accepted, 'review')).toMatchObject({ total: 20, article: '排污许可管理条例 第十二条（期限未核实）' });

    const [person] = [await world.as('enterprise.admin', 1)];
    const later = await world.submitted(person, { siteSequence: 1 });
    expect(clockOf(later, 'intake')).toMatchObject({ total: 5, article: '新条例 第一条' });
    expect(clockOf((await intake.post(`/permit-applications/${later.id as string}/accept`)).body, 'review')).toMatchObject({ total: 15 });
  });

  it('have one row for the last day of asking for a renewal, which the form, the permit and the calendar of duties go by', async () => {
    const permit = await world.issue(first.id as string, `${first.uscc as string}001P`, { accepted: true });
    expect(permit).toMatchObject({ validTo: '2031-11-23', renewalLastDay: '2031-09-24' });
    const due = async (): Promise<string[]> => {
      await world.runJobs();
      return (await world.db.query<{ due: string }>(`SELECT due_on::text AS due FROM obligation WHERE kind = 'renewal' AND permit_id = $1`, [permit.id])).map(one => one.due);
    };
    expect(await due()).toEqual(['2031-09-24']);
    await world.db.query(`UPDATE reference_value SET effective_to = '2029-12-31' WHERE kind = 'permit-renewal' AND key = 'renewal-days-before'`);
    await world.db.query(
      `INSERT INTO reference_value (kind, key, title, value, unit, effective_from, legal_basis, verified) VALUES ('permit-renewal', 'renewal-days-before', '延续', '90', '日', '2030-01-01', '新条例 第二条', false)`);
    const owner = await world.as('enterprise.admin');
    expect((await owner.get(`/permits/${permit.id as string}`)).body.renewalLastDay).toBe('2031-08-25');
    const standing = (await owner.get(`/permit-applications/standing?siteId=${permit.siteId as string}`)).body;
    expect(standing.renewalLastDay).toBe('2031-08-25');
    expect(await world.db.query(`SELECT 1 FROM reference_value WHERE kind = 'duty-period' AND key = 'renewal.days'`)).toEqual([]);
  });
});
