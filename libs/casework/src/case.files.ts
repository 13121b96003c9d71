import { Injectable, OnModuleInit } from '@nestjs/common';
import { Files, FileSubjects } from '@huanbao/documents';
import { Actor, Clock, Db, invalidFields } from '@huanbao/platform';
import { AdverseDecision } from './adverse/adverse.entity';
import { mayState } from './adverse/adverse.rules';
import { CaseRecord } from './case.entity';
import { casePolicy } from './casework.policy';
import { isOutsider } from './adverse/outside-face';
import { CorrectionMessage } from './correction.entity';
import { SERVICE_FILES } from './notices/service-files';
import { CaseNotice } from './outcome.entity';

/** Files of a case follow its readers; files of a notice are written by the platform alone. */
@Injectable()
export class CaseFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('case', (actor, caseId, verb) => (verb === 'read' ? this.mayCase(actor, caseId, 'case.read') : this.mayWrite(actor, caseId)), caseId => this.reachOf(caseId));
    this.subjects.registerHold('case', fileId => this.isSaid(fileId));
    this.subjects.register(SERVICE_FILES, async (actor, caseId) => {
      const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
      return c !== null && casePolicy.sees(actor, c) && casePolicy.may(actor, 'case.serve-notice', c);
    });
    // proof of service is not taken away
    this.subjects.registerHold(SERVICE_FILES, fileId => this.db.repo(CaseNotice).createQueryBuilder('n').where(`:fileId IN (n.service ->> 'proofFileId', n.service ->> 'consentFileId')`, { fileId }).getExists());
    this.subjects.register('case-notice', async (actor, noticeId, verb) => {
      const notice = verb === 'read' ? await this.db.repo(CaseNotice).findOneBy({ id: noticeId }) : null;
      return notice !== null && !(await this.isWithheldFrom(actor, notice)) && this.mayCase(actor, notice.caseId, 'case.read');
    });
  }

  private async reachOf(caseId: string): Promise<{ matter: string; site: string | null } | null> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    return c && { matter: c.matter, site: c.siteId };
  }

  /** The paper of a decision that is not served is the bureau's alone. */
  private async isWithheldFrom(actor: Actor, notice: CaseNotice): Promise<boolean> {
    if (!notice.withheld) return false;
    const c = await this.db.repo(CaseRecord).findOneBy({ id: notice.caseId });
    return c === null || isOutsider(actor, c);
  }

  /** @throws 400 for a file that is not one of the case */
  async assertOf(caseId: string, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const own = new Set((await this.files.list('case', caseId)).map(one => one.id));
    const strange = fileIds.flatMap((id, index) => (own.has(id) ? [] : [{ pointer: `/fileIds/${index}`, code: 'file', zh: '这个文件不是本件的附件，请重新上传', en: 'This file does not belong to the case. Upload it again.' }]));
    if (strange.length > 0) throw invalidFields(strange);
  }

  /** Whoever answers a correction, and whoever may speak to an adverse decision while its period runs. */
  private async mayWrite(actor: Actor, caseId: string): Promise<boolean> {
    if (await this.mayCase(actor, caseId, 'case.answer-correction')) return true;
    if (!(await this.mayCase(actor, caseId, 'case.state'))) return false;
    const one = await this.db.repo(AdverseDecision).findOne({ where: { caseId }, order: { id: 'DESC' } });
    return one !== null && mayState(one, this.clock.today()) === 'yes';
  }

  /** What a message or a statement rests on stays. */
  private async isSaid(fileId: string): Promise<boolean> {
    const { subjectId: caseId } = await this.files.get(fileId);
    const said = { caseId, fileId };
    return (
      (await this.db.repo(AdverseDecision).createQueryBuilder('d').where(`d.caseId = :caseId AND (:fileId = ANY (d.statementFileIds) OR CAST(:fileId AS text) IN (d.hearing ->> 'recordFileId', d.statementReceipt ->> 'fileId', d.hearingReceipt ->> 'fileId', d.withdrawalReceipt ->> 'fileId'))`, said).getExists()) ||
      this.db.repo(CorrectionMessage).createQueryBuilder('m').where('m.caseId = :caseId AND :fileId = ANY (m.fileIds)', said).getExists()
    );
  }

  private async mayCase(actor: Actor, caseId: string, action: 'case.read' | 'case.answer-correction' | 'case.state'): Promise<boolean> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    return c !== null && casePolicy.sees(actor, c) && casePolicy.may(actor, action, c);
  }
}
