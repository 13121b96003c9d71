import { Readable } from 'node:stream';
import { createPdf, Files } from '@huanbao/documents';
import { allJobs, Outbox } from '@huanbao/platform';
import { AttachmentsBefore1764000713000 } from '../../../migrations/1764000713000-attachments-before';
import { type Any, type Person, ReportsWorld } from './world';

const AT = new Date('2026-12-20T02:00:00Z');
const ROWS = [['第1次', '8.61', '22.47', '87.53', '56213.7'], ['第2次', '8.94', '23.18', '88.21', '56874.3'], ['第3次', '8.37', '21.96', '86.45', '55981.2'], ['第4次', '9.12', '24.03', '89.77', '57120.6']];

const laboratory = (number: string): Promise<Buffer> =>
  createPdf({ title: '监测报告', author: '检测公司', subject: number, at: AT }, page => {
    page.heading('监测报告');
    for (const line of [`报告编号：${number}`, '采样日期：2026年12月03日', '报告日期：2026年12月12日', '监测点位 DA001 锅炉排气筒']) page.paragraph(line);
    page.table(['频次', '颗粒物', '二氧化硫', '氮氧化物', '烟气量'].map(title => ({ title, width: 90 })), ROWS);
  });

/** Attachments of reports are documents that can lie as well: they are read and compared like those of applications. */
describe('attachments of execution reports', () => {
  let world: ReportsWorld;
  let hospital: Person;
  let reviewer: Person;
  let id: string;
  beforeAll(async () => {
    world = await ReportsWorld.begin();
    world.records.world.leaves = ['file.extract-text'];
    hospital = world.hospital;
    reviewer = await world.officer();
    id = await world.begun();
  });
  afterAll(() => world.end());

  const attach = async (who: { subjectType: string; subjectId: string; ownerOrgId: string }, name: string, bytes: Buffer): Promise<string> =>
    (await world.records.world.api.get(Files).attach(world.records.world.demo.actor('enterprise.admin', 1), { ...who, purpose: 'attachment' }, { filename: name, stream: Readable.from([bytes]) })).id;
  const suspicions = async (): Promise<Any[]> => (await reviewer.get('/suspicions?limit=100')).body.items as Any[];

  it('are read after upload and compared with nobody’s while the report is being written', async () => {
    const own = await attach({ subjectType: 'execution-report', subjectId: id, ownerOrgId: hospital.orgId as string }, '监测报告.pdf', await laboratory('LJ2026-1220'));
    // the same figures lie at another enterprise, whose application was handed in
    const [other] = await world.rows<{ id: string; enterprise_id: string }>(`SELECT id, enterprise_id FROM permit_application WHERE enterprise_id <> $1 ORDER BY id LIMIT 1`, [hospital.orgId]);
    await world.rows(`UPDATE permit_application SET submitted_at = now() WHERE id = $1`, [other?.id]);
    await attach({ subjectType: 'permit-application', subjectId: other?.id as string, ownerOrgId: other?.enterprise_id as string }, '别家监测报告.pdf', await laboratory('LJ2026-0707'));
    await world.jobs();
    expect(await world.rows('SELECT subject_type, state, submitted, facts ->> $2 AS kind FROM evidence_file WHERE file_id = $1', [own, 'kind'])).toEqual([{ subject_type: 'execution-report', state: 'done', submitted: false, kind: 'monitoring' }]);
    expect((await suspicions()).length).toBe(0);
  });

  it('are compared once the report is handed in, with both records beside each other', async () => {
    expect(await world.handedIn()).toBe(id);
    await world.jobs();
    const found = (await suspicions()).find(one => one.kind === 'same-table') as Any;
    expect(found).toMatchObject({ strength: 'strong', state: 'open' });
    expect((found.sides as Any[]).map(one => one.subjectType as string).sort()).toEqual(['execution-report', 'permit-application']);
    expect((found.sides as Any[]).find(one => one.subjectType === 'execution-report')).toMatchObject({ subjectId: id, fileName: '监测报告.pdf', quote: expect.stringContaining('56213.7') as string });
    expect(((await reviewer.get(`/suspicions?reportId=${id}`)).body.items as Any[]).map(one => one.id as string)).toContain(found.id);
    expect((await hospital.get('/suspicions')).status).toBe(403);
  });

  it('stay handed in while the report is written again; what is added then is the holder’s own', async () => {
    const { world: app } = world.records;
    await world.rows(`UPDATE execution_report SET state = 'amending' WHERE id = $1`, [id]);
    await world.rows(`UPDATE evidence_file SET submitted = false WHERE subject_id = $1`, [id]);
    app.clock.set('2027-01-15T15:40:00Z');
    const added = await attach({ subjectType: 'execution-report', subjectId: id, ownerOrgId: hospital.orgId as string }, '补充监测报告.pdf', await laboratory('LJ2027-0115'));
    await world.jobs();
    const compare = allJobs().find(one => one.name === 'evidence.compare-documents');
    await app.db.transaction(() => app.api.get(Outbox).enqueue(compare as NonNullable<typeof compare>, { subjectType: 'execution-report', subjectId: id }));
    await world.jobs();
    expect(await world.rows('SELECT file_id = $2 AS added, submitted FROM evidence_file WHERE subject_id = $1 ORDER BY 1', [id, added])).toEqual([{ added: false, submitted: true }, { added: true, submitted: false }]);
  });

  it('that were stored before attachments were read are read by the migration, once', async () => {
    await world.rows('DELETE FROM evidence_fingerprint WHERE file_id IN (SELECT file_id FROM evidence_file WHERE subject_id = $1)', [id]);
    const [file] = await world.rows<{ file_id: string }>(`SELECT file_id FROM evidence_file WHERE subject_id = $1 AND submitted`, [id]);
    await world.rows('DELETE FROM evidence_file WHERE file_id = $1', [file?.file_id]);
    await new AttachmentsBefore1764000713000().up({ query: (sql: string) => world.rows(sql) } as never);
    expect(await world.rows(`SELECT payload FROM outbox WHERE job = 'evidence.read-document' AND done_at IS NULL`)).toEqual([{ payload: { fileId: file?.file_id } }]);
    await world.jobs();
    expect(await world.rows('SELECT state, submitted FROM evidence_file WHERE file_id = $1', [file?.file_id])).toEqual([{ state: 'done', submitted: true }]);
  });
});
