import { Injectable, OnModuleInit, StreamableFile } from '@nestjs/common';
import { Files, FileSubjects, PdfKit } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, defineJob, Delivery, Handles, newId, Outbox } from '@huanbao/platform';
import { drawWorkbook, workbookDownload } from '@huanbao/sheets';
import { PermitApplication } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import { drawnForm } from '../exchange/form-workbook';
import { printed } from '../form/print';
import { upgraded } from '../form/upgrade';
import { PermitReader } from '../life/permit-reader';
import { Permit } from '../permit.entity';
import { applicationPolicy, partiesOf, permitPolicy } from '../permits.policy';
import { contentHash, SectionStore } from '../section-store';
import { drawNational } from './draw-national';
import { FormPaper } from './paper.entity';

const SUBJECT = 'permit-form-paper';

/** Draws the form of an application. */
export const drawFormPaper = defineJob<{ paperId: string }>('permit.draw-form-paper', { queue: 'documents' });

/** The whole form on paper and as a workbook, in the order of the national form. A paper of hundreds of pages is the worker's. */
@Injectable()
export class FormPapers implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly reader: PermitReader,
    private readonly subjects: FileSubjects,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A paper belongs to its application: who reads that one reads this. */
  onModuleInit(): void {
    this.subjects.register(SUBJECT, async (actor, id, verb) => {
      const application = await this.db.repo(PermitApplication).findOneBy({ id });
      return verb === 'read' && application !== null && applicationPolicy.sees(actor, partiesOf(application));
    });
  }

  /** Asks for the paper of the content as it is; the same content is drawn once, whoever asks. */
  request(actor: Actor, id: string): Promise<FormPaper> {
    return this.db.transaction(async () => {
      await this.records.find(actor, id);
      const hash = contentHash(await this.sections.form(id));
      const made = { id: newId(), applicationId: id, contentHash: hash, requestedBy: actor.userId, requestedAt: this.clock.now() };
      const inserted = await this.db.query(
        'INSERT INTO permit_form_paper (id, application_id, content_hash, requested_by, requested_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT ON CONSTRAINT permit_form_paper_once DO NOTHING RETURNING id',
        [made.id, id, hash, made.requestedBy, made.requestedAt]);
      if (inserted.length > 0) await this.outbox.enqueue(drawFormPaper, { paperId: made.id }, { key: made.id });
      await this.audit.record({ actor, action: 'permit-application.export', subject: { type: 'permit-application', id }, details: { what: 'paper' } });
      return this.db.repo(FormPaper).findOneByOrFail({ applicationId: id, contentHash: hash });
    });
  }

  async find(actor: Actor, id: string, paperId: string): Promise<FormPaper | null> {
    await this.records.find(actor, id);
    return this.db.repo(FormPaper).findOneBy({ id: paperId, applicationId: id });
  }

  /** What a permit rests on, as a workbook in the order of the national form; without persons. */
  async permitWorkbook(actor: Actor, id: string): Promise<StreamableFile> {
    const permit = await this.db.repo(Permit).findOneBy({ id });
    permitPolicy.require(actor, 'permit.read', permit);
    await this.audit.record({ actor, action: 'permit.export', subject: { type: 'permit', id }, details: { format: 'xlsx' } });
    return workbookDownload(await drawWorkbook(drawnForm(upgraded((await this.reader.withForm(permit)).snapshot))), `排污许可证-${permit.number}`);
  }
}

/** Background work: the form is drawn as it is then; a change since is another paper. */
@Injectable()
export class FormPaperJobs {
  constructor(
    private readonly db: Db,
    private readonly sections: SectionStore,
    private readonly kit: PdfKit,
    private readonly files: Files,
  ) {}

  @Handles(drawFormPaper)
  async draw({ paperId }: { paperId: string }, delivery: Delivery): Promise<void> {
    const paper = await this.db.repo(FormPaper).findOneByOrFail({ id: paperId });
    if (paper.fileId !== null) return;
    const application = await this.db.repo(PermitApplication).findOneByOrFail({ id: paper.applicationId });
    const form = await this.sections.form(application.id);
    const title = `排污许可证申请表 ${application.enterpriseName}（${application.siteName}）`;
    const bytes = await this.kit.createPdf({ title, author: application.enterpriseName, subject: application.caseNumber ?? '' }, page => {
      page.heading('排污许可证申请表');
      page.paragraph(`${application.enterpriseName} · ${application.siteName} · ${application.uscc}${application.caseNumber ? ` · ${application.caseNumber}` : ''}。按国家申请表的顺序排列；内容校验值（SM3）${contentHash(form)}。`);
      drawNational(page, printed(form));
    });
    await delivery.complete(async () => {
      const file = await this.files.store(bytes, { name: `${title}.pdf`, mediaType: 'application/pdf', ownerOrgId: application.enterpriseId, subjectType: SUBJECT, subjectId: application.id, purpose: 'form' });
      await this.db.repo(FormPaper).update({ id: paperId }, { fileId: file.id });
    });
  }
}
