import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract, Files } from '@huanbao/documents';
import { anActor, World } from './world';
import * as sample from './samples';

describe('the words of a file', () => {
  let world: World;
  const enterprise = anActor();
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  const read = async (name: string, bytes: Buffer) => {
    const { status, body } = await world.upload(enterprise, world.matter(enterprise), name, bytes);
    expect({ status, ...body }).toMatchObject({ status: 201, textState: 'pending' });
    await world.runJobs('file.extract-text');
    return { file: await world.file(body.id, enterprise), text: await world.app.get(Files).textOf(body.id) };
  };

  it('of a PDF, with its pages', async () => {
    const { file, text } = await read('报告.pdf', await sample.pdf(...Array.from({ length: 60 }, (_, i) => `第${i + 1}段：颗粒物排放浓度符合限值要求`)));
    expect([file.textState, file.textReason]).toEqual(['ready', null]);
    expect(file.pages).toBeGreaterThan(1);
    expect(text?.replace(/\s/g, '')).toContain('第60段：颗粒物排放浓度符合限值要求');
  });

  it('of Word', async () => {
    const { file, text } = await read('说明.docx', await sample.word('生产工艺：熔炼\n炉渣去向：综合利用'));
    expect([file.textState, text?.split(/\n+/)]).toEqual(['ready', ['生产工艺：熔炼', '炉渣去向：综合利用']]);
  });

  it('of Excel: numbers, dates and the results of formulas, as people see them', async () => {
    const { file, text } = await read('台账.xlsx', await sample.sheet([['日期', '用量（吨）'], [new Date('2026-03-01T00:00:00Z'), 12.5], ['合计', { formula: 'SUM(B2)', result: 12.5 }]]));
    expect([file.textState, file.textReason]).toEqual(['ready', null]);
    expect(text?.split('\n')).toEqual(['日期\t用量（吨）', '2026-03-01\t12.5', '合计\t12.5']);
  });

  it('a picture has none, and a PDF of nothing but pictures neither', async () => {
    expect((await read('点.png', sample.png())).file).toMatchObject({ textState: 'no-text', textReason: null });
    const blank = sample.rawPdf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>');
    expect((await read('扫描件.pdf', blank)).file).toMatchObject({ textState: 'no-text', pages: 1 });
  });

  it('a file whose inside is damaged ends with that reason, and its record stays readable', async () => {
    const { file, text } = await read('坏.docx', sample.wordWith());
    expect([file.textState, file.textReason, text]).toEqual(['failed', 'damaged', null]);
    expect((await world.call(enterprise, 'GET', `/files/${file.id}/content`)).status).toBe(200);
  });

  it('what a PDF hides from the first look is marked by the second', async () => {
    expect((await read('脚本.pdf', sample.scriptedPdf())).file.warnings).toEqual(['pdf-javascript']);
  });

  it('a job that runs twice leaves one text', async () => {
    const { file } = await read('说明.docx', await sample.word('一次'));
    await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('file.extract-text', 'documents', $1)`, [JSON.stringify({ fileId: file.id })]);
    await world.runJobs('file.extract-text');
    expect(await world.db.query('SELECT count(*)::int AS n FROM file_text WHERE file_id = $1', [file.id])).toEqual([{ n: 1 }]);
  });

  it('a file that was removed before its turn is passed over', async () => {
    const { body } = await world.upload(enterprise, world.matter(enterprise), '说明.docx', await sample.word('走了'));
    await world.call(enterprise, 'DELETE', `/files/${body.id}`);
    expect(await world.runJobs('file.extract-text')).toBe(1);
    expect(await world.app.get(Files).textOf(body.id)).toBeNull();
  });
});

describe('a reader that does not come to an end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-text-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const laid = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it('in time is ended, with the reason', async () => {
    const path = laid('long.pdf', await sample.pdf('x'));
    expect(await extract(path, 'application/pdf', { milliseconds: 1, memoryMb: 700 })).toMatchObject({ state: 'failed', reason: 'too-long', text: '' });
  });

  it('in memory is ended, with the reason, and this process stays small', async () => {
    const path = laid('swelling.pdf', sample.swellingPdf(600));
    const before = process.memoryUsage().rss;
    expect(await extract(path, 'application/pdf', { milliseconds: 25_000, memoryMb: 300 })).toMatchObject({ state: 'failed', reason: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('and one that is no such file at all is damaged', async () => {
    expect(await extract(laid('a.docx', Buffer.from('PK')), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toMatchObject({ state: 'failed', reason: 'damaged' });
    expect(await extract(join(folder, 'missing.pdf'), 'application/pdf')).toMatchObject({ state: 'failed', reason: 'damaged' });
  });
});
