import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Actor, Db } from '@huanbao/platform';
import { CaseRecord } from './case.entity';
import { casePolicy } from './casework.policy';
import { isOutsider } from './adverse/outside-face';
import { CaseNotice } from './outcome.entity';

/** Files of a case follow its readers; files of a notice are written by the platform alone. */
@Injectable()
export class CaseFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('case', (actor, caseId, verb) => this.mayCase(actor, caseId, verb === 'read' ? 'case.read' : 'case.answer-correction'), caseId => this.reachOf(caseId));
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

  private async mayCase(actor: Actor, caseId: string, action: 'case.read' | 'case.answer-correction'): Promise<boolean> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    return c !== null && casePolicy.sees(actor, c) && casePolicy.may(actor, action, c);
  }
}
