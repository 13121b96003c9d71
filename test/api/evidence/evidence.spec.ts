import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createPdf, Files } from '@huanbao/documents';
import { Ocr } from '@huanbao/evidence';
import { Any, PermitWorld, Person } from '../permits/world';

const AT = new Date('2026-08-12T02:00:00Z');
const ROWS = [['第1次', '8.61', '22.47', '87.53', '56213.7'], ['第2次', '8.94', '23.18', '88.21', '56874.3'], ['第3次', '8.37', '21.96', '86.45', '55981.2'], ['第4次', '9.12', '24.03', '89.77', '57120.6']];
const OTHERS = ROWS.map(([name, ...values]) => [name as string, ...values.map((value, index) => (Number(value) * 1.137 + index).toFixed(2))]);

interface ReportFacts {
  readonly company: string;
  readonly number: string;
  readonly rows: readonly (readonly string[])[];
  readonly reported?: string;
}

const report = ({ company, number, rows, reported = '2026年08月12日' }: ReportFacts): Promise<Buffer> =>
  createPdf({ title: '监测报告', author: `${company}环保科`, subject: company, at: AT }, page => {
    page.heading('监测报告');
    for (const line of [`报告编号：${number}`, '资质认定证书编号：160412050123', `委托单位：${company}`, '采样日期：2026年08月03日', `报告日期：${reported}`, '监测点位 DA001 1号窑窑尾排气筒']) page.paragraph(line);
    page.paragraph('DA001 颗粒物 实测 18.6 mg/m³');
    page.table(['频次', '颗粒物', '二氧化硫', '氮氧化物', '烟气量'].map(title => ({ title, width: 90 })), rows);
    page.paragraph('标准限值 10 35 50');
  });

const approval = (number: string): Promise<Buffer> =>
  createPdf({ title: '批复', author: '审批局', subject: '批复', at: AT }, page => {
    page.heading('关于活性石灰项目环境影响报告书的批复');
    page.paragraph(number);
    page.paragraph('污染物排放总量控制指标为：颗粒物 3.111 t/a、二氧化硫 7.92 t/a。');
    page.paragraph('2018年3月12日');
  });

/** The first page of a PDF as a picture, as a scanner gives it. */
function scanned(pdf: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'hb-scan-'));
  writeFileSync(join(folder, 'a.pdf'), pdf);
  execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')]);
  const png = readFileSync(join(folder, 'a.png'));
  rmSync(folder, { recursive: true });
  return png;
}

describe('documents of applications', () => {
  let world: PermitWorld;
  let lime: Person;
  let hospital: Person;
  let reviewer: Person;
  let mine: Any;
  let theirs: Any;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    [lime, hospital, reviewer] = [await world.as('enterprise.admin'), await world.as('enterprise.admin', 1), await world.as('bureau.reviewer')];
    mine = await world.filled(lime, { siteSequence: 1 });
  });
  afterAll(() => world.end());

  const attach = async (owner: number, application: Any, name: string, bytes: Buffer): Promise<string> => {
    const subject = { subjectType: 'permit-application', subjectId: application.id as string, purpose: 'attachment', ownerOrgId: application.enterpriseId as string };
    return (await world.api.get(Files).attach(world.demo.actor('enterprise.admin', owner), subject, { filename: name, stream: Readable.from([bytes]) })).id;
  };
  const check = async (person: Person, application = mine): Promise<Any> => (await person.get(`/permit-applications/${application.id as string}/documents-check`)).body;
  const suspicions = async (query = ''): Promise<Any[]> => (await reviewer.get(`/suspicions?limit=100${query}`)).body.items as Any[];
  const submit = async (person: Person, application: Any): Promise<void> => {
    await person.post(`/permit-applications/${application.id as string}/review-runs`);
    await world.runJobs();
    const answer = await person.post(`/permit-applications/${application.id as string}/submit`, { commitment: true });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    await world.runJobs();
  };

  it('shows a document as being read until the worker has', async () => {
    const id = await attach(0, mine, '批复.pdf', await approval('晋环审〔2011〕999号'));
    expect((await check(lime)).documents.find((each: Any) => each.fileId === id)).toMatchObject({ state: 'reading', found: [] });
    await world.runJobs();
    expect((await check(lime)).documents.find((each: Any) => each.fileId === id)).toMatchObject({ state: 'done', progress: 100, source: 'text', kind: 'approval' });
  });

  it('compares key numbers with the form: page, words, both sides and the mend; and stops nothing', async () => {
    await attach(0, mine, '监测报告.pdf', await report({ company: '孝义示范石灰有限公司', number: 'LJ2026-0815', rows: ROWS }));
    await world.runJobs();
    const { findings } = await check(lime);
    const of = (kind: string): Any => findings.find((each: Any) => each.kind === kind);
    expect(of('approval-number')).toMatchObject({ document: '批复.pdf', page: 1, says: '晋环审〔2011〕999号', pointer: '/basic/eiaNumber', quote: expect.stringContaining('晋环审〔2011〕999号') as string });
    expect(of('total')).toMatchObject({ says: '颗粒物 3.111 t/a', pointer: expect.stringMatching(/^\/basic\/approvedTotals\/\d+\/amountTA$/) as string });
    expect(of('concentration')).toMatchObject({ says: 'DA001 颗粒物 18.6 mg/m³', formSays: '10 mg/m³' });
    expect(of('approval-number').mend.zh).toContain('批复');
  });

  it('reads a scan where the recogniser is there, and says so where it is not', async () => {
    const id = await attach(0, mine, '扫描件.png', scanned(await approval('孝环函〔2018〕12号')));
    await world.runJobs();
    const seen = (await check(lime)).documents.find((each: Any) => each.fileId === id);
    if (await world.worker.get(Ocr).isAvailable()) {
      expect(seen).toMatchObject({ state: 'done', source: 'ocr', kind: 'approval' });
      expect(seen.found.map((each: Any) => each.value)).toEqual(expect.arrayContaining(['孝环函〔2018〕12号', '2018-03-12', '颗粒物 3.111 t/a']));
    } else expect(seen).toMatchObject({ state: 'unreadable', reason: 'no-ocr' });
  });

  it('goes on without a recogniser: the file is kept, the page says why, nothing fails', async () => {
    const without = jest.spyOn(world.worker.get(Ocr), 'isAvailable').mockResolvedValue(false);
    const id = await attach(0, mine, '扫描件二.png', scanned(await approval('孝环函〔2018〕13号')));
    await world.runJobs();
    without.mockRestore();
    expect((await check(lime)).documents.find((each: Any) => each.fileId === id)).toMatchObject({ state: 'unreadable', reason: 'no-ocr' });
    expect(await world.db.query(`SELECT 1 FROM outbox WHERE dead_at IS NOT NULL OR (attempts > 0 AND done_at IS NULL)`)).toEqual([]);
  });

  it('gives up on a damaged file without disturbing anything', async () => {
    const id = await attach(0, mine, '坏.pdf', Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[9 0 R 8 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'));
    await world.runJobs();
    expect((await check(lime)).documents.find((each: Any) => each.fileId === id)).toMatchObject({ state: expect.stringMatching(/failed|unreadable/) as string });
  });

  it('compares nothing before it is handed in, and tells nobody else’s anything', async () => {
    expect(await world.db.query('SELECT 1 FROM suspicion')).toEqual([]);
    expect((await hospital.get(`/permit-applications/${mine.id as string}/documents-check`)).status).toBe(404);
    for (const person of [lime, hospital]) expect((await person.get('/suspicions')).status).toBe(403);
  });

  describe('handed in by two applicants', () => {
    beforeAll(async () => {
      await submit(lime, mine);
      theirs = await world.filled(hospital, { siteSequence: 1 });
      await attach(1, theirs, '监测报告.pdf', await report({ company: '孝义示范医院', number: 'LJ2026-0922', rows: ROWS }));
      await attach(1, theirs, '另一份.pdf', await report({ company: '孝义示范医院', number: 'LJ2026-0923', rows: OTHERS, reported: '2026年08月01日' }));
      await submit(hospital, theirs);
    });

    it('finds the same table under two names, with rows of both sides; not the honest report of the same laboratory', async () => {
      const tables = (await suspicions('&kind=same-table')).map(each => each.sides.map((side: Any) => side.fileName));
      expect(tables).toEqual([['监测报告.pdf', '监测报告.pdf']]);
      const [table] = await suspicions('&kind=same-table');
      expect(table).toMatchObject({ strength: 'strong', state: 'open', measure: '4 行监测数值相同' });
      for (const side of table.sides) expect(side.quote).toContain('8.61');
      expect(table.sides.map((side: Any) => side.enterpriseName).sort()).toEqual([mine.enterpriseName, theirs.enterpriseName].sort());
    });

    it('finds the very same file, and a report written before its sample', async () => {
      expect((await suspicions('&kind=same-file')).length).toBeGreaterThan(0);
      const [wrong] = await suspicions('&kind=impossible-time');
      expect(wrong).toMatchObject({ measure: '报告 2026-08-01 早于采样 2026-08-03', strength: 'strong' });
      expect(wrong.sides[0].fileName).toBe('另一份.pdf');
    });

    it('changes nothing of the applications, and tells the reviewers only', async () => {
      const states = await world.db.query<{ state: string }>('SELECT state FROM case_record WHERE id = ANY ($1)', [[mine.id, theirs.id]]);
      expect(states.map(row => row.state)).toEqual(['submitted', 'submitted']);
      const told = await world.db.query<{ roles: string[] }>(`SELECT m.roles FROM notification n JOIN membership m ON m.user_id = n.user_id WHERE n.subject_type = 'suspicion'`);
      expect(told.length).toBeGreaterThan(0);
      for (const { roles } of told) expect(roles).toContain('bureau.reviewer');
    });

    it('finds the same again and keeps it once', async () => {
      const before = (await suspicions()).length;
      await world.db.query(`UPDATE outbox SET done_at = NULL, attempts = 0 WHERE job IN ('evidence.compare-documents', 'evidence.read-document')`);
      await world.runJobs();
      expect((await suspicions()).length).toBe(before);
    });

    it('is dismissed with a reason by an officer who may, once; the look is audited', async () => {
      const [one] = await suspicions('&kind=same-file');
      const path = `/suspicions/${one.id as string}`;
      expect((await (await world.as('bureau.intake')).post(`${path}/dismiss`, { reason: '两家共用同一份政府批复' })).status).toBe(403);
      expect((await lime.get(path)).status).toBe(403);
      expect((await reviewer.post(`${path}/dismiss`, { reason: '' })).status).toBe(400);
      expect((await reviewer.post(`${path}/dismiss`, { reason: '两家共用同一份政府批复' })).body).toMatchObject({ state: 'dismissed', decisionReason: '两家共用同一份政府批复' });
      expect((await reviewer.post(`${path}/clue`, { reason: '改为转线索处理' })).body.code).toBe('suspicion.decided');
      await reviewer.get(path);
      expect(await world.db.query(`SELECT 1 FROM audit_entry WHERE action = 'suspicion.read' AND subject_id = $1`, [one.id])).not.toEqual([]);
    });

    it('becomes a clue that enforcement hears of', async () => {
      const [table] = await suspicions('&kind=same-table');
      expect((await reviewer.post(`/suspicions/${table.id as string}/clue`, { reason: '四组小数完全一致，不可能是巧合' })).body.state).toBe('clue');
      const told = await world.db.query<{ roles: string[] }>(`SELECT m.roles FROM notification n JOIN membership m ON m.user_id = n.user_id WHERE n.key = $1`, [`suspicion:${table.id as string}:clue`]);
      expect(told[0]?.roles).toContain('bureau.enforcer');
    });
  });
});
