import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor } from '@huanbao/platform';
import { ApplicationRecords } from './application.records';
import type { Row } from './form/field';
import { notEditable } from './permits.errors';
import { SectionResult, SectionsService } from './sections.service';

const SUBJECT = 'permit-application';

/** Attachments that were uploaded once need not be uploaded again. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly records: ApplicationRecords,
    private readonly sections: SectionsService,
    private readonly files: Files,
  ) {}

  /**
   * Copies the attachments of an earlier application of the same enterprise behind those that are there. Files are
   * copied before the section is saved, for storage may be a network away; what a failed save leaves is not referred to.
   * @throws 404 for an application the actor does not see or of another enterprise
   */
  async copy(actor: Actor, id: string, given: { fromId: string; version: number }): Promise<SectionResult> {
    const target = await this.records.find(actor, id, 'permit-application.edit');
    const source = await this.records.find(actor, given.fromId);
    if (target.editing === 'sealed') throw notEditable();
    const present = await this.rows(actor, id);
    const copied: Row[] = [];
    if (source.enterpriseId === target.enterpriseId && source.id !== id) {
      for (const row of await this.rows(actor, source.id)) copied.push(await this.copyOne(actor, row, target));
    }
    return this.sections.save(actor, id, 'attachments', { input: { data: { files: [...present, ...copied] } }, version: given.version });
  }

  private async rows(actor: Actor, id: string): Promise<readonly Row[]> {
    const { data } = await this.sections.read(actor, id, 'attachments');
    return (data['files'] ?? []) as readonly Row[];
  }

  private async copyOne(actor: Actor, row: Row, target: { id: string; enterpriseId: string }): Promise<Row> {
    const file = await this.files.get(String(row['fileId']));
    const subject = { subjectType: SUBJECT, subjectId: target.id, purpose: file.purpose, ownerOrgId: target.enterpriseId };
    const copy = await this.files.attach(actor, subject, { filename: file.name, stream: await this.files.open(file.id) });
    const { id: _row, ...cells } = row;
    return { ...cells, fileId: copy.id };
  }
}
