import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Db, Delivery } from '@huanbao/platform';
import { CaseRecord } from '../case.entity';
import { CaseNotice } from '../outcome.entity';
import { NoticePdf } from './notice.pdf';

/** Draws a notice and puts it into the documents room as a file of that notice. */
@Injectable()
export class NoticeRenderer {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly pdf: NoticePdf,
  ) {}

  /** Drawing, the slow part, happens outside the transaction; the file and the done mark commit together. */
  async render(noticeId: string, delivery: Delivery): Promise<void> {
    const notice = await this.db.repo(CaseNotice).findOneByOrFail({ id: noticeId });
    if (notice.fileId !== null) return;
    const bytes = await this.pdf.draw(notice.content);
    await delivery.complete(() => this.keep(notice, bytes));
  }

  private async keep(notice: CaseNotice, bytes: Buffer): Promise<void> {
    const locked = await this.db.lock(CaseNotice, { id: notice.id });
    if (!locked || locked.fileId !== null) return;
    const { partyOrgId } = await this.db.repo(CaseRecord).findOneByOrFail({ id: notice.caseId });
    const file = await this.files.store(bytes, {
      name: `${notice.content.title} ${notice.number}.pdf`,
      mediaType: 'application/pdf',
      // the party owns a paper from its service on
      ownerOrgId: locked.withheld ? null : partyOrgId,
      subjectType: 'case-notice',
      subjectId: notice.id,
      purpose: 'notice',
    });
    await this.db.repo(CaseNotice).update({ id: notice.id }, { fileId: file.id });
  }
}
