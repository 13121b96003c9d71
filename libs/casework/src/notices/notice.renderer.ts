import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Db, Delivery } from '@huanbao/platform';
import { CaseNotice } from '../outcome.entity';
import { CaseRecord } from '../case.entity';
import { NoticePdf } from './notice.pdf';

/** Draws a notice and puts it into the documents of its case. */
@Injectable()
export class NoticeRenderer {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly pdf: NoticePdf,
  ) {}

  /** Drawing happens outside the transaction; a second delivery finds the file there and does nothing. */
  async render(noticeId: string, delivery: Delivery): Promise<void> {
    const notice = await this.db.repo(CaseNotice).findOneByOrFail({ id: noticeId });
    if (notice.fileId !== null) return;
    const c = await this.db.repo(CaseRecord).findOneByOrFail({ id: notice.caseId });
    const bytes = await this.pdf.draw(notice.content);
    const file = await this.files.store(bytes, {
      name: `${notice.content.title}-${notice.number}.pdf`,
      mediaType: 'application/pdf',
      ownerOrgId: c.partyOrgId,
      subjectType: 'case-notice',
      subjectId: notice.id,
      purpose: 'notice',
    });
    await delivery.complete(async () => {
      await this.db.repo(CaseNotice).update({ id: noticeId }, { fileId: file.id });
    });
  }
}
