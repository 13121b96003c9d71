import { Injectable } from '@nestjs/common';
import { PdfKit, PdfPage } from '@huanbao/documents';
import { chineseDate, NoticeContent } from './notice.content';

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
  page.letterhead(notice.issuer, notice.title, notice.number);
  page.official(`${notice.recipient}：`, { indent: false });
  for (const paragraph of notice.paragraphs) page.official(paragraph);
  if (notice.items.length > 0) drawItems(page, notice);
  for (const remedy of notice.remedies) page.official(`${remedy}${remedy.endsWith('。') ? '' : '。'}`);
  page.signature(notice.issuer, chineseDate(notice.issuedOn));
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
