import { createPdf } from './create-pdf';
import type { PdfPage } from './pdf-page';

const about = { title: '受理通知书 孝环许受〔2026〕1号', author: '某局', subject: '受理', at: new Date('2026-11-23T00:00:00Z') };

/** The words of each page, without spaces. */
async function pages(draw: (page: PdfPage) => void): Promise<string[]> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(await createPdf(about, draw)), { verbosity: 0 });
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map(item => ('str' in item ? item.str : '')).join('').replace(/\s/g, ''));
  }
  return texts;
}

describe('a PDF of the platform', () => {
  it('is the same bytes for the same content and instant', async () => {
    const draw = (page: PdfPage): void => page.official('你单位的申请收悉。');
    expect((await createPdf(about, draw)).equals(await createPdf(about, draw))).toBe(true);
  });

  it('repeats the header of a table and numbers every page', async () => {
    const texts = await pages(page => page.table([{ title: '序号', width: 60 }, { title: '内容', width: 435 }], Array.from({ length: 90 }, (_, i) => [String(i + 1), `第${i + 1}项`])));
    expect(texts.length).toBeGreaterThan(1);
    texts.forEach((text, index) => {
      expect(text).toContain('序号内容');
      expect(text).toContain(`第${index + 1}页，共${texts.length}页`);
    });
    expect(texts.join('')).toContain('第90项');
  });

  it.each([10, 20, 21, 22, 23, 24, 25, 26, 27, 28])('never parts the signature from its date (after %i paragraphs)', async count => {
    const texts = await pages(page => {
      for (let n = 0; n < count; n += 1) page.official('依据《排污许可管理条例》的规定办理。');
      page.signature('吕梁市生态环境局孝义分局', '2026年11月23日');
    });
    const signed = texts.filter(text => /孝义分局|2026年11月23日|印章/.test(text));
    expect(signed).toHaveLength(1);
    expect(signed[0]).toContain('吕梁市生态环境局孝义分局2026年11月23日（印章）');
  });

  it('keeps the lines of a signature to be checked on one page, whole', async () => {
    const key = 'cd34'.repeat(40);
    const texts = await pages(page => {
      for (let n = 0; n < 33; n += 1) page.official('一');
      page.smallPrint([`签名：${key}`, `公钥：${key}`]);
    });
    expect(texts.filter(text => text.includes('签名：') || text.includes('公钥：'))).toHaveLength(1);
    expect(texts.join('')).toContain(`公钥：${key}`);
  });

  it('wraps a long name and loses nothing of it', async () => {
    const name = '孝义市梧桐镇'.repeat(40);
    expect((await pages(page => page.largeFacts([['单位名称', name]]))).join('')).toContain(name);
  });
});
