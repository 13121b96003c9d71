import { Injectable } from '@nestjs/common';
import PDFDocument from 'pdfkit';
import { Clock } from '@huanbao/platform';
import { letteringFor } from './lettering';
import { Lettering, MARGIN, PdfPage } from './pdf-page';

interface About {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** When the paper was made: the same content and instant give the same bytes. */
  readonly at: Date;
  /** Further entries of the document information, for programs; signs of ASCII only. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A PDF on A4 with embedded Chinese fonts and page numbers. `draw` writes from top to bottom. */
export function createPdf(about: About, draw: (page: PdfPage) => void): Promise<Buffer> {
  const info = { Title: about.title, Author: about.author, Subject: about.subject, CreationDate: about.at, ...about.more };
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, info, lang: 'zh-CN', displayTitle: true });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.once('end', () => resolve(Buffer.concat(chunks)));
    doc.once('error', reject);
  });
  const lettering = letteringFor(doc);
  doc.font('regular');
  draw(new PdfPage(doc, lettering));
  numberPages(doc, about.title, lettering);
  doc.end();
  return done;
}

function numberPages(doc: PDFKit.PDFDocument, title: string, lettering: Lettering): void {
  const { start, count } = doc.bufferedPageRange();
  const { font, drawable } = lettering(title, false);
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i);
    const y = doc.page.height - MARGIN + 4;
    doc.page.margins.bottom = 0; // below the margin, without opening a new page
    doc.font(font).fontSize(8).fillColor('#59665f');
    doc.text(drawable, MARGIN, y, { width: 380, lineBreak: false, ellipsis: true });
    doc.font('regular').text(`第 ${i + 1} 页，共 ${count} 页`, doc.page.width - MARGIN - 110, y, { width: 110, align: 'right', lineBreak: false });
  }
}

/** The same as a service, for rooms that inject it: dated by the clock. */
@Injectable()
export class PdfKit {
  constructor(private readonly clock: Clock) {}

  createPdf(about: Omit<About, 'at'>, draw: (page: PdfPage) => void): Promise<Buffer> {
    return createPdf({ ...about, at: this.clock.now() }, draw);
  }
}
