import { HandlerRegistry } from '@huanbao/platform';
import { Any, Person, RecordsWorld } from '../records/world';

const BASE = { laboratory: '山西某检测公司', cma: '200412050001' };
const NOX = { ...BASE, place: 'DA001', pollutant: 'NOx', value: '30', unit: 'mg/m³', oxygenPercent: '3.5', flow: '4800' };
const COLIFORM = { ...BASE, place: 'DW001', pollutant: 'fecal-coliform', value: '300', unit: 'MPN/L' };
const BOUNDARY = 'evidence-of-a-duty';
const PDF = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="report.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n\r\n--${BOUNDARY}--\r\n`;

/** Self-monitoring is done by the results that are entered, and by nothing less. */
describe('duties of self-monitoring and their results', () => {
  let records: RecordsWorld;
  let december: string;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    await records.world.runJobs();
    await records.world.moveTo('2026-12-10T02:00:00Z');
    december = (await rows(`SELECT id FROM obligation WHERE key = 'monitoring:month:2026-12-01'`))[0].id as string;
  });
  afterAll(() => records.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => records.world.db.query<Any>(sql, values);
  const duty = async (id = december): Promise<Any> => (await (await records.hospital()).get(`/duties/${id}`)).body as Any;
  const enter = async (what: object, sampledAt: string): Promise<Any> => (await (await records.hospital()).post(`/monitoring/${records.permitId}/results`, { ...what, sampledAt })).body as Any;
  const entered = async (what: object, sampledAt: string): Promise<Any> => {
    const result = await enter(what, sampledAt);
    await records.world.runJobs();
    return result;
  };
  const takeBack = async (result: Any): Promise<void> => {
    expect((await (await records.hospital()).post(`/monitoring-results/${result.id as string}/correct`, { voided: true, reason: '采样点位填错，作废重填' })).status).toBe(201);
    await records.world.runJobs();
  };
  const settle = async (): Promise<void> => {
    await rows(`INSERT INTO outbox (id, job, queue, payload) VALUES (uuidv7(), 'duty.settle-results', 'quick', $1)`, [{ permitId: records.permitId, from: '2026-12-01', to: '2026-12-31' }]);
    await records.world.runJobs();
  };
  const upload = (person: Person, id = december): Promise<Any> => records.upload(person, `/files?subjectType=obligation&subjectId=${id}&purpose=evidence`, { payload: PDF, boundary: BOUNDARY });
  let coliform: Any;

  it('say what is still missing, and that a file is needed to close one by hand', async () => {
    const { cover, evidence, status } = await duty();
    expect([status, evidence, cover.needed, cover.done]).toEqual(['upcoming', 'required', 2, 0]);
    expect((cover.missing as Any[]).map(one => [one.title.zh, one.missing])).toEqual([['DA001 氮氧化物', 1], ['DW001 粪大肠菌群', 1]]);
  });

  it('stay open while something is missing, and are done with what counted when the last result is entered', async () => {
    expect((await entered(NOX, '2026-12-08 10:00')).verdict).toBe('met');
    expect(await duty()).toMatchObject({ status: 'upcoming', cover: { done: 1, missing: [{ title: { zh: 'DW001 粪大肠菌群' } }] } });
    coliform = await entered(COLIFORM, '2026-12-09 09:00');
    const done = await duty();
    expect(done).toMatchObject({ status: 'done', doneWay: 'results', lateDays: 0, cover: { missing: [] }, counted: [{ title: { zh: 'DA001 氮氧化物' }, days: ['2026-12-08'] }, { title: { zh: 'DW001 粪大肠菌群' }, days: ['2026-12-09'] }] });
    expect(done.doneNote).toBe('监测结果已满足本周期要求：2 项应采 2 次，已采 2 次');
  });

  it('change nothing when the same is said again', async () => {
    const before = await rows('SELECT * FROM obligation ORDER BY id');
    const events = async (): Promise<number> => Number((await rows(`SELECT count(*) AS n FROM audit_entry WHERE action IN ('duty.done', 'duty.reopen')`))[0].n);
    const [told, settled] = [await events(), await rows(`SELECT id FROM outbox WHERE job = 'duty.settle-results'`)];
    await rows(`UPDATE outbox SET done_at = NULL WHERE job = 'duty.settle-results'`);
    await records.world.runJobs();
    await settle();
    expect([settled.length > 1, await rows('SELECT * FROM obligation ORDER BY id'), await events()]).toEqual([true, before, told]);
  });

  it('are open again when a result is taken back, and done when it is entered anew', async () => {
    await takeBack(coliform);
    expect(await duty()).toMatchObject({ status: 'upcoming', doneAt: null, doneWay: null, counted: null, cover: { missing: [{ missing: 1 }] }, enforcement: null });
    coliform = await entered(COLIFORM, '2026-12-09 15:00');
    expect((await duty()).status).toBe('done');
  });

  it('stay done when a result is corrected', async () => {
    const corrected = await (await records.hospital()).post(`/monitoring-results/${coliform.id as string}/correct`, { data: { value: '310' }, reason: '抄录有误' });
    await records.world.runJobs();
    expect([corrected.status, (await duty()).status]).toEqual([201, 'done']);
    coliform = corrected.body;
  });

  it('are overdue at once, with the task of enforcement, when that happens after their day; done later, they are late', async () => {
    await records.world.moveTo('2027-01-05T02:00:00Z');
    await takeBack(coliform);
    expect(await duty()).toMatchObject({ status: 'overdue', enforcement: { state: 'open' } });
    expect(await rows('SELECT state, opened_on::text AS on FROM duty_enforcement WHERE obligation_id = $1', [december])).toEqual([{ state: 'open', on: '2027-01-05' }]);
    coliform = await entered(COLIFORM, '2026-12-30 09:00');
    expect(await duty()).toMatchObject({ status: 'done', lateDays: 5, enforcement: { state: 'open' } });
    await takeBack(coliform);
    expect((await duty()).status).toBe('overdue');
    expect((await rows('SELECT count(*)::int AS n FROM duty_enforcement WHERE obligation_id = $1', [december]))[0].n).toBe(1);
  });

  it('are closed by hand only with a file of their own', async () => {
    const hospital = await records.hospital();
    const lime = await records.lime();
    const done = (body: object, version: number): Promise<Any> => hospital.post(`/duties/${december}/done`, { note: '委托报告未录入平台，见附件', ...body }, { ifMatch: version });
    const { version } = await duty();
    expect((await done({}, version as number)).body).toMatchObject({ status: 422, code: 'duty.evidence-needed' });
    const [other] = await rows(`SELECT id FROM obligation WHERE permit_id = $1 AND id <> $2 AND kind = 'condition' AND status = 'upcoming' LIMIT 1`, [records.permitId, december]);
    const elsewhere = await upload(hospital, other.id as string);
    const begun = await lime.post('/permit-applications', { siteSequence: 77, siteName: '另一家单位的场所' });
    const foreign = await records.upload(lime, `/files?subjectType=permit-application&subjectId=${begun.body.id as string}&purpose=commitment`, { payload: PDF, boundary: BOUNDARY });
    expect([elsewhere.status, foreign.status]).toEqual([201, 201]);
    for (const id of [elsewhere.body.id as string, foreign.body.id as string, '01a20916-0000-7000-8000-000000000000']) {
      const refused = await done({ evidenceFileId: id }, version as number);
      expect([refused.status, (refused.body.errors as Any[]).map(one => `${one.pointer as string} ${one.code as string}`)]).toEqual([400, ['/evidenceFileId file']]);
    }
    expect([(await upload(lime)).status, (await upload(await records.officer())).status]).toEqual([404, 403]);
    const own = await upload(hospital);
    const closed = await done({ evidenceFileId: own.body.id as string }, version as number);
    expect([own.status, closed.status, closed.body.doneWay, (await duty()).evidenceFileId]).toEqual([201, 200, 'evidence', own.body.id]);
    const officer = await records.officer();
    expect([(await officer.get(`/files?subjectType=obligation&subjectId=${december}`)).body.length, (await officer.get(`/duties/${december}`)).body.evidenceFileId]).toEqual([1, own.body.id]);
    expect([(await lime.get(`/files?subjectType=obligation&subjectId=${december}`)).status, (await hospital.delete(`/files/${own.body.id as string}`)).status]).toEqual([404, 403]);
    expect((await rows('SELECT removed_at FROM stored_file WHERE id = $1', [own.body.id]))[0].removed_at).toBeNull();
    await settle();
    expect((await duty()).doneWay).toBe('evidence');
  });

  it('are done once when the last two results arrive at the same time', async () => {
    const january = (await rows(`SELECT id FROM obligation WHERE key = 'monitoring:month:2027-01-01'`))[0].id as string;
    await Promise.all([enter({ ...NOX, sampleNo: 'A-1' }, '2027-01-04 10:00'), enter({ ...COLIFORM, sampleNo: 'B-1' }, '2027-01-04 11:00')]);
    const waiting = await rows(`SELECT id, payload FROM outbox WHERE job = 'duty.settle-results' AND done_at IS NULL`);
    expect(waiting).toHaveLength(2);
    expect(records.world.worker.get(HandlerRegistry).handlerOf('duty.settle-results')).toBeDefined();
    await Promise.all([records.world.runJobs(), records.world.runJobs()]);
    expect((await duty(january)).status).toBe('done');
    expect(await rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'duty.done' AND subject_id = $1`, [january])).toEqual([{ n: 1 }]);
  });

  it('need less of an outlet that stands still from a day on', async () => {
    const hospital = await records.hospital();
    const february = (await rows(`SELECT id FROM obligation WHERE key = 'monitoring:month:2027-02-01'`))[0].id as string;
    await hospital.post('/stoppages', { permitId: records.permitId, kind: 'planned', facilities: ['MF0001'], outlets: ['DA001'], fromOn: '2027-01-20', toOn: '2027-03-10', reason: '锅炉大修' });
    await records.world.runJobs();
    expect((await duty(february)).cover.missing).toMatchObject([{ title: { zh: 'DW001 粪大肠菌群' }, missing: 1 }]);
  });
});
