import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Signer } from '@huanbao/platform';
import { canonicalOf, packed, publicKeyPem, signedTextOf, unpacked } from './content';
import { PaperPage, recorded, replay } from './paper';

const page = (calls: unknown[]): PaperPage =>
  Object.fromEntries(['heading', 'paragraph', 'keyValues', 'table'].map(name => [name, (...given: unknown[]) => void calls.push([name, ...given])])) as unknown as PaperPage;

describe('a paper as data', () => {
  it('draws again exactly what was drawn', () => {
    const draw = (to: PaperPage): void => {
      to.heading('基本信息', 2);
      to.keyValues([['单位名称', '示例石灰有限公司']]);
      to.table([{ title: '编号', width: 60 }], [['DA001'], ['DA002']]);
      to.paragraph('以下空白');
    };
    const [seen, again]: unknown[][] = [[], []];
    draw(page(seen as unknown[]));
    replay(recorded(draw), page(again as unknown[]));
    expect(again).toEqual(seen);
  });

  it('refuses a stroke that no page has', () => {
    expect(() => replay([['constructor' as 'heading', 'x']], page([]))).toThrow('A paper knows no constructor');
  });
});

describe('content', () => {
  it('comes out as it went in, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.dictionary(fc.string(), fc.jsonValue()), (agreed, data) => {
        const canonical = canonicalOf({ what: { zh: '提交', en: 'Submit' }, agreed, data, paper: [['paragraph', agreed]] });
        expect(unpacked(packed(canonical))).toBe(canonical);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order in which members were written', () => {
    const one = { what: { zh: '提交', en: 'Submit' }, agreed: null, data: { a: 1, b: [2] }, paper: [] };
    expect(canonicalOf({ paper: [], data: { b: [2], a: 1 }, agreed: null, what: { en: 'Submit', zh: '提交' } })).toBe(canonicalOf(one));
  });
});

describe('the signed line', () => {
  const facts = { id: '018f0000-0000-7000-8000-000000000001', what: '提交排污许可申请', subjectType: 'permit-application', subjectId: '018f0000-0000-7000-8000-000000000002', ownerName: '示例石灰有限公司', signedAt: new Date('2026-11-23T02:00:00Z'), contentHash: 'ab'.repeat(32) };

  it.each([['id', 'x'], ['what', 'x'], ['subjectType', 'x'], ['subjectId', 'x'], ['ownerName', 'x'], ['contentHash', 'cd'.repeat(32)], ['signedAt', new Date(0)]])('changes with %s', (name, value) => {
    expect(signedTextOf({ ...facts, [name]: value })).not.toBe(signedTextOf(facts));
  });

  it('stays one line of seven parts, whatever the names hold', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (what, ownerName) => {
      const line = signedTextOf({ ...facts, what, ownerName });
      expect(line.split('|')).toHaveLength(7);
      expect(line).not.toMatch(/[\r\n]/);
    }));
  });

  it('is verified by OpenSSL with the published key, and an altered line is not', () => {
    const signer = new Signer('1'.repeat(64));
    const folder = mkdtempSync(join(tmpdir(), 'hb-signature-'));
    const file = (name: string, content: string | Buffer): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const line = signedTextOf(facts);
    const [key, signature] = [file('key.pem', publicKeyPem(signer.publicKeyHex)), file('line.sig', Buffer.from(signer.sign(line), 'hex'))];
    const verify = (text: string): string => execFileSync('openssl', ['dgst', '-sm3', '-sigopt', 'distid:1234567812345678', '-verify', key, '-signature', signature, file('line.txt', text)], { stdio: ['ignore', 'pipe', 'pipe'] }).toString();
    try {
      expect(verify(line)).toContain('Verified OK');
      expect(() => verify(`${line} `)).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
