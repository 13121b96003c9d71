import { Injectable } from '@nestjs/common';
import { PdfKit, PdfPage } from '@huanbao/documents';
import { chineseDate, NoticeContent } from './notice.content';

/** A line of Chinese text holds this many characters; the signature stands at its end. */
const LINE_CHARACTERS = 46;

/** How a notice looks on paper. The words come from `buildNotice`. */
@Injectable()
export class NoticePdf {
  constructor(private readonly kit: PdfKit) {}

  draw(notice: NoticeContent): Promise<Buffer> {
    const about = { title: `${notice.title} ${notice.number}`, author: notice.issuer, subject: notice.title };
    return this.kit.createPdf(about, page => drawNotice(page, notice));
  }
}

function drawNotice(page: PdfPage, notice: NoticeContent): void {
  page.heading(notice.issuer, 2);
  page.heading(notice.title);
  page.paragraph(atLineEnd(notice.number));
  page.paragraph(`${notice.recipient}：`);
  for (const paragraph of notice.paragraphs) page.paragraph(`　　${paragraph}`);
  if (notice.items.length > 0) drawItems(page, notice);
  for (const remedy of notice.remedies) page.paragraph(`　　${remedy}${remedy.endsWith('。') ? '' : '。'}`);
  page.paragraph('　');
  page.paragraph(atLineEnd(notice.issuer));
  page.paragraph(atLineEnd(chineseDate(notice.issuedOn)));
  page.paragraph(atLineEnd('（印章）'));
}

function drawItems(page: PdfPage, notice: NoticeContent): void {
  page.table(
    [
      { title: '序号', width: 40, align: 'center' },
      { title: '需要补正的内容', width: 125 },
      { title: '补正要求', width: 200 },
      { title: '依据', width: 130 },
    ],
    notice.items.map((item, index) => [String(index + 1), item.label, item.requirement, item.reason]),
  );
}

/** Digits and Latin letters are a little over half as wide as Chinese characters. */
function atLineEnd(text: string): string {
  const width = [...text].reduce((sum, sign) => sum + (sign < '\u0100' ? 0.56 : 1), 0);
  return '　'.repeat(Math.max(0, Math.round(LINE_CHARACTERS - width))) + text;
}
