import { createHash, randomBytes } from 'node:crypto';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { Signer } from '@huanbao/platform';
import type * as Check from '../../../offline-check/assets/check.mjs';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import type { Form } from '../form/field';
import { contentHash } from '../section-store';
import type { CertificateFacts } from './content';
import { CertificatePaper, drawDuplicate, drawOriginal } from './draw';
import { sealFile } from './file-seal';
import { offlinePage } from './offline-page';
import { formerSignedTextOf, signedTextOf, signedTextWithoutConditions } from './signed-text';

const FACTS: CertificateFacts = {
  number: '91130200699229617X001P', enterpriseName: '示例石灰有限公司', uscc: '91130200699229617X', legalRepresentative: '郭建军', siteName: '南阳石灰窑厂区', siteAddress: '工业路18号',
  industryName: '石灰和石膏制造', industryCode: '3012', managementCategory: 'simplified', issuer: '示例市生态环境局', issuedOn: '2026-11-23', validFrom: '2026-11-23', validTo: '2031-11-22',
};
const FORM: Form = completeLimeKilnForm({ fileIds: { commitment: '018f0000-0000-7000-8000-000000000001' } });
const authority = new Signer('1'.repeat(64), [new Signer('3'.repeat(64)).publicKeyHex]);
const stranger = new Signer('2'.repeat(64));
const KEYS = [authority.publicKeyHex, ...authority.formerKeys];

function paperOf(signer: Signer, facts = FACTS, form = FORM, checkUrl = 'https://permits.example/check/1'): CertificatePaper {
  const signedText = signedTextOf({ ...facts, contentHash: contentHash(form), conditionsHash: 'cd'.repeat(32) });
  return { facts, version: 1, checkUrl, signedText, signature: signer.sign(signedText), signingKey: signer.publicKeyHex };
}

/** The program as it stands in the page that people keep. */
const program = (/\n(\/\/ Checks a permit[^]*?)\nconst byId/.exec(offlinePage({ issuer: '', keys: [], asOf: '' })) as RegExpExecArray)[1] as string;
const check = runInThisContext(`(() => { 'use strict'; ${program}; return { sm3, verifySm2, checkFile, checkLine, readCode }; })()`) as typeof Check;

/** The form with another number as the first limit. */
const looser: Form = structuredClone(FORM);
((looser['air-limits'] as { limits: { concentrationMgM3: string }[] }).limits[0] as { concentrationMgM3: string }).concentrationMgM3 = '999';

describe('the check of a certificate without a server', () => {
  let original: Buffer;
  let duplicate: Buffer;
  const verdict = (bytes: Buffer, keys = KEYS): string => check.checkFile(new Uint8Array(bytes), keys).verdict;
  /** What a forger makes who has everything but the key: the seal of the genuine file under his own drawing. */
  const under = (forged: Buffer, genuine: Buffer): Buffer => Buffer.concat([forged, genuine.subarray(genuine.lastIndexOf('\n%HBSEAL1'))]);

  beforeAll(async () => {
    original = sealFile(await drawOriginal(paperOf(authority)), authority);
    duplicate = sealFile(await drawDuplicate(paperOf(authority), FORM), authority);
  });

  it('accepts what the authority drew, and says what it says', () => {
    for (const [bytes, kind] of [[original, '正本'], [duplicate, '副本']] as const) {
      const answer = check.checkFile(new Uint8Array(bytes), KEYS);
      expect(answer).toMatchObject({ verdict: 'genuine', key: authority.publicKeyHex, facts: { kind, version: 1, checkUrl: 'https://permits.example/check/1' } });
      // the number on the page is the number on the paper, whichever of the two one checks
      const { signedText, signature } = paperOf(authority);
      expect(signedText.endsWith(`|${new Map(answer.facts?.facts).get('内容摘要') ?? 'none'}`)).toBe(true);
      expect(new Map(check.checkLine(signedText, signature, KEYS).facts).get('内容摘要')).toBe(new Map(answer.facts?.facts).get('内容摘要'));
      expect(Object.fromEntries(answer.facts?.facts ?? [])).toMatchObject({ 证书编号: FACTS.number, 单位名称: FACTS.enterpriseName, 有效期限: '2026-11-23 至 2031-11-22' });
      expect(answer.sm3).toBe(createHash('sm3').update(bytes.subarray(0, bytes.lastIndexOf('\n%HBSEAL1'))).digest('hex'));
    }
  });

  it('accepts a file sealed under a former key that is still trusted', async () => {
    const former = new Signer('3'.repeat(64));
    expect(verdict(sealFile(await drawOriginal(paperOf(former)), former))).toBe('genuine');
    expect(verdict(sealFile(await drawOriginal(paperOf(former)), former), [authority.publicKeyHex])).toBe('stranger');
  });

  it('finds a changed limit, a changed date and a replaced QR code', async () => {
    expect(verdict(under(await drawDuplicate(paperOf(authority), looser), duplicate))).toBe('changed');
    expect(verdict(under(await drawOriginal(paperOf(authority, { ...FACTS, validTo: '2041-11-22' })), original))).toBe('changed');
    expect(verdict(under(await drawOriginal(paperOf(authority, FACTS, FORM, 'https://permits.example.cn/check/1')), original))).toBe('changed');
  });

  it('finds the key of a stranger, whatever else is right', async () => {
    const forged = sealFile(await drawOriginal(paperOf(stranger)), stranger);
    expect(check.checkFile(new Uint8Array(forged), KEYS)).toMatchObject({ verdict: 'stranger', facts: null, key: stranger.publicKeyHex });
    // his seal under our name
    const renamed = Buffer.from(forged.toString('latin1').replace(/key=04[0-9a-f]+/, `key=${authority.publicKeyHex}`), 'latin1');
    expect(verdict(renamed)).toBe('changed');
  });

  it.each([1, 2, 150, 400, 5000])('finds a file cut off by %i bytes', count => {
    expect(verdict(original.subarray(0, original.length - count))).toMatch(/^(changed|unsealed)$/);
  });

  it('finds a revision written behind the seal, as editors of PDF save', () => {
    expect(verdict(Buffer.concat([original, Buffer.from('\n5 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n')]))).toBe('changed');
    expect(verdict(Buffer.concat([original, Buffer.alloc(4000, ' ')]))).toBe('changed');
  });

  it('finds any changed byte', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: original.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const copy = Buffer.from(original);
        copy[at] = (copy[at] as number) ^ by;
        expect(verdict(copy)).not.toBe('genuine');
      }),
      { numRuns: 60, examples: [[original.length - 1, 1], [original.length - 200, 1], [original.lastIndexOf('key=') + 10, 1]] },
    );
  });

  it.each([['nothing', Buffer.alloc(0), 'not-pdf'], ['a text', Buffer.from('排污许可证'), 'not-pdf'], ['another PDF', Buffer.from('%PDF-1.4\n%%EOF\n'), 'unsealed'], ['noise', Buffer.concat([Buffer.from('%PDF-'), randomBytes(3000)]), 'unsealed']] as const)('says of %s what it is', (_what, bytes, expected) => {
    expect(verdict(bytes)).toBe(expected);
  });

  it('keeps the end of the file where readers look for it', () => {
    for (const bytes of [original, duplicate]) expect(bytes.length - bytes.lastIndexOf('startxref')).toBeLessThan(1024);
  });

  it('opens as a PDF with its pages all the same', async () => {
    const { getDocumentProxy } = await import('unpdf');
    expect((await getDocumentProxy(new Uint8Array(original), { verbosity: 0 })).numPages).toBe(1);
  });

  it('checks what is printed: today\'s line, the line of before, the code beside it', () => {
    const { signedText, signature } = paperOf(authority);
    expect(check.checkLine(` ${signedText}\n`, signature.replace(/(.{20})/g, '$1\n'), KEYS)).toMatchObject({ verdict: 'genuine' });
    expect(Object.fromEntries(check.checkLine(signedText, signature, KEYS).facts)).toMatchObject({ '法定代表人（主要负责人）': '郭建军', 有效期限: '2026-11-23 至 2031-11-22' });
    for (const form of [formerSignedTextOf, signedTextWithoutConditions]) {
      const former = form({ ...FACTS, contentHash: contentHash(FORM), conditionsHash: 'cd'.repeat(32) });
      expect(check.checkLine(former, authority.sign(former), KEYS).verdict).toBe('genuine');
    }
    const code = check.readCode(`HBXK1\r\n${signedText}\n${signature}\n`);
    expect(code).toEqual({ line: signedText, signature });
    expect(check.readCode('https://permits.example/check/1')).toBeNull();
  });

  it.each([
    ['a changed date', (line: string) => line.replace('2031-11-22', '2041-11-22'), 'changed'],
    ['a changed name', (line: string) => line.replace('示例石灰', '示例石炭'), 'changed'],
    ['a changed limit', (line: string) => line.replace(/SM3:./, found => (found === 'SM3:0' ? 'SM3:1' : 'SM3:0')), 'changed'],
    ['a part more', (line: string) => `${line}|重点管理`, 'unreadable'],
    ['something else', () => '你好', 'unreadable'],
  ])('finds %s in what is printed', (_what, change, expected) => {
    const { signedText, signature } = paperOf(authority);
    expect(check.checkLine(change(signedText), signature, KEYS)).toEqual({ verdict: expected, facts: [] });
    expect(check.checkLine(signedText, stranger.sign(signedText), KEYS).verdict).toBe('changed');
  });
});

describe('SM2 and SM3 of the page', () => {
  it('agree with the implementations of the platform', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => { expect(check.sm3(bytes)).toBe(createHash('sm3').update(bytes).digest('hex')); }));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (bytes, others) => {
      const signature = authority.sign(Buffer.from(bytes));
      expect(check.verifySm2(bytes, signature, authority.publicKeyHex)).toBe(true);
      expect(check.verifySm2(others, signature, authority.publicKeyHex)).toBe(authority.verify(Buffer.from(others), signature));
    }), { numRuns: 25 });
  });

  it.each([['', ''], ['zz', '04'], ['3006020100020100', 'key'], ['3006020100020100', `04${'0'.repeat(128)}`], ['30'.repeat(60), 'key']])('refuse the malformed signature %s', (signature, key) => {
    expect(check.verifySm2(new Uint8Array(3), signature, key === 'key' ? authority.publicKeyHex : key)).toBe(false);
  });
});

describe('the page to keep', () => {
  it('is one file that asks nobody for anything and knows the published keys', () => {
    const page = offlinePage({ issuer: '某局</script><script>alert(1)</script>', keys: KEYS, asOf: '2026-11-24' });
    for (const key of KEYS) expect(page).toContain(key);
    expect(page).not.toMatch(/\b(?:src|href)=|https?:\/\/|^export |import /m);
    expect(page).not.toContain('/*KNOWN*/');
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).toContain("default-src 'none'");
  });
});
