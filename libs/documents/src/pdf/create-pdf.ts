import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { MARGIN, PdfPage } from './pdf-page';

interface About {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
}

const FONTS = join(__dirname, '../../assets/fonts');
const REGULAR = 'NotoSansSC_400Regular.ttf';
const BOLD = 'NotoSansSC_700Bold.ttf';

/** Rare characters of names and places that the shipped font lacks; a system font fills in where one is installed. */
const RARE = /[\u3400-\u4dbf]|[\ud840-\ud87f][\udc00-\udfff]/;
const SYSTEM_FONT = { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', name: 'NotoSansCJKsc-Regular' };

const cache = new Map<string, Buffer>();

function fontFile(name: string): Buffer {
  const known = cache.get(name) ?? readFileSync(join(FONTS, name));
  cache.set(name, known);
  return known;
}

/** A PDF on A4 with embedded Chinese fonts and page numbers. `draw` writes from top to bottom. */
export function createPdf(about: About, draw: (page: PdfPage) => void): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, info: { Title: about.title, Author: about.author, Subject: about.subject }, lang: 'zh-CN', displayTitle: true });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.once('end', () => resolve(Buffer.concat(chunks)));
    doc.once('error', reject);
  });
  doc.registerFont('regular', fontFile(REGULAR));
  doc.registerFont('bold', fontFile(BOLD));
  const hasRare = existsSync(SYSTEM_FONT.file);
  if (hasRare) doc.registerFont('rare', SYSTEM_FONT.file, SYSTEM_FONT.name);
  doc.font('regular');
  draw(new PdfPage(doc, (text, bold) => (hasRare && RARE.test(text) ? 'rare' : bold ? 'bold' : 'regular')));
  numberPages(doc, about.title);
  doc.end();
  return done;
}

function numberPages(doc: PDFKit.PDFDocument, title: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i);
    const y = doc.page.height - MARGIN + 4;
    doc.page.margins.bottom = 0; // below the margin, without opening a new page
    doc.font('regular').fontSize(8).fillColor('#59665f');
    doc.text(title, MARGIN, y, { width: 380, lineBreak: false, ellipsis: true });
    doc.text(`第 ${i + 1} 页，共 ${count} 页`, doc.page.width - MARGIN - 110, y, { width: 110, align: 'right', lineBreak: false });
  }
}

/** The same as a service, for rooms that inject it. */
export class PdfKit {
  createPdf(about: About, draw: (page: PdfPage) => void): Promise<Buffer> {
    return createPdf(about, draw);
  }
}
