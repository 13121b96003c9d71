import { StreamableFile } from '@nestjs/common';
import { shanghaiInstant } from '@huanbao/platform';
import { createPdf } from './create-pdf';

/** What a paper of an authority says; stored with it, so that it is drawn the same again. */
export interface Paper {
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly recipient: string;
  readonly paragraphs: readonly string[];
}

/** The printed form: letterhead, recipient, paragraphs, signature with the day. */
export function drawPaper(paper: Paper): Promise<Buffer> {
  return createPdf({ title: `${paper.title} ${paper.number}`, author: paper.issuer, subject: paper.title, at: shanghaiInstant(paper.issuedOn) }, page => {
    page.letterhead(paper.issuer, paper.title, paper.number);
    page.official(`${paper.recipient}：`, { indent: false });
    for (const paragraph of paper.paragraphs) page.official(paragraph);
    page.signature(paper.issuer, paper.issuedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
  });
}

/** A paper to be saved under its own name. */
export const pdfFile = (pdf: Buffer, name: string): StreamableFile => new StreamableFile(pdf, { type: 'application/pdf', disposition: `attachment; filename="paper.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}` });
