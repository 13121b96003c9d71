import { Injectable } from '@nestjs/common';
import { PdfKit } from '@huanbao/documents';
import { chineseDate, NoticeContent } from './notice.content';

/** How a notice looks on paper. The words come from `buildNotice`. */
@Injectable()
export class NoticePdf {
  constructor(private readonly kit: PdfKit) {}

  draw(notice: NoticeContent): Promise<Buffer> {
    return this.kit.createPdf({ title: `${notice.title} ${notice.number}`, author: notice.issuer, subject: notice.title }, page => {
      page.heading(notice.title);
      page.paragraph(notice.number);
      page.paragraph(`${notice.recipient}：`);
      for (const paragraph of notice.paragraphs) page.paragraph(paragraph);
      if (notice.items.length > 0) {
        page.table(
          [{ title: '序号', width: 40 }, { title: '内容', width: 120 }, { title: '补正要求', width: 180 }, { title: '依据', width: 120 }],
          notice.items.map((item, index) => [String(index + 1), item.label, item.requirement, item.reason]),
        );
      }
      for (const remedy of notice.remedies) page.paragraph(remedy);
      page.paragraph(notice.issuer);
      page.paragraph(chineseDate(notice.issuedOn));
    });
  }
}
